//! Notes that stand for an earlier one: `Ibid., p. 4`, `Doe, op. cit.`, `See note 3`, `Doe, “The Board,” 2019`. What they say
//! of their source is what that note says.

mod called;
mod dated;
mod known;

use std::ops::Range;

use super::entry::signal;
use super::marker::cited;
use super::{Entry, Few, Marker, Prose, Role, Source};

use called::called;
use dated::Dated;
use known::{Known, is_work, label};

pub(in crate::document) use known::led_to;

/// Bytes of the longest such note that is looked at.
const LONGEST: usize = 400;
/// Letters of the shortest title that stands behind a name.
const SHORTEST_TITLE: usize = 3;
/// Words of a title that name an article where no author does.
const TELLING_WORDS: usize = 3;

/// Earlier notes of one name that are looked at.
const MOST: usize = 64;

/// What begins a note that means the one before it.
const SAME: &[&str] = &[
    "ibid",
    "ibidem",
    "ibíd",
    "ib",
    "id",
    "idem",
    "ebd",
    "ebda",
    "ebenda",
    "ivi",
    "тамже",
    "там же",
    "там само",
    "пак там",
    "smst",
    "tamże",
    "tamtéž",
    "同上",
    "同前",
    "상동",
];
/// What says, behind a name, that an earlier note is meant.
const CITED: &[&str] = &[
    "op. cit",
    "op.cit",
    "opus cit",
    "ob. cit",
    "loc. cit",
    "loc.cit",
    "art. cit",
    "a. a. o",
    "a.a.o",
    "supra",
    "dz. cyt",
    "указ. соч",
    "цит. соч",
];
/// Names of notes before their numbers.
const NOTES: &[&str] = &[
    "note",
    "notes",
    "nn.",
    "footnote",
    "endnote",
    "n.",
    "fn.",
    "fn",
    "n",
    "anm.",
    "fußnote",
    "nota",
    "przypis",
    "примечание",
];
/// Those of several.
const SEVERAL_NOTES: &[&str] = &["notes", "nn."];
/// Digits of a year.
const YEAR: usize = 4;
/// Words before them.
const BEFORE: &[&str] = &["see", "cf.", "supra", "above", "siehe", "vgl.", "wie", "voir", "véase", "zie", "at"];
/// What opens a bracket in which the number of a note stands behind a name: `Doe (n 3)`.
const OPENED: &[&str] = &["(n ", "(n. ", "(fn ", "(fn. ", "(note ", "(anm. ", "(fußnote "];

/// What else notes of several sources stand for, by the place of their entry: the sources behind the first.
pub(super) type More = Vec<(usize, Vec<Source>)>;

/// Gives the notes that stand for earlier ones, or for an entry of a list of works, the sources of these. The entries are in the
/// order of the file, and so are the places `by_key` of the notes that cite by key: what means one of them has no source here.
pub(super) fn resolve(entries: &mut [Entry], prose: &Prose, by_key: &[usize]) -> More {
    let notes = notes(entries);
    let mut more = More::new();
    if notes.len() < 2 {
        return more;
    }
    let mut earlier = Known::default();
    let listed = Known::of_lists(entries, &notes, prose);
    for (at, note) in notes.iter().enumerate() {
        let first = &entries[note.start];
        let is_bare = note.len() == 1 && first.source.url.is_none() && first.source.doi.is_none();
        let text = first.range().map_or("", |range| &prose.text()[range]);
        if is_bare && !text.is_empty() && text.len() <= LONGEST {
            let before = at.checked_sub(1).map(|before| notes[before].clone());
            let between = |before: &Range<usize>| {
                let next = by_key.partition_point(|&at| at < entries[before.start].span.start());
                by_key.get(next).is_some_and(|&at| at < first.span.start())
            };
            let of_several = |before: &Range<usize>| more.last().is_some_and(|(own, _)| *own == before.start);
            let beside = |before: &Range<usize>| is_beside(&entries[before.start], first) && !between(before);
            let before = before.filter(|before| beside(before) && !of_several(before));
            let seen = Seen { before, earlier: &earlier, listed: &listed, entries, prose };
            let mut sources = seen.sources(text, first).into_iter();
            if let Some(source) = sources.next() {
                let others: Vec<Source> = sources.collect();
                let entry = &mut entries[note.start];
                (entry.source, entry.again) = (source, true);
                // What means the note before means one source.
                if others.is_empty() {
                    earlier.labels.insert(label(entry), note.start);
                } else {
                    more.push((note.start, others));
                }
                continue;
            }
        }
        if by_key.binary_search(&entries[note.start].span.start()).is_err() {
            earlier.add(entries, note, text);
        }
    }
    more
}

/// Puts the sources behind the first of a note beside it, and leads the markers that point to it to them too. What points to
/// entries counts them as they will stand.
pub(super) fn add_more(entries: &mut Vec<Entry>, more: More, markers: &mut [Marker]) {
    if more.is_empty() {
        return;
    }
    let mut more = more.into_iter().peekable();
    let mut places = Vec::with_capacity(entries.len());
    let mut all = Vec::with_capacity(entries.len());
    for (at, entry) in std::mem::take(entries).into_iter().enumerate() {
        let first = all.len();
        let others = more.next_if(|(own, _)| *own == at).map_or(Vec::new(), |(_, others)| others);
        let like = if others.is_empty() { None } else { Some(Entry { source: Source::default(), ..entry.clone() }) };
        all.push(entry);
        all.extend(others.into_iter().zip(like.iter().cycle()).map(|(source, like)| Entry { source, ..like.clone() }));
        places.push(first..all.len());
    }
    *entries = all;
    for marker in markers {
        marker.entries = marker.entries.iter().flat_map(|&at| places[at].clone()).collect();
    }
}

/// Whether a line of a list of notes can be one that stands for another.
pub(super) fn is_short(words: &str) -> bool {
    let words = words.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || "[](){}^.".contains(c));
    words.len() <= LONGEST && {
        let lower = words.to_lowercase();
        begins_with(&lower, SAME)
            || !numbers_of_notes(&lower).is_empty()
            || CITED.iter().any(|cited| lower.contains(cited))
    }
}

/// The entries of each note, in order, with the works of lists that have no words of their own where notes can mean them.
fn notes(entries: &[Entry]) -> Vec<Range<usize>> {
    let with_notes = entries.iter().any(|entry| entry.role == Role::Footnote && entry.range().is_some());
    let mut notes: Vec<Range<usize>> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let counts = match entry.role {
            Role::Footnote => entry.range().is_some(),
            Role::Listed { .. } => with_notes || entry.range().is_some(),
            _ => false,
        };
        if !counts {
            continue;
        }
        match notes.last_mut().filter(|last| last.end == at && entries[last.start].span == entry.span) {
            Some(last) => last.end = at + 1,
            None => notes.push(at..at + 1),
        }
    }
    notes
}

/// Whether two notes are of one list.
fn is_beside(one: &Entry, other: &Entry) -> bool {
    match (one.role, other.role) {
        (Role::Listed { list: one, .. }, Role::Listed { list: other, .. }) => one == other,
        (one, other) => one == other,
    }
}

/// What a note can mean.
enum Meant {
    Entry(usize),
    /// One of several, or what has no address.
    Unclear,
    Nothing,
}

/// What is known where a note stands.
struct Seen<'s> {
    /// The note before it.
    before: Option<Range<usize>>,
    earlier: &'s Known,
    listed: &'s Known,
    entries: &'s [Entry],
    prose: &'s Prose,
}

impl Seen<'_> {
    /// The sources that a note with these words stands for, in order. One of which nothing is known has no address.
    fn sources(&self, text: &str, own: &Entry) -> Vec<Source> {
        let words = bare(text, &own.label).to_lowercase();
        let mut sources: Vec<Source> = Vec::new();
        let copied = |at: usize| {
            let mut source = self.entries[at].source.clone();
            source.url_spans = Few::None;
            source
        };
        let parts: Vec<&str> = words.split("; ").map(str::trim).filter(|part| !is_pages(part)).collect();
        if let [_] = parts[..] {
            let meant = self.meant(&words, own, own.source.title.as_deref());
            return meant.into_iter().map(copied).collect();
        }
        let mut known = false;
        for part in parts {
            let meant = self.meant(without_and(part), own, None);
            known |= !meant.is_empty();
            if meant.is_empty() && part.contains(|c: char| c.is_ascii_digit()) {
                sources.push(Source::default());
            }
            for source in meant.into_iter().map(copied) {
                if sources.iter().all(|other| (&other.url, &other.doi) != (&source.url, &source.doi)) {
                    sources.push(source);
                }
            }
        }
        if known { sources } else { Vec::new() }
    }

    /// The entries of the notes and works that these words mean.
    fn meant(&self, words: &str, own: &Entry, title: Option<&str>) -> Vec<usize> {
        if begins_with(words, SAME) {
            // Of several sources of the note before nobody can tell which is meant.
            let before = self.before.clone().filter(|before| before.len() == 1).map(|before| before.start);
            return before.into_iter().filter(|&before| has_address(&self.entries[before])).collect();
        }
        let (list, _) = label(own);
        let numbers = numbers_of_notes(words);
        if !numbers.is_empty() {
            let found = numbers.into_iter().map(|number| self.earlier.labels.get(&(list, number)).copied());
            let found: Option<Vec<usize>> = found.collect();
            return found.unwrap_or_default().into_iter().filter(|&at| has_address(&self.entries[at])).collect();
        }
        let is_note = !is_work(own);
        let known = [Some(self.earlier), Some(self.listed).filter(|_| is_note)];
        for known in known.into_iter().flatten() {
            match self.called(words, own, title, known) {
                Meant::Entry(found) => return vec![found],
                Meant::Unclear => return Vec::new(),
                Meant::Nothing => {}
            }
        }
        Vec::new()
    }

    /// What words that name an author, a title or a year mean of what is known.
    fn called(&self, words: &str, own: &Entry, title: Option<&str>, known: &Known) -> Meant {
        let behind_signal = &words[signal(words)..];
        let is_note = !is_work(own);
        if let Some(dated) = dated::read(behind_signal).filter(|_| is_note) {
            return self.of_year(&dated, known);
        }
        let name = called(behind_signal);
        let named = || name.as_ref().and_then(|name| known.named(name));
        let agrees = |at: usize| name.as_ref().is_none_or(|name| known.agrees(at, name));
        let cited = CITED.iter().any(|cited| words.contains(cited));
        // `Rossi, cit., p. 4`
        if cited || words.split_once(", ").is_some_and(|(_, rest)| rest.starts_with("cit.")) {
            return named().map_or(Meant::Nothing, |named| self.only(named, agrees));
        }
        if dated::paged(behind_signal).is_some_and(|_| is_note) {
            return named().map_or(Meant::Nothing, |named| self.only(named, agrees));
        }
        if let Some(short) = title_behind_name(words) {
            let like = |at: usize| {
                let entry = &self.entries[at];
                let full = match entry.source.title.as_deref() {
                    Some(title) => normal(title),
                    None => entry.range().map(|range| behind_name(&self.prose.text()[range])).unwrap_or_default(),
                };
                is_short_for(&short, without_article(&full)) && agrees(at)
            };
            if let Some(found @ Meant::Entry(_)) = named().map(|named| self.only(named, like)) {
                return found;
            }
        }
        let Some(title) = title.map(normal).filter(|title| !title.is_empty()) else { return Meant::Nothing };
        let like = |at: usize| {
            let full = self.entries[at].source.title.as_deref();
            full.is_some_and(|full| is_short_for(&title, &normal(full)))
        };
        match named() {
            Some(named) => self.only(named, |at| like(at) && agrees(at)),
            None if own.source.authors.is_empty() && title.split(' ').count() >= TELLING_WORDS => {
                let titled = title_key(&title).and_then(|key| known.titles.get(&key));
                titled.map_or(Meant::Nothing, |titled| self.only(titled, like))
            }
            None => Meant::Nothing,
        }
    }

    /// The one work of a name and a year; a year without a letter means the work that has none.
    fn of_year(&self, dated: &Dated, known: &Known) -> Meant {
        let of_name = |name: &String| known.dated.get(&(name.clone(), dated.year.clone()));
        let Some(works) = dated.name.keys().find_map(of_name) else { return Meant::Nothing };
        let by_both = |at: usize| {
            let has = |second: &String| {
                known.heads.get(&at).is_some_and(|head| head.words.contains(second.as_str()))
                    || self.entries[at]
                        .source
                        .authors
                        .iter()
                        .any(|author| author.to_lowercase().contains(second.as_str()))
            };
            dated.second.as_ref().is_none_or(has) && known.agrees(at, &dated.name)
        };
        let unlettered = |at: usize| dated.year.len() > YEAR || known.heads.get(&at).is_none_or(|head| !head.lettered);
        match self.only(works, |at| by_both(at) && unlettered(at)) {
            Meant::Nothing => self.only(works, by_both),
            found => found,
        }
    }

    /// The last of the entries that fit, where all that fit have one address.
    fn only(&self, among: &[usize], fits: impl Fn(usize) -> bool) -> Meant {
        let mut found: Option<usize> = None;
        for &at in among.iter().rev().take(MOST).filter(|&&at| fits(at)) {
            let address = |at: usize| (&self.entries[at].source.url, &self.entries[at].source.doi);
            if found.is_some_and(|found| address(found) != address(at)) {
                return Meant::Unclear;
            }
            found = found.or(Some(at));
        }
        match found {
            Some(found) if has_address(&self.entries[found]) => Meant::Entry(found),
            Some(_) => Meant::Unclear,
            None => Meant::Nothing,
        }
    }
}

fn has_address(entry: &Entry) -> bool {
    entry.source.url.is_some() || entry.source.doi.is_some()
}

/// The words of a note without its number and the signs before them.
fn bare<'t>(text: &'t str, label: &str) -> &'t str {
    let signs = |c: char| c.is_whitespace() || "[](){}^↑.:*_".contains(c);
    let text = text.trim_start_matches(signs);
    let rest = text.strip_prefix(label).filter(|rest| !rest.starts_with(char::is_alphanumeric));
    rest.unwrap_or(text).trim_start_matches(signs)
}

/// Whether words begin with one of these, and it ends there: before a sign, or a number of a page.
fn begins_with(words: &str, starts: &[&str]) -> bool {
    let words = &words[signal(words)..];
    let words = BEFORE.iter().find_map(|before| words.strip_prefix(before)?.strip_prefix(' ')).unwrap_or(words);
    starts.iter().any(|start| {
        let Some(rest) = words.strip_prefix(start) else { return false };
        // `id` alone can begin anything.
        let signed = rest.starts_with(['.', ',', ';', ':', '，', '。', '、', '：', '；']);
        match *start {
            "id" | "ib" => signed,
            _ => rest.trim().is_empty() || signed || rest.starts_with(' '),
        }
    })
}

/// The numbers of the notes that words point to: `see note 3`, `Doe, supra note 3, at 5`, `Doe (n 3) 5`, `see notes 3 and 5`.
fn numbers_of_notes(words: &str) -> Vec<String> {
    let parts: Vec<&str> = words.split([' ', '(', ')', ',', ';', '\u{a0}']).filter(|part| !part.is_empty()).collect();
    let number = |word: &str| -> Option<String> {
        let word = word.trim_end_matches(['.', ':']);
        let plain = word.bytes().all(|byte| byte.is_ascii_digit()) || word.bytes().all(|byte| b"ivx".contains(&byte));
        (!word.is_empty() && word.len() <= 4 && plain).then(|| word.to_owned())
    };
    let digits = |word: &str| -> Option<Vec<String>> {
        let Some((from, to)) = word.trim_end_matches(['.', ':']).split_once(['-', '–']) else {
            return number(word).map(|number| vec![number]);
        };
        let first = number(from)?;
        let range = cited::range(first.parse().ok(), number(to)?.parse().ok()?)?;
        Some(std::iter::once(first).chain(range.map(|number| number.to_string())).collect())
    };
    let named = |pair: &[&str]| NOTES.contains(&pair[0]) && digits(pair[1]).is_some();
    let Some(at) = parts.windows(2).position(named) else { return Vec::new() };
    let pointed = parts[..at].iter().any(|word| BEFORE.contains(word))
        || OPENED.iter().any(|opened| words.contains(opened))
        || at == 0;
    let plural = SEVERAL_NOTES.contains(&parts[at]);
    let numbers = parts[at + 1..].iter().filter(|part| !AND.iter().any(|and| and.trim() == **part));
    let numbers = numbers.map_while(|part| digits(part)).take(if plural { MOST } else { 1 });
    if pointed { numbers.flatten().collect() } else { Vec::new() }
}

/// What stands behind the names of a note whose title has no marks: `Jane Doe, The Winter Bridge (Port Press, 2001)`.
fn behind_name(text: &str) -> String {
    text.split_once(", ").map(|(_, rest)| normal(rest)).unwrap_or_default()
}

/// Words between the first author and the second.
const AND: &[&str] = &[" and ", " & ", " und ", " et ", " y ", " e ", " i ", " en ", " och ", " og ", " и "];

/// Words without an `and` before them.
fn without_and(words: &str) -> &str {
    AND.iter().find_map(|and| words.strip_prefix(and.trim_start())).unwrap_or(words)
}

/// The title in `Harris, The Merger, 112` and `Harris: The Merger, S. 112`, which stands between a name and the pages, without its article.
fn title_behind_name(words: &str) -> Option<String> {
    let behind = [", ", ": "].iter().filter_map(|mark| words.find(mark)).min()? + 2;
    let rest = words[behind..].trim_end_matches(['.', ' ']);
    let title = match rest.rsplit_once(", ") {
        Some((title, pages)) if is_pages(pages) => title,
        _ => rest,
    };
    // `Rossi, La diga, cit., p. 4`
    let title = title.strip_suffix('.').unwrap_or(title);
    let title = normal(title.strip_suffix(", cit").unwrap_or(title));
    let bare = without_article(&title);
    (bare.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST_TITLE).then(|| bare.to_owned())
}

fn without_article(title: &str) -> &str {
    const ARTICLES: &[&str] =
        &["the ", "a ", "an ", "der ", "die ", "das ", "le ", "la ", "les ", "el ", "los ", "las ", "il ", "lo "];
    ARTICLES.iter().find_map(|article| title.strip_prefix(article)).unwrap_or(title)
}

/// `112`, `pp. 3–5, 8`, `xii`.
fn is_pages(words: &str) -> bool {
    let bare = ["pp.", "p.", "pages", "page", "s."].iter().find_map(|name| words.strip_prefix(name)).unwrap_or(words);
    let bare = bare.trim();
    let pages = |c: char| c.is_ascii_digit() || "-–—ff. ".contains(c);
    !bare.is_empty() && (bare.chars().all(pages) || bare.chars().all(|c| "ivxlc-–".contains(c)))
}

fn normal(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

fn title_key(title: &str) -> Option<String> {
    let words = normal(title);
    let first: Vec<&str> = words.split(' ').take(TELLING_WORDS).collect();
    (first.len() == TELLING_WORDS).then(|| first.join(" "))
}

/// Whether one title is the other, or its first words.
fn is_short_for(short: &str, full: &str) -> bool {
    full.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests;
