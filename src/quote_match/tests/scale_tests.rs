//! Quotes that end between a number and the word that makes another of it.

use super::{CRITICAL, check};
use crate::quote_match::MatchClass;

const PLACES: [(&str, &[&str]); 9] = [
    (
        "Numărul locuitorilor orașului a crescut cu {} mai mult decât anul trecut, a spus biroul. Nu este mult, dar este bine pentru oraș.",
        &["de mii", "de milioane", "milioane", "mii"],
    ),
    (
        "Kaupungin asukkaiden määrä kasvoi viime vuonna {} enemmän kuin vuotta aiemmin, sanoi virasto. Se ei ole paljon.",
        &["tuhannella", "miljoonalla", "prosentilla", "miljoonaa"],
    ),
    (
        "A város lakosainak száma az elmúlt évben {} nőtt, mondta a hivatal. Ez nem sok, de a város örül neki.",
        &["ezer", "ezerrel", "millióval", "százalékkal"],
    ),
    ("Broj stanovnika grada porastao je za {} više nego godinu ranije.", &["tisuća", "milijuna", "hiljada", "posto"]),
    ("Броят на жителите се увеличи с {} повече от предишната година.", &["милиона", "хил."]),
    ("Antallet af indbyggere i byen steg sidste år med {} flere end året før.", &["tusinde"]),
    ("The number of people in the town rose by {} more than in the year before.", &["‰", "trn", "dozen"]),
    ("El nombre d'habitants va augmentar en {} més que l'any passat.", &["milions"]),
    ("จำนวนประชากรของเมืองเพิ่มขึ้น {} คนมากกว่าปีก่อนหน้า", &["ล้าน", "แสน"]),
];

#[test]
fn a_quote_ends_between_no_number_and_its_scale() {
    for (place, scales) in PLACES {
        for (number, scale) in ["30", "12,5", "7"].iter().flat_map(|one| scales.iter().map(move |scale| (one, scale))) {
            let page = place.replace("{}", &format!("{number} {scale}"));
            let begin = place.split("{}").next().unwrap_or_default();
            check(&page, &format!("{begin}{number}"), CRITICAL);
            check(&page, &format!("{begin}{number} {scale}"), MatchClass::Verbatim);
        }
    }
}

#[test]
fn a_part_of_a_million_is_no_part_alone() {
    for number in ["½", "1/2", "3/4", "2½"] {
        let page = format!("The town spent {number} million on the new wall of the harbour.");
        check(&page, &format!("The town spent {number}"), CRITICAL);
        let page = format!("The town spent {number} an hour on the new wall of the harbour.");
        check(&page, &format!("The town spent {number}"), MatchClass::Verbatim);
    }
}

#[test]
fn what_only_begins_like_a_scale_ends_nothing() {
    for behind in ["millionaires came", "milers came", "dozens came", "percentiles matter", "miles are left"] {
        check(
            &format!("In the town on the coast 30 {behind} to the new harbour that year."),
            "In the town on the coast 30",
            MatchClass::Verbatim,
        );
    }
    let page =
        "En 2012 mil personas protestaron en la plaza de la ciudad contra el nuevo puerto y la gente no quiso irse.";
    check(page, "En 2012", MatchClass::Verbatim);
}
