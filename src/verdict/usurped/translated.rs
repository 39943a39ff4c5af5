//! Whether a name is another one in another language. What an institution is gets translated with its name; the names of
//! newspapers, shops and people do not.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::owner_name::{Name, fold, has_same_stem};
use crate::page::vocabulary::known;

/// A kind of institution, and a language.
type OfKind = (usize, &'static str);

/// A word that ends in one of so many letters is a compound of it.
const COMPOUND: usize = 5;

/// The words of the lists as names are folded, with their kind and language.
static WORDS: LazyLock<Vec<(String, usize, &'static str)>> = LazyLock::new(|| {
    let mut words = Vec::new();
    for (kind, list) in known().institutions().into_iter().enumerate() {
        for (language, of_it) in list.languages() {
            words.extend(of_it.iter().map(|word| (fold(word), kind, language)));
        }
    }
    words
});

/// Whether the two names are those of one institution in two languages, as far as that can be told: what both are called is
/// of one kind, or of one of them only initials are known. Words of one language are no translation, unless the pages say
/// that they are in two.
pub(super) fn is_translation(one: &Name, other: &Name, are_in_two_languages: bool) -> bool {
    let (ones, others) = (kinds(one), kinds(other));
    let have_in_common = ones.iter().any(|(kind, _)| others.iter().any(|(other, _)| kind == other));
    if are_in_two_languages {
        let is_told = |kinds: &[OfKind], name: &Name| !kinds.is_empty() || name.is_initials();
        // Firms keep their names in other languages, whatever initials stand beside them.
        let shortened = (one.is_initials() || other.is_initials()) && !is_firm(one) && !is_firm(other);
        return have_in_common || shortened && is_told(&ones, one) && is_told(&others, other);
    }
    let is_of_one_language = ones.iter().any(|(_, language)| others.iter().any(|(_, other)| language == other));
    have_in_common && !is_of_one_language
}

/// Whether a text speaks of games for money and their like.
pub(super) fn speaks_of_games(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.any(|word| known().games.has(word)) || known().games_unspaced.stands_in(&lower)
}

/// Whether a name has the legal form of a firm.
fn is_firm(name: &Name) -> bool {
    static FORMS: LazyLock<HashSet<String>> = LazyLock::new(|| known().firms.all().map(fold).collect());
    name.words().any(|word| FORMS.contains(word) || known().firms_unspaced.stands_in(word))
}

/// The kinds of institution that a name holds a word for, each with its language.
fn kinds(name: &Name) -> Vec<OfKind> {
    let mut kinds: Vec<OfKind> = name.words().flat_map(kinds_of).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// By the word itself, else by what it ends in, else by another form of it.
fn kinds_of(word: &str) -> Vec<OfKind> {
    let by = |is: &dyn Fn(&str) -> bool| -> Vec<OfKind> {
        WORDS.iter().filter(|(word, ..)| is(word)).map(|(_, kind, language)| (*kind, *language)).collect()
    };
    let is_unspaced = |known: &str| known.chars().all(|c| c >= '\u{600}');
    let itself = by(&|known| known == word || is_unspaced(known) && word.contains(known));
    if !itself.is_empty() {
        return itself;
    }
    let compound = by(&|known| known.is_ascii() && known.len() >= COMPOUND && word.ends_with(known));
    if compound.is_empty() { by(&|known| has_same_stem(known, word)) } else { compound }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, other: &str, in_two_languages: bool) -> bool {
        let (one, other) = (Name::of(one), Name::of(other));
        let told = is_translation(&one, &other, in_two_languages);
        assert_eq!(is_translation(&other, &one, in_two_languages), told, "from either side");
        told
    }

    #[test]
    fn institutions_are_known_in_other_languages() {
        for (one, other) in [
            ("Landesministerium für Gärten", "State Ministry of Horticulture"),
            ("Museum der Küste", "Musée du littoral"),
            ("© 2019 Küstenbibliothek Hallow", "© 2026 Library of the Coast"),
            ("港口博物馆", "Harbour Museum"),
            ("وزارة البذور", "Ministry of Seeds"),
            ("กระทรวงสวน", "Ministry of Gardens"),
            ("Министерство садов", "Ministry of Gardens"),
        ] {
            assert!(check(one, other, true), "{one} {other}");
            assert!(check(one, other, false), "{one} {other}");
        }
        for (one, other) in [
            ("VSRO", "Organisation européenne de la semence"),
            ("Coastal Institute of Technology", "KTH Hallow"),
            ("VSO", "OVS"),
            ("Varnish Seed Organization", "Organisation de la semence"),
        ] {
            assert!(check(one, other, true), "{one} {other}");
            assert!(!check(one, other, false), "{one} {other}: nothing says that it is another language");
        }
    }

    #[test]
    fn what_is_not_translated_or_is_of_another_kind_is_no_translation() {
        for (one, other) in [
            ("Varn Gazette", "Gacor88"),
            ("Varn Gazette", "ลัคกี้สปิน"),
            ("Museum of the Coast", "Gacor88"),
            ("Museum of the Coast", "Bankhaus Küste"),
            ("Varn Gazette", "Gartenfreunde Nord"),
            ("Varn School", "Verein der Dichter"),
            ("VBC", "Gacor88"),
            ("VBC", "© 2013 Hallow Post Network Inc."),
            ("© 2012 VSR ООО", "Organisation of Seeds"),
            ("© 2013 Hallow River News. All times HAT (GMT +11).", "Organisation de la semence"),
            ("VSR", "株式会社種子研究所"),
        ] {
            assert!(!check(one, other, true) && !check(one, other, false), "{one} {other}");
        }
        assert!(!check("Museum of the Coast", "Library of Spins", false), "both in English");
    }

    #[test]
    fn games_are_told_in_many_languages() {
        for text in [
            "Situs Judi Slot",
            "Best Casino 2026",
            "เว็บคาสิโนออนไลน์",
            "라이브카지노",
            "オンラインカジノ",
            "Онлайн казино",
        ] {
            assert!(speaks_of_games(text), "{text}");
        }
        for text in ["Ministry of Health", "Parisian alphabet", "The timeslots of the doctors", ""] {
            assert!(!speaks_of_games(text), "{text}");
        }
    }
}
