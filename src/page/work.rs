//! Which work a page is of, as its metadata says: by what identifies it, and by the names of its journal and its authors.

/// What identifies a work or its journal.
const IDENTIFIERS: [&str; 9] = [
    "citation_doi",
    "bepress_citation_doi",
    "prism.doi",
    "dc.identifier",
    "dc.identifier.doi",
    "citation_issn",
    "citation_eissn",
    "prism.issn",
    "prism.eissn",
];
/// What names its journal, and who wrote it.
const NAMES: [&str; 5] =
    ["citation_journal_title", "prism.publicationname", "citation_author", "dc.creator", "dcterms.creator"];

/// A work is told by so many of them.
const MOST: usize = 8;
const LONGEST: usize = 120;

/// Which work it is, from the names and contents of `<meta>`; identifiers in lower case, and bare.
pub(super) fn of(metas: &[(String, String)]) -> Vec<String> {
    let mut work: Vec<String> = Vec::new();
    let identifiers =
        metas.iter().filter(|(name, _)| IDENTIFIERS.contains(&name.as_str())).filter_map(|(_, it)| identifier(it));
    let names = metas.iter().filter(|(name, _)| NAMES.contains(&name.as_str())).map(|(_, it)| it.trim().to_owned());
    for said in identifiers.chain(names.filter(|name| name.split_whitespace().count() > 1)) {
        if work.len() < MOST && said.len() <= LONGEST && !work.contains(&said) {
            work.push(said);
        }
    }
    work
}

/// A DOI without what stands before it, or an ISSN without its hyphen.
fn identifier(written: &str) -> Option<String> {
    let lower = written.trim().to_ascii_lowercase();
    let bare = ["https://", "http://", "dx.", "doi.org/", "doi:"]
        .iter()
        .fold(lower.as_str(), |rest, before| rest.strip_prefix(before).unwrap_or(rest).trim_start());
    let is_doi = bare.starts_with("10.") && bare.contains('/');
    let issn: String = bare.chars().filter(|c| *c != '-').collect();
    let is_issn = issn.len() == 8
        && issn.is_ascii()
        && issn[..7].bytes().all(|byte| byte.is_ascii_digit())
        && issn.ends_with(|c: char| c.is_ascii_digit() || c == 'x');
    if is_doi { Some(bare.to_owned()) } else { is_issn.then_some(issn) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_work_is_told_by_its_identifiers_its_journal_and_its_authors() {
        let metas = [
            ("citation_doi", "https://doi.org/10.1234/Lamp.7"),
            ("dc.identifier", "doi:10.1234/lamp.7"),
            ("dc.identifier", "https://tidewater.example/lamp/7"),
            ("prism.issn", "1234-567X"),
            ("prism.eissn", "123456é"),
            ("citation_journal_title", "Journal of Lamps"),
            ("citation_author", "Vane, Ada"),
            ("dc.creator", "admin"),
            ("description", "Journal of Lamps"),
        ];
        let metas = metas.map(|(name, content)| (name.to_owned(), content.to_owned()));
        assert_eq!(of(&metas), ["10.1234/lamp.7", "1234567x", "Journal of Lamps", "Vane, Ada"]);
        let many: Vec<_> =
            (0..20).map(|at| ("citation_author".to_owned(), format!("Author {at} {}", "a".repeat(10 * at)))).collect();
        assert_eq!(of(&many).len(), MOST);
    }
}
