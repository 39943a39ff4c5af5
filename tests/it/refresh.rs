//! Pages that send their reader on from within, and answers that are not the page.

use serde_json::Value;

use crate::place::{HTML, Place, QUICK, says, word};
use crate::web::server::{Asked, Do, Server, page};

const WORDS: &str = "the river turns twice before it reaches the old mill";

fn refresh(content: &str, body: &str) -> Vec<Do> {
    page(
        200,
        HTML,
        format!("<!doctype html><title>A page</title><meta http-equiv='Refresh' content='{content}'><body>{body}"),
    )
}

fn scripted(code: &str) -> Vec<Do> {
    page(200, HTML, format!("<!doctype html><title>A page</title><script>{code}</script>"))
}

fn long(words: &str) -> String {
    format!("<p>{words}.<p>{}", "Much more is told of the valley and its people. ".repeat(9))
}

/// `http://HOST.test/` with its path.
fn answer(asked: &Asked) -> Vec<Do> {
    let host = asked.header("host").unwrap_or_default().trim_end_matches(".test").to_owned();
    match (host.as_str(), asked.target.as_str()) {
        (_, "/page") => says(WORDS),
        (_, "/missing") => page(404, HTML, "<p>nothing here"),
        ("at-once", "/") => refresh("0; url=/page", "<p>Moving to <a href=/page>another page</a>."),
        ("elsewhere", "/") => refresh("2;URL=http://at-once.test/page", ""),
        ("thrice", path) => match path {
            "/" => refresh("0;url=/1", "on"),
            "/1" => refresh("0;url=/2", "on"),
            _ => refresh("0;url=/page", "on"),
        },
        ("for-ever", path) => refresh(&format!("0;url={path}x"), "on"),
        ("in-a-circle", "/") => refresh("0;url=/b", "on"),
        ("in-a-circle", _) => refresh("0;url=/", "on"),
        ("to-nothing", "/") => refresh("0;url=/missing", "on"),
        ("later", "/") => refresh("60;url=/page", "<p>A page that stays."),
        ("with-text", "/") => refresh("0;url=/page", &long("Something else is told here")),
        ("with-the-words", "/") => refresh("0;url=/missing", WORDS),
        ("itself", "/") => refresh("0;url=/", "wait"),
        ("script", "/") => refresh("0;url=javascript:alert(1)", "wait"),
        ("scripted", "/") => scripted("window.location.replace('/page')"),
        ("scripted-away", "/") => scripted("location.href = \"http://at-once.test/\""),
        ("scripted-nowhere", "/") => scripted("location.href = '/page' + location.search"),
        ("accepted", "/") => page(202, HTML, "<p>Your request was accepted."),
        ("accepted-with", "/") => page(202, HTML, format!("<p>{WORDS}")),
        ("empty", "/") => page(202, HTML, ""),
        ("part", "/") => page(206, HTML, long("Something else is told here")),
        ("no-content", "/") => page(204, &[], ""),
        ("reset-content", "/") => page(205, &[], ""),
        _ => page(500, &[], ""),
    }
}

/// Host, source, quote, hops.
const CASES: &[(&str, &str, &str, usize)] = &[
    ("at-once", "live -", "verbatim", 1),
    ("elsewhere", "live -", "verbatim", 1),
    ("thrice", "live -", "verbatim", 3),
    ("for-ever", "failing too-many-redirects", "unverifiable", 4),
    ("in-a-circle", "failing too-many-redirects", "unverifiable", 2),
    ("to-nothing", "gone not-found", "unverifiable", 1),
    ("later", "live -", "unverifiable", 0),
    ("with-text", "live -", "absent", 0),
    ("with-the-words", "live -", "verbatim", 0),
    ("itself", "live -", "unverifiable", 0),
    ("script", "live -", "unverifiable", 0),
    ("scripted", "live -", "verbatim", 1),
    ("scripted-away", "live -", "verbatim", 2),
    ("scripted-nowhere", "live -", "unverifiable", 0),
    ("accepted", "live -", "unverifiable", 0),
    ("accepted-with", "live -", "verbatim", 0),
    ("empty", "live -", "unverifiable", 0),
    ("part", "live -", "unverifiable", 0),
    ("no-content", "live -", "unverifiable", 0),
    ("reset-content", "live -", "unverifiable", 0),
];

fn write(place: &Place) {
    for (host, ..) in CASES {
        place.write(&format!("{host}.md"), format!("It says that “{WORDS}”.[^1]\n\n[^1]: <http://{host}.test/>\n"));
    }
}

#[track_caller]
fn hold(report: &Value) {
    let documents = report["documents"].as_array().unwrap();
    let told: Vec<(String, String, String, usize)> = documents
        .iter()
        .map(|document| {
            let source = &document["citations"][0]["source"];
            let said = format!("{} {}", word(&source["availability"]), word(&source["reason"]));
            let host = word(&document["path"]).trim_end_matches(".md").to_owned();
            (host, said, word(&document["quotes"][0]["verdict"]), source["redirects"].as_array().unwrap().len())
        })
        .collect();
    let expected: Vec<(String, String, String, usize)> = CASES
        .iter()
        .map(|(host, said, quote, hops)| ((*host).to_owned(), (*said).to_owned(), (*quote).to_owned(), *hops))
        .collect();
    assert_eq!(told, expected);
}

#[test]
fn a_page_that_sends_its_reader_on_is_followed_where_it_says_nothing_else() {
    let place = Place::new(QUICK);
    let server = place.server(answer);
    write(&place);
    let files: Vec<String> = CASES.iter().map(|(host, ..)| format!("{host}.md")).collect();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let ran = place.check(server.address, &[&["--record", "evidence"], &files[..]].concat()).expect(1, &[]);
    hold(&ran.json());
    let replay = ["check", "--format", "json", "--no-reports", "--replay", "evidence", "--"];
    let again = place.run(&[&replay[..], &files[..]].concat()).expect(1, &[]);
    hold(&again.json());
}

#[test]
fn what_verify_reads_is_the_page_that_its_address_leads_to() {
    let place = Place::new(QUICK);
    let server: Server = place.server(answer);
    let to = format!("*:80:{}", server.address);
    let ran = place.run(&[
        "verify",
        "--format",
        "json",
        "--allow-private",
        "127.0.0.0/8",
        "--connect-to",
        &to,
        "http://at-once.test/",
        WORDS,
    ]);
    assert_eq!(word(&ran.json()["quotes"][0]["verdict"]), "verbatim", "{ran:?}");
}
