//! The list that chat programs put at the end of what they wrote, in a file of an office program: `[1] [8] The wall of the
//! pier`, of which the numbers are links, and the address of that page as the next paragraph.

use std::collections::HashMap;
use std::ops::Range;

use super::layout::{Group, Kind};
use crate::document::chat::{Linked, Number};
use crate::document::draft::{Draft, is_citable};
use crate::document::{Entry, Few};
use crate::span::Span;
use crate::text::laid::LaidLink;

/// What was made of such pairs.
#[derive(Debug, Default)]
pub(super) struct Chat {
    /// The addresses of the entries, by where these begin in the file.
    entries: HashMap<usize, (String, Range<usize>)>,
    /// Where the addresses begin, in order.
    addresses: Vec<usize>,
    /// Their numbers that say nothing besides, by where they begin.
    numbers: Vec<usize>,
}

/// Makes an entry of each such pair of groups.
pub(super) fn as_entries(text: &str, groups: &mut Vec<Group>, links: &[LaidLink]) -> Chat {
    let list_of = |group: &Group| match group.kind {
        Kind::Entry { list } => Some(list),
        _ => None,
    };
    let list = groups.iter().filter_map(list_of).max().map_or(0, |list| list + 1);
    let mut chat = Chat::default();
    if links.is_empty() {
        return chat;
    }
    let linked = Linked::new(links.iter().map(|link| link.url.as_str()));
    let mut made: Vec<Group> = Vec::with_capacity(groups.len());
    let mut all = std::mem::take(groups).into_iter().peekable();
    while let Some(mut group) = all.next() {
        let Some(found) = all.peek().and_then(|next| of_pair(text, &group, next, links, &linked)) else {
            made.push(group);
            continue;
        };
        let Found { label, own, from, url } = found;
        group.kind = Kind::Entry { list };
        group.label = Some(label);
        group.lines[0].start = from;
        chat.numbers.extend(own);
        let address = all.next().and_then(|next| next.lines.into_iter().next());
        chat.addresses.extend(address.as_ref().map(|address| address.start));
        chat.entries.extend(address.map(|address| (group.marked, (url, address))));
        made.push(group);
    }
    *groups = made;
    chat
}

impl Chat {
    /// Whether an address that begins at `start` is that of an entry, which has it apart from its words.
    pub(super) fn has_address(&self, start: usize) -> bool {
        self.addresses.binary_search(&start).is_ok()
    }

    /// Takes the numbers before the words of an entry out of its links: one that leads elsewhere is its own source.
    pub(super) fn part(&self, draft: &mut Draft<'_>, group: &Group, linked: &mut Vec<&LaidLink>) {
        if !self.entries.contains_key(&group.marked) {
            return;
        }
        let words = linked.partition_point(|link| link.range.start < group.lines[0].start);
        for link in linked.drain(..words) {
            let number = draft.text[link.range.clone()].trim_matches(['[', ']', ' ']).to_owned();
            if self.numbers.binary_search(&link.range.start).is_err() && is_citable(&link.url) {
                let place = draft.place_of(std::slice::from_ref(&link.range));
                let whole = Span::new(link.range.start, link.range.end);
                draft.labelled_link(link.url.clone(), Few::None, whole, place, Some(number));
            }
        }
    }

    /// Gives the entry that was made of a group its address.
    pub(super) fn address(&self, group: &Group, entry: Option<&mut Entry>) {
        if let (Some((url, range)), Some(entry)) = (self.entries.get(&group.marked), entry) {
            entry.source.is_at(url.clone(), Few::One(Span::new(range.start, range.end)));
        }
    }
}

struct Found {
    label: String,
    /// The numbers that lead to the page of the entry.
    own: Vec<usize>,
    /// Where the words begin.
    from: usize,
    url: String,
}

fn of_pair(text: &str, group: &Group, next: &Group, links: &[LaidLink], linked: &Linked<'_>) -> Option<Found> {
    let [line] = &group.lines[..] else { return None };
    let [address] = &next.lines[..] else { return None };
    let shown = text[address.clone()].trim();
    let is_address = shown.contains("://") && !shown.contains(char::is_whitespace) && next.label.is_none();
    let in_range = |range: Range<usize>| {
        let from = links.partition_point(|link| link.range.start < range.start);
        links[from..].iter().take_while(move |link| link.range.start < range.end)
    };
    let url = in_range(address.clone()).next().map_or(shown, |link| link.url.as_str());
    let own = in_range(group.marked..line.end);
    let (mut at, mut numbers) = (group.marked, Vec::new());
    for link in own.clone() {
        let words = text[link.range.clone()].trim();
        let label = words.strip_prefix('[').and_then(|words| words.strip_suffix(']'))?;
        if link.range.start != at || !label.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        at = line.end - text[link.range.end..line.end].trim_start().len();
        numbers.push(Number { label, url: &link.url, range: link.range.clone() });
    }
    let here: Vec<&str> = own.chain(in_range(address.clone())).map(|link| link.url.as_str()).collect();
    let titled = is_address && text[at..line.end].contains(char::is_alphabetic);
    let called = linked.called(url, &numbers, &here).filter(|_| titled)?;
    let own = called.numbers.into_iter().map(|range| range.start).collect();
    Some(Found { label: called.label, own, from: at, url: url.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::plain::layout::{Ends, groups};

    #[test]
    fn a_number_with_its_address_below_the_title_is_an_entry() {
        let text = "It rose.\n\n[1] [8] The wall - Post\n\nhttps://a.test/1\n\n[2] The tide\n\nhttps://b.test/2\n\nEnd of it.\n";
        let link = |words: &str, url: &str| {
            let start = text.find(words).unwrap();
            LaidLink { range: start..start + words.len(), url: url.to_owned() }
        };
        let mut links = vec![
            link("[1]", "https://a.test/1#:~:text=rose"),
            link("[8]", "https://a.test/1"),
            link("[2]", "https://b.test/2"),
            link("https://b.test/2", "https://b.test/2"),
        ];
        let read = |links: &[LaidLink]| {
            let mut groups = groups(text, Ends::Typed);
            let numbers = as_entries(text, &mut groups, links).numbers;
            let entries = groups.into_iter().filter(|group| matches!(group.kind, Kind::Entry { .. }));
            let shown = entries.map(|entry| {
                let words: Vec<&str> = entry.lines.iter().map(|line| &text[line.clone()]).collect();
                format!("{}: {}", entry.label.unwrap_or_default(), words.join("|"))
            });
            (shown.collect::<Vec<_>>(), numbers.len())
        };
        let both = ["1, 8: The wall - Post", "2: The tide"].map(str::to_owned);
        // The passage that only the list names is kept as a link.
        assert_eq!(read(&links), (both.to_vec(), 2));
        links[1].url = "https://star.test/8".to_owned();
        assert_eq!(read(&links).0[0], "1: The wall - Post");
        links[0].url = "https://other.test/1".to_owned();
        assert_eq!(read(&links).0, both[1..]);
        assert!(read(&[]).0.is_empty());
    }
}
