//! Words from outside through the whole program: whatever a document, a page, a server, a name or the configuration holds,
//! no output opens markup, adds a line, moves a cursor or turns the direction of writing because of it.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::place::{Place, QUICK, Ran, listing};
use crate::web::server::{Asked, page};

/// Everything at once: sequences that a terminal obeys, changes of direction, markup of Markdown and HTML, a mention.
const EVIL: &str = "\u{1b}[31mred\u{1b}]0;owned\u{7}\u{9b}2J \u{202e}edoc\u{2066} <script>alert(1)</script> \
    [x](javascript:alert(1)) `code` **bold** | cell | <img src=x onerror=y> @team #12 &lt; ~~s~~ $m$ \u{200b}\u{feff}\u{e0041}";

/// The same where a line can be ended as well.
fn lines() -> String {
    format!("{EVIL}\r\n\n# Heading\n\n- item\n```\nfence\n\n---\n")
}

/// As HTML text.
fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn config() -> String {
    let note = serde_json::to_string(&format!("note {}", lines())).unwrap();
    let note = note.replace("\\u001b", "\\u001B");
    format!("{QUICK}[[source]]\nurl = \"http://a.test/**\"\nnote = {note}\n")
}

fn document() -> String {
    let quote = EVIL.replace(['\u{1b}', '\u{7}', '\u{9b}'], "");
    format!(
        "# A title {EVIL}\n\nIt says “some words that are not there {quote} at all” ([label {EVIL}](<http://a.test/page?q={q}>)).\n\n\
         It says “a page that stands for a while” ([b](<http://b.test/page>)).\n\n\
         - [c](<http://x\u{202e}<b>.test/>)\n- [d](<http://c.test/gone>)\n- [e](<http://d_`x`.test/>)\n\
         - [f](<http://me:hunter2@e.test/>)\n- [g](javascript:alert`1`)\n",
        q = "%1b[31m|`<b>\u{202e}",
    )
}

fn evil_web(asked: &Asked) -> Vec<crate::web::server::Do> {
    let title = html(&lines());
    let body = format!(
        "<!doctype html><title>{title}</title><h1>{title}</h1><p>some words that are {title} not all</p>\
                        <p>a page that stood for a while {title}</p>"
    );
    let headers: &[(&str, &str)] = &[
        ("Content-Type", "text/html; charset=utf-8; \u{1b}[31m|`<b>"),
        ("Server", "\u{1b}[31m|`<b>\u{202e}"),
        ("ETag", "\"\u{1b}[31m|`<b>\""),
        ("Link", "<http://z.test/\u{1b}[31m>; rel=\"canonical | `<b>`\""),
    ];
    match (asked.header("host"), asked.target.as_str()) {
        (Some("b.test"), "/page") => page(301, &[("Location", "http://a.test/\u{1b}[31m|`<b>\u{202e}?x=[y](z)")], ""),
        (Some("c.test"), _) => page(404, headers, &body),
        _ => page(200, headers, body),
    }
}

/// What no line of an output holds: what a terminal obeys, and what is not to be seen.
#[track_caller]
fn harmless(what: &str, text: &str) {
    // The program itself writes these two: joiners that break mentions, and its own line ends.
    let bad: BTreeSet<char> =
        text.chars().filter(|c| *c != '\n' && *c != '\u{2060}').filter(|c| c.is_control() || unseen(*c)).collect();
    assert!(bad.is_empty(), "{what} holds {bad:?}:\n{text}");
}

fn unseen(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}' | '\u{feff}'
        | '\u{e0000}'..='\u{e007f}')
}

/// Nothing from outside is markup: read as Markdown, no element, code, emphasis or link is there that the report does not
/// make for harmless words as well.
#[track_caller]
fn no_markup(what: &str, text: &str) {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    harmless(what, text);
    for event in Parser::new_ext(text, Options::all().difference(Options::ENABLE_SMART_PUNCTUATION)) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                let ours = ["<details>", "</details>", "<summary>", "</summary>"];
                let rest = ours.iter().fold(html.to_string(), |rest, tag| rest.replace(tag, ""));
                assert!(!rest.contains('<') || rest.trim_start().starts_with("<!--"), "{what} holds {html:?}");
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let scheme = dest_url.split_once(':').map(|(scheme, _)| scheme);
                assert!(matches!(scheme, None | Some("http" | "https")), "{what} links to {dest_url}");
            }
            Event::Code(code) => assert!(!code.contains("code") || code.contains(' '), "{what} holds code {code:?}"),
            Event::Start(Tag::CodeBlock(_) | Tag::Strikethrough) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                panic!("{what} holds {event:?}")
            }
            _ => {}
        }
    }
    assert!(text.lines().all(|line| !["# Heading", "- item", "```", "fence"].contains(&line)), "{what}:\n{text}");
    assert!(!text.contains("@team"), "{what} mentions a team:\n{text}");
}

fn reports(place: &Place, folder: &Path) {
    let names = listing(folder);
    assert!(names.len() >= 2, "{names:?}");
    for name in names {
        no_markup(&name, &place.read(&format!("reports/{name}")));
    }
}

/// Strings of the JSON hold what came; the bytes of the JSON hold nothing that a terminal obeys.
fn json_is_whole(ran: &Ran) -> Value {
    // JSON escapes the controls of ASCII; a reader that shows the strings of it is on its own with the rest.
    let bad = ran.out.chars().find(|c| *c != '\n' && c.is_ascii_control());
    assert_eq!(bad, None, "{}", ran.out);
    ran.json()
}

#[test]
fn words_from_outside_stay_words_in_every_output() {
    let place = Place::new(&config());
    let server = place.server(evil_web);
    let name = "a `b` [c](d) \u{202e}e.md";
    place.write(name, document());
    let check = |more: &[&str]| {
        let mut command = place.command(&["check", name, "--allow-private", "127.0.0.0/8", "--fail-on", "none"]);
        command.args(["--connect-to", &format!("*:80:{}", server.address)]).args(more);
        Ran::of(command.output().unwrap()).expect(0, &[])
    };
    let report = json_is_whole(&check(&["--format", "json", "-vvv"]));
    reports(&place, &place.path("reports"));
    let title = report["documents"][0]["citations"][0]["source"]["title"]["page"].as_str().unwrap();
    assert!(title.contains("<script>"), "the words are there all the same: {title}");
    for (format, markup) in [("human", false), ("markdown", true)] {
        for options in [&["--offline"][..], &[]] {
            let ran = check(&[&["--format", format, "--color", "never", "-vvv"], options].concat());
            assert!(!ran.out.is_empty());
            if markup {
                no_markup(format, &ran.out);
            } else {
                harmless(format, &ran.out);
            }
            harmless("the log", &ran.err);
        }
    }
    let ran = check(&["-vvv", "--log-format", "json"]);
    harmless("the log as JSON", &ran.err);
    assert!(ran.err.lines().count() > 20, "{}", ran.err);
    // The last line is no log: it says what the run did.
    for line in ran.err.lines().filter(|line| !line.starts_with("citewatch: ")) {
        serde_json::from_str::<Value>(line).unwrap_or_else(|why| panic!("{why}: {line}"));
    }
    let url = report["documents"][0]["citations"][0]["source"]["url"].as_str().unwrap();
    harmless("history", &place.run(&["history", url]).expect(0, &[]).out);
    json_is_whole(&place.run(&["history", url, "--format", "json"]).expect(0, &[]));
    let extracted = place.run(&["extract", name, "--format", "json"]).expect(0, &[]);
    json_is_whole(&extracted);
    harmless("extract", &place.run(&["extract", name]).expect(0, &[]).out);
    harmless("report", &place.run(&["report", "--color", "never"]).expect(0, &[]).out);
}

#[test]
fn words_from_outside_stay_words_in_errors() {
    let place = Place::new("");
    place.cite("a.md", &["http://a.test/"]);
    place.write("bad.toml", format!("[watch]\n'{}' = 1\n", EVIL.replace(['\u{1b}', '\u{7}'], "")));
    let paths = ["\u{1b}[31mnone\u{202e}.md", "no\nsuch.md"];
    let runs = [
        place.run(&["check", "a.md", "--config", "bad.toml"]),
        place.run(&["check", paths[0]]),
        place.run(&["check", paths[1]]),
        place.run(&["check", "a.md", "--store", "sqlite:a.md/\u{1b}[31m\u{202e}x"]),
        place.run(&["history", "http://a.test/\u{1b}[31m\u{202e}"]),
        place.run(&["explain", "\u{1b}[31mcode\u{202e}"]),
        place.run(&["check", "a.md", "--proxy", "\u{1b}[31m\u{202e}"]),
        place.run(&["check", "a.md", "--fail-on", "\u{1b}[31m\u{202e}"]),
    ];
    for ran in runs {
        assert_eq!(ran.code, Some(2), "{ran:?}");
        harmless("an error", &ran.err);
    }
}
