//! Glyphs put together to segments: pieces of a line that stand together, wherever in the stream they were drawn.

use std::collections::HashMap;

use super::glyph::Glyph;
use super::scripts::{Way, way};

/// All thresholds are in heights of the larger font of the two.
///
/// Letters overlap by kerning and accents by design, up to here.
const OVERLAP: f32 = 0.6;

/// A wider gap parts columns and cells, whoever drew them after one another. Spaces of justified lines stay below.
const WIDEST_SPACE: f32 = 1.2;

/// The same for pieces that were not drawn after one another: what parts two columns is at least this wide.
const WIDEST_SPACE_APART: f32 = 0.6;

/// Glyphs of one size stand on one line if their baselines differ by no more.
const SAME_LINE: f32 = 0.35;

/// A raised or lowered glyph is smaller than that beside its line.
const SMALLER: f32 = 0.85;

/// A raised mark of a note can be hardly smaller, where it is raised by so much.
pub(super) const MARK: f32 = 0.99;
pub(super) const MARK_RAISED: f32 = 0.25;

/// And raised or lowered by no more.
const RAISED: f32 = 0.6;

/// Signs of the longest mark.
const LONGEST_MARK: usize = 8;

/// So many pieces begin at the left edge of a column.
const LINES_OF_A_COLUMN: usize = 5;

/// Glyphs, spaces among them, between two pieces that were drawn after one another.
const DRAWN_BETWEEN: usize = 4;

/// Pieces in a row that are looked at for one that goes on.
const MOST_IN_A_ROW: usize = 256;

/// A glyph in the coordinates of its direction of writing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed<'g> {
    pub glyph: &'g Glyph,
    /// Where it starts and ends along the line.
    pub start: f32,
    pub end: f32,
    /// The baseline, downwards.
    pub base: f32,
}

/// A piece of a line.
#[derive(Debug, Clone)]
pub(super) struct Segment<'g> {
    /// From the left. Spaces are among them.
    pub glyphs: Vec<Placed<'g>>,
    /// Left and right edge.
    pub start: f32,
    pub end: f32,
    /// Baseline and size of most of its glyphs.
    pub base: f32,
    pub size: f32,
    /// When it was drawn: the count of glyphs before its longest piece.
    pub drawn: usize,
    /// The count of glyphs at the end of its last piece.
    until: usize,
    /// It begins at the edge of a column.
    at_edge: bool,
    /// Glyphs that are no spaces.
    pub letters: usize,
}

/// The segments of glyphs that run in one direction, given as drawn.
pub(super) fn segments<'g>(glyphs: &[Placed<'g>]) -> Vec<Segment<'g>> {
    let mut pieces = runs(glyphs);
    pieces.sort_by(|one, other| one.start.total_cmp(&other.start));
    joined(pieces)
}

/// Glyphs that were drawn after one another and stand beside one another.
fn runs<'g>(glyphs: &[Placed<'g>]) -> Vec<Segment<'g>> {
    let mut runs: Vec<Segment<'g>> = Vec::new();
    // The last glyph that is no space, and the spaces since.
    let mut last: Option<Placed<'g>> = None;
    let mut spaces: Vec<Placed<'g>> = Vec::new();
    for (drawn, placed) in glyphs.iter().enumerate() {
        if placed.glyph.letters.is_space() {
            spaces.push(*placed);
            continue;
        }
        match (last, runs.last_mut()) {
            (Some(before), Some(run)) if continues(&before, placed) => {
                run.glyphs.append(&mut spaces);
                run.glyphs.push(*placed);
            }
            _ => {
                spaces.clear();
                runs.push(Segment::new(*placed, drawn));
            }
        }
        last = Some(*placed);
    }
    for run in &mut runs {
        run.until = run.drawn + run.glyphs.len();
        run.measure();
    }
    mark_edges(&mut runs);
    runs
}

/// Marks the runs that begin where those of several other lines do, which have nothing before them that touches them.
fn mark_edges(runs: &mut [Segment<'_>]) {
    #[expect(clippy::cast_possible_truncation, reason = "points of a page")]
    let point = |at: f32| at.round() as i32;
    let mut ends: HashMap<i32, Vec<(f32, f32, f32)>> = HashMap::new();
    for run in runs.iter() {
        ends.entry(point(run.base)).or_default().push((run.end, run.base, run.size));
    }
    let touches = |run: &Segment<'_>, (end, base, size): (f32, f32, f32)| {
        let larger = size.max(run.size);
        on_one_line((base, size), (run.base, run.size))
            && (-OVERLAP * larger..=WIDEST_SPACE_APART * larger).contains(&(run.start - end))
    };
    let is_free = |run: &Segment<'_>| {
        let near = (-1..=1).filter_map(|row| ends.get(&point(run.base).saturating_add(row)));
        !near.flat_map(|row| row.iter().take(MOST_IN_A_ROW)).any(|&other| touches(run, other))
    };
    let mut edges: HashMap<i32, usize> = HashMap::new();
    for run in runs.iter().filter(|run| run.letters > 1 && is_free(run)) {
        *edges.entry(point(run.start)).or_default() += 1;
    }
    for run in runs {
        let at = point(run.start);
        let lines: usize = (-1..=1).filter_map(|near| edges.get(&at.saturating_add(near))).sum();
        run.at_edge = run.letters > 1 && lines >= LINES_OF_A_COLUMN;
    }
}

fn continues(before: &Placed<'_>, next: &Placed<'_>) -> bool {
    let ((base, size), (next_base, next_size)) = ((before.base, before.glyph.size), (next.base, next.glyph.size));
    let marks = |mark: &Placed<'_>, line: &Placed<'_>| {
        mark.glyph.letters.first().is_some_and(is_sign)
            && raises((mark.base, mark.glyph.size), (line.base, line.glyph.size))
    };
    if !on_one_line((base, size), (next_base, next_size)) && !marks(next, before) && !marks(before, next) {
        return false;
    }
    let size = before.glyph.size.max(next.glyph.size);
    let near = |gap: f32| (-OVERLAP * size..=WIDEST_SPACE * size).contains(&gap);
    let leftwards = [before, next].iter().any(|placed| placed.glyph.letters.first().map(way) == Some(Way::Right));
    near(next.start - before.end) || leftwards && near(before.start - next.end)
}

fn on_one_line((base, size): (f32, f32), (other_base, other_size): (f32, f32)) -> bool {
    let (shift, larger, smaller) = ((base - other_base).abs(), size.max(other_size), size.min(other_size));
    shift <= if smaller < SMALLER * larger { RAISED * larger } else { SAME_LINE * larger }
}

/// Whether what stands so is raised above that line as the mark of a note that is hardly smaller.
fn raises((base, size): (f32, f32), (line, of_line): (f32, f32)) -> bool {
    size < MARK * of_line && (MARK_RAISED * of_line..=RAISED * of_line).contains(&(line - base))
}

/// Whether marks of notes are made of it.
fn is_sign(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '*' | '∗' | '†' | '‡' | '§' | '¶')
}

/// Runs, from the left, put to the segment that ends where they start.
fn joined(runs: Vec<Segment<'_>>) -> Vec<Segment<'_>> {
    let mut sizes: Vec<f32> = runs.iter().map(|run| run.size).collect();
    sizes.sort_by(f32::total_cmp);
    let cell = sizes.get(sizes.len() / 2).copied().unwrap_or(1.0).max(1.0);
    #[expect(clippy::cast_possible_truncation, reason = "a page has few thousand lines")]
    let row = |base: f32| (base / cell).floor() as i32;
    let mut segments: Vec<Segment<'_>> = Vec::new();
    let mut rows: HashMap<i32, Vec<usize>> = HashMap::new();
    for run in runs {
        let at = row(run.base);
        let near = (-1..=1).filter_map(|other| rows.get(&at.saturating_add(other)));
        let near = near.flat_map(|row| row.iter().rev().take(MOST_IN_A_ROW).copied());
        let closest = near
            .filter(|&index| segments[index].takes(&run))
            .min_by(|&one, &other| segments[one].distance(&run).total_cmp(&segments[other].distance(&run)));
        if let Some(index) = closest {
            let before = row(segments[index].base);
            segments[index].append(run);
            let after = row(segments[index].base);
            if after != before {
                rows.entry(after).or_default().push(index);
            }
        } else {
            rows.entry(at).or_default().push(segments.len());
            segments.push(run);
        }
    }
    for segment in &mut segments {
        segment.measure();
    }
    segments
}

impl<'g> Segment<'g> {
    fn new(first: Placed<'g>, drawn: usize) -> Self {
        let (start, end, base, size) = (first.start, first.end, first.base, first.glyph.size);
        Self { glyphs: vec![first], start, end, base, size, drawn, until: drawn, at_edge: false, letters: 1 }
    }

    fn distance(&self, run: &Self) -> f32 {
        (run.start - self.end).abs()
    }

    fn takes(&self, run: &Self) -> bool {
        let size = self.size.max(run.size);
        (on_one_line((self.base, self.size), (run.base, run.size)) || self.is_mark_of(run) || run.is_mark_of(self))
            && (-OVERLAP * size..=WIDEST_SPACE_APART * size).contains(&(run.start - self.end))
            && !self.reaches_into(run)
    }

    /// Whether it is the raised mark of a note that belongs to that line.
    fn is_mark_of(&self, line: &Self) -> bool {
        let signs =
            || self.glyphs.iter().filter_map(|placed| placed.glyph.letters.first()).all(|c| is_sign(c) || c == ',');
        self.letters <= LONGEST_MARK && raises((self.base, self.size), (line.base, line.size)) && signs()
    }

    /// Whether a line is so long that it ends where that of the next column begins: lines of the two columns begin below
    /// one another, and the columns were drawn one after the other.
    fn reaches_into(&self, run: &Self) -> bool {
        let after = (self.until..=self.until + DRAWN_BETWEEN).contains(&run.drawn);
        self.at_edge && run.at_edge && !after
    }

    fn append(&mut self, run: Self) {
        if run.letters > self.letters {
            (self.drawn, self.base, self.size) = (run.drawn, run.base, run.size);
        }
        self.end = self.end.max(run.end);
        self.until = run.until;
        self.letters += run.letters;
        self.glyphs.extend(run.glyphs);
    }

    /// Edges, baseline and size from the glyphs.
    fn measure(&mut self) {
        let letters = || self.glyphs.iter().filter(|placed| !placed.glyph.letters.is_space());
        let start = letters().map(|placed| placed.start).fold(f32::INFINITY, f32::min);
        let end = letters().map(|placed| placed.end).fold(f32::NEG_INFINITY, f32::max);
        // Most glyphs of a line share a size; of several sizes the commonest is taken, the larger of equals.
        let mut counts: Vec<(f32, usize, f32)> = Vec::new();
        for placed in letters() {
            let size = placed.glyph.size;
            match counts.iter_mut().find(|(other, ..)| (other - size).abs() <= 0.05 * size) {
                Some((_, count, _)) => *count += 1,
                None => counts.push((size, 1, placed.base)),
            }
        }
        let count = letters().count();
        let common = counts.iter().copied().max_by(|one, other| one.1.cmp(&other.1).then(one.0.total_cmp(&other.0)));
        if let Some((size, _, base)) = common {
            (self.start, self.end, self.base, self.size, self.letters) = (start, end, base, size, count);
        }
    }
}

#[cfg(test)]
mod tests {
    use hayro_interpret::kurbo::Rect;

    use super::super::glyph::{Letters, Sized};
    use super::super::lines::read;
    use super::*;

    /// A line in letters half as wide as they are high.
    fn line(text: &str, x: f32, y: f32) -> Vec<Glyph> {
        let glyph = |(at, c): (u8, char)| Glyph {
            letters: Letters::One(c),
            at: [x + 5.0 * f32::from(at), y],
            along: [1.0, 0.0],
            advance: 5.0,
            size: 10.0,
            sized: Sized::ByFont,
        };
        (0..).zip(text.chars()).map(glyph).collect()
    }

    fn text(glyphs: Vec<Glyph>) -> Vec<String> {
        read(glyphs, Rect::new(0.0, 0.0, 600.0, 800.0)).0.into_iter().map(|line| line.text).collect()
    }

    const LEFT: [&str; 6] = [
        "the keeper of the tower",
        "who came in the night",
        "https://a.example/of-the-boat-and-of-all-who-came/",
        "lamp.html and left it",
        "for good in the spring",
        "of the year that came.",
    ];
    const RIGHT: [&str; 6] = [
        "then the wall fell down",
        "and nobody was in it at",
        "that time, as the log of",
        "the harbour says, which",
        "is kept in the office to",
        "this day by its keeper.",
    ];

    #[test]
    fn a_line_that_reaches_into_the_next_column_is_not_put_to_the_line_there() {
        let column = |lines: &[&str], x: f32| -> Vec<Glyph> {
            (0_u8..).zip(lines).flat_map(|(row, words)| line(words, x, 100.0 + 12.0 * f32::from(row))).collect()
        };
        // The address ends at 302, the next column begins at 304, at 302 or at 300.
        for x in [304.0, 302.0, 300.0] {
            let found = text([column(&LEFT, 52.0), column(&RIGHT, x)].concat());
            assert_eq!(found, [LEFT, RIGHT].concat(), "{x}");
        }
    }

    #[test]
    fn pieces_of_a_line_that_were_drawn_apart_are_one_line() {
        // Words in another font are drawn last, and stand below one another by chance.
        let rows: Vec<f32> = (0_u8..6).map(|row| 100.0 + 12.0 * f32::from(row)).collect();
        let rest = rows.iter().flat_map(|&y| line("the lamp was", 52.0, y));
        let more = rows.iter().flat_map(|&y| line("in the night", 137.0, y));
        let found = text(rest.chain(rows.iter().flat_map(|&y| line("out", 117.0, y))).chain(more).collect());
        assert_eq!(found.len(), 6, "{found:?}");
    }
}
