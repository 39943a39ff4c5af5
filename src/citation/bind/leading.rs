//! What the words around a link behind a quote say of it: that it is the source, or only that more is there.

use super::MARKS;
use super::links::BRACKET_WORDS;
use crate::date::{self, DayMonth};
use crate::document::saying::{holds, says, words};

/// Whether nothing but a word that leads to a source stands between a quote and a link: `; see`, `— source:`. What is to be
/// seen also is another one.
pub(super) fn points_to(gap: &str) -> bool {
    const WORDS: &[&str] = &["see", "source", "via", "cf", "siehe", "vgl", "quelle", "voir", "véase", "fonte", "zie"];
    let mut own = words(gap);
    let plain = gap.len() <= MARKS && gap.trim_start().starts_with([';', ',', '—', '–', '(']);
    plain && own.next().is_some_and(|word| WORDS.contains(&word.as_str())) && own.next().is_none()
}

/// Whether words behind a link in its bracket only say what else is there: `for more`.
pub(super) fn leads_on(tail: &str) -> bool {
    const LEADING: &str = "for more details detail information the full rest story text context an a overview discussion transcript on this \
        in für mehr weitere details pour plus de détails para más información per maggiori dettagli";
    const MOST: usize = 6;
    !tail.contains(['.', '!', '?']) && words(tail).count() <= MOST && words(tail).all(|word| holds(LEADING, &word))
}

/// Whether words before a link are a sentence with it that only leads there: `See`.
pub(super) fn is_see(gap: &str) -> bool {
    const SEE: &str = "see cf siehe vgl voir véase ver vedi zie";
    let mut own = words(gap);
    own.next().is_some_and(|word| holds(SEE, &word)) && own.next().is_none()
}

/// Whether what stands between a quote and a link is the line of a reference: names and a day, `, Harbour Post, 3 May 2020, `.
pub(super) fn is_reference(gap: &str) -> bool {
    const NAME: usize = 5;
    let bare = gap.trim_matches(|c: char| c.is_whitespace() || ",;.(–—-".contains(c));
    let dated = |part: &str| date::read(part, DayMonth::Unknown).is_some_and(|read| read.range == (0..part.len()));
    let named = |part: &str| {
        let count = part.split_whitespace().count();
        (1..=NAME).contains(&count)
            && part.split_whitespace().all(|word| {
                word.starts_with(char::is_uppercase)
                    || matches!(word, "of" | "the" | "and" | "de" | "der" | "&" | "la" | "und" | "et")
            })
    };
    let mut parts = bare.split(", ").map(str::trim).filter(|part| !part.is_empty()).peekable();
    // `May 3, 2020` has a comma of its own.
    let (mut days, mut parties) = (0, 0);
    while let Some(part) = parts.next() {
        let joined = parts.peek().map(|next| format!("{part}, {next}")).filter(|joined| dated(joined));
        if joined.is_some() {
            parts.next();
            days += 1;
        } else if dated(part) && part.contains(char::is_alphabetic) {
            days += 1;
        } else if named(part) {
            parties += 1;
        } else {
            return false;
        }
    }
    days == 1 && parties > 0
}

/// Whether a dash and names stand between a quote and the address that ends the line: `— Pilot board, https://…`.
pub(super) fn is_signature(gap: &str) -> bool {
    let Some(names) = gap.trim_start().strip_prefix(['—', '–', '―', '-']) else { return false };
    let names = names.trim();
    names.ends_with([',', '，', '、', '،'])
        && names.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        && words(names).count() <= BRACKET_WORDS
        && !says(names)
}

/// Whether nothing but names stands between a quote and an address: `, Doe, `, ` - Doe `.
pub(super) fn is_names(gap: &str) -> bool {
    const NAMES: usize = 5;
    const COMMAS: [char; 4] = [',', '，', '、', '،'];
    let names = gap.trim().trim_end_matches('<').trim_end();
    let own = names.strip_prefix(COMMAS).or_else(|| names.strip_prefix(['—', '–', '―', '-'])).unwrap_or_default();
    let own = own.strip_suffix(COMMAS).unwrap_or(own);
    let capital = |word: &str| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    (1..=NAMES).contains(&own.split_whitespace().count()) && own.split_whitespace().all(capital) && !says(own)
}

/// Whether nothing stands between a note and the quote behind it but the word that leads to what is said: `that`.
pub(super) fn only_that(gap: &str) -> bool {
    const THAT: &str = "that dass daß que qu che dat att at że что що";
    let mut own = words(gap);
    gap.len() <= MARKS && own.next().is_some_and(|word| holds(THAT, &word)) && own.next().is_none()
}
