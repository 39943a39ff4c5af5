//! The words of the contract for each opinion, and how messages write names, dates and excerpts.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Availability, ReadFrom, Reason, TitleVerdict, Unreadable, Verdict};

macro_rules! words {
    ($($type:ident { $($variant:ident $word:literal)* })*) => {$(
        impl $type {
            /// Every value, in the order of the contract.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word of the contract.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    )*};
}

words! {
    Availability {
        Live "live" Moved "moved" Gone "gone" Failing "failing" Withheld "withheld" Skipped "skipped" Unseen "unseen"
    }
    Reason {
        PermanentRedirect "permanent-redirect" HttpsUpgrade "https-upgrade"
        NotFound "not-found" Gone "gone" NoSuchDomain "no-such-domain"
        Soft404 "soft-404" Parked "parked" RedirectedToHome "redirected-to-home" Usurped "usurped"
        Suspended "suspended" Seized "seized"
        Timeout "timeout" Refused "refused" Reset "reset" ServerError "server-error" Tls "tls"
        DnsFailure "dns-failure" TooManyRedirects "too-many-redirects" BadResponse "bad-response" TooLarge "too-large"
        EmptyPage "empty-page"
        BotWall "bot-wall" Forbidden "forbidden" Login "login" Paywall "paywall" RateLimited "rate-limited" Legal "legal"
        Consent "consent" Region "region" ScriptOnly "script-only" Robots "robots"
        PrivateAddress "private-address" UnsupportedScheme "unsupported-scheme"
        UnsupportedPort "unsupported-port"
        Credentials "credentials" UntrustedArchive "untrusted-archive" Excluded "excluded" Budget "budget"
        NotInReplay "not-in-replay" NoLocator "no-locator"
    }
    Verdict {
        Verbatim "verbatim" Typographic "typographic" Edited "edited" Parts "parts" Altered "altered"
        Elsewhere "elsewhere" Archived "archived" Absent "absent" Unverifiable "unverifiable" Unbound "unbound"
    }
    Unreadable {
        NotLive "not-live" CutShort "cut-short" ScriptOnly "script-only" Charset "charset" NoText "no-text"
        Scan "scan" Fonts "fonts" Encrypted "encrypted" Damaged "damaged"
        Language "language" TitleDiffers "title-differs" MayBeNotice "may-be-notice" FewWords "few-words"
        PartShown "part-shown" Walled "walled" AbstractOnly "abstract-only" Embedded "embedded" Spoken "spoken" SentOn "sent-on"
    }
    TitleVerdict { Match "match" Differs "differs" Unknown "unknown" }
    ReadFrom { Live "live" Rendered "live" Archive "archive" NamedArchive "archive" Evidence "evidence" }
}

/// The day of a moment, UTC, as `2024-06-29`.
pub(crate) fn day(moment: Timestamp) -> String {
    TimeZone::UTC.to_datetime(moment).date().to_string()
}

/// At most `most` characters of `text` in one line, the middle left out where it is longer.
pub(crate) fn excerpt(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = line.chars().count();
    if length <= most {
        return line;
    }
    let tail = most / 3;
    let head: String = line.chars().take(most - tail - 3).collect();
    let end: String = line.chars().skip(length - tail).collect();
    format!("{} … {}", to_last_word(&head), from_first_word(&end))
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn listed(names: &[impl AsRef<str>]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    }
}

/// `text` up to its last space, or whole where that would leave less than half.
fn to_last_word(text: &str) -> &str {
    match text.rfind(' ') {
        Some(at) if at * 2 > text.len() => &text[..at],
        _ => text.trim_end(),
    }
}

fn from_first_word(text: &str) -> &str {
    match text.find(' ') {
        Some(at) if at * 2 < text.len() => &text[at + 1..],
        _ => text.trim_start(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stored_words_are_those_of_the_contract() {
        for word in Availability::ALL {
            assert_eq!(serde_json::to_value(word).unwrap(), word.as_str());
        }
        for word in Reason::ALL {
            assert_eq!(serde_json::to_value(word).unwrap(), word.as_str());
        }
        for word in Verdict::ALL {
            assert_eq!(serde_json::to_value(word).unwrap(), word.as_str());
        }
    }

    #[test]
    fn an_excerpt_is_one_line_and_loses_its_middle() {
        assert_eq!(excerpt("a\n  b", 10), "a b");
        let long = "one two three four five six seven eight nine ten eleven twelve";
        assert_eq!(excerpt(long, 40), "one two three four five … twelve");
        assert!(excerpt(&"長".repeat(200), 40).chars().count() <= 40);
    }

    #[test]
    fn names_are_listed_as_in_a_sentence() {
        assert_eq!(listed(&[] as &[&str]), "");
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
    }
}
