//! What the words of a link say of its source besides the title, and what is taken for names and is none.

use super::tests::marked_up;
use crate::document::{Format, Limits, parse};

#[test]
fn names_before_a_title_within_the_words_of_a_link_are_authors() {
    for (text, title, authors) in [
        ("[Dan McKin, “Choose Boring Walls”](https://a.test/1)", "Choose Boring Walls", &["Dan McKin"][..]),
        (
            "[Michael Nyg, “Documenting Wall Decisions” (Cognit, 2011)](https://a.test/1)",
            "Documenting Wall Decisions",
            &["Michael Nyg"],
        ),
        (
            "[“The economic impacts of walls”. Harbour Planning Report 02-3](https://a.test/1)",
            "The economic impacts of walls",
            &[],
        ),
        (
            "[Junia C. Hamana. “Automated wall success story”](https://a.test/1)",
            "Automated wall success story",
            &["Junia C. Hamana"],
        ),
        // The words of a link are its title where what is in marks is a part of that.
        ("[“Lights” go out in the old town](https://a.test/1)", "“Lights” go out in the old town", &[]),
        ("[“Lights” Society of the Town](https://a.test/1)", "“Lights” Society of the Town", &[]),
        ("[Why the “boring walls” fell](https://a.test/1)", "Why the “boring walls” fell", &[]),
    ] {
        let source = &marked_up(text).sources[0];
        assert_eq!(source.title.as_deref(), Some(title), "{text}");
        assert_eq!(source.authors, authors, "{text}");
    }
    let text = "It rose [1].\n\n## References\n\n1. [Tanya Reil, *The Mason’s Path* (O’Really)](https://a.test/1)\n";
    let document = parse(text, Format::Markdown, Limits::default());
    let source = &document.entries[0].source;
    assert_eq!(
        (source.title.as_deref(), source.authors.join("; ")),
        (Some("The Mason’s Path"), "Tanya Reil".to_owned())
    );
}

#[test]
fn what_is_said_of_a_source_is_nobody_who_published_it() {
    for text in [
        "[Pier network configuration](https://a.test/1) — proxy, custom walls, mooring, lists.",
        "[Pick a tide](https://a.test/1) — multi-harbour prediction app",
        "[Wall Book](https://a.test/1) (free online, CC BY-NC-ND)",
    ] {
        assert_eq!(marked_up(text).sources[0].publisher, None, "{text}");
    }
    let named = marked_up("“Pick a tide.” Harbour Post, 2019. https://a.test/1");
    assert_eq!(named.sources[0].publisher.as_deref(), Some("Harbour Post"));
}

#[test]
fn a_sentence_is_nobody() {
    for text in [
        "Why is the tide cipher chosen? It is a very widely used cipher (used among others in SSH, TLS 1.2, TLS 1.3, https://a.test/1",
        "A historian reports of the wall as follows: “it fell in a night and nobody knew of it” https://a.test/1",
    ] {
        let source = &marked_up(text).sources[0];
        assert_eq!(source.authors, Vec::<String>::new(), "{text}");
    }
    let body = "Instituto nacional de estadística y geografía, “Rules for wells”, 2019, https://a.test/1";
    assert_eq!(marked_up(body).sources[0].authors, ["Instituto nacional de estadística y geografía"]);
}

#[test]
fn a_long_sentence_before_its_publisher_is_a_title() {
    let behind = "IBM. *IBM Newsroom* [online]. 2022 [cit. 2023-03-20]. Available from: https://a.test/1";
    let text = format!("IBM Unveils 400 Qubit-Plus Quantum Harbour and Next-Generation Wall. {behind}");
    let source = &marked_up(&text).sources[0];
    assert_eq!(source.title.as_deref(), Some("IBM Unveils 400 Qubit-Plus Quantum Harbour and Next-Generation Wall"));
    assert_eq!(source.authors, Vec::<String>::new());
    for (names, authors) in [
        ("Harbour Board of the Town", &["Harbour Board of the Town"][..]),
        ("World Health Organization", &["World Health Organization"]),
    ] {
        let text =
            format!("{names}. The wall falls in a night. *Newsroom* [online]. 2022. Available from: https://a.test/1");
        let source = &marked_up(&text).sources[0];
        assert_eq!(
            (source.title.as_deref(), &source.authors[..]),
            (Some("The wall falls in a night"), &authors.iter().map(|own| (*own).to_owned()).collect::<Vec<_>>()[..]),
            "{text}"
        );
    }
}

#[test]
fn what_stands_behind_a_link_that_has_the_publisher_is_no_part_of_its_name() {
    let publisher = |text: &str| marked_up(text).sources[0].publisher.clone();
    for (text, expected) in [
        ("[“Low water”. Town Report](https://a.test/b), Executive Summary and Chapter 8.", Some("Town Report")),
        ("[Doe, Ann. “Low water”. Town Report](https://a.test/b). Summary of the Harbour, 2019.", Some("Town Report")),
        ("[“Low water”](https://a.test/b), Town Report, 2019.", Some("Town Report")),
        ("[Doe, Ann. “Low water.”](https://a.test/b) Harbour Press, 2019.", Some("Harbour Press")),
        // Where in the work something stands.
        ("[Low water](https://a.test/b), Executive Summary and Chapter 8.", None),
        ("[Low water](https://a.test/b), Zusammenfassung und Anhang 2.", None),
        ("[Low water](https://a.test/b), Введение и глава 8.", None),
        ("[Low water](https://a.test/b), Annex 2.", None),
        ("[Low water](https://a.test/b), Town Press and Chapter House.", Some("Town Press and Chapter House")),
        ("[Low water](https://a.test/b), Article 19.", Some("Article 19")),
    ] {
        assert_eq!(publisher(text).as_deref(), expected, "{text}");
    }
}
