//! The numbers of a list that a browser shows and no text holds: `1. Boil the water. 2. Add the rice.`

use std::ops::Range;

use crate::quote_match::folding::fold::Folded;

/// Fewer numbers than this make no list.
const FEWEST: usize = 2;

/// A quote without the numbers of the list that it quotes.
#[derive(Debug)]
pub(crate) struct Unnumbered {
    pub text: String,
    /// Bytes of `text` at which the items begin.
    items: Vec<usize>,
}

impl Unnumbered {
    /// None where the quote does not count from one on, at its beginning or behind the line that opens the list: `1.`, `1)`, `(1)`.
    pub fn of(quote: &str) -> Option<Self> {
        let (mut text, mut items) = (String::with_capacity(quote.len()), Vec::new());
        let mut rest = quote.trim_start();
        while let Some(first) = rest.split_whitespace().next() {
            let start = rest.find(first)?;
            text.push_str(&rest[..start]);
            let is_next = number(first) == Some(items.len() + 1);
            if is_next {
                items.push(text.len());
            } else {
                text.push_str(first);
            }
            rest = &rest[start + first.len()..];
        }
        (items.len() >= FEWEST).then_some(Self { text, items })
    }

    /// Whether each item begins a line of `page` in the passage `words`, which has the letters of `folded`.
    pub fn is_list(&self, folded: &Folded<'_>, page: &Folded<'_>, words: &Range<usize>) -> bool {
        self.items.iter().all(|item| {
            let letters = folded.at(folded.words_before(*item));
            let index = page.index_at(page.at(words.start) + letters);
            index.checked_sub(1).is_none_or(|before| page.between(before).contains(['\n', '\t']))
        })
    }
}

/// The number that a word is, with the marks behind it that a list has.
fn number(word: &str) -> Option<usize> {
    let inner = word.strip_prefix('(').map_or_else(|| word.strip_suffix(['.', ')']), |inner| inner.strip_suffix(')'));
    inner.filter(|digits| digits.len() <= 2).and_then(|digits| digits.parse().ok())
}
