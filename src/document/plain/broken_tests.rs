//! What lines break: addresses, words, sentences of scripts without spaces.

use crate::document::{Document, Format, Limits, parse};

fn read(text: &str) -> Document {
    parse(text, Format::Plain, Limits::default())
}

fn urls(lines: &str) -> Vec<String> {
    let document = read(&format!(
        "The sea rose.1 It fell.2\n\nReferences\n1. {lines}\n2. Hale, “Moon,” Post, 2020, https://b.test/x.\n"
    ));
    let own = document.entries.iter().filter(|entry| entry.label != "2");
    own.filter_map(|entry| entry.source.url.clone()).collect()
}

#[test]
fn an_address_that_is_longer_than_its_line_goes_on_in_the_next() {
    for (lines, expected) in [
        (
            "Doe, “Sea,” Post, https://www.post.test/20\n20/05/sea-falls. Accessed June 29, 2024.",
            "https://www.post.test/2020/05/sea-falls",
        ),
        (
            "Doe, “The Sea Falls,” Harbour\nPost, May 3, 2020,\nhttps://www.post.test/2020/05/sea-wal\nl-falls. Accessed June 29, 2024.",
            "https://www.post.test/2020/05/sea-wall-falls",
        ),
        (
            "Star, “Sea,” https://star.test/rep\norts/sea-2019.html (accessed 30 June).",
            "https://star.test/reports/sea-2019.html",
        ),
        (
            "Doe, “The Price,” https://www.harbo\nur.test/a?id=77. Accessed 1 July\n2024.",
            "https://www.harbour.test/a?id=77",
        ),
        (
            "Doe, “The Price,” Star, https://star.quay.\ntest/reports/sea-2019.html.",
            "https://star.quay.test/reports/sea-2019.html",
        ),
        (
            "Doe, “The Price,” Star, https://star.quay.test\n/reports/sea-2019.html. Accessed 1 July 2024.",
            "https://star.quay.test/reports/sea-2019.html",
        ),
        (
            "Doe, “The Sea,” https://a.test/council/sessi\nons/1987/minutes/ninth-session-of\n-the-committee/appendix_b/tables-an\nd-figures.html?view=full#table-7,\naccessed June 29, 2024.",
            "https://a.test/council/sessions/1987/minutes/ninth-session-of-the-committee/appendix_b/tables-and-figures.html?view=full#table-7",
        ),
    ] {
        assert_eq!(urls(lines), [expected], "{lines}");
    }
}

#[test]
fn an_address_that_is_broken_before_a_sign_goes_on_in_the_next_line() {
    for (before, behind) in [
        ("https://www.quay", ".test/2016/a"),
        ("https://www.quay.test/2016", "/a"),
        ("https://www.quay.test/a-long", "-title"),
        ("https://www.quay.test/a", ".html"),
        ("https://www.quay.test/a.", "html"),
        ("https://www.quay.test/a%", "20b"),
        ("https://www.quay.test/a", "?x=1"),
        ("https://www.quay.test/a", "#f"),
        ("https:", "//www.quay.test/a"),
        ("https://", "www.quay.test/a"),
    ] {
        let indents = if matches!(behind, "html" | "20b" | "#f") { &[""][..] } else { &["", "    "] };
        for indent in indents {
            for rest in ["", " Accessed June 29, 2024.", "\nAccessed June 29, 2024."] {
                let rest = rest.replace('\n', &format!("\n{indent}"));
                let lines = format!("Doe, “Sea,” Harbour Post, at {before}\n{indent}{behind}.{rest}");
                assert_eq!(urls(&lines), [format!("{before}{behind}")], "{lines}");
            }
        }
    }
    let bare = "It fell (Doe 2019).\n\nReferences\nDoe, J. 2019. Sea. https://a.test/sea\n-falls.\nRoe, K. 2020. Wall. https://b.test/x.\n";
    let found: Vec<_> = read(bare).entries.into_iter().filter_map(|entry| entry.source.url).collect();
    assert_eq!(found, ["https://a.test/sea-falls", "https://b.test/x"]);
    for below in [
        ".NET is such a name.",
        ".net is such a name.",
        "- item",
        "/ item",
        "-v is an option.",
        "# one",
        ".5 mm of rain fell.",
    ] {
        for indent in ["", "    "] {
            let lines = format!("Doe, “Sea,” Post, https://www.quay.test/sea\n{indent}{below}");
            assert_eq!(urls(&lines), ["https://www.quay.test/sea"], "{lines}");
        }
    }
}

#[test]
fn words_below_an_address_are_none_of_it() {
    for below in [
        "accessed June 29, 2024.",
        "state-of-the-art boats were built.",
        "2020. Accessed June 29, 2024.",
        "12-15. Accessed June 29, 2024.",
        "online. Accessed June 29, 2024.",
        "and/or its print edition.",
        "June 29, 2024.",
    ] {
        let lines = format!("Doe, “The Sea,” Post, https://www.post.test/sea\n{below}");
        assert_eq!(urls(&lines), ["https://www.post.test/sea"], "{below}");
    }
    // A line that is not full is not broken, and what is a file is whole.
    let short = "Doe, “The Sea and the Wall and the Town,” Harbour Post of the North,\nhttps://www.post.test/sea\nquay-and-town. Accessed June 29, 2024.";
    assert_eq!(urls(short), ["https://www.post.test/sea"]);
    let file = "Doe, “Sea,” Post, https://www.post.test/sea.html\nquay-2019. Accessed June 29, 2024.";
    assert_eq!(urls(file), ["https://www.post.test/sea.html"]);
}

#[test]
fn words_and_sentences_go_on_over_the_end_of_a_line() {
    let document = read(
        "The Sea\n\nHe said that “nobody was re\u{2010}\nsponsible for the well-\nknown wall” there, and that it\nwas so.\n\n他说：“没有人去看\n过城墙。”这是一个很长的句子，\n没有结束。\n",
    );
    let quotes: Vec<&str> = document.quoted.iter().map(|quoted| document.text(&quoted.parts[0].range())).collect();
    assert_eq!(quotes, ["nobody was responsible for the well- known wall", "没有人去看过城墙。"]);
}

#[test]
fn a_host_without_a_scheme_goes_on_behind_the_hyphen_that_ends_its_line() {
    let lines = "Doe, “Sea,” Post, 2020; har-\nbour.example.net/forum?id=7.";
    assert_eq!(urls(lines), ["http://harbour.example.net/forum?id=7"]);
    let text = format!("The sea rose.1 It fell.2\n\nReferences\n1. {lines}\n2. Hale, “Moon,” Post, 2020.\n");
    let pieces = read(&text).entries[0].source.url_spans.to_vec();
    let pieces: Vec<&str> = pieces.into_iter().map(|piece| &text[piece.range()]).collect();
    assert_eq!(pieces, ["har", "bour.example.net/forum?id=7"]);
}
