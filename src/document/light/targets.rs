//! Names that light markup gives to addresses, `.. _name: https://…`, and the places that refer to them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::document::draft::{Draft, is_citable};
use crate::document::{Entry, Role, Shape, Source};
use crate::locator::relative;
use crate::span::Span;

/// A name with an address.
#[derive(Debug)]
struct Target {
    name: String,
    url: String,
    spans: Vec<Span>,
    whole: Span,
}

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Targets {
    all: Vec<Target>,
    /// Names, each with the one that it stands for.
    aliases: HashMap<String, String>,
    /// Names of the target that comes next.
    chained: Vec<String>,
    /// Name, place in the prose, bytes of the file.
    refers: Vec<(String, Range<usize>, Span)>,
    /// Names of links with their address, which can be referred to again.
    named: HashMap<String, String>,
}

/// Names that stand for names that stand for names.
const DEEPEST: usize = 8;

/// Names are compared without case and with one space for any white space.
pub(super) fn normal(name: &str) -> String {
    name.trim_matches('`').split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Targets {
    /// `.. _name: https://…`, perhaps over lines; `.. _name: other_`; `.. _name:` above another.
    pub(super) fn add(&mut self, name: &str, text: &str, pieces: &[Range<usize>], start: usize) {
        let Some(last) = pieces.last() else {
            self.chained.push(normal(name));
            return;
        };
        let url: String = pieces.iter().map(|piece| &text[piece.clone()]).collect();
        let url = relative::whole(url.replace('\\', ""));
        let chained = std::mem::take(&mut self.chained);
        if url.contains("://") && !url.contains(char::is_whitespace) {
            let spans = pieces.iter().map(|piece| Span::new(piece.start, piece.end)).collect();
            let whole = Span::new(start, last.end);
            self.all.push(Target { name: name.to_owned(), url, spans, whole });
        } else if let Some(other) = url.strip_suffix('_').filter(|other| !other.is_empty()) {
            self.aliases.insert(normal(name), normal(other));
        } else {
            return;
        }
        self.aliases.extend(chained.into_iter().map(|other| (other, normal(name))));
    }

    /// Something else than a target stands here: the names before it are those of a place in the document.
    pub(super) fn end_of_chain(&mut self) {
        self.chained.clear();
    }

    /// `name_`; without a name the next target that has none.
    pub(super) fn refer(&mut self, name: &str, place: Range<usize>, span: Span) {
        self.refers.push((name.to_owned(), place, span));
    }

    /// A link with its address has a name too.
    pub(super) fn name(&mut self, name: &str, url: &str) {
        self.named.entry(normal(name)).or_insert_with(|| url.to_owned());
    }

    /// The name of the target that a name leads to.
    fn led(&self, name: &str) -> String {
        let mut name = normal(name);
        for _ in 0..DEEPEST {
            let Some(other) = self.aliases.get(&name) else { break };
            name.clone_from(other);
        }
        name
    }

    /// Which targets each reference leads to, in the order of the file: those of one name, which can have several addresses.
    fn pairs(&mut self) -> Vec<Vec<usize>> {
        self.refers.sort_by_key(|(.., span)| span.start());
        let (mut by_name, mut nameless) = (HashMap::<String, Vec<usize>>::new(), Vec::new());
        for (index, target) in self.all.iter().enumerate() {
            if target.name.is_empty() {
                nameless.push(index);
                continue;
            }
            // What is said twice is no other target.
            let known = by_name.entry(normal(&target.name)).or_default();
            if known.first().is_none_or(|&first| self.all[first].url == target.url) {
                known.push(index);
            }
        }
        let mut nameless = nameless.into_iter();
        let mut led = |name: &String| {
            if name.is_empty() {
                nameless.next().into_iter().collect()
            } else {
                by_name.get(&self.led(name)).cloned().unwrap_or_default()
            }
        };
        self.refers.iter().map(|(name, ..)| led(name)).collect()
    }

    /// Entries for the targets, and what refers to them. A note, by its range in the prose and its entry, that names no
    /// address itself has that of the target that its words refer to.
    pub(super) fn write(mut self, draft: &mut Draft<'_>, notes: &[(Range<usize>, usize)]) {
        self.all.retain(|target| is_citable(&target.url));
        let pairs = self.pairs();
        let note_at = |at: usize| {
            let next = notes.partition_point(|(range, _)| range.end <= at);
            notes.get(next).filter(|(range, _)| range.start <= at).map(|(_, entry)| *entry)
        };
        let (mut within, mut elsewhere) = (HashSet::<usize>::new(), HashSet::<usize>::new());
        for ((_, place, _), targets) in self.refers.iter().zip(&pairs) {
            let bare = |&entry: &usize| {
                let source = &draft.entries[entry].source;
                source.url.is_none() && source.doi.is_none()
            };
            match (note_at(place.start).filter(bare), targets.first()) {
                (Some(entry), Some(&target)) => {
                    let Target { url, spans, .. } = &self.all[target];
                    let said = &mut draft.entries[entry].source;
                    (said.url, said.url_spans) = (Some(url.clone()), spans.clone().into());
                    within.extend(targets);
                }
                _ => elsewhere.extend(targets),
            }
        }
        let mut nameless = 0;
        let mut entries = HashMap::new();
        for (index, target) in self.all.into_iter().enumerate() {
            nameless += usize::from(target.name.is_empty());
            if within.contains(&index) && !elsewhere.contains(&index) {
                continue;
            }
            entries.insert(index, draft.entries.len());
            let label = target.name.trim_matches('`').to_owned();
            let label = if label.is_empty() { nameless.to_string() } else { label };
            let source = Source::of_address(target.url, target.spans);
            draft.entries.push(Entry { label, role: Role::Definition, source, span: target.whole, ..Entry::default() });
        }
        for ((name, place, span), targets) in self.refers.into_iter().zip(pairs) {
            let own: Vec<usize> = targets.iter().filter_map(|target| entries.get(target).copied()).collect();
            if let Some(&first) = own.first() {
                let label = draft.entries[first].label.clone();
                draft.point(vec![label], own, Shape::Link, place, span);
            } else if let Some(url) = self.named.get(&normal(&name)).filter(|_| targets.is_empty()) {
                draft.link(url.clone(), Vec::new(), span, place);
            }
        }
    }
}
