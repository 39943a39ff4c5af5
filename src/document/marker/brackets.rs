//! Markers that their form shows: `[12]`, `[^a]` without a definition, raised digits, and what chat programs leave.

use std::collections::HashSet;
use std::ops::{Range, RangeInclusive};

use crate::span::floor_char_boundary;

use super::notes::{Among, Found};
use super::superscript;
use crate::document::draft::Draft;
use crate::document::{BlockKind, Format, Role, Shape};

/// Bytes of the longest marker looked at.
const LONGEST: usize = 80;
/// Letters that are looked at to know a unit, one more than the longest has.
const LONGEST_UNIT: usize = 4;
/// Most numbers of a range such as `[3–7]`.
const WIDEST: usize = 50;

/// Every marker in the prose that its form shows.
pub(in crate::document) fn find(draft: &Draft<'_>) -> Vec<Found> {
    let labels = Labels::of(draft);
    let prose = draft.prose.text();
    let mut found = Vec::new();
    for block in draft.blocks.iter().filter(|block| block.kind != BlockKind::Entry) {
        let mut at = block.range.start;
        while let Some(start) = prose[at..block.range.end].find(is_opening).map(|next| at + next) {
            let rest = &prose[start..block.range.end];
            let before = prose[block.range.start..start].chars().next_back();
            let read = read(rest, before, &prose[block.range.start..start], &labels);
            at = start + rest.chars().next().map_or(1, char::len_utf8);
            let Some((len, marks, among, shape)) = read else { continue };
            let range = start..start + len;
            let span = draft.prose.span(&range);
            // `\[^a]` is what a writer says who means no note.
            let escaped = marks_escaped(draft, &range, span.start);
            if escaped || is_masked(&draft.masked, &range) {
                continue;
            }
            at = range.end;
            found.push(Found { labels: marks, among, shape, range, span });
        }
    }
    found
}

fn marks_escaped(draft: &Draft<'_>, range: &Range<usize>, at: usize) -> bool {
    draft.format == Format::Markdown
        && draft.prose.text()[range.clone()].starts_with("[^")
        && draft.text[..at].ends_with('\\')
        && !draft.text[..at].ends_with("\\\\")
}

/// What markers can point to.
#[derive(Default)]
struct Labels<'a> {
    listed: HashSet<&'a str>,
    defined: HashSet<&'a str>,
}

impl<'a> Labels<'a> {
    fn of(draft: &'a Draft<'_>) -> Self {
        let mut labels = Self::default();
        for entry in &draft.entries {
            match entry.role {
                Role::Listed { .. } => labels.listed.insert(entry.label.as_str()),
                Role::Definition => labels.defined.insert(entry.label.as_str()),
                Role::Link | Role::Footnote | Role::Keyed => false,
            };
        }
        labels
    }

    /// Where the label of a footnote that has no definition may be meant to be found.
    fn of_footnote(&self, label: &str) -> Among {
        if self.listed.contains(label) {
            Among::Lists
        } else if self.defined.contains(label) {
            Among::Definitions
        } else {
            Among::Footnotes
        }
    }
}

fn is_opening(c: char) -> bool {
    matches!(c, '[' | '【' | ':') || superscript::digit(c).is_some()
}

fn is_masked(masked: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = masked.partition_point(|mask| mask.end <= range.start);
    masked.get(next).is_some_and(|mask| mask.start < range.end)
}

type Read = (usize, Vec<String>, Among, Shape);

fn read(rest: &str, before: Option<char>, text: &str, labels: &Labels<'_>) -> Option<Read> {
    match rest.chars().next()? {
        '[' => square(rest, labels),
        '【' => {
            let near = &rest[..floor_char_boundary(rest, LONGEST)];
            let (inside, _) = near['【'.len_utf8()..].split_once('】')?;
            inside.contains('†').then(|| (inside.len() + 6, vec![inside.to_owned()], Among::Lists, Shape::Dead))
        }
        ':' => content_reference(rest),
        _ => raised(rest, before, text, labels),
    }
}

/// `:contentReference[oaicite:0]{index=0}`
fn content_reference(rest: &str) -> Option<Read> {
    let inside = rest.strip_prefix(":contentReference[")?;
    let near = &inside[..floor_char_boundary(inside, LONGEST)];
    let (label, tail) = near.split_once(']')?;
    let index = tail.strip_prefix('{').and_then(|tail| tail.find('}')).map_or(0, |at| at + 2);
    let len = ":contentReference[".len() + label.len() + 1 + index;
    Some((len, vec![label.to_owned()], Among::Lists, Shape::Dead))
}

fn square(rest: &str, labels: &Labels<'_>) -> Option<Read> {
    let close = rest.bytes().take(LONGEST).position(|byte| byte == b']')?;
    let inside = &rest[1..close];
    let len = close + 1;
    if let Some(label) = inside.strip_prefix('^') {
        // Chat programs close it with a second caret.
        let label = label.strip_suffix('^').unwrap_or(label);
        let plain = !label.is_empty() && !label.contains(char::is_whitespace);
        let label = if labels.listed.contains(inside) { inside } else { label };
        let read = (len, vec![label.to_owned()], labels.of_footnote(label), Shape::Note);
        return (plain && !rest[len..].starts_with(':')).then_some(read);
    }
    if is_wanting(inside) {
        return Some((len, Vec::new(), Among::Lists, Shape::Wanting));
    }
    if inside.starts_with("oai_citation") {
        return Some((len, vec![inside.to_owned()], Among::Lists, Shape::Dead));
    }
    if labels.listed.is_empty() || rest[len..].starts_with('(') {
        return None;
    }
    let marks = if labels.listed.contains(inside) { vec![inside.to_owned()] } else { cited(inside)? };
    Some((len, marks, Among::Lists, Shape::Note))
}

/// Whether words in brackets say that a source is wanting, as encyclopedias and copies of their pages have it.
fn is_wanting(inside: &str) -> bool {
    const WORDS: [&str; 12] = [
        "citation needed",
        "source needed",
        "quote needed",
        "quotation needed",
        "attribution needed",
        "according to whom?",
        "by whom?",
        "who?",
        "needs citation",
        "quelle?",
        "réf. nécessaire",
        "cita requerida",
    ];
    let words = inside.trim();
    WORDS.iter().any(|wanting| words.eq_ignore_ascii_case(wanting))
}

/// Numbers, alone or with where in the source: `2, p. 14`, `2, pp. 3–5`, `2: 14`, `2, §3`, `see 2`.
fn cited(inside: &str) -> Option<Vec<String>> {
    const BEFORE: [&str; 6] = ["see ", "see also ", "e.g. ", "cf. ", "vgl. ", "siehe "];
    if let Some(marks) = numbers(inside) {
        return Some(marks);
    }
    let bare = BEFORE.iter().find_map(|words| inside.strip_prefix(words)).unwrap_or(inside);
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let place = bare[digits..].strip_prefix([',', ':', ';']).map(str::trim_start);
    match place {
        None => numbers(bare),
        Some(place) if is_place(place, bare[digits..].starts_with(':')) => {
            Some(vec![number(&bare[..digits])?.to_string()])
        }
        Some(_) => None,
    }
}

/// Whether words say where in a source something stands; behind a colon a number does.
fn is_place(words: &str, by_number: bool) -> bool {
    const NAMES: [&str; 18] = [
        "pp.", "p.", "pages", "page", "S.", "Seite", "§§", "§", "Sec.", "sec.", "Section", "section", "ch.", "chap.",
        "chapter", "Fig.", "fig.", "para.",
    ];
    let named = NAMES.iter().find_map(|name| words.strip_prefix(name));
    let rest = named.or_else(|| by_number.then_some(words)).map(str::trim_start);
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x')))
}

/// `1`, `1, 2`, `1,2`, `3–5`: numbers of notes, never a year.
fn numbers(inside: &str) -> Option<Vec<String>> {
    numbers_between(inside, ",;")
}

/// The numbers of one raised run, in whatever way they are parted: `1,2`, `1 2`, `[1][2]`, `1–3`.
pub(in crate::document) fn raised_numbers(inside: &str) -> Option<Vec<String>> {
    if inside.len() > LONGEST {
        return None;
    }
    let bare = inside.replace(['[', ']', '(', ')'], " ");
    numbers_between(&bare, ",;·/. \u{a0}\u{2009}\u{202f}")
}

/// Numbers with one of `separators` between them, ranges written out.
fn numbers_between(inside: &str, separators: &str) -> Option<Vec<String>> {
    let mut numbers: Vec<usize> = Vec::new();
    let mut rest = inside.trim();
    let mut from: Option<usize> = None;
    loop {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let next = number(&rest[..digits])?;
        numbers.extend(range(from, next)?);
        rest = &rest[digits..];
        if rest.is_empty() {
            return Some(numbers.iter().map(usize::to_string).collect());
        }
        let is_gap = |c: char| c.is_whitespace() || is_dash(c) || separators.contains(c);
        let gap = &rest[..rest.len() - rest.trim_start_matches(is_gap).len()];
        from = gap.contains(is_dash).then_some(next);
        if from.is_none() && !gap.contains(|c| separators.contains(c)) {
            return None;
        }
        rest = &rest[gap.len()..];
    }
}

/// The numbers behind `from` up to `to`; `to` alone where no range begins.
pub(in crate::document) fn range(from: Option<usize>, to: usize) -> Option<RangeInclusive<usize>> {
    match from {
        None => Some(to..=to),
        Some(from) if from < to && to - from < WIDEST => Some(from + 1..=to),
        Some(_) => None,
    }
}

/// Whether a character stands for what lies between two numbers.
pub(in crate::document) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2014}' | '−' | '⁻')
}

fn number(text: &str) -> Option<usize> {
    let digits =
        (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    digits.then(|| text.parse().ok()).flatten()
}

fn raised(rest: &str, before: Option<char>, text: &str, labels: &Labels<'_>) -> Option<Read> {
    let (first, _) = superscript::number(rest)?;
    if !can_carry_a_note(before, text, &first) {
        return None;
    }
    let mut len = 0;
    let mut plain = String::new();
    while let Some((label, width)) = superscript::number(&rest[len..]) {
        plain.push_str(&label);
        len += width;
        let Some((joint, width)) = joint(&rest[len..]).filter(|_| plain.len() < LONGEST) else { break };
        plain.push(joint);
        len += width;
    }
    if is_isotope(before, &rest[len..]) {
        return None;
    }
    let marks = numbers(&plain)?;
    let known = marks.iter().any(|mark| labels.listed.contains(mark.as_str()));
    known.then_some((len, marks, Among::Lists, Shape::Note))
}

/// Whether a raised number belongs to what follows it, as in `¹³C`: a letter at once, and no end of a sentence before.
fn is_isotope(before: Option<char>, behind: &str) -> bool {
    let ends = before.is_some_and(|c| ".,;:!?…。」”’\"')]»".contains(c));
    !ends && behind.starts_with(char::is_alphabetic)
}

/// What joins two raised numbers, as a comma or a hyphen, and its bytes.
fn joint(text: &str) -> Option<(char, usize)> {
    let space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    let skip = |text: &str| text.chars().next().filter(|&c| space(c)).map_or(0, char::len_utf8);
    let start = skip(text);
    let sign = text[start..].chars().next()?;
    let is_comma = matches!(sign, ',' | '˒' | '’' | 'ʼ' | '⸴' | '·' | '˙' | '⋅' | '‧' | ';');
    let (joint, end) = match sign {
        _ if is_comma => (',', start + sign.len_utf8()),
        _ if is_dash(sign) => ('-', start + sign.len_utf8()),
        _ if start > 0 => (',', start),
        _ => return None,
    };
    let end = if end > start { end + skip(&text[end..]) } else { end };
    superscript::number(&text[end..]).map(|_| (joint, end))
}

/// Whether a raised `number` behind `text` can be a note: behind punctuation or a word, but no power of a unit or of a
/// variable.
pub(in crate::document) fn can_carry_a_note(before: Option<char>, text: &str, number: &str) -> bool {
    const UNITS: &[&str] = &["m", "km", "cm", "mm", "dm", "nm", "µm", "μm", "ft", "in", "mi", "yd", "s", "ms", "sq"];
    match before {
        // The sign of a power: `10⁻³`.
        None | Some('⁻' | '⁺') => false,
        // The rest of a raised number of which the beginning is no note.
        Some(c) if superscript::digit(c).is_some() => false,
        Some(c) if c.is_alphabetic() => {
            let word = last_word(text);
            let power = matches!(number, "2" | "3") && (UNITS.contains(&word) || word.chars().count() == 1);
            !power
        }
        Some(c) if c.is_ascii_digit() => ends_in_year(text),
        // Programs that take text from a print put a space before what is raised.
        Some(' ' | '\u{a0}' | '\u{2009}' | '\u{202f}') => {
            let bare = text.trim_end();
            let last = bare.chars().next_back().filter(|c| !"+=*/×·<>([{".contains(*c));
            last.is_some_and(|last| can_carry_a_note(Some(last), bare, number))
        }
        Some(c) => !c.is_whitespace(),
    }
}

/// Whether `text` ends in the four digits of a year, which nobody raises to a power.
pub(in crate::document) fn ends_in_year(text: &str) -> bool {
    let digits = text.bytes().rev().take(5).take_while(u8::is_ascii_digit).count();
    digits == 4 && (text[text.len() - 4..].starts_with("19") || text[text.len() - 4..].starts_with("20"))
}

/// The letters that `text` ends in, as many as a unit can have.
fn last_word(text: &str) -> &str {
    let letters = text.chars().rev().take(LONGEST_UNIT).take_while(|c| c.is_alphabetic());
    &text[text.len() - letters.map(char::len_utf8).sum::<usize>()..]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, labels: &[&str], expected: &[&str]) {
        let labels = Labels { listed: labels.iter().copied().collect(), ..Labels::default() };
        let (before, rest) = text.split_at(text.find(is_opening).unwrap());
        let found = read(rest, before.chars().next_back(), before, &labels);
        let found: Vec<String> = found.map(|(_, marks, _, _)| marks).unwrap_or_default();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_in_brackets_and_raised_ones_are_markers_where_there_is_a_list() {
        check("so.[1]", &["1"], &["1"]);
        check("so [1, 2]", &["1", "2"], &["1", "2"]);
        check("so [2–4].", &["1"], &["2", "3", "4"]);
        check("so [Smith2020].", &["Smith2020"], &["Smith2020"]);
        check("so.¹² And", &["12"], &["12"]);
        check("word² and", &["2"], &["2"]);
        check("so.¹,² And", &["1", "2"], &["1", "2"]);
        check("so. ² And", &["2"], &["2"]);
        check("a word ² and", &["2"], &["2"]);
        check("in 1974 ² and", &["2"], &["2"]);
    }

    #[test]
    fn years_words_measures_and_text_without_a_list_are_not() {
        check("so [2019]", &["1"], &[]);
        check("so [sic]", &["1"], &[]);
        check("so [1]", &[], &[]);
        check("5 km² of", &["2"], &[]);
        check("x³", &["3"], &[]);
        check("5 km ² of", &["2"], &[]);
        check("x = ³ of", &["3"], &[]);
        check("the ³He", &["3"], &[]);
        check("12 ³ of", &["3"], &[]);
        check("10² and", &["2"], &[]);
        check("10⁻³ and", &["3"], &[]);
    }

    #[test]
    fn markers_that_lead_nowhere_are_seen_without_a_list() {
        check("so.[^a]", &[], &["a"]);
        check("so:contentReference[oaicite:0]{index=0}", &[], &["oaicite:0"]);
        check("so【12†L3-L10】", &[], &["12†L3-L10"]);
    }
}
