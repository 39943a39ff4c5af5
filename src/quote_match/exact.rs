//! Exact search in folded text: the same letters, from the start of a word to the end of one.

use std::ops::Range;

use memchr::memmem::Finder;

use super::folding::fold::Folded;
use super::languages::particles::is_particle;
use super::weighing::amounts::{compound, counting, cut, goes_on, is_grouped, is_unit, is_unspaced, shares, sides};

/// Occurrences that are counted; a phrase that stands more often is not told apart by its number.
const MAX_OCCURRENCES: usize = 10_000;

/// Letters that an ending in brackets may stand for: `claim[ed]` for `claims`, `claiming`.
const MAX_ENDING: usize = 4;

/// Where an occurrence may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// At the end of a word.
    Word,
    /// Within the last word, a few letters before its end.
    Stem,
    /// At the end of a word, or before a particle that Korean writes on to it.
    Particle,
}

/// The beginnings of all words of a page: most passages that do not stand there are told by their first letters, without
/// going over the text.
#[derive(Debug)]
pub(super) struct Beginnings {
    /// A bit for each value that the hash of a beginning can have.
    bits: Vec<u64>,
    shift: u32,
}

/// Bytes of a beginning.
const BEGINNING: usize = 24;

/// Bytes that are read at once.
const EIGHT: usize = 8;

/// Bits for each word of the page: one in so many passages that do not stand there is looked for all the same.
const BITS_A_WORD: usize = 16;

impl Beginnings {
    /// Of the words of `page`.
    pub fn new(page: &Folded<'_>) -> Self {
        let size = (page.words.len() * BITS_A_WORD).next_power_of_two().max(64);
        let mut own = Self { bits: vec![0; size / 64], shift: 64 - size.ilog2() };
        for index in page.all() {
            if let Some(beginning) = first_letters(&page.text.as_bytes()[page.at(index)..]) {
                let (block, bit) = own.place(beginning);
                own.bits[block] |= bit;
            }
        }
        own
    }

    /// Whether the letters of `needle` can stand there from the start of a word.
    pub fn may_begin(&self, needle: &str) -> bool {
        let place = first_letters(needle.as_bytes()).map(|beginning| self.place(beginning));
        place.is_none_or(|(block, bit)| self.bits[block] & bit != 0)
    }

    fn place(&self, beginning: &[u8; BEGINNING]) -> (usize, u64) {
        const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
        let (eights, _) = beginning.as_chunks::<EIGHT>();
        let mixed = eights
            .iter()
            .fold(0, |hash: u64, eight| (hash.rotate_left(29) ^ u64::from_le_bytes(*eight)).wrapping_mul(ODD));
        let at = usize::try_from(mixed >> self.shift).unwrap_or_default();
        (at / 64, 1 << (at % 64))
    }
}

/// The first [`BEGINNING`] bytes.
fn first_letters(text: &[u8]) -> Option<&[u8; BEGINNING]> {
    text.first_chunk()
}

/// The words of the page that fold to `needle`, every occurrence in order.
pub(super) fn occurrences(page: &Folded<'_>, needle: &str, end: End) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if needle.is_empty() {
        return found;
    }
    let finder = Finder::new(needle);
    let mut from = 0;
    while found.len() < MAX_OCCURRENCES
        && let Some(at) = next(page, &finder, from, needle.len(), end)
    {
        let last = match end {
            End::Word => at + needle.len(),
            End::Stem | End::Particle => page.edge_after(at + needle.len() - 1),
        };
        found.push(page.index_at(at)..page.index_at(last));
        from = page.edge_after(at);
    }
    found
}

/// Where in the folded text `needle` first stands as whole words, from byte `from` on.
pub(super) fn first(page: &Folded<'_>, needle: &str, from: usize) -> Option<usize> {
    next(page, &Finder::new(needle), from, needle.len(), End::Word).filter(|_| !needle.is_empty())
}

/// The words, and with them the rest of a number that they cut: its sign, its thousands, what follows its thousands,
/// what goes on in words, that it is a percentage.
pub(super) fn with_whole_numbers(page: &Folded<'_>, words: &Range<usize>) -> Range<usize> {
    let mut whole = words.clone();
    let begins_before = |start: usize| {
        is_signed(page, start)
            || is_grouped(page, start - 1)
            || is_unit(page, start)
            || is_unspaced(page, start - 1)
            || counting::leads(page, start)
            || compound::goes_on(page, start - 1)
    };
    let ends_behind = |end: usize| {
        is_grouped(page, end - 1)
            || goes_on(page, end - 1)
            || is_share(page, end - 1)
            || (1..=LONGEST_BEHIND).any(|length| is_inside(page, end, length))
            || cut::makes_another(page, end)
    };
    while whole.start > 0 && whole.start < whole.end && begins_before(whole.start) {
        whole.start -= 1;
    }
    while whole.end > whole.start && whole.end < page.words.len() && ends_behind(whole.end) {
        whole.end += 1;
    }
    whole
}

/// Whether the word before `index` is a sign right before its digits: `-5`, `<5`. A long dash is none.
fn is_signed(page: &Folded<'_>, index: usize) -> bool {
    let sign = page.written(index - 1..index);
    let minus = page.word(index - 1) == "−" && !matches!(sign, "—" | "―" | "‒");
    (minus || matches!(sign, "±" | "√" | "<" | ">" | "≤" | "≥" | "≠" | "≮" | "≯"))
        && page.between(index - 1).is_empty()
        && page.word(index).starts_with(|c: char| c.is_ascii_digit())
}

/// Whether the word behind `index` belongs to the share of a hundred that the number before makes with it: `30%`, `30 per cent`.
fn is_share(page: &Folded<'_>, index: usize) -> bool {
    const PHRASE: usize = 6;
    let number = |at: usize| page.word(at).ends_with(|c: char| c.is_ascii_digit());
    let one_line = |at: usize| !page.between(at).contains('\n');
    (index.saturating_sub(PHRASE)..=index)
        .any(|at| number(at) && one_line(at) && shares::end_of(page, at + 1).is_some_and(|end| end > index + 1))
}

/// Words of what stands behind a number and makes another of it, at most.
const LONGEST_BEHIND: usize = 3;

/// Whether what belongs to a number begins `length - 1` words before word `end`, and goes on with that.
fn is_inside(page: &Folded<'_>, end: usize, length: usize) -> bool {
    let start = (end + 1).checked_sub(length).filter(|&start| start > 0);
    start.is_some_and(|start| sides::behind(page, start).is_some_and(|words| words >= length))
}

/// Whether one of the words on both sides of `between` is a number that goes on in it.
pub(super) fn cuts_number(page: &Folded<'_>, between: &Range<usize>) -> bool {
    let (start, end) = (between.start, between.end);
    let before = start > 0 && with_whole_numbers(page, &(start - 1..start)).end > start;
    before || end < page.words.len() && with_whole_numbers(page, &(end..end + 1)).start < end
}

fn next(page: &Folded<'_>, finder: &Finder<'_>, mut from: usize, length: usize, end: End) -> Option<usize> {
    loop {
        let at = from + finder.find(page.text.as_bytes().get(from..)?)?;
        let stop = at + length;
        let ends = match end {
            End::Word => page.is_edge(stop),
            End::Stem => page.is_edge(stop) || page.edge_after(stop) - stop <= MAX_ENDING,
            End::Particle => page.is_edge(stop) || is_particle(&page.text[stop..page.edge_after(stop)]),
        };
        if page.is_edge(at) && ends {
            return Some(at);
        }
        from = page.edge_after(at);
    }
}
