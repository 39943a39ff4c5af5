//! Pages that another owner has taken over, and those that only look so.

use crate::finding::Code;
use crate::observation::Hop;
use crate::standing::Standing;
use crate::verdict::changed::tests::{OTHERS, SENTENCES, URL, captured, html, judged, look};
use crate::verdict::source::Quotes;
use crate::verdict::{Availability, Reason};

use super::*;

const OLD: &str = "<title>What we lend - Varn Gardeners</title><meta property=og:site_name content='Varn Gardeners'>";
const OLD_FOOTER: &str = "© 2018 Varn Gardeners";
const CASINO: &str = "<title>Lucky Spins: play tonight</title><meta property=og:site_name content='Lucky Spins'>";
const CASINO_FOOTER: &str = "© 2026 Lucky Spins Ltd. All rights reserved.";

fn capture() -> CapturedPage {
    captured(&html(OLD, &SENTENCES, OLD_FOOTER), "2018-05-01")
}

fn taken_over(look: &Observation) -> bool {
    evidence(look, &capture()).is_some()
}

#[test]
fn a_page_of_another_owner_is_usurped_and_says_why() {
    let look = look(&html(CASINO, &OTHERS, CASINO_FOOTER), "2026-03-01");
    let verdict = judged(std::slice::from_ref(&look), &[capture()], Quotes::Unasked);
    assert_eq!((verdict.availability, verdict.reason), (Availability::Gone, Some(Reason::Usurped)));
    assert_eq!((verdict.suspect, verdict.standing), (true, Standing::Unknown), "words of a page need a second witness");
    let signs: Vec<&str> = verdict.evidence.iter().map(|seen| seen.sign.as_str()).collect();
    assert_eq!(signs, ["another-text", "another-title", "another-site-name", "another-holder"]);
    assert_eq!(verdict.findings[0].code, Code::SourceSuspect);
    assert!(verdict.findings[0].message.contains("another owner seems to have taken the address over"), "{verdict:?}");
    let broken = judged(std::slice::from_ref(&look), &[capture()], Quotes::Absent);
    assert_eq!((broken.suspect, broken.standing), (false, Standing::Broken));
    let found = judged(std::slice::from_ref(&look), &[capture()], Quotes::Found);
    assert_eq!(found.availability, Availability::Live, "a quote that is found outranks it");
    assert_eq!(
        judged(&[look], &[], Quotes::Absent).availability,
        Availability::Live,
        "nothing is said without a capture"
    );
}

#[test]
fn two_marks_are_asked_for_and_one_of_them_is_a_name() {
    let page =
        |head: &str, lang: &str, footer: &str| html(head, &OTHERS, footer).replace("lang=en", &format!("lang={lang}"));
    let title = "<title>Lucky Spins: play tonight</title>";
    for (head, lang, footer, expected) in [
        (CASINO, "en", CASINO_FOOTER, true),
        (CASINO, "id", "", true),
        (title, "id-ID", CASINO_FOOTER, true),
        (CASINO, "en", "", false),
        (title, "en", CASINO_FOOTER, false),
        (title, "id", "", false),
        (title, "en-GB", "", false),
    ] {
        let found = taken_over(&look(&page(head, lang, footer), "2026-03-01"));
        assert_eq!(found, expected, "{head} {lang} {footer}");
    }
    let mut led = look(&page(title, "en", CASINO_FOOTER), "2026-03-01");
    let to = "https://lucky-spins.example/tonight";
    led.hops.push(Hop { url: URL.into(), status: 301, location: to.into(), peer: None });
    led.answer_mut().unwrap().final_url = to.into();
    assert!(taken_over(&led));
    led.answer_mut().unwrap().final_url = "https://tidewater.test/tonight".into();
    assert!(!taken_over(&led), "the same name below another ending is the same owner's");
}

#[test]
fn a_page_that_was_rewritten_redesigned_moved_or_renamed_is_not_usurped() {
    let kept = [&SENTENCES[..2], &OTHERS[..]].concat();
    for (case, page) in [
        ("some of its words stand", html(CASINO, &kept, CASINO_FOOTER)),
        (
            "its title is as it was",
            html(&CASINO.replace("Lucky Spins: play tonight", "What we lend"), &OTHERS, CASINO_FOOTER),
        ),
        ("the same owner", html(&OLD.replace("What we lend", "New machines"), &OTHERS, OLD_FOOTER)),
        ("the owner is named in the copyright line", html(CASINO, &OTHERS, "© 2026 Lucky Spins for Varn Gardeners")),
        (
            "the owner is named in the title",
            html(&CASINO.replace("play tonight", "once Varn Gardeners"), &OTHERS, CASINO_FOOTER),
        ),
        (
            "it is named after the domain",
            html(&CASINO.replace("Lucky Spins", "Tidewater Spins"), &OTHERS, "© 2026 Tidewater"),
        ),
        (
            "its first words name the old owner",
            html(CASINO, &[&["Varn Gardeners has a new name, and a new home."][..], &OTHERS].concat(), CASINO_FOOTER),
        ),
        ("a page that says next to nothing", html(CASINO, &OTHERS[..1], CASINO_FOOTER)),
        ("no title to compare", html("<meta property=og:site_name content='Lucky Spins'>", &OTHERS, CASINO_FOOTER)),
    ] {
        assert!(!taken_over(&look(&page, "2026-03-01")), "{case}");
    }
    assert!(!taken_over(&look(&html(OLD, &SENTENCES, OLD_FOOTER), "2026-03-01")), "the page as it was");
}

#[test]
fn an_owner_who_is_translated_or_writes_the_title_in_the_place_of_the_name_has_not_left() {
    let of = |site: &str, title: &str, sentences: &[&str], footer: &str, lang: &str| {
        let head = format!("<title>{title}</title><meta property=og:site_name content='{site}'>");
        html(&head, sentences, footer).replace("lang=en", &format!("lang={lang}"))
    };
    let then =
        |site: &str, title: &str, footer: &str| captured(&of(site, title, &SENTENCES, footer, "de"), "2018-05-01");
    for ((was, old_title, old_footer), (is, new_title, new_footer), lang, expected) in [
        (
            ("Bundesministerium für Gesundheit", "Grippe im Winter", "© 2018 Bundesministerium für Gesundheit"),
            ("Federal Ministry of Health", "Influenza", "© 2026 Federal Ministry of Health"),
            "en",
            false,
        ),
        (("BBC", "Hafen", "© 2018 BBC"), ("British Broadcasting Corporation", "Ports", ""), "en", false),
        (
            ("Wie die Leute hier leben", "Wie die Leute hier leben", "© 2018 Staff"),
            ("How ports are built today", "How ports are built today", "© 2026 Editors"),
            "en",
            false,
        ),
        (("Hafenzeitung", "Hafen", "© 2018 Hafenzeitung"), ("LuckySpin", "Casino", "© 2026 LuckySpin"), "id", true),
        (
            ("Universität Varn", "Hafen", "© 2018 Universität Varn"),
            ("LuckySpin", "Casino", "© 2026 LuckySpin"),
            "th",
            true,
        ),
    ] {
        let look = look(&of(is, new_title, &OTHERS, new_footer, lang), "2026-03-01");
        assert_eq!(evidence(&look, &then(was, old_title, old_footer)).is_some(), expected, "{was}, {is}");
    }
}

#[test]
fn names_of_nobody_and_years_are_no_names() {
    for (text, expected) in [
        ("© 2018–2026 The Company Ltd. All Rights Reserved.", &[][..]),
        ("Copyright 2019 Hallow Courier Group", &["courier", "hallow"]),
        ("© 2020 株式会社", &["株式会社"]),
    ] {
        assert_eq!(names(text).into_iter().collect::<Vec<_>>(), expected, "{text}");
    }
}
