//! Marks that mean something only where the notes of the document carry them too: `(1)`, `1)`, `^1`, `^1^`, `*`, `†`. Anywhere else
//! they number items, raise to a power or emphasise.

use std::collections::HashSet;
use std::ops::Range;

use super::brackets::can_carry_a_note;
use super::notes::{Among, Found};
use crate::document::draft::Draft;
use crate::document::list::label;
use crate::document::{BlockKind, Role, Shape};

mod counted;

pub(in crate::document) use counted::{counted, counted_raised};

/// Letters of the shortest word that a number in brackets can be glued to: `f(1)` is a value.
const WORD: usize = 3;

/// Characters of the longest label of a note, escapes and what follows it included.
const SIGN: usize = 16;

/// What notes begin with that have no number.
const SIGNS: [char; 3] = ['*', '†', '‡'];

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
        marks.extend(notes.in_circles(text));
        marks.extend(notes.behind_stars(text));
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

type Mark = (Range<usize>, String);

/// The labels of notes by how they are written.
#[derive(Default)]
struct Notes<'a> {
    brackets: HashSet<&'a str>,
    /// `1)`, with the bracket behind only.
    closed: HashSet<&'a str>,
    carets: HashSet<&'a str>,
    signs: HashSet<&'a str>,
    /// `①`
    circles: HashSet<&'a str>,
    /// `*1`, `※1`, by their sign.
    stars: HashSet<(char, &'a str)>,
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
            if let Some((sign, _)) = label::starred_number(&written) {
                notes.stars.insert((sign, entry.label.as_str()));
                continue;
            }
            let own = match written.chars().next() {
                Some(c) if label::circle(c).is_some() => &mut notes.circles,
                Some('(' | '（') => &mut notes.brackets,
                Some('^') => &mut notes.carets,
                Some('0'..='9') if is_closed(&written) => &mut notes.closed,
                Some(_) if label::sign(&written).is_some() || entry.label.starts_with(SIGNS) => &mut notes.signs,
                _ => continue,
            };
            own.insert(entry.label.as_str());
        }
        notes
    }

    fn is_empty(&self) -> bool {
        let plain = self.brackets.is_empty() && self.closed.is_empty() && self.carets.is_empty();
        plain && self.signs.is_empty() && self.circles.is_empty() && self.stars.is_empty()
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

    /// `这样。①`; none where circles of the paragraph count its items, `①这样；②那样`.
    fn in_circles(&self, text: &str) -> Vec<Mark> {
        let mut marks = Vec::new();
        if self.circles.is_empty() {
            return marks;
        }
        let mut last = None;
        for (at, c) in text.char_indices() {
            let Some(label) = label::circle(c).map(|number| number.to_string()) else { continue };
            if begins(&text[..at]) && last != Some(at) {
                return Vec::new();
            }
            let end = at + c.len_utf8();
            last = Some(end);
            if self.circles.contains(label.as_str()) {
                marks.push((at..end, label));
            }
        }
        marks
    }

    /// `この通り*1、`, `この通り※2。`
    fn behind_stars(&self, text: &str) -> Vec<Mark> {
        let mut marks = Vec::new();
        if self.stars.is_empty() {
            return marks;
        }
        for (at, _) in text.match_indices(['*', '＊', '※']) {
            let Some((sign, label)) = label::starred_number(&text[at..]) else { continue };
            let end = at + sign.len_utf8() + label.len();
            let glued = text[..at]
                .chars()
                .next_back()
                .is_some_and(|c| !c.is_whitespace() && !c.is_ascii_digit() && !"(（[".contains(c));
            let goes_on = text[end..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.' || c == '*');
            if glued && !goes_on && self.stars.contains(&(sign, label)) {
                marks.push((at..end, label.to_owned()));
            }
        }
        marks
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

/// Whether a circle behind `before` can number an item.
fn begins(before: &str) -> bool {
    let bare = before.trim_end();
    let quoted = bare.ends_with(['”', '"', '」', '』', '»', '》', '’']);
    let last = if quoted { bare.chars().next_back() } else { before.chars().next_back() };
    last.is_none_or(|c| c.is_whitespace() || ":：;；,，、(（".contains(c))
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
    while let Some(start) = text[at..].find(SIGNS).map(|next| at + next) {
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

/// Whether text before a list of notes has each of these numbers in a circle where a mark can stand.
pub(in crate::document) fn encircle<'l>(text: &str, labels: impl IntoIterator<Item = &'l str>) -> bool {
    let numbers = text.char_indices().filter_map(|(at, c)| Some((at, label::circle(c)?)));
    let own = numbers.filter(|(at, _)| !begins(&text[..*at]));
    let circles: HashSet<String> = own.map(|(_, number)| number.to_string()).collect();
    labels.into_iter().all(|label| circles.contains(label))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Limits, parse};

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
    fn circles_and_stars_with_numbers_are_marks_where_the_notes_carry_them() {
        let check = |text: &str, expected: &[&str]| {
            let document = parse(text, Format::Plain, Limits::default());
            let notes = document.markers.iter().filter(|marker| marker.shape.is_note());
            let found: Vec<String> = notes.map(|marker| marker.labels.join(" ")).collect();
            assert_eq!(found, expected, "{text}");
        };
        let circles = "\n\n注释：\n①张三：《墙》，https://a.test/x。\n②李四：《海》，https://a.test/y。\n";
        check(&format!("他说：“墙必须倒下。”①她说：“墙不会倒。”②{circles}"), &["1", "2"]);
        check(&format!("他说墙已经倒下①，海在上升。①②他走了。{circles}"), &["1", "1 2"]);
        check(&format!("有三点：①墙倒下了；②海在上升。{circles}"), &[]);
        check("墙已经倒下①，海在上升。②\n\n参考文献\n1. 张三：《墙》，https://a.test/x。\n", &[]);
        let called = "\n\n注\n(注1) 田中『壁』https://a.test/x\n(注2) 佐藤『海』https://a.test/y\n";
        check(&format!("「壁は倒れる」(注1)と述べ、「海は上がる」（注2）とした。{called}"), &["1", "2"]);
        for sign in ["*", "※"] {
            let starred = format!("\n\n注\n{sign}1 田中『壁』https://a.test/x\n{sign}2 佐藤『海』https://a.test/y\n");
            check(&format!("「壁は倒れる」{sign}1と述べ、「海は上がる」{sign}2とした。{starred}"), &["1", "2"]);
        }
        let notes = Notes { stars: [('*', "1")].into(), ..Notes::default() };
        let found: Vec<usize> =
            notes.behind_stars("3*1 と *1 と※1、「海」*1。").into_iter().map(|(at, _)| at.start).collect();
        assert_eq!(found, [30]);
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
