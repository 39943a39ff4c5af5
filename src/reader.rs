//! Reads pages and holds quotes against them, off the async threads, with a deadline and a bound on how many at once.

mod apart;
mod pieces;

use std::collections::VecDeque;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};

use tokio::sync::{Semaphore, oneshot};

use crate::citation::QuoteKind;
use crate::fetch;
use crate::page::{self, ContentHead, Page, SaidBy, Unread};
use crate::quote_match::{FoldedPage, QuoteMatch};
use crate::text::laid::Laid;
pub(crate) use apart::MARK as READS_PDF;
pub(crate) use apart::read as read_pdf_apart;

/// Time for the parser of one page. Real pages take milliseconds a megabyte; nested bombs take minutes.
const READ_TIME: Duration = Duration::from_secs(2);

/// The version of the rules that read pages: texts kept in the store under another are read again.
pub(crate) const EXTRACTOR: u32 = 37;

/// The version of the rules that look for quotes in a text: matches kept in the store under another are made anew.
pub(crate) const MATCHER: u32 = 33;

/// Pages up to that size are read side by side. 2 of 2,165 ordinary pages are twice as large.
const USUAL: usize = 1024 * 1024;

/// Bytes of memory that reading takes for a byte of the page, at the worst: that of `<p>a` again and again.
const TIMES: usize = 64;

/// Memory in which pages of a usual size are read side by side: one at the worst, some hundred as they are.
const SIDE_BY_SIDE: usize = 64 * 1024 * 1024;

/// PDFs that are read at once, each in a process that may take its bound of memory: more than one host is asked for at
/// once, so that nobody waits for those of one.
const PROCESSES: usize = 4;

/// Where pages are read: as many at once as there are processors, so that a flood of bodies waits as bytes and not as
/// trees. Large pages, which take up to 256 MiB, are read one after another, and no other page waits for them.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    desk: Arc<Desk>,
    memory: Arc<Semaphore>,
    apart: Arc<Semaphore>,
    large: mpsc::Sender<Job>,
}

/// Work for the threads that read. They are always the same threads, because the memory that a thread has used is kept for
/// it: others would each keep as much again. The thread of the large pages is one of its own.
type Job = Box<dyn FnOnce() + Send>;

/// The threads that read pages of a usual size, as the side of those who ask them sees them.
#[derive(Debug)]
struct Desk(Arc<Queue>);

/// What waits to be read. A lock and not a message, because any thread takes what is next: the one that has just finished
/// goes on without being woken, which is most of what handing over a page costs.
#[derive(Default)]
struct Queue {
    jobs: Mutex<Jobs>,
    more: Condvar,
}

#[derive(Default)]
struct Jobs {
    waiting: VecDeque<Job>,
    /// Threads that sleep.
    idle: usize,
    closed: bool,
}

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
        let (large, jobs) = mpsc::channel::<Job>();
        std::thread::spawn(move || jobs.into_iter().for_each(|job| job()));
        let of = |permits| Arc::new(Semaphore::new(permits));
        Self { desk: Arc::new(Desk::of(processors)), memory: of(SIDE_BY_SIDE), apart: of(PROCESSES), large }
    }

    /// Reads a page and looks for the passages.
    pub(crate) async fn read(&self, bytes: Bytes, passages: Vec<Passage>) -> Reading {
        self.read_as(bytes, SaidBy::Server, passages).await
    }

    /// The same where it is known who says what type the content is.
    pub(crate) async fn read_as(&self, bytes: Bytes, said_by: SaidBy, passages: Vec<Passage>) -> Reading {
        if page::is_pdf(bytes.body.bytes(), &head(&bytes, said_by)) {
            return self.read_pdf(bytes, passages).await;
        }
        let size = bytes.body.bytes().len();
        self.off_thread(size, move || {
            let page = contained(|| read_in_time(&bytes, said_by)).unwrap_or_else(unread);
            drop(bytes);
            searched(page, &passages)
        })
        .await
    }

    /// Reads a PDF in a process of its own.
    async fn read_pdf(&self, bytes: Bytes, passages: Vec<Passage>) -> Reading {
        let place = self.apart.acquire().await.expect("the semaphore is never closed");
        let pieces = pieces::read(bytes.body.bytes()).await;
        drop(place);
        let cut = bytes.cut;
        drop(bytes);
        self.off_thread(pieces.size(), move || {
            let mut page = contained(|| pieces.into_page()).unwrap_or_else(unread);
            if cut {
                page.cut_short.get_or_insert(page::CutShort::Body);
            }
            searched(page, &passages)
        })
        .await
    }

    /// Looks for passages in a page that was read before.
    pub(crate) async fn find(&self, page: Page, passages: Vec<Passage>) -> Vec<QuoteMatch> {
        let size = page.texts.iter().map(|text| text.text.len()).sum();
        self.off_thread(size, move || find_all(&page, &passages)).await
    }

    /// Looks for passages in a page that they are not bound to, where only sound ones count.
    pub(crate) async fn find_sound(&self, page: Page, passages: Vec<Passage>) -> Vec<Option<QuoteMatch>> {
        let size = page.texts.iter().map(|text| text.text.len()).sum();
        self.off_thread(size, move || {
            let folded = FoldedPage::new(&page);
            passages.iter().map(|passage| folded.find_sound(&passage.text, passage.kind)).collect()
        })
        .await
    }

    async fn off_thread<T: Send + 'static>(&self, size: usize, work: impl FnOnce() -> T + Send + 'static) -> T {
        let (done, result) = oneshot::channel();
        let job = move || {
            let result = std::panic::catch_unwind(AssertUnwindSafe(work));
            if done.send(result).is_err() {
                tracing::debug!("a page was read that nobody waits for any more");
            }
        };
        if size > USUAL {
            self.large.send(Box::new(job)).expect("the thread ends with the reader");
        } else {
            let memory = u32::try_from(size * TIMES).expect("a usual page fits");
            let memory = self.memory.clone().acquire_many_owned(memory).await.expect("the semaphore is never closed");
            self.desk.0.put(Box::new(move || {
                job();
                drop(memory);
            }));
        }
        match result.await.expect("each job sends its result") {
            Ok(result) => result,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }
}

/// What reads bytes of others, or nothing where it broke over them: one page never ends the looks at all others.
fn contained<T>(reading: impl FnOnce() -> T) -> Option<T> {
    let read = std::panic::catch_unwind(AssertUnwindSafe(reading));
    read.inspect_err(|_| tracing::error!("citewatch broke over a page, which is a bug of citewatch: please report it"))
        .ok()
}

/// A page of which nothing could be read.
fn unread() -> Page {
    Page { unread: Some(page::Unread::Damaged), ..Page::default() }
}

/// A page with its matches; one that cannot be searched counts as one that could not be read.
fn searched(page: Page, passages: &[Passage]) -> Reading {
    if let Some(matches) = contained(|| find_all(&page, passages)) {
        return Reading { page, matches };
    }
    let page = unread();
    Reading { matches: find_all(&page, passages), page }
}

/// Reads a PDF as a document, in a process of its own; waits for it.
pub(crate) fn read_pdf_document(bytes: &[u8]) -> Result<Laid, PdfProblem> {
    // A thread of its own, since whoever asks may stand in a runtime already.
    let read = std::thread::scope(|scope| {
        let waiting = scope.spawn(|| -> std::io::Result<page::Pieces> {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            Ok(runtime.block_on(pieces::read(bytes)))
        });
        waiting.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })?;
    read.into_laid().map_err(|unread| match unread {
        Unread::Scan => PdfProblem::Scan,
        Unread::Fonts => PdfProblem::Fonts,
        Unread::Encrypted => PdfProblem::Encrypted,
        Unread::Damaged => PdfProblem::Damaged,
    })
}

/// Why a PDF gives no words.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PdfProblem {
    #[error("its pages are pictures without a text; run a text recognition over it first")]
    Scan,
    #[error("its fonts do not say which letters their glyphs are")]
    Fonts,
    #[error("it opens with a password only")]
    Encrypted,
    #[error("it is damaged, or no PDF, and nothing of it could be read")]
    Damaged,
    #[error("start the process that reads it: {0}")]
    Process(#[from] std::io::Error),
}

impl Desk {
    fn of(threads: usize) -> Self {
        let queue = Arc::new(Queue::default());
        for _ in 0..threads {
            let queue = Arc::clone(&queue);
            std::thread::spawn(move || {
                while let Some(job) = queue.take() {
                    job();
                }
            });
        }
        Self(queue)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.0.lock().closed = true;
        self.0.more.notify_all();
    }
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, Jobs> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, job: Job) {
        let mut jobs = self.lock();
        jobs.waiting.push_back(job);
        let wake = jobs.idle > 0;
        drop(jobs);
        // Who is awake looks for more by himself.
        if wake {
            self.more.notify_one();
        }
    }

    /// The next job, once there is one; none when nobody can have any more.
    fn take(&self) -> Option<Job> {
        let mut jobs = self.lock();
        loop {
            if let Some(job) = jobs.waiting.pop_front() {
                return Some(job);
            }
            if jobs.closed {
                return None;
            }
            jobs.idle += 1;
            jobs = self.more.wait(jobs).unwrap_or_else(PoisonError::into_inner);
            jobs.idle -= 1;
        }
    }
}

impl std::fmt::Debug for Queue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} pages wait", self.lock().waiting.len())
    }
}

/// Reads a page within [`READ_TIME`]; what was read by then is kept and marked.
fn read_in_time(bytes: &Bytes, said_by: SaidBy) -> Page {
    let started = Instant::now();
    let mut page = page::read(bytes.body.bytes(), &head(bytes, said_by), &mut || started.elapsed() < READ_TIME);
    if bytes.cut {
        page.cut_short.get_or_insert(page::CutShort::Body);
    }
    page
}

fn head(bytes: &Bytes, said_by: SaidBy) -> ContentHead<'_> {
    ContentHead { content_type: bytes.content_type.as_deref(), said_by, url: &bytes.url }
}

fn find_all(page: &Page, passages: &[Passage]) -> Vec<QuoteMatch> {
    if passages.is_empty() {
        return Vec::new();
    }
    let folded = FoldedPage::new(page);
    passages.iter().map(|passage| folded.find(&passage.text, passage.kind)).collect()
}
