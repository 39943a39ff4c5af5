//! Notes and targets of reStructuredText, and the places that point to them.

use std::collections::HashMap;
use std::ops::Range;

use crate::document::draft::{Draft, is_citable};
use crate::document::entry::{self, EntryText, Link, Words};
use crate::document::{BlockKind, Entry, Role, Shape, Source};
use crate::locator::doi;
use crate::span::Span;

use super::inline;

/// A note.
#[derive(Debug)]
struct Note {
    label: String,
    pieces: Vec<Range<usize>>,
    start: usize,
}

/// A name with an address.
#[derive(Debug)]
struct Target {
    name: String,
    url: String,
    span: Span,
    whole: Span,
}

/// What is put aside while the prose is written.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    notes: Vec<Note>,
    targets: Vec<Target>,
    /// Label, place in the prose, bytes of the file.
    points: Vec<(String, usize, Span)>,
    /// Name, place in the prose, bytes of the file.
    refers: Vec<(String, Range<usize>, Span)>,
    /// Names of links with their address, which can be referred to again.
    named: HashMap<String, String>,
    automatic: (usize, usize),
    /// The links of the note that is being read; none while the text is.
    links: Option<Vec<Link>>,
}

impl Gathered {
    /// `.. [label] body`.
    pub(super) fn note(&mut self, label: &str, pieces: Vec<Range<usize>>, start: usize) {
        let label = match label {
            "#" => {
                self.automatic.0 += 1;
                format!("#{}", self.automatic.0)
            }
            _ => label.to_owned(),
        };
        self.notes.push(Note { label, pieces, start });
    }

    /// `.. _name: https://…`, perhaps over lines.
    pub(super) fn target(&mut self, name: &str, text: &str, pieces: &[Range<usize>], start: usize) {
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
        let url: String = pieces.iter().map(|piece| &text[piece.clone()]).collect();
        let url = url.replace('\\', "");
        if url.contains("://") && !url.contains(char::is_whitespace) {
            let (span, whole) = (Span::new(first.start, last.end), Span::new(start, last.end));
            self.targets.push(Target { name: name.to_owned(), url, span, whole });
        }
    }

    /// `[label]_`.
    pub(super) fn point(&mut self, label: &str, place: usize, span: Span) {
        let label = match label {
            "#" => {
                self.automatic.1 += 1;
                format!("#{}", self.automatic.1)
            }
            _ => label.to_owned(),
        };
        self.points.push((label, place, span));
    }

    /// `name_`; without a name the next target that has none.
    pub(super) fn refer(&mut self, name: &str, place: Range<usize>, span: Span) {
        self.refers.push((name.to_owned(), place, span));
    }

    /// A link of the text, or of the note that is being read.
    pub(super) fn link(
        &mut self,
        draft: &mut Draft<'_>,
        url: String,
        spans: Vec<Span>,
        whole: Span,
        place: Range<usize>,
        words: Words,
    ) {
        match &mut self.links {
            Some(links) => links.push(Link { range: place, url, spans, words }),
            None => draft.link(&url, spans, whole, place),
        }
    }

    /// A link with its address has a name too.
    pub(super) fn named(&mut self, name: &str, url: &str) {
        self.named.entry(normal(name)).or_insert_with(|| url.to_owned());
    }
}

/// Entries and markers.
pub(super) fn add(draft: &mut Draft<'_>, gathered: Gathered) {
    let mut gathered = gathered;
    let notes = std::mem::take(&mut gathered.notes);
    let mut by_label: HashMap<String, Vec<usize>> = HashMap::new();
    let automatic: Vec<String> = notes.iter().map(|note| note.label.clone()).collect();
    for note in &notes {
        let label = shown(&note.label, &automatic);
        let own = add_note(draft, &mut gathered, note, &label);
        by_label.entry(normal(&note.label)).or_insert(own);
    }
    let Gathered { targets, points, refers, named, .. } = gathered;
    let (mut by_name, mut nameless) = (HashMap::new(), Vec::new());
    for target in targets.into_iter().filter(|target| is_citable(&target.url)) {
        let index = draft.entries.len();
        let source = Source {
            doi: doi::of_address(&target.url),
            url: Some(target.url),
            url_spans: vec![target.span],
            ..Source::default()
        };
        let label = target.name.trim_matches('`').to_owned();
        let label = if label.is_empty() { (nameless.len() + 1).to_string() } else { label };
        draft.entries.push(Entry { label, role: Role::Definition, source, span: target.whole, ..Entry::default() });
        if target.name.is_empty() {
            nameless.push(index);
        } else {
            by_name.entry(normal(&target.name)).or_insert(index);
        }
    }
    for (label, place, span) in points {
        let own = by_label.get(&normal(&label)).cloned().unwrap_or_default();
        let shown = shown(&label, &automatic);
        draft.point(vec![shown], own, Shape::Note, place..place, span);
    }
    let mut nameless = nameless.into_iter();
    for (name, place, span) in refers {
        let index = if name.is_empty() { nameless.next() } else { by_name.get(&normal(&name)).copied() };
        match index {
            Some(index) => {
                let label = draft.entries[index].label.clone();
                draft.point(vec![label], vec![index], Shape::Link, place, span);
            }
            None => {
                if let Some(url) = named.get(&normal(&name)) {
                    draft.link(&url.clone(), Vec::new(), span, place);
                }
            }
        }
    }
}

/// Notes that number themselves are shown by their place among all that do.
fn shown(label: &str, all: &[String]) -> String {
    let Some(name) = label.strip_prefix('#') else { return label.to_owned() };
    if name.bytes().all(|byte| byte.is_ascii_digit()) {
        let automatic = all.iter().filter(|other| other.starts_with('#'));
        let place = automatic.enumerate().find(|(_, other)| *other == label).map(|(place, _)| place + 1);
        return place.map_or_else(|| name.to_owned(), |place| place.to_string());
    }
    name.to_owned()
}

/// Names are compared without case and with one space for any white space.
fn normal(name: &str) -> String {
    name.trim_matches('`').split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn add_note(draft: &mut Draft<'_>, gathered: &mut Gathered, note: &Note, label: &str) -> Vec<usize> {
    let start = draft.begin();
    gathered.links = Some(Vec::new());
    inline::write(draft, gathered, &note.pieces);
    let links = gathered.links.take().unwrap_or_default();
    let range = start..draft.prose.len();
    draft.block(BlockKind::Entry, range.clone(), None);
    let words = draft.prose.text()[range.clone()].to_owned();
    let relative = |inner: &Range<usize>| inner.start - range.start..inner.end - range.start;
    let links = links.into_iter().map(|link| Link { range: relative(&link.range), ..link }).collect();
    let links = entry::with_bare_addresses(&words, links, |inner| {
        draft.prose.span(&(range.start + inner.start..range.start + inner.end))
    });
    let reading = entry::read(&EntryText { text: &words, links, emphasised: Vec::new(), order: draft.order });
    let end = note.pieces.last().map_or(note.start, |last| last.end);
    let like = Entry {
        label: label.to_owned(),
        role: Role::Footnote,
        span: Span::new(note.start, end.max(note.start)),
        range: Some(range),
        ..Entry::default()
    };
    let first = draft.entries.len();
    draft.add_reading(reading, &like);
    (first..draft.entries.len()).collect()
}
