//! What notes can stand for: earlier notes and works of lists, by what they are called.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use super::called::{Called, author, called};
use super::{dated, has_address, title_key};
use crate::document::{Entry, ListNumber, Prose, Role};
use crate::span::Span;

/// What a note is called, and in which list.
pub(super) type Label = (Option<ListNumber>, String);

pub(super) fn label(entry: &Entry) -> Label {
    (list_of(entry), entry.label.clone())
}

fn list_of(entry: &Entry) -> Option<ListNumber> {
    match entry.role {
        Role::Listed { list, .. } => Some(list),
        _ => None,
    }
}

/// Where the works of lists stand that notes, of other lists or of none, stand for: these point to them.
pub(in crate::document) fn led_to(entries: &[Entry]) -> Vec<Span> {
    fn address(entry: &Entry) -> (Option<&str>, Option<&str>) {
        (entry.source.url.as_deref(), entry.source.doi.as_deref())
    }
    let meant: HashSet<_> =
        entries.iter().filter(|entry| entry.again).map(|entry| (address(entry), list_of(entry))).collect();
    let from: HashSet<_> = meant.iter().map(|(_, list)| *list).collect();
    let is_led_to = |entry: &&Entry| {
        let own = list_of(entry);
        let mut others = from.iter().filter(|other| **other != own);
        own.is_some() && !entry.again && others.any(|other| meant.contains(&(address(entry), *other)))
    };
    entries.iter().filter(is_led_to).map(|entry| entry.span).collect()
}

/// Whether an entry of a list is no note: it has no number, but perhaps words that it is called by, `Doe 2001`.
pub(super) fn is_work(entry: &Entry) -> bool {
    /// Letters of the shortest name.
    const FEWEST: usize = 2;
    let letters = || entry.label.chars().filter(|c| c.is_alphabetic()).nth(FEWEST - 1).is_some();
    let roman = || entry.label.bytes().all(|byte| b"ivxIVX".contains(&byte));
    let named = || letters() && !roman();
    matches!(entry.role, Role::Listed { numbered, .. } if !numbered || named())
}

/// Notes and works that have one source, by what they are called.
#[derive(Default)]
pub(super) struct Known {
    pub(super) labels: HashMap<Label, usize>,
    /// By the name of the first author: of persons the family name, of bodies all of it.
    pub(super) names: HashMap<String, Vec<usize>>,
    /// By the first words of the title.
    pub(super) titles: HashMap<String, Vec<usize>>,
    /// By a name of the first author and the year, with its letter and without.
    pub(super) dated: HashMap<(String, String), Vec<usize>>,
    /// What else a name is told by.
    pub(super) heads: HashMap<usize, Head>,
}

/// The front of a note or a work.
pub(super) struct Head {
    /// The first characters, in small letters.
    pub(super) words: String,
    pub(super) author: Option<Called>,
    /// Whether a letter stands behind its year.
    pub(super) lettered: bool,
}

/// Characters of such a front, in which the names stand.
const HEAD: usize = 200;

impl Known {
    /// The works of the lists: of those that have no numbers, and of those that are called by words; beside notes of a format's
    /// own, of all.
    pub(super) fn of_lists(entries: &[Entry], notes: &[Range<usize>], prose: &Prose) -> Self {
        let mut known = Self::default();
        let with_notes = notes.iter().any(|note| entries[note.start].role == Role::Footnote);
        let is_listed = |note: &&Range<usize>| {
            let entry = &entries[note.start];
            is_work(entry) || with_notes && matches!(entry.role, Role::Listed { .. })
        };
        // Where all stands in such lists, none of it is a note.
        if notes.iter().all(|note| is_listed(&note)) {
            return known;
        }
        for note in notes.iter().filter(is_listed) {
            let text = entries[note.start].range().map_or("", |range| &prose.text()[range]);
            known.add(entries, note, text);
        }
        known
    }

    /// Adds what names a source, or is a whole reference without an address: what means that means no other.
    pub(super) fn add(&mut self, entries: &[Entry], note: &Range<usize>, text: &str) {
        let entry = &entries[note.start];
        let source = &entry.source;
        let whole = source.title.is_some() && !source.authors.is_empty() && source.published.is_some();
        if note.len() != 1 || !has_address(entry) && !whole {
            return;
        }
        self.labels.insert(label(entry), note.start);
        let (author, leading) = (author(entry), called(text));
        let both = || author.iter().chain(leading.as_ref());
        let names: BTreeSet<String> = both().flat_map(Called::keys).cloned().collect();
        let year = source.published.map(|date| date.year().to_string());
        let lettered = year.as_ref().and_then(|year| dated::lettered(text, year)).map(str::to_owned);
        let words = text.chars().take(HEAD).collect::<String>().to_lowercase();
        let head = Head { words, lettered: lettered.is_some(), author: author.clone().or(leading.clone()) };
        self.heads.insert(note.start, head);
        if let Some(year) = year {
            for name in &names {
                for year in lettered.iter().chain([&year]) {
                    self.dated.entry((name.clone(), year.clone())).or_default().push(note.start);
                }
            }
        }
        for name in names {
            self.names.entry(name).or_default().push(note.start);
        }
        if let Some(key) = source.title.as_deref().and_then(title_key) {
            self.titles.entry(key).or_default().push(note.start);
        }
    }

    /// The notes and works of a name.
    pub(super) fn named(&self, name: &Called) -> Option<&Vec<usize>> {
        name.keys().find_map(|key| self.names.get(key))
    }

    /// Whether the first author of a note or a work can have this name.
    pub(super) fn agrees(&self, at: usize, name: &Called) -> bool {
        let own = self.heads.get(&at).and_then(|head| head.author.as_ref());
        own.is_none_or(|own| own.whole == name.whole || own.agrees(name))
    }
}
