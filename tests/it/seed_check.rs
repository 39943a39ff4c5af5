//! The seed, checked end to end: its sites over HTTPS with a certificate of our own, a real archive beside them.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::program::citewatch;
use crate::seed_web::{self, NEWSPAPER, PROGRESS, VISIONING};
use crate::warc::{Exchange, Warc};
use crate::web::certificates::{Authority, Validity};
use crate::web::pywb::{Collection, Framed, Pywb};
use crate::web::server::{Asked, Do, Server, page, redirect};

const HTML: &[(&str, &str)] = &[("Content-Type", "text/html; charset=utf-8")];

/// The folder of the seed; none, said plainly, where it is not there.
fn seed() -> Option<PathBuf> {
    let Some(shared) = std::env::var_os("CITEWATCH_SHARED") else {
        crate::program::left_out("CITEWATCH_SHARED does not name the folder that holds the seed");
        return None;
    };
    Some(Path::new(&shared).join("seed"))
}

fn truth(seed: &Path) -> Value {
    let text = std::fs::read_to_string(seed.join("truth.json")).expect("truth.json");
    serde_json::from_str(&text).expect("JSON")
}

/// The sites of the seed, told apart by their host.
fn site(truth: &Value, asked: &Asked) -> Vec<Do> {
    let host = asked.header("host").unwrap_or_default().split(':').next().unwrap_or_default().to_owned();
    match (host.as_str(), asked.target.as_str()) {
        (VISIONING, "/about/") => page(200, HTML, seed_web::about(truth)),
        (VISIONING, "/faqs/") => page(200, HTML, seed_web::questions(truth)),
        (VISIONING, "/vision/") => page(200, HTML, seed_web::vision(truth)),
        (VISIONING, "/participants/") => page(200, HTML, seed_web::participants(truth)),
        (NEWSPAPER, _) => page(403, HTML, "<title>nytimes.com</title>Please enable JS and disable any ad blocker"),
        (PROGRESS, target) if target.starts_with("/events/") => {
            redirect(301, &target.replacen("/events/", "/event/", 1))
        }
        (PROGRESS, target) if target.starts_with("/event/") => page(200, HTML, seed_web::event()),
        _ => page(404, HTML, "no such page"),
    }
}

/// Captures of June 2024, as a file that pywb takes in.
fn captures(truth: &Value, folder: &Path) -> PathBuf {
    let url = |n: usize| truth["citations"][n - 1]["url"].as_str().expect("a URL").to_owned();
    let mut warc = Warc::default();
    for (number, date, body) in [
        (1, "2024-06-20T08:00:00Z", seed_web::about_then(truth)),
        (1, "2025-02-01T08:00:00Z", seed_web::about(truth)),
        (2, "2024-06-17T05:30:00Z", seed_web::article_then(truth)),
        (3, "2024-06-21T08:00:00Z", seed_web::questions(truth)),
        (6, "2024-07-04T08:00:00Z", seed_web::event()),
    ] {
        let body = body.as_bytes();
        warc.add(&Exchange { url: &url(number), date, accept_datetime: None, status: 200, headers: HTML, body });
    }
    let path = folder.join("captures.warc");
    std::fs::write(&path, warc.into_bytes()).expect("a temporary file");
    path
}

/// The program's report on the seed, and its exit code.
fn check(seed: &Path, archive: &str) -> (Value, String, Option<i32>) {
    let truth = truth(seed);
    let folder = tempfile::tempdir().expect("a folder");
    let config = format!(
        "[fetch]\nper_host = {{ requests_per_second = 50, concurrency = 2 }}\n[archive]\nlookup = [\"shelf\"]\n\
         [[archive.server]]\nname = \"shelf\"\ndialect = \"pywb\"\ntimegate = \"{archive}\"\n\
         timemap = \"{archive}timemap/link/\"\ncdx = \"{archive}cdx\"\n\
         [[source]]\nurl = \"https://www.nytimes.com/**\"\nexpect = \"paywall\"\n"
    );
    std::fs::write(folder.path().join("sources.toml"), config).expect("a file");
    let authority = Authority::new();
    std::fs::write(folder.path().join("ca.pem"), authority.pem()).expect("a file");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let identity = authority.identity(&[VISIONING, NEWSPAPER, PROGRESS], Validity::Now);
    let tls = identity.server_config(&["http/1.1"]);
    let (at_443, anywhere) = (truth.clone(), truth.clone());
    let server = runtime.block_on(async {
        // Port 443 is what `--resolve` needs; where the system does not give it, `--connect-to` leads elsewhere.
        match Server::https_at("127.83.1.1:443", tls.clone(), move |asked| site(&at_443, asked)).await {
            Some(server) => server,
            None => Server::https(tls, move |asked| site(&anywhere, asked)).await,
        }
    });
    let mut command = citewatch();
    command.args(["check", "--format", "json", "--allow-private", "127.0.0.0/8", "--ca", "ca.pem"]);
    for host in [VISIONING, NEWSPAPER, PROGRESS] {
        if server.address.port() == 443 {
            command.args(["--resolve", &format!("{host}:443:{}", server.address.ip())]);
        } else {
            command.args(["--connect-to", &format!("{host}:443:{}", server.address)]);
        }
    }
    let output = command.arg(seed.join("profile.txt")).current_dir(folder.path()).output().expect("the program runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let report = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {told}"));
    let reports = std::fs::read_dir(folder.path().join("reports")).expect("reports");
    let one = reports.filter_map(Result::ok).find(|entry| entry.file_name() != "index.md").expect("a report");
    (report, std::fs::read_to_string(one.path()).expect("a report"), output.status.code())
}

#[test]
fn the_seed_is_judged_right_from_end_to_end() {
    let Some(seed) = seed() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let file = captures(&truth(&seed), folder.path());
    let Some(archive) = Pywb::start(&Collection::Files(&[file]), Framed::No) else { return };
    let (report, markdown, code) = check(&seed, &archive.base());
    drop(archive);

    let document = &report["documents"][0];
    let sources: Vec<(&str, &str, &str)> = document["citations"]
        .as_array()
        .expect("citations")
        .iter()
        .map(|citation| {
            let source = &citation["source"];
            let text = |value: &'_ Value| -> &'static str {
                Box::leak(value.as_str().unwrap_or("-").to_owned().into_boxed_str())
            };
            (text(&source["availability"]), text(&source["reason"]), text(&source["archive"]["state"]))
        })
        .collect();
    assert_eq!(
        sources,
        [
            ("live", "-", "found"),
            ("withheld", "paywall", "found"),
            ("live", "-", "found"),
            ("live", "-", "none"),
            ("live", "-", "none"),
            ("moved", "permanent-redirect", "found"),
        ]
    );

    let quotes = document["quotes"].as_array().expect("quotes");
    let told: Vec<String> = quotes
        .iter()
        .map(|quote| {
            let word = |name: &str| quote[name].as_str().unwrap_or("-").to_owned();
            format!("{} {}", word("verdict"), word("standing"))
        })
        .collect();
    let expected = [
        "archived unknown",  // q01, in the newspaper that answers 403
        "verbatim sound",    // q02
        "archived unknown",  // q03, only in the old capture
        "verbatim sound",    // q04
        "verbatim sound",    // q05, with a soft hyphen that nobody sees
        "verbatim sound",    // q06
        "elsewhere broken",  // q07, on the Vision page
        "verbatim sound",    // q08
        "typographic sound", // q09, with a hyphen that does not break
        "verbatim sound",    // q10
        "verbatim sound",    // q11
        "altered broken",    // q12, by a word
        "verbatim sound",    // q13
        "verbatim sound",    // q14
        "typographic sound", // q15, with a straight apostrophe
        "absent unknown",    // q16, a term that is nowhere
        "typographic sound", // q17, as list items
        "typographic sound", // q18, as a heading
        "parts sound",       // q19, as separate headings
        "verbatim sound",    // q20
        "verbatim sound",    // q21
        "verbatim sound",    // q22
        "archived unknown",  // q23
        "typographic sound", // q24, as list items
    ];
    let numbered = |list: &[String]| -> Vec<String> {
        list.iter().enumerate().map(|(at, told)| format!("q{:02} {told}", at + 1)).collect()
    };
    let expected: Vec<String> = expected.iter().map(|&told| told.to_owned()).collect();
    assert_eq!(numbered(&told), numbered(&expected));
    assert_eq!(quotes[6]["found_in"]["label"], "4");
    assert_eq!(quotes[11]["difference"], "critical");
    assert_eq!(quotes[2]["found_in"]["where"], "archive");
    assert_eq!(code, Some(1), "an altered quote fails the run");
    for words in ["regional", "~~federal~~", "2024-06-20", "source 4"] {
        assert!(markdown.contains(words), "the report does not say {words}:\n{markdown}");
    }
}
