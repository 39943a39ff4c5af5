//! What is written is read back, passes the field's own checker and is served by a real archive.

use std::collections::BTreeSet;
use std::io::Write as _;

use flate2::bufread::MultiGzDecoder;
use jiff::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::evidence::Replay;
use crate::observation::{DnsFailure, NoAnswer, Phase};
use crate::web::pywb::{Collection, Framed, Pywb, tool};

const URL: &str = "https://a.example/page?x=1";

fn seconds(second: i64) -> Timestamp {
    Timestamp::from_millisecond(1_700_000_000_123 + second * 1000).unwrap()
}

fn exchange(url: &str, second: i64, answer: ExchangeAnswer) -> Exchange {
    let request_headers = vec![("user-agent".to_owned(), "citewatch".to_owned())];
    Exchange { url: url.to_owned(), sent_at: seconds(second), request_headers, answer }
}

fn response(status: u16, headers: &[(&str, &str)], payload: &[u8]) -> Response {
    let header = |(name, value): &(&str, &str)| ((*name).to_owned(), value.as_bytes().to_vec());
    let headers = headers.iter().map(header).collect();
    let peer = Some("192.0.2.1".parse().unwrap());
    Response { version: "HTTP/2", status, headers, payload: payload.to_vec(), end: PayloadEnd::Whole, peer }
}

fn page(url: &str, second: i64, payload: &[u8]) -> Exchange {
    let headers = [("Content-Type", "text/html; charset=utf-8"), ("Transfer-Encoding", "chunked")];
    exchange(url, second, ExchangeAnswer::Response(response(200, &headers, payload)))
}

fn write(folder: &Path, looks: &[&[Exchange]]) {
    let mut writer = EvidenceWriter::open(folder).unwrap();
    for look in looks {
        assert_eq!(writer.write(look).unwrap().len(), look.len());
    }
    writer.finish().unwrap();
}

fn objects(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "gz") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The objects of a folder, decoded, as text.
fn text(folder: &Path) -> String {
    let mut all = Vec::new();
    for object in objects(folder) {
        let bytes = fs::read(object).unwrap();
        io::Read::read_to_end(&mut MultiGzDecoder::new(&bytes[..]), &mut all).unwrap();
    }
    String::from_utf8_lossy(&all).into_owned()
}

fn found(replay: &Replay, url: &str, second: i64) -> Response {
    match replay.find(url, Some(seconds(second).into())).unwrap().answer {
        ExchangeAnswer::Response(response) => response,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_exchange_of_a_look_is_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let moved = response(301, &[("Location", URL), ("Content-Length", "0")], b"");
    let failed = exchange(URL, 1, ExchangeAnswer::NoAnswer(NoAnswer::Timeout(Phase::Head)));
    let look = [
        exchange("http://a.example/page?x=1", 0, ExchangeAnswer::Response(moved.clone())),
        failed,
        page(URL, 2, b"text"),
    ];
    let gone = [exchange("https://b.example/", 3, ExchangeAnswer::NoAnswer(NoAnswer::Dns(DnsFailure::NoSuchDomain)))];
    write(folder.path(), &[&look, &gone]);
    assert_eq!(objects(folder.path()).len(), 2);
    let replay = Replay::open(&[folder.path().to_owned()]).unwrap();
    let lower = |headers: &[(String, Vec<u8>)]| {
        headers.iter().map(|(name, value)| (name.to_lowercase(), value.clone())).collect::<Vec<_>>()
    };
    let hop = found(&replay, "http://a.example/page?x=1", 0);
    assert_eq!(
        (hop.status, lower(&hop.headers), hop.peer, hop.version),
        (301, lower(&moved.headers), moved.peer, "HTTP/2")
    );
    let last = replay.find(URL, None).unwrap();
    assert_eq!(last.sent_at, seconds(2));
    let ExchangeAnswer::Response(last) = last.answer else { panic!("the newest exchange is an answer") };
    assert_eq!((last.header("content-length"), last.header("transfer-encoding")), (Some("4"), None));
    let before = replay.find(URL, Some(seconds(1).into())).unwrap().answer;
    assert_eq!(before, ExchangeAnswer::NoAnswer(NoAnswer::Timeout(Phase::Head)));
    assert_eq!(replay.find("https://b.example/", None).unwrap().answer, gone[0].answer);
}

#[test]
fn an_unchanged_page_is_a_reference_within_a_run_and_across_runs() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &[&[page(URL, 0, b"same")], &[page(URL, 10, b"same")], &[page(URL, 20, b"other")]]);
    let unmodified = exchange(URL, 40, ExchangeAnswer::Response(response(304, &[("ETag", "x")], b"")));
    write(folder.path(), &[&[page(URL, 30, b"same")], &[unmodified], &[page("https://a.example/else", 50, b"same")]]);
    let written = text(folder.path());
    assert_eq!(written.matches("WARC-Type: revisit").count(), 3);
    assert_eq!(written.matches("revisit/identical-payload-digest").count(), 2);
    assert_eq!(written.matches("revisit/server-not-modified").count(), 1);
    assert_eq!(written.matches(&format!("WARC-Refers-To-Date: {}", seconds(0))).count(), 3);
    let replay = Replay::open(&[folder.path().to_owned()]).unwrap();
    for (second, expected) in [(0, "same"), (10, "same"), (20, "other"), (30, "same"), (40, "same")] {
        let answer = found(&replay, URL, second);
        assert_eq!((answer.status, answer.payload), (200, expected.as_bytes().to_vec()), "{second}");
    }
}

#[test]
fn a_page_that_was_cut_says_so_and_is_never_a_reference() {
    let folder = tempfile::tempdir().unwrap();
    let cut = |second| {
        let response = Response { end: PayloadEnd::Early, ..response(200, &[("Content-Length", "4000")], b"part") };
        exchange(URL, second, ExchangeAnswer::Response(response))
    };
    write(folder.path(), &[&[cut(0)], &[cut(1)]]);
    assert_eq!(text(folder.path()).matches("WARC-Truncated: disconnect").count(), 2);
    let answer = found(&Replay::open(&[folder.path().to_owned()]).unwrap(), URL, 1);
    assert_eq!(
        (answer.end, answer.header("content-length"), &answer.payload[..]),
        (PayloadEnd::Early, Some("4"), &b"part"[..])
    );
}

#[test]
fn the_same_look_is_the_same_object() {
    let folder = tempfile::tempdir().unwrap();
    let other = tempfile::tempdir().unwrap();
    let look = [page(URL, 0, b"text")];
    write(folder.path(), &[&look]);
    write(other.path(), &[&look]);
    let name = |path: &Path| objects(path)[0].file_name().unwrap().to_owned();
    assert_eq!(name(folder.path()), name(other.path()));
    let digest = HEXLOWER.encode(&Sha256::digest(fs::read(&objects(folder.path())[0]).unwrap()));
    assert_eq!(name(folder.path()).to_str().unwrap(), format!("{digest}.warc.gz"));
}

#[test]
fn what_the_user_keeps_secret_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut look = page(URL, 0, b"text");
    look.request_headers.push(("Proxy-Authorization".to_owned(), "Basic c2VjcmV0".to_owned()));
    look.request_headers.push(("accept".to_owned(), "*/*\r\nX-Made-Up: 1".to_owned()));
    write(folder.path(), &[&[look]]);
    let written = text(folder.path());
    assert!(
        written
            .contains("GET /page?x=1 HTTP/1.1\r\nhost: a.example\r\nuser-agent: citewatch\r\naccept: */*  X-Made-Up")
    );
    assert!(!written.contains("c2VjcmV0"), "{written}");
}

#[test]
fn a_killed_writer_leaves_nothing_half() {
    let folder = tempfile::tempdir().unwrap();
    let mut killed = EvidenceWriter::open(folder.path()).unwrap();
    killed.write(&[page(URL, 0, b"same")]).unwrap();
    drop(killed);
    fs::write(folder.path().join(WRITING).join("half"), b"WARC/1.1").unwrap();
    let journal = folder.path().join("index.journal");
    let whole = fs::read_to_string(&journal).unwrap();
    let never = whole.replace(".warc.gz", ".never.gz");
    fs::write(&journal, format!("{whole}{never}{}", &whole[..whole.len() / 2])).unwrap();
    let mut writer = EvidenceWriter::open(folder.path()).unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("index.cdxj")).unwrap(), whole);
    assert_eq!(fs::read_dir(folder.path().join(WRITING)).unwrap().count(), 0);
    writer.write(&[page(URL, 1, b"same")]).unwrap();
    writer.finish().unwrap();
    assert_eq!(text(folder.path()).matches("WARC-Type: revisit").count(), 1);
}

#[test]
fn nothing_refers_to_an_object_that_was_removed() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &[&[page(URL, 0, b"same")]]);
    fs::remove_file(&objects(folder.path())[0]).unwrap();
    write(folder.path(), &[&[page(URL, 1, b"same")], &[page(URL, 2, b"same")]]);
    assert_eq!(text(folder.path()).matches("WARC-Type: revisit").count(), 1);
    let replay = Replay::open(&[folder.path().to_owned()]).unwrap();
    assert_eq!(found(&replay, URL, 2).payload, b"same");
}

#[test]
fn two_writers_share_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, mut two) =
        (EvidenceWriter::open(folder.path()).unwrap(), EvidenceWriter::open(folder.path()).unwrap());
    for second in 0..20 {
        one.write(&[page(&format!("https://one.example/{second}"), second, b"text")]).unwrap();
        two.write(&[page(&format!("https://two.example/{second}"), second, b"text")]).unwrap();
    }
    one.finish().unwrap();
    two.finish().unwrap();
    let index = fs::read_to_string(folder.path().join("index.cdxj")).unwrap();
    let lines: BTreeSet<&str> = index.lines().collect();
    assert_eq!((lines.len(), index.lines().count()), (40, 40));
    assert!(index.lines().is_sorted());
}

#[test]
fn a_folder_that_cannot_be_written_is_an_error_that_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, b"").unwrap();
    let error = EvidenceWriter::open(&file.join("evidence")).unwrap_err();
    assert!(error.to_string().contains("file/evidence"), "{error}");
}

#[test]
fn warcio_finds_no_fault_in_what_is_written() {
    let Some(mut warcio) = tool("warcio") else { return };
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &[&varied(0), &varied(100)]);
    let output = warcio.args(["check", "-v"]).args(objects(folder.path())).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && !said.contains("fail"), "{said}");
    assert!(said.matches("digest pass").count() >= 12, "{said}");
}

/// A redirect, a page with a content coding, a 404, an address that failed, and a page of random bytes.
fn varied(second: i64) -> [Exchange; 5] {
    let packed = {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(b"<p>packed</p>").unwrap();
        encoder.finish().unwrap()
    };
    let answer = |url: &str, status, headers: &[(&str, &str)], payload: &[u8]| {
        exchange(url, second, ExchangeAnswer::Response(response(status, headers, payload)))
    };
    let bytes: Vec<u8> = (0..5000_u32).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
    [
        answer("http://a.example/moved", 301, &[("location", URL)], b""),
        answer(
            "https://a.example/packed",
            200,
            &[("content-type", "text/html"), ("content-encoding", "gzip")],
            &packed,
        ),
        answer("https://a.example/none", 404, &[("content-type", "text/html")], b"<p>not here</p>"),
        exchange("https://c.example/", second, ExchangeAnswer::NoAnswer(NoAnswer::Refused)),
        answer("https://a.example/bytes", 200, &[("content-type", "application/octet-stream")], &bytes),
    ]
}

#[test]
fn pywb_serves_what_is_written_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &[&varied(0), &varied(100)]);
    let files = objects(folder.path());
    for collection in [Collection::Files(&files), Collection::Indexed(folder.path())] {
        let Some(pywb) = Pywb::start(&collection, Framed::No) else { return };
        for (exchange, second) in varied(0).iter().zip([0, 100].iter().cycle()) {
            let ExchangeAnswer::Response(response) = &exchange.answer else { continue };
            let timestamp = seconds(*second).strftime("%Y%m%d%H%M%S");
            let (status, body) = pywb.get(&format!("{timestamp}id_/{}", exchange.url)).unwrap();
            let sent =
                if response.header("content-encoding").is_some() { b"<p>packed</p>" } else { &response.payload[..] };
            assert_eq!((status, body.as_slice()), (response.status, sent), "{} at {timestamp}", exchange.url);
        }
        let (_, failed) = pywb.get("cdx?url=https://c.example/").unwrap();
        assert_eq!(failed, b"", "a request without an answer is no capture");
    }
}

proptest! {
    #[test]
    fn any_answer_is_read_back(
        status in 200_u16..600,
        headers in proptest::collection::vec(("[a-z][a-z-]{0,12}", proptest::collection::vec(1_u8.., 0..30)), 0..6),
        payload in proptest::collection::vec(any::<u8>(), 0..300),
        end in proptest::sample::select(vec![PayloadEnd::Whole, PayloadEnd::AtCap, PayloadEnd::AtDeadline, PayloadEnd::Early]),
    ) {
        prop_assume!(status != 304);
        let folder = tempfile::tempdir().unwrap();
        let headers: Vec<_> = headers.into_iter().filter(|(name, _)| name != "content-length").collect();
        let (version, peer) = ("HTTP/1.1", None);
        let answer = Response { version, status, headers: headers.clone(), payload: payload.clone(), end, peer };
        write(folder.path(), &[&[exchange(URL, 0, ExchangeAnswer::Response(answer))]]);
        let back = found(&Replay::open(&[folder.path().to_owned()]).unwrap(), URL, 0);
        prop_assert_eq!((back.status, back.payload, back.end), (status, payload, end));
        let clean = |value: &[u8]| {
            let space = |byte: &u8| if matches!(byte, b'\r' | b'\n') { b' ' } else { *byte };
            value.iter().map(space).collect::<Vec<u8>>().trim_ascii().to_vec()
        };
        let expected: Vec<_> = headers.iter().map(|(name, value)| (name.clone(), clean(value))).collect();
        prop_assert_eq!(&back.headers[..expected.len()], &expected[..]);
    }
}
