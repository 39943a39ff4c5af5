//! Bare digits as note numbers: `issues. 1`, `.” 4`, `administration. 5 6`, `agent".1`, `AI.51 It`.
//!
//! Only position and order tell them from other numbers. Behind the end of a sentence or clause a number counts when
//! it is at most [`AHEAD`] past the highest so far; elsewhere only when it is the next one. Neither counts past the
//! length of the list. Where many in a row were lost, two that agree with each other take the count up again. Where the
//! list itself has numbers their order is the writer's business, and a number that is glued to a full stop, or ends its
//! block, always counts. `cargo bench --bench binding -- markers FOLDER` measures it (docs/binding.md).

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::brackets::ends_in_year;
use super::cited;
use super::notes::{Among, Found};
use crate::document::draft::Draft;
use crate::document::{Block, BlockKind, Entry, Quoted, Role, Shape};
use crate::span::Span;
use beside::{
    Apart, Before, Figure, apart, before, begins_with_month, closes_emphasis, ends_block, ends_in_dated_year, figure,
    goes_on, groups_thousands, is_closing, is_digit, is_glued_to_plain_word, is_joined_to_digits, is_point_of_sentence,
    is_unspaced, last_word, runs_on,
};

mod again;
mod beside;
mod chain;
mod ends;
mod gaps;
mod named;
mod stops;
mod unspaced;
mod wide;
mod words;

/// How far numbers may run ahead of the highest seen: some notes are lost when text is flattened.
const AHEAD: usize = 6;
/// Digits of a note number.
const DIGITS: usize = 3;
/// Fewer with a space before them do not tell that the others have one.
const FEWEST: usize = 3;
/// After so many that are glued to what stands before them, one that is glued to a word need not be the next.
const GLUED: usize = 3;
/// A list without numbers that is longer than so many times the square of the marks has none: one mark of more than ten
/// entries, two of more than forty.
const TOO_LONG: usize = 10;
/// Numbers of one run: far more than anybody writes, and a bound on text that is nothing but numbers.
const LONGEST_RUN: usize = 64;

/// More numbers side by side are a line of a table.
const LONGEST_ROW: usize = 4;

/// A list that numbers point to.
struct List {
    /// Which of the document's it is.
    id: usize,
    start: usize,
    /// The highest number that it has.
    length: usize,
    /// Whether its entries carry their numbers.
    numbered: bool,
}

/// Bare numbers of the prose, for the reference lists that the document has.
pub(in crate::document) fn find(draft: &Draft<'_>, quoted: &[Quoted]) -> Vec<Found> {
    let lists = lists(draft);
    if lists.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut reader = Reader {
        draft,
        quoted,
        by_number: OnceCell::new(),
        list: 0,
        length: 0,
        numbered: false,
        highest: 0,
        apart: 0,
        before_stops: false,
        unspaced: false,
        glued: 0,
        pending: None,
    };
    for (list, blocks) in by_list(draft, &lists) {
        let texts = || blocks.iter().map(|block| &draft.prose.text()[block.range()]);
        let before_stops = stops::are_usual(blocks.iter().map(|block| with_enumerators(draft, block)));
        let glued = if stops::are_usually_glued(texts()) { GLUED } else { 0 };
        let unspaced = unspaced::are_usual(texts());
        let (list, length, numbered) = (list.id, list.length, list.numbered);
        reader = Reader {
            list,
            length,
            numbered,
            highest: 0,
            apart: 0,
            before_stops,
            unspaced,
            glued,
            pending: None,
            ..reader
        };
        let before = found.len();
        for block in &blocks {
            reader.read(block, &mut found);
        }
        // How marks stand is known by now, also for those before the first that shows it.
        if (FEWEST..).contains(&reader.apart) && reader.apart > reader.glued {
            found.truncate(before);
            reader = Reader { highest: 0, glued, pending: None, ..reader };
            for block in &blocks {
                reader.read(block, &mut found);
            }
        }
        reader.fill(&blocks, before, &mut found);
    }
    found
}

/// The text of a block, and where the numbers of a list stand in it.
fn with_enumerators<'d>(draft: &'d Draft<'_>, block: &Block) -> (&'d str, Vec<usize>) {
    let text = &draft.prose.text()[block.range()];
    let before = &draft.text[..draft.prose.span(&block.range()).start()];
    (text, stops::enumerators(text, before.trim_end().ends_with("1.")))
}

/// The blocks that point to each list, in the order of the text.
fn by_list<'l, 'd>(draft: &'d Draft<'_>, lists: &'l [List]) -> Vec<(&'l List, Vec<&'d Block>)> {
    let mut parted: Vec<(usize, Vec<&Block>)> = Vec::new();
    for block in draft.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Heading | BlockKind::Entry)) {
        let start = draft.prose.span(&block.range()).start();
        let ahead = lists.partition_point(|list| list.start < start).min(lists.len().saturating_sub(1));
        match parted.last_mut() {
            Some((list, blocks)) if *list == ahead => blocks.push(block),
            _ => parted.push((ahead, vec![block])),
        }
    }
    parted.into_iter().filter_map(|(list, blocks)| Some((lists.get(list)?, blocks))).collect()
}

fn lists(draft: &Draft<'_>) -> Vec<List> {
    let mut lists: Vec<(usize, List)> = Vec::new();
    let ends = draft.chapters.ends();
    let mut counted_on: Option<usize> = None;
    for entry in &draft.entries {
        let Role::Listed { list, numbered } = entry.role else { continue };
        let list = usize::from(list);
        // A list whose ordinals others have written is not what a bare number points to.
        let opens = lists.last().is_none_or(|(last, _)| *last != list);
        if !numbered && (counted_on == Some(list) || opens && entry.label != "1") {
            counted_on = Some(list);
            continue;
        }
        let Ok(number) = entry.label.parse::<usize>() else { continue };
        if let Some((_, own)) = lists.last_mut().filter(|(last, _)| *last == list) {
            own.length = own.length.max(number);
            continue;
        }
        // The list of a chapter is pointed to from it, and no further.
        let chapter = ends.get(&list).map(|&end| draft.prose.span(&(end..end)).start());
        lists.push((list, List { id: list, start: chapter.unwrap_or(entry.span.start()), length: number, numbered }));
    }
    lists.sort_by_key(|(_, list)| list.start);
    lists.into_iter().map(|(_, list)| list).collect()
}

struct Reader<'a> {
    draft: &'a Draft<'a>,
    quoted: &'a [Quoted],
    /// Where the entries of all lists stand, by their list and their number.
    by_number: OnceCell<HashMap<(usize, usize), Span>>,
    list: usize,
    length: usize,
    numbered: bool,
    highest: usize,
    /// How many were found with a space before them.
    apart: usize,
    /// Whether they stand before the stop of their sentence.
    before_stops: bool,
    /// Whether they stand behind the words of a script without spaces.
    unspaced: bool,
    /// How many were found without one.
    glued: usize,
    /// One that runs too far ahead: the next may agree with it. Where it stands within its block, and its numbers.
    pending: Option<(Range<usize>, usize)>,
}

impl Reader<'_> {
    fn read(&mut self, block: &Block, found: &mut Vec<Found>) {
        let (text, listed) = with_enumerators(self.draft, block);
        let mut at = 0;
        while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|next| at + next) {
            let end = start + digits(&text[start..]);
            let start = self.behind_number(text, start, end).unwrap_or(start);
            at = end;
            let whole = block.range().start + start..block.range().start + end;
            let masked = is_masked(&self.draft.masked, &whole) || listed.binary_search(&start).is_ok();
            if masked || !is_outside_words(self.quoted, &whole) {
                continue;
            }
            // An item ends where the number of the next one stands.
            let next = listed.partition_point(|next| *next < end);
            let item = listed.get(next).map_or(text, |next| &text[..*next]);
            if let Some(run) = self.run((item, block.range().start), start, end) {
                at = run.end;
                let range = block.range().start + run.start..block.range().start + run.end;
                let agreed = self.pending.take().map(|(range, _)| range);
                found.extend(agreed.into_iter().chain([range]).map(|range| self.found(range)));
            }
        }
    }

    /// Adds the marks that only the order of the others tells; the list's own are those from `first` on.
    fn fill(&mut self, blocks: &[&Block], first: usize, found: &mut Vec<Found>) {
        let glued = self.glued >= GLUED;
        if self.highest * 2 < self.length || found.len() - first < self.length / 2 {
            let chained = chain::find(self.draft, self.quoted, blocks, &found[first..], self.length);
            self.apart += chained.len();
            found.extend(chained.into_iter().map(|range| self.found(range)));
            found[first..].sort_by_key(|own| own.range.start);
        }
        let wide = wide::find(self.draft, self.quoted, blocks, &found[first..], self.length);
        found.extend(wide.into_iter().map(|range| self.found(range)));
        found[first..].sort_by_key(|own| own.range.start);
        let again = wide::again(self.draft, self.quoted, blocks, &found[first..]).into_iter();
        found.extend(again.map(|range| self.found(range)));
        found[first..].sort_by_key(|own| own.range.start);
        let filled = gaps::fill(self.draft, self.quoted, blocks, &found[first..], self.length, glued);
        found.extend(filled.into_iter().map(|range| self.found(range)));
        if !self.numbered && self.are_too_few(&found[first..]) {
            found.truncate(first);
        }
        found[first..].sort_by_key(|own| own.range.start);
        let named = named::fill(self.draft, self.quoted, blocks, &found[first..], |number| self.entry(number));
        found.extend(named.into_iter().map(|range| self.found(range)));
        found[first..].sort_by_key(|own| own.range.start);
        let prose = self.draft.prose.text();
        let behind = |own: &&Found| prose[..own.range.start].trim_end_matches(' ').ends_with(is_unspaced);
        let unspaced = found[first..].iter().filter(behind).count();
        if unspaced >= FEWEST {
            let repeated =
                again::fill(self.draft, self.quoted, blocks, &found[first..], again::Style::Unspaced(self.unspaced));
            found.extend(repeated.into_iter().map(|range| self.found(range)));
            found[first..].sort_by_key(|own| own.range.start);
        }
        let style = match (glued, self.stand_apart()) {
            (true, _) => again::Style::Glued,
            (false, true) => again::Style::Apart,
            (false, false) => return,
        };
        if style == again::Style::Apart {
            let ends = ends::find(self.draft, self.quoted, blocks, &found[first..], self.length);
            found.extend(ends.into_iter().map(|range| self.found(range)));
            found[first..].sort_by_key(|own| own.range.start);
        }
        let repeated = again::fill(self.draft, self.quoted, blocks, &found[first..], style);
        found.extend(repeated.into_iter().map(|range| self.found(range)));
        found[first..].sort_by_key(|own| own.range.start);
    }

    /// The text of the list's entry of a number.
    fn entry(&self, number: usize) -> Option<&str> {
        let by_number = self.by_number.get_or_init(|| {
            let own = |entry: &Entry| match entry.role {
                Role::Listed { list, .. } => Some(((usize::from(list), entry.label.parse().ok()?), entry.span)),
                _ => None,
            };
            self.draft.entries.iter().rev().filter_map(own).collect()
        });
        self.draft.text.get(by_number.get(&(self.list, number))?.range())
    }

    /// Whether so few numbers of a long list are used that they are others: nobody numbers notes by their place for one
    /// mark.
    fn are_too_few(&self, found: &[Found]) -> bool {
        let used: HashSet<&String> = found.iter().flat_map(|found| &found.labels).collect();
        used.len() * used.len() * TOO_LONG < self.length
    }

    /// Where the next number begins that is glued to a year or to thousands: `in 2002152 and`, `about 15,000339 people`.
    fn behind_number(&self, text: &str, start: usize, end: usize) -> Option<usize> {
        let next = (self.highest + 1).to_string();
        let own = text[start..end].strip_suffix(next.as_str()).filter(|_| self.glued >= GLUED)?;
        let thousands = own.len() == 3 && groups_thousands(&text[..start], own.len());
        let year = own.len() == 4 && ends_in_year(own) && !text[..start].ends_with(is_joined_to_digits);
        (thousands || year).then_some(start + own.len())
    }

    fn found(&self, range: Range<usize>) -> Found {
        let run = &self.draft.prose.text()[range.clone()];
        let ranges = cited::numbers(run).filter(|_| run.contains(cited::is_dash));
        let labels = ranges.unwrap_or_else(|| numbers(run).map(|number| number.to_string()).collect());
        let span = self.draft.prose.span(&range);
        Found { labels, among: Among::Lists, shape: Shape::Bare, range, span }
    }

    /// The run of note numbers that begins with the digits `start..end`.
    fn run(&mut self, text: (&str, usize), start: usize, end: usize) -> Option<Range<usize>> {
        let before_stop = || (self.before_stops && stops::follows_word(text.0, start)).then_some(Before::Name);
        let before = self.behind_picture(text, start).or_else(|| before(text.0, start)).or_else(before_stop)?;
        let may_be = matches!(before, Before::Glued | Before::Stop | Before::Quoted);
        let ranged = if may_be { ranged(text.0, start, end) } else { None };
        // `“rose” 2–4 metres`
        let ranged = ranged.filter(|&end| before != Before::Quoted || !runs_on(text.0, end));
        let whole = ranged.unwrap_or_else(|| chained(text.0, end));
        self.accepted(text, start..whole, before).or_else(|| {
            // `the national total.94 84 homicides`
            let ahead = |number: usize| (self.highest + 1..=self.highest + AHEAD).contains(&number);
            let alone = whole > end
                && matches!(before, Before::Glued | Before::Year | Before::Stop)
                && text.0[start..end].parse().is_ok_and(ahead);
            if alone { self.accepted(text, start..end, before) } else { None }
        })
    }

    /// What stands before the digits at `start` where it follows a picture: many programs write a formula as one.
    fn behind_picture(&self, (text, offset): (&str, usize), start: usize) -> Option<Before> {
        let is_picture = |at: usize| self.draft.pictures.binary_search(&(offset + at)).is_ok();
        let words = text[..start].trim_end_matches(['.', '!', '?', '…', ',', ';', '。']);
        match start - words.len() {
            0 => is_picture(start).then_some(Before::Digits),
            _ => is_picture(words.len()).then_some(Before::Glued),
        }
    }

    /// The run, if its numbers are those of notes; `offset` is where the text of its block begins in the prose.
    fn accepted(&mut self, (text, offset): (&str, usize), run: Range<usize>, before: Before) -> Option<Range<usize>> {
        let numbers: Vec<usize> = numbers(&text[run.clone()]).collect();
        let (first, next) = (*numbers.first()?, self.highest + 1);
        let stops = self.before_stops
            && matches!(before, Before::Word | Before::Name | Before::Quoted | Before::Unspaced)
            && stops::stands_before_stop(text, run.start, run.end);
        let goes_on = goes_on(text, run.end, before)
            || stops
            || self.unspaced
                && matches!(before, Before::Unspaced | Before::Quoted | Before::Stop | Before::Glued)
                && unspaced::can_follow(&text[run.end..])
            || matches!(before, Before::Glued | Before::Year | Before::Stop)
                && numbers.len() == 1
                && match apart(text, run.end) {
                    Some(Apart::Number) => first >= next,
                    Some(Apart::Word) => first == next && before != Before::Stop,
                    None => false,
                };
        if !goes_on || numbers.contains(&0) {
            return None;
        }
        let fits = |number: usize| number <= self.length;
        let (all_fit, ahead) = (numbers.iter().all(|&number| fits(number)), first <= self.highest + AHEAD);
        // `It was over.2 The end. 2 Kings is`
        let opens = self.apart == 0 && self.glued > 1 && first <= self.highest && !ends_block(text, run.end);
        let in_order = match before {
            Before::Stop if opens => false,
            Before::Word | Before::Quoted if stops => ahead,
            Before::Name if stops => first <= next,
            Before::Stop if self.numbered && ends_block(text, run.end) => fits(first) || ahead,
            Before::Glued if self.numbered => fits(first) || ahead,
            Before::Stop | Before::Glued => ahead,
            Before::Quoted => fits(first) && if runs_on(text, run.end) { first <= next } else { ahead },
            Before::Word if first == next => {
                let amid = text[..run.start].ends_with(' ') && !ends_block(text, run.end);
                (self.stand_apart() || !amid) && numbers.is_sorted_by(|one, next| one + 1 == *next)
            }
            Before::Word if self.stands_in_row(text, &run, &numbers) => true,
            Before::Word => self.glued >= GLUED && ahead && is_glued_to_plain_word(&text[..run.start]),
            Before::Name => {
                let known = self.stand_apart() || self.glued >= GLUED;
                known && first == next && all_fit && numbers.is_sorted_by(|one, next| one + 1 == *next)
            }
            Before::Clause => {
                self.stand_apart() && first == next && fits(first) || self.stands_in_row(text, &run, &numbers)
            }
            Before::Year => first == next || self.glued >= GLUED && ahead,
            Before::Colon => first == next && fits(first) || self.glued >= GLUED && ahead && ends_block(text, run.end),
            Before::Decimal => self.glued > 0 && first == next && fits(first),
            Before::Unspaced if self.unspaced => {
                let last = numbers.iter().copied().max().unwrap_or(first);
                (next..=self.highest + AHEAD).contains(&last) && fits(last)
            }
            Before::Unspaced if stops => first <= next,
            Before::Number | Before::Digits | Before::Unspaced => first == next && fits(first),
        };
        let usual = before == Before::Unspaced && self.unspaced;
        let strong = all_fit && (usual || matches!(before, Before::Stop | Before::Glued));
        let agrees =
            strong && self.pending.as_ref().is_some_and(|(_, last)| (last + 1..=last + AHEAD).contains(&first));
        if !in_order && !agrees {
            if strong && numbers.iter().all(|&number| number > self.highest) {
                let last = numbers.iter().copied().max().unwrap_or(first);
                self.pending = Some((offset + run.start..offset + run.end, last));
            }
            return None;
        }
        let past_the_end = self.highest > 0 && ends_block(text, run.end);
        if !all_fit && !past_the_end {
            return None;
        }
        self.pending = self.pending.take().filter(|_| agrees);
        self.highest = numbers.into_iter().filter(|&number| fits(number)).fold(self.highest, usize::max);
        let is_apart = text[..run.start].ends_with(char::is_whitespace);
        self.apart += usize::from(is_apart && matches!(before, Before::Stop | Before::Word));
        self.glued += usize::from(!is_apart && matches!(before, Before::Glued | Before::Year | Before::Word));
        Some(run)
    }

    /// Whether a space stands before the numbers, as far as they were found.
    fn stand_apart(&self) -> bool {
        self.apart > 0
    }

    /// Whether two numbers and more stand side by side amid a sentence, as quantities do not: `in the end, 22 175 which`.
    fn stands_in_row(&self, text: &str, run: &Range<usize>, numbers: &[usize]) -> bool {
        let near = |number: &usize| (1..=(self.highest + AHEAD).min(self.length)).contains(number);
        let counts_on = numbers.first() == Some(&(self.highest + 1))
            && numbers.is_sorted_by(|one, next| one + 1 == *next)
            && words::begins_clause(text[run.end..].split_whitespace().next().unwrap_or_default());
        (self.stand_apart() || counts_on)
            && (2..=LONGEST_ROW).contains(&numbers.len())
            && numbers.iter().all(near)
            && !text[run.clone()].contains(',')
            && text[..run.start].ends_with(' ')
            && runs_on(text, run.end)
    }
}

/// Whether digits are no words of a quotation: outside, or the last thing before its closing mark.
fn is_outside_words(quoted: &[Quoted], digits: &Range<usize>) -> bool {
    let next = quoted.partition_point(|quoted| quoted.parts.last().is_some_and(|part| part.end() < digits.end));
    let parts = quoted.get(next).map_or(&[][..], |quoted| &quoted.parts);
    parts.iter().all(|part| digits.end <= part.start() || digits.start >= part.end() || digits.end == part.end())
}

fn is_masked(masked: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = masked.partition_point(|mask| mask.end <= range.start);
    masked.get(next).is_some_and(|mask| mask.start < range.end)
}

fn digits(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len()
}

fn numbers(run: &str) -> impl Iterator<Item = usize> {
    run.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map(|digits| if digits.len() > DIGITS || digits.starts_with('0') { 0 } else { digits.parse().unwrap_or(0) })
}

/// The end of a run such as `5 6`, `5, 6`, `5,6` or `5、6` that goes on behind the digits that end at `end`.
fn chained(text: &str, end: usize) -> usize {
    let mut end = end;
    for _ in 0..LONGEST_RUN {
        let rest = &text[end..];
        let own = || Some(rest.len() - rest.trim_start_matches([',', ' ']).len()).filter(|gap| *gap <= 2);
        let gap = unspaced::comma(text, end).or_else(own).unwrap_or(0);
        let more = digits(&rest[gap..]);
        let next = end + gap + more;
        // `of the power,196 13,4 percent`
        let decimal = rest.starts_with(' ') && text[next..].strip_prefix(',').is_some_and(|rest| digits(rest) > 0);
        if gap == 0 || more == 0 || more > DIGITS || decimal || !is_whole(&text[next..]) {
            break;
        }
        end = next;
    }
    end
}

/// The end of a run with ranges in it, `2–4` or `2,4–6`, whose first digits are `start..end`.
fn ranged(text: &str, start: usize, end: usize) -> Option<usize> {
    let (mut at, mut whole) = (end, end);
    for _ in 0..LONGEST_RUN {
        let rest = &text[at..];
        let Some(sign) = rest.chars().next().filter(|c| *c == ',' || cited::is_dash(*c)) else { break };
        let more = digits(&rest[sign.len_utf8()..]);
        if more == 0 || more > DIGITS {
            break;
        }
        at += sign.len_utf8() + more;
        if is_whole(&text[at..]) {
            whole = at;
        }
    }
    let run = &text[start..whole];
    (run.contains(cited::is_dash) && cited::numbers(run).is_some()).then_some(whole)
}

/// Whether a number ends before `behind`.
fn is_whole(behind: &str) -> bool {
    let mut behind = behind.chars();
    let (sign, then) = (behind.next(), behind.next());
    let decimal = sign == Some('.') && then.is_some_and(|c| c.is_ascii_digit());
    !decimal && sign.is_none_or(|c| c.is_whitespace() || ",.;)]”\"’[。，；、！？：".contains(c))
}

#[cfg(test)]
mod ends_tests;
#[cfg(test)]
mod languages_tests;
#[cfg(test)]
mod tests;
