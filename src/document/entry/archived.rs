//! Which URL of an entry is a capture of another one: that is its archive, not a source of its own.

use crate::locator::archive_url::{self, Kind};
use crate::locator::key;

use super::Link;

/// A source of an entry: its link, and the link of a capture of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) struct Cited {
    pub(in crate::document) link: usize,
    pub(in crate::document) archive: Option<usize>,
}

/// Parts the links of one entry into sources and captures of them. The same URL twice is one source.
pub(in crate::document) fn sources(text: &str, links: &[Link]) -> Vec<Cited> {
    let captures: Vec<Option<String>> = links.iter().map(|link| wrapped(&link.url)).collect();
    let keys: Vec<Option<String>> = links.iter().map(|link| same_page(&link.url)).collect();
    let mut cited: Vec<Cited> = Vec::new();
    let first = |link: usize| Cited { link, archive: None };
    for (index, link) in links.iter().enumerate().filter(|(index, _)| captures[*index].is_none()) {
        if !cited.iter().any(|other| links[other.link].url == link.url) {
            cited.push(first(index));
        }
    }
    for (index, original) in captures.iter().enumerate() {
        let Some(original) = original else { continue };
        let page = same_page(original);
        let same = |other: &Cited| page.is_some() && keys[other.link] == page;
        let exact = |other: &Cited| other.archive.is_none() && links[other.link].url == *original;
        // Of two parts of one page each can have an archive.
        let of = cited
            .iter()
            .position(exact)
            .or_else(|| cited.iter().position(|other| other.archive.is_none() && same(other)))
            .or_else(|| cited.iter().position(same));
        let beside = || if is_code(&links[index].url) { beside(text, links, &cited, index) } else { None };
        let of = of
            .or_else(|| said_so(text, links, index).and_then(|before| cited.iter().position(|c| c.link == before)))
            .or_else(beside);
        match of {
            Some(of) if cited[of].archive.is_none() => cited[of].archive = Some(index),
            Some(_) => {}
            None if cited.iter().any(|other| links[other.link].url == links[index].url) => {}
            None => cited.push(first(index)),
        }
    }
    cited.sort_by_key(|source| source.link);
    cited
}

/// Whether words say that a link is one to an archive.
pub(in crate::document) fn says_archive(words: &str) -> bool {
    const WORDS: &[&str] = &["archiv", "capture", "snapshot", "wayback", "cached", "存档"];
    let words = words.to_lowercase();
    WORDS.iter().any(|word| words.contains(word))
}

/// The link before `index`, if a word between the two, or the link's own, says that this one is its archive.
fn said_so(text: &str, links: &[Link], index: usize) -> Option<usize> {
    let before = index.checked_sub(1)?;
    let between = text.get(links[before].range.end..links[index].range.end)?.to_lowercase();
    let own = between.find("http").unwrap_or(between.len());
    says_archive(&between[..own]).then_some(before)
}

/// Words between an address and the code of its capture: `archived at`, a date.
const BESIDE_WORDS: usize = 4;

/// The source that a capture behind a short code stands beside: the last before it, else the next behind it, if that
/// has no capture yet.
fn beside(text: &str, links: &[Link], cited: &[Cited], index: usize) -> Option<usize> {
    let own = &links[index].range;
    let near = |of: &usize| {
        let other = &links[cited[*of].link].range;
        let between = text.get(other.end.min(own.end)..own.start).or_else(|| text.get(own.end..other.start));
        cited[*of].archive.is_none()
            && !is_capture(&links[cited[*of].link].url)
            && between
                .is_some_and(|between| !between.contains(';') && between.split_whitespace().count() <= BESIDE_WORDS)
    };
    let before = cited.iter().rposition(|source| source.link < index).filter(near);
    before.or_else(|| cited.iter().position(|source| source.link > index).filter(near))
}

fn is_code(url: &str) -> bool {
    archive_url::read(url).is_some_and(|capture| capture.kind == Kind::ShortCode)
}

fn is_capture(url: &str) -> bool {
    archive_url::read(url).is_some_and(|capture| capture.kind != Kind::Item)
}

/// What the address of a capture wraps; an empty string where that cannot be read off it.
fn wrapped(url: &str) -> Option<String> {
    // What was uploaded to an archive is a source of its own.
    let capture = archive_url::read(url).filter(|capture| capture.kind != Kind::Item)?;
    Some(capture.original.unwrap_or_default())
}

/// The page that an address leads to, by its key, or the page that was captured where it is a capture.
pub(in crate::document) fn original_page(url: &str) -> Option<String> {
    let original = archive_url::read(url).and_then(|capture| capture.original);
    same_page(original.as_deref().unwrap_or(url))
}

/// The page that an address leads to, by its key.
pub(in crate::document) fn same_page(url: &str) -> Option<String> {
    let with_scheme = if url.contains("://") { url.to_owned() } else { format!("http://{url}") };
    url::Url::parse(&with_scheme).ok().map(|url| key::key(&url).to_string())
}
