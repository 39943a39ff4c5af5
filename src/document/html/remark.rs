//! Notes that are remarks, and what is pressed instead of read.

use std::ops::Range;

use super::tree::Tree;
use super::writer::Writer;

/// Marks that close what is quoted.
const CLOSING: &[char] = &['”', '“', '"', '»', '«', '’', '」', '』'];
/// Words of classes that make a button of a link.
const BUTTONS: &[&str] = &["button", "btn", "cta"];

impl Writer<'_, '_> {
    /// Whether the note `index`, which stands in the prose at `range`, names no source and has the mark of another note behind
    /// what it quotes: a remark, whose words are read like those of the text.
    pub(super) fn explains(&self, index: usize, range: &Range<usize>) -> bool {
        let within = |at: usize| range.start <= at && at <= range.end;
        let prose = self.draft.prose.text();
        let links = self.seen.links.iter().rev().take_while(|seen| seen.link.range.start >= range.start);
        let has_source = links.into_iter().any(|seen| seen.link.url.contains("://"))
            || prose[range.clone()].contains("://")
            || !self.seen.notes[index].sources.is_empty();
        let behind_quote = |at: usize| {
            let before = prose[range.start..at].trim_end_matches(|c: char| c.is_whitespace() || ".,;:!?…".contains(c));
            before.ends_with(CLOSING)
        };
        let mut own = self.seen.uses.iter().rev().take_while(|own| own.place >= range.start);
        let of_other = |notes: &[usize]| !notes.is_empty() && !notes.contains(&index);
        !has_source && own.any(|own| within(own.place) && of_other(&own.notes) && behind_quote(own.place))
    }
}

/// Whether a link is shown as a button, as its class says.
pub(super) fn is_button(tree: &Tree<'_>, element: usize) -> bool {
    let class = tree.value(element, "class").unwrap_or_default().to_ascii_lowercase();
    class.split(|c: char| !c.is_ascii_alphabetic()).any(|word| BUTTONS.contains(&word))
}
