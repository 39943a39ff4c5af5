//! What notes can stand for: earlier notes and works of lists, by what they are called.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::called::{Called, author, called};
use super::{dated, has_address, title_key};
use crate::document::{Entry, ListNumber, Prose, Role};

/// What a note is called, and in which list.
pub(super) type Label = (Option<ListNumber>, String);

pub(super) fn label(entry: &Entry) -> Label {
    let list = match entry.role {
        Role::Listed { list, .. } => Some(list),
        _ => None,
    };
    (list, entry.label.clone())
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
    /// The works of the lists that have no numbers.
    pub(super) fn of_lists(entries: &[Entry], notes: &[Range<usize>], prose: &Prose) -> Self {
        let mut known = Self::default();
        let is_listed = |note: &&Range<usize>| matches!(entries[note.start].role, Role::Listed { numbered: false, .. });
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
