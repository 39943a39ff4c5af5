//! What turns a passage from behind the mark of a note, which stands between the two on the page: `The mayor took the money.[3] That is
//! false.`

use std::ops::Range;

use crate::page::TextName;
use crate::quote_match::around::beside::turned_by;
use crate::quote_match::exact::{End, occurrences};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::{FoldedPage, FoldedText};

/// What turns the passage `words` of `text`; where nothing does, and a mark stands beside it, what does without the mark.
pub(super) fn turned(
    page: &FoldedPage<'_>,
    text: &FoldedText<'_>,
    words: &Range<usize>,
    capital: bool,
) -> Option<Box<str>> {
    turned_by(&text.folded, words, capital).or_else(|| {
        let unmarked = page.texts.iter().find(|other| other.name == TextName::NoMarks).map(|other| &other.folded);
        let unmarked = unmarked.filter(|_| text.name == TextName::Visible).or(text.unnoted.as_ref())?;
        let place = has_mark_beside(&text.folded, words).then(|| same_place(&text.folded, words, unmarked))??;
        turned_by(unmarked, &place, capital)
    })
}

/// Whether a bracket or a number stands right before or behind the passage.
fn has_mark_beside(text: &Folded<'_>, words: &Range<usize>) -> bool {
    let marks = |index: usize| text.between(index).contains(['[', ']']) || text.is_number(index);
    let before = words.start.checked_sub(1).is_some_and(marks);
    let behind = words.end < text.words.len() && (text.is_number(words.end) || marks(words.end - 1));
    !words.is_empty() && (before || behind)
}

/// The passage in the text without marks, the first or the third there as it is here.
fn same_place(text: &Folded<'_>, words: &Range<usize>, unmarked: &Folded<'_>) -> Option<Range<usize>> {
    let letters = text.folded(words.clone());
    let earlier = occurrences(text, letters, End::Word).iter().take_while(|place| place.start < words.start).count();
    let mut places = occurrences(unmarked, letters, End::Word);
    let at = if earlier < places.len() { earlier } else { 0 };
    (!places.is_empty()).then(|| places.swap_remove(at))
}
