//! Redirects, hop by hop.

use super::*;
use crate::observation::exchange::{ExchangeAnswer, PayloadEnd};
use crate::web::server::{Server, page, redirect};

#[tokio::test]
async fn every_hop_is_recorded_and_the_fragment_is_carried() {
    let server = Server::http(|asked| match asked.target.as_str() {
        "/1" => redirect(301, "/2"),
        "/2" => redirect(302, "http://other.example/3"),
        "/3" => redirect(303, "?4"),
        "/3?4" => redirect(307, "//third.example/5"),
        "/5" => redirect(308, "6 and søk"),
        _ => page(200, &[], "the end"),
    })
    .await;
    let options = NetworkOptions { record: true, ..at(server.address) };
    let look = look(&options, "http://news.example/1#:~:text=end").await;
    assert_eq!(bytes(&look), b"the end");
    assert_eq!(answer(&look).final_url, "http://third.example/6%20and%20s%C3%B8k#:~:text=end");
    let hops: Vec<(&str, u16, &str)> =
        look.observation.hops.iter().map(|hop| (hop.url.as_str(), hop.status, hop.location.as_str())).collect();
    assert_eq!(
        hops,
        [
            ("http://news.example/1#:~:text=end", 301, "/2"),
            ("http://news.example/2#:~:text=end", 302, "http://other.example/3"),
            ("http://other.example/3#:~:text=end", 303, "?4"),
            ("http://other.example/3?4#:~:text=end", 307, "//third.example/5"),
            ("http://third.example/5#:~:text=end", 308, "6 and søk"),
        ]
    );
    assert!(look.observation.hops.iter().all(|hop| hop.peer == Some(server.address.ip())));
    assert_eq!(look.exchanges.len(), 6);
    let ExchangeAnswer::Response(hop) = &look.exchanges[0].answer else { panic!() };
    assert_eq!((hop.status, hop.payload.as_slice(), hop.end == PayloadEnd::Whole), (301, &b"moved"[..], true));
}

#[tokio::test]
async fn a_redirect_that_is_not_followed_is_the_answer() {
    let server = Server::http(|_| redirect(302, "/elsewhere")).await;
    let mut request = request("http://news.example/");
    request.follow = Follow::None;
    let look = Fetcher::network(&at(server.address)).unwrap().look(&request).await;
    assert_eq!((answer(&look).status, answer(&look).header("location")), (302, Some("/elsewhere")));
    assert_eq!(server.targets(), ["/"]);
}

#[tokio::test]
async fn a_redirect_that_leads_nowhere_has_a_name() {
    for (location, expected) in [
        ("javascript:alert(1)", NoAnswer::BadRedirect(Some("javascript:alert(1)".to_owned()))),
        ("http://", NoAnswer::BadRedirect(Some("http://".to_owned()))),
        ("file:///etc/passwd", NoAnswer::BadRedirect(Some("file:///etc/passwd".to_owned()))),
        ("/", NoAnswer::RedirectLoop),
        ("", NoAnswer::RedirectLoop),
    ] {
        let server = Server::http(move |_| redirect(302, location)).await;
        let look = look(&at(server.address), "http://news.example/").await;
        assert_eq!(no_answer(&look), &expected, "{location}");
        let hop = look.observation.hops.first().map(|hop| (hop.status, hop.location.as_str()));
        assert_eq!(hop, Some((302, location)), "what the server said is kept");
    }
    let server = Server::http(|_| page(301, &[], "")).await;
    assert_eq!(no_answer(&look(&at(server.address), "http://news.example/").await), &NoAnswer::BadRedirect(None));
}

#[tokio::test]
async fn ten_hops_are_followed_and_an_eleventh_is_not() {
    let last = |end: u32| {
        move |asked: &crate::web::server::Asked| {
            let number: u32 = asked.target[1..].parse().unwrap();
            if number == end { page(200, &[], "end") } else { redirect(302, &format!("/{}", number + 1)) }
        }
    };
    let server = Server::http(last(10)).await;
    assert_eq!(look(&at(server.address), "http://news.example/0").await.observation.hops.len(), 10);
    let server = Server::http(last(11)).await;
    let look = look(&at(server.address), "http://news.example/0").await;
    assert_eq!(no_answer(&look), &NoAnswer::TooManyRedirects);
    assert_eq!(server.asked().len(), 11);
}

#[tokio::test]
async fn a_page_that_waits_for_its_cookie_gets_it_once_and_no_other_look_does() {
    let server = Server::http(|asked| match asked.header("cookie") {
        Some("seen=yes") => page(200, &[], "welcome"),
        Some(other) => page(500, &[], other),
        None => page(302, &[("Location", "/"), ("Set-Cookie", "seen=yes; Path=/; HttpOnly")], ""),
    })
    .await;
    let fetcher = Fetcher::network(&at(server.address)).unwrap();
    for _ in 0..2 {
        let look = fetcher.look(&request("http://news.example/")).await;
        assert_eq!((bytes(&look), look.observation.hops.len()), (&b"welcome"[..], 1));
    }
    assert_eq!(server.asked().iter().filter(|asked| asked.header("cookie").is_none()).count(), 2);
}

#[tokio::test]
async fn a_loop_that_cookies_do_not_end_is_a_loop() {
    let server = Server::http(|_| page(302, &[("Location", "/"), ("Set-Cookie", "seen=yes")], "")).await;
    let look = look(&at(server.address), "http://news.example/").await;
    assert_eq!(no_answer(&look), &NoAnswer::RedirectLoop);
    assert_eq!(server.asked().len(), 2);
}

#[tokio::test]
async fn a_redirect_to_the_inside_is_refused_without_a_connection() {
    let inside = Server::http(|_| page(200, &[], "inside")).await;
    let port = inside.address.port();
    for location in [
        format!("http://127.0.0.9:{port}/"),
        format!("http:\\\\127.0.0.9:{port}\\"),
        "http://169.254.169.254/latest/meta-data/".to_owned(),
        "http://[::ffff:10.0.0.1]/".to_owned(),
    ] {
        let server = Server::http(move |_| redirect(302, &location)).await;
        let allow_private = vec!["127.0.0.1/32".parse().unwrap()];
        let look = look(&NetworkOptions { allow_private, ..at(server.address) }, "http://news.example/").await;
        assert!(matches!(skip(&look), Skip::PrivateAddress(_)), "{:?}", look.observation);
        assert_eq!(look.observation.hops.len(), 1);
    }
    assert_eq!(inside.connections(), 0);
}
