//! Names: what the name system says of them, and what is told of that.

use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;

use hickory_proto::op::ResponseCode;
use tokio::net::TcpListener;

use crate::place::says;
use crate::program::left_out;
use crate::stage::{Stage, USUAL, address, also, http, named};
use crate::web::names::Said;
use crate::web::server::{Front, Server};

const LIVE: &str = "live - sound";
const GONE: &str = "gone no-such-domain broken";
const FAILING: &str = "failing dns-failure unknown";
const PRIVATE: &str = "skipped private-address unknown";

fn ip(text: &str) -> IpAddr {
    text.parse().unwrap()
}

#[test]
fn every_answer_of_the_name_system_is_told_apart_from_a_name_that_is_not_there() {
    let (here, nobody) = (address(), address());
    let (here_too, nobody_too) = (IpAddr::V4(here), IpAddr::V4(nobody));
    let addresses = |all: &[IpAddr]| Said::Addresses(all.to_vec());
    let error = Said::Error;
    let cases = vec![
        http("stands", |_| says("a page that stands"), LIVE).stands_at(here),
        http("under_score", |_| says("a page that stands"), LIVE),
        also("dot-at-the-end", "http://stands.test.:{port}/dot", LIVE),
        also("in-capitals", "http://STANDS.Test:{port}/capitals", LIVE),
        named("several", addresses(&[nobody_too, here_too]), LIVE),
        named("alias", Said::Alias("stands.test."), LIVE),
        named("alias-of-an-alias", Said::Alias("alias.test."), LIVE),
        named("alias-of-nothing", Said::Alias("nothing.test."), GONE),
        named("alias-of-itself", Said::Alias("alias-of-itself.test."), FAILING),
        named("alias-of-another", Said::Alias("alias-in-a-circle.test."), FAILING),
        named("alias-in-a-circle", Said::Alias("alias-of-another.test."), FAILING),
        named("long-answer", Said::TooLongForUdp(vec![here_too]), LIVE),
        named("gone", Said::NoSuchName, GONE).says("does not exist"),
        named("empty", Said::NoData, FAILING).says("has no address"),
        named("lame", Said::AskElsewhere, FAILING),
        named("servfail", error(ResponseCode::ServFail), FAILING).says("answered with an error"),
        named("refused", error(ResponseCode::Refused), FAILING).says("answered with an error"),
        named("not-implemented", error(ResponseCode::NotImp), FAILING),
        named("bad-question", error(ResponseCode::FormErr), FAILING),
        named("not-authoritative", error(ResponseCode::NotAuth), FAILING),
        named("silent", Said::Silence, FAILING).says("in time"),
        named("garbage", Said::Garbage, FAILING),
        named("private", addresses(&[ip("10.0.0.1")]), PRIVATE).says("10.0.0.1"),
        named("private-6", addresses(&[ip("fd00::1")]), PRIVATE).says("fd00::1"),
        named("mixed", addresses(&[here_too, ip("10.0.0.1")]), PRIVATE).says("10.0.0.1"),
        named("mixed-families", addresses(&[here_too, ip("::1")]), PRIVATE).says("::1"),
        named("alias-inside", Said::Alias("private.test."), PRIVATE),
        also("long-label", &format!("http://{}.test:{{port}}/", "a".repeat(64)), FAILING).says("not a name"),
        also("long-name", &format!("http://{}test:{{port}}/", "abc.".repeat(80)), FAILING).says("not a name"),
        also("no-label", "http://a..test:{port}/", FAILING).says("not a name"),
    ];
    Stage::new(&USUAL.replace("8s", "3s"), cases).play(&[]);
}

#[test]
fn a_name_with_an_address_of_version_6_only_is_reached_there() {
    let ours = Said::Addresses(vec![IpAddr::V6(Ipv6Addr::LOCALHOST)]);
    let stage = Stage::new(USUAL, vec![named("six", ours, LIVE)]);
    let listener = stage.place.start(TcpListener::bind((Ipv6Addr::LOCALHOST, stage.port)));
    let Ok(listener) = listener else { return left_out("this machine has no address of version 6") };
    let answer = Arc::new(|_: &_| says("a page that stands"));
    let server = stage.place.start(async { Server::listen(listener, Front::Plain, answer) });
    stage.play(&["--allow-private", "::1/128"]);
    assert_eq!(server.asked().len(), 1);
}
