//! PDFs through the real program: read, cited, recorded, kept; hostile ones, and the process that reads them.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::pdfs::{Writer, line, lines};
use crate::place::{HTML, Place, QUICK, Ran, spawned, spawned_with, until, word};
use crate::web::server::{Asked, Do, page};

const WORDS: &str = "lit at dusk by the keeper himself";

/// The process that reads a PDF stops by itself after ten seconds, and is ended after fifteen.
const DEADLINE: Duration = Duration::from_secs(15);

/// A report of two pages, whose sentence goes on over the break between them.
fn report() -> Vec<u8> {
    let mut writer = Writer::new();
    writer.title("The Lamp");
    writer.page(&lines(
        72.0,
        700.0,
        12.0,
        &["The lamp was lit at dusk by the keeper himself,", "and it has not gone out"],
    ));
    writer.page(&lines(72.0, 700.0, 12.0, &["since the night of the great flood.", "Seven ships passed."]));
    writer.finish()
}

/// The answer of a server that has the report.
fn pdf(bytes: &[u8]) -> Vec<Do> {
    page(200, &[("Content-Type", "application/pdf")], bytes)
}

fn verdicts(report: &Value) -> Vec<String> {
    let quotes = report["quotes"].as_array().unwrap_or_else(|| panic!("{report}"));
    quotes.iter().map(|quote| format!("{} {}", word(&quote["verdict"]), word(&quote["text"]))).collect()
}

fn verified(place: &Place, file: &str, quote: &str) -> Value {
    let ran = place.run(&["verify", file, quote, "--format", "json"]);
    assert!(matches!(ran.code, Some(0 | 1)), "{ran:?}");
    ran.json()
}

#[test]
fn a_file_is_held_against_quotes_and_its_text_is_printed() {
    let place = Place::new(QUICK);
    place.write("report.pdf", report());
    let quotes = [WORDS, "it has not gone out since the night of the great flood", "Eight ships passed."];
    let ran = place.run(&[&["verify", "report.pdf", "--format", "json"], &quotes[..]].concat()).expect(1, &[]);
    let told = ran.json();
    assert_eq!(told["title"], "The Lamp");
    assert_eq!(verdicts(&told), ["verbatim pdf", "verbatim pdf", "altered pdf"]);
    let human = place.run(&["verify", "report.pdf", "Seven ships passed."]).expect(0, &[]).out;
    assert!(human.contains("in the pdf text, page 2: "), "{human}");
    let text = place.run(&["verify", "report.pdf", "--text=pdf"]).expect(0, &[]).out;
    assert!(text.contains("and it has not gone out\n\u{c}since the night"), "{text}");
    assert_eq!(place.run(&["verify", "report.pdf", "--text"]).expect(0, &[]).out, text);
    place.write("named.bin", report());
    assert_eq!(verdicts(&verified(&place, "named.bin", WORDS)), ["verbatim pdf"]);
}

#[test]
fn a_cited_pdf_is_read_and_the_report_names_the_page() {
    let place = Place::new(QUICK);
    place.write(
        "a.md",
        "It was “lit at dusk by the keeper himself” ([The Lamp](http://lamp.test/report.pdf#top)). “Seven ships passed” \
         ([lamp](http://lamp.test/report.pdf)). “Eight boats have passed since” ([lamp](http://lamp.test/report.pdf)). \
         “The night of the small flood” ([lamp](http://lamp.test/report.pdf)).\n",
    );
    let server = place.server(|_: &Asked| pdf(&report()));
    let told = place.check(server.address, &["--record", "seen", "a.md"]).expect(1, &[]).json();
    let document = &told["documents"][0];
    let quotes: Vec<String> = document["quotes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|quote| {
            format!("{} {} {}", word(&quote["verdict"]), word(&quote["text_name"]), word(&quote["found_in"]["url"]))
        })
        .collect();
    assert_eq!(
        quotes,
        [
            "verbatim pdf http://lamp.test/report.pdf#page=1",
            "verbatim pdf http://lamp.test/report.pdf#page=2",
            "absent - -",
            "altered pdf http://lamp.test/report.pdf#page=2",
        ]
    );
    let source = &document["citations"][0]["source"];
    assert_eq!((&source["content_type"], &source["title"]["page"]), (&json!("application/pdf"), &json!("The Lamp")));
    assert!(place.read("reports/a.md.md").contains("(page 2)"), "{}", place.read("reports/a.md.md"));
    let replayed = place.run(&["check", "--format", "json", "--replay", "seen", "--no-reports", "a.md"]).expect(1, &[]);
    assert_eq!(replayed.json()["documents"][0]["quotes"], document["quotes"]);
}

#[test]
fn a_pdf_that_has_not_changed_is_told_from_what_was_kept() {
    let place = Place::new(QUICK);
    place.write("a.md", "It was “lit at dusk by the keeper himself” ([lamp](http://lamp.test/)).\n");
    let server = place.server(|asked: &Asked| {
        if asked.header("if-none-match").is_some() {
            return page(304, &[("ETag", "\"1\"")], "");
        }
        page(200, &[("Content-Type", "application/pdf"), ("ETag", "\"1\"")], report())
    });
    let first = place.check(server.address, &["a.md"]).expect(0, &[]).json();
    place.write(
        "a.md",
        "It was “lit at dusk by the keeper himself”, and “Seven ships passed.” ([lamp](http://lamp.test/)).\n",
    );
    let again = place.check(server.address, &["a.md"]).expect(0, &[]).json();
    let quote = |told: &Value, index: usize| told["documents"][0]["quotes"][index].clone();
    assert_eq!(word(&quote(&first, 0)["found_in"]["url"]), "http://lamp.test/#page=1");
    assert_eq!(again["documents"][0]["citations"][0]["source"]["status"], 304);
    assert_eq!(word(&quote(&again, 1)["found_in"]["url"]), "http://lamp.test/#page=2");
}

#[test]
fn a_pdf_under_another_type_is_read_as_one() {
    let place = Place::new(QUICK);
    for (name, kind) in
        [("bytes", "application/octet-stream"), ("kept", "application/x-download"), ("html", "text/html")]
    {
        let server = place.server(move |_: &Asked| page(200, &[("Content-Type", kind)], report()));
        let url = format!("http://{}/{name}", server.address);
        let ran = place.run(&["verify", &url, WORDS, "--format", "json", "--allow-private", "127.0.0.0/8"]);
        let told = ran.expect(0, &[]).json();
        assert_eq!(verdicts(&told), ["verbatim pdf"], "{name}");
        assert_eq!(word(&told["quotes"][0]["url"]), format!("{url}#page=1"));
    }
}

#[test]
fn what_cannot_be_read_says_why() {
    let place = Place::new(QUICK);
    for (file, bytes, why) in [
        ("password.pdf", &include_bytes!("../fixtures/pdf/password.pdf")[..], "opens with a password only"),
        ("damaged.pdf", b"%PDF-1.7 and then nothing", "is damaged"),
        ("scan.pdf", &scan(), "is a scan"),
    ] {
        place.write(file, bytes);
        assert_eq!(verdicts(&verified(&place, file, WORDS)), ["unverifiable -"], "{file}");
        let human = place.run(&["verify", file, WORDS]).expect(0, &[]).out;
        assert!(human.contains(why), "{human}");
    }
    for file in ["no-password.pdf", "no-password-rc4.pdf"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pdf").join(file);
        let told = verified(&place, &path.to_string_lossy(), "locked the lamp away for the winter");
        assert_eq!(verdicts(&told), ["verbatim pdf"], "{file}");
    }
}

fn scan() -> Vec<u8> {
    let mut writer = Writer::new();
    let scan = writer.scanner();
    writer.page(scan).finish()
}

#[test]
fn the_reason_of_a_quote_in_a_scan_is_told() {
    let place = Place::new(QUICK);
    place.write("a.md", "It was “lit at dusk by the keeper himself” ([lamp](http://lamp.test/scan.pdf)).\n");
    let bytes = scan();
    let server = place.server(move |_: &Asked| pdf(&bytes));
    let told = place.check(server.address, &["a.md"]).expect(0, &[]).json();
    let quote = &told["documents"][0]["quotes"][0];
    assert_eq!((word(&quote["verdict"]), word(&quote["reason"])), ("unverifiable".into(), "scan".into()));
}

/// Pages of a content stream that draws nothing, more than the fastest machine reads in its time.
fn endless() -> Vec<u8> {
    let mut writer = Writer::new();
    writer.page(&lines(72.0, 700.0, 12.0, &["The lamp was lit at dusk by the keeper himself."]));
    let content = writer.packed("", "q Q ".repeat(40_000_000).as_bytes());
    for _ in 0..10 {
        writer.page_of("", content);
    }
    writer.finish()
}

/// Forms that draw one another, twice each, so deep that nobody lives to see the end.
fn nested() -> Vec<u8> {
    let mut writer = Writer::new();
    writer.page(&lines(72.0, 700.0, 12.0, &["The lamp was lit at dusk by the keeper himself."]));
    let form = |x: usize| {
        format!("/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X {x} 0 R >> >>")
    };
    let mut inner = writer.stream("/Type /XObject /Subtype /Form /BBox [0 0 612 792]", b"q Q");
    for _ in 0..40 {
        inner = writer.stream(&form(inner), b"/X Do /X Do");
    }
    writer.resource("XObject", "X", inner);
    writer.page("/X Do").finish()
}

/// A stream that unpacks to more than any memory.
fn unpacked() -> Vec<u8> {
    let mut writer = Writer::new();
    writer.page(&lines(72.0, 700.0, 12.0, &["The lamp was lit at dusk by the keeper himself."]));
    let piece = "0 0 m ".repeat(1 << 18);
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    for _ in 0..1024 {
        std::io::Write::write_all(&mut packer, piece.as_bytes()).unwrap();
    }
    let small = packer.finish().unwrap();
    let content = writer.stream("/Filter /FlateDecode", &small);
    writer.page_of("", content).finish()
}

/// More glyphs than a page can have.
fn crowded() -> Vec<u8> {
    let mut writer = Writer::new();
    let content = "BT /F1 1 Tf 10 10 Td ".to_owned()
        + &"(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj -9 0 Td ".repeat(20_000)
        + "ET";
    let content = writer.packed("", content.as_bytes());
    writer.page(&line(72.0, 700.0, 12.0, "The lamp was lit at dusk by the keeper himself."));
    writer.page_of("", content).finish()
}

/// More pages than a document can have, all of them one.
fn paged() -> Vec<u8> {
    let mut writer = Writer::new();
    let content =
        writer.stream("", line(72.0, 700.0, 12.0, "The lamp was lit at dusk by the keeper himself.").as_bytes());
    for _ in 0..5_010 {
        writer.page_of("", content);
    }
    writer.finish()
}

/// Objects that are one another.
fn circular() -> Vec<u8> {
    let mut writer = Writer::new();
    writer.page(&line(72.0, 700.0, 12.0, "The lamp was lit at dusk by the keeper himself."));
    let this = writer.object("") + 1;
    writer.object(format!("{this} 0 R"));
    writer.resource("XObject", "X", this);
    let form = writer.object("") + 1;
    let inner = writer.stream(
        &format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {form} 0 R >> >>"),
        b"/X Do",
    );
    assert_eq!(inner, form);
    writer.page("/X Do").finish()
}

#[test]
fn hostile_files_are_cut_short_or_read_and_the_rest_goes_on() {
    let place = Place::new(QUICK);
    let bombs = [
        ("endless", endless()),
        ("nested", nested()),
        ("unpacked", unpacked()),
        ("crowded", crowded()),
        ("paged", paged()),
        ("circular", circular()),
    ];
    place.write("report.pdf", report());
    let mut batch = Vec::new();
    for (name, bomb) in bombs {
        place.write(&format!("{name}.pdf"), bomb);
        batch.push(json!({ "source": format!("{name}.pdf"), "quotes": [WORDS, "Eight ships passed."] }).to_string());
        batch.push(json!({ "source": "report.pdf", "quotes": [WORDS] }).to_string());
    }
    let start = Instant::now();
    let ran = place.feed(&["verify", "--batch", "-"], &batch.join("\n"));
    assert!(start.elapsed() < 6 * DEADLINE, "{:?}", start.elapsed());
    assert_eq!(ran.err, "");
    let told: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(told.len(), 12);
    for pair in told.chunks(2) {
        // The words stand on a page before what is hostile; what is not found may stand in the rest.
        let expected = if word(&pair[0]["source"]) == "circular.pdf" { "absent" } else { "unverifiable" };
        let verdicts = verdicts(&pair[0]);
        assert!(verdicts[0].starts_with("verbatim"), "{}", pair[0]);
        assert!(verdicts[1].starts_with(expected), "{}", pair[0]);
        assert_eq!(self::verdicts(&pair[1]), ["verbatim pdf"]);
    }
}

#[cfg(target_os = "linux")]
mod processes {
    use super::*;

    /// Processes whose parent is `parent`, with their state.
    fn children(parent: u32) -> Vec<(u32, char)> {
        let mut children = Vec::new();
        for entry in std::fs::read_dir("/proc").unwrap().flatten() {
            let Some(id) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
            let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
            let Some((_, rest)) = stat.rsplit_once(") ") else { continue };
            let mut fields = rest.split(' ');
            let state = fields.next().and_then(|state| state.chars().next()).unwrap_or('?');
            if fields.next().and_then(|field| field.parse().ok()) == Some(parent) {
                children.push((id, state));
            }
        }
        children
    }

    fn is_there(id: u32) -> bool {
        std::path::Path::new(&format!("/proc/{id}")).exists()
    }

    /// A document that cites a PDF that takes for ever and a page that does not.
    fn beside_endless() -> (Place, crate::web::server::Server) {
        let place = Place::new(QUICK);
        place.write(
            "a.md",
            "It was “lit at dusk by the keeper himself” ([one](http://one.test/)) and “lit at dusk by the keeper himself” \
             ([two](http://two.test/)).\n",
        );
        let bomb = endless();
        let server = place.server(move |asked: &Asked| match asked.header("host") {
            Some("one.test") => pdf(&bomb),
            _ => page(200, HTML, "<p>It was lit at dusk by the keeper himself."),
        });
        (place, server)
    }

    #[test]
    fn the_process_is_ended_at_its_deadline_and_nothing_of_it_is_left() {
        let (place, server) = beside_endless();
        let start = Instant::now();
        let child = spawned(place.checking(server.address, &["--no-reports", "a.md"]));
        let parent = child.id();
        until("a PDF is read", || !children(parent).is_empty());
        let reader = children(parent)[0].0;
        until("its memory is bounded", || {
            let limits = std::fs::read_to_string(format!("/proc/{reader}/limits")).unwrap();
            limits.lines().any(|line| line.starts_with("Max address space") && line.contains(" 1073741824 "))
        });
        let environment = std::fs::read(format!("/proc/{reader}/environ")).unwrap();
        assert!(!environment.windows(5).any(|name| name == b"PATH="));
        // What whoever runs the tests has left open stays open; what the program has opened does not.
        until("nothing of the program is open", || {
            let open = std::fs::read_dir(format!("/proc/{reader}/fd")).unwrap().flatten();
            let targets = open.filter_map(|entry| std::fs::read_link(entry.path()).ok());
            targets.map(|target| target.to_string_lossy().into_owned()).all(|target| {
                !target.starts_with("socket:") && !target.starts_with("anon_inode:") && !target.contains(".citewatch")
            })
        });
        until("the process is gone", || !is_there(reader) || !children(parent).iter().any(|(id, _)| *id == reader));
        assert!(start.elapsed() < 2 * DEADLINE, "{:?}", start.elapsed());
        assert!(children(parent).iter().all(|(_, state)| *state != 'Z'), "{:?}", children(parent));
        let told = Ran::of(child.wait_with_output().unwrap()).expect(0, &[]).json();
        let quotes: Vec<String> =
            told["documents"][0]["quotes"].as_array().unwrap().iter().map(|quote| word(&quote["verdict"])).collect();
        assert_eq!(quotes, ["verbatim", "verbatim"]);
        let findings = told["documents"][0]["citations"][0]["findings"].to_string();
        assert!(findings.contains("cut-short"), "{findings}");
    }

    #[test]
    fn the_process_ends_with_whoever_started_it() {
        for signal in ["KILL", "TERM"] {
            let (place, server) = beside_endless();
            let child = spawned(place.checking(server.address, &["--no-reports", "a.md"]));
            let parent = child.id();
            until("a PDF is read", || !children(parent).is_empty());
            let reader = children(parent)[0].0;
            crate::place::signal(&child, signal);
            child.wait_with_output().unwrap();
            until("the process is gone", || !is_there(reader));
        }
    }

    #[test]
    fn the_process_reads_nothing_but_its_input_and_ends_with_it() {
        let place = Place::new(QUICK);
        let mut child =
            spawned_with(place.command(&["--read-a-pdf-from-standard-input"]), std::process::Stdio::piped());
        drop(child.stdin.take());
        let ran = child.wait_with_output().unwrap();
        assert_eq!((ran.status.code(), ran.stdout.len(), ran.stderr.len()), (Some(1), 0, 0));
    }
}
