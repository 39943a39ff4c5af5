//! Attempts, patience, lanes, and answers out of recorded files.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::observation::{BodyEnd, Trouble};
use crate::web::server::{Asked, Do, Server, head, page};

/// Does `first` for so many requests, then answers.
fn after(count: usize, first: Vec<Do>) -> impl Fn(&Asked) -> Vec<Do> + Send + Sync + 'static {
    let asked = Arc::new(AtomicUsize::new(0));
    move |_| if asked.fetch_add(1, Ordering::SeqCst) < count { first.clone() } else { page(200, &[], "at last") }
}

#[tokio::test]
async fn what_passes_is_tried_again_and_every_attempt_is_told() {
    for status in [408, 425, 429, 500, 502, 503, 521] {
        let server = Server::http(after(2, page(status, &[], "later"))).await;
        let options = NetworkOptions { record: true, ..at(server.address) };
        let look = look(&options, "http://news.example/").await;
        assert_eq!(bytes(&look), b"at last");
        assert_eq!(look.observation.retried, [Trouble::Status(status), Trouble::Status(status)]);
        assert_eq!(look.exchanges.len(), 3);
    }
    let server = Server::http(after(1, vec![Do::Reset])).await;
    let look = look(&at(server.address), "http://news.example/").await;
    assert_eq!(bytes(&look), b"at last");
    assert_eq!(look.observation.retried, [Trouble::NoAnswer(NoAnswer::Reset)]);
}

#[tokio::test]
async fn a_body_that_breaks_off_is_asked_for_once_more() {
    let half = || vec![Do::Send(head(200, &[], Some(100))), Do::Send(b"half".to_vec()), Do::Close];
    let server = Server::http(after(1, half())).await;
    let options = NetworkOptions { record: true, ..at(server.address) };
    let seen = look(&options, "http://news.example/").await;
    assert_eq!((bytes(&seen), &answer(&seen).body), (&b"at last"[..], &BodyEnd::Whole));
    assert_eq!((seen.observation.retried.len(), seen.exchanges.len()), (1, 2));
    let server = Server::http(after(9, half())).await;
    let seen = look(&at(server.address), "http://news.example/").await;
    assert_eq!((bytes(&seen), server.asked().len()), (&b"half"[..], 2));
    let server = Server::http(|_| vec![Do::Send(head(200, &[], Some(100))), Do::Close]).await;
    let seen = look(&at(server.address), "http://news.example/").await;
    assert_eq!((no_answer(&seen), server.asked().len()), (&NoAnswer::Reset, 2));
    let server = Server::http(|_| vec![Do::Send(head(404, &[], Some(100))), Do::Close]).await;
    assert_eq!(answer(&look(&at(server.address), "http://news.example/").await).status, 404);
}

#[tokio::test]
async fn a_third_failure_is_the_answer() {
    let server = Server::http(|_| page(503, &[], "busy")).await;
    let look = look(&at(server.address), "http://news.example/").await;
    assert_eq!((answer(&look).status, bytes(&look)), (503, &b"busy"[..]));
    assert_eq!((server.asked().len(), look.observation.retried.len()), (3, 2));
}

#[tokio::test]
async fn what_is_firm_is_asked_once() {
    for (status, headers) in [(404, vec![]), (403, vec![]), (999, vec![]), (503, vec![("CF-Mitigated", "challenge")])] {
        let server = Server::http(move |_| page(status, &headers, "no")).await;
        let look = look(&at(server.address), "http://news.example/").await;
        assert_eq!((answer(&look).status, server.asked().len()), (status, 1));
    }
}

#[tokio::test]
async fn retry_after_is_waited_for() {
    let server = Server::http(after(1, page(503, &[("Retry-After", "1")], ""))).await;
    let fetcher = Fetcher::network(&at(server.address)).unwrap();
    assert_eq!(bytes(&fetcher.look(&request("http://news.example/")).await), b"at last");
    let asked = server.asked();
    let apart = asked[1].at.saturating_sub(asked[0].at);
    assert!(apart >= Duration::from_millis(990), "{apart:?}");
}

#[tokio::test]
async fn what_a_host_asks_for_is_not_taken_from_the_time_of_its_page() {
    let server = Server::http(after(1, page(429, &[("Retry-After", "1")], ""))).await;
    let mut options = at(server.address);
    options.fetch.timeout = Duration::from_millis(600);
    let fetcher = Fetcher::network(&options).unwrap();
    assert_eq!(bytes(&fetcher.look(&request("http://news.example/")).await), b"at last");
}

#[tokio::test]
async fn a_host_that_wants_an_hour_is_left_alone_and_no_other() {
    let server = Server::http(|asked| match asked.header("host") {
        Some("www.busy.example") => page(429, &[("Retry-After", "3600")], "later"),
        _ => page(200, &[], "fine"),
    })
    .await;
    let fetcher = Fetcher::network(&at(server.address)).unwrap();
    let first = fetcher.look(&request("http://www.busy.example/")).await;
    assert_eq!((answer(&first).status, answer(&first).header("retry-after")), (429, Some("3600")));
    let second = fetcher.look(&request("http://busy.example/other")).await;
    assert_eq!(skip(&second), &Skip::AskedToWait(3600));
    assert_eq!(bytes(&fetcher.look(&request("http://calm.example/")).await), b"fine");
    assert_eq!(server.asked().len(), 2);
}

#[tokio::test]
async fn an_archive_that_refuses_is_held_for_a_minute_without_being_told_to() {
    let server = Server::http(|_| page(429, &[], "")).await;
    let fetcher = Fetcher::network(&at(server.address)).unwrap();
    let mut ask = request("http://archive.example/");
    ask.purpose = Purpose::Archive;
    ask.accept_datetime = Some("2021-01-01T00:00:00Z".parse().unwrap());
    assert_eq!(answer(&fetcher.look(&ask).await).status, 429);
    assert_eq!(server.asked().len(), 1);
    assert_eq!(server.asked()[0].header("accept-datetime"), Some("Fri, 01 Jan 2021 00:00:00 GMT"));
}

#[tokio::test]
async fn a_silent_host_delays_nobody_else() {
    let server = Server::http(|asked| match asked.header("host") {
        Some("silent.example") => vec![Do::Hang],
        _ => page(200, &[], "here"),
    })
    .await;
    let mut options = at(server.address);
    options.fetch.concurrency = 2;
    options.fetch.per_host.concurrency = 1;
    let fetcher = Arc::new(Fetcher::network(&options).unwrap());
    let looking = |url: &str| {
        let (fetcher, request) = (Arc::clone(&fetcher), request(url));
        tokio::spawn(async move { fetcher.look(&request).await })
    };
    let silent: Vec<_> = (0..5).map(|number| looking(&format!("http://silent.example/{number}"))).collect();
    for number in 0..20 {
        let look = looking(&format!("http://quick{number}.example/")).await.unwrap();
        assert_eq!(bytes(&look), b"here");
    }
    assert!(silent.iter().all(|look| !look.is_finished()));
    for look in silent {
        look.abort();
    }
}

#[tokio::test]
async fn the_pace_of_a_host_is_kept_at_the_server() {
    let server = Server::http(|_| page(200, &[], "")).await;
    let mut options = at(server.address);
    options.fetch.per_host = PerHost { requests_per_second: 20.0, concurrency: 4 };
    let fetcher = Arc::new(Fetcher::network(&options).unwrap());
    let looks: Vec<_> = (0..6)
        .map(|number| {
            let (fetcher, request) = (Arc::clone(&fetcher), request(&format!("http://news.example/{number}")));
            tokio::spawn(async move { fetcher.look(&request).await })
        })
        .collect();
    for look in looks {
        answer(&look.await.unwrap());
    }
    let asked = server.asked();
    let whole = asked[5].at.saturating_sub(asked[0].at);
    assert!(whole >= Duration::from_millis(230), "six requests at twenty a second took {whole:?}");
}

#[tokio::test]
async fn a_host_that_stays_silent_is_not_waited_for_by_every_citation() {
    let server = Server::http(|_| vec![Do::Hang]).await;
    let mut options = at(server.address);
    options.fetch.timeout = Duration::from_millis(200);
    let fetcher = Fetcher::network(&options).unwrap();
    let mut looks = 0;
    while looks < 20 {
        looks += 1;
        let look = fetcher.look(&request(&format!("http://news.example/{looks}"))).await;
        if look.observation.outcome == Outcome::Skipped(Skip::Budget) {
            break;
        }
    }
    assert!((5..14).contains(&looks), "{looks}");
}
