//! Words that tell a number of their own from the number of a note.

use std::collections::HashMap;

use super::is_digit;

/// Whether a full stop behind `text` shortens its last word.
pub(super) fn is_abbreviation(text: &str) -> bool {
    const SHORT: &[&str] = &[
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "approx",
        "ca",
        "c",
        "vs",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "gen",
        "col",
        "sen",
        "rep",
        "gov",
        "bzw",
        "vgl",
        "zit",
        "env",
        "aprox",
        "ong",
        "ok",
        "tzv",
        "ок",
        "прибл",
    ];
    let word = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let before = text[..text.len() - word.len()].chars().next_back();
    let word = word.to_lowercase();
    // What is left of `Poor's`, `2010s` and `bbl/d` is none.
    let alone = before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '/'));
    // `41,5 m.`
    let unit =
        word.starts_with(['m', 'g', 'l', 't', 'h']) && text[..text.len() - word.len()].trim_end().ends_with(is_digit);
    let initial = word.chars().count() == 1 && alone && !is_dotted(text) && !unit;
    initial || SHORT.contains(&word.as_str()) || shortens_an_announcement(text)
}

/// Whether a full stop behind `text` shortens a word such as `No.` that a number follows.
pub(super) fn shortens_an_announcement(text: &str) -> bool {
    const SHORT: &[&str] = &[
        "no", "nos", "nr", "vol", "vols", "fig", "figs", "eq", "p", "pp", "pg", "ch", "chap", "sec", "art", "para",
        "v", "ver", // English
        "abs", "abb", "aufl", "bd", "hft", "kap", "rn", "tab", "tel", "ziff", // German
        "pág", "págs", "pag", "núm", "num", "cap", "blz", "str", "odst", "čl", "ust", "pkt",
        "poz", // of other languages
        "гл", "кн", "рис", "ст", "стр", "табл",
    ];
    let word = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_lowercase();
    SHORT.contains(&word.as_str()) && !is_dotted(text)
}

/// Whether `text` ends as `U.S` and `p.m` do, which are whole words and not initials.
fn is_dotted(text: &str) -> bool {
    let mut back = text.chars().rev().skip_while(|c| c.is_alphabetic());
    back.next() == Some('.')
        && back.next().is_some_and(char::is_alphabetic)
        && !text.ends_with("e.g")
        && !text.ends_with("i.e")
}

/// Whether a word makes what follows it a number of its own.
pub(super) fn announces_a_number(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "no", "nos", "nr", "vol", "vols", "fig", "figs", "eq", "p", "pp", "pg", "ch", "chap", "sec", "art", "para",
        "v", "ver", "version", "page", "pages", "chapter", "section", "figure", "table", "part", "phase", "step",
        "stage", "level", "grade", "class", "type", "volume", "issue", "number", "line", "note", "item", "article",
        "day", "year", "about", "over", "under", "of", "in", "to", "by", "at", "on", "and", "or", "the", "a", "for",
        "with", "from", "than", "least", "most", "only", "nearly", "almost", "some", "top", "age", "aged", "times",
        "was", "were", "is", "are", "be", "has", "had", "have", "another", "first", "last", "next", "these", "those",
        "all", "between", "until",
    ];
    WORDS.contains(&word.to_lowercase().as_str())
}

/// Whether a noun with a capital, as German has it, says what a number counts: `14 Prozent werden`.
pub(super) fn is_counted(word: &str) -> bool {
    const WORDS: [&str; 16] = [
        "Prozent",
        "Prozentpunkte",
        "Millionen",
        "Milliarden",
        "Tonnen",
        "Euro",
        "Dollar",
        "Franken",
        "Jahre",
        "Tage",
        "Stunden",
        "Minuten",
        "Menschen",
        "Personen",
        "Kilometer",
        "Meter",
    ];
    WORDS.contains(&word)
}

/// Whether more than half of the numbers that begin at `starts` have the same word before them: `step 1`, `season 2`.
pub(super) fn are_announced(prose: &str, starts: impl ExactSizeIterator<Item = usize>) -> bool {
    let count = starts.len();
    let mut words: HashMap<String, usize> = HashMap::new();
    for start in starts {
        let word = prose[..start].split_whitespace().next_back().unwrap_or_default();
        *words.entry(word.to_lowercase()).or_default() += 1;
    }
    words.values().any(|times| times * 2 > count)
}

/// Whether a number that a word stands before is how much of something there is.
pub(super) fn measures(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "was",
        "were",
        "is",
        "are",
        "of",
        "by",
        "at",
        "about",
        "around",
        "over",
        "under",
        "below",
        "above",
        "than",
        "nearly",
        "almost",
        "only",
        "averaged",
        "reached",
        "scored",
        "cost",
        "exceeded",
        "approximately",
        "roughly",
    ];
    WORDS.contains(&word)
}

/// Whether the things that a word names have numbers, with parts and points in them: versions, sections, theorems.
pub(super) fn names_numbered_things(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "version",
        "release",
        "update",
        "patch",
        "build",
        "firmware",
        "section",
        "chapter",
        "paragraph",
        "clause",
        "article",
        "part",
        "table",
        "figure",
        "equation",
        "theorem",
        "lemma",
        "definition",
        "corollary",
        "proposition",
        "example",
        "exercise",
        "step",
        "phase",
        "stage",
        "level",
        "tier",
        "model",
        "python",
        "kernel",
        "upgraded",
        "upgrade",
        "upgrades",
        "downgraded",
        "pinned",
        "supports",
        "requires",
        "compatible",
        "api",
        "sdk",
    ];
    let word = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    WORDS.iter().any(|known| word == *known || word.strip_suffix('s') == Some(known))
}

/// Whether a word goes on with a sentence, and is none that is counted.
pub(super) fn goes_on_with(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "after",
        "against",
        "also",
        "among",
        "and",
        "at",
        "before",
        "between",
        "both",
        "during",
        "for",
        "from",
        "if",
        "in",
        "including",
        "into",
        "nor",
        "not",
        "of",
        "on",
        "or",
        "over",
        "so",
        "such",
        "than",
        "then",
        "to",
        "under",
        "until",
        "within",
        "without",
    ];
    counts_nothing(word) || WORDS.contains(&word)
}

/// Whether a word goes on with a sentence as no word does that is counted: `non-free games 22 through its programme`.
pub(super) fn counts_nothing(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "it", "its", "he", "she", "they", "we", "his", "her", "their", "the", "a", "an", "this", "these", "that",
        "which", "who", "whose", "when", "where", "while", "although", "though", "because", "since", "whereas", "but",
        "as", "by", "with", "through", "was", "were", "is", "are", "has", "had", "have", "would", "could", "can",
        "will", "did",
    ];
    WORDS.contains(&word)
}

/// Whether a word with a capital opens a sentence, in one of a few languages: amid one it has none.
pub(super) fn opens_sentence(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "after", "also", "among", "at", "before", "both", "during", "for", "from", "if", "in", "on", "over", "so",
        "then", "to", "under", "until", "within", "however", "there", "what", "some", "many", "most", "other",
        "others", "another", "no", "not", "our", "my", "you", "your", "i", // English
        "das", "der", "die", "dies", "diese", "ein", "eine", "er", "es", "sie", "im", "auch", "nach",
        "mit", // German
        "le", "les", "il", "elle", "en", "un", "une", "ce", "cette", "dans", "el", "los", "las", "una", "gli",
        "nel", // Romance
        "os", "as", "em", "um", "uma", "de", "het", "een", // Portuguese, Dutch
    ];
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase) && {
        let word = word.to_lowercase();
        begins_clause(&word) || WORDS.contains(&word.as_str())
    }
}

/// Whether a word begins a clause, or what a clause is about: nothing is counted by a number before it.
pub(super) fn begins_clause(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "it", "its", "he", "she", "they", "we", "his", "her", "their", "the", "a", "an", "this", "these", "that",
        "which", "who", "whose", "when", "where", "while", "although", "though", "because", "since", "whereas", "with",
        "through",
    ];
    WORDS.contains(&word)
}
