//! Entries as Chinese and Japanese have them: no spaces between names and marks, and the title of a book in marks of its
//! own.

use std::ops::Range;

/// Characters of the names before a title without a mark between.
const NAMES: usize = 24;

/// Brackets before the one with the kind of a work.
const BRACKETS: usize = 8;

/// What stands in the first marks of a book, `《…》`.
pub(super) fn book_marks(text: &str) -> Option<Range<usize>> {
    let (open, mark) = text.char_indices().find(|(_, c)| matches!(c, '《' | '〈'))?;
    let start = open + mark.len_utf8();
    let close = if mark == '《' { '》' } else { '〉' };
    let length = text[start..].find(close)?;
    (length > 0).then_some(start..start + length)
}

/// Whether `text` is short and of a script that has no spaces: before a title, that is who wrote it.
pub(super) fn is_name(text: &str) -> bool {
    (1..=NAMES).contains(&text.chars().count()) && text.chars().all(|c| is_unspaced(c) || "・· 　、，".contains(c))
}

/// Whether a character is of a script that has no spaces.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// The title before the mark that says what kind of work it is, `张三. 水坝[N]. 人民日报, 2021-03-03.`, as the standard
/// of China has it: the words, and the mark with them.
pub(super) fn by_kind(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let (open, close) = text.match_indices('[').take(BRACKETS).find_map(|(open, _)| {
        let close = open + text[open..].find(']')?;
        is_kind(&text[open + 1..close]).then_some((open, close + 1))
    })?;
    let before = &text[..open];
    let names = super::authors::inverted(before).or_else(|| {
        let stops = before.match_indices(['.', '．', '。', ':', '：']);
        let behind = stops.map(|(at, mark)| (at, at + mark.len()));
        // The full stop of an initial ends no names.
        let mut ends = behind.filter(|(at, _)| !before[..*at].ends_with(|c: char| c.is_ascii_uppercase()));
        ends.next().map(|(_, end)| end)
    });
    let start = names.unwrap_or(0);
    let start = start + (before[start..].len() - before[start..].trim_start().len());
    let words = start..start + before[start..].trim_end().len();
    (!words.is_empty()).then_some((words, start..close))
}

/// `N`, `J/OL`, `EB/OL`.
fn is_kind(text: &str) -> bool {
    const KINDS: &[&str] =
        &["M", "C", "N", "J", "D", "R", "S", "P", "A", "G", "Z", "DB", "CP", "EB", "CM", "DS", "K", "M/CD"];
    const CARRIERS: &[&str] = &["OL", "CD", "MT", "DK"];
    let (kind, carrier) = text.split_once('/').map_or((text, None), |(kind, carrier)| (kind, Some(carrier)));
    KINDS.contains(&kind) && carrier.is_none_or(|carrier| CARRIERS.contains(&carrier))
}
