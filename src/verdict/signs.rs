//! What the signs of one look weigh: header before redirects, before data, before markup, before words. Signs of one class
//! add up; 100 points decide.

mod against;
mod answered;
mod as_data;
mod blocked_by;
mod lines;
mod logins;
mod notices;
mod sibling;
mod stand_in;
mod taken;
mod weight;
mod withheld;

use serde::{Deserialize, Serialize};

use self::lines::{in_one, without_empty_parts, without_list};
use self::notices::Talk;
use super::home;
use super::source::SharedTarget;
use super::words::excerpt;
use crate::observation::probe::Probe;
use crate::observation::{Answer, Observation};
use crate::page::signature::{self, Class, Signature, unquoted};
use crate::page::vocabulary::known;
use crate::page::{Place, Signs, Voice};

pub(super) use sibling::led_as_any;

/// Something that was seen and that speaks for the verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Its name: that of a signature of the data file, or of a rule.
    pub sign: String,
    /// Where it was seen.
    #[serde(rename = "where")]
    pub place: Place,
    /// What stands there, in one line.
    pub text: String,
}

/// Something that was seen, with what it weighs.
#[derive(Debug, Clone)]
struct Sighting {
    class: Class,
    points: u32,
    evidence: Evidence,
}

/// Everything that was seen at one look.
#[derive(Debug)]
pub(super) struct Sightings {
    all: Vec<Sighting>,
    /// What speaks against the words; nothing where the status refuses the page.
    talk: Option<Talk>,
    /// Whether it has headings.
    has_heading: bool,
    /// From so many points on it is worth asking for a page that cannot be there, and from so many on it is none.
    suspicious: u32,
    enough: u32,
    /// What the page that was cited is called.
    name: Name,
    said_of_any: SaidOfAny,
    /// Whether it says why it does not show what was asked for.
    is_held_back: bool,
}

/// Whether its host says the same of any address, and nothing that the page says tells what that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SaidOfAny {
    /// It was not asked, says something else, or the page tells.
    Unknown,
    /// It does, and the first page of its site would tell.
    OpenAtHome,
    /// It does, and that is all that is known.
    Settled,
}

/// What a page is called by its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    /// By the code of a page that is not there, where the look stayed.
    Code,
    /// By that under which pages are filed, which is its title as well.
    Filed,
    Other,
}

impl Name {
    fn of(observation: &Observation, answer: &Answer) -> Self {
        let is_code = home::is_called_by_code(&observation.url) && home::is_called_by_code(&answer.final_url);
        let filed = || home::filed_under(&observation.url).filter(|_| home::filed_under(&answer.final_url).is_some());
        match filed() {
            Some(name) if answer.signs.as_ref().is_some_and(|signs| is_titled(signs, &name)) => Self::Filed,
            _ if answer.signs.as_ref().is_some_and(|signs| is_titled_as_filed(signs)) => Self::Filed,
            _ if is_code => Self::Code,
            _ => Self::Other,
        }
    }
}

/// Whether a part of a title, or a heading, is that name, perhaps with what names are (“Posts tagged page not found”).
fn is_titled(signs: &Signs, name: &str) -> bool {
    let name = signature::plain(name);
    let is_name = |part: &str| {
        let part = signature::plain(part);
        let count = |text: &str| text.split_whitespace().count();
        part.split_once(name.as_str())
            .is_some_and(|(before, behind)| count(before) <= BEFORE_NAME && count(behind) <= BEHIND_NAME)
    };
    let mut titles = signs.title.iter().chain(&signs.headings);
    !name.trim().is_empty() && titles.any(|title| signature::parts(title).into_iter().any(is_name))
}

/// Whether a title says that it is that of what is filed under a name: “Tag: 404”.
fn is_titled_as_filed(signs: &Signs) -> bool {
    let before = signs.title.as_deref().and_then(|title| title.split_once([':', '：'])).map(|(before, _)| before);
    before.is_some_and(|before| known().filed.has(signature::plain(before).trim()) || known().filed.has(before.trim()))
}

/// Words before a name in a title, and behind it: “Beiträge mit dem Schlagwort …”, “… Archives”.
const BEFORE_NAME: usize = 4;
const BEHIND_NAME: usize = 2;

/// Points that decide.
const ENOUGH: u32 = 100;
/// The same of a page that is not there, where nothing else is said.
const FEW_ENOUGH: u32 = 85;
const NOTHING_ELSE: usize = 200;
/// From so many on it is worth asking for a page that cannot be there.
const SUSPICIOUS: u32 = 40;
/// The same of a page without scripts, and of one that says next to nothing besides: one that has them may send the same for
/// every address, and fill it in.
const SUSPICIOUS_AS_SENT: u32 = 20;
const ANYTHING: u32 = 10;

/// Unavailable for legal reasons (RFC 7725).
const LEGAL: u16 = 451;

/// Bytes of a line that can be a notice as a whole.
const LINE: usize = 80;
/// What a reader is shown of each.
const SHOWN: usize = 160;
/// Different phrases of one signature that count in a text: a notice says what it says twice.
const TIMES: usize = 2;
/// Signatures of headings that add to another: a code on a page that says next to nothing, the name of the domain that is offered.
const OFFERED: &str = "offers-its-domain";
/// The signature of a code that is all that a page has for a heading.
const UNHEADED: &str = "code-line-and-little";
/// A number that is said again is said once, and so is what adds to another sign only.
const SAID_ONCE: [&str; 14] = [
    "code-in-text",
    "code-named",
    "code-named-and-little",
    "trouble-around",
    "site-worked-on",
    "server-fails",
    "upkeep-near",
    "paywall-ask",
    "paywall-offer",
    "paywall-read-on",
    "region-rights",
    "wall-near",
    "blocked-said",
    "blocked-topic",
];
/// A page that says no more shows a part of an article at most, where its data says that it is not free.
const TEASER: usize = 1_500;
/// One that says more than this shows all of it as often as not, and has to offer the rest.
const BARE_TEASER: usize = 600;
const NOT_FREE: u32 = 60;
/// A page of one form with a password that says no more is a login; one that says more needs the title of one.
const BARE_LOGIN: usize = 400;
const LOGIN: usize = 1_500;
/// Two cited pages of one host that lead to one address, or one that leads to the folder that it stood in; that happens to pages
/// that were put together as well.
const SHARED: u32 = 60;
const PASSWORD: u32 = 60;
/// The same of a box for members beside what a page tells.
const BOX: u32 = 30;
/// The signature of titles and headings that name a login among other words.
const LOGIN_NAMED: &str = "login-named";
/// Characters of a page that says that its site is being maintained.
const UPKEEP: usize = 500;
/// A page that gives its address as that of an error page: by its words, and by its code.
const CALLED: u32 = 70;
const CALLED_BY_CODE: u32 = 100;
/// A page that offers its own domain.
const OWN_DOMAIN: u32 = 60;

impl Sightings {
    /// What was seen at a look. `shared` is another cited page of the host that led to the same address.
    pub(super) fn of(observation: &Observation, answer: &Answer, shared: Option<SharedTarget<'_>>) -> Self {
        let mut seen = Self {
            all: Vec::new(),
            talk: None,
            has_heading: false,
            suspicious: SUSPICIOUS,
            enough: ENOUGH,
            name: Name::of(observation, answer),
            said_of_any: SaidOfAny::Unknown,
            is_held_back: false,
        };
        for (signature, value) in signature::in_headers(|name| answer.header(name)) {
            let name = signature.header_name();
            seen.add(signature, signature.points, Place::Header, &format!("{name}: {value}"));
        }
        if let Some(by) = (answer.status == LEGAL).then(|| blocked_by::named(answer)).flatten() {
            seen.push(Class::Legal, ENOUGH, "blocked-by", Place::Header, &format!("Link: blocked-by {by}"));
        }
        if !observation.hops.is_empty() && answer.final_url != observation.url {
            let cited = signature::in_address(&observation.url);
            let led = signature::in_address(&answer.final_url);
            // Who cites a page about a code is led to one that is called so as well.
            let is_meant = home::is_of_error_page(&observation.url);
            let is_told = |it: &&Signature| it.class != Class::Soft404 || !is_meant && !cited.contains(it);
            for signature in led.into_iter().filter(is_told) {
                seen.add(signature, signature.points, Place::Redirect, &answer.final_url);
            }
            if let Some(elsewhere) = home::led_elsewhere(observation, answer) {
                seen.push(Class::Soft404, SHARED, elsewhere.sign(), Place::Redirect, &answer.final_url);
            }
            if home::is_of_error_page(&answer.final_url) && !home::is_of_error_page(&observation.url) {
                seen.push(Class::Soft404, CALLED_BY_CODE, "led-to-error-page", Place::Redirect, &answer.final_url);
            }
            let is_brief = answer.signs.as_ref().is_some_and(|signs| (1..=UPKEEP).contains(&signs.said));
            if is_brief && home::is_led_to_upkeep(observation, answer) {
                seen.push(Class::Trouble, ENOUGH, "led-to-upkeep", Place::Redirect, &answer.final_url);
            }
            let other = shared.map(|shared| shared.other).or(answer.shared.as_deref());
            if let Some(other) = other {
                seen.push(
                    Class::Soft404,
                    SHARED,
                    "shared-target",
                    Place::Redirect,
                    &format!("where {other} leads as well"),
                );
            }
        }
        if let Some(signs) = answer.signs.as_ref().filter(|signs| as_data::may_be_notice(answer, signs)) {
            seen.of_page(signs, answer.status);
            if let Some((class, said)) = as_data::coded(answer, signs) {
                seen.push(class, ENOUGH, as_data::SIGN, Place::Data, &said);
            }
            seen.of_canonical(signs, &observation.url);
            if let Some(offer) = stand_in::offered(signs, &answer.final_url) {
                let points = if offer.is_all { ENOUGH } else { OWN_DOMAIN };
                seen.push(Class::Parked, points, OFFERED, offer.place, &offer.said);
            }
            if stand_in::lists_nothing(signs) {
                seen.push(Class::Placeholder, ENOUGH, "lists-nothing", Place::Title, &signs.opening);
            }
        }
        seen.of_probe(observation, answer);
        if !answer.probe.as_deref().is_some_and(Probe::was_asked) && shared.is_some_and(|shared| shared.is_of_any) {
            let told = "where a page of its host that cannot be there leads as well";
            seen.push(Class::Soft404, ENOUGH, "random-sibling", Place::Probe, told);
        }
        seen
    }

    fn of_page(&mut self, signs: &Signs, status: u16) {
        let is_refusal = matches!(status, 401 | 403 | 405 | 406 | 429 | 503);
        let points_of = |said: usize, signature: &Signature| {
            let short = signature.most.is_some_and(|most| said <= most);
            let refused = signature.refusing && is_refusal;
            let always = signature.most.is_none() && !signature.refusing;
            if short || refused || always { signature.points } else { signature.points_beyond }
        };
        let said = signs.said_once();
        let points = |signature: &Signature| points_of(said, signature);
        // What a title says is said of the page, and what its links say is said of others.
        let of_title = |signature: &Signature| match signature.class {
            Class::Soft404 => points_of(signs.beside.unwrap_or(signs.said).min(signs.said), signature),
            _ => points_of(said, signature),
        };
        if signs.free == Some(false) && signs.said <= TEASER {
            let points = if signs.said <= BARE_TEASER { ENOUGH } else { NOT_FREE };
            self.push(Class::Paywall, points, "not-free", Place::Data, "isAccessibleForFree: false");
        }
        for seen in &signs.seen {
            if let Some(signature) = signature::named(&seen.sign) {
                self.add(signature, points(signature), seen.place, &seen.text);
            }
        }
        // With 404 some hosts send every page of a site, for its scripts to fill in.
        if signs.script_only || signs.voice == Voice::Mute && status == 404 {
            self.push(Class::Shell, ENOUGH, "script-only", Place::Markup, "nothing to read before scripts have run");
        }
        self.has_heading = !signs.headings.is_empty();
        let asks_for_password = signs.passwords > 0 && signs.forms <= 1 && signs.said <= LOGIN;
        let mut stated = Vec::new();
        if let Some(title) = &signs.title {
            self.words(Place::Title, title, &of_title, &mut stated);
        }
        let answered = answered::headings(signs);
        let is_meant = |heading: &&String| answered.is_empty() || !answered.contains(&signature::plain(heading));
        for heading in signs.headings.iter().chain(&signs.lesser).filter(is_meant).chain(&signs.pictured) {
            self.words(Place::Heading, heading, &of_title, &mut stated);
        }
        let opening = in_one(&signs.opening);
        let opening = without_list(&opening);
        let opening = without_empty_parts(&opening, signs);
        let opening = answered::without(&opening, &answered);
        if signs.headings.is_empty() {
            self.first_line(&opening, &points);
        }
        self.words(Place::Text, &opening, &points, &mut Vec::new());
        self.lines(&opening, signs.headings.is_empty(), &points);
        self.leave_out_questions(signs);
        self.leave_out_headings(signs);
        self.count_codes_once();
        self.count_troubles_once();
        self.leave_out_blocks();
        self.leave_out_other_reasons(signs);
        self.of_things_taken_away(signs);
        self.hold_back(signs);
        // Where nothing is said nothing was read as a page: a PDF, a picture.
        let as_sent = !signs.scripted && signs.said > 0;
        self.enough =
            if (1..=NOTHING_ELSE).contains(&(signs.said + signs.pictured.len())) { FEW_ENOUGH } else { ENOUGH };
        self.suspicious = if as_sent && signs.said <= NOTHING_ELSE {
            ANYTHING
        } else if as_sent {
            SUSPICIOUS_AS_SENT
        } else {
            SUSPICIOUS
        };
        if !is_refusal && (asks_for_password || self.is_decided_by_words()) {
            self.talk = Some(Talk::of(signs));
        }
        if let Some(name) = logins::told(signs) {
            let speaks = |talk: &Talk| talk.speaks_of_notices() || talk.asks();
            if !self.talk.as_ref().map_or_else(|| speaks(&Talk::of(signs)), speaks) {
                self.push(Class::Login, ENOUGH, "login-as-a-whole", Place::Markup, &name);
            }
        }
        if asks_for_password {
            // Who asks for several changes one, or has someone sign up.
            let is_bare = signs.passwords == 1
                && signs.said <= BARE_LOGIN
                && !self.talk.as_ref().is_some_and(Talk::says_something);
            let is_named = self.all.iter().any(|seen| seen.evidence.sign == LOGIN_NAMED);
            let points = match &self.talk {
                Some(talk) if withheld::is_login_beside(signs, talk) => BOX,
                _ if is_bare || is_named => ENOUGH,
                _ => PASSWORD,
            };
            self.push(Class::Login, points, "password-form", Place::Markup, "the only form asks for a password");
        }
    }

    /// What stands in a title, a heading or a text, what they quote left out; what a sentence says late counts half. Each
    /// signature once at each place, in a text with several phrases. A heading that says what the title says says nothing
    /// more.
    fn words(
        &mut self,
        place: Place,
        text: &str,
        points: &impl Fn(&Signature) -> u32,
        stated: &mut Vec<(&'static str, &'static str)>,
    ) {
        // What programs are told is all in quotation marks.
        let own = if text.starts_with('{') { text.into() } else { unquoted(text) };
        let mut hits = signature::in_words(place, &own);
        // The longest phrase says most; others that overlap it are a part of it.
        hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
        let mut counted: Vec<(&str, usize, usize)> = Vec::new();
        for hit in hits {
            let id = hit.signature.id.as_str();
            let times = if place == Place::Text && !SAID_ONCE.contains(&id) { TIMES } else { 1 };
            let before = counted.iter().filter(|(other, ..)| *other == id);
            let again = before.clone().count() >= times || before.clone().any(|(_, _, end)| hit.start + 1 < *end);
            if !again && !stated.contains(&(id, hit.phrase)) {
                counted.push((id, hit.start, hit.end));
                if place != Place::Text {
                    stated.push((id, hit.phrase));
                }
                let shown = if place == Place::Text { signature::around(&own, hit) } else { text.to_owned() };
                let points = points(hit.signature);
                let points = if place == Place::Text && hit.is_late { points / 2 } else { points };
                self.add(hit.signature, points, place, &shown);
            }
        }
    }

    /// A page that gives its address as that of an error page, where it was cited by another.
    fn of_canonical(&mut self, signs: &Signs, cited: &str) {
        let is_error = |url: &str| signature::in_address(url).iter().any(|it| it.class == Class::Soft404);
        let points = |url: &str| {
            let by_code = home::is_named_by_code(url).then_some(CALLED_BY_CODE);
            by_code.or_else(|| is_error(url).then_some(CALLED))
        };
        let canonical = signs.canonical.as_deref().filter(|_| points(cited).is_none());
        if let Some((canonical, points)) = canonical.and_then(|canonical| Some((canonical, points(canonical)?))) {
            self.push(Class::Soft404, points, "canonical-error", Place::Data, &format!("canonical: {canonical}"));
        }
    }

    /// A page without headings has its first line for one, where that is the notice as a whole.
    fn first_line(&mut self, opening: &str, points: &impl Fn(&Signature) -> u32) {
        let line = opening.lines().next().unwrap_or_default();
        for hit in signature::in_words(Place::Heading, line).into_iter().filter(signature::Hit::is_whole) {
            self.add(hit.signature, points(hit.signature), Place::Heading, line);
        }
    }

    /// Lines that are the notice as a whole, each signature once: not every site marks its headings.
    fn lines(&mut self, opening: &str, is_unheaded: bool, points: &impl Fn(&Signature) -> u32) {
        let mut seen: Vec<&str> = Vec::new();
        for line in opening.lines().filter(|line| line.len() <= LINE) {
            for hit in signature::in_line(line) {
                let id = hit.signature.id.as_str();
                let is_meant = id != UNHEADED || is_unheaded;
                if is_meant && !seen.contains(&id) {
                    seen.push(id);
                    self.add(hit.signature, points(hit.signature), Place::Text, line);
                }
            }
        }
    }

    fn add(&mut self, signature: &Signature, points: u32, place: Place, text: &str) {
        if points > 0 {
            self.push(signature.class, points, &signature.id, place, text);
        }
    }

    fn push(&mut self, class: Class, points: u32, sign: &str, place: Place, text: &str) {
        let evidence = Evidence { sign: sign.to_owned(), place, text: excerpt(text, SHOWN) };
        self.all.push(Sighting { class, points, evidence });
    }
}

#[cfg(test)]
pub(super) mod tests;
#[cfg(test)]
mod coded_tests;
#[cfg(test)]
mod gates_tests;
#[cfg(test)]
mod servers_tests;
#[cfg(test)]
mod more_servers_tests;
#[cfg(test)]
mod own_tests;
#[cfg(test)]
mod troubles_tests;
#[cfg(test)]
mod short_tests;
#[cfg(test)]
mod shapes_tests;
#[cfg(test)]
mod hosts_tests;
#[cfg(test)]
mod near_tests;
#[cfg(test)]
mod ordinary_tests;
#[cfg(test)]
mod part_tests;
#[cfg(test)]
mod wider_tests;
