//! Redirects to a page that asks for something before it leads on: a login, consent, an age, a proof that nobody is a robot.

use url::Url;

use crate::observation::{Answer, Observation};
use crate::page::Place;
use crate::page::vocabulary::{List, Vocabulary, known};
use crate::verdict::words::excerpt;
use crate::verdict::{Evidence, Reason};

/// What is asked for at a gate.
struct Gate {
    reason: Reason,
    sign: &'static str,
    /// Segments of its path, without their ending.
    words: fn(&Vocabulary) -> &List,
}

const GATES: &[Gate] = &[
    Gate { reason: Reason::Login, sign: "login-redirect", words: |known| &known.gate_login },
    Gate { reason: Reason::Consent, sign: "consent-redirect", words: |known| &known.gate_consent },
    Gate { reason: Reason::BotWall, sign: "challenge-redirect", words: |known| &known.gate_challenge },
    Gate { reason: Reason::Paywall, sign: "paywall-redirect", words: |known| &known.gate_paywall },
];

/// The gate that a look was led to, which is told where to lead back to. A hop through an identity host alone means
/// nothing.
pub(super) fn led_to(observation: &Observation, answer: &Answer) -> Option<(Reason, Evidence)> {
    if observation.hops.is_empty() {
        return None;
    }
    let (cited, landed) = (Url::parse(&observation.url).ok()?, Url::parse(&answer.final_url).ok()?);
    let segments: Vec<String> = landed
        .path_segments()?
        .map(|segment| segment.split('.').next().unwrap_or(segment).to_ascii_lowercase())
        .collect();
    let gate = GATES.iter().find(|gate| segments.iter().any(|segment| (gate.words)(known()).has(segment)))?;
    let leads_back = landed.query_pairs().any(|(name, value)| is_return_name(&name) && names(&value, &cited));
    let evidence = Evidence { sign: gate.sign.to_owned(), place: Place::Redirect, text: excerpt(landed.as_str(), 160) };
    leads_back.then_some((gate.reason, evidence))
}

fn is_return_name(name: &str) -> bool {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    known().returns.has(&name)
}

/// Whether the value of a return parameter leads back to the page that was cited, or to a folder that it is in.
fn names(value: &str, cited: &Url) -> bool {
    let path = cited.path();
    let by_path = path.len() > 1 && value.contains(path);
    let folder = value.strip_suffix('/').unwrap_or(value);
    let by_folder = folder.len() > 1
        && folder.starts_with('/')
        && path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    by_path || by_folder || cited.host_str().is_some_and(|host| value.contains(host))
}
