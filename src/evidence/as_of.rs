//! The time for which recorded files answer: a moment, or a day, month or year as somebody wrote it.

use jiff::Timestamp;

/// From its first moment to its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AsOf {
    first: Timestamp,
    last: Timestamp,
}

impl AsOf {
    pub(crate) fn within(first: Timestamp, last: Timestamp) -> Self {
        Self { first, last }
    }

    /// Its last moment.
    pub(crate) fn last(self) -> Timestamp {
        self.last
    }

    /// Milliseconds between `at` and the nearest moment of it: none within.
    pub(crate) fn distance(self, at: Timestamp) -> i128 {
        at.duration_since(at.clamp(self.first, self.last)).abs().as_millis()
    }
}

impl From<Timestamp> for AsOf {
    fn from(moment: Timestamp) -> Self {
        Self { first: moment, last: moment }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_as_near_as_its_nearest_moment() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let day = AsOf::within(at("2026-02-02T00:00:00Z"), at("2026-02-02T23:59:59Z"));
        for (moment, expected) in [
            ("2026-02-02T00:00:00Z", 0),
            ("2026-02-02T09:00:00Z", 0),
            ("2026-02-02T23:59:59Z", 0),
            ("2026-02-03T00:00:00Z", 1000),
            ("2026-02-01T23:00:00Z", 3_600_000),
        ] {
            assert_eq!(day.distance(at(moment)), expected, "{moment}");
        }
        assert_eq!(AsOf::from(at("2026-02-02T09:00:00Z")).distance(at("2026-02-02T09:00:01Z")), 1000);
    }
}
