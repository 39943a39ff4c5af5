//! What is known of the sources of a document, as far as it bears on edits: judged from the store, by the policy of the
//! schedule.

use jiff::tz::TimeZone;
use url::Url;

use crate::date::PartialDate;
use crate::finding::Code;
use crate::fix::{Capture, Death, Known};
use crate::locator::archive_url::{self, Service};
use crate::locator::host;
use crate::observation::capture::{self, CaptureSearch};
use crate::report::{CitationReport, DocumentReport, QuoteReport};
use crate::standing::Standing;
use crate::verdict::{Availability, ReadFrom, Reason, TitleVerdict, Verdict};

/// What the quotes that are bound to a citation say of its source.
#[derive(Debug, Clone, Default)]
struct Quotes {
    /// Found on the page as it is.
    found: usize,
    all: usize,
    /// The capture in which the first of them was found.
    capture: Option<String>,
}

/// For each citation of a document, in order.
pub(crate) fn known(document: &DocumentReport) -> Vec<Known> {
    let mut quotes = vec![Quotes::default(); document.citations.len()];
    for QuoteReport { quote, verdict } in document.quotes.iter() {
        for at in &quote.cites {
            let Some(own) = quotes.get_mut(*at) else { continue };
            let sound = [Verdict::Verbatim, Verdict::Typographic, Verdict::Edited, Verdict::Parts];
            let found = verdict.found_in.as_ref();
            let live = found.is_some_and(|found| {
                matches!(found.place, ReadFrom::Live | ReadFrom::Rendered) && found.linked_from.is_none()
            });
            own.all += 1;
            own.found += usize::from(live && sound.contains(&verdict.verdict));
            let archived = found.filter(|found| found.place == ReadFrom::Archive);
            own.capture = own.capture.take().or_else(|| archived.map(|found| found.url.clone()));
        }
    }
    document.citations.iter().zip(&quotes).map(|(report, quotes)| of_source(&report, quotes)).collect()
}

fn of_source(report: &CitationReport, quotes: &Quotes) -> Known {
    let source = &report.source;
    let sound = source.is_live();
    let gone = matches!(source.availability, Availability::Gone | Availability::Failing);
    let told = source.findings.iter().find(|finding| matches!(finding.code, Code::SourceGone | Code::SourceFailing));
    let dead = (gone && source.standing == Standing::Broken).then(|| Death {
        code: told.map_or(Code::SourceGone, |finding| finding.code),
        why: told.map_or_else(|| source.availability.to_string(), |finding| finding.message.clone()),
    });
    let all_found = quotes.all > 0 && quotes.found == quotes.all;
    let same_page = all_found || quotes.all == 0 && report.title.verdict == TitleVerdict::Match;
    let answered = report.observation.as_ref().and_then(|look| look.answer()).filter(|answer| answer.status == 200);
    let moved = answered.filter(|_| sound && source.reason == Some(Reason::PermanentRedirect) && same_page);
    let looked_at = report.observation.as_ref().filter(|_| sound && all_found).map(|look| look.observed_at);
    Known {
        capture: dead.as_ref().and_then(|_| good_capture(report, quotes.capture.as_deref())),
        dead,
        sound,
        moved_to: moved.map(|answer| answer.final_url.clone()).filter(|to| is_same_site(report, to)),
        over_https: sound && source.reason == Some(Reason::HttpsUpgrade),
        verified: looked_at.and_then(|at| {
            let day = TimeZone::UTC.to_datetime(at).date();
            PartialDate::from_day(day.year(), day.month(), day.day()).ok()
        }),
    }
}

/// The capture that holds the quotes, else the one that is used first.
fn good_capture(report: &CitationReport, holds: Option<&str>) -> Option<Capture> {
    let CaptureSearch::Found(captures) = &report.captures else { return None };
    let good = |capture: &&capture::Capture| {
        let trusted = archive_url::read(&capture.url).is_none_or(|own| own.service != Service::ArchiveToday);
        trusted && capture.url.starts_with("http") && capture.status.is_none_or(|status| status == 200)
    };
    let named = captures.iter().filter(good).find(|capture| Some(capture.url.as_str()) == holds);
    let capture = named.or_else(|| captures.iter().find(good))?;
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
