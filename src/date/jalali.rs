//! Dates of the calendar of Iran, whose year begins with the spring: `۸ تیر ۱۴۰۳`.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::{DateProblem, PartialDate};

const MONTHS: [&str; 12] =
    ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

/// Years in which sources of the web are dated, and for which leap years come in turns of 33.
const YEARS: std::ops::Range<i16> = 1343..1473;

/// The month that `word` names: 1 to 12. Some writers have the letters of Arabic.
pub(super) fn month(word: &str) -> Option<i8> {
    let word = word.replace('ي', "ی").replace('ك', "ک");
    (1..).zip(MONTHS).find(|(_, name)| *name == word).map(|(number, _)| number)
}

/// Whether a year can be one of this calendar; as one of the other it would be of the Middle Ages.
pub(super) fn is_year(year: i16) -> bool {
    YEARS.contains(&year)
}

/// The day in the calendar of the rest of the world.
pub(super) fn day(year: i16, month: i8, day: i8) -> Result<PartialDate, DateProblem> {
    let (first, next) = (new_year(year), new_year(year + 1));
    let before = if month <= 7 { 31 * (i32::from(month) - 1) } else { 186 + 30 * (i32::from(month) - 7) };
    let length = match month {
        1..=6 => 31,
        7..=11 => 30,
        12 => i32::from(first.until(next).map_or(365, |span| span.get_days()) == 366) + 29,
        _ => return Err(DateProblem::Impossible),
    };
    if !is_year(year) || !(1..=length).contains(&i32::from(day)) {
        return Err(DateProblem::Impossible);
    }
    let day = first.checked_add((before + i32::from(day) - 1).days()).map_err(|_| DateProblem::Impossible)?;
    PartialDate::from_day(day.year(), day.month(), day.day())
}

/// The first day of a year: eight of 33 are leap years.
fn new_year(year: i16) -> Date {
    // Of the turn that began in 1309, these years are longer by a day.
    const LEAP: [i16; 8] = [0, 4, 8, 12, 16, 20, 24, 28];
    const TURN: i32 = 33 * 365 + 8;
    let since = year - 1309;
    let (turns, rest) = (since.div_euclid(33), since.rem_euclid(33));
    let leaps = LEAP.iter().filter(|own| **own < rest).count();
    let days = i32::from(turns) * TURN + i32::from(rest) * 365 + i32::try_from(leaps).unwrap_or(0);
    date(1930, 3, 21).checked_add(days.days()).unwrap_or(date(1930, 3, 21))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_other_calendar() {
        let check = |(year, month, own): (i16, i8, i8), expected: &str| {
            let found = day(year, month, own).map_or_else(|why| why.to_string(), |date| date.to_string());
            assert_eq!(found, expected, "{year}-{month}-{own}");
        };
        check((1403, 4, 8), "2024-06-28");
        check((1403, 1, 1), "2024-03-20");
        check((1403, 12, 30), "2025-03-20");
        check((1404, 1, 1), "2025-03-21");
        check((1400, 1, 1), "2021-03-21");
        check((1399, 12, 30), "2021-03-20");
        check((1399, 1, 1), "2020-03-20");
        check((1398, 1, 1), "2019-03-21");
        check((1402, 2, 13), "2023-05-03");
        check((1357, 11, 22), "1979-02-11");
        check((1375, 7, 1), "1996-09-22");
        check((1402, 12, 30), "no such date");
        check((1402, 7, 31), "no such date");
        check((1402, 13, 1), "no such date");
        check((1250, 1, 1), "no such date");
    }
}
