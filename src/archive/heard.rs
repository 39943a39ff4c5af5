//! What an archive said to one request.

use jiff::Timestamp;
use url::Url;

use super::links::{self, Link};
use crate::evidence::http_date;
use crate::fetch::Look;
use crate::observation::{Answer, DnsFailure, NoAnswer, Outcome, Skip};

/// An answer of an archive that says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heard {
    /// The address that answered.
    pub(super) url: Url,
    /// When it was asked.
    pub(super) asked_at: Timestamp,
    pub(super) status: u16,
    /// Only an answer with this is a capture; the status has no say in it.
    pub(super) memento: Option<Timestamp>,
    /// `Location`, made absolute.
    pub(super) location: Option<Url>,
    /// `Content-Location`, made absolute.
    pub(super) content_location: Option<Url>,
    pub(super) links: Vec<Link>,
    /// The error that the Wayback Machine puts in a header of its own.
    pub(super) fault: Option<String>,
    pub(super) body: String,
}

/// Why an archive said nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Silence {
    /// It asks for fewer requests.
    TooMany,
    /// Nobody asked it: it has failed too often, or has said for how long it is to be left alone.
    LeftAlone,
    /// It takes no connection: for the Wayback Machine, the next step after too many requests.
    Closed,
    /// Its name stands for no address.
    NotFound,
    /// Its name could not be looked up.
    NotLookedUp,
    /// Another reason, in plain words.
    Other(String),
}

impl std::fmt::Display for Silence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooMany => f.write_str("asks for fewer requests"),
            Self::LeftAlone => f.write_str("is left alone for now: it failed too often, or asked for patience"),
            Self::Closed => f.write_str("takes no connection"),
            Self::NotFound => f.write_str("is not found: its name is not known"),
            Self::NotLookedUp => f.write_str("is not found: its name cannot be looked up"),
            Self::Other(why) => f.write_str(why),
        }
    }
}

impl Heard {
    pub(super) fn of(look: &Look) -> Result<Self, Silence> {
        // A head without a body, such as a redirect's, says all that it has to say.
        let body = look.body.as_ref().map(|body| String::from_utf8_lossy(&body.bytes).into_owned());
        match &look.observation.outcome {
            Outcome::Answered(answer) => {
                Self::of_answer(answer, look.observation.observed_at, body.unwrap_or_default())
            }
            Outcome::NoAnswer(NoAnswer::Refused | NoAnswer::Unreachable) => Err(Silence::Closed),
            Outcome::NoAnswer(NoAnswer::Dns(
                DnsFailure::NoSuchDomain | DnsFailure::NoAddress | DnsFailure::BadName,
            )) => Err(Silence::NotFound),
            Outcome::NoAnswer(NoAnswer::Dns(_)) => Err(Silence::NotLookedUp),
            Outcome::NoAnswer(NoAnswer::Timeout(_)) => Err(Silence::Other("does not answer in time".to_owned())),
            Outcome::NoAnswer(_) => Err(Silence::Other("gives no answer that can be read".to_owned())),
            Outcome::Skipped(Skip::Budget | Skip::AskedToWait(_)) => Err(Silence::LeftAlone),
            Outcome::Skipped(Skip::NotInReplay) => Err(Silence::Other("is not in the replayed files".to_owned())),
            Outcome::Skipped(_) => Err(Silence::Other("may not be asked".to_owned())),
        }
    }

    pub(super) fn of_answer(answer: &Answer, asked_at: Timestamp, body: String) -> Result<Self, Silence> {
        let url =
            Url::parse(&answer.final_url).map_err(|_| Silence::Other("has an address that is none".to_owned()))?;
        let memento = answer.header("memento-datetime").and_then(http_date);
        if answer.status == 429 && memento.is_none() {
            return Err(Silence::TooMany);
        }
        let absolute = |name: &str| answer.header(name).and_then(|value| url.join(value).ok());
        let links: Vec<&str> =
            answer.headers.iter().filter(|(name, _)| name == "link").map(|(_, value)| value.as_str()).collect();
        Ok(Self {
            status: answer.status,
            memento,
            location: absolute("location"),
            content_location: absolute("content-location"),
            links: links::read(&links.join(","), &url),
            fault: answer.header("x-archive-wayback-runtime-error").map(str::to_owned),
            body,
            asked_at,
            url,
        })
    }

    /// Whether it answers the question, whatever the answer: it is no error of the archive, and no refusal.
    pub(super) fn says_something(&self) -> bool {
        self.memento.is_some() || self.excludes() || self.status < 500 && !self.forbids()
    }

    /// Whether it says nothing but that we may not ask.
    pub(super) fn forbids(&self) -> bool {
        self.memento.is_none() && !self.excludes() && matches!(self.status, 401 | 403)
    }

    pub(super) fn is_redirect(&self) -> bool {
        matches!(self.status, 301 | 302 | 303 | 307 | 308)
    }

    /// Whether the archive says that it has the site and does not show it.
    pub(super) fn excludes(&self) -> bool {
        const FAULTS: &[&str] = &["AdministrativeAccessControlException", "RobotAccessControlException"];
        const PAGE: &str = "This URL has been excluded from the Wayback Machine";
        let said = |text: &str| FAULTS.iter().any(|fault| text.contains(fault));
        self.memento.is_none()
            && (self.fault.as_deref().is_some_and(said) || self.body.contains(PAGE) || said(&self.body))
    }
}
