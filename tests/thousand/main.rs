//! A thousand hosts at once, good and bad in a mix that a seed chooses: each is told as what it is, asked at its pace,
//! and costs nobody else anything. A program of its own, so that no other test is under way beside it.
#![expect(clippy::unwrap_used, reason = "a test may fail at any line")]

#[path = "../it/place.rs"]
#[expect(dead_code, reason = "the integration tests use the rest of it")]
mod place;
#[path = "../it/program.rs"]
#[expect(dead_code, reason = "the integration tests use the rest of it")]
mod program;
#[path = "../web/stage.rs"]
#[expect(dead_code, reason = "the loopback web uses the rest of it")]
mod stage;
#[path = "../web/servers/mod.rs"]
#[expect(dead_code, reason = "the loopback web uses the rest of it")]
mod web;

use std::fs::File;
use std::io::Write;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;
use hickory_proto::op::ResponseCode;

use crate::place::{HTML, Ran, says};
use crate::stage::{Case, PAUSE, Stage, again, also, greeting, http, https, named, nobody, steps};
use crate::web::certificates::{Authority, Validity};
use crate::web::names::Said;
use crate::web::server::{Asked, Do, Front, head, page, redirect};

const HOSTS: usize = 1000;

/// Another mix is as good; a failure names its seed.
const SEED: u64 = 2026;

/// At most ten requests a second to a host, and one at a time.
const FETCH: &str = "timeout = \"10s\"\nconcurrency = 64\nper_host = { requests_per_second = 10, concurrency = 1 }\n";

/// Between two requests to a host.
const GAP: Duration = Duration::from_millis(100);

/// What is sent apart may be seen closer together, where the machine is busy: so much sooner than it is due.
const LATE: Duration = Duration::from_secs(1);

/// The hosts that wait for a time-out need some 30 s; the rest is for a busy machine.
const MOST_TIME: Duration = Duration::from_mins(2);

/// Bodies and reading them, by docs/pages.md; in KiB.
#[cfg(target_os = "linux")]
const MOST_MEMORY: u64 = 512 * 1024;

const LIVE: &str = "live - sound";
const MOVED: &str = "moved permanent-redirect sound";
const TIMEOUT: &str = "failing timeout unknown";
const RESET: &str = "failing reset unknown";
const ODD: &str = "failing bad-response unknown";
const TROUBLE: &str = "failing server-error unknown";
const TLS: &str = "failing tls unknown";

/// What a host plays, and how many of a thousand do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Stands,
    Coded,
    Moved,
    Chain,
    Circle,
    LeadsInside,
    Refresh,
    NotFound,
    Gone,
    Forbidden,
    Wall,
    Trouble,
    Patience,
    Refused,
    Reset,
    Closed,
    Silent,
    DripsHead,
    DripsBody,
    Truncated,
    Endless,
    Bomb,
    Flood,
    NoHttp,
    Secure,
    Expired,
    NotTls,
    NoSuchName,
    NameTrouble,
    InsideName,
}

const MIX: &[(Class, u32)] = &[
    (Class::Stands, 334),
    (Class::Coded, 60),
    (Class::Moved, 60),
    (Class::Chain, 40),
    (Class::Circle, 20),
    (Class::LeadsInside, 20),
    (Class::Refresh, 30),
    (Class::NotFound, 50),
    (Class::Gone, 20),
    (Class::Forbidden, 30),
    (Class::Wall, 20),
    (Class::Trouble, 30),
    (Class::Patience, 20),
    (Class::Refused, 30),
    (Class::Reset, 20),
    (Class::Closed, 20),
    (Class::Silent, 20),
    (Class::DripsHead, 10),
    (Class::DripsBody, 10),
    (Class::Truncated, 20),
    (Class::Endless, 1),
    (Class::Bomb, 1),
    (Class::Flood, 10),
    (Class::NoHttp, 14),
    (Class::Secure, 20),
    (Class::Expired, 20),
    (Class::NotTls, 10),
    (Class::NoSuchName, 30),
    (Class::NameTrouble, 10),
    (Class::InsideName, 20),
];

/// What all hosts share.
struct Props {
    good: Front,
    expired: Front,
    bomb: Vec<Do>,
    coded: Vec<Do>,
}

impl Props {
    fn new(ours: &Authority) -> Self {
        let front = |validity| {
            // One certificate for all of them: a wildcard right below a top-level name is believed by nobody.
            let names: Vec<String> = (0..HOSTS).map(host).map(|name| format!("{name}.test")).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            Front::Tls(ours.identity(&names, validity).server_config(&["http/1.1"]))
        };
        let gzip = |bytes: &[u8]| {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
            encoder.write_all(bytes).unwrap();
            page(200, &[HTML[0], ("Content-Encoding", "gzip")], encoder.finish().unwrap())
        };
        Self {
            good: front(Validity::Now),
            expired: front(Validity::Past),
            bomb: gzip(&vec![b' '; 30 * 1024 * 1024]),
            coded: gzip(b"<!doctype html><title>A page</title><p>a page that stands"),
        }
    }
}

fn host(nth: usize) -> String {
    format!("h{nth}")
}

/// Numbers that look like chance, the same for the same seed.
fn chance(seed: u64) -> impl FnMut(u64) -> u64 {
    let mut state = seed;
    move |below| {
        // SplitMix64.
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % below
    }
}

/// A thousand classes, each at least once, in an order of chance.
fn classes(seed: u64) -> Vec<Class> {
    let mut all: Vec<Class> =
        MIX.iter().flat_map(|(class, count)| std::iter::repeat_n(*class, *count as usize)).collect();
    assert_eq!(all.len(), HOSTS);
    let mut chance = chance(seed);
    for nth in (1..all.len()).rev() {
        all.swap(nth, usize::try_from(chance(nth as u64 + 1)).unwrap());
    }
    all
}

/// Both pages of a host whose address says nothing.
fn of(class: Class, name: &str, props: &Props) -> Case {
    let send = |text: &str| Do::Send(text.as_bytes().to_vec());
    let stands = |_: &Asked| says("a page that stands");
    let step = |asked: &Asked| asked.target.matches('x').count();
    match class {
        Class::Stands => http(name, stands, LIVE),
        Class::Coded => steps(name, props.coded.clone(), LIVE),
        Class::Moved => http(
            name,
            move |asked| if step(asked) == 0 { redirect(301, &format!("{}x", asked.target)) } else { stands(asked) },
            MOVED,
        ),
        Class::Chain => http(
            name,
            move |asked| if step(asked) < 3 { redirect(302, &format!("{}x", asked.target)) } else { stands(asked) },
            LIVE,
        ),
        Class::Circle => http(name, |asked| redirect(302, &asked.target), "failing too-many-redirects unknown"),
        Class::LeadsInside => steps(name, redirect(302, "http://192.168.0.1/admin"), "skipped private-address unknown"),
        Class::Refresh => http(
            name,
            move |asked| {
                if step(asked) == 0 {
                    page(200, &[("Refresh", &format!("0;url={}x", asked.target))], "")
                } else {
                    stands(asked)
                }
            },
            LIVE,
        ),
        Class::NotFound => steps(name, page(404, HTML, "no such page"), "gone not-found broken"),
        Class::Gone => steps(name, page(410, HTML, "no more"), "gone gone broken"),
        Class::Forbidden => steps(name, page(403, HTML, "no"), "withheld forbidden unknown"),
        Class::Wall => steps(name, page(503, &[("cf-mitigated", "challenge")], "wait"), "withheld bot-wall unknown"),
        Class::Trouble => steps(name, page(500, HTML, "oh"), TROUBLE),
        Class::Patience => steps(
            name,
            page(503, &[("Retry-After", "3600")], "later"),
            "failing server-error unknown | skipped budget unknown",
        ),
        Class::Refused => nobody(name, "failing refused unknown"),
        Class::Reset => greeting(name, vec![Do::Reset], RESET),
        Class::Closed => steps(name, vec![Do::Close], RESET),
        Class::Silent => steps(name, vec![Do::Hang], TIMEOUT),
        Class::DripsHead => {
            steps(name, [vec![send("HTTP/1.1 200 OK\r\n")], again(b"X-More: yes\r\n", PAUSE * 20)].concat(), TIMEOUT)
        }
        Class::DripsBody => steps(
            name,
            [vec![Do::Send(head(200, HTML, Some(100_000)))], again(b"few words ", PAUSE * 20), vec![Do::Hang]].concat(),
            LIVE,
        ),
        Class::Truncated => {
            steps(name, vec![Do::Send(head(200, HTML, Some(5000))), send("<p>The first words"), Do::Close], LIVE)
        }
        Class::Endless => steps(
            name,
            vec![Do::Send(head(200, HTML, None)), Do::Pour(b"many more words ".repeat(512))],
            "live too-large sound | live - sound",
        ),
        Class::Bomb => steps(name, props.bomb.clone(), "live too-large sound | live - sound"),
        Class::Flood => {
            steps(name, vec![send("HTTP/1.1 200 OK\r\n"), Do::Pour(b"X-Flood: aaaaaaaa\r\n".repeat(100))], ODD)
        }
        Class::NoHttp => steps(name, vec![send("SSH-2.0-OpenSSH_9.6\r\n"), Do::Close], ODD),
        Class::Secure => https(name, props.good.clone(), stands, LIVE),
        Class::Expired => https(name, props.expired.clone(), stands, TLS),
        Class::NotTls => https(name, Front::Greeting(page(400, HTML, "speak plainly")), stands, TLS),
        Class::NoSuchName => named(name, Said::NoSuchName, "gone no-such-domain broken"),
        Class::NameTrouble => named(name, Said::Error(ResponseCode::ServFail), "failing dns-failure unknown"),
        Class::InsideName => {
            named(name, Said::Addresses(vec!["10.0.0.1".parse().unwrap()]), "skipped private-address unknown")
        }
    }
}

/// Runs the program, and tells how long it took and the most memory that it held, in KiB.
fn run(stage: &Stage, arguments: &[&str]) -> (Ran, Duration, u64) {
    let out = stage.place.path("out.json");
    let began = Instant::now();
    let mut child = stage.command(arguments).stdout(File::create(&out).unwrap()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let code = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status.code();
        }
        let told = std::fs::read_to_string(&status).unwrap_or_default();
        let held = told.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        peak = held.unwrap_or(peak);
        std::thread::sleep(Duration::from_millis(20));
    };
    let out = std::fs::read_to_string(out).unwrap();
    (Ran { code, out, err: String::new() }, began.elapsed(), peak)
}

#[test]
fn a_thousand_hosts_at_once_are_each_told_as_what_they_are_and_asked_at_their_pace() {
    let seed = std::env::var("WEB_SEED").map_or(SEED, |seed| seed.parse().unwrap());
    let ours = Authority::new();
    let props = Props::new(&ours);
    let classes = classes(seed);
    let mut cases = Vec::new();
    for (nth, class) in classes.iter().enumerate() {
        let case = of(*class, &host(nth), &props);
        let second = also(&format!("{}-b", host(nth)), &case.address().replace("{port}/", "{port}/b"), case.told());
        cases.extend([case, second]);
    }
    let stage = Stage::new(FETCH, cases);
    stage.place.write("ca.pem", ours.pem());
    let (ran, took, peak) = run(&stage, &["--allow-private", "127.20.0.0/16", "--ca", "ca.pem"]);
    stage.hold(ran);

    let (mut gaps, mut hasty) = (0, 0);
    for (nth, class) in classes.iter().enumerate() {
        let Some(server) = stage.find_server(&host(nth)) else { continue };
        let times: Vec<Duration> = server.asked().iter().map(|asked| asked.at).collect();
        gaps += times.len().saturating_sub(1);
        hasty += times.windows(2).filter(|pair| pair[1].saturating_sub(pair[0]) < GAP * 4 / 5).count();
        for (after, at) in (0..).zip(times.iter().skip(1)) {
            assert!(*at + LATE >= times[0] + GAP * (after + 1), "seed {seed}: {class:?} {times:?}");
        }
        // A connection that was given up may be open at the server for a moment longer.
        let is_quiet =
            matches!(class, Class::Stands | Class::Moved | Class::NotFound | Class::Secure | Class::Forbidden);
        assert!(!is_quiet || server.most_at_once() == 1, "{class:?}: {} at once", server.most_at_once());
        // One that rests is closed after a while, which a busy machine may need between two looks.
        assert!(!is_quiet || server.connections() <= 3, "{class:?}: {} connections", server.connections());
    }
    assert!(gaps > HOSTS && hasty * 20 < gaps, "seed {seed}: {hasty} of {gaps} gaps are too short");
    assert!(took < MOST_TIME, "seed {seed}: took {took:?}");
    #[cfg(target_os = "linux")]
    assert!((10 * 1024..MOST_MEMORY).contains(&peak), "seed {seed}: {} MiB", peak / 1024);
}
