//! What the signs of one look weigh together, and what they decide.

use super::notices::Talk;
use super::{ENOUGH, Evidence, FEW_ENOUGH, OFFERED, SaidOfAny, Sighting, Sightings};
use crate::observation::Answer;
use crate::observation::probe::{Probe, ProbeEnd};
use crate::page::signature::Class;
use crate::page::{ASKED_OF, Mount, Place, Signs};

/// Marks of so many points in markup and scripts are a vendor's own: pages about walls do not have them.
const MARKED: u32 = 50;
/// Of what was seen, so much is told.
const TOLD: usize = 6;
/// Signatures of titles that are the notice as a whole, under which a site may show what else it has.
pub(super) const WHOLE_NOTICES: [&str; 3] = ["not-found", "legal-title", "placeholder-title"];
/// Signatures of titles that are, as a whole, that a server is in trouble, the same with its code, and that a site is suspended.
const TROUBLE: &str = "trouble-title";
const CODED: &str = "trouble-coded";
/// Signatures of titles that name a trouble and need its code.
const TROUBLE_NAMED: [&str; 2] = ["server-trouble-heading", "trouble-word"];
const SUSPENDED: &str = "suspended-text";
/// Signatures of the code that a page gives itself, of what it does not show and of a server in trouble.
pub(super) const BY_CODE: [&str; 6] =
    ["login-code", "login-code-line", "refused-code", "refused-code-line", "trouble-code", "trouble-code-line"];
/// Signatures of titles that are, as a whole, that a login is asked for, that the page is refused, and that it is not public.
const LOGIN: &str = "login-title";
const REFUSED: &str = "refused-title";
const NOT_PUBLIC: &str = "not-public";
/// The signatures of titles that stand beside such a code.
pub(super) const TITLES_BY_CODE: [&str; 6] =
    [LOGIN, REFUSED, TROUBLE, "server-trouble-heading", "trouble-line", "trouble-word"];
/// The signature of titles that begin with the code.
pub(super) const CODE_FIRST: &str = "code-first";
/// Signatures of headings that add to another: a code on a page that says next to nothing, the name of the domain that is offered.
const ADDING: [&str; 2] = ["code-and-nothing", OFFERED];
/// Signatures of texts that name who keeps the site, and that it was not paid.
const OF_HOSTS: [&str; 2] = ["host-named", "suspended-unpaid"];
/// Words of so many points on a page that says no more make it doubtful whether it is the page.
pub(super) const DOUBTED: u32 = 50;
const DOUBTED_LENGTH: usize = 1_000;
/// What stands where scripts put words.
const TEMPLATE: &str = "{{";
/// What the addresses of gates say, and what leads back from them.
const GATES: [&str; 12] =
    ["login", "log-in", "signin", "sign-in", "auth", "saml", "sso", "next=", "return", "subscri", "consent", "account"];

/// Whether a page shows all that it has to say to whoever comes: no script may fill it, it asks for nothing and leads to no gate. An
/// error page may have a place for stars.
pub(super) fn says_all(signs: &Signs) -> bool {
    let is_filled = signs.scripted && signs.mount == Mount::Known || signs.opening.contains(TEMPLATE);
    // What stands in the header of a site, a search mostly, is not looked through on a page that says more.
    let asks = if signs.said <= ASKED_OF { !signs.asked.only_searches() } else { signs.forms > 1 };
    let is_gate = |to: &String| GATES.iter().any(|gate| to.to_ascii_lowercase().contains(gate));
    !is_filled && !asks && !signs.asked.targets.iter().any(is_gate) && signs.passwords == 0
}

fn is_shown_below(seen: &Sighting) -> bool {
    matches!(seen.evidence.place, Place::Heading | Place::Text)
}

fn is_code_below(seen: &Sighting) -> bool {
    is_shown_below(seen) && BY_CODE.contains(&seen.evidence.sign.as_str())
}

impl Sightings {
    /// The first of the classes that the places up to this one decide.
    pub(in crate::verdict) fn decided(&self, up_to: Place, classes: &[Class]) -> Option<Class> {
        let has_enough = |class: &Class| self.points(up_to, *class) >= self.enough_of(*class);
        let decided = classes.iter().copied().find(has_enough)?;
        // Who is told that a page is not there, or not for everybody, is not told which; under “Page not found” it is.
        let is_open = !self.has_whole_notice(Class::Soft404) && has_enough(&Class::Unshared);
        if decided == Class::Soft404 && is_open {
            return Some(Class::Unshared);
        }
        // “Server Error” heads refusals as well: the code says which it is.
        let by_code = self.named_by_code().filter(|class| classes.contains(class) && has_enough(class));
        if let (Class::Trouble | Class::Refusal | Class::Login, Some(class)) = (decided, by_code) {
            return Some(class);
        }
        // A host that shuts a site off says so in the words of those who block one by law, and names itself.
        let is_of_host = |seen: &Sighting| OF_HOSTS.contains(&seen.evidence.sign.as_str());
        let is_off = || has_enough(&Class::Suspended) || self.is_blocked_by_nobody();
        if decided == Class::Legal && self.all.iter().any(is_of_host) && is_off() {
            return Some(Class::Suspended);
        }
        // A page that is not there is often one that may come back, in its own words.
        let is_none = decided == Class::Trouble
            && classes.contains(&Class::Soft404)
            && has_enough(&Class::Soft404)
            && !(self.has_only_a_number_in_its_title() && self.is_headed_as_in_trouble())
            && (self.says_code() || self.points(up_to, Class::Soft404) > self.points(up_to, Class::Trouble));
        Some(if is_none { Class::Soft404 } else { decided })
    }

    /// Whether a heading is, as a whole, that a server is in trouble.
    fn is_headed_as_in_trouble(&self) -> bool {
        let is_heading = |seen: &Sighting| seen.evidence.place == Place::Heading && seen.evidence.sign == TROUBLE;
        self.all.iter().any(is_heading)
    }

    /// A page that says something of its own needs all of it.
    pub(super) fn enough_of(&self, class: Class) -> u32 {
        let says_nothing = !self.talk.as_ref().is_some_and(Talk::says_something);
        if class == Class::Soft404 && says_nothing { self.enough } else { ENOUGH }
    }

    /// What the places up to this one weigh for a class: marks as they are, words after what speaks against them.
    pub(super) fn points(&self, up_to: Place, class: Class) -> u32 {
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
        let is_otherwise = || self.is_shown_its_name(up_to) || talk.is_some_and(|talk| self.is_said_otherwise(talk));
        if class == Class::Soft404 && is_otherwise() {
            return (marks + words).min(FEW_ENOUGH - 1);
        }
        marks + words
    }

    /// Whether the places up to this one, where no probe has settled it, show a page no more than its name.
    fn is_shown_its_name(&self, up_to: Place) -> bool {
        let is_settled = |seen: &Sighting| seen.class == Class::Soft404 && seen.evidence.place == Place::Probe;
        self.is_of_its_name() && !(up_to >= Place::Probe && self.all.iter().any(is_settled))
    }

    /// Whether a title or a heading is the notice of a class as a whole. That a server is in trouble is said again below, on a page
    /// that has little more to say: manuals have such titles as well.
    pub(super) fn has_whole_notice(&self, class: Class) -> bool {
        let is_brief = || self.talk.as_ref().is_none_or(Talk::is_brief);
        let is_spoken_of = || self.talk.as_ref().is_some_and(Talk::speaks_of_notices);
        let mut of = self.all.iter().filter(|seen| seen.class == class);
        let is_titled = |sign: &str| {
            let of = of.clone();
            of.filter(|seen| seen.evidence.place == Place::Title).any(|seen| seen.evidence.sign == sign)
        };
        match class {
            Class::Trouble => {
                let is_named = TROUBLE_NAMED.iter().any(|sign| is_titled(sign));
                is_brief()
                    && (is_titled(TROUBLE) && of.clone().any(is_shown_below)
                        || is_named && !is_spoken_of() && of.any(is_code_below))
            }
            Class::Login => is_brief() && is_titled(LOGIN) && of.any(is_code_below),
            Class::Refusal => is_brief() && (is_titled(REFUSED) || is_titled(NOT_PUBLIC)) && of.any(is_code_below),
            Class::Suspended => {
                is_brief()
                    && (is_titled(SUSPENDED) || of.any(|seen| is_shown_below(seen) && seen.evidence.sign == SUSPENDED))
            }
            _ => of.any(|seen| WHOLE_NOTICES.contains(&seen.evidence.sign.as_str())),
        }
    }

    /// Whether the title is the code of a server in trouble or of a refusal with its name, or has the name over the code, and the
    /// page, which says little more, has it again: whatever it tells besides is how its site says so.
    pub(super) fn is_titled_with_code(&self, class: Class) -> bool {
        let is_coded = |seen: &Sighting| seen.evidence.sign == CODED && seen.evidence.place == Place::Title;
        let of_class = |seen: &&Sighting| seen.class == class;
        self.has_whole_notice(class)
            && self.all.iter().filter(of_class).any(|seen| is_coded(seen) || is_code_below(seen))
    }

    /// Whether words decide anything, as far as nothing speaks against them.
    pub(super) fn is_decided_by_words(&self) -> bool {
        let classes = self.all.iter().map(|seen| seen.class);
        classes
            .filter(|class| *class != Class::About)
            .any(|class| self.points(Place::Text, class) >= self.enough_of(class))
    }

    /// What speaks for a class, the weightiest places first.
    pub(in crate::verdict) fn evidence(&self, class: Class) -> Vec<Evidence> {
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
    pub(in crate::verdict) fn is_suspicious(&self) -> bool {
        (self.suspicious..self.enough_of(Class::Soft404)).contains(&self.points(Place::Probe, Class::Soft404))
    }

    /// Whether asking its host would tell: something speaks for a soft 404 and is not enough, or it would be enough but for what
    /// the page tells besides. Error pages explain themselves, and joke; a host that has the page says otherwise of another one.
    pub(in crate::verdict) fn is_worth_asking(&self) -> bool {
        self.is_suspicious()
            || self.is_loud() && self.points(Place::Probe, Class::Soft404) < self.enough_of(Class::Soft404)
    }

    /// Whether the first page of its site would tell what a page is that its host gives for any address.
    pub(in crate::verdict) fn is_open_at_home(&self) -> bool {
        self.said_of_any == SaidOfAny::OpenAtHome
    }

    /// Whether its words are those of a page that is not there, whatever else they are. A reference is asked about nothing.
    fn is_loud(&self) -> bool {
        let documents = self.talk.as_ref().is_none_or(Talk::documents);
        let words = |seen: &&Sighting| {
            seen.class == Class::Soft404 && matches!(seen.evidence.place, Place::Title | Place::Heading | Place::Text)
        };
        !documents && self.all.iter().filter(words).map(|seen| seen.points).sum::<u32>() >= ENOUGH
    }

    /// Whether the little that came may be a notice or a wall, though not enough speaks for it: what it lacks is held
    /// against nobody then. A host that answered otherwise for a page that cannot be there has settled it.
    pub(in crate::verdict) fn may_be_notice(&self, answer: &Answer) -> bool {
        let is_short = answer.signs.as_ref().is_some_and(|signs| signs.said <= DOUBTED_LENGTH);
        let is_asked = matches!(answer.probe.as_deref(), Some(Probe { end: ProbeEnd::Answered { .. }, .. }));
        let mut classes = self.all.iter().map(|seen| seen.class);
        let of_class = |class| match class {
            Class::About | Class::Shell => false,
            Class::Soft404 => !is_asked && self.is_suspicious(),
            _ => self.points(Place::Text, class) >= DOUBTED,
        };
        self.is_for_any() || self.is_held_back || is_short && classes.any(of_class)
    }

    /// Everything that was seen, with what it weighs by itself.
    pub(in crate::verdict) fn weighed(self) -> Vec<(u32, Evidence)> {
        self.all.into_iter().map(|seen| (seen.points, seen.evidence)).collect()
    }

    /// Whether anything that the page shows says that it is not there.
    pub(in crate::verdict) fn says_not_found(&self) -> bool {
        let is_shown = |seen: &Sighting| matches!(seen.evidence.place, Place::Title | Place::Heading | Place::Text);
        self.all.iter().any(|seen| seen.class == Class::Soft404 && is_shown(seen))
    }
}
