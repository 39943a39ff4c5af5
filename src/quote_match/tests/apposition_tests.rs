//! Sentences with an apposition, which look like lists and are none.

use super::found;
use crate::quote_match::*;

fn list(text: &str, quote: &str) -> MatchClass {
    found(text, quote, QuoteKind::List).class
}

#[test]
fn a_sentence_with_an_apposition_is_no_list() {
    for (text, quote) in [
        (
            "The contractor, Hargreaves Civil, refused to comment. The union criticised the contractor.",
            "The contractor, Hargreaves Civil, criticised the contractor.",
        ),
        (
            "The mayor, Ann Brook, left the hall at nine. Her deputy, Tom Hale, took the bribe on the following day.",
            "The mayor, Ann Brook, took the bribe.",
        ),
        (
            "The mayor, Ann Brook, left the hall at nine. Her deputy took the bribe and was caught.",
            "The mayor, Ann Brook, left the hall and took the bribe.",
        ),
        (
            "The minister, it is true, resigned in May. The treasurer was found guilty of fraud.",
            "The minister, it is true, was found guilty.",
        ),
        (
            "Die Bürgermeisterin, Anna Brandt, verließ den Saal um neun. Ihr Stellvertreter, Tom Hahn, nahm das Geld.",
            "Die Bürgermeisterin, Anna Brandt, nahm das Geld.",
        ),
        (
            "Мэр, Анна Белова, вышла из зала в девять. Её заместитель, Пётр Громов, взял деньги на следующий день.",
            "Мэр, Анна Белова, взял деньги.",
        ),
        (
            "The mayor spoke at nine. Ann Brook was in the hall. Her deputy took the bribe.",
            "The mayor, Ann Brook, took the bribe.",
        ),
    ] {
        let class = list(text, quote);
        assert!(!class.is_sound(), "{quote}: {class:?}");
    }
}

#[test]
fn the_beginning_of_another_item_is_none_of_a_list_that_stands_together() {
    for (text, quote) in [
        (
            "Sachbearbeiterin im Sekretariat, Krankenhaus der Königin, Bergen, Norwegen\nSchulsekretärin an der Schule\nTromsø sucht eine Erzieherin",
            "Sachbearbeiterin im Sekretariat, Krankenhaus der Königin, Bergen, Tromsø",
        ),
        (
            "Sekretær i direktionen, Dronningens Hospital, Bergen, Norge\nSygeplejerske på skolen\nTromsø søger en pædagog",
            "Sekretær i direktionen, Dronningens Hospital, Bergen, Tromsø",
        ),
        (
            "Secretary to the board, Hospital of the Queen, Bergen, Norway\nNurse at the school\nTromsø seeks a teacher",
            "Secretary to the board, Hospital of the Queen, Bergen, Tromsø",
        ),
    ] {
        let class = list(text, quote);
        assert!(!class.is_sound(), "{quote}: {class:?}");
    }
    for (text, quote) in [
        ("Apples, pears and nuts\nPlums\nFigs", "apples, pears, plums"),
        ("Bergen, Oslo, Norway\nThe towns: Tromsø, Bodø", "Bergen, Oslo, Tromsø"),
    ] {
        assert_eq!(list(text, quote), MatchClass::Parts, "{quote}");
    }
}

#[test]
fn items_that_stand_apart_are_a_list() {
    for (text, quote) in [
        ("They sell apples. Then pears came. At last plums.", "apples, pears, plums"),
        ("We sell apples from here. We buy pears too. We sell plums.", "apples, pears and plums"),
        ("The farm sells apples.\nThe shop sells pears.\nThe stall sells plums.", "Apples, pears, plums"),
        ("He sang in London. She sang in Paris. Both sang in Rome.", "London, Paris, Rome"),
        ("Free books were promised. So were free meals. Then came free buses.", "free books; free meals; free buses"),
    ] {
        assert_eq!(list(text, quote), MatchClass::Parts, "{quote}");
    }
}
