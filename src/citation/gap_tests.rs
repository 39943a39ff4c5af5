//! Quotes in which templates, formulas and commands stand.

use super::claims;
use crate::document::{Format, Limits, parse};

/// The quote of a page, and the templates of which it is not known what they show.
fn wiki(words: &str, expected: &str, unread: &[&str]) {
    let text = format!("Intro \"{words}\"<ref>[https://a.test/1 Road]</ref> text.");
    let document = parse(&text, Format::Wikitext, Limits::default());
    let quotes = claims(&document, &text).quotes;
    let shown: Vec<(&str, &[String])> = quotes.iter().map(|quote| (quote.text.as_str(), &quote.unread[..])).collect();
    let unread: Vec<String> = unread.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(shown, [(expected, &unread[..])], "{words}");
}

#[test]
fn values_are_shown_in_their_form() {
    wiki("it cost {{GBP|3.5 million}} then", "it cost £3.5 million then", &[]);
    wiki("it cost {{£}}3.5 million then", "it cost £3.5 million then", &[]);
    wiki("it cost {{US$|5 million|link=yes}} then", "it cost US$5 million then", &[]);
    wiki("it was {{circa|1900}} then", "it was c. 1900 then", &[]);
    wiki("a lane of {{frac|1|2}} a mile", "a lane of 1⁄2 a mile", &[]);
    wiki("a lane of {{frac|2|1|3}} miles", "a lane of 2 1⁄3 miles", &[]);
    wiki("a lane of {{val|12000}} feet", "a lane of 12000 feet", &[]);
    wiki("a lane of {{gaps|12|000}} feet", "a lane of 12000 feet", &[]);
    wiki("a lane of {{formatnum:12000}} feet", "a lane of 12000 feet", &[]);
    wiki("the path was {{as written|dustie}} there", "the path was dustie there", &[]);
    wiki("the path was {{not a typo|dustie}} there", "the path was dustie there", &[]);
    wiki("the {{HMS|Hood}} and the {{ship|HMS|Hull}} left", "the HMS Hood and the HMS Hull left", &[]);
    wiki("la route fait {{unité|412|km}} de long", "la route fait 412 km de long", &[]);
    wiki("le {{1er|mai}} et le {{date-|3|juin|2020}} aussi", "le 1er mai et le 3 juin 2020 aussi", &[]);
    wiki("selon {{Mme|Dubois}} au {{XXe siècle}} ici", "selon Mme Dubois au XXe siècle ici", &[]);
    wiki("the {{interp|very}} long road", "the [very] long road", &[]);
    wiki("the {{w|Road|old road}} was long", "the old road was long", &[]);
}

#[test]
fn what_is_not_known_to_be_shown_is_a_gap() {
    wiki("the road was {{convert|5|km|mi}} long", "the road was 5 […] long", &["convert"]);
    wiki("a lane of {{val|5|ul=km}} there", "a lane of 5 […] there", &["val"]);
    wiki("it cost {{currency|3.5 million|GBP}} then", "it cost […] 3.5 million […] then", &["currency"]);
    wiki("the path was {{zigzag|dustie}} there", "the path was […] there", &["zigzag"]);
    wiki("the path was long and {{zigzag|dustie}}", "the path was long and […]", &["zigzag"]);
    wiki("on {{date|2020-05-03}} they left", "on […] they left", &["date"]);
    wiki("the {{HMS|Hood|51|6}} left with {{zigzag}} then", "the HMS Hood […] left with […] then", &["hms", "zigzag"]);
    wiki("a value of <math>x^2</math> was found", "a value of […] was found", &["<math>"]);
}

#[test]
fn what_shows_nothing_leaves_no_gap() {
    wiki("the road was long{{clarify}} and dusty{{when|date=May 2020}} then", "the road was long and dusty then", &[]);
    wiki("the road was long{{anchor|a}} and{{shy}} dusty{{Cref2|A}} then", "the road was long and dusty then", &[]);
    wiki("the road was long{{sfn|Doe|2000}} and dusty{{rp|5}} then", "the road was long and dusty then", &[]);
}

#[test]
fn a_gap_beside_a_quote_is_none_of_it() {
    let text = "A {{zigzag|b}} \"long and dusty road\"{{zigzag}}<ref>[https://a.test/1 Road]</ref> {{zigzag}}.";
    let document = parse(text, Format::Wikitext, Limits::default());
    let quotes = claims(&document, text).quotes;
    assert_eq!((quotes[0].text.as_str(), quotes[0].unread.len()), ("long and dusty road", 0));
}

#[test]
fn the_quote_of_a_citation_has_gaps_as_well() {
    let text =
        "So.<ref>{{cite web|url=https://a.test/1|title=Road|quote=The road was {{zigzag|5}} long and dusty.}}</ref>";
    let document = parse(text, Format::Wikitext, Limits::default());
    let claims = claims(&document, text);
    assert_eq!(claims.quotes[0].text, "The road was […] long and dusty.");
    assert_eq!(claims.citations[0].quote.as_deref(), Some("The road was […] long and dusty."));
    assert_eq!(claims.quotes[0].unread, ["zigzag"]);
}

#[test]
fn the_words_of_a_block_quotation_have_gaps_as_well() {
    let text =
        "{{Quote|The road was {{zigzag|5}} long and never mended at all.|Doe}}<ref>[https://a.test/1 Road]</ref>";
    let document = parse(text, Format::Wikitext, Limits::default());
    let quotes = claims(&document, text).quotes;
    assert_eq!(quotes[0].text, "The road was […] long and never mended at all.");
    assert_eq!(quotes[0].unread, ["zigzag"]);
}
