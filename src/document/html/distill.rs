//! Articles made with Distill: what they cite by key, `<d-cite key="doe2019,lee">`, is an entry of the BibTeX that stands in
//! them, or in a file that they name.

use std::collections::HashMap;

use crate::document::beside::{ANOTHER, PARTED};
use crate::document::draft::Draft;
use crate::document::{Entry, Few, Format, Limits, Role, Shape, Source, parse};
use crate::span::Span;

use super::tree::{Event, Tree};
use super::writer::Writer;

/// Elements that cite by key, in both versions of the program.
const CITING: [&str; 2] = ["d-cite", "dt-cite"];
/// Elements that hold the references, or name their file.
const HOLDING: [&str; 2] = ["d-bibliography", "dt-bibliography"];
/// What a script says of itself that is nothing but references.
const SCRIPTS: [&str; 3] = ["text/bibtex", "text/bibliography", "application/x-bibtex"];

/// A place that cites by key.
#[derive(Debug)]
pub(super) struct Keyed {
    pub(super) keys: Vec<String>,
    /// In the prose.
    pub(super) place: usize,
    pub(super) span: Span,
}

/// The keys that an element cites.
fn keys(tree: &Tree<'_>, element: usize) -> Vec<String> {
    let written = tree.value(element, "key").or_else(|| tree.value(element, "bibtex-key")).unwrap_or_default();
    written.split([',', ';']).map(str::trim).filter(|key| !key.is_empty()).map(str::to_owned).collect()
}

impl Writer<'_, '_> {
    /// Notes what an element cites by key; whether it is one that does.
    pub(super) fn cites_by_key(&mut self, element: usize) -> bool {
        let own = &self.tree.elements[element];
        if !CITING.contains(&own.name.as_str()) {
            return false;
        }
        let (keys, span) = (keys(self.tree, element), Span::new(own.tag.start, own.end));
        if !keys.is_empty() {
            self.seen.keyed.push(Keyed { keys, place: self.draft.prose.len(), span });
        }
        true
    }
}

/// Adds what is cited by key, each where it is cited first, and the markers.
pub(super) fn add(draft: &mut Draft<'_>, tree: &Tree<'_>, keyed: &[Keyed]) {
    if keyed.is_empty() {
        return;
    }
    let library = Library::of(tree);
    let mut known: HashMap<String, Vec<usize>> = HashMap::new();
    for Keyed { keys, place, span } in keyed {
        let led: Vec<usize> = keys.iter().flat_map(|key| library.entries(draft, tree, key, &mut known)).collect();
        let shape = if led.is_empty() { library.elsewhere() } else { Shape::Note };
        draft.point(keys.clone(), led, shape, *place..*place, *span);
    }
}

/// What an article holds for its keys.
struct Library {
    /// By key, lower case: what is cited, and where it stands in the file.
    sources: HashMap<String, Vec<(Source, Span)>>,
    files: Vec<String>,
}

impl Library {
    fn of(tree: &Tree<'_>) -> Self {
        let mut library = Self { sources: HashMap::new(), files: Vec::new() };
        for (element, own) in tree.elements.iter().enumerate() {
            let holds = HOLDING.contains(&own.name.as_str());
            let is_script = own.name == "script"
                && tree
                    .value(element, "type")
                    .is_some_and(|kind| SCRIPTS.contains(&kind.to_ascii_lowercase().as_str()));
            if holds {
                library.files.extend(tree.value(element, "src").filter(|name| !name.is_empty()));
            }
            let held = own.parent.is_some_and(|parent| HOLDING.contains(&tree.elements[parent].name.as_str()));
            for event in tree.events[own.events.clone()].iter().filter(|_| holds || is_script && !held) {
                if let Event::Text(range) = event {
                    library.read(&tree.text[range.clone()], range.start);
                }
            }
        }
        library
    }

    /// Reads references that stand at `base`. Where a key is given twice the first counts.
    fn read(&mut self, text: &str, base: usize) {
        let mut own: HashMap<String, Vec<(Source, Span)>> = HashMap::new();
        for entry in parse(text, Format::Bibtex, Limits::default()).entries {
            let span = Span::new(base + entry.span.start(), base + entry.span.end());
            let mut source = entry.source;
            source.url_spans = Few::None;
            let named = own.entry(entry.label.to_lowercase()).or_default();
            if named.first().is_none_or(|(_, first)| *first == span) {
                named.push((source, span));
            }
        }
        for (key, named) in own {
            self.sources.entry(key).or_insert(named);
        }
    }

    /// The entries of a key, which are added where it is cited first; in a page that a browser has saved, the item of the
    /// list that the program has made.
    fn entries(
        &self,
        draft: &mut Draft<'_>,
        tree: &Tree<'_>,
        key: &str,
        known: &mut HashMap<String, Vec<usize>>,
    ) -> Vec<usize> {
        let lower = key.to_lowercase();
        if let Some(known) = known.get(&lower) {
            return known.clone();
        }
        let first = draft.entries.len();
        for (source, span) in self.sources.get(&lower).into_iter().flatten() {
            let (label, source) = (key.to_owned(), source.clone());
            draft.entries.push(Entry { label, role: Role::Keyed, source, span: *span, ..Entry::default() });
        }
        let mut own: Vec<usize> = (first..draft.entries.len()).collect();
        if own.is_empty()
            && let Some(target) = tree.target(key)
        {
            let start = tree.elements[target].tag.start;
            own.extend((0..first).filter(|&entry| draft.entries[entry].span.start() == start));
        }
        known.insert(lower, own.clone());
        own
    }

    /// What a key is that the article does not hold.
    fn elsewhere(&self) -> Shape {
        let files = if self.files.is_empty() { ANOTHER.to_owned() } else { self.files.join(PARTED) };
        let own = self.files.is_empty() && !self.sources.is_empty();
        if own { Shape::Note } else { Shape::Elsewhere(Box::new(files)) }
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Limits, Shape, parse};

    const BIB: &str = "@article{doe2019, title={Tides}, author={Doe, Jane}, year={2019}, url={https://a.test/tides}}\n\
                       @book{lee, title={Ropes}, doi={10.1234/ropes}}\n@misc{none, url={https://c.test}}\n";

    fn read(text: &str) -> Document {
        parse(text, Format::Html, Limits::default())
    }

    /// Every marker with the addresses that it leads to.
    fn led(document: &Document) -> Vec<String> {
        let notes = document.markers.iter().filter(|marker| marker.shape.is_note());
        let shown = notes.map(|marker| {
            let urls = marker.entries.iter().map(|&entry| {
                let source = &document.entries[entry].source;
                source.url.clone().or(source.doi.clone()).unwrap_or_default()
            });
            format!("{}: {}", marker.labels.join(","), urls.collect::<Vec<_>>().join(" "))
        });
        shown.collect()
    }

    #[test]
    fn keys_lead_to_the_bibtex_of_the_article() {
        let body = |cite: &str| format!("<d-article><p>It “rose by night”{cite} and fell.</p></d-article>");
        let inside = format!("<d-bibliography><script type=\"text/bibtex\">{BIB}</script></d-bibliography>");
        let old = format!("<script type=\"text/bibliography\">{BIB}</script>");
        let bare = format!("<d-bibliography>{BIB}</d-bibliography>");
        for held in [&inside, &old, &bare] {
            for (cite, expected) in [
                ("<d-cite key=\"doe2019\"></d-cite>", "doe2019: https://a.test/tides"),
                ("<d-cite key=\"doe2019, lee\"></d-cite>", "doe2019,lee: https://a.test/tides 10.1234/ropes"),
                ("<d-cite bibtex-key=\"Doe2019\"/></d-cite>", "Doe2019: https://a.test/tides"),
                ("<dt-cite key='doe2019'>[?]</dt-cite>", "doe2019: https://a.test/tides"),
                ("<d-cite key=\"unknown\"></d-cite>", "unknown: "),
            ] {
                for text in [format!("{}{held}", body(cite)), format!("{held}{}", body(cite))] {
                    let document = read(&text);
                    assert_eq!(led(&document), [expected], "{text}");
                    assert!(document.prose.text().contains("“rose by night” and fell."), "{}", document.prose.text());
                    for entry in &document.entries {
                        assert!(text[entry.span.range()].starts_with('@') && entry.source.url_spans.is_empty());
                    }
                }
            }
        }
    }

    #[test]
    fn keys_lead_to_the_file_that_the_article_names_and_to_the_list_that_a_browser_has_saved() {
        let cite = "<p>It rose<d-cite key=\"doe2019\"></d-cite>.</p>";
        let document = read(&format!("{cite}<d-bibliography src=\"refs.bib\"></d-bibliography>"));
        assert_eq!(document.markers[0].shape, Shape::Elsewhere(Box::new("refs.bib".to_owned())));
        assert_eq!(document.named_files(), ["refs.bib"]);
        let saved = "<d-citation-list><h3 id=\"references\">References</h3><ol class=\"references\">\
                     <li id=\"doe2019\"><span class=\"title\">Tides</span> <a href=\"https://a.test/tides\">[link]</a></li></ol></d-citation-list>";
        assert_eq!(led(&read(&format!("{cite}{saved}"))), ["doe2019: https://a.test/tides"]);
        assert!(led(&read("<p>It rose<d-cite></d-cite> <q key=\"doe2019\">so</q>.</p>")).is_empty());
    }

    #[test]
    fn notes_of_distill_are_counted() {
        let document = read(
            "<p>It rose.<d-footnote>See <a href=\"https://a.test\">Doe</a>.</d-footnote> It “fell by night”.\
             <d-footnote>Says <a href=\"https://b.test\">Lee</a>.</d-footnote></p>",
        );
        assert_eq!(led(&document), ["1: https://a.test", "2: https://b.test"]);
    }
}
