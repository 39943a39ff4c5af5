//! Pages of our own and their captures, with what became of them.

use crate::finding::{Code, Level};
use crate::observation::Outcome;
use crate::page::{self, ContentHead, SaidBy};
use crate::verdict::source::{Quotes, SourceFacts, judge_against};
use crate::verdict::{Availability, Confirmation, SourceVerdict};

use super::*;

pub(in crate::verdict) const URL: &str = "http://tidewater.example/library/seeds";

/// Sentences of a page, each of a dozen words.
pub(in crate::verdict) const SENTENCES: [&str; 10] = [
    "The seed library lends out what gardeners of the coast have saved for years.",
    "Whoever borrows a handful in spring brings back two handfuls in the autumn.",
    "Forty shelves stand along the northern wall, where it is dry and cool.",
    "Each jar has a label with the name of the grower and the village.",
    "On wet days the door is open until six, on fine ones until four.",
    "Beans keep for three years, onions for one, and parsnips hardly that long.",
    "Nobody is asked for money, though the roof was paid for by a fair.",
    "A committee of seven meets in March to decide which varieties are multiplied.",
    "Children have a shelf of their own, with sunflowers, peas and a giant pumpkin.",
    "The oldest variety is a barley that came here with a shipwreck long ago.",
];

/// Others, in other words.
pub(in crate::verdict) const OTHERS: [&str; 10] = [
    "Spin the newest machines tonight and claim your welcome bonus within one minute!",
    "Our partners pay quickly, support cards and wallets, never sleep or close.",
    "Live tables run around every hour with friendly dealers from five continents.",
    "Register using any phone number, verify once, then start playing for real stakes.",
    "Jackpots grow daily; somebody won nine million coins during last weekend alone.",
    "Download our application for faster access plus exclusive weekly tournaments.",
    "Sports betting covers football, tennis, racing, esports as well as cricket.",
    "Loyal members climb seven levels, each giving bigger cashback on losses.",
    "Odds change quickly, so follow our tips channel before placing larger wagers.",
    "Contact support via chat; agents usually answer within thirty seconds flat.",
];

/// A page with a head and these sentences.
pub(in crate::verdict) fn html(head: &str, sentences: &[&str], footer: &str) -> String {
    let paragraphs: String = sentences.iter().map(|sentence| format!("<p>{sentence}</p>")).collect::<Vec<_>>().concat();
    format!(
        "<!doctype html><html lang=en><head>{head}</head><body><nav><a href=/>Home</a></nav>{paragraphs}\
             <footer>{footer}</footer></body></html>"
    )
}

pub(in crate::verdict) fn signs(html: &str) -> Signs {
    let head = ContentHead { content_type: Some("text/html; charset=utf-8"), said_by: SaidBy::Server, url: URL };
    page::read(html.as_bytes(), &head, &mut || true).signs
}

pub(in crate::verdict) fn moment(day: &str) -> Timestamp {
    format!("{day}T12:00:00Z").parse().unwrap()
}

pub(in crate::verdict) fn look(html: &str, day: &str) -> Observation {
    let answer = Answer {
        content_type: Some("text/html".into()),
        bytes: html.len() as u64,
        signs: Some(Box::new(signs(html))),
        ..Answer::sample(URL, 200)
    };
    Observation {
        url: URL.into(),
        observed_at: moment(day),
        hops: Vec::new(),
        retried: Vec::new(),
        outcome: Outcome::Answered(answer),
        elapsed_ms: 0,
        cut_off: false,
        replayed: false,
    }
}

pub(in crate::verdict) fn captured(html: &str, day: &str) -> CapturedPage {
    CapturedPage { url: format!("https://archive.example/{day}"), captured_at: moment(day), signs: signs(html) }
}

pub(in crate::verdict) fn judged(history: &[Observation], captured: &[CapturedPage], quotes: Quotes) -> SourceVerdict {
    let confirmation = Confirmation::TwoLooks;
    let now = history.last().map_or(moment("2026-03-01"), |last| last.observed_at);
    let facts = SourceFacts { history, page: None, quotes, shared: None, expect: None, confirmation, now };
    judge_against(&facts, captured)
}

const HEAD: &str = "<title>Seeds - Tidewater Seed Library</title>";

/// A page of which so many sentences are as they were, and so many others.
fn page_with(kept: usize, new: usize) -> String {
    html(HEAD, &[&SENTENCES[..kept], &OTHERS[..new]].concat(), "© 2019 Tidewater Seed Library")
}

#[test]
fn how_much_of_a_page_still_stands_is_told() {
    let capture = captured(&page_with(10, 0), "2019-03-02");
    for (kept, new, verdict, about) in [
        (10, 0, Change::Same, (100, 0)),
        (9, 1, Change::Same, (88, 12)),
        // What is added takes nothing away.
        (10, 10, Change::Same, (100, 45)),
        (6, 4, Change::Edited, (58, 42)),
        (6, 0, Change::Edited, (58, 0)),
        (1, 9, Change::Rewritten, (8, 92)),
        (0, 10, Change::Rewritten, (0, 100)),
    ] {
        let verdict_of =
            judged(&[look(&page_with(kept, new), "2026-03-01")], std::slice::from_ref(&capture), Quotes::Unasked);
        let changed = verdict_of.changed.as_ref().unwrap();
        assert_eq!(changed.verdict, verdict, "{kept} {new}: {changed:?}");
        // Of more than 64 runs a sample is compared, whose standard error is some 5.
        let near = |is: u8, about: u8| is.abs_diff(about) <= 15;
        assert!(near(changed.kept, about.0) && near(changed.new, about.1), "{kept} {new}: {changed:?}");
        assert_eq!(verdict_of.availability, Availability::Live);
        assert_eq!(verdict_of.findings.len(), usize::from(verdict != Change::Same), "{:?}", verdict_of.findings);
    }
}

#[test]
fn the_finding_says_how_much_and_since_when_and_is_louder_with_a_missing_quote() {
    let capture = [captured(&page_with(10, 0), "2019-03-02")];
    let history = [
        look(&page_with(10, 0), "2025-03-01"),
        look(&page_with(0, 10), "2025-04-02"),
        look(&page_with(1, 9), "2025-05-01"),
    ];
    let verdict = judged(&history, &capture, Quotes::Unasked);
    let [finding] = &verdict.findings[..] else { panic!("{verdict:?}") };
    assert_eq!((finding.code, finding.level), (Code::PageChanged, Level::Note));
    assert!(
        finding.message.starts_with("The page has changed since it was captured on 2019-03-02: about "),
        "{finding:?}"
    );
    assert!(finding.message.ends_with("It still read so on 2025-03-01, and had changed by 2025-04-02."), "{finding:?}");
    assert_eq!(judged(&history, &capture, Quotes::Absent).findings[0].level, Level::Warning);
    let within_a_day = [look(&page_with(10, 0), "2025-04-02"), history[1].clone()];
    let said = judged(&within_a_day, &capture, Quotes::Absent).findings.remove(0).message;
    assert!(said.ends_with("It changed on 2025-04-02, between two looks."), "{said}");
    let edited = [look(&page_with(6, 4), "2025-04-02")];
    assert_eq!(judged(&edited, &capture, Quotes::Absent).findings[0].level, Level::Note);
}

#[test]
fn looks_and_captures_say_since_when() {
    let (then, now) = (page_with(10, 0), page_with(0, 10));
    let capture = captured(&then, "2019-03-02");
    for (looks, captures, still_so, changed_by) in [
        (&["2026-03-01 now"][..], &[][..], "2019-03-02", Some("2026-03-01")),
        (&["2026-03-01 now"], &["2021-01-01 then", "2023-01-01 now"], "2021-01-01", Some("2023-01-01")),
        (&["2024-01-01 then", "2026-03-01 now"], &["2021-01-01 then"], "2024-01-01", Some("2026-03-01")),
        // It was another for a time and came back.
        (&["2024-01-01 now", "2025-01-01 then", "2026-03-01 now"], &[], "2025-01-01", Some("2026-03-01")),
        // What came before the capture says nothing of what came after it.
        (&["2018-01-01 now", "2026-03-01 now"], &["2017-01-01 then"], "2019-03-02", Some("2026-03-01")),
        (&["2024-01-01 now", "2026-03-01 then"], &[], "2026-03-01", None),
    ] {
        let page = |text: &str| if text.ends_with("then") { then.clone() } else { now.clone() };
        let history: Vec<Observation> = looks.iter().map(|text| look(&page(text), &text[..10])).collect();
        let others = captures.iter().map(|text| captured(&page(text), &text[..10]));
        let all: Vec<CapturedPage> = std::iter::once(capture.clone()).chain(others).collect();
        let changed = compare(&history, &all).unwrap();
        let days = (changed.still_so.map(day), changed.changed_by.map(day));
        assert_eq!(days, (Some(still_so.to_owned()), changed_by.map(str::to_owned)), "{looks:?} {captures:?}");
        let turned: Vec<CapturedPage> = std::iter::once(all[0].clone()).chain(all[1..].iter().rev().cloned()).collect();
        assert_eq!(compare(&history, &turned), Some(changed), "the order of the others does not matter");
    }
}

#[test]
fn what_did_not_come_whole_or_was_not_there_is_not_compared() {
    let capture = captured(&page_with(10, 0), "2019-03-02");
    let good = look(&page_with(0, 10), "2026-03-01");
    assert!(compare(std::slice::from_ref(&good), std::slice::from_ref(&capture)).is_some());
    let edits: [fn(&mut Answer); 6] = [
        |answer| answer.body = BodyEnd::Truncated,
        |answer| answer.status = 206,
        |answer| answer.status = 404,
        |answer| answer.status = 403,
        |answer| answer.signs = None,
        |answer| answer.signs.as_mut().unwrap().script_only = true,
    ];
    for edit in edits {
        let mut bad = good.clone();
        edit(bad.answer_mut().unwrap());
        assert_eq!(compare(&[bad], std::slice::from_ref(&capture)), None);
    }
    assert_eq!(compare(&[good], &[]), None);
    assert_eq!(compare(&[], &[capture]), None);
}

#[test]
fn navigation_and_footers_do_not_count() {
    let bare = html(HEAD, &SENTENCES, "© 2019 Tidewater Seed Library");
    let links: String = OTHERS.iter().map(|words| format!("<a href=/x>{words}</a> ")).collect::<Vec<_>>().concat();
    let body: String =
        SENTENCES.iter().map(|words| format!("<div class=text>{words}</div>")).collect::<Vec<_>>().concat();
    let redesigned = format!(
        "<!doctype html><html lang=en><title>Seeds · Tidewater</title><body><nav>{links}</nav><main><h1>Seeds</h1>{body}\
         </main><footer>{links}</footer></body></html>"
    );
    let changed = compare(&[look(&redesigned, "2026-03-01")], &[captured(&bare, "2019-03-02")]).unwrap();
    assert_eq!((changed.verdict, changed.kept), (Change::Same, 100), "{changed:?}");
    assert!(changed.new <= 5, "{changed:?}");
}

/// How much is kept where a page has `then` behind its text, and has `now` there.
fn kept_with(sentences: &[&str], then: &str, now: &str) -> u8 {
    let page = |behind: &str| html(HEAD, sentences, "© 2019").replace("<footer>", &format!("{behind}<footer>"));
    let of = |behind: &str| {
        if behind.starts_with("<main>") { behind.replace("TEXT", &sentences.join(" ")) } else { page(behind) }
    };
    compare(&[look(&of(now), "2026-03-01")], &[captured(&of(then), "2019-03-02")]).unwrap().kept
}

#[test]
fn comments_and_lists_of_other_articles_do_not_count() {
    let words = OTHERS.join(" ");
    let links = |path: &str, words: &[&str]| -> String {
        words.iter().map(|words| format!("<li><a href=/{path}>{words}</a></li>")).collect::<Vec<_>>().concat()
    };
    for (then, now) in [
        (format!("<section id=comments><p>{words}</section>"), String::new()),
        (format!("<div class='reader-comments'>{words}</div>"), String::new()),
        (format!("<div class=related><ul>{}</ul></div>", links("a", &OTHERS[..5])), links("b", &OTHERS[5..])),
        (format!("<ul>{}</ul>", links("a", &OTHERS[..5])), format!("<ul>{}</ul>", links("b", &OTHERS[5..]))),
        (format!("<main>TEXT<aside><p>{words}</aside></main>"), "<main>TEXT</main>".to_owned()),
    ] {
        assert_eq!(kept_with(&SENTENCES, &then, &now), 100, "{then}");
    }
}

#[test]
fn what_is_itself_the_text_counts_whatever_it_is_called() {
    let list = |words: &[&str]| -> String {
        let items: Vec<String> = words.iter().map(|words| format!("<li><a href=/x>{words}</a></li>")).collect();
        format!("<ul>{}</ul>", items.concat())
    };
    // A page that is a list, and a page of comments on a line.
    assert!(kept_with(&SENTENCES[..1], &list(&OTHERS), &list(&OTHERS[..3])) < 50);
    let comments = |words: &[&str]| format!("<div id=comments>{}</div>", words.join(" "));
    assert!(kept_with(&SENTENCES[..1], &comments(&OTHERS), &comments(&OTHERS[..3])) < 50);
    // Words that are called related, and a list of links with words.
    let related = |words: &[&str]| format!("<div class=related>{}</div>", words.join(" "));
    assert!(kept_with(&SENTENCES, &related(&OTHERS), "") < 80);
    let sources = list(&OTHERS).replace("</a>", "</a>, as the record of the harbour office of the coast has it");
    assert!(kept_with(&SENTENCES, &sources, "") < 80);
}
