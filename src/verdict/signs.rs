//! What the signs of one look weigh: header before redirects, before data, before markup, before words. Signs of one class
//! add up; 100 points decide.

mod against;
mod as_data;
mod blocked_by;
mod lines;
mod notices;
mod sibling;
mod stand_in;
mod withheld;

use serde::{Deserialize, Serialize};

use self::lines::{in_one, without_empty_parts, without_list};
use self::notices::Talk;
use super::home;
use super::source::SharedTarget;
use super::words::excerpt;
use crate::observation::probe::{Probe, ProbeEnd};
use crate::observation::{Answer, Observation};
use crate::page::signature::{self, Class, Signature, unquoted};
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
    /// Whether its host says the same of any address, and nothing tells what that is.
    is_for_any: bool,
    /// Whether it says why it does not show what was asked for.
    is_held_back: bool,
}

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
/// Marks of so many points in markup and scripts are a vendor's own: pages about walls do not have them.
const MARKED: u32 = 50;

/// Unavailable for legal reasons (RFC 7725).
const LEGAL: u16 = 451;

/// Bytes of a line that can be a notice as a whole.
const LINE: usize = 80;
/// What a reader is shown of each.
const SHOWN: usize = 160;
/// Of what was seen, so much is told.
const TOLD: usize = 6;
/// Different phrases of one signature that count in a text: a notice says what it says twice.
const TIMES: usize = 2;
/// Signatures of titles that are the notice as a whole, under which a site may show what else it has.
const WHOLE_NOTICES: [&str; 3] = ["not-found", "legal-title", "placeholder-title"];
/// Signatures of titles that are, as a whole, that a server is in trouble, the same with its code, and that a site is suspended.
const TROUBLE: &str = "trouble-title";
const CODED: &str = "trouble-coded";
const SUSPENDED: &str = "suspended-text";
/// The signature of titles that begin with the code.
const CODE_FIRST: &str = "code-first";
/// Signatures of headings that add to another: a code on a page that says next to nothing, the name of the domain that is offered.
const ADDING: [&str; 2] = ["code-and-nothing", OFFERED];
const OFFERED: &str = "offers-its-domain";
/// The signature of a code that is all that a page has for a heading.
const UNHEADED: &str = "code-line-and-little";
/// Signatures of texts that name who keeps the site, and that it was not paid.
const OF_HOSTS: [&str; 2] = ["host-named", "suspended-unpaid"];
/// A number that is said again is said once, and so is what adds to another sign only.
const SAID_ONCE: [&str; 12] = [
    "code-in-text",
    "code-named",
    "code-named-and-little",
    "trouble-around",
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
/// A page that gives its address as that of an error page: by its words, and by its code.
const CALLED: u32 = 70;
const CALLED_BY_CODE: u32 = 100;
/// A page that offers its own domain.
const OWN_DOMAIN: u32 = 60;
/// Words of so many points on a page that says no more make it doubtful whether it is the page.
const DOUBTED: u32 = 50;
const DOUBTED_LENGTH: usize = 1_000;

fn is_shown_below(seen: &Sighting) -> bool {
    matches!(seen.evidence.place, Place::Heading | Place::Text)
}

impl Sightings {
    /// What was seen at a look. `shared` is another cited page of the host that led to the same address.
    pub(super) fn of(observation: &Observation, answer: &Answer, shared: Option<SharedTarget<'_>>) -> Self {
        let mut seen = Self {
            all: Vec::new(),
            talk: None,
            has_heading: false,
            suspicious: SUSPICIOUS,
            enough: ENOUGH,
            is_for_any: false,
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
            for signature in led.into_iter().filter(|it| it.class != Class::Soft404 || !cited.contains(it)) {
                seen.add(signature, signature.points, Place::Redirect, &answer.final_url);
            }
            if let Some(elsewhere) = home::led_elsewhere(observation, answer) {
                seen.push(Class::Soft404, SHARED, elsewhere.sign(), Place::Redirect, &answer.final_url);
            }
            if home::is_of_error_page(&answer.final_url) && !home::is_of_error_page(&observation.url) {
                seen.push(Class::Soft404, CALLED_BY_CODE, "led-to-error-page", Place::Redirect, &answer.final_url);
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
        let points = |signature: &Signature| points_of(signs.said, signature);
        // What a title says is said of the page, and what its links say is said of others.
        let of_title = |signature: &Signature| match signature.class {
            Class::Soft404 => points_of(signs.beside.unwrap_or(signs.said).min(signs.said), signature),
            _ => points_of(signs.said, signature),
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
        for heading in signs.headings.iter().chain(&signs.lesser).chain(&signs.pictured) {
            self.words(Place::Heading, heading, &of_title, &mut stated);
        }
        let opening = in_one(&signs.opening);
        let opening = without_list(&opening);
        let opening = without_empty_parts(&opening, signs);
        if signs.headings.is_empty() {
            self.first_line(&opening, &points);
        }
        self.words(Place::Text, &opening, &points, &mut Vec::new());
        self.lines(&opening, signs.headings.is_empty(), &points);
        self.leave_out_questions(signs);
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
        if asks_for_password {
            // Who asks for several changes one, or has someone sign up.
            let is_bare = signs.passwords == 1
                && signs.said <= BARE_LOGIN
                && !self.talk.as_ref().is_some_and(Talk::says_something);
            let points = if is_bare { ENOUGH } else { PASSWORD };
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

    /// The first of the classes that the places up to this one decide.
    pub(super) fn decided(&self, up_to: Place, classes: &[Class]) -> Option<Class> {
        let has_enough = |class: &Class| self.points(up_to, *class) >= self.enough_of(*class);
        let decided = classes.iter().copied().find(has_enough)?;
        // Who is told that a page is not there, or not for everybody, is not told which; under “Page not found” it is.
        let is_open = !self.has_whole_notice(Class::Soft404) && has_enough(&Class::Unshared);
        if decided == Class::Soft404 && is_open {
            return Some(Class::Unshared);
        }
        // A host that shuts a site off says so in the words of those who block one by law, and names itself.
        let is_of_host = |seen: &Sighting| OF_HOSTS.contains(&seen.evidence.sign.as_str());
        if decided == Class::Legal && has_enough(&Class::Suspended) && self.all.iter().any(is_of_host) {
            return Some(Class::Suspended);
        }
        // A page that is not there is often one that may come back, in its own words.
        let is_none = decided == Class::Trouble
            && classes.contains(&Class::Soft404)
            && has_enough(&Class::Soft404)
            && (self.says_code() || self.points(up_to, Class::Soft404) > self.points(up_to, Class::Trouble));
        Some(if is_none { Class::Soft404 } else { decided })
    }

    /// A page that says something of its own needs all of it.
    fn enough_of(&self, class: Class) -> u32 {
        let says_nothing = !self.talk.as_ref().is_some_and(Talk::says_something);
        if class == Class::Soft404 && says_nothing { self.enough } else { ENOUGH }
    }

    /// What the places up to this one weigh for a class: marks as they are, words after what speaks against them.
    fn points(&self, up_to: Place, class: Class) -> u32 {
        let counts = |seen: &&Sighting| seen.class == class && seen.evidence.place <= up_to;
        // Of several headings the one that says most counts, and what adds to it.
        let (mut marks, mut words, mut headings, mut added) = (0, 0, 0, 0);
        for seen in self.all.iter().filter(counts) {
            match seen.evidence.place {
                Place::Heading if ADDING.contains(&seen.evidence.sign.as_str()) => added = seen.points.max(added),
                Place::Heading => headings = seen.points.max(headings),
                Place::Title | Place::Text => words += seen.points,
                _ => marks += seen.points,
            }
        }
        let words: u32 = words + headings + added;
        let talk = self.talk.as_ref().filter(|_| class == Class::Login || marks < MARKED);
        let words = talk.map_or(words, |talk| {
            self.held_against(class, talk.weigh(class, words, self.has_whole_notice(class)), talk)
        });
        if class == Class::Soft404 && talk.is_some_and(|talk| self.is_said_otherwise(talk)) {
            return (marks + words).min(FEW_ENOUGH - 1);
        }
        marks + words
    }

    /// Whether a title or a heading is the notice of a class as a whole. That a server is in trouble is said again below, on a page
    /// that has little more to say: manuals have such titles as well.
    fn has_whole_notice(&self, class: Class) -> bool {
        let is_brief = || self.talk.as_ref().is_none_or(Talk::is_brief);
        let mut of = self.all.iter().filter(|seen| seen.class == class);
        let is_titled = |sign: &str| {
            let of = of.clone();
            of.filter(|seen| seen.evidence.place == Place::Title).any(|seen| seen.evidence.sign == sign)
        };
        match class {
            Class::Trouble => is_brief() && is_titled(TROUBLE) && of.any(is_shown_below),
            Class::Suspended => {
                is_brief()
                    && (is_titled(SUSPENDED) || of.any(|seen| is_shown_below(seen) && seen.evidence.sign == SUSPENDED))
            }
            _ => of.any(|seen| WHOLE_NOTICES.contains(&seen.evidence.sign.as_str())),
        }
    }

    /// Whether the title is the code of a server in trouble with its name, and the page, which says little more, has it again:
    /// whatever it tells besides is how its site says so.
    fn is_titled_with_code(&self) -> bool {
        let is_coded = |seen: &Sighting| seen.evidence.sign == CODED && seen.evidence.place == Place::Title;
        self.has_whole_notice(Class::Trouble) && self.all.iter().any(is_coded)
    }

    /// Whether words decide anything, as far as nothing speaks against them.
    fn is_decided_by_words(&self) -> bool {
        let classes = self.all.iter().map(|seen| seen.class);
        classes
            .filter(|class| *class != Class::About)
            .any(|class| self.points(Place::Text, class) >= self.enough_of(class))
    }

    /// What speaks for a class, the weightiest places first.
    pub(super) fn evidence(&self, class: Class) -> Vec<Evidence> {
        let mut of: Vec<&Sighting> = self.all.iter().filter(|seen| seen.class == class).collect();
        of.sort_by_key(|seen| (std::cmp::Reverse(seen.points), seen.evidence.place));
        let mut told: Vec<&Sighting> = Vec::new();
        for seen in of {
            let is_said = |other: &&Sighting| {
                other.evidence.place == seen.evidence.place && other.evidence.text.contains(&seen.evidence.text)
            };
            if told.len() < TOLD && !told.iter().any(is_said) {
                told.push(seen);
            }
        }
        let mut of = told;
        of.sort_by_key(|seen| seen.evidence.place);
        of.into_iter().map(|seen| seen.evidence.clone()).collect()
    }

    /// Whether something speaks for a soft 404, and not enough.
    pub(super) fn is_suspicious(&self) -> bool {
        (self.suspicious..self.enough_of(Class::Soft404)).contains(&self.points(Place::Probe, Class::Soft404))
    }

    /// Whether the little that came may be a notice or a wall, though not enough speaks for it: what it lacks is held
    /// against nobody then. A host that answered otherwise for a page that cannot be there has settled it.
    pub(super) fn may_be_notice(&self, answer: &Answer) -> bool {
        let is_short = answer.signs.as_ref().is_some_and(|signs| signs.said <= DOUBTED_LENGTH);
        let is_asked = matches!(answer.probe.as_deref(), Some(Probe { end: ProbeEnd::Answered { .. }, .. }));
        let mut classes = self.all.iter().map(|seen| seen.class);
        let of_class = |class| match class {
            Class::About | Class::Shell => false,
            Class::Soft404 => !is_asked && self.is_suspicious(),
            _ => self.points(Place::Text, class) >= DOUBTED,
        };
        self.is_for_any || self.is_held_back || is_short && classes.any(of_class)
    }

    /// Everything that was seen, with what it weighs by itself.
    pub(super) fn weighed(self) -> Vec<(u32, Evidence)> {
        self.all.into_iter().map(|seen| (seen.points, seen.evidence)).collect()
    }

    /// Whether anything that the page shows says that it is not there.
    pub(super) fn says_not_found(&self) -> bool {
        let is_shown = |seen: &Sighting| matches!(seen.evidence.place, Place::Title | Place::Heading | Place::Text);
        self.all.iter().any(|seen| seen.class == Class::Soft404 && is_shown(seen))
    }
}

#[cfg(test)]
pub(super) mod tests;
#[cfg(test)]
mod own_tests;
#[cfg(test)]
mod shapes_tests;
#[cfg(test)]
mod hosts_tests;
#[cfg(test)]
mod near_tests;
