//! Small words of a quote that found no partner on the page, behind an ellipsis or at the beginning: what the page has in their place, or
//! behind them, may turn what follows.

use std::ops::Range;

use crate::quote_match::Difference;
use crate::quote_match::around::beside::bound_before;
use crate::quote_match::folding::align::{Passage, Step, StepKind};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::marks::Unmarked;
use crate::quote_match::folding::sentences::ends;
use crate::quote_match::languages::language::Language::{
    self, Czech, Danish, Dutch, English, French, German, Italian, Polish, Portuguese, Russian, Spanish, Swedish,
    Ukrainian,
};
use crate::quote_match::languages::language::is_of;
use crate::quote_match::languages::vocabulary::qualifies;
use crate::quote_match::weighing::edits::judge;

/// Words of what an ellipsis passes over among which those stand that the quote has in other ones.
const LAST: usize = 3;

/// Words before a passage among which the quote's own may stand.
const NEAR: usize = 5;

/// What the words of a step can change that stand alone behind an ellipsis, with what `before` passes over: “… was in the valley” of
/// “… is no longer in the valley”, “… have 280 boats” of “… have more than 280 boats”.
pub(super) fn behind_ellipsis(
    unmarked: &Unmarked<'_>,
    quote: &Passage<'_, '_>,
    page: &Passage<'_, '_>,
    before: Option<&Step>,
    step: &Step,
) -> Option<Difference> {
    let gap = before.filter(|gap| gap.kind == StepKind::Gap && unmarked.is_elided(gap.quote.start))?;
    let hidden = gap.page.clone();
    if step.kind != StepKind::Changed || !step.page.is_empty() || hidden.is_empty() || hidden.end != step.page.start {
        return None;
    }
    let last = hidden.start.max(hidden.end.saturating_sub(LAST))..hidden.end;
    let own = step.quote.end.checked_sub(1)?;
    let same = last.clone().rev().find(|&index| page.folded.word(index) == quote.folded.word(own));
    let beside = hidden.start.max(hidden.end.saturating_sub(step.quote.len()));
    let set_against = Step { page: beside..hidden.end, ..step.clone() };
    let theirs = same.map_or(set_against, |same| Step {
        quote: step.quote.end..step.quote.end,
        page: same + 1..hidden.end,
        ..step.clone()
    });
    if theirs.page.is_empty() {
        return None;
    }
    let open = |index: &usize| {
        *index + 1 == hidden.end || !page.folded.between(*index).contains([',', ';', ':', '.', '!', '?', '\n'])
    };
    let turns = |index: usize| page.folded.negates(index) || qualifies(page.folded.word(index), page.folded.languages);
    let bounded = bound_before(page.folded, hidden.end).is_some_and(|bound| bound.start >= hidden.start);
    let turned = bounded || last.rev().take_while(open).any(turns) || tells_since(quote.folded, page.folded, &theirs);
    Some(if turned { Difference::Critical } else { judge(quote, page, &theirs) })
}

/// Whether one side has a time from which, or until which, something is and the other one at which it was: `in May` and `since May`.
fn tells_since(quote: &Folded<'_>, page: &Folded<'_>, step: &Step) -> bool {
    const SINCE: &[(Language, &str)] = &[
        (English, "after before since till until"),
        (German, "bis nach seit vor"),
        (French, "apres avant depuis jusqu"),
        (Spanish, "antes desde despues hasta"),
        (Italian, "da dal dalla dopo fino prima"),
        (Portuguese, "antes apos ate depois desde"),
        (Dutch, "na sinds tot voor"),
        (Swedish, "efter fore sedan"),
        (Danish, "efter for inden siden"),
        (Polish, "do od po przed"),
        (Czech, "do od po pred"),
        (Russian, "до перед после с"),
        (Ukrainian, "до з перед після"),
    ];
    let since = |text: &Folded<'_>, words: &Range<usize>| {
        words.clone().map(|index| text.word(index).to_owned()).find(|word| is_of(SINCE, page, word))
    };
    let (ours, theirs) = (since(quote, &step.quote), since(page, &step.page));
    !step.quote.is_empty() && ours != theirs
}

/// What is left out where the first words of a quote stand a little before those of the page that were set against them: “which was worth”
/// of “which was estimated to be worth”.
pub(super) fn left_out_behind(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, first: &Step) -> Option<Difference> {
    const FEWEST: usize = 2;
    let (ours, theirs) = (&first.quote, &first.page);
    if first.kind != StepKind::Changed || ours.start != 0 || ours.len() < FEWEST || ours.len() != theirs.len() {
        return None;
    }
    let from = theirs.start.saturating_sub(NEAR);
    let stands =
        |at: &usize| ours.clone().enumerate().all(|(n, own)| page.folded.word(at + n) == quote.folded.word(own));
    let at = (from..theirs.start).rev().find(stands)? + ours.len();
    let one_sentence = !(at - 1..theirs.end - 1).any(|index| ends(page.folded, index));
    let left_out = Step { quote: ours.end..ours.end, page: at..theirs.end, kind: StepKind::Changed };
    (one_sentence && at < theirs.end).then(|| judge(quote, page, &left_out))
}
