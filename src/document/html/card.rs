//! Links that are cards: the site, the title of a page and what stands there, each in a line of its own, as programs show
//! what they have found.

use std::ops::Range;

use crate::document::entry::{behind_work, names_the_host};
use crate::document::list::remark;

use super::described::Part;
use super::tree::{Event, Tree};

/// Most words of the name of a site.
const SITE_WORDS: usize = 3;
/// Most words of a title; a longer line tells what stands on the page.
const TITLE_WORDS: usize = 20;
/// Most lines of a card.
const MOST_LINES: usize = 8;
/// Bytes of a heading that are held against the lines.
const HEADING: usize = 300;
const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6", "strong", "b"];

/// What the lines of a link hold, the words of which are `range` of `prose`; nothing where they are one line.
pub(super) fn parts(
    tree: &Tree<'_>,
    element: usize,
    prose: &str,
    range: &Range<usize>,
    url: &str,
) -> Vec<(Part, Range<usize>)> {
    let mut at = range.start;
    let mut lines: Vec<Range<usize>> = Vec::new();
    for line in prose[range.clone()].split('\n') {
        let own = super::writer::trimmed(prose, at..at + line.len());
        at += line.len() + 1;
        if prose[own.clone()].contains(char::is_alphabetic) {
            lines.push(own);
        }
    }
    if !(2..=MOST_LINES).contains(&lines.len()) {
        return Vec::new();
    }
    let words: Vec<&str> = lines.iter().map(|line| &prose[line.clone()]).collect();
    let Some((title, site)) = read(&words, heading(tree, element).as_deref(), url) else { return Vec::new() };
    let part = |at: usize| match at {
        at if at == title => Part::Title,
        at if Some(at) == site => Part::Site,
        _ => Part::Detail,
    };
    lines.into_iter().enumerate().map(|(at, line)| (part(at), line)).collect()
}

/// What is set as a heading within a link.
fn heading(tree: &Tree<'_>, element: usize) -> Option<String> {
    let inner = tree.events[tree.elements[element].events.clone()].iter();
    let mut open = inner.filter_map(|event| match event {
        Event::Open(own) if HEADINGS.contains(&tree.elements[*own].name.as_str()) => Some(*own),
        _ => None,
    });
    open.next().map(|own| tree.words_in(&tree.elements[own].events, HEADING))
}

/// Which line is the title, and which the site.
fn read(lines: &[&str], heading: Option<&str>, url: &str) -> Option<(usize, Option<usize>)> {
    let is_site = |line: &str| names_the_host(line, url) || line.contains("://");
    let count = |line: &str| line.split_whitespace().count();
    let tells = |line: &str| {
        line.ends_with(['.', '…', '。'])
            || count(line) > TITLE_WORDS
            || line.contains(|c: char| c.is_ascii_digit())
            || remark::has_verb(line) && count(line) > SITE_WORDS
    };
    let is_kind = |line: &str| behind_work(&line.to_lowercase()).is_some_and(str::is_empty);
    let name =
        |line: &str| count(line) <= SITE_WORDS && line.starts_with(|c: char| !c.is_lowercase()) && !is_kind(line);
    let apart: Vec<usize> = (0..lines.len()).filter(|&at| !is_site(lines[at])).collect();
    let hosts: Vec<usize> = (0..lines.len()).filter(|&at| is_site(lines[at])).collect();
    let headed = heading.and_then(|heading| apart.iter().copied().find(|&at| lines[at] == heading));
    let title = headed.or_else(|| match apart[..] {
        // The name of the site is told by what is no more than a name, before what is no sentence.
        [first, second, ..] if hosts.is_empty() && name(lines[first]) && !tells(lines[second]) => Some(second),
        [first, ..] => Some(first),
        [] => None,
    })?;
    let before = apart.iter().copied().find(|&at| at < title && name(lines[at]));
    Some((title, before.or(hosts.first().copied())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Limits, parse};

    #[test]
    fn a_title_is_told_from_its_site_and_from_what_stands_on_the_page() {
        let url = "https://www.pier.test/wall";
        for (lines, heading, expected) in [
            (&["Pier Office", "The wall of the pier", "In 1790 it was raised by the town."][..], None, (1, Some(0))),
            (&["pier.test", "The wall of the pier", "In 1790 it was raised by the town."], None, (1, Some(0))),
            (&["Pier", "Walls", "In 1790 it was raised by the town."], None, (1, Some(0))),
            (&["Pier Office", "The wall of the pier"], None, (1, Some(0))),
            (&["The wall of the pier", "Pier"], None, (0, Some(1))),
            (&["The wall of the pier", "https://www.pier.test/wall"], None, (0, Some(1))),
            (&["Walls", "In 1790 it was raised by the town."], None, (0, None)),
            (&["Harbour walls", "In 1790 it was raised by the town…"], None, (0, None)),
            (&["Walls", "Pier Office"], Some("Walls"), (0, None)),
            (&["Harbour Walls", "Ann Doe, 12 May 2021"], None, (0, None)),
            (&["Opinion", "The wall of the pier"], None, (0, None)),
        ] {
            assert_eq!(read(lines, heading, url), Some(expected), "{lines:?}");
        }
        assert_eq!(read(&["pier.test", "Pier"], None, url), None);
    }

    #[test]
    fn the_cards_of_a_list_have_titles() {
        let card = |page: &str, lines: [&str; 3]| {
            let lines = lines.map(|line| format!("<div>{line}</div>")).concat();
            format!("<li><a href=\"https://pier.test/{page}\" target=\"_blank\">{lines}</a></li>")
        };
        let page = |heading: &str| {
            let cards = card("wall", ["Pier Office", "The wall of the pier", "In 1790 it was raised by the town."])
                + &card("tide", ["pier.test", "A town and its tide", "May 3, 2021 — The mayor called it fine."]);
            format!("<p>It rose.</p><h2>{heading}</h2><ul>{cards}</ul>")
        };
        let read = |text: &str| {
            let own = parse(text, Format::Html, Limits::default()).entries.into_iter();
            own.map(|entry| (entry.source.title.clone(), entry.source.publisher.clone(), entry.source.authors.len()))
                .collect::<Vec<_>>()
        };
        let titles = [("The wall of the pier", Some("Pier Office")), ("A town and its tide", None)];
        let expected = titles.map(|(title, site)| (Some(title.to_owned()), site.map(str::to_owned), 0));
        assert_eq!(read(&page("Citations")), expected);
        // One line is a title as before.
        let plain = "<p>It rose.</p><h2>Citations</h2><ul><li><a href=\"https://pier.test/1\">The wall, by Ann Doe</a></li></ul>";
        assert_eq!(read(plain)[0].0.as_deref(), Some("The wall, by Ann Doe"));
    }
}
