//! Captures beside what belongs to a link, and none within what is shown as it is written.

use super::{all_dead, check};
use crate::citation;
use crate::document::{Beside, Format, Limits, parse};
use crate::fix::{Options, edit, plan};

#[test]
fn a_link_of_markdown_keeps_its_attributes() {
    for attributes in [
        "{:target=\"_blank\"}",
        "{: .wide rel='a}b' }",
        "{ .md-button }",
        "{target=\"_blank\" rel=noopener}",
        "{#here}",
        "{:.a}{:.b}",
        "{.a\ntarget=\"_blank\"}",
        "{data-x=1}",
    ] {
        for link in ["[a](https://a.test/b)", "<https://a.test/b>"] {
            check(
                Format::Markdown,
                &format!("- See {link}{attributes}, and go.\n"),
                &format!("- See {link}{attributes} ([archived]({{A}})), and go.\n"),
            );
        }
    }
    for words in ["{words}", "{{ x.y }}", "{% if x %}", "{.a", " {.a}", "{::comment}", "{\" \"}", "{=html}"] {
        check(
            Format::Markdown,
            &format!("See [a](https://a.test/b){words} and go.\n"),
            &format!("See [a](https://a.test/b) ([archived]({{A}})){words} and go.\n"),
        );
    }
    check(
        Format::Jupyter,
        r#"{"cells": [{"cell_type": "markdown", "source": ["See [a](https://a.test/b){target=\"_blank\"}."]}]}"#,
        r#"{"cells": [{"cell_type": "markdown", "source": ["See [a](https://a.test/b){target=\"_blank\"} ([archived]({A}))."]}]}"#,
    );
}

#[test]
fn nothing_is_written_into_code_or_verbatim_words() {
    for text in [
        "<p>So <code>https://a.test/b</code>, <kbd>https://a.test/b?x=1&amp;y=2</kbd>.</p>",
        "<pre><code>fetch(\"https://a.test/b\")</code></pre><pre>curl https://a.test/b</pre>",
    ] {
        check(Format::Html, text, text);
        check(Format::Markdown, &format!("So.\n\n{text}\n"), &format!("So.\n\n{text}\n"));
    }
    let check_latex = |before: &str, after: &str| check(Format::Latex, before, after);
    for argument in ["path{https://a.test/b}", "path{see https://a.test/b there}"] {
        check_latex(
            &format!("See \\{argument} and go.\n"),
            &format!("See \\{argument} (\\href{{{{A}}}}{{archived}}) and go.\n"),
        );
    }
    check(
        Format::Asciidoc,
        "See https://a.test/b[z\\]w] and go.\n",
        "See https://a.test/b[z\\]w] (link:{A}[archived]) and go.\n",
    );
}

#[test]
fn a_heading_of_a_wiki_has_the_capture_in_the_place_of_the_address() {
    check(Format::Wikitext, "== Sea [https://a.test/b a] ==\nSo.\n", "== Sea [{A} a] ==\nSo.\n");
    check(Format::Wikitext, "== Sea https://a.test/b ==\nSo.\n", "== Sea https://a.test/b ==\nSo.\n");
    check(
        Format::Wikitext,
        "== Sea<ref>[https://a.test/b a]</ref> ==\nSo.\n",
        "== Sea<ref>[https://a.test/b a] {{Webarchive|url={A}|date=2024-06-30}}</ref> ==\nSo.\n",
    );
}

#[test]
fn a_note_that_an_ibid_stands_for_has_its_capture_for_both() {
    check(
        Format::Markdown,
        "It “ran long”.[^1] It “ran so”.[^2]\n\n[^1]: Doe, *River*, 2011, https://a.test/b.\n\n[^2]: Ibid., 4.\n",
        "It “ran long”.[^1] It “ran so”.[^2]\n\n[^1]: Doe, *River*, 2011, https://a.test/b. [Archived]({A}) 2024-06-30.\n\n[^2]: Ibid., 4.\n",
    );
}

#[test]
fn a_document_that_cites_by_key_from_another_file_is_mended() {
    let text = "---\nbibliography: refs.bib\n---\n\nSee [a](https://a.test/b). It “ran so” [@log].\n";
    let bib = "@misc{log, title={The Log}, url={https://c.test}}";
    let mut document = parse(text, Format::Markdown, Limits::default());
    document.join(&[Beside::read("refs.bib", bib, Format::Bibtex, Limits::default())]);
    let citations = citation::claims(&document, text).citations;
    assert_eq!(citations.len(), 2);
    let made = plan(text, &document, &citations, &all_dead(&citations), &Options::default());
    let mended = "[a](https://a.test/b) ([archived](https://web.archive.org/web/20240630101500/https://a.test/b))";
    assert_eq!(edit::applied(text, &made.edits), text.replace("[a](https://a.test/b)", mended));
}

#[test]
fn what_looks_like_a_link_in_html_within_markdown_stays_whole() {
    for (link, behind) in [
        ("[a](https://a.test/b)", ""),
        ("[a](https://a.test/b \"T (x\")", " and (b)"),
        ("https://a.test/b", ""),
        ("(https://a.test/b", ", words)"),
    ] {
        check(
            Format::Markdown,
            &format!("<div>\nSee {link}{behind}.\n</div>\n"),
            &format!("<div>\nSee {link} (<a href=\"{{A}}\">archived</a>){behind}.\n</div>\n"),
        );
    }
}

#[test]
fn front_matter_in_json_has_no_place_for_a_capture() {
    for fence in ["", ";;;\n"] {
        for front in ["{\"source\": \"https://a.test/b\"}", "{\"references\": [\"https://a.test/b\"]}"] {
            let text = format!("{fence}{front}\n{fence}\nSo it is.\n");
            check(Format::Markdown, &text, &text);
        }
    }
}

#[test]
fn the_citations_are_the_same_afterwards_each_with_its_archive() {
    for (format, text) in [
        (Format::Markdown, "It fell ([A](https://a.test/b)). So <https://a.test/c>, and [d](https://a.test/d).\n"),
        (Format::Asciidoc, "It fell https://a.test/b[A]. So https://a.test/c, and link:https://a.test/d[d].\n"),
        (Format::Rst, "It fell `A <https://a.test/b>`__. So https://a.test/c, and `d <https://a.test/d>`_.\n"),
        (Format::Org, "It fell [[https://a.test/b][A]]. So https://a.test/c, and [[https://a.test/d]].\n"),
        (
            Format::Latex,
            "It fell \\href{https://a.test/b}{A}. So \\url{https://a.test/c}, and https://a.test/d there.\n",
        ),
        (Format::Plain, "It fell https://a.test/b, so https://a.test/c and https://a.test/d are gone.\n"),
        (Format::Html, "<p>It <a href=\"https://a.test/b\">fell</a> <a href=\"https://a.test/c\">so</a></p>"),
    ] {
        for options in [Options::default(), Options { visible: true, ..Options::default() }] {
            let document = parse(text, format, Limits::default());
            let before = citation::claims(&document, text).citations;
            let made = plan(text, &document, &before, &all_dead(&before), &options);
            assert_eq!((made.edits.len(), made.left.len()), (before.len(), 0), "{text}");
            let after = edit::applied(text, &made.edits);
            let read = citation::claims(&parse(&after, format, Limits::default()), &after).citations;
            let said = |citation: &citation::Citation| (citation.id.clone(), citation.url.clone());
            assert_eq!(
                before.iter().map(said).collect::<Vec<_>>(),
                read.iter().map(said).collect::<Vec<_>>(),
                "{after}"
            );
            assert!(read.iter().all(|citation| citation.archive_url.is_some()), "{after}");
        }
    }
}
