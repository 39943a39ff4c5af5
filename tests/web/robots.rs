//! robots.txt of every kind, and whether the page behind it is asked for.

use std::time::Duration;

use crate::place::{HTML, says};
use crate::stage::{Case, PAUSE, Stage, USUAL, again, also, http, nobody, to};
use crate::web::server::{Asked, Do, head, page, redirect};

const LIVE: &str = "live - sound";
const REFUSED: &str = "withheld robots unknown";

/// A host with this robots.txt and a page at every other address; its page is asked for where it may be.
fn host(name: &str, robots: impl Fn(&Asked) -> Vec<Do> + Send + Sync + 'static, told: &'static str) -> Case {
    http(
        name,
        move |asked| if asked.target.starts_with("/robots.txt") { robots(asked) } else { says("a page that stands") },
        told,
    )
}

fn steps(name: &str, steps: Vec<Do>, told: &'static str) -> Case {
    host(name, move |_| steps.clone(), told)
}

fn text(name: &str, text: impl AsRef<[u8]>, told: &'static str) -> Case {
    steps(name, page(200, &[("Content-Type", "text/plain")], text), told)
}

/// The requests for anything but robots.txt.
fn pages(stage: &Stage, name: &str) -> usize {
    stage.server(name).targets().iter().filter(|target| *target != "/robots.txt").count()
}

#[test]
fn what_a_robots_txt_says_is_kept_to_and_what_it_does_not_say_is_allowed() {
    let all = |rules: &str| format!("User-agent: *\n{rules}\n");
    let huge = format!("User-agent: *\n{}Disallow: /\n", "# a comment of some length\n".repeat(30_000));
    let cases = vec![
        text("empty", "", LIVE),
        text("allows", all("Allow: /"), LIVE),
        text("disallows-nothing", all("Disallow:"), LIVE),
        text("disallows", all("Disallow: /"), REFUSED).says("Disallow: /"),
        text("disallows-the-page", all("Disallow: /a"), REFUSED).at("/a/b").says("Disallow: /a"),
        text("disallows-another", all("Disallow: /b"), LIVE).at("/a"),
        text("longest-wins", all("Disallow: /a\nAllow: /a/b"), LIVE).at("/a/b/c"),
        text("longest-refuses", all("Allow: /a\nDisallow: /a/b"), REFUSED).at("/a/b/c"),
        text("tie-allows", all("Disallow: /a\nAllow: /a"), LIVE).at("/a"),
        text("wildcard", all("Disallow: /*.pdf"), REFUSED).at("/a/b.pdf?c"),
        text("wildcard-to-the-end", all("Disallow: /*.pdf$"), LIVE).at("/a/b.pdf?c"),
        text("query", all("Disallow: /*?print="), REFUSED).at("/a?print=1"),
        text("encoded", all("Disallow: /søk"), REFUSED).at("/s%C3%B8k"),
        text("case-of-a-path", all("Disallow: /A"), LIVE).at("/a"),
        text("case-of-a-field", "USER-AGENT: *\ndisallow: /\n", REFUSED),
        text("us", "User-agent: CiteWatch\nDisallow: /\n\nUser-agent: *\nAllow: /\n", REFUSED),
        text("us-before-all", "User-agent: *\nDisallow: /\n\nUser-agent: citewatch\nAllow: /\n", LIVE),
        text("us-with-a-version", "User-agent: citewatch/9.9\nDisallow: /\n", REFUSED),
        text("others", "User-agent: Googlebot\nUser-agent: Bingbot\nDisallow: /\n", LIVE),
        text(
            "two-groups-of-us",
            "User-agent: citewatch\nDisallow: /b\nUser-agent: x\nAllow: /\nUser-agent: citewatch\nDisallow: /a\n",
            REFUSED,
        )
        .at("/a"),
        text("no-group", "Disallow: /\n", LIVE),
        text("comments", "# Disallow: /\nUser-agent: * # all\nDisallow: /a # not there\n", REFUSED).at("/a"),
        text("mark", "\u{feff}User-agent: *\nDisallow: /\n", REFUSED),
        text("carriage-returns", "User-agent: *\r\nDisallow: /\r\n", REFUSED),
        text("old-carriage-returns", "User-agent: *\rDisallow: /\r", REFUSED),
        text("html", "<!doctype html><title>Not here</title><p>User-agent: * Disallow: /</p>", LIVE),
        text("binary", (0..=255_u8).cycle().take(5000).collect::<Vec<u8>>(), LIVE),
        text("invalid-utf-8", b"User-agent: *\n\xff\xfe: x\nDisallow: /\n", REFUSED),
        text("sitemap-only", "Sitemap: http://sitemap-only.test/sitemap.xml\n", LIVE),
        text("beyond-what-is-read", &huge, LIVE),
        text("long-lines", format!("User-agent: *\nDisallow: /{}\nDisallow: /\n", "a".repeat(100_000)), REFUSED),
        text("stars", all(&format!("Disallow: /{}x\nDisallow: /b", "*a".repeat(500))), LIVE)
            .at(&format!("/{}", "a".repeat(1000))),
        steps(
            "gzipped-by-mistake",
            page(200, &[("Content-Encoding", "gzip")], "User-agent: *\nDisallow: /\n"),
            REFUSED,
        ),
        text("delay", all("Crawl-delay: 1\nAllow: /"), LIVE).at("/1"),
        also("delay-2", "http://delay.test:{port}/2", LIVE),
        also("delay-3", "http://delay.test:{port}/3", LIVE),
        text("delay-of-a-day", all("Crawl-delay: 86400"), LIVE),
        text("delay-of-nonsense", all("Crawl-delay: soon"), LIVE),
    ];
    let names: Vec<(String, usize)> =
        cases.iter().filter_map(|case| Some((case.server()?, usize::from(case.told() == LIVE)))).collect();
    let stage = Stage::new(&format!("robots = \"obey\"\n{USUAL}"), cases);
    stage.play(&[]);
    for (name, expected) in names.iter().filter(|(name, _)| name != "delay") {
        assert_eq!(pages(&stage, name), *expected, "{name}: {:?}", stage.server(name).targets());
        assert_eq!(stage.server(name).asked().len(), expected + 1, "{name}: {:?}", stage.server(name).targets());
    }
    let delayed: Vec<Duration> = stage.server("delay").asked().iter().skip(1).map(|asked| asked.at).collect();
    assert_eq!(delayed.len(), 3);
    // A request may wait for a processor between its turn and the server; without the delay they are two thousandths apart.
    assert!(delayed[2].saturating_sub(delayed[0]) >= Duration::from_millis(1500), "{delayed:?}");
}

#[test]
fn a_robots_txt_that_does_not_come_closes_the_site_or_opens_it_by_the_standard() {
    let rules = "User-agent: *\nDisallow: /\n";
    let status = |status: u16| {
        steps(&status.to_string(), page(status, HTML, rules), if (500..600).contains(&status) { REFUSED } else { LIVE })
    };
    let start =
        |more: Vec<Do>| [vec![Do::Send([&head(200, &[], Some(500))[..], rules.as_bytes()].concat())], more].concat();
    let chain = |hops: usize| {
        move |asked: &Asked| match asked
            .target
            .trim_start_matches("/robots.txt")
            .trim_start_matches('?')
            .parse()
            .unwrap_or(0)
        {
            step if step < hops => redirect(301, &format!("/robots.txt?{}", step + 1)),
            _ => page(200, &[], "User-agent: *\nDisallow: /\n"),
        }
    };
    let mut cases: Vec<Case> = [204, 304, 400, 401, 403, 404, 410, 451, 999].map(status).into();
    cases.extend([500, 502, 503, 520].map(status));
    cases.extend([
        http("five-hops", |asked| redirect(301, &to(asked, "rules.test/robots.txt")), REFUSED).says("five-hops.test"),
        http("rules", |_| page(200, &[], "User-agent: *\nDisallow: /\n"), LIVE).uncited(),
        host("many-hops", chain(5), REFUSED),
        host("too-many-hops", chain(6), LIVE),
        host("loop", |_| redirect(302, "/robots.txt"), LIVE),
        host("nowhere", |_| page(302, &[], ""), LIVE),
        host("inside", |_| redirect(302, "http://169.254.169.254/robots.txt"), LIVE),
        host("file", |_| redirect(302, "file:///etc/passwd"), LIVE),
        steps("cut", start(vec![Do::Close]), REFUSED).says("Disallow: /"),
        steps("stalls", start(vec![Do::Hang]), REFUSED).says("in time"),
        steps("silent", vec![Do::Hang], REFUSED).says("in time"),
        steps("resets", vec![Do::Reset], REFUSED),
        steps("drips", again(b"#", PAUSE), REFUSED),
        steps(
            "endless",
            vec![
                Do::Send(head(200, &[], None)),
                Do::Send(rules.as_bytes().to_vec()),
                Do::Pour(b"# more\n".repeat(500)),
            ],
            REFUSED,
        ),
        host(
            "slow",
            |_| [vec![Do::Wait(Duration::from_millis(400))], page(200, &[], "User-agent: *\nDisallow: /\n")].concat(),
            REFUSED,
        ),
        nobody("not-there", "failing refused unknown"),
    ]);
    let stage = Stage::new(&format!("robots = \"obey\"\n{}", USUAL.replace("8s", "2s")), cases);
    stage.play(&[]);
    for name in ["500", "503", "520", "cut", "stalls", "silent", "resets", "endless", "slow"] {
        assert_eq!(pages(&stage, name), 0, "{name}: {:?}", stage.server(name).targets());
    }
}
