//! What single answers come to, as `check` tells it; the loopback web (`tests/web`) has those of every kind.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::place::{HTML, Place, QUICK, Ran, says};
use crate::web::server::{Asked, Server, page};

/// A host for each case, so that no lane has to be patient because of another: `http://NAME.test/`.
fn name(asked: &Asked) -> String {
    asked.header("host").unwrap_or_default().trim_end_matches(".test").to_owned()
}

/// How often each host was asked.
fn counts(server: &Server) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for asked in server.asked() {
        *counts.entry(name(&asked)).or_default() += 1;
    }
    counts
}

/// Checks `http://NAME.test/` for each case, and holds what is said against the second word.
#[track_caller]
fn check_hosts(place: &Place, server: &Server, code: i32, cases: &[(&str, &str)]) {
    let urls: Vec<String> = cases.iter().map(|(name, _)| format!("http://{name}.test/")).collect();
    place.cite("a.md", &urls);
    let ran = place.check(server.address, &["a.md"]).expect(code, &[]);
    let told: Vec<(String, String)> = ran.sources();
    let expected: Vec<(String, String)> =
        cases.iter().zip(urls).map(|((_, verdict), url)| (url, (*verdict).to_owned())).collect();
    assert_eq!(told, expected);
}

#[test]
fn headers_of_walls_decide_whatever_the_status() {
    let place = Place::new(QUICK);
    let server = place.server(|asked| match name(asked).as_str() {
        "challenge" => page(503, &[("cf-mitigated", "challenge")], "wait"),
        "waf" => page(202, &[("x-amzn-waf-action", "challenge")], ""),
        "captcha" => page(405, &[("x-amzn-waf-action", "captcha")], ""),
        _ => page(200, &[("Server", "cloudflare"), ("CF-Ray", "1"), ("Content-Type", "text/html")], "<p>A page."),
    });
    let cases = [
        ("challenge", "withheld bot-wall unknown"),
        ("waf", "withheld bot-wall unknown"),
        ("captcha", "withheld bot-wall unknown"),
        ("none", "live - sound"),
    ];
    check_hosts(&place, &server, 0, &cases);
    assert!(counts(&server).values().all(|count| *count == 1), "a wall is not asked twice: {:?}", counts(&server));
}

#[test]
fn what_is_not_found_is_asked_for_again_seconds_later_and_may_be_back() {
    let place = Place::new(QUICK);
    let times = AtomicUsize::new(0);
    let server = place.server(move |asked| match name(asked).as_str() {
        "back" if times.fetch_add(1, Ordering::SeqCst) > 0 => says("a page that is back"),
        _ => page(404, HTML, "no such page"),
    });
    check_hosts(&place, &server, 1, &[("gone", "gone not-found broken"), ("back", "live - sound")]);
    for host in ["gone", "back"] {
        let at: Vec<Duration> =
            server.asked().into_iter().filter(|asked| name(asked) == host).map(|asked| asked.at).collect();
        assert_eq!(at.len(), 2, "{host}");
        assert!(at[1].saturating_sub(at[0]) >= Duration::from_millis(2900), "{host}: {at:?}");
    }
}

#[test]
fn a_server_that_asks_for_patience_gets_it_and_its_second_answer_counts() {
    let place = Place::new(QUICK);
    let times = AtomicUsize::new(0);
    let server = place.server(move |_| match times.fetch_add(1, Ordering::SeqCst) {
        0 => page(503, &[("Retry-After", "1")], "busy"),
        _ => says("a page that stands"),
    });
    check_hosts(&place, &server, 0, &[("busy", "live - sound")]);
    let at: Vec<Duration> = server.asked().into_iter().map(|asked| asked.at).collect();
    assert_eq!(at.len(), 2);
    assert!(at[1].saturating_sub(at[0]) >= Duration::from_millis(990), "{at:?}");
}

#[test]
fn a_quote_that_is_found_proves_the_page_alive_whatever_its_status() {
    let place = Place::new(QUICK);
    let server = place.server(|_| page(404, HTML, "<p>The lamp is lit at dusk by the keeper himself.</p>"));
    place.write("a.md", "It says that “lit at dusk by the keeper himself” ([notes](http://notes.test/)).\n");
    let ran = place.check(server.address, &["a.md"]).expect(0, &[]);
    assert_eq!(ran.sources()[0].1, "live - sound");
    assert_eq!(ran.json()["documents"][0]["quotes"][0]["verdict"], "verbatim");
    assert_eq!(server.targets().len(), 1, "what is proved needs no second look");
}

#[test]
fn a_source_that_many_cite_is_asked_for_once() {
    let place = Place::new(QUICK);
    let server = place.server(|_| says("a page that stands"));
    place.cite("a.md", &["http://one.test/a#part", "http://one.test/a", "http://one.test/a#other"]);
    place.cite("b.md", &["http://one.test/a"]);
    let ran = place.check(server.address, &["a.md", "b.md"]).expect(0, &[]);
    assert_eq!(server.targets(), ["/a"]);
    assert_eq!(ran.json()["summary"]["sources"], 1);
    assert_eq!(ran.json()["documents"][1]["citations"][0]["source"]["availability"], "live");
}

#[test]
fn a_password_in_an_address_is_shown_nowhere_and_used_nowhere() {
    let place = Place::new(QUICK);
    let server = place.server(|_| says("a page"));
    let text = "See [it](https://me:hushhush@secret.test/a), <https://me:hushhush@plain.test:port/>,\n\
                https://hushhush@token.test/b and [https://x:hushhush@title.test/](https://x:hushhush@title.test/).\n\n\
                [^1]: “A page.” <http://me:hushhush@note.test/c>. Archived at \
                <https://web.archive.org/web/20240601000000/http://me:hushhush@note.test/c>.\n";
    place.write("a.md", text);
    let mut told = Vec::new();
    for format in ["json", "human"] {
        let mut command = place.command(&["check", "--format", format, "--allow-private", "127.0.0.0/8", "-vv"]);
        command.args(["--connect-to", &format!("*:80:{}", server.address), "a.md"]).env("CITEWATCH_LOG", "trace");
        let ran = Ran::of(command.output().unwrap());
        told.extend([ran.out, ran.err]);
    }
    told.push(place.run(&["extract", "--format", "json", "a.md"]).out);
    told.push(place.read("reports/a.md.md"));
    for text in &told {
        assert!(!text.contains("hushhush"), "{text}");
    }
    assert!(told[0].contains("https://***@secret.test/a") && told[0].contains("credentials"), "{}", told[0]);
    assert!(
        told[4].contains("Take the user name and the password out of the address") || told[5].contains("Take the user")
    );
    assert_eq!(server.asked().len(), 0);
}
