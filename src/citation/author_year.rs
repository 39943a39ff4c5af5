//! Marks of a name and a year that no list has, and entries of such lists that no mark names.
//!
//! Names can be written in many ways: only where not even the name itself, or the year, is to be found on the other side is
//! anything told.

use std::collections::{HashMap, HashSet};

use crate::document::{Document, Entry, ListNumber, Marker, Role, Shape};
use crate::finding::{Code, Finding, Level};
use crate::span::{Lines, Span};

/// Entries that marks of a name and a year must lead to, for the document to be of that style.
const ENOUGH: usize = 2;
/// Words of the names in a mark.
const MOST_NAMES: usize = 8;

/// See the module.
pub(super) fn findings(document: &Document, lines: &Lines<'_>, whole: bool) -> Vec<Finding> {
    let lists = lists(document);
    if lists.is_empty() {
        return Vec::new();
    }
    let mut found = orphans(document, lines, &lists);
    if whole {
        found.extend(unused(document, lines, &lists));
    }
    found
}

/// The lists that marks of a name and a year point to, several of their entries, and no others.
fn lists(document: &Document) -> HashSet<ListNumber> {
    let mut named: HashMap<ListNumber, HashSet<Span>> = HashMap::new();
    let mut others = HashSet::new();
    for marker in document.markers.iter().filter(|marker| marker.shape != Shape::Link) {
        for entry in marker.entries.iter().map(|&entry| &document.entries[entry]) {
            let Role::Listed { list, .. } = entry.role else { continue };
            if marker.shape == Shape::Named {
                named.entry(list).or_default().insert(entry.span);
            } else {
                others.insert(list);
            }
        }
    }
    named.retain(|list, entries| entries.len() >= ENOUGH && !others.contains(list));
    named.into_keys().collect()
}

fn is_in(entry: &Entry, lists: &HashSet<ListNumber>) -> bool {
    matches!(entry.role, Role::Listed { list, .. } if lists.contains(&list))
}

/// Marks in brackets whose names no entry has, nor any line behind the first one.
fn orphans(document: &Document, lines: &Lines<'_>, lists: &HashSet<ListNumber>) -> Vec<Finding> {
    let prose = document.prose.text();
    let starts = document.entries.iter().filter(|entry| is_in(entry, lists));
    let Some(start) = starts.filter_map(Entry::range).map(|range| range.start).min() else {
        return Vec::new();
    };
    let listed: HashSet<String> = words(&prose[start..]).collect();
    let bare_years = has_bare_years(document);
    let wanting = document.markers.iter().filter(|marker| marker.shape == Shape::Wanting);
    let told = wanting.filter_map(|marker| {
        let mark = document.text(&marker.range());
        let names = names_of(document, marker, bare_years)?;
        (!names.iter().any(|name| listed.contains(name))).then(|| {
            let message = format!("no entry of the document is that of {mark}");
            Finding::new(Code::OrphanMarker, message, Some(lines.place(marker.span))).at_level(Level::Note)
        })
    });
    told.collect()
}

/// Whether the marks that lead somewhere have no comma before their year: `(Doe 2020)`.
fn has_bare_years(document: &Document) -> bool {
    document.markers.iter().filter(|marker| marker.shape == Shape::Named).any(|marker| {
        let mark = document.text(&marker.range());
        let head = mark.find(|c: char| c.is_ascii_digit()).map_or("", |year| mark[..year].trim_end());
        head.ends_with(char::is_alphabetic)
    })
}

/// The names in a mark that is nothing but these and a year, `Doe & Roe, 2020, p. 4`, in lower case.
fn names_of(document: &Document, marker: &Marker, bare_years: bool) -> Option<Vec<String>> {
    const JOINTS: &[&str] = &["and", "&", "und", "et", "y", "e", "en", "och", "og", "al", "al."];
    const LEADS: &[&str] = &["see", "cf.", "e.g.,", "also", "vgl.", "siehe", "voir"];
    const PARTICLES: &[&str] = &["von", "van", "der", "den", "de", "del", "della", "di", "da", "du", "la", "le", "ter"];
    let prose = document.prose.text();
    let before = prose[..marker.range().start].trim_end();
    let mark = document.text(&marker.range());
    let year = mark.find(|c: char| c.is_ascii_digit())?;
    let head = mark[..year].trim_end();
    let joint = head.split_whitespace().any(|word| JOINTS.contains(&word.trim_end_matches(',')));
    if !before.ends_with(['(', '[', ';']) || !(head.ends_with(',') || joint || bare_years) {
        return None;
    }
    let bare = |word: &str| word.trim_matches([',', '.']).to_owned();
    let all: Vec<&str> =
        head.split_whitespace().skip_while(|word| LEADS.contains(&word.to_lowercase().as_str())).collect();
    let small = |word: &&str| {
        let word = word.trim_end_matches(',');
        JOINTS.contains(&word) || PARTICLES.contains(&word) || word.chars().count() <= 2
    };
    let names: Vec<String> = all.iter().filter(|word| !small(word)).map(|word| bare(word)).collect();
    // Capitals alone are an abbreviation, which stands for a name that is written out in the list.
    let is_name = |name: &String| name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
    let plain = !names.is_empty() && all.len() <= MOST_NAMES && names.iter().all(is_name);
    plain.then(|| names.iter().flat_map(|name| words(name)).collect())
}

/// Entries whose author the text outside of the lists never names, or whose year it never has.
fn unused(document: &Document, lines: &Lines<'_>, lists: &HashSet<ListNumber>) -> Vec<Finding> {
    let body = outside_of_lists(document);
    let pointing = document.markers.iter().flat_map(|marker| &marker.entries).map(|&entry| &document.entries[entry]);
    let pointing: Vec<&Entry> = pointing.collect();
    let spans: HashSet<Span> = pointing.iter().map(|entry| entry.span).collect();
    let urls: HashSet<&str> = pointing.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
    let mut seen = HashSet::new();
    let idle = document.entries.iter().filter(|entry| {
        let linked = entry.source.url.as_deref().is_some_and(|url| urls.contains(url));
        is_in(entry, lists) && !entry.again && !linked && !spans.contains(&entry.span) && seen.insert(entry.span)
    });
    idle.filter(|entry| is_never_named(document, entry, &body))
        .map(|entry| {
            let message = format!("nothing in the text points to entry {}", entry.label);
            Finding::new(Code::UnusedReference, message, Some(lines.place(entry.span)))
        })
        .collect()
}

fn is_never_named(document: &Document, entry: &Entry, body: &HashSet<String>) -> bool {
    let (Some(author), Some(range)) = (entry.source.authors.first(), &entry.range()) else { return false };
    let text = document.text(range);
    let never = |name: &str| words(name).all(|word| !body.contains(&word));
    let family = author.split_once(',').map(|(family, _)| family);
    // Other letters can be written in other ways: `Müller`, `Mueller`.
    if let Some(family) = family.filter(|family| family.is_ascii() && text.trim_start().starts_with(family)) {
        return words(family).next().is_some() && never(family);
    }
    let Some(published) = entry.source.published else { return false };
    !body.contains(&published.first_day().year().to_string()) && never(author)
}

/// The words outside of the entries of lists, and of the marks that lead to some of these.
fn outside_of_lists(document: &Document) -> HashSet<String> {
    let prose = document.prose.text();
    let listed = document.entries.iter().filter(|entry| matches!(entry.role, Role::Listed { .. }));
    let marks = document.markers.iter().filter(|marker| marker.shape == Shape::Named);
    let marks = marks.map(Marker::range);
    let mut ranges: Vec<_> = listed.filter_map(Entry::range).chain(marks).collect();
    ranges.sort_by_key(|range| range.start);
    let (mut found, mut at) = (HashSet::new(), 0);
    for range in ranges {
        found.extend(words(prose.get(at..range.start).unwrap_or_default()));
        at = at.max(range.end);
    }
    found.extend(words(&prose[at..]));
    found
}

/// Words and numbers in lower case; `2020a` is that of its year as well.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let all = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    all.map(|word| {
        let year = word.len() == 5 && word.as_bytes()[..4].iter().all(u8::is_ascii_digit);
        if year { word[..4].to_owned() } else { word.to_lowercase() }
    })
}

#[cfg(test)]
mod tests {
    use crate::citation::claims;
    use crate::document::{Format, Limits, parse};

    const LIST: &str = "\n\n## References\n\nDoe, J. (2019). *Rivers*. The Post. <https://a.test/1>\n\nRoe, A., & Lee, B. \
                        (2020). *Lakes*. The Post. <https://a.test/2>\n\n";

    fn codes(text: &str) -> Vec<&'static str> {
        let findings = claims(&parse(text, Format::Markdown, Limits::default()), text).findings;
        findings.iter().map(|finding| finding.code.as_str()).collect()
    }

    #[test]
    fn a_name_and_a_year_that_no_list_has_are_told() {
        let text = "Doe (2019) says so. It was long (Roe & Lee, 2020).";
        for (more, told) in [
            ("It sank (Nobody, 1999).", true),
            ("It sank (Nobody & Doe, 1999).", false),
            ("It sank (Doe, 2019; Nobody et al., 2001, p. 4).", true),
            ("It sank (see Nobody and Other, 2001).", true),
            ("It sank (Lee, 2020).", false),
            ("It sank (Doe, 2018).", false),
            ("It sank (NATO, 1999).", false),
            ("It sank (May, 1999).", false),
            ("It sank in spring (a wet one, 1999).", false),
            ("It sank (J. Nobody, personal communication, May 3, 1999).", false),
            ("The film Nobody (1999) is long.", false),
        ] {
            let expected: &[&str] = if told { &["orphan-marker"] } else { &[] };
            assert_eq!(codes(&format!("{text} {more}{LIST}")), expected, "{more}");
        }
        let bare = format!("Doe (2019) says so. It was long (Roe and Lee 2020). It sank (Nobody 1999).{LIST}");
        assert_eq!(codes(&bare), ["orphan-marker"]);
        let comma = format!("Doe (2019) says so. It was long (Roe & Lee, 2020). It sank (Apollo 1999).{LIST}");
        assert_eq!(codes(&comma), [] as [&str; 0]);
        // One mark alone is no style.
        assert_eq!(codes(&format!("Doe (2019) says so (Nobody, 1999).{LIST}")), [] as [&str; 0]);
    }

    #[test]
    fn an_entry_whose_author_is_never_named_is_told() {
        let text = "Doe (2019) says so. It was long (Roe & Lee, 2020).";
        for (more, entry, told) in [
            ("", "Poe, X. (2000). *Seas*. The Post. <https://a.test/3>", true),
            ("Others agree (Roe & Lee, 2020).", "Lee, X. (2000). *Seas*. The Post. <https://a.test/3>", true),
            ("Lee is right.", "Lee, X. (2000). *Seas*. The Post. <https://a.test/3>", false),
            ("", "Müller, X. (2000). *Seas*. The Post. <https://a.test/3>", true),
            ("Of Mueller (2000) we say less.", "Müller, X. (2000). *Seas*. The Post. <https://a.test/3>", false),
            ("As Poe has it, it sank.", "Poe, X. (2000). *Seas*. The Post. <https://a.test/3>", false),
            ("See [this](https://a.test/3).", "Poe, X. (2000). *Seas*. The Post. <https://a.test/3>", false),
            ("", "World Tide Organization. (2000). *Seas*. <https://a.test/3>", true),
            ("So does the WTO (2000).", "World Tide Organization. (2000). *Seas*. <https://a.test/3>", false),
        ] {
            let expected: &[&str] = if told { &["unused-reference"] } else { &[] };
            assert_eq!(codes(&format!("{text} {more}{LIST}{entry}\n")), expected, "{more} {entry}");
        }
    }
}
