//! References whose parts are told by the classes of their elements, in the words that journals share (`ref-title`,
//! `articleTitle`, `NLM_year`, `itemprop="datePublished"`), or by blocks of names, title and the rest.

use std::ops::Range;

use crate::date;
use crate::document::Source;
use crate::document::entry::{self, EntryText, Link, Reading, authors};

use super::tree::Tree;

/// What an element says that it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The number or the key before a reference.
    Label,
    Title,
    /// Of a book: the title where there is no other.
    Whole,
    /// What it appeared in.
    Container,
    Publisher,
    /// Of a card: the site that has the page, which wrote nothing.
    Site,
    Author,
    Year,
    /// Volume, pages: only where there is a reference.
    Detail,
    /// A block of a bibliography that TeX made.
    Block,
}

/// Elements that can hold a part.
const HOLDING: &[&str] = &["span", "div", "i", "em", "b", "strong", "a", "cite", "time", "p", "bdi", "h3", "h4", "h5"];
/// What stands before `title` in the name of a part that is one.
const OF_WORK: &[&str] = &["article", "chapter", "ref", "reference", "cit", "citation", "bib", "paper", "work"];
/// And where it is that of what it appeared in.
const OF_CONTAINER: &[&str] = &["journal", "source", "container", "conf", "conference", "series", "periodical", "host"];
/// Bytes and parts of the longest reference whose parts are held against each other.
const LONGEST_REFERENCE: usize = 20_000;
const MOST_PARTS: usize = 400;
/// Bytes of the longest title.
const LONGEST: usize = 600;

impl Part {
    /// What an element is called.
    pub(super) fn of(tree: &Tree<'_>, element: usize) -> Option<Self> {
        let kind = tree.elements[element].name.as_str();
        if !HOLDING.contains(&kind) && kind != "li" {
            return None;
        }
        let class = tree.value(element, "class").unwrap_or_default();
        let property = tree.value(element, "itemprop").unwrap_or_default();
        let of_property = property.split_whitespace().find_map(|own| match own {
            "name" | "headline" => Some(Self::Title),
            "isPartOf" => Some(Self::Container),
            _ => Self::called(own),
        });
        let part = class.split_whitespace().find_map(Self::called).or(of_property);
        // An item is a reference, or an author of one.
        part.filter(|part| kind != "li" || *part == Self::Author)
    }

    fn called(name: &str) -> Option<Self> {
        let words = words(name);
        let [.., last] = words.as_slice() else { return None };
        let before = words.len().checked_sub(2).map(|at| words[at].as_str());
        Some(match (before, last.as_str()) {
            (None, "title") | (Some("p"), "name") => Self::Title,
            (Some(kind), "title") if OF_WORK.contains(&kind) => Self::Title,
            (Some("book"), "title") => Self::Whole,
            (Some(kind), "title") if OF_CONTAINER.contains(&kind) => Self::Container,
            (_, "journal" | "periodical" | "publication" | "source") => Self::Container,
            (_, "publisher") | (Some("publisher"), "name") => Self::Publisher,
            (_, "author" | "authors") | (Some("string"), "name") | (Some("person"), "group") => Self::Author,
            (_, "year" | "published") | (Some("pub"), "date") => Self::Year,
            (_, "vol" | "volume" | "issue" | "fpage" | "lpage" | "pages" | "host")
            | (Some("page"), "first" | "last") => Self::Detail,
            (Some(kind), "label") if OF_WORK.contains(&kind) => Self::Label,
            (None, "label" | "bullet" | "order") | (_, "bibitem" | "refnum") => Self::Label,
            (_, "bibblock") => Self::Block,
            _ => return None,
        })
    }
}

/// The words of a name, in small letters: `NLM_article-title`, `pubYear`.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = ' ';
    for c in name.chars() {
        if c.is_ascii_alphabetic() {
            if !last.is_ascii_alphabetic() || last.is_ascii_lowercase() && c.is_ascii_uppercase() {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.push(c.to_ascii_lowercase());
            }
        }
        last = c;
    }
    words
}

/// The parts of one entry, in order, with their places in its words.
pub(super) type Parts = Vec<(Part, Range<usize>)>;

/// Where the words begin behind the number or the key of an entry.
pub(super) fn behind_label(text: &str, parts: &Parts) -> usize {
    let label = parts.iter().find(|(part, _)| *part == Part::Label).map(|(_, range)| range);
    let leads = |label: &&Range<usize>| !text[..label.start].contains(char::is_alphanumeric);
    let end = label.filter(leads).map_or(0, |label| label.end);
    let rest = text[end..].trim_start();
    if end == 0 || rest.is_empty() { 0 } else { text.len() - rest.len() }
}

/// Whether a style sheet sets an element in italics, as its class says.
pub(super) fn is_italic(tree: &Tree<'_>, element: usize) -> bool {
    let class = tree.value(element, "class").unwrap_or_default();
    class.split_whitespace().any(|name| words(name).iter().any(|word| matches!(word.as_str(), "italic" | "italics")))
}

/// Reads an entry; what its elements say goes before what its words do.
pub(super) fn read(entry: &EntryText<'_>, parts: &Parts) -> Reading {
    let mut reading = read_parts(entry, parts);
    for source in &mut reading.sources {
        let whole = source.publisher.as_deref().and_then(|name| emphasised_whole(entry, name)).map(plain);
        if whole.is_some() {
            source.publisher = whole;
        }
    }
    reading
}

/// All of what is emphasised, where a name is the beginning of it: `<i>Int. Marit. Health</i>`.
fn emphasised_whole<'t>(entry: &EntryText<'t>, name: &str) -> Option<&'t str> {
    let all = entry.emphasised.iter().filter_map(|range| entry.text.get(range.clone()));
    let all = all.map(|words| words.trim().trim_end_matches([',', ';', ':']));
    let mut all = all.filter(|words| words.len() > name.len() && words.starts_with(name));
    let is_short = |part: &str| part.rsplit(' ').next().is_some_and(|word| word.starts_with(char::is_uppercase));
    all.find(|words| {
        let begins = words[name.len()..].starts_with(". ") && !words.contains(|c: char| c.is_ascii_digit());
        begins && words.match_indices(". ").all(|(at, _)| is_short(&words[..at]))
    })
}

fn read_parts(entry: &EntryText<'_>, parts: &Parts) -> Reading {
    if entry.text.len() > LONGEST_REFERENCE || parts.len() > MOST_PARTS {
        return entry::read(entry);
    }
    let title = by_class(entry.text, parts).or_else(|| by_block(entry.text, parts));
    let Some(title) = title.filter(|own| own.len() <= LONGEST) else { return entry::read(entry) };
    let mut reading = Marked::new(entry.text, title.clone()).read(entry);
    let name = plain(&entry.text[title.clone()]);
    let is_own = |source: &&mut Source| source.title.as_deref().map(plain).as_ref() == Some(&name);
    let Some(own) = reading.sources.iter_mut().find(is_own) else { return entry::read(entry) };
    own.title = Some(name);
    fill(own, entry, parts, &title);
    reading
}

/// The one element that is called the title, where others are called parts of a reference.
fn by_class(text: &str, parts: &Parts) -> Option<Range<usize>> {
    let holds = |outer: &Range<usize>, inner: &Range<usize>| outer.start <= inner.start && inner.end <= outer.end;
    let in_author = |range: &Range<usize>| parts.iter().any(|(part, own)| *part == Part::Author && holds(own, range));
    let of = |wanted: Part| -> Vec<Range<usize>> {
        let own = parts.iter().filter(|(part, range)| *part == wanted && !in_author(range));
        own.map(|(_, range)| range.clone()).collect()
    };
    let titles = Some(of(Part::Title)).filter(|titles| !titles.is_empty()).unwrap_or_else(|| of(Part::Whole));
    let [only] = titles.as_slice() else { return None };
    let of_reference = |part: Part| !matches!(part, Part::Title | Part::Whole | Part::Label | Part::Block);
    let mut others = parts.iter().filter(|(part, range)| of_reference(*part) && !range.is_empty());
    // What holds other parts is more than the title.
    let more = others.clone().any(|(_, range)| holds(only, range));
    let others = !more && others.any(|(_, range)| !holds(range, only));
    let title = bare(text, only.clone());
    (others && text[title.clone()].contains(char::is_alphabetic)).then_some(title)
}

/// The block behind that of the names.
fn by_block(text: &str, parts: &Parts) -> Option<Range<usize>> {
    let (names, title) = blocks(parts)?;
    let key = parts.iter().find(|(part, _)| *part == Part::Label).map(|(_, range)| without_year(&text[range.clone()]));
    let names = without_year(&text[names]);
    let written = authors::read(names);
    let people = || !written.is_empty() && written.iter().all(|name| authors::is_person(name));
    if key != Some(names) && !people() && !entry::begins_with_names(&format!("{names}. A")) {
        return None;
    }
    let title = bare(text, title);
    let title = title.start..title.start + without_year(&text[title.clone()]).len();
    let words = &text[title.clone()];
    (words.contains(char::is_alphabetic) && !words.contains("://")).then_some(title)
}

/// The first two blocks of several.
fn blocks(parts: &Parts) -> Option<(Range<usize>, Range<usize>)> {
    let mut blocks = parts.iter().filter(|(part, _)| *part == Part::Block).map(|(_, range)| range.clone());
    Some((blocks.next()?, blocks.next()?))
}

/// What the elements say beside the title.
fn fill(source: &mut Source, entry: &EntryText<'_>, parts: &Parts, title: &Range<usize>) {
    let text = entry.text;
    let first = |wanted: Part| {
        let own = parts.iter().find(|(part, range)| *part == wanted && !range.contains(&title.start));
        own.map(|(_, range)| plain(&text[bare(text, range.clone())])).filter(|words| !words.is_empty())
    };
    let names = match blocks(parts).filter(|_| parts.iter().all(|(part, _)| *part != Part::Author)) {
        Some((names, _)) if names.end <= title.start => authors::read(without_year(&text[names])),
        _ => authors(text, parts, title),
    };
    if !names.is_empty() {
        source.authors = names.iter().map(|name| plain(name)).collect();
    }
    if parts.iter().any(|(part, _)| *part == Part::Site) {
        source.authors.clear();
        source.publisher = first(Part::Site).filter(|name| !name.contains('.'));
    } else if let Some(name) = first(Part::Container).or_else(|| first(Part::Publisher)) {
        source.publisher = Some(name);
    } else {
        // Names stand behind a title as well.
        let names: Vec<&str> =
            parts.iter().filter(|(part, _)| *part == Part::Author).map(|(_, own)| &text[own.clone()]).collect();
        source.publisher.take_if(|name| names.iter().any(|own| !own.is_empty() && name.contains(own)));
    }
    let year = first(Part::Year).and_then(|year| date::read(&year, entry.order)?.date.ok());
    if let Some(year) = year.filter(|year| source.published.is_none_or(|own| own.year() != year.year())) {
        source.published = Some(year);
    }
}

/// The names in the elements of authors, where they are all that stands before the title, or stand behind it.
fn authors(text: &str, parts: &Parts, title: &Range<usize>) -> Vec<String> {
    let mut own: Vec<Range<usize>> = Vec::new();
    for (_, range) in parts.iter().filter(|(part, range)| *part == Part::Author && !range.is_empty()) {
        match own.last() {
            Some(last) if range.end <= last.end => {}
            _ => own.push(range.clone()),
        }
    }
    let before: Vec<Range<usize>> = own.iter().filter(|range| range.end <= title.start).cloned().collect();
    let own = if before.is_empty() { own } else { before };
    let known = |at: usize| parts.iter().any(|(part, range)| *part != Part::Block && range.contains(&at));
    let rest: String = text[..title.start].char_indices().filter(|(at, _)| !known(*at)).map(|(_, c)| c).collect();
    let mut rest = rest.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    if !rest.all(|word| JOINTS.contains(&word)) {
        return Vec::new();
    }
    match own.as_slice() {
        [only] => authors::read(&text[only.clone()]),
        several => several.iter().map(|range| name(&text[range.clone()])).collect(),
    }
}

/// Words between and behind names.
const JOINTS: &[&str] = &["and", "et", "al", "und", "y", "e", "eds", "ed", "by"];

fn name(words: &str) -> String {
    plain(words.trim_matches(|c: char| c.is_whitespace() || ",;:&".contains(c)))
}

/// Without white space, marks and stops around it.
fn bare(text: &str, range: Range<usize>) -> Range<usize> {
    let around = |c: char| c.is_whitespace() || MARKS.contains(&c) || ",;:".contains(c);
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start_matches(around).len());
    let words = &text[start..range.end];
    let words = words.trim_end_matches(around);
    let stopped = words.strip_suffix('.').filter(|bare| !bare.ends_with('.') && !is_short(bare));
    let words = stopped.map_or(words, |bare| bare.trim_end_matches(around));
    start..start + words.len()
}

/// Whether a stop behind the words belongs to the last of them: `Int. Marit.`, `Doe, J.`
fn is_short(words: &str) -> bool {
    words.contains(". ") || words.rsplit([' ', '.']).next().is_some_and(|last| last.chars().count() == 1)
}

const MARKS: &[char] = &['“', '”', '"', '„', '«', '»', '‘'];

/// On one line.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without a year, and a month before it, at the end: `Doe (2011a)`, `Doe. 2011.`, `Tides, May 2011`.
fn without_year(words: &str) -> &str {
    let around = |c: char| c.is_whitespace() || ".,;()[]".contains(c);
    let words = words.trim_matches(around);
    let at = words.rfind(|c: char| c.is_whitespace() || "([".contains(c)).map_or(0, |at| at + 1);
    let year = words[at..].trim_end_matches(|c: char| c.is_ascii_lowercase());
    if at == 0 || year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return words;
    }
    let words = words[..at].trim_end_matches(around);
    let last = words.rsplit(' ').next().unwrap_or_default();
    let month = words.contains(' ') && date::month_named(&last.to_lowercase()).is_some();
    if month { words[..words.len() - last.len()].trim_end_matches(around) } else { words }
}

/// The words of an entry with marks around the title, as styles have it that are read by them.
struct Marked {
    text: String,
    title: Range<usize>,
    /// Bytes put in before and behind it.
    added: [usize; 2],
}

impl Marked {
    fn new(text: &str, title: Range<usize>) -> Self {
        let before = text[..title.start].trim_end();
        let has_marks = before.ends_with(MARKS) || text[title.clone()].contains(MARKS);
        let apart = before.is_empty() || before.ends_with(['.', ',', ':', ';', ')']);
        let open = if has_marks { "" } else { &", “"[if apart { 2 } else { 0 }..] };
        let goes_on = text[title.end..].trim_start().starts_with(char::is_alphanumeric);
        let close = if has_marks { "" } else { &"”,"[..if goes_on { 4 } else { 3 }] };
        let (before, own, behind) = (&text[..title.start], &text[title.clone()], &text[title.end..]);
        let added = [open.len(), close.len()];
        Self { text: format!("{before}{open}{own}{close}{behind}"), title, added }
    }

    fn read(&self, entry: &EntryText<'_>) -> Reading {
        let led = |range: &Range<usize>| self.there(range.start, true)..self.there(range.end, false);
        let links = entry.links.iter().map(|link| Link { range: led(&link.range), ..link.clone() }).collect();
        let emphasised = entry.emphasised.iter().map(led).collect();
        let mut reading = entry::read(&EntryText { text: &self.text, links, emphasised, order: entry.order });
        for (_, range) in &mut reading.quotes {
            *range = self.back(range.start)..self.back(range.end);
        }
        for (.., range) in &mut reading.findings {
            *range = self.back(range.start)..self.back(range.end);
        }
        reading
    }

    /// Where a place of the entry is in the marked words; what begins at one of the marks stands behind it.
    fn there(&self, at: usize, begins: bool) -> usize {
        let behind = |place: usize| at > place || begins && at == place;
        let [open, close] = self.added;
        at + if behind(self.title.start) { open } else { 0 } + if behind(self.title.end) { close } else { 0 }
    }

    fn back(&self, at: usize) -> usize {
        let ([open, close], Range { start, end }) = (self.added, self.title.clone());
        if at <= start + open {
            return at.min(start);
        }
        let at = at - open;
        if at <= end { at } else { (at - close.min(at - end)).max(end) }
    }
}
