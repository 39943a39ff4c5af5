//! A rule in four lines, for comparison: the number of a note stands behind a stop or another mark, and is at most six above the
//! highest so far; elsewhere it is the very next. It shares nothing with what is measured.

use std::collections::HashSet;

/// A number behind a stop may be so far above the highest so far.
const AHEAD: usize = 6;

/// Where which number is told to be that of a note, of a text with so many notes.
pub fn marks(text: &str, notes: usize) -> HashSet<(usize, usize)> {
    let (mut told, mut seen, mut last) = (HashSet::new(), 0, None);
    for (at, digits) in numbers(text) {
        let Ok(number) = digits.parse::<usize>() else { continue };
        let before = text[..at].trim_end_matches(' ');
        let behind = text[at + digits.len()..].chars().next();
        let follows = last == Some(before.trim_end_matches(',').len());
        let amid =
            behind.is_some_and(char::is_alphanumeric) || is_amid_a_number(before, at, &text[at + digits.len()..]);
        let stop = before.ends_with(|c: char| !c.is_alphanumeric() && !"([{-–—/$€£#".contains(c));
        let takes = (1..=notes).contains(&number)
            && !amid
            && (follows || if stop { number <= seen + AHEAD } else { number == seen + 1 });
        if takes {
            told.insert((at, number));
            seen = seen.max(number);
            last = Some(at + digits.len());
        }
    }
    told
}

/// The numbers of a text, and where they begin.
fn numbers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text[from..].find(|c: char| c.is_ascii_digit())?;
        let length = text[at..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - at);
        from = at + length;
        Some((at, &text[at..from]))
    })
}

/// Whether a number goes on over a point or a comma: `3.5`, `1,000`.
fn is_amid_a_number(before: &str, at: usize, behind: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let joined = |c: Option<char>| matches!(c, Some('.' | ','));
    let (mut back, mut on) = (before.chars().rev(), behind.chars());
    let glued = before.len() == at;
    glued && joined(back.next()) && digit(back.next()) || joined(on.next()) && digit(on.next())
}
