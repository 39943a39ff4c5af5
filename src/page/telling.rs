//! The elements of a page that can tell something of it besides their text. Whoever asks what a page says of itself goes through
//! these, and the tree is walked once for all of them.

use scraper::{ElementRef, Html};

/// The elements of `html` in its order, but for plain ones without attributes.
pub(super) fn elements(html: &Html) -> Vec<ElementRef<'_>> {
    html.root_element().descendent_elements().filter(|element| is_telling(*element)).collect()
}

fn is_telling(element: ElementRef<'_>) -> bool {
    let value = element.value();
    !value.attrs.is_empty() || !holds_text(value.name())
}

/// Elements that hold text and say nothing of the page, unless an attribute does. Most of most pages.
fn holds_text(name: &str) -> bool {
    matches!(name, "p" | "li" | "ul" | "ol" | "td" | "tr" | "div" | "section" | "a" | "span" | "sup")
        || matches!(name, "b" | "i" | "em" | "strong" | "br")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_elements_are_left_out_where_no_attribute_says_anything() {
        let html =
            Html::parse_document("<p>a<p id=b>b<div><a>c</a><a href=d>d</a></div><h1>e</h1><app-root></app-root>");
        let names: Vec<&str> = elements(&html).into_iter().map(|element| element.value().name()).collect();
        assert_eq!(names, ["html", "head", "body", "p", "a", "h1", "app-root"]);
    }
}
