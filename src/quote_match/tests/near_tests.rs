//! Short phrases: one word off is the same passage in other words; a few words in common are chance.

use proptest::prelude::*;

use super::{CRITICAL, MINOR, check, class, found};
use crate::quote_match::*;

const MILL: &str = "The old mill above the weir was sold to a brewer in the autumn, and nobody in the valley asked what \
    he would do with it. He found no trace of rot in the great wheel. At the end of the year the miller said that most of \
    the grain would go to the people of the coast, one of the poorest in the country, because the roads were closed for \
    the first time in a generation. It was not safe to cross the bridge at night.";

const COURT: &str = "A judge of the upper chamber set the date of the hearing for the middle of the month. Most of the \
    members were in favour of the new rules, and at the end of the day the clerk said that it would be one of the longest \
    sessions in the history of the state. The people of the capital stayed at home for once that week, because \
    it was not clear who would speak on behalf of the crown.";

#[test]
fn a_short_phrase_with_one_other_word_is_altered() {
    for quote in [
        "sold to a baker in the autumn",
        "above the weir was not sold",
        "the new mill above the weir",
        "found every trace of rot",
        "found trace of rot",
        "the miller denied that most of the grain",
        "roads were opened for the first time",
        "safe to cross the ford",
        "It was safe to cross",
        "cross the bridge at noon",
    ] {
        check(MILL, quote, CRITICAL);
    }
    for quote in
        ["sold to the brewer", "trace of rot in great wheel", "the old mil above", "asked what he would do to it"]
    {
        assert!(matches!(class(MILL, quote), MatchClass::Altered(_)), "{quote}");
    }
    check(MILL, "sold to the brewer", MINOR);
    check(MILL, "found no trace", MatchClass::Verbatim);
    check("他们昨天同意了这个计划", "他们昨天反意了这个计划", CRITICAL);
}

const LONDON: &str = "She said: “I will not resign, and I won’t apologise for the colour of my programme.” The centre’s \
    organisation was analysed. Grey tyres lay at the kerb of the harbour. He travelled towards the theatre in a cosy coat.";

#[test]
fn words_in_the_spelling_of_another_country_are_the_same_passage() {
    for quote in [
        "I won’t apologize for the color of my program",
        "The center’s organization was analyzed",
        "Gray tires lay at the curb of the harbor",
        "He traveled toward the theater",
        "apologize for the color of my program",
        "apologize for the color",
        "traveled toward the theater in a cozy coat",
        "Gray tires lay at the curb",
    ] {
        check(LONDON, quote, MINOR);
    }
    for quote in [
        "I will apologize for the color of my program",
        "I won’t apologize for the color of their program",
        "Gray tires lay at the curb of the castle",
        "He traveled toward the theater in a shabby coat",
    ] {
        check(LONDON, quote, CRITICAL);
    }
    for quote in ["the color of my theater", "Gray harbor lay at the center", "the analyzed program"] {
        check(LONDON, quote, MatchClass::Absent);
    }
}

#[test]
fn a_word_in_another_spelling_is_shown() {
    let found = super::found(LONDON, "The center’s organization was analyzed", QuoteKind::Sentence);
    let changed: Vec<&str> =
        found.diff.iter().filter(|change| change.op != ChangeOp::Equal).map(|change| change.text.trim()).collect();
    assert_eq!(changed, ["center’s organization", "centre’s organisation", "analyzed", "analysed"], "{:?}", found.diff);
}

#[test]
fn a_few_words_in_common_are_chance() {
    for quote in [
        "one of the youngest",
        "the people of the city",
        "at the end of March",
        "would do without",
        "the first of many",
        "in the history",
        "brewer in town",
        "old windmill",
        "the old weir was deep and cold",
        "brewer sold a mill",
    ] {
        check(MILL, quote, MatchClass::Absent);
    }
}

#[test]
fn short_phrases_of_one_page_are_absent_from_another() {
    for (from, to) in [(MILL, COURT), (COURT, MILL)] {
        let words: Vec<&str> = from.split(' ').collect();
        for length in 3..=6 {
            for phrase in words.windows(length) {
                let phrase = phrase.join(" ");
                let found = class(to, &phrase);
                let by_chance = found == MatchClass::Verbatim || found == MatchClass::Typographic;
                assert!(found == MatchClass::Absent || by_chance, "{phrase}: {found:?}");
            }
        }
    }
}

const SMALL: [&str; 12] = ["the", "of", "and", "in", "a", "to", "was", "is", "it", "for", "not", "would"];

fn sentence(content: [&'static str; 8]) -> impl Strategy<Value = Vec<&'static str>> {
    let word = prop_oneof![prop::sample::select(SMALL.to_vec()), prop::sample::select(content.to_vec())];
    proptest::collection::vec(word, 30..120)
}

proptest! {
    #[test]
    fn words_that_only_hold_sentences_together_make_no_near_hit(
        one in sentence(["harvest", "miller", "barge", "grain", "weir", "sluice", "wheel", "brewer"]),
        other in sentence(["senate", "motion", "clerk", "ballot", "chamber", "quorum", "usher", "speech"]),
        at in 0usize..100, length in 3usize..6,
    ) {
        let at = at % (one.len() - length);
        let phrase = &one[at..at + length];
        // Small words alone may well stand in both.
        if phrase.iter().any(|word| !SMALL.contains(word)) {
            prop_assert_eq!(class(&other.join(" "), &phrase.join(" ")), MatchClass::Absent);
        }
    }

    #[test]
    fn one_other_word_in_a_short_phrase_is_a_near_hit_where_the_rest_is_content(
        words in prop::sample::subsequence(
            vec!["harvest", "miller", "barge", "grain", "weir", "sluice", "wheel", "brewer", "senate", "motion"], 10),
        at in 0usize..6, length in 3usize..5, changed in 0usize..5,
    ) {
        let mut phrase = words[at..at + length].to_vec();
        phrase[changed % length] = "zeppelin";
        prop_assert_eq!(class(&words.join(" "), &phrase.join(" ")), CRITICAL);
    }
}

const TAGGED: &str = "The pumps had failed twice. “We did not hide anything,” said Dr. Maria Alvarez, the chief engineer of \
    the harbour, “and we will publish every figure.” “Ships,” she said, “are like people: they need rest.” The mayor smiled.";

#[test]
fn a_quote_that_leaves_out_who_says_it_without_a_mark_shows_the_words() {
    for (quote, left_out) in [
        (
            "We did not hide anything, and we will publish every figure.",
            vec!["said Dr. Maria Alvarez, the chief engineer of the harbour, “"],
        ),
        ("Ships are like people: they need rest", vec!["she said, “"]),
        (
            "We did not hide anything, and we will publish every figure. Ships are like people: they need rest",
            vec!["said Dr. Maria Alvarez, the chief engineer of the harbour, “", "she said, “"],
        ),
    ] {
        check(TAGGED, quote, MatchClass::Edited);
        let found = super::found(TAGGED, quote, QuoteKind::Sentence);
        let changed: Vec<&Change> = found.diff.iter().filter(|change| change.op != ChangeOp::Equal).collect();
        let inserted: Vec<&str> = changed.iter().map(|change| change.text.as_str()).collect();
        assert!(changed.iter().all(|change| change.op == ChangeOp::Insert), "{:?}", found.diff);
        assert_eq!(inserted, left_out, "{:?}", found.diff);
    }
    check(TAGGED, "We did not hide anything … and we will publish every figure", MatchClass::Edited);
    // Words from here and there are no passage.
    check(TAGGED, "The pumps said the mayor need every figure", MatchClass::Absent);
    for (times, expected) in [(300, CRITICAL), (1_100, MatchClass::Absent)] {
        let between = "It rained. ".repeat(times);
        let far = format!("The pumps had failed twice on that day. {between} They will publish every figure.");
        assert_eq!(class(&far, "The pumps had failed twice. They will publish every figure."), expected);
    }
}

#[test]
fn what_obliges_compares_or_takes_out_is_no_small_word() {
    for (text, quote) in [
        ("The old bridge will have to be closed for the winter", "The old bridge will be closed for the winter"),
        ("The new road is safer than the old one was", "The new road is safe than the old one was"),
        ("The ban stays in force in all states but Ohio", "The ban stays in force in all states and Ohio"),
    ] {
        assert_eq!(class(text, quote), CRITICAL, "{quote}");
    }
    let text = "We don't know whether it's true, and we can't say that they'll come to the town";
    let quote = "We do not know whether it is true, and we cannot say that they will come to the town";
    assert_eq!(class(text, quote), MINOR);
}

#[test]
fn an_article_for_another_is_minor_in_languages_whose_articles_are_other_words_elsewhere() {
    for (page, quote) in [
        (
            "Die Strömung an der Brücke ist größer, als es die Karte aus dem Jahr zeigt, und niemand darf dort ohne Lotsen fahren.",
            "größer, als es eine Karte aus dem Jahr zeigt",
        ),
        (
            "Nel 1966 l’acqua non entrò mai nella chiesa di Santa Croce, perché il parroco aveva chiuso tutte le porte della casa.",
            "perché un parroco aveva chiuso tutte le porte",
        ),
        (
            "Em 2019, nenhum dos pescadores recebeu a indemnização que o governo prometeu em três cartas, mas não há dinheiro \
             para eles, e o presidente da câmara não quis dizer nada sobre isso à imprensa.",
            "a indemnização que um governo prometeu em três cartas",
        ),
    ] {
        check(page, quote, MINOR);
    }
    check(
        "The crew let the men die at the old bridge in the cold of May.",
        "The crew let the men at the old bridge",
        CRITICAL,
    );
}

#[test]
fn two_passages_that_stand_far_apart_are_no_quote_of_either() {
    let between = |sentences: usize| {
        let sentence = |at: usize| {
            format!("In year {at} another family moved to the county and built a house at the river there.")
        };
        (0..sentences).map(sentence).collect::<Vec<_>>().join("\n")
    };
    for sentences in [1, 10, 40, 100] {
        let text = format!(
            "The mayor opened the new library on Monday.\n{}\nThe school board closed two classrooms because of mould.",
            between(sentences)
        );
        for quote in [
            "The mayor opened the new library closed two classrooms because of mould",
            "The mayor opened the new library on Monday, the school board closed two classrooms because of mould",
            "The mayor opened the new library on Monday. The school board closed two classrooms because of mould.",
        ] {
            let class = found(&text, quote, QuoteKind::Sentence).class;
            assert_eq!(class, CRITICAL, "{sentences} {quote}");
        }
    }
}
