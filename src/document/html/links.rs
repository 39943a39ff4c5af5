//! The links of an article, the marks of its notes, and what its quotations name as their source.

use std::ops::Range;

use crate::document::entity;
use crate::document::entry::{Link, Words};
use crate::locator::archive_url;
use crate::span::Span;

use super::seen::{Cite, LinkSeen};
use super::tree::Event;
use super::writer::Writer;

impl Writer<'_, '_> {
    /// The mark of a note in the file, with the raising around it.
    pub(super) fn mark_span(&self, element: usize) -> Span {
        let raised = self.tree.around(element, 3).skip(1).find(|&own| self.tree.elements[own].name == "sup");
        let outer = raised.map_or(element, |sup| {
            let inner = &self.tree.events[self.tree.elements[sup].events.clone()];
            let marks =
                inner.iter().filter(|event| matches!(event, Event::Open(own) if self.tree.elements[*own].name == "a"));
            if marks.count() == 1 { sup } else { element }
        });
        Span::new(self.tree.elements[outer].tag.start, self.tree.elements[outer].end)
    }

    /// A quotation that names its source.
    pub(super) fn leave_cite(&mut self, element: usize, range: Range<usize>) {
        let Some(place) = self.tree.value_place(element, "cite").filter(|place| !place.is_empty()) else { return };
        let own = &self.tree.elements[element];
        let url = entity::decoded(&self.tree.text[place.clone()]);
        let whole = Span::new(own.tag.start, own.end);
        self.seen.cites.push(Cite { range, url, url_span: Span::new(place.start, place.end), whole });
    }

    pub(super) fn leave_link(&mut self, element: usize, range: Range<usize>) {
        let Some(place) = self.tree.value_place(element, "href") else { return };
        let url = entity::decoded(&self.tree.text[place.clone()]);
        let url = if url.starts_with("//") { format!("https:{url}") } else { url };
        let words = self.draft.prose.text()[range.clone()].trim();
        let is_address = words.starts_with("http://") || words.starts_with("https://") || words.is_empty();
        let words = if is_address { Words::Address } else { Words::Names };
        let own = &self.tree.elements[element];
        let value = |name| self.tree.value(element, name).filter(|value| !value.is_empty());
        let version = value("data-versionurl").map(|url| (url, value("data-versiondate").unwrap_or_default()));
        if !self.in_note && self.is_of_the_site() {
            return;
        }
        let spans = vec![Span::new(place.start, place.end)];
        let link = Link { range, url, spans, words };
        self.seen.links.push(LinkSeen { link, whole: Span::new(own.tag.start, own.end), version });
    }

    /// Whether what is open belongs to every page of the site: what stands at its foot.
    pub(super) fn is_of_the_site(&self) -> bool {
        self.open.iter().any(|open| {
            let own = &self.tree.elements[open.element];
            let parent = own.parent.map(|parent| self.tree.elements[parent].name.as_str());
            let value = |name| self.tree.value(open.element, name);
            value("role").is_some_and(|role| role == "contentinfo" || role == "banner")
                || value("id").is_some_and(|id| id.eq_ignore_ascii_case("footer"))
                || own.name == "footer" && matches!(parent, None | Some("body" | "html"))
        })
    }
}

/// Where a page was saved from a web archive, every link leads into it: each is turned back into what the writer wrote.
pub(super) fn unwrap_saved(links: &mut [LinkSeen]) {
    const FEWEST: usize = 5;
    let over_http = |url: &str| url.starts_with("http://") || url.starts_with("https://");
    let originals: Vec<Option<String>> =
        links.iter().map(|seen| archive_url::read(&seen.link.url).and_then(|capture| capture.original)).collect();
    let all = links.iter().filter(|seen| over_http(&seen.link.url)).count();
    let wrapped = originals.iter().flatten().count();
    if wrapped < FEWEST || wrapped * 10 < all * 8 {
        return;
    }
    for (seen, original) in links.iter_mut().zip(originals) {
        let Some(original) = original else { continue };
        if let Some(span) = seen.link.spans.first_mut().filter(|_| seen.link.url.ends_with(&original)) {
            span.start = span.end.saturating_sub(original.len()).max(span.start);
        }
        seen.link.url = original;
    }
}
