//! Marks that mean something only where the notes of the document carry them too: `(1)`, `1)`, `^1`, `^1^`, `*`, `†`. Anywhere else
//! they number items, raise to a power or emphasise.

use std::collections::HashSet;
use std::ops::Range;

use super::brackets::can_carry_a_note;
use super::cited;
use super::notes::{Among, Found};
use crate::document::draft::Draft;
use crate::document::list::label;
use crate::document::{BlockKind, Role, Shape};

/// Letters of the shortest word that a number in brackets can be glued to: `f(1)` is a value.
const WORD: usize = 3;

/// Entries that have to be pointed to where only the count shows that numbers are marks.
const FEWEST: usize = 2;
/// Bytes of the longest run of numbers.
const LONGEST: usize = 40;

/// Characters of the longest label of a note, escapes and what follows it included.
const SIGN: usize = 16;

/// Every such mark of the prose.
pub(in crate::document) fn find(draft: &Draft<'_>) -> Vec<Found> {
    let notes = Notes::of(draft);
    let mut found = Vec::new();
    if notes.is_empty() {
        return found;
    }
    for block in draft.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Entry | BlockKind::Heading)) {
        let text = &draft.prose.text()[block.range()];
        let mut marks = notes.in_brackets(text);
        marks.extend(notes.before_brackets(text));
        marks.extend(notes.behind_carets(text));
        marks.extend(signs(text).into_iter().filter(|(_, sign)| notes.signs.contains(sign.as_str())));
        for (range, label) in marks {
            let range = block.range().start + range.start..block.range().start + range.end;
            let next = draft.masked.partition_point(|mask| mask.end <= range.start);
            if draft.masked.get(next).is_none_or(|mask| mask.start >= range.end) {
                let span = draft.prose.span(&range);
                found.push(Found { labels: vec![label], among: Among::Lists, shape: Shape::Note, range, span });
            }
        }
    }
    found
}

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

type Mark = (Range<usize>, String);

/// The labels of notes by how they are written.
#[derive(Default)]
struct Notes<'a> {
    brackets: HashSet<&'a str>,
    /// `1)`, with the bracket behind only.
    closed: HashSet<&'a str>,
    carets: HashSet<&'a str>,
    signs: HashSet<&'a str>,
}

impl<'a> Notes<'a> {
    fn of(draft: &'a Draft<'_>) -> Self {
        let mut notes = Self::default();
        for entry in &draft.entries {
            if !matches!(entry.role, Role::Listed { numbered: true, .. }) {
                continue;
            }
            // `\*\* Doe`
            let written = draft.text.get(entry.span.start()..).unwrap_or_default();
            let written: String = written.chars().take(SIGN).filter(|&c| c != '\\').collect();
            let own = match written.chars().next() {
                Some('(' | '（') => &mut notes.brackets,
                Some('^') => &mut notes.carets,
                Some('0'..='9') if is_closed(&written) => &mut notes.closed,
                Some(_) if label::sign(&written).is_some() => &mut notes.signs,
                _ => continue,
            };
            own.insert(entry.label.as_str());
        }
        notes
    }

    fn is_empty(&self) -> bool {
        self.brackets.is_empty() && self.closed.is_empty() && self.carets.is_empty() && self.signs.is_empty()
    }

    /// `so (1).`, `“so” (1) And`; none where numbers of the paragraph count its items.
    fn in_brackets(&self, text: &str) -> Vec<Mark> {
        let mut marks: Vec<(Mark, bool)> = Vec::new();
        let mut counts = false;
        if self.brackets.is_empty() {
            return Vec::new();
        }
        for (open, sign) in text.match_indices(['(', '（']) {
            let from = open + sign.len();
            let digits = text[from..].bytes().take_while(u8::is_ascii_digit).count();
            let (label, end) = (&text[from..from + digits], from + digits + sign.len());
            if !text[from + digits..].starts_with(closing(sign)) || !self.brackets.contains(label) {
                continue;
            }
            match place(&text[..open], &text[end..]) {
                Place::Mark => marks.push(((open..end, label.to_owned()), true)),
                Place::Perhaps => marks.push(((open..end, label.to_owned()), false)),
                Place::Item => counts = true,
                Place::None => {}
            }
        }
        marks.into_iter().filter(|(_, sure)| *sure || !counts).map(|(mark, _)| mark).collect()
    }

    /// `so 1).`, `“so” 1) And`, the same; not what closes a bracket, `(see page 1)`.
    fn before_brackets(&self, text: &str) -> Vec<Mark> {
        let mut marks: Vec<(Mark, Place)> = Vec::new();
        let (mut counts, mut open) = (false, 0_usize);
        if self.closed.is_empty() {
            return Vec::new();
        }
        for (at, bracket) in text.match_indices(['(', ')']) {
            if bracket == "(" || open > 0 {
                open = if bracket == "(" { open + 1 } else { open - 1 };
                continue;
            }
            let start = text[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
            if !self.closed.contains(&text[start..at]) {
                continue;
            }
            match place(&text[..start], &text[at + 1..]) {
                Place::Item => counts = true,
                Place::None => {}
                place => marks.push(((start..at + 1, text[start..at].to_owned()), place)),
            }
        }
        marks.into_iter().filter(|(_, place)| *place == Place::Mark || !counts).map(|(mark, _)| mark).collect()
    }

    /// `so^1`, `so.^2^`
    fn behind_carets(&self, text: &str) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut last = 0;
        if self.carets.is_empty() {
            return marks;
        }
        for (at, _) in text.match_indices('^').filter(|(at, _)| *at > 0) {
            let digits = text[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
            let label = &text[at + 1..at + 1 + digits];
            let end = at + 1 + digits + usize::from(text[at + 1 + digits..].starts_with('^'));
            let before = text[..at].chars().next_back();
            let carries = at >= last && can_carry_a_note(before, &text[..at], label);
            if self.carets.contains(label) && carries && !text[end..].starts_with(char::is_alphanumeric) {
                marks.push((at..end, label.to_owned()));
                last = end;
            }
        }
        marks
    }
}

/// Whether an entry begins with its number and a bracket, `1) Doe`.
fn is_closed(written: &str) -> bool {
    written.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(')')
}

/// The bracket that closes another.
fn closing(open: &str) -> char {
    if open == "(" { ')' } else { '）' }
}

/// Where a number in brackets stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Only a mark stands there.
    Mark,
    /// A mark, or the number of an item that is a sentence.
    Perhaps,
    /// The number of an item.
    Item,
    /// Something else.
    None,
}

fn place(before: &str, behind: &str) -> Place {
    let bare = before.trim_end();
    let glued = bare.len() == before.len();
    let Some(last) = bare.chars().next_back() else { return Place::Item };
    let goes_on = behind.trim_start();
    let ends = goes_on.is_empty() || behind.starts_with(['.', ',', ';', ':', '!', '?', '。', '，']);
    if glued && last.is_alphanumeric() {
        let word = bare.chars().rev().take_while(|c| c.is_alphabetic()).take(WORD).count();
        return if word == WORD { Place::Mark } else { Place::None };
    }
    if ends || glued {
        return Place::Mark;
    }
    let sentence = goes_on.starts_with(|c: char| c.is_uppercase() || "“\"«„".contains(c));
    match last {
        '.' | '!' | '?' | '”' | '"' | '»' | '’' if sentence => Place::Perhaps,
        '”' | '"' | '»' => Place::Mark,
        // The comma of a sentence that goes on behind what it quotes: `“so”, (2) which was denied`.
        ',' | ';' if bare[..bare.len() - 1].ends_with(['”', '"', '»', '’']) => Place::Perhaps,
        _ => Place::Item,
    }
}

/// Signs of `text` that stand as marks do: right behind a word or the end of a clause, and no end of an emphasis.
pub(in crate::document) fn signs(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut emphasis = false;
    let mut at = 0;
    while let Some(start) = text[at..].find(['*', '†', '‡']).map(|next| at + next) {
        let sign = text[start..].chars().next().unwrap_or('*');
        let run = text[start..].len() - text[start..].trim_start_matches(sign).len();
        let end = start + run;
        at = end;
        let (before, after) = (text[..start].chars().next_back(), text[end..].chars().next());
        let glued = before.is_some_and(|c| c.is_alphanumeric() || ".,;:!?”\"’'»)]…".contains(c));
        let ends = after.is_none_or(|c| c.is_whitespace() || ".,;:!?”\"’»)]—–".contains(c));
        if sign == '*' && !glued && after.is_some_and(|c| !c.is_whitespace()) {
            emphasis = true;
            continue;
        }
        // The star that ends an emphasis is no mark.
        let closes = sign == '*' && std::mem::take(&mut emphasis);
        if !closes && glued && ends && run <= 3 * sign.len_utf8() {
            found.push((start..end, text[start..end].to_owned()));
        }
    }
    found
}

/// Whether text before a list of notes points to each of these signs.
pub(in crate::document) fn point_to<'l>(text: &str, labels: impl IntoIterator<Item = &'l str>) -> bool {
    let marks: HashSet<String> = signs(text).into_iter().map(|(_, sign)| sign).collect();
    labels.into_iter().all(|label| marks.contains(label))
}

#[cfg(test)]
mod tests {
    use super::*;
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
    fn signs_are_marks_behind_words_and_no_emphasis() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<String> = signs(text).into_iter().map(|(_, sign)| sign).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("It rose.* It “fell”† and stood‡, so it**", &["*", "†", "‡", "**"]);
        check("It was *very* high, and 5 * 3 is 15, said Byrd (†1945) of a*b.", &[]);
        check("*It was so*", &[]);
    }

    #[test]
    fn signs_whose_notes_are_escaped_are_marks() {
        let text = "He said “one two three four”* and “five six seven eight”**.\n\n\\* Doe, https://a.test/x\n\n\\*\\* Roe, https://b.test/x\n";
        let document = parse(text, Format::Markdown, Limits::default());
        let marks = document.markers.iter().filter(|marker| marker.shape == Shape::Note);
        let led: Vec<Vec<usize>> = marks.map(|marker| marker.entries.to_vec()).collect();
        assert_eq!(led, [[0], [1]]);
        // One note alone: the two stars are emphasis that was left open.
        let text = "He said “one two three four”* and “five six seven eight”**.\n\n\\* Doe, https://a.test/x\n";
        let document = parse(text, Format::Markdown, Limits::default());
        assert_eq!(document.markers.iter().filter(|marker| marker.shape == Shape::Note).count(), 1);
    }

    #[test]
    fn numbers_in_brackets_are_marks_where_no_items_are_counted() {
        let notes = Notes { brackets: ["1", "2", "3"].into(), carets: ["1", "2"].into(), ..Notes::default() };
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<String> = notes.in_brackets(text).into_iter().map(|(_, label)| label).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("It rose (1). It “fell” (2) and the harbour(3) too.", &["1", "2", "3"]);
        check("It rose. (1) It fell.", &["1"]);
        check("There were (1) boats, (2) nets and (3) men.", &[]);
        check("We saw: (1) It rose. (2) It fell. (3) It stood.", &[]);
        check("(1) It rose, and f(1) is 2, in (2019).", &[]);
        check("He said “it rose”, (2) which was denied. She held that “it fell.” (3) So it was.", &["2", "3"]);
        check("There were (1) “boats”, (2) “nets”, and (3) men.", &[]);
    }

    #[test]
    fn numbers_before_a_bracket_are_marks_where_the_notes_carry_them_so() {
        let notes = Notes { closed: ["1", "2", "3"].into(), ..Notes::default() };
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<String> = notes.before_brackets(text).into_iter().map(|(_, label)| label).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("He said “it rose.” 1) It “fell” 2) and stood 3).", &["1", "2", "3"]);
        check("It rose.1) It fell (they say) 2), so.", &["1", "2"]);
        check("There were 1) boats, 2) nets and 3) men.", &[]);
        check("We saw: 1) It rose. 2) It fell. 3) It stood.", &[]);
        check("It rose (see page 1). It fell (in 2), too.", &[]);
        check("1) It rose, and f(1) is 2.", &[]);
    }

    #[test]
    fn a_caret_is_a_mark_behind_a_word_and_no_power() {
        let notes = Notes { carets: ["1", "2"].into(), ..Notes::default() };
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<String> = notes.behind_carets(text).into_iter().map(|(_, label)| label).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("It rose^1 and fell.^2^ So", &["1", "2"]);
        check("It is x^2 and 10^2 and m^2 or e^1x.", &[]);
    }
}
