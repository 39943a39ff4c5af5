//! What glyphs mean whose font does not say so to a reader of text.

use std::collections::HashMap;

use hayro_interpret::font::{Glyph as Drawing, OutlineFontData, OutlineGlyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use skrifa::{FontRef, MetadataProvider};

use super::collections::Collections;
use super::glyph::{Glyph, Letters};
use super::raised::{Raised, Shapes};
use super::unsaid::Unsaid;

/// Characters of one font that are looked at; no font has more.
const MAX_CHARACTERS: usize = 1 << 17;

/// Codes of a page that are characters are at least so many, and are the letters of a language.
const ENOUGH: usize = 40;

/// Of a hundred codes at least so many are letters or spaces, of a hundred letters so many vowels, and so many among the
/// eight letters that are most frequent in the languages of Europe: 51 in Polish, 62 to 67 in most. A coding that is none
/// makes 31 of them by chance.
const LETTERS: usize = 70;
const VOWELS: usize = 28;
const FREQUENT: usize = 50;

/// The characters of the fonts of a document.
pub(super) struct Meanings<'p> {
    pdf: &'p Pdf,
    fonts: HashMap<u128, HashMap<u32, char>>,
    /// Looked for when they are first needed.
    collections: Option<Collections>,
    unsaid: Option<Unsaid>,
    shapes: Shapes,
}

impl<'p> Meanings<'p> {
    /// Of no font so far.
    pub fn new(pdf: &'p Pdf) -> Self {
        Self { pdf, fonts: HashMap::new(), collections: None, unsaid: None, shapes: Shapes::default() }
    }

    /// What the collection of the font, or its file, has the glyph for; else what its code would be.
    pub fn of(&mut self, glyph: &Drawing<'_>) -> Letters {
        let outline = match glyph {
            Drawing::Outline(outline) => outline.font_data().map(|data| (outline, data)),
            Drawing::Type3(_) => None,
        };
        if let Some((outline, data)) = &outline {
            let unsaid = self.unsaid.get_or_insert_with(|| Unsaid::of(self.pdf));
            let meaning = unsaid.meaning(data.postscript_name.as_deref(), outline);
            if let Some(meaning) = meaning.filter(|meaning| meaning.chars().all(|c| meant(c) == c)) {
                return Letters::of(meaning);
            }
        }
        let in_font = outline.and_then(|(outline, data)| {
            self.in_collection(outline, &data).or_else(|| self.in_file(outline, &data).map(Letters::One))
        });
        let code = u8::try_from(glyph.char_code()).ok().map(char::from).filter(|c| !c.is_control());
        let code = code.map_or(Letters::One(char::REPLACEMENT_CHARACTER), Letters::Code);
        in_font.unwrap_or(code)
    }

    /// How a glyph with these letters is raised by its shape.
    pub fn raised(&mut self, glyph: &Drawing<'_>, letters: &Letters) -> Option<Raised> {
        self.shapes.of(glyph, letters)
    }

    fn in_collection(&mut self, glyph: &OutlineGlyph, data: &OutlineFontData) -> Option<Letters> {
        let collections = self.collections.get_or_insert_with(|| Collections::of(self.pdf));
        match collections.characters(data.postscript_name.as_deref(), glyph)? {
            BfString::Char(c) => (meant(c) == c).then_some(Letters::One(c)),
            BfString::String(text) => Some(Letters::of(&text)),
        }
    }

    fn in_file(&mut self, glyph: &OutlineGlyph, data: &OutlineFontData) -> Option<char> {
        let characters = self.fonts.entry(data.cache_key).or_insert_with(|| {
            let Ok(font) = FontRef::from_index((*data.data).as_ref(), 0) else { return HashMap::new() };
            let mut characters = HashMap::new();
            for (character, glyph) in font.charmap().mappings().take(MAX_CHARACTERS) {
                if let Some(c) = char::from_u32(character).filter(|c| meant(*c) == *c) {
                    characters.entry(glyph.to_u32()).or_insert(c);
                }
            }
            characters
        });
        characters.get(&glyph.glyph_id().to_u32()).copied()
    }
}

/// Characters that fonts keep for themselves mean nothing to a reader of text.
pub(super) fn meant(c: char) -> char {
    let private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    let control = c.is_control() && !c.is_whitespace();
    if private || control { char::REPLACEMENT_CHARACTER } else { c }
}

/// Takes the codes of a page for characters where they spell a language, and for nothing known where they do not.
pub(super) fn settle(glyphs: &mut [Glyph]) {
    let codes: Vec<char> = glyphs.iter().filter_map(|glyph| code(&glyph.letters)).collect();
    let are_characters = is_language(&codes);
    for glyph in glyphs {
        if let Some(c) = code(&glyph.letters) {
            glyph.letters = Letters::One(if are_characters { c } else { char::REPLACEMENT_CHARACTER });
        }
    }
}

fn code(letters: &Letters) -> Option<char> {
    match letters {
        Letters::Code(c) => Some(*c),
        Letters::Nothing | Letters::One(_) | Letters::Several(_) => None,
    }
}

fn is_language(codes: &[char]) -> bool {
    let letters: Vec<char> = codes.iter().filter(|c| c.is_alphabetic()).flat_map(|c| c.to_lowercase()).collect();
    let among = |set: &str| letters.iter().filter(|c| set.contains(**c)).count() * 100;
    let spaces = codes.iter().filter(|c| **c == ' ').count();
    letters.len() >= ENOUGH
        && (letters.len() + spaces) * 100 >= LETTERS * codes.len()
        && among("aeiouyäöü") >= VOWELS * letters.len()
        && among("aeinorst") >= FREQUENT * letters.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: bool) {
        assert_eq!(is_language(&text.chars().collect::<Vec<_>>()), expected, "{text}");
    }

    #[test]
    fn codes_that_spell_words_are_characters() {
        check("The river rose in the night and nobody had seen it come, so the council met at dawn.", true);
        check("Assicurazione sulla vita di tipo Unit Linked Documento informativo precontrattuale", true);
        check("Rzeka wezbrala w nocy i nikt nie widzial jak nadchodzi, wiec rada zebrala sie o swicie", true);
    }

    #[test]
    fn codes_that_spell_nothing_are_not() {
        let shifted: String = "the river rose in the night and nobody had seen it come so the council met at dawn"
            .chars()
            .map(|c| if c == ' ' { '\u{3}' } else { char::from(c as u8 - 29) })
            .collect();
        check(&shifted, false);
        check("01234567893845 393 4 0454960 0026", false);
        check("The river", false);
    }
}
