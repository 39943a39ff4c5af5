//! Facts to opinion: what an availability, a title and a quote are judged to be.
//!
//! Everything here is pure: the history, the matches and the time are arguments, so better rules can be run over old
//! observations without a look.

pub mod quote;
pub mod source;
pub mod title;
pub mod changed;
mod capture_read;
pub mod few_words;
mod home;
mod led;
mod look;
mod past;
mod near;
mod signs;
mod usurped;
mod words;

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use crate::config::Expect;
pub use capture_read::CaptureRead;
pub use changed::{CapturedPage, Changed};
pub(crate) use home::is_led_astray;
pub use led::LedTo;
pub(crate) use near::is_near;
pub(crate) use quote::words::places;
pub use signs::Evidence;
pub(crate) use words::{day, excerpt, listed};

use crate::finding::Finding;
use crate::quote_match::QuoteMatch;
use crate::standing::Standing;

/// What is thought of a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceVerdict {
    /// Whether it can be read.
    pub availability: Availability,
    /// Why, where more is known.
    pub reason: Option<Reason>,
    /// It looks gone and that is not confirmed.
    pub suspect: bool,
    /// What a build does about it.
    pub standing: Standing,
    /// What was seen that speaks for it, where that is more than a status.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// What became of what it said, where it was compared with a capture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Changed>,
    /// Why a page that is there need not be the one that was cited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Unreadable>,
    /// Where it led when it was there, of one that is not there any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub led_to: Option<LedTo>,
    /// Without a place: the printer adds that of the citation.
    pub findings: Vec<Finding>,
}

impl SourceVerdict {
    /// Whether the page is there.
    pub(crate) fn is_live(&self) -> bool {
        matches!(self.availability, Availability::Live | Availability::Moved)
    }

    /// Whether what was sent stands in the place of a page and shows nothing of it, so that a capture of it is none of the
    /// page. What a paywall leaves of an article, and what only a browser can show, is.
    pub(crate) fn shows_no_page(&self) -> bool {
        use Reason::{
            BadResponse, BotWall, Consent, EmptyPage, Forbidden, Legal, Login, RateLimited, Region, ServerError,
        };

        let is_wall = |reason| matches!(reason, BotWall | RateLimited | Forbidden | Login | Consent | Region | Legal);
        match self.availability {
            Availability::Gone => true,
            Availability::Failing => matches!(self.reason, Some(ServerError | EmptyPage | BadResponse)),
            Availability::Withheld => self.reason.is_some_and(is_wall),
            Availability::Live | Availability::Moved | Availability::Skipped | Availability::Unseen => false,
        }
    }
}

/// Whether a source can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Availability {
    /// It answers.
    Live,
    /// It answers at another address, for good.
    Moved,
    /// It is not there any more.
    Gone,
    /// It does not answer properly.
    Failing,
    /// It does not show itself to programs.
    Withheld,
    /// It was not looked at, on purpose.
    Skipped,
    /// It was not looked at yet.
    Unseen,
}

/// Why a source is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// 301 or 308 all the way to a page.
    PermanentRedirect,
    /// The same address with https.
    HttpsUpgrade,
    /// 404.
    NotFound,
    /// 410.
    Gone,
    /// The name does not exist.
    NoSuchDomain,
    /// The server says that all is well, and the page says that it is not there.
    #[serde(rename = "soft-404")]
    Soft404,
    /// The domain is parked or for sale.
    Parked,
    /// The page leads to the home page of its site.
    RedirectedToHome,
    /// Another owner has taken the address over.
    Usurped,
    /// The host has suspended the site.
    Suspended,
    /// The site was seized.
    Seized,
    /// Time ran out.
    Timeout,
    /// The connection was refused, or there is no way to the host.
    Refused,
    /// The connection was closed before an answer.
    Reset,
    /// 5xx.
    ServerError,
    /// TLS could not be agreed on.
    Tls,
    /// The name system failed.
    DnsFailure,
    /// Redirects without end, or more than are followed.
    TooManyRedirects,
    /// An answer that cannot be read, or that makes no sense.
    BadResponse,
    /// The body is larger than the cap.
    TooLarge,
    /// The server says that all is well, and sends nothing to see.
    EmptyPage,
    /// A wall against robots.
    BotWall,
    /// 403 without more, or a notice that says the same.
    Forbidden,
    /// A login is asked for.
    Login,
    /// Payment is asked for.
    Paywall,
    /// 429.
    RateLimited,
    /// 451, or a notice that says the same.
    Legal,
    /// Consent is asked for first.
    Consent,
    /// It is not shown where we look from.
    Region,
    /// An error page that its scripts fill in: it may be there.
    ScriptOnly,
    /// The site's robots.txt says no, and it was not asked.
    Robots,
    /// Not a public address.
    PrivateAddress,
    /// Not http or https.
    UnsupportedScheme,
    /// No port on which pages are served.
    UnsupportedPort,
    /// A user name or a password stands in the address.
    Credentials,
    /// A capture of an archive that is not believed.
    UntrustedArchive,
    /// The configuration says so.
    Excluded,
    /// Time or looks ran out.
    Budget,
    /// The replayed files do not hold it.
    NotInReplay,
    /// The citation names no address.
    NoLocator,
}

impl Reason {
    /// Whether it is the page that says so, and not its server or the name system.
    pub fn is_of_content(self) -> bool {
        matches!(
            self,
            Self::Soft404 | Self::Parked | Self::RedirectedToHome | Self::Usurped | Self::Suspended | Self::Seized
        )
    }
}

/// When "gone" is broken rather than suspect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmation {
    /// The last two looks of the history agree: a plain `check` looks twice.
    TwoLooks,
    /// One answer is enough: a replay holds one.
    OneLook,
    /// The policy of the schedule: so many looks in a row, the first and the last so far apart.
    Policy {
        /// At least so many.
        looks: usize,
        /// At least so long.
        apart: Duration,
    },
    /// What others looked at, as a store tells it: the policy, or two looks of one run, which are no further apart than looks
    /// of the schedule ever are.
    Kept {
        /// At least so many.
        looks: usize,
        /// At least so long.
        apart: Duration,
        /// Two looks of one run are less than this apart.
        run: Duration,
    },
}

/// Whether the reference's title is the page's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TitleCheck {
    /// The title of the page that comes closest, else its first.
    pub page: Option<String>,
    /// What was found.
    pub verdict: TitleVerdict,
}

/// What comparing titles gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TitleVerdict {
    /// The same.
    Match,
    /// Another.
    Differs,
    /// Nothing to compare.
    Unknown,
}

/// What is thought of a quote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuoteVerdict {
    /// The verdict.
    pub verdict: Verdict,
    /// Why it could not be verified, or why an absence is not trusted.
    pub reason: Option<Unreadable>,
    /// The passage found, or the nearest miss.
    pub matched: Option<QuoteMatch>,
    /// Where the passage stands.
    pub found_in: Option<FoundIn>,
    /// Where the nearest miss stands, where there is no passage.
    pub nearest: Option<FoundIn>,
    /// What a build does about it; none for an unbound quote.
    pub standing: Option<Standing>,
    /// When it was last seen to stand on a page that does not hold it any more.
    #[serde(default)]
    pub stood_on: Option<Timestamp>,
    /// The label of another source of the document that has the words, where the verdict is not that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands_in: Option<String>,
    /// When the capture was made that was read for it and does not have it, where its page says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_in_capture: Option<Timestamp>,
    /// With the place of the quote.
    pub findings: Vec<Finding>,
}

/// The verdict on a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Character for character.
    Verbatim,
    /// The same words in other typography.
    Typographic,
    /// The same words but for the writer's own marks.
    Edited,
    /// Each item found, in order.
    Parts,
    /// Close, and the words differ.
    Altered,
    /// In another source of the document.
    Elsewhere,
    /// In a capture only.
    Archived,
    /// Nowhere.
    Absent,
    /// No text could be read.
    Unverifiable,
    /// No citation belongs to it.
    Unbound,
}

/// Why no text could be read, or why the text cannot be trusted to be whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unreadable {
    /// The source is gone, failing, withheld, skipped or unseen.
    NotLive,
    /// The text was cut short at a limit.
    CutShort,
    /// A page that shows nothing without its scripts.
    ScriptOnly,
    /// Too many bytes have no meaning in its charset, or that was guessed.
    Charset,
    /// The content has no text that is read here.
    NoText,
    /// It is a scan, or many of its pages are: pictures without a text.
    Scan,
    /// Its fonts do not say which letters their glyphs are.
    Fonts,
    /// It opens with a password only.
    Encrypted,
    /// It is damaged, so that nothing could be read.
    Damaged,
    /// The text is in another language than the quote.
    Language,
    /// The page has another title than the reference: it may be another page.
    TitleDiffers,
    /// The page says little, and some of it is what notices and walls say.
    MayBeNotice,
    /// The page shows a few words, none of them of what was cited.
    FewWords,
    /// The page says of itself that it shows a part of its text.
    PartShown,
    /// The configuration expects a wall there, before all of the text or before some of it.
    Walled,
    /// The page describes a work: it is an abstract of it, or an entry of a catalogue.
    AbstractOnly,
    /// What the page shows stands in a frame or a document of its own, which was not read.
    Embedded,
    /// The page is a film or a recording.
    Spoken,
    /// The page says that it has moved to another address.
    SentOn,
}

/// Where a passage stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundIn {
    /// The label of the citation.
    pub label: String,
    /// What was read.
    pub place: ReadFrom,
    /// Its address; for a live page with a text fragment.
    pub url: String,
    /// When the copy was made, for a capture or evidence.
    pub captured_at: Option<Timestamp>,
    /// The cited page, where the passage stands in a document that it links.
    #[serde(default)]
    pub linked_from: Option<String>,
}

/// What a text was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReadFrom {
    /// The page as it is.
    Live,
    /// The page as it is, after its scripts ran in a browser.
    Rendered,
    /// A capture in a web archive.
    Archive,
    /// A capture that the entry names itself: it is cited as well.
    NamedArchive,
    /// Our own evidence.
    Evidence,
}
