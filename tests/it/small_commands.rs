//! `extract`, `explain`, `init`, and the options that every command takes.

use serde_json::{Value, json};

use crate::place::{Place, QUICK, says, word};

const PROFILE: &str = "The keeper lit the lamp. He called it “a light for nobody in particular.” 1\n\nReferences\n\
- “The Lamp.” The Harbour Post. Accessed May 29, 2024. https://lamp.example/a.\n";

const MARKDOWN: &str = "# The lamp\n\nIt was “lit at dusk by the keeper” ([lamp](https://lamp.example/b)).\n";

fn keys(object: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// Fails unless `object` has all of these keys.
#[track_caller]
fn has(object: &Value, expected: &str) {
    let missing: Vec<&str> = expected.split(' ').filter(|key| !keys(object).contains(key)).collect();
    assert!(missing.is_empty(), "without {missing:?}: {object}");
}

#[test]
fn spans_are_bytes_of_the_file_in_utf_16_too() {
    let place = Place::new(QUICK);
    let file: Vec<u8> =
        format!("\u{feff}Über \u{1F6A2} — {PROFILE}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    place.write("wide.txt", &file);
    let document = &place.run(&["extract", "wide.txt", "--format", "json"]).expect(0, &[]).json()["documents"][0];
    let at = |span: &Value| -> String {
        let [start, end] = [0, 1].map(|side| usize::try_from(span[side].as_u64().unwrap()).unwrap());
        let units = file[start..end].chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        String::from_utf16(&units.collect::<Vec<_>>()).unwrap()
    };
    assert_eq!(at(&document["citations"][0]["url_span"]), "https://lamp.example/a");
    assert_eq!(at(&document["quotes"][0]["span"]), word(&document["quotes"][0]["text"]));
    assert_eq!(document["citations"][0]["line"], 4);
    place.run(&["check", "wide.txt", "--offline", "--no-reports", "--fail-on", "none"]).expect(0, &[]);
}

#[test]
fn what_documents_cite_and_quote_is_printed_in_the_shape_of_the_contract() {
    let place = Place::new(QUICK);
    place.write("profile.txt", PROFILE);
    place.write("lamp.md", MARKDOWN);
    let ran = place.run(&["extract", "lamp.md", "profile.txt", "--format", "json"]).expect(0, &[]);
    let report = ran.json();
    assert_eq!(keys(&report), ["documents", "schema"]);
    assert_eq!(report["schema"], "citewatch.extract/1");
    let paths: Vec<[String; 2]> = report["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|document| [&document["path"], &document["format"]].map(word))
        .collect();
    assert_eq!(paths, [["lamp.md", "markdown"], ["profile.txt", "plain"]].map(|pair| pair.map(str::to_owned)));
    let document = &report["documents"][1];
    assert_eq!(keys(document), ["citations", "findings", "format", "markers", "path", "quotes", "silenced", "title"]);
    let citation = &document["citations"][0];
    has(
        citation,
        "label url doi title authors publisher published accessed archive_url archive_date quote span url_span line column",
    );
    assert_eq!((&citation["accessed"], &citation["publisher"]), (&json!("2024-05-29"), &json!("The Harbour Post")));
    let at = |end: usize| usize::try_from(citation["url_span"][end].as_u64().unwrap()).unwrap();
    assert_eq!(&PROFILE[at(0)..at(1)], "https://lamp.example/a");
    has(&document["markers"][0], "labels span line column");
    let quote = &document["quotes"][0];
    has(quote, "text kind cites basis span line column");
    assert_eq!(
        (&quote["cites"], &quote["kind"], &quote["basis"]),
        (&json!(["1"]), &json!("phrase"), &json!("adjacent"))
    );
    let at = |end: usize| usize::try_from(quote["span"][end].as_u64().unwrap()).unwrap();
    assert_eq!(&PROFILE[at(0)..at(1)], word(&quote["text"]), "a span leaves the quotation marks out");
    place.run(&["extract", "lamp.md", "--format", "markdown"]).expect(2, &["human or json"]);
    let told = place.run(&["extract", "lamp.md"]).expect(0, &[]).out;
    assert!(told.contains("https://lamp.example/b") && told.contains("lit at dusk by the keeper"), "{told}");
}

#[test]
fn standard_input_is_read_as_the_format_that_is_named() {
    let place = Place::new(QUICK);
    let extract = |format: &str| {
        let ran = place.feed(&["extract", "-", "--input-format", format, "--format", "json"], MARKDOWN);
        ran.expect(0, &[]).json()["documents"][0].clone()
    };
    let markdown = extract("markdown");
    assert_eq!(
        (&markdown["path"], &markdown["format"], &markdown["title"]),
        (&json!("-"), &json!("markdown"), &json!("The lamp"))
    );
    assert_eq!(markdown["citations"][0]["url"], "https://lamp.example/b");
    assert_eq!(extract("plain")["format"], "plain");
    let server = place.server(|_| says("It was lit at dusk by the keeper."));
    let to = format!("lamp.test:80:{}", server.address);
    let arguments = ["check", "-", "--input-format", "markdown", "--allow-private", "127.0.0.0/8", "--connect-to", &to];
    let ran = place.feed(&arguments, &MARKDOWN.replace("https://lamp.example", "http://lamp.test")).expect(0, &[]);
    assert!(ran.out.contains('1'), "{}", ran.out);
}

#[test]
fn every_finding_code_can_be_explained() {
    let place = Place::new(QUICK);
    let list = place.run(&["explain"]).expect(0, &[]).out;
    for line in list.lines() {
        let code = line.split(' ').next().unwrap();
        let one = place.run(&["explain", code]).expect(0, &[]).out;
        assert!(one.starts_with(code) && one.contains("What to do: "), "{one}");
    }
    place.run(&["explain", "quote-alterd"]).expect(2, &["did you mean `quote-altered`?"]);
}

#[test]
fn init_writes_a_configuration_that_check_accepts_and_never_over_another() {
    let place = Place::new(QUICK);
    place.run(&["init"]).expect(2, &["sources.toml", "there already"]);
    assert_eq!(place.read("sources.toml"), QUICK);
    place.run(&["init", "--config", "new.toml"]).expect(0, &[]);
    place.write("lamp.md", MARKDOWN);
    place.run(&["check", "lamp.md", "--offline", "--config", "new.toml"]).expect(0, &[]);
    std::fs::remove_file(place.path("sources.toml")).unwrap();
    place.run(&["init"]).expect(0, &[]);
    assert_eq!(place.read("sources.toml"), place.read("new.toml"));
    let schema = place.run(&["init", "--schema"]).expect(0, &[]).json();
    has(&schema["properties"], "watch policy fetch archive store source");
}

#[test]
fn what_is_printed_is_for_the_caller_to_say() {
    let place = Place::new(QUICK);
    let server = place.server(|_| says("It was lit at noon by the gardener, and by nobody else."));
    place.write("lamp.md", MARKDOWN.replace("https://lamp.example", "http://lamp.test"));
    place.check(server.address, &["lamp.md"]).expect(1, &[]);
    let offline = |more: &[&str]| place.run(&[&["check", "lamp.md", "--offline"], more].concat()).expect(1, &[]);
    let plain = offline(&[]).out;
    assert!(plain.contains("lit at dusk by the keeper") && !plain.contains('\u{1b}'), "{plain}");
    assert!(offline(&["--color", "always"]).out.contains('\u{1b}'));
    let mut command = place.command(&["check", "lamp.md", "--offline", "--color", "always"]);
    let coloured = command.env("NO_COLOR", "1").output().unwrap().stdout;
    assert!(coloured.contains(&0x1b), "the option goes before the environment");
    let quiet = offline(&["--quiet"]).out;
    assert!(quiet.lines().count() < plain.lines().count() && !quiet.contains("lit at dusk"), "{quiet}");
    assert!(offline(&["--format", "markdown"]).out.contains("# lamp.md"));
    assert_eq!(offline(&["--format", "json"]).err, "", "nothing but results without a terminal");
    let told = place.run(&["check", "lamp.md", "none.md", "--offline", "-v"]).expect(2, &["none.md"]).err;
    assert!(!told.contains('\u{1b}'), "a log that is no terminal is not coloured: {told}");
}
