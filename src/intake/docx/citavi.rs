//! Citations of Citavi: JSON of its own, base64 in the code of a field, each source as CSL-JSON.

use data_encoding::BASE64;
use serde_json::{Value, json};

use super::field::MOST_ITEMS;

/// Bytes of what one citation holds.
const MOST: usize = 4_000_000;
/// Values of one citation that others can name.
const MOST_NAMED: usize = 20_000;

/// The sources that a field cites, `ADDIN CitaviPlaceholder{…}`; none of another field.
pub(super) fn items(code: &str) -> Vec<String> {
    let inner =
        code.trim_start().strip_prefix("ADDIN").and_then(|rest| rest.trim_start().strip_prefix("CitaviPlaceholder{"));
    let Some(inner) = inner.filter(|inner| inner.len() <= MOST) else { return Vec::new() };
    let bare: String = inner.chars().filter(|c| !c.is_whitespace()).take_while(|c| *c != '}').collect();
    let read = BASE64.decode(bare.as_bytes()).ok().and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
    let Some(read) = read else { return Vec::new() };
    let mut named = Vec::new();
    name(&read, &mut named);
    let entries = read["Entries"].as_array().map_or(&[][..], Vec::as_slice);
    let sources = entries.iter().take(MOST_ITEMS).filter_map(|entry| csl(led(&entry["Reference"], &named), &named));
    sources.collect()
}

/// Gathers the values that have an `$id`.
fn name<'v>(value: &'v Value, named: &mut Vec<(&'v str, &'v Value)>) {
    if named.len() >= MOST_NAMED {
        return;
    }
    match value {
        Value::Object(fields) => {
            named.extend(value["$id"].as_str().map(|id| (id, value)));
            fields.values().for_each(|value| name(value, named));
        }
        Value::Array(values) => values.iter().for_each(|value| name(value, named)),
        _ => {}
    }
}

/// A value, or the one that it names by `$ref`.
fn led<'v>(value: &'v Value, named: &[(&str, &'v Value)]) -> &'v Value {
    let other = value["$ref"].as_str();
    let found = other.and_then(|other| named.iter().find(|(id, _)| *id == other));
    found.map_or(value, |(_, value)| value)
}

/// A source as CSL-JSON; none where it says nothing.
fn csl(source: &Value, named: &[(&str, &Value)]) -> Option<String> {
    let words = |value: &Value, name: &str| {
        let words = value[name].as_str().map(str::trim).filter(|words| !words.is_empty());
        words.map(str::to_owned)
    };
    let own = |name: &str| words(source, name);
    let title = match (own("Title"), own("Subtitle")) {
        (Some(title), Some(more)) => Some(format!("{title}: {more}")),
        (title, _) => title,
    };
    let (url, doi) = (own("OnlineAddress").filter(|url| url.contains("://") || url.starts_with("www.")), own("Doi"));
    if title.is_none() && url.is_none() && doi.is_none() {
        return None;
    }
    let mut item = json!({ "id": own("Id").unwrap_or_default(), "type": "webpage" });
    let list = |name: &str| source[name].as_array().map_or(&[][..], Vec::as_slice);
    let publisher = list("Publishers").first().and_then(|first| words(led(first, named), "Name"));
    let container = words(led(&source["Periodical"], named), "Name")
        .or_else(|| words(led(&source["ParentReference"], named), "Title"));
    for (field, value) in
        [("title", title), ("URL", url), ("DOI", doi), ("publisher", publisher), ("container-title", container)]
    {
        if let Some(value) = value {
            item[field] = Value::String(value);
        }
    }
    let date = |names: [&str; 2]| names.iter().find_map(|name| own(name)).map(|raw| json!({ "raw": raw }));
    for (field, value) in [("issued", date(["Date", "Year"])), ("accessed", date(["AccessDate", "LastAccessDate"]))] {
        if let Some(value) = value {
            item[field] = value;
        }
    }
    let people = if list("Authors").is_empty() { list("Organizations") } else { list("Authors") };
    let people = people.iter().filter_map(|person| {
        let person = led(person, named);
        let family = words(person, "LastName")?;
        Some(match words(person, "FirstName") {
            Some(first) => json!({ "family": family, "given": first }),
            None => json!({ "literal": family }),
        })
    });
    item["author"] = people.collect();
    Some(item.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(json: &Value) -> String {
        format!(" ADDIN CitaviPlaceholder{{{}}} ", BASE64.encode(json.to_string().as_bytes()))
    }

    #[test]
    fn sources_of_a_citation_are_read() {
        let person = json!({ "$id": "6", "LastName": "Byrd", "FirstName": "Hazel" });
        let tides = json!({ "$id": "5", "Id": "r1", "Title": "Tides", "Subtitle": "Of the Harbour", "Authors": [person],
            "OnlineAddress": "https://a.test/tides", "AccessDate": "02.05.2021", "Year": "2019", "Periodical": { "$id": "7", "Name": "Post" } });
        let again = json!({ "$ref": "5" });
        let ropes = json!({ "$id": "8", "Id": "r2", "Title": "Ropes", "Doi": "10.1000/ropes", "OnlineAddress": "C:\\x.pdf",
            "Authors": [{ "$ref": "6" }], "Publishers": [{ "Name": "Quay Press" }] });
        let all = json!({ "$id": "1", "Entries": [{ "Reference": tides }, { "Reference": again }, { "Reference": ropes }, {}] });
        let read: Vec<Value> = items(&code(&all)).iter().map(|item| serde_json::from_str(item).unwrap()).collect();
        assert_eq!(read.len(), 3);
        assert_eq!(read[0], read[1]);
        let expected = json!({ "id": "r1", "type": "webpage", "title": "Tides: Of the Harbour", "URL": "https://a.test/tides",
            "container-title": "Post", "issued": { "raw": "2019" }, "accessed": { "raw": "02.05.2021" },
            "author": [{ "family": "Byrd", "given": "Hazel" }] });
        assert_eq!(read[0], expected);
        let expected = json!({ "id": "r2", "type": "webpage", "title": "Ropes", "DOI": "10.1000/ropes", "publisher": "Quay Press",
            "author": [{ "family": "Byrd", "given": "Hazel" }] });
        assert_eq!(read[2], expected);
    }

    #[test]
    fn what_cannot_be_read_cites_nothing() {
        for code in [
            "ADDIN CitaviPlaceholder{no base64}",
            "ADDIN CitaviPlaceholder{",
            "ADDIN CitaviPlaceholder",
            "ADDIN CitaviBibliography",
            "HYPERLINK \"https://a.test\"",
        ] {
            assert!(items(code).is_empty(), "{code}");
        }
        assert!(items(&code(&json!({ "Entries": [{ "Reference": { "$ref": "1" } }] }))).is_empty());
    }
}
