//! Whose the words are that templates of wikis set apart, and what a note by a template is of.

use crate::citation::{Claims, claims};
use crate::document::{Format, Limits, parse};

fn claims_in(text: &str) -> Claims {
    claims(&parse(text, Format::Wikitext, Limits::default()), text)
}

/// Each quote with the addresses of what it is of.
fn of(text: &str) -> Vec<(String, Vec<String>)> {
    let claims = claims_in(text);
    let url = |index: &usize| claims.citations[*index].url.clone().unwrap_or_default();
    claims.quotes.iter().map(|quote| (quote.text.clone(), quote.cites.iter().map(url).collect())).collect()
}

fn entries(text: &str) -> usize {
    claims_in(text).citations.len()
}

#[test]
fn a_note_by_a_template_is_one_in_french_too() {
    let text = "La note « une lanterne froide, presque hostile »{{Note|texte=Repris dans ''[https://a.test Le Port]''.|groupe=n|nom=x}}, \
                et « un escalier de 307 marches »<ref>{{Lien web|titre=Escalier|url=https://b.test}}</ref>.";
    let expected = [
        ("une lanterne froide, presque hostile".to_owned(), vec!["https://a.test".to_owned()]),
        ("un escalier de 307 marches".to_owned(), vec!["https://b.test".to_owned()]),
    ];
    assert_eq!(of(text), expected);
    assert_eq!(claims_in(text).citations[0].label, "n x");
    // What explains and names no source is no note.
    let text = "Il dit « une lanterne froide »{{Note|texte=Une lampe.|groupe=n}}<ref>https://b.test</ref>.";
    assert_eq!(entries(text), 1);
}

#[test]
fn what_stands_between_two_templates_is_a_quotation_set_apart() {
    let text = "Он писал.<ref>https://a.test</ref>\n\n{{начало цитаты}}\nМы шли по дну моря.\n\nИ не знали.\n\
                {{конец цитаты|источник=''Иван''<ref>{{cite web|url=https://b.test|title=Россия}}</ref>}}\n\nОн ушёл.<ref>https://c.test</ref>";
    let found = of(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].1, ["https://b.test"], "{found:?}");
    assert!(found[0].0.starts_with("Мы шли по дну моря."), "{found:?}");
    assert!(!found[0].0.contains("Он ушёл"), "{found:?}");
    // Without what opens it nothing is quoted, and the note is kept.
    let text = "Мы шли по дну моря.\n\n{{конец цитаты|источник=Иван<ref>https://b.test</ref>}}";
    assert!(of(text).is_empty());
    assert_eq!(entries(text), 1);
}

#[test]
fn a_quotation_set_apart_is_of_the_source_that_its_template_names() {
    let check = |quote: &str, url: &str| {
        let text = format!("Before.<ref>https://z.test</ref>\n\n{quote}\n\nBehind.");
        let words = "There is not a more dangerous coast.".to_owned();
        assert_eq!(of(&text), [(words, vec![url.to_owned()])], "{quote}");
    };
    let words = "There is not a more dangerous coast.";
    check(
        &format!("{{{{Quote|text={words}|author=R. S.|source={{{{cite book|title=Account|url=https://a.test}}}}}}}}"),
        "https://a.test",
    );
    check(&format!("{{{{Quote|{words}|R. S.|{{{{cite book|title=Account|url=https://a.test}}}}}}}}"), "https://a.test");
    check(&format!("{{{{Quote|text={words}|source=[https://a.test ''Account''], 1824}}}}"), "https://a.test");
    check(&format!("{{{{Citaat|{words}|Ed L.|bron=[https://a.test Gedicht], 1986}}}}"), "https://a.test");
    check(&format!("{{{{Citat|{words}|källa={{{{Webbref|url=https://a.test|titel=A}}}}}}}}"), "https://a.test");
    // A list of works is no mark of what stands above it.
    let text = format!("{{{{Quote|text={words}}}}}\n\n== Works ==\n* {{{{cite book|title=A|url=https://a.test}}}}");
    assert!(of(&text).iter().all(|(_, urls)| urls.is_empty()));
}
