//! What is put aside while the prose is written: notes, where they are pointed to, and citations outside of notes.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::span::Span;

use super::call::{Call, Run};
use super::cite::Cited;

/// A note as written where it stands.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    pub(super) name: Option<String>,
    pub(super) group: Option<String>,
    /// None where it only points to a note of this name.
    pub(super) content: Option<Run>,
    pub(super) span: Span,
}

/// A note that has content.
#[derive(Debug)]
pub(super) struct Kept {
    /// Its name, else the number that a reader sees.
    pub(super) label: String,
    pub(super) content: Run,
    pub(super) span: Span,
}

/// A place that points to a note or to a citation.
#[derive(Debug)]
pub(super) struct Use {
    pub(super) to: To,
    /// In the prose.
    pub(super) place: usize,
    pub(super) span: Span,
}

/// What a place points to.
#[derive(Debug)]
pub(super) enum To {
    /// The kept note of this index.
    Kept(usize),
    /// A note by its label.
    Label(String),
    /// Citations by name and year.
    Short(Vec<Short>),
    /// What the explanation with this label is from, if it has notes of its own.
    Remark(String),
}

/// `{{sfn|Smith|2001}}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Short {
    /// `Smith 2001`.
    pub(super) label: String,
    /// `smith2001`.
    pub(super) key: String,
    /// Pages of the source that have addresses of their own.
    pub(super) pages: Vec<Page>,
}

/// A page that a short note leads to: `p=[https://a.test/?page=5 5]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) url: String,
    /// What a reader sees of it, `5`, where that is no markup.
    pub(super) shown: String,
    pub(super) span: Span,
}

/// What a note holds besides its words.
#[derive(Debug)]
pub(super) enum Point {
    /// With where it ends in the prose.
    Cite(Box<Cited>, usize),
    /// With where it stands in the prose.
    Short(Vec<Short>, Range<usize>),
    Capture(Capture),
}

/// `{{webarchive|url=…|date=…}}`.
#[derive(Debug)]
pub(super) struct Capture {
    pub(super) url: String,
    /// The page, where it is what is written.
    pub(super) original: Option<String>,
    pub(super) title: String,
    pub(super) date: String,
    pub(super) url_span: Span,
}

/// A citation outside of notes.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) call: Call,
    pub(super) section: usize,
    /// Where it stands in the prose, if it says whose a quotation is.
    pub(super) place: Option<usize>,
}

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Aside {
    /// Headings so far.
    pub(super) section: usize,
    /// Whether what is read only keeps notes, which are pointed to elsewhere.
    pub(super) kept_apart: bool,
    pub(super) kept: Vec<Kept>,
    pub(super) uses: Vec<Use>,
    pub(super) listed: Vec<Listed>,
    /// What short notes say behind the name and the year, with what they call the citation: `ps=: “words”`.
    pub(super) said: Vec<(String, Run)>,
    /// Of the note that is being read.
    pub(super) points: Vec<Point>,
    /// Entries for the pages that short notes lead to, by the key of the citation and the address.
    pub(super) pages: HashMap<(String, String), usize>,
    /// Where in the file explanations stand that have names.
    remarks: HashMap<String, Range<usize>>,
    by_label: HashMap<String, usize>,
    seen: HashSet<String>,
    numbers: HashMap<String, usize>,
}

impl Aside {
    /// A note that stands at `place` of the prose.
    pub(super) fn note(&mut self, note: Reference, place: usize) {
        let Reference { name, group, content, span } = note;
        let group = group.unwrap_or_default();
        let named = name.map(|name| labelled(&group, &name));
        if named.is_none() && content.is_none() {
            return;
        }
        let first = !self.kept_apart && named.as_ref().is_none_or(|label| self.seen.insert(label.clone()));
        let number = self.numbers.entry(group.clone()).or_default();
        *number += usize::from(first);
        let label = named.unwrap_or_else(|| labelled(&group, &number.to_string()));
        let kept = content.map(|content| {
            self.kept.push(Kept { label: label.clone(), content, span });
            let index = self.kept.len() - 1;
            self.by_label.entry(label.clone()).or_insert(index);
            index
        });
        if !self.kept_apart {
            self.uses.push(Use { to: kept.map_or(To::Label(label), To::Kept), place, span });
        }
    }

    /// An explanation of this name that stands at `bytes` of the file, as far as what follows says.
    pub(super) fn explain(&mut self, name: &str, group: Option<&str>, bytes: Range<usize>) {
        self.remarks.entry(labelled(group.unwrap_or_default(), name)).or_insert(bytes);
    }

    /// A place that points to an explanation, or to a note of the same name.
    pub(super) fn point_to_remark(&mut self, name: &str, group: Option<&str>, place: usize, span: Span) {
        let label = labelled(group.unwrap_or_default(), name);
        self.uses.push(Use { to: To::Remark(label), place, span });
    }

    /// Where in the file the explanation with this label stands.
    pub(super) fn remark(&self, label: &str) -> Option<&Range<usize>> {
        self.remarks.get(label)
    }

    /// The kept note with this label.
    pub(super) fn named(&self, label: &str) -> Option<usize> {
        self.by_label.get(label).copied()
    }
}

/// Notes of a group are called by it, as the page shows them: `note 1`.
fn labelled(group: &str, name: &str) -> String {
    if group.is_empty() { name.to_owned() } else { format!("{group} {name}") }
}
