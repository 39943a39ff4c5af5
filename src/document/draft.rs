//! A document while it is read: what its format finds is gathered here, and put in order at the end.

use std::ops::Range;

use url::Url;

use crate::date::DayMonth;
use crate::finding::Finding;
use crate::finding::silence::Which;
use crate::locator::host;
use crate::span::{Lines, Span};

use super::chapters::Chapters;
use super::entry::Reading;
use super::marker::notes::Found;
use super::{Block, BlockKind, Entry, Few, Format, Gap, Marker, Prose, Shape, Source, Voice};

mod addressed;
mod asked;
mod bodies;
mod captures;
mod cut;
mod finish;
mod held;
mod keyed;
mod marked;

/// See the module.
pub(super) struct Draft<'a> {
    pub(super) format: Format,
    pub(super) text: &'a str,
    pub(super) lines: &'a Lines<'a>,
    pub(super) order: DayMonth,
    pub(super) prose: Prose,
    pub(super) blocks: Vec<Block>,
    /// Ranges of the prose where no quotation marks and no markers are: code, addresses.
    pub(super) masked: Vec<Range<usize>>,
    /// Ranges of the prose in italics, where the format has no own list of them.
    pub(super) emphasised: Vec<Range<usize>>,
    /// Bytes of the file at which rows of tables begin.
    rows: Vec<usize>,
    /// Cells that stand in more than one row, with how many rows.
    spanning: Vec<(Span, usize)>,
    /// Where such a cell begins whose end is not known yet.
    spans: Option<(usize, usize)>,
    /// Places of the prose at which words stand that are not known.
    gaps: Vec<Gap>,
    /// Where in the prose links stand that lead to other pages of the same site.
    local: Vec<Range<usize>>,
    /// Ranges of the prose of items of lists.
    pub(super) items: Vec<Range<usize>>,
    /// Places of the prose where a picture stands, in order.
    pub(super) pictures: Vec<usize>,
    pub(super) entries: Vec<Entry>,
    /// Markers of notes, not yet led to their entries.
    pub(super) found: Vec<Found>,
    /// Marks that a chat program has left: they say nothing of the style that the others are written in.
    leftover: Vec<Found>,
    /// Where in the file markers begin that are part of their sentence.
    pub(super) narrative: Vec<usize>,
    /// Ranges of the prose that say nothing to a reader, and are taken out of it.
    pub(super) cuts: Vec<Range<usize>>,
    /// Ranges of the file that the writer has asked to leave out.
    pub(super) ignored: Vec<Range<usize>>,
    /// Ranges of the file in which the writer has asked to be silent about some findings.
    silenced: Vec<(Range<usize>, Which)>,
    /// Bytes of the file before which a source stands that nothing is to be said or done about.
    pub(super) spared: Vec<usize>,
    /// Where in the file notes begin that cite by key: who means the note before means what their keys lead to.
    pub(super) by_key: Vec<usize>,
    pub(super) findings: Vec<Finding>,
    pub(super) chapters: Chapters,
    links: Vec<Marker>,
    lists: Vec<usize>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(format: Format, text: &'a str, lines: &'a Lines<'a>, order: DayMonth) -> Self {
        Self {
            format,
            text,
            lines,
            order,
            prose: Prose::default(),
            blocks: Vec::new(),
            masked: Vec::new(),
            emphasised: Vec::new(),
            pictures: Vec::new(),
            rows: Vec::new(),
            spanning: Vec::new(),
            spans: None,
            gaps: Vec::new(),
            local: Vec::new(),
            items: Vec::new(),
            entries: Vec::new(),
            found: Vec::new(),
            leftover: Vec::new(),
            narrative: Vec::new(),
            cuts: Vec::new(),
            ignored: Vec::new(),
            silenced: Vec::new(),
            spared: Vec::new(),
            by_key: Vec::new(),
            findings: Vec::new(),
            chapters: Chapters::default(),
            links: Vec::new(),
            lists: Vec::new(),
        }
    }

    /// Begins a block; gives where it starts in the prose.
    pub(super) fn begin(&mut self) -> usize {
        self.prose.part();
        self.prose.len()
    }

    /// A row of a table begins at the byte `at` of the file.
    pub(super) fn row(&mut self, at: usize) {
        self.rows.push(at);
    }

    /// Where the rows of tables begin, in order.
    pub(super) fn row_starts(&self) -> Vec<usize> {
        let mut rows = self.rows.clone();
        rows.sort_unstable();
        rows
    }

    /// A cell begins at the byte `at` of the file that stands in so many rows.
    pub(super) fn spanning(&mut self, at: usize, rows: usize) {
        self.spans = (rows > 1).then_some((at, rows));
    }

    /// What is open of cells ends at the byte `at` of the file.
    pub(super) fn end_of_cell(&mut self, at: usize) {
        if let Some((start, rows)) = self.spans.take().filter(|(start, _)| *start <= at) {
            self.spanning.push((Span::new(start, at), rows));
        }
    }

    /// Words that are not known stand behind the prose so far; `name` shows them.
    pub(super) fn gap(&mut self, name: &str) {
        self.gaps.push(Gap { at: self.prose.len(), name: name.to_owned() });
    }

    pub(super) fn block(&mut self, kind: BlockKind, range: Range<usize>, quotation: Option<usize>) {
        if !range.is_empty() {
            self.blocks.push(Block::new(kind, range, quotation));
        }
    }

    /// The range of the prose that comes from pieces of the file.
    pub(super) fn place_of(&self, pieces: &[Range<usize>]) -> Range<usize> {
        let start = pieces.first().map_or(0, |piece| self.prose.position(piece.start));
        let end = pieces.last().map_or(0, |piece| self.prose.position(piece.end));
        start..end.max(start)
    }

    /// Where what stands right behind the byte `at` of the file stands in the prose: behind the last character before it,
    /// which the end of its paragraph is too.
    pub(super) fn prose_position(&self, at: usize) -> usize {
        let before = self.text[..at].chars().next_back().filter(|c| *c != '\n');
        let Some(length) = before.map(char::len_utf8) else { return self.prose.position(at) };
        self.prose.position(at - length) + length
    }

    /// The number of the next entry of a list.
    pub(super) fn next_in_list(&mut self, list: usize) -> usize {
        if self.lists.len() <= list {
            self.lists.resize(list + 1, 0);
        }
        self.lists[list] += 1;
        self.lists[list]
    }

    /// Where in the prose links stand.
    pub(super) fn link_ranges(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.links.iter().filter(|link| link.shape == Shape::Link).map(Marker::range)
    }

    /// Makes room for so many links, and no more: those of a large document would be copied while their room grows.
    pub(super) fn expect_links(&mut self, links: usize) {
        self.entries.reserve_exact(links);
        self.links.reserve_exact(links);
    }

    /// A link of the prose to another page of the same site, which is nothing that can be looked at.
    pub(super) fn local_link(&mut self, address: &str, place: Range<usize>) {
        if is_local(address) && self.prose.text()[place.clone()].contains(char::is_alphabetic) {
            self.local.push(place);
        }
    }

    /// A link of the prose, if it cites something; `whole` is the link with its words, `place` where it is in the prose.
    pub(super) fn link(&mut self, url: String, url_spans: impl Into<Few<Span>>, whole: Span, place: Range<usize>) {
        if is_citable(&url) {
            self.labelled_link(url, url_spans.into(), whole, place, None);
        }
    }

    /// A link whose words are a number, which is then its label: a note that is its own source.
    pub(super) fn labelled_link(
        &mut self,
        url: String,
        url_spans: Few<Span>,
        whole: Span,
        place: Range<usize>,
        label: Option<String>,
    ) {
        let first = self.entries.len();
        self.unmarked_link(url, url_spans, whole, place.clone());
        let shape = if label.is_some() { Shape::Note } else { Shape::Link };
        self.entries[first].label = label.unwrap_or_default();
        self.marked_by_itself(first..first + 1, shape, place, whole);
    }

    /// An entry for an address, to which no marker points yet.
    pub(super) fn unmarked_link(&mut self, url: String, url_spans: Few<Span>, whole: Span, place: Range<usize>) {
        let source = Source::of_address(url, url_spans);
        self.entries.push(Entry { source, span: whole, stretch: Some(place.into()), ..Entry::default() });
    }

    /// A marker that is the place of its own `entries`.
    pub(super) fn marked_by_itself(&mut self, entries: Range<usize>, shape: Shape, range: Range<usize>, span: Span) {
        let own = entries.clone().map(|entry| self.entries[entry].label.clone());
        let labels = own.filter(|label| !label.is_empty()).collect();
        self.links.push(Marker {
            labels,
            entries: entries.collect(),
            shape,
            voice: Voice::default(),
            stretch: range.into(),
            span,
        });
    }

    /// A marker that points to `entries`.
    pub(super) fn point(
        &mut self,
        labels: Vec<String>,
        entries: Vec<usize>,
        shape: Shape,
        range: Range<usize>,
        span: Span,
    ) {
        let (labels, entries) = (labels.into(), entries.into());
        self.links.push(Marker { labels, entries, shape, voice: Voice::default(), stretch: range.into(), span });
    }

    /// The sources of one entry, each with the label, role and place of `like`.
    pub(super) fn add_reading(&mut self, reading: Reading, like: &Entry) {
        let base = like.range().map_or(0, |range| range.start);
        let first = self.entries.len();
        for source in reading.sources {
            self.entries.push(Entry { source, ..like.clone() });
        }
        for (source, range) in reading.quotes {
            if let Some(entry) = self.entries.get_mut(first + source) {
                entry.quotes.push(base + range.start..base + range.end);
            }
        }
        for (code, message, range) in reading.findings {
            let span = self.prose.span(&(base + range.start..base + range.end));
            self.findings.push(Finding::new(code, message, Some(self.lines.place(span))));
        }
    }
}

/// Whether a link of the prose points to a source: over HTTP, and not to this machine or to a name kept for examples.
pub(super) fn is_citable(address: &str) -> bool {
    /// How the path ends that `[citation needed]` leads to in pages of encyclopedias.
    const NEEDED: &str = ":citation_needed";
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    if !lower.starts_with("http://") && !lower.starts_with("https://") {
        return false;
    }
    // Most are told without the parser, which takes out line ends.
    let is_plain = !address.contains('_') && !address.contains(|c: char| c.is_ascii_control());
    if let Some(host) = host::as_written(address).filter(|_| is_plain) {
        return !is_for_examples(host);
    }
    let Ok(url) = Url::parse(address) else { return true };
    let is_needed = url.path().to_ascii_lowercase().ends_with(NEEDED);
    !is_needed && !is_for_examples(url.host_str().unwrap_or_default().trim_end_matches('.'))
}

/// Whether an address leads to another page of the same site: it has no scheme and no host, and more than a fragment.
fn is_local(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    !path.is_empty() && !path.starts_with("//") && !path.split('/').next().is_some_and(|first| first.contains(':'))
}

fn is_for_examples(host: &str) -> bool {
    const EXAMPLES: &[&str] = &["example.com", "example.org", "example.net", "example.edu", "localhost"];
    EXAMPLES.iter().any(|name| host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}
