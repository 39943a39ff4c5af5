//! A document while it is read: what its format finds is gathered here, and put in order at the end.

use std::ops::Range;

use url::Url;

use crate::date::DayMonth;
use crate::finding::silence::{Silence, Which};
use crate::finding::{Code, Finding};
use crate::locator::user_info::starred;
use crate::span::{Lines, Span, floor_char_boundary};

use super::chapters::Chapters;
use super::entry::Reading;
use super::formula;
use super::ignore::{self, Asked};
use super::marker::notes::{self, Among, Found};
use super::marker::{brackets, numbers, years};
use super::pairs::Pairing;
use super::short;
use super::{
    Block, BlockKind, Document, Entry, Format, Marker, Prose, Quoted, Role, Shape, Source, Voice, same_author,
};

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
    /// Places of the prose where a picture stands, in order.
    pub(super) pictures: Vec<usize>,
    pub(super) entries: Vec<Entry>,
    /// Markers of notes, not yet led to their entries.
    pub(super) found: Vec<Found>,
    /// Where in the file markers begin that are part of their sentence.
    pub(super) narrative: Vec<usize>,
    /// Ranges of the file that the writer has asked to leave out.
    pub(super) ignored: Vec<Range<usize>>,
    /// Ranges of the file in which the writer has asked to be silent about some findings.
    silenced: Vec<(Range<usize>, Which)>,
    /// Bytes of the file before which a source stands that nothing is to be said or done about.
    pub(super) spared: Vec<usize>,
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
            pictures: Vec::new(),
            entries: Vec::new(),
            found: Vec::new(),
            narrative: Vec::new(),
            ignored: Vec::new(),
            silenced: Vec::new(),
            spared: Vec::new(),
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

    pub(super) fn block(&mut self, kind: BlockKind, range: Range<usize>, quotation: Option<usize>) {
        if !range.is_empty() {
            self.blocks.push(Block { kind, range, quotation });
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

    /// Makes room for so many links, and no more: those of a large document would be copied while their room grows.
    pub(super) fn expect_links(&mut self, links: usize) {
        self.entries.reserve_exact(links);
        self.links.reserve_exact(links);
    }

    /// A link of the prose, if it cites something; `whole` is the link with its words, `place` where it is in the prose.
    pub(super) fn link(&mut self, url: String, url_spans: Vec<Span>, whole: Span, place: Range<usize>) {
        if is_citable(&url) {
            self.labelled_link(url, url_spans, whole, place, None);
        }
    }

    /// A link whose words are a number, which is then its label: a note that is its own source.
    pub(super) fn labelled_link(
        &mut self,
        url: String,
        url_spans: Vec<Span>,
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
    pub(super) fn unmarked_link(&mut self, url: String, url_spans: Vec<Span>, whole: Span, place: Range<usize>) {
        let source = Source::of_address(url, url_spans);
        self.entries.push(Entry { source, span: whole, range: Some(place), ..Entry::default() });
    }

    /// A marker that is the place of its own `entries`.
    pub(super) fn marked_by_itself(&mut self, entries: Range<usize>, shape: Shape, range: Range<usize>, span: Span) {
        let own = entries.clone().map(|entry| self.entries[entry].label.clone());
        let labels = own.filter(|label| !label.is_empty()).collect();
        self.links.push(Marker { labels, entries: entries.collect(), shape, voice: Voice::default(), range, span });
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
        self.links.push(Marker { labels, entries, shape, voice: Voice::default(), range, span });
    }

    /// A comment at `range` of the file with these words. Where they are a mark, it is about its own line, or the next
    /// where nothing else stands on its own.
    pub(super) fn comment(&mut self, words: &str, range: &Range<usize>) {
        if let Some(asked) = ignore::read(words) {
            self.mark(asked, range, self.marked_line(range));
        }
    }

    /// A comment of several lines at `range` of the file, any of which can be a mark.
    pub(super) fn comment_lines(&mut self, words: &str, range: &Range<usize>) {
        if memchr::memmem::find(words.as_bytes(), b":").is_some() {
            words.lines().for_each(|line| self.comment(line, range));
        }
    }

    /// A mark at `range` of the file, about the bytes of `marked`.
    pub(super) fn mark(&mut self, asked: Asked, range: &Range<usize>, marked: Range<usize>) {
        match asked {
            Asked::Everything if self.ignored.last().is_some_and(|line| line.contains(&range.start)) => {}
            Asked::Everything => self.ignored.push(marked),
            Asked::Findings { which, unknown } => {
                self.silenced.push((marked, which));
                for word in unknown {
                    let message = format!("{word} is no code of a finding that can be silenced");
                    let place = self.lines.place(Span::new(range.start, range.end));
                    self.findings.push(Finding::new(Code::IgnoreUnknown, message, Some(place)));
                }
            }
        }
    }

    /// The line that a mark at `range` is about.
    pub(super) fn marked_line(&self, range: &Range<usize>) -> Range<usize> {
        let text = self.text;
        let line_start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = line_end(text, range.end);
        let alone = text[line_start..range.start].trim().is_empty() && text[range.end..line_end].trim().is_empty();
        if alone { line_end..line_end_after(text, line_end) } else { line_start..line_end }
    }

    /// The sources of one entry, each with the label, role and place of `like`.
    pub(super) fn add_reading(&mut self, reading: Reading, like: &Entry) {
        let base = like.range.as_ref().map_or(0, |range| range.start);
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

    /// Puts everything in order and leads markers to their entries.
    pub(super) fn finish(mut self, title: Option<String>) -> Document {
        notes::renumber(&mut self.entries);
        same_author::fill(&mut self.entries, &self.prose);
        formula::mask(&mut self);
        self.masked.sort_by_key(|mask| (mask.start, mask.end));
        let mut quoted = self.quoted();
        let mut found = std::mem::take(&mut self.found);
        self.chapters = Chapters::of(&self);
        // Wikis have a mark of their own for every note, and files of references have none.
        let flat = matches!(self.format, Format::Plain | Format::Markdown | Format::Html | Format::Docx | Format::Pdf);
        if flat {
            found.extend(brackets::find(&self));
        }
        // Footnotes do not keep the numbers of a list that has its own from being pointed to.
        let own = |entry: &Entry| matches!(entry.role, Role::Listed { numbered: true, .. });
        let numbered = self.entries.iter().any(own);
        let noted = |found: &Found| found.shape == Shape::Note && (found.among == Among::Lists || !numbered);
        if flat && !found.iter().any(noted) {
            let linked = self.links.iter().any(|link| link.shape == Shape::Note);
            let named = if linked { Vec::new() } else { years::find(&self, &quoted) };
            let bare = numbers::find(&self, &quoted);
            // A document has one style, and what of the other is found in it is chance.
            if named.iter().filter(|found| found.shape == Shape::Named).count() > bare.len() {
                let is_narrative = |found: &&Found| years::is_narrative(&self.prose.text()[found.range.clone()]);
                self.narrative.extend(named.iter().filter(is_narrative).map(|found| found.span.start));
                found.extend(named);
            } else {
                found.extend(bare);
            }
        }
        self.chapters.lead(&mut found);
        let dropped = self.leave_out(&mut found, &mut quoted);
        let order = self.sort_entries();
        for link in &mut self.links {
            link.entries = link.entries.iter().map(|&entry| order[entry]).collect();
        }
        let mut markers = notes::resolve(&self.entries, notes::merged(found, self.prose.text()), &dropped);
        if markers.is_empty() {
            markers = std::mem::take(&mut self.links);
        } else {
            markers.append(&mut self.links);
        }
        markers.sort_by_key(|marker| (marker.span.start, marker.span.end));
        notes::cluster(&mut markers, self.prose.text());
        self.tell_voices(&mut markers);
        self.number_links(&mut markers);
        self.address_findings();
        short::resolve(&mut self.entries, &self.prose);
        self.findings.sort_by_key(|finding| finding.place);
        let silence = self.silence();
        let Self { format, mut prose, mut blocks, entries, findings, .. } = self;
        prose.shrink();
        blocks.shrink_to_fit();
        let title = title.map(|title| title.trim().to_owned()).filter(|title| !title.is_empty());
        Document {
            format,
            title,
            prose,
            blocks,
            entries,
            markers,
            quoted,
            findings,
            starts: Vec::new(),
            silence,
            beside: Vec::new(),
        }
    }

    /// Tells the markers that are part of their sentence.
    fn tell_voices(&mut self, markers: &mut [Marker]) {
        self.narrative.sort_unstable();
        for marker in markers.iter_mut().filter(|marker| marker.shape.is_note()) {
            if self.narrative.binary_search(&marker.span.start).is_ok() {
                marker.voice = Voice::Narrative;
            }
        }
    }

    /// What is asked about a line holds for all of an entry that begins on it. The entries are in the order of the file.
    fn silence(&mut self) -> Silence {
        let mut silence = Silence::default();
        for (range, which) in std::mem::take(&mut self.silenced) {
            let first = self.entries.partition_point(|entry| entry.span.start < range.start);
            let begins = self.entries[first..].iter().take_while(|entry| entry.span.start < range.end);
            let end = begins.map(|entry| entry.span.end).max().unwrap_or_default().max(range.end);
            silence.add_at(Span::new(range.start, end), which);
        }
        let spared = std::mem::take(&mut self.spared);
        if !spared.is_empty() {
            let address = |entry: &Entry| entry.source.url_spans.first().map_or(entry.span.start, |span| span.start);
            let mut entries: Vec<(usize, Span)> =
                self.entries.iter().map(|entry| (address(entry), entry.span)).collect();
            entries.sort_unstable();
            silence_before(&entries, spared, &mut silence);
        }
        silence
    }

    fn quoted(&self) -> Vec<Quoted> {
        let mut pairing = Pairing::default();
        for block in &self.blocks {
            match block.kind {
                BlockKind::Paragraph | BlockKind::Item | BlockKind::Cell => {
                    pairing.read(self.prose.text(), block.range.clone(), &self.masked);
                }
                BlockKind::Heading | BlockKind::Caption | BlockKind::Entry => pairing.stop(),
            }
        }
        pairing.finish()
    }

    /// Takes out what the writer has asked to leave out; gives the entries that were among it.
    fn leave_out(&mut self, found: &mut Vec<Found>, quoted: &mut Vec<Quoted>) -> Vec<Entry> {
        if self.ignored.is_empty() {
            return Vec::new();
        }
        self.ignored.sort_by_key(|range| range.start);
        let ignored = std::mem::take(&mut self.ignored);
        let is_in = |at: usize| {
            let next = ignored.partition_point(|range| range.end <= at);
            ignored.get(next).is_some_and(|range| range.start <= at)
        };
        found.retain(|found| !is_in(found.span.start));
        quoted.retain(|quoted| !is_in(self.prose.span(&quoted.parts[0]).start));
        // A block quotation that begins there is none of the document's.
        let mut last = None;
        for block in self.blocks.iter_mut().filter(|block| block.quotation.is_some()) {
            let begins = last.is_none_or(|(quotation, _)| Some(quotation) != block.quotation);
            let left_out =
                if begins { is_in(self.prose.span(&block.range).start) } else { last.is_some_and(|(_, out)| out) };
            last = block.quotation.map(|quotation| (quotation, left_out));
            block.quotation = block.quotation.filter(|_| !left_out);
        }
        self.findings.retain(|finding| !finding.place.is_some_and(|place| is_in(place.span.start)));
        let kept: Vec<bool> = self.entries.iter().map(|entry| !is_in(entry.span.start)).collect();
        let renumbered: Vec<usize> = kept
            .iter()
            .scan(0, |next, kept| {
                let own = *next;
                *next += usize::from(*kept);
                Some(own)
            })
            .collect();
        self.links.retain(|link| link.entries.iter().all(|&entry| kept[entry]));
        for link in &mut self.links {
            link.entries = link.entries.iter().map(|&entry| renumbered[entry]).collect();
        }
        let (stay, go): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.entries).into_iter().zip(kept).partition(|(_, kept)| *kept);
        self.entries = stay.into_iter().map(|(entry, _)| entry).collect();
        go.into_iter().map(|(entry, _)| entry).collect()
    }

    /// Sorts the entries by place; gives where each one went.
    fn sort_entries(&mut self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        order.sort_by_key(|&index| {
            (self.entries[index].span.start, self.entries[index].source.url_spans.first().copied())
        });
        let mut went = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            went[old] = new;
        }
        // In their place, since entries are large.
        order.clone_from(&went);
        for at in 0..order.len() {
            while order[at] != at {
                let to = order[at];
                self.entries.swap(at, to);
                order.swap(at, to);
            }
        }
        went
    }

    /// Links carry no label of their own: they are counted on from the highest number of the lists.
    fn number_links(&mut self, markers: &mut [Marker]) {
        let mut number = self.entries.iter().filter_map(|entry| entry.label.parse::<usize>().ok()).max().unwrap_or(0);
        let mut last = None;
        for entry in self.entries.iter_mut().filter(|entry| entry.role == Role::Link && entry.label.is_empty()) {
            // The sources of one note share its number.
            number = number.saturating_add(usize::from(last != Some(entry.span)));
            last = Some(entry.span);
            entry.label = number.to_string();
        }
        for marker in markers.iter_mut().filter(|marker| marker.labels.is_empty()) {
            marker.labels = marker.entries.iter().map(|&entry| self.entries[entry].label.clone()).collect();
            marker.labels.dedup();
        }
    }

    /// What is wrong with addresses: not one, or with a password in it.
    fn address_findings(&mut self) {
        for entry in &mut self.entries {
            let Some(written) = entry.source.url.clone() else { continue };
            let span = entry.source.url_spans.first().copied().unwrap_or(entry.span);
            let finding = |code, message: String| Finding::new(code, message, Some(self.lines.place(span)));
            match Url::parse(&written) {
                Err(problem) => {
                    entry.source.url = None;
                    self.findings
                        .push(finding(Code::UrlInvalid, format!("{} is no address: {problem}", starred(&written))));
                }
                Ok(url) if !url.username().is_empty() || url.password().is_some() => {
                    let host = url.host_str().unwrap_or_default();
                    self.findings
                        .push(finding(Code::CredentialsInUrl, format!("the address on {host} holds credentials")));
                }
                Ok(_) => {}
            }
        }
    }
}

/// Is silent about the source of the last address before each of these bytes of the file, where the two belong together.
/// `entries` are sorted by where their addresses stand.
fn silence_before(entries: &[(usize, Span)], spared: Vec<usize>, silence: &mut Silence) {
    /// Other templates that stand between.
    const BESIDE: usize = 200;
    for at in spared {
        let last = entries[..entries.partition_point(|(address, _)| *address < at)].last();
        if let Some((_, span)) = last.filter(|(_, span)| at < span.end || at - span.end <= BESIDE) {
            silence.add_at(*span, Which::All);
        }
    }
}

/// Whether a link of the prose points to a source: over HTTP, and not to this machine or to a name kept for examples.
pub(super) fn is_citable(address: &str) -> bool {
    const EXAMPLES: &[&str] = &["example.com", "example.org", "example.net", "example.edu", "localhost"];
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    if !lower.starts_with("http://") && !lower.starts_with("https://") {
        return false;
    }
    let Ok(url) = Url::parse(address) else { return true };
    // What `[citation needed]` leads to in pages of encyclopedias.
    if url.path().to_ascii_lowercase().ends_with(":citation_needed") {
        return false;
    }
    let host = url.host_str().unwrap_or_default().trim_end_matches('.');
    !EXAMPLES.iter().any(|name| host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}

fn line_end(text: &str, from: usize) -> usize {
    memchr::memchr(b'\n', &text.as_bytes()[from..]).map_or(text.len(), |at| from + at + 1)
}

/// The end of the first line behind `from` that is not blank; `from` where none comes soon.
fn line_end_after(text: &str, from: usize) -> usize {
    /// Bytes of blank lines that may stand between.
    const BLANK: usize = 4_096;
    let near = &text[from..floor_char_boundary(text, from.saturating_add(BLANK).min(text.len()))];
    let blank = near.len() - near.trim_start().len();
    if blank == near.len() { from } else { line_end(text, from + blank) }
}
