//! Reference lists of a plain text, under a heading or at the very end.

use super::layout::{Group, Kind, Line};
use super::{lone, unmarked, written};
use crate::document::list::heading::{Named, names_references};
use crate::document::list::label::{self, Family, Prefix};
use crate::document::list::named::{named, names_all};
use crate::document::list::remark::{is_prose, tells, tells_surely};
use crate::document::list::spoken::quotes_somebody;
use crate::document::short;
use crate::locator::wrapped;

/// The entries under the heading at `at`, remarks among them as paragraphs, and the line that the list ends before;
/// none if it is no such heading.
pub(super) fn under_heading(lines: &[Line<'_>], at: usize, list: usize) -> Option<(Vec<Group>, usize)> {
    let named = names_references(lines[at].words)?;
    let first = (at + 1..lines.len()).find(|&next| !lines[next].is_blank() && !is_rule(lines[next].words))?;
    // The parts of the list have headings of their own.
    if names_references(lines[first].words) == Some(Named::Surely) {
        return None;
    }
    let numbered = behind_asides(lines, first);
    let from = numbered.or_else(|| lead_in(lines, first)).unwrap_or(first);
    let (entries, end) = entries(lines, from, list);
    let own = || entries.iter().filter(|group| matches!(group.kind, Kind::Entry { .. }));
    let count = own().count();
    let remarks =
        entries.iter().filter(|group| group.kind == Kind::Paragraph && is_prose(&words_of(lines, group))).count();
    let marked = own().any(|entry| entry.lines.first().is_some_and(|line| line.start > entry.marked));
    let own_tells = if marked { tells } else { tells_surely };
    let or_repeats = |entry: &&Group| is_telling(lines, entry, own_tells) || is_telling(lines, entry, short::is_short);
    let is_spoken = |entry: &&Group| entry.label.is_none() && quotes_somebody(&without_bullet(lines, entry));
    let telling = own().filter(or_repeats).filter(|entry| !is_spoken(entry)).count();
    let enough = match named {
        Named::Surely => own().any(|entry| is_telling(lines, entry, tells)),
        Named::Perhaps => telling * 2 >= count && telling > own().filter(is_spoken).count(),
    };
    if !enough || remarks >= count {
        return None;
    }
    let lead: Vec<Group> = match numbered {
        Some(_) => lines[first..from].iter().filter(|line| !line.is_blank()).map(heading).collect(),
        None if from > first => vec![paragraph(&lines[first..from])],
        None => Vec::new(),
    };
    Some((lead.into_iter().chain(entries).collect(), end))
}

/// Lines without a number of their own, between a heading and the first numbered entry or between two, that name a part of
/// the list or stood at the head or foot of a page.
const ASIDE_LINES: usize = 4;
/// Words of the longest of them.
const ASIDE_WORDS: usize = 10;

/// Whether a line among numbered entries can be none: a short one that cites nothing, and is not built as a reference is.
fn is_aside(line: &Line<'_>) -> bool {
    let parts = line.words.matches(", ").count() > 1 || line.words.contains(". ") || line.words.ends_with('.');
    !(parts && tells(line.words))
        && line.words.split_whitespace().count() <= ASIDE_WORDS
        && !tells_surely(line.words)
        && names_references(line.words).is_none()
}

fn heading(line: &Line<'_>) -> Group {
    Group::new(Kind::Heading, line)
}

fn number(prefix: &Prefix) -> Option<usize> {
    prefix.label.as_ref()?.parse().ok()
}

/// The line with the first number of a list that asides stand before: their numbers are the labels of its entries, and no
/// line is counted.
fn behind_asides(lines: &[Line<'_>], first: usize) -> Option<usize> {
    let mut asides = 0;
    for (at, line) in lines.iter().enumerate().skip(first).filter(|(_, line)| !line.is_blank()) {
        if let Some(prefix) = label::prefix(line.words).filter(|prefix| number(prefix).is_some()) {
            let own = number(&prefix)?;
            match next_number(lines, at, prefix.family) {
                Some(next) if next == own + 1 && (own == 1 || prefix.family != Family::Digits) => {
                    return (asides > 0).then_some(at);
                }
                None if own == 1 && tells(line.words) => return (asides > 0).then_some(at),
                // `3. The Third Chapter`, below which the notes begin at 1.
                Some(next) if next > own && prefix.family != Family::Digits => return None,
                _ => {}
            }
        }
        asides += 1;
        if asides > ASIDE_LINES || !is_aside(line) {
            return None;
        }
    }
    None
}

/// The number of the next line behind `at` that is numbered in the same way, in the same list.
fn next_number(lines: &[Line<'_>], at: usize, family: Family) -> Option<usize> {
    let own = lines[at + 1..].iter().take_while(|line| names_references(line.words).is_none());
    let mut prefixes = own.filter_map(|line| label::prefix(line.words)).filter(|prefix| prefix.family == family);
    prefixes.find_map(|prefix| number(&prefix))
}

/// Lines of a paragraph that leads to a list, with the blank ones behind it.
const LEAD_IN_LINES: usize = 16;

/// The line where a list with bullets or numbers begins behind a paragraph that leads to it.
fn lead_in(lines: &[Line<'_>], first: usize) -> Option<usize> {
    let is_item = |line: &Line<'_>| label::prefix(line.words).is_some_and(|prefix| prefix.family != Family::Digits);
    if is_item(&lines[first]) {
        return None;
    }
    let near = lines.len().min(first + LEAD_IN_LINES);
    let end = (first..near).find(|&at| lines[at].is_blank() || is_item(&lines[at]))?;
    let next = (end..near).find(|&at| !lines[at].is_blank())?;
    let words = joined(&lines[first..end]);
    (is_item(&lines[next]) && (words.ends_with(':') || is_prose(&words))).then_some(next)
}

fn paragraph(lines: &[Line<'_>]) -> Group {
    let mut own = lines.iter().filter(|line| !line.is_blank());
    let mut group = Group::new(Kind::Paragraph, &lines[0]);
    own.next();
    group.lines.extend(own.map(|line| line.range.clone()));
    group
}

pub(super) fn joined(lines: &[Line<'_>]) -> String {
    lines.iter().map(|line| line.words).collect::<Vec<_>>().join(" ")
}

fn is_rule(words: &str) -> bool {
    words.len() >= 3 && words.chars().all(|c| "=-~_*—–―─━⸺⸻".contains(c))
}

/// Whether a line of an entry shows that it is one.
fn is_telling(lines: &[Line<'_>], entry: &Group, tells: fn(&str) -> bool) -> bool {
    lines_of(lines, entry).iter().any(|line| tells(line.words))
}

pub(super) fn lines_of<'l, 'a>(lines: &'l [Line<'a>], group: &Group) -> &'l [Line<'a>] {
    let first = lines.partition_point(|line| line.range.end < group.marked);
    let count = lines[first..].partition_point(|line| line.range.start < group.end());
    &lines[first..first + count]
}

fn words_of(lines: &[Line<'_>], group: &Group) -> String {
    joined(lines_of(lines, group))
}

fn without_bullet(lines: &[Line<'_>], group: &Group) -> String {
    let words = words_of(lines, group);
    let bullet = label::prefix(&words).filter(|prefix| prefix.family == Family::Bullet).map_or(0, |bullet| bullet.len);
    words[bullet..].to_owned()
}

/// The entries that begin at line `from`.
fn entries(lines: &[Line<'_>], from: usize, list: usize) -> (Vec<Group>, usize) {
    if let Some(found) = lone::entries(lines, from, list) {
        return found;
    }
    if let Some(first) = label::sign(lines[from].words).filter(|_| are_signed(lines, from)) {
        return marked(lines, from, list, &first, label::sign);
    }
    let labelled = |prefix: &Prefix| prefix.family != Family::Digits || starts_run(lines, from);
    if let Some(first) = label::prefix(lines[from].words).filter(labelled) {
        let (mut entries, end) = marked(lines, from, list, &first, label::prefix);
        if first.family == Family::Bullet {
            written::behind_bullets(lines, &mut entries);
        }
        return (entries, end);
    }
    let end = (from..lines.len()).find(|&at| unmarked::ends(lines, from, at)).unwrap_or(lines.len());
    let own = &lines[from..end];
    (written::bare(own, list).unwrap_or_else(|| unmarked::entries(own, list)), end)
}

/// Lines in which another sign than a star is looked for.
const SIGNED_WITHIN: usize = 12;

/// Whether notes begin with signs: one of them is no star, or of several.
fn are_signed(lines: &[Line<'_>], from: usize) -> bool {
    let near = lines[from..].iter().take(SIGNED_WITHIN).filter_map(|line| label::sign(line.words));
    near.filter_map(|sign| sign.label).any(|label| label != "*")
}

/// Whether bare digits number entries: they begin at 1 and a 2 follows, or there is only one.
fn starts_run(lines: &[Line<'_>], from: usize) -> bool {
    let labels = lines[from..].iter().filter_map(|line| label::prefix(line.words)).filter_map(|prefix| prefix.label);
    let labels: Vec<String> = labels.take(2).collect();
    labels.first().is_some_and(|label| label == "1") && labels.get(1).is_none_or(|label| label == "2")
}

/// Entries that each begin with a bullet or a number.
fn marked(
    lines: &[Line<'_>],
    from: usize,
    list: usize,
    first: &Prefix,
    read: fn(&str) -> Option<Prefix>,
) -> (Vec<Group>, usize) {
    let mut list = list;
    let mut entries: Vec<Group> = Vec::new();
    let (mut after_blank, mut cited) = (false, false);
    for (at, line) in lines.iter().enumerate().skip(from) {
        if line.is_blank() {
            after_blank = true;
            continue;
        }
        let prefix = read(line.words).filter(|prefix| {
            let complete = after_blank || at == from || is_complete(&lines[at - 1]);
            let before = last_entry(&entries);
            let anew = behind_aside(&entries) && begins_anew(prefix, before);
            let next = || belongs(prefix, first, before) && (complete || anew || follows(prefix, before));
            next() && (after_blank || at == from || !is_wrapped(lines, at, prefix, before))
        });
        if let Some(prefix) = prefix {
            list += usize::from(begins_anew(&prefix, last_entry(&entries)));
            entries.push(Group::marked(Kind::Entry { list }, line, &prefix));
            cited = line.words.contains("://");
        } else if line.words.bytes().all(|byte| byte.is_ascii_digit()) {
            // The number of a page, left by a program that took the text from a print.
        } else if last_entry(&entries).is_some() && !behind_aside(&entries) && goes_on(lines, at, after_blank, cited) {
            cited |= line.words.contains("://");
            if let Some(last) = entries.last_mut() {
                last.lines.push(line.range.clone());
            }
        } else if resumes(lines, at, first, last_entry(&entries)) {
            // What stands at the head or foot of a page, or beside the list.
            let named = first.family != Family::Bracket;
            entries.push(if named { heading(line) } else { Group::new(Kind::Paragraph, line) });
        } else {
            return (entries, at);
        }
        after_blank = false;
    }
    (entries, lines.len())
}

/// Whether a list begins at 1 again, as the notes of the next chapter do.
fn begins_anew(prefix: &Prefix, last: Option<&Group>) -> bool {
    let numbered = last.and_then(|last| last.label.as_deref()).is_some_and(|label| label.parse::<usize>().is_ok());
    numbered && prefix.family != Family::Digits && prefix.label.as_deref() == Some("1")
}

/// Whether the last line was a heading among the entries.
fn behind_aside(entries: &[Group]) -> bool {
    entries.last().is_some_and(|group| group.kind == Kind::Heading)
}

fn last_entry(entries: &[Group]) -> Option<&Group> {
    entries.iter().rev().find(|group| matches!(group.kind, Kind::Entry { .. }))
}

/// Lines between two entries of a list with labels in brackets that do not end it: more than a table beside it has.
const FURNITURE_LINES: usize = 40;

/// Whether the list goes on behind the lines at `at` with the number that comes next, written in the same way.
fn resumes(lines: &[Line<'_>], at: usize, first: &Prefix, last: Option<&Group>) -> bool {
    let number = |label: Option<&String>| label.and_then(|label| label.parse::<usize>().ok());
    let before = number(last.and_then(|last| last.label.as_ref()));
    let near = &lines[at..lines.len().min(at + FURNITURE_LINES)];
    let own = near.iter().take_while(|line| names_references(line.words).is_none()).enumerate();
    let mut labelled = own.filter_map(|(length, line)| Some((length, label::prefix(line.words)?)));
    let next = labelled.find(|(_, prefix)| prefix.family == first.family && prefix.label.is_some());
    let goes_on = before.is_some()
        && next.as_ref().is_some_and(|(_, next)| {
            number(next.label.as_ref()) == before.map(|before| before + 1) || begins_anew(next, last)
        });
    match first.family {
        Family::Bracket => goes_on,
        Family::Dotted | Family::Superscript => {
            let between = next.as_ref().map_or(&[][..], |&(length, _)| &near[..length]);
            let mut lines = between.iter().filter(|line| !line.is_blank());
            goes_on && lines.clone().count() <= ASIDE_LINES && lines.all(is_aside)
        }
        Family::Bullet | Family::Digits => false,
    }
}

/// Whether a prefix begins another entry of the list that `first` begins.
fn belongs(prefix: &Prefix, first: &Prefix, last: Option<&Group>) -> bool {
    let number = |label: Option<&String>| label.and_then(|label| label.parse::<usize>().ok());
    match first.family {
        Family::Digits => {
            let own = number(prefix.label.as_ref());
            let expected = last.map_or(number(first.label.as_ref()), |last| number(last.label.as_ref()).map(|n| n + 1));
            own.is_some() && own == expected
        }
        family => prefix.family == family,
    }
}

/// Whether a label is the number behind the one of the entry before it, or none.
fn follows(prefix: &Prefix, last: Option<&Group>) -> bool {
    let Some(label) = &prefix.label else { return true };
    let number = |label: &str| label.parse::<usize>().ok();
    let before = last.and_then(|last| last.label.as_deref()).and_then(number);
    number(label).is_none() || number(label) == before.map(|before| before + 1)
}

/// Numbers that a list can leave out.
const LEFT_OUT: usize = 10;
/// Lines in which the next number of a list is looked for.
const NEXT_WITHIN: usize = 200;

/// Whether the number at the beginning of line `at` is a year, a volume or a page of the entry before it: it is far from
/// the number that comes next, or that one comes later.
fn is_wrapped(lines: &[Line<'_>], at: usize, prefix: &Prefix, last: Option<&Group>) -> bool {
    let number = |label: Option<&String>| label.and_then(|label| label.parse::<usize>().ok());
    let (Some(own), Some(before)) = (number(prefix.label.as_ref()), number(last.and_then(|last| last.label.as_ref())))
    else {
        return false;
    };
    if prefix.family == Family::Bracket || own <= before + 1 {
        return false;
    }
    let next = (before + 1).to_string();
    let mut later = lines[at + 1..].iter().take(NEXT_WITHIN).filter_map(|line| label::prefix(line.words));
    let comes = |prefix: Prefix| prefix.label.as_deref() == Some(next.as_str());
    own > before + LEFT_OUT || !lines[at - 1].words.contains("://") && later.any(comes)
}

/// Whether an entry can end with a line.
pub(super) fn is_complete(line: &Line<'_>) -> bool {
    line.ends_sentence() || line.words.contains("://")
}

/// Whether a line without a label goes on with the entry before it, which has an address if it is `cited`.
fn goes_on(lines: &[Line<'_>], at: usize, after_blank: bool, cited: bool) -> bool {
    let line = &lines[at];
    if line.indent > 0 && !after_blank {
        return true;
    }
    if after_blank || names_references(line.words).is_some() {
        return line.indent > 1 && names_references(line.words).is_none();
    }
    let before = &lines[at - 1];
    // Behind the number of a page an address is that of the page: what has one of its own does not go on with another.
    let is_page = before.words.bytes().all(|byte| byte.is_ascii_digit());
    if is_page && cited && unmarked::is_address(line) {
        return false;
    }
    // An address that was broken at the end of the line goes on at the beginning of this one.
    if line.words.starts_with(char::is_lowercase)
        || before.words.ends_with(['/', '-', '_', '=', '&', '?'])
        || wrapped::goes_on(before.words, line.words)
    {
        return true;
    }
    // `Coast Journal, June 10, 2019. Accessed` is part of an entry.
    let parts = line.words.contains(", ") || line.words.contains(". ");
    let heading = line.looks_like_heading() && !(parts && tells(line.words));
    !(is_complete(before) && (heading || cited && !tells(line.words)))
}

/// Notes whose numbers have no full stop, `1 Smith, “Title,” https://…`: at the very end, or at the end of each chapter,
/// where the text before them points to them, or at the foot of each page, where they count on from one to the next; there
/// their numbers can have one as well, where the text above points to every one. Where each list begins, its notes, and the
/// line that it ends before.
pub(super) fn notes_without_heading(lines: &[Line<'_>]) -> Vec<(usize, Vec<Group>, usize)> {
    let mut found: Vec<(usize, Vec<Group>, usize)> = Vec::new();
    let (mut at, mut chapter) = (1, 0);
    // How the notes of the last foot are numbered, and which feet are numbered as items are.
    let (mut family, mut dotted, mut counted) = (None, Vec::new(), false);
    while at < lines.len() {
        let Some((prefix, number)) = first_note(lines, at) else {
            at += 1;
            continue;
        };
        let last_note = found.last().and_then(|(_, notes, _)| last_entry(notes));
        let goes_on = family == Some(prefix.family) && last_note.is_some_and(|last| counts_on(last, number));
        let is_dotted = prefix.family == Family::Dotted;
        if number != 1 && !goes_on {
            at += 1;
            continue;
        }
        let list = match last_note.map(|last| last.kind) {
            Some(Kind::Entry { list }) if goes_on => list,
            Some(Kind::Entry { list }) => list + 1,
            _ => 0,
        };
        let (notes, mut end) = marked(lines, at, list, &prefix, label::prefix);
        let has_address =
            |note: &&Group| is_telling(lines, note, |words| words.contains("://") || words.contains("www."));
        let cited = notes.iter().filter(has_address).count();
        let ends_text = lines[end..].iter().all(Line::is_blank);
        let shows = |note: &&Group| is_telling(lines, note, tells) || is_telling(lines, note, short::is_short);
        let telling = notes.iter().filter(shows).count();
        let tell = telling == notes.len();
        let number_of = |note: &Group| note.label.as_deref().and_then(|label| label.parse().ok());
        let all_pointed = || names_all(&joined(&lines[chapter..at]), notes.iter().map(number_of));
        let own = if goes_on {
            // A book at the foot of a page has no address.
            tell && are_pointed_to(&lines[chapter..at], number, notes.len()) && (!is_dotted || all_pointed())
        } else if is_dotted {
            tell && cited * 2 >= notes.len() && all_pointed()
        } else if !tells(lines[at].words) {
            // What tells a reference stands in the second line of the first note only.
            tell && cited * 2 >= notes.len() && all_pointed()
        } else {
            let half = cited * 2 >= notes.len();
            tell && half && (ends_text || are_pointed_to(&lines[chapter..at], 1, notes.len()))
                // Books and remarks have no address, but the text points to every one.
                || ends_text && notes.len() > 1 && telling * 2 >= notes.len() && all_pointed()
        };
        if own {
            let rest = found
                .last()
                .filter(|_| goes_on)
                .and_then(|(_, last, _)| super::rest::before(lines, at, last_entry(last)?));
            let (from, mut notes): (usize, Vec<Group>) = match rest {
                Some((from, rest)) => (from, std::iter::once(rest).chain(notes).collect()),
                None => (at, notes),
            };
            let atop = last_entry(&notes).and_then(|last| super::rest::atop(lines, end, last));
            if let Some((behind, rest)) = atop {
                end = behind;
                notes.push(rest);
            }
            if is_dotted {
                dotted.push(found.len());
                counted |= goes_on;
            }
            family = Some(prefix.family);
            found.push((from, notes, end));
        } else if is_dotted {
            at = end.max(at + 1);
            continue;
        } else if goes_on {
            at += 1;
            continue;
        }
        chapter = end.min(lines.len() - 1);
        at = end.max(at + 1);
    }
    // Items that count on nowhere are told from steps elsewhere.
    if !counted {
        dotted.into_iter().rev().for_each(|at| drop(found.remove(at)));
    }
    // One list within the text can be one of quantities.
    let at_the_end = found.last().is_some_and(|(.., end)| lines[*end..].iter().all(Line::is_blank));
    let found = if at_the_end || found.len() > 1 { found } else { Vec::new() };
    if found.is_empty() { lone::at_the_end(lines).into_iter().collect() } else { found }
}

/// The number of a line that can begin notes: apart from what stands before it, with what tells a reference.
fn first_note(lines: &[Line<'_>], at: usize) -> Option<(Prefix, usize)> {
    let is_item = |line: &Line<'_>| label::prefix(line.words).is_some_and(|prefix| prefix.family == Family::Dotted);
    let prefix = label::prefix(lines[at].words).filter(|prefix| match prefix.family {
        Family::Digits => true,
        Family::Dotted => !lines[at.saturating_sub(ITEM_ABOVE)..at].iter().any(is_item),
        Family::Bullet | Family::Bracket | Family::Superscript => false,
    })?;
    let before = &lines[at - 1];
    let apart = before.is_blank() || is_complete(before) || is_rule(before.words);
    let number = number(&prefix).filter(|_| apart)?;
    let wraps = || lines[at + 1..].iter().take_while(|line| !line.is_blank()).take(2).any(|line| tells(line.words));
    let short = || number > 1 && short::is_short(lines[at].words);
    (tells(lines[at].words) || short() || wraps()).then_some((prefix, number))
}

/// Lines above an item in which another one stands, if it does not begin its list.
const ITEM_ABOVE: usize = 2;

/// Notes at the foot of pages that may be missing between two that are read.
const MISSING: usize = 4;

/// Whether notes that begin with a number go on from the last one.
fn counts_on(last: &Group, number: usize) -> bool {
    let before = last.label.as_deref().and_then(|label| label.parse::<usize>().ok());
    before.is_some_and(|before| (before + 1..=before + 1 + MISSING).contains(&number))
}

/// Whether marks of the text name most of so many notes from `first` on.
fn are_pointed_to(text: &[Line<'_>], first: usize, count: usize) -> bool {
    let named = named(&joined(text));
    (first..first + count).filter(|number| named.contains(number)).count() * 2 >= count
}
