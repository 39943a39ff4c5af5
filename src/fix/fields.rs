//! The access date of an entry, where it stands in the document.

use super::dates;
use super::records;
use super::wikitext;
use super::{Page, Swap};
use crate::date::PartialDate;
use crate::document::{Format, access_date};
use crate::span::Span;

/// Writes `day` where the access date of an entry stands, in the way in which that is written.
pub(super) fn accessed(page: &Page<'_>, index: usize, day: PartialDate) -> Option<Swap> {
    let span = span(page, index)?;
    let written = &page.text[span.range()];
    let style = dates::of(written)?;
    Some((span, style.write(day.first_day())))
}

fn span(page: &Page<'_>, index: usize) -> Option<Span> {
    let entry = page.entry(index);
    match page.document.format {
        Format::Wikitext => wikitext::access_date(page, index).or_else(|| access_date(page.document, entry)),
        Format::Bibtex => {
            let fields = records::fields(page.text, entry.span.range());
            let own = fields.iter().find(|field| field.name == "urldate")?;
            let value = own.value.clone();
            let bare = page.text[value.clone()].trim_matches(['{', '}', '"']);
            let lead = page.text[value.clone()].find(bare)?;
            Some(Span::new(value.start + lead, value.start + lead + bare.len()))
        }
        Format::CslJson | Format::Ris => None,
        _ if page.has_several(entry) => None,
        _ => access_date(page.document, entry),
    }
    .filter(|span| page.text.is_char_boundary(span.start) && page.text.is_char_boundary(span.end))
}
