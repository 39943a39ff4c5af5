//! What matching costs: CPU to fold a page, and CPU for a quote and a megabyte of page, beside a public alternative.
//!
//! `cargo bench --bench matching` makes pages of 0.1, 1 and 5 MB of text, and quotes that stand on them as they are, that
//! stand there in other words, and that do not. Times are CPU of this thread. The alternative is the search by edit distance
//! of `triple_accel`, which says of the same quotes where they come closest; it is given the folded letters, and fewer
//! quotes, because it is slower by orders of magnitude.

#![expect(clippy::print_stdout, reason = "a benchmark prints its table")]

mod text;

use std::time::Duration;

use citewatch::citation::QuoteKind;
use citewatch::page::{Page, PageText, TextName};
use citewatch::quote_match::FoldedPage;
use nix::time::{ClockId, clock_gettime};
use text::Words;

/// Bytes of the pages.
const PAGES: [usize; 3] = [100_000, 1_000_000, 5_000_000];

/// Quotes of each kind.
const QUOTES: usize = 200;

/// Quotes that the alternative is given, and the most bytes of a page: it takes seconds for a quote on five megabytes.
const PEER_QUOTES: usize = 3;
const PEER_PAGE: usize = 1_000_000;

/// Errors that the alternative allows for: a quarter of the letters.
const PEER_ERRORS: usize = 4;

/// The goals: folding a megabyte, and a quote on one.
const FOLDING_MS: f64 = 30.0;
const QUOTE_US: f64 = 60.0;

fn main() {
    println!(
        "CPU of one thread; goals: folding {FOLDING_MS} ms a MB, absent quotes {QUOTE_US} µs a quote and MB on 5 MB\n"
    );
    println!("{:<10}{:>14}{:>14}{:>14}{:>14}{:>18}", "page", "folding", "exact", "near", "absent", "triple_accel");
    println!("{:<10}{:>14}{:>14}{:>14}{:>14}{:>18}", "MB", "ms / MB", "µs", "µs", "µs", "absent, µs");
    for bytes in PAGES {
        measure(bytes);
    }
}

fn measure(bytes: usize) {
    let mut words = Words::new(u64::try_from(bytes).unwrap_or_default());
    let text = words.page(bytes);
    let megabytes = megabytes(text.len());
    let quotes = words.quotes(&text, QUOTES);
    let page = Page { texts: vec![PageText { name: TextName::Visible, text }], ..Page::default() };
    let (folded, folding) = timed(|| FoldedPage::new(&page));
    // The index of the words is made for the first quote that does not stand there as it is.
    folded.find(&quotes.absent[0], QuoteKind::Sentence);
    let each = |quotes: &[String]| {
        let (_, time) =
            timed(|| quotes.iter().filter(|quote| folded.find(quote, QuoteKind::Sentence).class.is_sound()).count());
        micros(time) / count(quotes.len()) / megabytes
    };
    let (exact, near, absent) = (each(&quotes.exact), each(&quotes.near), each(&quotes.absent));
    println!(
        "{megabytes:<10.2}{:>14.1}{exact:>14.1}{near:>14.1}{absent:>14.1}{:>18}",
        micros(folding) / 1000.0 / megabytes,
        peer(&page.texts[0].text, &quotes.absent, megabytes)
    );
}

/// What the alternative takes, where the page is not too large for it.
fn peer(text: &str, quotes: &[String], megabytes: f64) -> String {
    if text.len() > PEER_PAGE * 11 / 10 {
        return "–".to_owned();
    }
    let letters = |text: &str| -> Vec<u8> {
        text.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase()).collect()
    };
    let (page, quotes) =
        (letters(text), quotes.iter().take(PEER_QUOTES).map(|quote| letters(quote)).collect::<Vec<_>>());
    let (_, time) = timed(|| {
        let found = quotes.iter().map(|quote| {
            let errors = u32::try_from(quote.len() / PEER_ERRORS).unwrap_or(u32::MAX);
            let costs = triple_accel::levenshtein::LEVENSHTEIN_COSTS;
            let best = triple_accel::SearchType::Best;
            triple_accel::levenshtein::levenshtein_search_simd_with_opts(quote, &page, errors, best, costs, false)
                .count()
        });
        found.sum::<usize>()
    });
    format!("{:.0}", micros(time) / count(quotes.len()) / megabytes)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let before = cpu();
    let result = work();
    (result, cpu().saturating_sub(before))
}

/// CPU of this thread so far.
fn cpu() -> Duration {
    let now = clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).expect("the clock of this thread");
    Duration::from(now)
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

#[expect(clippy::cast_precision_loss, reason = "counts of quotes")]
fn count(quotes: usize) -> f64 {
    quotes.max(1) as f64
}

#[expect(clippy::cast_precision_loss, reason = "bytes of a page")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
