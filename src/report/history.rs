//! Every look at one source: as text for a terminal, and as JSON.

use std::fmt::Write as _;

use jiff::Timestamp;
use serde::Serialize;

use super::{escape, json_text};
use crate::observation::{Answer, Observation};
use crate::verdict::source::{Quotes, SourceFacts, judge_against};
use crate::verdict::{Availability, CapturedPage, Confirmation, Reason};

/// Every look at one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SourceHistory {
    /// As asked for.
    pub url: String,
    /// Oldest first; other spellings of the address among them.
    pub observations: Vec<Observation>,
    /// A capture of the page, where one was read: what is there today may be another owner's.
    pub captured: Option<CapturedPage>,
}

#[derive(Serialize)]
struct HistoryWire<'a> {
    schema: &'static str,
    url: &'a str,
    observations: Vec<LookWire<'a>>,
}

#[derive(Serialize)]
struct LookWire<'a> {
    url: &'a str,
    observed_at: Timestamp,
    availability: &'static str,
    reason: Option<&'static str>,
    status: Option<u16>,
    final_url: Option<&'a str>,
    redirects: Vec<RedirectWire<'a>>,
    attempts: usize,
    content_type: Option<&'a str>,
    bytes: Option<u64>,
    sha256: Option<&'a str>,
    /// For a 304: when the page that it confirms was read.
    unchanged_since: Option<Timestamp>,
    elapsed_ms: u64,
}

#[derive(Serialize)]
struct RedirectWire<'a> {
    url: &'a str,
    status: u16,
}

/// For people: one line a look, oldest first.
pub(crate) fn print(history: &SourceHistory) -> String {
    let mut text = format!("{}\n", escape::terminal(&history.url));
    if history.observations.is_empty() {
        text.push_str("never looked at\n");
        return text;
    }
    let mut before: Option<&Answer> = None;
    for look in &history.observations {
        line(&mut text, look, before, history);
        before = look.answer().or(before);
    }
    text
}

/// For programs: one object.
pub(crate) fn print_json(history: &SourceHistory) -> String {
    let observations = history.observations.iter().map(|look| LookWire::of(look, history)).collect();
    let wire = HistoryWire { schema: "citewatch.history/1", url: &history.url, observations };
    json_text::pretty(&wire)
}

fn line(text: &mut String, look: &Observation, before: Option<&Answer>, history: &SourceHistory) {
    let (availability, reason) = read(look, history);
    let status = look.answer().map_or_else(|| "-".to_owned(), |answer| answer.status.to_string());
    let reason = reason.map(|reason| format!(" ({})", reason.as_str())).unwrap_or_default();
    let seconds = look.observed_at.strftime("%Y-%m-%d %H:%M:%SZ");
    let mut notes = Vec::new();
    if look.url != history.url {
        notes.push(format!("asked for {}", escape::terminal(&look.url)));
    }
    if let Some(answer) = look.answer() {
        if answer.final_url != look.url {
            notes.push(format!("answered by {}", escape::terminal(&answer.final_url)));
        }
        if let Some(since) = answer.unchanged_since {
            notes.push(format!("unchanged since it was read on {}", since.strftime("%Y-%m-%d")));
        }
        if before.is_some_and(|before| before.sha256 != answer.sha256) {
            notes.push("other bytes than before".to_owned());
        }
    }
    if !look.retried.is_empty() {
        notes.push(format!("asked {} times", look.retried.len() + 1));
    }
    let notes = if notes.is_empty() { String::new() } else { format!("; {}", notes.join(", ")) };
    writeln!(text, "{seconds}  {status:>3}  {}{reason}{notes}", availability.as_str())
        .expect("a String takes all that is written");
}

/// What this look alone says, against the capture; what all of them say together is in the report.
fn read(look: &Observation, history: &SourceHistory) -> (Availability, Option<Reason>) {
    let facts = SourceFacts {
        history: std::slice::from_ref(look),
        page: None,
        quotes: Quotes::Unasked,
        shared: None,
        expect: None,
        confirmation: Confirmation::TwoLooks,
        now: look.observed_at,
    };
    let verdict = judge_against(&facts, history.captured.as_slice());
    (verdict.availability, verdict.reason)
}

impl<'a> LookWire<'a> {
    fn of(look: &'a Observation, history: &SourceHistory) -> Self {
        let (availability, reason) = read(look, history);
        let answer = look.answer();
        Self {
            url: &look.url,
            observed_at: look.observed_at,
            availability: availability.as_str(),
            reason: reason.map(Reason::as_str),
            status: answer.map(|answer| answer.status),
            final_url: answer.map(|answer| answer.final_url.as_str()),
            redirects: look.hops.iter().map(|hop| RedirectWire { url: &hop.url, status: hop.status }).collect(),
            attempts: look.retried.len() + 1,
            content_type: answer.and_then(|answer| answer.content_type.as_deref()),
            bytes: answer.map(|answer| answer.bytes),
            sha256: answer.map(|answer| answer.sha256.as_str()),
            unchanged_since: answer.and_then(|answer| answer.unchanged_since),
            elapsed_ms: look.elapsed_ms,
        }
    }
}

#[cfg(test)]
#[path = "history_tests.rs"]
mod tests;
