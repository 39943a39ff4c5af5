//! Which language a page is in: what its set says, what the page says, else what its letters and small words say.

use citewatch::page::Page;

use crate::words::{LEXICONS, Lexicon, has};

/// The lexicon of a page's language, where one is known here.
pub fn lexicon(said: Option<&str>, page: &Page, text: &str) -> Option<&'static Lexicon> {
    said.and_then(named).or_else(|| by_words(text)).or_else(|| page.language.as_deref().and_then(named))
}

/// Whether the words of a text say that it is in that language and in no other.
pub fn is_sure(lexicon: Option<&'static Lexicon>, text: &str) -> bool {
    let parts = || text.lines().filter(|line| line.chars().count() > LONG_LINE).take(LOOKED_INTO);
    let same =
        |line: &str| by_words(line).is_none_or(|found| lexicon.is_some_and(|lexicon| lexicon.code == found.code));
    lexicon.is_some() && parts().all(same) && parts().any(|line| by_words(line).is_some())
}

/// Characters of a line that can tell its language, and lines that are looked into.
const LONG_LINE: usize = 80;
const LOOKED_INTO: usize = 200;

/// By a code (`de-AT`) or an English name.
fn named(name: &str) -> Option<&'static Lexicon> {
    let name = name.to_lowercase();
    let code = name.split(['-', '_']).next().unwrap_or_default();
    LEXICONS.iter().find(|lexicon| lexicon.code == code || lexicon.name == name)
}

/// Most of its letters are of a script, or many of its words are the small words of a language.
fn by_words(text: &str) -> Option<&'static Lexicon> {
    const LOOKED_AT: usize = 4000;
    let start: String = text.chars().take(LOOKED_AT).collect();
    let letters = start.chars().filter(|c| c.is_alphabetic()).count();
    let mut best: Option<(usize, &'static Lexicon)> = None;
    for lexicon in LEXICONS {
        let score = if let Some(script) = &lexicon.script {
            start.chars().filter(|c| script.contains(c)).count() * 2
        } else {
            let words = start.split(|c: char| !c.is_alphanumeric());
            words.filter(|word| has(lexicon.small, &word.to_lowercase())).count() * 10
        };
        if score * 2 > letters && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, lexicon));
        }
    }
    best.map(|(_, lexicon)| lexicon)
}
