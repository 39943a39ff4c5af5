//! Addresses that are part of a title or of a quoted passage, and no source: `“A page about https://….” Post. https://…`

use std::ops::Range;

use crate::document::pairs::Pairing;

use super::{Link, Words};

/// Words beside an address that make a title of what stands in marks.
const BESIDE: usize = 2;

/// The links without those that only words in quotation marks name, where another one is the source.
pub(super) fn without_named(text: &str, links: &[Link]) -> Option<Vec<Link>> {
    let is_bare = |link: &&Link| link.words == Words::Address;
    if links.len() < 2 || !links.iter().any(|link| is_bare(&link)) {
        return None;
    }
    let masked: Vec<Range<usize>> = links.iter().filter(is_bare).map(|link| link.range.clone()).collect();
    let mut pairing = Pairing::default();
    pairing.read(text, 0..text.len(), &masked);
    let quoted: Vec<Range<usize>> = pairing.finish().iter().map(|quoted| quoted.parts[0].range()).collect();
    let is_named = |link: &Link| {
        let around = quoted.iter().find(|range| range.start < link.range.start && link.range.end <= range.end);
        link.words == Words::Address && around.is_some_and(|range| has_words(text, range, &link.range))
    };
    let kept: Vec<Link> = links.iter().filter(|link| !is_named(link)).cloned().collect();
    // What stands before all of it would be the source of nothing, had the title none of its own.
    let ends = kept.last()?.range.start > links.iter().find(|link| is_named(link))?.range.start;
    ends.then_some(kept)
}

/// Whether a passage in marks has words before the address in it, and is more than a word with it.
fn has_words(text: &str, passage: &Range<usize>, address: &Range<usize>) -> bool {
    let count = |range: Range<usize>| {
        let words = text.get(range).unwrap_or_default().split_whitespace();
        words.filter(|word| word.contains(char::is_alphabetic)).count()
    };
    let before = count(passage.start..address.start);
    before > 0 && before + count(address.end..passage.end) >= BESIDE
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    #[test]
    fn an_address_in_a_title_is_no_source_of_its_own() {
        let check = |note: &str, expected: &[&str]| {
            for (format, text) in [
                (Format::Markdown, format!("So.[^1]\n\n[^1]: {note}\n")),
                (Format::Plain, format!("So.[1]\n\nReferences\n[1] {note}\n")),
                (Format::Rst, format!("So [1]_.\n\n.. [1] {note}\n")),
            ] {
                let document = parse(&text, format, Limits::default());
                let urls: Vec<_> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
                assert_eq!(urls, expected, "{text}");
            }
        };
        let (a, b) = ("https://a.test/1", "https://b.test/2");
        check(&format!("“A page about {a}.” Post, 3 May 2020. {b}."), &[b]);
        check(&format!("Doe, J. \"Where does {a} lead?\" Post. Accessed 3 May 2020. {b}"), &[b]);
        check(&format!("„Was {a} zeigt“, Post, {b}."), &[b]);
        check(&format!("« Ce que {a} montre », Post, {b}."), &[b]);
        for both in [
            format!("“{a}.” Post, 3 May 2020. {b}."),
            format!("“Tides,” {a}; “Floods,” {b}."),
            format!("Tides, {a}. Floods, {b}."),
            format!("“Tides.” {a}. Archived at {b}."),
        ] {
            let text = format!("So.[^1]\n\n[^1]: {both}\n");
            let document = parse(&text, Format::Markdown, Limits::default());
            let named = [a, b].iter().all(|url| {
                document.entries.iter().any(|entry| {
                    entry.source.url.as_deref() == Some(*url) || entry.source.archive_url.as_deref() == Some(*url)
                })
            });
            assert!(named, "{both}");
        }
        check(&format!("“A page about {a}.” Post, 3 May 2020."), &[a]);
        check(&format!("{b}: “a page about {a} is there.”"), &[b, a]);
    }
}
