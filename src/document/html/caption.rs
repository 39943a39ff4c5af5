//! Captions of figures that show a quotation: they say whose it is.

use super::writer::Writer;

/// Elements between a figure and what it shows.
const WITHIN: usize = 4;

impl Writer<'_, '_> {
    /// A quotation ends.
    pub(super) fn close_quotation(&mut self, element: usize) {
        let quotation = self.quotations.pop();
        self.shown = quotation.zip(self.figure(element)).or(self.shown);
    }

    /// A caption begins: behind a quotation of its figure it is part of that.
    pub(super) fn open_caption(&mut self, element: usize) {
        let own = self.shown.filter(|(_, figure)| self.figure(element) == Some(*figure));
        if let Some((quotation, _)) = own {
            self.quotations.push(quotation);
            self.caption = Some((element, true));
        }
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
    }

    /// The figure that an element stands in.
    fn figure(&self, element: usize) -> Option<usize> {
        self.tree.around(element, WITHIN).find(|&own| self.tree.elements[own].name == "figure")
    }
}
