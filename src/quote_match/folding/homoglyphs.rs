//! Letters of other scripts that look like Latin ones: `hаrbour` with a Cyrillic `а` is what a reader takes for `harbour`.

/// Each pair: the letter, and the Latin one that it looks like.
const ALIKE: &str = "аa еe оo рp сc уy хx іi јj ѕs ԁd һh АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS οo αa ΑA ΒB ΕE ΖZ ΗH ΙI ΚK \
    ΜM ΝN ΟO ΡP ΤT ΥY ΧX";

/// Whether two words look the same, and the letters of one of them are of two scripts: no language has such a word.
pub(crate) fn look_alike(one: &str, other: &str) -> bool {
    one != other && (is_mixed(one) || is_mixed(other)) && one.chars().map(latin).eq(other.chars().map(latin))
}

/// Whether Latin letters stand beside Greek or Cyrillic ones.
fn is_mixed(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_alphabetic()) && word.contains(|c: char| ('\u{370}'..='\u{52f}').contains(&c))
}

fn latin(c: char) -> char {
    let like = |pair: &str| pair.strip_prefix(c).and_then(|like| like.chars().next());
    if c.is_ascii() { c } else { ALIKE.split_ascii_whitespace().find_map(like).unwrap_or(c) }
}

#[cfg(test)]
mod tests {
    use super::look_alike;
    use crate::quote_match::tests::{CRITICAL, MINOR, check};

    #[test]
    fn a_word_with_a_letter_of_another_script_is_spelled_otherwise() {
        for (one, other) in [("hаrbour", "harbour"), ("harbour", "hаrbοur"), ("Вerlin", "Berlin"), ("гaвaнь", "гавань")]
        {
            assert!(look_alike(one, other), "{one} and {other}");
        }
        for (one, other) in
            [("harbour", "harbour"), ("Х", "X"), ("hаrbour", "harvour"), ("море", "mope"), ("µg", "mg"), ("сор", "cop")]
        {
            assert!(!look_alike(one, other), "{one} and {other}");
        }
        let page = "The keeper of the old harbour lit the lamp at dusk and went home again.";
        check(page, "The keeper of the old hаrbour lit the lаmp at dusk", MINOR);
        check(page, "The keeper of the old hаrbour did not light the lаmp at dusk", CRITICAL);
    }
}
