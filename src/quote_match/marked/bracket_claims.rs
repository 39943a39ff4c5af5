//! Words in brackets that claim what the page does not: that one thing came of another, that it holds on a condition, and that
//! “no ship” is “no \[large\] ship”.

use crate::quote_match::languages::language::is_of;
use std::ops::Range;
use std::sync::OnceLock;

use super::bracketed::Side;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_function, is_one_of, is_pronoun};
use crate::quote_match::languages::conditions::{CONDITIONS, phrase_at};
use crate::quote_match::languages::language::Language::{
    self, Arabic, Bulgarian, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hindi, Hungarian,
    Indonesian, Italian, Persian, Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish, Ukrainian,
};
use crate::quote_match::languages::only::is_mere;
use crate::quote_match::languages::phrases::Phrases;
use crate::quote_match::languages::two_parts::{ALL, NOBODY, NONE};

/// What makes a cause or a consequence, one word or the first of several.
const CAUSES: &[(Language, &str)] = &[
    (English, "because consequently hence therefore thus"),
    (German, "aufgrund deshalb deswegen daher darum folglich infolge weil wegen"),
    (French, "car parce"),
    (Spanish, "porque"),
    (Italian, "perche poiche quindi"),
    (Portuguese, "porque portanto"),
    (Dutch, "daardoor daarom doordat dankzij omdat vanwege wegens"),
    (Polish, "dlatego poniewaz wskutek"),
    (Czech, "dik kvuli ponevadz proto protoze"),
    (Swedish, "darfor eftersom"),
    (Danish, "derfor fordi"),
    (Finnish, "koska siksi"),
    (Hungarian, "ezert mert mivel"),
    (Romanian, "deoarece fiindca"),
    (Turkish, "cunku dolayisiyla"),
    (Indonesian, "akibat karena"),
    (Russian, "поэтому"),
    (Ukrainian, "оскільки"),
    (Bulgarian, "защото заради поради"),
    (Greek, "διοτι επειδη λογω"),
    (Arabic, "لان بسبب"),
    (Persian, "چون زيرا"),
    (Hindi, "क्योंकि"),
];

/// The same of several words, between commas.
const CAUSE_PHRASES: &str = "a causa de, a causa del, a causa della, a cause d, a cause de, a cause des, a cause du, als folge, \
    as a consequence of, as a result of, auf grund, boi vi, by reason of, debido a, debido al, devido a, devido ao, din cauza, door toedoen van, due to, \
    en raison d, en raison de, en raison des, en raison du, from fear of, gracias a, gracias al, grace a, gracas a, grazie a, in consequence of, \
    jako ze, na skutek, on account of, out of anger, out of fear, out of greed, out of jealousy, out of revenge, out of spite, owing to, \
    pa grund af, pa grund av, pentru ca, por causa da, por causa de, por causa do, por culpa de, thanks to, tack vare, takket vaere, \
    z powodu, в силу, вследствие, з огляду на, из за, благодаря, потому что, так как, через те що";

/// What stands behind an `if` and makes no clause of it.
const NO_CLAUSE: &str = "any applicable appropriate available desired ever moglich needed necessary necesario necessaire necessario \
    nodig not notig noetig moeglich possibile possible posible possivel required so ja nein mozliwe potrzebne нужно возможно";

/// What stands before an `if` beside an `only`: `even if`, `but if`, `especially if`.
const EVEN: &str = "alleinig anche aber but even erst especially poate que selbst sogar upp zelfs";

/// What begins other words too in a bracket of two words, if no such ending stands behind it: `si grand`, and `si demandé`.
const PARTICIPLES: [&str; 5] = ["é", "ée", "és", "ées", "i"];

/// Such languages as have what tells of what kind a thing is behind it.
const KIND_BEHIND: [Language; 5] = [French, Spanish, Italian, Portuguese, Romanian];

/// What narrows nothing: `no [such] ship`.
const NOT_NARROWING: [&str; 16] = [
    "further", "other", "autre", "autres", "anderen", "otros", "otras", "altri", "human", "single", "solche",
    "solchen", "such", "tal", "tel", "telle",
];

/// Words in brackets that narrow what they stand before; more of them explain.
const FEW: usize = 2;

/// Words around the place among which the page may say the same, and tell of a cause.
const NEAR: usize = 20;
const CAUSE_NEAR: usize = 6;

/// Whether brackets claim a cause where the page, at `words`, has none: what stands there for another thing is none. The cause of the
/// page is where they stand, with only small words between (“because of it”), or has their words.
pub(crate) fn causes(page: &Folded<'_>, words: &Range<usize>, with: &Folded<'_>, side: Side) -> bool {
    let Some(last) = with.words.len().checked_sub(1) else { return false };
    let claimed = is_cause(page, with, 0) || is_cause(page, with, last);
    claimed && !stands_for_cause(page, words, side) && !repeats_cause(page, words, with)
}

/// Whether word `index` is a cause or begins one, in the languages of the page.
fn is_cause(page: &Folded<'_>, text: &Folded<'_>, index: usize) -> bool {
    is_of(CAUSES, page, text.word(index)) || begins_cause(text, index)
}

fn begins_cause(text: &Folded<'_>, index: usize) -> bool {
    static FOLDED: OnceLock<Phrases> = OnceLock::new();
    FOLDED.get_or_init(|| Phrases::of_any(CAUSE_PHRASES)).at(text, index).is_some()
}

/// Whether the page has a cause among the words that brackets stand for, or right beside them with small words between.
fn stands_for_cause(page: &Folded<'_>, words: &Range<usize>, side: Side) -> bool {
    let small = |index: &usize| {
        let word = page.word(*index);
        is_cause(page, page, *index) || is_function(word) || is_pronoun(word)
    };
    let mut back = (words.start.saturating_sub(CAUSE_NEAR)..words.start).rev().take_while(small);
    let on = words.end..page.words.len().min(words.end + CAUSE_NEAR);
    words.clone().any(|index| is_cause(page, page, index))
        || side != Side::Behind && back.any(|index| is_cause(page, page, index))
        || side == Side::Behind && on.take_while(small).any(|index| is_cause(page, page, index))
}

/// Whether the page has a cause near, with all the words of content that the brackets have.
fn repeats_cause(page: &Folded<'_>, words: &Range<usize>, with: &Folded<'_>) -> bool {
    let content = |index: &usize| {
        let word = with.word(*index);
        !is_function(word) && !is_pronoun(word) && !is_cause(page, with, *index)
    };
    let mut own = with.all().filter(content).peekable();
    own.peek().is_some()
        && around(page, words, NEAR).any(|index| is_cause(page, page, index))
        && own.all(|own| around(page, words, NEAR).any(|index| page.word(index) == with.word(own)))
}

/// Whether brackets make a condition of what they stand in, or take something out, at their beginning or behind a comma: `[only if
/// asked]`, `[Smith, provided that he pays]`. `near` are the words of the page that may say so.
pub(crate) fn conditions(page: &Folded<'_>, near: &Range<usize>, with: &Folded<'_>) -> bool {
    let begins = |index: usize| {
        let opens = |at: usize| {
            let word = with.word(at);
            is_function(word) || is_pronoun(word) || is_one_of(EVEN, word) || is_mere(page, word)
        };
        (0..index).all(opens) || with.between(index - 1).contains(',')
    };
    let told = |index: usize| {
        near.clone().any(|at| {
            let word = page.word(at);
            word == with.word(index) || word != "unless" && with.word(index) != "unless" && is_condition(page, page, at)
        })
    };
    with.all().any(|index| {
        // A Portuguese `caso` is a case behind an article.
        let case = index > 0 && with.word(index) == "caso";
        begins(index) && !case && is_condition(page, with, index) && makes_clause(page, with, index) && !told(index)
    })
}

fn is_condition(page: &Folded<'_>, text: &Folded<'_>, index: usize) -> bool {
    is_of(CONDITIONS, page, text.word(index)) || phrase_at(text, index).is_some()
}

/// Whether what stands behind the `if` at `index` goes on with it: `[if necessary]` is no clause, and a French `si grand` is “so large”.
fn makes_clause(page: &Folded<'_>, with: &Folded<'_>, index: usize) -> bool {
    let behind = index + phrase_at(with, index).unwrap_or(1);
    if behind + 1 != with.words.len() {
        return behind < with.words.len();
    }
    let next = with.written(behind..behind + 1).to_lowercase();
    let so = is_of(&[(French, "si")], page, with.word(index)) && !PARTICIPLES.iter().any(|end| next.ends_with(end));
    !is_one_of(NO_CLAUSE, with.word(behind)) && !so
}

/// Whether brackets that stand for nothing put to a `no` or an `all` what they do not take out, or in, on the page.
pub(crate) fn narrows(page: &Folded<'_>, words: &Range<usize>, with: &Folded<'_>, side: Side) -> bool {
    let Some(before) = words.start.checked_sub(1).filter(|_| words.is_empty()) else { return false };
    let own = |index: usize| {
        let word = with.word(index);
        let name = with.written(index..index + 1).starts_with(char::is_uppercase);
        !name && !is_function(word) && !is_pronoun(word) && !NOT_NARROWING.contains(&word) && !with.is_guarded(index)
    };
    let told = || {
        let says = |index: usize, own: usize| !is_function(with.word(own)) && with.word(own) == page.word(index);
        around(page, words, NEAR).any(|index| with.all().any(|own| says(index, own)))
    };
    let takes_all = |index: usize| is_of(NONE, page, page.word(index)) || is_of(ALL, page, page.word(index));
    // `tous les ouvriers [français]`
    let behind = KIND_BEHIND.iter().any(|language| page.languages & language.bit() != 0)
        && !is_function(page.word(before))
        && (before.saturating_sub(2)..before).any(|index| takes_all(index) && joined_to(page, index, before));
    let of = is_of(NOBODY, page, page.word(before))
        && with.words.len() == FEW
        && matches!(with.word(0), "of" | "von" | "de" | "di" | "van");
    let own = |index: usize| own(index) || of && index == 0;
    (takes_all(before) && side == Side::Within || behind || of)
        && page.between(before).chars().all(char::is_whitespace)
        && (1..=FEW).contains(&with.words.len())
        && with.all().all(own)
        && !told()
}

/// Whether only small words, and no sign, stand between two words.
fn joined_to(page: &Folded<'_>, first: usize, last: usize) -> bool {
    (first + 1..last).all(|index| is_function(page.word(index)))
        && (first..last).all(|index| page.between(index).chars().all(char::is_whitespace))
}

/// The words of the page for which brackets stand, and those near them.
fn around(page: &Folded<'_>, words: &Range<usize>, near: usize) -> Range<usize> {
    words.start.saturating_sub(near)..page.words.len().min(words.end + near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote_match::MatchClass;
    use crate::quote_match::folding::fold::Spaces;
    use crate::quote_match::tests::{CRITICAL, check};

    const PAGE: &str = "The keeper wrote in his log that no ship was lost in the winter of 1953. The court held that the defendant could not be \
        punished. The prosecutor appealed, but the appeal was dismissed, because the court had no doubt. Then nobody came to the mill for a \
        year, and the people of the town had nothing to do with it all that time. Some of them left the valley in spring. The small boats \
        were safe, and no boat was sold.";

    #[test]
    fn brackets_that_claim_a_cause_or_narrow_a_denial_say_something_else() {
        for quote in [
            "wrote in his log that no [large] ship was lost",
            "wrote in his log that no [known merchant] ship was lost",
            "nobody came to the mill for a year [because] the people of the town had nothing to do",
            "Some of them left the valley in spring [because of the mill]",
        ] {
            check(PAGE, quote, CRITICAL);
        }
        let page = "She had to file for bankruptcy and sell her car because she was behind on payments. The firm paid the mayor and \
            built the road. The ministry has repeatedly and flagrantly violated our borders.";
        for quote in [
            "She had to file for bankruptcy and [because of the war] sell her car because she was behind",
            "The firm paid the mayor [only if asked] and built the road",
            "The firm paid the mayor [if asked] and built the road",
            "has repeatedly and flagrantly violated [secretly] our borders",
        ] {
            check(page, quote, CRITICAL);
        }
        for quote in [
            "sell her car [because of payments] because she was behind",
            "The firm paid the mayor [if necessary] and built the road",
        ] {
            check(page, quote, MatchClass::Edited);
        }
        let page = "The court held that the defendant could not be punished. The prosecutor appealed, but the appeal was dismissed on 12 March.";
        check(page, "could not be punished [because] the appeal was dismissed", CRITICAL);
    }

    #[test]
    fn a_cause_of_another_thing_is_not_that_of_the_brackets() {
        let page = "The council met on Tuesday. She had to file for bankruptcy and sell her car because she was behind on payments. The mill \
            closed because of that in May. He left the town in May. The ferry was late because the crew of the ferry was ill that day.";
        for quote in [
            "She had to file for bankruptcy and [because of the war] sell her car because she was behind on payments",
            "She had to file for bankruptcy and [because of the war] sell her car",
            "[Because of the war] she had to file for bankruptcy and sell her car",
            "had to file [due to the war] for bankruptcy and sell her car",
            "had to file [as a result of the war] for bankruptcy and sell her car because she was behind",
            "He left the town [thanks to the war] in May",
            "[Therefore] he left the town in May",
            "The ferry was late [because of the storm] because the crew of the ferry was ill",
        ] {
            check(page, quote, CRITICAL);
        }
        for quote in [
            "The mill closed [because of the strike] in May",
            "The mill closed [owing to the strike] in May",
            "She had to … sell her car [because] she was behind on payments",
            "The ferry was late [because of the crew]",
        ] {
            check(page, quote, MatchClass::Edited);
        }
    }

    #[test]
    fn a_condition_in_brackets_needs_no_subject() {
        let page = "The council met on Tuesday. What we want to start is a culture of watching launches. She is a space nerd and he is a pilot. \
            The firm paid the mayor and built the road. It will sell the mill if the bank asks for it. He left the town in May.";
        for quote in [
            "The firm paid the mayor [only if asked] and built the road",
            "The firm paid the mayor [if asked] and built the road",
            "The firm paid the mayor [even if asked] and built the road",
            "The firm paid the mayor [but only if asked] and built the road",
            "The firm paid the mayor [only when asked] and built the road",
            "The firm paid the mayor [unless told] and built the road",
            "The firm paid the mayor [provided that he kept silent] and built the road",
            "The firm paid the mayor [in the event of war] and built the road",
            "The firm paid the mayor [Tom Brand, if asked] and built the road",
            "What we want [only if asked] to start is a culture of watching launches",
            "She is a space nerd [only if asked] and he is a pilot",
            "[If asked] he left the town in May",
            "He left the town in May [if asked]",
        ] {
            check(page, quote, CRITICAL);
        }
        for quote in [
            "The firm paid the mayor [if any] and built the road",
            "The firm paid the mayor [in May] and built the road",
            "It will sell the mill [if so asked]",
            "The firm paid the mayor [Tom Brand, the brewer] and built the road",
        ] {
            check(page, quote, MatchClass::Edited);
        }
        let german = "Die Stadt hat im Mai die alte Brücke über den Fluss verkauft, und das war nicht gut für die Leute, die dort wohnten.";
        for bracket in
            ["falls gefragt", "nur wenn gefragt", "sofern genehmigt", "wegen des Krieges", "aufgrund des Krieges"]
        {
            check(
                german,
                &format!("Die Stadt hat im Mai [{bracket}] die alte Brücke über den Fluss verkauft"),
                CRITICAL,
            );
        }
        for bracket in ["wenn nötig", "im Jahr 1901", "am Rhein"] {
            check(
                german,
                &format!("Die Stadt hat im Mai [{bracket}] die alte Brücke über den Fluss verkauft"),
                MatchClass::Edited,
            );
        }
        let french = "La ville a vendu le vieux pont sur la rivière en mai, et ce n’était pas bon pour les gens qui vivaient là avec les enfants.";
        for bracket in ["si demandé", "seulement si on le demande", "à cause de la guerre", "en raison de la guerre"]
        {
            check(french, &format!("La ville a vendu [{bracket}] le vieux pont sur la rivière"), CRITICAL);
        }
        for bracket in ["en 1901", "de Lyon"] {
            check(french, &format!("La ville a vendu [{bracket}] le vieux pont sur la rivière"), MatchClass::Edited);
        }
        let spanish = "La ciudad vendió el viejo puente sobre el río en mayo, y no fue bueno para la gente que vivía allí con los niños.";
        for bracket in ["si se lo piden", "solo si se pide", "debido a la guerra", "a causa de la guerra"] {
            check(spanish, &format!("La ciudad vendió [{bracket}] el viejo puente sobre el río"), CRITICAL);
        }
        let russian = "Город продал старый мост через реку в мае, и это было не очень хорошо для людей, которые жили там с детьми.";
        for bracket in ["если попросят", "только если попросят", "из-за войны", "потому что была война"]
        {
            check(russian, &format!("Город продал [{bracket}] старый мост через реку"), CRITICAL);
        }
    }

    #[test]
    fn causes_are_written_as_they_are_folded() {
        let words = CAUSES.iter().flat_map(|(_, words)| words.split_ascii_whitespace());
        let phrases = CAUSE_PHRASES.split([',', ' ']).filter(|word| !word.is_empty());
        for word in words.chain(phrases).chain(NO_CLAUSE.split_ascii_whitespace()) {
            assert_eq!(Folded::new(word, Spaces::Written).text, word);
        }
    }

    #[test]
    fn brackets_that_name_or_repeat_explain() {
        for quote in [
            "wrote in his log that no [such] ship was lost",
            "wrote in his log that no [British] ship was lost",
            "wrote in his log [book] that no ship was lost",
            "could not be punished … the appeal was dismissed, [because] the court had no doubt",
            "and no [small] boat was sold",
        ] {
            check(PAGE, quote, MatchClass::Edited);
        }
    }

    #[test]
    fn a_remark_on_what_was_left_out_may_be_a_sentence() {
        let page =
            "The court finds that the statute is void. See Doe, 5 U.S. 137. The motion is therefore granted in part.";
        for remark in ["[Citation omitted.]", "[citation omitted]", "[Nachweise weggelassen]", "(footnote omitted.)"] {
            check(
                page,
                &format!("The court finds that the statute is void. {remark} The motion is therefore granted"),
                MatchClass::Edited,
            );
        }
    }

    #[test]
    fn a_number_is_changed_beside_a_measure_that_is_written_otherwise() {
        let page = "In 2020 the port handled 4.2 million tonnes of cargo, a decrease of 11 per cent against 2019.";
        check(page, "handled 5.2 million tons of cargo", CRITICAL);
        check(page, "handled 5.2 million tonnes of cargo", CRITICAL);
    }
}
