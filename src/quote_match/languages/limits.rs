//! Words that bound what begins right behind them: `only`, `barely`, `soltanto`, `едва`.

use super::language::Language::{
    self, Bulgarian, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hungarian, Indonesian, Italian,
    Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish, Ukrainian,
};
use super::language::{Languages, are_told};

/// Folded. Those that negate are not among them.
const LIMITS: &[(Language, &str)] = &[
    (English, "almost barely few just many merely most nearly only several solely some"),
    (German, "allein beinahe bloss einzig fast erst lediglich nur"),
    (French, "presque seul seule seules seuls seulement uniquement"),
    (Spanish, "apenas casi escasamente solamente solo unicamente"),
    (Italian, "appena quasi solamente soltanto solo unicamente"),
    (Portuguese, "apenas quase so somente unicamente"),
    (Dutch, "alleen amper bijna enkel slechts"),
    (Polish, "jedynie ledwie prawie tylko wylacznie zaledwie"),
    (Czech, "jen jenom pouze sotva temer"),
    (Swedish, "bara blott enbart endast nastan"),
    (Danish, "bare kun naesten nesten"),
    (Finnish, "ainoastaan melkein tuskin vain"),
    (Hungarian, "alig csak csupan majdnem"),
    (Romanian, "abia aproape doar numai"),
    (Turkish, "ancak neredeyse sadece yalnizca"),
    (Indonesian, "hampir hanya"),
    (Russian, "едва лишь почти только"),
    (Ukrainian, "ледве лише маиже тільки"),
    (Bulgarian, "едва почти само"),
    (Greek, "μολισ μονο σχεδον"),
];

/// Whether a folded word bounds what begins behind it in one of `languages`, in any where they are not known.
pub(crate) fn limits(word: &str, languages: Languages) -> bool {
    let all = !are_told(languages);
    LIMITS.iter().any(|(language, words)| {
        (all || languages & language.bit() != 0) && words.split_ascii_whitespace().any(|own| own == word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote_match::folding::fold::{Folded, Spaces};

    #[test]
    fn words_that_limit_are_written_as_they_are_folded() {
        for word in LIMITS.iter().flat_map(|(_, words)| words.split_ascii_whitespace()) {
            assert_eq!(Folded::new(word, Spaces::Written).text, word);
        }
    }
}
