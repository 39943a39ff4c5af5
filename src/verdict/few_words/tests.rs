//! Pages of a few words, beside what they are cited as.

use super::*;
use crate::verdict::signs::tests::{paragraphs, seen};

const CITED: CitedAs<'_> = CitedAs {
    title: Some("The bridge at Nordhaven closes"),
    authors: &[],
    quotes: &["the span will not bear another winter"],
};

fn stands_in(html: &str, cited: &CitedAs<'_>) -> bool {
    may_stand_in(&seen(200, html).0, cited)
}

#[test]
fn a_notice_in_any_words_may_stand_in_for_the_page() {
    for html in [
        "<title>Gazette</title><p>The owner of these pages keeps them to the family for now.</p>",
        "<title>Gazette</title><h1>Nothing to see today</h1><p>Come by on Monday, when the shop opens its doors.</p>",
        "<p>お客様の地域ではこの記事を表示できません。</p>",
        "<p>이 기사는 현재 볼 수 없습니다.</p>",
        "<p>Bu yazı şu anda okurlara kapalıdır.</p>",
        "<title>site.example</title><p>site.example ist umgezogen, die Kollegen räumen noch Kisten.</p>",
    ] {
        assert!(stands_in(html, &CITED), "{html}");
    }
}

#[test]
fn a_short_page_that_is_what_was_cited_is_judged() {
    let tweet = "<title>Jo Savage on Chat</title><p>Nordhaven bridge closes on Friday. Bring boots!</p>";
    assert!(!stands_in(tweet, &CITED));
    let authors = ["Savage, Jo".to_owned()];
    let by = CitedAs { title: Some("Untitled"), authors: &authors, quotes: &[] };
    assert!(!stands_in("<p>Jo Savage: boots on, everybody!</p>", &by));
    let dawn = CitedAs { quotes: &["lit at dusk by the keeper himself"], ..CitedAs::default() };
    assert!(!stands_in("<p>It was lit at dawn by the gardener and nobody else.</p>", &dawn));
    assert!(!stands_in(
        "<title>Gazette</title><h1>The bridge</h1><p>It was built.</p>",
        &CitedAs { quotes: &["the bridge was closed for good"], ..CitedAs::default() }
    ));
    let long =
        "the council heard that no ship of the company had passed the narrows since autumn, and that the pilots waited";
    let long = CitedAs { title: Some("Minutes of March"), quotes: &[long], ..CitedAs::default() };
    assert!(stands_in("<p>The company regrets that its pages rest until spring.</p>", &long));
    assert!(!stands_in("<p>Pilots of the company: no ship today.</p>", &long));
    let definition = "<title>Tide | Sea words</title><h1>Tide</h1><p>The rise and fall of the sea, twice a day.</p>";
    let tide = CitedAs { title: Some("Tide"), ..CitedAs::default() };
    assert!(!stands_in(definition, &tide));
    let words = CitedAs { quotes: &["the harbour was closed for nine days"], ..CitedAs::default() };
    assert!(!stands_in("<p>Harbour of Varn closed again. Bring tea!</p>", &words));
    assert!(stands_in("<p>Closed for today, says the owner.</p>", &words));
    let mut by_address = seen(200, "<p>The harbour light was lit in 1871 by hand.</p>").0;
    by_address.url = "https://site.example/sights/harbour-light-history".to_owned();
    assert!(!may_stand_in(&by_address, &CitedAs::default()));
    let japanese = CitedAs { title: Some("潮汐表"), ..CitedAs::default() };
    assert!(!stands_in("<p>潮汐表は、海面が一日に二度上下する時刻を示す。</p>", &japanese));
    let quoted = CitedAs { quotes: &["この港では潮汐表が使えません"], ..CitedAs::default() };
    assert!(!stands_in("<p>潮汐表は、海面が一日に二度上下する時刻を示す。</p>", &quoted));
    assert!(stands_in("<p>このページは表示できません。</p>", &CitedAs { title: Some("港"), ..quoted }));
}

#[test]
fn of_a_bare_address_a_page_is_a_notice_where_it_speaks_as_one() {
    let bare = CitedAs { quotes: &["lit at dusk by the keeper himself"], ..CitedAs::default() };
    assert!(stands_in("<p>This article has been put away. Its owner is sorry.</p>", &bare));
    assert!(!stands_in("<p>We grow apples, and sell them in autumn.</p>", &bare));
    assert!(stands_in("<p>We grow apples, and sell them in autumn.</p>", &CitedAs { title: Some("The lamp"), ..bare }));
}

#[test]
fn the_words_of_notices_and_the_name_of_a_site_resemble_nothing() {
    let of_notices = CitedAs { title: Some("What this country will have"), ..CitedAs::default() };
    assert!(stands_in("<p>The country of this page would have other laws.</p>", &of_notices));
    let of_site = CitedAs { title: Some("Site"), ..CitedAs::default() };
    assert!(stands_in("<title>site</title><p>Doors open again in spring.</p>", &of_site));
}

#[test]
fn pages_that_say_more_and_pages_that_say_nothing_are_no_notices() {
    assert!(!stands_in(&paragraphs(3), &CITED));
    assert!(!stands_in("<img src=a.png>", &CITED));
    let long = "<p>".to_owned() + &"wort ".repeat(61);
    assert!(!stands_in(&long, &CITED));
}

#[test]
fn a_notice_among_the_links_of_its_site_is_one_still() {
    let links = |count: usize| "<div><a href=/a>More news of the bridge at Nordhaven</a></div>".repeat(count);
    let notice = "<title>Gazette</title><p>The editors have put this one away.</p>";
    assert!(stands_in(&format!("{}{notice}{}", links(30), links(30)), &CITED));
    assert!(!stands_in(&format!("{}{notice}{}", links(30), paragraphs(6)), &CITED));
    assert!(!stands_in(&format!("{}<h1>The bridge closes</h1>", links(30)), &CITED), "it has the title");
}
