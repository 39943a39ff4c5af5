//! Short notes, `Doe 2019, p. 12`, that lead by a link to the entry that names the source.

use crate::document::draft::Draft;
use crate::document::{Entry, Few, Role};

use super::footnotes::{Footnotes, Note};
use super::tree::{Event, Tree};

/// Links of a note that are followed.
const LINKS: usize = 8;
/// Bytes of the longest entry in which a link is looked for.
const LONGEST: usize = 20_000;

/// Gives the notes that name no source themselves that of the entry which they lead to; `entries` are those of each note.
pub(super) fn lead(draft: &mut Draft<'_>, tree: &Tree<'_>, footnotes: &Footnotes, entries: &[Vec<usize>]) {
    let has_source = |entry: &Entry| entry.source.url.is_some() || entry.source.doi.is_some();
    let mut full: Option<Full> = None;
    for (note, own) in footnotes.notes.iter().zip(entries) {
        let &[only] = own.as_slice() else { continue };
        if has_source(&draft.entries[only]) {
            continue;
        }
        let full = full.get_or_insert_with(|| Full::of(&draft.entries));
        let target = targets(tree, note).find_map(|target| full.at(tree, target).filter(|&entry| entry != only));
        if let Some(target) = target {
            let mut source = draft.entries[target].source.clone();
            source.url_spans = Few::None;
            let entry = &mut draft.entries[only];
            (entry.source, entry.again) = (source, true);
        }
    }
}

/// The elements of the article that links of a note lead to, outside of the note itself.
fn targets<'t>(tree: &'t Tree<'_>, note: &'t Note) -> impl Iterator<Item = usize> {
    let links = tree.events[note.events.clone()].iter().filter_map(|event| match event {
        Event::Open(element) if tree.elements[*element].name == "a" => tree.value(*element, "href"),
        _ => None,
    });
    let led = links.take(LINKS).filter_map(|href| tree.linked(&href));
    led.filter(|&target| !note.bytes.contains(&tree.elements[target].tag.start))
}

/// Entries that name a source, by where they stand in the file.
struct Full {
    /// Of notes and lists: where each begins and ends.
    listed: Vec<(usize, usize, usize)>,
    links: Vec<(usize, usize)>,
}

impl Full {
    fn of(entries: &[Entry]) -> Self {
        let (mut listed, mut links) = (Vec::new(), Vec::new());
        for (index, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.source.url.is_some()) {
            match entry.role {
                Role::Footnote | Role::Listed { .. } => listed.push((entry.span.start(), entry.span.end(), index)),
                Role::Link => links.push((entry.span.start(), index)),
                Role::Definition | Role::Keyed => {}
            }
        }
        listed.sort_unstable();
        links.sort_unstable();
        Self { listed, links }
    }

    /// The entry that an element is, holds or stands in.
    fn at(&self, tree: &Tree<'_>, element: usize) -> Option<usize> {
        let own = &tree.elements[element];
        let (start, end) = (own.tag.start, own.end);
        let behind = self.listed.partition_point(|(begins, ..)| *begins <= start);
        if let Some((_, ends, entry)) = behind.checked_sub(1).map(|last| self.listed[last])
            && ends > start
        {
            return Some(entry);
        }
        // A mark in the text leads to no entry: what is cited stands in an element of its own.
        let cites = matches!(own.name.as_str(), "cite" | "li" | "p" | "dd" | "div" | "span") && end - start <= LONGEST;
        let called = tree.value(element, "id").is_some_and(|id| id.starts_with("CITEREF")) || own.name == "cite";
        let next = self.links.partition_point(|(begins, _)| *begins < start);
        self.links.get(next).filter(|(begins, _)| cites && called && *begins < end).map(|(_, entry)| *entry)
    }
}
