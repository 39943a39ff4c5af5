//! What was seen on a page, as the clauses of a finding.

use crate::page::Place;
use crate::verdict::words::excerpt;
use crate::verdict::{Evidence, Reason};

/// Signs that one sentence can hold; the report lists the others.
const MOST: usize = 2;
/// Of each, so much.
const LENGTH: usize = 80;

/// `, but the page says that it is not there (its title is “Page not found”)`: why a page that came is none.
pub(super) fn gone(reason: Option<Reason>, evidence: &[Evidence]) -> String {
    let what = match reason {
        Some(Reason::Soft404) => ", but not with the page",
        Some(Reason::Parked) => ", but the domain is parked or for sale",
        Some(Reason::RedirectedToHome) => {
            return ": that is the first page of a site, not the page that was cited".to_owned() + &seen(evidence);
        }
        Some(Reason::Usurped) => ", but another owner seems to have taken the address over",
        Some(Reason::Suspended) => ", but the site is suspended",
        Some(Reason::Seized) => ", but the site was seized",
        _ => return String::new(),
    };
    what.to_owned() + &seen(evidence)
}

/// ` (its title is “Just a moment...”)`.
pub(super) fn seen(evidence: &[Evidence]) -> String {
    // Where redirects led is told with the status; what a heading says, the text often repeats.
    let mut told: Vec<&Evidence> = Vec::new();
    // What its host says of a page that cannot be there is the proof.
    let (proof, signs): (Vec<&Evidence>, Vec<&Evidence>) = evidence.iter().partition(|seen| seen.place == Place::Probe);
    for seen in proof.into_iter().chain(signs) {
        let is_said = seen.place == Place::Redirect && seen.text.starts_with("http")
            || told.iter().any(|other| other.text == seen.text);
        if told.len() < MOST && !is_said {
            told.push(seen);
        }
    }
    let told: Vec<String> = told.into_iter().map(clause).collect();
    if told.is_empty() { String::new() } else { format!(" ({})", told.join("; ")) }
}

fn clause(evidence: &Evidence) -> String {
    let text = excerpt(&evidence.text, LENGTH);
    match evidence.place {
        Place::Header => format!("it sent the header “{text}”"),
        Place::Redirect => format!("it led to {text}"),
        Place::Data => format!("its data has “{text}”"),
        Place::Capture => text,
        Place::Markup | Place::Script if !evidence.text.contains(['<', '=', '"', '/']) => text,
        Place::Markup => format!("its markup has “{text}”"),
        Place::Script => format!("a script of it has “{text}”"),
        Place::Title => format!("its title is “{text}”"),
        Place::Heading => format!("a heading is “{text}”"),
        Place::Text => format!("it says “{text}”"),
        // The report has the address.
        Place::Probe => evidence.text.split(": http").next().unwrap_or_default().to_owned(),
    }
}
