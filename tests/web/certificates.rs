//! TLS that is broken in each way, told as what it is and never as broken.

use rcgen::{BasicConstraints, IsCa};

use crate::place::{HTML, says};
use crate::stage::{Case, Stage, USUAL, https};
use crate::web::certificates::{Authority, Identity, Validity};
use crate::web::server::{Do, Front, page};

const TLS: &str = "failing tls unknown";

fn shows(name: &str, identity: &Identity, told: &'static str) -> Case {
    https(name, Front::Tls(identity.server_config(&["http/1.1"])), |_| says("a page that stands"), told)
}

/// A host that does this on connecting.
fn greets(name: &str, steps: Vec<Do>, told: &'static str) -> Case {
    https(name, Front::Greeting(steps), |_| vec![Do::Close], told)
}

/// An alert, fatal, of that description.
fn alert(description: u8) -> Vec<Do> {
    vec![Do::Send(vec![0x15, 3, 1, 0, 2, 2, description]), Do::Hang]
}

/// A `ServerHello` of that version, by somebody who knows no newer one.
fn hello(version: u8) -> Vec<Do> {
    let body = [&[3, version][..], &[7; 32], &[0, 0xC0, 0x13, 0]].concat();
    let length = u8::try_from(body.len()).unwrap();
    let message = [&[2, 0, 0, length][..], &body].concat();
    vec![Do::Send([&[0x16, 3, version, 0, length + 4][..], &message].concat()), Do::Hang]
}

#[test]
fn every_broken_certificate_and_handshake_is_told_as_what_it_is_and_none_is_broken() {
    let (ours, theirs) = (Authority::new(), Authority::new());
    let ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let now = |name: &str| ours.identity(&[name], Validity::Now);
    let middle = ours.intermediate();
    let cases = vec![
        shows("good", &now("good.test"), "live - sound"),
        shows("wildcard", &now("*.test"), TLS).says("is for *.test"),
        shows("whole-chain", &middle.identity(&["whole-chain.test"], Validity::Now).with(&middle), "live - sound"),
        shows("expired", &ours.identity(&["expired.test"], Validity::Past), TLS).says("has run out"),
        shows("future", &ours.identity(&["future.test"], Validity::Future), TLS).says("is not valid"),
        shows("wrong", &now("another.test"), TLS).says("is for another.test"),
        shows("unknown", &theirs.identity(&["unknown.test"], Validity::Now), TLS).says("nobody"),
        shows("incomplete", &middle.identity(&["incomplete.test"], Validity::Now), TLS).says("nobody"),
        shows("own", &Identity::self_signed(&["own.test"], IsCa::NoCa), TLS).says("nobody"),
        shows("authority", &Identity::self_signed(&["authority.test"], ca), TLS).says("nobody"),
        greets("plain", page(400, HTML, "speak plainly"), TLS).says("does not speak TLS"),
        greets("mail", vec![Do::Send(b"220 mail.test ESMTP\r\n".to_vec()), Do::Hang], TLS).says("does not speak TLS"),
        greets("old-alert", alert(70), TLS).says("no version of TLS"),
        greets("tls-1-0", hello(1), TLS).says("no version of TLS"),
        greets("tls-1-1", hello(2), TLS).says("no version of TLS"),
        greets("ssl-3", hello(0), TLS),
        greets("no-cipher", alert(40), TLS).says("could not be agreed on"),
        greets("unknown-name", alert(112), TLS).says("could not be agreed on"),
        greets("inside-out", alert(80), TLS),
        greets("closes", vec![Do::Close], "failing reset unknown"),
        greets("resets", vec![Do::Reset], "failing reset unknown"),
        greets("silent", vec![Do::Hang], "failing timeout unknown").says("no connection"),
        // The wrong protocol the other way round: a server of TLS that is spoken to in the clear.
        shows("in-the-clear", &now("in-the-clear.test"), "failing bad-response unknown")
            .cited("http://in-the-clear.test:{port}/"),
    ];
    let stage = Stage::new(&USUAL.replace("8s", "3s"), cases);
    stage.place.write("ca.pem", ours.pem());
    stage.play(&["--ca", "ca.pem"]);
}
