//! Puts a document in order once all of it is gathered: quotations, marks that only their place tells, what each mark
//! leads to, and the numbers of links.

use std::collections::HashSet;
use std::ops::Range;

use url::Url;

use crate::document::chapters::Chapters;
use crate::document::marker::notes::{self, Among, Found};
use crate::document::marker::{brackets, column, names, numbers, raised, signs, years};
use crate::document::pairs::Pairing;
use crate::document::{
    BlockKind, Document, Entry, Format, Marker, Quoted, Role, Shape, Voice, formula, same_author, short,
};
use crate::finding::silence::Which;
use crate::finding::{Code, Finding};
use crate::locator::host;
use crate::locator::user_info::{self, starred};

use super::keyed::Keyed;
use super::{Draft, bodies};

impl Draft<'_> {
    /// Puts everything in order and leads markers to their entries.
    pub(in crate::document) fn finish(mut self, title: Option<String>) -> Document {
        self.masked.sort_by_key(|mask| (mask.start, mask.end));
        notes::renumber(&mut self.entries);
        self.read_leftovers();
        same_author::fill(&mut self.entries, &self.prose);
        formula::mask(&mut self);
        self.masked.sort_by_key(|mask| (mask.start, mask.end));
        self.items_with_quotations();
        self.quotations_of_notes();
        let mut quoted = self.quoted();
        let mut found = self.marks(&quoted);
        self.without_titles(&found, &mut quoted);
        bodies::join(&self.prose, &mut self.entries, &found);
        let (dropped, unread) = self.leave_out(&mut found, &mut quoted);
        let order = self.sort_entries();
        for link in &mut self.links {
            link.entries.iter_mut().for_each(|entry| *entry = order[*entry]);
        }
        drop(order);
        self.join_captures();
        self.narrative.sort_unstable();
        // Only a wiki has two templates side by side of which the second begins the next sentence.
        let apart: &[usize] = if self.format == Format::Wikitext { &self.narrative } else { &[] };
        let unread = notes::resolve(&self.entries, notes::merged(unread, self.prose.text(), apart), &dropped);
        let mut markers = notes::resolve(&self.entries, notes::merged(found, self.prose.text(), apart), &dropped);
        if markers.is_empty() {
            markers = std::mem::take(&mut self.links);
        } else {
            markers.append(&mut self.links);
        }
        markers.sort_by_key(|marker| (marker.span.start(), marker.span.end()));
        without_linked(&mut markers);
        self.with_linked(&mut markers);
        self.gaps.sort_by_key(|gap| gap.at);
        self.local.sort_unstable_by_key(|place| place.start);
        notes::cluster(&mut markers, self.prose.text(), &self.gaps, apart);
        self.tell_voices(&mut markers);
        self.number_links(&mut markers);
        self.address_findings();
        self.by_key.sort_unstable();
        let more = short::resolve(&mut self.entries, &self.prose, &self.by_key);
        self.findings.sort_by_key(|finding| finding.place);
        let mut silence = self.silence();
        // What a mark that is left out points to is used all the same.
        for &entry in unread.iter().flat_map(|marker| &marker.entries) {
            silence.add_at(self.entries[entry].span, Which::Codes(vec![Code::UnusedReference]));
        }
        short::add_more(&mut self.entries, more, &mut markers);
        for span in short::led_to(&self.entries) {
            silence.add_at(span, Which::Codes(vec![Code::UnusedReference]));
        }
        self.rows.sort_unstable();
        self.spanning.sort_unstable();
        let Self { format, mut prose, mut blocks, rows, spanning, gaps, local, items, entries, findings, .. } = self;
        prose.shrink();
        blocks.shrink_to_fit();
        let title = title.map(|title| title.trim().to_owned()).filter(|title| !title.is_empty());
        Document {
            format,
            title,
            prose,
            blocks,
            rows,
            spanning,
            gaps,
            local,
            items,
            entries,
            markers,
            quoted,
            findings,
            starts: Vec::new(),
            silence,
            beside: Vec::new(),
        }
    }

    /// The marks of notes: those that the format has shown, and those that their form or their place tells.
    fn marks(&mut self, quoted: &[Quoted]) -> Vec<Found> {
        let mut found = std::mem::take(&mut self.found);
        self.chapters = Chapters::of(self);
        // Wikis have a mark of their own for every note, and files of references have none.
        let flat = matches!(self.format, Format::Plain | Format::Markdown | Format::Html | Format::Docx | Format::Pdf)
            || self.is_light() && self.entries.iter().any(|entry| matches!(entry.role, Role::Listed { .. }));
        if flat {
            found.extend(brackets::find(self));
            self.without_addressed(&mut found);
            raised::without_powers(self, &mut found);
            found.extend(signs::find(self));
        }
        // Footnotes do not keep the numbers of a list that has its own from being pointed to.
        let own = |entry: &Entry| matches!(entry.role, Role::Listed { numbered: true, .. });
        let numbered = self.entries.iter().any(own);
        let noted = |found: &Found| found.shape == Shape::Note && (found.among == Among::Lists || !numbered);
        if let Some(named) = self.named_beside_footnotes(&found, quoted).filter(|_| flat && !numbered) {
            self.tell_narrative(&named);
            found.extend(named);
        } else if flat && found.iter().any(noted) {
            self.without_figures(&mut found, quoted);
        } else if let Some(raised) = Some(signs::counted_raised(self)).filter(|raised| flat && !raised.is_empty()) {
            found.extend(raised);
        } else if flat {
            let linked = self.links.iter().any(|link| link.shape == Shape::Note);
            let dated =
                if linked && !self.links_by_name() { Vec::new() } else { self.unlinked(years::find(self, quoted)) };
            let with_years = linked || dated.iter().any(|found| found.shape == Shape::Named);
            let named = if with_years { dated } else { self.without_linked_names(names::find(self, quoted)) };
            let bare = numbers::find(self, quoted);
            // A document has one style, and what of the other is found in it is chance.
            if named.iter().filter(|found| found.shape == Shape::Named).count() > bare.len() {
                if with_years {
                    self.tell_narrative(&named);
                }
                found.extend(named);
            } else if bare.is_empty() && !linked && found.iter().all(|found| found.shape != Shape::Note) {
                found.extend(signs::counted(self));
            } else {
                found.extend(bare);
            }
        }
        if flat {
            let known: HashSet<Range<usize>> = found.iter().map(|own| own.range.clone()).collect();
            found.extend(column::find(self).into_iter().filter(|own| !known.contains(&own.range)));
        }
        found.append(&mut self.leftover);
        self.chapters.lead(&mut found);
        found
    }

    /// The marks by name of a list that has no numbers, in a document whose other marks are all those of footnotes: such a
    /// paper has remarks in its notes. Where these are more, what no list has is no sign that names are the custom.
    fn named_beside_footnotes(&self, found: &[Found], quoted: &[Quoted]) -> Option<Vec<Found>> {
        let notes = found.iter().filter(|found| found.shape == Shape::Note);
        let links = self.links.iter().filter(|link| link.shape == Shape::Note);
        let count = notes.clone().count() + links.clone().count();
        let of_foot = |&entry: &usize| self.entries[entry].role == Role::Footnote;
        let feet = notes.clone().all(|note| note.among == Among::Footnotes)
            && links.clone().all(|link| link.entries.iter().all(of_foot));
        let by_name = links.clone().next().is_some() && self.links_by_name();
        if count == 0 || !feet || by_name || self.listed().next().is_none() {
            return None;
        }
        let linked: HashSet<usize> = links.flat_map(|link| link.entries.iter().copied()).collect();
        if !self.stand_apart(&linked) {
            return None;
        }
        let leads = |marks: &[Found]| marks.iter().filter(|mark| mark.shape == Shape::Named).count();
        let mut named = self.unlinked(years::find(self, quoted));
        if leads(&named) == 0 {
            named = self.unlinked(self.without_linked_names(names::find(self, quoted)));
            return Some(named).filter(|named| leads(named) > count);
        }
        if leads(&named) < count {
            named.retain(|mark| mark.shape == Shape::Named);
        }
        Some(named)
    }

    /// Whether none of these entries is an item of a list that others stand in, to which nothing leads.
    fn stand_apart(&self, linked: &HashSet<usize>) -> bool {
        const CONTAINERS: &[&str] = &[
            "<ol",
            "<ul",
            "<dl",
            "<section",
            "<aside",
            "<footer",
            "<table",
            "</ol",
            "</ul",
            "</dl",
            "</section",
            "</aside",
            "</footer",
            "</table",
            "<h1",
            "<h2",
            "<h3",
            "<h4",
            "<h5",
            "<h6",
            "<hr",
        ];
        let listed = |index: &usize| matches!(self.entries[*index].role, Role::Listed { .. });
        let mut all: Vec<usize> =
            (0..self.entries.len()).filter(|index| linked.contains(index) || listed(index)).collect();
        all.sort_by_key(|&index| self.entries[index].span.start());
        all.windows(2).filter(|pair| linked.contains(&pair[0]) != linked.contains(&pair[1])).all(|pair| {
            let gap = self.text.get(self.entries[pair[0]].span.end()..self.entries[pair[1]].span.start());
            gap.is_some_and(|gap| CONTAINERS.iter().any(|tag| gap.contains(tag)))
        })
    }

    /// Notes which of the marks of a name and a year are part of their sentence.
    fn tell_narrative(&mut self, named: &[Found]) {
        let is_narrative = |found: &&Found| years::is_narrative(&self.prose.text()[found.range.clone()]);
        self.narrative.extend(named.iter().filter(is_narrative).map(|found| found.span.start()));
    }

    /// Puts the numbers of a list that stand without brackets, or the names and years of one that has no numbers, in the place
    /// of the numbers in brackets, where they are many more: the others are the figures of a chart, or indices. A document
    /// has one style.
    fn without_figures(&mut self, found: &mut Vec<Found>, quoted: &[Quoted]) {
        let is_figure = |found: &Found| {
            found.shape == Shape::Note
                && found.among == Among::Lists
                && self.prose.text()[found.range.clone()].starts_with('[')
                && found.labels.iter().all(|label| label.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let listed: HashSet<&str> = self.listed().collect();
        let used = |marks: &mut dyn Iterator<Item = &Found>| {
            let labels: HashSet<&str> = marks.flat_map(|mark| &mark.labels).map(String::as_str).collect();
            labels.intersection(&listed).count()
        };
        let in_brackets = used(&mut found.iter().filter(|mark| mark.shape == Shape::Note));
        if in_brackets * 2 >= listed.len() || !found.iter().any(is_figure) {
            return;
        }
        let bare = numbers::find(self, quoted);
        if used(&mut bare.iter()) > in_brackets * 2 {
            found.retain(|mark| !is_figure(mark));
            found.extend(bare);
            return;
        }
        if self.entries.iter().any(|entry| matches!(entry.role, Role::Listed { numbered: true, .. })) {
            return;
        }
        let dated = self.unlinked(years::find(self, quoted));
        if used(&mut dated.iter().filter(|mark| mark.shape == Shape::Named)) > in_brackets * 2 {
            found.retain(|mark| !is_figure(mark));
            self.tell_narrative(&dated);
            found.extend(dated);
        }
    }

    /// Takes out the titles that marks call works by, `("New media law," 2022)`: nobody is quoted there.
    fn without_titles(&self, found: &[Found], quoted: &mut Vec<Quoted>) {
        let calls = |found: &&Found| {
            found.shape == Shape::Named
                && years::is_titled(self.prose.text().get(found.range.clone()).unwrap_or_default())
        };
        let mut titles: Vec<Range<usize>> = found.iter().filter(calls).map(|found| found.range.clone()).collect();
        titles.sort_unstable_by_key(|title| title.start);
        quoted.retain(|quoted| {
            let own = quoted.parts[0].range();
            let next = titles.partition_point(|title| title.end < own.end);
            titles.get(next).is_none_or(|title| own.start < title.start)
        });
    }

    /// What the entries of lists are called.
    fn listed(&self) -> impl Iterator<Item = &str> {
        let own = self.entries.iter().filter(|entry| matches!(entry.role, Role::Listed { .. }));
        own.map(|entry| entry.label.as_str())
    }

    /// Whether the format has marks of its own, which writers of a list that the format does not know leave out.
    fn is_light(&self) -> bool {
        matches!(self.format, Format::Org | Format::Asciidoc | Format::Rst)
    }

    /// Whether what links lead to by notes is called by names: some writers link the first mention of a work, and no other.
    fn links_by_name(&self) -> bool {
        let mut notes = self.links.iter().filter(|link| link.shape == Shape::Note);
        let has_letters = |label: &String| label.chars().filter(|c| c.is_alphabetic()).nth(1).is_some();
        notes.all(|link| link.labels.iter().any(has_letters))
    }

    /// Those marks that are not links themselves.
    fn unlinked(&self, mut found: Vec<Found>) -> Vec<Found> {
        let mut linked: Vec<Range<usize>> = self.link_marks().collect();
        linked.sort_unstable_by_key(|range| (range.start, range.end));
        found.retain(|found| {
            let next = linked.partition_point(|range| range.end <= found.range.start);
            linked.get(next).is_none_or(|range| range.start >= found.range.end)
        });
        found
    }

    /// Where in the prose links stand that are marks of notes.
    fn link_marks(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.links.iter().filter(|link| link.shape == Shape::Note).map(Marker::range)
    }

    /// Tells the markers that are part of their sentence.
    fn tell_voices(&mut self, markers: &mut [Marker]) {
        for marker in markers.iter_mut().filter(|marker| marker.shape.is_note()) {
            let year = marker.labels.first().map_or("", String::as_str);
            let named = || years::is_year_of_name(self.prose.text(), marker.range().start, year);
            if self.narrative.binary_search(&marker.span.start()).is_ok() || named() {
                marker.voice = Voice::Narrative;
            }
        }
    }

    fn quoted(&self) -> Vec<Quoted> {
        let bare = matches!(
            self.format,
            Format::Plain | Format::Markdown | Format::Html | Format::Docx | Format::Pdf | Format::Jupyter
        );
        let mut pairing = if bare { Pairing::typed() } else { Pairing::default() };
        let keyed = Keyed::of(self);
        for block in &self.blocks {
            match block.kind {
                BlockKind::Paragraph | BlockKind::Item | BlockKind::Cell => {
                    pairing.read(self.prose.text(), block.range(), &self.masked);
                }
                BlockKind::Entry if keyed.is_note(&block.range()) => {
                    pairing.stop();
                    pairing.read(self.prose.text(), block.range(), &self.masked);
                    pairing.stop();
                }
                BlockKind::Heading | BlockKind::Caption | BlockKind::Entry => pairing.stop(),
            }
        }
        let mut quoted = pairing.finish();
        quoted.retain(|quoted| keyed.quotes(self.prose.text(), &quoted.parts[0].range()));
        quoted
    }

    /// Sorts the entries by place; gives where each one went.
    fn sort_entries(&mut self) -> Vec<usize> {
        let place = |entry: &Entry| (entry.span.start(), entry.source.url_spans.first().copied());
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        // As they are where a document has links alone.
        if self.entries.is_sorted_by_key(place) {
            return order;
        }
        order.sort_by_key(|&index| place(&self.entries[index]));
        let mut went = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            went[old] = new;
        }
        // In their place, since entries are large.
        order.clone_from(&went);
        for at in 0..order.len() {
            while order[at] != at {
                let to = order[at];
                self.entries.swap(at, to);
                order.swap(at, to);
            }
        }
        went
    }

    /// Links carry no label of their own: they are counted on from the highest number of the lists.
    fn number_links(&mut self, markers: &mut [Marker]) {
        let mut number = self.entries.iter().filter_map(|entry| entry.label.parse::<usize>().ok()).max().unwrap_or(0);
        let mut last = None;
        for entry in self.entries.iter_mut().filter(|entry| entry.role == Role::Link && entry.label.is_empty()) {
            // The sources of one note share its number.
            number = number.saturating_add(usize::from(last != Some(entry.span)));
            last = Some(entry.span);
            entry.label = number.to_string();
        }
        // Of links they are told where they are asked for: see [`Document::labels`].
        for marker in markers.iter_mut().filter(|marker| marker.labels.is_empty() && marker.shape.is_note()) {
            let mut labels: Vec<String> =
                marker.entries.iter().map(|&entry| self.entries[entry].label.clone()).collect();
            labels.dedup();
            marker.labels = labels.into();
        }
    }

    /// What is wrong with addresses: not one, or with a password in it.
    fn address_findings(&mut self) {
        for entry in &mut self.entries {
            // With a host that is written plainly it is one, and nobody logs in.
            let doubtful =
                entry.source.url.as_ref().filter(|url| host::as_written(url).is_none() || user_info::is_in(url));
            let Some(written) = doubtful.cloned() else { continue };
            let span = entry.source.url_spans.first().copied().unwrap_or(entry.span);
            let finding = |code, message: String| Finding::new(code, message, Some(self.lines.place(span)));
            match Url::parse(&written) {
                Err(problem) => {
                    entry.source.url = None;
                    self.findings
                        .push(finding(Code::UrlInvalid, format!("{} is no address: {problem}", starred(&written))));
                }
                Ok(url) if is_slip(url.scheme()) => {
                    entry.source.url = None;
                    let message = format!("{} is no address: there is no {}", starred(&written), url.scheme());
                    self.findings.push(finding(Code::UrlInvalid, message));
                }
                Ok(url) if user_info::is_in(&written) => {
                    let host = url.host_str().unwrap_or_default();
                    self.findings
                        .push(finding(Code::CredentialsInUrl, format!("the address on {host} holds credentials")));
                }
                Ok(_) => {}
            }
        }
    }
}

/// Takes out marks in brackets that lead to no entry and whose number is a link to a page, `[[1](https://…)]`: what they
/// mean is that page. `markers` are in the order of the file.
fn without_linked(markers: &mut Vec<Marker>) {
    const MOST: usize = 4;
    let is_held = |at: usize| {
        let own = &markers[at];
        let within = |next: &&Marker| next.span.start() < own.span.end();
        let mut held = markers[at + 1..].iter().take(MOST).take_while(within);
        own.shape == Shape::Note
            && own.entries.is_empty()
            && held.any(|next| !next.entries.is_empty() && next.span.end() <= own.span.end())
    };
    let gone: Vec<usize> = (0..markers.len()).filter(|&at| is_held(at)).collect();
    for at in gone.into_iter().rev() {
        markers.remove(at);
    }
}

/// Whether a scheme is that of the web but for a letter, `htp`, `hhtps`.
fn is_slip(scheme: &str) -> bool {
    !matches!(scheme, "http" | "https") && ["http", "https"].iter().any(|own| strsim::levenshtein(own, scheme) == 1)
}
