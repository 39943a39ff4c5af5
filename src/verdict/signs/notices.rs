//! Whether the words of a page are a notice, or speak about notices: documentation of an error has the words of the error,
//! and sentences of its own.

mod beside;
mod facts;
mod naming;
mod subject;

pub(super) use self::beside::{Trait, names_a_facility, supposes};
use self::facts::Facts;
use super::lines;
use crate::page::signature::{self, Class, Hit, sentences, unquoted, words};
use crate::page::vocabulary::known;
use crate::page::{Place, Signs};

/// What speaks against taking the words of a page for a notice.
#[derive(Debug, Default)]
pub(super) struct Talk {
    /// What its title or a heading names and asks about: “How to fix …”, “What is …?”.
    asked: Vec<Class>,
    /// How it speaks of notices, where it does.
    speaks: Option<Manner>,
    /// Sentences of some length that say nothing that a notice says.
    own: u32,
    /// Whether a sentence of some length has the code for a number among its words: “Bus 404 runs from the harbour”.
    counts: bool,
    tells: Tells,
    facts: Facts,
    /// Characters that it says.
    length: usize,
    title: Title,
    /// Whether its title and its heading go on behind a notice, and the page behind them.
    heads_an_article: bool,
    /// Whether a heading says that a page is not there, and the sentence behind it again.
    is_said_twice: bool,
    /// What its sentences are about, those aside that are a title or a heading.
    said: Vec<Class>,
    below: Below,
}

/// What stands below the heading of a page.
#[derive(Debug, Default)]
struct Below {
    /// Whether that is the title without the name of the site, and no notice.
    is_titled: bool,
    /// Whether a sentence explains something.
    explains: bool,
    shape: Shape,
    /// Sentences of some words that say nothing that a notice says.
    told_in_short: usize,
    /// Codes of errors that it names.
    codes: usize,
    traits: Vec<Trait>,
}

/// What stands there.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Items of a list, none of which is a sentence.
    Items,
    #[default]
    Other,
}

/// What the title of a page is.
#[derive(Debug, Default)]
struct Title {
    /// Whether it goes on behind a notice, as headlines do, or is that of a help page.
    is_headline: bool,
    /// Whether it and a heading are the same words, and those of no notice.
    is_own: bool,
    /// Whether it and a heading go on behind a notice, whatever stands below.
    is_repeated: bool,
}

/// How a page speaks of notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// What its title or a heading says is the name of something.
    Names,
    /// Its text explains: that something means something, that it is shown when.
    Explains,
    /// It is of a reference, or a thread of those who ask: whatever its title names is its subject.
    Documents,
}

/// What sentences of some length tell that do not speak to their reader.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tells {
    #[default]
    Nothing,
    /// There is one.
    Something,
    /// One of them says nothing that a notice says, and nothing of what notices are about.
    OfTheWorld,
}

/// Ways to explain that make an explanation; a notice may explain itself once.
const EXPLAINED: usize = 2;
/// Words of a sentence; shorter ones are buttons, menus and lines of addresses.
const SENTENCE: usize = 8;
/// What each sentence of its own beyond the first takes from the words of a notice, and all of them at most.
const PER_SENTENCE: u32 = 30;
const MOST: u32 = 90;
/// What the words of a notice weigh where they are only spoken about: with a shared target they decide nothing yet.
pub(super) const TALKED_ABOUT: u32 = 30;

/// Characters of a page that says little besides its notice.
const BRIEF: usize = 500;

/// Sentences of its own that an error page does not have.
const MUCH: u32 = 3;
/// Those that make a text behind a headline, where they are of the world, and characters of a longer one.
const SEVERAL: usize = 2;
const ARTICLE: usize = 1_500;
/// Sentences of its own that an error page may have beside its code.
const MOST_BESIDE_CODE: u32 = 3;

/// Classes of notices that stand in the place of a page and say nothing else. What paywalls leave of an article are sentences
/// of its own, under a title of its own.
pub(super) const NOTICES: [Class; 14] = [
    Class::BotWall,
    Class::Consent,
    Class::Region,
    Class::Legal,
    Class::Refusal,
    Class::Unshared,
    Class::Filter,
    Class::RateLimit,
    Class::Suspended,
    Class::Seized,
    Class::Parked,
    Class::Placeholder,
    Class::Trouble,
    Class::Soft404,
];

impl Talk {
    pub(super) fn of(signs: &Signs) -> Self {
        let titles = || signs.title.iter().chain(&signs.headings).map(String::as_str);
        let asked = titles().flat_map(asked_about).collect();
        let explaining = signature::in_words(Place::Text, &unquoted(&signs.opening));
        let ways_to_explain = apart(explaining.into_iter().filter(|hit| hit.signature.class == Class::About).collect());
        // What links lead to is said of other pages.
        let beside_links = signs.beside_links.as_deref().unwrap_or(&signs.opening);
        let own: Vec<&str> = sentences(beside_links).filter(|sentence| is_own(sentence)).collect();
        let telling = || own.iter().filter(|sentence| !speaks_to_reader(sentence));
        let long = || sentences(&signs.opening).filter(|sentence| words(sentence) >= SENTENCE);
        let tells = if telling().any(|sentence| !is_of_sites(sentence)) {
            Tells::OfTheWorld
        } else if long().any(|sentence| !speaks_to_reader(sentence)) {
            Tells::Something
        } else {
            Tells::Nothing
        };
        let documents = subject::is_documentation(signs) || subject::is_a_thread(signs);
        let of_any = sentences(&signs.opening).any(|it| !speaks_to_reader(it) && signature::speaks_of_any(it));
        let speaks = if naming::is_name(signs, tells > Tells::Nothing, telling().next().is_some()) {
            Some(Manner::Names)
        } else if documents {
            Some(Manner::Documents)
        } else if subject::is_told_of(signs) {
            Some(Manner::Explains)
        } else {
            (ways_to_explain + usize::from(of_any) + usize::from(naming::is_help(signs)) >= EXPLAINED)
                .then_some(Manner::Explains)
        };
        let counts = long().any(has_number);
        Self {
            asked,
            speaks,
            own: u32::try_from(own.len()).unwrap_or(u32::MAX),
            counts,
            tells,
            facts: facts::of(signs),
            length: signs.said_once(),
            title: Title {
                is_headline: naming::is_headline(signs) || naming::is_help(signs),
                is_own: naming::is_titled_twice(signs),
                is_repeated: naming::is_headline_twice(signs),
            },
            is_said_twice: naming::is_said_twice(signs),
            heads_an_article: naming::is_headline_twice(signs) && {
                let is_told = own.len() >= SEVERAL && tells == Tells::OfTheWorld;
                is_told
                    || subject::told_in_short(signs) >= MUCH as usize
                    || own.len() >= MUCH as usize
                    || signs.said > ARTICLE
            },
            said: said_in_text(signs),
            below: Below {
                is_titled: naming::is_headed_as_titled(signs),
                explains: ways_to_explain > 0,
                told_in_short: subject::told_in_short(signs),
                codes: subject::codes(signs),
                traits: beside::traits(signs),
                shape: if lines::is_a_list(signs) { Shape::Items } else { Shape::Other },
            },
        }
    }

    /// What words that speak for a class weigh after that. What is spoken about is suspicious at most.
    pub(super) fn weigh(&self, class: Class, points: u32, has_whole_notice: bool) -> u32 {
        let is_notice = NOTICES.contains(&class);
        // What a server shows before anything is put on it explains itself, under a title of its own, and so does a code that few
        // have heard of.
        let is_itself = has_whole_notice
            && (class == Class::Placeholder
                || class == Class::Trouble && !(self.has(Trait::Help) && self.below.explains)
                || class == Class::Legal && (self.is_brief() || self.tells < Tells::OfTheWorld));
        let speaks = self.speaks.is_some_and(|manner| manner != Manner::Explains || !is_itself);
        let documents = self.speaks == Some(Manner::Documents);
        if (is_notice || documents && matches!(class, Class::Paywall | Class::Login))
            && (speaks || self.asked.iter().any(|asked| NOTICES.contains(asked)))
        {
            return points.min(TALKED_ABOUT);
        }
        if has_whole_notice || !(is_notice || class == Class::Login) {
            return points;
        }
        points.saturating_sub(self.own.saturating_sub(1).saturating_mul(PER_SENTENCE).min(MOST))
    }

    /// Whether it speaks of notices.
    pub(super) fn speaks_of_notices(&self) -> bool {
        self.speaks.is_some()
    }

    /// Whether it is of a reference, or a thread.
    pub(super) fn documents(&self) -> bool {
        self.speaks == Some(Manner::Documents)
    }

    /// Whether a number on the page is one among its words, or stands beside a text.
    pub(super) fn is_of_numbers(&self) -> bool {
        self.counts || self.own > MOST_BESIDE_CODE
    }

    /// Whether the page has a sentence of some length that does not speak to its reader, as notices do.
    pub(super) fn tells_something(&self) -> bool {
        self.tells > Tells::Nothing
    }

    /// Whether the page has something to say of its own.
    pub(super) fn says_something(&self) -> bool {
        self.own > 0
    }

    /// Whether it says no more than a notice has room for.
    pub(super) fn is_brief(&self) -> bool {
        self.length <= BRIEF
    }

    /// Whether it has several things to say: more than an error page says beside its notice.
    pub(super) fn says_much(&self) -> bool {
        self.own >= MUCH
    }

    /// Whether it tells of something else than sites and who asks for them, in a sentence of its own that is meant for nobody.
    pub(super) fn tells_of_the_world(&self) -> bool {
        self.tells == Tells::OfTheWorld
    }

    /// Whether it is of a record, a film, a book or the like, and tells more of it than its name.
    pub(super) fn tells_of_a_thing(&self) -> bool {
        self.facts == Facts::OfAThing
    }

    /// Whether its title is a headline that begins with a notice: “Seized: three tonnes of eels in a van”.
    pub(super) fn has_headline(&self) -> bool {
        self.title.is_headline
    }

    /// Whether its title and its heading are a headline that begins with a notice, over a text of its own.
    pub(super) fn heads_an_article(&self) -> bool {
        self.heads_an_article
    }

    /// Whether its title and its heading are a headline that begins with a notice, whatever stands below.
    pub(super) fn is_headed_twice(&self) -> bool {
        self.title.is_repeated
    }

    /// Whether a heading says that a page is not there, and the sentence behind it in other words.
    pub(super) fn is_said_twice(&self) -> bool {
        self.is_said_twice
    }

    /// Whether its title and a heading are the same words, and those of no notice: whatever it says below is told under it.
    pub(super) fn has_own_title(&self) -> bool {
        self.title.is_own
    }

    /// Whether it has more to tell of the world than a notice has room for.
    pub(super) fn is_an_article(&self) -> bool {
        self.own > MUCH && self.tells_of_the_world()
    }

    /// Whether it tells a year, a price, an hour or a measure of anything.
    pub(super) fn tells_facts(&self) -> bool {
        self.facts > Facts::None
    }

    /// Whether a sentence says what notices of a class say, that is no title or heading.
    pub(super) fn says(&self, class: Class) -> bool {
        self.said.contains(&class)
    }

    /// Whether its title and a heading ask about something, and a sentence explains it: “What is geo-blocking?”
    pub(super) fn asks_and_explains(&self) -> bool {
        self.asks() && self.below.explains && self.below.is_titled
    }

    /// Whether it tells of the world below a title of its own, however short.
    pub(super) fn tells_below_its_title(&self) -> bool {
        self.below.is_titled && self.tells_of_the_world()
    }

    /// Whether it tells anything of anything, however short.
    pub(super) fn tells_anything(&self) -> bool {
        self.below.told_in_short > 0 || self.tells_of_the_world() || self.tells_facts()
    }

    /// Whether it names several codes of errors: the document of a server names its own.
    pub(super) fn names_codes(&self) -> bool {
        self.below.codes > 1
    }

    /// Whether it is a list under a title and a heading of its own.
    pub(super) fn is_a_list(&self) -> bool {
        self.below.shape == Shape::Items
    }

    /// Whether its text has what no notice of some kind has.
    pub(super) fn has(&self, of: Trait) -> bool {
        self.below.traits.contains(&of)
    }

    /// Whether its title or a heading asks about something.
    pub(super) fn asks(&self) -> bool {
        self.asked.contains(&Class::About)
    }
}

/// How many different phrases there are; of those that share words (“if you see”, “you see this”) one counts.
fn apart(mut hits: Vec<Hit>) -> usize {
    hits.sort_unstable_by_key(|hit| hit.end);
    let (mut phrases, mut end) = (Vec::new(), 0);
    for hit in hits {
        // They share the space between them.
        if hit.start + 1 >= end && !phrases.contains(&hit.phrase) {
            phrases.push(hit.phrase);
            end = hit.end;
        }
    }
    phrases.len()
}

/// The classes that a title names, in quotes or without. What stands within a notice asks nothing: “因法律原因不可用” has a word for
/// reasons.
fn classes(title: &str) -> Vec<Class> {
    let hits = signature::in_words(Place::Title, title).into_iter().chain(signature::in_words(Place::Heading, title));
    let hits: Vec<Hit> = hits.filter(|hit| hit.signature.id != naming::KIND).collect();
    let of_notice = |hit: &&Hit| NOTICES.contains(&hit.signature.class);
    let notices: Vec<String> = if hits.iter().any(|hit| hit.signature.class == Class::About) {
        let is_notice =
            |part: &&str| signature::in_words(Place::Title, part).iter().filter(of_notice).any(Hit::is_whole);
        // The last is the title itself, where it has several.
        let parts = signature::parts(title);
        let alone = parts.len().saturating_sub(1).max(1);
        parts.into_iter().take(alone).filter(is_notice).map(signature::plain).collect()
    } else {
        Vec::new()
    };
    let stands_within = |about: &Hit| {
        let holds =
            |hit: &Hit| hit.start <= about.start && about.end <= hit.end && hit.phrase.len() > about.phrase.len();
        hits.iter().filter(of_notice).any(holds) || notices.iter().any(|notice| notice.contains(about.phrase))
    };
    let is_meant = |hit: &&Hit| hit.signature.class != Class::About || !stands_within(hit);
    hits.iter().filter(is_meant).map(|hit| hit.signature.class).collect()
}

/// Those of a title that asks about them.
fn asked_about(title: &str) -> Vec<Class> {
    let classes = classes(title);
    if classes.contains(&Class::About) { classes } else { Vec::new() }
}

/// Whether a sentence has the code for the number of something, and says nothing else that a notice says.
fn has_number(sentence: &str) -> bool {
    let plain = sentence.to_lowercase();
    let all: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let near = |at: usize| all.get(at).is_some_and(|word| known().of_codes.has(word));
    let is_of_areas = |at: usize| at > 1 && known().of_areas.has(all[at - 2]);
    let counts = |at: &usize| all[*at] == "404" && !near(at + 1) && !(*at > 0 && near(at - 1) && !is_of_areas(*at));
    let is_of_numbers = |hit: &Hit| {
        matches!(hit.signature.class, Class::Shell | Class::About) || hit.signature.id.starts_with(CODE_SIGNS)
    };
    (0..all.len()).any(|at| counts(&at)) && signature::in_words(Place::Text, sentence).iter().all(is_of_numbers)
}

/// How the signatures of the code are called.
const CODE_SIGNS: &str = "code-";

/// The classes of what sentences say that are no title or heading.
fn said_in_text(signs: &Signs) -> Vec<Class> {
    let titles: Vec<String> = signs.title.iter().chain(&signs.headings).map(|title| signature::plain(title)).collect();
    // A question of a title goes on behind it.
    let is_asked = |sentence: &str| {
        let plain = signature::plain(sentence);
        sentence.trim_end().ends_with(['?', '？', '؟']) && titles.iter().any(|title| title.starts_with(&plain))
    };
    let is_beside = |sentence: &&str| !titles.contains(&signature::plain(sentence)) && !is_asked(sentence);
    let own = unquoted(&signs.opening);
    let beside = sentences(&own).filter(is_beside);
    let mut classes: Vec<Class> =
        beside.flat_map(|sentence| signature::in_words(Place::Text, sentence)).map(|hit| hit.signature.class).collect();
    classes.dedup();
    classes
}

/// Whether a sentence has words of sites and of who asks for them, or speaks of those who keep one.
pub(super) fn is_of_sites(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.any(|word| known().of_sites.begins(word) || known().keepers.has(word))
        || known().of_sites_unspaced.stands_in(&lower)
        || lower.split_whitespace().any(is_address_of_mail)
}

/// Whether a word is where somebody can be written to: “for details contact admin@mill.example”.
fn is_address_of_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.trim_end_matches('.').contains('.'))
}

pub(super) fn speaks_to_reader(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let all = || lower.split(|c: char| !c.is_alphanumeric());
    let is_in = |language: &str| {
        let mut of = known().small_words_of.languages().filter(|(code, _)| *code == language);
        of.any(|(_, small)| all().any(|word| small.iter().any(|it| it == word)))
    };
    // “Du” is German for “you”, and French for “of the”.
    let is_another = |word: &str| {
        let mut of = known().not_readers.languages();
        of.any(|(language, words)| words.iter().any(|it| it == word) && is_in(language))
    };
    all().any(|word| known().readers.has(word) && !is_another(word)) || known().readers_unspaced.stands_in(&lower)
}

/// Whether a sentence of some words says nothing that a notice says, speaks to nobody and is of no site.
pub(super) fn is_told(sentence: &str) -> bool {
    subject::is_told(sentence)
}

fn is_own(sentence: &str) -> bool {
    let of_notices = |class: Class| !matches!(class, Class::Shell | Class::About);
    words(sentence) >= SENTENCE
        && !signature::in_words(Place::Text, sentence).iter().any(|hit| of_notices(hit.signature.class))
}

#[cfg(test)]
mod stock_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod works_tests;
#[cfg(test)]
mod vendors_tests;
