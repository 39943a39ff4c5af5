//! What quotes belong to where Markdown is written for programs that show more than its rules say: notes in HTML, attributes,
//! containers; and where a heading called `Notes` stands above text.

use crate::document::{Format, Limits, Role, parse};

/// The quotes of a text, each with the addresses that it belongs to.
fn quotes_in(text: &str, format: Format) -> Vec<String> {
    let document = parse(text, format, Limits::default());
    let claims = crate::citation::claims(&document, text);
    for citation in &claims.citations {
        let written = citation.url_spans.iter().map(|span| &text[span.range()]).collect::<String>();
        assert_eq!(written, citation.url.clone().unwrap_or_default(), "{text}");
    }
    let url = |&at: &usize| claims.citations[at].url.clone().unwrap_or_default();
    let told = |quote: &crate::citation::Quote| {
        let led: Vec<String> = quote.cites.iter().map(url).collect();
        format!("{} {}", quote.text, led.join(" ")).trim().to_owned()
    };
    claims.quotes.iter().map(told).collect()
}

fn quotes(text: &str) -> Vec<String> {
    quotes_in(text, Format::Markdown)
}

/// Entries of lists and notes.
fn listed(text: &str, format: Format) -> usize {
    let document = parse(text, format, Limits::default());
    document.entries.iter().filter(|entry| !matches!(entry.role, Role::Link)).count()
}

#[test]
fn text_below_a_heading_called_notes_is_no_list() {
    let first = "no more of it at all https://a.test/1";
    for (format, text) in [
        (
            Format::Markdown,
            "# Notes\n\nThe council said \"no more of it at all\" according to [the Gazette](https://a.test/1).\n",
        ),
        (
            Format::Markdown,
            "## Notes\n\n- The council said \"no more of it at all\" ([Gazette](https://a.test/1))\n- Call the board\n",
        ),
        (Format::Markdown, "## Quellen\n\n- Der Rat sagte „no more of it at all“ ([Blatt](https://a.test/1)).\n"),
        (
            Format::Html,
            "<h2>Notes</h2><p>The council said \"no more of it at all\" according to <a href=\"https://a.test/1\">the Gazette</a>.</p>",
        ),
        (
            Format::Html,
            "<h2>Notes</h2><ul><li>They said \"no more of it at all\" (<a href=\"https://a.test/1\">Gazette</a>).</li></ul>",
        ),
        (Format::Org, "* Notes\n- The council said \"no more of it at all\" ([[https://a.test/1][Gazette]]).\n"),
        (Format::Rst, "Notes\n-----\n\nThe council said \"no more of it at all\" (`Gazette <https://a.test/1>`_).\n"),
        (Format::Asciidoc, "== Notes\n\nThe council said \"no more of it at all\" (https://a.test/1[Gazette]).\n"),
        (
            Format::Plain,
            "Notes\n\n- The council said \"no more of it at all\" (https://a.test/1).\n- Call the board.\n",
        ),
    ] {
        assert_eq!(quotes_in(text, format), [first], "{text}");
        assert_eq!(listed(text, format), 0, "{text}");
    }
    let text = "## Notes\n\n- The council \"spent all of the money\"[^1]. See [agenda](https://c.test/).\n- They met[^2].\n\n\
                [^1]: Minutes, <https://a.test/1>.\n[^2]: Star, <https://b.test/2>\n";
    assert_eq!(quotes(text), ["spent all of the money https://a.test/1"]);
    assert_eq!(listed(text, Format::Markdown), 2);
    let text = "# Notes\n\nThey \"left in the night\"[^1].\n\n> The wall is the town.\n\n— [Vik](https://b.test/2)\n\n[^1]: Star, <https://a.test/1>\n";
    assert_eq!(quotes(text), ["left in the night https://a.test/1", "The wall is the town. https://b.test/2"]);
}

#[test]
fn sources_below_such_a_heading_are_a_list() {
    let lead = "The wall fell.\n\n## Notes\n\n";
    for (list, count) in [
        (
            "- Doe, Jane. “The Mayor Says No More.” Post, 3 May 2020. <https://a.test/1>\n- Star, “Gates,” <https://b.test/2>\n",
            2,
        ),
        ("- [Wall](https://a.test/1) says “the gate was never shut”\n- [Gate](https://b.test/2)\n", 2),
        ("- Doe, J. (2020). They “left in the night”. Post.\n- [Gate](https://b.test/2)\n", 2),
        ("- Star: “the wall of the north,” <https://a.test/1>\n", 1),
        ("1. The board said “we knew it all along,” see <https://a.test/1>.\n2. Star, <https://b.test/2>.\n", 2),
        (
            "- Star, <https://a.test/1>\n- Post, <https://b.test/2>\n- The mayor told us “it was never shut” in May.\n",
            3,
        ),
    ] {
        assert_eq!(listed(&format!("{lead}{list}"), Format::Markdown), count, "{list}");
    }
    // `References` are a list, whatever their entries say.
    let text =
        "It fell.\n\n## References\n\n- The council said “no more of it at all” ([Gazette](https://a.test/1)).\n";
    assert_eq!(listed(text, Format::Markdown), 1);
}

#[test]
fn raised_numbers_lead_to_the_elements_that_they_link_to() {
    let list = "<ol>\n<li id=\"fn1\">Star, <a href=\"https://a.test/1\">Wall</a>, 5 May 2022. <a href=\"#r1\">↩</a></li>\n\
                <li id=\"fn2\"><p>Post, <a href=\"https://a.test/2\">Gate</a>, 6 May 2022.</p></li>\n</ol>\n";
    let both = ["rose at dawn https://a.test/1", "fell at dusk https://a.test/2"];
    for [one, two] in [
        ["<sup><a href=\"#fn1\" id=\"r1\">1</a></sup>", "<sup><a href=\"#fn2\">2</a></sup>"],
        ["<sup>[1](#fn1)</sup>", "<sup>[[2]](#fn2)</sup>"],
    ] {
        let text = format!("It “rose at dawn”{one} and “fell at dusk”{two}.\n\n{list}");
        assert_eq!(quotes(&text), both, "{text}");
        let document = parse(&text, Format::Markdown, Limits::default());
        assert!(document.entries.iter().all(|entry| entry.source.published.is_some()), "{text}");
        assert_eq!(document.entries.len(), 2);
    }
    let open = "<ol><li id=a>Star, https://a.test/1\n<li id=b>Post, https://a.test/2</ol>\n";
    let text = format!("It “rose at dawn”<sup>[1](#a)</sup> and “fell at dusk”<sup>[2](#b)</sup>.\n\n{open}");
    assert_eq!(quotes(&text), both);
    let text = "It “rose at dawn”<sup><a href=\"#n1\">1</a></sup>.\n\n<p id=\"n1\">1. Star, <a href=\"https://a.test/1\">Wall</a>.</p>\n";
    assert_eq!(quotes(text), [both[0]]);
}

#[test]
fn what_no_raised_number_leads_to_is_text() {
    let list = "<ol>\n<li id=\"s1\">Open <a href=\"https://a.test/1\">the gate</a>.</li>\n</ol>\n";
    for mark in ["[1](#s1)", "<sup><a href=\"#other\">1</a></sup>", "<sup>[one](#s1)</sup>"] {
        assert_eq!(listed(&format!("It “rose at dawn”{mark}.\n\n{list}"), Format::Markdown), 0, "{mark}");
    }
}

#[test]
fn numbers_that_link_to_the_list_are_marks_of_its_entries() {
    let list = "## References\n\n1. Star, [Wall](https://a.test/1), 5 May 2022.\n2. <span id=\"ref-2\"></span>Post, [Gate](https://a.test/2).\n";
    for (marks, expected) in [
        (["[1](#references)", "[[2](#ref-2)]"], [" https://a.test/1", " https://a.test/2"]),
        (["[2](#ref-2)", "[1](#ref-1)"], [" https://a.test/2", " https://a.test/1"]),
        // Numbers that the list does not have.
        (["[3](#references)", "[4](#ref-4)"], ["", ""]),
    ] {
        let text = format!("It “rose at dawn” {}.\n\nIt “fell at dusk” {}.\n\n{list}", marks[0], marks[1]);
        let [one, two] = expected;
        assert_eq!(quotes(&text), [format!("rose at dawn{one}"), format!("fell at dusk{two}")], "{text}");
    }
}

#[test]
fn a_link_in_brackets_goes_before_an_entry_of_its_name() {
    let list = "**Sources:**\n\n- Harbour Times – “Chairman resigns” ([link](https://b.test/2))\n- Star – “Gates” ([link](https://c.test/3))\n";
    let text = |mark: &str| format!("He said “we were warned and did nothing” {mark}.\n\n{list}");
    let words = "we were warned and did nothing";
    assert_eq!(quotes(&text("([Harbour Times](https://a.test/1))")), [format!("{words} https://a.test/1")]);
    assert_eq!(quotes(&text("([Harbour Times](https://b.test/2))")).len(), 1);
    let list = "## References\n\n- Harbour Times. (2024). Chairman resigns. https://b.test/2\n- Star. (2023). Gates. https://c.test/3\n";
    let text = |mark: &str| format!("He said “we were warned and did nothing” {mark}.\n\n{list}");
    assert_eq!(
        quotes(&text("([Harbour Times, 2024](https://a.test/1))")),
        [format!("{words} https://b.test/2 https://a.test/1")]
    );
    assert_eq!(quotes(&text("(Harbour Times, 2024)")), [format!("{words} https://b.test/2")]);
}

#[test]
fn attributes_below_a_block_quote_are_no_words_of_it() {
    for line in
        ["{: .prompt-tip }", "{:.lead}", "{:#one}", "> {: .lead}", "{: .lead title=\"so\" }", "{::options a=\"b\" /}"]
    {
        assert_eq!(
            quotes(&format!("> The gate was never shut.\n{line}\n\nSo.\n")),
            ["The gate was never shut."],
            "{line}"
        );
    }
    let text = "> The gate was never shut.\n> — [Vik](https://a.test/1)\n{: .prompt-info }\n\nSo.\n";
    assert_eq!(quotes(text), ["The gate was never shut. https://a.test/1"]);
}

#[test]
fn attributes_can_name_the_source_of_a_block_quote() {
    for text in [
        "> The gate was never shut.\n{: .x cite=\"https://a.test/1\"}\n\nSo.\n",
        "> The gate was never shut.\r\n{: cite='https://a.test/1'}\r\n",
    ] {
        assert_eq!(quotes(text), ["The gate was never shut. https://a.test/1"], "{text}");
    }
    // Not of a paragraph, nor a page of the site, nor from afar.
    for text in [
        "The gate was “never shut at all”.\n{: cite=\"https://a.test/1\"}\n",
        "> The gate was never shut.\n{: cite=\"/one\"}\n",
        "> The gate was never shut.\n\nSo.\n{: cite=\"https://a.test/1\"}\n",
    ] {
        assert!(quotes(text).iter().all(|quote| !quote.contains("https")), "{text}");
    }
}

#[test]
fn containers_that_quote_are_block_quotes() {
    let expected = ["The gate was never shut. https://a.test/1"];
    for text in [
        "{{< quote source=\"Vik\" src=\"https://a.test/1\" >}}\nThe gate was never shut.\n{{< /quote >}}\n",
        "<Quote source=\"https://a.test/1\" author={\"M. Berg\"}>\n  The gate was never shut.\n</Quote>\n",
        "!!! quote \"From the board\"\n\n    The gate was never shut.\n    — [Vik](https://a.test/1)\n\nSo.\n",
        "??? quote\n    The gate was never shut.\n\n    — [Vik](https://a.test/1)\n\nSo.\n",
        ":::quote\nThe gate was never shut.\n\n— [Vik](https://a.test/1)\n:::\n\nSo.\n",
        "::: blockquote {cite=\"https://a.test/1\"}\nThe gate was never shut.\n:::\n\nSo.\n",
        "It.\n\n:::{epigraph}\nThe gate was never shut.\n\n— <https://a.test/1>\n:::\n\nSo.\n",
    ] {
        assert_eq!(quotes(text), expected, "{text}");
    }
    for text in [
        "!!! note \"From the board\"\n\n    The gate was never shut.\n\nSo.\n",
        "::: note\nThe gate was never shut.\n:::\n\nSo.\n",
        "::: quotes of the day\nThe gate was never shut.\n:::\n\nSo.\n",
        "```\n:::quote\nThe gate was never shut.\n:::\n```\n",
        "{{< figure src=\"https://a.test/1\" >}}\n\nThe gate was never shut.\n",
    ] {
        assert!(quotes(text).is_empty(), "{text}");
    }
}

#[test]
fn a_short_code_at_the_front_of_a_line_leaves_its_words() {
    let text = "It was “no more of it”[^1].\n\n[^1]: {{< link \"https://a.test/1\" >}} Post, <https://b.test/2>.\n";
    assert_eq!(quotes(text), ["no more of it https://a.test/1 https://b.test/2"]);
    let text = "{{< cite \"https://a.test/1\" >}} It was “no more of it” ([Post](https://b.test/2)).\n";
    assert_eq!(quotes(text), ["no more of it https://b.test/2"]);
}

#[test]
fn remarks_that_no_reader_sees_are_no_prose() {
    for text in [
        "- %% private: “do not print this”, https://a.test/1 %%\n",
        "It rose. %%“do not print this”%% So.\n",
        "It rose %%“do not\nprint this” https://a.test/1%% so.\n",
    ] {
        assert!(quotes(text).is_empty(), "{text}");
        assert!(parse(text, Format::Markdown, Limits::default()).entries.is_empty(), "{text}");
    }
    for text in [
        "It rose 5 %% and “fell by two feet” 3 %%.\n",
        "It %% rose and “fell by two feet”\n\nso %% then.\n",
        "`%%` and “fell by two feet” `%%`\n",
        "%%time “fell by two feet” %%time\n",
    ] {
        assert_eq!(quotes(text), ["fell by two feet"], "{text}");
    }
}
