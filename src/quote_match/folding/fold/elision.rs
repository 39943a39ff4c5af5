//! Apostrophes that stand between two words and not within one: behind what has lost its last vowel, and before the endings
//! that Turkish puts to names.

use unicode_normalization::char::decompose_compatible;

use crate::quote_match::languages::letters::stroked;

/// Words of French, Italian, Catalan and Portuguese without their last vowel, folded. None of them ends an English word
/// that goes on with a vowel behind an apostrophe.
const ELIDED: [&str; 41] = [
    "anch", "bell", "c", "ciascun", "coll", "com", "d", "dall", "degl", "dell", "dov", "gl", "grand", "j", "jusqu",
    "l", "lorsqu", "m", "mezz", "n", "nell", "nessun", "negl", "qu", "qualcun", "quand", "quant", "quell", "quelqu",
    "quest", "puisqu", "quoiqu", "s", "sant", "sott", "sull", "t", "tutt", "un", "v", "all",
];

/// Endings of Turkish names, folded: of the genitive, the dative and others.
const TURKISH: [&str; 62] = [
    "a", "ca", "ce", "cu", "ci", "da", "daki", "dan", "de", "deki", "den", "dir", "dur", "e", "i", "in", "la", "lar",
    "lari", "larin", "le", "ler", "leri", "lerin", "li", "lu", "lik", "luk", "na", "nca", "nce", "nda", "ndaki",
    "ndan", "nde", "ndeki", "nden", "ne", "ni", "nin", "nu", "nun", "sa", "se", "si", "su", "ta", "taki", "tan", "te",
    "teki", "ten", "tir", "tur", "u", "un", "ya", "ye", "yi", "yla", "yle", "yu",
];

/// Letters of the longest Turkish ending.
const LONGEST: usize = 5;

/// Whether the folded word `before` an apostrophe lost its last vowel to the word that begins with `next`.
pub(super) fn is_elided(before: &str, next: Option<char>) -> bool {
    let vowel =
        next.and_then(bare).is_some_and(|next| matches!(next, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'œ' | 'æ'));
    vowel && ELIDED.contains(&before)
}

/// Whether what stands behind the apostrophe of a name is an ending of Turkish.
pub(super) fn is_turkish_ending(behind: &str) -> bool {
    let letters = behind.chars().take_while(|c| c.is_alphabetic());
    let ending: String = letters.take(LONGEST + 1).filter_map(bare).collect();
    TURKISH.contains(&ending.as_str())
}

/// A letter in lower case without its accent.
fn bare(c: char) -> Option<char> {
    let mut first = None;
    for lower in c.to_lowercase().take(1) {
        decompose_compatible(lower, |part| {
            first.get_or_insert(part);
        });
    }
    first.map(|letter| stroked(letter).unwrap_or(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apostrophe_parts_words_where_a_vowel_is_lost_or_an_ending_begins() {
        for (before, next) in [("l", 'é'), ("d", 'a'), ("dell", 'A'), ("qu", 'i'), ("un", 'o'), ("jusqu", 'à')] {
            assert!(is_elided(before, Some(next)), "{before} {next}");
        }
        for (before, next) in [("don", 't'), ("o", 'b'), ("y", 'a'), ("we", 'r'), ("aujourd", 'h'), ("smith", 's')] {
            assert!(!is_elided(before, Some(next)), "{before} {next}");
        }
        for ending in ["nın eski", "de", "ün.", "yı"] {
            assert!(is_turkish_ending(ending), "{ending}");
        }
        for ending in ["s book", "t", "Brien", "re", "ll"] {
            assert!(!is_turkish_ending(ending), "{ending}");
        }
    }
}
