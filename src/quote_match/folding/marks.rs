//! The marks by which a writer owns up to a change: an ellipsis, brackets, `[sic]`, "emphasis added".

use super::align::Passage;
use super::fold::{Folded, Spaces};
use super::remarks::{is_note, is_omission};
use crate::quote_match::languages::language::Languages;
use crate::quote_match::languages::letters::{closes_sentence, is_apostrophe, is_dash, is_quotation_mark, is_unspaced};
use crate::quote_match::languages::lexicon::words_misspelled;

/// The longest bracket that is read as a mark, in bytes; a longer one is part of the passage.
const MAX_BRACKET: usize = 200;

/// Brackets in which a writer puts what is not the author's, as they open and close.
pub(crate) const BRACKETS: [(char, char); 5] = [('[', ']'), ('［', '］'), ('〔', '〕'), ('【', '】'), ('〖', '〗')];

/// Parentheses: what stands in them is the passage's own, but for remarks.
const PARENTHESES: [(char, char); 2] = [('(', ')'), ('（', '）')];

/// Dots of an ellipsis.
const ELLIPSIS: usize = 3;

/// A quote with more marks than this is searched for as it stands: no honest quotation is a mosaic of that many pieces.
const MAX_MARKS: usize = 32;

/// A quote without its marks, and where they stood.
#[derive(Debug)]
pub(crate) struct Marked {
    text: String,
    gaps: Vec<(usize, Gap)>,
    references: References,
    brackets: Brackets,
}

/// What a mark allows the page to have at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Words left out.
    Elided,
    /// The words in the brackets are the writer's: added, or in place of others.
    Replaced(String),
    /// Another ending of the word before it: `claim[ed]`, or none: `claim[]`.
    Ending(String),
    /// Letters that make another word of the one after it: `[dis]approved`.
    Beginning(String),
}

/// What becomes of letters in brackets that are part of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Glued {
    /// They are read as letters: `[t]he` is `the`.
    Kept,
    /// They are the writer's: `claim[ed]` is any word that begins with `claim`, `[un]able` was made of `able`.
    Dropped,
}

/// What becomes of a number in brackets right after a word, `so it is.[12]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum References {
    /// It stands on the page as well.
    Kept,
    /// It was copied from another form of the page.
    Dropped,
}

/// Whose words in brackets are, beside a word or in place of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Brackets {
    /// Those that the page has as well are its own.
    Page,
    /// All are the writer's.
    Writer,
}

/// A folded quote with the word indices before which its marks stood.
#[derive(Debug)]
pub(crate) struct Unmarked<'m> {
    /// Without the marks.
    pub folded: Folded<'m>,
    /// In order, one a place.
    pub gaps: Vec<(usize, Gap)>,
    /// The places at which words are left out, whatever stands in brackets there too.
    elided: Vec<usize>,
    /// Whether numbers in brackets were left out.
    pub references: References,
    /// Whose the words in brackets are.
    pub brackets: Brackets,
}

impl Marked {
    /// Every way to read the quote without its marks, the most literal first; none if it has no marks.
    pub fn readings(quote: &str, stands: &dyn Fn(&str) -> bool) -> Vec<Self> {
        let dots = || ['.', '・', '*'].into_iter().map(|dot| quote.matches(dot).count()).sum::<usize>();
        if !quote.contains(|c| matches!(c, '…' | '⋯' | '‥') || opens(c)) && dots() < ELLIPSIS {
            return Vec::new();
        }
        let ways = [Brackets::Page, Brackets::Writer].into_iter().flat_map(|brackets| {
            [References::Kept, References::Dropped]
                .into_iter()
                .flat_map(move |references| [Glued::Kept, Glued::Dropped].map(|glued| (glued, references, brackets)))
        });
        let mut readings: Vec<Self> = Vec::new();
        let read = |(glued, references, brackets)| Self::read(quote, glued, references, brackets, stands);
        for reading in ways.filter_map(read) {
            if !readings.iter().any(|known| (&known.text, &known.gaps) == (&reading.text, &reading.gaps)) {
                readings.push(reading);
            }
        }
        readings
    }

    /// Whether numbers in brackets are taken for the writer's, references or not.
    pub fn drops_numbers(&self) -> bool {
        let number = |gap: &Gap| matches!(gap, Gap::Replaced(words) if words.starts_with(|c: char| c.is_ascii_digit()));
        self.references == References::Dropped || self.gaps.iter().any(|(_, gap)| number(gap))
    }

    /// The quote without its marks; none if it has no mark that changes what is searched for.
    fn read(
        quote: &str,
        glued: Glued,
        references: References,
        brackets: Brackets,
        stands: &dyn Fn(&str) -> bool,
    ) -> Option<Self> {
        let mut read = Self { text: String::with_capacity(quote.len()), gaps: Vec::new(), references, brackets };
        let (mut at, mut marks) = (0, 0);
        while let Some(c) = quote[at..].chars().next() {
            let length = match c {
                _ if closing(&BRACKETS, c).is_some() => read.bracket(quote, at, glued, stands),
                _ if closing(&PARENTHESES, c).is_some() => read.parenthesis(&quote[at..], stands),
                '…' | '⋯' | '.' | '・' | '‥' | '*' => read.ellipsis(&quote[at..]),
                _ => None,
            };
            if length.is_none() {
                read.text.push(c);
            }
            marks += usize::from(length.is_some());
            at += length.unwrap_or(c.len_utf8());
        }
        (1..=MAX_MARKS).contains(&marks).then_some(read)
    }

    /// Folds the quote, and counts the places of its marks in words.
    pub fn fold(&self, languages: Languages) -> Unmarked<'_> {
        let folded = Folded::new(&self.text, Spaces::Written).in_languages(languages);
        let mut gaps: Vec<(usize, Gap)> = Vec::new();
        let mut elided = Vec::new();
        for (at, gap) in &self.gaps {
            let word = folded.words_before(*at);
            elided.extend((*gap == Gap::Elided).then_some(word));
            match gaps.last_mut() {
                Some((last, kept)) if *last == word => {
                    if *kept == Gap::Elided || matches!(gap, Gap::Beginning(_)) {
                        *kept = gap.clone();
                    }
                }
                _ => gaps.push((word, gap.clone())),
            }
        }
        Unmarked { folded, gaps, elided, references: self.references, brackets: self.brackets }
    }

    fn gap(&mut self, gap: Gap) {
        self.gaps.push((self.text.len(), gap));
        self.text.push(' ');
    }

    fn bracket(&mut self, quote: &str, at: usize, glued: Glued, stands: &dyn Fn(&str) -> bool) -> Option<usize> {
        let (content, length) = enclosed(&quote[at..], &BRACKETS)?;
        if let Some(possessive) = possessive_behind(content, &quote[at + length..]) {
            self.gap(Gap::Replaced(format!("{content}{possessive}")));
            return Some(length + possessive.len());
        }
        // Where words have no spaces, nothing in brackets is a part of one.
        let letter = |c: &char| c.is_alphabetic() && !is_unspaced(*c);
        let letter_before = quote[..at].chars().next_back().filter(letter);
        let letter_after = quote[at + length..].chars().next().filter(letter);
        if is_note(content) {
            if self.is_of_page(&quote[at..at + length], stands) {
                return None;
            }
            self.text.push(' ');
        } else if ellipsis_length(content) == Some(content.len()) || is_omission(content) {
            self.gap(Gap::Elided);
        } else if letter_before.is_some() && content.trim().is_empty() {
            // Lawyers leave letters out by `reject[]`.
            self.gap(Gap::Ending(String::new()));
        } else if content.chars().all(|c| c.is_ascii_digit()) && !quote[..at].ends_with(char::is_whitespace) && at > 0 {
            match self.references {
                References::Kept => return None,
                References::Dropped => self.text.push(' '),
            }
        } else if glued == Glued::Dropped && self.corrects(content, &quote[at + length..]) {
            // What is left is what the page has.
        } else if letter_after.is_some() && (letter_before.is_some() || content.chars().count() == 1) {
            self.text.push_str(content);
        } else if letter_before.is_some() && content.chars().all(|c| c.is_alphabetic() || is_dash(c)) {
            match glued {
                Glued::Kept => self.text.push_str(content),
                Glued::Dropped => self.gap(Gap::Ending(content.to_owned())),
            }
        } else if letter_after.is_some() && !content.contains(char::is_whitespace) {
            match glued {
                Glued::Kept => self.text.push_str(content),
                Glued::Dropped => self.gap(Gap::Beginning(content.to_owned())),
            }
        } else if (self.brackets == Brackets::Page || quote[at..].starts_with(['【', '〖']))
            && stands_around_ellipses(&quote[at..at + length], stands)
        {
            // The last two hold labels of the page at least as often.
            return None;
        } else {
            self.gap(Gap::Replaced(content.to_owned()));
        }
        Some(length)
    }

    /// Whether letters in brackets amid a word make a word of what is known as a misspelling of it: `gover[n]ment`.
    fn corrects(&self, content: &str, rest: &str) -> bool {
        let before = &self.text[self.text.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len()..];
        let after = &rest[..rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len())];
        let whole = format!("{before}{content}{after}").to_lowercase();
        let amid = !before.is_empty() && !content.is_empty() && !after.is_empty();
        amid && words_misspelled(&format!("{before}{after}").to_lowercase()).any(|word| word == whole)
    }

    /// Whether a remark is the page's own, `(sic!)`, in the reading that leaves it what the page has.
    fn is_of_page(&self, remark: &str, stands: &dyn Fn(&str) -> bool) -> bool {
        self.brackets == Brackets::Page && stands(remark)
    }

    fn parenthesis(&mut self, rest: &str, stands: &dyn Fn(&str) -> bool) -> Option<usize> {
        let (content, length) = enclosed(rest, &PARENTHESES)?;
        if is_note(content) && self.is_of_page(&rest[..length], stands) {
            return None;
        }
        if is_note(content) {
            self.text.push(' ');
        } else if ellipsis_length(content) == Some(content.len()) || is_omission(content) {
            self.gap(Gap::Elided);
        } else {
            return None;
        }
        Some(length)
    }

    fn ellipsis(&mut self, rest: &str) -> Option<usize> {
        let length = ellipsis_length(rest)?;
        // The first of four dots ends the sentence.
        let dots =
            rest[..length].chars().map(|c| if c == '.' { 1 } else { ELLIPSIS * usize::from(c == '…') }).sum::<usize>();
        if self.text.ends_with(|c: char| !c.is_whitespace()) && ELLIPSIS + 1 == dots {
            self.text.push('.');
        }
        self.gap(Gap::Elided);
        Some(length)
    }
}

impl<'m> Unmarked<'m> {
    /// A quote without marks.
    pub fn plain(quote: &'m str, languages: Languages) -> Self {
        let folded = Folded::new(quote, Spaces::Written).in_languages(languages);
        let (gaps, elided) = (Vec::new(), Vec::new());
        Self { folded, gaps, elided, references: References::Kept, brackets: Brackets::Page }
    }

    /// All its words.
    pub fn passage(&self) -> Passage<'_, 'm> {
        Passage { folded: &self.folded, words: self.folded.all() }
    }

    /// What its writer put before word `at`.
    pub fn gap(&self, at: usize) -> Option<&Gap> {
        self.gaps.iter().find(|(gap, _)| *gap == at).map(|(_, gap)| gap)
    }

    /// Whether words are left out before word `at`.
    pub fn is_elided(&self, at: usize) -> bool {
        self.elided.contains(&at)
    }

    /// The mark before word `at`, as it is written.
    pub fn mark(&self, at: usize) -> Option<String> {
        self.gap(at).map(|gap| match gap {
            Gap::Elided => "… ".to_owned(),
            Gap::Replaced(words) | Gap::Ending(words) => format!("[{words}] "),
            Gap::Beginning(letters) => format!("[{letters}]"),
        })
    }
}

/// Whether an ellipsis stands in `text`.
pub(crate) fn has_ellipsis(text: &str) -> bool {
    count(text, ellipsis_length) > 0
}

/// Whether words, or a number other than a reference, stand in brackets right before the end of `text`.
pub(crate) fn ends_in_bracket(text: &str) -> bool {
    let text = text.trim_end();
    BRACKETS.iter().any(|(open, close)| {
        text.strip_suffix(*close).and_then(|rest| rest.rsplit_once(*open)).is_some_and(|(_, content)| is_own(content))
    })
}

/// The same right at the beginning of `text`, after the marks that close a sentence.
pub(crate) fn begins_with_bracket(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| {
        let closes = [&BRACKETS[..], &PARENTHESES].concat().iter().any(|(_, close)| *close == c);
        c.is_whitespace() || closes || c == '…' || closes_sentence(c) || is_quotation_mark(c)
    });
    BRACKETS.iter().any(|(open, close)| {
        text.strip_prefix(*open).and_then(|rest| rest.split_once(*close)).is_some_and(|(content, _)| is_own(content))
    })
}

/// Whether a bracket of words, or the edge of one, stands in `text`.
pub(crate) fn has_bracket(text: &str) -> bool {
    BRACKETS.iter().any(|(open, close)| {
        let content = |rest: &str| is_own(rest.split_once(*close).map_or(rest, |(content, _)| content));
        text.split(*open).skip(1).any(content) || !text.contains(*open) && text.contains(*close)
    })
}

/// The `’s` right behind a bracket that names whose something is: `[the mayor]’s`.
fn possessive_behind<'q>(content: &str, rest: &'q str) -> Option<&'q str> {
    let apostrophe = rest.chars().next().filter(|&c| is_apostrophe(c))?;
    let end = apostrophe.len_utf8() + 's'.len_utf8();
    let whole = rest[apostrophe.len_utf8()..].starts_with('s') && !rest[end..].starts_with(char::is_alphanumeric);
    let named = content.ends_with(char::is_alphabetic) && !is_note(content);
    (whole && named).then(|| &rest[..end])
}

/// Whether the words in a bracket of a page are words of its own, and no remark of an encyclopedia's editors.
fn is_own(content: &str) -> bool {
    const REMARKS: [&str; 6] = ["edit", "citation needed", "note", "update", "source", "hide"];
    let content = content.trim().to_lowercase();
    content.len() <= MAX_BRACKET
        && content.contains(char::is_alphanumeric)
        && !content.bytes().all(|byte| byte.is_ascii_digit())
        && !is_note(&content)
        && !REMARKS.iter().any(|remark| content.starts_with(remark))
}

/// Whether anything stands in `text` but the numbers of notes in brackets, and signs.
pub(crate) fn has_words(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(char::is_alphanumeric) {
        let inner = rest[..at].ends_with('[').then(|| rest[at..].split_once(']')).flatten();
        match inner {
            Some((number, behind)) if number.bytes().all(|byte| byte.is_ascii_digit()) => rest = behind,
            _ => return true,
        }
    }
    false
}

/// Whether a number in brackets stands in `text`.
pub(crate) fn has_reference(text: &str) -> bool {
    text.split('[').skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// How many ellipses and brackets stand in `text`.
pub(crate) fn marks_in(text: &str) -> usize {
    count(text, |rest| {
        ellipsis_length(rest)
            .or_else(|| rest.chars().next().filter(|c| closing(&BRACKETS, *c).is_some()).map(char::len_utf8))
    })
}

fn count(text: &str, length: impl Fn(&str) -> Option<usize>) -> usize {
    let (mut at, mut found) = (0, 0);
    while let Some(c) = text[at..].chars().next() {
        let mark = length(&text[at..]);
        found += usize::from(mark.is_some());
        at += mark.unwrap_or(c.len_utf8());
    }
    found
}

/// Whether a bracket stands on the page, in pieces where its writer left words out of it: `[the plan … of May]`.
fn stands_around_ellipses(bracket: &str, stands: &dyn Fn(&str) -> bool) -> bool {
    let (mut rest, mut all) = (bracket, true);
    while let Some((before, behind)) = cut_at_ellipsis(rest) {
        all &= stands(before.trim());
        rest = behind;
    }
    all && stands(rest.trim())
}

/// What stands before the first ellipsis of `text` and behind it.
fn cut_at_ellipsis(text: &str) -> Option<(&str, &str)> {
    let found = text.char_indices().find_map(|(at, _)| ellipsis_length(&text[at..]).map(|length| (at, length)))?;
    Some((&text[..found.0], &text[found.0 + found.1..]))
}

/// What stands in the bracket that `rest` begins with, and how long that is with its brackets.
fn enclosed<'r>(rest: &'r str, pairs: &[(char, char)]) -> Option<(&'r str, usize)> {
    let open = rest.chars().next()?;
    let close = closing(pairs, open)?;
    let inner = &rest[open.len_utf8()..];
    let end = inner.find(close).filter(|&end| end <= MAX_BRACKET)?;
    (!inner[..end].contains(opens)).then_some((&inner[..end], open.len_utf8() + end + close.len_utf8()))
}

/// The mark that closes what `open` opens.
fn closing(pairs: &[(char, char)], open: char) -> Option<char> {
    pairs.iter().find(|(own, _)| *own == open).map(|(_, close)| *close)
}

fn opens(c: char) -> bool {
    closing(&BRACKETS, c).or_else(|| closing(&PARENTHESES, c)).is_some()
}

/// The bytes of the ellipsis that `text` begins with: `…`, three dots or more, with or without spaces between them; in
/// Japanese also `‥‥` and `・・・`, and of American lawyers `* * *`.
fn ellipsis_length(text: &str) -> Option<usize> {
    const STARS: &str = "* * *";
    if let Some(rest) = text.strip_prefix(STARS) {
        let rest = rest.trim_start_matches(" *");
        return (!rest.starts_with(|c: char| c == '*' || c.is_alphanumeric())).then(|| text.len() - rest.len());
    }
    let (mut end, mut dots) = (0, 0);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '…' | '⋯' => dots += ELLIPSIS,
            '.' | '・' => dots += 1,
            '‥' => dots += 2,
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' if at > 0 => {
                if chars.peek().is_none_or(|(_, next)| !matches!(next, '.' | '…')) {
                    break;
                }
                continue;
            }
            _ => break,
        }
        end = at + c.len_utf8();
    }
    (dots >= ELLIPSIS).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(quote: &str, glued: Glued, text: &str, gaps: &[(usize, &str)]) {
        let marked = Marked::read(quote, glued, References::Dropped, Brackets::Writer, &|_| false)
            .unwrap_or_else(|| panic!("{quote}: no mark"));
        let words: Vec<&str> = marked.text.split_whitespace().collect();
        assert_eq!(words.join(" "), text, "{quote}");
        let name = |gap: &Gap| match gap {
            Gap::Elided => "…".to_owned(),
            Gap::Replaced(words) => words.clone(),
            Gap::Ending(letters) => format!("-{letters}"),
            Gap::Beginning(letters) => format!("{letters}-"),
        };
        let unmarked = marked.fold(0);
        let found: Vec<(usize, String)> = unmarked.gaps.iter().map(|(at, gap)| (*at, name(gap))).collect();
        let expected: Vec<(usize, String)> = gaps.iter().map(|(at, gap)| (*at, (*gap).to_owned())).collect();
        assert_eq!(found, expected, "{quote}");
    }

    #[test]
    fn every_spelling_of_a_mark_is_read() {
        for ellipsis in ["…", "...", ". . .", "[…]", "[...]", "(…)", "(...)", "[. . .]", "....", ". . . ."] {
            check(&format!("one {ellipsis} two"), Glued::Kept, "one two", &[(1, "…")]);
        }
        check("[t]he claim[ed] men", Glued::Kept, "the claimed men", &[]);
        check("[t]he claim[ed] men", Glued::Dropped, "the claim men", &[(2, "-ed")]);
        check("claim[] and state[ ] it", Glued::Kept, "claim and state it", &[(1, "-"), (3, "-")]);
        check("[re]open the wom[e]n", Glued::Dropped, "open the women", &[(0, "re-")]);
        check("he [the President] left", Glued::Kept, "he left", &[(1, "the President")]);
        check("teh [sic] end (emphasis added)", Glued::Kept, "teh end", &[]);
        check("so it is.[12] And on", Glued::Kept, "so it is. And on", &[]);
        check("it holds (citations omitted) that", Glued::Kept, "it holds that", &[(2, "…")]);
    }

    #[test]
    fn what_is_no_mark_is_left_alone() {
        for quote in ["plain words", "a (real) aside", "etc.. and", "one [unclosed", "3.5 of 10"] {
            assert!(
                Marked::read(quote, Glued::Kept, References::Dropped, Brackets::Writer, &|_| false).is_none(),
                "{quote}"
            );
        }
    }
}
