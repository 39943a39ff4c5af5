//! What is wrong with a document that shows without looking at any source.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::document::{ANOTHER, Beside, Document, Entry, Format, ListNumber, Marker, Role, Shape, tex_files_of};
use crate::finding::{Code, Finding, Level};
use crate::locator::{archive_url, key, shown, user_info};
use crate::span::{Lines, Span, floor_char_boundary};

use super::cited::Citations;
use super::{Citation, archive_links, author_year, order, publishers, remark, twice};

/// Everything that shows from the entries and markers of a document, whose citations come one after another.
pub(super) struct Checks<'a> {
    document: &'a Document,
    file: &'a str,
    lines: &'a Lines<'a>,
    found: Vec<Finding>,
    /// The entries of other files that are cited, by the paths of these.
    cited: HashMap<String, HashSet<Span>>,
    twice: twice::Twice<'a>,
    publishers: publishers::Publishers,
}

/// What is wrong with the markers of a document.
pub(super) fn of_markers(document: &Document, text: &str, lines: &Lines<'_>) -> Vec<Finding> {
    let mut found = orphans(document, text, lines);
    let whole = !takes_in_parts(document, text);
    if whole {
        found.extend(unused(document, lines));
    }
    found.extend(author_year::findings(document, lines, whole));
    found.extend(order::findings(document, lines));
    found
}

impl<'a> Checks<'a> {
    /// `text` is that of the file; `found` is what is wrong with its markers.
    pub(super) fn new(document: &'a Document, text: &'a str, lines: &'a Lines<'a>, found: Vec<Finding>) -> Self {
        let twice = twice::Twice::new(document, text);
        let (cited, publishers) = Default::default();
        Self { document, file: text, lines, found, cited, twice, publishers }
    }

    pub(super) fn citation(&mut self, entry: &Entry, citation: &Citation) {
        // What stands for an earlier note has nothing of its own that could be wrong.
        if entry.again {
            return;
        }
        let Self { document, file, lines, found, cited, twice, publishers } = self;
        twice.citation(entry, citation);
        publishers.citation(citation);
        // Its file is read like any other document, and what is wrong with it there is told as it is then.
        if let Some(kept) = &citation.kept {
            cited.entry(kept.file.clone()).or_default().insert(kept.place.span);
            return;
        }
        found.extend(without_url(document, file, entry, citation));
        found.extend(dates(citation));
        found.extend(archive_links::findings((document.format, file), entry, citation, lines));
        found.extend(tracking(citation, lines));
        found.extend(shown_as_another(document, entry, citation));
    }

    pub(super) fn finish(self) -> Vec<Finding> {
        let (document, cited) = (self.document, self.cited);
        let mut found = self.found;
        found.extend(self.twice.finish().into_iter().map(|pair| pair.finding));
        found.extend(self.publishers.finish());
        for file in &document.beside {
            found.extend(cited.get(file.path()).into_iter().flat_map(|cited| of_file(file, cited)));
        }
        found
    }
}

/// What is wrong with those entries of another file that the document cites, as the file by itself shows it.
fn of_file(file: &Beside, cited: &HashSet<Span>) -> Vec<Finding> {
    let (document, text) = (file.document(), file.text());
    let lines = document.lines(text);
    let mut checks = Checks::new(document, text, &lines, document.findings.clone());
    for (entry, citation) in Citations::new(document.entries.iter().cloned(), &lines, &[]) {
        checks.citation(&entry, &citation);
    }
    let Checks { found, twice, publishers, .. } = checks;
    let records = matches!(document.format, Format::Bibtex | Format::CslJson | Format::Ris);
    let of_cited = |finding: &Finding| {
        let Some(at) = finding.place.map(|place| place.span) else { return false };
        let mut around = document.entries.iter().map(|entry| entry.span).filter(|span| span.contains(at)).peekable();
        // What stands in no record is about the file, or about one that others take from.
        records && around.peek().is_none() || around.any(|span| cited.contains(&span))
    };
    let mut kept: Vec<Finding> = found.into_iter().chain(publishers.finish()).filter(of_cited).collect();
    let pairs = twice.finish().into_iter();
    kept.extend(pairs.filter(|pair| cited.contains(&pair.first) || of_cited(&pair.finding)).map(|pair| pair.finding));
    kept.into_iter().map(|finding| finding.in_file(Some(file.path()))).collect()
}

/// Markers with a label that no entry has.
fn orphans(document: &Document, text: &str, lines: &Lines<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    // Of what no file is named for nobody needs to be told at every place.
    let mut told = false;
    let listed = document.entries.iter().filter(|entry| matches!(entry.role, Role::Listed { .. }));
    let labelled: HashSet<&str> = listed.map(|entry| entry.label.as_str()).collect();
    let led = |marker: &&Marker| marker.shape.is_note() && marker.shape != Shape::Wanting;
    for marker in document.markers.iter().filter(led) {
        let known: HashSet<String> =
            marker.entries.iter().map(|&entry| document.entries[entry].label.to_lowercase()).collect();
        let mut missing: Vec<&str> =
            marker.labels.iter().filter(|label| !known.contains(&label.to_lowercase())).map(String::as_str).collect();
        if missing.is_empty() || labelled.is_empty() && is_of_author(document, text, marker) {
            continue;
        }
        let mut told_of = HashSet::new();
        missing.retain(|label| told_of.insert(*label));
        let (labels, are) = (missing.join(", "), if missing.len() > 1 { "are" } else { "is" });
        let (message, level) = match &marker.shape {
            Shape::Elsewhere(page) if page.as_str() == ANOTHER => {
                if std::mem::replace(&mut told, true) {
                    continue;
                }
                let why = "which neither this document nor its project names";
                (format!("{labels} {are} kept in another file, {why}"), Level::Note)
            }
            Shape::Elsewhere(page) => {
                (format!("{labels} {are} kept in {page}, which was not found beside this document"), Level::Note)
            }
            Shape::Dead => (format!("{labels} is what a chat program left behind; it leads nowhere"), Level::Warning),
            _ if leads_within(text, marker) => {
                (format!("the document has no note where the mark {labels} leads"), Level::Warning)
            }
            _ if missing.iter().all(|label| labelled.contains(*label)) => {
                let message = format!("several lists have an entry {labels}, and nothing tells which is meant");
                (message, Level::Warning)
            }
            Shape::Link | Shape::Cite | Shape::Note | Shape::Bare | Shape::Named | Shape::Wanting => {
                (format!("no entry of the document is numbered {labels}"), Level::Warning)
            }
        };
        found.push(Finding::new(Code::OrphanMarker, message, Some(lines.place(marker.span))).at_level(level));
    }
    found
}

/// Whether a mark is a link to a place in its own page.
fn leads_within(text: &str, marker: &Marker) -> bool {
    let written = text.get(marker.span.range()).unwrap_or_default();
    ["href=\"#", "href='#", "href=#"].iter().any(|link| written.contains(link))
}

/// Whether other files are part of the document: what they point to is not known.
fn takes_in_parts(document: &Document, text: &str) -> bool {
    document.format == Format::Latex && !tex_files_of(text).parts.is_empty()
}

/// Bytes before a number in which a name is looked for.
const NAME: usize = 80;

/// Whether a raised number stands apart behind a name, as those do that lead to where an author works.
fn is_of_author(document: &Document, text: &str, marker: &Marker) -> bool {
    let raised = text.get(marker.span.range()).is_some_and(|written| written.starts_with("<sup"));
    let prose = document.prose.text();
    let start = marker.range().start;
    let line = &prose[floor_char_boundary(prose, start.saturating_sub(NAME))..start];
    let line = &line[line.rfind('\n').map_or(0, |end| end + 1)..];
    let apart = line.ends_with([' ', '\u{a0}']);
    let word = line.trim_end().rsplit(' ').next().unwrap_or_default();
    raised && apart && word.starts_with(char::is_uppercase) && word.ends_with(char::is_alphabetic)
}

/// Entries that nothing points to. A list that no marker points to at all is a list for further reading.
fn unused(document: &Document, lines: &Lines<'_>) -> Vec<Finding> {
    // Names can be written in ways that lead to no entry: that none does is no proof.
    let exact = document.markers.iter().filter(|marker| marker.shape != Shape::Named);
    let pointed = exact.flat_map(|marker| &marker.entries).map(|&entry| &document.entries[entry]);
    let used: HashSet<Span> = pointed.filter(|entry| entry.role != Role::Link).map(|entry| entry.span).collect();
    let lists: HashSet<ListNumber> = document
        .entries
        .iter()
        .filter(|entry| used.contains(&entry.span))
        .filter_map(|entry| list_of(entry.role))
        .collect();
    let mut seen = HashSet::new();
    let marked = document.markers.iter().any(|marker| marker.shape != Shape::Link);
    let idle = document.entries.iter().filter(|entry| match entry.role {
        Role::Link | Role::Keyed => false,
        Role::Footnote if !marked && is_for_other_files(document.format, &entry.label) => false,
        Role::Footnote | Role::Definition => true,
        Role::Listed { list, .. } => lists.contains(&list),
    });
    idle.filter(|entry| !used.contains(&entry.span) && seen.insert(entry.span))
        .map(|entry| {
            let message = format!("nothing in the text points to entry {}", entry.label);
            Finding::new(Code::UnusedReference, message, Some(lines.place(entry.span)))
        })
        .collect()
}

/// Whether other files can point to an entry of a document that has no mark at all: the list of a thesis is a file of its own,
/// and the citations of one page are known to all pages of its documentation.
fn is_for_other_files(format: Format, label: &str) -> bool {
    match format {
        Format::Latex => true,
        Format::Rst => label.contains(char::is_alphabetic),
        _ => false,
    }
}

fn list_of(role: Role) -> Option<ListNumber> {
    match role {
        Role::Listed { list, .. } => Some(list),
        Role::Link | Role::Footnote | Role::Definition | Role::Keyed => None,
    }
}

fn without_url(document: &Document, file: &str, entry: &Entry, citation: &Citation) -> Option<Finding> {
    if entry.role == Role::Link || citation.url.is_some() || citation.doi.is_some() || !citation.url_spans.is_empty() {
        return None;
    }
    let text = entry.range().map_or("", |range| document.text(&range));
    let broken = text.split_whitespace().find(|word| {
        let word = word.trim_start_matches(['(', '<', '[']).to_lowercase();
        ["http:", "https:", "http/", "https/", "htp:", "htpp", "hhttp", "ttp:", "ttps:"]
            .iter()
            // `HTTP/1.1` is the protocol.
            .any(|start| word.strip_prefix(start).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit())))
    });
    if broken.is_none() && remark::is_one(document, entry, citation, file) {
        return None;
    }
    Some(match broken {
        Some(word) => Finding::new(Code::UrlInvalid, format!("{word} is no address"), Some(citation.place)),
        None => {
            Finding::new(Code::EntryWithoutUrl, format!("entry {} names no address", entry.label), Some(citation.place))
        }
    })
}

/// Parameters that follow the reader. Those of an address that an archive has in its own are part of the capture's name.
fn tracking(citation: &Citation, lines: &Lines<'_>) -> Option<Finding> {
    let url = citation.url.as_ref().filter(|url| archive_url::read(url).is_none())?;
    let query = url.split('#').next()?.split_once('?')?.1;
    let names = query.split('&').map(|pair| pair.split('=').next().unwrap_or(pair));
    let tracking: Vec<&str> = names.filter(|name| key::is_tracking(name)).collect();
    let place = citation.url_spans.first().map_or(citation.place, |&span| lines.place(span));
    let message = || format!("{} of the address says nothing about the page", tracking.join(", "));
    (!tracking.is_empty()).then(|| Finding::new(Code::TrackingParameters, message(), Some(place)))
}

/// A link of the text whose words are the address of another page.
fn shown_as_another(document: &Document, entry: &Entry, citation: &Citation) -> Option<Finding> {
    let (url, range) = (citation.url.as_ref()?, entry.range().filter(|_| entry.role == Role::Link)?);
    // The emphasis that its underscores make is none of an address that stands bare.
    if entry.source.url_spans.first() == Some(&entry.span) {
        return None;
    }
    let words = user_info::starred(document.text(&range).trim());
    let message = || format!("{words} is shown, {url} is linked");
    // In print an address goes on wherever the next line of its cell stands.
    let is_begun = document.format == Format::Pdf && shown::begins(&words, url);
    (!is_begun && shown::is_another(&words, url))
        .then(|| Finding::new(Code::LinkTextDiffers, message(), Some(citation.place)))
}

/// What is wrong with the access date on the day `today`, wherever on earth the author is.
pub(super) fn in_future(citation: &Citation, today: Date) -> Option<Finding> {
    let accessed = citation.accessed?;
    let tomorrow = today.tomorrow().unwrap_or(today);
    (accessed.first_day() > tomorrow)
        .then(|| citation.finding(Code::AccessedInFuture, format!("accessed {accessed}, which is yet to come")))
}

fn dates(citation: &Citation) -> Option<Finding> {
    let (published, accessed) = (citation.published?, citation.accessed?);
    (accessed.last_day() < published.first_day()).then(|| {
        let message = format!("accessed {accessed}, but published {published}");
        Finding::new(Code::AccessedBeforePublished, message, Some(citation.place))
    })
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod beside_tests;
#[cfg(test)]
mod marks_tests;
#[cfg(test)]
mod near_tests;
#[cfg(test)]
mod orphans_tests;
#[cfg(test)]
mod parts_tests;
#[cfg(test)]
mod private_tests;
#[cfg(test)]
mod silent_tests;
#[cfg(test)]
mod wiki_tests;
