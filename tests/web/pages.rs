//! Pages that are not the page: what a 200 can be besides the page, and what a refusal is besides the end of it.

use crate::place::HTML;
use crate::stage::{Case, Stage, USUAL, http};
use crate::web::server::{Do, head, page, redirect};

const QUOTE: &str = "the bridge was closed for good in 2019";
const SOFT: &str = "gone soft-404 unknown suspect";
const HOME: &str = "gone redirected-to-home unknown suspect";
const LIVE: &str = "live - sound";

const NOTICE: &str = "<!doctype html><title>Page not found | The Gazette</title><h1>Page not found</h1>\
    <p>The page you are looking for could not be found. <a href=/>Back to the homepage</a>";

fn article() -> String {
    let words = "<p>It took the town three years to agree on a bridge, and another two to build it.".repeat(30);
    format!("<!doctype html><title>The Gazette</title><h1>News of the town</h1>{words}")
}

/// A host with this page at every address.
fn all(name: &str, status: u16, headers: &[(&'static str, &'static str)], body: &str, told: &'static str) -> Case {
    let (headers, body) = ([HTML, headers].concat(), body.to_owned());
    http(name, move |_| page(status, &headers, &body), told).at("/a/page.html")
}

#[test]
fn a_page_that_says_that_it_is_not_there_is_suspect_and_broken_where_its_quote_is_missing_too() {
    let held = format!("{NOTICE}<p>Readers remember that {QUOTE}, as we wrote.");
    let cases = vec![
        all("said", 200, &[], NOTICE, SOFT).says("its title is “Page not found | The Gazette”").asked(2),
        all("quoted", 200, &[], NOTICE, "gone soft-404 broken").quote(QUOTE, "unverifiable unknown").asked(2),
        // A term says nothing of the page.
        all("term", 200, &[], NOTICE, SOFT).quote("toll bridge", "unverifiable unknown"),
        all("held", 200, &[], &held, LIVE).quote(QUOTE, "verbatim sound").asked(1),
        all("by-400", 400, &[], NOTICE, SOFT),
        all("by-404", 404, &[], NOTICE, "gone not-found broken").asked(2),
        all("german", 200, &[], "<title>Seite nicht gefunden</title><p>Die gesuchte Seite existiert nicht.", SOFT),
        all(
            "japanese",
            200,
            &[],
            "<title>ページが見つかりません</title><p>お探しのページは削除されたか、存在しません。",
            SOFT,
        ),
        all("platform", 200, &[], "<title>Site</title><h1>There isn't a GitHub Pages site here.</h1>", SOFT),
        http(
            "about-it",
            |asked| match asked.target.as_str() {
                "/a/page.html" => {
                    page(200, HTML, article().replace("News of the town", "Why every page not found is a story"))
                }
                _ => page(404, HTML, NOTICE),
            },
            LIVE,
        )
        .at("/a/page.html"),
    ];
    Stage::new(USUAL, cases).play(&[]);
}

#[test]
fn a_page_that_leads_to_the_first_page_of_its_site_is_told_so_whatever_else_its_host_knows() {
    let leads = |name: &str, sibling: fn() -> Vec<Do>, told| {
        let answer = move |asked: &crate::web::server::Asked| match asked.target.as_str() {
            "/" => page(200, HTML, article()),
            "/a/page.html" => redirect(302, "/"),
            "/robots.txt" => page(404, HTML, "none"),
            _ => sibling(),
        };
        http(name, answer, told).at("/a/page.html")
    };
    let cases = vec![
        // Page and home, and once more.
        leads("all-go-home", || redirect(302, "/"), HOME).asked(4),
        leads("knows-404", || page(404, HTML, "no"), HOME).says("the first page of a site").asked(4),
        leads("knows-404-quoted", || page(404, HTML, "no"), "gone redirected-to-home broken")
            .quote(QUOTE, "unverifiable unknown"),
        leads("holds", || page(404, HTML, "no"), LIVE).quote("agree on a bridge, and another two", "verbatim sound"),
        http("root", |_| page(200, HTML, article()), LIVE).at("/index.html").asked(1),
        http(
            "other",
            |asked| match asked.target.as_str() {
                "/a/page.html" => redirect(302, "/b/new.html"),
                _ => page(200, HTML, article()),
            },
            LIVE,
        )
        .at("/a/page.html")
        .asked(2),
    ];
    Stage::new(USUAL, cases).play(&[]);
}

#[test]
fn what_stands_in_the_place_of_a_page_for_a_while_accuses_nobody() {
    const DOWN: &str = "failing server-error unknown";
    let cases = vec![
        all("maintained", 200, &[], "<title>Down for maintenance</title><p>We will be back shortly.", DOWN)
            .quote(QUOTE, "unverifiable unknown")
            .says("its title is “Down for maintenance”"),
        all(
            "of-age",
            200,
            &[],
            "<title>Age verification</title><p>You must be 18 or older. Please confirm your age.",
            "withheld consent unknown",
        )
        .quote(QUOTE, "unverifiable unknown"),
        all(
            "teaser",
            200,
            &[],
            "<title>A report</title><p>The council met.<p>To read the full story<p>Subscribe<p>Sign in",
            "withheld paywall unknown",
        )
        .quote(QUOTE, "unverifiable unknown"),
        // Not enough to say what it is, and too much to hold what it lacks against the document.
        all("perhaps", 200, &[], "<title>Gazette</title><h1>Maintenance</h1><p>So it is with the bridge.", LIVE)
            .quote(QUOTE, "absent unknown")
            .says("may be a notice or a wall"),
        all("short", 200, &[], "<title>Gazette</title><h1>The bridge</h1><p>It was built.", LIVE)
            .quote(QUOTE, "absent broken"),
        http("pdf", |_| page(200, &[("Content-Type", "application/pdf")], NOTICE), "gone soft-404 broken")
            .at("/a/page.pdf")
            .quote(QUOTE, "unverifiable unknown"),
    ];
    Stage::new(USUAL, cases).play(&[]);
}

#[test]
fn what_is_only_suspicious_is_settled_by_a_sibling_and_replays() {
    const SORRY: &str =
        "<!doctype html><title>The Gazette</title><p>We are sorry to say that it has been removed from our pages";
    let says = |name: &str, sibling: &'static str, told| {
        http(
            name,
            move |asked| match asked.target.as_str() {
                "/a/page.html" => page(200, HTML, SORRY),
                "/robots.txt" => page(404, HTML, "none"),
                _ => page(if sibling.is_empty() { 404 } else { 200 }, HTML, sibling),
            },
            told,
        )
        .at("/a/page.html")
    };
    let cases = vec![
        says("same", SORRY, SOFT).says("a page that cannot be there says the same"),
        says("another", "<p>A list of the things that we have in store for you this week", LIVE),
        says("honest", "", LIVE),
    ];
    let stage = Stage::new(USUAL, cases);
    let live = stage.play(&["--record", "kept"]).json();
    let replayed = stage.replay("kept").json();
    let told = |report: &serde_json::Value| -> Vec<String> {
        let documents = report["documents"].as_array().unwrap().iter();
        documents.map(|it| it["citations"][0]["source"]["evidence"].to_string()).collect()
    };
    assert!(told(&live)[0].contains("random-sibling"), "{:?}", told(&live));
    assert_eq!(told(&live), told(&replayed));
}

/// An error page that says vaguely that something is the matter is told by what its host says anywhere, and by its first page.
#[test]
fn the_first_page_of_a_site_tells_what_it_gives_for_any_address() {
    const VAGUE: &str = "<title>Gazette</title><p>Oops! Kei te ngaro tenei mea i a matou.</p>";
    let says = |name: &'static str, home: &'static str, elsewhere: u16, told: &'static str| {
        http(
            name,
            move |asked| match asked.target.as_str() {
                "/" => page(200, HTML, home),
                "/robots.txt" => page(404, HTML, "no"),
                target if target.starts_with("/a/") => page(200, HTML, VAGUE),
                _ => page(elsewhere, HTML, VAGUE),
            },
            told,
        )
        .at("/a/page.html")
    };
    let own =
        "<title>Gazette</title><p>Eels have come back to the harbour of Varn, and the ferry sails on Sundays.</p>";
    let cases = vec![
        says("own-home", own, 200, SOFT).says("the first page of its site says something else"),
        says("one-page", VAGUE, 200, LIVE),
        says("any-title", own, 404, LIVE),
    ];
    let stage = Stage::new(USUAL, cases);
    let live = stage.play(&["--record", "kept-home"]).json();
    let replayed = stage.replay("kept-home").json();
    let told = |report: &serde_json::Value| report["documents"][0]["citations"][0]["source"]["evidence"].to_string();
    assert!(told(&live).contains("random-sibling"), "{}", told(&live));
    assert_eq!(told(&live), told(&replayed));
}

#[test]
fn two_pages_that_led_to_one_notice_are_a_sign_for_both() {
    let answer = |asked: &crate::web::server::Asked| match asked.target.as_str() {
        "/a/one.html" | "/a/two.html" => redirect(302, "/b/all.html"),
        "/robots.txt" | "/b/all.html" => {
            page(200, HTML, "<title>Gazette</title><p>What you ask for has been removed, we say.")
        }
        _ => page(500, HTML, "later"),
    };
    let one = http("shared", answer, SOFT).at("/a/one.html").says("leads as well");
    let two = crate::stage::also("shared-two", "http://shared.test:{port}/a/two.html", SOFT);
    let alone = http("alone", answer, LIVE).at("/a/one.html");
    Stage::new(USUAL, vec![one, two, alone]).play(&[]);
}

#[test]
fn parked_suspended_and_seized_sites_are_told_apart() {
    let cases = vec![
        all(
            "parked",
            200,
            &[],
            "<html data-adblockkey=\"MFwwDQ\"><title>x</title><p>This domain is for sale.",
            "gone parked unknown suspect",
        ),
        all(
            "suspended",
            200,
            &[],
            "<title>Account Suspended</title><p>Contact your hosting provider.",
            "gone suspended unknown suspect",
        ),
        all("seized", 200, &[], "<h1>This domain has been seized</h1>", "gone seized unknown suspect"),
        all("parked-quote", 200, &[], "<title>x.example is for sale</title><p>Buy this domain.", "gone parked broken")
            .quote(QUOTE, "unverifiable unknown"),
        all("a-house", 200, &[], "<title>News</title><p>A house near the bridge is for sale.", LIVE),
        http(
            "led",
            |asked| match asked.target.as_str() {
                "/cgi-sys/suspendedpage.cgi" => page(200, HTML, "<p>x"),
                _ => redirect(302, "/cgi-sys/suspendedpage.cgi"),
            },
            "gone suspended unknown suspect",
        )
        .at("/a"),
    ];
    Stage::new(USUAL, cases).play(&[]);
}

#[test]
fn what_a_person_gets_past_is_withheld_whatever_the_quote() {
    const WALL: &str = "withheld bot-wall unknown";
    let teaser = format!(
        "<script type=application/ld+json>{{\"isAccessibleForFree\":false}}</script><title>A</title><p>{}",
        "A teaser of some words. ".repeat(9)
    );
    let cases = vec![
        all("challenge", 403, &[], "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>", WALL)
            .quote(QUOTE, "unverifiable unknown"),
        all("challenge-200", 200, &[], "<title>Just a moment...</title><p>Checking", WALL).asked(1),
        all("aws-202", 202, &[("x-amzn-waf-action", "challenge")], "<script>window.gokuProps={}</script>", WALL),
        all("aws-405", 405, &[("x-amzn-waf-action", "captcha")], "<p>x", WALL),
        all("aws-body", 202, &[], "<script>window.gokuProps={}</script>", WALL),
        all("wall-404", 404, &[("cf-mitigated", "challenge")], "<p>x", WALL).asked(1),
        all("presence", 200, &[("server", "cloudflare"), ("cf-ray", "1")], &article(), LIVE),
        all("login", 200, &[], "<title>Log in</title><form><input type=password></form>", "withheld login unknown"),
        all("paywall", 200, &[], &teaser, "withheld paywall unknown").quote(QUOTE, "unverifiable unknown"),
        all("teaser", 200, &[], &teaser.replace("A teaser of", &format!("We wrote that {QUOTE}, and")), LIVE)
            .quote(QUOTE, "verbatim sound"),
        all("region", 200, &[], "<h1>This video is not available in your country</h1>", "withheld region unknown"),
        all("legal", 200, &[], "<h1>451: Unavailable due to legal reasons</h1>", "withheld legal unknown"),
        http(
            "consent",
            |asked| match asked.target.as_str() {
                "/action/cookieAbsent" => page(200, HTML, "<p>Cookies"),
                _ => redirect(302, "/action/cookieAbsent"),
            },
            "withheld consent unknown",
        )
        .at("/a"),
        all(
            "shell-404",
            404,
            &[],
            "<title>App</title><div id=root></div><script src=/a.js></script>",
            "withheld script-only unknown",
        )
        .quote(QUOTE, "unverifiable unknown")
        .asked(1),
        all("shell-200", 200, &[], "<title>App</title><div id=root></div><script src=/a.js></script>", LIVE)
            .quote(QUOTE, "unverifiable unknown"),
        http("no-body", |_| vec![Do::Send(head(404, &[], Some(0))), Do::Close], "gone not-found broken").at("/a"),
    ];
    Stage::new(USUAL, cases).play(&[]);
}
