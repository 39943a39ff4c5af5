//! Small things that turn a quote: a sign, a letter in brackets, the word or the digits beside it.

use super::{CRITICAL, MINOR, check, class, found};
use crate::quote_match::*;

#[test]
fn a_sign_and_its_negation_are_two_signs() {
    for (one, other) in [
        ("≠", "="),
        ("∉", "∈"),
        ("≢", "≡"),
        ("∄", "∃"),
        ("≯", ">"),
        ("≮", "<"),
        ("⊄", "⊂"),
        ("=\u{338}", "="),
        ("<", ">"),
        ("≤", "<"),
    ] {
        let text = |sign: &str| format!("so we know that x {sign} y for all of them");
        check(&text(one), &text(other), CRITICAL);
        check(&text(other), &text(one), CRITICAL);
        check(&text(one), &text(one), MatchClass::Verbatim);
        assert!(!class(&text(one), &format!("x {other} y")).is_sound(), "{one} {other}");
    }
    check("so we know that x ≠ y for all", "that x =\u{338} y for all", MatchClass::Typographic);
    check("the a∙b and c ⋯ d of it", "the a·b and c d of it", MatchClass::Typographic);
}

#[test]
fn a_word_of_other_meaning_is_no_slip_of_spelling() {
    for (one, other) in [
        ("the jury was convicted of it by the end", "the jury was convinced of it by the end"),
        ("it is a typical case of the fever here", "it is atypical case of the fever here"),
        ("it is an atypical case of the fever here", "it is a typical case of the fever here"),
        ("it is an atypical case of the fever here", "it is an typical case of the fever here"),
        ("the report is in complete agreement with us", "the report is incomplete agreement with us"),
        ("Then Dr. B. A. Smith came to the house", "Then Dr. B. C. Smith came to the house"),
        ("Then Dr. B. A. Smith came to the house", "Then Dr. B. Smith came to the house"),
        ("The letter of Mr. At came to the house", "The letter of Mr. In came to the house"),
        ("They gave vitamin A tablets to the men", "They gave vitamin tablets to the men"),
        ("They gave vitamin A tablets to the men", "They gave vitamin an tablets to the men"),
        ("a story of Mr Armour and his old house", "a story of Mr Armor and his old house"),
    ] {
        check(one, other, CRITICAL);
        check(other, one, CRITICAL);
    }
    for (one, other) in [
        ("A council of the old town met on Monday", "The council of the old town met on Monday"),
        ("It rained. A council of the old town met", "It rained. The council of the old town met"),
        ("they came in to the old town on Monday", "they came into the old town on Monday"),
        ("the goverment of the old town met here", "the government of the old town met here"),
        ("the reponsabilities of the old town here", "the responsibilities of the old town here"),
        ("the old town recieved all of its mail", "the old town received all of its mail"),
    ] {
        check(one, other, MINOR);
    }
}

#[test]
fn letters_in_brackets_before_a_word_make_another() {
    for (text, quote) in [
        ("In the end the board approved it.", "the board [dis]approved it"),
        ("They are able to swim in it.", "They are [un]able to swim"),
        ("He was a responsible man then.", "was a [ir]responsible man"),
        ("It was legal to fish there.", "It was [il]legal to fish"),
        ("It was legal to fish there.", "[il]legal to fish there"),
        ("An effective cure of the ill.", "[in]effective cure of the ill"),
        ("The mayor was elected in May.", "mayor was [re-]elected in May"),
        ("It is of use to the town here.", "It is of use[less] to the town"),
    ] {
        check(text, quote, CRITICAL);
    }
    check("They are unable to swim in it.", "They are [un]able to swim", MatchClass::Edited);
    check("The mayor was re-elected in May.", "mayor was [re-]elected in May", MatchClass::Edited);
    check("The mayor was elected in May.", "[t]he mayor was elected", MatchClass::Edited);
    check("And the mayor was elected in May.", "[T]he mayor was elected", MatchClass::Edited);
    check("He claims the boat is ours.", "claim[ed] the boat is", MatchClass::Edited);
}

#[test]
fn a_bracket_at_the_edge_names_no_other_than_the_page() {
    for (text, quote) in [
        ("Biden said it was over.", "[Trump] said it was over"),
        ("Then Joe Biden said it was over.", "[Donald Trump] said it was over"),
        ("It was March 14, 2019 in the town.", "March 14, [2021]"),
        ("It rained. 30 people came to it.", "[40] people came to it"),
        ("He gave the boat to Jones.", "gave the boat to [Smith]"),
        ("It rained. Biden said it was over.", "It rained. [Trump] said it was over"),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("He said it was over.", "[Trump] said it was over"),
        ("Yesterday in Paris he said it was over.", "[Trump] said it was over"),
        ("Mr. Trump said it was over.", "[Donald Trump] said it was over"),
        ("The president said it was over.", "[Trump] said it was over"),
        ("It was March 14. In the town", "It was March 14, [2021]"),
        ("It was March 14 in the town", "It was March 14[, 2021]"),
        ("He gave the boat to him. Jones left.", "gave the boat to him [Smith]"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
}

#[test]
fn a_bracket_may_name_whom_the_page_only_describes() {
    for (text, quote) in [
        ("Critics argued that it was over.", "[Smith] argued that it was over"),
        ("It rained. Opponents of it said it was over.", "[Smith and Jones] said it was over"),
        ("Prosecutors said it was over.", "[Anna Berg] said it was over"),
        ("The Minister said it was over.", "[Berg] said it was over"),
        ("She said it was over.", "[Berg] said it was over"),
        ("Witnesses said it was over.", "[Berg] said it was over"),
        ("Weavers said it was over. Then the weavers left.", "[The guild of Lund] said it was over"),
        ("In May the critics told us it was over.", "In May [Smith] told us it was over"),
        ("He gave the boat to the council.", "gave the boat to [Lund]"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
    for (text, quote) in [
        ("Jones argued that it was over.", "[Smith] argued that it was over"),
        ("Sanders argued that it was over.", "[Smith] argued that it was over"),
        ("President Jones argued that it was over.", "[Smith] argued that it was over"),
        ("In May the governor, Jones, told us it was over.", "In May [Smith] told us it was over"),
        ("Weavers said it was over.", "[Smith] said it was over"),
        ("He gave the boat to Jones of Lund.", "gave the boat to [Smith]"),
        ("Critics did argue that it is over.", "Critics did [not] argue that it is over"),
        ("Some of the critics said it was over.", "[Most] of the critics said it was over"),
        ("So the plan may work for all of us.", "So the plan [will] work for all of us"),
        ("In all 12 critics said it was over.", "In all [30] critics said it was over"),
    ] {
        check(text, quote, CRITICAL);
    }
}

#[test]
fn a_number_is_not_cut_out_of_a_larger_one() {
    for (text, quote) in [
        ("In all 12 500 people came to the town", "500 people came"),
        ("In all 12\u{a0}500 people came to the town", "500 people came"),
        ("In all 1 234 567 people came to the town", "567 people came"),
        ("In all 1 234 567 people came to the town", "234 567 people came"),
        ("It was -5 degrees in the town", "5 degrees"),
        ("It was −5 degrees in the town", "5 degrees in the town"),
        ("It was <5 degrees in the town", "5 degrees in the town"),
        ("They were about 12 500 in all", "were about 12"),
        ("They were about 12\u{a0}500 in all of the town", "They were about 12 … of the town"),
        ("In all 12 500 people came to the town", "[about] 500 people came"),
        ("They were in all about 12,500 in the town", "They were in all about 12 in the town"),
        ("They were in all about 12,500", "They were in all about 12"),
        ("They were in all about 12.5", "They were in all about 12"),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("12 500 people came. Then 500 people came", "500 people came"),
        ("Fish 230 223 246 305 384 480 570 645 716 782 in all", "223 246 305 384 480 570 645"),
        ("In 2019 500 people came to the town", "500 people came"),
        ("It was 3-5 degrees in the town", "5 degrees"),
        ("It was —5 degrees in the town", "5 degrees"),
        ("In all 12 500 people came to the town", "12 500 people came"),
        ("12\n500 people came to the town", "500 people came"),
        ("in room 12 50 people came", "50 people came"),
        ("It cost $500 in the town", "500 in the town"),
    ] {
        check(text, quote, MatchClass::Verbatim);
    }
    let list = "Count: 12 500 people, 40 boats, 3 ships.";
    assert!(!found(list, "500 people, 3 boats and 3 ships", QuoteKind::List).class.is_sound());
    let diff = found("It was -5 degrees there", "5 degrees", QuoteKind::Phrase).diff;
    assert_eq!(diff[0], Change::new(ChangeOp::Insert, "-"));
}

#[test]
fn a_power_is_no_digit_of_the_number_and_a_note_no_part_of_the_word() {
    check("about 10⁶ cells were in it", "about 10⁶ cells", MatchClass::Verbatim);
    check("about 10⁶ cells were in the dish", "about 106 cells were in the dish", CRITICAL);
    check("about 10⁻⁶ cells were in the dish", "about 10⁶ cells were in the dish", CRITICAL);
    check("about 10⁻⁶ cells were in the dish", "about 10 cells were in the dish", CRITICAL);
    check("it fell by 9 m s⁻² in the dish", "it fell by 9 m s² in the dish", CRITICAL);
    check("it fell by 9 m s⁻² in the dish", "it fell by 9 m s-2 in the dish", MatchClass::Typographic);
    check("the Ca²⁺ and Na⁺ in the dish", "the Ca2+ and Na in the dish", MatchClass::Typographic);
    check("the boats³ came to the town", "the boats came", MatchClass::Typographic);
}

#[test]
fn what_a_prefix_negates_may_be_left_out_with_it() {
    let text = "This copy is for your personal, non-commercial use only, and not-for-profit groups may use the non-fatal kind.";
    check(text, "is for your personal, … use only", MatchClass::Edited);
    check(text, "may use the … kind", MatchClass::Edited);
    check("It is a non-issue for the town.", "It is a … issue for the town", CRITICAL);
    check("They are not so-called heroes of the town.", "They are … so-called heroes", CRITICAL);
    check("They are not well-known in the town.", "They are … known in the town", CRITICAL);
}

/// The pieces of the diff of an altered quote: `-` before what only the quote has, `+` before what only the page has.
fn shown(text: &str, quote: &str) -> String {
    let found = found(text, quote, QuoteKind::Sentence);
    assert!(matches!(found.class, MatchClass::Altered(_)), "{quote}: {found:#?}");
    let piece = |change: &Change| match change.op {
        ChangeOp::Equal => change.text.clone(),
        ChangeOp::Delete => format!("<-{}>", change.text),
        ChangeOp::Insert => format!("<+{}>", change.text),
    };
    found.diff.iter().map(piece).collect()
}

#[test]
fn a_bracket_that_turns_the_meaning_is_shown() {
    let text = "They found evidence of fraud, though some members disagreed strongly. The arc is long. He said that he is not \
        guilty of it. The bridge [over the river] fell. In 2019 he left for Rome with five men.";
    for (quote, difference) in [
        ("members [never] disagreed strongly", "members <-[never] >disagreed strongly"),
        ("found [no] evidence of fraud", "found <-[no] >evidence of fraud"),
        ("arc is [not] long", "arc is <-[not] >long"),
        ("[never] disagreed strongly", "<-[never] >disagreed strongly"),
        ("members disagreed [never]", "members disagreed<-[never] >"),
        ("[Smith is] guilty of it", "<-[Smith is] ><+not >guilty of it"),
        ("he is [very] guilty of it", "he is <-[very] ><+not >guilty of it"),
        ("he is … guilty of it", "he is <-… ><+not >guilty of it"),
        ("The bridge [over the road] fell", "The bridge [over the <-road] ><+river] >fell"),
        ("[2018] he left for Rome", "<-[2018] ><+2019 >he left for Rome"),
        ("he left for Rome with [six] men", "he left for Rome with <-[six] ><+five >men"),
        ("som membrs [never] disagreed strongly", "<-som membrs [never] ><+some members >disagreed strongly"),
    ] {
        assert_eq!(shown(text, quote), difference, "{quote}");
    }
}

#[test]
fn the_rest_of_a_number_that_a_quote_cuts_is_shown() {
    let text = "There were 12 500 boats in the harbour, and twenty-five of them sank that night.";
    assert_eq!(shown(text, "There were 12 … in the harbour"), "There were 12 <+500 >… in the harbour");
    assert_eq!(shown(text, "500 boats … of them sank"), "<+12 >500 boats … of them sank");
}

#[test]
fn a_bracket_turns_the_meaning_of_a_misspelled_quote_too() {
    check("The committee disagreed strongly over it.", "The comittee [never] disagreed strongly over it", CRITICAL);
    check("The committee disagreed strongly over it.", "[Nobody of] the comittee disagreed strongly over it", CRITICAL);
    check("The committee disagreed strongly over it.", "The comittee [of May] disagreed strongly over it", MINOR);
}

#[test]
fn the_mark_of_a_note_may_be_copied_with_the_words() {
    let text = "They use the protobuf³ format,¹² and the old flood.¹,² In 2019³ it rose by 5² feet. The “gate”⁴ fell.\n⁵ See the \
        gate (of η² and n = 270).⁶ So.";
    for quote in [
        "use the protobuf3 format,12 and the old flood",
        "use the protobuf3 format,12 and the old flood.1,2 In 2019",
        "format,12 and the old flood",
        "The “gate”4 fell",
        "The \"gate\"4 fell. 5 See the gate",
        "the gate (of η2 and n = 270).6 So",
    ] {
        check(text, quote, MatchClass::Typographic);
    }
    for quote in [
        "use the protobuf4 format",
        "format,1 and the old flood",
        "the old flood3. In",
        "In 20193 it rose",
        "rose by 52 feet",
        "See the gate (of η2 and n = 2706",
    ] {
        assert!(!class(text, quote).is_sound(), "{quote}");
    }
    assert!(!class("They use the protobuf format, and more", "use the protobuf3 format, and more").is_sound());
}

#[test]
fn an_ellipsis_may_pass_over_a_whole_parenthesis_with_a_negation() {
    for (text, quote) in [
        (
            "The captain, 54, (no relation to the owner) said that the ship was lost.",
            "The captain, 54, … said that the ship was lost",
        ),
        ("The senator (who never married) left his house to the city.", "The senator … left his house to the city"),
        ("He is, without a doubt, the best player of all.", "He is … the best player of all"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
    for (text, quote) in [
        ("The senator (not) left his house to the city.", "The senator … left his house to the city"),
        ("The senator has (not yet) left his house.", "The senator has … left his house"),
        ("The senator (of old) never left his house to the city.", "The senator … left his house to the city"),
        ("He went without a doubt to the best of all.", "He went … to the best of all"),
    ] {
        check(text, quote, CRITICAL);
    }
}
