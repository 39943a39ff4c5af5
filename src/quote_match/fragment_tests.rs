//! Fragments as written; that a browser follows them is shown in `tests/browser`.

use crate::citation::QuoteKind;
use crate::page::{Break, Page, PageText, Sight, TextName};
use crate::quote_match::FoldedPage;
use crate::span::Span;

fn fragment(page: &Page, quote: &str) -> Option<String> {
    FoldedPage::new(page).find(quote, QuoteKind::Sentence).hit.expect("a passage").fragment
}

fn of_texts(texts: &[(TextName, &str)]) -> Page {
    let texts = texts.iter().map(|&(name, text)| PageText { name, text: text.to_owned() }).collect();
    Page { texts, ..Page::default() }
}

fn check(text: &str, quote: &str, expected: Option<&str>) {
    let fragment = fragment(&of_texts(&[(TextName::Visible, text)]), quote);
    let expected = expected.map(|expected| format!("#:~:text={}", expected.replace(' ', "%20")));
    assert_eq!(fragment, expected, "{quote:?} in {text:?}");
}

#[test]
fn a_fragment_leads_to_the_passage_and_nowhere_else() {
    check("So the river rose.", "the river rose", Some("the river rose"));
    check("So left-of-center, & é rose.", "left-of-center, & é rose", Some("left%2Dof%2Dcenter%2C %26 %C3%A9 rose"));
    check("a river\nThe river rose", "a river The river rose", Some("a river,The river rose"));
    let long = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";
    check(long, long, Some("one two three four,twelve thirteen fourteen fifteen"));
    check("a\tb c", "a b c", Some("a,b c"));
}

#[test]
fn a_passage_that_stands_before_as_well_is_told_by_its_context() {
    check("The River rose; the river rose", "the river rose", Some("rose%3B-,the river rose"));
    check("One: the river rose\nTwo: the river rose", "Two: the river rose", Some("Two%3A the river rose"));
    // The signs between are part of the context; a line end before the passage ends it.
    check("A red mill. “A mill” stands", "A mill” stands", Some("A mill%E2%80%9D stands"));
    check("the mill\nDusk.\nthe mill stood", "the mill stood", Some("the mill stood"));
    check("x the mill y\nDusk.\nthe mill", "the mill", Some("the mill"));
    check("the mill\nthe mill", "the mill", Some("the mill"));
    check("mill\n“mill", "mill", Some("mill"));
}

#[test]
fn parts_of_words_before_it_are_no_place_for_a_passage() {
    check("a concatenation of cats: a cat sat", "cat", Some("a-,cat"));
    check("Lampposts shine.\nA lamp_post, the lamp", "the lamp", Some("the lamp"));
}

#[test]
fn an_end_that_may_not_be_the_end_of_a_word_is_named_with_what_follows_it() {
    check("see lamp_post now", "see lamp", Some("see lamp,-_post"));
    check(
        "记者今天从会议上，",
        "今天从会议",
        Some("%E8%AE%B0%E8%80%85-,%E4%BB%8A%E5%A4%A9%E4%BB%8E%E4%BC%9A%E8%AE%AE,-%E4%B8%8A"),
    );
    check("see C++ lamp, then lamp", "then lamp", Some("then lamp"));
    check("《记者》，今天", "记者", Some("%E8%AE%B0%E8%80%85"));
}

#[test]
fn a_fragment_names_the_note_marks_within_a_passage() {
    let check = |visible: &str, without: &str, quote: &str, expected: &str| {
        let page = of_texts(&[(TextName::Visible, visible), (TextName::NoMarks, without)]);
        let expected = format!("#:~:text={}", expected.replace(' ', "%20"));
        assert_eq!(fragment(&page, quote), Some(expected), "{quote:?} in {visible:?}");
    };
    let one = "The heron waits [1] where the river bends and never [2][3] hurries home.";
    let bare = "The heron waits where the river bends and never hurries home.";
    let quote = "The heron waits where the river bends and never hurries home";
    let whole = "The heron waits %5B1%5D where the river bends and never %5B2%5D%5B3%5D hurries home";
    check(one, bare, quote, whole);
    // The same beginning stands before, in another sentence.
    let before = "The heron waits for nobody.\n";
    check(&format!("{before}{one}"), &format!("{before}{bare}"), quote, whole);
    check("A mark [9] stands.", "A mark stands.", "mark stands", "mark %5B9%5D stands");
}

#[test]
fn what_a_browser_sees_otherwise_counts() {
    let page = |text: &str, sight: Sight| Page { sight, ..of_texts(&[(TextName::Visible, text)]) };
    let at = |at: usize, text: &str| Sight { breaks: vec![Break { at, text: text.to_owned() }], ..Sight::default() };
    let leads = |page: &Page| fragment(page, "the mill stood").map(|fragment| fragment.replace("%20", " "));
    assert_eq!(leads(&page("At dusk the mill stood.", at(12, ""))).as_deref(), Some("#:~:text=the,mill stood"));
    let hidden = page("At dusk the mill stood.", at(0, "Where the mill stood"));
    assert_eq!(leads(&hidden).as_deref(), Some("#:~:text=dusk-,the mill stood"));
    let frame = Sight { unsearched: vec![Span::new(5, 30)], ..Sight::default() };
    assert_eq!(leads(&page("Dusk\nthe mill stood", frame)), None);
    let seam = Sight { seams: vec!["记者".len()], ..Sight::default() };
    assert_eq!(fragment(&page("记者今天从会议上，", seam), "今天从会议上"), None);
    let within = page("the mill stood", at(2, ""));
    assert_eq!(leads(&within), None);
}
