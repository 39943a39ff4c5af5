//! The report on one document.

use super::{counted, folded, named, quote_item, source_item, table};
use crate::finding::{Code, Finding};
use crate::report::escape::{bare_link, link, markdown};
use crate::report::summary::{Standings, Summary};
use crate::report::{CitationReport, DocumentReport, Mode, QuoteReport, RunInfo};
use crate::standing::Standing;
use crate::verdict::{Availability, Verdict, day, excerpt};

/// The report on one document: what needs a person, then what the document itself needs, then what stands.
pub(crate) fn document(document: &DocumentReport, run: &RunInfo) -> String {
    let sections = [
        head(document, run),
        needing(document, Standing::Broken),
        needing(document, Standing::Unknown),
        terms(document),
        unlooked(document),
        own_findings(document),
        sound(document),
        unbound(document),
    ];
    sections.into_iter().filter(|section| !section.is_empty()).collect::<Vec<_>>().join("\n")
}

fn head(document: &DocumentReport, run: &RunInfo) -> String {
    let summary = Summary::of([document]);
    let title = document.title.as_deref().map(|title| format!("_{}_\n\n", markdown(title))).unwrap_or_default();
    let from = match run.mode {
        Mode::Live => "",
        Mode::Replay => "Answered from recorded files, not from the network.\n\n",
        Mode::Offline => "Judged from the store, without a new look.\n\n",
    };
    let row = |name: &str, counts: Standings| {
        let bold = |count: usize| if count > 0 { format!("**{count}**") } else { "0".to_owned() };
        vec![name.to_owned(), bold(counts.broken), counts.unknown.to_string(), counts.sound.to_string()]
    };
    let rows = [row("Sources", summary.sources), row("Quotes", summary.quotes)];
    let counts = table(&["", "Broken", "Unknown", "Sound"], &rows);
    format!("# {}\n\n{title}{}\n\n{from}{counts}", markdown(&document.path), opening(&summary))
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
    Source(&'a CitationReport),
    Quote(&'a QuoteReport),
}

impl Item<'_> {
    fn start(&self) -> usize {
        match self {
            Self::Source(report) => report.citation.place.span.start,
            Self::Quote(report) => report.quote.place.span.start,
        }
    }

    fn write(&self, document: &DocumentReport) -> String {
        let (heading, body) = match self {
            Self::Source(report) => {
                let resting: Vec<&QuoteReport> = resting(document, report).collect();
                (source_item::heading(report), source_item::body(report, &resting))
            }
            Self::Quote(report) => (quote_item::heading(document, report), quote_item::body(document, report)),
        };
        format!("### {heading}\n\n{body}")
    }
}

fn needing(document: &DocumentReport, standing: Standing) -> String {
    let sources = document.citations.iter().filter(|it| it.standing == standing && !was_not_looked_at(it));
    let quotes = document.quotes.iter().filter(|it| {
        it.verdict.standing == Some(standing) && !is_missing_term(it) && !is_told_with_a_source(document, it)
    });
    let mut items: Vec<Item<'_>> = sources.map(Item::Source).chain(quotes.map(Item::Quote)).collect();
    items.sort_by_key(Item::start);
    if items.is_empty() {
        return String::new();
    }
    let heading = match standing {
        Standing::Broken => "Broken",
        Standing::Unknown => "Unknown",
        Standing::Sound => "Sound",
    };
    let written: Vec<String> = items.iter().map(|item| item.write(document)).collect();
    format!("## {heading}\n\n{}", written.join("\n"))
}

fn was_not_looked_at(report: &CitationReport) -> bool {
    matches!(report.source.availability, Availability::Skipped | Availability::Unseen)
}

fn is_missing_term(report: &QuoteReport) -> bool {
    report.verdict.findings.iter().any(|finding| finding.code == Code::TermAbsent)
}

/// Whether a quote could only not be compared, and a source that it rests on has an item or a line of its own.
fn is_told_with_a_source(document: &DocumentReport, report: &QuoteReport) -> bool {
    report.verdict.verdict == Verdict::Unverifiable
        && report.verdict.matched.is_none()
        && cited(document, report).any(CitationReport::is_unreadable)
}

/// The quotes that are told with `source`.
fn resting<'a>(document: &'a DocumentReport, source: &'a CitationReport) -> impl Iterator<Item = &'a QuoteReport> {
    document.quotes.iter().filter(move |quote| {
        source.is_unreadable()
            && is_told_with_a_source(document, quote)
            && cited(document, quote).any(|citation| citation.citation.id == source.citation.id)
    })
}

fn cited<'a>(document: &'a DocumentReport, report: &'a QuoteReport) -> impl Iterator<Item = &'a CitationReport> {
    report.quote.cites.iter().filter_map(|at| document.citations.get(*at))
}

fn terms(document: &DocumentReport) -> String {
    let rows: Vec<Vec<String>> = document
        .quotes
        .iter()
        .filter(|quote| is_missing_term(quote))
        .map(|quote| {
            let labels: Vec<String> = document.labels(&quote.quote.cites).map(markdown).collect();
            vec![quote.quote.place.line.to_string(), named(&quote.quote.text), labels.join(", ")]
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    let why = "Words in quotation marks that do not stand in the source. They are often the writer’s own; nothing is \
               wrong then.";
    format!("## Terms\n\n{why}\n\n{}", table(&["Line", "Term", "Not in source"], &rows))
}

fn unlooked(document: &DocumentReport) -> String {
    let rows: Vec<Vec<String>> = document
        .citations
        .iter()
        .filter(|it| was_not_looked_at(it))
        .map(|source| {
            let quotes: Vec<String> = resting(document, source).map(quote_item::mention).collect();
            vec![
                source.citation.place.line.to_string(),
                format!("{}: {}", markdown(&source.citation.label), source_item::name(source)),
                messages(&source.findings),
                source_item::unlooked(source).to_owned(),
                quotes.join("; "),
            ]
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    format!("## Not looked at\n\n{}", table(&["Line", "Source", "Why", "To do", "Quotes that wait for it"], &rows))
}

fn messages(findings: &[Finding]) -> String {
    findings.iter().map(|finding| markdown(&finding.message)).collect::<Vec<_>>().join(" ")
}

fn own_findings(document: &DocumentReport) -> String {
    let rows: Vec<Vec<String>> = document
        .findings
        .iter()
        .map(|finding| {
            let line = finding.place.map_or_else(String::new, |place| place.line.to_string());
            vec![line, markdown(&finding.message), markdown(finding.code.advice()), format!("`{}`", finding.code)]
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    format!("## In the document itself\n\n{}", table(&["Line", "What", "To do", "Code"], &rows))
}

fn sound(document: &DocumentReport) -> String {
    let sources: Vec<&CitationReport> = document.citations.iter().filter(|it| it.standing == Standing::Sound).collect();
    let quotes: Vec<&QuoteReport> =
        document.quotes.iter().filter(|it| it.verdict.standing == Some(Standing::Sound)).collect();
    if sources.is_empty() && quotes.is_empty() {
        return String::new();
    }
    let summary = format!(
        "{} and {} that stand",
        counted(sources.len(), "source", "sources"),
        counted(quotes.len(), "quote", "quotes")
    );
    let mut body = String::new();
    if !sources.is_empty() {
        let rows: Vec<Vec<String>> = sources.iter().map(|source| sound_source(source)).collect();
        body += &table(&["Line", "Source", "State", "Looked at", "Capture"], &rows);
        body.push('\n');
    }
    if !quotes.is_empty() {
        let rows: Vec<Vec<String>> = quotes.iter().map(|quote| sound_quote(quote)).collect();
        body += &table(&["Line", "Quote", "Stands there", "Where"], &rows);
    }
    format!("## Sound\n\n{}", folded(&summary, &body))
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
        place.map_or_else(String::new, |found| link(&format!("source {}", found.label), &found.url)),
    ]
}

fn unbound(document: &DocumentReport) -> String {
    let quotes: Vec<String> = document
        .quotes
        .iter()
        .filter(|quote| quote.verdict.verdict == Verdict::Unbound)
        .map(|quote| format!("- {}", quote_item::mention(quote)))
        .collect();
    if quotes.is_empty() {
        return String::new();
    }
    let summary = format!("{} without a citation, not checked", counted(quotes.len(), "quote", "quotes"));
    folded(&summary, &quotes.join("\n"))
}
