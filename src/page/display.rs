//! How elements are shown: on lines of their own, in cells, in a line, or not at all.

use scraper::node::Element;
use scraper::{ElementRef, Node};

use super::attribute::Attribute;

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
