//! Links that stand in one bracket behind a quote: `(Doe, https://…; Roe, https://…)` is a cluster, as notes are.

use std::ops::Range;

use crate::citation::attribution;
use crate::citation::quote::word_count;
use crate::document::saying::{goes_on, holds, says, words};
use crate::document::{Block, Marker};
use crate::span::floor_char_boundary;

use super::leading::{is_reference, is_see};
use super::links::{BRACKET_WORDS, CLOSE, CREDITS, LINK_REACH, OPEN, RELATIVE, with};
use super::{Basis, Binder, Bound, Passage, QuoteKind, first_from, mention, sentence};

/// Links of one bracket that are looked at.
const MOST_LINKS: usize = 16;
/// Words at the end of a sentence that are no term.
const PHRASE_WORDS: usize = 4;
/// Remarks in brackets behind a source.
const MOST_REMARKS: usize = 3;
/// Bytes between two links of one.
const LONGEST_GAP: usize = 200;

/// Words that lead to a source that says something else.
const AGAINST: &str = "\
    but contra contrast compare however though unlike pace not rather instead anders aber dagegen hingegen jedoch sondern mais \
    cependant contrairement contraste pero sino contrario ma invece però mas porém maar echter men ale но однако";
/// Words that join sources.
const JOINING: &str = "and see also und et y e en og och i и siehe auch voir aussi véase también vedi anche as well";
/// What stands before the names of a reference.
const SEE: [&str; 12] =
    ["see also ", "see ", "cf. ", "See ", "siehe ", "vgl. ", "voir ", "véase ", "vedi ", "zie ", "e.g. ", "e.g., "];
const MARKS: &[char] =
    &['“', '"', '„', '«', '‘', '‚', '‹', '\'', '「', '『', '〝', '❝', '❛', ' ', '\u{a0}', '\u{202f}'];
/// Small words of names.
const SMALL: &str = "of the for and on in at to a an de der des die das du la le les del della di do da van von und et y e & i \
    och og und zu für im am";

impl<'a> Binder<'a> {
    /// The entries of a link right behind a mark, and of those that stand with it in one bracket: `([Smith](…); [Lee](…))`.
    pub(super) fn in_bracket(&self, first: &Marker, closed: usize) -> Vec<usize> {
        let text = self.document.prose.text();
        let mut entries = first.entries.to_vec();
        if text.get(closed..first.range().start).is_some_and(|gap| gap.contains(OPEN)) {
            for link in self.cluster(first) {
                entries.extend(link.entries.iter().filter(|entry| !first.entries.contains(entry)));
            }
        }
        entries
    }

    /// The entries of a note, and of those behind it in the same bracket: `([Smith][1], [Lee][2])`, `(Smith 2019; Lee 2020)`.
    pub(super) fn noted(&self, first: &Marker) -> Vec<usize> {
        let text = self.document.prose.text();
        let start = floor_char_boundary(text, first.range().start.saturating_sub(LONGEST_GAP));
        let before = text.get(start..first.range().start).and_then(|before| before.rsplit('\n').next());
        let mut entries = first.entries.to_vec();
        if before.and_then(left_open).is_none() {
            return entries;
        }
        let mut end = first.range().end;
        let next = self.leading.partition_point(|note| note.range().start < end.max(first.range().start + 1));
        for note in self.leading[next..].iter().take(MOST_LINKS) {
            let gap = text.get(end..note.range().start);
            if !gap.is_some_and(|gap| joins(gap) || goes_on_to_another(gap)) {
                break;
            }
            entries = with(entries, &note.entries);
            end = note.range().end;
        }
        entries
    }

    /// The entries of the names that fill a bracket right behind a note: `“…”[^1] (Lund 1990)`.
    pub(super) fn bracketed_behind(&self, note: &Marker) -> Vec<usize> {
        let text = self.document.prose.text();
        let from = self.leading.partition_point(|own| own.range().start < note.range().start);
        let at = self.leading[from..].iter().take(MOST_LINKS).position(|own| *own == note);
        let Some(next) = at.and_then(|at| self.leading.get(from + at + 1)) else { return Vec::new() };
        let gap = text.get(note.range().end..next.range().start).unwrap_or_default();
        let opened = gap.trim_start().strip_prefix(OPEN);
        let opened = opened.is_some_and(|lead| lead.trim().is_empty() || SEE.contains(&lead));
        let named = &text[next.range()];
        let whole =
            !gap.is_empty() && gap.trim().is_empty() && named.starts_with(OPEN) && named.contains(char::is_alphabetic);
        if opened || whole { self.noted(next) } else { Vec::new() }
    }

    /// The note in a bracket that ends the sentence of a quote, or stands behind it.
    pub(super) fn closing_note(
        &self,
        passage: &Passage,
        sentence: &Range<usize>,
        closed: usize,
        block: &Block,
    ) -> Option<Vec<usize>> {
        if let Some((_, entries)) = self.closing_bracket(sentence, closed, block) {
            return Some(entries);
        }
        let end = sentence.end.max(closed);
        let link = first_from(&self.links, end).filter(|link| link.range().start < block.range().end)?;
        let gap = self.document.prose.text().get(end..link.range().start)?;
        let labelled = gap.len() <= LINK_REACH
            && (attribution::is_attribution(gap.trim_start())
                || is_reference(gap)
                || is_see(gap)
                    && (passage.kind == QuoteKind::Sentence || word_count(&passage.text) >= PHRASE_WORDS)
                    && self.is_punctuation(closed..end));
        let told = || says(self.before(passage.range.start, sentence.start)) && gap.trim().is_empty();
        let own =
            (labelled || told()) && !mention::is_issue(self.label(link)) && self.stands_alone(link, block.range().end);
        own.then(|| link.entries.to_vec())
    }

    /// The bracket that is the note of a quote: where it opens, and what it is of.
    pub(super) fn closing_bracket(
        &self,
        sentence: &Range<usize>,
        closed: usize,
        block: &Block,
    ) -> Option<(usize, Vec<usize>)> {
        if let Some((open, entries)) = self.bracket_behind(closed, block.range().end)
            && self.is_punctuation(closed..open)
        {
            return Some((open, entries));
        }
        let end = sentence.end.max(closed);
        let first = self.links.partition_point(|link| link.range().start < closed);
        let within = self.links.partition_point(|link| link.range().start < end).max(first);
        let near = self.links[first..within].iter().take(MOST_LINKS).chain(self.links[first..within].last());
        let opens = |link: &Marker| {
            let before = self.document.prose.text().get(closed..link.range().start).unwrap_or_default();
            left_open(before).map_or(closed, |open| closed + open)
        };
        let own = near.filter_map(|link| Some((opens(link), self.bracket_of(link, closed, block.range().end)?)));
        let own = own.into_iter().find(|(_, (_, close))| self.ends_clause(*close, end));
        own.map(|(open, (entries, _))| (open, entries)).or_else(|| self.bracket_behind(end, block.range().end))
    }

    /// The links that stand behind the stop of the sentence as notes do.
    pub(super) fn trailing_note(&self, sentence: &Range<usize>, closed: usize) -> Option<Vec<usize>> {
        let first = self.links.partition_point(|link| link.range().start < closed);
        let own = self.links[first..].iter().take_while(|link| link.range().start <= sentence.end).take(MOST_LINKS);
        let own = own.filter(|link| self.trailing.binary_search(&link.range().start).is_ok());
        let entries = own.fold(Vec::new(), |entries, link| with(entries, &link.entries));
        (!entries.is_empty()).then_some(entries)
    }

    /// Whether a clause ends behind a bracket that closes at `at`, in a sentence that ends at `end`: nothing follows but remarks
    /// in brackets, or another clause does.
    fn ends_clause(&self, at: usize, end: usize) -> bool {
        let prose = self.document.prose.text();
        let mut rest = prose.get(at..end.max(at)).unwrap_or_default().trim_start();
        for _ in 0..MOST_REMARKS {
            let Some(inside) = rest.strip_prefix(OPEN) else { break };
            let Some(length) = inside.find(CLOSE).filter(|length| !inside[..*length].contains(OPEN)) else { break };
            rest = inside[length..].trim_start_matches(CLOSE).trim_start();
        }
        let next = rest.trim_start_matches([',', '，', '、', ' ']);
        rest.starts_with([';', '；', '؛'])
            || next.len() < rest.len() && goes_on(next)
            || rest.chars().all(|c| c.is_whitespace() || c.is_ascii_punctuation() || "”’»“‘–—…".contains(c))
    }

    /// What a quote belongs to by the notes that end sentences within it, `“It was calm.[1] Then it rose.”`, and by the one
    /// behind it in its own sentence.
    pub(super) fn with_notes_within(&self, passage: &Passage, ahead: Option<Bound>) -> Option<Bound> {
        let text = self.document.prose.text();
        let first = self.leading.partition_point(|note| note.range().start <= passage.range.start);
        let inside = self.leading[first..].iter().take_while(|note| note.range().end < passage.range.end);
        let own = inside.filter(|note| {
            let before = text.get(passage.range.start..note.range().start).unwrap_or_default().trim_end();
            let behind = text.get(note.range().end..passage.range.end).unwrap_or_default();
            let stopped = behind.trim_start_matches(|c: char| sentence::is_stop(c));
            let ends = before.ends_with(sentence::is_stop) || stopped.len() < behind.len();
            let next = stopped.chars().find(|c| c.is_alphanumeric());
            ends && next.is_some_and(|c| !c.is_lowercase() && !c.is_ascii_digit())
        });
        let entries = own.fold(Vec::new(), |entries, note| with(entries, &note.entries));
        if entries.is_empty() {
            return ahead;
        }
        let behind = ahead.map(|(entries, _)| entries).unwrap_or_default();
        Some((with(entries, &behind), Basis::SameSentence))
    }

    /// The notes amid the words of a quote, where none behind it is its own: the next one is right behind another quote, or there is
    /// none.
    pub(super) fn notes_amid(&self, passage: &Passage, block: &Block) -> Option<Bound> {
        let behind = self.note_from(block, passage.range.end);
        if behind.is_some_and(|note| !self.is_behind_quote(note)) {
            return None;
        }
        let first = self.leading.partition_point(|note| note.range().start <= passage.range.start);
        let inside = self.leading[first..].iter().take_while(|note| note.range().end < passage.range.end);
        let entries = inside.fold(Vec::new(), |entries, note| with(entries, &note.entries));
        (!entries.is_empty()).then_some((entries, Basis::SameSentence))
    }

    /// The last link of the cluster that `first` begins.
    pub(super) fn last_of_cluster(&self, first: &'a Marker) -> &'a Marker {
        self.cluster(first).last().copied().unwrap_or(first)
    }

    /// The links behind `first` that are of one cluster with it.
    fn cluster(&self, first: &Marker) -> &[&'a Marker] {
        let mut end = first.range().end;
        let next = self.links.partition_point(|link| link.range().start < end);
        let own = self.links[next..].iter().take(MOST_LINKS).take_while(|link| {
            let gap = self.between_links(end, link.range().start);
            end = link.range().end;
            gap.is_some_and(|gap| joins(gap) || goes_on_to_another(gap))
        });
        &self.links[next..next + own.count()]
    }

    /// What stands between two links, without the capture of the first in a bracket behind it: `[Post](…) ([archived](…)) [Star](…)`.
    pub(super) fn between_links(&self, from: usize, to: usize) -> Option<&'a str> {
        let gap = self.document.prose.text().get(from..to)?;
        let bracket = gap.trim_start().strip_prefix(['(', '[']).and_then(|inside| inside.split_once([')', ']']));
        let behind = bracket.filter(|(inside, _)| is_capture(inside)).map(|(_, behind)| behind);
        Some(behind.unwrap_or(gap))
    }

    /// Whether a link before a quote can say it beside the source in the bracket behind: it is told to, or a colon stands between.
    /// An item that begins with a link is about that, and quotes from anywhere.
    pub(super) fn may_say(&self, link: &Marker, passage: &Passage, sentence: &Range<usize>) -> bool {
        let gap = self.near_text(link.range().end..passage.range.start.max(link.range().end));
        let bare = gap.trim_end_matches(|c: char| c.is_whitespace() || super::OPENING.contains(&c));
        self.is_told_before(link, passage, sentence) || bare.ends_with([':', '：'])
    }

    /// Whether a passage in marks is the title in a reference: behind names in a bracket, and before an address in it,
    /// `(see Doe, “The Lights,” 2019, https://…)`, or first in the bracket behind another quote.
    pub(super) fn is_title_of_reference(&self, passage: &Passage, closed: usize, block: &Block) -> bool {
        let prose = self.document.prose.text();
        let start =
            floor_char_boundary(prose, passage.range.start.saturating_sub(LONGEST_GAP)).max(block.range().start);
        let Some(before) = prose.get(start..passage.range.start) else { return false };
        let before = before.trim_end_matches(MARKS).trim_end();
        let Some(open) = left_open(before) else { return false };
        let inside = &before[open..];
        let lead = inside.rsplit_once([';', '；']).map_or(inside, |(_, lead)| lead);
        let link = self.links.get(self.links.partition_point(|link| link.range().start < closed));
        let gap = link.and_then(|link| prose.get(closed..link.range().start.min(block.range().end)));
        let dated = |gap: &str| gap.len() <= LONGEST_GAP && !closes(gap) && gap.split_whitespace().all(is_of_name);
        let names = || {
            let lead = lead.trim_start_matches(|c: char| !c.is_alphanumeric());
            let lead = SEE.iter().find_map(|see| lead.strip_prefix(see)).unwrap_or(lead);
            lead.contains(char::is_alphabetic) && lead.split_whitespace().all(is_of_name) && !says(lead)
        };
        // `“…” (“The Lights”, [section 2](…))`: the title of what another quote is from.
        let of_quote = || {
            let parted = gap.is_some_and(|gap| {
                gap.chars().all(|c| c.is_whitespace() || ",，、".contains(c))
                    && (gap.contains([',', '，', '、']) || passage.text.ends_with(','))
            });
            let behind_quote =
                before[..open].trim_end().ends_with(['”', '"', '’', '»', '“', '«', '」', '』', '›', '‹']);
            parted && behind_quote && !inside.contains(char::is_alphanumeric)
        };
        before.ends_with([',', '.', '，', ')']) && names() && gap.is_some_and(dated) || of_quote()
    }
}

/// Whether words in a bracket are those of the link to a capture: `archived`, `archivierte Fassung`.
fn is_capture(inside: &str) -> bool {
    const WORDS: usize = 2;
    words(inside).count() <= WORDS && (inside.to_lowercase().contains("archiv") || inside.contains("存档"))
}

/// Whether what stands between two links makes a list of them.
fn joins(gap: &str) -> bool {
    let words = gap.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let mark = gap.contains([';', ',', '&', '；', '，', '、']) || words.clone().next().is_some();
    let plain = gap.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || ";,&；，、".contains(c));
    mark && plain && words.clone().all(|word| holds(JOINING, word))
}

/// Whether what stands between two links of a bracket ends one reference and begins another: `, p. 4; Coast Guard 2020, `.
/// Behind a comma only names tell one.
fn goes_on_to_another(gap: &str) -> bool {
    if gap.len() > LONGEST_GAP || closes(gap) {
        return false;
    }
    let told = |lead: &str| {
        let other = |word: String| holds(AGAINST, &word) || holds(CREDITS, &word) || holds(RELATIVE, &word);
        words(lead).count() <= BRACKET_WORDS && !words(lead).any(other) && !says(lead)
    };
    if let Some((tail, lead)) = gap.rsplit_once([';', '；']) {
        return told(lead) && told(tail);
    }
    let lead = gap.trim_start();
    lead.starts_with([',', '，', '、']) && told(lead) && lead.split_whitespace().all(is_of_name)
}

/// Where the bracket stands that is left open in a text.
pub(super) fn left_open(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let open = text.char_indices().rev().find(|(_, c)| {
        depth += usize::from(CLOSE.contains(c));
        let open = OPEN.contains(c) && depth == 0;
        depth -= usize::from(OPEN.contains(c) && depth > 0);
        open
    });
    open.map(|(at, _)| at)
}

/// Whether a bracket that was open before `text` is closed in it.
pub(super) fn closes(text: &str) -> bool {
    let mut depth = 0_usize;
    text.chars().any(|c| {
        let closed = CLOSE.contains(&c) && depth == 0;
        depth += usize::from(OPEN.contains(&c));
        depth -= usize::from(CLOSE.contains(&c) && depth > 0);
        closed
    })
}

/// Whether a word is part of a name, of a title in marks or of a date, and none of a sentence.
fn is_of_name(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    bare.chars().next().is_none_or(|c| !c.is_lowercase()) || holds(SMALL, bare)
}
