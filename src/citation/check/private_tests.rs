//! What nobody can look up at an address, and parts of one work under its address.

use super::tests::found;
use crate::document::Format::{self, Html, Latex, Markdown, Plain, Wikitext};

fn silent(format: Format, text: &str) {
    assert_eq!(found(text, format), [], "{text}");
}

#[test]
fn what_was_said_or_written_to_somebody_needs_no_address() {
    for words in [
        "Doe, J. (private letter to the author, 3 March 2019).",
        "R. Smith, personal communication, 12 May 2021.",
        "Smith R, pers. comm., 2021.",
        "Interview with the author, Oslo, 4 May 2020.",
        "Jane Roe, telephone interview, 4 May 2020.",
        "E-mail from the press office, 12 June 2022.",
        "Unpublished manuscript by A. Poe, 1998.",
        "Letter of A. Poe, 1 May 1921, on file with the author.",
        "Eigene Berechnungen nach Doe (2019).",
        "H. Meier, persönliche Mitteilung, 3. Mai 2019.",
        "P. Dupont, communication personnelle, 3 mai 2019.",
        "J. Pérez, comunicación personal, 3 de mayo de 2019.",
        "Иванов И. И., личное сообщение, 2019.",
        "J. Kowalski, informacja własna, 2019.",
    ] {
        silent(Markdown, &format!("So.[^a]\n\n[^a]: {words}\n"));
        silent(
            Markdown,
            &format!("So.[1] And.[2]\n\n## References\n\n1. {words}\n2. Roe, “Sea.” Post, 2020. https://a.test\n"),
        );
        silent(Latex, &format!("So.\\footnote{{{words}}}\n"));
        silent(Wikitext, &format!("So.<ref>{words}</ref>\n"));
        silent(
            Html,
            &format!(
                "<p>So<sup><a href=\"#n1\" id=\"r1\">1</a></sup></p><ol><li id=\"n1\">{words} <a href=\"#r1\">↩</a></li></ol>"
            ),
        );
    }
    silent(
        Plain,
        "So. 1 And. 2\n\nReferences\n1. R. Smith, personal communication, 2021.\n2. Roe, K. “Sea.” Post, 2020. https://a.test/x.\n",
    );
}

#[test]
fn a_source_that_was_published_needs_an_address_whatever_its_title_says() {
    for words in [
        "Doe, J. “Unpublished Letters of the Sea.” Quay Press, 2019.",
        "Doe, J. *Personal Communication and the Sea*. Quay Press, 2019.",
        "Doe, J. “Interview with a Sailor.” Post, 2019.",
        "Doe, J. *The Private Life of Letters*. Quay Press, 2019.",
        "Doe, J. “The Log.” In the archive of the harbour, 2019.",
    ] {
        let text = format!("So.[^a]\n\n[^a]: {words}\n");
        assert_eq!(found(&text, Markdown), [("entry-without-url", 3)], "{text}");
    }
}

#[test]
fn parts_of_one_work_have_titles_of_their_own() {
    let pair = |one: &str, other: &str| {
        let text = format!(
            "So.[^a] And.[^b]\n\n[^a]: Roe, “{one}”, <https://a.test/book>.\n[^b]: Poe, “{other}”, <https://a.test/book>.\n"
        );
        found(&text, Markdown).into_iter().map(|(code, _)| code).collect::<Vec<_>>()
    };
    for (one, other) in [
        ("Chapter 3: Ropes and their makers", "Chapter 5: Lamps for the night"),
        ("Ropes and their makers", "Chapter 5: Lamps for the night"),
        ("Part II. The Storm of March", "Part III. A Quiet Harbour"),
        ("Kapitel 2: Die Seile", "Kapitel 4: Lampen bei Nacht"),
        ("Глава 2. Канаты и верёвки", "Глава 4. Ночные лампы"),
        ("第3章 縄について", "第5章 灯火と夜"),
        ("§ 12 Nets and lines", "§ 14 Harbour dues"),
    ] {
        assert!(pair(one, other).is_empty(), "{one} / {other}: {:?}", pair(one, other));
    }
    for (one, other) in [
        ("Ropes and their makers", "Lamps for the night"),
        ("Chapter and Verse of Ropes", "Lamps for the night"),
        ("Part of the Sea", "Lamps for the night"),
        ("Art of the rope makers", "Lamps for the night"),
        ("Book for sailors", "Lamps at night"),
    ] {
        assert_eq!(pair(one, other), ["metadata-differs"], "{one} / {other}");
    }
}
