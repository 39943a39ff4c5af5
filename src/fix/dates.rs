//! How a document writes its dates, and a date in the same way.

use jiff::civil::Date;

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
    /// `6/30/2024`, where the number of the day is too high for a month.
    MonthSlash,
    /// `30/06/2024`, where the number of the day is too high for a month.
    DaySlash,
    /// `2024年6月30日`
    Signs,
}

/// The months of a language, and how a day and a month stand together.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Language {
    months: [&'static str; 12],
    /// Behind the day.
    day: &'static str,
    /// Behind the month.
    month: &'static str,
}

const ENGLISH: Language = Language {
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    day: " ",
    month: " ",
};

/// In the order in which a month that several have is taken for one of theirs.
static LANGUAGES: [Language; 8] = [
    ENGLISH,
    Language {
        months: [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        day: ". ",
        month: " ",
    },
    Language {
        months: [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        day: " ",
        month: " ",
    },
    Language {
        months: [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        day: " de ",
        month: " de ",
    },
    Language {
        months: [
            "gennaio",
            "febbraio",
            "marzo",
            "aprile",
            "maggio",
            "giugno",
            "luglio",
            "agosto",
            "settembre",
            "ottobre",
            "novembre",
            "dicembre",
        ],
        day: " ",
        month: " ",
    },
    Language {
        months: [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
        day: " de ",
        month: " de ",
    },
    Language {
        months: [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
        day: " ",
        month: " ",
    },
    Language {
        months: [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        day: " ",
        month: " ",
    },
];

/// English months cut short, with a stop.
static STOPPED: Language = Language {
    months: ["Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sep.", "Oct.", "Nov.", "Dec."],
    day: " ",
    month: " ",
};

/// And without one.
static CUT: Language = Language {
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    day: " ",
    month: " ",
};

/// Dates of a document that are counted.
const MOST: usize = 2_000;

/// How the document writes its days: as it says itself, else as most of them are written, else by numbers.
pub(super) fn of_document(text: &str, document: &Document) -> Style {
    if document.format == Format::Wikitext {
        let lower = text.to_lowercase();
        for (template, style) in
            [("{{use dmy dates", Style::DayFirst(&LANGUAGES[0])), ("{{use mdy dates", Style::MonthFirst(&LANGUAGES[0]))]
        {
            if lower.contains(template) {
                return style;
            }
        }
    }
    let mut counts: Vec<(Style, usize)> = Vec::new();
    for written in days(text).take(MOST) {
        let Some(style) = of(written) else { continue };
        match counts.iter_mut().find(|(known, _)| *known == style) {
            Some((_, count)) => *count += 1,
            None => counts.push((style, 1)),
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
        let day = found.date.is_ok_and(|date| date.day().is_some()) || in_numbers(written).is_some();
        day.then_some(written)
    })
}

/// How one day is written, where that is a way that is written here: none for numbers of which the month is not plain.
pub(super) fn of(written: &str) -> Option<Style> {
    let written = written.trim();
    if written.len() == 10
        && written.bytes().enumerate().all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() })
    {
        return Some(Style::Iso);
    }
    if written.contains('年') && written.ends_with('日') {
        return Some(Style::Signs);
    }
    if let Some(style) = in_numbers(written) {
        return Some(style);
    }
    let words: Vec<&str> = written.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let month = words.iter().position(|word| date::month_named(&word.to_lowercase()).is_some())?;
    let day = words.iter().position(|word| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()))?;
    let cut = cut_short(written, words[month]);
    if day > month {
        return Some(Style::MonthFirst(cut.unwrap_or(&LANGUAGES[0])));
    }
    let dotted = written.contains(&format!("{}.", words[day]));
    let named = |language: &&Language| {
        let full = language.months.iter().any(|name| name.to_lowercase() == words[month].to_lowercase());
        full && dotted == language.day.starts_with('.') && (language.day == " de ") == words.contains(&"de")
    };
    let language =
        LANGUAGES.iter().find(named).or_else(|| LANGUAGES.iter().find(|own| dotted == own.day.starts_with('.')));
    // `5 Mar` is short in several languages, and whole in none of them.
    let whole = LANGUAGES.iter().any(|language| named(&language));
    cut.filter(|_| !whole && !dotted).or(language).map(Style::DayFirst)
}

/// The English months cut short as this one is; May, which is never cut, tells nothing.
fn cut_short(written: &str, month: &str) -> Option<&'static Language> {
    let known = CUT.months.iter().any(|name| *name == month && *name != "May");
    let stopped = written.contains(&format!("{month}."));
    known.then_some(if stopped { &STOPPED } else { &CUT })
}

/// How a day in numbers alone is written, the year last: none where the month is not plain.
fn in_numbers(written: &str) -> Option<Style> {
    let dotted = written.contains('.');
    let parts: Vec<&str> = written.split(if dotted { '.' } else { '/' }).collect();
    let &[first, second, year] = parts.as_slice() else { return None };
    let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u8>().ok()).flatten();
    let (first_number, second_number) = (number(first)?, number(second)?);
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match (dotted, first_number > 12, second_number > 12) {
        (true, _, false) if first.len() == 2 && second.len() == 2 => Some(Style::Dotted),
        (false, false, true) => Some(Style::MonthSlash),
        (false, true, false) if second.len() == 2 => Some(Style::DaySlash),
        _ => None,
    }
}

impl Style {
    /// The day, written so.
    pub(super) fn write(self, day: Date) -> String {
        let month = |language: &Language| language.months[usize::from(day.month().unsigned_abs()) - 1];
        match self {
            Self::MonthSlash | Self::DaySlash if day.day() <= 12 => day.to_string(),
            Self::Iso => day.to_string(),
            Self::Dotted => day.strftime("%d.%m.%Y").to_string(),
            Self::MonthSlash => format!("{}/{}/{}", day.month(), day.day(), day.year()),
            Self::DaySlash => day.strftime("%d/%m/%Y").to_string(),
            Self::Signs => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
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
        check("6/14/2019", "6/30/2024");
        check("14/06/2019", "30/06/2024");
        let early = Date::constant(2024, 6, 7);
        assert_eq!(of("6/14/2019").map(|style| style.write(early)).as_deref(), Some("2024-06-07"));
        for written in ["06/07/2024", "2020", "May 2020", "6/5/14"] {
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
        check("2019年6月4日閲覧。", Format::Plain, "2024年6月30日");
        check("Дата обращения: 4 июня 2019.", Format::Plain, "30 июня 2024");
        check("Accessed Jun. 4, 2019.", Format::Plain, "Jun. 30, 2024");
        check("Accessed 6/14/2019.", Format::Plain, "6/30/2024");
        check("On 06/07/2020, and in 2021.", Format::Plain, "2024-06-30");
        check("{{Use dmy dates|date=May 2020}} May 1, 2020", Format::Wikitext, "30 June 2024");
        check("{{use mdy dates}} 1 May 2020", Format::Wikitext, "June 30, 2024");
    }
}
