//! Lists of words by language, written as the languages are and looked for as a text is folded.

use std::collections::HashMap;

use super::language::Language::{self, English};
use super::language::{Languages, are_told};
use crate::quote_match::folding::fold::{Folded, Spaces};

/// In which languages a folded word is in a list.
#[derive(Debug)]
pub(crate) struct WordLists(HashMap<String, Languages>);

impl WordLists {
    /// Of lists with spaces between, each of a language.
    pub fn new(lists: &[(Language, &str)]) -> Self {
        let mut known: HashMap<String, Languages> = HashMap::new();
        for (language, list) in lists {
            for written in list.split_ascii_whitespace() {
                *known.entry(Folded::new(written, Spaces::Written).text).or_default() |= language.bit();
            }
        }
        Self(known)
    }

    /// The languages of `text` in which its word `index` is in the list. Where those are not known, English and what the page says it is
    /// in, and any of a word with other letters.
    pub fn languages_of(&self, text: &Folded<'_>, index: usize) -> Languages {
        if index >= text.words.len() {
            return 0;
        }
        let known = self.0.get(text.word(index)).copied().unwrap_or_default();
        let wanted = if are_told(text.languages) {
            text.languages
        } else if text.word(index).is_ascii() {
            English.bit() | text.languages
        } else {
            Languages::MAX
        };
        known & wanted
    }

    /// Whether word `index` of `text` is in the list of a language that it is in.
    pub fn has(&self, text: &Folded<'_>, index: usize) -> bool {
        self.languages_of(text, index) != 0
    }
}
