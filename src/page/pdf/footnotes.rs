//! The notes at the foot of a page: lines of small print below the text, and the numbers that they begin with.

use std::collections::{HashMap, HashSet};

use super::FEW_CHARACTERS;
use crate::text::pdf::{PdfLine, PdfPage};

/// Notes are set smaller than the text above them, and in the lower part of the page.
const NOTE_SIZE: f32 = 0.93;
const NOTES_FROM: f32 = 0.4;

/// A page of more lines is a drawing with labels, and has no notes.
const MOST_LINES: usize = 2_000;

/// Notes can say so many times as much as the text that they belong to; a heading with a note is less.
const NOTES_TO_TEXT: usize = 8;

/// Digits of the number of a note.
const LONGEST_NUMBER: usize = 4;

/// The size in which the text is set: that of most letters, unless these are of notes.
pub(in crate::page) fn body_size(pages: &[PdfPage]) -> f32 {
    let mut letters: HashMap<i32, usize> = HashMap::new();
    for line in pages.iter().flat_map(|page| &page.lines).filter(|line| !line.aside) {
        *letters.entry(tenths(line.size)).or_default() += line.text.len();
    }
    let mut sizes: Vec<(i32, usize)> = letters.into_iter().collect();
    sizes.sort_by_key(|(size, letters)| std::cmp::Reverse((*letters, *size)));
    let Some(&(most, of_most)) = sizes.first() else { return 0.0 };
    let larger = sizes[1..]
        .iter()
        .filter(|(size, letters)| NOTE_SIZE * points(*size) > points(most) && letters * NOTES_TO_TEXT >= of_most);
    points(larger.map(|(size, _)| *size).find(|size| are_notes(pages, points(*size), most)).unwrap_or(most))
}

#[expect(clippy::cast_possible_truncation, reason = "sizes of fonts in tenths of a point")]
fn tenths(size: f32) -> i32 {
    (size * 10.0).round() as i32
}

#[expect(clippy::cast_precision_loss, reason = "sizes of fonts in tenths of a point")]
fn points(tenths: i32) -> f32 {
    tenths as f32 / 10.0
}

/// Whether most letters of a size belong to notes of a text in the size `body`, to which marks in it point.
fn are_notes(pages: &[PdfPage], body: f32, small: i32) -> bool {
    let (mut notes, mut all) = (0, 0);
    let holds_text = |page: &&PdfPage| page.lines.iter().any(|line| !line.aside && line.size >= NOTE_SIZE * body);
    // Pages of notes at the end tell nothing.
    for page in pages.iter().filter(holds_text) {
        let is_small = |index: &usize| !page.lines[*index].aside && tenths(page.lines[*index].size) == small;
        let letters = |index: usize| page.lines[index].text.len();
        let own: Vec<usize> = (0..page.lines.len()).filter(is_small).collect();
        all += own.iter().map(|index| letters(*index)).sum::<usize>();
        let below: HashSet<usize> = lines(page, body).into_iter().collect();
        let marked = marks(page, &below);
        let begins =
            |index: &usize| numbered(&page.lines[*index].text).is_some_and(|(label, _)| marked.contains(&label));
        // What is set above the notes in their size makes them text.
        if own.iter().all(|index| below.contains(index)) && own.iter().any(begins) {
            notes += own.iter().map(|index| letters(*index)).sum::<usize>();
        }
    }
    notes * 2 > all
}

/// Lines of small print at the foot of the columns of a page.
pub(in crate::page) fn lines(page: &PdfPage, body: f32) -> Vec<usize> {
    let is_body = |line: &PdfLine| line.size >= NOTE_SIZE * body && line.text.len() > FEW_CHARACTERS / 4;
    let bodies: Vec<&PdfLine> = page.lines.iter().filter(|line| !line.aside && is_body(line)).collect();
    let is_under = |line: &PdfLine| {
        let above = |other: &&&PdfLine| other.x[0] < line.x[1] && line.x[0] < other.x[1];
        let beside = || bodies.iter().filter(above);
        beside().next().is_some() && beside().all(|other| other.y < line.y)
    };
    let small = |line: &PdfLine| !line.aside && line.size < NOTE_SIZE * body && line.y > NOTES_FROM * page.height;
    if page.lines.len() > MOST_LINES {
        return Vec::new();
    }
    let of_page = page.lines.iter().enumerate();
    of_page.filter(|(_, line)| small(line) && is_under(line)).map(|(index, _)| index).collect()
}

/// The numbers that are raised in the lines of a page which are not among those `below`.
pub(in crate::page) fn marks(page: &PdfPage, below: &HashSet<usize>) -> HashSet<String> {
    let above = page.lines.iter().enumerate().filter(|(index, _)| !below.contains(index));
    let marks = above.flat_map(|(_, line)| line.marks.iter().filter_map(|mark| line.text.get(mark.range())));
    marks.map(plain_digits).collect()
}

/// The number that a note begins with, and its bytes with what parts it from the words.
pub(in crate::page) fn numbered(text: &str) -> Option<(String, usize)> {
    let trimmed = text.trim_start();
    let lead = text.len() - trimmed.len();
    let digits: usize = trimmed.chars().take_while(|c| plain_digit(*c).is_some()).map(char::len_utf8).sum();
    let label = plain_digits(&trimmed[..digits]);
    let rest = trimmed[digits..].trim_start_matches(['.', ')', ' ', '\u{a0}']);
    let gap = &trimmed[digits..trimmed.len() - rest.len()];
    let first = rest.chars().next();
    let words = first.is_some_and(|c| c.is_alphabetic() || "“\"‘„«‚‹「『(<[".contains(c));
    // `17.html` is the end of an address.
    let small = first.is_some_and(char::is_lowercase) && !gap.contains([' ', '\u{a0}']);
    let raised = trimmed.chars().next().is_some_and(|c| !c.is_ascii_digit());
    (!label.is_empty() && label.len() <= LONGEST_NUMBER && words && (raised || !gap.is_empty() && !small))
        .then_some((label, lead + trimmed.len() - rest.len()))
}

pub(in crate::page) fn plain_digits(text: &str) -> String {
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
