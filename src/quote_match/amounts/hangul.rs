//! Korean numbers in digits and scales, which spaces part: `8억 1300만`, `3만 5000명`.

use crate::quote_match::fold::Folded;

/// The scales, the largest first.
const SCALES: [char; 3] = ['조', '억', '만'];

/// Whether word `index` and the next are one number: the next counts what the scale of the first leaves.
pub(super) fn goes_on(text: &Folded<'_>, index: usize) -> bool {
    if index + 1 >= text.words.len() || !matches!(text.between(index), " " | "\u{a0}") {
        return false;
    }
    let (one, other) = (text.written(index..index + 1), text.written(index + 1..index + 2));
    let counted = [one, other].into_iter().all(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let last = SCALES.iter().position(|scale| one.ends_with(*scale));
    let next = SCALES.iter().position(|scale| other.contains(*scale));
    counted && last.is_some_and(|last| next.is_none_or(|next| last < next))
}
