//! What is exported is opened by us and by the tools of others.

use std::io::Cursor;
use std::process::Command;

use super::super::{EvidenceWriter, Replay};
use super::*;
use crate::observation::exchange::{Exchange, ExchangeAnswer, PayloadEnd, Response};
use crate::observation::{DnsFailure, NoAnswer};
use crate::web::pywb::{Collection, Framed, Pywb, tool};

const PAGE: &str = "https://a.example/article";
const UNPACK: &str = "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])";

fn answered(url: &str, date: &str, status: u16, kind: &str, text: &str) -> Exchange {
    let headers = vec![("Content-Type".to_owned(), kind.as_bytes().to_vec())];
    let payload = text.as_bytes().to_vec();
    let response = Response { version: "HTTP/1.1", status, headers, payload, end: PayloadEnd::Whole, peer: None };
    let answer = ExchangeAnswer::Response(response);
    Exchange { url: url.to_owned(), sent_at: date.parse().unwrap(), request_headers: vec![], answer }
}

/// Two captures of one page, of which the second is unchanged; a PDF, a robots.txt, an image, a host that is not there;
/// successes with a page and without.
fn evidence(folder: &Path) {
    let mut writer = EvidenceWriter::open(folder).unwrap();
    let html = "text/html; charset=utf-8";
    for look in [
        answered(PAGE, "2024-06-30T10:00:00Z", 200, html, "<html><p>words that are cited</p></html>"),
        answered(PAGE, "2024-07-30T10:00:00Z", 200, html, "<html><p>words that are cited</p></html>"),
        answered("https://a.example/report.pdf", "2024-06-30T10:00:01Z", 200, "application/pdf", "%PDF-1.4"),
        answered("https://a.example/robots.txt", "2024-06-30T10:00:02Z", 200, "text/plain", "User-agent: *"),
        answered("https://a.example/x.png", "2024-06-30T10:00:03Z", 200, "image/png", "png"),
        answered("https://a.example/gone", "2024-06-30T10:00:04Z", 404, html, "<html>none</html>"),
        answered("https://a.example/by-another", "2024-06-30T10:00:06Z", 203, html, "<html><p>passed on</p></html>"),
        answered("https://a.example/nothing", "2024-06-30T10:00:07Z", 204, html, ""),
        Exchange {
            url: "https://never.example/".to_owned(),
            sent_at: "2024-06-30T10:00:05Z".parse().unwrap(),
            request_headers: vec![],
            answer: ExchangeAnswer::NoAnswer(NoAnswer::Dns(DnsFailure::NoSuchDomain)),
        },
    ] {
        writer.write(&[look]).unwrap();
    }
    writer.finish().unwrap();
}

fn exported(folder: &Path) -> (Exported, Vec<u8>) {
    let mut bytes = Vec::new();
    let out = Cursor::new(&mut bytes);
    let found = export(folder, out, &|url| !url.ends_with("/robots.txt")).unwrap();
    (found, bytes)
}

#[test]
fn what_is_exported_answers_as_the_evidence_does() {
    let folder = tempfile::tempdir().unwrap();
    evidence(folder.path());
    let (found, bytes) = exported(folder.path());
    assert_eq!((found.captures, found.pages, found.bytes), (8, 3, bytes.len() as u64));
    assert_eq!(exported(folder.path()).1, bytes, "the same evidence gives the same bytes");
    let file = folder.path().join("all.wacz");
    fs::write(&file, &bytes).unwrap();
    let (one, other) = (Replay::open(&[file]).unwrap(), Replay::open(&[folder.path().to_owned()]).unwrap());
    assert_eq!(one.damage(), []);
    for url in [PAGE, "https://a.example/report.pdf", "https://a.example/gone", "https://never.example/"] {
        let found = one.find(url, None).unwrap_or_else(|| panic!("{url}"));
        assert_eq!(Some(found), other.find(url, None), "{url}");
    }
}

#[test]
fn each_block_of_the_index_is_found_by_the_list_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = EvidenceWriter::open(folder.path()).unwrap();
    for second in 0..LINES_OF_BLOCK + 10 {
        let url = format!("https://a.example/{second}");
        writer.write(&[answered(&url, "2024-06-30T10:00:00Z", 200, "text/html", "words")]).unwrap();
    }
    writer.finish().unwrap();
    let (_, bytes) = exported(folder.path());
    let mut file = Cursor::new(bytes);
    let members = super::super::zip::members(&mut file).unwrap();
    let mut read = |name: &str| {
        let member = members.iter().find(|member| member.name == name).unwrap();
        let start = usize::try_from(super::super::zip::data_start(&mut file, member).unwrap()).unwrap();
        file.get_ref()[start..start + usize::try_from(member.length).unwrap()].to_vec()
    };
    let (index, list) = (read("indexes/index.cdx.gz"), String::from_utf8(read("indexes/index.idx")).unwrap());
    let mut lines = 0;
    for block in list.lines().skip(1) {
        let (start, place) = block.split_once('{').unwrap();
        let place: serde_json::Value = serde_json::from_str(&format!("{{{place}")).unwrap();
        let part = |name: &str| usize::try_from(place[name].as_u64().unwrap()).unwrap();
        let packed = &index[part("offset")..part("offset") + part("length")];
        let text = io::read_to_string(flate2::read::GzDecoder::new(packed)).unwrap();
        assert!(text.starts_with(start), "{start}");
        assert!(text.lines().is_sorted());
        lines += text.lines().count();
    }
    assert_eq!((list.lines().count(), lines), (3, LINES_OF_BLOCK + 10));
}

/// Does something to the bytes of a file.
type Damaging = fn(&mut Vec<u8>);

#[test]
fn an_object_that_is_damaged_is_left_out_and_told_of() {
    let damages: [Damaging; 4] = [
        |bytes| bytes.truncate(bytes.len() - 20),
        |bytes| bytes.truncate(0),
        |bytes| bytes[..2].copy_from_slice(b"xx"),
        |bytes| {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0x55;
        },
    ];
    for (way, damage) in damages.iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        evidence(folder.path());
        let (whole, _) = exported(folder.path());
        let first = folder.path().join(&objects(folder.path()).unwrap()[0]);
        let mut bytes = fs::read(&first).unwrap();
        damage(&mut bytes);
        fs::write(&first, bytes).unwrap();
        let (found, bytes) = exported(folder.path());
        // What stands before the damage is whole.
        assert_eq!(found.captures, whole.captures - usize::from(way > 0), "{way}: {found:?}");
        assert_eq!(found.damage.len(), usize::from(way != 1), "{way}: {:?}", found.damage);
        let file = folder.path().join("all.wacz");
        fs::write(&file, &bytes).unwrap();
        let replay = Replay::open(&[file]).unwrap();
        assert_eq!(replay.damage(), [], "{way}");
    }
}

#[test]
fn an_export_of_nothing_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let error = export(folder.path(), Cursor::new(Vec::new()), &|_| true).unwrap_err().to_string();
    assert!(error.contains("check --record DIR"), "{error}");
    let missing = folder.path().join("missing");
    assert!(matches!(export(&missing, Cursor::new(Vec::new()), &|_| true), Err(ExportError::Io { .. })));
}

fn passes(command: &mut Command) {
    let output = command.output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}: {said}");
}

#[test]
fn the_tools_of_others_open_what_is_exported() {
    let folder = tempfile::tempdir().unwrap();
    evidence(folder.path());
    let file = folder.path().join("all.wacz");
    fs::write(&file, exported(folder.path()).1).unwrap();
    let Some(mut wacz) = tool("wacz") else { return };
    if wacz.arg("--help").output().is_err() {
        let _left_out = writeln!(std::io::stderr(), "left out: there is no wacz beside the pywb");
        return;
    }
    let mut wacz = tool("wacz").unwrap();
    passes(wacz.args(["validate", "-f"]).arg(&file));
    let unpacked = folder.path().join("unpacked");
    passes(tool("python").unwrap().args(["-c", UNPACK]).arg(&file).arg(&unpacked));
    passes(tool("warcio").unwrap().arg("check").arg(unpacked.join("archive/data-0001.warc.gz")));
    // Our own index, at whose places each record must begin.
    let packed = fs::read(unpacked.join("indexes/index.cdx.gz")).unwrap();
    let mut index = File::create(unpacked.join("archive/index.cdxj")).unwrap();
    io::copy(&mut flate2::read::MultiGzDecoder::new(packed.as_slice()), &mut index).unwrap();
    for collection in [Collection::Indexed(&unpacked.join("archive")), Collection::Wacz(&file)] {
        let Some(pywb) = Pywb::start(&collection, Framed::No) else { return };
        for (moment, url, status, words) in [
            ("20240630100000", PAGE, 200, "words that are cited"),
            ("20240730100000", PAGE, 200, "words that are cited"),
            ("20240630100001", "https://a.example/report.pdf", 200, "%PDF-1.4"),
            ("20240630100004", "https://a.example/gone", 404, "none"),
        ] {
            let (found, body) = pywb.get(&format!("{moment}id_/{url}")).unwrap();
            assert_eq!(found, status, "{moment} {url}");
            assert!(String::from_utf8_lossy(&body).contains(words), "{moment} {url}");
        }
    }
}
