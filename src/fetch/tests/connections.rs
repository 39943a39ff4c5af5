//! Statuses, broken connections, broken TLS, broken HTTP, and the addresses that are never connected to.

use rcgen::{BasicConstraints, IsCa};

use super::*;
use crate::observation::exchange::PayloadEnd;
use crate::observation::{DnsFailure, Phase, ProtocolFailure, TlsFailure};
use crate::web::certificates::{Authority, Identity, Validity};
use crate::web::server::{Do, Server, head, page};

#[tokio::test]
async fn every_status_is_an_answer() {
    let server = Server::http(|asked| page(asked.target[1..].parse().unwrap(), &[], "text")).await;
    let fetcher = Fetcher::network(&at(server.address)).unwrap();
    for status in [200, 203, 206, 226, 300, 400, 401, 402, 403, 404, 405, 406, 410, 418, 451, 999] {
        let look = fetcher.look(&request(&format!("http://news.example/{status}"))).await;
        assert_eq!(answer(&look).status, status);
        assert_eq!(bytes(&look), b"text");
    }
    assert!(fetcher.heard_anything());
}

#[tokio::test]
async fn the_request_is_that_of_an_honest_reader_and_is_recorded_as_it_was_sent() {
    let server = Server::http(|_| page(200, &[("Content-Type", "text/html"), ("ETag", "\"1\"")], "hello")).await;
    let options = NetworkOptions { record: true, ..at(server.address) };
    let look = look(&options, "http://news.example/a?b=c#part").await;
    let asked = &server.asked()[0];
    assert_eq!(asked.target, "/a?b=c");
    assert_eq!(asked.header("user-agent"), Some("citewatch-test/1 (+https://citewatch.example/bot)"));
    assert_eq!(asked.header("host"), Some("news.example"));
    assert_eq!(asked.header("accept-encoding"), Some("gzip, deflate, br, zstd"));
    assert_eq!(asked.header("referer"), None);
    let sent: Vec<(String, String)> = asked
        .head
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let exchange = &look.exchanges[0];
    assert_eq!(exchange.request_headers, sent);
    assert_eq!(exchange.url, "http://news.example/a?b=c");
    let crate::observation::exchange::ExchangeAnswer::Response(response) = &exchange.answer else { panic!() };
    assert_eq!((response.version, response.status, response.end == PayloadEnd::Whole), ("HTTP/1.1", 200, true));
    assert_eq!(response.payload, b"hello");
    assert_eq!(response.peer, Some(server.address.ip()));
    assert_eq!(answer(&look).header("etag"), Some("\"1\""));
    assert_eq!(answer(&look).final_url, "http://news.example/a?b=c#part");
    assert_eq!(answer(&look).sha256, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
}

#[tokio::test]
async fn a_port_where_nobody_listens_is_refused_and_the_network_is_there() {
    let fetcher = Fetcher::network(&at(Server::nobody().await)).unwrap();
    assert!(!fetcher.heard_anything());
    let look = fetcher.look(&request("http://news.example/")).await;
    assert_eq!(no_answer(&look), &NoAnswer::Refused);
    assert_eq!(look.observation.retried, []);
    assert!(fetcher.heard_anything());
}

#[tokio::test]
async fn a_broken_connection_has_a_name() {
    let cases: [(Vec<Do>, NoAnswer); 7] = [
        (vec![Do::Close], NoAnswer::Reset),
        (vec![Do::Reset], NoAnswer::Reset),
        (vec![Do::Send(b"HTTP/1.1 200 OK\r\nContent-Ty".to_vec()), Do::Close], NoAnswer::Reset),
        (vec![Do::Send(b"ICY 200 OK\r\n\r\nmusic".to_vec()), Do::Close], protocol(ProtocolFailure::BadHead)),
        (vec![Do::Send(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec()), Do::Hang], protocol(ProtocolFailure::BadHead)),
        (vec![Do::Send(b"HTTP/1.1 000 No\r\n\r\n".to_vec()), Do::Close], protocol(ProtocolFailure::BadHead)),
        (
            vec![Do::Send(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab".to_vec()), Do::Close],
            protocol(ProtocolFailure::BadHead),
        ),
    ];
    for (behaviour, expected) in cases {
        let told = format!("{behaviour:?}");
        let server = Server::http(move |_| behaviour.clone()).await;
        let look = look(&at(server.address), "http://news.example/").await;
        assert_eq!(no_answer(&look), &expected, "{told}");
    }
}

fn protocol(failure: ProtocolFailure) -> NoAnswer {
    NoAnswer::Protocol(failure)
}

#[tokio::test]
async fn five_hundred_headers_are_read_and_a_flood_of_them_is_not() {
    let many = |count: usize| {
        let fields = format!("X-Header: {}\r\n", "x".repeat(40)).repeat(count);
        format!("HTTP/1.1 200 OK\r\n{fields}Content-Length: 2\r\n\r\nok").into_bytes()
    };
    let server = Server::http(move |_| vec![Do::Send(many(500))]).await;
    assert_eq!(answer(&look(&at(server.address), "http://news.example/").await).status, 200);
    let server = Server::http(move |_| vec![Do::Send(many(600))]).await;
    let look_at_it = look(&at(server.address), "http://news.example/").await;
    assert_eq!(no_answer(&look_at_it), &protocol(ProtocolFailure::HeadTooLarge));
    let endless = [b"X-More: ", &[b'x'; 2000][..], b"\r\n"].concat();
    let server =
        Server::http(move |_| vec![Do::Send(head(200, &[], None)[..22].to_vec()), Do::Pour(endless.clone())]).await;
    let look_at_it = look(&at(server.address), "http://news.example/").await;
    assert_eq!(no_answer(&look_at_it), &protocol(ProtocolFailure::HeadTooLarge));
}

#[tokio::test]
async fn sloppy_heads_are_read_as_browsers_read_them() {
    for head in [
        "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\nContent-Length: 2\n\nok",
        "HTTP/1.1 200 OK\r\nBad Name: x\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length : 2\r\n\r\nok",
        "HTTP/1.0 200 OK\r\n\r\nok",
    ] {
        let server = Server::http(move |_| vec![Do::Send(head.as_bytes().to_vec()), Do::Close]).await;
        let look = look(&at(server.address), "http://news.example/").await;
        assert_eq!(bytes(&look), b"ok", "{head:?}");
    }
}

#[tokio::test]
async fn a_server_that_takes_the_request_and_says_nothing_times_out_on_the_head() {
    let server = Server::http(|_| vec![Do::Hang]).await;
    let mut options = at(server.address);
    options.fetch.timeout = Duration::from_millis(900);
    let look = look(&options, "http://news.example/").await;
    assert_eq!(no_answer(&look), &NoAnswer::Timeout(Phase::Head));
    assert!((600..20_000).contains(&look.observation.elapsed_ms), "{}", look.observation.elapsed_ms);
}

#[tokio::test]
async fn a_tls_handshake_that_never_comes_times_out_on_connecting() {
    let server = Server::greeting(vec![Do::Hang]).await;
    let mut options = secure(server.address);
    options.fetch.timeout = Duration::from_millis(800);
    let look = look(&options, "https://news.example/").await;
    assert_eq!(no_answer(&look), &NoAnswer::Timeout(Phase::Connect));
}

/// Every name at port 443 is that server.
fn secure(server: SocketAddr) -> NetworkOptions {
    let connect_to = vec![ConnectTo { host: PinnedHost::Any, port: 443, to: server }];
    NetworkOptions { connect_to, ..options() }
}

async fn tls(identity: &Identity, roots: &Authority) -> Look {
    let server = Server::https(identity.server_config(&[]), |_| page(200, &[], "secret")).await;
    let options = NetworkOptions { ca: vec![roots.pem()], ..secure(server.address) };
    look(&options, "https://news.example/").await
}

#[tokio::test]
async fn a_good_certificate_is_trusted_when_its_authority_is_named() {
    let authority = Authority::new();
    let look = tls(&authority.identity(&["news.example"], Validity::Now), &authority).await;
    assert_eq!(bytes(&look), b"secret");
}

#[tokio::test]
async fn every_bad_certificate_has_a_name() {
    let (authority, other) = (Authority::new(), Authority::new());
    let ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let cases = [
        (authority.identity(&["news.example"], Validity::Past), TlsFailure::Expired),
        (authority.identity(&["news.example"], Validity::Future), TlsFailure::BadCertificate),
        (
            authority.identity(&["other.example", "*.third.example"], Validity::Now),
            TlsFailure::WrongName(vec!["other.example".to_owned(), "*.third.example".to_owned()]),
        ),
        (other.identity(&["news.example"], Validity::Now), TlsFailure::UnknownIssuer),
        (authority.intermediate().identity(&["news.example"], Validity::Now), TlsFailure::UnknownIssuer),
        (Identity::self_signed(&["news.example"], IsCa::NoCa), TlsFailure::UnknownIssuer),
        (Identity::self_signed(&["news.example"], ca), TlsFailure::UnknownIssuer),
    ];
    for (identity, expected) in cases {
        let look = tls(&identity, &authority).await;
        assert_eq!(no_answer(&look), &NoAnswer::Tls(expected));
        assert_eq!(look.observation.retried, []);
    }
}

#[tokio::test]
async fn a_handshake_that_fails_has_a_name() {
    let alert = |description: u8| vec![Do::Send(vec![0x15, 3, 1, 0, 2, 2, description]), Do::Hang];
    let cases = [
        (alert(70), NoAnswer::Tls(TlsFailure::OldVersion)),
        (alert(40), NoAnswer::Tls(TlsFailure::Handshake)),
        (vec![Do::Send(b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec()), Do::Hang], NoAnswer::Tls(TlsFailure::NotTls)),
        (vec![Do::Send(b"220 mail.example ESMTP\r\n".to_vec()), Do::Hang], NoAnswer::Tls(TlsFailure::NotTls)),
        (vec![Do::Close], NoAnswer::Reset),
        (vec![Do::Reset], NoAnswer::Reset),
    ];
    for (greeting, expected) in cases {
        let told = format!("{greeting:?}");
        let server = Server::greeting(greeting).await;
        let look = look(&secure(server.address), "https://news.example/").await;
        assert_eq!(no_answer(&look), &expected, "{told}");
    }
}

#[tokio::test]
async fn http_2_is_spoken_where_it_is_offered() {
    let authority = Authority::new();
    let config = authority.identity(&["news.example"], Validity::Now).server_config(&["h2"]);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move {
        for goes_well in [true, false] {
            let (stream, _) = listener.accept().await.unwrap();
            let stream = tokio_rustls::TlsAcceptor::from(config.clone()).accept(stream).await.unwrap();
            tokio::spawn(async move {
                let mut connection = h2::server::handshake(stream).await.unwrap();
                let (_, mut respond) = connection.accept().await.unwrap().unwrap();
                if goes_well {
                    let mut body = respond.send_response(hyper::Response::new(()), false).unwrap();
                    body.send_data("two".into(), true).unwrap();
                } else {
                    respond.send_reset(h2::Reason::INTERNAL_ERROR);
                }
                while connection.accept().await.is_some() {}
            });
        }
    });
    let options = NetworkOptions { ca: vec![authority.pem()], record: true, ..secure(address) };
    let first = look(&options, "https://news.example/").await;
    assert_eq!(bytes(&first), b"two");
    let crate::observation::exchange::ExchangeAnswer::Response(response) = &first.exchanges[0].answer else { panic!() };
    assert_eq!(response.version, "HTTP/2");
    let second = look(&options, "https://news.example/").await;
    assert_eq!(no_answer(&second), &protocol(ProtocolFailure::Http2));
    server.await.unwrap();
}

#[tokio::test]
async fn addresses_that_are_not_public_are_never_connected_to() {
    let server = Server::http(|_| page(200, &[], "inside")).await;
    let port = server.address.port();
    let guarded = NetworkOptions { allow_private: Vec::new(), ..options() };
    for host in ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::ffff:127.0.0.1]", "[::1]"] {
        for url in [format!("http://{host}:{port}/"), format!("http://{host}/")] {
            assert!(matches!(skip(&look(&guarded, &url).await), Skip::PrivateAddress(_)), "{url}");
        }
    }
    let pinned = NetworkOptions { allow_private: Vec::new(), ..at(server.address) };
    let refused = look(&pinned, "http://news.example/").await;
    assert_eq!(skip(&refused), &Skip::PrivateAddress("127.0.0.1".to_owned()));
    assert_eq!(server.connections(), 0);
    let allowed = look(&options(), &format!("http://127.0.0.1:{port}/")).await;
    assert_eq!(bytes(&allowed), b"inside");
}

#[tokio::test]
async fn one_host_at_two_ports_has_two_peers() {
    let (one, two) = (Server::http(|_| page(200, &[], "one")).await, Server::http(|_| page(200, &[], "two")).await);
    let pin = |port: u16, to: SocketAddr| ConnectTo { host: "news.example".parse().unwrap(), port, to };
    let connect_to = vec![pin(80, one.address), pin(8080, two.address)];
    let fetcher = Fetcher::network(&NetworkOptions { connect_to, ..options() }).unwrap();
    assert_eq!(bytes(&fetcher.look(&request("http://news.example/")).await), b"one");
    assert_eq!(bytes(&fetcher.look(&request("http://news.example:8080/")).await), b"two");
    assert_eq!(two.asked()[0].header("host"), Some("news.example:8080"));
}

#[tokio::test]
async fn a_resolve_override_keeps_the_port_of_the_url() {
    let server = Server::http(|_| page(200, &[], "here")).await;
    let port = server.address.port();
    let resolve = vec![format!("news.example:{port}:127.0.0.1").parse().unwrap()];
    let look = look(&NetworkOptions { resolve, ..options() }, &format!("http://news.example:{port}/")).await;
    assert_eq!(bytes(&look), b"here");
    assert_eq!(server.asked()[0].header("host"), Some(format!("news.example:{port}").as_str()));
}

#[tokio::test]
async fn a_proxy_is_the_peer_and_the_hosts_are_judged_all_the_same() {
    let proxy = Server::http(|_| page(200, &[], "through")).await;
    let through = Url::parse(&format!("http://{}", proxy.address)).unwrap();
    let options = NetworkOptions { proxy: Some(through), allow_private: Vec::new(), ..options() };
    let fetcher = Fetcher::network(&options).unwrap();
    let look = fetcher.look(&request("http://news.example/a")).await;
    assert_eq!(bytes(&look), b"through");
    assert_eq!(answer(&look).peer, None);
    assert_eq!(proxy.targets(), ["http://news.example/a"]);
    let look = fetcher.look(&request("http://169.254.169.254/")).await;
    assert!(matches!(skip(&look), Skip::PrivateAddress(_)));
    assert_eq!(proxy.connections(), 1);
    let closed = Server::http(|_| page(403, &[], "no")).await;
    let closed = Url::parse(&format!("http://{}", closed.address)).unwrap();
    let look = super::look(&NetworkOptions { proxy: Some(closed), ..options.clone() }, "https://news.example/").await;
    assert_eq!(no_answer(&look), &NoAnswer::Proxy);
    let gone = Url::parse(&format!("http://{}", Server::nobody().await)).unwrap();
    let look = super::look(&NetworkOptions { proxy: Some(gone), ..options }, "http://news.example/").await;
    assert_eq!(no_answer(&look), &NoAnswer::Proxy);
}

#[tokio::test]
async fn a_proxy_that_asks_for_a_password_says_nothing_of_the_page() {
    let proxy = Server::http(|_| page(407, &[("Proxy-Authenticate", "Basic")], "who are you")).await;
    let through = Url::parse(&format!("http://{}", proxy.address)).unwrap();
    for url in ["http://news.example/", "https://news.example/"] {
        let fetcher = Fetcher::network(&NetworkOptions { proxy: Some(through.clone()), ..options() }).unwrap();
        assert_eq!(no_answer(&fetcher.look(&request(url)).await), &NoAnswer::Proxy, "{url}");
        assert!(!fetcher.heard_anything());
    }
    let direct = look(&at(proxy.address), "http://news.example/").await;
    assert_eq!(answer(&direct).status, 407);
}

#[tokio::test]
async fn a_proxy_of_another_protocol_is_refused_by_name() {
    for scheme in ["socks5", "socks5h", "ftp"] {
        let proxy = Some(Url::parse(&format!("{scheme}://me:word@127.0.0.1:1080")).unwrap());
        let refused = Fetcher::network(&NetworkOptions { proxy, ..options() }).err().unwrap().to_string();
        assert_eq!(refused, format!("use a proxy of {scheme}://: only http:// and https:// proxies are supported"));
    }
}

#[tokio::test]
async fn every_url_that_can_be_written_can_be_asked_for() {
    let server = Server::http(|_| page(200, &[], "")).await;
    let fetcher = Fetcher::network(&at(server.address)).unwrap();
    let odd = (' '..='~').chain(['é', '日', '\u{202E}', '\u{0}', '\u{7F}']);
    for url in odd.flat_map(|odd| [format!("http://news.example/a{odd}b"), format!("http://news.example/?a{odd}b")]) {
        let look = fetcher.look(&request(&url)).await;
        assert_eq!(answer(&look).status, 200, "{url:?}");
    }
    let look = fetcher.look(&request("http://un\"written.example/")).await;
    assert_eq!(no_answer(&look), &NoAnswer::Dns(DnsFailure::BadName));
}
