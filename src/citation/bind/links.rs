//! Which links of its sentence a quote is said to be from. A link stands in many sentences only to be followed; one before
//! the quote names who speaks, one behind it does so where the writer says it, or has it in a bracket as a note.

use std::ops::Range;

use crate::document::saying::{goes_on, holds, is_from, leads_to_source, says, words};
use crate::document::{Block, BlockKind, Marker};
use crate::span::floor_char_boundary;

use super::cluster::{closes, left_open};
use super::leading::{is_names, is_reference, is_signature, leads_on, points_to};
use super::who::Who;
use super::{Basis, Binder, Bound, MARKS, Passage, QuoteKind, first_from, gloss, mention, name, trailing};
use crate::citation::quote::word_count;

/// How far behind a quote a link may stand in its sentence: speech verbs stand within this many characters of most
/// quotes that have one. A note in a bracket at the end of the sentence is that of all of it.
pub(super) const LINK_REACH: usize = 60;
/// Bytes of a sentence that are looked at before or behind a quote.
const LOOKED_AT: usize = 200;
/// Words of a whole sentence that nobody puts in marks but to quote it.
const SENTENCE_WORDS: usize = 8;
/// Words of what is quoted, whole sentence or not.
const LONG_WORDS: usize = 14;
/// Links behind a quote that are looked at.
const MOST_LINKS: usize = 8;
/// Digits of the mark of a note.
const LONGEST_MARK: usize = 3;
/// Words that may stand before a link in its bracket, and bytes around it.
pub(super) const BRACKET_WORDS: usize = 8;
const BRACKET_REACH: usize = 120;

/// What opens and closes a bracket.
pub(super) const OPEN: [char; 5] = ['(', '[', '（', '［', '【'];
pub(super) const CLOSE: [char; 5] = [')', ']', '）', '］', '】'];

/// Words that tell whose picture something is, or that what follows is no source.
pub(super) const CREDITS: &str = "\
    photo photograph photos image picture illustration graphic credit credits art foto bild abbildung grafik photographie \
    crédit fotografía imagen crédito fotografia immagine foto: zdjęcie фото ilustración";
/// Words that make a sentence of what stands in a bracket.
pub(super) const RELATIVE: &str =
    "which who whom whose where when that because but die der das qui dont que quien cui który который";
/// Words of places in a work, behind its link.
const PLACES: &str =
    "p pp page pages s seite at section sec chapter ch para paragraph line lines archived archive video pdf";

impl<'a> Binder<'a> {
    /// The links that a quote is from, as its sentence says.
    pub(super) fn links_of(
        &mut self,
        passage: &Passage,
        sentence: &Range<usize>,
        closed: usize,
        block: &Block,
    ) -> Option<Bound> {
        let (held, before) = (self.held(passage), self.link_before(passage, sentence));
        // The words of a link can be a quote with its marks.
        let around = before.filter(|link| link.range().end >= passage.range.end);
        let (held, before) =
            (held.or(around), before.filter(|link| around.is_none() && !self.is_who_before(link, passage, sentence)));
        let note =
            self.bracket_behind(closed, block.range().end).filter(|(open, _)| self.is_punctuation(closed..*open));
        if self.is_change(passage, sentence, block) {
            return None;
        }
        if self.is_mentioned(passage, sentence, closed) {
            // A message has a source as well, where the writer puts one in a bracket right behind it.
            let (open, entries) = note?;
            let own = self.adjacent_link(closed, block.range().end).filter(|link| link.range().start > open);
            return own.map(|_| (entries, Basis::Adjacent));
        }
        if let Some(link) = held {
            if self.is_title(link, passage, sentence, block) {
                return None;
            }
            // A word of the quote can lead to what it means, and a bracket behind to where it is from.
            let part = link.range().start > passage.range.start || link.range().end < passage.range.end;
            // What is told to say it goes before a word of it that leads to what that means.
            let told = before.filter(|before| part && self.may_say(before, passage, sentence));
            let told = told.filter(|told| !told.entries.is_empty() && self.may_speak(told, passage));
            if let Some(told) = told {
                let entries = note.map_or_else(Vec::new, |(_, entries)| entries);
                return Some((with(entries, &told.entries), Basis::SameSentence));
            }
            let both = note.filter(|_| part).map(|(_, entries)| with(entries, &link.entries));
            let entries = both.unwrap_or_else(|| link.entries.to_vec());
            return (!entries.is_empty()).then_some((entries, Basis::SameSentence));
        }
        let beside = self.adjacent_link(closed, block.range().end).is_some();
        let speaker = before.filter(|link| self.may_speak(link, passage) && !(beside && self.is_done(link, passage)));
        if let Some(speaker) = speaker {
            if let Some(behind) = self.source_behind(speaker, passage, sentence, closed, block) {
                return Some(behind);
            }
            let own = self.behind_quote == Some(speaker.range().start);
            let alone = own || !self.may_say(speaker, passage, sentence);
            return match note {
                Some((_, entries)) if alone => Some((entries, Basis::Adjacent)),
                Some((_, entries)) => Some((with(entries, &speaker.entries), Basis::Adjacent)),
                None if own => self.behind(passage, sentence, closed, block),
                None => None,
            }
            .or_else(|| (!speaker.entries.is_empty()).then(|| (speaker.entries.to_vec(), Basis::SameSentence)));
        }
        self.behind(passage, sentence, closed, block)
    }

    /// The link before a quote in its sentence that is told to say it, by a verb or `according to`.
    pub(super) fn speaking_link(&self, passage: &Passage, sentence: &Range<usize>) -> Option<&'a [usize]> {
        let link = self.link_before(passage, sentence).filter(|link| !link.entries.is_empty())?;
        if link.range().end >= passage.range.end {
            return None;
        }
        let told = self.is_told_before(link, passage, sentence);
        let source = !mention::is_issue(self.label(link)) && !self.is_who(link, || told);
        let beside = || self.speaks_beside(link, passage, sentence);
        (self.held(passage).is_none() && told && source && beside()).then_some(&link.entries)
    }

    /// Whether words of saying stand before a link, or between it and the quote behind.
    pub(super) fn is_told_before(&self, link: &Marker, passage: &Passage, sentence: &Range<usize>) -> bool {
        let gap = self.near_text(link.range().end..passage.range.start.max(link.range().end));
        mention::says_of(self.label(link), gap) || says(self.before(link.range().start, sentence.start))
    }

    /// Whether a link only says who somebody is, who is told to speak as `spoken` says: else the article that it leads to can
    /// be quoted, `[Tides](…) are “…”`.
    fn is_who(&self, link: &Marker, spoken: impl FnOnce() -> bool) -> bool {
        match self.who.get(&link.range().start) {
            Some(Who::Account) => true,
            Some(Who::Article) => spoken(),
            None => false,
        }
    }

    fn is_who_before(&self, link: &Marker, passage: &Passage, sentence: &Range<usize>) -> bool {
        self.is_who(link, || self.is_told_before(link, passage, sentence))
    }

    /// The same of a link behind a quote that ends at `closed`.
    fn is_who_behind(&self, link: &Marker, closed: usize) -> bool {
        let told = || {
            says(self.near_text(closed..link.range().start.max(closed)))
                || says(self.rest(link.range().end, self.document.prose.text().len(), 2))
        };
        self.is_who(link, told)
    }

    /// Whether the words of a link are a title or a headline, in quotation marks or with a quotation in it, or name a
    /// change.
    fn is_title(&self, link: &Marker, passage: &Passage, sentence: &Range<usize>, block: &Block) -> bool {
        let label = self.label(link);
        let outside = |text: &str| !text.contains(char::is_alphanumeric);
        let prose = self.document.prose.text();
        let (first, last) = (link.range().start.max(passage.range.start), link.range().end.min(passage.range.end));
        let whole = prose.get(link.range().start..first).is_none_or(outside)
            && prose.get(last..link.range().end).is_none_or(outside);
        let all = (first, last) == (passage.range.start, passage.range.end);
        let by_itself = || {
            let (before, behind) =
                (prose.get(block.range().start..link.range().start), prose.get(link.range().end..block.range().end));
            before.is_none_or(outside) && behind.is_none_or(outside)
        };
        let told = || {
            says(self.before(link.range().start, sentence.start)) || says(self.rest(link.range().end, sentence.end, 4))
        };
        // A bracket that is nothing but a link has what its source is called for words.
        let in_bracket = || {
            let rest = prose.get(link.range().end..block.range().end).unwrap_or_default();
            prose.get(block.range().start..link.range().start).is_some_and(|lead| lead.ends_with(OPEN))
                && rest.starts_with(CLOSE)
                && !says(label)
        };
        mention::is_issue(label)
            || !whole && passage.kind != QuoteKind::Sentence && in_bracket()
            || all
                && passage.kind != QuoteKind::Sentence
                && (by_itself() || whole && mention::is_title(&passage.text) && !told())
    }

    /// Whether a link before a quote can be who speaks. One that names a change is so only where it is told to.
    fn may_speak(&self, link: &Marker, passage: &Passage) -> bool {
        !mention::is_issue(self.label(link)) || says(self.near_text(link.range().end..passage.range.start))
    }

    /// Whether what a link before a quote is the source of ends before the quote begins: it is the mark of a note, or words
    /// that join the next clause to it follow.
    fn is_done(&self, link: &Marker, passage: &Passage) -> bool {
        let gap = self.near_text(link.range().end..passage.range.start);
        (goes_on(gap) || self.is_mark(link)) && !says(gap)
    }

    /// Whether a link has no words, or but the number of a note.
    fn is_mark(&self, link: &Marker) -> bool {
        let bare = self.label(link).trim_matches(['[', ']', '(', ')', '^', ' ']);
        bare.len() <= LONGEST_MARK && bare.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// A link behind a quote that is told to be its source.
    fn behind(&mut self, passage: &Passage, sentence: &Range<usize>, closed: usize, block: &Block) -> Option<Bound> {
        if let Some(entries) = self.issue_behind(passage, sentence, closed, block) {
            return Some((entries, Basis::Adjacent));
        }
        if let Some(link) = self.adjacent_link(closed, block.range().end) {
            self.behind_quote = Some(link.range().start);
            let run = self.run(link, block.range().end).iter().flat_map(|link| link.entries.iter().copied());
            return Some((with(self.in_bracket(link, closed), &run.collect::<Vec<_>>()), Basis::Adjacent));
        }
        let first = self.links.partition_point(|link| link.range().start < closed);
        let own = self.links[first..].iter().take_while(|link| link.range().start < sentence.end).take(MOST_LINKS);
        let told =
            own.into_iter().find(|link| !link.entries.is_empty() && self.is_told(link, passage, sentence, closed));
        let told = told.map(|link| link.entries.to_vec());
        let entries = told
            .or_else(|| self.closing_note(passage, sentence, closed, block))
            .or_else(|| self.trailing_note(sentence, closed))?;
        (!entries.is_empty()).then_some((entries, Basis::SameSentence))
    }

    /// An issue in a bracket right behind a quote, of somebody who is told to have said it, or of what only a person says.
    fn issue_behind(
        &self,
        passage: &Passage,
        sentence: &Range<usize>,
        closed: usize,
        block: &Block,
    ) -> Option<Vec<usize>> {
        let link = first_from(&self.links, closed).filter(|link| link.range().start < block.range().end)?;
        let gap = self.document.prose.text().get(closed..link.range().start)?.trim();
        let said = || says(self.before(passage.range.start, sentence.start));
        let own = matches!(gap, "(" | "[" | "(see" | "[see") && mention::is_issue(self.label(link)) && said();
        own.then(|| link.entries.to_vec()).filter(|entries| !entries.is_empty())
    }

    /// The link right behind a closing mark. Behind a full stop it stands by itself; behind other marks that begin a new
    /// clause it is part of that.
    pub(super) fn adjacent_link(&self, closed: usize, end: usize) -> Option<&'a Marker> {
        // A link without words can stand at the very end.
        let link = self.near(&self.links, closed, end + 1).leading()?;
        let gap = self.document.prose.text().get(closed..link.range().start)?;
        let within = gap.contains(['(', '[']);
        let issue = mention::is_issue(self.label(link)) || !within && self.is_who_behind(link, closed);
        let own = gap.contains(';') || gap.contains(':');
        let stop = gap.contains(['.', '!', '?', '…']) || self.ends_in_stop(closed) && !gap.contains([',', '–', '—']);
        let last = || self.run(link, end).last().copied().unwrap_or(link);
        let alone =
            || self.stands_alone(last(), end) || says(self.rest(link.range().end, end, 2)) || says(self.label(link));
        (!issue && (within || !own && (!stop || alone()))).then_some(link)
    }

    /// The links from `first` on that no word parts, `[Post](…) [Star](…)` or `[](…)[](…)`. Where the sentence goes on
    /// behind names in a row, they are part of it, and the first stands for itself.
    fn run(&self, first: &Marker, end: usize) -> &[&'a Marker] {
        let from = self.links.partition_point(|link| link.range().start < first.range().start);
        let from = from + self.links[from..].iter().take(MOST_LINKS).position(|link| *link == first).unwrap_or(0);
        let trails = self.trailing.binary_search(&first.range().start).is_ok();
        let (mut behind, mut count) = (first.range().end, 1);
        for link in self.links[from + 1..].iter().take(MOST_LINKS).take_while(|link| link.range().start <= end) {
            let gap = self.between_links(behind, link.range().start);
            // Behind a stop commas part them as well.
            let in_row = |gap: &str| trailing::is_row(gap) && (trails || !gap.contains([',', ';']));
            if !gap.is_some_and(in_row) {
                break;
            }
            (behind, count) = (link.range().end, count + 1);
        }
        let run = &self.links[from..from + count];
        let named = run.iter().any(|link| !self.is_mark(link));
        if named && !self.stands_alone(run[count - 1], end) { &run[..1] } else { run }
    }

    /// Whether what is in the marks ends in a full stop.
    pub(super) fn ends_in_stop(&self, closed: usize) -> bool {
        let text = &self.document.prose.text()[..closed];
        text.trim_end_matches(|c: char| "”\"’'»“‘«›‹」』〞〟＂ ".contains(c)).ends_with(['.', '!', '?', '…'])
    }

    /// Whether a link is a sentence of its own.
    pub(super) fn stands_alone(&self, link: &Marker, end: usize) -> bool {
        self.is_alone(link.range().end, end)
    }

    /// The same of one that ends at `at`.
    pub(super) fn is_alone(&self, at: usize, end: usize) -> bool {
        let rest = self.document.prose.text().get(at..end).unwrap_or_default();
        let rest = rest.trim_start_matches([')', ']', '.']);
        let next = rest.trim_start();
        next.is_empty()
            || !next.starts_with(char::is_alphanumeric)
            || rest.len() > next.len() && next.starts_with(char::is_uppercase)
    }

    /// Whether nothing but a closing mark stands behind a link in its line.
    fn ends_line(&self, link: &Marker) -> bool {
        let document = self.document;
        let end = document.block_at(link.range().start).map_or(0, |block| document.blocks[block].range().end);
        let rest = document.prose.text().get(link.range().end..end).unwrap_or_default();
        let mut rest = rest.char_indices().map(|(at, c)| (link.range().end + at, c));
        rest.find(|(at, c)| document.prose.is_line_break(*at) || !matches!(c, ')' | ']' | '.' | ' '))
            .is_none_or(|(at, _)| document.prose.is_line_break(at))
    }

    /// Whether a link behind a quote in its sentence is told to be the source of it.
    fn is_told(&self, link: &Marker, passage: &Passage, sentence: &Range<usize>, closed: usize) -> bool {
        let prose = self.document.prose.text();
        let other = self.is_who_behind(link, closed) || self.is_denied(link, closed);
        let Some(gap) = prose.get(closed..link.range().start).filter(|_| !other) else {
            return false;
        };
        if points_to(gap) {
            return !mention::is_issue(self.label(link));
        }
        // `“…”, writes the board: https://…`
        let parted = gap.trim_end_matches(['<', ' ', '\n']).strip_suffix(':').filter(|led| says(led)).unwrap_or(gap);
        if gap.chars().take(LINK_REACH + 1).count() > LINK_REACH || parted.contains([';', ':', '[']) {
            return false;
        }
        let label = self.label(link);
        if mention::is_issue(label) || gap.contains('(') {
            return !gap.contains('(') && says(gap);
        }
        // What stands before a name is said of that, and of no link behind it.
        if let Some(behind) = self.behind_who(closed, link) {
            let own = prose.get(behind..link.range().start).unwrap_or_default();
            return leads_to_source(own) || is_from(own) || says(own) || says(label);
        }
        let long = passage.kind == QuoteKind::Sentence && word_count(&passage.text) >= SENTENCE_WORDS
            || word_count(&passage.text) >= LONG_WORDS;
        let spoken = || says(self.before(passage.range.start, sentence.start)) && !goes_on(gap);
        leads_to_source(gap)
            || is_reference(gap)
            || is_signature(gap) && (label.contains("://") || self.ends_line(link))
            || label.contains("://") && is_names(gap)
            || is_from(gap)
            || says(gap)
            || says(label)
            || says(self.rest(link.range().end, sentence.end, 2))
            || self.say_it(link, closed, sentence)
            || long
            || spoken()
    }

    /// Where the last link between a quote and another link ends that only says who somebody is.
    fn behind_who(&self, closed: usize, link: &Marker) -> Option<usize> {
        let from = self.links.partition_point(|own| own.range().start < closed);
        let between =
            self.links[from..].iter().take(MOST_LINKS).take_while(|own| own.range().start < link.range().start);
        between.filter(|own| self.is_who_behind(own, closed)).last().map(|own| own.range().end)
    }

    /// The note in a bracket that opens at `from`, with nothing but punctuation before it: where, and what it is of.
    pub(super) fn bracket_behind(&self, from: usize, end: usize) -> Option<(usize, Vec<usize>)> {
        let prose = self.document.prose.text();
        let near = prose.get(from..floor_char_boundary(prose, (from + MARKS).min(end)).max(from))?;
        let open = near.find(OPEN)?;
        let first = first_from(&self.links, from + open).filter(|link| link.range().start < end)?;
        self.is_punctuation(from..from + open).then_some(())?;
        // The bracket is that of a source which is left out, and this link stands in another one.
        let closed = prose.get(from + open..first.range().start).is_some_and(|between| between.contains(CLOSE));
        if closed && self.is_wanting(from + open) {
            return None;
        }
        self.bracket_of(self.last_of_cluster(first), from, end).map(|(entries, _)| (from + open, entries))
    }

    /// What a bracket behind `from` is the note of that holds `link`, and where it ends. It holds links and what leads to
    /// them: who wrote it, what it is, where in it.
    pub(super) fn bracket_of(&self, link: &Marker, from: usize, end: usize) -> Option<(Vec<usize>, usize)> {
        let prose = self.document.prose.text();
        let start = floor_char_boundary(prose, link.range().start.saturating_sub(BRACKET_REACH)).max(from);
        let before = prose.get(start..link.range().start)?;
        let open = start + left_open(before)?;
        let lead = &prose[open..link.range().start];
        // Others stand before it.
        let first = first_from(&self.links, open)?;
        let lead = prose.get(open..first.range().start).unwrap_or(lead);
        let stop = floor_char_boundary(prose, (link.range().end + BRACKET_REACH).min(end)).max(link.range().end);
        let rest = prose.get(link.range().end..stop)?;
        let stop = link.range().end + rest.find(CLOSE)?;
        let close = stop + prose[stop..].chars().next().map_or(0, char::len_utf8);
        let tail = &prose[link.range().end..stop];
        let credit = words(lead).any(|word| holds(CREDITS, &word) || holds(RELATIVE, &word));
        let place = tail.is_empty()
            || !tail.contains(['.', '!', '?']) && tail.starts_with([',', ';', ':', '/', '–', '—'])
            || words(tail)
                .next()
                .is_some_and(|word| holds(PLACES, &word) || word.starts_with(|c: char| c.is_ascii_digit()));
        let place = place || leads_on(tail);
        let clause = words(tail).any(|word| holds(RELATIVE, &word));
        let issue = mention::is_issue(self.label(first));
        let own = !lead.chars().next().is_some_and(|open| closes(&lead[open.len_utf8()..]))
            && words(lead).count() <= BRACKET_WORDS
            && !credit
            && place
            && !clause
            && !issue;
        own.then(|| (self.in_bracket(first, open), close))
    }

    /// Whether a passage is shown, typed or named there, and not said.
    pub(super) fn is_mentioned(&self, passage: &Passage, sentence: &Range<usize>, closed: usize) -> bool {
        // The words of a link right behind a quote are not what it names.
        let next = self.links.partition_point(|link| link.range().start < closed);
        let end = self.links.get(next).map_or(sentence.end, |link| link.range().start.min(sentence.end));
        mention::is_mentioned(self.unopened(passage, sentence), &passage.text, self.rest(closed, end, 3))
    }

    /// Whether a passage only says what other words mean.
    pub(super) fn is_gloss(&self, passage: &Passage, sentence: &Range<usize>, closed: usize) -> bool {
        gloss::is_gloss(self.unopened(passage, sentence), &passage.text, self.rest(closed, sentence.end.max(closed), 3))
    }

    /// Whether a passage is the name of a newspaper, a work or a body.
    pub(super) fn is_name(&self, passage: &Passage, sentence: &Range<usize>, closed: usize) -> bool {
        name::is_name(self.unopened(passage, sentence), passage, self.rest(closed, sentence.end.max(closed), 3))
    }

    /// Whether a quote stands in a line of a list of changes, and nobody says it.
    pub(super) fn is_change(&self, passage: &Passage, sentence: &Range<usize>, block: &Block) -> bool {
        block.kind == BlockKind::Item
            && mention::is_change(self.near_text(block.range()))
            && !says(self.unopened(passage, sentence))
    }

    /// What stands before a quote in its sentence, without its opening mark.
    fn unopened(&self, passage: &Passage, sentence: &Range<usize>) -> &str {
        let before = self.before(passage.range.start, sentence.start);
        before.trim_end_matches(|c: char| "”\"’'»“‘„«›‹「『〝＂❝❞❛❜".contains(c))
    }

    pub(super) fn label(&self, link: &Marker) -> &str {
        self.document.prose.text().get(link.range()).unwrap_or_default()
    }

    /// The beginning of a range, no longer than is looked at.
    pub(super) fn near_text(&self, range: Range<usize>) -> &str {
        let prose = self.document.prose.text();
        let end = floor_char_boundary(prose, range.end.min(range.start + LOOKED_AT)).max(range.start);
        prose.get(range.start..end).unwrap_or_default()
    }

    /// The text right before `at`, no further back than `from`.
    pub(super) fn before(&self, at: usize, from: usize) -> &str {
        let prose = self.document.prose.text();
        let start = floor_char_boundary(prose, at.saturating_sub(LOOKED_AT)).max(from);
        prose.get(start..at).unwrap_or_default()
    }

    /// The first words behind `at`, with what stands before them.
    pub(super) fn rest(&self, at: usize, end: usize, count: usize) -> &str {
        let text = self.near_text(at..end.max(at));
        let last = text.char_indices().scan((false, 0), |(inside, seen), (index, c)| {
            *seen += usize::from(*inside && !c.is_alphanumeric());
            *inside = c.is_alphanumeric();
            Some((index, *seen))
        });
        let cut = last.into_iter().find(|(_, seen)| *seen >= count).map_or(text.len(), |(index, _)| index);
        &text[..cut]
    }

    pub(super) fn is_punctuation(&self, range: Range<usize>) -> bool {
        let gap = self.document.prose.text().get(range).unwrap_or_default();
        gap.chars().all(|c| c.is_whitespace() || c.is_ascii_punctuation() || "”’»“‘–—…".contains(c))
    }
}

/// Entries with others behind them.
pub(super) fn with(mut entries: Vec<usize>, others: &[usize]) -> Vec<usize> {
    for other in others {
        if !entries.contains(other) {
            entries.push(*other);
        }
    }
    entries
}
