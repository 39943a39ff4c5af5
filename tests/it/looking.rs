//! What every status and every redirect comes to, as `check` tells it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::place::{HTML, Place, QUICK, Ran, says, word};
use crate::web::server::{Asked, Do, Server, head, page, redirect};

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

/// Status, verdict, requests.
const STATUSES: &[(&str, &str, usize)] = &[
    ("200", "live - sound", 1),
    ("202", "live - sound", 1),
    ("204", "live - sound", 1),
    ("226", "live - sound", 1),
    ("300", "failing bad-response unknown", 1),
    ("301", "moved permanent-redirect sound", 2),
    ("302", "live - sound", 2),
    ("303", "live - sound", 2),
    ("304", "failing bad-response unknown", 1),
    ("307", "live - sound", 2),
    ("308", "moved permanent-redirect sound", 2),
    ("400", "failing bad-response unknown", 1),
    ("401", "withheld login unknown", 1),
    ("402", "withheld paywall unknown", 1),
    ("403", "withheld forbidden unknown", 1),
    ("404", "gone not-found broken", 2),
    ("405", "withheld forbidden unknown", 1),
    ("406", "withheld forbidden unknown", 1),
    ("407", "withheld login unknown", 1),
    ("408", "failing server-error unknown", 3),
    ("410", "gone gone broken", 2),
    ("418", "withheld forbidden unknown", 1),
    ("425", "failing server-error unknown", 3),
    ("429", "withheld rate-limited unknown", 3),
    ("451", "withheld legal unknown", 1),
    ("500", "failing server-error unknown", 3),
    ("502", "failing server-error unknown", 3),
    ("503", "failing server-error unknown", 3),
    ("504", "failing server-error unknown", 3),
    ("520", "failing server-error unknown", 3),
    ("999", "withheld bot-wall unknown", 1),
];

#[test]
fn every_status_is_told_apart_and_only_the_gone_are_broken() {
    let place = Place::new(QUICK);
    let server = place.server(|asked| {
        let status: u16 = name(asked).parse().unwrap();
        match status {
            _ if asked.target == "/new" => says("the page at its new address"),
            301 | 302 | 303 | 307 | 308 => redirect(status, "/new"),
            204 | 304 => vec![Do::Send(head(status, &[], None)), Do::Close],
            _ => page(status, HTML, "<!doctype html><title>An answer</title><p>Some words of the server.</p>"),
        }
    });
    let cases: Vec<(&str, &str)> = STATUSES.iter().map(|(status, verdict, _)| (*status, *verdict)).collect();
    check_hosts(&place, &server, 1, &cases);
    let expected: BTreeMap<String, usize> =
        STATUSES.iter().map(|(status, _, requests)| ((*status).to_owned(), *requests)).collect();
    assert_eq!(counts(&server), expected);
    let history = place.run(&["history", "http://503.test/", "--format", "json"]).expect(0, &[]).json();
    assert_eq!(history["observations"][0]["attempts"], 3);
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

/// What the redirecting hosts answer.
fn redirects(asked: &Asked) -> Vec<Do> {
    let step: usize = asked.target.trim_start_matches('/').parse().unwrap_or(0);
    match (name(asked).as_str(), asked.target.as_str()) {
        ("loop", "/") => redirect(302, "/other"),
        ("itself" | "loop", _) => redirect(302, "/"),
        ("cookie", _) if asked.header("cookie") != Some("seen=1") => {
            page(302, &[("Location", "/"), ("Set-Cookie", "seen=1; Path=/")], "")
        }
        ("ten", _) if step < 10 => redirect(302, &format!("/{}", step + 1)),
        ("endless", _) => redirect(301, &format!("/{}", step + 1)),
        ("without", _) => page(302, &[], ""),
        ("file", _) => redirect(302, "file:///etc/passwd"),
        ("script", _) => redirect(302, "javascript:alert(1)"),
        ("data", _) => redirect(302, "data:text/html,hello"),
        ("ftp", _) => redirect(301, "ftp://files.test/"),
        ("broken", _) => redirect(302, "http://[:::/"),
        ("private", _) => redirect(302, "http://10.1.2.3/"),
        ("metadata", _) => redirect(302, "http://169.254.169.254/latest/"),
        ("mixed", "/") => redirect(301, "/next"),
        ("mixed", "/next") => redirect(302, "/last"),
        ("login", "/") => redirect(302, "/signin?return_to=http%3A%2F%2Flogin.test%2F"),
        ("fades", "/") => redirect(302, "/away"),
        ("fades", _) => page(404, HTML, "no such page"),
        _ => says("a page that stands"),
    }
}

#[test]
fn every_redirect_is_followed_or_refused_by_its_name() {
    let place = Place::new(QUICK);
    let server = place.server(redirects);
    let cases = [
        ("loop", "failing too-many-redirects unknown"),
        ("itself", "failing too-many-redirects unknown"),
        ("cookie", "live - sound"),
        ("ten", "live - sound"),
        ("endless", "failing too-many-redirects unknown"),
        ("without", "failing bad-response unknown"),
        ("file", "failing bad-response unknown"),
        ("script", "failing bad-response unknown"),
        ("data", "failing bad-response unknown"),
        ("ftp", "failing bad-response unknown"),
        ("broken", "failing bad-response unknown"),
        ("private", "skipped private-address unknown"),
        ("metadata", "skipped private-address unknown"),
        ("mixed", "live - sound"),
        ("login", "withheld login unknown"),
        ("fades", "gone not-found broken"),
    ];
    check_hosts(&place, &server, 1, &cases);
    let counts = counts(&server);
    assert_eq!((counts["ten"], counts["endless"], counts["loop"]), (11, 11, 2));
    let report = place.run(&["check", "a.md", "--offline", "--format", "json"]).json();
    let mixed = &report["documents"][0]["citations"][13]["source"];
    assert_eq!(mixed["final_url"], "http://mixed.test/last");
    let hops: Vec<(String, i64)> = mixed["redirects"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hop| (word(&hop["url"]), hop["status"].as_i64().unwrap()))
        .collect();
    assert_eq!(hops, [("http://mixed.test/".to_owned(), 301), ("http://mixed.test/next".to_owned(), 302)]);
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
