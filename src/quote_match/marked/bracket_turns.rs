//! Words in brackets that turn what they stand before, and have no meaning of their own to tell it by: `[less than]` before a number,
//! `[alleged]` before a noun, `[so]` or `[or]` for “and”, `[before]` for “at”.

use std::ops::Range;

use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_function, is_one_of, is_pronoun};
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::language::Language::{
    self, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hungarian, Indonesian, Italian, Polish,
    Portuguese, Romanian, Russian, Spanish, Swedish, Turkish, Ukrainian,
};
use crate::quote_match::languages::language::is_of;

/// What bounds the number behind it, or makes it one of more.
const BOUNDS: [&str; 62] = [
    "a further",
    "additional",
    "almeno",
    "al menos",
    "an additional",
    "an estimated",
    "another",
    "around",
    "as few as",
    "as little as",
    "as many as",
    "as much as",
    "at least",
    "at most",
    "au moins",
    "au plus",
    "bis zu",
    "cerca de",
    "circa",
    "close to",
    "environ",
    "estimated",
    "fewer than",
    "fino a",
    "hasta",
    "hochstens",
    "in excess of",
    "jusqu a",
    "just over",
    "just under",
    "less than",
    "mais de",
    "mas de",
    "meer dan",
    "mehr als",
    "meno di",
    "menos de",
    "minder dan",
    "mindestens",
    "minstens",
    "moins de",
    "more than",
    "nearly",
    "no fewer than",
    "no more than",
    "not quite",
    "ongeveer",
    "over",
    "pelo menos",
    "piu di",
    "plus de",
    "rund",
    "slightly more than",
    "some",
    "uber",
    "under",
    "unter",
    "up to",
    "upward of",
    "upwards of",
    "weniger als",
    "well over",
];

/// What takes a part of what follows an `of`.
const PARTS: [&str; 13] =
    ["all", "any", "each", "few", "half", "many", "most", "none", "one", "part", "portion", "several", "some"];

/// What leaves open whether a thing is what it is called, or says what somebody meant by it.
const DOUBTS: &[(Language, &str)] = &[
    (
        English,
        "accidentally alleged apparent attempted bogus corrupt crooked deliberately discredited disgraced dishonest fake false forged \
         fraudulent guilty hypothetical illegal illegally illicit inadvertently notorious stolen unlawful \
         intentionally knowingly likely ostensible possible potential presumed probable purported putative repeatedly reported sham \
         supposed suspected unconfirmed unintentionally unknowingly unlawfully unlikely unproven unwillingly wilfully willfully willingly",
    ),
    (
        German,
        "absichtlich betrugerisch bewusst eigenmachtig fahrlassig gesetzwidrig heimlich illegal mutwillig rechtswidrig unrechtmassig widerrechtlich korrupte korrupten korrupter widerwillig angebliche angeblichen angeblicher mutmassliche mutmasslichen mutmasslicher sogenannte sogenannten versehentlich \
         vermeintliche vermeintlichen vermeintlicher vermutliche vorsatzlich wissentlich",
    ),
    (
        French,
        "accidentellement deliberement frauduleusement illegalement intentionnellement secretement volontairement pretendu pretendue presume presumee sciemment soi supposee",
    ),
    (
        Spanish,
        "accidentalmente fraudulentamente ilegalmente intencionadamente secretamente voluntariamente deliberadamente presunta presunto supuesta supuesto",
    ),
    (
        Italian,
        "accidentalmente deliberatamente fraudolentemente illegalmente intenzionalmente presunta presunto segretamente volontariamente",
    ),
    (
        Portuguese,
        "acidentalmente deliberadamente fraudulentamente ilegalmente intencionalmente secretamente suposta suposto",
    ),
    (Dutch, "heimelijk illegaal onrechtmatig opzettelijk stiekem vermeende zogenaamde"),
    (Polish, "bezprawnie celowo nielegalnie potajemnie rozmyslnie umyslnie"),
    (Czech, "nezakonne potajmu schvalne tajne umyslne zamerne"),
    (Russian, "незаконно намеренно преднамеренно случаино таино умышленно"),
    (Ukrainian, "навмисно незаконно таємно умисно"),
    (Swedish, "avsiktligt hemligt medvetet olagligt uppsatligt"),
    (Danish, "bevidst forsaetligt hemmeligt ulovligt"),
    (Finnish, "laittomasti salaa tahallaan vahingossa"),
    (Hungarian, "szandekosan titokban torvenytelenul"),
    (Romanian, "ilegal intentionat"),
    (Turkish, "bilerek gizlice kasten"),
    (Indonesian, "sengaja diduga"),
    (Greek, "κρυφα παρανομα σκοπιμα"),
];

/// Letters of the shortest adverb that says how something is done, and one.
const ADVERB: usize = 5;

/// Words in `ly` that say when, where or which, or are none that say how.
const WHEN: &str = "accordingly actually additionally annually anomaly approximately assembly biannually briefly butterfly chiefly consequently \
    currently daily duly early elderly equally especially eventually exactly family finally firstly formally formerly friendly generally globally \
    heavenly hitherto hourly imply initially internationally jointly lastly lately later locally mainly merely monopoly monthly mostly namely nationally \
    nearly newly officially only orderly originally partly physically politically presently previously primarily principally quarterly really recently \
    regularly reply respectively roughly secondly separately shortly similarly simply simultaneously specifically subsequently supply technically thirdly \
    totally usually weekly wholly yearly";

/// What makes a cause or an end of one clause for another, in place of what only joins them.
const CONNECTIVES: &[(Language, &str)] = &[
    (English, "accordingly as for since so till until whereupon"),
    (German, "also da denn sodass bis"),
    (French, "ainsi donc puisque"),
    (Spanish, "pues luego"),
    (Italian, "dunque percio poiche"),
    (Portuguese, "pois logo"),
    (Dutch, "dus want"),
    (Russian, "поэтому поскольку"),
];

/// The same of more than one word, and what claims it wherever it stands.
const CLAIMS: &[&str] = &[
    "as a consequence",
    "a proposito",
    "a peine",
    "avec d autres",
    "com outros",
    "con altri",
    "con otros",
    "de helft van",
    "deux fois",
    "die halfte von",
    "dos veces",
    "due volte",
    "duas vezes",
    "em segredo",
    "en secret",
    "en secreto",
    "expres",
    "half of",
    "im geheimen",
    "in segreto",
    "la meta di",
    "la mitad de",
    "la moitie de",
    "less than half of",
    "met anderen",
    "metade de",
    "mit absicht",
    "mit anderen",
    "more than half of",
    "suyt",
    "suyt nua",
    "with another",
    "with others",
    "as a result",
    "asi que",
    "aus diesem grund",
    "causing",
    "de ce fait",
    "due to",
    "due to which",
    "at a loss",
    "by force",
    "for that reason",
    "for this reason",
    "in consequence",
    "in secret",
    "on purpose",
    "under duress",
    "leading to",
    "owing to",
    "peut etre",
    "per questo",
    "por eso",
    "por isso",
    "por lo tanto",
    "resulting in",
    "that is why",
    "thereby",
    "which is why",
    "из за этого",
    "потому что",
    "так что",
];

const AND: [&str; 10] = ["and", "und", "et", "y", "e", "ed", "en", "och", "i", "и"];
const OR: [&str; 9] = ["or", "oder", "ou", "o", "of", "u", "eller", "lub", "или"];

/// Prepositions that put a thing elsewhere, or earlier or later.
const ELSEWHERE: &[(Language, &str)] = &[
    (English, "above after against before below despite off outside since until without"),
    (German, "gegen nach ohne trotz vor"),
    (French, "apres avant contre malgre sans"),
    (Spanish, "antes contra despues sin"),
    (Italian, "contro dopo prima senza"),
    (Portuguese, "antes apos contra depois sem"),
    (Dutch, "na tegen voor zonder"),
];

/// Words around the place among which the page may say the same.
const NEAR: usize = 6;

/// Whether brackets that stand for `words` of the page, before word `next`, turn what they stand in.
pub(crate) fn turns(page: &Folded<'_>, words: &Range<usize>, with: &Folded<'_>, before_number: bool) -> bool {
    let phrase = with.all().map(|index| with.word(index)).collect::<Vec<_>>().join(" ");
    let near = words.start.saturating_sub(NEAR)..page.words.len().min(words.end + NEAR);
    let told = |word: &str| near.clone().any(|index| page.word(index) == word);
    let first = with.word(0);
    let bounds = before_number && BOUNDS.contains(&phrase.as_str()) && !told(with.word(with.words.len() - 1));
    let claims = CLAIMS.contains(&phrase.as_str()) && !told(first);
    bounds
        || claims
        || takes_part(with) && !told(first)
        || doubts(page, words, &near, with)
        || connects(page, words, with)
}

/// `[some of the]`, and nothing that tells of whom.
fn takes_part(with: &Folded<'_>) -> bool {
    let bare = |index: usize| is_function(with.word(index)) || is_pronoun(with.word(index));
    with.words.len() > 1 && PARTS.contains(&with.word(0)) && with.word(1) == "of" && (2..with.words.len()).all(bare)
}

/// `[alleged]`, `[the so-called]`, where nothing near says so. In place of a word of content it may be that in another form: `[reported]`
/// for “reports”.
fn doubts(page: &Folded<'_>, words: &Range<usize>, near: &Range<usize>, with: &Folded<'_>) -> bool {
    let small = |text: &Folded<'_>, index: usize| is_function(text.word(index)) || is_pronoun(text.word(index));
    let so_called = |index: usize| with.word(index) == "called" && index > 0 && with.word(index - 1) == "so";
    let is_doubt = |text: &Folded<'_>, index: usize| is_of(DOUBTS, page, text.word(index));
    let manner = |index: usize| {
        let word = with.word(index);
        let written = with.written(index..index + 1);
        let adverb = word.ends_with("ly") && word.len() > ADVERB && written.starts_with(char::is_lowercase);
        let english = is_of(&[(English, word)], page, word);
        adverb && english && !is_one_of(WHEN, word) && !near.clone().any(|at| page.word(at) == word)
    };
    let own = |index: usize| is_doubt(with, index) || so_called(index) || manner(index);
    // Where the page doubts, another doubt says no more; in what way somebody did it says more.
    let doubted = near.clone().any(|index| is_doubt(page, index));
    let more = |index: usize| own(index) && (!doubted || manner(index) && !is_doubt(with, index));
    with.all().any(more)
        && with.all().all(|index| small(with, index) || own(index))
        && words.clone().all(|index| small(page, index))
}

/// `[so]` and `[or]` for “and”, `[before]` for “at”.
fn connects(page: &Folded<'_>, words: &Range<usize>, with: &Folded<'_>) -> bool {
    if words.len() != 1 || with.words.len() > 2 {
        return false;
    }
    let (ours, theirs) = (with.word(0), page.word(words.start));
    let out_of = with.words.len() == 2 && ours == "out" && with.word(1) == "of";
    if out_of {
        return is_function(theirs) && theirs != "out";
    }
    if with.words.len() > 1 || ours == theirs {
        return false;
    }
    let other = |one: &[&str], other: &[&str]| one.contains(&ours) && other.contains(&theirs);
    let joint = has(page, words.start, Role::Joint);
    other(&OR, &AND)
        || other(&AND, &OR)
        || joint && is_of(CONNECTIVES, page, ours)
        || !joint && is_function(theirs) && is_of(ELSEWHERE, page, ours)
}

#[cfg(test)]
mod tests {
    use crate::quote_match::MatchClass;
    use crate::quote_match::tests::{CRITICAL, check};

    const PAGE: &str = "The ferry had no lights and it struck the pier at noon, and three men fell into the water near the old wall. \
        Nearly all of the boats of the town came, and they were there until dusk because of the alleged theft of a lamp.";

    #[test]
    fn a_bracket_that_bounds_doubts_or_joins_in_another_way_says_something_else() {
        for bracket in [
            "less than",
            "fewer than",
            "up to",
            "around",
            "an estimated",
            "another",
            "some of the",
            "one of the",
            "at least",
        ] {
            check(PAGE, &format!("it struck the pier at noon, and [{bracket}] three men fell"), CRITICAL);
        }
        for bracket in ["alleged", "so-called", "supposed", "possible", "fake", "reported"] {
            check(PAGE, &format!("it struck the [{bracket}] pier at noon"), CRITICAL);
        }
        check(PAGE, "and it [deliberately] struck the pier at noon", CRITICAL);
        for bracket in ["secretly", "fraudulently", "reluctantly", "on purpose"] {
            check(PAGE, &format!("and it [{bracket}] struck the pier at noon"), CRITICAL);
        }
        check(PAGE, "it struck the [corrupt] pier at noon", CRITICAL);
        for bracket in ["so", "since", "for", "as a result", "which is why", "accordingly", "or"] {
            check(PAGE, &format!("it struck the pier at noon, [{bracket}] three men fell into the water"), CRITICAL);
        }
        check(PAGE, "it struck the pier [before] noon", CRITICAL);
        check(PAGE, "three men fell [out of] the water near the old wall", CRITICAL);
    }

    #[test]
    fn a_bracket_that_names_or_fits_the_sentence_says_the_same() {
        for quote in [
            "it struck the pier at noon, [and] three men fell into the water",
            "it struck the pier at noon, [while] three men fell into the water",
            "it struck the [stone] pier at noon",
            "and three [young] men fell into the water",
            "it struck the pier [at] noon",
            "the [ferry of Ely] had no lights",
            "and it [subsequently] struck the pier at noon",
            "three men [recently] fell into the water",
            "the [Kelly family] ferry had no lights",
            "of the [alleged] theft of a lamp",
            "three men fell in[to] the water",
        ] {
            check(PAGE, quote, MatchClass::Edited);
        }
    }
}
