//! What may stand between two markers of one cluster beside a comma or a space: where in the first source to look, and what an
//! editor has to say of it.

use std::ops::Range;

use super::cited::is_dash;
use crate::document::Gap;

/// Characters of page marks and remarks between markers of one cluster.
const LONGEST: usize = 48;

/// Bytes of markup between them: a template with an address.
pub(super) const MARKUP: usize = 400;

/// Words between two markers that the prose shows which make them one.
const AND: [&str; 10] = ["and", "&", "und", "et", "y", "e", "en", "och", "og", "и"];

/// Whether two ranges of the prose stand behind one another with nothing between that is part of a sentence: separators, a
/// page mark as `: 3–4`, a remark in brackets as `[better source needed]`; and nothing that reading does not know. `gaps`
/// are in order.
pub(super) fn are_in_a_row(prose: &str, gaps: &[Gap], one: &Range<usize>, other: &Range<usize>) -> bool {
    let Some(between) = prose.get(one.end..other.start) else { return false };
    let unknown = gaps.partition_point(|gap| gap.at < one.end);
    gaps.get(unknown).is_none_or(|gap| gap.at > other.start)
        && between.len() <= LONGEST * 4
        && between.chars().count() <= LONGEST
        && (is_beside(between) || !one.is_empty() && !other.is_empty() && AND.contains(&between.trim()))
}

fn is_beside(gap: &str) -> bool {
    // A dash by itself stands for numbers, which whoever knows them counts.
    if gap.trim().chars().all(is_dash) && !gap.trim().is_empty() {
        return false;
    }
    let mut rest = gap;
    while let Some(first) = rest.chars().next() {
        let behind = &rest[first.len_utf8()..];
        rest = match first {
            ':' => page(behind),
            '[' => match remark(behind) {
                Some(behind) => behind,
                None => return false,
            },
            c if parts(c) => behind,
            _ => return false,
        };
    }
    true
}

/// Whether a character parts marks, or leaves no trace.
fn parts(c: char) -> bool {
    c.is_whitespace() && c != '\n' || is_dash(c) || ",;·،、，﹐/^".contains(c) || is_unseen(c)
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// What stands behind the numbers of pages that follow a colon.
fn page(text: &str) -> &str {
    let is_of_page = |c: char| c.is_ascii_digit() || is_dash(c) || " ,\u{a0}\u{2009}\u{202f}ivxlcIVXLC".contains(c);
    text.trim_start_matches(is_of_page)
}

/// What stands behind a remark in brackets, which has words and no number.
fn remark(text: &str) -> Option<&str> {
    let (words, rest) = text.split_once(']')?;
    let is_remark =
        words.contains(char::is_alphabetic) && !words.contains(|c: char| c.is_numeric() || "[\n".contains(c));
    is_remark.then_some(rest)
}
