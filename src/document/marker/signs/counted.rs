//! The same marks where the notes carry their numbers in another way, and the count shows what they are: `(1)`, `(2–3)`, `^1^`,
//! `$^{1}$`.

use std::collections::HashSet;
use std::ops::Range;

use super::super::brackets::can_carry_a_note;
use super::super::cited;
use super::super::notes::{Among, Found};
use super::{Place, closing, place};
use crate::document::draft::Draft;
use crate::document::{BlockKind, Role, Shape};

/// Entries that have to be pointed to where only the count shows that numbers are marks.
const FEWEST: usize = 2;
/// Bytes of the longest run of numbers.
const LONGEST: usize = 40;

/// `(1)`, `(2,3)`, `(4-6)` in a document that has no other marks, for a list whose entries are numbered in another way: as
/// the style of Vancouver has them. They count up as they are first used, and lead to most of the list.
pub(in crate::document) fn counted(draft: &Draft<'_>) -> Vec<Found> {
    let numbered = draft.entries.iter().filter(|entry| matches!(entry.role, Role::Listed { numbered: true, .. }));
    let listed: HashSet<&str> = numbered.map(|entry| entry.label.as_str()).collect();
    if listed.len() < FEWEST {
        return Vec::new();
    }
    let all = bracketed(draft, &listed);
    let sure = all.iter().filter(|(_, place)| *place == Place::Mark).count();
    // Marks amid sentences look like the numbers of items: they are told by the others, where all of them together leave
    // out no entry.
    let most = || {
        sure >= FEWEST && sure * 2 > all.len() && counts_up(all.iter().map(|(found, _)| found)) == Some(listed.len())
    };
    let own = |place: Place| place == Place::Mark || most();
    let found: Vec<Found> = all.iter().filter(|(_, place)| own(*place)).map(|(found, _)| found.clone()).collect();
    let used = counts_up(found.iter()).unwrap_or(0);
    if used >= FEWEST && used * 2 >= listed.len() { found } else { Vec::new() }
}

/// `^1^`, `^2,3^` of programs that write Markdown, `$^{1}$` of those that read prints, for a list whose entries are numbered in
/// another way: the same rule as for numbers in brackets.
pub(in crate::document) fn counted_raised(draft: &Draft<'_>) -> Vec<Found> {
    let numbered = draft.entries.iter().filter(|entry| matches!(entry.role, Role::Listed { numbered: true, .. }));
    let listed: HashSet<&str> = numbered.map(|entry| entry.label.as_str()).collect();
    if listed.len() < FEWEST {
        return Vec::new();
    }
    let mut found = Vec::new();
    for block in draft.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Entry | BlockKind::Heading)) {
        let text = &draft.prose.text()[block.range()];
        let mut last = 0;
        for (at, _) in text.match_indices('^') {
            let Some((open, labels, close)) = raised(text, at).filter(|(open, ..)| *open >= last) else { continue };
            let carries = labels.iter().all(|label| {
                listed.contains(label.as_str())
                    && can_carry_a_note(text[..open].chars().next_back(), &text[..open], label)
            });
            let range = block.range().start + open..block.range().start + close;
            // A formula that is nothing but a raised number is masked by itself.
            let next = draft.masked.partition_point(|mask| mask.end <= range.start);
            let apart = |mask: &Range<usize>| mask.start >= range.end || *mask == range;
            if carries && !text[close..].starts_with(char::is_alphanumeric) && draft.masked.get(next).is_none_or(apart)
            {
                let span = draft.prose.span(&range);
                found.push(Found { labels, among: Among::Lists, shape: Shape::Note, range, span });
                last = close;
            }
        }
    }
    let used = counts_up(found.iter()).unwrap_or(0);
    if used >= FEWEST && used * 2 >= listed.len() { found } else { Vec::new() }
}

/// The numbers that the caret at `at` raises, with where their mark begins and ends.
fn raised(text: &str, at: usize) -> Option<(usize, Vec<String>, usize)> {
    let formula = text[..at].ends_with('$');
    let inner = &text[at + 1..];
    let braced = inner.strip_prefix('{').filter(|_| formula);
    let inside = braced.unwrap_or(inner);
    let digits = inside.chars().take_while(|c| c.is_ascii_digit() || ", ;-–".contains(*c)).take(LONGEST);
    let length: usize = digits.map(char::len_utf8).sum();
    let from = text.len() - inside.len();
    let close = match (formula, braced) {
        (true, Some(_)) => "}$",
        (true, None) => "$",
        (false, _) => "^",
    };
    let labels = cited::numbers(&inside[..length]).filter(|_| inside[length..].starts_with(close))?;
    Some((at - usize::from(formula), labels, from + length + close.len()))
}

/// The numbers in brackets that lead to entries of a list, with where they stand.
fn bracketed(draft: &Draft<'_>, listed: &HashSet<&str>) -> Vec<(Found, Place)> {
    let mut found = Vec::new();
    for block in draft.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Entry | BlockKind::Heading)) {
        let text = &draft.prose.text()[block.range()];
        for (open, sign) in text.match_indices(['(', '（']) {
            let from = open + sign.len();
            let inside = text[from..].chars().take_while(|c| c.is_ascii_digit() || ", ;-–".contains(*c));
            let end = from + inside.take(LONGEST).map(char::len_utf8).sum::<usize>();
            let behind = end + sign.len();
            let labels = cited::numbers(&text[from..end]).filter(|_| text[end..].starts_with(closing(sign)));
            let Some(labels) = labels.filter(|labels| labels.iter().all(|own| listed.contains(own.as_str()))) else {
                continue;
            };
            let place = place(&text[..open], &text[behind..]);
            if place == Place::None {
                continue;
            }
            let range = block.range().start + open..block.range().start + behind;
            let span = draft.prose.span(&range);
            found.push((Found { labels, among: Among::Lists, shape: Shape::Note, range, span }, place));
        }
    }
    found
}

/// How many entries marks lead to, where these are first used in the order of their numbers.
fn counts_up<'f>(marks: impl Iterator<Item = &'f Found>) -> Option<usize> {
    let mut used = HashSet::new();
    for label in marks.flat_map(|mark| &mark.labels) {
        let next = used.len() + 1;
        if used.insert(label) && label.parse() != Ok(next) {
            return None;
        }
    }
    Some(used.len())
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    #[test]
    fn numbers_that_count_up_in_brackets_are_marks_of_a_list_where_there_are_no_others() {
        let led = |text: &str| -> Vec<String> {
            let list = "\n\n# References\n\n1. A, https://a.test/1\n2. B, https://a.test/2\n3. C, https://a.test/3\n4. D, https://a.test/4\n";
            let document = parse(&format!("{text}{list}"), Format::Markdown, Limits::default());
            let notes = document.markers.iter().filter(|marker| marker.shape.is_note());
            notes.map(|marker| marker.labels.join(" ")).collect()
        };
        assert_eq!(led("It “rose” (1). It “fell” (2,3), and “stood” (1-4)."), ["1", "2 3", "1 2 3 4"]);
        assert_eq!(led("It “rose”（1）。It “fell”（2）。"), ["1", "2"]);
        assert_eq!(led("It “rose” (1). Some (2) say it “fell” (3), and “stood” (1–4)."), ["1", "2", "3", "1 2 3 4"]);
        assert_eq!(led("It “rose” (1). It fell (2–3). It “stood” (4; 1)."), ["1", "2 3", "4 1"]);
        assert_eq!(led("It “rose” (1). It “fell” (2). There are (1) boats, (2) nets and (3) men."), ["1", "2"]);
        assert_eq!(led("There are (1) boats, (2) nets, (3) men and (4) cats (1)."), [""; 0]);
        assert_eq!(led("It “rose” [1], see (1), (2) and (3)."), ["1"]);
        assert_eq!(led("By (2) and (1), “it rose”. It “fell” (4)."), [""; 0]);
        assert_eq!(led("There are (1) boats, (2) nets and (3) men, in (2019)."), [""; 0]);
        assert_eq!(led("So it “rose” (1)."), [""; 0]);
    }

    #[test]
    fn raised_numbers_that_count_up_are_marks_of_a_list_where_there_are_no_others() {
        let led = |text: &str| -> Vec<String> {
            let list = "\n\n# References\n\n1. A, https://a.test/1\n2. B, https://a.test/2\n3. C, https://a.test/3\n4. D, https://a.test/4\n";
            let document = parse(&format!("{text}{list}"), Format::Markdown, Limits::default());
            let notes = document.markers.iter().filter(|marker| marker.shape.is_note());
            notes.map(|marker| marker.labels.join(" ")).collect()
        };
        assert_eq!(led("It “rose”^1^ and “fell”.^2^ It “stood”.^2,3^"), ["1", "2", "2 3"]);
        assert_eq!(led("It “rose”$^{1}$ and fell.$^2$ It “stood”$^{2-4}$."), ["1", "2", "2 3 4"]);
        // Powers, one mark alone, numbers that no list has or that do not count up.
        assert_eq!(led("It is 10^1^, 4 m^2^ and x^3^, and $x^{1}$ or 10$^{2}$."), [""; 0]);
        assert_eq!(led("It “rose”^1^ so."), [""; 0]);
        assert_eq!(led("The isotope^14^ and the ion^2^ and the set^1^ are “so”."), [""; 0]);
        assert_eq!(led("It “rose” [1], and the words^1^ and tides^2^."), ["1"]);
    }
}
