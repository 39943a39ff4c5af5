//! Letters that one of two words doubles: a slip of the pen, or another word.

/// Where a letter of one word is doubled in the other: the longer word, and the place of the second of the two letters.
pub(crate) fn doubled<'w>(one: &'w str, other: &'w str) -> Option<(&'w str, usize)> {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let (s, l) = (short.as_bytes(), long.as_bytes());
    let same = s.iter().zip(l).take_while(|(a, b)| a == b).count();
    let doubles = l.len() == s.len() + 1 && same > 0 && l[same - 1] == l[same] && s[same..] == l[same + 1..];
    (doubles && l[same].is_ascii()).then_some((long, same))
}

/// Whether a letter that is doubled makes another word: a consonant behind the one vowel of a word before its ending (`planned`
/// and `planed`, `latter` and `later`), an `o` or an `i` (`dragon` and `dragoon`), or an `e` at the end (`refuge` and `refugee`).
pub(crate) fn doubles_to_another(one: &str, other: &str) -> bool {
    const ENDINGS: [&str; 7] = ["ed", "er", "ers", "est", "ing", "ings", "y"];
    let Some((long, at)) = doubled(one, other) else { return false };
    let is_vowel = |byte: &u8| b"aeiou".contains(byte);
    let stem = &long.as_bytes()[..at - 1];
    let syllable = stem.last().is_some_and(is_vowel) && stem.iter().filter(|byte| is_vowel(byte)).count() == 1;
    let (letter, ending) = (&long[at..=at], &long[at + 1..]);
    syllable && ENDINGS.contains(&ending) || matches!(letter, "i" | "o") || letter == "e" && matches!(ending, "" | "s")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_consonant_before_an_ending_and_a_long_vowel_make_another_word() {
        for (one, other) in [
            ("planed", "planned"),
            ("later", "latter"),
            ("filing", "filling"),
            ("refuge", "refugee"),
            ("salon", "saloon"),
            ("skiing", "skiiing"),
        ] {
            assert!(doubles_to_another(one, other) && doubles_to_another(other, one), "{one} {other}");
        }
        for (one, other) in
            [("traveled", "travelled"), ("student", "studdent"), ("evening", "evenning"), ("lost", "last")]
        {
            assert!(!doubles_to_another(one, other), "{one} {other}");
        }
    }
}
