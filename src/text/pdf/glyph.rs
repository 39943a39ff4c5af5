//! A glyph as it was drawn: what it means and where it stands.

/// What a glyph means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Letters {
    /// Nothing: another glyph stands for it, too.
    Nothing,
    /// One character.
    One(char),
    /// A ligature, or the text that stands in for a drawing.
    Several(Box<str>),
    /// The font does not say; its code would be this character, if codes are characters.
    Code(char),
}

/// A glyph in the coordinates of the page as a reader turns it: points, from the top left, y downwards.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    /// What it means.
    pub letters: Letters,
    /// Where its baseline starts.
    pub at: [f32; 2],
    /// The direction of writing, of length one.
    pub along: [f32; 2],
    /// How far the next glyph is set off, without what the writer adds between letters.
    pub advance: f32,
    /// The height of its font.
    pub size: f32,
    /// What `size` is worth: fonts that are drawn give any number.
    pub sized: Sized,
}

/// Where the size of a glyph comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sized {
    /// The font is made to the unit of fonts.
    ByFont,
    /// The font is a collection of drawings, made to any unit.
    ByDrawing,
}

impl Letters {
    /// The characters.
    pub fn of(text: &str) -> Self {
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (None, _) => Self::Nothing,
            (Some(c), None) => Self::One(c),
            (Some(_), Some(_)) => Self::Several(text.into()),
        }
    }

    /// The first character.
    pub fn first(&self) -> Option<char> {
        match self {
            Self::Nothing => None,
            Self::One(c) | Self::Code(c) => Some(*c),
            Self::Several(text) => text.chars().next(),
        }
    }

    /// The last character.
    pub fn last(&self) -> Option<char> {
        match self {
            Self::Nothing => None,
            Self::One(c) | Self::Code(c) => Some(*c),
            Self::Several(text) => text.chars().next_back(),
        }
    }

    /// Whether it is a space, or more of them.
    pub fn is_space(&self) -> bool {
        match self {
            Self::Nothing => false,
            Self::One(c) | Self::Code(c) => c.is_whitespace(),
            Self::Several(text) => text.chars().all(char::is_whitespace),
        }
    }

    /// Writes the characters.
    pub fn push_to(&self, text: &mut String) {
        match self {
            Self::Nothing => {}
            Self::One(c) | Self::Code(c) => text.push(*c),
            Self::Several(more) => text.push_str(more),
        }
    }
}
