//! What addresses in `WebCite` hold: the moment of a capture, as the number that is its id, and its page in the query.

use jiff::Timestamp;
use percent_encoding::percent_decode_str;

/// Digits of the numbers by which captures are known in the addresses made first: microseconds since 1970.
const DECIMAL: usize = 16;

/// Signs of the same number to the base 62, as nearly all addresses have it.
const SHORT: usize = 9;

/// The seconds between which captures were made: from the year of the service's beginning to July 2019.
const MADE: std::ops::Range<i64> = 852_076_800..1_564_617_600;

/// The moment that an id holds, as the 14 digits of addresses in archives; none where it is no such number.
pub(super) fn moment(id: &str) -> Option<String> {
    let micros = match id.len() {
        DECIMAL => id.parse().ok()?,
        SHORT => id.bytes().try_fold(0, |number: i64, sign| Some(number * 62 + value(sign)?))?,
        _ => return None,
    };
    let at = Timestamp::from_microsecond(micros).ok()?;
    MADE.contains(&at.as_second()).then(|| at.strftime("%Y%m%d%H%M%S").to_string())
}

/// Digits stand for themselves, then capital letters, then small ones.
fn value(sign: u8) -> Option<i64> {
    Some(match sign {
        b'0'..=b'9' => i64::from(sign - b'0'),
        b'A'..=b'Z' => i64::from(sign - b'A') + 10,
        b'a'..=b'z' => i64::from(sign - b'a') + 36,
        _ => return None,
    })
}

/// The page that the query of an address names: escaped, or as it is and then to the end, for its own parameters are not
/// those of the archive.
pub(super) fn page(path: &str) -> Option<String> {
    /// What the archive itself has behind a page.
    const OWN: &[&str] = &["&date=", "&id=", "&refdoi=", "&email="];
    let (_, query) = path.split_once('?')?;
    let query = query.split('#').next().unwrap_or(query);
    let start = if query.starts_with("url=") { 4 } else { query.find("&url=")? + 5 };
    let rest = &query[start..];
    let end = if rest.contains("://") && !rest.split('&').next().unwrap_or(rest).contains('%') {
        OWN.iter().filter_map(|own| rest.find(own)).min().unwrap_or(rest.len())
    } else {
        rest.find('&').unwrap_or(rest.len())
    };
    let is_escaped = !rest[..end].contains("://");
    let decoded = || Some(percent_decode_str(&rest[..end].replace('+', " ")).decode_utf8().ok()?.into_owned());
    if is_escaped { decoded() } else { Some(rest[..end].to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_holds_the_moment_of_its_capture() {
        for (id, expected) in [
            ("5zHfNdAbc", Some("20110608084213")),
            ("50000000A", Some("20040805100847")),
            ("1138911916587475", Some("20060202202516")),
            ("1138911916587475000", None),
            // Of years in which no captures were made.
            ("100000000", None),
            ("zzzzzzzzz", None),
            ("1738911916587475", None),
            ("5zHfNd-bc", None),
            ("5zHfNdAb", None),
            ("6abcDEF", None),
            ("", None),
        ] {
            assert_eq!(moment(id).as_deref(), expected, "{id}");
        }
    }

    #[test]
    fn a_page_stands_in_the_query_escaped_or_not() {
        for (path, expected) in [
            (
                "5zHfNdAbc?url=http%3A%2F%2Fe.example%2Fa%3Fb%3D1%26c%3D2&date=2011-06-08",
                Some("http://e.example/a?b=1&c=2"),
            ),
            ("5zHfNdAbc?url=http://e.example/a?b=1&c=2", Some("http://e.example/a?b=1&c=2")),
            ("query?url=http://e.example/a?b=1&c=2&date=2011-06-08", Some("http://e.example/a?b=1&c=2")),
            ("query?date=2011-06-08&url=http://e.example/a", Some("http://e.example/a")),
            ("query?url=e.example/a", Some("e.example/a")),
            ("query?id=1138911916587475", None),
            ("5zHfNdAbc", None),
        ] {
            assert_eq!(page(path).as_deref(), expected, "{path}");
        }
    }
}
