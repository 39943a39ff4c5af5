//! From the label of a marker to the entries that carry it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::span::Span;

use super::{Entry, Marker, Role, Shape};

/// Counts on the ordinals of a list from the highest label written, where one of them is a label that is written
/// elsewhere: what is written `[1]` must lead to the entry that is written so, and to no other.
pub(super) fn renumber(entries: &mut [Entry]) {
    let ordinal = |entry: &Entry| match entry.role {
        Role::Listed { list, numbered: false } => Some(list),
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
pub(super) struct Found {
    pub(super) labels: Vec<String>,
    /// Where its label is looked up.
    pub(super) among: Among,
    pub(super) shape: Shape,
    pub(super) range: Range<usize>,
    pub(super) span: Span,
}

/// What a marker's label names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Among {
    Footnotes,
    Definitions,
    /// The nearest list behind the marker that has the label, else the last before it.
    Lists,
}

/// Bytes of commas and white space between markers of one cluster.
const CLUSTER_GAP: usize = 2;
/// Most labels of one cluster: far more than anybody writes, and a bound on text that is nothing but markers.
const CLUSTER_SIZE: usize = 64;

/// Markers side by side made one, in the order of the text.
pub(super) fn merged(mut found: Vec<Found>, prose: &str) -> Vec<Found> {
    found.sort_by_key(|found| (found.range.start, found.span.start));
    let mut merged: Vec<Found> = Vec::new();
    for next in found {
        let Some(last) = merged.last_mut().filter(|last| is_beside(last, &next, prose)) else {
            merged.push(next);
            continue;
        };
        last.labels.extend(next.labels);
        last.range.end = next.range.end;
        last.span = Span::new(last.span.start, next.span.end.max(last.span.end));
    }
    merged
}

fn is_beside(last: &Found, next: &Found, prose: &str) -> bool {
    let kinds = last.labels.len() < CLUSTER_SIZE
        && last.among == next.among
        && last.shape == Shape::Note
        && next.shape == Shape::Note;
    let Some(gap) = prose.get(last.range.end..next.range.start) else { return false };
    let near = gap.len() <= CLUSTER_GAP && gap.chars().all(|c| matches!(c, ' ' | ','));
    // Words between the brackets of links are not labels side by side.
    let words = |found: &Found| {
        let text = prose.get(found.range.clone()).unwrap_or_default();
        found.among == Among::Definitions && text.contains(char::is_alphabetic)
    };
    let kinds = kinds && !words(last) && !words(next);
    // Where markers leave no trace in the prose, the file tells how near they are.
    kinds && near && last.span.end <= next.span.start && next.span.start - last.span.end <= CLUSTER_GAP
}

/// Leads every marker to its entries; `dropped` are entries that were left out, whose markers are no orphans.
pub(super) fn resolve(entries: &[Entry], found: Vec<Found>, dropped: &[Entry]) -> Vec<Marker> {
    let table = Table::of(entries);
    let gone = Table::of(dropped);
    let led = found.into_iter().filter_map(|found| {
        let cites: Vec<usize> = unique(found.labels.iter().flat_map(|label| table.look_up(label, &found, entries)));
        let left_out =
            cites.is_empty() && found.labels.iter().any(|label| !gone.look_up(label, &found, dropped).is_empty());
        let Found { labels, shape, range, span, .. } = found;
        (!left_out).then_some(Marker { labels, entries: cites, shape, range, span })
    });
    led.collect()
}

fn unique(indices: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut seen: Vec<usize> = Vec::new();
    for index in indices {
        if !seen.contains(&index) {
            seen.push(index);
        }
    }
    seen
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
            };
            let named = by_label.entry((among, normal(&entry.label))).or_default();
            match named.last_mut().filter(|last| entries[last[0]].span == entry.span) {
                Some(same) => same.push(index),
                None => named.push(vec![index]),
            }
        }
        Self { by_label }
    }

    fn look_up(&self, label: &str, marker: &Found, entries: &[Entry]) -> Vec<usize> {
        let Some(named) = self.by_label.get(&(marker.among, normal(label))) else { return Vec::new() };
        let nearest = match marker.among {
            Among::Footnotes | Among::Definitions => named.first(),
            Among::Lists => {
                let behind = named.partition_point(|own| entries[own[0]].span.start < marker.span.start);
                named.get(behind).or_else(|| named.last())
            }
        };
        nearest.cloned().unwrap_or_default()
    }
}

/// Markdown compares labels without regard to case and to the width of white space.
fn normal(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
