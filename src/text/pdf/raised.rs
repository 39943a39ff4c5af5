//! Numbers of notes that their font draws high and small (its feature `sups`): they stand on the line, in its size, and
//! are raised all the same.

use std::collections::HashMap;

use hayro_interpret::font::Glyph as Drawing;
use hayro_interpret::kurbo::{BezPath, Shape};

use super::glyph::Letters;

/// In heights of the font: the foot of such a digit is at least so high, its own height at least and at most so much.
const FOOT: f64 = 0.2;
const HEIGHT: std::ops::RangeInclusive<f64> = 0.15..=0.56;

/// The height of a digit, in heights of its font.
const DIGIT: f64 = 0.68;

/// Units of a font that make its height.
const UNITS: f64 = 1000.0;

/// How far a glyph is raised within its own font, and how large it is there, both in heights of the font.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Raised {
    pub by: f64,
    pub size: f64,
}

/// The shapes of the digits of the fonts of a document.
#[derive(Default)]
pub(super) struct Shapes(HashMap<(u128, u32), Option<Raised>>);

impl Shapes {
    /// How a glyph with these letters is raised by its shape, if it is.
    pub fn of(&mut self, glyph: &Drawing<'_>, letters: &Letters) -> Option<Raised> {
        let Drawing::Outline(outline) = glyph else { return None };
        if !matches!(letters, Letters::One('0'..='9')) {
            return None;
        }
        let key = (outline.font_data()?.cache_key, outline.glyph_id().to_u32());
        *self.0.entry(key).or_insert_with(|| raised(&outline.outline()))
    }
}

fn raised(outline: &BezPath) -> Option<Raised> {
    if outline.elements().is_empty() {
        return None;
    }
    let bounds = outline.bounding_box();
    let (foot, height) = (bounds.min_y() / UNITS, bounds.height() / UNITS);
    (foot >= FOOT && HEIGHT.contains(&height)).then_some(Raised { by: foot, size: height / DIGIT })
}

#[cfg(test)]
mod tests {
    use hayro_interpret::kurbo::Rect;

    use super::*;

    #[test]
    fn a_digit_that_is_high_and_small_is_raised() {
        let digit = |foot: f64, top: f64| raised(&Rect::new(40.0, foot, 400.0, top).to_path(0.1));
        assert!(digit(280.0, 690.0).is_some());
        // On the line, old style, hanging below it, lowered, the whole of a font that sits too high; a sign without a shape.
        for (foot, top) in [(0.0, 680.0), (0.0, 440.0), (-210.0, 440.0), (-90.0, 300.0), (210.0, 890.0)] {
            assert_eq!(digit(foot, top), None, "{foot} {top}");
        }
        assert_eq!(raised(&BezPath::new()), None);
    }
}
