//! Codes that programs for references keep in the properties of a document, each for the bookmark around what it shows.

use std::collections::{BTreeMap, HashMap};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::xml::attribute;

/// Properties of one document, and bytes of all their values.
const MOST: usize = 100_000;
const MOST_BYTES: usize = 100_000_000;

/// By the name of a bookmark its code.
pub(super) type Codes = HashMap<String, String>;

/// The codes of the part that holds the properties; a long one stands in several, `ZOTERO_BREF_x_1`, `ZOTERO_BREF_x_2`.
pub(super) fn codes(xml: &str) -> Codes {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut parts: BTreeMap<(String, usize), String> = BTreeMap::new();
    let (mut open, mut bytes) = (None::<(String, usize)>, 0);
    while let Ok(event) = reader.read_event() {
        let said = match event {
            Event::Start(start) if start.local_name().as_ref() == "property" => {
                open = attribute(&start, "name").and_then(|name| numbered(&name));
                continue;
            }
            Event::End(end) if end.local_name().as_ref() == "property" => {
                open = None;
                continue;
            }
            Event::Text(text) => text.to_string(),
            Event::CData(text) => text.to_string(),
            Event::GeneralRef(name) => match quick_xml::escape::unescape(&format!("&{};", &*name)) {
                Ok(said) => said.into_owned(),
                Err(_) => continue,
            },
            Event::Eof => break,
            _ => continue,
        };
        bytes += said.len();
        if let Some(name) = open.clone() {
            parts.entry(name).or_default().push_str(&said);
        }
        if parts.len() > MOST || bytes > MOST_BYTES {
            break;
        }
    }
    let mut codes = Codes::new();
    for ((name, _), part) in parts {
        codes.entry(name).or_default().push_str(&part);
    }
    codes
}

/// `name_3`
fn numbered(name: &str) -> Option<(String, usize)> {
    let (name, number) = name.rsplit_once('_')?;
    Some((name.to_owned(), number.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_code_are_joined_in_their_order() {
        let property = |name: &str, value: &str| {
            format!("<property pid=\"2\" name=\"{name}\"><vt:lpwstr>{value}</vt:lpwstr></property>")
        };
        let parts: Vec<String> =
            (1..=11).rev().map(|part| property(&format!("Z_a_{part}"), &format!("{part}&amp;"))).collect();
        let xml = format!(
            "<Properties>{}{}{}</Properties>",
            parts.concat(),
            property("Z_b_1", "x"),
            property("Company", "y")
        );
        let codes = codes(&xml);
        assert_eq!(codes["Z_a"], "1&2&3&4&5&6&7&8&9&10&11&");
        assert_eq!((codes["Z_b"].as_str(), codes.len()), ("x", 2));
    }
}
