//! The title of a reference entry, by what stands around it.

mod emphasised;

use std::ops::Range;

use super::archived::Cited;
use super::container;
use super::east_asian;
use super::imprint;
use super::lead_in;
use super::names;
use super::people;
use super::publisher;
use super::quoted;
use super::sentences::stop;
use super::unmarked;
use super::whole_day;
use super::work;
use super::{EntryText, Link, Words};
use crate::date::{self, DayMonth};
use crate::document::list::remark;
use crate::document::pairs::Pairing;
use crate::document::saying;
use crate::locator::identifier;
use crate::span::floor_char_boundary;
pub(super) use emphasised::emphasis;
use emphasised::{before_emphasis, by_emphasis, is_answered};

/// A title, and how it was told from the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::document) struct Title {
    /// The words, without marks.
    pub(in crate::document) words: Range<usize>,
    /// With its marks.
    pub(in crate::document) whole: Range<usize>,
    pub(in crate::document) by: By,
}

impl Title {
    /// Whether `before`, behind which the title stands, ends in a mark that parts names from it.
    pub(in crate::document) fn follows(&self, before: &str) -> bool {
        before.ends_with(BEHIND_NAMES) || matches!(self.by, By::Emphasis | By::Work) && before.ends_with(" -")
    }
}

/// What shows that something is a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) enum By {
    /// The words of the link to it.
    Link,
    /// Quotation marks.
    Marks,
    /// Emphasis.
    Emphasis,
    /// Emphasis before the link to who published it.
    Work,
    /// It follows `Author (2020).`
    Year,
    /// It stands where the author does, who is not known: `New law passed in a night. (2022, March 3). The Star.`
    Authorless,
    /// It is the sentence behind the names, whose initials have no stops: `Smith J, Doe A. Title of the work. Journal.`
    Sentence,
    /// It is the sentence behind names of another form: `Smith, John. Title of the work. Press, 2020.`
    Names,
    /// It is all that stands before the access date or the address; a site may follow a dash.
    Position,
}

/// Most characters of author names before a title: beyond that it is a sentence that mentions one.
pub(in crate::document) const AUTHORS_REACH: usize = 200;
/// Most words of a title that has no marks: beyond that it is a remark.
pub(in crate::document) const BARE_TITLE_WORDS: usize = 30;
/// Most words between quotation marks in a title that has none around it: more are a quotation in a remark.
const QUOTED_TITLE_WORDS: usize = 3;

/// Where the words of a part stand that can be its title.
#[derive(Debug, Clone)]
pub(in crate::document) struct Place {
    /// What is about one source, without the signal before it.
    pub(in crate::document) part: Range<usize>,
    /// Where dates and addresses begin.
    pub(in crate::document) head: usize,
    pub(in crate::document) stop: Stop,
    /// Whether a signal such as `See` or `Source:` stands before the part.
    pub(in crate::document) signalled: bool,
}

/// What the words of a part end at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) enum Stop {
    /// The part has nothing but words.
    End,
    /// A date that a word announces, as a reference has it.
    Date,
    /// An address, as any words can have it behind them.
    Address,
}

/// The title of the source whose link is `link`.
pub(in crate::document) fn find(entry: &EntryText<'_>, place: &Place, link: Option<usize>) -> Option<Title> {
    let Place { part, head, .. } = place;
    let named = |title: &Title| !lead_in::leads(&entry.text[title.words.clone()]);
    if link.is_none() && is_answered(entry, place) {
        return None;
    }
    by_marks(entry, part)
        .or_else(|| within_link(entry, part, link?))
        .or_else(|| work::find(entry, part, link?))
        .or_else(|| by_link(entry, part, link?))
        .or_else(|| before_emphasis(entry, part, *head).filter(named))
        .or_else(|| {
            by_emphasis(entry, part).filter(|title| named(title) || lead_in::is_work(&entry.text[title.words.clone()]))
        })
        .or_else(|| unmarked::find(entry.text, part.start..*head).filter(named))
        .or_else(|| unmarked::by_house(entry.text, part.start..*head, &entry.links[link?].url).filter(named))
        .or_else(|| by_position(entry.text, place).filter(named))
        .or_else(|| behind_address(entry, part).filter(named))
}

/// `https://… – Jane Doe: Low water in winter`: all that stands behind the address and a dash, where names begin it.
fn behind_address(entry: &EntryText<'_>, part: &Range<usize>) -> Option<Title> {
    let first = entry.links.iter().find(|link| part.contains(&link.range.start))?;
    let leads = first.words == Words::Address && entry.text[part.start..first.range.start].trim().is_empty();
    let text = entry.text.get(first.range.end..part.end).filter(|_| leads)?;
    let rest = [" – ", " — ", " - "].iter().find_map(|dash| text.strip_prefix(dash))?;
    let more = entry.links.iter().any(|link| link.range.start > first.range.start && part.contains(&link.range.start));
    let (named, words) = rest.trim_end().split_once(": ")?;
    let are_names = names::is_body(named) || names::are_names(named) || people::are_people(named);
    let words = words.trim_start();
    let start = part.end - (rest.len() - rest.trim_end().len()) - words.len();
    let range = without_stop(entry.text, start..start + words.len());
    let whole = stop(words, &['.']) >= words.trim_end_matches('.').len();
    let enough = (2..=BARE_TITLE_WORDS).contains(&words.split_whitespace().count());
    let title = enough && whole && !words.starts_with(char::is_lowercase) && !names::is_proper(words);
    (are_names && !more && title).then(|| Title { words: range.clone(), whole: range, by: By::Names })
}

/// The link whose words name a source: that of its capture, where its own say that it is what was captured, `“Title”. Post.
/// Archived from the original`.
pub(in crate::document) fn named_link(entry: &EntryText<'_>, cited: Option<Cited>) -> Option<usize> {
    let words = |link: usize| entry.text.get(entry.links[link].range.clone()).unwrap_or_default().trim();
    let cited = cited?;
    let names = |archive: &usize| {
        let link = &entry.links[*archive];
        link.words == Words::Names && link.range.start < entry.links[cited.link].range.start
    };
    let archive = cited.archive.filter(names).filter(|_| lead_in::is_original(words(cited.link)));
    archive.or(Some(cited.link))
}

fn by_link(entry: &EntryText<'_>, part: &Range<usize>, link: usize) -> Option<Title> {
    let link = &entry.links[link];
    let words = inner(entry.text, link.range.clone());
    let nameless = link.words == Words::Address || is_nameless(entry, part, link);
    (!nameless).then(|| Title { words, whole: link.range.clone(), by: By::Link })
}

/// `[Jane Doe, *Low Water* (Quay Press)](https://…)`: what is emphasised within the words of a link, behind names.
fn within_link(entry: &EntryText<'_>, part: &Range<usize>, link: usize) -> Option<Title> {
    let link = &entry.links[link];
    let inside = |range: &&Range<usize>| link.range.start < range.start && range.end <= link.range.end;
    let whole = entry.emphasised.iter().filter(|_| part.contains(&link.range.start)).find(inside)?;
    let before = entry.text.get(link.range.start..whole.start)?.trim_end();
    let named = before.strip_suffix([',', ':', '.', '，', '：']).filter(|names| quoted::are_authors(names));
    (link.words == Words::Names && named.is_some()).then(|| Title {
        words: without_stop(entry.text, whole.clone()),
        whole: whole.clone(),
        by: By::Emphasis,
    })
}

/// Whether words in marks are the title within those of a link, behind names or first, and what it appeared in follows:
/// `[Jane Doe, “Low water” (Quay Press)](https://…)`.
pub(in crate::document) fn is_in_link(text: &str, link: &Link, words: &Range<usize>) -> bool {
    const MARKS: &[char] = &['“', '"', '„', '«', '‘', '\'', '»', '「', '『', ' ', '\u{a0}'];
    if link.words != Words::Names || words.start <= link.range.start || words.end >= link.range.end {
        return false;
    }
    let lead = text.get(link.range.start..words.start).unwrap_or_default().trim_end_matches(MARKS);
    let named = || lead.strip_suffix([',', ':', '.', '，', '：']).is_some_and(quoted::are_authors);
    let end = closing(text, words.end).min(link.range.end);
    let rest = text.get(end..link.range.end).unwrap_or_default().trim_start();
    let byline = ["by ", "von ", "par ", "por ", "di ", "door ", "av ", "af "].iter().any(|by| rest.starts_with(by));
    let parted = byline || rest.starts_with(['.', ',', ';', ':', '(', '–', '—', '|', '-']);
    named() || lead.is_empty() && parted
}

/// Whether the words of a link are no name of what it leads to.
pub(in crate::document) fn is_nameless(entry: &EntryText<'_>, part: &Range<usize>, link: &Link) -> bool {
    let words = inner(entry.text, link.range.clone());
    let before = entry.text.get(part.start..link.range.start).unwrap_or("");
    let marked = entry.text[link.range.clone()].trim_start().starts_with(['“', '"', '„', '«', '‘', '「', '『', '《']);
    !marked && lead_in::is_nameless(&entry.text[words], before, &link.url)
}

/// Without white space, outer quotation marks and a closing full stop.
fn inner(text: &str, range: Range<usize>) -> Range<usize> {
    let range = trim(text, range, char::is_whitespace);
    let slice = &text[range.clone()];
    let marks = [('“', '”'), ('"', '"'), ('„', '“'), ('«', '»'), ('‘', '’')];
    let marked = marks.iter().find(|(open, close)| {
        slice.starts_with(*open) && slice.ends_with(*close) && slice.matches(*close).count() <= 2 && slice.len() > 6
    });
    let range = match marked {
        Some((open, close)) => range.start + open.len_utf8()..range.end - close.len_utf8(),
        None => range,
    };
    without_stop(text, range)
}

/// Without the full stop or comma that style puts before a closing mark; an ellipsis stays.
pub(in crate::document) fn without_stop(text: &str, range: Range<usize>) -> Range<usize> {
    let slice = text[range.clone()].trim();
    let start = range.start + (text[range.clone()].len() - text[range].trim_start().len());
    let bare = match slice.strip_suffix(['.', ',', '،', '，', '。', '、']) {
        Some(bare) if !bare.ends_with('.') => bare.trim_end(),
        _ => slice,
    };
    start..start + bare.len()
}

fn by_marks(entry: &EntryText<'_>, part: &Range<usize>) -> Option<Title> {
    let masked: Vec<Range<usize>> =
        entry.links.iter().filter(|link| link.words == Words::Address).map(|link| link.range.clone()).collect();
    let mut pairing = Pairing::default();
    pairing.read(entry.text, part.clone(), &masked);
    let quoted = pairing.finish().into_iter().next().and_then(|quoted| quoted.parts.first().map(|part| part.range()));
    let book = east_asian::book_marks(&entry.text[part.clone()]);
    let book = book.map(|range| part.start + range.start..part.start + range.end);
    let words = quoted.into_iter().chain(book).min_by_key(|range| range.start)?;
    let before = entry.text[part.start..words.start].trim_end();
    let mark = before.chars().next_back()?;
    let names = before[..before.len() - mark.len_utf8()].trim_end();
    // What somebody says, or stands behind the address that it is of, is quoted from the source.
    let behind_address = || {
        let address = entry.links.iter().rfind(|link| link.words == Words::Address && link.range.end <= words.start);
        let gap = address.and_then(|link| entry.text.get(link.range.end..part.start + names.len()));
        gap.is_some_and(|gap| gap.trim_matches(['>', ')', ']', ' ']) == ":")
    };
    // `„Sea Letters” 2009, t. 53`, `coll. « Mers »`: what a title appeared in.
    let rest = entry.text.get(closing(entry.text, words.end)..part.end).unwrap_or_default();
    if container::follow(rest) || is_series(names) {
        return None;
    }
    let said = saying::leads_to_saying(names) && !lead_in::leads_into_work(names);
    if said || behind_address() && is_remark(entry.text, &words) {
        return None;
    }
    let quoted_in = || lead_in::quoted_in(names).is_some() && names.len() <= AUTHORS_REACH;
    let after_names = names.is_empty()
        || names.ends_with(BEHIND_NAMES) && names.len() <= AUTHORS_REACH
        || east_asian::is_name(names)
        || quoted_in();
    let apart = || stands_apart(entry.text, mark, words.end) || lead_in::says_where(before_address(entry, words.end));
    if !after_names || named_by_link(entry, part, &words) || !apart() {
        return None;
    }
    let whole = part.start + names.len()..closing(entry.text, words.end);
    Some(Title { words: without_stop(entry.text, words), whole, by: By::Marks })
}

/// Whether words lead to the name of a series.
fn is_series(before: &str) -> bool {
    let last = before.rsplit([' ', ',', '(']).next().unwrap_or_default();
    ["coll.", "collection", "col.", "colección", "coleção", "collana", "series", "Reihe", "seria"].contains(&last)
}

/// Whether marked words are running ones, as titles are not.
fn is_remark(text: &str, words: &Range<usize>) -> bool {
    let words = &text[words.clone()];
    !super::is_title_case(words) && words.split_whitespace().count() > QUOTED_TITLE_WORDS
}

/// Marks that part names from what follows, of every script.
pub(in crate::document) const BEHIND_NAMES: &[char] =
    &['.', ',', ':', ';', ')', '–', '—', '،', '؛', '，', '、', '：', '；', '。', '．', '）'];

/// Whether a link that begins before the marked words, or at their mark, names the source.
fn named_by_link(entry: &EntryText<'_>, part: &Range<usize>, words: &Range<usize>) -> bool {
    let named = |link: &&Link| {
        let own = &entry.text[link.range.clone()];
        link.words == Words::Names && part.contains(&link.range.start) && !lead_in::is_host(own, &link.url)
    };
    let before = |link: &Link| link.range.start < words.start;
    let of_work = |link: &Link| {
        let rest = entry.text.get(words.start..part.end).unwrap_or_default();
        let gap = entry.text.get(link.range.end..words.start).unwrap_or_default();
        let gap = gap.trim_end_matches(['“', '"', '„', '«', '‘', '»', '「', '『', ' ', '\u{a0}']);
        is_nameless(entry, part, link) && quoted::names_a_work(gap, rest, words.len())
    };
    let within = |link: &Link| is_in_link(entry.text, link, words);
    entry.links.iter().filter(named).any(|link| before(link) && !of_work(link) && !within(link))
}

/// Whether what follows the closing mark leaves a title by itself: no small word goes on with it, and behind single
/// marks there is punctuation, for they are also put around words within a title.
fn stands_apart(text: &str, mark: char, end: usize) -> bool {
    const BEHIND: &[&str] = &[
        "in",
        "by",
        "on",
        "at",
        "from",
        "via",
        "accessed",
        "retrieved",
        "archived",
        "https",
        "http",
        "doi",
        "arXiv",
        "bioRxiv",
        "medRxiv",
    ];
    let inside = text[..end].ends_with(['.', ',', '!', '?']);
    let rest = text[closing(text, end)..].trim_start();
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let single = matches!(mark, '\'' | '‘' | '‚' | '‹' | '›');
    if single && !inside && !rest.is_empty() && !rest.starts_with([',', '.', ';', ':', '(', '–', '—', '-', '|']) {
        return false;
    }
    !word.starts_with(char::is_lowercase)
        || BEHIND.contains(&word)
        || whole_day::is_kind_of_day(rest, DayMonth::Unknown)
        || publisher::behind_work(rest).is_some()
        || begins_with_identifier(rest)
}

/// Bytes of the longest identifier that is looked for behind a title.
const IDENTIFIER: usize = 200;

/// `arXiv:2401.01234`, whose name begins with a small letter.
fn begins_with_identifier(rest: &str) -> bool {
    let near = &rest[..floor_char_boundary(rest, IDENTIFIER)];
    identifier::find(near).first().is_some_and(|found| found.range.start == 0)
}

/// What stands between the closing mark that follows `at` and the next address.
fn before_address<'a>(entry: &EntryText<'a>, at: usize) -> &'a str {
    let start = closing(entry.text, at);
    let address = entry.links.iter().map(|link| link.range.start).find(|&address| address >= start);
    address.and_then(|address| entry.text.get(start..address)).unwrap_or_default()
}

/// Behind the closing mark that follows `at`, with its white space before it.
fn closing(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let gap = rest.len() - rest.trim_start().len();
    at + gap + rest[gap..].chars().next().map_or(0, char::len_utf8)
}

/// What of `names`, which begin at `start`, stands behind the address that they begin with.
pub(in crate::document) fn behind_address_in<'a>(entry: &EntryText<'_>, start: usize, names: &'a str) -> &'a str {
    let own = entry.links.iter().find(|link| link.words == Words::Address && link.range.start >= start);
    own.and_then(|link| names.get(link.range.end - start..)).unwrap_or(names)
}

/// All that stands before a date of access, before an address in brackets, or before a site behind a dash, if that is
/// one phrase. Words before an address at once are as likely a remark, or the name of whoever wrote it.
fn by_position(text: &str, place: &Place) -> Option<Title> {
    let head = place.part.start..place.head;
    let mut range = trim(text, head, |c| c.is_whitespace() || ",:;<–—-^↑↩".contains(c));
    if text[range.clone()].starts_with('(') && !text[range.clone()].contains(')') {
        range.start += 1;
    }
    // A bracket before the date is no part of the title.
    let range = without_tag(text, trim_end(text, range, |c| c.is_whitespace() || c == '('));
    let slice = &text[range.clone()];
    let site = dash(slice);
    if place.signalled || !is_set_apart(text, place, range.end, site.is_some()) {
        return None;
    }
    let words = slice.split_whitespace().count();
    let one_phrase = stop(slice, &['.']) >= slice.trim_end_matches(['.', ',']).len();
    let remark = ["as ", "for "].iter().any(|word| slice.to_lowercase().starts_with(word));
    let quotes = longest_quote(slice) > QUOTED_TITLE_WORDS || names_an_edition(slice);
    let journal =
        container::journal_line(slice).is_some() || imprint::with_town(slice).is_some() || counts_pages(slice);
    if remark
        || is_dated_name(slice)
        || quotes
        || journal
        || names::leading(slice).is_some()
        || !(1..=BARE_TITLE_WORDS).contains(&words)
        || !one_phrase
        || !slice.contains(char::is_alphabetic)
    {
        return None;
    }
    let title_end = site.map_or(range.end, |(at, _)| range.start + at);
    let byline = text[range.start..title_end].rfind(" | by ").map(|at| range.start + at);
    let title_end = byline.unwrap_or(title_end);
    Some(Title { words: without_stop(text, range.start..title_end), whole: range.start..title_end, by: By::Position })
}

/// Most words of a name that an address in brackets can follow: `Harbour Post (https://…)`.
const NAME_WORDS: usize = 3;

/// Whether words that end at `end` are set apart as a title by what follows, or by the site behind their dash.
fn is_set_apart(text: &str, place: &Place, end: usize, site: bool) -> bool {
    let words = &text[place.part.start..end];
    let bracket = || {
        let open = text[end..place.head].trim().starts_with(['(', '<']);
        let name = names::is_proper(words.trim()) && words.split_whitespace().count() <= NAME_WORDS;
        open && !name && !remark::has_verb(words)
    };
    match place.stop {
        Stop::Date | Stop::End => true,
        Stop::Address => site || bracket(),
    }
}

/// `Harbour Post, 14 May 2021`: the name of a publication, and a day.
fn is_dated_name(text: &str) -> bool {
    let Some((name, day)) = text.split_once(", ") else { return false };
    let day = day.trim_end_matches(['.', ',', ' ', '(']);
    let dated = date::read(day, DayMonth::Unknown)
        .is_some_and(|read| read.range == (0..day.len()) && day.contains(char::is_alphabetic));
    dated && names::is_proper(name) && name.split_whitespace().count() <= NAME_WORDS
}

/// Whether pages, or a place and a year in brackets, show that the words are more than a title.
fn names_an_edition(text: &str) -> bool {
    let bracket = text.split('(').skip(1).filter_map(|rest| rest.split_once(')')).any(|(inside, _)| {
        let year = inside.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4);
        year && inside.contains([',', ':'])
    });
    bracket || [", p. ", ", pp. ", ", S. "].iter().any(|pages| text.contains(pages))
}

/// `…, 2009, 412 p.`: whether words end in how many pages a book has.
fn counts_pages(text: &str) -> bool {
    let last = text.trim_end_matches(['.', ' ']).rsplit(", ").next().unwrap_or_default();
    last.split_once(' ').is_some_and(|(count, pages)| {
        matches!(pages, "p" | "pp" | "S" | "s" | "с") && count.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Words of the longest passage between quotation marks.
fn longest_quote(text: &str) -> usize {
    let mut pairing = Pairing::default();
    pairing.read(text, 0..text.len(), &[]);
    let words = |range: Range<usize>| text[range].split_whitespace().count();
    pairing.finish().iter().filter_map(|quoted| quoted.parts.first()).map(|part| words(part.range())).max().unwrap_or(0)
}

/// Without a tag such as `[PDF]` at the front.
fn without_tag(text: &str, range: Range<usize>) -> Range<usize> {
    let tag = text[range.clone()].strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(tag, _)| tag);
    match tag {
        Some(tag) if tag.len() <= 12 => trim(text, range.start + tag.len() + 2..range.end, char::is_whitespace),
        _ => range,
    }
}

/// The last dash or bar that parts a title from its site, if the site is short.
fn dash(text: &str) -> Option<(usize, usize)> {
    let (at, mark) =
        [" - ", " – ", " — ", " | ", " · "].iter().filter_map(|mark| Some((text.rfind(mark)?, mark))).max()?;
    let site = text[at + mark.len()..].split_whitespace().count();
    let title = text[..at].split_whitespace().count();
    if is_part_of_work(&text[at + mark.len()..]) {
        return None;
    }
    (title >= 1 && (1..=6).contains(&site)).then_some((at, mark.len()))
}

/// `Teil 2`, `IV ZR 12/08`: what stands behind a dash and is no site.
fn is_part_of_work(site: &str) -> bool {
    const PARTS: &[&str] = &[
        "part", "teil", "band", "bd", "vol", "volume", "partie", "tome", "parte", "chapter", "kapitel", "deel", "del",
    ];
    let site = site.trim_end_matches(['.', ',', ' ']);
    let first = site.split([' ', '.']).next().unwrap_or_default().to_lowercase();
    let last = site.rsplit(' ').next().unwrap_or_default();
    let number = last.starts_with(|c: char| c.is_ascii_digit());
    let docket = last.split_once('/').is_some_and(|(one, other)| {
        [one, other].iter().all(|own| !own.is_empty() && own.bytes().all(|byte| byte.is_ascii_digit()))
    });
    number && PARTS.contains(&first.as_str()) || docket && site.contains(' ')
}

fn trim_end(text: &str, range: Range<usize>, unwanted: impl Fn(char) -> bool + Copy) -> Range<usize> {
    let end = range.start + text[range.clone()].trim_end_matches(|c| unwanted(c) || ",:;<–—-".contains(c)).len();
    range.start..end
}

pub(in crate::document) fn trim(
    text: &str,
    range: Range<usize>,
    unwanted: impl Fn(char) -> bool + Copy,
) -> Range<usize> {
    let slice = &text[range.clone()];
    let start = range.start + (slice.len() - slice.trim_start_matches(unwanted).len());
    let end = start + text[start..range.end].trim_end_matches(unwanted).len();
    start..end
}
