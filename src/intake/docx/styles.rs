//! What the styles of paragraphs are: headings, quotations. Their names are English in every language of the program that
//! wrote them, and their ids are not.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::story::Style;
use super::xml::attribute;

/// Styles of one document.
const MOST: usize = 10_000;
/// Styles that are made from styles that are made from others.
const DEEPEST: usize = 16;

/// What styles of quotations are called, without spaces; a program that has its own language can write its names in that.
const QUOTATIONS: &[&str] = &[
    "quote",
    "intensequote",
    "blocktext",
    "blockquote",
    "blockquotation",
    "quotation",
    "quotations",
    "zitat",
    "intensiveszitat",
    "zitatintensiv",
    "blockzitat",
    "citation",
    "citationintense",
    "cita",
    "citadestacada",
    "citazione",
    "citazioneintensa",
    "citação",
    "citaçãointensa",
    "citat",
    "citaat",
    "duidelijkcitaat",
    "starktcitat",
    "stærktcitat",
    "sitat",
    "sterktsitat",
    "cytat",
    "cytatintensywny",
    "citát",
    "výraznýcitát",
    "lainaus",
    "erottuvalainaus",
    "idézet",
    "kiemeltidézet",
    "цитата",
    "выделеннаяцитата",
    "alıntı",
    "引用文",
    "引用",
    "明显引用",
    "인용",
    "강한인용",
];
/// The same of the marks of notes.
const MARKS: &[&str] = &[
    "footnotereference",
    "endnotereference",
    "footnotecharacters",
    "endnotecharacters",
    "footnoteanchor",
    "endnoteanchor",
];

/// By the id of a style what it is.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

/// A style while it is read.
#[derive(Debug, Default)]
struct Own {
    name: String,
    /// The id of the style that it is made from.
    from: String,
    is_outlined: bool,
}

impl Styles {
    /// Of the part that holds them, as far as it can be read.
    pub(super) fn read(xml: &str) -> Self {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = false;
        let (mut all, mut open) = (HashMap::<String, Own>::new(), None::<(String, Own)>);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(start) | Event::Empty(start) => begin(&start, &mut open),
                Event::End(end) if end.local_name().as_ref() == "style" => {
                    all.extend(open.take().filter(|_| all.len() < MOST));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        Self(all.keys().map(|id| (id.clone(), told(id, &all))).collect())
    }

    /// What the style with an id is; one that no part names is told by the id itself.
    pub(super) fn of(&self, id: &str) -> Style {
        self.0.get(id).copied().unwrap_or_else(|| named(id))
    }
}

fn begin(start: &BytesStart<'_>, open: &mut Option<(String, Own)>) {
    let value = |name| attribute(start, name).unwrap_or_default();
    match (start.local_name().as_ref(), open) {
        ("style", open) => *open = Some((value("styleId"), Own::default())),
        ("name", Some((_, own))) => own.name = value("val"),
        ("basedOn", Some((_, own))) => own.from = value("val"),
        ("outlineLvl", Some((_, own))) => own.is_outlined = value("val") != "9",
        _ => {}
    }
}

/// What a style is by its name, or by that of a style that it is made from.
fn told(id: &str, all: &HashMap<String, Own>) -> Style {
    let mut at = id;
    for _ in 0..DEEPEST {
        let Some(own) = all.get(at) else { break };
        if own.is_outlined {
            return Style::Heading;
        }
        match named(&own.name) {
            Style::Other => at = &own.from,
            told => return told,
        }
    }
    Style::Other
}

fn named(name: &str) -> Style {
    let lower = name.to_lowercase().replace([' ', '-', '_'], "");
    if lower.starts_with("heading")
        || lower.starts_with("berschrift")
        || lower.starts_with("überschrift")
        || lower == "title"
        || lower.starts_with("titre")
    {
        Style::Heading
    } else if QUOTATIONS.contains(&lower.as_str()) {
        Style::Quotation
    } else if MARKS.contains(&lower.as_str()) {
        Style::Mark
    } else {
        Style::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_told_by_their_names_and_by_what_they_are_made_from() {
        let xml = "<w:styles xmlns:w=\"w\"><w:docDefaults/><w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>\
            <w:style w:styleId=\"Cita\"><w:name w:val=\"Quote\"/><w:basedOn w:val=\"Normal\"/></w:style>\
            <w:style w:styleId=\"Own\"><w:name w:val=\"My Words\"/><w:basedOn w:val=\"Cita\"/></w:style>\
            <w:style w:styleId=\"Part\"><w:name w:val=\"Chapter\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>\
            <w:style w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr></w:style>\
            <w:style w:styleId=\"Loop\"><w:name w:val=\"Loop\"/><w:basedOn w:val=\"Loop\"/></w:style></w:styles>";
        let styles = Styles::read(xml);
        for (id, expected) in [
            ("1", Style::Heading),
            ("Part", Style::Heading),
            ("Cita", Style::Quotation),
            ("Own", Style::Quotation),
            ("Normal", Style::Other),
            ("Loop", Style::Other),
            ("Heading2", Style::Heading),
            ("Quote", Style::Quotation),
            ("2", Style::Other),
            ("IntensivesZitat", Style::Quotation),
            ("Citation-intense", Style::Quotation),
            ("CitationSource", Style::Other),
            ("FootnoteReference", Style::Mark),
            ("FootnoteText", Style::Other),
        ] {
            assert_eq!(styles.of(id), expected, "{id}");
        }
        assert_eq!(Styles::read("no xml <").of("Titre1"), Style::Heading);
    }
}
