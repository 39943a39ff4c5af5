//! From what was put aside to entries, and to the markers that point to them.

use std::collections::HashMap;
use std::ops::Range;

use url::Url;

use crate::date;
use crate::document::entry::{self, EntryText, Link, Words};
use crate::document::pairs::Pairing;
use crate::document::{Entry, Few, Role, Said, Shape, Source};
use crate::finding::Finding;
use crate::locator::{archive_url, key};
use crate::span::Span;

use super::aside::{Aside, Capture, Listed, Point, Short, To};
use super::cite::{self, Cited};
use super::writer::{Into, NoteRead, Writer};

/// Entries by what short notes call them.
type ByKey = HashMap<String, usize>;

/// A note whose entries are those that it points to.
struct Pointing {
    shorts: Vec<Short>,
    like: Entry,
    read: NoteRead,
}

/// Entries for all notes and citations, then their markers.
pub(super) fn add(writer: &mut Writer<'_, '_>) {
    let mut by_key = ByKey::new();
    listed(writer, &mut by_key);
    let mut entries: Vec<Vec<usize>> = Vec::new();
    let mut pointing: Vec<(usize, Pointing)> = Vec::new();
    let mut said = Vec::new();
    // Reading a note can find notes within it.
    while entries.len() < writer.aside.kept.len() {
        let index = entries.len();
        let (own, points_to) = kept(writer, index, &mut by_key, &mut said);
        entries.push(own);
        pointing.extend(points_to.map(|points_to| (index, points_to)));
    }
    for (index, note) in pointing {
        let mut led: Vec<usize> = note.shorts.iter().filter_map(|short| by_key.get(&short.key).copied()).collect();
        for short in &note.shorts {
            led.extend(pages(writer, short, &by_key, &note.like));
        }
        entries[index] = if led.is_empty() { by_words(writer, &note.read, &note.like) } else { led };
    }
    for note in said {
        quote(writer, &note, &by_key);
    }
    markers(writer, &entries, &by_key);
    for (key, words) in std::mem::take(&mut writer.aside.said) {
        let Some(&entry) = by_key.get(&key) else { continue };
        let range = writer.read_note(&words).range;
        let mut pairing = Pairing::default();
        pairing.read(writer.draft.prose.text(), range, &[]);
        let own = pairing.finish().into_iter().filter_map(|quoted| quoted.parts.first().map(|part| part.range()));
        writer.draft.entries[entry].quotes.extend(own);
    }
}

/// What names sources in a note, in its order, each with where it stands in the prose.
struct Naming {
    note: Range<usize>,
    marks: Vec<(Range<usize>, Named)>,
}

/// A source that a note names.
enum Named {
    /// By a template, or a link beside one.
    Entry(usize),
    /// By a short note.
    Short(Vec<Short>),
}

/// What a note quotes of the sources that it names is theirs.
fn quote(writer: &mut Writer<'_, '_>, naming: &Naming, by_key: &ByKey) {
    let start = naming.note.start;
    let text = &writer.draft.prose.text()[naming.note.clone()];
    let relative = |at: usize| at.saturating_sub(start).min(text.len());
    let marks: Vec<_> = naming.marks.iter().map(|(mark, _)| relative(mark.start)..relative(mark.end)).collect();
    // What a template says that it quotes is its own.
    let own = naming.marks.iter().filter_map(|(_, named)| match named {
        Named::Entry(entry) => writer.draft.entries.get(*entry),
        Named::Short(_) => None,
    });
    let known: Vec<Range<usize>> = own.flat_map(|entry| entry.quotes.iter().cloned()).collect();
    // A title as often stands before the template of the whole as words that are quoted from it.
    let follow = |mark: usize| matches!(naming.marks[mark].1, Named::Short(_));
    for (mark, range) in entry::of_marks(text, &marks, &[], follow) {
        let entry = match &naming.marks[mark].1 {
            Named::Entry(entry) => Some(*entry),
            Named::Short(shorts) => shorts.iter().find_map(|short| by_key.get(&short.key).copied()),
        };
        let Some(entry) = entry.and_then(|entry| writer.draft.entries.get_mut(entry)) else { continue };
        let range = start + range.start..start + range.end;
        if !known.iter().any(|known| known.start < range.end && range.start < known.end) {
            entry.quotes.push(range);
        }
    }
}

/// Citations outside of notes: each section has its own list.
fn listed(writer: &mut Writer<'_, '_>, by_key: &mut ByKey) {
    let into = std::mem::replace(&mut writer.into, Into::Note);
    for listed in std::mem::take(&mut writer.aside.listed) {
        if listed.call.name == "wikicite" {
            wikicite(writer, &listed, by_key);
            continue;
        }
        let cited = cite::read(writer, &listed.call);
        // What stands in the text as a mark does is none of a list.
        let told = cited.sources.iter().any(|own| own.url.is_some() || own.doi.is_some() || own.title.is_some());
        let place = listed.place.filter(|_| told);
        let (label, role) = match (cited.name.clone(), place) {
            (name, Some(_)) => (name.unwrap_or_default(), Role::Link),
            (name, None) => {
                let number = writer.draft.next_in_list(listed.section);
                let role = Role::Listed { list: listed.section.into(), numbered: true };
                (name.unwrap_or_else(|| number.to_string()), role)
            }
        };
        let like = Entry { label, role, span: cited.span, ..Entry::default() };
        let own = cite(writer, cited, &like, by_key);
        if let Some(place) = place {
            let labels = Some(like.label).filter(|label| !label.is_empty());
            writer.draft.point(labels.into_iter().collect(), own.collect(), Shape::Note, place..place, like.span);
        }
    }
    writer.into = into;
}

/// `{{wikicite|ref={{sfnref|Smith|2001}}|reference=''Words''. 2001.}}`: an entry in words, with the name that short notes have.
fn wikicite(writer: &mut Writer<'_, '_>, listed: &Listed, by_key: &mut ByKey) {
    let Some(words) = listed.call.any(cite::REFERENCE).cloned() else { return };
    let named = cite::named_anchor(writer, &listed.call);
    let number = writer.draft.next_in_list(listed.section);
    let role = Role::Listed { list: listed.section.into(), numbered: true };
    let label = named.as_ref().map_or_else(|| number.to_string(), |(_, label)| label.clone());
    let span = Span::new(listed.call.bytes.start, listed.call.bytes.end);
    let read = writer.read_note(&words);
    let like = Entry { label, role, span, stretch: Some(read.range.clone().into()), ..Entry::default() };
    let own = by_words(writer, &read, &like);
    if let Some(((key, _), first)) = named.zip(own.first()) {
        by_key.entry(key).or_insert(*first);
    }
}

/// The entries of one citation.
fn cite(writer: &mut Writer<'_, '_>, cited: Cited, like: &Entry, by_key: &mut ByKey) -> Range<usize> {
    let first = writer.draft.entries.len();
    for source in cited.sources {
        writer.draft.entries.push(Entry { source, ..like.clone() });
    }
    writer.draft.entries[first].quotes.extend(cited.quote);
    for key in cited.keys {
        by_key.entry(key).or_insert(first);
    }
    for (code, message, span) in cited.findings {
        let place = writer.draft.lines.place(span);
        writer.draft.findings.push(Finding::new(code, message, Some(place)));
    }
    first..writer.draft.entries.len()
}

/// The entries of the kept note `index`, or what it points to.
fn kept(
    writer: &mut Writer<'_, '_>,
    index: usize,
    by_key: &mut ByKey,
    said: &mut Vec<Naming>,
) -> (Vec<usize>, Option<Pointing>) {
    let note = &writer.aside.kept[index];
    let (label, span, content) = (note.label.clone(), note.span, note.content.clone());
    let mut read = writer.read_note(&content);
    let points = std::mem::take(&mut read.points);
    let like =
        Entry { label, role: Role::Footnote, span, stretch: Some(read.range.clone().into()), ..Entry::default() };
    let (mut own, mut shorts, mut captures) = (Vec::new(), Vec::new(), Vec::new());
    let mut naming = Naming { note: read.range.clone(), marks: Vec::new() };
    for point in points {
        match point {
            Point::Cite(cited, end) => {
                let entries = cite(writer, *cited, &like, by_key);
                naming.marks.push((end..end, Named::Entry(entries.start)));
                own.extend(entries);
            }
            Point::Short(found, place) => {
                naming.marks.push((place, Named::Short(found.clone())));
                shorts.extend(found);
            }
            Point::Capture(capture) => captures.push((own.last().copied(), capture)),
        }
    }
    // What means the note before means none of those that it cites by name.
    writer.draft.by_key.extend((!shorts.is_empty()).then_some(span.start()));
    if own.is_empty() && read.links.is_empty() && !shorts.is_empty() {
        said.push(naming);
        return (own, Some(Pointing { shorts, like, read }));
    }
    if own.is_empty() {
        own = by_words(writer, &read, &like);
    } else {
        let links: Vec<(Range<usize>, String)> =
            read.links.iter().map(|link| (link.range.clone(), link.url.clone())).collect();
        own.extend(beside(writer, &own, read.links, &like));
        for (range, url) in links {
            let is_its = |entry: &&usize| {
                let source = &writer.draft.entries[**entry].source;
                [&source.url, &source.archive_url].into_iter().any(|own| own.as_ref() == Some(&url))
            };
            let its = own.iter().find(is_its).copied();
            naming.marks.extend(its.map(|entry| (range, Named::Entry(entry))));
        }
        naming.marks.sort_by_key(|(mark, _)| mark.start);
        said.push(naming);
    }
    for (before, capture) in captures {
        let near = before.filter(|&entry| writer.draft.entries[entry].source.url_spans.is_empty());
        let near = near.or_else(|| nearest(writer, &own, capture.url_span.start()));
        let entry = captured(writer, &own, &capture).or(near).or(before).or(own.last().copied());
        if let Some(entry) = entry {
            add_capture(writer, entry, capture);
        }
    }
    own.extend(shorts.iter().filter_map(|short| by_key.get(&short.key).copied()));
    for short in &shorts {
        own.extend(pages(writer, short, by_key, &like));
    }
    (own, None)
}

/// The entries of the pages that a short note leads to, each with what its source says of itself; two notes that name one
/// page have one entry.
fn pages(writer: &mut Writer<'_, '_>, short: &Short, by_key: &ByKey, like: &Entry) -> Vec<usize> {
    let whole = by_key.get(&short.key).map(|&entry| writer.draft.entries[entry].source.clone());
    let said = whole.map(|whole| Said {
        title: whole.title.clone(),
        authors: whole.authors.clone(),
        publisher: whole.publisher.clone(),
        published: whole.published,
        ..Said::default()
    });
    let said = said.unwrap_or_default();
    let mut led = Vec::new();
    for page in &short.pages {
        let next = writer.draft.entries.len();
        let entry = *writer.aside.pages.entry((short.key.clone(), page.url.clone())).or_insert(next);
        if entry == next {
            let mut source = Source::from(said.clone());
            source.url = Some(page.url.clone());
            source.url_spans = Few::One(page.span);
            // The name alone is that of the whole.
            let of_page =
                || if page.shown.is_empty() { short.label.clone() } else { format!("{}, {}", short.label, page.shown) };
            let label = if like.label.is_empty() { of_page() } else { like.label.clone() };
            writer.draft.entries.push(Entry { label, source, ..like.clone() });
        }
        led.push(entry);
    }
    led
}

/// The entries of a note without templates: what its words say.
fn by_words(writer: &mut Writer<'_, '_>, note: &NoteRead, like: &Entry) -> Vec<usize> {
    let (first, range) = (writer.draft.entries.len(), &note.range);
    let text = writer.draft.prose.text()[range.clone()].to_owned();
    let relative = |inner: &Range<usize>| {
        (range.start <= inner.start && inner.end <= range.end)
            .then(|| inner.start - range.start..inner.end - range.start)
    };
    let links = note.links.iter().filter_map(|link| Some(Link { range: relative(&link.range)?, ..link.clone() }));
    let emphasised = note.emphasised.iter().filter_map(relative).collect();
    let links = entry::with_bare_addresses(&text, links.collect(), |inner| {
        writer.draft.prose.span(&(range.start + inner.start..range.start + inner.end))
    });
    let reading = entry::read(&EntryText { text: &text, links, emphasised, order: writer.draft.order });
    writer.draft.add_reading(reading, like);
    (first..writer.draft.entries.len()).collect()
}

/// Links that stand in a note beside its templates: a capture of what a template names, or a source of its own.
fn beside(writer: &mut Writer<'_, '_>, own: &[usize], links: Vec<Link>, like: &Entry) -> Vec<usize> {
    let first = writer.draft.entries.len();
    for link in links {
        let original = archive_url::read(&link.url).and_then(|capture| capture.original);
        let captured = original.and_then(|original| {
            let same = |url: &Option<String>| url.as_deref().is_some_and(|url| is_same(url, &original));
            let mut known = own.iter().copied().chain(first..writer.draft.entries.len());
            known.find(|&entry| same(&writer.draft.entries[entry].source.url))
        });
        if let Some(entry) = captured {
            writer.draft.entries[entry].source.archive_url.get_or_insert(link.url);
            continue;
        }
        let title = (link.words == Words::Names).then(|| writer.draft.prose.text()[link.range.clone()].to_owned());
        let mut source = Source::at(link.url, link.spans);
        if title.is_some() {
            source.title = title;
        }
        writer.draft.entries.push(Entry { source, ..like.clone() });
    }
    (first..writer.draft.entries.len()).collect()
}

fn is_same(one: &str, other: &str) -> bool {
    let key = |url: &str| Url::parse(url).ok().map(|url| key::key(&url));
    key(one).is_some_and(|one| key(other) == Some(one))
}

/// The entry of a note whose page a capture shows.
fn captured(writer: &Writer<'_, '_>, own: &[usize], capture: &Capture) -> Option<usize> {
    let of_address = || archive_url::read(&capture.url).and_then(|read| read.original);
    let original = capture.original.clone().or_else(of_address)?;
    let same =
        |entry: &usize| writer.draft.entries[*entry].source.url.as_deref().is_some_and(|url| is_same(url, &original));
    own.iter().copied().find(same)
}

/// The entry of a note whose address stands last before `at`.
fn nearest(writer: &Writer<'_, '_>, own: &[usize], at: usize) -> Option<usize> {
    let place = |entry: usize| writer.draft.entries[entry].source.url_spans.first().map(|span| span.start());
    let placed = own.iter().filter_map(|&entry| Some((place(entry)?, entry)));
    placed.filter(|(place, _)| *place < at).max().map(|(_, entry)| entry)
}

fn add_capture(writer: &mut Writer<'_, '_>, entry: usize, capture: Capture) {
    let order = writer.draft.order;
    let Some(entry) = writer.draft.entries.get_mut(entry) else { return };
    let source = &mut entry.source;
    if source.url.is_none() {
        source.archive_url = capture.original.is_some().then(|| capture.url.clone());
        source.url = Some(capture.original.unwrap_or(capture.url));
        source.url_spans = Few::One(capture.url_span);
        source.title = source.title.take().or(Some(capture.title).filter(|title| !title.is_empty()));
    } else if source.archive_url.is_none() && source.url.as_ref() != Some(&capture.url) {
        source.archive_url = Some(capture.url);
    }
    let date = date::read(&capture.date, order).and_then(|read| read.date.ok());
    source.archive_date = source.archive_date.or(date);
}

/// A marker for every place that points to notes or citations.
fn markers(writer: &mut Writer<'_, '_>, entries: &[Vec<usize>], by_key: &ByKey) {
    let uses = std::mem::take(&mut writer.aside.uses);
    let mut of_pages: HashMap<usize, Vec<usize>> = HashMap::new();
    for own in &uses {
        let To::Short(shorts) = &own.to else { continue };
        for short in shorts.iter().filter(|short| !short.pages.is_empty()) {
            let like = Entry { role: Role::Footnote, span: own.span, ..Entry::default() };
            of_pages.entry(own.span.start()).or_default().extend(pages(writer, short, by_key, &like));
        }
    }
    // What the notes within an explanation lead to.
    let explained = |aside: &Aside, label: &str| -> Vec<usize> {
        let Some(bytes) = aside.remark(label) else { return Vec::new() };
        let within = uses.iter().filter(|own| bytes.start <= own.span.start() && own.span.end() <= bytes.end);
        let led = within.filter_map(|own| match &own.to {
            To::Kept(index) => Some(*index),
            To::Label(label) => aside.named(label),
            To::Short(_) | To::Remark(_) => None,
        });
        led.flat_map(|index| entries[index].iter().copied()).collect()
    };
    for same in uses.chunk_by(|one, other| one.span == other.span) {
        let (mut led, mut labels) = (Vec::new(), Vec::new());
        for own in same {
            let remark: Vec<usize>;
            let found = match &own.to {
                To::Kept(index) => vec![Ok(&entries[*index][..])],
                To::Label(label) => {
                    vec![writer.aside.named(label).map(|index| &entries[index][..]).ok_or(label.clone())]
                }
                To::Remark(label) => {
                    remark = match writer.aside.named(label) {
                        Some(index) => entries[index].clone(),
                        None => explained(&writer.aside, label),
                    };
                    if remark.is_empty() { Vec::new() } else { vec![Ok(&remark[..])] }
                }
                To::Short(shorts) => {
                    let entry = |short: &Short| by_key.get(&short.key).map(std::slice::from_ref);
                    shorts.iter().map(|short| entry(short).ok_or(short.label.clone())).collect()
                }
            };
            for found in found {
                match found {
                    Ok(own) => {
                        led.extend(own);
                        labels.extend(own.iter().map(|&entry| writer.draft.entries[entry].label.clone()));
                    }
                    Err(label) => labels.push(label),
                }
            }
        }
        led.extend(of_pages.get(&same[0].span.start()).into_iter().flatten());
        labels.dedup();
        // An explanation that has no source points to none.
        if led.is_empty() && same.iter().all(|own| matches!(own.to, To::Remark(_))) {
            continue;
        }
        writer.draft.point(labels, led, Shape::Note, same[0].place..same[0].place, same[0].span);
    }
}
