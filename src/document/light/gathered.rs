//! Notes and targets of light markup, put aside while the prose is written, and the places that point to them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::locator::relative;
use crate::span::Span;

use super::listed::label_of;
use super::targets::{Targets, normal};
use crate::document::draft::Draft;
use crate::document::entry::{self, EntryText, Link, Words};
use crate::document::{BlockKind, Entry, Format, Role, Shape, beside};

/// How a format writes the pieces of a paragraph into the prose.
pub(in crate::document) type Write = fn(&mut Draft<'_>, &mut Gathered, &[Range<usize>]);

/// A note.
#[derive(Debug)]
struct Note {
    /// What points to it.
    label: String,
    /// What a reader sees, where that is something else.
    shown: Option<String>,
    pieces: Vec<Range<usize>>,
    start: usize,
    /// The list of references whose entry it is; its label can be wanting then.
    list: Option<usize>,
}

/// What points to a note leads to.
struct Known {
    label: String,
    entries: Vec<usize>,
    /// The keys that stand in it.
    keys: Vec<String>,
}

/// A place that points to a note.
#[derive(Debug)]
struct Point {
    label: String,
    place: Range<usize>,
    span: Span,
    /// It can point to a part of the document as well, and then is no marker.
    perhaps: bool,
}

/// What is put aside while the prose is written.
#[derive(Debug, Default)]
pub(in crate::document) struct Gathered {
    /// Names that the document gives to words, lower case.
    pub(in crate::document) attributes: HashMap<String, String>,
    /// Names, lower case, that it gives to a link: its words, and where its address stands.
    pub(in crate::document) linked: HashMap<String, (String, Range<usize>)>,
    /// Names, lower case, that it gives to a note: the id of that, and its words.
    pub(in crate::document) footnotes: HashMap<String, (String, Vec<Range<usize>>)>,
    notes: Vec<Note>,
    targets: Targets,
    points: Vec<Point>,
    /// Citation keys, the place in the prose, bytes of the file.
    cites: Vec<(Vec<String>, Range<usize>, Span)>,
    /// Citation keys of entries that are listed though nothing in the text points to them; `*` is every one.
    alone: HashSet<String>,
    /// Files that hold references.
    files: Vec<String>,
    /// The document has a list of references of its own.
    lists: bool,
    automatic: (usize, usize),
    /// Notes with a sign instead of a name, and marks of such.
    signs: (usize, usize),
    /// Lists of references so far.
    sections: usize,
    /// The links of the note that is being read; none while the text is.
    links: Option<Vec<Link>>,
}

impl Gathered {
    /// `.. [label] body`.
    pub(in crate::document) fn note(&mut self, label: &str, pieces: Vec<Range<usize>>, start: usize) {
        let label = match label {
            "#" => {
                self.automatic.0 += 1;
                format!("#{}", self.automatic.0)
            }
            "*" => {
                self.signs.0 += 1;
                sign(self.signs.0)
            }
            _ => label.to_owned(),
        };
        self.notes.push(Note { label, shown: None, pieces, start, list: None });
    }

    /// An entry that something else than its label points to.
    pub(in crate::document) fn anchored(&mut self, id: &str, shown: &str, pieces: Vec<Range<usize>>, start: usize) {
        self.lists = true;
        self.notes.push(Note { label: id.to_owned(), shown: Some(shown.to_owned()), pieces, start, list: None });
    }

    /// An entry of a list of references that a heading names; without a `label` its words begin with it, or it has none.
    pub(in crate::document) fn listed(
        &mut self,
        text: &str,
        label: Option<String>,
        mut pieces: Vec<Range<usize>>,
        start: usize,
    ) {
        let own = pieces.first().and_then(|first| label_of(&text[first.clone()]));
        let own = own.filter(|_| label.is_none());
        if let (Some(first), Some((_, length))) = (pieces.first_mut(), &own) {
            first.start = (first.start + length).min(first.end);
        }
        let label = label.or_else(|| own.and_then(|(label, _)| label)).unwrap_or_default();
        self.notes.push(Note { label, shown: None, pieces, start, list: Some(self.sections) });
    }

    /// What follows is another list.
    pub(in crate::document) fn next_list(&mut self) {
        self.sections += 1;
    }

    /// Notes so far.
    pub(in crate::document) fn count(&self) -> usize {
        self.notes.len()
    }

    /// A note that stands where it is pointed to; without an id it has a number, without a body it was written before.
    pub(in crate::document) fn note_here(
        &mut self,
        id: &str,
        body: Option<Vec<Range<usize>>>,
        place: usize,
        span: Span,
    ) {
        let label = if id.is_empty() { "#" } else { id };
        if let Some(pieces) = body {
            self.note(label, pieces, span.start());
        }
        self.point(label, place, span);
    }

    /// The note that a name stands for: the first time with its words, and then by the label that it has.
    pub(in crate::document) fn named_note(&mut self, name: &str, place: usize, span: Span) {
        let Some((id, pieces)) = self.footnotes.get_mut(name) else { return };
        let (mut label, body) = (id.clone(), std::mem::take(pieces));
        let body = (!body.is_empty()).then_some(body);
        let first = body.is_some();
        self.note_here(&label, body, place, span);
        if first && label.is_empty() {
            label = format!("#{}", self.automatic.0);
            self.footnotes.insert(name.to_owned(), (label, Vec::new()));
        }
    }

    /// The label of the next note that is numbered by its mark.
    pub(in crate::document) fn next_mark(&mut self) -> String {
        self.automatic.1 += 1;
        self.last_mark()
    }

    /// The label of the note that the last such mark points to.
    pub(in crate::document) fn last_mark(&self) -> String {
        format!("#{}", self.automatic.1)
    }

    /// A cross-reference, which is a marker where it leads to a note.
    pub(in crate::document) fn point_if_known(&mut self, label: &str, place: Range<usize>, span: Span) {
        self.points.push(Point { label: label.to_owned(), place, span, perhaps: true });
    }

    /// A file that holds references, as the document names it.
    pub(in crate::document) fn beside(&mut self, name: &str) {
        if !name.is_empty() && self.files.len() < beside::MOST_FILES && !self.files.iter().any(|known| known == name) {
            self.files.push(name.to_owned());
        }
    }

    /// The files that hold references.
    pub(in crate::document) fn files(self) -> Vec<String> {
        self.files
    }

    /// Citation keys, of entries of this file or of another.
    pub(in crate::document) fn cite(&mut self, keys: Vec<String>, place: Range<usize>, span: Span) {
        if !keys.is_empty() {
            self.cites.push((keys, place, span));
        }
    }

    /// Citation keys of entries that need no place that points to them.
    pub(in crate::document) fn listed_alone(&mut self, keys: impl IntoIterator<Item = String>) {
        self.alone.extend(keys.into_iter().map(|key| normal(&key)));
    }

    /// A text with the names in braces that the document gives words to.
    pub(in crate::document) fn filled(&self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once('{') {
            filled.push_str(before);
            let value = behind
                .split_once('}')
                .and_then(|(name, behind)| Some((self.attributes.get(&name.to_lowercase())?, behind)));
            rest = if let Some((value, behind)) = value {
                filled.push_str(value);
                behind
            } else {
                filled.push('{');
                behind
            };
        }
        filled.push_str(rest);
        filled
    }

    /// Of a document whose parts are all known what points to none of them is a marker.
    pub(in crate::document) fn know_parts(&mut self, is_part: impl Fn(&str) -> bool) {
        for point in &mut self.points {
            point.perhaps = point.perhaps && is_part(&point.label);
        }
    }

    /// `.. _name: https://…`, perhaps over lines.
    pub(in crate::document) fn target(&mut self, name: &str, text: &str, pieces: &[Range<usize>], start: usize) {
        self.targets.add(name, text, pieces, start);
    }

    /// Something else than a target stands here.
    pub(in crate::document) fn end_of_targets(&mut self) {
        self.targets.end_of_chain();
    }

    /// `[label]_`.
    pub(in crate::document) fn point(&mut self, label: &str, place: usize, span: Span) {
        let label = match label {
            "#" => {
                self.automatic.1 += 1;
                format!("#{}", self.automatic.1)
            }
            "*" => {
                self.signs.1 += 1;
                sign(self.signs.1)
            }
            _ => label.to_owned(),
        };
        self.points.push(Point { label, place: place..place, span, perhaps: false });
    }

    /// `name_`; without a name the next target that has none.
    pub(in crate::document) fn refer(&mut self, name: &str, place: Range<usize>, span: Span) {
        self.targets.refer(name, place, span);
    }

    /// A link of the text, or of the note that is being read.
    pub(in crate::document) fn link(
        &mut self,
        draft: &mut Draft<'_>,
        url: String,
        spans: Vec<Span>,
        whole: Span,
        place: Range<usize>,
        words: Words,
    ) {
        let url = relative::whole(url);
        match &mut self.links {
            Some(links) => links.push(Link { range: place, url, spans, words }),
            None => draft.link(url, spans, whole, place),
        }
    }

    /// A link with its address has a name too.
    pub(in crate::document) fn named(&mut self, name: &str, url: &str) {
        self.targets.name(name, url);
    }
}

/// Entries and markers.
pub(in crate::document) fn add(draft: &mut Draft<'_>, gathered: Gathered, write: Write) {
    let mut gathered = gathered;
    let mut known: HashMap<String, Known> = HashMap::new();
    let (mut numbers, mut noted) = (0, Vec::new());
    let is_number = |label: &&String| draft.format == Format::Rst && label.bytes().all(|byte| byte.is_ascii_digit());
    let taken: HashSet<String> = gathered.notes.iter().map(|note| &note.label).filter(is_number).cloned().collect();
    // Entries of lists that are cited by their names.
    let is_named = |note: &Note| draft.format == Format::Rst && note.label.starts_with(char::is_alphabetic);
    let is_reference = |note: &&Note| note.list.is_none() && (note.shown.is_some() || is_named(note));
    let references: HashSet<String> =
        gathered.notes.iter().filter(is_reference).map(|note| normal(&note.label)).collect();
    // A note can hold notes, each shorter than the one that holds it.
    while !gathered.notes.is_empty() {
        for note in std::mem::take(&mut gathered.notes) {
            let label = match note.list {
                Some(list) if note.label.is_empty() => draft.next_in_list(list).to_string(),
                Some(_) => note.label.clone(),
                None => note.shown.clone().unwrap_or_else(|| shown(&note.label, &mut numbers, &taken)),
            };
            let (entries, keys) = add_note(draft, &mut gathered, &note, &label, &references, write);
            let first = entries.first().and_then(|&first| Some((draft.entries[first].range()?, first)));
            noted.extend(first.filter(|_| entries.len() == 1));
            if note.list.is_some() {
                continue;
            }
            known.entry(normal(&note.label)).or_insert(Known { label, entries, keys });
        }
    }
    // Of a sign that comes once all marks are.
    let only = (gathered.signs.0 == 1).then(|| sign(1));
    let Gathered { targets, points, cites, files, lists, alone, .. } = gathered;
    for (_, own) in known.iter().filter(|(key, _)| alone.contains("*") || alone.contains(*key)) {
        own.entries.iter().for_each(|&entry| draft.entries[entry].role = Role::Keyed);
    }
    // Where no file is named, a list of the document's own is all that there is.
    let elsewhere = match files.as_slice() {
        [] if lists => Shape::Note,
        [] => Shape::Elsewhere(Box::new(beside::ANOTHER.to_owned())),
        files => Shape::Elsewhere(Box::new(files.join(beside::PARTED))),
    };
    // Keys, and the note that holds them, where that names a source itself.
    let point_to = |draft: &mut Draft<'_>, keys: &[String], note: Option<&Known>, place: Range<usize>, span: Span| {
        let of_key = |key: &String| known.get(&normal(key));
        let meant: Vec<usize> = keys.iter().filter_map(of_key).flat_map(|own| own.entries.iter().copied()).collect();
        let shape = if meant.is_empty() { elsewhere.clone() } else { Shape::Note };
        let note = note.filter(|note| !note.entries.is_empty());
        let shown = keys.iter().map(|key| of_key(key).map_or(key, |own| &own.label).clone());
        let labels = note.map(|note| note.label.clone()).into_iter().chain(shown).collect();
        let mut own = note.map_or_else(Vec::new, |note| note.entries.clone());
        own.extend(meant);
        draft.point(labels, own, shape, place, span);
    };
    for (keys, place, span) in cites {
        point_to(draft, &keys, None, place, span);
    }
    for Point { label, place, span, perhaps } in points {
        let again = only.as_ref().filter(|_| is_sign(&label));
        match known.get(&normal(&label)).or_else(|| known.get(again?)) {
            Some(own) if !own.keys.is_empty() => point_to(draft, &own.keys, Some(own), place, span),
            Some(own) => draft.point(vec![own.label.clone()], own.entries.clone(), Shape::Note, place, span),
            None if perhaps => {}
            None => draft.point(vec![label.trim_start_matches('#').to_owned()], Vec::new(), Shape::Note, place, span),
        }
    }
    noted.sort_by_key(|(range, _)| range.start);
    targets.write(draft, &noted);
}

/// What notes without a name are shown as, one behind the other; then again, doubled.
const SIGNS: [char; 10] = ['*', '†', '‡', '§', '¶', '#', '♠', '♥', '♦', '♣'];

/// The sign of the note that is `number` of those without a name.
fn sign(number: usize) -> String {
    let before = number.saturating_sub(1);
    let times = (before / SIGNS.len() + 1).min(SIGNS.len());
    std::iter::repeat_n(SIGNS[before % SIGNS.len()], times).collect()
}

fn is_sign(label: &str) -> bool {
    label.starts_with(SIGNS) && !label.contains(char::is_alphanumeric)
}

/// Notes that number themselves are shown by their place among all that do, and leave out the numbers that are written.
fn shown(label: &str, numbers: &mut usize, taken: &HashSet<String>) -> String {
    let Some(name) = label.strip_prefix('#').filter(|_| !is_sign(label)) else { return label.to_owned() };
    *numbers += 1;
    while taken.contains(&numbers.to_string()) {
        *numbers += 1;
    }
    if name.bytes().all(|byte| byte.is_ascii_digit()) { numbers.to_string() } else { name.to_owned() }
}

/// The entries of a note, none where keys in it are all that names a source; and these keys, if it is no reference itself.
fn add_note(
    draft: &mut Draft<'_>,
    gathered: &mut Gathered,
    note: &Note,
    label: &str,
    references: &HashSet<String>,
    write: Write,
) -> (Vec<usize>, Vec<String>) {
    let start = draft.begin();
    let (cited, pointed) = (gathered.cites.len(), gathered.points.len());
    gathered.links = Some(Vec::new());
    write(draft, gathered, &note.pieces);
    let links = gathered.links.take().unwrap_or_default();
    let range = start..draft.prose.len();
    draft.block(BlockKind::Entry, range.clone(), None);
    let words = draft.prose.text()[range.clone()].to_owned();
    let relative = |inner: &Range<usize>| inner.start - range.start..inner.end - range.start;
    let mut emphasised: Vec<Range<usize>> =
        draft.emphasised.drain(..).filter(|inner| range.start <= inner.start).collect();
    emphasised.sort_by_key(|inner| (inner.start, inner.end));
    let emphasised = emphasised.iter().filter(|inner| !inner.is_empty()).map(relative).collect();
    let links = links.into_iter().map(|link| Link { range: relative(&link.range), ..link }).collect();
    let links = entry::with_bare_addresses(&words, links, |inner| {
        draft.prose.span(&(range.start + inner.start..range.start + inner.end))
    });
    let reading = entry::read(&EntryText { text: &words, links, emphasised, order: draft.order });
    let mut keys: Vec<String> = gathered.cites[cited..].iter().flat_map(|(keys, ..)| keys.iter().cloned()).collect();
    let is_note = note.list.is_none() && !references.contains(&normal(&note.label));
    if is_note {
        let labels = gathered.points[pointed..].iter().map(|point| &point.label);
        keys.extend(labels.filter(|label| references.contains(&normal(label))).cloned());
        draft.by_key.extend((!keys.is_empty()).then_some(note.start));
    }
    if !keys.is_empty() && reading.sources.iter().all(|source| source.url.is_none() && source.doi.is_none()) {
        return (Vec::new(), keys);
    }
    let end = note.pieces.last().map_or(note.start, |last| last.end);
    let role = match note.list {
        Some(list) => Role::Listed { list: list.into(), numbered: !note.label.is_empty() },
        None => Role::Footnote,
    };
    let like = Entry {
        label: label.to_owned(),
        role,
        span: Span::new(note.start, end.max(note.start)),
        stretch: Some(range.into()),
        ..Entry::default()
    };
    let first = draft.entries.len();
    draft.add_reading(reading, &like);
    if !is_note {
        keys.clear();
    }
    ((first..draft.entries.len()).collect(), keys)
}
