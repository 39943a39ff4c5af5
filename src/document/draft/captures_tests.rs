//! Captures beside links are their archives, and what is said of a capture is not said of its page.

use crate::document::{Format, Limits, parse};

const PAGE: &str = "https://herald.test/a";
const CAPTURE: &str = "https://web.archive.org/web/20240630000000/https://herald.test/a";

/// The addresses and archives of a text, in which `P` stands for a page, `C` for a capture of it, and `D` for one of another.
fn read(format: Format, text: &str) -> Vec<(String, Option<String>)> {
    let other = CAPTURE.replace("/a", "/other");
    let text = text.replace("{P}", PAGE).replace("{C}", CAPTURE).replace("{D}", &other);
    let document = parse(&text, format, Limits::default());
    for marker in &document.markers {
        assert!(!marker.entries.is_empty() && marker.entries.iter().all(|&entry| entry < document.entries.len()));
    }
    let entries = document.entries.iter();
    entries.map(|entry| (entry.source.url.clone().unwrap(), entry.source.archive_url.clone())).collect()
}

fn is_joined(format: Format, text: &str) -> bool {
    let next = ("https://post.test/b".to_owned(), None);
    let joined = vec![(PAGE.to_owned(), Some(CAPTURE.to_owned())), next];
    let found = read(format, text);
    if found != joined {
        assert!(found.len() == 3 && found[0].1.is_none(), "{found:?}");
    }
    found == joined
}

#[test]
fn a_capture_beside_a_link_is_its_archive() {
    for (format, text) in [
        (Format::Markdown, "It fell ([Herald]({P}) ([archived]({C}))), and [Post](https://post.test/b) says so."),
        (Format::Markdown, "It fell, says [Herald]({P}) ([Wayback copy, 2024]({C})). So [Post](https://post.test/b)."),
        (Format::Markdown, "It fell <{P}> (archived: <{C}>) so https://post.test/b"),
        (Format::Markdown, "It fell [Herald]({P}) [[2024]({C})] so https://post.test/b"),
        (Format::Markdown, "It fell [Herald]({P}), archived on 30 June 2024 at {C} so https://post.test/b"),
        (Format::Asciidoc, "It fell {P}[Herald] (link:{C}[archived]) so https://post.test/b[Post]."),
        (Format::Asciidoc, "It fell {P} (archived: {C}) so https://post.test/b[Post]."),
        (Format::Rst, "It fell `Herald <{P}>`_ (archived: {C}) so https://post.test/b"),
        (Format::Org, "It fell [[{P}][Herald]] ([[{C}][archived]]) so https://post.test/b"),
        (Format::Latex, "It fell \\href{{P}}{Herald} (\\href{{C}}{archived}) so \\url{https://post.test/b}"),
        (Format::Plain, "It fell {P} (archived: {C}) so https://post.test/b"),
        (
            Format::Html,
            "<p>It fell <a href=\"{P}\">Herald</a> (<a href=\"{C}\">archived</a>) so <a href=\"https://post.test/b\">P</a>.</p>",
        ),
    ] {
        assert!(is_joined(format, text), "{text}: {:?}", read(format, text));
    }
}

#[test]
fn a_capture_that_something_is_said_of_is_cited() {
    for text in [
        "It says so [now]({P}), and [said otherwise in 2024]({C}), so [Post](https://post.test/b).",
        "It says so [now]({P}). The [archived page]({C}) does not, so [Post](https://post.test/b).",
        "- It says so [now]({P})\n- ([archived]({C}))\n- [Post](https://post.test/b)",
        "It fell [Herald]({P}) ([archived]({D})), so [Post](https://post.test/b).",
        "It fell [Herald]({P}) ([see what it looked like]({D})), so [Post](https://post.test/b).",
    ] {
        assert_eq!(read(Format::Markdown, text).len(), 3, "{text}");
    }
    let twice = read(Format::Markdown, "It fell [Herald]({P}) ([archived]({C})) ([archived]({C})).");
    assert_eq!(twice.len(), 2);
    let captures = read(Format::Markdown, "It fell [Herald]({C}) ([archived]({C})).");
    assert!(captures.iter().all(|(_, archive)| archive.is_none()) && captures.len() == 2);
}
