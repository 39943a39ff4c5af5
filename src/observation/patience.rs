//! How long a host asks to be left alone.

use std::time::{Duration, SystemTime};

use jiff::Timestamp;

use super::{Observation, Outcome};

impl Observation {
    /// Until when the host asked to be left alone that answered nothing else (429, 503).
    pub fn asked_to_wait(&self) -> Option<Timestamp> {
        let Outcome::Answered(answer) = &self.outcome else { return None };
        let (_, asked) = answer.headers.iter().find(|(name, _)| name == "retry-after")?;
        let asked = retry_after(asked, self.observed_at).filter(|_| matches!(answer.status, 429 | 503))?;
        Some(self.observed_at.checked_add(asked).unwrap_or(Timestamp::MAX))
    }
}

/// `Retry-After` in seconds, as a date, or (not by the standard, but met) as `1m30s`.
pub(crate) fn retry_after(value: &str, now: Timestamp) -> Option<Duration> {
    let value = value.trim();
    if value.bytes().all(|byte| byte.is_ascii_digit()) {
        // More digits than fit are a long time all the same.
        return (!value.is_empty()).then(|| value.parse().map_or(Duration::MAX, Duration::from_secs));
    }
    if let Ok(date) = httpdate::parse_http_date(value) {
        let since = date.duration_since(SystemTime::UNIX_EPOCH).ok()?;
        let seconds = i64::try_from(since.as_secs()).ok()?.saturating_sub(now.as_second());
        return Some(Duration::from_secs(u64::try_from(seconds).unwrap_or(0)));
    }
    value.parse::<jiff::SignedDuration>().ok().and_then(|asked| Duration::try_from(asked).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_read_in_all_its_forms() {
        let now: Timestamp = "2026-11-23T10:00:00Z".parse().unwrap();
        let check = |value: &str, expected: Option<u64>| {
            assert_eq!(retry_after(value, now), expected.map(Duration::from_secs), "{value}");
        };
        check("120", Some(120));
        check(" 5 ", Some(5));
        check("Mon, 23 Nov 2026 10:00:30 GMT", Some(30));
        check("Mon, 23 Nov 2026 09:59:00 GMT", Some(0));
        check("Monday, 23-Nov-26 10:01:00 GMT", Some(60));
        check("1m30s", Some(90));
        check("-5", None);
        check("18446744073709551615", Some(u64::MAX));
        assert_eq!(retry_after("99999999999999999999999", now), Some(Duration::MAX));
        check("soon", None);
        check("", None);
    }
}
