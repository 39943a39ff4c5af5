//! Bodies: coded, cut, endless, slow, large.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::*;
use crate::observation::BodyEnd;
use crate::observation::exchange::{ExchangeAnswer, PayloadEnd};
use crate::web::server::{Do, Server, head, page};

const MB: usize = 1024 * 1024;

pub(super) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

async fn body_of(steps: Vec<Do>) -> Look {
    let server = Server::http(move |_| steps.clone()).await;
    let mut options = at(server.address);
    options.record = true;
    options.fetch.timeout = Duration::from_secs(2);
    look(&options, "http://news.example/").await
}

fn payload(look: &Look) -> (&[u8], bool) {
    match &look.exchanges.last().unwrap().answer {
        ExchangeAnswer::Response(response) => (&response.payload, response.end == PayloadEnd::Whole),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_coded_body_is_decoded_for_us_and_kept_coded_as_evidence() {
    let packed = gzip(b"some words");
    let look = body_of(page(200, &[("Content-Encoding", "gzip"), ("Content-Type", "text/html")], &packed)).await;
    assert_eq!(bytes(&look), b"some words");
    assert_eq!(answer(&look).bytes, 10);
    assert_eq!(answer(&look).body, BodyEnd::Whole);
    assert_eq!(payload(&look), (packed.as_slice(), true));
}

#[tokio::test]
async fn an_empty_coding_and_one_that_is_wrong_are_forgiven() {
    let look = body_of(page(200, &[("Content-Encoding", ""), ("Content-Type", "text/html")], gzip(b"words"))).await;
    assert_eq!(bytes(&look), b"words");
    let look = body_of(page(200, &[("Content-Encoding", "gzip")], "<p>words</p>")).await;
    assert_eq!(bytes(&look), b"<p>words</p>");
    let file = gzip(b"a file");
    let look = body_of(page(200, &[("Content-Type", "application/gzip")], &file)).await;
    assert_eq!(bytes(&look), file);
}

#[tokio::test]
async fn an_unknown_coding_has_a_digest_and_no_text() {
    let look = body_of(page(200, &[("Content-Encoding", "gzip"), ("Content-Encoding", "sdch")], "??")).await;
    assert_eq!(answer(&look).body, BodyEnd::Undecodable("gzip,sdch".to_owned()));
    assert_eq!(answer(&look).bytes, 2);
    assert!(look.body.is_none());
}

#[tokio::test]
async fn a_body_that_ends_early_is_truncated_and_keeps_what_came() {
    for end in [Do::Close, Do::Reset] {
        let look = body_of(vec![
            Do::Send(head(200, &[], Some(100))),
            Do::Send(b"half".to_vec()),
            Do::Wait(Duration::from_millis(50)),
            end,
        ])
        .await;
        assert_eq!(answer(&look).body, BodyEnd::Truncated);
        assert_eq!(bytes(&look), b"half");
        assert_eq!(payload(&look), (&b"half"[..], false));
    }
    let chunked = head(200, &[("Transfer-Encoding", "chunked")], None);
    let look = body_of(vec![Do::Send(chunked), Do::Send(b"4\r\nhalf\r\n".to_vec()), Do::Close]).await;
    assert_eq!((answer(&look).body.clone(), bytes(&look)), (BodyEnd::Truncated, &b"half"[..]));
    let packed = gzip(&vec![b'x'; 100_000]);
    let look = body_of(page(200, &[("Content-Encoding", "gzip")], &packed[..packed.len() / 2])).await;
    assert_eq!(answer(&look).body, BodyEnd::Truncated);
}

#[tokio::test]
async fn a_body_without_a_length_ends_with_the_connection() {
    let look = body_of(vec![Do::Send(head(200, &[], None)), Do::Send(b"all of it".to_vec()), Do::Close]).await;
    assert_eq!((answer(&look).body.clone(), bytes(&look)), (BodyEnd::Whole, &b"all of it"[..]));
}

#[tokio::test]
async fn a_drip_ends_at_the_deadline_of_the_look() {
    let mut steps = vec![Do::Send(head(200, &[], Some(1000)))];
    for _ in 0..1000 {
        steps.extend([Do::Send(b"x".to_vec()), Do::Wait(Duration::from_millis(100))]);
    }
    let look = body_of(steps).await;
    assert_eq!(answer(&look).body, BodyEnd::TimedOut);
    assert!((1..500).contains(&bytes(&look).len()), "{}", bytes(&look).len());
    assert!((1900..30_000).contains(&look.observation.elapsed_ms), "{}", look.observation.elapsed_ms);
}

#[tokio::test]
async fn a_page_over_the_cap_is_cut_there() {
    let server = Server::http(|asked| {
        let media = if asked.target == "/pdf" { "application/pdf" } else { "text/html" };
        vec![Do::Send(head(200, &[("Content-Type", media)], None)), Do::Pour(vec![b'x'; 64 * 1024])]
    })
    .await;
    let options =
        NetworkOptions { fetch: Fetch { timeout: Duration::from_secs(30), ..options().fetch }, ..at(server.address) };
    let page = look(&options, "http://news.example/page").await;
    assert_eq!((answer(&page).body.clone(), bytes(&page).len()), (BodyEnd::OverCap, 20 * MB));
    let pdf = look(&options, "http://news.example/pdf").await;
    assert_eq!((answer(&pdf).body.clone(), bytes(&pdf).len()), (BodyEnd::OverCap, 25 * MB));
}

#[tokio::test]
async fn a_bomb_costs_no_more_than_the_cap() {
    let bomb = gzip(&vec![0; 30 * MB]);
    let look = body_of(page(200, &[("Content-Encoding", "gzip"), ("Content-Type", "text/html")], &bomb)).await;
    assert_eq!(answer(&look).body, BodyEnd::OverCap);
    assert_eq!(answer(&look).bytes, 20 * MB as u64);
}

#[tokio::test]
async fn an_endless_body_behind_a_redirect_is_left_alone() {
    let server = Server::http(|asked| match asked.target.as_str() {
        "/from" => vec![Do::Send(head(302, &[("Location", "/to")], None)), Do::Pour(vec![b'x'; 64 * 1024])],
        _ => page(200, &[], "there"),
    })
    .await;
    let look = look(&at(server.address), "http://news.example/from").await;
    assert_eq!(bytes(&look), b"there");
}
