//! Notes at the end that are numbered in Roman numerals, as office programs number them; their marks are raised.

use std::collections::{HashMap, HashSet};

use crate::text::pdf::{PdfLine, PdfPage};

use super::feet::Foot;

/// Letters of the longest numeral that is looked for: `xxxviii`.
const LONGEST: usize = 7;

/// The last note ends above a gap of so many heights of its letters.
const GAP: f32 = 3.0;

/// A line among those of all pages.
#[derive(Clone, Copy)]
struct At<'p> {
    page: usize,
    line: &'p PdfLine,
}

/// The notes, numbered from i on without a gap, of which each has its mark further above, and no mark is without a note.
/// `is_text` says which lines of a page belong to its text.
pub(super) fn of(pages: &[PdfPage], is_text: impl Fn(usize, usize) -> bool) -> Vec<Foot<'_>> {
    let mut lines = Vec::new();
    for (page, of_page) in pages.iter().enumerate() {
        let own = of_page.lines.iter().enumerate().filter(|(index, _)| is_text(page, *index));
        lines.extend(own.map(|(_, line)| At { page, line }));
    }
    let mut marked: HashMap<&str, usize> = HashMap::new();
    for (at, own) in lines.iter().enumerate() {
        let raised = own.line.marks.iter().filter(|mark| mark.start() > 0);
        let labels = raised.filter_map(|mark| own.line.text.get(mark.range()).map(str::trim));
        for label in labels.filter(|label| is_numeral(label)) {
            marked.entry(label).or_insert(at);
        }
    }
    let starts = starts(&lines, &marked);
    let known: HashSet<&str> = starts.iter().map(|(_, label, _)| label.as_str()).collect();
    if starts.is_empty() || marked.keys().any(|label| !known.contains(label)) {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).map(|(next, ..)| *next).chain([lines.len()]);
    let note = |((start, label, skip), end): (&(usize, String, usize), usize)| {
        let together = (*start + 1..end).take_while(|&at| goes_on(lines[at - 1], lines[at]));
        let own = std::iter::once(*start).chain(together).map(|at| (lines[at].page, lines[at].line));
        let marked = marked.get(label.as_str()).map_or(0, |at| lines[*at].page);
        Foot { label: label.clone(), page: lines[*start].page, marked, lines: own.collect(), skip: *skip }
    };
    starts.iter().zip(ends).map(note).collect()
}

/// Where the notes begin, each with its label and the bytes of it. One note alone has to begin with a raised numeral.
fn starts(lines: &[At<'_>], marked: &HashMap<&str, usize>) -> Vec<(usize, String, usize)> {
    let mut found: Vec<(usize, String, usize)> = Vec::new();
    let Some(last) = marked.values().max() else { return found };
    for (at, own) in lines.iter().enumerate().skip(last + 1) {
        let wanted = numeral(found.len() + 1);
        if let Some((label, skip)) =
            labelled(own.line).filter(|(label, _)| *label == wanted && marked.contains_key(label))
        {
            found.push((at, label.to_owned(), skip));
        }
    }
    let is_raised = |at: usize| lines[at].line.marks.first().is_some_and(|mark| mark.start() == 0);
    if found.len() == 1 && !is_raised(found[0].0) {
        found.clear();
    }
    found
}

/// The numeral that a line begins with, and its bytes with what parts it from the words.
fn labelled(line: &PdfLine) -> Option<(&str, usize)> {
    let length = line.text.find(|c: char| !"ivxl".contains(c))?;
    let (label, behind) = line.text.split_at(length);
    let words = behind.trim_start_matches(['.', ')', ' ', '\u{a0}']);
    let raised = line.marks.first().is_some_and(|mark| mark.start() == 0 && mark.end() == length);
    (is_numeral(label) && !words.is_empty() && (raised || behind.starts_with(['.', ')'])))
        .then_some((label, line.text.len() - words.len()))
}

/// Whether a line belongs to the note of the line above.
fn goes_on(above: At<'_>, at: At<'_>) -> bool {
    let down = at.line.y - above.line.y;
    (at.line.size - above.line.size).abs() <= 0.1 * above.line.size
        && (at.page > above.page || down < 0.0 || down < GAP * above.line.size)
}

fn is_numeral(label: &str) -> bool {
    (1..=LONGEST).contains(&label.len()) && (1..50).any(|number| numeral(number) == label)
}

/// A number below 50.
fn numeral(number: usize) -> String {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    const TENS: [&str; 5] = ["", "x", "xx", "xxx", "xl"];
    TENS.get(number / 10).map_or_else(String::new, |tens| [*tens, ONES[number % 10]].concat())
}
