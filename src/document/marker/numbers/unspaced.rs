//! Marks behind the words of Chinese and Japanese, which have no spaces: `国家1 2。`, `国家 1。`. A quantity has its measure behind it
//! there, so that little else stands before a stop.

use super::beside::{is_closing, is_digit, is_unspaced, is_wide_stop};
use super::stops::{count_up, runs};

/// Characters that a number of its own follows: `第1`, `图2`.
const COUNTED: &str = "第图圖表章节節条條版卷期页頁号號约約共近达達至到註注";
/// Words that end in one of them, and that nothing counts.
const WORDS: [&str; 16] = [
    "代表", "发表", "發表", "列表", "外表", "符号", "符號", "称号", "稱號", "信号", "信號", "口号", "口號", "时期",
    "時期", "出版",
];
/// What closes a remark or a title there; a quotation closes as elsewhere.
const CLOSING: [char; 5] = ['）', '》', '〉', '】', '〕'];
/// The same where the number was marked before: what says how much there is (`人口は3`, `只有3`), and the syllables of foreign words
/// (`フェーズ2`).
const MEASURING: &str =
    "はがのをにとでも是為为有仅僅只和與与及或获獲比如即得数數率階级級型式種种類类回次部番位段組组班隊队系";

/// Bytes of a remark in brackets: `[註 1]`.
const LONGEST_REMARK: usize = 16;

/// Whether the marks of a text stand so: the numbers there count up from 1.
pub(super) fn are_usual<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let stands = |text: &'t str| {
        runs(text, move |end, start| {
            let before = &text[..start];
            can_precede(before.strip_suffix(' ').unwrap_or(before)) && can_follow(&text[end..])
        })
    };
    count_up(texts.flat_map(|text| stands(text).flat_map(|(_, numbers)| numbers)))
}

/// Whether `words` ends in a word that a mark can stand behind, or in what closes.
pub(super) fn can_precede(words: &str) -> bool {
    let word = |c: char| is_unspaced(c) && !COUNTED.contains(c) || CLOSING.contains(&c);
    (words.ends_with(word) || WORDS.iter().any(|word| words.ends_with(word))) && !is_open(words)
}

/// The same of a mark of what was marked before.
pub(super) fn can_precede_again(words: &str) -> bool {
    let is_foreign = |c: char| matches!(c, '\u{30a0}'..='\u{30ff}');
    can_precede(words) && !words.ends_with(|c: char| is_foreign(c) || MEASURING.contains(c))
}

/// Whether a mark can stand before `rest`: before a stop, a remark in brackets or the end of a block, also in a bracket that
/// a stop follows, and with the page of the source, `大门47:503，`.
pub(super) fn can_follow(rest: &str) -> bool {
    let page = rest.strip_prefix(':').filter(|page| page.starts_with(is_digit));
    let rest = page.map_or(rest, |page| page.trim_start_matches(|c: char| is_digit(c) || matches!(c, '-' | '–')));
    let rest = rest.strip_prefix('）').unwrap_or(rest);
    // `夏季的7、8月`
    let counts_on = rest.strip_prefix('、').is_some_and(|next| next.starts_with(is_digit));
    rest.trim_end().is_empty() || !counts_on && rest.starts_with(|c: char| is_wide_stop(c) || c == '[')
}

/// Bytes of the comma of these scripts that parts the number which ends at `end` from the next mark, `国家1、2。`: behind their
/// words, or behind a quotation of them.
pub(super) fn comma(text: &str, end: usize) -> Option<usize> {
    text[end..].starts_with('、').then(|| text[..end].trim_end_matches(|c| is_digit(c) || c == '、')).and_then(
        |before| {
            let quoted = before.trim_end_matches(is_closing).trim_end_matches(is_wide_stop);
            (can_precede(before) || quoted.len() < before.len() && quoted.ends_with(is_unspaced))
                .then_some('、'.len_utf8())
        },
    )
}

/// Whether a character is of such a script, or closes a remark or a title there.
pub(super) fn is_own(c: char) -> bool {
    is_unspaced(c) || CLOSING.contains(&c)
}

/// Whether a remark in brackets is open at the end of `words`.
fn is_open(words: &str) -> bool {
    words.rfind('[').is_some_and(|open| words.len() - open <= LONGEST_REMARK && !words[open..].contains(']'))
}
