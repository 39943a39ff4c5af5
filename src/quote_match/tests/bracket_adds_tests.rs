//! Words in brackets that put to a page what it does not say.

use super::{CRITICAL, check};
use crate::quote_match::MatchClass;

const MILL: &str = "The law applies to all workers in the mill, and to every child of the town. Nobody may be held without a trial. The drug \
    helped patients in the valley. The guests ate the cake at noon, and the minister resigned on Friday. He left her with the money at \
    the station. The storm hit the coast in May. The men were paid in June. He was with them that night. She said it was a mistake.";

#[test]
fn a_bracket_may_not_narrow_an_all() {
    for quote in [
        "The law applies to all [male] workers in the mill",
        "and to every [healthy] child of the town",
        "Nobody [of rank] may be held without a trial",
    ] {
        check(MILL, quote, CRITICAL);
    }
    for quote in [
        "The law applies to all [Kelly] workers in the mill",
        "The law applies to all [of these] workers in the mill",
        "The law applies to all [other] workers in the mill",
        "Nobody [in Hull] may be held without a trial",
    ] {
        check(MILL, quote, MatchClass::Edited);
    }
    let german = "Das Gesetz gilt für alle Arbeiter in der Mühle, und das war nicht gut für die Leute, die dort seit dem Mai wohnten.";
    check(german, "Das Gesetz gilt für alle [deutschen] Arbeiter in der Mühle", CRITICAL);
    check(german, "Das Gesetz gilt für alle [Selmer] Arbeiter in der Mühle", MatchClass::Edited);
    let french = "La loi vaut pour tous les ouvriers du moulin, et ce n’était pas bon pour les gens qui vivaient là avec les enfants.";
    check(french, "La loi vaut pour tous les ouvriers [français] du moulin", CRITICAL);
    check(french, "La loi vaut pour tous les ouvriers [de Lyon] du moulin", MatchClass::Edited);
}

#[test]
fn a_bracket_may_not_judge_or_impute() {
    for quote in [
        "The drug helped [some] patients in the valley",
        "The guests ate the [poisoned] cake at noon",
        "the minister resigned [in shame] on Friday",
        "the minister [was forced to] resign[] on Friday",
        "He left her with the money [he stole] at the station",
        "The storm hit the coast [, killing nine]",
        "The storm hit the coast [, killing nine,] in May",
        "The men were paid [off] in June",
        "He was with [the killers] that night",
        "He was [in bed] with them that night",
        "She said it was a [terrible] mistake",
    ] {
        check(MILL, quote, CRITICAL);
    }
    for quote in [
        "The drug helped [the] patients in the valley",
        "The guests ate the [wedding] cake at noon",
        "the minister resigned [in May] on Friday",
        "the minister [of trade] resigned on Friday",
        "He left her with the money [he said] at the station",
        "The storm hit the coast [, the east coast,] in May",
        "The men were paid [wages] in June",
        "He was with [the guests] that night",
        "She said it was a [clerical] mistake",
    ] {
        check(MILL, quote, MatchClass::Edited);
    }
    let robbed =
        "The killer of the miller was seen in Hull. He was with him that night, and the cake was poisoned by then.";
    check(robbed, "He was with [the killer] that night", MatchClass::Edited);
    let spanish = "La ley vale para todos los obreros del molino, y el puente fue cerrado por el consejo en mayo, que no era bueno para la gente.";
    check(spanish, "La ley vale para todos los obreros [menos las mujeres]", CRITICAL);
    check(spanish, "el puente fue cerrado por el consejo [corrupto] en mayo", CRITICAL);
    check(spanish, "el puente fue cerrado por el consejo [municipal] en mayo", MatchClass::Edited);
    let russian = "Лекарство помогло больным в городе, и мост закрыл совет, но это было не очень хорошо для людей, которые жили там с детьми.";
    check(russian, "Лекарство помогло [некоторым] больным в городе", CRITICAL);
    check(russian, "мост закрыл [продажный] совет", CRITICAL);
    check(russian, "мост закрыл [городской] совет", MatchClass::Edited);
    let chinese = "药物帮助了病人，市政府在五月关闭了那座桥。";
    check(chinese, "药物帮助了[一些]病人", CRITICAL);
}

#[test]
fn a_bracket_may_not_claim_a_cause_by_a_verb() {
    let page = "Smoking is associated with cancer in men over 60. The fire led to losses in Hull. The cream is linked to rashes in dogs.";
    for quote in
        ["Smoking … [causes] cancer in men", "Smoking is … [a cause of] cancer", "The cream [causes] rashes in dogs"]
    {
        check(page, quote, CRITICAL);
    }
    check(page, "The fire [caused] losses in Hull", MatchClass::Edited);
    check(page, "Smoking … [is linked to] cancer in men", MatchClass::Edited);
}

#[test]
fn a_bracket_makes_no_statement_of_a_question() {
    let page = "Isn’t the bridge safe? Are not the walls high enough? Is the mayor a thief? Ask him. Is the road open now. The pier is strong.";
    for quote in ["the bridge [is] safe", "the walls [are] high enough", "the mayor [is] a thief"] {
        check(page, quote, CRITICAL);
    }
    check(page, "the road [is] open now", MatchClass::Edited);
    check(page, "[Why] is the mayor a thief?", MatchClass::Edited);
    check("But is not this worth all my labour? He went on.", "this is worth all my labour", CRITICAL);
    let asked = "Were you there? I was in Hull. Did you sell the pier? We sold the ferry. Is it open? Yes, it is.";
    check(asked, "Were you there? [Yes.] I was in Hull.", CRITICAL);
    check(asked, "Did you sell the pier? … [Yes]", CRITICAL);
    check(asked, "Is it open? [Yes], it is.", MatchClass::Edited);
    check(asked, "Were you there? [On Monday] I was in Hull.", MatchClass::Edited);
}

#[test]
fn a_bracket_passes_over_no_end_of_a_sentence() {
    let page = "My wife says I should stop. Your rival says you lied about the debt. The king died. He left a son.";
    check(page, "I [lied] about the debt", CRITICAL);
    check(page, "The king died. [The king] left a son", MatchClass::Edited);
    check(page, "The king died[, and] left a son", MatchClass::Edited);
}

#[test]
fn a_possessive_behind_a_bracket_belongs_to_it() {
    let page = "Firms did not pay for Mayor Sir Karl Green’s recent travels abroad.";
    for quote in [
        "Firms did not pay for [the mayor]’s recent travels abroad",
        "Firms did not pay for [Green]'s recent travels abroad",
        "Firms did not pay for [Green’s] recent travels abroad",
    ] {
        check(page, quote, MatchClass::Edited);
    }
}
