//! The report on one document.

use std::io::{self, Write};

use super::open::{Open, OpenQuote, OpenSource, Told, ToldAs};
use super::{FOLDED, counted, named, quote_item, row, source_item, table, tables, unfolded};
use crate::finding::Finding;
use crate::report::escape::{bare_link, link, markdown};
use crate::report::summary::{Standings, Summary};
use crate::report::to_do;
use crate::report::{CitationReport, DocumentReport, Mode, QuoteReport, RunInfo};
use crate::standing::Standing;
use crate::verdict::{Availability, day, excerpt};

/// Writes the report on one document: what needs a person, then what the document itself needs, then what stands. An item at
/// a time: a document may cite more than should be in memory at once.
pub(crate) fn document(document: &DocumentReport, run: &RunInfo, to: &mut dyn Write) -> io::Result<()> {
    let open = Open::of(document);
    to.write_all(head(document, run, &open).as_bytes())?;
    other_pages(document, &open, to)?;
    needing(document, &open, Standing::Broken, to)?;
    needing(document, &open, Standing::Unknown, to)?;
    tables::denials(&open.quotes(document, Told::BesideADenial), to)?;
    tables::settled(&open.settled(document), &open.quotes(document, Told::InItsCapture), to)?;
    terms(document, &open, to)?;
    unlooked(document, &open, to)?;
    own_findings(document, to)?;
    sound(document, &open, to)?;
    tables::hushed(document, &open, to)?;
    unbound(document, &open, to)
}

fn head(document: &DocumentReport, run: &RunInfo, open: &Open) -> String {
    let summary = &document.summary;
    let title = document.head.title.as_deref().map(|title| format!("_{}_\n\n", markdown(title))).unwrap_or_default();
    let from = match run.mode {
        Mode::Live => "",
        Mode::Replay => "Answered from recorded files, not from the network.\n\n",
        Mode::Offline => "Judged from the store, without a new look.\n\n",
    };
    let row = |name: &str, counts: Standings| {
        let bold = |count: usize| if count > 0 { format!("**{count}**") } else { "0".to_owned() };
        vec![name.to_owned(), bold(counts.broken), counts.unknown.to_string(), counts.sound.to_string()]
    };
    let mut rows = [row("Sources", summary.sources), row("Quotes", summary.quotes)];
    let mut columns = vec!["", "Broken", "Unknown", "Sound"];
    if summary.unbound > 0 {
        columns.push("Not checked");
        rows[0].push(String::new());
        rows[1].push(summary.unbound.to_string());
    }
    let counts = table(&columns, &rows);
    let notes = beside_denials(open.told(Told::BesideADenial).count()) + &unchecked(summary.unbound);
    format!("# {}\n\n{title}{}{notes}\n\n{from}{counts}", markdown(&document.head.path), opening(summary))
}

/// What stands behind it, where quotes that stand should be read once more.
fn beside_denials(quotes: usize) -> String {
    match quotes {
        0 => String::new(),
        1 => " One quote stands beside a denial: read its whole sentence.".to_owned(),
        more => format!(" {more} quotes stand beside a denial: read their whole sentences."),
    }
}

/// What stands behind it, where some quotes were not checked.
fn unchecked(unbound: usize) -> String {
    match unbound {
        0 => String::new(),
        1 => " One quote was not checked, since no citation belongs to it; it stands at the end.".to_owned(),
        more => format!(" {more} quotes were not checked, since no citation belongs to them; they stand at the end."),
    }
}

/// One sentence that says whether anybody has to do anything.
fn opening(summary: &Summary) -> &'static str {
    let all = summary.all();
    match (all.broken, all.unknown, all.sound) {
        (0, 0, 0) => "Nothing in this document could be checked.",
        (0, 0, _) => "Everything that this document cites stands.",
        (0, _, _) => "Nothing is known to be broken; some of it could not be decided.",
        (_, _, _) => "Some of what this document cites does not stand.",
    }
}

/// One thing that needs a person.
enum Item<'a> {
    Source(&'a OpenSource),
    Quote(&'a OpenQuote),
}

impl Item<'_> {
    fn start(&self) -> usize {
        match self {
            Self::Source(source) => source.start,
            Self::Quote(quote) => quote.start,
        }
    }

    fn text(&self, document: &DocumentReport) -> Option<String> {
        let (heading, body) = match self {
            Self::Source(source) => {
                let (report, resting) = (document.citations.get(source.at)?, source.resting(document));
                let again = source_item::again(&source.cited_again(document));
                (source_item::heading(&report), source_item::body(&report, &resting) + &again)
            }
            Self::Quote(quote) => {
                let report = document.quotes.get(quote.at)?;
                let cited = document.cited(&report);
                (quote_item::heading(&report, &cited), quote_item::body(&report, &cited))
            }
        };
        Some(format!("### {heading}\n\n{body}"))
    }
}

fn other_pages(document: &DocumentReport, open: &Open, to: &mut dyn Write) -> io::Result<()> {
    let mut others = open.sources.iter().filter(|source| source.told_as == ToldAs::AnotherPage).peekable();
    if others.peek().is_none() {
        return Ok(());
    }
    write!(to, "\n## Perhaps another page than the one cited\n")?;
    for source in others {
        let Some(report) = document.citations.get(source.at) else { continue };
        let quotes = source.resting(document);
        let heading = source_item::another_page_heading(&report, quotes.len());
        write!(to, "\n### {heading}\n\n{}", source_item::another_page(&report, &quotes))?;
    }
    Ok(())
}

fn needing(document: &DocumentReport, open: &Open, standing: Standing, to: &mut dyn Write) -> io::Result<()> {
    let sources = open.sources.iter().filter(|source| source.standing == standing && source.told_as == ToldAs::Item);
    let quotes = open.quotes.iter().filter(|quote| quote.told == Told::Alone(standing));
    let mut items: Vec<Item<'_>> = sources.map(Item::Source).chain(quotes.map(Item::Quote)).collect();
    if items.is_empty() {
        return Ok(());
    }
    items.sort_by_key(Item::start);
    let heading = match standing {
        Standing::Broken => "Broken",
        Standing::Unknown => "Unknown",
        Standing::Sound => "Sound",
    };
    write!(to, "\n## {heading}\n")?;
    for text in items.iter().filter_map(|item| item.text(document)) {
        write!(to, "\n{text}")?;
    }
    Ok(())
}

fn terms(document: &DocumentReport, open: &Open, to: &mut dyn Write) -> io::Result<()> {
    let why = "Words in quotation marks that do not stand in the source. They are often the writer’s own; nothing is \
               wrong then.";
    let mut terms = open.told(Told::Term).filter_map(|at| document.quotes.get(at)).peekable();
    if terms.peek().is_none() {
        return Ok(());
    }
    write!(to, "\n## Terms\n\n{why}\n\n{}", table(&["Line", "Term", "Not in source"], &[]))?;
    for report in terms {
        let cited = document.cited(&report);
        let labels: Vec<String> = cited.iter().map(|cited| markdown(&cited.citation.label)).collect();
        let cells = vec![report.quote.place.line.to_string(), named(&report.quote.text), labels.join(", ")];
        to.write_all(row(&cells).as_bytes())?;
    }
    Ok(())
}

fn unlooked(document: &DocumentReport, open: &Open, to: &mut dyn Write) -> io::Result<()> {
    let mut sources = open.sources.iter().filter(|source| source.told_as == ToldAs::Unlooked).peekable();
    if sources.peek().is_none() {
        return Ok(());
    }
    let head = table(&["Line", "Source", "Why", "To do", "Quotes that wait for it"], &[]);
    write!(to, "\n## Not looked at\n\n{head}")?;
    for source in sources {
        let Some(report) = document.citations.get(source.at) else { continue };
        let quotes: Vec<String> = source.resting(document).iter().map(quote_item::mention).collect();
        let cells = vec![
            report.citation.place.line.to_string(),
            format!("{}: {}", markdown(&report.citation.label), source_item::name(&report)),
            messages(&report.findings),
            to_do::source::unlooked(&report).to_owned(),
            quotes.join("; "),
        ];
        to.write_all(row(&cells).as_bytes())?;
    }
    Ok(())
}

fn messages(findings: &[Finding]) -> String {
    findings.iter().map(|finding| markdown(&finding.message)).collect::<Vec<_>>().join(" ")
}

fn own_findings(document: &DocumentReport, to: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<Vec<String>> = document
        .head
        .findings
        .iter()
        .map(|finding| {
            let line = finding.place.map_or_else(String::new, |place| place.line.to_string());
            let line = finding.file.as_deref().map_or(line.clone(), |file| markdown(&format!("{file}:{line}")));
            vec![line, markdown(&finding.message), markdown(finding.code.advice()), format!("`{}`", finding.code)]
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    write!(to, "\n## In the document itself\n\n{}", table(&["Line", "What", "To do", "Code"], &rows))
}

/// Written a row at a time: most of what a document cites stands.
fn sound(document: &DocumentReport, open: &Open, to: &mut dyn Write) -> io::Result<()> {
    let (sources, quotes) = (open.sound_sources, open.sound_quotes);
    if sources == 0 && quotes == 0 {
        return Ok(());
    }
    let summary =
        format!("{} and {} that stand", counted(sources, "source", "sources"), counted(quotes, "quote", "quotes"));
    write!(to, "\n## Sound\n\n{}", unfolded(&summary))?;
    if sources > 0 {
        to.write_all(table(&["Line", "Source", "State", "Looked at", "Capture"], &[]).as_bytes())?;
        for source in document.citations.iter().filter(|it| it.standing == Standing::Sound) {
            to.write_all(row(&sound_source(&source)).as_bytes())?;
        }
        if quotes > 0 {
            to.write_all(b"\n")?;
        }
    }
    if quotes > 0 {
        to.write_all(table(&["Line", "Quote", "Stands there", "Where"], &[]).as_bytes())?;
        for quote in document.quotes.iter().filter(|it| Told::of(it, false, false).is_none()) {
            to.write_all(row(&sound_quote(&quote)).as_bytes())?;
        }
    }
    to.write_all(FOLDED.as_bytes())
}

fn sound_source(report: &CitationReport) -> Vec<String> {
    let state = match (report.source.availability, report.observation.as_ref().and_then(|look| look.answer())) {
        (Availability::Moved, Some(answer)) => format!("moved to {}", bare_link(&answer.final_url)),
        _ if report.findings.is_empty() => "live".to_owned(),
        _ => format!("live. {}", messages(&report.findings)),
    };
    let looked_at = report.observation.as_ref().map_or_else(String::new, |look| day(look.observed_at));
    let capture = report.capture().map_or_else(String::new, |capture| link(&day(capture.captured_at), &capture.url));
    vec![
        report.citation.place.line.to_string(),
        format!("{}: {}", markdown(&report.citation.label), source_item::name(report)),
        state,
        looked_at,
        capture,
    ]
}

fn sound_quote(report: &QuoteReport) -> Vec<String> {
    /// As much as a line of a table takes beside three other columns.
    const SHOWN: usize = 120;
    let place = report.verdict.found_in.as_ref();
    let verdict = report.verdict.verdict;
    let stands = if report.verdict.findings.is_empty() {
        verdict.to_string()
    } else {
        format!("{verdict}. {}", messages(&report.verdict.findings))
    };
    vec![
        report.quote.place.line.to_string(),
        format!("“{}”", markdown(&excerpt(&report.quote.text, SHOWN))),
        stands,
        place.map_or_else(String::new, |found| link(&quote_item::place_name(found).replacen('S', "s", 1), &found.url)),
    ]
}

fn unbound(document: &DocumentReport, open: &Open, to: &mut dyn Write) -> io::Result<()> {
    let count = open.told(Told::Unbound).count();
    if count == 0 {
        return Ok(());
    }
    let summary = format!("{} without a citation, not checked", counted(count, "quote", "quotes"));
    let missing = "What is missing is a marker or a link to its source: behind the quote, or in its sentence; of a block quote, at \
                   its end or on the line below. Words that are nobody else’s need none.";
    write!(to, "\n{}{missing}\n\n", unfolded(&summary))?;
    for quote in open.told(Told::Unbound).filter_map(|at| document.quotes.get(at)) {
        writeln!(to, "- {}", quote_item::mention(&quote))?;
    }
    to.write_all(FOLDED.as_bytes())
}
