//! Where redirects lead: every shape of a chain, and every shape of a `Location`.

use std::collections::BTreeMap;

use crate::place::{HTML, says, word};
use crate::stage::{Case, Stage, USUAL, http, https, named, nobody, port, steps, to};
use crate::web::certificates::{Authority, Validity};
use crate::web::names::Said;
use crate::web::server::{Asked, Do, Front, head, page, redirect};

const LIVE: &str = "live - sound";
const MOVED: &str = "moved permanent-redirect sound";
const NOWHERE: &str = "failing bad-response unknown";
const CIRCLE: &str = "failing too-many-redirects unknown";
const PRIVATE: &str = "skipped private-address unknown";

/// From `/` with that status to the page at `/new`.
fn once(status: u16) -> impl Fn(&Asked) -> Vec<Do> + Send + Sync {
    move |asked| if asked.target == "/" { redirect(status, "/new") } else { says("a page that stands") }
}

/// From `/` by way of `/1`, `/2` and so on to a page at the last.
fn chain(status: u16, hops: usize) -> impl Fn(&Asked) -> Vec<Do> + Send + Sync {
    move |asked| {
        let step: usize = asked.target.trim_start_matches('/').parse().unwrap_or(0);
        if step < hops { redirect(status, &format!("/{}", step + 1)) } else { says("a page that stands") }
    }
}

#[test]
fn every_chain_is_followed_to_its_end_or_called_what_it_is() {
    let cases = vec![
        http("301", once(301), MOVED).asked(2),
        http("302", once(302), LIVE).asked(2),
        http("303", once(303), LIVE).asked(2),
        http("307", once(307), LIVE).asked(2),
        http("308", once(308), MOVED).asked(2),
        http("ten", chain(302, 10), LIVE).asked(11),
        http("ten-for-good", chain(301, 10), MOVED).asked(11),
        http("eleven", chain(302, 11), CIRCLE).asked(11).says("through more redirects than are followed"),
        http("endless", chain(308, usize::MAX), CIRCLE).asked(11),
        steps("itself", redirect(302, "/"), CIRCLE).asked(1).says("in a circle"),
        http("pair", |asked| redirect(302, if asked.target == "/" { "/b" } else { "/" }), CIRCLE).asked(2),
        http("over-there", |asked| redirect(302, &to(asked, "and-back.test/")), CIRCLE).asked(1),
        http("and-back", |asked| redirect(302, &to(asked, "over-there.test/")), LIVE).asked(1).uncited(),
        http(
            "cookie",
            |asked| match asked.header("cookie") {
                Some("seen=1") => says("a page that stands"),
                _ => page(302, &[("Location", "/"), ("Set-Cookie", "seen=1; Path=/")], ""),
            },
            LIVE,
        )
        .asked(2),
        http("useless-cookie", |_| page(302, &[("Location", "/"), ("Set-Cookie", "seen=1; Path=/")], ""), CIRCLE)
            .asked(2),
        http(
            "cookie-for-ever",
            |asked| {
                let count = asked.header("cookie").and_then(|cookie| cookie[2..].parse().ok()).unwrap_or(0);
                page(302, &[("Location", "/"), ("Set-Cookie", &format!("n={}", count + 1))], "")
            },
            CIRCLE,
        )
        .asked(11),
        http(
            "forgotten-cookie",
            |asked| match (asked.target.as_str(), asked.header("cookie")) {
                ("/", None) => page(302, &[("Location", "/a"), ("Set-Cookie", "a=1; Path=/a")], ""),
                ("/a", Some("a=1")) => redirect(302, "/b"),
                ("/b", None) => says("a page that stands"),
                _ => page(500, &[], ""),
            },
            LIVE,
        )
        .asked(3),
        http(
            "for-good-and-for-now",
            |asked| match asked.target.as_str() {
                "/" => redirect(301, "/next"),
                "/next" => redirect(302, "/last"),
                _ => says("a page that stands"),
            },
            LIVE,
        ),
        http(
            "fades",
            |asked| if asked.target == "/" { redirect(302, "/away") } else { page(404, HTML, "no such page") },
            "gone not-found broken",
        ),
        http(
            "breaks",
            |asked| if asked.target == "/" { redirect(302, "/away") } else { vec![Do::Reset] },
            "failing reset unknown",
        ),
        http(
            "login",
            |asked| match asked.target.as_str() {
                "/a" => redirect(302, &format!("/signin?return_to=http%3A%2F%2Flogin.test%3A{}%2Fa", port(asked))),
                _ => says("who are you"),
            },
            "withheld login unknown",
        )
        .at("/a"),
        http(
            "login-in-passing",
            |asked| match asked.target.as_str() {
                "/a" => redirect(303, "/signin?return_to=/a"),
                "/signin?return_to=/a" => redirect(302, "/a?session=1"),
                _ => says("a page that stands"),
            },
            LIVE,
        )
        .at("/a"),
        steps(
            "endless-body",
            vec![Do::Send(head(302, &[("Location", "/")], None)), Do::Pour(vec![b'x'; 4096])],
            CIRCLE,
        ),
    ];
    let stage = Stage::new(USUAL, cases);
    let report = stage.play(&[]).json();
    let hops = |name: &str| -> Vec<(String, i64)> {
        let documents = report["documents"].as_array().unwrap();
        let document = documents.iter().find(|document| word(&document["path"]) == format!("{name}.md")).unwrap();
        let hops = document["citations"][0]["source"]["redirects"].as_array().unwrap();
        hops.iter().map(|hop| (word(&hop["url"]), hop["status"].as_i64().unwrap())).collect()
    };
    let url = |path: &str| format!("http://for-good-and-for-now.test:{}{path}", stage.port);
    assert_eq!(hops("for-good-and-for-now"), [(url("/"), 301), (url("/next"), 302)]);
    assert_eq!(hops("ten").len(), 10);
}

/// A redirect with this line, and pages elsewhere.
fn line(name: &str, line: &'static [u8], told: &'static str) -> Case {
    http(
        name,
        move |asked| {
            let text = [b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n", line, b"\r\n\r\n"].concat();
            let text: Vec<u8> = match String::from_utf8(text) {
                Ok(text) => text.replace("{port}", port(asked)).into_bytes(),
                Err(raw) => raw.into_bytes(),
            };
            if asked.target == "/a" { vec![Do::Send(text)] } else { says("a page that stands") }
        },
        told,
    )
    .at("/a")
}

#[test]
fn every_location_is_read_as_browsers_read_it_or_leads_nowhere() {
    let cases = vec![
        line("absolute", b"Location: http://elsewhere.test:{port}/b", LIVE).asked(1),
        http("elsewhere", |_| says("a page that stands"), LIVE).uncited(),
        line("of-the-scheme", b"Location: //elsewhere.test:{port}/b", LIVE).asked(1),
        line("of-the-host", b"Location: /b", LIVE).asked(2),
        line("of-the-folder", b"location: b", LIVE).asked(2),
        line("of-the-query", b"Location: ?b=1", LIVE).asked(2),
        line("of-dots", b"Location: ../../b/./c", LIVE).asked(2),
        line("empty", b"Location:", CIRCLE).asked(1),
        line("fragment-only", b"Location: #b", CIRCLE).asked(1),
        line("spaces-around", b"Location:   /b  ", LIVE).asked(2),
        line("spaces-within", b"Location: /a page with spaces", LIVE).asked(2),
        line("utf-8", "Location: /søk/日本".as_bytes(), LIVE).asked(2),
        line("latin-1", b"Location: /caf\xe9", LIVE).asked(2),
        line("idn", "Location: http://bücher.test:{port}/".as_bytes(), LIVE).asked(1),
        http("xn--bcher-kva", |_| says("a page that stands"), LIVE).uncited(),
        line("backslashes", b"Location: http:\\\\elsewhere.test:{port}\\b", LIVE).asked(1),
        line("tabs-within", b"Location: /b\tc", LIVE).asked(2),
        line("none", b"X-Location: /b", NOWHERE).asked(1).says("does not say where to"),
        line("null", b"Location: /b\0c", NOWHERE).asked(1),
        line("twice-the-same", b"Location: /b\r\nLocation: /b", LIVE).asked(2),
        line("twice", b"Location: /b\r\nLocation: /c", NOWHERE).asked(1),
        line("file", b"Location: file:///etc/passwd", NOWHERE).asked(1).says("file:///etc/passwd"),
        line("data", b"Location: data:text/html,hello", NOWHERE).asked(1),
        line("script", b"Location: javascript:alert(1)", NOWHERE).asked(1),
        line("ftp", b"Location: ftp://files.test/", NOWHERE).asked(1),
        line("mailto", b"Location: mailto:a@b.test", NOWHERE).asked(1),
        line("about", b"Location: about:blank", NOWHERE).asked(1),
        line("no-host", b"Location: http://", NOWHERE).asked(1),
        line("bad-address", b"Location: http://[:::/", NOWHERE).asked(1),
        line("bad-host", b"Location: http://exa mple.test/", NOWHERE).asked(1),
        line("bad-port", b"Location: http://elsewhere.test:99999/", NOWHERE).asked(1),
        line("garbage", b"Location: \xff\xfe\xfd://%%%", LIVE).asked(2),
        line("private", b"Location: http://10.1.2.3/", PRIVATE).says("10.1.2.3"),
        line("metadata", b"Location: http://169.254.169.254/latest/meta-data/", PRIVATE),
        line("private-name", b"Location: http://inside.test:{port}/", PRIVATE).says("192.168.1.1"),
        named("inside", Said::Addresses(vec!["192.168.1.1".parse().unwrap()]), PRIVATE).uncited(),
        line("password", b"Location: http://me:word@elsewhere.test:{port}/", "skipped credentials unknown"),
        line("closed-port", b"Location: http://closed.test:{port}/", "failing refused unknown").says("closed.test"),
        nobody("closed", "").uncited(),
        line("no-such-name", b"Location: http://nowhere.test:{port}/", "gone no-such-domain broken")
            .says("nowhere.test"),
        line("port-of-another-protocol", b"Location: http://8.8.8.8:25/", "skipped unsupported-port unknown")
            .says("port 25"),
        steps(
            "huge",
            page(302, &[("Location", &format!("/{}", "a".repeat(70_000)))], ""),
            "failing bad-response unknown",
        )
        .says("bytes"),
        // A 200 with a Location is a page; so is a list of choices with one no page.
        steps("not-a-redirect", page(200, &[HTML[0], ("Location", "/b")], "<p>A page.</p>"), LIVE).asked(1),
    ];
    Stage::new(USUAL, cases).play(&[]);
}

#[test]
fn a_redirect_between_http_and_https_is_followed_either_way() {
    let ours = Authority::new();
    let tls = |name: &str| Front::Tls(ours.identity(&[name], Validity::Now).server_config(&["http/1.1"]));
    let stands = |_: &Asked| says("a page that stands");
    let cases = vec![
        https("downgrade", tls("downgrade.test"), |asked| redirect(302, &to(asked, "plain.test/")), LIVE),
        http("plain", stands, LIVE).uncited(),
        http("upgrade", |_| redirect(301, "https://upgrade.test/"), "moved https-upgrade sound")
            .cited("http://upgrade.test/"),
        https("secure", tls("upgrade.test"), stands, LIVE).uncited(),
    ];
    let stage = Stage::new(USUAL, cases);
    stage.place.write("ca.pem", ours.pem());
    let pins: BTreeMap<u16, &str> = [(80, "upgrade"), (443, "secure")].into();
    let pins: Vec<String> = pins
        .iter()
        .map(|(port, name)| format!("--connect-to=upgrade.test:{port}:{}", stage.server(name).address))
        .collect();
    stage.play(&["--ca", "ca.pem", &pins[0], &pins[1]]);
}
