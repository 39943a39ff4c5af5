//! A text under watch, as a value: its prose with the markup taken out, what it cites, where it points to that, and a
//! way back to the bytes of the file.

mod asciidoc;
mod beside;
mod chapters;
mod chat;
mod draft;
mod entity;
mod entry;
mod few;
mod formula;
mod fragment;
mod html;
mod ignore;
mod laid;
mod latex;
mod light;
mod list;
mod markdown;
mod marker;
mod notebook;
mod org;
mod others;
mod pairs;
mod pieces;
mod plain;
mod prose;
mod records;
mod rst;
mod same_author;
pub(crate) mod saying;
mod short;
mod signs;
mod sniff;
mod source;
mod stretch;
mod tally;
mod wikitext;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::finding::silence::Silence;
use crate::finding::{Code, Finding};
use crate::span::{Lines, Span, floor_char_boundary};
use crate::text::laid::Laid;

pub(crate) use beside::{ANOTHER, kept};
pub use beside::{Beside, MOST_FILES};
pub(crate) use entity::of as character_reference;
pub(crate) use entry::dates::access_date;
pub(crate) use entry::{is_title_case, is_unspaced};
pub(crate) use few::freed_on_the_way;
pub use few::{Few, Rare};
pub(crate) use latex::{
    TexFiles, files_of as tex_files_of, has_meaning as has_tex_meaning, own_arguments as tex_arguments,
};
pub(crate) use marker::years::says_private;
pub use pieces::{Block, BlockKind, Entry, Gap, ListNumber, Marker, Quoted, Role, Shape, Voice};
pub use prose::Prose;
pub(crate) use records::places_again;
pub use source::{Said, Source};
pub use stretch::Stretch;
pub use tally::tally;
pub(crate) use wikitext::{Parameter, Says, Template, Templates};

/// The format of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Plain text with numbered notes.
    Plain,
    /// `CommonMark` with footnotes, tables and front matter.
    Markdown,
    /// The source of a page of a wiki.
    Wikitext,
    /// An article as a browser has it.
    Html,
    /// `reStructuredText`.
    Rst,
    /// `BibTeX` and `BibLaTeX`.
    Bibtex,
    /// The items of Zotero and Pandoc.
    CslJson,
    /// The records of reference managers.
    Ris,
    /// `AsciiDoc`.
    Asciidoc,
    /// Documents of Org mode.
    Org,
    /// `LaTeX`, with the `.bib` files that it names.
    Latex,
    /// The Markdown cells of a notebook.
    Jupyter,
    /// A document of an office program.
    Docx,
    /// Pages as they are printed.
    Pdf,
}

/// What the places of a document are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Lines, with spans of bytes.
    Line,
    /// Paragraphs.
    Paragraph,
    /// Pages.
    Page,
}

/// How much of a document is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes that are read; what stands behind them is left out, and a finding says so.
    pub bytes: usize,
}

/// A document, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What it was read as.
    pub format: Format,
    /// From the front matter, or the heading that it opens with.
    pub title: Option<String>,
    /// Its words, without markup.
    pub prose: Prose,
    /// Paragraphs and their like, ranges of the prose, in order and apart.
    pub blocks: Vec<Block>,
    /// Bytes of the file at which rows of tables begin, in order.
    pub rows: Vec<usize>,
    /// Bytes of the file of the cells that stand in more than one row, each with how many rows it has, in order.
    pub spanning: Vec<(Span, usize)>,
    /// Where words stand that reading does not know, in order.
    pub gaps: Vec<Gap>,
    /// Where in the prose links stand that lead to other pages of the same site, in order.
    pub local: Vec<Range<usize>>,
    /// Where in the prose the items of lists stand that hold a block quotation, and those in these, the outer first.
    pub items: Vec<Range<usize>>,
    /// What it cites: one for each URL, in the order of the text.
    pub entries: Vec<Entry>,
    /// Where it points to its entries, in the order of the text.
    pub markers: Vec<Marker>,
    /// Passages between quotation marks, in the order of the text.
    pub quoted: Vec<Quoted>,
    /// What is wrong with it, as far as reading shows.
    pub findings: Vec<Finding>,
    /// Where the paragraphs or pages begin of what has no lines.
    pub starts: Vec<(usize, usize)>,
    /// What its writer has asked to be silent about.
    pub silence: Silence,
    /// Other files that were joined to it: they are joined again to what edits make of it.
    pub beside: Vec<Beside>,
}

impl Format {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Markdown => "markdown",
            Self::Wikitext => "wikitext",
            Self::Html => "html",
            Self::Rst => "rst",
            Self::Bibtex => "bibtex",
            Self::CslJson => "csl-json",
            Self::Ris => "ris",
            Self::Asciidoc => "asciidoc",
            Self::Org => "org",
            Self::Latex => "latex",
            Self::Jupyter => "jupyter",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }

    /// Every format, in the order of the documentation.
    pub const ALL: [Self; 14] = [
        Self::Plain,
        Self::Markdown,
        Self::Html,
        Self::Wikitext,
        Self::Bibtex,
        Self::CslJson,
        Self::Ris,
        Self::Rst,
        Self::Asciidoc,
        Self::Org,
        Self::Latex,
        Self::Jupyter,
        Self::Docx,
        Self::Pdf,
    ];

    /// The format that `word` names.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == word)
    }

    /// The words of all formats, for a message.
    pub fn words() -> String {
        Self::ALL.map(Self::as_str).join(", ")
    }

    /// The format that a text itself shows, where nothing else tells.
    pub fn of_content(text: &str) -> Option<Self> {
        sniff::format(text)
    }

    /// The light markup that a text shows which has no name with an ending.
    pub(crate) fn of_light(text: &str) -> Option<Self> {
        signs::of_light(text)
    }

    /// What a file that is called text shows itself to be.
    pub(crate) fn of_called_text(text: &str) -> Option<Self> {
        signs::of_called_text(text)
    }

    /// What the places of a document are counted by. What is no text has no bytes that anybody could point to.
    pub fn unit(self) -> Unit {
        match self {
            Self::Docx => Unit::Paragraph,
            Self::Pdf => Unit::Page,
            _ => Unit::Line,
        }
    }

    /// The format that the ending of a path says.
    pub fn of_path(path: &str) -> Option<Self> {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let (stem, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            _ if stem.is_empty() => None,
            "txt" | "text" => Some(Self::Plain),
            "md" | "markdown" | "mdown" | "mkd" | "mkdn" | "mdx" | "qmd" | "rmd" => Some(Self::Markdown),
            "wikitext" | "wiki" | "mediawiki" | "mw" => Some(Self::Wikitext),
            "html" | "htm" | "xhtml" | "xht" => Some(Self::Html),
            "rst" | "rest" => Some(Self::Rst),
            "bib" | "bibtex" | "biblatex" => Some(Self::Bibtex),
            "csljson" => Some(Self::CslJson),
            "json" if stem.to_ascii_lowercase().ends_with(".csl") => Some(Self::CslJson),
            "ris" => Some(Self::Ris),
            "adoc" | "asciidoc" | "asc" => Some(Self::Asciidoc),
            "org" => Some(Self::Org),
            "tex" | "latex" | "ltx" => Some(Self::Latex),
            "ipynb" => Some(Self::Jupyter),
            "docx" | "docm" | "dotx" => Some(Self::Docx),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }
}

impl Default for Limits {
    /// 100 MB: a hundred times the largest real document measured, and still read in seconds.
    fn default() -> Self {
        Self { bytes: 100_000_000 }
    }
}

impl Document {
    /// The lines of `text`, which is that of this document, or what stands for lines in it.
    pub fn lines<'a>(&self, text: &'a str) -> Lines<'a> {
        if self.starts.is_empty() { Lines::new(text) } else { Lines::of_starts(text, &self.starts) }
    }

    /// The text of a range of the prose.
    pub fn text(&self, range: &Range<usize>) -> &str {
        &self.prose.text()[range.clone()]
    }

    /// The labels of a marker: as written, else those of its entries.
    pub fn labels(&self, marker: &Marker) -> Vec<String> {
        if !marker.labels.is_empty() {
            return marker.labels.to_vec();
        }
        let mut labels: Vec<String> = marker.entries.iter().map(|&entry| self.entries[entry].label.clone()).collect();
        labels.dedup();
        labels
    }

    /// The block that holds the position `at` of the prose.
    pub fn block_at(&self, at: usize) -> Option<usize> {
        let after = self.blocks.partition_point(|block| block.range().start <= at);
        after.checked_sub(1).filter(|&index| at <= self.blocks[index].range().end)
    }
}

impl Document {
    /// Leads everything back to the file from which the text that was read is put together; `lines` are the file's.
    fn lead_through(&mut self, source: &Prose, lines: &Lines<'_>) {
        let led = |span: Span| source.span(&span.range());
        self.prose = std::mem::take(&mut self.prose).through(source);
        for entry in &mut self.entries {
            entry.span = led(entry.span);
            entry.source.url_spans.iter_mut().for_each(|span| *span = led(*span));
        }
        self.markers.iter_mut().for_each(|marker| marker.span = led(marker.span));
        self.rows.iter_mut().for_each(|row| *row = led(Span::new(*row, *row)).start());
        self.spanning.iter_mut().for_each(|(cell, _)| *cell = led(*cell));
        self.silence.lead(led);
        for place in self.findings.iter_mut().filter_map(|finding| finding.place.as_mut()) {
            *place = lines.place(led(place.span));
        }
    }
}

/// Where HTML stands in a document of Markdown in which Markdown is not read, in order.
pub(crate) fn raw_html(text: &str, format: Format) -> Vec<Range<usize>> {
    match format {
        Format::Markdown => markdown::raw_html(text),
        Format::Jupyter => notebook::raw_html(text),
        _ => Vec::new(),
    }
}

/// Reads what was taken out of a DOCX or a PDF.
pub fn parse_laid(text: &str, laid: &Laid, format: Format) -> Document {
    let lines = Lines::of_starts(text, &laid.starts);
    let mut document = laid::read(text, laid, format, &lines);
    document.starts.clone_from(&laid.starts);
    document
}

/// Reads `text`. Never fails: what cannot be read as structure is read as prose.
pub fn parse(text: &str, format: Format, limits: Limits) -> Document {
    let kept = &text[..floor_char_boundary(text, limits.bytes.min(prose::LONGEST))];
    let kept = if format == Format::Markdown { &kept[..markdown::readable(kept)] } else { kept };
    // Lines that end as they did on the first Macintosh are lines, and as long.
    let mended;
    let kept = if kept.contains('\r') && !kept.contains('\n') {
        mended = kept.replace('\r', "\n");
        &mended
    } else {
        kept
    };
    let lines = Lines::new(kept);
    let mut document = match format {
        Format::Markdown => markdown::read(kept, &lines),
        Format::Wikitext => wikitext::read(kept, &lines),
        Format::Html => html::read(kept, &lines),
        Format::Rst => rst::read(kept, &lines),
        Format::Asciidoc => asciidoc::read(kept, &lines),
        Format::Org => org::read(kept, &lines),
        Format::Latex => latex::read(kept, &lines),
        Format::Jupyter => notebook::read(kept, &lines),
        // The bytes of the last two are no text; whoever hands one over has taken the words out.
        Format::Plain | Format::Docx | Format::Pdf => plain::read(kept, &lines),
        Format::Bibtex | Format::CslJson | Format::Ris => records::read(kept, format, &lines),
    };
    if kept.len() < text.len() {
        let message = format!("only the first {} of {} bytes were read", kept.len(), text.len());
        let place = lines.place(Span::new(kept.len(), kept.len()));
        document.findings.push(Finding::new(Code::DocumentCut, message, Some(place)));
    }
    document
}

#[cfg(test)]
pub(crate) mod shown;
#[cfg(test)]
mod tests;
