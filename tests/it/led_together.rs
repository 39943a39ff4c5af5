//! Cited pages of one host that led to one address, over time: the schedule goes by what the report says of them.

use crate::place::{HTML, Place, QUICK, word};
use crate::schedule::{let_pass, looks};
use crate::web::server::{Asked, Do, page};

const ONE: &str = "http://a.test/archive/one.html";
const TWO: &str = "http://a.test/archive/two.html";

fn led(to: &str) -> Vec<Do> {
    page(302, &[("Location", to)], "")
}

fn all_of_it() -> Vec<Do> {
    page(200, HTML, "<title>The Harbour Gazette</title><p>What was written here has its place below this line.")
}

/// A host that leads whatever it is asked for to one address.
fn leads_all(asked: &Asked) -> Vec<Do> {
    match asked.target.as_str() {
        "/all/of-it.html" => all_of_it(),
        _ => led("/all/of-it.html"),
    }
}

/// A host that put two pages together, and knows which pages it has.
fn put_together(asked: &Asked) -> Vec<Do> {
    match asked.target.as_str() {
        "/all/of-it.html" => all_of_it(),
        "/archive/one.html" | "/archive/two.html" => led("/all/of-it.html"),
        _ => page(404, HTML, "<title>Nothing here</title>"),
    }
}

fn told(report: &serde_json::Value) -> Vec<(String, String, bool)> {
    let citations = report["documents"][0]["citations"].as_array().unwrap();
    let of = |citation: &serde_json::Value| {
        let source = &citation["source"];
        (word(&source["availability"]), word(&citation["standing"]), source["suspect"] == true)
    };
    citations.iter().map(of).collect()
}

fn both(availability: &str, standing: &str, suspect: bool) -> Vec<(String, String, bool)> {
    vec![(availability.to_owned(), standing.to_owned(), suspect); 2]
}

#[test]
fn pages_that_lead_to_where_all_lead_are_due_and_confirmed_like_what_is_gone() {
    let place = Place::new(QUICK);
    let server = place.server(leads_all);
    place.cite("a.md", &[ONE, TWO]);
    for (look, code) in [(1, 0), (2, 0), (3, 1)] {
        let ran = place.check(server.address, &["a.md", "--due"]).expect(code, &[]);
        let expected = if look < 3 { both("gone", "unknown", true) } else { both("gone", "broken", false) };
        assert_eq!(told(&ran.json()), expected, "look {look}");
        assert_eq!((looks(&place, ONE), looks(&place, TWO)), (look, look), "both are looked at when a suspect is");
        // What only the store is asked says the same.
        let offline = place.run(&["check", "a.md", "--offline", "--format", "json", "--no-reports"]);
        assert_eq!(told(&offline.json()), expected, "look {look}");
        let_pass(&place, 25);
    }
    // They are dead now, and looked at seldom: not with the cadence of what stands.
    let_pass(&place, 8 * 24);
    place.check(server.address, &["a.md", "--due"]).expect(0, &["nothing is due"]);
    let_pass(&place, 21 * 24);
    place.check(server.address, &["a.md", "--due"]).expect(1, &[]);
    assert_eq!((looks(&place, ONE), looks(&place, TWO)), (4, 4));
}

#[test]
fn pages_that_were_put_together_are_due_with_the_cadence() {
    let place = Place::new(QUICK);
    let server = place.server(put_together);
    place.cite("a.md", &[ONE, TWO]);
    let ran = place.check(server.address, &["a.md", "--due"]).expect(0, &[]);
    assert_eq!(told(&ran.json()), both("live", "sound", false));
    let_pass(&place, 25);
    place.check(server.address, &["a.md", "--due"]).expect(0, &["nothing is due"]);
    let_pass(&place, 7 * 24);
    place.check(server.address, &["a.md", "--due"]).expect(0, &[]);
    assert_eq!((looks(&place, ONE), looks(&place, TWO)), (2, 2));
}

#[test]
fn the_next_look_that_is_told_is_the_one_that_is_made() {
    let place = Place::new(QUICK);
    let server = place.server(leads_all);
    place.cite("a.md", &[ONE, TWO]);
    place.check(server.address, &["a.md", "--due"]).expect(0, &[]);
    let ran = place.check(server.address, &["a.md", "--due"]).expect(0, &["nothing is due"]);
    let_pass(&place, 23);
    let later = place.check(server.address, &["a.md", "--due"]).expect(0, &["nothing is due"]);
    assert!(ran.err.contains("the next look is due at") && later.err.contains("the next look is due at"));
    let_pass(&place, 2);
    place.check(server.address, &["a.md", "--due"]).expect(0, &[]);
    assert_eq!((looks(&place, ONE), looks(&place, TWO)), (2, 2));
}

#[test]
fn a_page_that_is_cited_alone_leads_nobody_else() {
    let place = Place::new(QUICK);
    let server = place.server(put_together);
    place.cite("a.md", &[ONE]);
    place.check(server.address, &["a.md", "--due"]).expect(0, &[]);
    // Later it is cited beside another one: what is known of both says what is due.
    place.cite("a.md", &[ONE, TWO]);
    let_pass(&place, 25);
    let ran = place.check(server.address, &["a.md", "--due"]).expect(0, &[]);
    assert_eq!(told(&ran.json()), both("live", "sound", false));
    assert_eq!((looks(&place, ONE), looks(&place, TWO)), (1, 1));
}
