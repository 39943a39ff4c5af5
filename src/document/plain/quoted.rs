//! Quotations that stand in from the margin: below a line that leads to them, `She wrote:`, or in a text that does not stand in,
//! where they end with what cites their source, or with a mark and there is another sign of a quotation.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::layout::{Group, Kind};
use crate::document::saying::{self, holds};

/// Columns that a quotation stands further in than the text around it.
const STEP: usize = 3;
/// Words of the shortest quotation: fewer are a heading, a formula or a line of a list.
const FEWEST_WORDS: usize = 8;
/// Columns of a tab.
const TAB: usize = 4;
/// Bytes of the longest bracket that cites a source.
const CITATION: usize = 120;
/// Words of a line of prose, on average; those of a poem, an address or a table have fewer.
const LINE_WORDS: usize = 5;

/// For each group the quotation that it is part of, counted from 0.
pub(super) fn find(text: &str, groups: &[Group]) -> Vec<Option<usize>> {
    let mut found = vec![None; groups.len()];
    let (mut at, mut count) = (1, 0);
    let body = body_margin(text, groups);
    // Quotations that only a mark tells: the first, until there is another.
    let (mut several, mut marked) = (false, None);
    while at < groups.len() {
        let before = &groups[at - 1];
        let margin = margin_of(text, before);
        let stands_in = |group: &&Group| {
            group.kind == Kind::Paragraph && group.lines.iter().all(|line| indent(text, line) >= margin + STEP)
        };
        let length = groups[at..].iter().take_while(stands_in).count();
        let own = &groups[at..at + length];
        let cites = || {
            let behind = groups.get(at + length).map_or(margin, |behind| margin_of(text, behind));
            let stands_out = before.kind == Kind::Paragraph
                && margin <= body
                && behind <= body
                && own.first().is_some_and(|first| margin_of(text, first) >= body + STEP && is_run_on(text, first));
            own.last().filter(|_| stands_out).and_then(|last| cited(text, last))
        };
        let told = if leads(text, before) { Some(Cited::Named) } else { cites() };
        let told = told.filter(|_| {
            own.first().is_some_and(|first| is_said(text, first)) && !own.iter().any(|own| is_code(text, own))
        });
        match told {
            // The writer puts a mark behind a remark of his own as well.
            Some(Cited::Marked) if !several && !own.first().is_some_and(|first| is_in_marks(text, first)) => {
                match marked.take() {
                    None => marked = Some(at..at + length),
                    Some(first) => {
                        found[first].fill(Some(count));
                        found[at..at + length].fill(Some(count + 1));
                        (several, count) = (true, count + 2);
                    }
                }
            }
            Some(_) => {
                found[at..at + length].fill(Some(count));
                count += 1;
            }
            None => {}
        }
        at += length.max(1);
    }
    found
}

/// Makes the line with a dash that ends a quotation, or stands below one, a paragraph: it says whose that is, and is no item
/// of a list. So is the short line that leads to one, which reads as a heading. `quotations` has the number of the quotation that
/// each group is part of.
pub(super) fn sign(text: &str, groups: &mut [Group], quotations: &[Option<usize>]) {
    let dashed: Vec<bool> = groups
        .iter()
        .map(|group| group.kind == Kind::Item && text[group.marked..].starts_with(['—', '–', '―']))
        .collect();
    let is_dashed = |at: usize| dashed.get(at).copied().unwrap_or(false);
    for at in 1..groups.len() {
        let (before, own) = (quotations[at - 1], quotations[at]);
        if before.is_none() && own.is_some() && groups[at - 1].kind == Kind::Heading && leads(text, &groups[at - 1]) {
            groups[at - 1].kind = Kind::Paragraph;
        }
        let last = own.is_none() || own == before && quotations.get(at + 1).copied().flatten() != own;
        if is_dashed(at) && !is_dashed(at - 1) && !is_dashed(at + 1) && before.is_some() && last {
            let group = &mut groups[at];
            group.kind = Kind::Paragraph;
            if let Some(first) = group.lines.first_mut() {
                first.start = group.marked;
            }
        }
    }
}

/// The column at which a group begins.
fn margin_of(text: &str, group: &Group) -> usize {
    group.lines.iter().map(|line| indent(text, line)).min().unwrap_or(0)
}

/// The column at which most lines of paragraphs begin.
fn body_margin(text: &str, groups: &[Group]) -> usize {
    let mut count: BTreeMap<usize, usize> = BTreeMap::new();
    for group in groups.iter().filter(|group| group.kind == Kind::Paragraph) {
        // A line that nobody wrapped is as long as many.
        let length: usize = group.lines.iter().map(Range::len).sum();
        *count.entry(margin_of(text, group)).or_default() += length;
    }
    count.into_iter().max_by_key(|(column, length)| (*length, Reverse(*column))).map_or(0, |(column, _)| column)
}

/// Whether a paragraph leads to words that somebody else said; a mark can stand behind its colon.
fn leads(text: &str, group: &Group) -> bool {
    let last = group.lines.last().map_or("", |line| text[line.clone()].trim_end());
    let marked = |c: char| c.is_ascii_digit() || "[](),-–^¹²³⁴⁵⁶⁷⁸⁹⁰".contains(c);
    let bare = without_citation(last).trim_end_matches(marked);
    let worded = bare
        .strip_suffix(':')
        .is_some_and(|words| words.ends_with(|c: char| c.is_alphabetic() || "”\"»)’".contains(c)));
    // A line of a few words reads as a heading.
    let said = group.kind == Kind::Heading && saying::leads_to_saying(last);
    (group.kind == Kind::Paragraph || said) && (last.ends_with([':', '：']) || worded)
}

/// Words without the bracket at their end that cites a source: `(Smith 2019, 44)`, `[2, p. 3]`.
fn without_citation(words: &str) -> &str {
    let bare = words.trim_end_matches(['.', ' ']);
    let pair = [('(', ')'), ('[', ']')].into_iter().find(|(_, close)| bare.ends_with(*close));
    let Some(open) = pair.and_then(|(open, _)| bare.rfind(open)).filter(|open| bare.len() - open <= CITATION) else {
        return words;
    };
    if bare[open..].contains(|c: char| c.is_ascii_digit()) { bare[..open].trim_end() } else { words }
}

/// What a paragraph ends with that cites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cited {
    /// A name, with a page: `(Smith 2019, 44)`, `(Smith, p. 44)`.
    Named,
    /// A mark, or a name with a year: `[2]`, `¹`, `(Smith 2019)`. What is no quotation can end so as well.
    Marked,
}

/// What a paragraph ends with, if that is a mark or cites its source.
fn cited(text: &str, group: &Group) -> Option<Cited> {
    let words = words(text, group);
    let bare = without_citation(&words);
    if bare.len() < words.len() {
        let inner = words[bare.len()..].trim_matches(|c: char| c.is_whitespace() || "()[].".contains(c));
        return cites_in_bracket(inner, words.trim_end_matches(['.', ' ']).ends_with(']'));
    }
    let raised = |c: char| "¹²³⁴⁵⁶⁷⁸⁹⁰".contains(c);
    let glued = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_marked = words.ends_with(raised)
        || glued.len() < words.len()
            && glued.ends_with(['.', '!', '?', '”', '"', '»'])
            && !glued.trim_end_matches('.').ends_with(char::is_numeric);
    is_marked.then_some(Cited::Marked)
}

/// Words that begin what a bracket refers to, and are no name.
const NO_NAMES: &str = "see cf compare siehe vgl voir véase zie fig figure figures abb abbildung table tab tabelle chapter kapitel section \
    page pages seite appendix anhang box note step part teil line lines item no nr version since in from until by about around as at on after \
    before seit bis ab depuis en desde january february march april may june july august september october november december spring summer \
    autumn fall winter januar februar märz mai juni juli oktober dezember frühling frühjahr sommer herbst today heute photo foto";

/// What the words of a bracket cite; `square` brackets hold keys as well.
fn cites_in_bracket(inner: &str, square: bool) -> Option<Cited> {
    let parts: Vec<&str> =
        inner.split(|c: char| c.is_whitespace() || ",;:–-".contains(c)).filter(|part| !part.is_empty()).collect();
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_page =
        |part: &str| matches!(part, "p." | "pp." | "p" | "pp" | "S." | "s." | "f." | "ff." | "page" | "pages");
    if parts.iter().all(|part| is_number(part) && part.len() <= 3 || is_page(part)) {
        return Some(Cited::Marked);
    }
    let first = parts.first()?.trim_end_matches('.');
    if square && parts.len() == 1 && first.starts_with(char::is_alphabetic) {
        return Some(Cited::Marked);
    }
    let named = first.starts_with(char::is_uppercase)
        && first.chars().all(|c| c.is_alphabetic() || "’'".contains(c))
        && !holds(NO_NAMES, &first.to_lowercase());
    let is_year = |part: &str| {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_lowercase()).trim_matches(['(', ')']);
        digits.len() == 4
            && is_number(digits)
            && ["15", "16", "17", "18", "19", "20"].iter().any(|own| digits.starts_with(own))
    };
    let page_behind = |at: usize| {
        parts.get(at + 1).is_some_and(|next| next.trim_end_matches('f').bytes().all(|byte| byte.is_ascii_digit()))
    };
    let by_name = (1..parts.len()).any(|at| is_page(parts[at]) && page_behind(at));
    let year = parts.iter().position(|part| is_year(part));
    let paged = by_name || year.is_some_and(|at| at > 0 && page_behind(at));
    match (named, paged, year) {
        (true, true, _) => Some(Cited::Named),
        (true, false, Some(_)) => Some(Cited::Marked),
        _ => None,
    }
}

/// Whether a paragraph begins with a quotation mark.
fn is_in_marks(text: &str, group: &Group) -> bool {
    words(text, group).starts_with(['“', '„', '«', '»', '"', '‘', '‚', '「', '『'])
}

/// Whether the lines of a paragraph are those of running prose: two and more of several words, with no columns in them.
fn is_run_on(text: &str, group: &Group) -> bool {
    let lines = group.lines.iter().map(|line| &text[line.clone()]);
    let count: usize = lines.clone().map(|line| line.split_whitespace().count()).sum();
    let columns = lines.clone().any(|line| line.contains("   ") || line.contains(['\t', '|']));
    group.lines.len() > 1 && count >= LINE_WORDS * group.lines.len() && !columns
}

/// Whether words are a sentence or several.
fn is_said(text: &str, group: &Group) -> bool {
    let words = words(text, group);
    let first = words.chars().find(|c| c.is_alphabetic() || c.is_numeric());
    let closing = |c: char| c.is_ascii_digit() || "\"”’'»)]¹²³⁴⁵⁶⁷⁸⁹⁰ ".contains(c);
    let is_end = |words: &str| words.trim_end_matches(closing).ends_with(['.', '!', '?', '…', '。', '！', '？']);
    let ends = is_end(&words) || is_end(without_citation(&words));
    words.split_whitespace().count() >= FEWEST_WORDS && ends && first.is_some_and(char::is_alphabetic)
}

/// Whether lines are written for a program: signs stand in them that prose has not.
fn is_code(text: &str, group: &Group) -> bool {
    let words = words(text, group);
    let is_sign = |c: char| "{}=<>;$\\|`#@^~_*+".contains(c);
    words.starts_with(['$', '#', '>', '%', '/']) || words.chars().filter(|c| is_sign(*c)).count() * 60 > words.len()
}

fn words(text: &str, group: &Group) -> String {
    // An address can have any sign.
    let lines = group.lines.iter().flat_map(|line| text[line.clone()].split_whitespace());
    lines.filter(|word| !word.contains("://")).collect::<Vec<_>>().join(" ")
}

/// The column at which a line begins.
fn indent(text: &str, line: &Range<usize>) -> usize {
    let start = text[..line.start].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    text[start..line.start].chars().map(|c| if c == '\t' { TAB } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    fn quotations(text: &str) -> Vec<String> {
        let document = parse(text, Format::Plain, Limits::default());
        let blocks = document.blocks.iter().filter(|block| block.quotation().is_some());
        blocks.map(|block| document.text(&block.range()).to_owned()).collect()
    }

    const BEFORE: &str =
        "On the Quay\n\nByrd wrote in her report on the quay, which is at https://post.test/dream:\n\n";
    const BEHIND: &str = "\n\nOthers said the same of it, and said it many times.\n";

    #[test]
    fn words_that_stand_in_below_a_colon_are_quoted() {
        let said = "It was never meant to be built. The council wanted the money, and the money came.";
        for own in [
            "    It was never meant to be built. The council wanted the money,\n    and the money came.",
            "\tIt was never meant to be built. The council wanted the money,\n\tand the money came.",
            "      It was never meant to be built. The council wanted the money, and the money came.",
        ] {
            assert_eq!(quotations(&format!("{BEFORE}{own}{BEHIND}")), [said], "{own}");
        }
        let block = "    It was never meant to be built, and everybody there knew of it. The council\n    wanted the money, and the money came";
        let before = "Byrd wrote a report on the quay, which the town has read. It says how the quay came to be, who paid for it, what it was for, \
            and why the boats that had been there for so many years had to leave it before the winter came and the sea froze.";
        for end in [" (Byrd 2019, 44).", ". (Byrd 2019, p. 44)", " (Byrd, p. 44)."] {
            assert_eq!(quotations(&format!("{before}\n\n{block}{end}{BEHIND}")).len(), 1, "{end}");
        }
        // A mark with quotation marks, or another such block.
        let marked = block.replacen("It was", "“It was", 1);
        assert_eq!(quotations(&format!("{before}\n\n{marked}.” [2]{BEHIND}")).len(), 1);
        for end in [" [2].", ".¹", ". (Byrd 2019)"] {
            assert_eq!(
                quotations(&format!("{before}\n\n{block}{end}{BEHIND}\n{block}{end}{BEHIND}")).len(),
                2,
                "{end}"
            );
        }
        let two = "    It was never meant to be built, and everybody knew.\n\n    The council wanted the money, and the money came.";
        assert_eq!(quotations(&format!("{BEFORE}{two}{BEHIND}")).len(), 2);
    }

    #[test]
    fn what_stands_in_for_another_reason_is_not_quoted() {
        for own in [
            "    3 ropes\n    4 lamps",
            "    $ make quay and everything else that is needed for it.",
            "    for x in y; do z = x + 1; done; print(x) == {y} and so on and on.",
            "    The Quay of the Harbour Board and its Friends in the North",
            "It was never meant to be built. The council wanted the money,\nand the money came.",
            "  It was never meant to be built. The council wanted the money, and the money came.",
            "    - It was never meant to be built, said the council of the town.\n    - The money came, and nobody asked whence it came at all.",
        ] {
            assert!(quotations(&format!("{BEFORE}{own}{BEHIND}")).is_empty(), "{own}");
        }
        // What the writer remarks himself can have a mark or a bracket with a number at its end.
        let remark = "    Before the lid is opened the pump has to be off, or the water runs back\n    into the cellar and takes the sand with it";
        for end in [
            " [2].",
            ".¹",
            ".2",
            ". (We tried it 3 times.)",
            " (we tried it 3 times).",
            " (see p. 44).",
            " (Figure 3, p. 4).",
        ] {
            let text = format!("{}\n\n{remark}{end}{BEHIND}", "The pump stands in the cellar. ".repeat(8).trim_end());
            assert!(quotations(&text).is_empty(), "{end}");
        }
        // Nothing leads to it.
        let text =
            "Byrd wrote a report on the quay.\n\n    It was never meant to be built. The council wanted the money.\n";
        assert!(quotations(text).is_empty());
        // Paragraphs begin further in.
        let text = "   Byrd wrote a report on the quay and on\nthe council:\n\n   It was never meant to be built. The council wanted\nthe money.\n";
        assert!(quotations(text).is_empty());
    }
}
