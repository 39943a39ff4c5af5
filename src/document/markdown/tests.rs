//! Markdown, shape by shape.

use crate::document::{Document, Format, Limits, Shape, parse};

fn read(text: &str) -> Document {
    parse(text, Format::Markdown, Limits::default())
}

/// Labels and URLs of the entries, with the URL as written.
fn cited<'a>(text: &'a str, document: &'a Document) -> Vec<(&'a str, &'a str, &'a str)> {
    let written =
        |entry: &crate::document::Entry| entry.source.url_spans.first().map_or("", |span| &text[span.range()]);
    let entries = document.entries.iter();
    entries.map(|entry| (entry.label.as_str(), entry.source.url.as_deref().unwrap_or("-"), written(entry))).collect()
}

fn check(text: &str, expected: &[(&str, &str)]) {
    let document = read(text);
    let found: Vec<(&str, &str)> = cited(text, &document).into_iter().map(|(label, url, _)| (label, url)).collect();
    assert_eq!(found, expected, "{text}");
}

fn markers(text: &str) -> Vec<(Vec<String>, usize)> {
    let document = read(text);
    document.markers.iter().map(|marker| (document.labels(marker), marker.entries.len())).collect()
}

#[test]
fn links_of_every_sort_are_citations() {
    check("See [a](https://a.test/x) and <https://b.test/>.", &[("1", "https://a.test/x"), ("2", "https://b.test/")]);
    check("See https://a.test/x, and (https://b.test/y).", &[("1", "https://a.test/x"), ("2", "https://b.test/y")]);
    check("| a |\n|---|\n| [b](https://a.test) |", &[("1", "https://a.test")]);
    check("<p>See <a class=x href=\"https://a.test/?b=1&amp;c\">it</a></p>", &[("1", "https://a.test/?b=1&c")]);
    check("See <a href='https://a.test'>it</a> now", &[("1", "https://a.test")]);
    check(
        "## About [a](https://a.test)\n\n> [b](https://b.test) is long enough",
        &[("1", "https://a.test"), ("2", "https://b.test")],
    );
}

#[test]
fn what_is_no_source_is_no_citation() {
    for text in [
        "![a](https://a.test/a.png)",
        "[![a](https://a.test/a.png)](https://a.test)",
        "[a](mailto:a@b.test) [b](../b.md) [c](#c) [d](/d)",
        "[a](http://localhost:8080/) [b](https://example.com/b) [c](https://www.example.org)",
        "`https://a.test` and\n\n```\nhttps://b.test\n```\n\n    https://c.test\n",
        "<!-- https://a.test [b](https://b.test) -->",
        "---\nlink: https://a.test\n---\n\nText.",
        "<code>https://a.test</code> <script>\"https://b.test\"</script>",
        "[a]: https://a.test/a.png\n\n![a][a]",
        "<pre>\ncurl https://a.test\n\nhttps://b.test\n</pre>\n",
        "<details>\n\n<pre><code>https://a.test</code> https://b.test</pre>\n\n</details>",
    ] {
        check(text, &[]);
    }
}

#[test]
fn an_address_stands_where_it_is_written() {
    let text = "\u{feff}A [b c\nd](<https://a.test/x> \"T\"), [*e*](\nhttps://b.test/(y)_z 'T') <https://c.test/é>\r\n\r\n\
                [u](https://d.test/a\\_b) https://e.test/é.\n\n[f]: https://f.test/q\n[g][f]";
    let document = read(text);
    let found = cited(text, &document);
    let expected = [
        ("1", "https://a.test/x", "https://a.test/x"),
        ("2", "https://b.test/(y)_z", "https://b.test/(y)_z"),
        ("3", "https://c.test/é", "https://c.test/é"),
        ("4", "https://d.test/a_b", "https://d.test/a\\_b"),
        ("5", "https://e.test/é", "https://e.test/é"),
        ("f", "https://f.test/q", "https://f.test/q"),
    ];
    assert_eq!(found, expected);
    let whole: Vec<&str> = document.markers.iter().map(|marker| &text[marker.span.range()]).collect();
    assert_eq!(whole[0], "[b c\nd](<https://a.test/x> \"T\")");
    assert_eq!(whole[5], "[g][f]");
}

#[test]
fn an_address_stands_where_it_is_written_without_words_for_it() {
    for text in [
        "So ([](https://a.test/b)).",
        "[](https://a.test/b) [](<https://a.test/b>)",
        "x [a](https://a.test/b)[](https://a.test/b)",
        "- [ ](https://a.test/b \"T\")",
        "> So\n> [](https://a.test/b)",
    ] {
        let document = read(text);
        let found = cited(text, &document);
        assert!(
            !found.is_empty() && found.iter().all(|(_, _, written)| *written == "https://a.test/b"),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn the_words_of_a_link_that_are_its_address_are_no_second_citation() {
    check("[https://a.test/b\\_c](https://a.test/b_c)", &[("1", "https://a.test/b_c")]);
    check("[see https://a.test/b](https://a.test/b)", &[("1", "https://a.test/b")]);
}

#[test]
fn definitions_are_citations_used_or_not_and_their_links_markers() {
    let text = "See [a][1], [b] and [1].\n\n[1]: https://a.test \"A title\"\n[B]: <https://b.test>\n[3]: https://c.test\n[4]: ./d.md\n";
    check(text, &[("1", "https://a.test"), ("B", "https://b.test"), ("3", "https://c.test")]);
    assert_eq!(read(text).entries[0].source.title.as_deref(), Some("A title"));
    assert_eq!(markers(text), [(vec!["1".into()], 1), (vec!["b".into()], 1), (vec!["1".into()], 1)]);
}

#[test]
fn a_run_of_numbers_leads_to_definitions_as_well() {
    let definitions = "\n\n[1]: https://a.test\n[2]: https://b.test\n[3]: https://c.test\n";
    assert_eq!(markers(&format!("So it was [1-3].{definitions}")), [(vec!["1".into(), "2".into(), "3".into()], 3)]);
    assert_eq!(markers(&format!("So it was [1, 9].{definitions}")), []);
    for place in ["[3, p. 4]", "[3: 14]", "[see 3]", "[3, §2]"] {
        assert_eq!(markers(&format!("So it was {place}.{definitions}")), [(vec!["3".into()], 1)], "{place}");
    }
    for other in ["[9, p. 4]", "[3, and more]", "[note 3]"] {
        assert_eq!(markers(&format!("So it was {other}.{definitions}")), [], "{other}");
    }
    let mixed =
        "So it was [1-3].\n\n[1]: https://a.test\n\n## References\n\n[2] B. https://b.test\n\n[3] C. https://c.test\n";
    assert_eq!(markers(mixed), [(vec!["1".into(), "2".into(), "3".into()], 3)]);
}

#[test]
fn two_numbers_side_by_side_are_two_markers() {
    let text = "Claim.[1][2] More. ([Site][3])\n\n[1]: https://a.test\n[2]: https://b.test\n[3]: https://c.test\n";
    assert_eq!(markers(text), [(vec!["1".into(), "2".into()], 2), (vec!["3".into()], 1)]);
}

#[test]
fn footnotes_are_entries_used_twice_once_or_never() {
    let text = "A.[^a][^b] B.[^a] C.[^x]\n\n[^a]: “Tides.” Harbour Post, May 2020. <https://a.test>\n[^b]: https://b.test; \
                [Moon](https://c.test), 2019.\n[^c]: Nothing here.\n[^a]: https://d.test\n";
    let labels = [
        ("a", "https://a.test"),
        ("b", "https://b.test"),
        ("b", "https://c.test"),
        ("c", "-"),
        ("a", "https://d.test"),
    ];
    check(text, &labels);
    let label = |labels: &[&str]| labels.iter().map(|label| (*label).to_owned()).collect::<Vec<_>>();
    assert_eq!(markers(text), [(label(&["a", "b"]), 3), (label(&["a"]), 1), (label(&["x"]), 0)]);
    let document = read(text);
    let first = &document.entries[0].source;
    assert_eq!((first.title.as_deref(), first.publisher.as_deref()), (Some("Tides"), Some("Harbour Post")));
    assert_eq!(document.entries[2].source.title.as_deref(), Some("Moon"));
}

#[test]
fn a_list_under_its_heading_is_a_list_of_entries_and_glued_digits_point_to_it() {
    let text = "# Tides\n\nThe sea rose.1 It fell again.2 It is “very high”.1 In 2024.2\n\n#### **Works cited**\n\n1. Sea \\- Post, \
                accessed May 1, 2025, [https://a.test/b\\_c](https://a.test/b_c)  \n2. Moon, accessed on May 2, 2025, \
                <https://b.test>\n3. Sun, 访问时间为 七月 27, 2025， [https://c.test](https://c.test)\n";
    let document = read(text);
    let sources: Vec<_> = document
        .entries
        .iter()
        .map(|entry| {
            let source = &entry.source;
            (source.title.as_deref(), source.publisher.as_deref(), source.accessed.map(|date| date.to_string()))
        })
        .collect();
    assert_eq!(sources[0], (Some("Sea"), Some("Post"), Some("2025-05-01".into())));
    assert_eq!(sources[1], (Some("Moon"), None, Some("2025-05-02".into())));
    assert_eq!(sources[2], (Some("Sun"), None, Some("2025-07-27".into())));
    let found: Vec<&str> = document.markers.iter().map(|marker| &text[marker.span.range()]).collect();
    assert_eq!(found, ["1", "2", "1", "2"]);
    assert!(document.markers.iter().all(|marker| marker.shape == Shape::Bare));
}

#[test]
fn lists_come_as_items_as_lines_and_as_paragraphs() {
    let urls = [("1", "https://a.test"), ("2", "https://b.test")];
    check("A.[1] B.[2]\n\n## References\n\n[1] Sea. https://a.test\n[2] Moon. https://b.test\n", &urls);
    check("A.[1] B.[2]\n\n**References**\n\n\\[1\\] Sea. https://a.test\n\n\\[2\\] Moon. https://b.test\n", &urls);
    check("A.¹ B.²\n\n## Sources\n\n- [Sea](https://a.test)\n- [Moon](https://b.test)\n", &urls);
    check("A\n\n## References\n\nSea. 2019. https://a.test\n\nMoon. 2020. https://b.test\n\n## Next\n\nText.", &urls);
    check("A\n\n> ## Notes\n>\n> 1. [Sea](https://a.test)\n> 2. [Moon](https://b.test)\n", &urls);
    check("A\n\n1. Sea. Accessed May 1, 2020. https://a.test\n2. Moon. Accessed May 2, 2020. https://b.test\n", &urls);
}

#[test]
fn a_heading_without_sources_under_it_opens_no_list() {
    check(
        "## Notes\n\n- Remember the milk.\n- See [a](https://a.test) too.\n- And more.\n",
        &[("1", "https://a.test")],
    );
    let document = read("## References\n\nSee the manual.\n");
    assert!(document.entries.is_empty());
}

#[test]
fn raised_numbers_are_markers_here_or_of_another_file() {
    let text = "So it is.<sup>[7](/notes/README.html)</sup> And 5 km<sup>2</sup> more.";
    let document = read(text);
    assert_eq!(document.markers.len(), 1);
    assert_eq!(document.markers[0].shape, Shape::Elsewhere(Box::new("/notes/README.html".into())));
    let text = "So it is.<sup>1</sup> And so.<sup><a href=\"#n2\">2</a></sup>\n\n## Notes\n\n1. https://a.test\n2. https://b.test\n";
    assert_eq!(markers(text), [(vec!["1".into()], 1), (vec!["2".into()], 1)]);
    check("So it is.<sup>[1](https://a.test)</sup>", &[("1", "https://a.test")]);
}

#[test]
fn prose_has_no_markup_and_leads_back() {
    let text = "# T\n\nA *b* `c` [d\ne](https://a.test) &amp; f\\$.<br>g<!-- h --> <b>i</b>\n";
    let document = read(text);
    assert_eq!(document.prose.text(), "T\nA b c d e & f$. g i");
    assert_eq!(document.title.as_deref(), Some("T"));
}

#[test]
fn a_comment_leaves_out_its_line_or_the_next() {
    check("[a](https://a.test) <!-- citewatch: ignore -->\n[b](https://b.test)", &[("1", "https://b.test")]);
    check("<!-- citewatch: ignore -->\n[a](https://a.test)\n[b](https://b.test)", &[("1", "https://b.test")]);
    check("<!-- citewatch: ignore -->\n\n[a](https://a.test)\n\n[b](https://b.test)", &[("1", "https://b.test")]);
    let text = "A.[^a]\n\n<!-- citewatch: ignore -->\n[^a]: https://a.test\n";
    let document = read(text);
    assert_eq!((document.entries.len(), document.markers.len()), (0, 1));
    assert_eq!(document.markers[0].shape, Shape::Wanting, "what stands before it is of no other source");
    assert!(read("He said “no way out” <!-- citewatch: ignore -->").quoted.is_empty());
}

#[test]
fn front_matter_gives_the_title_and_nothing_else() {
    let document = read("---\ntitle: \"A: b\"\nquote: “not this one”\n---\n\n# C\n\nText “like this one”.\n");
    assert_eq!((document.title.as_deref(), document.quoted.len()), (Some("A: b"), 1));
}

#[test]
fn raised_numbers_side_by_side_are_one_marker_whatever_parts_them() {
    let list = "\n\n## Notes\n\n1. https://a.test\n2. https://b.test\n3. https://c.test\n";
    let check = |marks: &str, expected: &[&str]| {
        let found = markers(&format!("So it is.{marks} And so on.{list}"));
        let expected = vec![(expected.iter().map(|label| (*label).to_owned()).collect::<Vec<_>>(), expected.len())];
        assert_eq!(found, expected, "{marks}");
    };
    for marks in [
        "<sup>1</sup><sup>2</sup>",
        "<sup>1</sup>,<sup>2</sup>",
        "<sup>1</sup> <sup>2</sup>",
        "<sup>1</sup>, <sup>2</sup>",
        "<sup>1,2</sup>",
        "<sup>1 2</sup>",
        "<sup>[1][2]</sup>",
        "<sup>[1]</sup><sup>[2]</sup>",
        "<sup class=\"note\">1</sup><sup class=\"note\">2</sup>",
        "<sup><a href=\"#a\">1</a></sup><sup><a href=\"#b\">2</a></sup>",
        "¹ ²",
        "¹·²",
        "¹,²",
        "[1][2]",
        "[1], [2]",
        "[1]–[2]",
    ] {
        check(marks, &["1", "2"]);
    }
    for marks in ["<sup>1–3</sup>", "<sup>1</sup>–<sup>3</sup>", "[1]-[3]", "[1–3]", "¹⁻³", "¹–³"] {
        check(marks, &["1", "2", "3"]);
    }
}

#[test]
fn raised_links_side_by_side_are_one_marker() {
    let text =
        "He said “so it is”.<sup>[1](https://a.test)</sup><sup>[2](https://b.test)</sup> And [[3]](https://c.test).";
    let label = |labels: &[&str]| labels.iter().map(|label| (*label).to_owned()).collect::<Vec<_>>();
    assert_eq!(markers(text), [(label(&["1", "2"]), 2), (label(&["3"]), 1)]);
}

#[test]
fn numbers_that_stand_apart_or_are_powers_are_no_cluster() {
    let list = "\n\n## Notes\n\n1. https://a.test\n2. https://b.test\n3. https://c.test\n";
    let check = |text: &str, expected: &[&str]| {
        let found = markers(&format!("{text}{list}"));
        let found: Vec<String> = found.into_iter().map(|(labels, _)| labels.join("+")).collect();
        assert_eq!(found, expected, "{text}");
    };
    check("So it is.<sup>1</sup> And so.<sup>2</sup>", &["1", "2"]);
    check("So it is.<sup>1</sup> – so.<sup>2</sup>", &["1", "2"]);
    check("A volume of 10<sup>3</sup> and 10⁻³ and 5 m<sup>2</sup>.", &[]);
    check("So it is.<sup>2–1</sup>", &[]);
    check("The 1<sup>st</sup> of 2020.<sup>1</sup>", &["1"]);
    check("It was so in 2020<sup>1</sup>.", &["1"]);
}

#[test]
fn prose_under_a_heading_of_a_list_is_prose() {
    let text = "# Tides\n\n## Sources\n\nThe data is from the [board](https://a.test), which said it was “checked twice” by two.\n\n\
                A second paragraph, about 2020, is “not a source” either.\n";
    let document = read(text);
    assert_eq!((document.entries.len(), document.quoted.len()), (1, 2));
    assert_eq!(document.entries[0].role, crate::document::Role::Link);
    let text = "A.[1]\n\n## Notes\n\n- We took [this](https://a.test), which is not their own, as it was.\n- It is also in [that](https://b.test), \
                but they have it from us.\n";
    assert!(read(text).entries.iter().all(|entry| entry.role == crate::document::Role::Link));
}

#[test]
fn remarks_beside_the_entries_are_none_of_them() {
    let urls = [("1", "https://a.test"), ("2", "https://b.test")];
    let remark = "These were collected by hand; they are “not complete”, and we are sorry for it.";
    check(
        &format!("A\n\n## References\n\nSea. 2019. https://a.test\n\nMoon. 2020. https://b.test\n\n{remark}\n"),
        &urls,
    );
    check(&format!("A\n\n## Sources\n\n{remark}\n\n- Sea. https://a.test\n- Moon. https://b.test\n"), &urls);
    assert_eq!(read(&format!("A\n\n## References\n\nSea. 2019. https://a.test\n\n{remark}\n")).quoted.len(), 1);
}

#[test]
fn a_note_within_a_paragraph_is_an_entry_and_its_marker() {
    let text = "He said “so it is”^[Byrd, A., “High Tides,” Post, 2020, https://a.test/x] and “so”.^[See [Moon](https://b.test); https://c.test.] \
                No.^[It is “no note at all”.]\n";
    check(text, &[("1", "https://a.test/x"), ("2", "https://b.test"), ("2", "https://c.test")]);
    let document = read(text);
    assert_eq!((document.entries[0].source.title.as_deref(), document.markers.len()), (Some("High Tides"), 2));
    assert!(document.markers.iter().all(|marker| marker.shape == Shape::Note));
    let quoted: Vec<&str> = document.quoted.iter().map(|quoted| document.text(&quoted.parts[0].range())).collect();
    assert_eq!(quoted, ["so it is", "so", "no note at all"]);
}

#[test]
fn code_and_tags_hold_no_quotes() {
    for text in [
        "import { A } from './a b c'\nexport const b = \"c d e\"\n",
        "import { A } from './a'\nexport const a = {\n  b: \"c d e\",\n\n  f: \"g h i\",\n}\n",
        "{/* “a b c” */}\n\n{/*\n“a b c”\n\n“d e f”\n*/}\n",
        "See {{< ref \"a b c\" >}}, {% include \"d e.html\" %} and [caption id=\"a b c\"]words[/caption].\n",
        "<div style={{ color: \"red and blue\" }} title=\"a b c\">words</div>\n",
        "A [b](https://a.test){title=\"c d e\"} and\n\n{: .note title=\"f g h\" }\n",
    ] {
        assert!(read(text).quoted.is_empty(), "{text}");
    }
    assert_eq!(read("export const a = { b: 1 }\n\nHe said “so it is”.").quoted.len(), 1);
}

#[test]
fn headings_below_the_one_of_a_list_continue_it() {
    let text = "## References\n\n### Books\n\n- Byrd, Ann. High Tides. Harbour Press, 2020.\n\n### Web\n\n\
                - “Sea.” https://a.test/x\n\n#### Old\n\n“Moon.” https://b.test/y\n\n### About\n\nNothing is here.\n\n\
                ## Contact\n\n- https://c.test\n";
    check(text, &[("1", "-"), ("2", "https://a.test/x"), ("3", "https://b.test/y"), ("4", "https://c.test")]);
    let roles: Vec<bool> = read(text).entries.iter().map(|entry| entry.role == crate::document::Role::Link).collect();
    assert_eq!(roles, [false, false, false, true]);
    let nested = "# References\n\n- “Sea.” https://a.test/x\n\n## Notes\n\n1. “Moon.” https://b.test/y\n\n### Old\n\n\
                  2. “Star.” https://c.test/z\n\n## Web\n\n- “Sun.” https://d.test/w\n";
    check(
        nested,
        &[("3", "https://a.test/x"), ("1", "https://b.test/y"), ("2", "https://c.test/z"), ("4", "https://d.test/w")],
    );
}

#[test]
fn a_remark_on_a_list_is_no_entry() {
    for text in [
        "## Sources\n\n“Sea.” https://a.test/x\n\nAll links were checked in May.\n",
        "## Sources\n\n- “Sea.” https://a.test/x\n\nAll links were last checked on 3 May 2021.\n",
    ] {
        check(text, &[("1", "https://a.test/x")]);
    }
}

#[test]
fn the_address_of_a_doi_names_the_doi() {
    let document = read(
        "[a](https://doi.org/10.1234/AB-c) b[^n]\n\n[^n]: Byrd. Tides. https://dx.doi.org/10.1234/x%3Cy.\n\n[r]: https://doi.org/10.1/no\n",
    );
    let dois: Vec<Option<&str>> = document.entries.iter().map(|entry| entry.source.doi.as_deref()).collect();
    assert_eq!(dois, [Some("10.1234/ab-c"), Some("10.1234/x<y"), None]);
}

#[test]
fn a_low_line_that_could_be_emphasis_does_not_end_an_address() {
    let text = "At https://a.test/_the_b_/1. And _https://b.test/c_d_ and https://c.test/_x y_z.";
    let document = read(text);
    assert_eq!(
        cited(text, &document).into_iter().map(|(_, url, written)| (url, written)).collect::<Vec<_>>(),
        [
            ("https://a.test/_the_b_/1", "https://a.test/_the_b_/1"),
            ("https://b.test/c_d", "https://b.test/c_d"),
            ("https://c.test/_x", "https://c.test/_x"),
        ]
    );
}

#[test]
fn a_bar_within_a_cell_is_part_of_an_address() {
    let text = "| a | b |\n|---|---|\n| [c](https://a.test/x\\|y) | https://b.test/q\\|r end |\n";
    check(text, &[("1", "https://a.test/x|y"), ("2", "https://b.test/q|r")]);
}

#[test]
fn numbers_side_by_side_can_lead_to_notes_of_another_page() {
    let page = "[1]: notes.html#a\n[2]: notes.html#b\n[3]: more.html\n";
    let document =
        read(&format!("A.<sup>[1][2]</sup> B.<sup>[3]</sup> C.<sup>[2][3]</sup> D [the notes][1].\n\n{page}"));
    let found: Vec<(String, Shape)> =
        document.markers.iter().map(|marker| (document.labels(marker).join(","), marker.shape.clone())).collect();
    let elsewhere = |labels: &str, pages: &str| (labels.to_owned(), Shape::Elsewhere(Box::new(pages.to_owned())));
    let expected =
        [elsewhere("1,2", "notes.html"), elsewhere("3", "more.html"), elsewhere("2,3", "notes.html, more.html")];
    assert_eq!(found, expected);
}

#[test]
fn what_is_indented_below_the_head_of_an_admonition_or_a_tab_is_text() {
    let text = "Intro.\n\n!!! note \"A title\"\n\n    See [one](https://a.test/1) for “something that was said”.\n\n        code https://a.test/no\n\n??? tip\n    See [two](https://a.test/2).\n\n=== \"Android\"\n\n    - item [three](https://a.test/3)\n\n    ???+ danger \"\"\n\n        See [four](https://a.test/4).\n\n=== \"iOS\"\n\n    See [five](https://a.test/5).\n\nOutside [six](https://a.test/6).\n";
    let document = parse(text, Format::Markdown, Limits::default());
    let urls: Vec<&str> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
    let expected: Vec<String> = (1..=6).map(|n| format!("https://a.test/{n}")).collect();
    assert_eq!(urls, expected);
    let quoted: Vec<String> =
        document.quoted.iter().map(|quoted| document.prose.text()[quoted.parts[0].range()].to_owned()).collect();
    assert_eq!(quoted, ["something that was said"]);
    assert!(document.prose.text().contains("A title") && !document.prose.text().contains("...."));
}

#[test]
fn the_lists_that_programs_write_are_known_in_every_language() {
    for (heading, accessed) in [
        ("Works cited", "accessed May 3, 2025"),
        ("Obras citadas", "fecha de acceso: mayo 3, 2025"),
        ("Referenzen", "Zugriff am Mai 3, 2025"),
        ("Referências citadas", "acessado em maio 3, 2025"),
        ("Geciteerd werk", "geopend op mei 3, 2025"),
        ("引用文献", "5月 3, 2025にアクセス、"),
        ("參考資料", "檢索日期：5月 3, 2025，"),
        ("引用的著作", "访问时间为 五月 3, 2025，"),
        ("참고 자료", "5월 3, 2025에 액세스"),
        ("Источники", "дата последнего обращения: мая 3, 2025"),
        ("Cytowane prace", "otwierano: maja 3, 2025"),
        ("Alıntılanan çalışmalar", "erişim tarihi Mayıs 3, 2025"),
        ("Sources des citations", "consulté le mai 3, 2025"),
        ("Bibliografia", "accesso eseguito il giorno maggio 3, 2025"),
        ("المراجع", "تم الوصول بتاريخ مايو 3, 2025"),
        ("Nguồn trích dẫn", "truy cập vào tháng 5 3, 2025"),
        ("Karya yang dikutip", "diakses Mei 3, 2025"),
    ] {
        let list: Vec<String> = (1..=3)
            .map(|n| format!("{n}. The Title of It \\- Site, {accessed}, [https://a.test/{n}](https://a.test/{n})  \n"))
            .collect();
        let list = list.concat();
        let document =
            read(&format!("# T\n\nIt is “said here by them” so.1 Two is so.2 Three.3\n\n#### **{heading}**\n\n{list}"));
        assert_eq!(document.markers.len(), 3, "{heading}");
        for entry in &document.entries {
            let source = &entry.source;
            let read = (source.title.as_deref(), source.accessed.map(|date| date.to_string()));
            assert_eq!(read, (Some("The Title of It"), Some("2025-05-03".to_owned())), "{heading}");
        }
    }
}

#[test]
fn a_numbered_list_of_addresses_at_the_end_is_one_of_references_whatever_its_heading() {
    let list = |mark: &str| {
        (1..=3)
            .map(|n| format!("{mark}{n}. Sea {n} \\- Site, [https://a.test/{n}](https://a.test/{n})\n"))
            .collect::<Vec<String>>()
            .concat()
    };
    for mark in ["", "> "] {
        let document = read(&format!("It rose.1 It fell.2 So.3\n\n#### **Kutipan karya**\n\n{}", list(mark)));
        assert_eq!(document.markers.len(), 3, "{mark}");
    }
    let steps = read(
        "It rose.1 It fell.2\n\n## Next\n\n1. Open [the page](https://a.test/1)\n2. See <https://a.test/2> then\n",
    );
    assert!(steps.entries.iter().all(|entry| entry.role == crate::document::Role::Link));
}

#[test]
fn components_that_lead_somewhere_are_links() {
    let text = "<Card href=\"https://a.test/card\" title=\"A title\" />\n\n<Link to=\"https://a.test/to\">“words that are linked”</Link> and more.\n\n<Card href=\"/local\">x</Card>\n";
    check(text, &[("1", "https://a.test/card"), ("2", "https://a.test/to")]);
}

#[test]
fn one_address_that_a_document_is_from_is_a_source() {
    check("---\ntitle: A\nsource: \"https://a.test/x\"\n---\n\nText.\n", &[("1", "https://a.test/x")]);
    check(
        "---\noriginal_url: https://a.test/x\nsource: The log, https://b.test\n---\n\nText [@octo1].\n",
        &[("1", "https://a.test/x")],
    );
}
