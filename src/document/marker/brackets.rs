//! Markers that their form shows: `[12]`, `[2, Thm. 4]`, `［2］`, `[^a]` without a definition, raised digits.

use std::collections::HashSet;
use std::ops::Range;

use crate::span::floor_char_boundary;

use super::notes::{Among, Found};
use super::{called, cited, native, superscript};
use crate::document::draft::Draft;
use crate::document::{Block, BlockKind, Format, Role, Shape};

/// Bytes of the longest marker looked at.
const LONGEST: usize = 80;
/// Letters that are looked at to know a unit, one more than the longest has.
const LONGEST_UNIT: usize = 4;

/// Every marker in the prose that its form shows.
pub(in crate::document) fn find(draft: &Draft<'_>) -> Vec<Found> {
    let labels = Labels::of(draft);
    let prose = draft.prose.text();
    let mut found = Vec::new();
    for block in draft.blocks.iter().filter(|block| block.kind != BlockKind::Entry) {
        let mut at = block.range().start;
        while let Some(start) = prose[at..block.range().end].find(is_opening).map(|next| at + next) {
            let rest = &prose[start..block.range().end];
            let before = prose[block.range().start..start].chars().next_back();
            let read = read(rest, before, &prose[block.range().start..start], &labels);
            at = start + rest.chars().next().map_or(1, char::len_utf8);
            let Some((len, marks, among, shape)) = read else { continue };
            let range = start..start + len;
            let span = draft.prose.span(&range);
            // `\[^a]` is what a writer says who means no note.
            let escaped = marks_escaped(draft, &range, span.start());
            if escaped || is_masked(&draft.masked, &range) || is_term(draft, block, &range, &marks, &labels) {
                continue;
            }
            at = range.end;
            found.push(Found { labels: marks, among, shape, range, span });
        }
    }
    found
}

/// Whether a number that no list has is all of a paragraph of a page: the term, `<dt>[1]</dt>`, of a note that is told
/// otherwise.
fn is_term(draft: &Draft<'_>, block: &Block, range: &Range<usize>, marks: &[String], labels: &Labels<'_>) -> bool {
    draft.format == Format::Html
        && matches!(block.kind, BlockKind::Paragraph | BlockKind::Item)
        && draft.prose.text()[block.range().clone()].trim().len() == range.len()
        && marks.iter().all(|mark| !labels.listed.contains(mark.as_str()))
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
    matches!(c, '[' | '［' | '【' | '〔' | '(' | '（') || superscript::digit(c).is_some()
}

fn is_masked(masked: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = masked.partition_point(|mask| mask.end <= range.start);
    masked.get(next).is_some_and(|mask| mask.start < range.end)
}

type Read = (usize, Vec<String>, Among, Shape);

fn read(rest: &str, before: Option<char>, text: &str, labels: &Labels<'_>) -> Option<Read> {
    match rest.chars().next()? {
        open @ ('[' | '［') => square(rest, open, labels).or_else(|| named(rest, open, text, labels)),
        '【' => heavy(rest, '】', labels),
        '〔' => heavy(rest, '〕', labels),
        open @ ('(' | '（') => worded(rest, labels).or_else(|| named(rest, open, text, labels)),
        _ => raised(rest, before, text, labels),
    }
}

/// What stands in brackets, which some writing systems have in full width.
fn square(rest: &str, open: char, labels: &Labels<'_>) -> Option<Read> {
    let closes = if open == '[' { ']' } else { '］' };
    let near = &rest[..floor_char_boundary(rest, LONGEST)];
    let close = near.find(closes)?;
    let inside = &rest[open.len_utf8()..close];
    let len = close + closes.len_utf8();
    if let Some(label) = inside.strip_prefix('^') {
        // Chat programs close it with a second caret.
        let label = label.strip_suffix('^').unwrap_or(label);
        let plain = !label.is_empty() && !label.contains(char::is_whitespace);
        let label = if labels.listed.contains(inside) { inside } else { label };
        let read = (len, vec![label.to_owned()], labels.of_footnote(label), Shape::Note);
        // `[^abc]+` is a pattern.
        return (plain && !rest[len..].starts_with([':', '+', '*'])).then_some(read);
    }
    if is_wanting(inside) {
        return Some((len, Vec::new(), Among::Lists, Shape::Wanting));
    }
    if rest[len..].starts_with('(') {
        return None;
    }
    if labels.listed.is_empty() {
        // Of definitions Markdown itself only knows `[1]`, and neither `[1–3]` nor `[1, p. 4]`.
        let numbered =
            |mark: &String| mark.bytes().all(|b| b.is_ascii_digit()) && labels.defined.contains(mark.as_str());
        let alone = labels.defined.contains(inside.trim()) || rest[len..].starts_with(['[', ':']);
        let marks = if alone { None } else { cited::read(inside, &labels.defined) };
        let marks = marks.filter(|marks| marks.iter().all(numbered))?;
        return Some((len, marks, Among::Definitions, Shape::Note));
    }
    let written = plain(inside);
    let inside = written.as_deref().unwrap_or(inside);
    let marks =
        if labels.listed.contains(inside) { vec![inside.to_owned()] } else { cited::read(inside, &labels.listed)? };
    Some((len, marks, Among::Lists, Shape::Note))
}

/// What brackets hold, with plain digits and signs for those of other scripts and of full width: `１，３`, `1、3`.
fn plain(inside: &str) -> Option<String> {
    const SIGNS: &str = "，、；：－～〜";
    let written = native::plain(inside);
    let words = written.as_deref().unwrap_or(inside);
    if !words.contains(|c| SIGNS.contains(c)) {
        return written;
    }
    let sign = |c: char| match c {
        '，' | '、' => ',',
        '；' => ';',
        '：' => ':',
        '－' | '～' | '〜' => '–',
        other => other,
    };
    Some(words.chars().map(sign).collect())
}

/// `【2】`, `〔2〕`, where a list has that number: what else stands in such brackets is the name of a part or of a kind.
fn heavy(rest: &str, closes: char, labels: &Labels<'_>) -> Option<Read> {
    let near = &rest[..floor_char_boundary(rest, LONGEST)];
    let inside = &near[closes.len_utf8()..near.find(closes)?];
    let written = plain(inside);
    let marks = cited::numbers(written.as_deref().unwrap_or(inside))?;
    let known = marks.iter().all(|mark| labels.listed.contains(mark.as_str()));
    known.then(|| (inside.len() + 2 * closes.len_utf8(), marks, Among::Lists, Shape::Note))
}

/// `“…” (see note 1)`, `“…” [#2]`, `（注3）`, where a list has these numbers. Elsewhere `(see note 1)` leads to what that says.
fn named(rest: &str, open: char, text: &str, labels: &Labels<'_>) -> Option<Read> {
    let close = match open {
        '(' => ')',
        '（' => '）',
        '[' => ']',
        _ => '］',
    };
    let near = &rest[..floor_char_boundary(rest, LONGEST)];
    let inside = &near[open.len_utf8()..near.find(close)?];
    let len = inside.len() + 2 * open.len_utf8();
    let written = plain(inside);
    let inside = written.as_deref().unwrap_or(inside);
    // `(#2)` is an issue.
    let behind = || called::is_behind_quotation(text) && !(open == '(' && inside.starts_with('#'));
    let marks = called::east_asian(inside).or_else(|| called::numbers(inside).filter(|_| behind()))?;
    let known = marks.iter().all(|mark| labels.listed.contains(mark.as_str())) && !rest[len..].starts_with('(');
    known.then_some((len, marks, Among::Lists, Shape::Note))
}

/// `(Source 1)`, `(refs. 1 and 3)`, `(see Source 2; ref. 4)`, where a list has these numbers.
fn worded(rest: &str, labels: &Labels<'_>) -> Option<Read> {
    let near = &rest[..floor_char_boundary(rest, LONGEST)];
    let inside = near.strip_prefix('(')?;
    let inside = &inside[..inside.find(')')?];
    let marks = inside.split([';']).map(|part| {
        let part = part.trim();
        let bare = ["see ", "See "].iter().find_map(|lead| part.strip_prefix(lead)).unwrap_or(part);
        let own = cited::SOURCES.iter().find_map(|word| bare.strip_prefix(word))?;
        let own = cited::several(own, &HashSet::new())?;
        own.iter().all(|number| labels.listed.contains(number.as_str())).then_some(own)
    });
    let marks = marks.collect::<Option<Vec<_>>>()?.concat();
    Some((inside.len() + 2, marks, Among::Lists, Shape::Note))
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

fn raised(rest: &str, before: Option<char>, text: &str, labels: &Labels<'_>) -> Option<Read> {
    let (first, _) = superscript::number(rest)?;
    if !can_carry_a_note(before, text, &first) {
        return None;
    }
    let mut len = 0;
    let mut plain = String::new();
    while let Some((label, width)) = superscript::number(&rest[len..]) {
        // `z¹²` is a power.
        let parts = superscript::parted(&label, &labels.listed).filter(|_| can_carry_a_note(before, text, "2"));
        plain.push_str(&parts.map_or(label, |parts| parts.join(",")));
        len += width;
        let Some((joint, width)) = joint(&rest[len..]).filter(|_| plain.len() < LONGEST) else { break };
        plain.push(joint);
        len += width;
    }
    if is_isotope(before, &rest[len..]) {
        return None;
    }
    let marks = cited::numbers(&plain)?;
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
        _ if cited::is_dash(sign) => ('-', start + sign.len_utf8()),
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
            // `8 × d_model²`: who writes formulas joins names with `_`.
            let symbol = || text[..text.len() - word.len()].ends_with('_') || joined(text);
            let power = matches!(number, "2" | "3") && (UNITS.contains(&word) || word.chars().count() == 1 || symbol());
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
/// Whether the last word of a text has a `_` within it, as names in formulas and programs have.
fn joined(text: &str) -> bool {
    let letters = text.chars().rev().take(LONGEST).take_while(|c| c.is_alphanumeric() || *c == '_');
    letters.skip(1).any(|c| c == '_')
}

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
        check("so ［2］.", &["2"], &["2"]);
        for mark in ["［１，３］", "［1、3］", "[１,３]", "【1、3】", "〔１；３〕"] {
            check(&format!("这样{mark}。"), &["1", "3"], &["1", "3"]);
        }
        check("这样［１～３］。", &["1", "2", "3"], &["1", "2", "3"]);
        check("国发〔２０２０〕３号，〔三〕，〔2、〕。", &["1", "2"], &[]);
        for place in [
            "2, Thm. 4",
            "2, p. 14",
            "2, pp. 3–5",
            "2, §3",
            "2: 14",
            "2, Theorem A.4",
            "2, Table S1",
            "2, p. xii",
            "see 2",
        ] {
            check(&format!("so [{place}]."), &["2"], &["2"]);
        }
        check("so [2, Thm. 4; 3, Lemma 1]", &["2", "3"], &["2", "3"]);
        check("so (Source 2; Source 3)", &["2", "3"], &["2", "3"]);
        check("so (see Sources 1, 3).", &["1", "2", "3"], &["1", "3"]);
        check("so [Source 2; Source 3]", &["2", "3"], &["2", "3"]);
        check("so (Source 9)", &["2", "3"], &[]);
        for mark in ["(ref. 2)", "[ref. 2]", "(see ref. 2)", "(see reference 2)", "[see ref. 2]", "(Ref. 2)", "(ref 2)"]
        {
            check(&format!("so {mark}."), &["2", "3"], &["2"]);
        }
        for mark in ["(refs. 2, 3)", "(refs. 2 and 3)", "(refs 2–3)", "[refs. 2, 3]", "(ref. 2; ref. 3)"] {
            check(&format!("so {mark}."), &["2", "3"], &["2", "3"]);
        }
        for other in ["(ref. 9)", "(ref. 2019)", "(ref. no. 2)", "(preferences 2)", "(ref. AB2)", "(ref. 2 in red)"] {
            check(&format!("so {other}."), &["2", "3"], &[]);
        }
        // A bracket right behind a quotation can call it a note, in Chinese and Japanese anywhere.
        for mark in ["(see note 2)", "(note 2)", "[see note 2]", "[#2]", "[note 2]", "(vgl. Anm. 2)", "(voir note 2)"] {
            check(&format!("“so” {mark}."), &["2", "3"], &["2"]);
            check(&format!("so {mark}."), &["2", "3"], &[]);
        }
        check("“so.” (see notes 2 and 3) And", &["2", "3"], &["2", "3"]);
        check("这样(注2)。", &["2"], &["2"]);
        check("这样（註2）。", &["2"], &["2"]);
        check("这样（注9）。", &["2"], &[]);
        check("“so” (#2)", &["2"], &[]);
        check("“so” (see page 2)", &["2"], &[]);
        check("“so” (see note 9)", &["2"], &[]);
        check("so (2)", &["2", "3"], &[]);
        check("so [2 and 3]", &["2", "3"], &["2", "3"]);
        check("so [AB12, CD13]", &["AB12", "CD13"], &["AB12", "CD13"]);
        check("so [AB12, p. 4]", &["AB12", "CD13"], &["AB12"]);
        check("in 1974 ² and", &["2"], &["2"]);
    }

    #[test]
    fn years_words_measures_and_text_without_a_list_are_not() {
        check("so [2019]", &["1"], &[]);
        check("so [sic]", &["1"], &[]);
        check("so [1]", &[], &[]);
        check("so [2, the harbour]", &["2"], &[]);
        check("so [2: the harbour]", &["2"], &[]);
        check("so [p. 4]", &["2"], &[]);
        check("so [AB12, XY13]", &["AB12"], &[]);
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
    }
}
