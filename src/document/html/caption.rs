//! Captions of figures that show a quotation: they say whose it is.

use super::tree::Event;
use super::writer::Writer;

/// Elements between a figure and what it shows.
const WITHIN: usize = 4;
/// Events between a caption and the quotation that it stands before.
const EVENTS: usize = 16;
/// The class of a block of verse.
const VERSE: &str = "verseblock";

impl Writer<'_, '_> {
    /// Whether an element is a quotation: `<blockquote>`, and what `AsciiDoc` makes of verse.
    pub(super) fn is_quotation(&self, element: usize) -> bool {
        let name = self.tree.elements[element].name.as_str();
        name == "blockquote" || name == "div" && self.has_class(element, VERSE)
    }

    /// Whether an element holds the lines of such verse, which are no code.
    pub(super) fn is_of_verse(&self, element: usize) -> bool {
        let own = &self.tree.elements[element];
        own.name == "pre" && own.parent.is_some_and(|parent| self.has_class(parent, VERSE))
    }

    fn has_class(&self, element: usize, name: &str) -> bool {
        self.tree.value(element, "class").is_some_and(|class| class.split_whitespace().any(|word| word == name))
    }

    /// A quotation ends.
    pub(super) fn close_quotation(&mut self, element: usize) {
        let quotation = self.quotations.pop();
        self.shown = quotation.zip(self.figure(element)).or(self.shown);
    }

    /// A caption begins: behind a quotation of its figure it is part of that, before one it leads to it.
    pub(super) fn open_caption(&mut self, element: usize) {
        let own = self.shown.filter(|(_, figure)| self.figure(element) == Some(*figure));
        if let Some((quotation, _)) = own {
            self.quotations.push(quotation);
            self.caption = Some((element, true));
        } else if self.stands_before_quotation(element) {
            self.leading_caption = Some(element);
        }
    }

    /// Whether an element is what ends a quotation, right within it, and says whose that is: `<cite>`, `<footer>`.
    pub(super) fn signs_quotation(&self, element: usize) -> bool {
        let tree = self.tree;
        let own = &tree.elements[element];
        if self.in_note || self.caption.is_some() || !matches!(own.name.as_str(), "cite" | "footer") {
            return false;
        }
        let Some(quotation) = own.parent.filter(|&parent| tree.elements[parent].name == "blockquote") else {
            return false;
        };
        let says = |events: std::ops::Range<usize>| {
            tree.events.get(events).unwrap_or_default().iter().any(|event| match event {
                Event::Text(range) => !tree.text[range.clone()].trim().is_empty(),
                _ => false,
            })
        };
        let around = &tree.elements[quotation].events;
        says(around.start..own.events.start) && !says(own.events.end..around.end)
    }

    /// What says at the end of a quotation whose that is begins: a line of its own.
    pub(super) fn open_signature(&mut self, element: usize) {
        self.end_block();
        if let Some(&quotation) = self.quotations.last() {
            self.quotations.push(quotation);
            self.caption = Some((element, true));
        }
    }

    /// A paragraph of a style for quotations begins: one behind another is the same quotation.
    pub(super) fn open_styled(&mut self, element: usize) {
        if !self.is_styled(element) {
            return;
        }
        let blocks = self.draft.blocks.len();
        let number = self.quotation_count;
        let goes_on = self.styled.filter(|(_, end)| *end == blocks).map(|(quotation, _)| quotation);
        self.quotation_count += usize::from(goes_on.is_none());
        self.quotations.push(goes_on.unwrap_or(number));
    }

    pub(super) fn close_styled(&mut self, element: usize) {
        if self.is_styled(element) {
            self.styled = self.quotations.pop().map(|quotation| (quotation, self.draft.blocks.len()));
        }
    }

    /// Whether an element has a style in which Word sets quotations apart, and stands in no other quotation.
    fn is_styled(&self, element: usize) -> bool {
        let class = self.tree.value(element, "class").unwrap_or_default();
        let is_style = |word: &str| word.starts_with("MsoQuote") || word.starts_with("MsoIntenseQuote");
        let quoted = |own: usize| self.tree.elements[own].name == "blockquote";
        class.split_whitespace().any(is_style) && !self.tree.around(element, WITHIN).skip(1).any(quoted)
    }

    fn stands_before_quotation(&self, caption: usize) -> bool {
        let tree = self.tree;
        let Some(figure) = self.figure(caption) else { return false };
        let behind = tree.elements[caption].events.end..tree.elements[figure].events.end;
        let mut behind = tree.events.get(behind).unwrap_or_default().iter().take(EVENTS);
        behind.any(|event| matches!(event, Event::Open(own) if tree.elements[*own].name == "blockquote"))
    }

    /// A dash stands before the words of a caption, as before every line that says whose a quotation is.
    pub(super) fn begin_caption(&mut self) {
        if let Some((caption, fresh @ true)) = &mut self.caption {
            *fresh = false;
            let tag = &self.tree.elements[*caption].tag;
            self.draft.prose.decoded("— ", tag.end..tag.end);
        }
    }

    pub(super) fn close_caption(&mut self, element: usize) {
        if self.caption.is_some_and(|(caption, _)| caption == element) {
            self.quotations.pop();
            self.caption = None;
        }
        self.leading_caption = self.leading_caption.filter(|&caption| caption != element);
    }

    /// The figure that an element stands in.
    fn figure(&self, element: usize) -> Option<usize> {
        self.tree.around(element, WITHIN).find(|&own| self.tree.elements[own].name == "figure")
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    #[test]
    fn verse_is_a_quotation_and_code_is_none() {
        let page = |class: &str, pre: &str| {
            format!(
                "<html><body><div class=\"{class}\"><pre class=\"{pre}\">Ding dong bell,\nthe clerk is in the well, \
                 https://c.test/x</pre><div class=\"attribution\">&#8212; Anon.<br><cite><a href=\"https://a.test/rhymes\">Rhymes\
                 </a></cite></div></div><p>It rang <a href=\"https://b.test/a\">here</a>.</p></body></html>"
            )
        };
        let quotes = |text: &str| -> Vec<String> {
            let document = parse(text, Format::Html, Limits::default());
            let own = document.blocks.iter().filter(|block| block.quotation().is_some());
            own.map(|block| document.text(&block.range()).to_string()).collect()
        };
        let verse = quotes(&page("verseblock", "content"));
        assert_eq!(verse, ["Ding dong bell, the clerk is in the well, https://c.test/x", "— Anon. Rhymes"]);
        assert!(quotes(&page("literalblock", "content")).is_empty());
    }
}
