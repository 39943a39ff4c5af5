//! Which part of a source a record names: pages, a chapter. Two parts of one book are two entries.

use super::names_a_part;

use crate::document::Format;

/// Names of fields that say where in a source, for each sort of place: of BibTeX and CSL-JSON, and the tags of RIS.
const FIELDS: [&[&str]; 5] = [
    &["pages", "page"],
    &["chapter", "chapter-number", "section"],
    &["volume"],
    &["number", "issue"],
    &["note", "annote", "addendum"],
];
const TAGS: [&[&str]; 5] = [&["sp"], &["se"], &["vl"], &["is"], &["n1"]];
/// The last of them, in which anything else can stand as well.
const NOTES: usize = 4;

/// Whether two records say that they are different parts of what both name.
pub(super) fn differ(format: Format, one: &str, other: &str) -> bool {
    let (ones, others) = (places(format, one), places(format, other));
    let both: Vec<bool> =
        ones.iter().zip(&others).filter_map(|(one, other)| Some(one.as_ref()? != other.as_ref()?)).collect();
    let says = |places: &[Option<String>]| places.iter().any(Option::is_some);
    // What only one of them says of the place can be wanting in the other.
    both.contains(&true) || both.is_empty() && says(&ones) && says(&others)
}

/// Where in the source a record says that it is, by sort: the first page alone, which is written in one way.
fn places(format: Format, record: &str) -> Vec<Option<String>> {
    let lower = record.to_lowercase();
    let sorts = if format == Format::Ris { TAGS } else { FIELDS };
    let place = |(sort, names): (usize, &&[&str])| {
        let value = names.iter().find_map(|name| value(&lower, name))?;
        if sort == NOTES {
            return names_a_part(&value).then_some(value);
        }
        let start = value.trim_start_matches(|c: char| !c.is_alphanumeric());
        let first: String = start.chars().take_while(|&c| c.is_alphanumeric() || c == '.').collect();
        Some(first).filter(|first| !first.is_empty())
    };
    sorts.iter().enumerate().map(place).collect()
}

/// What the field `name` of a record in lower case holds.
fn value(record: &str, name: &str) -> Option<String> {
    record.match_indices(name).find_map(|(at, _)| {
        let apart = !record[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
        let rest = record[at + name.len()..].trim_start_matches('"').trim_start_matches([' ', '\t']);
        let rest = rest.strip_prefix(['=', ':']).or_else(|| rest.strip_prefix("- "))?.trim_start();
        let (open, ends): (usize, &[char]) = match rest.chars().next()? {
            '{' => (1, &['}']),
            '"' => (1, &['"']),
            _ => (0, &[',', '\n', '}']),
        };
        let inner = rest[open..].trim_start_matches('{');
        let words = inner.split(ends).next()?.trim();
        (apart && !words.is_empty()).then(|| words.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_of_different_parts_differ() {
        let bibtex = Format::Bibtex;
        for (format, one, other) in [
            (bibtex, "pages = 90, chapter = {5.3}", "note = {Appendix C}"),
            (bibtex, "note = {Section 7.3}", "chapter = 9"),
            (bibtex, "pages = {25--30}", "pages = {31--40}"),
            (bibtex, "volume = 1", "volume = {2}"),
            (Format::CslJson, "{\"volume\": 1, \"page\": \"90\"}", "{\"volume\": 2, \"page\": \"90\"}"),
            (Format::CslJson, "\"page\": \"90\"", "\"page\": \"95-97\""),
            (Format::Ris, "VL  - 1\nIS  - 2\n", "VL  - 1\nIS  - 3\n"),
            (Format::Ris, "SP  - 90\nEP  - 95", "SP  - 96\nEP  - 99"),
            (Format::Ris, "N1  - Chapter 2\n", "N1  - Chapter 3\n"),
        ] {
            assert!(differ(format, one, other), "{one} / {other}");
        }
        for (format, one, other) in [
            (bibtex, "pages = {25--30}", "pages = \"25-30\""),
            (bibtex, "pages = {25--30}", "title = {A}"),
            (bibtex, "pages = {25--30}, note = {Read it}", "pages = {25--30}"),
            (bibtex, "note = {Read it again}", "note = {Good}"),
            (bibtex, "note = {Read it again}", "pages = 4"),
            (bibtex, "numpages = {4}, pages = 7", "numpages = {5}, pages = 7"),
            (bibtex, "pages = 7, chapter = 2", "pages = 7"),
            // What is a tag of RIS says nothing elsewhere, and what is a field elsewhere is none of its.
            (bibtex, "is = 1, pages = 7", "is = 2, pages = 7"),
            (Format::Ris, "AB  - pages: 1\n", "AB  - pages: 2\n"),
        ] {
            assert!(!differ(format, one, other), "{one} / {other}");
        }
    }
}
