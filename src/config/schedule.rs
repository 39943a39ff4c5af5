//! When sources are looked at again, and when what seems gone is broken.

use std::str::FromStr;
use std::time::Duration;

use chrono::{DateTime, Utc};
use croner::Cron;
use jiff::Timestamp;

use super::problem::BadValue;

/// From one look to the next where nothing is said: alive pages are re-checked every week by the largest checker that
/// publishes its numbers, `IABot`.
pub(super) const EVERY: Duration = Duration::from_hours(7 * 24);

/// The spread of looks that confirm a death where nothing is said: sites are down for a weekend and come back.
pub(super) const APART: Duration = Duration::from_hours(2 * 24);

/// When sources are looked at again.
#[derive(Debug, Clone, PartialEq)]
pub struct Schedule {
    /// When a source that stands is due.
    pub cadence: Cadence,
    /// When one that seems gone or failing is broken.
    pub confirm: Confirm,
}

/// When a source that stands is due.
#[derive(Debug, Clone, PartialEq)]
pub enum Cadence {
    /// So long after the last look.
    Every(Duration),
    /// At the next of these moments.
    Cron(CronExpression),
}

/// Moments of a cron expression, in UTC.
#[derive(Debug, Clone, PartialEq)]
pub struct CronExpression(Box<Cron>);

/// How often and how long a source must have failed to be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Confirm {
    /// Looks without a good one among them.
    pub looks: usize,
    /// From the first of them to the last.
    pub apart: Duration,
}

impl Cadence {
    /// The first moment after `moment`; a cron expression that has no more moments has none.
    pub fn after(&self, moment: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Every(time) => moment.checked_add(*time).ok(),
            Self::Cron(cron) => cron.after(moment),
        }
    }
}

impl CronExpression {
    fn after(&self, moment: Timestamp) -> Option<Timestamp> {
        let from: DateTime<Utc> = DateTime::from_timestamp(moment.as_second(), 0)?;
        let next = self.0.find_next_occurrence(&from, false).ok()?;
        Timestamp::from_second(next.timestamp()).ok()
    }
}

/// Reads a cron expression of five fields.
pub(super) fn cron(word: &str) -> Result<CronExpression, BadValue> {
    let five = word.split_whitespace().count() == 5;
    let cron = Cron::from_str(word)
        .ok()
        .filter(|_| five)
        .map(|cron| CronExpression(Box::new(cron)))
        .ok_or_else(|| BadValue::new(no_cron(word, five)))?;
    // `0 0 30 2 *` is well formed and never comes.
    if cron.after(Timestamp::UNIX_EPOCH).is_some() {
        Ok(cron)
    } else {
        Err(BadValue::new("names a day that never comes"))
    }
}

fn no_cron(word: &str, five: bool) -> String {
    if five {
        return format!(
            "has a field that is out of its bounds or none at all: minute, hour, day, month and weekday, such as \
             `0 4 * * *`, not `{word}`"
        );
    }
    format!("must have five fields, such as `0 4 * * *`, not `{word}`")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Timestamp {
        text.parse().expect("a moment")
    }

    #[test]
    fn the_next_moment_is_after_the_last_look() {
        let check = |cadence: &Cadence, from: &str, expected: &str| {
            assert_eq!(cadence.after(moment(from)), Some(moment(expected)), "{cadence:?} {from}");
        };
        let daily = Cadence::Cron(cron("0 4 * * *").expect("a cron expression"));
        check(&daily, "2026-11-25T03:59:59.5Z", "2026-11-25T04:00:00Z");
        check(&daily, "2026-11-25T04:00:00Z", "2026-11-26T04:00:00Z");
        check(&daily, "2026-12-31T23:00:00Z", "2027-01-01T04:00:00Z");
        let mondays = Cadence::Cron(cron("30 6 * * MON").expect("a cron expression"));
        check(&mondays, "2026-11-25T12:00:00Z", "2026-11-30T06:30:00Z");
        check(&Cadence::Every(EVERY), "2026-11-25T12:00:00Z", "2026-12-02T12:00:00Z");
        assert_eq!(Cadence::Every(Duration::MAX).after(Timestamp::MAX), None);
    }

    #[test]
    fn what_is_no_cron_expression_of_five_fields_is_refused() {
        for word in ["", "* * * *", "0 0 4 * * *", "61 4 * * *", "0 4 * * XYZ", "0 0 30 2 *", "@daily"] {
            let error = cron(word).expect_err(word);
            let is_five = word.split_whitespace().count() == 5;
            assert_eq!(error.message.contains("must have five fields"), !is_five, "{word}: {}", error.message);
        }
    }
}
