//! The works that marks of a name and a year can mean, by the names that their authors are called by.

use std::collections::HashMap;

use super::says_private;
use crate::document::draft::Draft;
use crate::document::entry::is_unspaced;
use crate::document::others::without_stopped;
use crate::document::{Entry, Role};
use crate::span::floor_char_boundary;

/// Bytes of an entry in which its year stands behind the names.
const LONGEST: usize = 120;

/// The works of the lists.
pub(super) struct Works<'a> {
    /// Works by name and year.
    by_name: HashMap<(String, String), Vec<Work<'a>>>,
    /// The labels of all works of a name.
    by_author: HashMap<String, Vec<&'a str>>,
    /// Works of which no author is known, by the year and the first word of the title.
    authorless: HashMap<(String, String), Vec<Authorless<'a>>>,
}

/// A work that is called by its title.
struct Authorless<'a> {
    label: &'a str,
    title: String,
}

/// A work that a name and a year have.
#[derive(Clone, Copy)]
struct Work<'a> {
    label: &'a str,
    /// Whether a letter behind its year tells it from others, `2010a`, which the year alone does not have.
    lettered: bool,
    /// Whether it has more than two authors, as far as its entry tells.
    by_several: bool,
}

impl<'a> Works<'a> {
    pub(super) fn of(draft: &'a Draft<'_>) -> Self {
        let mut works = Self { by_name: HashMap::new(), by_author: HashMap::new(), authorless: HashMap::new() };
        let mut last = None;
        for entry in draft.entries.iter().filter(|entry| matches!(entry.role, Role::Listed { .. })) {
            // The sources of one entry are one work.
            if last.replace(entry.span) != Some(entry.span) {
                let text = entry.range().map_or("", |range| &draft.prose.text()[range]);
                works.add(entry, text);
            }
        }
        works
    }

    fn add(&mut self, entry: &'a Entry, text: &str) {
        let year = entry.source.published.map(|date| date.year().to_string());
        let Some(year) = year.or_else(|| written_year(text)) else { return };
        let Some(author) = entry.source.authors.first() else {
            let title = entry.source.title.as_deref().map(normal).filter(|title| !title.is_empty());
            if let Some(title) = title {
                let own = self.authorless.entry((year, first_word(&title))).or_default();
                own.push(Authorless { label: &entry.label, title });
            }
            return;
        };
        let names = names_of(author, text);
        for name in &names {
            let own = self.by_author.entry(name.clone()).or_default();
            if own.last() != Some(&entry.label.as_str()) {
                own.push(entry.label.as_str());
            }
        }
        let by_several = are_several(&entry.source.authors, text, &year);
        let with_letter = lettered(text, &year);
        let years = [(with_letter.as_ref(), false), (Some(&year), with_letter.is_some())];
        for (name, (year, lettered)) in names.iter().flat_map(|name| years.map(|own| (name, own))) {
            let Some(year) = year else { continue };
            let known = self.by_name.entry((name.clone(), year.clone())).or_default();
            if known.iter().all(|own| own.label != entry.label) {
                known.push(Work { label: entry.label.as_str(), lettered, by_several });
            }
        }
    }

    /// Whether no list has a work with a name and a year.
    pub(super) fn is_empty(&self) -> bool {
        self.by_name.is_empty() && self.authorless.is_empty()
    }

    /// Whether a list has what was told in private.
    pub(super) fn tell_in_private(&self, draft: &Draft<'_>) -> bool {
        let texts = draft.entries.iter().filter_map(Entry::range).map(|range| &draft.prose.text()[range]);
        !self.by_name.is_empty() && texts.map(str::to_lowercase).any(|text| says_private(&text))
    }

    /// The label of the one work of a name and a year.
    pub(super) fn one(&self, name: &str, year: &str) -> Option<&'a str> {
        match self.meant(name, year)[..] {
            [work] => Some(work.label),
            _ => None,
        }
    }

    /// The label of the one work without an author that has this title, or one that begins so, and a year.
    pub(super) fn titled(&self, title: &str, year: &str) -> Option<&'a str> {
        let title = normal(title);
        let begins =
            |full: &str| full.strip_prefix(&*title).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let whole = |work: &Authorless<'_>| work.title == title;
        let works = self.authorless.get(&(year.to_owned(), first_word(&title))).map_or(&[][..], Vec::as_slice);
        let short = title.split(' ').count() >= SHORT_WORDS;
        let mut works = works.iter().filter(|work| whole(work) || short && begins(&work.title));
        works.next().filter(|_| !title.is_empty() && works.next().is_none()).map(|work| work.label)
    }

    /// The label of the one work of a name and of others, `Smith et al.`, and a year.
    pub(super) fn one_of_several(&self, name: &str, year: &str) -> Option<&'a str> {
        let works = self.meant(name, year);
        let mut several = works.iter().filter(|work| work.by_several);
        several.next().filter(|_| several.next().is_none()).map(|work| work.label)
    }

    /// The works of a name and a year. What is told from others by a letter is meant with it only, where one has none.
    fn meant(&self, name: &str, year: &str) -> Vec<Work<'a>> {
        let works = self.by_name.get(&(called(name), year.to_owned())).map_or(&[][..], Vec::as_slice);
        let bare = || works.iter().filter(|work| !work.lettered);
        if bare().next().is_some() { bare().copied().collect() } else { works.to_vec() }
    }

    /// The labels of all works of a name.
    pub(super) fn all_of(&self, name: &str) -> Option<&[&'a str]> {
        self.by_author.get(&called(name)).map(Vec::as_slice)
    }
}

/// Words of the beginning of a title that a mark calls a work by.
const SHORT_WORDS: usize = 2;

fn first_word(title: &str) -> String {
    title.split(' ').next().unwrap_or_default().to_owned()
}

/// The words of a title in small letters.
fn normal(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether an entry has more than two authors. One name beside what joins it to others is as many as not.
fn are_several(authors: &[String], entry: &str, year: &str) -> bool {
    let names = entry.split_once(year).map_or("", |(names, _)| names);
    let joined = names.contains(['&', ';', '…'])
        || names.split_whitespace().any(|word| matches!(word, "and" | "und" | "et" | "y"));
    let others = authors.iter().any(|author| without_stopped(author).len() < author.trim_end_matches('.').len());
    authors.len() > 2 || others || authors.len() == 1 && joined
}

/// A name as works are kept under it: small letters, and no genitive.
fn called(name: &str) -> String {
    let name = name.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let name = name.strip_suffix("’s").or_else(|| name.strip_suffix("'s")).unwrap_or(&name);
    name.to_owned()
}

/// What a text calls the first author of an entry by: the family name, and all of the name of a body.
fn names_of(author: &str, entry: &str) -> Vec<String> {
    let author = without_stopped(author);
    if let Some((family, _)) = author.split_once([',', '，']) {
        return vec![called(family)].into_iter().filter(|name| !name.is_empty()).collect();
    }
    let mut names = vec![called(author)];
    let unspaced = author.chars().all(|c| is_unspaced(c) || c.is_whitespace() || c == '・');
    if unspaced {
        names.extend(unspaced_families(author, entry));
    } else if let Some(family) = before_initials(author) {
        names = vec![called(family)];
    } else {
        names.extend(author.rsplit(' ').next().map(called));
        names.extend(short_form(author));
    }
    names.retain(|name| !name.is_empty());
    names.dedup();
    names
}

/// `Иванов` of `Иванов И. И.`, `Smith` of `Smith JA`: what stands before initials at the end.
fn before_initials(author: &str) -> Option<&str> {
    let initials = |word: &str| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        (1..=3).contains(&letters) && word.chars().all(|c| c.is_uppercase() || ".-".contains(c))
    };
    let mut family = author.trim_end();
    while let Some((before, _)) = family.rsplit_once(' ').filter(|(_, last)| initials(last)) {
        family = before.trim_end();
    }
    (family.len() < author.trim_end().len() && !initials(family)).then_some(family)
}

/// The family names that a name of Han characters can begin with. A Chinese name of two or three is never written
/// without the given name; a Japanese one, of four or in an entry with syllables, is.
fn unspaced_families(author: &str, entry: &str) -> Vec<String> {
    if let Some((family, _)) = author.trim().split_once([' ', '\u{3000}']) {
        return vec![family.to_owned()];
    }
    let count = author.chars().count();
    let japanese = entry.chars().any(|c| matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}'));
    let lengths: &[usize] = match (count, japanese) {
        (3, true) => &[1, 2],
        (4.., true) => &[2, 1, 3],
        (4.., false) => &[2],
        _ => &[],
    };
    let start = |length: &usize| author.chars().take(*length).collect();
    if let Some((first, _)) = author.split_once('・') {
        // `佐藤一郎・山田次郎` are two; `ジョン・スミス` is one.
        let han = !first.chars().any(|c| matches!(c, '\u{30a1}'..='\u{30fa}' | 'ー'));
        return if han { [vec![first.to_owned()], unspaced_families(first, entry)].concat() } else { Vec::new() };
    }
    lengths.iter().map(start).collect()
}

/// What a body is called for short, `HB` for the Harbour Board.
fn short_form(author: &str) -> Option<String> {
    let letters: String =
        author.split(' ').filter_map(|word| word.chars().next().filter(|c| c.is_uppercase())).collect();
    (letters.chars().count() > 1).then(|| letters.to_lowercase())
}

/// What is written in the place of a year that nobody knows.
pub(super) const UNDATED: &str = "n.d.";

/// The year behind the names of an entry: `Roe, P. 2019. Two.`
fn written_year(text: &str) -> Option<String> {
    let near = &text[..floor_char_boundary(text, LONGEST)];
    if near.contains("(n.d.)") || near.contains(". n.d.") {
        return Some(UNDATED.to_owned());
    }
    let ends = |word: &str| word.ends_with(['.', ',', ')']);
    let year =
        near.split_whitespace().filter(|word| ends(word)).map(|word| word.trim_matches(|c: char| !c.is_ascii_digit()));
    let mut years =
        year.filter(|year| year.len() == 4 && ["18", "19", "20"].iter().any(|start| year.starts_with(start)));
    years.next().map(str::to_owned)
}

/// The year of an entry with the letter that tells it from another of the same author, `2010a`.
fn lettered(text: &str, year: &str) -> Option<String> {
    let behind = &text[text.find(year)? + year.len()..];
    let letter = behind.chars().next().filter(char::is_ascii_lowercase)?;
    (!behind[1..].starts_with(char::is_alphanumeric)).then(|| format!("{year}{letter}"))
}
