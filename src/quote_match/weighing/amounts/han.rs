//! Chinese and Japanese numerals: `三十`, `一千二百`, `二〇二四`, `3万`, `1億2000万`, `百分之三十`, `六成`, `6割5分`.

use std::ops::Range;

use super::{Amount, count, in_digits};
use crate::quote_match::folding::fold::Folded;

/// Characters of a number.
const LONGEST: usize = 24;

/// Digits of a number that is written as digits are; fewer say “three or five”.
const POSITIONS: usize = 3;

/// What a character is in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numeral {
    Digit(u128),
    /// Ten, a hundred, a thousand.
    Small(u128),
    /// Ten thousand and more.
    Large(u128),
}

/// The number that begins at word `from`.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    if let Some(share) = share(text, from, end).or_else(|| tenths(text, from, end)) {
        return Some(share);
    }
    let (value, behind) = number(text, from, end)?;
    Some((from..behind, count(value, 0)))
}

/// `百分之三十`, thirty in a hundred.
fn share(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    const OF_A_HUNDRED: [&str; 3] = ["百", "分", "之"];
    let start = from + OF_A_HUNDRED.len();
    let opens = start < end && OF_A_HUNDRED.iter().zip(from..).all(|(own, at)| text.word(at) == *own);
    if !opens {
        return None;
    }
    let spoken = number(text, start, end)
        .map(|(value, behind)| with_decimals(text, value, behind, end).unwrap_or_else(|| (count(value, 0), behind)));
    let (amount, behind) =
        spoken.or_else(|| super::number(text, start, end).map(|(words, amount)| (amount, words.end)))?;
    Some((from..behind, Amount::Money("%", Box::new(amount))))
}

/// `六成` and `6割`, six in ten; `七成五` and `6割5分` have hundredths behind.
fn tenths(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    let digit = |at: usize| {
        let near = at < end && text.between(at - 1).is_empty();
        digit(text, at).filter(|_| near)
    };
    let begins =
        from + 1 < end && from.checked_sub(1).is_none_or(|before| !is_close(text, before) || !is_numeral(text, before));
    let sign = if begins { text.word(from + 1) } else { "" };
    if !matches!(sign, "成" | "割") || !text.between(from).is_empty() {
        return None;
    }
    let whole = if text.word(from) == "十" { 10 } else { self::digit(text, from).filter(|own| *own > 0)? };
    let behind = from + 2;
    let hundredths = match digit(behind) {
        Some(own) if sign == "成" => Some((own, behind + 1)),
        Some(own) if behind + 1 < end && text.word(behind + 1) == "分" => Some((own, behind + 2)),
        _ => None,
    };
    let (more, behind) = hundredths.unwrap_or((0, behind));
    Some((from..behind, Amount::Money("%", Box::new(count(whole * 10 + more, 0)))))
}

/// The digit that word `at` is, ours or one of these.
fn digit(text: &Folded<'_>, at: usize) -> Option<u128> {
    match numeral(text.word(at)) {
        Some(Numeral::Digit(digit)) => Some(digit),
        Some(_) => None,
        None => {
            in_digits(text.word(at)).filter(|(value, decimals)| *value < 10 && *decimals == 0).map(|(value, _)| value)
        }
    }
}

fn is_numeral(text: &Folded<'_>, at: usize) -> bool {
    numeral(text.word(at)).is_some() || in_digits(text.word(at)).is_some()
}

/// `三点五`, three and five tenths; where no share is told, it may be five past three.
fn with_decimals(text: &Folded<'_>, whole: u128, point: usize, end: usize) -> Option<(Amount, usize)> {
    if point >= end || !matches!(text.word(point), "点" | "點") {
        return None;
    }
    let digit = |at: usize| match numeral(text.word(at)) {
        Some(Numeral::Digit(digit)) => Some(digit),
        _ => None,
    };
    let decimals: String = (point + 1..end).map_while(digit).map(|digit| digit.to_string()).collect();
    let behind = point + 1 + decimals.len();
    (!decimals.is_empty()).then(|| (Amount::Decimal(format!("{whole}.{decimals}")), behind))
}

/// Whether word `index` and the next are one number: the `三十` of `三十五`, the `3` of `3万`.
pub(super) fn goes_on(text: &Folded<'_>, index: usize) -> bool {
    let next = index + 1;
    if next >= text.words.len() || !is_close(text, index) {
        return false;
    }
    let (one, other) = (numeral(text.word(index)), numeral(text.word(next)));
    let behind = || (next + 1 < text.words.len()).then(|| numeral(text.word(next + 1))).flatten();
    match (one, other) {
        (_, Some(Numeral::Small(_) | Numeral::Large(_))) => one.is_some() || in_digits(text.word(index)).is_some(),
        (Some(Numeral::Small(10)), Some(Numeral::Digit(_))) => true,
        (Some(Numeral::Small(_) | Numeral::Large(_)), Some(Numeral::Digit(digit))) => {
            digit == 0 || matches!(behind(), Some(Numeral::Small(_)))
        }
        _ => false,
    }
}

/// Whether nothing stands behind word `index`, or a space between digits and the `万` of `300 万`; where every character has a space
/// behind it, also that of `6 千 多 元`.
fn is_close(text: &Folded<'_>, index: usize) -> bool {
    const SPACES: [&str; 4] = [" ", "\u{a0}", "\u{2009}", "\u{202f}"];
    let scaled = || {
        let scale = match numeral(text.word(index + 1)) {
            Some(Numeral::Large(_)) => true,
            Some(Numeral::Small(_)) => SPACES.contains(&text.between(index + 1)),
            _ => false,
        };
        scale && text.word(index).ends_with(|c: char| c.is_ascii_digit())
    };
    let between = text.between(index);
    between.is_empty() || SPACES.contains(&between) && index + 1 < text.words.len() && scaled()
}

fn number(text: &Folded<'_>, from: usize, end: usize) -> Option<(u128, usize)> {
    let begun = from.checked_sub(1).is_some_and(|before| {
        is_close(text, before) && (numeral(text.word(before)).is_some() || goes_on(text, before))
    });
    if begun || from >= end {
        return None;
    }
    let run = (from..end.min(from + LONGEST)).take_while(|&at| at == from || is_close(text, at - 1));
    let run = run.take_while(|&at| !is_quarter(text, at)).map_while(|at| {
        numeral(text.word(at)).map_or_else(|| in_digits(text.word(at)).map(Piece::Digits), |own| Some(Piece::One(own)))
    });
    let pieces: Vec<Piece> = run.collect();
    // Digits by themselves are read elsewhere.
    if !pieces.iter().any(|piece| matches!(piece, Piece::One(_))) {
        return None;
    }
    let value = in_positions(&pieces).or_else(|| spoken(&pieces))?;
    Some((value, from + pieces.len()))
}

/// `四半期`, a quarter of a year, is no number.
fn is_quarter(text: &Folded<'_>, at: usize) -> bool {
    ["四", "半", "期"]
        .iter()
        .enumerate()
        .all(|(behind, own)| at + behind < text.words.len() && text.word(at + behind) == *own)
}

/// A character, or a number in our digits with how many of them are decimals.
#[derive(Debug, Clone, Copy)]
enum Piece {
    One(Numeral),
    Digits((u128, i32)),
}

/// `二〇二四`.
fn in_positions(pieces: &[Piece]) -> Option<u128> {
    let digits: Option<Vec<u128>> = pieces
        .iter()
        .map(|piece| match piece {
            Piece::One(Numeral::Digit(digit)) => Some(*digit),
            _ => None,
        })
        .collect();
    let digits = digits.filter(|digits| digits.len() >= POSITIONS || digits.len() == 1 || digits[1..].contains(&0))?;
    Some(digits.iter().fold(0, |value, digit| value * 10 + digit))
}

/// `一千二百`, `1億2000万`.
fn spoken(pieces: &[Piece]) -> Option<u128> {
    let (mut total, mut section, mut digit): (u128, u128, Option<u128>) = (0, 0, None);
    let (mut small, mut large) = (u128::MAX, u128::MAX);
    let mut decimals = 0;
    for piece in pieces {
        match *piece {
            Piece::Digits((digits, after)) => {
                if digit.is_some() || section > 0 {
                    return None;
                }
                (digit, decimals) = (Some(digits), after);
            }
            Piece::One(Numeral::Digit(0)) if digit.is_none() && (section > 0 || total > 0) => {}
            Piece::One(Numeral::Digit(own)) => {
                if digit.is_some() {
                    return None;
                }
                digit = Some(own);
            }
            Piece::One(Numeral::Small(own)) => {
                if own >= small || decimals > 0 {
                    return None;
                }
                section += digit.take().unwrap_or(1) * own;
                small = own;
            }
            Piece::One(Numeral::Large(own)) => {
                let value = (section + digit.take().unwrap_or(0)) * own;
                let whole = value / 10u128.pow(decimals.unsigned_abs());
                if own >= large || value == 0 || whole * 10u128.pow(decimals.unsigned_abs()) != value {
                    return None;
                }
                total += whole;
                (section, small, large, decimals) = (0, u128::MAX, own, 0);
            }
        }
    }
    (decimals == 0).then_some(total + section + digit.unwrap_or(0))
}

fn numeral(word: &str) -> Option<Numeral> {
    use Numeral::{Digit, Large, Small};
    Some(match word {
        "〇" | "零" => Digit(0),
        "一" | "壹" | "壱" => Digit(1),
        "二" | "两" | "贰" | "弐" => Digit(2),
        "三" | "叁" | "参" => Digit(3),
        "四" | "肆" => Digit(4),
        "五" | "伍" => Digit(5),
        "六" | "陆" => Digit(6),
        "七" | "柒" => Digit(7),
        "八" | "捌" => Digit(8),
        "九" | "玖" => Digit(9),
        "十" | "拾" => Small(10),
        "百" | "佰" => Small(100),
        "千" | "仟" => Small(1000),
        "万" | "萬" => Large(10_000),
        "亿" | "億" => Large(100_000_000),
        "兆" => Large(1_000_000_000_000),
        _ => return None,
    })
}
