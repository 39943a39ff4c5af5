//! Reads pages and holds quotes against them, off the async threads, with a deadline and a bound on how many at once.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::Semaphore;

use crate::citation::QuoteKind;
use crate::fetch;
use crate::page::{self, ContentHead, Page, SaidBy};
use crate::quote_match::{FoldedPage, QuoteMatch};

/// Time for the parser of one page. Real pages take milliseconds a megabyte; nested bombs take minutes.
const READ_TIME: Duration = Duration::from_secs(2);

/// The version of the rules that read pages: texts kept in the store under another are read again.
pub(crate) const EXTRACTOR: u32 = 2;

/// The version of the rules that look for quotes in a text: matches kept in the store under another are made anew.
pub(crate) const MATCHER: u32 = 1;

/// Where pages are read: as many at once as there are processors, so that a flood of bodies waits as bytes and not as
/// trees, which are ten times larger.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    places: Arc<Semaphore>,
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
        Self { places: Arc::new(Semaphore::new(processors)) }
    }

    /// Reads a page and looks for the passages.
    pub(crate) async fn read(&self, bytes: Bytes, passages: Vec<Passage>) -> Reading {
        self.read_as(bytes, SaidBy::Server, passages).await
    }

    /// The same where it is known who says what type the content is.
    pub(crate) async fn read_as(&self, bytes: Bytes, said_by: SaidBy, passages: Vec<Passage>) -> Reading {
        self.off_thread(move || {
            let page = read_in_time(&bytes, said_by);
            drop(bytes);
            let matches = find_all(&page, &passages);
            Reading { page, matches }
        })
        .await
    }

    /// Looks for passages in a page that was read before.
    pub(crate) async fn find(&self, page: Page, passages: Vec<Passage>) -> Vec<QuoteMatch> {
        self.off_thread(move || find_all(&page, &passages)).await
    }

    async fn off_thread<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> T {
        let place = self.places.clone().acquire_owned().await.expect("the semaphore is never closed");
        let done = tokio::task::spawn_blocking(move || {
            let result = work();
            drop(place);
            result
        });
        match done.await {
            Ok(result) => result,
            Err(failure) => std::panic::resume_unwind(failure.into_panic()),
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
