//! The character collections of Chinese, Japanese and Korean: which characters their glyphs are where a font itself does
//! not say (ISO 32000-1, 9.10.2).

use std::collections::HashMap;

use hayro_interpret::font::OutlineGlyph;
use hayro_interpret::hayro_cmap::{BfString, CMap, CMapName, CidFamily, load_embedded};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};

/// Objects of a document that are looked at for fonts.
pub(super) const MAX_OBJECTS: usize = 200_000;

/// From the codes of one font to glyphs of its collection, and from those to characters.
struct Collection {
    encoding: CMap,
    characters: CMap,
}

/// The fonts of a document that belong to a collection, by name.
pub(super) struct Collections(HashMap<String, Collection>);

impl Collections {
    /// The fonts of `pdf`.
    pub fn of(pdf: &Pdf) -> Self {
        let fonts = pdf.objects().into_iter().take(MAX_OBJECTS).filter_map(Object::into_dict).filter(is_composite);
        Self(fonts.filter_map(|font| Some((name(&font)?, collection(&font)?))).collect())
    }

    /// The characters of a glyph.
    pub fn characters(&self, font: Option<&str>, glyph: &OutlineGlyph) -> Option<BfString> {
        let Collection { encoding, characters } = self.0.get(font?)?;
        let code = glyph.char_code();
        let number = (1..=4).find_map(|length| encoding.lookup_cid_code(code, length))?;
        characters.lookup_bf_string(number)
    }
}

pub(super) fn is_composite(font: &Dict<'_>) -> bool {
    font.get::<Name<'_>>(b"Subtype").is_some_and(|kind| &*kind == b"Type0")
}

/// Without the mark of a subset, as the engine has it.
pub(super) fn name(font: &Dict<'_>) -> Option<String> {
    let name = font.get::<Name<'_>>(b"BaseFont")?.as_str().to_owned();
    let whole = name.split_once('+').filter(|(mark, _)| mark.len() == 6).map(|(_, rest)| rest.to_owned());
    Some(whole.unwrap_or(name))
}

fn collection(font: &Dict<'_>) -> Option<Collection> {
    let inner = font.get::<Array<'_>>(b"DescendantFonts")?.iter::<Dict<'_>>().next()?;
    let system = inner.get::<Dict<'_>>(b"CIDSystemInfo")?;
    let (registry, ordering) = (system.get::<PdfString<'_>>(b"Registry")?, system.get::<PdfString<'_>>(b"Ordering")?);
    let family = CidFamily::from_registry_ordering(registry.as_bytes(), ordering.as_bytes());
    let characters = parsed(load_embedded(family.ucs2_cmap()?)?)?;
    let encoding = match font.get::<Object<'_>>(b"Encoding")? {
        Object::Name(name) => match CMapName::from_bytes(&name) {
            CMapName::IdentityH => CMap::identity_h(),
            CMapName::IdentityV => CMap::identity_v(),
            named => parsed(load_embedded(named)?)?,
        },
        Object::Stream(stream) => parsed(&decoded(&stream)?)?,
        _ => return None,
    };
    Some(Collection { encoding, characters })
}

pub(super) fn decoded(stream: &Stream<'_>) -> Option<Vec<u8>> {
    stream.decoded_data().ok().map(std::borrow::Cow::into_owned)
}

fn parsed(data: &[u8]) -> Option<CMap> {
    CMap::parse(data, load_embedded)
}
