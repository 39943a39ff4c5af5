//! First marks of notes that their place alone does not tell from a quantity.
//!
//! Where the numbers follow the order in which the notes first appear, the first mark of note 7 stands behind that of note
//! 6 and before that of note 8. A number 7 between the two that can be a mark, and is the only one, is that mark.

use std::collections::BTreeMap;
use std::ops::Range;

use super::words::{announces_a_number, goes_on_with, is_abbreviation, shortens_an_announcement};
use super::{
    DIGITS, Figure, Found, begins_with_month, closes_emphasis, digits, ends_block, ends_in_dated_year, ends_in_year,
    figure, groups_thousands, is_closing, is_digit, is_joined_to_digits, is_masked, is_outside_words,
    is_point_of_sentence, numbers,
};
use crate::document::draft::Draft;
use crate::document::{Block, Quoted};

/// Fewer marks say nothing of an order.
const FEWEST: usize = 3;
/// Of so many notes one may come out of order: what a mistaken number looks like.
const NOTES_A_SLIP: usize = 10;
/// A shorter word with a number glued to it is a name: `MP3`.
const SHORTEST_WORD: usize = 3;
/// Blanks before a number that still belongs to the word before them.
const MOST_BLANKS: usize = 2;

/// A number that can be the mark of a note.
pub(super) struct Candidate {
    /// In the prose.
    pub(super) range: Range<usize>,
    pub(super) number: usize,
    pub(super) doubt: Doubt,
}

/// How much a number looks like something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Doubt {
    /// Nothing that is counted stands beside it.
    Small,
    /// It could count the word behind it, or belong to the name before it.
    Large,
    /// It is no mark.
    Sure,
}

/// The marks that `found`, the marks of one list of `length` notes, leaves out in `blocks`. With `glued` the numbers stand
/// without a space before them.
pub(super) fn fill(
    draft: &Draft<'_>,
    quoted: &[Quoted],
    blocks: &[&Block],
    found: &[Found],
    length: usize,
    glued: bool,
) -> Vec<Range<usize>> {
    let mut firsts = first_marks(draft, found);
    if firsts.len() < FEWEST || !are_in_order(&firsts) {
        return Vec::new();
    }
    let candidates: Vec<Candidate> = blocks.iter().flat_map(|block| candidates(draft, block, glued)).collect();
    let free = |candidate: &&Candidate| {
        !is_masked(&draft.masked, &candidate.range)
            && is_outside_words(quoted, &candidate.range)
            && !found.iter().any(|own| own.range.start < candidate.range.end && candidate.range.start < own.range.end)
    };
    let mut filled = Vec::new();
    for number in 1..=length {
        let start = firsts.range(..number).next_back().map_or(0, |(_, at)| *at);
        let end = firsts.range(number + 1..).next().map_or(usize::MAX, |(_, at)| *at);
        // One behind the next came before as well.
        if firsts.get(&number).is_some_and(|at| *at < end) {
            continue;
        }
        let own = candidates.iter().filter(|candidate| candidate.number == number);
        let own: Vec<&Candidate> =
            own.filter(|candidate| (start..end).contains(&candidate.range.start)).filter(free).collect();
        let least = own.iter().map(|candidate| candidate.doubt).min();
        let mut likely = own.iter().filter(|candidate| Some(candidate.doubt) == least);
        let (Some(only), None) = (likely.next(), likely.next()) else { continue };
        // Behind the last mark nothing bounds where the next can stand.
        let bounded = end < usize::MAX;
        let is_mark = match only.doubt {
            Doubt::Small => bounded || firsts.contains_key(&(number - 1)),
            Doubt::Large => bounded && own.len() == 1,
            Doubt::Sure => false,
        };
        if is_mark {
            firsts.insert(number, only.range.start);
            filled.push(only.range.clone());
        }
    }
    filled
}

/// Where each number first stands.
fn first_marks(draft: &Draft<'_>, found: &[Found]) -> BTreeMap<usize, usize> {
    let mut firsts = BTreeMap::new();
    for own in found {
        for number in numbers(&draft.prose.text()[own.range.clone()]) {
            let first = firsts.entry(number).or_insert(own.range.start);
            *first = own.range.start.min(*first);
        }
    }
    firsts
}

fn are_in_order(firsts: &BTreeMap<usize, usize>) -> bool {
    let places: Vec<usize> = firsts.values().copied().collect();
    let slips = places.windows(2).filter(|pair| pair[0] > pair[1]).count();
    slips * NOTES_A_SLIP <= places.len()
}

pub(super) fn candidates(draft: &Draft<'_>, block: &Block, glued: bool) -> Vec<Candidate> {
    let text = &draft.prose.text()[block.range()];
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_digit).map(|next| at + next) {
        let end = start + digits(&text[start..]);
        at = end;
        let whole = candidate(text, start..end, glued);
        let tails = if glued && whole.is_none() { tails(text, start..end) } else { Vec::new() };
        let whole = (start, whole.unwrap_or(Doubt::Sure));
        found.extend(std::iter::once(whole).chain(tails).filter_map(|(start, doubt)| {
            let number = text[start..end].parse().ok()?;
            let range = block.range().start + start..block.range().start + end;
            Some(Candidate { range, number, doubt })
        }));
    }
    found
}

/// Whether digits can be a mark, and how much they look like something else.
fn candidate(text: &str, run: Range<usize>, glued: bool) -> Option<Doubt> {
    let fits = run.len() <= DIGITS && !text[run.clone()].starts_with('0');
    let behind = behind(text, run.end).filter(|_| fits)?;
    let before = if text[..run.start].ends_with(char::is_whitespace) {
        apart(&text[..run.start], run.len())
    } else if glued {
        let ends = ends_block(text, run.end) || is_point_of_sentence(text, run.start);
        joined(&text[..run.start], ends)
    } else {
        None
    };
    before.map(|before| before.max(behind))
}

/// What follows a mark at `end`.
fn behind(text: &str, end: usize) -> Option<Doubt> {
    if ends_block(text, end) {
        return Some(Doubt::Small);
    }
    let rest = &text[end..];
    let next = rest.chars().next()?;
    let follows = rest.trim_start();
    if is_closing(next) || ",;.:—".contains(next) {
        let after = rest[next.len_utf8()..].chars().next();
        return after.is_none_or(|c| !c.is_alphanumeric()).then_some(Doubt::Small);
    }
    if !next.is_whitespace() || begins_with_month(follows) {
        return None;
    }
    let word: String = follows.chars().take_while(|c| c.is_alphabetic()).collect();
    match follows.chars().next()? {
        c if "%°$€£+=×/~≈&".contains(c) => None,
        c if "-–".contains(c) => {
            let after = follows[c.len_utf8()..].trim_start();
            (!after.starts_with(is_digit) && follows.len() > after.len() + 1).then_some(Doubt::Small)
        }
        c if c.is_lowercase() && !goes_on_with(&word) => Some(Doubt::Large),
        c if c.is_uppercase() || is_digit(c) => Some(Doubt::Large),
        _ => Some(Doubt::Small),
    }
}

/// What stands before a mark, with a space between.
fn apart(before: &str, length: usize) -> Option<Doubt> {
    let words = before.trim_end();
    if before[words.len()..].chars().count() > MOST_BLANKS {
        return None;
    }
    let last = words.chars().next_back()?;
    let word = words.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    match last {
        '.' | '!' | '?' | '…' | ',' | ';' | ':' => {
            (last != '.' || !is_abbreviation(&words[..words.len() - 1])).then_some(Doubt::Small)
        }
        '%' => Some(Doubt::Small),
        c if is_closing(c) => Some(Doubt::Small),
        // `12 500` is one number, `in 1997 185` are two.
        c if is_digit(c) => (length != 3 || ends_in_dated_year(words)).then_some(Doubt::Large),
        c if c.is_alphabetic() && !announces_a_number(word) && !begins_with_month(word) => {
            Some(if word.starts_with(char::is_uppercase) { Doubt::Large } else { Doubt::Small })
        }
        _ => None,
    }
}

/// What a mark is glued to; `ends` where a sentence can end behind it.
fn joined(before: &str, ends: bool) -> Option<Doubt> {
    let last = before.chars().next_back()?;
    let inner = &before[..before.len() - last.len_utf8()];
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    match last {
        '.' | '!' | '?' | '…' | ',' | ';' | ':' => {
            let short = inner.is_empty() || inner.ends_with(char::is_whitespace) || shortens_an_announcement(inner);
            let doubt = if inner.ends_with(is_digit) {
                match figure(before) {
                    Some(Figure::Year) => Doubt::Small,
                    Some(_) => Doubt::Large,
                    None if last == '.' && ends => Doubt::Large,
                    None => return None,
                }
            } else {
                Doubt::Small
            };
            (!short).then_some(doubt)
        }
        '%' => Some(Doubt::Small),
        c if is_closing(c) => {
            (!inner.ends_with(char::is_whitespace) && closes_emphasis(before)).then_some(Doubt::Small)
        }
        c if c.is_alphabetic() && word.chars().count() >= SHORTEST_WORD => {
            let small = word.chars().skip(1).all(char::is_lowercase);
            Some(if small && word.starts_with(char::is_lowercase) { Doubt::Small } else { Doubt::Large })
        }
        _ => None,
    }
}

/// Marks that can be glued to the digits of a year, of thousands or of a sum: `in 2002152 and`, `$50029 to`.
fn tails(text: &str, run: Range<usize>) -> Vec<(usize, Doubt)> {
    if behind(text, run.end).is_none() {
        return Vec::new();
    }
    let before = &text[..run.start];
    let is_whole = |start: &usize| {
        let own = &text[run.start..*start];
        let sum = before.ends_with(['$', '€', '£']);
        let thousands = own.len() == 3 && groups_thousands(before, own.len());
        let year = own.len() == 4
            && (ends_in_year(own) && !before.ends_with(is_joined_to_digits) || ends_in_dated_year(&text[..*start]));
        !text[*start..].starts_with('0') && (sum || thousands || year)
    };
    (run.end.saturating_sub(DIGITS).max(run.start + 1)..run.end).filter(is_whole).map(|at| (at, Doubt::Large)).collect()
}
