//! Words that a quote leaves out of its passage without a mark: who says it, in the middle of what is said.

use std::ops::Range;

use super::seeds::Index;
use crate::quote_match::folding::align::{Step, StepKind};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_function, is_pronoun};

/// Pieces into which a passage may fall: a sentence is not interrupted oftener.
const MOST_PIECES: usize = 4;

/// Words of a piece, on average at least: one word here and one there is a collage.
const WORDS_A_PIECE: usize = 3;

/// Words that may be left out beside a piece of so many words or fewer: short pieces stand anywhere, and two of four words and more
/// nowhere by chance, as far apart as an ellipsis is looked for.
const LEFT_OUT: [(usize, usize); 4] = [(1, 15), (2, 60), (3, 400), (usize::MAX, 2_000)];

/// Words between small words and the next piece beside which they are no chance: “I have” before “never promised”.
const BESIDE: usize = 2;

/// A piece of the quote and its place on the page.
#[derive(Debug, Clone, Copy)]
struct Piece {
    quote: usize,
    page: usize,
    length: usize,
}

/// The steps in which every word of `quote` stands on `page` in order, with words of the page between some of them.
/// `steps` is a poorer alignment that has one of the pieces. None where the quote stands in one piece, or not whole.
pub(crate) fn joined(quote: &Folded<'_>, page: &Folded<'_>, index: &Index, steps: &[Step]) -> Option<Vec<Step>> {
    let total = quote.words.len();
    let mut pieces = vec![longest(steps)?];
    while let Some(last) = pieces.last().copied()
        && last.quote + last.length < total
        && pieces.len() <= MOST_PIECES
    {
        pieces.push(behind(quote, page, index, last)?);
    }
    while let Some(first) = pieces.first().copied()
        && first.quote > 0
        && pieces.len() <= MOST_PIECES
    {
        pieces.insert(0, before(quote, page, index, first)?);
    }
    let is_told = (2..=MOST_PIECES).contains(&pieces.len()) && pieces.len() * WORDS_A_PIECE <= total;
    is_told.then(|| in_steps(&pieces))
}

/// The longest run of words that are the same.
fn longest(steps: &[Step]) -> Option<Piece> {
    let mut best: Option<Piece> = None;
    let mut run: Option<Piece> = None;
    for step in steps {
        let single = step.kind == StepKind::Same && step.quote.len() == 1 && step.page.len() == 1;
        run = match run {
            _ if !single => None,
            Some(run) => Some(Piece { length: run.length + 1, ..run }),
            None => Some(Piece { quote: step.quote.start, page: step.page.start, length: 1 }),
        };
        best = best.into_iter().chain(run).max_by_key(|piece| piece.length);
    }
    best
}

/// The piece of the quote behind `last`, the longest that stands near enough.
fn behind(quote: &Folded<'_>, page: &Folded<'_>, index: &Index, last: Piece) -> Option<Piece> {
    let (from, start) = (last.quote + last.length, last.page + last.length);
    let same = |at: usize| {
        let words = (from..quote.words.len()).zip(at..page.words.len());
        words.take_while(|(one, other)| quote.word(*one) == page.word(*other)).count()
    };
    let places = index.places_in(quote.word(from), start..start + room(last.length) + 1);
    let found = places.map(|at| Piece { quote: from, page: at, length: same(at) });
    let near = |piece: &Piece| piece.page - start <= room(piece.length.min(last.length));
    longest_of(found.filter(near)).filter(|piece| tells(quote, piece, piece.page - start))
}

/// The same before `first`, the nearest of the longest.
fn before(quote: &Folded<'_>, page: &Folded<'_>, index: &Index, first: Piece) -> Option<Piece> {
    let same = |end: usize| {
        let words = (0..first.quote).rev().zip((0..end).rev());
        words.take_while(|(one, other)| quote.word(*one) == page.word(*other)).count()
    };
    let places = first.page.saturating_sub(room(first.length) + 1)..first.page;
    let places = index.places_in(quote.word(first.quote - 1), places);
    let ends = places.rev().map(|at| (at + 1, same(at + 1)));
    let near = |(end, length): &(usize, usize)| first.page - end <= room(*length.min(&first.length));
    let found =
        ends.filter(near).map(|(end, length)| Piece { quote: first.quote - length, page: end - length, length });
    longest_of(found).filter(|piece| tells(quote, piece, first.page - piece.page - piece.length))
}

/// The first of the longest.
fn longest_of(pieces: impl Iterator<Item = Piece>) -> Option<Piece> {
    pieces.reduce(|best, next| if next.length > best.length { next } else { best }).filter(|best| best.length > 0)
}

/// Whether a piece says enough to be no chance, or stands right beside the next, but for `left_out` words.
fn tells(quote: &Folded<'_>, piece: &Piece, left_out: usize) -> bool {
    let content = |index: usize| !is_function(quote.word(index)) && !is_pronoun(quote.word(index));
    let beside = piece.length > 1 && left_out <= BESIDE;
    piece.length >= WORDS_A_PIECE || beside || words(piece.quote, piece.length).any(content)
}

/// How many words may be left out beside a piece of so many words.
fn room(length: usize) -> usize {
    LEFT_OUT.iter().find(|(most, _)| length <= *most).map_or(0, |(_, words)| *words)
}

fn words(from: usize, length: usize) -> Range<usize> {
    from..from + length
}

fn in_steps(pieces: &[Piece]) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for piece in pieces {
        if let Some(last) = steps.last().filter(|last| last.page.end < piece.page) {
            let left_out = last.page.end..piece.page;
            steps.push(Step { kind: StepKind::Changed, quote: piece.quote..piece.quote, page: left_out });
        }
        let same = |at| {
            let (quote, page) = (piece.quote + at, piece.page + at);
            Step { kind: StepKind::Same, quote: quote..quote + 1, page: page..page + 1 }
        };
        steps.extend((0..piece.length).map(same));
    }
    steps
}
