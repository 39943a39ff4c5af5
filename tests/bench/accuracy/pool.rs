//! What pages lend each other: words, names and passages in the same language.

use std::collections::BTreeMap;

use citewatch::page::Page;

use crate::chance::Chance;
use crate::folder::{Entry, Folder};
use crate::judged::read;
use crate::languages::{is_sure, lexicon};
use crate::options::Options;
use crate::passage::{Cut, Passage, cut, is_unspaced, tokens};
use crate::words::{Lexicon, has};

/// Passages that each page lends.
const LENT: usize = 6;

/// Languages without a lexicon share this name.
const UNKNOWN: &str = "?";

/// All pages, and what they lend.
pub struct Pool {
    /// In the order of the folder.
    pub pages: Vec<Held>,
    lent: BTreeMap<&'static str, Lent>,
}

/// A page of the folder.
pub struct Held {
    pub entry: Entry,
    pub page: Page,
    pub lexicon: Option<&'static Lexicon>,
    /// Every long line of it is in that language, as far as is told.
    pub sure: bool,
}

#[derive(Default)]
struct Lent {
    words: Vec<String>,
    names: Vec<String>,
    /// With the index of the page.
    passages: Vec<(usize, Passage)>,
}

impl Pool {
    /// Reads every page once.
    pub fn fill(folder: &Folder, options: &Options) -> Self {
        let mut pool = Self { pages: Vec::new(), lent: BTreeMap::new() };
        for entry in &folder.entries {
            let Ok(bytes) = folder.bytes(entry) else {
                eprintln!("{}: cannot be read, left out", entry.page);
                continue;
            };
            let page = read(&bytes, entry.content_type.as_deref());
            let text = page.text(citewatch::page::TextName::Visible).unwrap_or_default();
            let lexicon = lexicon(entry.language.as_deref(), &page, text);
            let own = pool.pages.len();
            let mut chance = Chance::new(options.seed, &entry.page);
            let lent = pool.lent.entry(lexicon.map_or(UNKNOWN, |lexicon| lexicon.code)).or_default();
            lent.take(&mut chance, own, text, lexicon);
            let sure = is_sure(lexicon, text);
            pool.pages.push(Held { entry: entry.clone(), page, lexicon, sure });
        }
        pool
    }

    fn of(&self, lexicon: Option<&Lexicon>) -> Option<&Lent> {
        self.lent.get(lexicon.map_or(UNKNOWN, |lexicon| lexicon.code))
    }

    /// A word of content.
    pub fn word(&self, chance: &mut Chance, lexicon: Option<&Lexicon>) -> Option<&str> {
        chance.one_of(&self.of(lexicon)?.words).map(String::as_str)
    }

    /// Whether pages in the language lend a word as one of content.
    pub fn has_word(&self, word: &str, lexicon: Option<&Lexicon>) -> bool {
        self.of(lexicon).is_some_and(|lent| lent.words.iter().any(|own| own == word))
    }

    /// A name.
    pub fn name(&self, chance: &mut Chance, lexicon: Option<&Lexicon>) -> Option<&str> {
        chance.one_of(&self.of(lexicon)?.names).map(String::as_str)
    }

    /// A passage of a page in another language.
    pub fn foreign(&self, chance: &mut Chance, lexicon: &Lexicon) -> Option<&Passage> {
        let others: Vec<&Lent> = self
            .lent
            .iter()
            .filter(|(code, _)| **code != lexicon.code && **code != UNKNOWN)
            .map(|(_, lent)| lent)
            .collect();
        let lent = *chance.one_of(&others)?;
        chance.one_of(&lent.passages).filter(|(page, _)| self.pages[*page].sure).map(|(_, passage)| passage)
    }

    /// A passage of another page in the same language, where that is sure of both.
    pub fn passage(&self, chance: &mut Chance, lexicon: Option<&Lexicon>, not_of: usize) -> Option<&Passage> {
        let (page, passage) = chance.one_of(&self.of(lexicon)?.passages)?;
        (*page != not_of && self.pages[*page].sure && self.pages[not_of].sure).then_some(passage)
    }
}

impl Lent {
    fn take(&mut self, chance: &mut Chance, own: usize, text: &str, lexicon: Option<&Lexicon>) {
        let tokens = tokens(text);
        for _ in 0..LENT * 4 {
            let Some(passage) = cut(chance, text, &tokens, Cut::Prose) else { continue };
            for index in 0..passage.words.len() {
                self.take_word(&passage, index, lexicon);
            }
            if self.passages.iter().filter(|(page, _)| *page == own).count() < LENT {
                self.passages.push((own, passage));
            }
        }
    }

    fn take_word(&mut self, passage: &Passage, index: usize, lexicon: Option<&Lexicon>) {
        let core = passage.core(index);
        if is_content(core, lexicon) {
            self.words.push(core.to_owned());
        } else if is_name(passage, index) {
            self.names.push(core.to_owned());
        }
    }
}

/// A word of five letters or more without a capital, or a character of a script without spaces, that is no small word.
pub fn is_content(core: &str, lexicon: Option<&Lexicon>) -> bool {
    let unspaced = !core.is_empty() && core.chars().all(is_unspaced);
    let plain = core.chars().all(|c| c.is_lowercase() || c.is_alphabetic() && !c.is_uppercase());
    let long = core.chars().count() >= 5;
    (unspaced || plain && long) && lexicon.is_none_or(|lexicon| !has(lexicon.small, core))
}

/// A word of three letters or more with a capital inside of a sentence.
pub fn is_name(passage: &Passage, index: usize) -> bool {
    let core = passage.core(index);
    core.starts_with(char::is_uppercase)
        && core.chars().count() >= 3
        && core.chars().all(char::is_alphabetic)
        && core.chars().skip(1).any(char::is_lowercase)
        && !passage.begins_sentence(index)
}
