//! Notes whose marks stand elsewhere, and quotations that are one command.

use std::ops::Range;

use crate::document::BlockKind;
use crate::span::Span;

use super::argument::{self, group, option, skip_option};
use super::writer::Writer;

impl Writer<'_, '_> {
    /// `\footnote{…}`
    pub(super) fn footnote(&mut self, at: usize, behind: usize, end: usize) -> usize {
        let from = skip_option(self.text, behind, end);
        let Some((inner, behind)) = group(self.text, from, end) else { return from };
        let (label, place) = (self.gathered.next_mark(), self.mark_place());
        self.gathered.note_here(&label, Some(vec![inner]), place, Span::new(at, behind));
        behind
    }

    /// Notes to a title, which stand in a block of their own.
    pub(super) fn remarks(&mut self, remarks: Vec<Range<usize>>) {
        if !remarks.is_empty() {
            self.end_block();
            for own in remarks {
                self.nested(own);
            }
            self.end_block();
        }
    }

    /// Takes the notes of a title out of the arguments of a command that shows nothing else here; gives their end.
    pub(super) fn remarks_of(&mut self, command: &str, arguments: Range<usize>) -> usize {
        if matches!(command, "title" | "author") {
            self.remarks(argument::remarks(self.text, arguments.clone()));
        }
        arguments.end
    }

    /// `\footnotemark`, or with its number in brackets.
    pub(super) fn note_mark(&mut self, at: usize, behind: usize, end: usize) -> usize {
        let number = option(self.text, behind, end);
        let (label, behind) = match number {
            Some((inner, behind)) => (format!("#{}", self.text[inner].trim()), behind),
            None => (self.gathered.next_mark(), behind),
        };
        let place = self.mark_place();
        self.gathered.point(&label, place, Span::new(at, behind));
        behind
    }

    /// `\footnotetext{…}`, the note of the last mark, or of the one with its number.
    pub(super) fn note_text(&mut self, at: usize, behind: usize, end: usize) -> usize {
        let number = option(self.text, behind, end).map(|(inner, _)| format!("#{}", self.text[inner].trim()));
        let Some((inner, behind)) = group(self.text, skip_option(self.text, behind, end), end) else { return behind };
        let label = number.unwrap_or_else(|| self.gathered.last_mark());
        self.gathered.note(&label, vec![inner], at);
        behind
    }

    /// `\epigraph{words}{who}`: a quotation, and below it who said it.
    pub(super) fn epigraph(&mut self, behind: usize, end: usize) -> usize {
        let Some((words, next)) = group(self.text, behind, end) else { return behind };
        let Some((who, behind)) = group(self.text, next, end) else { return next };
        let outer = self.quotation;
        self.end_block();
        self.quotation = Some(self.quotations);
        self.quotations += 1;
        self.nested(words);
        self.end_block();
        self.kind = BlockKind::Paragraph;
        self.sign("— ", who.start, who.start);
        self.nested(who);
        self.end_block();
        self.quotation = outer;
        behind
    }
}
