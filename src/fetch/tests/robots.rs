//! Leave asked of robots.txt before every hop.

use std::sync::Arc;

use super::*;
use crate::evidence::EvidenceWriter;
use crate::observation::{Phase, RobotsRefusal, RobotsRule};
use crate::web::server::{Asked, Do, Server, page, redirect};

fn obeying(server: SocketAddr) -> NetworkOptions {
    NetworkOptions { robots: RobotsPolicy::Obey, ..at(server) }
}

/// A web whose robots.txt answers so; every page stands.
async fn web(robots: impl Fn(&Asked) -> Vec<Do> + Send + Sync + 'static) -> Server {
    Server::http(move |asked| match asked.target.as_str() {
        "/robots.txt" => robots(asked),
        "/away" => redirect(302, "http://other.example/private"),
        _ => page(200, &[("Content-Type", "text/html")], "<p>words</p>"),
    })
    .await
}

fn says(text: &'static str) -> impl Fn(&Asked) -> Vec<Do> + Send + Sync + 'static {
    move |_| page(200, &[("Content-Type", "text/plain")], text)
}

fn refusal(look: &Look) -> &RobotsRefusal {
    match skip(look) {
        Skip::Robots(refusal) => refusal,
        other => panic!("{other:?}"),
    }
}

fn line(text: &str) -> RobotsRule {
    RobotsRule::Line(text.to_owned())
}

#[tokio::test]
async fn what_is_refused_is_not_asked_for_and_the_line_is_told() {
    let server = web(says("User-agent: *\nDisallow: /private\n")).await;
    let fetcher = Fetcher::network(&obeying(server.address)).unwrap();
    assert_eq!(bytes(&fetcher.look(&request("http://news.example/page")).await), b"<p>words</p>");
    let refused = fetcher.look(&request("http://news.example/private/1")).await;
    let expected =
        RobotsRefusal { robots_txt: "http://news.example/robots.txt".to_owned(), why: line("Disallow: /private") };
    assert_eq!(refusal(&refused), &expected);
    assert_eq!(server.targets(), ["/robots.txt", "/page"], "the file is asked for once, the page not at all");
    let asked = &server.asked()[0];
    assert_eq!(asked.header("accept"), Some("text/plain,*/*;q=0.5"));
    assert!(asked.header("user-agent").unwrap().starts_with("citewatch"));
}

#[tokio::test]
async fn every_hop_is_asked_for_and_every_port_has_a_file_of_its_own() {
    let server = web(|asked| match asked.header("host") {
        Some("other.example") => page(200, &[], "User-agent: citewatch\nDisallow: /"),
        _ => page(404, &[], "none"),
    })
    .await;
    let look = look(&obeying(server.address), "http://news.example/away").await;
    assert_eq!(refusal(&look).robots_txt, "http://other.example/robots.txt");
    assert_eq!(look.observation.hops.len(), 1);
    assert_eq!(server.targets(), ["/robots.txt", "/away", "/robots.txt"]);
}

#[tokio::test]
async fn what_is_not_there_allows_all_and_a_server_in_trouble_allows_nothing() {
    for status in [204, 301, 304, 400, 401, 403, 404, 410, 451, 999] {
        let server = web(move |_| page(status, &[], "")).await;
        assert_eq!(bytes(&look(&obeying(server.address), "http://news.example/").await), b"<p>words</p>", "{status}");
    }
    for status in [500, 501, 503, 520] {
        let server = web(move |_| page(status, &[("Retry-After", "9")], "")).await;
        let look = look(&obeying(server.address), "http://news.example/").await;
        assert_eq!(refusal(&look).why, RobotsRule::Status(status));
        assert!(!server.targets().contains(&"/".to_owned()));
    }
    for (robots, expected) in [
        (vec![Do::Reset], NoAnswer::Reset),
        (
            vec![Do::Send(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n".to_vec()), Do::Hang],
            NoAnswer::Timeout(Phase::Body),
        ),
    ] {
        let server = web(move |_| robots.clone()).await;
        let mut options = obeying(server.address);
        options.fetch.timeout = Duration::from_secs(1);
        assert_eq!(refusal(&look(&options, "http://news.example/").await).why, RobotsRule::NoAnswer(expected));
    }
}

#[tokio::test]
async fn a_host_that_cannot_be_reached_is_told_as_such_and_not_as_refusing() {
    let options = obeying(Server::nobody().await);
    assert_eq!(no_answer(&look(&options, "http://news.example/").await), &NoAnswer::Refused);
    let options = NetworkOptions { robots: RobotsPolicy::Obey, allow_private: Vec::new(), ..options };
    assert!(matches!(skip(&look(&options, "http://127.0.0.1/").await), Skip::PrivateAddress(_)));
}

#[tokio::test]
async fn five_redirects_of_the_file_are_followed_across_hosts_through_the_guard() {
    let chain = |hops: usize| {
        move |asked: &Asked| {
            let done: usize =
                asked.header("host").and_then(|host| host.strip_prefix('r')?[..1].parse().ok()).unwrap_or(0);
            if done < hops {
                redirect(301, &format!("http://r{}.example/robots.txt", done + 1))
            } else {
                page(200, &[], "User-agent: *\nDisallow: /")
            }
        }
    };
    let server = web(chain(5)).await;
    let refused = look(&obeying(server.address), "http://news.example/").await;
    assert_eq!(refusal(&refused).robots_txt, "http://news.example/robots.txt", "it holds for the first host");
    let server = web(chain(6)).await;
    answer(&look(&obeying(server.address), "http://news.example/").await);
    assert_eq!(server.targets().len(), 7, "the file, five hops and the page");
    for inside in ["http://10.0.0.1/robots.txt", "http://169.254.169.254/robots.txt", "ftp://news.example/"] {
        let server = web(move |_| redirect(302, inside)).await;
        answer(&look(&obeying(server.address), "http://news.example/").await);
        assert_eq!(server.targets(), ["/robots.txt", "/"]);
    }
}

#[tokio::test]
async fn half_a_megabyte_is_read_and_no_more() {
    let rules = |comment: usize| format!("User-agent: *\n#{}\nDisallow: /private\n", "x".repeat(comment));
    let within = rules(500 * 1024 - 50);
    let server = web(move |_| page(200, &[], &within)).await;
    assert_eq!(
        refusal(&look(&obeying(server.address), "http://news.example/private").await).why,
        line("Disallow: /private")
    );
    let beyond = rules(500 * 1024);
    let server = web(move |_| page(200, &[], &beyond)).await;
    answer(&look(&obeying(server.address), "http://news.example/private").await);
    let endless = web(|_| {
        vec![Do::Send(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /\n".to_vec()), Do::Pour(vec![b'#'; 4096])]
    })
    .await;
    let look = look(&obeying(endless.address), "http://news.example/").await;
    assert_eq!(refusal(&look).why, line("Disallow: /"));
    assert!(look.observation.elapsed_ms < 30_000);
}

#[tokio::test]
async fn looks_at_once_ask_for_the_file_once_and_within_the_pace() {
    let server = web(|_| page(200, &[], "User-agent: *\nCrawl-delay: 0.2\nDisallow: /private")).await;
    let fetcher = Arc::new(Fetcher::network(&obeying(server.address)).unwrap());
    let looks: Vec<_> = (0..5)
        .map(|number| {
            let (fetcher, request) = (Arc::clone(&fetcher), request(&format!("http://news.example/{number}")));
            tokio::spawn(async move { fetcher.look(&request).await })
        })
        .collect();
    for look in looks {
        answer(&look.await.unwrap());
    }
    let asked = server.asked();
    assert_eq!(asked.iter().filter(|asked| asked.target == "/robots.txt").count(), 1);
    // Each may wait for a processor between its turn and the server; without the pace all five come at once.
    let whole = asked[5].at.saturating_sub(asked[1].at);
    assert!(whole > Duration::from_millis(600), "five requests at five a second took {whole:?}");
}

#[tokio::test]
async fn a_replay_answers_from_the_files_and_where_there_is_none_all_is_allowed() {
    let server = web(says("User-agent: *\nDisallow: /private\n")).await;
    let folder = tempfile::tempdir().unwrap();
    let fetcher = Fetcher::network(&NetworkOptions { record: true, ..obeying(server.address) }).unwrap();
    let mut writer = EvidenceWriter::open(folder.path()).unwrap();
    let urls = ["http://news.example/private", "http://news.example/page"];
    let mut seen = Vec::new();
    for url in urls {
        let look = fetcher.look(&request(url)).await;
        writer.write(&look.exchanges).unwrap();
        seen.push(look);
    }
    writer.finish().unwrap();
    assert_eq!(seen.iter().map(|look| look.exchanges.len()).collect::<Vec<_>>(), [1, 1], "the file, then the page");
    let files = || Replay::open(&[folder.path().to_owned()]).unwrap();
    let replay = Fetcher::replay(files(), None, RobotsPolicy::Obey);
    for (url, seen) in urls.iter().zip(&seen) {
        let again = replay.look(&request(url)).await;
        assert_eq!(again.observation.outcome, seen.observation.outcome);
    }
    let refused = replay.look(&request("http://news.example/private")).await;
    assert_eq!(refused.observation.observed_at, seen[0].exchanges[0].sent_at);
    let ignoring = Fetcher::replay(files(), None, RobotsPolicy::Ignore);
    assert_eq!(skip(&ignoring.look(&request("http://news.example/private")).await), &Skip::NotInReplay);

    let plain = Server::http(|_| page(200, &[], "words")).await;
    let look = look(&NetworkOptions { record: true, ..at(plain.address) }, "http://news.example/").await;
    let folder = tempfile::tempdir().unwrap();
    let mut writer = EvidenceWriter::open(folder.path()).unwrap();
    writer.write(&look.exchanges).unwrap();
    writer.finish().unwrap();
    let replay = Fetcher::replay(Replay::open(&[folder.path().to_owned()]).unwrap(), None, RobotsPolicy::Obey);
    assert_eq!(bytes(&replay.look(&request("http://news.example/")).await), b"words");
}
