//! Files made by hand, in the ways that writers differ.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::*;
use crate::observation::{DnsFailure, NoAnswer};

/// A record of WARC 1.1.
fn record(kind: &str, id: &str, url: &str, date: &str, more: &str, block: &str) -> String {
    let message = if kind == "request" { "request" } else { "response" };
    let content = match kind {
        _ if more.contains("Content-Type: ") => String::new(),
        "metadata" => "Content-Type: application/json\r\n".to_owned(),
        _ => format!("Content-Type: application/http; msgtype={message}\r\n"),
    };
    format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{id}>\r\nWARC-Date: {date}\r\n\
         WARC-Target-URI: {url}\r\n{more}{content}Content-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    )
}

fn page(id: &str, url: &str, date: &str, text: &str) -> String {
    let block = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{text}");
    record("response", id, url, date, "", &block)
}

fn gzip(parts: &[&str]) -> Vec<u8> {
    let member = |part: &&str| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(part.as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    parts.iter().flat_map(member).collect()
}

fn open(folder: &Path) -> Replay {
    Replay::open(&[folder.to_owned()]).unwrap()
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn text(exchange: Option<Exchange>) -> Option<String> {
    match exchange?.answer {
        ExchangeAnswer::Response(response) => Some(String::from_utf8(response.payload).unwrap()),
        other => Some(format!("{other:?}")),
    }
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

const URL: &str = "https://a.example/x";
const DATE: &str = "2020-01-01T00:00:00Z";

#[test]
fn plain_one_member_and_many_member_files_read_alike() {
    let (one, two) = (page("1", URL, "2020-01-01T00:00:00Z", "one"), page("2", URL, "2022-01-01T00:00:00Z", "two"));
    let both = format!("{one}{two}");
    let files: &[(&str, &[u8])] =
        &[("a.warc", both.as_bytes()), ("deep/b.warc.gz", &gzip(&[&both])), ("c.warc.gz", &gzip(&[&one, &two]))];
    for (name, bytes) in files {
        let folder = folder(&[(name, bytes), ("note.txt", b"left alone")]);
        let replay = open(folder.path());
        assert_eq!(text(replay.find(URL, None)).as_deref(), Some("two"), "{name}");
        assert_eq!(text(replay.find(URL, Some(at("2020-06-01T00:00:00Z").into()))).as_deref(), Some("one"), "{name}");
        assert_eq!(text(replay.find(URL, Some(at("2021-06-01T00:00:00Z").into()))).as_deref(), Some("two"), "{name}");
        assert_eq!(text(replay.find("https://a.example/y", None)), None, "{name}");
    }
}

#[test]
fn an_address_is_found_by_itself_first_and_then_by_its_page() {
    let http = page("1", "http://a.example/x", "2020-01-01T00:00:00Z", "http");
    let only = page("2", "http://a.example/only", "2020-01-01T00:00:00Z", "only");
    let https = page("3", URL, "2019-01-01T00:00:00Z", "https");
    let folder = folder(&[("a.warc", format!("{http}{only}{https}").as_bytes())]);
    let replay = open(folder.path());
    assert_eq!(text(replay.find("https://a.example/x#part", None)).as_deref(), Some("https"));
    assert_eq!(text(replay.find("http://A.example:80/x", None)).as_deref(), Some("http"));
    assert_eq!(text(replay.find("https://a.example/only", None)).as_deref(), Some("only"));
}

#[test]
fn a_torn_last_record_is_left_out_and_named() {
    let (one, two) = (page("1", URL, "2020-01-01T00:00:00Z", "one"), page("2", URL, "2022-01-01T00:00:00Z", "two"));
    for cut in 1..two.len() - 4 {
        let whole = format!("{one}{two}");
        let folder = folder(&[("a.warc", &whole.as_bytes()[..one.len() + cut])]);
        let replay = open(folder.path());
        assert_eq!(text(replay.find(URL, None)).as_deref(), Some("one"), "cut at {cut}");
        assert_eq!(replay.damage().len(), 1, "cut at {cut}");
        assert_eq!(replay.damage()[0].offset, one.len() as u64);
    }
    let (first, bytes) = (gzip(&[&one]).len(), gzip(&[&one, &two]));
    for cut in first + 1..bytes.len() {
        let folder = folder(&[("a.warc.gz", &bytes[..cut])]);
        let replay = open(folder.path());
        // The second record is whole once its block is; its checksum comes after that.
        let expected = if cut < bytes.len() - 16 { "one" } else { "two" };
        assert!([Some("one"), Some(expected)].contains(&text(replay.find(URL, None)).as_deref()), "cut at {cut}");
        assert_eq!(replay.damage()[0].offset, first as u64);
    }
}

#[test]
fn a_record_that_cannot_be_read_costs_that_record_only_and_is_told_once() {
    let [one, two, three] = ["one", "two", "three"].map(|text| page(text, &format!("{URL}/{text}"), DATE, text));
    let long = two.replace("Content-Length: ", "Content-Length: 9");
    let flipped = |at: usize| {
        let mut packed = gzip(&[&one, &two, &three]);
        packed[at] ^= 0xff;
        packed
    };
    let (first, second) = (gzip(&[&one]).len(), gzip(&[&one, &two]).len());
    for (name, bytes, offset, places) in [
        ("a.warc", format!("{one}rubbish\r\n\r\n{three}").into_bytes(), one.len(), 1),
        ("a.warc", format!("{one}{long}{three}").into_bytes(), one.len(), 1),
        ("a.warc", format!("{one}{three}rubbish\n").into_bytes(), one.len() + three.len(), 1),
        ("a.warc.gz", flipped(first + 1), first, 1),
        ("a.warc.gz", flipped(first + 20), first, 1),
        ("a.warc.gz", flipped(second - 6), first, 1),
        ("a.warc.gz", [gzip(&[&one, &three]), b"more rubbish".to_vec()].concat(), gzip(&[&one, &three]).len(), 1),
        ("a.warc.gz", [gzip(&[&one, &three]), vec![0; 600]].concat(), gzip(&[&one, &three]).len(), 1),
        ("a.warc.gz", [gzip(&[&one]), vec![1; 12], gzip(&[&three]), vec![1; 12]].concat(), first, 2),
    ] {
        let folder = folder(&[(name, &bytes)]);
        let replay = open(folder.path());
        let read = |text_of: &str| text(replay.find(&format!("{URL}/{text_of}"), None));
        let texts = ["one", "two", "three"].map(read);
        assert_eq!(texts, [Some("one".to_owned()), None, Some("three".to_owned())], "{name} at {offset}");
        let [damage] = replay.damage() else { panic!("{:?}", replay.damage()) };
        assert_eq!(damage.offset, offset as u64, "{damage}");
        let told = format!(" at byte {offset} (");
        assert!(damage.to_string().contains(&told), "{damage}");
        assert_eq!(damage.to_string().contains("2 places"), places == 2, "{damage}");
    }
}

#[test]
fn a_record_that_damage_made_longer_is_none() {
    let pages = ["a", "b", "c"].map(|id| page(id, &format!("https://{id}.test/"), "2026-01-01T00:00:00Z", id));
    let mut longer = pages[1].clone();
    longer.truncate(longer.trim_end().len());
    longer.push_str(" and words that the head does not count");
    let members = [&pages[0], &longer, &pages[2]].map(|page| gzip(&[page])).concat();
    let folder = folder(&[("a.warc.gz", &members)]);
    let replay = open(folder.path());
    let found = ["a", "b", "c"].map(|id| text(replay.find(&format!("https://{id}.test/"), None)));
    assert_eq!(found, [Some("a".to_owned()), None, Some("c".to_owned())]);
    assert_eq!(replay.damage().len(), 1);
}

#[test]
fn a_file_without_a_record_that_can_be_read_is_an_error_that_names_it() {
    for (name, bytes) in [("a.warc", b"WARC/1.1 and no more".to_vec()), ("a.warc.gz", gzip(&["<html>"]))] {
        let folder = folder(&[(name, &bytes)]);
        match Replay::open(&[folder.path().join(name)]) {
            Err(ReplayError::Corrupt { file, offset: 0, .. }) => assert!(file.ends_with(name)),
            Ok(replay) => assert_eq!(replay.damage().len(), 1),
            Err(other) => panic!("{other}"),
        }
    }
}

#[test]
fn one_file_of_a_folder_that_cannot_be_read_leaves_the_others_to_be() {
    let good = gzip(&[&page("a", "https://a.test/", "2026-01-01T00:00:00Z", "words")]);
    let mut damaged = good.clone();
    damaged[..2].copy_from_slice(b"xx");
    for (bytes, told) in [
        (damaged, "neither a WARC nor a WACZ file"),
        (b"garbage".to_vec(), "neither a WARC nor a WACZ file"),
        (gzip(&["<html>"]), "cannot be read at byte 0"),
    ] {
        let folder = folder(&[("a.warc.gz", &good), ("z.warc.gz", &bytes)]);
        let replay = open(folder.path());
        assert_eq!(text(replay.find("https://a.test/", None)).as_deref(), Some("words"));
        let [damage] = replay.damage() else { panic!("{:?}", replay.damage()) };
        let told_of = damage.to_string();
        assert!(told_of.contains(told) && told_of.contains("z.warc.gz"), "{told_of}");
        std::fs::remove_file(folder.path().join("a.warc.gz")).unwrap();
        Replay::open(&[folder.path().to_owned()]).expect_err("nothing in it can be read");
    }
}

#[test]
fn what_is_no_archive_is_refused() {
    let folder = folder(&[("page.html", b"<html>")]);
    let refused = |path: &Path| Replay::open(&[path.to_owned()]).unwrap_err();
    assert!(matches!(refused(&folder.path().join("page.html")), ReplayError::OtherFormat { .. }));
    assert!(matches!(refused(folder.path()), ReplayError::Empty { .. }));
    assert!(matches!(refused(&folder.path().join("absent")), ReplayError::Io { .. }));
}

#[test]
fn an_unchanged_page_answers_with_the_payload_it_refers_to() {
    let digest = "WARC-Payload-Digest: sha1:AAAA\r\n";
    let head = "HTTP/1.1 203 Fine\r\nX: later\r\n\r\n";
    let body = "HTTP/1.1 200 OK\r\nX: first\r\n\r\nbody";
    let original = record("response", "1", URL, "2020-01-01T00:00:00Z", digest, body);
    let same = "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n";
    let unmodified = "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified\r\n";
    let by_url = format!("WARC-Refers-To-Target-URI: {URL}\r\nWARC-Refers-To-Date: 2020-01-01T00:00:00Z\r\n");
    for (more, block, expected) in [
        (format!("{same}WARC-Refers-To: <urn:uuid:1>\r\n"), head, Some((203, "later"))),
        (format!("{same}{by_url}"), head, Some((203, "later"))),
        (format!("{same}{digest}"), head, Some((203, "later"))),
        (format!("{same}{digest}"), "", Some((200, "first"))),
        (format!("{unmodified}{by_url}"), "HTTP/1.1 304 Not Modified\r\n\r\n", Some((200, "first"))),
        (format!("{same}WARC-Payload-Digest: sha1:BBBB\r\n"), head, None),
    ] {
        let other = "https://a.example/same";
        let revisit = record("revisit", "2", other, "2021-01-01T00:00:00Z", &more, block);
        let folder = folder(&[("a.warc", format!("{revisit}{original}").as_bytes())]);
        let found = open(folder.path()).find(other, None);
        let date = found.as_ref().map(|exchange| exchange.sent_at.to_string());
        assert_eq!(date.as_deref(), expected.map(|_| "2021-01-01T00:00:00Z"));
        let answer = found.map(|exchange| exchange.answer);
        let Some(ExchangeAnswer::Response(response)) = &answer else {
            assert_eq!(expected, None, "{more}");
            continue;
        };
        assert_eq!(Some((response.status, response.header("x").unwrap())), expected, "{more}");
        assert_eq!(response.payload, b"body");
    }
}

#[test]
fn only_gets_are_answered_and_timegates_by_their_date() {
    let gate = "https://archive.test/web/https://a.example/x";
    let asked = |id: &str, concurrent: &str, method: &str, date: &str| {
        let block = format!("{method} /x HTTP/1.1\r\nHost: a.example\r\n{date}\r\n");
        record("request", id, gate, "2024-01-01T00:00:00Z", concurrent, &block)
    };
    let accept = |year: &str| format!("Accept-Datetime: {year} GMT\r\n");
    let answer = |id: &str, concurrent: &str, text: &str| {
        let block = format!("HTTP/1.1 200 OK\r\n\r\n{text}");
        record("response", id, gate, "2024-01-01T00:00:00Z", concurrent, &block)
    };
    let file = [
        asked("1", "WARC-Concurrent-To: <urn:uuid:2>\r\n", "GET", &accept("Fri, 01 Jan 2021 00:00:00")),
        answer("2", "", "2021"),
        answer("3", "WARC-Concurrent-To: <urn:uuid:4>\r\n", "2020"),
        asked("4", "", "GET", &accept("Wed, 01 Jan 2020 00:00:00")),
        answer("5", "", "plain"),
        asked("6", "WARC-Concurrent-To: <urn:uuid:7>\r\n", "POST", ""),
        answer("7", "", "posted"),
    ]
    .concat();
    let folder = folder(&[("a.warc", file.as_bytes())]);
    let replay = open(folder.path());
    let gate_at = |date: &str| text(replay.find_timegate(gate, at(date)));
    assert_eq!(gate_at("2021-01-01T00:00:00Z").as_deref(), Some("2021"));
    assert_eq!(gate_at("2020-01-01T00:00:00.5Z").as_deref(), Some("2020"));
    assert_eq!(gate_at("2019-01-01T00:00:00Z"), None);
    assert_eq!(text(replay.find(gate, None)).as_deref(), Some("plain"));
}

#[test]
fn a_request_without_an_answer_replays_as_none() {
    let why = NoAnswer::Dns(DnsFailure::NoSuchDomain);
    let note = String::from_utf8(failure::write(URL, &why)).unwrap();
    let file = record("metadata", "1", &failure::target(URL), "2024-01-01T00:00:00Z", "", &note);
    let folder = folder(&[("a.warc", file.as_bytes())]);
    let found = open(folder.path()).find(URL, None).unwrap();
    assert_eq!((found.url.as_str(), found.answer), (URL, ExchangeAnswer::NoAnswer(why)));
}

#[test]
fn a_wacz_is_read_stored_or_deflated() {
    let one = page("1", URL, "2020-01-01T00:00:00Z", "one");
    let packed = gzip(&[&one]);
    for deflated in [false, true] {
        let bytes = zip_of(&[("archive/data.warc.gz", &packed), ("pages/pages.jsonl", b"{}")], deflated);
        let folder = folder(&[("a.wacz", &bytes)]);
        assert_eq!(text(open(folder.path()).find(URL, None)).as_deref(), Some("one"), "deflated: {deflated}");
        for cut in 5..bytes.len() - 2 {
            fs::write(folder.path().join("a.wacz"), &bytes[..cut]).unwrap();
            assert!(Replay::open(&[folder.path().to_owned()]).is_err(), "cut at {cut}");
        }
    }
}

/// What a browser that crawls writes for one page: the answer with its body decoded, the request, and records about it.
fn crawled(id: &str, url: &str, date: &str, head: &str, body: &str) -> [String; 3] {
    let about = "WARC-Page-ID: 7b2c\r\nWARC-Protocol: h2\r\nWARC-Protocol: tls/1.3\r\nWARC-Resource-Type: document\r\n\
                 WARC-JSON-Metadata: {\"ipType\":\"Public\",\"cert\":{\"issuer\":\"A\",\"ctc\":\"1\"}}\r\n";
    let concurrent = format!("WARC-Concurrent-To: <urn:uuid:{id}>\r\n");
    let info = "{\"urls\":{},\"counts\":{\"jsErrors\":0}}";
    [
        record("response", id, url, date, about, &format!("HTTP/1.1 {head}\r\n\r\n{body}")),
        record("request", &format!("{id}9"), url, date, &concurrent, "GET /x HTTP/1.1\r\nsec-ch-ua: \"A\"\r\n\r\n"),
        record(
            "resource",
            &format!("{id}8"),
            &format!("urn:pageinfo:{url}"),
            date,
            "Content-Type: application/json\r\n",
            info,
        ),
    ]
}

#[test]
fn a_crawl_by_a_browser_is_answered_and_so_is_a_collection_of_them() {
    let info = "software: Some-Crawler 1.0\r\nformat: WARC File Format 1.1\r\n";
    let info = record("warcinfo", "0", "", DATE, "Content-Type: application/warc-fields\r\n", info);
    let packed = crawled("1", URL, DATE, "200 \r\ncontent-type: text/html\r\nx-orig-content-encoding: br", "<p>one");
    let chunked = "200 OK\r\nx-orig-transfer-encoding: chunked\r\ncontent-encoding: br";
    let chunked = crawled("2", "https://a.example/y", DATE, chunked, "<p>two");
    let refers = format!(
        "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\nWARC-Refers-To-Target-URI: {URL}\r\nWARC-Refers-To-Date: {DATE}\r\n"
    );
    let date = "2020-01-01T00:00:01.5Z";
    let again = record("revisit", "3", "https://a.example/z", date, &refers, "HTTP/1.1 203 \r\nx: y\r\n\r\n");
    let text = record("resource", "4", &format!("urn:text:{URL}"), date, "Content-Type: text/plain\r\n", "one");
    let all: Vec<&str> =
        [&info].into_iter().chain(&packed).chain(&chunked).chain([&again]).map(String::as_str).collect();
    let files: [(&str, &[u8]); 3] = [
        ("archive/rec-0.warc.gz", &gzip(&all)),
        ("archive/text-0.warc.gz", &gzip(&[&info, &text])),
        ("datapackage.json", b"{}"),
    ];
    let crawl = zip_of(&files, false);
    let collection = zip_of(&[("first.wacz", &crawl), ("datapackage.json", b"{}")], false);
    let deflated = zip_of(&[("first.wacz", &zip_of(&files, true))], true);
    for bytes in [crawl, collection.clone(), deflated] {
        let folder = folder(&[("a.wacz", &bytes)]);
        let replay = open(folder.path());
        for (path, status, body) in [("x", 200, "<p>one"), ("y", 200, "<p>two"), ("z", 203, "<p>one")] {
            let found = replay.find(&format!("https://a.example/{path}"), None).unwrap().answer;
            let ExchangeAnswer::Response(response) = found else { panic!("{found:?}") };
            assert_eq!((response.status, response.payload.as_slice()), (status, body.as_bytes()));
            assert_eq!(response.header("content-encoding"), None);
        }
    }
    let three_deep = zip_of(&[("all.wacz", &collection)], false);
    let folder = folder(&[("a.wacz", &three_deep)]);
    let error = Replay::open(&[folder.path().to_owned()]).unwrap_err().to_string();
    assert!(error.contains("a.wacz!all.wacz!first.wacz: neither"), "{error}");
}

#[test]
fn a_resource_answers_where_nothing_else_does() {
    let resource = |id: &str, url: &str, kind: &str, text: &str| {
        record("resource", id, url, "2022-01-01T00:00:00Z", &format!("Content-Type: {kind}\r\n"), text)
    };
    let only = "https://a.example/only";
    let file = [
        resource("1", URL, "text/html", "resource"),
        page("2", "http://a.example/x", DATE, "response"),
        resource("3", only, "text/plain; charset=utf-8", "only"),
        resource("4", &format!("urn:text:{URL}"), "text/plain", "text"),
        resource("5", "ftp://a.example/f", "text/plain", "ftp"),
    ]
    .concat();
    let folder = folder(&[("a.warc", file.as_bytes())]);
    let replay = open(folder.path());
    assert_eq!(text(replay.find(URL, None)).as_deref(), Some("response"), "also that of another spelling");
    let found = replay.find(only, None).unwrap();
    assert_eq!(found.sent_at, at("2022-01-01T00:00:00Z"));
    let ExchangeAnswer::Response(response) = found.answer else { panic!("{:?}", found.answer) };
    assert_eq!((response.status, response.header("content-type")), (200, Some("text/plain; charset=utf-8")));
    assert_eq!(response.payload, b"only");
    assert_eq!(text(replay.find("ftp://a.example/f", None)), None);
}

#[test]
fn an_answer_that_nothing_has_changed_is_the_newest_page_before_it() {
    let unmodified = "HTTP/1.1 304 Not Modified\r\nETag: \"7\"\r\n\r\n";
    let (url, date) = ("https://a.example/never-whole", "2021-01-01T00:00:00Z");
    let profile = "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified\r\n";
    let unnamed = record("revisit", "8", URL, date, profile, unmodified);
    let file = [
        record("response", "1", URL, date, "", unmodified),
        page("2", URL, "2019-01-01T00:00:00Z", "old"),
        page("3", URL, DATE, "new"),
        record("response", "4", URL, "2020-06-01T00:00:00Z", "", "HTTP/1.1 500 Sorry\r\n\r\nsorry"),
        page("5", URL, "2023-01-01T00:00:00Z", "later"),
        record("response", "6", url, date, "", unmodified),
        record("revisit", "7", url, date, profile, unmodified),
    ]
    .concat();
    for file in
        [file.clone(), format!("{unnamed}{}", &file[record("response", "1", URL, date, "", unmodified).len()..])]
    {
        let folder = folder(&[("a.warc", file.as_bytes())]);
        let replay = open(folder.path());
        let found = replay.find(URL, Some(at(date).into()));
        assert_eq!(found.as_ref().map(|found| found.sent_at), Some(at(date)));
        assert_eq!(text(found).as_deref(), Some("new"));
        assert!(replay.find(url, None).is_none());
    }
}

/// A ZIP file as small as the format allows.
fn zip_of(members: &[(&str, &[u8])], deflated: bool) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in members {
        let mut packed = bytes.to_vec();
        if deflated {
            let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), Compression::fast());
            encoder.write_all(bytes).unwrap();
            packed = encoder.finish().unwrap();
        }
        let number = |n: usize| u32::try_from(n).unwrap().to_le_bytes();
        let start = number(file.len());
        let mut head = vec![20, 0, 0, 0, if deflated { 8 } else { 0 }, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        head.extend_from_slice(&number(packed.len()));
        head.extend_from_slice(&number(bytes.len()));
        head.extend_from_slice(&number(name.len()));
        file.extend_from_slice(b"PK\x03\x04");
        file.extend_from_slice(&head);
        file.extend_from_slice(name.as_bytes());
        file.extend_from_slice(&packed);
        directory.extend_from_slice(b"PK\x01\x02\x14\x00");
        directory.extend_from_slice(&head);
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&start);
        directory.extend_from_slice(name.as_bytes());
    }
    let number = |n: usize| u32::try_from(n).unwrap().to_le_bytes();
    let count = u16::try_from(members.len()).unwrap().to_le_bytes();
    let (at, length) = (number(file.len()), number(directory.len()));
    let end: Vec<&[u8]> = vec![b"PK\x05\x06\0\0\0\0", &count, &count, &length, &at, b"\0\0"];
    file.extend_from_slice(&directory);
    file.extend_from_slice(&end.concat());
    file
}
