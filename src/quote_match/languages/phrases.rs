//! Phrases of several words that are looked for word by word, each in the languages that it is of.

use super::language::Language::English;
use super::language::{Language, Languages, are_told, is_elsewhere};
use crate::quote_match::folding::fold::{Folded, Spaces};

/// Phrases, folded.
#[derive(Debug)]
pub(crate) struct Phrases(Vec<Phrase>);

#[derive(Debug)]
struct Phrase {
    languages: Languages,
    words: Vec<String>,
}

impl Phrases {
    /// Of lists with commas between, each of a language.
    pub fn new(lists: &[(Language, &str)]) -> Self {
        Self(lists.iter().flat_map(|(language, list)| folded(list, language.bit())).collect())
    }

    /// Of a list with commas between of phrases that are of no language other words.
    pub fn of_any(list: &str) -> Self {
        Self(folded(list, Languages::MAX).collect())
    }

    /// The words of the longest that begins with word `at` of `text`, in a language that it is in. Where that is not known, in English,
    /// and where it is surely another, in any.
    pub fn at(&self, text: &Folded<'_>, at: usize) -> Option<usize> {
        let elsewhere = is_elsewhere(text.languages);
        let wanted = if are_told(text.languages) { text.languages } else { English.bit() | text.languages };
        let known = |phrase: &Phrase| phrase.languages & wanted != 0 || elsewhere && phrase.is_long();
        let begins = |phrase: &&Phrase| known(phrase) && phrase.begins(text, at);
        self.0.iter().filter(begins).map(|phrase| phrase.words.len()).max()
    }
}

impl Phrase {
    /// Whether it is no word of another language as well, as the Hungarian `ha` is.
    fn is_long(&self) -> bool {
        const SHORT: usize = 3;
        self.words.len() > 1 || self.words.iter().any(|word| word.chars().count() > SHORT)
    }

    fn begins(&self, text: &Folded<'_>, at: usize) -> bool {
        at + self.words.len() <= text.words.len()
            && self.words.iter().enumerate().all(|(index, word)| text.word(at + index) == *word)
    }
}

fn folded(list: &str, languages: Languages) -> impl Iterator<Item = Phrase> {
    list.split(',').map(move |phrase| {
        let folded = Folded::new(phrase.trim(), Spaces::Written);
        Phrase { languages, words: folded.all().map(|index| folded.word(index).to_owned()).collect() }
    })
}
