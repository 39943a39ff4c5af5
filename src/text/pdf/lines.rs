//! From the glyphs of a page to its lines of text, in reading order.

use std::collections::HashMap;

use hayro_interpret::kurbo::Rect;
use unicode_normalization::UnicodeNormalization;

use super::PdfLine;
use super::accents;
use super::direction;
use super::fragments::{self, Placed, Segment, segments};
use super::glyph::{Glyph, Letters, Sized};
use super::initials;
use super::meanings;
use super::order;
use super::scripts::{Way, is_form, is_mark, is_unspaced, way};
use super::stacked;
use crate::span::Span;

/// Two glyphs of one letter so near, in heights of the font, are one that was drawn twice, to look bold.
const TWICE: f32 = 0.1;

/// Degrees from upright that are a page laid askew on the scanner and no direction of its own.
const ASKEW: f32 = 8.0;

/// A gap wider than that, in heights of the font, is a space.
const SPACE: f32 = 0.16;

/// Letters can be set apart by so much, or closer, and the space between words is added to it.
const SET_APART: std::ops::RangeInclusive<f32> = -0.06..=0.4;

/// Between two letters of a script without spaces there is a space only where it is so wide.
const SPACE_OF_UNSPACED: f32 = 0.7;

/// A raised glyph is smaller than that beside its line, and raised by more than the other; one that is hardly smaller is
/// raised by more.
const RAISED: [(f32, f32); 2] = [(0.85, 0.12), (fragments::MARK, fragments::MARK_RAISED)];

/// Letters before a raised digit that make it part of a unit: `m²`, `km³`.
const UNIT_LETTERS: usize = 2;

/// What stands between the two numbers of a fraction.
const FRACTION: char = '\u{2044}';

/// A longer raised passage is no mark of a note.
const LONGEST_MARK: usize = 16;
const LONGEST_NUMERAL: usize = 7;

/// Lines in reading order, and the height of the page in their direction.
pub(super) fn read(mut glyphs: Vec<Glyph>, bounds: Rect) -> (Vec<PdfLine>, f32) {
    size_drawings(&mut glyphs);
    meanings::settle(&mut glyphs);
    stacked::turn(&mut glyphs);
    initials::put_to_their_words(&mut glyphs);
    let once = drawn_once(&glyphs);
    let mut directions: HashMap<i32, Vec<&Glyph>> = HashMap::new();
    for glyph in &glyphs {
        directions.entry(direction_of(glyph)).or_default();
    }
    for (glyph, _) in glyphs.iter().zip(once).filter(|(_, once)| *once) {
        directions.entry(direction_of(glyph)).or_default().push(glyph);
    }
    let mut directions: Vec<(i32, Vec<&Glyph>)> = directions.into_iter().collect();
    directions.sort_by_key(|(degrees, glyphs)| (std::cmp::Reverse(glyphs.len()), *degrees));
    let mut height = short(bounds.height());
    let mut lines = Vec::new();
    for (index, (degrees, glyphs)) in directions.iter().enumerate() {
        let axes = Axes::of(*degrees, bounds);
        let placed: Vec<Placed<'_>> = glyphs.iter().map(|glyph| axes.place(glyph)).collect();
        let mut segments = segments(&placed);
        order::sort(&mut segments);
        let aside = index > 0;
        if !aside {
            height = axes.height;
        }
        lines.extend(segments.iter().filter_map(|segment| line(segment, aside)));
    }
    (lines, height)
}

/// Fonts of drawings are made to any unit: their size is what their letters are wide, which is half their height, or as much
/// where they are characters of Chinese and Japanese.
fn size_drawings(glyphs: &mut [Glyph]) {
    let key = |glyph: &Glyph| glyph.size.to_bits();
    let mut widths: HashMap<u32, (f32, f32)> = HashMap::new();
    for glyph in glyphs.iter().filter(|glyph| glyph.sized == Sized::ByDrawing && glyph.advance > 0.0) {
        let (sum, count) = widths.entry(key(glyph)).or_default();
        *sum += glyph.advance;
        *count += if glyph.letters.first().is_some_and(is_unspaced) { 2.0 } else { 1.0 };
    }
    for glyph in glyphs.iter_mut().filter(|glyph| glyph.sized == Sized::ByDrawing) {
        if let Some((sum, count)) = widths.get(&key(glyph)) {
            glyph.size = 2.0 * sum / count;
        }
    }
}

/// For each glyph, whether it is the first of its letter in its place.
fn drawn_once(glyphs: &[Glyph]) -> Vec<bool> {
    let mut seen: HashMap<(char, i32, i32), [f32; 2]> = HashMap::with_capacity(glyphs.len());
    let mut is_first = |glyph: &Glyph| {
        let Some(c) = glyph.letters.first().filter(|c| !c.is_whitespace()) else { return true };
        let near = TWICE * glyph.size;
        #[expect(clippy::cast_possible_truncation, reason = "cells are counted near the page")]
        let cell = |at: f32| (at / (2.0 * near)).floor() as i32;
        let (column, row) = (cell(glyph.at[0]), cell(glyph.at[1]));
        for other in [(0, 0), (-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1)] {
            let place = (c, column.saturating_add(other.0), row.saturating_add(other.1));
            let found = seen.get(&place);
            if found.is_some_and(|at| (0..2).all(|axis| (at[axis] - glyph.at[axis]).abs() < near)) {
                return false;
            }
        }
        seen.insert((c, column, row), glyph.at);
        true
    };
    glyphs.iter().map(&mut is_first).collect()
}

/// The direction of writing in whole degrees, upright ones made so.
fn direction_of(glyph: &Glyph) -> i32 {
    let degrees = glyph.along[1].atan2(glyph.along[0]).to_degrees();
    let upright = (degrees / 90.0).round() * 90.0;
    let rounded = if (degrees - upright).abs() <= ASKEW { upright } else { (degrees / 5.0).round() * 5.0 };
    #[expect(clippy::cast_possible_truncation, reason = "degrees of a circle")]
    let whole = rounded as i32;
    whole.rem_euclid(360)
}

/// The coordinates of a direction of writing.
struct Axes {
    along: [f32; 2],
    down: [f32; 2],
    /// The uppermost and leftmost corner of the page.
    origin: [f32; 2],
    height: f32,
}

impl Axes {
    fn of(degrees: i32, bounds: Rect) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "degrees of a circle")]
        let (sine, cosine) = (degrees as f32).to_radians().sin_cos();
        let (along, down) = ([cosine, sine], [-sine, cosine]);
        let [left, top, right, bottom] = [bounds.x0, bounds.y0, bounds.x1, bounds.y1].map(short);
        let corners = [[left, top], [right, top], [left, bottom], [right, bottom]];
        let least = |axis: [f32; 2]| corners.iter().map(|corner| dot(axis, *corner)).fold(f32::INFINITY, f32::min);
        let most = |axis: [f32; 2]| corners.iter().map(|corner| dot(axis, *corner)).fold(f32::NEG_INFINITY, f32::max);
        Self { along, down, origin: [least(along), least(down)], height: most(down) - least(down) }
    }

    fn place<'g>(&self, glyph: &'g Glyph) -> Placed<'g> {
        let start = dot(self.along, glyph.at) - self.origin[0];
        Placed { glyph, start, end: start + glyph.advance, base: dot(self.down, glyph.at) - self.origin[1] }
    }
}

fn dot(one: [f32; 2], other: [f32; 2]) -> f32 {
    one[0] * other[0] + one[1] * other[1]
}

#[expect(clippy::cast_possible_truncation, reason = "places on a page need no more")]
fn short(number: f64) -> f32 {
    number as f32
}

/// A piece of a line on its way to text.
struct Piece {
    letters: Letters,
    raised: bool,
    /// A space stands before it.
    spaced: bool,
}

fn line(segment: &Segment<'_>, aside: bool) -> Option<PdfLine> {
    let mut glyphs: Vec<Placed<'_>> = segment.glyphs.clone();
    let turned = glyphs.iter().any(|placed| placed.glyph.letters.first().map(way) == Some(Way::Right));
    if turned {
        glyphs.sort_by(|one, other| middle(one).total_cmp(&middle(other)));
    }
    let mut pieces = pieces(segment, &glyphs);
    if turned {
        pieces = from_the_right(pieces);
    }
    let (text, marks) = written(&pieces);
    let line = PdfLine { text, marks, x: [segment.start, segment.end], y: segment.base, size: segment.size, aside };
    (!line.text.trim().is_empty()).then_some(line)
}

fn middle(placed: &Placed<'_>) -> f32 {
    f32::midpoint(placed.start, placed.end)
}

/// Letters with the spaces that stand between them, accents put on their letters.
fn pieces(segment: &Segment<'_>, glyphs: &[Placed<'_>]) -> Vec<Piece> {
    let apart = set_apart(glyphs);
    let mut pieces: Vec<Piece> = Vec::with_capacity(glyphs.len());
    let mut last: Option<Placed<'_>> = None;
    let mut written_space = false;
    for placed in glyphs {
        let glyph = placed.glyph;
        if glyph.letters.is_space() {
            written_space = true;
            continue;
        }
        if let (Some(before), Some(piece)) = (&last, pieces.last_mut())
            && overlaps(before, placed)
            && let Some(letters) = accented(&piece.letters, &glyph.letters)
        {
            piece.letters = letters;
            last = Some(Placed { start: before.start.min(placed.start), end: before.end.max(placed.end), ..*placed });
            continue;
        }
        let spaced = last.is_some_and(|before| is_spaced(&before, placed, written_space, apart));
        let raised = RAISED
            .iter()
            .any(|(size, by)| glyph.size < size * segment.size && placed.base < segment.base - by * segment.size);
        pieces.push(Piece { letters: plain(&glyph.letters), raised, spaced });
        written_space = false;
        last = Some(*placed);
    }
    pieces
}

/// How far the letters of a line are set apart where no space is.
fn set_apart(glyphs: &[Placed<'_>]) -> f32 {
    let letter = |placed: &Placed<'_>| placed.glyph.letters.first().is_some_and(char::is_alphabetic);
    let pairs = glyphs.windows(2).filter(|pair| letter(&pair[0]) && letter(&pair[1]));
    let mut gaps: Vec<f32> = pairs.map(|pair| gap(&pair[0], &pair[1])).filter(|gap| gap.abs() < 1.0).collect();
    if gaps.len() < 4 {
        return 0.0;
    }
    gaps.sort_by(f32::total_cmp);
    // Where most letters stand alone, the gaps between them are spaces.
    gaps[gaps.len() / 2].clamp(*SET_APART.start(), *SET_APART.end())
}

/// The gap between two glyphs in heights of the larger font.
fn gap(before: &Placed<'_>, next: &Placed<'_>) -> f32 {
    (next.start - before.end) / before.glyph.size.max(next.glyph.size)
}

fn is_spaced(before: &Placed<'_>, next: &Placed<'_>, written: bool, apart: f32) -> bool {
    let gap = gap(before, next);
    let unspaced = |c: Option<char>| c.is_some_and(is_unspaced);
    if unspaced(before.glyph.letters.last()) && unspaced(next.glyph.letters.first()) {
        return gap > SPACE_OF_UNSPACED;
    }
    written || gap > SPACE + apart
}

fn overlaps(before: &Placed<'_>, next: &Placed<'_>) -> bool {
    let within = |inner: &Placed<'_>, outer: &Placed<'_>| {
        let middle = middle(inner);
        outer.start - 0.05 * outer.glyph.size <= middle && middle <= outer.end
    };
    within(before, next) || within(next, before)
}

/// A letter and an accent that stand in one place, in whichever order they were drawn.
fn accented(one: &Letters, other: &Letters) -> Option<Letters> {
    let (Letters::One(one), Letters::One(other)) = (one, other) else { return None };
    let put = |accent: char, letter: char| {
        letter.is_alphabetic().then(|| accents::composed(letter, accents::combining(accent)?)).flatten()
    };
    put(*one, *other).or_else(|| put(*other, *one)).map(Letters::One)
}

/// Ligatures and other forms of letters as the letters that they are.
fn plain(letters: &Letters) -> Letters {
    match letters {
        Letters::One(c) if is_form(*c) => Letters::of(&std::iter::once(*c).nfkc().collect::<String>()),
        Letters::Several(text) if text.contains(is_form) => Letters::of(
            &text.chars().map(|c| if is_form(c) { c.nfkc().collect() } else { c.to_string() }).collect::<String>(),
        ),
        other => other.clone(),
    }
}

/// Pieces as they are read, from pieces as they are seen: a mark stays with the letter on its other side, and a space
/// between the same two pieces.
fn from_the_right(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut seen: Vec<Piece> = Vec::with_capacity(pieces.len() * 2);
    for piece in pieces {
        let is_mark = piece.letters.first().is_some_and(is_mark);
        match seen.last_mut() {
            Some(base) if is_mark && !base.letters.is_space() => {
                let mut text = String::new();
                base.letters.push_to(&mut text);
                piece.letters.push_to(&mut text);
                base.letters = Letters::of(&text);
            }
            _ => {
                if piece.spaced {
                    seen.push(Piece { letters: Letters::One(' '), raised: false, spaced: false });
                }
                seen.push(Piece { spaced: false, ..piece });
            }
        }
    }
    direction::read(seen, |piece| piece.letters.first())
}

/// The text of a line and its raised passages that can be marks of notes.
fn written(pieces: &[Piece]) -> (String, Vec<Span>) {
    let (mut text, mut marks) = (String::with_capacity(pieces.len()), Vec::new());
    let mut at = 0;
    while at < pieces.len() {
        if pieces[at].spaced && !text.ends_with(' ') {
            text.push(' ');
        }
        if !pieces[at].raised {
            pieces[at].letters.push_to(&mut text);
            at += 1;
            continue;
        }
        let length = pieces[at..].iter().take_while(|piece| piece.raised).count();
        let mut raised = String::new();
        for piece in &pieces[at..at + length] {
            if piece.spaced && !raised.is_empty() {
                raised.push(' ');
            }
            piece.letters.push_to(&mut raised);
        }
        let start = text.len();
        let is_numerator = pieces.get(at + length).is_some_and(|next| next.letters.first() == Some(FRACTION));
        let is_mark = is_note_mark(&raised) && !is_numerator && !is_power(&text);
        if !is_numerator && raised.contains(|c: char| c.is_ascii_digit()) {
            text.extend(raised.chars().map(superscript));
        } else {
            text.push_str(&raised);
        }
        if is_mark {
            marks.push(Span::new(start, text.len()));
        }
        at += length;
    }
    (text, marks)
}

/// Numbers, letters and signs that notes are marked with.
fn is_note_mark(raised: &str) -> bool {
    let sign = |c: char| matches!(c, '*' | '∗' | '†' | '‡' | '§' | '¶' | '#' | '◦');
    let between = |c: char| matches!(c, ',' | ' ' | '-' | '–' | '—' | '[' | ']' | '(' | ')' | '.' | ';');
    let is_letter = raised.chars().count() == 1 && raised.starts_with(|c: char| c.is_ascii_lowercase());
    let is_numeral = raised.len() <= LONGEST_NUMERAL && raised.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    is_letter
        || is_numeral
        || raised.len() <= LONGEST_MARK
            && raised.chars().all(|c| c.is_ascii_digit() || sign(c) || between(c))
            && raised.contains(|c: char| c.is_ascii_digit() || sign(c))
}

/// Whether a raised number after `text` is a power of it: of a number, or of a unit. What has two letters and a vowel is a
/// word, `it`, unless a number stands before it: `9 in`.
fn is_power(text: &str) -> bool {
    let letters: Vec<char> = text.chars().rev().take_while(|c| c.is_alphabetic()).take(UNIT_LETTERS + 1).collect();
    let before = &text[..text.len() - letters.iter().map(|c| c.len_utf8()).sum::<usize>()];
    let counted = || before.trim_end().ends_with(|c: char| c.is_ascii_digit());
    let is_word = letters.len() > 1 && letters.iter().any(|c| "aeiouy".contains(c.to_ascii_lowercase()));
    text.ends_with(|c: char| c.is_ascii_digit() || matches!(c, ')' | ']'))
        || (1..=UNIT_LETTERS).contains(&letters.len()) && (!is_word || counted())
}

fn superscript(c: char) -> char {
    match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4'..='9' => char::from_u32(u32::from('⁴') + (u32::from(c) - u32::from('4'))).unwrap_or(c),
        '+' => '⁺',
        '-' | '−' => '⁻',
        other => other,
    }
}
