//! The documents that cited pages link as their own: followed where the policy says so, one step, on the same site.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;

use crate::place::{HTML, Place, QUICK, Ran, says, signal, spawned, until, word};
use crate::web::server::{Asked, Do, Server, page};

const WORDS: &str = "the ferry ran on every night of that winter";

/// A place whose policy follows so many documents of a page, with a document that cites `http://a.test/about`.
fn place(follow: usize, quote: &str) -> Place {
    let place = Place::new(&format!("{QUICK}[policy]\nfollow_documents = {follow}\n"));
    place.write("a.md", format!("It said that “{quote}” ([about](http://a.test/about)).\n"));
    place
}

/// `http://HOST.test/PATH`: an "About" page with these links, and reports that hold the words.
fn serving(place: &Place, links: &'static str) -> Server {
    place.server(move |asked: &Asked| answer(asked, links))
}

fn answer(asked: &Asked, links: &str) -> Vec<Do> {
    match asked.target.as_str() {
        "/about" => says(&format!("About the report on the ferry. {links}")),
        "/report" | "/paper.pdf" => says(&format!("In that year {WORDS}, said the harbour master.")),
        "/step" => says("A page between. <a href=/report>Full text</a>"),
        "/other" => says("In that year the ferry ran on no night of that winter."),
        "/robots.txt" => page(200, &[("Content-Type", "text/plain")], "User-agent: *\nDisallow: /report\n"),
        _ => page(404, HTML, "nothing"),
    }
}

fn quote(ran: &Ran) -> Value {
    ran.json()["documents"][0]["quotes"][0].clone()
}

fn codes(quote: &Value) -> Vec<String> {
    quote["findings"].as_array().unwrap().iter().map(|finding| word(&finding["code"])).collect()
}

fn asked(server: &Server) -> Vec<String> {
    let all = server.asked();
    all.iter().map(|asked| format!("{}{}", asked.header("host").unwrap_or_default(), asked.target)).collect()
}

#[test]
fn a_quote_in_a_document_that_the_page_links_stands_and_the_document_is_named() {
    let place = place(2, WORDS);
    let server = serving(&place, "<a href=/report>Read the report</a>");
    let ran = place.check(server.address, &["--record", "evidence"]).expect(0, &[]);
    let told = quote(&ran);
    assert_eq!((word(&told["verdict"]), word(&told["standing"])), ("verbatim".into(), "sound".into()));
    assert_eq!(codes(&told), ["in-linked-document"]);
    let found = &told["found_in"];
    assert!(word(&found["url"]).starts_with("http://a.test/report#:~:text="), "{found}");
    assert_eq!((word(&found["where"]), word(&found["linked_from"])), ("live".into(), "http://a.test/about".into()));
    assert!(place.read("reports/a.md.md").contains("http://a.test/report"));
    // The same from what was recorded, and from what was kept.
    let replayed = place.run(&["check", "--format", "json", "--replay", "evidence"]).expect(0, &[]);
    assert_eq!(quote(&replayed)["found_in"], told["found_in"]);
    let offline = place.run(&["check", "--format", "json", "--offline"]).expect(0, &[]);
    assert_eq!(quote(&offline)["found_in"], told["found_in"]);
    assert_eq!(asked(&server), ["a.test/about", "a.test/report"]);
}

#[test]
fn documents_are_followed_only_where_the_policy_says_so_and_one_step() {
    for (follow, links, code, pages) in [
        (0, "<a href=/report>Full report</a>", 1, vec!["a.test/about"]),
        (1, "<a href=/step>Full text</a>", 1, vec!["a.test/about", "a.test/step"]),
        (1, "<a href=/other>Full text</a> <a href=/report>PDF</a>", 1, vec!["a.test/about", "a.test/other"]),
        (
            2,
            "<a href=/other>Full text</a> <a href=/report>PDF</a>",
            0,
            vec!["a.test/about", "a.test/other", "a.test/report"],
        ),
        (5, "<a href='http://b.test/report'>Full text</a>", 1, vec!["a.test/about"]),
        (5, "<a href='http://docs.a.test/report'>Full text</a>", 0, vec!["a.test/about", "docs.a.test/report"]),
        (
            5,
            "<meta name=citation_pdf_url content='http://b.test/paper.pdf'>",
            0,
            vec!["a.test/about", "b.test/paper.pdf"],
        ),
        (5, "<a href=/report>The report</a>", 1, vec!["a.test/about"]),
        (5, "<a href=/missing>PDF</a>", 1, vec!["a.test/about", "a.test/missing"]),
    ] {
        let place = place(follow, WORDS);
        let server = serving(&place, links);
        let ran = place.check(server.address, &[]);
        assert_eq!(ran.code, Some(code), "{links}: {}{}", ran.err, ran.out);
        let mut asked = asked(&server);
        asked.sort();
        assert_eq!(asked, pages, "{links}");
    }
}

#[test]
fn a_quote_that_is_on_the_page_is_looked_for_nowhere_else() {
    let place = place(5, "About the report on the ferry");
    let server = serving(&place, "<a href=/report>Full report</a>");
    place.check(server.address, &[]).expect(0, &[]);
    assert_eq!(asked(&server), ["a.test/about"]);
}

#[test]
fn other_words_in_the_document_are_shown() {
    let place = place(1, WORDS);
    let server = serving(&place, "<a href=/other>Full report</a>");
    let told = quote(&place.check(server.address, &[]).expect(1, &[]));
    assert_eq!((word(&told["verdict"]), word(&told["difference"])), ("altered".into(), "critical".into()));
    assert!(word(&told["findings"][0]["message"]).contains("document that source"), "{told:#}");
}

#[test]
fn robots_rules_hold_for_documents_as_well() {
    let place = place(1, WORDS);
    place.write(
        "sources.toml",
        format!("{}robots = \"obey\"\n[policy]\nfollow_documents = 1\n", QUICK.replace("[archive]\nlookup = []\n", ""))
            .replace("[policy]", "[archive]\nlookup = []\n[policy]"),
    );
    let server = serving(&place, "<a href=/report>Full report</a>");
    let told = quote(&place.check(server.address, &[]).expect(1, &[]));
    assert_eq!(word(&told["verdict"]), "absent");
    assert_eq!(asked(&server), ["a.test/robots.txt", "a.test/about"]);
}

#[test]
fn a_number_of_documents_that_makes_no_sense_is_refused() {
    for (value, says) in [("11", "from 0 to 10"), ("-1", "follow_documents"), ("\"all\"", "follow_documents")] {
        let place = Place::new(&format!("[policy]\nfollow_documents = {value}\n"));
        place.write("a.md", "Nothing.\n");
        place.run(&["check"]).expect(2, &["sources.toml:2", says]);
    }
    let place = Place::new("[policy]\nfollow_document = 1\n");
    place.write("a.md", "Nothing.\n");
    place.run(&["check"]).expect(2, &["follow_documents"]);
}

#[test]
fn a_document_that_a_killed_run_did_not_come_to_is_looked_at_by_the_next_and_not_again_before_its_page_is_due() {
    let place = place(2, WORDS);
    let hangs = Arc::new(AtomicBool::new(true));
    let hung = Arc::clone(&hangs);
    let server = place.server(move |asked: &Asked| {
        if asked.target == "/report" && hung.load(Ordering::SeqCst) {
            return vec![Do::Hang];
        }
        answer(asked, "<a href=/report>Read the report</a>")
    });
    let due = ["a.md", "--due", "--no-reports"];
    let mut child = spawned(place.checking(server.address, &due));
    until("the document is asked for", || server.targets().iter().any(|target| target == "/report"));
    signal(&child, "KILL");
    child.wait().unwrap();
    hangs.store(false, Ordering::SeqCst);
    for _ in 0..2 {
        let ran = place.check(server.address, &due).expect(0, &["nothing is due"]);
        assert_eq!(word(&quote(&ran)["verdict"]), "verbatim");
        assert_eq!(asked(&server), ["a.test/about", "a.test/report", "a.test/report"]);
    }
}
