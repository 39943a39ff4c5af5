//! Addresses in web archives: which archive, which moment, which page.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use memchr::memchr2;
use percent_encoding::percent_decode_str;
use url::Url;

use super::archive_service::{self, Shape};
use super::host;
use super::webcite;

pub use super::archive_service::Service;

/// What an address in a web archive says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchiveRef {
    /// Whose archive.
    pub service: Service,
    /// The moment as far as it is written, 4 to 14 digits: `20240630101500`.
    pub timestamp: Option<String>,
    /// The moment, where at least its day is written and exists.
    pub captured_at: Option<Timestamp>,
    /// The page that was archived, where the address tells it. It can be an archive address itself.
    pub original: Option<String>,
    /// What the address leads to.
    pub kind: Kind,
}

/// What an address in a web archive leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A capture, the one nearest to the moment.
    Capture,
    /// Whatever capture is the newest (or the oldest) when somebody looks.
    Newest,
    /// A page about captures: a calendar, a search. Nothing is captured there.
    Calendar,
    /// What has the archive capture the page when somebody opens it, or the form for that. Nothing is captured there.
    Saving,
    /// Something that was uploaded to the archive, such as a book. It is a source of its own.
    Item,
    /// A capture behind a short code, so that the address does not tell the page.
    ShortCode,
}

/// Archives of archives are at most this deep in practice (three), and a hostile address is bounded.
const MOST_LAYERS: usize = 8;

/// Digits of a moment to the second.
const WHOLE_MOMENT: usize = 14;

/// What `url` says, if it is an address in a web archive.
pub fn read(url: &str) -> Option<ArchiveRef> {
    let host = match host::as_written(url) {
        Some(host) => Cow::Borrowed(host),
        None => Cow::Owned(parsed(url)?.host_str()?.trim_end_matches('.').to_lowercase()),
    };
    let path = after_host(url)?;
    let (service, shape) = archive_service::of_host(&host);
    match shape {
        // It showed the page of today, and captured it on the way.
        Shape::Wayback if host.starts_with("liveweb.") => {
            has_scheme(path).then(|| ArchiveRef::new(service, Kind::Saving).of(path))
        }
        Shape::Wayback => wayback(service, path),
        Shape::Today => archive_today(service, path),
        Shape::Timestamp => timestamped(service, path),
        Shape::Code => short_code(service, &parsed(url)?, path),
        Shape::WebCite => webcite(service, path),
        // Nearly all addresses are of no archive, and nearly none of them has as many digits.
        Shape::Unknown if path.bytes().filter(u8::is_ascii_digit).count() < WHOLE_MOMENT => None,
        Shape::Unknown => timestamped(service, path).filter(|found| {
            let whole = found.timestamp.as_ref().is_some_and(|digits| digits.len() == WHOLE_MOMENT);
            whole && found.captured_at.is_some() && found.kind == Kind::Capture
        }),
    }
}

/// Whether `url` leads to the site of `service`, to a capture or to another page of it.
pub(crate) fn is_at(url: &str, service: Service) -> bool {
    host::as_written(url).is_some_and(|host| archive_service::of_host(host).0 == service)
}

fn parsed(url: &str) -> Option<Url> {
    Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https"))
}

/// The page at the bottom of an address in a web archive, archives of archives taken off. None if `url` is not such
/// an address or does not tell the page.
pub fn unwrap_all(url: &str) -> Option<String> {
    let mut original = read(url)?.original?;
    for _ in 0..MOST_LAYERS {
        match read(&original).and_then(|inner| inner.original) {
            Some(inner) => original = inner,
            None => break,
        }
    }
    Some(original)
}

impl ArchiveRef {
    fn new(service: Service, kind: Kind) -> Self {
        Self { service, timestamp: None, captured_at: None, original: None, kind }
    }

    fn at(self, digits: &str) -> Self {
        Self { timestamp: Some(digits.to_owned()), captured_at: moment(digits), ..self }
    }

    fn of(self, rest: &str) -> Self {
        Self { original: original(rest), ..self }
    }
}

/// `/web/20240630101500id_/https://…`, `/web/2024*/…`, `/web/https://…`, `/details/…`.
fn wayback(service: Service, path: &str) -> Option<ArchiveRef> {
    let (first, after) = segment(path);
    match first {
        "details" | "download" | "stream" | "embed" => return Some(ArchiveRef::new(service, Kind::Item)),
        // What is embedded in a page that is being captured is asked for under `_embed/`.
        "save" => {
            let page = after.strip_prefix("_embed/").unwrap_or(after);
            return Some(ArchiveRef::new(service, Kind::Saving).of(page));
        }
        _ => {}
    }
    let web = first == "web";
    let path = if web { after } else { path };
    let (moment, rest) = segment(path);
    let (digits, modifier) = split_digits(moment);
    let is_moment = is_modifier(modifier);
    match digits.len() {
        0 if modifier == "*" => Some(ArchiveRef::new(service, Kind::Calendar).of(rest)),
        _ if modifier.starts_with('*') && web => {
            let calendar = ArchiveRef::new(service, Kind::Calendar).of(rest);
            Some(ArchiveRef { timestamp: (4..=14).contains(&digits.len()).then(|| digits.to_owned()), ..calendar })
        }
        // Other hosts of the same domain have years in their paths.
        4..=14 if is_moment && (web || has_scheme(rest)) => {
            Some(ArchiveRef::new(service, Kind::Capture).at(digits).of(rest))
        }
        // With a flag that no archive knows, a moment is one all the same.
        WHOLE_MOMENT if web && has_scheme(rest) && is_flag_like(modifier) => {
            Some(ArchiveRef::new(service, Kind::Capture).at(digits).of(rest))
        }
        // `/web/2/https://…` is in use for the newest one.
        1..=3 if is_moment && web => Some(ArchiveRef::new(service, Kind::Newest).of(rest)),
        _ if has_scheme(path) => Some(ArchiveRef::new(service, Kind::Newest).of(path)),
        _ => None,
    }
}

/// `/2024.06.30-101500/https://…`, `/20240630101500/…`, `/newest/…`, `/AbCd1`.
fn archive_today(service: Service, path: &str) -> Option<ArchiveRef> {
    let (first, rest) = segment(path);
    let digits: String = first.chars().filter(|c| !matches!(c, '.' | '-')).collect();
    if (4..=14).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) && !rest.is_empty() {
        return Some(ArchiveRef::new(service, Kind::Capture).at(&digits).of(rest));
    }
    match first {
        "newest" | "oldest" | "timegate" => Some(ArchiveRef::new(service, Kind::Newest).of(rest)),
        "timemap" | "*" => Some(ArchiveRef::new(service, Kind::Calendar).of(rest)),
        "o" => {
            let (_, rest) = segment(rest);
            Some(ArchiveRef::new(service, Kind::ShortCode).of(rest))
        }
        "wip" => Some(ArchiveRef::new(service, Kind::ShortCode)),
        "submit" => Some(ArchiveRef::new(service, Kind::Saving).of(&query_value(path, "url").unwrap_or_default())),
        _ if has_scheme(path) => Some(ArchiveRef::new(service, Kind::Calendar).of(path)),
        _ => is_code(first).then(|| ArchiveRef::new(service, Kind::ShortCode)),
    }
}

/// A moment anywhere in the path and the page after it: `/wayback/20240630101500mp_/https://…`, `/1234/2024*/…`.
fn timestamped(service: Service, path: &str) -> Option<ArchiveRef> {
    if let Some(page) = query_value(path, "url") {
        let moment = query_value(path, "timestamp").or_else(|| query_value(path, "date"));
        let digits: String = moment.unwrap_or_default().chars().filter(char::is_ascii_digit).take(14).collect();
        let found = ArchiveRef::new(service, if digits.len() < 4 { Kind::Newest } else { Kind::Capture });
        let found = if digits.len() < 4 { found } else { found.at(&digits) };
        return Some(found.of(&page));
    }
    let mut rest = path;
    let mut bare = None;
    while !rest.is_empty() && !has_scheme(rest) {
        let (part, after) = segment(rest);
        let (digits, modifier) = split_digits(part);
        if (4..=14).contains(&digits.len()) && is_modifier(modifier) && !after.is_empty() {
            let found = ArchiveRef::new(service, Kind::Capture).at(digits);
            if has_scheme(after) {
                return Some(found.of(after));
            }
            // A collection can have a number as well; a whole moment is no collection.
            if digits.len() == 14 && bare.is_none() {
                bare = Some(found.of(after));
            }
        } else if modifier == "*" && !after.is_empty() {
            return Some(ArchiveRef::new(service, Kind::Calendar).of(after));
        }
        rest = after;
    }
    bare.or_else(|| (rest != path && has_scheme(rest)).then(|| ArchiveRef::new(service, Kind::Newest).of(rest)))
}

/// `/AB12-CD34`; where the query names the page, that too.
fn short_code(service: Service, url: &Url, path: &str) -> Option<ArchiveRef> {
    let (first, rest) = segment(path);
    if matches!(first, "timegate" | "timemap") {
        let kind = if first == "timegate" { Kind::Newest } else { Kind::Calendar };
        return Some(ArchiveRef::new(service, kind).of(rest));
    }
    let (first, is_named) =
        if matches!(first, "archive" | "varchive") { (segment(rest).0, true) } else { (first, false) };
    let value = |wanted: &str| url.query_pairs().find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned());
    let Some(page) = value("url") else {
        // Without a digit it is a word: `/about`.
        let is_code = is_code(first) && (is_named || first.contains(|c: char| c.is_ascii_digit()));
        return is_code.then(|| ArchiveRef::new(service, Kind::ShortCode));
    };
    let found = ArchiveRef::new(service, Kind::Capture).of(&page);
    let digits: String = value("date").unwrap_or_default().chars().filter(char::is_ascii_digit).take(14).collect();
    Some(if digits.len() < 4 { found } else { found.at(&digits) })
}

/// `/5eWaHRbn4`, `/5eWaHRbn4?url=…`, `/query?id=…`, `/query?url=…&date=…`, `/archive?url=…`.
fn webcite(service: Service, path: &str) -> Option<ArchiveRef> {
    let (first, _) = segment(path);
    let first = first.split('?').next().unwrap_or(first);
    let page = webcite::page(path).and_then(|page| original(&page));
    let of_page = |kind| ArchiveRef { original: page.clone(), ..ArchiveRef::new(service, kind) };
    let id = match first {
        "archive" | "archive.php" => return page.is_some().then(|| of_page(Kind::Saving)),
        "query" | "query.php" => query_value(path, "id"),
        "cache" => return Some(ArchiveRef::new(service, Kind::ShortCode)),
        // Without a digit it is a word: `/about`.
        _ => (is_code(first) && first.contains(|c: char| c.is_ascii_digit())).then(|| first.to_owned()),
    };
    let by_id = id.is_some();
    let written = || query_value(path, "date").filter(|_| !by_id);
    let digits = id.as_deref().and_then(webcite::moment).or_else(written).unwrap_or_default();
    let digits: String = digits.chars().filter(char::is_ascii_digit).take(WHOLE_MOMENT).collect();
    let kind = match (&page, by_id) {
        (None, true) => Kind::ShortCode,
        (None, false) => return None,
        (Some(_), false) if digits.len() < 4 => Kind::Newest,
        (Some(_), _) => Kind::Capture,
    };
    Some(if digits.len() < 4 { of_page(kind) } else { of_page(kind).at(&digits) })
}

/// What stands after the host as written: [`Url`] would change the address inside it.
fn after_host(url: &str) -> Option<&str> {
    let usual = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let rest = usual.or_else(|| Some(url.split_once("://")?.1))?;
    Some(memchr2(b'/', b'?', rest.as_bytes()).map_or("", |at| rest[at..].trim_start_matches('/')))
}

fn segment(path: &str) -> (&str, &str) {
    match path.split_once('/') {
        Some((first, rest)) => (first, rest),
        None => (path.split(['?', '#']).next().unwrap_or(path), ""),
    }
}

fn split_digits(part: &str) -> (&str, &str) {
    part.split_at(part.bytes().take_while(u8::is_ascii_digit).count())
}

/// `id_`, `if_`, `mp_` and their like, or nothing.
fn is_modifier(text: &str) -> bool {
    let letters = text.strip_suffix('_').unwrap_or(text);
    text.is_empty() || (text.len() == 3 && letters.len() == 2 && letters.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// Whether text behind a moment is meant for a flag, well written or not.
fn is_flag_like(text: &str) -> bool {
    (1..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Flags that the Internet Archive, `OpenWayback` and pywb have: how a capture is to be rewritten.
const FLAGS: &[&str] = &[
    "", "id_", "ir_", "if_", "js_", "jm_", "cs_", "im_", "fw_", "fr_", "mp_", "oe_", "tf_", "bn_", "vi_", "av_", "ba_",
    "sw_", "wm_", "hh_", "esm_", "wkr_", "wkrf_", "trf_",
];

/// What stands behind the 14 digits of a moment and is no flag of any archive, if something does.
pub fn unknown_flag(url: &str) -> Option<&str> {
    let (part, _) = segment(after_host(url)?.strip_prefix("web/")?);
    let (digits, flag) = split_digits(part);
    (digits.len() == WHOLE_MOMENT && is_flag_like(flag) && !FLAGS.contains(&flag)).then_some(flag)
}

/// Codes have 4 to 20 letters and digits, at Perma.cc with a hyphen.
fn is_code(part: &str) -> bool {
    (4..=20).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn query_value(path: &str, wanted: &str) -> Option<String> {
    let (_, query) = path.split_once('?').filter(|(before, _)| !has_scheme(before) && !before.contains("://"))?;
    let mut pairs = url::form_urlencoded::parse(query.as_bytes());
    pairs.find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
}

fn has_scheme(text: &str) -> bool {
    starts_with_any(text, &["http:", "https:", "ftp:"]) || is_escaped(text)
}

/// Whether the address is escaped as a whole: `https%3A%2F%2F…`.
fn is_escaped(text: &str) -> bool {
    starts_with_any(text, &["http%3a", "https%3a", "ftp%3a"])
}

fn starts_with_any(text: &str, starts: &[&str]) -> bool {
    starts.iter().any(|start| text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
}

/// The page that `rest` names: it may lack its scheme or a slash, or be escaped as a whole.
fn original(rest: &str) -> Option<String> {
    let whole =
        if is_escaped(rest) { percent_decode_str(rest).decode_utf8().ok()?.into_owned() } else { rest.to_owned() };
    let scheme = ["http:", "https:", "ftp:"]
        .into_iter()
        .find(|scheme| whole.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    let page = match scheme {
        Some(scheme) => format!("{scheme}//{}", whole[scheme.len()..].trim_start_matches('/')),
        None => format!("http://{}", whole.trim_start_matches('/')),
    };
    let is_page =
        Url::parse(&page).is_ok_and(|url| url.host_str().is_some_and(|host| scheme.is_some() || host.contains('.')));
    is_page.then_some(page)
}

/// The moment of at least eight digits; what is not written is midnight.
fn moment(digits: &str) -> Option<Timestamp> {
    if digits.len() < 8 {
        return None;
    }
    let part = |start: usize, end: usize| digits.get(start..end).map_or(Some(0), |part| part.parse::<i8>().ok());
    let (hour, minute, second) = (part(8, 10)?, part(10, 12)?, part(12, 14)?);
    let at = DateTime::new(digits[..4].parse().ok()?, part(4, 6)?, part(6, 8)?, hour, minute, second, 0).ok()?;
    TimeZone::UTC.to_timestamp(at).ok()
}

#[cfg(test)]
#[path = "archive_url_tests.rs"]
mod tests;
