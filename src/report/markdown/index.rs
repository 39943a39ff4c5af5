//! The index of the reports: one line a document, and what changed since the last run.

use super::name::{address, file_names};
use super::{counted, named, table};
use crate::report::changes::{Change, Changes, Left, State, Subject, Turn};
use crate::report::escape::{bare_link, markdown};
use crate::report::recent::TOLD_FOR_DAYS;
use crate::report::{Mode, Report, health};
use crate::standing::Standing;
use crate::verdict::day;

/// The index: the numbers, what changed, and every document with its worst standing.
pub(crate) fn index(report: &Report, changes: &Changes) -> String {
    let paths: Vec<&str> = report.documents.iter().map(|document| document.head.path.as_str()).collect();
    let links: Vec<(String, String)> = paths
        .iter()
        .zip(file_names(&paths))
        .map(|(path, name)| ((*path).to_owned(), format!("[{}](<{}>)", markdown(path), address(&name))))
        .collect();
    let link_of = |path: &str| {
        let known = links.iter().find(|(known, _)| known == path);
        known.map_or_else(|| markdown(path), |(_, link)| link.clone())
    };
    let watcher = report.watcher.iter().map(health::note).collect::<Vec<_>>().join("\n");
    let recent = recently(changes, report, &link_of);
    let sections = [head(report), watcher, changed(changes, &link_of), recent, documents(report, &link_of)];
    sections.into_iter().filter(|section| !section.is_empty()).collect::<Vec<_>>().join("\n")
}

fn head(report: &Report) -> String {
    let summary = &report.summary;
    let all = summary.all();
    let unbound = match summary.unbound {
        0 => String::new(),
        1 => " One quote more has no citation and was not checked.".to_owned(),
        more => format!(" {more} quotes more have no citation and were not checked."),
    };
    let from = match report.run.mode {
        Mode::Live => "",
        Mode::Replay => "\nAnswered from recorded files, not from the network.\n",
        Mode::Offline => "\nJudged from the store, without a new look.\n",
    };
    format!(
        "# Citations\n\n**{} broken**, {} unknown, {} sound: {} and {} in {}.{unbound}\n{from}",
        all.broken,
        all.unknown,
        all.sound,
        counted(summary.sources.total(), "source", "sources"),
        counted(summary.quotes.total(), "quote", "quotes"),
        counted(summary.documents, "document", "documents"),
    )
}

fn changed(changes: &Changes, link_of: &dyn Fn(&str) -> String) -> String {
    if changes.first_run {
        return "## Since the last run\n\nThis is the first run.\n".to_owned();
    }
    let mut sections: Vec<String> = Vec::new();
    let new: Vec<String> = changes
        .documents
        .iter()
        .filter(|document| document.new)
        .map(|document| format!("- {}", link_of(&document.path)))
        .collect();
    for turn in [Turn::Broken, Turn::Sound, Turn::Other, Turn::New, Turn::Left] {
        let lines: Vec<String> = changes
            .documents
            .iter()
            .flat_map(|document| document.changes.iter().map(move |change| (document, change)))
            .filter(|(_, change)| change.turn == turn)
            .map(|(document, Change { subject, line: at, was, now, .. })| {
                line(&link_of(&document.path), subject, *at, was.as_ref(), now.as_ref())
            })
            .collect();
        if !lines.is_empty() {
            sections.push(format!("### {}\n\n{}\n", heading(turn), lines.join("\n")));
        }
    }
    if !new.is_empty() {
        sections.push(format!("### New documents\n\n{}\n", new.join("\n")));
    }
    if !changes.left.is_empty() {
        let left: Vec<String> = changes.left.iter().map(left).collect();
        sections.push(format!("### Documents no longer there, or no longer watched\n\n{}\n", left.join("\n")));
    }
    if sections.is_empty() {
        sections.push("Nothing changed.\n".to_owned());
    }
    format!("## Since the last run\n\n{}", sections.join("\n"))
}

/// What broke before the last run, and so lately that a reader may not know of it.
fn recently(changes: &Changes, report: &Report, link_of: &dyn Fn(&str) -> String) -> String {
    let before = changes.recent.iter().filter(|broke| broke.since < report.run.finished);
    let lines: Vec<String> = before
        .map(|broke| {
            let document = link_of(&broke.path);
            let what = line(&document, &broke.subject, broke.line, broke.was.as_ref(), Some(&broke.now));
            format!("{what}, since {}", day(broke.since))
        })
        .collect();
    if lines.is_empty() {
        return String::new();
    }
    format!("## Broken in the last {TOLD_FOR_DAYS} days\n\n{}\n", lines.join("\n"))
}

/// The report of one that has left stays in its folder, and is not of this run: it is not linked.
fn left(document: &Left) -> String {
    let Left { path, citations, quotes } = document;
    let (citations, quotes) = (counted(*citations, "citation", "citations"), counted(*quotes, "quote", "quotes"));
    format!("- {}, with {citations} and {quotes}", markdown(path))
}

fn heading(turn: Turn) -> &'static str {
    match turn {
        Turn::Broken => "Newly broken",
        Turn::Sound => "Sound now",
        Turn::Other => "Changed",
        Turn::New => "New citations and quotes",
        Turn::Left => "Not in the document any more",
    }
}

fn line(document: &str, subject: &Subject, at: Option<usize>, was: Option<&State>, now: Option<&State>) -> String {
    let is_source = matches!(subject, Subject::Source { .. });
    let subject = match subject {
        Subject::Source { label, url: Some(url) } => format!("source {} ({})", markdown(label), bare_link(url)),
        Subject::Source { label, url: None } => format!("source {}", markdown(label)),
        Subject::Quote(words) => named(words),
    };
    let place = at.map_or_else(String::new, |line| format!(", line {line}"));
    let state = match (was, now) {
        (Some(was), Some(now)) if was.words == now.words => {
            format!(": `{}`, as it was, and {}", now.words, turned(is_source, now))
        }
        (Some(was), Some(now)) => format!(": was `{}`, is `{}`", was.words, now.words),
        (None, Some(now)) => format!(": `{}`", now.words),
        (_, None) => String::new(),
    };
    format!("- {document}{place}: {subject}{state}")
}

/// What became of something whose state has the same words as before.
fn turned(is_source: bool, now: &State) -> String {
    match now.standing {
        // What was suspected before.
        Some(Standing::Broken) if is_source => "confirmed by now".to_owned(),
        Some(standing) => format!("counted as {standing} now"),
        None => "bound to no source now".to_owned(),
    }
}

fn documents(report: &Report, link_of: &dyn Fn(&str) -> String) -> String {
    let rows: Vec<Vec<String>> = report
        .documents
        .iter()
        .map(|document| {
            let summary = &document.summary;
            let all = summary.all();
            let worst = match document.worst {
                Some(Standing::Broken) => "**broken**",
                Some(Standing::Unknown) => "unknown",
                Some(Standing::Sound) => "sound",
                None => "cites nothing",
            };
            let counts =
                [all.broken, all.unknown, all.sound, summary.unbound, summary.citations, document.quotes.len()];
            let mut row = vec![link_of(&document.head.path), worst.to_owned()];
            row.extend(counts.iter().map(ToString::to_string));
            row
        })
        .collect();
    let head = ["Document", "Worst", "Broken", "Unknown", "Sound", "Not checked", "Citations", "Quotes"];
    format!("## Documents\n\n{}", table(&head, &rows))
}
