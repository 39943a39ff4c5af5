//! What is to be done about a source that needs a person.

use jiff::Timestamp;

use super::Way;
use crate::date::PartialDate;
use crate::observation::capture::{Capture, CaptureSearch};
use crate::report::CitationReport;
use crate::report::json::days_between;
use crate::standing::Standing;
use crate::verdict::{Availability, CaptureRead, Reason, TitleVerdict, day, excerpt, listed};

/// Longer titles are cut.
const TITLE: usize = 120;

/// What is to be done about a source of which this is told; `stood_on` is when all that rests on it was last seen to stand there.
pub(in crate::report) fn of(way: Way, report: &CitationReport, stood_on: Option<Timestamp>) -> String {
    if report.is_settled() {
        return "Nothing in the document: the entry names a capture. `expect = \"gone\"` for the source says that this is known."
            .to_owned();
    }
    let at_the_source = of_the_source(way, report, stood_on);
    match &report.source.led_to {
        Some(led) => format!(
            "Look at {}, to which it led on {}: where the page still is there, cite that. Else: {at_the_source}",
            way.address(&led.url),
            day(led.observed_at)
        ),
        None => at_the_source,
    }
}

fn of_the_source(way: Way, report: &CitationReport, stood_on: Option<Timestamp>) -> String {
    match report.source.availability {
        Availability::Gone if report.source.suspect => {
            format!(
                "Open it yourself, or wait for the next look.{}",
                capture_or_not(way, report, "If it is gone, cite")
            )
        }
        // Neither suspected nor broken: the configuration expects it.
        Availability::Gone if report.standing == Standing::Unknown => {
            format!(
                "Nothing: it is known to be gone.{}",
                capture_or_not(way, report, "Where readers should find it, cite")
            )
        }
        Availability::Gone => lost(way, report, stood_on, "Cite another source that stands."),
        Availability::Failing if report.standing == Standing::Broken => {
            lost(way, report, stood_on, "Find out whether the site is gone, or cite another source.")
        }
        Availability::Failing => {
            format!("Nothing yet: the next run tries again.{}", capture_or_not(way, report, "If it stays so, cite"))
        }
        Availability::Withheld => withheld(way, report),
        Availability::Skipped | Availability::Unseen => unlooked(report).to_owned(),
        Availability::Live | Availability::Moved => {
            let other = "Open the page. If it is the one that was cited, correct the title; if it is not, correct the \
                         address.";
            debug_assert!(report.title.verdict == TitleVerdict::Differs, "a live source needs nobody otherwise");
            format!("{other}{}", capture_or_not(way, report, "The page as it was, to cite or to compare:"))
        }
    }
}

/// A page that is not there any more: its capture, or `otherwise`.
fn lost(way: Way, report: &CitationReport, stood_on: Option<Timestamp>, otherwise: &str) -> String {
    if report.good_capture().is_some() {
        return capture_or_not(way, report, "Cite").trim_start().to_owned();
    }
    let unread = report.citation.archive_url.as_ref().filter(|_| report.named_capture().is_none());
    if let Some(url) = unread {
        return format!(
            "Open {}, which the entry names and which could not be read: where it shows the page, nothing is \
             to be done. Else: {otherwise}",
            way.link("the archive", url)
        );
    }
    let advice = stood_on.map_or_else(
        || otherwise.to_owned(),
        |day_read| {
            let right =
                format!("What is quoted from it was right, and stood there when it was read on {}.", day(day_read));
            // Who was asked and has none need not be searched again.
            let then = if report.has_no_capture() {
                "Cite another source that has the words."
            } else {
                "Look for a capture of the page from then in a web archive, and cite it; or cite another source that has the \
                 words."
            };
            format!("{right} {then}")
        },
    );
    advice + &capture_or_not(way, report, "")
}

fn withheld(way: Way, report: &CitationReport) -> String {
    let person = match report.source.reason {
        Some(Reason::RateLimited) => "Nothing yet: a later run tries again.",
        Some(Reason::Login | Reason::Paywall) => "Where you have access, open it and compare.",
        Some(Reason::Consent) => "Open it in a browser, answer the question there, and compare.",
        Some(Reason::Region | Reason::Legal) => {
            "Open it from where it is shown, or compare with a capture; nothing is known to be wrong with the citation."
        }
        _ => "Open it in a browser and compare; nothing is known to be wrong with the citation.",
    };
    format!("{person}{}", capture_or_not(way, report, "To compare without it:"))
}

/// The same of one that was not looked at.
pub(in crate::report) fn unlooked(report: &CitationReport) -> &'static str {
    match report.source.reason {
        Some(Reason::NoLocator) => "Add the address of the source, where it has one.",
        Some(Reason::UnsupportedScheme) => "Cite an http or https address, where there is one.",
        Some(Reason::UnsupportedPort) => {
            "Check the port in the address. Where a page is there all the same, `--connect-to` names it and it is looked at."
        }
        Some(Reason::Credentials) if report.observation.as_ref().is_some_and(|look| !look.hops.is_empty()) => {
            "Open it in a browser: its server leads readers to an address that would log them in. Cite the page itself, where \
             there is one."
        }
        Some(Reason::Credentials) => {
            "Take the user name and the password out of the address, and change the password: whoever has the document has it."
        }
        Some(Reason::UntrustedArchive) => "Cite the page itself, or a capture of it in another archive.",
        Some(Reason::PrivateAddress) => "Cite an address that everybody can reach.",
        Some(Reason::Budget) => "Nothing: a later run looks at it.",
        Some(Reason::NotInReplay) => "Record it, or run again with the network.",
        Some(_) => "Nothing: it was left out on purpose.",
        None => "Nothing: the next run looks at it.",
    }
}

/// The capture to use, behind `lead`; or why there is none to name.
pub(in crate::report) fn capture_or_not(way: Way, report: &CitationReport, lead: &str) -> String {
    if let Some(read) = report.unfit_capture() {
        return unfit(way, read);
    }
    match &report.captures {
        CaptureSearch::Found(captures) if !captures.is_empty() => report
            .good_capture()
            .map_or(String::new(), |capture| format!(" {lead} {}", named_capture(way, report, capture))),
        CaptureSearch::Found(_) | CaptureSearch::None => {
            format!(" No archive that was asked has a capture of it.{}", save(report))
        }
        CaptureSearch::Excluded => " The archive says that the site is excluded from it.".to_owned(),
        CaptureSearch::OnlyErrors(why) => {
            let why = way.words(why.trim_end_matches('.'));
            format!(" No archive that was asked has a capture that shows it ({why}).{}", save(report))
        }
        CaptureSearch::Unknown(why) => {
            format!(" Whether there is a capture is not known: {}.", way.words(why.trim_end_matches('.')))
        }
        CaptureSearch::NotAsked => String::new(),
    }
}

/// That a page of which there is no capture can still be saved: one that is there, for a person at least.
fn save(report: &CitationReport) -> &'static str {
    match report.source.availability {
        Availability::Live | Availability::Moved | Availability::Withheld => {
            " `citewatch archive` asks one to save it as it is."
        }
        Availability::Gone | Availability::Failing | Availability::Skipped | Availability::Unseen => "",
    }
}

/// That a capture was read and is none to cite.
fn unfit(way: Way, read: &CaptureRead) -> String {
    let lacks = (read.lacks > 0).then(|| "does not have the words that are quoted".to_owned());
    let title = read.title.page.as_deref().filter(|_| read.title.verdict == TitleVerdict::Differs);
    let title = title.map(|title| format!("calls itself “{}”", way.words(&excerpt(title, TITLE))));
    let why: Vec<String> = lacks.into_iter().chain(title).collect();
    let capture = way.link(&format!("capture of {}", day(read.captured_at)), &read.url);
    format!(" Do not cite the {capture}: it was read, and {}.", listed(&why))
}

/// The date that captures were looked for, where the document has it as it is.
fn anchor_name(report: &CitationReport) -> Option<&'static str> {
    let citation = &report.citation;
    let dates = [(citation.accessed, "access date"), (citation.archive_date, "archive date")];
    let is_anchor = |date: Option<PartialDate>| date.is_some_and(|date| Some(date.end()) == report.anchor);
    dates.into_iter().find(|(date, _)| is_anchor(*date)).map(|(_, name)| name)
}

/// `the capture of 2024-06-30, 1 day from the access date: https://…`
fn named_capture(way: Way, report: &CitationReport, capture: &Capture) -> String {
    let distance =
        report.anchor.zip(anchor_name(report)).map(|(anchor, name)| match days_between(capture.captured_at, anchor) {
            0 => format!(", within a day of the {name}"),
            1 => format!(", 1 day from the {name}"),
            days => format!(", {days} days from the {name}"),
        });
    let distance = distance.unwrap_or_default();
    format!("the capture of {}{distance}: {}", day(capture.captured_at), way.link(&capture.url, &capture.url))
}
