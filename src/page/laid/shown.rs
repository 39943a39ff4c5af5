//! The words of a link that are its address, from its first letter to its last: the frame that a program draws around a
//! link tells the words of each line only nearly.

use std::ops::Range;

use crate::text::laid::LaidLink;

/// A shorter address is found by chance.
const SHORTEST: usize = 12;
/// Signs in a row of a line end within an address.
const MOST_BLANKS: usize = 4;

/// Lets every link whose address is shown have the whole of it, and nothing else, for its words.
pub(super) fn complete(links: &mut Vec<LaidLink>, text: &str) {
    let mut whole: Vec<(Range<usize>, String)> = Vec::new();
    for link in &mut *links {
        if let Some(range) = shown(text, link) {
            whole.push((range.clone(), link.url.clone()));
            link.range = range;
        }
    }
    // The part of a further line that was a link of its own, and what one part has of the link beside it.
    whole.sort_by_key(|(range, _)| range.start);
    let mut kept: Vec<LaidLink> = Vec::new();
    for mut link in links.drain(..) {
        let next = whole.partition_point(|(range, _)| range.end <= link.range.start);
        let until = link.range.end;
        for (range, url) in whole.iter().skip(next).take_while(|(range, _)| range.start < until) {
            if *range == link.range {
                continue;
            }
            let within = range.start <= link.range.start;
            match (*url == link.url, within) {
                (true, _) => link.range.end = link.range.start,
                (false, true) => link.range.start = range.end.min(link.range.end),
                (false, false) => link.range.end = range.start,
            }
        }
        let twice = kept.iter().rev().take(2).any(|other| other.range == link.range && other.url == link.url);
        if !twice && !text.get(link.range.clone()).is_none_or(|words| words.trim().is_empty()) {
            kept.push(link);
        }
    }
    kept.sort_by_key(|link| link.range.start);
    *links = kept;
}

/// Where the address of a link is shown, if that begins within its words.
fn shown(text: &str, link: &LaidLink) -> Option<Range<usize>> {
    let own = text.get(link.range.clone()).filter(|_| link.url.len() >= SHORTEST)?;
    let bare = own.len() - own.trim_start_matches(|c: char| c.is_whitespace() || "(<[“\"'".contains(c)).len();
    let starts = std::iter::once(bare)
        .chain(["http", "www."].into_iter().flat_map(|word| own.match_indices(word)).map(|(at, _)| at));
    let decoded = percent_encoding::percent_decode_str(&link.url).decode_utf8().ok();
    let decoded = decoded.as_deref().filter(|decoded| *decoded != link.url);
    starts.map(|at| link.range.start + at).find_map(|start| {
        let spelled = std::iter::once(link.url.as_str()).chain(decoded);
        spelled.filter_map(|url| length(&text[start..], url)).max().map(|length| start..start + length)
    })
}

/// Bytes of `url` at the beginning of `text`, with its scheme or without, where it ends there.
fn length(text: &str, url: &str) -> Option<usize> {
    let mut url = url.strip_suffix('/').unwrap_or(url);
    if !text.starts_with("http") {
        url = url.split_once("://")?.1;
        url = if text.starts_with("www.") { url } else { url.strip_prefix("www.").unwrap_or(url) };
    }
    let mut at = 0;
    for c in url.chars() {
        let rest = &text[at..];
        let next = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{ad}');
        let blanks = if at == 0 { 0 } else { rest.len() - next.len() };
        if blanks > MOST_BLANKS || !next.starts_with(c) {
            return None;
        }
        at += blanks + c.len_utf8();
    }
    // `https://a.test/b/c` shows another page than `https://a.test/b`.
    let rest = text[at..].strip_prefix('/').unwrap_or(&text[at..]);
    let end = text.len() - rest.len();
    (!rest.starts_with(|c: char| c.is_alphanumeric() || "/?#=&%_-".contains(c))).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, links: &[(&str, &str)], expected: &[(&str, &str)]) {
        let mut from = 0;
        let mut laid = Vec::new();
        for (words, url) in links {
            let start = from + text[from..].find(words).unwrap();
            laid.push(LaidLink { range: start..start + words.len(), url: (*url).to_owned() });
            from = start;
        }
        complete(&mut laid, text);
        let found: Vec<(&str, &str)> = laid.iter().map(|link| (&text[link.range.clone()], link.url.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_words_of_a_link_that_shows_its_address_are_all_of_it() {
        let url = "https://a.test/annual-report/2023?id=1";
        for (text, words) in [
            ("See (https://a.test/annual-\nreport/2023?id=1). So", "(https://a.test/annual-"),
            ("See https://a.test/annual-report/2023?\nid=1; so", "https://a.test/annual-report/2023?"),
            ("See a.test/annual-report/2023?id=1. So", "a.test/annual-report/2023?id=1."),
            ("See b/x.https://a.test/annual-\nreport/2023?id=1 so", "b/x.https://a.test/annual-"),
        ] {
            let start = text.find("https").or_else(|| text.find("a.test")).unwrap();
            let end = text.find("id=1").unwrap() + 4;
            check(text, &[(words, url)], &[(&text[start..end], url)]);
        }
        // The part in the next line is none of its own, and two that touch are two.
        check(
            "See https://a.test/annual-\nreport/2023?id=1 so",
            &[("https://a.test/annual-", url), ("report/2023?id=1", url)],
            &[("https://a.test/annual-\nreport/2023?id=1", url)],
        );
        let other = "https://b.test/other";
        check(
            "See https://b.test/other.https://a.test/annual-report/2023?id=1.",
            &[
                ("https://b.test/other.https://a.test/annual-report/2023?id=1.", other),
                ("https://a.test/annual-report/2023?id=1.", url),
            ],
            &[(other, other), (url, url)],
        );
        check(
            "Se https://a.test/über/wir.",
            &[("https://a.test/über/wir.", "https://a.test/%C3%BCber/wir")],
            &[("https://a.test/über/wir", "https://a.test/%C3%BCber/wir")],
        );
    }

    #[test]
    fn words_that_are_no_address_of_the_link_stay() {
        for (text, words, url) in [
            ("See the report. So", "the report.", "https://a.test/annual-report/2023"),
            ("See https://a.test/other. So", "https://a.test/other.", "https://a.test/annual-report/2023"),
            (
                "See https://a.test/annual-report/2023/two. So",
                "https://a.test/annual-report/2023/two.",
                "https://a.test/annual-report/2023",
            ),
            ("See https://a.test/annual\n\n\n\n\n\nreport so", "https://a.test/annual", "https://a.test/annualreport"),
        ] {
            check(text, &[(words, url)], &[(words, url)]);
        }
    }
}
