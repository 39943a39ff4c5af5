//! What a quote belongs to that has a line, a paragraph or an item to itself.

use super::tests::{check, markdown};
use crate::citation::Basis;
use crate::document::Format;

const WORDS: &str = "no boat will be left behind when the ice comes";

#[test]
fn the_line_behind_a_quote_says_where_it_is_from() {
    for line in [
        "Source: [Post](https://a.test)",
        "**Source:** https://a.test",
        "— Roe, [Post](https://a.test)",
        "— Roe, https://a.test",
        "([Post](https://a.test))",
    ] {
        markdown(&format!("**Quote:** \"{WORDS}\"\n{line}"), &[(WORDS, Basis::Explicit, "1")]);
        markdown(&format!("“{WORDS}”\n{line}\nMore of the sea."), &[(WORDS, Basis::Explicit, "1")]);
    }
    let two = format!(
        "**Quote:** “{WORDS}”\n**Source:** https://a.test\n**Quote:** “the lamps are lit at noon”\n**Source:** https://b.test"
    );
    markdown(&two, &[(WORDS, Basis::Explicit, "1"), ("the lamps are lit at noon", Basis::Explicit, "2")]);
    check(&format!("Quote: \"{WORDS}\"\nSource: https://a.test\n"), Format::Plain, &[(WORDS, Basis::Explicit, "1")]);
    for line in [
        "and it left, as ever. Look at [this](https://a.test).",
        "Source: the board",
        "— and it left [there](https://a.test) later on",
    ] {
        markdown(&format!("They hold “{WORDS}”\n{line}"), &[(WORDS, Basis::Unbound, "")]);
    }
}

#[test]
fn a_paragraph_that_is_a_quote_belongs_to_what_leads_to_it_or_stands_below() {
    let note = "\n\n[^1]: https://a.test\n";
    let quote = format!("“{WORDS}”");
    for (text, basis) in [
        (format!("As Doe put it in [the Post](https://a.test):\n\n{quote}"), Basis::Before),
        (format!("As Doe has it in [the Post](https://a.test):\n\n{quote}"), Basis::Before),
        (format!("The [Post](https://a.test) reported:\n\n{quote}, the board said."), Basis::Before),
        (format!("In the minutes of May:[^1]\n\n{quote}{note}"), Basis::Before),
        (format!("{quote}\n\n[^1]{note}"), Basis::Explicit),
        (format!("{quote}\n\n([Post](https://a.test))"), Basis::Explicit),
    ] {
        markdown(&text, &[(WORDS, basis, "1")]);
    }
    for text in [
        format!("Change [this file](https://a.test) so that it has:\n\n{quote}"),
        format!("The [Post](https://a.test) reported.\n\n{quote}"),
        format!("The [Post](https://a.test) reported:\n\nHe did not like {quote} at all, did he?"),
        format!("{quote}\n\nIt rained.[^1]{note}"),
        format!("{quote}\n\n(More in the [Post](https://a.test), which was old then.)"),
        format!("{quote}\n\n[Read on](https://a.test)"),
    ] {
        markdown(&text, &[(WORDS, Basis::Unbound, "")]);
    }
}

#[test]
fn links_above_block_quotes_are_theirs_where_the_first_stands_above_one() {
    let (one, two) = ("It is deep and wide here.", "And it goes out again.");
    let both = |first, second| [(one, Basis::Explicit, first), (two, Basis::Explicit, second)];
    markdown(&format!("[Post](https://a.test)\n\n> {one}"), &[(one, Basis::Explicit, "1")]);
    markdown(&format!("[A](https://a.test)\n\n> {one}\n\n[B](https://b.test)\n\n> {two}"), &both("1", "2"));
    markdown(&format!("> {one}\n\n[A](https://a.test)\n\n> {two}\n\n[B](https://b.test)"), &both("1", "2"));
}

#[test]
fn an_item_that_begins_with_its_link_is_from_there_as_a_whole() {
    let two = "“No boat is left behind.” “Eleven lamps were lit.”";
    let quotes = |second, cites| {
        [("No boat is left behind.", Basis::SameSentence, "1"), ("Eleven lamps were lit.", second, cites)]
    };
    markdown(&format!("- [Post](https://a.test): {two}\n- More.\n"), &quotes(Basis::Before, "1"));
    markdown(
        &format!("- [Post](https://a.test): {two} See [this](https://b.test) again.\n- More.\n"),
        &quotes(Basis::Unbound, ""),
    );
    markdown(
        "- [tool](https://a.test): runs. Type “no boat is left”, then click “left behind now”.\n",
        &[("no boat is left", Basis::Unbound, ""), ("left behind now", Basis::Unbound, "")],
    );
}

#[test]
fn what_stands_below_a_quote_goes_before_what_leads_to_it() {
    let lead = "The bridge is drawn in [the guide](https://a.test):\n\n“No boat will be left behind.”\n\n";
    for below in ["— Roe, [Post](https://b.test)", "Source: [Post](https://b.test)", "[^1]\n\n[^1]: https://b.test"] {
        let cites = if below.starts_with('[') { "1" } else { "2" };
        markdown(&format!("{lead}{below}\n"), &[("No boat will be left behind.", Basis::Explicit, cites)]);
    }
}

#[test]
fn a_line_of_another_sort_below_a_quote_says_nothing_of_it() {
    for line in ["Photo: [Boots](https://a.test)", "Next: [Boots](https://a.test)", "Tags: [boots](https://a.test)"] {
        markdown(
            &format!("“No boat will be left behind”\n{line}\n"),
            &[("No boat will be left behind", Basis::Unbound, "")],
        );
    }
}

#[test]
fn a_source_right_behind_every_sort_of_marks_is_that_of_the_quote() {
    markdown(
        "彼は〝水は長い間そこに残っていた〟[記事](https://a.test)と言い、〝村はもう二度と戻らない〟([新聞](https://b.test))。",
        &[("水は長い間そこに残っていた", Basis::Adjacent, "1"), ("村はもう二度と戻らない", Basis::Adjacent, "2")],
    );
}

#[test]
fn several_quotes_above_one_line_are_all_from_there() {
    let [one, two] = [WORDS, "the lamps are lit at noon, all eleven of them"];
    let both = |basis, cites| [(one, basis, cites), (two, basis, cites)];
    for below in
        ["\nSource: [Post](https://a.test)", "\n— Roe, [Post](https://a.test)", "\n\nSource: [Post](https://a.test)"]
    {
        for between in [" ", "\n", ", "] {
            markdown(&format!("“{one}”{between}“{two}”{below}\n"), &both(Basis::Explicit, "1"));
        }
        markdown(
            &format!("“{one}” and “{two}”{below}\n"),
            &[
                (one, Basis::Unbound, ""),
                (
                    two,
                    if below.starts_with("\n\n") { Basis::Unbound } else { Basis::Explicit },
                    if below.starts_with("\n\n") { "" } else { "1" },
                ),
            ],
        );
    }
    let lead = "Roe wrote in [the Post](https://a.test):";
    markdown(&format!("{lead}\n\n“{one}”\n\n“{two}”\n\nMore.\n"), &both(Basis::Before, "1"));
    markdown(&format!("{lead}\n\n“{one}” “{two}”\n\nMore.\n"), &both(Basis::Before, "1"));
    markdown(
        &format!("{lead}\n\n“{one}”\n\nMore.\n\n“{two}”\n"),
        &[(one, Basis::Before, "1"), (two, Basis::Unbound, "")],
    );
    markdown(
        &format!("{lead}\n\n“{one}”\n\n“{two}”\n\n— Lee, [Sea](https://b.test)\n"),
        &[(one, Basis::Before, "1"), (two, Basis::Explicit, "2")],
    );
    markdown(
        &format!("“{one}”\n\n“{two}”\n\n— Lee, [Sea](https://b.test)\n"),
        &[(one, Basis::Unbound, ""), (two, Basis::Explicit, "1")],
    );
}

#[test]
fn a_dash_and_a_name_lead_to_the_link_that_ends_the_line() {
    const WORDS: &str = "we will not build at any price";
    for line in [
        "— Chief executive of Nord, [Interview](https://a.test)",
        "— Anna Berg, [Interview, May 2024](https://a.test).",
        "– A. Berg, CEO, [Post](https://a.test)",
        "― Anna Berg, [Post](https://a.test)  \nNobody came.",
        "— Berg, head of the harbour board, [Post](https://a.test)",
        "— 市長、[Post](https://a.test)",
    ] {
        for front in ["", "- ", "**Quote:** ", "1. "] {
            let text = format!("{front}“{WORDS}” {line}\n");
            let own = super::tests::told(&text, Format::Markdown);
            assert_eq!(own.iter().map(|(_, _, cites)| cites.as_str()).collect::<Vec<_>>(), ["1"], "{text}");
        }
    }
    for line in [
        "— Anna Berg, [Post](https://a.test) reader, left the board that same winter",
        "— and so, [as ever](https://a.test)",
        "was heard. Nobody knew, [Post](https://a.test)",
    ] {
        let own = super::tests::told(&format!("“{WORDS}” {line}.\n"), Format::Markdown);
        assert_eq!(own.iter().map(|(_, _, cites)| cites.as_str()).collect::<Vec<_>>(), [""], "{line}");
    }
}

#[test]
fn a_heading_that_is_a_link_is_the_source_of_all_that_is_only_quoted_below_it() {
    let heads = |body: &str| {
        format!(
            "## [Walls, by Doe](https://a.test/1)\n\n{body}\n\n## [Seas, by Roe](https://a.test/2)\n\n> nine ten eleven twelve\n"
        )
    };
    let last = ("nine ten eleven twelve", Basis::Before, "2");
    let quotes = [("one two three four", Basis::Before, "1"), ("five six seven eight", Basis::Before, "1"), last];
    markdown(&heads("> one two three four\n\n> five six seven eight"), &quotes);
    markdown(&heads("“one two three four”\n\n“five six seven eight”"), &quotes);
    // Words between them, and headings that say more.
    markdown(
        &heads("> one two three four\n\nSo it was told of old, by somebody.\n\n> five six seven eight"),
        &[quotes[0], ("five six seven eight", Basis::Unbound, ""), last],
    );
    markdown(
        "## Of [walls](https://a.test/1) and seas\n\n> one two three four\n\n> five six seven eight\n",
        &[("one two three four", Basis::Unbound, ""), ("five six seven eight", Basis::Unbound, "")],
    );
}

#[test]
fn numbers_in_a_column_that_is_called_the_source_are_that_of_their_rows() {
    let list = "\n\n## References\n\n1. Doe, https://a.test/1\n2. Roe, https://a.test/2\n3. Poe, https://a.test/3\n";
    let table = |head: &str| {
        format!(
            "| What | Words | {head} |\n|--|--|--|\n| walls | “one two three five” | 1 |\n| seas | “five six seven nine” | 2, 3 |{list}"
        )
    };
    markdown(
        &table("Ref"),
        &[("one two three five", Basis::SameSentence, "1"), ("five six seven nine", Basis::SameSentence, "2+3")],
    );
    markdown(
        &table("Metres"),
        &[("one two three five", Basis::Unbound, ""), ("five six seven nine", Basis::Unbound, "")],
    );
}
