//! Note marks: what stands in a sentence and is no part of it.

use scraper::ElementRef;

use super::printed;
use super::writer::Writer;
use crate::page::attribute::Attribute;
use crate::span::floor_char_boundary;

/// A longer text is no mark: `[citation needed]` is one.
const LONGEST_MARK: usize = 24;
/// The same of the remarks of editors in plain text.
const LONGEST_REMARK: usize = 40;
/// A mark is a link and a few brackets; a look at more would make nested elements expensive.
const MOST_NODES: usize = 32;
/// No page has more notes than fit three digits.
const MOST_DIGITS: usize = 3;

/// Whether `element` is a note mark or a reading aid; `before` is the character in front of it.
pub(in crate::page) fn is_mark(element: ElementRef<'_>, before: Option<char>) -> bool {
    match element.value().name() {
        "rt" | "rtc" => true,
        "sup" => text_of(element).is_some_and(|mark| {
            // A bare number can be an exponent, unless it follows the stop of a sentence, or a sign.
            is_bracketed(&mark)
                || is_symbol(&mark)
                || is_part_of_mark(&mark)
                || is_called_mark(element)
                || numbers_lines(element)
                || (is_number(&mark)
                    && (has_note_link(element)
                        || before.is_some_and(|c| is_stop(c) || matches!(c, '%' | '‰' | '€' | '£' | '°'))))
                || (mark.chars().count() <= MOST_DIGITS && has_note_link(element))
        }),
        "a" => {
            leads_to_note(element)
                && text_of(element).is_some_and(|mark| is_bracketed(&mark) || is_symbol(&mark) || is_number(&mark))
        }
        "span" | "b" | "strong" | "td" | "th" => numbers_lines(element),
        _ => false,
    }
}

/// Whether `element` is a letter that leads to a note of a table or a name, behind a word, `sleep<sup>a</sup>`, or a list of the numbers of
/// notes. Ends of abbreviations that are raised are other letters. Behind a year or a larger number, `2019<sup>b</sup>`, no letter
/// raises it, while `1<sup>a</sup>` is the first.
pub(super) fn is_raised_letter(element: ElementRef<'_>, written: &Writer) -> bool {
    if element.value().name() != "sup" {
        return false;
    }
    let is_letter = |mark: &str| mark.split(',').all(|letter| matches!(letter, "a" | "b" | "c" | "d"));
    // `such lamps<sup>2,3</sup>`, `<sup>2–4</sup>`: no power is a list.
    let is_list = |mark: &str| is_number(mark) && mark.contains(|c: char| !c.is_ascii_digit());
    let behind_word = written.ends_in_word();
    (behind_word || written.ends_in_large_number())
        && text_of(element).is_some_and(|mark| is_letter(&mark) || behind_word && is_list(&mark))
}

/// What the classes of numbers of verses and lines are called, as far as many pages share them.
const NUMBERINGS: [&str; 13] = [
    "versenum",
    "versenumber",
    "verse-num",
    "verse-number",
    "verse_num",
    "verse_number",
    "vnum",
    "lineno",
    "linenum",
    "linenumber",
    "line-number",
    "line-num",
    "line_number",
];

/// Whether `element` counts the verses or lines of a text that goes on behind it.
fn numbers_lines(element: ElementRef<'_>) -> bool {
    let mut classes = element.attribute("class").unwrap_or_default().split_ascii_whitespace();
    classes.any(|class| NUMBERINGS.contains(&class.to_ascii_lowercase().as_str()))
        && text_of(element).is_some_and(|number| is_number(&number))
}

/// The last part of the names of classes whose elements are only read out, as far as many pages share them.
const FOR_LISTENERS: [&str; 8] = [
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "hidden-visually",
    "screen-reader-text",
    "screen-reader-only",
    "element-invisible",
    "a11y-hidden",
];

/// Whether `element` is read out and not shown: `(opens in a new tab)` in the middle of a sentence.
pub(super) fn is_for_listeners(element: ElementRef<'_>) -> bool {
    let classes = element.attribute("class").unwrap_or_default().split_ascii_whitespace();
    classes.map(str::to_ascii_lowercase).any(|class| FOR_LISTENERS.iter().any(|name| class.ends_with(name)))
}

/// The pieces of `text` without marks of notes in brackets (`[12]`, `[3, 4]`, `[n 11]`, `[a]`, `[citation needed]`), without
/// `(laughter)` and its like, and the space before them, if it has any.
pub(in crate::page) fn without_numbers(text: &str) -> Option<Vec<&str>> {
    let (mut pieces, mut from) = (Vec::new(), 0);
    for at in memchr::memchr2_iter(b'[', b'(', text.as_bytes()) {
        let open = &text[at..=at];
        let close = if open == "[" { ']' } else { ')' };
        let rest = &text[at + 1..];
        let near = &rest[..floor_char_boundary(rest, LONGEST_REMARK)];
        let inner = near.find(close).map(|end| &near[..end]);
        let end = inner.map_or(at, |inner| at + inner.len() + 2);
        let compact = || inner.unwrap_or_default().chars().filter(|c| *c != ' ').collect::<String>();
        // Where a mark ends, the next can begin.
        let follows = at == from && from > 0 || ends_word(&text[..at]) || begins_line(&text[..at], &text[end..]);
        let glued = text[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '(' | '='));
        let label = || inner.is_some_and(|inner| is_label(inner, text[..at].ends_with(char::is_whitespace)));
        let mark = || open == "[" && follows && (is_number(&compact()) || label());
        let heard = || !text[..at].ends_with(char::is_alphanumeric) && inner.is_some_and(printed::is_heard);
        if at >= from && inner.is_some() && !glued && (mark() || heard()) {
            pieces.push(text[from..at].trim_end_matches([' ', '\u{a0}']));
            from = end;
        }
    }
    (from > 0).then(|| {
        pieces.push(&text[from..]);
        pieces
    })
}

/// The label of a note that is no bare number, and the remarks of an encyclopedia's editors. A letter alone is one where it
/// is glued to what stands before it: `so it is.[a]`.
fn is_label(inner: &str, apart: bool) -> bool {
    const GROUPS: [&str; 8] = ["n", "nb", "note", "notes", "fn", "r", "ref", "N"];
    let (group, number) = inner.split_once([' ', '\u{a0}']).unwrap_or(("", ""));
    let letter = inner.len() == 1 && inner.starts_with(|c: char| c.is_ascii_lowercase());
    letter && !apart
        || inner.strip_prefix('^').is_some_and(|label| !label.is_empty() && !label.contains(char::is_whitespace))
        || GROUPS.contains(&group) && is_number(number)
        || inner.ends_with(" needed")
        || printed::is_label(inner)
        || matches!(inner, "who?" | "when?" | "where?" | "which?" | "why?" | "how?" | "according to whom?" | "by whom?")
}

/// Whether a word or a sentence ends here; a letter alone is the name of a list of numbers.
fn ends_word(before: &str) -> bool {
    let mut back = before.trim_end_matches([' ', '\u{a0}']).chars().rev();
    let (last, next) = (back.next(), back.next());
    last.is_some_and(|last| is_stop(last) || last.is_alphanumeric() && next.is_some_and(char::is_alphanumeric))
}

/// Whether a mark that begins a line stands within a sentence that goes on behind it: no entry of a list does so.
fn begins_line(before: &str, behind: &str) -> bool {
    let line = before.trim_end_matches([' ', '\u{a0}']).strip_suffix('\n');
    let open = line.is_some_and(|line| line.trim_end().ends_with(|c: char| c.is_alphabetic() || c == ','));
    open && behind.trim_start_matches([' ', '\u{a0}']).starts_with(|c: char| c.is_lowercase() || ".,;:".contains(c))
}

/// Whether `element` raises a number, with or without its sign, right after a letter or digit: as a power, or as a note.
/// Written on the line it would make another number.
pub(super) fn is_raised_number(element: ElementRef<'_>, before: Option<char>) -> bool {
    element.value().name() == "sup"
        && before.is_some_and(|c| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c))
        && text_of(element).is_some_and(|number| {
            let digits = number.strip_prefix(['+', '-', '−', '–']).unwrap_or(&number);
            (1..=MOST_DIGITS).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// `number` in raised digits.
pub(super) fn raised(number: &str) -> String {
    let raise = |c: char| match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        '+' => '⁺',
        '-' | '−' | '–' => '⁻',
        other => other,
    };
    number.chars().map(raise).collect()
}

/// The text without white space, if the element is small enough for a mark.
pub(in crate::page) fn text_of(element: ElementRef<'_>) -> Option<String> {
    if element.descendants().nth(MOST_NODES).is_some() {
        return None;
    }
    let (mut mark, mut length) = (String::new(), 0);
    for c in element.text().flat_map(str::chars).filter(|c| !c.is_whitespace()) {
        length += 1;
        if length > LONGEST_MARK {
            return None;
        }
        mark.push(c);
    }
    (length > 0).then_some(mark)
}

/// What [`text_of`] begins with, if it is anything: most elements are ruled out by it.
pub(in crate::page) fn first_of(element: ElementRef<'_>) -> Option<char> {
    let nodes = element.descendants().take(MOST_NODES + 1);
    let mut texts = nodes.filter_map(|node| node.value().as_text());
    texts.find_map(|text| text.trim_start().chars().next())
}

fn leads_to_note(link: ElementRef<'_>) -> bool {
    link.attribute("href").is_some_and(|href| href.contains('#'))
}

fn has_note_link(element: ElementRef<'_>) -> bool {
    element.descendent_elements().any(|child| child.value().name() == "a" && leads_to_note(child))
        || element
            .ancestors()
            .take(2)
            .filter_map(ElementRef::wrap)
            .any(|parent| parent.value().name() == "a" && leads_to_note(parent))
}

/// `[1]`, `(12)`, `[a]`, `[citationneeded]`, `[1][2]`.
fn is_bracketed(mark: &str) -> bool {
    (mark.starts_with('[') && mark.ends_with(']'))
        || mark.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).is_some_and(is_number)
}

/// `1`, `1,2`, `3–5`.
fn is_number(mark: &str) -> bool {
    let parts = mark.split([',', ';', '-', '–']);
    parts.clone().count() <= 5
        && parts
            .into_iter()
            .all(|part| (1..=MOST_DIGITS).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `:12–14`, `:45`, `p.33`: where in the source of the mark before it.
fn is_part_of_mark(mark: &str) -> bool {
    let page = ["pp.", "p.", "S."].iter().find_map(|sign| mark.strip_prefix(sign));
    page.is_some_and(|page| page.starts_with(|c: char| c.is_ascii_digit()))
        || mark.strip_prefix(':').is_some_and(|place| place.starts_with(char::is_alphanumeric))
}

/// Whether its page calls the element a mark of a reference, whatever is in it: `p. 33`.
fn is_called_mark(element: ElementRef<'_>) -> bool {
    let mut classes = element.attribute("class").unwrap_or_default().split_ascii_whitespace();
    classes.any(|class| matches!(class, "reference" | "footnote-ref" | "noteref"))
}

fn is_symbol(mark: &str) -> bool {
    mark.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶' | '‖' | '↑' | '↩' | '^' | '\u{fe0e}'))
}

fn is_stop(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '"'
            | '\''
            | ')'
            | ']'
            | '”'
            | '’'
            | '»'
            | '…'
            | '。'
            | '」'
            | '』'
            | '、'
            | '，'
            | '；'
            | '：'
            | '！'
            | '？'
            | '）'
            | '।'
            | '۔'
            | '،'
    )
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use crate::page::walk::texts;

    #[test]
    fn a_raised_list_of_numbers_behind_a_word_is_of_notes() {
        let no_marks = |html: &str| texts(Html::parse_document(html).root_element()).no_marks;
        for html in [
            "such lamps<sup>2,3</sup> burn",
            "such lamps<sup>2–4</sup> burn",
            "such lamps<sup>1, 5</sup> burn",
            "such lamps<sup>1-3</sup> burn",
        ] {
            assert_eq!(no_marks(html).trim(), "such lamps burn", "{html}");
        }
        for html in ["10<sup>1,5</sup> of it", "x<sup>2-1</sup> of it", "such lamps<sup>2</sup> burn"] {
            assert_eq!(no_marks(html), "", "{html}");
        }
    }
}
