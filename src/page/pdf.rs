//! From the pieces of a PDF to a page: its text as printed, and its text as it runs on.

mod folio;
pub(super) mod footnotes;
pub(super) mod margin;

use std::collections::{HashMap, HashSet};

use super::read::named;
use super::sketch::Sketch;
use super::walk::marks;
use super::{Content, CutShort, Page, Signs, TextName, Unread, laid};
use crate::text::laid::Laid;
use crate::text::pdf::{Cut, End, Head, PdfLine, PdfPage, Piece, Trouble};

/// What parts two pages in the text of a PDF, after the break of the line.
pub(crate) const PAGE_BREAK: char = '\u{c}';

/// A page of a scan has a picture on it and fewer characters than that: a stamp, a number.
const FEW_CHARACTERS: usize = 80;

/// One page of a picture in so many, covers aside, can hold the words that were not found.
const PAGES_A_PICTURE: usize = 10;

/// Of so many characters of a text one may be of no known meaning.
const CHARACTERS_A_REPLACEMENT: usize = 20;

/// The running lines of a page are among its first and last.
const RUNNING_ROWS: usize = 3;

/// A line that stands in the same place of so many pages runs on all of them.
const RUNNING_PAGES: usize = 3;

/// Lines that say the same, nearest in place, which are looked at on either side of one.
const NEAR_LINES: usize = 8;

/// Points by which the place of a running line may vary.
const SAME_PLACE: f32 = 8.0;

/// A head stands so many times as far from the text as its lines from one another, or in letters of another size, by so
/// much of it.
const APART: f32 = 1.3;
const OTHER_SIZE: f32 = 0.05;

/// Lines of a page that holds nothing but a title.
const LINES_OF_A_TITLE_PAGE: usize = 2;

/// Lines of a title at most, and the sizes that are tried.
const TITLE_LINES: usize = 6;
const TITLE_SIZES: usize = 2;

/// A title has at most so many characters.
const LONGEST_TITLE: usize = 300;

/// The pieces of a document, as they come.
#[derive(Debug, Default)]
pub(crate) struct Pieces {
    head: Head,
    pages: Vec<PdfPage>,
    end: Option<End>,
}

impl Pieces {
    /// Takes the next piece.
    pub(crate) fn add(&mut self, piece: Piece) {
        match piece {
            Piece::Head(head) => self.head = head,
            Piece::Page(page) => self.pages.push(page),
            Piece::End(end) => self.end = Some(end),
        }
    }

    /// Says how the reading ended, where the pieces do not: whoever read them came to grief.
    pub(crate) fn end_by(&mut self, cut: Cut) {
        self.end.get_or_insert(if self.pages.is_empty() && cut == Cut::Failure {
            End::Unreadable(Trouble::Damaged)
        } else {
            End::Cut(cut)
        });
    }

    /// Bytes of text in them.
    pub(crate) fn size(&self) -> usize {
        self.pages.iter().flat_map(|page| &page.lines).map(|line| line.text.len()).sum()
    }

    /// The page that they make.
    pub(crate) fn into_page(self) -> Page {
        let printed = text(&self.pages, &mut |_, _| Some(&[]));
        let flow = flowing(&self.pages);
        let flow = marks::without_numbers(&flow).map_or(flow.clone(), |pieces| pieces.concat());
        let replaced = printed.matches(char::REPLACEMENT_CHARACTER).count();
        let signs = Signs { sketch: Sketch::of(&[&flow]), ..Signs::default() };
        Page {
            signs,
            titles: titles(&self.head, &self.pages),
            language: self.head.language.clone(),
            replaced,
            cut_short: match self.end {
                Some(End::Cut(Cut::Deadline)) => Some(CutShort::Deadline),
                Some(End::Cut(Cut::Limit)) => Some(CutShort::Length),
                Some(End::Cut(Cut::Failure)) => Some(CutShort::Damage),
                Some(End::Whole | End::Unreadable(_)) | None => None,
            },
            content: Content::Pdf,
            unread: self.unread().or_else(|| is_garbled(&printed).then_some(Unread::Fonts)),
            texts: named([
                (TextName::NoMarks, if flow == printed { String::new() } else { flow }),
                (TextName::Pdf, if printed.trim().is_empty() { String::new() } else { printed }),
            ]),
            ..Page::default()
        }
    }

    /// The document that they make; none where nothing could be read, with the reason.
    pub(crate) fn into_laid(self) -> Result<Laid, Unread> {
        let laid = laid::laid(&self.pages);
        match self.unread().or_else(|| is_garbled(&laid.text).then_some(Unread::Fonts)) {
            Some(unread) if unread != Unread::Scan || laid.text.trim().is_empty() => Err(unread),
            _ => Ok(laid),
        }
    }

    fn unread(&self) -> Option<Unread> {
        match self.end {
            Some(End::Unreadable(Trouble::Encrypted)) => return Some(Unread::Encrypted),
            Some(End::Unreadable(Trouble::Damaged)) => return Some(Unread::Damaged),
            Some(End::Whole | End::Cut(_)) | None => {}
        }
        let pictures: Vec<bool> = self.pages.iter().map(is_scan).collect();
        let inner = pictures.get(1..pictures.len().saturating_sub(1)).unwrap_or_default();
        let inner_pictures = inner.iter().filter(|picture| **picture).count();
        let all = !pictures.is_empty()
            && pictures.iter().zip(&self.pages).all(|(picture, page)| *picture || page.lines.is_empty());
        let is_scan = all && pictures.contains(&true) || inner_pictures * PAGES_A_PICTURE > inner.len();
        is_scan.then_some(Unread::Scan)
    }
}

/// Fonts leave a sign or two of a formula without a meaning; where they leave more, the words cannot be read.
fn is_garbled(text: &str) -> bool {
    let characters = text.chars().filter(|c| !c.is_whitespace()).count();
    text.matches(char::REPLACEMENT_CHARACTER).count() * CHARACTERS_A_REPLACEMENT > characters
}

fn is_scan(page: &PdfPage) -> bool {
    let characters: usize =
        page.lines.iter().map(|line| line.text.chars().filter(|c| !c.is_whitespace()).count()).sum();
    page.picture && characters < FEW_CHARACTERS
}

/// The text of the pages. `dropped` says what of a line is left out: pieces of its text, or all of it.
fn text<'p>(pages: &'p [PdfPage], dropped: &mut dyn FnMut(usize, usize) -> Option<&'p [crate::span::Span]>) -> String {
    let mut text = String::new();
    for (number, page) in pages.iter().enumerate() {
        if number > 0 {
            text.push('\n');
            text.push(PAGE_BREAK);
        }
        let mut last: Option<&PdfLine> = None;
        for (index, line) in page.lines.iter().enumerate() {
            let Some(marks) = dropped(number, index) else { continue };
            if let Some(before) = last {
                text.push(if is_one_row(before, line) { ' ' } else { '\n' });
            }
            let mut from = 0;
            for mark in marks {
                text.push_str(line.text.get(from..mark.start()).unwrap_or_default());
                from = mark.end();
            }
            text.push_str(line.text.get(from..).unwrap_or_default());
            last = Some(line);
        }
    }
    text
}

pub(super) fn is_one_row(before: &PdfLine, line: &PdfLine) -> bool {
    before.aside == line.aside && (before.y - line.y).abs() < 0.3 * before.size && line.x[0] >= before.x[1]
}

/// The text without what interrupts it: note marks, running heads and feet, page numbers, footnotes, the numbers of lines,
/// and what is set in another direction. A sentence that goes on over the end of a page stands together in it.
fn flowing(pages: &[PdfPage]) -> String {
    let running = running_lines(pages);
    let body = footnotes::body_size(pages);
    let of_page = |page: &PdfPage| [footnotes::lines(page, body), margin::numbers(page)].concat();
    let notes: HashSet<(usize, usize)> = pages
        .iter()
        .enumerate()
        .flat_map(|(number, page)| of_page(page).into_iter().map(move |index| (number, index)))
        .collect();
    text(pages, &mut |number, index| {
        let line = &pages[number].lines[index];
        let at = (number, index);
        (!line.aside && !running.contains(&at) && !notes.contains(&at)).then_some(line.marks.as_slice())
    })
}

/// Lines that stand in the same place of several pages, numbers in them aside, and the numbers of pages.
pub(super) fn running_lines(pages: &[PdfPage]) -> HashSet<(usize, usize)> {
    let mut places: HashMap<String, Vec<(f32, usize, usize)>> = HashMap::new();
    let mut running = HashSet::new();
    for (number, page) in pages.iter().enumerate() {
        let outer = outer_lines(page);
        for index in &outer {
            let line = &page.lines[*index];
            places.entry(without_numbers(&line.text)).or_default().push((line.y, number, *index));
        }
        let ends = [outer.first(), outer.last()];
        running.extend(
            ends.into_iter().flatten().filter(|index| is_page_number(page, **index)).map(|index| (number, *index)),
        );
    }
    running.extend(printed_around(pages));
    for alike in places.values_mut() {
        alike.sort_by(|one, other| one.0.total_cmp(&other.0));
        running.extend(in_place_of_several_pages(pages, alike));
        running.extend(numbered(pages, alike));
    }
    running
}

/// What a browser prints around its pages, of which there may be one only: the address and the count of the page, the time
/// and the title. The parts of a row stand far apart.
fn printed_around(pages: &[PdfPage]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        let (own, all) = (number + 1, pages.len());
        let counts = [format!("{own}/{all}"), format!("{own} of {all}")];
        let text = |index: usize| page.lines[index].text.trim();
        let mut rows: Vec<Vec<usize>> = Vec::new();
        for index in outer_lines(page) {
            let line = &page.lines[index];
            let beside = |row: &Vec<usize>| (page.lines[row[0]].y - line.y).abs() <= 0.5 * line.size;
            match rows.iter_mut().find(|row| beside(row)) {
                Some(row) => row.push(index),
                None => rows.push(vec![index]),
            }
        }
        let is_address = |text: &str| text.contains("://") && !text.contains(' ');
        let is_count = |text: &str| {
            let rest = counts.iter().find_map(|count| text.strip_suffix(count.as_str()));
            rest.map(str::trim_end).is_some_and(|rest| rest.is_empty() || is_address(rest))
        };
        let counted = |row: &Vec<usize>| {
            let of_it = |text: &str| is_count(text) || is_address(text) || is_timed(text);
            row.iter().any(|index| is_count(text(*index))) && row.iter().all(|index| of_it(text(*index)))
        };
        if rows.iter().any(counted) {
            let timed = |row: &Vec<usize>| row.iter().any(|index| is_timed(text(*index)));
            let around = rows.iter().filter(|row| counted(row) || timed(row)).flatten();
            found.extend(around.map(|index| (number, *index)));
        }
    }
    found
}

/// Whether a line begins with a day in numbers and a time: `27/11/2026, 08:31`.
fn is_timed(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let parts = |word: Option<&str>, marks: &[char], count: usize| {
        let numbers = word.map(|word| word.trim_end_matches(',').split(marks).collect::<Vec<_>>()).unwrap_or_default();
        let is_number = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        numbers.len() >= count && numbers.iter().all(is_number)
    };
    parts(words.next(), &['/', '.', '-'], 3) && parts(words.next(), &[':'], 2)
}

/// Of lines that say the same, numbers aside, sorted by place, those that stand in the same place of several pages. Where
/// the numbers are others it can be a line of the text as well, unless it stands apart from that.
fn in_place_of_several_pages(pages: &[PdfPage], alike: &[(f32, usize, usize)]) -> Vec<(usize, usize)> {
    let text = |number: usize, index: usize| pages[number].lines[index].text.trim();
    let (mut from, mut running) = (0, Vec::new());
    for (at, (y, number, index)) in alike.iter().enumerate() {
        while y - alike[from].0 > SAME_PLACE {
            from += 1;
        }
        // Two of a place can be of one page.
        let after = alike[at..].iter().take_while(|(other, ..)| other - y <= SAME_PLACE);
        let near: Vec<_> = alike[from..at].iter().rev().take(NEAR_LINES).chain(after.take(NEAR_LINES)).collect();
        let on_pages = |same: bool| {
            let told = |(other, line)| !same || text(other, line) == text(*number, *index);
            let near = near.iter().filter(|(_, other, line)| told((*other, *line)));
            near.map(|(_, number, _)| *number).collect::<HashSet<usize>>().len()
        };
        let runs = || on_pages(true) >= RUNNING_PAGES || stands_apart(&pages[*number], *index);
        if on_pages(false) >= RUNNING_PAGES && runs() {
            running.push((*number, *index));
        }
    }
    running
}

/// Of lines that say the same, sorted by place, those with the number of their page at one end of their row: two are enough.
fn numbered(pages: &[PdfPage], alike: &[(f32, usize, usize)]) -> Vec<(usize, usize)> {
    let offsets = |number: usize, index: usize| folio::offsets(&pages[number], number, index);
    let mut running = Vec::new();
    for (at, (y, number, index)) in alike.iter().enumerate() {
        let own = offsets(*number, *index);
        for (other_y, other, line) in alike[at + 1..].iter().take(NEAR_LINES) {
            let same = own.iter().zip(offsets(*other, *line)).any(|(one, other)| one.is_some() && *one == other);
            if same && other != number && other_y - y <= SAME_PLACE {
                running.extend([(*number, *index), (*other, *line)]);
            }
        }
    }
    running
}

/// Whether a gap or another size of letters lies between an outer line and the text.
fn stands_apart(page: &PdfPage, index: usize) -> bool {
    let mut lines: Vec<&PdfLine> = page.lines.iter().filter(|line| !line.aside).collect();
    lines.sort_by(|one, other| one.y.total_cmp(&other.y));
    lines.dedup_by(|next, last| (next.y - last.y).abs() <= 0.5 * last.size);
    let mut gaps: Vec<f32> = lines.windows(2).map(|pair| pair[1].y - pair[0].y).collect();
    gaps.sort_by(f32::total_cmp);
    let usual = gaps.get(gaps.len() / 2).copied().unwrap_or_default();
    let parted = |pair: &[&PdfLine]| {
        pair[1].y - pair[0].y > APART * usual || (pair[0].size - pair[1].size).abs() > OTHER_SIZE * pair[0].size
    };
    let line = &page.lines[index];
    let Some(row) = lines.iter().position(|row| (row.y - line.y).abs() <= 0.5 * row.size) else { return false };
    let inwards = |from: usize, to: usize| lines[from..to.min(lines.len())].windows(2).any(parted);
    row < RUNNING_ROWS && inwards(row, RUNNING_ROWS + 1)
        || row + RUNNING_ROWS >= lines.len() && inwards(lines.len().saturating_sub(RUNNING_ROWS + 1), row + 1)
}

/// The lines of the first and last rows of a page, from the top.
fn outer_lines(page: &PdfPage) -> Vec<usize> {
    let mut lines: Vec<usize> = (0..page.lines.len()).filter(|index| !page.lines[*index].aside).collect();
    lines.sort_by(|one, other| page.lines[*one].y.total_cmp(&page.lines[*other].y));
    let rows = |indices: &mut dyn Iterator<Item = usize>| {
        let (mut kept, mut count, mut row) = (Vec::new(), 0, f32::NEG_INFINITY);
        for index in indices {
            let line = &page.lines[index];
            if (line.y - row).abs() > 0.5 * line.size {
                (count, row) = (count + 1, line.y);
            }
            if count > RUNNING_ROWS {
                break;
            }
            kept.push(index);
        }
        kept
    };
    let mut outer = rows(&mut lines.iter().copied());
    let mut last = rows(&mut lines.iter().rev().copied());
    last.reverse();
    last.retain(|index| !outer.contains(index));
    outer.append(&mut last);
    outer
}

fn without_numbers(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        let c = if c.is_numeric() { '#' } else { c };
        if !(c == '#' && key.ends_with('#')) {
            key.extend(c.to_lowercase());
        }
    }
    key
}

/// The first or last row of a page that is a number alone.
fn is_page_number(page: &PdfPage, index: usize) -> bool {
    let line = &page.lines[index];
    let alone = page
        .lines
        .iter()
        .enumerate()
        .all(|(other, beside)| other == index || (beside.y - line.y).abs() > 0.5 * line.size);
    let bare = line
        .text
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '|' | '[' | ']' | '.' | '•'));
    let is_roman = bare.len() <= 6 && bare.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'l'));
    let is_number = bare.len() <= 4 && bare.chars().all(|c| c.is_ascii_digit());
    let outer = line.y < 0.15 * page.height || line.y > 0.85 * page.height;
    alone && outer && !bare.is_empty() && (is_roman || is_number)
}

/// Titles, best first: that of the metadata where the first page bears it out, the largest lines of the first page, the
/// rest.
fn titles(head: &Head, pages: &[PdfPage]) -> Vec<String> {
    let first = pages.iter().find(|page| !page.lines.is_empty());
    let printed = first.map(large_lines).unwrap_or_default();
    let page =
        first.map(|page| page.lines.iter().map(|line| letters(&line.text)).collect::<String>()).unwrap_or_default();
    let (borne_out, rest): (Vec<String>, Vec<String>) =
        head.titles.iter().cloned().partition(|title| page.contains(&letters(title)));
    let mut titles: Vec<String> = Vec::new();
    for title in borne_out.into_iter().chain(printed).chain(rest) {
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The lines of the first page that are set largest, those that follow one another together.
fn large_lines(page: &PdfPage) -> Vec<String> {
    let is_title = |line: &&PdfLine| !line.aside && line.text.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let lines: Vec<&PdfLine> = page.lines.iter().filter(is_title).collect();
    let mut sizes: Vec<f32> = lines.iter().map(|line| line.size).collect();
    sizes.sort_by(|one, other| other.total_cmp(one));
    sizes.dedup_by(|next, last| *next > 0.95 * *last);
    // Where all lines have one size none is set larger than the rest.
    if sizes.len() == 1 && lines.len() > LINES_OF_A_TITLE_PAGE {
        return Vec::new();
    }
    let title = |size: &f32| {
        let of_size = |line: &&&PdfLine| line.size <= *size && line.size > 0.95 * size;
        let from = lines.iter().position(|line| of_size(&line))?;
        let together = lines[from..].iter().take(TITLE_LINES).take_while(|line| of_size(line));
        let text = together.map(|line| line.text.trim()).collect::<Vec<_>>().join(" ");
        (text.chars().count() <= LONGEST_TITLE).then_some(text)
    };
    sizes.iter().take(TITLE_SIZES).filter_map(title).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(lines: &[(&str, f32)]) -> PdfPage {
        let line = |&(text, size): &(&str, f32)| PdfLine { text: text.to_owned(), size, ..PdfLine::default() };
        PdfPage { height: 800.0, lines: lines.iter().map(line).collect(), picture: false, cut: None, links: Vec::new() }
    }

    #[test]
    fn a_head_with_the_number_of_its_page_runs_on_two_pages_already() {
        let line = |text: &str, y: f32| PdfLine {
            text: text.to_owned(),
            size: 10.0,
            y,
            x: [0.0, 300.0],
            ..PdfLine::default()
        };
        let text = |number: usize, head: &str| PdfPage {
            lines: vec![line(head, 20.0), line(&format!("{} that goes on", "word ".repeat(number + 1)), 60.0)],
            ..page(&[])
        };
        let heads =
            ["The History of Pebbles 3", "4 A. Parson", "The History of Pebbles 5", "6 A. Parson", "In 12 Steps"];
        let pages: Vec<PdfPage> = heads.iter().enumerate().map(|(at, head)| text(at, head)).collect();
        let mut running: Vec<(usize, usize)> = running_lines(&pages).into_iter().collect();
        running.sort_unstable();
        assert_eq!(running, [(0, 0), (1, 0), (2, 0), (3, 0)]);
    }

    #[test]
    fn what_a_browser_prints_around_one_page_is_no_text_of_it() {
        let line = |(text, y): (&str, f32)| PdfLine { text: text.to_owned(), size: 8.0, y, ..PdfLine::default() };
        let running = |lines: &[(&str, f32)]| {
            let page = PdfPage { lines: lines.iter().copied().map(line).collect(), ..page(&[]) };
            let mut found: Vec<usize> = running_lines(&[page]).into_iter().map(|(_, index)| index).collect();
            found.sort_unstable();
            found
        };
        let text = ("The bridge fell at night, and nobody saw it fall.", 60.0);
        let date = ("11/27/26, 8:31 AM The tide report", 20.0);
        assert_eq!(running(&[date, text, ("file:///home/tides.html 1/1", 780.0)]), [0, 2]);
        assert_eq!(running(&[("The tide report", 20.0), text, ("1 of 1", 780.0)]), [2]);
        assert_eq!(running(&[date, text]), [0; 0]);
        // The parts of a row can stand so far apart that each is a line.
        let parted =
            [("11/27/26, 8:31 AM", 20.0), ("The tide report", 20.0), text, ("file:///t.html", 780.0), ("1/1", 780.0)];
        assert_eq!(running(&parted), [0, 1, 3, 4]);
        assert_eq!(running(&[date, text, ("Of all who came he was the 1/1", 780.0)]), [0; 0]);
    }

    #[test]
    fn a_title_is_what_is_set_larger_than_the_rest() {
        let text = [("The stones had moved", 12.0), ("by a metre since", 12.0), ("the last survey.", 12.0)];
        assert_eq!(large_lines(&page(&text)), [""; 0]);
        let titled = [&[("Harbour report", 20.0)], &text[..]].concat();
        assert_eq!(large_lines(&page(&titled))[0], "Harbour report");
        assert_eq!(large_lines(&page(&[("Harbour", 20.0), ("report", 20.0)])), ["Harbour report"]);
    }
}
