//! Ellipses that lead from one thing to another, that leave out what makes a claim a part of itself, or half of a pair that denies.

use super::{CRITICAL, check, class, found};
use crate::quote_match::*;

#[test]
fn an_ellipsis_leads_from_no_thing_to_another_by_a_clause_that_is_built_alike() {
    for (text, quote) in [
        (
            "She was offered a chair at Oxford, which she declined, and one at Glasgow, which she accepted.",
            "She was offered a chair at Oxford, which she … accepted.",
        ),
        (
            "He was offered a bribe of $500, which he refused, and a cup of tea, which he took.",
            "He was offered a bribe of $500, which he … took.",
        ),
        (
            "The court heard the first appeal, which it dismissed, and the second appeal, which it allowed.",
            "The court heard the first appeal, which it … allowed.",
        ),
        (
            "Ihr wurde ein Lehrstuhl in Jena angeboten, den sie ablehnte, und einer in Bonn, den sie annahm.",
            "Ihr wurde ein Lehrstuhl in Jena angeboten, den sie … annahm.",
        ),
        (
            "On lui a proposé une chaire à Oxford, qu’elle a refusée, et une autre à Glasgow, qu’elle a acceptée.",
            "On lui a proposé une chaire à Oxford, qu’elle a … acceptée.",
        ),
        (
            "Ему предложили место в Праге, которое он отверг, и место в Вене, которое он принял.",
            "Ему предложили место в Праге, которое он … принял.",
        ),
        ("They found the driver who lived and the passenger who died.", "They found the driver who … died."),
        (
            "She read the first letter, which Hale burned, and the second letter, which Crane kept.",
            "She read the first letter, which Hale … kept.",
        ),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("They are men who lived there and who fought there.", "They are men who … fought there."),
        ("It was a chair which she had long wanted and which she accepted.", "It was a chair which she … accepted."),
        ("It was a chair, which she, after a long night, accepted.", "It was a chair, which she … accepted."),
        ("The man who sold bread and milk died.", "The man who … died."),
        (
            "She said that the mill would stay and that the bridge would close.",
            "She said that the … bridge would close.",
        ),
    ] {
        let class = class(text, quote);
        assert!(class.is_sound(), "{quote}: {class:?}");
    }
}

#[test]
fn an_ellipsis_hides_nothing_that_makes_a_claim_a_part_of_itself() {
    for (text, quote) in [
        (
            "The claim therefore succeeds in part, in the sum of £11,340.",
            "The claim therefore succeeds … in the sum of £11,340",
        ),
        ("The appeal was partly allowed by the court on Friday.", "The appeal was … allowed by the court on Friday"),
        ("The tunnel is in theory open to lorries at night.", "The tunnel is … open to lorries at night"),
        ("The reform has on paper ended the practice.", "The reform has … ended the practice"),
        ("The bridge is probably safe for lorries.", "The bridge is … safe for lorries"),
        (
            "Der Klage wurde teilweise stattgegeben, und die Brücke ist nach Angaben der Stadt für die Leute nicht mehr sicher. Das sagte der Leiter.",
            "Der Klage wurde … stattgegeben",
        ),
        (
            "Le tribunal a en partie annulé la décision de la ville, et les gens qui vivent dans le quartier sont contents de la nouvelle.",
            "Le tribunal a … annulé la décision de la ville",
        ),
        (
            "El tribunal ha anulado en parte la decisión de la ciudad, y los vecinos que viven en el barrio están contentos con la noticia de hoy.",
            "El tribunal ha anulado … la decisión de la ciudad",
        ),
        (
            "Domstolen har delvis upphävt beslutet som staden tog i maj, och de som bor i området är glada över det. Det är inte den första gången.",
            "Domstolen har … upphävt beslutet",
        ),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("The tower, partly ruined, stands on the hill.", "The tower … stands on the hill"),
        ("It was built in three places, in parts of oak, by the monks.", "It was built … by the monks"),
        ("The tunnel is now open to lorries at night.", "The tunnel is … open to lorries at night"),
    ] {
        let class = class(text, quote);
        assert!(class.is_sound(), "{quote}: {class:?}");
    }
}

#[test]
fn an_ellipsis_leaves_no_half_of_what_denies_together() {
    for (text, quote) in [
        ("Le syndicat ne demande que le respect du calendrier.", "Le syndicat ne demande … le respect du calendrier"),
        ("Les élèves n’ont que deux heures de sport.", "Les élèves n’ont … deux heures de sport"),
        ("Sindicatul nu cere decât respectarea calendarului.", "Sindicatul nu cere … respectarea calendarului"),
        ("El sindicato no pide sino el respeto del calendario.", "El sindicato no pide … el respeto del calendario"),
    ] {
        check(text, quote, CRITICAL);
    }
    check(
        "Die Erlaubnis darf nur erteilt werden, wenn keine Beeinträchtigung zu erwarten ist, und das ist in der Stadt nicht der Fall.",
        "Die Erlaubnis darf … erteilt werden",
        CRITICAL,
    );
    for (text, quote) in [
        ("Le maire ne dit pas que le port est vendu.", "Le maire ne dit pas … le port est vendu"),
        ("Le syndicat demande que le calendrier soit respecté.", "Le syndicat demande … le calendrier"),
        ("Il ne veut rien, dit-il, que la paix.", "Il ne veut rien … que la paix"),
        ("The only son of the mayor won.", "The … son of the mayor won"),
    ] {
        let class = class(text, quote);
        assert!(class.is_sound(), "{quote}: {class:?}");
    }
}

#[test]
fn what_leaves_all_others_out_is_told_where_an_ellipsis_hides_it() {
    let told = |text: &str, quote: &str| {
        let found = found(text, quote, QuoteKind::Sentence);
        assert!(found.class.is_sound(), "{quote}");
        found.hit.and_then(|hit| hit.negation_beside).map(String::from)
    };
    assert_eq!(
        told("The office may only issue permits on Mondays.", "The office may … issue permits").as_deref(),
        Some("only")
    );
    assert_eq!(told("The only son of the mayor won.", "The … son of the mayor won"), None);
}

#[test]
fn a_german_article_begins_no_clause_about_a_thing() {
    for (text, quote) in [
        (
            "Der Betrag dient im Rahmen der Prävention und Bekämpfung der Afrikanischen Schweinepest dem Schutz.",
            "Der Betrag dient im Rahmen der Prävention … Schweinepest dem Schutz",
        ),
        (
            "Die Ergebnisse wurden in der Halle den Anwohnern vorgestellt und beraten. Die Planung wurde später fertig.",
            "Die Ergebnisse wurden in der Halle den … Planung wurde später fertig",
        ),
    ] {
        let class = class(text, quote);
        assert!(class.is_sound(), "{quote}: {class:?}");
    }
    check(
        "Ihr wurde ein Lehrstuhl in Jena angeboten, den sie ablehnte, und einer in Bonn, den sie annahm.",
        "Ihr wurde ein Lehrstuhl in Jena angeboten, den sie … annahm",
        CRITICAL,
    );
}
