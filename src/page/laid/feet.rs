//! The notes at the foot of the columns of a page, and what the next page has of the last one.

use std::collections::HashSet;

use crate::text::pdf::{PdfLine, PdfPage};

use super::super::pdf::footnotes::{self, numbered};

/// Lines of the rest of a note that stands on a page without notes of its own.
const LONGEST_REST: usize = 8;

/// A note at the foot of a page.
pub(super) struct Foot<'p> {
    pub(super) label: String,
    /// The page on which it begins.
    pub(super) page: usize,
    /// The page of its marks: the one before where it had no room there.
    pub(super) marked: usize,
    /// Its lines, each with its page.
    pub(super) lines: Vec<(usize, &'p PdfLine)>,
    /// Bytes of its number in the first line.
    pub(super) skip: usize,
}

/// The notes at the foot of all pages, in order.
pub(super) fn of<'p>(pages: &'p [PdfPage], running: &HashSet<(usize, usize)>) -> Vec<Foot<'p>> {
    let body = footnotes::body_size(pages);
    let mut feet: Vec<Foot<'p>> = Vec::new();
    let mut due = HashSet::new();
    for (number, page) in pages.iter().enumerate() {
        let small = footnotes::lines(page, body);
        let marks = footnotes::marks(page, &small.iter().copied().collect());
        let (first, marked) = (feet.len(), [&marks, &due]);
        of_page(page, number, &small, marked, running, &mut feet);
        due = still_due(marks, &feet[first..], number);
    }
    feet
}

/// The marks of page `number` whose notes come on the next: they are numbered on from the last of this one.
fn still_due(mut marks: HashSet<String>, feet: &[Foot<'_>], number: usize) -> HashSet<String> {
    let own = feet.iter().filter(|foot| foot.marked == number).filter_map(|foot| foot.label.parse::<u32>().ok());
    let last = own.max().unwrap_or(0);
    marks.retain(|mark| mark.parse::<u32>().is_ok_and(|mark| mark > last));
    marks
}

/// The notes of one page, among its `small` lines: each begins with its number, to which a mark on the page points, or one
/// of the page before.
fn of_page<'p>(
    page: &'p PdfPage,
    number: usize,
    small: &[usize],
    [marked, due]: [&HashSet<String>; 2],
    running: &HashSet<(usize, usize)>,
    feet: &mut Vec<Foot<'p>>,
) {
    let first = feet.len();
    let label = |line: &PdfLine, feet: &[Foot<'p>]| {
        let own = feet.get(first..).unwrap_or_default();
        let known = |label: &str| own.iter().any(|foot| foot.label == label);
        let (label, skip) = numbered(&line.text).filter(|(label, _)| !known(label))?;
        // What had no room on the page before stands above the notes of this one.
        let is_due = || due.contains(&label) && own.iter().all(|foot| foot.marked < number);
        let marked = if marked.contains(&label) { number } else { is_due().then_some(number.checked_sub(1)?)? };
        Some((label, skip, marked))
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
            Some((label, skip, marked)) => {
                feet.push(Foot { label, page: number, marked, lines: vec![(number, line)], skip });
            }
            None if runs(small[at]) && !is_within(page, small, at) => {}
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
