//! Authors that are one firm, `Ernst & Young`, and not two people: who gives the others their given names leaves out none here.

use crate::document::marker::notes::Found;
use crate::document::{Entry, Prose, Shape};

/// What joins the two halves of such a name.
const JOINTS: &[&str] = &["&", "and", "und", "et", "y"];

/// Makes one author of two single words that an entry joins, where all others are called in full, or where both are the same:
/// in a text that calls works by names and years, or whose list has initials or family names alone, they are two.
pub(super) fn join(prose: &Prose, entries: &mut [Entry], marks: &[Found]) {
    let firm = |entry: &Entry| joined(prose, entry);
    if marks.iter().any(|mark| mark.shape == Shape::Named) || !entries.iter().any(|entry| firm(entry).is_some()) {
        return;
    }
    let others = entries.iter().filter(|entry| firm(entry).is_none()).flat_map(|entry| &entry.source.authors);
    let (mut full, mut short) = (0_usize, 0_usize);
    for author in others {
        *(if is_full(author) { &mut full } else { &mut short }) += 1;
    }
    for entry in entries {
        let Some(name) = joined(prose, entry) else { continue };
        let same = entry.source.authors[0] == entry.source.authors[1];
        if short == 0 && (full > 0 || same) {
            entry.source.authors = vec![name];
        }
    }
}

/// The two authors of an entry as it has them, where both are words without initials.
fn joined(prose: &Prose, entry: &Entry) -> Option<String> {
    let [one, other] = &entry.source.authors[..] else { return None };
    let word = |name: &str| {
        name.starts_with(char::is_uppercase)
            && name.chars().skip(1).any(char::is_lowercase)
            && name.chars().all(char::is_alphabetic)
    };
    let own = prose.text().get(entry.range()?).filter(|_| word(one) && word(other))?;
    let names = JOINTS.iter().map(|joint| format!("{one} {joint} {other}"));
    let mut names = names.filter(|name| {
        let behind = own.find(name.as_str()).map(|at| own[at + name.len()..].trim_start());
        // `Smith & Jones (2019)`, `Smith & Jones 2019`: a work that is called by them.
        behind.is_some_and(|behind| !behind.trim_start_matches('(').starts_with(|c: char| c.is_ascii_digit()))
    });
    names.next()
}

/// Whether an author has a given name, or is a body.
fn is_full(author: &str) -> bool {
    let words: Vec<&str> = author.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let long = |word: &&&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.ends_with('.');
    words.iter().filter(long).count() > 1
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    fn authors(body: &str, others: &str, first: &str) -> Vec<String> {
        let text = format!("{body}\n\n## References\n\n1. {first} https://a.test/1\n2. {others} https://b.test/2\n");
        let document = parse(&text, Format::Markdown, Limits::default());
        document.entries[0].source.authors.clone()
    }

    #[test]
    fn a_firm_of_two_names_is_one_author() {
        let full = "Doe, Jane. “Ice.” Post, 2020.";
        for name in ["Ernst & Young", "Marks and Spencer", "Johnson & Johnson"] {
            for title in ["“Annual report.” 2023.", "*Annual report*. 2023."] {
                for others in [full, "Jane Doe and Max Roe, “Ice,” Post, 2020.", "Harbour Board. “Ice.” Post, 2020."]
                {
                    assert_eq!(authors("It rose.[1]", others, &format!("{name}. {title}")), [name], "{others}");
                }
            }
        }
        let alone = "“Ice.” Post, 2020.";
        assert_eq!(authors("It rose.[1]", alone, "Johnson & Johnson. “Report.” 2023."), ["Johnson & Johnson"]);
    }

    #[test]
    fn two_family_names_are_two_authors() {
        let two = ["Smith", "Jones"];
        for others in ["Doe, J. (2020). Ice. Post.", "Doe. “Ice.” Post, 2020.", "“Ice.” Post, 2020."] {
            assert_eq!(authors("It rose.[1]", others, "Smith & Jones. “Annual report.” 2023."), two, "{others}");
        }
        let full = "Doe, Jane. “Ice.” Post, 2020.";
        assert_eq!(authors("It rose.[1]", full, "Smith & Jones (2019). Annual report of it."), two);
        assert_eq!(
            authors("It rose.[1]", full, "Smith, Ann, and Max Jones. “Annual report.” 2023."),
            ["Smith, Ann", "Max Jones"]
        );
        let text = "It rose (Smith & Jones, 2019). It fell (Doe, 2020).\n\n## References\n\n\
                    - Smith & Jones. 2019. Annual report of it. https://a.test/1\n- Doe, Jane. 2020. Ice. https://b.test/2\n";
        let document = parse(text, Format::Markdown, Limits::default());
        assert_eq!(document.entries[0].source.authors, two);
        assert_eq!(
            document.markers.iter().filter(|marker| marker.shape.is_note() && !marker.entries.is_empty()).count(),
            2
        );
    }
}
