//! Two runs of words side by side: which stand for which, and which stand alone.

use std::cmp::Ordering;
use std::ops::Range;

use super::fold::Folded;

/// Words of a folded text.
#[derive(Debug, Clone)]
pub(crate) struct Passage<'f, 't> {
    /// The text.
    pub folded: &'f Folded<'t>,
    /// The words.
    pub words: Range<usize>,
}

/// A piece of an alignment. Word indices are those of the folded texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Step {
    /// What the two sides are to each other.
    pub kind: StepKind,
    /// Words of the quote.
    pub quote: Range<usize>,
    /// Words of the page.
    pub page: Range<usize>,
}

/// What the two sides of a step are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StepKind {
    /// The same letters; more than one word where only one side divides them.
    Same,
    /// The same number or date in another form.
    Form,
    /// One word in another spelling.
    Spelling,
    /// Other letters, or nothing on one side.
    Changed,
    /// Words of the page at a place where the quote has a mark of its writer's.
    Gap,
}

/// Words of one side that may be written as one on the other: `left-of-center`, `leftofcenter`.
const MAX_JOINED: u8 = 4;

/// Cells of an alignment: 3,500 words (a quote of 20,000 characters) against a window of as many and some more.
const MAX_CELLS: usize = 1 << 24;

const INSERT: u32 = 2;
/// More than an insertion: `is used` on a page that has `is not used` lacks a word; it does not begin at `used`.
const DELETE: u32 = 3;
/// Less than a deletion with an insertion, so that a changed word stands against the word that it replaces.
const REPLACE: u32 = 4;

/// Another spelling of a word.
const RESPELL: u32 = 1;

/// How a cell was reached. Joined steps carry how many words the divided side has.
#[derive(Debug, Clone, Copy)]
enum Move {
    Pair,
    Delete,
    Insert,
    QuoteDivided(u8),
    PageDivided(u8),
}

/// Steps of the same words that follow each other on both sides.
pub(crate) fn neighbours(steps: &[Step]) -> impl Iterator<Item = (&Step, &Step)> {
    let agrees = |step: &Step| {
        let same = matches!(step.kind, StepKind::Same | StepKind::Form | StepKind::Spelling);
        same && !step.quote.is_empty() && !step.page.is_empty()
    };
    let pairs =
        steps.windows(2).filter_map(|pair| if let [before, behind] = pair { Some((before, behind)) } else { None });
    pairs.filter(move |(before, behind)| {
        let adjoin = before.quote.end == behind.quote.start && before.page.end == behind.page.start;
        adjoin && agrees(before) && agrees(behind)
    })
}

/// The steps of two passages that fold to the same letters.
pub(crate) fn same_letters(quote: &Passage<'_, '_>, page: &Passage<'_, '_>) -> Vec<Step> {
    let mut steps = Vec::new();
    let (mut q, mut p) = (quote.words.start, page.words.start);
    let (origin_q, origin_p) = (quote.folded.at(q), page.folded.at(p));
    while q < quote.words.end && p < page.words.end {
        let (from_q, from_p) = (q, p);
        (q, p) = (q + 1, p + 1);
        loop {
            let reached = (quote.folded.at(q) - origin_q, page.folded.at(p) - origin_p);
            match reached.0.cmp(&reached.1) {
                Ordering::Less if q < quote.words.end => q += 1,
                Ordering::Greater if p < page.words.end => p += 1,
                _ => break,
            }
        }
        steps.push(Step { kind: StepKind::Same, quote: from_q..q, page: from_p..p });
    }
    steps
}

/// Aligns the whole quote with a part of the page's words, at the least cost. `gaps` are the quote's word indices before
/// which words of the page cost nothing; `is_spelling` tells whether a word of the quote is one of the page in another
/// spelling.
pub(crate) fn align(
    quote: &Passage<'_, '_>,
    page: &Passage<'_, '_>,
    gaps: &[usize],
    is_spelling: impl Fn(usize, usize) -> bool,
) -> Vec<Step> {
    let rows = quote.words.len();
    if rows == 0 {
        return Vec::new();
    }
    let columns = page.words.len().min(MAX_CELLS / (rows + 1));
    let page = Passage { folded: page.folded, words: page.words.start..page.words.start + columns };
    let table = Table::fill(quote, &page, gaps, &is_spelling);
    grouped(table.trace(quote, &page, gaps, is_spelling), gaps)
}

struct Table {
    moves: Vec<Move>,
    columns: usize,
    /// The column where the cheapest alignment of the whole quote ends.
    end: usize,
}

impl Table {
    fn fill(
        quote: &Passage<'_, '_>,
        page: &Passage<'_, '_>,
        gaps: &[usize],
        is_spelling: &impl Fn(usize, usize) -> bool,
    ) -> Self {
        let (rows, columns) = (quote.words.len(), page.words.len());
        let sides = Sides::new(quote, page);
        let mut moves = Vec::with_capacity((rows + 1) * (columns + 1));
        let mut costs: Vec<Vec<u32>> = vec![vec![0; columns + 1]];
        moves.resize(columns + 1, Move::Insert);
        for row in 1..=rows {
            let at = quote.words.start + row;
            let free = gaps.contains(&at);
            // Beside a mark, which passes over words at no cost, a word must not be lost for its spelling.
            let beside = free || gaps.contains(&(at - 1));
            let spelled = |before: usize| beside && is_spelling(at - 1, page.words.start + before);
            let mut line = Vec::with_capacity(columns + 1);
            for column in 0..=columns {
                let left = line.last().map(|cost: &u32| cost + if free { 0 } else { INSERT });
                let (cost, step) = sides.cheapest(&costs, (row, column), left, spelled);
                line.push(cost);
                moves.push(step);
            }
            costs.push(line);
            if costs.len() > usize::from(MAX_JOINED) {
                costs.remove(0);
            }
        }
        let last = costs.last().map_or(&[][..], Vec::as_slice);
        let end = (0..last.len()).min_by_key(|&column| last[column]).unwrap_or(0);
        Self { moves, columns, end }
    }

    fn trace(
        &self,
        quote: &Passage<'_, '_>,
        page: &Passage<'_, '_>,
        gaps: &[usize],
        is_spelling: impl Fn(usize, usize) -> bool,
    ) -> Vec<Step> {
        let (mut row, mut column) = (quote.words.len(), self.end);
        let mut steps = Vec::new();
        while row > 0 {
            let step = self.moves[row * (self.columns + 1) + column];
            let (up, left) = match step {
                Move::Pair => (1, 1),
                Move::Delete => (1, 0),
                Move::Insert => (0, 1),
                Move::QuoteDivided(words) => (usize::from(words), 1),
                Move::PageDivided(words) => (1, usize::from(words)),
            };
            let at = quote.words.start + row;
            let (q, p) = (at - up..at, page.words.start + column - left..page.words.start + column);
            let kind = match step {
                Move::Insert if gaps.contains(&at) => StepKind::Gap,
                Move::Insert | Move::Delete => StepKind::Changed,
                _ if quote.folded.folded(q.clone()) == page.folded.folded(p.clone()) => StepKind::Same,
                Move::Pair if is_spelling(q.start, p.start) => StepKind::Spelling,
                _ => StepKind::Changed,
            };
            steps.push(Step { kind, quote: q, page: p });
            (row, column) = (row - up, column - left);
        }
        steps.reverse();
        steps
    }
}

/// The folded words of both sides.
struct Sides<'w> {
    quote: Vec<&'w str>,
    page: Vec<&'w str>,
}

impl<'w> Sides<'w> {
    fn new(quote: &'w Passage<'_, '_>, page: &'w Passage<'_, '_>) -> Self {
        let words = |side: &'w Passage<'_, '_>| side.words.clone().map(|index| side.folded.word(index)).collect();
        Self { quote: words(quote), page: words(page) }
    }

    /// The cheapest way into a cell. `costs` ends with the row above; `left` is the cost by way of the cell to the left.
    fn cheapest(
        &self,
        costs: &[Vec<u32>],
        (row, column): (usize, usize),
        left: Option<u32>,
        spelled: impl Fn(usize) -> bool,
    ) -> (u32, Move) {
        let above = &costs[costs.len() - 1];
        let mut best = (above[column] + DELETE, Move::Delete);
        if let Some(left) = left.filter(|left| *left < best.0) {
            best = (left, Move::Insert);
        }
        let Some(before) = column.checked_sub(1) else { return best };
        let (one, other) = (self.quote[row - 1], self.page[before]);
        if one == other {
            return if above[before] <= best.0 { (above[before], Move::Pair) } else { best };
        }
        let replace = above[before] + if spelled(before) { RESPELL } else { REPLACE };
        if replace < best.0 {
            best = (replace, Move::Pair);
        }
        let joined = match one.len().cmp(&other.len()) {
            Ordering::Less => divided(&self.quote[..row], other)
                .filter(|&words| usize::from(words) <= costs.len())
                .map(|words| (costs[costs.len() - usize::from(words)][before], Move::QuoteDivided(words))),
            Ordering::Greater => divided(&self.page[..column], one)
                .map(|words| (above[column - usize::from(words)], Move::PageDivided(words))),
            Ordering::Equal => None,
        };
        joined.filter(|(cost, _)| *cost < best.0).unwrap_or(best)
    }
}

/// How many of the last `words` are together the letters of `whole`.
fn divided(words: &[&str], whole: &str) -> Option<u8> {
    let mut rest = whole;
    for (count, word) in (1..=MAX_JOINED).zip(words.iter().rev()) {
        rest = rest.strip_suffix(word)?;
        if rest.is_empty() {
            return Some(count);
        }
    }
    None
}

/// Neighbouring changes as one, but for those on two sides of a mark; neighbouring words of a gap as one.
fn grouped(steps: Vec<Step>, gaps: &[usize]) -> Vec<Step> {
    let mut groups: Vec<Step> = Vec::new();
    for step in steps {
        match groups.last_mut() {
            Some(last)
                if last.kind == step.kind
                    && (step.kind == StepKind::Gap
                        || step.kind == StepKind::Changed && !gaps.contains(&step.quote.start)) =>
            {
                last.quote.end = step.quote.end;
                last.page.end = step.page.end;
            }
            _ => groups.push(step),
        }
    }
    groups
}
