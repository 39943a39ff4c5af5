//! Raised numbers right behind a word that belong to it, `TideMap³`, and mark no note: only the other marks of a document
//! tell.

use super::notes::{Among, Found};
use super::superscript;
use crate::document::draft::Draft;
use crate::document::{Role, Shape};

/// Takes out the raised numbers that stand right behind words where none stands elsewhere, if they cannot be marks: a list
/// without numbers is counted from its first entry, and a document whose marks stand in brackets has no second style.
pub(in crate::document) fn without_powers(draft: &Draft<'_>, found: &mut Vec<Found>) {
    let prose = draft.prose.text();
    let own = |found: &Found| found.shape == Shape::Note && matches!(found.among, Among::Lists | Among::List(_));
    let raised = |found: &Found| own(found) && is_raised(draft, found);
    let glued = |found: &Found| raised(found) && prose[..found.range.start].ends_with(char::is_alphabetic);
    let unsure = found.iter().filter(|found| glued(found)).count();
    if unsure == 0 || found.iter().any(|found| raised(found) && !glued(found)) {
        return;
    }
    let in_brackets =
        found.iter().filter(|found| own(found) && prose[found.range.clone()].starts_with(['[', '［'])).count();
    let from_one = found.iter().any(|found| glued(found) && found.labels.iter().any(|label| label == "1"));
    let numbered = draft.entries.iter().any(|entry| matches!(entry.role, Role::Listed { numbered: true, .. }));
    if in_brackets > unsure || in_brackets == 0 && !from_one && !numbered {
        found.retain(|found| !glued(found));
    }
}

/// Whether a mark is nothing but raised digits, as characters or in the tags of its format.
fn is_raised(draft: &Draft<'_>, found: &Found) -> bool {
    let words = &draft.prose.text()[found.range.clone()];
    let written = draft.text.get(found.span.range()).unwrap_or_default();
    let digits = |words: &str| {
        let mark = |c: char| superscript::digit(c).is_some() || c.is_ascii_digit() || ", ;–-".contains(c);
        !words.is_empty() && words.chars().all(mark)
    };
    let by_tag = || {
        let raises = written.get(..4).is_some_and(|tag| tag.eq_ignore_ascii_case("<sup")) || written.starts_with('^');
        raises && !written.contains("](") && !written.contains("<a")
    };
    digits(words) && (words.starts_with(|c| superscript::digit(c).is_some()) || by_tag())
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    const LIST: &str =
        "\n\n## References\n\n- https://a.test/1\n- https://b.test/2\n- https://c.test/3\n- https://d.test/4\n";
    const NUMBERED: &str =
        "\n\n## References\n\n1. https://a.test/1\n2. https://b.test/2\n3. https://c.test/3\n4. https://d.test/4\n";

    fn check(text: &str, list: &str, expected: &[&str]) {
        let document = parse(&format!("# Tides\n\n{text}{list}"), Format::Markdown, Limits::default());
        let labels: Vec<_> = document.markers.iter().flat_map(|marker| marker.labels.to_vec()).collect();
        assert_eq!(labels, expected, "{text}");
    }

    #[test]
    fn a_raised_number_of_a_name_is_no_mark() {
        for text in [
            "The project **TideMap³** maps it. The walls hold 12 m³ of water.",
            "The project TideMap³ maps it.",
            "The project TideMap³ and its Harbour² map it.",
            "The project TideMap<sup>3</sup> maps it.",
            "Das Vorhaben „TideMap³ kartiert“ es.",
        ] {
            check(text, LIST, &[]);
        }
        check("It rose [1]. It fell [2]. The project TideMap³ maps it [4].", NUMBERED, &["1", "2", "4"]);
        check("It rose [1]. It fell [2]. The project TideMap<sup>3</sup> maps it [4].", NUMBERED, &["1", "2", "4"]);
    }

    #[test]
    fn raised_numbers_that_count_or_stand_behind_a_sentence_are_marks() {
        check("It rose¹ and fell².", LIST, &["1", "2"]);
        check("It rose¹ and fell³.", LIST, &["1", "3"]);
        check("It rose and fell.³", LIST, &["3"]);
        check("It rose.¹ TideMap³ fell.²", LIST, &["1", "3", "2"]);
        check("It rose<sup>1</sup> and fell<sup>2</sup>.", LIST, &["1", "2"]);
        check("It rose and fell³ here.", NUMBERED, &["3"]);
        check("It rose [1]. It fell² here. It stood³ here.", NUMBERED, &["1", "2", "3"]);
    }
}
