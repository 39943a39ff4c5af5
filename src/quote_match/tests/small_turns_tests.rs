//! Small words that turn what they stand in, beside an ellipsis, at the beginning and before a verb.

use super::{CRITICAL, MINOR, check};
use crate::quote_match::MatchClass;

#[test]
fn a_small_word_behind_an_ellipsis_stands_for_what_is_passed_over() {
    let page = "The army, which lost the war, is no longer in the valley of the Ouse. The tax, which was set in 1990, has never been more \
        than 40 pounds for a house. Their crew, which includes her brother, have more than 280 boats in the harbour. Unemployment fell for the \
        third month in a row, to 4.8 per cent, its lowest since May 2008. The mill, which is old, stands at the end of the road.";
    for quote in [
        "The army … was in the valley of the Ouse",
        "The army … is in the valley of the Ouse",
        "The tax … was 40 pounds for a house",
        "The tax … is 40 pounds for a house",
        "Their crew … have 280 boats in the harbour",
        "Unemployment fell … in May 2008",
    ] {
        check(page, quote, CRITICAL);
    }
    check(page, "The mill … in the end of the road", MINOR);
    check(page, "The mill … stands at the end of the road", MatchClass::Edited);
}

#[test]
fn what_is_left_out_behind_the_first_words_counts() {
    let page = "The port, which was estimated to be worth $630 billion in 2023, is open. The gate, which is of the east wall, is shut.";
    check(page, "which was worth $630 billion in 2023", CRITICAL);
}

#[test]
fn a_question_is_no_statement_wherever_it_begins() {
    let page = "“I was in Hull.”\nSo you are innocent? Ask the judge. (He laughed.) So you will stay? Yes.";
    check(page, "So you are innocent.", MINOR);
    check(page, "So you will stay.", MINOR);
    check(page, "So you are innocent?", MatchClass::Verbatim);
}

#[test]
fn small_words_that_change_who_or_which_way_turn() {
    let french = "Le juge le remercia de son aide au port. Le maire a pris un peu de l’argent, et ce n’était pas bon pour les gens qui vivaient là.";
    check(french, "Le juge la remercia de son aide au port.", CRITICAL);
    check(french, "Le maire a pris de l’argent, et ce n’était pas bon pour les gens", CRITICAL);
    let italian = "Lo ringrazio per la cena di ieri sera. Gli ha dato la barca di suo padre, che non era una cosa molto buona per la gente della città.";
    check(italian, "La ringrazio per la cena di ieri sera.", CRITICAL);
    check(italian, "Le ha dato la barca di suo padre", CRITICAL);
    let portuguese = "Ele viu-a no porto à noite, e isso não foi bom para as pessoas que moravam ali com os filhos.";
    check(portuguese, "Ele viu-o no porto à noite", CRITICAL);
    let german = "Das Geld ging an die Stadt Selm, und das war nicht gut für die Leute, die dort seit dem Mai wohnten.";
    check(german, "Das Geld ging von der Stadt Selm", CRITICAL);
    check("He was shot at by the guard in the yard.", "He was shot by the guard in the yard.", CRITICAL);
    check("He was looked after by the guard in the yard.", "He was looked after by a guard in the yard.", MINOR);
}

#[test]
fn times_and_number_words_have_other_forms() {
    let italian = "La nave è arrivata a Selva alle 19:29 locali. È partito per Roma alle 20.45 con la delegazione, che non era una cosa molto buona per la gente.";
    check(italian, "La nave è arrivata a Selva alle 19.29 locali", MatchClass::Typographic);
    check(italian, "È partito per Roma alle 20:45 con la delegazione", MatchClass::Typographic);
    check(italian, "La nave è arrivata a Selva alle 19.28 locali", CRITICAL);
    let spanish =
        "El tren sale a las 19:29 de la estación, y eso no era bueno para la gente que vivía allí con los niños.";
    check(spanish, "El tren sale a las 19.29 de la estación", MatchClass::Typographic);
    let czech = "Soudce se před patnácti lety vyhnul vyšetřování a mluvil s pěti svědky a dvěma právníky, ale nebylo to dobré pro lidi, kteří tam byli. \
        Škoda dosáhla čtyřiceti milionů korun.";
    check(czech, "se před 15 lety vyhnul vyšetřování", MatchClass::Typographic);
    check(czech, "s pěti svědky a 2 právníky", MatchClass::Typographic);
    check(czech, "Škoda dosáhla 40 milionů korun", MatchClass::Typographic);
    check(czech, "Škoda dosáhla 50 milionů korun", CRITICAL);
    let russian =
        "Он пришёл с пятью друзьями и двумя братьями, и это было не очень хорошо для людей, которые жили там с детьми.";
    check(russian, "Он пришёл с пятью друзьями и 2 братьями", MatchClass::Typographic);
    let german = "Die Ratsfrau hatte dem neue Vertrag nicht zugestimmt, weil die Freude in den vergangen Jahren zurückgegangen war und das nicht gut ist.";
    check(german, "Die Ratsfrau hatte dem neuen Vertrag nicht zugestimmt", MINOR);
    check(german, "weil die Freude in den vergangenen Jahren zurückgegangen war", MINOR);
}

#[test]
fn who_says_it_may_stand_at_the_end_of_a_line() {
    let spoken = |between: &str| {
        let body = format!("<p>I asked. “Because,” she said,{between}“the bank does not forget.” He nodded.</p>");
        super::blocks_tests::class(&body, "Because the bank does not forget.")
    };
    assert_eq!(spoken(" "), MatchClass::Edited);
    assert_eq!(spoken("<br>"), MatchClass::Edited);
    assert_ne!(spoken("</p><p>"), MatchClass::Edited);
}

#[test]
fn a_page_in_a_language_of_long_words_is_told_by_its_letters() {
    let turkish = "Demir, yazılı açıklamasında, elektrikli tekne üretiminin ve bu teknelere talebin artmasıyla ülke genelinde liman \
        altyapısının da hızla büyüdüğünü belirtti. Mart ayında bu sayının, yüzde 121'lik bir artışla, 208 bin 6'ya ulaştığını ifade etti. \
        Limana kayıtlı tekne sayısının arttığını, iskele sayısının yetmediğini söyledi. Yeni iskelelerin yapımına önümüzdeki yılın başında başlanacak.";
    check(turkish, "%121'lik bir artışla, 208 bin 6'ya ulaştığını ifade etti", MatchClass::Typographic);
    check(turkish, "%122'lik bir artışla, 208 bin 6'ya ulaştığını ifade etti", CRITICAL);
}
