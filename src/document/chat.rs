//! The list that chat programs put at the end of what they wrote: numbers that are links, the title of a page, and its address
//! below. What the numbers of an entry say, in every format.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::entry::archived::{original_page, same_page};
use super::{Block, BlockKind};
use crate::locator::archive_url;

/// A number that is a link, before the title of an entry.
#[derive(Debug, Clone)]
pub(super) struct Number<'a> {
    pub(super) label: &'a str,
    pub(super) url: &'a str,
    pub(super) range: Range<usize>,
}

/// What the numbers of an entry say.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Called {
    pub(super) label: String,
    /// Where those stand that say nothing besides.
    pub(super) numbers: Vec<Range<usize>>,
}

/// How many links of a document lead to each address.
#[derive(Debug)]
pub(super) struct Linked<'a>(HashMap<Cow<'a, str>, usize>);

impl<'a> Linked<'a> {
    pub(super) fn new(urls: impl Iterator<Item = &'a str>) -> Self {
        let mut linked = HashMap::new();
        urls.for_each(|url| *linked.entry(captured(url)).or_default() += 1);
        Self(linked)
    }

    /// What the entry at `address` is called: by the numbers that lead to its page. `here` are the addresses of all links of
    /// the entry: a passage that only these name is a quote of its own.
    pub(super) fn called(&self, address: &str, numbers: &[Number<'_>], here: &[&str]) -> Option<Called> {
        let page = original_page(address)?;
        let own = || numbers.iter().filter(|number| original_page(number.url).as_ref() == Some(&page));
        let label = own().map(|number| number.label).collect::<Vec<_>>().join(", ");
        let is_said = |number: &&Number<'_>| {
            let url = captured(number.url);
            let inside = here.iter().filter(|other| captured(other) == url).count();
            !url.contains(":~:") || self.0.get(&url) > Some(&inside)
        };
        let numbers = own().filter(is_said).map(|number| number.range.clone()).collect();
        (!label.is_empty()).then_some(Called { label, numbers })
    }
}

/// An address, or what was captured where it is a capture: a mark can lead there once its page is gone.
fn captured(url: &str) -> Cow<'_, str> {
    let original = archive_url::read(url).and_then(|capture| capture.original);
    original.map_or(Cow::Borrowed(url), Cow::Owned)
}

/// A link in the prose.
#[derive(Debug)]
pub(super) struct ChatLink<'a> {
    pub(super) range: Range<usize>,
    pub(super) url: &'a str,
    /// The number that is all its words.
    pub(super) number: Option<&'a str>,
    /// Whether its words are its address.
    pub(super) is_address: bool,
}

/// An entry of such a list.
#[derive(Debug)]
pub(super) struct Titled {
    pub(super) called: Called,
    /// Its title, in the prose.
    pub(super) words: Range<usize>,
    /// All of it.
    pub(super) whole: Range<usize>,
    /// Which link is its address.
    pub(super) address: usize,
    /// Which link is a capture of that, in brackets behind it.
    pub(super) archive: Option<usize>,
    /// Which links are its numbers.
    pub(super) numbers: Range<usize>,
}

/// The entries among the paragraphs of a text with these links, which are in order.
pub(super) fn find(prose: &str, blocks: &[Block], links: &[ChatLink<'_>]) -> Vec<Titled> {
    let mut found = Vec::new();
    if links.iter().all(|link| link.number.is_none()) {
        return found;
    }
    let linked = Linked::new(links.iter().map(|link| link.url));
    let paragraph = |at: usize| blocks.get(at).filter(|block| block.kind == BlockKind::Paragraph).map(Block::range);
    for range in (0..blocks.len()).map(paragraph).enumerate() {
        let (at, Some(range)) = range else { continue };
        let (numbers, from) = leading(prose, links, &range);
        if numbers.is_empty() {
            continue;
        }
        let whole = |end: usize| Some((titled(prose, links, from..end)?, range.start..end));
        let Some(((address, archive), whole)) = whole(range.end).or_else(|| whole(paragraph(at + 1)?.end)) else {
            continue;
        };
        let own = &links[numbers.clone()];
        let labelled = own
            .iter()
            .filter_map(|link| Some(Number { label: link.number?, url: link.url, range: link.range.clone() }));
        let here: Vec<&str> = own.iter().chain([&links[address]]).map(|link| link.url).collect();
        let Some(called) = linked.called(links[address].url, &labelled.collect::<Vec<_>>(), &here) else { continue };
        let words = prose[from..links[address].range.start].trim_end_matches(['<', ' ', '\n']);
        found.push(Titled { called, words: from..from + words.len(), whole, address, archive, numbers });
    }
    found
}

/// The numbers that a paragraph begins with, and where its words begin.
fn leading(prose: &str, links: &[ChatLink<'_>], range: &Range<usize>) -> (Range<usize>, usize) {
    let behind = |at: usize| range.end - prose[at..range.end].trim_start().len();
    let first = links.partition_point(|link| link.range.start < range.start);
    let (mut at, mut next) = (behind(range.start), first);
    while let Some(link) = links.get(next).filter(|link| link.range.start == at && link.range.end <= range.end) {
        if link.number.is_none() {
            break;
        }
        (at, next) = (behind(link.range.end), next + 1);
    }
    (first..next, at)
}

/// The address that ends `range`, which has words before it and no other link but a capture of it, `https://… ([archived](…))`.
fn titled(prose: &str, links: &[ChatLink<'_>], range: Range<usize>) -> Option<(usize, Option<usize>)> {
    let at = links.partition_point(|link| link.range.start < range.start);
    let address = links.get(at).filter(|link| link.range.end <= range.end)?;
    let next = links.get(at + 1).filter(|next| next.range.end <= range.end);
    let words = &prose[range.start..address.range.start];
    let titled = words.contains(char::is_alphabetic) && !words.contains("://");
    let gap = |range: Range<usize>| prose[range].trim_matches(['>', ' ', '\n']);
    let ends = match next {
        None => gap(address.range.end..range.end).is_empty(),
        Some(capture) => {
            gap(address.range.end..capture.range.start) == "("
                && gap(capture.range.end..range.end) == ")"
                && links.get(at + 2).is_none_or(|link| link.range.start >= range.end)
                && is_capture(capture.url, address.url)
        }
    };
    (titled && ends && address.is_address).then_some((at, next.map(|_| at + 1)))
}

fn is_capture(url: &str, of: &str) -> bool {
    let original = archive_url::read(url).and_then(|capture| capture.original);
    original.is_some_and(|original| same_page(&original) == same_page(of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_called_by_the_numbers_of_its_page() {
        let (page, passage, star) = ("https://a.test/wall", "https://a.test/wall#:~:text=rose", "https://star.test/a");
        let number = |label, url, at| Number { label, url, range: at..at + 3 };
        let numbers = [number("1", passage, 0), number("4", page, 4), number("7", star, 8)];
        let here = [passage, page, star, page];
        let called = |linked: &[&str]| {
            let called = Linked::new(linked.iter().copied()).called(page, &numbers, &here)?;
            Some((called.label, called.numbers.iter().map(|range| range.start).collect::<Vec<_>>()))
        };
        assert_eq!(called(&[&here[..], &[passage]].concat()), Some(("1, 4".to_owned(), vec![0, 4])));
        // The passage that only the list names is kept as a link.
        assert_eq!(called(&here), Some(("1, 4".to_owned(), vec![4])));
        assert_eq!(Linked::new(here.into_iter()).called("https://b.test/", &numbers, &here), None);
    }
}
