//! Conditions at the end of a passage that begin as other clauses do.

use super::found;
use crate::quote_match::*;

const ENGLISH: &str =
    "The town has shut the bridge since May, and the people must go by another road to get to their work.";
const GERMAN: &str = "Die Stadt hat die Brücke im Mai gesperrt, und die Leute müssen einen Umweg fahren.";

fn behind(rest: &str, kept: &str, left_out: &str) -> Option<String> {
    let found = found(&format!("{rest} {kept}{left_out}."), &format!("{kept} …"), QuoteKind::Sentence);
    assert!(found.class.is_sound(), "{kept}{left_out}: {found:#?}");
    found.hit.and_then(|hit| hit.negation_beside).map(String::from)
}

#[test]
fn conditions_that_begin_as_other_clauses_do_are_told() {
    for rest in [ENGLISH, ""] {
        for (kept, left_out) in [
            ("The town will pay for the boat", " as long as the court agrees"),
            ("The club may use the field", ", as long as the grass is dry"),
            ("Members keep their vote", " as long as their dues are paid"),
            ("The pilots can stay", " as long as they like"),
            ("The town will pay for the boat", " once the court has ruled"),
            ("The treasurer publishes the list", " once the audit is finished"),
            ("He would sell the mill", " once his brother agreed"),
            ("The fair may be moved indoors", " should it rain on Saturday"),
            ("The deputy takes over", " should the captain fall ill"),
            ("The seat falls vacant", ", should Olsen resign"),
            ("Dogs are allowed on the pier", " provided they are kept on a lead"),
            ("The race starts at noon", ", provided it is dry"),
        ] {
            assert!(behind(rest, kept, left_out).is_some(), "{kept}{left_out}");
        }
    }
    assert!(behind(GERMAN, "Das Fest findet in der Halle statt", ", sollte es am Samstag regnen").is_some());
}

#[test]
fn clauses_that_only_begin_so_are_not() {
    for (kept, left_out) in [
        ("The firm built a bridge", " as long as the old one"),
        ("They will build a pier", " as long as the old pier"),
        ("The new pier is", " as long as the old one is"),
        ("He had lived on the island for", " as long as anyone can remember"),
        ("The tunnel will be twice", " as long as the old one was"),
        ("He stayed in the town", " as long as the king lived"),
        ("The band plays", " once a week in the hall"),
        ("The band played", " once more in the hall"),
        ("He left the town", " once the war was over"),
        ("The fair was held in the", " once rich village of the valley"),
        ("The court said that the firm", " should pay for the boat"),
        ("The report does not say why, or how,", " should the firm lose"),
        ("The rich pay, and so", " should the firm"),
        ("The owners of the mills", " should all pay for the boat"),
        ("The town", " provided the staff of the school"),
        ("It was the help that the town", " provided it with"),
    ] {
        assert_eq!(behind(ENGLISH, kept, left_out), None, "{kept}{left_out}");
    }
    assert_eq!(behind(GERMAN, "Der Mann", ", der die Brücke bauen sollte, kam nicht"), None);
    assert_eq!(behind(GERMAN, "Die Stadt", " sollte die Brücke bauen"), None);
}

#[test]
fn conditions_without_an_if_before_the_clause_are_told() {
    let quote = "The gates of the town are shut";
    for (lead, told) in [
        ("Should the river rise, ", true),
        ("Should any boat sink, ", true),
        ("Should Olsen resign, ", true),
        ("Were the mill to burn, ", true),
        ("Had the court agreed, ", true),
        ("Should we go? Yes, ", false),
        ("Had she not? By now, ", false),
        ("In the spring, ", false),
    ] {
        let found = found(&format!("{ENGLISH} {lead}the gates of the town are shut."), quote, QuoteKind::Sentence);
        assert_eq!(found.hit.and_then(|hit| hit.negation_beside).is_some(), told, "{lead}");
    }
}

#[test]
fn a_but_of_another_subject_denies_nothing_in_chinese() {
    let rest = "市政府周一在老城的会议上公布了新的计划，居民们对此表示欢迎。";
    for (behind, told) in [
        ("，但南门暂不使用。", false),
        ("，但是商铺没有开门。", false),
        ("，但不出售车票。", true),
        ("，但没有出售车票。", true),
    ] {
        let found = found(&format!("{rest}车站将于八月重新开放{behind}"), "车站将于八月重新开放", QuoteKind::Sentence);
        assert_eq!(found.hit.and_then(|hit| hit.negation_beside).is_some(), told, "{behind}");
    }
}

#[test]
fn conditions_are_told_where_too_little_is_written_to_tell_the_language() {
    for (kept, left_out) in [
        ("Opłata wynosi sto złotych", ", o ile członek zapłaci w terminie"),
        ("L’ingresso costa dodici euro", ", salvo la prima domenica del mese"),
        ("Das Boot fährt am Sonntag", ", sofern der Wind es zulässt"),
        ("Le musée ouvre à dix heures", ", sauf le premier lundi du mois"),
        ("De brug gaat om zeven uur open", ", tenzij het vriest"),
        ("Loděnice půjčuje čluny", ", pokud není povodeň"),
        ("Парк закрывается в девять", ", если нет праздника"),
    ] {
        assert!(behind("", kept, left_out).is_some(), "{kept}{left_out}");
    }
    for (kept, left_out) in [
        ("Il museo della città", " ha chiuso le sale del mese"),
        ("El museo de la ciudad", " ha cerrado sus salas"),
        ("Fartyget gick till öns hamn", ", och där ska det ha legat kvar"),
    ] {
        assert_eq!(behind("", kept, left_out), None, "{kept}{left_out}");
    }
}
