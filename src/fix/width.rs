//! How wide a text is where each sign has its columns.

use unicode_normalization::char::is_combining_mark;

/// Columns that a text takes: two for wide characters of East Asia, none for combining ones.
pub(super) fn columns(text: &str) -> usize {
    const WIDE: &[std::ops::RangeInclusive<char>] = &[
        '\u{1100}'..='\u{115f}',
        '\u{2e80}'..='\u{303e}',
        '\u{3041}'..='\u{a4cf}',
        '\u{ac00}'..='\u{d7a3}',
        '\u{f900}'..='\u{faff}',
        '\u{fe30}'..='\u{fe6f}',
        '\u{ff00}'..='\u{ff60}',
        '\u{ffe0}'..='\u{ffe6}',
        '\u{1f300}'..='\u{1f64f}',
        '\u{1f680}'..='\u{1f6ff}',
        '\u{1f900}'..='\u{1f9ff}',
        '\u{20000}'..='\u{3fffd}',
    ];
    let of = |c: char| match c {
        c if c.is_ascii() => 1,
        c if is_combining_mark(c) => 0,
        c if WIDE.iter().any(|range| range.contains(&c)) => 2,
        _ => 1,
    };
    text.chars().map(of).sum()
}
