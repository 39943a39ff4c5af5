//! The capture of a source beside its address, in the smallest form that each format has for it.

use std::ops::Range;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use url::Url;

use super::{Capture, Page, Swap, address, html, light, records, spelling, tex, wikitext};
use crate::citation::Citation;
use crate::document::{Block, BlockKind, Format, Role};
use crate::locator::{archive_url, key};
use crate::span::Span;

/// Why nothing can be added.
pub(super) type Why = &'static str;

/// Adds a capture to the source of an entry: in the form that is wanted, then in those that do as well where that one has
/// no place.
pub(super) fn add(page: &Page<'_>, index: usize, capture: &Capture) -> Result<Vec<Vec<Swap>>, Why> {
    let entry = page.entry(index);
    let Some(&address) = entry.source.url_spans.last() else {
        return Err("the document does not write its address itself");
    };
    // A reader lands where the document sends them.
    let url = address::with_fragment(&capture.url, entry.source.url.as_deref().unwrap_or_default());
    let url = spelling::plain(&url);
    // Fields are searched for addresses as texts are.
    let field = matches!(page.document.format, Format::Bibtex | Format::CslJson | Format::Ris);
    let capture = &Capture { url: if field { spelling::bare(&url) } else { url }, ..capture.clone() };
    let at = Place { page, entry, address, capture };
    // A template in a heading of a wiki would be part of its anchor.
    if page.document.format == Format::Wikitext && at.is_in_heading() {
        return in_place(&at).map(|form| vec![form]).ok_or("it stands in a heading, which has no place for an archive");
    }
    let mut forms = vec![beside(&at)?];
    forms.extend(elsewhere(&at));
    forms.extend(in_place(&at).filter(|_| page.document.format != Format::Wikitext));
    forms.dedup();
    Ok(forms)
}

/// In a note, at its end instead of behind the link, or behind the link instead of at its end.
fn elsewhere(at: &Place<'_>) -> Option<Vec<Swap>> {
    match at.page.document.format {
        _ if at.is_link() => None,
        Format::Wikitext => Some(wikitext::at_end(at)),
        Format::Asciidoc if !at.page.has_several(at.entry) => light::asciidoc_at_end(at).map(|swap| vec![swap]),
        Format::Org => Some(vec![light::org_beside(at)]),
        _ => None,
    }
}

/// The capture in the place of the address, of a link that has words of its own: nothing that is read changes.
fn in_place(at: &Place<'_>) -> Option<Vec<Swap>> {
    let page = at.page;
    let worded = at.entry.range().is_some_and(|range| !page.document.text(&range).contains("://"));
    let format = matches!(
        page.document.format,
        Format::Markdown
            | Format::Jupyter
            | Format::Rst
            | Format::Asciidoc
            | Format::Org
            | Format::Latex
            | Format::Wikitext
    );
    let whole = light::whole(&at.entry.source.url_spans)?;
    (format && worded && at.is_link()).then(|| vec![(whole, address::spelled(page, whole, at.url()))])
}

fn beside(at: &Place<'_>) -> Result<Vec<Swap>, Why> {
    let page = at.page;
    match page.document.format {
        Format::Plain => Ok(vec![light::plain(at)]),
        Format::Markdown | Format::Jupyter => light::markdown(at).map(|swap| vec![swap]),
        Format::Rst => Ok(vec![light::rst(at)]),
        Format::Asciidoc => light::asciidoc(at).map(|swap| vec![swap]),
        Format::Org => Ok(vec![light::org(at)]),
        Format::Latex => tex::latex(at).map(|swap| vec![swap]),
        Format::Html => html::html(at),
        Format::Wikitext => wikitext::wikitext(at),
        Format::Bibtex => records::bibtex(at),
        Format::CslJson => records::csl(at),
        Format::Ris => records::ris(at),
        Format::Docx | Format::Pdf => Err("files of this kind are never edited"),
    }
}

/// Whether a citation has a capture of its page, which would be one of another page with the address `to`.
pub(super) fn is_of_old(citation: &Citation, to: &str) -> bool {
    let same = |url: &str| match (Url::parse(url), Url::parse(to)) {
        (Ok(url), Ok(to)) => key::key(&url) == key::key(&to),
        _ => false,
    };
    let archived = citation.archive_url.as_deref().and_then(archive_url::unwrap_all);
    archived.is_some_and(|old| !same(&old))
}

/// The source to which a capture is added.
pub(super) struct Place<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) entry: &'a crate::document::Entry,
    /// The last piece of its address.
    pub(super) address: Span,
    pub(super) capture: &'a Capture,
}

impl Place<'_> {
    pub(super) fn text(&self) -> &str {
        self.page.text
    }

    /// The address of the capture.
    pub(super) fn url(&self) -> &str {
        &self.capture.url
    }

    /// The day of the capture.
    pub(super) fn day(&self) -> Date {
        TimeZone::UTC.to_datetime(self.capture.captured_at).date()
    }

    /// The day of the capture as the document writes days.
    pub(super) fn date(&self) -> String {
        self.page.dates.write(self.day())
    }

    /// Where the words of the entry end.
    pub(super) fn end(&self) -> usize {
        let span = self.entry.span;
        span.start() + self.text()[span.range()].trim_end().len()
    }

    pub(super) fn is_link(&self) -> bool {
        self.entry.role == Role::Link
    }

    fn is_in_heading(&self) -> bool {
        let holds =
            |block: &Block, range: &Range<usize>| block.range().start <= range.start && range.end <= block.range().end;
        let mut headings = self.page.document.blocks.iter().filter(|block| block.kind == BlockKind::Heading);
        self.entry.range().is_some_and(|range| self.is_link() && headings.any(|block| holds(block, &range)))
    }

    /// Of several sources of an entry, the one that is archived: where it is found.
    pub(super) fn which(&self) -> String {
        let url = self.entry.source.url.as_deref().and_then(|url| Url::parse(url).ok());
        let host = url.and_then(|url| url.host_str().map(|host| host.trim_start_matches("www.").to_owned()));
        host.filter(|_| self.page.has_several(self.entry)).map(|host| format!(": {host}")).unwrap_or_default()
    }

    /// Whether the entry is one paragraph, so that its end is the place for what belongs to it.
    pub(super) fn is_paragraph(&self) -> bool {
        let words = self.text()[self.entry.span.range()].trim_end();
        let mut lines = words.lines().skip(1);
        let goes_on = |line: &str| {
            let line = line.trim_start();
            !line.is_empty()
                && !line.starts_with(['|', '>', '`', '~', '#'])
                && !line.starts_with("- ")
                && !line.starts_with("* ")
        };
        lines.all(goes_on)
    }

    /// The bytes between the address and the end of the entry.
    pub(super) fn behind(&self) -> &str {
        let end = self.entry.span.end().max(self.address.end());
        &self.text()[self.address.end()..end]
    }
}

/// A text inserted at `at`.
pub(super) fn insert(at: usize, text: String) -> Swap {
    (Span::new(at, at), text)
}
