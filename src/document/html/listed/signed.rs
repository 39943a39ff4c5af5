//! Notes at the end of an article that begin with the signs or the circled numbers that its text has, and that no link leads to:
//! `* Source: …`, `† Doe, …`, `① Doe, …`.

use std::collections::HashSet;

use crate::document::list::label::{self, Prefix};
use crate::document::marker::signs;

use super::{Labelled, Listed, Lists};

impl Lists<'_, '_> {
    /// The lines that begin with signs to each of which the text before them points; at least half of them name an address.
    pub(super) fn signed(&self) -> Vec<Listed> {
        let prose = self.draft.prose.text();
        let lines = self.lines_in(&(0..prose.len())).into_iter();
        let own: Vec<Labelled> = lines
            .filter_map(|item| {
                let prefix = prefix(self.words(&item.range)).filter(|prefix| prefix.len < item.range.len())?;
                Some(Labelled { label: prefix.label, length: prefix.len, item })
            })
            .collect();
        let Some(first) = own.first().map(|own| own.item.range.start) else { return Vec::new() };
        let labels: HashSet<&str> = own.iter().filter_map(|own| own.label.as_deref()).collect();
        let cited = own.iter().filter(|own| self.is_linked(&own.item.range)).count();
        let before = &prose[..first];
        let (circles, plain): (Vec<&str>, Vec<&str>) =
            labels.iter().partition(|label| label.starts_with(|c: char| c.is_ascii_digit()));
        let meant = labels.len() == own.len()
            && cited * 2 >= own.len()
            && signs::point_to(before, plain)
            && signs::encircle(before, circles);
        if meant { own.into_iter().map(|own| own.listed(0)).collect() } else { Vec::new() }
    }
}

/// The sign, or the number in a circle, that a line begins with.
fn prefix(words: &str) -> Option<Prefix> {
    let circle = words.starts_with(|c: char| label::circle(c).is_some());
    if circle { label::prefix(words) } else { label::sign(words) }
}
