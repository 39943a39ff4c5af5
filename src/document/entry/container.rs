//! The line that says by volume, issue and pages in which periodical a title appeared: `J Sea Stud. 2019;4(2):11-9`, `Sea
//! Lett 62:123–130`, `Hafenblätter, Bd. 53, H. 7, S. 733–740`. What stands between names and that line is the title, however
//! many sentences it has.

use std::ops::Range;

use super::east_asian;
use super::names;
use super::sentences::sentence_end;
use super::title::AUTHORS_REACH;
use super::unmarked::is_year;
use crate::document::saying::holds;
use crate::span::floor_char_boundary;

/// Bytes of a title and the line behind it that are looked at.
const LOOKED_AT: usize = 700;
/// Numbers of a text that are looked at.
const NUMBERS: usize = 6;
/// Words of the name of a periodical.
const NAME_WORDS: usize = 12;
/// Letters of a name: fewer are a series of a gazette, `ABl. L 36`.
const LETTERS: usize = 3;
/// Words of a name that is told by the form of the line alone.
const SHORT_NAME_WORDS: usize = 8;
/// Letters of a word that a periodical is shortened to, `Ann. Phys.`
const SHORTENED: usize = 5;
/// Characters of a name in a script that has no spaces.
const UNSPACED: usize = 16;
/// Bytes in a bracket behind a volume: an issue, a year, a season.
const ISSUE: usize = 24;
/// Bytes of a month and a day between a year and a volume.
const DAY: usize = 16;

/// What volumes and issues are called, lower case, without the stop behind them.
const LABELS: &str = "vol vols volume bd band jg jahrgang jahrg t tom tome tomo v no nos nr n n° nº núm num número numéro heft \
    h hft issue iss т № вып vyp č roč r z zesz zeszyt årg cilt sayı";
/// What pages are called, which a book has as well.
const PAGES: &str = "p pp pag pagg pág págs s с pages seiten";

/// Words that names of periodicals begin with where their other words have small letters.
const SERIALS: &str = "revista revue rivista annales annali annals anales anais cahiers cuadernos quaderni cadernos bulletin \
    boletín bollettino boletim journal zeitschrift jahrbuch archiv archives archivo vestnik zhurnal вестник журнал известия \
    труды записки вісник przegląd roczniki rocznik kwartalnik zeszyty časopis tidsskrift tidskrift tijdschrift dergisi \
    estudios études studi studia acta";

/// A periodical behind a title.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Where the title ends, at the mark of its last sentence.
    pub(super) title_end: usize,
    /// The name of the periodical.
    pub(super) name: Range<usize>,
}

/// The periodical in a text that begins with a title.
pub(super) fn find(text: &str) -> Option<Found> {
    let near = &text[..floor_char_boundary(text, LOOKED_AT)];
    numbers(near).take(NUMBERS).find_map(|at| named(near, at))
}

/// Where the numbers begin that stand behind the name of a periodical, with the mark before them.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = usize> {
    let marks = text.match_indices([' ', ',', '.', '\u{a0}']).map(|(at, _)| at);
    marks.filter(|&at| {
        let behind_word = text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '.' | '»' | '”'));
        behind_word && begins_numbers(&text[at..])
    })
}

fn named(text: &str, at: usize) -> Option<Found> {
    let before = text[..at].trim_end_matches([',', ' ']);
    let start = name_start(before)?;
    let title = text[..start].trim_end();
    let name = &before[start..];
    let within =
        ["In: ", "In : ", "In ", "in: ", "// "].iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name);
    let name = before.len() - within.len()..before.len();
    let told = is_periodical(within) || is_strong(&text[at..]) && is_short(within);
    let mark = title.chars().next_back().filter(|mark| ".?!".contains(*mark))?;
    (told && title.contains(char::is_alphabetic)).then(|| Found { title_end: title.len() - mark.len_utf8(), name })
}

/// Where the last sentence of a text begins, the shortened words before it included; there is none that is all of the text.
fn name_start(text: &str) -> Option<usize> {
    let starts = sentences(text);
    let mut last = starts.len().checked_sub(1).filter(|&last| last > 0)?;
    let piece = |at: usize| text[starts[at]..starts.get(at + 1).map_or(text.len(), |&next| next)].trim();
    let short = |piece: &str| {
        let word = piece.trim_end_matches('.');
        (2..=SHORTENED).contains(&word.chars().count()) && word.chars().all(char::is_alphabetic) && piece != word
    };
    let stopped = piece(last).contains('.') || !piece(last).contains(' ');
    while last > 1 && stopped && short(piece(last - 1)) {
        last -= 1;
    }
    Some(starts[last])
}

/// Where the sentences of a text begin.
pub(super) fn sentences(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let end = at + sentence_end(rest);
        let Some(behind) = text.get(end + 1..) else { break };
        let next = behind.trim_start();
        if next.is_empty() {
            break;
        }
        at = text.len() - next.len();
        starts.push(at);
    }
    starts
}

/// Whether a name begins with a word that periodicals are called by.
pub(super) fn is_serial(name: &str) -> bool {
    holds(SERIALS, &name.split_whitespace().next().unwrap_or_default().to_lowercase())
}

fn is_periodical(name: &str) -> bool {
    if name.chars().all(east_asian::is_unspaced) {
        return name.chars().count() <= UNSPACED;
    }
    let words = name.split_whitespace().count();
    let proper = name.split(": ").all(names::is_proper);
    let serial = is_serial(name) && !name.contains([':', '?', '!', '“', '"', ';']);
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    words <= NAME_WORDS && letters >= LETTERS && (proper || serial)
}

fn is_short(name: &str) -> bool {
    name.split_whitespace().count() <= SHORT_NAME_WORDS
        && name.starts_with(char::is_uppercase)
        && !name.contains(['“', '”', '"', ';', '?', '!'])
}

/// Whether the numbers have a form that nothing else has: `2019;4(2):11-9`.
fn is_strong(rest: &str) -> bool {
    year_and_volume(without_marks(rest)).is_some()
}

fn without_marks(rest: &str) -> &str {
    rest.trim_start_matches(['.', ',', ' ', '\u{a0}'])
}

fn begins_numbers(rest: &str) -> bool {
    let bare = without_marks(rest);
    year_and_volume(bare).is_some() || is_dated(bare) || is_volume(bare) || is_labelled(bare) || is_roman(bare)
}

/// Whether numbers of a periodical stand behind words at once, `„Sea Letters” 2009, t. 53`.
pub(super) fn follow(rest: &str) -> bool {
    rest.starts_with([' ', '\u{a0}']) && begins_numbers(rest)
}

/// `LIII, 7 (2009)`
fn is_roman(text: &str) -> bool {
    let behind = text.trim_start_matches(['I', 'V', 'X', 'L', 'C']);
    let number = behind.strip_prefix(", ").or_else(|| behind.strip_prefix(" ("));
    behind.len() < text.len() && number.is_some_and(|rest| is_year(rest) || is_volume(rest) || is_labelled(rest))
}

/// What stands behind the semicolon of `2019;4(2)`, `2019 May 3;4(2)`.
fn year_and_volume(text: &str) -> Option<&str> {
    let rest = text.get(4..).filter(|_| is_year(text))?;
    let (day, behind) = rest.split_once(';')?;
    let is_day = day.len() <= DAY && day.chars().all(|c| c.is_alphanumeric() || " .-/".contains(c));
    let behind = behind.trim_start();
    (is_day && behind.starts_with(|c: char| c.is_ascii_digit() || c == '(')).then_some(behind)
}

/// `2010, 53(7): 733-740`, `2013. Т. 53. № 7`
fn is_dated(text: &str) -> bool {
    let Some(rest) = text.get(4..).filter(|_| is_year(text)) else { return false };
    let behind = rest.trim_start_matches(['.', ',', ' ', '—', '–']);
    behind.len() < rest.len() && (is_volume(behind) || is_labelled(behind))
}

/// `53(7):733`, `62:123–130`, `36 (2009) 401`, `53, 733–740`, `12.3 (2009)`, `53/7`
fn is_volume(text: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let count = digits(text);
    if !(1..=4).contains(&count) {
        return false;
    }
    let rest = &text[count..];
    // `3, 2 (2017), 12–19`, `3, 2, Article 5 (June 2017)`
    let issue = rest.strip_prefix(", ").filter(|issue| (1..=3).contains(&digits(issue)));
    let dated = issue.and_then(|issue| issue[digits(issue)..].split_once('(')).is_some_and(|(between, behind)| {
        let plain = between == " " || between.starts_with(", Article ") && between.len() <= ISSUE;
        let year = behind.split_once(')').and_then(|(inside, _)| inside.rsplit(' ').next());
        plain && year.is_some_and(|year| year.len() == 4 && is_year(year))
    });
    if dated {
        return true;
    }
    let part = rest.strip_prefix(['.', '/']).filter(|part| (1..=2).contains(&digits(part)));
    let rest = part.map_or(rest, |part| &part[digits(part)..]);
    let page = |text: &str| {
        let text = text.trim_start();
        text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).starts_with(|c: char| c.is_ascii_digit())
            && text.find(|c: char| c.is_ascii_digit()).is_some_and(|at| at <= 1)
    };
    if let Some((inside, behind)) = rest.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        let attached = rest.starts_with('(');
        let behind_it = behind.trim_start();
        let goes_on = behind_it.starts_with([':', ',']) || behind_it.starts_with(|c: char| c.is_ascii_digit());
        let numbered = inside.len() <= ISSUE && inside.contains(|c: char| c.is_ascii_digit());
        return numbered && (goes_on || attached && (behind.is_empty() || behind.starts_with(['.', ';'])));
    }
    if let Some(behind) = rest.strip_prefix(':') {
        return page(behind);
    }
    // What looks like a year needs more than that to be a volume.
    let year = part.is_none() && is_year(text) && count == 4;
    let Some(behind) = rest.strip_prefix(", ").filter(|_| !year) else { return false };
    let pages = digits(behind);
    let last = behind[pages..].trim_start_matches(['.', ',', ' ']);
    let span = behind[pages..].strip_prefix(['-', '–', '—']).is_some_and(|to| digits(to) > 0);
    let bracket = last.strip_prefix('(').is_some_and(is_year);
    // `May 3, 2023` is a day.
    let page = pages >= 3 && !is_year(behind) && (last.is_empty() || bracket);
    pages > 0 && (span || page) || behind_label(behind, &[LABELS, PAGES]).is_some()
}

/// `vol. 53, no. 7`, `Bd. 53, H. 7, S. 733`, `t. 53, n° 7`, `第53卷第7期`: a volume alone is that of a book.
fn is_labelled(text: &str) -> bool {
    if let Some(behind) = text.strip_prefix('第').map(str::trim_start) {
        return behind.starts_with(|c: char| c.is_ascii_digit());
    }
    let Some(behind) = behind_label(text, &[LABELS]) else { return false };
    let marks = |c: char| ",.;:( —–-".contains(c);
    let next = behind.trim_start_matches(marks);
    let further = next.starts_with(|c: char| c.is_ascii_digit()) || behind_label(next, &[LABELS, PAGES]).is_some();
    next.len() < behind.len() && (further || behind.trim_start().starts_with('('))
}

/// What stands behind one of some labels and its number.
fn behind_label<'a>(text: &'a str, labels: &[&str]) -> Option<&'a str> {
    let end = text.find(|c: char| !c.is_alphabetic() && !matches!(c, '°' | 'º' | '№')).filter(|&end| end > 0)?;
    let label = text[..end].to_lowercase();
    let known = labels.iter().any(|list| holds(list, &label));
    let rest = text[end..].strip_prefix('.').unwrap_or(&text[end..]).trim_start();
    let number = |c: char| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | 'L' | 'C');
    let behind = rest.trim_start_matches(number);
    let ends = !behind.starts_with(char::is_alphabetic);
    (known && behind.len() < rest.len() && ends).then_some(behind)
}

/// Where the year is in the line of a journal that `text` begins with, `Sea Lett 2020; 3: 12–19`,
/// `Sea Lett. 2020 May 3;12(3):45`.
pub(in crate::document) fn journal_line(text: &str) -> Option<Range<usize>> {
    let semicolon = text
        .match_indices(';')
        .map(|(at, _)| at)
        .take(4)
        .find(|&at| text[at + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '('))?;
    let before = text.get(..semicolon).filter(|before| before.len() <= AUTHORS_REACH)?;
    let at =
        before.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at + 1).rfind(|&at| is_year(&before[at..]))?;
    let (name, day) = (before[..at].trim_end(), before[at + 4..].trim());
    let short = name.split_whitespace().count() <= 10
        && name.starts_with(char::is_uppercase)
        && !name.contains(['“', '”', '"', ';']);
    let is_day = day.is_empty() || day.split_whitespace().count() <= 2 && day.starts_with(char::is_uppercase);
    (short && is_day && name.contains(char::is_alphabetic)).then_some(at..at + 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = find(text).map(|found| (text[..found.title_end].to_owned(), text[found.name].to_owned()));
        let found = found.as_ref().map(|(title, name)| (title.as_str(), name.as_str()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_numbers_of_a_periodical_are_told_in_every_form() {
        for line in [
            "J Sea Stud. 2019;4(2):11-9",
            "J Sea Stud 2019; 4: 11–19",
            "J Sea Stud. 2019 Jul 3;4:e11",
            "J Sea Stud 62:123–130",
            "J Sea Stud 62(3):123–130",
            "J Sea Stud, 62, 123–130",
            "J Sea Stud, 62(3), 123–130",
            "J Sea Stud 62, 123–130",
            "J Sea Stud 62 (2009) 123–130",
            "J Sea Stud 12.3 (2009), 33–35",
            "J Sea Stud, vol. 53, no. 7, pp. 733–740",
            "J Sea Stud, vol. 53, pp. 733–740, 2010",
            "J Sea Stud, Bd. 53, H. 7, S. 733–740",
            "J Sea Stud, Jg. 53, Nr. 7",
            "J Sea Stud, t. 53, n° 7, p. 733-740",
            "J Sea Stud, v. 53, n. 7, p. 733-740",
            "J Sea Stud. 2013. Т. 53. № 7. С. 733–740",
            "J Sea Stud, 2010, 53(7): 733-740",
            "J Sea Stud 12 (2020), S. 4",
            "J Sea Stud, LIII, vol. 7, no. 3",
            "J Sea Stud, LIII, 7 (2009), pp. 733-740",
            "J Sea Stud 53/7, S. 733–740",
            "J Sea Stud 36, 401 (2009)",
            "J Sea Stud,\u{a0}vol.\u{a0}53, no.\u{a0}7",
        ] {
            let text = format!("Why fish swim. A review. {line}");
            let found = find(&text).map(|found| text[..found.title_end].to_owned());
            assert_eq!(found.as_deref(), Some("Why fish swim. A review"), "{text}");
        }
    }

    #[test]
    fn a_title_has_as_many_sentences_as_stand_before_the_line() {
        check("Is it so? It is. Ann. Phys. 12(3):45", Some(("Is it so? It is", "Ann. Phys")));
        check("Why now? J. Sea Lett. 2020;3:12", Some(("Why now", "J. Sea Lett")));
        check("Waves. II. Walls. In: Hafenpost 3 (2020), S. 12", Some(("Waves. II. Walls", "Hafenpost")));
        check("El mar. Revista de mareas, 53(7), 733", Some(("El mar", "Revista de mareas")));
        check("Walls. Archives of the Sea: Tides, 53(7), 733", Some(("Walls", "Archives of the Sea: Tides")));
    }

    #[test]
    fn what_is_no_line_of_a_periodical_is_none() {
        for text in [
            "Collected Letters, vol. 3. Harbour Press, 1990",
            "The letters. Collected Letters, vol. 3. Harbour Press, 1990",
            "Title of it. Harbour Press, 2020, 412 pages",
            "Title of it. Hull: Harbour Press, 2020, pp. 12–14",
            "Harbour Post 12 (2020), 3",
            "Sea Lett 2020;3:12",
            "Order on tides, ABl. L 36, S. 4",
            "High tides. Harbour Herald, May 3, 2023",
            "High tides. Catch 22 (1994). Harbour Press",
            "High tides. Harbour Press, 3 May 2020",
            "High tides. World Report 2020, 12–14 May",
            "High tides. They rose by 12, 401 of them",
            "High tides. They rose from 3:15 to 4:12 in the night",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn the_line_of_a_journal_has_a_year_a_semicolon_and_a_volume() {
        for text in ["Sea Lett 2020; 3: 12–19", "Sea Lett. 2020 May 3;12(3):45-67.", "J. Mar. Sci. 2020;(3)"] {
            assert!(journal_line(text).is_some(), "{text}");
        }
        for text in
            ["London: Harbour Press; 2021", "Sea Letters, 2020", "Tides in 2020; what followed", "“Sea” 2020; 3"]
        {
            assert!(journal_line(text).is_none(), "{text}");
        }
    }
}
