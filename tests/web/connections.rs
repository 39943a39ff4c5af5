//! Servers that do not answer, or not as a server does: connections, and heads of answers.

use std::time::Duration;

use crate::place::{HTML, says};
use crate::stage::{PAUSE, Stage, USUAL, again, greeting, http, nobody, steps};
use crate::web::server::{Do, head};

const LIVE: &str = "live - sound";
const TIMEOUT: &str = "failing timeout unknown";
const RESET: &str = "failing reset unknown";
const ODD: &str = "failing bad-response unknown";

/// The whole time of a look here, and what is left of it for everybody else.
const SHORT: &str = "2s";

fn send(text: &str) -> Do {
    Do::Send(text.as_bytes().to_vec())
}

#[test]
fn every_way_of_not_answering_is_told_apart_and_none_is_broken() {
    const START: &str = "HTTP/1.1 200 OK\r\nX-Start: yes\r\n";
    let slowly = |text: &[u8]| vec![Do::Drip(text.to_vec(), Duration::from_millis(100)), Do::Hang];
    let cases = vec![
        nobody("refused", "failing refused unknown").says("refused the connection"),
        greeting("reset", vec![Do::Reset], RESET),
        greeting("closed", vec![Do::Close], RESET),
        http("closed-when-asked", |_| vec![Do::Close], RESET).asked(3),
        http("reset-when-asked", |_| vec![Do::Reset], RESET).asked(3),
        steps("half-a-head", vec![send(START), Do::Close], RESET).asked(3),
        steps("half-a-head-and-reset", vec![send(START), Do::Reset], RESET).asked(3),
        greeting("silent", vec![Do::Hang], TIMEOUT).says("did not answer in time"),
        http("silent-when-asked", |_| vec![Do::Hang], TIMEOUT),
        steps("stalls-in-its-head", vec![send(START), Do::Hang], TIMEOUT),
        steps("drips-its-head", slowly(&head(200, HTML, Some(5))), TIMEOUT),
        steps("drips-headers", [vec![send(START)], again(b"X-More: yes\r\n", PAUSE * 10)].concat(), TIMEOUT),
        http("slow", |_| [vec![Do::Wait(Duration::from_millis(400))], says("a page that stands")].concat(), LIVE)
            .asked(1),
        // In answer to a request: what comes before one may also be read as a connection that broke.
        steps("ssh", vec![send("SSH-2.0-OpenSSH_9.6\r\n"), Do::Close], ODD),
        steps("smtp", vec![send("220 mail.test ESMTP\r\n"), Do::Hang], ODD),
        steps("redis", vec![send("-ERR unknown command\r\n"), Do::Close], ODD),
        steps("noise", vec![Do::Send((0..=255).collect()), Do::Close], ODD),
        steps("zeros", vec![Do::Pour(vec![0; 4096])], ODD),
        steps("echo", vec![send("GET / HTTP/1.1\r\n\r\n"), Do::Close], ODD),
    ];
    Stage::new(&USUAL.replace("8s", SHORT), cases).play(&[]);
}

#[test]
fn a_head_is_read_as_far_as_browsers_read_it_and_no_further_than_a_limit() {
    let with = |name: &str, fields: &str, told| {
        let text = format!("HTTP/1.1 200 OK\r\n{fields}Content-Length: 2\r\n\r\nok");
        steps(name, vec![send(&text), Do::Close], told).asked(1)
    };
    let many = |count: usize| "X-Header: some words of it\r\n".repeat(count);
    let start = || send("HTTP/1.1 200 OK\r\n");
    let cases = vec![
        with("five-hundred-headers", &many(500), LIVE),
        with("six-hundred-headers", &many(600), ODD).says("larger than the limit"),
        with("a-million-headers", &many(1_000_000), ODD).says("larger than the limit"),
        steps("headers-for-ever", vec![start(), Do::Pour(many(100).into_bytes())], ODD).says("larger than the limit"),
        with("a-large-header", &format!("X-Large: {}\r\n", "a".repeat(64 * 1024)), LIVE),
        with("a-huge-header", &format!("X-Huge: {}\r\n", "a".repeat(2_000_000)), ODD).says("larger than the limit"),
        steps("a-header-for-ever", vec![send("HTTP/1.1 200 OK\r\nX-Endless: "), Do::Pour(vec![b'a'; 4096])], ODD)
            .says("larger than the limit"),
        steps("a-name-for-ever", vec![start(), Do::Pour(vec![b'a'; 4096])], ODD).says("larger than the limit"),
        with("no-colon", "This is no header\r\n", LIVE),
        with("space-in-a-name", "Bad Name: x\r\n", LIVE),
        with("space-before-the-colon", "X-Name : x\r\n", LIVE),
        with("no-name", ": x\r\n", LIVE),
        with("folded", "X-Folded: one\r\n two\r\n\tthree\r\n", LIVE),
        with("not-ascii", "X-Words: søk \u{1F4A9}\r\n", LIVE),
        with("null", "X-Null: a\0b\r\n", ODD).says("breaks the rules of HTTP"),
        with("newlines-only", "X-One: 1\nX-Two: 2\n", LIVE),
        with("length-twice-the-same", "Content-Length: 2\r\n", LIVE),
        with("two-lengths", "Content-Length: 1\r\n", ODD).says("breaks the rules of HTTP"),
        steps("no-length", vec![send("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nok"), Do::Close], ODD),
        steps("length-below-zero", vec![send("HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\nok"), Do::Close], ODD),
        // Chunks win, and these two letters are none.
        with("length-and-chunks", "Transfer-Encoding: chunked\r\n", RESET).asked(2),
        with("coded-transfer", "Transfer-Encoding: gzip\r\n", LIVE),
    ];
    Stage::new(USUAL, cases).play(&[]);
}
