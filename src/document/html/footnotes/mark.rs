//! What the words of the mark of a note look like.

use super::MARK;

/// The label of the mark of a note: `1`, `[2]`, `(a)`, `*`, `note 3`.
pub(super) fn mark(words: &str) -> Option<String> {
    let bare = words.trim_matches(|c: char| c.is_whitespace() || "[](){}.:,↑^".contains(c));
    if bare.is_empty() || bare.chars().count() > MARK {
        return None;
    }
    let digits = |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let sign = bare.chars().all(|c| "*†‡§¶‖#".contains(c));
    let letter = bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic) && bare != words;
    let named = bare.rsplit_once([' ', '\u{a0}']).is_some_and(|(_, number)| digits(number) || number.len() == 1);
    let roman = bare.len() > 1 && bare.chars().all(|c| "ivx".contains(c));
    (digits(bare) || sign || letter || named && bare != words || roman).then(|| bare.replace('\u{a0}', " "))
}

/// The number that a run of words ends in.
pub(super) fn last_number(words: &str) -> Option<String> {
    let words = words.trim_end_matches(|c: char| c.is_whitespace() || "]).".contains(c));
    let bare = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = &words[bare.len()..];
    ((1..=3).contains(&number.len())).then(|| number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_short_and_look_like_marks() {
        let check = |words: &str, expected: Option<&str>| assert_eq!(mark(words).as_deref(), expected, "{words}");
        check("[12]", Some("12"));
        check("1", Some("1"));
        check("†", Some("†"));
        check("[a]", Some("a"));
        check("a", None);
        check("[note 1]", Some("note 1"));
        check("Chapter 1", None);
        check("back", None);
        check("", None);
    }
}
