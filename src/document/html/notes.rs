//! From the notes and lists of an article to entries, and to the markers that point to them.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::date;
use crate::document::draft::{Draft, is_citable};
use crate::document::entry::dates;
use crate::document::entry::{self, EntryText, Link};
use crate::document::{BlockKind, Entry, Few, Role, Shape, Source};
use crate::locator::archive_url;
use crate::span::Span;

use super::chat;
use super::coins;
use super::described::{self, Parts};
use super::distill;
use super::footnotes::Footnotes;
use super::listed::{self, Listed};
use super::marks;
use super::seen::{Item, LinkSeen, Seen, Shown, Written};
use super::services;
use super::short;
use super::tree::Tree;
use super::works;

/// Entries for notes, lists and links, and the markers.
pub(super) fn add(draft: &mut Draft<'_>, tree: &Tree<'_>, footnotes: &Footnotes, mut seen: Seen) {
    seen.links.sort_by_key(|seen| (seen.link.range.start, seen.whole.start()));
    seen.emphasised.sort_by_key(|range| (range.start, range.end));
    seen.parts.sort_by_key(|(_, range)| (range.start, Reverse(range.end)));
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut entries: Vec<Vec<usize>> = Vec::new();
    let marked: HashSet<usize> = seen.uses.iter().flat_map(|own| own.notes.iter().copied()).collect();
    let mut known = HashSet::new();
    for (index, (note, written)) in footnotes.notes.iter().zip(&seen.notes).enumerate() {
        let span = Span::new(note.bytes.start, note.bytes.end);
        let range = without_label(draft, &written.range, &note.label);
        // Some pages show a note twice, beside the text and at its end.
        let again = !known.insert((note.label.clone(), draft.prose.text()[range.clone()].to_owned()));
        if again && !marked.contains(&index) {
            entries.push(Vec::new());
            taken.push(written.range.clone());
            continue;
        }
        let like = Entry { label: note.label.clone(), role: Role::Footnote, span, ..Entry::default() };
        entries.push(add_note(draft, &seen, written, range, like));
        taken.push(written.range.clone());
    }
    let chat = chat::add(draft, &seen);
    let lists = usize::from(!chat.is_empty());
    taken.extend(chat);
    for Listed { list, label, item: Item { range, span, .. }, .. } in listed::find(draft, &seen, &taken) {
        let list = list + lists;
        let number = draft.next_in_list(list);
        let role = Role::Listed { list: list.into(), numbered: label.is_some() };
        let label = label.unwrap_or_else(|| number.to_string());
        add_entry(draft, &seen, range.clone(), Entry { label, role, span, ..Entry::default() });
        taken.push(range);
    }
    taken.sort_by_key(|range| range.start);
    for (at, link) in seen.links.iter().enumerate() {
        let next = seen.links.get(at + 1).map(|next| &next.link.range);
        if !entry::explains(draft.prose.text(), &link.link.range, &link.link.url, next) {
            add_link(draft, link, &taken);
        }
    }
    add_versions(draft, &seen.links);
    for cite in seen.cites.iter().filter(|cite| is_citable(&cite.url)) {
        let first = draft.entries.len();
        draft.unmarked_link(cite.url.clone(), Few::One(cite.url_span), cite.whole, cite.range.clone());
        draft.marked_by_itself(first..first + 1, Shape::Cite, cite.range.clone(), cite.whole);
    }
    coins::add_alone(draft, std::mem::take(&mut seen.machine));
    works::fill(draft, &seen);
    short::lead(draft, tree, footnotes, &entries);
    marks::add(draft, footnotes, &seen, &entries);
    distill::add(draft, tree, &seen.keyed);
}

fn add_link(draft: &mut Draft<'_>, seen: &LinkSeen, taken: &[Range<usize>]) {
    let link = &seen.link;
    let next = taken.partition_point(|range| range.end < link.range.end);
    let in_entry = taken.get(next).is_some_and(|range| range.start <= link.range.start);
    let words = draft.prose.text()[link.range.clone()].trim();
    if !in_entry && !is_citable(&link.url) {
        draft.local_link(&link.url, link.range.clone());
        return;
    }
    if in_entry || words.is_empty() && seen.shown == Shown::AsWords {
        return;
    }
    draft.link(link.url.clone(), link.spans.clone(), seen.whole, link.range.clone());
}

/// The captures that links name in their attributes, in the text and in notes.
fn add_versions(draft: &mut Draft<'_>, links: &[LinkSeen]) {
    let named = links.iter().filter_map(|seen| Some((*seen.link.spans.first()?, seen.version.as_ref()?)));
    let named: HashMap<Span, &(String, String)> = named.collect();
    for entry in &mut draft.entries {
        let version = entry.source.url_spans.first().and_then(|span| named.get(span));
        if let Some((url, written)) = version {
            entry.source.archive_url.get_or_insert_with(|| url.clone());
            let date = date::read(written, draft.order).and_then(|read| read.date.ok());
            entry.source.archive_date = entry.source.archive_date.or(date);
        }
    }
}

/// The entries of a note.
fn add_note(draft: &mut Draft<'_>, seen: &Seen, written: &Written, range: Range<usize>, like: Entry) -> Vec<usize> {
    if written.sources.is_empty() {
        let own = add_entry(draft, seen, range, like);
        if let Some(&first) = own.first() {
            let known = &mut draft.entries[first].quotes;
            let told = |quote: &Range<usize>, known: &[Range<usize>]| {
                known.iter().any(|own| own.start < quote.end && quote.start < own.end)
            };
            // The marks of a quotation tell it as well.
            let more: Vec<Range<usize>> = written.quotes.iter().filter(|quote| !told(quote, known)).cloned().collect();
            known.extend(more);
        }
        return own;
    }
    let first = draft.entries.len();
    let text = draft.prose.text()[range.clone()].to_owned();
    let announced = dates::announced(&text, &[], draft.order);
    let accessed = announced.iter().find(|found| found.event == dates::Event::Accessed);
    let accessed = accessed.and_then(|found| dates::value(&found.date));
    let mut links: Vec<&LinkSeen> = links_in(seen, &range).iter().filter(|seen| entry_link(&seen.link.url)).collect();
    for source in &written.sources {
        let same = |link: &&LinkSeen| source.url.as_deref().is_some_and(|url| is_same(url, &link.link.url));
        let place = links.iter().position(same).or_else(|| links.iter().position(|link| !is_capture(link)));
        let mut source = source.clone();
        if source.accessed != accessed {
            source.accessed = accessed;
        }
        if let Some(link) = place.map(|at| links.remove(at)) {
            source.url = Some(link.link.url.clone());
            source.url_spans = link.link.spans.clone().into();
        }
        draft.entries.push(Entry { source, stretch: Some(range.clone().into()), ..like.clone() });
    }
    draft.entries[first].quotes.extend(written.quotes.iter().cloned());
    for link in links {
        let original = archive_url::read(&link.link.url).and_then(|capture| capture.original);
        let entry = original.and_then(|original| {
            let own = &draft.entries[first..];
            own.iter().position(|entry| entry.source.url.as_deref().is_some_and(|url| is_same(url, &original)))
        });
        let entry = entry.or_else(|| is_capture(link).then_some(0));
        if let Some(entry) = entry {
            let source = &mut draft.entries[first + entry].source;
            if source.url.is_none() {
                // Where nothing but a capture is cited, the capture is what is cited.
                (source.url, source.url_spans) = (Some(link.link.url.clone()), link.link.spans.clone().into());
            } else if source.url.as_ref() != Some(&link.link.url) {
                source.archive_url.get_or_insert_with(|| link.link.url.clone());
            }
        } else if written
            .sources
            .iter()
            .filter_map(|source| source.url.as_deref())
            .any(|url| is_part(&link.link.url, url))
        {
            // A page of what is cited is a place of its own.
            let mut source = Source::default();
            (source.url, source.url_spans) = (Some(link.link.url.clone()), link.link.spans.clone().into());
            draft.entries.push(Entry { source, stretch: Some(range.clone().into()), ..like.clone() });
        }
    }
    (first..draft.entries.len()).collect()
}

fn is_capture(seen: &LinkSeen) -> bool {
    // What was uploaded to an archive is a source of its own.
    archive_url::read(&seen.link.url).is_some_and(|capture| capture.kind != archive_url::Kind::Item)
}

fn is_same(one: &str, other: &str) -> bool {
    let bare = |url: &str| url.trim_end_matches('/').split_once("://").map(|(_, rest)| rest.to_owned());
    bare(one) == bare(other)
}

/// Whether an address is that of a part of what another one leads to: `https://a.test/book/page/162` of `https://a.test/book`.
fn is_part(url: &str, whole: &str) -> bool {
    let bare = |url: &str| url.split_once("://").map(|(_, rest)| rest.to_owned()).unwrap_or_default();
    let (url, whole) = (bare(url), bare(whole));
    let whole = whole.trim_end_matches('/');
    let rest = url.strip_prefix(whole).unwrap_or_default();
    whole.contains('/') && rest.len() > 1 && rest.starts_with(['/', '?', '#'])
}

fn links_in<'s>(seen: &'s Seen, range: &Range<usize>) -> &'s [LinkSeen] {
    let from = seen.links.partition_point(|seen| seen.link.range.start < range.start);
    let count = seen.links[from..].partition_point(|seen| seen.link.range.start < range.end);
    &seen.links[from..from + count]
}

pub(super) fn add_entry(draft: &mut Draft<'_>, seen: &Seen, range: Range<usize>, like: Entry) -> Vec<usize> {
    let first = draft.entries.len();
    let block = draft.blocks.partition_point(|block| block.range().end <= range.start);
    for block in draft.blocks[block..].iter_mut().take_while(|block| block.range().start < range.end) {
        // A remark is read like the text.
        let is_remark = block.kind == BlockKind::Paragraph && like.role == Role::Footnote;
        if block.range().end <= range.end && !is_remark {
            block.kind = BlockKind::Entry;
        }
    }
    let told = told(seen, &range);
    let behind = described::behind_label(&draft.prose.text()[range.clone()], &told);
    let moved = |inner: &Range<usize>| inner.start.saturating_sub(behind)..inner.end.saturating_sub(behind);
    let told = told.iter().map(|(part, inner)| (*part, moved(inner))).collect();
    let range = range.start + behind..range.end;
    let (text, links, emphasised) = parts(draft, seen, &range);
    let reading = described::read(&EntryText { text: &text, links, emphasised, order: draft.order }, &told);
    draft.add_reading(reading, &Entry { stretch: Some(range.into()), ..like });
    (first..draft.entries.len()).collect()
}

/// The words of an entry, its links, and what is emphasised in it.
pub(super) fn parts(draft: &Draft<'_>, seen: &Seen, range: &Range<usize>) -> (String, Vec<Link>, Vec<Range<usize>>) {
    let relative = |inner: &Range<usize>| {
        (range.start <= inner.start && inner.end <= range.end)
            .then(|| inner.start - range.start..inner.end - range.start)
    };
    // The brackets at the end of an entry can be words of its last link.
    let linked = |inner: &Range<usize>| relative(&(inner.start..inner.end.min(range.end)));
    let mut text = draft.prose.text()[range.clone()].to_owned();
    let all = links_in(seen, range);
    let row = services::row(&text, &all.iter().filter_map(|seen| linked(&seen.link.range)).collect::<Vec<_>>());
    let links = all.iter().filter(|seen| entry_link(&seen.link.url));
    let links = links.filter_map(|seen| {
        let range = linked(&seen.link.range)?;
        let range = seen.titled.as_ref().and_then(relative).unwrap_or(range);
        Some(Link { range, ..seen.link.clone() })
    });
    let mut links: Vec<Link> = links.collect();
    if let Some(row) = row {
        services::taken_out(&mut text, &mut links, row);
    }
    let emphasis = seen.emphasised.partition_point(|inner| inner.start < range.start);
    let emphasised = seen.emphasised[emphasis..].iter().take_while(|inner| inner.start < range.end);
    let emphasised = emphasised.filter_map(relative).collect();
    let links = entry::with_bare_addresses(&text, links, |inner| {
        draft.prose.span(&(range.start + inner.start..range.start + inner.end))
    });
    (text, links, emphasised)
}

/// What the elements of an entry say that they hold, with their places in its words.
fn told(seen: &Seen, range: &Range<usize>) -> Parts {
    let from = seen.parts.partition_point(|(_, inner)| inner.start < range.start);
    let own = seen.parts[from..].iter().take_while(|(_, inner)| inner.start < range.end);
    let own = own.filter(|(_, inner)| inner.end <= range.end);
    own.map(|(part, inner)| (*part, inner.start - range.start..inner.end - range.start)).collect()
}

fn entry_link(url: &str) -> bool {
    let start = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    ["http://", "https://", "ftp://"].iter().any(|scheme| start.starts_with(scheme))
}

/// A note without the number that it begins with.
fn without_label(draft: &Draft<'_>, range: &Range<usize>, own: &str) -> Range<usize> {
    let text = &draft.prose.text()[range.clone()];
    let bare = text.trim_start_matches(['[', '(', '^', ' ', '↑']);
    let rest = bare.strip_prefix(own).filter(|rest| !rest.starts_with(char::is_alphanumeric));
    // The number can be a link back, which is no part of the words.
    let begun =
        || text.strip_prefix(['.', ')', ']', ':']).filter(|rest| rest.starts_with(' ')).map_or(text, str::trim_start);
    let rest = rest.map_or_else(begun, |rest| rest.trim_start_matches([']', ')', '.', ':', ' ']));
    let start = range.end - rest.len();
    start..start + rest.trim_end_matches(['↩', '↑', '\u{fe0e}', ' ', '[', ']']).len()
}
