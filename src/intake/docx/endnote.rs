//! Citations of `EndNote`: records in an XML of its own, each as CSL-JSON.

use std::ops::ControlFlow;

use data_encoding::BASE64;
use serde_json::{Value, json};

use super::field::MOST_ITEMS;
use super::walk::{Step, walk};

/// Bytes of what one citation holds.
const MOST: usize = 4_000_000;

/// A record while it is read.
#[derive(Debug, Default)]
struct Record {
    number: String,
    title: String,
    container: String,
    year: String,
    url: String,
    doi: String,
    authors: Vec<String>,
}

/// Whether a field is a citation of `EndNote`; what it holds stands in its code or, base64, beside it.
pub(super) fn is_citation(code: &str) -> bool {
    let mut words = code.split_whitespace();
    words.next() == Some("ADDIN") && words.next().is_some_and(|word| word.split('<').next() == Some("EN.CITE"))
}

/// The records that a citation holds, by its code and what stands beside it.
pub(super) fn items(code: &str, data: &str) -> Vec<String> {
    if let Some(start) = code.find("<EndNote") {
        return records(&code[start..]);
    }
    if data.len() > MOST {
        return Vec::new();
    }
    let bare: String = data.chars().filter(|c| !c.is_whitespace()).collect();
    let read = BASE64.decode(bare.as_bytes()).unwrap_or_default();
    records(String::from_utf8_lossy(&read).trim_end_matches('\0'))
}

fn records(xml: &str) -> Vec<String> {
    let (mut found, mut record): (Vec<String>, Option<Record>) = (Vec::new(), None);
    walk(xml, |open, step| {
        let name = open.last().map_or("", String::as_str);
        match (step, name, &mut record) {
            (Step::Begins, "record", _) => record = Some(Record::default()),
            (Step::Begins, "author", Some(record)) => record.authors.push(String::new()),
            // Of several addresses the first is taken.
            (Step::Begins, "url", Some(record)) => record.url.push(' '),
            (Step::Says(words), _, Some(record)) => said(open, words, record),
            (Step::Ends, "record", _) => found.extend(record.take().and_then(Record::csl)),
            _ => {}
        }
        if found.len() < MOST_ITEMS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    found
}

/// Adds what an element says; words stand in elements of their style.
fn said(open: &[String], words: &str, record: &mut Record) {
    let mut names = open.iter().rev().map(String::as_str).filter(|name| *name != "style");
    let field = match (names.next(), names.next()) {
        (Some("rec-number"), _) => &mut record.number,
        (Some("title"), Some("titles")) => &mut record.title,
        (Some("secondary-title"), Some("titles")) => &mut record.container,
        (Some("year"), Some("dates")) => &mut record.year,
        (Some("url"), Some("related-urls" | "web-urls")) => &mut record.url,
        (Some("electronic-resource-num"), _) => &mut record.doi,
        (Some("author"), Some("authors")) => match record.authors.last_mut() {
            Some(author) => author,
            None => return,
        },
        _ => return,
    };
    field.push_str(words);
}

impl Record {
    /// As CSL-JSON; none of a record that says nothing.
    fn csl(self) -> Option<String> {
        let Self { number, title, container, year, url, doi, authors } = self;
        if title.is_empty() && url.is_empty() && doi.is_empty() {
            return None;
        }
        let mut item = json!({ "id": number.trim(), "type": "article", "title": title.trim() });
        let mut put = |name: &str, value: &str| {
            if !value.trim().is_empty() {
                item[name] = Value::String(value.trim().to_owned());
            }
        };
        put("container-title", &container);
        put("URL", url.split_whitespace().next().unwrap_or_default());
        put("DOI", &doi);
        let year = year.trim().parse::<i16>().ok();
        if let Some(year) = year {
            item["issued"] = json!({ "date-parts": [[year]] });
        }
        let authors = authors.iter().map(|author| match author.split_once(',') {
            Some((family, given)) => json!({ "family": family.trim(), "given": given.trim() }),
            None => json!({ "literal": author.trim() }),
        });
        item["author"] = authors.collect();
        Some(item.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const XML: &str = "<EndNote><Cite><Author>Byrd</Author><Year>2019</Year><RecNum>4</RecNum><DisplayText>(Byrd 2019)</DisplayText>\
        <record><rec-number>4</rec-number><ref-type name=\"Web Page\">12</ref-type><contributors><authors><author>\
        <style face=\"normal\">Byrd, Hazel</style></author><author>Quay &amp; Sons</author></authors></contributors><titles><title>\
        <style face=\"normal\">Tides &amp; Ropes</style></title><secondary-title>Post</secondary-title></titles>\
        <dates><year>2019</year></dates><urls><related-urls><url>https://a.test/tides</url><url>https://b.test/tides</url>\
        </related-urls></urls><electronic-resource-num>10.1000/tides</electronic-resource-num></record></Cite>\
        <Cite><Author>Nobody</Author></Cite></EndNote>";

    #[test]
    fn records_are_read_out_of_the_code_or_from_beside_it() {
        assert!(is_citation(" ADDIN EN.CITE <EndNote>") && is_citation("ADDIN EN.CITE<EndNote>"));
        assert!(!is_citation(" ADDIN EN.CITE.DATA ") && !is_citation("ADDIN EN.REFLIST"));
        let expected = json!({
            "id": "4", "type": "article", "title": "Tides & Ropes", "container-title": "Post",
            "URL": "https://a.test/tides", "DOI": "10.1000/tides", "issued": { "date-parts": [[2019]] },
            "author": [{ "family": "Byrd", "given": "Hazel" }, { "literal": "Quay & Sons" }],
        });
        let mut beside = BASE64.encode(format!("{XML}\0").as_bytes());
        beside.insert(76, '\n');
        for items in [items(&format!("ADDIN EN.CITE {XML}"), ""), items(" ADDIN EN.CITE ", &beside)] {
            let read: Vec<Value> = items.iter().map(|item| serde_json::from_str(item).unwrap()).collect();
            assert_eq!(read, std::slice::from_ref(&expected));
        }
        assert!(items("ADDIN EN.CITE", "no base64").is_empty());
        assert!(items("ADDIN EN.CITE <EndNote><record><title>x", "").is_empty());
    }
}
