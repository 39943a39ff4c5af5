//! Pages that say of themselves that something of them is not shown, and pages like them that say all they have.

use super::UnshownKind::{Embedded, Onward, Rest, Spoken, Work};
use super::*;
use crate::page::{ContentHead, SaidBy};

const AT: &str = "https://harbour.example/lamp";

#[track_caller]
fn check(html: &str, expected: Option<(UnshownKind, Option<&str>)>) {
    let head = ContentHead { content_type: Some("text/html; charset=utf-8"), said_by: SaidBy::Server, url: AT };
    let page = crate::page::read(html.as_bytes(), &head, &mut || true);
    let found = page.unshown.as_ref().map(|unshown| (unshown.what, unshown.at.as_deref()));
    assert_eq!(found, expected, "{}", &html[..html.len().min(300)]);
}

/// So many sentences of some hundred characters.
fn text(sentences: usize) -> String {
    let sentence = |at| {
        format!(
            "<p>In year {at} the village by the shore counted its boats and mended the nets that the storm had torn.</p>"
        )
    };
    (0..sentences).map(sentence).collect()
}

fn with_data(data: &str, body: &str) -> String {
    format!("<title>The lamp</title><script type='application/ld+json'>{data}</script><h1>The lamp</h1>{body}")
}

#[test]
fn a_page_whose_data_locks_a_part_shows_a_part_unless_that_part_came() {
    let locked = r#"{"@type":"NewsArticle","isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".behind"}}"#;
    check(&with_data(locked, &text(20)), Some((Rest, None)));
    check(&with_data(locked, &format!("{}<div class=behind></div>", text(20))), Some((Rest, None)));
    check(&with_data(locked, &format!("{}<div class=behind>{}</div>", text(2), text(20))), None);
    check(&with_data(locked, &text(80)), None);
    check(&with_data(r#"{"@type":"NewsArticle","isAccessibleForFree":false}"#, &text(20)), Some((Rest, None)));
    check(&with_data(r#"{"@type":"NewsArticle","isAccessibleForFree":true}"#, &text(20)), None);
    let whole = format!(
        r#"{{"@type":"NewsArticle","isAccessibleForFree":false,"articleBody":"{}"}}"#,
        "The lamp burns. ".repeat(300)
    );
    check(&with_data(&whole, &text(20)), None);
}

#[test]
fn a_page_says_in_words_that_the_rest_is_for_others() {
    for words in [
        "This is a preview of subscription content, log in via an institution to check access.",
        "This article is for subscribers. Subscribe now for a coin a week.",
        "You have reached your limit of free articles.",
        "Create a free account to keep reading.",
        "Create an account to read the full story.",
        "Dieser Artikel ist nur für Abonnenten.",
        "Il vous reste 80 % de cet article à lire.",
    ] {
        check(&format!("<h1>The lamp</h1>{}<p>{words}</p>", text(10)), Some((Rest, None)));
        check(&format!("<h1>The lamp</h1>{}<p>{words}</p>", text(80)), None);
        check(&format!("<h1>The lamp</h1>{}<footer>{words}</footer>", text(10)), None);
        check(&format!("<h1>Walls</h1>{}<p>Readers are told “{words}” and go.</p>", text(10)), None);
    }
    check(&format!("<script src=a.js></script>{}<div>Loading…</div>", text(5)), Some((Rest, None)));
    check(&format!("<script src=a.js></script>{}<div>Loading the boats took a day.</div>", text(5)), None);
}

#[test]
fn an_abstract_or_an_entry_of_a_catalogue_is_not_the_work() {
    let pdf = "<meta name=citation_pdf_url content='/lamp.pdf'>";
    let at = Some("https://harbour.example/lamp.pdf");
    check(&format!("{pdf}<h1>The lamp</h1>{}", text(8)), Some((Work, at)));
    check(&format!("{pdf}<h1>The lamp</h1>{}", text(80)), None);
    check(&format!("{pdf}<h1>The lamp</h1><h2>1. Introduction</h2>{}", text(30)), None);
    check(&format!("<h1>The lamp</h1><h2>Abstract</h2>{}", text(4)), Some((Work, None)));
    check(&format!("<h1>The lamp</h1>{}<p>Full text links</p>", text(4)), Some((Work, None)));
    check("<h1>The lamp</h1><p>Physical description: 340 p. Call number PT 12.</p>", Some((Work, None)));
    check(&format!("<h1>The lamp</h1><p>The number to call is 12.</p>{}", text(4)), None);
    check(&format!("<meta property=og:type content=book><h1>The lamp</h1>{}", text(4)), Some((Work, None)));
}

#[test]
fn what_a_page_shows_in_a_frame_is_not_read() {
    let frame = |html: &str, sentences| format!("<h1>The lamp</h1>{}{html}", text(sentences));
    let own = Some((Embedded, Some("https://harbour.example/text")));
    let pdf = Some((Embedded, Some("https://harbour.example/a.pdf")));
    check(&frame("<iframe src='/text'></iframe>", 0), own);
    check(&frame("<iframe src='/text' height=900></iframe>", 8), own);
    check(&frame("<iframe src='/text' height=900></iframe>", 30), None);
    check(&frame("<iframe src='/text' height=250></iframe>", 8), None);
    check(&frame("<iframe src='/ads/box.html' height=900></iframe>", 8), None);
    check(&frame("<iframe class=newsletter src='/text' height=900></iframe>", 0), None);
    check(&frame("<iframe src='https://other.example/box' height=900></iframe>", 8), None);
    check(&frame("<iframe src='https://www.googletagmanager.com/ns.html?id=1'></iframe>", 0), None);
    check(&frame("<iframe src='/text' style='display: none'></iframe>", 0), None);
    for html in [
        "<embed src='/a.pdf' type='application/pdf'>",
        "<object data='/a.pdf' type='application/pdf' width='100%'></object>",
        "<iframe src='/pdfjs/web/viewer.html?file=/a.pdf'></iframe>",
    ] {
        check(&frame(html, 0), pdf);
        check(&frame(html, 12), pdf);
        check(&frame(html, 60), None);
    }
}

#[test]
fn a_film_or_a_recording_is_heard_and_not_read() {
    let film = "<meta property='og:type' content='video.other'>";
    check(&format!("{film}<h1>The lamp</h1>{}", text(5)), Some((Spoken, None)));
    check(&format!("{film}<h1>The lamp</h1>{}", text(60)), None);
    check(&format!("{film}<h1>The lamp</h1><h2>Transcript</h2>{}", text(20)), None);
    check(&with_data(r#"{"@type":"PodcastEpisode"}"#, &text(5)), Some((Spoken, None)));
    check(&with_data(r#"[{"@type":"NewsArticle"},{"@type":"VideoObject"}]"#, &text(12)), None);
    let beside = "<iframe src='https://www.youtube.com/embed/a'></iframe>";
    check(&format!("<h1>The lamp</h1><p>See the keeper.</p>{beside}"), Some((Spoken, None)));
    check(&format!("<h1>The lamp</h1>{}{beside}", text(12)), None);
}

#[test]
fn an_article_goes_on_at_its_next_page_and_not_at_the_next_article() {
    let next = |href: &str, more: &str| format!("<link rel=next href='{href}'><h1>The lamp</h1>{}{more}", text(80));
    for (href, at) in [
        ("?page=2", "https://harbour.example/lamp?page=2"),
        ("/lamp/2", "https://harbour.example/lamp/2"),
        ("/lamp/page/2/", "https://harbour.example/lamp/page/2/"),
        ("/lamp-2", "https://harbour.example/lamp-2"),
    ] {
        check(&next(href, ""), Some((Rest, Some(at))));
    }
    for href in ["/harbour", "/2024/the-pier", "/lamps", "https://other.example/lamp/2"] {
        check(&next(href, ""), None);
    }
    let counted = |words: &str| format!("<link rel=next href='/more'><h1>The lamp</h1>{}<p>{words}</p>", text(10));
    check(&counted("Page 1 of 3"), Some((Rest, Some("https://harbour.example/more"))));
    check(&counted("Seite 2 von 4"), Some((Rest, Some("https://harbour.example/more"))));
    check(&counted("Page 3 of 3"), None);
    check(
        &counted("They tore page 1 of 3 books that lay upon the table when the keeper came down in the night."),
        None,
    );
}

#[test]
fn a_notice_says_where_the_page_has_moved() {
    let there = Some((Onward, Some("https://harbour.example/new")));
    for html in [
        "<p>This page has moved to <a href='/new'>a new address</a>. Please update your bookmarks.",
        "<title>Page moved</title><h1>Page moved</h1><p>The page has moved. <a href='/new'>Click here</a> to go to it.",
        "<p>It has moved to https://harbour.example/new.",
        "<meta http-equiv=refresh content='20; url=/new'><p>If you are not redirected, follow this <a href='/new'>link</a>.",
        "<meta http-equiv=refresh content='90; url=/new'><p>Old pages of the harbour.",
        "<p>Diese Seite ist umgezogen: <a href='/new'>zur neuen Seite</a>",
    ] {
        check(html, there);
    }
    check(
        "<p>We have moved! Our new home is <a href='http://new.example/'>new.example</a>.",
        Some((Onward, Some("http://new.example/"))),
    );
    for html in [
        "<h1>Page not found</h1><p>It has been moved. See our <a href='/map'>map of the site</a>.",
        "<p>The page may have moved. <a href='/search'>Search</a>",
        "<p>The page has moved. <a href='/'>Home</a>",
        "<p>La page a été déplacée ou supprimée. Voyez le <a href='/plan'>plan du site</a>.",
        "<meta http-equiv=refresh content='60; url=/lamp?again=1'><p>Tides of today.",
    ] {
        check(html, None);
    }
    check(&format!("<p>The keeper has moved to <a href='/pier'>the pier</a>.{}", text(12)), None);
}

#[test]
fn what_stands_around_a_page_or_names_another_one_is_no_notice_of_it() {
    let article = "<main><article><h1>Tide table</h1><p>High water 06:12, low water 12:31.</p></article></main>";
    for around in [
        "<aside><h2>Recent posts</h2><ul><li><a href=/p/1>Why we moved the bakery</a></li></ul></aside>",
        "<aside><p><a href=/p/1>The library has moved</a></p></aside>",
        "<aside><p>We moved to <a href=/visit>3 Quay Street</a> in 2021.</p></aside>",
        "<div class=footer>We moved to <a href=/visit>3 Quay Street</a> in 2021.</div>",
        "<div id=site-footer><p>We have moved: <a href=/visit>how to find us</a></p></div>",
        "<ul><li> <a href=/p/1>Our new home on Quay Street</a></li></ul>",
        "<div><h3><a href=/p/1>Почему переехала пекарня</a></h3></div>",
    ] {
        check(&format!("{article}{around}"), None);
    }
    let there = Some((Onward, Some("https://harbour.example/new")));
    let posts = "<aside><ul><li><a href=/p/1>Why we moved the bakery</a></li></ul></aside>";
    for html in [
        "<main><p>This page has moved to <a href=/new>a new address</a>.</p></main>",
        "<main><aside class=notice>This page has moved to <a href=/new>a new address</a>.</aside></main>",
        "<main><h2>This page has moved to <a href=/new>a new address</a></h2></main>",
        "<ul><li>This page has moved to <a href=/new>a new address</a></li></ul>",
        "<p><a href=/new>This page has moved. Go on to the new one</a></p>",
    ] {
        check(html, there);
        check(&format!("{html}{posts}"), there);
    }
}
