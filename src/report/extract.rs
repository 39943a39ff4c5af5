//! What `citewatch extract` prints: what documents cite and quote, without looking at any of it.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::citation::{Citation, Claims, Quote};
use crate::document::{Document, Format};
use crate::locator::user_info;

use super::json_text::JsonText;
use super::wire::{CitationWire, FindingWire, MarkerWire, QuoteWire};
use super::{escape, human};

/// A document with what it claims, by its path.
pub(crate) type Extracted<'a> = (&'a str, &'a Document, &'a Claims);

/// The object of the contract.
#[derive(Serialize)]
struct ExtractWire<'a> {
    schema: &'static str,
    documents: Vec<DocumentWire<'a>>,
}

/// A document whose lists are made as they are written: of a million links they would fill gigabytes.
struct DocumentWire<'a>(&'a Extracted<'a>);

impl Serialize for DocumentWire<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let &Self(&(path, document, claims)) = self;
        let (citations, format) = (&claims.citations, document.format);
        let mut wire = serializer.serialize_struct("Document", 8)?;
        wire.serialize_field("path", path)?;
        wire.serialize_field("format", format.as_str())?;
        wire.serialize_field("title", &document.title.as_deref().map(user_info::starred))?;
        let each = Each(|| citations.iter().map(|citation| CitationWire::of(citation, format)));
        wire.serialize_field("citations", &each)?;
        let marker = |marker| MarkerWire::of(marker, ids(&marker.cites, citations), format);
        wire.serialize_field("markers", &Each(|| claims.markers.iter().map(marker)))?;
        let quote = |quote| quote_wire(quote, citations, format);
        wire.serialize_field("quotes", &Each(|| claims.quotes.iter().map(quote)))?;
        wire.serialize_field("findings", &FindingWire::all(&claims.findings, format))?;
        wire.serialize_field("silenced", &claims.silenced)?;
        wire.end()
    }
}

/// A list that is made as it is written.
struct Each<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// Writes the JSON of `extract --format json`, with a line end.
pub(crate) fn print(documents: &[Extracted<'_>], to: &mut dyn Write) -> io::Result<()> {
    let documents = documents.iter().map(DocumentWire).collect();
    serde_json::to_writer_pretty(JsonText(to), &ExtractWire { schema: "citewatch.extract/1", documents })?;
    to.write_all(b"\n")
}

fn quote_wire<'a>(quote: &'a Quote, citations: &'a [Citation], format: Format) -> QuoteWire<'a> {
    QuoteWire::of(quote, labels(&quote.cites, citations), ids(&quote.cites, citations), format)
}

/// The ids of citations, which tell apart those that share a label.
fn ids<'a>(indices: &[usize], citations: &'a [Citation]) -> Vec<&'a str> {
    indices.iter().filter_map(|&index| citations.get(index)).map(|citation| citation.id.as_str()).collect()
}

/// The labels of citations, each once.
fn labels<'a>(indices: &[usize], citations: &'a [Citation]) -> Vec<&'a str> {
    let mut labels: Vec<&str> = Vec::new();
    for citation in indices.iter().filter_map(|&index| citations.get(index)) {
        if labels.last() != Some(&citation.label.as_str()) {
            labels.push(&citation.label);
        }
    }
    labels
}

/// A listing for people, each thing on a line of its own that begins with its place.
pub(crate) fn list(documents: &[Extracted<'_>]) -> String {
    let mut text = String::new();
    for document in documents {
        listed(&mut text, document).expect("a string takes what is written to it");
    }
    text
}

/// How much each document cites and quotes.
pub(crate) fn counts(documents: &[Extracted<'_>]) -> String {
    documents.iter().map(counted).collect()
}

fn counted(&(path, _, claims): &Extracted<'_>) -> String {
    let (citations, quotes) = (&claims.citations, &claims.quotes);
    let bound = quotes.iter().filter(|quote| !quote.cites.is_empty()).count();
    let path = escape::terminal(path);
    let silenced = human::silenced(claims.silenced).map(|silenced| format!("; {silenced}")).unwrap_or_default();
    format!("{path}: {} citations, {} quotes, {bound} of them bound{silenced}\n", citations.len(), quotes.len())
}

fn listed(text: &mut String, document: &Extracted<'_>) -> std::fmt::Result {
    text.push_str(&counted(document));
    let &(path, _, claims) = document;
    let (path, citations, quotes) = (escape::terminal(path), &claims.citations, &claims.quotes);
    for citation in citations {
        let target = citation.url.as_deref().or(citation.doi.as_deref()).unwrap_or("no address");
        let title =
            citation.title.as_deref().map(|title| format!("  “{}”", escape::terminal(title))).unwrap_or_default();
        let (line, column) = (citation.place.line, citation.place.column);
        writeln!(
            text,
            "{path}:{line}:{column}  [{}] {}{title}",
            escape::terminal(&citation.id),
            escape::terminal(target)
        )?;
    }
    for quote in quotes {
        let cites = labels(&quote.cites, citations).join(", ");
        let (line, column, words) = (quote.place.line, quote.place.column, escape::terminal(&shortened(&quote.text)));
        let cites = if cites.is_empty() { String::new() } else { format!(" [{}]", escape::terminal(&cites)) };
        writeln!(text, "{path}:{line}:{column}  “{words}”{cites} {} {}", quote.kind.as_str(), quote.basis.as_str())?;
    }
    for finding in &claims.findings {
        let (line, column) = finding.place.map_or((1, 1), |place| (place.line, place.column));
        let path = finding.file.as_deref().map_or_else(|| path.clone(), escape::terminal);
        writeln!(text, "{path}:{line}:{column}  {}: {}", finding.code, escape::terminal(&finding.message))?;
    }
    Ok(())
}

/// Characters of a quote that a listing shows.
const SHOWN: usize = 72;

fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citation;
    use crate::document::{Format, Limits, parse};

    fn claims(text: &str) -> (Document, Claims) {
        let document = parse(text, Format::Plain, Limits::default());
        let claims = citation::claims(&document, text);
        (document, claims)
    }

    const TEXT: &str = "The ferry is “never late on Sundays” to them. 1\nReferences\n- “Ferry.” Harbour Line, May 2023. \
                        Accessed June 1, 2024. https://harbour.test/ferry.\n";

    fn printed(documents: &[Extracted<'_>]) -> String {
        let mut text = Vec::new();
        print(documents, &mut text).unwrap();
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn ids_tell_citations_apart_that_share_a_label() {
        let text = "It is “high tide now”.[1]\n\nReferences\n[1] “A.” https://a.test\n\nIt is “low tide now”.[1]\n\n\
                    References\n[1] “B.” https://b.test\n";
        let (document, claims) = claims(text);
        let json: serde_json::Value = serde_json::from_str(&printed(&[("a.txt", &document, &claims)])).unwrap();
        for list in ["quotes", "markers"] {
            let ids: Vec<&serde_json::Value> =
                json["documents"][0][list].as_array().unwrap().iter().map(|one| &one["cite_ids"][0]).collect();
            assert_eq!(ids, ["1", "1-2"], "{list}");
        }
    }

    #[test]
    fn the_json_has_the_fields_of_the_contract() {
        let (document, claims) = claims(TEXT);
        let json: serde_json::Value = serde_json::from_str(&printed(&[("a.txt", &document, &claims)])).unwrap();
        assert_eq!(json["schema"], "citewatch.extract/1");
        let document = &json["documents"][0];
        assert_eq!((&document["path"], &document["format"]), (&"a.txt".into(), &"plain".into()));
        let citation = &document["citations"][0];
        assert_eq!(citation["url"], "https://harbour.test/ferry");
        assert_eq!((&citation["published"], &citation["accessed"]), (&"2023-05".into(), &"2024-06-01".into()));
        assert_eq!((&citation["doi"], &citation["url_span"][0]), (&serde_json::Value::Null, &125.into()));
        let quote = &document["quotes"][0];
        assert_eq!(
            (&quote["cites"][0], &quote["basis"], &quote["kind"]),
            (&"1".into(), &"same-sentence".into(), &"phrase".into())
        );
        assert_eq!(
            (&quote["line"], &quote["column"], &quote["span"]),
            (&1.into(), &15.into(), &serde_json::json!([16, 37]))
        );
        assert_eq!(document["markers"][0]["labels"], serde_json::json!(["1"]));
    }

    #[test]
    fn the_listing_cannot_steer_a_terminal() {
        let (document, claims) = claims("He said “go\u{1b}[31m home now” https://a.test/b and left.");
        let listing = list(&[("a\u{7}.txt", &document, &claims)]);
        assert!(!listing.contains(['\u{1b}', '\u{7}']), "{listing}");
        assert!(listing.contains("https://a.test/b") && listing.contains("1 citations"), "{listing}");
    }
}
