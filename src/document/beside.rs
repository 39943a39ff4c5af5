//! Notes and references that a document keeps in other files: a `.bib`, a page of footnotes.
//!
//! A document is read by itself; what its markers name in other files is joined to it afterwards, where somebody has
//! read those files.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Document, Entry, Few, Format, Limits, Role, Shape, Source, latex, parse};

/// Other files that are read for one document.
pub const MOST_FILES: usize = 16;

/// What parts the names of files in [`Shape::Elsewhere`].
pub(super) const PARTED: &str = ", ";

/// What stands for the name of a file in [`Shape::Elsewhere`] where the document names none: what holds the references is
/// named by the project that it is part of.
pub(crate) const ANOTHER: &str = "another file";

/// Another file, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// As the document names it.
    name: String,
    /// As messages name it.
    path: String,
    /// Its entries by label, lower case: where they stand among those of the file.
    entries: HashMap<String, Vec<usize>>,
    /// What it is read as: each edit of the document is tried with it.
    read: Arc<(String, Document)>,
}

impl Beside {
    /// Reads the text of a file that a document names.
    pub fn read(name: &str, text: &str, format: Format, limits: Limits) -> Self {
        let document = parse(text, format, limits);
        let mut entries: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, entry) in document.entries.iter().enumerate() {
            entries.entry(entry.label.to_lowercase()).or_default().push(index);
        }
        // A list in LaTeX is shown with numbers, and cited by key.
        if document.format == Format::Latex {
            entries = by_keys(text, &document);
        }
        // A label that is given twice means the first; the sources of one entry are all meant.
        for named in entries.values_mut() {
            let first = document.entries[named[0]].span;
            named.retain(|&index| document.entries[index].span == first);
        }
        Self { name: name.to_owned(), path: name.to_owned(), entries, read: Arc::new((text.to_owned(), document)) }
    }

    /// The same, where messages call it by its path.
    #[must_use]
    pub fn called(mut self, path: String) -> Self {
        self.path = path;
        self
    }

    /// As messages name it.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// What it is read as.
    pub(crate) fn document(&self) -> &Document {
        &self.read.1
    }

    /// Its text.
    pub(crate) fn text(&self) -> &str {
        &self.read.0
    }

    fn named<'a>(&'a self, label: &str) -> impl Iterator<Item = &'a Entry> + use<'a> {
        self.entries.get(label).into_iter().flatten().map(|&index| &self.document().entries[index])
    }
}

impl Document {
    /// The other files that its markers lead to, each once, no more than [`MOST_FILES`].
    pub fn named_files(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for name in self.markers.iter().filter_map(|marker| marker.shape.elsewhere()).flat_map(|all| all.split(PARTED))
        {
            if names.len() < MOST_FILES && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The name of the other file that an entry is kept in.
    pub(crate) fn kept_in(&self, entry: &Entry) -> Option<&str> {
        kept(&self.beside, entry).map(|(file, _)| self.beside[file].name.as_str())
    }

    /// Leads markers to the entries of other files. Such an entry stands where the first marker points to it, since it
    /// has no bytes in this file.
    pub fn join(&mut self, files: &[Beside]) {
        let mut known: HashMap<(usize, String), Vec<usize>> = HashMap::new();
        self.beside.extend_from_slice(files);
        for file in files {
            self.silence.add_file(&file.path, file.document().silence.clone());
        }
        let before = self.entries.len();
        let lists = self.lists();
        for marker in &mut self.markers {
            let Some(names) = marker.shape.elsewhere() else { continue };
            let among: Vec<usize> =
                (0..files.len()).filter(|&file| names.split(PARTED).any(|name| name == files[file].name)).collect();
            let mut led = Vec::new();
            for label in &marker.labels {
                let key = label.to_lowercase();
                let Some(&file) = among.iter().find(|&&file| files[file].entries.contains_key(&key)) else { continue };
                let own = known.entry((file, key.clone())).or_insert_with(|| {
                    let first = self.entries.len();
                    let like = files[file].named(&key).map(|entry| {
                        let source = without_place(entry);
                        let role = Role::Listed { list: (lists + file).into(), numbered: true };
                        Entry { label: label.clone(), role, source, span: marker.span, ..Entry::default() }
                    });
                    self.entries.extend(like);
                    (first..self.entries.len()).collect()
                });
                led.extend(own.iter().copied());
            }
            let unread = names.split(PARTED).filter(|name| among.iter().all(|&file| files[file].name != *name));
            let unread: Vec<&str> = unread.collect();
            // All that could be read was: what is not there is nowhere, or in a file that was not found.
            marker.shape = if !led.is_empty() || unread.is_empty() {
                Shape::Note
            } else {
                Shape::Elsewhere(Box::new(unread.join(PARTED)))
            };
            marker.entries.extend(led);
        }
        if self.entries.len() > before {
            self.sort_entries();
        }
    }

    /// One past the number of its last list.
    fn lists(&self) -> usize {
        let numbers = self.entries.iter().filter_map(|entry| match entry.role {
            Role::Listed { list, .. } => Some(usize::from(list) + 1),
            _ => None,
        });
        numbers.max().unwrap_or(0)
    }

    fn sort_entries(&mut self) {
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        order.sort_by_key(|&index| self.entries[index].span.start());
        let mut went = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            went[old] = new;
        }
        let mut entries: Vec<Option<Entry>> = std::mem::take(&mut self.entries).into_iter().map(Some).collect();
        self.entries = order.iter().filter_map(|&old| entries[old].take()).collect();
        for entry in self.markers.iter_mut().flat_map(|marker| &mut marker.entries) {
            *entry = went[*entry];
        }
    }
}

/// The entries of the lists in a text of LaTeX, by key.
fn by_keys(text: &str, document: &Document) -> HashMap<String, Vec<usize>> {
    let keys = latex::listed_keys(text);
    let mut entries: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, entry) in document.entries.iter().enumerate() {
        let next = keys.partition_point(|(range, _)| range.start <= entry.span.start());
        let last = next.checked_sub(1).map(|last| &keys[last]);
        if let Some((_, key)) = last.filter(|(range, _)| entry.span.start() < range.end && entry.role != Role::Link) {
            entries.entry(key.to_lowercase()).or_default().push(index);
        }
    }
    entries
}

/// Which of `files` an entry of a document is kept in, and what it is there.
pub(crate) fn kept<'a>(files: &'a [Beside], entry: &Entry) -> Option<(usize, &'a Entry)> {
    let here = files.is_empty() || entry.range().is_some() || !entry.source.url_spans.is_empty();
    let label = if here { String::new() } else { entry.label.to_lowercase() };
    let mut files = files.iter().enumerate().filter(|_| !here);
    files.find_map(|(index, file)| Some((index, file.named(&label).find(|own| without_place(own) == entry.source)?)))
}

/// The source of an entry of another file, whose address stands nowhere in the document.
fn without_place(entry: &Entry) -> Source {
    let mut source = entry.source.clone();
    source.url_spans = Few::None;
    source
}

impl Shape {
    /// The names of the files that hold the note, where it is kept elsewhere.
    fn elsewhere(&self) -> Option<&str> {
        match self {
            Self::Elsewhere(names) => Some(names),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_to_the_entries_of_another_file() {
        let text = "\\section{A}\nIt sank \\cite{log, none}. Late \\cite{log}. \\bibliography{refs}\n";
        let mut document = parse(text, Format::Latex, Limits::default());
        assert_eq!(document.named_files(), ["refs.bib"]);
        let bib = "@misc{log, title={The Log}, url={https://a.test}}\n@misc{other, url={https://b.test}}\n";
        document.join(&[Beside::read("refs.bib", bib, Format::Bibtex, Limits::default())]);
        let entry = &document.entries[0];
        assert_eq!((document.entries.len(), entry.label.as_str()), (1, "log"));
        assert_eq!(entry.source.url.as_deref(), Some("https://a.test"));
        assert_eq!(
            (&entry.source.url_spans, entry.span.range()),
            (&Few::None, text.find("\\cite").unwrap()..text.find(". Late").unwrap())
        );
        assert_eq!(
            document.markers.iter().map(|marker| marker.entries.to_vec()).collect::<Vec<_>>(),
            [vec![0], vec![0]]
        );
        assert!(document.named_files().is_empty());
    }

    #[test]
    fn keys_lead_to_the_list_of_another_file_of_latex() {
        let mut document = parse("It sank \\cite{log,two}. \\cite[p.~3]{two}", Format::Latex, Limits::default());
        let main = "\\input{ch}\n\\begin{thebibliography}{9}\n\\bibitem{log} Doe. \\url{https://a.test}\n%\\bibitem{two} No.\n\
                    \\bibitem[R20]{Two} Roe. \\url{https://b.test}, \\url{https://c.test}\n\\end{thebibliography}\n";
        document.join(&[Beside::read(ANOTHER, main, Format::Latex, Limits::default())]);
        let url = |&entry: &usize| document.entries[entry].source.url.as_deref().unwrap_or_default();
        let led: Vec<Vec<&str>> =
            document.markers.iter().map(|marker| marker.entries.iter().map(url).collect()).collect();
        assert_eq!(
            led,
            [vec!["https://a.test", "https://b.test", "https://c.test"], vec!["https://b.test", "https://c.test"]]
        );
    }

    #[test]
    fn a_key_that_no_file_holds_is_in_those_that_were_not_found() {
        let mut document = parse("\\cite{none} \\bibliography{a,b,c}", Format::Latex, Limits::default());
        let read =
            |name: &str| Beside::read(name, "@misc{log, url={https://a.test}}", Format::Bibtex, Limits::default());
        document.join(&[read("a.bib"), read("b.bib")]);
        assert_eq!(document.markers[0].shape, Shape::Elsewhere(Box::new("c.bib".to_owned())));
        document.join(&[read("c.bib")]);
        assert_eq!((&document.markers[0].shape, document.markers[0].entries.len()), (&Shape::Note, 0));
    }

    #[test]
    fn what_nobody_has_read_stays_elsewhere() {
        let text = "It sank <sup>[2](/notes.html)</sup> https://z.test.";
        let mut document = parse(text, Format::Markdown, Limits::default());
        document.join(&[]);
        assert_eq!(document.markers[0].shape, Shape::Elsewhere(Box::new("/notes.html".to_owned())));
        let notes = "1. https://a.test\n2. “Tides.” https://b.test\n";
        document.join(&[Beside::read(
            "/notes.html",
            &format!("# References\n\n{notes}"),
            Format::Markdown,
            Limits::default(),
        )]);
        let led: Vec<&str> = document.markers[0]
            .entries
            .iter()
            .map(|&entry| document.entries[entry].source.url.as_deref().unwrap())
            .collect();
        assert_eq!(led, ["https://b.test"]);
    }
}
