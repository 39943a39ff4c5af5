//! What stands in lists and tables: each item of them is one among others, and what it says is said of none but itself.

use scraper::node::Element;

use super::At;
use crate::span::Span;

/// A list or a table, while it is open.
#[derive(Debug, Clone, Copy)]
struct Open {
    depth: usize,
    start: usize,
    /// Bytes in links before it.
    linked: usize,
    items: usize,
    is_table: bool,
}

/// Finds them on the way through a page.
#[derive(Debug, Default)]
pub(super) struct Listings {
    open: Option<Open>,
    found: Vec<Span>,
}

/// Fewer items are a list where they are links.
const SEVERAL: usize = 2;
/// What no table of values has: those that have it are how a page is laid out.
const OF_LAYOUT: [&str; 13] = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "form", "table", "ul", "ol", "dl", "img"];

impl Listings {
    /// An element begins.
    pub(super) fn open(&mut self, element: &Element, at: At) {
        let name = element.name();
        self.open.take_if(|open| open.is_table && OF_LAYOUT.contains(&name));
        match (&mut self.open, name) {
            (None, "ul" | "ol" | "dl" | "table") => {
                let is_table = name == "table";
                self.open = Some(Open { depth: at.depth, start: at.length, linked: at.linked.0, items: 0, is_table });
            }
            (Some(open), "li" | "dt" | "tr") => open.items += 1,
            _ => {}
        }
    }

    /// An element ends.
    pub(super) fn close(&mut self, at: At) {
        if let Some(open) = self.open.take_if(|open| open.depth == at.depth) {
            let (length, linked) = (at.length - open.start, at.linked.0 - open.linked);
            // The line ends around an item are in no link.
            let is_linked = linked > 0 && 4 * linked >= 3 * length.saturating_sub(SEVERAL);
            if length > 0 && (open.items >= SEVERAL || open.items > 0 && is_linked) {
                self.found.push(Span::new(open.start, at.length));
            }
        }
    }

    /// All that was found.
    pub(super) fn finish(self) -> Vec<Span> {
        self.found
    }
}

#[cfg(test)]
mod tests {
    use crate::page::walk;

    fn listed(html: &str) -> Vec<String> {
        let texts = walk::texts(scraper::Html::parse_document(html).root_element());
        texts.parts.listed.iter().map(|span| texts.visible[span.range()].trim().replace('\n', " / ")).collect()
    }

    #[test]
    fn items_of_lists_and_cells_of_tables_are_told_from_what_stands_around_them() {
        for (html, found) in [
            ("<h1>A</h1><ul><li>One<li>Two</ul><p>Text", &["One / Two"][..]),
            ("<ol><li>One<ul><li>Inner</ul><li>Two</ol>", &["One / Inner / Two"]),
            ("<h1>A</h1><ul><li><a href=/x>Only</a></ul>", &["Only"]),
            ("<dl><dt>One<dd>Of it<dt>Two<dd>Of it</dl>", &["One / Of it / Two / Of it"]),
            ("<p>A</p><table><tr><td>One<td>1<tr><td>Two<td>2</table>", &["One\t1 / Two\t2"]),
            // A page that is laid out with a table, and a notice that its program gives as a list of one.
            ("<table><tr><td><h1>A</h1><tr><td>Text</table>", &[]),
            ("<table><tr><td><ul><li>One<li>Two</ul><tr><td>Text</table>", &["One / Two"]),
            ("<h1>A</h1><ul class=messages><li>The page is not there</ul>", &[]),
            ("<p>One<p>Two", &[]),
        ] {
            assert_eq!(listed(html), found, "{html}");
        }
    }
}
