//! Names that stand in front of an entry without quotation marks, where their form leaves no doubt that they are some.

use crate::document::others::{are_others, without_stopped};
use crate::document::saying::holds;

/// Names in front of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) struct Leading {
    /// Where they end, the mark behind them not included.
    pub(in crate::document) end: usize,
    pub(in crate::document) closed: Closed,
}

/// What parts names from what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) enum Closed {
    /// `Smith, John. Title.`
    Stop,
    /// `Müller, Hans: Titel.`
    Colon,
}

/// Most characters of names in front of an entry.
const REACH: usize = 200;

/// Words that only the name of a body has.
const BODIES: &[&str] = &[
    "agency",
    "association",
    "authority",
    "bank",
    "board",
    "bureau",
    "center",
    "centre",
    "college",
    "commission",
    "committee",
    "corporation",
    "council",
    "department",
    "federation",
    "foundation",
    "government",
    "institute",
    "institution",
    "laboratory",
    "ministry",
    "museum",
    "office",
    "organisation",
    "organization",
    "parliament",
    "secretariat",
    "society",
    "university",
    "agence",
    "amt",
    "assemblée",
    "bundesamt",
    "bundestag",
    "comité",
    "commissariat",
    "conseil",
    "fondation",
    "institut",
    "ministère",
    "ministerium",
    "observatoire",
    "senat",
    "stiftung",
    "universität",
    "université",
    "verband",
    "verein",
];

/// Words that begin a title, and never a name.
const IN_TITLES: &[&str] = &[
    "The", "An", "And", "Of", "For", "From", "To", "In", "On", "At", "By", "With", "How", "Why", "What", "When", "Who",
    "Where", "Is", "Are", "My", "Our", "Your", "Their", "Its", "This", "That", "Not", "Der", "Die", "Das", "Ein",
    "Eine", "Und", "Wie", "Warum", "Le", "La", "Les", "Un", "Une", "Des", "El", "Los", "Las",
];

/// Small words within the name of a body.
const WITHIN: &[&str] = &[
    "of", "for", "the", "and", "on", "in", "to", "at", "für", "der", "die", "des", "und", "de", "du", "la", "le",
    "les", "et", "pour", "d", "l", "zur", "im",
];

/// Names that `text` begins with, closed by a full stop or, where they are a single list of `Family, Given` or a body
/// or editors, by a colon.
pub(in crate::document) fn leading(text: &str) -> Option<Leading> {
    let mut found: Option<Leading> = None;
    for (at, mark) in text.match_indices(['.', ':']).take_while(|(at, _)| *at <= REACH) {
        let (left, rest) = (&text[..at], &text[at + 1..]);
        // French has a space before its colon.
        let left = left.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
        if !rest.starts_with([' ', '\u{a0}']) || rest.trim_start().starts_with(char::is_lowercase) {
            continue;
        }
        if let Some(before) = found
            && !continues(&text[before.end..at])
        {
            break;
        }
        let colon = mark == ":";
        let sure = if colon { opens_with_colon(left) } else { are_names(left) || are_editors(left) };
        if sure {
            let closed = if colon { Closed::Colon } else { Closed::Stop };
            found = Some(Leading { end: left.len(), closed });
        }
        if colon {
            break;
        }
    }
    found
}

/// Whether what lies between two full stops is still part of names: initials, what makes editors of them, and further
/// names behind a comma.
fn continues(between: &str) -> bool {
    let mut rest = between.trim_start_matches(['.', ' ']);
    while let Some((_, behind)) = rest.split_once('.').filter(|(letter, _)| is_initial(letter)) {
        rest = behind.trim_start();
    }
    // `SILVA, J. A. da; SOUZA, M.`
    while let Some((_, behind)) = rest.split_once([' ', ';', ',']).filter(|(word, _)| is_particle(word)) {
        rest = rest.get(rest.len() - behind.len() - 1..).unwrap_or_default().trim_start_matches(' ');
    }
    if is_particle(rest) {
        return true;
    }
    let further = rest.starts_with([',', ';', '&']) || rest.starts_with("and ");
    let role = without_role(rest);
    further || role.chars().count() <= 1 || matches!(role, "al" | "Jr" | "Sr" | "ed" | "eds")
}

/// Whether a colon behind `text` parts names from a title, as it does in German: there is no English book that is
/// called `Müller, Hans` or has an editor in its title.
fn opens_with_colon(text: &str) -> bool {
    let bare = without_role(text);
    let others = without_stopped(bare).len() < bare.len();
    let inverted = (others || bare.contains(", ")) && !bare.contains(" and ") && !bare.contains('&') && are_names(bare);
    inverted || are_editors(text) || is_body(bare)
}

/// `Hafenverein (Hrsg.)`: whatever has that role is a name.
fn are_editors(text: &str) -> bool {
    let bare = without_role(text);
    text.ends_with(')') && bare.len() < text.len() && is_proper(bare)
}

/// Whether all of `text` is a list of names that begins with `Family, Given`, as reference lists have it.
pub(in crate::document) fn are_names(text: &str) -> bool {
    let text = without_role(text.trim());
    // What others follow is a name, if it is one word.
    let first = without_stopped(text);
    if first.len() < text.len() && is_surname(first) {
        return true;
    }
    let text = first;
    let joints = [" and ", " & ", " und ", " et ", " y ", " e ", " i ", " en ", " och ", " og ", " и "];
    let joined = joints.iter().fold(text.to_owned(), |text, and| {
        let comma = text.replace(&format!(",{and}"), ", ");
        comma.replace(and, ", ")
    });
    let parts = |mark: &str| joined.split(mark).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>();
    for mark in [";", " / "] {
        if joined.contains(mark) {
            return parts(mark).iter().all(|part| is_others(part) || is_list(part));
        }
    }
    // `Keller, Urs/Roe, Ann`
    if joined.contains('/') {
        return joined.split('/').all(|part| part.contains(", ") && is_list(part));
    }
    is_list(&joined)
}

/// `Family, Given`, then more of them or `Given Family`; or nothing but `G. Family`, as printed papers have it.
fn is_list(text: &str) -> bool {
    let pieces: Vec<&str> = text.split(", ").map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let inverted = |at: usize| pieces.get(at + 1).is_some_and(|given| is_family(pieces[at], given) && is_given(given));
    if !inverted(0) {
        return pieces.first().is_some_and(|first| is_initialled(first))
            && pieces.iter().all(|piece| is_initialled(piece) || is_others(piece));
    }
    let mut at = 2;
    let initials = |at: usize| pieces.get(at + 1).is_some_and(|given| given.split_whitespace().all(is_initial));
    while let Some(piece) = pieces.get(at) {
        // `de la Cruz, J.`: what initials follow is a family name, however many words it has.
        if initials(at) && inverted(at) {
            at += 2;
        } else if is_others(piece) || is_suffix(piece) || is_whole(piece) {
            at += 1;
        } else if inverted(at) {
            at += 2;
        } else {
            return false;
        }
    }
    true
}

/// `Jr.`, `III`: what stands behind a name and is part of it.
pub(super) fn is_suffix(piece: &str) -> bool {
    matches!(piece.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "IV")
}

fn is_others(text: &str) -> bool {
    matches!(text, "al" | "al." | "others") || are_others(text)
}

/// `Müller`, `van der Berg`: one word, particles aside.
fn is_surname(text: &str) -> bool {
    let mut words = text.split_whitespace().filter(|word| !is_particle(word));
    words.next().is_some_and(is_name_word) && words.next().is_none()
}

/// A family name: one word, or two before initials (`García Márquez, G.`), particles aside.
fn is_family(text: &str, given: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().filter(|word| !is_particle(word)).collect();
    let capitals = |word: &&str| !word.contains(char::is_lowercase);
    // Two family names are told by their capitals, `RUIZ LÓPEZ, Ana`, or by initials behind them.
    let initials = given.split_whitespace().all(is_initial) || !given.is_empty() && words.iter().all(capitals);
    (1..=if initials { 2 } else { 1 }).contains(&words.len()) && words.iter().all(|word| is_name_word(word))
}

/// Given names: up to four words, each with a capital or one letter.
fn is_given(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=4).contains(&words.len())
        && words
            .iter()
            .enumerate()
            .all(|(at, word)| is_initial(word) || is_name_word(word) || at > 0 && is_particle(word))
}

/// `Ann Doe`, `A. van der Berg`.
fn is_whole(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=5).contains(&words.len())
        && words.last().is_some_and(|last| is_name_word(last))
        && words.iter().all(|word| is_initial(word) || is_name_word(word) || is_particle(word))
}

/// `H. Byrd`, `P.-F. van den Berg`: initials with their stops, then the family.
pub(super) fn is_initialled(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let initials = words.iter().take_while(|word| is_initial(word) && word.ends_with('.')).count();
    let family = &words[initials..];
    (1..=4).contains(&initials)
        && (1..=4).contains(&family.len())
        && family.iter().all(|word| is_name_word(word) || is_particle(word))
        && family.last().is_some_and(|last| is_name_word(last))
}

/// Whether a word begins titles, and no name.
pub(super) fn begins_title(word: &str) -> bool {
    IN_TITLES.contains(&word)
}

pub(super) fn is_particle(word: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "de", "van", "von", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "ten", "zu", "zur",
        "vom", "af", "al", "el", "bin", "ibn", "ter", "do", "das", "’t", "'t", "op", "av",
    ];
    PARTICLES.contains(&word)
}

/// `J`, `J.`, `J.-P.`, `J.R.`, `Yu.`
pub(super) fn is_initial(word: &str) -> bool {
    /// Letters of other scripts that two of ours stand for, and what given names are shortened to, with a stop.
    const TWO: &str = "Yu Ya Yo Ye Kh Ch Sh Zh Ts Th Ph Chr Gy Sz Zs Cs Ny Дж Ю Я";
    let mut letters = word.split(['.', '-', '‐']).filter(|part| !part.is_empty()).peekable();
    let one = |part: &str| part.chars().count() == 1 || word.ends_with('.') && holds(TWO, part);
    word.starts_with(char::is_uppercase) && letters.peek().is_some() && letters.all(one)
}

/// `Byrd`, `O’Neil-Doe`, `al-Rashid`, `d’Arc`
pub(super) fn is_name_word(word: &str) -> bool {
    const BEFORE: &[&str] = &["al-", "el-", "as-", "ash-", "ar-", "at-", "an-", "az-", "ibn-", "d’", "d'", "l’", "l'"];
    let word = BEFORE.iter().find_map(|before| word.strip_prefix(before)).unwrap_or(word);
    word.chars().count() >= 2
        && word.starts_with(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || "'’-‐".contains(c))
        && !IN_TITLES.contains(&word)
}

/// Whether `text` is the name of a body: a proper name with a word that only bodies have.
pub(in crate::document) fn is_body(text: &str) -> bool {
    let telling = |word: &str| {
        let lower = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        BODIES.contains(&lower.as_str())
            || ["amt", "ministerium", "institut", "verband", "behörde", "universität"]
                .iter()
                .any(|end| lower.len() > end.len() && lower.ends_with(end))
    };
    is_proper(text) && text.split_whitespace().any(telling)
}

/// Whether one of the first words of `text` is one that only names of bodies have, in capitals or not: `Instituto nacional de
/// estadística`.
pub(super) fn begins_with_body(text: &str) -> bool {
    const OTHERS: &str = "instituto istituto ministerio ministério ministero consejo conselho consiglio comisión comissão \
        commissione banco banca banque asociación associação associazione associació universidad universidade università \
        oficina secretaría secretaria gobierno governo gouvernement agencia agência agenzia fundación fundação fondazione \
        observatorio fédération federación union unión direction dirección département departamento service servicio \
        statens myndigheten styrelsen rådet nämnden verket";
    let words = text.split_whitespace().take(2).map(str::to_lowercase);
    words.into_iter().any(|word| BODIES.contains(&word.as_str()) || OTHERS.split_whitespace().any(|own| own == word))
}

/// Whether `text` is written as a proper name: every word but the small ones begins with a capital, and none ends a
/// sentence.
pub(in crate::document) fn is_proper(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let begins = |word: &str| word.trim_start_matches(['(', '“', '"', '«']).starts_with(char::is_uppercase);
    (1..=14).contains(&words.len())
        && words.first().is_some_and(|first| begins(first))
        && words.iter().all(|word| {
            begins(word)
                || *word == "&"
                || WITHIN.contains(&word.trim_end_matches(['’', '\'']))
                || word.starts_with("d’")
                || word.starts_with("l’")
        })
        && !text.contains([':', '?', '!', '“', '”', '"', ';', '/'])
}

/// Without the word that makes editors of names.
pub(in crate::document) fn without_role(text: &str) -> &str {
    const ROLES: &[&str] = &[
        ", eds",
        ", ed",
        ", editors",
        ", editor",
        " (eds.)",
        " (ed.)",
        " (eds)",
        " (ed)",
        " (Eds.)",
        " (Ed.)",
        " (Hrsg.)",
        " (hrsg.)",
        " (Hg.)",
        " (Hgg.)",
        " (dir.)",
        " (éd.)",
        " (coord.)",
        " (Coord.)",
        " (coords.)",
        " (Coords.)",
        " (Dir.)",
        " (dirs.)",
        " (Hrsg)",
        " (red.)",
        " (Red.)",
        " (ред.)",
        " (org.)",
        " (Org.)",
        " (orgs.)",
        " (Orgs.)",
        " (comp.)",
        " (utg.)",
        " (a cura di)",
        " (editor)",
        " (editors)",
        " (Host)",
        " (Director)",
        " (Producer)",
        ", red",
        ", Hrsg",
        ", Hg",
        ", dir",
        ", translators",
        ", translator",
        ", compilers",
        ", compiler",
        ", trans",
    ];
    let text = text.trim_end();
    ROLES
        .iter()
        .find_map(|role| text.strip_suffix(role).or_else(|| text.strip_suffix(&format!("{role}."))))
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = leading(text);
        let found = found.map(|names| {
            let rest = text[names.end..].trim_start_matches([' ', '\u{a0}', '.', ':']);
            (&text[..names.end], rest)
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn names_of_every_habit_end_where_the_title_begins() {
        for names in [
            "Smith, John",
            "Smith, John, and Ann Doe",
            "Smith, John A., Ann Doe, and Max de la Cole",
            "Smith, J. A., & Doe, B",
            "Smith, J., Doe, A. and Lee, B. C",
            "O’Neil-Doe, Mary",
            "van der Berg, Anna",
            "García Márquez, G",
            "van der Berg, P. H., O’Neill, M., de la Cruz, J., & Nguyễn, T. T",
            "Smith, John, et al",
            "Smith, John; Doe, Ann; and Lee, Bob J",
            "Smith, John, and Ann Doe, eds",
            "DUPONT, Jean et MARTIN, Anne",
            "SILVA, J. A. da; SOUZA, M",
            "SILVA, J. A. da",
            "RUIZ LÓPEZ, Ana y MORA, Juan",
            "Berg, Å., A. Roe, and B. Low",
            "Petrov, Yu. V., and Kh. A. Roe",
            "al-Rashid, K., & de la Cruz, S.-T",
            "Doe, J., Jr., & Roe, A., III",
            "H. Byrd, A. V. de la Cole, and P.-F. Dorn",
            "H. Byrd and S. Oduya",
            "H. Byrd, S. Oduya, et al",
            "R. J. Lind",
            "Müller et al",
            "Müller, Hans u. a",
            "van der Berg e.a",
        ] {
            check(&format!("{names}. The Deep Sea. Press"), Some((names, "The Deep Sea. Press")));
        }
        for names in [
            "Müller, Hans",
            "Müller, Hans; Schmidt, Eva",
            "Müller, Hans / Schmidt, Eva",
            "Müller, Hans/Schmidt, Eva",
            "Müller, Hans und Eva Schmidt",
            "Müller, Hans (Hrsg.)",
            "Hafenverein (Hrsg.)",
            "Amt für Gezeiten",
            "Bundesamt für Seeschifffahrt",
            "Müller u. a.",
            "Müller, Hans u. a.",
        ] {
            check(&format!("{names}: Das tiefe Meer. Hamburg 2020."), Some((names, "Das tiefe Meer. Hamburg 2020.")));
        }
        check("Dupont, Jean\u{a0}: La mer. Paris", Some(("Dupont, Jean", "La mer. Paris")));
    }

    #[test]
    fn titles_are_no_names() {
        for text in [
            "High Tides. Harbour Press, 2021.",
            "High Tides, Low Tides. Harbour Press.",
            "Guns, Germs, and Steel. A History.",
            "High Tides: A History. Harbour Press.",
            "Sex, Drugs, and Cocoa Puffs: A Manifesto. Press.",
            "Harbour Board. Report on Tides.",
            "Tides of the north, and what they bring. Harbour Press.",
            "Smith J. Title.",
            "Meere. Berlin u. a.: Springer, 2021.",
            "Das Meer u. a. Geschichten. Verlag.",
            "See, for example, the report. It is there.",
            "",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn bodies_are_told_by_their_words() {
        for text in [
            "Office for Tides",
            "World Bank",
            "University of the North",
            "Ministère de la Mer",
            "Bundesamt für Gezeiten",
        ] {
            assert!(is_body(text), "{text}");
        }
        for text in ["High Tides", "The office of tides", "Ann Byrd", "Why the Council Met: A Story"] {
            assert!(!is_body(text), "{text}");
        }
    }
}
