//! Marks behind a name amid a sentence: `the Carnegie Endowment 23 notes that`. Elsewhere nothing tells such a number from others; where
//! the entry of that number has the name, and somebody says something behind it, it is its mark.

use std::ops::Range;

use super::words::{announces_a_number, names_numbered_things};
use super::{DIGITS, Found, begins_with_month, digits, is_digit, is_masked, is_outside_words};
use crate::document::draft::Draft;
use crate::document::saying::{says, words};
use crate::document::{Block, Quoted};

/// Fewer marks do not tell that a text has any.
const FEWEST: usize = 3;
/// A shorter name says little.
const SHORTEST_NAME: usize = 3;
/// Words of a name that are looked at.
const NAME: usize = 4;

/// The marks in `blocks` that `found`, the marks of one list, leaves out; `entry` has the text of an entry by its number.
pub(super) fn fill<'t>(
    draft: &Draft<'_>,
    quoted: &[Quoted],
    blocks: &[&Block],
    found: &[Found],
    entry: impl Fn(usize) -> Option<&'t str>,
) -> Vec<Range<usize>> {
    let mut named = Vec::new();
    if found.len() < FEWEST {
        return named;
    }
    for block in blocks {
        let (text, offset) = (&draft.prose.text()[block.range()], block.range().start);
        let mut at = 0;
        while let Some(start) = text[at..].find(is_digit).map(|next| at + next) {
            at = start + digits(&text[start..]);
            let range = offset + start..offset + at;
            let next = found.partition_point(|own| own.range.end <= range.start);
            let free = !is_masked(&draft.masked, &range)
                && is_outside_words(quoted, &range)
                && found.get(next).is_none_or(|own| own.range.start >= range.end);
            if free && at - start <= DIGITS && is_named(text, start..at, &entry) {
                named.push(range);
            }
        }
    }
    named
}

/// Whether the digits stand between a name that their entry has and a verb of saying.
fn is_named<'t>(text: &str, run: Range<usize>, entry: &impl Fn(usize) -> Option<&'t str>) -> bool {
    let (before, behind) = (&text[..run.start], &text[run.end..]);
    let follows = behind.strip_prefix([' ', '\u{a0}']).and_then(|behind| behind.split_whitespace().next());
    if !follows.is_some_and(|word| word.starts_with(char::is_lowercase) && says(word)) {
        return false;
    }
    let Some(before) = before.strip_suffix([' ', '\u{a0}']) else { return false };
    let name: Vec<&str> = before
        .rsplit([' ', '\u{a0}'])
        .take_while(|word| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-'))
        .take(NAME)
        .filter(|word| !matches!(*word, "The" | "A" | "An"))
        .collect();
    let is_name = name.first().is_some_and(|last| {
        let long = last.chars().count() >= SHORTEST_NAME || name.len() > 1;
        long && !begins_with_month(last) && !announces_a_number(last) && !names_numbered_things(last)
    });
    let number = &text[run];
    let Some(entry) = number.parse().ok().filter(|_| is_name).and_then(entry) else { return false };
    // `Channel 4`, which the entry calls so.
    let numbered = name.first().is_some_and(|last| entry.contains(&format!("{last} {number}")));
    let own: Vec<String> = words(entry).collect();
    !numbered && name.iter().flat_map(|word| words(word)).all(|word| own.contains(&word))
}
