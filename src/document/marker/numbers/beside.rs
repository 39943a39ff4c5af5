//! What stands beside digits, and what that lets them be.

use super::words::{
    announces_a_number, counts_nothing, goes_on_with, is_abbreviation, is_counted, measures, names_numbered_things,
    opens_sentence, shortens_an_announcement,
};
use super::{chained, digits, ends_in_year, numbers, unspaced};

/// A shorter word with a number behind it is a name: `A4`, `Co2`.
const SHORTEST_WORD: usize = 3;
/// The same for a word with a capital: `Apollo11`, `Windows10` and their like are shorter than most that a note follows.
const SHORTEST_NAME: usize = 7;

/// Bytes of a remark in brackets that a mark can stand behind: `[n 11]`, `[citation needed]`.
const LONGEST_REMARK: usize = 20;

/// What stands before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// The end of a sentence, with a space between.
    Stop,
    /// Punctuation that it is glued to.
    Glued,
    /// A closing quotation mark, with a space between.
    Quoted,
    /// A word or a bracket: it takes exactly the next number, at the end of a block.
    Word,
    /// A name: it takes two numbers and more that are exactly the next.
    Name,
    /// A number with its punctuation that it is glued to: it takes exactly the next number.
    Number,
    /// A colon that it is glued to: it takes exactly the next number; at the end of a block, where others are glued as well,
    /// one of the next.
    Colon,
    /// A year with a full stop: it takes the next number; where others are glued as well, one of the next.
    Year,
    /// What looks like the whole part of a decimal: it takes the next number where others are glued as well.
    Decimal,
    /// A word of a script without spaces, and a stop behind the number: it takes exactly the next number.
    Unspaced,
    /// A comma or a semicolon, with a space between: it takes exactly the next number, where others stand apart as well.
    Clause,
    /// A year, or the last thousands of a number: where others are glued as well, the next number.
    Digits,
}

/// What stands before the digits at `start`, where they can be a mark behind it.
pub(super) fn before(text: &str, start: usize) -> Option<Before> {
    let before = &text[..start];
    let last = before.chars().next_back()?;
    if !last.is_whitespace() {
        let name = || (last.is_alphabetic() && is_run(text, start)).then_some(Before::Name);
        let ends = || is_point_of_sentence(text, start).then_some(Before::Decimal);
        return glued(before, last, digits(&text[start..])).or_else(ends).or_else(name);
    }
    let words = before.trim_end();
    if before.len() - words.len() > 3 {
        return None;
    }
    let words = before_remark(words);
    // French puts a space before its closing mark.
    let inner = if closes_inward(words) { words.trim_end_matches('«') } else { words };
    let bare = inner.trim_end_matches(|c: char| is_closing(c) || c.is_whitespace());
    let stop = bare.chars().next_back()?;
    if ".!?…。।॥۔؟".contains(stop) {
        let abbreviated = bare.len() == words.len() && is_abbreviation(&bare[..bare.len() - stop.len_utf8()]);
        let quoted = runs_on(text, chained(text, start + digits(&text[start..]))) && ends_quotation(words);
        // `in World War I. 22 The`
        let end = chained(text, start + digits(&text[start..]));
        let opener: String = text[end..].trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
        let stops = abbreviated && !shortens_an_announcement(&bare[..bare.len() - stop.len_utf8()]);
        if stops && opens_sentence(&opener) {
            return Some(Before::Number);
        }
        return (!abbreviated).then_some(if quoted { Before::Quoted } else { Before::Stop });
    }
    if bare.len() < words.len() && ends_quotation(words) {
        return Some(Before::Quoted);
    }
    let introduces = words.ends_with(':') && ends_block(text, start + digits(&text[start..]));
    if words.ends_with([',', ';', '，', '；']) || introduces {
        return Some(Before::Clause);
    }
    if words.ends_with(')') && ends_block(&text[start..], digits(&text[start..])) {
        return Some(Before::Stop);
    }
    if unspaced::is_own(stop) && bare.len() == words.len() {
        return unspaced::can_precede(words).then_some(Before::Unspaced);
    }
    let own_word = bare.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let plain = bare.len() < words.len() || own_word.starts_with(char::is_lowercase) && !announces_a_number(own_word);
    let word = stop.is_alphanumeric();
    if word && !plain && is_run(text, start) && !announces_a_number(own_word) {
        return Some(Before::Name);
    }
    (plain && word).then_some(Before::Word)
}

fn ends_quotation(words: &str) -> bool {
    words.ends_with(['”', '"', '’', '»', '」', '』', '〞', '〟']) || closes_inward(words)
}

/// Whether a `«` at the end of `text` closes what a `»` has opened, as in German and Danish: `»so«`.
fn closes_inward(text: &str) -> bool {
    let Some(inner) = text.strip_suffix('«').filter(|inner| !inner.ends_with(char::is_whitespace)) else {
        return false;
    };
    let open = inner.rfind(['«', '»']).filter(|open| inner[*open..].starts_with('»'));
    open.is_some_and(|open| {
        let begins = inner[..open].chars().next_back().is_none_or(|c| c.is_whitespace() || "([—–".contains(c));
        begins && inner[open + '»'.len_utf8()..].starts_with(|c: char| !c.is_whitespace() && !is_digit(c))
    })
}

/// `words` without a short remark in brackets at their end: `no religion.[n 11]`.
fn before_remark(words: &str) -> &str {
    let remark = words.strip_suffix(']').and_then(|inner| Some((inner, inner.rfind('[')?)));
    match remark.filter(|(inner, at)| inner.len() - at <= LONGEST_REMARK && *at > 0) {
        Some((_, at)) => words[..at].trim_end(),
        None => words,
    }
}

/// Whether a bracket is open at the end of `text`.
fn is_open(text: &str) -> bool {
    text.rfind('(').is_some_and(|open| !text[open..].contains(')'))
}

/// Whether a page stands behind a mark, and the next sentence behind that: `the loop. 1: 207 The`.
fn names_page(rest: &str) -> bool {
    let Some(page) = rest.strip_prefix(':').map(|page| page.trim_start_matches([' ', '\u{a0}'])) else { return false };
    let behind = page.trim_start_matches(|c: char| is_digit(c) || matches!(c, '–' | '-'));
    let first = behind.trim_start().chars().next();
    page.starts_with(is_digit)
        && behind.chars().next().is_none_or(char::is_whitespace)
        && first.is_none_or(char::is_uppercase)
}

/// Whether two numbers and more end at `end`, with nothing but a space between.
fn is_row(text: &str, end: usize) -> bool {
    let last = text[..end].trim_end_matches(is_digit);
    last.strip_suffix(' ').is_some_and(|before| before.ends_with(is_digit) && !ends_in_year(before))
}

/// Whether two numbers and more begin at `start`.
fn is_run(text: &str, start: usize) -> bool {
    let end = start + digits(&text[start..]);
    numbers(&text[start..chained(text, end)]).nth(1).is_some()
}

fn glued(before: &str, last: char, digits: usize) -> Option<Before> {
    let inner = &before[..before.len() - last.len_utf8()];
    let previous = inner.chars().next_back();
    match last {
        '.' | '!' | '?' | '…' | ',' | ';' | '。' | '，' | '।' | '॥' | '۔' | '؟' | '،' | '؛' => {
            let abbreviated = last == '.' && shortens_an_announcement(inner);
            if abbreviated || previous.is_none_or(char::is_whitespace) {
                return None;
            }
            if !previous.is_some_and(|c| c.is_ascii_digit()) {
                return Some(Before::Glued);
            }
            match figure(before)? {
                Figure::Year if last == '.' => Some(Before::Year),
                Figure::Decimal => Some(Before::Decimal),
                Figure::Year | Figure::Whole => (!groups_thousands(before, digits)).then_some(Before::Number),
            }
        }
        ':' => {
            let word = previous.is_some_and(|c| c.is_alphabetic() || is_closing(c)) || ends_in_year(inner);
            word.then_some(Before::Colon)
        }
        // Of what is counted in hundredths nothing goes on in digits.
        '%' | '％' => previous.is_some_and(is_digit).then_some(Before::Glued),
        c if c.is_ascii_digit() => Some(Before::Digits),
        // The value of an attribute that was left in the text.
        '"' if inner.ends_with('=') => None,
        '«' if closes_inward(before) => Some(Before::Glued),
        c if is_closing(c) => {
            let lettered = last == ')' && is_lettered(inner);
            let open = previous.is_some_and(|c| !c.is_whitespace()) && !lettered;
            (open && closes_emphasis(before) || last == '»' && is_opened(inner)).then_some(Before::Glued)
        }
        c if unspaced::is_own(c) => unspaced::can_precede(before).then_some(Before::Unspaced),
        c if c.is_alphabetic() => {
            let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
            let start = before.len() - word.len();
            let whole = before[..start].chars().next_back().is_none_or(|c| c.is_whitespace() || "“\"(—–-".contains(c));
            let plain = word.chars().skip(1).all(char::is_lowercase);
            (whole && word.chars().count() >= SHORTEST_WORD && plain).then_some(Before::Word)
        }
        _ => None,
    }
}

/// Whether what follows lets digits be a note number.
pub(super) fn goes_on(text: &str, end: usize, before: Before) -> bool {
    let rest = &text[end..];
    if ends_block(text, end) {
        return true;
    }
    let Some(next) = rest.chars().next() else { return true };
    // `4. Juuni 2001`
    if rest.strip_prefix('.').is_some_and(|rest| goes_on_with_year(rest.trim_start())) {
        return false;
    }
    let follows = rest.trim_start();
    let word = follows.chars().next().unwrap_or(' ');
    let large = !word.is_lowercase()
        && !word.is_ascii_digit()
        && !"%°$€£+=×/-–".contains(word)
        && (!begins_with_month(follows) || before == Before::Glued && is_no_day(text, end))
        && !is_counted(follows.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default());
    match before {
        Before::Stop => {
            let closes = is_closing(next) && (next != ')' || is_open(&text[..end]));
            next.is_whitespace() && large || closes || next == '[' || names_page(rest)
        }
        Before::Glued | Before::Year => {
            let apart = next.is_whitespace() || is_closing(next) || "—([".contains(next);
            let clause =
                ",;.:".contains(next) && !rest[1..].starts_with(|c: char| c.is_alphanumeric()) || is_wide_stop(next);
            apart
                && (large
                    || !text[..end]
                        .trim_end_matches(|c: char| c.is_ascii_digit() || ", –-".contains(c))
                        .ends_with(['.', '!', '?']))
                || clause
        }
        Before::Quoted => {
            let clause = ",;.:)".contains(next) && !rest[1..].starts_with(|c: char| c.is_alphanumeric());
            clause
                || is_wide_stop(next)
                || next.is_whitespace() && (large || word.is_lowercase()) && !goes_on_with_date(follows)
        }
        Before::Number | Before::Colon => {
            next.is_whitespace() && (large || text[..end].trim_end_matches(is_digit).ends_with([',', ';']))
        }
        Before::Unspaced => is_wide_stop(next),
        Before::Decimal => next.is_whitespace() && large,
        Before::Clause => next.is_whitespace() && !begins_with_month(follows) && word.is_alphabetic(),
        Before::Digits | Before::Name => next.is_whitespace() && word.is_alphabetic() && !begins_with_month(follows),
        Before::Word if runs_on(text, end) && is_row(text, end) => true,
        Before::Word => {
            let sentence = follows.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            let amid = next.is_whitespace() && counts_nothing(sentence);
            (next.is_whitespace() || ",;.:—)".contains(next) || is_wide_stop(next)) && glued_word(text, end) || amid
        }
    }
}

/// Whether the number that ends at `end`, before a month, is no day of it: it is glued to the end of a sentence, and no year
/// follows, `closed.2 May was`.
fn is_no_day(text: &str, end: usize) -> bool {
    let month = text[end..].trim_start().trim_start_matches(char::is_alphabetic);
    let dated = digits(month.trim_start_matches(['.', ',', ' '])) > 0;
    let stopped = text[..end].trim_end_matches(|c: char| is_digit(c) || ",–-".contains(c));
    text[end..].starts_with(' ') && stopped.ends_with(['.', '!', '?']) && !dated
}

/// Whether the point before the digits at `start` ends a sentence with a number, though the two could be one with decimals: the
/// next sentence begins behind them, `a capacity of 785.28 As well as this`.
pub(super) fn is_point_of_sentence(text: &str, start: usize) -> bool {
    /// Of these nothing has parts: `on page 12.2 The`.
    const WHOLE: [&str; 7] = ["top", "page", "pages", "day", "year", "grade", "number"];
    let Some(inner) = text[..start].strip_suffix('.').filter(|inner| inner.ends_with(is_digit)) else { return false };
    let number = inner.trim_end_matches(|c: char| is_digit(c) || ".,".contains(c));
    let numbered = |word: &str| announces_a_number(word.trim_matches('.')) && !measures(word) && !WHOLE.contains(&word);
    let last = last_word(number.trim_end().trim_end_matches('.'));
    let is_part = number.ends_with(['v', 'V', '§']) || numbered(last) && !number.ends_with(char::is_alphabetic);
    let mut words = number.split_whitespace().rev().take(NAMING_WORDS);
    let end = chained(text, start + digits(&text[start..]));
    let follows = text[end..].trim_start().trim_start_matches(['“', '"', '„', '«', '‘']);
    let opener: String = follows.chars().take_while(|c| c.is_alphabetic()).collect();
    // `1.1 What is it?`
    let is_section = number.trim().is_empty();
    !is_part
        && !is_section
        && !words.any(names_numbered_things)
        && text[end..].starts_with(' ')
        && opens_sentence(&opener)
}

/// What a number is that a mark of punctuation follows, and digits behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    Year,
    /// It has no decimals: its thousands are parted, or the mark parts none.
    Whole,
    /// With the digits behind it, it can as well be one number: but it counts something, and the sentence can end here.
    Decimal,
}

/// What the number is that stands before the mark at the end of `text`; none where it goes on behind the mark: `3.1`,
/// `v1.4.2`, `§2.1`, `2025.11` in a script whose own full stop is another.
pub(super) fn figure(text: &str) -> Option<Figure> {
    let mark = text.chars().next_back()?;
    let inner = &text[..text.len() - mark.len_utf8()];
    let before = inner.trim_end_matches(|c: char| c.is_ascii_digit() || ".,".contains(c));
    let number = inner[before.len()..].trim_start_matches(['.', ',']);
    if !matches!(mark, '.' | ',') {
        return matches!(mark, ';').then_some(Figure::Whole);
    }
    if mark == '.' && before.trim_end().ends_with(is_unspaced) {
        return None;
    }
    if number.len() == 4 && (ends_in_year(inner) || ends_in_dated_year(inner)) {
        return Some(Figure::Year);
    }
    let grouped = |(head, thousands): (&str, &str)| !head.is_empty() && thousands.len() == 3;
    if !number.contains('.') && number.rsplit_once(',').is_some_and(grouped) {
        return Some(Figure::Whole);
    }
    (mark == '.' && is_measure(before)).then_some(Figure::Decimal)
}

/// Whether `text` ends in a year that stands in a date: `in 1796`, `since March 2025`, `by the end of 2025`. Of a year that other
/// numbers look like more often, only what can be nothing else stands before it.
pub(super) fn ends_in_dated_year(text: &str) -> bool {
    const BEFORE: [&str; 6] = ["in", "since", "until", "before", "after", "around"];
    const BEFORE_OURS: [&str; 6] = ["by", "of", "from", "early", "mid", "late"];
    let before = text.trim_end_matches(is_digit);
    let year: Option<u16> = (text.len() - before.len() == 4).then(|| text[before.len()..].parse().ok()).flatten();
    let word = last_word(before.strip_suffix(' ').unwrap_or_default());
    // `December 11, 2025`, `Q3 2025`
    let day = before.strip_suffix(", ").map(|day| day.trim_end_matches(is_digit)).and_then(|day| day.strip_suffix(' '));
    let quarter = before.strip_suffix(' ').and_then(|quarter| quarter.get(quarter.len().saturating_sub(2)..));
    let is_quarter = quarter.is_some_and(|own| matches!(own, "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2" | "FY"));
    let is_date = BEFORE.contains(&word)
        || begins_with_month(word)
        || is_quarter
        || day.is_some_and(|day| begins_with_month(last_word(day)));
    let is_ours = ends_in_year(text) && (BEFORE_OURS.contains(&word) || before.ends_with(['–', '-']));
    year.is_some_and(|year| (1_000..2_100).contains(&year)) && (is_date || is_ours)
}

/// The letters that a text ends in.
pub(super) fn last_word(text: &str) -> &str {
    text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("")
}

/// Whether a character ends a sentence or a clause of Chinese or Japanese.
pub(super) fn is_wide_stop(c: char) -> bool {
    "。，；、！？：".contains(c)
}

/// Whether a character is of a script that has no spaces, and a full stop of its own.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// Words before a number among which one says that it is no measure.
const NAMING_WORDS: usize = 5;

/// Whether what stands before a number makes it a measure, and not the number of a part, a version or a theorem.
fn is_measure(before: &str) -> bool {
    let sum = before.ends_with(['$', '€', '£']);
    let words = before.trim_end_matches(['$', '€', '£', '~', '≈']);
    let mut last = words.split_whitespace().rev().take(NAMING_WORDS);
    let measured = sum || words.ends_with(' ') && words.split_whitespace().next_back().is_some_and(measures);
    measured && !last.any(names_numbered_things)
}

/// Whether a `«` that opens words with a space behind it, as in French, is open at the end of `text`: `« Le mot `.
fn is_opened(text: &str) -> bool {
    let Some(open) = text.rfind('«').filter(|open| text.ends_with(char::is_whitespace) && !text[*open..].contains('»'))
    else {
        return false;
    };
    let closes = text[..open].ends_with(|c: char| c.is_alphanumeric() || ".,!?…".contains(c));
    !closes && text[open + '«'.len_utf8()..].starts_with(char::is_whitespace)
}

/// Whether `text` ends in a letter in a bracket that is glued to what stands before it: `501(c`, `f(x`.
fn is_lettered(text: &str) -> bool {
    let mut back = text.chars().rev();
    back.next().is_some_and(char::is_alphabetic)
        && back.next() == Some('(')
        && back.next().is_some_and(char::is_alphanumeric)
}

/// Whether the sign at the end of `text`, if it is one of emphasis, ends what the same sign has begun: that of `c_1` has
/// begun nothing.
pub(super) fn closes_emphasis(text: &str) -> bool {
    let Some(sign @ ('_' | '*')) = text.chars().next_back() else { return true };
    let inner = &text[..text.len() - 1];
    let begins = |at: usize| {
        !inner[..at].ends_with(char::is_alphanumeric)
            && inner[at + 1..].starts_with(|c: char| !c.is_whitespace() && c != sign)
    };
    inner.rmatch_indices(sign).any(|(at, _)| begins(at))
}

pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Whether the comma at the end of `before` may part the thousands of a number: one to three digits stand before it, and
/// three behind.
pub(super) fn groups_thousands(before: &str, behind: usize) -> bool {
    let Some(digits) = before.strip_suffix(',') else { return false };
    (1..=3).contains(&(digits.len() - digits.trim_end_matches(is_digit).len())) && behind == 3
}

pub(super) fn is_joined_to_digits(c: char) -> bool {
    c.is_alphanumeric() || ",.-/$£€".contains(c)
}

/// Whether `text` ends in a word that is long enough to be no part of a name or a move in chess.
pub(super) fn is_glued_to_plain_word(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let small = word.chars().skip(1).all(char::is_lowercase);
    let shortest = if word.starts_with(char::is_lowercase) { SHORTEST_WORD } else { SHORTEST_NAME };
    word.chars().count() > shortest && small
}

/// What follows digits with a space between.
pub(super) enum Apart {
    Word,
    Number,
}

/// The word or number that follows the digits that end at `end`, with a space between.
pub(super) fn apart(text: &str, end: usize) -> Option<Apart> {
    let follows = text[end..].trim_start();
    let first = follows.chars().next().filter(|c| c.is_alphanumeric() && !begins_with_month(follows))?;
    let apart = text[end..].starts_with(char::is_whitespace);
    apart.then_some(if first.is_alphabetic() { Apart::Word } else { Apart::Number })
}

/// Whether the sentence goes on in lower case behind the digits that end at `end`.
pub(super) fn runs_on(text: &str, end: usize) -> bool {
    text[end..].trim_start().starts_with(char::is_lowercase)
}

/// Whether the digits that end at `end` are glued to a word, or are two numbers and more behind it.
fn glued_word(text: &str, end: usize) -> bool {
    let word = text[..end].trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ','));
    let digits = &text[word.len()..end];
    word.ends_with(char::is_alphabetic) && (digits.starts_with(is_digit) || numbers(digits).nth(1).is_some())
}

pub(super) fn ends_block(text: &str, end: usize) -> bool {
    text[end..].chars().all(|c| c.is_whitespace() || is_closing(c))
}

pub(super) fn is_closing(c: char) -> bool {
    "”\"’'»“‘)]*_」』".contains(c)
}

/// Whether `text` begins with a month.
pub(super) fn begins_with_month(text: &str) -> bool {
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
    // `Sie` is short for a month in another language.
    !opens_sentence(&word)
        && crate::date::read(&format!("1 {word} 2000"), crate::date::DayMonth::Unknown)
            .is_some_and(|date| date.range.end == word.len() + 7)
}

/// Whether `text` goes on with a date whose day stands before it. No sentence may begin there.
pub(super) fn goes_on_with_date(text: &str) -> bool {
    goes_on_with_year(text) || begins_with_month(text)
}

/// Whether `text` goes on with a word and a year, as dates do in whatever language; not as sentences do: `In 2014`.
fn goes_on_with_year(text: &str) -> bool {
    let behind_word = text.trim_start_matches(char::is_alphabetic);
    let year = behind_word.trim_start_matches([' ', '.']);
    let word = text[..text.len() - behind_word.len()].to_lowercase();
    !word.is_empty()
        && !goes_on_with(&word)
        && year.len() < behind_word.len()
        && digits(year) == 4
        && ends_in_year(&year[..4])
}
