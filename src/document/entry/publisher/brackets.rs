//! Brackets between a title and its publisher: they tell of a capture, or describe the work.

use crate::document::entry::{archived, names, original};
use crate::document::saying::holds;

/// Bytes of the bracket that `tail` begins with, if it tells of a capture: `(Memento vom 2. Januar 2019 im Internet Archive)`.
pub(in crate::document::entry) fn capture(tail: &str) -> usize {
    let bare = tail.trim_start_matches(|c: char| c.is_whitespace() || ",.;:".contains(c));
    let inside = bare.strip_prefix('(').and_then(|rest| rest.split_once(')')).map(|(inside, _)| inside);
    let inside = inside.filter(|inside| archived::says_archive(inside) && !inside.contains('('));
    inside.map_or(0, |inside| tail.len() - bare.len() + inside.len() + 2)
}

/// Bytes of the brackets that `tail` begins with, if they describe the work: `[Video]`, `(Publication No. 123) [Doctoral
/// dissertation, MIT]`.
pub(super) fn description(tail: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = tail[at..].trim_start_matches(|c: char| c.is_whitespace() || c == '.');
        let inside = |open: char, close: char| Some(rest.strip_prefix(open)?.split_once(close)?.0);
        let square = inside('[', ']').filter(|inside| is_description(inside));
        let Some(inside) = square.or_else(|| inside('(', ')').filter(|inside| is_numbered(inside))) else { return at };
        at = tail.len() - rest.len() + inside.len() + 2;
    }
}

/// `Video`, `Press release`, `TED Talk`, and not `Harbour Post`.
fn is_description(inside: &str) -> bool {
    const KINDS: &str = "talk video film release thesis dissertation podcast episode slides tweet software app photograph map \
        series song album interview speech webinar lecture preprint manuscript session poster infographic presentation";
    let words = inside.split_whitespace().count();
    let last = inside.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let name = names::is_proper(inside) && words > 1 && !holds(KINDS, &last);
    inside.contains(char::is_alphabetic) && !inside.contains('[') && !name
}

/// `Publication No. 123`, `Vol. 3`, `2nd ed.`, `ISO 9001:2015`, `PDF; 12 kB`
fn is_numbered(inside: &str) -> bool {
    is_standard(inside) || is_counted(inside) || original::names_a_format(inside)
}

/// `ISO 9001:2015`, `NIST SP 800-53`: capitals, and a number of three digits and more or of several parts.
fn is_standard(inside: &str) -> bool {
    let Some((first, rest)) = inside.split_once([' ', '-']) else { return false };
    let capitals = first.chars().count() >= 2 && first.chars().all(char::is_uppercase);
    let numbers = rest.split(' ').any(|word| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        word.starts_with(|c: char| c.is_ascii_digit()) && (digits >= 3 || digits > 0 && word.contains([':', '-']))
    });
    capitals && numbers && !rest.contains(|c: char| c.is_lowercase())
}

fn is_counted(inside: &str) -> bool {
    let mut words = inside.split([' ', '.']).map(str::to_lowercase);
    inside.contains(|c: char| c.is_ascii_digit())
        && words.any(|word| holds("no nos nr vol vols ed edn edition version rev", &word))
}
