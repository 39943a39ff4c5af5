//! What the writer of a document has asked for in marks: to leave parts out, and to be silent about findings.

use std::ops::Range;

use crate::document::ignore::{self, Asked};
use crate::document::marker::notes::Found;
use crate::document::{Entry, Quoted};
use crate::finding::silence::{Silence, Which};
use crate::finding::{Code, Finding};
use crate::span::{Span, floor_char_boundary};

use super::Draft;

impl Draft<'_> {
    /// A comment at `range` of the file with these words. Where they are a mark, it is about its own line, or the next
    /// where nothing else stands on its own.
    pub(in crate::document) fn comment(&mut self, words: &str, range: &Range<usize>) {
        if let Some(asked) = ignore::read(words) {
            self.mark(asked, range, self.marked_line(range));
        }
    }

    /// A comment of several lines at `range` of the file, any of which can be a mark.
    pub(in crate::document) fn comment_lines(&mut self, words: &str, range: &Range<usize>) {
        if memchr::memmem::find(words.as_bytes(), b":").is_some() {
            words.lines().for_each(|line| self.comment(line, range));
        }
    }

    /// A mark at `range` of the file, about the bytes of `marked`.
    pub(in crate::document) fn mark(&mut self, asked: Asked, range: &Range<usize>, marked: Range<usize>) {
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
    pub(in crate::document) fn marked_line(&self, range: &Range<usize>) -> Range<usize> {
        let text = self.text;
        let line_start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = line_end(text, range.end);
        let alone = text[line_start..range.start].trim().is_empty() && text[range.end..line_end].trim().is_empty();
        if alone { line_end..line_end_after(text, line_end) } else { line_start..line_end }
    }

    /// What is asked about a line holds for all of an entry that begins on it. The entries are in the order of the file.
    pub(super) fn silence(&mut self) -> Silence {
        let mut silence = Silence::default();
        for (range, which) in std::mem::take(&mut self.silenced) {
            let first = self.entries.partition_point(|entry| entry.span.start() < range.start);
            let begins = self.entries[first..].iter().take_while(|entry| entry.span.start() < range.end);
            let end = begins.map(|entry| entry.span.end()).max().unwrap_or_default().max(range.end);
            silence.add_at(Span::new(range.start, end), which);
        }
        let spared = std::mem::take(&mut self.spared);
        if !spared.is_empty() {
            let address =
                |entry: &Entry| entry.source.url_spans.first().map_or(entry.span.start(), |span| span.start());
            let mut entries: Vec<(usize, Span)> =
                self.entries.iter().map(|entry| (address(entry), entry.span)).collect();
            entries.sort_unstable();
            silence_before(&entries, spared, &mut silence);
        }
        silence
    }

    /// Takes out what the writer has asked to leave out; gives the entries that were among it.
    pub(super) fn leave_out(&mut self, found: &mut Vec<Found>, quoted: &mut Vec<Quoted>) -> Vec<Entry> {
        if self.ignored.is_empty() {
            return Vec::new();
        }
        self.ignored.sort_by_key(|range| range.start);
        let ignored = std::mem::take(&mut self.ignored);
        let is_in = |at: usize| {
            let next = ignored.partition_point(|range| range.end <= at);
            ignored.get(next).is_some_and(|range| range.start <= at)
        };
        found.retain(|found| !is_in(found.span.start()));
        quoted.retain(|quoted| !is_in(self.prose.span(&quoted.parts[0].range()).start()));
        // A block quotation that begins there is none of the document's.
        let mut last = None;
        for block in self.blocks.iter_mut().filter(|block| block.quotation().is_some()) {
            let begins = last.is_none_or(|(quotation, _)| Some(quotation) != block.quotation());
            let left_out =
                if begins { is_in(self.prose.span(&block.range()).start()) } else { last.is_some_and(|(_, out)| out) };
            last = block.quotation().map(|quotation| (quotation, left_out));
            if left_out {
                block.set_apart();
            }
        }
        self.findings.retain(|finding| !finding.place.is_some_and(|place| is_in(place.span.start())));
        let kept: Vec<bool> = self.entries.iter().map(|entry| !is_in(entry.span.start())).collect();
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
}

/// Is silent about the source of the last address before each of these bytes of the file, where the two belong together.
/// `entries` are sorted by where their addresses stand.
fn silence_before(entries: &[(usize, Span)], spared: Vec<usize>, silence: &mut Silence) {
    /// Other templates that stand between.
    const BESIDE: usize = 200;
    for at in spared {
        let last = entries[..entries.partition_point(|(address, _)| *address < at)].last();
        if let Some((_, span)) = last.filter(|(_, span)| at < span.end() || at - span.end() <= BESIDE) {
            silence.add_at(*span, Which::All);
        }
    }
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
