//! What stands behind a passage and takes it back, and what only looks like it.

use super::found;
use crate::quote_match::*;

/// Enough words for the language to be told.
const ENGLISH: &str = " The town lies on the river, and the people of the valley have worked there for a long time.";
const GERMAN: &str =
    " Die Stadt liegt an dem Fluss, und die Leute in dem Tal haben dort lange gearbeitet und sind auch nicht weg.";
const FRENCH: &str =
    " La ville est sur le fleuve, et les gens de la région y ont travaillé pendant des années avec leurs enfants.";
const SPANISH: &str =
    " La ciudad está en el valle, y la gente de la región ha trabajado allí durante muchos años con sus hijos.";

fn beside(text: &str, quote: &str) -> Option<String> {
    let found = found(text, quote, QuoteKind::Sentence);
    assert!(found.class.is_sound(), "{quote:?} in {text:?}: {found:#?}");
    found.hit.and_then(|hit| hit.negation_beside).map(String::from)
}

#[test]
fn a_denial_behind_what_is_quoted_is_told() {
    let quote = "The gates were tested every year";
    for (behind, told) in [
        (". That is false.", "That is false"),
        (". This is not true: the police had telephoned.", "This is not true"),
        (". This is simply untrue.", "This is simply untrue"),
        (". But that is not so, Reed says.", "But that is not so"),
        (". None of this is true.", "None of this is true"),
        (". Nothing could be further from the truth.", "Nothing could be further from the truth"),
        (", which is false.", "which is false"),
        (", which is not the case.", "which is not the case"),
        (", but that is not true.", "but that is not true"),
        (" – a claim that has since been debunked.", "a claim that has since been debunked"),
        (",” an assertion the engineers have always denied.", "an assertion the engineers have always denied"),
        (", or so the brochure would have you believe.", "or so the brochure would have you believe"),
        (" in the town. That’s a lie.", "That’s a lie"),
        (". False.", "False"),
        (". This is not what happened.", "This is not what happened"),
        ("? Not at all.", "Not at all"),
        ("? No. They were not.", "No"),
        (", but this turned out to be wrong.", "but this turned out to be wrong"),
        (", a claim for which there is no proof.", "a claim for which there is no proof"),
        (" – which the board denies.", "which the board denies"),
        (", which has been denied by the board.", "which has been denied"),
    ] {
        let text = format!("The mayor says that the gates were tested every year{behind}{ENGLISH}");
        assert_eq!(beside(&text, quote).as_deref(), Some(told), "{text}");
    }
}

#[test]
fn what_says_something_else_of_it_is_not() {
    for (before, behind) in [
        ("The mayor says that ", ". That is true."),
        ("The mayor says that ", ". No. They were new."),
        ("The mayor says that ", ", which nobody denies."),
        ("The mayor says that ", ", which the board approved."),
        ("In the town ", ", which the board denied."),
        ("The mayor says that ", ", which the board rejected."),
        ("The mayor says that ", ". This turned out to be right."),
        ("The mayor says that ", ", a claim with proof."),
        ("The mayor says that ", ". It was impossible."),
        ("The mayor says that ", ". This is not true of the pumps, which nobody tests."),
        ("The mayor says that ", ". It is not true that the pumps failed."),
        ("The mayor says that ", ". Is that false?"),
        ("The mayor says that ", ". That is not false."),
        ("The mayor says that ", ", a claim that nobody has refuted."),
        ("The mayor says that ", ",” the statement said, rejecting what the papers wrote."),
        ("The mayor says that ", ". What is false: the pumps were tested."),
        ("The mayor says that ", ". He was right, and so was she."),
        ("The mayor says that ", ", and the pumps failed. That is false."),
        ("It is often said that nobody cared. This is not true: ", "."),
        ("It is said that the gates leak. Not so: ", ", and the pumps too."),
        ("For years ", ". That was wrong."),
    ] {
        let text = format!("{before}the gates were tested every year{behind}{ENGLISH}");
        assert_eq!(beside(&text, "the gates were tested every year"), None, "{text}");
    }
}

#[test]
fn a_denial_between_two_sentences_belongs_to_the_first() {
    let text = format!(
        "It is often said that nobody had been warned of the flood. This is not true: the police had telephoned every house.{ENGLISH}"
    );
    assert_eq!(beside(&text, "nobody had been warned of the flood").as_deref(), Some("This is not true"));
    assert_eq!(beside(&text, "nobody had been warned").as_deref(), Some("This is not true"));
    assert_eq!(beside(&text, "the police had telephoned every house"), None);
    let other = format!("It is not true: the police had never telephoned the house.{ENGLISH}");
    assert_eq!(beside(&other, "telephoned the house").as_deref(), Some("never"));
}

#[test]
fn other_languages_take_back_in_their_own_words() {
    for (text, quote, rest, told) in [
        (
            "Die Pumpen fielen in der Nacht aus. Das ist falsch.",
            "Die Pumpen fielen in der Nacht aus",
            GERMAN,
            "Das ist falsch",
        ),
        (
            "Die Pumpen fielen in der Nacht aus. Das stimmt nicht.",
            "Die Pumpen fielen in der Nacht aus",
            GERMAN,
            "Das stimmt nicht",
        ),
        (
            "Die Pumpen fielen in der Nacht aus, was nicht stimmt.",
            "Die Pumpen fielen in der Nacht aus",
            GERMAN,
            "was nicht stimmt",
        ),
        (
            "Die Kasse war leer – eine Behauptung, die längst widerlegt ist.",
            "Die Kasse war leer",
            GERMAN,
            "eine Behauptung, die längst widerlegt",
        ),
        (
            "Die Zeitung behauptete fälschlich, der Bäcker habe das Brot vergiftet.",
            "der Bäcker habe das Brot vergiftet",
            GERMAN,
            "Die Zeitung behauptete fälschlich",
        ),
        (
            "Es wäre falsch zu sagen, die Stadt habe gar wenig getan.",
            "die Stadt habe gar wenig getan",
            GERMAN,
            "Es wäre falsch zu sagen",
        ),
        ("Les pompes sont tombées en panne. C’est faux.", "Les pompes sont tombées en panne", FRENCH, "C’est faux"),
        (
            "On dit que les pompes sont tombées en panne ; il n’en est rien.",
            "les pompes sont tombées en panne",
            FRENCH,
            "il n’en est rien",
        ),
        (
            "Les pompes sont tombées en panne, ce qui n’est pas vrai.",
            "Les pompes sont tombées en panne",
            FRENCH,
            "ce qui n’est pas vrai",
        ),
        (
            "Le journal a prétendu à tort que le boulanger a empoisonné le pain.",
            "le boulanger a empoisonné le pain",
            FRENCH,
            "tort que",
        ),
        ("Las bombas fallaron en la noche. Eso es falso.", "Las bombas fallaron en la noche", SPANISH, "Eso es falso"),
        ("Las bombas fallaron en la noche. No es cierto.", "Las bombas fallaron en la noche", SPANISH, "No es cierto"),
        (
            "Las bombas fallaron en la noche, lo que es falso.",
            "Las bombas fallaron en la noche",
            SPANISH,
            "lo que es falso",
        ),
    ] {
        let found = beside(&format!("{text}{rest}"), quote);
        assert!(found.as_deref().is_some_and(|found| found.ends_with(told)), "{text}: {found:?}");
    }
    for (text, quote, rest) in [
        ("Die Pumpen fielen aus. Es stimmt nicht, dass der Damm brach.", "Die Pumpen fielen aus", GERMAN),
        ("Die Pumpen fielen aus. Das ist richtig.", "Die Pumpen fielen aus", GERMAN),
        ("Les pompes sont tombées en panne. C’est vrai.", "Les pompes sont tombées en panne", FRENCH),
        ("Les pompes sont tombées en panne, ce qui est vrai.", "Les pompes sont tombées en panne", FRENCH),
    ] {
        assert_eq!(beside(&format!("{text}{rest}"), quote), None, "{text}");
    }
}

#[test]
fn hardly_anybody_and_hardly_anything_deny_too() {
    for (lead, told) in [
        ("Nobody who has read the log believes that ", Some("Nobody who has read the log believes that")),
        ("No one who has read the log thinks that ", Some("No one who has read the log thinks that")),
        ("There is little to suggest that ", Some("There is little to suggest that")),
        ("The mayor retracted his statement that ", Some("retracted his statement that")),
        ("It took little to show that ", None),
    ] {
        let text = format!("{lead}the siren sounded at ten.{ENGLISH}");
        let found = beside(&text, "the siren sounded at ten");
        assert_eq!(found.is_some(), told.is_some(), "{text}: {found:?}");
        assert!(
            told.is_none_or(|told| found.as_deref().is_some_and(|found| found.ends_with(told.trim()))),
            "{text}: {found:?}"
        );
    }
}
