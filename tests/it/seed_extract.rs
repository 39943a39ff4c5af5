//! The document that started the project, read and compared with its ground truth.
//!
//! The seed is not part of the repository: `CITEWATCH_SHARED` names the folder that holds it.

use std::fs;
use std::path::PathBuf;

use citewatch::citation::{Basis, Claims, QuoteKind, claims};
use citewatch::document::{Document, Format, Limits, parse};
use serde_json::Value;

/// The seed and its truth; none, said plainly, where they are not at hand.
fn seed() -> Option<(String, Value)> {
    let Some(shared) = std::env::var_os("CITEWATCH_SHARED") else {
        crate::program::left_out("CITEWATCH_SHARED is not set, so the seed is not at hand");
        return None;
    };
    let folder = PathBuf::from(shared).join("seed");
    let read =
        |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("seed/{name}: {error}"));
    Some((read("profile.txt"), serde_json::from_str(&read("truth.json")).expect("truth.json is JSON")))
}

fn read(text: &str) -> (Document, Claims) {
    let document = parse(text, Format::Plain, Limits::default());
    let claims = claims(&document, text);
    (document, claims)
}

fn list<'a>(truth: &'a Value, name: &str) -> &'a [Value] {
    truth[name].as_array().unwrap_or_else(|| panic!("truth.json has no list {name}"))
}

#[test]
fn the_citations_of_the_seed_are_read_exactly() {
    let Some((text, truth)) = seed() else { return };
    let (_, claims) = read(&text);
    let expected = list(&truth, "citations");
    assert_eq!(claims.citations.len(), expected.len());
    for (citation, truth) in claims.citations.iter().zip(expected) {
        let label = &citation.label;
        assert_eq!(*label, truth["n"].to_string());
        assert_eq!(citation.id, *label);
        let text_of = |name: &str| truth[name].as_str();
        assert_eq!(citation.url.as_deref(), text_of("url"), "{label}");
        assert_eq!(citation.title.as_deref(), text_of("title"), "{label}");
        assert_eq!(citation.publisher.as_deref(), text_of("publisher"), "{label}");
        assert_eq!(citation.published.map(|date| date.to_string()).as_deref(), text_of("published"), "{label}");
        assert_eq!(citation.accessed.map(|date| date.to_string()).as_deref(), text_of("accessed"), "{label}");
        assert_eq!(citation.archive_url, None, "{label}");
        assert_eq!(serde_json::to_value(&citation.authors).ok().as_ref(), Some(&truth["authors"]), "{label}");
        assert_eq!(serde_json::to_value(&citation.url_spans).ok(), Some(serde_json::json!([truth["url_span_bytes"]])));
        assert_eq!((citation.place.line as u64, citation.place.column), (truth["line"].as_u64().unwrap_or(0), 1));
        assert_eq!(&text[citation.place.span.range()], text_of("raw").unwrap_or_default());
    }
}

#[test]
fn the_markers_of_the_seed_are_found_exactly() {
    let Some((text, truth)) = seed() else { return };
    let (_, claims) = read(&text);
    let expected = list(&truth, "marker_clusters");
    assert_eq!(claims.markers.len(), expected.len());
    for (marker, truth) in claims.markers.iter().zip(expected) {
        let numbers: Vec<u64> = marker.labels.iter().filter_map(|label| label.parse().ok()).collect();
        assert_eq!(serde_json::json!(numbers), truth["numbers"]);
        assert_eq!(serde_json::json!(marker.place.span), truth["span_bytes"]);
        let cited: Vec<&str> = marker.cites.iter().map(|&index| claims.citations[index].label.as_str()).collect();
        assert_eq!(cited, marker.labels);
    }
}

#[test]
fn the_quotes_of_the_seed_are_found_and_bound_exactly() {
    let Some((text, truth)) = seed() else { return };
    let (_, claims) = read(&text);
    let expected = list(&truth, "quotes");
    assert_eq!(claims.quotes.len(), expected.len());
    for (quote, truth) in claims.quotes.iter().zip(expected) {
        let id = &truth["id"];
        assert_eq!(Some(quote.text.as_str()), truth["text"].as_str(), "{id}");
        assert_eq!(serde_json::json!(quote.place.span), truth["span_bytes"], "{id}");
        let column = truth["span_chars"][0].as_u64().map(|start| start + 1);
        assert_eq!(
            (Some(quote.place.line as u64), Some(quote.place.column as u64)),
            (truth["line"].as_u64(), column),
            "{id}"
        );
        assert_eq!(quote.kind == QuoteKind::Term, truth["kind"] == "term", "{id}");
        assert_eq!(quote.cites.len(), 1, "{id}");
        assert_eq!(claims.citations[quote.cites[0]].label, truth["citation"].to_string(), "{id}");
        let basis = match quote.basis {
            Basis::Adjacent | Basis::SameSentence => "same-sentence",
            Basis::LaterSentence => "later-sentence-same-paragraph",
            Basis::Explicit | Basis::Before | Basis::Unbound => "another",
        };
        assert_eq!(Some(basis), truth["binding"].as_str(), "{id}");
    }
}

#[test]
fn the_only_thing_wrong_with_the_seed_is_a_publisher_spelled_in_two_ways() {
    let Some((text, _)) = seed() else { return };
    let (document, claims) = read(&text);
    let found: Vec<(&str, Option<usize>)> =
        claims.findings.iter().map(|finding| (finding.code.as_str(), finding.place.map(|place| place.line))).collect();
    assert_eq!(found, [("publisher-spelling", Some(21))]);
    assert_eq!(document.title, None);
}

/// The words of the seed in other clothes: what they cite and quote is the same.
#[test]
fn the_relatives_of_the_seed_say_what_the_seed_says() {
    let Some((text, _)) = seed() else { return };
    let swap = |open: &str, close: &str| text.replace('“', "\u{1}").replace('”', close).replace('\u{1}', open);
    let told = said(&text);
    for relative in [
        format!("\u{feff}{}\r\n", text.replace('\n', "\r\n")),
        swap("\"", "\""),
        swap("„", "“"),
        swap("«\u{a0}", "\u{a0}»"),
        text.replace("References\n", "Works cited:\n\n").replace("\n- ", "\n\n• "),
        text.replace("References\n- ", "\n- ").replace('\n', "\n\n"),
        numbered(&text, |number| format!("[{number}]")),
        numbered(&text, |number| format!("{number}")),
    ] {
        assert_eq!(said(&relative), told, "{relative}");
    }
}

/// Quotes with the labels that they are bound to, and what the entries say, marks and marks only aside.
fn said(text: &str) -> Vec<String> {
    let (_, claims) = read(text);
    let quotes = claims.quotes.iter().map(|quote| {
        let cites: Vec<&str> = quote.cites.iter().map(|&index| claims.citations[index].label.as_str()).collect();
        format!("{} [{}]", quote.text, cites.join(" "))
    });
    let citations = claims.citations.iter().map(|citation| {
        format!(
            "{} {:?} {:?} {:?} {:?}",
            citation.label, citation.url, citation.title, citation.publisher, citation.accessed
        )
    });
    quotes.chain(citations).collect()
}

/// The seed with a numbered list, and with its markers glued on as `shape` has them.
fn numbered(text: &str, shape: impl Fn(u32) -> String) -> String {
    let (body, list) = text.split_once("References\n").expect("the seed has a list");
    let mut body = body.to_owned();
    for number in 1..=6 {
        for (before, after) in [(". ", "\n"), (".” ", "\n"), (". ", " It claims")] {
            let bare = format!("{before}{number}{after}");
            body = body.replace(&bare, &format!("{}{}{after}", before.trim_end(), shape(number)));
        }
    }
    let pair = format!(".{}, {}\n", shape(5), shape(6));
    let body = body.replace(". 5 6\n", &pair);
    let entries = list.lines().zip(1..).map(|(line, number)| format!("{number}. {}\n", line.trim_start_matches("- ")));
    format!("{body}References\n{}", entries.collect::<String>())
}
