//! From the order in which a line is seen to the order in which it is read, for scripts that run from the right.

use super::scripts::{Way, way};

/// Puts pieces of a line, seen from the left, in the order in which they are read. `first` is the first character of a
/// piece.
pub(super) fn read<T>(mut seen: Vec<T>, first: impl Fn(&T) -> Option<char>) -> Vec<T> {
    let ways: Vec<Way> = seen.iter().map(|piece| first(piece).map_or(Way::Neutral, way)).collect();
    // Words are counted, since names in Latin letters are long.
    let words = |wanted: Way| ways.chunk_by(|one, next| one == next).filter(|word| word[0] == wanted).count();
    if words(Way::Right) == 0 {
        return seen;
    }
    if words(Way::Right) >= words(Way::Left) {
        seen.reverse();
        let ways: Vec<Way> = ways.into_iter().rev().collect();
        let separators: Vec<bool> = seen.iter().map(|piece| first(piece).is_some_and(is_separator)).collect();
        turn_back(&mut seen, &ways, &separators);
        return seen;
    }
    for run in runs(&ways, |way| way == Way::Right, |way| way == Way::Neutral || way == Way::Number) {
        let piece = &mut seen[run.clone()];
        piece.reverse();
        let inner: Vec<Way> = ways[run.clone()].iter().rev().copied().collect();
        let separators: Vec<bool> = piece.iter().map(|piece| first(piece).is_some_and(is_separator)).collect();
        turn_back(piece, &inner, &separators);
    }
    seen
}

/// Words and numbers that run from the left stay as they are within a line that runs from the right.
fn turn_back<T>(pieces: &mut [T], ways: &[Way], separators: &[bool]) {
    let mut at = 0;
    while at < ways.len() {
        if !matches!(ways[at], Way::Left | Way::Number) {
            at += 1;
            continue;
        }
        let (start, mut end, mut words) = (at, at + 1, ways[at] == Way::Left);
        let mut next = end;
        while next < ways.len() && ways[next] != Way::Right {
            let joins = match ways[next] {
                Way::Left => true,
                // A number goes on over its separators, and with a word over anything.
                Way::Number => words || (end..next).all(|between| separators[between]),
                Way::Neutral | Way::Right => false,
            };
            if joins {
                words |= ways[next] == Way::Left;
                end = next + 1;
            }
            next += 1;
        }
        pieces[start..end].reverse();
        at = end;
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | ':' | '/' | '-' | '\u{66b}' | '\u{66c}' | '%')
}

/// The longest runs that begin and end with what is `edge` and hold nothing but that and what is `inner`.
fn runs(ways: &[Way], edge: impl Fn(Way) -> bool, inner: impl Fn(Way) -> bool) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    let mut open = false;
    for (at, way) in ways.iter().copied().enumerate() {
        if edge(way) {
            match runs.last_mut() {
                Some(run) if open => run.end = at + 1,
                _ => runs.push(at..at + 1),
            }
            open = true;
        } else if !inner(way) {
            open = false;
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(seen: &str, expected: &str) {
        let read: String = read(seen.chars().collect(), |c| Some(*c)).into_iter().collect();
        assert_eq!(read, expected);
    }

    #[test]
    fn a_line_of_hebrew_is_read_from_the_right() {
        check("םולש", "שלום");
        check("םלוע םולש", "שלום עולם");
        check("plain words", "plain words");
    }

    #[test]
    fn numbers_and_names_within_it_stay() {
        check("2024 תנשב", "בשנת 2024");
        check(".1,234.5 לש", "של 1,234.5.");
        check("World Bank לש חודה", "הדוח של World Bank");
        check("10 20 ב", "ב 20 10");
    }

    #[test]
    fn a_word_from_the_right_within_a_line_from_the_left_is_turned() {
        check("the word םולש means peace", "the word שלום means peace");
        check("the words םלוע םולש mean", "the words שלום עולם mean");
    }
}
