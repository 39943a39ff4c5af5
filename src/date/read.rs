//! Reads dates as people write them, in several languages, and says where two readings are possible.

mod han;
mod year_first;

use std::ops::Range;

use self::year_first::{era, in_letters, year_first};
use super::cursor::Cursor;
use super::{DateProblem, PartialDate, jalali, names, native};

/// Which of the first two numbers of `06/07/2024` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DayMonth {
    /// 6 July.
    DayFirst,
    /// 7 June.
    MonthFirst,
    /// Nothing tells.
    #[default]
    Unknown,
}

/// A date that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateRead {
    /// The date, or why it does not exist.
    pub date: Result<PartialDate, DateProblem>,
    /// The second reading of an ambiguous date. The first is then the one with the month first.
    pub other: Option<PartialDate>,
    /// The order that this date itself shows, if it has both a day and a month.
    pub written: DayMonth,
    /// The bytes that were read, weekday included.
    pub range: Range<usize>,
}

/// A date and where it ends.
struct Reading<'a> {
    date: Result<PartialDate, DateProblem>,
    other: Option<PartialDate>,
    written: DayMonth,
    end: Cursor<'a>,
}

/// A day of the month, or several (`27–29`), which are no day.
#[derive(Clone, Copy)]
enum Days {
    One(i8),
    Several,
}

/// Reads the date that `text` begins with, after white space.
///
/// Where both numbers of an all-numeric date can be the month, `order` decides; without it there are two readings.
/// A date that does not exist is [`DateProblem::Impossible`], never a guess, and a month without a day stays one.
///
/// ```
/// use citewatch::date::{DayMonth, PartialDate, read};
///
/// let found = read("29 June 2024, at noon", DayMonth::Unknown).unwrap();
/// assert_eq!(found.date, PartialDate::parse_iso("2024-06-29"));
/// assert_eq!(found.range, 0..12);
/// assert!(read("next week", DayMonth::Unknown).is_none());
/// ```
pub fn read(text: &str, order: DayMonth) -> Option<DateRead> {
    if text.trim_start().starts_with(|c| native::digit(c).is_some()) {
        return native::read(text, order);
    }
    let lead = Cursor::new(text).gap();
    let start = past(lead, names::DAYS);
    if start.at() > lead.at()
        && let Some(found) = native::read(start.rest(), order)
    {
        return Some(DateRead { range: lead.at()..start.at() + found.range.end, ..found });
    }
    let reading = dated(start, order).or_else(|| dated(after_weekday(start)?, order))?;
    let Reading { date, other, written, end } = reading;
    Some(DateRead { date, other, written, range: start.at()..end.at() })
}

/// The order that the dates of `text` show where it can be seen, if one is more frequent.
pub fn majority(text: &str) -> DayMonth {
    // Pages of wikis say it themselves.
    let says = |template: &str| {
        let named = |at: usize| text.get(at..at + template.len()).is_some_and(|own| own.eq_ignore_ascii_case(template));
        text.match_indices("{{").take(1_000).any(|(at, _)| named(at + 2))
    };
    for (template, order) in [("use dmy dates", DayMonth::DayFirst), ("use mdy dates", DayMonth::MonthFirst)] {
        if says(template) {
            return order;
        }
    }
    let (mut day_first, mut month_first) = (0_usize, 0_usize);
    let (mut next, mut before) = (0, ' ');
    for (at, c) in text.char_indices() {
        let starts = at >= next && c.is_alphanumeric() && !before.is_alphanumeric();
        before = c;
        let Some(found) = starts.then(|| read(&text[at..], DayMonth::Unknown)).flatten() else { continue };
        next = at + found.range.end;
        match found.written {
            DayMonth::DayFirst => day_first += 1,
            DayMonth::MonthFirst => month_first += 1,
            DayMonth::Unknown => {}
        }
    }
    match day_first.cmp(&month_first) {
        std::cmp::Ordering::Greater => DayMonth::DayFirst,
        std::cmp::Ordering::Less => DayMonth::MonthFirst,
        std::cmp::Ordering::Equal => DayMonth::Unknown,
    }
}

impl<'a> Reading<'a> {
    fn new(date: Result<PartialDate, DateProblem>, end: Cursor<'a>) -> Self {
        Self { date, other: None, written: DayMonth::Unknown, end }
    }

    fn written(self, written: DayMonth) -> Self {
        Self { written, ..self }
    }
}

fn dated(start: Cursor<'_>, order: DayMonth) -> Option<Reading<'_>> {
    if start.peek()?.is_ascii_digit() {
        year_first(start)
            .or_else(|| day_first(start))
            .or_else(|| numbers(start, order))
            .or_else(|| month_and_year(start))
            .or_else(|| digits(start))
            .or_else(|| year_alone(start))
    } else {
        month_first(start).or_else(|| season(start)).or_else(|| era(start)).or_else(|| in_letters(start))
    }
}

fn after_weekday(start: Cursor<'_>) -> Option<Cursor<'_>> {
    let (word, mut after) = start.word()?;
    if !names::is_weekday(&word) {
        return None;
    }
    if let Some((feira, end)) = after.eat(|c| c == '-').and_then(|(_, next)| next.word()) {
        after = if feira == "feira" { end } else { return None };
    }
    let after = past(after.skip('.').skip(',').skip('،').gap(), names::DAYS);
    let article = after.word().filter(|(word, _)| matches!(&**word, "the" | "den" | "le"));
    Some(article.map_or(after, |(_, end)| end.gap()))
}

/// Years that are counted from the Buddha's death, as in Thailand and Laos, are above this, and ahead by as many.
const BUDDHIST: i16 = 2400;
const BEFORE_CHRIST: i16 = 543;

/// `29 June 2024`, `29. Juni 2024`, `29th of June, 2024`, `29-Jun-2024`, `7 March2015`, `27–29 November 2007`.
fn day_first(start: Cursor<'_>) -> Option<Reading<'_>> {
    let (mut days, counted) = days(start)?;
    let after = counted.skip('.').gap();
    let after = after.eat(is_hyphen).map_or(after, |(_, end)| end);
    if let Some(reading) = day_of_iran(days, link(after)) {
        return Some(reading);
    }
    let after = past(after, names::NAMED_MONTHS);
    let buddhist = link(after).peek().or(counted.gap().peek()).is_some_and(names::counts_from_buddha);
    let pointed = counted.skip('.').at() > counted.at();
    let croatian = link(after).word().filter(|_| pointed).and_then(|(word, _)| names::croatian_month(&word));
    let (month, mut after) = month_word(link(after)).or_else(|| roman_month(link(after), pointed))?;
    let mut month = croatian.or(Some(month));
    if let Some(end) = dash(after).and_then(day_of_another_month) {
        (days, month, after) = (Days::Several, None, end);
    }
    let (year, end) = year_after(after)?;
    let year = if buddhist && year > BUDDHIST { year - BEFORE_CHRIST } else { year };
    let date = month.map_or_else(|| PartialDate::from_year(year), |month| date(year, month, days));
    Some(Reading::new(date, end).written(DayMonth::DayFirst))
}

/// `8 تیر 1403`
fn day_of_iran(days: Days, start: Cursor<'_>) -> Option<Reading<'_>> {
    let Days::One(day) = days else { return None };
    let (word, after) = start.word()?;
    let month = jalali::month(&word)?;
    let (year, end) = year_after(after).filter(|(year, _)| jalali::is_year(*year))?;
    Some(Reading::new(jalali::day(year, month, day), end))
}

/// `June 29, 2024`, `Sept. 5, 2019`, `June 2024`, `junio de 2024`, `July–August 2004`, `November 27–29, 2007`.
fn month_first(start: Cursor<'_>) -> Option<Reading<'_>> {
    let (month, after) = month_word(past(start, names::NAMED_MONTHS))?;
    if let Some((_, after)) = dash(after).and_then(|after| month_word(after)) {
        let (year, end) = year_after(after)?;
        return Some(Reading::new(PartialDate::from_year(year), end));
    }
    let spaced = after.gap();
    let spaced = spaced.eat(is_hyphen).map_or(spaced, |(_, end)| end);
    if let Some((days, after)) = days(spaced) {
        let other = dash(after).and_then(|after| month_word(after)).and_then(|(_, after)| self::days(after.gap()));
        if let Some((_, after)) = other {
            let (year, end) = year_after(after)?;
            return Some(Reading::new(PartialDate::from_year(year), end));
        }
        // `Gen. 37, 9923` is a volume and a page.
        let (year, end) = year_after(after).filter(|(year, _)| *year < 3000)?;
        return Some(Reading::new(date(year, month, days), end).written(DayMonth::MonthFirst));
    }
    let (year, end) = year_after(after)?;
    if start.word().is_some_and(|(word, _)| names::is_month_of_day(&word)) {
        return None;
    }
    // `June 3000` is a count of something.
    let buddhist = start.peek().is_some_and(names::counts_from_buddha) && year > BUDDHIST;
    let year = if buddhist { year - BEFORE_CHRIST } else { year };
    (1000..3000).contains(&year).then(|| Reading::new(PartialDate::from_month(year, month), end))
}

/// `29/06/2024`, `29.06.2024`, `29. 6. 2024`, `29-06-2024`, `6/5/14`.
fn numbers<'a>(start: Cursor<'a>, order: DayMonth) -> Option<Reading<'a>> {
    // What holds a date together between words that run from right to left.
    let marked = |from: Cursor<'a>| from.skip('\u{200f}').skip('\u{200e}');
    let (first, after) = start.small()?;
    let (separator, after) = marked(after).eat(|c| is_hyphen(c) || matches!(c, '/' | '.'))?;
    let part = |from: Cursor<'a>| if separator == '.' { from.gap() } else { marked(from) };
    let (second, after) = part(after).small()?;
    let (_, after) = marked(after).eat(|c| c == separator)?;
    let (year, end) = part(after).number()?;
    if !end.ends_number() {
        return None;
    }
    let year = match year.digits() {
        4 => i16::try_from(year.value()).expect("four digits"),
        2 if !is_hyphen(separator) => century(i16::try_from(year.value()).expect("two digits")),
        _ => return None,
    };
    Some(day_and_month(year, (first, second), if separator == '.' { DayMonth::DayFirst } else { order }, end))
}

fn day_and_month(year: i16, (first, second): (i8, i8), order: DayMonth, end: Cursor<'_>) -> Reading<'_> {
    let by_day = full(year, second, first);
    let by_month = full(year, first, second);
    if first > 12 {
        return Reading::new(by_day, end).written(DayMonth::DayFirst);
    }
    if second > 12 {
        return Reading::new(by_month, end).written(DayMonth::MonthFirst);
    }
    match order {
        DayMonth::DayFirst => Reading::new(by_day, end),
        DayMonth::MonthFirst => Reading::new(by_month, end),
        DayMonth::Unknown => {
            Reading { other: by_day.ok().filter(|_| by_day != by_month), ..Reading::new(by_month, end) }
        }
    }
}

/// `06/2024`, `6.2024`.
fn month_and_year(start: Cursor<'_>) -> Option<Reading<'_>> {
    let (month, after) = start.small()?;
    let (_, after) = after.eat(|c| matches!(c, '/' | '.'))?;
    let (year, end) = after.year()?;
    let month = PartialDate::from_month(year, month).ok()?;
    (is_likely(year) && end.ends_number()).then(|| Reading::new(Ok(month), end))
}

/// `20240629`, and the timestamps of archives: `20240629101500`.
fn digits(start: Cursor<'_>) -> Option<Reading<'_>> {
    let (number, end) = start.number()?;
    if !matches!(number.digits(), 8 | 14) || !end.ends_number() {
        return None;
    }
    let part = |range: Range<usize>| number.as_str()[range].parse::<i16>().ok();
    let (year, month, day) = (part(0..4)?, part(4..6)?, part(6..8)?);
    let date = full(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    is_likely(year).then(|| Reading::new(Ok(date), end))
}

/// `2024`, `2005a`.
fn year_alone(start: Cursor<'_>) -> Option<Reading<'_>> {
    let (year, end) = start.year()?;
    let end = end.eat(is_suffix).map_or(end, |(_, after)| after);
    (is_likely(year) && end.ends_number()).then(|| Reading::new(PartialDate::from_year(year), end))
}

/// `Spring 1985`, `Spring–Summer 1985`, `Winter 1985/86`: the year.
fn season<'a>(start: Cursor<'a>) -> Option<Reading<'a>> {
    let named = |from: Cursor<'a>| from.word().filter(|(word, _)| names::is_season(word)).map(|(_, end)| end);
    let after = named(start)?;
    let after = dash(after).and_then(named).unwrap_or(after);
    let (year, end) = year_after(after)?;
    is_likely(year).then(|| Reading::new(PartialDate::from_year(year), end))
}

fn month_word(start: Cursor<'_>) -> Option<(i8, Cursor<'_>)> {
    if let Some((month, length)) = names::pointed_month(start.rest()) {
        return Some((month, start.forward(length)));
    }
    let (word, after) = start.word()?;
    // In Vietnamese months have numbers.
    if matches!(&*word, "tháng" | "thg") {
        return after.gap().small().filter(|(month, _)| (1..=12).contains(month));
    }
    // Points, and what Hebrew and Hindi cut words short with.
    Some((names::month(&word)?, after.eat(|c| matches!(c, '.' | '׳' | '॰')).map_or(after, |(_, end)| end)))
}

/// `30 VI 2024`, `3.v.2019`, as in Poland, Italy, Romania and Hungary: in small letters only between points.
fn roman_month(start: Cursor<'_>, pointed: bool) -> Option<(i8, Cursor<'_>)> {
    const MONTHS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let (word, after) = start.word()?;
    let month = (1..).zip(MONTHS).find(|(_, own)| *own == &*word)?.0;
    let stopped = after.skip('.');
    let capital = start.peek().is_some_and(char::is_uppercase);
    let marked = capital || pointed && stopped.at() > after.at();
    let year = year_after(stopped).is_some_and(|(year, _)| is_likely(year));
    (marked && year).then_some((month, stopped))
}

/// `29`, `29th`, `1er`, `27–29`.
fn days(start: Cursor<'_>) -> Option<(Days, Cursor<'_>)> {
    let (day, after) = start.small()?;
    let after = ordinal(after);
    match dash(after).and_then(Cursor::small) {
        Some((_, end)) => Some((Days::Several, ordinal(end))),
        None => Some((Days::One(day), after)),
    }
}

fn ordinal(after: Cursor<'_>) -> Cursor<'_> {
    // `1° maggio`
    let after = after.eat(|c| c == '°').map_or(after, |(_, end)| end);
    let behind = after.eat(is_hyphen).and_then(|(_, next)| next.word());
    if let Some((_, end)) = behind.filter(|(word, _)| names::is_hyphened(word)) {
        return end;
    }
    after.word().filter(|(word, _)| names::is_ordinal(word)).map_or(after, |(_, end)| end)
}

/// Past `3 December` of `27 November – 3 December 2007`.
fn day_of_another_month(start: Cursor<'_>) -> Option<Cursor<'_>> {
    let (_, after) = days(start)?;
    Some(month_word(after.skip('.').gap())?.1)
}

/// Past a dash between two days or months.
fn dash(start: Cursor<'_>) -> Option<Cursor<'_>> {
    let (_, after) = start.gap().eat(|c| matches!(c, '-' | '/' | '\u{2010}'..='\u{2014}'))?;
    Some(after.gap())
}

/// The year after a month or a day: `, 2024`, ` de 2024`, `-2024`, `2024`.
fn year_after(start: Cursor<'_>) -> Option<(i16, Cursor<'_>)> {
    let after = start.skip(',').skip('،').gap();
    let after = after.eat(is_hyphen).map_or(after, |(_, end)| end);
    let after = link(after);
    let after = past(after, names::COUNTED);
    let (year, end) = after.year()?;
    end.ends().then_some((year, end))
}

/// Past one of these words, if one begins here, and past the gap behind it: they are glued to what follows, or not.
fn past<'a>(start: Cursor<'a>, words: &[&str]) -> Cursor<'a> {
    let word = words.iter().find(|word| start.rest().starts_with(**word));
    word.map_or(start, |word| start.forward(word.len()).gap())
}

fn link(start: Cursor<'_>) -> Cursor<'_> {
    let Some((word, end)) = start.word() else { return start };
    // `29 d’abril`, and `29 ta’ April` of Maltese.
    let elided = if matches!(&*word, "d" | "ta") { end.eat(|c| matches!(c, '’' | '\'')) } else { None };
    elided.map_or(if names::is_link(&word) { end.gap() } else { start }, |(_, end)| end.gap())
}

fn full(year: i16, month: i8, day: i8) -> Result<PartialDate, DateProblem> {
    PartialDate::from_day(year, month, day)
}

fn date(year: i16, month: i8, days: Days) -> Result<PartialDate, DateProblem> {
    match days {
        Days::One(day) => full(year, month, day),
        Days::Several => PartialDate::from_month(year, month),
    }
}

/// The century of a two-digit year as POSIX has it for `%y`.
fn century(year: i16) -> i16 {
    if year < 69 { 2000 + year } else { 1900 + year }
}

/// Whether four digits alone can be meant as a year: from the first printed books to the end of this century.
fn is_likely(year: i16) -> bool {
    (1450..2100).contains(&year)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_suffix(c: char) -> bool {
    matches!(c, 'a'..='h')
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
