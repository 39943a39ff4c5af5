//! What a writer may put in brackets, and what makes another claim of a quotation.

use super::{CRITICAL, check, class, found};
use crate::quote_match::*;

/// Enough English for the language to be told.
const PAGE: &str = "The mayor took the money in June. He said that they had lost 40 ships near the coast of Norway, and nobody \
    believed him. The plan will succeed if the council pays. Some experts agree with the finding. The drug was effective \
    in 3 of 10 patients. They were glad of it. Experts agree on the cause of the fire. The board can vote on it, which \
    was in the rules of the town that the people had made.";

#[test]
fn a_bracket_that_makes_another_claim_is_no_honest_one() {
    for quote in [
        "The mayor [denied that he] took the money",
        "The mayor [allegedly] took the money in June",
        "The mayor [nearly] took the money in June",
        "The mayor [and his brother] took the money",
        "The mayor [refused to] took the money",
        "[It is false that] the mayor took the money in June",
        "[The claim that] the mayor took the money in June",
        "[If] the mayor took the money in June",
        "The mayor took [most of] the money in June",
        "The mayor took [half] the money in June",
        "nobody [except his wife] believed him",
        "effective in [almost all] patients",
        "effective in [many] patients",
        "effective in [the] patients",
        "they had lost [50] ships near the coast",
        "they had lost [many] ships near the coast",
        "The mayor took the [50] money in June",
        "[Most] experts agree on the cause of the fire",
        "[All experts] agree on the cause of the fire",
        "[Three] experts agree on the cause of the fire",
        "The plan [may] succeed if the council pays",
        "The plan [can] succeed if the council pays",
        "The board [will] vote on it",
        "They [almost] were glad of it",
        "The plan will succeed [only] if the council pays",
    ] {
        assert_eq!(class(PAGE, quote), CRITICAL, "{quote}");
    }
}

#[test]
fn a_bracket_that_explains_is_honest() {
    for quote in [
        "[Smith] took the money in June",
        "He [Smith] said that they had lost 40 ships",
        "He said that [the Danes] had lost 40 ships",
        "He said that [the two brothers] had lost 40 ships",
        "they had lost 40 [fishing] ships near the coast",
        "they had lost 40 ships [in 1901] near the coast",
        "they had lost [forty] ships near the coast",
        "The mayor [of Bergen] took the money in June",
        "The mayor took the money in June [2019]",
        "The mayor took the money [of the town] in June",
        "[T]he plan will succeed if the council pays [the bill]",
        "The plan [for the wall] will succeed",
        "The plan [would] succeed if the council pa[id]",
        "The board [could] vote on it",
        "Some experts [Smith and Jones] agree with the finding",
        "He said [that] they had lost 40 ships",
        "[The company] took the money in June",
        "The mayor took [their] money in June",
        "The mayor took the money [sic] in June",
        "[Several of the experts] were glad of it",
        "The mayor took the money in June … [and] nobody believed him",
        "The mayor took the money in June. […] [T]he drug was effective",
        "He said that they had lost 40 ships … [and] the drug was effective in 3 of 10 patients",
    ] {
        check(PAGE, quote, MatchClass::Edited);
    }
}

#[test]
fn a_name_in_brackets_stands_for_the_pronoun_beside_another() {
    let page = "Der Mann sagt, dass Sie sie über eine Bank kaufen. Und er sagt, dass sie über eine Insel gehen.";
    let found = found(page, "dass Sie [die Aktien] über eine Bank kaufen", QuoteKind::Sentence);
    assert_eq!(found.hit.unwrap().matched, "dass Sie sie über eine Bank kaufen");
    let found = super::found(page, "Sie [Konrad] über eine Bank kaufen", QuoteKind::Sentence);
    assert_eq!(found.hit.unwrap().matched, "Sie sie über eine Bank kaufen");
}

#[test]
fn a_verb_may_be_put_in_another_form_however_short_its_stem_is() {
    for quote in [
        "He sa[ys] that they had lost 40 ships",
        "The mayor t[akes] the money in June",
        "they ha[ve] lost 40 ships",
        "if the council pa[id]",
        "and nobody belie[ves] him",
        "Some experts agree[d] with the finding",
        "The plan will succe[ed]",
        "Some expert[] agree with the finding",
        "if the council pay[]",
        "The mayor took the money[ ] in June",
    ] {
        check(PAGE, quote, MatchClass::Edited);
    }
    for quote in [
        "He s[ees] that they had lost 40 ships",
        "The mayor t[ells] the money in June",
        "if the council pa[sses]",
        "and nobody bel[ongs] him",
        "Some experts agi[tate] with the finding",
        "and nobody be[] him",
        "He s[] that they had lost 40 ships",
    ] {
        assert!(!class(PAGE, quote).is_sound(), "{quote}");
    }
}

#[test]
fn an_ellipsis_over_one_word_or_two_hides_nothing_that_turns_the_sentence() {
    for (text, quote) in [
        ("The company denied that it had misled investors.", "The company … misled investors"),
        ("There is little evidence that the drug works.", "There is … evidence that the drug works"),
        ("The captain refused to leave the bridge of it.", "The captain … leave the bridge of it"),
        ("The council nearly approved the plan for it.", "The council … approved the plan for it"),
        ("They will pay for it if the state pays half.", "They will pay for it … the state pays half"),
        (
            "It is the law for all men except the boys and the guests of the king.",
            "It is the law for all men … and the guests",
        ),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("There is good evidence that the drug works.", "There is … evidence that the drug works"),
        ("The council did well approve the plan for it.", "The council … approve the plan for it"),
        ("The council that met in May approved the plan.", "The council … approved the plan"),
        ("The old mayor who may well have known all of it paid.", "The old mayor … paid"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
}

#[test]
fn a_bracket_that_turns_a_word_of_the_page_round_is_altered_and_one_that_replaces_it_is_shown() {
    let page = "The new drug helped patients a great deal, and prices fell sharply in June. The senator voted for the bill, and the judge \
        found him guilty of it.";
    for quote in [
        "The new drug [harmed] patients a great deal",
        "prices [rose] sharply in June",
        "[rose] sharply in June",
        "The senator voted [against] the bill",
        "the judge found him [innocent] of it",
    ] {
        check(page, quote, CRITICAL);
    }
    for (quote, delete, insert) in [
        ("The new drug [healed] patients a great deal", "[healed] ", "helped "),
        ("patients a great [amount], and prices fell", "[amount] ", "deal, "),
        ("The senator voted for the [motion]", "[motion] ", "bill"),
    ] {
        let found = found(page, quote, QuoteKind::Sentence);
        assert_eq!(found.class, MatchClass::Edited, "{quote}");
        assert!(found.diff.contains(&Change::new(ChangeOp::Delete, delete)), "{found:#?}");
        assert!(found.diff.contains(&Change::new(ChangeOp::Insert, insert)), "{found:#?}");
    }
    for quote in [
        "The new drug [helps] patients a great deal",
        "The new drug helped [them] a great deal",
        "[Smith] voted for the bill",
        "the judge found [Smith] guilty of it",
        "[P]rices fell sharply in June",
        "prices fell sharply in June [2019]",
    ] {
        let found = found(page, quote, QuoteKind::Sentence);
        assert_eq!((found.class, found.diff), (MatchClass::Edited, Vec::new()), "{quote}");
    }
}

#[test]
fn words_in_brackets_qualify_in_every_script() {
    let chinese = "市长五月开放了大桥。省长六月关闭了港口，但没有关闭道路，许多人都不知道。";
    for quote in ["省长[可能]六月关闭了港口", "省长[没有]六月关闭了港口", "[据说]省长六月关闭了港口"]
    {
        check(chinese, quote, CRITICAL);
    }
    for quote in [
        "省长[如果有人要求他这样做]六月关闭了港口",
        "省长[因为战争的缘故]六月关闭了港口",
        "省长[除非下雨]六月关闭了港口",
    ] {
        check(chinese, quote, CRITICAL);
    }
    check(chinese, "省长[王某]六月关闭了港口", MatchClass::Edited);
    let german = "Der Bürgermeister öffnete im Mai die Brücke. Die Gouverneurin schloss im Juni den Hafen, nicht aber die Straße, und das war es.";
    check(german, "Die Gouverneurin schloss [vermutlich] im Juni den Hafen", CRITICAL);
    check(german, "Die Gouverneurin [Anna Berg] schloss im Juni den Hafen", MatchClass::Edited);
    let russian =
        "Мэр открыл мост в мае, и это было хорошо. Губернатор закрыл порт в июне, но не дорогу, как он сказал.";
    check(russian, "Губернатор [якобы] закрыл порт в июне", CRITICAL);
    check(russian, "Губернатор [Петров] закрыл порт в июне", MatchClass::Edited);
}

#[test]
fn a_month_in_brackets_is_no_other_month_and_a_man_no_other() {
    let page = "He said that it would open in May if the money came. Prime Minister Johnson may sell it.";
    check(page, "He said that it would open in [June] if the money came", CRITICAL);
    check(page, "Prime Minister [May] may sell it", CRITICAL);
    check(page, "He said that [the bridge] would open in May if the money came", MatchClass::Edited);
    check(page, "it would open in [late] May if the money came", MatchClass::Edited);
}

#[test]
fn letters_in_brackets_that_mend_a_misspelling_are_honest() {
    let page = "The old keeper wrote that the goverment will recieve the boats, that it was definately late, and that the mayor was able to form it.";
    check(page, "wrote that the gover[n]ment will recieve the boats", MatchClass::Edited);
    for quote in
        ["the mayor was a[ctu]able to form it", "the mayor was able to fo[rgo]rm it", "the boa[s]ts, that it was late"]
    {
        assert!(!class(page, quote).is_sound(), "{quote}");
    }
}

#[test]
fn a_name_in_brackets_may_have_its_possessive_outside() {
    for (text, quote) in [
        ("The firm paid for Mayor Karl Orr’s travels in May.", "The firm paid for [the mayor]’s travels in May"),
        ("The firm paid for Mayor Karl Orr’s travels in May.", "The firm paid for [Orr]'s travels in May"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
    for (text, quote) in [
        ("The firm paid for Mayor Karl Orr’s travels in May.", "The firm paid for [Lane]’s travels in May"),
        ("The firm paid for two travels in May.", "The firm paid for [three]’s travels in May"),
    ] {
        check(text, quote, CRITICAL);
    }
}
