//! The notes at the foot of the columns of a page, and what the next page has of the last one.

use std::collections::HashSet;

use crate::text::pdf::{PdfLine, PdfPage};

use super::super::pdf;

/// Digits of the number of a note.
const LONGEST_NUMBER: usize = 4;

/// Lines of the rest of a note that stands on a page without notes of its own.
const LONGEST_REST: usize = 8;

/// A note at the foot of a page.
pub(super) struct Foot<'p> {
    pub(super) label: String,
    /// The page on which it begins.
    pub(super) page: usize,
    /// Its lines, each with its page.
    pub(super) lines: Vec<(usize, &'p PdfLine)>,
    /// Bytes of its number in the first line.
    pub(super) skip: usize,
}

/// The notes at the foot of all pages, in order.
pub(super) fn of<'p>(pages: &'p [PdfPage], running: &HashSet<(usize, usize)>) -> Vec<Foot<'p>> {
    let body = pdf::body_size(pages);
    let mut feet: Vec<Foot<'p>> = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        of_page(page, number, body, running, &mut feet);
    }
    feet
}

/// The notes of one page: each begins with its number, to which a mark on the page points.
fn of_page<'p>(
    page: &'p PdfPage,
    number: usize,
    body: f32,
    running: &HashSet<(usize, usize)>,
    feet: &mut Vec<Foot<'p>>,
) {
    let small = pdf::notes(page, body);
    let below: HashSet<usize> = small.iter().copied().collect();
    let above = page.lines.iter().enumerate().filter(|(index, _)| !below.contains(index));
    let marks = above.flat_map(|(_, line)| line.marks.iter().filter_map(|mark| line.text.get(mark.range())));
    let marked: HashSet<String> = marks.map(plain_digits).collect();
    let first = feet.len();
    let label = |line: &PdfLine, feet: &[Foot<'p>]| {
        let known = |label: &str| feet.get(first..).unwrap_or_default().iter().any(|foot| foot.label == label);
        numbered(&line.text).filter(|(label, _)| marked.contains(label) && !known(label))
    };
    let runs = |index: usize| running.contains(&(number, index));
    let starts = small.iter().position(|index| label(&page.lines[*index], &[]).is_some());
    // Above the first number the foot of a page has the rest of the last note of the page before, if that broke off.
    let lead: Vec<usize> =
        small[..starts.unwrap_or(small.len())].iter().copied().filter(|index| !runs(*index)).collect();
    let last = feet.last_mut().filter(|foot| is_open(foot, number));
    if let Some(last) = last.filter(|_| starts.is_some() || lead.len() <= LONGEST_REST) {
        last.lines.extend(lead.iter().map(|index| (number, &page.lines[*index])));
    }
    for at in starts.unwrap_or(small.len())..small.len() {
        let line = &page.lines[small[at]];
        match label(line, feet) {
            Some((label, skip)) => feet.push(Foot { label, page: number, lines: vec![(number, line)], skip }),
            None if runs(small[at]) && !is_within(page, &small, at) => {}
            None => {
                if let Some(foot) = feet.last_mut() {
                    foot.lines.push((number, line));
                }
            }
        }
    }
}

/// Whether a note goes on behind the page before `number`: its last line breaks off there.
fn is_open(foot: &Foot<'_>, number: usize) -> bool {
    let Some((page, line)) = foot.lines.last() else { return false };
    let text = line.text.trim_end();
    let cited = text.rsplit(' ').next().is_some_and(|word| word.contains("://"));
    let ends = text.trim_end_matches(['”', '"', '’', ')', ']', '»']);
    let broken = ends.ends_with(['-', '/', '_', '=', '&', '?', ',', ';', ':', '\u{ad}']);
    page + 1 == number && (broken || !cited && !ends.ends_with(['.', '!', '?', '。']))
}

/// Whether the small line behind the one at `at` follows it closely: what runs at the foot of pages is the last.
fn is_within(page: &PdfPage, small: &[usize], at: usize) -> bool {
    let line = &page.lines[small[at]];
    let next = small.get(at + 1).map(|index| &page.lines[*index]);
    next.is_some_and(|next| {
        let down = next.y - line.y;
        down > 0.0 && down < 2.0 * line.size && next.x[0] < line.x[1] && line.x[0] < next.x[1]
    })
}

/// The number that a note begins with, and its bytes with what parts it from the words.
fn numbered(text: &str) -> Option<(String, usize)> {
    let trimmed = text.trim_start();
    let lead = text.len() - trimmed.len();
    let digits: usize = trimmed.chars().take_while(|c| plain_digit(*c).is_some()).map(char::len_utf8).sum();
    let label = plain_digits(&trimmed[..digits]);
    let rest = trimmed[digits..].trim_start_matches(['.', ')', ' ', '\u{a0}']);
    let gap = &trimmed[digits..trimmed.len() - rest.len()];
    let first = rest.chars().next();
    let words = first.is_some_and(|c| c.is_alphabetic() || "“\"‘(<[".contains(c));
    // `17.html` is the end of an address.
    let small = first.is_some_and(char::is_lowercase) && !gap.contains([' ', '\u{a0}']);
    let raised = trimmed.chars().next().is_some_and(|c| !c.is_ascii_digit());
    (!label.is_empty() && label.len() <= LONGEST_NUMBER && words && (raised || !gap.is_empty() && !small))
        .then_some((label, lead + trimmed.len() - rest.len()))
}

pub(super) fn plain_digits(text: &str) -> String {
    text.trim().chars().filter_map(plain_digit).collect()
}

fn plain_digit(c: char) -> Option<char> {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    if c.is_ascii_digit() {
        return Some(c);
    }
    let place = RAISED.chars().position(|raised| raised == c)?;
    char::from_digit(u32::try_from(place).ok()?, 10)
}
