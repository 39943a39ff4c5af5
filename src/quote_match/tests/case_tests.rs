//! Capitals that are a matter of setting, and capitals that tell.

use super::{CRITICAL, MINOR, check, class};
use crate::quote_match::*;

fn of(page: &str, quote: &str) -> MatchClass {
    let text = format!("The paper of the town says that the old man saw {page} and nothing else. It was in the rain.");
    class(&text, &format!("the old man saw {quote} and nothing else"))
}

#[test]
fn capitals_that_make_no_other_word_are_typography() {
    for (one, other) in [
        ("the town of BERLIN on it", "the town of Berlin on it"),
        ("it was LONG gone", "it was long gone"),
        ("he NEVER came to it", "he never came to it"),
        ("the report by JANE ROE of it", "the report by Jane Roe of it"),
        ("the Board of it", "the board of it"),
        ("Dear Sir or Madam of it", "dear sir or madam of it"),
        ("the Internet of it", "the internet of it"),
        ("the ships in may of it", "the ships in May of it"),
        ("them at 5 PM of it", "them at 5 pm of it"),
        ("them at 5 PM of it", "them at 5 p.m. of it"),
        ("it. May he rest", "it; may he rest"),
        ("a man of the GOVERNMENT there", "a man of the government there"),
    ] {
        for (page, quote) in [(one, other), (other, one)] {
            assert_eq!(of(page, quote), MatchClass::Typographic, "{quote} for {page}");
        }
    }
}

#[test]
fn capitals_that_make_another_word_tell() {
    for (one, other) in [
        ("the US policy of it", "the us policy of it"),
        ("the WHO of it", "the who of it"),
        ("a fine Polish table", "a fine polish table"),
        ("that May is old", "that may is old"),
        ("the IT of it", "the it of it"),
        ("a fat Turkey there", "a fat turkey there"),
        ("the fooBar of it", "the foobar of it"),
    ] {
        for (page, quote) in [(one, other), (other, one)] {
            assert_eq!(of(page, quote), MINOR, "{quote} for {page}");
        }
    }
    for (one, other) in [
        ("it was 5 mW strong", "it was 5 MW strong"),
        ("it was 5mW strong", "it was 5MW strong"),
        ("it was 5 MB long", "it was 5 Mb long"),
        ("it was 10 mM of it", "it was 10 MM of it"),
        ("it was 3 Mbps of it", "it was 3 MBps of it"),
        ("it was 5 ms there", "it was 5 Ms there"),
    ] {
        for (page, quote) in [(one, other), (other, one)] {
            assert_eq!(of(page, quote), CRITICAL, "{quote} for {page}");
        }
    }
    assert_eq!(of("it was 5 KB long", "it was 5 kB long"), MINOR);
}

#[test]
fn a_word_in_another_case_on_a_german_page_may_be_another_word() {
    let text = "Der Rat der Stadt kam am Montag zusammen, und der Rat sagte, dass er die Weise von dem Mann nicht kennt, weil sie \
        mit ihm auf dem Schiff war.";
    assert_eq!(class(text, "der Rat sagte, dass er die weise von dem Mann nicht kennt"), MINOR);
    assert_eq!(class(text, "der RAT sagte, dass er die WEISE von dem Mann nicht kennt"), MINOR);
    assert_eq!(class(text, "dass er die WEISE von dem Mann nicht kennt"), MatchClass::Typographic);
}

#[test]
fn a_month_with_a_capital_and_what_is_joined_in_capitals_are_no_other_words() {
    let portuguese =
        "O primeiro parágrafo fala da praça e das obras que o município iniciou no centro da cidade para as pessoas.";
    let turkish = "İlk paragraf havadan ve bu yıl geç olan hasattan söz ediyor. Sokaktaki ağaçlar budandı ve meydan için yeni bir plan var.";
    let french = "Un premier paragraphe parle des travaux de la mairie et du budget qui a été voté en séance par les élus de la ville.";
    for (page, text, quote) in [
        (portuguese, "A casa foi vendida a 2 de maio pelo dono.", "A casa foi vendida a 2 de Maio pelo dono."),
        (portuguese, "A casa foi vendida em Janeiro pelo dono.", "A casa foi vendida em janeiro pelo dono."),
        (french, "La maison fut vendue le 3 Mai par son maître.", "La maison fut vendue le 3 mai par son maître."),
        (
            turkish,
            "Belediye İstanbul’un köprüsünü geçen yıl kapattı.",
            "Belediye İSTANBUL'UN köprüsünü geçen yıl kapattı.",
        ),
        (french, "Hier l’État a payé la maison du port.", "Hier L'ÉTAT a payé la maison du port."),
        (french, "Le conseil a fermé l’école du port en été.", "Le conseil a fermé L’ÉCOLE du port en été."),
    ] {
        check(&format!("{page} {text}"), quote, MatchClass::Typographic);
        check(&format!("{page} {quote}"), text, MatchClass::Typographic);
    }
    for (page, text, quote) in [
        (
            french,
            "Le dieu de la guerre était Mars pour les soldats.",
            "Le dieu de la guerre était mars pour les soldats.",
        ),
        (portuguese, "O senhor Maio vendeu a casa ao dono.", "O senhor maio vendeu a casa ao dono."),
        (french, "Le conseil a vu l’un des bateaux du port.", "Le conseil a vu l’UN des bateaux du port."),
    ] {
        check(&format!("{page} {text}"), quote, MINOR);
    }
}
