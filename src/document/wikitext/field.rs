//! The parameters of citation templates, under the names that large wikis have for them.

use crate::date::native;

use super::elsewhere;
use super::parameters::{FIELDS, NUMBERED};

/// What a parameter of a citation says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Url,
    /// Of a chapter or a part.
    PartUrl,
    Title,
    /// Of a chapter or a part.
    PartTitle,
    Family(usize),
    Given(usize),
    Author(usize),
    Authors,
    Editor(usize),
    Publisher,
    /// Newspaper, journal, site.
    Work,
    /// Who wrote what a newspaper printed.
    Agency,
    Date,
    Year,
    Month,
    /// Of the month, where it stands apart.
    Day,
    Accessed,
    ArchiveUrl,
    ArchiveDate,
    /// The digits of the Wayback Machine for the moment of its capture.
    Moment,
    Quote,
    Doi,
    Identifier(&'static str),
    /// The number of an article at JSTOR.
    Jstor,
    /// The number of a paper at SSRN.
    Ssrn,
    /// Identifiers with what they are called by: `{{doi|10.1000/x}}`, `PMID 123`.
    Numbers,
    /// The name that short notes call it by.
    Anchor,
}

/// What the parameter called `name` (lower case) of a citation says.
pub(super) fn field(name: &str) -> Option<Field> {
    let spaced = name.replace('_', " ");
    if let Some((_, field)) = FIELDS.iter().find(|(known, _)| *known == name || *known == spaced) {
        return Some(*field);
    }
    if let Some(field) = elsewhere::field(&spaced) {
        return Some(field);
    }
    let plain = native::plain(&spaced).unwrap_or(spaced);
    let number: String = plain.chars().filter(char::is_ascii_digit).collect();
    let bare: String = plain.chars().filter(|c| !c.is_ascii_digit()).collect();
    let bare = bare.trim_end_matches(['-', ' ']);
    let own = NUMBERED.iter().find(|(known, _)| *known == bare).map(|(_, field)| *field);
    if let Some(field) = own.or_else(|| elsewhere::of_author(bare)) {
        return Some(field(if number.is_empty() { 1 } else { number.parse().ok()? }));
    }
    let joined = FIELDS.iter().find(|(known, _)| is_joined(known, name)).map(|(_, field)| *field);
    joined.or_else(|| elsewhere::joined(name))
}

/// Whether two names are the same but for what joins their words: `arquivo-url`, `arquivo url`, `arquivourl`.
pub(super) fn is_joined(one: &str, other: &str) -> bool {
    let joins = |c: &char| matches!(c, ' ' | '-' | '_' | '\u{200c}' | '\u{a0}');
    one.chars().filter(|c| !joins(c)).eq(other.chars().filter(|c| !joins(c)))
}

/// What the first value of a citation that is called by an identifier says: `{{cite doi|10.1000/x}}`.
pub(super) fn of_identifier(template: &str) -> Option<Field> {
    let (_, kind) = template.split_once(' ').filter(|(cite, _)| *cite == "cite")?;
    matches!(kind, "doi" | "pmid" | "pmc" | "arxiv" | "jstor" | "hdl" | "biorxiv" | "medrxiv" | "ssrn")
        .then(|| field(kind))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_known_by_their_aliases() {
        let check = |name: &str, expected: Option<Field>| assert_eq!(field(name), expected, "{name}");
        check("accessdate", Some(Field::Accessed));
        check("last", Some(Field::Family(1)));
        check("last2", Some(Field::Family(2)));
        check("author2-last", Some(Field::Family(2)));
        check("editor2-last", Some(Field::Editor(2)));
        check("author3", Some(Field::Author(3)));
        check("first-2", Some(Field::Given(2)));
        check("archive url", Some(Field::ArchiveUrl));
        check("url-lưu-trữ", Some(Field::ArchiveUrl));
        check("نشانی‌بایگانی", Some(Field::ArchiveUrl));
        check("نام۲", Some(Field::Given(2)));
        check("성2", Some(Field::Family(2)));
        check("page", None);
        check("url-status", None);
        check("author-link", None);
        check("last99999999999999999999", None);
    }
}
