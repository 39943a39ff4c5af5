//! The sort key of an address in a CDX index: host reversed, what rarely tells pages apart folded.
//!
//! The rules are those that pywb and the Wayback Machine look addresses up by, so that an index written here is found
//! by them: scheme, user, `www`, default port, case, trailing slash, fragment, order of the query and session ids.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode, percent_encode};
use url::{Host, Url};

/// Escaped in a key: what is not printable ASCII, the percent sign and the number sign.
const ESCAPED: &AsciiSet = &CONTROLS.add(b' ').add(b'%').add(b'#');

/// Escaped in what is its own key.
const UNSPACED: &AsciiSet = &CONTROLS.add(b' ');

/// Query parameters that only carry a session, where the value is 32 letters and digits.
const SESSIONS: &[&[u8]] = &[b"jsessionid", b"phpsessid", b"sid"];

/// The key of an address. What is not a web address is its own key.
pub(super) fn key(address: &str) -> String {
    let Ok(url) = Url::parse(address) else { return unspaced(address) };
    let Some(host) = url.host() else { return unspaced(url.as_str()) };
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{}{port}){}{}", reversed(&host), path(url.path()), query(url.query().unwrap_or_default()))
}

/// Fit for a line of an index, whose fields spaces part.
fn unspaced(address: &str) -> String {
    percent_encode(address.as_bytes(), UNSPACED).to_string()
}

fn reversed(host: &Host<&str>) -> String {
    let name = match host {
        Host::Ipv6(address) => return address.to_string(),
        other => other.to_string(),
    };
    let mut labels: Vec<&str> = name.split('.').collect();
    let numbered = |label: &str| label.strip_prefix("www").is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
    if labels.len() > 1 && numbered(labels[0]) {
        labels.remove(0);
    }
    labels.reverse();
    labels.join(",")
}

fn path(path: &str) -> String {
    let decoded = decoded(path.as_bytes());
    let kept: Vec<&[u8]> = decoded.split(|byte| *byte == b'/').filter(|part| !part.is_empty()).collect();
    format!("/{}", escaped(&kept.join(&b'/')))
}

fn query(query: &str) -> String {
    let decoded = decoded(query.as_bytes());
    let mut parts: Vec<Vec<&[u8]>> = decoded
        .split(|byte| *byte == b'&')
        .map(|part| part.splitn(2, |byte| *byte == b'=').collect())
        .filter(|part: &Vec<&[u8]>| !is_session(part))
        .collect();
    parts.sort();
    let joined: Vec<Vec<u8>> = parts.iter().map(|part| part.join(&b'=')).collect();
    match escaped(&joined.join(&b'&')) {
        empty if empty.is_empty() => empty,
        text => format!("?{text}"),
    }
}

fn is_session(part: &[&[u8]]) -> bool {
    match part {
        [name, value] => SESSIONS.contains(name) && value.len() == 32 && value.iter().all(u8::is_ascii_alphanumeric),
        _ => false,
    }
}

/// An address of more bytes is no one's but who makes it to be slow.
const USUAL: usize = 2_048;

/// Escapes of escapes that are taken off a longer one: each takes all of it to read.
const ESCAPES: usize = 3;

/// Lower case, with escapes taken off until none is left.
fn decoded(text: &[u8]) -> Vec<u8> {
    let rounds = if text.len() > USUAL { ESCAPES } else { USUAL };
    let mut text = text.to_vec();
    for _ in 0..rounds {
        let next: Vec<u8> = percent_decode(&text).collect();
        if next == text {
            break;
        }
        text = next;
    }
    text.to_ascii_lowercase()
}

fn escaped(text: &[u8]) -> String {
    percent_encode(text, ESCAPED).to_string().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The keys of web addresses are those that pywb 2.10 gives.
    #[test]
    fn keys_are_those_that_archives_look_up() {
        for (address, expected) in [
            ("https://example.com/", "com,example)/"),
            ("https://www.example.com/Article?b=2&a=1", "com,example)/article?a=1&b=2"),
            ("http://www2.example.com:80/a/", "com,example)/a"),
            ("https://example.com:8443/a/../b//c?", "com,example:8443)/b/c"),
            ("http://127.0.0.1:8801/page", "1,0,0,127:8801)/page"),
            ("http://[::1]:80/x", "::1)/x"),
            ("https://example.com/a%20b%2Fc%C3%A9?q=%41&x=é", "com,example)/a%20b/c%c3%a9?q=a&x=%c3%a9"),
            ("https://example.com/?b&a=1&b=2", "com,example)/?a=1&b&b=2"),
            ("https://example.com/x?PHPSESSID=0123456789abcdef0123456789abcdef&y=1", "com,example)/x?y=1"),
            ("https://example.com/a?sid=0123456789abcdef0123456789abcdef", "com,example)/a"),
            ("https://münchen.example/ä", "example,xn--mnchen-3ya)/%c3%a4"),
            ("https://web.archive.org/web/2020id_/https://a.b/A?x=Y", "org,archive,web)/web/2020id_/https:/a.b/a?x=y"),
            ("https://user:pw@example.com/", "com,example)/"),
            ("https://example.com/a#frag", "com,example)/a"),
            ("https://example.com/a+b?c+d=e f", "com,example)/a+b?c+d=e%20f"),
            ("https://example.com//", "com,example)/"),
            ("https://example.com/a?&b=1&&a=2&", "com,example)/a?&&&a=2&b=1"),
            ("https://example.com/a|b^c`d{e}~f'g(h)*!,;:@$&=+-_.", "com,example)/a|b^c`d{e}~f'g(h)*!,;:@$&=+-_."),
            ("urn:citewatch:x", "urn:citewatch:x"),
            ("a: 0", "a:%200"),
            ("no address\n", "no%20address%0A"),
        ] {
            assert_eq!(key(address), expected, "{address}");
        }
    }

    proptest! {
        #[test]
        fn a_key_never_holds_a_space(address in "(https?://[a-z.]{1,9}/)?\\PC{0,40}") {
            prop_assert!(!key(&address).contains([' ', '\r', '\n']));
        }
    }
}
