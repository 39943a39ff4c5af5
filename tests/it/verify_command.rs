//! `citewatch verify`: quotes against a file, an address, or a stream of both.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;

use serde_json::{Value, json};

use crate::place::{HTML, Place, QUICK, Ran, says, spawned_with, word};
use crate::web::names::{NameServer, Said};
use crate::web::server::page;

const PAGE: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>The Lamp</title>\
<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"The Lamp\",\
\"articleBody\":\"A word for machines that read.\"}</script></head>\
<body><h1>The Lamp</h1><p>Ægir’s lamp was lit at dusk by the keeper himself, and it has never gone out.</p>\
<p>Seven ships passed on the first night.</p></body></html>";

/// What the page says, without its "never".
const NOT: &str = "lit at dusk by the keeper himself, and it has gone out";

/// A place with the page as `page.html` and a text of it as `page.txt`.
fn place() -> Place {
    let place = Place::new(QUICK);
    place.write("page.html", PAGE);
    place.write("page.txt", "The lamp was lit at dusk by the keeper himself,\nand it has never gone out.\n");
    place
}

fn verdicts(report: &Value) -> Vec<String> {
    let quotes = report["quotes"].as_array().unwrap_or_else(|| panic!("{report}"));
    quotes.iter().map(|quote| format!("{} {}", word(&quote["verdict"]), word(&quote["difference"]))).collect()
}

fn keys(object: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn a_file_is_held_against_its_quotes_and_the_answer_has_the_shape_of_the_contract() {
    let place = place();
    let quotes = [
        "lit at dusk by the keeper himself",
        "Ægir's lamp was lit",
        NOT,
        "seven boats passed on the second night",
        "a whale was seen from the gallery at noon",
    ];
    let ran = place.run(&[&["verify", "page.html", "--format", "json"], &quotes[..]].concat()).expect(1, &[]);
    assert_eq!(ran.out.lines().count(), 1);
    let report = ran.json();
    let expected = ["availability", "quotes", "reason", "schema", "source", "status", "text_bytes", "title"];
    assert_eq!(keys(&report), expected);
    assert_eq!(report["schema"], "citewatch.verify/1");
    assert_eq!((&report["source"], &report["title"]), (&json!("page.html"), &json!("The Lamp")));
    let told = verdicts(&report);
    assert_eq!(told[..3], ["verbatim -", "typographic -", "altered critical"]);
    assert_eq!(told[4], "absent -");
    let first = &report["quotes"][0];
    let expected = [
        "context",
        "diff",
        "difference",
        "matched",
        "occurrences",
        "quote",
        "similarity",
        "span",
        "text",
        "url",
        "verdict",
    ];
    assert_eq!(keys(first), expected);
    assert_eq!(
        (&first["quote"], &first["matched"], &first["text"]),
        (&json!(quotes[0]), &json!(quotes[0]), &json!("visible"))
    );
    let text: Vec<char> = place.run(&["verify", "page.html", "--text"]).expect(0, &[]).out.chars().collect();
    let at = |end: usize| usize::try_from(first["span"][end].as_u64().unwrap()).unwrap();
    assert_eq!(text[at(0)..at(1)].iter().collect::<String>(), quotes[0], "a span counts characters of that text");
    assert_eq!(report["quotes"][4]["span"], json!(null));
}

#[test]
fn the_exit_code_says_whether_a_quote_is_broken() {
    let place = place();
    let verify = |quote: &str| place.run(&["verify", "page.txt", quote]).code;
    assert_eq!(verify("lit at dusk by the keeper himself, and it has never gone out"), Some(0));
    assert_eq!(verify(NOT), Some(1));
    assert_eq!(verify("a whale was seen from the gallery"), Some(1));
    assert_eq!(verify("whale"), Some(0), "a term proves nothing");
    place.write("page.txt", "In all it was -5 degrees. 他们昨天没有同意这个计划。");
    assert_eq!(verify("5 degrees"), Some(0), "nor does one that is altered");
    assert_eq!(verify("他们昨天没有反对这个计划"), Some(1), "words are counted where no space parts them");
    place.write("page.txt", "");
    assert_eq!(verify("a whale was seen from the gallery"), Some(0), "nothing was read");
    place.write("app.html", "<html><body><div id=root></div><script src=app.js></script></body></html>");
    let unread = place.run(&["verify", "app.html", "a whale was seen from the gallery"]);
    assert_eq!(unread.code, Some(0), "a page of scripts only was not read");
    place.write("page.txt", "The lamp was lit at dusk by the keeper himself,\nand it has never gone out.\n");
    place.run(&["verify", "none.html", "words"]).expect(2, &["failed to read none.html"]);
    place.run(&["verify", ".", "words"]).expect(2, &["it is a folder"]);
    place.run(&["verify", "page.txt"]).expect(2, &["no quote named"]);
    place.run(&["verify", "page.txt", "words", "--format", "markdown"]).expect(2, &["human or json"]);
    let told = place.run(&["verify", "page.txt", NOT]).out;
    assert!(told.contains("altered") && told.contains("never"), "{told}");
}

#[test]
fn the_texts_of_a_page_are_printed_by_name() {
    let place = place();
    let text = |option: &str| place.run(&["verify", "page.html", option]);
    let visible = text("--text").expect(0, &[]).out;
    assert!(visible.contains("Seven ships") && !visible.contains("machines"), "{visible}");
    assert_eq!(text("--text=visible").out, visible);
    assert!(text("--text=structured").expect(0, &[]).out.contains("A word for machines"));
    text("--text=hidden").expect(2, &["has none"]);
    text("--text=other").expect(2, &["structured"]);
}

#[test]
fn an_address_is_fetched_and_a_match_has_a_link_to_it() {
    let place = place();
    let server = place.server(|asked| match asked.target.as_str() {
        "/gone" => page(404, HTML, "no such page"),
        "/wall" => page(403, HTML, "not for you"),
        _ => page(200, HTML, PAGE),
    });
    let verify = |path: &str, quote: &str| {
        let mut command = place.command(&["verify", &format!("http://lamp.test{path}"), quote, "--format", "json"]);
        command.args(["--allow-private", "127.0.0.0/8", "--connect-to", &format!("*:80:{}", server.address)]);
        Ran::of(command.output().unwrap())
    };
    let found = verify("/", "lit at dusk by the keeper himself").expect(0, &[]).json();
    assert_eq!(verdicts(&found), ["verbatim -"]);
    let link = word(&found["quotes"][0]["url"]);
    assert!(link.starts_with("http://lamp.test/#:~:text=lit%20at%20dusk"), "{link}");
    assert_eq!(verdicts(&verify("/", NOT).expect(1, &[]).json()), ["altered critical"]);
    for path in ["/gone", "/wall"] {
        let report = verify(path, "it has never gone out").expect(0, &[]).json();
        assert_eq!(verdicts(&report), ["unverifiable -"], "{path}");
    }
    let asked = server.asked().len();
    place.run(&["verify", "http://lamp.test/", "words", "--format", "markdown"]).expect(2, &["human or json"]);
    let ran = place.run(&["verify", &format!("http://{}/", server.address), "words of a page"]);
    ran.expect(2, &["failed to read http://127.0.0.1", "public"]);
    assert_eq!(server.asked().len(), asked, "a private address is nobody's business here either");
}

#[test]
fn an_address_that_cannot_be_reached_is_an_error_and_no_network_is_three() {
    let place = place();
    let names = place.start(NameServer::start(&[("silent.test", Said::Silence)]));
    place.write("sources.toml", format!("[fetch]\ntimeout = \"2s\"\nresolver = \"{}\"\n", names.address));
    place.run(&["verify", "http://silent.test/", "words"]).expect(3, &["no name could be looked up"]);
    place.run(&["verify", "http://nobody.test/", "words"]).expect(2, &["failed to read http://nobody.test/"]);
    place.run(&["verify", "--text", "http://silent.test/"]).expect(3, &["no name could be looked up"]);
    place.run(&["verify", "--text", "http://nobody.test/"]).expect(2, &["failed to read http://nobody.test/"]);
}

#[test]
fn a_batch_without_a_network_is_three_and_tells_each_line() {
    let place = place();
    let names = place.start(NameServer::start(&[("silent.test", Said::Silence)]));
    place.write("sources.toml", format!("[fetch]\ntimeout = \"2s\"\nresolver = \"{}\"\n", names.address));
    let line = |source: &str| json!({"source": source, "quotes": ["lit at dusk by the keeper"]}).to_string();
    let (silent, nobody, file) = (line("http://silent.test/"), line("http://nobody.test/"), line("page.txt"));
    let batch = |lines: &[&str], code: i32| {
        let ran = place.feed(&["verify", "--batch", "-"], &lines.join("\n")).expect(code, &[]);
        assert_eq!(ran.out.lines().count(), lines.len(), "{}", ran.out);
        assert!(ran.out.contains("failed to read http://silent.test/"), "{}", ran.out);
        assert_eq!(ran.err.contains("the network is not there"), code == 3, "{}", ran.err);
    };
    batch(&[&silent, &file], 3);
    // A name that is not known is an answer, whichever line it is on.
    batch(&[&silent, &nobody], 2);
    place.feed(&["verify", "--batch", "-"], &[silent.as_str(), "not a job"].join("\n")).expect(2, &[]);
}

#[test]
fn a_batch_answers_every_line_in_order_whatever_stands_between() {
    let place = place();
    let lines = [
        json!({"source": "page.html", "quotes": ["it has never gone out", NOT]}).to_string(),
        "not JSON".to_owned(),
        String::new(),
        json!({"source": "none.html", "quotes": ["words"]}).to_string(),
        json!({"source": "page.html", "quotes": ["words"], "colour": "red"}).to_string(),
        json!({"source": "page.txt", "content_type": "text/plain", "quotes": []}).to_string(),
        json!({"source": "page.txt", "quotes": ["x".repeat(17 << 20)]}).to_string(),
        json!({"source": "page.txt", "quotes": ["by the keeper himself"]}).to_string(),
    ];
    place.write("jobs.jsonl", lines.join("\n"));
    let ran = place.run(&["verify", "--batch", "jobs.jsonl", "--format", "json"]).expect(2, &[]);
    let answers: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 7, "an empty line is no job");
    assert!(answers.iter().all(|answer| answer["schema"] == "citewatch.verify/1"));
    assert_eq!(verdicts(&answers[0]), ["verbatim -", "altered critical"]);
    for (nth, words) in [(1, "not a job"), (2, "none.html"), (3, "colour"), (5, "longer than")] {
        assert_eq!(keys(&answers[nth]), ["error", "schema", "source"]);
        assert!(word(&answers[nth]["error"]).contains(words), "{}", answers[nth]);
    }
    assert_eq!((&answers[2]["source"], &answers[3]["source"]), (&json!("none.html"), &json!("page.html")));
    assert_eq!(verdicts(&answers[4]), [""; 0]);
    assert_eq!(verdicts(&answers[6]), ["verbatim -"]);
    assert_eq!(place.feed(&["verify", "--batch", "-"], &lines.join("\n")).out, ran.out);

    let broken = place.feed(&["verify", "--batch", "-"], &format!("{}\n", lines[0]));
    assert_eq!(broken.code, Some(1));
    assert_eq!(place.feed(&["verify", "--batch", "-"], &lines[7]).code, Some(0));
    place.run(&["verify", "--batch", "none.jsonl"]).expect(2, &["failed to read none.jsonl"]);
}

#[test]
fn the_content_type_of_a_batch_line_holds() {
    let place = place();
    let markup = "<!doctype html><p>It was lit at <b>dusk</b> by him.</p>";
    place.write("markup", markup);
    place.write("words.txt", "Lit at <5 o'clock, AT&amp;T said.");
    place.write("latin", b"Er fand die Gr\xf6\xdfe des Turms passend.");
    let server = place.server(move |_| page(200, HTML, markup));
    let line = |source: &str, content_type: &str, quote: &str| {
        json!({"source": source, "content_type": content_type, "quotes": [quote]}).to_string()
    };
    let (told, typed) = ("lit at dusk by him", "<p>It was lit at <b>dusk</b> by");
    let jobs = [
        (line("markup", "text/plain", typed), "verbatim -"),
        (line("markup", "text/plain; charset=utf-8", told), "absent -"),
        (line("markup", "text/html", told), "verbatim -"),
        (line("markup", "", told), "verbatim -"),
        (line("markup", "application/x-unheard-of", told), "unverifiable -"),
        (line("page.html", "text/plain", "<p>Seven ships passed on the first night.</p>"), "verbatim -"),
        (line("words.txt", "text/html", "AT&T said"), "verbatim -"),
        (line("words.txt", "text/plain", "AT&amp;T said"), "verbatim -"),
        (line("latin", "text/plain; charset=iso-8859-1", "die Größe des Turms"), "verbatim -"),
        (line("latin", "text/html; charset=\"windows-1252\"", "die Größe des Turms"), "verbatim -"),
        (line("http://lamp.test/", "text/plain", typed), "verbatim -"),
        (line("http://lamp.test/", "text/html", told), "verbatim -"),
    ];
    let lines: Vec<&str> = jobs.iter().map(|(line, _)| line.as_str()).collect();
    place.write("jobs.jsonl", lines.join("\n"));
    let mut command = place.command(&["verify", "--batch", "jobs.jsonl", "--allow-private", "127.0.0.0/8"]);
    command.args(["--connect-to", &format!("*:80:{}", server.address)]);
    let ran = Ran::of(command.output().unwrap());
    assert_eq!(ran.out.lines().count(), jobs.len(), "{}", ran.out);
    for (answer, (line, expected)) in ran.out.lines().zip(&jobs) {
        let answer: Value = serde_json::from_str(answer).unwrap();
        assert_eq!(verdicts(&answer), [*expected], "{line}");
    }
}

#[test]
fn a_batch_is_a_conversation_each_line_is_answered_as_it_comes() {
    let place = place();
    let server = place.server(|_| says("It was lit at dusk by the keeper himself."));
    let mut command = place.command(&["verify", "--batch", "-", "--allow-private", "127.0.0.0/8"]);
    command.args(["--connect-to", &format!("*:80:{}", server.address)]);
    let mut child = spawned_with(command, Stdio::piped());
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
    for source in ["http://lamp.test/", "page.txt"] {
        writeln!(input, "{}", json!({"source": source, "quotes": ["lit at dusk by the keeper"]})).unwrap();
        let answer: Value = serde_json::from_str(&output.next().unwrap().unwrap()).unwrap();
        assert_eq!((word(&answer["source"]), verdicts(&answer)), (source.to_owned(), vec!["verbatim -".to_owned()]));
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_source_that_cannot_be_read_says_why_and_fails_nothing() {
    let place = place();
    place.write("empty.html", "<!doctype html><title></title>");
    let server = place.server(|asked| match asked.target.as_str() {
        "/gone" => page(404, HTML, "no such page"),
        "/wall" => page(403, HTML, "not for you"),
        _ => page(200, HTML, ""),
    });
    let verify = |source: &str, format: &str| {
        let mut command = place.command(&["verify", source, "lit at dusk by the keeper himself", "--format", format]);
        command.args(["--allow-private", "127.0.0.0/8", "--connect-to", &format!("*:80:{}", server.address)]);
        Ran::of(command.output().unwrap()).expect(0, &[])
    };
    for (source, expected, told) in [
        ("http://lamp.test/gone", json!(["gone", "not-found", 404]), "404"),
        ("http://lamp.test/wall", json!(["withheld", "forbidden", 403]), "403"),
        ("http://lamp.test/", json!(["failing", "empty-page", 200]), "with nothing in it"),
        ("empty.html", json!([null, null, null]), "no text that can be read"),
    ] {
        let report = verify(source, "json").json();
        assert_eq!(json!([report["availability"], report["reason"], report["status"]]), expected, "{source}");
        assert_eq!(verdicts(&report), ["unverifiable -"], "{source}");
        assert!(verify(source, "human").out.contains(told), "{source}");
    }
}

#[test]
fn what_is_nothing_to_look_for_or_to_look_in_is_two() {
    let place = place();
    place.run(&["verify", "page.txt", ""]).expect(2, &["a quote is empty"]);
    place.run(&["verify", "page.txt", "lit at dusk", " \n"]).expect(2, &["a quote is empty"]);
    place.run(&["verify", "ftp://lamp.test/x", "words"]).expect(2, &["ftp is neither http nor https"]);
    place.run(&["verify", "/dev/null", "words"]).expect(2, &["not a file"]);
    place.run(&["verify", "page.txt", "lit at dusk", "--output", "page.txt"]).expect(2, &["--output"]);
    let line = json!({"source": "page.txt", "quotes": [""]}).to_string();
    let ran = place.feed(&["verify", "--batch", "-"], &line).expect(2, &[]);
    assert!(ran.out.contains("a quote is empty"), "{}", ran.out);
}

#[test]
fn what_a_page_lacks_that_was_not_read_whole_is_unverifiable() {
    let place = Place::new("");
    place.write("shell.html", "<html><body><div id=\"root\"></div><script src=\"a.js\"></script></body></html>");
    place.write("page.html", "<html><body><p>Words of a page that says something.</p></body></html>");
    for (page, verdict, code) in [("shell.html", "unverifiable", 0), ("page.html", "absent", 1)] {
        let ran = place.run(&["verify", "--format", "json", page, "no such words on it"]).expect(code, &[]);
        assert_eq!(word(&ran.json()["quotes"][0]["verdict"]), verdict, "{page}");
    }
}

#[test]
fn a_translated_quote_is_unverifiable_here_as_it_is_in_a_document() {
    let place = Place::new("");
    let page = "<!doctype html><html lang=de><meta charset=utf-8><title>Die Lampe</title><p>Der Wärter sagte, dass die Lampe in \
        der Nacht von ihm selbst entzündet wurde und dass sie seit dem Sturm nicht mehr erloschen ist. Das ist auch in dem \
        Buch zu lesen, das er für die Stadt geschrieben hat.</p></html>";
    place.write("de.html", page);
    let quote = "The lamp was lit by the keeper himself and it has not gone out since the storm";
    let ran = place.run(&["verify", "de.html", quote, "--format", "json"]).expect(0, &[]);
    let told = &ran.json()["quotes"][0];
    assert_eq!([word(&told["verdict"]), word(&told["reason"])], ["unverifiable", "language"], "{told}");
    let human = place.run(&["verify", "de.html", quote]).expect(0, &[]).out;
    assert!(human.contains("unverifiable (language): "), "{human}");
    let line =
        json!({"source": "de.html", "quotes": [quote, "die Lampe in der Nacht entzündet wurde und nie"]}).to_string();
    let ran = place.feed(&["verify", "--batch", "-"], &line).expect(1, &[]);
    assert_eq!(word(&ran.json()["quotes"][0]["verdict"]), "unverifiable");
}
