//! One look: ask, follow, try again, read, and say what happened.

mod again;
mod onward;
mod patience;

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::{Instant, sleep};
use url::Url;

use super::body::{self, Body, KeepRaw, Late, Payload, Plan};
use super::budget::Room;
use super::client::{Ask, Network, Received, Sent};
use super::cookies::Jar;
use super::guard::{self, Reach};
use super::headers::{all_text, first_text, headers, kept};
use super::lane::{Held, Lanes, Turn};
use super::no_answer::Failure;
use super::no_answer::Route;
use super::pace::Mood;
use super::redirect::{self, Step, Visited};
use super::resolve::Heard;
use super::retry;
use super::robots;
use super::unchanged;
use super::{FetchSetupError, Fetcher, Follow, Look, LookRequest, NetworkOptions, Purpose, Source};
use crate::clock;
use crate::evidence::{AsOf, Replay, Thread};
use crate::locator::host::{self, HostName};
use crate::observation::exchange::{Exchange, ExchangeAnswer, Response};
use crate::observation::{Answer, Hop, NoAnswer, Observation, Outcome, Phase, Skip, Trouble};
use again::Again;
pub(crate) use onward::Trail;
pub(super) use onward::send_on;
use patience::Rest;

/// What stands behind a redirect is read for so long, to keep the connection.
const DRAIN: Duration = Duration::from_secs(2);

/// The network, its lanes, and what a look may take of it.
pub(super) struct OnNetwork {
    pub(super) network: Network,
    pub(super) lanes: Lanes,
    timeout: Duration,
    pub(super) keep: KeepRaw,
}

impl OnNetwork {
    pub(super) fn new(options: &NetworkOptions) -> Result<Self, FetchSetupError> {
        let lanes = Lanes::new(options.fetch.concurrency, options.fetch.per_host, options.paces.iter().cloned());
        let network = Network::new(options, Heard::default())?;
        let keep = if options.record { KeepRaw::Yes } else { KeepRaw::No };
        Ok(Self { network, lanes, timeout: options.fetch.timeout, keep })
    }

    pub(super) fn route(&self) -> Route {
        self.network.route()
    }

    pub(super) fn heard(&self) -> bool {
        self.network.heard()
    }

    pub(super) fn is_cut_off(&self) -> bool {
        self.network.is_cut_off()
    }

    pub(super) fn waited(&self) -> (u64, Duration) {
        self.lanes.waited()
    }

    pub(super) fn asked(&self, host: &HostName) -> Option<Duration> {
        self.lanes.asked(host)
    }

    pub(super) fn hold(&self, host: &HostName, asked: Duration) {
        self.lanes.hold(host, asked);
    }
}

pub(super) async fn look(fetcher: &Fetcher, request: &LookRequest) -> Look {
    let began = Instant::now();
    let mut chain = Chain::new(fetcher, request, began);
    let (outcome, body) = chain.walk().await;
    let elapsed_ms = match fetcher.source {
        Source::Network(_) => u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
        Source::Replay { .. } => 0,
    };
    let trail = chain.trail(0);
    let observation = Observation {
        url: request.url.to_string(),
        observed_at: chain.observed_at.unwrap_or_else(|| nothing_at(fetcher)),
        hops: chain.hops,
        retried: chain.retried,
        outcome,
        elapsed_ms,
        cut_off: false,
        replayed: matches!(fetcher.source, Source::Replay { .. }),
    };
    Look { observation, body, exchanges: chain.exchanges, room: chain.room, trail }
}

/// The date of a look of which nothing is dated: now, or of recorded files the date for which they answer.
fn nothing_at(fetcher: &Fetcher) -> Timestamp {
    match &fetcher.source {
        Source::Network(_) => clock::now(),
        Source::Replay { files, as_of } => as_of.map(AsOf::last).or(files.newest()).unwrap_or_default(),
    }
}

/// A look under way.
struct Chain<'a> {
    fetcher: &'a Fetcher,
    request: &'a LookRequest,
    url: Url,
    deadline: Instant,
    jar: Jar,
    visited: Visited,
    hops: Vec<Hop>,
    retried: Vec<Trouble>,
    exchanges: Vec<Exchange>,
    observed_at: Option<Timestamp>,
    /// Where a recorded look is read.
    thread: Option<Thread>,
    /// What the body of the last answer counts for.
    room: Option<Arc<Room>>,
    /// What redirects to other hosts ask for.
    rest: Rest,
    again: Again,
}

/// A head that came, the request that it answers, and the turn that is held until the body is read.
struct Arrival {
    sent_at: Timestamp,
    request_headers: Vec<(String, String)>,
    received: Received,
    turn: Option<Turn>,
}

/// Why there is no answer to read.
enum Miss {
    NoAnswer(NoAnswer),
    Skipped(Skip),
}

impl From<Miss> for Outcome {
    fn from(miss: Miss) -> Self {
        match miss {
            Miss::NoAnswer(why) => Outcome::NoAnswer(why),
            Miss::Skipped(why) => Outcome::Skipped(why),
        }
    }
}

/// What came of one attempt.
enum Tried {
    Arrived(Box<Arrival>),
    /// Nothing to stay with; the next attempt is due after this.
    Again(Duration),
}

impl<'a> Chain<'a> {
    fn new(fetcher: &'a Fetcher, request: &'a LookRequest, began: Instant) -> Self {
        let timeout = match &fetcher.source {
            Source::Network(network) => network.timeout,
            // Nothing is waited for.
            Source::Replay { .. } => Duration::from_mins(1),
        };
        Self {
            fetcher,
            request,
            url: request.url.clone(),
            deadline: began + timeout,
            jar: Jar::default(),
            visited: Visited::default(),
            hops: Vec::new(),
            retried: Vec::new(),
            exchanges: Vec::new(),
            observed_at: None,
            thread: None,
            room: None,
            rest: Rest::default(),
            again: Again::default(),
        }
    }

    async fn walk(&mut self) -> (Outcome, Option<Body>) {
        let mut is_new = true;
        loop {
            if is_new && self.visited.again(&self.url, &self.jar.header(&self.url)) {
                return (Outcome::NoAnswer(NoAnswer::RedirectLoop), None);
            }
            let arrival = match self.arrive().await {
                Ok(arrival) => arrival,
                Err(miss) => return (miss.into(), None),
            };
            for value in headers(&arrival.received, "set-cookie") {
                self.jar.take(value, &self.url);
            }
            let locations: Vec<&[u8]> = headers(&arrival.received, "location").collect();
            let step = match self.request.follow {
                Follow::All => redirect::step(&self.url, arrival.received.status, &locations, self.hops_left()),
                Follow::None => Step::Stay,
            };
            match step {
                Step::Stay => {
                    let (outcome, body) = self.read(arrival).await;
                    is_new = !self.asks_for_the_rest(&outcome);
                    if is_new {
                        return (self.again.settled(outcome), body);
                    }
                }
                Step::Stop(why) => {
                    let location = redirect::kept(&self.url, redirect::written(&locations));
                    let (status, peer) = (arrival.received.status, arrival.received.peer);
                    self.hops.push(Hop { url: self.url.to_string(), status, location, peer });
                    self.leave(arrival).await;
                    return (Outcome::NoAnswer(why), None);
                }
                Step::Go { next, location } => {
                    let (status, peer) = (arrival.received.status, arrival.received.peer);
                    self.rest.asked(patience::later(&arrival.received), &self.url, &next);
                    self.leave(arrival).await;
                    let location = redirect::kept(&self.url, location);
                    self.hops.push(Hop { url: self.url.to_string(), status, location, peer });
                    self.url = next;
                    is_new = true;
                }
            }
        }
    }

    fn hops_left(&self) -> usize {
        let most = if self.request.purpose == Purpose::Robots { robots::HOPS } else { redirect::MAX_HOPS };
        most.saturating_sub(self.hops.len())
    }

    /// Asks robots.txt for leave to go on. That takes its own time, not the page's.
    async fn leave_to_ask(&mut self) -> Result<(), Miss> {
        let began = Instant::now();
        let robots::Leave { refused, asked_at, exchanges, crawl_delay } =
            self.fetcher.robots.leave(self.fetcher, &self.url, self.request.purpose).await;
        self.deadline += began.elapsed();
        self.exchanges.extend(exchanges);
        match (&self.fetcher.source, crawl_delay) {
            (Source::Network(on), Some(delay)) => on.lanes.crawl_delay(&host::lane(&self.url), delay),
            (Source::Replay { .. }, _) if refused.is_some() => {
                self.observed_at = self.observed_at.or(asked_at);
            }
            (Source::Network(_) | Source::Replay { .. }, _) => {}
        }
        match refused {
            None => Ok(()),
            Some(Outcome::NoAnswer(why)) => Err(Miss::NoAnswer(why)),
            Some(Outcome::Skipped(why)) => Err(Miss::Skipped(why)),
            Some(Outcome::Answered(_)) => unreachable!("robots.txt answers for itself only"),
        }
    }

    /// The head of the answer of the URL at hand, after as many attempts as it takes.
    async fn arrive(&mut self) -> Result<Arrival, Miss> {
        self.leave_to_ask().await?;
        match &self.fetcher.source {
            Source::Network(on) => self.ask(on).await.inspect_err(|miss| self.record_skip(miss)),
            Source::Replay { files, as_of } => self.replay(files, *as_of),
        }
    }

    /// The answer of the URL at hand as it was recorded, after as many attempts as that took.
    fn replay(&mut self, files: &Replay, as_of: Option<AsOf>) -> Result<Arrival, Miss> {
        let mut before = 0;
        loop {
            let exchange = self.recorded(files, as_of)?;
            self.observed_at.get_or_insert(exchange.sent_at);
            let again = files.tried_again(self.thread, &exchange.url);
            match exchange.answer {
                ExchangeAnswer::Skipped(why) => return Err(Miss::Skipped(why)),
                ExchangeAnswer::NoAnswer(why) if again => self.retried.push(Trouble::NoAnswer(why)),
                ExchangeAnswer::NoAnswer(why) => return Err(self.gave_up(why, before)),
                ExchangeAnswer::Response(response)
                    if again
                        && (retry::asks_for_patience(response.status)
                            || again::refuses_the_question(response.status, &exchange.request_headers)) =>
                {
                    self.retried.push(Trouble::Status(response.status));
                }
                ExchangeAnswer::Response(response) => {
                    return Ok(replayed(exchange.sent_at, exchange.request_headers, response));
                }
            }
            before += 1;
        }
    }

    fn recorded(&mut self, files: &Replay, as_of: Option<AsOf>) -> Result<Exchange, Miss> {
        let mut url = self.url.clone();
        url.set_fragment(None);
        let found = match self.request.accept_datetime {
            // A TimeGate that was asked for one date answers for no other; what it leads to has one answer.
            Some(wanted) if self.hops.is_empty() => files.find_timegate(url.as_str(), wanted),
            Some(wanted) => files.find_timegate(url.as_str(), wanted).or_else(|| files.find(url.as_str(), as_of)),
            None => files.follow(&mut self.thread, url.as_str(), as_of),
        };
        found.ok_or_else(|| {
            // What was refused when the files were made is not in them; it is refused for the same reason.
            let refused =
                guard::admit(&self.url, guard::Peer::Looked, &crate::locator::address::Allow::default()).err();
            Miss::Skipped(refused.unwrap_or(Skip::NotInReplay))
        })
    }

    /// Tells the evidence what was not asked, so that a replay tells it as well. A password stays out of it.
    fn record_skip(&mut self, miss: &Miss) {
        if let Miss::Skipped(why) = miss
            && *why != Skip::Credentials
        {
            let at = *self.observed_at.get_or_insert_with(clock::now);
            self.record(at, Vec::new(), ExchangeAnswer::Skipped(why.clone()));
        }
    }

    async fn ask(&mut self, on: &OnNetwork) -> Result<Arrival, Miss> {
        let peer = on.network.peer(&self.url);
        let reach = guard::admit(&self.url, peer, on.network.allow()).map_err(Miss::Skipped)?;
        self.take_the_rest().await?;
        let mut before = 0;
        loop {
            match self.attempt(on, reach, before).await? {
                Tried::Arrived(arrival) => return Ok(*arrival),
                Tried::Again(pause) => sleep(pause).await,
            }
            before += 1;
        }
    }

    async fn attempt(&mut self, on: &OnNetwork, reach: Reach, before: usize) -> Result<Tried, Miss> {
        let turn = self.turn(on).await?;
        let left = self.deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            let (at, why) = (clock::now(), NoAnswer::Timeout(Phase::Total));
            self.record(at, Vec::new(), ExchangeAnswer::NoAnswer(why.clone()));
            return Err(self.gave_up(why, before));
        }
        let ask = Ask {
            url: &self.url,
            purpose: self.request.purpose,
            accept_datetime: self.request.accept_datetime,
            known: self.request.known.as_ref().filter(|known| !self.again.whole && known.is_of(&self.url)),
            cookies: &self.jar.header(&self.url),
            reach,
            until: Instant::now() + retry::head_wait(left, before),
        };
        let Sent { at, headers, result } = on.network.send(&ask, self.keep()).await;
        self.observed_at.get_or_insert(at);
        let mut pause = self.judge(on, &turn, before, &result);
        if let Ok(received) = &result
            && again::refuses_the_question(received.status, &headers)
            && !again::is_wall(received)
        {
            self.again.whole = true;
            pause = pause.or(Some(Duration::ZERO));
        }
        match (result, pause) {
            (Err(Failure::Private(address)), _) => Err(Miss::Skipped(Skip::PrivateAddress(address.to_string()))),
            (Ok(received), None) => {
                let arrival = Arrival { sent_at: at, request_headers: headers, received, turn: Some(turn) };
                Ok(Tried::Arrived(Box::new(arrival)))
            }
            (Ok(received), Some(pause)) => {
                self.retried.push(Trouble::Status(received.status));
                self.leave(Arrival { sent_at: at, request_headers: headers, received, turn: Some(turn) }).await;
                Ok(Tried::Again(pause))
            }
            (Err(Failure::NoAnswer(NoAnswer::Dns(_))), _) if let Some(why) = guard::unknown_here(&self.url) => {
                Err(Miss::Skipped(why))
            }
            (Err(Failure::NoAnswer(why)), pause) => {
                self.record(at, headers, ExchangeAnswer::NoAnswer(why.clone()));
                let Some(pause) = pause else { return Err(self.gave_up(why, before)) };
                self.retried.push(Trouble::NoAnswer(why));
                Ok(Tried::Again(pause))
            }
        }
    }

    /// How the last attempt ended. One that the deadline cut short tells less than the one before it.
    fn gave_up(&mut self, why: NoAnswer, before: usize) -> Miss {
        if before > 0
            && why == NoAnswer::Timeout(Phase::Total)
            && let Some(Trouble::NoAnswer(earlier)) = self.retried.pop_if(|last| matches!(last, Trouble::NoAnswer(_)))
        {
            return Miss::NoAnswer(earlier);
        }
        Miss::NoAnswer(why)
    }

    /// Waits for a turn at the host. The queue is ours, so that it does not count against the page's time.
    async fn turn(&mut self, on: &OnNetwork) -> Result<Turn, Miss> {
        let asked = Instant::now();
        let turn = on.lanes.enter(&host::lane(&self.url)).await;
        self.deadline += asked.elapsed();
        turn.map_err(|Held(asked)| {
            Miss::Skipped(asked.map_or(Skip::Budget, |asked| Skip::AskedToWait(asked.as_secs())))
        })
    }

    /// Leaves an answer that is not the last: what stands behind it is read only as far as that costs nothing.
    async fn leave(&mut self, arrival: Arrival) {
        let Arrival { sent_at, request_headers, received, turn } = arrival;
        let Received { version, status, headers, peer, payload } = received;
        let until = self.deadline.min(Instant::now() + DRAIN);
        let (payload, end) = body::drain(payload, until, self.keep()).await;
        drop(turn);
        let response = Response { version, status, headers, payload, end, peer };
        self.record(sent_at, request_headers, ExchangeAnswer::Response(response));
    }

    /// Reads the last answer.
    async fn read(&mut self, arrival: Arrival) -> (Outcome, Option<Body>) {
        if arrival.received.status == 304 && unchanged::was_asked(&arrival.request_headers) {
            return (self.unchanged(arrival).await, None);
        }
        let Arrival { sent_at, request_headers, received, turn } = arrival;
        let Received { version, status, headers, peer, payload } = received;
        let content_type = first_text(&headers, "content-type");
        let coding = all_text(&headers, "content-encoding");
        let most = (self.request.purpose == Purpose::Robots).then_some(robots::MOST);
        let plan = Plan { coding: &coding, content_type: content_type.as_deref(), most, keep_raw: self.keep() };
        let mut read = body::read(payload, &plan, self.deadline, &self.fetcher.budget).await;
        if let (Some(turn), Some(Late::Host)) = (&turn, read.late) {
            turn.note(Mood::Silent);
        }
        self.again.late = read.late;
        self.room = read.room();
        // Archives are asked one thing after another, with the answers at hand.
        if let (Some(turn), Purpose::Source) = (turn, self.request.purpose) {
            read = read.holding(turn.into_slot());
        }
        let answer = Answer {
            final_url: self.url.to_string(),
            status,
            content_type,
            headers: kept(&headers),
            bytes: read.body.bytes.len() as u64,
            sha256: read.sha256(),
            body: read.end.clone(),
            peer,
            unchanged_since: None,
            signs: None,
            quote_found: false,
            probe: None,
            shared: None,
        };
        let response =
            Response { version, status, headers, payload: std::mem::take(&mut read.raw), end: read.raw_end, peer };
        self.record(sent_at, request_headers, ExchangeAnswer::Response(response));
        (Outcome::Answered(answer), read.decoded())
    }

    /// Takes the answer that the page is as it was. What a body of it would hold is no part of HTTP.
    async fn unchanged(&mut self, arrival: Arrival) -> Outcome {
        let known = self.request.known.as_ref().expect("the request asked for changes to it");
        let Received { headers, peer, .. } = &arrival.received;
        let answer = known.confirmed(&self.url, kept(headers), *peer);
        self.leave(arrival).await;
        Outcome::Answered(answer)
    }

    fn record(&mut self, sent_at: Timestamp, request_headers: Vec<(String, String)>, answer: ExchangeAnswer) {
        if self.keep() == KeepRaw::No {
            return;
        }
        let mut url = self.url.clone();
        url.set_fragment(None);
        self.exchanges.push(Exchange { url: url.into(), sent_at, request_headers, answer });
    }

    fn keep(&self) -> KeepRaw {
        match &self.fetcher.source {
            Source::Network(on) => on.keep,
            Source::Replay { .. } => KeepRaw::No,
        }
    }
}

/// A recorded answer, from here on like any other.
fn replayed(sent_at: Timestamp, request_headers: Vec<(String, String)>, response: Response) -> Arrival {
    let Response { version, status, headers, payload, end, peer } = response;
    let received = Received { version, status, headers, peer, payload: Payload::Kept(payload, end) };
    Arrival { sent_at, request_headers, received, turn: None }
}
