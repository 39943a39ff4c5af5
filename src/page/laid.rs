//! From the pieces of a PDF to a document: its running text, its notes at the foot, and its links.

mod feet;
mod hanging;
mod quoted;
mod romans;
mod shown;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::span::Span;
use crate::text::laid::{Laid, LaidLink, LaidNote};
use crate::text::pdf::{PdfLine, PdfLink, PdfPage};

use self::feet::Foot;
use self::hanging::Part;
use super::pdf;
use super::pdf::footnotes::plain_digits;
use super::pdf::margin;

/// A gap of so many times the usual distance of two lines parts paragraphs.
const PARAGRAPH_GAP: f32 = 1.4;

/// The same above a line with a raised mark of a note, where no sentence ended.
const GAP_OF_A_MARK: f32 = 1.8;

/// A line that ends so much before the edge of its column, in parts of its width, ends its paragraph.
const SHORT_LINE: f32 = 0.8;

/// The frame of a link is no wider, in heights of the font.
const FRAME: f32 = 0.2;

/// Lines that one link covers in full, at most.
const LINES_OF_A_LINK: usize = 8;

/// Where a line went in the text.
struct Written {
    at: usize,
    /// What was left out of it.
    dropped: Vec<Span>,
}

/// The document that the pages make.
pub(super) fn laid(pages: &[PdfPage]) -> Laid {
    let running = pdf::running_lines(pages);
    let mut laid = Laid::default();
    let mut marks: HashMap<(usize, String), Vec<usize>> = HashMap::new();
    let margins: Vec<Vec<usize>> = pages.iter().map(margin::numbers).collect();
    let mut feet = feet::of(pages, &running);
    let is_text = |below: &HashSet<*const PdfLine>, number: usize, index: usize| {
        let line = &pages[number].lines[index];
        let left_out = || running.contains(&(number, index)) || margins[number].contains(&index);
        !line.aside && !left_out() && !below.contains(&std::ptr::from_ref(line))
    };
    let below = lines_of(&feet);
    feet.extend(romans::of(pages, |number, index| is_text(&below, number, index)));
    let below = lines_of(&feet);
    let mut last: Option<(&PdfLine, Option<Part>)> = None;
    for (number, page) in pages.iter().enumerate() {
        let labels: HashSet<&str> =
            feet.iter().filter(|foot| foot.marked == number).map(|foot| foot.label.as_str()).collect();
        let usual = usual_gap(page);
        let parts = hanging::parts(page);
        let start = laid.text.len();
        laid.starts.push((start, number + 1));
        for (index, line) in page.lines.iter().enumerate() {
            if !is_text(&below, number, index) {
                continue;
            }
            let same_page = laid.text.len() > start;
            let before = if laid.text.is_empty() { None } else { last };
            separate(&mut laid.text, before, (line, parts[index]), usual, same_page);
            let written = write(&mut laid.text, line, &labels, |label, at| {
                marks.entry((number, label)).or_default().push(at);
            });
            for (link, range) in links_in(page, line) {
                let range = written.moved(&range);
                add_link(&mut laid.links, &laid.text, link, range);
            }
            last = Some((line, parts[index]));
        }
    }
    laid.body = laid.text.len();
    for foot in &feet {
        let own = marks.remove(&(foot.marked, foot.label.clone())).unwrap_or_default();
        add_note(&mut laid, foot, pages, own);
    }
    shown::complete(&mut laid.links, &laid.text);
    quoted::complete(&mut laid.links, &laid.text);
    laid
}

fn lines_of(feet: &[Foot<'_>]) -> HashSet<*const PdfLine> {
    feet.iter().flat_map(|note| &note.lines).map(|(_, line)| std::ptr::from_ref::<PdfLine>(line)).collect()
}

impl Written {
    /// Where a range of the line stands in the text.
    fn moved(&self, range: &Range<usize>) -> Range<usize> {
        let moved = |at: usize| {
            let before: usize = self.dropped.iter().map(|gap| gap.end().min(at).saturating_sub(gap.start())).sum();
            self.at + at - before
        };
        moved(range.start)..moved(range.end)
    }
}

/// Appends a line without the marks of notes that stand at the foot of its page; these are told with where they stood.
fn write(text: &mut String, line: &PdfLine, labels: &HashSet<&str>, mut mark: impl FnMut(String, usize)) -> Written {
    let (at, mut from, mut dropped) = (text.len(), 0, Vec::new());
    for span in &line.marks {
        let raised = line.text.get(span.range()).unwrap_or_default();
        let label = Some(plain_digits(raised)).filter(|label| !label.is_empty()).unwrap_or(raised.trim().to_owned());
        if span.start() < from || !labels.contains(label.as_str()) {
            continue;
        }
        text.push_str(line.text.get(from..span.start()).unwrap_or_default());
        mark(label, text.len());
        dropped.push(*span);
        from = span.end();
    }
    text.push_str(line.text.get(from..).unwrap_or_default());
    Written { at, dropped }
}

/// What parts a line from the one before: a space in one row, a blank line between paragraphs, else a line break.
fn separate(
    text: &mut String,
    before: Option<(&PdfLine, Option<Part>)>,
    (line, part): (&PdfLine, Option<Part>),
    usual: f32,
    same_page: bool,
) {
    let Some((before, part_before)) = before else { return };
    if same_page && pdf::is_one_row(before, line) {
        return text.push(' ');
    }
    if let (Some(_), Some(part)) = (part_before, part) {
        return text.push_str(if part == Part::First { "\n\n" } else { "\n" });
    }
    let gap = line.y - before.y;
    let ends = text.trim_end().ends_with(['.', '!', '?', ':', '”', '"']);
    let (width, end) = (line.x[1] - line.x[0], before.x[1] - before.x[0]);
    // A raised mark can push its line down.
    let widest = if line.marks.is_empty() || ends { PARAGRAPH_GAP } else { GAP_OF_A_MARK };
    let apart = same_page && gap > widest * usual;
    // Over the end of a column or a page a paragraph goes on unless its last line is short, or a sentence has ended.
    let ended = ends && (end < SHORT_LINE * width || !same_page);
    let larger = (line.size - before.size).abs() > 0.1 * before.size;
    text.push_str(if apart || larger || ended && (gap < 0.0 || !same_page) { "\n\n" } else { "\n" });
}

/// The distance of most lines of a page that follow one another.
fn usual_gap(page: &PdfPage) -> f32 {
    let pairs = page.lines.windows(2).filter(|pair| !pair[0].aside && !pair[1].aside);
    let mut gaps: Vec<f32> = pairs.map(|pair| pair[1].y - pair[0].y).filter(|gap| *gap > 1.0).collect();
    gaps.sort_by(f32::total_cmp);
    gaps.get(gaps.len() / 2).copied().unwrap_or(12.0)
}

/// The links over a line, each with the words that it covers.
fn links_in<'p>(page: &'p PdfPage, line: &PdfLine) -> Vec<(&'p str, Range<usize>)> {
    let width = line.x[1] - line.x[0];
    let over = page.links.iter().filter(|link| is_over(link, line) && !is_of_column_beside(page, link, line));
    let over = over.filter(|link| !is_overlaid(page, link));
    let covered = over.filter_map(|link| {
        #[expect(clippy::cast_precision_loss, reason = "bytes of a line")]
        let bytes = line.text.len() as f32;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a line")]
        let at = |x: f32| (((x - line.x[0]) / width.max(1.0)).clamp(0.0, 1.0) * bytes) as usize;
        let range = words_at(&line.text, at(link.x[0])..at(link.x[1]));
        (!range.is_empty()).then_some((link.url.as_str(), range))
    });
    covered.collect()
}

/// Whether a link covers more of a line than its frame does, which stands out a little.
fn is_over(area: &PdfLink, line: &PdfLine) -> bool {
    let shared = area.x[1].min(line.x[1]) - area.x[0].max(line.x[0]);
    let frame = (FRAME * line.size).min(0.5 * (area.x[1] - area.x[0]));
    area.y[0] < line.y && line.y - 0.5 * line.size < area.y[1] && shared > frame.max(0.0)
}

/// Whether a link is of a line in the column beside: that line is so long that it, or its link, reaches into this one; or
/// the link begins with that line, and this one reaches into it.
fn is_of_column_beside(page: &PdfPage, area: &PdfLink, line: &PdfLine) -> bool {
    let near = 0.5 * line.size;
    let others = || page.lines.iter().filter(|other| is_over(area, other));
    let before = |other: &PdfLine| other.x[0] < line.x[0] && (other.x[1] - area.x[1]).abs() < near;
    let behind = |other: &PdfLine| other.x[0] > line.x[0] && (other.x[0] - area.x[0]).abs() < near;
    area.x[0] < line.x[0] && others().any(before) || line.x[0] < area.x[0] - near && others().any(behind)
}

/// Whether a link covers so many lines in full that it is none: programs that break one over the end of a column lay it
/// over all that stands between.
fn is_overlaid(page: &PdfPage, link: &PdfLink) -> bool {
    let same =
        |other: &&PdfLink| other.url == link.url && (0..2).all(|side| (other.x[side] - link.x[side]).abs() < 1.0);
    page.links.iter().filter(same).nth(LINES_OF_A_LINK).is_some()
}

/// The words that a range touches more than by a letter or two: the width of letters is not known.
fn words_at(text: &str, range: Range<usize>) -> Range<usize> {
    let mut words = text.split_inclusive(' ').scan(0, |at, word| {
        let start = *at;
        *at += word.len();
        Some(start..start + word.trim_end().len())
    });
    let touched = |word: &Range<usize>| {
        let shared = word.end.min(range.end).saturating_sub(word.start.max(range.start));
        shared * 2 > word.len().min(range.len())
    };
    let Some(first) = words.find(|word| touched(word)) else { return 0..0 };
    let last = words.take_while(touched).last().unwrap_or_else(|| first.clone());
    first.start..last.end
}

/// A link over several lines is one; one whose words are its address needs no telling.
fn add_link(links: &mut Vec<LaidLink>, text: &str, url: &str, range: Range<usize>) {
    match links.last_mut().filter(|last| last.url == url && goes_on(text, &last.range, &range)) {
        Some(last) => last.range.end = range.end.max(last.range.end),
        None => links.push(LaidLink { range, url: url.to_owned() }),
    }
}

/// Whether nothing but white space lies between two parts of a link, which can touch the same word.
fn goes_on(text: &str, last: &Range<usize>, next: &Range<usize>) -> bool {
    last.start <= next.start && text.get(last.end..next.start).is_none_or(|between| between.trim().is_empty())
}

fn add_note(laid: &mut Laid, foot: &Foot<'_>, pages: &[PdfPage], marks: Vec<usize>) {
    laid.text.push_str("\n\n");
    let start = laid.text.len();
    laid.starts.push((start, foot.page + 1));
    for (index, (page, line)) in foot.lines.iter().enumerate() {
        if index > 0 {
            laid.text.push('\n');
        }
        let skip = if index == 0 { foot.skip } else { 0 };
        let at = laid.text.len();
        laid.text.push_str(line.text.get(skip..).unwrap_or_default());
        for (link, range) in links_in(&pages[*page], line) {
            if range.start >= skip {
                add_link(&mut laid.links, &laid.text, link, at + range.start - skip..at + range.end - skip);
            }
        }
    }
    laid.notes.push(LaidNote {
        label: foot.label.clone(),
        marks,
        words: Some(start..laid.text.len()),
        items: Vec::new(),
        emphasised: Vec::new(),
    });
}

#[cfg(test)]
mod tests;
