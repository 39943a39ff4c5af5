//! A source that needs a person: what happened, what to do, which quotes rest on it.

use jiff::Timestamp;

use super::quote_item;
use crate::page::Place;
use crate::report::escape::{bare_link, link, markdown};
use crate::report::to_do::{self, Way};
use crate::report::{CitationReport, QuoteReport};
use crate::standing::Standing;
use crate::verdict::{Availability, Evidence, Reason, Unreadable, excerpt};

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
    parts.push(format!("**To do:** {}", to_do::source::of(Way::Markdown, report, stood_on(resting))));
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
        to_do::source::capture_or_not(Way::Markdown, report, "The page as it was:")
    );
    let list: Vec<String> = quotes.iter().map(|quote| format!("- {}", quote_item::mention(quote))).collect();
    let list = if list.is_empty() { String::new() } else { format!("Not there:\n\n{}", list.join("\n")) };
    let mut parts = vec![format!("{} — `{}`", name(report), words(report)), messages.join(" "), list, to_do];
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}
