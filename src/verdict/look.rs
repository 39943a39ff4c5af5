//! What one look says by itself, from transport, status, headers and redirects: one small function a rule, in order.

mod gates;

use url::Url;

use super::home;
use super::signs::{Evidence, Sightings};
use super::source::{Impression, SharedTarget};
use super::words::excerpt;
use super::{Availability, CapturedPage, Expect, Reason, Unreadable, usurped};
use crate::observation::{Answer, BodyEnd, DnsFailure, NoAnswer, Observation, Outcome, Skip, TlsFailure};
use crate::page::signature::Class;
use crate::page::{self, Place};

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
    seen: Sightings,
}

/// A reading, and what speaks for it.
pub(super) type Told = (Reading, Vec<Evidence>);

/// The first that has something to say decides; what none of them knows is alive.
const RULES: &[fn(&Answered<'_>) -> Option<Told>] = &[
    expected_refusal,
    header,
    gate,
    redirect,
    shell,
    wall,
    gone,
    page,
    refused,
    server_trouble,
    nothing,
    undecoded,
    led_home,
    sibling,
    no_page,
];

/// What keeps a page from those who ask for it as programs do.
const WITHHOLDING: &[Class] = &[
    Class::BotWall,
    Class::RateLimit,
    Class::Consent,
    Class::Region,
    Class::Filter,
    Class::Legal,
    Class::Login,
    Class::Paywall,
    Class::Refusal,
];
/// These, and what says that the page is not there any more.
const ALL: &[Class] = &[
    Class::BotWall,
    Class::RateLimit,
    Class::Consent,
    Class::Region,
    Class::Filter,
    Class::Legal,
    Class::Seized,
    Class::Suspended,
    Class::Parked,
    Class::Placeholder,
    Class::Trouble,
    Class::Soft404,
    Class::Login,
    Class::Paywall,
    Class::Refusal,
];

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
    weigh(observation, expect, None).0
}

/// Reads one look, and tells what speaks for what it says. `shared` is another cited page that led to the same address.
pub(super) fn weigh(observation: &Observation, expect: Option<Expect>, shared: Option<SharedTarget<'_>>) -> Told {
    let bare = |reading| (reading, Vec::new());
    match &observation.outcome {
        Outcome::Answered(answer) if answer.quote_found => bare(alive(observation, answer)),
        Outcome::Answered(answer) => Answered::of(observation, answer, expect, shared).told(),
        Outcome::NoAnswer(no_answer) => bare(unanswered(no_answer)),
        Outcome::Skipped(Skip::Robots(_)) => bare(Reading::new(Availability::Withheld, Reason::Robots)),
        Outcome::Skipped(skip) => bare(Reading::new(Availability::Skipped, skipped(skip))),
    }
}

/// What a look that reads as `reading` says once a capture of the page is at hand: a page that is there may be another
/// owner's. A quote that was found says that it is not.
pub(super) fn against(observation: &Observation, reading: Reading, capture: Option<&CapturedPage>) -> Told {
    let is_open = reading.is_good() && observation.answer().is_some_and(|answer| !answer.quote_found);
    let evidence = capture.filter(|_| is_open).and_then(|capture| usurped::evidence(observation, capture));
    match evidence {
        Some(evidence) => (Reading::new(Availability::Gone, Reason::Usurped), evidence),
        None => (reading, Vec::new()),
    }
}

/// What a look says by itself, and whether anything could be asked about it.
pub(super) fn impression(observation: &Observation) -> Impression {
    let Some(answer) = observation.answer().filter(|answer| !answer.quote_found) else {
        let reading = read(observation, None);
        return Impression {
            availability: reading.availability,
            is_doubtful: false,
            is_open_at_home: false,
            is_plain: reading == Reading::live(),
        };
    };
    let answered = Answered::of(observation, answer, None, None);
    let script_only = answer.signs.as_ref().is_some_and(|signs| signs.script_only);
    let (reading, evidence) = answered.told();
    let is_open = answered.is_page() && !script_only && reading.is_good();
    let is_doubtful = is_open && answered.seen.is_worth_asking();
    let is_plain = reading == Reading::live() && evidence.is_empty();
    Impression {
        availability: reading.availability,
        is_doubtful,
        is_open_at_home: is_open && answered.seen.is_open_at_home(),
        is_plain,
    }
}

/// Everything that was seen at a look, with what it weighs.
pub(super) fn weighed(observation: &Observation) -> Vec<(u32, Evidence)> {
    observation.answer().map(|answer| Sightings::of(observation, answer, None).weighed()).unwrap_or_default()
}

/// Why what a page lacks may not be held against who quotes it, though the page is there.
pub(super) fn doubt(
    observation: &Observation,
    reading: Reading,
    shared: Option<SharedTarget<'_>>,
) -> Option<Unreadable> {
    let answer = observation.answer().filter(|answer| reading.is_good() && !answer.quote_found)?;
    let seen = Sightings::of(observation, answer, shared);
    seen.may_be_notice(answer).then_some(Unreadable::MayBeNotice)
}

impl<'a> Answered<'a> {
    fn of(
        observation: &'a Observation,
        answer: &'a Answer,
        expect: Option<Expect>,
        shared: Option<SharedTarget<'_>>,
    ) -> Self {
        Self { observation, answer, expect, seen: Sightings::of(observation, answer, shared) }
    }

    /// What the first rule says that has something to say.
    fn told(&self) -> Told {
        let alive = || (alive(self.observation, self.answer), Vec::new());
        RULES.iter().find_map(|rule| rule(self)).unwrap_or_else(alive)
    }

    /// Whether the status says that this is the page.
    fn is_page(&self) -> bool {
        match self.answer.status {
            200..=299 => true,
            304 => self.answer.unchanged_since.is_some(),
            _ => false,
        }
    }

    /// What the signs up to a place decide; that a page is gone, only where its status says that it is a page. 400 is the
    /// answer of some servers to an address that they do not know.
    fn decided(&self, up_to: Place) -> Option<Told> {
        let classes = if self.is_page() || self.answer.status == 400 { ALL } else { WITHHOLDING };
        let class = self.seen.decided(up_to, classes)?;
        // A page that says where it has moved to is not gone.
        if class == Class::Soft404 && self.answer.signs.as_ref().is_some_and(|signs| signs.onward.is_some()) {
            return None;
        }
        let (availability, reason) = reason(class)?;
        Some((Reading::new(availability, reason), self.seen.evidence(class)))
    }
}

/// What a class means; a shell by itself means nothing, and what speaks about others speaks for none.
fn reason(class: Class) -> Option<(Availability, Reason)> {
    Some(match class {
        Class::BotWall => (Availability::Withheld, Reason::BotWall),
        Class::Consent => (Availability::Withheld, Reason::Consent),
        Class::Region => (Availability::Withheld, Reason::Region),
        Class::Legal => (Availability::Withheld, Reason::Legal),
        Class::Login => (Availability::Withheld, Reason::Login),
        Class::Paywall => (Availability::Withheld, Reason::Paywall),
        Class::Refusal | Class::Unshared | Class::Filter => (Availability::Withheld, Reason::Forbidden),
        Class::RateLimit => (Availability::Withheld, Reason::RateLimited),
        Class::Suspended => (Availability::Gone, Reason::Suspended),
        Class::Seized => (Availability::Gone, Reason::Seized),
        Class::Parked => (Availability::Gone, Reason::Parked),
        Class::Trouble => (Availability::Failing, Reason::ServerError),
        Class::Soft404 | Class::Placeholder => (Availability::Gone, Reason::Soft404),
        Class::Shell | Class::About => return None,
    })
}

/// What a look says at which nothing but the page was seen.
pub(super) fn plain() -> Told {
    (Reading::live(), Vec::new())
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
    observation.cut_off
        || matches!(
            observation.outcome,
            Outcome::NoAnswer(
                NoAnswer::Tls(TlsFailure::UnknownIssuer)
                    | NoAnswer::Proxy
                    | NoAnswer::Dns(DnsFailure::NoResolver | DnsFailure::BadName)
            )
        )
}

/// A refusal that the configuration foresees has the reason that it names.
fn expected_refusal(answered: &Answered<'_>) -> Option<Told> {
    let reason = match answered.expect? {
        Expect::Paywall => Reason::Paywall,
        Expect::Login => Reason::Login,
        Expect::BotWall => Reason::BotWall,
        Expect::Gone | Expect::Skip => return None,
    };
    let refusal = matches!(answered.answer.status, 401 | 402 | 403 | 405 | 407 | 429 | 999);
    let told = header(answered).map(|(_, evidence)| evidence);
    (refusal || told.is_some()).then(|| (Reading::new(Availability::Withheld, reason), told.unwrap_or_default()))
}

/// A redirect to a page that asks for something first.
fn gate(answered: &Answered<'_>) -> Option<Told> {
    let (reason, evidence) = gates::led_to(answered.observation, answered.answer)?;
    Some((Reading::new(Availability::Withheld, reason), vec![evidence]))
}

/// Headers that are sent with a challenge or a block and with nothing else, so each decides alone, whatever the status.
fn header(answered: &Answered<'_>) -> Option<Told> {
    answered.decided(Place::Header)
}

/// Where redirects led. A server that says there that nothing is there is believed.
fn redirect(answered: &Answered<'_>) -> Option<Told> {
    if matches!(answered.answer.status, 404 | 410) { None } else { answered.decided(Place::Redirect) }
}

/// An error page that says nothing before its scripts have run: some hosts send every page of a site so.
fn shell(answered: &Answered<'_>) -> Option<Told> {
    let shown = answered.answer.status == 404 && !answered.seen.says_not_found();
    answered.seen.decided(Place::Text, &[Class::Shell]).filter(|_| shown)?;
    Some((Reading::new(Availability::Withheld, Reason::ScriptOnly), answered.seen.evidence(Class::Shell)))
}

/// A wall against robots that is sent as an error and says nowhere that the page is not there: who shows it tells no robot
/// what there is.
fn wall(answered: &Answered<'_>) -> Option<Told> {
    let is_meant = matches!(answered.answer.status, 404 | 410) && !answered.seen.says_not_found();
    answered.seen.decided(Place::Text, &[Class::BotWall]).filter(|_| is_meant)?;
    Some((Reading::new(Availability::Withheld, Reason::BotWall), answered.seen.evidence(Class::BotWall)))
}

/// What the page itself says, its data first, then its markup, then its words.
fn page(answered: &Answered<'_>) -> Option<Told> {
    let places = [Place::Data, Place::Script, Place::Text];
    places.into_iter().find_map(|up_to| answered.decided(up_to))
}

/// What its host says of a page that cannot be there, beside what the page says.
fn sibling(answered: &Answered<'_>) -> Option<Told> {
    answered.decided(Place::Probe)
}

/// A page that leads to the first page of a site: whatever is meant by it, who follows the address finds another page.
fn led_home(answered: &Answered<'_>) -> Option<Told> {
    let home = home::led_home(answered.observation, answered.answer).filter(|_| answered.is_page())?;
    Some((Reading::new(Availability::Gone, Reason::RedirectedToHome), vec![home]))
}

/// A server that is there and will not show the page. 405, 406, 412, 415, 418, 421 and 428 are answers to the way we
/// ask, not to what we ask for, so they are refusals too and can never grow into "broken".
fn refused(answered: &Answered<'_>) -> Option<Told> {
    let reason = match answered.answer.status {
        401 | 407 | 440 => Reason::Login,
        402 => Reason::Paywall,
        403 | 405 | 406 | 412 | 415 | 418 | 421 | 428 => Reason::Forbidden,
        429 => Reason::RateLimited,
        451 => Reason::Legal,
        999 => Reason::BotWall,
        _ => return None,
    };
    Some((Reading::new(Availability::Withheld, reason), Vec::new()))
}

fn gone(answered: &Answered<'_>) -> Option<Told> {
    let reason = match answered.answer.status {
        404 => Reason::NotFound,
        410 => Reason::Gone,
        _ => return None,
    };
    Some((Reading::new(Availability::Gone, reason), Vec::new()))
}

/// Statuses that ask for patience. A gateway's timeout (504, 524) is the server's trouble too: `timeout` is kept for
/// time that ran out on our side.
fn server_trouble(answered: &Answered<'_>) -> Option<Told> {
    matches!(answered.answer.status, 408 | 425 | 500..=599)
        .then(|| (Reading::new(Availability::Failing, Reason::ServerError), Vec::new()))
}

/// A page that came whole with nothing in it, of which its server says that all is well. What it was to show may come back, so
/// one such look says as much as one at a server in trouble. 202, 204 and 205 say themselves that there is nothing to show, and
/// what sends its reader on has shown what it has.
fn nothing(answered: &Answered<'_>) -> Option<Told> {
    let answer = answered.answer;
    let is_empty = answer.bytes == 0 || answer.signs.as_ref().is_some_and(|signs| signs.empty);
    let is_sent_on = || answer.header("refresh").is_some_and(|to| page::leads_on_by(to, &answer.final_url));
    let is_meant = matches!(answer.status, 202 | 204..=206) || is_sent_on();
    let is_empty = is_empty && answer.body == BodyEnd::Whole;
    let evidence = || {
        let text =
            if answer.bytes == 0 { "0 bytes".to_owned() } else { format!("{} bytes that show nothing", answer.bytes) };
        vec![Evidence { sign: "nothing-to-see".to_owned(), place: Place::Markup, text }]
    };
    (answered.is_page() && is_empty && !is_meant)
        .then(|| (Reading::new(Availability::Failing, Reason::EmptyPage), evidence()))
}

/// A page of whose body not one byte could be undone: nobody sees one there. A coding that is not known here keeps its bytes.
fn undecoded(answered: &Answered<'_>) -> Option<Told> {
    let BodyEnd::Undecodable(coding) = &answered.answer.body else { return None };
    let evidence = || {
        let text = format!("its content coding “{}” could not be undone", excerpt(coding, 40));
        vec![Evidence { sign: "undecodable".to_owned(), place: Place::Markup, text }]
    };
    (answered.is_page() && answered.answer.bytes == 0)
        .then(|| (Reading::new(Availability::Failing, Reason::BadResponse), evidence()))
}

/// Any other answer that is no page: 400 and its like, a redirect that leads nowhere, a list of choices (300), a 304
/// that nobody asked for; one that was asked for says that the page is as it was. A 204 or 205 is a success that has
/// nothing to show: the source is live, its quotes cannot be verified.
fn no_page(answered: &Answered<'_>) -> Option<Told> {
    (!answered.is_page()).then(|| (Reading::new(Availability::Failing, Reason::BadResponse), Vec::new()))
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
        NoAnswer::Protocol(_) | NoAnswer::BadRedirect(_) | NoAnswer::LongRedirect(_) | NoAnswer::Browser(_) => {
            Reason::BadResponse
        }
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

#[cfg(test)]
mod tests;
