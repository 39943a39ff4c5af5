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

/// A page whose site and copyright line have this name.
fn of_owner(name: &str, lang: &str, title: &str, sentences: &[&str]) -> String {
    let head = format!("<title>{title}</title><meta property=og:site_name content='{name}'>");
    html(&head, sentences, &format!("© 2020 {name}")).replace("lang=en", &format!("lang={lang}"))
}

fn is_told(then: &str, now: &str) -> bool {
    evidence(&look(now, "2026-03-01"), &captured(then, "2018-05-01")).is_some()
}

#[test]
fn the_same_owner_in_another_language_in_short_or_inflected_is_no_other_owner() {
    for (was, is, then, now) in [
        ("Landesministerium für Gärten", "State Ministry of Horticulture", "de", "en"),
        ("Varnish Seed Organization", "Organisation mondiale de la semence", "en", "fr"),
        ("VSRO", "Organisation européenne de la semence", "en", "fr"),
        ("VBC", "Varnish Broadcasting Corporation", "en", "en"),
        ("The Hallow River Times", "HRT", "en", "en"),
        ("Town Libraries", "Town Library", "en", "en"),
        ("Gazeta Hallowa", "Gazety Hallowej", "pl", "en"),
        ("Hafen Zeitung Varn", "Hafenzeitung", "de", "de"),
    ] {
        let then = of_owner(was, then, "Seeds in winter", &SENTENCES);
        assert!(!is_told(&then, &of_owner(is, now, "Pumpkins", &OTHERS)), "{was} {is}");
    }
}

#[test]
fn another_language_does_not_hide_another_owner() {
    for (was, is, lang, title) in [
        ("Varn Gazette", "Gacor88", "id", "Situs Gacor88"),
        ("Varn Gazette", "ลัคกี้สปิน", "th", "ลัคกี้สปิน ออนไลน์"),
        ("Ministry of Gardens", "Gartenfreunde Nord", "de", "Mein Mai"),
        ("Ministry of Gardens", "MPO Slot", "id", "Situs Judi Slot"),
        ("VSRO", "Organisasi Casino", "id", "Situs Casino"),
    ] {
        let then = of_owner(was, "en", "Seeds in winter", &SENTENCES);
        let now = of_owner(is, lang, title, &OTHERS);
        assert!(is_told(&then, &now), "{was} {is}");
        let mut led = look(&now.replace("© 2020", ""), "2026-03-01");
        let to = "https://lucky-spins.example/tonight";
        led.hops.push(Hop { url: URL.into(), status: 301, location: to.into(), peer: None });
        led.answer_mut().unwrap().final_url = to.into();
        assert!(evidence(&led, &captured(&then, "2018-05-01")).is_some(), "{was} {is}, with a redirect");
    }
}

#[test]
fn a_title_in_the_place_of_the_name_of_a_site_names_nobody() {
    let then = of_owner("What we lend in winter", "en", "What we lend in winter", &SENTENCES)
        .replace("© 2020 What we lend in winter", "© 2020 Staff");
    let now = of_owner("Pumpkins of the year", "en", "Pumpkins of the year", &OTHERS)
        .replace("© 2020 Pumpkins of the year", "© 2020 Editors");
    assert!(!is_told(&then, &now));
    // The name of a site in a word or two may well be the title of its first page.
    let then = of_owner("Varn Gardeners", "en", "Varn Gardeners", &SENTENCES);
    assert!(is_told(&then, &of_owner("Lucky Spins", "en", "Lucky Spins", &OTHERS)));
}

#[test]
fn an_owner_that_is_named_in_the_navigation_the_footer_or_an_address_of_e_mail_is_still_there() {
    let long: Vec<&str> = [&OTHERS[..], &["Our offices are in nine towns of the coast."; 9]].concat();
    let page = |extra: &str, footer: &str| {
        html(CASINO, &long, &format!("{CASINO_FOOTER} {footer}")).replace("</nav>", &format!(" {extra}</nav>"))
    };
    let told = |page: &str| taken_over(&look(page, "2026-03-01"));
    let filler = "<p>Terms of play, of payment and of the games.</p>".repeat(20);
    for (case, page) in [
        ("in the navigation", page("<a href=/a>Varn Gardeners is now Lucky Spins</a>", "")),
        ("in the footer", page("", &format!("<p>Varn Gardeners is a mark of Lucky Spins.</p>{filler}"))),
        ("in an address", page("", "").replace("nine towns", "nine towns (info@varn-gardeners.test)")),
        ("in a link", page("", "").replace("nine towns", "<a href='mailto:info@varn.test'>nine towns</a>")),
        (
            "in the data",
            page("", "").replace(
                "</head>",
                r#"<script type="application/ld+json">{"@type": "WebPage", "publisher": {"name": "Varn Gardeners"}}</script></head>"#,
            ),
        ),
    ] {
        assert!(!told(&page), "{case}");
    }
    for (case, page) in [
        ("as it is", page("", "")),
        ("a part of the name", page("<a href=/a>For Gardeners</a>", "")),
        ("an address below its own domain", page("", "").replace("nine towns", "nine towns (info@tidewater.example)")),
    ] {
        assert!(told(&page), "{case}");
    }
}

#[test]
fn the_publisher_of_the_data_of_a_page_is_a_mark_of_its_owner() {
    let page = |name: &str, title: &str, kind: &str, sentences: &[&str]| {
        let data = match kind {
            "NewsArticle" => {
                format!(r#"{{"@type": "{kind}", "publisher": {{"@type": "Organization", "name": "{name}"}}}}"#)
            }
            kind => format!(r#"{{"@type": "{kind}", "name": "{name}"}}"#),
        };
        let head = format!("<title>{title}</title><script type='application/ld+json'>{data}</script>");
        html(&head, sentences, &format!("© 2020 {name}"))
    };
    for kind in ["NewsArticle", "Organization", "WebSite"] {
        let then = page("Varn Gardeners", "What we lend", kind, &SENTENCES);
        assert!(is_told(&then, &page("Lucky Spins", "Play tonight", kind, &OTHERS)), "{kind}");
        assert!(!is_told(&then, &page("Varn Gardeners Ltd", "Pumpkins", kind, &OTHERS)), "{kind}");
    }
    let then = page("Varn Gardeners", "What we lend", "Person", &SENTENCES);
    assert!(
        !is_told(&then, &page("Lucky Spins", "Play tonight", "Person", &OTHERS)),
        "only the copyright line is left"
    );
}

#[test]
fn a_journal_that_changes_its_publisher_is_no_other_owners() {
    let page = |title: &str, site: &str, metas: &[(&str, &str)], sentences: &[&str]| {
        let metas: Vec<String> =
            metas.iter().map(|(name, content)| format!("<meta name={name} content='{content}'>")).collect();
        let metas = metas.concat();
        let head = format!("<title>{title}</title><meta property=og:site_name content='{site}'>{metas}");
        html(&head, sentences, &format!("© 2020 {site} Ltd"))
    };
    let is_told = |metas: &[(&str, &str)], is: &[(&str, &str)]| {
        let then = page("Seeds in winter", "Varn Library Online", metas, &SENTENCES);
        let now = page("Full text", "Hallow Publishers", is, &OTHERS);
        evidence(&look(&now, "2026-03-01"), &captured(&then, "2018-05-01")).is_some()
    };
    for (was, is, expected) in [
        (("citation_doi", "10.1234/seeds.7"), ("dc.identifier", "doi:10.1234/SEEDS.7"), false),
        (("citation_issn", "1234-5678"), ("prism.issn", "12345678"), false),
        (("citation_journal_title", "Journal of Seeds"), ("citation_journal_title", "Journal of seeds"), false),
        (("citation_author", "Vane, Ada"), ("dc.creator", "Ada Vane"), false),
        (("citation_doi", "10.1234/seeds.7"), ("citation_doi", "10.1234/seeds.77"), true),
        (("citation_author", "Vane, Ada"), ("citation_author", "Vane, Edward"), true),
        (("citation_author", "Site Admin"), ("citation_author", "Site Admin"), true),
        (("citation_author", "Vane, Ada"), ("description", "Vane, Ada"), true),
    ] {
        assert_eq!(is_told(&[was], &[is]), expected, "{was:?} {is:?}");
    }
    let in_titles = |was: &str, is: &str| {
        let then = page(was, "Varn Library Online", &[], &SENTENCES);
        let now = page(is, "Hallow Publishers", &[], &OTHERS);
        evidence(&look(&now, "2026-03-01"), &captured(&then, "2018-05-01")).is_some()
    };
    assert!(!in_titles("Seed Studies | Varn Library Online", "Nine lamps: Seed Studies: Vol 4, No 1 - Hallow"));
    assert!(
        in_titles("About us | Varn Library Online", "About us: the people of Hallow Publishers"),
        "said by everybody"
    );
    let then = captured(&page("Seeds in winter", "Varn Library Online", &[], &SENTENCES), "2018-05-01");
    let mut moved = look(&page("Full text", "Hallow Publishers", &[], &OTHERS), "2026-03-01");
    for (from, to, expected) in [
        ("https://varn.example/doi/10.1234/seeds.7/abstract", "https://hallow.test/doi/full/10.1234/seeds.7", false),
        ("https://varn.example/doi/10.1234%2Fseeds.7", "https://hallow.test/doi/10.1234/Seeds.7?src=x", false),
        ("https://varn.example/doi/10.1234/seeds.7", "https://hallow.test/doi/full/10.1234/seeds.9", true),
    ] {
        moved.url = from.into();
        moved.hops = vec![Hop { url: from.into(), status: 301, location: to.into(), peer: None }];
        moved.answer_mut().unwrap().final_url = to.into();
        assert_eq!(evidence(&moved, &then).is_some(), expected, "{from}");
    }
}
