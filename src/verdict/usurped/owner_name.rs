//! The name of an owner as sites and copyright lines write it, and whether two of them are the same owner's: names are
//! shortened, inflected, written together or apart, and in other letters.

use std::collections::BTreeSet;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::page::vocabulary::known;

/// A name, by its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Name {
    words: Vec<Word>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    /// In lower case, without accents, in Latin letters where it is Cyrillic.
    folded: String,
    /// Whether it is written as initials are.
    is_short: bool,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It names somebody.
    Telling,
    /// Many owners have it in their names.
    Common,
    /// Initials leave it out at times.
    Small,
}

/// What ends such a credit.
const ENDS: [char; 7] = ['|', '·', '•', '©', '–', '—', '\n'];

/// Names of fewer letters are initials, or the first letter of a domain.
const DOMAIN: usize = 4;
/// A word is another form of one that begins with as many letters, and has few others behind them.
const STEM: usize = 5;
const ENDING: usize = 3;
/// A word of so many letters that begins or ends another one is a part of it.
const PART: usize = 6;
/// Initials.
const FEWEST_INITIALS: usize = 2;
const SURE_INITIALS: usize = 3;
const MOST_INITIALS: usize = 6;
/// Letters of a word that may be of several parts, each with an initial.
const COMPOUND: usize = 10;

impl Name {
    /// The name in a text.
    pub(super) fn of(text: &str) -> Self {
        Self { words: words(&without_credits(text)).collect() }
    }

    /// Whether it names nobody.
    pub(super) fn is_nobodys(&self) -> bool {
        self.telling().next().is_none()
    }

    /// The words that name somebody, folded.
    pub(super) fn telling(&self) -> impl Iterator<Item = &str> {
        self.words.iter().filter(|word| word.kind == Kind::Telling).map(|word| word.folded.as_str())
    }

    /// All words but those of copyrights, folded.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| word.folded.as_str())
    }

    /// Whether initials are all of it, but for one more word: `KTH Hallow`.
    pub(super) fn is_initials(&self) -> bool {
        let (short, others): (Vec<&Word>, Vec<&Word>) = self.words.iter().partition(|word| word.is_short);
        !short.is_empty() && others.iter().filter(|word| word.kind == Kind::Telling).count() <= 1
    }

    /// Whether both are names of the same owner.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let shares = || self.telling().any(|one| other.telling().any(|another| is_same_word(one, another)));
        shares() || self.is_in_short(other) || other.is_in_short(self) || self.joins(other) || other.joins(self)
    }

    /// Whether `label`, which somebody registered, is made of it.
    pub(super) fn is_in_domain(&self, label: &str) -> bool {
        let has = |name: &str| name.chars().count() >= DOMAIN && label.contains(name);
        let (all, without) = self.initials();
        self.telling().any(has)
            || label.split('-').any(|part| part.len() >= SURE_INITIALS && (part == all || part == without))
    }

    /// Whether all that is telling of it is among `words`, which are folded.
    pub(super) fn stands_among(&self, words: &BTreeSet<String>) -> bool {
        !self.is_nobodys() && self.telling().all(|word| words.contains(word))
    }

    /// Whether a word of it is the other in short.
    fn is_in_short(&self, other: &Self) -> bool {
        self.words
            .iter()
            .any(|word| word.is_short && other.is_shortened_to(&word.folded) || other.is_cut_to(&word.folded))
    }

    /// Whether `initials` are those of its words, with the small ones or without.
    fn is_shortened_to(&self, initials: &str) -> bool {
        let (all, without) = self.initials();
        let great = self.great();
        match initials.chars().count() {
            0..FEWEST_INITIALS => false,
            FEWEST_INITIALS => all == initials || without == initials,
            count => {
                let is_compound = || great.len() >= 2 && count <= great.len() + 2 && is_within_words(initials, &great);
                all.contains(initials) || without.contains(initials) || is_compound()
            }
        }
    }

    /// The initials of all its words, and of those that are not small.
    fn initials(&self) -> (String, String) {
        let all = self.words.iter().filter_map(Word::initial).collect();
        (all, self.great().into_iter().filter_map(Word::initial).collect())
    }

    fn great(&self) -> Vec<&Word> {
        self.words.iter().filter(|word| word.kind != Kind::Small).collect()
    }

    /// Whether `word` has the initials of its first words and the others whole: `nytimes`.
    fn is_cut_to(&self, word: &str) -> bool {
        let great = self.great();
        (1..great.len()).any(|whole| {
            let rest: String = great[whole..].iter().map(|word| word.folded.as_str()).collect();
            let head = word.strip_suffix(rest.as_str()).filter(|_| rest.len() >= DOMAIN);
            head.is_some_and(|head| head.chars().eq(great[..whole].iter().filter_map(|word| word.initial())))
        })
    }

    /// Whether a telling word of the other is some of its words written together.
    fn joins(&self, other: &Self) -> bool {
        other.telling().filter(|word| word.chars().count() >= STEM).any(|word| {
            (0..self.words.len()).any(|from| {
                let mut rest = word;
                let count = self.words[from..].iter().map_while(|part| {
                    rest = rest.strip_prefix(part.folded.as_str()).filter(|_| !rest.is_empty())?;
                    Some(())
                });
                count.count() >= 2 && rest.is_empty()
            })
        })
    }
}

impl Word {
    fn of(written: &str) -> Option<Self> {
        let lower = written.to_lowercase();
        let is_number = lower.chars().all(char::is_numeric);
        if is_number || known().rights.has(&lower) && !known().small_of_names.has(&lower) {
            return None;
        }
        let kind = if known().small_of_names.has(&lower) {
            Kind::Small
        } else if !known().nobody.has(&lower) && (lower.chars().count() >= 3 || !lower.is_ascii()) {
            Kind::Telling
        } else {
            Kind::Common
        };
        Some(Self { folded: fold(&lower), is_short: !known().nobody.has(&lower) && is_short(written), kind })
    }

    fn initial(&self) -> Option<char> {
        self.folded.chars().next()
    }
}

/// The words of a text that can name somebody, folded.
pub(super) fn telling(text: &str) -> impl Iterator<Item = String> {
    words(text).filter(|word| word.kind == Kind::Telling).map(|word| word.folded)
}

fn words(text: &str) -> impl Iterator<Item = Word> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).filter_map(Word::of)
}

/// Whether a word is written as initials are: `BBC`, `DfE`.
fn is_short(word: &str) -> bool {
    let (all, upper) = (word.chars().count(), word.chars().filter(|c| c.is_uppercase()).count());
    (FEWEST_INITIALS..=MOST_INITIALS).contains(&all)
        && upper >= 2
        && upper * 2 >= all
        && word.chars().all(char::is_alphabetic)
}

/// Whether two words are one, in other forms of it or as a part of it.
fn is_same_word(one: &str, other: &str) -> bool {
    let is_part =
        |part: &str, whole: &str| part.chars().count() >= PART && (whole.starts_with(part) || whole.ends_with(part));
    one == other || has_same_stem(one, other) || is_part(one, other) || is_part(other, one)
}

/// Whether two words begin alike and differ in their endings.
pub(super) fn has_same_stem(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let longer = one.chars().count().max(other.chars().count());
    same >= STEM && longer - same <= ENDING
}

/// Whether letters stand in these words in their order, the first of each word among them: `BMG`, Bundes-Ministerium für
/// Gesundheit.
fn is_within_words(letters: &str, words: &[&Word]) -> bool {
    let mut letters = letters.chars().peekable();
    let all_begin = words.iter().enumerate().all(|(at, word)| {
        let next = words.get(at + 1).and_then(|word| word.initial());
        let mut rest = word.folded.chars();
        let begins = rest.next().is_some_and(|first| letters.next_if_eq(&first).is_some());
        while let Some(letter) = letters.peek().copied().filter(|_| word.folded.len() >= COMPOUND) {
            if next == Some(letter) || !rest.any(|c| c == letter) {
                break;
            }
            letters.next();
        }
        begins
    });
    all_begin && letters.next().is_none()
}

/// A text without what vendors say of themselves in it.
fn without_credits(text: &str) -> String {
    let (mut bare, mut rest) = (String::with_capacity(text.len()), text);
    loop {
        let lower = rest.to_ascii_lowercase();
        let starts = known().credits.all().filter_map(|credit| {
            let begins_word = |at: &usize| !lower[..*at].ends_with(char::is_alphanumeric);
            lower.match_indices(credit).map(|(at, _)| at).find(begins_word)
        });
        let Some(start) = starts.min() else { break };
        bare.push_str(&rest[..start]);
        rest = rest[start..].find(ENDS).map_or("", |end| &rest[start + end..]);
    }
    bare + rest
}

/// Without accents, umlauts that are written in two letters, and Cyrillic.
pub(super) fn fold(lower: &str) -> String {
    let mut folded = String::with_capacity(lower.len());
    for c in lower.chars() {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' | 'œ' | 'ø' | 'ł' | 'đ' | 'ı' => folded.push(plain(c)),
            'а'..='я' | 'ё' | 'і' | 'ї' | 'є' | 'ґ' => folded.push_str(latin(c)),
            _ if c.is_ascii() => folded.push(c),
            _ if c < '\u{530}' => decompose_compatible(c, |part| {
                if !is_combining_mark(part) {
                    folded.push(part);
                }
            }),
            _ => folded.push(c),
        }
    }
    // Of initials each letter is one.
    if folded.len() < STEM { folded } else { folded.replace("ae", "a").replace("oe", "o").replace("ue", "u") }
}

fn plain(c: char) -> char {
    match c {
        'æ' => 'a',
        'œ' | 'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        _ => 'i',
    }
}

/// How a Cyrillic letter is written in Latin ones, most often.
fn latin(c: char) -> &'static str {
    const LETTERS: [&str; 32] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
        "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
    ];
    match c {
        'ё' | 'є' => "e",
        'і' | 'ї' => "i",
        'ґ' => "g",
        _ => LETTERS.get((u32::from(c) - u32::from('а')) as usize).copied().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_nobody_and_years_are_no_names() {
        for (text, expected) in [
            ("© 2018–2026 The Company Ltd. All Rights Reserved.", &[][..]),
            ("Copyright 2019 Hallow Courier Group", &["hallow", "courier"]),
            ("© 2020 株式会社", &["株式会社"]),
            ("© 2019 Staff", &[]),
            ("© 2026 Editors", &[]),
            ("© 2020 – Tous droits réservés", &[]),
            ("© 2019 Todos los derechos reservados", &[]),
            ("© 2015 Powered by SchoolPress", &[]),
            ("Website by EduSites © 2015 Varn School", &["varn", "school"]),
            ("© 2015 Varn School | Site by EduSites · Hallow", &["varn", "school", "hallow"]),
        ] {
            assert_eq!(Name::of(text).telling().collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn a_name_is_the_same_in_short_inflected_and_written_together() {
        for (one, other) in [
            ("VBC", "Varnish Broadcasting Corporation"),
            ("VBC", "© 2026 Varnish Broadcasting Corporation. All rights reserved."),
            ("The Hallow River Times", "HRT"),
            ("The Hallow River Times", "THRT"),
            ("HRTimes", "The Hallow River Times"),
            ("Union of Gardeners", "UoG"),
            ("Union of the Gardeners", "UG"),
            ("Landesministerium für Gärten", "LMG"),
            ("Food and Forest Agency", "FFA"),
            ("City Libraries", "City Library"),
            ("Gazeta Hallowa", "Gazety Hallowej"),
            ("Hafen Zeitung Varn", "Hafenzeitung"),
            ("Hafenzeitung", "Die Zeitung für den Hafen - Hafen Zeitung"),
            ("Züricher Bote", "Zuericher Anzeiger"),
            ("Zürcher", "Zurcher"),
            ("Эхо Варны", "Ekho Varny"),
            ("Ærø Avis", "Aeroe Tidende"),
        ] {
            let (first, second) = (Name::of(one), Name::of(other));
            assert!(first.is_same(&second) && second.is_same(&first), "{one} {other}");
        }
    }

    #[test]
    fn other_names_are_others() {
        for (one, other) in [
            ("Varn Gardeners", "Lucky Spins"),
            ("VBC", "Lucky Spin Casino"),
            ("VBC", "Varnish Corporation of Broadcasters"),
            ("UN", "Unlimited Spins Now"),
            ("Lindholm Council", "CryptoNews LLC"),
            ("Lindholm Council", "LPC Lottery"),
            ("Hallow Courier", "The Course Book"),
            ("Hallow Party", "Partner Bank"),
            ("Sport Varn", "Sportsbet"),
            ("The Varn Company", "The Hallow Company"),
            ("Garden News", "Garage Sale News"),
        ] {
            let (first, second) = (Name::of(one), Name::of(other));
            assert!(!first.is_same(&second) && !second.is_same(&first), "{one} {other}");
        }
    }

    #[test]
    fn a_domain_is_made_of_a_name_or_its_initials() {
        let name = Name::of("Varnish Health Organization");
        for (label, expected) in
            [("varnish", true), ("vho", true), ("vho-portal", true), ("vh", false), ("vhorizon", false)]
        {
            assert_eq!(name.is_in_domain(label), expected, "{label}");
        }
    }
}
