//! What a run holds in memory, and how long it takes, while many hosts send without end.

#![cfg(target_os = "linux")]

use std::io::{Read, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::place::{HTML, Place, QUICK};
use crate::web::server::{Asked, Do, head, page};

/// Hosts whose pages never end, at once.
const HOSTS: usize = 256;

/// One of so many sends as fast as it can, up to the cap of some twenty megabytes; the others send more than a body may come to
/// without room of its own, and then go on slowly.
const ONE_THAT_POURS: usize = 64;

/// Bodies and reading them, by docs/pages.md, and what the allocator keeps of it; in KiB. With 16 MiB for each host it would be
/// four gigabytes.
const MOST: u64 = 900 * 1024;

/// Hosts whose pages never end while they are recorded.
const RECORDED: usize = 60;

/// Hosts that send two kilobytes, or less, which come to megabytes.
const BOMBS: usize = 64;
const BOMB: usize = 6 * 1024 * 1024;

/// What three of them may hold at once, with their texts, and all else that a run holds; in KiB. All of them are 400 MiB.
const MOST_OF_BOMBS: u64 = 350 * 1024;

/// What a slow page sends at once, and then a piece after each pause.
const AT_ONCE: usize = 320 * 1024;
const PIECE: usize = 4 * 1024;
const PAUSE: Duration = Duration::from_millis(60);

/// The time for a look, as [`QUICK`] has it.
const TIMEOUT: Duration = Duration::from_secs(4);

/// A look and its waits take twice that; reading and writing what came takes the rest, on a machine that does much else.
const LONGEST: Duration = Duration::from_secs(60 * TIMEOUT.as_secs());

/// Pages that never end, of one long text or of nothing but elements.
fn pour(is_text: bool) -> Vec<Do> {
    let (headers, words) =
        if is_text { (&[("Content-Type", "text/plain")][..], "many words ") } else { (HTML, "<p>a") };
    vec![Do::Send(head(200, headers, None)), Do::Pour(words.repeat(4096).into_bytes())]
}

/// What never ends and comes slowly, and is nothing to read.
fn drip(noise: &[u8]) -> Vec<Do> {
    let start = [&head(200, &[("Content-Type", "application/octet-stream")], None), noise].concat();
    let pieces = (0..1000).flat_map(|_| [Do::Wait(PAUSE), Do::Send(noise[..PIECE].to_vec())]);
    std::iter::once(Do::Send(start)).chain(pieces).collect()
}

#[test]
fn many_hosts_that_pour_share_one_budget_of_memory() {
    let place = Place::new(QUICK);
    let noise = noise(AT_ONCE);
    let server = place.server(move |asked: &Asked| match asked.header("host") {
        Some(host) if host.starts_with("text") => pour(true),
        Some(host) if host.starts_with("tags") => pour(false),
        _ => drip(&noise),
    });
    let host = |nth: usize| match (nth % ONE_THAT_POURS, nth / ONE_THAT_POURS) {
        (0, 0) => format!("http://tags{nth}.test/"),
        (0, _) => format!("http://text{nth}.test/"),
        _ => format!("http://slow{nth}.test/"),
    };
    place.cite("a.md", &(0..HOSTS).map(host).collect::<Vec<_>>());
    let began = Instant::now();
    let (peak, report) = told(&mut place.checking(server.address, &["--no-reports", "a.md"]));
    assert!(began.elapsed() < LONGEST, "{:?}", began.elapsed());
    answered(&report, HOSTS);
    assert!((20 * 1024..MOST).contains(&peak), "{} MiB", peak / 1024);
}

/// Eight megabytes of zeros in brotli, as the reference encoder writes them: there is none in Rust here.
const BROTLI: &[u8] = b"\x9b\xff\xff\x7f\xf8\x27\x00\xe2\xb1\x40\x20\xf7\xfe\x0f";

#[test]
fn many_hosts_that_send_bombs_share_one_budget_of_memory() {
    let place = Place::new(QUICK);
    // A page that says nothing at all is none.
    let mut lines = b"a page that stands".to_vec();
    lines.resize(BOMB, b'\n');
    let zstd = ruzstd::encoding::compress_to_vec(&lines[..], ruzstd::encoding::CompressionLevel::Fastest);
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(&lines).unwrap();
    let gzip = gzip.finish().unwrap();
    let server = place.server(move |asked: &Asked| {
        let (coding, bomb) = match asked.header("host") {
            Some(host) if host.starts_with("gzip") => ("gzip", &gzip[..]),
            Some(host) if host.starts_with("brotli") => ("br", BROTLI),
            _ => ("zstd", &zstd[..]),
        };
        page(200, &[("Content-Type", "text/plain"), ("Content-Encoding", coding)], bomb)
    });
    let coding = |nth: usize| ["zstd", "gzip", "zstd", "brotli"][nth % 4];
    place.cite("a.md", &(0..BOMBS).map(|nth| format!("http://{}{nth}.test/", coding(nth))).collect::<Vec<_>>());
    let began = Instant::now();
    let (peak, report) = told(&mut place.checking(server.address, &["--no-reports", "a.md"]));
    assert!(began.elapsed() < LONGEST, "{:?}", began.elapsed());
    answered(&report, BOMBS);
    assert!((20 * 1024..MOST_OF_BOMBS).contains(&peak), "{} MiB", peak / 1024);
}

#[test]
fn recording_pages_that_never_end_holds_little_and_ends_by_the_deadline() {
    let place = Place::new(QUICK);
    let noise = noise(AT_ONCE);
    let server = place.server(move |_: &Asked| drip(&noise));
    place.cite("a.md", &(0..RECORDED).map(|nth| format!("http://endless{nth}.test/")).collect::<Vec<_>>());
    let began = Instant::now();
    let more = ["--no-reports", "--record", "evidence", "a.md"];
    let (peak, report) = told(&mut place.checking(server.address, &more));
    assert!(began.elapsed() < LONGEST, "{:?}", began.elapsed());
    answered(&report, RECORDED);
    assert!((20 * 1024..MOST).contains(&peak), "{} MiB", peak / 1024);
    let (least, most) = ((RECORDED * PIECE) as u64, (RECORDED * 10 * AT_ONCE) as u64);
    let kept = bytes_below(&place.path("evidence"));
    assert!((least..most).contains(&kept), "{kept} bytes");
}

/// Most hosts are live, and none is broken; on a machine that does much else some are not heard in time.
#[track_caller]
fn answered(report: &Value, hosts: usize) {
    let summary = &report["summary"];
    let count = |of: &Value| usize::try_from(of.as_u64().unwrap()).unwrap();
    assert_eq!((count(&summary["sources"]), count(&summary["broken"])), (hosts, 0), "{summary}");
    assert!(count(&summary["availability"]["live"]) > hosts * 3 / 4, "{summary}");
}

/// Bytes that nothing packs.
fn noise(bytes: usize) -> Vec<u8> {
    let mut seed = 1_u64;
    let next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        seed.to_le_bytes()[5]
    };
    std::iter::repeat_with(next).take(bytes).collect()
}

/// The most that a command held, in KiB, and the report that it printed.
fn told(command: &mut Command) -> (u64, Value) {
    let (peak, text) = held(command);
    (peak, serde_json::from_str(&text).unwrap())
}

/// The most that a command held, in KiB, and what it printed. It ends well, or with findings.
pub fn held(command: &mut Command) -> (u64, String) {
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut out = child.stdout.take().unwrap();
    let reading = std::thread::spawn(move || {
        let mut text = String::new();
        out.read_to_string(&mut text).map(|_| text)
    });
    let status = format!("/proc/{}/status", child.id());
    let mut peak: u64 = 0;
    let ended = loop {
        if let Some(ended) = child.try_wait().unwrap() {
            break ended;
        }
        let told = std::fs::read_to_string(&status).unwrap_or_default();
        let held = told.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        peak = held.unwrap_or(peak);
        std::thread::sleep(Duration::from_millis(10));
    };
    assert!(matches!(ended.code(), Some(0 | 1)), "{ended}");
    (peak, reading.join().unwrap().unwrap())
}

fn bytes_below(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let bytes = entries.map(|entry| {
        let about = entry.metadata().unwrap();
        if about.is_dir() { bytes_below(&entry.path()) } else { about.len() }
    });
    bytes.sum()
}
