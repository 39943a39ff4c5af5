//! What is ruled out is told, in one word or in two that stand apart, and nothing that only looks like it.

use super::{CRITICAL, check, found};
use crate::quote_match::*;

/// Sentences beside, so that the language is told.
const DUTCH: &str =
    "De brug over de rivier is gesloten en de mensen van het dorp moeten nu een andere weg nemen naar hun werk.";
const GERMAN: &str = "Die Stadt hat die Brücke im Mai gesperrt, und die Leute müssen einen Umweg fahren.";
const SWEDISH: &str =
    "Staden har stängt bron, och nu måste de som bor där köra en annan väg för att komma till arbetet.";
const DANISH: &str = "Byen har lukket broen, og nu skal de, som bor der, køre en anden vej for at komme på arbejde.";
const POLISH: &str = "Miasto zamknęło most w maju, a ludzie muszą jeździć inną drogą, żeby dotrzeć do pracy.";
const CZECH: &str = "Město v květnu uzavřelo most a lidé musí jezdit jinou cestou, aby se dostali do práce.";
const FRENCH: &str = "La ville a fermé le pont en mai et les gens doivent faire un détour pour aller au travail.";
const FINNISH: &str = "Kaupunki sulki sillan toukokuussa, ja ihmisten on nyt ajettava toista tietä töihin.";

const ENGLISH: &str =
    "The town has shut the bridge since May, and the people must go by another road to get to their work.";
const SPANISH: &str = "La ciudad cerró el puente en mayo y la gente tiene que dar un rodeo para llegar al trabajo.";

fn beside(rest: &str, lead: &str, quote: &str) -> Option<String> {
    let found = found(&format!("{rest} {lead}{quote}."), quote, QuoteKind::Sentence);
    assert!(found.class.is_sound(), "{quote:?} behind {lead:?}: {found:#?}");
    found.hit.and_then(|hit| hit.negation_beside).map(String::from)
}

#[test]
fn what_a_verb_rules_out_is_told_though_its_parts_stand_apart() {
    for (rest, lead, quote) in [
        (DUTCH, "De burgemeester sloot uit dat ", "de haven in mei weer opengaat"),
        (DUTCH, "De burgemeester sloot gisteren in de raad uit dat ", "de haven in mei weer opengaat"),
        (DUTCH, "De schipper sprak tegen dat ", "de haven in mei weer opengaat"),
        (DUTCH, "De burgemeester heeft uitgesloten dat ", "de haven in mei weer opengaat"),
        (GERMAN, "Die Bürgermeisterin schloss aus, dass ", "der Hafen im Juni wieder öffnet"),
        (GERMAN, "Die Bürgermeisterin schließt derzeit aus, dass ", "der Hafen im Juni wieder öffnet"),
        (GERMAN, "Der Kapitän stritt vor Gericht ab, dass ", "der Hafen im Juni wieder öffnet"),
        (SWEDISH, "Borgmästaren uteslöt i går att ", "hamnen öppnar igen i juni"),
        (DANISH, "Borgmesteren udelukkede i går, at ", "havnen åbner igen til juni"),
        (POLISH, "Burmistrz wykluczył, że ", "port otworzy się znowu w czerwcu"),
        (POLISH, "Burmistrz zaprzeczył, jakoby ", "port otworzył się w czerwcu"),
        (CZECH, "Starosta vyloučil, že ", "přístav se v červnu znovu otevře"),
        (FRENCH, "Le maire a exclu que ", "le port rouvre au mois de juin"),
        (FINNISH, "Kaupunginjohtaja sulki pois, että ", "satama aukeaa uudelleen kesäkuussa"),
    ] {
        assert!(beside(rest, lead, quote).is_some(), "{lead}");
    }
}

#[test]
fn what_looks_like_ruling_out_is_not_told() {
    for (rest, lead, quote) in [
        (DUTCH, "De burgemeester wees erop dat ", "de haven in mei weer opengaat"),
        (DUTCH, "Het eiland heeft een uitgesloten dorp dat ", "de haven in mei weer opengaat"),
        (DUTCH, "De raad sloot de weg af omdat ", "de haven in mei weer opengaat"),
        (GERMAN, "Die Bürgermeisterin sprach sich dafür aus, dass ", "der Hafen im Juni wieder öffnet"),
        (GERMAN, "Die Bürgermeisterin schloss daraus, dass ", "der Hafen im Juni wieder öffnet"),
        (GERMAN, "Die Stadt leitet aus dem Brief ab, dass ", "der Hafen im Juni wieder öffnet"),
        (SWEDISH, "Borgmästaren hoppas att ", "hamnen öppnar igen i juni"),
        (FRENCH, "Le contrat exclut les dommages que ", "le port cause au mois de juin"),
        (FRENCH, "Elle parle du marin exclu que ", "le port reprend au mois de juin"),
    ] {
        assert_eq!(beside(rest, lead, quote), None, "{lead}");
    }
}

#[test]
fn what_is_not_ruled_out_is_no_denial() {
    for (rest, lead, quote) in [
        (DUTCH, "De burgemeester sloot gisteren niet langer helemaal uit dat ", "de haven in mei weer opengaat"),
        (GERMAN, "Die Bürgermeisterin schloss nicht mehr länger völlig aus, dass ", "der Hafen im Juni wieder öffnet"),
        (GERMAN, "Niemand in der Stadt schloss damals aus, dass ", "der Hafen im Juni wieder öffnet"),
    ] {
        assert_eq!(beside(rest, lead, quote), None, "{lead}");
    }
}

#[test]
fn an_ellipsis_may_not_hide_what_rules_out() {
    let text = format!("{GERMAN} Die Bürgermeisterin schloss am Montag aus, dass der Hafen im Juni wieder öffnet.");
    check(&text, "Die Bürgermeisterin … der Hafen im Juni wieder öffnet", CRITICAL);
    let text = format!("{DUTCH} De burgemeester sloot gisteren uit dat de haven in mei weer opengaat.");
    check(&text, "De burgemeester … de haven in mei weer opengaat", CRITICAL);
}

#[test]
fn what_somebody_is_freed_of_is_told() {
    for lead in [
        "The court cleared the captain of the charge that ",
        "A jury in the town acquitted her of charges that ",
        "The report exonerated the harbour master of the accusation that ",
        "An audit absolved the crew of any suggestion that ",
        "The paper withdrew its claim that ",
        "The state dropped the charge that ",
        "He apologised for the suggestion that ",
    ] {
        let told = beside(ENGLISH, lead, "the boat had carried arms over the lake");
        assert!(told.is_some(), "{lead}");
    }
    for lead in [
        "The court upheld the charge that ",
        "The jury had not acquitted the captain of the charge that ",
        "The path was cleared of snow on the day that ",
        "The captain withdrew from the town and made the claim that ",
        "The court cleared the hall and heard the charge that ",
        "The mayor cleared the way for the spread of the idea that ",
        "It was a clear statement of the view that ",
    ] {
        assert_eq!(beside(ENGLISH, lead, "the boat had carried arms over the lake"), None, "{lead}");
    }
    for lead in [
        "The court did not clear the captain of the charge that ",
        "The jury has never cleared the captain of the charge that ",
        "The judge refused to clear the captain of the charge that ",
        "The judge was unable to clear her of the suspicion that ",
        "The inquiry stopped short of clearing her of the charge that ",
        "The state did not withdraw its claim that ",
        "The state declined to drop the charge that ",
    ] {
        assert_eq!(beside(ENGLISH, lead, "the boat had carried arms over the lake"), None, "{lead}");
    }
    for lead in ["The court voted to clear her of the charge that ", "It was right to acquit him of the charge that "] {
        assert!(beside(ENGLISH, lead, "the boat had carried arms over the lake").is_some(), "{lead}");
    }
    // Where the page says too little to tell its language, `of` is no Dutch word.
    assert!(beside("", "The court cleared her of the charge that ", "he had carried arms").is_some());
    let text = format!("{ENGLISH} The court cleared the captain of the charge that he had carried arms over the lake.");
    check(&text, "The court … he had carried arms over the lake", CRITICAL);
}

#[test]
fn a_condition_at_the_end_is_told_behind_an_ellipsis() {
    for (rest, kept, left_out) in [
        (ENGLISH, "The town will pay for the boat", " only after the court has heard him"),
        (ENGLISH, "The town will pay for the boat", " in the event that it sinks"),
        (ENGLISH, "The town will pay for the boat", " depending on what the court finds"),
        (GERMAN, "Die Stadt zahlt den Schaden am Boot", " erst wenn das Gericht entschieden hat"),
        (FRENCH, "La ville paie les dégâts du bateau", " en cas de tempête au mois de mai"),
        (SPANISH, "La ciudad paga los daños del barco", " solo cuando lo diga la gente del pueblo"),
        (DUTCH, "De stad betaalt de schade aan de boot", " alleen wanneer de raad van het dorp het zegt"),
    ] {
        let found = found(&format!("{rest} {kept}{left_out}."), &format!("{kept} …"), QuoteKind::Sentence);
        let told = found.hit.and_then(|hit| hit.negation_beside);
        assert!(told.is_some(), "{kept}{left_out}");
    }
}

#[test]
fn what_adds_at_the_end_is_not_told() {
    for (rest, kept, left_out) in [
        (ENGLISH, "The town will pay for the boat", " and for the nets on the pier"),
        (ENGLISH, "The town will pay for the boat", " after the fair in the market"),
        (ENGLISH, "He opened the door of the boat", " only to find his brother there"),
        (GERMAN, "Die Stadt zahlt den Schaden am Boot", " nach dem Fest auf dem Markt"),
        (FRENCH, "La ville paie les dégâts du bateau", " et ceux des filets du port"),
        (DUTCH, "De stad betaalt de schade aan de boot", " en die aan de netten van het dorp"),
    ] {
        let found = found(&format!("{rest} {kept}{left_out}."), &format!("{kept} …"), QuoteKind::Sentence);
        assert_eq!(found.hit.and_then(|hit| hit.negation_beside), None, "{kept}{left_out}");
    }
}
