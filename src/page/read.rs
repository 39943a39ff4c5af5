//! From the bytes that a server sent to a page.

use scraper::Html;
use url::{Host, Url};

use super::pdf::Pieces;
use super::walk::{marks, transcribed};
use super::{
    Content, CutShort, Page, PageText, Signs, TextName, UnshownKind, content, led, linked, metadata, parse, refresh,
    signs, structured, telling, unmarked, unshown, walk,
};
use crate::page::walk::beside::Parts;
use crate::page::walk::writer::as_it_stands;
use crate::span::{Span, floor_char_boundary};
use crate::text;
use crate::text::charset::{self, Sniff};
use crate::text::xhtml;

/// Bytes of a comment that hides more than a remark.
const LONG_COMMENT: usize = 1_000;

/// One control character in so many bytes shows that the charset is wrong.
const ONE_CONTROL_IN: usize = 200;

/// What the head of the answer says about the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContentHead<'a> {
    /// `Content-Type` as sent.
    pub content_type: Option<&'a str>,
    /// Who says so.
    pub said_by: SaidBy,
    /// The URL that answered.
    pub url: &'a str,
}

/// Who says what type of content the bytes are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SaidBy {
    /// The server, which is mistaken at times: what begins as HTML is read as HTML whatever text it is sent as.
    #[default]
    Server,
    /// Somebody who knows: the type holds.
    User,
}

/// Reads a page. Where `keep_going` says no, what was read so far is the page, and [`Page::cut_short`] says so.
///
/// A PDF can be made to ask for all memory there is, and to take for ever between two questions to `keep_going`. Read
/// one that came from outside in a process that can be ended, as `citewatch` does.
///
/// ```
/// use citewatch::page::{self, ContentHead, SaidBy, TextName};
///
/// let head = ContentHead { content_type: Some("text/html"), said_by: SaidBy::Server, url: "https://e.example/" };
/// let bytes = "<title>T</title><p>Some <b>words</b>.<p>More.".as_bytes();
/// let page = page::read(bytes, &head, &mut || true);
/// assert_eq!(page.titles, ["T"]);
/// assert_eq!(page.text(TextName::Visible), Some("Some words.\nMore."));
/// ```
pub fn read(bytes: &[u8], head: &ContentHead<'_>, keep_going: &mut dyn FnMut() -> bool) -> Page {
    match content::of(bytes, head.content_type, head.said_by) {
        Content::Html => html(bytes, head, keep_going),
        Content::Text => text(bytes, head, keep_going),
        Content::Pdf => pdf(bytes, keep_going),
        Content::NoText => Page { content: Content::NoText, ..Page::default() },
    }
}

/// Whether [`read`] takes the bytes for a PDF.
pub(crate) fn is_pdf(bytes: &[u8], head: &ContentHead<'_>) -> bool {
    content::of(bytes, head.content_type, head.said_by) == Content::Pdf
}

fn text(bytes: &[u8], head: &ContentHead<'_>, keep_going: &mut dyn FnMut() -> bool) -> Page {
    let url = Url::parse(head.url).ok();
    let decoded = charset::decode_from(bytes, head.content_type, Sniff::Plain, url.as_ref().and_then(tld));
    let visible = as_it_stands(&decoded.text);
    let unmarked = unmarked::read(&visible, head.content_type, head.url, keep_going);
    let without = |text: &str| marks::without_numbers(text).map(|pieces| pieces.concat());
    let no_marks = match unmarked.filter(|unmarked| *unmarked != visible) {
        Some(unmarked) => without(&unmarked).unwrap_or(unmarked),
        None => without(&visible).unwrap_or_default(),
    };
    let bare = transcribed::without(if no_marks.is_empty() { &visible } else { &no_marks });
    let replaced = decoded.replaced + controls(&decoded.text);
    let mut page = Page {
        texts: named([(TextName::Visible, visible), (TextName::NoMarks, bare.unwrap_or(no_marks))]),
        charset: decoded.charset,
        replaced,
        content: Content::Text,
        signs: Signs { empty: true, ..Signs::default() },
        ..Page::default()
    };
    page.show_signs("", &Parts::default(), false);
    page
}

/// Time is bounded by `keep_going`, memory by nothing.
fn pdf(bytes: &[u8], keep_going: &mut dyn FnMut() -> bool) -> Page {
    let mut pieces = Pieces::default();
    text::pdf::read(bytes.to_vec(), keep_going, &mut |piece| {
        pieces.add(piece);
        true
    });
    pieces.into_page()
}

fn html(bytes: &[u8], head: &ContentHead<'_>, keep_going: &mut dyn FnMut() -> bool) -> Page {
    let url = Url::parse(head.url).ok();
    let decoded = charset::decode_from(bytes, head.content_type, Sniff::Html, url.as_ref().and_then(tld));
    let (tree, cut_short) = if xhtml::is_said(head.content_type, head.url) {
        parse::parse(&xhtml::with_sections(&xhtml::with_ends(&decoded.text)), keep_going)
    } else {
        parse::parse(&decoded.text, keep_going)
    };
    let cut_short = cut_short.or_else(|| ends_in_comment(&tree, &decoded.text).then_some(CutShort::Damage));
    let controls = controls(&decoded.text);
    // The tree has the text now, and a large page is not held twice.
    let markup = signs::searched(decoded.text);
    let mut texts = walk::texts_of_page(tree.root_element(), markup.len());
    let frames_cut = with_frames(&mut texts, keep_going);
    let elements = telling::elements(&tree);
    let structured = structured::read(&elements, keep_going);
    let structured_cut = structured.cut_short;
    let mut metadata = metadata::read(&elements, &structured);
    if super::is_little(&texts.visible) {
        metadata.led(led::by_script(&elements, head.url));
    }
    if let Some(base) = &metadata.base {
        let led = [&mut metadata.refresh, &mut metadata.leads_on, &mut metadata.signs.refresh];
        led.into_iter().flatten().for_each(|to| *to = refresh::from_base(to, base, head.url));
    }
    let leads_on = metadata.refresh.is_some() || metadata.leads_on.is_some() || metadata.signs.refresh.is_some();
    let is_mute = !texts.visible.chars().any(char::is_alphanumeric);
    // The form of a login may wait for its script.
    if is_mute || signs::waits(&texts.visible) || metadata.signs.headings.is_empty() || metadata.signs.is_called_login()
    {
        metadata.signs.passwords += metadata.kept_passwords;
    }
    let script_shell = metadata.script_shell
        || is_mute && metadata.script_shell_if_mute
        || metadata.signs.scripted && signs::waits(&texts.visible)
        || metadata.signs.scripted && !leads_on && signs::trails_off(&texts.visible);
    let known = unshown::Known {
        tree: &tree,
        elements: &elements,
        url: url.as_ref(),
        structured: &structured,
        free: metadata.signs.free,
        refresh: metadata.leads_on.as_deref(),
        not_found: metadata.signs.is_not_found(),
        visible: &texts.visible,
        margins: &texts.sight.margins,
    };
    let unshown = unshown::read(&known);
    let (hidden, noscript_cut) = with_noscript(texts.hidden, &texts.noscript, keep_going);
    let replaced = memchr::memmem::find_iter(texts.visible.as_bytes(), "\u{fffd}").count() + controls;
    let mut page = Page {
        titles: metadata.titles,
        description: metadata.description,
        canonical: metadata.canonical,
        published: metadata.published,
        language: metadata.language,
        texts: named([
            (TextName::Visible, texts.visible),
            (TextName::NoMarks, texts.no_marks),
            (TextName::Hidden, hidden),
            (TextName::Structured, structured.text),
            (TextName::Meta, metadata.text),
            (TextName::Script, structured.script),
        ]),
        sight: texts.sight,
        charset: decoded.charset,
        replaced,
        cut_short: cut_short.or(frames_cut).or(structured_cut).or(noscript_cut),
        content: Content::Html,
        unread: None,
        script_shell,
        documents: url.as_ref().map(|url| linked::documents(&elements, url)).unwrap_or_default(),
        refresh: metadata.refresh,
        signs: metadata.signs.bounded(),
        own: String::new(),
        unshown,
    };
    let mut onward = page.unshown.iter().filter(|unshown| unshown.what == UnshownKind::Onward);
    page.signs.onward = onward.find_map(|unshown| unshown.at.clone());
    let leads_on = page.refresh.as_deref().is_some_and(|to| refresh::leads_on(to, head.url));
    page.show_signs(&markup, &texts.parts, leads_on);
    page
}

/// Characters that no text has, where there are more than strays: the escapes of another charset than the bytes were read in.
fn controls(text: &str) -> usize {
    // Without a branch, and so few at a time that a byte counts them.
    let is = |byte: u8, other: u8| u8::from(byte == other);
    let is_space = |byte| is(byte, b'\t') | is(byte, b'\n') | is(byte, b'\x0c') | is(byte, b'\r');
    let is_control = |byte| (u8::from(byte < b' ') | is(byte, 0x7f)) & !is_space(byte);
    let in_block = |block: &[u8]| usize::from(block.iter().map(|byte| is_control(*byte)).sum::<u8>());
    let count: usize = text.as_bytes().chunks(usize::from(u8::MAX)).map(in_block).sum();
    if count * ONE_CONTROL_IN > text.len() { count } else { 0 }
}

/// Whether the tree of `text` ends in a comment that nothing closes, and that has swallowed a good part of the page.
fn ends_in_comment(tree: &Html, text: &str) -> bool {
    let last = tree.tree.root().last_children().last();
    let swallowed = last.and_then(|node| node.value().as_comment().map(|comment| comment.len())).unwrap_or(0);
    let rest = floor_char_boundary(text, text.len().saturating_sub(swallowed));
    swallowed >= LONG_COMMENT && memchr::memmem::find(&text.as_bytes()[rest..], b"-->").is_none()
}

/// Frames whose markup stands in the page show their text in it; a browser that looks for words passes them over.
fn with_frames(texts: &mut walk::Texts, keep_going: &mut dyn FnMut() -> bool) -> Option<CutShort> {
    let mut cut = None;
    for markup in std::mem::take(&mut texts.frames) {
        let (tree, cut_short) = parse::parse(&markup, keep_going);
        cut = cut.or(cut_short);
        let inner = walk::texts(tree.root_element()).visible;
        if inner.is_empty() {
            continue;
        }
        for text in [&mut texts.visible, &mut texts.no_marks].into_iter().filter(|text| !text.is_empty()) {
            text.push('\n');
            text.push_str(&inner);
        }
        if texts.visible.is_empty() {
            texts.visible.clone_from(&inner);
        }
        let end = texts.visible.len();
        texts.sight.unsearched.push(Span::new(end - inner.len(), end));
    }
    cut
}

/// `<noscript>` holds markup that only browsers without scripts read.
fn with_noscript(hidden: String, markup: &str, keep_going: &mut dyn FnMut() -> bool) -> (String, Option<CutShort>) {
    if markup.trim().is_empty() {
        return (hidden, None);
    }
    let (tree, cut_short) = parse::parse(markup, keep_going);
    let more = walk::texts(tree.root_element()).visible;
    let separator = if hidden.is_empty() || more.is_empty() { "" } else { "\n" };
    (hidden + separator + &more, cut_short)
}

pub(super) fn named<const N: usize>(texts: [(TextName, String); N]) -> Vec<PageText> {
    texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| PageText { name, text }).collect()
}

fn tld(url: &Url) -> Option<&str> {
    let Some(Host::Domain(name)) = url.host() else { return None };
    name.trim_end_matches('.').rsplit('.').next()
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
#[cfg(test)]
#[path = "hostile_tests.rs"]
mod hostile_tests;
