//! What stands on standard error: spans by source and host, levels, JSON, the summary of a run, and no secret.

use serde_json::Value;

use crate::place::{A, Place, QUICK, Ran, says, word};
use crate::web::server::{Asked, page};

fn logged(ran: &Ran) -> Vec<Value> {
    ran.err.lines().filter(|line| line.starts_with('{')).map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_look_stands_in_the_spans_of_its_host_and_its_source() {
    let (place, server) = Place::of_one_page();
    let ran = place.check(server.address, &["a.md", "-vv", "--log-format", "json"]).expect(0, &[]);
    let logged = logged(&ran);
    let look =
        logged.iter().find(|event| event["fields"]["message"] == "looked").unwrap_or_else(|| panic!("{}", ran.err));
    assert_eq!(look["level"], "DEBUG");
    assert_eq!((&look["fields"]["source"], &look["fields"]["availability"]), (&Value::from(A), &Value::from("live")));
    assert_eq!(look["spans"][0]["name"], "host");
    assert_eq!(look["spans"][0]["host"], "a.test");
    assert_eq!((&look["spans"][1]["name"], &look["spans"][1]["source"]), (&Value::from("look"), &Value::from(A)));
    let text = place.check(server.address, &["a.md", "-vv"]).expect(0, &[]);
    assert!(text.err.contains("host{host=\"a.test\"}"), "{}", text.err);
}

#[test]
fn the_level_is_that_of_the_environment_else_of_the_options() {
    let (place, server) = Place::of_one_page();
    let run = |level: Option<&str>, options: &[&str]| {
        let mut command = place.checking(server.address, &["a.md"]);
        command.args(options);
        if let Some(level) = level {
            command.env("CITEWATCH_LOG", level);
        }
        Ran::of(command.output().unwrap()).expect(0, &[]).err
    };
    assert!(!run(None, &[]).contains("DEBUG") && !run(None, &["-v"]).contains("DEBUG"));
    assert!(run(None, &["-vv"]).contains("DEBUG"));
    assert!(run(Some("citewatch=debug"), &[]).contains("DEBUG"), "the environment goes before the options");
    assert!(!run(Some("off"), &["-vv"]).contains("DEBUG"));
    let told = run(Some("citewatch=loud"), &[]);
    assert!(told.contains("failed to read CITEWATCH_LOG") && told.contains("the level is citewatch=warn"), "{told}");
}

#[test]
fn a_run_ends_with_what_it_did() {
    let place = Place::new(QUICK);
    let server = place.server(|asked: &Asked| match asked.target.as_str() {
        "/same" if asked.header("if-none-match").is_some() => page(304, &[("ETag", "\"1\"")], ""),
        "/same" => page(200, &[("ETag", "\"1\""), ("Content-Type", "text/html")], "<p>a page that stands"),
        _ => page(503, &[("Retry-After", "0")], "in a moment"),
    });
    place.cite("a.md", &["http://a.test/same", "http://b.test/busy", "http://10.0.0.1/"]);
    place
        .check(server.address, &["a.md"])
        .expect(0, &["looked 2 times in ", ": 0 unchanged, 2 requests tried again; 1 not asked for; "]);
    let ran = place
        .check(server.address, &["a.md"])
        .expect(0, &["looked 2 times in ", ": 1 unchanged, 2 requests tried again; 1 not asked for; "]);
    assert!(ran.err.contains("waited "), "{}", ran.err);
    assert!(!ran.out.contains("waited"), "results hold results only");
    let quiet = place.check(server.address, &["a.md", "-q"]).expect(0, &[]);
    assert_eq!(quiet.err, "");
}

#[test]
fn every_line_is_json_where_logs_are() {
    let (place, server) = Place::of_one_page();
    let json = ["a.md", "missing.md", "-v", "--log-format", "json"];
    let ran = place.check(server.address, &json).expect(2, &["missing.md"]);
    let lines: Vec<Value> = ran.err.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let last = lines.last().unwrap();
    assert!(word(&last["fields"]["message"]).starts_with("looked 1 time"), "{}", ran.err);
    assert_eq!((&last["level"], &last["target"]), (&Value::from("INFO"), &Value::from("citewatch")));
    let failed = place.run(&["check", "missing.md", "--log-format", "json"]).expect(2, &[]);
    let last: Value = serde_json::from_str(failed.err.lines().last().unwrap()).unwrap();
    assert_eq!(last["level"], "ERROR", "{}", failed.err);
}

#[test]
fn no_secret_stands_in_any_log() {
    const SECRETS: [&str; 5] = ["hunter2", "s3cret", "czNjcmV0", "tok3n", "pa55word"];
    let place = Place::new(&format!("{QUICK}[[source]]\nurl = \"http://a.test/**\"\nnote = \"seen\"\n"));
    let server = place.server(|_: &Asked| says("a page that stands"));
    place.write(
        "a.md",
        format!("- [x](<http://me:hunter2@a.test/>)\n- [y]({A})\n- [z](<http://b.test/http://u:pa55word@c.test/>)\n"),
    );
    let proxy = format!("http://user:s3cret@{}", server.address);
    for format in ["text", "json"] {
        let mut command = place.command(&["check", "a.md", "--format", "json", "--allow-private", "127.0.0.0/8"]);
        command.args(["--proxy", &proxy, "-vvv", "--log-format", format]);
        command
            .env("CITEWATCH_LOG", "trace")
            .env("HTTP_PROXY", "http://env:tok3n@127.0.0.1:9")
            .env("CITEWATCH_KEY", "tok3n");
        let ran = Ran::of(command.output().unwrap()).expect(0, &[]);
        assert!(ran.err.lines().count() > 20, "{}", ran.err);
        for secret in SECRETS {
            let held = ran.err.lines().find(|line| line.contains(secret));
            assert_eq!(held, None, "{secret} in a log as {format}");
        }
    }
    let typed = place.run(&["check", "a.md", "--proxy", "socks5://user:s3cret@127.0.0.1:1"]).expect(2, &["--proxy"]);
    assert!(!typed.err.contains("s3cret"), "{}", typed.err);
}
