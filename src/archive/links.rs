//! Links of the `Link` header and of `TimeMaps` (`application/link-format`), as archives really write them.

use jiff::Timestamp;
use url::Url;

use crate::evidence::http_date;

/// More links than this are not read; the longest `TimeMaps` of one page hold some hundred thousand.
const MAX_LINKS: usize = 500_000;

/// One link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// Made absolute.
    pub(super) target: Url,
    relations: String,
    /// When a memento was captured.
    pub(super) datetime: Option<Timestamp>,
    /// The first capture that a further `TimeMap` lists.
    pub(super) from: Option<Timestamp>,
    /// The last one.
    pub(super) until: Option<Timestamp>,
}

impl Link {
    /// Whether the link stands in that relation, alone or beside others: `first last memento`.
    pub(super) fn is(&self, relation: &str) -> bool {
        self.relations.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(relation))
    }
}

/// Reads every link whose target makes an address; targets are relative to `base`.
pub(super) fn read(text: &str, base: &Url) -> Vec<Link> {
    let mut rest = text;
    let mut links = Vec::new();
    while let Some(open) = rest.find('<').filter(|_| links.len() < MAX_LINKS) {
        let Some(length) = rest[open..].find('>') else { break };
        let target = &rest[open + 1..open + length];
        let (attributes, after) = attributes(&rest[open + length + 1..]);
        rest = after;
        let Ok(target) = base.join(target.trim()) else { continue };
        let value = |name: &str| {
            attributes.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
        };
        links.push(Link {
            target,
            // A link without a relation is none of those that are looked for.
            relations: value("rel").unwrap_or_default().to_owned(),
            datetime: value("datetime").and_then(http_date),
            from: value("from").and_then(http_date),
            until: value("until").and_then(http_date),
        });
    }
    links
}

/// The attributes up to the comma that ends the link, and what follows it.
fn attributes(mut rest: &str) -> (Vec<(String, String)>, &str) {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start();
        let Some(after) = rest.strip_prefix(';') else {
            return (found, rest.strip_prefix(',').unwrap_or(rest));
        };
        let end = after.find(['=', ';', ',']).unwrap_or(after.len());
        let name = after[..end].trim().to_owned();
        rest = &after[end..];
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            (value, rest) = attribute_value(after.trim_start());
        }
        found.push((name, value));
    }
}

/// A value in quotation marks or bare, and what follows it.
fn attribute_value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([';', ',']).unwrap_or(text.len());
        return (text[..end].trim().to_owned(), &text[end..]);
    };
    let mut value = String::new();
    let mut characters = quoted.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return (value, &quoted[at + 1..]),
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            other => value.push(other),
        }
    }
    (value, "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BASE: &str = "https://archive.test/web/timemap/link/https://a.example/";

    /// Each link as `relations target datetime`.
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = read(text, &Url::parse(BASE).unwrap())
            .iter()
            .map(|link| {
                let datetime = link.datetime.map(|at| format!(" {at}")).unwrap_or_default();
                format!("{} {}{datetime}", link.relations, link.target)
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn relations_may_be_combined() {
        check(
            "<https://archive.test/1/x>; rel=\"first last memento\"; datetime=\"Fri, 01 Mar 2019 10:00:00 GMT\", \
             <https://archive.test/2/x>; datetime=\"Tue, 15 Jun 2021 12:34:56 GMT\"; rel=\"prev first memento\"",
            &[
                "first last memento https://archive.test/1/x 2019-03-01T10:00:00Z",
                "prev first memento https://archive.test/2/x 2021-06-15T12:34:56Z",
            ],
        );
        let links = read("<x>; rel=\"prev first memento\"", &Url::parse(BASE).unwrap());
        assert!(links[0].is("memento") && links[0].is("first") && !links[0].is("last"));
    }

    #[test]
    fn values_may_stand_without_quotation_marks() {
        check(
            "<https://archive.test/1>; rel=memento; type=application/link-format, <https://a.example/>; rel=original,",
            &["memento https://archive.test/1", "original https://a.example/"],
        );
    }

    #[test]
    fn targets_may_be_relative_and_hold_commas() {
        check(
            "<//www.archive.test/1/https://a.example/x,y,z>; rel=\"memento\",<?page=2>; rel=\"timemap\"",
            &[
                "memento https://www.archive.test/1/https://a.example/x,y,z",
                "timemap https://archive.test/web/timemap/link/https://a.example/?page=2",
            ],
        );
    }

    #[test]
    fn a_trailing_comma_and_unknown_attributes_do_no_harm() {
        check(
            "<https://a.example:443/>; rel=\"original\",\n<https://archive.test/mp_/x>; rel=\"memento\"; \
             datetime=\"Fri, 01 Mar 2019 10:00:00 GMT\"; collection=\"cw\",\n\
             <https://archive.test>; rel=\"timegate\",\n",
            &[
                "original https://a.example/",
                "memento https://archive.test/mp_/x 2019-03-01T10:00:00Z",
                "timegate https://archive.test/",
            ],
        );
    }

    #[test]
    fn dates_that_are_none_and_broken_links_are_passed_over() {
        check(
            "<https://archive.test/1>; rel=\"memento\"; datetime=\"soon\", <http://>; rel=\"memento\", <half",
            &["memento https://archive.test/1"],
        );
        check("", &[]);
        check("garbage, more", &[]);
        check("<x>; rel=\"never closed", &["never closed https://archive.test/web/timemap/link/https://a.example/x"]);
    }

    #[test]
    fn a_day_may_have_one_digit() {
        let link = "<https://archive.test/1>; rel=\"memento\"; datetime=\"Fri, 1 Mar 2019 10:00:00 GMT\"";
        check(link, &["memento https://archive.test/1 2019-03-01T10:00:00Z"]);
    }

    #[test]
    fn a_further_timemap_tells_what_it_spans() {
        let text =
            "<?2>; rel=\"timemap\"; from=\"Fri, 01 Mar 2019 10:00:00 GMT\"; until=\"Tue, 15 Jun 2021 12:34:56 GMT\"";
        let links = read(text, &Url::parse(BASE).unwrap());
        let day = |at: Option<Timestamp>| at.unwrap().to_string();
        assert_eq!(
            (day(links[0].from), day(links[0].until)),
            ("2019-03-01T10:00:00Z".into(), "2021-06-15T12:34:56Z".into())
        );
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[<>;,=\"\\\\a-z /é]{0,60}") {
            read(&text, &Url::parse(BASE).unwrap());
        }
    }
}
