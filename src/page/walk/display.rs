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

/// Whether `element` is a button with a label in capitals, `Share`, that a word stands beside without a space, in whatever element of
/// the line. One that is a word of the sentence has the letters that this has, and spaces beside it; behind small letters a capital
/// begins another word.
pub(super) fn is_glued_label(element: ElementRef<'_>) -> bool {
    if element.value().name() != "button" {
        return false;
    }
    let letters = || element.text().flat_map(str::chars).filter(|c| c.is_alphanumeric());
    let (next, last) = (beside(element, Side::Behind), beside(element, Side::Before));
    let glued = [next, last].into_iter().flatten().any(char::is_alphanumeric);
    let label = letters().next().is_some_and(|first| first.is_alphabetic() && !first.is_lowercase());
    let parted = next.is_some_and(char::is_uppercase) && letters().last().is_some_and(char::is_lowercase);
    glued && (label || parted)
}

/// Where something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// The character that stands right beside an element in its line; none where a line ends there.
fn beside(element: ElementRef<'_>, side: Side) -> Option<char> {
    /// How deep it can be wrapped, and elements without a text that may stand between.
    const WRAPPINGS: usize = 4;
    let mut node = *element;
    for _ in 0..WRAPPINGS {
        let next = match side {
            Side::Before => node.prev_sibling(),
            Side::Behind => node.next_sibling(),
        };
        let Some(next) = next else {
            let line = |parent: &ElementRef<'_>| !is_block(parent.value()) && parent.value().name() != "button";
            node = *node.parent().and_then(ElementRef::wrap).filter(line)?;
            continue;
        };
        node = next;
        let text = match node.value() {
            Node::Text(text) => at_edge(std::iter::once(&**text), side),
            Node::Element(_) => {
                let element = ElementRef::wrap(node).filter(|element| display(*element) == Display::Inline)?;
                at_edge(element.text(), side)
            }
            _ => None,
        };
        if text.is_some() {
            return text;
        }
    }
    None
}

fn at_edge<'t>(mut texts: impl Iterator<Item = &'t str>, side: Side) -> Option<char> {
    match side {
        Side::Before => texts.filter_map(|text| text.chars().next_back()).last(),
        Side::Behind => texts.find_map(|text| text.chars().next()),
    }
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
