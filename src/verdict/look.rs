//! What one look says by itself, from transport, status, headers and redirects: one small function a rule, in order.

use url::Url;

use super::{Availability, Expect, Reason};
use crate::observation::{Answer, BodyEnd, DnsFailure, NoAnswer, Observation, Outcome, Skip, TlsFailure};

/// What one look says, before the history is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) availability: Availability,
    pub(super) reason: Option<Reason>,
}

/// A look that a server answered.
struct Answered<'a> {
    observation: &'a Observation,
    answer: &'a Answer,
    expect: Option<Expect>,
}

/// The first that has something to say decides; what none of them knows is alive.
const RULES: &[fn(&Answered<'_>) -> Option<Reading>] =
    &[expected_refusal, wall_header, login_redirect, refused, gone, server_trouble, no_page];

impl Reading {
    fn new(availability: Availability, reason: Reason) -> Self {
        Self { availability, reason: Some(reason) }
    }

    fn live() -> Self {
        Self { availability: Availability::Live, reason: None }
    }

    /// Whether the page was there.
    pub(super) fn is_good(self) -> bool {
        matches!(self.availability, Availability::Live | Availability::Moved)
    }
}

/// Reads one look.
pub(super) fn read(observation: &Observation, expect: Option<Expect>) -> Reading {
    match &observation.outcome {
        Outcome::Answered(answer) => {
            let answered = Answered { observation, answer, expect };
            RULES.iter().find_map(|rule| rule(&answered)).unwrap_or_else(|| alive(observation, answer))
        }
        Outcome::NoAnswer(no_answer) => unanswered(no_answer),
        Outcome::Skipped(Skip::Robots(_)) => Reading::new(Availability::Withheld, Reason::Robots),
        Outcome::Skipped(skip) => Reading::new(Availability::Skipped, skipped(skip)),
    }
}

/// What a look at a page that is there says: live, or moved for good.
pub(super) fn alive(observation: &Observation, answer: &Answer) -> Reading {
    if let Some(reason) = moved(observation, answer) {
        return Reading::new(Availability::Moved, reason);
    }
    match answer.body {
        BodyEnd::OverCap => Reading::new(Availability::Live, Reason::TooLarge),
        BodyEnd::Whole | BodyEnd::Truncated | BodyEnd::TimedOut | BodyEnd::Undecodable(_) => Reading::live(),
    }
}

/// Whether a failure may be ours or our trust store's rather than the source's: such looks confirm nothing.
pub(super) fn proves_nothing(observation: &Observation) -> bool {
    matches!(
        observation.outcome,
        Outcome::NoAnswer(
            NoAnswer::Tls(TlsFailure::UnknownIssuer)
                | NoAnswer::Proxy
                | NoAnswer::Dns(DnsFailure::NoResolver | DnsFailure::BadName)
        )
    )
}

/// A refusal that the configuration foresees has the reason that it names.
fn expected_refusal(answered: &Answered<'_>) -> Option<Reading> {
    let reason = match answered.expect? {
        Expect::Paywall => Reason::Paywall,
        Expect::Login => Reason::Login,
        Expect::BotWall => Reason::BotWall,
        Expect::Gone | Expect::Skip => return None,
    };
    let refusal = matches!(answered.answer.status, 401 | 402 | 403 | 405 | 407 | 429 | 999);
    (refusal || wall_header(answered).is_some()).then(|| Reading::new(Availability::Withheld, reason))
}

/// Headers that are sent with a challenge or a block and with nothing else, so each decides alone.
fn wall_header(answered: &Answered<'_>) -> Option<Reading> {
    let value = |name| answered.answer.header(name).map(|value| value.trim().to_ascii_lowercase());
    let wall = value("cf-mitigated").is_some_and(|value| value == "challenge")
        || value("x-amzn-waf-action").is_some_and(|value| value == "challenge" || value == "captcha")
        || ["x-dd-b", "x-px-blocked", "x-sucuri-block"].iter().any(|name| value(name).is_some());
    wall.then(|| Reading::new(Availability::Withheld, Reason::BotWall))
}

/// A redirect to a login page that is told where to lead back to. A hop through an identity host alone means nothing.
fn login_redirect(answered: &Answered<'_>) -> Option<Reading> {
    if answered.observation.hops.is_empty() {
        return None;
    }
    let cited = Url::parse(&answered.observation.url).ok()?;
    let landed = Url::parse(&answered.answer.final_url).ok()?;
    let at_login = landed.path_segments()?.any(is_login_word);
    let leads_back = landed.query_pairs().any(|(name, value)| is_return_name(&name) && names(&value, &cited));
    (at_login && leads_back).then(|| Reading::new(Availability::Withheld, Reason::Login))
}

fn is_login_word(segment: &str) -> bool {
    const WORDS: &[&str] = &[
        "login",
        "log-in",
        "signin",
        "sign-in",
        "sso",
        "auth",
        "authenticate",
        "authwall",
        "idp",
        "accounts",
        "oauth",
        "oauth2",
        "saml",
        "cas",
    ];
    let word = segment.split('.').next().unwrap_or(segment).to_ascii_lowercase();
    WORDS.contains(&word.as_str())
}

fn is_return_name(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "returnto",
        "return",
        "returnurl",
        "returnuri",
        "returnpath",
        "continue",
        "cont",
        "next",
        "redirect",
        "redirectto",
        "redirecturl",
        "redirecturi",
        "service",
        "relaystate",
        "goto",
        "dest",
        "destination",
        "target",
        "backurl",
        "url",
    ];
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    NAMES.contains(&name.as_str())
}

/// Whether the value of a return parameter leads back to the page that was cited.
fn names(value: &str, cited: &Url) -> bool {
    let by_path = cited.path().len() > 1 && value.contains(cited.path());
    by_path || cited.host_str().is_some_and(|host| value.contains(host))
}

/// A server that is there and will not show the page. 405, 406, 412, 415, 418, 421 and 428 are answers to the way we
/// ask, not to what we ask for, so they are refusals too and can never grow into "broken".
fn refused(answered: &Answered<'_>) -> Option<Reading> {
    let reason = match answered.answer.status {
        401 | 407 | 440 => Reason::Login,
        402 => Reason::Paywall,
        403 | 405 | 406 | 412 | 415 | 418 | 421 | 428 => Reason::Forbidden,
        429 => Reason::RateLimited,
        451 => Reason::Legal,
        999 => Reason::BotWall,
        _ => return None,
    };
    Some(Reading::new(Availability::Withheld, reason))
}

fn gone(answered: &Answered<'_>) -> Option<Reading> {
    let reason = match answered.answer.status {
        404 => Reason::NotFound,
        410 => Reason::Gone,
        _ => return None,
    };
    Some(Reading::new(Availability::Gone, reason))
}

/// Statuses that ask for patience. A gateway's timeout (504, 524) is the server's trouble too: `timeout` is kept for
/// time that ran out on our side.
fn server_trouble(answered: &Answered<'_>) -> Option<Reading> {
    matches!(answered.answer.status, 408 | 425 | 500..=599)
        .then(|| Reading::new(Availability::Failing, Reason::ServerError))
}

/// Any other answer that is no page: 400 and its like, a redirect that leads nowhere, a list of choices (300), a 304
/// that nobody asked for; one that was asked for says that the page is as it was. A 204 or 205 is a success that has
/// nothing to show: the source is live, its quotes cannot be verified.
fn no_page(answered: &Answered<'_>) -> Option<Reading> {
    let is_page = match answered.answer.status {
        200..=299 => true,
        304 => answered.answer.unchanged_since.is_some(),
        _ => false,
    };
    (!is_page).then(|| Reading::new(Availability::Failing, Reason::BadResponse))
}

/// Why the page counts as moved, if it does: a temporary redirect asks to keep the old address.
fn moved(observation: &Observation, answer: &Answer) -> Option<Reason> {
    if observation.hops.is_empty() {
        return None;
    }
    let (from, to) = (without_fragment(&observation.url)?, without_fragment(&answer.final_url)?);
    if from == to {
        return None;
    }
    if from.scheme() == "http"
        && to.scheme() == "https"
        && from[url::Position::BeforeHost..] == to[url::Position::BeforeHost..]
    {
        return Some(Reason::HttpsUpgrade);
    }
    observation.hops.iter().all(|hop| matches!(hop.status, 301 | 308)).then_some(Reason::PermanentRedirect)
}

fn without_fragment(url: &str) -> Option<Url> {
    let mut url = Url::parse(url).ok()?;
    url.set_fragment(None);
    Some(url)
}

fn unanswered(no_answer: &NoAnswer) -> Reading {
    let reason = match no_answer {
        NoAnswer::Dns(DnsFailure::NoSuchDomain) => return Reading::new(Availability::Gone, Reason::NoSuchDomain),
        NoAnswer::Dns(_) => Reason::DnsFailure,
        NoAnswer::Refused | NoAnswer::Unreachable | NoAnswer::Proxy => Reason::Refused,
        NoAnswer::Reset => Reason::Reset,
        NoAnswer::Timeout(_) => Reason::Timeout,
        NoAnswer::Tls(_) => Reason::Tls,
        NoAnswer::Protocol(_) | NoAnswer::BadRedirect(_) => Reason::BadResponse,
        NoAnswer::TooManyRedirects | NoAnswer::RedirectLoop => Reason::TooManyRedirects,
    };
    Reading::new(Availability::Failing, reason)
}

fn skipped(skip: &Skip) -> Reason {
    match skip {
        Skip::PrivateAddress(_) => Reason::PrivateAddress,
        Skip::UnsupportedScheme(_) => Reason::UnsupportedScheme,
        Skip::UnsupportedPort(_) => Reason::UnsupportedPort,
        Skip::Credentials => Reason::Credentials,
        Skip::UntrustedArchive => Reason::UntrustedArchive,
        Skip::Excluded => Reason::Excluded,
        Skip::Budget | Skip::AskedToWait(_) => Reason::Budget,
        Skip::NotInReplay => Reason::NotInReplay,
        Skip::NoLocator => Reason::NoLocator,
        Skip::Robots(_) => Reason::Robots,
    }
}
