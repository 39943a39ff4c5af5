//! Whether the numbers of a list, and those that point to it, come in their order.

use std::collections::{BTreeMap, HashSet};

use crate::document::{Document, Format, ListNumber, Marker, Role, Shape};
use crate::finding::{Code, Finding};
use crate::span::{Lines, Span};

/// Of the first uses of a long numbered list so many in ten follow the one before, or the list has an order of its own.
const MOSTLY: usize = 8;

/// Entries of a list that is long.
const LONG: usize = 6;

/// Bytes between two markers that stand side by side.
const LONGEST_GAP: usize = 8;

/// Names of an alphabetical list at least: two are in that order by chance.
const FEWEST: usize = 3;

/// A list with the numbers that point to it, in the order of the text.
#[derive(Debug, Default)]
struct List {
    /// The labels of its entries, with where each stands.
    labels: Vec<(usize, Span)>,
    /// The word that each begins with.
    words: Vec<String>,
    used: Vec<Used>,
}

/// A number that points to an entry. Those that stand side by side have one place, and no order among themselves.
#[derive(Debug, Clone, Copy)]
struct Used {
    place: usize,
    number: usize,
    span: Span,
}

/// Lists without numbers whose markers do not come in the order of the list, or do not reach its end; lists with numbers
/// that do not rise, or that are used in another order.
pub(super) fn findings(document: &Document, lines: &Lines<'_>) -> Vec<Finding> {
    // Records have the numbers of the database that they come from, and no text that could break their order.
    let records = matches!(document.format, Format::Ris | Format::Bibtex | Format::CslJson);
    if records || !document.entries.iter().any(|entry| matches!(entry.role, Role::Listed { .. })) {
        return Vec::new();
    }
    let (mut bare, mut numbered): (BTreeMap<ListNumber, List>, BTreeMap<ListNumber, List>) = Default::default();
    // What is kept in another file stands where it is first pointed to.
    let mut seen: HashSet<Span> = document.markers.iter().map(|marker| marker.span).collect();
    for entry in &document.entries {
        let Role::Listed { list, numbered: own } = entry.role else { continue };
        let Ok(number) = entry.label.parse() else { continue };
        if seen.insert(entry.span) {
            let lists = if own { &mut numbered } else { &mut bare };
            let list = lists.entry(list).or_default();
            list.labels.push((number, entry.span));
            list.words.push(sorted_by(entry.range().map_or("", |range| document.text(&range))));
        }
    }
    let mut behind: Option<&Marker> = None;
    let mut place = 0;
    for marker in document.markers.iter().filter(|marker| shows_numbers(document, marker)) {
        place += usize::from(!behind.is_some_and(|before| are_side_by_side(document, before, marker)));
        behind = Some(marker);
        for entry in marker.entries.iter().map(|&entry| &document.entries[entry]) {
            let (Role::Listed { list, numbered: own }, Ok(number)) = (entry.role, entry.label.parse()) else {
                continue;
            };
            let lists = if own { &mut numbered } else { &mut bare };
            lists.entry(list).or_default().used.push(Used { place, number, span: marker.span });
        }
    }
    for list in bare.values_mut().chain(numbered.values_mut()) {
        list.used.sort_by_key(|used| (used.place, used.number));
    }
    let mut found: Vec<Finding> = bare.values().filter_map(|list| list.by_position(lines)).collect();
    for list in numbered.values() {
        found.extend(list.falling(lines));
        found.extend(list.used_early(lines));
    }
    found
}

/// Whether a marker has numbers that its reader sees: what a program for references cites can show names and years.
fn shows_numbers(document: &Document, marker: &Marker) -> bool {
    let words = document.text(&marker.range());
    let shown = |entry: &usize| {
        let label = document.entries[*entry].label.as_str();
        words.split(|c: char| !c.is_ascii_digit()).any(|number| number == label)
    };
    let named = words.contains(char::is_alphabetic) && !marker.entries.iter().any(shown);
    marker.shape.is_note() && marker.shape != Shape::Named && !named
}

/// Whether no word stands between two markers, in one paragraph.
fn are_side_by_side(document: &Document, one: &Marker, next: &Marker) -> bool {
    let gap = document.prose.text().get(one.range().end..next.range().start);
    gap.is_some_and(|gap| {
        gap.len() <= LONGEST_GAP && !gap.contains(|c: char| c.is_alphanumeric() || ".!?\n".contains(c))
    })
}

impl List {
    /// What is wrong with numbers that mean the entries by their position.
    fn by_position(&self, lines: &Lines<'_>) -> Option<Finding> {
        let length = self.labels.iter().map(|(number, _)| *number).max()?;
        let mut highest = 0;
        for &Used { number, span, .. } in &self.used {
            if number > highest + 1 {
                let message = format!(
                    "{number} is used before {}, so the numbers may not mean the entries in their order",
                    highest + 1
                );
                return Some(Finding::new(Code::ReferenceOrder, message, Some(lines.place(span))));
            }
            highest = highest.max(number);
        }
        (highest > 0 && highest < length).then(|| {
            let message = format!("the numbers in the text reach {highest}, the list has {length} entries");
            Finding::new(Code::ReferenceOrder, message, Some(lines.place(self.labels[0].1)))
        })
    }

    /// Entries whose number is not higher than that of the one before. One that is 1 begins a list anew.
    fn falling(&self, lines: &Lines<'_>) -> Vec<Finding> {
        let falls = self.labels.windows(2).filter(|pair| pair[1].0 <= pair[0].0 && pair[1].0 != 1);
        let finding = |pair: &[(usize, Span)]| {
            let (before, number) = (pair[0].0, pair[1].0);
            let message = if before == number {
                format!("two entries are numbered {number}")
            } else {
                format!("entry {number} stands behind entry {before}")
            };
            Finding::new(Code::NumberOrder, message, Some(lines.place(pair[1].1)))
        };
        falls.map(finding).collect()
    }

    /// The first number that is used before a lower one, where the list has no order of its own: that of the alphabet, or one that
    /// most of the uses of a long list do not follow.
    fn used_early(&self, lines: &Lines<'_>) -> Option<Finding> {
        let mut seen = HashSet::new();
        let firsts: Vec<&Used> = self.used.iter().filter(|used| seen.insert(used.number)).collect();
        let rises = firsts.windows(2).filter(|pair| pair[1].number > pair[0].number).count();
        let pairs = firsts.len().saturating_sub(1);
        let distinct = self.words.iter().collect::<HashSet<_>>().len();
        let alphabetical = distinct >= FEWEST && self.words.is_sorted();
        let own_order = alphabetical || self.labels.len() >= LONG && rises * 10 < pairs * MOSTLY;
        if rises == pairs || own_order {
            return None;
        }
        let early = firsts.windows(2).find(|pair| pair[1].number < pair[0].number)?;
        let message = format!("{} is first used behind {}", early[1].number, early[0].number);
        Some(Finding::new(Code::NumberOrder, message, Some(lines.place(early[1].span))))
    }
}

/// The first word of an entry, behind its number: the name by which an alphabet sorts it.
fn sorted_by(words: &str) -> String {
    let words = words.trim_start_matches(|c: char| !c.is_alphabetic());
    words.chars().take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use crate::citation::claims;
    use crate::document::{Format, Limits, parse};
    use crate::finding::Code;

    fn early(text: &str, format: Format) -> usize {
        let found = claims(&parse(text, format, Limits::default()), text).findings;
        found.iter().filter(|own| matches!(own.code, Code::NumberOrder | Code::ReferenceOrder)).count()
    }

    #[test]
    fn marks_side_by_side_have_no_order() {
        let list = "1. Post, https://a.test/1\n2. Star, https://a.test/2\n3. Herald, https://a.test/3\n";
        let check = |text: &str, expected: usize| {
            for (format, head) in [(Format::Markdown, "## References"), (Format::Plain, "References")] {
                let text = format!("{text}\n\n{head}\n\n{list}");
                assert_eq!(early(&text, format), expected, "{format:?} {text}");
            }
        };
        for marks in ["[2] [1]", "[2][1]", "[2, 1]", "[2], [1]", "[2]; [1]", "[2]–[1]"] {
            check(&format!("It “was a ruin of a wall” {marks}. It fell [3]."), 0);
        }
        check("It “was a ruin of a wall” [1]. It fell [3] [2].", 0);
        check("It “was a ruin of a wall” [3] [1]. It fell [2].", 1);
        check("It “was a ruin” [2], and “a wall” [1]. It fell [3].", 1);
        check("It was a ruin [2]. [1] It fell [3].", 1);
        check("It was a ruin [2].\n\nIt fell [1] [3].", 1);
        let page = |marks: &str| {
            let notes = [1, 2, 3].map(|n| format!("<li><a href='https://a.test/{n}'>Post {n}</a></li>")).concat();
            format!("<p>It “was a ruin” {marks}. It fell [3].</p><h2>References</h2><ol>{notes}</ol>")
        };
        assert_eq!(early(&page("[2] [1]"), Format::Html), 0);
        assert_eq!(early(&page("<sup>[2]</sup> <sup>[1]</sup>"), Format::Html), 0);
        assert_eq!(early(&page("[2], and so [1]"), Format::Html), 1);
        // A list without numbers: the first of a row that is out of order says that they may not mean it.
        let bare = "- Post, https://a.test/1\n- Star, https://a.test/2\n- Herald, https://a.test/3\n";
        let plain = |text: &str| early(&format!("{text}\n\nReferences\n\n{bare}"), Format::Plain);
        assert_eq!(plain("It was a ruin [2] [1]. It fell [3]."), 0);
        assert_eq!(plain("It was a ruin [3] [1]. It fell [2]."), 1);
    }
}
