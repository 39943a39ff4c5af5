//! What an entry of BibTeX has from others: by `crossref` all that it does not say itself, by `xdata` as well.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use biblatex::{RawBibliography, RawEntry};

use super::bibtex::{Field, braced};
use super::split::Piece;
use super::tex::{self, Strings};

/// Fields that are an entry's own, as Biber has it.
const OWN: &[&str] = &["ids", "crossref", "xdata", "xref", "entryset", "label", "options", "shorthand", "keywords"];
/// Fields that name an address.
const ADDRESSES: &[&str] = &["url", "doi", "eprint", "pmid", "pmcid", "howpublished", "ee", "link"];
/// Fields that go with one, or can hold one beside their words.
const BESIDE: &[&str] =
    &["urldate", "eprinttype", "archiveprefix", "note", "addendum", "annote", "bdsk-url-1", "bdsk-url-2"];
/// Entries that an entry has something from, one behind the other.
const STEPS: usize = 4;
/// Fields of an entry that are passed on.
const FIELDS: usize = 100;
/// Bytes that are passed on for each byte of the file: many small entries can ask for one large one.
const BYTES: usize = 40;

/// The entries that others refer to, with braces for their brackets.
pub(super) struct Texts(Vec<String>);

/// The same, read.
pub(super) struct Parents<'t> {
    by_key: HashMap<String, RawEntry<'t>>,
    left: Cell<usize>,
}

impl Texts {
    /// Those of a file.
    pub(super) fn of(text: &str, pieces: &[Piece]) -> Self {
        let refers = |piece: &&Piece| {
            let own = text[piece.range.clone()].to_ascii_lowercase();
            own.contains("crossref") || own.contains("xdata")
        };
        let mut wanted = HashSet::new();
        for piece in pieces.iter().filter(refers) {
            let own = braced(text, piece);
            let read = RawBibliography::parse(&own);
            for entry in read.iter().flat_map(|read| &read.entries) {
                wanted.extend(named(&entry.v));
            }
        }
        if wanted.is_empty() {
            return Self(Vec::new());
        }
        let is_wanted = |piece: &&Piece| {
            let inner = text[piece.range.clone()].get(piece.open + 1 - piece.range.start..).unwrap_or_default();
            wanted.contains(&key(inner.split(',').next().unwrap_or_default()))
        };
        Self(pieces.iter().filter(is_wanted).map(|piece| braced(text, piece)).collect())
    }
}

impl<'t> Parents<'t> {
    pub(super) fn of(texts: &'t Texts, text: &str) -> Self {
        let mut by_key = HashMap::new();
        for own in &texts.0 {
            let entries = RawBibliography::parse(own).map(|read| read.entries).unwrap_or_default();
            for entry in entries {
                by_key.entry(key(entry.v.key.v)).or_insert(entry.v);
            }
        }
        Self { by_key, left: Cell::new(text.len().saturating_mul(BYTES)) }
    }

    /// Whether an entry is one that only others have something from.
    pub(super) fn is_container(&self, entry: &RawEntry<'_>) -> bool {
        entry.kind.v.eq_ignore_ascii_case("xdata") && self.by_key.contains_key(&key(entry.key.v))
    }

    /// Adds to the fields of `entry` what it has from others.
    pub(super) fn add<'f>(&'f self, entry: &RawEntry<'_>, fields: &mut Vec<Field<'f>>, strings: &Strings) {
        let mut seen = HashSet::from([key(entry.key.v)]);
        let mut next = named(entry);
        for _ in 0..STEPS {
            let found: Vec<&RawEntry<'t>> =
                next.iter().filter(|key| seen.insert((*key).clone())).filter_map(|key| self.by_key.get(key)).collect();
            next = found.iter().flat_map(|parent| named(parent)).collect();
            for parent in found {
                self.add_from(parent, fields, strings);
            }
        }
    }

    fn add_from<'f>(&'f self, parent: &'f RawEntry<'t>, fields: &mut Vec<Field<'f>>, strings: &Strings) {
        let has: HashSet<String> = fields.iter().map(|field| field.name.clone()).collect();
        // The address of a whole is none of a part that has its own.
        let addressed = ADDRESSES.iter().any(|name| has.contains(*name));
        for pair in parent.fields.iter().take(FIELDS) {
            let name = pair.key.v.to_lowercase();
            let of_address = ADDRESSES.contains(&name.as_str()) || BESIDE.contains(&name.as_str());
            // A day of its own in either form is the day.
            let dated = matches!(name.as_str(), "date" | "year" | "month" | "day")
                && ["date", "year"].iter().any(|name| has.contains(*name));
            let says = |name: &str| has.contains(name);
            let named = name == "author" && says("editor") || name == "editor" && says("author");
            if OWN.contains(&name.as_str()) || says(&name) || dated || named || of_address && addressed {
                continue;
            }
            let length = pair.value.v.iter().map(|chunk| chunk.span.len()).sum::<usize>() + 1;
            let Some(left) = self.left.get().checked_sub(length) else { return };
            self.left.set(left);
            if !tex::words(&pair.value.v, strings).is_empty() {
                fields.push(Field { name, chunks: pair.value.v.as_slice(), inherited: true });
            }
        }
    }
}

/// The keys of the entries that an entry has something from, the nearest first.
fn named(entry: &RawEntry<'_>) -> Vec<String> {
    let field = |wanted: &str| {
        let pair = entry.fields.iter().find(|pair| pair.key.v.eq_ignore_ascii_case(wanted));
        pair.map(|pair| tex::words(&pair.value.v, &Strings::new())).unwrap_or_default()
    };
    let xdata = field("xdata");
    let keys = xdata.split(',').map(str::to_owned).chain([field("crossref")]);
    keys.map(|own| key(&own)).filter(|own| !own.is_empty()).take(FIELDS).collect()
}

/// A key as it is compared.
fn key(written: &str) -> String {
    written.trim().to_lowercase()
}
