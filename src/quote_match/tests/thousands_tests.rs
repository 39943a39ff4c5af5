//! Points between thousands where it is not surely known that a page has them.

use super::{CRITICAL, check};
use crate::quote_match::MatchClass;

/// Sentences of languages that have a comma before decimals, too short to tell which, and one that is told and has spaces.
const PLACES: [&str; 8] = [
    "Die Stadt zählt {} Einwohner.",
    "La ville compte {} habitants.",
    "Kentin nüfusu {} kişidir.",
    "El celler va embotellar {} ampolles l’any passat. L’amo no vol ampliar el negoci de la casa.",
    "A pince évente {} palackot tölt.",
    "В городе живёт {} человек.",
    "La fromagerie Delcourt produit {} meules par an. Le directeur assure que la recette n’a pas changé depuis la guerre.",
    "Staden har {} invånare. Det är inte många, men de har en egen teater och en skola som är större än den i grannstaden.",
];

#[test]
fn a_point_between_thousands_is_a_form_of_the_space_where_decimals_have_commas() {
    for place in PLACES {
        for (page, quote) in [
            ("48 000", "48.000"),
            ("48.000", "48 000"),
            ("48.000", "48000"),
            ("48’000", "48.000"),
            ("48.000", "48,000"),
            ("48\u{202f}250", "48.250"),
            ("6.200", "6200"),
        ] {
            check(
                &place.replace("{}", page),
                place.replace("{}", quote).trim_end_matches('.'),
                MatchClass::Typographic,
            );
        }
    }
}

#[test]
fn another_number_or_one_that_may_be_decimals_is_not() {
    for place in PLACES {
        for (page, quote) in [
            ("48 000", "49.000"),
            ("48 000", "48.00"),
            ("48 000", "4.800"),
            ("48.000", "480 000"),
            ("48.250", "48,25"),
            ("1.250", "1,250"),
            ("1,250", "1.250"),
            ("48.250", "48"),
            ("0.250", "250"),
        ] {
            let (page, quote) = (place.replace("{}", page), place.replace("{}", quote));
            let found = super::class(&page, quote.trim_end_matches('.'));
            assert!(!found.is_sound(), "{quote} in {page}: {found:?}");
        }
    }
    for (page, quote) in [
        ("Le tuyau mesure 1.250 mètres de long.", "Le tuyau mesure 1250 mètres de long"),
        ("Der Sack wiegt 12.345 kg und ist für den Müller.", "Der Sack wiegt 12 345 kg und ist für den Müller"),
        ("Precisión media: 3.125 segundos.", "Precisión media: 3125 segundos"),
        ("Genauigkeit über alles: 3.100 Millisekunden.", "Genauigkeit über alles: 3100 Millisekunden"),
        ("El corredor ganó con 12.345 segundos de ventaja.", "El corredor ganó con 12345 segundos de ventaja"),
        ("La moyenne est de 1.875 enfants par femme.", "La moyenne est de 1875 enfants par femme"),
        ("Versiunea 2.100 rulează pe orice calculator.", "Versiunea 2100 rulează pe orice calculator"),
        ("Le litre est à 1.250 euros.", "Le litre est à 1250 euros"),
        ("Ungefähr 1.250 Prozent mehr für die Stadt.", "Ungefähr 1250 Prozent mehr für die Stadt"),
    ] {
        check(page, quote, CRITICAL);
    }
}

#[test]
fn where_english_may_be_written_a_point_is_before_decimals() {
    for place in [
        "The town has {} people.",
        "Population {} people",
        "They counted {} barrels in the cellar of the inn.",
        "The town has {} people, and most of them have lived there for a long time; few of their children will stay.",
    ] {
        for (page, quote) in [("48 000", "48.000"), ("48.000", "48 000"), ("48,000", "48.000"), ("48.000", "48,000")] {
            let (page, quote) = (place.replace("{}", page), place.replace("{}", quote));
            let found = super::class(&page, quote.trim_end_matches('.'));
            assert!(!found.is_sound(), "{quote} in {page}: {found:?}");
        }
    }
}
