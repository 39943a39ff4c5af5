//! Who JSON-LD says that a page is of: its publisher, the site that it is a part of, an organization that is described with it.

use serde_json::{Map, Value};

use super::{each_object, words};
use crate::page::walk::writer::line;

/// More are a list of other pages.
const MOST: usize = 4;
/// A longer name is a sentence.
const LONGEST: usize = 120;
/// Types of owners whose name does not say that they are organizations.
const ORGANIZATIONS: [&str; 6] = ["Corporation", "NGO", "CollegeOrUniversity", "School", "Library", "LocalBusiness"];

/// Adds the owners that `value` names, best first.
pub(super) fn add(value: &Value, owners: &mut Vec<String>) {
    let mut found = [Vec::new(), Vec::new(), Vec::new()];
    each_object(value, |fields, open| {
        open.extend(fields.get("@graph").into_iter().chain(fields.get("isPartOf")));
        found[0].extend(fields.get("publisher").into_iter().flat_map(named));
        let is = |is: &dyn Fn(&str) -> bool| {
            words(fields.get("@type")).any(|kind| is(kind.rsplit('/').next().unwrap_or(kind)))
        };
        if is(&|kind| kind == "WebSite") {
            found[1].extend(name(fields));
        } else if is(&|kind| kind.ends_with("Organization") || ORGANIZATIONS.contains(&kind)) {
            found[2].extend(name(fields));
        }
    });
    // Things of several publishers are gathered from elsewhere.
    let publishers = &mut found[0];
    publishers.dedup();
    if publishers.len() > 1 {
        publishers.clear();
    }
    for name in found.into_iter().flatten() {
        if owners.len() < MOST && !owners.contains(&name) {
            owners.push(name);
        }
    }
}

/// The name of a publisher: of a thing, of several, or as it is written.
fn named(publisher: &Value) -> Vec<String> {
    match publisher {
        Value::String(name) => bounded(name).into_iter().collect(),
        Value::Object(fields) => name(fields).into_iter().collect(),
        Value::Array(all) => all.iter().filter_map(Value::as_object).filter_map(name).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

fn name(fields: &Map<String, Value>) -> Option<String> {
    bounded(fields.get("name")?.as_str()?)
}

/// A name in one line; an address is none.
fn bounded(name: &str) -> Option<String> {
    let name = Some(name).filter(|name| name.len() <= LONGEST && !name.contains("://"))?;
    Some(line(name)).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_publisher_goes_before_the_site_and_the_site_before_an_organization() {
        for (json, expected) in [
            (
                r#"{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "Varn Post"}}"#,
                &["Varn Post"][..],
            ),
            (r#"[{"@type": "Article", "publisher": [{"name": "Varn\n Post"}]}]"#, &["Varn Post"]),
            (r#"{"@type": "Article", "publisher": "Varn Post"}"#, &["Varn Post"]),
            (r#"{"@type": "Article", "publisher": "https://varn.example/#us"}"#, &[]),
            (r#"{"@type": ["Thing", "https://schema.org/WebSite"], "name": "Varn"}"#, &["Varn"]),
            (
                r#"{"@graph": [{"@type": "NewsMediaOrganization", "name": "Varn Media"}, {"@type": "WebSite", "name": "Varn"},
                    {"@type": "WebPage", "publisher": {"@id": "/us"}, "name": "What we lend"}]}"#,
                &["Varn", "Varn Media"],
            ),
            (r#"[{"publisher": {"name": "One"}}, {"publisher": {"name": "Two"}}]"#, &[]),
            (r#"{"@type": "Article", "author": {"@type": "Organization", "name": "Hallow Wire"}}"#, &[]),
            (r#"{"@type": "ItemList", "itemListElement": [{"@type": "Organization", "name": "Hallow"}]}"#, &[]),
            (r#"{"publisher": {"name": 7}}"#, &[]),
        ] {
            let mut owners = Vec::new();
            add(&serde_json::from_str(json).unwrap(), &mut owners);
            assert_eq!(owners, expected, "{json}");
        }
    }
}
