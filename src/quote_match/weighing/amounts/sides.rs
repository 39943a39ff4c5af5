//! What stands behind a number and puts it on the other side of something: `340 BC`, `20 below zero`; and the points of a
//! percentage, which are no share.

use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_one_of, joined};

/// Eras before the common one, word by word, as they are folded.
const ERAS: [&[&str]; 7] =
    [&["bc"], &["bce"], &["v", "chr"], &["av", "j", "c"], &["a", "c"], &["a", "ec"], &["p", "n", "e"]];

/// Points of a percentage.
const POINTS: [&[&str]; 9] = [
    &["percentage", "points"],
    &["percentage", "point"],
    &["prozentpunkte"],
    &["prozentpunkten"],
    &["points", "de", "pourcentage"],
    &["puntos", "porcentuales"],
    &["punti", "percentuali"],
    &["pontos", "percentuais"],
    &["procentenheter"],
];

/// What stands between a number and the `below` that it is.
const DEGREES: &str = "c celsius degree degrees f fahrenheit";

/// How many words from word `start` on, right behind a number, make another number of it.
pub(crate) fn behind(page: &Folded<'_>, start: usize) -> Option<usize> {
    let last = start.checked_sub(1).filter(|_| start < page.words.len())?;
    let number = page.word(last).ends_with(|c: char| c.is_ascii_digit());
    let degrees = number || is_one_of(DEGREES, page.word(last)) || page.word(last).ends_with("degree");
    let near = |at: usize| joined(page, at) || matches!(page.between(at), "." | ". " | ".\u{a0}" | ".-");
    let stands = |words: &[&str]| {
        let end = start + words.len();
        end <= page.words.len()
            && joined(page, last)
            && words.iter().enumerate().all(|(at, word)| page.word(start + at) == *word)
            && (start..end - 1).all(near)
    };
    if degrees && (stands(&["below", "zero"]) || stands(&["below", "freezing"])) {
        return Some(2);
    }
    if !number {
        return None;
    }
    // `A.C. Milan`, `a c`: an abbreviation of an era has its points.
    let pointed = |words: &[&str]| {
        words.len() == 1 || (start..start + words.len()).all(|at| page.between(at).trim_start().starts_with('.'))
    };
    let capital = page.written(start..start + 1).starts_with(char::is_uppercase);
    let era = ERAS.iter().find(|words| stands(words) && pointed(words) && (words.len() > 1) != capital);
    let points = POINTS.iter().find(|words| stands(words));
    era.or(points).map(|words| words.len())
}
