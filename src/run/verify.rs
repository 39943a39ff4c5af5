//! Reads one source, a URL or a file, and holds quotes against it.

use std::path::Path;

use anyhow::{Context, bail};
use url::Url;

use super::looking::refresh;
use crate::fetch::{Fetcher, Follow, LookRequest, Purpose};
use crate::observation::{BodyEnd, Observation, Outcome};
use crate::page::{Page, SaidBy};
use crate::reader::{Body, Bytes, Passage, Reader, Reading};
use crate::verdict::quote::Trust;
use crate::verdict::source::{self, Quotes, SourceFacts};
use crate::verdict::{Confirmation, Reason, SourceVerdict, TitleVerdict, Unreadable};

/// Files larger than this are refused: the cap of a page, and some.
const MAX_FILE: u64 = 100 << 20;

/// Where the page is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// On the web.
    Url(Url),
    /// A file.
    File(String),
}

/// An address that gave no answer, which may be for want of a network.
#[derive(Debug, thiserror::Error)]
#[error("failed to read {url}: {why}")]
pub(crate) struct NoAnswer {
    url: Url,
    why: String,
}

/// A source as read, with one match a passage.
#[derive(Debug)]
pub(crate) struct Verified {
    /// What the page says, texts included.
    pub(crate) page: Page,
    /// The address that answered; none for a file.
    pub(crate) url: Option<String>,
    /// What became of the address; none for a file.
    pub(crate) verdict: Option<SourceVerdict>,
    /// The status of the last answer.
    pub(crate) status: Option<u16>,
    /// One a passage.
    pub(crate) matches: Vec<crate::quote_match::QuoteMatch>,
}

impl Verified {
    /// Whether the page can be trusted to be the source, and has a text: a page that is gone or withheld cannot.
    pub(crate) fn is_readable(&self) -> bool {
        self.verdict.as_ref().is_none_or(SourceVerdict::is_live) && !self.page.texts.is_empty()
    }

    /// Whether not finding something on the page means anything, as `check` has it; else why not.
    pub(crate) fn trust(&self) -> Trust {
        let doubt = self.verdict.as_ref().and_then(|verdict| verdict.doubt);
        let trust = Trust::of(&self.page, self.page.script_only(), TitleVerdict::Unknown);
        match (trust.after(&self.page, &self.matches), doubt) {
            (Trust::Whole, Some(why)) => Trust::Doubtful(why),
            (trust, _) => trust,
        }
    }

    /// Why nothing can be held against it, where that is so.
    pub(crate) fn unreadable(&self) -> Option<Unreadable> {
        let verdict = self.verdict.as_ref();
        let live = verdict.is_none_or(SourceVerdict::is_live);
        match self.trust() {
            _ if self.is_readable() => None,
            _ if verdict.is_some_and(|verdict| verdict.reason == Some(Reason::ScriptOnly)) => {
                Some(Unreadable::ScriptOnly)
            }
            _ if !live => Some(Unreadable::NotLive),
            Trust::Doubtful(why) => Some(why),
            Trust::Whole => Some(Unreadable::NoText),
        }
    }

    /// Why no quote can be held against it, in a sentence.
    pub(crate) fn trouble(&self) -> Option<String> {
        if self.is_readable() && self.page.unread.is_none() {
            return None;
        }
        if let Some(unread) = self.page.unread {
            return Some(unread.told().to_owned());
        }
        let said = self.verdict.as_ref().and_then(|verdict| verdict.findings.first());
        Some(said.map_or_else(|| "It has no text that can be read.".to_owned(), |finding| finding.message.clone()))
    }
}

impl Source {
    /// What begins with `http://` or `https://` is a URL, everything else a file.
    pub(crate) fn parse(text: &str) -> anyhow::Result<Self> {
        let start = text.get(..8).unwrap_or(text).to_ascii_lowercase();
        if start.starts_with("http://") || start.starts_with("https://") {
            return Ok(Self::Url(Url::parse(text).with_context(|| format!("failed to read the address {text}"))?));
        }
        match Url::parse(text) {
            Ok(url) if text.contains("://") => {
                bail!("failed to read {text}: {} is neither http nor https", url.scheme())
            }
            Ok(_) | Err(_) => Ok(Self::File(text.to_owned())),
        }
    }
}

/// Reads a source and looks for the passages. A `content_type` that is given holds, whatever the server or the bytes say.
pub(crate) async fn verify(
    fetcher: &Fetcher,
    reader: &Reader,
    source: &Source,
    content_type: Option<String>,
    passages: Vec<Passage>,
) -> anyhow::Result<Verified> {
    match source {
        Source::File(path) => file(reader, path, content_type, passages).await,
        Source::Url(url) => address(fetcher, reader, url, content_type, passages).await,
    }
}

async fn file(
    reader: &Reader,
    path: &str,
    content_type: Option<String>,
    passages: Vec<Passage>,
) -> anyhow::Result<Verified> {
    let told = || format!("failed to read {path}");
    let size = tokio::fs::metadata(path).await.with_context(told)?;
    if !size.is_file() {
        bail!("failed to read {path}: it is {}", if size.is_dir() { "a folder" } else { "not a file" });
    }
    if size.len() > MAX_FILE {
        bail!("failed to read {path}: larger than {} MiB", MAX_FILE >> 20);
    }
    let body = tokio::fs::read(path).await.with_context(told)?;
    let said_by = said_by(content_type.as_deref());
    let content_type = content_type.or_else(|| of_ending(path));
    let bytes = Bytes { body: Body::File(body), content_type, url: path.to_owned(), cut: false };
    let Reading { page, matches } = reader.read_as(bytes, said_by, passages).await;
    Ok(Verified { page, url: None, verdict: None, status: None, matches })
}

async fn address(
    fetcher: &Fetcher,
    reader: &Reader,
    url: &Url,
    content_type: Option<String>,
    passages: Vec<Passage>,
) -> anyhow::Result<Verified> {
    let request = LookRequest {
        url: url.clone(),
        accept_datetime: None,
        follow: Follow::All,
        purpose: Purpose::Source,
        known: None,
    };
    let mut look = fetcher.look(&request).await;
    // A type that is given is that of the page asked for, not of what it would lead to.
    let reading = match &content_type {
        Some(_) => None,
        None => refresh::read(Some(fetcher), reader, &mut look, &passages).await,
    };
    let judged = |look: &Observation, page: Option<&Page>, quotes: Quotes| {
        source::judge(&SourceFacts {
            history: std::slice::from_ref(look),
            page,
            quotes,
            shared: None,
            expect: None,
            confirmation: Confirmation::OneLook,
            now: look.observed_at,
        })
    };
    let said = |verdict: SourceVerdict| verdict.findings.into_iter().next().map(|finding| finding.message);
    let why =
        || said(judged(&look.observation, None, Quotes::Unasked)).unwrap_or_else(|| "nothing answered".to_owned());
    let answer = match &look.observation.outcome {
        Outcome::Answered(answer) => answer,
        Outcome::NoAnswer(_) => return Err(NoAnswer { url: url.clone(), why: why() }.into()),
        Outcome::Skipped(_) => bail!("failed to read {url}: {}", why()),
    };
    let said_by = said_by(content_type.as_deref());
    let bytes = Bytes {
        body: look.body.map_or_else(|| Body::File(Vec::new()), Body::Fetched),
        content_type: content_type.or_else(|| answer.content_type.clone()),
        url: answer.final_url.clone(),
        cut: answer.body != BodyEnd::Whole,
    };
    let Reading { page, matches } = match reading {
        Some(reading) => reading,
        None => reader.read_as(bytes, said_by, passages).await,
    };
    let quotes = match matches.iter().any(super::work::proves_life) {
        true => Quotes::Found,
        false if matches.is_empty() => Quotes::Unasked,
        false => Quotes::Absent,
    };
    let (url, status) = (Some(answer.final_url.clone()), Some(answer.status));
    if let Some(answer) = look.observation.answer_mut() {
        answer.signs = Some(Box::new(page.signs.clone()));
    }
    let verdict = Some(judged(&look.observation, Some(&page), quotes));
    Ok(Verified { page, url, verdict, status, matches })
}

fn said_by(given: Option<&str>) -> SaidBy {
    if given.is_some() { SaidBy::User } else { SaidBy::Server }
}

fn of_ending(path: &str) -> Option<String> {
    let ending = Path::new(path).extension()?.to_str()?.to_ascii_lowercase();
    let content_type = match ending.as_str() {
        "html" | "htm" => "text/html",
        "xhtml" | "xht" => "application/xhtml+xml",
        "txt" | "text" | "md" | "markdown" => "text/plain",
        "pdf" => "application/pdf",
        _ => return None,
    };
    Some(content_type.to_owned())
}
