//! Takes out of the prose what chat programs have left in it and says nothing to a reader, and makes marks of the rest.

use std::collections::HashSet;
use std::ops::Range;

use crate::document::marker::leftover::{self, Leftover};
use crate::document::marker::notes::{Among, Found};
use crate::document::{BlockKind, Role, Shape};

use super::Draft;

impl Draft<'_> {
    /// Reads what chat programs have left, outside of code. The masks are in order.
    pub(super) fn read_leftovers(&mut self) {
        let found = leftover::find(self.prose.text());
        let masked = |range: &Range<usize>| {
            let next = self.masked.partition_point(|mask| mask.end <= range.start);
            self.masked.get(next).is_some_and(|mask| mask.start < range.end)
        };
        let found: Vec<_> = found.into_iter().filter(|(range, _)| !masked(range)).collect();
        let mut marks = Vec::new();
        for (range, leftover) in found {
            let in_entry = || self.block_kind_at(range.start).is_some_and(|kind| kind == BlockKind::Entry);
            match leftover {
                Leftover::Nothing => self.cuts.push(range),
                Leftover::Mark { numbers, written } if !in_entry() => marks.push((range, numbers, written)),
                Leftover::Mark { .. } => {}
            }
        }
        if !marks.is_empty() {
            self.add_marks(marks);
        }
        if !self.cuts.is_empty() {
            self.cut();
        }
    }

    fn block_kind_at(&self, at: usize) -> Option<BlockKind> {
        let next = self.blocks.partition_point(|block| block.range().end <= at);
        self.blocks.get(next).filter(|block| block.range().start <= at).map(|block| block.kind)
    }

    /// Marks that lead to the entries whose numbers they name, or nowhere.
    fn add_marks(&mut self, marks: Vec<(Range<usize>, Vec<String>, String)>) {
        let labels = |wanted: fn(Role) -> bool| -> HashSet<&str> {
            let own = self.entries.iter().filter(|entry| wanted(entry.role));
            own.map(|entry| entry.label.as_str()).collect()
        };
        let listed = labels(|role| matches!(role, Role::Listed { .. }));
        let defined = labels(|role| role == Role::Definition);
        let found = marks.into_iter().map(|(range, numbers, written)| {
            let has = |labels: &HashSet<&str>| numbers.iter().any(|number| labels.contains(number.as_str()));
            let (labels, among, shape) = if listed.contains(written.as_str()) {
                (vec![written], Among::Lists, Shape::Note)
            } else if has(&listed) {
                (numbers, Among::Lists, Shape::Note)
            } else if has(&defined) {
                (numbers, Among::Definitions, Shape::Note)
            } else {
                (vec![written], Among::Lists, Shape::Dead)
            };
            Found { labels, among, shape, span: self.prose.span(&range), range }
        });
        let found: Vec<Found> = found.collect();
        self.masked.extend(found.iter().map(|found| found.range.clone()));
        self.masked.sort_by_key(|mask| (mask.start, mask.end));
        self.leftover = found;
    }

    /// Takes the ranges out, and moves all that stands behind them.
    fn cut(&mut self) {
        let mut cuts = std::mem::take(&mut self.cuts);
        cuts.sort_by_key(|cut| cut.start);
        let cuts = apart(cuts);
        let lengths = cuts.iter().scan(0, |sum, cut| {
            *sum += cut.len();
            Some(*sum)
        });
        let lengths: Vec<usize> = lengths.collect();
        let to = |at: usize| {
            let next = cuts.partition_point(|cut| cut.end <= at);
            let before = next.checked_sub(1).map_or(0, |last| lengths[last]);
            let within = cuts.get(next).filter(|cut| cut.start < at).map_or(0, |cut| at - cut.start);
            at - before - within
        };
        let to_range = |range: Range<usize>| to(range.start)..to(range.end);
        let moved = |range: &mut Range<usize>| *range = to_range(range.clone());
        self.prose.cut(&cuts);
        self.blocks.iter_mut().for_each(|block| *block = block.at(to_range(block.range())));
        self.blocks.retain(|block| !block.range().is_empty());
        self.masked.iter_mut().chain(&mut self.local).chain(&mut self.items).for_each(moved);
        self.pictures.iter_mut().chain(self.gaps.iter_mut().map(|gap| &mut gap.at)).for_each(|at| *at = to(*at));
        for entry in &mut self.entries {
            entry.stretch = entry.range().map(|range| to_range(range).into());
            entry.quotes.iter_mut().for_each(moved);
        }
        self.found.iter_mut().chain(&mut self.leftover).for_each(|found| moved(&mut found.range));
        self.links.iter_mut().for_each(|link| link.stretch = to_range(link.range()).into());
    }
}

/// Ranges in order without those that begin within another.
fn apart(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        if apart.last().is_none_or(|last| last.end <= range.start) {
            apart.push(range);
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use crate::document::shown::grows_with_the_text;
    use crate::document::{Document, Format, Limits, Shape, parse};

    const TEXT: &str = "[cite_start]The board said “the tide rose” in May[cite: 1]. It said “a wall is[web:2] built”[cite: 1, 2].[cite_start] So [1†source].";

    fn marks(document: &Document) -> Vec<(String, usize)> {
        let notes = document.markers.iter().filter(|marker| marker.shape.is_note());
        notes.map(|marker| (marker.labels.join(" "), marker.entries.len())).collect()
    }

    #[test]
    fn what_a_chat_program_leaves_is_a_mark_where_a_list_has_its_number() {
        for (format, heading) in [(Format::Markdown, "## References"), (Format::Plain, "References")] {
            let text = format!(
                "{TEXT}\n\n{heading}\n\n1. Board. “Tide.” https://a.test/1\n2. Town. “Wall.” https://a.test/2\n"
            );
            let document = parse(&text, format, Limits::default());
            let expected = [("1", 1), ("2", 1), ("1 2", 2), ("1", 1)].map(|(label, led)| (label.to_owned(), led));
            assert_eq!(marks(&document), expected);
            assert!(
                document.prose.text().starts_with("The board said “the tide rose” in May[cite: 1]. It"),
                "{:?}",
                document.prose
            );
            for marker in document.markers.iter().filter(|marker| marker.shape.is_note()) {
                assert!(text[marker.span.range()].starts_with('['), "{marker:?}");
            }
        }
    }

    #[test]
    fn without_a_list_it_leads_nowhere() {
        let text = format!(
            "{TEXT} He said “so it was citeturn0search1 there” and left:contentReference[oaicite:0]{{index=0}}.\n"
        );
        for format in [Format::Markdown, Format::Plain, Format::Wikitext, Format::Org, Format::Rst, Format::Asciidoc] {
            let document = parse(&text, format, Limits::default());
            let dead = document.markers.iter().filter(|marker| marker.shape == Shape::Dead).count();
            assert_eq!((dead, document.markers.len()), (6, 6), "{format:?} {:?}", document.markers);
        }
    }

    #[test]
    fn a_mark_that_is_left_says_nothing_of_the_others() {
        let text = "[cite_start]It “rose by feet”.1 It “fell by feet”.[cite: 3] It “stood still”.2\n\n## Works cited\n\n1. A, https://a.test/1\n\
                    2. B, https://a.test/2\n3. C, https://a.test/3\n";
        let document = parse(text, Format::Markdown, Limits::default());
        assert_eq!(marks(&document), [("1", 1), ("3", 1), ("2", 1)].map(|(label, led)| (label.to_owned(), led)));
    }

    #[test]
    fn code_is_left_as_it_is() {
        let document = parse("Write `[cite_start]` and `[cite: 1]`.\n", Format::Markdown, Limits::default());
        assert_eq!((document.prose.text(), document.markers.len()), ("Write [cite_start] and [cite: 1].", 0));
    }

    #[test]
    fn marks_around_a_passage_are_taken_out_of_markdown() {
        let document =
            parse("[span_0](start_span)It “rose so high”[span_0](end_span). So\n", Format::Markdown, Limits::default());
        assert_eq!(document.prose.text(), "It “rose so high”. So");
    }

    #[test]
    fn marks_of_every_sort_are_read_in_linear_time() {
        const LIST: &str = "\n\nReferences\n\n(1) Byrd, Ann. “The Tide.” 2019. https://a.test/1\n(2) Cole, Max. “The Wall.” https://a.test/2\n";
        const WORKS: &str = "\n\nWorks Cited\n\nByrd, Ann. “The Tide.” Post, 2019, https://a.test/1.\n\nCole, Max. “The Wall.” https://a.test/2.\n";
        const SIGNS: &str = "\n\n* Byrd, https://a.test/1\n† Cole, https://a.test/2\n";
        let parts = [
            "[cite: 1] ",
            "[cite_start]",
            "【1†",
            "†",
            "[turn0",
            "turn",
            "entity[\"a\",\"b\"]",
            "\u{e200}cite\u{e202}",
            "(1) ",
            "(Byrd 1) ",
            "“so” (4) ",
            "(",
            "a^1 ",
            "a* ",
            "*a ",
            "[1]\n",
            "[1] https://a.test\n\n",
            "* a\n† b\n",
            "Byrd ",
        ];
        for part in parts {
            for (format, list) in
                [(Format::Plain, LIST), (Format::Plain, SIGNS), (Format::Markdown, LIST), (Format::Markdown, WORKS)]
            {
                grows_with_the_text(part, |text| drop(parse(&format!("{text}{list}"), format, Limits::default())));
            }
        }
    }
}
