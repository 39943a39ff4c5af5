//! Asks an archive to save a page: the Wayback Machine by its Save Page Now, a pywb that records by the way it records.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

use super::identity::same_page;
use super::raw::Flag;
use super::spn::{self, Answer, Quota};
use super::table::{capture_prefix, raw_url};
use super::trouble::{Fate, Trouble};
use super::{Archives, Shown};
use crate::clock;
use crate::config::{ArchiveServer, Dialect};
use crate::fetch::{Authorization, Call, Called, Fetcher, NotCalled};
use crate::observation::capture::{Capture, CaptureSearch, Depth};
use crate::observation::exchange::Exchange;
use crate::observation::{NoAnswer, Skip};

/// Save Page Now answers once it has put a job in a row; when it is busy that takes its time.
const SUBMITTED_WITHIN: Duration = Duration::from_mins(1);

/// A page is recorded while it is fetched: two minutes are what Save Page Now gives one.
const RECORDED_WITHIN: Duration = Duration::from_mins(2);

/// A capture of somebody else's from this time is as good, and a job that was begun twice is the same job.
const NOT_ARCHIVED_WITHIN: &str = "1d";

/// Redirects of a page that is recorded.
const MAX_HOPS: usize = 5;

/// Clocks of an archive and of ours differ by less.
const SKEW: SignedDuration = SignedDuration::from_mins(2);

/// What is recorded is in the index after this, or will never be.
const INDEXED_WITHIN: SignedDuration = SignedDuration::from_hours(1);

/// Whose captures they are: of an account of the Internet Archive.
#[derive(Debug, Clone)]
pub(crate) struct Keys(Authorization);

impl Keys {
    /// The two parts of a key, as the account shows them.
    pub(crate) fn new(access: &str, secret: &str) -> Self {
        Self(Authorization::new(format!("LOW {access}:{secret}")))
    }
}

/// What has become of a page that the archive was asked to save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Progress {
    /// Under way; the name that it is asked after by.
    Job(String),
    /// Done.
    Captured(Capture),
    /// The archive does not know of the job, or not any more.
    Lost,
    /// Not done.
    Not(Trouble),
}

/// An archive that saves.
#[derive(Debug, Clone)]
pub(crate) struct Saver {
    server: ArchiveServer,
    address: String,
    keys: Option<Keys>,
}

impl Saver {
    /// The first of the archives that saves.
    pub(crate) fn first(servers: &[ArchiveServer]) -> Option<&ArchiveServer> {
        servers.iter().find(|server| server.save.is_some())
    }

    /// None where the archive does not save.
    pub(crate) fn new(server: &ArchiveServer, keys: Option<Keys>) -> Option<Self> {
        Some(Self { server: server.clone(), address: server.save.clone()?, keys })
    }

    /// Whether it saves for those only who show a key.
    pub(crate) fn needs_keys(server: &ArchiveServer) -> bool {
        server.dialect == Dialect::Wayback
    }

    pub(crate) fn name(&self) -> &str {
        &self.server.name
    }

    /// How much it would save now; nothing known where it does not say.
    pub(crate) async fn quota(&self, fetcher: &Fetcher) -> Result<Quota, Trouble> {
        if self.server.dialect != Dialect::Wayback {
            return Ok(Quota::default());
        }
        let system = self.called(fetcher, &format!("{}/status/system", self.address), None).await?;
        spn::works(system.status, &system.body)?;
        // The number keeps caches from answering.
        let now = clock::now().as_millisecond();
        let user = self.called(fetcher, &format!("{}/status/user?_t={now}", self.address), None).await?;
        spn::quota(user.status, &user.body)
    }

    /// Asks for a page to be saved.
    pub(crate) async fn begin(&self, fetcher: &Fetcher, url: &Url) -> Progress {
        let progress = match self.server.dialect {
            Dialect::Wayback => self.submit(fetcher, url).await,
            Dialect::Pywb | Dialect::Memento | Dialect::Aggregator => self.record(fetcher, url).await,
        };
        progress.unwrap_or_else(Progress::Not)
    }

    /// Looks at what was asked for; no answer after `within` is no answer.
    pub(crate) async fn look(&self, fetcher: &Fetcher, url: &Url, job: &str, within: Duration) -> Progress {
        match self.server.dialect {
            Dialect::Wayback => self.job(fetcher, url, job, within).await.unwrap_or_else(Progress::Not),
            Dialect::Pywb | Dialect::Memento | Dialect::Aggregator => self.recorded(fetcher, url, job).await,
        }
    }

    /// Whether a capture can be seen yet, and what was exchanged to know it: fresh ones cannot for a while, and lead to an
    /// older one instead.
    pub(crate) async fn shows(&self, fetcher: &Fetcher, capture: &Capture) -> (bool, Vec<Exchange>) {
        let Some(raw) = super::raw::fetch(fetcher, capture, None, Flag::of(self.server.dialect)).await else {
            return (false, Vec::new());
        };
        let near = |at: Timestamp| at.duration_since(capture.captured_at).abs() <= SKEW;
        (raw.shown() == Shown::Page && raw.captured_at.is_some_and(near), raw.look.exchanges)
    }

    async fn submit(&self, fetcher: &Fetcher, url: &Url) -> Result<Progress, Trouble> {
        let form = vec![
            ("url", url.to_string()),
            ("skip_first_archive", "1".to_owned()),
            ("if_not_archived_within", NOT_ARCHIVED_WITHIN.to_owned()),
        ];
        let called = self.called(fetcher, &self.address, Some(form)).await?;
        Ok(self.progress(url, spn::begun(called.status, &called.body), &called))
    }

    async fn job(&self, fetcher: &Fetcher, url: &Url, job: &str, within: Duration) -> Result<Progress, Trouble> {
        let name = utf8_percent_encode(job, NON_ALPHANUMERIC).to_string().replace("%2D", "-");
        let address = format!("{}/status/{name}", self.address);
        let called = self.called_within(fetcher, &address, None, within.min(SUBMITTED_WITHIN)).await?;
        Ok(self.progress(url, spn::looked_at(called.status, &called.body, job), &called))
    }

    fn progress(&self, url: &Url, answer: Answer, called: &Called) -> Progress {
        match answer {
            Answer::Job(job) | Answer::Follow(job) => Progress::Job(job),
            Answer::Captured(at, captured) => Progress::Captured(self.capture(url, at, captured)),
            Answer::Lost => Progress::Lost,
            Answer::Not(trouble) => Progress::Not(Trouble { wait: called.retry_after, ..trouble }),
        }
    }

    fn capture(&self, url: &Url, at: Timestamp, captured: Option<String>) -> Capture {
        // A job may be another's, for a page that leads to the same one: what was asked for has a capture of its own then,
        // which leads there as well.
        let page = captured.filter(|captured| same_page(captured, url)).unwrap_or_else(|| url.to_string());
        // An archive of which only the index is known serves its captures beside the place that saves.
        let beside = || format!("{}web/", self.address.trim_end_matches('/').trim_end_matches("save"));
        let prefix = capture_prefix(&self.server).map_or_else(beside, str::to_owned);
        let url = format!("{prefix}{}/{page}", at.strftime("%Y%m%d%H%M%S"));
        let raw_url = raw_url(&url);
        let archive = self.server.name.clone();
        Capture { archive, url, raw_url, captured_at: at, status: Some(200), digest: None }
    }

    /// Fetches the page through an archive that records what it fetches, redirects as well.
    async fn record(&self, fetcher: &Fetcher, url: &Url) -> Result<Progress, Trouble> {
        let began = clock::now();
        let mut page = url.clone();
        for _ in 0..=MAX_HOPS {
            let called = self.called(fetcher, &format!("{}{page}", self.address), None).await?;
            if !called.is_capture {
                return Err(not_recorded(called.status));
            }
            let next = called.location.as_deref().and_then(|location| self.onward(&page, location));
            match (called.status, next) {
                (300..=399, Some(next)) if next != page => page = next,
                (200..=299, _) if called.is_whole => return Ok(Progress::Job(began.to_string())),
                (200..=299, _) => return Err(trouble(Fate::Later, "broke off before the page was whole")),
                (status, _) => return Err(of_status(status)),
            }
        }
        Err(trouble(Fate::Refused, "was redirected too often by the page"))
    }

    /// Where a recorded page redirects: its own words, or the archive's for them.
    fn onward(&self, page: &Url, location: &str) -> Option<Url> {
        let to = location.strip_prefix(&self.address).unwrap_or(location);
        page.join(to).ok().filter(|to| matches!(to.scheme(), "http" | "https"))
    }

    /// What was recorded since `job`, a moment, as the archive itself lists it.
    async fn recorded(&self, fetcher: &Fetcher, url: &Url, job: &str) -> Progress {
        let Ok(since) = job.parse::<Timestamp>() else { return Progress::Lost };
        let archives = Archives::new(std::slice::from_ref(&self.server), Duration::ZERO);
        let search = archives.captures(fetcher, url, None, Depth::Thorough).await.search;
        let fresh = |capture: &Capture| capture.captured_at >= since - SKEW;
        match search {
            CaptureSearch::Found(captures) if captures.first().is_some_and(fresh) => {
                captures.into_iter().next().map_or(Progress::Lost, Progress::Captured)
            }
            CaptureSearch::OnlyErrors(why) | CaptureSearch::Unknown(why) => {
                Progress::Not(Trouble::new(Fate::Later, None, why))
            }
            _ if clock::now().duration_since(since) > INDEXED_WITHIN => Progress::Lost,
            _ => Progress::Job(job.to_owned()),
        }
    }

    async fn called(
        &self,
        fetcher: &Fetcher,
        address: &str,
        form: Option<Vec<(&'static str, String)>>,
    ) -> Result<Called, Trouble> {
        let timeout = if self.keys.is_some() { SUBMITTED_WITHIN } else { RECORDED_WITHIN };
        self.called_within(fetcher, address, form, timeout).await
    }

    async fn called_within(
        &self,
        fetcher: &Fetcher,
        address: &str,
        form: Option<Vec<(&'static str, String)>>,
        timeout: Duration,
    ) -> Result<Called, Trouble> {
        let url = Url::parse(address).map_err(|_| trouble(Fate::Closed, "has an address that is none"))?;
        let authorization = self.keys.as_ref().map(|keys| keys.0.clone());
        let called = fetcher.call(&Call { url, form, authorization, timeout }).await;
        called.map_err(|why| match why {
            NotCalled::NoAnswer(NoAnswer::Refused | NoAnswer::Unreachable) => {
                trouble(Fate::Closed, "takes no connection")
            }
            NotCalled::NoAnswer(NoAnswer::Dns(_)) => trouble(Fate::Closed, "is not found: its name is not known"),
            NotCalled::NoAnswer(NoAnswer::Timeout(_)) => trouble(Fate::Later, "does not answer in time"),
            NotCalled::NoAnswer(_) => trouble(Fate::Later, "gives no answer that can be read"),
            NotCalled::Skipped(Skip::Budget | Skip::AskedToWait(_)) => {
                trouble(Fate::Closed, "has failed or refused too often")
            }
            NotCalled::Skipped(Skip::PrivateAddress(address)) => {
                let words = format!("is at {address}, which is not public (--allow-private {address} allows it)");
                Trouble::new(Fate::Closed, None, words)
            }
            NotCalled::Skipped(_) => trouble(Fate::Closed, "may not be asked"),
        })
    }
}

fn trouble(fate: Fate, words: &str) -> Trouble {
    Trouble::new(fate, None, words.to_owned())
}

/// An answer that is no capture is the archive's own, and not the page's.
fn not_recorded(status: u16) -> Trouble {
    match status {
        200..=399 | 404 | 405 => trouble(Fate::Closed, "records nothing under the address of `save`"),
        _ => Trouble::new(Fate::Unknown, None, format!("could not fetch the page (status {status})")),
    }
}

/// Of a page that was recorded as it is.
fn of_status(status: u16) -> Trouble {
    let fate = match status {
        429 => Fate::Busy,
        500.. => Fate::Later,
        _ => Fate::Refused,
    };
    Trouble::new(fate, None, format!("answers for the page with status {status}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_saved_has_an_address_even_where_only_the_index_is_known() {
        let server = ArchiveServer {
            name: "a".to_owned(),
            dialect: Dialect::Wayback,
            timegate: None,
            timemap: None,
            cdx: Some("https://archive.test/cdx/search/cdx".to_owned()),
            save: Some("https://archive.test/save".to_owned()),
        };
        let saver = Saver::new(&server, None).unwrap();
        let page = Url::parse("https://a.test/b").unwrap();
        let at = Timestamp::from_second(1_700_000_000).unwrap();
        let made = saver.capture(&page, at, None);
        assert_eq!(made.url, "https://archive.test/web/20231114221320/https://a.test/b");
        // The page as it was captured, in its own spelling; and a job that was of another page.
        let spelt = saver.capture(&page, at, Some("http://a.test:80/b".to_owned()));
        assert_eq!(spelt.url, "https://archive.test/web/20231114221320/http://a.test:80/b");
        let other = saver.capture(&page, at, Some("https://a.test/another".to_owned()));
        assert_eq!(other.url, "https://archive.test/web/20231114221320/https://a.test/b");
    }
}
