//! Dates as documents write them: a year, perhaps a month, perhaps a day, never more than was written.

mod cursor;
mod jalali;
mod months;
mod names;
pub(crate) mod native;
mod read;

pub(crate) use names::month as month_named;
pub use read::{DateRead, DayMonth, majority, read};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

/// A date that may lack its day, or its month and day. Always a date that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// Why something is not a [`PartialDate`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateProblem {
    /// 30 February, month 13, the year 0.
    #[error("no such date")]
    Impossible,
    /// Not written as `2024`, `2024-06` or `2024-06-29`.
    #[error("not a date of the form 2024, 2024-06 or 2024-06-29")]
    Form,
}

impl PartialDate {
    /// A year from 1000 to 9998, alone.
    pub fn from_year(year: i16) -> Result<Self, DateProblem> {
        if (1000..=9998).contains(&year) {
            Ok(Self { year, month: None, day: None })
        } else {
            Err(DateProblem::Impossible)
        }
    }

    /// A year and a month.
    pub fn from_month(year: i16, month: i8) -> Result<Self, DateProblem> {
        let date = Self::from_year(year)?;
        if (1..=12).contains(&month) { Ok(Self { month: Some(month), ..date }) } else { Err(DateProblem::Impossible) }
    }

    /// A day that exists.
    pub fn from_day(year: i16, month: i8, day: i8) -> Result<Self, DateProblem> {
        let date = Self::from_month(year, month)?;
        Date::new(year, month, day).map_err(|_| DateProblem::Impossible)?;
        Ok(Self { day: Some(day), ..date })
    }

    /// Reads `2024`, `2024-06` or `2024-06-29`, nothing else.
    pub fn parse_iso(text: &str) -> Result<Self, DateProblem> {
        let number = |part: &str, digits: usize| -> Result<i16, DateProblem> {
            if part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()) {
                part.parse().map_err(|_| DateProblem::Form)
            } else {
                Err(DateProblem::Form)
            }
        };
        let small = |part: &str| number(part, 2).and_then(|n| i8::try_from(n).map_err(|_| DateProblem::Form));
        match text.split('-').collect::<Vec<_>>()[..] {
            [year] => Self::from_year(number(year, 4)?),
            [year, month] => Self::from_month(number(year, 4)?, small(month)?),
            [year, month, day] => Self::from_day(number(year, 4)?, small(month)?, small(day)?),
            _ => Err(DateProblem::Form),
        }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where it was written.
    pub fn month(self) -> Option<i8> {
        self.month
    }

    /// The day of the month, where it was written.
    pub fn day(self) -> Option<i8> {
        self.day
    }

    /// The first day that it can mean.
    #[expect(clippy::missing_panics_doc, reason = "the date was checked when it was made")]
    pub fn first_day(self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).expect("checked when it was made")
    }

    /// The last day that it can mean.
    pub fn last_day(self) -> Date {
        match (self.month, self.day) {
            (_, Some(_)) => self.first_day(),
            (Some(_), None) => self.first_day().last_of_month(),
            (None, None) => self.first_day().last_of_year(),
        }
    }

    /// The first second of the first day that it can mean, UTC.
    #[expect(clippy::missing_panics_doc, reason = "the date was checked when it was made")]
    pub fn start(self) -> Timestamp {
        TimeZone::UTC.to_timestamp(self.first_day().into()).expect("UTC has no gaps")
    }

    /// The last second of the last day that it can mean, UTC: captures up to then were there to be read.
    #[expect(clippy::missing_panics_doc, reason = "the date was checked when it was made")]
    pub fn end(self) -> Timestamp {
        let next = self.last_day().tomorrow().expect("years end at 9998");
        let midnight = TimeZone::UTC.to_timestamp(next.into()).expect("UTC has no gaps");
        midnight - 1.second()
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for PartialDate {
    type Error = DateProblem;

    fn try_from(text: String) -> Result<Self, DateProblem> {
        Self::parse_iso(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_never_says_more_than_was_written() {
        for text in ["2024", "2024-06", "2024-06-29"] {
            assert_eq!(PartialDate::parse_iso(text).map(|date| date.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "24", "2024-6", "2024-06-31", "2019-02-29", "2024-13", "0000", "2024-06-29-1", "+024"] {
            assert!(PartialDate::parse_iso(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_partial_date_is_the_range_it_can_mean() {
        let june = PartialDate::parse_iso("2024-06").unwrap();
        assert_eq!(
            (june.first_day().to_string(), june.last_day().to_string()),
            ("2024-06-01".into(), "2024-06-30".into())
        );
        assert_eq!(june.end().to_string(), "2024-06-30T23:59:59Z");
        assert_eq!(PartialDate::parse_iso("2024").unwrap().end().to_string(), "2024-12-31T23:59:59Z");
    }
}
