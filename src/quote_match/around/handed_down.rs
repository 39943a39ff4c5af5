//! What is told as no more than said or alleged, by the words right before the `that` of its clause: `it is often said that`, `she alleges
//! that`, `hay quien dice que`, `man sagt, dass`.

use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::sentences::ends;
use crate::quote_match::languages::language::Language::{
    self, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hungarian, Italian, Polish, Portuguese,
    Romanian, Russian, Spanish, Swedish, Ukrainian,
};
use crate::quote_match::languages::language::is_of;

/// Verbs of what is not proved. `claims` and `asserts` are said of many things.
const ALLEGING: &[(Language, &str)] = &[
    (English, "allege alleged alleges alleging"),
    (German, "unterstellt unterstellte unterstellten"),
    (French, "allegue alleguait alleguent"),
    (Spanish, "alega alegaba alegan alegaron alego"),
    (Portuguese, "alega alegam alegaram alegava alegou"),
];

/// Phrases, with a `+` between their words, by which nobody says it, or somebody who is not named.
const PHRASES: &[(Language, &str)] = &[
    (
        English,
        "it+is+said it+was+said it+is+claimed it+was+claimed there+are+those+who+say some+say some+claim people+say they+say word+is",
    ),
    (German, "es+heisst man+sagt es+wird+behauptet es+wird+gesagt es+wird+erzahlt man+erzahlt"),
    (French, "on+dit on+raconte on+pretend il+se+dit il+se+raconte certains+disent d+aucuns+disent"),
    (Spanish, "se+dice se+cuenta se+rumorea hay+quien+dice hay+quienes+dicen algunos+dicen dicen"),
    (Italian, "si+dice si+racconta si+mormora c+e+chi+dice alcuni+dicono dicono"),
    (Portuguese, "diz+se conta+se ha+quem+diga alguns+dizem dizem"),
    (Dutch, "men+zegt er+wordt+gezegd er+wordt+beweerd men+beweert"),
    (Swedish, "det+sags det+pastas det+berattas"),
    (Danish, "det+siges det+haevdes det+forlyder det+pastas det+sies det+hevdes"),
    (Polish, "mowi+sie podobno ponoc twierdzi+sie"),
    (Czech, "rika+se pry tvrdi+se povida+se"),
    (Finnish, "sanotaan vaitetaan kerrotaan"),
    (Hungarian, "azt+mondjak azt+beszelik allitolag"),
    (Romanian, "se+spune se+zice se+povesteste"),
    (Russian, "говорят рассказывают поговаривают"),
    (Ukrainian, "кажуть подеикують розповідають"),
    (Greek, "λεγεται λενε φημολογειται"),
];

/// Adverbs that may stand within such a phrase, before its verb.
const HOW: &str = "commonly frequently generally haufig oft often popularly sometimes souvent spesso usually widely";

/// The longest phrase, in words, with an adverb.
const LONGEST: usize = 6;

/// Where the words begin that hand down the clause behind the `that` at word `at`, in a sentence that begins with word `start`.
pub(super) fn handed_down(page: &Folded<'_>, start: usize, at: usize) -> Option<usize> {
    let last = at.checked_sub(1).filter(|&last| last >= start && !ends(page, last))?;
    if is_of(ALLEGING, page, page.word(last)) {
        return Some(last);
    }
    let adverb = |index: &usize| HOW.split(' ').any(|own| own == page.word(*index));
    (start.max(at.saturating_sub(LONGEST))..at).find(|&from| {
        let opens = from == start || page.between(from - 1).contains([',', '–', '—', '(']);
        let words: Vec<&str> = (from..at).filter(|index| !adverb(index)).map(|index| page.word(index)).collect();
        opens && is_of(PHRASES, page, &words.join("+"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote_match::folding::fold::Spaces;

    #[test]
    fn words_that_hand_down_are_written_as_they_are_folded() {
        for word in ALLEGING.iter().chain(PHRASES).flat_map(|(_, words)| words.split([' ', '+'])) {
            assert_eq!(Folded::new(word, Spaces::Written).text, word);
        }
    }
}
