//! What a finding code means and what to do about it, for `citewatch explain`.

use crate::finding::Code;

/// The explanation of one code, in plain text.
pub(crate) fn print(code: Code) -> String {
    format!("{code} ({})\n\n{}\n\nWhat to do: {}\n", code.level(), code.meaning(), code.advice())
}

/// Every code with its meaning, one a line.
pub(crate) fn list() -> String {
    let width = Code::ALL.iter().map(|code| code.as_str().len()).max().unwrap_or_default();
    let line = |code: &Code| format!("{code:width$}  {:7}  {}\n", code.level(), code.meaning());
    Code::ALL.iter().map(line).collect::<Vec<_>>().concat()
}

/// From so much likeness on a word is taken for a slip; words of other meaning that share letters reach 0.6.
const CLOSE: f64 = 0.85;

/// What is said to a word that is no code, with the nearest one.
pub(crate) fn unknown(word: &str) -> String {
    let likeness = |code: &&Code| strsim::jaro_winkler(word, code.as_str());
    let close = Code::ALL.iter().filter(|code| likeness(code) >= CLOSE || code.as_str().contains(word));
    let nearest = close.max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
    let word = super::escape::terminal(word);
    nearest.map_or_else(
        || format!("no finding has the code `{word}`; `citewatch explain` lists them"),
        |nearest| format!("no finding has the code `{word}`; did you mean `{nearest}`?"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_in_whole_sentences() {
        for code in Code::ALL {
            for text in [code.meaning(), code.advice()] {
                assert!(text.starts_with(char::is_uppercase) && text.ends_with('.'), "{code}: {text}");
                assert!(!text.contains("  ") && !text.contains('\n'), "{code}: {text:?}");
            }
        }
        let one = print(Code::QuoteAltered);
        assert!(one.starts_with("quote-altered (error)\n\n") && one.contains("What to do: "), "{one}");
        assert_eq!(list().lines().count(), Code::ALL.len());
    }

    #[test]
    fn a_word_that_is_no_code_gets_the_nearest() {
        assert_eq!(unknown("quote-alterd"), "no finding has the code `quote-alterd`; did you mean `quote-altered`?");
        assert_eq!(unknown("beside"), "no finding has the code `beside`; did you mean `negation-beside`?");
        assert_eq!(unknown("nope"), "no finding has the code `nope`; `citewatch explain` lists them");
    }
}
