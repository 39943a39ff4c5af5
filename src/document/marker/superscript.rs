//! Raised digits as numbers: `¹²` is 12.

/// Digits of the longest number that is read whole: no list of notes runs to a million.
const LONGEST: usize = 6;

/// The number that `text` begins with in raised digits, in plain ones, and its bytes.
pub(in crate::document) fn number(text: &str) -> Option<(String, usize)> {
    let mut label = String::new();
    let mut len = 0;
    while label.len() < LONGEST
        && let Some((digit, width)) = text[len..].chars().next().and_then(|c| Some((digit(c)?, c.len_utf8())))
    {
        label.push(digit);
        len += width;
    }
    (!label.is_empty()).then_some((label, len))
}

/// The plain digit of a raised one.
pub(in crate::document) fn digit(c: char) -> Option<char> {
    let value = match c {
        '⁰' => 0,
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '⁴'..='⁹' => u32::from(c) - u32::from('⁰'),
        _ => return None,
    };
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raised_digits_are_one_number() {
        assert_eq!(number("¹²³ x"), Some(("123".into(), 6)));
        assert_eq!(number("⁴⁰⁹"), Some(("409".into(), 9)));
        assert_eq!(number("12"), None);
    }
}
