//! Blocks of a page that a quote makes one sentence, and entries of lists that an ellipsis joins.

use super::CRITICAL;
use crate::citation::QuoteKind;
use crate::page::{ContentHead, SaidBy, read};
use crate::quote_match::*;

/// The class of `quote` on a page with this body.
pub(super) fn class(body: &str, quote: &str) -> MatchClass {
    let html = format!("<!doctype html><title>x</title><body>{body}");
    let head = ContentHead { content_type: Some("text/html"), said_by: SaidBy::Server, url: "https://e.example/" };
    let page = read(html.as_bytes(), &head, &mut || true);
    FoldedPage::new(&page).find(quote, QuoteKind::Sentence).class
}

const NEWS: &str = "<h2>Mayor denies bribery charge</h2><p>Took money from three builders, the prosecutor told the court.</p>\
    <h2>Council closes pool</h2><p>Swimmers from three villages will have to travel to Sandhaven from June.</p><div class=byline>By \
    Ann Reed</div><p>The mayor has resigned.</p><ul><li>No entry after dark</li><li>Dogs are welcome</li></ul><p>Nobody under 16\
    </p><p>Visitors may swim in the lake</p><dl><dt>Risk of fire</dt><dd>High</dd><dt>Risk of flood</dt><dd>None</dd></dl><table>\
    <tr><th></th><th>2019</th><th>2023</th></tr><tr><th>Deaths</th><td>412 persons</td><td>97 persons</td></tr><tr><th>Births</th>\
    <td>300 babies</td><td>510 babies</td></tr></table>";

#[test]
fn blocks_that_a_quote_makes_one_sentence_say_something_else() {
    // With the mark of a note, and a picture between, the page has the words in a second text.
    let noted = format!("<p>The pier<sup><a href=#n>[1]</a></sup> was old.</p>{NEWS}");
    let pictured = format!("{NEWS}<p>One</p><figure><img src=x><figcaption>A boat</figcaption></figure><p>Two</p>");
    for page in [NEWS, &noted, &pictured] {
        for quote in [
            "Mayor denies bribery charge took money from three builders",
            "Council closes pool swimmers from three villages will have to travel",
            "By Ann Reed the mayor has resigned",
            "No entry after dark dogs are welcome",
            "Nobody under 16 visitors may swim in the lake",
            "High risk of flood",
            "97 persons births 300 babies",
        ] {
            assert_eq!(class(page, quote), CRITICAL, "{quote}");
        }
    }
}

#[test]
fn what_a_reader_takes_for_one_sentence_or_a_list_is_sound() {
    for (page, quote) in [
        (NEWS, "Risk of flood: None"),
        (NEWS, "Risk of flood none"),
        (NEWS, "Mayor denies bribery charge. Took money from three builders"),
        (NEWS, "Mayor denies bribery charge Took money from three builders"),
        (NEWS, "Deaths 412 persons 97 persons"),
        // As in a sentence, a comma or a semicolon is the writer's.
        (NEWS, "Deaths 412 persons, 97 persons; births 300 babies"),
        ("<ul><li>Apples</li><li>Pears</li><li>Plums</li></ul>", "apples, pears, plums"),
        (
            "<p>The trust will<ul><li>Protect the lake</li><li>Count the birds</li></ul>",
            "The trust will protect the lake",
        ),
        ("<h1>Mayor Denies<br>Bribery Charge</h1>", "mayor denies bribery charge"),
        (
            "<h1><span style='display:block'>Mayor denies</span> <span style='display:block'>Bribery charge</span></h1>",
            "mayor denies bribery charge",
        ),
        ("<h1>The New York</h1><h2>Harbour Trust</h2>", "The New York harbour trust"),
        (
            "<p>I think that I shall never see<br>A poem lovely as a tree.</p>",
            "I think that I shall never see a poem lovely as a tree",
        ),
        (
            "<p>I think that I shall never see</p><p>A boat as lovely as a tree</p><p>A boat whose sail is always pressed</p><p>Against \
             the winter’s flowing breast</p>",
            "whose sail is always pressed against the winter’s flowing breast",
        ),
        (
            "<div>He sold the old</div><div>Harbour to three builders.</div>",
            "He sold the old harbour to three builders",
        ),
        (
            "<p>The mayor wrote to the</p><p>Board of three builders.</p>",
            "The mayor wrote to the board of three builders",
        ),
        ("<p>The mayor wrote to three of the</p><p>builders in June.</p>", "wrote to three of the builders in June"),
        ("<p>He said</p><blockquote>The dam is safe.</blockquote>", "He said the dam is safe"),
        ("<table><tr><td><p>Deaths</p></td><td><p>Many persons</p></td></tr></table>", "Deaths many persons"),
        ("<pre>The mayor has sold\nThe harbour to three.</pre>", "The mayor has sold the harbour to three"),
    ] {
        let class = class(page, quote);
        assert!(class.is_sound(), "{quote}: {class:?}");
    }
}

#[test]
fn a_question_of_another_block_makes_none_of_a_statement() {
    let page = "<h2>Output of the tool</h2><ul><li>It needs to start anew</li><li>It is suited for a test</li></ul><h2>How can we find a \
        fault?</h2><p>Is it safe for the men who work there?</p>";
    for quote in ["It [the tool] is suited for a test", "It [the tool] needs to start anew"] {
        assert_eq!(class(page, quote), MatchClass::Edited, "{quote}");
    }
    assert_eq!(class(page, "It [is] safe for the men"), CRITICAL);
}

#[test]
fn an_ellipsis_leads_from_no_term_to_what_is_said_of_another() {
    let grouped =
        "<dl><div><dt>Risk of fire</dt><dd>High</dd></div><div><dt>Risk of flood</dt><dd>None</dd></div></dl>";
    for page in [NEWS, grouped] {
        assert_eq!(class(page, "Risk of fire … None"), CRITICAL);
        assert_eq!(class(page, "Risk of flood: None"), MatchClass::Typographic);
        assert_eq!(class(page, "Risk of … Risk of flood: None"), MatchClass::Edited);
    }
    let long = "<dl><dt>Pier<dd>A wall of stone. Boats lie at it.<dd>A pillar of a bridge.<dt>Quay<dt>Wharf<dd>A place for \
        ships.</dl><p>These words are old ones.</p>";
    for quote in [
        "Pier … Boats lie at it",
        "Pier … a pillar of a bridge",
        "Quay … a place for ships",
        "Boats lie at it … a place for ships",
        "A place … these words are old ones",
    ] {
        assert_eq!(class(long, quote), MatchClass::Edited, "{quote}");
    }
    assert_eq!(class(long, "Pier … a place for ships"), CRITICAL);
}

#[test]
fn a_question_in_the_block_below_makes_none_of_a_statement_without_a_full_stop() {
    let listed = "<h2>Output of the tool</h2><ul><li>It needs to restart the application to launch a test</li><li>It is suited for a \
        production environment</li></ul><h2>How can we find a fault?</h2><p>We look for the widest blocks.</p>";
    let paragraphs = "<p>It needs to restart the application to launch a test</p><p>It is suited for a production environment</p>\
        <p>Testing before the change</p><h2>How can we find a fault?</h2>";
    let cells = "<table><tr><td>It needs to restart the application to launch a test</td><td>Why?</td></tr><tr><td>It is suited for a \
        production environment</td><td>Where is it?</td></tr></table>";
    for page in [listed, paragraphs, cells] {
        for quote in
            ["It [the tool] is suited for a production environment", "It [the tool] needs to restart the application"]
        {
            assert_eq!(class(page, quote), MatchClass::Edited, "{quote}");
        }
    }
    for page in [
        "<h2>Is it suited for a production environment?</h2><p>No, it is not.</p>",
        "<ul><li>Is it suited for a production environment<br>of three machines?</li></ul>",
        "<p>Is it suited for a production environment, as <a href=x>some</a> say?</p>",
    ] {
        assert_eq!(class(page, "It [is] suited for a production environment"), CRITICAL, "{page}");
    }
}
