//! A list in quotation marks: each item stands on the page, whole and in order, with other words between.

use std::ops::Range;

use crate::quote_match::exact::{End, occurrences, with_whole_numbers};
use crate::quote_match::folding::align::Passage;
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::folding::sentences::{ends, is_parted};
use crate::quote_match::folding::words::is_function;
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::language::{Language, Languages, are_told};
use crate::quote_match::languages::needing::MERELY;
use crate::quote_match::languages::two_parts::{BARRED, EXCEPTED, HALVED};
use crate::quote_match::marked::elided::denies;
use crate::quote_match::marked::rows::{is_of_another_row, is_of_another_term};
use crate::quote_match::weighing::likeness::{Likeness, compare};

/// Fewer items than this are no list.
const MIN_ITEMS: usize = 3;

/// Items beyond this are not looked for: the pieces of no list that anybody reads.
const MAX_ITEMS: usize = 100;

/// Words of the page between two items; between items of one word fewer, since single words stand anywhere.
const BETWEEN: usize = 150;
const BETWEEN_SINGLE: usize = 30;

/// Words within a sentence between two items that were left out of a run, where other items stand side by side.
const LEFT_OUT: usize = 3;

/// Runs before an item that are looked at for one in which nothing is denied.
const LOOKED_BACK: usize = 8;

/// A list that stands on the page, in order.
#[derive(Debug)]
pub(crate) struct Listed {
    /// From the first item to the last.
    pub words: Range<usize>,
    /// What the quote leaves out.
    pub denial: Option<Denial>,
}

/// A word of the page that denies one of the items, and stands in none.
#[derive(Debug, Clone)]
pub(crate) struct Denial {
    /// The word.
    pub words: Range<usize>,
    /// The byte of the quote at which it was left out.
    pub at: usize,
}

/// Items that stand on the page in order.
#[derive(Debug, Clone)]
struct Run {
    words: Range<usize>,
    /// Two of them stand side by side.
    beside: bool,
    /// Between two of them a few words of the same sentence stand.
    left_out: bool,
    /// Between two of them words stand and a sentence ends.
    crossed: bool,
    /// The first that is denied.
    denial: Option<Denial>,
}

/// An item of the quote, and the bytes of it.
struct Item<'q> {
    folded: Folded<'q>,
    start: usize,
    end: usize,
    /// It, or one before it, has a negation of its own.
    negated: bool,
}

/// From the first item to the last, if every item of `quote` stands on the page in order.
pub(crate) fn find(page: &Folded<'_>, quote: &str) -> Option<Listed> {
    let joiners = joiners(page.languages);
    let items = items(quote, &joiners);
    if !(MIN_ITEMS..=MAX_ITEMS).contains(&items.len()) {
        return None;
    }
    let joins = last_joiner(quote, &items, &joiners);
    // Between commas without an "and" there may be no list at all: "Her son, Mary, inherited the house".
    let mixed = joins.is_none() && (is_mixed(&items) || is_sentence(quote)) || has_last_verb(page, &items);
    let left_out = if joins.is_some() || quote.contains([';', '；']) { LEFT_OUT } else { usize::MAX };
    let items = folded(page, quote, &items);
    // For every place that ends the items so far: the run of them that is nearest.
    let mut reached: Vec<Run> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let single = item.folded.words.len() == 1 || index > 0 && items[index - 1].folded.words.len() == 1;
        let between = if single { BETWEEN_SINGLE } else { BETWEEN };
        let places = occurrences(page, &item.folded.text, End::Word)
            .into_iter()
            .filter(|place| stands(page, &item.folded, place));
        let joiner = joins.filter(|_| index + 1 == items.len());
        reached = if index == 0 {
            places.map(|words| Run::begin(page, item, words)).collect()
        } else {
            let pair = (&items[index - 1], item);
            places.filter_map(|place| follow(page, &reached, &place, between, (joiner, left_out), pair)).collect()
        };
        if reached.is_empty() {
            return None;
        }
    }
    let last = items.last()?;
    // "The mayor, Ann Brook, took the bribe" is no list: its items stand side by side, and its verb in another sentence.
    let is_list =
        |run: &Run| run.denial.is_some() || !(run.beside && (run.left_out || run.crossed) || mixed && run.crossed);
    let whole = reached.into_iter().filter(is_list).map(|run| {
        let denial = run.denial.or_else(|| denied_behind(page, last, run.words.end, page.words.len()));
        Listed { words: run.words, denial }
    });
    whole.min_by_key(|listed| (listed.denial.is_some(), listed.words.len(), listed.words.start))
}

fn folded<'q>(page: &Folded<'_>, quote: &'q str, items: &[&'q str]) -> Vec<Item<'q>> {
    let mut negated = false;
    let mut own = |item: &&'q str| {
        let folded = Folded::new(item, Spaces::Written).in_languages(page.languages);
        negated |= folded.all().any(|index| folded.negates(index));
        let start = item.as_ptr() as usize - quote.as_ptr() as usize;
        Item { folded, start, end: start + item.len(), negated }
    };
    items.iter().map(&mut own).collect()
}

impl Run {
    fn begin(page: &Folded<'_>, item: &Item<'_>, words: Range<usize>) -> Self {
        let before = words.start.checked_sub(1).filter(|&before| !item.negated && page.negates(before));
        let denied = before.filter(|&before| page.between(before).chars().all(char::is_whitespace));
        let denial = denied.map(|before| Denial { words: before..before + 1, at: item.start });
        Self { words, beside: false, left_out: false, crossed: false, denial }
    }
}

/// The nearest run before `place`, and `place` with it. `joiner` is what the quote has between the two, `left_out` the words
/// of one sentence up to which those between them were left out.
fn follow(
    page: &Folded<'_>,
    reached: &[Run],
    place: &Range<usize>,
    between: usize,
    (joiner, left_out): (Option<Joiner>, usize),
    (last, item): (&Item<'_>, &Item<'_>),
) -> Option<Run> {
    let before = reached.partition_point(|run| run.words.end <= place.start);
    let follows =
        |run: &&Run| place.start - run.words.end <= between && !is_parted(page, &(run.words.end..place.start));
    let near = reached[..before].iter().rev().take(LOOKED_BACK).take_while(follows);
    let undenied = near.clone().find(|run| run.denial.is_none());
    let nearest = undenied.or_else(|| near.clone().next())?;
    let gap = nearest.words.end..place.start;
    if is_of_another_row(page, &gap) || is_of_another_term(page, &gap) {
        return None;
    }
    let has = |kind: Joiner| {
        gap.clone()
            .any(|index| joiners(page.languages).iter().any(|(word, own)| *own == kind && *word == page.word(index)))
    };
    if joiner.is_some_and(|joiner| has(joiner.other()) && !has(joiner)) {
        return None;
    }
    let bare = gap.clone().all(|index| {
        is_function(page.word(index)) || joiners(page.languages).iter().any(|(word, _)| *word == page.word(index))
    });
    let one_sentence = !(gap.start.saturating_sub(1)..place.start).any(|index| ends(page, index));
    let closes = |index: usize| page.between(index).contains(['.', '!', '?', '。', '！', '？']);
    // `Tromsø` of the item “Tromsø seeks a teacher”, behind three things of another.
    let begun = (gap.start.saturating_sub(1)..place.start).any(|index| ends(page, index)) && !is_whole(page, place);
    let crossed = !bare && (begun || (gap.start.saturating_sub(1)..place.start).any(closes));
    let denial = nearest
        .denial
        .clone()
        .or_else(|| denied_behind(page, last, gap.start, gap.end))
        .or_else(|| denied_before(page, item, &gap));
    Some(Run {
        words: nearest.words.start..place.end,
        beside: nearest.beside || bare && one_sentence,
        left_out: nearest.left_out || !bare && one_sentence && gap.len() <= left_out,
        crossed: nearest.crossed || crossed,
        denial,
    })
}

/// Whether an item is a whole one behind: a sign, the end of a line or an "and" stands there.
fn is_whole(page: &Folded<'_>, place: &Range<usize>) -> bool {
    let last = place.end - 1;
    place.end >= page.words.len() || !page.between(last).chars().all(|c| c == ' ') || is_joiner(page, place.end)
}

/// Whether a quote with commas, and no "and", begins and ends as a sentence does.
fn is_sentence(quote: &str) -> bool {
    let ended = quote.trim_end().ends_with(['.', '!', '?', '。']);
    ended && quote.starts_with(char::is_uppercase) && !quote.contains([';', '；'])
}

/// Whether the last item has a verb, and none before it: `The nurses; the doctors; the porters were dismissed`.
fn has_last_verb(page: &Folded<'_>, items: &[&str]) -> bool {
    let is_told = |item: &&str| {
        let folded = Folded::new(item, Spaces::Written).in_languages(page.languages);
        folded.all().any(|index| has(&folded, index, Role::Be) || has(&folded, index, Role::Modal))
    };
    items.split_last().is_some_and(|(last, others)| is_told(last) && !others.iter().any(is_told))
}

/// Whether some items behind the first begin with a capital and others with a small letter, as an apposition and a verb do.
fn is_mixed(items: &[&str]) -> bool {
    let begins = |is: fn(char) -> bool| items.iter().skip(1).any(|item| item.starts_with(is));
    begins(char::is_uppercase) && begins(char::is_lowercase)
}

/// Whether something other than white space stands behind word `index` that parts two clauses.
fn parts_clauses(page: &Folded<'_>, index: usize) -> bool {
    ends(page, index) || page.between(index).contains([',', '，', ';', '；', ':', '：', '–', '—', '(', ')'])
}

/// A negation before `item` in its clause, behind the item before it: `It did not sell pears.`
fn denied_before(page: &Folded<'_>, item: &Item<'_>, gap: &Range<usize>) -> Option<Denial> {
    if item.negated {
        return None;
    }
    for index in gap.clone().rev() {
        // The item may be one of several in the clause: `no nuts, pears or plums`.
        if ends(page, index) || index + 1 < gap.end && parts_clauses(page, index) {
            return None;
        }
        let only = has(page, index + 1, Role::Assent);
        if (page.negates(index) || denies(page, index)) && !only || takes_from(page, index, gap.end) {
            return Some(Denial { words: index..index + 1, at: item.start });
        }
        if has(page, index, Role::Joint) && !is_joiner(page, index) {
            return None;
        }
    }
    None
}

/// Whether word `index` takes from the item at word `item` behind it: `half a bridge`, `failed at medicine`, `except the mill`, `in Hull only,`.
fn takes_from(page: &Folded<'_>, index: usize, item: usize) -> bool {
    const SMALL: usize = 2;
    let near =
        index + 1 + SMALL >= item && (index + 1..item).all(|at| is_function(page.word(at)) && !is_joiner(page, at));
    let close = (index..item).all(|at| page.between(at).trim().is_empty());
    let except =
        || EXCEPTED.at(page, index).is_some_and(|length| index + length <= item && item <= index + length + SMALL);
    let half = || index + 1 == item && HALVED.has(page, index);
    let only = || index + 1 == item && page.between(index).trim() == "," && MERELY.has(page, index);
    close && near && (BARRED.has(page, index) || except() || half()) || only()
}

/// A negation behind `item` in its clause: `Pears were not sold.`
fn denied_behind(page: &Folded<'_>, item: &Item<'_>, end: usize, to: usize) -> Option<Denial> {
    const REACH: usize = 6;
    if item.negated || end == 0 {
        return None;
    }
    for index in (end..to).take(REACH) {
        if parts_clauses(page, index - 1) || has(page, index, Role::Joint) {
            return None;
        }
        if page.negates(index) {
            let verb = index.checked_sub(1).filter(|&before| before >= end);
            let auxiliary = verb.is_some_and(|verb| {
                is_function(page.word(verb)) || has(page, verb, Role::Be) || has(page, verb, Role::Modal)
            });
            let whole = auxiliary || page.word(index).ends_with("nt") || parts_clauses(page, index);
            return whole.then_some(Denial { words: index..index + 1, at: item.end });
        }
    }
    None
}

fn is_joiner(page: &Folded<'_>, index: usize) -> bool {
    joiners(page.languages).iter().any(|(word, _)| *word == page.word(index))
}

/// The item's own words.
fn stands(page: &Folded<'_>, item: &Folded<'_>, place: &Range<usize>) -> bool {
    let (one, other) = (Passage { folded: item, words: item.all() }, Passage { folded: page, words: place.clone() });
    with_whole_numbers(page, place) == *place && !matches!(compare(&one, &other), Likeness::Altered(..))
}

/// What the last item is joined by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joiner {
    And,
    Or,
}

impl Joiner {
    fn other(self) -> Self {
        match self {
            Self::And => Self::Or,
            Self::Or => Self::And,
        }
    }
}

/// The words that join items, in the languages of the page, folded.
fn joiners(languages: Languages) -> Vec<(&'static str, Joiner)> {
    use Language::{
        Danish, Dutch, English, French, German, Greek, Italian, Polish, Portuguese, Russian, Spanish, Swedish,
    };
    const JOINERS: &[(Language, &[&str], &[&str])] = &[
        (English, &["and"], &["or"]),
        (German, &["und"], &["oder"]),
        (French, &["et"], &["ou"]),
        (Spanish, &["y", "e"], &["o", "u"]),
        (Italian, &["e", "ed"], &["o"]),
        (Portuguese, &["e"], &["ou"]),
        (Dutch, &["en"], &["of"]),
        (Polish, &["i", "oraz"], &["lub", "albo"]),
        (Swedish, &["och"], &["eller"]),
        (Danish, &["og"], &["eller"]),
        (Russian, &["и"], &["или"]),
        (Greek, &["και"], &["η"]),
    ];
    let known =
        if are_told(languages) { languages | English.bit() } else { English.bit() | German.bit() | French.bit() };
    let of = |words: &'static [&'static str], kind: Joiner| words.iter().map(move |word| (*word, kind));
    let wanted = JOINERS.iter().filter(|(language, ..)| language.bit() & known != 0);
    wanted.flat_map(|(_, and, or)| of(and, Joiner::And).chain(of(or, Joiner::Or))).collect()
}

/// What joins the last of `items`, which are pieces of `quote`.
fn last_joiner(quote: &str, items: &[&str], joiners: &[(&'static str, Joiner)]) -> Option<Joiner> {
    let last = quote.rfind(items.last()?)?;
    let word = quote[..last].split_whitespace().next_back()?.to_lowercase();
    joiners.iter().find(|(joiner, _)| *joiner == word).map(|(_, kind)| *kind)
}

/// Split at semicolons where there are any, else at commas, outside of brackets; the last item without its "and".
fn items<'q>(quote: &'q str, joiners: &[(&'static str, Joiner)]) -> Vec<&'q str> {
    let coarse = split(quote, &[';', '；']);
    let items = if coarse.len() >= MIN_ITEMS { coarse } else { split(quote, &[',', '，', '、']) };
    let mut items: Vec<&str> = items.into_iter().map(str::trim).filter(|item| has_letters(item)).collect();
    if let Some(last) = items.pop() {
        items.extend(last_items(last, joiners));
    }
    items
}

fn split<'q>(quote: &'q str, separators: &[char]) -> Vec<&'q str> {
    let (mut depth, mut start, mut items) = (0usize, 0, Vec::new());
    for (at, c) in quote.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && separators.contains(&c) => {
                items.push(&quote[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    items.push(&quote[start..]);
    items
}

/// `b and c` at the end of `a, b and c` is two items, `and c` is one.
fn last_items<'q>(last: &'q str, joiners: &[(&'static str, Joiner)]) -> Vec<&'q str> {
    let words = joiners.iter().map(|(word, _)| *word).chain(["&"]);
    let joins = |word: &str| words.clone().any(|joiner| joiner == word);
    if let Some((_, rest)) = last.split_once(' ').filter(|(first, _)| joins(first)) {
        return vec![rest];
    }
    let joiner = words.clone().find_map(|joiner| last.split_once(&format!(" {joiner} ")));
    joiner.map_or_else(|| vec![last], |(one, other)| vec![one, other])
}

fn has_letters(item: &str) -> bool {
    item.chars().any(char::is_alphanumeric)
}
