//! What a finding code means and what to do about it, for `citewatch explain`.

use super::examples::{self, Example};
use crate::document::Format;
use crate::finding::Code;

/// The explanation of one code, in plain text.
pub(crate) fn print(code: Code) -> String {
    let (level, meaning, advice) = (code.level(), code.meaning(), code.advice());
    let (example, silence) = (example(code), silence(code));
    format!("{code} ({level})\n\n{meaning}\n\nFor example:\n\n{example}\nWhat to do: {advice}\n\n{silence}\n")
}

fn example(code: Code) -> String {
    let (Example::Document(_, text) | Example::Seen(text)) = examples::of(code);
    text.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect()
}

/// How not to be told of it.
fn silence(code: Code) -> String {
    if !code.can_be_silenced() {
        return "It is an error, so that it is always told; a mark `citewatch: ignore` leaves the whole line out of the check."
            .to_owned();
    }
    let format = match examples::of(code) {
        Example::Document(format, _) => format,
        Example::Seen(_) => Format::Markdown,
    };
    let mark = examples::mark(format, code);
    format!(
        "Not to be told of it: `{mark}` on the line or above it, or in sources.toml\n\n    [[ignore]]\n    code = \"{code}\"\n    \
         path = \"docs/**\"    # without it in every document"
    )
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
        assert!(one.contains("it is always told") && !one.contains("[[ignore]]"), "{one}");
        let one = print(Code::OrphanMarker);
        assert!(one.contains("For example:\n\n    The port closed in 1931.[^port]\n\nWhat to do: "), "{one}");
        assert!(one.contains("`<!-- citewatch: ignore orphan-marker -->`"), "{one}");
        assert!(one.contains("    code = \"orphan-marker\"\n    path"), "{one}");
        assert_eq!(list().lines().count(), Code::ALL.len());
    }

    #[test]
    fn a_word_that_is_no_code_gets_the_nearest() {
        assert_eq!(unknown("quote-alterd"), "no finding has the code `quote-alterd`; did you mean `quote-altered`?");
        assert_eq!(unknown("beside"), "no finding has the code `beside`; did you mean `negation-beside`?");
        assert_eq!(unknown("nope"), "no finding has the code `nope`; `citewatch explain` lists them");
    }
}
