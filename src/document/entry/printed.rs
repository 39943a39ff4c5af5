//! A printed work before the source that has the address, in one note: `Roe, Ann, *Thanks* (Canal House 2005), p. 3; see also Doe,
//! Jane, *Gates*, 2007, https://…`. What is said of the one says nothing of the other.

use std::ops::Range;

use super::lead_in;
use super::names;
use super::quoted;
use super::{EntryText, Link};

/// Words of the names before a title.
const NAMES: usize = 12;
/// What opens and closes quotation marks and brackets.
const OPENING: &[char] = &['“', '„', '«', '「', '『', '《', '(', '[', '（'];
const CLOSING: &[char] = &['”', '»', '」', '』', '》', ')', ']', '）'];

/// Where the words about the source of `link` begin in `part`: behind the semicolon that ends a whole reference, and before
/// another with a title of its own.
pub(super) fn behind(entry: &EntryText<'_>, part: &Range<usize>, link: &Link) -> usize {
    let end = link.range.start.clamp(part.start, part.end);
    let Some(mark) = last_semicolon(entry, part.start..end) else { return part.start };
    let rest = mark.end..end;
    let whole = |range: &Range<usize>| {
        title(entry, range).is_some() && entry.text[range.clone()].contains(|c: char| c.is_ascii_digit())
    };
    // `; also Doe`
    let also = entry.text[rest.clone()].strip_prefix(" also ").map_or(0, |_| " also".len());
    let rest = rest.start + also..rest.end;
    if whole(&(part.start..mark.start)) && begins_another(entry, &rest) { rest.start } else { part.start }
}

/// The last semicolon that stands in no title and in no bracket.
fn last_semicolon(entry: &EntryText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let in_title = |at: usize| entry.emphasised.iter().any(|own| own.contains(&at));
    let mut depth = 0_usize;
    let mut found = None;
    for (at, c) in entry.text.get(range.clone())?.char_indices() {
        depth += usize::from(OPENING.contains(&c));
        depth -= usize::from(CLOSING.contains(&c) && depth > 0);
        if matches!(c, ';' | '；') && depth == 0 && !in_title(range.start + at) {
            let at = range.start + at;
            found = Some(at..at + c.len_utf8());
        }
    }
    found
}

/// Where a title begins that is emphasised, or stands in quotation marks.
fn title(entry: &EntryText<'_>, range: &Range<usize>) -> Option<usize> {
    let emphasised = entry.emphasised.iter().map(|own| own.start).filter(|at| range.contains(at)).min();
    let marked = entry.text[range.clone()].find(['“', '„', '«', '"', '「', '『', '《']).map(|at| range.start + at);
    emphasised.into_iter().chain(marked).min()
}

/// Whether words are names and a title: a title in emphasis alone can be what the work before appeared in, but behind a
/// signal.
fn begins_another(entry: &EntryText<'_>, range: &Range<usize>) -> bool {
    let text = &entry.text[range.clone()];
    let signal = lead_in::signal(text);
    let Some(at) = title(entry, range).filter(|at| *at >= range.start + signal) else { return false };
    let lead = entry.text[range.start + signal..at].trim();
    let emphasised = entry.emphasised.iter().any(|own| own.start == at);
    if lead.is_empty() {
        return signal > 0 || !emphasised;
    }
    let bare = lead.trim_end_matches([',', '.', ':', '，', '、']);
    let parted = bare.len() < lead.len() && bare.split_whitespace().count() <= NAMES;
    parted && (quoted::are_authors(bare) || names::is_proper(bare))
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Limits, parse};

    fn read(note: &str) -> Document {
        parse(&format!("A.[^1]\n\n[^1]: {note}\n"), Format::Markdown, Limits::default())
    }

    /// Title, authors, date of the source with an address.
    fn check(note: &str, title: &str, authors: &[&str], date: &str) {
        let document = read(note);
        let source =
            document.entries.iter().map(|entry| &entry.source).find(|own| own.url.is_some()).expect("a source");
        let own: Vec<&str> = source.authors.iter().map(String::as_str).collect();
        let published = source.published.map(|date| date.to_string()).unwrap_or_default();
        assert_eq!(
            (source.title.as_deref().unwrap_or_default(), &own[..], published.as_str()),
            (title, authors, date),
            "{note}"
        );
    }

    #[test]
    fn what_stands_behind_a_printed_work_has_its_own_title() {
        for (lead, before) in [
            ("also ", "*Thanks*, Canal House 2005, p. 3"),
            ("see also ", "Roe, Ann, *Thanks* (Canal House 2005), p. 3"),
            ("", "Ann Roe, “Thanks,” *Canal Post*, 3 May 2005"),
            ("cf. ", "Ann Roe, *Thanks*, 2005; Max Low, *Locks*, 2006"),
        ] {
            check(
                &format!("{before}; {lead}Doe, Jane, *Gates* (2007), https://a.test/4."),
                "Gates",
                &["Doe, Jane"],
                "2007",
            );
        }
        check("“Thanks,” *Canal Post*, 3 May 2005; “Gates,” *Post*, 2007, https://a.test/4.", "Gates", &[], "2007");
        check("*Thanks*, 2005; see *Gates*, 2007, https://a.test/4.", "Gates", &[], "2007");
    }

    #[test]
    fn a_semicolon_within_one_reference_parts_nothing() {
        check("Doe, Jane; Roe, Ann. *Gates*, 2007, https://a.test/4.", "Gates", &["Doe, Jane", "Roe, Ann"], "2007");
        check("Jane Doe, *Gates; or, Walls*, 2007, https://a.test/4.", "Gates; or, Walls", &["Jane Doe"], "2007");
        check(
            "Jane Doe, “Gates of 7 towns”; *Harbour Post*, 2007, https://a.test/4.",
            "Gates of 7 towns",
            &["Jane Doe"],
            "2007",
        );
        check("Jane Doe, *Gates*, 2007; repr. in *Walls*, https://a.test/4.", "Gates", &["Jane Doe"], "2007");
    }
}
