//! What speaks against taking the words of a page for a notice: what else stands on it, and where they stand.

use super::notices::{NOTICES, TALKED_ABOUT, Talk, Trait, names_a_facility};
use super::weight::{BY_CODE, CODE_FIRST, DOUBTED, TITLES_BY_CODE, WHOLE_NOTICES};
use super::{Name, Sighting, Sightings};
use crate::page::signature::{self, Class, sentences};
use crate::page::{Place, Signs};

/// Classes whose title tells what a page is, whatever it says below: an order of a court is in the words of courts.
const AS_TITLED: [Class; 4] = [Class::Legal, Class::Region, Class::Seized, Class::Placeholder];
/// Those of them whose titles headlines and films have as well.
const AS_TITLED_AT_TIMES: [Class; 2] = [Class::Region, Class::Seized];

/// Signatures of the code of a page that is not there.
const CODES: [&str; 3] = ["code-alone", "code-line", "code-named"];
/// Signatures of what is made as an error page, whatever else stands on it.
const DESIGNS: [&str; 4] = ["code-alone", "called-an-error", "called-an-error-page", "told-as-an-error-page"];
/// Signatures of the number alone, and of words of loss alone.
const NUMBERS: [&str; 8] = [
    "code-alone",
    "code-and-nothing",
    "code-first",
    "code-in-text",
    "code-line",
    "code-line-and-little",
    "code-named",
    "code-named-and-little",
];
/// What else a page has that is called by the code: its address, and “404 page” for a title.
const NAMED: [&str; 5] = [
    "called-an-error-page",
    "called-an-error-page-and-little",
    "not-found-alone",
    "not-found-and-nothing",
    "not-found-line",
];
/// Signatures of sentences that name a site, or a server, and what may be a trouble of it.
const NEAR: [&str; 2] = ["site-worked-on", "server-fails"];
/// The signature of what their reader is asked for beside it.
const AROUND: &str = "trouble-around";
/// The signature of titles that say of the site itself that it was seized.
const SEIZED_BY_ITSELF: &str = "seized-of-itself";
/// The signature of titles that say that a page is for subscribers, and that of their offers.
const FOR_SUBSCRIBERS: [&str; 2] = ["paywall-title", "paywall-offer"];
/// Signatures of a page that is lost in words that are said of a leaf of a book as well.
const OF_LEAVES: [&str; 10] = [
    "asked-for-is-gone",
    "explained",
    "not-found-alone",
    "not-found-and-little",
    "not-found-near",
    "not-found-near-text",
    "not-found-text",
    "not-found-words",
    "not-found-words-alone",
    "page-went-missing",
];
const LOSSES: [&str; 5] = ["not-found-alone", "not-found-and-nothing", "explained", "oops", "oops-alone"];

/// Classes whose notices say what is, and ask nothing. Those of other classes may: “Are you a robot?”, “Is this your domain?”.
const STATED: [Class; 2] = [Class::Suspended, Class::Seized];
/// Signatures of what its reader wanted and is not there; “Didn’t find what you were looking for?” stands below what is there.
const WANTED: [&str; 2] = ["wanted-near-text", "not-found-near-text"];
const QUESTION: [char; 3] = ['?', '？', '؟'];

impl Sightings {
    /// What is only asked is said of nobody: “Is your account suspended elsewhere?”
    pub(super) fn leave_out_questions(&mut self, signs: &Signs) {
        let is_stated = |seen: &Sighting| STATED.contains(&seen.class) || WANTED.contains(&seen.evidence.sign.as_str());
        if !self.all.iter().any(is_stated) || !signs.opening.contains(QUESTION) {
            return;
        }
        let is_asked = |sentence: &str| sentence.trim_end().ends_with(QUESTION);
        let said: Vec<&str> = sentences(&signs.opening).filter(|sentence| !is_asked(sentence)).collect();
        let hits: Vec<&str> = said
            .iter()
            .flat_map(|sentence| signature::in_words(Place::Text, sentence))
            .map(|hit| hit.signature.id.as_str())
            .collect();
        self.all.retain(|seen| match seen.evidence.place {
            Place::Title | Place::Heading => !is_stated(seen) || !seen.evidence.text.contains(QUESTION),
            Place::Text => !is_stated(seen) || hits.contains(&seen.evidence.sign.as_str()),
            _ => true,
        });
    }

    /// Whether all that speaks for a page that is not there is said of much else: the number of a bus or a year in a sentence, or
    /// words of loss on a page that tells of one. Its host can be asked.
    pub(super) fn is_said_otherwise(&self, talk: &Talk) -> bool {
        let only = |known: &[&str]| {
            let mut of = self.all.iter().filter(|seen| seen.class == Class::Soft404).peekable();
            of.peek().is_some() && of.all(|seen| known.contains(&seen.evidence.sign.as_str()))
        };
        let is_beside =
            (talk.says_something() && self.has_heading || talk.tells_facts()) && self.is_said_in_text_only();
        let is_of_a_list = talk.is_a_list() && self.is_said_below_only();
        let is_told = (talk.is_of_numbers() || talk.tells_facts() && talk.tells_of_the_world()) && only(&NUMBERS)
            || talk.tells_something() && only(&LOSSES);
        // A poem, and a lost property office: “If you do not find what you are looking for, …”
        let is_verse = talk.has(Trait::Verse) && only(&LOSSES);
        let is_supposed = talk.has(Trait::Supposed) && self.is_said_in_text_only();
        let is_twice = self.is_titled_and_headed() || talk.is_said_twice();
        let is_of_a_thing = talk.tells_of_a_thing() && !self.is_called_an_error_page() && !is_twice;
        // A leaf of a book is a page, and lost: its year is told, and nobody is spoken to.
        let is_of_a_leaf = talk.has(Trait::ForNobody) && only(&OF_LEAVES);
        // Who keeps a site may say more below “Page not found”: how it was moved, and where to look.
        let is_of_its_site = self.is_headed_not_found() && !talk.tells_of_the_world() || talk.is_said_twice();
        is_told
            || is_verse
            || is_supposed
            || is_of_a_list
            || is_of_a_thing
            || is_of_a_leaf
            || talk.says_much() && !self.has_design() && !is_of_its_site
            || is_beside
    }

    /// Whether all that speaks for a page that is not there is its name: who cites one that is called by the code is shown the code
    /// on it.
    pub(super) fn is_of_its_name(&self) -> bool {
        let mut of = self.all.iter().filter(|seen| seen.class == Class::Soft404);
        match self.name {
            Name::Filed => true,
            Name::Code => of.all(|seen| NUMBERS.iter().chain(&NAMED).any(|sign| *sign == seen.evidence.sign)),
            Name::Other => false,
        }
    }

    /// What words that speak for a class weigh, as far as what else stands on the page says that they are no notice.
    pub(super) fn held_against(&self, class: Class, words: u32, talk: &Talk) -> u32 {
        let is_notice = NOTICES.contains(&class) || matches!(class, Class::Paywall | Class::Login);
        if is_notice && self.name == Name::Filed && class != Class::Soft404 {
            return words.min(TALKED_ABOUT);
        }
        if is_notice && talk.heads_an_article() && (class == Class::Soft404 || !talk.says(class)) {
            return words.min(TALKED_ABOUT);
        }
        let of_class = || self.all.iter().filter(|seen| seen.class == class);
        let is_wall = class != Class::Soft404 && NOTICES.contains(&class) && talk.tells_of_the_world();
        // Of what asks whether its reader is a robot the heading is the notice, whatever explains it below.
        let is_in_titles = || of_class().all(|seen| matches!(seen.evidence.place, Place::Title | Place::Heading));
        let is_titled = match class {
            Class::BotWall => is_in_titles() || talk.tells_of_a_thing() && !talk.says(class),
            // Nobody heads an article “This domain has been seized”: what stands below tells of the operation.
            Class::Seized if self.is_seized_by_itself() && !talk.has_headline() => false,
            _ if AS_TITLED_AT_TIMES.contains(&class) => {
                talk.is_an_article() || (talk.has_headline() || talk.tells_of_a_thing()) && !talk.says(class)
            }
            Class::Trouble | Class::Refusal if self.is_titled_with_code(class) => talk.has_headline(),
            Class::Legal => (talk.has_headline() || talk.tells_of_a_thing()) && !talk.says(class),
            _ => !AS_TITLED.contains(&class) && !talk.says(class),
        };
        let is_in_text_only = || of_class().all(|seen| seen.evidence.place == Place::Text);
        let is_of_a_thing =
            || of_class().all(|seen| seen.evidence.place == Place::Text || names_a_facility(&seen.evidence.text));
        let is_form = class == Class::BotWall && self.has_heading && talk.has(Trait::Form);
        if is_form && is_in_text_only() || class == Class::Parked && talk.has(Trait::Land) {
            return words.min(TALKED_ABOUT);
        }
        let is_asked_about = class != Class::Soft404 && NOTICES.contains(&class) && talk.asks_and_explains();
        if (is_wall && talk.asks() || is_asked_about) && is_in_text_only()
            || class == Class::Trouble && self.is_said_near_only()
        {
            words.min(TALKED_ABOUT)
        } else if is_wall && is_titled
            || class == Class::Region && talk.tells_of_a_thing() && is_in_text_only()
            // “Accept cookies or subscribe: the court rules” is news; a wall has the choice below.
            || class == Class::Consent && talk.is_headed_twice() && !talk.says(class)
            || class == Class::Suspended && talk.tells_of_a_thing() && !talk.says(class)
            // A poem is called “Your session has expired”.
            || class == Class::Login && talk.tells_of_a_thing() && !talk.says(class) && is_in_titles()
            // “Are you over 18? Then you may steer the boat.” A question for an age has answers to choose from.
            || class == Class::Consent && talk.has(Trait::Prose) && !talk.says(class)
            || STATED.contains(&class) && talk.has_own_title() && is_in_text_only()
            // A record of a site tells in which year it was.
            || class == Class::Suspended && talk.tells_facts() && is_in_text_only()
            // A film that stands in an article is for members, or a crane is out of order: so it says below its own title.
            || class == Class::Refusal && talk.tells_below_its_title() && is_in_text_only()
            || class == Class::Trouble && talk.has(Trait::BrokenThing) && is_of_a_thing()
            // “Most often a right is missing”, and then what to do: it is told to whoever keeps a server.
            || class == Class::Trouble && talk.has(Trait::General)
            // The help of a host: “We suspend accounts that send spam.”
            || is_notice && class != Class::Soft404 && talk.has(Trait::Help) && is_in_titles() && !talk.says(class)
            // A paper tells on which day a site was blocked, and who says so.
            || class == Class::Legal && talk.has(Trait::Report)
            || class == Class::Legal && talk.has(Trait::OfItsNumber) && !talk.says(class)
            // A rehearsal is for subscribers.
            || class == Class::Paywall && talk.tells_of_a_thing() && self.is_titled_for_subscribers()
            // The document of a server says nothing else.
            || self.is_by_name_only(class) && Self::is_beside_a_text(class, talk)
            || matches!(class, Class::Login | Class::Refusal) && self.has_code(class) && talk.names_codes()
        {
            words.min(DOUBTED)
        } else {
            words
        }
    }

    /// Whether a page has something to tell beside the code of a class: one that names its trouble in words may say how that came.
    fn is_beside_a_text(class: Class, talk: &Talk) -> bool {
        talk.tells_facts() || class != Class::Trouble && talk.tells_anything()
    }

    /// Whether all that speaks for a class is the code that a page gives itself and the name of that.
    fn is_by_name_only(&self, class: Class) -> bool {
        let is_name = |sign: &str| BY_CODE.contains(&sign) || TITLES_BY_CODE.contains(&sign);
        let mut of = self.all.iter().filter(|seen| seen.class == class);
        self.has_code(class) && of.all(|seen| is_name(&seen.evidence.sign))
    }

    /// Whether all that speaks for a trouble is that a sentence names a site and what may be one.
    fn is_said_near_only(&self) -> bool {
        self.all
            .iter()
            .filter(|seen| seen.class == Class::Trouble)
            .all(|seen| NEAR.contains(&seen.evidence.sign.as_str()))
    }

    /// Takes back that a sentence names a site and a trouble, where a text says it in known words: one sentence counts once.
    pub(super) fn count_troubles_once(&mut self) {
        let is_near = |seen: &Sighting| NEAR.contains(&seen.evidence.sign.as_str());
        let is_said = |seen: &Sighting| {
            let is_another = !is_near(seen) && seen.evidence.sign != AROUND;
            seen.class == Class::Trouble && seen.evidence.place == Place::Text && is_another
        };
        if self.all.iter().any(is_said) {
            self.all.retain(|seen| !is_near(seen));
        }
    }

    /// Whether a page gives itself the code of a class.
    fn has_code(&self, class: Class) -> bool {
        self.all.iter().any(|seen| seen.class == class && BY_CODE.contains(&seen.evidence.sign.as_str()))
    }

    /// Whether its markup or its data calls it an error page.
    fn is_called_an_error_page(&self) -> bool {
        self.all.iter().any(|seen| DESIGNS[1..].contains(&seen.evidence.sign.as_str()))
    }

    /// Whether the page is made as an error page is: called one in its markup, or titled with the notice or the code alone.
    fn has_design(&self) -> bool {
        self.all.iter().any(|seen| {
            let sign = seen.evidence.sign.as_str();
            DESIGNS.contains(&sign) || sign == WHOLE_NOTICES[0] && seen.evidence.place == Place::Title
        })
    }

    /// Whether its title as a whole says that the page was not found, and a heading in other words: nothing is called so.
    fn is_titled_and_headed(&self) -> bool {
        let is_words = |sign: &str| !NUMBERS.contains(&sign) && !LOSSES.contains(&sign);
        self.all.iter().any(|seen| seen.evidence.sign == WHOLE_NOTICES[0] && seen.evidence.place == Place::Title)
            && self.all.iter().any(|seen| {
                let sign = seen.evidence.sign.as_str();
                seen.class == Class::Soft404 && seen.evidence.place == Place::Heading && is_words(sign)
            })
    }

    /// Whether a heading is, as a whole, that the page was not found.
    fn is_headed_not_found(&self) -> bool {
        self.all.iter().any(|seen| seen.evidence.sign == WHOLE_NOTICES[0] && seen.evidence.place == Place::Heading)
    }

    /// Whether its title is, as a whole, that it is for subscribers, and nothing asks to read on: that of an article says what it is
    /// about.
    fn is_titled_for_subscribers(&self) -> bool {
        let mut of = self.all.iter().filter(|seen| seen.class == Class::Paywall);
        let is_titled =
            |seen: &Sighting| seen.evidence.sign == FOR_SUBSCRIBERS[0] && seen.evidence.place == Place::Title;
        of.clone().any(is_titled) && of.all(|seen| FOR_SUBSCRIBERS.contains(&seen.evidence.sign.as_str()))
    }

    /// Whether its title says of the site itself that it was seized.
    fn is_seized_by_itself(&self) -> bool {
        self.all.iter().any(|seen| seen.evidence.sign == SEIZED_BY_ITSELF)
    }

    /// Whether neither a title nor a heading says that the page is not there.
    fn is_said_below_only(&self) -> bool {
        let mut of = self.all.iter().filter(|seen| seen.class == Class::Soft404);
        of.all(|seen| matches!(seen.evidence.place, Place::Text | Place::Markup))
    }

    /// Whether all that speaks for a page that is not there is the number in its title: what stands below says what is the matter.
    pub(super) fn has_only_a_number_in_its_title(&self) -> bool {
        let mut of = self.all.iter().filter(|seen| seen.class == Class::Soft404);
        of.all(|seen| seen.evidence.place == Place::Title && NUMBERS.contains(&seen.evidence.sign.as_str()))
    }

    /// Whether neither a title nor a heading nor a line says that the page is not there; the number alone does not.
    fn is_said_in_text_only(&self) -> bool {
        let mut of = self.all.iter().filter(|seen| seen.class == Class::Soft404);
        let lines = ["not-found-line", "code-line", "code-line-and-little"];
        of.all(|seen| {
            let sign = seen.evidence.sign.as_str();
            seen.evidence.place == Place::Text && !lines.contains(&sign) || sign == "code-in-text"
        })
    }

    /// Whether the code of a page that is not there is said as a whole, or in so many words.
    pub(super) fn says_code(&self) -> bool {
        let is_titled = |seen: &Sighting| {
            seen.evidence.sign == CODE_FIRST && matches!(seen.evidence.place, Place::Title | Place::Heading)
        };
        self.all.iter().any(|seen| CODES.contains(&seen.evidence.sign.as_str()) || is_titled(seen))
    }
}

#[cfg(test)]
#[path = "against_tests.rs"]
mod tests;
