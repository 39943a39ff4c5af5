//! Words without what is around them: how titles, headings and texts are held against the phrases of the data file.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::page::vocabulary::known;

/// A quotation is no longer: what stands between two marks further apart is the text's own.
const LONGEST_QUOTED: usize = 80;
/// Words between a notice and what is excepted from it: “Здесь ничего нет, кроме ветра”.
const NEAR_EXCEPTION: usize = 3;
/// Words between a conjunction and what it supposes.
const MOST_SUPPOSED: usize = 6;
/// Words around an article that tell its language.
const NEAR_ARTICLE: usize = 6;
/// Marks that open a quotation, and those that close it.
const QUOTES: [(char, &[char]); 8] = [
    ('“', &['”', '"']),
    ('„', &['“', '”', '"']),
    ('«', &['»']),
    ('「', &['」']),
    ('『', &['』']),
    ('"', &['"']),
    ('`', &['`']),
    ('‘', &['’']),
];

/// In lower case, without accents, punctuation and marks, a space before each word and at the end.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = Plain { text: String::with_capacity(text.len() + 2), ..Plain::default() };
    text.chars().for_each(|c| plain.push(c));
    plain.push(' ');
    plain.text
}

/// See [`plain`].
#[derive(Debug, Default)]
pub(super) struct Plain {
    pub(super) text: String,
    /// Where sentences and lines begin: at the space before their first word.
    begins: Vec<usize>,
    ended: bool,
    /// Whether what ended it is a stop right behind a word: it ends nothing where a small letter follows, as in the name of a site.
    is_within: bool,
}

impl Plain {
    pub(super) fn of(text: &str) -> Self {
        let mut plain = Self { text: String::with_capacity(text.len() + 2), ended: true, ..Self::default() };
        text.chars().for_each(|c| plain.push(c));
        plain.push(' ');
        plain
    }

    pub(super) fn push(&mut self, c: char) {
        // Nearly all that is pushed.
        if c.is_ascii_alphanumeric() && !self.ended && !self.text.is_empty() {
            self.text.push(c.to_ascii_lowercase());
            return;
        }
        if self.text.is_empty() {
            self.text.push(' ');
        }
        // A number behind such a sign is that of something.
        if c.is_alphanumeric() || matches!(c, '§' | '№') {
            let is_name = std::mem::take(&mut self.is_within) && c.is_lowercase();
            if std::mem::take(&mut self.ended) && !is_name {
                self.begins.push(self.text.len() - 1);
            }
            if c.is_ascii() {
                self.text.push(c.to_ascii_lowercase());
            } else {
                self.text.extend(bare(c).to_lowercase());
            }
        } else if !is_accent(c) {
            self.is_within = c == '.' && !self.ended && !self.text.ends_with(' ');
            self.ended |= ends_sentence(c) || matches!(c, '\n' | ':');
            if !self.text.ends_with(' ') {
                self.text.push(' ');
            }
        }
    }

    /// Words between the beginning of the sentence or line and a place in the text.
    pub(super) fn words_before(&self, at: usize) -> usize {
        let begin = self.begins.iter().rfind(|begin| **begin <= at).copied().unwrap_or(0);
        self.text[begin..at].split_whitespace().count()
    }

    /// Words of the sentence or line of a place in the text.
    pub(super) fn words_of_sentence(&self, at: usize) -> usize {
        words(self.sentence(at))
    }

    /// The sentence or line of a place, from the space before it on.
    fn sentence(&self, at: usize) -> &str {
        let behind = self.begins.partition_point(|begin| *begin <= at);
        let from = behind.checked_sub(1).map_or(0, |before| self.begins[before]);
        // The space before a sentence is the one behind the other as well.
        let to = self.begins.get(behind).map_or(self.text.len(), |begin| begin + 1);
        &self.text[from..to.min(self.text.len())]
    }

    /// Whether a sentence or line ends between two places.
    pub(super) fn is_parted(&self, first: usize, second: usize) -> bool {
        self.begins.iter().any(|begin| first < *begin && *begin <= second)
    }

    /// The sentence or line of a place, with the one before it and the one behind.
    pub(super) fn around(&self, at: usize) -> &str {
        let behind = self.begins.partition_point(|begin| *begin <= at);
        let from = self.begins[..behind].iter().rev().nth(1).or(self.begins.first()).copied().unwrap_or(0);
        // The space before a sentence is the one behind the other as well.
        let to = self.begins.get(behind + 1).map_or(self.text.len(), |begin| begin + 1);
        &self.text[from.min(at)..to]
    }

    /// Whether what begins at a place is any such thing, and not the one at hand.
    pub(super) fn is_any(&self, at: usize) -> bool {
        let before = self.text[..at].split_whitespace().next_back();
        before.is_some_and(|word| known().indefinite.has(word) && !(word == "a" && self.is_definite_a(at)))
    }

    /// Whether what begins at a place is only supposed: “when your account has been suspended”.
    pub(super) fn is_supposed(&self, at: usize) -> bool {
        self.text[..at].split_whitespace().next_back().is_some_and(|word| known().supposed.has(word))
    }

    /// Whether the sentence of a place supposes what is said there: “If a page is not available in your country, …”. What stands
    /// further behind is what follows: “If you see this page it is because the film is not available in your country.”
    pub(super) fn is_conditional(&self, at: usize) -> bool {
        static PHRASES: LazyLock<Vec<String>> = LazyLock::new(|| known().conditional.all().map(as_words).collect());
        let sentence = self.sentence(at);
        let begins =
            |phrase: &String| sentence.starts_with(phrase.as_str()) || sentence.trim_start().starts_with(phrase);
        self.words_before(at) <= MOST_SUPPOSED && PHRASES.iter().any(begins)
    }

    /// Whether the sentence of a place speaks of whoever wants to answer: “You must be logged in to post a comment.”
    pub(super) fn is_of_answers(&self, at: usize) -> bool {
        static PHRASES: LazyLock<Vec<String>> = LazyLock::new(|| known().of_answers.all().map(as_words).collect());
        let sentence = self.sentence(at);
        PHRASES.iter().any(|phrase| sentence.contains(phrase.as_str()))
    }

    /// Whether what ends at a place is so but for something: “nothing here but the wind”. It is in `languages`, where those are
    /// known: without its accent “må” is “ma”.
    pub(super) fn is_excepted(&self, at: usize, languages: &[&str]) -> bool {
        static PHRASES: LazyLock<Vec<(&str, Vec<String>)>> = LazyLock::new(|| {
            let of = |(language, phrases): (&'static str, &'static [String])| {
                (language, phrases.iter().map(|phrase| plain(phrase)).collect())
            };
            known().of_exceptions.languages().map(of).collect()
        });
        let is_known = |language: &str| languages.is_empty() || languages.contains(&language);
        let phrases = PHRASES.iter().filter(|(language, _)| is_known(language)).flat_map(|(_, phrases)| phrases);
        // Words share the space between them.
        let from = at - usize::from(self.text[..at].ends_with(' '));
        let starts = self.text[from..].match_indices(' ').map(|(space, _)| from + space).take(NEAR_EXCEPTION);
        let mut of_sentence = starts.take_while(|start| !self.is_parted(from.saturating_sub(1), *start));
        of_sentence.any(|start| phrases.clone().any(|phrase| self.text[start..].starts_with(phrase.as_str())))
    }

    /// Whether “a” before a place is “the”: “A cikk nem található”.
    fn is_definite_a(&self, at: usize) -> bool {
        static WORDS: LazyLock<HashSet<String>> =
            LazyLock::new(|| known().definite_a.all().map(|word| plain(word).trim().to_owned()).collect());
        let behind = self.text[at..].split_whitespace().take(NEAR_ARTICLE);
        behind.chain(self.text[..at].split_whitespace().rev().take(NEAR_ARTICLE)).any(|word| WORDS.contains(word))
    }
}

/// As whole words where its script writes spaces; what ends in `*` is the beginning of one.
pub(crate) fn as_words(phrase: &str) -> String {
    let plain = plain(phrase);
    if plain.contains(is_unspaced) {
        plain.trim().to_owned()
    } else if phrase.ends_with('*') {
        plain.trim_end().to_owned()
    } else {
        plain
    }
}

/// The text without what it quotes: who puts a notice between marks speaks of it.
pub(crate) fn unquoted(text: &str) -> Cow<'_, str> {
    let (mut own, mut kept, mut at) = (String::new(), 0, 0);
    while let Some(c) = text[at..].chars().next() {
        let after = at + c.len_utf8();
        // The marks of ASCII are two.
        if c.is_ascii() && !matches!(c, '"' | '`') {
            at = after;
            continue;
        }
        let opens = |mark: &&(char, &[char])| mark.0 == c && !text[..at].ends_with(char::is_alphanumeric);
        let closing = QUOTES.iter().find(opens).and_then(|(_, close)| end(&text[after..], close));
        if let Some(length) = closing {
            own.push_str(&text[kept..at]);
            own.push_str(" … ");
            kept = after + length;
        }
        at = kept.max(after);
    }
    if kept == 0 { text.into() } else { (own + &text[kept..]).into() }
}

/// Where a quotation ends, its closing mark included.
fn end(quoted: &str, close: &[char]) -> Option<usize> {
    for (at, c) in quoted.char_indices().take(LONGEST_QUOTED + 1) {
        let after = at + c.len_utf8();
        let is_apostrophe = c == '’' && quoted[after..].starts_with(char::is_alphabetic);
        if close.contains(&c) && at > 0 && !is_apostrophe {
            return Some(after);
        }
        if c == '\n' {
            return None;
        }
    }
    None
}

/// The sentences of a text, and its lines where they are none.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = |line: &str| {
        let mut ends: Vec<usize> = Vec::new();
        let mut chars = line.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let after = at + c.len_utf8();
            let next = chars.peek().map(|(_, c)| *c);
            let is_end = ends_sentence(c) && (is_wide_stop(c) || next.is_none_or(|c| !c.is_alphanumeric()));
            if is_end {
                ends.push(after);
            }
        }
        ends.push(line.len());
        ends
    };
    text.lines().flat_map(move |line| {
        let mut from = 0;
        ends(line).into_iter().map(move |end| &line[std::mem::replace(&mut from, end)..end])
    })
}

/// How many words a text has; two characters of a script without spaces make about one.
pub(crate) fn words(text: &str) -> usize {
    let unspaced = text.chars().filter(|c| is_unspaced(*c)).count();
    let spaced = text.split(|c: char| !c.is_alphanumeric() || is_unspaced(c));
    spaced.filter(|word| !word.is_empty()).count() + unspaced / 2
}

fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…') || is_wide_stop(c)
}

fn is_wide_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '।')
}

/// Without its accent, in the scripts that are often written without.
fn bare(c: char) -> char {
    if !matches!(c, '\u{c0}'..='\u{3ff}' | '\u{900}'..='\u{aff}' | '\u{1e00}'..='\u{1fff}') {
        return c;
    }
    let mut base = None;
    decompose_canonical(c, |part| {
        base.get_or_insert(part);
    });
    base.unwrap_or(c)
}

fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{93c}' | '\u{9bc}' | '\u{a3c}' | '\u{abc}') && is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_case_accents_and_marks() {
        assert_eq!(plain("Page non trouvée !"), " page non trouvee ");
        assert_eq!(plain("pa\u{301}gina"), " pagina ");
        assert_eq!(plain("Η ΣΕΛΊΔΑ"), plain("η σελιδα"));
        assert_eq!(plain("যা\u{9df}নি"), plain("যা\u{9af}\u{9bc}নি"), "letters of one sign or of two");
        assert_eq!(as_words("页面不存在"), "页面不存在");
        assert_eq!((as_words("the page").as_str(), as_words("страниц*").as_str()), (" the page ", " страниц"));
        assert_eq!(words("It is not here."), 4);
        assert_eq!(words("页面不存在"), 2);
    }

    #[test]
    fn what_is_quoted_is_left_out_and_what_is_no_quotation_stays() {
        for (text, own) in [
            ("It says “Not found”, and ends.", "It says  … , and ends."),
            ("Die Meldung „Nicht gefunden“ steht da", "Die Meldung  …  steht da"),
            ("«introuvable» dit-il", " …  dit-il"),
            ("Page \"x\" not found", "Page  …  not found"),
            ("Run `ls -l` again", "Run  …  again"),
            ("we can’t find it, and it isn’t here", "we can’t find it, and it isn’t here"),
            ("a screen of 5\" and one of 6\"", "a screen of 5\" and one of 6\""),
            ("“an open mark only", "“an open mark only"),
            ("says ‘it isn’t here’ and ends", "says  …  and ends"),
        ] {
            assert_eq!(unquoted(text), own);
        }
        let long = format!("“{}”", "word ".repeat(30));
        assert_eq!(unquoted(&long), long);
    }

    #[test]
    fn sentences_end_at_their_stops_and_at_the_ends_of_lines() {
        let found: Vec<&str> =
            sentences("One. Two 1.5!\nThree？四。五").map(str::trim).filter(|it| !it.is_empty()).collect();
        assert_eq!(found, ["One.", "Two 1.5!", "Three？", "四。", "五"]);
        let plain = Plain::of("Sorry. We cannot find it: look");
        let at = |word: &str| plain.text.find(word).unwrap();
        assert_eq!(plain.words_before(at(" find")), 2);
        assert_eq!(plain.words_before(at(" look")), 0);
        assert!(Plain::of("when a page").is_any(" when a".len()));
        for (text, word) in [("A cikk már nem található", " cikk"), ("Sorry: a página não existe", " pagina")] {
            let plain = Plain::of(text);
            assert!(!plain.is_any(plain.text.find(word).unwrap()), "{text}");
        }
    }
}
