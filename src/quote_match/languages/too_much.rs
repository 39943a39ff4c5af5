//! Too much of something for what follows: `too old to drive`, `zu alt, um`.

use super::language::Language::{
    self, Czech, Danish, Dutch, English, Finnish, French, German, Italian, Polish, Portuguese, Romanian, Russian,
    Spanish, Swedish, Ukrainian,
};
use super::language::is_of;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::is_one_of;

/// Too much.
const TOO: &[(Language, &str)] = &[
    (English, "too"),
    (German, "zu"),
    (French, "trop"),
    (Spanish, "demasiado"),
    (Italian, "troppo"),
    (Portuguese, "demais demasiado"),
    (Dutch, "te"),
    (Swedish, "for"),
    (Danish, "for"),
    (Polish, "zbyt za"),
    (Czech, "prilis"),
    (Russian, "слишком"),
    (Ukrainian, "занадто надто"),
    (Finnish, "liian"),
    (Romanian, "prea"),
];
/// What it is too much for begins with.
const FOR_THAT: &[(Language, &str)] = &[
    (English, "to"),
    (German, "um"),
    (French, "pour"),
    (Spanish, "para"),
    (Italian, "per"),
    (Portuguese, "para"),
    (Dutch, "om"),
    (Swedish, "att"),
    (Danish, "at til"),
    (Polish, "by zeby aby"),
    (Czech, "aby"),
    (Russian, "чтобы"),
    (Ukrainian, "щоб"),
    (Finnish, "jotta"),
    (Romanian, "ca pentru"),
];

/// Words of German and Dutch that end as infinitives do and are none.
const AS_INFINITIVES: &[(Language, &str)] = &[
    (
        German,
        "albern allein angemessen angesehen ausgelassen ausgewogen befangen belesen bescheiden beschlossen besessen besoffen besonnen betroffen betrunken \
         eben eigen entlegen entschieden entschlossen erfahren erhaben erwachsen finster golden klein lustern nuchtern offen selten trocken ubertrieben \
         unbefangen unbescheiden uneben unentschlossen unerfahren unterlegen unzufrieden uberlegen verbissen verborgen verbunden verdorben verfahren \
         verlassen verlegen verlogen vermessen verschieden verschlossen verschwiegen verschwommen versessen verworren vollkommen wenigen zerrissen zufrieden",
    ),
    (
        Dutch,
        "bedorven bekrompen bescheiden besloten bezeten bijzonder dronken eigen ervaren gelegen ingenomen onervaren ontevreden open overdreven tevreden verlegen verouderden verscheiden verworven",
    ),
];

/// Behind which German `zu` is a preposition.
const ARTICLES: &str = "allem allen dem den der diesem diesen dieser einem einer ihm ihnen ihr ihrem ihrer mir meinem meiner seinem seinen seiner uns dir euch";

/// Whether word `index` of `text` says that there is too much for what stands behind it.
pub(super) fn is_too_much(text: &Folded<'_>, index: usize) -> bool {
    const NEAR: usize = 6;
    let behind = || {
        let near = index + 1..text.words.len().min(index + 1 + NEAR);
        near.take_while(|&at| !text.between(at - 1).contains(['.', ';', '!', '?'])).skip(1)
    };
    is_of(TOO, text, text.word(index))
        && !is_before_infinitive(text, index)
        && behind().any(|at| is_of(FOR_THAT, text, text.word(at)))
}

/// Whether German `zu` and Dutch `te` at word `index` stand before an infinitive or as a preposition, and are no `too`: `zu sterben, um`,
/// `zu Hause`. What begins with `ge` is as likely a participle.
fn is_before_infinitive(text: &Folded<'_>, index: usize) -> bool {
    const LETTERS: usize = 4;
    let next = index + 1;
    let language = match text.word(index) {
        "zu" => German,
        "te" => Dutch,
        _ => return false,
    };
    if next >= text.words.len() || text.languages & language.bit() == 0 {
        return false;
    }
    let word = text.word(next);
    let german = language == German;
    let noun = german && text.written(next..next + 1).starts_with(char::is_uppercase);
    let ending = ["en", "eln", "ern"].iter().any(|ending| word.ends_with(ending)) && word.len() >= LETTERS;
    let verb = ending || matches!(word, "tun" | "sein" | "doen" | "gaan" | "staan" | "slaan" | "zien" | "zijn");
    noun || german && is_one_of(ARTICLES, word) || verb && !word.starts_with("ge") && !is_of(AS_INFINITIVES, text, word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote_match::folding::fold::Spaces;

    #[test]
    fn words_of_too_much_are_written_as_they_are_folded() {
        let lists = [TOO, FOR_THAT, AS_INFINITIVES].into_iter().flatten();
        for word in lists.flat_map(|(_, words)| words.split_ascii_whitespace()) {
            assert_eq!(Folded::new(word, Spaces::Written).text, word);
        }
    }
}
