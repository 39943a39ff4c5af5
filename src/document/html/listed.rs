//! Lists of sources that no link leads to: under a heading that names them, or numbered where the text names their numbers.

use std::ops::Range;

use crate::document::BlockKind;
use crate::document::draft::Draft;
use crate::document::entry::Link;
use crate::document::list::heading::{Named, names_references};
use crate::document::list::label::{self, Family};
use crate::document::list::named::named;
use crate::document::list::remark;
use crate::document::list::spoken::quotes_somebody;

use super::described::Part;
use super::seen::{Item, Seen};
use super::services;

mod signed;

/// An entry of a list.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    pub(super) list: usize,
    pub(super) label: Option<String>,
    pub(super) item: Item,
    /// Where the label begins, in the prose.
    marked: usize,
}

/// An entry with the label that it begins with, and the bytes of that.
#[derive(Debug, Clone)]
struct Labelled {
    label: Option<String>,
    length: usize,
    item: Item,
}

impl Labelled {
    fn new(label: Option<String>, item: Item) -> Self {
        Self { label, length: item.lead, item }
    }

    fn listed(self, list: usize) -> Listed {
        let Self { label, length, mut item } = self;
        let marked = item.range.start;
        item.range.start = (marked + length).min(item.range.end);
        Listed { list, label, item, marked }
    }
}

/// The entries of every list that stand apart from `taken`, in which notes stand.
pub(super) fn find(draft: &mut Draft<'_>, seen: &Seen, taken: &[Range<usize>]) -> Vec<Listed> {
    let mut taken = taken.to_vec();
    taken.sort_by_key(|range| range.start);
    let lists = Lists { draft, seen, taken: &taken };
    let mut found = lists.headed();
    if found.is_empty() && taken.is_empty() && !seen.links.is_empty() {
        found = lists.pointed();
        if found.is_empty() {
            found = lists.signed();
        }
    }
    part_blocks(draft, &found);
    found
}

struct Lists<'l, 'a> {
    draft: &'l Draft<'a>,
    seen: &'l Seen,
    taken: &'l [Range<usize>],
}

/// What a heading, or a line that stands for one, opens.
struct Opening {
    named: Named,
    /// Where the list begins.
    from: usize,
    /// The block of the heading.
    block: usize,
}

impl Lists<'_, '_> {
    fn words(&self, range: &Range<usize>) -> &str {
        &self.draft.prose.text()[range.clone()]
    }

    fn is_linked(&self, range: &Range<usize>) -> bool {
        let from = self.seen.links.partition_point(|seen| seen.link.range.start < range.start);
        self.seen.links.get(from).is_some_and(|seen| seen.link.range.start < range.end)
    }

    /// Whether all of these are nothing but links to other places of the page: its contents.
    fn are_contents(&self, own: &[Labelled]) -> bool {
        let within = |own: &Labelled| {
            let range = &own.item.range;
            let from = self.seen.links.partition_point(|seen| seen.link.range.start < range.start);
            let link = self.seen.links.get(from).map(|seen| &seen.link).filter(|link| link.range.end <= range.end);
            let rest = |link: &Link| {
                let words = [range.start + own.length.min(range.len())..link.range.start, link.range.end..range.end];
                words.into_iter().all(|part| part.start >= part.end || !self.words(&part).contains(char::is_alphabetic))
            };
            link.is_some_and(|link| link.url.starts_with('#') && rest(link))
        };
        !own.is_empty() && own.iter().all(within)
    }

    /// Whether at least half of those that cite are sentences that quote somebody, and neither have a label nor begin with a link.
    fn are_spoken(&self, own: &[Labelled]) -> bool {
        let spoken = |own: &&Labelled| {
            let range = own.item.range.start + own.length.min(own.item.range.len())..own.item.range.end;
            let first = self.seen.links.partition_point(|seen| seen.link.range.start < range.start);
            let begins = self.seen.links.get(first).is_some_and(|seen| seen.link.range.start == range.start);
            own.label.is_none() && !begins && quotes_somebody(self.words(&range))
        };
        let tells = |own: &&Labelled| self.is_linked(&own.item.range) || remark::tells(self.words(&own.item.range));
        let count = own.iter().filter(spoken).count();
        count > 0 && count >= own.iter().filter(|own| !spoken(own) && tells(own)).count()
    }

    fn is_apart(&self, item: &Item) -> bool {
        let next = self.taken.partition_point(|range| range.end <= item.range.start);
        self.taken.get(next).is_none_or(|range| range.start >= item.range.end)
    }

    /// Whether an item is a part of the reference that it stands in: an author, or a link to a service.
    fn is_part(&self, item: &Item) -> bool {
        let first = self.seen.parts.partition_point(|(_, range)| range.start < item.range.start);
        let own = self.seen.parts[first..].iter().take_while(|(_, range)| range.start == item.range.start);
        let is_author = own.into_iter().any(|(part, range)| *part == Part::Author && range.end >= item.range.end);
        is_author || services::is_service(self.words(&item.range))
    }

    fn headed(&self) -> Vec<Listed> {
        let blocks = &self.draft.blocks;
        let openings: Vec<Opening> = (0..blocks.len()).filter_map(|index| self.opening(index)).collect();
        let (mut found, mut list) = (Vec::new(), 0);
        for (at, opening) in openings.iter().enumerate() {
            let next = openings.get(at + 1).map_or(blocks.len(), |next| next.block);
            let heading = blocks[opening.block + 1..next].iter().find(|block| block.kind == BlockKind::Heading);
            let end = heading.or(blocks.get(next)).map_or(self.draft.prose.len(), |next| next.range().start);
            let own = self.under(opening, opening.from..end.max(opening.from));
            let linked = own.iter().any(|own| self.is_linked(&own.item.range));
            let unsure = opening.named == Named::Perhaps && (!linked || self.are_spoken(&own));
            if own.is_empty() || unsure || self.are_contents(&own) {
                continue;
            }
            found.extend(own.into_iter().map(|own| own.listed(list)));
            list += 1;
        }
        for part in &self.seen.called {
            let held = |range: &Range<usize>| range.start < part.end && part.start < range.end;
            if self.taken.iter().any(held) || found.iter().any(|own: &Listed| held(&own.item.range)) {
                continue;
            }
            let own = self.called(part.clone());
            list += usize::from(!own.is_empty());
            found.extend(own.into_iter().map(|own| own.listed(list - 1)));
        }
        found
    }

    /// The entries of what its class or its role calls a list of references, and no heading.
    fn called(&self, part: Range<usize>) -> Vec<Labelled> {
        let own = self.under(&Opening { named: Named::Surely, from: part.start, block: 0 }, part);
        let tells = |own: &Labelled| self.is_linked(&own.item.range) || remark::tells(self.words(&own.item.range));
        let linked = own.iter().any(|own| self.is_linked(&own.item.range));
        if linked && own.iter().all(tells) { own } else { Vec::new() }
    }

    /// What the block opens: a heading, or a paragraph without a link, or the first line of one, that names a list.
    fn opening(&self, index: usize) -> Option<Opening> {
        let block = &self.draft.blocks[index];
        let (kind, range) = (block.kind, &block.range());
        if kind == BlockKind::Heading {
            let named = names_references(self.words(range))?;
            return Some(Opening { named, from: range.end, block: index });
        }
        if kind != BlockKind::Paragraph {
            return None;
        }
        let line = self.lines(range.clone()).next()?;
        let named = names_references(self.words(&line)).filter(|_| !self.is_linked(&line));
        named.map(|_| Opening { named: Named::Perhaps, from: line.end, block: index })
    }

    /// The lines of a block, which `<br>` parts.
    fn lines(&self, block: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let breaks = &self.seen.breaks;
        let first = breaks.partition_point(|&at| at <= block.start);
        let last = first + breaks[first..].partition_point(|&at| at < block.end);
        let starts = std::iter::once(block.start).chain(breaks[first..last].iter().copied());
        let ends = breaks[first..last].iter().copied().chain(std::iter::once(block.end));
        let prose = self.draft.prose.text();
        let lines = starts.zip(ends).map(move |(start, end)| super::writer::trimmed(prose, start..end));
        lines.filter(|line| !line.is_empty())
    }

    /// The entries in a part of the prose: items of lists, what is numbered from 1, and below a sure heading every line.
    fn under(&self, opening: &Opening, part: Range<usize>) -> Vec<Labelled> {
        // What is within another ends before it.
        let own = |items: &[Item]| -> Vec<Item> {
            let first = items.partition_point(|item| item.range.end <= part.start);
            let own = items[first..].iter().take_while(|item| item.range.end <= part.end);
            let own = own.filter(|item| item.range.start >= part.start && !item.range.is_empty());
            own.filter(|item| self.is_apart(item) && !self.is_part(item)).cloned().collect()
        };
        let items = self.without_inner(own(&self.seen.items));
        if !items.is_empty() {
            if let Some(counted) = self.counted(&items) {
                return counted;
            }
            return items.into_iter().map(|item| Labelled::new(self.label_of(&item), item)).collect();
        }
        let lines = self.lines_in(&part);
        for candidates in [lines.clone(), own(&self.seen.rows)] {
            let run = self.runs(candidates).into_iter().next().unwrap_or_default();
            if !run.is_empty() {
                return run;
            }
        }
        let rows = own(&self.seen.rows);
        let rows: Vec<Item> = rows.into_iter().filter(|row| self.is_linked(&row.range)).collect();
        if !rows.is_empty() {
            return rows.into_iter().map(|row| Labelled::new(None, row)).collect();
        }
        let tells = |item: &Item| {
            let words = self.words(&item.range);
            !remark::is_prose(words) && (self.is_linked(&item.range) || remark::tells(words))
        };
        let all = !lines.is_empty() && lines.iter().all(tells);
        let sure = opening.named == Named::Surely || lines.iter().all(|item| self.is_linked(&item.range));
        if all && sure { lines.into_iter().map(|item| Labelled::new(None, item)).collect() } else { Vec::new() }
    }

    /// Items in the order of the text, each without the list within it; one that names no source before that is its heading.
    fn without_inner(&self, mut items: Vec<Item>) -> Vec<Item> {
        items.sort_by_key(|item| (item.range.start, std::cmp::Reverse(item.range.end)));
        let starts: Vec<usize> = items.iter().skip(1).map(|item| item.range.start).collect();
        let cut = |(at, mut item): (usize, Item)| {
            let inner = starts.get(at).copied().filter(|&start| start < item.range.end);
            let Some(start) = inner else { return Some(item) };
            item.range.end =
                super::writer::trimmed(self.draft.prose.text(), item.range.start..start).end.max(item.range.start);
            let names = self.is_linked(&item.range) || remark::tells(self.words(&item.range));
            names.then_some(item)
        };
        items.into_iter().enumerate().filter_map(cut).collect()
    }

    /// Items that each begin with a number which no list gives them, from 1 on: `<li><span>1</span> Doe, …`.
    fn counted(&self, items: &[Item]) -> Option<Vec<Labelled>> {
        let prefixed = items.iter().zip(1_usize..).map(|(item, number)| {
            let prefix = label::prefix(self.words(&item.range)).filter(|_| item.number.is_none() && item.lead == 0)?;
            let own = prefix.label.filter(|label| *label == number.to_string())?;
            (prefix.len < item.range.len()).then(|| Labelled {
                label: Some(own),
                length: prefix.len,
                item: item.clone(),
            })
        });
        prefixed.collect::<Option<Vec<_>>>().filter(|own| own.len() > 1)
    }

    /// The number that an item of a list has, or that it begins with.
    fn label_of(&self, item: &Item) -> Option<String> {
        let written = || label::prefix(self.words(&item.range)).filter(|prefix| prefix.family != Family::Digits);
        let number = item.number.map(|number| number.to_string());
        number.or_else(|| written().and_then(|prefix| prefix.label))
    }

    /// The lines of the paragraphs in a part of the prose.
    fn lines_in(&self, part: &Range<usize>) -> Vec<Item> {
        let first = self.draft.blocks.partition_point(|block| block.range().end <= part.start);
        let own = self.draft.blocks[first..].iter().take_while(|block| block.range().start < part.end);
        let own = own.filter(|block| block.kind == BlockKind::Paragraph);
        let lines = own.flat_map(|block| self.lines(block.range())).filter(|line| line.start >= part.start);
        let items = lines.map(|range| Item { span: self.draft.prose.span(&range), range, number: None, lead: 0 });
        items.filter(|item| self.is_apart(item)).collect()
    }

    /// The runs among lines or rows that number themselves from 1; each without its label. What stands between two numbers
    /// in one paragraph belongs to the first.
    fn runs(&self, candidates: Vec<Item>) -> Vec<Vec<Labelled>> {
        let mut runs: Vec<Vec<Labelled>> = Vec::new();
        for item in candidates {
            let prefix = label::prefix(self.words(&item.range));
            let number = prefix.as_ref().and_then(|prefix| prefix.label.as_ref()?.parse::<usize>().ok());
            let next = runs.last().map_or(1, |run| run.len() + 1);
            let (Some(prefix), Some(number)) = (prefix, number.filter(|&number| number == 1 || number == next)) else {
                if let Some(Labelled { item: last, .. }) = runs.last_mut().and_then(|run| run.last_mut())
                    && self.words(&(last.range.end..item.range.start)).chars().all(|c| c == ' ')
                {
                    last.range.end = item.range.end;
                    last.span = self.draft.prose.span(&last.range);
                }
                continue;
            };
            if prefix.len >= item.range.len() {
                continue;
            }
            let own = Labelled { label: prefix.label, length: prefix.len, item };
            match runs.last_mut().filter(|_| number == next) {
                Some(run) => run.push(own),
                None => runs.push(vec![own]),
            }
        }
        runs
    }

    /// A list that no heading names, numbered from 1, with addresses, whose numbers are all that the text before it names.
    fn pointed(&self) -> Vec<Listed> {
        let items = self.seen.items.iter().filter(|item| item.number.is_some());
        let mut numbered: Vec<Vec<Labelled>> = Vec::new();
        for item in items {
            let own = Labelled::new(item.number.map(|number| number.to_string()), item.clone());
            match numbered.last_mut().filter(|run| item.number == Some(run.len() + 1)) {
                Some(run) => run.push(own),
                None if item.number == Some(1) => numbered.push(vec![own]),
                None => {}
            }
        }
        numbered.extend(self.runs(self.seen.rows.clone()));
        numbered.extend(self.runs(self.lines_in(&(0..self.draft.prose.len()))));
        // One step, and one row, are no list.
        numbered.retain(|run| run.len() > 1 || self.words(&run[0].item.range).starts_with('['));
        let Some(run) = numbered.into_iter().rev().take(RUNS).find(|run| self.is_meant(run)) else { return Vec::new() };
        run.into_iter().map(|own| own.listed(0)).collect()
    }

    fn is_meant(&self, run: &[Labelled]) -> bool {
        let linked = run.iter().filter(|own| self.is_linked(&own.item.range)).count();
        if linked * 2 < run.len() {
            return false;
        }
        let named = named(&self.draft.prose.text()[..run[0].item.range.start]);
        let marked = (1..=run.len()).filter(|number| named.contains(number)).count();
        marked * 2 >= run.len() && named.iter().all(|number| *number <= run.len())
    }
}

/// Lists that are held against the whole text before them.
const RUNS: usize = 4;

/// Parts the blocks in which several entries stand, each on a line of its own.
fn part_blocks(draft: &mut Draft<'_>, found: &[Listed]) {
    let mut cuts: Vec<usize> = found.iter().map(|listed| listed.marked).collect();
    cuts.extend(found.iter().map(|listed| listed.item.range.end));
    cuts.sort_unstable();
    cuts.dedup();
    if cuts.is_empty() {
        return;
    }
    // A term that is the number of an entry is part of it.
    let mut terms: Vec<Range<usize>> = found
        .iter()
        .filter(|own| own.item.range.start > own.marked)
        .map(|own| own.marked..own.item.range.start)
        .collect();
    terms.sort_by_key(|term| term.start);
    let is_term = |range: &Range<usize>| {
        let next = terms.partition_point(|term| term.end < range.end);
        terms.get(next).is_some_and(|term| term.start <= range.start)
    };
    let prose = draft.prose.text();
    let mut parted = Vec::with_capacity(draft.blocks.len());
    for block in std::mem::take(&mut draft.blocks) {
        let first = cuts.partition_point(|&cut| cut <= block.range().start);
        let inner = cuts[first..].iter().copied().take_while(|&cut| cut < block.range().end);
        let mut start = block.range().start;
        for end in inner.chain([block.range().end]) {
            let range = super::writer::trimmed(prose, start..end);
            if !range.is_empty() {
                let mut own = block.at(range.clone());
                if is_term(&range) {
                    own.kind = BlockKind::Entry;
                }
                parted.push(own);
            }
            start = end;
        }
    }
    draft.blocks = parted;
}
