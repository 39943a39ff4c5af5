//! `only`, and what says as much behind a negation: `not only`, `not just`, `not least`. Folded, language by language.

use super::language::Language::{
    self, Arabic, Bulgarian, Chinese, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hebrew, Hindi,
    Hungarian, Indonesian, Italian, Persian, Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish,
    Ukrainian,
};
use super::language::languages_of;
use crate::quote_match::folding::fold::Folded;

/// What leaves all other cases out, wherever it stands.
pub(crate) const ONLY: &[(Language, &str)] = &[
    (English, "exclusively merely only solely"),
    (German, "ausschliesslich bloss lediglich nur"),
    (French, "exclusivement seulement uniquement"),
    (Spanish, "exclusivamente meramente solamente solo unicamente"),
    (Italian, "esclusivamente solamente solo soltanto unicamente"),
    (Portuguese, "apenas exclusivamente meramente so somente unicamente"),
    (Dutch, "alleen enkel louter slechts uitsluitend"),
    (Swedish, "bara blott endast enbart"),
    (Danish, "bare blot kun udelukkende utelukkende"),
    (Polish, "jedynie tylko wylacznie"),
    (Czech, "jen jenom pouze vyhradne"),
    (Russian, "исключительно лишь только"),
    (Ukrainian, "виключно лише тільки"),
    (Bulgarian, "единствено само"),
    (Finnish, "ainoastaan pelkastaan vain yksinomaan"),
    (Hungarian, "csak csupan kizarolag pusztan"),
    (Romanian, "doar exclusiv numai"),
    (Greek, "αποκλειστικα μονο μοναχα"),
    (Turkish, "sadece yalnizca"),
    (Indonesian, "cuma hanya"),
    (Arabic, "فقط"),
    (Persian, "فقط"),
    (Hebrew, "רק"),
    (Hindi, "केवल सिर्फ मात्र"),
];

/// What says so behind a negation alone: elsewhere `just` is a moment ago, `alone` and `تنها` without company, `purely` wholly, `simplement` easily, and a Chinese
/// character half of another word.
pub(crate) const MERE: &[(Language, &str)] = &[
    (English, "alone just least purely simply"),
    (German, "allein zuletzt"),
    (French, "juste simplement"),
    (Spanish, "simplemente"),
    (Italian, "semplicemente"),
    (Portuguese, "simplesmente"),
    (Dutch, "simpelweg"),
    (Swedish, "minst"),
    (Danish, "alene mindst"),
    (Russian, "просто"),
    (Ukrainian, "просто"),
    (Bulgarian, "просто"),
    (Greek, "απλωσ απλα"),
    (Indonesian, "sekadar semata"),
    (Arabic, "مجرد"),
    (Persian, "تنها"),
    (Hebrew, "סתם"),
    (Chinese, "仅 只 光 单"),
];

/// Whether a folded word says `only` behind a negation, in the languages of a page; where those are not known, in any.
pub(crate) fn is_mere(page: &Folded<'_>, word: &str) -> bool {
    [ONLY, MERE].into_iter().any(|words| languages_of(words, page, word) != 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote_match::folding::fold::Spaces;

    #[test]
    fn words_for_only_are_written_as_they_are_folded_and_stand_once() {
        let mut seen: Vec<(Language, &str)> = Vec::new();
        for (language, words) in ONLY.iter().chain(MERE) {
            for word in words.split(' ') {
                assert_eq!(Folded::new(word, Spaces::Written).text, *word);
                assert!(!seen.contains(&(*language, word)), "{word}");
                seen.push((*language, word));
            }
        }
    }
}
