//! Traps: a passage that is nearly the quote, and is not.

use super::{CRITICAL, MINOR, check, class};
use crate::quote_match::*;

const SPEECH: &str = "Our harbour took in 16.6 million tonnes in 2019, more than any other port of the coast, and it did \
    not lose one ship. The governor, Anna Berg, told the chamber that the new law would protect every worker of the \
    docks against unfair dismissal. Nobody had expected the vote to be so close. The company's unusual offer was \
    refused by the union on 3 May, and the talks went on until the end of June without a result.";

#[test]
fn one_changed_number_is_critical_wherever_it_stands() {
    for (from, to) in [
        ("16.6 million", "0.6 million"),
        ("16.6 million", "166 million"),
        ("16.6 million", "16.6 billion"),
        ("2019", "2018"),
        ("3 May", "4 May"),
        ("3 May", "3 June"),
        ("one ship", "two ships"),
    ] {
        let quote = SPEECH.replacen(from, to, 1);
        check(SPEECH, &quote, CRITICAL);
        let at = quote.find(to).expect("it was put in");
        let near: String = quote[at..].chars().take(120).collect();
        assert!(!class(SPEECH, &near).is_sound(), "{near}");
    }
    check("all 1,000 men of the old town came home", "all 1.000 men of the old town came home", CRITICAL);
    check("a rise of 2½ points over the last year", "a rise of 212 points over the last year", CRITICAL);
    check("about 10⁶ cells were counted in the dish", "about 106 cells were counted in the dish", CRITICAL);
    check("they paid $5 million for the old bridge", "they paid €5 million for the old bridge", CRITICAL);
    check("it was −5 degrees on the old bridge there", "it was 5 degrees on the old bridge there", CRITICAL);
    check("on 9/11 the old bridge there was closed", "on 911 the old bridge there was closed", CRITICAL);
}

#[test]
fn a_decimal_point_without_a_digit_before_it_makes_another_number() {
    for (page, quote) in [
        ("rose .5 percent in May", "rose 5 percent in May"),
        ("cost $.50 a piece", "cost $50 a piece"),
        ("had p < .05 in all", "had p < 05 in all"),
        ("had p < .05 in all", "had p < 5 in all"),
        ("had p<.05 in all", "had p<05 in all"),
        ("batted .300 that year", "batted 300 that year"),
        ("was (.82) for it", "was (82) for it"),
        ("was r=.82 for it", "was r=82 for it"),
        ("rose −.5 points then", "rose 5 points then"),
        ("rose −.5 points then", "rose .5 points then"),
        ("rose -.5 points then", "rose +.5 points then"),
        ("rose ,5 points then", "rose 5 points then"),
        ("rose .5 points then", "rose five points then"),
        ("a “.38 special” was", "a “38 special” was"),
    ] {
        for (page, quote) in [(page, quote), (quote, page)] {
            let text = format!("The old report says that the machine {page} and no more was said of it.");
            let quote = format!("report says that the machine {quote} and no more");
            check(&text, &quote, CRITICAL);
        }
    }
}

#[test]
fn the_zero_before_a_decimal_point_may_be_left_out() {
    for (page, quote) in [
        ("had p < .05 in all", "had p < 0.05 in all"),
        ("had p<.05 in all", "had p < .05 in all"),
        ("Harbours. . . . . . . .14 Boats . . . . 16", "Harbours . . . . . . . . 14 Boats . . . . 16"),
        ("rose .5 percent", "rose 0.5 percent"),
        ("rose -.5 percent", "rose −0.5 percent"),
        ("cost $.50 a piece", "cost $0.50 a piece"),
        ("rose ,5 points", "rose 0.5 points"),
        ("(r = .82) was", "(r = .82) was"),
    ] {
        for (page, quote) in [(page, quote), (quote, page)] {
            let text = format!("The old report says that the machine {page} and no more was said of it.");
            let quote = format!("report says that the machine {quote} and no more");
            assert!(class(&text, &quote).is_sound(), "{quote:?} in {text:?}: {:?}", class(&text, &quote));
        }
    }
    check("It ended in 1990.5 Then the war began", "It ended in 1990.5 Then the war", MatchClass::Verbatim);
    check("the end of “the war”.5 Then it began", "the end of “the war”. 5 Then it", MatchClass::Typographic);
    check("He waited...5 men came by the road", "He waited… 5 men came by the road", MatchClass::Typographic);
}

#[test]
fn a_negation_added_or_removed_is_never_sound_at_any_place() {
    let words: Vec<&str> = SPEECH.split(' ').collect();
    for (at, negation) in (1..words.len()).zip(["not", "never", "no", "hardly"].into_iter().cycle()) {
        let mut quote = words.clone();
        quote.insert(at, negation);
        assert_eq!(class(SPEECH, &quote.join(" ")), CRITICAL, "{negation} at {at}");
    }
    check(SPEECH, "any other port of the coast, and it did lose one ship", CRITICAL);
    check(SPEECH, "had expected the vote to be so close. The company's unusual offer", MatchClass::Verbatim);
    check(SPEECH, "Everybody had expected the vote to be so close", CRITICAL);
    check("It is legal to fish in the harbour at night", "It is illegal to fish in the harbour at night", CRITICAL);
    check("They can’t fish in the harbour at night", "They can fish in the harbour at night", CRITICAL);
    check("They cannot fish in the harbour at night", "They can't fish in the harbour at night", MINOR);
    check("Sie dürfen nicht im Hafen der Stadt fischen", "Sie dürfen im Hafen der Stadt fischen", CRITICAL);
    check(
        "Ils ne peuvent pas pêcher dans le vieux port de la ville",
        "Ils peuvent pêcher dans le vieux port de la ville",
        CRITICAL,
    );
}

#[test]
fn one_word_of_content_or_one_name_is_critical() {
    for (from, to) in [
        ("Anna Berg", "Anna Borg"),
        ("Anna Berg", "Anne Berg"),
        ("governor", "minister"),
        ("protect", "expose"),
        ("worker", "owner"),
        ("refused", "accepted"),
        ("against", "for"),
        ("would", "could"),
        ("every", "each"),
        ("more", "less"),
        ("unfair", "fair"),
        ("close", "closed off"),
        ("any other", "any"),
    ] {
        check(SPEECH, &SPEECH.replacen(from, to, 1), CRITICAL);
    }
}

#[test]
fn a_transposition_does_not_hide() {
    check(SPEECH, &SPEECH.replacen("The company's unusual", "The unusual company's", 1), CRITICAL);
    let quote = "the union's offer to the company was refused by the owner at last";
    let text = "the owner's offer to the company was refused by the union at last";
    check(text, quote, CRITICAL);
}

#[test]
fn passages_from_far_apart_are_not_one_without_a_mark() {
    let filler = "Grain and timber were carried up the hill by mules, day after day and year after year. ".repeat(20);
    let text = format!(
        "The council promised to repair the old bridge at once. {filler}The bridge will be taken down in spring."
    );
    let stitched = "The council promised to repair the old bridge will be taken down in spring";
    assert!(!class(&text, stitched).is_sound());
    assert_eq!(class(&text, "promised to repair the old bridge … will be taken down in spring"), MatchClass::Edited);
    let far = format!("promised to repair the old bridge. {}It will be taken down in spring.", filler.repeat(2));
    assert_eq!(class(&far, "promised to repair the old bridge … will be taken down in spring"), CRITICAL);
}

#[test]
fn shuffled_words_are_not_the_quote() {
    let mut words: Vec<&str> = SPEECH.split(' ').take(20).collect();
    words.reverse();
    assert!(!class(SPEECH, &words.join(" ")).is_sound());
    assert_eq!(class(SPEECH, &words.join(" ")), MatchClass::Absent);
}

#[test]
fn terms_are_found_exactly_or_not_at_all() {
    for quote in ["vote", "Anna Borg", "unusual offers", "Berg, Anna"] {
        let found = class(SPEECH, quote);
        assert_eq!(found, if quote == "vote" { MatchClass::Verbatim } else { MatchClass::Absent }, "{quote}");
    }
    check("the votes were counted", "vote", MatchClass::Absent);
    check("a television set", "vision", MatchClass::Absent);
}

#[test]
fn another_number_in_digits_of_another_script_is_another_number() {
    check("ارتفع النهر ٤٢ متراً أمس", "ارتفع النهر 43 متراً أمس", CRITICAL);
    check("ارتفع النهر ٤٢ متراً أمس", "ارتفع النهر ٤٣ متراً أمس", CRITICAL);
}

#[test]
fn half_a_number_is_not_the_number() {
    check("it rose to 16.6 percent", "6 percent", MatchClass::Absent);
    check("it rose to 1,000,000 at once", "000 at once", MatchClass::Absent);
}

#[test]
fn a_very_long_quote_is_compared_as_far_as_the_limit_and_never_sound_by_it() {
    let words: Vec<String> = (0..6_000).map(|number| format!("word{number}")).collect();
    let text = words.join(" ");
    check(&text, &text, MatchClass::Verbatim);
    let changed = text.replace("word100 ", "other ");
    assert!(!class(&text, &changed).is_sound());
}

#[test]
fn a_page_of_one_letter_or_of_marks_is_searched_in_time() {
    let page = "a ".repeat(100_000);
    assert_eq!(class(&page, &"a ".repeat(500)), MatchClass::Verbatim);
    assert!(!class(&page, &format!("{}b", "a ".repeat(3_000))).is_sound());
    assert_eq!(class(&"[".repeat(50_000), &"[".repeat(5_000)), MatchClass::Verbatim);
    assert_eq!(class(&"a".repeat(200_000), &"a".repeat(1_000)), MatchClass::Absent);
    assert!(class(&page, &"a … ".repeat(31)).is_sound());
}

#[test]
fn a_change_at_the_edge_of_a_quote_is_a_change() {
    check("In all it is not used in any of the browsers so far", "is used in any of the browsers so far", CRITICAL);
    check(
        "There were false hits on the absent crates in the tree",
        "these hits on the absent crates in the tree",
        CRITICAL,
    );
    check(
        "Then came the hits on the absent crates in the tree",
        "of the hits on the absent crates in the tree",
        CRITICAL,
    );
    check("He left. Hits on the absent crates in the tree", "The hits on the absent crates in the tree", MINOR);
}

#[test]
fn a_capital_hides_no_negation_before_it() {
    for (text, quote) in [
        ("It was so. No evidence was found in the house.", "Evidence was found in the house"),
        ("It was so. Not all patients recovered from it.", "All patients recovered from it"),
        ("It was so. Nearly half of the men came to it.", "Half of the men came to it"),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("It was so. No evidence was found in the house.", "evidence was found in the house"),
        ("They say that no evidence was found in the house.", "Evidence was found in the house"),
        ("It was not so. Evidence was found in the house.", "Evidence was found in the house"),
        ("The report says evidence was found in the house.", "Evidence was found in the house"),
        ("He said no: evidence was found in the house.", "Evidence was found in the house"),
    ] {
        assert!(class(text, quote).is_sound(), "{quote} in {text}");
    }
}

#[test]
fn a_mark_does_not_reach_past_the_word_that_it_hides() {
    let text = "In 1966 the rich of the town had paid no income tax at all. It is not the same as ordinary income tax.";
    check(text, "the rich of the town had paid … income tax", CRITICAL);
}

#[test]
fn references_of_the_page_are_no_marks_of_the_writer() {
    let numbered = "The river rose.[12] Nobody in the old town had seen it come, and the bridge fell.[13]";
    check(numbered, "The river rose.[12] Nobody in the old town had seen it", MatchClass::Verbatim);
    check(numbered, "The river rose.[12] Nobody [sic] in the old town had seen it", MatchClass::Edited);
    check(numbered, "The river rose.[12] Nobody … had seen it come", MatchClass::Edited);
    check(numbered, "had seen it come, and the bridge fell.[14]", CRITICAL);
    assert!(!class(numbered, "The river rose.[14] Nobody in the old town had seen it").is_sound());
    let plain = "The river rose. Nobody in the old town had seen it come, and the bridge fell.";
    check(plain, "The river rose.[12] Nobody in the old town had seen it", MatchClass::Edited);
}

#[test]
fn a_future_is_no_conditional_and_all_are_more_than_almost_all() {
    for (page, quote) in [
        (
            "El puente podría cerrarse durante el invierno, dijo el alcalde de la ciudad, y los vecinos no lo saben todavía.",
            "El puente podrá cerrarse durante el invierno",
        ),
        (
            "Le pont pourrait être fermé pendant l’hiver, a dit le maire de la ville, et les gens du port ne le savent pas encore.",
            "Le pont pourra être fermé pendant l’hiver",
        ),
        (
            "Il ponte potrebbe essere chiuso per tutto l’inverno, ha detto il sindaco, e la gente del porto non lo sa ancora.",
            "Il ponte potrà essere chiuso per tutto l’inverno",
        ),
        (
            "Почти все лодки вернулись той ночью в старую гавань, и никто не знал, что это было и как это случилось с ними.",
            "Все лодки вернулись той ночью в старую гавань",
        ),
        (
            "Prawie wszystkie łodzie wróciły tej nocy do starego portu, ale nikt nie wiedział, co się z nimi stało i jak to było.",
            "Wszystkie łodzie wróciły tej nocy do starego portu",
        ),
    ] {
        check(page, quote, CRITICAL);
        check(page, page, MatchClass::Verbatim);
    }
}
