//! Works that stand in no list of numbers, each in an element that short notes lead to, `<cite id="CITEREFDoe2019">`: what
//! their words say beside the address.

use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::entry::sentences::sentence_end;
use crate::document::entry::{self, EntryText};
use crate::document::{Role, Source};
use crate::span::Span;

use super::coins;
use super::notes;
use super::seen::Seen;
use super::writer::{Writer, trimmed};

/// Bytes of the longest work that is read.
const LONGEST: usize = 4_000;

/// A work, in the prose and in the file.
#[derive(Debug)]
pub(super) struct Work {
    range: Range<usize>,
    span: Span,
}

impl Writer<'_, '_> {
    /// What is set in bold at the front of its block, as titles of some styles are; further on it is the number of a volume.
    pub(super) fn leave_strong(&mut self, range: &Range<usize>) {
        let range = trimmed(self.draft.prose.text(), range.clone());
        let before = self.draft.prose.text()[..range.start]
            .trim_end_matches(|c: char| c.is_ascii_digit() || " .[]()".contains(c));
        if before.is_empty() || before.ends_with('\n') {
            self.seen.emphasised.push(range);
        }
    }

    /// What is shown in italics; an element that holds a whole reference marks no title by that.
    pub(super) fn leave_emphasis(&mut self, element: usize, range: &Range<usize>) {
        self.leave_work(element, range);
        let own = &self.tree.elements[element];
        let words = self.draft.prose.text()[range.clone()].trim();
        let of_wiki = || self.tree.value(element, "class").is_some_and(|class| class.starts_with("citation"));
        let is_whole =
            own.name == "cite" && (self.in_note && of_wiki() || words.len() <= LONGEST && is_reference(words));
        if !is_whole {
            self.seen.emphasised.push(range.clone());
        }
    }

    /// Keeps an element that short notes call by name.
    pub(super) fn leave_work(&mut self, element: usize, range: &Range<usize>) {
        let own = &self.tree.elements[element];
        let called = self.tree.value(element, "id").is_some_and(|id| id.starts_with("CITEREF"));
        if called && own.name == "cite" && !self.in_note && range.len() <= LONGEST {
            let range = trimmed(self.draft.prose.text(), range.clone());
            self.seen.works.push(Work { range, span: Span::new(own.tag.start, own.end) });
        }
    }
}

/// Whether words are all of a reference, and no title: names begin them, or a year stands behind several sentences.
fn is_reference(words: &str) -> bool {
    let behind = words.get(sentence_end(words)..).unwrap_or_default();
    let last = behind.get(sentence_end(behind)..).unwrap_or_default();
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let dated = || last.split(|c: char| !c.is_alphanumeric()).any(is_year);
    behind.contains(char::is_alphabetic) && (entry::begins_with_names(words) || dated())
}

/// Gives the links of such works what stands around them.
pub(super) fn fill(draft: &mut Draft<'_>, seen: &Seen) {
    if seen.works.is_empty() {
        return;
    }
    let links = draft.entries.iter().enumerate().filter(|(_, entry)| entry.role == Role::Link);
    let mut links: Vec<(usize, usize)> = links.map(|(at, entry)| (entry.span.start(), at)).collect();
    links.sort_unstable();
    for work in &seen.works {
        let from = links.partition_point(|(start, _)| *start < work.span.start());
        let own = links[from..].iter().take_while(|(start, _)| *start < work.span.end());
        let own: Vec<usize> = own.map(|(_, entry)| *entry).collect();
        let Some(source) = own.first().and_then(|&first| source(draft, seen, work, first)) else { continue };
        let first = &mut draft.entries[own[0]].source;
        let accessed = first.accessed.or(source.accessed);
        coins::fill(first, source);
        if first.accessed != accessed {
            first.accessed = accessed;
        }
    }
}

/// What a work says, if it is of the address of the entry `first`.
fn source(draft: &Draft<'_>, seen: &Seen, work: &Work, first: usize) -> Option<Source> {
    let (text, links, emphasised) = notes::parts(draft, seen, &work.range);
    // The element itself is shown like what is emphasised.
    let emphasised = emphasised.into_iter().filter(|range| range.len() < text.len()).collect();
    let reading = entry::read(&EntryText { text: &text, links, emphasised, order: draft.order });
    let own = reading.sources.into_iter().next()?;
    (own.url == draft.entries[first].source.url).then_some(own)
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    #[test]
    fn a_work_that_short_notes_lead_to_says_who_wrote_it_and_when() {
        let page = |work: &str| {
            format!(
                "<article><p>It \"moved by half a mile\".<sup><a href=\"#cite_note-3\">[3]</a></sup></p>\
                 <ol class=\"references\"><li id=\"cite_note-3\"><span><a href=\"#CITEREFDoe1988\">Doe 1988</a>, p. 23.</span></li></ol>\
                 <ul><li>{work}</li></ul></article>"
            )
        };
        let cite = "<cite id=\"CITEREFDoe1988\" class=\"citation\">Doe, Edgar (1988). \
                    <a href=\"https://a.test/sands\"><i>Moving Sands</i></a>. Harbour Press. Retrieved 3 May 2020.</cite>";
        let document = parse(&page(cite), Format::Html, Limits::default());
        assert_eq!(document.entries.len(), 2);
        for entry in &document.entries {
            let source = &entry.source;
            assert_eq!(source.title.as_deref(), Some("Moving Sands"));
            assert_eq!(source.authors, ["Doe, Edgar"]);
            assert_eq!(source.publisher.as_deref(), Some("Harbour Press"));
            assert_eq!(source.published.map(|day| day.to_string()).as_deref(), Some("1988"));
            assert_eq!(source.accessed.map(|day| day.to_string()).as_deref(), Some("2020-05-03"));
        }
        // Words around a link that nobody calls are those of the text.
        let loose = "Doe, Edgar (1988). <a href=\"https://a.test/sands\"><i>Moving Sands</i></a>.";
        let document = parse(&page(loose), Format::Html, Limits::default());
        assert!(document.entries.iter().all(|entry| entry.source.title.is_none()));
    }
}
