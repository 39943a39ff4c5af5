//! Marks that are links with an address of their own, beside lists that count otherwise.

use super::bound_tests::shown;
use super::claims;
use crate::document::{Format, Limits, parse};

/// Each quote with the ends of the addresses that it is bound to, and how many findings there are.
fn bound(text: &str, format: Format) -> (Vec<String>, usize) {
    let claims = claims(&parse(text, format, Limits::default()), text);
    (shown(&claims), claims.findings.len())
}

const WORKS: &str = "1. Doe, Jane. 1990. *Walls*. Pier Press. <https://a.test/doe>\n2. Poe, Max. 1991. *Tides*. Pier Press. \
                     <https://a.test/poe>\n3. Roe, Ann. 1992. *Piers*. Pier Press. <https://a.test/roe>\n";

#[test]
fn a_mark_with_an_address_of_its_own_leads_there() {
    let text = format!(
        "It was \u{201c}raised in the year of the flood\u{201d}[\\[46\\]](https://b.test/wall)[\\[2\\]](https://b.test/mayor). He calls it \
         \u{201c}the finest wall of the coast\u{201d}[\\[3\\]](https://b.test/town).\n\n## Bibliography\n\n{WORKS}"
    );
    let expected = ["raised in the year of the flood > wall mayor", "the finest wall of the coast > town"];
    let (quotes, _) = bound(&text, Format::Markdown);
    assert_eq!(quotes, expected);
    let link = |number: usize, page: &str| format!("<a href=\"https://b.test/{page}\">[{number}]</a>");
    let page = format!(
        "<p>It was \u{201c}raised in the year of the flood\u{201d}{}{}. He calls it \u{201c}the finest wall of the coast\u{201d}{}.</p>\
         <h2>Bibliography</h2><ol><li>Doe, Jane. Walls. <a href=\"https://a.test/doe\">here</a></li>\
         <li>Poe, Max. Tides. <a href=\"https://a.test/poe\">here</a></li>\
         <li>Roe, Ann. Piers. <a href=\"https://a.test/roe\">here</a></li></ol>",
        link(46, "wall"),
        link(2, "mayor"),
        link(3, "town")
    );
    assert_eq!(bound(&page, Format::Html).0, expected);
}

#[test]
fn a_mark_that_leads_to_the_address_of_its_entry_is_of_that() {
    let text = |urls: [&str; 2]| {
        format!(
            "It was \u{201c}raised in the year of the flood\u{201d}[\\[1\\]]({}). He calls it \u{201c}the finest wall of the \
             coast\u{201d}[\\[2\\]]({}).\n\n## References\n\n{WORKS}",
            urls[0], urls[1]
        )
    };
    let (quotes, _) = bound(&text(["https://a.test/doe", "https://a.test/poe#:~:text=wall"]), Format::Markdown);
    assert!(quotes[0].contains("> doe") && quotes[1].contains("> poe"), "{quotes:?}");
}

#[test]
fn links_with_numbers_are_told_of_nothing_where_no_list_has_these() {
    let text = "It was raised[\\[1\\]](https://a.test/wall#:~:text=raised). He calls it \u{201c}the finest wall of the coast\u{201d}\
                [\\[2\\]](https://a.test/mayor#:~:text=wall). Others do not[\\[3\\]](https://a.test/town).\n\n---\n\n\
                [\\[1\\]](https://a.test/wall#:~:text=raised) [\\[2\\]](https://a.test/mayor#:~:text=wall) The wall\n\n\
                <https://a.test/wall>\n\n[\\[3\\]](https://a.test/town) A town\n\n<https://a.test/town>\n";
    let (quotes, findings) = bound(text, Format::Markdown);
    assert!(quotes.iter().any(|quote| quote == "the finest wall of the coast > mayor#:~:text=wall"), "{quotes:?}");
    assert_eq!(findings, 0);
}

#[test]
fn numbers_side_by_side_that_a_list_of_a_chat_program_has_are_all_sources_of_their_quote() {
    let text = "A keeper wrote that \"nobody painted it\"[\\[2\\]](https://keeper.test/diary)[\\[3\\]](https://tide.test/wall).\n\n---\n\n\
        [\\[2\\]](https://keeper.test/diary) Diary\n\n<https://keeper.test/diary>\n\n\
        [\\[3\\]](https://tide.test/wall) Four stones\n\n<https://tide.test/wall>\n";
    let claims = claims(&parse(text, Format::Markdown, Limits::default()), text);
    let urls = claims.quotes[0].cites.iter().filter_map(|&citation| claims.citations[citation].url.as_deref());
    let urls: std::collections::BTreeSet<&str> = urls.collect();
    assert_eq!(urls.into_iter().collect::<Vec<_>>(), ["https://keeper.test/diary", "https://tide.test/wall"]);
    assert!(claims.findings.is_empty(), "{:?}", claims.findings);
}
