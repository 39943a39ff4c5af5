//! What a document says to its reader and to us, and whether it still does once edits are made.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::Kind;
use super::edit::{self, Edit};
use crate::citation::{self, Basis, Citation};
use crate::document::{Beside, Block, BlockKind, Document, Entry, Format, Limits, Role, parse};
use crate::finding::Code;

/// What is compared.
pub(super) struct Reading {
    title: Option<String>,
    citations: Vec<Said>,
    quotes: Vec<(String, Vec<Option<usize>>, Basis)>,
    /// The citations of each mark, with its labels where it is that of a note.
    markers: Vec<Vec<Option<usize>>>,
    blocks: Vec<BlockText>,
    /// Entries that cannot be read.
    broken: usize,
    beside: Vec<Beside>,
}

struct BlockText {
    kind: BlockKind,
    words: String,
}

/// What a citation says.
struct Said {
    /// Links are counted on, whatever they lead to.
    label: Option<String>,
    own: Citation,
}

impl Said {
    fn of(mut own: Citation, entry: &Entry) -> Self {
        let label = (entry.role != Role::Link).then(|| own.label.clone());
        // A note that stands for an earlier one has what that one has.
        if entry.again {
            (own.archive_url, own.accessed) = (None, None);
        }
        Self { label, own }
    }
}

/// What a document says otherwise with edits, and which of its citations.
pub(super) struct Otherwise {
    pub(super) what: &'static str,
    pub(super) of: Vec<usize>,
}

/// What edits may change about the citations of a document.
#[derive(Default)]
struct Allowed<'a> {
    /// Addresses that are written otherwise, each with what stands there then, where that is a whole address.
    rewritten: HashMap<&'a str, Vec<String>>,
    kinds: BTreeMap<usize, Vec<Kind>>,
}

impl Reading {
    pub(super) fn of(text: &str, document: &Document, citations: &[Citation]) -> Self {
        let claims = citation::claims(document, text);
        let all: Vec<Option<usize>> = (0..citations.len()).map(Some).collect();
        Self::among(document, claims, &all)
    }

    /// The reading with the citations by their numbers in `as_before`; those without one are left out.
    fn among(document: &Document, claims: citation::Claims, as_before: &[Option<usize>]) -> Self {
        let led = |cites: &[usize]| -> Vec<Option<usize>> { cites.iter().map(|&own| as_before[own]).collect() };
        let known = |cites: &[Option<usize>]| cites.is_empty() || cites.iter().any(Option::is_some);
        let quotes = claims.quotes.iter().map(|quote| (quote.text.clone(), led(&quote.cites), quote.basis));
        let markers = claims.markers.iter().map(|marker| led(&marker.cites)).filter(|cites| known(cites));
        let without_new = |cites: Vec<Option<usize>>| cites.into_iter().flatten().map(Some).collect();
        let block = |block: &Block| BlockText { kind: block.kind, words: document.text(&block.range()).to_owned() };
        Self {
            title: document.title.clone(),
            quotes: quotes.filter(|(_, cites, _)| known(cites)).collect(),
            markers: markers.map(without_new).collect(),
            blocks: document.blocks.iter().map(block).collect(),
            beside: document.beside.clone(),
            broken: document.findings.iter().filter(|finding| finding.code == Code::EntryBroken).count(),
            citations: claims
                .citations
                .into_iter()
                .zip(as_before)
                .enumerate()
                .filter(|(_, (_, number))| number.is_some())
                .map(|(at, (own, _))| Said::of(own, &document.entries[at]))
                .collect(),
        }
    }

    /// Whether the text with the edits says the same, and has the captures that they add.
    pub(super) fn stays(&self, text: &str, format: Format, edits: &[Edit]) -> Result<(), Otherwise> {
        let edited = edit::applied(text, edits);
        let mut document = parse(&edited, format, Limits::default());
        document.join(&self.beside);
        let claims = citation::claims(&document, &edited);
        let added = added(edits);
        let mut next = 0;
        let as_before: Vec<Option<usize>> = claims
            .citations
            .iter()
            .map(|own| {
                let is_new = own.url_spans.first().is_some_and(|span| is_in(&added, span.start()));
                let number = (!is_new).then_some(next);
                next += usize::from(!is_new);
                number
            })
            .collect();
        if next != self.citations.len() {
            return Err(Otherwise { what: "citations", of: Vec::new() });
        }
        let after = Self::among(&document, claims, &as_before);
        let allowed = self.allowed(edits);
        let only_captures = edits.iter().all(|edit| edit.kind == Kind::Archive);
        let keeps = |(old, new): (&BlockText, &BlockText)| {
            old.kind == new.kind
                && match old.kind {
                    _ if !only_captures => true,
                    BlockKind::Heading => old.words == new.words,
                    _ => holds(&new.words, &old.words),
                }
        };
        let blocks = self.blocks.len() == after.blocks.len() && self.blocks.iter().zip(&after.blocks).all(keeps);
        let citations = self.citations.iter().zip(&after.citations).enumerate();
        let changed = citations.filter_map(|(at, (own, new))| Some((allowed.changed(at, own, new)?, at)));
        let (changed, mut of): (Vec<&'static str>, Vec<usize>) = changed.unzip();
        // What is written behind one can be taken for a part of the next.
        of.extend(of.clone().into_iter().filter_map(|at| at.checked_sub(1)));
        of.extend(not_in_both(&self.quotes, &after.quotes).flat_map(|(_, cites, _)| cites.iter().flatten().copied()));
        of.extend(not_in_both(&self.markers, &after.markers).flat_map(|cites| cites.iter().flatten().copied()));
        let compared = [
            (self.title == after.title && blocks, "text"),
            (self.broken >= after.broken, "entries"),
            (self.quotes == after.quotes, "quotations"),
            (self.markers == after.markers, "marks"),
        ];
        let other = compared.into_iter().find(|(same, _)| !same).map(|(_, what)| what);
        changed.first().copied().or(other).map_or(Ok(()), |what| Err(Otherwise { what, of }))
    }

    fn allowed(&self, edits: &[Edit]) -> Allowed<'_> {
        let mut allowed = Allowed::default();
        for edit in edits {
            let url = self.citations[edit.citation].own.url.as_deref();
            let in_place = edit.kind != Kind::Archive || !edit.span.range().is_empty() && edit.text.contains("://");
            if let Some(url) = url.filter(|_| in_place && edit.kind != Kind::Accessed) {
                let whole = edit.text.contains("://").then(|| letters(&edit.text));
                allowed.rewritten.entry(url).or_default().extend(whole);
            }
            allowed.kinds.entry(edit.citation).or_default().push(edit.kind);
        }
        allowed
    }
}

impl Allowed<'_> {
    /// What of a citation is not as it was, though no edit is to change it.
    fn changed(&self, at: usize, before: &Said, after: &Said) -> Option<&'static str> {
        let (old, new) = (&before.own, &after.own);
        let kinds = self.kinds.get(&at).map_or(&[][..], Vec::as_slice);
        let wanted = old.url.as_deref().and_then(|url| self.rewritten.get(url));
        let rewritten = wanted.is_some();
        let leads = |url: &String| wanted.is_some_and(|wanted| wanted.is_empty() || wanted.contains(&letters(url)));
        let has_capture = new.archive_url.is_some() || new.original_url.is_some() && rewritten;
        let archived = if kinds.contains(&Kind::Archive) { has_capture } else { old.archive_url == new.archive_url };
        let dated = old.accessed == new.accessed || kinds.contains(&Kind::Accessed) && new.accessed.is_some();
        let located = old.url == new.url && old.original_url == new.original_url && old.doi == new.doi;
        let compared = [
            (before.label == after.label, "labels"),
            (located || new.url.as_ref().is_some_and(leads), "addresses"),
            (old.title == new.title, "titles"),
            (old.authors == new.authors, "authors"),
            (old.publisher == new.publisher, "publishers"),
            (old.published == new.published && dated, "dates"),
            (archived, "archives"),
        ];
        compared.into_iter().find(|(same, _)| !same).map(|(_, what)| what)
    }
}

/// What stands in one of two lists and not in the other.
fn not_in_both<'t, T: PartialEq>(one: &'t [T], other: &'t [T]) -> impl Iterator<Item = &'t T> {
    let (front, back) = ends_alike(one, other);
    let (one, other) = (&one[front..one.len() - back], &other[front..other.len() - back]);
    let lost = one.iter().filter(move |own| !other.contains(own));
    lost.chain(other.iter().filter(move |own| !one.contains(own)))
}

/// How many are the same from the front on, and how many of the rest from the back.
fn ends_alike<T: PartialEq>(one: &[T], other: &[T]) -> (usize, usize) {
    let same = |(own, other): &(&T, &T)| own == other;
    let front = one.iter().zip(other).take_while(same).count();
    (front, one[front..].iter().rev().zip(other[front..].iter().rev()).take_while(same).count())
}

/// An address without the signs that a format escapes: one that is read as less than was written lacks some letters.
fn letters(url: &str) -> String {
    let url = url.replace("&amp;", "&");
    percent_encoding::percent_decode_str(&url).decode_utf8_lossy().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Where in the edited text stands what the edits add.
fn added(edits: &[Edit]) -> Vec<Range<usize>> {
    let mut shift = 0_isize;
    let mut added = Vec::new();
    for edit in edits {
        let start = edit.span.start().saturating_add_signed(shift);
        if edit.span.range().is_empty() && edit.kind == Kind::Archive {
            added.push(start..start + edit.text.len());
        }
        shift += edit.text.len().cast_signed() - edit.span.range().len().cast_signed();
    }
    added
}

/// `ranges` are sorted and apart.
fn is_in(ranges: &[Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.end <= at);
    ranges.get(next).is_some_and(|range| range.start <= at)
}

/// Whether every character of `words` stands in `text`, in order, whatever the white space.
fn holds(text: &str, words: &str) -> bool {
    let mut all = text.chars();
    words.chars().filter(|c| !c.is_whitespace()).all(|wanted| all.any(|c| c == wanted))
}
