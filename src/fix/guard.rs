//! Edits are made only where the document then reads as before: the same citations, quotes and marks, and the captures.
//!
//! Whatever is planned is tried on the text and read again. What changes more than it should gets its other form, if it
//! has one, or is left.

use super::edit::{self, Edit};
use super::reading::{Otherwise, Reading};
use super::{Left, layout};
use crate::citation::Citation;
use crate::document::Document;

/// What can be done about one citation.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    pub(super) citation: usize,
    /// The edits in the form that is wanted, then in those that do as well. None is empty.
    pub(super) forms: Vec<Vec<Edit>>,
}

/// What tries edits on a document.
pub(super) struct Guard<'a> {
    text: &'a str,
    document: &'a Document,
    before: Reading,
    /// Readings that are left, so that a document in which every edit is wrong is not read without end.
    budget: usize,
    left: Vec<Left>,
}

/// Readings of one document at most; and bytes that are read at most, which count where the document is large.
const MOST_READINGS: usize = 400;
const MOST_BYTES: usize = 200_000_000;

/// An offer with the form that is tried.
type Tried<'o> = (&'o Offer, usize);

impl<'a> Guard<'a> {
    pub(super) fn new(text: &'a str, document: &'a Document, citations: &[Citation]) -> Self {
        let budget = (MOST_BYTES / text.len().max(1)).clamp(4, MOST_READINGS);
        Self { text, document, before: Reading::of(text, document, citations), budget, left: Vec::new() }
    }

    /// The edits to make, sorted and apart, and what is left.
    pub(super) fn settle(mut self, offers: &[Offer]) -> (Vec<Edit>, Vec<Left>) {
        let tried: Vec<Tried<'_>> = offers.iter().map(|offer| (offer, 0)).collect();
        let mut kept = Vec::new();
        self.keep(tried, &mut kept);
        let edits = self.built(&kept).0;
        (edits, self.left)
    }

    /// Adds those of `tried` to `kept` with which the document still reads as it does.
    fn keep<'o>(&mut self, tried: Vec<Tried<'o>>, kept: &mut Vec<Tried<'o>>) {
        let tried = self.fitted(tried, kept);
        if tried.is_empty() {
            return;
        }
        let all: Vec<Tried<'o>> = kept.iter().chain(&tried).copied().collect();
        let Err(otherwise) = self.fits(&all) else {
            *kept = all;
            return;
        };
        if let [(offer, form)] = tried[..] {
            if offer.forms.len() > form + 1 {
                self.keep(vec![(offer, form + 1)], kept);
            } else {
                self.left.push(Left {
                    citation: offer.citation,
                    why: format!("the {} of the document would read otherwise", otherwise.what),
                });
            }
            return;
        }
        let changed = |(offer, _): &Tried<'_>| otherwise.of.contains(&offer.citation);
        let (mut first, mut second): (Vec<_>, Vec<_>) = tried.iter().copied().partition(|tried| !changed(tried));
        if first.is_empty() || second.is_empty() {
            second = tried;
            first = second.drain(..second.len() / 2).collect();
        }
        self.keep(first, kept);
        self.keep(second, kept);
    }

    /// Those that have their place among the others and on their lines, in another form where they have none in theirs.
    fn fitted<'o>(&mut self, mut tried: Vec<Tried<'o>>, kept: &[Tried<'o>]) -> Vec<Tried<'o>> {
        loop {
            let all: Vec<Tried<'o>> = kept.iter().chain(&tried).copied().collect();
            let refused = self.built(&all).1;
            let is_refused = |offer: &Offer| refused.iter().find(|left| left.citation == offer.citation);
            let before = tried.len();
            let mut moved = false;
            tried = tried
                .into_iter()
                .filter_map(|(offer, form)| match is_refused(offer) {
                    None => Some((offer, form)),
                    Some(_) if form + 1 < offer.forms.len() => {
                        moved = true;
                        Some((offer, form + 1))
                    }
                    Some(why) => {
                        self.left.push(why.clone());
                        None
                    }
                })
                .collect();
            if !moved && tried.len() == before {
                return tried;
            }
        }
    }

    /// The edits of `tried` as they are made together, and the ones that cannot be.
    fn built(&self, tried: &[Tried<'_>]) -> (Vec<Edit>, Vec<Left>) {
        let mut edits: Vec<Edit> = tried.iter().flat_map(|(offer, form)| offer.forms[*form].iter().cloned()).collect();
        edits.sort_by_key(|edit| (edit.span, edit.citation));
        edits.dedup_by(|next, last| next.span == last.span && next.text == last.text);
        let (mut edits, dropped) = edit::apart(edits);
        let same = |edit: &Edit| edits.iter().any(|other| other.span == edit.span);
        let mut refused: Vec<Left> = dropped
            .into_iter()
            .filter(|edit| !same(edit))
            .map(|edit| Left { citation: edit.citation, why: "another edit touches the same bytes".to_owned() })
            .collect();
        let laid = layout::fitted(self.text, self.document.format, &edits);
        refused.extend(laid.refused);
        edits.extend(laid.padding);
        edits.sort_by_key(|edit| (edit.span, edit.citation));
        (edits, refused)
    }

    fn fits(&mut self, tried: &[Tried<'_>]) -> Result<(), Otherwise> {
        let Some(budget) = self.budget.checked_sub(1) else {
            return Err(Otherwise { what: "rest", of: Vec::new() });
        };
        self.budget = budget;
        let edits = self.built(tried).0;
        self.before.stays(self.text, self.document.format, &edits)
    }
}
