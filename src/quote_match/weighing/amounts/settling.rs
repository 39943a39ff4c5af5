//! The amounts of a quote that a passage of the page has in another form.

use std::cell::OnceCell;
use std::ops::Range;

use super::{LONGEST, Said, amounts, money, thousands};
use crate::quote_match::folding::align::{Passage, Step, StepKind, same_letters};
use crate::quote_match::folding::fold::Folded;

/// The amounts of a quote, those at each word found when they are first asked for: beside whatever passage of a page it is held, they
/// are the same.
pub(crate) struct Amounts<'q, 't> {
    quote: Passage<'q, 't>,
    at: Vec<OnceCell<Vec<Said>>>,
}

impl<'q, 't> Amounts<'q, 't> {
    /// Of the words of `quote`.
    pub fn new(quote: Passage<'q, 't>) -> Self {
        let at = quote.words.clone().map(|_| OnceCell::new()).collect();
        Self { quote, at }
    }

    /// What they are read in.
    pub fn quote(&self) -> &Passage<'q, 't> {
        &self.quote
    }

    /// Those that begin at word `from`, in whatever form the page may have them.
    fn at(&self, from: usize) -> &[Said] {
        let (text, end) = (self.quote.folded, self.quote.words.end);
        self.at[from - self.quote.words.start].get_or_init(|| {
            let pointed = money::pointed(text, from, end);
            let thousands = thousands::in_quote(text, from, end);
            amounts(text, from, end).into_iter().chain(pointed).chain(thousands).collect()
        })
    }
}

/// The steps with every changed amount that is the same on both sides as a step of its own.
pub(crate) fn settle(ours: &Amounts<'_, '_>, page: &Folded<'_>, mut steps: Vec<Step>) -> Vec<Step> {
    let words = &ours.quote.words;
    let mut from = words.start;
    while from < words.end {
        let changed = steps.iter().any(|step| step.kind == StepKind::Changed && touches(&step.quote, from, LONGEST));
        let settled = if changed { settled(ours, page, &steps, from) } else { None };
        match settled {
            Some((end, others)) => (from, steps) = (end, others),
            None => from += 1,
        }
    }
    steps
}

fn touches(words: &Range<usize>, from: usize, length: usize) -> bool {
    words.start <= from + length && from <= words.end
}

/// The end of the amount that begins at the quote's word `from`, and the steps in which it is settled.
fn settled(own: &Amounts<'_, '_>, page: &Folded<'_>, steps: &[Step], from: usize) -> Option<(usize, Vec<Step>)> {
    let quote = &own.quote;
    for (ours, amount) in own.at(from) {
        let touched: Vec<usize> = (0..steps.len()).filter(|&at| meets(&steps[at].quote, ours)).collect();
        let (first, last) = (*touched.first()?, *touched.last()?);
        let room = room(page, steps, first, last);
        // What stands before the passage counts last: a title can have the same number.
        let begin = steps[first].page.start.clamp(room.start, room.end);
        let theirs = (begin..room.end)
            .chain((room.start..begin).rev())
            .flat_map(|at| amounts(page, at, room.end).into_iter().chain(thousands::in_page(page, at, room.end)))
            .find(|(_, other)| other == amount)
            .map(|(theirs, _)| theirs)
            .filter(|theirs| !thousands::is_doubtful(quote.folded, ours, page, theirs))
            .filter(|theirs| !is_one_and_many(quote.folded, ours, page, theirs));
        if let Some(theirs) = theirs
            && let Some(steps) =
                with_form(quote, page, steps, &Step { kind: StepKind::Form, quote: ours.clone(), page: theirs })
        {
            return Some((ours.end, steps));
        }
    }
    None
}

/// `six second` and `six seconds`, which are the same in number and not in what is said; signs (`lb` and `lbs`) have no number.
fn is_one_and_many(quote: &Folded<'_>, ours: &Range<usize>, page: &Folded<'_>, theirs: &Range<usize>) -> bool {
    const SIGN: usize = 3;
    let words = |text: &'_ Folded<'_>, range: &Range<usize>| -> Vec<String> {
        range.clone().map(|at| text.word(at).to_owned()).collect()
    };
    let (ours, theirs) = (words(quote, ours), words(page, theirs));
    let (Some((one, before)), Some((other, others))) = (ours.split_last(), theirs.split_last()) else { return false };
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    before == others && short.len() > SIGN && long.strip_suffix('s') == Some(short.as_str())
}

/// Whether a step with these words lies in, or at an edge of, the amount's words.
fn meets(words: &Range<usize>, amount: &Range<usize>) -> bool {
    if words.is_empty() {
        amount.start <= words.start && words.start <= amount.end
    } else {
        words.start < amount.end && amount.start < words.end
    }
}

/// The words of the page in which the other form must stand.
fn room(page: &Folded<'_>, steps: &[Step], first: usize, last: usize) -> Range<usize> {
    let start = if first == 0 { steps[0].page.start.saturating_sub(LONGEST) } else { steps[first - 1].page.start };
    let end = if last + 1 == steps.len() {
        (steps[last].page.end + LONGEST).min(page.words.len())
    } else {
        steps[last + 1].page.end
    };
    start..end
}

/// The steps with `form` in place of what they have there; none where it would cut words that are the same in one piece.
fn with_form(quote: &Passage<'_, '_>, page: &Folded<'_>, steps: &[Step], form: &Step) -> Option<Vec<Step>> {
    let covers = |step: &Step| meets(&step.quote, &form.quote) || meets(&step.page, &form.page);
    let first = steps.iter().position(covers)?;
    let last = steps.iter().rposition(covers)?;
    let block = &steps[first..=last];
    if block.iter().any(|step| step.kind == StepKind::Gap) || block.iter().all(|step| step.kind != StepKind::Changed) {
        return None;
    }
    let (q, p) =
        (block[0].quote.start..block[block.len() - 1].quote.end, block[0].page.start..block[block.len() - 1].page.end);
    let beyond = (form.page.start < p.start && first > 0) || (form.page.end > p.end && last + 1 < steps.len());
    if beyond || form.quote.start < q.start || form.quote.end > q.end {
        return None;
    }
    // Where the alignment ended inside of the other form, the words beyond it were never compared.
    let (before, behind) = (p.start.min(form.page.start), p.end.max(form.page.end));
    let (lead, tail) = (form.quote.start - q.start, q.end - form.quote.end);
    let before = if p.start > form.page.start { form.page.start.saturating_sub(lead) } else { before };
    let behind = if p.end < form.page.end { (form.page.end + tail).min(page.words.len()) } else { behind };
    let mut settled = steps[..first].to_vec();
    settled.extend(rest(quote, page, q.start..form.quote.start, before..form.page.start));
    settled.push(form.clone());
    settled.extend(rest(quote, page, form.quote.end..q.end, form.page.end..behind));
    settled.extend_from_slice(&steps[last + 1..]);
    Some(settled)
}

/// What is left of the steps beside the form, if anything is.
fn rest(quote: &Passage<'_, '_>, page: &Folded<'_>, ours: Range<usize>, theirs: Range<usize>) -> Vec<Step> {
    if ours.is_empty() && theirs.is_empty() {
        return Vec::new();
    }
    if quote.folded.folded(ours.clone()) == page.folded(theirs.clone()) {
        return same_letters(&Passage { folded: quote.folded, words: ours }, &Passage { folded: page, words: theirs });
    }
    vec![Step { kind: StepKind::Changed, quote: ours, page: theirs }]
}
