//! The sources that Word itself keeps beside a document, each as CSL-JSON by its tag, and the fields that cite them.

use std::collections::HashMap;
use std::ops::ControlFlow;

use serde_json::{Value, json};

use super::field::MOST_ITEMS;
use super::walk::{Step, walk};

/// Sources that are read of one document.
const MOST: usize = 20_000;

/// CSL-JSON by the tag of its source.
pub(super) type Sources = HashMap<String, String>;

/// The tags that a field cites: `CITATION Byr19 \l 1033 \m Odu20`; none of another field.
pub(super) fn cited(code: &str) -> Vec<&str> {
    let mut words = code.split_whitespace();
    if words.next() != Some("CITATION") {
        return Vec::new();
    }
    let mut tags: Vec<&str> = words.next().into_iter().filter(|tag| !tag.starts_with('\\')).collect();
    while let Some(word) = words.next() {
        if word == "\\m" {
            tags.extend(words.next());
        }
    }
    tags.truncate(MOST_ITEMS);
    tags
}

/// Adds the sources that a part of custom XML holds; of another kind it holds none.
pub(super) fn read(xml: &str, sources: &mut Sources) {
    let mut own: Option<Source> = None;
    walk(xml, |open, step| {
        match (step, open.last().map_or("", String::as_str), &mut own) {
            (Step::Begins, "Source", _) if open.len() == 2 => own = Some(Source::default()),
            (Step::Begins, "Person", Some(own)) if is_of_author(open) => {
                own.people.push((String::new(), String::new()));
            }
            (Step::Says(words), _, Some(own)) => said(open, words, own),
            (Step::Ends, "Source", _) => sources.extend(own.take().and_then(Source::csl)),
            _ => {}
        }
        let is_list = open.first().is_none_or(|root| root == "Sources");
        if is_list && sources.len() < MOST { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
}

/// A source while it is read.
#[derive(Debug, Default)]
struct Source {
    /// What its plain elements say.
    fields: HashMap<String, String>,
    /// Last and first names of its authors.
    people: Vec<(String, String)>,
    corporate: String,
}

/// Whether what is open is of the authors, which stand beside editors and others in an element of the same name.
fn is_of_author(open: &[String]) -> bool {
    open.iter().filter(|name| *name == "Author").count() > 1
}

fn said(open: &[String], words: &str, own: &mut Source) {
    let Some(name) = open.last() else { return };
    let of_author = is_of_author(open);
    match (name.as_str(), open.len()) {
        (_, 3) => own.fields.entry(name.clone()).or_default().push_str(words),
        ("Last" | "First", _) if of_author => {
            if let Some((last, first)) = own.people.last_mut() {
                if name == "Last" { last.push_str(words) } else { first.push_str(words) }
            }
        }
        ("Corporate", _) if of_author => own.corporate.push_str(words),
        _ => {}
    }
}

impl Source {
    fn csl(mut self) -> Option<(String, String)> {
        let mut take = |name: &str| {
            let value = self.fields.remove(name).unwrap_or_default();
            Some(value.trim().to_owned()).filter(|value| !value.is_empty())
        };
        let tag = take("Tag")?;
        let mut item = json!({ "id": tag, "type": "webpage" });
        for (name, field) in [
            ("Title", "title"),
            ("URL", "URL"),
            ("DOI", "DOI"),
            ("Publisher", "publisher"),
            ("InternetSiteTitle", "container-title"),
            ("JournalName", "container-title"),
            ("PeriodicalTitle", "container-title"),
        ] {
            if let Some(value) = take(name) {
                item[field] = Value::String(value);
            }
        }
        for (year, month, day, field) in
            [("Year", "Month", "Day", "issued"), ("YearAccessed", "MonthAccessed", "DayAccessed", "accessed")]
        {
            let parts: Vec<String> = [year, month, day].iter().map_while(|name| take(name)).collect();
            if parts.is_empty() {
                continue;
            }
            let numbers: Option<Vec<i16>> = parts.iter().map(|part| part.parse().ok()).collect();
            // Months are numbers, or words in the language of whoever wrote them.
            item[field] = numbers.map_or_else(
                || json!({ "raw": parts.iter().rev().map(String::as_str).collect::<Vec<_>>().join(" ") }),
                |numbers| json!({ "date-parts": [numbers] }),
            );
        }
        let people = self.people.iter().map(|(last, first)| json!({ "family": last.trim(), "given": first.trim() }));
        let corporate = Some(self.corporate.trim()).filter(|name| !name.is_empty());
        item["author"] = people.chain(corporate.map(|name| json!({ "literal": name }))).collect();
        Some((tag, item.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_known_by_their_tags() {
        let xml = "<?xml version=\"1.0\"?><b:Sources xmlns:b=\"x\" SelectedStyle=\"\\APA.XSL\"><b:Source><b:Tag>Byr19</b:Tag>\
            <b:SourceType>InternetSite</b:SourceType><b:Title>Tides &amp; Ropes</b:Title><b:URL>https://a.test/tides</b:URL>\
            <b:Author><b:Author><b:NameList><b:Person><b:Last>Byrd</b:Last><b:First>Hazel</b:First></b:Person></b:NameList></b:Author>\
            <b:Editor><b:NameList><b:Person><b:Last>Hale</b:Last></b:Person></b:NameList></b:Editor></b:Author>\
            <b:Year>2019</b:Year><b:Month>May</b:Month><b:Day>3</b:Day><b:YearAccessed>2020</b:YearAccessed></b:Source>\
            <b:Source><b:Title>Without a tag</b:Title></b:Source></b:Sources>";
        let mut sources = Sources::new();
        read(xml, &mut sources);
        let read_items: Vec<Value> = sources.values().map(|item| serde_json::from_str(item).unwrap()).collect();
        let expected = json!({
            "id": "Byr19", "type": "webpage", "title": "Tides & Ropes", "URL": "https://a.test/tides",
            "issued": { "raw": "3 May 2019" }, "accessed": { "date-parts": [[2020]] },
            "author": [{ "family": "Byrd", "given": "Hazel" }],
        });
        assert_eq!(read_items, [expected]);
        read("<other><b:Source><b:Tag>X</b:Tag></b:Source></other>", &mut sources);
        read("no xml", &mut sources);
        assert_eq!(sources.len(), 1);
    }

    #[test]
    fn a_field_cites_tags() {
        assert_eq!(cited(" CITATION Byr19 \\l 1033 "), ["Byr19"]);
        assert_eq!(cited("CITATION Byr19 \\p 3 \\l 1033 \\m Odu20 \\m Hal01"), ["Byr19", "Odu20", "Hal01"]);
        assert!(cited("HYPERLINK \"https://a.test\"").is_empty() && cited("CITATION").is_empty());
    }
}
