//! Whether the words that a passage shares with a quote say that it is the same passage, or stand beside each other on a
//! page of that size anyhow.
//!
//! Measured as the number of such passages that the page would have if its words stood in it at random: its length,
//! times the ways in which so many words of the quote can be the ones that differ, times the share that each word that
//! agrees has of the page. A page of 800,000 words has two given words next to each other far oftener than one of 800.

use super::seeds::Index;
use crate::quote_match::folding::align::{Step, StepKind};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::spelling::is_regional;
use crate::quote_match::languages::letters::is_unspaced;

/// Passages by chance, for one quote, that are too many: one quote in a hundred would find one.
const MOST_BY_CHANCE: f64 = 0.01;

/// The words that a writer has to choose from: before a page is read, each has that share of it.
const VOCABULARY: f64 = 10_000.0;

/// On texts larger than this, chance finds closer passages.
const LARGE_TEXT: usize = 1_000_000;
const LARGE_TEXT_MARGIN: f64 = 0.05;

/// Whether `steps`, between `quote` and a passage of `page`, which `index` is of, agree by no more than chance.
pub(crate) fn is_chance(quote: &Folded<'_>, page: &Folded<'_>, index: &Index, steps: &[Step]) -> bool {
    // Many words are a slip away from a word of the page: such a one agrees by chance as another would.
    let spelled = |step: &Step| is_regional(quote.word(step.quote.start), page.word(step.page.start), page.languages);
    let agree = steps.iter().flat_map(|step| match step.kind {
        StepKind::Same | StepKind::Form => step.quote.clone().map(|word| quote.word(word)).collect(),
        StepKind::Spelling if spelled(step) => vec![page.word(step.page.start)],
        StepKind::Spelling | StepKind::Changed | StepKind::Gap => Vec::new(),
    });
    let shares = agree.map(|word| share(index, word).ln());
    let total = quote.words.len();
    let changed = steps.iter().filter(|step| match step.kind {
        StepKind::Changed => true,
        StepKind::Spelling => !spelled(step),
        StepKind::Same | StepKind::Form | StepKind::Gap => false,
    });
    let changed: usize = changed.map(|step| step.quote.len()).sum();
    let expected = float(index.length()).ln() + ways(total, changed.max(1)) + shares.sum::<f64>();
    expected > MOST_BY_CHANCE.ln()
}

/// The share that a word has of the page beside this passage: as it stands there, and as it might before the page was
/// read.
fn share(index: &Index, word: &str) -> f64 {
    float(index.count(word).max(1)) / (float(index.length()) + VOCABULARY)
}

/// The logarithm of the number of ways to choose `changed` of `total` words.
fn ways(total: usize, changed: usize) -> f64 {
    let changed = changed.min(total - changed.min(total)).max(1);
    (0..changed).map(|at| (float(total.saturating_sub(at).max(1)) / float(at + 1)).ln()).sum()
}

#[expect(clippy::cast_precision_loss, reason = "numbers of words of a page")]
fn float(words: usize) -> f64 {
    words as f64
}

/// The least likeness at which two passages are one: chance finds closer passages for short quotes than for long ones.
pub(crate) fn threshold(quote: &Folded<'_>, page: &Folded<'_>) -> f64 {
    let base = match count_words(quote) {
        0..=4 => return f64::INFINITY,
        5..=7 => 0.80,
        8..=14 => 0.70,
        _ => 0.62,
    };
    if page.original.len() > LARGE_TEXT { base + LARGE_TEXT_MARGIN } else { base }
}

/// Words as a reader counts them; two characters of a script without spaces make one.
pub(crate) fn count_words(text: &Folded<'_>) -> usize {
    let alone = text.all().filter(|&index| text.word(index).starts_with(is_unspaced)).count();
    text.words.len() - alone + alone.div_ceil(2)
}
