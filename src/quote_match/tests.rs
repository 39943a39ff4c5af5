//! What each class is, in tables.

mod trap_tests;
mod case_tests;
mod sign_tests;
mod near_tests;
mod chance_tests;
mod page_tests;
mod pdf_tests;
mod edge_tests;
mod bracket_tests;
mod ellipsis_tests;
mod script_tests;
mod language_tests;
mod affirmed_tests;
mod elision_tests;
mod forms_tests;
mod beside_tests;
mod ruled_out_tests;
mod slip_tests;
mod slips_tests;
mod foreign_slips_tests;
mod property_tests;
mod speech_tests;
mod article_tests;
mod taken_back_tests;
mod thousands_tests;
mod denied_tests;
mod turned_tests;
mod harmless_tests;
mod held_to_tests;
mod withheld_tests;
mod cut_tests;
mod scale_tests;
mod garbled_tests;
mod hyphened_tests;
mod unreal_tests;
mod other_clause_tests;
mod other_verb_tests;
mod bounds_tests;
mod blocks_tests;
mod short_form_tests;
mod particle_tests;
mod apposition_tests;
mod before_tests;
mod begun_tests;
mod hidden_tests;
mod parallel_tests;
mod halves_tests;
mod bracket_adds_tests;
mod small_turns_tests;
mod other_speaker_tests;
mod left_open_tests;
mod needed_tests;
mod looks_turned_tests;
mod answers_tests;
mod reform_tests;
mod governed_tests;
mod hidden_links_tests;

use super::*;
use crate::page::PageText;

/// The class of `quote` on a page whose visible text is `text`.
pub(super) fn class(text: &str, quote: &str) -> MatchClass {
    found(text, quote, QuoteKind::Sentence).class
}

pub(super) fn found(text: &str, quote: &str, kind: QuoteKind) -> QuoteMatch {
    let page = page(&[(TextName::Visible, text)]);
    FoldedPage::new(&page).find(quote, kind)
}

pub(super) fn page(texts: &[(TextName, &str)]) -> Page {
    let texts = texts.iter().map(|&(name, text)| PageText { name, text: text.to_owned() }).collect();
    Page { texts, ..Page::default() }
}

pub(super) fn check(text: &str, quote: &str, expected: MatchClass) {
    let found = found(text, quote, QuoteKind::Sentence);
    assert_eq!(found.class, expected, "{quote:?} in {text:?}: {found:#?}");
}

pub(super) const MINOR: MatchClass = MatchClass::Altered(Difference::Minor);
pub(super) const CRITICAL: MatchClass = MatchClass::Altered(Difference::Critical);

#[test]
fn the_same_characters_are_verbatim_whatever_the_white_space() {
    for (text, quote) in [
        ("So the river rose again.", "the river rose"),
        ("So the\u{a0}river\n rose again.", "the river rose"),
        ("So the river rose again.", "the\nriver\u{202f}rose"),
        ("So “the river” rose.", "“the river” rose"),
        ("The river rose. Then it fell.", "The river rose,"),
        ("The river rose. Then it fell.", "river rose. Then it"),
        ("He said ‘leave us’ and left.", "said ‘leave us.’"),
        ("It cost $5.50 (about €5).", "$5.50 (about €5)"),
        ("水位は再び上がった。", "再び上がった"),
        ("un — deux", "un — deux"),
    ] {
        check(text, quote, MatchClass::Verbatim);
    }
}

#[test]
fn other_typography_is_the_same_words() {
    for (text, quote) in [
        ("He said “the river” rose.", "said \"the river\" rose"),
        ("It’s the miller’s house", "It's the miller's house"),
        ("the river – once low – rose", "the river -- once low -- rose"),
        ("The river rose.", "the river rose"),
        ("then the river rose", "The river rose"),
        ("an e\u{fb03}cient o\u{fb03}ce", "an efficient office"),
        ("the govern-\nment of rivers", "the government of rivers"),
        ("the govern\u{ad}ment of rivers", "the government of rivers"),
        ("a left-of-center group", "a left of center group"),
        ("a left-of-centre group", "a leftofcentre group"),
        ("bread, salt and oil", "bread salt, and oil"),
        ("all 1,000 men", "all 1000 men"),
        ("all 1 000 men", "all 1,000 men"),
        ("all 1\u{202f}234\u{202f}567 men", "all 1,234,567 men"),
        ("about 5% of men", "about 5 percent of men"),
        ("about 5 per cent of men", "about 5% of men"),
        ("salt & oil for all", "salt and oil for all"),
        ("salt and oil for all", "salt &amp; oil for all"),
        (
            "it&rsquo;s clear that nobody&#8217;s lamp burns &ndash; &ldquo;never again&rdquo;",
            "it’s clear that nobody’s lamp burns – “never again”",
        ),
        ("the caf&eacute; of Z&uuml;rich burns", "the café of Zürich burns"),
        ("the lamp&nbsp;burns here", "the lamp burns here"),
        ("Straße der Bienen", "Strasse der Bienen"),
        ("ارْتَفَعَ النَّهرُ في الليل", "ارتفع النهر في الليل"),
        ("עלה הנהר בלילה", "עָלָה הַנָּהָר בלילה"),
        ("the word¹ was good", "the word was good"),
        ("12 m² of land", "12 m2 of land"),
        ("ارتفع النهر ٤٢ متراً", "ارتفع النهر 42 متراً"),
        ("नदी ४२ मीटर ऊपर आई", "नदी 42 मीटर ऊपर आई"),
        ("Welcome\nFive Freedoms\nWe hold", "five freedoms"),
        ("Welcome\nTHE FIVE FREEDOMS\nWe hold", "The five freedoms"),
        ("Our ΣΊΣΥΦΟΣ here", "Our Σίσυφοσ here"),
    ] {
        let class = class(text, quote);
        assert_eq!(class, MatchClass::Typographic, "{quote:?} in {text:?}");
    }
}

#[test]
fn another_word_of_the_same_letters_is_altered() {
    for (text, quote) in [
        ("they told us to go", "they told US to go"),
        ("he sent a résumé today", "he sent a resume today"),
        ("a fine Polish table", "a fine polish table"),
        ("and we're going home", "and were going home"),
        ("it may be every day here", "it may be everyday here"),
    ] {
        check(text, quote, MINOR);
    }
    check("he was not able to go", "he was notable to go", CRITICAL);
    for (one, other) in [
        ("the player resigned in May", "the player re-signed in May"),
        ("the bank acquired the insurer", "the bank was acquired by the insurer"),
        ("the minister accused of it", "the minister was accused of it"),
        ("few said that it was so", "a few said that it was so"),
        ("had little hope of it", "had a little hope of it"),
    ] {
        check(&format!("In all {one} then."), &format!("In all {other} then"), CRITICAL);
        check(&format!("In all {other} then."), &format!("In all {one} then"), CRITICAL);
    }
    check("the code 1 2 is used", "the code 12 is used", CRITICAL);
}

#[test]
fn the_writers_own_marks_are_honoured() {
    let text = "The mayor, who came late, said that the committee claims every boat is ours. He left for home at once.";
    for quote in [
        "The mayor … said that the committee",
        "The mayor [...] said that the committee",
        "The mayor . . . said that the committee",
        "[t]he mayor, who came late",
        "the committee claim[ed] every boat",
        "the committee claims every [sic] boat",
        "the committee claims every boat (emphasis added)",
        "every boat is ours. [The mayor] left for home",
        "that the committee claims every boat…",
        "… the committee claims every boat is ours. … at once",
        "[the men] said that the committee claims every boat",
    ] {
        check(text, quote, MatchClass::Edited);
    }
    check("he waited … and left", "he waited … and left", MatchClass::Verbatim);
    check("he waited ... and left", "he waited … and left", MatchClass::Typographic);
    check("he [the king] left", "he [the king] left", MatchClass::Verbatim);
}

#[test]
fn a_mark_does_not_cover_a_turned_meaning() {
    for (text, quote) in [
        ("The court held he is not guilty of it.", "he is … guilty of it"),
        ("The court held he is guilty of all this.", "he is [not] guilty of all this"),
        ("The court held he is guilty of all this.", "[not] guilty of all this"),
        (
            "In all, Jones owes the bank a fortune today.",
            "[Smith] owes … In all, [Smith] owes the bank a fortune today",
        ),
        ("It took 16 years of work to do so.", "It took [6] years of work to do so"),
        ("Then Jones paid, as Jones promised to do.", "as [Smith] promised to do"),
    ] {
        assert!(!class(text, quote).is_sound() || quote.starts_with("as [Smith]"), "{quote:?} in {text:?}");
    }
    check("Then he paid, as Jones promised to do.", "he paid, as [Smith] promised to do", CRITICAL);
    check("Then he paid, as he promised to do.", "he paid, as [Smith] promised to do", MatchClass::Edited);
}

#[test]
fn a_list_is_found_item_by_item() {
    let text = "We ask for members who\nserve many towns (north, south)\nor are apt to\nbuild for the long term and to\nshare work";
    let quote = "serve many towns (north, south); build for the long term; and share work";
    assert_eq!(found(text, quote, QuoteKind::List).class, MatchClass::Parts);
    assert!(!class(text, quote).is_sound());
    let other_order = "share work; build for the long term; serve many towns (north, south)";
    assert!(!found(text, other_order, QuoteKind::List).class.is_sound());
    let denied = "Food is not free, water is clean, work is hard.";
    assert!(!found(denied, "free, clean, hard", QuoteKind::List).class.is_sound());
    assert_eq!(
        found("Food is free, water is clean, work is hard.", "free, clean and hard", QuoteKind::List).class,
        MatchClass::Parts
    );
}

#[test]
fn pieces_between_commas_are_no_list_where_some_stand_side_by_side() {
    let text = "Her son, John, and her daughter, Mary, inherited the house of the old man by the sea.";
    assert!(!found(text, "Her son, Mary, inherited the house", QuoteKind::List).class.is_sound());
}

#[test]
fn the_numbers_that_a_browser_puts_before_items_may_be_quoted() {
    let text = "Rice\nBoil the water.\nAdd the rice.\nStir once, then cover.\nIt is 12. So it was said 3 times.";
    for quote in [
        "1. Boil the water. 2. Add the rice. 3. Stir once, then cover.",
        "(1) Boil the water, (2) add the rice, (3) stir once, then cover",
        "1) Boil the water. 2) Add the rice.",
    ] {
        check(text, quote, MatchClass::Typographic);
    }
    for quote in
        ["1. Boil the water. 3. Add the rice.", "2. Boil the water. 3. Add the rice.", "1. Stir once, 2. then cover"]
    {
        assert!(!class(text, quote).is_sound(), "{quote}");
    }
}

#[test]
fn a_slip_is_minor_and_a_change_of_meaning_is_critical() {
    let text = "The council voted on Monday to build a new harbour for the fishermen of the northern towns.";
    for quote in [
        "The council voted on Monday to build new harbour for the fishermen of the northern towns",
        "The council voted on Monday to build a new harbor for the fishermen of the northern towns",
        "The council voted on Monday to build a new harbour for the fishermen of northern towns",
        "The council voted on Monday to build a new harbour for the fishermen in the northern towns",
        "The council voted on Monday to build a new harbour for the fishermen of the northen towns",
    ] {
        check(text, quote, MINOR);
    }
    for quote in [
        "The council voted on Tuesday to build a new harbour for the fishermen of the northern towns",
        "The council voted on Monday to build a new harbour for the fishermen of the southern towns",
        "The council never voted on Monday to build a new harbour for the fishermen of the northern towns",
        "The council may have voted on Monday to build a new harbour for the fishermen of the northern towns",
        "The council voted on Monday to build a new harbour for all the fishermen of the northern towns",
        "The council voted on Monday to build a new harbour from the fishermen of the northern towns",
    ] {
        check(text, quote, CRITICAL);
    }
}

#[test]
fn what_is_not_there_is_absent_and_the_nearest_miss_is_shown() {
    let text = "The council voted on Monday to build a new harbour for the fishermen of the northern towns.";
    let nothing = found(text, "quantum lattices exhibit frustrated magnetism everywhere", QuoteKind::Sentence);
    assert_eq!((nothing.class, nothing.hit), (MatchClass::Absent, None));
    let near = found(text, "built of harbour stone", QuoteKind::Phrase);
    assert_eq!(near.class, MatchClass::Absent);
    assert_eq!(near.hit.map(|hit| hit.fragment), Some(None));
    for quote in ["", " ", "…", "[…]", "—"] {
        check(text, quote, MatchClass::Absent);
    }
    check("a — b ♥", "♥", MatchClass::Verbatim);
}

#[test]
fn a_reader_sees_the_visible_text_first() {
    let texts = [
        (TextName::Meta, "the \"river\" rose"),
        (TextName::Visible, "Now the “river” rose."),
        (TextName::Hidden, "the tide fell for good"),
        (TextName::NoMarks, "the fish swam up"),
    ];
    let page = page(&texts);
    let folded = FoldedPage::new(&page);
    for (quote, text, class) in [
        ("the \"river\" rose", TextName::Visible, MatchClass::Typographic),
        ("the tide fell", TextName::Hidden, MatchClass::Verbatim),
        ("the fish swam", TextName::NoMarks, MatchClass::Verbatim),
    ] {
        let found = folded.find(quote, QuoteKind::Phrase);
        let hit = found.hit.expect("a passage");
        assert_eq!((hit.text, found.class), (text, class), "{quote}");
        assert_eq!(hit.fragment.is_some(), text == TextName::Visible, "{quote}");
    }
}

#[test]
fn a_hit_says_where_it_stands_and_what_stands_around() {
    let found = found("Él dijo: “the river rose”, and the river rose not.", "river rose", QuoteKind::Phrase);
    let hit = found.hit.expect("a passage");
    assert_eq!((hit.matched.as_str(), hit.occurrences), ("river rose", 2));
    assert_eq!((hit.span, hit.chars), (Span::new(17, 27), Span::new(14, 24)));
    assert_eq!((hit.before.as_str(), hit.after.as_str()), ("Él dijo: “the ", "”, and the river rose not."));
    assert_eq!(hit.negation_beside, None);
    let denied = super::tests::found("They are not guilty at all", "guilty at all", QuoteKind::Phrase);
    assert_eq!(denied.hit.and_then(|hit| hit.negation_beside), Some("not".into()));
}

#[test]
fn the_diff_turns_the_quote_into_the_passage() {
    let text = "The council voted on Monday to build a new harbour.";
    let found = found(text, "The council voted on Friday to build a new harbour", QuoteKind::Sentence);
    let diff: Vec<(ChangeOp, &str)> = found.diff.iter().map(|change| (change.op, change.text.as_str())).collect();
    let expected = [
        (ChangeOp::Equal, "The council voted on "),
        (ChangeOp::Delete, "Friday "),
        (ChangeOp::Insert, "Monday "),
        (ChangeOp::Equal, "to build a new harbour"),
    ];
    assert_eq!(diff, expected);
}

#[test]
fn a_bracket_of_one_side_goes_with_the_words_in_it() {
    for (text, quote, changed) in [
        (
            "Residents [of the island] were told that ferries would stop.",
            "Residents were told that ferries would stop",
            "[of the island] ",
        ),
        (
            "The council (which met at noon) voted to build a harbour.",
            "The council voted to build a harbour",
            "(which met at noon) ",
        ),
        (
            "The council “of the wise” voted to build a harbour.",
            "The council voted to build a harbour",
            "“of the wise” ",
        ),
    ] {
        let found = found(text, quote, QuoteKind::Sentence);
        let inserted: Vec<&str> = found
            .diff
            .iter()
            .filter(|change| change.op == ChangeOp::Insert)
            .map(|change| change.text.as_str())
            .collect();
        assert_eq!(inserted, [changed], "{:?}", found.diff);
        assert!(found.diff.iter().all(|change| change.page.is_none()), "{:?}", found.diff);
    }
}
