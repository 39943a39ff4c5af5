//! What a program for references cites: led to the entry that the document lists for it, or else an entry of its own.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::{Entry, Few, Rare, Role, Shape, Source, records};
use crate::span::Span;
use crate::text::laid::LaidCitation;

/// Entries with a word that are looked at for the title of an item, and items of one note.
const MOST: usize = 64;
/// Bytes of the longest entry that is one work.
const LONGEST: usize = 4_000;
/// Words of a title that tells a work by itself.
const TELLING: usize = 5;

/// What an item is known by.
type Key = (String, Option<String>);

/// The entries of a document, for the items of a program to be led to.
pub(super) struct Managed {
    known: HashMap<Key, usize>,
    /// The words of each entry that is listed, lower case, with a space around.
    words: HashMap<usize, String>,
    /// By word, those that have it.
    with_word: HashMap<String, Vec<usize>>,
    /// By DOI, and by address without its scheme.
    by_address: HashMap<String, usize>,
    /// Those that an item was led to.
    led: HashSet<usize>,
}

impl Managed {
    /// Of the entries that the draft has.
    pub(super) fn of(draft: &Draft<'_>) -> Self {
        let mut managed = Self {
            known: HashMap::new(),
            words: HashMap::new(),
            with_word: HashMap::new(),
            by_address: HashMap::new(),
            led: HashSet::new(),
        };
        for (at, entry) in draft.entries.iter().enumerate() {
            let listed = matches!(entry.role, Role::Listed { .. });
            let Some(range) = entry.range().filter(|range| listed && range.len() <= LONGEST) else { continue };
            let words = normal(&draft.prose.text()[range.clone()]);
            for word in words.split_whitespace().collect::<HashSet<_>>() {
                managed.with_word.entry(word.to_owned()).or_default().push(at);
            }
            managed.words.insert(at, words);
            for address in addresses(&entry.source) {
                managed.by_address.entry(address).or_insert(at);
            }
        }
        managed
    }

    /// A citation in the text: what it shows points to its items.
    pub(super) fn cite(&mut self, draft: &mut Draft<'_>, citation: &LaidCitation) {
        let place = draft.place_of(std::slice::from_ref(&citation.range));
        let span = Span::new(citation.range.start, citation.range.end);
        let mut entries = Vec::new();
        for (label, source) in citation.items.iter().filter_map(|item| records::csl_item(item)) {
            let key = key_of(&label, &source);
            let own = self.known.get(&key).copied().or_else(|| self.listed(&source));
            let own = own.unwrap_or(draft.entries.len());
            if own == draft.entries.len() {
                draft.entries.push(Entry { label, role: Role::Keyed, source, span, ..Entry::default() });
            } else if self.led.insert(own) {
                fill(&mut draft.entries[own].source, &source);
            }
            self.known.insert(key, own);
            if !entries.contains(&own) {
                entries.push(own);
            }
        }
        if entries.is_empty() {
            return;
        }
        draft.masked.push(place.clone());
        draft.point(Vec::new(), entries, Shape::Note, place, span);
    }

    /// What a program lists is called by what it cites; it may list more than that.
    pub(super) fn keep_listed(&self, draft: &mut Draft<'_>, lists: &[Range<usize>]) {
        let own = |entry: &&mut Entry| {
            let next = lists.partition_point(|list| list.end <= entry.span.start());
            lists.get(next).is_some_and(|list| list.start <= entry.span.start())
        };
        let listed = |entry: &&mut Entry| matches!(entry.role, Role::Listed { .. });
        for entry in draft.entries.iter_mut().filter(|_| !self.led.is_empty()).filter(listed).filter(own) {
            entry.role = Role::Keyed;
        }
    }

    /// The items of a note whose words have made the entries from `first` on.
    pub(super) fn note(&mut self, draft: &mut Draft<'_>, first: usize, items: &[String]) {
        let items = items.iter().take(MOST).filter_map(|item| records::csl_item(item));
        let items: Vec<(String, Source)> = items.collect();
        let Some(like) = draft.entries.get(first).cloned() else { return };
        let words = like.range().map_or_else(String::new, |range| normal(&draft.prose.text()[range]));
        let alone = items.len() == 1;
        let titled = |source: &Source| source.title.as_deref().map(normal);
        // Several sources that no address parts are read as one, which is none of them.
        let known = |own: &Source| items.iter().any(|(_, item)| titled(own).is_some() && titled(own) == titled(item));
        let unread = items.len() > 1 && addresses(&like.source).is_empty() && !known(&like.source);
        let mut filled = HashSet::new();
        for (label, source) in items {
            let own = first..draft.entries.len();
            let bare = |at: &usize| addresses(&draft.entries[*at].source).is_empty() && !filled.contains(at);
            let of_address = addresses(&source)
                .into_iter()
                .find_map(|address| own.clone().find(|&at| addresses(&draft.entries[at].source).contains(&address)));
            let of_title = || {
                own.clone().filter(bare).find(|&at| {
                    let title = titled(&draft.entries[at].source);
                    title.is_some() && title == titled(&source) || alone && own.len() == 1 && !words.is_empty()
                })
            };
            let key = key_of(&label, &source);
            let at = of_address.or_else(of_title).unwrap_or_else(|| {
                if unread && !filled.contains(&first) {
                    draft.entries[first].source = Source::default();
                    return first;
                }
                draft.entries.push(Entry { source: Source::default(), quotes: Rare::default(), ..like.clone() });
                draft.entries.len() - 1
            });
            filled.insert(at);
            match self.known.get(&key).copied().filter(|&before| before != at) {
                // What a program cites again in a shorter form stands for what it cited first.
                Some(before) if addresses(&draft.entries[at].source).is_empty() => {
                    let mut source = draft.entries[before].source.clone();
                    source.url_spans = Few::None;
                    let entry = &mut draft.entries[at];
                    (entry.source, entry.again) = (source, true);
                }
                _ => fill(&mut draft.entries[at].source, &source),
            }
            self.known.entry(key).or_insert(at);
        }
    }

    /// The entry of a list that is of a source: by its address, or by its title, the name of an author and the year.
    fn listed(&self, source: &Source) -> Option<usize> {
        let by_address = addresses(source).into_iter().find_map(|address| self.by_address.get(&address).copied());
        by_address.or_else(|| {
            let title = normal(source.title.as_deref()?);
            let with_word = |word: &str| self.with_word.get(word).map_or(&[][..], Vec::as_slice);
            let rarest = title.split_whitespace().map(with_word).min_by_key(|entries| entries.len())?;
            let year = source.published.map(|date| date.to_string().chars().take(4).collect::<String>());
            let fits = |&&at: &&usize| {
                let words = &self.words[&at];
                let has = |part: &str| words.contains(&normal(part));
                let named = source.authors.iter().any(|author| has(author.split(',').next().unwrap_or(author)));
                let dated = year.as_deref().is_some_and(has);
                let long = title.split_whitespace().count() >= TELLING;
                words.contains(&title) && (named || dated && source.authors.is_empty() || long)
            };
            let mut found = rarest.iter().take(MOST).filter(fits);
            // Two that fit are two editions, or two parts.
            found.next().copied().filter(|_| found.next().is_none())
        })
    }
}

fn key_of(label: &str, source: &Source) -> Key {
    (label.to_owned(), source.url.clone().or_else(|| source.doi.clone()))
}

/// What tells a source: its DOI, and its address without what pages of one site share.
fn addresses(source: &Source) -> Vec<String> {
    let bare = |url: &String| {
        let rest = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
        rest.trim_start_matches("www.").trim_end_matches('/').to_lowercase()
    };
    source.doi.iter().map(|doi| format!("doi:{doi}")).chain(source.url.iter().map(bare)).collect()
}

/// What a citation says of a source that its entry does not show.
fn fill(own: &mut Source, other: &Source) {
    if own.url.is_none() && own.url_spans.is_empty() {
        own.url.clone_from(&other.url);
    }
    let said = (**other).clone();
    own.doi = own.doi.take().or(said.doi);
    own.title = own.title.take().or(said.title);
    own.publisher = own.publisher.take().or(said.publisher);
    own.published = own.published.or(said.published);
    own.accessed = own.accessed.or(said.accessed);
    if own.authors.is_empty() {
        own.authors = said.authors;
    }
}

/// Words as they are compared, with a space around.
fn normal(words: &str) -> String {
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |all, word| all + &word.to_lowercase() + " ")
}
