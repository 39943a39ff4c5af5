//! What a note calls an author: a person by the family name, with others before it or without, a body by its whole name.

use super::{AND, normal};
use crate::document::Entry;
use crate::document::saying::holds;

/// Words of the longest name of a person.
const PERSON_WORDS: usize = 3;
/// Bytes of the longest name.
const LONGEST: usize = 160;
/// Words that stand in names of bodies, and in none of a person.
const IN_BODIES: &str = "\
    of for the für der des agency association authority bank banks board bureau center centre city college commission committee company \
    corporation council county court department federation foundation fund government group house institute institution international \
    journal laboratory library ministry museum nations network news office organisation organization parliament port post press project \
    school secretariat senate service services society state states times town trust union united university watch \
    agence amt assemblée banque bundesamt bundestag comité commissariat conseil fondation institut ministère ministerium observatoire senat \
    stadt stiftung universität université verband verein ministerio ministero ministério consejo consiglio comisión commissione banco banca \
    asociación associazione universidad università universidade instituto istituto agencia agenzia fundación fondazione";
/// What stands before a name, and is none of it.
const BEFORE: &str = "dr prof professor mr mrs ms sir lady lord von van de der den di da du la le del della zu af av ter ten bin al el dos das";

/// A name as a note or a source has it, in small letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Called {
    pub(super) whole: String,
    /// The family name of what can be a person.
    pub(super) last: Option<String>,
    /// The names before it.
    pub(super) given: Vec<String>,
}

impl Called {
    /// What an author of this name can be found by: the whole name, then the family name.
    pub(super) fn keys(&self) -> impl Iterator<Item = &String> {
        [&self.whole].into_iter().chain(self.last.as_ref().filter(|last| **last != self.whole))
    }

    /// Whether two that have one family name can be one person.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let (Some(one), Some(two)) = (self.given.first(), other.given.first()) else { return true };
        let initial = |short: &str, full: &str| short.chars().count() == 1 && full.starts_with(short);
        one == two
            || initial(one, two)
            || initial(two, one)
            || self.given.ends_with(&other.given)
            || other.given.ends_with(&self.given)
    }
}

/// The name that words begin with, of the first author, before the first comma.
pub(super) fn called(words: &str) -> Option<Called> {
    let name =
        words.trim_start_matches(|c: char| !c.is_alphabetic()).split([',', '(', ':', '“', '"', '«', '„']).next()?;
    if name.len() > LONGEST {
        return None;
    }
    let name = name.trim().to_lowercase();
    let first = AND.iter().filter_map(|and| name.split_once(and)).map(|(first, _)| first);
    let first = first.min_by_key(|first| first.len()).unwrap_or(&name).trim();
    let whole = normal(&name);
    let (count, last) = (first.split_whitespace().count(), first.split_whitespace().next_back()?);
    let is_name =
        last.chars().count() > 1 && last.chars().all(|c| c.is_alphabetic() || "-’'".contains(c)) && !is_body(&name);
    let last = (is_name && (1..=PERSON_WORDS).contains(&count)).then(|| last.to_owned());
    let given = if last.is_some() {
        given(first.rsplit_once(char::is_whitespace).map_or("", |(given, _)| given))
    } else {
        Vec::new()
    };
    Some(Called { whole, last, given })
}

/// The first author of an entry, as its fields have it.
pub(super) fn author(entry: &Entry) -> Option<Called> {
    let author = entry.source.authors.first()?.to_lowercase();
    let whole = normal(&author);
    if is_body(&author) {
        return Some(Called { whole, last: None, given: Vec::new() });
    }
    if let Some((family, rest)) = author.split_once(',') {
        return Some(Called { whole, last: Some(family.trim().to_owned()), given: given(rest) });
    }
    let (before, last) = author.trim().rsplit_once(' ').unwrap_or(("", author.trim()));
    Some(Called { whole, last: Some(last.to_owned()), given: given(before) })
}

/// Whether a name of several words is one of a body.
fn is_body(name: &str) -> bool {
    let words = || name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let named = name.split(',').next().unwrap_or_default().trim();
    named.contains(' ') && words().any(|word| holds(IN_BODIES, word))
}

/// Given names and initials, each apart.
fn given(words: &str) -> Vec<String> {
    let own = words.split(|c: char| c.is_whitespace() || ".-–".contains(c));
    own.filter(|word| !word.is_empty() && !holds(BEFORE, word)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::called;

    #[test]
    fn the_last_word_alone_is_the_name_of_persons_only() {
        for (words, last) in [
            ("Smith", Some("smith")),
            ("Jane Smith, “The Wall”", Some("smith")),
            ("Anna van der Roe", None),
            ("Smith and Roe", Some("smith")),
            ("Bank", Some("bank")),
            ("World Bank", None),
            ("Ministry of Health", None),
            ("Port of Kiel", None),
            ("Universität Kiel", None),
        ] {
            assert_eq!(called(words).and_then(|name| name.last).as_deref(), last, "{words}");
        }
    }

    #[test]
    fn first_names_and_initials_agree() {
        let agree =
            |one: &str, other: &str| called(one).zip(called(other)).is_some_and(|(one, other)| one.agrees(&other));
        for (one, other) in [
            ("Smith", "Jane Smith"),
            ("J. Smith", "Jane Smith"),
            ("Dr. Smith", "Jane Smith"),
            ("García Márquez", "Gabriel García Márquez"),
        ] {
            assert!(agree(one, other) && agree(other, one), "{one} {other}");
        }
        for (one, other) in [("Adam Smith", "Jane Smith"), ("A. Smith", "Jane Smith"), ("A. Smith", "J. Smith")] {
            assert!(!agree(one, other) && !agree(other, one), "{one} {other}");
        }
    }
}
