//! Redirects to a page that asks for something before it leads on: a login, consent, an age, a proof that nobody is a robot.

use url::Url;

use super::words::excerpt;
use super::{Evidence, Reason};
use crate::observation::{Answer, Observation};
use crate::page::Place;

/// What is asked for at a gate.
struct Gate {
    reason: Reason,
    sign: &'static str,
    /// Segments of its path, without their ending.
    words: &'static [&'static str],
}

const GATES: &[Gate] = &[
    Gate {
        reason: Reason::Login,
        sign: "login-redirect",
        words: &[
            "login",
            "log-in",
            "signin",
            "sign-in",
            "sso",
            "auth",
            "authenticate",
            "authwall",
            "idp",
            "accounts",
            "oauth",
            "oauth2",
            "saml",
            "cas",
        ],
    },
    Gate {
        reason: Reason::Consent,
        sign: "consent-redirect",
        words: &[
            "consent",
            "cookie-consent",
            "cookieconsent",
            "cookie-wall",
            "cookiewall",
            "cookies-not-supported",
            "privacy-gate",
            "privacywall",
            "gdpr",
            "zustimmung",
            "consentement",
            "age-gate",
            "agegate",
            "age-check",
            "age-verification",
            "verify-age",
        ],
    },
    Gate {
        reason: Reason::BotWall,
        sign: "challenge-redirect",
        words: &["captcha", "challenge", "bot-check", "botcheck", "human-verification", "are-you-human", "robot-check"],
    },
    Gate {
        reason: Reason::Paywall,
        sign: "paywall-redirect",
        words: &["paywall", "subscribe", "subscription-required"],
    },
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
    let gate = GATES.iter().find(|gate| segments.iter().any(|segment| gate.words.contains(&segment.as_str())))?;
    let leads_back = landed.query_pairs().any(|(name, value)| is_return_name(&name) && names(&value, &cited));
    let evidence = Evidence { sign: gate.sign.to_owned(), place: Place::Redirect, text: excerpt(landed.as_str(), 160) };
    leads_back.then_some((gate.reason, evidence))
}

fn is_return_name(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "returnto",
        "return",
        "returnurl",
        "returnuri",
        "returnpath",
        "continue",
        "cont",
        "next",
        "redirect",
        "redirectto",
        "redirecturl",
        "redirecturi",
        "service",
        "relaystate",
        "goto",
        "dest",
        "destination",
        "target",
        "backurl",
        "url",
        "from",
        "origin",
        "referer",
        "back",
    ];
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    NAMES.contains(&name.as_str())
}

/// Whether the value of a return parameter leads back to the page that was cited.
fn names(value: &str, cited: &Url) -> bool {
    let by_path = cited.path().len() > 1 && value.contains(cited.path());
    by_path || cited.host_str().is_some_and(|host| value.contains(host))
}
