//! Whether the watcher itself is well. An illness is a state of the report, never a finding about a source.

use jiff::Timestamp;

use super::escape::markdown;

/// Why the watcher cannot do its work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Illness {
    /// Nothing answered, and no name could be looked up.
    NoNetwork,
    /// Something of ours failed: the message says what.
    Failure(String),
}

/// An illness, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ill {
    /// The first pass that failed.
    pub(crate) since: Timestamp,
    /// Why.
    pub(crate) illness: Illness,
}

/// What stands at the top of the index while the watcher is ill.
pub(crate) fn banner(ill: &Ill) -> String {
    let since = ill.since.strftime("%Y-%m-%d %H:%M UTC");
    let (why, to_do) = match &ill.illness {
        Illness::NoNetwork => (
            "the network is not there: no name could be looked up and no connection was answered".to_owned(),
            "Look after the network of the machine that citewatch runs on.",
        ),
        Illness::Failure(message) => (markdown(message), "Mend what failed; citewatch tries again by itself."),
    };
    format!(
        "> **The watcher is ill since {since}:** {why}.\n> Nothing was judged since then: what stands below is from \
         before, and says nothing of today. {to_do}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_banner_says_why_since_when_and_what_to_do() {
        let since = "2026-03-01T10:20:30Z".parse().expect("a moment");
        let text = banner(&Ill { since, illness: Illness::NoNetwork });
        assert!(text.contains("since 2026-03-01 10:20 UTC"), "{text}");
        assert!(text.contains("the network is not there"), "{text}");
        let failure = Illness::Failure("failed to open the store a*b*c: disk full".to_owned());
        let text = banner(&Ill { since, illness: failure });
        assert!(text.contains("a\\*b\\*c: disk full"), "{text}");
        assert!(text.lines().all(|line| line.starts_with("> ")), "{text}");
    }
}
