//! What is no word of the author's: marks of notes, slips of scans, and the page's own typography beside the quote's.

use super::{CRITICAL, MINOR, check, class, found};
use crate::quote_match::*;

const RIVER: &str = "The river rose again. Then the town slept. The council approved the plan, which was old, in the spring of that year.";
const NOTED: &str = "The river rose again.1 Then the town slept. The council approved the plan12, which was old,[3] in the spring of that year.";

#[test]
fn marks_of_notes_that_were_copied_with_the_words_are_typography() {
    for quote in [
        "The river rose again.1 Then the town slept",
        "The river rose again.1,2 Then the town slept",
        "The council approved the plan12, which was old",
        "The council approved the plan¹², which was old",
        "Then the town slept.7",
    ] {
        check(RIVER, quote, MatchClass::Typographic);
    }
    for quote in
        ["The river rose again. Then the town slept", "The council approved the plan, which was old, in the spring"]
    {
        check(NOTED, quote, MatchClass::Typographic);
    }
    check(RIVER, "The river rose again.1 … the town slept", MatchClass::Edited);
    check(RIVER, "The council approved the plan[3], which was old", MatchClass::Edited);
    // Another mark than the page has.
    assert!(!class(NOTED, "The river rose again.2 Then the town slept").is_sound());
    assert!(
        !class("The river rose again.¹ Then the town slept.", "The river rose again.2 Then the town slept").is_sound()
    );
}

#[test]
fn numbers_that_belong_to_their_words_are_no_marks() {
    for (page, quote) in [
        ("The disease Covid was feared by all of them", "The disease Covid19 was feared by all"),
        ("The disease covid was feared by all of them", "The disease covid19 was feared by all"),
        ("The gas CO was measured in the town", "The gas CO2 was measured in the town"),
        ("The G leaders met in the town of Bergen", "The G20 leaders met in the town"),
        ("It stands on page of the old book", "It stands on page 12 of the old book"),
        ("The song No. One was in the charts", "The song No.1 One was in the charts"),
        ("The Covid19 disease was feared by all", "The Covid disease was feared by all"),
    ] {
        assert!(!class(page, quote).is_sound(), "{quote}");
        assert!(!class(quote, page).is_sound(), "{page}");
    }
    // A word that has such a number on the page is another.
    assert!(
        !class("The node12 fell. The node rose again in the night.", "The node12 rose again in the night").is_sound()
    );
}

#[test]
fn powers_and_marks_behind_years_are_found_as_they_are_copied() {
    let page = "A rate of 10⁻⁵ was seen in 2010.⁸ Then 10⁶ men came, and ¼ of them stayed in the town.";
    for quote in [
        "A rate of 10-5 was seen in 2010.8 Then",
        "A rate of 10−5 was seen",
        "Then 10^6 men came",
        "and 1⁄4 of them stayed",
    ] {
        check(page, quote, MatchClass::Typographic);
    }
    for quote in [
        "Then 10-6 men came",
        "Then 106 men came",
        "A rate of 10^5 was seen",
        "A rate of 105 was seen",
        "was seen in 2010.9 Then",
    ] {
        assert!(!class(page, quote).is_sound(), "{quote}");
    }
    let page = "Sizes range up to ¹⁄4 inch and 2³⁄8 inches, and the line follows a law with ¹/₂ for it.¹/² So it was.";
    for quote in [
        "up to 1⁄4 inch and",
        "up to 1/4 inch",
        "and 2 3/8 inches",
        "and 2⅜ inches",
        "a law with 1/2 for it",
        "for it. So it was",
    ] {
        check(page, quote, MatchClass::Typographic);
    }
    for quote in
        ["up to 4 inch and", "up to 14 inch and", "and 23/8 inches", "and 2 inches, and", "a law with 12 for it"]
    {
        assert!(!class(page, quote).is_sound(), "{quote}");
    }
    let thread = "Written by Doe at 22:40 in Thread:3Answers to it all, Replies: 7 in the town. It rose.4They left.";
    for quote in ["by Doe at 22:40 in Thread:5", "to it all, Replies:5", "in the town. It rose.5"] {
        assert!(!class(thread, quote).is_sound(), "{quote}");
    }
    let range = "The town had 63 schools in 2006-07.⁸ Of these most were small.";
    check(range, "63 schools in 2006-07.8 Of these", MatchClass::Typographic);
    assert!(!class(range, "63 schools in 2006-07.9 Of these").is_sound());
}

#[test]
fn slips_of_a_scan_are_minor_but_not_in_a_number() {
    let page = "The govemment of the town approved a dicult and signi cant plan. lt cost 1O million, and the c0uncil paid half 0f it.";
    for quote in [
        "The government of the town approved",
        "approved a difficult and significant plan. It cost 1O million",
        "It cost 1O million, and the council paid half of it",
    ] {
        check(page, quote, MINOR);
    }
    for (page, quote) in [
        (page, "lt cost 10 million, and the c0uncil paid"),
        ("The modern bridge was built over the river", "The modem bridge was built over the river"),
        ("The plan to FAIL was made by the town", "The plan to FALL was made by the town"),
    ] {
        check(page, quote, CRITICAL);
    }
    check("The govern¬ ment of the town paid", "The government of the town paid", MatchClass::Typographic);
}

#[test]
fn what_both_sides_have_is_shown_as_each_writes_it() {
    let page = "The “20 rivers” rose — but not today, said the mayor of the town.";
    let found = found(page, "The 'twenty rivers' rose -- but now today, said the mayor", QuoteKind::Sentence);
    let ours: String =
        found.diff.iter().filter(|change| change.op != ChangeOp::Insert).map(|change| change.text.as_str()).collect();
    let theirs: String = found.diff.iter().map(Change::on_page).collect();
    assert_eq!(ours, "The 'twenty rivers' rose -- but now today, said the mayor");
    assert_eq!(theirs, "The “20 rivers” rose — but not today, said the mayor");
    assert_eq!(found.diff.last().map(|change| change.page.as_deref()), Some(None));
}

#[test]
fn the_mark_that_a_page_has_at_a_place_is_no_other() {
    let page = super::page(&[
        (TextName::Visible, "It took 5 seconds.[23] If your users wait, they leave. The town slept.[24] Then it rose."),
        (TextName::NoMarks, "It took 5 seconds. If your users wait, they leave. The town slept. Then it rose."),
    ]);
    let folded = FoldedPage::new(&page);
    let class = |quote: &str| folded.find(quote, QuoteKind::Sentence).class;
    assert!(class("It took 5 seconds. If your users wait").is_sound());
    assert!(!class("It took 5 seconds.53 If your users wait").is_sound());
}

#[test]
fn a_word_that_looks_like_another_is_no_slip_and_a_misspelling_is_one() {
    let page = |word: &str| {
        format!(
            "According to the log of that year the old keeper wrote about the {word} to everybody who came to the lamp house."
        )
    };
    for (one, other) in [
        ("severe", "sever"),
        ("heroin", "heroine"),
        ("injection", "infection"),
        ("border", "boarder"),
        ("mission", "fission"),
        ("grants", "giants"),
        ("planned", "planed"),
        ("mourning", "morning"),
        ("dragon", "dragoon"),
        ("lamps", "lamp"),
    ] {
        check(&page(one), &page(other), CRITICAL);
        check(&page(other), &page(one), CRITICAL);
    }
    for (word, slip) in [
        ("receive", "recieve"),
        ("government", "goverment"),
        ("tomorrow", "tommorow"),
        ("president", "presidnet"),
        ("the", "teh"),
        ("probably", "probaly"),
        ("calendar", "calender"),
        ("colour", "color"),
    ] {
        check(&page(word), &page(slip), MINOR);
        check(&page(slip), &page(word), MINOR);
    }
    // Of other languages no words are known: what is typical of slips is one.
    let german = |word: &str| {
        format!(
            "Nach dem Buch hat der alte Wärter in dem Jahr über die {word} geschrieben, und alle waren mit ihm einig, als er kam."
        )
    };
    check(&german("Regierung des Landes"), &german("Regierug des Landes"), CRITICAL);
    check(&german("alten und schlechten Wege"), &german("alten und schlechen Wege"), MINOR);
}

#[test]
fn a_contraction_at_an_edge_is_no_other_word() {
    const REST: &str = "The council met in the old hall, and many of the people who live there had come. ";
    for (page, quote) in [
        ("You must not enter the harbour at noon, but he did not.", "You mustn’t enter the harbour at noon"),
        ("You mustn’t enter the harbour at noon, but he did not.", "You must not enter the harbour at noon"),
        ("He did not come to the harbour at noon.", "He didn’t come to the harbour at noon"),
        ("They came to the old harbour, but he did not.", "came to the old harbour, but he didn’t"),
    ] {
        check(&format!("{REST}{page}"), quote, MINOR);
    }
    for (page, quote) in [
        ("I am not a crook, he said.", "I’m not a crook"),
        ("The minister did not resign in spring.", "didn’t resign in spring"),
        ("The minister didn’t resign in spring.", "did not resign in spring"),
    ] {
        check(&format!("{REST}{page}"), quote, MINOR);
    }
    let page = format!("{REST}He said that the boat he’d promised was gone.");
    check(&page, "said that the boat he had promised was gone", MINOR);
    check(&page, "said that the boat he will have promised was gone", CRITICAL);
    let page = format!("{REST}They came to the harbour on Tuesday, 3 May, by boat.");
    check(&page, "came to the harbour on Tues., 3 May, by boat", MINOR);
    check(&page, "came to the harbour on Thurs., 3 May, by boat", CRITICAL);
    let page = format!("{REST}She did not come to the harbour at noon.");
    check(&page, "He didn’t come to the harbour at noon", CRITICAL);
}

#[test]
fn korean_sets_the_verb_that_negates_apart_as_it_likes() {
    let page = "위원회는 다리가 안전하지 않다고 판단했고 시장은 2019년부터 알고 있었다.";
    check(page, "위원회는 다리가 안전하지않다고 판단했고 시장은 2019년부터 알고 있었다", MatchClass::Typographic);
    check(page, "위원회는 다리가 안전하다고 판단했고 시장은 2019년부터 알고 있었다", CRITICAL);
}

#[test]
fn where_vowels_are_not_written_a_letter_makes_another_word() {
    let page = "التقى الرئيس محمد بن سلمان بالوزير في المدرسة القديمة.";
    check(page, "التقى الرئيس محمود بن سلمان بالوزير", CRITICAL);
    check(page, "بالوزير في المدرسه القديمه", MINOR);
    check("ראש העיר סיפר לנו על המלחמה של השנה שעברה.", "סיפר לנו על המחלמה של השנה", MINOR);
    check("ראש העיר סיפר לנו על המלחמה של השנה שעברה.", "סיפר לנו על המלחמות של השנה", CRITICAL);
}

#[test]
fn letters_that_a_keyboard_lacks_are_spelling() {
    for (page, quote) in [
        (
            "The minister travelled to Aarhus after the meeting of the board.",
            "The minister travelled to Århus after the meeting",
        ),
        ("Han gik paa gaden hele natten og saa intet.", "Han gik på gaden hele natten og så intet"),
        (
            "The bank of Zürich was closed for all of the winter.",
            "The bank of Zuerich was closed for all of the winter",
        ),
    ] {
        assert_eq!(class(page, quote), MINOR, "{quote}");
    }
    assert_ne!(
        class("He read it at Baaden in the winter of the war.", "He read it at Baden in the winter of the war"),
        MatchClass::Typographic
    );
}
