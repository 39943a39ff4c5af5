//! Reads pages and holds quotes against them, off the async threads, with a deadline and a bound on how many at once.

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use tokio::sync::{Semaphore, oneshot};

use crate::citation::QuoteKind;
use crate::fetch;
use crate::page::{self, ContentHead, Page, SaidBy};
use crate::quote_match::{FoldedPage, QuoteMatch};

/// Time for the parser of one page. Real pages take milliseconds a megabyte; nested bombs take minutes.
const READ_TIME: Duration = Duration::from_secs(2);

/// The version of the rules that read pages: texts kept in the store under another are read again.
pub(crate) const EXTRACTOR: u32 = 4;

/// The version of the rules that look for quotes in a text: matches kept in the store under another are made anew.
pub(crate) const MATCHER: u32 = 3;

/// Pages up to that size are read side by side. 2 of 2,165 ordinary pages are twice as large.
const USUAL: usize = 1024 * 1024;

/// Bytes of memory that reading takes for a byte of the page, at the worst: that of `<p>a` again and again.
const TIMES: usize = 64;

/// Memory in which pages of a usual size are read side by side: one at the worst, some hundred as they are.
const SIDE_BY_SIDE: usize = 64 * 1024 * 1024;

/// Where pages are read: as many at once as there are processors, so that a flood of bodies waits as bytes and not as
/// trees. Large pages, which take up to 256 MiB, are read one after another, and no other page waits for them.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    places: Arc<Semaphore>,
    memory: Arc<Semaphore>,
    large: mpsc::Sender<Job>,
}

/// Work for the thread of the large pages. It is always the same thread, because the memory that a thread has used is
/// kept for it: others would each keep as much again.
type Job = Box<dyn FnOnce() + Send>;

/// A passage to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Passage {
    /// Without its quotation marks.
    pub(crate) text: String,
    /// What sort of passage.
    pub(crate) kind: QuoteKind,
}

/// Where the bytes of a page come from.
#[derive(Debug)]
pub(crate) enum Body {
    /// An answer.
    Fetched(fetch::Body),
    /// A file.
    File(Vec<u8>),
}

/// The bytes of a page and what the server said of them.
#[derive(Debug)]
pub(crate) struct Bytes {
    /// Decoded; what room it takes of the bytes in flight is given back when it has been read.
    pub(crate) body: Body,
    /// `Content-Type` as sent.
    pub(crate) content_type: Option<String>,
    /// The URL that answered.
    pub(crate) url: String,
    /// Whether the body ended before its end.
    pub(crate) cut: bool,
}

/// A page as read, and its matches in the order of the passages.
#[derive(Debug)]
pub(crate) struct Reading {
    /// What the page says.
    pub(crate) page: Page,
    /// One a passage.
    pub(crate) matches: Vec<QuoteMatch>,
}

impl Body {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Fetched(body) => &body.bytes,
            Self::File(bytes) => bytes,
        }
    }
}

impl Reader {
    /// Places for as many pages at once as the machine has processors.
    pub(crate) fn new() -> Self {
        let processors = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        let of = |permits| Arc::new(Semaphore::new(permits));
        let (large, jobs) = mpsc::channel::<Job>();
        std::thread::spawn(move || jobs.into_iter().for_each(|job| job()));
        Self { places: of(processors), memory: of(SIDE_BY_SIDE), large }
    }

    /// Reads a page and looks for the passages.
    pub(crate) async fn read(&self, bytes: Bytes, passages: Vec<Passage>) -> Reading {
        self.read_as(bytes, SaidBy::Server, passages).await
    }

    /// The same where it is known who says what type the content is.
    pub(crate) async fn read_as(&self, bytes: Bytes, said_by: SaidBy, passages: Vec<Passage>) -> Reading {
        let size = bytes.body.bytes().len();
        self.off_thread(size, move || {
            let page = read_in_time(&bytes, said_by);
            drop(bytes);
            let matches = find_all(&page, &passages);
            Reading { page, matches }
        })
        .await
    }

    /// Looks for passages in a page that was read before.
    pub(crate) async fn find(&self, page: Page, passages: Vec<Passage>) -> Vec<QuoteMatch> {
        let size = page.texts.iter().map(|text| text.text.len()).sum();
        self.off_thread(size, move || find_all(&page, &passages)).await
    }

    async fn off_thread<T: Send + 'static>(&self, size: usize, work: impl FnOnce() -> T + Send + 'static) -> T {
        if size > USUAL {
            return self.alone(work).await;
        }
        let memory = u32::try_from(size * TIMES).expect("a usual page fits");
        let memory = self.memory.clone().acquire_many_owned(memory).await.expect("the semaphore is never closed");
        let place = self.places.clone().acquire_owned().await.expect("the semaphore is never closed");
        let done = tokio::task::spawn_blocking(move || {
            let result = work();
            drop((place, memory));
            result
        });
        match done.await {
            Ok(result) => result,
            Err(failure) if failure.is_panic() => std::panic::resume_unwind(failure.into_panic()),
            // The program ends, because of a failure elsewhere, and this with it.
            Err(_) => std::future::pending().await,
        }
    }

    /// Work on a large page, after that on those before it.
    async fn alone<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> T {
        let (done, result) = oneshot::channel();
        let job = move || {
            let result = std::panic::catch_unwind(AssertUnwindSafe(work));
            if done.send(result).is_err() {
                tracing::debug!("a page was read that nobody waits for any more");
            }
        };
        self.large.send(Box::new(job)).expect("the thread ends with the reader");
        match result.await.expect("each job sends its result") {
            Ok(result) => result,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }
}

/// Reads a page within [`READ_TIME`]; what was read by then is kept and marked.
fn read_in_time(bytes: &Bytes, said_by: SaidBy) -> Page {
    let started = Instant::now();
    let head = ContentHead { content_type: bytes.content_type.as_deref(), said_by, url: &bytes.url };
    let mut page = page::read(bytes.body.bytes(), &head, &mut || started.elapsed() < READ_TIME);
    if bytes.cut {
        page.cut_short.get_or_insert(page::CutShort::Body);
    }
    page
}

fn find_all(page: &Page, passages: &[Passage]) -> Vec<QuoteMatch> {
    if passages.is_empty() {
        return Vec::new();
    }
    let folded = FoldedPage::new(page);
    passages.iter().map(|passage| folded.find(&passage.text, passage.kind)).collect()
}
