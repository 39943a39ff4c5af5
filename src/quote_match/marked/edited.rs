//! A quote with its writer's marks: the pieces between the marks must stand on the page in order, and what the marks
//! pass over must not turn the meaning.

use std::cmp::Reverse;
use std::ops::Range;

use super::answers::{answers_another, answers_of_its_own, states_question, turns_question_round};
use super::bracketed::{Side, claims_more, is_in_another_tense, is_number, same_numbers};
use super::elided::turns;
use super::governed::is_left_open;
use super::halves::joins_halves;
use super::needed::{frees_of, makes_object_of_subject};
use super::other_speaker::is_quoted_of_another;
use super::replaced::{is_each_other, makes_people_of_animals, names_one_of_both, turns_round};
use super::unreal::is_unreal;
use crate::quote_match::Difference;
use crate::quote_match::exact::{End, occurrences, with_whole_numbers};
use crate::quote_match::folding::align::{Passage, Step, StepKind, same_letters};
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::folding::hyphened::beginning_of;
use crate::quote_match::folding::marks::{Gap, Unmarked};
use crate::quote_match::folding::sentences::{ends, is_parted};
use crate::quote_match::folding::words::{is_function, is_negation, is_pronoun, is_rival, is_role};
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::inflection::are_forms;
use crate::quote_match::languages::language::{Language, are_told};
use crate::quote_match::languages::leaving_open::LEAVING_OPEN;
use crate::quote_match::languages::vocabulary::qualifies;
use crate::quote_match::weighing::harmless::is_in_full;
use crate::quote_match::weighing::likeness::other_words;

/// Words that an ellipsis may pass over: about a printed page. What lies further apart is not one passage.
const ELIDED: usize = 400;

/// The same next to a piece of two words, and of one: short pieces stand anywhere, so they must stand close.
const ELIDED_BESIDE_TWO: usize = 60;
const ELIDED_BESIDE_ONE: usize = 15;

/// Words that stand between two long pieces at most for both to be told as far apart; and the words of a long piece.
const FAR: usize = 2_000;
const LONG_PIECE: usize = 4;

/// Words that a bracket may stand for: a name, a title with a name, a short clause.
const REPLACED: usize = 12;

/// Words beside a bracket at the quote's own edge among which its negation must stand.
const NEAR: usize = 3;

/// Letters of a stem that tell of what word it is, where the forms of words are not known.
const STEM: usize = 3;

/// Chains that are judged, the tightest first.
const MAX_CHAINS: usize = 50;

/// A passage that holds every piece of the quote in order.
#[derive(Debug)]
pub(crate) struct Chain {
    /// From the first piece to the last.
    pub words: Range<usize>,
    /// The pieces, and the gaps between them.
    pub steps: Vec<Step>,
    /// Steps where the passage does not say what the quote says, in spite of the marks.
    pub altered: Vec<Step>,
    /// How much that can change.
    pub difference: Option<Difference>,
}

/// The best chain of the pieces of `quote` on the page.
pub(crate) fn best_chain(page: &Folded<'_>, quote: &Unmarked<'_>) -> Option<Chain> {
    let pieces = pieces(quote);
    let found: Vec<Vec<Range<usize>>> = pieces
        .iter()
        .map(|piece| occurrences(page, quote.folded.folded(piece.clone()), end_of(quote, piece)))
        .collect();
    if found.is_empty() || found.iter().any(Vec::is_empty) {
        return None;
    }
    let mut near = chains(page, quote, &pieces, &found, bound);
    if near.is_empty() {
        near = chains(page, quote, &pieces, &found, far);
    }
    let mut chains = near;
    chains.sort_by_key(|chain| {
        // A name in brackets stands for a pronoun sooner than it is added to one.
        let replaced =
            (1..chain.len()).filter(|&at| replaces_pronoun(page, quote, &pieces[at], &chain[at - 1..=at])).count();
        let width = chain[chain.len() - 1].end - chain[0].start;
        (width.saturating_sub(replaced), Reverse(replaced), chain[0].start)
    });
    let mut best: Option<Chain> = None;
    let mut turned: Vec<Range<usize>> = Vec::new();
    for chain in chains.into_iter().take(MAX_CHAINS) {
        let words = chain[0].start..chain[chain.len() - 1].end;
        // A wider chain over one that turns the meaning only steps over the word that turns it.
        if turned.iter().any(|tighter| tighter.start < words.end && words.start < tighter.end) {
            continue;
        }
        let chain = judge(page, quote, &pieces, &chain);
        if chain.difference == Some(Difference::Critical) {
            turned.push(words);
        }
        if best.as_ref().is_none_or(|best| chain.difference < best.difference) {
            best = Some(chain);
        }
        if best.as_ref().is_some_and(|best| best.difference.is_none()) {
            break;
        }
    }
    best
}

/// The runs of words between the marks.
pub(crate) fn pieces(quote: &Unmarked<'_>) -> Vec<Range<usize>> {
    let total = quote.folded.words.len();
    let inner = quote.gaps.iter().map(|(at, _)| *at).filter(|at| (1..total).contains(at));
    let edges: Vec<usize> = std::iter::once(0).chain(inner).chain(std::iter::once(total)).collect();
    edges.windows(2).map(|pair| pair[0]..pair[1]).filter(|piece| !piece.is_empty()).collect()
}

fn end_of(quote: &Unmarked<'_>, piece: &Range<usize>) -> End {
    let stem = quote.folded.word(piece.end - 1).chars().count() >= STEM;
    let english = !are_told(quote.folded.languages) || quote.folded.languages & Language::English.bit() != 0;
    match quote.gap(piece.end) {
        Some(Gap::Ending(_)) if stem || english => End::Stem,
        _ => End::Word,
    }
}

/// How many words of the page the mark before the quote's word `at` may pass over.
pub(crate) fn bound(quote: &Unmarked<'_>, at: usize, shorter: usize) -> usize {
    match (quote.gap(at), shorter) {
        (Some(Gap::Ending(_) | Gap::Beginning(_)) | None, _) => 0,
        (Some(Gap::Replaced(_)), _) if !quote.is_elided(at) => REPLACED,
        (Some(_), 0 | 1) => ELIDED_BESIDE_ONE,
        (Some(_), 2) => ELIDED_BESIDE_TWO,
        (Some(_), _) => ELIDED,
    }
}

/// How far apart two pieces may stand to be shown together, although the mark between them does not cover that.
fn far(quote: &Unmarked<'_>, at: usize, shorter: usize) -> usize {
    if quote.is_elided(at) && shorter >= LONG_PIECE { FAR } else { bound(quote, at, shorter) }
}

/// Whether brackets before `piece` stand between two places of the page with nothing but a pronoun between them.
fn replaces_pronoun(page: &Folded<'_>, quote: &Unmarked<'_>, piece: &Range<usize>, places: &[Range<usize>]) -> bool {
    let (before, behind) = (places[0].end, places[1].start);
    let bracket = matches!(quote.gap(piece.start), Some(Gap::Replaced(_))) && !quote.is_elided(piece.start);
    bracket && before + 1 == behind && is_pronoun(page.word(before))
}

/// Every end of the last piece with the nearest pieces before it, no further apart than `most` has it; where those before it
/// stand beside it, also with the ones that a pronoun parts from it.
fn chains(
    page: &Folded<'_>,
    quote: &Unmarked<'_>,
    pieces: &[Range<usize>],
    found: &[Vec<Range<usize>>],
    most: impl Fn(&Unmarked<'_>, usize, usize) -> usize,
) -> Vec<Vec<Range<usize>>> {
    let mut reached: Vec<Vec<Range<usize>>> = found[0].iter().map(|place| vec![place.clone()]).collect();
    for (index, places) in found.iter().enumerate().skip(1) {
        let shorter = pieces[index - 1].len().min(pieces[index].len());
        let bound = most(quote, pieces[index].start, shorter);
        let mut next = Vec::new();
        for place in places {
            let before = reached.partition_point(|chain| chain[chain.len() - 1].end <= place.start);
            let Some(nearest) = before.checked_sub(1).map(|at| &reached[at]) else { continue };
            let further = place.start.checked_sub(1).and_then(|pronoun| {
                let before = reached.partition_point(|chain| chain[chain.len() - 1].end <= pronoun);
                let chain = before.checked_sub(1).map(|at| &reached[at])?;
                let parted = [chain[chain.len() - 1].clone(), place.clone()];
                (chain != nearest && replaces_pronoun(page, quote, &pieces[index], &parted)).then_some(chain)
            });
            let last = nearest[nearest.len() - 1].end;
            let within = (place.start - last <= bound && !is_parted(page, &(last..place.start))).then_some(nearest);
            for before in further.into_iter().chain(within) {
                let mut chain = before.clone();
                chain.push(place.clone());
                next.push(chain);
            }
        }
        reached = next;
    }
    reached
}

fn judge(page: &Folded<'_>, quote: &Unmarked<'_>, pieces: &[Range<usize>], places: &[Range<usize>]) -> Chain {
    let (mut steps, mut altered, mut worst) = (Vec::new(), Vec::new(), None);
    for (index, (piece, place)) in pieces.iter().zip(places).enumerate() {
        if index > 0 {
            let gap =
                Step { kind: StepKind::Gap, quote: piece.start..piece.start, page: places[index - 1].end..place.start };
            if gap.page.len() > bound(quote, piece.start, usize::MAX) || turns_meaning(page, quote, &gap) {
                worst = Some(Difference::Critical);
                altered.push(gap.clone());
            }
            steps.push(gap);
        }
        let (one, other) =
            (Passage { folded: &quote.folded, words: piece.clone() }, Passage { folded: page, words: place.clone() });
        let mut whole = with_whole_numbers(page, place);
        if !matches!(quote.gap(piece.start), Some(Gap::Replaced(_))) {
            let free = index.checked_sub(1).map_or(0, |before| places[before].end);
            whole.start = whole.start.min(beginning_of(page, place.start).max(free));
        }
        if whole != *place {
            worst = Some(Difference::Critical);
        }
        let same = match end_of(quote, piece) {
            End::Word | End::Particle => same_letters(&one, &other),
            End::Stem => stem_steps(&one, &other),
        };
        for (difference, step) in other_words(&one, &other, &same) {
            worst = worst.max(Some(difference));
            altered.push(step);
        }
        steps.extend(cut_off(piece.start, whole.start..place.start));
        steps.extend(same);
        steps.extend(cut_off(piece.end, place.end..whole.end));
    }
    let edges = turned_edges(page, quote, &(places[0].start..places[places.len() - 1].end));
    if !edges.is_empty() {
        worst = Some(Difference::Critical);
        altered.extend(edges.iter().cloned());
        with_edges(&mut steps, edges);
    }
    Chain { words: places[0].start..places[places.len() - 1].end, steps, altered, difference: worst }
}

/// The part of a number that is left out beside the quote's word `at`.
pub(crate) fn cut_off(at: usize, page: Range<usize>) -> Option<Step> {
    (!page.is_empty()).then_some(Step { kind: StepKind::Changed, quote: at..at, page })
}

/// The steps, and the marks at the quote's own edges where those belong.
pub(crate) fn with_edges(steps: &mut Vec<Step>, edges: Vec<Step>) {
    for edge in edges {
        let at = if edge.quote.start == 0 { 0 } else { steps.len() };
        steps.insert(at, edge);
    }
}

/// The last word is a stem: it stands for the whole word of the page and is not compared letter by letter.
fn stem_steps(quote: &Passage<'_, '_>, page: &Passage<'_, '_>) -> Vec<Step> {
    let shorter = |passage: &Passage<'_, '_>| passage.words.start..passage.words.end - 1;
    let (q, p) = (shorter(quote), shorter(page));
    let mut steps = same_letters(
        &Passage { folded: quote.folded, words: q.clone() },
        &Passage { folded: page.folded, words: p.clone() },
    );
    steps.push(Step { kind: StepKind::Gap, quote: q.end..quote.words.end, page: p.end..page.words.end });
    steps
}

/// Whether a mark hides what it may not hide: a "not" at the edge of what it passes over, or in a short gap; another
/// "not", number or name in brackets than the page has there.
pub(crate) fn turns_meaning(page: &Folded<'_>, quote: &Unmarked<'_>, gap: &Step) -> bool {
    let words = gap.page.clone();
    match quote.gap(gap.quote.start) {
        // Letters that the page has in front of the word are no mark: that reading is tried first.
        None | Some(Gap::Beginning(_)) => true,
        Some(Gap::Elided) => {
            is_parted(page, &words)
                || turns(page, &words)
                || answers_another(page, &words)
                || is_quoted_of_another(page, &words)
                || joins_halves(page, quote, gap.quote.start, &words)
                || makes_object_of_subject(page, quote, gap.quote.start, &words)
        }
        Some(Gap::Replaced(_)) if !quote.is_elided(gap.quote.start) && crosses_sentence(page, &words) => true,
        // What an ellipsis passes over is not what the brackets beside it stand for; nor is a `may be` what `[is]` stands for.
        Some(Gap::Replaced(with))
            if quote.is_elided(gap.quote.start) && (words.len() > REPLACED || is_being(page, with)) =>
        {
            is_parted(page, &words) || turns(page, &words) || replaces_meaning(page, &(words.end..words.end), with)
        }
        Some(Gap::Replaced(with)) => {
            replaces_meaning(page, &words, with) || quote.is_elided(gap.quote.start) && leaves_open(page, &words, with)
        }
        Some(Gap::Ending(with)) => {
            let last = gap.page.start.checked_sub(1).map_or("", |index| page.word(index));
            let stem = quote.folded.word(gap.quote.start - 1);
            let added = Folded::new(with, Spaces::Written);
            let whole = format!("{stem}{}", added.text);
            let negates = |word: &str| is_negation(word, page.languages);
            negates(&whole) != negates(last)
                || is_rival(&whole, last)
                || last.contains(char::is_numeric)
                || !may_be_form(page, stem, &whole, last)
        }
    }
}

/// Whether what an ellipsis and the brackets behind it pass over leaves the verb open that the brackets have: `may be` before `[is]`, `was
/// cleared of taking` before `[took]`.
fn leaves_open(page: &Folded<'_>, words: &Range<usize>, with: &str) -> bool {
    let with = Folded::new(with, Spaces::Written).in_languages(page.languages);
    let says = |index: usize| LEAVING_OPEN.has(&with, index) || with.negates(index) || with.is_guarded(index);
    let taken = words.end.saturating_sub(1).max(words.start);
    frees_of(page, words, &with)
        || !with.all().any(says)
            && (is_left_open(page, words) || is_unreal(page, words) || is_left_open(page, &(words.start..taken)))
}

/// Whether brackets without an ellipsis stand for more than a few words, and a sentence ends among them.
fn crosses_sentence(page: &Folded<'_>, words: &Range<usize>) -> bool {
    words.len() > NEAR && (words.start..words.end - 1).any(|index| ends(page, index))
}

/// Whether a word of the page can be what a writer made `whole` of, whose letters `stem` he kept. Forms are known of English
/// words; a long stem tells the word by itself.
fn may_be_form(page: &Folded<'_>, stem: &str, whole: &str, last: &str) -> bool {
    const TELLING: usize = 5;
    let letters = stem.chars().count();
    let known = page.languages & Language::English.bit() != 0 || letters < STEM;
    letters >= TELLING || !known || stem == last || are_forms(whole, last)
}

/// Whether the words in brackets are no more than an `is` or a `was`.
fn is_being(page: &Folded<'_>, with: &str) -> bool {
    let with = Folded::new(with, Spaces::Written).in_languages(page.languages);
    with.words.len() == 1 && has(&with, 0, Role::Be)
}

fn replaces_meaning(page: &Folded<'_>, words: &Range<usize>, with: &str) -> bool {
    let with = Folded::new(with, Spaces::Written).in_languages(page.languages);
    if is_each_other(page, words, &with) {
        return false;
    }
    let ours = with.all().any(|index| with.negates(index));
    let theirs = words.clone().any(|index| page.negates(index));
    if ours != theirs {
        return true;
    }
    names_another(page, words, &with)
        || answers_of_its_own(page, words, &with)
        || turns_round(page, words, &with)
        || !words.is_empty() && names_one_of_both(page, words.start, &with)
        || makes_people_of_animals(page, words, &with)
        || claims_more(page, words.clone(), words.clone(), &with, Side::Within)
}

/// Whether the words in brackets name another number, only other names, or only other qualifiers, than the words of the
/// page.
fn names_another(page: &Folded<'_>, words: &Range<usize>, with: &Folded<'_>) -> bool {
    let of = |text: &Folded<'_>, words: Range<usize>, is: fn(&Folded<'_>, usize) -> bool| -> Vec<String> {
        words.filter(|&index| is(text, index)).map(|index| text.word(index).to_owned()).collect()
    };
    let differ = |is: fn(&Folded<'_>, usize) -> bool, same: &dyn Fn(&[String], &[String]) -> bool| {
        let (ours, theirs) = (of(with, with.all(), is), of(page, words.clone(), is));
        !ours.is_empty() && !theirs.is_empty() && !same(&ours, &theirs)
    };
    let share = |ours: &[String], theirs: &[String]| ours.iter().any(|word| theirs.contains(word));
    let in_tense = |ours: &[String], theirs: &[String]| {
        share(ours, theirs) || ours.iter().any(|word| theirs.iter().any(|other| is_in_another_tense(with, word, other)))
    };
    let numbers =
        |ours: &[String], theirs: &[String]| ours == theirs || same_numbers(with, with.all(), page, words.clone());
    // `[EU]` for “European Union”
    let in_full = || with.all().any(|index| is_in_full(with, &(index..index + 1), page, words));
    differ(is_number, &numbers) || differ(is_qualifier, &in_tense) || differ(is_name, &share) && !in_full()
}

/// A word with a capital that no beginning of a sentence explains.
fn is_name(text: &Folded<'_>, index: usize) -> bool {
    let word = text.word(index);
    // The month, and the man.
    let guarded = text.is_guarded(index) && !matches!(word, "may" | "will");
    text.written(index..index + 1).starts_with(char::is_uppercase)
        && !(is_function(word) || is_pronoun(word) || guarded || is_role(word))
        && !(begins_sentence(text, index) && is_written_small(text, word))
}

fn begins_sentence(text: &Folded<'_>, index: usize) -> bool {
    index.checked_sub(1).is_none_or(|before| text.between(before).contains(['.', '!', '?', '\n', '\t']))
}

/// Whether the text writes `word` without a capital elsewhere, as it does not with names.
fn is_written_small(text: &Folded<'_>, word: &str) -> bool {
    let places = occurrences(text, word, End::Word);
    places.into_iter().take(MAX_CHAINS).any(|place| text.written(place).starts_with(char::is_lowercase))
}

/// Whether a word says how much or how sure, and is no number: `most`, `may`.
fn is_qualifier(text: &Folded<'_>, index: usize) -> bool {
    qualifies(text.word(index), text.languages) && !text.is_number(index) && !text.negates(index)
}

/// The brackets at the quote's own edges that make another word of the first, or name another than the page has there, or
/// hide or add a negation; with the words of the page that they stand against.
pub(crate) fn turned_edges(page: &Folded<'_>, quote: &Unmarked<'_>, passage: &Range<usize>) -> Vec<Step> {
    let (start, end) = (passage.start, passage.end);
    let goes_on = |index: usize| !page.between(index).contains(['.', '!', '?', ';', '\n', '\t']);
    let named = |index: &usize| page.is_number(*index) || is_qualifier(page, *index) || is_name(page, *index);
    let before = (start.saturating_sub(REPLACED)..start)
        .rev()
        .take_while(|index| goes_on(*index) && named(index))
        .last()
        .unwrap_or(start);
    let after = (end..page.words.len().min(end + REPLACED))
        .take_while(|index| goes_on(index - 1) && named(index))
        .last()
        .map_or(end, |last| last + 1);
    let last = quote.folded.words.len();
    let edge = |at: usize, page: Range<usize>| Step { kind: StepKind::Gap, quote: at..at, page };
    let mut turned = Vec::new();
    if states_question(page, quote, passage) || turns_question_round(page, quote, passage) {
        turned.push(edge(0, start..start));
    }
    if matches!(quote.gap(0), Some(Gap::Beginning(_))) {
        turned.push(edge(0, start..start));
    } else if let Some(Gap::Replaced(with)) = quote.gap(0) {
        let with = Folded::new(with, Spaces::Written).in_languages(page.languages);
        let next = start.checked_sub(1).filter(|&index| goes_on(index));
        let near = start.saturating_sub(NEAR)..start;
        let hidden = turned_negation(page, &with, near, next);
        turned.extend(hidden.map(|words| edge(0, if words.is_empty() { start..start } else { words })));
        let near = sentence_start(page, start)..start;
        if turned.is_empty()
            && (names_another(page, &(before..start), &with)
                || next.is_some_and(|next| turns_round(page, &(next..start), &with))
                || claims_more(page, before..start, near, &with, Side::Before))
        {
            turned.push(edge(0, before..start));
        }
    }
    if matches!(quote.gap(last), Some(Gap::Ending(_))) && turns_meaning(page, quote, &edge(last, end..end)) {
        turned.push(edge(last, end..end));
    }
    if let Some(Gap::Replaced(with)) = quote.gap(last).filter(|_| last > 0) {
        let with = Folded::new(with, Spaces::Written).in_languages(page.languages);
        let next = Some(end).filter(|&index| index > 0 && index < page.words.len() && goes_on(index - 1));
        let near = end..(end + NEAR).min(page.words.len());
        let mutual = (end + 1..=page.words.len().min(end + REPLACED)).any(|to| is_each_other(page, &(end..to), &with));
        if let Some(words) = turned_negation(page, &with, near, next) {
            turned.push(edge(last, if words.is_empty() { end..end } else { words }));
        } else if !mutual
            && (names_another(page, &(end..after), &with)
                || next.is_some_and(|next| {
                    turns_round(page, &(next..next + 1), &with)
                        || names_one_of_both(page, next, &with)
                        || makes_people_of_animals(page, &(next..next + 1), &with)
                })
                || answers_of_its_own(page, &(end..end), &with)
                || claims_more(page, end..after, end..sentence_end(page, end), &with, Side::Behind))
        {
            turned.push(edge(last, end..after));
        }
    }
    turned
}

/// Where the words begin that a bracket before word `start` may stand for: its sentence, and no further than [`REPLACED`].
fn sentence_start(page: &Folded<'_>, start: usize) -> usize {
    let inner = |index: &usize| !page.between(*index).contains(['.', '!', '?', '\n', '\t']);
    (start.saturating_sub(REPLACED)..start).rev().take_while(inner).last().unwrap_or(start)
}

/// The same behind a passage that ends before word `end`.
fn sentence_end(page: &Folded<'_>, end: usize) -> usize {
    let inner = |index: &usize| !page.between(index - 1).contains(['.', '!', '?', '\n', '\t']);
    let behind = (end.max(1)..page.words.len().min(end + REPLACED)).take_while(inner);
    behind.last().map_or(end, |last| last + 1)
}

/// A negation in brackets at the quote's own edge must stand on the page near it, and one that stands there right beside the
/// passage, at word `beside`, must stand in the brackets. Gives the words of the page that turn the meaning, none where it
/// is the writer's own.
fn turned_negation(
    page: &Folded<'_>,
    with: &Folded<'_>,
    mut near: Range<usize>,
    beside: Option<usize>,
) -> Option<Range<usize>> {
    if with.all().any(|index| with.negates(index)) {
        return (!near.any(|index| page.negates(index))).then_some(0..0);
    }
    beside.filter(|&index| page.negates(index)).map(|index| index..index + 1)
}
