//! Bare digits as note numbers: `issues. 1`, `.” 4`, `administration. 5 6`, `agent".1`, `AI.51 It`.
//!
//! Only position and order tell them from other numbers. Behind the end of a sentence or clause a number counts when
//! it is at most [`AHEAD`] past the highest so far; elsewhere only when it is the next one. Neither counts past the
//! length of the list. Where many in a row were lost, two that agree with each other take the count up again. Where the
//! list itself has numbers their order is the writer's business, and a number that is glued to a full stop, or ends its
//! block, always counts. `cargo bench --bench binding -- markers FOLDER` measures it (docs/quotes.md).

use std::ops::Range;

use super::brackets::ends_in_year;
use super::notes::{Among, Found};
use crate::document::draft::Draft;
use crate::document::{Block, BlockKind, Quoted, Role, Shape};
use words::{announces_a_number, counts_nothing, is_abbreviation, shortens_an_announcement};

mod words;

/// How far numbers may run ahead of the highest seen: some notes are lost when text is flattened.
const AHEAD: usize = 6;
/// Digits of a note number.
const DIGITS: usize = 3;
/// A shorter word with a number behind it is a name: `A4`, `Co2`.
const SHORTEST_WORD: usize = 3;
/// The same for a word with a capital: `Apollo11`, `Windows10` and their like are shorter than most that a note follows.
const SHORTEST_NAME: usize = 7;
/// After so many that are glued to what stands before them, one that is glued to a word need not be the next.
const GLUED: usize = 3;
/// Numbers of one run: far more than anybody writes, and a bound on text that is nothing but numbers.
const LONGEST_RUN: usize = 64;

/// What stands before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// The end of a sentence, with a space between.
    Stop,
    /// Punctuation that it is glued to.
    Glued,
    /// A closing quotation mark, with a space between.
    Quoted,
    /// A word or a bracket: it takes exactly the next number, at the end of a block.
    Word,
    /// A number with its punctuation, or a colon, that it is glued to: it takes exactly the next number.
    Number,
    /// A comma or a semicolon, with a space between: it takes exactly the next number, where others stand apart as well.
    Clause,
    /// A year, or the last thousands of a number: where others are glued as well, the next number.
    Digits,
}

/// A list that numbers point to.
struct List {
    start: usize,
    /// The highest number that it has.
    length: usize,
    /// Whether its entries carry their numbers.
    numbered: bool,
}

/// Bare numbers of the prose, for the reference lists that the document has.
pub(in crate::document) fn find(draft: &Draft<'_>, quoted: &[Quoted]) -> Vec<Found> {
    let lists = lists(draft);
    let mut found = Vec::new();
    let mut reader = Reader {
        draft,
        quoted,
        list: 0,
        length: 0,
        numbered: false,
        highest: 0,
        stand_apart: false,
        glued: 0,
        pending: None,
    };
    for block in draft.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Heading | BlockKind::Entry)) {
        let start = draft.prose.span(&block.range).start;
        let ahead = lists.partition_point(|list| list.start < start).min(lists.len().saturating_sub(1));
        let Some(list) = lists.get(ahead) else { break };
        if reader.list != ahead {
            reader = Reader { list: ahead, highest: 0, stand_apart: false, glued: 0, pending: None, ..reader };
        }
        reader.length = list.length;
        reader.numbered = list.numbered;
        reader.read(block, &mut found);
    }
    found
}

fn lists(draft: &Draft<'_>) -> Vec<List> {
    let mut lists: Vec<(usize, List)> = Vec::new();
    let mut counted_on: Option<usize> = None;
    for entry in &draft.entries {
        let Role::Listed { list, numbered } = entry.role else { continue };
        // A list whose ordinals others have written is not what a bare number points to.
        let opens = lists.last().is_none_or(|(last, _)| *last != list);
        if !numbered && (counted_on == Some(list) || opens && entry.label != "1") {
            counted_on = Some(list);
            continue;
        }
        let Ok(number) = entry.label.parse::<usize>() else { continue };
        match lists.last_mut().filter(|(last, _)| *last == list) {
            Some((_, own)) => own.length = own.length.max(number),
            None => lists.push((list, List { start: entry.span.start, length: number, numbered })),
        }
    }
    lists.sort_by_key(|(_, list)| list.start);
    lists.into_iter().map(|(_, list)| list).collect()
}

struct Reader<'a> {
    draft: &'a Draft<'a>,
    quoted: &'a [Quoted],
    list: usize,
    length: usize,
    numbered: bool,
    highest: usize,
    /// Whether a space stands before the numbers, as far as they were found.
    stand_apart: bool,
    /// How many were found without one.
    glued: usize,
    /// One that runs too far ahead: the next may agree with it. Where it stands within its block, and its numbers.
    pending: Option<(Range<usize>, usize)>,
}

impl Reader<'_> {
    fn read(&mut self, block: &Block, found: &mut Vec<Found>) {
        let text = &self.draft.prose.text()[block.range.clone()];
        let mut at = 0;
        while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|next| at + next) {
            let end = start + digits(&text[start..]);
            let start = self.behind_number(text, start, end).unwrap_or(start);
            at = end;
            let whole = block.range.start + start..block.range.start + end;
            if is_masked(&self.draft.masked, &whole) || !self.is_outside_words(&whole) {
                continue;
            }
            if let Some(run) = self.run((text, block.range.start), start, end) {
                at = run.end;
                let range = block.range.start + run.start..block.range.start + run.end;
                let agreed = self.pending.take().map(|(range, _)| range);
                found.extend(agreed.into_iter().chain([range]).map(|range| self.found(range)));
            }
        }
    }

    /// Where the next number begins that is glued to a year or to thousands: `in 2002152 and`, `about 15,000339 people`.
    fn behind_number(&self, text: &str, start: usize, end: usize) -> Option<usize> {
        let next = (self.highest + 1).to_string();
        let own = text[start..end].strip_suffix(next.as_str()).filter(|_| self.glued >= GLUED)?;
        let thousands = own.len() == 3 && groups_thousands(&text[..start], own.len());
        let year = own.len() == 4 && ends_in_year(own) && !text[..start].ends_with(is_joined_to_digits);
        (thousands || year).then_some(start + own.len())
    }

    fn found(&self, range: Range<usize>) -> Found {
        let labels = numbers(&self.draft.prose.text()[range.clone()]).map(|number| number.to_string()).collect();
        let span = self.draft.prose.span(&range);
        Found { labels, among: Among::Lists, shape: Shape::Bare, range, span }
    }

    /// The run of note numbers that begins with the digits `start..end`.
    fn run(&mut self, text: (&str, usize), start: usize, end: usize) -> Option<Range<usize>> {
        let before = before(text.0, start)?;
        let whole = chained(text.0, end);
        self.accepted(text, start..whole, before).or_else(|| {
            // `the national total.94 84 homicides`
            let alone = whole > end && before == Before::Glued && text.0[start..end].parse() == Ok(self.highest + 1);
            if alone { self.accepted(text, start..end, before) } else { None }
        })
    }

    /// The run, if its numbers are those of notes; `offset` is where the text of its block begins in the prose.
    fn accepted(&mut self, (text, offset): (&str, usize), run: Range<usize>, before: Before) -> Option<Range<usize>> {
        let numbers: Vec<usize> = numbers(&text[run.clone()]).collect();
        let (first, next) = (*numbers.first()?, self.highest + 1);
        let goes_on =
            goes_on(text, run.end, before) || before == Before::Glued && first == next && is_apart(text, run.end);
        if !goes_on || numbers.contains(&0) {
            return None;
        }
        let fits = |number: usize| number <= self.length;
        let (all_fit, ahead) = (numbers.iter().all(|&number| fits(number)), first <= self.highest + AHEAD);
        let in_order = match before {
            Before::Stop if self.numbered && ends_block(text, run.end) => fits(first) || ahead,
            Before::Glued if self.numbered => fits(first) || ahead,
            Before::Stop | Before::Glued => ahead,
            Before::Quoted => fits(first) && if runs_on(text, run.end) { first <= next } else { ahead },
            Before::Word if first == next => {
                let amid = text[..run.start].ends_with(' ') && !ends_block(text, run.end);
                (self.stand_apart || !amid) && numbers.is_sorted_by(|one, next| one + 1 == *next)
            }
            Before::Word => self.glued >= GLUED && ahead && is_glued_to_plain_word(&text[..run.start]),
            Before::Clause => self.stand_apart && first == next && fits(first),
            Before::Number | Before::Digits => first == next && fits(first),
        };
        let strong = all_fit && matches!(before, Before::Stop | Before::Glued);
        let agrees =
            strong && self.pending.as_ref().is_some_and(|(_, last)| (last + 1..=last + AHEAD).contains(&first));
        if !in_order && !agrees {
            if strong && numbers.iter().all(|&number| number > self.highest) {
                let last = numbers.iter().copied().max().unwrap_or(first);
                self.pending = Some((offset + run.start..offset + run.end, last));
            }
            return None;
        }
        let past_the_end = self.highest > 0 && ends_block(text, run.end);
        if !all_fit && !past_the_end {
            return None;
        }
        self.pending = self.pending.take().filter(|_| agrees);
        self.highest = numbers.into_iter().filter(|&number| fits(number)).fold(self.highest, usize::max);
        self.stand_apart |= before == Before::Stop;
        self.glued += usize::from(matches!(before, Before::Glued | Before::Word));
        Some(run)
    }

    /// Whether digits are no words of a quotation: outside, or the last thing before its closing mark.
    fn is_outside_words(&self, digits: &Range<usize>) -> bool {
        let next = self.quoted.partition_point(|quoted| quoted.parts.last().is_some_and(|part| part.end < digits.end));
        let parts = self.quoted.get(next).map_or(&[][..], |quoted| &quoted.parts);
        parts.iter().all(|part| digits.end <= part.start || digits.start >= part.end || digits.end == part.end)
    }
}

fn is_masked(masked: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = masked.partition_point(|mask| mask.end <= range.start);
    masked.get(next).is_some_and(|mask| mask.start < range.end)
}

fn digits(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len()
}

fn numbers(run: &str) -> impl Iterator<Item = usize> {
    run.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map(|digits| if digits.len() > DIGITS || digits.starts_with('0') { 0 } else { digits.parse().unwrap_or(0) })
}

/// The end of a run such as `5 6`, `5, 6` or `5,6` that goes on behind the digits that end at `end`.
fn chained(text: &str, end: usize) -> usize {
    let mut end = end;
    for _ in 0..LONGEST_RUN {
        let rest = &text[end..];
        let gap = rest.len() - rest.trim_start_matches([',', ' ']).len();
        let more = digits(&rest[gap..]);
        let next = end + gap + more;
        let mut behind = text[next..].chars();
        let (sign, then) = (behind.next(), behind.next());
        let decimal = sign == Some('.') && then.is_some_and(|c| c.is_ascii_digit());
        let whole = !decimal && sign.is_none_or(|c| c.is_whitespace() || ",.;)]”\"’".contains(c));
        if gap == 0 || gap > 2 || more == 0 || more > DIGITS || !whole {
            break;
        }
        end = next;
    }
    end
}

fn before(text: &str, start: usize) -> Option<Before> {
    let before = &text[..start];
    let last = before.chars().next_back()?;
    if !last.is_whitespace() {
        return glued(before, last, digits(&text[start..]));
    }
    let words = before.trim_end();
    if before.len() - words.len() > 3 {
        return None;
    }
    // French puts a space before its closing mark.
    let bare = words.trim_end_matches(|c: char| is_closing(c) || c.is_whitespace());
    let stop = bare.chars().next_back()?;
    if ".!?…。".contains(stop) {
        let abbreviated = bare.len() == words.len() && is_abbreviation(&bare[..bare.len() - stop.len_utf8()]);
        let quoted = runs_on(text, chained(text, start + digits(&text[start..])))
            && words.ends_with(['”', '"', '’', '»', '」', '』']);
        return (!abbreviated).then_some(if quoted { Before::Quoted } else { Before::Stop });
    }
    if bare.len() < words.len() && words.ends_with(['”', '"', '’', '»', '」', '』']) {
        return Some(Before::Quoted);
    }
    if words.ends_with([',', ';']) {
        return Some(Before::Clause);
    }
    if words.ends_with(')') && ends_block(&text[start..], digits(&text[start..])) {
        return Some(Before::Stop);
    }
    let own_word = bare.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let plain = bare.len() < words.len() || own_word.starts_with(char::is_lowercase) && !announces_a_number(own_word);
    (plain && stop.is_alphanumeric()).then_some(Before::Word)
}

fn glued(before: &str, last: char, digits: usize) -> Option<Before> {
    let inner = &before[..before.len() - last.len_utf8()];
    let previous = inner.chars().next_back();
    match last {
        '.' | '!' | '?' | '…' | ',' | ';' | '。' | '，' => {
            let number = previous.is_some_and(|c| c.is_ascii_digit());
            let year = last == '.' && ends_in_year(inner);
            let abbreviated = last == '.' && shortens_an_announcement(inner);
            let open = previous.is_some_and(|c| !c.is_whitespace()) && !abbreviated;
            match number && !year {
                _ if !open => None,
                true => {
                    (matches!(last, '.' | ',' | ';') && !groups_thousands(before, digits)).then_some(Before::Number)
                }
                false => Some(Before::Glued),
            }
        }
        ':' => previous.is_some_and(char::is_alphabetic).then_some(Before::Number),
        c if c.is_ascii_digit() => Some(Before::Digits),
        c if is_closing(c) => previous.is_some_and(|c| !c.is_whitespace()).then_some(Before::Glued),
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
fn goes_on(text: &str, end: usize, before: Before) -> bool {
    let rest = &text[end..];
    if ends_block(text, end) {
        return true;
    }
    let Some(next) = rest.chars().next() else { return true };
    let follows = rest.trim_start();
    let word = follows.chars().next().unwrap_or(' ');
    let large =
        !word.is_lowercase() && !word.is_ascii_digit() && !"%°$€£+=×/-–".contains(word) && !begins_with_month(follows);
    match before {
        Before::Stop => next.is_whitespace() && large || is_closing(next) && next != ')',
        Before::Glued => {
            let apart = next.is_whitespace() || is_closing(next) || "—([".contains(next);
            let clause = ",;.:".contains(next) && !rest[1..].starts_with(|c: char| c.is_alphanumeric());
            apart
                && (large
                    || !text[..end]
                        .trim_end_matches(|c: char| c.is_ascii_digit() || ", ".contains(c))
                        .ends_with(['.', '!', '?']))
                || clause
        }
        Before::Quoted => {
            let clause = ",;.:)".contains(next) && !rest[1..].starts_with(|c: char| c.is_alphanumeric());
            clause || next.is_whitespace() && (large || word.is_lowercase() && !begins_with_month(follows))
        }
        Before::Number => {
            next.is_whitespace() && (large || text[..end].trim_end_matches(is_digit).ends_with([',', ';']))
        }
        Before::Clause => next.is_whitespace() && !begins_with_month(follows) && word.is_alphabetic(),
        Before::Digits => next.is_whitespace() && word.is_alphabetic() && !begins_with_month(follows),
        Before::Word => {
            let sentence = follows.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            let amid = next.is_whitespace() && counts_nothing(sentence);
            (next.is_whitespace() || ",;.".contains(next)) && glued_word(text, end) || amid
        }
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Whether the comma at the end of `before` may part the thousands of a number: one to three digits stand before it, and
/// three behind.
fn groups_thousands(before: &str, behind: usize) -> bool {
    let Some(digits) = before.strip_suffix(',') else { return false };
    (1..=3).contains(&(digits.len() - digits.trim_end_matches(is_digit).len())) && behind == 3
}

fn is_joined_to_digits(c: char) -> bool {
    c.is_alphanumeric() || ",.-/$£€".contains(c)
}

/// Whether `text` ends in a word that is long enough to be no part of a name or a move in chess.
fn is_glued_to_plain_word(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let small = word.chars().skip(1).all(char::is_lowercase);
    let shortest = if word.starts_with(char::is_lowercase) { SHORTEST_WORD } else { SHORTEST_NAME };
    word.chars().count() > shortest && small
}

/// Whether a word or a number follows the digits that end at `end`, with a space between.
fn is_apart(text: &str, end: usize) -> bool {
    let follows = text[end..].trim_start();
    text[end..].starts_with(char::is_whitespace)
        && follows.starts_with(char::is_alphanumeric)
        && !begins_with_month(follows)
}

/// Whether the sentence goes on in lower case behind the digits that end at `end`.
fn runs_on(text: &str, end: usize) -> bool {
    text[end..].trim_start().starts_with(char::is_lowercase)
}

/// Whether the digits that end at `end` are glued to a word, or are two numbers and more behind it.
fn glued_word(text: &str, end: usize) -> bool {
    let word = text[..end].trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ','));
    let digits = &text[word.len()..end];
    word.ends_with(char::is_alphabetic) && (digits.starts_with(is_digit) || numbers(digits).nth(1).is_some())
}

fn ends_block(text: &str, end: usize) -> bool {
    text[end..].chars().all(|c| c.is_whitespace() || is_closing(c))
}

fn is_closing(c: char) -> bool {
    "”\"’'»“‘)]*_」』".contains(c)
}

fn begins_with_month(text: &str) -> bool {
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
    crate::date::read(&format!("1 {word} 2000"), crate::date::DayMonth::Unknown)
        .is_some_and(|date| date.range.end == word.len() + 7)
}

#[cfg(test)]
mod tests;
