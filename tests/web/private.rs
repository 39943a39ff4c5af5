//! Every spelling of an address that is nobody's business: told as what it is, and never connected to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use tokio::net::TcpListener;

use crate::place::{Place, Ran, says};
use crate::stage::{Case, Stage, USUAL, address, also, http, listeners, named};
use crate::web::names::Said;
use crate::web::server::{Asked, Do, Front, Server, page, redirect};

const LIVE: &str = "live - sound";
const EMPTY: &str = "failing empty-page unknown";
const NOT_CITED: &str = "- - -";
const PRIVATE: &str = "skipped private-address unknown";
const CREDENTIALS: &str = "skipped credentials unknown";
const NO_ADDRESS: &str = "skipped no-locator unknown";
const NOWHERE: &str = "failing bad-response unknown";

/// Hosts that are addresses, and how they are told.
const ADDRESSES: &[(&[&str], &str)] = &[
    // Numbers: dotted, whole, octal, hexadecimal, short, mixed, with zeros, with a dot at the end.
    (&["127.0.0.1", "127.0.0.1.", "2130706433", "017700000001", "0x7f000001", "0X7F000001"], "127.0.0.1"),
    (
        &["0177.0.0.1", "0x7f.0.0.1", "0x7f.0x0.0x0.0x1", "0177.0x0.0.01", "127.0x0.00.1", "00000000177.0.0.1"],
        "127.0.0.1",
    ),
    (&["127.1", "127.0.1", "0x7f.1", "0177.1", "127.0x000001", "127.00000001"], "127.0.0.1"),
    // Digits and dots of other alphabets, and percent-encoding.
    (&["１２７.０.０.１", "127。0。0。1", "127．0｡0.1", "①②⑦.⓪.⓪.①", "𝟏𝟐𝟕.𝟎.𝟎.𝟏", "２１３０７０６４３３"], "127.0.0.1"),
    (&["%31%32%37.0.0.1", "127%2e0%2E0%2e1", "%30x7f.1", "%EF%BC%91%EF%BC%92%EF%BC%97.0.0.1"], "127.0.0.1"),
    (&["0", "0.0.0.0", "0x0", "00", "0x"], "0.0.0.0"),
    (&["169.254.169.254", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "169.254.43518"], "169.254.169.254"),
    (&["10.0.0.1", "10.1", "012.1", "167772161"], "10.0.0.1"),
    (&["192.168.1.1", "192.168.257", "0xc0a80101"], "192.168.1.1"),
    (&["172.16.0.1"], "172.16.0.1"),
    (&["172.31.255.255", "0xac1fffff"], "172.31.255.255"),
    (&["100.64.0.1"], "100.64.0.1"),
    (&["198.18.0.1"], "198.18.0.1"),
    (&["192.0.0.8"], "192.0.0.8"),
    (&["224.0.0.1"], "224.0.0.1"),
    (&["255.255.255.255", "4294967295"], "255.255.255.255"),
    // Version 6: the host itself, embeddings of version 4, tunnels, scopes of a link, a site, a group.
    (&["[::1]", "[0:0:0:0:0:0:0:1]", "[0000::0001]", "[::0.0.0.1]"], "::1"),
    (&["[::]"], "::"),
    (&["[::ffff:127.0.0.1]", "[::FFFF:7f00:1]", "[0:0:0:0:0:ffff:7f00:0001]"], "::ffff:127.0.0.1"),
    (&["[::127.0.0.1]", "[::7f00:1]"], "::7f00:1"),
    (&["[::ffff:0:127.0.0.1]"], "::ffff:0:7f00:1"),
    (&["[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]"], "64:ff9b::7f00:1"),
    (&["[64:ff9b:1::10.0.0.1]"], "64:ff9b:1::a00:1"),
    (&["[2002:7f00:1::]"], "2002:7f00:1::"),
    (&["[2002:a9fe:a9fe::1]"], "2002:a9fe:a9fe::1"),
    (&["[2001:0:4136:e378:8000:63bf:80ff:fffe]"], "2001:0:4136:e378:8000:63bf:80ff:fffe"),
    (&["[fe80::5efe:127.0.0.1]"], "fe80::5efe:7f00:1"),
    (&["[2620:0:1::5efe:127.0.0.1]"], "2620:0:1::5efe:7f00:1"),
    (&["[2620:0:1:0:200:5efe:10.0.0.1]"], "2620:0:1:0:200:5efe:a00:1"),
    (&["[fe80::1]"], "fe80::1"),
    (&["[fec0::1]"], "fec0::1"),
    (&["[fd00:ec2::254]"], "fd00:ec2::254"),
    (&["[ff02::1]"], "ff02::1"),
    (&["[2001:db8::1]"], "2001:db8::1"),
    // Names of this network.
    (&["localhost.localdomain"], "localhost.localdomain"),
    (&["ip6-localhost"], "ip6-localhost"),
    (&["printer"], "printer"),
    (&["metadata.google.internal"], "metadata.google.internal"),
    (&["kubernetes.default.svc.cluster.local"], "kubernetes.default.svc.cluster.local"),
];

/// Names of this machine, which stand in a text for an example and cite nothing.
const LOCALHOST: &[(&[&str], &str)] = &[
    (&["localhost", "LOCALHOST", "loc%61lhost", "ⓛocalhost", "ｌｏｃａｌｈｏｓｔ", "local\u{ad}host"], "localhost"),
    (&["localhost."], "localhost."),
    (&["a.localhost"], "a.localhost"),
];

/// What looks like an address and is none: what is told of it cited, and of a redirect to it.
const NONE: &[(&str, &str, &str)] = &[
    ("http://256.256.256.256:{}/", NO_ADDRESS, NOWHERE),
    ("http://127.0.0.0x100:{}/", NO_ADDRESS, NOWHERE),
    ("http://1.2.3.4.5:{}/", NO_ADDRESS, NOWHERE),
    ("http://4294967296:{}/", NO_ADDRESS, NOWHERE),
    ("http://09.0.0.1:{}/", NO_ADDRESS, NOWHERE),
    ("http://[::ffff:127.0.0.1:{}/", NO_ADDRESS, NOWHERE),
    ("http://[fe80::1%25lo]:{}/", NO_ADDRESS, NOWHERE),
    ("http://[fe80::1%lo]:{}/", NO_ADDRESS, NOWHERE),
    ("http://[v1.127.0.0.1]:{}/", NO_ADDRESS, NOWHERE),
    ("http://127.0.0.1:{}:{}/", NO_ADDRESS, NOWHERE),
];

/// Whole addresses whose host is not where it seems to be.
const DISGUISED: &[(&str, &str)] = &[
    ("http://stands.test@127.0.0.1:{}/", CREDENTIALS),
    ("http://stands.test:80@127.0.0.1:{}/", CREDENTIALS),
    ("http://stands.test%2F@127.0.0.1:{}/", CREDENTIALS),
    ("http://127.0.0.1:{}@stands.test/", CREDENTIALS),
    ("http:///127.0.0.1:{}/", PRIVATE),
    ("HTTP://127.0.0.1:{}/", PRIVATE),
    ("https://127.0.0.1:{}/", PRIVATE),
    ("http://127.0.0.1:{}#@stands.test/", PRIVATE),
    ("http://127.0.0.1:{}?@stands.test/", PRIVATE),
];

/// The hosts of the stage, which alone may be connected to.
const STAGE: [&str; 2] = ["--allow-private", "127.20.0.0/16"];

/// Listeners on this machine that nobody may come to.
struct Trap {
    _place: Place,
    port: u16,
    servers: Vec<Server>,
}

impl Trap {
    /// On addresses of both versions, where the machine has them.
    fn new() -> Self {
        let place = Place::new("");
        let (port, mut listening) = place.start(listeners(&[Ipv4Addr::LOCALHOST, Ipv4Addr::new(127, 0, 0, 2)]));
        listening.extend(place.start(TcpListener::bind((Ipv6Addr::LOCALHOST, port))));
        let answer = Arc::new(|_: &Asked| says("nobody's business"));
        let serve = |listener| place.start(async { Server::listen(listener, Front::Plain, answer.clone()) });
        let servers = listening.into_iter().map(serve).collect();
        Self { _place: place, port, servers }
    }

    fn connections(&self) -> usize {
        self.servers.iter().map(Server::connections).sum()
    }

    /// Every address that leads to the trap or to another private place, and what is told of it.
    fn addresses(&self) -> Vec<(String, &'static str, &'static str)> {
        let spelled =
            ADDRESSES.iter().chain(LOCALHOST).flat_map(|(hosts, told)| hosts.iter().map(move |host| (host, *told)));
        let spelled = spelled.map(|(host, told)| (format!("http://{host}:{}/", self.port), PRIVATE, told));
        let disguised = DISGUISED.iter().map(|(url, told)| (self.at_port(url), *told, ""));
        spelled.chain(disguised).collect()
    }

    fn at_port(&self, url: &str) -> String {
        url.replace("{}", &self.port.to_string())
    }
}

#[test]
fn the_trap_springs_where_its_addresses_are_allowed() {
    let trap = Trap::new();
    let cases = ["127.0.0.1", "2130706433", "[::ffff:127.0.0.1]", "0x7f.1"];
    let cases = cases
        .iter()
        .enumerate()
        .map(|(nth, host)| also(&format!("a{nth}"), &format!("http://{host}:{}/{nth}", trap.port), LIVE));
    Stage::new(USUAL, cases.collect()).play(&[]);
    assert!(trap.connections() > 0);
}

#[test]
fn an_address_that_is_cited_is_told_as_what_it_is_however_it_is_written() {
    let trap = Trap::new();
    let mut cases: Vec<Case> = trap
        .addresses()
        .into_iter()
        .enumerate()
        .map(|(nth, (url, told, words))| {
            let is_this_machine = LOCALHOST.iter().any(|(_, told)| *told == words);
            let (told, words) = if is_this_machine { (NOT_CITED, "") } else { (told, words) };
            also(&format!("a{nth}"), &url, told).says(words)
        })
        .collect();
    cases.extend(
        NONE.iter().enumerate().map(|(nth, (url, cited, _))| also(&format!("n{nth}"), &trap.at_port(url), cited)),
    );
    let stage = Stage::new(USUAL, cases);
    stage.hold(Ran::of(stage.command(&[]).output().unwrap()));
    stage.hold(Ran::of(stage.command(&STAGE).output().unwrap()));
    assert_eq!(trap.connections(), 0);
}

#[test]
fn a_redirect_to_an_address_is_refused_however_it_is_written() {
    let trap = Trap::new();
    let mut leads: Vec<(String, &str, &str)> = trap.addresses();
    leads.extend(NONE.iter().map(|(url, _, told)| (trap.at_port(url), *told, "")));
    leads.push((format!("//127.0.0.1:{}/", trap.port), PRIVATE, "127.0.0.1"));
    // The scheme of the page itself says nothing, and what follows is a path.
    leads.push((format!("http:127.0.0.1:{}/", trap.port), LIVE, ""));
    leads.push((format!("http:/127.0.0.1:{}/", trap.port), LIVE, ""));
    leads.push((format!("\\\\127.0.0.1:{}\\", trap.port), PRIVATE, "127.0.0.1"));
    leads.push((format!("http:\\\\127.0.0.1:{}\\@stands.test/", trap.port), PRIVATE, "127.0.0.1"));
    let cited = |how: &'static str| {
        leads.iter().enumerate().map(move |(nth, (_, told, words))| {
            let words = if how == "r" || *told == PRIVATE { *words } else { "" };
            // An empty page whose refresh leads to no address of the web has nothing to see.
            let told = if how == "r" || *told != NOWHERE { *told } else { EMPTY };
            also(&format!("{how}{nth}"), &format!("http://leads.test:{{port}}/{how}{nth}"), told).says(words)
        })
    };
    let mut cases: Vec<Case> = cited("r").chain(cited("h")).collect();
    let locations: Vec<String> = leads.iter().map(|(url, ..)| url.clone()).collect();
    let answer = move |asked: &Asked| {
        let to = |kind| asked.target.strip_prefix(kind).and_then(|nth| nth.parse::<usize>().ok());
        match (to("/r"), to("/h")) {
            (Some(nth), _) => redirect(302, &locations[nth]),
            (_, Some(nth)) => page(200, &[("Refresh", &format!("0;url={}", locations[nth]))], ""),
            _ => says("a page that stands"),
        }
    };
    cases.push(http("leads", answer, LIVE).uncited());
    let stage = Stage::new(USUAL, cases);
    stage.hold(Ran::of(stage.command(&STAGE).output().unwrap()));
    assert_eq!(trap.connections(), 0);
}

#[test]
fn a_name_that_leads_to_an_address_is_refused_alone_mixed_and_changing() {
    let trap = Trap::new();
    let good = address();
    let here = IpAddr::V4(good);
    let inside: Vec<IpAddr> =
        ["127.0.0.1", "127.0.0.2", "::1", "::ffff:127.0.0.1", "0.0.0.0", "10.0.0.1", "fe80::1", "64:ff9b::7f00:1"]
            .map(|text| text.parse().unwrap())
            .into();
    let at = |name: &str| format!("http://{name}.test:{}/", trap.port);
    let mut cases = Vec::new();
    for (nth, bad) in inside.iter().enumerate() {
        let all = [(vec![*bad], "alone"), (vec![here, *bad], "last"), (vec![*bad, here], "first")];
        for (addresses, how) in all {
            let name = format!("{how}{nth}");
            cases.push(named(&name, Said::Addresses(addresses), PRIVATE).cited(&at(&name)));
        }
    }
    // Good at first, and bad from that look-up on: the second is that of connecting, the third that of the next hop.
    for change in 1..=4 {
        let name = format!("changing{change}");
        let mut series = vec![vec![here]; change];
        series.push(vec![inside[0]]);
        cases.push(named(&name, Said::Changing(series), PRIVATE).cited(&at(&name)).says("127.0.0.1"));
    }
    cases.push(named("alias", Said::Alias("alone0.test."), PRIVATE).cited(&at("alias")));
    let stage = Stage::new(USUAL, cases);
    // At the good address, at the port of the trap: every request is led on, with a connection of its own.
    let listener = stage.place.start(TcpListener::bind((good, trap.port))).unwrap();
    let on = |asked: &Asked| -> Vec<Do> {
        let step: usize = asked.target[1..].parse().unwrap_or(0);
        [page(302, &[("Location", &format!("/{}", step + 1)), ("Connection", "close")], ""), vec![Do::Close]].concat()
    };
    let server = stage.place.start(async { Server::listen(listener, Front::Plain, Arc::new(on)) });
    stage.hold(Ran::of(stage.command(&STAGE).output().unwrap()));
    assert!(server.connections() > 0, "some were led there before the answer changed");
    assert_eq!(trap.connections(), 0);
}

#[test]
fn what_the_command_line_names_is_judged_like_the_rest() {
    let trap = Trap::new();
    let stage = Stage::new(USUAL, vec![also("pinned", "http://pinned.test/", PRIVATE)]);
    let to = [format!("pinned.test:80:127.0.0.1:{}", trap.port), "pinned.test:80:127.0.0.1".to_owned()];
    for (option, to) in [("--connect-to", &to[0]), ("--resolve", &to[1])] {
        stage.hold(Ran::of(stage.command(&[option, to]).output().unwrap()));
    }
    assert_eq!(trap.connections(), 0);
}
