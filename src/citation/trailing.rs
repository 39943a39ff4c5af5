//! Links that stand behind the full stop of a sentence as notes do: in brackets of their own, without words, or as addresses
//! or the names of sites; and the next sentence follows. `.[](https://…) The`, `. ([Post](https://…)) ([Star](https://…)) The`.

use std::ops::Range;

use crate::document::{Document, Marker};
use crate::span::floor_char_boundary;

use super::sentence::is_stop;

/// Bytes of the words that lead to a link in its bracket: `(Source: `.
const LONGEST_LEAD: usize = 40;
/// Names of sites that stand so; fewer can as well begin sentences.
const FEWEST_NAMES: usize = 3;

/// How a link would stand behind a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// In a bracket, without words, a raised number or an address, or glued to the stop.
    Sure,
    /// The name of a site, with a space before it.
    Name,
}

/// Those of `links`, which are in order: where each begins, and the range that it takes with the words that lead to it.
pub(super) fn find(document: &Document, links: &[&Marker]) -> Vec<(usize, Range<usize>)> {
    let prose = document.prose.text();
    let (mut found, mut names, mut others) = (Vec::new(), Vec::new(), 0);
    let mut rest = links;
    while let Some(first) = rest.first() {
        // A bracket that closes between two of a row, opens again.
        let is_same = |gap: &str| is_row(gap) && gap.contains([')', ']']) == gap.contains(['(', '[']);
        let beside = |pair: &[&Marker]| prose.get(pair[0].range().end..pair[1].range().start).is_some_and(is_same);
        let count = 1 + rest.windows(2).take_while(|pair| beside(pair)).count();
        let (row, behind) = rest.split_at(count);
        rest = behind;
        let Some(block) = document.block_at(first.range().start).map(|block| document.blocks[block].range()) else {
            continue;
        };
        let Some((opened, before)) = prose.get(block.start..first.range().start).map(unopened) else { continue };
        let ended = before.trim_end().trim_end_matches(|c: char| "”\"’'»“‘)]*_".contains(c)).ends_with(is_stop);
        let end = row.last().map_or(0, |last| last.range().end);
        let behind = prose.get(end..block.end).unwrap_or_default();
        let closed = behind.trim_start_matches([')', ']']);
        let next = closed.trim_start_matches('.').trim_start();
        let begins = next.chars().find(|c| !"“\"‘'„«»([{¿¡*_‚「『".contains(*c));
        let begins = begins.is_none_or(|c| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase());
        let glued = before.ends_with(is_stop);
        let Some(kind) =
            ended.then(|| kind(document, row, opened && closed.len() < behind.len(), opened, glued)).flatten()
        else {
            continue;
        };
        let lead = block.start + before.len();
        let whole = |link: &Marker| if link == *first && opened { lead..link.range().end } else { link.range() };
        let own = row.iter().map(|link| (link.range().start, whole(link)));
        match kind {
            _ if !begins => others += usize::from(kind == Kind::Name),
            Kind::Sure => found.extend(own),
            Kind::Name => names.push(own.collect::<Vec<_>>()),
        }
    }
    if names.len() >= FEWEST_NAMES && names.len() > others {
        found.extend(names.into_iter().flatten());
    }
    found.sort_by_key(|(start, _)| *start);
    found
}

/// Whether nothing but marks stands between two links of a row.
pub(super) fn is_row(gap: &str) -> bool {
    gap.chars().all(|c| c.is_whitespace() || ")(][,;".contains(c))
}

/// What stands before a link without the bracket that is open there, and the words that lead to it; and whether one is.
fn unopened(before: &str) -> (bool, &str) {
    let bare = before.trim_end_matches(['(', '[']);
    if bare.len() < before.len() {
        return (true, bare.trim_end());
    }
    let near = floor_char_boundary(before, before.len().saturating_sub(LONGEST_LEAD));
    let lead = before.trim_end().ends_with(':').then(|| before[near..].rfind(['(', '['])).flatten();
    match lead.map(|open| near + open).filter(|open| !before[*open..].contains([')', ']', '.'])) {
        Some(open) => (true, before[..open].trim_end()),
        None => (false, before),
    }
}

/// How the links of a row stand, if they can be notes; `bracketed` in brackets.
fn kind(document: &Document, row: &[&Marker], bracketed: bool, opened: bool, glued: bool) -> Option<Kind> {
    if opened {
        return bracketed.then_some(Kind::Sure);
    }
    let label = |link: &Marker| document.prose.text().get(link.range()).unwrap_or_default();
    let is_host = |link: &Marker| {
        let label = label(link);
        !label.is_empty() && !label.contains(char::is_whitespace) && label.trim_end_matches('.').contains('.')
    };
    let is_mark = |link: &Marker| {
        let label = label(link).trim();
        label.is_empty() || label.chars().all(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c))
    };
    if row.iter().all(|link| is_mark(link) || is_host(link)) {
        return Some(Kind::Sure);
    }
    let named = row.iter().all(|link| is_mark(link) || is_host(link) || is_site(document, link, label(link)));
    let kind = if glued { Kind::Sure } else { Kind::Name };
    named.then_some(kind)
}

/// Whether a label is the name that the host of its link has: `[Reuters](https://www.reuters.com/…)`.
fn is_site(document: &Document, link: &Marker, label: &str) -> bool {
    let url = link.entries.first().and_then(|&entry| document.entries.get(entry)?.source.url.as_deref());
    let host = url.and_then(|url| url.split_once("://")?.1.split(['/', '?', '#', ':']).next());
    let name = label.to_lowercase();
    name.chars().count() > 1 && host.is_some_and(|host| host.to_lowercase().split('.').any(|part| part == name))
}

#[cfg(test)]
mod tests {
    use crate::citation::claims;
    use crate::document::{Format, Limits, parse};

    /// What each quote of `text` is bound to, by the hosts.
    fn check(text: &str, expected: &[&[&str]]) {
        let claims = claims(&parse(text, Format::Markdown, Limits::default()), text);
        let host = |&index: &usize| {
            let url = claims.citations[index].url.as_deref().unwrap_or_default();
            url.trim_start_matches("https://").split('/').next().unwrap_or_default()
        };
        let found: Vec<Vec<&str>> = claims.quotes.iter().map(|quote| quote.cites.iter().map(host).collect()).collect();
        assert_eq!(found, expected, "{text}");
    }

    const BEFORE: &str = "Bark is cut every nine years.";
    const QUOTE: &str = "“The tree gives bark sixteen times,” the owner says.";

    #[test]
    fn several_links_behind_a_stop_are_those_of_the_sentence_before() {
        for links in [
            "([a.test](https://a.test/1)) ([c.test](https://c.test/1))",
            "([a.test](https://a.test/1), [c.test](https://c.test/1))",
            "([Post](https://a.test/1); [Star](https://c.test/1))",
            "[a.test](https://a.test/1) [c.test](https://c.test/1)",
            "(Source: [Post](https://a.test/1))",
            "[](https://a.test/1) [](https://c.test/1)",
            "[¹](https://a.test/1)",
        ] {
            check(&format!("{BEFORE} {links} {QUOTE} ([b.test](https://b.test/2)) It rose."), &[&["b.test"]]);
        }
        // The second link is who speaks.
        let spoken = "([a.test](https://a.test/1)) [c.test](https://c.test/1) says it is “cut so often as that”.";
        check(&format!("{BEFORE} {spoken}"), &[&["c.test"]]);
    }

    #[test]
    fn names_of_sites_behind_stops_are_notes_where_they_are_usual_or_glued() {
        let glued = "It is cut.[post](https://post.test/1) He says it is “cut so often as that”.[star](https://www.star.test/1) It rose.";
        check(glued, &[&["www.star.test"]]);
        let apart = "It is cut. [Post](https://post.test/1) He says it is “cut so often as that”. [Star](https://star.test/1) It rose. [Post](https://post.test/2) It fell.";
        check(apart, &[&["star.test"]]);
        // Who speaks.
        check("It is cut. [Post](https://post.test/1) says it is “cut so often as that”.", &[&["post.test"]]);
        check(
            "It is cut. [Post](https://post.test/1) Editor Doe says it is “cut so often as that”.",
            &[&["post.test"]],
        );
    }

    #[test]
    fn a_link_without_words_behind_the_stop_is_that_of_the_quotes_of_its_sentence() {
        check(&format!("{QUOTE} [](https://b.test/1) It rose. [](https://a.test/1)"), &[&["b.test"]]);
        check("報告書は「一本から十六回とれる」と述べている。 [](https://b.test/1) 値段は上がった。", &[&["b.test"]]);
        check(
            "He says it is “cut so often as that”. [a.test](https://a.test/1), [b.test](https://b.test/1) It rose.",
            &[&["a.test", "b.test"]],
        );
        check(
            "He says it is “cut so often as that”. [Post](https://a.test/1), [Star](https://b.test/1) and others deny it.",
            &[&["a.test"]],
        );
    }
}
