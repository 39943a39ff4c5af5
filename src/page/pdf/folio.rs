//! The number of a page beside its running head or foot: in the same line, or alone at the other side of the page.

use crate::text::pdf::{PdfLine, PdfPage};

/// Digits of the number of a page.
const LONGEST: usize = 5;

/// By how much the number at either end of a line, and that at either end of its row, is more than the count of the page:
/// in the order of the places, so that those of two pages can be compared.
pub(super) fn offsets(page: &PdfPage, number: usize, index: usize) -> [Option<i64>; 4] {
    let line = &page.lines[index];
    let offset = |word: Option<&str>| {
        let word = word.filter(|word| word.len() <= LONGEST)?;
        Some(word.parse::<i64>().ok()? - i64::try_from(number).ok()?)
    };
    let text = line.text.trim();
    let first = text.split(char::is_whitespace).next();
    let last = text.rsplit(char::is_whitespace).next().filter(|last| Some(*last) != first);
    // Parts of a row that stand far apart are lines of their own.
    let in_row = |other: &&PdfLine| !other.aside && (other.y - line.y).abs() <= 0.5 * line.size;
    let row = || page.lines.iter().filter(in_row);
    let left = row().min_by(|one, other| one.x[0].total_cmp(&other.x[0]));
    let right = row().max_by(|one, other| one.x[1].total_cmp(&other.x[1]));
    let alone =
        |part: Option<&PdfLine>| offset(part.filter(|part| !std::ptr::eq(*part, line)).map(|part| part.text.trim()));
    [offset(first), offset(last), alone(left), alone(right)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::pdf::running_lines;

    fn line(text: &str, x: f32, y: f32) -> PdfLine {
        PdfLine { text: text.to_owned(), size: 10.0, x: [x, x + 40.0], y, ..PdfLine::default() }
    }

    /// Pages with a row of a number and a head, and words below; which lines of them run.
    fn running(heads: &[(&str, &str)]) -> Vec<(usize, usize)> {
        let page = |(at, (number, head)): (usize, &(&str, &str))| {
            let words = format!("{}that goes on", "word ".repeat(at + 1));
            let lines = vec![line(number, 40.0, 20.0), line(head, 300.0, 20.0), line(&words, 40.0, 60.0)];
            PdfPage { height: 800.0, lines, ..PdfPage::default() }
        };
        let pages: Vec<PdfPage> = heads.iter().enumerate().map(page).collect();
        let mut found: Vec<(usize, usize)> = running_lines(&pages).into_iter().collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn a_head_beside_the_number_of_its_page_runs_on_two_pages() {
        let all =
            |pages: usize| -> Vec<(usize, usize)> { (0..pages).flat_map(|page| [(page, 0), (page, 1)]).collect() };
        // One head on both; heads of left and of right pages; pages that begin at another number.
        assert_eq!(running(&[("1", "Keeper et al."), ("2", "Keeper et al.")]), all(2));
        let sides =
            [("7", "Keeper et al."), ("8", "Tides of the North"), ("9", "Keeper et al."), ("10", "Tides of the North")];
        assert_eq!(running(&sides), all(4));
        assert_eq!(running(&[("Of the lamp", "3"), ("Of the lamp", "4")]), all(2));
    }

    #[test]
    fn what_stands_beside_other_numbers_does_not_run() {
        assert_eq!(running(&[("1", "Keeper et al."), ("5", "Keeper et al.")]), []);
        assert_eq!(running(&[("a", "Keeper et al."), ("b", "Keeper et al.")]), []);
        // Nor what two pages have beside the numbers of theirs, but not both.
        assert_eq!(running(&[("1", "Keeper et al."), ("2", "The tide rose")]), [(0, 0), (1, 0)]);
    }
}
