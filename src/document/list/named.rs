//! Which numbers of notes a text names, as far as the form of its marks shows. It tells a list of notes that no heading
//! names from other numbered lists: the text before it points to its entries.

use std::collections::HashSet;

use crate::document::marker::superscript;

/// Bytes between the bracket of a mark and its last number.
const WITHIN: usize = 40;
/// Digits of the longest number.
const DIGITS: usize = 3;

/// The numbers that marks of `text` name.
pub(in crate::document) fn named(text: &str) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut bracket = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        match c {
            '[' | '［' | '【' => bracket = Some(at),
            ']' | '］' | '】' | '†' | '\n' => bracket = None,
            _ => {}
        }
        let own = if c.is_ascii_digit() {
            let length = text[at..].bytes().take_while(u8::is_ascii_digit).count();
            let held = bracket.is_some_and(|open| at - open <= WITHIN);
            let is_mark = length <= DIGITS && (held || is_mark(&text[..at], &text[at + length..]));
            Some((text[at..at + length].parse::<usize>().ok().filter(|_| is_mark), length))
        } else {
            superscript::number(&text[at..]).map(|(number, length)| (number.parse::<usize>().ok(), length))
        };
        match own {
            Some((number, length)) => {
                found.extend(number);
                at += length;
            }
            None => at += c.len_utf8(),
        }
    }
    found
}

/// Whether marks of `text` name every one of these numbers. One behind a year, `in 1881.6`, looks like part of it.
pub(in crate::document) fn names_all(text: &str, mut numbers: impl Iterator<Item = Option<usize>>) -> bool {
    let named = named(text);
    let behind_year = |number: usize| {
        let sign = format!(".{number}");
        text.match_indices(&sign).any(|(at, sign)| {
            let behind = &text[at + sign.len()..];
            text[..at].ends_with(|c: char| c.is_ascii_digit())
                && !behind.starts_with(|c: char| !c.is_whitespace() && c != ')')
        })
    };
    numbers.all(|number| number.is_some_and(|number| named.contains(&number) || behind_year(number)))
}

/// Whether digits between two texts stand where a mark does: behind the end of a sentence, of a clause or of a quotation,
/// in brackets of their own, behind a caret.
fn is_mark(before: &str, behind: &str) -> bool {
    let ends = |text: &str| text.is_empty() || text.starts_with(|c: char| c.is_whitespace() || ".,;:)^".contains(c));
    let Some(last) = before.chars().next_back() else { return false };
    let bare = before[..before.len() - last.len_utf8()].chars().next_back();
    match last {
        '^' => true,
        '(' => behind.starts_with(')'),
        '.' | ',' => ends(behind) && bare.is_some_and(|c| !c.is_ascii_digit() && !c.is_whitespace()),
        '!' | '?' | ';' | ':' | '”' | '"' | '’' | '»' | ')' => ends(behind),
        ' ' => bare.is_some_and(|c| ".!?”\"»".contains(c)) && ends(behind),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_name_numbers_and_other_numbers_do_not() {
        let check = |text: &str, expected: &[usize]| {
            let mut found: Vec<usize> = named(text).into_iter().collect();
            found.sort_unstable();
            assert_eq!(found, expected, "{text}");
        };
        check("It rose [1]. It fell [2, 3], and stood.[4][5]", &[1, 2, 3, 4, 5]);
        check("It rose.1 It “fell”,2 and stood. 3 It went.", &[1, 2, 3]);
        check("It rose¹ and fell (2) and^3 so ［4］.", &[1, 2, 3, 4]);
        check("In 2019 some 3 of 46 boats, 2.5 feet long, met on 1 May 2020.", &[]);
    }
}
