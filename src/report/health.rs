//! Whether the watcher itself is well. An illness is a state of the report, never a finding about a source.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::escape::markdown;

/// How the banner begins, and how it writes when.
const BANNER: &str = "> **The watcher is ill since ";
const MINUTE: &str = "%Y-%m-%d %H:%M UTC";

/// Why the watcher cannot do its work, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Illness {
    /// Nothing answered, and no name could be looked up.
    NoNetwork,
    /// Every host that was asked was answered for by this address.
    CaptivePortal(String),
    /// No host that was asked took a connection.
    NoWayOut,
    /// Something of ours failed: the message says what.
    Failure(String),
    /// This archive wants no more requests, so that nothing is known of its captures.
    ArchiveRefuses(String),
    /// This archive fails, or is too slow to be waited for: its name, and which.
    ArchiveFails(String, String),
    /// The name of this archive leads nowhere, so that nothing is known of its captures.
    ArchiveNotFound(String),
    /// The configuration was changed and cannot be read; the one from before holds. The message says what is wrong.
    BadConfiguration(String),
    /// A document cannot be read, so that nothing that it cites is looked at. The message says which and why.
    UnreadDocument(String),
}

/// An illness, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ill {
    /// The first pass that failed.
    pub(crate) since: Timestamp,
    /// Why.
    pub(crate) illness: Illness,
}

impl Illness {
    /// Its stable name.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::NoNetwork => "no-network",
            Self::CaptivePortal(_) => "captive-portal",
            Self::NoWayOut => "no-way-out",
            Self::Failure(_) => "failure",
            Self::ArchiveRefuses(_) => "archive-refuses",
            Self::ArchiveFails(..) => "archive-fails",
            Self::ArchiveNotFound(_) => "archive-not-found",
            Self::BadConfiguration(_) => "bad-configuration",
            Self::UnreadDocument(_) => "unread-document",
        }
    }

    /// What is wrong, in plain text; may hold words from outside.
    pub(crate) fn message(&self) -> String {
        match self {
            Self::NoNetwork => {
                "the network is not there: no name could be looked up and no connection was answered".to_owned()
            }
            Self::CaptivePortal(from) => format!(
                "the network does not lead to the web: whatever host is asked, one and the same page answers ({from}), as \
                 where a network wants a login first"
            ),
            Self::NoWayOut => {
                "names could be looked up, and no host that was asked took a connection, as behind a closed \
                               firewall or a proxy that fails: what failed so counts for no source"
                    .to_owned()
            }
            Self::Failure(message) => message.clone(),
            Self::ArchiveRefuses(archive) => {
                format!("the archive {archive} refuses us: whether it has captures of what was asked for is unknown")
            }
            Self::ArchiveFails(archive, why) => {
                format!("the archive {archive} {why}: whether it has captures of what was asked for is unknown")
            }
            Self::ArchiveNotFound(archive) => format!(
                "the archive {archive} is not found, since its name cannot be looked up here: whether it has captures of \
                 what was asked for is unknown"
            ),
            Self::BadConfiguration(message) => {
                format!("the configuration cannot be read, so the one before holds: {message}")
            }
            Self::UnreadDocument(message) => format!("{message}; what it cites is not looked at"),
        }
    }

    fn to_do(&self) -> &'static str {
        match self {
            Self::NoNetwork => "Look after the network of the machine that citewatch runs on.",
            Self::CaptivePortal(_) => {
                "Open a browser there and log in, or pay the bill; citewatch tries again by itself."
            }
            Self::NoWayOut => "Look after the way from this machine to the web; citewatch tries again by itself.",
            Self::Failure(_) => "Mend what failed; citewatch tries again by itself.",
            Self::ArchiveRefuses(_) => {
                "Nothing follows from it for any source. Ask less of it, or wait: it is asked again in a later run."
            }
            Self::ArchiveFails(..) => {
                "Nothing follows from it for any source. It is asked again in a later run; where it goes on like that, leave \
                 it out of `lookup` in `[archive]`."
            }
            Self::ArchiveNotFound(_) => {
                "Nothing follows from it for any source. Look after its name and the name servers; where it cannot be \
                 reached at all, leave it out of `lookup` in `[archive]`."
            }
            Self::BadConfiguration(_) => "Mend the file; it is read again when it changes.",
            Self::UnreadDocument(_) => "Mend the document, or take it out of those that are watched.",
        }
    }
}

/// What stands at the top of the index while no pass comes to its end.
pub(crate) fn banner(ill: &Ill) -> String {
    let since = ill.since.strftime(MINUTE);
    format!(
        "{BANNER}{since}:** {}.\n> Nothing was judged since then: what stands below is from \
         before, and says nothing of today. {}\n",
        markdown(&ill.illness.message()),
        ill.illness.to_do()
    )
}

/// An index without its banner, and since when that says the watcher is ill.
pub(crate) fn below_banner(index: &str) -> (Option<Timestamp>, &str) {
    let Some(said) = index.strip_prefix(BANNER) else { return (None, index) };
    let (banner, below) = said.split_once("\n\n").unwrap_or((said, ""));
    let since = banner.split_once(":**").and_then(|(since, _)| DateTime::strptime(MINUTE, since).ok());
    (since.and_then(|since| TimeZone::UTC.to_timestamp(since).ok()), below)
}

/// What stands in the index of a pass that came to its end with an illness.
pub(crate) fn note(illness: &Illness) -> String {
    format!("> **The watcher is ill:** {}. {}\n", markdown(&illness.message()), illness.to_do())
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

    #[test]
    fn an_archive_that_is_not_found_is_told_as_that() {
        let text = note(&Illness::ArchiveNotFound("a*b".to_owned()));
        assert!(text.contains("the archive a\\*b is not found") && !text.contains("refuses"), "{text}");
    }

    #[test]
    fn an_illness_of_a_pass_is_one_quoted_line() {
        let text = note(&Illness::BadConfiguration("sources.toml:1: a*b\nsecond line".to_owned()));
        assert!(text.starts_with("> **The watcher is ill:** ") && text.contains("a\\*b second line"), "{text}");
        assert_eq!(text.lines().count(), 1);
    }

    #[test]
    fn a_banner_is_told_from_what_stands_below_it() {
        let since: Timestamp = "2026-03-04T05:06:00Z".parse().unwrap();
        let ill = Ill { since, illness: Illness::NoNetwork };
        let index = format!("{}\n# Sources\n\nAll is well.\n", banner(&ill));
        assert_eq!(below_banner(&index), (Some(since), "# Sources\n\nAll is well.\n"));
        assert_eq!(below_banner("# Sources\n"), (None, "# Sources\n"));
        assert_eq!(below_banner(&banner(&ill)).0, Some(since));
    }
}
