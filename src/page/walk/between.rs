//! What stands between two paragraphs of a text and is none of it: pictures with their captions, boxes, advertisements,
//! forms. Who quotes both paragraphs owes no ellipsis for it. A heading is a part of the text.

use scraper::node::Element;
use scraper::{ElementRef, Node};

use super::blocks::End;
use super::writer::{Gap, White, Writer};
use crate::page::attribute::Attribute;
use crate::span::floor_char_boundary;

/// A longer part is no interruption, whatever it is called: 250 words.
const LONGEST: usize = 1_500;
/// The same of a paragraph that leads to another page.
const LONGEST_LEAD: usize = 200;
/// Nodes of a part that are looked at; one with more is no interruption.
const MOST_NODES: usize = 400;
/// Neighbours among which a paragraph is looked for: several pictures can follow each other.
const NEIGHBOURS: usize = 16;
/// How deep a part can be wrapped.
const WRAPPINGS: usize = 4;

/// Elements that are no part of the text around them.
const ELEMENTS: [&str; 6] = ["aside", "button", "figcaption", "figure", "form", "nav"];

/// The same by their role.
const ROLES: [&str; 4] = ["complementary", "navigation", "form", "search"];

/// Elements whose class can say so.
const CALLED: [&str; 7] = ["div", "section", "p", "ul", "ol", "blockquote", "details"];

/// What the parts of such classes and ids are called, as far as many pages share them.
const CALLINGS: [&str; 33] = [
    "ad",
    "ads",
    "adslot",
    "adunit",
    "advert",
    "advertisement",
    "advertising",
    "anzeige",
    "caption",
    "gallery",
    "infobox",
    "newsletter",
    "outbrain",
    "promo",
    "promobox",
    "promotion",
    "pullquote",
    "readmore",
    "recirc",
    "related",
    "share",
    "sharebar",
    "sharing",
    "signup",
    "slideshow",
    "sponsored",
    "subscribe",
    "taboola",
    "timestamp",
    "toolbar",
    "tweet",
    "video",
    "werbung",
];

/// A paragraph of these words is a notice of the page.
const NOTICES: [&str; 23] = [
    "ad",
    "advertisement",
    "advertentie",
    "anuncio",
    "anzeige",
    "article continues after advertisement",
    "article continues below",
    "article continues below advertisement",
    "article continues after advertisement",
    "article continues after sponsor message",
    "article continues after this message",
    "continue reading the main story",
    "publicidad",
    "publicidade",
    "publicité",
    "pubblicità",
    "skip advertisement",
    "story continues below",
    "story continues below advertisement",
    "story continues after advertisement",
    "story continues after sponsor message",
    "werbung",
    "реклама",
];

/// What leads to another page, before its link.
const LEADS: [&str; 24] = [
    "a lire aussi",
    "also read",
    "auch interessant",
    "further reading",
    "leggi anche",
    "lee también",
    "leia também",
    "lees ook",
    "lesen sie auch",
    "lire aussi",
    "listen",
    "mehr zum thema",
    "more",
    "more on this story",
    "read also",
    "read more",
    "read next",
    "recommended",
    "related",
    "see also",
    "watch",
    "à lire",
    "à lire aussi",
    "читайте также",
];

/// What a paragraph begins with that is no sentence: how long it takes to hear the article, and what a picture shows.
const OPENINGS: [&str; 12] = [
    "artikel anhören",
    "bildquelle",
    "bildunterschrift",
    "figure caption",
    "image caption",
    "image credit",
    "image source",
    "listen to this article",
    "listen to this story",
    "listen to story",
    "media caption",
    "photo caption",
];

/// Bytes of the text before an interruption and behind it that stand together: as much as most quotes.
const AROUND: usize = 4_000;
/// What parts passages that do not follow each other: a word of its own to every search, and of no quote.
pub(crate) const SEAM: &str = "∎";

/// Passages of a text that something interrupts, without that.
#[derive(Debug, Default)]
pub(super) struct Flow {
    text: Writer,
    /// Bytes that still belong to the last passage.
    left: usize,
}

impl Flow {
    /// Something interrupts the text that was written so far.
    pub(super) fn interrupt(&mut self, written: &Writer) {
        if self.left == 0 {
            self.text.gap(Gap::Line);
            if !self.text.text().is_empty() {
                self.text.push(SEAM, White::Stands);
                self.text.gap(Gap::Line);
            }
            let before = written.text();
            let from = floor_char_boundary(before, before.len().saturating_sub(AROUND));
            let whole = if from > 0 { before[from..].find(char::is_whitespace).unwrap_or(0) } else { 0 };
            self.text.push_written(written, from + whole);
        }
        self.text.gap(Gap::Line);
        self.left = AROUND;
    }

    /// The text goes on.
    pub(super) fn push(&mut self, text: &str, white: White) {
        if self.left > 0 {
            self.text.push(text, white);
            self.left = self.left.saturating_sub(text.len());
        }
    }

    /// A block ended before what is pushed next.
    pub(super) fn end(&mut self, end: Option<End>) {
        if self.left > 0 {
            self.text.end(end);
        }
    }

    /// What stands before the next word of it at least.
    pub(super) fn gap(&mut self, gap: Gap) {
        self.text.gap(gap);
    }

    /// Writes the passages to the end of the whole text.
    pub(super) fn append_to(&self, whole: &mut Writer) {
        if !self.text.text().is_empty() {
            whole.gap(Gap::Line);
            whole.push(SEAM, White::Stands);
            whole.gap(Gap::Line);
            whole.push_written(&self.text, 0);
        }
    }
}

/// Whether `element` interrupts the text that goes on behind it.
pub(super) fn interrupts(element: ElementRef<'_>) -> bool {
    let value = element.value();
    let by_kind = ELEMENTS.contains(&value.name()) || has_role(value) || is_called(value);
    // How long it is comes first: most of what is asked about is a paragraph of the text, and too long.
    let is_none_of_it = if by_kind {
        is_short(element, LONGEST)
    } else {
        matches!(value.name(), "p" | "div" | "section") && (leads_elsewhere(element) || asks_for_address(element))
    };
    is_none_of_it && stands_between(element)
}

fn has_role(element: &Element) -> bool {
    element.attribute("role").is_some_and(|role| ROLES.iter().any(|name| role.trim().eq_ignore_ascii_case(name)))
}

/// Whether a class or the id of `element` has a part that says what it is: `ad-slot`, `newsletter_signup`, `pull-quote`.
fn is_called(element: &Element) -> bool {
    if !CALLED.contains(&element.name()) {
        return false;
    }
    let names = [element.attribute("class"), element.attribute("id")].into_iter().flatten();
    names.flat_map(str::split_ascii_whitespace).any(|name| {
        let name = name.to_ascii_lowercase();
        let parts = || name.split(['-', '_']).filter(|part| !part.is_empty());
        parts().any(|part| CALLINGS.contains(&part))
            || parts().zip(parts().skip(1)).any(|pair| pair == ("pull", "quote"))
    })
}

/// Whether paragraphs of one text stand before and behind `element`, or what it alone is wrapped in.
fn stands_between(element: ElementRef<'_>) -> bool {
    // A button can stand in a line of text and be a word of it.
    let in_line = element.value().name() == "button";
    let mut part = element;
    for _ in 0..WRAPPINGS {
        let before = part.prev_siblings().take(NEIGHBOURS);
        let before = before.filter_map(|node| neighbour(node.value(), ElementRef::wrap(node), in_line)).max();
        let behind = part.next_siblings().take(NEIGHBOURS);
        let behind = behind.filter_map(|node| neighbour(node.value(), ElementRef::wrap(node), in_line)).max();
        if before == Some(Neighbour::Prose) || behind == Some(Neighbour::Prose) {
            return before == behind;
        }
        let wrapped = |parent: &ElementRef<'_>| matches!(parent.value().name(), "div" | "section");
        match part.parent().and_then(ElementRef::wrap).filter(wrapped) {
            Some(parent) => part = parent,
            None => return false,
        }
    }
    false
}

/// What stands beside a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Neighbour {
    /// Something that is seen.
    Other,
    /// A paragraph, or text without one.
    Prose,
}

fn neighbour(node: &Node, element: Option<ElementRef<'_>>, in_line: bool) -> Option<Neighbour> {
    if let Node::Text(text) = node {
        return (!text.trim().is_empty()).then_some(if in_line { Neighbour::Other } else { Neighbour::Prose });
    }
    element.map(|element| if is_prose(element) { Neighbour::Prose } else { Neighbour::Other })
}

/// Whether `element` is a paragraph of the text, or holds one.
fn is_prose(element: ElementRef<'_>) -> bool {
    let value = element.value();
    let plain = !has_role(value) && !is_called(value);
    let holds = || {
        let mut inner = element.descendants().take(NEIGHBOURS).filter_map(ElementRef::wrap);
        inner.any(|inner| inner.value().name() == "p")
    };
    plain
        && match value.name() {
            "p" => element.text().any(|text| !text.trim().is_empty()),
            "div" | "section" | "blockquote" => holds(),
            _ => false,
        }
}

/// Whether a part has no more than `longest` characters.
fn is_short(element: ElementRef<'_>, longest: usize) -> bool {
    let mut left = longest;
    let fits = |text: &str| {
        // A text of so many bytes has no more characters, and a fourth as many at least.
        let length = if text.len() > 4 * left { left + 1 } else { text.chars().count() };
        length <= left && {
            left -= length;
            true
        }
    };
    element.descendants().nth(MOST_NODES).is_none() && element.text().all(fits)
}

/// The words of a part, where they are no more than `longest` characters.
fn words_of(element: ElementRef<'_>, longest: usize) -> Option<String> {
    is_short(element, longest).then(|| {
        let text: String = element.text().collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    })
}

/// Whether a paragraph is a notice, or one link, or a link behind a lead: `Read more: …`. A sentence that is a link is a
/// sentence.
fn leads_elsewhere(element: ElementRef<'_>) -> bool {
    if element.value().name() == "section" || element.descendants().nth(MOST_NODES / 10).is_some() {
        return false;
    }
    let Some(words) = words_of(element, LONGEST_LEAD) else { return false };
    if NOTICES.contains(&words.to_lowercase().trim_end_matches(['.', ':']).trim_end()) {
        return true;
    }
    if OPENINGS.iter().any(|opening| begins_with(&words, opening)) {
        return true;
    }
    let mut links = element.descendent_elements().filter(|inner| inner.value().name() == "a");
    let (Some(link), None) = (links.next(), links.next()) else { return false };
    let Some(linked) = words_of(link, LONGEST_LEAD).filter(|linked| !linked.is_empty()) else { return false };
    let sentence = linked.trim_end_matches(['"', '”', '’', '»', ')']).ends_with(['.', '。', ',', ';', ':']);
    words.strip_suffix(linked.as_str()).is_some_and(|lead| {
        let lead =
            lead.trim().trim_end_matches([':', '|', '–', '—', '-', '»', '>', '→', '►', '▶']).trim_end().to_lowercase();
        LEADS.contains(&lead.as_str()) || lead.is_empty() && !sentence
    })
}

/// Whether `words` are an opening and what stands behind its colon or comma, or in brackets.
fn begins_with(words: &str, opening: &str) -> bool {
    let words = words.to_lowercase();
    let rest = words.strip_prefix(opening).map(str::trim_start);
    rest.is_some_and(|rest| {
        rest.is_empty()
            || rest
                .starts_with(|c: char| c.is_ascii_digit() || matches!(c, ':' | ',' | '(' | '·' | '-' | '–' | '|' | '•'))
    })
}

/// Whether a box asks for the address of its reader.
fn asks_for_address(element: ElementRef<'_>) -> bool {
    let asks = |inner: ElementRef<'_>| {
        inner.value().name() == "input"
            && inner.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("email"))
    };
    element.value().name() != "p" && is_short(element, LONGEST) && element.descendent_elements().any(asks)
}

#[cfg(test)]
mod tests;
