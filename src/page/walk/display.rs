//! How elements are shown: on lines of their own, in cells, in a line, or not at all.

use scraper::node::Element;
use scraper::{ElementRef, Node};

use crate::page::attribute::Attribute;

/// Elements whose content is no text of the page.
pub(super) const SKIPPED: [&str; 15] = [
    "script",
    "style",
    "head",
    "iframe",
    "embed",
    "noframes",
    "noembed",
    "frameset",
    "rp",
    "xml",
    "meter",
    "progress",
    // The source of a formula, beside the formula.
    "annotation",
    "annotation-xml",
    // What is typed most often.
    "datalist",
];

/// Elements whose content is there and not shown, or not as text of the page.
pub(super) const UNSHOWN: [&str; 8] =
    ["template", "object", "applet", "canvas", "audio", "video", "textarea", "select"];

/// Elements of a drawing that each hold a line of text.
const IN_DRAWINGS: [&str; 3] = ["text", "title", "desc"];

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 53] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
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
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "title",
    "tr",
    "ul",
    "xmp",
    "br",
];

/// Elements whose text the page takes back: a reader sees it struck out, and the page does not say it any more.
const STRUCK_OUT: [&str; 3] = ["del", "s", "strike"];

/// What an element does to the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Display {
    /// It is not shown.
    Hidden,
    /// It stands on lines of its own.
    Block,
    /// It is a cell of a table.
    Cell,
    /// Nothing.
    Inline,
}

/// What `element` does to the text around it.
pub(super) fn display(element: ElementRef<'_>) -> Display {
    let value = element.value();
    if value.attribute("hidden").is_some_and(|how| !how.eq_ignore_ascii_case("until-found"))
        || STRUCK_OUT.contains(&value.name())
        || value.name() == "svg"
        || (value.name() == "dialog" && value.attribute("open").is_none())
        || (value.name() != "summary" && element.parent().is_some_and(|parent| closed_details(parent.value())))
    {
        return Display::Hidden;
    }
    let by_name = match value.name() {
        "td" | "th" => Display::Cell,
        name if BLOCKS.contains(&name) || IN_DRAWINGS.contains(&name) => Display::Block,
        _ => Display::Inline,
    };
    styled(value).unwrap_or(by_name)
}

/// Whether an element is not shown, whatever it stands in.
pub(in crate::page) fn is_hidden(element: ElementRef<'_>) -> bool {
    display(element) == Display::Hidden || element.value().name() == "template"
}

/// Whether what an element holds is no text for a reader, whatever it stands in.
pub(in crate::page) fn is_unread(element: ElementRef<'_>) -> bool {
    let name = element.value().name();
    name == "noscript" || SKIPPED.contains(&name) || UNSHOWN.contains(&name) || is_hidden(element)
}

/// Whether `element` stands on lines of its own, but for what may hide it.
pub(super) fn is_block(element: &Element) -> bool {
    BLOCKS.contains(&element.name()) || styled(element) == Some(Display::Block)
}

/// Whether `element` is a box of its own in a line: an item of a row that a style sets, unless it is a letter, or a button
/// whose label is no word of the sentence.
pub(super) fn is_set_apart(element: ElementRef<'_>) -> bool {
    if is_block(element.value()) {
        return false;
    }
    let row = element.parent().and_then(ElementRef::wrap).is_some_and(|parent| sets_a_row(parent.value()));
    row && element.text().flat_map(str::chars).filter(|c| c.is_alphanumeric()).nth(1).is_some()
        || is_glued_label(element)
}

/// Whether `element` is a button with a label that a word stands beside without a space. One that is a word of the sentence has the
/// letters that this has, and spaces beside it: `lamp` and `s`. A label begins with a capital (`Share`), or a capital stands behind it,
/// as within no word (`subscribe` and `You`); in scripts without capitals no word goes on behind a button.
pub(super) fn is_glued_label(element: ElementRef<'_>) -> bool {
    if !is_button(element.value()) {
        return false;
    }
    let mut letters = element.text().flat_map(str::chars).filter(|c| c.is_alphanumeric());
    let Some(first) = letters.next() else { return false };
    let last = letters.last();
    let (before, behind) = (char_beside(element, Way::Before), char_beside(element, Way::Behind));
    let caseless = |c: char| c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase();
    let joined = |c: char| caseless(c) && !script_has_no_spaces(c);
    let begins = first.is_uppercase() && [before, behind].into_iter().flatten().any(char::is_alphanumeric);
    let camel = last.is_some_and(char::is_lowercase) && behind.is_some_and(char::is_uppercase);
    let joins = last.is_some_and(joined) && [before, behind].into_iter().flatten().any(joined);
    begins || camel || joins
}

fn is_button(element: &Element) -> bool {
    let called = |element: &Element| {
        let mut classes = element.attribute("class").into_iter().flat_map(str::split_ascii_whitespace);
        classes.any(|class| matches!(class, "btn" | "button"))
    };
    element.name() == "button"
        || matches!(element.name(), "a" | "span")
            && (element.attribute("role").is_some_and(|role| role.trim().eq_ignore_ascii_case("button"))
                || called(element))
}

/// Whether words of its script stand side by side without spaces.
fn script_has_no_spaces(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// Elements that are looked into, and out of, for the character beside a button.
const NESTED: usize = 4;

/// A side of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Before,
    Behind,
}

/// The character right beside `element` in its line, in whatever stands there, unless that is another button.
fn char_beside(element: ElementRef<'_>, way: Way) -> Option<char> {
    let mut part = *element;
    for _ in 0..NESTED {
        let mut found = if way == Way::Behind { part.next_sibling() } else { part.prev_sibling() };
        for _ in 0..NESTED {
            let Some(beside) = found else { break };
            found = match beside.value() {
                Node::Text(text) if way == Way::Behind => return text.chars().next(),
                Node::Text(text) => return text.chars().next_back(),
                Node::Element(inner) if is_block(inner) || is_button(inner) => return None,
                Node::Element(_) if way == Way::Behind => beside.first_child(),
                Node::Element(_) => beside.last_child(),
                _ if way == Way::Behind => beside.next_sibling(),
                _ => beside.prev_sibling(),
            };
        }
        part = part.parent().filter(|parent| matches!(parent.value(), Node::Element(outer) if !is_block(outer)))?;
    }
    None
}

/// Whether a style, or a class that frameworks have for it, puts the children of an element side by side as boxes.
fn sets_a_row(element: &Element) -> bool {
    const CLASSES: [&str; 4] = ["flex", "inline-flex", "d-flex", "d-inline-flex"];
    const VALUES: [&str; 4] = ["flex", "inline-flex", "grid", "inline-grid"];
    let class = element.attribute("class").unwrap_or_default();
    let styled = || {
        element.attribute("style").unwrap_or_default().split(';').any(|declaration| {
            let (property, value) = declaration.split_once(':').unwrap_or_default();
            let value = value.split('!').next().unwrap_or_default().trim();
            property.trim().eq_ignore_ascii_case("display") && VALUES.iter().any(|own| value.eq_ignore_ascii_case(own))
        })
    };
    class.split_ascii_whitespace().any(|class| CLASSES.contains(&class)) || styled()
}

/// Whether the style of an element keeps white space as it is written, in whatever it stands.
pub(super) fn keeps_spaces(element: &Element) -> bool {
    const KEEP: [&str; 3] = ["pre", "pre-wrap", "break-spaces"];
    let declarations = element.attribute("style").into_iter().flat_map(|style| style.split(';'));
    let mut values = declarations.filter_map(|declaration| declaration.split_once(':')).filter(|(property, _)| {
        ["white-space", "white-space-collapse"].iter().any(|own| property.trim().eq_ignore_ascii_case(own))
    });
    let last = values.next_back().map(|(_, value)| value.split('!').next().unwrap_or_default().trim());
    last.is_some_and(|value| {
        let kept = value.eq_ignore_ascii_case("preserve");
        kept || KEEP.iter().any(|own| value.eq_ignore_ascii_case(own))
    })
}

/// Whether a node is folded away but for its summary.
pub(super) fn closed_details(node: &Node) -> bool {
    matches!(node, Node::Element(element) if element.name() == "details" && element.attribute("open").is_none())
}

/// What a `style` attribute says, as far as it makes a difference here.
fn styled(element: &Element) -> Option<Display> {
    let style = element.attribute("style")?;
    let (mut display, mut floats) = (None, false);
    for declaration in style.split(';') {
        let Some((property, value)) = declaration.split_once(':') else { continue };
        let value = value.split('!').next().unwrap_or_default().trim();
        let is = |words: &[&str]| words.iter().any(|word| value.eq_ignore_ascii_case(word));
        match property.trim() {
            property if property.eq_ignore_ascii_case("display") => {
                if is(&["none"]) {
                    return Some(Display::Hidden);
                }
                if is(&["block", "flex", "grid", "table", "list-item", "flow-root"]) {
                    display = Some(Display::Block);
                }
            }
            property
                if ["text-decoration", "text-decoration-line"]
                    .iter()
                    .any(|name| property.eq_ignore_ascii_case(name))
                    && value.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("line-through")) =>
            {
                return Some(Display::Hidden);
            }
            property if property.eq_ignore_ascii_case("visibility") && is(&["hidden", "collapse"]) => {
                return Some(Display::Hidden);
            }
            // A large first letter that floats is still the beginning of its word.
            property if property.eq_ignore_ascii_case("float") => floats = is(&["left", "inline-start"]),
            _ => {}
        }
    }
    display.filter(|_| !floats)
}
