//! Which titles are the same page, and what a differing one does.

use super::*;

fn page(titles: &[&str]) -> Page {
    Page { titles: titles.iter().map(|title| (*title).to_owned()).collect(), ..Page::default() }
}

fn verdict(cited: Option<&str>, titles: &[&str], authors: &[&str]) -> TitleVerdict {
    let authors: Vec<String> = authors.iter().map(|author| (*author).to_owned()).collect();
    check(cited, Some(&page(titles)), &authors).verdict
}

#[test]
fn a_title_is_held_against_every_title_of_the_page() {
    let titles = ["Home", "Beyond Sanctuary: How Colleges Can Help | A Centre"];
    let same = check(Some("Beyond Sanctuary: How Colleges Can Help"), Some(&page(&titles)), &[]);
    assert_eq!((same.verdict, same.page.as_deref()), (TitleVerdict::Match, Some(titles[1])));
    assert_eq!(verdict(Some("Sourdough for Beginners"), &titles, &[]), TitleVerdict::Differs);
}

#[test]
fn where_there_is_nothing_to_compare_it_is_unknown() {
    assert_eq!(verdict(None, &["Home"], &[]), TitleVerdict::Unknown);
    assert_eq!(verdict(Some("  "), &["Home"], &[]), TitleVerdict::Unknown);
    assert_eq!(verdict(Some("About"), &[], &[]), TitleVerdict::Unknown);
    assert_eq!(check(Some("About"), None, &[]).verdict, TitleVerdict::Unknown);
}

#[test]
fn the_name_of_an_author_says_nothing_of_the_page() {
    assert_eq!(verdict(Some("Jane Q. Doe"), &["Meeting notes"], &["Doe, Jane Q."]), TitleVerdict::Unknown);
    assert_eq!(verdict(Some("Jane Doe"), &["Meeting notes"], &["Roe, Richard"]), TitleVerdict::Differs);
}

#[test]
fn one_word_and_the_name_of_the_site_say_nothing_of_the_page() {
    for cited in ["FAQ", "Overview", "Überblick", "Co-operatives"] {
        assert_eq!(verdict(Some(cited), &["Frequently asked questions"], &[]), TitleVerdict::Unknown, "{cited}");
    }
    assert_eq!(verdict(Some("FAQ"), &["FAQ | Port"], &[]), TitleVerdict::Match);
    assert_eq!(verdict(Some("港の年代記"), &["Cheap Watches"], &[]), TitleVerdict::Differs);
    let mut page = page(&["The wall and the water"]);
    page.signs.owner.site = Some("The Harbour Post".to_owned());
    assert_eq!(check(Some("Harbour Post"), Some(&page), &[]).verdict, TitleVerdict::Unknown);
    assert_eq!(check(Some("Harbour Star"), Some(&page), &[]).verdict, TitleVerdict::Differs);
}

#[test]
fn a_differing_title_makes_a_sound_source_unknown_and_is_said_with_both() {
    let differs = check(Some("The Plan"), Some(&page(&["Cheap Watches"])), &[]);
    assert_eq!(standing(Standing::Sound, &differs), Standing::Unknown);
    assert_eq!(standing(Standing::Broken, &differs), Standing::Broken);
    let message = finding(Some("The Plan"), &differs).unwrap().message;
    assert!(message.contains("“The Plan”") && message.contains("“Cheap Watches”"), "{message}");
    let same = check(Some("Cheap Watches"), Some(&page(&["Cheap Watches"])), &[]);
    assert_eq!(finding(Some("Cheap Watches"), &same), None);
}
