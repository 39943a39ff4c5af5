//! Which passages of a document are quotes, and of what kind.

use std::collections::HashSet;
use std::ops::Range;

use crate::document::{BlockKind, Document, Marker, Quoted, Role, Shape, is_title_case};

use super::QuoteKind;
use super::attribution::{self, ATTRIBUTION_WORDS, Marks};
use super::gap;

/// A quote before it is bound. Ranges are of the prose.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Passage {
    pub(super) text: String,
    pub(super) kind: QuoteKind,
    /// The words, without marks and without a marker behind them.
    pub(super) range: Range<usize>,
    /// The blocks that it begins and ends in.
    pub(super) blocks: (usize, usize),
    /// For a block quotation, the attribution that follows in it or begins it.
    pub(super) attribution: Option<Range<usize>>,
    /// What shows words in it that are not known, such as a template.
    pub(super) unread: Vec<String>,
}

/// Words of a title that the text may mention in quotation marks without quoting.
const TITLE_WORDS: usize = 3;
/// Words outside links that a block quote needs: a list of links in one is no quotation.
const OWN_WORDS: usize = 3;

/// Every quote of the prose, in the order of the text, but for the `titles` that are only mentioned. Each is made when it is asked
/// for.
pub(super) fn passages(document: &Document, titles: &HashSet<String>) -> impl Iterator<Item = Passage> {
    let notes = marker_ranges(document, Shape::is_note);
    let links = marker_ranges(document, |shape| *shape == Shape::Link);
    let leading = leading_notes(document);
    let named = marker_ranges(document, |shape| *shape == Shape::Named);
    let marks = Marks { notes: &notes, links: &links, leading: &leading };
    let mut blocks = block_quotations(document, marks).into_iter().peekable();
    let quoted = document.quoted.iter();
    let mut quoted = quoted.filter_map(move |quoted| passage(document, quoted, titles, (&notes, &named))).peekable();
    std::iter::from_fn(move || match (blocks.peek(), quoted.peek()) {
        (Some(block), Some(passage)) if passage.range.start < block.range.start => quoted.next(),
        (Some(_), _) => blocks.next(),
        (None, _) => quoted.next(),
    })
}

/// What a kind is told from, without its closing punctuation.
pub fn kind(text: &str) -> QuoteKind {
    let words = word_count(text);
    if words <= 2 {
        QuoteKind::Term
    } else if is_list(text) {
        QuoteKind::List
    } else if is_sentence(text, words) {
        QuoteKind::Sentence
    } else {
        QuoteKind::Phrase
    }
}

/// Words, or pairs of characters where a script writes without spaces.
pub(super) fn word_count(text: &str) -> usize {
    let is_dense = |c: char| matches!(u32::from(c), 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0x0E00..=0x0E7F);
    let dense = text.chars().filter(|c| is_dense(*c)).count();
    let spaced = text
        .split(|c: char| c.is_whitespace() || c == '—' || c == '–')
        .filter(|word| word.chars().any(|c| c.is_alphanumeric() && !is_dense(c)));
    spaced.count() + dense.div_ceil(2)
}

/// Three or more items between semicolons; or between commas where they are short, or begin alike.
fn is_list(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ',', ';']);
    let outside: Vec<&str> = split_outside_brackets(text, ';');
    if outside.len() >= 3 && outside.iter().all(|item| item.contains(char::is_alphanumeric)) {
        return true;
    }
    let items: Vec<&str> = split_outside_brackets(text, ',').into_iter().map(without_and).collect();
    if let [first, rest] = items[..] {
        return is_list_of_three(first, rest);
    }
    if items.len() < 3 || items.iter().any(|item| !item.contains(char::is_alphanumeric)) {
        return false;
    }
    let first = |item: &str| item.split_whitespace().next().map(str::to_lowercase);
    let alike = items.iter().all(|item| item.split_whitespace().count() >= 2 && first(item) == first(items[0]));
    alike || items.iter().all(|item| item.split_whitespace().count() <= 3)
}

/// `Honesty, Courage and Patience`: short items with capitals. Others are phrases as often: `deepen, widen and enrich`.
fn is_list_of_three(first: &str, rest: &str) -> bool {
    const JOINERS: [&str; 10] = [" and ", " or ", " & ", " und ", " oder ", " et ", " ou ", " y ", " o ", " e "];
    let Some((second, third)) = JOINERS.iter().find_map(|joiner| rest.split_once(joiner)) else { return false };
    let items = [first, second, third];
    let words = |item: &str| item.split_whitespace().count();
    items.iter().all(|item| item.starts_with(char::is_uppercase) && words(item) <= 2)
}

fn without_and(item: &str) -> &str {
    let item = item.trim();
    item.strip_prefix("and ").or_else(|| item.strip_prefix("or ")).unwrap_or(item)
}

fn split_outside_brackets(text: &str, mark: char) -> Vec<&str> {
    let mut depth = 0_usize;
    text.split(|c: char| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == mark && depth == 0
    })
    .map(str::trim)
    .collect()
}

fn is_sentence(text: &str, words: usize) -> bool {
    let first = text.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().next();
    let closes = text.trim_end_matches(['”', '’', '"', '\'', ')', ']']).ends_with(['.', '!', '?', ',', '…', '。']);
    first.is_some_and(|c| !c.is_lowercase()) && closes && words >= 4
}

/// What the entries of a document call their sources, folded.
pub(super) fn titles(document: &Document) -> HashSet<String> {
    let listed = document.entries.iter().filter(|entry| entry.role != Role::Link);
    let titles = listed.filter_map(|entry| entry.source.title.as_deref());
    // `Research update: Towards a law` is mentioned without its rubric.
    let with_tails = titles.flat_map(|title| [Some(title), title.split_once(": ").map(|(_, tail)| tail)]).flatten();
    with_tails.filter(|title| word_count(title) >= TITLE_WORDS).map(folded).collect()
}

fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Ranges of the prose that markers of a sort cover, in order.
fn marker_ranges(document: &Document, wanted: impl Fn(&Shape) -> bool) -> Vec<Range<usize>> {
    let own = document.markers.iter().filter(|marker| wanted(&marker.shape) && !marker.range().is_empty());
    let mut ranges: Vec<Range<usize>> = own.map(Marker::range).collect();
    ranges.sort_by_key(|range| range.start);
    ranges
}

/// Where notes that lead somewhere stand, also those that leave no trace.
fn leading_notes(document: &Document) -> Vec<Range<usize>> {
    let own = document.markers.iter().filter(|marker| marker.shape.is_note() && !marker.entries.is_empty());
    let mut ranges: Vec<Range<usize>> = own.map(Marker::range).collect();
    ranges.sort_by_key(|range| range.start);
    ranges
}

fn passage(
    document: &Document,
    quoted: &Quoted,
    titles: &HashSet<String>,
    (notes, named): (&[Range<usize>], &[Range<usize>]),
) -> Option<Passage> {
    let (first, last) = (quoted.parts.first()?, quoted.parts.last()?);
    let blocks = (document.block_at(first.start())?, document.block_at(last.start())?);
    // What a mark holds in quotation marks is the title of a work: `(Smith, “Tides” 4)`.
    let next = named.partition_point(|mark| mark.start <= first.start());
    let in_mark = named[..next].last().is_some_and(|mark| last.end() <= mark.end);
    if document.blocks[blocks.0].quotation().is_some() || in_mark {
        return None;
    }
    let range = first.start()..without_notes_behind(document, &last.range(), notes);
    let (mut words, unread) = words_of(document, &quoted.ranges(), notes);
    words.retain(|part| !part.is_empty());
    let text = words.join(" ");
    let mentions_title = titles.contains(&folded(&text)) && is_title_case(&text);
    let kind = kind(&text);
    let says = text.contains(char::is_alphanumeric) && !is_address(&text);
    (says && !mentions_title && range.start < range.end).then_some(Passage {
        text,
        kind,
        range,
        blocks,
        attribution: None,
        unread,
    })
}

/// Whether all that stands between the marks is an address, of a page, a person or a file.
fn is_address(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let starts = ["www.", "mailto:", "/", "./", "../", "~/", "#"];
    !bare.contains(char::is_whitespace)
        && (bare.contains("://")
            || starts.iter().any(|start| bare.starts_with(start) && bare.len() > start.len())
            || bare.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')))
}

/// The words of each part without the markers in it, and what shows words there that are not known.
fn words_of(document: &Document, parts: &[Range<usize>], notes: &[Range<usize>]) -> (Vec<String>, Vec<String>) {
    let mut unread = Vec::new();
    let words = parts.iter().map(|part| {
        let gaps = gap::within(document, part);
        for (_, name) in &gaps {
            if unread.len() < gap::MOST && !unread.contains(name) {
                unread.push(name.clone());
            }
        }
        without_notes(document, part, notes, &gaps)
    });
    (words.collect(), unread)
}

/// The words of a range without the markers in it, and with an ellipsis where some are not known.
fn without_notes(
    document: &Document,
    range: &Range<usize>,
    notes: &[Range<usize>],
    gaps: &[(usize, String)],
) -> String {
    let mut text = String::new();
    let mut at = range.start;
    let from = notes.partition_point(|note| note.end <= range.start);
    for note in notes[from..].iter().take_while(|note| note.start < range.end) {
        if note.start >= at {
            gap::push(&mut text, document, at..note.start, gaps);
            text.truncate(text.trim_end().len());
            at = note.end.min(range.end);
        }
    }
    gap::push(&mut text, document, at..range.end, gaps);
    without_empty_brackets(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A text without the brackets that stood around a marker: ` ()`, ` [; ]`.
fn without_empty_brackets(text: &str) -> String {
    let mut kept = String::new();
    let mut at = 0;
    for (space, _) in text.match_indices(' ').filter(|(space, _)| text[space + 1..].starts_with(['(', '['])) {
        let close = if text[space + 1..].starts_with('(') { ')' } else { ']' };
        let inside = &text[space + 2..];
        let behind = inside.trim_start_matches([' ', ';', ',']);
        if space >= at && behind.starts_with(close) {
            kept.push_str(&text[at..space]);
            at = text.len() - behind.len() + 1;
        }
    }
    kept.push_str(&text[at..]);
    kept
}

/// The end of a range without the markers that end it.
fn without_notes_behind(document: &Document, range: &Range<usize>, notes: &[Range<usize>]) -> usize {
    let prose = document.prose.text();
    let mut end = range.end;
    let mut next = notes.partition_point(|note| note.end <= end);
    while let Some(note) = next.checked_sub(1).and_then(|last| notes.get(last)) {
        if note.start <= range.start || !prose[note.end.min(end)..end].trim().is_empty() {
            break;
        }
        end = range.start + prose[range.start..note.start].trim_end().len();
        next -= 1;
    }
    end
}

/// Block quotations, each without its attribution.
fn block_quotations(document: &Document, marks: Marks<'_>) -> Vec<Passage> {
    let blocks = &document.blocks;
    let mut found = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        let Some(quotation) = blocks[at].quotation() else {
            at += 1;
            continue;
        };
        let end = (at..blocks.len()).find(|&next| blocks[next].quotation() != Some(quotation)).unwrap_or(blocks.len());
        found.extend(block_quotation(document, at..end, marks));
        at = end;
    }
    found
}

fn block_quotation(document: &Document, own: Range<usize>, marks: Marks<'_>) -> Option<Passage> {
    let Marks { notes, links, .. } = marks;
    let blocks = &document.blocks[own.clone()];
    let words = blocks.iter().all(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Item));
    let whole = blocks.first()?.range().start..blocks.last()?.range().end;
    if !words || is_admonition(document.text(&whole)) || !has_own_words(document, &whole, links) {
        return None;
    }
    let (parts, attribution) = marked_part(document, &own, &whole).unwrap_or_else(|| {
        let end = attribution::start(document, &own, marks);
        let behind = (end < whole.end).then_some(end..whole.end);
        let before = attribution::leading(document, whole.start..end, marks);
        let words = before.as_ref().map_or(whole.start, |before| before.end)..end;
        (std::iter::once(words).collect(), behind.or(before))
    });
    let (first, last) = (parts.first()?.clone(), parts.last()?.clone());
    let range = trimmed(document, first.start..without_notes_behind(document, &(first.start..last.end), notes));
    let (words, unread) = words_of(document, &parts, notes);
    let text = words.join(" ");
    let ends_in = document.block_at(range.end.max(range.start + 1) - 1)?;
    (word_count(&text) > 0).then_some(Passage {
        text,
        kind: QuoteKind::Block,
        range,
        blocks: (own.start, ends_in.max(own.start)),
        attribution,
        unread,
    })
}

pub(super) fn trimmed(document: &Document, range: Range<usize>) -> Range<usize> {
    let text = document.text(&range);
    let start = range.start + (text.len() - text.trim_start().len());
    start..start + text.trim().len()
}

/// `> **Note**: …` is no quotation.
fn is_admonition(text: &str) -> bool {
    const WORDS: &[&str] =
        &["note", "warning", "tip", "important", "caution", "info", "tl;dr", "update", "disclaimer", "hint"];
    let start: String = text.chars().take(24).collect::<String>().to_lowercase();
    let start = start.trim_start_matches(|c: char| !c.is_alphanumeric());
    WORDS
        .iter()
        .any(|word| start.strip_prefix(word).is_some_and(|rest| rest.starts_with([':', '!', '\n']) || rest.is_empty()))
}

/// Whether the words outside links make a quotation of it.
fn has_own_words(document: &Document, whole: &Range<usize>, links: &[Range<usize>]) -> bool {
    let from = links.partition_point(|link| link.start < whole.start);
    let own = links[from..].iter().take_while(|link| link.start < whole.end);
    let mut outside = String::new();
    let mut at = whole.start;
    for link in own.clone() {
        outside.push_str(document.prose.text().get(at..link.start).unwrap_or_default());
        outside.push(' ');
        at = link.end.min(whole.end);
    }
    outside.push_str(document.prose.text().get(at..whole.end).unwrap_or_default());
    own.count() == 0 || word_count(&outside) >= OWN_WORDS
}

/// The parts of a block quotation that are quoted, and its attribution.
type Parted = (Vec<Range<usize>>, Option<Range<usize>>);

/// `> “Words,” said somebody`: the part in quotation marks is the quotation where it opens the block.
fn marked_part(document: &Document, own: &Range<usize>, whole: &Range<usize>) -> Option<Parted> {
    let from = document.quoted.partition_point(|quoted| quoted.parts[0].start() < whole.start);
    let quoted = document.quoted.get(from)?;
    let (first, last) = (quoted.parts.first()?, quoted.parts.last()?);
    let opens = document.prose.text()[whole.start..first.start()].chars().count() <= 2;
    let only = document.quoted.get(from + 1).is_none_or(|next| next.parts[0].start() >= whole.end);
    let rest = &document.prose.text()[last.end().min(whole.end)..whole.end];
    let short = word_count(rest) <= ATTRIBUTION_WORDS
        && word_count(rest) < word_count(&document.prose.text()[first.start()..last.end().max(first.start())]).max(4);
    (opens && only && short && last.end() <= whole.end && own.len() < 64)
        .then(|| (quoted.ranges(), Some(last.end()..whole.end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_told_from_the_words() {
        for text in ["resistance", "encourage,", "five freedoms", "co-led"] {
            assert_eq!(kind(text), QuoteKind::Term, "{text}");
        }
        for text in [
            "virulent anti-immigrant attacks",
            "shift power at local, state, and federal levels",
            "energize, deepen and enrich",
        ] {
            assert_eq!(kind(text), QuoteKind::Phrase, "{text}");
        }
        for text in ["It is especially important that it has a centre,", "Nobody came to the meeting."] {
            assert_eq!(kind(text), QuoteKind::Sentence, "{text}");
        }
        for text in [
            "freedom to thrive, freedom to stay, freedom to move.",
            "red, white, and blue",
            "Honesty, Courage and Patience",
            "one thing (a; b); another; a third one",
        ] {
            assert_eq!(kind(text), QuoteKind::List, "{text}");
        }
    }
}
