//! Short notes that lead to pages of their sources.

use super::super::{Document, Format, Limits, parse};

fn page(text: &str) -> Document {
    parse(text, Format::Wikitext, Limits::default())
}

/// Every entry as `label: url | title | archive`.
fn entries(document: &Document) -> Vec<String> {
    let shown = document.entries.iter().map(|entry| {
        let source = &entry.source;
        let parts = [&source.url, &source.title, &source.archive_url].map(|part| part.clone().unwrap_or_default());
        format!("{}: {}", entry.label, parts.join(" | ").trim_end_matches([' ', '|']))
    });
    shown.collect()
}

/// What each marker leads to, in the order of the file.
fn markers(document: &Document) -> Vec<Vec<usize>> {
    let led = document.markers.iter().map(|marker| {
        let mut own: Vec<usize> = marker.entries.iter().copied().collect();
        own.sort_unstable();
        own
    });
    led.collect()
}

#[test]
fn a_page_with_an_address_in_a_short_note_is_a_source() {
    let document = page(
        "A.{{sfn|Keen|2009|p=[https://b.test/?pg=PA83 83]}} B “a ruin”.{{sfn|Keen|2009|p=[https://b.test/?pg=PA84 84]}} \
         C.{{sfn|Keen|2009|p=[https://b.test/?pg=PA83 83]}} D.{{sfn|Keen|2009|p=5}}\n\n== References ==\n\
         * {{cite book |last=Keen |title=Walls |year=2009}}\n",
    );
    assert_eq!(
        entries(&document),
        [
            "Keen 2009, 83: https://b.test/?pg=PA83 | Walls",
            "Keen 2009, 84: https://b.test/?pg=PA84 | Walls",
            "Keen 2009:  | Walls"
        ]
    );
    assert_eq!(markers(&document), [vec![0, 2], vec![1, 2], vec![0, 2], vec![2]]);
    let within = page(
        "A.<ref>{{harvnb|Keen|2009|pp=[https://b.test/?pg=PA83 83], [https://b.test/?pg=PA84 84]}}</ref>\n\
         * {{cite book |last=Keen |title=Walls |year=2009}}\n",
    );
    assert_eq!(
        entries(&within),
        ["1: https://b.test/?pg=PA83 | Walls", "1: https://b.test/?pg=PA84 | Walls", "Keen 2009:  | Walls"]
    );
    assert_eq!(markers(&within), [[0, 1, 2]]);
}

#[test]
fn each_source_of_a_short_note_has_its_own_pages() {
    let document = page(
        "A.{{sfnm|1a1=Keen|1y=2009|1p=[https://b.test/1 83]|2a1=Roe|2y=2001|2p=7}}\n\
         * {{cite book |last=Keen |title=Walls |year=2009}}\n* {{cite book |last=Roe |title=Tides |year=2001}}\n",
    );
    assert_eq!(
        entries(&document),
        ["Keen 2009, 83: https://b.test/1 | Walls", "Keen 2009:  | Walls", "Roe 2001:  | Tides"]
    );
    assert_eq!(markers(&document), [[0, 1, 2]]);
}

#[test]
fn what_is_within_bold_words_ends_nothing() {
    let title = |note: &str| page(&format!("A.<ref>{note}</ref>")).entries[0].source.title.clone();
    assert_ne!(
        title("'''What does ''authentication'' mean here?''' Unfortunately the term is used otherwise."),
        Some("What does".into())
    );
    assert_eq!(
        title("Doe, Jane. ''The Wall of '''the''' Pier''. 2006. https://a.test").as_deref(),
        Some("The Wall of the Pier")
    );
    // A mark that nothing of its sort closes ends what began before it.
    assert_eq!(title("Doe, Jane. '''The Wall''. 2006. https://a.test").as_deref(), Some("The Wall"));
    assert_eq!(title("Doe, Jane. ''The Wall''. '''Pier Press'''. 2006. https://a.test").as_deref(), Some("The Wall"));
}
