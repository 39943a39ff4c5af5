//! How a document writes its dates, and a date in the same way.

use jiff::civil::Date;

use super::languages::{self, CUT, ENGLISH, Language, STOPPED};
use crate::date::{self, DayMonth};
use crate::document::{Document, Format};

/// A way to write a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `2024-06-30`
    Iso,
    /// `June 30, 2024`
    MonthFirst(&'static Language),
    /// `30 June 2024`, in the way of the language.
    DayFirst(&'static Language),
    /// `30.06.2024`, which is the day first wherever it is written.
    Dotted,
    /// `30.6.2024`
    ShortDotted,
    /// `30. 6. 2024`
    SpacedDotted,
    /// `6/30/2024`, where the number of the day is too high for a month.
    MonthSlash,
    /// `30/06/2024`, where the number of the day is too high for a month.
    DaySlash,
    /// `30/6/2024`, where the number of the day is too high for a month.
    ShortDaySlash,
    /// `2024年6月30日`
    Signs,
    /// `2024년 6월 30일`
    Korean,
}

/// Dates of a document that are counted.
const MOST: usize = 2_000;

/// How the document writes its days: as it says itself, else as most of them are written, else by numbers.
pub(super) fn of_document(text: &str, document: &Document) -> Style {
    if document.format == Format::Wikitext {
        let lower = text.to_lowercase();
        for (template, style) in
            [("{{use dmy dates", Style::DayFirst(&ENGLISH)), ("{{use mdy dates", Style::MonthFirst(&ENGLISH))]
        {
            if lower.contains(template) {
                return style;
            }
        }
    }
    let mut counts: Vec<(Style, usize)> = Vec::new();
    for written in days(text).take(MOST) {
        for style in all(written) {
            match counts.iter_mut().find(|(known, _)| *known == style) {
                Some((_, count)) => *count += 1,
                None => counts.push((style, 1)),
            }
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
    counts.into_iter().find(|(_, count)| *count == most).map_or(Style::Iso, |(style, _)| style)
}

/// Every day of a text, as written.
fn days(text: &str) -> impl Iterator<Item = &str> {
    let (mut next, mut before) = (0, ' ');
    text.char_indices().filter_map(move |(at, c)| {
        let starts = at >= next && c.is_alphanumeric() && !before.is_alphanumeric();
        before = c;
        let found = starts.then(|| date::read(&text[at..], DayMonth::Unknown)).flatten()?;
        next = at + found.range.end;
        let written = &text[at + found.range.start..at + found.range.end];
        // `04.06.2019` is plain to a reader of such a document, though not to one who knows only the numbers.
        let day = found.date.is_ok_and(|date| date.day().is_some()) || !in_numbers(written).is_empty();
        day.then_some(written)
    })
}

/// How one day is written, where that is a way that is written here: none for numbers of which the month is not plain.
pub(super) fn of(written: &str) -> Option<Style> {
    all(written).into_iter().next()
}

/// The same, each way where the month is one of several languages.
fn all(written: &str) -> Vec<Style> {
    let written = written.trim();
    if written.len() == 10
        && written.bytes().enumerate().all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() })
    {
        return vec![Style::Iso];
    }
    if written.contains('年') && written.ends_with('日') {
        return vec![Style::Signs];
    }
    if written.contains('년') && written.ends_with('일') {
        return vec![Style::Korean];
    }
    let numbers = in_numbers(written);
    if numbers.is_empty() { in_words(written) } else { numbers }
}

/// The ways in which a day is written whose month is a word; where the year stands first it is none of these.
fn in_words(written: &str) -> Vec<Style> {
    let words: Vec<&str> = written.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let Some(month) = words.iter().position(|word| date::month_named(&word.to_lowercase()).is_some()) else {
        return Vec::new();
    };
    let Some(day) = words.iter().position(|word| is_day(word)) else { return Vec::new() };
    let is_year = |word: &&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    if words.iter().position(is_year).is_none_or(|year| year < month.max(day)) {
        return Vec::new();
    }
    let cut = cut_short(written, words[month]);
    let named = |dotted: bool, of: bool| languages::with_month(words[month], dotted, of);
    if day > month {
        let first = [false, true].into_iter().find_map(|of| named(false, of).first().copied());
        return cut.or(first).map(Style::MonthFirst).into_iter().collect();
    }
    let dotted = written.contains(&format!("{}.", words[day]));
    // `5 Mar` is short in several languages, and whole in none of them.
    match cut.filter(|_| !dotted && !languages::is_whole(words[month])) {
        Some(cut) => vec![Style::DayFirst(cut)],
        None => named(dotted, words.contains(&"de")).into_iter().map(Style::DayFirst).collect(),
    }
}

/// `29`, `29th`
fn is_day(word: &str) -> bool {
    const ENDINGS: &[&str] = &["", "st", "nd", "rd", "th", "er", "º"];
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    matches!(digits, 1 | 2) && ENDINGS.contains(&&word[digits..])
}

/// The English months cut short as this one is; May, which is never cut, tells nothing.
fn cut_short(written: &str, month: &str) -> Option<&'static Language> {
    let known = CUT.names().any(|name| name == month && name != "May");
    let stopped = written.contains(&format!("{month}."));
    known.then_some(if stopped { &STOPPED } else { &CUT })
}

/// The ways in which a day in numbers alone is written, the year last: none where the month is not plain.
fn in_numbers(written: &str) -> Vec<Style> {
    numbers(written).unwrap_or_default()
}

fn numbers(written: &str) -> Option<Vec<Style>> {
    let dotted = written.contains('.');
    let spaced = written.contains(". ");
    let between = match (dotted, spaced) {
        (true, true) => ". ",
        (true, false) => ".",
        (false, _) => "/",
    };
    let parts: Vec<&str> = written.split(between).collect();
    let &[first, second, year] = parts.as_slice() else { return None };
    let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u8>().ok()).flatten();
    let (first_number, second_number) = (number(first)?, number(second)?);
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match (dotted, first_number > 12, second_number > 12) {
        (true, ..) if first_number > 31 || second_number > 12 => None,
        (true, ..) if spaced => Some(vec![Style::SpacedDotted]),
        (true, ..) if first.starts_with('0') || second.starts_with('0') => Some(vec![Style::Dotted]),
        (true, ..) if first.len() == 1 || second.len() == 1 => Some(vec![Style::ShortDotted]),
        (true, ..) => Some(vec![Style::Dotted, Style::ShortDotted]),
        (false, false, true) => Some(vec![Style::MonthSlash]),
        (false, true, false) if second.len() == 1 => Some(vec![Style::ShortDaySlash]),
        (false, true, false) => Some(vec![Style::DaySlash]),
        _ => None,
    }
}

impl Style {
    /// How `written` is written, in this language where it can be.
    pub(super) fn as_in(self, written: &str) -> Option<Self> {
        let all = all(written);
        if all.contains(&self) { Some(self) } else { all.first().copied() }
    }

    /// The day, written so.
    pub(super) fn write(self, day: Date) -> String {
        let month = |language: &Language| language.name(day.month());
        match self {
            Self::MonthSlash | Self::DaySlash | Self::ShortDaySlash if day.day() <= 12 => day.to_string(),
            Self::Iso => day.to_string(),
            Self::Dotted => day.strftime("%d.%m.%Y").to_string(),
            Self::ShortDotted => day.strftime("%-d.%-m.%Y").to_string(),
            Self::SpacedDotted => day.strftime("%-d. %-m. %Y").to_string(),
            Self::ShortDaySlash => day.strftime("%-d/%-m/%Y").to_string(),
            Self::MonthSlash => format!("{}/{}/{}", day.month(), day.day(), day.year()),
            Self::DaySlash => day.strftime("%d/%m/%Y").to_string(),
            Self::Signs => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
            Self::Korean => format!("{}년 {}월 {}일", day.year(), day.month(), day.day()),
            Self::MonthFirst(language) => format!("{} {}, {}", month(language), day.day(), day.year()),
            Self::DayFirst(language) => {
                format!("{}{}{}{}{}", day.day(), language.day, month(language), language.month, day.year())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Limits, parse};

    #[test]
    fn a_day_is_written_as_another_is() {
        let check = |written: &str, expected: &str| {
            let day = Date::constant(2024, 6, 30);
            assert_eq!(of(written).map(|style| style.write(day)).as_deref(), Some(expected), "{written}");
        };
        check("2020-01-31", "2024-06-30");
        check("June 29, 2024", "June 30, 2024");
        check("Sept. 5, 2019", "June 30, 2024");
        check("29 June 2024", "30 June 2024");
        check("5 Sept 2019", "30 June 2024");
        check("1. Mai 2020", "30. Juni 2024");
        check("1 mai 2020", "30 juin 2024");
        check("1 de mayo de 2020", "30 de junio de 2024");
        check("1 de maio de 2020", "30 de junho de 2024");
        check("1 juni 2020", "30 juni 2024");
        check("1 giugno 2020", "30 giugno 2024");
        check("4 июня 2019", "30 июня 2024");
        check("2019年6月4日", "2024年6月30日");
        check("Jun. 4, 2019", "Jun. 30, 2024");
        check("Jun 4, 2019", "Jun 30, 2024");
        check("4 Jun 2019", "30 Jun 2024");
        check("04.06.2019", "30.06.2024");
        check("4.6.2019", "30.6.2024");
        check("14.6.2019", "30.6.2024");
        check("4.12.2019", "30.6.2024");
        check("14.12.2019", "30.06.2024");
        check("4. 6. 2019", "30. 6. 2024");
        check("14/6/2019", "30/6/2024");
        check("6/14/2019", "6/30/2024");
        check("14/06/2019", "30/06/2024");
        check("June 29th, 2024", "June 30, 2024");
        check("mayo 3, 2020", "junio 30, 2024");
        check("3 maj 2020", "30 juni 2024");
        check("3. mai 2020", "30. juni 2024");
        check("3. maj 2020", "30. juni 2024");
        check("3 maja 2020", "30 czerwca 2024");
        check("3. května 2020", "30. června 2024");
        check("3 Mayıs 2020", "30 Haziran 2024");
        check("3. toukokuuta 2020", "30. kesäkuuta 2024");
        check("3 травня 2020", "30 червня 2024");
        check("3 dec 2020", "30 juni 2024");
        check("2020년 5월 3일", "2024년 6월 30일");
        let early = Date::constant(2024, 6, 7);
        assert_eq!(of("6/14/2019").map(|style| style.write(early)).as_deref(), Some("2024-06-07"));
        assert_eq!(of("14/6/2019").map(|style| style.write(early)).as_deref(), Some("2024-06-07"));
        assert_eq!(of("4.6.2019").map(|style| style.write(early)).as_deref(), Some("7.6.2024"));
        for written in [
            "14.13.2019",
            "32.1.2019",
            "4.6.19",
            "06/07/2024",
            "2020",
            "May 2020",
            "6/5/14",
            "2020. május 3.",
            "2024 m. birželio 29 d.",
            "3 maiatza 2020",
        ] {
            assert_eq!(of(written), None, "{written}");
        }
    }

    #[test]
    fn a_document_writes_days_as_most_of_its_days_are_written() {
        let check = |text: &str, format: Format, expected: &str| {
            let document = parse(text, format, Limits::default());
            assert_eq!(of_document(text, &document).write(Date::constant(2024, 6, 30)), expected, "{text}");
        };
        check("May 1, 2020 and 3 May 2020 and June 4, 2021", Format::Plain, "June 30, 2024");
        check("Abgerufen am 04.06.2019.", Format::Plain, "30.06.2024");
        check("Abgerufen am 4.6.2019.", Format::Plain, "30.6.2024");
        check("Abgerufen am 14.12.2019. Erschienen am 4.6.2018.", Format::Plain, "30.6.2024");
        check("Abgerufen am 14.12.2019. Erschienen am 04.06.2018.", Format::Plain, "30.06.2024");
        check("2019年6月4日閲覧。", Format::Plain, "2024年6月30日");
        check("Дата обращения: 4 июня 2019.", Format::Plain, "30 июня 2024");
        check("Accessed Jun. 4, 2019.", Format::Plain, "Jun. 30, 2024");
        check("Accessed 6/14/2019.", Format::Plain, "6/30/2024");
        check("On 06/07/2020, and in 2021.", Format::Plain, "2024-06-30");
        // A month of several languages is one of that which the others tell.
        check("Läst 3 april 2020. Hämtad 5 augusti 2021.", Format::Plain, "30 juni 2024");
        check("Gelezen 3 april 2020. Opgehaald 5 augustus 2021.", Format::Plain, "30 juni 2024");
        check("Megtekintve 2020. május 3.", Format::Plain, "2024-06-30");
        check("{{Use dmy dates|date=May 2020}} May 1, 2020", Format::Wikitext, "30 June 2024");
        check("{{use mdy dates}} 1 May 2020", Format::Wikitext, "June 30, 2024");
    }
}
