//! Large first letters that hang into the lines of their paragraph: each belongs to the word that it begins.

use super::glyph::{Glyph, Letters, Sized};
use super::scripts::{Way, way};

/// An initial is larger than the letters of its word by this much at least.
const LARGER: f32 = 1.6;

/// The height of a capital, in heights of its font.
const CAPITAL: f32 = 0.7;

/// The top of an initial is level with that of its line, within this much of the height of the line's font: printers let it
/// stand out or hang a little.
const LEVEL: f32 = 0.6;

/// Its foot is lower than the foot of that line, by this much at least: it reaches into the next line.
const LOWER: f32 = 0.5;

/// The word begins no further behind it, in heights of the line's font, and no further within it.
const BEHIND: f32 = 1.5;
const WITHIN: f32 = 0.4;

/// Letters of a heading stand no further apart, in heights of their own font.
const HEADING: f32 = 1.5;

/// A page with more large letters that stand alone is a poster or a table, and has no paragraphs.
const MOST: usize = 64;

/// Puts the initials of a page before the words that they begin, as letters of those.
pub(super) fn put_to_their_words(glyphs: &mut Vec<Glyph>) {
    let Some(body) = body_size(glyphs) else { return };
    let initials: Vec<usize> = (0..glyphs.len()).filter(|&index| is_alone(glyphs, index, body)).collect();
    if initials.len() > MOST {
        return;
    }
    // From the last on, so that those before keep their places.
    let mut moved: Vec<(usize, Glyph)> = Vec::new();
    for index in initials.iter().rev().copied() {
        if let Some(word) = word_of(glyphs, index) {
            moved.push((word, before(&glyphs[index], &glyphs[word])));
            glyphs[index].letters = Letters::Nothing;
        }
    }
    moved.sort_by_key(|(word, _)| std::cmp::Reverse(*word));
    for (word, initial) in moved {
        glyphs.insert(word, initial);
    }
    glyphs.retain(|glyph| glyph.letters != Letters::Nothing);
}

/// The size of most letters.
fn body_size(glyphs: &[Glyph]) -> Option<f32> {
    let mut sizes: Vec<f32> = glyphs.iter().filter(|glyph| !glyph.letters.is_space()).map(|glyph| glyph.size).collect();
    let middle = sizes.len() / 2;
    (!sizes.is_empty()).then(|| *sizes.select_nth_unstable_by(middle, f32::total_cmp).1)
}

/// A large capital of a script that is written from the left, with no other of its size drawn before or behind it.
fn is_alone(glyphs: &[Glyph], index: usize, body: f32) -> bool {
    let glyph = &glyphs[index];
    if glyph.sized != Sized::ByFont || glyph.size < LARGER * body || !is_capital(glyph) {
        return false;
    }
    let mut beside = [index.checked_sub(1), Some(index + 1)].into_iter().flatten().filter_map(|at| glyphs.get(at));
    beside.all(|other| !is_of_its_heading(glyph, other))
}

fn is_capital(glyph: &Glyph) -> bool {
    glyph.letters.first().is_some_and(|c| c.is_uppercase() && way(c) != Way::Right)
        && glyph.letters.first() == glyph.letters.last()
}

/// Whether another letter stands beside a large one in its size, on its line.
fn is_of_its_heading(glyph: &Glyph, other: &Glyph) -> bool {
    let letter = other.letters.first().is_some_and(char::is_alphanumeric);
    let (along, down) = apart(glyph, other);
    letter && other.size * LARGER > glyph.size && down.abs() < LEVEL * glyph.size && {
        let gap = if along >= 0.0 { along - glyph.advance } else { -along - other.advance };
        gap < HEADING * glyph.size
    }
}

/// How far the start of `other` lies along and below the start of `glyph`, as `glyph` is written.
fn apart(glyph: &Glyph, other: &Glyph) -> (f32, f32) {
    let [x, y] = [other.at[0] - glyph.at[0], other.at[1] - glyph.at[1]];
    let [along, down] = glyph.along;
    (x * along + y * down, y * along - x * down)
}

/// The letter that an initial stands before, if it is one.
fn word_of(glyphs: &[Glyph], index: usize) -> Option<usize> {
    let initial = &glyphs[index];
    let mut word: Option<(usize, f32)> = None;
    for (at, other) in glyphs.iter().enumerate().filter(|(at, _)| *at != index) {
        if is_of_its_heading(initial, other) {
            return None;
        }
        let (along, down) = apart(initial, other);
        let (behind, size) = (along - initial.advance, other.size);
        let top = (down + CAPITAL * (initial.size - size)).abs();
        let begins = other.letters.first().is_some_and(char::is_alphabetic)
            && size * LARGER <= initial.size
            && (-WITHIN * size..=BEHIND * size).contains(&behind)
            && top <= LEVEL * size
            && -down >= LOWER * size;
        if begins && word.is_none_or(|(_, nearest)| behind < nearest) {
            word = Some((at, behind));
        }
    }
    word.map(|(at, _)| at)
}

/// The initial as a letter of the word that begins at `word`.
fn before(initial: &Glyph, word: &Glyph) -> Glyph {
    let advance = initial.advance.min(word.size);
    let at = [word.at[0] - advance * word.along[0], word.at[1] - advance * word.along[1]];
    Glyph { at, along: word.along, advance, size: word.size, ..initial.clone() }
}

#[cfg(test)]
mod tests {
    use hayro_interpret::kurbo::Rect;

    use super::super::lines::read;
    use super::*;

    /// A line in letters half as wide as they are high.
    fn line(text: &str, x: f32, y: f32, size: f32) -> Vec<Glyph> {
        let glyph = |(at, c): (u8, char)| Glyph {
            letters: Letters::One(c),
            at: [x + f32::from(at) * size / 2.0, y],
            along: [1.0, 0.0],
            advance: size / 2.0,
            size,
            sized: Sized::ByFont,
        };
        (0..).zip(text.chars()).map(glyph).collect()
    }

    fn text(glyphs: Vec<Glyph>) -> Vec<String> {
        read(glyphs, Rect::new(0.0, 0.0, 600.0, 800.0)).0.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn a_large_first_letter_is_put_to_its_word_whenever_it_was_drawn() {
        let first = || line("hen the last keeper left", 92.0, 100.0, 10.0);
        let second = || line("the tower he took nothing", 92.0, 112.0, 10.0);
        let third = || line("and nobody saw him again.", 72.0, 124.0, 10.0);
        // 27 points high, from the top of the first line to the foot of the second.
        let initial = || line("W", 72.0, 112.0, 27.0);
        let expected = ["When the last keeper left", "the tower he took nothing", "and nobody saw him again."];
        assert_eq!(text([initial(), first(), second(), third()].concat()), expected);
        assert_eq!(text([first(), second(), third(), initial()].concat()), expected);
        let next = line("Chapter the First of the log", 92.0, 136.0, 10.0);
        let last = [first(), second(), third(), next, initial()].concat();
        assert_eq!(text(last)[3], "Chapter the First of the log");
    }

    #[test]
    fn a_large_letter_of_something_else_stays_where_it_is() {
        let body = |y: f32| line("some words of a paragraph as it runs on", 72.0, y, 10.0);
        let heading = line("THE LAMP", 72.0, 80.0, 27.0);
        assert_eq!(text([heading, body(100.0), body(112.0)].concat())[0], "THE LAMP");
        // A letter on the line of its word, and one far above a paragraph.
        let raised =
            [line("W", 72.0, 100.0, 27.0), line("hen the last keeper left it all", 86.0, 100.0, 10.0)].concat();
        assert_eq!(text([raised, body(112.0)].concat())[0], "When the last keeper left it all");
        let above = [line("A", 72.0, 60.0, 27.0), body(100.0), body(112.0)].concat();
        assert_eq!(text(above)[0], "A");
    }
}
