//! Markdown: inline links, footnotes, link definitions, tables, block quotes, reference lists; raw HTML read as such.

mod admonition;
mod anchored;
mod bare;
mod bound;
mod callout;
mod chat;
mod component;
mod definitions;
mod destination;
mod directive;
mod front_json;
mod front_matter;
mod html;
mod inline_note;
mod keys;
mod kramdown;
mod liquid;
mod loose;
mod marked;
mod mdx;
mod noted;
mod outline;
mod parted;
mod reference;
mod rows;
mod rules;
mod sections;
mod short_code;
mod template;
mod wiki_link;
mod writer;

use std::borrow::Cow;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::date;
use crate::span::{Lines, Span};

use super::draft::{Draft, is_citable};
use super::entry::{self, EntryText, Link};
use super::{BlockKind, Document, Entry, Format, Role, Shape, freed_on_the_way};

use outline::{LinkSeen, Outline};
use writer::Writer;

/// Reads Markdown.
pub(super) fn read(text: &str, lines: &Lines<'_>) -> Document {
    read_in(text, lines, parted::WINDOW)
}

/// The same, a long text in windows of so many bytes.
fn read_in(text: &str, lines: &Lines<'_>, window: usize) -> Document {
    let mut draft = Draft::new(Format::Markdown, text, lines, date::majority(text));
    let offset = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (mut outline, definitions) = write(&mut draft, &as_parsed(&text[offset..]), offset, window);
    definitions::add(&mut draft, definitions, &outline.code);
    mask_components(&mut draft, &mut outline);
    kramdown::add_sources(&draft, &mut outline);
    directive::add_sources(&draft, &mut outline);
    bare::add(&draft, &mut outline);
    let front = std::mem::take(&mut outline.front_matter);
    let front = front_json::read(text).unwrap_or(front);
    front_matter::add(&mut draft, &front);
    keys::add(&mut draft, &mut outline, &front);
    let inline = inline_note::find(&draft, &outline);
    draft.masked.extend(inline.iter().cloned());
    marked::cut(&mut draft, &outline);
    wiki_link::cut(&mut draft);
    sections::part_headings(&mut draft, &outline);
    let sections = sections::find(&draft, &outline);
    anchored::lead(&mut draft, &outline, &sections);
    add_entries(&mut draft, &outline, &sections);
    add_inline_notes(&mut draft, &outline, &inline);
    // All that was found goes into the draft: a document of many links does not hold them twice while they are put in order.
    let title = front.title.or_else(|| outline.title.take());
    outline.items = Vec::new();
    add_links(&mut draft, outline, &sections, &inline);
    drop((sections, inline));
    let mut document = draft.finish(title);
    definitions::lead_notes(&mut document);
    document
}

/// The text as the parser is to read it, byte for byte as long: what other programs make of some of its lines.
fn as_parsed(text: &str) -> Cow<'_, str> {
    let mut text = front_json::as_blank(text);
    let first = [mdx::as_markdown, liquid::as_blank, kramdown::as_blank, short_code::as_comments];
    for step in first.into_iter().chain([directive::opened, admonition::as_items]) {
        text = match text {
            Cow::Borrowed(text) => step(text),
            Cow::Owned(text) => Cow::Owned(step(&text).into_owned()),
        };
    }
    rules::as_rules(text)
}

/// Writes the prose of the text that begins at the byte `offset` of the file.
fn write(draft: &mut Draft<'_>, text: &str, offset: usize, window: usize) -> (Outline, definitions::Definitions) {
    if parted::can_be(text, window) {
        let mut writer = Writer::new(draft, definitions::Definitions::default());
        // Room that is not copied while it grows: what is copied is in memory twice.
        writer.outline.links.reserve_exact(memchr::memmem::find_iter(text.as_bytes(), "://").count());
        parted::each_event(text, window, |event, range| writer.event(event, range.start + offset..range.end + offset));
        return writer.finish();
    }
    let parser = Parser::new_ext(text, options());
    let definitions = definitions::read(text, offset, parser.reference_definitions());
    let mut writer = Writer::new(draft, definitions);
    for (event, range) in parser.into_offset_iter() {
        writer.event(event, range.start + offset..range.end + offset);
    }
    writer.finish()
}

/// Bytes of `text` that are read: all of it, but where it is nothing but marks.
pub(super) fn readable(text: &str) -> usize {
    bound::within(text, bound::MOST)
}

/// Where HTML stands in which Markdown is not read, in order.
pub(super) fn raw_html(text: &str) -> Vec<std::ops::Range<usize>> {
    let offset = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let text = as_parsed(&text[offset..readable(text).max(offset)]);
    let events = Parser::new_ext(&text, options()).into_offset_iter();
    let blocks = events.filter(|(event, _)| matches!(event, Event::Start(Tag::HtmlBlock)));
    blocks.map(|(_, range)| range.start + offset..range.end + offset).collect()
}

pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_GFM
}

/// Masks what MDX and template languages put into paragraphs.
fn mask_components(draft: &mut Draft<'_>, outline: &mut Outline) {
    let mut code = template::comments(draft.prose.text());
    // The parser reads links there as it reads them anywhere.
    let is_comment = |range: &std::ops::Range<usize>| {
        let next = code.partition_point(|own| own.end <= range.start);
        code.get(next).is_some_and(|own| own.start <= range.start)
    };
    outline.links.retain(|link| !is_comment(&link.range));
    for range in &code {
        let words = draft.prose.text()[range.clone()].trim_matches(['{', '}', '/', '*', ' ', '\n']).to_owned();
        let place = draft.prose.span(range).range();
        draft.comment(&words, &place);
    }
    let prose = draft.prose.text();
    // Brackets that a statement has opened and the paragraph has not closed: it goes on in the next.
    let mut open = 0;
    let is_mdx = draft.blocks.iter().any(|block| component::is_statement(&prose[block.range().clone()]));
    for block in &draft.blocks {
        let text = &prose[block.range()];
        if open > 0 || component::is_statement(text) {
            open = component::left_open(text, open);
            code.push(block.range());
            continue;
        }
        let found = component::code(text).into_iter().chain(template::tags(text));
        let found = found.chain(if is_mdx { component::expressions(text) } else { Vec::new() });
        code.extend(found.map(|range| block.range().start + range.start..block.range().start + range.end));
    }
    draft.masked.extend(code);
}

/// Entries of reference lists, and footnotes.
fn add_entries(draft: &mut Draft<'_>, outline: &Outline, sections: &sections::Sections) {
    let mut noted = noted::Noted::of(draft);
    for note in &outline.notes {
        let like = Entry { label: note.label.clone(), role: Role::Footnote, span: note.span, ..Entry::default() };
        let first = draft.entries.len();
        add_entry(draft, outline, note.range.clone(), like);
        noted.meet(draft, note, first);
    }
    noted.lead(draft);
    draft.masked.extend(rows::labels(outline, &sections.entries));
    for found in &sections.entries {
        let numbered = found.label.is_some();
        let number = draft.next_in_list(found.list);
        let label = found.label.clone().unwrap_or_else(|| number.to_string());
        let role = Role::Listed { list: found.list.into(), numbered };
        let like = Entry { label, role, span: found.span, ..Entry::default() };
        let first = draft.entries.len();
        add_entry(draft, outline, found.range.clone(), like);
        if let (Some(address), Some(entry)) = (sections.addresses.get(&found.range.start), draft.entries.get_mut(first))
        {
            entry.source.is_at(address.link.url.clone(), address.link.url_spans.clone());
            if address.archive.is_some() {
                entry.source.archive_url.clone_from(&address.archive);
            }
        }
    }
}

/// Notes within a paragraph: each is an entry, and the marker that points to it.
fn add_inline_notes(draft: &mut Draft<'_>, outline: &Outline, notes: &[std::ops::Range<usize>]) {
    let by_key = noted::Noted::of(draft);
    for note in notes {
        let first = draft.entries.len();
        let span = draft.prose.span(note);
        add_entry(draft, outline, inline_note::inner(note), Entry { span, ..Entry::default() });
        if !by_key.lead_here(draft, note, first, span) {
            draft.marked_by_itself(first..draft.entries.len(), Shape::Note, note.clone(), span);
        }
    }
}

fn add_entry(draft: &mut Draft<'_>, outline: &Outline, range: std::ops::Range<usize>, like: Entry) {
    let first = draft.blocks.partition_point(|block| block.range().end <= range.start);
    for block in draft.blocks[first..].iter_mut().take_while(|block| block.range().start < range.end) {
        if block.range().end <= range.end {
            block.kind = BlockKind::Entry;
        }
    }
    let text = draft.prose.text()[range.clone()].to_owned();
    let relative = |inner: &std::ops::Range<usize>| inner.start - range.start..inner.end.min(range.end) - range.start;
    let links = outline.links_in(&range).iter().filter(|link| entry_link(&link.url)).map(|link| Link {
        range: relative(&link.range),
        url: link.url.clone(),
        spans: link.url_spans.to_vec(),
        words: link.words,
    });
    let emphasised = outline.emphasised_in(&range).iter().map(relative).collect();
    let links = entry::with_bare_addresses(&text, links.collect(), |inner| {
        draft.prose.span(&(range.start + inner.start..range.start + inner.end))
    });
    let reading = entry::read(&EntryText { text: &text, links, emphasised, order: draft.order });
    draft.add_reading(reading, &Entry { stretch: Some(range.into()), ..like });
}

/// In an entry every address over the network counts, even one that cannot be looked at: somebody has cited it.
fn entry_link(url: &str) -> bool {
    let start = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    ["http://", "https://", "ftp://"].iter().any(|scheme| start.starts_with(scheme))
}

/// Links of the prose.
fn add_links(
    draft: &mut Draft<'_>,
    mut outline: Outline,
    sections: &sections::Sections,
    inline: &[std::ops::Range<usize>],
) {
    let prose = draft.prose.text();
    let next = |at: usize| outline.links.get(at + 1).map(|next| &next.range);
    let of = |(at, link): (usize, &LinkSeen)| entry::explains(prose, &link.range, &link.url, next(at));
    let explained: Vec<bool> = outline.links.iter().enumerate().map(of).collect();
    let mut explained = explained.into_iter();
    outline.links.retain(|_| !explained.next().unwrap_or_default());
    let mut taken: Vec<std::ops::Range<usize>> = outline.notes.iter().map(|note| note.range.clone()).collect();
    taken.extend(sections.entries.iter().map(|entry| entry.range.clone()));
    taken.extend(sections.taken.iter().cloned());
    taken.extend(inline.iter().cloned());
    taken.sort_by_key(|range| range.start);
    draft.expect_links(outline.links.len());
    for LinkSeen { url, url_spans, whole, range, label, .. } in freed_on_the_way(outline.links) {
        let next = taken.partition_point(|own| own.end < range.end);
        let in_entry = taken.get(next).is_some_and(|own| own.start <= range.start);
        if !in_entry && is_citable(&url) {
            draft.labelled_link(url, url_spans, whole, range, label);
        }
    }
    for html::CiteSeen { url, url_spans, whole, range } in
        outline.cites.into_iter().filter(|cite| is_citable(&cite.url))
    {
        let first = draft.entries.len();
        draft.unmarked_link(url, url_spans, whole, range.clone());
        draft.marked_by_itself(first..first + 1, Shape::Cite, range, whole);
    }
}

/// The span of a range of the file.
fn span_of(range: &std::ops::Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

#[cfg(test)]
mod raised_tests;
#[cfg(test)]
mod lists_tests;
#[cfg(test)]
mod tests;
