//! Goes on from an answer that sends its reader on from within the page, as a redirect does from within the head.

use std::time::Duration;

use tokio::time::Instant;
use url::Url;

use super::super::cookies::Jar;
use super::super::redirect::{self, Visited};
use super::super::{Fetcher, Follow, Look, LookRequest, Purpose, Source};
use super::Chain;
use crate::evidence::Thread;
use crate::observation::{Hop, NoAnswer, Outcome};

/// Pages that send on, in one look. Two are met where a site moved twice; more are a game.
const MOST: usize = 3;

/// What a look that may go on knows of its way so far.
#[derive(Debug)]
pub(crate) struct Trail {
    jar: Jar,
    visited: Visited,
    /// Pages that sent on.
    sent_on: usize,
    thread: Option<Thread>,
    /// What is left of the time of the look.
    left: Duration,
}

impl Chain<'_> {
    /// What it takes to go on; nothing where the first answer is the last.
    pub(super) fn trail(&mut self, sent_on: usize) -> Option<Trail> {
        let goes_on =
            self.request.follow == Follow::All && matches!(self.request.purpose, Purpose::Source | Purpose::Probe);
        goes_on.then(|| Trail {
            jar: std::mem::take(&mut self.jar),
            visited: std::mem::take(&mut self.visited),
            sent_on,
            thread: self.thread,
            left: self.deadline.saturating_duration_since(Instant::now()),
        })
    }
}

/// Follows the page that `look` ended at to where it sends its reader, as written. False where it stays: the address
/// cannot be followed, or is the page's own. The body of the look has been read and dropped.
pub(crate) async fn send_on(fetcher: &Fetcher, look: &mut Look, to: &str) -> bool {
    let Some((from, hop)) = hop(look, to) else { return false };
    let Some(next) = redirect::target(&from, to).filter(|next| !same_page(&from, next) && !redirect::is_too_long(next))
    else {
        return false;
    };
    let (Some(trail), Ok(url)) = (look.trail.take(), Url::parse(&look.observation.url)) else { return false };
    let request =
        LookRequest { url, accept_datetime: None, follow: Follow::All, purpose: Purpose::Source, known: None };
    let began = Instant::now();
    let mut chain = Chain::new(fetcher, &request, began);
    let Trail { jar, visited, sent_on, thread, left } = trail;
    if let Source::Network(_) = fetcher.source {
        chain.deadline = began + left;
    }
    (chain.url, chain.jar, chain.visited, chain.thread) = (next, jar, visited, thread);
    chain.observed_at = Some(look.observation.observed_at);
    chain.hops = std::mem::take(&mut look.observation.hops);
    chain.retried = std::mem::take(&mut look.observation.retried);
    chain.exchanges = std::mem::take(&mut look.exchanges);
    chain.hops.push(hop);
    // Who holds room waits for none.
    look.room = None;
    let (outcome, body) = if sent_on >= MOST || chain.hops.len() > redirect::MAX_HOPS {
        (Outcome::NoAnswer(NoAnswer::TooManyRedirects), None)
    } else {
        chain.walk().await
    };
    look.trail = chain.trail(sent_on + 1);
    look.room = chain.room.take();
    look.body = body;
    look.observation.outcome = outcome;
    if let Source::Network(_) = fetcher.source {
        look.observation.elapsed_ms += u64::try_from(began.elapsed().as_millis()).unwrap_or(0);
    }
    look.observation.hops = chain.hops;
    look.observation.retried = chain.retried;
    look.exchanges = chain.exchanges;
    true
}

fn hop(look: &Look, to: &str) -> Option<(Url, Hop)> {
    let answer = look.observation.answer()?;
    let from = Url::parse(&answer.final_url).ok()?;
    let hop = Hop {
        url: from.to_string(),
        status: answer.status,
        location: redirect::kept(&from, to.to_owned()),
        peer: answer.peer,
    };
    Some((from, hop))
}

fn same_page(from: &Url, to: &Url) -> bool {
    let bare = |url: &Url| {
        let mut url = url.clone();
        url.set_fragment(None);
        url
    };
    bare(from) == bare(to)
}
