//! What a mark in brackets says: numbers or names of entries, alone, several, or with where in the source.

use std::collections::HashSet;
use std::ops::RangeInclusive;

/// Bytes of the longest run of raised numbers.
const LONGEST: usize = 80;
/// Most numbers of a range such as `[3–7]`.
const WIDEST: usize = 50;

/// What a number of a list is called.
pub(super) const SOURCES: [&str; 18] = [
    "Source ",
    "Sources ",
    "source ",
    "sources ",
    "Ref. ",
    "Refs. ",
    "ref. ",
    "refs. ",
    "Ref ",
    "Refs ",
    "ref ",
    "refs ",
    "reference ",
    "references ",
    "Reference ",
    "References ",
    "Quelle ",
    "Quellen ",
];

/// Numbers or names of entries, alone or with where in the source: `2, p. 14`, `2, pp. 3–5`, `2: 14`, `2, §3`, `see 2`,
/// `2, Thm. 4; 3, Lemma 1`, `AB12, CD13`.
pub(super) fn read(inside: &str, listed: &HashSet<&str>) -> Option<Vec<String>> {
    let inside = inside.trim();
    if let Some(marks) = numbers(inside) {
        return Some(marks);
    }
    let bare = without_lead(inside);
    if let Some(marks) = several(bare, listed) {
        return Some(marks);
    }
    let parts = bare.split(';').map(|part| with_place(without_lead(part.trim()), listed));
    parts.collect::<Option<Vec<_>>>().map(|parts| parts.concat())
}

/// Words that lead to a number.
const BEFORE: [&str; 6] = ["see also ", "see ", "e.g. ", "cf. ", "vgl. ", "siehe "];

/// What stands behind words that lead to a number, or call it a source.
fn without_lead(part: &str) -> &str {
    let bare = BEFORE.iter().find_map(|words| part.strip_prefix(words)).unwrap_or(part);
    SOURCES.iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(bare)
}

/// `2 and 3`, `1, 2 & 4`; names only where all are those of entries.
pub(super) fn several(inside: &str, listed: &HashSet<&str>) -> Option<Vec<String>> {
    const AND: [&str; 5] = [" and ", " & ", " und ", " et ", " y "];
    let joined = AND.iter().fold(inside.to_owned(), |inside, and| inside.replace(and, ", ")).replace(",,", ",");
    if let Some(marks) = numbers(&joined) {
        return Some(marks);
    }
    let names: Vec<String> = joined.split([',', ';']).map(|name| name.trim().to_owned()).collect();
    (names.len() > 1 && names.iter().all(|name| listed.contains(name.as_str()))).then_some(names)
}

/// `2, p. 14`: an entry, and where in it.
fn with_place(part: &str, listed: &HashSet<&str>) -> Option<Vec<String>> {
    if let Some(marks) = numbers(part) {
        return Some(marks);
    }
    let end = part.find([',', ':'])?;
    let (name, place) = (&part[..end], part[end + 1..].trim_start());
    let known = || listed.contains(name).then(|| name.to_owned());
    let own = number(name).map(|number| number.to_string()).or_else(known)?;
    is_place(place, part[end..].starts_with(':')).then(|| vec![own])
}

/// Names of what stands somewhere in a source, without the full stop that shortens them.
const PLACES: &[&str] = &[
    "pp",
    "p",
    "pages",
    "page",
    "pg",
    "pgs",
    "s",
    "ss",
    "seite",
    "seiten",
    "pág",
    "págs",
    "pag",
    "стр",
    "с",
    "§§",
    "§",
    "¶¶",
    "¶",
    "sec",
    "secs",
    "sect",
    "section",
    "sections",
    "ch",
    "chap",
    "chaps",
    "chapter",
    "chapters",
    "kap",
    "kapitel",
    "cap",
    "fig",
    "figs",
    "figure",
    "figures",
    "abb",
    "tab",
    "table",
    "tables",
    "para",
    "paras",
    "paragraph",
    "abs",
    "abschnitt",
    "rn",
    "thm",
    "thms",
    "theorem",
    "theorems",
    "satz",
    "lem",
    "lemma",
    "lemmas",
    "prop",
    "proposition",
    "cor",
    "corollary",
    "def",
    "defn",
    "definition",
    "eq",
    "eqs",
    "eqn",
    "equation",
    "ex",
    "example",
    "rem",
    "remark",
    "conj",
    "conjecture",
    "alg",
    "algorithm",
    "app",
    "appendix",
    "annex",
    "vol",
    "no",
    "art",
    "article",
    "part",
    "n",
    "note",
    "fn",
    "line",
    "lines",
    "l",
    "ll",
    "col",
    "slide",
    "slides",
    "item",
    "at",
];

/// Whether words say where in a source something stands; behind a colon a number does.
fn is_place(words: &str, by_number: bool) -> bool {
    let end = words.find(|c: char| !c.is_alphabetic() && !"§¶".contains(c)).unwrap_or(words.len());
    let named = PLACES.contains(&words[..end].to_lowercase().as_str());
    let rest = if named { words[end..].strip_prefix('.').unwrap_or(&words[end..]).trim_start() } else { words };
    let numbered = rest.starts_with(|c: char| c.is_ascii_digit());
    let roman = || rest.starts_with(['i', 'v', 'x', 'I', 'V', 'X']);
    // `Thm. A.4`, `Table S1`
    let lettered = || {
        let mut letters = rest.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(|c| !c.is_alphabetic())
    };
    named && (numbered || roman() || lettered()) || by_number && numbered
}

/// `1`, `1, 2`, `1,2`, `3–5`: numbers of notes, never a year.
pub(in crate::document) fn numbers(inside: &str) -> Option<Vec<String>> {
    numbers_between(inside, ",;")
}

/// The numbers of one raised run, in whatever way they are parted: `1,2`, `1 2`, `[1][2]`, `1–3`.
pub(in crate::document) fn raised_numbers(inside: &str) -> Option<Vec<String>> {
    if inside.len() > LONGEST {
        return None;
    }
    let bare = inside.replace(['[', ']', '(', ')'], " ");
    numbers_between(&bare, ",;·/. \u{a0}\u{2009}\u{202f}")
}

/// Numbers with one of `separators` between them, ranges written out.
fn numbers_between(inside: &str, separators: &str) -> Option<Vec<String>> {
    let mut numbers: Vec<usize> = Vec::new();
    let mut rest = inside.trim();
    let mut from: Option<usize> = None;
    loop {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let next = number(&rest[..digits])?;
        numbers.extend(range(from, next)?);
        rest = &rest[digits..];
        if rest.is_empty() {
            return Some(numbers.iter().map(usize::to_string).collect());
        }
        let is_gap = |c: char| c.is_whitespace() || is_dash(c) || separators.contains(c);
        let gap = &rest[..rest.len() - rest.trim_start_matches(is_gap).len()];
        from = gap.contains(is_dash).then_some(next);
        if from.is_none() && !gap.contains(|c| separators.contains(c)) {
            return None;
        }
        rest = &rest[gap.len()..];
    }
}

/// The numbers behind `from` up to `to`; `to` alone where no range begins.
pub(in crate::document) fn range(from: Option<usize>, to: usize) -> Option<RangeInclusive<usize>> {
    match from {
        None => Some(to..=to),
        Some(from) if from < to && to - from < WIDEST => Some(from + 1..=to),
        Some(_) => None,
    }
}

/// Whether a character stands for what lies between two numbers.
pub(in crate::document) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2014}' | '−' | '⁻')
}

fn number(text: &str) -> Option<usize> {
    let digits =
        (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    digits.then(|| text.parse().ok()).flatten()
}
