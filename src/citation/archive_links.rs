//! What is wrong with the archive addresses of an entry, seen without looking at any of them.

use jiff::Span as TimeSpan;
use jiff::civil::Date;
use percent_encoding::percent_decode_str;
use url::Url;

use crate::date::PartialDate;
use crate::document::{Entry, Format, Role};
use crate::finding::{Code, Finding, Level};
use crate::locator::archive_url::{self, ArchiveRef, Kind, Service};
use crate::locator::{key, redirector};
use crate::span::{Lines, Place};

use super::{Citation, cited};

/// The Internet Archive began in May 1996, and no web archive is older.
const FIRST_YEAR: &str = "1996";

/// Archives that prove nothing, addresses that are no capture or one of another page, and dates that are not the
/// capture's.
pub(super) fn findings(
    (format, text): (Format, &str),
    entry: &Entry,
    citation: &Citation,
    lines: &Lines<'_>,
) -> Vec<Finding> {
    let place = citation.url_spans.first().map_or(citation.place, |&span| lines.place(span));
    let mut found = Vec::new();
    for address in [&citation.url, &citation.archive_url].into_iter().flatten() {
        let Some(capture) = archive_url::read(address) else { continue };
        found.extend(of_address(address, &capture, place));
        found.extend(mismatch(entry.source.archive_date, &capture, citation.place));
    }
    let fields = has_fields(format) && entry.role != Role::Link && is_in_field(format, text, citation);
    found.extend(together(fields, citation, place));
    found
}

/// What the address itself shows.
fn of_address(address: &str, capture: &ArchiveRef, place: Place) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |code: Code, level: Level, message: String| {
        found.push(Finding::new(code, message, Some(place)).at_level(level));
    };
    if capture.service == Service::ArchiveToday {
        let code = Code::ArchiveUntrusted;
        add(code, code.level(), format!("{address} is a capture of archive.today"));
    }
    if capture.service == Service::WebCite {
        let code = Code::ArchiveClosed;
        add(
            code,
            code.level(),
            format!("{address} is at WebCite, which captures nothing any more and is often out of reach"),
        );
    }
    let code = Code::ArchiveCalendar;
    match capture.kind {
        Kind::Calendar => {
            add(code, code.level(), format!("{address} is a calendar of captures, not one of them"));
        }
        Kind::Saving => {
            add(code, code.level(), format!("{address} asks the archive to capture the page, and is no capture of it"));
        }
        // Some archives keep one capture of a page and give it no other address.
        Kind::Newest => {
            add(code, Level::Note, format!("{address} leads to whichever capture is the newest"));
        }
        Kind::Capture | Kind::Item | Kind::ShortCode => {}
    }
    if let Some(why) = invented(capture) {
        let code = Code::ArchiveDateInvented;
        add(code, code.level(), format!("{address} {why}"));
    }
    if let Some(why) = malformed(address, capture) {
        let code = Code::ArchiveUrlMalformed;
        add(code, code.level(), format!("{address} {why}"));
    }
    let digits = capture.timestamp.as_deref().map_or(0, str::len);
    if capture.kind == Kind::Capture && capture.service == Service::Wayback && (4..14).contains(&digits) {
        let why = "names its moment by fewer than 14 digits, and leads to whichever capture is the nearest";
        add(Code::ArchiveUrlMalformed, Level::Note, format!("{address} {why}"));
    }
    found
}

/// Why the moment in an address is none at which a page was captured.
fn invented(capture: &ArchiveRef) -> Option<&'static str> {
    let digits = capture.timestamp.as_deref().filter(|_| capture.kind == Kind::Capture)?;
    if &digits[..4] < FIRST_YEAR {
        return Some("names a year in which there was no web archive");
    }
    match digits.len() {
        14 if digits.ends_with("0101000000") => Some("names the first second of a year"),
        14 if capture.captured_at.is_none() => Some("names a moment that does not exist"),
        _ => None,
    }
}

/// What is wrong with how an address is written.
fn malformed(address: &str, capture: &ArchiveRef) -> Option<&'static str> {
    let inside = &address[address.find("://").map_or(0, |at| at + 3)..];
    // In a query the page's address is escaped rightly.
    let path = inside.split('?').next().unwrap_or(inside).to_ascii_lowercase();
    if ["/http%3a", "/https%3a"].iter().any(|start| path.contains(start)) {
        return Some("holds the address of its page percent-encoded as a whole");
    }
    if archive_url::unknown_flag(address).is_some() {
        return Some("has something behind the digits of its moment that no archive has as a flag");
    }
    if path.contains(":///") {
        return Some("has more slashes than two before the host of its page");
    }
    let inner = capture.original.as_deref().filter(|_| capture.kind != Kind::Saving).and_then(archive_url::read)?;
    let is_shown = matches!(inner.kind, Kind::Capture | Kind::Newest | Kind::Calendar | Kind::Saving);
    let twice = inner.service == capture.service && is_shown;
    twice.then_some("is a capture of a capture in the same archive")
}

fn mismatch(written: Option<PartialDate>, capture: &ArchiveRef, place: Place) -> Option<Finding> {
    let (written, captured) = (written?, capture.timestamp.as_deref().and_then(cited::timestamp_date)?);
    (!are_near(written, captured)).then(|| {
        let message = format!("archived {written} by the entry, {captured} by the address");
        Finding::new(Code::ArchiveDateMismatch, message, Some(place))
    })
}

/// Whether two dates can be the same day, a day of time zones allowed.
fn are_near(one: PartialDate, other: PartialDate) -> bool {
    let day = TimeSpan::new().days(1);
    let starts_by = |date: PartialDate, other: PartialDate| {
        date.first_day().checked_sub(day).is_ok_and(|start| start <= other.last_day())
    };
    starts_by(one, other) && starts_by(other, one)
}

/// Whether an entry of the format has a field for the address of its page.
fn has_fields(format: Format) -> bool {
    matches!(format, Format::Wikitext | Format::Bibtex | Format::CslJson | Format::Ris)
}

/// Whether an address stands in a field, and not in a link of a wiki, which has but one.
fn is_in_field(format: Format, text: &str, citation: &Citation) -> bool {
    let before = citation.url_spans.first().and_then(|span| text.get(..span.start()));
    format != Format::Wikitext || before.is_some_and(|before| before.trim_end().ends_with(['=', '|']))
}

/// What the address of an entry and that of its archive show side by side.
///
/// `has_fields`: the page and its archive have fields of their own.
fn together(has_fields: bool, citation: &Citation, place: Place) -> Option<Finding> {
    let url = citation.url.as_deref()?;
    let captured = archive_url::read(url).filter(|capture| capture.kind != Kind::Item);
    let finding = |code, message: String| Some(Finding::new(code, message, Some(place)));
    match (captured, citation.archive_url.as_deref()) {
        (Some(_), Some(archive)) if archive_url::read(archive).is_none() => finding(
            Code::ArchiveUrlMalformed,
            format!("{url} stands where the page belongs, and {archive} where its archive does"),
        ),
        (Some(_), None) if has_fields => finding(Code::ArchiveAsSource, format!("{url} stands where the page belongs")),
        (None, Some(archive)) if is_itself(url, archive) => finding(
            Code::ArchiveUrlMalformed,
            format!("{archive} stands where the archive belongs, and is the address of the page itself"),
        ),
        (None, Some(archive)) => of_another_page(url, archive, place),
        (Some(_) | None, _) => None,
    }
}

fn is_itself(url: &str, archive: &str) -> bool {
    let (Ok(url), Ok(archive)) = (Url::parse(url), Url::parse(archive)) else { return false };
    key::key(&without_port(&url)) == key::key(&without_port(&archive))
}

/// A capture of a day that is yet to come, wherever on earth the author is.
pub(super) fn in_future(citation: &Citation, today: Date) -> Option<Finding> {
    let next = today.tomorrow().unwrap_or(today);
    [&citation.url, &citation.archive_url].into_iter().flatten().find_map(|address| {
        let capture = archive_url::read(address).filter(|capture| capture.kind == Kind::Capture)?;
        let captured = cited::timestamp_date(capture.timestamp.as_deref()?)?;
        (captured.first_day() > next).then(|| {
            let message = format!("{address} names a moment that is yet to come");
            citation.finding(Code::ArchiveDateInvented, message)
        })
    })
}

fn of_another_page(url: &str, archive: &str, place: Place) -> Option<Finding> {
    // What a redirector leads to is what is cited, and captured.
    let original = archive_url::unwrap_all(archive)?;
    let [url, original] = [url, &original].map(|url| redirector::target(url).unwrap_or_else(|| url.to_owned()));
    let (cited, captured) = (Url::parse(&url).ok()?, Url::parse(&original).ok()?);
    if spelled(&cited) == spelled(&captured) {
        return None;
    }
    let (message, level) = if folded(&cited) == folded(&captured) {
        (format!("{archive} is a capture of {original}, which spells the address in another way"), Level::Note)
    } else {
        (
            format!("{archive} is a capture of {original}, which is not the address cited"),
            Code::ArchiveOfAnotherPage.level(),
        )
    };
    Some(Finding::new(Code::ArchiveOfAnotherPage, message, Some(place)).at_level(level))
}

/// Archives keep the ports of the web in addresses of either scheme.
fn without_port(url: &Url) -> Url {
    let mut url = url.clone();
    if matches!(url.port(), Some(80 | 443)) {
        url.set_port(None).expect("an address with a port has a host");
    }
    url
}

/// The key of a page, with escapes for the signs that formats cannot have in an address as they are: `a|b` is `a%7Cb` in a
/// template of a wiki.
fn spelled(url: &Url) -> String {
    const SIGNS: &[char] = &['|', '[', ']', '{', '}', '<', '>', '"', '\'', '`', '^', '\\'];
    let key = key::key(&without_port(url));
    let escaped = |c: char| if SIGNS.contains(&c) { format!("%{:02X}", u32::from(c)) } else { c.to_string() };
    key.as_str().chars().map(escaped).collect()
}

/// As archives look addresses up: escapes and case make no difference.
fn folded(url: &Url) -> String {
    let key = key::key(&without_port(url));
    percent_decode_str(key.as_str()).decode_utf8_lossy().to_lowercase()
}

#[cfg(test)]
#[path = "archive_links_tests.rs"]
mod tests;
