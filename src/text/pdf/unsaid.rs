//! Fonts that say of some glyphs that they mean nothing, `<003c> <>`: further glyphs of a cluster whose first one has all of
//! its letters. The engine stops at such a meaning and knows none that comes behind it in the map.

use std::collections::HashMap;

use hayro_interpret::font::OutlineGlyph;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Dict, Object, Stream};

use super::collections::{MAX_OBJECTS, decoded, is_composite, name};
use super::scripts::is_reordered;

/// Meanings of one font that are looked at: its codes have two bytes.
const MAX_MEANINGS: usize = 1 << 16;

/// What the codes of such fonts mean, by the name of the font.
pub(super) struct Unsaid(HashMap<String, HashMap<u32, String>>);

impl Unsaid {
    /// Those of `pdf`.
    pub fn of(pdf: &Pdf) -> Self {
        let fonts = pdf.objects().into_iter().take(MAX_OBJECTS).filter_map(Object::into_dict).filter(is_composite);
        let mut all: HashMap<String, HashMap<u32, String>> = HashMap::new();
        for (name, meanings) in fonts.filter_map(|font| Some((name(&font)?, meanings_of(&font)?))) {
            all.entry(name).or_default().extend(meanings);
        }
        Self(all)
    }

    /// What the glyph means, which can be nothing, where its font is one of these.
    pub fn meaning(&self, font: Option<&str>, glyph: &OutlineGlyph) -> Option<&str> {
        self.0.get(font?)?.get(&glyph.char_code()).map(String::as_str)
    }
}

fn meanings_of(font: &Dict<'_>) -> Option<HashMap<u32, String>> {
    let map = decoded(&font.get::<Stream<'_>>(b"ToUnicode")?)?;
    Some(meanings(&String::from_utf8_lossy(&map))).filter(are_told)
}

/// Whether some meanings are empty and the others are to be trusted: where the glyphs of a cluster change places, its first one
/// cannot have all of its letters, and words that were read so would be other words.
fn are_told(meanings: &HashMap<u32, String>) -> bool {
    meanings.values().any(String::is_empty) && !meanings.values().any(|meaning| meaning.contains(is_reordered))
}

/// The meanings of single codes.
fn meanings(map: &str) -> HashMap<u32, String> {
    let sections = map.split("beginbfchar").skip(1).filter_map(|section| section.split("endbfchar").next());
    let mut found = HashMap::new();
    for section in sections {
        let strings = section.split('<').skip(1).filter_map(|string| string.split_once('>'));
        let mut strings = strings.map(|(hex, _)| hex.split_whitespace().collect::<String>());
        while let (Some(code), Some(meaning)) = (strings.next(), strings.next()) {
            if let (Ok(code), Some(meaning)) = (u32::from_str_radix(&code, 16), characters(&meaning)) {
                found.insert(code, meaning);
            }
            if found.len() >= MAX_MEANINGS {
                return found;
            }
        }
    }
    found
}

/// The characters of units of UTF-16.
fn characters(hex: &str) -> Option<String> {
    let unit = |at: usize| u16::from_str_radix(hex.get(at..at + 4)?, 16).ok();
    let units: Option<Vec<u16>> = (0..hex.len()).step_by(4).map(unit).collect();
    String::from_utf16(&units?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_an_empty_meaning_is_known() {
        let map = "2 beginbfchar\n<0003> <0020>\n<003c> <>\n<006c> <0e1b 0e34>\nendbfchar\n\
                   1 beginbfrange <0041> <0042> <0061> endbfrange 2 beginbfchar <0a> <D835DC00> <0b> <D8> endbfchar <0043> <>";
        let mut found: Vec<(u32, String)> = meanings(map).into_iter().collect();
        found.sort();
        let expected = [(0x03, " "), (0x0a, "\u{1d400}"), (0x3c, ""), (0x6c, "\u{e1b}\u{e34}")];
        assert_eq!(found, expected.map(|(code, text)| (code, text.to_owned())));
    }

    #[test]
    fn only_scripts_whose_glyphs_keep_their_order_are_told_so() {
        let told = |map: &str| are_told(&meanings(&["beginbfchar ", map, " endbfchar"].concat()));
        assert!(told("<0003> <0e01> <003c> <>"));
        assert!(!told("<0003> <0915> <003c> <>") && !told("<0003> <0e01> <003c> <0e02>"));
    }
}
