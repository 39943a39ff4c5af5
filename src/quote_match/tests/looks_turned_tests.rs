//! What looks as if it turned what an ellipsis keeps, and does not: a `zu` before an infinitive, a `but` before a “nothing”; and what does.

use super::CRITICAL;
use super::harmless_tests::{DE, EN, FR, NL, check_all};
use crate::quote_match::MatchClass;

#[test]
fn an_infinitive_is_not_too_much() {
    check_all(
        [
            (
                DE,
                "Die Leute waren bereit, daran zu sterben, um die Stadt zu retten.",
                "Die Leute waren bereit, daran … sterben, um die Stadt",
            ),
            (
                DE,
                "Es ist gut, den Rat ernst zu nehmen, um die Stadt zu retten.",
                "Es ist gut, den Rat … nehmen, um die Stadt",
            ),
            (
                DE,
                "Sie blieben in der Nacht zu Hause, um die Kinder zu hüten.",
                "Sie blieben in der Nacht … Hause, um die Kinder",
            ),
            (
                NL,
                "Zij waren bereid om te varen, om de stad te redden van het water.",
                "Zij waren bereid om … varen, om de stad",
            ),
        ],
        MatchClass::Edited,
    );
    check_all(
        [
            (DE, "Der Mann war zu alt, um die Stadt zu retten.", "Der Mann war … alt, um die Stadt zu retten"),
            (
                DE,
                "Der Brunnen war zu trocken, um die Stadt zu retten.",
                "Der Brunnen war … trocken, um die Stadt zu retten",
            ),
            (NL, "De man was te oud, om de stad te redden van het water.", "De man was … oud, om de stad te redden"),
        ],
        CRITICAL,
    );
}

#[test]
fn a_but_before_a_denial_leaves_nothing_out_of_all() {
    check_all(
        [
            (EN, "The men told us all the reasons but nothing was done.", "told us all the reasons … nothing was done"),
            (
                DE,
                "Der Ausweg aus den schädlichen Regeln ist es, den Nutzern zu erlauben, den Dienst zu wählen.",
                "Der Ausweg aus den schädlichen … erlauben, den Dienst",
            ),
        ],
        MatchClass::Edited,
    );
    check_all(
        [(EN, "All states but Ohio agreed to the plan of the town.", "All states … agreed to the plan")],
        CRITICAL,
    );
}

#[test]
fn what_is_missing_or_feared_is_not_there() {
    check_all(
        [
            (EN, "The lack of rain hurt the crops of the valley.", "The … rain hurt the crops of the valley"),
            (EN, "The threat of a strike ended the talks in May.", "The … a strike ended the talks in May"),
            (DE, "Der Mangel an Regen schadete der Ernte in diesem Jahr.", "Der … Regen schadete der Ernte"),
            (FR, "Le manque de pluie a nui aux récoltes de la vallée.", "Le … pluie a nui aux récoltes"),
        ],
        CRITICAL,
    );
    check_all(
        [(EN, "The weeks of rain hurt the crops of the valley.", "The … rain hurt the crops of the valley")],
        MatchClass::Edited,
    );
}
