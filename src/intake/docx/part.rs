//! One part of a DOCX, read from its XML.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::bookmark::Codes;
use super::field::{self, Control, Field};
use super::numbering::Numbering;
use super::sources::{self, Sources};
use super::story::{Cited, Link, Mark, Paragraph, Story, Style};
use super::styles::Styles;
use super::xml::attribute;
use super::{citavi, endnote};

/// Bytes of words of one part.
const MOST_TEXT: usize = 100_000_000;

/// A part, with where its links lead.
pub(super) struct Part<'s> {
    pub(super) links: HashMap<String, String>,
    pub(super) sources: &'s Sources,
    /// What programs keep for the bookmarks around what they show.
    pub(super) codes: &'s Codes,
    pub(super) styles: &'s Styles,
}

/// One line of a list of relations.
#[derive(Debug)]
pub(super) struct Relation {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) target: String,
}

/// The relations of a part.
pub(super) fn relations(xml: &str) -> Vec<Relation> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(start) | Event::Empty(start) if start.local_name().as_ref() == "Relationship" => {
                let value = |name| attribute(&start, name).unwrap_or_default();
                found.push(Relation { id: value("Id"), kind: value("Type"), target: value("Target") });
            }
            Event::Eof => break,
            _ => {}
        }
    }
    found
}

/// A part while it is read.
struct Telling<'p> {
    part: &'p Part<'p>,
    story: Story,
    /// Where the paragraphs that are open begin, each with its style: text boxes stand in paragraphs.
    open: Vec<(usize, Style)>,
    /// Elements that are open and hide what is in them.
    hidden: usize,
    /// The runs that are open: a text box stands in a run.
    runs: Vec<Run>,
    /// Words are read.
    in_text: bool,
    in_code: bool,
    in_data: bool,
    /// Links that are open.
    links: Vec<(usize, Option<String>)>,
    fields: Vec<Field>,
    controls: Vec<Control>,
    note: Option<(String, usize)>,
    /// Bookmarks that are open, by their ids.
    bookmarks: HashMap<String, Bookmark>,
    /// How the section numbers its notes that ends with the paragraph that is open so deep, and which of them is told now.
    section: Option<(usize, [Numbering; 2])>,
    numbering: Option<usize>,
    /// Rows so far, and those that are open: a cell can hold a table.
    rows: usize,
    open_rows: Vec<usize>,
}

/// A run while it is read.
#[derive(Debug)]
struct Run {
    start: usize,
    is_italic: bool,
    is_raised: bool,
}

/// A bookmark while it is open.
#[derive(Debug)]
struct Bookmark {
    name: String,
    start: usize,
    /// The marks before it.
    marks: usize,
}

impl Part<'_> {
    /// Reads the XML, as far as it can be read.
    pub(super) fn read(&self, xml: &str) -> Story {
        let mut telling = Telling {
            part: self,
            story: Story::default(),
            open: Vec::new(),
            hidden: 0,
            runs: Vec::new(),
            in_text: false,
            in_code: false,
            in_data: false,
            links: Vec::new(),
            fields: Vec::new(),
            controls: Vec::new(),
            note: None,
            bookmarks: HashMap::new(),
            section: None,
            numbering: None,
            rows: 0,
            open_rows: Vec::new(),
        };
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = false;
        let mut depth = 0_usize;
        loop {
            let Ok(event) = reader.read_event() else {
                telling.story.is_broken = true;
                break;
            };
            match event {
                Event::Start(start) => {
                    depth += 1;
                    telling.start(&start);
                }
                Event::Empty(start) => {
                    telling.start(&start);
                    telling.end(start.local_name().as_ref());
                }
                Event::End(end) => {
                    depth = depth.saturating_sub(1);
                    telling.end(end.local_name().as_ref());
                }
                Event::Text(text) => telling.words(&text),
                Event::CData(text) => telling.words(&text),
                Event::GeneralRef(name) => telling.entity(&name),
                Event::Eof => {
                    telling.story.is_broken = depth > 0;
                    break;
                }
                _ => {}
            }
            if telling.story.text.len() > MOST_TEXT {
                break;
            }
        }
        telling.finish()
    }
}

/// Elements whose words nobody sees: moved away, deleted, or another way to show the same.
fn is_hidden(name: &str) -> bool {
    matches!(name, "moveFrom" | "del" | "Fallback" | "rPrChange" | "pPrChange" | "sectPrChange")
}

impl Telling<'_> {
    fn start(&mut self, start: &BytesStart<'_>) {
        let name = start.local_name();
        if is_hidden(name.as_ref()) {
            self.hidden += 1;
        }
        if self.hidden > 0 {
            return;
        }
        match name.as_ref() {
            "p" => {
                let start = self.begin();
                self.open.push((start, Style::Other));
            }
            "pStyle" => {
                if let (Some(open), Some(style)) = (self.open.last_mut(), attribute(start, "val")) {
                    open.1 = self.part.styles.of(&style);
                }
            }
            "outlineLvl" => {
                if let Some(open) = self.open.last_mut() {
                    open.1 = Style::Heading;
                }
            }
            "tr" => {
                self.rows += 1;
                self.open_rows.push(self.rows);
            }
            "r" => self.runs.push(Run { start: self.story.text.len(), is_italic: false, is_raised: false }),
            "i" | "vertAlign" | "rStyle" => self.set_run(name.as_ref(), attribute(start, "val").as_deref()),
            "sectPr" => self.section = Some((self.open.len(), <[Numbering; 2]>::default())),
            "footnotePr" | "endnotePr" => self.numbering = Some(usize::from(name.as_ref() == "endnotePr")),
            "numFmt" | "numStart" | "numRestart" => {
                let value = attribute(start, "val").unwrap_or_default();
                if let (Some((_, own)), Some(kind)) = (&mut self.section, self.numbering) {
                    own[kind].set(name.as_ref(), &value);
                }
            }
            "t" => self.in_text = true,
            "instrText" => self.in_code = true,
            "fldData" => self.in_data = true,
            "tab" | "br" | "cr" if !self.open.is_empty() => self.story.text.push(' '),
            "noBreakHyphen" => self.story.text.push('-'),
            "hyperlink" => {
                let url = attribute(start, "id").and_then(|id| self.part.links.get(&id));
                let anchor = attribute(start, "anchor").unwrap_or_default();
                let url = url.map(|url| field::with_anchor(url, &anchor));
                self.links.push((self.story.text.len(), url));
            }
            "fldSimple" => {
                let code = attribute(start, "instr").unwrap_or_default();
                self.fields.push(Field { code, data: String::new(), result: Some(self.story.text.len()) });
            }
            "bookmarkStart" => {
                if let (Some(name), Some(id)) = (attribute(start, "name"), attribute(start, "id")) {
                    let (start, marks) = (self.story.text.len(), self.story.marks.len());
                    self.bookmarks.insert(id, Bookmark { name, start, marks });
                }
            }
            "bookmarkEnd" => {
                if let Some(own) = attribute(start, "id").and_then(|id| self.bookmarks.remove(&id)) {
                    self.bookmark_end(own);
                }
            }
            "sdt" => self.controls.push(Control::default()),
            "tag" => {
                if let Some(control) = self.controls.last_mut().filter(|control| control.start.is_none()) {
                    control.name = attribute(start, "val").unwrap_or_default();
                }
            }
            "sdtContent" => {
                if let Some(control) = self.controls.last_mut() {
                    control.start = Some(self.story.text.len());
                }
            }
            "fldChar" => self.field_mark(attribute(start, "fldCharType").as_deref()),
            "footnoteReference" | "endnoteReference" => {
                let at_end = name.as_ref() == "endnoteReference";
                if let Some(id) = attribute(start, "id") {
                    self.story.marks.push(Mark { at: self.story.text.len(), id, at_end });
                }
            }
            "footnote" | "endnote" => {
                // Separators have a type, notes mostly none.
                let is_note = attribute(start, "type").is_none_or(|kind| kind == "normal");
                self.note = attribute(start, "id").filter(|_| is_note).map(|id| (id, self.begin()));
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if is_hidden(name) {
            self.hidden = self.hidden.saturating_sub(1);
            return;
        }
        if self.hidden > 0 {
            return;
        }
        match name {
            "tr" => {
                self.open_rows.pop();
            }
            "r" => self.run_end(),
            "t" => self.in_text = false,
            "instrText" => self.in_code = false,
            "fldData" => self.in_data = false,
            "p" => {
                if let Some((start, style)) = self.open.pop() {
                    let row = self.open_rows.last().copied();
                    self.story.paragraphs.push(Paragraph { range: start..self.story.text.len(), style, row });
                }
                self.section_end();
            }
            "sectPr" => self.section_end(),
            "footnotePr" | "endnotePr" => self.numbering = None,
            "hyperlink" => {
                if let Some((start, Some(url))) = self.links.pop() {
                    self.story.links.push(Link { range: start..self.story.text.len(), url });
                }
            }
            "fldSimple" => self.field_end(),
            "sdt" => self.control_end(),
            "footnote" | "endnote" => {
                if let Some((id, start)) = self.note.take() {
                    let end = self.story.text.len();
                    let words = &self.story.text[start..end];
                    let lead = words.len() - words.trim_start().len();
                    let range = start + lead..start + lead.max(words.trim_end().len());
                    self.story.notes.push((id, range));
                }
            }
            _ => {}
        }
    }

    /// How the words of a run are set.
    fn set_run(&mut self, name: &str, value: Option<&str>) {
        let Some(run) = self.runs.last_mut() else { return };
        match name {
            "i" => run.is_italic = !value.is_some_and(|value| matches!(value, "0" | "false" | "off")),
            "vertAlign" => run.is_raised = value == Some("superscript"),
            _ => run.is_raised |= value.is_some_and(|style| self.part.styles.of(style) == Style::Mark),
        }
    }

    /// Runs of italics side by side are one emphasis, and raised numbers side by side one number.
    fn run_end(&mut self) {
        let end = self.story.text.len();
        let Some(Run { start, is_italic, is_raised }) = self.runs.pop().filter(|run| run.start < end) else { return };
        let is_numbers = self.story.text[start..end].chars().all(|c| c.is_ascii_digit() || ", –-".contains(c));
        let told = [(is_italic, &mut self.story.emphasised), (is_raised && is_numbers, &mut self.story.raised)];
        for (_, ranges) in told.into_iter().filter(|(is_told, _)| *is_told) {
            match ranges.last_mut().filter(|last| last.end == start) {
                Some(last) => last.end = end,
                None => ranges.push(start..end),
            }
        }
    }

    /// A section ends with the paragraph that tells how it is set, or with the text.
    fn section_end(&mut self) {
        if let Some((_, own)) = self.section.take_if(|(depth, _)| *depth > self.open.len() || *depth == 0) {
            self.story.sections.push((self.story.text.len(), own));
        }
    }

    /// Where the next paragraph begins; those of a note stand in one line.
    fn begin(&mut self) -> usize {
        if !self.story.text.is_empty() {
            self.story.text.push(if self.note.is_some() { ' ' } else { '\n' });
        }
        self.story.text.len()
    }

    fn words(&mut self, words: &str) {
        if self.hidden > 0 {
            return;
        }
        if self.in_data {
            if let Some(field) = self.fields.last_mut().filter(|field| field.result.is_none()) {
                field.data.push_str(words);
            }
        } else if self.in_code {
            if let Some(field) = self.fields.last_mut().filter(|field| field.result.is_none()) {
                field.code.push_str(words);
            }
        } else if self.in_text {
            self.story.text.extend(words.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }));
        }
    }

    /// `&amp;`, `&#233;`: those that XML itself has, and no other.
    fn entity(&mut self, name: &str) {
        let written = format!("&{name};");
        if let Ok(said) = quick_xml::escape::unescape(&written) {
            self.words(&said);
        }
    }

    /// A field has its code, then, perhaps, what it shows.
    fn field_mark(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => {
                self.fields.push(Field { code: String::new(), data: String::new(), result: None });
            }
            Some("separate") => {
                let at = self.story.text.len();
                if let Some(field) = self.fields.last_mut() {
                    field.result = Some(at);
                }
            }
            Some("end") => self.field_end(),
            _ => {}
        }
    }

    fn field_end(&mut self) {
        let Some(Field { code, data, result }) = self.fields.pop() else { return };
        let end = self.story.text.len();
        let range = result.unwrap_or(end)..end;
        if let Some(url) = field::link(&code) {
            self.story.links.push(Link { range, url });
        } else if let Some((name, is_mark)) = field::note_of(&code) {
            // In running words, `see note 3`, it is none.
            if is_mark || self.story.raised.last().is_some_and(|last| last.start >= range.start) {
                self.story.again.push((range, name.to_owned()));
            }
        } else if field::is_bibliography(&code) {
            self.story.bibliographies.push(range);
        } else {
            let of_word = || sources::cited(&code).into_iter().filter_map(|tag| self.part.sources.get(tag).cloned());
            let items: Vec<String> = if endnote::is_citation(&code) {
                endnote::items(&code, &data)
            } else {
                field::items(&code).into_iter().chain(citavi::items(&code)).chain(of_word()).collect()
            };
            if !items.is_empty() {
                self.story.cited.push(Cited { range, items });
            }
        }
    }

    /// What a bookmark shows that a program keeps a code for, which is that of a field; or a mark of a note.
    fn bookmark_end(&mut self, own: Bookmark) {
        let Bookmark { name, start: from, marks } = own;
        let Some(code) = self.part.codes.get(&name).map(|code| code.trim()) else {
            if marks < self.story.marks.len() {
                self.story.bookmarked.insert(name, marks);
            }
            return;
        };
        let code = if code.starts_with("ADDIN") { code.to_owned() } else { format!("ADDIN {code}") };
        let range = from..self.story.text.len();
        let items = field::items(&code);
        if field::is_bibliography(&code) {
            self.story.bibliographies.push(range);
        } else if !items.is_empty() {
            self.story.cited.push(Cited { range, items });
        }
    }

    fn control_end(&mut self) {
        let Some(control) = self.controls.pop() else { return };
        let range = control.start.unwrap_or(self.story.text.len())..self.story.text.len();
        let items = control.items();
        if control.is_bibliography() {
            self.story.bibliographies.push(range);
        } else if !items.is_empty() {
            self.story.cited.push(Cited { range, items });
        }
    }

    fn finish(mut self) -> Story {
        while let Some((start, style)) = self.open.pop() {
            let row = self.open_rows.last().copied();
            self.story.paragraphs.push(Paragraph { range: start..self.story.text.len(), style, row });
        }
        self.story.in_order()
    }
}
