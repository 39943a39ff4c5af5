//! Endings that say whose something is, in languages where they say nothing else: Romanian `comisia` and `comisiei`, Swedish `staden` and
//! `stadens`. Who writes one for the other has misspelled the word. Where the same ending is a plural, an object or a verb, it says more.

use super::language::Language::{self, Danish, Polish, Romanian, Swedish};
use super::language::{Languages, are_told};

/// Letters of what stands before an ending, at least.
const STEM: usize = 4;

/// Pairs of endings, folded.
const ENDINGS: &[(Language, &[(&str, &str)])] = &[
    (Romanian, &[("a", "ei"), ("ul", "ului"), ("ele", "elor"), ("ile", "ilor")]),
    (Polish, &[("ja", "ji"), ("ia", "ii")]),
    (Swedish, &[("en", "ens"), ("et", "ets"), ("arna", "arnas"), ("erna", "ernas"), ("orna", "ornas")]),
    (Danish, &[("en", "ens"), ("et", "ets"), ("erne", "ernes")]),
];

/// Those that no other language has, where too little is written to tell it.
const ANYWHERE: &[(&str, &str)] = &[("ia", "iei"), ("ul", "ului")];

/// Whether two folded words are one, and on one side what something is of.
pub(crate) fn is_other_case(one: &str, other: &str, languages: Languages) -> bool {
    let (short, long) = if (one.len(), one) < (other.len(), other) { (one, other) } else { (other, one) };
    let are = |(plain, owning): &(&str, &str)| {
        let stem = short.strip_suffix(plain).filter(|stem| stem.chars().count() >= STEM);
        stem.is_some() && stem == long.strip_suffix(owning)
    };
    if !are_told(languages) {
        return ANYWHERE.iter().any(are);
    }
    ENDINGS.iter().any(|(language, pairs)| languages & language.bit() != 0 && pairs.iter().any(are))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_something_is_is_another_form_of_one_word_and_nothing_else_is() {
        for (language, one, other) in [
            (Romanian, "comisia", "comisiei"),
            (Romanian, "guvernul", "guvernului"),
            (Romanian, "programele", "programelor"),
            (Polish, "komisja", "komisji"),
            (Polish, "opinia", "opinii"),
            (Swedish, "staden", "stadens"),
            (Swedish, "bolaget", "bolagets"),
            (Danish, "kommunen", "kommunens"),
            (Danish, "aviserne", "avisernes"),
        ] {
            assert!(is_other_case(one, other, language.bit()), "{one} {other}");
            assert!(is_other_case(other, one, language.bit()), "{other} {one}");
        }
        for (language, one, other) in [
            (Romanian, "comisia", "comisiile"),
            (Romanian, "eleva", "elevii"),
            (Polish, "ustawa", "ustawy"),
            (Swedish, "varna", "varnas"),
            (Swedish, "staden", "städer"),
            (Danish, "lukke", "lukkes"),
            (Danish, "fjerne", "fjernes"),
            (Language::Italian, "comisia", "comisiei"),
            (Language::Russian, "комиссия", "комиссии"),
        ] {
            assert!(!is_other_case(one, other, language.bit()), "{one} {other}");
        }
        assert!(is_other_case("comisia", "comisiei", 0));
        assert!(!is_other_case("direi", "dira", 0));
    }
}
