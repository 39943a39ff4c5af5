//! The names before the title of a reference entry.

use super::{body, cyrillic, east_asian, names, people};
use crate::document::others::{without_others, without_stopped};

/// Reads a list of names, as written, from the text that stands before a title.
///
/// Semicolons part names where there are any; else `and`, and commas where each part between them is a whole name.
pub(in crate::document) fn read(text: &str) -> Vec<String> {
    // An arrow leads back to the mark of a note.
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || "↑↩↵⤴⏎←⇑▲^\u{fe0e}\u{fe0f}".contains(c));
    let text = text.trim_matches(|c: char| c.is_whitespace() || ",:;–—-،؛，、：；。".contains(c));
    let text = strip_word(text, &["by", "von", "par", "por", "di"]);
    let text = names::without_role(text);
    if text.is_empty() || !text.contains(char::is_alphabetic) {
        return Vec::new();
    }
    let unspaced = without_others(text.trim_end_matches('.'));
    let parts: Vec<&str> = if unspaced.split(',').all(east_asian::is_name) {
        unspaced.split(['、', '，', ',']).collect()
    } else if text.contains(';') {
        text.split(';').collect()
    } else if text.contains(" / ") {
        text.split(" / ").collect()
    } else if text.contains('/') && text.split('/').all(is_person) {
        text.split('/').collect()
    } else {
        by_and(text)
    };
    let named = |name: &&str| name.contains(char::is_alphabetic) && !has_version(name);
    parts.into_iter().map(name).filter(named).map(str::to_owned).collect()
}

/// Whether the number of a version stands in it, as in nobody's name: `BSL-1.0`, `TLS 1.2`.
fn has_version(text: &str) -> bool {
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    text.match_indices('.').any(|(at, _)| at > 0 && digit(at - 1) && digit(at + 1))
}

/// Whether `text` looks like one name of a person: two to four capitalised words.
pub(in crate::document) fn is_person(text: &str) -> bool {
    const BODIES: &[&str] =
        &["team", "the", "institute", "university", "center", "centre", "press", "times", "post", "news"];
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=4).contains(&words.len())
        && words
            .iter()
            .all(|word| word.starts_with(char::is_uppercase) || ["de", "van", "von", "der", "et", "al."].contains(word))
        && !words.iter().any(|word| BODIES.contains(&word.to_lowercase().as_str()))
        && !text.contains(|c: char| c.is_ascii_digit() || "/&()".contains(c))
}

/// Whether `text` is the name of a person with an initial in the middle, `Richard R. John`.
pub(in crate::document) fn has_initial(text: &str) -> bool {
    let initial = |word: &str| word.strip_suffix('.').is_some_and(|letter| letter.chars().count() == 1);
    is_person(text) && text.split_whitespace().skip(1).any(initial) && !text.ends_with('.')
}

/// Whether `text` is a team that writes together, `Harbour Post staff`.
pub(in crate::document) fn is_team(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    text.contains(' ') && ["team", "Team", "staff", "Staff"].contains(&last)
}

/// Where names end that medical journals write, `Smith J, Doe AB, et al.`, family name first and initials without
/// stops; the full stop is the end of them.
pub(in crate::document) fn inverted(text: &str) -> Option<usize> {
    let mut at = 0;
    for _ in 0..MOST_NAMES {
        let rest = &text[at..];
        let end = rest.find([',', '.'])?;
        let name = rest[..end].trim();
        if !(is_inverted(name) || at > 0 && (matches!(name, "et al" | "others") || ROLES.contains(&name))) {
            return None;
        }
        at += end + 1;
        if rest[end..].starts_with('.') {
            return text[at..].starts_with(' ').then_some(at);
        }
    }
    None
}

/// What makes more than authors of the names before it.
const ROLES: &[&str] = &["editor", "editors", "ed", "eds", "translator", "translators", "compiler", "compilers"];

/// Names before a title: no list has more.
const MOST_NAMES: usize = 100;

/// `Smith J`, `van der Berg AB`, `O’Neil-Doe M`, and `BYRD M J`.
fn is_inverted(name: &str) -> bool {
    let mut words: Vec<&str> = name.split(' ').collect();
    // `Roe AB III`, `Roe A Jr`, `Roe A 3rd`
    if words.len() > 2 && words.last().is_some_and(|last| names::is_suffix(last) || matches!(*last, "2nd" | "3rd")) {
        words.pop();
    }
    let capitals = |word: &str| word.chars().all(char::is_uppercase);
    let Some(last) = words.pop().filter(|last| (1..=3).contains(&last.chars().count()) && capitals(last)) else {
        return false;
    };
    let single = |word: &str| word.chars().count() == 1 && capitals(word);
    while words.len() > 1 && words.last().is_some_and(|word| single(word)) {
        words.pop();
    }
    // A family name in capitals is told from an abbreviation by the single letters behind it.
    let is_family = |word: &str| {
        word.starts_with(char::is_uppercase) && (word.chars().any(char::is_lowercase) || !single(word) && single(last))
    };
    words.len() <= 4
        && words.last().is_some_and(|family| is_family(family))
        && words.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || "'’-".contains(c)))
}

fn by_and(text: &str) -> Vec<&str> {
    let named = without_stopped(text);
    if named.len() < text.len() {
        // `Smith J, Doe A, et al.` names two of them, `Olejnik et al.` has one name.
        let parted = text[named.len()..].starts_with(',') && named.contains(',');
        return if parted { by_and(named) } else { vec![text] };
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in by_joint(text).unwrap_or_else(|| body::joined(text)) {
        let part = part.trim().trim_end_matches(',');
        parts.extend(by_comma(part));
    }
    parts
}

/// Words between two names that names have within as well, `Ortega y Gasset`.
const JOINTS: &[&str] =
    &[" y ", " e ", " i ", " en ", " och ", " og ", " и ", " та ", " і ", " και ", " ve ", " ja ", " és ", " și "];

/// What such a word parts, where there are whole names on both sides.
fn by_joint(text: &str) -> Option<Vec<&str>> {
    let whole = |name: &str| {
        let name = name.trim().trim_end_matches(',');
        names::are_names(name) || people::are_people(name) || cyrillic::are_names(name)
    };
    JOINTS.iter().find_map(|joint| {
        let parts: Vec<&str> = text.split(joint).collect();
        (parts.len() > 1 && parts.iter().all(|part| whole(part))).then_some(parts)
    })
}

/// `John Smith, Jane Doe` is two names, `Smith, John` one, `Smith, J., Doe, A.` two.
fn by_comma(text: &str) -> Vec<&str> {
    let pieces: Vec<&str> = text.split(", ").collect();
    if pieces.len() >= 2 && pieces.iter().all(|piece| piece.trim().contains(' ')) {
        return pieces;
    }
    // `Smith, John, Jane Doe`: only the first name is turned round.
    if let [family, given, rest @ ..] = pieces.as_slice()
        && !rest.is_empty()
        && !family.trim().contains(' ')
        && !given.contains('.')
        && rest.iter().all(|piece| is_person(piece.trim()))
    {
        let first = &text[..family.len() + 2 + given.len()];
        return std::iter::once(first).chain(rest.iter().copied()).collect();
    }
    // `Smith J, Doe A`, as medical journals have it.
    let inverted = pieces.iter().filter(|piece| is_inverted(piece.trim())).count();
    if inverted > 0 && inverted + usize::from(text.ends_with("et al")) == pieces.len() {
        return pieces;
    }
    in_turn(text, &pieces).unwrap_or_else(|| vec![text])
}

/// `Smith, J., Doe, A., Jr., B. Lee`: names turned round by their initials, with what belongs to them, and whole ones.
fn in_turn<'a>(text: &'a str, pieces: &[&str]) -> Option<Vec<&'a str>> {
    let ranges = offsets(text, pieces);
    let initials = |at: usize| {
        pieces.get(at).is_some_and(|piece| !piece.trim().is_empty() && piece.split_whitespace().all(names::is_initial))
    };
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(piece) = pieces.get(at).map(|piece| piece.trim()) {
        let start = ranges.get(at)?.0;
        let turned = initials(at + 1) && !names::is_initial(piece);
        // Whole names stand behind one that is turned round.
        let whole = at > 0 && (names::is_initialled(piece) || is_person(piece));
        if !turned && !whole {
            return None;
        }
        at += 1 + usize::from(turned);
        at += usize::from(pieces.get(at).is_some_and(|piece| names::is_suffix(piece.trim())));
        found.push(text.get(start..ranges.get(at - 1)?.1)?);
    }
    Some(found)
}

fn offsets(text: &str, pieces: &[&str]) -> Vec<(usize, usize)> {
    let mut at = 0;
    let ranges = pieces.iter().map(|piece| {
        let start = at;
        at = (start + piece.len() + 2).min(text.len());
        (start, start + piece.len())
    });
    ranges.collect()
}

/// One name: without `and` before it, and without the full stop behind it unless that belongs to an initial.
fn name(text: &str) -> &str {
    let text = text.trim().trim_matches(',').trim();
    let text = strip_word(text, &["and", "und", "et", "&"]);
    match text.strip_suffix('.') {
        // Initials without stops, `COLE M J`: the stop is that of the list.
        Some(bare) if !ends_in_initial(bare) || is_inverted(bare) => bare.trim_end(),
        _ => text,
    }
}

fn ends_in_initial(text: &str) -> bool {
    let last = text.rsplit([' ', '.', '-']).next().unwrap_or(text);
    let kept = ["jr", "sr"].contains(&last.to_lowercase().as_str()) || without_stopped(text).len() < text.len();
    kept || last.chars().count() == 1 && last.chars().all(char::is_uppercase)
}

fn strip_word<'a>(text: &'a str, words: &[&str]) -> &'a str {
    for word in words {
        let start = text.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word));
        if start.is_some() && text[word.len()..].starts_with(char::is_whitespace) {
            return text[word.len()..].trim_start();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(read(text), expected, "{text}");
    }

    #[test]
    fn names_are_parted_as_their_marks_say() {
        check(
            "Savage, Charlie; Epstein, Reid J.; and Swan, Jonathan. ",
            &["Savage, Charlie", "Epstein, Reid J.", "Swan, Jonathan"],
        );
        check("Savage, Charlie, and Reid Epstein. ", &["Savage, Charlie", "Reid Epstein"]);
        check("Savage, Charlie, Jane Doe, and Reid Epstein. ", &["Savage, Charlie", "Jane Doe", "Reid Epstein"]);
        check("By Josh Halliday", &["Josh Halliday"]);
        check("John Smith, Jane Doe and Bob Lee,", &["John Smith", "Jane Doe", "Bob Lee"]);
        check("Smith, J., Doe, A., & Lee, B. ", &["Smith, J.", "Doe, A.", "Lee, B."]);
        check("Smith, John. ", &["Smith, John"]);
        check("Smith, J. ", &["Smith, J."]);
        check("World Bank. ", &["World Bank"]);
        check("Olejnik et al. ", &["Olejnik et al."]);
        check("Müller u. a. ", &["Müller u. a."]);
        check("Smith J, Doe AB, u. a. ", &["Smith J", "Doe AB"]);
        check("Smith J, Doe AB, et al. ", &["Smith J", "Doe AB"]);
        check("Müller, Hans / Schmidt, Eva (Hrsg.)", &["Müller, Hans", "Schmidt, Eva"]);
        check("Smith J, Doe AB. ", &["Smith J", "Doe AB"]);
        check("BYRD A, COLE M J. ", &["BYRD A", "COLE M J"]);
        check("Smith, J. and Doe, A. ", &["Smith, J.", "Doe, A."]);
        check("Smith, J. A., & Doe, B. ", &["Smith, J. A.", "Doe, B."]);
        check("Berg, Å., A. Roe, and B. Low. ", &["Berg, Å.", "A. Roe", "B. Low"]);
        check("Berg, J.-P., Yu. V. Roe, and Ø. van der Low. ", &["Berg, J.-P.", "Yu. V. Roe", "Ø. van der Low"]);
        check("Doe, J., Jr., & Roe, A., III ", &["Doe, J., Jr.", "Roe, A., III"]);
        check(
            "Doe JA, Roe AB III, Low C Jr, van der Berg C. ",
            &["Doe JA", "Roe AB III", "Low C Jr", "van der Berg C"],
        );
        check("Doe, J., al-Rashid, K., & de la Cruz, S.-T. ", &["Doe, J.", "al-Rashid, K.", "de la Cruz, S.-T."]);
        check("Harbour, Tides, and Boats", &["Harbour, Tides", "Boats"]);
        check(" – ", &[]);
    }

    #[test]
    fn names_are_parted_in_every_language() {
        check("Pérez, J. y Ruiz, M. ", &["Pérez, J.", "Ruiz, M."]);
        check("Pérez, J., López, A. y Ruiz, M. ", &["Pérez, J.", "López, A.", "Ruiz, M."]);
        check("Pessoa, F. e Melo, R. ", &["Pessoa, F.", "Melo, R."]);
        check("Berg, A. och Lund, B. ", &["Berg, A.", "Lund, B."]);
        check("Berg, A. og Lund, B. ", &["Berg, A.", "Lund, B."]);
        check("Jansen, P. en de Vries, K. ", &["Jansen, P.", "de Vries, K."]);
        check("Nowak, A. i Lis, B. ", &["Nowak, A.", "Lis, B."]);
        check("Иванов И. И. и Петров П. П. ", &["Иванов И. И.", "Петров П. П."]);
        check("Dupont, J. et Martin, A. ", &["Dupont, J.", "Martin, A."]);
        check("Müller, H. und Schmidt, E. ", &["Müller, H.", "Schmidt, E."]);
        check("Carlos Ruiz y Marta Lobo,", &["Carlos Ruiz", "Marta Lobo"]);
        check("Anna Meier/Hans Keller", &["Anna Meier", "Hans Keller"]);
        check("AFP/Reuters", &["AFP/Reuters"]);
        check("王明, 张华. ", &["王明", "张华"]);
        check("王明，张华，等", &["王明", "张华"]);
        check("赵敏, 等. ", &["赵敏"]);
        check("王明、张华、李等人", &["王明", "张华", "李"]);
    }

    #[test]
    fn a_word_within_a_name_parts_nothing() {
        for name in [
            "Ortega y Gasset, J.",
            "Ministerio de Agricultura y Pesca",
            "José Ortega y Gasset",
            "Sá e Silva, M.",
            "Norges teknisk-naturvitenskapelige universitet og NTNU",
            "Министерство труда и защиты",
            "Puig i Cadafalch, J.",
        ] {
            check(name, &[name]);
        }
    }
}
