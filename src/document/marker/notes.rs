//! From the label of a marker to the entries that carry it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::span::Span;

use super::behind;
use super::cited::{self, is_dash};
use crate::document::{Entry, Gap, Marker, Role, Shape, Voice};

/// Counts on the ordinals of a list from the highest label written, where one of them is a label that is written
/// elsewhere: what is written `[1]` must lead to the entry that is written so, and to no other.
pub(in crate::document) fn renumber(entries: &mut [Entry]) {
    let ordinal = |entry: &Entry| match entry.role {
        Role::Listed { list, numbered: false } => Some(usize::from(list)),
        _ => None,
    };
    let written: HashSet<String> =
        entries.iter().filter(|entry| ordinal(entry).is_none()).map(|entry| normal(&entry.label)).collect();
    let taken = entries.iter().filter(|entry| written.contains(&entry.label));
    let lists: HashSet<usize> = taken.filter_map(ordinal).collect();
    let mut highest = entries.iter().filter_map(|entry| entry.label.parse::<usize>().ok()).max().unwrap_or(0);
    let mut last: Option<(Span, String)> = None;
    for entry in entries.iter_mut().filter(|entry| ordinal(entry).is_some_and(|list| lists.contains(&list))) {
        // The sources of one entry share its label.
        let same = last.take().filter(|(span, _)| *span == entry.span);
        let (_, label) = same.unwrap_or_else(|| {
            highest = highest.saturating_add(1);
            (entry.span, highest.to_string())
        });
        entry.label.clone_from(&label);
        last = Some((entry.span, label));
    }
}

/// A marker as found in the text.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::document) struct Found {
    pub(in crate::document) labels: Vec<String>,
    /// Where its label is looked up.
    pub(in crate::document) among: Among,
    pub(in crate::document) shape: Shape,
    pub(in crate::document) range: Range<usize>,
    pub(in crate::document) span: Span,
}

/// What a marker's label names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::document) enum Among {
    Footnotes,
    Definitions,
    /// The nearest list behind the marker that has the label, else the last before it.
    Lists,
    /// This list.
    List(usize),
    /// What is kept under a key.
    Keys,
}

/// Characters of punctuation and white space between markers of one cluster.
const CLUSTER_GAP: usize = 2;
/// Bytes of markup between markers of one cluster: a closing tag and an opening one with a class.
const CLUSTER_MARKUP: usize = 48;
/// Most labels of one cluster: far more than anybody writes, and a bound on text that is nothing but markers.
const CLUSTER_SIZE: usize = 64;

/// Whether two ranges of the prose stand side by side, with nothing but a comma, a dot, a dash or a space between.
pub(in crate::document) fn are_near(prose: &str, one: &Range<usize>, other: &Range<usize>) -> bool {
    let gap = prose.get(one.end..other.start);
    gap.is_some_and(|gap| {
        let parts = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | ',' | ';' | '·') || is_dash(c);
        gap.len() <= CLUSTER_GAP * 3 && gap.chars().count() <= CLUSTER_GAP && gap.chars().all(parts)
    })
}

/// Markers side by side made one, in the order of the text.
///
/// One that begins at a byte of `narrative` (sorted) is part of its sentence, and belongs to no other.
pub(in crate::document) fn merged(mut found: Vec<Found>, prose: &str, narrative: &[usize]) -> Vec<Found> {
    found.sort_by_key(|found| (found.range.start, found.span.start()));
    let mut merged: Vec<Found> = Vec::new();
    for next in found {
        let stands_apart = |at: usize| narrative.binary_search(&at).is_ok();
        let alike = |last: &&mut Found| {
            last.shape == next.shape
                && !stands_apart(next.span.start())
                && !stands_apart(last.span.start())
                && last.among == next.among
                && !is_worded(last, prose)
                && !is_worded(&next, prose)
        };
        let beside = merged.last_mut().filter(alike).and_then(|last| {
            let [one, other] = [&*last, &next].map(|found| Cluster {
                labels: &found.labels,
                shape: &found.shape,
                range: &found.range,
                span: found.span,
            });
            Some((between(&one, &other, prose)?, last))
        });
        let Some((between, last)) = beside else {
            merged.push(next);
            continue;
        };
        last.labels.extend(between);
        last.labels.extend(next.labels);
        last.range.end = next.range.end;
        last.span = Span::new(last.span.start(), next.span.end().max(last.span.end()));
    }
    merged
}

/// Words between the brackets of links are not labels side by side.
fn is_worded(found: &Found, prose: &str) -> bool {
    let text = prose.get(found.range.clone()).unwrap_or_default();
    found.among == Among::Definitions && text.contains(char::is_alphabetic)
}

/// Markers of several sorts side by side made one, but those of `narrative`; `markers` are in the order of the text.
/// `gaps` are in order.
pub(in crate::document) fn cluster(markers: &mut Vec<Marker>, prose: &str, gaps: &[Gap], narrative: &[usize]) {
    let numbered = |marker: &Marker| !prose[marker.range()].contains(char::is_alphabetic);
    // In their place, since a document of links has one for each.
    markers.dedup_by(|next, last| {
        let ranges = [last.range(), next.range()];
        let [one, other] = [(&*last, &ranges[0]), (&*next, &ranges[1])].map(|(marker, range)| Cluster {
            labels: &marker.labels,
            shape: &marker.shape,
            range,
            span: marker.span,
        });
        let apart = [&*last, &*next].iter().any(|own| narrative.binary_search(&own.span.start()).is_ok());
        let beside = !apart
            && numbered(last)
            && numbered(next)
            && (between(&one, &other, prose).is_some_and(|own| own.is_empty()) || in_a_row(&one, &other, prose, gaps));
        if beside {
            last.labels.extend(std::mem::take(&mut next.labels).iter().cloned());
            if matches!(next.shape, Shape::Elsewhere(_)) {
                last.shape = next.shape.clone();
            }
            last.entries = unique(last.entries.iter().chain(&next.entries).copied()).into();
            last.stretch = (last.range().start..next.range().end).into();
            last.span = Span::new(last.span.start(), next.span.end().max(last.span.end()));
        }
        beside
    });
}

/// What is known of a marker before and after it is led to its entries.
struct Cluster<'a> {
    labels: &'a [String],
    shape: &'a Shape,
    range: &'a Range<usize>,
    span: Span,
}

/// Whether two markers are one cluster for a reader, though pages or remarks stand between.
fn in_a_row(last: &Cluster<'_>, next: &Cluster<'_>, prose: &str, gaps: &[Gap]) -> bool {
    let notes = *last.shape == Shape::Note && *next.shape == Shape::Note && last.labels.len() < CLUSTER_SIZE;
    notes
        && last.span.end() <= next.span.start()
        && next.span.start() - last.span.end() <= behind::MARKUP
        && behind::are_in_a_row(prose, gaps, last.range, next.range)
}

/// Whether a word or a dash between two marks in brackets makes a range of them: `[1] to [3]`, `[1] – [3]`.
fn is_worded_range(prose: &str, one: &Range<usize>, other: &Range<usize>) -> bool {
    const TO: [&str; 14] =
        ["to", "through", "thru", "bis", "à", "al", "a", "até", "t/m", "tot", "til", "till", "do", "до"];
    let marks = [one, other].map(|range| prose.get(range.clone()).unwrap_or_default());
    let gap = prose.get(one.end..other.start).unwrap_or_default();
    let word = gap.trim();
    let dash = word.chars().count() == 1 && word.chars().all(is_dash);
    marks[0].ends_with(']')
        && marks[1].starts_with('[')
        && gap.starts_with([' ', '\u{a0}'])
        && gap.ends_with([' ', '\u{a0}'])
        && (dash || TO.contains(&word))
}

/// The labels that lie between two markers which stand side by side: those that a dash stands for. None if they are
/// not one cluster.
fn between(last: &Cluster<'_>, next: &Cluster<'_>, prose: &str) -> Option<Vec<String>> {
    let alike = matches!(
        (last.shape, next.shape),
        (Shape::Note, Shape::Note | Shape::Elsewhere(_))
            | (Shape::Named, Shape::Named)
            | (Shape::Elsewhere(_), Shape::Note)
    );
    let notes = last.labels.len() < CLUSTER_SIZE && alike;
    let ranged = is_worded_range(prose, last.range, next.range);
    if !notes || !ranged && !are_near(prose, last.range, next.range) {
        return None;
    }
    // Where markers leave no trace in the prose, the file tells how near they are.
    let traceless = last.range.is_empty() || next.range.is_empty();
    // A dash has more bytes than a hyphen.
    let gap = &prose[last.range.end..next.range.start];
    let most = if traceless { CLUSTER_GAP + gap.len() - gap.chars().count() } else { CLUSTER_MARKUP };
    if last.span.end() > next.span.start() || next.span.start() - last.span.end() > most {
        return None;
    }
    if !ranged && !prose[last.range.end..next.range.start].contains(is_dash) {
        return Some(Vec::new());
    }
    let number = |label: Option<&String>| label.and_then(|label| label.parse::<usize>().ok());
    let (from, to) = (number(last.labels.last())?, number(next.labels.first())?);
    let range = cited::range(Some(from), to)?;
    Some(range.filter(|&number| number < to).map(|number| number.to_string()).collect())
}

/// Leads every marker to its entries; `dropped` are entries that were left out: their markers are no orphans, and what stands
/// before them is none of another source.
pub(in crate::document) fn resolve(entries: &[Entry], found: Vec<Found>, dropped: &[Entry]) -> Vec<Marker> {
    let table = Table::of(entries);
    let gone = Table::of(dropped);
    let led = found.into_iter().map(|found| {
        let cites: Vec<usize> = unique(found.labels.iter().flat_map(|label| table.meant(label, &found, entries)));
        let left_out =
            cites.is_empty() && found.labels.iter().any(|label| !gone.look_up(label, &found, dropped).is_empty());
        let Found { labels, shape, range, span, .. } = found;
        let (labels, entries) = (labels.into(), cites.into());
        let shape = if left_out { Shape::Wanting } else { shape };
        Marker { labels, entries, shape, voice: Voice::default(), stretch: range.into(), span }
    });
    led.collect()
}

/// Most sources that one marker leads to: a bound where a thousand markers point to a note of a thousand addresses.
const MOST_SOURCES: usize = 64;

fn unique(indices: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut seen = HashSet::new();
    indices.filter(|&index| seen.insert(index)).take(MOST_SOURCES).collect()
}

/// Entries by label. Where a label is defined twice in one place the first counts, as Markdown has it.
struct Table {
    by_label: HashMap<(Among, String), Vec<Vec<usize>>>,
}

impl Table {
    fn of(entries: &[Entry]) -> Self {
        let mut by_label: HashMap<(Among, String), Vec<Vec<usize>>> = HashMap::new();
        for (index, entry) in entries.iter().enumerate() {
            let among = match entry.role {
                Role::Link => continue,
                Role::Footnote => Among::Footnotes,
                Role::Definition => Among::Definitions,
                Role::Listed { .. } => Among::Lists,
                Role::Keyed => Among::Keys,
            };
            let mut add = |among, label: &str| {
                let named = by_label.entry((among, normal(label))).or_default();
                match named.last_mut().filter(|last| entries[last[0]].span == entry.span) {
                    Some(same) => same.push(index),
                    None => named.push(vec![index]),
                }
            };
            add(among, &entry.label);
            if let Role::Listed { list, .. } = entry.role {
                let list = usize::from(list);
                add(Among::List(list), &entry.label);
                // `[1, 3] Smith`: one entry for several numbers.
                for number in several(&entry.label) {
                    add(among, &number);
                    add(Among::List(list), &number);
                }
            }
        }
        Self { by_label }
    }

    /// What a label of a marker leads to. Of several numbers, `[1–3]`, one can be that of a definition; behind the label of a
    /// note stand the keys that it cites.
    fn meant(&self, label: &str, marker: &Found, entries: &[Entry]) -> Vec<usize> {
        let found = self.look_up(label, marker, entries);
        match marker.among {
            Among::Lists if found.is_empty() && marker.labels.len() > 1 => {
                self.look_up_among(Among::Definitions, label, marker, entries)
            }
            Among::Footnotes if found.is_empty() && marker.labels.len() > 1 => {
                self.look_up_among(Among::Keys, label, marker, entries)
            }
            _ => found,
        }
    }

    fn look_up(&self, label: &str, marker: &Found, entries: &[Entry]) -> Vec<usize> {
        self.look_up_among(marker.among, label, marker, entries)
    }

    fn look_up_among(&self, among: Among, label: &str, marker: &Found, entries: &[Entry]) -> Vec<usize> {
        let Some(named) = self.by_label.get(&(among, normal(label))) else { return Vec::new() };
        let nearest = match among {
            Among::Keys | Among::List(_) => named.first(),
            // Chapters put together each have a note of that label, at their end.
            Among::Definitions | Among::Footnotes | Among::Lists => {
                let behind = named.partition_point(|own| entries[own[0]].span.start() < marker.span.start());
                let before = if among == Among::Definitions { named.first() } else { named.last() };
                named.get(behind).or(before)
            }
        };
        nearest.cloned().unwrap_or_default()
    }
}

/// The numbers of a label that is several: `1, 3`, `1–3`.
pub(in crate::document) fn several(label: &str) -> Vec<String> {
    let joined = label.contains(|c: char| c == ',' || is_dash(c));
    let numbers = if joined { cited::numbers(label) } else { None };
    numbers.filter(|numbers| numbers.len() > 1).unwrap_or_default()
}

/// Markdown compares labels without regard to case and to the width of white space.
fn normal(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
