//! What an entry of a list begins with: a bullet or a number, and how wide that is.

use crate::document::marker::{cited, native};
use crate::span::floor_char_boundary;

/// The beginning of a list entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::document) struct Prefix {
    /// The label that it gives, if it is not a bullet.
    pub(in crate::document) label: Option<String>,
    /// How it is written.
    pub(in crate::document) family: Family,
    /// Its bytes, with the white space behind it.
    pub(in crate::document) len: usize,
}

/// How the beginning of a list entry is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::document) enum Family {
    /// `-`, `*`, `•`
    Bullet,
    /// `[1]`
    Bracket,
    /// `1.`, `1)`, `(1)`
    Dotted,
    /// `1 Title`: certain only where the numbers run on.
    Digits,
    /// `¹`, `^1`, `†`
    Superscript,
}

/// Digits of a note number: no list of notes runs to ten thousand.
const LONGEST_NUMBER: usize = 4;
/// Characters of a label in brackets, such as `[Smith2020]`, `[I-D.ietf-harbour-frost-signals]`.
const LONGEST_KEY: usize = 40;

/// The list prefix that `line`, without indentation, begins with.
pub(in crate::document) fn prefix(line: &str) -> Option<Prefix> {
    let prefix = bullet(line)
        .or_else(|| bracket(line))
        .or_else(|| parenthesis(line))
        .or_else(|| number(line))
        .or_else(|| raised(line))
        .or_else(|| circled(line))
        .or_else(|| starred(line))
        .or_else(|| native_number(line))
        .or_else(|| caret(line))?;
    // The arrow of a back link is the bullet itself.
    let from = if line.starts_with(ARROWS) { 0 } else { prefix.len };
    let links = from + back_links(&line[from..]);
    Some(Prefix { len: prefix.len.max(links), ..prefix })
}

/// What encyclopedias put before a note to lead back to the text.
const ARROWS: &[char] = &['^', '↑', '↩'];

/// Bytes of the back links that a note begins with, as `^`, `^ a b c`, `↑ Jump up to: a b`.
pub(in crate::document) fn back_links(text: &str) -> usize {
    let Some(rest) = text.strip_prefix(ARROWS) else { return 0 };
    let space = |text: &str| text.trim_start_matches([' ', '\t', '\u{a0}']).len();
    let mut at = text.len() - space(rest);
    for words in
        ["Jump up to:", "Jump up to", "Jump up", "Hochspringen nach:", "Hochspringen", "Revenir plus haut en :"]
    {
        if let Some(rest) = text[at..].strip_prefix(words) {
            at = text.len() - space(rest.trim_start_matches(':'));
            break;
        }
    }
    let mut end = at;
    for (count, letter) in ('a'..='z').enumerate() {
        let behind = text[at..].strip_prefix(letter).filter(|rest| space(rest) < rest.len());
        let Some(behind) = behind else { break };
        at = text.len() - space(behind);
        // One letter alone can be the article that a title begins with.
        end = if count > 0 { at } else { end };
    }
    end
}

/// White space behind a label, with what is not seen at all: programs that write texts and prints set it there.
pub(in crate::document) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn made(line: &str, label: Option<&str>, family: Family, mark: usize) -> Prefix {
    let rest = &line[mark..];
    let gap = rest.len() - rest.trim_start_matches(is_gap).len();
    Prefix { label: label.map(str::to_owned), family, len: mark + gap }
}

fn bullet(line: &str) -> Option<Prefix> {
    let mark = line.chars().next().filter(|c| "-–—*+•‣◦·▪●^↑".contains(*c))?;
    let rest = &line[mark.len_utf8()..];
    let glued = "•‣◦▪●↑".contains(mark);
    if rest.starts_with(is_gap) || glued && !rest.is_empty() {
        Some(made(line, None, Family::Bullet, mark.len_utf8()))
    } else {
        None
    }
}

/// Numbers of one entry are no further apart: `10, 2020` is a day of a year.
const WIDEST: usize = 100;

/// `[1, 3]`, `[1–3]`: one entry for several numbers.
fn several(label: &str) -> bool {
    let plain = |c: char| c.is_ascii_digit() || c == ' ' || c == ',' || cited::is_dash(c);
    let near = |numbers: &[String]| {
        let numbers: Vec<usize> = numbers.iter().filter_map(|number| number.parse().ok()).collect();
        numbers.windows(2).all(|pair| pair[0] < pair[1] && pair[1] - pair[0] <= WIDEST)
    };
    label.chars().all(plain) && cited::numbers(label).is_some_and(|numbers| numbers.len() > 1 && near(&numbers))
}

fn bracket(line: &str) -> Option<Prefix> {
    let near = &line[..floor_char_boundary(line, LONGEST_KEY + 2)];
    let (label, _) = near.strip_prefix('[')?.split_once(']')?;
    if native::plain(label).is_some() {
        return None;
    }
    let plain = |c: char| c.is_alphanumeric() || "-_+.^*".contains(c);
    // `[web:12]`
    let kind = label.split_once(':').filter(|(kind, number)| {
        kind.chars().all(|c| c.is_alphabetic() || c == '_') && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    if label.is_empty()
        || kind.is_none() && !label.chars().all(plain) && !several(label)
        || line[label.len() + 2..].starts_with('(')
    {
        return None;
    }
    let mark = label.len() + 2;
    if goes_on(&line[mark..]) {
        return None;
    }
    let colon = usize::from(line[mark..].starts_with([':', '.']));
    Some(made(line, Some(label), Family::Bracket, mark + colon))
}

/// Whether other marks follow one at once, `[1]-[3]`, `[1], [3]`, `[1][2]`: it begins a sentence, and no entry.
fn goes_on(behind: &str) -> bool {
    let joint = behind.trim_start_matches(['-', '–', '—', '−', ',', ';', '&']);
    let opened =
        |text: &str| text.strip_prefix(['[', '［', '【', '〔']).is_some_and(|text| text.starts_with(char::is_numeric));
    behind.starts_with([',', ';']) || opened(behind) || joint.len() < behind.len() && opened(joint)
}

/// `(1)`, and what calls it a note in Chinese, Japanese and Korean: `（注1）`.
fn parenthesis(line: &str) -> Option<Prefix> {
    let (open, close) = if line.starts_with('(') { ('(', ')') } else { ('（', '）') };
    let inner = line.strip_prefix(open)?;
    let inner = inner.strip_prefix(NOTES).map_or(inner, |rest| rest.trim_start_matches(' '));
    let own = digits(inner).map(|digits| (digits.to_owned(), digits.len()));
    let (label, length) = own.or_else(|| native::number(inner).filter(|_| open == '（'))?;
    let mark = line.len() - inner.len() + length + close.len_utf8();
    let whole = label.len() <= LONGEST_NUMBER && inner[length..].starts_with(close);
    whole.then(|| made(line, Some(&label), Family::Dotted, mark))
}

/// What a note is called before its number.
const NOTES: [char; 3] = ['注', '註', '주'];

/// The number that a circle holds: `①`, `⑫`, `❸`.
pub(in crate::document) fn circle(c: char) -> Option<u32> {
    let code = u32::from(c);
    match c {
        '①'..='⑳' => Some(code - u32::from('①') + 1),
        '㉑'..='㉟' => Some(code - u32::from('㉑') + 21),
        '㊱'..='㊿' => Some(code - u32::from('㊱') + 36),
        '❶'..='❿' => Some(code - u32::from('❶') + 1),
        _ => None,
    }
}

fn circled(line: &str) -> Option<Prefix> {
    let mark = line.chars().next()?;
    let label = circle(mark)?.to_string();
    // Two are marks of a sentence.
    let alone = !line[mark.len_utf8()..].starts_with(|c: char| circle(c).is_some());
    alone.then(|| made(line, Some(&label), Family::Superscript, mark.len_utf8()))
}

/// The sign before the number of a note, `*1`, `※2`, and that number.
pub(in crate::document) fn starred_number(text: &str) -> Option<(char, &str)> {
    let sign = text.chars().next().filter(|c| matches!(c, '*' | '＊' | '※'))?;
    Some((sign, digits(&text[sign.len_utf8()..])?))
}

fn starred(line: &str) -> Option<Prefix> {
    let (sign, label) = starred_number(line)?;
    let mark = sign.len_utf8() + label.len();
    let begins =
        |c: char| is_gap(c) || matches!(c, ':' | '：') || c.is_alphabetic() && c >= '\u{2e80}' || "「『《“".contains(c);
    let colon = line[mark..].chars().next().filter(|c| matches!(c, ':' | '：')).map_or(0, char::len_utf8);
    line[mark..].starts_with(begins).then(|| made(line, Some(label), Family::Superscript, mark + colon))
}

fn number(line: &str) -> Option<Prefix> {
    let digits = digits(line)?;
    let space = |text: &str| text.starts_with(is_gap);
    if let Some(end) = line.find(['.', ')']).filter(|end| *end > digits.len() && *end <= LONGEST_KEY) {
        // `1–3. Title`, `1, 3. Title`
        let label = &line[..end];
        let is_joint = |c: char| c == ',' || cited::is_dash(c);
        if label.contains(is_joint) && several(label) && space(&line[end + 1..]) {
            return Some(made(line, Some(label), Family::Dotted, end + 1));
        }
    }
    let rest = &line[digits.len()..];
    if rest.starts_with(['.', ')', ':', ']'])
        && (space(&rest[1..]) || rest[1..].starts_with(['“', '"', '[']) || rest[1..].starts_with("http"))
    {
        Some(made(line, Some(digits), Family::Dotted, digits.len() + 1))
    } else if space(rest) {
        Some(made(line, Some(digits), Family::Digits, digits.len()))
    } else {
        None
    }
}

fn raised(line: &str) -> Option<Prefix> {
    let (label, len) = crate::document::marker::superscript::number(line)?;
    Some(made(line, Some(&label), Family::Superscript, len))
}

/// `१. `, `۱) `, `［１］`: digits of another script, or brackets of one.
fn native_number(line: &str) -> Option<Prefix> {
    const BRACKETS: [(char, char); 4] = [('[', ']'), ('［', '］'), ('【', '】'), ('〔', '〕')];
    let bracket = BRACKETS.into_iter().find_map(|(open, close)| Some((line.strip_prefix(open)?, open, close)));
    if let Some((inner, open, close)) = bracket {
        let plain = digits(inner).filter(|_| open != '[').map(|digits| (digits.to_owned(), digits.len()));
        let (label, length) = plain.or_else(|| native::number(inner))?;
        let whole = label.len() <= LONGEST_NUMBER && inner[length..].starts_with(close);
        let mark = open.len_utf8() + length + close.len_utf8();
        return (whole && !goes_on(&line[mark..])).then(|| made(line, Some(&label), Family::Bracket, mark));
    }
    let (label, length) = native::number(line).filter(|(label, _)| label.len() <= LONGEST_NUMBER)?;
    let stop = line[length..].chars().next().filter(|c| ".)．）:：।-".contains(*c))?;
    let mark = length + stop.len_utf8();
    let apart = line[mark..].starts_with(is_gap) || !stop.is_ascii();
    apart.then(|| made(line, Some(&label), Family::Dotted, mark))
}

/// `^1 `, `^1^ `
fn caret(line: &str) -> Option<Prefix> {
    let inner = line.strip_prefix('^')?;
    let digits = digits(inner)?;
    let rest = &inner[digits.len()..];
    let rest = rest.strip_prefix('^').unwrap_or(rest);
    let rest = rest.strip_prefix([':', '.', ')']).unwrap_or(rest);
    rest.starts_with(is_gap).then(|| made(line, Some(digits), Family::Superscript, line.len() - rest.len()))
}

/// Most signs of one label.
const SIGNS: usize = 3;

/// The sign that a note begins with: `* `, `** `, `†`. A star alone is what other lists begin with as well.
pub(in crate::document) fn sign(line: &str) -> Option<Prefix> {
    let first = line.chars().next().filter(|c| matches!(c, '*' | '†' | '‡'))?;
    let rest = line.trim_start_matches(first);
    let mark = line.len() - rest.len();
    let begins = rest.starts_with(|c: char| is_gap(c) || c.is_uppercase() || "“\"„«".contains(c));
    (mark <= SIGNS * first.len_utf8() && begins).then(|| made(line, Some(&line[..mark]), Family::Superscript, mark))
}

fn digits(text: &str) -> Option<&str> {
    let digits = &text[..text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len()];
    (1..=LONGEST_NUMBER).contains(&digits.len()).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(Option<&str>, &str)>) {
        let found = prefix(line);
        let found = found.as_ref().map(|prefix| (prefix.label.as_deref(), &line[prefix.len..]));
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn bullets_and_numbers_open_an_entry() {
        check("- “About.”", Some((None, "“About.”")));
        check("–\tAbout", Some((None, "About")));
        check("•About", Some((None, "About")));
        check("1. About", Some((Some("1"), "About")));
        check("12) About", Some((Some("12"), "About")));
        check("1.https://a.test", Some((Some("1"), "https://a.test")));
        check("(3) About", Some((Some("3"), "About")));
        check("（3）About", Some((Some("3"), "About")));
        check("१. About", Some((Some("1"), "About")));
        check("۱۲) About", Some((Some("12"), "About")));
        check("[१२] About", Some((Some("12"), "About")));
        check("［3］About", Some((Some("3"), "About")));
        check("〔3〕潮汐", Some((Some("3"), "潮汐")));
        check("【３】About", Some((Some("3"), "About")));
        check("①张三", Some((Some("1"), "张三")));
        check("⑫ Doe", Some((Some("12"), "Doe")));
        check("(注1) 田中", Some((Some("1"), "田中")));
        check("（註12）田中", Some((Some("12"), "田中")));
        check("*1 田中", Some((Some("1"), "田中")));
        check("※2 田中", Some((Some("2"), "田中")));
        check("[4] About", Some((Some("4"), "About")));
        check("[4]: About", Some((Some("4"), "About")));
        check("[Smith2020] About", Some((Some("Smith2020"), "About")));
        check("[1, 3] About", Some((Some("1, 3"), "About")));
        check("[1–3] About", Some((Some("1–3"), "About")));
        check("1–3. About", Some((Some("1–3"), "About")));
        check("1, 3. About", Some((Some("1, 3"), "About")));
        check("5 About", Some((Some("5"), "About")));
        check("¹² About", Some((Some("12"), "About")));
        check("^1 About", Some((Some("1"), "About")));
        check("^12^ About", Some((Some("12"), "About")));
        check("[web:3] About", Some((Some("web:3"), "About")));
        check("^ About", Some((None, "About")));
        check("^ a b c \"About\"", Some((None, "\"About\"")));
        check("↑ a b About", Some((None, "About")));
        check("^ Jump up to: a b About", Some((None, "About")));
        for gap in ["\u{200b} ", " \u{200b}", "\u{200b}", "\u{2003}", "\u{2060}\t", "\u{200e} "] {
            check(&format!("1.{gap}About"), Some((Some("1"), "About")));
            check(&format!("[1]{gap}About"), Some((Some("1"), "About")));
            check(&format!("-{gap}About"), Some((None, "About")));
        }
        check("1. ^ a b About", Some((Some("1"), "About")));
        check("^ a boat", Some((None, "a boat")));
    }

    #[test]
    fn words_dashes_and_links_do_not() {
        for line in [
            "",
            "1-3 About",
            "3-1. About",
            "10, 2020. About",
            "3, 1. About",
            "12, 1999) About",
            "",
            "About",
            "-About",
            "①② About",
            "*1.5 About",
            "*1a About",
            "（注）About",
            "2024-06-29 About",
            "1.5 million",
            "[a](b)",
            "[a b] c",
            "123456 About",
            "१२३४५६. About",
            "१.५ About",
            "【新闻】About",
            "【1】【2】 About",
        ] {
            check(line, None);
        }
    }
}
