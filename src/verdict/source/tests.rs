//! Recorded histories with the verdicts that they call for.

use std::time::Duration;

use jiff::Timestamp;

use super::*;
use crate::finding::{Code, Level};
use crate::observation::{
    Answer, BodyEnd, DnsFailure, Hop, NoAnswer, Outcome, Phase, ProtocolFailure, RobotsRefusal, RobotsRule, Skip,
    TlsFailure, Trouble,
};

const URL: &str = "http://site.example/a/page?x=1";
const POLICY: Confirmation = Confirmation::Policy { looks: 3, apart: Duration::from_hours(48) };

fn moment(text: &str) -> Timestamp {
    format!("{text}:00Z").parse().unwrap()
}

fn ended(outcome: Outcome) -> Observation {
    Observation {
        url: URL.into(),
        observed_at: moment("2026-03-01T10:00"),
        hops: Vec::new(),
        retried: Vec::new(),
        outcome,
        elapsed_ms: 0,
        cut_off: false,
        replayed: false,
    }
}

fn status(status: u16) -> Observation {
    ended(Outcome::Answered(Answer::sample(URL, status)))
}

fn no_answer(why: NoAnswer) -> Observation {
    ended(Outcome::NoAnswer(why))
}

trait Told: Sized {
    fn edit(self, edit: impl FnOnce(&mut Observation)) -> Self;
    fn answer_edit(self, edit: impl FnOnce(&mut Answer)) -> Self;
    fn header(self, name: &str, value: &str) -> Self {
        self.answer_edit(|answer| answer.headers.push((name.into(), value.into())))
    }
    fn at(self, when: &str) -> Self {
        self.edit(|observation| observation.observed_at = moment(when))
    }
    fn by(self, hops: &[(&str, u16)], to: &str) -> Self {
        let told = self.edit(|observation| {
            observation.hops = hops
                .iter()
                .map(|(url, status)| Hop { url: (*url).into(), status: *status, location: to.into(), peer: None })
                .collect();
        });
        told.answer_edit(|answer| answer.final_url = to.into())
    }
}

impl Told for Observation {
    fn edit(mut self, edit: impl FnOnce(&mut Observation)) -> Self {
        edit(&mut self);
        self
    }
    fn answer_edit(mut self, edit: impl FnOnce(&mut Answer)) -> Self {
        if let Outcome::Answered(answer) = &mut self.outcome {
            edit(answer);
        }
        self
    }
}

fn facts(history: &[Observation]) -> SourceFacts<'_> {
    let now = history.last().map_or(moment("2026-03-01T10:00"), |last| last.observed_at);
    let confirmation = Confirmation::TwoLooks;
    SourceFacts { history, page: None, quotes: Quotes::Unasked, shared: None, expect: None, confirmation, now }
}

/// The verdict as one line: `availability reason standing`, with `?` after the standing of a suspect.
fn said(facts: &SourceFacts<'_>) -> String {
    let verdict = judge(facts);
    let weighed = facts.history.last().map(|last| Weighed::of(last, facts.expect, facts.shared));
    assert_eq!(judge_weighed(facts, &[], weighed.as_ref()), verdict, "what was weighed before weighs the same");
    if facts.history.last().is_some_and(|last| facts.expect.is_none() && impression(last).is_plain) {
        assert_eq!(judge_weighed(facts, &[], Some(&Weighed::plain())), verdict, "what is plain needs no weighing");
    }
    let reason = verdict.reason.map_or("-", Reason::as_str);
    format!("{} {reason} {}{}", verdict.availability, verdict.standing, if verdict.suspect { "?" } else { "" })
}

fn check(look: Observation, expected: &str) {
    let history = [look];
    assert_eq!(said(&facts(&history)), expected, "{:?}", history[0]);
}

#[test]
fn every_status_has_its_reading() {
    for (statuses, expected) in [
        (&[200, 203, 204, 205, 206, 226, 202][..], "live - sound"),
        // Nobody asked whether it has changed.
        (&[304], "failing bad-response unknown"),
        (&[404], "gone not-found unknown?"),
        (&[410], "gone gone unknown?"),
        (&[401, 407, 440], "withheld login unknown"),
        (&[402], "withheld paywall unknown"),
        (&[403, 405, 406, 412, 415, 418, 421, 428], "withheld forbidden unknown"),
        (&[429], "withheld rate-limited unknown"),
        (&[451], "withheld legal unknown"),
        (&[999], "withheld bot-wall unknown"),
        (&[408, 425, 500, 502, 503, 504, 520, 523, 524, 530, 599], "failing server-error unknown"),
        (&[400, 409, 414, 422, 431, 300, 305, 306, 100, 600], "failing bad-response unknown"),
    ] {
        for number in statuses {
            check(status(*number), expected);
        }
    }
}

#[test]
fn every_failure_to_answer_has_its_reason() {
    for (why, expected) in [
        (NoAnswer::Dns(DnsFailure::NoSuchDomain), "gone no-such-domain unknown?"),
        (NoAnswer::Dns(DnsFailure::NoAddress), "failing dns-failure unknown"),
        (NoAnswer::Dns(DnsFailure::ServerFailure), "failing dns-failure unknown"),
        (NoAnswer::Dns(DnsFailure::Timeout), "failing dns-failure unknown"),
        (NoAnswer::Refused, "failing refused unknown"),
        (NoAnswer::Unreachable, "failing refused unknown"),
        (NoAnswer::Reset, "failing reset unknown"),
        (NoAnswer::Timeout(Phase::Head), "failing timeout unknown"),
        (NoAnswer::Tls(TlsFailure::Expired), "failing tls unknown"),
        (NoAnswer::Protocol(ProtocolFailure::NotHttp), "failing bad-response unknown"),
        (NoAnswer::TooManyRedirects, "failing too-many-redirects unknown"),
        (NoAnswer::RedirectLoop, "failing too-many-redirects unknown"),
        (NoAnswer::BadRedirect(None), "failing bad-response unknown"),
        (NoAnswer::LongRedirect(60_001), "failing bad-response unknown"),
        (NoAnswer::Proxy, "failing refused unknown"),
    ] {
        check(no_answer(why), expected);
    }
}

#[test]
fn what_was_not_looked_at_says_why() {
    for (skip, expected) in [
        (Skip::PrivateAddress("10.0.0.1".into()), "skipped private-address unknown"),
        (Skip::UnsupportedScheme("gopher".into()), "skipped unsupported-scheme unknown"),
        (Skip::UnsupportedPort(6667), "skipped unsupported-port unknown"),
        (Skip::Credentials, "skipped credentials unknown"),
        (Skip::UntrustedArchive, "skipped untrusted-archive unknown"),
        (Skip::Excluded, "skipped excluded unknown"),
        (Skip::Budget, "skipped budget unknown"),
        (Skip::AskedToWait(3600), "skipped budget unknown"),
        (Skip::NotInReplay, "skipped not-in-replay unknown"),
        (Skip::NoLocator, "skipped no-locator unknown"),
    ] {
        check(ended(Outcome::Skipped(skip)), expected);
    }
    for why in [RobotsRule::Line("Disallow: /".into()), RobotsRule::Status(503), RobotsRule::NoAnswer(NoAnswer::Reset)]
    {
        let refusal = RobotsRefusal { robots_txt: "https://news.example/robots.txt".into(), why };
        check(ended(Outcome::Skipped(Skip::Robots(refusal))), "withheld robots unknown");
    }
    assert_eq!(said(&facts(&[])), "unseen - unknown");
    let skip = SourceFacts { expect: Some(Expect::Skip), ..facts(&[]) };
    assert_eq!(said(&skip), "skipped excluded unknown");
}

#[test]
fn a_header_of_a_wall_decides_alone_whatever_the_status() {
    for (name, value) in [
        ("cf-mitigated", "challenge"),
        ("x-amzn-waf-action", "Captcha"),
        ("x-dd-b", "1"),
        ("x-px-blocked", "1"),
        ("x-sucuri-block", "EXPVP15"),
        ("x-vercel-mitigated", "deny"),
    ] {
        for number in [200, 202, 403, 405, 404, 503] {
            check(status(number).header(name, value), "withheld bot-wall unknown");
        }
    }
    for (name, value) in [("cf-mitigated", "none"), ("server", "cloudflare"), ("x-datadome", "protected")] {
        check(status(200).header(name, value), "live - sound");
    }
}

#[test]
fn only_permanent_redirects_to_another_page_are_a_move() {
    let other = "https://new.example/b";
    check(status(200).by(&[(URL, 301), ("http://new.example/b", 308)], other), "moved permanent-redirect sound");
    check(status(200).by(&[(URL, 301), ("http://new.example/b", 302)], other), "live - sound");
    check(status(200).by(&[(URL, 303)], other), "live - sound");
    check(status(200).by(&[(URL, 302)], "https://site.example/a/page?x=1"), "moved https-upgrade sound");
    check(status(200).by(&[(URL, 301)], "https://site.example/a/page?x=1#top"), "moved https-upgrade sound");
    check(status(200).by(&[(URL, 302)], URL), "live - sound");
    check(status(404).by(&[(URL, 301)], other), "gone not-found unknown?");
}

#[test]
fn a_login_page_that_knows_the_way_back_is_a_login() {
    let back = "https%3A%2F%2Fsite.example%2Fa%2Fpage%3Fx%3D1";
    for to in [
        format!("https://site.example/login?return_to={back}"),
        format!("https://id.example/users/sign-in.html?RelayState={back}"),
        "https://site.example/accounts/start?next=/a/page".to_owned(),
    ] {
        check(status(200).by(&[(URL, 302)], &to), "withheld login unknown");
    }
    for to in ["https://site.example/login", "https://site.example/a?next=/a/page", "https://id.example/login?next=/"] {
        check(status(200).by(&[(URL, 302)], to), "live - sound");
    }
    check(status(200), "live - sound");
}

#[test]
fn a_page_that_is_too_large_is_live() {
    let history = [status(200).answer_edit(|answer| answer.body = BodyEnd::OverCap)];
    assert_eq!(said(&facts(&history)), "live too-large sound");
    assert_eq!(judge(&facts(&history)).findings[0].code, Code::CutShort);
}

#[test]
fn an_expected_refusal_has_the_reason_that_was_foreseen() {
    let check = |expect, look: Observation, expected: &str| {
        let history = [look];
        assert_eq!(said(&SourceFacts { expect: Some(expect), ..facts(&history) }), expected);
    };
    for number in [401, 402, 403, 429] {
        check(Expect::Paywall, status(number), "withheld paywall unknown");
        check(Expect::Login, status(number), "withheld login unknown");
        check(Expect::BotWall, status(number), "withheld bot-wall unknown");
    }
    check(Expect::Paywall, status(403).header("x-dd-b", "1"), "withheld paywall unknown");
    check(Expect::Paywall, status(404), "gone not-found unknown?");
    check(Expect::Paywall, status(200), "live - sound");
    check(Expect::Gone, status(404), "gone not-found unknown");
}

#[test]
fn what_lacks_a_quote_where_a_wall_is_expected_may_be_a_part_of_the_page() {
    let history = [status(200)];
    let doubt =
        |expect: Option<Expect>, quotes: Quotes| judge(&SourceFacts { quotes, expect, ..facts(&history) }).doubt;
    for wall in [Expect::Paywall, Expect::Login, Expect::BotWall] {
        assert_eq!(doubt(Some(wall), Quotes::Absent), Some(Unreadable::Walled));
        assert_eq!(doubt(Some(wall), Quotes::Found), None);
    }
    assert_eq!((doubt(None, Quotes::Absent), doubt(Some(Expect::Gone), Quotes::Absent)), (None, None));
}

#[test]
fn a_found_quote_is_a_sign_of_life_whatever_else_is_said() {
    for look in [status(404), status(403).header("cf-mitigated", "challenge"), status(503), status(200)] {
        let history = [look];
        assert_eq!(said(&SourceFacts { quotes: Quotes::Found, ..facts(&history) }), "live - sound");
    }
}

fn history_of(looks: &[(&str, Observation)]) -> Vec<Observation> {
    looks.iter().map(|(when, look)| look.clone().at(when)).collect()
}

#[test]
fn gone_is_broken_when_two_looks_of_the_run_agree() {
    for (looks, expected) in [
        (vec![status(404), status(404)], "gone not-found broken"),
        (vec![status(404), status(410)], "gone gone unknown?"),
        (vec![status(404), status(200)], "live - sound"),
        (vec![status(200), status(404)], "gone not-found unknown?"),
        (vec![status(404), status(503)], "failing server-error unknown"),
        (vec![no_answer(NoAnswer::Refused); 9], "failing refused unknown"),
    ] {
        assert_eq!(said(&facts(&looks)), expected);
    }
    let once = [status(404)];
    assert_eq!(said(&SourceFacts { confirmation: Confirmation::OneLook, ..facts(&once) }), "gone not-found broken");
    let refused = [no_answer(NoAnswer::Refused)];
    assert_eq!(
        said(&SourceFacts { confirmation: Confirmation::OneLook, ..facts(&refused) }),
        "failing refused unknown"
    );
    let twice = [status(404), status(404)];
    assert_eq!(said(&SourceFacts { expect: Some(Expect::Gone), ..facts(&twice) }), "gone not-found unknown");
}

#[test]
fn the_policy_wants_so_many_bad_looks_so_far_apart_and_one_good_look_resets() {
    let (one, two, three) = ("2026-03-01T10:00", "2026-03-02T10:00", "2026-03-03T10:00");
    let dead = || no_answer(NoAnswer::Timeout(Phase::Connect));
    let unsigned = || no_answer(NoAnswer::Tls(TlsFailure::UnknownIssuer));
    for (looks, expected) in [
        (vec![(one, status(404)), (two, status(404)), (three, status(404))], "gone not-found broken"),
        (vec![(one, status(404)), (two, status(410)), (three, status(404))], "gone not-found broken"),
        (vec![(one, status(404)), (two, status(404)), ("2026-03-03T09:59", status(404))], "gone not-found unknown?"),
        (vec![(one, status(404)), (three, status(404))], "gone not-found unknown?"),
        (vec![(one, status(404)), (two, status(200)), (three, status(404))], "gone not-found unknown?"),
        (vec![(one, dead()), (two, status(503)), (three, dead())], "failing timeout broken"),
        (vec![(one, status(404)), (two, dead()), (three, dead())], "failing timeout broken"),
        (vec![(one, dead()), (two, dead()), (three, status(404))], "gone not-found unknown?"),
        (vec![(one, dead()), (two, status(403)), (three, dead())], "failing timeout unknown"),
        (vec![(one, unsigned()), (two, unsigned()), (three, unsigned())], "failing tls unknown"),
        (vec![(one, dead()), (two, dead()), (three, dead()), ("2026-03-09T10:00", unsigned())], "failing tls unknown"),
        (vec![(one, status(403)), (two, status(403)), (three, status(403))], "withheld forbidden unknown"),
    ] {
        let history = history_of(&looks);
        assert_eq!(said(&SourceFacts { confirmation: POLICY, ..facts(&history) }), expected, "{looks:?}");
    }
}

#[test]
fn the_message_says_what_happened_how_often_and_since_when() {
    let message = |facts: &SourceFacts<'_>| judge(facts).findings.remove(0).message;
    let history = history_of(&[
        ("2026-01-02T10:00", status(200)),
        ("2026-02-01T10:00", status(404)),
        ("2026-02-08T10:00", status(404)),
        ("2026-02-15T10:00", status(404)),
    ]);
    assert_eq!(
        message(&SourceFacts { confirmation: POLICY, ..facts(&history) }),
        "The source is gone: the server answered 404 (Not Found), at all 3 looks since 2026-02-01; the page was last there on \
         2026-01-02."
    );
    let stale = SourceFacts { now: moment("2026-03-01T10:00"), ..facts(&history[..2]) };
    assert_eq!(
        message(&stale),
        "The source looks gone: the server answered 404 (Not Found); the page was last there on 2026-01-02. It counts as broken \
         once later looks agree. The last look was on 2026-02-01."
    );
    let tries = [status(503).edit(|look| look.retried = vec![Trouble::Status(503); 2])];
    assert_eq!(
        message(&facts(&tries)),
        "The source did not answer properly: the server answered 503 (Service Unavailable) (tried 3 times)."
    );
    let moved = [status(200).by(&[(URL, 301)], "https://new.example/b")];
    assert_eq!(
        message(&facts(&moved)),
        "The source has moved for good to https://new.example/b; the old address still leads there."
    );
    assert!(judge(&facts(&[status(200)])).findings.is_empty());
}

#[test]
fn looks_that_saw_something_else_are_not_counted_as_the_same() {
    let message = |looks: &[(&str, Observation)]| judge(&facts(&history_of(looks))).findings.remove(0).message;
    let (one, two, three) = ("2026-02-01T10:00", "2026-02-08T10:00", "2026-02-15T10:00");
    assert_eq!(
        message(&[(one, status(404)), (two, status(404)), (three, status(410))]),
        "The source looks gone: the server answered 410 (Gone); none of the 3 looks since 2026-02-01 found the page. It counts as broken \
         once later looks agree."
    );
    assert_eq!(
        message(&[(one, status(502)), (two, status(503))]),
        "The source did not answer properly: the server answered 503 (Service Unavailable); the look before, on 2026-02-01, did not \
         find the page either."
    );
}

#[test]
fn where_a_source_led_when_it_was_there_is_told_once_it_is_not() {
    let check = |looks: &[(&str, Observation)], expected: Option<&str>| {
        let history = history_of(looks);
        let led = judge(&facts(&history)).led_to;
        assert_eq!(led.as_ref().map(|led| led.url.as_str()), expected, "{looks:?}");
        assert!(led.is_none_or(|led| led.observed_at == moment("2026-01-02T10:00")));
    };
    let (one, two, three) = ("2026-01-02T10:00", "2026-02-01T10:00", "2026-02-08T10:00");
    let new = "https://new.example/b";
    let moved = || status(200).by(&[(URL, 301)], new);
    check(&[(one, moved()), (two, status(404)), (three, status(404))], Some(new));
    check(&[(one, moved()), (two, ended(Outcome::NoAnswer(NoAnswer::Refused)))], Some(new));
    // It is there, it still leads there, it was there itself since then, or it led to another spelling of itself.
    check(&[(one, moved()), (two, moved())], None);
    check(&[(one, moved()), (two, status(404).by(&[(URL, 301)], new))], None);
    check(&[(one, moved()), (two, status(200)), (three, status(404))], None);
    check(&[(one, status(200).by(&[(URL, 301)], &format!("{URL}#top"))), (two, status(404))], None);
    check(&[(one, status(404).by(&[(URL, 301)], new)), (two, status(404))], None);
}

#[test]
fn what_ended_behind_a_redirect_is_said_of_where_it_led() {
    let led = |outcome: Outcome, to: &str| {
        let history = [ended(outcome).by(&[("https://old.example/a", 302)], to)];
        judge(&facts(&history)).findings.remove(0).message
    };
    let check = |outcome: Outcome, to: &str, expected: &str| assert_eq!(led(outcome, to), expected);
    let no_answer = |why| Outcome::NoAnswer(why);
    check(
        no_answer(NoAnswer::Dns(DnsFailure::NoSuchDomain)),
        "https://new.example/b",
        "The source looks gone: a redirect led to https://new.example/b, and the name new.example does not exist. It counts as \
         broken once later looks agree.",
    );
    check(
        no_answer(NoAnswer::Refused),
        "/b",
        "The source did not answer properly: a redirect led to https://old.example/b, and old.example refused the connection.",
    );
    check(
        no_answer(NoAnswer::Tls(TlsFailure::Expired)),
        "https://new.example/",
        "The source did not answer properly: a redirect led to https://new.example/, and the certificate of new.example has run \
         out.",
    );
    check(
        Outcome::Skipped(Skip::PrivateAddress("10.0.0.1".into())),
        "http://10.0.0.1/",
        "The source was not looked at: a redirect led to http://10.0.0.1/, and 10.0.0.1 is not a public address.",
    );
    check(
        Outcome::Skipped(Skip::Credentials),
        "http://me:word@new.example/",
        "The source was not looked at: a redirect led to http://***@new.example/, and its address holds a user name or a \
         password, and asking for it would log in.",
    );
    check(
        no_answer(NoAnswer::RedirectLoop),
        "/b",
        "The source did not answer properly: its redirects lead in a circle.",
    );
}

#[test]
fn what_was_not_asked_says_why_in_words_that_fit() {
    let check = |why: Skip, expected: &str| {
        let message = judge(&facts(&[ended(Outcome::Skipped(why))])).findings.remove(0).message;
        assert_eq!(message, format!("The source was not looked at: {expected}."));
    };
    let private = |which: &str| Skip::PrivateAddress(which.into());
    check(private("10.0.0.1"), "10.0.0.1 is not a public address");
    check(private("::1"), "::1 is not a public address");
    check(private("nas.local"), "nas.local is a name of a local network, not of the public web");
    check(private("abc.onion"), "abc.onion is a name of the Tor network, which is not asked");
    let asked = |seconds| Skip::AskedToWait(seconds);
    check(asked(3600), "its host asked to be left alone for at least 60 minutes, which is longer than a run waits");
    check(asked(7200), "its host asked to be left alone for at least 2 hours, which is longer than a run waits");
    check(asked(90), "its host asked to be left alone for at least 90 seconds, which is longer than a run waits");
    check(asked(172_800), "its host asked to be left alone for at least 2 days, which is longer than a run waits");
    check(
        asked(u64::MAX),
        "its host asked to be left alone for at least more than a year, which is longer than a run waits",
    );
}

#[test]
fn a_host_that_asks_for_patience_is_told_with_how_long() {
    let check = |look: Observation, expected: &str| {
        assert_eq!(judge(&facts(&[look])).findings.remove(0).message, expected);
    };
    let asks = "The source asked us to come more slowly: the server answered 429 (Too Many Requests)";
    check(status(429), &format!("{asks}."));
    check(status(429).header("retry-after", "0"), &format!("{asks}."));
    check(status(429).header("retry-after", "90"), &format!("{asks}, and asked us to wait 90 seconds."));
    check(status(429).header("retry-after", "99999999999"), &format!("{asks}, and asked us to wait more than a year."));
    let date = "Wed, 01 Apr 2026 10:00:00 GMT";
    check(status(429).header("retry-after", date), &format!("{asks}, and asked us to wait 31 days."));
}

#[test]
fn the_level_follows_the_standing() {
    let level = |facts: &SourceFacts<'_>| judge(facts).findings[0].level;
    let twice = [status(404), status(404)];
    assert_eq!(level(&facts(&twice)), Level::Error);
    assert_eq!(level(&facts(&twice[..1])), Level::Warning);
    assert_eq!(level(&SourceFacts { expect: Some(Expect::Gone), ..facts(&twice) }), Level::Note);
    assert_eq!(level(&facts(&[status(403)])), Level::Note);
}

#[test]
fn earlier_looks_are_wanted_until_they_confirm_or_hold_a_good_one() {
    let gone = |day: u32| status(404).at(&format!("2026-03-{day:02}T00:00"));
    let check = |history: &[Observation], expected: bool| {
        assert_eq!(wants_earlier(history, None, None, POLICY), expected, "{history:?}");
    };
    check(&[], false);
    check(&[status(200)], false);
    check(&[gone(1)], true);
    check(&[gone(1), gone(2)], true);
    check(&[gone(1), gone(1), gone(1)], true);
    check(&[gone(1), gone(2), gone(3)], false);
    check(&[status(200).at("2026-03-01T00:00"), gone(2)], false);
    check(&[gone(1), ended(Outcome::Skipped(Skip::Budget)).at("2026-03-02T00:00")], false);
    assert!(!wants_earlier(&[gone(1), gone(1)], None, None, Confirmation::TwoLooks));
    assert!(!wants_earlier(&[gone(1)], Some(Expect::Skip), None, POLICY));
}
