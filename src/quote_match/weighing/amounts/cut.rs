//! Words that make another number of the one before them, in forms whose value is not needed: a quote that ends between the two
//! says another number. `30 mil`, `12 tisuća`, `5 miljoonalla`, `30 de milioane`, `½ million`.

use super::counting;
use super::scales::scale_at;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::joined;
use crate::quote_match::languages::language::{Language, are_told};

/// What words of Finnish, Estonian and Hungarian begin with, which have an ending for every case.
const BEGINNINGS: [&str; 6] = ["miljoon", "tuhan", "tuhat", "prosent", "protsent", "szazalek"];
/// The same where other languages begin other words with it (`millionaire`).
const OWN_BEGINNINGS: [&str; 5] = ["miljard", "miljon", "millio", "milliard", "ezer"];

/// Letters of such an ending, at most.
const LONGEST_ENDING: usize = 6;

/// Whether the word at `at` makes another number of the digits before it.
pub(crate) fn makes_another(page: &Folded<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| at < page.words.len()) else { return false };
    let number = page.written(before..at);
    let counts = number.ends_with(|c: char| c.is_numeric()) && joined(page, before) && !is_year(number);
    // `1/2 million`
    let part = || number.ends_with(|c: char| !c.is_ascii_digit()) || number.contains('/');
    counts && (part() && scale_at(page, at).is_some() || is_word(page, at) || leads_to_scale(page, at))
}

fn is_word(page: &Folded<'_>, at: usize) -> bool {
    let word = page.word(at);
    let own = |language: Language| language.bit() & page.languages != 0;
    let agglutinates = own(Language::Finnish) || own(Language::Hungarian);
    let ends = |beginnings: &[&str]| {
        let mut endings = beginnings.iter().filter_map(|beginning| word.strip_prefix(beginning));
        endings.any(|ending| ending.chars().count() <= LONGEST_ENDING)
    };
    let written = page.written(at..at + 1);
    written.starts_with(['‰', '‱'])
        || counting::follows(page, at)
        || (agglutinates || !are_told(page.languages)) && ends(&BEGINNINGS)
        || agglutinates && ends(&OWN_BEGINNINGS)
}

/// `30 de mii`, as Romanian has it.
fn leads_to_scale(page: &Folded<'_>, at: usize) -> bool {
    let romanian = page.languages & Language::Romanian.bit() != 0;
    romanian
        && page.word(at) == "de"
        && at + 1 < page.words.len()
        && joined(page, at)
        && (scale_at(page, at + 1).is_some() || counting::follows(page, at + 1))
}

/// Four digits behind which another number begins: `En 2012 mil personas`.
pub(super) fn is_year(number: &str) -> bool {
    number.len() == 4 && number.starts_with(['1', '2']) && number.bytes().all(|byte| byte.is_ascii_digit())
}
