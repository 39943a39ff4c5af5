//! Vertical writing by programs that know none: upright characters set one by one below one another, and numbers and words
//! of other scripts that lie on their side between them.

use super::glyph::{Glyph, Letters};
use super::scripts::is_unspaced;

/// Of a page that is written downwards at least so many characters stand below another, and most of all.
const FEWEST: usize = 8;

/// In heights of the font: how far one character stands below another, at most, and how little beside it.
const BELOW: std::ops::RangeInclusive<f32> = 0.7..=1.7;
const BESIDE: f32 = 0.1;

/// The top of a character above its baseline, and the line through the middle of what lies on its side, above its own.
const TOP: f32 = 0.88;
const MIDDLE: f32 = 0.4;

/// Turns the characters of a page that stand below one another to the direction in which they are read.
pub(super) fn turn(glyphs: &mut [Glyph]) {
    let upright: Vec<usize> = (0..glyphs.len()).filter(|&index| is_upright(&glyphs[index])).collect();
    let below = upright.windows(2).filter(|pair| is_below(&glyphs[pair[0]], &glyphs[pair[1]])).count();
    if below < FEWEST || below * 2 < upright.len() {
        return;
    }
    for index in upright {
        let glyph = &mut glyphs[index];
        // As it stands in its cell, which is as high as it is wide.
        glyph.at = [glyph.at[0] + 0.5 * glyph.size, glyph.at[1] - TOP * glyph.size];
        (glyph.along, glyph.advance) = ([0.0, 1.0], glyph.size);
    }
    let on_side = glyphs.iter_mut().filter(|glyph| glyph.along[1] > 0.99 && !is_character(glyph));
    for glyph in on_side {
        glyph.at[0] += MIDDLE * glyph.size;
    }
}

fn is_character(glyph: &Glyph) -> bool {
    glyph.letters.first().is_some_and(is_unspaced)
}

fn is_upright(glyph: &Glyph) -> bool {
    glyph.along[0] > 0.99 && is_character(glyph) && !matches!(glyph.letters, Letters::Several(_))
}

fn is_below(one: &Glyph, next: &Glyph) -> bool {
    let size = one.size.max(next.size);
    (one.at[0] - next.at[0]).abs() <= BESIDE * size && BELOW.contains(&((next.at[1] - one.at[1]) / size))
}

#[cfg(test)]
mod tests {
    use hayro_interpret::kurbo::Rect;

    use super::super::glyph::Sized;
    use super::super::lines::read;
    use super::*;

    fn glyph(c: char, x: f32, y: f32, along: [f32; 2]) -> Glyph {
        let advance = if c.is_ascii() { 5.0 } else { 10.0 };
        Glyph { letters: Letters::One(c), at: [x, y], along, advance, size: 10.0, sized: Sized::ByFont }
    }

    fn text(glyphs: Vec<Glyph>) -> Vec<String> {
        read(glyphs, Rect::new(0.0, 0.0, 600.0, 800.0)).0.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn characters_below_one_another_are_columns() {
        let mut glyphs = Vec::new();
        for (x, column) in [(300.0, "新桥每天可以承载318辆卡车"), (286.0, "比旧桥多"), (260.0, "学校开放")]
        {
            let mut y = 110.0;
            for c in column.chars() {
                if c.is_ascii() {
                    glyphs.push(glyph(c, x + 1.0, y - 8.8, [0.0, 1.0]));
                    y += 5.0;
                } else {
                    glyphs.push(glyph(c, x, y, [1.0, 0.0]));
                    y += 10.0;
                }
            }
        }
        assert_eq!(text(glyphs), ["新桥每天可以承载318辆卡车", "比旧桥多", "学校开放"]);
    }

    #[test]
    fn lines_of_one_character_among_others_stay() {
        let row = |text: &str, y: f32| {
            let at = text.chars().zip(0_u8..).map(move |(c, index)| (c, 50.0 + 10.0 * f32::from(index)));
            at.map(move |(c, x)| glyph(c, x, y, [1.0, 0.0])).collect::<Vec<_>>()
        };
        let head: Vec<Glyph> =
            ["年", "月", "日"].iter().zip([100.0, 112.0, 124.0]).flat_map(|(c, y)| row(c, y)).collect();
        let glyphs = [head, row("新桥每天可以承载辆卡车", 150.0), row("比旧桥多出一倍学校开放", 165.0)].concat();
        assert_eq!(text(glyphs), ["年", "月", "日", "新桥每天可以承载辆卡车", "比旧桥多出一倍学校开放"]);
    }
}
