//! Entries that name the same source: twice the same, or with other words.

mod part;

use std::collections::{BTreeMap, HashMap, HashSet};

use url::Url;

use super::{Citation, remark};
use crate::date::PartialDate;
use crate::document::{Document, Entry, Format, Role, Stretch};
use crate::finding::{Code, Finding};
use crate::locator::{doi, identifier, key};
use crate::span::Span;

/// More titles than this under one address are those of its parts: the chapters of a book, the files of a form.
const MOST_TITLES: usize = 2;

/// Entries of one source that are held against each other: the work grows with their square.
const MOST_ALIKE: usize = 64;

/// Letters that a title shares with another one which is the same but for slips of the pen.
const ALIKE: f64 = 0.85;

/// Letters of a title that are held against those of another one.
const LONGEST: usize = 500;

/// A title of fewer letters names no work by itself.
const SHORTEST: usize = 16;

/// Something about an entry and an earlier one.
pub(super) struct Pair {
    pub(super) finding: Finding,
    /// The earlier entry.
    pub(super) first: Span,
}

/// Where an entry stands, in the file and in the prose, and its first citation.
struct Own {
    span: Span,
    stretch: Option<Stretch>,
    citation: Citation,
}

/// See the module. The citations of the document come one after another.
pub(super) struct Twice<'a> {
    document: &'a Document,
    text: &'a str,
    sources: BTreeMap<String, Vec<Own>>,
    /// The span of the last entry.
    last: Option<(Option<String>, Span)>,
    /// The first entry of each label.
    first: HashMap<String, Span>,
    same_label: Vec<Pair>,
}

impl<'a> Twice<'a> {
    /// `text` is that of the file.
    pub(super) fn new(document: &'a Document, text: &'a str) -> Self {
        let (sources, first) = Default::default();
        Self { document, text, sources, last: None, first, same_label: Vec::new() }
    }

    pub(super) fn citation(&mut self, entry: &Entry, citation: &Citation) {
        // Of an entry with several sources the first stands for it.
        let (file, place) = citation.written();
        let own = (file.map(str::to_owned), place.span);
        let again = self.last.as_ref() == Some(&own);
        self.last = Some(own);
        let listed = matches!(entry.role, Role::Footnote | Role::Listed { .. } | Role::Keyed);
        // In reStructuredText a target without a name is the address of one link, and has to stand again for the next.
        let numbered = entry.role == Role::Definition
            && entry.label.bytes().all(|byte| byte.is_ascii_digit())
            && self.document.format != Format::Rst;
        if !again
            && (listed || numbered)
            && let Some(name) = name(citation)
            && (citation.url.is_some() || !remark::is_one(self.document, entry, citation, self.text))
        {
            let own = self.sources.entry(name).or_default();
            if own.len() < MOST_ALIKE {
                own.push(Own { span: entry.span, stretch: entry.stretch, citation: citation.clone() });
            }
        }
        self.label(entry, citation);
    }

    /// Entries with a name of their own that another one has as well: the second is out of reach.
    fn label(&mut self, entry: &Entry, citation: &Citation) {
        let named = match (self.document.format, entry.role) {
            (Format::Bibtex | Format::CslJson, Role::Listed { numbered, .. }) => numbered,
            (Format::Markdown | Format::Rst, Role::Footnote) => true,
            _ => false,
        };
        let known = if named { *self.first.entry(entry.label.clone()).or_insert(entry.span) } else { entry.span };
        let told = self.same_label.last().and_then(|pair| pair.finding.place) == Some(citation.place);
        if known != entry.span && !told {
            let message = format!("another entry is called {} as well", entry.label);
            self.same_label.push(Pair { finding: citation.finding(Code::DuplicateEntry, message), first: known });
        }
    }

    pub(super) fn finish(self) -> Vec<Pair> {
        let Self { document, text, sources, same_label: mut found, .. } = self;
        for own in sources.into_values().filter(|own| own.len() > 1) {
            for (at, second) in own.iter().enumerate().skip(1) {
                if let Some(first) = own[..at].iter().find(|first| are_the_same(document, text, first, second)) {
                    let message = format!("entry {} says the same as entry {}", second.citation.id, first.citation.id);
                    found.extend(second.beside(first, Code::DuplicateEntry, message));
                }
            }
            // A work without an address is known by its title alone, of which there can be several editions.
            if own.iter().all(|own| own.citation.url.is_some() || own.citation.doi.is_some()) {
                found.extend(other_title(&own));
                found.extend(other_date(&own));
            }
        }
        found
    }
}

impl Own {
    /// Something about this entry and an earlier one. Of two that one other file holds it is told where that is read.
    fn beside(&self, first: &Self, code: Code, message: String) -> Option<Pair> {
        let (file, earlier) = (self.citation.written().0, first.citation.written());
        let apart = file.is_none() || file != earlier.0;
        apart.then(|| Pair { finding: self.citation.finding(code, message), first: earlier.1.span })
    }
}

/// What the source is called, whatever the spelling of its address. The home of a site is no source of its own: many
/// things are cited by it.
fn name(citation: &Citation) -> Option<String> {
    let doi = || citation.doi.as_deref().map(doi::url);
    let Some(url) = citation.url.clone().or_else(doi).and_then(|url| Url::parse(&url).ok()) else {
        let title = citation.title.as_deref().map(folded).filter(|title| title.chars().count() >= SHORTEST);
        return title.map(|title| format!("title:{title}"));
    };
    let home = url.path().trim_matches('/').is_empty() && url.query().is_none() && url.fragment().is_none();
    let part = url.fragment().filter(|part| !part.starts_with(":~:")).unwrap_or_default();
    (!home).then(|| format!("{} {part}", key::key(&url)))
}

/// The same for what stands at an address.
fn address_name(address: &str) -> Option<String> {
    Url::parse(address).ok().map(|url| format!("{} ", key::key(&url)))
}

/// Whether two entries of one source say the same, word by word where they have words. Files of references hold what they
/// say in fields, of which the keys and the remarks make no other entry.
fn are_the_same(document: &Document, text: &str, one: &Own, other: &Own) -> bool {
    // That the address of both is of one source is known; it can be spelled in two ways.
    let bare = |own: &Own, mut words: String| {
        let source = name(&own.citation);
        let url = own.citation.url.as_deref().and_then(|url| words.find(url).map(|at| at..at + url.len()));
        let identifiers = || identifier::find(&words).into_iter();
        let named =
            || identifiers().find(|found| address_name(&found.identifier.url()) == source).map(|found| found.range);
        if let Some(range) = url.or_else(named) {
            words.replace_range(range, "");
        }
        words
    };
    let words = |own: &Own| {
        if document.format == Format::Wikitext {
            return Some(bare(own, without_tags(&text[own.span.range()])));
        }
        let range = own.stretch.map(Stretch::range).filter(|range| !range.is_empty());
        range.map(|range| folded(&bare(own, document.text(&range).to_owned())))
    };
    let (ones, others) = (words(one), words(other));
    if ones.is_some() || others.is_some() {
        return ones == others;
    }
    let records = matches!(document.format, Format::Bibtex | Format::CslJson | Format::Ris);
    if records && part::differ(document.format, &text[one.span.range()], &text[other.span.range()]) {
        return false;
    }
    let (one, other) = (&one.citation, &other.citation);
    let title = |citation: &Citation| citation.title.as_deref().map(folded);
    title(one) == title(other)
        && one.authors == other.authors
        && one.published == other.published
        && (one.url.is_some() || one.doi.is_some() || one.publisher == other.publisher)
}

/// The wikitext of a note without its tags, which hold its name, and without white space.
fn without_tags(written: &str) -> String {
    let inner = written.strip_prefix("<ref").and_then(|rest| rest.split_once('>')).map_or(written, |(_, inner)| inner);
    inner.strip_suffix("</ref>").unwrap_or(inner).chars().filter(|c| !c.is_whitespace()).collect()
}

/// The first entry whose title is not that of the first one.
fn other_title(own: &[Own]) -> Option<Pair> {
    // What is written nowhere in an entry is the address of the whole that it is a part of.
    let is_written = |own: &&Own| {
        let written = own.citation.kept.as_ref().map_or(&own.citation.url_spans, |kept| &kept.url_spans);
        !written.is_empty() || own.citation.url.is_none()
    };
    let written = own.iter().filter(is_written);
    let titled = written.filter_map(|own| Some((own.citation.title.as_deref()?, own)));
    let titled: Vec<(&str, &Own)> = titled.filter(|(title, _)| !names_a_part(title)).collect();
    let mut apart: Vec<(&str, &Own)> = Vec::new();
    for (title, own) in titled {
        if !apart.iter().any(|(known, _)| is_one_title(known, title) || say_the_same(known, title, &own.citation)) {
            apart.push((title, own));
        }
        if apart.len() > MOST_TITLES {
            return None;
        }
    }
    let [(first, earlier), (second, own)] = apart[..] else { return None };
    let message = format!("“{second}” here, “{first}” elsewhere, for the same address");
    own.beside(earlier, Code::MetadataDiffers, message)
}

/// Whether a title is that of a part, `Chapter 3: Ropes`, which stands with others under the address of the whole.
fn names_a_part(title: &str) -> bool {
    const PARTS: &[&str] = &[
        "chapter",
        "ch",
        "chap",
        "part",
        "section",
        "sec",
        "§",
        "article",
        "art",
        "appendix",
        "annex",
        "volume",
        "vol",
        "book",
        "episode",
        "ep",
        "lecture",
        "lesson",
        "table",
        "figure",
        "fig",
        "exhibit",
        "schedule",
        "session",
        "rule",
        "kapitel",
        "kap",
        "teil",
        "abschnitt",
        "band",
        "anhang",
        "artikel",
        "folge",
        "tabelle",
        "chapitre",
        "partie",
        "tome",
        "annexe",
        "capítulo",
        "parte",
        "sección",
        "tomo",
        "artículo",
        "anexo",
        "capitolo",
        "sezione",
        "articolo",
        "allegato",
        "seção",
        "hoofdstuk",
        "deel",
        "bijlage",
        "avsnitt",
        "del",
        "rozdział",
        "część",
        "kapitola",
        "глава",
        "часть",
        "раздел",
        "статья",
        "том",
        "приложение",
        "розділ",
        "частина",
        "стаття",
        "додаток",
    ];
    let title = title.trim().to_lowercase();
    if let Some(rest) = title.strip_prefix('第') {
        return rest.starts_with(|c: char| c.is_numeric() || "一二三四五六七八九十百".contains(c));
    }
    let title = title.replace('§', "§ ");
    let mut words = title.split_whitespace();
    let first = words.next().unwrap_or_default().trim_end_matches(['.', ':']);
    let number = words.next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        || number.chars().count() == 1
        || !number.is_empty() && number.chars().all(|c| "ivxlc".contains(c))
        || ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].contains(&number);
    PARTS.contains(&first) && is_number
}

/// Whether two titles are those of one page: one can leave out a subtitle, the name of the site, or a letter.
fn is_one_title(one: &str, other: &str) -> bool {
    let (one, other) = (folded(one), folded(other));
    if one.contains(&other) || other.contains(&one) {
        return true;
    }
    let digits = |title: &str| title.chars().filter(char::is_ascii_digit).collect::<String>();
    if digits(&one) != digits(&other) && !digits(&one).is_empty() && !digits(&other).is_empty() {
        return false;
    }
    // The work of the distance grows with the square; of titles so long the beginning says enough.
    let beginning = |title: &str| title.chars().take(LONGEST).collect::<String>();
    strsim::normalized_levenshtein(&beginning(&one), &beginning(&other)) >= ALIKE
}

/// Whether two titles are names of one page in other words: most words of the shorter one stand in the longer one, those
/// that name the site aside, and no number differs.
fn say_the_same(one: &str, other: &str, citation: &Citation) -> bool {
    let url = citation.url.as_deref().and_then(|url| Url::parse(url).ok());
    let host = url.as_ref().and_then(Url::host_str).unwrap_or_default().to_lowercase();
    let (ones, others) = (content(one, &host), content(other, &host));
    let numbers = |words: &HashSet<String>| -> Vec<String> {
        let mut numbers: Vec<String> = words.iter().filter(|word| is_number(word)).cloned().collect();
        numbers.sort();
        numbers
    };
    let (own, others_own) = (numbers(&ones), numbers(&others));
    if !own.is_empty() && !others_own.is_empty() && own != others_own {
        return false;
    }
    let shared = ones.intersection(&others).count();
    2 * shared > ones.len().min(others.len()) || ones.is_empty() || others.is_empty()
}

fn is_number(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_digit())
}

/// Words of content, without those that the host of the page has in its name.
fn content(title: &str, host: &str) -> HashSet<String> {
    let words = title.chars().take(LONGEST).collect::<String>().to_lowercase();
    let parts: Vec<&str> = host.split(['.', '-']).collect();
    let words = words.split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '_' | '’' | '\'')));
    let words = words.map(|word| word.trim_matches(['.', '’', '\'']));
    let of_site = |word: &str| host.ends_with(word) || parts.iter().any(|part| part.len() > 2 && *part == word);
    words
        .filter(|word| (word.chars().count() > 2 || is_number(word)) && !SMALL.contains(word) && !of_site(word))
        .map(str::to_owned)
        .collect()
}

/// Words that every title can have.
const SMALL: &[&str] = &[
    "the", "and", "for", "with", "from", "its", "are", "was", "der", "die", "das", "und", "von", "des", "les", "une",
    "del", "las", "los", "para", "page", "site", "website", "home", "homepage", "article", "paper", "report",
];

/// The first entry whose date of publication cannot be that of the first one.
fn other_date(own: &[Own]) -> Option<Pair> {
    let mut dated = own.iter().filter_map(|own| Some((own.citation.published?, own)));
    let (first, of) = dated.next()?;
    let (second, own) = dated.find(|(date, own)| !can_be_one(first, *date) && are_of_one_work(of, own))?;
    let message = format!("published {second} here, {first} elsewhere, for the same address");
    own.beside(of, Code::MetadataDiffers, message)
}

/// Where the titles differ as well, that is told.
fn are_of_one_work(one: &Own, other: &Own) -> bool {
    match (&one.citation.title, &other.citation.title) {
        (Some(one), Some(other)) => is_one_title(one, other),
        _ => true,
    }
}

fn can_be_one(one: PartialDate, other: PartialDate) -> bool {
    one.first_day() <= other.last_day() && other.first_day() <= one.last_day()
}

fn folded(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
