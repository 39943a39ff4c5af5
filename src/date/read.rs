//! Reads dates as people write them, in several languages, and says where two readings are possible.

use std::ops::Range;

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
    let start = Cursor::new(text).gap();
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
        month_first(start).or_else(|| season(start)).or_else(|| era(start))
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
    let after = after.skip('.').skip(',').gap();
    let article = after.word().filter(|(word, _)| matches!(&**word, "the" | "den" | "le"));
    Some(article.map_or(after, |(_, end)| end.gap()))
}

/// `2024-06-29`, `2024/6/29`, `2024-06`, `2024-Jun-29`, `2024, June 29`, `2024年6月29日`.
fn year_first(start: Cursor<'_>) -> Option<Reading<'_>> {
    let (year, after) = start.year()?;
    if let Some((_, after)) = after.gap().eat(|c| matches!(c, '年' | '년')) {
        return Some(east_asian(year, after));
    }
    if let Some(reading) = year_named(year, after) {
        return Some(reading);
    }
    let Some((separator, after)) = after.eat(|c| is_hyphen(c) || matches!(c, '/' | '.')) else {
        return year_then_words(year, after);
    };
    let same = |c: char| c == separator;
    if separator == '.'
        && let Some(reading) = year_dot_words(year, after).or_else(|| year_dot_numbers(year, after))
    {
        return Some(reading);
    }
    if let Some((month, after)) = after.word().and_then(|(word, after)| Some((names::month(&word)?, after))) {
        let (day, end) = after.eat(same)?.1.small()?;
        return end.ends().then(|| Reading::new(full(year, month, day), end));
    }
    let (month, end) = after.small()?;
    if let Some((day, end)) = end.eat(same).and_then(|(_, after)| after.small()) {
        let ends = end.ends_number() || end.peek() == Some('T');
        return ends.then(|| Reading::new(full(year, month, day), end));
    }
    // `2011-14` is a range of years and `2024.06` a version.
    let written_out = end.at() - after.at() == 2 && separator != '.' && end.ends_number();
    (written_out && (1..=12).contains(&month)).then(|| Reading::new(PartialDate::from_month(year, month), end))
}

/// What follows `2024` where a word names it a year: `m. birželio 29 d.`, `. gada 29. jūnijā`, `. gada jūnijā`.
fn year_named(year: i16, after: Cursor<'_>) -> Option<Reading<'_>> {
    let (word, after) = after.skip('.').gap().word()?;
    let behind = names::behind_day(&word)?;
    let start = after.skip('.').gap();
    if let Some((month, after)) = month_word(start) {
        let Some((days, after)) = days(after.gap()) else {
            let alone = behind.contains(&"") && after.ends();
            return alone.then(|| Reading::new(PartialDate::from_month(year, month), after));
        };
        let (word, end) = after.gap().word()?;
        return behind.contains(&&*word).then(|| Reading::new(date(year, month, days), end));
    }
    let (days, after) = days(start).filter(|_| behind.contains(&""))?;
    let (month, end) = month_word(after.skip('.').gap())?;
    Some(Reading::new(date(year, month, days), end))
}

/// What follows `2024.` in Hungarian: `június 29.`
fn year_dot_words(year: i16, after: Cursor<'_>) -> Option<Reading<'_>> {
    let word = after.gap();
    // In other languages another sentence begins.
    if word.at() == after.at() || !word.peek()?.is_lowercase() {
        return None;
    }
    let (month, end) = month_word(word)?;
    let (days, end) = days(end.gap())?;
    end.ends().then(|| Reading::new(date(year, month, days), end))
}

/// What follows `2024.` in Korean: ` 6. 29.`, ` 6. 29)`.
fn year_dot_numbers(year: i16, after: Cursor<'_>) -> Option<Reading<'_>> {
    let word = after.gap();
    if word.at() == after.at() {
        return None;
    }
    let (month, after) = word.small().filter(|(month, _)| (1..=12).contains(month))?;
    let behind = after.eat(|c| c == '.')?.1;
    let (day, end) = Some(behind.gap()).filter(|next| next.at() > behind.at())?.small()?;
    // `2019. 4. 12–18` is a year, an issue and its pages.
    let closed = end.peek().is_none_or(|c| matches!(c, '.' | ')' | ']' | ',' | ';' | '」' | '）'));
    let korean = || end.gap().peek().is_some_and(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c));
    ((1..=31).contains(&day) && (closed || korean())).then(|| Reading::new(full(year, month, day), end.skip('.')))
}

fn year_then_words(year: i16, after: Cursor<'_>) -> Option<Reading<'_>> {
    // The disambiguating letter of an author-date style: `2024a, June 29`.
    let after = after.eat(is_suffix).map(|(_, end)| end).filter(|end| end.ends()).unwrap_or(after);
    let comma = after.skip(',');
    if comma.at() > after.at()
        && let Some(reading) = day_and_word(year, comma.gap())
    {
        return Some(reading);
    }
    let (month, end) = month_word(comma.gap())?;
    if let Some((days, end)) = days(end.gap())
        && end.ends()
    {
        return Some(Reading::new(date(year, month, days), end));
    }
    // Without the comma, `2024 may` is a year and a verb; `2009 Jan [` and `2009 Jan;` are dates of Vancouver.
    let capital = comma.gap().peek().is_some_and(char::is_uppercase);
    let marked = end.skip('.').gap().peek().is_none_or(|c| matches!(c, '[' | ']' | ';' | ')'));
    (end.ends() && (comma.at() > after.at() || capital && marked))
        .then(|| Reading::new(PartialDate::from_month(year, month), end))
}

/// What follows `2024,` where the day comes first: `29 de junio`, `29 juin`.
fn day_and_word(year: i16, start: Cursor<'_>) -> Option<Reading<'_>> {
    let (days, after) = days(start)?;
    let (month, end) = month_word(link(after.skip('.').gap()))?;
    // `In 2024, 29 June 2025` has a year and a date.
    (end.ends() && year_after(end).is_none()).then(|| Reading::new(date(year, month, days), end))
}

/// `令和元年5月1日`, `平成3年`.
fn era(start: Cursor<'_>) -> Option<Reading<'_>> {
    let (name, before) = names::era(start.rest())?;
    let after = start.forward(name.len());
    let (year, after) = match after.eat(|c| c == '元') {
        Some((_, after)) => (1, after),
        None => after.small()?,
    };
    let (_, after) = after.eat(|c| c == '年')?;
    Some(east_asian(before + i16::from(year), after))
}

/// What follows `2024年`: `6月29日`, `6月` or nothing.
fn east_asian(year: i16, after: Cursor<'_>) -> Reading<'_> {
    let part = |from: Cursor<'_>, units: [char; 3]| -> Option<(i8, usize)> {
        let (number, after) = from.gap().small()?;
        let (_, end) = after.gap().eat(|c| units.contains(&c))?;
        Some((number, end.at() - from.at()))
    };
    let Some((month, length)) = part(after, ['月', '月', '월']) else {
        return Reading::new(PartialDate::from_year(year), after);
    };
    let end = after.forward(length);
    match part(end, ['日', '号', '일']) {
        None => Reading::new(PartialDate::from_month(year, month), end),
        Some((day, length)) => Reading::new(full(year, month, day), end.forward(length)),
    }
}

/// Years that are counted from the Buddha's death, as in Thailand, are above this, and ahead by as many.
const BUDDHIST: i16 = 2400;
const BEFORE_CHRIST: i16 = 543;

/// `29 June 2024`, `29. Juni 2024`, `29th of June, 2024`, `29-Jun-2024`, `7 March2015`, `27–29 November 2007`.
fn day_first(start: Cursor<'_>) -> Option<Reading<'_>> {
    let (mut days, after) = days(start)?;
    let after = after.skip('.').gap();
    let after = after.eat(is_hyphen).map_or(after, |(_, end)| end);
    if let Some(reading) = day_of_iran(days, link(after)) {
        return Some(reading);
    }
    let thai = link(after).peek().is_some_and(|c| ('\u{e00}'..='\u{e7f}').contains(&c));
    let (month, mut after) = month_word(link(after))?;
    let mut month = Some(month);
    if let Some(end) = dash(after).and_then(day_of_another_month) {
        (days, month, after) = (Days::Several, None, end);
    }
    let (year, end) = year_after(after)?;
    let year = if thai && year > BUDDHIST { year - BEFORE_CHRIST } else { year };
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
    let (month, after) = month_word(start)?;
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
    // `June 3000` is a count of something.
    (1000..3000).contains(&year).then(|| Reading::new(PartialDate::from_month(year, month), end))
}

/// `29/06/2024`, `29.06.2024`, `29. 6. 2024`, `29-06-2024`, `6/5/14`.
fn numbers<'a>(start: Cursor<'a>, order: DayMonth) -> Option<Reading<'a>> {
    let (first, after) = start.small()?;
    let (separator, after) = after.eat(|c| is_hyphen(c) || matches!(c, '/' | '.'))?;
    let part = |from: Cursor<'a>| if separator == '.' { from.gap() } else { from };
    let (second, after) = part(after).small()?;
    let (_, after) = after.eat(|c| c == separator)?;
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
    if word == "tháng" {
        return after.gap().small().filter(|(month, _)| (1..=12).contains(month));
    }
    Some((names::month(&word)?, after.skip('.')))
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
    let after = start.skip(',').gap();
    let after = after.eat(is_hyphen).map_or(after, |(_, end)| end);
    let after = link(after);
    let counted = names::COUNTED.iter().find(|words| after.rest().starts_with(**words));
    let after = counted.map_or(after, |words| after.forward(words.len()).gap());
    let (year, end) = after.year()?;
    end.ends().then_some((year, end))
}

fn link(start: Cursor<'_>) -> Cursor<'_> {
    let Some((word, end)) = start.word() else { return start };
    // `29 d’abril`
    let elided = if word == "d" { end.eat(|c| matches!(c, '’' | '\'')) } else { None };
    elided.map_or(if names::is_link(&word) { end.gap() } else { start }, |(_, end)| end)
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
