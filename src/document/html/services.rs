//! The row of links that journals put behind every reference: where it is indexed, where it can be read, where it can be
//! looked for. Their words name services, and no source.

use std::ops::Range;

use crate::document::entry::{Link, Words};

/// Words of such links, in small letters.
const SERVICES: &[&str] = &[
    "abstract",
    "ads",
    "article",
    "book",
    "cas",
    "chapter",
    "cross ref",
    "crossref",
    "crossref full text",
    "digital library",
    "doi",
    "download pdf",
    "embase",
    "free article",
    "free full text",
    "free pmc article",
    "full text",
    "full text pdf",
    "google preview",
    "google scholar",
    "green version",
    "isi",
    "math",
    "mathscinet",
    "medline",
    "nasa ads",
    "openurl",
    "pdf",
    "pmc",
    "pmc free article",
    "pubmed",
    "pubmed abstract",
    "pubmed central",
    "pubmed full text",
    "pubmed/ncbi",
    "pubmed/ncbi nlm",
    "scopus",
    "search google scholar",
    "semantic scholar",
    "view",
    "view article",
    "view at publisher",
    "view in article",
    "view in scopus",
    "view pdf",
    "view record in scopus",
    "web of science",
    "web of science®",
    "worldcat",
    "zbmath",
];

/// Whether the words of a link name a service.
pub(super) fn is_service(words: &str) -> bool {
    let words = words.trim_matches(|c: char| c.is_whitespace() || "[](){}|,;.:→↗".contains(c));
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    SERVICES.binary_search(&words.as_str()).is_ok()
}

/// Whether an address only looks for something in a catalogue; `citations?user=` is a page of its own.
fn is_search(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    host.to_ascii_lowercase().starts_with("scholar.google.") && path.starts_with("scholar")
}

/// Where the row begins that words end in; `links` are all that stand in them, in order.
pub(super) fn row(words: &str, links: &[Range<usize>]) -> Option<usize> {
    let is_apart = |gap: &str| !gap.contains(char::is_alphanumeric);
    let mut start = words.len();
    for link in links.iter().rev() {
        let (own, gap) = (words.get(link.clone())?, words.get(link.end..start)?);
        if !is_service(own) || !is_apart(gap) {
            break;
        }
        start = link.start;
    }
    let before = words[..start].trim_end_matches(|c: char| c.is_whitespace() || "[({|,;".contains(c));
    (start < words.len() && !is_apart(before)).then_some(before.len())
}

/// Takes the row out of the words of an entry, and leaves where its links lead: what only searches is no source.
pub(super) fn taken_out(text: &mut String, links: &mut Vec<Link>, row: usize) {
    let in_row = |link: &Link| link.range.start >= row;
    links.retain(|link| !in_row(link) || !is_search(&link.url));
    for link in links.iter_mut().filter(|link| in_row(link)) {
        link.words = Words::Address;
    }
    let kept: Vec<Range<usize>> = links.iter().filter(|link| in_row(link)).map(|link| link.range.clone()).collect();
    let end = kept.last().map_or(row, |last| last.end);
    let blank: String = (text.char_indices().skip_while(|(at, _)| *at < row).take_while(|(at, _)| *at < end))
        .map(|(at, c)| {
            let is_kept = kept.iter().any(|range| range.contains(&at));
            if is_kept { c.to_string() } else { " ".repeat(c.len_utf8()) }
        })
        .collect();
    text.truncate(row);
    text.push_str(&blank);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_services_are_in_order() {
        assert!(SERVICES.is_sorted());
        assert!(is_service("[PubMed]") && is_service("Google\u{a0}Scholar ") && !is_service("The Article"));
    }

    #[test]
    fn only_the_row_at_the_end_is_one() {
        let check = |words: &str, linked: &[&str], expected: Option<&str>| {
            let links: Vec<Range<usize>> =
                linked.iter().filter_map(|own| words.rfind(own).map(|at| at..at + own.len())).collect();
            assert_eq!(row(words, &links).map(|at| &words[..at]), expected, "{words}");
        };
        check("Doe. Tides. 2011. [PubMed] [CAS]", &["PubMed", "CAS"], Some("Doe. Tides. 2011."));
        check("Doe. Tides. 2011. View", &["View"], Some("Doe. Tides. 2011."));
        check("Doe. Tides in PubMed. 2011.", &["PubMed"], None);
        check("PubMed | CAS", &["PubMed", "CAS"], None);
        check("Doe. Tides. PubMed Harbour Post", &["PubMed", "Harbour Post"], None);
    }
}
