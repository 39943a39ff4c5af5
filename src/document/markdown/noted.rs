//! Notes that cite by key, `[^1]: See @smith04, p. 3`: what points to such a note leads to what its keys lead to, and to what else
//! the note names.

use std::collections::HashMap;
use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::marker::notes::{Among, merged};
use crate::document::{Entry, Role, Shape, entry};
use crate::span::Span;

use super::outline::Note;

/// The keys of the text, and the notes so far that hold some.
pub(super) struct Noted {
    /// In the order of the prose.
    keys: Vec<Cited>,
    /// By the label of the note, lower case: the keys, and whether the note is an entry besides.
    notes: HashMap<String, (Cited, bool)>,
}

/// Keys that stand together.
#[derive(Clone)]
struct Cited {
    keys: Vec<String>,
    range: Range<usize>,
    shape: Shape,
}

impl Noted {
    /// The keys that have been found.
    pub(super) fn of(draft: &Draft<'_>) -> Self {
        let own = draft.found.iter().filter(|found| found.among == Among::Keys);
        let cited = own.map(|found| Cited {
            keys: found.labels.clone(),
            range: found.range.clone(),
            shape: found.shape.clone(),
        });
        let mut keys: Vec<Cited> = cited.collect();
        keys.sort_by_key(|cited| cited.range.start);
        Self { keys, notes: HashMap::new() }
    }

    /// Whether keys stand within a range of the prose.
    pub(super) fn cites(&self, range: &Range<usize>) -> bool {
        !self.within(range).is_empty()
    }

    fn within(&self, range: &Range<usize>) -> &[Cited] {
        let from = self.keys.partition_point(|cited| cited.range.start < range.start);
        let count = self.keys[from..].partition_point(|cited| cited.range.start < range.end);
        &self.keys[from..from + count]
    }

    /// The keys of a note made one.
    fn of_note(&self, range: &Range<usize>) -> Option<Cited> {
        let (first, others) = self.within(range).split_first()?;
        let mut all = first.clone();
        for other in others {
            all.keys.extend(other.keys.iter().filter(|key| !first.keys.contains(key)).cloned());
            if matches!(other.shape, Shape::Elsewhere(_)) {
                all.shape = other.shape.clone();
            }
        }
        Some(all)
    }

    /// A footnote whose entries are those from `first` on.
    pub(super) fn meet(&mut self, draft: &mut Draft<'_>, note: &Note, first: usize) {
        let Some(cited) = self.of_note(&note.range) else { return };
        draft.by_key.push(note.span.start());
        let kept = self.keep(draft, first, &note.range);
        self.notes.entry(note.label.to_lowercase()).or_insert((cited, kept));
    }

    /// Leads what points to the notes to their keys.
    pub(super) fn lead(self, draft: &mut Draft<'_>) {
        if self.notes.is_empty() {
            return;
        }
        // Marks side by side are one, whatever the keys of each are kept in.
        draft.found = merged(std::mem::take(&mut draft.found), draft.prose.text(), &[]);
        for found in draft.found.iter_mut().filter(|found| found.among == Among::Footnotes) {
            let of_label = |label: &String| self.notes.get(&label.to_lowercase());
            let mut labels = Vec::new();
            for label in &found.labels {
                let (keys, stays) = match of_label(label) {
                    Some((cited, kept)) => (cited.keys.as_slice(), *kept),
                    None => (&[][..], true),
                };
                labels.extend(stays.then_some(label).into_iter().chain(keys).cloned());
            }
            let mut cited = found.labels.iter().filter_map(of_label);
            if cited.clone().count() == found.labels.len() && cited.clone().all(|(_, kept)| !kept) {
                found.among = Among::Keys;
            }
            if let Some((cited, _)) = cited.find(|(cited, _)| matches!(cited.shape, Shape::Elsewhere(_))) {
                found.shape = cited.shape.clone();
            }
            found.labels = labels;
        }
    }

    /// Leads a note within a paragraph, whose entries are those from `first` on, to its keys; whether it has any.
    pub(super) fn lead_here(&self, draft: &mut Draft<'_>, note: &Range<usize>, first: usize, span: Span) -> bool {
        let Some(Cited { keys, shape, .. }) = self.of_note(note) else { return false };
        draft.by_key.push(span.start());
        self.keep(draft, first, note);
        let is_meant = |entry: &Entry| {
            entry.role == Role::Keyed && keys.iter().any(|key| key.to_lowercase() == entry.label.to_lowercase())
        };
        let meant = (0..first).filter(|&entry| is_meant(&draft.entries[entry]));
        let entries = (first..draft.entries.len()).chain(meant).collect();
        draft
            .found
            .retain(|found| found.among != Among::Keys || found.range.start < note.start || found.range.end > note.end);
        draft.point(keys, entries, shape, note.clone(), span);
        true
    }

    /// Takes the entries of a note from `first` on out again, where they name nothing besides its keys; whether they stay.
    fn keep(&self, draft: &mut Draft<'_>, first: usize, note: &Range<usize>) -> bool {
        let text = draft.prose.text().get(note.clone()).unwrap_or_default();
        let inner = |range: &Range<usize>| range.start - note.start..range.end.min(note.end) - note.start;
        let marks: Vec<Range<usize>> = self.within(note).iter().map(|cited| inner(&cited.range)).collect();
        // What it quotes of them is no title.
        let quotes = |title: &str| {
            let place = text.find(title).map(|at| at..at + title.len());
            place.is_some_and(|range| entry::mark_of(text, &marks, &range, |_| true).is_some())
        };
        let names = |own: &Entry| {
            let source = &own.source;
            let titled = source.title.as_deref().is_some_and(|title| !title.contains('@') && !quotes(title));
            source.url.is_some() || source.doi.is_some() || titled
        };
        let kept = draft.entries[first..].iter().any(names);
        if !kept {
            draft.entries.truncate(first);
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Beside, Document, Format, Limits, parse};

    /// The text, with the keys of which a file beside it holds the first two.
    fn read(body: &str) -> Document {
        let mut document =
            parse(&format!("---\nbibliography: refs.bib\n---\n\n{body}"), Format::Markdown, Limits::default());
        let bib = "@misc{doe2013, url={https://a.test}}\n@misc{roe2010, url={https://b.test}}\n";
        document.join(&[Beside::read("refs.bib", bib, Format::Bibtex, Limits::default())]);
        document
    }

    /// Where each mark of the text leads that stands before the notes.
    fn led(document: &Document) -> Vec<Vec<&str>> {
        let notes = document.prose.text().find("Notes").unwrap_or(usize::MAX);
        let own = document.markers.iter().filter(|marker| marker.range().start < notes);
        let url = |&entry: &usize| document.entries[entry].source.url.as_deref().unwrap_or("-");
        own.map(|marker| marker.entries.iter().map(url).collect()).collect()
    }

    const TEXT: &str = "It is “no gauge at all”.[^1] And “no log”.[^2] And “no sea”.[^3]\n\n# Notes\n\n";

    #[test]
    fn a_note_that_cites_by_key_leads_to_what_the_key_means_and_to_what_it_names_besides() {
        let document = read(&format!(
            "{TEXT}[^1]: See @doe2013, p. 7.\n[^2]: [@roe2010, 4]; but compare <https://c.test/log>.\n[^3]: [@doe2013; @roe2010].\n"
        ));
        assert_eq!(
            led(&document),
            [
                vec!["https://a.test"],
                vec!["https://c.test/log", "https://b.test"],
                vec!["https://a.test", "https://b.test"]
            ]
        );
        assert!(document.entries.iter().all(|entry| entry.source.url.is_some()));
        // What the front matter holds is no file.
        let text = "---\nreferences:\n- id: doe\n  URL: https://a.test\n---\n\nIt “sank”.[^1] It “rose”.[^2]\n\n# Notes\n\n[^1]: See @doe.\n[^2]: @doe; https://c.test.\n";
        let document = parse(text, Format::Markdown, Limits::default());
        assert_eq!(led(&document), [vec!["https://a.test"], vec!["https://c.test", "https://a.test"]]);
    }

    #[test]
    fn marks_of_such_notes_side_by_side_are_one_cluster() {
        let document =
            read("It “sank”[^1][^2] at dawn.[^2][^1]\n\n# Notes\n\n[^1]: See @doe2013.\n[^2]: Roe, https://c.test.\n");
        let both = vec![vec!["https://c.test", "https://a.test"]; 2];
        assert_eq!(led(&document), both);
        let document = read("It “sank”[^1][^2] at dawn.\n\n# Notes\n\n[^1]: See @doe2013.\n[^2]: See @roe2010.\n");
        assert_eq!(led(&document), [vec!["https://a.test", "https://b.test"]]);
    }

    #[test]
    fn notes_within_a_paragraph_cite_by_key_as_well() {
        let document = read("It “sank”^[See @doe2013, p. 7] and “rose”^[@roe2010; https://c.test] so.\n");
        assert_eq!(led(&document), [vec!["https://a.test"], vec!["https://c.test", "https://b.test"]]);
    }

    #[test]
    fn what_means_the_note_before_has_no_source_behind_one_that_cites_by_key() {
        let document = read(&format!("{TEXT}[^1]: Roe, https://c.test.\n[^2]: See @doe2013.\n[^3]: Ibid., p. 4.\n"));
        assert_eq!(led(&document), [vec!["https://c.test"], vec!["https://a.test"], vec!["-"]]);
        let document =
            read(&format!("{TEXT}[^1]: Roe, https://c.test.\n[^2]: Doe.\n[^3]: @doe2013; https://d.test.\n"));
        assert_eq!(led(&document), [vec!["https://c.test"], vec!["-"], vec!["https://d.test", "https://a.test"]]);
    }

    #[test]
    fn what_a_note_quotes_of_its_key_is_no_title_of_another_source() {
        let document = read(&format!(
            "{TEXT}[^1]: But see @doe2013 [p. 3]: “the gauge speaks at night”.\n[^2]: “The log speaks by day” [@roe2010, p. 4].\n\
             [^3]: Ann Lee, “The Sea and the Night,” *Post*, 2019; see @doe2013.\n"
        ));
        assert_eq!(led(&document), [vec!["https://a.test"], vec!["https://b.test"], vec!["-", "https://a.test"]]);
        let titles: Vec<&str> = document.entries.iter().filter_map(|entry| entry.source.title.as_deref()).collect();
        assert_eq!(titles, ["The Sea and the Night"]);
    }

    #[test]
    fn a_note_without_a_key_stays_what_it_is() {
        let text = "It “sank”.[^1] It “rose”.[^2] It “fell”.[^3]\n\n# Notes\n\n[^1]: Thanks to @hazel, 2019, https://c.test.\n[^2]: `@doe2013`.\n[^3]: Doe, “The Log”.\n";
        let document = parse(text, Format::Markdown, Limits::default());
        assert_eq!(led(&document), [vec!["https://c.test"], vec!["-"], vec!["-"]]);
        // Nobody says that the names of references are known, but for their form.
        let text = "It “sank”.[^1] It “rose”.[^2] It “fell”.[^3] It “stood”.[^4]\n\n# Notes\n\n[^1]: @min11, p. 7.\n[^2]: See @hazel.\n\
                    [^3]: Vgl. @smith2004b, S. 3.\n[^4]: The account @doe99 says so, https://c.test.\n";
        let mut document = parse(text, Format::Markdown, Limits::default());
        let bib = "@misc{min11, url={https://a.test}}\n@misc{smith2004b, url={https://b.test}}\n@misc{doe99, url={https://d.test}}\n";
        document.join(&[Beside::read("another file", bib, Format::Bibtex, Limits::default())]);
        assert_eq!(led(&document), [["https://a.test"], ["-"], ["https://b.test"], ["https://c.test"]]);
        // A text that cites so in brackets cites so without them.
        let text = format!("It “set” [@min11]. {}", text.replace("@min11, p. 7", "As @min11 says"));
        let mut document = parse(&text, Format::Markdown, Limits::default());
        document.join(&[Beside::read("another file", bib, Format::Bibtex, Limits::default())]);
        assert_eq!(led(&document)[..2], [["https://a.test"], ["https://a.test"]]);
        // A printed work that stands beside the key is a source as well.
        let document = read(&format!(
            "{TEXT}[^1]: Jane Roe, “The Sea at Night,” *Harbour Post*, 2019; see also @doe2013.\n[^2]: B.\n[^3]: C.\n"
        ));
        assert_eq!(led(&document)[0], ["-", "https://a.test"]);
    }
}
