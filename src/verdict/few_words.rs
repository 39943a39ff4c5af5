//! Pages of a few words: a notice in whatever words, where they have nothing to do with what was cited
//! or, of a bare address, where some of them are those of notices.

use std::collections::HashSet;
use std::sync::LazyLock;

use url::Url;

use crate::locator::host;
use crate::observation::Observation;
use crate::page::signature::words;
use crate::page::vocabulary::known;
use crate::page::{NOTICE, Signs};
use crate::span::floor_char_boundary;

/// What a page is cited as.
#[derive(Debug, Clone, Copy, Default)]
pub struct CitedAs<'a> {
    /// The title of the reference.
    pub title: Option<&'a str>,
    /// Its authors, as the document names them.
    pub authors: &'a [String],
    /// Quotes that are bound to it.
    pub quotes: &'a [&'a str],
}

impl CitedAs<'_> {
    /// Whether the document says what the page is: of a bare address nobody knows what it should resemble.
    fn is_described(&self) -> bool {
        self.title.is_some() || !self.authors.is_empty()
    }
}

/// Words that a notice has; two characters of a script without spaces make about one.
const MOST_WORDS: usize = 60;
/// Letters of a word that says what a text is about, and how many of them are compared: words are bent at their ends.
const SHORTEST: usize = 4;
const STEM: usize = 5;
/// Letters of a script without spaces that make a word, nearly.
const LETTERS: usize = 5;
/// Bytes of a text that are compared.
const LONGEST: usize = 2_000;
/// Of so many words of a quote that say what it is about, a page that has to do with it has one at least.
const A_WORD_IN: usize = 6;
/// Fewer different words say nothing together.
const FEWEST_WORDS: usize = 5;

/// Whether a page shows a few words, none of which has to do with what it is cited as: not the title of the reference nor an
/// author, not the words of its address, nor those of a quote.
pub fn may_stand_in(look: &Observation, cited: &CitedAs<'_>) -> bool {
    let signs = look.answer().and_then(|answer| answer.signs.as_deref());
    let may = |signs: &Signs| cited.is_described() || speaks_as_notices_do(signs);
    signs.is_some_and(|signs| shows_few(look) && may(signs) && !resembles(signs, look, cited))
}

/// Whether a page has words that notices are made of: one is in every second text.
fn speaks_as_notices_do(signs: &Signs) -> bool {
    const SEVERAL: usize = 2;
    let stems = notice_stems();
    telling(own(signs).unwrap_or_default()).iter().filter(|word| stems.contains(word.as_str())).count() >= SEVERAL
}

/// Whether a page shows a few words, as a notice does.
pub fn shows_few(look: &Observation) -> bool {
    let own = look.answer().and_then(|answer| own(answer.signs.as_deref()?));
    own.is_some_and(|own| !own.trim().is_empty() && words(own) <= MOST_WORDS)
}

/// What a page says of itself where that is no more than a notice: all of it, or all that is no link.
fn own(signs: &Signs) -> Option<&str> {
    if signs.said <= NOTICE { Some(&signs.opening) } else { signs.beside_links.as_deref() }
}

fn resembles(signs: &Signs, look: &Observation, cited: &CitedAs<'_>) -> bool {
    let url = Url::parse(&look.url).ok();
    let shown = shown(signs, url.as_ref());
    let shared = |text: &str| Shared::of(&telling(text), &shown);
    let is_half = |text: &str, fewest: usize| {
        let shared = shared(text);
        shared.telling >= fewest && shared.telling * 2 >= shared.all
    };
    // A long quote has some word of every notice.
    let is_of_quote = |shared: &Shared| shared.telling > 0 && shared.telling * A_WORD_IN >= shared.all;
    let path = || url.as_ref().map(|url| last_segments(url.path())).unwrap_or_default();
    cited.title.is_some_and(|title| is_half(title, 1))
        || cited.authors.iter().any(|author| is_half(surname(author), 1))
        || is_half(&path(), 2)
        || cited
            .quotes
            .iter()
            .any(|quote| is_of_quote(&shared(quote)) || has_half_of(quote, own(signs).unwrap_or_default()))
}

/// Whether half of the different words of a quote, the small ones too, stand on the page: it was worded otherwise.
fn has_half_of(quote: &str, text: &str) -> bool {
    let words = |text: &str| -> HashSet<String> {
        let text = &text[..floor_char_boundary(text, LONGEST)];
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (quoted, said) = (words(quote), words(text));
    let both = quoted.intersection(&said).count();
    quoted.len() >= FEWEST_WORDS && both * 2 >= quoted.len()
}

/// Words of a text that a page shows.
struct Shared {
    /// Those that notices do not have.
    telling: usize,
    /// Words of the text that notices do not have.
    all: usize,
}

impl Shared {
    fn of(text: &HashSet<String>, shown: &HashSet<String>) -> Self {
        let is_telling = |word: &&String| !notice_stems().contains(word.as_str());
        let telling = text.iter().filter(is_telling);
        Self { telling: telling.clone().filter(|word| shown.contains(*word)).count(), all: telling.count() }
    }
}

/// The beginnings of what notices say.
fn notice_stems() -> &'static HashSet<String> {
    static STEMS: LazyLock<HashSet<String>> = LazyLock::new(|| known().of_notices.all().flat_map(telling).collect());
    &STEMS
}

/// What the page says, but for the name of its site, which is on its notices as well.
fn shown(signs: &Signs, url: Option<&Url>) -> HashSet<String> {
    let site = url.map(|url| host::lane(url).to_string()).unwrap_or_default();
    let texts = signs.title.iter().chain(&signs.headings).chain(&signs.lesser).chain(&signs.pictured);
    let all = texts.map(String::as_str).chain(own(signs)).flat_map(telling);
    all.filter(|word| !site.contains(word.as_str())).collect()
}

/// The end of a path, where the names of pages stand, as words.
fn last_segments(path: &str) -> String {
    let mut segments: Vec<&str> = path.rsplit('/').filter(|segment| !segment.is_empty()).take(2).collect();
    segments.reverse();
    segments.join(" ")
}

/// `Savage` of `Savage, Charlie`, and of `Charlie Savage`.
fn surname(author: &str) -> &str {
    match author.split_once(',') {
        Some((surname, _)) => surname,
        None => author.split_whitespace().next_back().unwrap_or_default(),
    }
}

/// The beginnings of the words of a text that say what it is about; of scripts without spaces, runs of characters.
fn telling(text: &str) -> HashSet<String> {
    let lower = text[..floor_char_boundary(text, LONGEST)].to_lowercase();
    let mut all = HashSet::new();
    for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let letters: Vec<char> = word.chars().collect();
        if letters.iter().any(|c| is_letter_of_many(*c)) {
            all.extend(letters.windows(LETTERS).map(String::from_iter));
        } else if letters.iter().any(|c| is_sign(*c) || is_ending(*c)) {
            all.extend(letters.windows(2).filter(|two| !two.iter().any(|c| is_ending(*c))).map(String::from_iter));
        } else if letters.iter().all(|c| is_syllable(*c)) && letters.len() > 1 {
            all.insert(letters.iter().take(2).collect());
        } else if letters.len() >= SHORTEST
            && !word.bytes().all(|byte| byte.is_ascii_digit())
            && !known().small_words.has(word)
        {
            all.insert(letters.iter().take(STEM).collect());
        }
    }
    all
}

/// Of Thai, Lao, Myanmar and Khmer.
fn is_letter_of_many(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Han and katakana, of which two say something.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{30a0}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3134f}')
}

/// Hiragana, in which Japanese bends its words.
fn is_ending(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{309f}')
}

/// Of Hangul, of which two make a word.
fn is_syllable(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7af}')
}

#[cfg(test)]
mod tests;
