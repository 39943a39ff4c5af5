//! Edits of byte ranges: sorted, apart from each other, applied from the end.

use super::Kind;
use crate::finding::Code;
use crate::span::Span;

/// A text for the bytes of a span; for an empty span it is inserted there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) span: Span,
    pub(crate) text: String,
    pub(crate) kind: Kind,
    /// Index of the citation that it is about.
    pub(crate) citation: usize,
    /// The finding that it mends, where one tells of it.
    pub(crate) code: Option<Code>,
    /// What is known of the source, in a few words.
    pub(crate) why: String,
}

/// Sorted edits of which none touches the bytes of the one before, and those that do. Several texts can be inserted at
/// one place: they stand there in their order.
pub(super) fn apart(edits: Vec<Edit>) -> (Vec<Edit>, Vec<Edit>) {
    let (mut kept, mut dropped): (Vec<Edit>, Vec<Edit>) = (Vec::new(), Vec::new());
    for edit in edits {
        let fits = kept.last().is_none_or(|last| {
            let both_insert = last.span == edit.span && edit.span.start() == edit.span.end();
            last.span.end() < edit.span.start()
                || last.span.end() == edit.span.start() && !last.span.range().is_empty()
                || both_insert
        });
        if fits { kept.push(edit) } else { dropped.push(edit) }
    }
    (kept, dropped)
}

/// The text with the edits made; they are sorted and apart.
pub(crate) fn applied(text: &str, edits: &[Edit]) -> String {
    let added: usize = edits.iter().map(|edit| edit.text.len()).sum();
    let mut edited = String::with_capacity(text.len() + added);
    let mut at = 0;
    for edit in edits {
        edited.push_str(&text[at..edit.span.start()]);
        edited.push_str(&edit.text);
        at = edit.span.end();
    }
    edited + &text[at..]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        Edit {
            span: Span::new(start, end),
            text: text.to_owned(),
            kind: Kind::Archive,
            citation: 0,
            code: None,
            why: String::new(),
        }
    }

    #[test]
    fn edits_that_touch_the_same_bytes_are_parted() {
        let check = |edits: &[Edit], kept: usize| assert_eq!(apart(edits.to_vec()).0.len(), kept, "{edits:?}");
        check(&[edit(0, 2, "a"), edit(2, 3, "b")], 2);
        check(&[edit(0, 2, "a"), edit(1, 3, "b")], 1);
        check(&[edit(2, 2, "a"), edit(2, 2, "b")], 2);
        check(&[edit(2, 2, "a"), edit(2, 3, "b")], 1);
        check(&[edit(0, 2, "a"), edit(2, 2, "b")], 2);
        assert_eq!(
            applied("abcdef", &[edit(0, 1, "x"), edit(3, 3, "1"), edit(3, 3, "2"), edit(6, 6, "!")]),
            "xbc12def!"
        );
    }

    proptest! {
        #[test]
        fn what_no_edit_covers_stays(text in "[a-zé\r\n]{0,40}", places in prop::collection::vec((0..40_usize, 0..5_usize, "[A-Z]{0,4}"), 0..6)) {
            let fit = |at: usize| crate::span::floor_char_boundary(&text, at);
            let mut edits: Vec<Edit> = places.iter().map(|(at, length, with)| edit(fit(*at), fit(at + length), with)).collect();
            edits.sort_by_key(|edit| edit.span);
            let (edits, _) = apart(edits);
            let edited = applied(&text, &edits);
            let (mut rest, mut at) = (edited.as_str(), 0);
            for edit in &edits {
                rest = rest.strip_prefix(&text[at..edit.span.start()]).and_then(|rest| rest.strip_prefix(edit.text.as_str())).expect("in its place");
                at = edit.span.end();
            }
            prop_assert_eq!(rest, &text[at..]);
        }
    }
}
