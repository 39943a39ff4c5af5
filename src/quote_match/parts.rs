//! A list in quotation marks: each item stands on the page, whole and in order, with other words between.

use std::ops::Range;

use super::align::Passage;
use super::exact::{End, occurrences, with_whole_numbers};
use super::fold::{Folded, Spaces};
use super::likeness::{Likeness, compare};
use super::words::is_negation;

/// Fewer items than this are no list.
const MIN_ITEMS: usize = 3;

/// Items beyond this are not looked for: the pieces of no list that anybody reads.
const MAX_ITEMS: usize = 100;

/// Words of the page between two items; between items of one word fewer, since single words stand anywhere.
const BETWEEN: usize = 150;
const BETWEEN_SINGLE: usize = 30;

/// From the first item to the last, if every item of `quote` stands on the page in order.
pub(super) fn find(page: &Folded<'_>, quote: &str) -> Option<Range<usize>> {
    let items = items(quote);
    if !(MIN_ITEMS..=MAX_ITEMS).contains(&items.len()) {
        return None;
    }
    let items: Vec<Folded<'_>> = items.into_iter().map(|item| Folded::new(item, Spaces::Written)).collect();
    // For every place that ends the items so far: where the first of them starts.
    let mut reached: Vec<Range<usize>> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let single = item.words.len() == 1 || index > 0 && items[index - 1].words.len() == 1;
        let between = if single { BETWEEN_SINGLE } else { BETWEEN };
        let places = occurrences(page, &item.text, End::Word).into_iter().filter(|place| stands(page, item, place));
        reached = if index == 0 {
            places.collect()
        } else {
            places.filter_map(|place| follow(&reached, &place, between)).collect()
        };
        if reached.is_empty() {
            return None;
        }
    }
    reached.into_iter().min_by_key(|words| (words.len(), words.start))
}

fn follow(reached: &[Range<usize>], place: &Range<usize>, between: usize) -> Option<Range<usize>> {
    let before = reached.partition_point(|words| words.end <= place.start);
    let nearest = &reached[before.checked_sub(1)?];
    if place.start - nearest.end <= between { Some(nearest.start..place.end) } else { None }
}

/// The item's own words, and not the end of "not …".
fn stands(page: &Folded<'_>, item: &Folded<'_>, place: &Range<usize>) -> bool {
    let denied = place
        .start
        .checked_sub(1)
        .is_some_and(|before| is_negation(page.word(before)) && page.between(before).chars().all(char::is_whitespace));
    let (one, other) = (Passage { folded: item, words: item.all() }, Passage { folded: page, words: place.clone() });
    !denied && with_whole_numbers(page, place) == *place && !matches!(compare(&one, &other), Likeness::Altered(..))
}

/// Split at semicolons where there are any, else at commas, outside of brackets; the last item without its "and".
fn items(quote: &str) -> Vec<&str> {
    let by = |separators: &[char]| {
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
    };
    let coarse = by(&[';', '；']);
    let items = if coarse.len() >= MIN_ITEMS { coarse } else { by(&[',', '，', '、']) };
    let mut items: Vec<&str> = items.into_iter().map(str::trim).filter(|item| has_letters(item)).collect();
    if let Some(last) = items.pop() {
        items.extend(last_items(last));
    }
    items
}

/// `b and c` at the end of `a, b and c` is two items, `and c` is one.
fn last_items(last: &str) -> Vec<&str> {
    const JOINERS: [&str; 7] = ["and", "or", "und", "oder", "et", "y", "&"];
    let mut words = last.split(' ');
    if words.next().is_some_and(|first| JOINERS.contains(&first)) {
        return vec![last.split_once(' ').map_or(last, |(_, rest)| rest)];
    }
    let joiner = JOINERS.iter().find_map(|joiner| last.split_once(&format!(" {joiner} ")));
    joiner.map_or_else(|| vec![last], |(one, other)| vec![one, other])
}

fn has_letters(item: &str) -> bool {
    item.chars().any(char::is_alphanumeric)
}
