//! Numbers that the entries of a list have been given, where they leave some out or stand behind a bullet: a program that
//! writes a report lists only what it has used, and keeps the numbers.

use super::layout::{Group, Kind, Line};
use super::list::lines_of;
use crate::document::list::label::{self, Family, Prefix};

/// Digits of the greatest number that is no year.
const DIGITS: usize = 3;

/// Labels entries behind bullets with the numbers that they begin with, `- [2] Title`, where these rise from each to the next.
pub(super) fn behind_bullets(lines: &[Line<'_>], entries: &mut [Group]) {
    let own = |group: &Group| {
        let line = lines_of(lines, group).first()?;
        let words = line.words.get(group.lines[0].start.checked_sub(line.range.start)?..)?;
        label::prefix(words).filter(|prefix| matches!(prefix.family, Family::Bracket | Family::Superscript))
    };
    let bare = |group: &&mut Group| matches!(group.kind, Kind::Entry { .. });
    let prefixes: Option<Vec<Prefix>> =
        entries.iter().filter(|group| matches!(group.kind, Kind::Entry { .. })).map(own).collect();
    let Some(prefixes) = prefixes.filter(|prefixes| rise(prefixes)) else { return };
    for (group, prefix) in entries.iter_mut().filter(bare).zip(prefixes) {
        group.lines[0].start = (group.lines[0].start + prefix.len).min(group.lines[0].end);
        group.label = prefix.label;
    }
}

/// The entries in `lines`, if each is a line with a bare number, which rise and leave some out: `2 Title, https://…`.
pub(super) fn bare(lines: &[Line<'_>], list: usize) -> Option<Vec<Group>> {
    let own: Vec<&Line<'_>> = lines.iter().filter(|line| !line.is_blank()).collect();
    let prefix = |line: &&Line<'_>| {
        label::prefix(line.words).filter(|prefix| prefix.family == Family::Digits && line.words.contains("://"))
    };
    let prefixes = own.iter().map(prefix).collect::<Option<Vec<Prefix>>>().filter(|own| own.len() > 1 && rise(own))?;
    let entries = own.iter().zip(&prefixes);
    Some(entries.map(|(line, prefix)| Group::marked(Kind::Entry { list }, line, prefix)).collect())
}

/// Whether labels are numbers of notes that rise from each to the next.
fn rise(prefixes: &[Prefix]) -> bool {
    let number = |prefix: &Prefix| {
        let label = prefix.label.as_deref().filter(|label| label.len() <= DIGITS)?;
        label.parse::<usize>().ok()
    };
    let numbers: Option<Vec<usize>> = prefixes.iter().map(number).collect();
    numbers.is_some_and(|numbers| numbers.is_sorted_by(|one, next| one < next))
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    fn check(list: &str, expected: &[(&str, &str)]) {
        let text = format!("It rose.[2] It fell.[5]\n\nSources\n\n{list}\n");
        let document = parse(&text, Format::Plain, Limits::default());
        let own = document.entries.iter().map(|entry| {
            let url = entry.source.url.as_deref().unwrap_or_default();
            (entry.label.as_str(), url.trim_start_matches("https://"))
        });
        assert_eq!(own.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn numbers_as_written_label_entries_that_leave_some_out() {
        let both = &[("2", "a.test/1"), ("5", "b.test/2")];
        for mark in ["- [2]/- [5]", "• [2]/• [5]", "* [2]/* [5]", "2/5", "[2]/[5]", "2./5.", "• ²/• ⁵"] {
            let (one, other) = mark.rsplit_once('/').unwrap_or_default();
            check(&format!("{one} Tide, Post, https://a.test/1\n{other} Wall, Star, https://b.test/2"), both);
        }
    }

    #[test]
    fn numbers_that_do_not_rise_and_years_are_no_labels() {
        let ordinals = &[("1", "a.test/1"), ("2", "b.test/2")];
        check("- [5] Tide, https://a.test/1\n- [2] Wall, https://b.test/2", ordinals);
        check("- [2] Tide, https://a.test/1\n- Wall, https://b.test/2", ordinals);
        check("2019 Tide, https://a.test/1\n2020 Wall, https://b.test/2", ordinals);
        check("12 Men, https://a.test/1\nWall, https://b.test/2", ordinals);
    }
}
