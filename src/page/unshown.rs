//! What of a page was not read although all of it came: what stands behind a wall, in a frame, on the next page, at another
//! address, or is spoken. A page says so of itself; a long text is the page, whatever stands beside it.

mod around;
mod frames;
mod moved;
mod work;

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;
use scraper::{ElementRef, Html, Selector};
use serde::{Deserialize, Serialize};
use url::Url;

use super::attribute::Attribute;
use super::sight;
use super::structured::Structured;
use crate::page::walk::writer::line;
use crate::span::Span;

/// What was not read, and where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unshown {
    /// What it is.
    pub what: UnshownKind,
    /// Its address, where the page names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

/// What of a page was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnshownKind {
    /// The rest of its text: behind a wall, or on its next page.
    Rest,
    /// The work that it only describes: by an abstract, or an entry of a catalogue.
    Work,
    /// A document or another page that stands in it.
    Embedded,
    /// The words of a film or a recording.
    Spoken,
    /// The page that it has moved to.
    Onward,
}

/// A page that says more characters than that outside of its margins is read for what it says: a thousand words. Abstracts
/// and the beginnings that are shown before a wall have fewer.
const LONGEST_PART: usize = 6_000;
/// Beside a longer text a document in a frame is an addition to it: some 650 words.
const LONGEST_BESIDE_DOCUMENT: usize = 4_000;
/// Beside a longer text another page of the site in a frame is an addition to it: some 330 words.
const LONGEST_BESIDE_FRAME: usize = 2_000;
/// Beside a longer text a film or a recording is an addition to it, where the page does not say that it is one.
const LONGEST_BESIDE_FILM: usize = 500;
/// An entry of a catalogue.
const LONGEST_RECORD: usize = 2_000;
/// A notice that a page has moved.
const LONGEST_NOTICE: usize = 600;
/// A page with nothing else on it, as one that is filled in by scripts.
const NEXT_TO_NOTHING: usize = 200;
/// A locked part with as many characters of text came all the same.
const FILLED: usize = 200;
/// Headings, links and frames that are looked at: more are a flood.
const MOST: usize = 200;
/// A heading or a link is looked at so far.
const LONGEST_WORDS: usize = 200;

/// What is known of a page.
pub(super) struct Known<'a> {
    pub(super) tree: &'a Html,
    /// Its elements.
    pub(super) elements: &'a [ElementRef<'a>],
    /// The address that answered.
    pub(super) url: Option<&'a Url>,
    pub(super) structured: &'a Structured,
    /// What the page says of `isAccessibleForFree`.
    pub(super) free: Option<bool>,
    /// Where it sends its reader on to, however late.
    pub(super) refresh: Option<&'a str>,
    /// Whether a title or its main heading is, as a whole, that it was not found.
    pub(super) not_found: bool,
    pub(super) visible: &'a str,
    pub(super) margins: &'a [Span],
}

/// What a page holds that tells what it is of.
#[derive(Debug, Default)]
struct Gathered {
    base: Option<String>,
    /// `og:type`.
    kind: Option<String>,
    /// What things of schema.org stand on it by themselves.
    things: Vec<String>,
    /// In lower case.
    headings: Vec<String>,
    /// Words and addresses of links outside of margins.
    links: Vec<(String, String)>,
    /// Those among them that stand around the page, or are the title of another one.
    others: BTreeSet<(String, String)>,
    frames: Vec<frames::Frame>,
    /// `<video>` and `<audio>`.
    plays: bool,
    /// `rel=next`.
    next: Option<String>,
    /// What its metadata calls the document itself.
    document: Option<String>,
    scripted: bool,
}

/// A page, as its rules see it.
struct Seen<'a> {
    known: &'a Known<'a>,
    gathered: Gathered,
    /// Lines outside of margins, in lower case with plain quotation marks.
    lines: Vec<String>,
    /// Characters outside of margins.
    said: usize,
}

/// The first that has something to say decides.
const RULES: &[fn(&Seen<'_>) -> Option<Unshown>] =
    &[moved::onward, frames::document, work::spoken, frames::frame, work::rest, work::work, next_page];

/// What of a page was not read, as far as it says so.
pub(super) fn read(known: &Known<'_>) -> Option<Unshown> {
    let seen = Seen::of(known);
    RULES.iter().find_map(|rule| rule(&seen))
}

impl Unshown {
    fn new(what: UnshownKind, at: Option<String>) -> Self {
        Self { what, at }
    }
}

impl<'a> Seen<'a> {
    fn of(known: &'a Known<'a>) -> Self {
        let said = outside(known.visible, known.margins);
        let count: usize = said.iter().map(|part| part.chars().count()).sum();
        let lines = if count > LONGEST_PART {
            Vec::new()
        } else {
            let lines = said.iter().flat_map(|part| part.lines()).map(plain);
            lines.filter(|line| !line.is_empty()).collect()
        };
        let gathered = gather(known.elements, count <= LONGEST_PART);
        Self { known, gathered, lines, said: count }
    }

    /// The address that is written so, if it is another page than this one.
    fn other(&self, written: &str) -> Option<Url> {
        let page = self.known.url?;
        let base = self.gathered.base.as_ref().and_then(|base| page.join(base).ok());
        let mut url = base.as_ref().unwrap_or(page).join(written.trim()).ok()?;
        url.set_fragment(None);
        let mut own = page.clone();
        own.set_fragment(None);
        (matches!(url.scheme(), "http" | "https") && url != own).then_some(url)
    }

    /// Whether one of the phrases stands outside of margins, and not in quotation marks.
    fn says(&self, phrases: &AhoCorasick) -> bool {
        self.lines.iter().any(|line| stand_in(line, phrases).next().is_some())
    }

    /// How many of the phrases do.
    fn said_of(&self, phrases: &AhoCorasick) -> usize {
        let said: BTreeSet<usize> = self.lines.iter().flat_map(|line| stand_in(line, phrases)).collect();
        said.len()
    }
}

/// Finds all of some phrases at once.
fn phrases(words: &[&str]) -> AhoCorasick {
    AhoCorasick::new(words).expect("the phrases are few and short")
}

/// Which of the phrases a line has, not in quotation marks.
fn stand_in(line: &str, phrases: &AhoCorasick) -> impl Iterator<Item = usize> {
    let is_said = move |start: usize| line[..start].matches('"').count().is_multiple_of(2);
    let hits = phrases.find_overlapping_iter(line);
    hits.filter(move |hit| is_said(hit.start())).map(|hit| hit.pattern().as_usize())
}

/// A line in lower case, with quotation marks and apostrophes of one form.
fn plain(text: &str) -> String {
    let typed = |c: char| match c {
        '“' | '”' | '„' | '«' | '»' => '"',
        '’' | '‘' => '\'',
        c => c,
    };
    line(text).to_lowercase().chars().map(typed).collect()
}

/// The parts of `visible` outside of `margins`.
fn outside<'a>(visible: &'a str, margins: &[Span]) -> Vec<&'a str> {
    let mut at = 0;
    let mut said = Vec::new();
    for margin in margins {
        said.extend(visible.get(at..margin.start()));
        at = at.max(margin.end());
    }
    said.extend(visible.get(at..));
    said
}

/// `all`: not only what is told of a page of any length.
fn gather(elements: &[ElementRef<'_>], all: bool) -> Gathered {
    let mut gathered = Gathered::default();
    for element in elements {
        gathered.take(*element, all);
    }
    gathered
}

impl Gathered {
    fn take(&mut self, element: ElementRef<'_>, all: bool) {
        let value = element.value();
        match value.name() {
            "base" if self.base.is_none() => self.base = value.attribute("href").map(str::to_owned),
            "link" | "a" => self.take_link(element, all),
            _ if !all => {}
            "meta" => self.take_meta(element),
            "script" => self.scripted = true,
            "h1" | "h2" | "h3" | "h4" if self.headings.len() < MOST => self.headings.push(words_of(element)),
            "iframe" | "frame" | "embed" | "object" if self.frames.len() < MOST && !is_in_margin(element) => {
                self.frames.extend(frames::Frame::of(element));
            }
            "video" | "audio" => self.plays |= !is_in_margin(element),
            _ => {}
        }
        if !all {
            return;
        }
        let alone = value.attribute("itemscope").is_some() && value.attribute("itemprop").is_none();
        if let Some(kind) = value.attribute("itemtype").filter(|_| alone && self.things.len() < MOST) {
            self.things.extend(kind.rsplit('/').next().map(str::to_owned));
        }
    }

    fn take_link(&mut self, element: ElementRef<'_>, all: bool) {
        let Some(href) = element.attribute("href") else { return };
        let is_next = |rel: &str| rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("next"));
        if self.next.is_none() && element.attribute("rel").is_some_and(is_next) {
            self.next = Some(href.to_owned());
        }
        if all && element.value().name() == "a" && self.links.len() < MOST && !is_in_margin(element) {
            let link = (words_of(element), href.to_owned());
            if around::is_of_other(element) {
                self.others.insert(link.clone());
            }
            self.links.push(link);
        }
    }

    fn take_meta(&mut self, element: ElementRef<'_>) {
        let Some(content) = element.attribute("content").map(str::trim).filter(|content| !content.is_empty()) else {
            return;
        };
        let name = element.attribute("property").or_else(|| element.attribute("name")).unwrap_or_default().trim();
        if name.eq_ignore_ascii_case("og:type") && self.kind.is_none() {
            self.kind = Some(content.to_ascii_lowercase());
        }
        if self.document.is_none() && super::linked::METAS.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            self.document = Some(content.to_owned());
        }
    }
}

fn words_of(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    for piece in element.text() {
        text.push_str(piece);
        if text.len() > LONGEST_WORDS {
            break;
        }
    }
    plain(&text)
}

fn is_in_margin(element: ElementRef<'_>) -> bool {
    let mut within = element.ancestors().filter_map(ElementRef::wrap);
    within.any(|parent| sight::is_margin(parent.value(), false))
}

/// Whether a part of the page that its data calls locked came all the same.
fn came(tree: &Html, selectors: &[String]) -> bool {
    let simple = |c: char| c.is_ascii_alphanumeric() || " .#-_,>".contains(c);
    let readable = selectors.iter().filter(|selector| selector.chars().all(simple));
    let mut parsed = readable.filter_map(|selector| Selector::parse(selector).ok());
    parsed.any(|selector| {
        tree.select(&selector).any(|element| {
            let characters: usize = element.text().map(|text| text.trim().chars().count()).sum();
            characters >= FILLED
        })
    })
}

/// An article that goes on: `rel=next` leads to the same address with a number of a page. To the next article it leads from
/// nearly every page of a blog.
fn next_page(seen: &Seen<'_>) -> Option<Unshown> {
    let next = seen.other(seen.gathered.next.as_ref()?)?;
    let page = seen.known.url?;
    let same_site = next.host_str() == page.host_str();
    let counted = || is_page_of(page, &next) || seen.lines.iter().any(|line| is_count(line));
    (same_site && counted()).then(|| Unshown::new(UnshownKind::Rest, Some(next.into())))
}

/// Names of the parameter, or the folder, that holds the number of a page.
const PAGES: [&str; 13] = [
    "page",
    "pg",
    "paged",
    "seite",
    "pagina",
    "página",
    "pagenum",
    "pagenumber",
    "start",
    "offset",
    "sida",
    "side",
    "strona",
];

/// Whether `next` is `page` with the number of another page: `?page=2`, `/2`, `/page/2`, `-2.html`.
fn is_page_of(page: &Url, next: &Url) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_page = |name: &str| PAGES.contains(&name.to_lowercase().as_str());
    if page.path() == next.path() {
        let others = |url: &Url| -> Vec<(String, String)> {
            let pairs = url.query_pairs().filter(|(name, _)| !is_page(name));
            pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect()
        };
        let counts = next.query_pairs().any(|(name, value)| is_page(&name) && is_number(&value));
        return counts && others(page) == others(next);
    }
    let (bare, rest) = (without_page(page.path()), without_page(next.path()));
    if bare == rest && rest != next.path().trim_end_matches('/') {
        return true;
    }
    let (stem, ending) = parted(page.path());
    let (other, other_ending) = parted(next.path());
    let number = other.strip_prefix(stem).filter(|_| ending == other_ending && !stem.is_empty());
    number.is_some_and(|number| {
        let number = number.strip_prefix(['-', '_', '/', '.', ',']).unwrap_or_default();
        is_number(number.strip_prefix("page").or_else(|| number.strip_prefix('p')).unwrap_or(number))
    })
}

/// A path without the folder of its page: `/a/page/2` is `/a`.
fn without_page(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    let Some((before, number)) = path.rsplit_once('/') else { return path };
    let named = before.rsplit_once('/').filter(|(_, name)| PAGES.contains(&name.to_lowercase().as_str()));
    match named {
        Some((bare, _)) if number.bytes().all(|byte| byte.is_ascii_digit()) => bare,
        _ => path,
    }
}

/// A path and the ending of its file.
fn parted(path: &str) -> (&str, &str) {
    let path = path.trim_end_matches('/');
    match path.rsplit_once('.').filter(|(_, ending)| ending.len() <= 5 && !ending.contains('/')) {
        Some((stem, ending)) => (stem, ending),
        None => (path, ""),
    }
}

/// Whether a short line counts pages, and more are to come: “Page 1 of 3”.
fn is_count(line: &str) -> bool {
    const LONGEST: usize = 60;
    const NAMES: [&str; 9] = ["page", "seite", "página", "pagina", "strona", "sida", "side", "страница", "sivu"];
    let words: Vec<&str> =
        line.split(|c: char| c.is_whitespace() || c == '/').filter(|word| !word.is_empty()).collect();
    let number = |word: Option<&&str>| {
        word.and_then(|word| word.trim_matches(|c: char| !c.is_ascii_digit()).parse::<u32>().ok())
    };
    line.chars().count() <= LONGEST
        && (0..words.len()).filter(|at| NAMES.contains(&words[*at])).any(|at| {
            let last = number(words.get(at + 3)).or_else(|| number(words.get(at + 2)));
            number(words.get(at + 1)).zip(last).is_some_and(|(own, last)| own < last)
        })
}

#[cfg(test)]
mod tests;
