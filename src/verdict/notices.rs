//! Whether the words of a page are a notice, or speak about notices: documentation of an error has the words of the error,
//! and sentences of its own.

use crate::page::signature::{self, Class, Hit, sentences, unquoted, words};
use crate::page::{Place, Signs};

/// What speaks against taking the words of a page for a notice.
#[derive(Debug, Default)]
pub(super) struct Talk {
    /// What its title or a heading names and asks about: “How to fix …”, “What is …?”.
    asked: Vec<Class>,
    /// Whether its text explains: that something means something, that it is shown when.
    explains: bool,
    /// Sentences of some length that say nothing that a notice says.
    own: u32,
    /// Whether a sentence of some length has the code for a number among its words: “Bus 404 runs from the harbour”.
    counts: bool,
    /// Whether there is a sentence of some length that does not speak to its reader.
    tells: bool,
}

/// Ways to explain that make an explanation; a notice may explain itself once.
const EXPLAINED: usize = 2;
/// Words of a sentence; shorter ones are buttons, menus and lines of addresses.
const SENTENCE: usize = 8;
/// What each sentence of its own beyond the first takes from the words of a notice, and all of them at most.
const PER_SENTENCE: u32 = 30;
const MOST: u32 = 90;
/// What the words of a notice weigh where they are only spoken about: with a shared target they decide nothing yet.
const TALKED_ABOUT: u32 = 30;

/// Sentences of its own that an error page does not have.
const MUCH: u32 = 3;
/// Sentences of its own that an error page may have beside its code.
const MOST_BESIDE_CODE: u32 = 3;

/// Classes of notices that stand in the place of a page and say nothing else. What paywalls leave of an article are sentences
/// of its own, under a title of its own.
const NOTICES: [Class; 14] = [
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
        let named = signs.title.iter().chain(&signs.headings);
        let asked = named.flat_map(|title| asked_about(title)).collect();
        let explaining = signature::in_words(Place::Text, &unquoted(&signs.opening));
        let explaining: Vec<Hit> = explaining.into_iter().filter(|hit| hit.signature.class == Class::About).collect();
        // What links lead to is said of other pages.
        let beside_links = signs.beside_links.as_deref().unwrap_or(&signs.opening);
        let own = sentences(beside_links).filter(|sentence| is_own(sentence)).count();
        let own = u32::try_from(own).unwrap_or(u32::MAX);
        let long = || sentences(&signs.opening).filter(|sentence| words(sentence) >= SENTENCE);
        let (counts, tells) = (long().any(has_number), long().any(|sentence| !speaks_to_reader(sentence)));
        Self { asked, explains: apart(explaining) >= EXPLAINED, own, counts, tells }
    }

    /// What words that speak for a class weigh after that. What is spoken about is suspicious at most.
    pub(super) fn weigh(&self, class: Class, points: u32, has_whole_notice: bool) -> u32 {
        let is_notice = NOTICES.contains(&class);
        // What a server shows before anything is put on it explains itself, under a title of its own.
        let explains = self.explains && !(has_whole_notice && class == Class::Placeholder);
        if is_notice && (explains || self.asked.iter().any(|asked| NOTICES.contains(asked))) {
            return points.min(TALKED_ABOUT);
        }
        if has_whole_notice || !(is_notice || class == Class::Login) {
            return points;
        }
        points.saturating_sub(self.own.saturating_sub(1).saturating_mul(PER_SENTENCE).min(MOST))
    }

    /// Whether a number on the page is one among its words, or stands beside a text.
    pub(super) fn is_of_numbers(&self) -> bool {
        self.counts || self.own > MOST_BESIDE_CODE
    }

    /// Whether the page has a sentence of some length that does not speak to its reader, as notices do.
    pub(super) fn tells_something(&self) -> bool {
        self.tells
    }

    /// Whether the page has something to say of its own.
    pub(super) fn says_something(&self) -> bool {
        self.own > 0
    }

    /// Whether it has several things to say: more than an error page says beside its notice.
    pub(super) fn says_much(&self) -> bool {
        self.own >= MUCH
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

/// The classes that a title names, in quotes or without, where it asks about them.
fn asked_about(title: &str) -> Vec<Class> {
    let hits = signature::in_words(Place::Title, title).into_iter().chain(signature::in_words(Place::Heading, title));
    let classes: Vec<Class> = hits.map(|hit| hit.signature.class).collect();
    if classes.contains(&Class::About) { classes } else { Vec::new() }
}

/// Whether a sentence has the code for the number of something, and says nothing else that a notice says.
fn has_number(sentence: &str) -> bool {
    let plain = sentence.to_lowercase();
    let all: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let near = |at: usize| all.get(at).is_some_and(|word| OF_CODES.contains(word));
    let is_of_areas = |at: usize| at > 1 && OF_AREAS.contains(&all[at - 2]);
    let counts = |at: &usize| all[*at] == "404" && !near(at + 1) && !(*at > 0 && near(at - 1) && !is_of_areas(*at));
    let is_of_numbers =
        |hit: &Hit| matches!(hit.signature.class, Class::Shell | Class::About) || hit.signature.id == "code-in-text";
    (0..all.len()).any(|at| counts(&at)) && signature::in_words(Place::Text, sentence).iter().all(is_of_numbers)
}

fn speaks_to_reader(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let mut all = lower.split(|c: char| !c.is_alphanumeric());
    all.any(|word| READER.contains(&word))
        || ["あなた", "您", "你", "お探し", "お客様", "귀하"].iter().any(|word| lower.contains(word))
}

/// The reader, as notices speak to one.
const READER: [&str; 31] = [
    "you", "your", "yours", "ihre", "ihren", "du", "dein", "deine", "dir", "vous", "votre", "vos", "usted", "tus",
    "você", "seu", "sua", "voi", "tuo", "tua", "jij", "jouw", "uw", "din", "dig", "вы", "вас", "ваш", "ви", "siz",
    "anda",
];

/// Words before “code” where it is that of telephones or letters.
const OF_AREAS: [&str; 7] = ["area", "zip", "postal", "post", "dialling", "dialing", "country"];

/// Words next to the code where it is the code.
const OF_CODES: [&str; 20] = [
    "page",
    "pages",
    "error",
    "errors",
    "http",
    "code",
    "status",
    "seite",
    "fehler",
    "página",
    "pagina",
    "erro",
    "erreur",
    "errore",
    "error404",
    "страница",
    "ошибка",
    "sayfa",
    "strona",
    "stránka",
];

fn is_own(sentence: &str) -> bool {
    let of_notices = |class: Class| !matches!(class, Class::Shell | Class::About);
    words(sentence) >= SENTENCE
        && !signature::in_words(Place::Text, sentence).iter().any(|hit| of_notices(hit.signature.class))
}

#[cfg(test)]
#[path = "stock_notices_tests.rs"]
mod stock_tests;
#[cfg(test)]
#[path = "notices_tests.rs"]
mod tests;
