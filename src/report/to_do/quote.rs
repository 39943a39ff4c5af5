//! What is to be done about a quote that needs a person.

use super::Way;
use crate::citation::Basis;
use crate::observation::probe::{ProbeEnd, Unasked};
use crate::quote_match::{Difference, MatchClass, negates};
use crate::report::{CitationReport, QuoteReport};
use crate::standing::Standing;
use crate::verdict::{FoundIn, Unreadable, Verdict, day, excerpt, is_near, listed, places};

/// What is to be done about a quote; `cited` is what it is bound to.
pub(in crate::report) fn of(way: Way, report: &QuoteReport, cited: &[CitationReport]) -> String {
    let found = report.verdict.found_in.as_ref();
    let advice = match report.verdict.verdict {
        Verdict::Altered if minor(report) => {
            "Take over the words of the source, or mark the change with brackets or an ellipsis.".to_owned()
        }
        Verdict::Altered | Verdict::Absent if has_changed(report) => format!(
            "Look at what the page says now: where it was corrected, correct the quote; where you mean the words as they \
             were, cite {}.",
            if have_none(cited) { "another source that has them" } else { "a capture of that time" }
        ),
        Verdict::Altered => correction(way, report),
        Verdict::Elsewhere => format!(
            "Point the marker to source {}, which has the words.",
            found.map_or(String::new(), |found| way.words(&found.label))
        ),
        Verdict::Archived => found.map_or(String::new(), |found| archived(way, report, found, cited)),
        Verdict::Absent => absent(report, have_none(cited)),
        Verdict::Unverifiable => unverifiable(way, report, cited),
        Verdict::Verbatim | Verdict::Typographic | Verdict::Edited | Verdict::Parts | Verdict::Unbound => String::new(),
    };
    let later = match report.quote.basis {
        Basis::LaterSentence => "The marker stands in a later sentence: check first that it is meant for this quote. ",
        Basis::Explicit | Basis::Adjacent | Basis::SameSentence | Basis::Before | Basis::Unbound => "",
    };
    format!("{later}{advice}{}{}", unasked(report, cited), compare_with(way, report, cited))
}

/// Why nobody knows whether the host of a page that may be a notice says the same of any address: it was not asked.
fn unasked(report: &QuoteReport, cited: &[CitationReport]) -> &'static str {
    if !matches!(report.verdict.reason, Some(Unreadable::MayBeNotice)) {
        return "";
    }
    let probes = cited.iter().filter_map(|cited| cited.observation.as_ref()?.answer()?.probe.as_deref());
    let mut why = probes.filter_map(|probe| match probe.end {
        ProbeEnd::NotAsked(why) => Some(why),
        ProbeEnd::Answered { .. } | ProbeEnd::Nothing => None,
    });
    match why.next() {
        None => "",
        Some(Unasked::Budget) => {
            " Its host was not asked for a page that cannot be there: it was asked as often as a host is in one run."
        }
        Some(Unasked::Robots) => {
            " Its host was not asked for a page that cannot be there: its robots.txt refuses programs."
        }
        Some(Unasked::NotInReplay) => {
            " What its host says of a page that cannot be there is not in the recorded files."
        }
    }
}

/// A negation that only one side has is named: no mark of the writer's makes up for it.
fn correction(way: Way, report: &QuoteReport) -> String {
    /// As much of a difference as its place is found by.
    const SHOWN: usize = 60;
    let places = report.verdict.matched.as_ref().map_or_else(Vec::new, |found| places(&found.diff));
    let turned = places.iter().find(|(quote, page)| negates(quote) != negates(page));
    let Some((quote, page)) = turned else {
        return "Correct the quote, or mark what was changed with brackets or an ellipsis.".to_owned();
    };
    let [quote, page] = [quote, page].map(|words| way.words(&excerpt(words, SHOWN)));
    match (quote.is_empty(), page.is_empty()) {
        (true, _) => {
            format!("Put back “{page}”, which the quote leaves out: without it, it says what the source denies.")
        }
        (_, true) => {
            format!(
                "Take out “{quote}”, which the source does not have: with it, the quote denies what the source says."
            )
        }
        (false, false) => format!("Write “{page}”, as the source does, and not “{quote}”: that turns what it says."),
    }
}

/// What is to be done about a page goes by the page: one that is only down for the moment is not to be replaced.
fn archived(way: Way, report: &QuoteReport, found: &FoundIn, cited: &[CitationReport]) -> String {
    let source = cited.iter().find(|citation| citation.citation.label == found.label);
    let is_there = source.is_some_and(|source| !source.is_unreadable());
    let is_lost = source.is_some_and(|source| source.standing == Standing::Broken);
    if source.is_some_and(|source| source.names_capture(&found.url, found.captured_at)) {
        return "Nothing: the entry names the copy that has the words.".to_owned();
    }
    let copy = way.link(&found.url, &found.url);
    if is_there && report.verdict.reason.is_none() {
        format!(
            "Look at what the page says now: where it was corrected, correct the quote; where you mean the words as they \
             were, cite the copy: {copy}"
        )
    } else if is_there || is_lost {
        format!("Cite the copy, so that a reader finds the words: {copy}")
    } else {
        format!("Nothing yet: the quote was right. Should its page stay away, cite the copy: {copy}")
    }
}

fn unverifiable(way: Way, report: &QuoteReport, cited: &[CitationReport]) -> String {
    let opened = opened(way, cited);
    let is_lost = !cited.is_empty() && cited.iter().all(|cited| cited.is_lost() || cited.source.suspect);
    let near = report.verdict.matched.as_ref().is_some_and(is_near);
    if is_lost && near {
        return "Open the capture, which shows the page as it was, and correct the quote by it.".to_owned();
    }
    if is_lost && report.verdict.not_in_capture.is_some() {
        return "Find out whether the source ever had these words: what is left of it does not. Cite one that has them, or \
                take the quotation marks away."
            .to_owned();
    }
    match report.verdict.reason {
        Some(Unreadable::SentOn) => {
            format!("Look where the notice of {opened} leads, and cite that address where it has the words.")
        }
        Some(Unreadable::AbstractOnly) => {
            format!(
                "Look into the work that {opened} describes, and cite the address of its text where that is public."
            )
        }
        Some(Unreadable::Embedded) => {
            format!("Open {opened}, compare the words with what it shows, and cite the address of that.")
        }
        Some(Unreadable::FewWords) => {
            let other = or_other(have_none(cited));
            format!("Open {opened}: where a notice stands there in the place of the page, wait, or cite {other}.")
        }
        Some(Unreadable::Spoken) => format!("Listen for the words in {opened}, or cite a transcript."),
        _ => format!("Open {opened} and compare the words yourself."),
    }
}

/// `has_none`: archives were asked for captures of what is cited, and have none.
fn absent(report: &QuoteReport, has_none: bool) -> String {
    let other = or_other(has_none);
    match (report.verdict.standing, report.verdict.reason) {
        (_, Some(Unreadable::MayBeNotice)) => {
            format!(
                "Open the page in a browser: where it is a notice in the place of the page, wait, or cite {other}."
            )
        }
        (Some(Standing::Broken), _) if report.verdict.matched.as_ref().is_some_and(is_near) => {
            "Where the nearest words are meant, correct the quote. Else cite the source that has its words, or take the \
             quotation marks away."
                .to_owned()
        }
        (Some(Standing::Broken), _) => {
            let since = " Where the page has changed since, cite a capture that still has them.";
            let since = if has_none { "" } else { since };
            format!("Cite the source that has the words, or take the quotation marks away.{since}")
        }
        (_, Some(Unreadable::TitleDiffers)) => {
            format!("Open the page: where it is another page than the one that was cited, correct the address or cite {other}.")
        }
        (_, Some(_)) => "Open the page and look for the words yourself.".to_owned(),
        (_, None) => "Nothing, where the words are the writer’s own.".to_owned(),
    }
}

/// What else can be cited.
fn or_other(has_none: bool) -> &'static str {
    if has_none { "another source, since no archive that was asked has a capture" } else { "a capture" }
}

/// Whether archives were asked for captures of all that a quote is bound to, and have none.
fn have_none(cited: &[CitationReport]) -> bool {
    !cited.is_empty() && cited.iter().all(CitationReport::has_no_capture)
}

/// The captures that could settle it, where the verdict does not name one already.
fn compare_with(way: Way, report: &QuoteReport, cited: &[CitationReport]) -> String {
    if !matches!(report.verdict.verdict, Verdict::Absent | Verdict::Unverifiable | Verdict::Altered) {
        return String::new();
    }
    let captures: Vec<String> = cited
        .iter()
        .filter_map(|citation| {
            let capture = citation.good_capture()?;
            Some(way.link(&format!("source {} on {}", citation.citation.label, day(capture.captured_at)), &capture.url))
        })
        .collect();
    if captures.is_empty() { String::new() } else { format!(" A capture to compare with: {}.", listed(&captures)) }
}

/// Whether a page that is broken for the quote was seen to hold it.
fn has_changed(report: &QuoteReport) -> bool {
    report.verdict.stood_on.is_some() && report.verdict.standing == Some(Standing::Broken)
}

/// The cited sources as links.
pub(in crate::report) fn opened(way: Way, cited: &[CitationReport]) -> String {
    let links: Vec<String> = cited
        .iter()
        .map(|citation| {
            let name = format!("source {}", citation.citation.label);
            citation.source_url().map_or_else(|| way.words(&name), |url| way.link(&name, &url))
        })
        .collect();
    if links.is_empty() { "the source".to_owned() } else { listed(&links) }
}

/// Whether it differs in what does not change the meaning.
pub(in crate::report) fn minor(report: &QuoteReport) -> bool {
    report.verdict.matched.as_ref().is_some_and(|found| found.class == MatchClass::Altered(Difference::Minor))
}
