//! Identifiers that stand where an address could: DOI, arXiv, PMID, PMC, Handle.

use std::ops::Range;

use super::{characters, doi};

/// An identifier that can be looked up on the web.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Identifier {
    /// `10.1000/x`.
    Doi(String),
    /// `2401.01234v2`, `hep-th/9901001`.
    Arxiv(String),
    /// `12345678`.
    Pmid(String),
    /// `PMC1234567`.
    Pmc(String),
    /// `2027/mdp.39015012345678`.
    Handle(String),
}

/// An identifier in a text, the label before it included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundIdentifier {
    /// The bytes.
    pub range: Range<usize>,
    /// What they say.
    pub identifier: Identifier,
}

/// A label and what has to follow it.
type Label = (&'static str, fn(&str) -> Option<(usize, Identifier)>);

/// Lower case. A number means nothing without its label.
const LABELS: [Label; 5] = [("arxiv", arxiv), ("pmid", pmid), ("pmcid", pmc), ("pmc", pmc_number), ("hdl", handle)];

impl Identifier {
    /// The address where it is looked up.
    pub fn url(&self) -> String {
        match self {
            Self::Doi(doi) => doi::url(doi),
            Self::Arxiv(number) => format!("https://arxiv.org/abs/{number}"),
            Self::Pmid(number) => format!("https://pubmed.ncbi.nlm.nih.gov/{number}/"),
            Self::Pmc(number) => format!("https://pmc.ncbi.nlm.nih.gov/articles/{number}/"),
            Self::Handle(handle) => format!("https://hdl.handle.net/{handle}"),
        }
    }
}

/// Every identifier of `text`, in order. Those inside addresses are not among them.
pub fn find(text: &str) -> Vec<FoundIdentifier> {
    let dois = doi::find(text).into_iter();
    let mut found: Vec<FoundIdentifier> =
        dois.map(|(range, doi)| FoundIdentifier { range, identifier: Identifier::Doi(doi) }).collect();
    found.extend(labelled(text));
    found.sort_by_key(|found| (found.range.start, found.range.end));
    let mut last = 0;
    found.retain(|found| {
        found.range.start >= last && {
            last = found.range.end;
            true
        }
    });
    found
}

fn labelled(text: &str) -> Vec<FoundIdentifier> {
    let mut found = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let starts_word = !before.is_alphanumeric() && !matches!(before, '/' | '.' | '=' | '-' | '_' | '%' | '@');
        before = c;
        if starts_word && c.is_ascii_alphabetic() {
            found.extend(LABELS.iter().find_map(|label| labelled_at(text, at, label)));
        }
    }
    found
}

fn labelled_at(text: &str, at: usize, (label, read): &Label) -> Option<FoundIdentifier> {
    let word = text[at..].get(..label.len()).filter(|word| word.eq_ignore_ascii_case(label))?;
    let after = &text[at + word.len()..];
    let (length, identifier) = read(after)?;
    Some(FoundIdentifier { range: at..at + word.len() + length, identifier })
}

/// Past a colon and white space, or white space alone.
fn separator(text: &str) -> Option<usize> {
    let rest = text.strip_prefix(':').unwrap_or(text);
    let value = rest.trim_start_matches([' ', '\u{a0}']);
    (value.len() < text.len()).then_some(text.len() - value.len())
}

fn digits(text: &str) -> &str {
    &text[..text.bytes().take_while(u8::is_ascii_digit).count()]
}

fn ends_word(text: &str) -> bool {
    !text.chars().next().is_some_and(char::is_alphanumeric)
}

/// `:2401.01234v2` (since 2007) or `:hep-th/9901001` (before).
fn arxiv(after: &str) -> Option<(usize, Identifier)> {
    let start = separator(after)?;
    let value = &after[start..];
    let bare = arxiv_since_2007(value).or_else(|| arxiv_before_2007(value))?;
    let version = value[bare..].strip_prefix('v').map_or(0, |rest| digits(rest).len());
    let end = bare + if version > 0 { 1 + version } else { 0 };
    ends_word(&value[end..]).then(|| (start + end, Identifier::Arxiv(value[..end].to_owned())))
}

fn arxiv_since_2007(value: &str) -> Option<usize> {
    let month = digits(value);
    let serial = digits(value[month.len()..].strip_prefix('.')?);
    (month.len() == 4 && matches!(serial.len(), 4 | 5)).then_some(4 + 1 + serial.len())
}

fn arxiv_before_2007(value: &str) -> Option<usize> {
    let is_archive = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'.');
    let archive = value.bytes().take(16).take_while(is_archive).count();
    let number = digits(value[archive..].strip_prefix('/')?);
    (archive > 0 && number.len() == 7).then_some(archive + 1 + 7)
}

/// `: 12345678`; eight digits so far.
fn pmid(after: &str) -> Option<(usize, Identifier)> {
    let start = separator(after)?;
    let number = digits(&after[start..]);
    let end = start + number.len();
    ((1..=9).contains(&number.len()) && ends_word(&after[end..])).then(|| (end, Identifier::Pmid(number.to_owned())))
}

/// `: PMC1234567`.
fn pmc(after: &str) -> Option<(usize, Identifier)> {
    let start = separator(after)?;
    let rest = after[start..].strip_prefix("PMC")?;
    let (length, identifier) = pmc_number(rest)?;
    Some((start + "PMC".len() + length, identifier))
}

/// `1234567` right after `PMC`.
fn pmc_number(after: &str) -> Option<(usize, Identifier)> {
    let number = digits(after);
    ((4..=9).contains(&number.len()) && ends_word(&after[number.len()..]))
        .then(|| (number.len(), Identifier::Pmc(format!("PMC{number}"))))
}

/// `:2027/mdp.39015012345678`.
fn handle(after: &str) -> Option<(usize, Identifier)> {
    let start = after.strip_prefix(':').and_then(separator).map_or(1, |gap| 1 + gap);
    let value = after.get(start..).filter(|_| after.starts_with(':'))?;
    let whole = &value[..value.find(characters::ends).unwrap_or(value.len())];
    let handle = characters::trimmed(characters::balanced(whole), None);
    let (authority, name) = handle.split_once('/')?;
    let is_handle = !name.is_empty()
        && authority.starts_with(|c: char| c.is_ascii_digit())
        && authority.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_handle.then(|| (start + handle.len(), Identifier::Handle(handle.to_owned())))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = find(text);
        let urls: Vec<String> = found.iter().map(|found| found.identifier.url()).collect();
        let shown: Vec<(&str, &str)> =
            found.iter().zip(&urls).map(|(found, url)| (&text[found.range.clone()], url.as_str())).collect();
        assert_eq!(shown, expected, "{text:?}");
    }

    #[test]
    fn identifiers_are_found_with_their_labels() {
        check("arXiv:2401.01234v2.", &[("arXiv:2401.01234v2", "https://arxiv.org/abs/2401.01234v2")]);
        check("(arXiv: hep-th/9901001)", &[("arXiv: hep-th/9901001", "https://arxiv.org/abs/hep-th/9901001")]);
        check("arXiv:math.GT/0309136v1,", &[("arXiv:math.GT/0309136v1", "https://arxiv.org/abs/math.GT/0309136v1")]);
        check("PMID: 12345678;", &[("PMID: 12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678/")]);
        check("PMC1234567", &[("PMC1234567", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/")]);
        check("PMCID: PMC1234567.", &[("PMCID: PMC1234567", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/")]);
        check("hdl:2027/mdp.39015.", &[("hdl:2027/mdp.39015", "https://hdl.handle.net/2027/mdp.39015")]);
        check("doi:10.1000/x", &[("doi:10.1000/x", "https://doi.org/10.1000/x")]);
    }

    #[test]
    fn a_number_without_its_label_is_no_identifier() {
        for text in [
            "2401.01234",
            "arXiv paper",
            "arXiv:24.1",
            "PMID",
            "PMC is",
            "PMC12",
            "https://arxiv.org/abs/2401.01234",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/",
            "hdl:x/y",
            "handle",
            "arxivé:1",
            "PMID: 12345678x",
        ] {
            check(text, &[]);
        }
    }

    proptest! {
        #[test]
        fn no_text_panics_and_ranges_are_in_the_text(text in "\\PC{0,40}|(arXiv|PMID|PMC|PMCID|hdl|doi|:| |/|v|[0-9.]{1,8}|é|math){0,16}") {
            for found in find(&text) {
                prop_assert!(text.get(found.range).is_some());
            }
        }
    }
}
