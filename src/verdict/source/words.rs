//! What is said of a source: what happened, how often it was tried, since when, in plain sentences.

use std::net::IpAddr;

use jiff::SignedDuration;
use url::Url;

use super::evidence_words;
use super::{Judged, Quotes, SourceFacts};
use crate::finding::{Code, Finding, Level};
use crate::locator::host::{self, Scope};
use crate::locator::user_info;
use crate::observation::{
    Answer, BodyEnd, DnsFailure, NoAnswer, Observation, Outcome, Phase, ProtocolFailure, RobotsRule, Skip, TlsFailure,
};
use crate::page::CutShort;
use crate::standing::Standing;
use crate::verdict::changed::Change;
use crate::verdict::home::{self, Elsewhere};
use crate::verdict::led::reached;
use crate::verdict::past::{Past, Streak};
use crate::verdict::words::{day, excerpt, listed};
use crate::verdict::{Availability, Expect, Reason};

/// The findings on a source, the gravest first; none where it is simply live.
pub(super) fn findings(facts: &SourceFacts<'_>, past: &Past, judged: Judged<'_>) -> Vec<Finding> {
    let Some(last) = facts.history.last() else { return vec![unseen(judged)] };
    let streak = past.streak(judged.reading.availability);
    let finding = match judged.reading.availability {
        Availability::Live => {
            return [says_moved(last), elsewhere(last), back(facts), changed(facts, judged), live(facts, last)]
                .concat();
        }
        Availability::Moved => {
            let moved = vec![moved(last, judged.reading.reason)];
            return [moved, back(facts), changed(facts, judged), live(facts, last)].concat();
        }
        Availability::Gone => gone(facts, last, streak, judged),
        Availability::Failing => failing(last, streak, judged),
        Availability::Withheld => finding(Code::SourceWithheld, withheld(last, judged)),
        Availability::Skipped | Availability::Unseen => finding(Code::SourceSkipped, skipped(last, facts.expect)),
    };
    vec![dated(finding, facts, last)]
}

fn finding(code: Code, message: String) -> Finding {
    Finding::new(code, message, None)
}

/// Says when the look was, where the judgement is not of the same day.
fn dated(finding: Finding, facts: &SourceFacts<'_>, last: &Observation) -> Finding {
    if day(facts.now) == day(last.observed_at) || matches!(last.outcome, Outcome::Skipped(_)) {
        return finding;
    }
    let message = format!("{} The last look was on {}.", finding.message, day(last.observed_at));
    Finding { message, ..finding }
}

fn unseen(judged: Judged<'_>) -> Finding {
    let message = match judged.reading.availability {
        Availability::Skipped => "The source was not looked at: the configuration leaves it out.",
        _ => "The source has not been looked at yet.",
    };
    finding(Code::SourceSkipped, message.to_owned())
}

fn gone(facts: &SourceFacts<'_>, last: &Observation, streak: Option<Streak>, judged: Judged<'_>) -> Finding {
    let happened = what_happened(last) + &evidence_words::gone(judged.reading.reason, judged.evidence);
    if facts.expect == Some(Expect::Gone) {
        let message = format!("The source is gone, as the configuration expects: {happened}.");
        return finding(Code::SourceGone, message).at_level(Level::Note);
    }
    let since = history(streak);
    let led_home = judged.reading.reason == Some(Reason::RedirectedToHome);
    if judged.suspect {
        let message = format!("The source looks gone: {happened}{since}. It counts as broken once later looks agree.");
        let code = if led_home { Code::RedirectedToHome } else { Code::SourceSuspect };
        return finding(code, message).at_level(Level::Warning);
    }
    let code = if led_home { Code::RedirectedToHome } else { Code::SourceGone };
    finding(code, format!("The source is gone: {happened}{since}."))
}

fn failing(last: &Observation, streak: Option<Streak>, judged: Judged<'_>) -> Finding {
    let is_empty = judged.reading.reason == Some(Reason::EmptyPage);
    let (code, nothing) = if is_empty { (Code::EmptyPage, ", with nothing in it") } else { (Code::SourceFailing, "") };
    let happened = what_happened(last) + nothing + &evidence_words::seen(judged.evidence);
    let (tried, since) = (tried(last), history(streak));
    if judged.standing != Standing::Broken {
        return finding(code, format!("The source did not answer properly: {happened}{tried}{since}."));
    }
    let is_long = streak.is_some_and(|streak| streak.until.duration_since(streak.since) >= LONG);
    let long = if is_long { " for a long time" } else { "" };
    let message = format!("The source has not answered properly{long}: {happened}{tried}{since}.");
    finding(code, message).at_level(Level::Error)
}

/// From the first to the last of the looks at which a source failed: a policy may confirm that within minutes.
const LONG: SignedDuration = SignedDuration::from_hours(28 * 24);

/// `, at all 3 looks since 2026-01-02; the page was last there on 2025-12-30`, as far as there is a history. Looks that saw
/// something else, and not the page either, are told as that.
fn history(streak: Option<Streak>) -> String {
    let Some(streak) = streak else { return String::new() };
    let since = day(streak.since);
    let when = if since == day(streak.until) { format!("on {since}") } else { format!("since {since}") };
    let looks = match streak.looks {
        0 | 1 => String::new(),
        2 if streak.alike < 2 => format!("; the look before, on {since}, did not find the page either"),
        looks if streak.alike < looks => format!("; none of the {looks} looks {when} found the page"),
        2 => format!(", at both looks {when}"),
        looks => format!(", at all {looks} looks {when}"),
    };
    let last_good = streak.last_good.map(|moment| format!("; the page was last there on {}", day(moment)));
    looks + &last_good.unwrap_or_default()
}

fn tried(last: &Observation) -> String {
    match last.retried.len() {
        0 => String::new(),
        1 => " (tried twice)".to_owned(),
        more => format!(" (tried {} times)", more + 1),
    }
}

fn moved(last: &Observation, reason: Option<Reason>) -> Finding {
    let to = last.answer().map_or("another address", |answer| answer.final_url.as_str());
    let message = match reason {
        Some(Reason::HttpsUpgrade) => format!("The same address answers with https: {to}."),
        _ => format!("The source has moved for good to {to}; the old address still leads there."),
    };
    finding(Code::SourceMoved, message)
}

/// A page that says itself where it has moved to.
fn says_moved(last: &Observation) -> Vec<Finding> {
    let signs = last.answer().filter(|answer| !answer.quote_found).and_then(|answer| answer.signs.as_ref());
    let to = signs.and_then(|signs| signs.onward.as_deref());
    let told = |to| format!("The page says that it has moved: its notice leads to {}.", excerpt(to, 300));
    to.map(|to| finding(Code::SourceMoved, told(to))).into_iter().collect()
}

/// An address that leads to a list of its site for now, where a page of its own stood.
fn elsewhere(last: &Observation) -> Vec<Finding> {
    let led = last.answer().filter(|answer| !answer.quote_found).and_then(|answer| {
        let to = home::led_elsewhere(last, answer)?;
        let what = if to == Elsewhere::Search { "a search" } else { "a list of pages" };
        Some(format!(
            "The address leads to {what} of its site and to no page of its own: {}.",
            excerpt(&answer.final_url, 300)
        ))
    });
    led.map(|told| finding(Code::SourceMoved, told)).into_iter().collect()
}

/// A page that is there against what is known of it.
fn back(facts: &SourceFacts<'_>) -> Vec<Finding> {
    let message = "The source is there, though the configuration expects it to be gone.";
    let unexpected = (facts.expect == Some(Expect::Gone)).then(|| finding(Code::SourceBack, message.to_owned()));
    unexpected.into_iter().collect()
}

/// That a page says other things than it did, louder where most of it went and a quote that is bound to it with it.
fn changed(facts: &SourceFacts<'_>, judged: Judged<'_>) -> Vec<Finding> {
    let Some(changed) = judged.changed.filter(|changed| changed.is_told()) else { return Vec::new() };
    let lost = changed.verdict == Change::Rewritten && facts.quotes == Quotes::Absent;
    let level = if lost { Level::Warning } else { Level::Note };
    vec![finding(Code::PageChanged, changed.told()).at_level(level)]
}

/// What is worth knowing of a page that is there: that it was not read to its end.
fn live(facts: &SourceFacts<'_>, last: &Observation) -> Vec<Finding> {
    let Some(answer) = last.answer() else { return Vec::new() };
    let cut = match (&answer.body, facts.page.and_then(|page| page.cut_short)) {
        (BodyEnd::OverCap, _) => "it is larger than the limit".to_owned(),
        (BodyEnd::Truncated, _) => "the connection ended before the page did".to_owned(),
        (BodyEnd::TimedOut, _) => "time ran out before the page had come whole".to_owned(),
        (BodyEnd::Undecodable(coding), _) => {
            format!("its content coding “{}” could not be undone", excerpt(coding, 40))
        }
        (BodyEnd::Whole, Some(CutShort::Body)) if answer.is_partial() => {
            format!("the server answered {}, which is not the whole page", status_words(answer.status))
        }
        (BodyEnd::Whole, Some(CutShort::Body)) => "not all of its bytes came".to_owned(),
        (BodyEnd::Whole, Some(CutShort::Deadline)) => "it took too long to read".to_owned(),
        (BodyEnd::Whole, Some(CutShort::Elements)) => "it has more elements than the limit".to_owned(),
        (BodyEnd::Whole, Some(CutShort::Length)) => "it is longer than the limit".to_owned(),
        (BodyEnd::Whole, Some(CutShort::Damage)) => "a part of it could not be read".to_owned(),
        (BodyEnd::Whole, Some(CutShort::Depth)) => "its elements are nested deeper than the limit".to_owned(),
        (BodyEnd::Whole, None) => return Vec::new(),
    };
    let message = format!(
        "The page is there but was not read to its end: {cut}. A quote that was not found may stand in the rest."
    );
    vec![finding(Code::CutShort, message)]
}

fn withheld(last: &Observation, judged: Judged<'_>) -> String {
    let happened = what_happened(last) + &evidence_words::seen(judged.evidence);
    match judged.reading.reason {
        Some(Reason::BotWall) => {
            format!("A wall against robots stands before the source: {happened}. A person may still be let in.")
        }
        Some(Reason::Login) => {
            format!("The source asks for a login: {happened}. A person with an account may still read it.")
        }
        Some(Reason::Paywall) => format!("The source asks for payment: {happened}. A subscriber may still read it."),
        Some(Reason::RateLimited) => {
            format!("The source asked us to come more slowly: {happened}{}{}.", tried(last), asked_to_wait(last))
        }
        Some(Reason::Robots) => robots(last),
        Some(Reason::Legal) => format!("The source is withheld for legal reasons where we look from: {happened}."),
        Some(Reason::Consent) => {
            format!(
                "The source asks for consent or an age first: {happened}. A person may answer, or not, and read it."
            )
        }
        Some(Reason::Region) => {
            format!("The source is not shown where we look from: {happened}. It may be elsewhere.")
        }
        Some(Reason::ScriptOnly) => format!(
            "Whether the source is there is for its scripts to say: {happened}, with an error page that they fill in. \
             A browser shows it."
        ),
        _ => format!("The source refuses programs: {happened}. A person may still be let in."),
    }
}

fn skipped(last: &Observation, expect: Option<Expect>) -> String {
    let why = match &last.outcome {
        _ if expect == Some(Expect::Skip) => "the configuration leaves it out".to_owned(),
        Outcome::Skipped(Skip::PrivateAddress(which)) => private(which),
        Outcome::Skipped(Skip::UnsupportedScheme(which)) => {
            format!("“{}” is not an address that can be fetched here", excerpt(which, 100))
        }
        Outcome::Skipped(Skip::UnsupportedPort(port)) => {
            format!("its address names port {port}, on which no pages are served; programs do not knock there")
        }
        Outcome::Skipped(Skip::Credentials) => {
            "its address holds a user name or a password, and asking for it would log in".to_owned()
        }
        Outcome::Skipped(Skip::UntrustedArchive) => {
            "captures of archive.today have been altered, and this one does not \
            say which page it was made of"
                .to_owned()
        }
        Outcome::Skipped(Skip::Excluded) => "the configuration leaves it out".to_owned(),
        Outcome::Skipped(Skip::Budget) => {
            "its host failed or asked for patience too often, and is left alone for the rest of the run".to_owned()
        }
        Outcome::Skipped(Skip::AskedToWait(seconds)) => {
            // What is left of what an earlier run was asked for, which may have been cut as well: less than what was asked.
            format!("its host asked to be left alone for at least {}, which is longer than a run waits", span(*seconds))
        }
        Outcome::Skipped(Skip::NotInReplay) => "the recorded files do not hold it".to_owned(),
        Outcome::Skipped(Skip::Robots(_)) => "its robots.txt refuses programs".to_owned(),
        Outcome::Skipped(Skip::NoLocator) => "the entry names no address".to_owned(),
        Outcome::Answered(_) | Outcome::NoAnswer(_) => "the reason is not known".to_owned(),
    };
    format!("The source was not looked at: {}{why}.", led(last))
}

/// `a redirect led to https://…, and `, where one did: what follows is then said of another address than the one cited.
fn led(observation: &Observation) -> String {
    if observation.hops.is_empty() {
        return String::new();
    }
    let to = reached(observation).map(String::from);
    let to = to.map_or_else(|| "another address".to_owned(), |to| excerpt(&user_info::hidden(&to), 120));
    format!("a redirect led to {to}, and ")
}

/// `, and asked us to wait 2 hours`, where the server says for how long.
fn asked_to_wait(last: &Observation) -> String {
    let asked = last.asked_to_wait().map(|until| until.duration_since(last.observed_at).as_secs());
    let asked = asked.and_then(|seconds| u64::try_from(seconds).ok()).filter(|seconds| *seconds > 0);
    asked.map_or_else(String::new, |seconds| format!(", and asked us to wait {}", span(seconds)))
}

/// `1 hour`, as far as it is worth saying.
fn span(seconds: u64) -> String {
    let (count, unit) = match seconds {
        0..120 => (seconds, "second"),
        120..7200 => (seconds / 60, "minute"),
        7200..172_800 => (seconds / 3600, "hour"),
        172_800..31_536_000 => (seconds / 86_400, "day"),
        _ => return "more than a year".to_owned(),
    };
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

fn private(which: &str) -> String {
    let is_name = which.parse::<IpAddr>().is_err();
    let which = excerpt(which, 100);
    match host::scope(&which) {
        Scope::Tor if is_name => format!("{which} is a name of the Tor network, which is not asked"),
        Scope::Local if is_name => format!("{which} is a name of a local network, not of the public web"),
        Scope::Local | Scope::Tor | Scope::Public => format!("{which} is not a public address"),
    }
}

fn robots(last: &Observation) -> String {
    let Outcome::Skipped(Skip::Robots(refusal)) = &last.outcome else {
        return "The site asks programs to stay away, so the source was not looked at.".to_owned();
    };
    let file = excerpt(&refusal.robots_txt, 120);
    let closed = "which by its standard closes the whole site to programs for now, so the source was not looked at";
    match &refusal.why {
        RobotsRule::Line(line) => format!(
            "The site asks programs to stay away, so the source was not looked at: {file} says “{}”. A person may read it.",
            excerpt(line, 120)
        ),
        RobotsRule::Status(status) => format!("{file} answered {}, {closed}.", status_words(*status)),
        RobotsRule::NoAnswer(why) => {
            let url = Url::parse(&refusal.robots_txt).ok();
            let host = url.as_ref().and_then(Url::host_str).unwrap_or("its server");
            format!("{file} could not be read ({}), {closed}.", unanswered(why, host))
        }
    }
}

/// What happened at a look, as a clause.
fn what_happened(observation: &Observation) -> String {
    match &observation.outcome {
        Outcome::Answered(answer) => answered(observation, answer),
        Outcome::NoAnswer(no_answer) => no_answer_at_the_end(observation, no_answer),
        Outcome::Skipped(_) => "it was not looked at".to_owned(),
    }
}

fn answered(observation: &Observation, answer: &Answer) -> String {
    let status = status_words(answer.status);
    if observation.hops.is_empty() {
        format!("the server answered {status}")
    } else {
        format!("a redirect led to {}, which answered {status}", excerpt(&answer.final_url, 120))
    }
}

fn no_answer_at_the_end(observation: &Observation, why: &NoAnswer) -> String {
    let clause = unanswered(why, &host(observation));
    match why {
        // These tell of the redirects themselves, or of nobody behind them.
        NoAnswer::TooManyRedirects
        | NoAnswer::RedirectLoop
        | NoAnswer::BadRedirect(_)
        | NoAnswer::LongRedirect(_)
        | NoAnswer::Proxy => clause,
        _ => led(observation) + &clause,
    }
}

/// The number, with its name where that tells a person more.
fn status_words(status: u16) -> String {
    let name = match status {
        200 => "OK",
        202 => "Accepted",
        206 => "Partial Content",
        300 => "Multiple Choices",
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        407 => "Proxy Authentication Required",
        408 => "Request Timeout",
        410 => "Gone",
        429 => "Too Many Requests",
        451 => "Unavailable For Legal Reasons",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        999 => "Request Denied",
        _ => return status.to_string(),
    };
    format!("{status} ({name})")
}

fn unanswered(no_answer: &NoAnswer, host: &str) -> String {
    match no_answer {
        NoAnswer::Dns(failure) => dns(*failure, host),
        NoAnswer::Refused => format!("{host} refused the connection"),
        NoAnswer::Unreachable => format!("there is no way to {host}"),
        NoAnswer::Reset => format!("{host} closed the connection before anything of the page had come"),
        NoAnswer::Timeout(Phase::Connect) => format!("no connection to {host} came about in time"),
        NoAnswer::Timeout(Phase::Head) => format!("{host} took the request and did not answer in time"),
        NoAnswer::Timeout(Phase::Body) => format!("{host} began to answer and sent nothing of the page in time"),
        NoAnswer::Timeout(Phase::Total) => format!("{host} did not finish answering in time"),
        NoAnswer::Tls(failure) => tls(failure, host),
        NoAnswer::Protocol(ProtocolFailure::NotHttp) => format!("what {host} sent is not HTTP"),
        NoAnswer::Protocol(ProtocolFailure::BadHead) => format!("the answer of {host} breaks the rules of HTTP"),
        NoAnswer::Protocol(ProtocolFailure::HeadTooLarge) => format!("the headers of {host} are larger than the limit"),
        NoAnswer::Protocol(ProtocolFailure::Http2) => format!("{host} broke off HTTP/2"),
        NoAnswer::TooManyRedirects => "it led through more redirects than are followed".to_owned(),
        NoAnswer::RedirectLoop => "its redirects lead in a circle".to_owned(),
        NoAnswer::BadRedirect(None) => "a redirect of it does not say where to".to_owned(),
        NoAnswer::BadRedirect(Some(to)) => {
            format!("a redirect of it leads to “{}”, which cannot be followed", excerpt(to, 120))
        }
        NoAnswer::LongRedirect(bytes) => {
            format!("a redirect of it leads to an address of {bytes} bytes, which is too long to be asked for")
        }
        NoAnswer::Proxy => "the proxy could not be reached or refused; that says nothing of the source".to_owned(),
        NoAnswer::Browser(why) => format!("it was opened in a browser, and {}", why.told()),
    }
}

fn dns(failure: DnsFailure, host: &str) -> String {
    match failure {
        DnsFailure::NoSuchDomain => format!("the name {host} does not exist"),
        DnsFailure::NoAddress => format!("the name {host} has no address"),
        DnsFailure::ServerFailure => format!("the name servers of {host} answered with an error"),
        DnsFailure::Timeout => format!("nobody told the address of {host} in time"),
        DnsFailure::NoResolver => "no name server could be reached; that says nothing of the source".to_owned(),
        DnsFailure::BadName => format!("{host} is not a name that can be looked up"),
    }
}

fn tls(failure: &TlsFailure, host: &str) -> String {
    match failure {
        TlsFailure::Expired => format!("the certificate of {host} has run out"),
        TlsFailure::WrongName(names) => {
            let names: Vec<String> = names.iter().take(3).map(|name| excerpt(name, 80)).collect();
            match names.as_slice() {
                [] => format!("the certificate of {host} is for another name"),
                names => format!("the certificate of {host} is for {}", listed(names)),
            }
        }
        TlsFailure::UnknownIssuer => format!(
            "nobody that we trust signed the certificate of {host} (where only a link of the chain is missing, browsers \
             find it by themselves)"
        ),
        TlsFailure::BadCertificate => format!("the certificate of {host} is not valid"),
        TlsFailure::OldVersion => format!("{host} speaks no version of TLS that is still in use"),
        TlsFailure::NotTls => format!("{host} does not speak TLS at this port"),
        TlsFailure::Handshake => format!("TLS could not be agreed on with {host}"),
    }
}

/// The host of the address that gave no answer: the last one that a redirect led to.
fn host(observation: &Observation) -> String {
    let reached = reached(observation);
    reached.as_ref().and_then(Url::host_str).map_or_else(|| "the server".to_owned(), str::to_owned)
}
