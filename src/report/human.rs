//! The report for a terminal: every finding with the line of the document that it is about, then the numbers.

use std::collections::HashMap;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level as Loudness, Origin, Renderer, Snippet};

use super::Report;
use super::escape::{is_unseen, terminal, without_commands};
use super::summary::{Standings, Summary};
use crate::finding::{Finding, Level};
use crate::locator::user_info;
use crate::span::{Span, floor_char_boundary};

/// Whether the output may hold colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Colour {
    /// A terminal that shows them.
    Always,
    /// Anything else.
    Never,
}

/// A profile has paragraphs of 700 characters in one line: they are shown up to this width around what is meant.
const WIDTH: usize = 110;

/// Only the place is told of a line of more bytes than this, a whole book or a minified page.
const LONGEST_LINE: usize = 50_000;

/// Writes every finding, the numbers last. `texts` are the documents as they stand on disk, by path.
pub(crate) fn print(
    report: &Report,
    texts: &HashMap<&str, &str>,
    colour: Colour,
    to: &mut dyn Write,
) -> io::Result<()> {
    let renderer = match colour {
        Colour::Always => Renderer::styled().term_width(WIDTH),
        Colour::Never => Renderer::plain().term_width(WIDTH),
    };
    for document in &report.documents {
        let text = texts.get(document.head.path.as_str()).copied();
        let to_do = document.to_do();
        for (finding, meant) in document.findings() {
            let advice = to_do.get(&finding).map_or_else(|| finding.code.advice().to_owned(), |told| terminal(told));
            to.write_all(show(&finding, &advice, meant, &document.head.path, text, &renderer).as_bytes())?;
        }
    }
    for illness in &report.watcher {
        let title = format!("the watcher is ill: {}", terminal(&illness.message()));
        let group = Group::with_title(Loudness::WARNING.primary_title(title.as_str()).id(illness.code()));
        write!(to, "{}\n\n", renderer.render(&[group]))?;
    }
    to.write_all(numbers(&report.summary).as_bytes())
}

/// Errors and warnings with their line and what to do, in the words of the report where it has an item for them; notes in one line, since a withheld page needs nobody. `meant` are
/// the bytes to underline.
fn show(
    finding: &Finding,
    advice: &str,
    meant: Option<Span>,
    path: &str,
    text: Option<&str>,
    renderer: &Renderer,
) -> String {
    let message = terminal(&finding.message);
    let path = terminal(finding.file.as_deref().unwrap_or(path));
    let text = text.filter(|_| finding.file.is_none());
    let origin = finding.place.map_or_else(|| path.clone(), |place| format!("{path}:{}:{}", place.line, place.column));
    let loudness = match finding.level {
        Level::Error => Loudness::ERROR,
        Level::Warning => Loudness::WARNING,
        Level::Note => Loudness::NOTE,
    };
    if finding.level == Level::Note {
        let title = format!("{origin}: {message}");
        let group = Group::with_title(loudness.primary_title(title.as_str()).id(finding.code.as_str()));
        return renderer.render(&[group]) + "\n\n";
    }
    let group = Group::with_title(loudness.primary_title(message.as_str()).id(finding.code.as_str()));
    let line = text.zip(meant).and_then(|(text, span)| Line::around(text, span));
    let group = match (&line, finding.place) {
        (Some(line), Some(place)) => group.element(
            Snippet::source(line.shown.as_str())
                .line_start(place.line)
                .path(path.as_str())
                .annotation(AnnotationKind::Primary.span(line.meant.range())),
        ),
        (None, Some(place)) => group.element(Origin::path(path.as_str()).line(place.line).char_column(place.column)),
        (_, None) => group.element(Origin::path(path.as_str())),
    };
    let group = group.element(Loudness::HELP.message(advice));
    renderer.render(&[group]) + "\n\n"
}

/// One line of a document and what is meant in it.
struct Line {
    shown: String,
    meant: Span,
}

impl Line {
    /// The line in which `span` starts, what is meant no longer than to its end. None where the span is not of this
    /// text, or the line is too long to show.
    fn around(text: &str, span: Span) -> Option<Self> {
        let start = floor_char_boundary(text, span.start());
        // No further than what is shown: a line may be as long as the document.
        let first = floor_char_boundary(text, start.saturating_sub(LONGEST_LINE + 1));
        let last = floor_char_boundary(text, start.saturating_add(LONGEST_LINE + 1));
        let line_start = text[first..start].rfind(['\n', '\r']).map_or(first, |at| first + at + 1);
        let line_end = text[start..last].find(['\n', '\r']).map_or(last, |at| start + at);
        if start != span.start() || line_end - line_start > LONGEST_LINE {
            return None;
        }
        let end = floor_char_boundary(text, span.end()).clamp(start, line_end);
        let (before, inside) = (harmless(&text[line_start..start]), harmless(&text[start..end]));
        let meant = Span::new(before.len(), before.len() + inside.len());
        Some(Self { shown: before + &inside + &harmless(&text[end..line_end]), meant })
    }
}

/// The same number of characters, none of which moves a cursor or is a password.
fn harmless(text: &str) -> String {
    let shown: String =
        user_info::starred(text).chars().map(|c| if c.is_whitespace() || is_unseen(c) { ' ' } else { c }).collect();
    without_commands(&shown).into_owned()
}

/// The numbers, sources and quotes apart.
pub(crate) fn numbers(summary: &Summary) -> String {
    let counted = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    let sources = summary.availability.iter().map(|(word, count)| format!("{count} {word}"));
    let quotes = summary.verdicts.iter().map(|(word, count)| format!("{count} {word}"));
    let heading = format!(
        "{}, {}, {}\n",
        counted(summary.documents, "document"),
        counted(summary.citations, "citation"),
        counted(summary.quotes.total() + summary.unbound, "quote")
    );
    heading
        + &row("sources", summary.sources, &sources.collect::<Vec<_>>())
        + &row("quotes", summary.quotes, &quotes.collect::<Vec<_>>())
        + &silenced(summary.silenced).map(|silenced| format!("{silenced}\n")).unwrap_or_default()
}

/// How many findings are not told, where there are any.
pub(crate) fn silenced(count: usize) -> Option<String> {
    (count > 0).then(|| format!("{count} finding{} silenced", if count == 1 { "" } else { "s" }))
}

fn row(name: &str, counts: Standings, words: &[String]) -> String {
    let Standings { sound, unknown, broken } = counts;
    let detail = if words.is_empty() { String::new() } else { format!("  ({})", words.join(", ")) };
    format!("{name:7} {broken:3} broken, {unknown:3} unknown, {sound:3} sound{detail}\n")
}

#[cfg(test)]
#[path = "human_tests.rs"]
mod tests;
