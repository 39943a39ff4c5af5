//! Reads one entry of a reference list, or one note: `[Authors.] “Title.” Publisher[, Date]. Accessed Date. URL.` and
//! its many relatives. What cannot be told apart is left out rather than guessed.

pub(super) mod archived;
pub(super) mod authors;
mod bare;
mod announcing;
mod body;
mod capitals;
mod container;
mod cyrillic;
mod dated_behind;
pub(super) mod dates;
mod east_asian;
mod explained;
mod imprint;
mod law;
mod lead_in;
mod names;
mod noted;
mod original;
mod part;
mod people;
mod printed;
mod publisher;
mod quoted;
pub(super) mod sentences;
mod several;
mod title;
mod titled;
mod unmarked;
mod whole_day;
mod work;

pub(super) use self::bare::can_be_title;
pub(crate) use self::east_asian::is_unspaced;
pub(super) use self::explained::explains;
pub(super) use self::lead_in::{leads_into_work, names_the_host, signal};
pub(super) use self::publisher::behind_work;
pub(super) use self::quoted::{mark_of, of_marks};
pub(crate) use self::sentences::is_title_case;
use std::collections::HashSet;
use std::ops::Range;

use crate::date::{DateProblem, DateRead, DayMonth};
use crate::finding::Code;
use crate::locator::{scan, shown, user_info};
use crate::span::Span;

use self::archived::Cited;
use self::dates::{Announced, Event};
use self::part::Part;
use super::Source;

/// The text of an entry, without its label, with what its format knows about it. Ranges are of `text`.
#[derive(Debug)]
pub(super) struct EntryText<'a> {
    pub(super) text: &'a str,
    /// In order.
    pub(super) links: Vec<Link>,
    /// In order.
    pub(super) emphasised: Vec<Range<usize>>,
    /// How the document writes dates of numbers only.
    pub(super) order: DayMonth,
}

/// An address in an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) range: Range<usize>,
    pub(super) url: String,
    pub(super) spans: Vec<Span>,
    pub(super) words: Words,
}

/// What the words of a link are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    /// The address itself.
    Address,
    /// A name for what it leads to.
    Names,
}

/// What an entry says.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// One for each source; at least one.
    pub(super) sources: Vec<Source>,
    /// With the ranges of the text that they are about.
    pub(super) findings: Vec<(Code, String, Range<usize>)>,
    /// Passages that the entry quotes, with the source before each.
    pub(super) quotes: Vec<(usize, Range<usize>)>,
}

/// Links of an entry that its words are told apart for: no note has more, and the work grows with their square.
const LINKS: usize = 40;

/// The links of an entry with the addresses that stand in it without a scheme; `span` leads to the file.
pub(super) fn with_bare_addresses(text: &str, links: Vec<Link>, span: impl Fn(&Range<usize>) -> Span) -> Vec<Link> {
    let apart = |range: &Range<usize>| {
        let next = links.partition_point(|link| link.range.end <= range.start);
        links.get(next).is_none_or(|link| link.range.start >= range.end)
    };
    // `www.a.net, accessed May 3, 2025, https://www.a.net/b`: the name of the site, as its host.
    let names_a_site =
        |range: &Range<usize>| links.iter().any(|link| lead_in::is_host(&text[range.clone()], &link.url));
    let bare = scan::scan_without_scheme(text).into_iter().map(|found| found.range);
    let bare = bare.filter(apart).filter(|range| !names_a_site(range));
    // What is written without a scheme is asked for over plain HTTP, as every client has it.
    let bare = bare.map(|range| Link {
        url: format!("http://{}", &text[range.clone()]),
        spans: vec![span(&range)],
        words: Words::Address,
        range,
    });
    let bare: Vec<Link> = bare.collect();
    let mut all: Vec<Link> = links.into_iter().chain(bare).collect();
    all.sort_by_key(|link| link.range.start);
    all
}

/// Whether a text begins with names as reference lists have them, `van der Berg, P. H.`
pub(super) fn begins_with_names(text: &str) -> bool {
    names::leading(text).is_some() || authors::inverted(text).is_some()
}

/// Reads an entry.
pub(super) fn read(entry: &EntryText<'_>) -> Reading {
    if entry.links.len() > LINKS {
        return addresses_only(entry);
    }
    let fewer = explained::without_explained(entry.text, &entry.links);
    if let Some(links) = fewer.or_else(|| titled::without_named(entry.text, &entry.links)) {
        let EntryText { text, ref emphasised, order, .. } = *entry;
        return read(&EntryText { text, links, emphasised: emphasised.clone(), order });
    }
    if entry.links.is_sorted_by(|one, next| one.range.end <= next.range.start) {
        return read_apart(entry);
    }
    let EntryText { text, ref emphasised, order, .. } = *entry;
    read_apart(&EntryText { text, links: apart(&entry.links), emphasised: emphasised.clone(), order })
}

/// Links that overlap, as where an anchor was left open: each ends where the next one begins, as browsers have it.
fn apart(links: &[Link]) -> Vec<Link> {
    let mut links = links.to_vec();
    links.sort_by_key(|link| link.range.start);
    for next in 1..links.len() {
        let begins = links[next].range.start;
        let before = &mut links[next - 1].range;
        before.end = before.end.min(begins);
    }
    links.retain(|link| !link.range.is_empty());
    links
}

/// Lines that an address is wrapped over.
const LINES: usize = 4;

/// Marks around what is quoted, and what ends it.
const MARKS: &[char] = &['“', '”', '"', '„', '«', '»', '‘', '’', '「', '」', '『', '』', ',', '.', ' ', '\u{a0}'];

fn read_apart(entry: &EntryText<'_>) -> Reading {
    let cited = archived::sources(entry.text, &entry.links);
    let masked = addresses(entry);
    let announced = dates::announced(entry.text, &masked, entry.order);
    let mut reading = Reading::default();
    for (index, part) in parts(entry, &cited, &announced).into_iter().enumerate() {
        let part = part.start + lead_in::emptied(&entry.text[part.clone()])..part.end;
        let link = cited.get(index).map(|cited| &entry.links[cited.link]);
        let part = link.map_or(part.start, |link| printed::behind(entry, &part, link))..part.end;
        let part = part.start + lead_in::back_links(&entry.text[part.clone()])..part.end;
        let part = part.start + quoted::opening(entry, &part)..part.end;
        let signal = lead_in::signal(&entry.text[part.clone()]);
        let range = part.start + signal..part.end;
        let source = Part { entry, range, signal, cited: cited.get(index).copied(), announced: &announced }
            .read(&mut reading.findings);
        reading.sources.push(source);
    }
    let places: Vec<Range<usize>> = cited.iter().map(|cited| entry.links[cited.link].range.clone()).collect();
    inherit_dates(&mut reading.sources, &announced, &places);
    let another = entry.links.iter().enumerate().filter(|(at, _)| !goes_on_in_next(entry, *at));
    reading.findings.extend(another.filter_map(|(_, link)| shown_as_another(entry.text, link)));
    for announced in &announced {
        date_findings(entry, &announced.date, &mut reading.findings);
    }
    reading.quotes = quoted::quotes(entry, &cited, &masked);
    for (source, range) in &reading.quotes {
        // What a note quotes of its source is not what that is called.
        let own = reading.sources.get_mut(*source).filter(|own| own.title.as_deref() == entry.text.get(range.clone()));
        if let Some(own) = own {
            own.title = None;
            own.authors.clear();
        }
        let own = reading.sources.get_mut(*source);
        let is_quote = |own: &&mut Source| {
            let name = own.publisher.as_deref();
            name.map(|name| name.trim_matches(MARKS))
                == entry.text.get(range.clone()).map(|own| own.trim_matches(MARKS))
        };
        if let Some(own) = own.filter(is_quote) {
            own.publisher = None;
        }
    }
    for source in reading.sources.iter_mut().filter(|source| source.authors.iter().any(|own| is_nobody(own))) {
        source.authors.clear();
    }
    reading
}

/// Whether nobody is called so: an address, a question, a sentence.
fn is_nobody(name: &str) -> bool {
    const LONGEST: usize = 100;
    const MOST_WORDS: usize = 4;
    const BEHIND_ARTICLE: usize = 2;
    const ARTICLES: &[&str] = &[
        "A", "An", "The", "This", "These", "Der", "Die", "Das", "Ein", "Eine", "Le", "La", "Les", "Un", "Une", "El",
        "Los", "Una", "Il", "O", "Um", "Uma", "De", "Het", "Een", "En", "Et",
    ];
    let small =
        |word: &&str| word.chars().count() > 3 && word.starts_with(char::is_lowercase) && !names::is_particle(word);
    let article = name.split_whitespace().next().is_some_and(|first| ARTICLES.contains(&first));
    let most = if article { BEHIND_ARTICLE } else { MOST_WORDS };
    let running = || name.split_whitespace().filter(small).count() > most && !names::begins_with_body(name);
    name.contains("://") || name.contains(['?', '？']) || name.chars().count() > LONGEST || running()
}

/// An entry that is a long list of addresses: each is a source of which nothing else is known.
fn addresses_only(entry: &EntryText<'_>) -> Reading {
    let mut seen = HashSet::new();
    let own = entry.links.iter().filter(|link| seen.insert(link.url.as_str()));
    let source = |link: &Link| Source::at(link.url.clone(), link.spans.clone());
    Reading { sources: own.map(source).collect(), ..Reading::default() }
}

/// A link whose words are the address of another page.
fn shown_as_another(text: &str, link: &Link) -> Option<(Code, String, Range<usize>)> {
    let words = text.get(link.range.clone())?.trim();
    let message = || format!("{} is shown, {} is linked", user_info::starred(words), user_info::starred(&link.url));
    // An address that is broken over lines stands in several pieces, of which the first is no other one.
    let is_broken = link.words == Words::Address && link.spans.len() > 1;
    (!is_broken && shown::is_another(words, &link.url)).then(|| (Code::LinkTextDiffers, message(), link.range.clone()))
}

/// Whether the address that a link shows goes on in the next link, which leads there as well: it is wrapped over lines.
fn goes_on_in_next(entry: &EntryText<'_>, at: usize) -> bool {
    let link = &entry.links[at];
    let same = entry.links[at + 1..].iter().take_while(|next| next.url == link.url).take(LINES);
    let mut shown = String::new();
    for own in std::iter::once(link).chain(same) {
        shown.extend(entry.text.get(own.range.clone()).unwrap_or_default().split_whitespace());
        if own.range != link.range && !shown::is_another(&shown, &link.url) {
            return true;
        }
    }
    false
}

/// Ranges that are addresses, where no words are looked for.
fn addresses(entry: &EntryText<'_>) -> Vec<Range<usize>> {
    entry.links.iter().filter(|link| link.words == Words::Address).map(|link| link.range.clone()).collect()
}

/// The range of the text that is about each source. Where links bear titles each begins its part, else addresses end
/// theirs.
fn parts(entry: &EntryText<'_>, cited: &[Cited], announced: &[Announced]) -> Vec<Range<usize>> {
    let whole = 0..entry.text.len();
    if cited.len() < 2 {
        return vec![whole];
    }
    let range = |source: &Cited| entry.links[source.link].range.clone();
    let named = |source: &Cited| entry.links[source.link].words == Words::Names;
    let leading = cited.iter().all(named) && entry.text[..range(&cited[0]).start].split_whitespace().count() <= 4;
    let mut cuts: Vec<usize> = vec![0];
    for pair in cited.windows(2) {
        let (end, start) = (range(&pair[0]).end, range(&pair[1]).start);
        let behind = || dated_behind::end_of_date(entry.text, end..start, announced, entry.order);
        cuts.push(if leading {
            names_before(entry.text, end, start)
        } else {
            separator(entry.text, end, start).or_else(behind).unwrap_or(end)
        });
    }
    cuts.push(whole.end);
    cuts.windows(2).map(|pair| pair[0]..pair[1].max(pair[0])).collect()
}

/// Where the text about the next source begins between two addresses: behind a semicolon if there is one.
fn separator(text: &str, end: usize, start: usize) -> Option<usize> {
    text.get(end..start)?.find(';').map(|at| end + at + 1)
}

/// Where names and a title begin that stand before the link to what they are of, behind the last semicolon.
fn names_before(text: &str, end: usize, start: usize) -> usize {
    let between = text.get(end..start).and_then(|between| between.rfind(';'));
    between.map_or(start, |at| end + at + 1)
}

/// One access date for a note of several sources counts for all of them; where more follow, for those whose address, each at
/// its place, stands before it.
fn inherit_dates(sources: &mut [Source], announced: &[Announced], places: &[Range<usize>]) {
    let mut accessed = announced.iter().filter(|announced| announced.event == Event::Accessed);
    if let (Some(only), None) = (accessed.next(), accessed.next()) {
        let is_before = |place: &Range<usize>| place.end <= only.range.start;
        let of_all = places.first().is_none_or(|first| !is_before(first));
        for (index, source) in sources.iter_mut().enumerate() {
            if of_all || places.get(index).is_none_or(is_before) {
                source.accessed = source.accessed.or_else(|| dates::value(&only.date));
            }
        }
    }
}

fn date_findings(entry: &EntryText<'_>, date: &DateRead, findings: &mut Vec<(Code, String, Range<usize>)>) {
    let written = &entry.text[date.range.clone()];
    match (&date.date, &date.other) {
        (Err(DateProblem::Impossible), _) => {
            findings.push((Code::DateImpossible, format!("there is no {written}"), date.range.clone()));
        }
        (Ok(one), Some(other)) => {
            let message = format!("{written} can be {one} or {other}");
            findings.push((Code::DateAmbiguous, message, date.range.clone()));
        }
        _ => {}
    }
}

#[cfg(test)]
mod lead_in_tests;
#[cfg(test)]
mod notes_tests;
#[cfg(test)]
mod styles_tests;
#[cfg(test)]
mod link_words_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod unmarked_tests;
