//! The dates of a reference entry: those that a word announces (`Accessed June 29, 2024`) and the one of publication.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::date::{DateRead, DayMonth, PartialDate, read};
use crate::span::Span;

use crate::document::{Document, Entry};

use super::announcing::{self, BEHIND_MARKS, BRACKETED, LINKS, WORDS, goes_on_in_bracket};
use super::dated_behind::{behind_medium, named_behind};
use super::original;
use super::whole_day;

/// What a word before a date says that happened on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) enum Event {
    Accessed,
    Archived,
    Published,
    /// Last changed: the date of publication only where no other is told.
    Modified,
}

/// A word that announces a date, with the date.
#[derive(Debug, Clone)]
pub(in crate::document) struct Announced {
    pub(in crate::document) event: Event,
    /// The word and the date.
    pub(in crate::document) range: Range<usize>,
    pub(in crate::document) date: DateRead,
}

/// Where the day stands on which the author of an entry read its source, where it is written in one piece.
pub(crate) fn access_date(document: &Document, entry: &Entry) -> Option<Span> {
    let (range, accessed) = (entry.range()?, entry.source.accessed?);
    let found = announced(document.text(&range), &[], DayMonth::Unknown);
    let own = found.iter().find(|a| a.event == Event::Accessed && value(&a.date) == Some(accessed))?;
    let place = range.start + own.date.range.start..range.start + own.date.range.end;
    let span = document.prose.span(&place);
    (span.range().len() == place.len()).then_some(span)
}

/// Every announced date of `text`, but none within the ranges of `masked` (sorted).
pub(in crate::document) fn announced(text: &str, masked: &[Range<usize>], order: DayMonth) -> Vec<Announced> {
    let mut found: Vec<Announced> = Vec::new();
    let (mut next, mut before) = (0, ' ');
    for (at, c) in text.char_indices() {
        let begins = at >= next && c.is_alphabetic() && (!before.is_alphanumeric() || !c.is_ascii());
        before = c;
        if !begins || inside(masked, at) {
            continue;
        }
        let behind_address = ends_at(masked, text[..at].trim_end().len());
        if let Some(announced) = announced_at(text, at, order, behind_address) {
            next = announced.range.end;
            found.push(announced);
        }
    }
    found.extend(named_behind(text, masked, order, &found));
    found.extend(behind_medium(text, order).filter(|own| !inside(masked, own.range.start)));
    found.sort_by_key(|announced| announced.range.start);
    found
}

/// The words of [`WORDS`] by their first letter: every word of an entry is looked up.
static KNOWN: LazyLock<HashMap<char, Vec<(&str, Event)>>> = LazyLock::new(|| {
    let mut known: HashMap<char, Vec<(&str, Event)>> = HashMap::new();
    for (event, words) in WORDS {
        for word in words.split(" | ") {
            known.entry(word.chars().next().unwrap_or_default()).or_default().push((word, *event));
        }
    }
    known
});

fn announced_at(text: &str, at: usize, order: DayMonth, behind_address: bool) -> Option<Announced> {
    let bracketed = if text[..at].ends_with(['[', '(']) || goes_on_in_bracket(&text[..at]) { BRACKETED } else { &[] };
    let marked = behind_address
        || text[..at].trim_end().is_empty()
        || text[..at].trim_end().ends_with(['[', '(', ',', '.', ';', ')', '>', '”', '"']);
    let behind_marks = if marked { BEHIND_MARKS } else { &[] };
    let first = text[at..].chars().next().and_then(|first| first.to_lowercase().next())?;
    let known = KNOWN.get(&first).map_or(&[][..], Vec::as_slice);
    let (length, event) = known
        .iter()
        .copied()
        .chain(bracketed.iter().copied())
        .chain(behind_marks.iter().copied())
        .filter_map(|(word, event)| Some((begins(&text[at..], word)?, event)))
        .max_by_key(|(length, _)| *length)?;
    let mut end = at + length;
    let (behind, of_original) = if event == Event::Archived { original::behind(text, end) } else { (end, false) };
    end = behind;
    if !of_original && text[at..end].is_ascii() && text[end..].starts_with(char::is_alphanumeric) {
        return None;
    }
    end = skip(text, end);
    let linked = |mut end: usize| {
        let own = |end: usize| if event == Event::Archived { original::link(&text[end..]) } else { None };
        while let Some(length) = LINKS.iter().find_map(|link| word(&text[end..], link)).or_else(|| own(end)) {
            end = skip(text, end + length);
        }
        end
    };
    end = announcing::behind_address(text, end).map_or_else(|| linked(end), linked);
    // Whoever announces a date in another language than English writes the day first.
    let foreign = order == DayMonth::Unknown && !is_english(&text[at..at + length]);
    let order = if foreign { DayMonth::DayFirst } else { order };
    let date = month_by_number(&text[end..])
        .or_else(|| read(&text[end..], order))
        .or_else(|| month_and_short_year(&text[end..]))?;
    let range = end + date.range.start..end + date.range.end;
    let whole = || value(&date).is_some_and(|date| date.day().is_some());
    let known = begins_with_any(&text[at..at + length], BEHIND_MARKS);
    (!known || whole()).then_some(Announced { event, range: at..range.end, date: DateRead { range, ..date } })
}

/// Whether words that announce a date are English ones.
fn is_english(words: &str) -> bool {
    const ENGLISH: &str = "last accessed visited retrieved checked date access viewed consulted archived from the original captured cached \
        archive copy version first published posted modified updated revised page cited read";
    words.split_whitespace().all(|word| ENGLISH.split_whitespace().any(|own| word.eq_ignore_ascii_case(own)))
}

/// Whether `word` is one of these.
fn begins_with_any(word: &str, known: &[(&str, Event)]) -> bool {
    known.iter().any(|(own, _)| begins(word, own) == Some(word.len()))
}

fn skip(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start_matches(|c: char| c.is_whitespace() || ":：,;(".contains(c) || is_unseen(c));
    // `<2020-05-04 Mon>` and `[2020-05-04]`, as Org writes a day.
    let inner = rest.strip_prefix(['<', '[']).filter(|inner| inner.starts_with(|c: char| c.is_ascii_digit()));
    text.len() - inner.unwrap_or(rest).len()
}

/// Whether a character only says which way what follows it is written.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The bytes of `word`, in lower case, where `text` begins with it and it ends there.
pub(super) fn word(text: &str, word: &str) -> Option<usize> {
    begins(text, word).filter(|length| text[*length..].starts_with(|c: char| c.is_whitespace() || ":(".contains(c)))
}

fn starts_with(text: &str, word: &str) -> bool {
    let mut rest = text.chars().flat_map(char::to_lowercase);
    word.chars().all(|c| rest.next() == Some(c))
}

/// The bytes of `word`, in lower case, where `text` begins with it.
pub(super) fn begins(text: &str, word: &str) -> Option<usize> {
    starts_with(text, word).then(|| length_of(text, word))
}

/// The bytes of `text` that `word`, in lower case, covers.
fn length_of(text: &str, word: &str) -> usize {
    text.chars().take(word.chars().count()).map(char::len_utf8).sum()
}

/// Whether one of these ends at `at`.
fn ends_at(masked: &[Range<usize>], at: usize) -> bool {
    let next = masked.partition_point(|mask| mask.end < at);
    masked.get(next).is_some_and(|mask| mask.end == at)
}

pub(super) fn inside(masked: &[Range<usize>], at: usize) -> bool {
    let next = masked.partition_point(|mask| mask.end <= at);
    masked.get(next).is_some_and(|mask| mask.start <= at)
}

/// The first date of `region` that stands where a date of publication stands: at its beginning, or behind a comma, a
/// full stop or an opening bracket, and with nothing that goes on behind it. Ranges are of `text`. There is none in a region
/// that ends before it begins, as between links that overlap.
pub(in crate::document) fn unannounced(
    text: &str,
    region: Range<usize>,
    order: DayMonth,
) -> Option<(Range<usize>, DateRead)> {
    let slice = text.get(region.clone())?;
    let starts = std::iter::once(0).chain(
        slice
            .char_indices()
            .filter(|(_, c)| ",.;(–—|[:、，（。：،؛』」》".contains(*c))
            .map(|(at, c)| at + c.len_utf8()),
    );
    let mut short = None;
    for start in starts {
        let unseen = slice[start..].trim_start_matches(|c: char| c.is_whitespace() || is_unseen(c));
        let start = if unseen.len() < slice[start..].trim_start().len() { slice.len() - unseen.len() } else { start };
        let start = start + circa(&slice[start..]);
        let rest = &slice[start..];
        let (date, is_short) = match (read(rest, order), &short) {
            (Some(date), _) => (date, false),
            (None, None) => match month_and_short_year(rest) {
                Some(date) => (date, true),
                None => continue,
            },
            (None, Some(_)) => continue,
        };
        let range = start + date.range.start..start + date.range.end;
        if !slice[start..range.start].trim().is_empty()
            || !closes(&slice[range.end..])
            || is_measure(&slice[range.clone()])
            || is_counted(&slice[..start])
            || value(&date).is_some_and(|date| date.day().is_some()) && ends_a_span(&slice[..start])
        {
            continue;
        }
        let found = within(&region, slice, range, date, order);
        if !is_short {
            return Some(found);
        }
        short = Some(found);
    }
    short
}

/// A date of `region` with the range to leave out of names: the whole of what `range` in `slice` is the end of, and the
/// words that tie it to them.
fn within(
    region: &Range<usize>,
    slice: &str,
    range: Range<usize>,
    date: DateRead,
    order: DayMonth,
) -> (Range<usize>, DateRead) {
    let longer = value(&date).and_then(|short| whole_day::longer(slice, range.clone(), short, order));
    let is_day = longer.is_some() || value(&date).is_some_and(|date| date.day().is_some());
    let (range, date) = longer.unwrap_or((range, date));
    let start = if is_day { whole_day::tied(slice, range.start) } else { range.start };
    let moved = |at: usize| region.start + at;
    (moved(start)..moved(range.end), DateRead { range: moved(range.start)..moved(range.end), ..date })
}

/// Words that make a year one that nobody is sure of.
const CIRCA: &[&str] = &["c. ", "ca. ", "ca ", "circa ", "um ", "vers ", "hacia ", "ок. ", "около "];

/// Bytes of the words before a year that make it unsure.
fn circa(text: &str) -> usize {
    let rest = text.trim_start();
    let word = CIRCA.iter().find(|word| rest.starts_with(**word)).map_or(0, |word| word.len());
    // `c2010`, `©2010`: the year of the copyright.
    let right = rest.strip_prefix(['c', '©']).filter(|year| year.bytes().take_while(u8::is_ascii_digit).count() == 4);
    if let Some(year) = right {
        return text.len() - year.len();
    }
    if word == 0 { 0 } else { text.len() - rest.len() + word }
}

/// A date without the words before it that make it unsure.
pub(super) fn without_circa(text: &str) -> &str {
    &text[circa(text)..]
}

/// Names before a date without the words, and the bracket, that belong to the date.
pub(super) fn without_circa_behind(names: &str) -> &str {
    let mut words = CIRCA.iter().map(|word| word.trim_end());
    let cut = words.find_map(|word| names.trim_end().strip_suffix(word)?.trim_end().strip_suffix('('));
    cut.map_or(names, str::trim_end)
}

/// The year that follows a word at once and ends what it stands in: `Sea Lett 2020; 3`, `Hamburg 2020.`, `Post 3 (2020)`.
pub(in crate::document) fn behind_words(
    text: &str,
    region: Range<usize>,
    order: DayMonth,
) -> Option<(Range<usize>, DateRead)> {
    let slice = text.get(region.clone())?;
    slice.match_indices(' ').find_map(|(at, _)| {
        let rest = &slice[at + 1..];
        let year = rest.bytes().take(5).take_while(u8::is_ascii_digit).count() == 4;
        let date = read(rest, order).filter(|_| year && slice[..at].ends_with(char::is_alphabetic))?;
        let behind = &rest[date.range.end..];
        let ends = behind.starts_with(';') || !behind.starts_with([' ', '(', '[', '<', '|']) && closes(behind);
        let range = at + 1 + date.range.start..at + 1 + date.range.end;
        ends.then(|| within(&region, slice, range, date, order))
    })
}

/// `8/13`: a month and a year of two digits, which only an entry of a reference list writes.
fn month_and_short_year(text: &str) -> Option<DateRead> {
    let start = text.len() - text.trim_start().len();
    let run = |text: &str| text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let (month, rest) = text[start..].split_at(run(&text[start..]));
    let rest = rest.strip_prefix('/')?;
    let digits = run(rest);
    let goes_on = rest[digits..].starts_with(|c: char| c.is_alphanumeric() || "/-–%".contains(c));
    if digits != 2 || goes_on || !(1..=2).contains(&month.len()) {
        return None;
    }
    let year: i16 = rest[..2].parse().ok()?;
    // Nothing that is cited has a date far ahead: what is left of the century is the last one's.
    let year = if year < 40 { 2000 + year } else { 1900 + year };
    let date = PartialDate::from_month(year, month.parse().ok()?).ok()?;
    let end = start + month.len() + 1 + digits;
    Some(DateRead { date: Ok(date), other: None, written: DayMonth::Unknown, range: start..end })
}

/// The number of at most `most` digits that a text begins with, and the rest.
fn number(text: &str, most: usize) -> Option<(&str, &str)> {
    let digits = text.bytes().take(most + 1).take_while(u8::is_ascii_digit).count();
    (1..=most).contains(&digits).then(|| text.split_at(digits))
}

/// `5月 3, 2025`, `5월 3, 2025`, `tháng 5 3, 2025`: the date of another language with the months of this one in it, as
/// programs write it.
pub(super) fn month_by_number(text: &str) -> Option<DateRead> {
    let start = text.len() - text.trim_start().len();
    if let Some((written, rest)) = day_and_month_by_number(&text[start..]) {
        let date = read(&written, DayMonth::Unknown).filter(|date| date.range.end == written.len())?;
        return Some(DateRead { range: start..text.len() - rest.len(), ..date });
    }
    let behind = text[start..].strip_prefix("tháng ");
    let (month, rest) = number(behind.unwrap_or(&text[start..]), 2)?;
    let rest = if behind.is_some() { rest } else { rest.strip_prefix(['月', '월'])? };
    let (day, rest) = number(rest.strip_prefix(' ')?, 2)?;
    let (year, rest) = number(rest.strip_prefix(", ")?, 4).filter(|(year, _)| year.len() == 4)?;
    let written = format!("{year}-{month:0>2}-{day:0>2}");
    let date = read(&written, DayMonth::Unknown).filter(|date| date.range.end == written.len())?;
    Some(DateRead { range: start..text.len() - rest.len(), ..date })
}

/// `29 tháng 6 năm 2024` as it is read, and what follows it.
fn day_and_month_by_number(text: &str) -> Option<(String, &str)> {
    let (day, rest) = number(text, 2)?;
    let (month, rest) = number(rest.strip_prefix(" tháng ")?, 2)?;
    let (year, rest) = number(rest.strip_prefix(" năm ")?, 4).filter(|(year, _)| year.len() == 4)?;
    Some((format!("{year}-{month:0>2}-{day:0>2}"), rest))
}

/// Whether what follows a date lets it be one: `2019.` does, `2019 was` does not.
fn closes(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\u{a0}']);
    let mut chars = rest.chars();
    match chars.next() {
        None => true,
        Some(c) if ")];\n[(<|–—）、。".contains(c) => true,
        Some('.' | ',' | ':' | '，' | '،' | '؛') => !chars.next().is_some_and(|next| next.is_ascii_digit()),
        Some(_) => {
            rest.starts_with("- ")
                || rest.starts_with("http")
                || ["г.", "год", "р.", "r.", "付", "朝刊", "夕刊", "発行", "掲載", "号"]
                    .iter()
                    .any(|year| rest.starts_with(year))
                || starts_with(rest, "accessed")
                || starts_with(rest, "retrieved")
        }
    }
}

/// Whether what follows is the number of a volume or of a page, or the end of that of a standard (`ISO 9001:2015`).
fn is_counted(before: &str) -> bool {
    // `1920–1922`: the second number is of what the first is.
    let span = before
        .strip_suffix(['–', '—', '-'])
        .map(|first| first.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end());
    let before = span.unwrap_or(before);
    let counts = ["vol.", "no.", "nr.", "n.", "pp.", "p.", "bd.", "vols.", "ch.", "art."];
    // `10.1212/01.wnl`
    if before.ends_with("10.") {
        return true;
    }
    let word = before.rsplit([' ', '\u{a0}', '(', '[']).next().unwrap_or_default();
    word.ends_with(':') && word.contains(|c: char| c.is_ascii_digit()) || counts.contains(&&*word.to_lowercase())
}

/// Whether text ends in a number and a dash: `3–` of `3–5 May 2010`.
fn ends_a_span(before: &str) -> bool {
    before.strip_suffix(['–', '—']).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether digits that can be read as a date are a page or a volume.
fn is_measure(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit()) && text.len() != 4
}

/// The date, where it exists.
pub(in crate::document) fn value(date: &DateRead) -> Option<PartialDate> {
    date.date.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, event: Event, expected: &str) {
        let found = announced(text, &[], DayMonth::Unknown);
        let dates: Vec<String> =
            found.iter().filter(|a| a.event == event).filter_map(|a| Some(value(&a.date)?.to_string())).collect();
        assert_eq!(dates, [expected], "{text}");
    }

    #[test]
    fn a_word_announces_a_date() {
        check("Accessed June 29, 2024. https://a.test", Event::Accessed, "2024-06-29");
        check("NPR, Retrieved: 6/25/14", Event::Accessed, "2014-06-25");
        check("Retrieved on 2012", Event::Accessed, "2012");
        check("(last visited on 3 May 2021)", Event::Accessed, "2021-05-03");
        check("[Online; accessed 19. Nov. 2020]", Event::Accessed, "2020-11-19");
        check("Abgerufen am 3. März 2020.", Event::Accessed, "2020-03-03");
        check("(consulté le 3 mars 2020)", Event::Accessed, "2020-03-03");
        check("Archived from the original on 2 April 2015. Retrieved 7 March2015.", Event::Archived, "2015-04-02");
        check("Archived June 30, 2024. https://a.test", Event::Archived, "2024-06-30");
        check("Published: 2024-06-30", Event::Published, "2024-06-30");
        // In lower case its first letter is an `i` and a dot.
        check("Archived at İstanbul Üniversitesi, accessed 2 March 2020", Event::Accessed, "2020-03-02");
        check("Accessed İzmir, 2 March 2020. Retrieved 3 March 2020", Event::Accessed, "2020-03-03");
        check("Harbour. 2021 [cited 2021 Jun 3]. Available", Event::Accessed, "2021-06-03");
        check("Last modified May 4, 2020. https://a.test", Event::Modified, "2020-05-04");
        check("Last updated: 4 May 2020", Event::Modified, "2020-05-04");
        check("(zuletzt geändert am 3. März 2020)", Event::Modified, "2020-03-03");
        check("Retrieved: 8/13", Event::Accessed, "2013-08");
        check("Published 3/64. https://a.test", Event::Published, "1964-03");
        check("https://a.test, zuletzt aufgerufen am 12.05.2023.", Event::Accessed, "2023-05-12");
        check("https://a.test [Stand: 15.08.2020].", Event::Accessed, "2020-08-15");
        check("https://a.test (fecha de consulta: 15/05/2023).", Event::Accessed, "2023-05-15");
        check("Дата обращения: 1 февраля 2020. https://a.test", Event::Accessed, "2020-02-01");
        check("https://a.test （2022年4月5日閲覧）", Event::Accessed, "2022-04-05");
        check("https://a.test、2020年2月1日に最終閲覧。", Event::Accessed, "2020-02-01");
        check("https://a.test, 2022년 4월 5일 접속.", Event::Accessed, "2022-04-05");
        check("https://a.test اطلع عليه بتاريخ 5 أبريل 2022.", Event::Accessed, "2022-04-05");
        check("مؤرشف من الأصل في 2 يناير 2020. https://a.test", Event::Archived, "2020-01-02");
        check("[dostęp 3 maja 2020] https://a.test", Event::Accessed, "2020-05-03");
        check("Erişim tarihi: 3 Mayıs 2020. https://a.test", Event::Accessed, "2020-05-03");
        for text in [
            "https://a.test [cit. 2020-05-03].",
            "https://a.test (cit. 3. května 2020)",
            "https://a.test (cit. 3. mája 2020)",
            "https://a.test (Hozzáférés: 2020. május 3.)",
            "https://a.test (consulta: 3 de mayo de 2020)",
            "https://a.test (Consulta: 3 maig 2020)",
            "https://a.test (Lest 3. mai 2020)",
            "https://a.test, brukt mai 3, 2020,",
            "https://a.test, hozzáférés dátuma: május 3, 2020,",
            "https://a.test (Процитовано 3 травня 2020)",
            "https://a.test (посетен на 3 май 2020)",
            "https://a.test (3 Mayıs 2020 tarihinde erişildi)",
            "https://a.test (accesat la 3 mai 2020)",
            "https://a.test (ανακτήθηκε στις 3 Μαΐου 2020)",
            "https://a.test (pristupljeno 3. svibnja 2020.)",
            "https://a.test (Приступљено 3. 5. 2020.)",
            "https://a.test (pridobljeno 3. maja 2020)",
            "https://a.test (žiūrėta 2020-05-03)",
            "https://a.test (žiūrėta 2020 m. gegužės 3 d.)",
            "https://a.test (skatīts 2020. gada 3. maijā)",
            "https://a.test (Sótt 3. maí 2020)",
            "https://a.test (kontsultatua 2020ko maiatzaren 3an)",
            "https://a.test (пристъпено на 3 май 2020)",
            "https://a.test (נבדק ב-3 במאי 2020)",
            "https://a.test (نظر إليه 3 مايو 2020)",
            "https://a.test (अभिगमन तिथि 3 मई 2020)",
            "https://a.test (Truy cập ngày 3 tháng 5 năm 2020)",
        ] {
            check(text, Event::Accessed, "2020-05-03");
        }
        check("https://a.test (Consulté en mai 2020)", Event::Accessed, "2020-05");
        check("Archived from on 3 May 2020", Event::Archived, "2020-05-03");
    }

    #[test]
    fn the_same_words_without_a_date_announce_nothing() {
        for text in [
            "cited 2021 Jun 3 by many",
            "Accessed 8/131",
            "Accessed 13/8",
            "can be accessed 24 hours",
            "archived copies",
            "retrievedly 2012",
            "It was viewed by 30 people",
        ] {
            assert!(announced(text, &[], DayMonth::Unknown).is_empty(), "{text}");
        }
    }
}
