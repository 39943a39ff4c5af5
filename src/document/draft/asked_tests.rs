//! Tests of marks: what is left out, and what is not told, in every format.

use crate::document::{Format, Limits, parse};

/// The last letters of the addresses that stay, and the codes of the findings that do, of hosts `https://x-site.test`.
fn check(format: Format, text: &str, expected: &str) {
    let document = parse(text, format, Limits::default());
    let hosts = document.entries.iter().filter_map(|entry| entry.source.url.as_deref());
    let left: Vec<&str> = hosts.map(|url| url.trim_start_matches("https://").split('-').next().unwrap_or("")).collect();
    let quoted = document.quoted.len() + document.blocks.iter().filter(|block| block.quotation().is_some()).count();
    let told = document.findings.iter().filter(|finding| {
        let place = finding.place.map_or(0, |place| place.span.start());
        !document.silence.spares(place)
    });
    let codes: Vec<&str> = told.map(|finding| finding.code.as_str()).collect();
    let said = if quoted == 0 { String::new() } else { format!(" {quoted} quoted") };
    assert_eq!(format!("{}{said} {}", left.join(" "), codes.join(" ")).trim(), expected, "{text}");
}

#[test]
fn a_mark_above_a_quotation_leaves_all_of_it_out() {
    let sets = [
        (
            Format::Markdown,
            "<!-- citewatch: ignore -->\n> Words of it stand here\n> and run on. [a](https://a-site.test)\n\n[b](https://b-site.test)\n",
        ),
        (
            Format::Markdown,
            "> <!-- citewatch: ignore -->\n> Words of it stand here. [a](https://a-site.test)\n\n[b](https://b-site.test)\n",
        ),
        (
            Format::Org,
            "# citewatch: ignore\n#+begin_quote\nWords of it stand here\nand run on [[https://a-site.test][a]].\n#+end_quote\n\n[[https://b-site.test][b]]\n",
        ),
        (
            Format::Asciidoc,
            "// citewatch: ignore\n[quote, Doe, https://a-site.test/]\n____\nWords of it stand here\nand run on.\n____\n\nhttps://b-site.test[b]\n",
        ),
        (
            Format::Rst,
            "Text.\n\n.. citewatch: ignore\n\n.. epigraph::\n\n   Words of it stand here\n   and run on.\n\n   -- `a <https://a-site.test>`_\n\n`b <https://b-site.test>`_\n",
        ),
        (
            Format::Latex,
            "% citewatch: ignore\n\\begin{quote}\nWords of it stand here\nand run on \\url{https://a-site.test}.\n\\end{quote}\n\n\\url{https://b-site.test}\n",
        ),
        (
            Format::Html,
            "<!-- citewatch: ignore -->\n<blockquote cite=\"https://a-site.test\">\n<p>Words of it stand here\nand run on.</p>\n</blockquote>\n<p><a href=\"https://b-site.test\">b</a></p>\n",
        ),
        (
            Format::Wikitext,
            "<!-- citewatch: ignore -->\n<blockquote>\nWords of it stand here and run on [https://a-site.test a].\n</blockquote>\n\n[https://b-site.test b]\n",
        ),
    ];
    for (format, text) in sets {
        check(format, text, "b");
    }
}

#[test]
fn a_mark_within_an_entry_of_several_lines_is_about_all_of_it() {
    let sets = [
        (
            Format::Wikitext,
            "A.<ref>{{cite web\n | url=https://a-site.test\n | title=A <!-- citewatch: ignore -->\n | access-date=2024-02-30\n}}</ref>\n\nB.<ref>{{cite web |url=https://b-site.test |title=B}}</ref>\n",
        ),
        (
            Format::Wikitext,
            "<!-- citewatch: ignore -->\n{{cite web\n | url = https://a-site.test\n | title = A\n | access-date = 2024-02-30\n}}\n\n[https://b-site.test b]\n",
        ),
        (
            Format::Markdown,
            "A.[^a] B.[^b]\n\n[^a]: Doe, “A”. <https://a-site.test>.\n    Accessed 30 February 2024. <!-- citewatch: ignore -->\n\n[^b]: Roe, “B”. <https://b-site.test>.\n",
        ),
        (
            Format::Plain,
            "A.1 B.2\n\nReferences\n1. Doe, J. “A”. https://a-site.test/x.\n   Accessed February 30, 2024. (citewatch: ignore)\n2. Roe, K. “B”. https://b-site.test/x.\n",
        ),
        (
            Format::Latex,
            "A.\\footnote{See\n  \\url{https://a-site.test}. % citewatch: ignore\n  And \\url{https://b-site.test}.}\n",
        ),
        (
            Format::Html,
            "<p>See <a\n href=\"https://a-site.test\">a</a> <!-- citewatch: ignore --></p>\n<p><a href=\"https://b-site.test\">b</a></p>\n",
        ),
        (
            Format::Bibtex,
            "@misc{a,\n  title={A}, url={https://a-site.test}, urldate={2024-02-30}} % citewatch: ignore\n\n@misc{b, title={B}, url={https://b-site.test}}\n",
        ),
        (
            Format::Rst,
            "Text.\n\n.. citewatch: ignore\n\nIt goes on over\nlines with `a <https://a-site.test>`_ in it.\n\nSo `b <https://b-site.test>`_.\n",
        ),
    ];
    for (format, text) in sets {
        check(format, text, "b");
    }
}

#[test]
fn a_mark_stands_where_the_format_lets_it() {
    check(
        Format::Markdown,
        "- <!-- citewatch: ignore -->\n  [a](https://a-site.test)\n- [b](https://b-site.test)\n",
        "b",
    );
    check(
        Format::Markdown,
        "---\nsources:\n  # citewatch: ignore\n  - https://a-site.test\n  - https://b-site.test\n  - https://c-site.test # citewatch: ignore\n---\n\nText.\n",
        "b",
    );
    check(
        Format::Markdown,
        "<!-- citewatch: ignore -->\n<p>\nSee <a href=\"https://a-site.test\">a</a>\n<a href=\"https://b-site.test\">b</a>\n</p>\n",
        "b",
    );
    check(
        Format::Html,
        "<ul>\n<!-- citewatch: ignore -->\n<li>\n  <a href=\"https://a-site.test\">a</a></li>\n<li><a href=\"https://b-site.test\">b</a></li></ul>",
        "b",
    );
    check(
        Format::Latex,
        "\\begin{itemize}\n\\item % citewatch: ignore\n  \\url{https://a-site.test}\n\\item \\url{https://b-site.test}\n\\end{itemize}\n",
        "b",
    );
    check(
        Format::Markdown,
        "<!-- citewatch: ignore -- not ours -->\n<!-- lint off -->\n[a](https://a-site.test)\n\n[b](https://b-site.test)\n",
        "b",
    );
}

#[test]
fn a_mark_leaves_alone_what_it_is_not_about() {
    check(
        Format::Markdown,
        "[a](https://a-site.test)\n<!-- citewatch: ignore -->\n\n[b](https://b-site.test)\n\n[c](https://c-site.test)\n",
        "a c",
    );
    check(Format::Markdown, "---\ntitle: T\nsources:\n  - https://a-site.test/#citewatch:ignore\n---\n\nText.\n", "a");
    check(
        Format::Html,
        "<p><a href=\"https://a-site.test\">a</a></p> <!-- citewatch: ignore -->\n<p>\n<a href=\"https://b-site.test\">b</a></p>",
        "b",
    );
    check(
        Format::Wikitext,
        "A.<ref>{{cite web |url=https://a-site.test |title=A}}</ref>\n<!-- citewatch: ignore -->\nB.<ref>{{cite web |url=https://b-site.test |title=B}}</ref>\n\nC.<ref>{{cite web |url=https://c-site.test |title=C}}</ref>\n",
        "a c",
    );
    check(
        Format::Bibtex,
        "@misc{a, title={A}, url={https://a-site.test}}\n% citewatch: ignore\n@misc{b, title={B}, url={https://b-site.test}}\n",
        "a",
    );
    check(
        Format::Rst,
        "Text.\n\n.. citewatch: ignore\n\n- `a <https://a-site.test>`_\n- `b <https://b-site.test>`_\n\n.. citewatch: ignore\n.. _x: https://c-site.test\n.. _y: https://d-site.test\n\nSo x_ and y_.\n",
        "b d",
    );
    check(
        Format::Latex,
        "A.\\footnote{See \\url{https://a-site.test}.}\n% citewatch: ignore\nB.\\footnote{See \\url{https://b-site.test}.}\n",
        "a",
    );
}
