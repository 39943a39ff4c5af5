//! The lines of a page that may be a notice, as far as numbers stand in them.

use std::borrow::Cow;

/// The code of a page that is not there.
const CODE: &str = "404";

/// The number that a line begins with or is, of three digits in what names the codes of answers.
fn leading_number(line: &str) -> Option<&str> {
    let first = line.split_whitespace().next()?;
    let is_number = first.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && (first.len() == line.trim().len() || first.len() == CODE.len())).then_some(first)
}

/// The text without its list of numbers, where it has one: a number among others is one of them, and so is a line that begins
/// with one.
pub(super) fn without_list(text: &str) -> Cow<'_, str> {
    let mut numbers: Vec<&str> = text.lines().filter_map(leading_number).collect();
    numbers.dedup();
    if numbers.len() < 2 {
        return text.into();
    }
    let lines: Vec<&str> = text.lines().filter(|line| leading_number(line).is_none()).collect();
    lines.join("\n").into()
}

/// The text with the digits of the code in one: designs give each a line of its own.
pub(super) fn in_one(text: &str) -> Cow<'_, str> {
    let lines: Vec<&str> = text.lines().collect();
    let is_code = |at: &[&str]| at.iter().map(|line| line.trim()).eq(["4", "0", "4"]);
    let Some(at) = lines.windows(CODE.len()).position(is_code) else { return text.into() };
    let mut whole = lines[..at].to_vec();
    whole.push(CODE);
    whole.extend(&lines[at + CODE.len()..]);
    whole.join("\n").into()
}
