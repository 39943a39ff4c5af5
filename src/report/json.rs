//! The report as JSON, in the words and the order of the contract.

use std::collections::BTreeMap;
use std::io::{self, Write};

use jiff::Timestamp;
use serde::{Serialize, Serializer};

use super::changes::Changes;
use super::changes_wire::ChangesWire;
use super::json_text::JsonText;
use super::summary::{Standings, Summary};
use super::wire::{ChangedWire, CitationWire, FindingWire, QuoteWire};
use super::{CitationReport, DocumentReport, Illness, QuoteReport, Report};
use crate::document::Format;
use crate::observation::capture::CaptureSearch;
use crate::page::TextName;
use crate::quote_match::{Change, Difference};
use crate::standing::Standing;
use crate::verdict::{Availability, Evidence, FoundIn, LedTo, ReadFrom, Verdict};

/// Changes with every change of meaning of a field.
const SCHEMA: &str = "citewatch.report/1";

/// Writes the report as one object, ending in a newline; with what changed since the last run, where that is known.
pub(crate) fn print(report: &Report, changes: Option<&Changes>, to: &mut dyn Write) -> io::Result<()> {
    let wire = ReportWire {
        schema: SCHEMA,
        run: RunWire {
            id: &report.run.id,
            started: report.run.started,
            finished: report.run.finished,
            version: &report.run.version,
            mode: report.run.mode.as_str(),
        },
        summary: SummaryWire::of(&report.summary),
        documents: report.documents.iter().map(DocumentWire::of).collect(),
        watcher: WatcherWire::of(&report.watcher),
        changes: changes.map(ChangesWire::of),
    };
    serde_json::to_writer_pretty(JsonText(&mut *to), &wire)?;
    to.write_all(b"\n")
}

#[derive(Serialize)]
struct ReportWire<'a> {
    schema: &'static str,
    run: RunWire<'a>,
    summary: SummaryWire,
    documents: Vec<DocumentWire<'a>>,
    watcher: WatcherWire,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<ChangesWire<'a>>,
}

#[derive(Serialize)]
struct RunWire<'a> {
    id: &'a str,
    started: Timestamp,
    finished: Timestamp,
    version: &'a str,
    mode: &'static str,
}

#[derive(Serialize)]
struct SummaryWire {
    documents: usize,
    citations: usize,
    sources: usize,
    quotes: usize,
    sound: usize,
    unknown: usize,
    broken: usize,
    availability: BTreeMap<Availability, usize>,
    quotes_by_verdict: BTreeMap<Verdict, usize>,
    sources_by_standing: StandingsWire,
    quotes_by_standing: StandingsWire,
    silenced: usize,
}

#[derive(Serialize)]
struct WatcherWire {
    state: &'static str,
    illnesses: Vec<IllnessWire>,
}

#[derive(Serialize)]
struct IllnessWire {
    code: &'static str,
    message: String,
}

#[derive(Serialize)]
struct StandingsWire {
    sound: usize,
    unknown: usize,
    broken: usize,
}

#[derive(Serialize)]
struct DocumentWire<'a> {
    path: &'a str,
    format: &'static str,
    title: Option<&'a str>,
    citations: Citations<'a>,
    quotes: Quotes<'a>,
    findings: Vec<FindingWire<'a>>,
    silenced: usize,
    sha256: Option<&'a str>,
}

/// Written one after another.
struct Citations<'a>(&'a DocumentReport);

/// Written one after another.
struct Quotes<'a>(&'a DocumentReport);

/// With what it is bound to.
struct BoundQuote(QuoteReport, Vec<CitationReport>, Format);

#[derive(Serialize)]
struct CheckedCitation<'a> {
    #[serde(flatten)]
    citation: CitationWire<'a>,
    source: SourceWire<'a>,
    standing: Standing,
    findings: Vec<FindingWire<'a>>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct SourceWire<'a> {
    url: Option<String>,
    availability: &'static str,
    reason: Option<&'static str>,
    suspect: bool,
    status: Option<u16>,
    final_url: Option<&'a str>,
    redirects: Vec<RedirectWire<'a>>,
    observed_at: Option<Timestamp>,
    content_type: Option<&'a str>,
    bytes: Option<u64>,
    sha256: Option<&'a str>,
    unchanged_since: Option<Timestamp>,
    evidence: &'a [Evidence],
    /// Where it led when it was there, of one that is not there any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    led_to: Option<&'a LedTo>,
    /// Where it was compared with a capture.
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<ChangedWire<'a>>,
    title: TitleWire<'a>,
    archive: ArchiveWire<'a>,
}

#[derive(Serialize)]
struct RedirectWire<'a> {
    url: &'a str,
    status: u16,
}

#[derive(Serialize)]
struct TitleWire<'a> {
    page: Option<&'a str>,
    verdict: &'static str,
}

#[derive(Default, Serialize)]
struct ArchiveWire<'a> {
    state: &'static str,
    url: Option<&'a str>,
    captured_at: Option<Timestamp>,
    distance_days: Option<u64>,
    /// Why the state is unknown, where more is known than that.
    detail: Option<&'a str>,
}

#[derive(Serialize)]
struct CheckedQuote<'a> {
    #[serde(flatten)]
    quote: QuoteWire<'a>,
    verdict: &'static str,
    difference: Option<Difference>,
    similarity: f64,
    matched: Option<&'a str>,
    diff: Option<&'a [Change]>,
    context: Option<ContextWire<'a>>,
    /// The contract calls this `text` as well as the words of the quote; a key can stand only once.
    text_name: Option<TextName>,
    /// Of a PDF.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
    occurrences: usize,
    found_in: Option<FoundInWire<'a>>,
    standing: Option<Standing>,
    findings: Vec<FindingWire<'a>>,
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct ContextWire<'a> {
    before: &'a str,
    after: &'a str,
}

#[derive(Serialize)]
struct FoundInWire<'a> {
    label: &'a str,
    #[serde(rename = "where")]
    place: &'static str,
    url: &'a str,
    captured_at: Option<Timestamp>,
    linked_from: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    after_scripts: bool,
}

impl SummaryWire {
    fn of(summary: &Summary) -> Self {
        let all = summary.all();
        let count = |word: &Availability| (*word, summary.availability.get(word).copied().unwrap_or_default());
        let verdict = |word: &Verdict| (*word, summary.verdicts.get(word).copied().unwrap_or_default());
        Self {
            documents: summary.documents,
            citations: summary.citations,
            sources: summary.sources.total(),
            quotes: summary.quotes.total() + summary.unbound,
            sound: all.sound,
            unknown: all.unknown,
            broken: all.broken,
            availability: Availability::ALL.iter().map(count).collect(),
            quotes_by_verdict: Verdict::ALL.iter().map(verdict).collect(),
            sources_by_standing: StandingsWire::of(summary.sources),
            quotes_by_standing: StandingsWire::of(summary.quotes),
            silenced: summary.silenced,
        }
    }
}

impl WatcherWire {
    fn of(illnesses: &[Illness]) -> Self {
        let illness = |illness: &Illness| IllnessWire { code: illness.code(), message: illness.message() };
        Self {
            state: if illnesses.is_empty() { "well" } else { "ill" },
            illnesses: illnesses.iter().map(illness).collect(),
        }
    }
}

impl StandingsWire {
    fn of(Standings { sound, unknown, broken }: Standings) -> Self {
        Self { sound, unknown, broken }
    }
}

impl<'a> DocumentWire<'a> {
    fn of(document: &'a DocumentReport) -> Self {
        Self {
            path: &document.head.path,
            format: document.head.format.as_str(),
            title: document.head.title.as_deref(),
            citations: Citations(document),
            quotes: Quotes(document),
            findings: FindingWire::all(&document.head.findings, document.head.format),
            silenced: document.head.silenced,
            sha256: Some(document.head.sha256.as_str()).filter(|sha256| !sha256.is_empty()),
        }
    }
}

impl Serialize for Citations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Owned(CitationReport, Format);
        impl Serialize for Owned {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                CheckedCitation::of(&self.0, self.1).serialize(serializer)
            }
        }
        serializer.collect_seq(self.0.citations.iter().map(|report| Owned(report, self.0.head.format)))
    }
}

impl Serialize for Quotes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.quotes.iter().map(|quote| {
            let cited = self.0.cited(&quote);
            BoundQuote(quote, cited, self.0.head.format)
        }))
    }
}

impl Serialize for BoundQuote {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        CheckedQuote::of(&self.0, &self.1, self.2).serialize(serializer)
    }
}

impl<'a> CheckedCitation<'a> {
    fn of(report: &'a CitationReport, format: Format) -> Self {
        Self {
            citation: CitationWire::of(&report.citation, format),
            source: SourceWire::of(report),
            standing: report.standing,
            findings: FindingWire::all(&report.findings, format),
            note: report.note.as_deref(),
        }
    }
}

impl<'a> SourceWire<'a> {
    fn of(report: &'a CitationReport) -> Self {
        let observation = report.observation.as_ref();
        let answer = observation.and_then(|observation| observation.answer());
        let hops = observation.map_or(&[][..], |observation| &observation.hops);
        Self {
            url: report.source_url(),
            availability: report.source.availability.as_str(),
            reason: report.source.reason.map(crate::verdict::Reason::as_str),
            suspect: report.source.suspect,
            status: answer.map(|answer| answer.status),
            final_url: answer.map(|answer| answer.final_url.as_str()),
            redirects: hops.iter().map(|hop| RedirectWire { url: &hop.url, status: hop.status }).collect(),
            // What was never asked for was seen at no time.
            observed_at: observation.filter(|observation| observation.saw_anything()).map(|seen| seen.observed_at),
            content_type: answer.and_then(|answer| answer.content_type.as_deref()),
            bytes: answer.map(|answer| answer.bytes),
            sha256: answer.map(|answer| answer.sha256.as_str()),
            unchanged_since: answer.and_then(|answer| answer.unchanged_since),
            evidence: &report.source.evidence,
            led_to: report.source.led_to.as_ref(),
            changed: report.source.changed.as_ref().map(ChangedWire::of),
            title: TitleWire { page: report.title.page.as_deref(), verdict: report.title.verdict.as_str() },
            archive: ArchiveWire::of(report),
        }
    }
}

impl<'a> ArchiveWire<'a> {
    fn of(report: &'a CitationReport) -> Self {
        let stateless = |state| Self { state, ..Self::default() };
        match &report.captures {
            CaptureSearch::Found(captures) => captures.first().map_or_else(
                || stateless("none"),
                |capture| Self {
                    state: "found",
                    url: Some(&capture.url),
                    captured_at: Some(capture.captured_at),
                    distance_days: report.anchor.map(|anchor| days_between(capture.captured_at, anchor)),
                    detail: None,
                },
            ),
            CaptureSearch::None => stateless("none"),
            CaptureSearch::Excluded => stateless("excluded"),
            CaptureSearch::OnlyErrors(why) | CaptureSearch::Unknown(why) => {
                Self { detail: Some(why), ..stateless("unknown") }
            }
            CaptureSearch::NotAsked => stateless("unknown"),
        }
    }
}

/// Days of the calendar from the one to the other, whichever is first: those of an access date have no hour.
pub(super) fn days_between(one: Timestamp, other: Timestamp) -> u64 {
    const SECONDS_A_DAY: i64 = 24 * 60 * 60;
    let day = |moment: Timestamp| moment.as_second().div_euclid(SECONDS_A_DAY);
    day(one).abs_diff(day(other))
}

impl<'a> CheckedQuote<'a> {
    fn of(report: &'a QuoteReport, cited: &'a [CitationReport], format: Format) -> Self {
        let verdict = &report.verdict;
        let matched = verdict.matched.as_ref();
        let hit = matched.and_then(|found| found.hit.as_ref());
        Self {
            quote: QuoteWire::of(
                &report.quote,
                cited.iter().map(|cited| cited.citation.label.as_str()).collect(),
                cited.iter().map(|cited| cited.citation.id.as_str()).collect(),
                format,
            ),
            verdict: verdict.verdict.as_str(),
            difference: matched.and_then(|found| found.class.difference()),
            similarity: matched.map_or(0.0, |found| thousandths(found.similarity)),
            matched: hit.map(|hit| hit.matched.as_str()),
            diff: matched.map(|found| found.diff.as_slice()).filter(|diff| !diff.is_empty()),
            context: hit.map(|hit| ContextWire { before: &hit.before, after: &hit.after }),
            text_name: hit.map(|hit| hit.text),
            page: hit.and_then(|hit| hit.page),
            occurrences: hit.filter(|_| verdict.found_in.is_some()).map_or(0, |hit| hit.occurrences),
            found_in: verdict.found_in.as_ref().map(FoundInWire::of),
            standing: verdict.standing,
            findings: FindingWire::all(&verdict.findings, format),
            reason: verdict.reason.map(crate::verdict::Unreadable::as_str),
        }
    }
}

/// Three decimals: more would differ between machines and mean nothing.
fn thousandths(similarity: f64) -> f64 {
    (similarity * 1000.0).round() / 1000.0
}

impl<'a> FoundInWire<'a> {
    fn of(found: &'a FoundIn) -> Self {
        Self {
            label: &found.label,
            place: found.place.as_str(),
            url: &found.url,
            captured_at: found.captured_at,
            linked_from: found.linked_from.as_deref(),
            after_scripts: found.place == ReadFrom::Rendered,
        }
    }
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
