//! Pages that changed since they were captured: told with how much and since when, from a scripted archive.

use std::sync::{Arc, Mutex};

use serde_json::Value;

use crate::place::{HTML, Place, Ran, judged, word};
use crate::schedule::let_pass;
use crate::web::server::{Asked, Do, Server, page};

const URL: &str = "http://tidewater.test/seeds";
const CAPTURED: &str = "20190302080000";

/// The page as it was, in sentences.
const THEN: [&str; 8] = [
    "The seed library lends out what gardeners of the coast have saved for years.",
    "Whoever borrows a handful in spring brings back two handfuls in the autumn.",
    "Forty shelves stand along the northern wall, where it is dry and cool.",
    "Each jar has a label with the name of the grower and the village.",
    "On wet days the door is open until six, on fine ones until four.",
    "Beans keep for three years, onions for one, and parsnips hardly that long.",
    "Nobody is asked for money, though the roof was paid for by a fair.",
    "A committee of seven meets in March to decide which varieties are multiplied.",
];

const NEW: [&str; 8] = [
    "Spin the newest machines tonight and claim your welcome bonus within one minute!",
    "Our partners pay quickly, support cards and wallets, never sleep or close.",
    "Live tables run around every hour with friendly dealers from five continents.",
    "Register using any phone number, verify once, then start playing for real stakes.",
    "Jackpots grow daily; somebody won nine million coins during last weekend alone.",
    "Download our application for faster access plus exclusive weekly tournaments.",
    "Sports betting covers football, tennis, racing, esports as well as cricket.",
    "Loyal members climb seven levels, each giving bigger cashback on losses.",
];

const OWNER: &str = "Varn Gardeners";

fn site(title: &str, owner: &str, sentences: &[&str]) -> String {
    let words: String = sentences.iter().map(|words| format!("<p>{words}</p>")).collect::<Vec<_>>().concat();
    format!(
        "<!doctype html><html lang=en><title>{title}</title><meta property=og:site_name content='{owner}'><body>\
         <nav>Home</nav>{words}<footer>© 2018 {owner}</footer></body></html>"
    )
}

fn then() -> String {
    site("What we lend", OWNER, &THEN)
}

/// A place whose web is the page, which can be turned into another, and an archive that has it as it was.
struct Web {
    place: Place,
    server: Server,
    page: Arc<Mutex<String>>,
}

impl Web {
    fn new(compare: bool, quote: &str) -> Self {
        let place = Place::new(&format!(
            "[fetch]\ntimeout = \"4s\"\nper_host = {{ requests_per_second = 500, concurrency = 4 }}\n\
             [archive]\ncompare = {compare}\n[[archive.server]]\nname = \"shelf\"\ndialect = \"wayback\"\n\
             timegate = \"http://archive.test/web/\"\n"
        ));
        let cited = format!("They wrote that {quote}.[^1]\n\n[^1]: <{URL}>. Accessed March 3, 2019.\n");
        place.write("a.md", cited);
        let page = Arc::new(Mutex::new(then()));
        let own = Arc::clone(&page);
        let server = place.server(move |asked| answer(asked, &own.lock().unwrap()));
        Self { place, server, page }
    }

    fn becomes(&self, html: String) -> &Self {
        *self.page.lock().unwrap() = html;
        self
    }

    fn check(&self) -> Ran {
        self.place.check(self.server.address, &["a.md"])
    }

    fn citation(&self) -> Value {
        self.check().json()["documents"][0]["citations"][0].clone()
    }

    fn report(&self) -> String {
        self.place.read("reports/a.md.md")
    }
}

fn answer(asked: &Asked, live: &str) -> Vec<Do> {
    if asked.header("host") != Some("archive.test") {
        return page(200, HTML, live);
    }
    let raw = format!("/web/{CAPTURED}id_/{URL}");
    match asked.target.as_str() {
        target if target == format!("/web/{URL}") => {
            page(302, &[("Location", &format!("/web/{CAPTURED}/{URL}")), ("Vary", "accept-datetime")], "")
        }
        target if target == raw => {
            let dated = ("Memento-Datetime", "Sat, 02 Mar 2019 08:00:00 GMT");
            page(200, &[HTML[0], dated], then())
        }
        _ => page(404, &[], "no capture"),
    }
}

fn codes(citation: &Value) -> Vec<String> {
    citation["findings"].as_array().unwrap().iter().map(|finding| word(&finding["code"])).collect()
}

#[test]
fn a_page_that_reads_as_it_did_or_nearly_so_has_not_changed() {
    let edited = [&THEN[..7], &NEW[..1]].concat();
    let redesigned = then().replace("<p>", "<div class=text><span>").replace("</p>", "</span></div>");
    let redesigned =
        redesigned.replace("<nav>Home</nav>", "<nav>A menu of many new words that nobody has seen before</nav>");
    for html in [then(), site("What we lend now", OWNER, &edited), redesigned] {
        let web = Web::new(true, "nothing");
        web.becomes(html);
        let citation = web.citation();
        assert_eq!(judged(&citation), "live - sound");
        let changed = &citation["source"]["changed"];
        assert_eq!(changed["verdict"], "same", "{citation}");
        assert_eq!(changed["captured_at"], "2019-03-02T08:00:00Z");
        assert!(changed["kept"].as_f64().unwrap() >= 0.8 && changed["changed_by"].is_null(), "{changed}");
        assert!(codes(&citation).is_empty(), "{citation}");
    }
}

#[test]
fn a_page_that_was_rewritten_is_told_with_how_much_and_since_when() {
    let web = Web::new(true, "nothing");
    let first = web.citation()["source"]["observed_at"].clone();
    web.becomes(site("What we lend", OWNER, &[&THEN[..4], &NEW[..4]].concat()));
    let citation = web.citation();
    let changed = &citation["source"]["changed"];
    assert_eq!((judged(&citation).as_str(), &changed["verdict"]), ("live - sound", &Value::from("edited")));
    assert_eq!(codes(&citation), ["page-changed"]);
    assert_eq!(citation["findings"][0]["level"], "note");
    assert_eq!(changed["still_so"], first, "the first run saw it as it was");
    assert_eq!(changed["changed_by"], citation["source"]["observed_at"]);
    assert!((0.35..0.65).contains(&changed["kept"].as_f64().unwrap()), "{changed}");
    assert!(web.report().contains("The page has changed since it was captured on 2019"), "{}", web.report());
    // The store alone says the same.
    let offline = web.place.run(&["check", "a.md", "--offline", "--format", "json"]).json();
    assert_eq!(&offline["documents"][0]["citations"][0]["source"]["changed"], changed);
    web.place.run(&["explain", "page-changed"]).expect(0, &[]);
}

#[test]
fn without_compare_it_is_told_where_a_quote_is_missing_and_louder() {
    let web = Web::new(false, "“nothing at all”, as one says");
    web.becomes(site("What we lend", OWNER, &NEW));
    let quoted = Web::new(false, "“whoever borrows a handful in spring brings back two handfuls”");
    quoted.becomes(site("What we lend", OWNER, &NEW));
    let citation = quoted.citation();
    assert_eq!((judged(&citation).as_str(), codes(&citation)), ("live - sound", vec!["page-changed".to_owned()]));
    assert_eq!(citation["findings"][0]["level"], "warning");
    let claims = &quoted.check().json()["documents"][0]["quotes"];
    assert_eq!(claims[0]["verdict"], "archived", "{claims}");
    let bare = Web::new(false, "nothing");
    bare.becomes(site("What we lend", OWNER, &NEW));
    assert!(bare.citation()["source"]["changed"].is_null(), "no capture was read");
}

#[test]
fn a_page_that_another_owner_took_over_is_usurped_and_broken_with_a_missing_quote() {
    let taken = site("Lucky Spins: play tonight", "Lucky Spins", &NEW);
    let web = Web::new(true, "nothing");
    web.becomes(taken.clone());
    let citation = web.citation();
    assert_eq!(judged(&citation), "gone usurped unknown suspect");
    let evidence: Vec<String> =
        citation["source"]["evidence"].as_array().unwrap().iter().map(|seen| word(&seen["sign"])).collect();
    assert_eq!(evidence, ["another-text", "another-title", "another-site-name", "another-holder"]);
    assert!(web.report().contains("looks taken over by another owner"), "{}", web.report());
    let quoted = Web::new(false, "“whoever borrows a handful in spring brings back two handfuls”");
    quoted.becomes(taken.clone());
    let ran = quoted.check().expect(1, &[]);
    let citation = &ran.json()["documents"][0]["citations"][0];
    assert_eq!((judged(citation).as_str(), codes(citation)), ("gone usurped broken", vec!["source-gone".to_owned()]));
    assert!(quoted.report().contains("Against the capture"), "{}", quoted.report());
    // Each look by itself is told as the report tells it.
    let told = quoted.place.run(&["history", &word(&citation["url"])]).expect(0, &[]).out;
    assert!(told.contains("200  gone (usurped)"), "{told}");
    // A quote that stands there outranks all of it.
    let found = Web::new(true, "“Jackpots grow daily; somebody won nine million coins”");
    found.becomes(taken);
    assert_eq!(judged(&found.citation()), "live - sound");
}

#[test]
fn a_page_that_was_taken_over_is_broken_by_the_policy_of_the_schedule_once_looks_agree() {
    let web = Web::new(true, "nothing");
    let schedule = "[schedule]\nconfirm = { looks = 3, apart = \"1ms\" }\n";
    web.place.write("sources.toml", web.place.read("sources.toml") + schedule);
    web.becomes(site("Lucky Spins: play tonight", "Lucky Spins", &NEW));
    // What is not due is judged by what is known.
    let due = || {
        let ran = web.place.check(web.server.address, &["a.md", "--due"]);
        judged(&ran.json()["documents"][0]["citations"][0])
    };
    assert_eq!(judged(&web.citation()), "gone usurped unknown suspect");
    assert_eq!(judged(&web.citation()), "gone usurped unknown suspect", "two looks are no second witness of words");
    web.citation();
    assert_eq!(due(), "gone usurped broken");
}

/// What seems gone is looked at as soon as the policy can confirm it, whatever tells that it is gone; where nothing is compared
/// with its capture, nothing tells it.
#[test]
fn a_page_that_was_taken_over_is_looked_at_as_often_as_any_other_that_is_gone() {
    for (compare, quote, is_told) in [
        (true, "nothing", true),
        (false, "“whoever borrows a handful in spring brings back two handfuls”", true),
        (false, "nothing", false),
        (true, "“Jackpots grow daily; somebody won nine million coins”", false),
    ] {
        let web = Web::new(compare, quote);
        let due = || {
            let ran = web.place.check(web.server.address, &["a.md", "--due"]);
            (judged(&ran.json()["documents"][0]["citations"][0]), ran.err.contains("nothing is due"))
        };
        assert_eq!(due(), ("live - sound".to_owned(), false));
        web.becomes(site("Lucky Spins: play tonight", "Lucky Spins", &NEW));
        let suspect = if is_told { "gone usurped unknown suspect" } else { "live - sound" };
        let broken = if is_told { "gone usurped broken" } else { "live - sound" };
        // Each look of a suspect comes after a day, and those of a dead page after four weeks.
        for (hours, told, is_early) in [
            (8 * 24, suspect, false),
            (20, suspect, true),
            (5, suspect, !is_told),
            (25, broken, !is_told),
            (8 * 24, broken, is_told),
            (21 * 24, broken, false),
        ] {
            let_pass(&web.place, hours);
            assert_eq!(due(), (told.to_owned(), is_early), "{compare} {quote}: after {hours} hours");
        }
    }
}

#[test]
fn the_same_owner_may_rewrite_redesign_and_rename() {
    let web = Web::new(true, "nothing");
    for html in [
        site("Lucky Spins: play tonight", OWNER, &NEW),
        site("A new name", "Tidewater Trust", &NEW),
        site("What we lend", "Lucky Spins", &NEW),
    ] {
        web.becomes(html);
        let citation = web.citation();
        assert_eq!(judged(&citation), "live - sound", "{citation}");
        assert_eq!(citation["source"]["changed"]["verdict"], "rewritten");
    }
}
