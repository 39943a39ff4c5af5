//! Conditions, exceptions and hearsay around a passage, in many languages.

use super::{CRITICAL, check, found};
use crate::quote_match::*;

fn beside(text: &str, quote: &str) -> Option<String> {
    let found = found(text, quote, QuoteKind::Sentence);
    assert!(found.class.is_sound(), "{quote} {found:#?}");
    found.hit.and_then(|hit| hit.negation_beside).map(String::from)
}

#[test]
fn an_exception_right_behind_is_told() {
    for (text, quote) in [
        ("An inspector may enter any premises except a private dwelling.", "An inspector may enter any premises"),
        ("All members voted yes, except the treasurer.", "All members voted yes"),
        ("Dogs are admitted except on Sundays.", "Dogs are admitted"),
        ("Permission to appeal is refused, save on the question of costs.", "Permission to appeal is refused"),
        ("The rooms are free, excluding breakfast.", "The rooms are free"),
    ] {
        assert!(beside(text, quote).is_some(), "{quote}");
    }
    for (text, quote) in [
        ("He could save on the rent and went home.", "He could save on the rent"),
        ("The keeper made a great save on the line.", "The keeper made a great save"),
    ] {
        assert_eq!(beside(text, quote), None, "{quote}");
    }
}

#[test]
fn a_condition_before_a_clause_is_told() {
    for (text, quote) in [
        ("Belediye toplandı. Devlet para vermezse belediye ücretleri artıracak.", "belediye ücretleri artıracak"),
        ("Belediye toplandı. Eğer devlet para vermezse, belediye yolu kapatacak.", "belediye yolu kapatacak"),
        ("If the sauce is thick, the cook adds water.", "the cook adds water"),
    ] {
        assert!(beside(text, quote).is_some(), "{quote}");
    }
    for (text, quote) in [
        ("If he was angry, he hid it well.", "he hid it well"),
        ("Bu bir arsa satılacak.", "satılacak"),
        ("Se levantó tarde, el alcalde no vino.", "el alcalde"),
    ] {
        let told = beside(text, quote);
        assert!(told.as_deref().is_none_or(|told| told == "no"), "{quote} {told:?}");
    }
}

#[test]
fn a_condition_is_known_on_a_short_page_that_names_its_language() {
    let told = |language: &str, text: &str, quote: &str| {
        let page = Page { language: Some(language.to_owned()), ..super::page(&[(TextName::Visible, text)]) };
        let found = FoldedPage::new(&page).find(quote, QuoteKind::Sentence);
        found.hit.and_then(|hit| hit.negation_beside).map(String::from)
    };
    let portuguese = "Se a tendência se mantiver, o desemprego ficará abaixo dos 6%.";
    assert_eq!(
        told("pt", portuguese, "o desemprego ficará abaixo dos 6%").as_deref(),
        Some("Se a tendência se mantiver")
    );
    assert!(told("it", "Se la salsa è densa, il cuoco aggiunge acqua.", "il cuoco aggiunge acqua").is_some());
    assert_eq!(told("es", "Se levantó tarde, el alcalde vino a pie.", "el alcalde vino a pie"), None);
}

#[test]
fn what_is_alleged_or_only_said_is_told() {
    for (text, quote) in [
        ("She alleges that the defendant knew that the boiler was unsafe.", "the defendant knew"),
        ("She alleged that the boiler was unsafe.", "the boiler was unsafe"),
        ("It is often said that she discovered the moss.", "she discovered the moss"),
        (
            "Hay quien dice que el detector funciona desde hace años, y los vecinos de la ciudad no lo saben con certeza.",
            "el detector funciona",
        ),
        (
            "Man sagt, dass der Müller das Geld nahm, aber die Leute in der Stadt wissen es nicht, und das ist auch gut so.",
            "der Müller das Geld nahm",
        ),
        (
            "Non risulta provato che l’amministratore fosse a conoscenza del difetto, e il giudice della città lo ha detto ieri.",
            "l’amministratore fosse a conoscenza del difetto",
        ),
    ] {
        assert!(beside(text, quote).is_some(), "{quote}");
    }
    for (text, quote) in [
        ("She said that the boiler was unsafe.", "the boiler was unsafe"),
        ("It is well known that she discovered the moss.", "she discovered the moss"),
    ] {
        assert_eq!(beside(text, quote), None, "{quote}");
    }
}

#[test]
fn a_small_word_that_makes_about_so_many_of_a_number_is_no_small_word() {
    for (text, quote) in [
        ("Hay unos 300 socios en el club de la villa.", "Hay 300 socios en el club de la villa."),
        ("Hay 300 socios en el club de la villa.", "Hay unos 300 socios en el club de la villa."),
        (
            "Hay unas veinte socias nuevas en el club de la villa, según la directiva que se reunió el lunes con los vecinos.",
            "Hay veinte socias nuevas en el club de la villa",
        ),
        ("The mill lies within 300 metres of the old harbour.", "The mill lies 300 metres of the old harbour."),
    ] {
        check(text, quote, CRITICAL);
    }
    let minor = MatchClass::Altered(Difference::Minor);
    check("Hay unos socios en el club de la villa.", "Hay socios en el club de la villa.", minor);
}

#[test]
fn a_french_quantifier_belongs_to_its_noun_on_a_short_page_too() {
    for text in [
        "La carte est gratuite pour tous. Peu de patients savent que le médecin reçoit sans rendez-vous.",
        "La carte est gratuite. La plupart des patients savent que le médecin reçoit sans rendez-vous.",
        "La carte est gratuite. Beaucoup de patients savent que le médecin reçoit sans rendez-vous.",
    ] {
        check(text, "Les patients savent que le médecin reçoit sans rendez-vous.", CRITICAL);
    }
    let plain = "La carte est gratuite. Des patients savent que le médecin reçoit sans rendez-vous.";
    check(plain, "Les patients savent que le médecin reçoit sans rendez-vous.", MatchClass::Altered(Difference::Minor));
}

#[test]
fn a_number_with_points_and_a_comma_is_read_in_one_way_only() {
    for place in [
        "El Ayuntamiento adeuda {} a la villa.",
        "Die Stadt schuldet noch {} dem Müller.",
        "The town owes {} to the mill.",
    ] {
        for (page, quote) in [
            ("125.400,75 euros", "125.400,75 €"),
            ("125.400,75 euros", "125400,75 euros"),
            ("125.400,75 euros", "125 400,75 euros"),
            ("1.125.400,75 euros", "1 125 400,75 euros"),
            ("125,400.75 euros", "125 400.75 euros"),
        ] {
            let (page, quote) = (place.replace("{}", page), place.replace("{}", quote));
            check(&page, quote.trim_end_matches('.'), MatchClass::Typographic);
        }
        for (page, quote) in [
            ("125.400,75 euros", "125.400,57 €"),
            ("125.400,75 euros", "125,4 euros"),
            ("125.400,75 euros", "125.400 euros"),
        ] {
            let (page, quote) = (place.replace("{}", page), place.replace("{}", quote));
            assert!(!super::class(&page, quote.trim_end_matches('.')).is_sound(), "{quote}");
        }
    }
}

#[test]
fn the_language_of_an_article_that_is_folded_away_is_known_where_the_page_names_it() {
    let article = "O salário médio mensal foi de 1.235 euros, mais do que há um ano. O ministro não disse que os números tinham sido \
        manipulados pelo instituto.";
    let judged = |declared: Option<&str>, quote: &str| {
        let texts = super::page(&[(TextName::Visible, "Estatística"), (TextName::Structured, article)]);
        let page = Page { language: declared.map(str::to_owned), ..texts };
        let found = FoldedPage::new(&page).find(quote, QuoteKind::Sentence);
        (found.class, found.other_language)
    };
    let sum = "O salário médio mensal foi de 1235 euros";
    let translated = "The minister did not say that the figures had been manipulated by the institute";
    assert_eq!(judged(Some("pt"), sum).0, MatchClass::Typographic);
    assert_eq!(judged(Some("pt-BR"), translated), (MatchClass::Absent, true));
    // The article says enough itself, where the page does not say otherwise.
    assert_eq!(judged(None, sum).0, MatchClass::Typographic);
    assert!(!judged(Some("de"), sum).0.is_sound());
}
