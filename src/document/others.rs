//! Words behind the first author of a work for those who are not named, `et al.`, in the languages that documents come in.

/// In small letters, the longest first where one ends with another.
const OTHERS: &[&str] = &[
    "et al.",
    "et al",
    "et alii",
    "et alia",
    "and others",
    "and colleagues",
    "u. a.",
    "u.a.",
    "u.\u{a0}a.",
    "und andere",
    "et autres",
    "et collaborateurs",
    "y otros",
    "y colaboradores",
    "y cols.",
    "y col.",
    "e outros",
    "e colaboradores",
    "e altri",
    "ed altri",
    "e.a.",
    "e. a.",
    "en anderen",
    "m.fl.",
    "m. fl.",
    "mfl.",
    "med flere",
    "med flera",
    "i in.",
    "i inni",
    "a kol.",
    "a spol.",
    "ym.",
    "ja muut",
    "vd.",
    "ve diğerleri",
    "ve ark.",
    "és mtsai.",
    "és mtsai",
    "și alții",
    "ș.a.",
    "и др.",
    "и другие",
    "и соавт.",
    "та ін.",
    "та інші",
    "и съавт.",
    "κ.ά.",
    "κ.α.",
    "και συν.",
    "και άλλοι",
    "等人",
    "等",
    "ほか",
    "他",
    "ら",
    "외",
    "dkk.",
    "dkk",
    "وآخرون",
    "ואחרים",
];

/// Whether words are nothing but such ones; the stop behind them can be that of the list.
pub(in crate::document) fn are_others(words: &str) -> bool {
    let lower = words.trim().to_lowercase();
    OTHERS.iter().any(|own| *own == lower || own.strip_suffix('.') == Some(&lower))
}

/// A name without such words at its end, where the full stop behind them is cut off.
pub(in crate::document) fn without_stopped(name: &str) -> &str {
    let whole = without_others(name);
    if whole.len() < name.len() || name.ends_with('.') {
        return whole;
    }
    let length = without_others(&format!("{name}.")).len();
    if length < name.len() { &name[..length] } else { name }
}

/// A name without such words at its end.
pub(in crate::document) fn without_others(name: &str) -> &str {
    let bare = name.trim_end_matches([' ', ',', '，', '、', '\u{a0}']);
    let stripped = OTHERS.iter().find_map(|words| {
        let start = bare.len().checked_sub(words.len())?;
        let (before, behind) = (bare.get(..start)?, bare.get(start..)?);
        let apart = before.ends_with([' ', ',', '\u{a0}', '，', '、'])
            || !words.is_ascii() && before.ends_with(|c: char| !c.is_lowercase() && !c.is_uppercase());
        (apart && before.contains(char::is_alphabetic) && behind.to_lowercase() == **words).then_some(before)
    });
    stripped.map_or(name, |before| before.trim_end_matches([' ', ',', '，', '、', '\u{a0}']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_are_not_named_are_no_part_of_the_name() {
        for name in ["King et al.,", "King u. a. ", "King m.fl.", "King i in.", "King et alii"] {
            assert_eq!(without_others(name), "King", "{name}");
        }
        assert_eq!(without_others("Иванов и др., "), "Иванов");
        assert_eq!(without_others("王明等，"), "王明");
        assert_eq!(without_others("田中ほか, "), "田中");
        for name in ["Kamal", "Metal, ", "Vera", "等", "Smith and Doe"] {
            assert_eq!(without_others(name), name, "{name}");
        }
    }

    #[test]
    fn the_stop_of_such_words_can_be_cut_off() {
        for name in ["King u. a", "King, et al", "King et al.", "King и др"] {
            assert_eq!(without_stopped(name), "King", "{name}");
        }
        assert_eq!(without_stopped("King"), "King");
        assert!(are_others("u. a") && are_others("et al.") && !are_others("al") && !are_others("King"));
    }
}
