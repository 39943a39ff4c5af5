//! Documents as lines of text, for the tests of the readers.

use std::time::Duration;

use super::{Block, Document, Format, Limits, parse};

/// Reads a text; every address stands where its span says.
pub(super) fn read(text: &str, format: Format) -> Document {
    let document = parse(text, format, Limits::default());
    for span in document.entries.iter().flat_map(|entry| &entry.source.url_spans) {
        assert!(text.get(span.range()).is_some_and(|written| !written.is_empty()), "{text}");
    }
    for block in &document.blocks {
        document.prose.span(&block.range());
    }
    document
}

pub(super) fn entries(document: &Document) -> Vec<String> {
    let shown = document.entries.iter().map(|entry| {
        let source = &entry.source;
        let title = source.title.as_deref().unwrap_or_default();
        format!("{}: {} {title}", entry.label, source.url.as_deref().unwrap_or_default()).trim_end().to_owned()
    });
    shown.collect()
}

pub(super) fn markers(document: &Document) -> Vec<String> {
    let shown = document.markers.iter().map(|marker| {
        let to: Vec<&str> = marker.entries.iter().map(|&entry| document.entries[entry].label.as_str()).collect();
        format!("{} > {}", document.labels(marker).join(","), to.join(","))
    });
    shown.collect()
}

pub(super) fn blocks(document: &Document) -> Vec<String> {
    let quotation = |block: &Block| block.quotation().map_or(String::new(), |n| format!(" ({n})"));
    let shown = document.blocks.iter();
    shown.map(|block| format!("{:?}: {}{}", block.kind, document.text(&block.range()), quotation(block))).collect()
}

pub(super) fn quotes(document: &Document) -> Vec<&str> {
    document.quoted.iter().flat_map(|quoted| &quoted.parts).map(|part| document.text(&part.range())).collect()
}

/// Reads many copies of each part, and every beginning of a text: slow work or a panic shows.
pub(super) fn try_to_break(parts: &[&str], text: &str, format: Format) {
    for part in parts {
        grows_with_the_text(part, |text| drop(read(text, format)));
    }
    for (end, _) in text.char_indices() {
        read(&text[..end], format);
        read(&text[end..], format);
    }
}

/// Of how many times the size work is measured, as long as it grows too fast: another machine on the same processor counts as
/// time of ours now and then, and what looks ahead no further than some bound grows with the square up to there.
const TRIES: [usize; 4] = [1, 1, 2, 4];

/// Reads `part` over and over, twice: four times the text takes at most eight times the work (linear work takes four
/// times, work with the square sixteen). The time is that of the thread, so that a busy machine hardly counts.
pub(crate) fn grows_with_the_text(part: &str, read: impl Fn(&str)) {
    grows_from(10_000, part, read);
}

/// The same from a text of so many bytes on.
pub(crate) fn grows_from(bytes: usize, part: &str, read: impl Fn(&str)) {
    let work = |bytes: usize| {
        let text = part.repeat(bytes / part.len());
        let begun = thread_time();
        read(&text);
        thread_time().saturating_sub(begun)
    };
    let mut told = Vec::new();
    let fits = TRIES.iter().any(|times| {
        let (short, long) = (work(times * bytes), work(4 * times * bytes));
        told.push(format!("{} bytes {short:?}, four times as many {long:?}", times * bytes));
        long < 8 * short + Duration::from_millis(50)
    });
    assert!(fits, "{part}: {told:?}");
}

fn thread_time() -> Duration {
    nix::time::clock_gettime(nix::time::ClockId::CLOCK_THREAD_CPUTIME_ID).expect("the thread has a clock").into()
}
