//! Negation inside of a word: Turkish `gizledik` and `gizlemedik`, German `zahlungsfähig` and `zahlungsunfähig`, and the
//! verbs of Korean that negate. All in folded spelling, where `ı` is `i`, `ö` is `o` and a Korean syllable its letters.

use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

use super::language::Language::{
    Bulgarian, Czech, Danish, Dutch, Finnish, German, Persian, Polish, Russian, Swedish, Turkish, Ukrainian,
};
use super::language::{Language, Languages, are_told};

/// Letters that negate the part of a word which they begin, behind another part of it: `arbeits-un-fähig`,
/// `nej-ne-bezpečnější`. None where the letters are put into a word by a slip of the pen as often.
const INFIXES: &[(Language, &str)] = &[
    (German, "un"),
    (Dutch, "on"),
    (Swedish, "o"),
    (Danish, "u"),
    (Finnish, "epa"),
    (Czech, "ne"),
    (Polish, "nie"),
    (Russian, "не"),
    (Ukrainian, "не"),
    (Bulgarian, "не"),
];

/// Letters of the part before an infix, at least.
const FIRST_PART: usize = 2;

/// Beginnings of the Korean words that negate the word before them, and of the adjective that there is nothing.
const KOREAN_STEMS: &[&str] = &["않", "없", "못하", "못해", "아니"];

/// Those of them that belong to the word behind: `찾지 못한 증거`. The others end what they say.
const KOREAN_ATTRIBUTES: &[&str] =
    &["않은", "않는", "않을", "않던", "없는", "없을", "없던", "못한", "못하는", "못할", "아닌"];

/// Beginnings of the Turkish words that negate what stands before them.
const TURKISH_STEMS: &[&str] = &["degil", "yoktu", "yoktur"];

/// Whether two folded words are alike but for a negation within one of them.
pub(crate) fn is_denial(one: &str, other: &str, languages: Languages) -> bool {
    let in_some = |language: Language| languages & language.bit() != 0;
    in_some(Turkish) && is_turkish_denial(one, other)
        || !are_told(languages)
            && (is_one_in(one, other, &["ma", "me", "mi", "mu", "mə", "un", "не"]) || has_inner_m(one, other))
        || in_some(Persian) && count(one, &["ن"]) != count(other, &["ن"])
        || in_some(Finnish) && has_abessive(one) != has_abessive(other)
        || INFIXES.iter().any(|(language, infix)| in_some(*language) && has_infix(one, other, infix, &[""]))
}

/// Whether a folded word negates by the way it begins.
pub(crate) fn begins_with_denial(word: &str, languages: Languages) -> bool {
    is_hangul(word) && begins(word, korean_stems())
        || word.starts_with("degil")
        || languages & Turkish.bit() != 0 && TURKISH_STEMS.iter().any(|stem| word.starts_with(stem))
}

/// Whether a folded word that negates ends a clause, so that what it negates stands before it and not behind.
pub(crate) fn ends_clause(word: &str, languages: Languages) -> bool {
    begins_with_denial(word, languages) && !(is_hangul(word) && korean_attributes().iter().any(|own| own == word))
}

/// In Turkish an `m` negates the verb that it stands in, with `a` or `e` behind it or before it; `-siz` the noun. Words
/// that have not as many of them are no two spellings of one, nor are `gelmedi` and `gelemedi`, could not come.
fn is_turkish_denial(one: &str, other: &str) -> bool {
    let without = &["siz", "suz"];
    count(one, &["m"]) != count(other, &["m"])
        || count(one, without) != count(other, without)
        || ["a", "e", "ya", "ye"].iter().any(|could| has_infix(one, other, could, &["ma", "me"]))
}

/// `düşünüyoruz` and `düşünmüyoruz`, which share the vowel; `comission` lacks one of two.
fn has_inner_m(one: &str, other: &str) -> bool {
    let (shorter, longer) = if one.len() < other.len() { (one, other) } else { (other, one) };
    shorter.len() + 1 == longer.len()
        && longer.match_indices('m').any(|(at, _)| {
            let (before, behind) = (&longer[..at], &longer[at + 1..]);
            before.chars().count() >= FIRST_PART
                && !before.ends_with('m')
                && behind.starts_with(['a', 'e', 'i', 'u'])
                && shorter.get(..at) == Some(before)
                && shorter.get(at..) == Some(behind)
        })
}

/// `maksamatta`, without paying, beside `maksamalla`, by paying.
fn has_abessive(word: &str) -> bool {
    word.ends_with("matta")
}

fn count(word: &str, letters: &[&str]) -> usize {
    letters.iter().map(|letters| word.matches(letters).count()).sum()
}

/// Whether one word is the other with some of `letters` put into it.
fn is_one_in(one: &str, other: &str, letters: &[&str]) -> bool {
    letters.iter().any(|letters| has_infix(one, other, letters, &[""]))
}

/// Whether one word is the other with `infix` behind its first part and before one of `next`. One letter is an infix
/// behind the `s` that joins two words only: a slip of the pen leaves any letter out.
fn has_infix(one: &str, other: &str, infix: &str, next: &[&str]) -> bool {
    let (shorter, longer) = if one.len() < other.len() { (one, other) } else { (other, one) };
    shorter.len() + infix.len() == longer.len()
        && longer.match_indices(infix).any(|(at, _)| {
            longer[..at].chars().count() >= FIRST_PART
                && (infix.len() > 1 || !next[0].is_empty() || longer[..at].ends_with('s'))
                && next.iter().any(|next| longer[at + infix.len()..].starts_with(next))
                && shorter.get(..at) == Some(&longer[..at])
                && shorter.get(at..) == Some(&longer[at + infix.len()..])
        })
}

/// Whether a word is written in Korean letters, which folding takes apart.
pub(crate) fn is_hangul(word: &str) -> bool {
    word.starts_with(|c: char| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}'))
}

fn begins(word: &str, stems: &[String]) -> bool {
    stems.iter().any(|stem| word.starts_with(stem.as_str()))
}

fn korean_stems() -> &'static [String] {
    static STEMS: OnceLock<Vec<String>> = OnceLock::new();
    STEMS.get_or_init(|| taken_apart(KOREAN_STEMS))
}

fn korean_attributes() -> &'static [String] {
    static ATTRIBUTES: OnceLock<Vec<String>> = OnceLock::new();
    ATTRIBUTES.get_or_init(|| taken_apart(KOREAN_ATTRIBUTES))
}

/// As folding has them.
fn taken_apart(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| word.nfkd().collect()).collect()
}
