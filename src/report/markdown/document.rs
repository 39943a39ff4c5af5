//! The report on one document.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::{FOLDED, counted, folded, named, quote_item, row, source_item, table, unfolded};
use crate::finding::{Code, Finding};
use crate::report::escape::{bare_link, link, markdown};
use crate::report::summary::{Standings, Summary};
use crate::report::{CitationReport, DocumentReport, Mode, QuoteReport, RunInfo};
use crate::standing::Standing;
use crate::verdict::{Availability, Verdict, day, excerpt};

/// Writes the report on one document: what needs a person, then what the document itself needs, then what stands.
pub(crate) fn document(document: &DocumentReport, run: &RunInfo, to: &mut dyn Write) -> io::Result<()> {
    let open = Open::of(document);
    to.write_all(head(document, run).as_bytes())?;
    let sections = [
        needing(&open, Standing::Broken),
        needing(&open, Standing::Unknown),
        terms(&open),
        unlooked(&open),
        own_findings(document),
    ];
    for section in sections.iter().filter(|section| !section.is_empty()) {
        write!(to, "\n{section}")?;
    }
    sound(document, &open, to)?;
    let unbound = unbound(&open);
    if !unbound.is_empty() {
        write!(to, "\n{unbound}")?;
    }
    Ok(())
}

/// What does not stand, or was not checked; and how many do.
struct Open {
    /// By their place among the citations.
    sources: BTreeMap<usize, CitationReport>,
    quotes: Vec<Quoted>,
    sound_sources: usize,
    sound_quotes: usize,
}

/// A quote with what it is bound to.
struct Quoted {
    report: QuoteReport,
    cited: Vec<CitationReport>,
}

impl Open {
    fn of(document: &DocumentReport) -> Self {
        let is_open = |(_, citation): &(usize, CitationReport)| citation.standing != Standing::Sound;
        let sources: BTreeMap<usize, CitationReport> = (0..).zip(document.citations.iter()).filter(is_open).collect();
        let quotes = document.quotes.iter().filter(|quote| quote.verdict.standing != Some(Standing::Sound));
        let quotes: Vec<Quoted> = quotes.map(|report| Quoted { cited: document.cited(&report), report }).collect();
        Self {
            sound_sources: document.citations.len() - sources.len(),
            sound_quotes: document.quotes.len() - quotes.len(),
            sources,
            quotes,
        }
    }

    /// The quotes that are told with each source.
    fn resting(&self) -> BTreeMap<usize, Vec<&QuoteReport>> {
        let mut resting: BTreeMap<usize, Vec<&QuoteReport>> = BTreeMap::new();
        for quote in self.quotes.iter().filter(|quote| quote.is_told_with_a_source()) {
            let cites: BTreeSet<usize> = quote.report.quote.cites.iter().copied().collect();
            for at in cites.into_iter().filter(|at| self.sources.get(at).is_some_and(CitationReport::is_unreadable)) {
                resting.entry(at).or_default().push(&quote.report);
            }
        }
        resting
    }
}

impl Quoted {
    /// Whether it could only not be compared, and a source that it rests on has an item or a line of its own.
    fn is_told_with_a_source(&self) -> bool {
        self.report.verdict.verdict == Verdict::Unverifiable
            && self.report.verdict.matched.is_none()
            && self.cited.iter().any(CitationReport::is_unreadable)
    }
}

fn head(document: &DocumentReport, run: &RunInfo) -> String {
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
    let rows = [row("Sources", summary.sources), row("Quotes", summary.quotes)];
    let counts = table(&["", "Broken", "Unknown", "Sound"], &rows);
    format!("# {}\n\n{title}{}\n\n{from}{counts}", markdown(&document.head.path), opening(summary))
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
    Source(&'a CitationReport, &'a [&'a QuoteReport]),
    Quote(&'a Quoted),
}

impl Item<'_> {
    fn start(&self) -> usize {
        match self {
            Self::Source(report, _) => report.citation.place.span.start,
            Self::Quote(quote) => quote.report.quote.place.span.start,
        }
    }

    fn write(&self) -> String {
        let (heading, body) = match self {
            Self::Source(report, resting) => (source_item::heading(report), source_item::body(report, resting)),
            Self::Quote(Quoted { report, cited }) => {
                (quote_item::heading(report, cited), quote_item::body(report, cited))
            }
        };
        format!("### {heading}\n\n{body}")
    }
}

fn needing(open: &Open, standing: Standing) -> String {
    let resting = open.resting();
    let of = |at: &usize| resting.get(at).map_or(&[][..], Vec::as_slice);
    let sources = open.sources.iter().filter(|(_, it)| it.standing == standing && !was_not_looked_at(it));
    let quotes = open.quotes.iter().filter(|it| {
        it.report.verdict.standing == Some(standing) && !is_missing_term(&it.report) && !it.is_told_with_a_source()
    });
    let sources = sources.map(|(at, report)| Item::Source(report, of(at)));
    let mut items: Vec<Item<'_>> = sources.chain(quotes.map(Item::Quote)).collect();
    items.sort_by_key(Item::start);
    if items.is_empty() {
        return String::new();
    }
    let heading = match standing {
        Standing::Broken => "Broken",
        Standing::Unknown => "Unknown",
        Standing::Sound => "Sound",
    };
    let written: Vec<String> = items.iter().map(Item::write).collect();
    format!("## {heading}\n\n{}", written.join("\n"))
}

fn was_not_looked_at(report: &CitationReport) -> bool {
    matches!(report.source.availability, Availability::Skipped | Availability::Unseen)
}

fn is_missing_term(report: &QuoteReport) -> bool {
    report.verdict.findings.iter().any(|finding| finding.code == Code::TermAbsent)
}

fn terms(open: &Open) -> String {
    let rows: Vec<Vec<String>> = open
        .quotes
        .iter()
        .filter(|quote| is_missing_term(&quote.report))
        .map(|Quoted { report: QuoteReport { quote, .. }, cited }| {
            let labels: Vec<String> = cited.iter().map(|cited| markdown(&cited.citation.label)).collect();
            vec![quote.place.line.to_string(), named(&quote.text), labels.join(", ")]
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    let why = "Words in quotation marks that do not stand in the source. They are often the writer’s own; nothing is \
               wrong then.";
    format!("## Terms\n\n{why}\n\n{}", table(&["Line", "Term", "Not in source"], &rows))
}

fn unlooked(open: &Open) -> String {
    let resting = open.resting();
    let rows: Vec<Vec<String>> = open
        .sources
        .iter()
        .filter(|(_, it)| was_not_looked_at(it))
        .map(|(at, source)| {
            let waiting = resting.get(at).map_or(&[][..], Vec::as_slice);
            let quotes: Vec<String> = waiting.iter().map(|quote| quote_item::mention(quote)).collect();
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
        .head
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
        for quote in document.quotes.iter().filter(|it| it.verdict.standing == Some(Standing::Sound)) {
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
        place.map_or_else(String::new, |found| link(&format!("source {}", found.label), &found.url)),
    ]
}

fn unbound(open: &Open) -> String {
    let quotes: Vec<String> = open
        .quotes
        .iter()
        .filter(|quote| quote.report.verdict.verdict == Verdict::Unbound)
        .map(|quote| format!("- {}", quote_item::mention(&quote.report)))
        .collect();
    if quotes.is_empty() {
        return String::new();
    }
    let summary = format!("{} without a citation, not checked", counted(quotes.len(), "quote", "quotes"));
    folded(&summary, &quotes.join("\n"))
}
