//! Entries as the standard of Russia has them: `Иванов И. И. Плотина // Известия. — 2021. — С. 3.`

use std::ops::Range;

/// Names before a title: no list has more.
const MOST_NAMES: usize = 40;

/// The title between names with initials, or the beginning, and the mark before what it appeared in or before the next
/// area: the words, and the mark with them.
pub(super) fn find(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let container = text.find(" // ");
    let area = [". — ", ". – ", ". - "].iter().filter_map(|mark| text.find(mark)).min();
    let names = names(text);
    // `KELLER, H.: Titel. – Bern : Haupt, 2011.` is written as in Germany.
    if text[names..].starts_with(':') {
        return None;
    }
    let (end, mark) = match (container, area) {
        (Some(at), area) if area.is_none_or(|area| at < area || names > 0) => (at, 4),
        // A dash alone parts many things; behind names it begins the place of publication.
        (_, Some(at)) if names > 0 => (at, 1),
        // `Петров П. П. Стройки области. М.: Наука, 2020.`, in the short form without dashes.
        _ if names > 0 && (is_cyrillic(&text[..names]) || is_latin(&text[..names])) => {
            (names + sentence(&text[names..])?, 1)
        }
        _ => return None,
    };
    let from = text.get(names..end)?;
    let start = names + (from.len() - from.trim_start().len());
    // `Плотина / И. И. Иванов`: who is responsible; `[Электронный ресурс]`: the medium.
    let words = from.trim_start();
    let words = words.split(" / ").next().unwrap_or(words);
    let words = words.split(" [").next().unwrap_or(words).trim_end_matches([' ', '.', ':']);
    (!words.is_empty()).then(|| (start..start + words.len(), start..end + mark))
}

fn is_cyrillic(names: &str) -> bool {
    names.chars().any(|c| matches!(c, '\u{400}'..='\u{4ff}'))
}

/// Whether names in Latin letters are written in the same way: two initials with their stops stand behind each family name, and
/// nothing between, `Smith P. P., Roe A.B.`
fn is_latin(names: &str) -> bool {
    let whole = |name: &str| {
        let Some((family, initials)) = name.trim().split_once(' ') else { return false };
        let stops = initials.matches('.').count();
        !family.ends_with(',') && (2..=3).contains(&stops) && initials.trim_end().ends_with('.')
    };
    names.split([',', ';']).filter(|name| !name.trim().is_empty()).all(whole)
}

/// Words that a stop shortens, in small letters.
const SHORTENED: &[&str] = &[
    "гг", "вв", "стр", "изд", "вып", "кн", "гл", "ред", "сост", "пер", "доп", "испр", "им", "др", "пр", "ул", "обл",
    "св", "ст", "см", "рис", "табл", "спб", "вид", "рр", "стор",
];

/// Where the first sentence of a text ends: before a stop that shortens no word, and a capital, a digit or the end.
fn sentence(text: &str) -> Option<usize> {
    let ends = |at: usize| {
        // `[Электронный ресурс].`
        let closed = text[..at].ends_with([']', ')', '»', '”', '"']);
        let last = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        let behind = &text[at + 1..];
        let next = behind.trim_start();
        let begins = next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "—–-[(".contains(c));
        let apart = next.is_empty() || begins && behind.len() > next.len();
        (closed || last.chars().count() > 1) && apart && !SHORTENED.contains(&last.as_str())
    };
    let mut stops = text.match_indices('.').map(|(at, _)| at);
    stops.find(|&at| ends(at)).filter(|&at| text[..at].contains(char::is_alphabetic))
}

/// Where names of the form `Иванов И. И., Петров П. П.` end; 0 where there are none.
fn names(text: &str) -> usize {
    let mut end = 0;
    for _ in 0..MOST_NAMES {
        let Some(length) = name(&text[end..]) else { break };
        end += length;
    }
    end
}

/// Whether all of `text` is such names.
pub(super) fn are_names(text: &str) -> bool {
    !text.is_ascii() && !text.is_empty() && names(text) == text.len()
}

/// Bytes of a name, `Иванов И. И.`, `Иванов, И.И.,`, with what parts it from the next.
fn name(text: &str) -> Option<usize> {
    let lead = text.len() - text.trim_start().len();
    let rest = &text[lead..];
    let family = rest.find(|c: char| !c.is_alphabetic() && c != '-')?;
    let known = rest[..family].chars().count() >= 2 && rest.starts_with(char::is_uppercase);
    let mut at = lead + family;
    at += text[at..].len() - text[at..].trim_start_matches(',').trim_start().len();
    let first = at;
    while let Some(length) = initial(&text[at..]) {
        at += length;
    }
    let behind = text[at..].trim_start_matches([',', ';', ' ']);
    (known && at > first).then(|| text.len() - behind.len())
}

/// Bytes of `И.` with the space behind it.
fn initial(text: &str) -> Option<usize> {
    let letter = text.chars().next().filter(|c| c.is_uppercase())?;
    let rest = text[letter.len_utf8()..].strip_prefix('.')?;
    Some(text.len() - rest.trim_start().len())
}
