//! What is known of the sources of a document, as far as it bears on edits: judged from the store, by the policy of the
//! schedule.

use std::collections::{BTreeSet, HashMap};

use jiff::tz::TimeZone;
use url::Url;

use crate::date::PartialDate;
use crate::document::Format;
use crate::finding::Code;
use crate::fix::{Capture, Death, Known};
use crate::locator::archive_url::{self, Service};
use crate::locator::host;
use crate::observation::capture::{self, CaptureSearch};
use crate::report::{CitationReport, DocumentReport, QuoteReport};
use crate::standing::Standing;
use crate::verdict::{Availability, CaptureRead, QuoteVerdict, ReadFrom, Reason, TitleVerdict, Verdict, day};

/// What a document says of a source, wherever it cites it: quotes and titles that stand there show that it is the page.
#[derive(Debug, Clone, Default)]
struct Witness {
    /// Quotes that are bound to it, and those found on the page as it is.
    quotes: usize,
    found: usize,
    /// The capture in which the first of them was found.
    capture: Option<String>,
    /// A reference names a title that the page has.
    titled: bool,
}

impl Witness {
    fn note(&mut self, verdict: &QuoteVerdict) {
        let sound = [Verdict::Verbatim, Verdict::Typographic, Verdict::Edited, Verdict::Parts];
        let found = verdict.found_in.as_ref();
        let live = found.is_some_and(|found| {
            matches!(found.place, ReadFrom::Live | ReadFrom::Rendered) && found.linked_from.is_none()
        });
        self.quotes += 1;
        self.found += usize::from(live && sound.contains(&verdict.verdict));
        let archived = found.filter(|found| matches!(found.place, ReadFrom::Archive | ReadFrom::NamedArchive));
        self.capture = self.capture.take().or_else(|| archived.map(|found| found.url.clone()));
    }

    fn has_all_quotes(&self) -> bool {
        self.quotes > 0 && self.found == self.quotes
    }

    fn has_the_page(&self) -> bool {
        self.has_all_quotes() || self.quotes == 0 && self.titled
    }
}

/// What each source is said to be by the quotes and titles of one document.
struct Witnesses {
    /// Of each citation, where it stands in `all`.
    of: Vec<usize>,
    all: Vec<Witness>,
}

impl Witnesses {
    fn of(document: &DocumentReport) -> Self {
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut all: Vec<Witness> = Vec::new();
        let of: Vec<usize> = document
            .citations
            .iter()
            .map(|report| {
                let at = looked_at(&report).map_or(all.len(), |url| *places.entry(url.to_owned()).or_insert(all.len()));
                all.resize(all.len().max(at + 1), Witness::default());
                all[at].titled |= report.title.verdict == TitleVerdict::Match;
                at
            })
            .collect();
        for QuoteReport { quote, verdict, .. } in document.quotes.iter() {
            let sources: BTreeSet<usize> = quote.cites.iter().filter_map(|at| of.get(*at).copied()).collect();
            for at in sources {
                all[at].note(&verdict);
            }
        }
        Self { of, all }
    }
}

/// The address at which a source was looked at, the same in all documents.
fn looked_at(report: &CitationReport) -> Option<&str> {
    report.observation.as_ref().map(|look| look.url.as_str())
}

/// For each citation of each document, in order. A list of records quotes nothing: what the documents beside it quote of
/// its sources speaks for them.
pub(crate) fn known(documents: &[DocumentReport]) -> Vec<Vec<Known>> {
    let witnesses: Vec<Witnesses> = documents.iter().map(Witnesses::of).collect();
    let mut quoted: HashMap<String, Witness> = HashMap::new();
    for (document, witnesses) in documents.iter().zip(&witnesses) {
        for (report, at) in document.citations.iter().zip(&witnesses.of) {
            let Some(url) = looked_at(&report) else { continue };
            let (own, all) = (&witnesses.all[*at], quoted.entry(url.to_owned()).or_default());
            all.quotes = all.quotes.saturating_add(own.quotes);
            all.found = all.found.saturating_add(own.found);
        }
    }
    let each = documents.iter().zip(&witnesses).map(|(document, witnesses)| {
        let is_records = matches!(document.head.format, Format::Bibtex | Format::CslJson | Format::Ris);
        let known = document.citations.iter().zip(&witnesses.of).map(|(report, at)| {
            let mut witness = witnesses.all[*at].clone();
            let beside = looked_at(&report).and_then(|url| quoted.get(url)).filter(|_| is_records);
            if let Some(beside) = beside {
                (witness.quotes, witness.found) = (beside.quotes, beside.found);
            }
            of_source(&report, &witness)
        });
        known.collect()
    });
    each.collect()
}

fn tells_of_death(code: Code) -> bool {
    matches!(code, Code::SourceGone | Code::RedirectedToHome | Code::SourceFailing | Code::EmptyPage)
}

fn of_source(report: &CitationReport, witness: &Witness) -> Known {
    let source = &report.source;
    let sound = source.is_live();
    let gone = matches!(source.availability, Availability::Gone | Availability::Failing);
    let told = source.findings.iter().find(|finding| tells_of_death(finding.code));
    let dead = (gone && source.standing == Standing::Broken).then(|| Death {
        code: told.map_or(Code::SourceGone, |finding| finding.code),
        why: told.map_or_else(|| source.availability.to_string(), |finding| finding.message.clone()),
    });
    let answered = report.observation.as_ref().and_then(|look| look.answer()).filter(|answer| answer.status == 200);
    let moved =
        answered.filter(|_| sound && source.reason == Some(Reason::PermanentRedirect) && witness.has_the_page());
    let seen = report.observation.as_ref().filter(|_| sound && witness.has_all_quotes()).map(|look| look.observed_at);
    Known {
        capture: dead.as_ref().and_then(|_| good_capture(report, witness.capture.as_deref())),
        unfit: report.unfit_capture().map(unfit),
        dead,
        sound,
        moved_to: moved.map(|answer| answer.final_url.clone()).filter(|to| is_same_site(report, to)),
        over_https: sound && source.reason == Some(Reason::HttpsUpgrade),
        verified: seen.and_then(|at| {
            let day = TimeZone::UTC.to_datetime(at).date();
            PartialDate::from_day(day.year(), day.month(), day.day()).ok()
        }),
    }
}

/// Why a capture that was read is none to write in.
fn unfit(read: &CaptureRead) -> String {
    let why = if read.lacks > 0 { "does not have what is quoted" } else { "has another title than the reference" };
    format!("its capture of {} was read and {why}", day(read.captured_at))
}

/// The capture that holds the quotes, else the one that is used first.
fn good_capture(report: &CitationReport, holds: Option<&str>) -> Option<Capture> {
    let CaptureSearch::Found(captures) = &report.captures else { return None };
    let good = |capture: &&capture::Capture| {
        let trusted = archive_url::read(&capture.url).is_none_or(|own| own.service != Service::ArchiveToday);
        trusted && capture.url.starts_with("http") && capture.status.is_none_or(|status| status == 200)
    };
    let named = captures.iter().filter(good).find(|capture| Some(capture.url.as_str()) == holds);
    let capture = named.or_else(|| report.good_capture().filter(good))?;
    let capture::Capture { archive, url, captured_at, .. } = capture.clone();
    Some(Capture { url, captured_at, keeper: archive })
}

/// Whether the page has stayed with those who had it, and is not the front page of all that they have.
fn is_same_site(report: &CitationReport, to: &str) -> bool {
    let cited = report.citation.url.as_deref().and_then(|url| Url::parse(url).ok());
    let (Some(cited), Ok(to)) = (cited, Url::parse(to)) else { return false };
    let front = to.path() == "/" && to.query().is_none() && cited.path() != "/";
    !front && host::lane(&cited) == host::lane(&to)
}

#[cfg(test)]
#[path = "fixing/corpora_tests.rs"]
mod corpora_tests;
