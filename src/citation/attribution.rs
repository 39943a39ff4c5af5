//! What says where a block quotation is from: a line with a dash before it, a link, a bracket, a name with its mark.

use std::ops::Range;

use crate::document::saying::holds;
use crate::document::{Document, is_unspaced};

use super::quote::{trimmed, word_count};

/// Words of an attribution below a block quote; a longer last line is part of it.
pub(super) const ATTRIBUTION_WORDS: usize = 25;
/// Words beside its link or mark that a line of names has at most.
const NAMES: usize = 12;
/// Bytes at the end of a quotation in which its attribution begins.
const REACH: usize = 400;

/// Words that announce where something is from and are followed by a colon.
const ANNOUNCING: &str = "source sources from via see ref refs reference references citation quelle quellen aus siehe vgl \
    fuente fuentes tomado fonte fontes bron bronnen uit källa källor kilde kilder źródło źródła zdroj lähde forrás kaynak izvor \
    vir sursă sumber nguồn πηγή источник джерело المصدر مصدر מקור 出典 来源 來源 引用元 출처";

/// The same of more than one word, and words that need no colon before a link.
const LEADING: &[&str] = &[
    "via",
    "source",
    "quelle",
    "retrieved from",
    "available at",
    "available from",
    "as quoted in",
    "as cited in",
    "as told to",
    "full article",
    "full story",
    "full text",
    "h/t",
    "hat tip",
    "original",
    "read more",
    "cited in",
    "cited from",
    "quoted in",
    "quoted from",
    "taken from",
    "excerpt from",
    "extrait de",
    "tiré de",
    "zitiert nach",
    "zitiert aus",
    "tomado de",
    "extraído de",
    "tratto da",
    "abgerufen von",
    "verfügbar unter",
    "disponible en",
    "disponible sur",
    "disponível em",
    "disponibile su",
];

/// Small words between the words of names.
const SMALL: &str = "of the and de da do das dos di du del della des von van der den zu la le les el al y e et und en in at for on no \
    p pp page pages s seite para para. chapter ch sec section vol interview with ed eds trans speaking talking to writing told quoted \
    interviewed by via from as";

/// Small words that part a name from the link behind it: `Jane Doe in the [Post](…)`.
const LEADING_IN: &str = "at for from in on the to via";

/// Where the markers of a document stand in its prose.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks<'a> {
    /// Notes that leave a trace there.
    pub(super) notes: &'a [Range<usize>],
    pub(super) links: &'a [Range<usize>],
    /// Notes that lead somewhere, also those that leave no trace.
    pub(super) leading: &'a [Range<usize>],
}

impl Marks<'_> {
    /// Those of a list that begin within a range or at its end.
    fn up_to<'m>(list: &'m [Range<usize>], range: &Range<usize>) -> impl Iterator<Item = &'m Range<usize>> {
        let (from, end) = (list.partition_point(|mark| mark.start < range.start), range.end);
        list[from..].iter().take_while(move |mark| mark.start <= end)
    }

    /// Those of a list that lie within a range.
    fn within<'m>(list: &'m [Range<usize>], range: &Range<usize>) -> impl Iterator<Item = &'m Range<usize>> {
        let (from, start, end) = (list.partition_point(|mark| mark.start < range.start), range.start, range.end);
        list[from..]
            .iter()
            .take_while(move |mark| mark.start < end)
            .filter(move |mark| mark.start >= start && mark.end <= end)
    }
}

/// Where the attribution of a block quotation begins: a last paragraph or a last sentence that says where it is from; its end where
/// there is none.
pub(super) fn start(document: &Document, own: &Range<usize>, marks: Marks<'_>) -> usize {
    let blocks = &document.blocks[own.clone()];
    let Some(last) = blocks.last() else { return 0 };
    let text = document.text(&last.range());
    let words = trimmed(document, last.range());
    let at = marks.links.binary_search_by_key(&words.start, |link| link.start);
    let linked = at.is_ok_and(|at| marks.links[at].end >= words.end);
    if blocks.len() > 1
        && (linked
            || is_attribution(text)
            || says_where(document, &words, marks)
            || is_noted_name(document, &words, marks))
    {
        return last.range().start;
    }
    let closing = closing_link(document, &words, marks.links).map(|at| at - last.range().start);
    let dash = ["— ", "– ", "― ", "-- ", "--- ", "—", "―"]
        .iter()
        .filter_map(|dash| text.rfind(&format!(" {dash}")).map(|at| at + 1))
        .max();
    let parts = |&at: &usize| ends_a_sentence(&text[..at]) && word_count(&text[at..]) <= ATTRIBUTION_WORDS / 2;
    let alone = |&at: &usize| begins_line(document, last.range().start + at) && words.start < last.range().start + at;
    let found = dash.filter(parts).map(|at| last.range().start + at).or_else(|| behind_dash(document, &words, marks));
    let found = found.or_else(|| closing.filter(parts).map(|at| last.range().start + at));
    let found = found.or_else(|| last_sentence(document, &words, marks));
    found.or_else(|| closing.filter(alone).map(|at| last.range().start + at)).unwrap_or(last.range().end)
}

/// Whether a line of the document begins at `at`, as far as its format tells.
pub(super) fn begins_line(document: &Document, at: usize) -> bool {
    let prose = document.prose.text();
    let gap = prose[..at].trim_end_matches(char::is_whitespace).len();
    prose[gap..at].char_indices().any(|(offset, _)| document.prose.is_line_break(gap + offset))
}

/// Where a dash begins what says where the words before it are from, whatever these end with: all the rest is names with a link or a
/// mark, or, on a line of its own, names.
fn behind_dash(document: &Document, words: &Range<usize>, marks: Marks<'_>) -> Option<usize> {
    let text = document.text(words);
    let from = crate::span::floor_char_boundary(text, text.len().saturating_sub(REACH));
    let begins = text[from..].match_indices([' ', '\n']).map(|(at, space)| from + at + space.len());
    let mut dashes = begins.filter(|&at| ["—", "–", "―", "--", "- "].iter().any(|dash| text[at..].starts_with(dash)));
    let says = |&at: &usize| {
        let line = trimmed(document, words.start + at..words.end);
        let names = document.text(&line).trim_start_matches(is_dash);
        let apart = begins_line(document, line.start);
        // A hyphen between spaces is a dash within a sentence at least as often.
        (apart || !text[at..].starts_with("- "))
            && (says_where(document, &line, marks) || apart && !ends_a_sentence(names) && is_of_names(names, false))
    };
    dashes.find(says).map(|at| words.start + at)
}

fn is_dash(c: char) -> bool {
    matches!(c, '—' | '–' | '―' | '-' | ' ')
}

/// The link that begins a block quotation and says whose words follow: `[Post](…): words`.
pub(super) fn leading(document: &Document, words: Range<usize>, marks: Marks<'_>) -> Option<Range<usize>> {
    let words = trimmed(document, words);
    let at = marks.links.binary_search_by_key(&words.start, |link| link.start).ok()?;
    let link = &marks.links[at];
    let rest = document.prose.text().get(link.end..words.end)?;
    let behind = rest.trim_start_matches(['*', '_', ' ']).strip_prefix(':').or_else(|| {
        // `[Post:](…) words`
        document.text(link).trim_end().ends_with(':').then_some(rest)
    })?;
    (word_count(behind) > 2).then(|| words.start..words.end - behind.trim_start().len())
}

/// The first of the last sentences of `words` that says where those before it are from, with all behind it.
fn last_sentence(document: &Document, words: &Range<usize>, marks: Marks<'_>) -> Option<usize> {
    let text = document.text(words);
    let from = crate::span::floor_char_boundary(text, text.len().saturating_sub(REACH));
    let begins = text[from..].char_indices().map(|(at, c)| (from + at, c));
    let begins = begins.filter(|&(at, c)| at > 0 && !c.is_whitespace() && text[..at].ends_with(char::is_whitespace));
    let breaks = |at: usize| begins_line(document, words.start + at);
    let mut found = begins.filter(|&(at, _)| {
        let tail = &text[at..];
        ends_a_sentence(&text[..at]) || announces(tail) || is_bracket(tail) || breaks(at)
    });
    let says = |at: usize| {
        let line = words.start + at..words.end;
        says_where(document, &line, marks)
            || breaks(at) && ends_a_sentence(&text[..at]) && is_noted_name(document, &line, marks)
    };
    found.find(|&(at, _)| says(at)).map(|(at, _)| words.start + at)
}

/// Whether a line is one name with its mark: `Doe[^1]`.
fn is_noted_name(document: &Document, line: &Range<usize>, marks: Marks<'_>) -> bool {
    let noted = Marks::up_to(marks.leading, line).any(|note| note.start > line.start);
    let (outside, _) = outside(document, line, &[], marks.notes);
    noted && word_count(&outside) == 1 && is_of_names(&outside, false) && !ends_a_sentence(document.text(line))
}

fn ends_a_sentence(text: &str) -> bool {
    let before = text.trim_end().trim_end_matches(['”', '"', '’', '»', '*', '_', '」', '』', '〞', '〟', ')']);
    before.ends_with(['.', '!', '?', '…', '。', '！', '？'])
}

/// Whether a text begins with a word that announces a source, with its colon.
fn announces(text: &str) -> bool {
    let text = text.trim_start_matches(['(', '[', '*', '_', ' ']);
    let end = text.find([':', '：']).filter(|&end| end <= 40);
    let word = end.map(|end| text[..end].trim_end_matches([' ', '\u{a0}', '*', '_', '.']).to_lowercase());
    word.is_some_and(|word| holds(ANNOUNCING, &word) || LEADING.contains(&word.as_str()))
}

/// Whether a line says where the words before it are from: it holds a link or a mark, and besides at most a word that announces it,
/// brackets, names, numbers and dates.
pub(super) fn says_where(document: &Document, line: &Range<usize>, marks: Marks<'_>) -> bool {
    let links: Vec<&Range<usize>> = Marks::within(marks.links, line).collect();
    // A note at its very start belongs to what stands before.
    let noted = Marks::up_to(marks.leading, line).any(|note| note.start > line.start);
    if links.is_empty() && !noted || links.len() > 4 {
        return false;
    }
    let (outside, apart) = outside(document, line, &links, marks.notes);
    let (count, text) = (word_count(&outside), document.text(line).trim());
    if !outside.contains(char::is_alphanumeric) {
        return !links.is_empty() && (is_bracket(text) || text.starts_with(is_sign));
    }
    if count > ATTRIBUTION_WORDS {
        return false;
    }
    let begins = outside.trim_start_matches(['(', '[', '*', '_', ' ', '—', '–', '―', '-']).to_lowercase();
    let leads = LEADING
        .iter()
        .any(|word| begins.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    if announces(text) || leads && count <= NAMES || is_bracket(text) && count <= NAMES {
        return true;
    }
    let names = is_of_names(&outside, links.is_empty()) || !links.is_empty() && is_unspaced_name(&outside);
    names && (apart || links.is_empty()) && !ends_a_sentence(text)
}

/// What of a line stands outside of its links and notes, and whether a mark parts it from each link.
fn outside(
    document: &Document,
    line: &Range<usize>,
    links: &[&Range<usize>],
    notes: &[Range<usize>],
) -> (String, bool) {
    let prose = document.prose.text();
    let mut holes: Vec<&Range<usize>> = links.iter().copied().chain(Marks::within(notes, line)).collect();
    holes.sort_by_key(|hole| hole.start);
    let (mut text, mut at, mut apart) = (String::new(), line.start, true);
    for hole in &holes {
        let before = prose.get(at..hole.start).unwrap_or_default();
        text.push_str(before);
        text.push(' ');
        let before = before.trim_end_matches([' ', '*', '_', '\u{a0}']);
        apart &= before.is_empty()
            || before.ends_with([',', ':', ';', '–', '—', '-', '|', '·', '•', '(', '[', '/', '，', '：', '、'])
            || before.rsplit(' ').next().is_some_and(|last| holds(LEADING_IN, last));
        at = hole.end.max(at);
    }
    let rest = prose.get(at..line.end).unwrap_or_default();
    text.push_str(rest);
    let rest = rest.trim_start_matches([' ', '*', '_', '\u{a0}']);
    let dated = rest.split(' ').next().is_some_and(|first| holds(LEADING_IN, first))
        && rest.contains(|c: char| c.is_ascii_digit());
    apart &= rest.is_empty()
        || dated
        || rest.starts_with([',', ';', '(', '–', '—', '-', '|', '·', '•', ')', ']', '，', '（']);
    (text, apart)
}

/// Whether a sign that is no quotation mark begins a line: `→ [Post](…)`.
fn is_sign(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !"\"'“”‘’«»„‚「」『』(['{*_…".contains(c)
}

/// Whether words are a name in a script that has neither capitals nor spaces, with what parts it from the rest: `陈建国，`.
fn is_unspaced_name(text: &str) -> bool {
    const LONGEST: usize = 20;
    let bare = text.trim_matches(|c: char| is_dash(c) || c.is_whitespace() || "，、：:（）()《》".contains(c));
    (1..=LONGEST).contains(&bare.chars().count())
        && bare.chars().all(|c| is_unspaced(c) || matches!(c, '・' | '·' | '‧' | 'ー'))
}

/// Whether words are names, numbers, dates, and the small words between them; `Jonas Reed (2023)`, `Page 4`. One word alone may be
/// a sentence of its own where no link follows.
fn is_of_names(text: &str, alone: bool) -> bool {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || ",;:()[]—–/|·•*_".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    let is_name = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.is_empty()
            || bare.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
            || holds(SMALL, &bare.to_lowercase())
    };
    let is_capital = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.starts_with(char::is_uppercase) && !holds(LEADING_IN, &bare.to_lowercase())
    };
    let capitals = words.iter().filter(|word| is_capital(word));
    let first = words.first().is_some_and(|word| word.contains(|c: char| c.is_uppercase() || c.is_numeric()));
    let least = if alone { 2 } else { 1 };
    first && words.len() <= NAMES && words.iter().all(|word| is_name(word)) && capitals.count() >= least
}

/// Where a link begins that ends `words`, with the brackets around it. A link that ends in a full stop is a sentence.
fn closing_link(document: &Document, words: &Range<usize>, links: &[Range<usize>]) -> Option<usize> {
    let last = links[..links.partition_point(|link| link.start < words.end)].last()?;
    if last.start <= words.start || last.end > words.end {
        return None;
    }
    let behind = document.text(&(last.end..words.end));
    let before = document.text(&(words.start..last.start));
    match (before.strip_suffix(['(', '[']), behind.trim_end_matches('.')) {
        (Some(outside), ")" | "]") => Some(words.start + outside.len()),
        _ if behind.is_empty() && !document.text(last).ends_with(['.', '!', '?', '…']) => Some(last.start),
        _ => None,
    }
}

/// Words of what a reader is asked to do with a page or its makers, and verbs that begin such a request.
const CALLS: &str = "subscribe subscription newsletter donate donation unsubscribe abonnieren newsletters abonnez spenden faites suscríbete suscribirse \
    iscriviti abbonati inscreva assine";
const ASKING: &str = "buy join shop order register support share follow preorder contact sign get try become advertise kaufen bestellen acheter comprar \
    compra acquista partager teilen";
/// What such a verb is followed by where no title begins with it.
const ASKED: &str = "now here us today our your my the up in this it for with a an on";

/// Whether the words of a link ask the reader to do something: `Subscribe now`, `Buy our calendar`.
pub(super) fn is_call(label: &str) -> bool {
    let mut own = label.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let bare = |word: &str| word.to_lowercase();
    let first = own.next().map(bare).unwrap_or_default();
    if holds(CALLS, &first) || word_count(label) <= NAMES && own.clone().any(|word| bare(word) == "newsletter") {
        return true;
    }
    // `Join or Die` is a title.
    let second = own.next();
    holds(ASKING, &first) && second.is_none_or(|word| holds(ASKED, &bare(word)) && !label.ends_with(['.', '”', '"']))
}

/// Whether a paragraph is nothing but a bracket with a few words: below a block quote it says where that is from.
pub(super) fn is_bracket(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    let within = text.strip_prefix(['(', '[']).and_then(|rest| rest.strip_suffix([')', ']']));
    within.is_some_and(|within| !within.contains(['(', '[', ']']) && word_count(within) <= ATTRIBUTION_WORDS)
}

/// Whether a paragraph by itself says where a quotation is from.
pub(super) fn is_attribution(text: &str) -> bool {
    let bare = text.trim_start_matches(['(', '[', ' ', '*', '_']);
    let dash = bare.starts_with(['—', '–', '―']) || ["- ", "-- ", "--- "].iter().any(|dash| bare.starts_with(dash));
    let via = bare.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("via "));
    (dash || via || announces(bare)) && word_count(text) <= ATTRIBUTION_WORDS
}
