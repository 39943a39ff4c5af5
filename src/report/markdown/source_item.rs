//! A source that needs a person: what happened, what to do, which quotes rest on it.

use jiff::Timestamp;

use super::quote_item;
use crate::date::PartialDate;
use crate::observation::capture::{Capture, CaptureSearch};
use crate::page::Place;
use crate::report::escape::{bare_link, link, markdown};
use crate::report::json::days_between;
use crate::report::{CitationReport, QuoteReport};
use crate::standing::Standing;
use crate::verdict::{Availability, CaptureRead, Evidence, Reason, TitleVerdict, Unreadable, day, excerpt, listed};

/// Longer titles are cut.
const TITLE: usize = 120;

/// The heading, without its number signs.
pub(super) fn heading(report: &CitationReport) -> String {
    let label = markdown(&report.citation.label);
    format!("Line {}: source {label} {}", report.citation.place.line, state(report))
}

fn state(report: &CitationReport) -> &'static str {
    match (report.source.availability, report.source.reason) {
        (Availability::Gone, Some(Reason::Parked)) if report.source.suspect => "looks parked or for sale",
        (Availability::Gone, Some(Reason::Parked)) => "is parked or for sale",
        (Availability::Gone, Some(Reason::RedirectedToHome)) => "leads to the first page of a site",
        (Availability::Gone, Some(Reason::Usurped)) if report.source.suspect => "looks taken over by another owner",
        (Availability::Gone, Some(Reason::Usurped)) => "was taken over by another owner",
        (Availability::Gone, Some(Reason::Suspended)) => "is on a site that is suspended",
        (Availability::Gone, Some(Reason::Seized)) => "is on a site that was seized",
        (Availability::Gone, _) if report.source.suspect => "looks gone",
        (Availability::Gone, _) => "is gone",
        (Availability::Failing, Some(Reason::EmptyPage)) => "shows nothing",
        (Availability::Failing, _) if report.standing == Standing::Broken => "does not answer any more",
        (Availability::Failing, Some(Reason::ServerError)) if !report.source.evidence.is_empty() => {
            "is not working for now"
        }
        (Availability::Failing, _) => "did not answer properly",
        (Availability::Withheld, Some(Reason::Robots)) => "is closed to programs by its robots.txt",
        (Availability::Withheld, Some(Reason::BotWall)) => "is behind a wall against robots",
        (Availability::Withheld, Some(Reason::Login)) => "asks for a login",
        (Availability::Withheld, Some(Reason::Paywall)) => "asks for payment",
        (Availability::Withheld, Some(Reason::RateLimited)) => "asks us to come more slowly",
        (Availability::Withheld, Some(Reason::Legal)) => "is withheld for legal reasons",
        (Availability::Withheld, Some(Reason::Consent)) => "asks for consent or an age first",
        (Availability::Withheld, Some(Reason::Region)) => "is not shown where we look from",
        (Availability::Withheld, Some(Reason::ScriptOnly)) => "is for its scripts to show",
        (Availability::Withheld, _) => "refuses programs",
        (Availability::Skipped, _) => "was not looked at",
        (Availability::Unseen, _) => "has not been looked at yet",
        (Availability::Live | Availability::Moved, _) => "has another title",
    }
}

/// The item below its heading; `resting` are the quotes that could not be compared because of it.
pub(super) fn body(report: &CitationReport, resting: &[QuoteReport]) -> String {
    let mut parts = vec![format!("{} — `{}`", name(report), words(report))];
    let messages: Vec<String> = report.findings.iter().map(|finding| markdown(&finding.message)).collect();
    parts.push(messages.join(" "));
    parts.push(why(report));
    if let Some(note) = &report.note {
        parts.push(format!("_Known of it:_ {}", markdown(note)));
    }
    parts.push(format!("**To do:** {}", to_do(report, stood_on(resting))));
    let (right, open): (Vec<&QuoteReport>, Vec<&QuoteReport>) =
        resting.iter().partition(|quote| quote.verdict.stood_on.is_some());
    for (lead, quotes) in [("Right when the page was read before:", right), ("Not compared because of it:", open)] {
        let quotes: Vec<String> = quotes.iter().map(|quote| format!("- {}", quote_item::mention(quote))).collect();
        if !quotes.is_empty() {
            parts.push(format!("{lead}\n\n{}", quotes.join("\n")));
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

/// Where else it is cited, as lines and labels.
pub(super) fn again(cited: &[(usize, String)]) -> String {
    if cited.is_empty() {
        return String::new();
    }
    let places: Vec<String> = cited.iter().map(|(line, label)| format!("line {line} ({})", markdown(label))).collect();
    format!("\nThe same source is cited again: {}.\n", places.join(", "))
}

/// What was seen that speaks for the verdict, a line each; nothing where a status says it all.
fn why(report: &CitationReport) -> String {
    if report.source.evidence.is_empty() {
        return String::new();
    }
    let line = |seen: &Evidence| format!("- {} (`{}`): {}", place(seen.place), seen.sign, markdown(&seen.text));
    let lines: Vec<String> = report.source.evidence.iter().map(line).collect();
    format!("**Why we think so:**\n\n{}", lines.join("\n"))
}

fn place(place: Place) -> &'static str {
    match place {
        Place::Header => "A header",
        Place::Redirect => "A redirect",
        Place::Data => "Its data",
        Place::Markup => "Its markup",
        Place::Script => "A script",
        Place::Title => "Its title",
        Place::Heading => "A heading",
        Place::Text => "Its text",
        Place::Probe => "Another address",
        Place::Capture => "Against the capture",
    }
}

/// The title of the reference as a link, or the address itself.
pub(super) fn name(report: &CitationReport) -> String {
    match (&report.citation.title, report.source_url()) {
        (Some(title), Some(url)) => link(&excerpt(title, TITLE), &url),
        (None, Some(url)) => bare_link(&url),
        (Some(title), None) => markdown(&excerpt(title, TITLE)),
        (None, None) => "_no title and no address_".to_owned(),
    }
}

/// `gone: not-found`.
pub(super) fn words(report: &CitationReport) -> String {
    let availability = report.source.availability;
    match report.source.reason {
        Some(reason) if reason.as_str() != availability.as_str() => format!("{availability}: {reason}"),
        _ => availability.to_string(),
    }
}

/// When the page was last read with all that is quoted from it; none where that is not known of one of the quotes.
fn stood_on(resting: &[QuoteReport]) -> Option<Timestamp> {
    let stood: Option<Vec<Timestamp>> = resting.iter().map(|quote| quote.verdict.stood_on).collect();
    stood?.into_iter().min()
}

/// A page that shows another title, and lacks what is quoted from it.
pub(super) fn another_page_heading(report: &CitationReport, quotes: usize) -> String {
    let label = markdown(&report.citation.label);
    let none = match quotes {
        // They are told for themselves, since they are bound to others as well.
        0 => "nothing that is quoted from it stands there".to_owned(),
        1 => "its quote does not stand there".to_owned(),
        more => format!("none of its {more} quotes stands there"),
    };
    format!("Line {}: source {label} looks like another page, and {none}", report.citation.place.line)
}

/// The item below that heading: both facts together, since each makes the other likely.
pub(super) fn another_page(report: &CitationReport, quotes: &[QuoteReport]) -> String {
    let messages: Vec<String> = report.findings.iter().map(|finding| markdown(&finding.message)).collect();
    let says_little = match report.source.doubt {
        Some(Unreadable::MayBeNotice) => " Where only a notice stands in the place of the page, wait.",
        _ => "",
    };
    let to_do = format!(
        "**To do:** Open the page, and find out whether the source that the reference describes exists. Where it does, correct \
         the address; where it does not, take out what rests on it.{says_little}{}",
        capture_or_not(report, "The page as it was:")
    );
    let list: Vec<String> = quotes.iter().map(|quote| format!("- {}", quote_item::mention(quote))).collect();
    let list = if list.is_empty() { String::new() } else { format!("Not there:\n\n{}", list.join("\n")) };
    let mut parts = vec![format!("{} — `{}`", name(report), words(report)), messages.join(" "), list, to_do];
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

fn to_do(report: &CitationReport, stood_on: Option<Timestamp>) -> String {
    let at_the_source = to_do_of_the_source(report, stood_on);
    match &report.source.led_to {
        Some(led) => format!(
            "Look at {}, to which it led on {}: where the page still is there, cite that. Else: {at_the_source}",
            bare_link(&led.url),
            day(led.observed_at)
        ),
        None => at_the_source,
    }
}

fn to_do_of_the_source(report: &CitationReport, stood_on: Option<Timestamp>) -> String {
    match report.source.availability {
        Availability::Gone if report.source.suspect => {
            format!("Open it yourself, or wait for the next look.{}", capture_or_not(report, "If it is gone, cite"))
        }
        // Neither suspected nor broken: the configuration expects it.
        Availability::Gone if report.standing == Standing::Unknown => {
            format!("Nothing: it is known to be gone.{}", capture_or_not(report, "Where readers should find it, cite"))
        }
        Availability::Gone => lost(report, stood_on, "Cite another source that stands."),
        Availability::Failing if report.standing == Standing::Broken => {
            lost(report, stood_on, "Find out whether the site is gone, or cite another source.")
        }
        Availability::Failing => {
            format!("Nothing yet: the next run tries again.{}", capture_or_not(report, "If it stays so, cite"))
        }
        Availability::Withheld => withheld(report),
        Availability::Skipped | Availability::Unseen => unlooked(report).to_owned(),
        Availability::Live | Availability::Moved => {
            let other = "Open the page. If it is the one that was cited, correct the title; if it is not, correct the \
                         address.";
            debug_assert!(report.title.verdict == TitleVerdict::Differs, "a live source needs nobody otherwise");
            format!("{other}{}", capture_or_not(report, "The page as it was, to cite or to compare:"))
        }
    }
}

/// A page that is not there any more: its capture, or `otherwise`.
fn lost(report: &CitationReport, stood_on: Option<Timestamp>, otherwise: &str) -> String {
    if report.good_capture().is_some() {
        return capture_or_not(report, "Cite").trim_start().to_owned();
    }
    let unread = report.citation.archive_url.as_ref().filter(|_| report.named_capture().is_none());
    if let Some(url) = unread {
        return format!(
            "Open {}, which the entry names and which could not be read: where it shows the page, nothing is \
             to be done. Else: {otherwise}",
            link("the archive", url)
        );
    }
    let advice = stood_on.map_or_else(|| otherwise.to_owned(), |day_read| {
        format!("What is quoted from it was right, and stood there when it was read on {}. Look for a capture of the page \
             from then in a web archive, and cite it; or cite another source that has the words.", day(day_read))
    });
    advice + &capture_or_not(report, "")
}

fn withheld(report: &CitationReport) -> String {
    let person = match report.source.reason {
        Some(Reason::RateLimited) => "Nothing yet: the next run tries again.",
        Some(Reason::Login | Reason::Paywall) => "Where you have access, open it and compare.",
        Some(Reason::Consent) => "Open it in a browser, answer the question there, and compare.",
        Some(Reason::Region | Reason::Legal) => {
            "Open it from where it is shown, or compare with a capture; nothing is known to be wrong with the citation."
        }
        _ => "Open it in a browser and compare; nothing is known to be wrong with the citation.",
    };
    format!("{person}{}", capture_or_not(report, "To compare without it:"))
}

pub(super) fn unlooked(report: &CitationReport) -> &'static str {
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
fn capture_or_not(report: &CitationReport, lead: &str) -> String {
    if let Some(read) = report.unfit_capture() {
        return unfit(read);
    }
    match &report.captures {
        CaptureSearch::Found(captures) if !captures.is_empty() => {
            report.good_capture().map_or(String::new(), |capture| format!(" {lead} {}", named_capture(report, capture)))
        }
        CaptureSearch::Found(_) | CaptureSearch::None => " No archive that was asked has a capture of it.".to_owned(),
        CaptureSearch::Excluded => " The archive says that the site is excluded from it.".to_owned(),
        CaptureSearch::OnlyErrors(why) | CaptureSearch::Unknown(why) => {
            format!(" Whether there is a capture is not known: {}.", markdown(why.trim_end_matches('.')))
        }
        CaptureSearch::NotAsked => String::new(),
    }
}

/// That a capture was read and is none to cite.
fn unfit(read: &CaptureRead) -> String {
    let lacks = (read.lacks > 0).then(|| "does not have the words that are quoted".to_owned());
    let title = read.title.page.as_deref().filter(|_| read.title.verdict == TitleVerdict::Differs);
    let title = title.map(|title| format!("calls itself “{}”", markdown(&excerpt(title, TITLE))));
    let why: Vec<String> = lacks.into_iter().chain(title).collect();
    let capture = link(&format!("capture of {}", day(read.captured_at)), &read.url);
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
fn named_capture(report: &CitationReport, capture: &Capture) -> String {
    let distance =
        report.anchor.zip(anchor_name(report)).map(|(anchor, name)| match days_between(capture.captured_at, anchor) {
            0 => format!(", within a day of the {name}"),
            1 => format!(", 1 day from the {name}"),
            days => format!(", {days} days from the {name}"),
        });
    let distance = distance.unwrap_or_default();
    format!("the capture of {}{distance}: {}", day(capture.captured_at), link(&capture.url, &capture.url))
}
