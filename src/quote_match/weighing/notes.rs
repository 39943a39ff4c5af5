//! Marks of notes that became digits on the line: `so it was.1 Then`, `the plan12, which`, `the plan[12]`. Who copies a page
//! gets them, and plain texts of pages have them.

use crate::date::month_named;
use crate::quote_match::folding::sentences::is_abbreviation;
use crate::span::Span;

/// Digits of a mark: no page has a thousand notes.
const DIGITS: usize = 3;

/// Numbers of one mark.
const NUMBERS: usize = 8;

/// Letters of a word that a mark can be glued to; what is shorter names a thing by its number, `mp3`.
const WORD: usize = 4;

/// Words that have a number of their own, or count.
const NUMBERED: &str = "apollo area article band base boeing build catch chapter class covid ebola figure file formula galaxy generation \
    grade group herpes iphone item kapitel layer level line lines march model node note number omicron omega page pages part \
    phase python release room round sars season section series shake sigma stage step table teil tier type unit utf version \
    vitamin vol volume week windows world";

/// Marks right behind a word that belong to the sentence and stand before the mark of a note.
const CLOSING: [char; 14] = ['.', ',', ';', ':', '!', '?', '”', '"', '’', '»', ')', '“', '…', '\''];

/// A mark, and what it is glued to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Its bytes, brackets included.
    pub span: Span,
    /// What stands before it.
    pub behind: Behind,
}

/// What a mark stands behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Behind {
    /// A word, whose first byte this is: the two could be a name, `covid19`.
    Word(usize),
    /// The end of a clause or a quotation.
    Punctuation,
    /// Anything, since it has brackets of its own.
    Bracket,
}

/// The marks of notes that stand in `text` as digits.
pub(crate) fn marks(text: &str) -> Vec<Mark> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let digits = run(text, at);
        let mark = digits.and_then(|end| bracketed(text, at, end).or_else(|| glued(text, at, end)));
        found.extend(mark);
        let rest = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        at = mark.map_or(at + rest, |mark: Mark| mark.span.end());
    }
    found
}

/// Whether a text goes on with a number right behind a passage of it, whatever marks close the passage.
pub(crate) fn goes_on_with_number(behind: &str) -> bool {
    behind.trim_start_matches(CLOSING).starts_with(|c: char| c.is_ascii_digit())
}

/// `text` without `marks`.
pub(crate) fn without(text: &str, marks: &[Mark]) -> String {
    let (mut rest, mut from) = (String::with_capacity(text.len()), 0);
    for mark in marks {
        rest.push_str(&text[from..mark.span.start()]);
        from = mark.span.end();
    }
    rest + &text[from..]
}

/// The quote with a space before each mark that stands behind a year and its full stop, `in 2010.8 Then`; none where there is none.
pub(crate) fn parted_from_years(quote: &str) -> Option<String> {
    const YEAR: usize = 4;
    const MARK: usize = 2;
    let (mut parted, mut from) = (String::with_capacity(quote.len() + 1), 0);
    for (at, _) in quote.match_indices('.') {
        let digits = |text: &mut dyn Iterator<Item = u8>| text.take_while(u8::is_ascii_digit).count();
        let before = digits(&mut quote[..at].bytes().rev());
        let behind = digits(&mut quote[at + 1..].bytes());
        let is_year = |end: usize| {
            let digits = quote[..end].len() - quote[..end].trim_end_matches(|c: char| c.is_ascii_digit()).len();
            digits == YEAR && matches!(quote.as_bytes()[end - YEAR], b'1' | b'2')
        };
        // `in 2006-07.8 Of these`
        let range =
            || before == MARK && quote[..at - MARK].strip_suffix(['-', '–', '/']).is_some_and(|own| is_year(own.len()));
        let year = is_year(at) || range();
        let last = quote[at + 1 + behind..].chars().next();
        if year && (1..=MARK).contains(&behind) && last.is_none_or(char::is_whitespace) {
            parted.push_str(&quote[from..=at]);
            parted.push(' ');
            from = at + 1;
        }
    }
    parted.push_str(&quote[from..]);
    (from > 0).then_some(parted)
}

/// The end of the number at `at`, if it can be one of a note: `7`, `12`, `3,4`, `3–5`.
fn run(text: &str, at: usize) -> Option<usize> {
    let mut end = number(text, at)?;
    let mut numbers = 1;
    while numbers < NUMBERS
        && let Some(joint) = text[end..].chars().next().filter(|c| matches!(c, ',' | '-' | '–'))
        && let Some(next) = number(text, end + joint.len_utf8())
    {
        (end, numbers) = (next, numbers + 1);
    }
    Some(end)
}

fn number(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?;
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    ((1..=DIGITS).contains(&digits) && rest[0] != b'0').then_some(at + digits)
}

/// `[12]` right behind a word or its punctuation.
fn bracketed(text: &str, at: usize, end: usize) -> Option<Mark> {
    let before = text[..at].strip_suffix('[')?;
    let close = text[end..].starts_with(']');
    let glued = before.ends_with(|c: char| c.is_alphanumeric() || CLOSING.contains(&c) || c == ']');
    (close && glued).then(|| Mark { span: Span::new(before.len(), end + 1), behind: Behind::Bracket })
}

fn glued(text: &str, at: usize, end: usize) -> Option<Mark> {
    let (before, behind) = (&text[..at], &text[end..]);
    let next = behind.chars().next();
    let last = before.chars().next_back()?;
    let closed = next.is_none_or(|c| c.is_whitespace() || CLOSING.contains(&c) || matches!(c, '–' | '—' | ']'));
    // `12.5`, `3:30`, `5'`.
    let goes_on = next.is_some_and(|c| !c.is_whitespace()) && behind.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    if !closed || goes_on {
        return None;
    }
    let span = Span::new(at, end);
    if CLOSING.contains(&last) {
        let word = before.trim_end_matches(CLOSING);
        let inner = before[word.len()..].chars().next()?;
        let letters = trailing_letters(word);
        let opens = || behind.trim_start().chars().next().is_none_or(|c| c.is_uppercase() || !c.is_alphanumeric());
        let whole = letters.chars().count() >= WORD - 1 && !is_abbreviation(letters) && !is_numbered(letters);
        // What a quote ends in behind a colon is what the colon announces: `Replies:5`.
        let announced = inner == ':' && behind.trim().is_empty();
        let ends = !announced && (!matches!(inner, '.' | '!' | '?' | '…' | ':') || opens());
        return (whole && ends).then_some(Mark { span, behind: Behind::Punctuation });
    }
    let letters = trailing_letters(before);
    // Before a space it is as likely a name: `use the protobuf3 format`.
    let ends = next.is_some_and(|c| CLOSING.contains(&c));
    let small = ends && letters.chars().count() >= WORD && letters.chars().all(char::is_lowercase);
    let start = at - letters.len();
    let alone = text[..start]
        .chars()
        .next_back()
        .is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '_' | '/' | '.' | '-' | '@')));
    (small && alone && !is_numbered(letters)).then_some(Mark { span, behind: Behind::Word(start) })
}

fn trailing_letters(text: &str) -> &str {
    let start =
        text.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

fn is_numbered(word: &str) -> bool {
    let word = word.to_lowercase();
    NUMBERED.split_ascii_whitespace().any(|own| own == word) || month_named(&word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_numbers() {
        for (text, rest) in [
            ("So it was.1 Then it was not.", "So it was. Then it was not."),
            ("the plan12, which was old", "the plan, which was old"),
            ("so it was[12] and is", "so it was and is"),
            ("so it was.[1][2] It is", "so it was. It is"),
            ("so it was.”3 It is", "so it was.” It is"),
            ("the plan.1,2 It is", "the plan. It is"),
            ("the river rose.7", "the river rose."),
        ] {
            assert_eq!(without(text, &marks(text)), rest, "{text}");
        }
        for text in [
            "Covid19 came",
            "covid19 came",
            "of CO2, and",
            "the G20 met",
            "on page 12 of it",
            "on page12 of it",
            "No.1 The",
            "in 2010.8 The",
            "at 3.5 of",
            "vol.2 The",
            "an mp3, which",
            "the price.5 of",
            "sha256, which",
            "in '05 he",
            "file.2 and",
            "see [12] there",
            "the plan1200, which",
            "use the protobuf3 format",
        ] {
            assert_eq!(marks(text), [], "{text}");
        }
    }
}
