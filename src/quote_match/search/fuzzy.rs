//! The passage that comes closest to a quote that does not stand on the page as it is.

use std::ops::Range;

use super::behind_marks::{behind_ellipsis, left_out_behind};
use super::chance::{count_words, is_chance, threshold};
use super::joined::joined;
use super::lines::lines;
use super::particles::is_led_by_particle;
use super::seeds::Index;
use super::swapped::is_swapped;
use crate::quote_match::Difference;
use crate::quote_match::around::speech;
use crate::quote_match::exact::{cuts_number, with_whole_numbers};
use crate::quote_match::folding::align::{Passage, Step, StepKind, align};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::marks::{Gap, Unmarked};
use crate::quote_match::folding::myers::{Pattern, Start};
use crate::quote_match::folding::units::are_neighbours;
use crate::quote_match::folding::words::{is_function, is_pronoun};
use crate::quote_match::marked::edited::{bound, cut_off, pieces, turned_edges, turns_meaning, with_edges};
use crate::quote_match::weighing::amounts::has_amount;
use crate::quote_match::weighing::amounts::settling::{Amounts, settle};
use crate::quote_match::weighing::edits::{
    is_contraction, is_one_read_in_two, is_same_in_full, is_spelling, judge, letters_in_full,
};
use crate::quote_match::weighing::likeness::other_words;

/// A quote is compared over so many bytes of its folded text; what is behind them counts as not found. Longer passages
/// are documents, and the cost grows with the square.
const MAX_QUOTE: usize = 20_000;

/// A nearest miss below this likeness shows nothing: random passages of a page come to .3 to .45.
const NEAREST_MISS: f64 = 0.4;

/// The likeness of a passage that may be one piece of two, with words between that the quote leaves out.
const ONE_PIECE: f64 = 0.25;

/// Fewer words than this are a term, which chance finds anywhere.
const SHORTEST_PHRASE: usize = 3;

/// Words of content that must agree where others do not. One of them beside function words (`people of the …`) stands
/// on any page.
const TELLING_WORDS: usize = 2;

/// Words around the place that the search by letters gave, for the alignment by words to choose from.
const SLACK: usize = 4;

/// The passage closest to a quote.
#[derive(Debug)]
pub(crate) struct Near {
    /// On the page.
    pub words: Range<usize>,
    /// 1 − edits ÷ letters of the quote.
    pub similarity: f64,
    /// How close they are.
    pub closeness: Closeness,
    /// Quote against page.
    pub steps: Vec<Step>,
    /// Steps of the same letters that are another word, or gaps that are not covered by their mark.
    pub altered: Vec<Step>,
}

/// How close a passage is that does not have the letters of the quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Closeness {
    /// The same words, with numbers or dates in another form.
    Same,
    /// All that somebody says, without the words between that tell who says it.
    Spoken,
    /// One passage in other words, and what they can change.
    Altered(Difference),
    /// Another passage.
    Far,
}

/// The closest passage of `page`, if any is close enough to show.
pub(crate) fn nearest(page: &Folded<'_>, index: &Index, quote: &Unmarked<'_>) -> Option<Near> {
    let total = quote.folded.words.len();
    let compared = if quote.folded.text.len() <= MAX_QUOTE { total } else { quote.folded.index_at(MAX_QUOTE) };
    let anchor = pieces(quote).into_iter().map(|piece| piece.start..piece.end.min(compared)).max_by_key(Range::len)?;
    let places = places(page, index, &quote.folded, anchor.clone());
    // A number in another form can have other letters than the passage has, and another place fewer.
    let amount = has_amount(&quote.folded);
    let amounts = Amounts::new(Passage { folded: &quote.folded, words: 0..compared });
    let tried = if amount { places.len() } else { 1 };
    let mut best: Option<Near> = None;
    for place in places.into_iter().take(tried) {
        let region = around(page, quote, &anchor, &place, compared);
        let found = near(page, index, quote, &amounts, region.clone());
        let near = found.map(|found| {
            let lines = if amount && found.closeness != Closeness::Same {
                lines(page, &region, &found.words)
            } else {
                Vec::new()
            };
            let mut inner = lines.into_iter().filter_map(|line| near(page, index, quote, &amounts, line));
            inner.find(|near| near.closeness == Closeness::Same).unwrap_or(found)
        });
        let same = near.as_ref().is_some_and(|near| near.closeness == Closeness::Same);
        if same || best.as_ref().is_none_or(|best| best.similarity < NEAREST_MISS) {
            best = near;
        }
        if same {
            break;
        }
    }
    // Where the most words agree, others may be closer by their letters.
    let far = best.as_ref().is_some_and(|near| near.closeness == Closeness::Far && near.similarity >= NEAREST_MISS);
    if let Some(place) = far.then(|| index.aligned(&quote.folded, anchor.clone())).flatten() {
        let region = around(page, quote, &anchor, &place, compared);
        best = near(page, index, quote, &amounts, region).filter(|near| near.closeness != Closeness::Far).or(best);
    }
    let best = best.map(|near| without_speaker(page, quote, with_words_between(page, index, quote, near)));
    best.filter(|near| near.closeness != Closeness::Far || near.similarity >= NEAREST_MISS)
}

/// A passage that lacks nothing but who says it, which the page sets apart by its quotation marks: the quote has what was said.
fn without_speaker(page: &Folded<'_>, quote: &Unmarked<'_>, near: Near) -> Near {
    let is_left_out = |step: &Step| speech::is_left_out(&quote.folded, page, step, near.words.end);
    let (tags, mut rest): (Vec<Step>, Vec<Step>) = near.steps.iter().cloned().partition(is_left_out);
    let whole = rest.iter().all(|step| step.kind != StepKind::Changed);
    if near.closeness == Closeness::Same || tags.is_empty() || near.closeness == Closeness::Far && !whole {
        return near;
    }
    let passage = Passage { folded: page, words: near.words.clone() };
    let (difference, altered) = difference(quote, &quote.passage(), &passage, &mut rest);
    let parted = tags.iter().any(|step| speech::parts(&quote.folded, page, step)).then_some(Difference::Minor);
    let closeness = difference.max(parted).map_or(Closeness::Spoken, Closeness::Altered);
    Near { closeness, altered, ..near }
}

/// A quote whose words all stand in the passage, in order, with words between that no mark owns up to: the passage is
/// what they stand in, and not the largest piece of it beside words that happen to be there.
fn with_words_between(page: &Folded<'_>, index: &Index, quote: &Unmarked<'_>, near: Near) -> Near {
    let lost = near.steps.iter().any(|step| step.kind == StepKind::Changed && !step.quote.is_empty());
    let minor = Closeness::Altered(Difference::Minor);
    if near.closeness == Closeness::Same || near.closeness == minor || !lost || !quote.gaps.is_empty() {
        return near;
    }
    let steps =
        joined(&quote.folded, page, index, &near.steps).filter(|steps| !is_chance(&quote.folded, page, index, steps));
    let Some(steps) = steps else { return near };
    let words = steps[0].page.start..steps[steps.len() - 1].page.end;
    let altered = other_words(&quote.passage(), &Passage { folded: page, words: words.clone() }, &steps);
    Near {
        words,
        similarity: share(&quote.folded, page, &steps),
        closeness: Closeness::Altered(Difference::Critical),
        altered: altered.into_iter().map(|(_, step)| step).collect(),
        steps,
    }
}

/// The share of the letters that are the quote's, in a passage that has all of them.
#[expect(clippy::cast_precision_loss, reason = "counts of letters")]
fn share(quote: &Folded<'_>, page: &Folded<'_>, steps: &[Step]) -> f64 {
    let between = steps.iter().filter(|step| step.kind == StepKind::Changed);
    let between: usize = between.map(|step| page.folded(step.page.clone()).chars().count()).sum();
    let own = quote.text.chars().count();
    own as f64 / (own + between).max(1) as f64
}

/// The passage among the words of `region`, if it is close enough to show.
fn near(
    page: &Folded<'_>,
    index: &Index,
    quote: &Unmarked<'_>,
    amounts: &Amounts<'_, '_>,
    region: Range<usize>,
) -> Option<Near> {
    let total = quote.folded.words.len();
    let (whole, compared) = (amounts.quote(), amounts.quote().words.end);
    let gaps: Vec<usize> = quote.gaps.iter().map(|(at, _)| *at).filter(|at| *at > 0).collect();
    let spelled = |one, other| is_spelling(&quote.folded, one, page, other);
    let mut steps = settle(amounts, page, align(whole, &Passage { folded: page, words: region }, &gaps, spelled));
    fill_ends(whole, page, &mut steps);
    let same = |one, other| quote.folded.word(one) == page.word(other);
    let mut steps = with_spellings(steps, same, spelled);
    let page_words = Passage { folded: page, words: page.all() };
    for step in &mut steps {
        let read = || step.kind == StepKind::Changed && is_one_read_in_two(whole, &page_words, step);
        if is_contraction(whole, &page_words, step) || read() {
            step.kind = StepKind::Spelling;
        }
    }
    if let Some(first) = steps.first_mut().filter(|step| is_led_by_particle(&quote.folded, page, step)) {
        first.kind = StepKind::Form;
    }
    let found = steps.first()?.page.start..steps.last()?.page.end;
    add_bare_marks(&mut steps, &gaps);
    if compared < total {
        steps.push(Step { kind: StepKind::Changed, quote: compared..total, page: found.end..found.end });
    }
    let quote_side = Passage { folded: &quote.folded, words: 0..total };
    let page_side = Passage { folded: page, words: found.clone() };
    let similarity = similarity(&quote_side, &page_side, &steps);
    (similarity >= ONE_PIECE && !found.is_empty()).then(|| {
        let (difference, mut altered) = difference(quote, &quote_side, &page_side, &mut steps);
        let alike = similarity >= threshold(&quote.folded, page) && is_one_passage(&quote_side, page, &steps);
        let closeness = if difference.is_none() && only_forms_differ(quote, &steps) {
            Closeness::Same
        } else if (alike
            || is_one_word_off(&quote_side, &page_side, &steps)
            || is_swapped(&quote_side, &page_side, &steps))
            && !is_chance(&quote.folded, page, index, &steps)
        {
            Closeness::Altered(difference.unwrap_or_else(|| without_change(&steps)))
        } else {
            Closeness::Far
        };
        if difference.is_none() {
            altered.extend(steps.iter().filter(|step| is_uncovered(quote, step)).cloned());
        }
        Near { words: found, similarity, closeness, steps, altered }
    })
}

/// A step for each mark at whose place the page has no words: it may still say something.
fn add_bare_marks(steps: &mut Vec<Step>, gaps: &[usize]) {
    for &gap in gaps {
        let known = steps.iter().any(|step| step.kind == StepKind::Gap && step.quote.start == gap);
        let next = steps.iter().position(|step| step.quote.start == gap && !step.quote.is_empty());
        if let Some(next) = next.filter(|&next| next > 0 && !known) {
            let page = steps[next].page.start;
            steps.insert(next, Step { kind: StepKind::Gap, quote: gap..gap, page: page..page });
        }
    }
}

/// Where nothing else differs: a bracket of the writer's that the page has others for, a number in another form beside one.
fn is_uncovered(quote: &Unmarked<'_>, step: &Step) -> bool {
    let bracket = matches!(quote.gap(step.quote.start), Some(Gap::Replaced(_) | Gap::Beginning(_)));
    step.kind == StepKind::Gap && bracket || step.kind == StepKind::Form
}

/// Whether the words are the same but for the form of numbers and dates, and no bracket of the writer's has a say.
fn only_forms_differ(quote: &Unmarked<'_>, steps: &[Step]) -> bool {
    steps.iter().any(|step| step.kind == StepKind::Form)
        && steps.iter().all(|step| !matches!(step.kind, StepKind::Changed | StepKind::Spelling))
        && quote.folded.words.len() > 1
        && quote.gaps.iter().all(|(_, gap)| *gap == Gap::Elided)
}

/// What a passage of the same words can change that the writer's marks did not cover: brackets of the page's own; of numbers
/// in another form beside a bracket of the writer's only the form.
fn without_change(steps: &[Step]) -> Difference {
    let form = steps.iter().any(|step| step.kind == StepKind::Form);
    if form { Difference::Minor } else { Difference::Critical }
}

/// Whether the steps' words agree, in whatever form or spelling. A mark at whose place the page has nothing parts no words.
fn agrees(step: &Step) -> bool {
    matches!(step.kind, StepKind::Same | StepKind::Form | StepKind::Spelling)
        || step.kind == StepKind::Gap && step.page.is_empty()
}

/// Words of the quote at its ends that found no partner stand against the words of the page beside the passage, as far as
/// the sentence goes: a changed first word is a change, not an addition. `You mustn't` stands against `You must not`.
fn fill_ends(quote: &Passage<'_, '_>, page: &Folded<'_>, steps: &mut [Step]) {
    let ends = |index: usize| page.between(index).contains(['.', '!', '?', '\n', '\t']);
    let lone = |step: &Step| step.kind == StepKind::Changed && step.page.is_empty();
    if let Some(first) = steps.first_mut().filter(|step| lone(step)) {
        let before = |length: usize| (0..first.page.start).rev().take(length).take_while(|&index| !ends(index)).count();
        let with = |length: usize| Step { page: first.page.start - before(length)..first.page.end, ..first.clone() };
        *first = in_full_or_not(quote, page, first, with);
    }
    if let Some(last) = steps.last_mut().filter(|step| lone(step)) {
        let end = last.page.end;
        let after = |length: usize| {
            (end..page.words.len()).take(length).take_while(|&index| index > 0 && !ends(index - 1)).count()
        };
        let with = |length: usize| Step { page: last.page.start..end + after(length), ..last.clone() };
        *last = in_full_or_not(quote, page, last, with);
    }
}

/// Words more that those at an end can have in full.
const SHORTENED: usize = 3;

/// The step `with` as many words of the page as the quote has in full, where no more than one of them differs; else with as many as it has.
fn in_full_or_not(quote: &Passage<'_, '_>, page: &Folded<'_>, step: &Step, with: impl Fn(usize) -> Step) -> Step {
    let passage = Passage { folded: page, words: page.all() };
    let whole = letters_in_full(quote, &step.quote);
    let longest = with(whole.len());
    let theirs = letters_in_full(&passage, &longest.page);
    let same = whole.iter().zip(&theirs).filter(|(one, other)| one == other).count();
    if whole.len() > step.quote.len() && whole.len() == theirs.len() && same + 1 >= whole.len() {
        return longest;
    }
    let shorter = (1..=SHORTENED.min(step.quote.len().saturating_sub(1))).map(|fewer| with(step.quote.len() - fewer));
    let shorter = shorter.into_iter().find(|step| letters_in_full(&passage, &step.page) == whole);
    shorter.unwrap_or_else(|| with(step.quote.len()))
}

/// The steps with every word of another spelling as a step of its own. Words at the ends that were lost for theirs stand
/// against the words beside the passage.
fn with_spellings(
    steps: Vec<Step>,
    same: impl Fn(usize, usize) -> bool,
    spelled: impl Fn(usize, usize) -> bool,
) -> Vec<Step> {
    let mut split: Vec<Step> = Vec::with_capacity(steps.len());
    for step in steps {
        if step.kind != StepKind::Changed || step.quote.len() != step.page.len() {
            split.push(step);
            continue;
        }
        let first = split.len();
        for (one, other) in step.quote.zip(step.page) {
            let kind = match (same(one, other), spelled(one, other)) {
                (true, _) => StepKind::Same,
                (false, true) => StepKind::Spelling,
                (false, false) => StepKind::Changed,
            };
            match split[first..].last_mut() {
                Some(last) if last.kind == kind && kind == StepKind::Changed => {
                    (last.quote.end, last.page.end) = (one + 1, other + 1);
                }
                _ => split.push(Step { kind, quote: one..one + 1, page: other..other + 1 }),
            }
        }
    }
    split
}

/// The words of the page where the letters of the anchor come close, the closest first.
fn places(page: &Folded<'_>, index: &Index, quote: &Folded<'_>, anchor: Range<usize>) -> Vec<Range<usize>> {
    let letters = quote.folded(anchor.clone());
    let pattern = Pattern::new(letters.chars());
    let length = letters.chars().count();
    let mut found: Vec<(usize, Range<usize>, usize)> = Vec::new();
    for window in index.windows(quote, anchor) {
        let nearest = pattern.nearest(page.folded(window.clone()).chars(), Start::Anywhere);
        found.push((nearest.distance, window, nearest.end));
    }
    found.retain(|(distance, ..)| distance * 10 <= length * 7);
    found.sort_by_key(|(distance, ..)| *distance);
    found.into_iter().map(|(_, window, end)| place(page, letters, window, end)).collect()
}

/// The words of the window in which the closest letters lie that end after `end` characters.
fn place(page: &Folded<'_>, letters: &str, window: Range<usize>, end: usize) -> Range<usize> {
    let text = page.folded(window.clone());
    let end_byte = text.char_indices().nth(end).map_or(text.len(), |(at, _)| at);
    let backwards = Pattern::new(letters.chars().rev()).nearest(text[..end_byte].chars().rev(), Start::Here);
    let start_byte = text[..end_byte].char_indices().rev().nth(backwards.end.saturating_sub(1)).map_or(0, |(at, _)| at);
    let origin = page.at(window.start);
    let first = page.index_at(origin + start_byte + 1).saturating_sub(1);
    first..page.index_at(origin + end_byte).max(first)
}

/// The words of the page among which the whole quote is aligned: room for the pieces before and after the anchor, and
/// for what their marks pass over.
fn around(
    page: &Folded<'_>,
    quote: &Unmarked<'_>,
    anchor: &Range<usize>,
    place: &Range<usize>,
    compared: usize,
) -> Range<usize> {
    let room = |side: Range<usize>| {
        let marks = quote.gaps.iter().filter(|(at, _)| side.start <= *at && *at <= side.end);
        side.len() + SLACK + marks.map(|(at, _)| bound(quote, *at, usize::MAX)).sum::<usize>()
    };
    let before = if anchor.start == 0 { SLACK } else { room(0..anchor.start) };
    let after = if anchor.end >= compared { SLACK } else { room(anchor.end..compared) };
    place.start.saturating_sub(before)..(place.end + after).min(page.words.len())
}

#[expect(clippy::cast_precision_loss, reason = "a share of at most 20,000 letters")]
fn similarity(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, steps: &[Step]) -> f64 {
    let letters = quote.folded.folded(quote.words.clone()).chars().count();
    let changed = steps.iter().filter(|step| matches!(step.kind, StepKind::Changed | StepKind::Spelling));
    let edits: usize = changed.map(|step| edits(quote, page, step)).sum();
    (1.0 - edits as f64 / letters.max(1) as f64).max(0.0)
}

fn edits(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> usize {
    let (one, other) = (quote.folded.folded(step.quote.clone()), page.folded.folded(step.page.clone()));
    if one.is_empty() || other.is_empty() {
        return one.chars().count().max(other.chars().count());
    }
    Pattern::new(one.chars()).distance(other.chars())
}

/// All words but one agree, in order and with nothing between, and the words that agree say enough to be no chance. A
/// likeness by letters says little of short passages: one long word in four is a third of them.
fn is_one_word_off(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, steps: &[Step]) -> bool {
    let mut changed = steps.iter().filter(|step| !agrees(step));
    let Some(change) = changed.next() else {
        let spelled = || steps.iter().filter(|step| step.kind == StepKind::Spelling);
        let whole = Passage { folded: page.folded, words: page.folded.all() };
        let in_full = spelled().all(|step| step.quote.len() != step.page.len() && is_same_in_full(quote, &whole, step));
        let enough = if in_full { TELLING_WORDS - 1 } else { TELLING_WORDS };
        return spelled().next().is_some()
            && count_words(quote.folded) >= SHORTEST_PHRASE
            && telling(quote, steps) >= enough;
    };
    if changed.next().is_some() {
        return false;
    }
    let one = change.kind == StepKind::Changed && change.quote.len() <= 1 && change.page.len() <= 1;
    let inner = steps.first() != Some(change) && steps.last() != Some(change);
    if !one || count_words(quote.folded) < SHORTEST_PHRASE || !inner && change.page.is_empty() {
        return false;
    }
    let lone = change.quote.is_empty() || change.page.is_empty();
    let negates = |side: &Passage<'_, '_>, words: &Range<usize>| words.clone().any(|index| side.folded.negates(index));
    let denied = lone && (negates(quote, &change.quote) || negates(page, &change.page));
    telling(quote, steps) + usize::from(denied) >= TELLING_WORDS
}

/// How many words of content agree.
fn telling(quote: &Passage<'_, '_>, steps: &[Step]) -> usize {
    let same = steps.iter().filter(|step| matches!(step.kind, StepKind::Same | StepKind::Spelling));
    let same = same.flat_map(|step| step.quote.clone());
    same.filter(|&index| tells(quote.folded, index)).count()
}

/// Whether a word is none of those that stand beside each other on every page.
fn tells(text: &Folded<'_>, index: usize) -> bool {
    let word = text.word(index);
    !is_function(word) && !text.is_guarded(index) && !is_pronoun(word)
}

/// A passage shares a run of words with the quote, and most of its words of content in order: two passages from far apart
/// do not, nor does a shuffled one.
fn is_one_passage(quote: &Passage<'_, '_>, page: &Folded<'_>, steps: &[Step]) -> bool {
    const SHORT: usize = 8;
    const LONG: usize = 15;
    let words = quote.words.len();
    let needed = if words >= LONG { 5 } else { (words / 2).min(3) };
    let measures = |step: &Step| {
        let single = step.quote.len() == 1 && step.page.len() == 1;
        single && are_neighbours(quote.folded.word(step.quote.start), page.word(step.page.start))
    };
    let agrees = |step: &Step| agrees(step) || measures(step);
    let (mut run, mut longest) = (0, 0);
    for step in steps {
        run = if agrees(step) { run + step.quote.len() } else { 0 };
        longest = longest.max(run);
    }
    let content = |words: Range<usize>| words.filter(|&index| !is_function(quote.folded.word(index))).count();
    let same = steps.iter().filter(|step| agrees(step)).map(|step| content(step.quote.clone()));
    let same: usize = same.sum();
    longest >= needed && (same >= TELLING_WORDS || words >= SHORT) && same * 10 >= content(quote.words.clone()) * 6
}

fn difference(
    unmarked: &Unmarked<'_>,
    quote: &Passage<'_, '_>,
    page: &Passage<'_, '_>,
    steps: &mut Vec<Step>,
) -> (Option<Difference>, Vec<Step>) {
    let whole = with_whole_numbers(page.folded, &page.words);
    let mut worst = (whole != page.words).then_some(Difference::Critical);
    let mut altered = Vec::new();
    worst = worst.max(steps.first().and_then(|first| left_out_behind(quote, page, first)));
    for (at, step) in steps.iter().enumerate() {
        match step.kind {
            StepKind::Changed | StepKind::Spelling => {
                let before = at.checked_sub(1).and_then(|before| steps.get(before));
                let hidden = behind_ellipsis(unmarked, quote, page, before, step);
                worst = worst.max(Some(judge(quote, page, step))).max(hidden);
            }
            StepKind::Gap
                if is_too_wide(unmarked, step)
                    || turns_meaning(page.folded, unmarked, step)
                    || !step.page.is_empty() && cuts_number(page.folded, &step.page) =>
            {
                worst = Some(Difference::Critical);
                altered.push(step.clone());
            }
            StepKind::Gap | StepKind::Same | StepKind::Form => {}
        }
    }
    for (difference, step) in other_words(quote, page, steps) {
        worst = worst.max(Some(difference));
        altered.push(step);
    }
    if let Some(step) = cut_off(quote.words.start, whole.start..page.words.start) {
        steps.insert(0, step);
    }
    steps.extend(cut_off(quote.words.end, page.words.end..whole.end));
    let edges = turned_edges(page.folded, unmarked, &page.words);
    worst = worst.max((!edges.is_empty()).then_some(Difference::Critical));
    altered.extend(edges.iter().cloned());
    with_edges(steps, edges);
    (worst, altered)
}

fn is_too_wide(quote: &Unmarked<'_>, gap: &Step) -> bool {
    gap.page.len() > bound(quote, gap.quote.start, usize::MAX)
}
