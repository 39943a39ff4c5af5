//! Pages made to keep a reader busy: each ends within its deadline, and says so where it was cut.

use std::time::{Duration, Instant};

use crate::page::{ContentHead, Page, SaidBy, TextName, read};

/// As the reader has it.
const DEADLINE: Duration = Duration::from_secs(2);
/// Without optimization, on a machine that does other things as well: a bomb that is not cut takes minutes.
const AT_MOST: Duration = Duration::from_secs(30);

/// What is cut by its depth alone, however fast the machine is.
const DEEP: &[&str] = &["<div>", "<ul><li>", "<svg><g>", "<details>", "<blockquote><q>"];

const MEGABYTE: usize = 1_000_000;

fn timed(html: &str) -> Page {
    let started = Instant::now();
    let head = ContentHead { content_type: Some("text/html"), said_by: SaidBy::Server, url: "https://e.example/" };
    let page = read(html.as_bytes(), &head, &mut || started.elapsed() < DEADLINE);
    assert!(started.elapsed() < AT_MOST, "{:?}: {}", started.elapsed(), &html[..60.min(html.len())]);
    page
}

/// A page that begins with a word and goes on with `piece` up to `size` bytes.
fn bomb(piece: &str, size: usize) -> Page {
    timed(&format!("<p>first</p>{}", piece.repeat(size / piece.len())))
}

#[test]
fn what_is_nested_without_end_ends_in_time_and_keeps_its_beginning() {
    for piece in [
        "<div>",
        "<ul><li>",
        "<svg><g>",
        "<table><tr><td>",
        "<template>",
        "<template shadowrootmode=open><div>",
        "<math><mrow>",
        "<details>",
        "<span hidden><span>",
        "<b><i>",
        "<dl><dd>",
        "<form><div>",
        "<blockquote><q>",
        "<object><div>",
        "<ruby><rt><div>",
        "<font><p>",
    ] {
        let page = bomb(piece, MEGABYTE);
        assert!(page.cut_short.is_some() || !DEEP.contains(&piece), "{piece} is read whole");
        assert!(page.text(TextName::Visible).is_some_and(|text| text.starts_with("first")), "{piece}");
    }
}

#[test]
fn what_is_many_ends_within_its_deadline() {
    for piece in [
        "<p>word",
        "<a><table>",
        "<font color=red><p>",
        "<nobr>a",
        "<button><div>",
        "<b></p>",
        "<select><option>x</select>",
        "<iframe srcdoc='&lt;div&gt;&lt;div&gt;'></iframe>",
        "<iframe srcdoc='",
        "<p style='display:none;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;'>",
        "<sup><a href=#n>[1]</a></sup>",
        "<input value=x>",
        "<nav></nav>",
        "<a href=x.pdf>full text</a>",
        "<noscript><p>a</noscript>",
        "<textarea>a</textarea>",
        "<h1>a</h1>",
        "<meta name=description content=x>",
        "&amp;&lt;",
        "&nbsp; &nbsp;\u{ad}",
        "ก\u{200b}",
    ] {
        let page = bomb(piece, MEGABYTE / 2);
        assert!(page.text(TextName::Visible).is_some_and(|text| text.starts_with("first")), "{piece}");
    }
}

#[test]
fn data_and_scripts_that_are_made_to_be_slow_end_as_well() {
    for script in [
        "\"\\\"".repeat(MEGABYTE / 3),
        "'".repeat(MEGABYTE),
        "(/[".repeat(MEGABYTE / 3),
        "/*".repeat(MEGABYTE / 2),
        format!("`{}`", "${".repeat(MEGABYTE / 2)),
        format!("'{}'", "\\u{".repeat(MEGABYTE / 3)),
        "f('a sentence of quite enough words &lt;p&gt;');".repeat(MEGABYTE / 60),
        format!("x='{}'", "&lt;p&gt; word ".repeat(MEGABYTE / 16)),
    ] {
        timed(&format!("<p>first<script>{script}</script>"));
    }
    for data in [
        "[".repeat(MEGABYTE),
        format!("{{\"articleBody\":\"{}\"}}", "<div>".repeat(MEGABYTE / 5)),
        format!("[{}0]", "{\"text\":\"a &amp; b\"},".repeat(MEGABYTE / 20)),
        "{\"a\":".repeat(MEGABYTE / 5),
    ] {
        timed(&format!("<p>first<script type='application/ld+json'>{data}</script>"));
        timed(&format!("<p>first<script type='application/json'>{data}</script>"));
    }
}

#[test]
fn a_tag_with_two_hundred_thousand_attributes_is_cut_short() {
    let attributes: Vec<String> = (0..200_000).map(|n| format!(" a{n}=1")).collect();
    let attributes = attributes.concat();
    let page = timed(&format!("<p>first</p><p{attributes}>last"));
    assert!(page.cut_short.is_some());
    assert_eq!(page.text(TextName::Visible), Some("first"));
}

#[test]
fn what_makes_no_sense_in_its_charset_or_is_swallowed_by_a_comment_is_not_read_whole() {
    let head = ContentHead {
        content_type: Some("text/html; charset=iso-2022-jp"),
        said_by: SaidBy::Server,
        url: "https://e.example/",
    };
    let page = read(&b"\x1b$B".repeat(10_000), &head, &mut || true);
    assert!(page.replaced > 5_000, "{}", page.replaced);
    for (html, cut) in [
        (format!("<p>Words.<!-- {}", "more words ".repeat(200)), true),
        (format!("<p>Words.{}", "<!--".repeat(5_000)), true),
        (format!("<p>Words.<!-- {} -->", "more words ".repeat(200)), false),
        (format!("<p>Words.<!-- {} --></body></html>\n", "more words ".repeat(200)), false),
        ("<p>Words.<!-- left open".to_owned(), false),
    ] {
        let head = ContentHead { content_type: Some("text/html"), ..head };
        let page = read(html.as_bytes(), &head, &mut || true);
        assert_eq!(page.cut_short.is_some(), cut, "{}", &html[..40.min(html.len())]);
    }
}
