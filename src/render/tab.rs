//! One page in a browser: opened, guarded while its scripts run, and read once it has come to rest.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::time::Duration;

use data_encoding::BASE64;
use futures_util::StreamExt;
use futures_util::future::BoxFuture;
use futures_util::stream::FuturesUnordered;
use rustix::process::Pid;
use serde_json::{Value, json};
use tokio::time::{Instant, MissedTickBehavior, interval, timeout_at};
use url::Url;

use super::pipe::{CALL, Message, Pipe};
use super::process::{Process, attach};
use super::procfs;
use super::request::{Kind, Paused, refusal};
use crate::fetch::{Rendered, Visit, VisitAnswer, VisitRefused};
use crate::observation::exchange::PayloadEnd;
use crate::observation::rendering::BrowserFailure;
use crate::observation::{BodyEnd, NoAnswer};

/// Requests of one page that are answered; an ordinary page without its pictures makes some thirty.
const REQUESTS: usize = 200;

/// Of these so many at once, as browsers have to one host.
const REQUESTS_AT_ONCE: usize = 6;

/// Decoded bytes that one page is sent in all.
const BYTES: usize = 32 << 20;

/// Of these in one answer.
const BYTES_OF_ONE: usize = 16 << 20;

/// One request.
const PATIENCE: Duration = Duration::from_secs(15);

/// Frames and workers of one page that are let run.
const TARGETS: usize = 32;

/// Bytes that the processes of one page take for themselves: an idle browser takes a fifth of it.
const MEMORY: u64 = 1 << 30;

/// Between two looks at time and memory.
const TICK: Duration = Duration::from_millis(100);

/// A page that asks for nothing for so long has come to rest, unless its words still change.
const QUIET: Duration = Duration::from_millis(500);

/// A page whose words change as often as it is read, a clock or a carousel, is taken as it is after so many times.
const READINGS: usize = 5;

/// So long before its time is over a page is read, at rest or not; of a short time a quarter.
const LAST_READING: Duration = Duration::from_secs(4);

/// Characters of a page that is written out.
const PAGE: usize = 8 << 20;

/// Writes the page out, open shadow trees included, in a world of its own, where the page has changed nothing.
const READ: &str = "(most => {
    const roots = [];
    const walk = node => {
        for (const element of node.querySelectorAll('*')) {
            if (element.shadowRoot) { roots.push(element.shadowRoot); walk(element.shadowRoot); }
        }
    };
    walk(document);
    const root = document.documentElement;
    const inner = root ? root.getHTML({ shadowRoots: roots }) : '';
    const language = (root ? root.lang : '').replace(/[^A-Za-z0-9-]/g, '');
    const html = `<!DOCTYPE html><html lang=\"${language}\">${inner}`;
    return { html: html.slice(0, most).toWellFormed(), cut: html.length > most, url: location.href };
})";

/// A call that is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Call {
    /// Only that it is answered.
    Plain,
    Open,
    World,
    Read,
}

/// What a page was read to be.
#[derive(Debug, PartialEq, Eq)]
struct Written {
    html: String,
    url: String,
    cut: bool,
}

type Answering<'a> = BoxFuture<'a, (Paused, Result<VisitAnswer, VisitRefused>)>;

/// A page that is being shown.
pub(super) struct Tab<'a> {
    pipe: &'a mut Pipe,
    visit: &'a Visit<'a>,
    group: Pid,
    session: String,
    frame: String,
    deadline: Instant,
    /// From here on it is read, at rest or not.
    late: Instant,
    calls: HashMap<u64, (Call, Instant)>,
    waiting: VecDeque<Paused>,
    under_way: FuturesUnordered<Answering<'a>>,
    requests: usize,
    bytes: usize,
    targets: usize,
    loaded: bool,
    /// When anything last came or went.
    moved_at: Instant,
    /// With which the page itself was sent.
    status: Option<u16>,
    reading: bool,
    readings: usize,
    written: Option<Written>,
}

/// Why a page is given up.
enum End {
    Failed(BrowserFailure),
    Done(PayloadEnd),
}

impl From<io::Error> for End {
    fn from(error: io::Error) -> Self {
        let stuck = error.kind() == io::ErrorKind::TimedOut;
        End::Failed(if stuck { BrowserFailure::Stuck } else { BrowserFailure::Crashed })
    }
}

impl<'a> Tab<'a> {
    pub(super) fn new(process: &'a mut Process, visit: &'a Visit<'a>, time: Duration) -> Self {
        let deadline = Instant::now() + time;
        Self {
            visit,
            group: process.group,
            session: process.session.clone(),
            frame: process.frame.clone(),
            pipe: &mut process.pipe,
            deadline,
            late: deadline - LAST_READING.min(time / 4),
            calls: HashMap::new(),
            waiting: VecDeque::new(),
            under_way: FuturesUnordered::new(),
            requests: 0,
            bytes: 0,
            targets: 0,
            loaded: false,
            moved_at: Instant::now(),
            status: None,
            reading: false,
            readings: 0,
            written: None,
        }
    }

    /// Opens a page and reads it once it has come to rest, or its time is nearly over.
    pub(super) async fn show(mut self, page: &Url) -> Result<Rendered, NoAnswer> {
        let ended = match timeout_at(self.deadline, self.watch(page)).await {
            Ok(ended) => ended,
            // What was read before it stopped answering is what it showed by then.
            Err(_) if self.written.is_some() => End::Done(PayloadEnd::AtDeadline),
            Err(_) => End::Failed(BrowserFailure::Stuck),
        };
        let end = match ended {
            End::Done(end) => end,
            End::Failed(why) => return Err(NoAnswer::Browser(why)),
        };
        let no_page = NoAnswer::Browser(BrowserFailure::NoPage);
        let written = self.written.filter(|written| written.url.starts_with("http")).ok_or(no_page.clone())?;
        let end = if written.cut { PayloadEnd::AtCap } else { end };
        Ok(Rendered { url: written.url, status: self.status.ok_or(no_page)?, html: written.html, end })
    }

    async fn watch(&mut self, page: &Url) -> End {
        if let Err(error) = self.open(page).await {
            return error.into();
        }
        let mut tick = interval(TICK);
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let step = tokio::select! {
                message = self.pipe.receive() => match message {
                    Ok(message) => self.hear(message).await,
                    Err(error) => Err(error.into()),
                },
                Some((paused, answer)) = self.under_way.next() => self.give(paused, answer).await,
                _ = tick.tick() => self.check().await,
            };
            if let Err(end) = step {
                return end;
            }
        }
    }

    async fn open(&mut self, page: &Url) -> io::Result<()> {
        let session = self.session.clone();
        self.guard(&session).await?;
        for method in ["Page.enable", "Inspector.enable"] {
            self.call(Call::Plain, method, json!({})).await?;
        }
        self.call(Call::Open, "Page.navigate", json!({ "url": page.as_str() })).await
    }

    /// Nothing of a session goes anywhere but to us.
    async fn guard(&mut self, session: &str) -> io::Result<()> {
        for (method, params) in [
            ("Fetch.enable", json!({ "patterns": [{ "urlPattern": "*" }] })),
            ("Network.enable", json!({})),
            ("Network.setBypassServiceWorker", json!({ "bypass": true })),
            ("Target.setAutoAttach", attach()),
            ("Runtime.runIfWaitingForDebugger", json!({})),
        ] {
            self.pipe.call(Some(session), method, params).await?;
        }
        Ok(())
    }

    async fn call(&mut self, call: Call, method: &str, params: Value) -> io::Result<()> {
        let session = self.session.clone();
        let id = self.pipe.call(Some(&session), method, params).await?;
        self.calls.insert(id, (call, Instant::now() + CALL));
        Ok(())
    }

    async fn hear(&mut self, message: Message) -> Result<(), End> {
        if let Some(id) = message.id {
            return match self.calls.remove(&id) {
                Some((call, _)) => self.answered(call, &message.result).await,
                None => Ok(()),
            };
        }
        let of_page = message.session.as_ref() == Some(&self.session);
        let of_frame = message.params["frameId"] == *self.frame || message.params["frame"]["id"] == *self.frame;
        match message.method.as_str() {
            "Fetch.requestPaused" => self.asked(&message).await?,
            "Page.loadEventFired" if of_page => self.loaded = true,
            "Page.frameStartedLoading" | "Page.frameNavigated" if of_page && of_frame => {
                self.loaded = self.loaded && message.method == "Page.frameNavigated";
                self.moved_at = Instant::now();
            }
            "Page.javascriptDialogOpening" => {
                let leaves = message.params["type"] == "beforeunload";
                let answer = json!({ "accept": leaves });
                self.pipe.call(message.session.as_deref(), "Page.handleJavaScriptDialog", answer).await?;
            }
            "Target.attachedToTarget" => self.attached(&message.params).await?,
            "Inspector.targetCrashed" if of_page => return Err(End::Failed(BrowserFailure::Crashed)),
            "Target.detachedFromTarget" if message.params["sessionId"] == *self.session => {
                return Err(End::Failed(BrowserFailure::Crashed));
            }
            _ => {}
        }
        Ok(())
    }

    /// A frame or a worker runs once it is guarded; a window is closed.
    async fn attached(&mut self, params: &Value) -> io::Result<()> {
        let about = &params["targetInfo"];
        let session = params["sessionId"].as_str().unwrap_or_default().to_owned();
        match about["type"].as_str() {
            Some("page") if session != self.session => {
                self.pipe.call(None, "Target.closeTarget", json!({ "targetId": about["targetId"] })).await?;
            }
            Some("iframe" | "worker") if self.targets < TARGETS => {
                self.targets += 1;
                self.guard(&session).await?;
            }
            _ => {}
        }
        Ok(())
    }

    async fn asked(&mut self, message: &Message) -> io::Result<()> {
        let Some(paused) = Paused::read(message) else { return Ok(()) };
        self.requests += 1;
        if paused.kind == Kind::NoText || self.requests > REQUESTS || paused.asking.is_none() {
            tracing::trace!(kind = ?paused.kind, "a request of a page is not made");
            self.pipe.call(Some(&paused.session), "Fetch.failRequest", paused.failed("BlockedByClient")).await?;
            return Ok(());
        }
        self.moved_at = Instant::now();
        self.waiting.push_back(paused);
        self.begin();
        Ok(())
    }

    fn begin(&mut self) {
        while self.under_way.len() < REQUESTS_AT_ONCE {
            let Some(mut paused) = self.waiting.pop_front() else { return };
            let Some(asking) = paused.asking.take() else { continue };
            let (visit, most) = (self.visit, BYTES.saturating_sub(self.bytes).min(BYTES_OF_ONE));
            self.under_way.push(Box::pin(async move {
                let answer = visit.answer(asking, most, PATIENCE).await;
                (paused, answer)
            }));
        }
    }

    /// Gives the browser what was answered.
    async fn give(&mut self, paused: Paused, answer: Result<VisitAnswer, VisitRefused>) -> Result<(), End> {
        self.moved_at = Instant::now();
        self.begin();
        let is_page = paused.kind == Kind::Document && paused.frame == self.frame;
        let answer = answer.and_then(|answer| self.within_all(answer));
        let (method, params) = match answer {
            Ok(answer) => {
                if is_page {
                    self.status = Some(answer.status);
                }
                let header = |(name, value): &(String, String)| json!({ "name": name, "value": value });
                let headers: Vec<Value> = answer.headers.iter().map(header).collect();
                let body = BASE64.encode(&answer.body);
                let params = json!({
                    "requestId": paused.id, "responseCode": answer.status, "responseHeaders": headers, "body": body,
                });
                ("Fetch.fulfillRequest", params)
            }
            Err(why) => {
                tracing::debug!(%why, "a request of a page in a browser is refused");
                ("Fetch.failRequest", paused.failed(refusal(&why)))
            }
        };
        self.pipe.call(Some(&paused.session), method, params).await?;
        Ok(())
    }

    /// Counts what the page is sent. Of several answers that were under way at once, the last may be too much.
    fn within_all(&mut self, answer: VisitAnswer) -> Result<VisitAnswer, VisitRefused> {
        let bytes = self.bytes + answer.body.len();
        if bytes > BYTES {
            return Err(VisitRefused::Body(BodyEnd::OverCap));
        }
        self.bytes = bytes;
        Ok(answer)
    }

    async fn check(&mut self) -> Result<(), End> {
        let (now, group) = (Instant::now(), self.group);
        let held = tokio::task::spawn_blocking(move || procfs::memory(group)).await.unwrap_or_default();
        if held > MEMORY {
            return Err(End::Failed(BrowserFailure::Memory));
        }
        let late = now >= self.late;
        if self.calls.values().any(|(_, until)| *until <= now) {
            return Err(match self.written {
                Some(_) => End::Done(PayloadEnd::AtDeadline),
                None => End::Failed(BrowserFailure::Stuck),
            });
        }
        let at_rest = self.loaded && self.under_way.is_empty() && now.duration_since(self.moved_at) >= QUIET;
        if !self.reading && (at_rest || late) {
            self.reading = true;
            let world = json!({ "frameId": self.frame, "worldName": "citewatch" });
            self.call(Call::World, "Page.createIsolatedWorld", world).await?;
        }
        Ok(())
    }

    async fn answered(&mut self, call: Call, result: &Value) -> Result<(), End> {
        match call {
            Call::Open if result["errorText"].is_string() => return Err(End::Failed(BrowserFailure::NoPage)),
            Call::Plain | Call::Open => {}
            Call::World => {
                // A page that is just being left has no world; it is read when the next has come.
                let Some(world) = result["executionContextId"].as_u64() else {
                    self.reading = false;
                    return Ok(());
                };
                let expression = format!("{READ}({PAGE})");
                let read = json!({ "expression": expression, "contextId": world, "returnByValue": true });
                self.call(Call::Read, "Runtime.evaluate", read).await?;
            }
            Call::Read => return self.read(&result["result"]["value"]),
        }
        Ok(())
    }

    /// Takes what the page is by now. It is done when that is what it was before.
    fn read(&mut self, value: &Value) -> Result<(), End> {
        self.reading = false;
        self.moved_at = Instant::now();
        let (Some(html), Some(url)) = (value["html"].as_str(), value["url"].as_str()) else { return Ok(()) };
        let written = Written { html: html.to_owned(), url: url.to_owned(), cut: value["cut"] == true };
        let same = self.written.as_ref() == Some(&written);
        self.written = Some(written);
        self.readings += 1;
        if self.loaded && (same || self.readings >= READINGS) {
            return Err(End::Done(PayloadEnd::Whole));
        }
        if Instant::now() >= self.late {
            return Err(End::Done(PayloadEnd::AtDeadline));
        }
        Ok(())
    }
}
