//! What a browser made of a page is kept, found again, and never taken for the page.

use std::path::PathBuf;

use jiff::Timestamp;

use super::{EvidenceWriter, Replay};
use crate::observation::exchange::{Exchange, ExchangeAnswer, PayloadEnd, Response};
use crate::observation::rendering::{self, BrowserFailure};
use crate::observation::{NoAnswer, rendering::RENDERED};
use crate::web::pywb::{Collection, Framed, Pywb, tool};

const PAGE: &str = "https://a.example/app?x=%C3%BC";

fn exchange(url: &str, answer: ExchangeAnswer) -> Exchange {
    let sent_at = Timestamp::from_second(1_700_000_000).unwrap();
    Exchange { url: url.to_owned(), sent_at, request_headers: Vec::new(), answer }
}

fn response(headers: &[(&str, &str)], payload: &str, end: PayloadEnd) -> ExchangeAnswer {
    let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), value.as_bytes().to_vec())).collect();
    let payload = payload.as_bytes().to_vec();
    ExchangeAnswer::Response(Response { version: "HTTP/1.1", status: 200, headers, payload, end, peer: None })
}

fn kept(looks: &[&[Exchange]]) -> (tempfile::TempDir, Replay) {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = EvidenceWriter::open(folder.path()).unwrap();
    for look in looks {
        writer.write(look).unwrap();
    }
    writer.finish().unwrap();
    let replay = Replay::open(&[folder.path().to_owned()]).unwrap();
    (folder, replay)
}

/// As the server sent it, and what its scripts made of it by the end of its time.
fn looks() -> [Exchange; 2] {
    let rendered = [("content-type", "text/html; charset=utf-8"), ("content-location", "https://a.example/app#there")];
    [
        exchange(PAGE, response(&[("content-type", "text/html")], "<p>sent</p>", PayloadEnd::Whole)),
        exchange(&rendering::address(PAGE), response(&rendered, "<p>made</p>", PayloadEnd::AtDeadline)),
    ]
}

#[test]
fn what_a_browser_made_of_a_page_is_read_back_beside_the_page() {
    let [page, rendered] = looks();
    let (_folder, replay) = kept(&[std::slice::from_ref(&page), std::slice::from_ref(&rendered)]);
    assert_eq!(replay.find(&rendered.url, None).map(|found| found.answer), Some(rendered.answer));
    let ExchangeAnswer::Response(found) = replay.find(PAGE, None).unwrap().answer else { panic!("an answer") };
    assert_eq!(found.payload, b"<p>sent</p>");
}

#[test]
fn why_a_browser_made_nothing_is_read_back() {
    let address = rendering::address(PAGE);
    for why in [BrowserFailure::Stuck, BrowserFailure::Memory, BrowserFailure::Crashed, BrowserFailure::NoPage] {
        let failed = exchange(&address, ExchangeAnswer::NoAnswer(NoAnswer::Browser(why)));
        let (_folder, replay) = kept(&[std::slice::from_ref(&failed)]);
        assert_eq!(replay.find(&address, None).map(|found| found.answer), Some(failed.answer));
        assert_eq!(replay.find(PAGE, None), None);
    }
}

#[test]
fn no_archive_shows_what_a_browser_made_in_the_place_of_the_page() {
    let [page, rendered] = looks();
    let (folder, _) = kept(&[&[rendered], &[page]]);
    let mut files: Vec<PathBuf> = Vec::new();
    let mut folders = vec![folder.path().to_owned()];
    while let Some(at) = folders.pop() {
        for path in std::fs::read_dir(at).unwrap().map(|entry| entry.unwrap().path()) {
            let into = if path.is_dir() { &mut folders } else { &mut files };
            into.push(path);
        }
    }
    files.retain(|file| file.extension().is_some_and(|ending| ending == "gz"));
    assert_eq!(files.len(), 2);
    if let Some(mut warcio) = tool("warcio") {
        let output = warcio.args(["check", "-v"]).args(&files).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success() && !said.contains("fail"), "{said}");
    }
    for collection in [Collection::Files(&files), Collection::Indexed(folder.path())] {
        let Some(pywb) = Pywb::start(&collection, Framed::No) else { return };
        let (status, body) = pywb.get(&format!("20231114221320id_/{PAGE}")).unwrap();
        assert_eq!((status, body.as_slice()), (200, &b"<p>sent</p>"[..]));
        let (_, listed) = pywb.get(&format!("cdx?url={PAGE}&matchType=host")).unwrap();
        assert!(!String::from_utf8_lossy(&listed).contains(RENDERED), "{}", String::from_utf8_lossy(&listed));
    }
}
