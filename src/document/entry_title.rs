//! Title and publisher of a reference entry, by what stands around them.

use std::ops::Range;

use super::authors;
use super::entry::{EntryText, Link, Words};
use super::pairs::Pairing;

/// A title, and how it was told from the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Title {
    /// The words, without marks.
    pub(super) words: Range<usize>,
    /// With its marks.
    pub(super) whole: Range<usize>,
    pub(super) by: By,
}

/// What shows that something is a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The words of the link to it.
    Link,
    /// Quotation marks.
    Marks,
    /// Emphasis.
    Emphasis,
    /// It follows `Author (2020).`
    Year,
    /// It is the sentence behind the names: `Smith J, Doe A. Title of the work. Journal.`
    Sentence,
    /// It is all that stands before the access date or the address; a site may follow a dash.
    Position,
}

/// Most characters of author names before a title: beyond that it is a sentence that mentions one.
const AUTHORS_REACH: usize = 200;
/// Most words of a title that has no marks: beyond that it is a remark.
const BARE_TITLE_WORDS: usize = 30;
/// Most words between quotation marks in a title that has none around it: more are a quotation in a remark.
const QUOTED_TITLE_WORDS: usize = 3;
/// Most words of a publisher's name.
const PUBLISHER_WORDS: usize = 12;

/// The title of the source whose link is `link`, in `part` of the entry; `head` ends where dates and addresses begin.
pub(super) fn find(entry: &EntryText<'_>, part: &Range<usize>, link: Option<usize>, head: usize) -> Option<Title> {
    by_marks(entry, part)
        .or_else(|| by_link(entry, link?))
        .or_else(|| by_emphasis(entry, part))
        .or_else(|| by_year(entry.text, part.start..head))
        .or_else(|| by_sentence(entry.text, part.start..head))
        .or_else(|| by_position(entry.text, part.start..head))
}

fn by_link(entry: &EntryText<'_>, link: usize) -> Option<Title> {
    const NAMELESS: &[&str] =
        &["link", "here", "source", "pdf", "archived", "archive", "web", "url", "online", "html", "view", "doi"];
    let link = &entry.links[link];
    let words = inner(entry.text, link.range.clone());
    let text = &entry.text[words.clone()];
    let nameless = NAMELESS.contains(&text.to_lowercase().as_str()) || !text.contains(char::is_alphabetic);
    (link.words == Words::Names && !nameless).then(|| Title { words, whole: link.range.clone(), by: By::Link })
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
pub(super) fn without_stop(text: &str, range: Range<usize>) -> Range<usize> {
    let slice = text[range.clone()].trim();
    let start = range.start + (text[range.clone()].len() - text[range].trim_start().len());
    let bare = match slice.strip_suffix(['.', ',']) {
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
    let words = pairing.finish().into_iter().next()?.parts.into_iter().next()?;
    let before = entry.text[part.start..words.start].trim_end();
    let mark = before.chars().next_back()?;
    let names = before[..before.len() - mark.len_utf8()].trim_end();
    let after_names =
        names.is_empty() || names.ends_with(['.', ',', ':', ';', ')', '–', '—']) && names.len() <= AUTHORS_REACH;
    if !after_names || named_by_link(entry, part, &words) || !stands_apart(entry.text, mark, words.end) {
        return None;
    }
    let whole = part.start + names.len()..closing(entry.text, words.end);
    Some(Title { words: without_stop(entry.text, words), whole, by: By::Marks })
}

/// Whether a link that begins before the marked words, or at their mark, names the source.
fn named_by_link(entry: &EntryText<'_>, part: &Range<usize>, words: &Range<usize>) -> bool {
    let named = |link: &&Link| link.words == Words::Names && part.contains(&link.range.start);
    entry.links.iter().filter(named).any(|link| link.range.start < words.start)
}

/// Whether what follows the closing mark leaves a title by itself: no small word goes on with it, and behind single
/// marks there is punctuation, for they are also put around words within a title.
fn stands_apart(text: &str, mark: char, end: usize) -> bool {
    const BEHIND: &[&str] =
        &["in", "by", "on", "at", "from", "via", "accessed", "retrieved", "archived", "https", "http", "doi"];
    let inside = text[..end].ends_with(['.', ',', '!', '?']);
    let rest = text[closing(text, end)..].trim_start();
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let single = matches!(mark, '\'' | '‘' | '‚' | '‹' | '›');
    if single && !inside && !rest.is_empty() && !rest.starts_with([',', '.', ';', ':', '(', '–', '—', '-', '|']) {
        return false;
    }
    !word.starts_with(char::is_lowercase) || BEHIND.contains(&word)
}

/// Behind the closing mark that follows `at`, with its white space before it.
fn closing(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let gap = rest.len() - rest.trim_start().len();
    at + gap + rest[gap..].chars().next().map_or(0, char::len_utf8)
}

/// Emphasis names the title where nothing but names stands before it.
fn by_emphasis(entry: &EntryText<'_>, part: &Range<usize>) -> Option<Title> {
    let whole = entry.emphasised.iter().find(|range| part.start <= range.start && range.end <= part.end)?;
    let before = entry.text[part.start..whole.start].trim_end();
    let alone = before.is_empty() || before.ends_with(['.', ')', ':']) && before.len() <= AUTHORS_REACH;
    alone.then(|| Title { words: without_stop(entry.text, whole.clone()), whole: whole.clone(), by: By::Emphasis })
}

/// `Smith, J. (2020). Title of the work. Publisher.`
fn by_year(text: &str, head: Range<usize>) -> Option<Title> {
    let slice = &text[head.clone()];
    let (open, close) = slice.match_indices('(').take(3).find_map(|(open, _)| {
        let close = open + slice[open..].find(')')?;
        let inside = &slice[open + 1..close];
        let year = inside.get(..4).is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit())) || inside == "n.d.";
        (year && inside.len() <= 24 && open <= AUTHORS_REACH).then_some((open, close))
    })?;
    let rest = &slice[close + 1..];
    let names = slice[..open].trim_end();
    let are_names = names.ends_with('.')
        || names.contains([',', '&'])
        || names.split_whitespace().count() <= 4 && !names.contains(':');
    if !are_names || rest.trim_start().starts_with(['-', '–', '—', '|']) {
        return None;
    }
    let start = close + 1 + (rest.len() - rest.trim_start_matches(['.', ',', ':', ' ']).len());
    let end = start + sentence_end(&slice[start..]);
    let words = without_stop(text, head.start + start..head.start + end);
    let is_title = open > 0 && text[words.clone()].split_whitespace().count() >= 2;
    is_title.then(|| Title { words, whole: head.start + open..head.start + end, by: By::Year })
}

/// `Smith J, Doe A. Title of the work. Journal. 2021` and `Harbour Board. Title [Internet]. Press; 2021`: the sentence
/// behind names that have the form of names, or the one that says what medium it is in.
fn by_sentence(text: &str, head: Range<usize>) -> Option<Title> {
    const MEDIA: &[&str] = &["[Internet]", "[internet]", "[Online]", "[online]", "[Web page]", "[Website]"];
    let slice = &text[head.clone()];
    let medium = MEDIA.iter().filter_map(|medium| Some((slice.find(medium)?, medium.len()))).min();
    let names = authors::inverted(slice).or_else(|| {
        let (at, _) = medium?;
        let end = slice[..at].find(". ")?;
        (end <= AUTHORS_REACH).then_some(end + 1)
    });
    let names = names.or_else(|| medium.map(|_| 0))?;
    let start = names + (slice[names..].len() - slice[names..].trim_start().len());
    let sentence = start + sentence_end(&slice[start..]);
    let (end, whole) = match medium {
        Some((at, len)) if at > start && at <= sentence => (at, at + len),
        _ => (sentence, sentence),
    };
    let words = without_stop(text, head.start + start..head.start + end);
    let count = text[words.clone()].split_whitespace().count();
    let ends = whole < slice.len() || slice.ends_with(['.', '?', '!']);
    ((1..=BARE_TITLE_WORDS).contains(&count) && ends).then(|| Title {
        words,
        whole: head.start + start..head.start + whole,
        by: By::Sentence,
    })
}

/// All that stands before the first date or address, if that is one phrase.
fn by_position(text: &str, head: Range<usize>) -> Option<Title> {
    let range = without_tag(text, trim(text, head, |c| c.is_whitespace() || ",:;(<–—-".contains(c)));
    let slice = &text[range.clone()];
    let words = slice.split_whitespace().count();
    let one_phrase = stop(slice, &['.']) >= slice.trim_end_matches(['.', ',']).len();
    let remark =
        ["see ", "cf. ", "as ", "for ", "ibid", "op. cit"].iter().any(|word| slice.to_lowercase().starts_with(word));
    let quotes = longest_quote(slice) > QUOTED_TITLE_WORDS || names_an_edition(slice);
    if remark
        || quotes
        || !(1..=BARE_TITLE_WORDS).contains(&words)
        || !one_phrase
        || !slice.contains(char::is_alphabetic)
    {
        return None;
    }
    let title_end = dash(slice).map_or(range.end, |(at, _)| range.start + at);
    let byline = text[range.start..title_end].rfind(" | by ").map(|at| range.start + at);
    let title_end = byline.unwrap_or(title_end);
    Some(Title { words: without_stop(text, range.start..title_end), whole: range.start..title_end, by: By::Position })
}

/// Whether pages, or a place and a year in brackets, show that the words are more than a title.
fn names_an_edition(text: &str) -> bool {
    let bracket = text.split('(').skip(1).filter_map(|rest| rest.split_once(')')).any(|(inside, _)| {
        let year = inside.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4);
        year && inside.contains([',', ':'])
    });
    bracket || [", p. ", ", pp. ", ", S. "].iter().any(|pages| text.contains(pages))
}

/// Words of the longest passage between quotation marks.
fn longest_quote(text: &str) -> usize {
    let mut pairing = Pairing::default();
    pairing.read(text, 0..text.len(), &[]);
    let words = |range: &Range<usize>| text[range.clone()].split_whitespace().count();
    pairing.finish().iter().filter_map(|quoted| quoted.parts.first()).map(words).max().unwrap_or(0)
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
    (title >= 1 && (1..=6).contains(&site)).then_some((at, mark.len()))
}

/// Where the first sentence of `text` ends.
fn sentence_end(text: &str) -> usize {
    stop(text, &['.', '?', '!'])
}

/// Words in small letters that a full stop shortens.
const SHORT: &[&str] = &[
    "vol", "no", "nos", "nr", "pp", "ed", "eds", "al", "vs", "st", "ca", "cf", "ch", "art", "sec", "par", "fig", "ff",
    "hg", "rev", "tr", "dr", "ser", "rpt",
];

/// The first of `marks` that ends a sentence: a full stop that does not close an abbreviation.
fn stop(text: &str, marks: &[char]) -> usize {
    for (at, _) in text.match_indices(marks) {
        let rest = &text[at + 1..];
        let word = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let ends = rest.is_empty() || rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase);
        let short = word.chars().count() < 4;
        let whole = word.len() >= 2 && word.chars().all(char::is_lowercase) && !SHORT.contains(&word);
        if ends && (!short || whole || rest.trim().is_empty()) {
            return at;
        }
    }
    text.len()
}

/// Who published it: what stands between the title and the first date or address.
pub(super) fn publisher(entry: &EntryText<'_>, tail: Range<usize>) -> Option<String> {
    let emphasised = entry.emphasised.iter().find(|range| tail.start <= range.start && range.end <= tail.end);
    let range = match emphasised {
        Some(range) => range.clone(),
        None => trim(entry.text, tail, |c| c.is_whitespace() || ",.:;–—-|·([\"".contains(c)),
    };
    let slice = without_place(without_announcement(entry.text[range.clone()].trim()));
    let slice = &slice[..sentence_end(slice)];
    let slice = match slice.strip_prefix("by ") {
        Some(byline) => byline.rsplit_once(" | ").or_else(|| byline.rsplit_once(" - ")).map_or("", |(_, site)| site),
        None => slice,
    };
    let slice =
        ["in ", "In ", "In: ", "in: ", "at ", "on "].iter().find_map(|word| slice.strip_prefix(word)).unwrap_or(slice);
    let cut = [", vol", ", no.", ", pp", ", p.", " (Vol", " vol.", " no.", ", Vol", "; "]
        .iter()
        .filter_map(|mark| slice.find(mark))
        .min();
    let name = slice[..cut.unwrap_or(slice.len())].trim_matches(|c: char| c.is_whitespace() || ",.:;–—".contains(c));
    let name = balanced(name);
    let words = name.split_whitespace().count();
    (name.contains(char::is_alphabetic) && words <= PUBLISHER_WORDS).then(|| name.to_owned())
}

/// Without the words that lead to an address: `Available at:`, `Online:`.
fn without_announcement(text: &str) -> &str {
    const WORDS: &[&str] = &[
        "available at",
        "available from",
        "available online",
        "available",
        "online",
        "url",
        "link",
        "website",
        "verfügbar unter",
        "online verfügbar",
        "abrufbar unter",
        "disponible sur",
        "disponible en",
        "disponible à",
        "en ligne",
        "disponibile su",
    ];
    let bare = text.trim_end_matches(|c: char| c.is_whitespace() || ":.,;[(<–—".contains(c));
    let lower = bare.to_lowercase();
    let word = WORDS.iter().find(|word| lower.ends_with(**word) && lower.len() == bare.len());
    let Some(word) = word else { return text };
    let before = &bare[..bare.len() - word.len()];
    if before.ends_with(char::is_alphanumeric) { text } else { before.trim_end_matches([' ', '[', '(']) }
}

/// `London: Harbour Press` is published by the press.
fn without_place(text: &str) -> &str {
    let Some((place, name)) = text.split_once(": ") else { return text };
    let words = || place.split([' ', ',']).filter(|word| !word.is_empty());
    let is_place = words().count() <= 4 && words().all(|word| word.starts_with(char::is_uppercase));
    let is_name = name.starts_with(char::is_uppercase) && !place.contains(['.', ';', '(']);
    if is_place && is_name { name } else { text }
}

fn balanced(name: &str) -> &str {
    if name.ends_with(')') && !name.contains('(') {
        name.trim_end_matches(')')
    } else if name.matches('(').count() > name.matches(')').count() {
        name.split('(').next().unwrap_or(name).trim_end()
    } else {
        name
    }
}

pub(super) fn trim(text: &str, range: Range<usize>, unwanted: impl Fn(char) -> bool + Copy) -> Range<usize> {
    let slice = &text[range.clone()];
    let start = range.start + (slice.len() - slice.trim_start_matches(unwanted).len());
    let end = start + text[start..range.end].trim_end_matches(unwanted).len();
    start..end
}
