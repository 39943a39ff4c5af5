//! Numbers that stand before the stop of their sentence, with a space: `of the sea 1. It`, `the tide 2 3.`, or end the block of a
//! text without stops: `A fall of the sea 4`. Where quite a few of them count up from 1, a text sets its marks so. The same of
//! those that are glued to a word amid a sentence: `the analysis4 shows`.

use std::collections::HashMap;

use super::beside::{ends_block, goes_on_with_date, is_digit, is_glued_to_plain_word, last_word};
use super::words::{announces_a_number, measures};
use super::{AHEAD, DIGITS, chained, digits, numbers, unspaced};

/// Fewer say nothing of a custom.
const FEWEST: usize = 3;

/// Letters of a word that a mark stands behind.
const SHORTEST_WORD: usize = 3;

/// Words of a block that ends in a mark; fewer are a line of a table.
const SHORTEST_BLOCK: usize = 4;

/// Whether the marks of a text stand before its stops: most of the numbers there count up, or come again, and no word announces
/// them.
pub(super) fn are_usual<'t>(texts: impl Iterator<Item = (&'t str, Vec<usize>)>) -> bool {
    let mut words: HashMap<&str, usize> = HashMap::new();
    let mut counted = Vec::new();
    for (text, listed) in texts {
        let stands = |end: usize, start: usize| {
            !listed.contains(&start) && follows_word(text, start) && stands_before_stop(text, start, end)
        };
        for (start, numbers) in runs(text, stands) {
            *words.entry(last_word(text[..start].trim_end())).or_default() += 1;
            counted.extend(numbers);
        }
    }
    // `season 2. … season 3.`
    let announced = words.iter().any(|(word, times)| !word.is_empty() && times * 2 > words.values().sum());
    !announced && count_up(counted.into_iter())
}

/// Whether the marks of a text are glued to words amid its sentences.
pub(super) fn are_usually_glued<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let alone = |text: &str, end: usize| {
        text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric() && !"-–%°'’/".contains(c))
    };
    let glued =
        |text: &'t str| runs(text, move |end, start| is_glued_to_plain_word(&text[..start]) && alone(text, end));
    count_up(texts.flat_map(|text| glued(text).flat_map(|(_, numbers)| numbers)))
}

/// Whether most of these numbers count up from 1, or come again; what stands elsewhere in the text is passed over. Two that agree with
/// each other take up a count that was lost.
pub(super) fn count_up(candidates: impl Iterator<Item = usize>) -> bool {
    let (mut highest, mut next, mut ahead, mut again, mut others) = (0, 0, 0, 0, 0);
    let mut lost = usize::MAX;
    for number in candidates {
        let agrees = number > lost && number - lost <= AHEAD && next >= FEWEST;
        let counted = if number == highest + 1 {
            &mut next
        } else if (1..=highest).contains(&number) {
            &mut again
        } else if (highest + 1..=highest + AHEAD).contains(&number) || agrees {
            &mut ahead
        } else {
            &mut others
        };
        *counted += 1;
        lost = if number > highest + AHEAD && !agrees { number } else { usize::MAX };
        if number <= highest + AHEAD || agrees {
            highest = highest.max(number);
        }
    }
    next >= FEWEST && next >= ahead && next + ahead + again > 2 * others
}

/// The runs of numbers in `text` for which `fits` holds, of the byte where one ends and the one where it starts: where each
/// starts, and its numbers.
pub(super) fn runs(text: &str, fits: impl Fn(usize, usize) -> bool) -> impl Iterator<Item = (usize, Vec<usize>)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(start) = text[at..].find(is_digit).map(|next| at + next) {
            let end = start + digits(&text[start..]);
            at = end;
            let whole = chained(text, end);
            if end - start <= DIGITS
                && let Some(end) = [whole, end].into_iter().find(|end| fits(*end, start))
            {
                at = end;
                return Some((start, numbers(&text[start..end]).collect()));
            }
        }
        None
    })
}

/// Where the numbers of a list stand that runs on in one block: `1. The sea 2. The land 3. The sky`; `led` where the 1 stands before
/// the block.
pub(super) fn enumerators(text: &str, led: bool) -> Vec<usize> {
    let (mut found, mut next, mut at) = (Vec::new(), if led { 2 } else { 1 }, 0);
    while let Some(start) = text[at..].find(is_digit).map(|more| at + more) {
        at = start + digits(&text[start..]);
        let number: usize = if at - start <= DIGITS { text[start..at].parse().unwrap_or(0) } else { 0 };
        let stands = text[at..].starts_with(". ") && (number == next || number == 1);
        // The mark of the first note stands behind a word.
        if stands && (number > 1 || !follows_word(text, start)) && !is_glued(&text[..start]) {
            found.push(start);
            next = number + 1;
        }
    }
    if next > 2 { found } else { Vec::new() }
}

/// Whether what stands before a number is a letter or a closing quotation mark, as no number of an item has it: `“it fell”2. Then`.
/// Scripts without spaces write items on.
fn is_glued(before: &str) -> bool {
    let Some(last) = before.chars().next_back() else { return false };
    let inner = &before[..before.len() - last.len_utf8()];
    let behind = inner.chars().next_back();
    let closes = || behind.is_some_and(|c| !c.is_whitespace() && !is_opening_bracket(c));
    match last {
        // The sign that closes in French opens in German.
        '»' => closes() || inner.rfind(['«', '»']).is_some_and(|open| inner[open..].starts_with('«')),
        '”' | '"' | '’' | '“' | '‘' | '«' | '›' => closes(),
        _ => last.is_alphabetic() && !unspaced::is_own(last),
    }
}

fn is_opening_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{')
}

/// Whether the digits at `start` stand a space behind a word that announces no number, or a bracket or a mark that closes.
pub(super) fn follows_word(text: &str, start: usize) -> bool {
    let Some(before) = text[..start].strip_suffix([' ', '\u{a0}']) else { return false };
    if before.ends_with([')', '”', '"', '’', '»']) {
        return true;
    }
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word.chars().count() >= SHORTEST_WORD && !announces_a_number(word) && !measures(word)
}

/// Whether a full stop that ends its sentence stands behind the digits that end at `end`, a comma or a bracket that parts it, or the
/// end of a block of some words.
pub(super) fn stands_before_stop(text: &str, start: usize, end: usize) -> bool {
    let rest = text[end..].strip_prefix(':').unwrap_or(&text[end..]);
    if ends_block(rest, 0) {
        return text.split_whitespace().nth(SHORTEST_BLOCK).is_some();
    }
    // `what it is like 1, and I know`, `of the town 2), or so`
    if let Some(rest) = text[end..].strip_prefix([',', ';', ')']) {
        // `Grok 3, which`, `on November 6, with`
        let named = last_word(text[..start].trim_end()).starts_with(char::is_uppercase);
        let next = rest.trim_start_matches([',', ';', '.', ' ']);
        return !named && rest.len() > next.len() && next.starts_with(char::is_alphabetic) && !goes_on_with_date(next);
    }
    // Behind the stop of a script without spaces the next sentence begins at once.
    if text[end..].starts_with(['。', '！', '？', '｡']) {
        return true;
    }
    let Some(rest) = text[end..].strip_prefix('.') else { return false };
    let next = rest.trim_start();
    let begins = !next.starts_with(|c: char| c.is_lowercase() || is_digit(c)) && !goes_on_with_date(next);
    ends_block(rest, 0) || rest.starts_with(char::is_whitespace) && begins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_list_that_runs_on_are_not_glued_to_what_stands_before() {
        let check = |text: &str, expected: &[usize]| assert_eq!(enumerators(text, false), expected, "{text}");
        check("We saw: 1. The sea. 2. The land. 3. The sky.", &[8, 20, 33]);
        check("(1. The sea. 2. The land)", &[1, 13]);
        check("“1. The sea. 2. The land.”", &[3, 15]);
        check("\"1. The sea. 2. The land.\"", &[1, 13]);
        check("»1. Die See. 2. Das Land.«", &[2, 14]);
        check("如下：1. 墙。2. 海。", &[9, 18]);
        for glued in [
            "It “rose”1. Then it “fell”2. She “stood”3.",
            "It \"rose\"1. Then it \"fell\"2. She \"stood\"3.",
            "Es „stieg“1. Dann „fiel“ es2. Sie »stand«3. Er",
            "Il « monte »1. Puis « tombe »2. Elle « reste »3. Il",
            "The wall fell1. The sea rose2. Nothing was done3. So",
        ] {
            check(glued, &[]);
        }
    }
}
