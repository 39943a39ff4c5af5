//! What a writer puts beside a line to have it left alone, or some findings about it: `citewatch: ignore`, and
//! `citewatch: ignore orphan-marker, date-ambiguous`.

use std::ops::Range;

use crate::finding::Code;
use crate::finding::silence::Which;
use crate::span::floor_char_boundary;

/// A mark has no more bytes: it names codes.
const LONGEST: usize = 1_000;
/// The words of the mark, in every format; case and the white space around the colon do not matter.
const NAME: &str = "citewatch";
const VERB: &str = "ignore";

/// What a mark asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asked {
    /// To leave the line out: its citations, its quotes and what is wrong with them.
    Everything,
    /// To be silent about these findings.
    Findings {
        which: Which,
        /// Words among them that are no code, or that of an error.
        unknown: Vec<String>,
    },
}

/// A mark in a format that has no comments, or whose comments are not read otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct InLine {
    pub(super) asked: Asked,
    /// With the brackets or the comment sign around it.
    pub(super) range: Range<usize>,
}

/// What the words of a comment ask for, if they are a mark.
pub(super) fn read(words: &str) -> Option<Asked> {
    let rest = without_reason(behind_mark(words.trim())?);
    if rest.trim().is_empty() {
        return Some(Asked::Everything);
    }
    let rest = rest.strip_prefix(|c: char| c.is_whitespace() || c == ':')?;
    let (mut codes, mut unknown) = (Vec::new(), Vec::new());
    for word in rest.split(|c: char| c == ',' || c.is_whitespace()).filter(|word| !word.is_empty()) {
        match Code::parse(&word.to_ascii_lowercase()).filter(|code| code.can_be_silenced()) {
            Some(code) => codes.push(code),
            None => unknown.push(word.to_owned()),
        }
    }
    Some(Asked::Findings { which: Which::Codes(codes), unknown })
}

/// The codes of a mark without what stands behind a dash: why.
fn without_reason(rest: &str) -> &str {
    let dash = |&(at, dash): &(usize, &str)| {
        let behind = &rest[at + dash.len()..];
        rest[..at].ends_with(char::is_whitespace) && (behind.is_empty() || behind.starts_with(char::is_whitespace))
    };
    let dashes = ["--", "–", "—"].iter().flat_map(|dash| rest.match_indices(dash));
    dashes.filter(dash).map(|(at, _)| &rest[..at]).min_by_key(|codes| codes.len()).unwrap_or(rest)
}

/// What stands behind the mark that `words` begins with.
fn behind_mark(words: &str) -> Option<&str> {
    let named = |words: &'_ str, name: &str| words.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name));
    let rest = words.get(NAME.len()..).filter(|_| named(words, NAME))?;
    let rest = rest.trim_start_matches([' ', '\t']).strip_prefix(':')?.trim_start_matches([' ', '\t']);
    rest.get(VERB.len()..).filter(|_| named(rest, VERB))
}

/// Where marks begin.
fn places(text: &str) -> impl Iterator<Item = usize> {
    // The rarest letter of the name.
    const RARE: usize = 4;
    memchr::memchr2_iter(b'w', b'W', text.as_bytes())
        .filter_map(|at| at.checked_sub(RARE))
        .filter(|&at| text.is_char_boundary(at) && behind_mark(&text[at..]).is_some())
}

/// Brackets that a mark can stand in.
const BRACKETS: &[(&str, &str)] = &[("<!--", "-->"), ("/*", "*/"), ("(", ")"), ("[", "]"), ("{", "}")];
/// Signs that make the rest of a line a comment.
const SIGNS: &[&str] = &["//", "#", "%", ";", "--", ".."];

/// The marks that stand in the lines of a text: alone, in brackets, or behind the sign of a comment.
pub(super) fn in_lines(text: &str) -> Vec<InLine> {
    let mut found = Vec::new();
    let mut next = 0;
    let mut line = 0..0;
    for at in places(text) {
        if at < next {
            continue;
        }
        if at >= line.end {
            let start = text[line.end..at].rfind(['\n', '\r']).map_or(line.end, |end| line.end + end + 1);
            line = start..text[at..].find(['\n', '\r']).map_or(text.len(), |end| at + end);
        }
        if let Some(mark) = in_line(text, line.clone(), at) {
            next = mark.range.end;
            found.push(mark);
        }
    }
    found
}

fn in_line(text: &str, line: Range<usize>, at: usize) -> Option<InLine> {
    let before = text[line.start..at].trim_end();
    let opened = line.start + before.len();
    let bracket = BRACKETS.iter().find(|(open, _)| before.ends_with(open));
    if let Some((open, close)) = bracket {
        let near = floor_char_boundary(text, line.end.min(at + LONGEST));
        let end = at + text[at..near].find(close)?;
        return Some(InLine { asked: read(&text[at..end])?, range: opened - open.len()..end + close.len() });
    }
    if line.end - at > LONGEST {
        return None;
    }
    let asked = read(&text[at..line.end])?;
    let all_known = !matches!(&asked, Asked::Findings { unknown, .. } if !unknown.is_empty());
    let bare = before.trim_start_matches('\u{feff}').trim_start();
    if bare.is_empty() {
        return all_known.then_some(InLine { asked, range: at..line.end });
    }
    let sign = SIGNS.iter().find(|sign| before.ends_with(*sign))?;
    let words = before.trim_end_matches(*sign);
    // Behind words, a sign can be part of them.
    let sets_apart = words.trim().is_empty() || words.ends_with(char::is_whitespace) && all_known;
    sets_apart.then_some(InLine { asked, range: line.start + words.len()..line.end })
}

/// The text with white space for its marks, every byte in its place.
pub(super) fn blanked(text: &str, marks: &[InLine]) -> String {
    let mut blanked = String::with_capacity(text.len());
    let mut at = 0;
    for mark in marks {
        blanked.push_str(&text[at..mark.range.start]);
        blanked.extend(std::iter::repeat_n(' ', mark.range.len()));
        at = mark.range.end;
    }
    blanked + &text[at..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_alone_or_names_codes() {
        let codes = |codes: &[Code], unknown: &[&str]| {
            let unknown = unknown.iter().map(ToString::to_string).collect();
            Some(Asked::Findings { which: Which::Codes(codes.to_vec()), unknown })
        };
        assert_eq!(read(" citewatch: ignore "), Some(Asked::Everything));
        assert_eq!(read("citewatch: ignore orphan-marker"), codes(&[Code::OrphanMarker], &[]));
        let two = codes(&[Code::OrphanMarker, Code::DateAmbiguous], &[]);
        assert_eq!(read("citewatch: ignore orphan-marker, date-ambiguous"), two);
        assert_eq!(read("Citewatch:IGNORE Orphan-Marker,date-ambiguous"), two);
        assert_eq!(read("citewatch :  ignore: orphan-marker, date-ambiguous"), two);
        for words in ["citewatch:ignore", "CiteWatch: Ignore", "citewatch\t:\tignore"] {
            assert_eq!(read(words), Some(Asked::Everything), "{words}");
        }
        assert_eq!(read("citewatch: ignore orphan-marker date-ambiguous"), two);
        assert_eq!(read("citewatch: ignore this, orphan-marker"), codes(&[Code::OrphanMarker], &["this"]));
        assert_eq!(read("citewatch: ignore source-gone"), codes(&[], &["source-gone"]));
        assert_eq!(read("citewatch: ignore -- the house style asks for it"), Some(Asked::Everything));
        assert_eq!(read("citewatch: ignore orphan-marker, date-ambiguous — as agreed"), two);
        assert_eq!(read("citewatch: ignore -orphan-marker"), codes(&[], &["-orphan-marker"]));
        for words in ["citewatch: ignored", "citewatch", "see citewatch: ignore", ""] {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn marks_stand_alone_in_brackets_or_behind_a_sign() {
        let check = |text: &str, expected: &[&str]| {
            let found = in_lines(text);
            let ranges: Vec<&str> = found.iter().map(|mark| &text[mark.range.clone()]).collect();
            assert_eq!(ranges, expected, "{text}");
            assert_eq!(blanked(text, &found).len(), text.len());
        };
        check("citewatch: ignore\r\nx", &["citewatch: ignore"]);
        check("A. (Citewatch:ignore) B. //citewatch:ignore", &["(Citewatch:ignore)", "//citewatch:ignore"]);
        check("Wütend: wwww citewatc\u{e9}w", &[]);
        check("a\n  citewatch: ignore date-ambiguous\n", &["citewatch: ignore date-ambiguous"]);
        check("A. https://a.test (citewatch: ignore)\n", &["(citewatch: ignore)"]);
        check("A. [citewatch: ignore date-ambiguous] B.", &["[citewatch: ignore date-ambiguous]"]);
        check(
            "A. <!-- citewatch: ignore --> B. # citewatch: ignore",
            &["<!-- citewatch: ignore -->", "# citewatch: ignore"],
        );
        check("%% citewatch: ignore\n@misc{a}", &["%% citewatch: ignore"]);
        check("x = 1 // citewatch: ignore orphan-marker", &["// citewatch: ignore orphan-marker"]);
        for text in [
            "write citewatch: ignore there",
            "citewatch: ignore is what one writes",
            "see page# citewatch: ignore",
            "a # citewatch: ignore is a mark",
            "(citewatch: ignore",
        ] {
            check(text, &[]);
        }
    }
}
