//! What every status comes to: the codes of the registry, those of vendors, and those that are no codes at all.

use crate::place::HTML;
use crate::stage::{Case, PAUSE, Stage, USUAL, again, http, steps};
use crate::web::server::{Do, head, page};

const LIVE: &str = "live - sound";
const MOVED: &str = "moved permanent-redirect sound";
const ODD: &str = "failing bad-response unknown";
const TROUBLE: &str = "failing server-error unknown";
const FORBIDDEN: &str = "withheld forbidden unknown";
const LOGIN: &str = "withheld login unknown";

/// Statuses, verdict, requests to each.
const STATUSES: &[(&[u16], &str, usize)] = &[
    // A success is a page, whatever it is called.
    (&[200, 201, 203, 206, 207, 208, 226, 250, 299], LIVE, 1),
    // One that was accepted, or that has nothing to show, is there; its quotes are told of below.
    (&[202, 204, 205], LIVE, 1),
    (&[301, 308], MOVED, 2),
    (&[302, 303, 307], LIVE, 2),
    // A list of choices, proxies of old, and numbers that nobody gave a meaning lead nowhere, Location or not.
    (&[300, 304, 305, 306, 309, 350, 399], ODD, 1),
    (&[401, 407, 440], LOGIN, 1),
    (&[402], "withheld paywall unknown", 1),
    (&[403, 405, 406, 412, 415, 418, 421, 428], FORBIDDEN, 1),
    (&[404], "gone not-found broken", 2),
    (&[410], "gone gone broken", 2),
    (&[408, 425], TROUBLE, 3),
    (&[429], "withheld rate-limited unknown", 3),
    (&[451], "withheld legal unknown", 1),
    // Of the rest nobody can say whether it is the page or the question.
    (&[400, 409, 411, 413, 414, 416, 417, 419, 420, 422, 423, 424, 426, 430, 431], ODD, 1),
    (&[444, 449, 450, 460, 463, 494, 495, 496, 497, 498, 499], ODD, 1),
    (&[500, 501, 502, 503, 504, 505, 506, 507, 508, 509, 510, 511], TROUBLE, 3),
    (&[520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 561, 598, 599], TROUBLE, 3),
    (&[600, 700, 777, 998], ODD, 1),
    (&[999], "withheld bot-wall unknown", 1),
];

/// A page under that status, with a place to go to.
fn answer(status: u16, target: &str) -> Vec<Do> {
    const PAGE: &str = "<!doctype html><title>An answer</title><p>Some words of the server.</p>";
    match status {
        _ if target == "/new" => page(200, HTML, PAGE),
        204 | 205 | 304 => vec![Do::Send(head(status, &[], None)), Do::Close],
        _ => page(status, &[HTML[0], ("Location", "/new")], PAGE),
    }
}

#[test]
fn every_status_is_told_apart_and_only_the_gone_are_broken() {
    let cases = STATUSES.iter().flat_map(|(statuses, told, requests)| {
        statuses.iter().map(|status| {
            let status = *status;
            http(&status.to_string(), move |asked| answer(status, &asked.target), told).asked(*requests)
        })
    });
    let stage = Stage::new(USUAL, cases.collect());
    stage.play(&[]);
    let url = format!("http://503.test:{}/", stage.port);
    let history = stage.place.run(&["history", &url, "--format", "json"]).expect(0, &[]).json();
    assert_eq!(history["observations"][0]["attempts"], 3);
}

/// A head that is sent as it stands, with a page behind it.
fn raw(name: &str, head: &str, told: &'static str) -> Case {
    let bytes = format!("{head}<!doctype html><title>An answer</title><p>Some words of the server.</p>").into_bytes();
    steps(name, vec![Do::Send(bytes), Do::Close], told).asked(1)
}

#[test]
fn a_status_line_is_read_as_browsers_read_it_and_what_is_none_is_no_answer() {
    let cases = vec![
        raw("no-reason", "HTTP/1.1 200\r\n\r\n", LIVE),
        raw("empty-reason", "HTTP/1.1 200 \r\n\r\n", LIVE),
        raw("odd-reason", "HTTP/1.1 200 \u{ff}\t404 Not Found <b>\r\n\r\n", LIVE),
        raw("another-reason", "HTTP/1.1 404 OK\r\n\r\n", "gone not-found broken").asked(2),
        raw("newlines-only", "HTTP/1.1 200 OK\n\n", LIVE),
        raw("http-1-0", "HTTP/1.0 200 OK\r\n\r\n", LIVE),
        raw("0", "HTTP/1.1 0 No\r\n\r\n", ODD).says("breaks the rules of HTTP"),
        raw("000", "HTTP/1.1 000 No\r\n\r\n", ODD).says("breaks the rules of HTTP"),
        raw("99", "HTTP/1.1 99 No\r\n\r\n", ODD),
        raw("099", "HTTP/1.1 099 No\r\n\r\n", ODD),
        raw("1000", "HTTP/1.1 1000 No\r\n\r\n", ODD),
        raw("minus", "HTTP/1.1 -200 No\r\n\r\n", ODD),
        raw("words", "HTTP/1.1 OK\r\n\r\n", ODD),
        raw("nothing", "HTTP/1.1\r\n\r\n", ODD),
        raw("http-0-9", "", ODD).says("breaks the rules of HTTP"),
        raw("http-1-2", "HTTP/1.2 200 OK\r\n\r\n", ODD),
        raw("http-2-in-words", "HTTP/2 200\r\n\r\n", ODD),
        raw("icy", "ICY 200 OK\r\n\r\n", ODD),
        raw("lower-case", "http/1.1 200 ok\r\n\r\n", ODD),
    ];
    Stage::new(USUAL, cases).play(&[]);
}

#[test]
fn what_is_said_before_the_answer_is_not_the_answer() {
    const THEN: &str = "HTTP/1.1 200 OK\r\n\r\n";
    let before = |name: &str, interim: &str| raw(name, &(interim.to_owned() + THEN), LIVE);
    let cases = vec![
        before("100", "HTTP/1.1 100 Continue\r\n\r\n"),
        before("102", "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"),
        before("103", "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n"),
        before("199", "HTTP/1.1 199 Whatever\r\n\r\n"),
        before("a-thousand", &"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n".repeat(1000)),
        raw("101", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n", ODD),
        steps(
            "100-and-silence",
            vec![Do::Send(b"HTTP/1.1 100 Continue\r\n\r\n".to_vec()), Do::Hang],
            "failing timeout unknown",
        ),
        steps(
            "100-and-the-end",
            vec![Do::Send(b"HTTP/1.1 100 Continue\r\n\r\n".to_vec()), Do::Close],
            "failing reset unknown",
        ),
        steps("102-for-ever", again(b"HTTP/1.1 102 Processing\r\n\r\n", PAUSE), "failing timeout unknown"),
        steps(
            "102-as-fast-as-can-be",
            vec![Do::Pour("HTTP/1.1 102 Processing\r\n\r\n".repeat(1000).into_bytes())],
            "failing timeout unknown",
        ),
    ];
    Stage::new(&USUAL.replace("8s", "4s"), cases).play(&[]);
}
