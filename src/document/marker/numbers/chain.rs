//! Marks that their place does not tell, a space before them amid sentences, where their order does: they count through the
//! whole list, `the analysis 24, several`, `became the first state 12 to enact`. Steps, tables and lessons that are counted
//! have the same word before each number.

use std::ops::Range;

use super::gaps::{Candidate, Doubt, candidates};
use super::words::are_announced;
use super::{Found, is_masked, is_outside_words};
use crate::document::draft::Draft;
use crate::document::{Block, Quoted};

/// A shorter list is counted through by chance.
const SHORTEST: usize = 4;
/// One that is shorter than this has to be counted through whole, in several blocks, and mostly where nothing is counted.
const SHORT: usize = 8;
/// Of ten entries of the list, so many are pointed to.
const OF_TEN: usize = 9;
/// Numbers that may be left out between two.
const LEFT_OUT: usize = 2;

/// The longest count through the list with numbers that have words before them; nothing where it leaves out more than a tenth.
pub(super) fn find(
    draft: &Draft<'_>,
    quoted: &[Quoted],
    blocks: &[&Block],
    found: &[Found],
    length: usize,
) -> Vec<Range<usize>> {
    if length < SHORTEST {
        return Vec::new();
    }
    let is_free = |candidate: &Candidate| {
        (1..=length).contains(&candidate.number)
            && candidate.doubt != Doubt::Sure
            && !is_masked(&draft.masked, &candidate.range)
            && is_outside_words(quoted, &candidate.range)
    };
    let candidates: Vec<Candidate> =
        blocks.iter().flat_map(|block| candidates(draft, block, false)).filter(is_free).collect();
    let counted = counted(&candidates, length);
    let prose = draft.prose.text();
    let is_through = counted.len() * 10 >= length * OF_TEN && (length >= SHORT || is_certain(blocks, &counted, length));
    if !is_through || are_announced(prose, counted.iter().map(|candidate| candidate.range.start)) {
        return Vec::new();
    }
    let is_new =
        |range: &Range<usize>| !found.iter().any(|own| own.range.start < range.end && range.start < own.range.end);
    counted.into_iter().map(|candidate| candidate.range.clone()).filter(is_new).collect()
}

/// Whether a short list is counted through whole, in as many blocks as half of its numbers, and mostly beside nothing that is counted.
fn is_certain(blocks: &[&Block], counted: &[&Candidate], length: usize) -> bool {
    let small = counted.iter().filter(|candidate| candidate.doubt == Doubt::Small).count();
    let mut of: Vec<usize> = counted
        .iter()
        .map(|candidate| blocks.partition_point(|block| block.range().end <= candidate.range.start))
        .collect();
    of.dedup();
    counted.len() == length && small * 2 > length && of.len() * 2 >= length
}

/// The longest row of candidates in the order of the text that counts up, at most [`LEFT_OUT`] at a time left out.
pub(super) fn counted(candidates: &[Candidate], length: usize) -> Vec<&Candidate> {
    // For each number, the longest row that ends in it: its length, its last candidate, and the one before that.
    let mut longest: Vec<Option<(usize, usize)>> = vec![None; length + 1];
    let mut before: Vec<Option<usize>> = Vec::with_capacity(candidates.len());
    for (at, candidate) in candidates.iter().enumerate() {
        let from = candidate.number.saturating_sub(LEFT_OUT + 1);
        let last = (from..candidate.number).filter_map(|number| longest[number]).max_by_key(|(length, _)| *length);
        before.push(last.map(|(_, last)| last));
        let row = last.map_or(1, |(length, _)| length + 1);
        let begins = last.is_some() || candidate.number <= LEFT_OUT + 1;
        if begins && longest[candidate.number].is_none_or(|(own, _)| own < row) {
            longest[candidate.number] = Some((row, at));
        }
    }
    let mut next = longest.iter().flatten().max_by_key(|(row, _)| *row).map(|(_, at)| *at);
    let mut counted = Vec::new();
    while let Some(at) = next {
        counted.push(&candidates[at]);
        next = before[at];
    }
    counted.reverse();
    counted
}
