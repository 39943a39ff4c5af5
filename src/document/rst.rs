//! reStructuredText: numbered and named notes, targets, links with their address, quotations set apart.

mod inline;
mod lines;

use std::collections::HashMap;
use std::ops::Range;

use crate::date;
use crate::span::Lines;

use super::draft::Draft;
use super::light::gathered::{self, Gathered};
use super::light::listed::{self, Part};
use super::light::{paragraph, raw};
use super::{BlockKind, Document, Format};

use lines::{Kind, Line};

/// Reads reStructuredText.
pub(super) fn read(text: &str, lines: &Lines<'_>) -> Document {
    let mut draft = Draft::new(Format::Rst, text, lines, date::majority(text));
    let mut reader = Reader {
        lines: lines::lines(text),
        at: 0,
        gathered: Gathered::default(),
        title: None,
        quotations: 0,
        table_end: 0,
        bases: Vec::new(),
        list: false,
    };
    reader.gathered.attributes = substitutions(text);
    reader.gathered.linked = substituted_links(text);
    reader.read(&mut draft);
    let title = reader.title.take();
    gathered::add(&mut draft, reader.gathered, inline::write);
    draft.finish(title)
}

/// What `.. |name| replace:: words` puts in the place of `|name|`, by its name in lower case.
fn substitutions(text: &str) -> HashMap<String, String> {
    let defined = text.lines().filter_map(|line| {
        let (name, words) = line.trim_start().strip_prefix(".. |")?.split_once("| replace::")?;
        let words = words.trim();
        let plain = !words.is_empty() && !words.contains(['`', '*', '|', '\\']);
        plain.then(|| (name.to_lowercase(), words.to_owned()))
    });
    defined.collect()
}

/// The links that `` .. |name| replace:: `words <https://…>`_ `` puts in the place of `|name|`.
fn substituted_links(text: &str) -> HashMap<String, (String, Range<usize>)> {
    let defined = paragraph::lines(text).filter_map(|(start, line)| {
        let (name, body) = line.trim_start().strip_prefix(".. |")?.split_once("| replace::")?;
        let inner = body.trim().strip_prefix('`')?.trim_end_matches('_').strip_suffix('`')?;
        let (words, address) = inner.strip_suffix('>')?.split_once(" <")?;
        let at = start + line.rfind(address)?;
        let plain = address.contains("://") && !address.contains(['`', '\\', ' ']) && !words.contains(['`', '<']);
        plain.then(|| (name.to_lowercase(), (words.to_owned(), at..at + address.len())))
    });
    defined.collect()
}

/// Directives whose content is no prose.
const SILENT: &[&str] = &[
    "code",
    "code-block",
    "codeblock",
    "sourcecode",
    "literalinclude",
    "math",
    "raw",
    "image",
    "include",
    "toctree",
    "bibliography",
    "footbibliography",
    "parsed-literal",
    "csv-table",
    "contents",
    "index",
    "meta",
    "highlight",
    "default-role",
    "role",
    "module",
    "currentmodule",
    "graphviz",
    "plot",
    "ipython",
    "doctest",
    "testcode",
    "testoutput",
    "testsetup",
    "productionlist",
    "sectnum",
    "class",
    "target-notes",
    "autosummary",
    "automodule",
    "autoclass",
    "autofunction",
];
/// The label of a note that is written as a term with its definition below, `[1]`, `[Doe2019]`.
fn defined(words: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    let label = words.strip_prefix('[')?.strip_suffix(']')?;
    let is_name = |c: char| c.is_alphanumeric() || "#*-_.:+".contains(c);
    (!label.is_empty() && label.len() <= LONGEST && label.chars().all(is_name)).then_some(label)
}

/// Directives whose content is a quotation.
const QUOTES: &[&str] = &["epigraph", "highlights", "pull-quote", "parsed-quote"];

/// Directives whose text can begin on their own line.
const TEXTS: &[&str] = &[
    "note",
    "tip",
    "hint",
    "important",
    "attention",
    "caution",
    "warning",
    "danger",
    "error",
    "seealso",
    "todo",
    "compound",
    "header",
    "footer",
    "epigraph",
    "highlights",
    "pull-quote",
    "parsed-quote",
];
/// Directives that have a version before it.
const VERSIONED: &[&str] =
    &["versionadded", "versionchanged", "versionremoved", "deprecated", "version-added", "version-changed"];
/// Directives that have a title on their own line.
const TITLED: &[&str] = &["admonition", "topic", "sidebar", "rubric", "centered", "table", "list-table"];

/// Lists that begin on one line.
const DEEPEST: usize = 8;

/// Walks the lines.
struct Reader<'a> {
    lines: Vec<Line<'a>>,
    at: usize,
    gathered: Gathered,
    title: Option<String>,
    quotations: usize,
    /// The line behind the last table that is written as a list.
    table_end: usize,
    /// Indentations at which text stands that is no quotation, the outermost first.
    bases: Vec<usize>,
    /// What stands under the heading is a list of references.
    list: bool,
}

impl Reader<'_> {
    fn read(&mut self, draft: &mut Draft<'_>) {
        while self.at < self.lines.len() {
            let line = self.lines[self.at];
            let kind = lines::kind(&self.lines, self.at);
            if !matches!(kind, Kind::Blank | Kind::Explicit) {
                self.gathered.end_of_targets();
            }
            match kind {
                Kind::Blank | Kind::Rule | Kind::Overlined => self.at += 1,
                Kind::Heading => self.heading(draft, line),
                Kind::Explicit => self.explicit(draft, line),
                Kind::Doctest => self.skip_paragraph(),
                Kind::Item(width) => self.item(draft, line, width),
                Kind::Text => self.paragraph(draft, line),
            }
        }
    }

    fn heading(&mut self, draft: &mut Draft<'_>, line: Line<'_>) {
        let start = draft.begin();
        inline::write(draft, &mut self.gathered, &[line.words()]);
        let range = start..draft.prose.len();
        if self.title.is_none() {
            self.title = Some(draft.prose.text()[range.clone()].to_owned());
        }
        self.list = self.are_sources(&draft.prose.text()[range.clone()]);
        if self.list {
            self.gathered.next_list();
        }
        draft.block(BlockKind::Heading, range, None);
        self.bases = vec![line.indent];
        self.at += 2;
    }

    /// Whether the lines below the heading at hand are a list of sources.
    fn are_sources(&self, heading: &str) -> bool {
        let below = (self.at + 2..self.lines.len()).map(|at| {
            let words = self.lines[at].text.trim();
            match lines::kind(&self.lines, at) {
                Kind::Heading | Kind::Overlined => (Part::Heading, words),
                Kind::Item(width) => (Part::Item, words.get(width..).unwrap_or_default()),
                Kind::Text => (Part::Words, words),
                _ => (Part::Other, words),
            }
        });
        listed::are_sources(heading, below)
    }

    /// Lines below the one at hand that are indented more than `indent`, blank ones within included.
    fn indented(&self, from: usize, indent: usize) -> Range<usize> {
        let rest = &self.lines[from..];
        let count = rest.iter().take_while(|line| line.is_blank() || line.indent > indent).count();
        let blank = rest[..count].iter().rev().take_while(|line| line.is_blank()).count();
        from..from + count - blank
    }

    /// What begins with two dots: a note, a target, a directive or a comment.
    fn explicit(&mut self, draft: &mut Draft<'_>, line: Line<'_>) {
        let body = self.indented(self.at + 1, line.indent);
        let words = line.text.trim();
        // An empty comment ends what stands before it, and what is indented behind a blank line is none of it.
        if words == ".." && self.lines.get(self.at + 1).is_none_or(Line::is_blank) {
            self.at += 1;
            return;
        }
        let rest = words.strip_prefix("..").or_else(|| words.strip_prefix("__")).unwrap_or(words).trim_start();
        let pieces = |from: usize| -> Vec<Range<usize>> {
            let first = from..line.words().end;
            let more = self.lines[body.clone()].iter().filter(|line| !line.is_blank()).map(Line::words);
            std::iter::once(first).filter(|first| !first.is_empty()).chain(more).collect()
        };
        let place = |part: &str| line.words().end - part.len();
        if let Some((label, words)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            let words = words.trim_start();
            self.gathered.note(label, pieces(place(words)), line.words().start);
        } else if let Some((name, address)) = target(rest) {
            self.gathered.target(&name, draft.text, &pieces(place(address)), line.words().start);
        } else if words.starts_with("__ ") {
            self.gathered.target("", draft.text, &pieces(place(rest)), line.words().start);
        } else if let Some((name, said)) = rest.split_once("::") {
            let said = place(said.trim_start())..line.words().end;
            return self.directive(draft, name.trim(), said, &body, line.indent);
        } else {
            let end = self.lines[body.clone()].last().map_or(line.words().end, |last| last.words().end);
            let whole = line.words().start..end.max(line.words().end);
            draft.comment_lines(&draft.text[place(rest)..whole.end], &whole);
        }
        self.at = body.end.max(self.at + 1);
    }

    /// `said` is what stands behind its name.
    fn directive(&mut self, draft: &mut Draft<'_>, name: &str, said: Range<usize>, body: &Range<usize>, own: usize) {
        self.at += 1;
        let bare = name.rsplit(':').next().unwrap_or(name);
        if bare == "bibliography" {
            draft.text[said.clone()].split_whitespace().for_each(|file| self.gathered.beside(file));
        }
        if bare == "raw" && draft.text[said.clone()].eq_ignore_ascii_case("html") {
            let lines = self.lines.get(body.clone()).unwrap_or_default();
            let own: Vec<_> = lines.iter().skip_while(|line| line.text.trim_start().starts_with(':')).collect();
            if let (Some(first), Some(last)) = (own.first(), own.last()) {
                let range = first.words().start..last.words().end;
                raw::write(draft, &mut self.gathered, range, &mut self.quotations);
            }
        }
        if SILENT.contains(&bare) || name.contains(char::is_whitespace) {
            self.at = body.end.max(self.at);
            return;
        }
        self.bases.retain(|&base| base <= own);
        if TITLED.contains(&bare) && !said.is_empty() {
            self.write(draft, BlockKind::Heading, std::slice::from_ref(&said), None);
        }
        if bare == "list-table" {
            self.table_end = body.end;
        }
        let first = self.text_on_line(draft.text, bare, said, body);
        // Options come before the first blank line.
        let options = self.lines[self.at..body.end.max(self.at)].iter();
        self.at += options.take_while(|line| line.text.trim_start().starts_with(':')).count();
        if QUOTES.contains(&bare) {
            return self.quotation(draft, &first, body.end);
        }
        if !first.is_empty() {
            self.write(draft, BlockKind::Paragraph, &first, None);
        }
        let rest = &self.lines[self.at..body.end.max(self.at)];
        self.bases.extend(rest.iter().find(|line| !line.is_blank()).map(|line| line.indent));
    }

    /// The paragraph that begins on the line of a directive: it goes on up to a blank line, or an option.
    fn text_on_line(&mut self, text: &str, name: &str, said: Range<usize>, body: &Range<usize>) -> Vec<Range<usize>> {
        let version = if VERSIONED.contains(&name) {
            let words = &text[said.clone()];
            let behind = words.find(char::is_whitespace).map_or("", |at| words[at..].trim_start());
            words.len() - behind.len()
        } else if TEXTS.contains(&name) {
            0
        } else {
            return Vec::new();
        };
        let first = said.start + version..said.end;
        if first.is_empty() {
            return Vec::new();
        }
        let rest = self.lines[self.at..body.end.max(self.at)].iter();
        let more = rest.take_while(|line| !line.is_blank() && !line.text.trim_start().starts_with(':'));
        let pieces: Vec<Range<usize>> = std::iter::once(first).chain(more.map(Line::words)).collect();
        self.at += pieces.len() - 1;
        pieces
    }

    fn skip_paragraph(&mut self) {
        let count = self.lines[self.at..].iter().take_while(|line| !line.is_blank()).count();
        self.at += count.max(1);
    }

    /// An item of a list: its first paragraph; what follows in it is read like other text.
    fn item(&mut self, draft: &mut Draft<'_>, line: Line<'_>, width: usize) {
        let (mut width, mut levels) = (width, vec![line.indent, line.indent + width]);
        // `* - words` is an item of a list in an item.
        while let Some(inner) = lines::item(&line.text.trim()[width..]).filter(|_| levels.len() < DEEPEST) {
            width += inner;
            levels.push(line.indent + width);
        }
        let first = line.words().start + width..line.words().end;
        let content = line.indent + width;
        let in_table = self.at < self.table_end;
        if in_table && levels.len() > 2 {
            draft.row(line.words().start);
        }
        let more = self.lines[self.at + 1..].iter();
        let more: Vec<Range<usize>> =
            more.take_while(|line| !line.is_blank() && line.indent >= content).map(Line::words).collect();
        self.at += 1 + more.len();
        let pieces: Vec<Range<usize>> = std::iter::once(first).chain(more).collect();
        if self.list && !in_table && levels.len() == 2 && line.indent == 0 {
            let start = line.words().start;
            let number = listed::number_of(&draft.text[start..start + width]);
            self.gathered.listed(draft.text, number, pieces.clone(), start);
        } else {
            let kind = if in_table { BlockKind::Cell } else { BlockKind::Item };
            self.write(draft, kind, &pieces, None);
        }
        self.bases.retain(|&base| base <= line.indent);
        self.bases.extend(levels);
        self.literal_behind(draft, content, &pieces);
    }

    fn paragraph(&mut self, draft: &mut Draft<'_>, line: Line<'_>) {
        if self.bases.is_empty() {
            self.bases.push(line.indent);
        }
        self.bases.retain(|&base| base <= line.indent);
        let base = self.bases.last().copied().unwrap_or_default();
        if line.indent > base && !self.bases.is_empty() {
            let end = self.indented(self.at, base).end;
            return self.quotation(draft, &[], end);
        }
        let indent = line.indent;
        if let Some(label) = defined(line.text.trim()).filter(|_| self.is_defined_below(indent)) {
            let body = self.indented(self.at + 1, indent);
            let pieces = self.lines[body.clone()].iter().filter(|line| !line.is_blank()).map(Line::words).collect();
            self.gathered.note(label, pieces, line.words().start);
            self.at = body.end;
            return;
        }
        let rest = self.lines[self.at..].iter();
        let count = rest.take_while(|line| !line.is_blank() && line.indent == indent).count().max(1);
        let pieces: Vec<Range<usize>> = self.lines[self.at..self.at + count].iter().map(Line::words).collect();
        self.at += count;
        let entries = if self.list && indent == 0 { listed::of_paragraph(draft.text, &pieces) } else { Vec::new() };
        if entries.is_empty() {
            self.write(draft, BlockKind::Paragraph, &pieces, None);
        }
        for entry in entries {
            let start = entry[0].start;
            self.gathered.listed(draft.text, None, entry, start);
        }
        // What is indented right below is a definition.
        let below = self.lines.get(self.at).filter(|line| !line.is_blank() && line.indent > indent);
        if let Some(below) = below {
            self.bases.push(below.indent);
        }
        self.literal_behind(draft, indent, &pieces);
    }

    /// Whether the line below the one at hand is its definition.
    fn is_defined_below(&self, indent: usize) -> bool {
        self.lines.get(self.at + 1).is_some_and(|line| !line.is_blank() && line.indent > indent)
    }

    /// Two colons at the end of a paragraph make what is indented behind it code.
    fn literal_behind(&mut self, draft: &Draft<'_>, indent: usize, pieces: &[Range<usize>]) {
        if pieces.last().is_some_and(|last| draft.text[last.clone()].ends_with("::")) {
            self.at = self.indented(self.at, indent).end.max(self.at);
        }
    }

    /// Lines that are indented for no other reason, up to `end`, behind what stands before them.
    fn quotation(&mut self, draft: &mut Draft<'_>, first: &[Range<usize>], end: usize) {
        let quotation = Some(self.quotations);
        self.quotations += 1;
        if !first.is_empty() {
            self.write(draft, BlockKind::Paragraph, first, quotation);
        }
        while self.at < end {
            let rest = &self.lines[self.at..end];
            let count = rest.iter().take_while(|line| !line.is_blank()).count();
            let pieces: Vec<Range<usize>> = rest[..count].iter().map(Line::words).collect();
            if !pieces.is_empty() {
                self.write(draft, BlockKind::Paragraph, &pieces, quotation);
            }
            self.at += count.max(1);
        }
    }

    fn write(&mut self, draft: &mut Draft<'_>, kind: BlockKind, pieces: &[Range<usize>], quotation: Option<usize>) {
        let start = draft.begin();
        inline::write(draft, &mut self.gathered, pieces);
        let range = start..draft.prose.len();
        draft.block(kind, range, quotation);
    }
}

/// `_name: https://…`, with the name as it is compared.
fn target(rest: &str) -> Option<(String, &str)> {
    let rest = rest.strip_prefix('_')?;
    let (name, address) = match rest.strip_prefix('`') {
        Some(rest) => rest.split_once("`:")?,
        None => rest.split_once(": ").or_else(|| rest.strip_suffix(':').map(|name| (name, "")))?,
    };
    Some((name.trim_start_matches('_').to_owned(), address.trim_start()))
}

#[cfg(test)]
mod tests;
