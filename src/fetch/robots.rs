//! What a site's robots.txt lets us ask for, by RFC 9309: looked at once a run for each scheme, host and port.
//!
//! The file is fetched as a page is, through the same lane and the same guard, and is evidence as a page is. Where it
//! says no, the look ends before the request and says which line it was. A site that cannot be connected to at all has
//! no robots.txt that could be asked for and no page either: that is told as what it is, and asked again.

use std::borrow::Cow;
use std::collections::HashMap;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use robotxt::{BYTE_LIMIT, Rule};
use tokio::sync::OnceCell;
use url::{Position, Url};

use super::{Fetcher, Follow, Look, LookRequest, Purpose};
use crate::config::RobotsPolicy;
use crate::observation::exchange::Exchange;
use crate::observation::{BodyEnd, NoAnswer, Outcome, Phase, RobotsRefusal, RobotsRule, Skip};

/// What robots.txt files call us: the first word of the `User-Agent`.
const PRODUCT: &str = "citewatch";

/// Where the file stands. It may always be asked for itself.
const PATH: &str = "/robots.txt";

/// Redirects to the file that are followed, as the standard has it; behind more there is none.
pub(super) const HOPS: usize = 5;

/// Bytes of the file that are read; the standard asks for no more.
pub(super) const MOST: usize = BYTE_LIMIT;

/// Rules of a run that are remembered, in bytes; then they are asked for anew. A usual file has a kilobyte of them.
const REMEMBERED: usize = 32 * 1024 * 1024;

/// Rules times bytes of an address that are compared on the spot; a file of 500 KiB of rules is compared off the async
/// threads.
const QUICK: usize = 1024 * 1024;

/// The robots.txt files of a run.
pub(super) struct Robots {
    policy: RobotsPolicy,
    // Looked into and left at once; who asks for a file waits in its cell, not here.
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    files: HashMap<String, Arc<OnceCell<File>>>,
    bytes: usize,
}

/// What a robots.txt came to.
struct File {
    url: String,
    asked_at: Timestamp,
    said: Said,
    crawl_delay: Option<Duration>,
}

enum Said {
    /// There is none, or none that can be read: everything is allowed.
    Nothing,
    Rules(Arc<Rules>),
    /// It could not be told what the site allows, so it allows nothing for now.
    Closed(RobotsRule),
}

/// The rules for us.
struct Rules {
    parsed: robotxt::Robots,
    /// The lines of rules that are written otherwise than they are understood, by their pattern.
    written: HashMap<String, String>,
}

/// What came of asking for leave.
#[derive(Default)]
pub(super) struct Leave {
    /// How the look ends before it has begun, if it does.
    pub(super) refused: Option<Outcome>,
    /// When the file was asked for, where it was.
    pub(super) asked_at: Option<Timestamp>,
    /// Of asking for the file, where it was not known.
    pub(super) exchanges: Vec<Exchange>,
    /// What the site wants between two requests, where that has just become known.
    pub(super) crawl_delay: Option<Duration>,
}

impl Robots {
    pub(super) fn new(policy: RobotsPolicy) -> Self {
        Self { policy, known: Mutex::default() }
    }

    /// Asks for leave to request `url`.
    pub(super) async fn leave(&self, fetcher: &Fetcher, url: &Url, purpose: Purpose) -> Leave {
        let keeps_to_it = match purpose {
            Purpose::Source => self.policy != RobotsPolicy::Ignore,
            Purpose::Probe => true,
            Purpose::Robots | Purpose::Archive => false,
        };
        if !keeps_to_it || url.path() == PATH || url.cannot_be_a_base() {
            return Leave::default();
        }
        let mut leave = Leave::default();
        let cell = self.cell(&url[..Position::BeforePath]);
        let found = cell.get_or_try_init(async || {
            let file = url.join(PATH).expect("an address with a path may have any other");
            let Look { observation, body, exchanges, .. } = ask(fetcher, &request(file)).await;
            leave.exchanges = exchanges;
            let file = read(&observation, body.map(|body| body.bytes)).await?;
            leave.crawl_delay = file.crawl_delay;
            self.remember(file.bytes());
            Ok(file)
        });
        match found.await {
            Ok(file) => {
                leave.asked_at = Some(file.asked_at);
                leave.refused = file.refuses(url).await.map(|refusal| Outcome::Skipped(Skip::Robots(refusal)));
            }
            Err(outcome) => leave.refused = Some(outcome),
        }
        leave
    }

    /// The file of a site, which is named by what stands before the path in its addresses.
    fn cell(&self, site: &str) -> Arc<OnceCell<File>> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(cell) = known.files.get(site) {
            return Arc::clone(cell);
        }
        Arc::clone(known.files.entry(site.to_owned()).or_default())
    }

    fn remember(&self, bytes: usize) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.bytes += bytes;
        if known.bytes > REMEMBERED {
            *known = Known::default();
        }
    }
}

fn request(file: Url) -> LookRequest {
    LookRequest { url: file, accept_datetime: None, follow: Follow::All, purpose: Purpose::Robots, known: None }
}

/// A look within a look, which needs a box of its own.
fn ask<'a>(fetcher: &'a Fetcher, request: &'a LookRequest) -> Pin<Box<dyn Future<Output = Look> + Send + 'a>> {
    Box::pin(fetcher.look(request))
}

/// What a look at the file says; an error is how the look at the page ends as well, and is not remembered.
async fn read(look: &crate::observation::Observation, body: Option<Vec<u8>>) -> Result<File, Outcome> {
    let said = match &look.outcome {
        Outcome::Answered(answer) => match (answer.status, &answer.body) {
            (200..=299, BodyEnd::TimedOut) => Said::Closed(RobotsRule::NoAnswer(NoAnswer::Timeout(Phase::Total))),
            (200..=299, _) => Said::parse(body.unwrap_or_default()).await,
            (500..=599, _) => Said::Closed(RobotsRule::Status(answer.status)),
            _ => Said::Nothing,
        },
        Outcome::NoAnswer(why) if look.hops.is_empty() && never_reached(why) => return Err(look.outcome.clone()),
        Outcome::NoAnswer(why) if leads_nowhere(why) => Said::Nothing,
        Outcome::NoAnswer(why) => Said::Closed(RobotsRule::NoAnswer(why.clone())),
        Outcome::Skipped(Skip::NotInReplay) => Said::Nothing,
        Outcome::Skipped(Skip::Budget | Skip::AskedToWait(_)) => return Err(look.outcome.clone()),
        // The page has the same host, and is refused for the same reason.
        Outcome::Skipped(_) if look.hops.is_empty() => return Err(look.outcome.clone()),
        // A redirect of the file that we do not follow: behind it there is none.
        Outcome::Skipped(_) => Said::Nothing,
    };
    let crawl_delay = match &said {
        Said::Rules(rules) => rules.parsed.crawl_delay(),
        Said::Nothing | Said::Closed(_) => None,
    };
    Ok(File { url: look.url.clone(), asked_at: look.observed_at, said, crawl_delay })
}

/// Whether nothing was ever asked: then the page cannot be asked for either.
fn never_reached(why: &NoAnswer) -> bool {
    matches!(
        why,
        NoAnswer::Dns(_)
            | NoAnswer::Refused
            | NoAnswer::Unreachable
            | NoAnswer::Timeout(Phase::Connect)
            | NoAnswer::Tls(_)
            | NoAnswer::Proxy
    )
}

/// Whether redirects of the file were not followed to an end: behind them there is none.
fn leads_nowhere(why: &NoAnswer) -> bool {
    matches!(
        why,
        NoAnswer::TooManyRedirects | NoAnswer::RedirectLoop | NoAnswer::BadRedirect(_) | NoAnswer::LongRedirect(_)
    )
}

impl Said {
    async fn parse(bytes: Vec<u8>) -> Self {
        let parse = move || Self::Rules(Arc::new(Rules::read(&bytes)));
        off_thread(parse).await
    }
}

impl File {
    fn bytes(&self) -> usize {
        match &self.said {
            Said::Rules(rules) => rules.bytes() + self.url.len(),
            Said::Nothing | Said::Closed(_) => self.url.len(),
        }
    }

    /// The line that refuses this address, if one does.
    async fn refuses(&self, url: &Url) -> Option<RobotsRefusal> {
        let why = match &self.said {
            Said::Nothing => None,
            Said::Closed(why) => Some(why.clone()),
            Said::Rules(rules) => {
                let path = url[Position::BeforePath..Position::AfterQuery].to_owned();
                let rules = Arc::clone(rules);
                if rules.parsed.rules().len().saturating_mul(path.len()) < QUICK {
                    rules.refusing(&path)
                } else {
                    off_thread(move || rules.refusing(&path)).await
                }
            }
        };
        why.map(|why| RobotsRefusal { robots_txt: self.url.clone(), why })
    }
}

impl Rules {
    fn read(file: &[u8]) -> Self {
        let file = plain(file);
        let parsed = parse(&file);
        let written = written(&file);
        Self { parsed, written }
    }

    fn bytes(&self) -> usize {
        let rules: usize = self.parsed.rules().iter().map(|rule| rule.pattern().len() + size_of::<Rule>()).sum();
        let written: usize = self.written.iter().map(|(pattern, line)| pattern.len() + line.len()).sum();
        rules + written
    }

    /// The rule that refuses a path, as the file has it.
    fn refusing(&self, path: &str) -> Option<RobotsRule> {
        let path = self.encoded(path);
        let rule = self.parsed.matching_rule(&path).filter(|rule| !rule.is_allow())?;
        let line = self.written.get(rule.pattern()).cloned().unwrap_or_else(|| understood(rule));
        Some(RobotsRule::Line(line))
    }

    /// A path as a file can name it whose rules mean `*` or `$` itself and not what the two stand for (RFC 9309, 2.2.3).
    fn encoded<'a>(&self, path: &'a str) -> Cow<'a, str> {
        let mut path = Cow::Borrowed(path);
        for (sign, code) in [("*", "%2A"), ("$", "%24")] {
            if path.contains(sign) && self.parsed.rules().iter().any(|rule| rule.pattern().contains(code)) {
                path = Cow::Owned(path.replace(sign, code));
            }
        }
        path
    }
}

fn parse(file: &[u8]) -> robotxt::Robots {
    robotxt::Robots::parse(file, PRODUCT)
}

/// A rule as most files write it.
fn understood(rule: &Rule) -> String {
    format!("Disallow: {}", rule.pattern())
}

fn lines(file: &[u8]) -> impl Iterator<Item = &[u8]> {
    file.split_inclusive(|byte| matches!(byte, b'\n' | b'\r' | 0))
}

/// The field of a line and its value, with the colon.
fn parts(line: &[u8]) -> (&[u8], &[u8]) {
    line.split_at(line.iter().position(|byte| *byte == b':').unwrap_or(line.len()))
}

/// A group is for a product whatever stands behind its name, as `/1.0`: the standard ends the name at the first character
/// that no product name holds.
fn plain(file: &[u8]) -> Vec<u8> {
    let is_of_name = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'_');
    let mut plain = Vec::with_capacity(file.len());
    for line in lines(file) {
        let (field, value) = parts(line);
        if field.trim_ascii().eq_ignore_ascii_case(b"user-agent") {
            let start =
                value.iter().skip(1).position(|byte| !byte.is_ascii_whitespace()).map_or(value.len(), |at| at + 1);
            let name = value[start..].iter().take_while(|byte| is_of_name(byte)).count();
            if name > 0 {
                plain.extend([field, &value[..start + name], b"\n"].concat());
                continue;
            }
        }
        plain.extend_from_slice(line);
    }
    plain
}

/// The lines that refuse something and are written otherwise than they are understood: `/%61` is `/a`, `/ø` is `/%C3%B8`.
/// Which lines are for us tells the same file once each of its rules has its number for a path.
fn written(file: &[u8]) -> HashMap<String, String> {
    let mut numbered = Vec::with_capacity(file.len());
    let mut found = Vec::new();
    for line in lines(file) {
        let alone = parse(&[b"User-agent: *\n", line].concat());
        match alone.rules() {
            [rule] => {
                let field = if rule.is_allow() { "Allow" } else { "Disallow" };
                numbered.extend(format!("{field}: /{}\n", found.len()).bytes());
                let line = line.split(|byte| *byte == b'#').next().unwrap_or_default();
                found.push((rule.clone(), String::from_utf8_lossy(line).trim().to_owned()));
            }
            _ => numbered.extend_from_slice(line),
        }
    }
    if found.iter().all(|(rule, line)| rule.is_allow() || understood(rule) == *line) {
        return HashMap::new();
    }
    let numbered = parse(&numbered);
    let ours = numbered.rules().iter().filter_map(|rule| rule.pattern()[1..].parse::<usize>().ok());
    let ours = ours.filter_map(|number| found.get(number)).filter(|(rule, _)| !rule.is_allow());
    ours.map(|(rule, line)| (rule.pattern().to_owned(), line.clone())).collect()
}

async fn off_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(failure) => std::panic::resume_unwind(failure.into_panic()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file: &str, path: &str, expected: Option<&str>) {
        let found = Rules::read(file.as_bytes()).refusing(path);
        let expected = expected.map(|line| RobotsRule::Line(line.to_owned()));
        assert_eq!(found, expected, "{path} by\n{file}");
    }

    #[test]
    fn the_line_that_refuses_is_told() {
        check("", "/a", None);
        check("User-agent: *\nDisallow:\n", "/a", None);
        check("User-agent: *\nDisallow: /\n", "/a", Some("Disallow: /"));
        check("User-agent: *\nDisallow: /a\nDisallow: /a/b\n", "/a/b/c", Some("Disallow: /a/b"));
        check("User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b/c", None);
        check("User-agent: *\nAllow: /a\nDisallow: /a\n", "/a", None);
        check("User-agent: *\nDisallow: /*?print=\n", "/a?print=1", Some("Disallow: /*?print="));
        check("User-agent: *\nDisallow: /*.pdf$\n", "/a.pdf", Some("Disallow: /*.pdf$"));
        check("User-agent: *\nDisallow: /*.pdf$\n", "/a.pdf?x", None);
    }

    #[test]
    fn the_line_is_told_as_the_file_has_it() {
        check("User-agent: *\nDisallow: /søk\n", "/s%C3%B8k", Some("Disallow: /søk"));
        check("User-agent: *\nDisallow: /%61/b\n", "/a/b", Some("Disallow: /%61/b"));
        check("User-agent: *\nDisallow: /%61/b\n", "/%61/b", Some("Disallow: /%61/b"));
        check("User-agent: *\n  disallow:/a/%7e  # homes\r\n", "/a/~", Some("disallow:/a/%7e"));
        check("User-agent: *\nDisallow: a\n", "/a", Some("Disallow: a"));
        let groups = "User-agent: *\nDisallow: /a/b\nUser-agent: citewatch/2\nAllow: /c\nDisallow: /%61/b\n";
        check(groups, "/a/b", Some("Disallow: /%61/b"));
        let others = "User-agent: x\nDisallow: /%61/b\nUser-agent: *\nDisallow: /a/b\n";
        check(others, "/a/b", Some("Disallow: /a/b"));
    }

    #[test]
    fn our_own_group_outweighs_that_for_all() {
        let file = "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: CiteWatch\nDisallow: /private\n";
        check(file, "/a", None);
        check(file, "/private/a", Some("Disallow: /private"));
        check("User-agent: citewatchful\nDisallow: /\n", "/a", None);
        for name in ["citewatch/1.0", "CITEWATCH 2", "citewatch*", "citewatch # us", "\tcitewatch\t"] {
            check(&format!("User-agent: *\nAllow: /\nUser-agent:{name}\nDisallow: /\n"), "/a", Some("Disallow: /"));
        }
        check("\u{feff}User-Agent: other/1\nDisallow: /\n", "/a", None);
        check(
            "User-agent: citewatch\nDisallow: /a\nUser-agent: x\nAllow: /\nUser-agent: citewatch\nDisallow: /b\n",
            "/b",
            Some("Disallow: /b"),
        );
    }

    #[test]
    fn a_star_or_a_dollar_that_is_encoded_stands_for_itself() {
        let file = "User-agent: *\nDisallow: /a%2ab\nDisallow: /c%24d\n";
        for (path, expected) in [
            ("/a*bc", Some("Disallow: /a%2ab")),
            ("/a%2Ab", Some("Disallow: /a%2ab")),
            ("/axb", None),
            ("/c$d/e", Some("Disallow: /c%24d")),
            ("/c%24d", Some("Disallow: /c%24d")),
            ("/c", None),
        ] {
            check(file, path, expected);
        }
        check("User-agent: *\nDisallow: /a*$\nDisallow: /b$c\n", "/b$c", Some("Disallow: /b$c"));
        check("User-agent: *\nDisallow: /a*c$\n", "/a*bc", Some("Disallow: /a*c$"));
    }

    #[test]
    fn what_is_no_rule_is_no_rule() {
        check("\u{feff}User-agent: *\r\nDisallow: /a # why\r\n", "/a", Some("Disallow: /a"));
        check("Disallow: /\n", "/a", None);
        check("<html><p>User-agent: * Disallow: /</p></html>", "/a", None);
        check("User-agent: *\n\u{0}\u{1}\nDisallow /a\n", "/b", None);
    }

    #[test]
    fn half_a_megabyte_of_rules_ends_soon() {
        let file = format!("User-agent: *\n{}", "Disallow: /*a*b*c*d\n".repeat(30_000));
        let path = format!("/{}", "abc".repeat(600));
        check(&file, &path, None);
    }
}
