//! Paragraphs of a style for quotations, put together: those next to each other are one quotation.

use std::ops::Range;

use super::story::{Mark, Paragraph, Story, Style};

/// Words of the longest line that says whose a quotation is.
const ATTRIBUTION_WORDS: usize = 25;

/// The quotations, each from the begin of its first paragraph to the end of its last.
pub(super) fn find(story: &Story) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut rest = &story.paragraphs[..];
    while let Some(first) = rest.first() {
        let alike = |own: &&Paragraph| own.style == Style::Quotation && own.row == first.row;
        let length = rest.iter().take_while(alike).count();
        // Cells stand beside each other, and say nothing together.
        let whole = if first.row.is_some() { length.min(1) } else { length };
        if whole > 0 {
            parted(&rest[..whole], story, &mut found);
        }
        rest = &rest[whole.max(1)..];
    }
    found
}

/// The quotations of a row of paragraphs: where several carry marks, each ends with its mark, and each ends with the line
/// that says whose it is.
fn parted(own: &[Paragraph], story: &Story, found: &mut Vec<Range<usize>>) {
    let words = |paragraph: &Paragraph| story.text[paragraph.range.clone()].trim();
    let own: Vec<&Paragraph> = own.iter().filter(|paragraph| !words(paragraph).is_empty()).collect();
    let marked: Vec<bool> = own.iter().map(|paragraph| ends_with_mark(paragraph, story)).collect();
    let signed: Vec<bool> = own.iter().map(|paragraph| is_attribution(words(paragraph))).collect();
    let several = marked.iter().filter(|is_marked| **is_marked).count() > 1;
    let mut begin = None;
    for (at, paragraph) in own.iter().enumerate() {
        let start = *begin.get_or_insert(paragraph.range.start);
        let next_signs = signed.get(at + 1).copied().unwrap_or(false);
        // Where people speak in turns each line has a dash.
        let ends_signed = signed[at] && !next_signs && at > 0 && !signed[at - 1];
        if at + 1 == own.len() || ends_signed || several && marked[at] && !next_signs {
            found.push(start..paragraph.range.end);
            begin = None;
        }
    }
}

/// Whether the last thing of a paragraph is the mark of a note.
fn ends_with_mark(paragraph: &Paragraph, story: &Story) -> bool {
    let end = paragraph.range.start + story.text[paragraph.range.clone()].trim_end().len();
    let next = story.marks.partition_point(|mark: &Mark| mark.at < end);
    story.marks.get(next).is_some_and(|mark| mark.at <= paragraph.range.end)
}

/// `— Jane Doe, Harbour Post, 2020`.
fn is_attribution(words: &str) -> bool {
    words.starts_with(['—', '–', '―']) && words.split_whitespace().count() <= ATTRIBUTION_WORDS
}
