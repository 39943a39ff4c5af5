//! Entries told from running prose: both stand under headings such as `Notes` and `Sources`.

use crate::span::floor_char_boundary;

use crate::document::entry::sentences::sentence_end;
use crate::document::pairs::Pairing;

/// Words that make sentences rather than titles: finite verbs and pronouns, in the languages that headings come in.
const SENTENCE_WORDS: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "does", "did", "can", "could", "will", "would",
    "should", "may", "might", "must", "we", "our", "us", "i", "my", "you", "your", "they", "their", "them", "it",
    "its", "he", "she", "his", "her", "this", "that", "these", "those", "there", "which", "who", "whose", "not",
    "also", "because", "but", "if", "thank", "thanks", "thanked", "ist", "sind", "war", "waren", "wurde", "wurden",
    "wird", "werden", "hat", "haben", "wir", "unsere", "sie", "ihre", "es", "diese", "dieser", "dieses", "nicht",
    "auch", "est", "sont", "était", "étaient", "nous", "notre", "nos", "vous", "ils", "elles", "elle", "ces", "cette",
    "ne", "pas", "aussi", "qui", "que", "son", "están", "fue", "fueron", "nosotros", "nuestro", "estos", "estas",
];
/// Least sentence words that make a text prose; a title can hold two.
const ENOUGH: usize = 3;
/// One word in this many is a sentence word in prose; titles and names hold far fewer.
const ONE_IN: usize = 9;
/// Bytes of names before the year of a work.
const LONGEST_NAMES: usize = 80;
/// Bytes that are looked at: what a text is shows at its beginning.
const LOOKED_AT: usize = 2_000;

/// Whether a text is running prose and no entry: sentences, told by their verbs and pronouns, quotations and addresses
/// aside.
pub(in crate::document) fn is_prose(text: &str) -> bool {
    let text = &text[..floor_char_boundary(text, LOOKED_AT)];
    let outside = outside_quotes(text);
    let words = outside.split_whitespace().filter(|word| !word.contains("://"));
    let bare = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty());
    let (mut words, mut telling) = (0_usize, 0_usize);
    for word in bare {
        words += 1;
        telling += usize::from(SENTENCE_WORDS.contains(&word.to_lowercase().as_str()));
    }
    telling >= ENOUGH && telling * ONE_IN >= words && !is_dated_work(text)
}

/// Verbs and small words that make a sentence by themselves, where they stand in small letters.
const VERBS: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "had", "can", "could", "will", "may", "we", "our", "they", "it", "this",
    "these", "ist", "sind", "war", "waren", "wurde", "wurden", "wird", "werden", "hat", "haben", "wir", "diese",
    "dieser", "est", "sont", "été", "ont", "nous", "ces", "cette", "fue", "fueron", "han", "sido",
];
/// Words of a remark; a longer one is prose if anything.
const REMARK_WORDS: usize = 25;

/// Whether a text is a short remark on the list that it stands in, `All links were checked in May.`: one sentence with
/// a verb, that names nothing, quotes nothing and has no year but in a date of its own.
pub(in crate::document) fn is_remark(text: &str) -> bool {
    let text = text.trim();
    let verb = has_verb(text);
    let one = text.ends_with(['.', '!']) && sentence_end(text) + 1 >= text.len();
    let quotes = text.contains(['“', '"', '„', '«', '”', '»', '*', '_', '[', '(', ':', ';']);
    verb && one
        && !quotes
        && text.split_whitespace().count() <= REMARK_WORDS
        && !has_address(text)
        && !has_bare_year(text)
}

/// Whether a verb in small letters stands behind the first word.
pub(in crate::document) fn has_verb(text: &str) -> bool {
    let mut words = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).skip(1);
    words.any(|word| VERBS.contains(&word))
}

/// Whether a comma or a full stop stands before a year, as in entries.
pub(in crate::document) fn has_bare_year(text: &str) -> bool {
    let mut before = "";
    text.split_whitespace().any(|word| {
        let bare = before.ends_with([',', '.']) && has_year(word);
        before = word;
        bare
    })
}

fn has_address(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["://", "www.", "doi", "isbn", "arxiv", "10."].iter().any(|mark| lower.contains(mark))
}

/// `Smith, J. (2020). …`: names and a year in brackets at the front.
fn is_dated_work(text: &str) -> bool {
    let front = &text[..floor_char_boundary(text, LONGEST_NAMES)];
    let year = front.find('(').map(|at| &front[at + 1..]);
    year.is_some_and(|year| year.starts_with("19") || year.starts_with("20"))
}

fn outside_quotes(text: &str) -> String {
    let mut pairing = Pairing::default();
    pairing.read(text, 0..text.len(), &[]);
    let mut outside = String::new();
    let mut at = 0;
    for range in pairing.finish().iter().filter_map(|quoted| quoted.parts.first()) {
        outside.push_str(&text[at..range.start().max(at)]);
        at = range.end().max(at);
    }
    outside.push_str(&text[at..]);
    outside
}

/// Whether words show beyond doubt that they cite something: an address, an identifier, an access date, a title in
/// quotation marks at the front, a year in brackets.
pub(in crate::document) fn tells_surely(words: &str) -> bool {
    let lower = words.to_lowercase();
    let address = ["://", "www."].iter().any(|mark| lower.contains(mark));
    address || words.starts_with(['“', '"', '„', '«', '‘']) || cites_work(words)
}

/// Whether words show that they cite a work, wherever it is to be had: an identifier, an access date, a year in brackets.
pub(in crate::document) fn cites_work(words: &str) -> bool {
    const MARKS: &[&str] =
        &["doi:", "doi.org", "accessed", "retrieved", "isbn", "arxiv", "pmid", "pmcid", "hdl:", "hdl.handle"];
    let lower = words.to_lowercase();
    let bracketed =
        words.match_indices('(').any(|(at, _)| words[at + 1..].starts_with("19") || words[at + 1..].starts_with("20"));
    MARKS.iter().any(|mark| lower.contains(mark)) || bracketed
}

/// Whether words show that they cite something: an address, an identifier, an access date, a title in quotation marks,
/// a year.
pub(in crate::document) fn tells(words: &str) -> bool {
    const MARKS: &[&str] = &[
        "://",
        "www.",
        "doi",
        "10.",
        "“",
        "\"",
        "„",
        "«",
        "accessed",
        "retrieved",
        "isbn",
        "arxiv",
        "pmid",
        "pmcid",
        "hdl:",
    ];
    let lower = words.to_lowercase();
    MARKS.iter().any(|mark| lower.contains(mark)) || has_year(words)
}

fn has_year(words: &str) -> bool {
    words
        .split(|c: char| !c.is_ascii_digit())
        .any(|run| run.len() == 4 && (run.starts_with("19") || run.starts_with("20")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_prose_and_entries_are_not() {
        for text in [
            "These figures were compiled from public records; they are as good as any, as https://a.test/data says.",
            "The data comes from the harbour board, which said it was “checked twice a year” by two people.",
            "Die Angaben wurden von Hand gesammelt; sie sind nicht vollständig.",
            "Ces chiffres ne sont pas complets; nous les avons pris à la mairie.",
            "We thank everybody who helped with this work in 2020, and we are sorry for its mistakes.",
        ] {
            assert!(is_prose(text), "{text}");
        }
        for text in [
            "“What Is It That They Were When We Are There?” Harbour Post, May 2020. https://a.test/b",
            "Smith, J. (2020). Why it is so: the tides of the north and their boats. Harbour Press.",
            "Harbour Board. 2021. What we can do. Accessed 3 June 2021. https://a.test/b",
            "Amt für Gezeiten: Wie es ist. Hamburg 2020. https://a.test/b",
            "https://a.test/this-is-it-and-we-are-not",
            "",
        ] {
            assert!(!is_prose(text), "{text}");
        }
    }

    #[test]
    fn a_sentence_about_the_list_is_a_remark_and_a_title_is_not() {
        for text in [
            "All links were checked in May.",
            "All links were last checked on 3 May 2021.",
            "Alle Verweise wurden im Mai 2021 geprüft.",
            "Les liens ont été vérifiés en mai 2021.",
        ] {
            assert!(is_remark(text), "{text}");
        }
        for text in [
            "Byrd, Ann. How boats are built. Harbour Press, 2020.",
            "Byrd, Ann, How boats are built, Harbour Press, 2020.",
            "How Boats Are Built. Harbour Press.",
            "“How boats are built.”",
            "Tides are high (2020).",
            "The board, www.a.test, was asked.",
            "Harbour Board",
        ] {
            assert!(!is_remark(text), "{text}");
        }
    }
}
