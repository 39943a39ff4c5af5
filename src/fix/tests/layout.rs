//! Lines whose width says something, and places whose words are not to change.

use super::{all_dead, read};
use crate::document::Format;
use crate::fix::{Options, Plan, edit, plan};

fn planned(text: &str, format: Format) -> Plan {
    let (document, citations) = read(text, format);
    plan(text, &document, &citations, &all_dead(&citations), &Options::default())
}

#[track_caller]
fn refuses(format: Format, text: &str, why: &str) {
    let made = planned(text, format);
    assert_eq!(made.edits, [], "{text}");
    assert!(made.left.iter().any(|left| left.why.contains(why)), "{text}: {:?}", made.left);
}

#[track_caller]
fn edits(format: Format, text: &str, expected: &str) {
    let made = planned(text, format);
    let capture = "https://web.archive.org/web/20240630101500/https://a.test/b";
    assert_eq!(edit::applied(text, &made.edits), expected.replace("{A}", capture), "{:?}", made.left);
}

#[test]
fn a_heading_keeps_the_underline_that_makes_it_one() {
    let why = "a heading whose underline would not fit";
    refuses(Format::Rst, "`One <https://a.test/b>`__\n==========================\n\nSee.\n", why);
    refuses(Format::Rst, "==========================\n`One <https://a.test/b>`__\n==========================\n", why);
    refuses(Format::Asciidoc, "https://a.test/b[One two three]\n-------------------------------\n\nSee.\n", why);
    // The line of signs is long enough.
    let long = "=".repeat(120);
    edits(
        Format::Rst,
        &format!("`One <https://a.test/b>`__\n{long}\n\nSee.\n"),
        &format!("`One <{{A}}>`__\n{long}\n\nSee.\n"),
    );
    edits(Format::Markdown, "[One](https://a.test/b)\n===\n", "[One]({A})\n===\n");
}

#[test]
fn a_heading_keeps_its_words() {
    edits(Format::Markdown, "## [One](https://a.test/b)\n\nSee.\n", "## [One]({A})\n\nSee.\n");
    edits(Format::Org, "* [[https://a.test/b][One]]\nSee.\n", "* [[{A}][One]]\nSee.\n");
    edits(Format::Asciidoc, "== https://a.test/b[One]\n\nSee.\n", "== {A}[One]\n\nSee.\n");
    refuses(Format::Markdown, "## See <https://a.test/b>\n\nSo.\n", "read otherwise");
}

#[test]
fn a_quotation_keeps_its_words() {
    edits(
        Format::Markdown,
        "They say “it was [a long night](https://a.test/b) for us all”.\n",
        "They say “it was [a long night]({A}) for us all”.\n",
    );
    edits(
        Format::Markdown,
        "They say:\n\n> It was [a long night](https://a.test/b) for us all, and for them.\n",
        "They say:\n\n> It was [a long night]({A}) for us all, and for them.\n",
    );
}

#[test]
fn a_quote_behind_a_link_is_still_a_quote_of_the_page() {
    edits(
        Format::Markdown,
        "[The Post](https://a.test/b) says “it was a long night”.\n",
        "[The Post](https://a.test/b) ([archived]({A})) says “it was a long night”.\n",
    );
}

#[test]
fn a_cell_of_a_drawn_table_keeps_its_width() {
    let why = "cell of the table is too narrow";
    let grid = |cell: &str, rule: &str| format!("+{rule}+-----+\n| {cell}| b   |\n+{rule}+-----+\n");
    let narrow = grid("https://a.test/b ", &"-".repeat(18));
    for format in [Format::Rst, Format::Markdown, Format::Plain] {
        refuses(format, &narrow, why);
    }
    let spaces = " ".repeat(100);
    let wide = grid(&format!("https://a.test/b{spaces}"), &"-".repeat(117));
    let less = " ".repeat(100 - 72);
    edits(Format::Rst, &wide, &wide.replace(&format!("b{spaces}"), &format!("b (archived: {{A}}){less}")));
    let simple = |first: &str, last: &str| {
        format!("===================  =====\n{first}  {last}\n===================  =====\n\nSee.\n")
    };
    refuses(Format::Rst, &simple("https://a.test/b   ", "b"), why);
    // The last column has no end.
    edits(
        Format::Rst,
        &simple("b                  ", "https://a.test/b"),
        &simple("b                  ", "https://a.test/b (archived: {A})"),
    );
}

#[test]
fn html_within_markdown_has_it_as_html() {
    edits(
        Format::Markdown,
        "<p>See https://a.test/b for more.</p>\n",
        "<p>See https://a.test/b (<a href=\"{A}\">archived</a>) for more.</p>\n",
    );
    edits(
        Format::Markdown,
        "<div>\n<a href=\"https://a.test/b\">One</a>\n</div>\n",
        "<div>\n<a href=\"https://a.test/b\">One</a> (<a href=\"{A}\">archived</a>)\n</div>\n",
    );
    for text in
        ["![a](https://a.test/b)\n", "    https://a.test/b\n", "<!-- https://a.test/b -->\n", "`https://a.test/b`\n"]
    {
        edits(Format::Markdown, text, text);
    }
}
