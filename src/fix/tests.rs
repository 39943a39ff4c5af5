//! Edits of each format, by table: what was written, and what is.

mod address;
mod dead_link;
mod generated;
mod kept;
mod layout;
mod listed;
mod org;
mod own_ways;
mod places;
mod rewritten;

use proptest::prelude::*;
use url::Url;

use super::{Capture, Death, Known, Options, Plan, edit, plan};
use crate::citation::{self, Citation};
use crate::document::{Document, Format, Limits, parse};
use crate::finding::Code;

/// The capture of an address on 30 June 2024.
pub(crate) fn capture(url: &str) -> Capture {
    Capture {
        url: format!("https://web.archive.org/web/20240630101500/{url}"),
        captured_at: "2024-06-30T10:15:00Z".parse().unwrap(),
        keeper: "wayback".to_owned(),
    }
}

pub(crate) fn read(text: &str, format: Format) -> (Document, Vec<Citation>) {
    let document = parse(text, format, Limits::default());
    let citations = citation::claims(&document, text).citations;
    (document, citations)
}

/// What is known where every source is dead and has a capture.
pub(crate) fn all_dead(citations: &[Citation]) -> Vec<Known> {
    let known = |citation: &Citation| Known {
        dead: Some(Death { code: Code::SourceGone, why: "gone".to_owned() }),
        capture: citation.url.as_deref().map(capture),
        ..Known::default()
    };
    citations.iter().map(known).collect()
}

pub(super) fn planned(text: &str, format: Format, options: &Options, known: impl Fn(&Citation) -> Known) -> Plan {
    let (document, citations) = read(text, format);
    let known: Vec<Known> = citations.iter().map(known).collect();
    plan(text, &document, &citations, &known, options)
}

fn dead(citation: &Citation) -> Known {
    all_dead(std::slice::from_ref(citation)).remove(0)
}

/// `A` stands for the capture of `https://a.test/b` in `after`.
#[track_caller]
fn check_with(format: Format, options: &Options, before: &str, after: &str) {
    let after = after.replace("{A}", "https://web.archive.org/web/20240630101500/https://a.test/b");
    let made = planned(before, format, options, dead);
    assert_eq!(edit::applied(before, &made.edits), after, "{:?}", made.left);
    let again = planned(&after, format, options, dead);
    assert_eq!(edit::applied(&after, &again.edits), after, "a second time");
}

#[track_caller]
pub(super) fn check(format: Format, before: &str, after: &str) {
    check_with(format, &Options::default(), before, after);
}

#[test]
fn plain_text_has_the_capture_at_the_end_of_its_entry() {
    let list = |entry: &str| format!("So it is. 1\n\nReferences\n- {entry}");
    let check = |before: &str, after: &str| check(Format::Plain, &list(before), &list(after));
    check(
        "“Sea.” Post, May 1, 2020. Accessed June 29, 2024. https://a.test/b.\n",
        "“Sea.” Post, May 1, 2020. Accessed June 29, 2024. https://a.test/b. Archived June 30, 2024. {A}.\n",
    );
    check(
        "“Sea.” Post. Accessed 29 June 2024. https://a.test/b.",
        "“Sea.” Post. Accessed 29 June 2024. https://a.test/b. Archived 30 June 2024. {A}.",
    );
    check("“Sea.” Post. https://a.test/b\r\n", "“Sea.” Post. https://a.test/b. Archived 2024-06-30. {A}\r\n");
    super::tests::check(
        Format::Plain,
        "It is at <https://a.test/b>, they say.",
        "It is at <https://a.test/b> (archived: {A}), they say.",
    );
    super::tests::check(
        Format::Plain,
        "It is at https://a.test/b, they say.",
        "It is at https://a.test/b (archived: {A}), they say.",
    );
}

#[test]
fn markdown_has_it_behind_the_link_or_at_the_end_of_the_entry() {
    let check = |before: &str, after: &str| check(Format::Markdown, before, after);
    check(
        "See [a](https://a.test/b \"A (b)\"), and go.\n",
        "See [a](https://a.test/b \"A (b)\") ([archived]({A})), and go.\n",
    );
    check("See <https://a.test/b>.", "See <https://a.test/b> ([archived]({A})).");
    check("See https://a.test/b.", "See https://a.test/b ([archived]({A})).");
    check(
        "So.[^1]\n\n[^1]: “Sea.” 29 June 2024. <https://a.test/b>.\n",
        "So.[^1]\n\n[^1]: “Sea.” 29 June 2024. <https://a.test/b>. [Archived]({A}) 30 June 2024.\n",
    );
    check(
        "So.[^1]\n\n[^1]: “Sea.” [Post](https://a.test/b)  \n",
        "So.[^1]\n\n[^1]: “Sea.” [Post](https://a.test/b) ([archived]({A}))  \n",
    );
    check("So [a][1].\n\n[1]: https://a.test/b \"T\"\n", "So [a][1].\n\n[1]: {A} \"T\"\n");
    check("So [a][1].\n\n[1]: <https://a.test/b>\n", "So [a][1].\n\n[1]: <{A}>\n");
    check(
        "So.1\n\n#### Works cited\n\n1. Sea - Post, accessed May 1, 2025, [https://a.test/b](https://a.test/b)  \n2. Fire - Post, accessed May 1, 2025, [https://web.archive.org/web/2024/https://c.test](https://web.archive.org/web/2024/https://c.test)\n",
        "So.1\n\n#### Works cited\n\n1. Sea - Post, accessed May 1, 2025, [https://a.test/b](https://a.test/b) ([archived]({A}))  \n2. Fire - Post, accessed May 1, 2025, [https://web.archive.org/web/2024/https://c.test](https://web.archive.org/web/2024/https://c.test)\n",
    );
    check(
        "| <a href=\"https://a.test/b\">a</a> |\n",
        "| <a href=\"https://a.test/b\">a</a> (<a href=\"{A}\">archived</a>) |\n",
    );
    check("So.^[Sea. https://a.test/b] It is.\n", "So.^[Sea. https://a.test/b ([archived]({A}))] It is.\n");
    let replace = Options { replace: true, ..Options::default() };
    check_with(Format::Markdown, &replace, "See [a](https://a.test/b).", "See [a]({A}).");
    check_with(
        Format::Markdown,
        &replace,
        "[^1]\n\n[^1]: “Sea.” <https://a.test/b>.\n",
        "[^1]\n\n[^1]: “Sea.” <{A}>.\n",
    );
}

#[test]
fn a_template_of_a_wiki_has_it_in_the_names_and_the_layout_of_its_own() {
    let note = |template: &str| format!("So.<ref>{{{{{template}}}}}</ref>\n");
    let check = |before: &str, after: &str| check(Format::Wikitext, &note(before), &note(after));
    check(
        "cite web |url=https://a.test/b |accessdate=29 June 2024",
        "cite web |url=https://a.test/b |accessdate=29 June 2024 |archiveurl={A} |archivedate=30 June 2024 |deadurl=yes",
    );
    check(
        "cite web | url = https://a.test/b | access-date = June 29, 2024 | title = A ",
        "cite web | url = https://a.test/b | access-date = June 29, 2024 | archive-url = {A} | archive-date = June 30, 2024 | url-status = dead | title = A ",
    );
    check(
        "cite news\n | title  = A\n | url    = https://a.test/b\n",
        "cite news\n | title  = A\n | url    = https://a.test/b\n | archive-url = {A}\n | archive-date = 2024-06-30\n | url-status = dead\n",
    );
    check(
        "cite web|url=https://a.test/b|archive-url=|archive-date= |url-status=live|access-date=2024-06-29",
        "cite web|url=https://a.test/b|archive-url={A}|archive-date=2024-06-30 |url-status=dead|access-date=2024-06-29",
    );
    check(
        "cite web\n | url = https://a.test/b\n | access-date = 2024-06-29\n | archive-url =\n | archive-date = \n",
        "cite web\n | url = https://a.test/b\n | access-date = 2024-06-29\n | url-status = dead\n | archive-url = {A}\n | archive-date = 2024-06-30\n",
    );
    check(
        "Internetquelle |url=https://a.test/b |titel=A |abruf=2024-06-29",
        "Internetquelle |url=https://a.test/b |titel=A |abruf=2024-06-29 |archiv-url={A} |archiv-datum=2024-06-30 |offline=1",
    );
    check(
        "cita noticia|título=A|url=https://a.test/b",
        "cita noticia|título=A|url=https://a.test/b|urlarchivo={A}|fechaarchivo=2024-06-30",
    );
    check(
        "cita news|titolo=A|url=https://a.test/b",
        "cita news|titolo=A|url=https://a.test/b|urlarchivio={A}|dataarchivio=2024-06-30|urlmorto=sì",
    );
    check(
        "cytuj|tytuł=A|url=https://a.test/b",
        "cytuj|tytuł=A|url=https://a.test/b|archiwum={A}|zarchiwizowano=2024-06-30",
    );
    super::tests::check(
        Format::Wikitext,
        "So.<ref>[https://a.test/b A [1]], June 1, 2024.</ref>",
        "So.<ref>[https://a.test/b A [1]] {{Webarchive|url={A}|date=June 30, 2024}}, June 1, 2024.</ref>",
    );
    super::tests::check(
        Format::Wikitext,
        "{{webarchive|url=https://web.archive.org/web/2020/https://z.test}} See [https://a.test/b a].",
        "{{webarchive|url=https://web.archive.org/web/2020/https://z.test}} See [https://a.test/b a] {{webarchive|url={A}|date=2024-06-30}}.",
    );
    super::tests::check(
        Format::Wikitext,
        "So.<ref>https://a.test/b</ref>",
        "So.<ref>https://a.test/b {{Webarchive|url={A}|date=2024-06-30}}</ref>",
    );
}

#[test]
fn what_says_that_a_page_is_dead_is_joined_as_the_other_names_of_its_template() {
    let page = |accessed: &str, more: &str| {
        let other = "<ref>{{cite web|url=https://c.test|accessdate=29 June 2024|deadurl=no}}</ref>";
        format!("So.{other}<ref>{{{{cite web|url=https://a.test/b{accessed}{more}}}}}</ref>")
    };
    for (accessed, more) in [
        ("|access-date=29 June 2024", "|archive-url={A}|archive-date=30 June 2024|url-status=dead"),
        ("|accessdate=29 June 2024", "|archiveurl={A}|archivedate=30 June 2024|deadurl=yes"),
    ] {
        let (before, after) = (page(accessed, ""), page(accessed, more));
        let known = |citation: &Citation| match citation.url.as_deref() {
            Some("https://a.test/b") => dead(citation),
            _ => Known::default(),
        };
        let made = planned(&before, Format::Wikitext, &Options::default(), known);
        let after = after.replace("{A}", &capture("https://a.test/b").url);
        assert_eq!(edit::applied(&before, &made.edits), after, "{:?}", made.left);
    }
}

#[test]
fn html_has_it_in_the_tag_or_where_readers_see_it() {
    let before = "<p>See <a class=x href='https://a.test/b'>a</a>.</p>";
    check(
        Format::Html,
        before,
        "<p>See <a class=x href='https://a.test/b' data-versionurl=\"{A}\" data-versiondate=\"2024-06-30\">a</a>.</p>",
    );
    let visible = Options { visible: true, ..Options::default() };
    check_with(
        Format::Html,
        &visible,
        before,
        "<p>See <a class=x href='https://a.test/b'>a</a> (<a href=\"{A}\">archived</a>).</p>",
    );
    let note = |link: &str| {
        format!("<p>So.<sup><a href='#n1'>1</a></sup></p><ol><li id=n1>“Sea.” {link} <a href='#r'>↩</a></li></ol>")
    };
    check(
        Format::Html,
        &note("<a href=https://a.test/b>Post</a>"),
        &note("<a href=https://a.test/b data-versionurl=\"{A}\" data-versiondate=\"2024-06-30\">Post</a>"),
    );
}

#[test]
fn files_of_references_have_a_field_for_it() {
    check(
        Format::Bibtex,
        "@online{a,\n  title = {Sea},\n  url = {https://a.test/b},\n  urldate = {2024-06-29}\n}\n",
        "@online{a,\n  title = {Sea},\n  url = {https://a.test/b},\n  addendum = {Archived at \\url{{A}}},\n  urldate = {2024-06-29}\n}\n",
    );
    check(
        Format::Bibtex,
        "@online{a,\n  url = {https://a.test/b},\n  urldate = {2024-06-29},\n}\n",
        "@online{a,\n  url = {https://a.test/b},\n  urldate = {2024-06-29},\n  addendum = {Archived at \\url{{A}}},\n}\n",
    );
    check(
        Format::Bibtex,
        "@misc{a,\n\thowpublished=\"\\url{https://a.test/b}\",\n\tyear=2020,\n}",
        "@misc{a,\n\thowpublished=\"\\url{https://a.test/b}\",\n\tnote={Archived at \\url{{A}}},\n\tyear=2020,\n}",
    );
    check(
        Format::Bibtex,
        "@misc{a, note={Sea}, url={https://a.test/b}}",
        "@misc{a, note={Sea}, url={https://a.test/b}, addendum={Archived at \\url{{A}}}}",
    );
    check(
        Format::Bibtex,
        "@misc(a, title={Sea}, url=\"https://a.test/b\")",
        "@misc(a, title={Sea}, url=\"https://a.test/b\", note={Archived at \\url{{A}}})",
    );
    check(
        Format::CslJson,
        "[\n  {\n    \"id\": \"a\",\n    \"URL\": \"https://a.test/b\"\n  }\n]\n",
        "[\n  {\n    \"id\": \"a\",\n    \"URL\": \"https://a.test/b\",\n    \"archive\": \"Internet Archive\",\n    \"archive_location\": \"{A}\"\n  }\n]\n",
    );
    check(
        Format::CslJson,
        r#"[{"URL":"https://a.test/b","id":"a"}]"#,
        r#"[{"URL":"https://a.test/b","archive":"Internet Archive","archive_location":"{A}","id":"a"}]"#,
    );
    check(
        Format::Ris,
        "TY  - ELEC\r\nUR  - https://a.test/b\r\nER  - \r\n",
        "TY  - ELEC\r\nUR  - https://a.test/b\r\nUR  - {A}\r\nER  - \r\n",
    );
}

#[test]
fn light_markup_has_it_in_its_own_links() {
    check(
        Format::Rst,
        "So [1]_.\n\n.. [1] https://a.test/b\n",
        "So [1]_.\n\n.. [1] https://a.test/b (archived: {A})\n",
    );
    for link in ["`Sea <https://a.test/b>`_", "`Sea <https://a.test/b>`_.", "`The Sea <https://a.test/b>`__"] {
        check(
            Format::Rst,
            &format!("So [1]_.\n\n.. [1] {link}\n"),
            &format!("So [1]_.\n\n.. [1] {link} (archived: {{A}})\n"),
        );
    }
    check(
        Format::Rst,
        "See `a <https://a.test/b>`__ and go.\n",
        "See `a <https://a.test/b>`__ (archived: {A}) and go.\n",
    );
    let odd = |text: &str| text.replace("{B}", "https://a.test/_b_/*c*/~d/~e_");
    let odd_capture = |text: &str| odd(&text.replace("{A}", "https://web.archive.org/web/20240630101500/{B}"));
    check(
        Format::Asciidoc,
        &odd("See link:++{B}++[a] and go.footnote:[Sea. link:++{B}++[b]]\n"),
        &odd_capture(
            "See link:++{B}++[a] (link:++{A}++[archived]) and go.footnote:[Sea. link:++{B}++[b] (link:++{A}++[archived])]\n",
        ),
    );
    let escaped = |text: &str| odd_capture(text).replace("_/", "\\_/").replace('*', "\\*").replace("e_", "e\\_");
    check(
        Format::Rst,
        &escaped("See `a <{B}>`__, {B} and [1]_.\n\n.. [1] {B}\n"),
        &escaped("See `a <{B}>`__ (archived: {A}), {B} (archived: {A}) and [1]_.\n\n.. [1] {B} (archived: {A})\n"),
    );
    check(Format::Rst, "See a_.\n\n.. _a: https://a.test/b\n", "See a_.\n\n.. _a: {A}\n");
    check(
        Format::Asciidoc,
        "See https://a.test/b[a] and go.\n",
        "See https://a.test/b[a] (link:{A}[archived]) and go.\n",
    );
    check(
        Format::Asciidoc,
        "So.footnote:[Sea. https://a.test/b]\n",
        "So.footnote:[Sea. https://a.test/b (archived: {A})]\n",
    );
    check(
        Format::Org,
        "See [[https://a.test/b][a]] and go.\n",
        "See [[https://a.test/b][a]] ([[{A}][archived]]) and go.\n",
    );
    check(
        Format::Org,
        "So.[fn:1]\n\n[fn:1] Sea. [[https://a.test/b][a]]\n",
        "So.[fn:1]\n\n[fn:1] Sea. [[https://a.test/b][a]] ([[{A}][archived]])\n",
    );
    check(
        Format::Latex,
        "See \\href{https://a.test/b}{a} and go.\n",
        "See \\href{https://a.test/b}{a} (\\href{{A}}{archived}) and go.\n",
    );
    check(
        Format::Latex,
        "So.\\footnote{Sea. \\url{https://a.test/b}}\n",
        "So.\\footnote{Sea. \\url{https://a.test/b} (\\href{{A}}{archived})}\n",
    );
    let notebook =
        |source: &str| format!(r#"{{"cells": [{{"cell_type": "markdown", "source": ["{source}\n", "x"]}}]}}"#);
    check(
        Format::Jupyter,
        &notebook("See [a](https://a.test/b)."),
        &notebook("See [a](https://a.test/b) ([archived]({A}))."),
    );
}

#[test]
fn what_has_an_archive_or_is_one_or_is_marked_is_left_alone() {
    for (text, format) in [
        ("See [a](https://web.archive.org/web/2020/https://a.test/b).", Format::Markdown),
        (
            "So.<ref>{{cite web|url=https://a.test/b|archive-url=https://web.archive.org/web/2020/https://a.test/b}}</ref>",
            Format::Wikitext,
        ),
        ("See [https://a.test/b a] {{cbignore}}", Format::Wikitext),
        ("<!-- citewatch: ignore -->\n[a](https://a.test/b)", Format::Markdown),
        ("---\nsource: https://a.test/b\n---\n\nSee it.", Format::Markdown),
    ] {
        check(format, text, text);
    }
    let unknown = |_: &Citation| Known {
        dead: Some(Death { code: Code::SourceGone, why: "gone".to_owned() }),
        ..Known::default()
    };
    let made = planned("[a](https://a.test/b)", Format::Markdown, &Options::default(), unknown);
    assert_eq!((made.edits.len(), made.left[0].why.as_str()), (0, "no good capture of it is known"));
    let sound = |_: &Citation| Known { sound: true, ..Known::default() };
    assert_eq!(planned("[a](https://a.test/b)", Format::Markdown, &Options::default(), sound), Plan::default());
}

/// What two readings of a document must agree in: all but archives.
pub(crate) fn said(citations: &[Citation]) -> Vec<String> {
    let own = |citation: &&Citation| citation.original_url.is_none();
    let mut said: Vec<String> = citations
        .iter()
        .filter(own)
        .map(|citation| {
            let Citation { url, title, authors, publisher, published, accessed, doi, .. } = citation;
            format!("{url:?} {title:?} {authors:?} {publisher:?} {published:?} {accessed:?} {doi:?}")
        })
        .collect();
    said.sort();
    said
}

fn one_entry() -> impl Strategy<Value = (Format, String)> {
    let words = "[A-Z][a-z]{2,7}( [a-z]{2,7}){1,4}";
    let path = "[a-z]{1,6}(/[a-z0-9_~%-]{1,6}){0,2}(\\?[a-z]=[0-9]{1,2}(&[a-z]=[a-z]{1,3})?)?";
    let formats = prop::sample::select(vec![
        (Format::Markdown, "See [{T}](https://x.test/{P}) and [b](https://y.test/{P}).\n"),
        (Format::Markdown, "So.[^1]\n\n[^1]: “{T}.” Post, May 2020. Accessed June 29, 2024. <https://x.test/{P}>.\n"),
        (Format::Markdown, "> So {T} <https://x.test/{P}>\r\n> end\r\n"),
        (Format::Plain, "It is {T} at https://x.test/{P} now.\n"),
        (
            Format::Plain,
            "So. 1\n\nReferences\n- “{T}.” Post, May 1, 2020. Accessed June 29, 2024. https://x.test/{P}.\n",
        ),
        (Format::Wikitext, "So.<ref>{{cite web |url=https://x.test/{P} |title={T} |access-date=29 June 2024}}</ref>\n"),
        (Format::Wikitext, "So.<ref>[https://x.test/{P} {T}], 29 June 2024.</ref>\n"),
        (Format::Html, "<p>See <a href=\"https://x.test/{P}\">{T}</a> and go.</p>\n"),
        (Format::Rst, "See `{T} <https://x.test/{P}>`_ and go.\n"),
        (Format::Bibtex, "@online{a,\n  title = {{T}},\n  url = {https://x.test/{P}},\n}\n"),
        (Format::Ris, "TY  - ELEC\nTI  - {T}\nUR  - https://x.test/{P}\nER  - \n"),
        (Format::Org, "See [[https://x.test/{P}][{T}]] and go.\n"),
        (Format::Latex, "See \\href{https://x.test/{P}}{{T}} and go.\n"),
    ]);
    (formats, words, path).prop_map(|((format, shape), words, path)| {
        let path = if format == Format::Html { path.replace('&', "&amp;") } else { path };
        let path =
            if format == Format::Latex { path.replace(['%', '&', '~', '_'], "-") } else { path.replace('%', "-") };
        (format, shape.replace("{T}", &words).replace("{P}", &path))
    })
}

proptest! {
    #[test]
    fn every_dead_source_gets_one_capture_once_and_nothing_else_changes((format, text) in one_entry()) {
        let (document, citations) = read(&text, format);
        prop_assume!(!citations.is_empty());
        let made = plan(&text, &document, &citations, &all_dead(&citations), &Options::default());
        // Words that are quoted stay as they are, and so does an address among them.
        let quoted = text.starts_with('>');
        prop_assert_eq!(made.left.iter().map(|left| left.why.as_str()).collect::<Vec<_>>(), vec!["the quotations of the document would read otherwise"; usize::from(quoted && !made.left.is_empty())]);
        prop_assume!(made.left.is_empty());
        let edited = edit::applied(&text, &made.edits);
        let (document, after) = read(&edited, format);
        prop_assert_eq!(said(&after), said(&citations), "{}", edited);
        for citation in after.iter().filter(|citation| citation.original_url.is_none()) {
            let url = Url::parse(citation.url.as_deref().unwrap()).unwrap();
            let archive = citation.archive_url.clone().unwrap_or_default();
            prop_assert!(archive.contains(url.host_str().unwrap()), "{}: {}", archive, edited);
        }
        let again = plan(&edited, &document, &after, &all_dead(&after), &Options::default());
        prop_assert_eq!(again.edits, vec![], "{}", edited);
    }
}
