//! What is told of servers that do not answer, of names that lead nowhere, and of addresses that are nobody's business.

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::time::{Duration, Instant};

use hickory_proto::op::ResponseCode;
use rcgen::{BasicConstraints, IsCa};

use crate::place::{HTML, Place, QUICK, Ran, says, word};
use crate::web::certificates::{Authority, Identity, Validity};
use crate::web::names::{NameServer, Said};
use crate::web::server::{Do, Server, head, page};

const LOOPBACK: &[&str] = &["--allow-private", "127.0.0.0/8"];

/// Checks these URLs, each at an address of its own.
fn check(place: &Place, cases: &[(&str, SocketAddr, &str)], more: &[&str]) -> Ran {
    let urls: Vec<&str> = cases.iter().map(|(url, _, _)| *url).collect();
    place.cite("a.md", &urls);
    let mut command = place.command(&["check", "a.md", "--format", "json"]);
    command.args(LOOPBACK).args(more);
    for (url, address, _) in cases {
        let host = url.split('/').nth(2).unwrap();
        let port = if url.starts_with("https") { 443 } else { 80 };
        command.args(["--connect-to", &format!("{host}:{port}:{address}")]);
    }
    let ran = Ran::of(command.output().unwrap());
    let told: Vec<(String, String)> = ran.sources();
    let expected: Vec<(String, String)> =
        cases.iter().map(|(url, _, verdict)| ((*url).to_owned(), (*verdict).to_owned())).collect();
    assert_eq!(told, expected, "{}", ran.err);
    ran
}

#[test]
fn every_way_of_not_answering_is_told_apart_and_none_is_broken() {
    let place = Place::new(&QUICK.replace("4s", "2s"));
    let greeting = |steps: Vec<Do>| place.start(Server::greeting(steps));
    let drip = |bytes: &[u8]| {
        let mut steps = vec![Do::Send(bytes.to_vec())];
        steps.extend((0..60).flat_map(|_| [Do::Wait(Duration::from_millis(100)), Do::Send(b"a".to_vec())]));
        steps
    };
    let slow_head = drip(b"HTTP/1.1 200 OK\r\nX-Drip: ");
    let slow_body = drip(&head(200, HTML, Some(1000)));
    let nobody = place.start(Server::nobody());
    let reset = greeting(vec![Do::Reset]);
    let closed = greeting(vec![Do::Close]);
    let silent = greeting(vec![Do::Hang]);
    let other = place.server(|_| vec![Do::Send(b"SSH-2.0-OpenSSH_9.6\r\n".to_vec()), Do::Close]);
    // In answer to a request: what comes before one may also be read as a connection that broke.
    let flood = [Do::Send(b"HTTP/1.1 200 OK\r\n".to_vec()), Do::Pour(b"X-Flood: aaaaaaaa\r\n".to_vec())];
    let flood = place.server(move |_| flood.to_vec());
    let dripping = place.server(move |_| slow_head.clone());
    let slow = place.server(move |_| slow_body.clone());
    let truncated = place.server(|_| {
        let mut bytes = head(200, HTML, Some(5000));
        bytes.extend_from_slice(b"<p>The first words of a long page");
        vec![Do::Send(bytes), Do::Close]
    });
    let cases = [
        ("http://refused.test/", nobody, "failing refused unknown"),
        ("http://reset.test/", reset.address, "failing reset unknown"),
        ("http://closed.test/", closed.address, "failing reset unknown"),
        ("http://silent.test/", silent.address, "failing timeout unknown"),
        ("http://dripping.test/", dripping.address, "failing timeout unknown"),
        ("http://other.test/", other.address, "failing bad-response unknown"),
        ("http://flood.test/", flood.address, "failing bad-response unknown"),
        ("http://slow.test/", slow.address, "live - sound"),
        ("http://truncated.test/", truncated.address, "live - sound"),
    ];
    let began = Instant::now();
    check(&place, &cases, &[]).expect(0, &[]);
    assert!(began.elapsed() < Duration::from_secs(10), "took {:?}", began.elapsed());
    // A refusal is firm; what may have been bad luck is tried three times, or as often as there is time for.
    assert_eq!((reset.connections(), closed.connections()), (3, 3));
    assert!((2..=3).contains(&silent.connections()), "{}", silent.connections());
    assert_eq!((slow.connections(), truncated.connections(), other.connections()), (1, 1, 1));
}

#[test]
fn a_quote_on_a_page_that_came_in_part_is_not_called_absent_for_good() {
    let place = Place::new(QUICK);
    let truncated = place.server(|_| {
        let mut bytes = head(200, HTML, Some(5000));
        bytes.extend_from_slice(b"<p>The lamp is lit at dusk by the keeper himself, and then");
        vec![Do::Send(bytes), Do::Close]
    });
    place.write(
        "a.md",
        "It is “lit at dusk by the keeper” ([notes](http://notes.test/)).\n\n\
         “The door is locked at midnight by his wife” ([notes](http://notes.test/)).\n",
    );
    let ran = place.check(truncated.address, &["a.md"]).expect(0, &[]);
    let report = ran.json();
    let quotes = report["documents"][0]["quotes"].as_array().unwrap();
    let told: Vec<[String; 2]> = quotes.iter().map(|quote| [&quote["verdict"], &quote["standing"]].map(word)).collect();
    assert_eq!(told[0], ["verbatim", "sound"]);
    assert_eq!(told[1][1], "unknown", "{told:?}");
}

#[test]
fn every_broken_certificate_is_tls_trouble_and_none_is_broken() {
    let place = Place::new(QUICK);
    let (ours, theirs) = (Authority::new(), Authority::new());
    place.write("ca.pem", ours.pem());
    let serve = |identity: Identity| {
        let config = identity.server_config(&["http/1.1"]);
        place.start(Server::https(config, |_| says("a page that stands")))
    };
    let good = serve(ours.identity(&["good.test"], Validity::Now));
    let expired = serve(ours.identity(&["expired.test"], Validity::Past));
    let future = serve(ours.identity(&["future.test"], Validity::Future));
    let wrong = serve(ours.identity(&["another.test"], Validity::Now));
    let unknown = serve(theirs.identity(&["unknown.test"], Validity::Now));
    let incomplete = serve(ours.intermediate().identity(&["incomplete.test"], Validity::Now));
    let own = serve(Identity::self_signed(&["own.test"], IsCa::NoCa));
    let authority = serve(Identity::self_signed(&["authority.test"], IsCa::Ca(BasicConstraints::Unconstrained)));
    let plain = place.start(Server::greeting(page(400, HTML, "speak plainly")));
    let tls = "failing tls unknown";
    let cases = [
        ("https://good.test/", good.address, "live - sound"),
        ("https://expired.test/", expired.address, tls),
        ("https://future.test/", future.address, tls),
        ("https://wrong.test/", wrong.address, tls),
        ("https://unknown.test/", unknown.address, tls),
        ("https://incomplete.test/", incomplete.address, tls),
        ("https://own.test/", own.address, tls),
        ("https://authority.test/", authority.address, tls),
        ("https://plain.test/", plain.address, tls),
    ];
    let ran = check(&place, &cases, &["--ca", "ca.pem"]).expect(0, &[]);
    let report = ran.json();
    let said = |nth: usize| word(&report["documents"][0]["citations"][nth]["findings"][0]["message"]);
    assert!(said(3).contains("another.test"), "names what the certificate is for: {}", said(3));
}

/// Checks names as a name server has them; the verdicts by name.
fn check_names(said: &[(&str, Said)], port: u16, allowed: &[&str], expected: &[(&str, &str)]) -> NameServer {
    let place = Place::new("");
    let names = place.start(NameServer::start(said));
    let config = format!("{}resolver = \"{}\"\n", QUICK.replace("[archive]\nlookup = []\n", ""), names.address);
    place.write("sources.toml", format!("{config}[archive]\nlookup = []\n"));
    let urls: Vec<String> = expected.iter().map(|(host, _)| format!("http://{host}:{port}/")).collect();
    place.cite("a.md", &urls);
    let mut command = place.command(&["check", "a.md", "--format", "json"]);
    for net in allowed {
        command.args(["--allow-private", net]);
    }
    let ran = Ran::of(command.output().unwrap());
    let told: Vec<(String, String)> = ran.sources();
    let expected: Vec<(String, String)> =
        urls.into_iter().zip(expected).map(|(url, (_, verdict))| (url, (*verdict).to_owned())).collect();
    assert_eq!(told, expected, "{}", ran.err);
    names
}

fn addresses(all: &[&str]) -> Vec<IpAddr> {
    all.iter().map(|address| address.parse().unwrap()).collect()
}

#[test]
fn every_failure_of_the_name_system_is_told_apart_from_a_name_that_is_not_there() {
    let place = Place::new(QUICK);
    let server = place.server(|_| says("a page that stands"));
    let failing = "failing dns-failure unknown";
    let said = [
        ("there.test", Said::Addresses(addresses(&["127.0.0.1"]))),
        ("gone.test", Said::NoSuchName),
        ("empty.test", Said::NoData),
        ("trouble.test", Said::Error(ResponseCode::ServFail)),
        ("refused.test", Said::Error(ResponseCode::Refused)),
        ("silent.test", Said::Silence),
        ("garbage.test", Said::Garbage),
    ];
    let expected = [
        ("there.test", "live - sound"),
        ("gone.test", "gone no-such-domain broken"),
        ("empty.test", failing),
        ("trouble.test", failing),
        ("refused.test", failing),
        ("silent.test", failing),
        ("garbage.test", failing),
    ];
    check_names(&said, server.address.port(), &["127.0.0.0/8"], &expected);
}

#[test]
fn a_name_that_leads_to_a_private_address_is_never_connected_to() {
    let place = Place::new(QUICK);
    let server = place.server(|_| says("nobody's business"));
    let private = "skipped private-address unknown";
    let said = [
        ("inside.test", Said::Addresses(addresses(&["127.0.0.1"]))),
        ("inside6.test", Said::Addresses(addresses(&["::1"]))),
        ("mapped.test", Said::Addresses(addresses(&["::ffff:127.0.0.1"]))),
        ("both.test", Said::Addresses(addresses(&["192.0.2.1", "127.0.0.1"]))),
    ];
    // 8080 is a port of the web, so it is the address that is refused.
    let expected =
        [("inside.test", private), ("inside6.test", private), ("mapped.test", private), ("both.test", private)];
    check_names(&said, 8080, &[], &expected);
    assert_eq!(server.connections(), 0);
}

#[test]
fn an_answer_of_the_name_system_that_changes_is_judged_each_time() {
    let place = Place::new(QUICK);
    let inside = TcpListener::bind("127.0.0.2:0").unwrap();
    inside.set_nonblocking(true).unwrap();
    let port = inside.local_addr().unwrap().port();
    let rebound = Said::Changing(vec![addresses(&["127.0.0.1"]), addresses(&["127.0.0.2"])]);
    let server = place.server(|_| page(404, HTML, "come back, and be led inside"));
    // The first look is at an allowed address where nobody listens, or which says 404; a second one is led elsewhere.
    let names = check_names(
        &[("rebound.test", rebound)],
        server.address.port(),
        &["127.0.0.1/32"],
        &[("rebound.test", "skipped private-address unknown")],
    );
    assert!(names.asked().len() >= 2, "{:?}", names.asked());
    assert!(inside.accept().is_err(), "nobody connects to port {port} of the other address");
}

#[test]
fn addresses_in_documents_and_redirects_are_never_connected_to_unless_allowed() {
    let place = Place::new(QUICK);
    let server = place.server(|_| says("nobody's business"));
    let port = server.address.port();
    let urls = [
        format!("http://127.0.0.1:{port}/"),
        format!("http://localhost:{port}/"),
        format!("http://2130706433:{port}/"),
        format!("http://0x7f.1:{port}/"),
        format!("http://[::ffff:127.0.0.1]:{port}/"),
        format!("http://[::1]:{port}/"),
    ];
    place.cite("a.md", &urls);
    let ran = place.run(&["check", "a.md", "--format", "json"]).expect(0, &[]);
    assert!(ran.sources().iter().all(|(_, verdict)| verdict == "skipped private-address unknown"), "{ran:?}");
    assert_eq!(server.connections(), 0);

    place.cite("b.md", &["http://pinned.test/"]);
    let pinned = format!("pinned.test:80:{}", server.address);
    let ran = place.run(&["check", "b.md", "--format", "json", "--connect-to", &pinned]).expect(0, &[]);
    assert_eq!(ran.sources()[0].1, "skipped private-address unknown");
    assert_eq!(server.connections(), 0, "what the command line names is judged like the rest");

    let inside = TcpListener::bind("127.0.0.2:0").unwrap();
    inside.set_nonblocking(true).unwrap();
    let to = format!("http://{}/", inside.local_addr().unwrap());
    let leads = place.server(move |_| page(302, &[("Location", &to)], ""));
    place.cite("c.md", &[format!("http://{}/", leads.address)]);
    let arguments = ["check", "c.md", "--format", "json", "--allow-private", "127.0.0.1/32"];
    let ran = place.run(&arguments).expect(0, &[]);
    assert_eq!(ran.sources()[0].1, "skipped private-address unknown");
    assert!(inside.accept().is_err(), "a redirect leads nowhere that is not allowed");
}
