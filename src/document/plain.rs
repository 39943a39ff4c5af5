//! Plain text: paragraphs by line or by blank line, bare headings, a reference list at the end, URLs anywhere.

mod cells;
mod chat;
mod dois;
mod hosts;
mod joint;
mod layout;
mod list;
mod lone;
mod loose;
mod quoted;
mod rest;
mod sheets;
mod titled;
mod unmarked;
mod written;

use std::ops::Range;

use crate::date;
use crate::locator::wrapped::{self, WrappedUrl, scan_wrapped};
use crate::span::{Lines, Span};

use super::draft::Draft;
use super::entry::{self, EntryText, Link, Words};
use super::ignore::{self, InLine};
use super::{BlockKind, Document, Entry, Few, Format, Role, laid};
use crate::text::laid::LaidLink;

use joint::Joint;
use layout::{Ends, Group, Kind, without_arrow};

/// What is known of a plain text besides its words. Ranges are bytes of it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known<'a> {
    pub(super) links: &'a [LaidLink],
    pub(super) headings: &'a [Range<usize>],
    pub(super) quotations: &'a [Range<usize>],
    /// Lists of references that a program put in.
    pub(super) lists: &'a [Range<usize>],
    /// Paragraphs in cells of tables, each with the number of its row.
    pub(super) cells: &'a [(Range<usize>, usize)],
}

/// Reads plain text.
pub(super) fn read(text: &str, lines: &Lines<'_>) -> Document {
    let marks = ignore::in_lines(text);
    let blanked = ignore::blanked(text, &marks);
    let text = if marks.is_empty() { text } else { &blanked };
    let printed = sheets::without_furniture(text);
    let text: &str = &printed;
    let mut draft = Draft::new(Format::Plain, text, lines, date::majority(text));
    for InLine { asked, range } in marks {
        let marked = draft.marked_line(&range);
        draft.mark(asked, &range, marked);
    }
    let title = write_all(&mut draft, text, Known::default());
    draft.finish(title)
}

/// Writes the groups of `text`, which the text of the draft begins with; gives the heading that it opens with.
pub(super) fn write_all(draft: &mut Draft<'_>, text: &str, known: Known<'_>) -> Option<String> {
    let mut urls = scan_wrapped(text).into_iter().peekable();
    let mut links = known.links.iter().peekable();
    let apart = cells::apart(text, known.cells);
    let around = cells::blanked(text, &apart);
    let ends = if draft.format == Format::Pdf { Ends::Printed } else { Ends::Typed };
    let mut groups = loose::as_lists(&around, layout::groups(&around, ends));
    cells::put_among(&mut groups, &apart, draft);
    list_what_is_known(&mut groups, text, known.lists);
    let chat = chat::as_entries(text, &mut groups, known.links);
    let mut quoted = if draft.format == Format::Plain { quoted::find(text, &groups) } else { vec![None; groups.len()] };
    for (group, quotation) in groups.iter().zip(&mut quoted) {
        *quotation = holder(known.quotations, group).or(*quotation);
    }
    quoted::sign(text, &mut groups, &quoted);
    for (group, quotation) in groups.iter_mut().zip(quoted) {
        if let (Kind::Entry { .. }, Some(last)) = (group.kind, group.lines.last_mut()) {
            last.end = last.start + without_arrow(&text[last.clone()]).len();
        }
        let told = holder(known.headings, group).is_some();
        if told && !matches!(group.kind, Kind::Entry { .. } | Kind::Cell) {
            group.kind = Kind::Heading;
        }
        let mut own = Vec::new();
        while let Some(url) = urls.next_if(|url| url.pieces.first().is_some_and(|piece| piece.start < group.end())) {
            own.push(url);
        }
        let mut linked = Vec::new();
        while let Some(link) = links.next_if(|link| link.range.start < group.end()) {
            linked.push(link);
        }
        linked.retain(|link| !chat.has_address(link.range.start));
        own.retain(|url| !chat.has_address(url.pieces[0].start));
        chat.part(draft, group, &mut linked);
        let in_link = |url: &WrappedUrl| linked.iter().any(|link| overlap(&url.pieces[0], &link.range));
        own.retain(|url| !in_link(url));
        // What leads somewhere, or is told to be a quotation, is no heading for being short.
        if group.kind == Kind::Heading && !told && (!linked.is_empty() || quotation.is_some()) {
            group.kind = Kind::Paragraph;
        }
        let first = draft.entries.len();
        add(draft, group, own, &linked, quotation);
        chat.address(group, draft.entries.get_mut(first));
    }
    titled::fill(draft);
    groups.first().filter(|group| group.kind == Kind::Heading).map(|group| {
        let words = group.lines.iter().map(|line| &text[line.clone()]);
        words.collect::<Vec<_>>().join(" ")
    })
}

/// Which of the ranges a group begins in.
fn holder(ranges: &[Range<usize>], group: &Group) -> Option<usize> {
    let next = ranges.partition_point(|range| range.end <= group.marked);
    ranges.get(next).is_some_and(|range| range.start <= group.marked).then_some(next)
}

/// Makes an entry of each group that a program for references put in a list.
fn list_what_is_known(groups: &mut [Group], text: &str, lists: &[Range<usize>]) {
    let list_of = |group: &Group| match group.kind {
        Kind::Entry { list } => Some(list),
        _ => None,
    };
    let list = groups.iter().filter_map(list_of).max().map_or(0, |list| list + 1);
    for group in groups.iter_mut() {
        let next = lists.partition_point(|range| range.end <= group.marked);
        let listed = lists.get(next).is_some_and(|range| range.start <= group.marked);
        let words = || group.lines.iter().map(|line| text[line.clone()].split_whitespace().count()).sum::<usize>();
        if listed && list_of(group).is_none() && words() >= FEWEST_WORDS {
            group.kind = Kind::Entry { list };
        }
    }
}

/// Words of a reference: a heading can stand among those of a list.
const FEWEST_WORDS: usize = 4;

fn add(draft: &mut Draft<'_>, group: &Group, urls: Vec<WrappedUrl>, links: &[&LaidLink], quotation: Option<usize>) {
    let range = write(draft, group);
    let is_entry = matches!(group.kind, Kind::Entry { .. } | Kind::Rest);
    let urls = urls.into_iter().map(|url| if is_entry { rejoined(draft.text, group, url) } else { url });
    let urls: Vec<WrappedUrl> = urls.collect();
    for url in &urls {
        let masked = draft.place_of(&url.pieces);
        draft.masked.push(masked);
    }
    match group.kind {
        Kind::Entry { list } => {
            let numbered = group.label.is_some();
            let label = group.label.clone().unwrap_or_else(|| draft.next_in_list(list).to_string());
            let known = Shown { links, emphasised: &[] };
            add_entry(draft, group, (label, Role::Listed { list: list.into(), numbered }), range, urls, &known);
        }
        Kind::Rest => rest::add(draft, group, range, urls),
        Kind::Paragraph | Kind::Item | Kind::Cell => {
            let kind = match group.kind {
                Kind::Item => BlockKind::Item,
                Kind::Cell => BlockKind::Cell,
                _ => BlockKind::Paragraph,
            };
            draft.block(kind, range, quotation);
            for link in links {
                let place = draft.place_of(std::slice::from_ref(&link.range));
                draft.link(link.url.clone(), Vec::new(), Span::new(link.range.start, link.range.end), place);
            }
            for url in urls {
                let spans: Few<Span> = url.pieces.iter().map(|piece| Span::new(piece.start, piece.end)).collect();
                let place = draft.place_of(&url.pieces);
                let whole =
                    Span::new(url.pieces[0].start, url.pieces.last().map_or(url.pieces[0].end, |last| last.end));
                draft.link(url.url.clone(), spans, whole, place);
            }
        }
        Kind::Heading => {
            draft.block(BlockKind::Heading, range, None);
            for link in links {
                let place = draft.place_of(std::slice::from_ref(&link.range));
                draft.link(link.url.clone(), Vec::new(), Span::new(link.range.start, link.range.end), place);
            }
        }
    }
}

/// Appends the lines of a group to the prose, line breaks as what parts their words: in most a space.
fn write(draft: &mut Draft<'_>, group: &Group) -> Range<usize> {
    let start = draft.begin();
    let is_entry = matches!(group.kind, Kind::Entry { .. });
    for (index, line) in group.lines.iter().enumerate() {
        let next = group.lines.get(index + 1);
        let words = |line: &Range<usize>| &draft.text[line.clone()];
        let joint = next.map_or(Joint::Space, |next| {
            let (line, next) = (words(line), words(next));
            match hosts::hyphen(line, next, draft.text).filter(|_| is_entry) {
                Some(hyphen) => Joint::Nothing(hyphen),
                None if is_entry && dois::goes_on(line, next) => Joint::Nothing(0),
                None if is_entry => joint::within_entry(line, next),
                None => joint::between(line, next),
            }
        });
        let hyphen = if let Joint::Nothing(hyphen) = joint { hyphen } else { 0 };
        draft.prose.copy(draft.text, line.start..line.end - hyphen);
        if let Some(next) = next {
            let gap = if joint == Joint::Space { " " } else { "" };
            draft.prose.decoded(gap, line.end..next.start);
        }
    }
    start..draft.prose.len()
}

/// Adds a note that stands at `words` of the file, a line or several.
pub(super) fn add_note(
    draft: &mut Draft<'_>,
    words: &Range<usize>,
    links: &[LaidLink],
    emphasised: &[Range<usize>],
    label: &str,
) {
    let text = draft.text;
    let mut own_lines = Vec::new();
    let mut at = words.start;
    for line in text[words.clone()].split_inclusive('\n') {
        own_lines.push(at..at + line.trim_end().len());
        at += line.len();
    }
    let group = Group { kind: Kind::Entry { list: 0 }, lines: own_lines, marked: words.start, label: None };
    let range = write(draft, &group);
    let first = links.partition_point(|link| link.range.start < words.start);
    let own: Vec<&LaidLink> = links[first..].iter().take_while(|link| link.range.start < words.end).collect();
    let mut urls = scan_wrapped(&text[words.clone()]);
    for piece in urls.iter_mut().flat_map(|url| &mut url.pieces) {
        *piece = piece.start + words.start..piece.end + words.start;
    }
    urls.retain(|url| own.iter().all(|link| !overlap(&url.pieces[0], &link.range)));
    let urls = urls.into_iter().map(|url| rejoined(text, &group, url)).collect();
    let known = Shown { links: &own, emphasised };
    add_entry(draft, &group, (label.to_owned(), Role::Footnote), range, urls, &known);
}

/// What a file shows of an entry beside its words.
struct Shown<'s> {
    links: &'s [&'s LaidLink],
    emphasised: &'s [Range<usize>],
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Lines that one address runs over at most; past this they are a list of words.
const MOST_PIECES: usize = 8;

/// Joins an address that ends its line with what goes on in the next line of the same entry: there it is more likely
/// broken than followed by a word that looks like the rest of it.
fn rejoined(text: &str, group: &Group, mut url: WrappedUrl) -> WrappedUrl {
    const BREAKS: &[char] = &['/', '-', '_', '=', '&', '?', '%', '#'];
    let width = |line: &Range<usize>| text[line.clone()].chars().count();
    let widest = group.lines.iter().map(width).max().unwrap_or(0);
    while let Some(end) = url.pieces.last().map(|piece| piece.end).filter(|_| url.pieces.len() < MOST_PIECES) {
        let own = group.lines.partition_point(|line| line.end < end);
        let Some(line) = group.lines.get(own + 1).filter(|_| group.lines[own].end == end) else { break };
        let next = &text[line.clone()];
        let word = next.split_whitespace().next().unwrap_or("").trim_end_matches(['.', ',', ';', ')', '>', ']']);
        let alone = next.trim_end_matches(['.', ',', ';', ')']).len() == word.len();
        let begins = word.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
        let looks = word.bytes().all(|byte| byte.is_ascii_graphic())
            && (alone || word.contains(['-', '_', '/', '.', '=', '%']));
        // What is left of an entry and has no space in it is no sentence: programs break addresses anywhere.
        let is_rest = own + 2 == group.lines.len()
            && alone
            && word.contains(|c: char| c.is_ascii_digit() || "-_/.=%".contains(c))
            || alone && own + 2 == group.lines.len() && ends_file(&url.url, word);
        // What is longer than a line is broken where that is full, within a word too.
        let full = width(&group.lines[own]) * 4 >= widest * 3;
        let ends = next[word.len()..].trim_start_matches(['.', ',', ';', ')', '>', ']']);
        let ends = ends.len() < next.len() - word.len() && !ends.trim_start().starts_with(char::is_lowercase);
        let goes_on = begins && (url.url.ends_with(BREAKS) || is_rest)
            || wrapped::is_broken_before(&url.url, word) && (ends || alone || !wrapped::is_doubtful(word))
            || wrapped::is_end_of_host(&url.url, word) && (ends || alone || word.contains('/'))
            || (ends || alone) && wrapped::is_broken_before_last(&url.url, word)
            || wrapped::is_path_of(&url.url, word)
            || full && wrapped::is_rest_of(&url.url, word, ends || alone);
        if !goes_on || !looks || begins_another(&url.url, word) {
            break;
        }
        url.pieces.push(line.start..line.start + word.len());
        url.url.push_str(word);
    }
    url
}

/// Whether a word that stands alone behind an address is none of it: another address, or a year or the number of a page
/// behind an address that can end there.
fn begins_another(url: &str, word: &str) -> bool {
    /// Digits of a year, and most of the number of a page.
    const YEAR: usize = 4;
    let number = word.len() <= YEAR && word.bytes().all(|byte| byte.is_ascii_digit());
    let ends = url.ends_with(|c: char| c.is_alphanumeric() || c == '/');
    word.contains("://") || word.starts_with("www.") || number && ends
}

/// Whether the end of an address and a word make the name of a file: `….pd` and `f`.
fn ends_file(url: &str, word: &str) -> bool {
    const ENDINGS: &[&str] = &["pdf", "html", "htm", "php", "aspx", "asp", "jsp", "doc", "docx", "txt"];
    let begun = url.rsplit('/').next().and_then(|last| last.rsplit_once('.')).map_or("", |(_, begun)| begun);
    url.matches('/').count() > 2 && !begun.is_empty() && ENDINGS.contains(&format!("{begun}{word}").as_str())
}

fn add_entry(
    draft: &mut Draft<'_>,
    group: &Group,
    (label, role): (String, Role),
    range: Range<usize>,
    urls: Vec<WrappedUrl>,
    known: &Shown<'_>,
) {
    let link = |url: WrappedUrl| {
        let place = draft.place_of(&url.pieces);
        let spans = url.pieces.iter().map(|piece| Span::new(piece.start, piece.end)).collect();
        let range_in = place.start.saturating_sub(range.start)..place.end.saturating_sub(range.start);
        Link { range: range_in, url: url.url, spans, words: Words::Address }
    };
    let mut links: Vec<Link> = urls.into_iter().map(link).collect();
    shown_twice(&draft.prose.text()[range.clone()], &mut links);
    links.extend(known.links.iter().map(|link| laid::link(draft, link, &range)));
    links.sort_by_key(|link| link.range.start);
    let text = &draft.prose.text()[range.clone()];
    let links = entry::with_bare_addresses(text, links, |inner| {
        draft.prose.span(&(range.start + inner.start..range.start + inner.end))
    });
    let links = links.into_iter().map(|link| hosts::in_pieces(draft.text, &group.lines, link)).collect();
    let emphasised = known.emphasised.iter().map(|inner| {
        let place = draft.place_of(std::slice::from_ref(inner));
        place.start.saturating_sub(range.start)..place.end.saturating_sub(range.start).min(text.len())
    });
    let emphasised = emphasised.filter(|inner| inner.start < inner.end).collect();
    let reading = entry::read(&EntryText { text, links, emphasised, order: draft.order });
    let span = Span::new(group.marked, group.end());
    draft.block(BlockKind::Entry, range.clone(), None);
    draft.add_reading(reading, &Entry { label, role, span, stretch: Some(range.into()), ..Entry::default() });
}

/// `[https://a.test](https://a.test)`, as links of Markdown are pasted: one address, with its brackets.
fn shown_twice(text: &str, links: &mut Vec<Link>) {
    let mut at = 1;
    while at < links.len() {
        let (shown, led) = (&links[at - 1], &links[at]);
        let between = text.get(shown.range.end..led.range.start) == Some("](");
        let around = text[..shown.range.start].ends_with('[') && text[led.range.end..].starts_with(')');
        if between && around && shown.url == led.url {
            let range = shown.range.start - 1..led.range.end + 1;
            links[at].range = range;
            links.remove(at - 1);
        } else {
            at += 1;
        }
    }
}

#[cfg(test)]
mod addresses_tests;
#[cfg(test)]
mod broken_tests;
#[cfg(test)]
mod feet_tests;
#[cfg(test)]
mod tests;
