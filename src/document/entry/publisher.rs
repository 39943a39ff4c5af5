//! The publisher of a reference entry: what stands between its title and the first date or address.

mod brackets;
mod kinds;
mod words;

use std::ops::Range;

use crate::document::list::remark;
use crate::document::saying::{self, holds};
use crate::locator::identifier;

pub(super) use self::brackets::capture;
pub(in crate::document) use self::kinds::behind_work;
pub(super) use self::kinds::is_thesis;
use self::words::{ANDS, JOINTS, PARTS, PLACES, PRESSES, REMARKS, TOWNS};
use super::authors;
use super::container;
use super::imprint;
use super::lead_in;
use super::names;
use super::people;
use super::sentences::sentence_end;
use super::several;
use super::title::trim;
use super::{EntryText, Link, Words};

/// Bytes of the editors of a book, their role included.
const EDITORS: usize = 200;
/// Most words of a publisher's name.
const MOST_WORDS: usize = 12;

/// `SEA L. REV.` of `99 SEA L. REV. 1, 14`, and a newspaper in capitals.
fn of_law(tail: &str) -> Option<&str> {
    let (volume, rest) = tail.split_once(' ')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let first = rest.split(", ").next()?;
    if digits(volume) && rest.contains(". ") {
        let (name, page) = first.rsplit_once(' ')?;
        return (digits(page) && name.starts_with(char::is_uppercase)).then_some(name);
    }
    let capitals = tail.contains(". ") && !tail.contains(|c: char| c.is_lowercase() || c.is_ascii_digit());
    capitals.then_some(tail)
}

/// Who published what has its title before `tail`, which ends where a date or an address begins; `colon` where names
/// before the title end in a colon, as in German.
pub(in crate::document) fn find(entry: &EntryText<'_>, tail: Range<usize>, colon: bool) -> Option<String> {
    if lead_in::says_where(&entry.text[tail.clone()]) {
        return None;
    }
    let tail = tail.start..within_link(entry, &tail).unwrap_or(tail.end);
    let tail = tail.start + capture(&entry.text[tail.clone()])..tail.end;
    let tail = tail.start + brackets::description(&entry.text[tail.clone()])..tail.end;
    let emphasised = entry.emphasised.iter().find(|range| tail.start <= range.start && range.end <= tail.end);
    let range = match emphasised {
        Some(range) => range.clone(),
        None => {
            trim(entry.text, tail.clone(), |c| c.is_whitespace() || ",.:;–—-|·([\"".contains(c) || PARTS.contains(c))
        }
    };
    if let Some(name) = of_law(&entry.text[range.clone()]) {
        return Some(name.to_owned());
    }
    // A year that follows the last word at once, `Verlag, Ort 2020`.
    let year_at_once = entry.text[..tail.end].ends_with(' ') && entry.text[range.end..tail.end].trim().is_empty();
    let numbered = entry.text[range.end..tail.end].trim_start().starts_with('(');
    let named = entry.text[range].trim();
    let named = identifier::find(named).first().map_or(named, |found| named[..found.range.start].trim_end());
    let first = sentence_end(named);
    let named =
        if several::are_editors(&named[..first]) { named[first..].trim_start_matches(['.', ' ']) } else { named };
    let named = kinds::without_thesis(without_announcement(named));
    // What is emphasised is a name, whatever it says.
    let named = without_editors(if emphasised.is_some() { named } else { kinds::without_work(named) });
    let slice = without_place(named);
    let in_place = slice.len() < named.len();
    let slice = without_edition(slice);
    // `Am J Ind Med. 2010 Jul;53:733`: volume and pages are no part of a name, whatever stop is before them.
    let line = container::numbers(slice).next();
    let slice = &slice[..line.unwrap_or(slice.len())];
    // The stops within what is emphasised, and is short enough for a name, are those of words that it shortens.
    let whole = emphasised.is_some() && slice.split_whitespace().count() <= MOST_WORDS && !slice.contains(['?', '!']);
    let end = if whole { slice.trim_end_matches('.').len() } else { sentence_end(slice) };
    // What asks goes on with the title.
    if slice[end..].starts_with(['?', '？']) {
        return None;
    }
    let slice = &slice[..end];
    let slice = match slice.strip_prefix("by ") {
        Some(byline) => byline.rfind(" | ").max(byline.rfind(" - ")).map_or("", |at| &byline[at + 3..]),
        None => slice,
    };
    let slice = ["in ", "In ", "In: ", "in: ", "In : ", "at ", "on ", "dans "]
        .iter()
        .find_map(|word| slice.strip_prefix(word))
        .unwrap_or(slice);
    let cut = [
        ", vol",
        ", no.",
        ", pp",
        ", p.",
        ", S.",
        ". pp. ",
        ". p. ",
        ". S. ",
        ", Nr.",
        ", Bd.",
        " (Vol",
        " (pp",
        " (p. ",
        " (S. ",
        " vol.",
        " no.",
        ", Vol",
        ", n°",
        ", v. ",
        ", n. ",
        ", t. ",
        "; ",
        ", coll. ",
        ", collana ",
        ", edited by",
        ", ed. ",
        ", n.d",
        ". n.d",
        ", eds. ",
        ", hrsg. von",
        ", herausgegeben",
        ". —",
        ". –",
        ". -",
    ]
    .iter()
    .filter_map(|mark| slice.find(mark))
    .chain(numbers_behind(slice))
    .chain(remark_behind(slice))
    .chain(slice.find(['，', '、', '،', '。', '』', '」', '》']))
    .min();
    let name = slice[..cut.unwrap_or(slice.len())].trim_matches(|c: char| c.is_whitespace() || ",.:;–—".contains(c));
    // Neither publisher nor place.
    let name = if name.starts_with("N.p") || name.starts_with("n.p") { "" } else { balanced(name) };
    let name = if cut.is_some() || numbered { without_volume(name) } else { name };
    let name = if line.is_some() { kinds::without_place_of_periodical(name) } else { name };
    let year_at_once = year_at_once && cut.is_none() && line.is_none();
    let name = without_town(name, year_at_once && colon && !in_place, year_at_once);
    let name = without_quotation(unmarked(name));
    names_somebody(name).then(|| name.to_owned())
}

fn names_somebody(name: &str) -> bool {
    is_name(name)
        && name.split_whitespace().count() <= MOST_WORDS
        && !is_remark(name)
        && !is_joint(name)
        && !holds(TOWNS, name)
        && name != "New York"
        && !is_place(name)
}

/// `[“Walls”. Town Report 3](https://…), Summary`: where the link ends that has the title and more words behind it. What stands
/// behind that is no part of the name.
fn within_link(entry: &EntryText<'_>, tail: &Range<usize>) -> Option<usize> {
    let around = |link: &&Link| {
        link.words == Words::Names && link.range.start < tail.start && (tail.start..tail.end).contains(&link.range.end)
    };
    let end = entry.links.iter().find(around)?.range.end;
    entry.text.get(tail.start..end)?.contains(char::is_alphabetic).then_some(end)
}

/// Whether it has letters, and is no variable: `the value *u*`. X is a site.
fn is_name(name: &str) -> bool {
    name.contains(char::is_alphabetic) && !(name.chars().count() == 1 && name.chars().all(char::is_lowercase))
}

/// Whether it says where in a source something stands, `p. 3`, `S. 12–14`, `chap.`, and nobody's name.
fn is_place(name: &str) -> bool {
    // `Summary and Chapter 8`
    let last = name.split(' ').collect::<Vec<_>>();
    if let [.., joint, word, number] = last[..]
        && holds(ANDS, joint)
        && number.starts_with(|c: char| c.is_ascii_digit())
    {
        return is_place(&format!("{word} {number}"));
    }
    let (word, number) = name.split_at(name.find(|c: char| !c.is_alphabetic()).unwrap_or(name.len()));
    let is_number = |c: char| c.is_ascii_digit() || c.is_whitespace() || ".,-–—f".contains(c);
    // Without a number only what is nothing but an abbreviation; LINE is a firm.
    let alone = ["vol", "vols", "pp", "ch", "chap", "no", "nr", "sec", "fig", "bd"].contains(&word);
    let counts = number.contains(|c: char| c.is_ascii_digit()) && PLACES.contains(&word.to_lowercase().as_str());
    number.chars().all(is_number) && (counts || alone)
}

/// A name without the marks around all of it, `„Przegląd Morski`.
fn unmarked(name: &str) -> &str {
    let bare = name.trim_matches(['“', '”', '„']);
    if bare.contains(['“', '”', '„']) { name } else { bare }
}

/// `It says "nothing was made"`: a sentence that quotes, or tells, is nobody's name, nor is what a mark is not closed in.
fn without_quotation(name: &str) -> &str {
    if remark::has_verb(name) && !names::is_proper(name) {
        return "";
    }
    let Some(at) = name.find(['“', '"', '„', '«']) else { return name };
    let closed = name[at..].chars().skip(1).any(|c| matches!(c, '”' | '"' | '“' | '»'));
    // `Ann Byrd: “What it is”`
    let other = name[..at].trim_end().ends_with([':', ',']);
    if !closed || other || saying::leads_to_saying(&name[..at]) { "" } else { name }
}

/// Whether a name is nothing but such words, or begins with one of several letters, or says what something is.
fn is_joint(text: &str) -> bool {
    if is_description(text) {
        return true;
    }
    let mut words = text.split_whitespace();
    let first = words.next().is_some_and(|word| word.chars().count() > 1 && holds(JOINTS, word));
    first || text.split_whitespace().all(|word| holds(JOINTS, word))
}

/// `proxy, custom walls, mooring`, `multi-harbour prediction app`: what something is, in small letters, and nobody's name.
fn is_description(name: &str) -> bool {
    const FEWEST: usize = 3;
    let first = name.split(", ").next().unwrap_or(name);
    let small = first.contains(char::is_lowercase) && !first.contains(char::is_uppercase) && !first.contains('.');
    small && (first.len() < name.len() || name.split_whitespace().count() >= FEWEST)
}

fn is_remark(text: &str) -> bool {
    let word = text.split(|c: char| c.is_whitespace() || ",.:".contains(c)).next().unwrap_or(text);
    REMARKS.contains(&word)
}

/// Where a comma is that a remark follows.
fn remark_behind(text: &str) -> Option<usize> {
    text.match_indices(", ").map(|(at, _)| at).find(|at| is_remark(&text[at + 2..]))
}

/// Where a comma is that volume and pages follow.
fn numbers_behind(text: &str) -> Option<usize> {
    // `The Quay Times, A3`
    let digit = |at: &usize| {
        let rest = text[at + 2..].strip_prefix(|c: char| c.is_ascii_uppercase()).unwrap_or(&text[at + 2..]);
        rest.starts_with(|c: char| c.is_ascii_digit())
    };
    text.match_indices(", ").map(|(at, _)| at).find(digit)
}

/// `Harbour Post 12` is volume 12 of the Harbour Post, where issue, pages or a year in brackets follow.
fn without_volume(name: &str) -> &str {
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit() || "()".contains(c));
    if bare.len() < name.len() && bare.ends_with(' ') { bare.trim_end() } else { name }
}

/// Whether a word in a name is one that only publishers of books are called by.
pub(super) fn is_press(name: &str) -> bool {
    name.split_whitespace().any(|word| {
        let word = word.to_lowercase();
        PRESSES.contains(&word.as_str()) || word.ends_with("verlag")
    })
}

/// The publisher without its town: the part with a word such as `Verlag` in it, or all but the part that a year
/// follows at once. A town `alone` is no publisher.
fn without_town(name: &str, alone: bool, year_at_once: bool) -> &str {
    let is_town =
        |part: &str| part.split_whitespace().count() <= 3 && part.starts_with(char::is_uppercase) && !is_press(part);
    match name.split_once(", ") {
        Some((one, other)) if is_press(one) && is_town(other) => one,
        Some((one, other)) if is_press(other) && is_town(one) => other,
        Some((one, other)) if year_at_once && holds(TOWNS, one) && is_town(other) => other,
        // `Encyclopaedia of the Sea, Harbour Press`
        Some((_, other)) if is_press(other) && !other.contains(", ") => other,
        Some((one, other)) if year_at_once && is_town(other) && !other.contains(", ") => one,
        None if alone && is_town(name) && !name.contains(' ') => "",
        _ => name,
    }
}

/// Without the editors of a book that a title appeared in, `In: Chen X, Li Y, editors. Reminders in practice.`
fn without_editors(text: &str) -> &str {
    let Some(rest) = ["In: ", "In ", "in: ", "in ", "In : "].iter().find_map(|word| text.strip_prefix(word)) else {
        return text;
    };
    let rest = rest.trim_start();
    // `In A. Roe & B. Low (Eds.), Handbook of tides`
    let bracket = rest.find(')').map(|close| &rest[..=close]).filter(|before| before.len() <= EDITORS);
    if let Some(before) = bracket.filter(|before| names::without_role(before).len() < before.len()) {
        return rest[before.len()..].trim_start_matches([' ', ',', ':', '.']);
    }
    let end = authors::inverted(rest).or_else(|| Some(names::leading(rest)?.end + 1));
    let named = |end: &usize| {
        let bare = rest[..*end].trim_end_matches(['.', ':', ' ']);
        names::without_role(bare).len() < bare.len()
    };
    match end.filter(|&end| end < rest.len()).filter(named) {
        Some(end) => rest[end..].trim_start_matches([' ', '.', ':', ',']),
        None => text,
    }
}

/// Without the edition, the translators and the editors that stand before a publisher.
fn without_edition(text: &str) -> &str {
    const PEOPLE: &[&str] = &[
        "Directed by",
        "Produced by",
        "Written by",
        "Performed by",
        "Dirigido por",
        "Dirigida por",
        "Réalisé par",
        "Diretto da",
        "Regie:",
        "translated by",
        "edited by",
        "Translated by",
        "Edited by",
        "Trans.",
        "Ed.",
        "Eds.",
        "Übersetzt von",
        "Übers.",
        "Aus dem",
        "Hrsg. von",
        "Herausgegeben von",
        "Traduit",
        "Trad.",
        "Sous la direction",
        "Illustrated by",
        "With a",
    ];
    let mut text = text;
    for _ in 0..4 {
        let rest = if PEOPLE.iter().any(|word| text.starts_with(word)) {
            let lead = PEOPLE.iter().find(|word| text.starts_with(**word)).map_or(0, |word| word.len());
            let end = lead + sentence_end(&text[lead..]);
            text.get(behind_people(&text[..end], lead).unwrap_or(end) + 1..)
        } else {
            edition(text).and_then(|end| text.get(end..))
        };
        let Some(rest) = rest else { break };
        let rest = rest.trim_start_matches([' ', '.', ',', ';', ')', '—', '–']);
        if rest.is_empty() {
            break;
        }
        text = without_place(rest);
    }
    text
}

/// Where the comma is behind the people that `text` names from `lead` on, and before a name that is nobody's:
/// `Directed by Ann Byrd and Max Cole, Quay Pictures`.
fn behind_people(text: &str, lead: usize) -> Option<usize> {
    let mut commas = text.match_indices(", ").map(|(at, _)| at).skip_while(|&at| at < lead);
    commas.find(|&at| {
        let next = text[at + 2..].split(", ").next().unwrap_or_default();
        let person = next.starts_with("and ") || people::are_people(next);
        next.starts_with(char::is_uppercase) && !person
    })
}

/// Bytes of an edition that `text` begins with: `2nd ed.`, `3. Aufl.`, `Rev. ed.`
fn edition(text: &str) -> Option<usize> {
    let first = text.split_whitespace().next()?;
    let ordinal = first.starts_with(|c: char| c.is_ascii_digit()) && first.len() <= 5
        || ["rev.", "revised", "second", "third"].contains(&first.to_lowercase().as_str());
    let rest = &text[first.len()..];
    let word = rest.trim_start().split([' ', ',', '.', ';']).next()?;
    let named =
        ["ed", "edn", "edition", "Aufl", "Auflage", "éd", "édition", "изд", "вид", "wyd", "vyd", "udg", "uppl", "utg"]
            .contains(&word);
    (ordinal && named).then(|| first.len() + (rest.len() - rest.trim_start().len()) + word.len())
}

/// Without the words that lead to an address: `Available at:`, `Online:`.
fn without_announcement(text: &str) -> &str {
    const WORDS: &[&str] = &[
        "available at",
        "available from",
        "available online",
        "available",
        "online",
        "url",
        "link",
        "website",
        "retrieved from",
        "archived",
        "archived at",
        "archived copy",
        "archived version",
        "accessed at",
        "accessed from",
        "read more",
        "disponible à l’adresse",
        "recuperado de",
        "recuperado a partir de",
        "obtenido de",
        "disponível em",
        "abgerufen von",
        "zugriff",
        "режим доступа",
        "verfügbar unter",
        "online verfügbar",
        "abrufbar unter",
        "disponible sur",
        "disponible en",
        "disponible à",
        "en ligne",
        "disponibile su",
    ];
    let bare = text.trim_end_matches(|c: char| c.is_whitespace() || ":.,;[(<–—".contains(c));
    let lower = bare.to_lowercase();
    let word = WORDS.iter().find(|word| lower.ends_with(**word) && lower.len() == bare.len());
    let Some(word) = word else { return text };
    let before = &bare[..bare.len() - word.len()];
    if before.ends_with(char::is_alphanumeric) { text } else { before.trim_end_matches([' ', '[', '(']) }
}

/// `London: Harbour Press` is published by the press.
fn without_place(text: &str) -> &str {
    let Some((place, name)) = text.split_once(": ") else { return text };
    let words = || place.split([' ', ',']).filter(|word| !word.is_empty());
    let is_place = words().count() <= 4 && words().all(|word| word.starts_with(char::is_uppercase));
    let is_name = name.starts_with(char::is_uppercase) && !place.contains(['.', ';', '(']);
    // `М. : Наука`, and scripts that have no capitals.
    let short = place.trim_end().strip_suffix('.').is_some_and(|place| (1..=4).contains(&place.chars().count()));
    if imprint::are_towns(place) && imprint::is_house(&name[..sentence_end(name)]) {
        return name;
    }
    let unspaced = place.chars().chain(name.chars().take(1)).all(super::east_asian::is_unspaced);
    if short && name.starts_with(char::is_uppercase) || unspaced && !place.is_empty() {
        return name;
    }
    if is_place && is_name { name } else { text }
}

fn balanced(name: &str) -> &str {
    // `Sea Lett [Internet]`
    if let Some(before) =
        [" [Internet]", " [internet]", " [Online]", " [online]"].iter().find_map(|medium| name.strip_suffix(medium))
    {
        return before;
    }
    // `The Quay Times [Oslo]`
    if let Some((before, _)) = name.strip_suffix(']').and_then(|name| name.split_once(" [")) {
        return before;
    }
    if name.ends_with(')') && !name.contains('(') {
        name.trim_end_matches(')')
    } else if name.ends_with(']') && !name.contains('[') {
        name.trim_end_matches(']')
    } else if name.matches('(').count() > name.matches(')').count() {
        name.split('(').next().unwrap_or(name).trim_end()
    } else {
        name
    }
}

/// Whether a name is that of a town that many books are printed in.
pub(super) fn is_town(name: &str) -> bool {
    holds(TOWNS, name) || name == "New York"
}
