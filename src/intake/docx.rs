//! The words of a DOCX: paragraphs, links, footnotes and endnotes, and the citations of reference managers.
//!
//! A DOCX is a ZIP of XML. Nothing of it is trusted: each part is read to a bound, entities are not expanded, and what
//! is deleted, moved away or hidden is none of its words.

mod bookmark;
mod citavi;
mod endnote;
mod field;
#[cfg(test)]
mod notes_tests;
mod numbering;
mod part;
mod quotation;
mod sources;
mod story;
mod styles;
#[cfg(test)]
mod tests;
mod walk;
mod xml;

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::ops::Range;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use zip::ZipArchive;

use crate::text::laid::{Laid, LaidCitation, LaidLink, LaidNote, LaidRaised};

use numbering::{Count, Numbering};
use part::Part;
use sources::Sources;
use story::{Link, Story, Style};
use styles::Styles;

/// Bytes of one part, unpacked: a novel takes a tenth.
const LARGEST_PART: u64 = 100_000_000;

/// Parts of custom XML that are looked at for sources.
const MOST_CUSTOM: usize = 16;

/// Why a DOCX cannot be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum DocxProblem {
    /// It is no ZIP, or a broken one.
    #[error("it is no DOCX: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// It is a ZIP of something else.
    #[error("it is no DOCX: it holds no word/document.xml")]
    NoDocument,
    /// A part cannot be unpacked.
    #[error("unpack {name}: {why}")]
    Unpack {
        /// Of the part.
        name: String,
        /// What went wrong.
        why: std::io::Error,
    },
    /// A part that unpacks to more than is read.
    #[error("{name} unpacks to more than {} MB", LARGEST_PART / 1_000_000)]
    TooLarge {
        /// Of the part.
        name: String,
    },
}

/// Takes the words out of a DOCX.
pub(super) fn read(bytes: &[u8]) -> Result<Laid, DocxProblem> {
    let mut zip = ZipArchive::new(Cursor::new(bytes))?;
    let main = main_part(&mut zip)?;
    let document = open(&mut zip, &main)?.ok_or(DocxProblem::NoDocument)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let sources = sources(&mut zip);
    let codes = bookmark::codes(&open(&mut zip, "docProps/custom.xml").ok().flatten().unwrap_or_default());
    let beside = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    let styles = Styles::read(&open(&mut zip, &beside("styles.xml")).ok().flatten().unwrap_or_default());
    let settings = open(&mut zip, &beside("settings.xml")).ok().flatten().unwrap_or_default();
    let mut story = |name: &str| -> Result<Story, DocxProblem> {
        let path = beside(name);
        let Some(text) = open(&mut zip, &path)? else { return Ok(Story::default()) };
        Ok(Part { links: relations(&mut zip, &path)?, sources: &sources, codes: &codes, styles: &styles }.read(&text))
    };
    let (feet, ends) = (story("footnotes.xml")?, story("endnotes.xml")?);
    let links = relations(&mut zip, &main)?;
    let text = Part { links, sources: &sources, codes: &codes, styles: &styles }.read(&document);
    let mut laid = laid(&text, [&feet, &ends], Numbering::of_settings(&settings));
    let parts = [(main.as_str(), &text), ("footnotes.xml", &feet), ("endnotes.xml", &ends)];
    laid.broken = parts.iter().filter(|(_, story)| story.is_broken).map(|(name, _)| (*name).to_owned()).collect();
    Ok(laid)
}

/// The part that holds the text: what the package says, else where every program puts it.
fn main_part(zip: &mut ZipArchive<Cursor<&[u8]>>) -> Result<String, DocxProblem> {
    let relations = open(zip, "_rels/.rels")?.unwrap_or_default();
    let found = part::relations(&relations).into_iter().find(|relation| relation.kind.ends_with("/officeDocument"));
    let named = found.map(|relation| relation.target.trim_start_matches('/').to_owned());
    Ok(named.unwrap_or_else(|| "word/document.xml".to_owned()))
}

/// The sources that Word keeps beside the document; what cannot be read of them is none.
fn sources(zip: &mut ZipArchive<Cursor<&[u8]>>) -> Sources {
    let is_custom = |name: &String| {
        let number = name.strip_prefix("customXml/item").and_then(|rest| rest.strip_suffix(".xml"));
        number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let names = zip.file_names().flatten().map(Cow::into_owned);
    let names: Vec<String> = names.filter(is_custom).take(MOST_CUSTOM).collect();
    let mut sources = Sources::new();
    for name in names {
        let xml = open(zip, &name).ok().flatten().unwrap_or_default();
        sources::read(&xml, &mut sources);
    }
    sources
}

/// Where the links of a part lead, by their ids.
fn relations(zip: &mut ZipArchive<Cursor<&[u8]>>, part: &str) -> Result<HashMap<String, String>, DocxProblem> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let path = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let text = open(zip, &path)?.unwrap_or_default();
    let links = part::relations(&text).into_iter().filter(|relation| relation.kind.ends_with("/hyperlink"));
    Ok(links.map(|relation| (relation.id, relation.target)).collect())
}

/// The text of a part; none where there is no such part.
fn open(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, DocxProblem> {
    let member = match zip.by_name(name) {
        Ok(member) => member,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(why) => return Err(why.into()),
    };
    let mut bytes = Vec::new();
    let read = member.take(LARGEST_PART + 1).read_to_end(&mut bytes);
    read.map_err(|why| DocxProblem::Unpack { name: name.to_owned(), why })?;
    if bytes.len() as u64 > LARGEST_PART {
        return Err(DocxProblem::TooLarge { name: name.to_owned() });
    }
    // A part in UTF-16 can begin without a mark of the order of its bytes.
    let charset = match bytes[..] {
        [b'<', 0, ..] => UTF_16LE,
        [0, b'<', ..] => UTF_16BE,
        _ => UTF_8,
    };
    Ok(Some(charset.decode(&bytes).0.into_owned()))
}

/// Puts the paragraphs together, the notes last.
fn laid(document: &Story, notes: [&Story; 2], numbering: [Numbering; 2]) -> Laid {
    let mut laid = Laid::default();
    let mut moved = Vec::new();
    for paragraph in &document.paragraphs {
        let start = begin(&mut laid);
        laid.text.push_str(&document.text[paragraph.range.clone()]);
        moved.push((paragraph.range.clone(), start));
        let range = start..laid.text.len();
        laid.cells.extend(paragraph.row.map(|row| (range.clone(), row)));
        if paragraph.style == Style::Heading {
            laid.headings.push(range);
        }
    }
    let to = |at: usize| -> usize {
        let next = moved.partition_point(|(range, _)| range.start <= at);
        next.checked_sub(1).map_or(0, |index| {
            let (own, moved) = &moved[index];
            // A mark between paragraphs stands at the end of the one before it.
            moved + (at - own.start).min(own.len())
        })
    };
    let range = |range: &Range<usize>| to(range.start)..to(range.start) + range.len();
    laid.links =
        document.links.iter().map(|link| LaidLink { range: range(&link.range), url: link.url.clone() }).collect();
    laid.cited = document
        .cited
        .iter()
        .map(|cited| LaidCitation { range: range(&cited.range), items: cited.items.clone() })
        .collect();
    laid.bibliographies = document.bibliographies.iter().map(|list| to(list.start)..to(list.end)).collect();
    laid.quotations = quotation::find(document).iter().map(|own| to(own.start)..to(own.end)).collect();
    laid.body = laid.text.len();
    // By the id of a note, and whether it stands at the end, its index.
    let mut indices: HashMap<(&str, bool), usize> = HashMap::new();
    for (kind, notes) in notes.into_iter().enumerate() {
        let mut count = Count::of(kind, numbering[kind], &document.sections);
        let mut marks: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut order = Vec::new();
        for mark in document.marks.iter().filter(|mark| mark.at_end == (kind == 1)) {
            let own = marks.entry(mark.id.as_str()).or_default();
            if own.is_empty() {
                order.push((mark.id.as_str(), Some(mark.at)));
            }
            own.push(to(mark.at));
        }
        let unmarked = notes.notes.iter().map(|(id, _)| (id.as_str(), None)).filter(|(id, _)| !marks.contains_key(id));
        let all: Vec<(&str, Option<usize>)> = order.into_iter().chain(unmarked).collect();
        let by_id: HashMap<&str, &Range<usize>> = notes.notes.iter().map(|(id, range)| (id.as_str(), range)).collect();
        let mut links: Vec<&Link> = notes.links.iter().collect();
        links.sort_by_key(|link| link.range.start);
        for (id, mark) in all {
            let label = count.next(mark);
            indices.insert((id, kind == 1), laid.notes.len());
            let marks = marks.get(id).cloned().unwrap_or_default();
            let Some(own) = by_id.get(id).map(|range| (*range).clone()) else {
                laid.notes.push(LaidNote { label, marks, words: None, items: Vec::new(), emphasised: Vec::new() });
                continue;
            };
            let start = begin(&mut laid);
            laid.text.push_str(&notes.text[own.clone()]);
            let first = links.partition_point(|link| link.range.start < own.start);
            let inner = links[first..].iter().take_while(|link| link.range.start < own.end);
            let links = inner.filter(|link| link.range.end <= own.end).map(|link| LaidLink {
                range: start + (link.range.start - own.start)..start + (link.range.end - own.start),
                url: link.url.clone(),
            });
            laid.links.extend(links);
            let first = notes.cited.partition_point(|cited| cited.range.start < own.start);
            let inner = notes.cited[first..].iter().take_while(|cited| cited.range.start < own.end);
            let items = inner.flat_map(|cited| cited.items.iter().cloned()).collect();
            let first = notes.emphasised.partition_point(|inner| inner.start < own.start);
            let inner = notes.emphasised[first..].iter().take_while(|inner| inner.start < own.end);
            let inner = inner.filter(|inner| inner.end <= own.end);
            let moved = |inner: &Range<usize>| start + (inner.start - own.start)..start + (inner.end - own.start);
            let emphasised = inner.map(moved).collect();
            laid.notes.push(LaidNote { label, marks, words: Some(start..laid.text.len()), items, emphasised });
        }
    }
    let again = document.again.iter().filter_map(|(own, name)| {
        let mark = &document.marks[*document.bookmarked.get(name)?];
        Some(LaidRaised { range: range(own), note: Some(*indices.get(&(mark.id.as_str(), mark.at_end))?) })
    });
    laid.raised = again.collect();
    let typed = |own: &&Range<usize>| {
        let next = document.again.partition_point(|(again, _)| again.end <= own.start);
        document.again.get(next).is_none_or(|(again, _)| own.start < again.start)
    };
    let typed = document.raised.iter().filter(typed).map(|own| LaidRaised { range: range(own), note: None });
    laid.raised.extend(typed);
    laid
}

fn begin(laid: &mut Laid) -> usize {
    if !laid.text.is_empty() {
        laid.text.push_str("\n\n");
    }
    laid.starts.push((laid.text.len(), laid.starts.len() + 1));
    laid.text.len()
}
