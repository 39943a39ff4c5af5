//! What a person reads once and has nothing to mend for: quotes beside a denial, and what a capture settles.

use std::io::{self, Write};

use super::open::{Open, Told, ToldAs};
use super::{FOLDED, counted, quote_item, row, source_item, table, unfolded};
use crate::report::escape::{link, markdown};
use crate::report::{CitationReport, DocumentReport, QuoteReport};
use crate::verdict::{day, excerpt};

/// As much of a quote as a line of a table takes.
const SHOWN: usize = 120;

/// Quotes that stand in their source word for word, and may have been cut out of a denial.
pub(super) fn denials(quotes: &[QuoteReport], to: &mut dyn Write) -> io::Result<()> {
    if quotes.is_empty() {
        return Ok(());
    }
    let why = "The words stand there, but a word that denies or doubts stands close by. Read the whole sentence: where the quote says \
               the opposite of it, quote more of it.";
    let head = table(&["Line", "Quote", "What to look at", "In the source"], &[]);
    write!(to, "\n## Stands there, beside a denial\n\n{why}\n\n{head}")?;
    for report in quotes {
        let messages: Vec<String> = report.verdict.findings.iter().map(|it| markdown(&it.message)).collect();
        let cells = [line(report), quoted(report), messages.join(" "), quote_item::context(report).unwrap_or_default()];
        to.write_all(row(&cells).as_bytes())?;
    }
    Ok(())
}

/// Pages that are gone and whose captures the document has, and quotes that stand in such captures.
pub(super) fn settled(
    sources: &[(CitationReport, Vec<QuoteReport>)],
    quotes: &[QuoteReport],
    to: &mut dyn Write,
) -> io::Result<()> {
    if sources.is_empty() && quotes.is_empty() {
        return Ok(());
    }
    write!(to, "\n## The document has the capture\n")?;
    if !sources.is_empty() {
        let why = format!(
            "{}, and the entry names a capture: nothing is to be changed in the document. A page that is gone counts as \
             broken all the same; where its capture settles it, write `expect = \"gone\"` for the source in `sources.toml`.",
            if sources.len() == 1 { "The page is gone" } else { "These pages are gone" }
        );
        let head = table(&["Line", "Source", "What happened", "Capture", "Quotes that wait for it"], &[]);
        write!(to, "\n{why}\n\n{head}")?;
        for (report, waiting) in sources {
            to.write_all(row(&source(report, waiting)).as_bytes())?;
        }
    }
    if !quotes.is_empty() {
        let (stands, entry) =
            if quotes.len() == 1 { ("stands", "its entry names") } else { ("stand", "their entries name") };
        let why = format!("{} {stands} in the capture that {entry}.", counted(quotes.len(), "quote", "quotes"));
        write!(to, "\n{why}\n\n{}", table(&["Line", "Quote", "Capture"], &[]))?;
        for report in quotes {
            let found = report.verdict.found_in.as_ref();
            let capture = found.map_or_else(String::new, |found| {
                let name = found.captured_at.map_or_else(|| "capture".to_owned(), day);
                link(&name, &quote_item::address(found, report))
            });
            to.write_all(row(&[line(report), quoted(report), capture]).as_bytes())?;
        }
    }
    Ok(())
}

/// Sources and quotes that do not stand and of which the writer wants to hear nothing: that they are there, and why.
pub(super) fn hushed(document: &DocumentReport, open: &Open, to: &mut dyn Write) -> io::Result<()> {
    let of_sources = || open.sources.iter().filter(|source| source.told_as == ToldAs::Hushed);
    let (sources, quotes) = (of_sources().count(), open.told(Told::Hushed).count());
    if sources + quotes == 0 {
        return Ok(());
    }
    let summary = format!(
        "{} and {} of which nothing is told, as asked",
        counted(sources, "source", "sources"),
        counted(quotes, "quote", "quotes")
    );
    let why = "`[[ignore]]` in the configuration or a mark in the document silences what is to be said of them. They count as unknown \
               all the same.";
    write!(to, "\n{}{why}\n\n{}", unfolded(&summary), table(&["Line", "What", "State", "Why"], &[]))?;
    for report in of_sources().filter_map(|source| document.citations.get(source.at)) {
        let what = format!("{}: {}", markdown(&report.citation.label), source_item::name(&report));
        let state = format!("`{}`", source_item::words(&report));
        let why = report.hushed().map_or_else(String::new, |said| markdown(&said.message));
        to.write_all(row(&[report.citation.place.line.to_string(), what, state, why]).as_bytes())?;
    }
    for report in open.told(Told::Hushed).filter_map(|at| document.quotes.get(at)) {
        let state = format!("`{}`", report.verdict.verdict);
        let why = report.hushed.as_ref().map_or_else(String::new, |said| markdown(&said.message));
        to.write_all(row(&[line(&report), quoted(&report), state, why]).as_bytes())?;
    }
    to.write_all(FOLDED.as_bytes())
}

fn source(report: &CitationReport, waiting: &[QuoteReport]) -> Vec<String> {
    let messages: Vec<String> = report.findings.iter().map(|finding| markdown(&finding.message)).collect();
    let capture = report.named_capture().map_or_else(String::new, |it| link(&day(it.captured_at), &it.url));
    let waiting: Vec<String> = waiting.iter().map(quote_item::mention).collect();
    vec![
        report.citation.place.line.to_string(),
        format!("{}: {}", markdown(&report.citation.label), source_item::name(report)),
        messages.join(" "),
        capture,
        waiting.join("; "),
    ]
}

fn line(report: &QuoteReport) -> String {
    report.quote.place.line.to_string()
}

fn quoted(report: &QuoteReport) -> String {
    format!("“{}”", markdown(&excerpt(&report.quote.text, SHOWN)))
}
