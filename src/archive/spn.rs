//! Save Page Now, the Wayback Machine's service that captures a page (version 2): what its answers mean.
//!
//! It answers with status 200 whatever became of the request, and says the rest in JSON: a job, a refusal with a code, or a
//! sentence. The list of codes in its own documentation is not complete, so that a code may be unknown.

use jiff::Timestamp;
use serde_json::Value;

use super::cdx::timestamp;
use super::identity::is_to_come;
use super::trouble::{Fate, Trouble};
use crate::clock;

/// What became of a request to save a page, or of a look at its job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// A job is under way; its name.
    Job(String),
    /// What was asked for is the job of another request.
    Follow(String),
    /// The page was captured then, under that address.
    Captured(Timestamp, Option<String>),
    /// The job is not known, or not any more.
    Lost,
    /// It was not done.
    Not(Trouble),
}

/// How much it still captures for who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Quota {
    /// Jobs that may be begun now.
    pub(crate) available: Option<u64>,
    /// Captures that are left for the day.
    pub(crate) left_today: Option<u64>,
}

/// An answer as it is written: more fields come, in forms that change, and are passed over.
#[derive(Debug, Default)]
struct Wire {
    job_id: Option<String>,
    status: Option<String>,
    status_ext: Option<String>,
    message: Option<String>,
    exception: Option<String>,
    timestamp: Option<String>,
    original_url: Option<String>,
    original_job_id: Option<String>,
    /// With which status the page came.
    http_status: Option<u64>,
}

/// What a code means.
struct Known {
    code: &'static str,
    fate: Fate,
    words: &'static str,
}

const fn known(code: &'static str, fate: Fate, words: &'static str) -> Known {
    Known { code, fate, words }
}

/// The codes of the service's documentation, and those that were seen beside it. Which of them are worth another try is
/// what the bot of Wikipedia's archives has found out.
const CODES: &[Known] = &[
    known("user-session-limit", Fate::Busy, "it has as many jobs of yours under way as it takes"),
    known("celery", Fate::Later, "it could not begin the job"),
    known("soft-time-limit-exceeded", Fate::Later, "capturing the page took too long"),
    known("proxy-error", Fate::Later, "its proxy failed"),
    known("browsing-timeout", Fate::Later, "its browser ran out of time"),
    known("no-browsers-available", Fate::Later, "it has no browser free"),
    known("redis-error", Fate::Later, "it lost the job"),
    known("capture-location-error", Fate::Later, "it could not find what it had captured"),
    known("job-failed", Fate::Later, "the job failed"),
    known("no-captures", Fate::Later, "nothing was captured"),
    known("no-request", Fate::Later, "its request was stopped on the way"),
    known("protocol-error", Fate::Later, "the connection to the page failed"),
    known("read-timeout", Fate::Later, "the page did not answer in time"),
    known("gateway-timeout", Fate::Later, "the page answers with status 504"),
    known("bad-gateway", Fate::Later, "the page answers with status 502"),
    known("service-unavailable", Fate::Later, "the page answers with status 503"),
    known("internal-server-error", Fate::Later, "the page answers with status 500"),
    known("too-many-requests", Fate::Later, "the page asks it for fewer requests"),
    known("bandwidth-limit-exceeded", Fate::Later, "the page's site has sent too much"),
    known("max-daily-bandwidth-host", Fate::Later, "it has captured as much of that site as it does in a day"),
    known("too-many-daily-captures", Fate::Today, "it has captured the page as often as it does in a day"),
    known("max-daily-bandwidth", Fate::Quota, "it has captured as much for you as it does in a day"),
    known("max-daily-bandwidth-from-ip", Fate::Quota, "it has captured as much for your address as it does in a day"),
    known("bad-request", Fate::Refused, "the page answers with status 400"),
    known("blocked", Fate::Refused, "the page's site blocks it"),
    known("blocked-client-ip", Fate::Refused, "your address is on a list of those that send junk"),
    known("blocked-url", Fate::Refused, "the address is on a list of trackers"),
    known("cannot-fetch", Fate::Refused, "the page cannot be fetched"),
    known("filesize-limit", Fate::Refused, "the page is larger than it takes"),
    known("ftp-access-denied", Fate::Refused, "the server of files refuses it"),
    known("http-version-not-supported", Fate::Refused, "the page's server speaks another HTTP"),
    known("invalid-url-syntax", Fate::Refused, "the address is none that it takes"),
    known("invalid-server-response", Fate::Refused, "the page's server gives no answer that can be read"),
    known("invalid-host-resolution", Fate::Refused, "the page's host is not found"),
    known("method-not-allowed", Fate::Refused, "the page answers with status 405"),
    known("not-implemented", Fate::Refused, "the page answers with status 501"),
    known("network-authentication-required", Fate::Refused, "the page's network asks for a login"),
    known("no-access", Fate::Refused, "the page refuses it"),
    known("not-found", Fate::Refused, "the page is not found"),
    known("too-many-redirects", Fate::Refused, "the page redirects too often"),
    known("unauthorized", Fate::Refused, "the page asks for a login"),
];

/// Reads the answer to a request to save a page.
pub(super) fn begun(status: u16, body: &str) -> Answer {
    if status >= 500 {
        // No job was begun: that says nothing of the page.
        return Answer::Not(Trouble::new(Fate::Down, None, format!("is out of order (status {status})")));
    }
    match read(status, body) {
        Ok(wire) => wire.begun(),
        Err(trouble) => Answer::Not(trouble),
    }
}

/// Reads the answer to a look at a job.
pub(super) fn looked_at(status: u16, body: &str, job: &str) -> Answer {
    if status == 404 {
        return Answer::Lost;
    }
    match read(status, body) {
        Ok(wire) => wire.looked_at(job),
        Err(trouble) => Answer::Not(trouble),
    }
}

/// Reads how much is left.
pub(super) fn quota(status: u16, body: &str) -> Result<Quota, Trouble> {
    read(status, body)?;
    let said: Value = serde_json::from_str(body.trim_start_matches('\u{feff}')).map_err(|_| unreadable(status))?;
    let (taken, most) = (said["daily_captures"].as_u64(), said["daily_captures_limit"].as_u64());
    let left_today = most.zip(taken).map(|(most, taken)| most.saturating_sub(taken));
    let available = said["available"].as_i64().map(|available| available.max(0).unsigned_abs());
    Ok(Quota { available, left_today })
}

/// Whether it says of itself that it works; else what it says.
pub(super) fn works(status: u16, body: &str) -> Result<(), Trouble> {
    if status >= 500 {
        return Err(Trouble::new(Fate::Closed, None, format!("is down (status {status})")));
    }
    let wire = read(status, body)?;
    match wire.status.as_deref() {
        None | Some("ok") => Ok(()),
        Some(said) => Err(Trouble::new(Fate::Closed, None, format!("says of itself: {said}"))),
    }
}

fn read(status: u16, body: &str) -> Result<Wire, Trouble> {
    let said = Wire::of(body);
    let words = |usual: &str| {
        let message = said.as_ref().and_then(|wire| wire.message.clone());
        message.map_or_else(|| usual.to_owned(), |message| format!("{usual} (“{message}”)"))
    };
    match status {
        200 => said.ok_or_else(|| unreadable(status)),
        401 | 403 => Err(Trouble::new(Fate::Keys, None, words("refuses the keys"))),
        429 => Err(Trouble::new(Fate::Busy, None, words("asks for fewer requests"))),
        500.. => Err(Trouble::new(Fate::Later, None, format!("answers with status {status}"))),
        _ => Err(Trouble::new(Fate::Unknown, None, words(&format!("answers with status {status}")))),
    }
}

/// What was captured is an error, which is no capture of the page.
fn captured_error(status: u64) -> Trouble {
    let fate = if matches!(status, 408 | 425 | 429 | 500..) { Fate::Later } else { Fate::Refused };
    Trouble::new(fate, Some(format!("http-status-{status}")), format!("captured an answer with status {status}"))
}

fn unreadable(status: u16) -> Trouble {
    Trouble::new(Fate::Later, None, format!("gives no answer that can be read (status {status})"))
}

impl Wire {
    fn of(body: &str) -> Option<Self> {
        let body = body.trim_start_matches('\u{feff}');
        let said: Value = serde_json::from_str(body).ok().filter(Value::is_object)?;
        // Names of jobs and moments come as numbers, too.
        let number = |value: &Value| value.as_u64().map(|number| number.to_string());
        let text = |name: &str| said[name].as_str().map(str::to_owned).or_else(|| number(&said[name]));
        Some(Self {
            job_id: text("job_id"),
            status: text("status"),
            status_ext: text("status_ext"),
            message: text("message"),
            exception: text("exception"),
            timestamp: text("timestamp"),
            original_url: text("original_url"),
            original_job_id: text("original_job_id"),
            http_status: said["http_status"].as_u64(),
        })
    }

    fn begun(self) -> Answer {
        match self.job_id.clone().filter(|job| !job.is_empty()) {
            Some(job) if self.status.as_deref() != Some("error") => Answer::Job(job),
            _ => Answer::Not(self.trouble()),
        }
    }

    fn looked_at(self, job: &str) -> Answer {
        let other = self.original_job_id.as_deref().filter(|other| !other.is_empty() && *other != job);
        match (self.status.as_deref(), self.timestamp.as_deref().and_then(timestamp), other) {
            (Some("success"), _, Some(other)) => Answer::Follow(other.to_owned()),
            (Some("success"), Some(at), None) if is_to_come(at, clock::now()) => Answer::Not(Trouble::new(
                Fate::Unknown,
                None,
                "says that it captured the page on a day that has not come".to_owned(),
            )),
            (Some("success"), Some(at), None) => match self.http_status.filter(|status| *status >= 400) {
                Some(status) => Answer::Not(captured_error(status)),
                None => Answer::Captured(at, self.original_url),
            },
            (Some("success"), None, None) => Answer::Not(Trouble::new(
                Fate::Unknown,
                None,
                "says that it captured the page, and not when".to_owned(),
            )),
            (Some("pending"), ..) => Answer::Job(job.to_owned()),
            (None, ..) if self.status_ext.is_none() => Answer::Lost,
            _ => Answer::Not(self.trouble()),
        }
    }

    /// Why it was not done: by its code, else by what it says.
    fn trouble(self) -> Trouble {
        let said = self.message.or(self.exception);
        let Some(code) = self.status_ext.as_deref().map(|code| code.strip_prefix("error:").unwrap_or(code)) else {
            return of_words(said);
        };
        if let Some(known) = CODES.iter().find(|known| known.code == code) {
            return Trouble::new(known.fate, Some(code.to_owned()), known.words.to_owned());
        }
        let said = said.map_or_else(String::new, |said| format!(": {said}"));
        let words = format!("gives a reason that is not known here{said}");
        Trouble::new(Fate::Unknown, Some(code.to_owned()), words)
    }
}

/// A refusal in words alone.
fn of_words(said: Option<String>) -> Trouble {
    let Some(said) = said else {
        return Trouble::new(Fate::Unknown, None, "names neither a job nor a reason".to_owned());
    };
    let lower = said.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let fate = if has(&["logged in", "log in", "credentials", "s3 key", "authoriz"]) {
        Fate::Keys
    } else if has(&["per day", "daily", "today"]) {
        Fate::Quota
    } else if has(&["limit of active", "active sessions", "concurrent", "too many", "try again"]) {
        Fate::Busy
    } else {
        Fate::Unknown
    };
    Trouble::new(fate, None, format!("says “{said}”"))
}

#[cfg(test)]
#[path = "spn_tests.rs"]
mod tests;
