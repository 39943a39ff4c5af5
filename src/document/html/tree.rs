//! The elements of an HTML file with their bytes, and what stands in them in the order of the file.
//!
//! The tree that browsers build has no bytes; this one has them, and closes what a writer leaves open as browsers do in
//! articles: items, paragraphs, cells. Linear in size.

use std::collections::HashMap;
use std::ops::Range;

use crate::document::entity;
use crate::document::fragment::{self, Token};
use crate::span::floor_char_boundary;
use crate::text::xhtml;

use super::own;

/// One element.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, Range<usize>)>,
    /// The opening tag.
    pub(super) tag: Range<usize>,
    pub(super) parent: Option<usize>,
    /// From its opening to its closing, in [`Tree::events`].
    pub(super) events: Range<usize>,
    /// One past its last byte.
    pub(super) end: usize,
}

/// What comes next in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Event {
    Open(usize),
    Close(usize),
    Text(Range<usize>),
    /// The words of a comment, and all of it.
    Comment(Range<usize>, Range<usize>),
}

/// See the module.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    pub(super) text: &'a str,
    pub(super) elements: Vec<Element>,
    pub(super) events: Vec<Event>,
    ids: HashMap<String, usize>,
    /// Addresses of the article itself.
    own: Vec<String>,
}

/// Elements within each other; one that is deeper ends the deepest and takes its place. Browsers stop here too.
const DEPTH: usize = 512;
/// Elements that are looked at to find the one that a tag closes.
const REACH: usize = 64;

const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements whose content is no HTML.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];
/// Elements that end a paragraph which has been left open.
const ENDS_PARAGRAPH: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

impl<'a> Tree<'a> {
    pub(super) fn read(text: &'a str) -> Self {
        let mut tree = Self { text, elements: Vec::new(), events: Vec::new(), ids: HashMap::new(), own: Vec::new() };
        let mut open: Vec<usize> = Vec::new();
        let is_xml = xhtml::is_declared(text);
        let (mut at, mut words) = (0, 0);
        while let Some(start) = memchr::memchr(b'<', &text.as_bytes()[at..]).map(|next| at + next) {
            let Some((token, end)) = fragment::tag(text, start) else {
                at = start + 1;
                continue;
            };
            tree.words(words..start);
            (at, words) = (end, end);
            match token {
                Token::Text(_) => {}
                Token::Comment { words, range } => tree.events.push(Event::Comment(words, range)),
                Token::Close { name, range } => tree.close(&name, &range, &mut open),
                Token::Open { name, attributes, range } => {
                    let attributes = attributes.into_iter().map(|own| (own.name, own.value)).collect();
                    let empty = is_xml && text[range.clone()].ends_with("/>");
                    let raw = RAW.contains(&name.as_str()) && !empty;
                    tree.open(name, attributes, range, empty, &mut open);
                    if raw {
                        let end = tree.end_of_raw(at);
                        tree.words(at..end);
                        (at, words) = (end, end);
                    }
                }
            }
        }
        tree.words(words..text.len());
        tree.end_from(0, text.len(), &mut open);
        tree.note_ids();
        tree.own = own::addresses(&tree);
        tree
    }

    fn words(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.events.push(Event::Text(range));
        }
    }

    fn open(
        &mut self,
        name: String,
        attributes: Vec<(String, Range<usize>)>,
        tag: Range<usize>,
        empty: bool,
        open: &mut Vec<usize>,
    ) {
        self.close_implied(&name, tag.start, open);
        if open.len() >= DEPTH {
            self.end_from(DEPTH - 1, tag.start, open);
        }
        let index = self.elements.len();
        let parent = open.last().copied();
        let events = self.events.len()..self.events.len() + 1;
        let end = tag.end;
        let void = empty || VOID.contains(&name.as_str());
        self.events.push(Event::Open(index));
        self.elements.push(Element { name, attributes, tag, parent, events, end });
        if void {
            self.events.push(Event::Close(index));
            self.elements[index].events.end = self.events.len();
        } else {
            open.push(index);
        }
    }

    /// Ends what the opening of `name` ends.
    fn close_implied(&mut self, name: &str, at: usize, open: &mut Vec<usize>) {
        let (ends, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "tr" => (&["tr", "td", "th"], &["table"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "option" => (&["option"], &["select"]),
            _ if ENDS_PARAGRAPH.contains(&name) => {
                (&["p"], &["div", "li", "td", "th", "blockquote", "section", "article", "body", "button", "object"])
            }
            _ => return,
        };
        let names = |index: &usize| self.elements[*index].name.as_str();
        let reached =
            open.iter().enumerate().rev().take(REACH).take_while(|(_, index)| !within.contains(&names(index)));
        let outermost = reached.filter(|(_, index)| ends.contains(&names(index))).map(|(depth, _)| depth).last();
        if let Some(depth) = outermost {
            self.end_from(depth, at, open);
        }
    }

    fn close(&mut self, name: &str, tag: &Range<usize>, open: &mut Vec<usize>) {
        let found = open.iter().enumerate().rev().take(REACH).find(|(_, index)| self.elements[**index].name == name);
        let Some((depth, _)) = found else { return };
        self.end_from(depth + 1, tag.start, open);
        self.end_from(depth, tag.end, open);
    }

    /// Ends everything that is open from `depth` on, at the byte `end`.
    fn end_from(&mut self, depth: usize, end: usize, open: &mut Vec<usize>) {
        for index in open.drain(depth..).rev() {
            self.events.push(Event::Close(index));
            self.elements[index].events.end = self.events.len();
            self.elements[index].end = end;
        }
    }

    /// Where the closing tag begins of the element opened last, whose content is no HTML.
    fn end_of_raw(&self, from: usize) -> usize {
        let name = self.elements.last().map_or("", |element| element.name.as_str());
        let closes = |at: &usize| {
            let rest = &self.text[from + at + 2..];
            rest.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name))
        };
        let found = memchr::memmem::find_iter(&self.text.as_bytes()[from..], "</").find(closes);
        found.map_or(self.text.len(), |at| from + at)
    }

    fn note_ids(&mut self) {
        for index in 0..self.elements.len() {
            let anchor = self.elements[index].name == "a";
            for name in ["id", "name"].into_iter().filter(|name| *name == "id" || anchor) {
                if let Some(id) = self.value(index, name).filter(|id| !id.is_empty()) {
                    self.ids.entry(id).or_insert(index);
                }
            }
        }
    }

    /// Where the value of an attribute stands, without white space around it.
    pub(super) fn value_place(&self, element: usize, name: &str) -> Option<Range<usize>> {
        let (_, range) = self.elements[element].attributes.iter().find(|(own, _)| own == name)?;
        let value = &self.text[range.clone()];
        let start = range.start + (value.len() - value.trim_start().len());
        Some(start..start + value.trim().len())
    }

    /// The value of an attribute, its character references taken out.
    pub(super) fn value(&self, element: usize, name: &str) -> Option<String> {
        self.value_place(element, name).map(|range| entity::decoded(&self.text[range]))
    }

    /// The element that a link of the article leads to.
    pub(super) fn linked(&self, href: &str) -> Option<usize> {
        let (page, fragment) = href.split_once('#')?;
        let is_own = |page: &str| self.own.iter().any(|own| own == page);
        let leads_here = page.is_empty()
            || !self.own.is_empty() && (is_own(page) || own::bare(page).is_some_and(|page| is_own(&page)));
        self.target(fragment).filter(|_| leads_here)
    }

    /// The element that `#fragment` leads to.
    pub(super) fn target(&self, fragment: &str) -> Option<usize> {
        let decoded = percent_encoding::percent_decode_str(fragment).decode_utf8_lossy();
        self.ids.get(fragment).or_else(|| self.ids.get(decoded.as_ref())).copied()
    }

    /// The element and those around it, the nearest first, as far as `levels`.
    pub(super) fn around(&self, element: usize, levels: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(element), |&own| self.elements[own].parent).take(levels)
    }

    /// The words in an element, as far as `most` bytes.
    pub(super) fn words_in(&self, events: &Range<usize>, most: usize) -> String {
        let mut words = String::new();
        for event in &self.events[events.clone()] {
            if let Event::Text(range) = event {
                let end = floor_char_boundary(self.text, range.end.min(range.start + 4 * most));
                words.push_str(&entity::decoded(&self.text[range.start..end]));
            }
            if words.len() > most {
                break;
            }
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether a class, the id or the role of an element has one of these words in it.
    pub(super) fn is_called(&self, element: usize, words: &[&str]) -> bool {
        ["class", "id", "role", "epub:type"].iter().filter_map(|name| self.value(element, name)).any(|value| {
            let value = value.to_ascii_lowercase();
            words.iter().any(|word| value.contains(word))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_open_is_closed_as_browsers_do() {
        let check = |text: &str, expected: &str| {
            let tree = Tree::read(text);
            let shown: String = tree
                .events
                .iter()
                .map(|event| match event {
                    Event::Open(index) => format!("<{}>", tree.elements[*index].name),
                    Event::Close(index) => format!("</{}>", tree.elements[*index].name),
                    Event::Text(range) => text[range.clone()].to_owned(),
                    Event::Comment(..) => "!".to_owned(),
                })
                .collect();
            assert_eq!(shown, expected);
        };
        check("<p>a<p>b<ul><li>c<li>d</ul>e", "<p>a</p><p>b</p><ul><li>c</li><li>d</li></ul>e");
        check("<td>a<tr><td>b</table>", "<td>a</td><tr><td>b</td></tr>");
        check("<script>a<!-- <b></script>c</i>", "<script>a<!-- <b></script>c");
        check("<a>b<br>c<!-- d -->", "<a>b<br></br>c!</a>");
        check("<p>a<script/>b</script>c", "<p>a<script>b</script>c</p>");
        let xml = "<?xml version=\"1.0\"?>";
        check(&format!("{xml}<p><a/>b<script src=\"c\"/>d</p>"), "!<p><a></a>b<script></script>d</p>");
    }
}
