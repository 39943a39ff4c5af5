//! What is cut off a number, a quantifier, or the label of a row.

use super::{CRITICAL, check};
use crate::quote_match::*;

#[test]
fn a_number_is_taken_with_its_side() {
    for (text, quote) in [
        ("The tomb dates from 340 BC or so.", "The tomb dates from 340"),
        ("It was 20 below zero.", "It was 20"),
        ("It was 20 degrees below zero.", "It was 20 degrees"),
        ("Rates rose 0.5 percentage points.", "Rates rose 0.5"),
        ("Rates rose 0.5 percentage points.", "Rates rose 0.5 percentage"),
        ("Es war im Jahr 340 v. Chr. in der Stadt.", "Es war im Jahr 340"),
        ("He owned √2 acres of land.", "2 acres of land"),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("The tomb dates from 340 BC or so.", "The tomb dates from 340 BC"),
        ("He paid 5 a month for it.", "He paid 5"),
        ("In 1990 a car was sold.", "In 1990"),
        ("It fell 20 below the mark.", "It fell 20"),
        ("At 7 am I was there.", "am I was there"),
        ("He bought 3 percentage tables.", "He bought 3"),
        ("They lost to 7 A.C. Milan men.", "They lost to 7"),
    ] {
        check(text, quote, MatchClass::Verbatim);
    }
}

#[test]
fn a_thousand_without_its_one_begins_the_number_behind_it() {
    const TURKISH: &str = "Kulübün golcüsü bu sezon ligde ve kupada toplam bin 315 dakika oynadı ama bu daha çok bir yıl için böyle değil.";
    const SPANISH: &str =
        "La ciudad gastó mil 315 euros en el puente, y los vecinos que viven en el barrio no están contentos.";
    for (text, quote) in [
        (TURKISH, "ligde ve kupada toplam bin"),
        (TURKISH, "ligde ve kupada toplam bin … ama bu daha çok"),
        (TURKISH, "315 dakika oynadı ama bu"),
        (SPANISH, "La ciudad gastó mil"),
        (SPANISH, "315 euros en el puente"),
    ] {
        check(text, quote, CRITICAL);
    }
    check(TURKISH, "ligde ve kupada toplam bin 315", MatchClass::Verbatim);
    check(
        "Bu sezon bin kişi ve 315 çocuk geldi, ama daha çok bir yıl için böyle değil.",
        "Bu sezon bin",
        MatchClass::Verbatim,
    );
    check("He put the bin 3 yards from the door of the inn.", "He put the bin", MatchClass::Verbatim);
}

#[test]
fn a_quantifier_belongs_to_its_noun() {
    let text =
        "Peu de patients se plaignent de l’accueil. Peu d’élus ont voté le texte, a dit le maire de la ville mardi.";
    check(text, "Les patients se plaignent de l’accueil", CRITICAL);
    check(text, "Des patients se plaignent de l’accueil", CRITICAL);
    check(text, "Des élus ont voté le texte", CRITICAL);
    let text =
        "Il parle de patients qui se plaignent de l’accueil. La ville le sait, a dit le maire de la ville mardi.";
    check(text, "les patients qui se plaignent de l’accueil", MatchClass::Altered(Difference::Minor));
}

#[test]
fn a_cell_of_another_row_is_not_of_the_label_that_is_kept() {
    let table = "Drug\tDeaths\tCures\nAlvacor\t12 of 400\t310 of 400\nPlacebo\t31 of 400\t120 of 400\nThe table shows the trial.";
    for quote in ["Alvacor … 31 of 400", "Alvacor … 120 of 400", "Cures … 12 of 400", "Alvacor 12 of 400 … 120 of 400"]
    {
        check(table, quote, CRITICAL);
    }
    for quote in [
        "Placebo … 120 of 400",
        "Alvacor … 310 of 400",
        "Deaths … 12 of 400",
        "Cures … 120 of 400",
        "Alvacor 12 of 400 … Placebo 31 of 400",
        "120 of 400 … The table shows the trial",
    ] {
        check(table, quote, MatchClass::Edited);
    }
}

#[test]
fn a_whole_question_is_no_statement() {
    let minor = MatchClass::Altered(Difference::Minor);
    for (text, quote) in [
        ("“So the harbour is finished?” asked the reporter.", "So the harbour is finished."),
        ("He did not know. You took the money? Yes.", "You took the money."),
        ("Ist das Wasser sauber? Ja, sagt die Stadt.", "Ist das Wasser sauber."),
    ] {
        check(text, quote, minor);
    }
    for (text, quote) in [
        ("“So the harbour is finished?” asked the reporter.", "So the harbour is finished?"),
        ("“So the harbour is finished?” asked the reporter.", "So the harbour is finished"),
        // The full stop is that of the sentence around the quote.
        ("Who knows whether the harbour is finished?", "the harbour is finished."),
        ("So the harbour is finished! Yes.", "So the harbour is finished."),
    ] {
        check(text, quote, MatchClass::Verbatim);
    }
}

#[test]
fn the_numbers_of_a_list_are_those_of_a_browser_behind_its_opening_line_too() {
    let list = "The trust has two powers.\nLease any building that it owns.\nSell land with consent.";
    let quote = "The trust has two powers. 1. Lease any building that it owns. 2. Sell land with consent.";
    check(list, quote, MatchClass::Typographic);
    check(list, quote.split_once(' ').unwrap().1, MatchClass::Typographic);
    check(&list.replace('\n', " "), quote, CRITICAL);
    check(list, &quote.replace("2. Sell", "3. Sell"), CRITICAL);
}

#[test]
fn scales_are_the_same_in_every_case() {
    let text =
        "Ремонт коштував 3,4 млн гривень, а школа обійшлася в 2,1 млрд гривень, повідомила у вівторок місцева газета.";
    check(text, "Ремонт коштував 3,4 мільйона гривень", MatchClass::Typographic);
    check(text, "школа обійшлася в 2,1 мільярда гривень", MatchClass::Typographic);
    check(text, "школа обійшлася в 2,1 мільйона гривень", CRITICAL);
}

#[test]
fn what_makes_another_number_is_known_in_many_languages() {
    for (text, quote) in [
        ("Miestas skyrė 12 milijonų eurų naujam tiltui.", "Miestas skyrė 12"),
        ("Pilsēta piešķīra 12 miljonus eiro jaunam tiltam.", "Pilsēta piešķīra 12"),
        ("Mesto je namenilo 12 tisoč evrov za most.", "Mesto je namenilo 12"),
        ("Mesto je namenilo 12 odstotkov denarja za most.", "Mesto je namenilo 12"),
        ("Byen gav 12 mill. kroner til den nye bro, og det er ikke det hele, som den har at give.", "Byen gav 12"),
        ("Borgin lagði 12 milljónir króna í brúna.", "Borgin lagði 12"),
        ("Горад даў 12 мільёнаў рублёў на мост.", "Горад даў 12"),
        ("Град је дао 12 хиљ. динара за мост.", "Град је дао 12"),
        ("ქალაქმა ხიდისთვის 12 მილიონი ლარი გამოყო.", "ქალაქმა ხიდისთვის 12"),
        ("Քաղաքը կամրջին 12 միլիոն դրամ տվեց։", "Քաղաքը կամրջին 12"),
        ("Rhoddodd y ddinas 12 y cant i'r bont newydd.", "Rhoddodd y ddinas 12"),
        ("Thug an chathair 12 míle euro don droichead.", "Thug an chathair 12"),
        (
            "O município deu 12 mi de reais para a ponte que não tem ainda os seus pilares, como disse ontem o prefeito da cidade.",
            "O município deu 12",
        ),
        ("Jiji lilitoa milioni 12 kwa daraja jipya la mto.", "12 kwa daraja jipya la mto"),
        ("They own as much as the bottom 90 percent, a lot of people say.", "They own as much as the bottom 90"),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("The city counts 12 millionaires and a bridge.", "The city counts 12"),
        ("The city has 12 billiards halls and a bridge.", "The city has 12"),
        ("He ran 12 mile races in a year.", "He ran 12"),
        ("The city has 12 mill workers and a bridge.", "The city has 12"),
        ("In 12 min the bridge was gone.", "In 12"),
        ("Jiji lilitoa milioni 12 kwa daraja jipya la mto.", "milioni 12 kwa daraja"),
    ] {
        check(text, quote, MatchClass::Verbatim);
    }
}
