//! What a printed page, or the margin of one, leaves amid the sentences of an edition on the web: the numbers of its pages and
//! paragraphs, notes beside the text, times of a transcript. Who quotes the sentence owes no ellipsis for them.

use scraper::{ElementRef, Node};

use super::display::is_block;
use super::marks::{first_of, text_of};
use crate::page::attribute::Attribute;

/// What the classes of numbers of pages and paragraphs are called, as far as many editions share them.
const NUMBERINGS: [&str; 26] = [
    "page-break",
    "page-label",
    "page-marker",
    "page-no",
    "page-num",
    "page-number",
    "page_break",
    "page_label",
    "page_num",
    "page_number",
    "pagebreak",
    "pagelabel",
    "pagemarker",
    "pageno",
    "pagenum",
    "pagenumber",
    "para-num",
    "para-number",
    "paragraph-number",
    "paranum",
    "paranumber",
    "pb",
    "pgno",
    "pgnum",
    "star-page",
    "tei-pb",
];

/// What notes beside the text, and those that come up over it, are called.
const NOTES: [&str; 11] = [
    "footnote",
    "margin-note",
    "marginalia",
    "marginnote",
    "side-note",
    "sidenote",
    "tip-text",
    "tiptext",
    "tooltip-content",
    "tooltip-text",
    "tooltiptext",
];

/// What stands for readers and editors, and is no word of the text.
const TOOLS: [&str; 4] = ["click-to-tweet", "mw-editsection", "tweet-this", "tweetthis"];

/// Elements in a line of text.
const IN_LINE: [&str; 11] = ["a", "b", "em", "i", "label", "small", "span", "strong", "sup", "time", "u"];

/// Characters of a note beside the text, and words of the shortest: one word could be one of the sentence.
const LONGEST_NOTE: usize = 1_500;
const SHORTEST_NOTE: usize = 3;

/// Digits of the number of a page: those of law reports have four.
const MOST_DIGITS: usize = 5;

/// Letters of a Roman number of a page.
const MOST_ROMAN: usize = 8;

/// What a transcript notes in brackets beside the words, letters only. Words that could be an aside are not among them.
const HEARD: [&str; 46] = [
    "aplausos",
    "applaudissements",
    "applaus",
    "applausi",
    "applause",
    "applauseandcheering",
    "applauseandcheers",
    "applauseandlaughter",
    "audiencelaughs",
    "audiencelaughter",
    "beifall",
    "booing",
    "boos",
    "cheering",
    "cheeringandapplause",
    "cheers",
    "cheersandapplause",
    "chuckles",
    "chuckling",
    "crosstalk",
    "gelach",
    "gelächter",
    "heiterkeit",
    "inaudible",
    "inaudibile",
    "inaudível",
    "indiscernible",
    "ininteligible",
    "lacht",
    "laughing",
    "laughs",
    "laughter",
    "laughterandapplause",
    "offmic",
    "oklaski",
    "overlappingconversation",
    "overlappingspeakers",
    "palmas",
    "ph",
    "risas",
    "risate",
    "rires",
    "risos",
    "unintelligible",
    "unverständlich",
    "аплодисменты",
];

/// The same, where only square brackets tell it from an aside.
const NOISES: [&str; 8] = ["coughs", "indistinct", "interruption", "music", "pause", "phonetic", "sighs", "смех"];

/// What the number of a page is led by.
const LEADS: [&str; 13] =
    ["pagina", "página", "seite", "page", "pag.", "pág.", "pg.", "pp.", "pg", "p.", "s.", "**", "*"];

/// What stands around the number of a page in a line of its own.
const DASHES: [char; 4] = ['-', '–', '—', '~'];

/// Whether `element` is the number of a page or a paragraph, a note in the margin, or the time of a line that is spoken.
pub(super) fn is_mark(element: ElementRef<'_>) -> bool {
    let value = element.value();
    let in_line = IN_LINE.contains(&value.name());
    if !in_line && !matches!(value.name(), "div" | "p" | "td" | "hr") {
        return false;
    }
    if is_called(element, &NUMBERINGS) || breaks_page(element) {
        return text_of(element).is_some_and(|text| is_number(&text));
    }
    if in_line && is_called(element, &NOTES) || has(element, "role", "tooltip") {
        return is_note(element);
    }
    if is_called(element, &TOOLS) {
        return text_of(element).is_some();
    }
    match value.name() {
        "p" if first_of(element).is_some_and(|first| DASHES.contains(&first)) => {
            text_of(element).is_some_and(|text| is_between_dashes(&text))
        }
        _ if in_line && begins_as_sign(element) => text_of(element)
            .is_some_and(|text| is_starred(&text) || is_remark(&text) || is_time(&text) && leads_line(element)),
        _ => false,
    }
}

/// Whether what stands in square brackets names a page, or what was heard besides words: `Pg 42`, `*42`, `laughter`.
pub(super) fn is_label(inner: &str) -> bool {
    let compact: String = inner.chars().filter(|c| !c.is_whitespace()).collect();
    is_led_number(&compact)
        || is_time(&compact) && compact.len() > 5
        || NOISES.contains(&sound(inner).as_str())
        || is_heard(inner)
}

/// Whether what stands in brackets of any kind is what a transcript notes beside the words: `laughter`, `inaudible 00:12:03`.
pub(super) fn is_heard(inner: &str) -> bool {
    const LONGEST: usize = 48;
    inner.len() <= LONGEST && HEARD.contains(&sound(inner).as_str())
}

/// Letters of what was heard, without the time and the full stop behind it.
fn sound(inner: &str) -> String {
    let untimed =
        inner.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ':' | '.' | '!'));
    untimed.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// Most elements are ruled out by their first letter.
fn begins_as_sign(element: ElementRef<'_>) -> bool {
    let first = element.text().take(2).find_map(|text| text.trim_start().chars().next());
    first.is_some_and(|c| c.is_ascii_digit() || matches!(c, '*' | '[' | '('))
}

fn is_called(element: ElementRef<'_>, names: &[&str]) -> bool {
    let mut classes = element.attribute("class").unwrap_or_default().split_ascii_whitespace();
    classes.any(|class| names.contains(&class.to_ascii_lowercase().as_str()))
}

fn has(element: ElementRef<'_>, attribute: &str, wanted: &str) -> bool {
    let said = element.attribute(attribute).unwrap_or_default();
    said.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(wanted))
}

/// `role=doc-pagebreak`, `epub:type=pagebreak`.
fn breaks_page(element: ElementRef<'_>) -> bool {
    has(element, "role", "doc-pagebreak") || has(element, "epub:type", "pagebreak")
}

/// Of some words, and no chapter.
fn is_note(element: ElementRef<'_>) -> bool {
    let (mut length, mut words) = (0, 0);
    for text in element.text() {
        length += text.len();
        words += text.split_whitespace().take(SHORTEST_NOTE).count();
        if length > LONGEST_NOTE {
            return false;
        }
    }
    words >= SHORTEST_NOTE
}

/// `42`, `[Pg 42]`, `{42}`, `p. 42`, `*42`, `xii`, `12.`; without white space.
pub(super) fn is_number(text: &str) -> bool {
    let bare = unbracketed(text);
    is_led_number(bare) || is_digits(bare.trim_end_matches('.')) || is_roman(bare) || is_between_dashes(text)
}

/// `Pg42`, `*42`.
fn is_led_number(text: &str) -> bool {
    let text = text.to_lowercase();
    let led = |lead: &&str| text.strip_prefix(*lead).is_some_and(|rest| is_digits(rest) || is_roman(rest));
    LEADS.iter().any(led)
}

/// `*42`, `[*42]`.
fn is_starred(text: &str) -> bool {
    let bare = unbracketed(text);
    bare.strip_prefix('*').is_some_and(|rest| is_digits(rest.trim_start_matches('*')))
}

/// `(laughter)`, `[crosstalk]`.
fn is_remark(text: &str) -> bool {
    let inner = unbracketed(text);
    inner.len() < text.len() && (is_heard(inner) || text.starts_with('[') && NOISES.contains(&sound(inner).as_str()))
}

/// `-42-`, `—42—`.
pub(super) fn is_between_dashes(text: &str) -> bool {
    let inner = text.strip_prefix(DASHES).and_then(|rest| rest.strip_suffix(DASHES));
    inner.is_some_and(|inner| is_digits(inner.trim_matches(DASHES)))
}

fn unbracketed(text: &str) -> &str {
    let pairs = [('[', ']'), ('{', '}'), ('(', ')')];
    let inner = pairs.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    inner.unwrap_or(text)
}

fn is_digits(text: &str) -> bool {
    (1..=MOST_DIGITS).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_roman(text: &str) -> bool {
    (1..=MOST_ROMAN).contains(&text.len()) && text.bytes().all(|byte| b"ivxlcIVXLC".contains(&byte))
}

/// `00:15`, `[01:02:03]`.
fn is_time(text: &str) -> bool {
    let parts: Vec<&str> = unbracketed(text).split(':').collect();
    let two = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (2..=3).contains(&parts.len()) && parts.iter().all(two) && parts[1..].iter().all(|part| part.len() == 2)
}

/// Whether `element` is the first that its line says, and not all of it: a train leaves `at 12:30`.
fn leads_line(element: ElementRef<'_>) -> bool {
    const NEIGHBOURS: usize = 8;
    let says = |node: &Node| match node {
        Node::Text(text) => !text.trim().is_empty(),
        Node::Element(_) => true,
        _ => false,
    };
    let in_block = element.parent().is_some_and(|parent| parent.value().as_element().is_some_and(is_block));
    in_block
        && !element.prev_siblings().take(NEIGHBOURS).any(|node| says(node.value()))
        && element.next_siblings().take(NEIGHBOURS).any(|node| says(node.value()))
}

#[cfg(test)]
mod tests;
