//! The goals, and which of them are missed.

use crate::matrix::{ENOUGH, Matrix};
use crate::options::Part;
use crate::rows::{Does, ROWS};
use crate::spoken::Spoken;

/// Of 10,000: a change that keeps the words is accepted.
const KEPT: usize = 9_970;
/// A change of meaning is accepted.
const TURNED: usize = 20;
/// What is accepted stands at the right place.
const PLACED: usize = 9_990;
/// The words of another page are said to be anything but absent.
const STRANGE: usize = 10;
/// Sentences of real pages are found, in each set and, where they are held out, in all.
const FOUND: usize = 9_990;
/// The same of all sets together where rules are made on them.
const FOUND_IN_TUNING: usize = 9_997;

/// Prints what is missed; whether nothing is.
pub fn check(matrix: &Matrix, spoken: &Spoken, part: Part) -> bool {
    let mut missed = Vec::new();
    let mut at_least = |name: String, count: usize, of: usize, goal: usize| {
        if of >= ENOUGH && count * 10_000 < goal * of {
            missed.push(format!("{name}: {count} of {of}, at least {goal} in 10,000"));
        }
    };
    let (mut kept, mut accepted, mut placed) = (0, 0, 0);
    for (row, counted) in ROWS.iter().zip(&matrix.rows) {
        match row.does {
            Does::Keep => {
                at_least(format!("accepted: {}", row.name), counted.accepted, counted.samples, KEPT);
                (kept, accepted, placed) =
                    (kept + counted.samples, accepted + counted.accepted, placed + counted.placed);
            }
            Does::Turn | Does::Cut => {
                let refused = counted.samples - counted.accepted;
                at_least(format!("refused: {}", row.name), refused, counted.samples, 10_000 - TURNED);
            }
            Does::TurnDigit => {
                let refused = counted.samples - counted.accepted;
                at_least(format!("refused: {}", row.name), refused, counted.samples, 10_000);
            }
            Does::Foreign => {
                let absent = counted.samples - counted.found;
                at_least(format!("absent or unverifiable: {}", row.name), absent, counted.samples, 10_000 - STRANGE);
            }
            Does::Another => {
                let absent = counted.samples - counted.found;
                at_least(format!("absent: {}", row.name), absent, counted.samples, 10_000 - STRANGE);
            }
            Does::Truncate | Does::Disturb => {}
        }
    }
    at_least("accepted: all that keep the words".to_owned(), accepted, kept, KEPT);
    at_least("at the right place: all accepted".to_owned(), placed, accepted, PLACED);
    // A set has some hundred of them: one is more than the share allows there.
    let (met, strangers) =
        spoken.sets.values().fold((0, 0), |(met, all), set| (met + set.strangers_met, all + set.strangers));
    at_least("absent: strangers of all sets".to_owned(), strangers - met, strangers, 10_000 - STRANGE);
    let (read, sentences) =
        spoken.sets.values().fold((0, 0), |(read, all), set| (read + set.read(), all + set.sentences));
    let all_found = if part == Part::Tuning { FOUND_IN_TUNING } else { FOUND };
    at_least("found: sentences of all sets".to_owned(), read, sentences, all_found);
    for (set, found) in &spoken.sets {
        at_least(format!("found: sentences of {set}"), found.read(), found.sentences, FOUND);
    }
    println!("\n{kept} quotes that keep the words, {accepted} accepted, {placed} at the right place");
    println!("{}", if missed.is_empty() { "every goal is met" } else { "missed:" });
    for line in &missed {
        println!("  {line}");
    }
    missed.is_empty()
}
