//! DOIs in running text, and the addresses that resolve them.

use std::ops::Range;

use memchr::memmem;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::characters;
use crate::span::floor_char_boundary;

/// Hosts that resolve a DOI as their path.
const RESOLVERS: [&str; 3] = ["doi.org", "dx.doi.org", "www.doi.org"];
/// What a DOI may hold and an address may not (DOI Handbook §2.5.2.4).
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');
/// The longest DOIs in use have about 200 characters.
const LONGEST: usize = 512;

/// Every DOI of `text` with the bytes that it stands in, a `doi:` before it included. DOIs inside addresses are not
/// among them: those are found as addresses.
pub fn find(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut next = 0;
    for prefix in memmem::find_iter(text.as_bytes(), "10.") {
        if prefix < next || is_inside_word(&text[next..prefix]) {
            continue;
        }
        if let Some(end) = end_of(text, prefix) {
            found.push((label_start(text, next, prefix)..end, text[prefix..end].to_owned()));
            next = end;
        }
    }
    found
}

/// The address that resolves `doi`.
pub fn url(doi: &str) -> String {
    format!("https://doi.org/{}", utf8_percent_encode(doi, ESCAPED))
}

/// The DOI that `address` resolves, in lower case, where it is one of a resolver.
pub fn of_address(address: &str) -> Option<String> {
    let url = is_resolver_near(address).then(|| url::Url::parse(address).ok())??;
    let host = url.host_str().map(str::to_ascii_lowercase)?;
    of_resolver(&host, &percent_encoding::percent_decode_str(url.path()).decode_utf8_lossy())
}

fn is_resolver_near(address: &str) -> bool {
    memmem::find(address.as_bytes(), b"doi.org").is_some() || memmem::find(address.as_bytes(), b"DOI.ORG").is_some()
}

/// The DOI that the address with this host and this decoded path resolves, in lower case: DOIs ignore case.
pub(super) fn of_resolver(host: &str, path: &str) -> Option<String> {
    let doi = path.trim_start_matches('/');
    (RESOLVERS.contains(&host) && registrant_end(doi).is_some()).then(|| doi.to_lowercase())
}

/// Whether `address` begins with a resolver of DOIs.
pub(super) fn is_resolver(address: &str) -> bool {
    // A text without a scheme is not read to its end for one.
    let near = &address[..floor_char_boundary(address, "https://".len())];
    let Some(rest) = near.find("://").map(|at| &address[at + "://".len()..]) else { return false };
    RESOLVERS.iter().any(|host| {
        rest.get(..host.len()).is_some_and(|start| start.eq_ignore_ascii_case(host))
            && rest[host.len()..].starts_with("/10.")
    })
}

/// The length of `<1661::AID-SIM968>3.0` at the start of `text`: old journal DOIs have it (SICI, ANSI/NISO Z39.56),
/// and it is told from a tag or a closing `>` by the number after it.
pub(super) fn angle_part(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let close = inner.char_indices().take(64).find(|&(_, c)| c == '>' || c == '<' || c.is_whitespace())?.0;
    let mut after = inner[close..].strip_prefix('>')?.chars();
    let number = after.next().is_some_and(|c| c.is_ascii_digit())
        && after.next() == Some('.')
        && after.next().is_some_and(|c| c.is_ascii_digit());
    number.then_some(1 + close + 1)
}

/// Where the characters of a DOI, or of an address that ends in one, end, before anything is trimmed.
pub(super) fn whole_end(text: &str, longest: usize) -> usize {
    let mut next = 0;
    for (at, c) in text.char_indices() {
        if at < next {
            continue;
        }
        if at >= longest {
            return at;
        }
        if characters::ends(c) {
            let Some(length) = angle_part(&text[at..]) else { return at };
            next = at + length;
        }
    }
    text.len()
}

fn end_of(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    let suffix = registrant_end(rest)?;
    let doi = characters::trimmed(characters::balanced(&rest[..whole_end(rest, LONGEST)]), None);
    (doi.len() > suffix).then_some(start + doi.len())
}

/// Past `10.1000.10/` at the start of `text`.
fn registrant_end(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("10.")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let length = rest.bytes().take(32).take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    ((4..=9).contains(&digits) && rest[length..].starts_with('/')).then_some("10.".len() + length + 1)
}

/// Whether what stands before makes the number part of something longer: an address, a decimal, a word.
fn is_inside_word(before: &str) -> bool {
    before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | '=' | '%' | '-' | '_'))
}

/// Where the `doi:` before the DOI starts, or the DOI itself.
fn label_start(text: &str, from: usize, doi: usize) -> usize {
    let before = text[from..doi].trim_end_matches([' ', '\u{a0}']);
    let before = before.strip_suffix(':').unwrap_or(before);
    let start = before.len().saturating_sub("doi".len());
    let is_label = before.get(start..).is_some_and(|word| word.eq_ignore_ascii_case("doi"))
        && !before[..start].chars().next_back().is_some_and(char::is_alphanumeric);
    if is_label { from + start } else { doi }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = find(text);
        let shown: Vec<(&str, &str)> = found.iter().map(|(range, doi)| (&text[range.clone()], doi.as_str())).collect();
        assert_eq!(shown, expected, "{text:?}");
    }

    #[test]
    fn a_doi_is_found_with_its_label_and_without_the_stop_of_the_sentence() {
        check("doi:10.1000/Xy-1.", &[("doi:10.1000/Xy-1", "10.1000/Xy-1")]);
        check("(DOI: 10.1000/x(2)y).", &[("DOI: 10.1000/x(2)y", "10.1000/x(2)y")]);
        check(
            "Nature 10.1038/171737a0; 10.1000.10/b",
            &[("10.1038/171737a0", "10.1038/171737a0"), ("10.1000.10/b", "10.1000.10/b")],
        );
        let sici = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2";
        check(&format!("doi:{sici}."), &[(&format!("doi:{sici}"), sici)]);
        for text in [
            "10.5/3",
            "v10.1000/x",
            "https://doi.org/10.1000/x",
            "10.1000/",
            "10.1000/.",
            "110.1000/x",
            "10.12345678901/x",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn the_address_of_a_doi_resolves_to_the_same_doi() {
        for doi in ["10.1000/x", "10.1002/(SICI)1<1661::AID>3.0.CO;2-2", "10.1000/a#b?c%d\"é"] {
            let address = url::Url::parse(&super::url(doi)).unwrap();
            let path = percent_encoding::percent_decode_str(address.path()).decode_utf8().unwrap();
            assert_eq!(of_resolver("doi.org", &path), Some(doi.to_lowercase()));
            assert_eq!(of_address(&super::url(doi)), Some(doi.to_lowercase()));
        }
    }

    proptest! {
        #[test]
        fn no_text_panics_and_ranges_are_in_the_text(text in "\\PC{0,40}|(doi|:| |10\\.|1000|/|[a-z<>().]|…|é){0,24}") {
            for (range, doi) in find(&text) {
                prop_assert!(text.get(range).is_some_and(|place| place.ends_with(&doi)));
            }
        }
    }
}
