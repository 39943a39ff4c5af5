//! A labelled page: the head of an answer, an empty line, and its body, as HTTP/1.1 has them.
//!
//! ```text
//! HTTP/1.1 200 OK
//! Content-Type: text/html
//! X-Cited: https://site.example/a/page
//! X-Landed: https://site.example/
//!
//! <!doctype html> …
//! ```
//!
//! `X-Cited` is the address that is cited; `X-Landed` the one that answered, where redirects led to another.

use std::io;
use std::path::{Path, PathBuf};

use citewatch::observation::probe::{Probe, ProbeEnd};
use citewatch::observation::{Answer, BodyEnd, Hop, Observation, Outcome};
use citewatch::page::{self, ContentHead, SaidBy};
use citewatch::verdict::source::{Quotes, SourceFacts, is_doubtful, judge as judge_source, weighed};
use citewatch::verdict::{Availability, Confirmation, Reason, SourceVerdict};

use crate::table::Judged;

/// A file of a class.
pub struct Sample {
    pub class: String,
    pub path: PathBuf,
}

/// Every sample below the folder of a part.
pub fn all(part: &Path) -> io::Result<Vec<Sample>> {
    let mut samples = Vec::new();
    for class in std::fs::read_dir(part)? {
        let class = class?;
        for file in std::fs::read_dir(class.path())? {
            let class = class.file_name().to_string_lossy().into_owned();
            samples.push(Sample { class, path: file?.path() });
        }
    }
    samples.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(samples)
}

/// Judges a page as one look at it does.
pub fn judge(sample: &Sample) -> io::Result<Judged> {
    let bytes = std::fs::read(&sample.path)?;
    let named = |why: &str| io::Error::other(format!("{}: {why}", sample.path.display()));
    let look = observation(&bytes).ok_or_else(|| named("no answer of HTTP/1.1"))?;
    let doubtful = is_doubtful(&look);
    let verdict = judge_look(&look);
    // Of a page that waits for its scripts nothing is said, whether it is there or gone: its quotes are `unverifiable`.
    let waits = look.answer().and_then(|answer| answer.signs.as_ref()).is_some_and(|signs| signs.script_only);
    let is_open = waits && sample.class == "script-only" && told(&verdict) == "ordinary";
    let told = if is_open { sample.class.clone() } else { told(&verdict) };
    // A host that shows an error page with the status of a page shows it for any address; one that shows pages says of a page
    // that cannot be there that it is not.
    let signs = weighed(&look)
        .into_iter()
        .map(|(points, seen)| format!("{points} {} {}: {}", seen.sign, seen.place.as_str(), seen.text))
        .collect();
    let asked = doubtful.then(|| answered(look, sample.class == "soft-404"));
    let told_after = asked.map_or_else(|| told.clone(), |look| self::told(&judge_look(&look)));
    let held = verdict.doubt.is_none();
    let name = sample.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Judged { name, class: sample.class.clone(), told, told_after, doubtful, held, signs })
}

/// The look with the answer of its host to the question for a page that cannot be there.
fn answered(mut look: Observation, same: bool) -> Observation {
    let url = "https://site.example/a/a-page-that-cannot-be-there".to_owned();
    let hops = look.hops.len();
    if let Outcome::Answered(answer) = &mut look.outcome {
        // The bench has the page itself, so that the same words are all of them; where there are fewer than five none is sure.
        let enough = answer.signs.as_ref().is_some_and(|signs| signs.opening.split_whitespace().count() >= 5);
        let (status, likeness) = if same { (answer.status, enough.then_some(100)) } else { (404, None) };
        let end = ProbeEnd::Answered { status, final_url: url.clone(), hops, likeness };
        answer.probe = Some(Box::new(Probe { url, end, home: same.then_some(0) }));
    }
    look
}

fn judge_look(look: &Observation) -> SourceVerdict {
    judge_source(&SourceFacts {
        history: std::slice::from_ref(look),
        page: None,
        quotes: Quotes::Absent,
        shared: None,
        expect: None,
        confirmation: Confirmation::OneLook,
        now: jiff::Timestamp::UNIX_EPOCH,
    })
}

fn told(verdict: &SourceVerdict) -> String {
    match verdict.availability {
        Availability::Live | Availability::Moved => "ordinary",
        _ => verdict.reason.map_or("unknown", Reason::as_str),
    }
    .to_owned()
}

/// The head of an answer, without the empty line, and its body.
pub fn parts(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    Some((std::str::from_utf8(&bytes[..end]).ok()?, &bytes[end + 4..]))
}

fn observation(bytes: &[u8]) -> Option<Observation> {
    let (head, body) = parts(bytes)?;
    let mut lines = head.lines();
    let status: u16 = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let header = |name: &str| headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    let url = header("x-cited").unwrap_or_else(|| "https://site.example/a/page".to_owned());
    let final_url = header("x-landed").unwrap_or_else(|| url.clone());
    let content_type = header("content-type");
    let head = ContentHead { content_type: content_type.as_deref(), said_by: SaidBy::Server, url: &final_url };
    let page = page::read(body, &head, &mut || true);
    let hop = || Hop { url: url.clone(), status: 302, location: final_url.clone(), peer: None };
    let hops = if url == final_url { Vec::new() } else { vec![hop()] };
    let answer = Answer {
        final_url,
        status,
        content_type,
        headers,
        bytes: bytes.len() as u64,
        sha256: String::new(),
        body: BodyEnd::Whole,
        peer: None,
        unchanged_since: None,
        signs: Some(Box::new(page.signs)),
        quote_found: false,
        probe: None,
        shared: None,
    };
    let outcome = Outcome::Answered(answer);
    Some(Observation {
        url,
        observed_at: jiff::Timestamp::UNIX_EPOCH,
        hops,
        retried: Vec::new(),
        outcome,
        elapsed_ms: 0,
        cut_off: false,
        replayed: false,
    })
}
