//! `AsciiDoc`: links with their words, footnotes, quotation blocks with who said it, bibliographies with anchors.

mod anchor;
mod inline;
mod label;
mod lines;

use std::collections::HashMap;
use std::ops::Range;

use crate::date;
use crate::span::Lines;

use super::draft::Draft;
use super::light::gathered::{self, Gathered};
use super::light::listed::{self, Part};
use super::light::raw;
use super::{BlockKind, Document, Format};

use lines::{Delimiter, Kind, Line};

/// Reads `AsciiDoc`.
pub(super) fn read(text: &str, lines: &Lines<'_>) -> Document {
    let mut draft = Draft::new(Format::Asciidoc, text, lines, date::majority(text));
    let mut reader = Reader { lines: lines::lines(text), ..Reader::default() };
    reader.read(&mut draft);
    let title = reader.title.take();
    let mut gathered = reader.gathered;
    gathered.attributes = reader.attributes;
    if let Some(anchors) = anchor::Anchors::of(text) {
        gathered.know_parts(|label| anchors.has(label));
    }
    gathered::add(&mut draft, gathered, inline::write);
    draft.finish(title)
}

/// Bytes up to which the value of an attribute takes in those of others.
const LONGEST_VALUE: usize = 4_096;

/// Attribute lines of one block: more are not read.
const ATTRIBUTES: usize = 16;

/// What `[…]` above a block says about it.
#[derive(Debug, Default, Clone)]
struct Style {
    /// `quote`, `source`, `bibliography` …
    name: String,
    /// Who said it and where, as written, with its place in the file.
    attribution: Vec<Range<usize>>,
}

/// Walks the lines.
#[derive(Default)]
struct Reader<'a> {
    lines: Vec<Line<'a>>,
    at: usize,
    gathered: Gathered,
    /// `:name: value`, for `{name}`.
    attributes: HashMap<String, String>,
    title: Option<String>,
    style: Style,
    /// Delimiters of the blocks that are open, with the number of the quotation that each one is.
    open: Vec<(Delimiter, usize, Option<usize>, Style)>,
    quotations: usize,
    /// The lines at hand are items of a bibliography.
    bibliography: bool,
    /// The level of the heading that names the list of references at hand.
    list: Option<usize>,
    /// Its entries so far whose mark counts them.
    counted: usize,
    /// A list is being read, so that indented lines go on with it.
    in_list: bool,
}

impl<'a> Reader<'a> {
    fn read(&mut self, draft: &mut Draft<'_>) {
        while self.at < self.lines.len() {
            let line = self.lines[self.at];
            match lines::kind(&self.lines, self.at) {
                Kind::Blank => self.at += 1,
                Kind::Skipped => {
                    self.at += 1;
                }
                Kind::Comment => self.comment(draft, line),
                Kind::Attribute => self.attribute(draft, line),
                Kind::Style => self.styled(line),
                Kind::Heading(mark) => self.heading(draft, line.text, mark, 1),
                Kind::Underlined => self.heading(draft, line.text, 0, 2),
                Kind::Delimiter(delimiter, length) => self.delimiter(draft, delimiter, length),
                Kind::Item(width) => self.item(draft, line, width),
                Kind::Title => {
                    self.write(draft, BlockKind::Heading, &one(line.start + 1..line.end()), None);
                    self.at += 1;
                }
                Kind::Row => self.row(draft, line),
                Kind::Literal if !self.in_list => self.skip_paragraph(),
                Kind::Literal | Kind::Text => self.paragraph(draft),
            }
        }
        while let Some((_, _, quotation, style)) = self.open.pop() {
            self.attribute_to(draft, quotation, &style);
        }
    }

    fn comment(&mut self, draft: &mut Draft<'_>, line: Line<'_>) {
        if let Some(asked) = line.text.strip_prefix("//") {
            draft.comment(asked, &(line.start..line.end()));
        }
        self.at += 1;
    }

    fn attribute(&mut self, draft: &Draft<'_>, line: Line<'a>) {
        let body = &line.text[1..];
        if let Some((name, value)) = body.split_once(':') {
            if self.title.is_none() && name.eq_ignore_ascii_case("doctitle") {
                self.title = Some(value.trim().to_owned());
            }
            if name.eq_ignore_ascii_case("bibtex-file") {
                self.gathered.beside(value.trim());
            }
            let start = line.start + 1 + name.len() + 1;
            let mut pieces = vec![trimmed(draft.text, start..line.end())];
            // A backslash at its end goes on with it on the next line.
            while let Some(last) = pieces.last_mut().filter(|last| draft.text[(*last).clone()].ends_with('\\'))
                && let Some(next) = self.lines.get(self.at + 1)
            {
                *last = trimmed(draft.text, last.start..last.end - 1);
                pieces.push(trimmed(draft.text, next.start..next.end()));
                self.at += 1;
            }
            let words: Vec<&str> = pieces.iter().map(|piece| &draft.text[piece.clone()]).collect();
            let value = self.resolved(&words.join(" "));
            if let Some(id) = note_in(draft.text, &mut pieces) {
                self.gathered.footnotes.insert(name.to_lowercase(), (id, pieces));
            } else {
                self.attributes.insert(name.to_lowercase(), value);
            }
        }
        self.at += 1;
    }

    /// The value of an attribute with the values of others that it names, `{site}/docs`.
    fn resolved(&self, value: &str) -> String {
        let (mut resolved, mut rest) = (String::with_capacity(value.len()), value);
        while let Some((before, (name, behind))) =
            rest.split_once('{').and_then(|(before, at)| Some((before, at.split_once('}')?)))
        {
            resolved.push_str(before);
            match self.attributes.get(&name.to_lowercase()).filter(|own| resolved.len() + own.len() <= LONGEST_VALUE) {
                Some(own) => resolved.push_str(own),
                None => resolved.extend(["{", name, "}"]),
            }
            rest = behind;
        }
        resolved + rest
    }

    /// `[quote, Hazel Byrd, The Log]`; several lines add up.
    fn styled(&mut self, line: Line<'_>) {
        let inner = line.text.trim_end();
        let inner = inner.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).unwrap_or_default();
        if self.style.attribution.len() < ATTRIBUTES {
            let mut at = line.start + 1;
            for (index, part) in lines::parted(inner).into_iter().enumerate() {
                if index == 0 {
                    let name = part.trim().split(['#', '.', '%']).next().unwrap_or_default();
                    self.style.name = name.to_lowercase();
                } else if let Some(said) = lines::said_by(part) {
                    self.style.attribution.push(at + said.start..at + said.end);
                }
                at += part.len() + 1;
            }
        }
        self.at += 1;
    }

    /// `mark` is the length of the signs before its words, and `count` the number of its lines.
    fn heading(&mut self, draft: &mut Draft<'_>, line: &str, mark: usize, count: usize) {
        let from = self.lines[self.at].start + mark;
        let own = line.get(mark..).unwrap_or_default().trim();
        if self.style.name != "bibliography" && self.are_sources(own, mark, self.at + count) {
            self.list = Some(mark);
            self.gathered.next_list();
            self.counted = 0;
        } else {
            // What stands below a deeper heading is a part of the list.
            self.list = self.list.filter(|&level| level < mark);
        }
        let end = self.lines[self.at].start + line.trim_end().len();
        let range = self.write(draft, BlockKind::Heading, &one(from..end.max(from)), None);
        if self.title.is_none() {
            self.title = Some(draft.prose.text()[range].to_owned());
        }
        self.bibliography = self.style.name == "bibliography";
        self.style = Style::default();
        self.in_list = false;
        self.at += count;
    }

    /// Whether the lines from `at` on are a list of sources under a heading.
    fn are_sources(&self, heading: &str, mark: usize, at: usize) -> bool {
        let below = (at..self.lines.len()).map(|at| {
            let words = self.lines[at].text.trim();
            match lines::kind(&self.lines, at) {
                Kind::Heading(own) if own <= mark || mark == 0 => (Part::Heading, words),
                Kind::Underlined => (Part::Heading, words),
                Kind::Item(width) => (Part::Item, words.get(width..).unwrap_or_default()),
                Kind::Literal | Kind::Text => (Part::Words, without_anchor(words)),
                _ => (Part::Other, words),
            }
        });
        listed::are_sources(heading, below)
    }

    /// A line that opens a block, or closes the one that is open.
    fn delimiter(&mut self, draft: &mut Draft<'_>, delimiter: Delimiter, length: usize) {
        let own = self.open.iter().rposition(|(kind, own, ..)| *kind == delimiter && *own == length);
        self.at += 1;
        self.in_list = false;
        if let Some(own) = own {
            while self.open.len() > own {
                if let Some((_, _, quotation, style)) = self.open.pop() {
                    self.attribute_to(draft, quotation, &style);
                }
            }
            return;
        }
        let style = std::mem::take(&mut self.style);
        let silent = delimiter.is_silent() || matches!(style.name.as_str(), "source" | "listing" | "stem" | "comment");
        if silent && delimiter != Delimiter::Quote {
            let from = self.at;
            self.skip_block(draft, delimiter, length);
            if delimiter == Delimiter::Passthrough && style.name.is_empty() {
                let inner = &self.lines[from..self.at.saturating_sub(1).max(from)];
                if let (Some(first), Some(last)) = (inner.first(), inner.last()) {
                    raw::write(draft, &mut self.gathered, first.start..last.end(), &mut self.quotations);
                }
            }
            return;
        }
        let quotation = if delimiter == Delimiter::Quote || style.name == "quote" || style.name == "verse" {
            self.quotations += 1;
            Some(self.quotations - 1)
        } else {
            self.quotation()
        };
        self.open.push((delimiter, length, quotation, style));
    }

    /// Skips the lines up to the delimiter that closes what is no prose.
    fn skip_block(&mut self, draft: &mut Draft<'_>, delimiter: Delimiter, length: usize) {
        let first = self.at;
        let closes = |line: &Line<'_>| lines::delimiter(line.text.trim_end()) == Some((delimiter, length));
        let count = self.lines[self.at..].iter().position(closes);
        // What is never closed goes to the end.
        self.at = count.map_or(self.lines.len(), |count| self.at + count + 1);
        if let (Delimiter::Comment, Some(line), Some(last)) =
            (delimiter, self.lines.get(first), self.lines.get(self.at.saturating_sub(1)))
        {
            let whole = self.lines[first - 1].start..last.end().max(line.start);
            draft.comment_lines(&draft.text[line.start..whole.end], &whole);
        }
    }

    fn quotation(&self) -> Option<usize> {
        self.open.iter().rev().find_map(|(_, _, quotation, _)| *quotation)
    }

    /// Who said it stands in the attributes: it is written behind the quotation, as a reader sees it.
    fn attribute_to(&mut self, draft: &mut Draft<'_>, quotation: Option<usize>, style: &Style) {
        if quotation.is_none() || style.attribution.is_empty() {
            return;
        }
        let start = draft.begin();
        let first = style.attribution[0].start;
        draft.prose.decoded("— ", first..first);
        for (index, part) in style.attribution.iter().enumerate() {
            if index > 0 {
                draft.prose.decoded(", ", part.start..part.start);
            }
            self.inline(draft, std::slice::from_ref(part));
        }
        let range = start..draft.prose.len();
        draft.block(BlockKind::Paragraph, range, quotation);
    }

    fn skip_paragraph(&mut self) {
        let count = self.lines[self.at..].iter().take_while(|line| !line.is_blank()).count();
        self.at += count.max(1);
    }

    /// An item of a list with the lines that go on with it.
    fn item(&mut self, draft: &mut Draft<'_>, line: Line<'_>, width: usize) {
        let mut pieces = vec![line.words_from(width)];
        self.at += 1;
        self.go_on(draft, &mut pieces);
        self.in_list = true;
        let first = pieces[0].clone();
        let text = draft.text;
        let anchor = text[first.clone()].strip_prefix("[[[").and_then(|rest| rest.split_once("]]]"));
        if let Some((anchor, rest)) = anchor {
            let (id, shown) = anchor.split_once(',').map_or((anchor, anchor), |(id, shown)| (id, shown.trim()));
            let words = rest.trim_start();
            pieces[0] = first.end - words.len()..first.end;
            self.gathered.anchored(id, shown, pieces, first.start);
        } else if self.bibliography || self.style.name == "bibliography" {
            let number = self.gathered.count() + 1;
            self.gathered.anchored(&format!("bibliography {number}"), &number.to_string(), pieces, first.start);
        } else if let Some(mark) = self.mark_in_list(text, line, width) {
            let number = self.number(mark);
            self.gathered.listed(text, number, pieces, first.start);
        } else {
            let quotation = self.quotation();
            self.write(draft, BlockKind::Item, &pieces, quotation);
        }
    }

    /// The signs before an item of the list of references at hand; none before one of another list.
    fn mark_in_list<'t>(&self, text: &'t str, line: Line<'_>, width: usize) -> Option<&'t str> {
        let mark = text[line.words_from(0).start..].get(..width)?.trim();
        let begins = matches!(mark, "." | "*" | "-") || listed::number_of(mark).is_some();
        (begins && self.list.is_some() && self.open.is_empty()).then_some(mark)
    }

    /// The number that a mark shows, or that it stands for by counting.
    fn number(&mut self, mark: &str) -> Option<String> {
        if mark == "." {
            self.counted += 1;
            return Some(self.counted.to_string());
        }
        listed::number_of(mark)
    }

    /// The lines that belong to the paragraph at hand.
    fn go_on(&mut self, draft: &mut Draft<'_>, pieces: &mut Vec<Range<usize>>) {
        while let Some(line) = self.lines.get(self.at).copied() {
            match lines::kind(&self.lines, self.at) {
                Kind::Text | Kind::Literal | Kind::Title | Kind::Row => pieces.push(line.words_from(0)),
                Kind::Comment => {
                    self.comment(draft, line);
                    continue;
                }
                _ => break,
            }
            self.at += 1;
        }
    }

    fn paragraph(&mut self, draft: &mut Draft<'_>) {
        let style = std::mem::take(&mut self.style);
        let mut pieces = Vec::new();
        self.go_on(draft, &mut pieces);
        if pieces.is_empty() {
            pieces.push(self.lines[self.at].words_from(0));
            self.at += 1;
        }
        if matches!(style.name.as_str(), "source" | "listing" | "literal" | "stem" | "comment" | "pass") {
            return;
        }
        let within = self.list.is_some() && self.open.is_empty() && style.name.is_empty();
        let bare: Vec<Range<usize>> = pieces
            .iter()
            .map(|piece| piece.end - without_anchor(&draft.text[piece.clone()]).len()..piece.end)
            .collect();
        let entries = if within { listed::of_paragraph(draft.text, &bare) } else { Vec::new() };
        if !entries.is_empty() {
            for entry in entries {
                let start = entry[0].start;
                self.gathered.listed(draft.text, None, entry, start);
            }
            return;
        }
        let said = Self::said(draft.text, &mut pieces).or_else(|| Self::marked_down(draft.text, &mut pieces));
        let quoted = matches!(style.name.as_str(), "quote" | "verse") || said.is_some();
        let quotation = if quoted {
            self.quotations += 1;
            Some(self.quotations - 1)
        } else {
            self.quotation()
        };
        self.write(draft, BlockKind::Paragraph, &pieces, quotation);
        let style = match said {
            Some(said) if !said.is_empty() => Style { attribution: vec![said], ..style },
            _ => style,
        };
        if quoted {
            self.attribute_to(draft, quotation, &style);
        }
    }

    /// `"Words over lines."` and below it `-- Hazel Byrd`: takes both marks out and gives who said it.
    fn said(text: &str, pieces: &mut Vec<Range<usize>>) -> Option<Range<usize>> {
        let last = pieces.last()?.clone();
        let who = text[last.clone()].strip_prefix("-- ")?;
        let (first, before) = (pieces.first()?.start, pieces.len().checked_sub(2)?);
        let end = pieces[before].end;
        if !text[first..].starts_with('"') || !text[..end].ends_with('"') || end - first < 2 {
            return None;
        }
        pieces.pop();
        pieces[0].start += 1;
        pieces[before].end -= 1;
        Some(last.end - who.len()..last.end)
    }

    /// Lines that each begin with `>`, as in Markdown: takes the signs out and gives who said it, which can be nobody.
    fn marked_down(text: &str, pieces: &mut Vec<Range<usize>>) -> Option<Range<usize>> {
        let bare = |piece: &Range<usize>| {
            let words =
                text[piece.clone()].strip_prefix('>').filter(|words| words.is_empty() || words.starts_with(' '))?;
            Some(piece.end - words.trim_start().len()..piece.end)
        };
        let mut quoted = pieces.iter().map(bare).collect::<Option<Vec<_>>>()?;
        quoted.retain(|piece| !piece.is_empty());
        let last = quoted.last()?.clone();
        let who = text[last.clone()].strip_prefix("-- ").filter(|_| quoted.len() > 1);
        let said = who.map_or(last.end..last.end, |who| last.end - who.len()..last.end);
        if who.is_some() {
            quoted.pop();
        }
        *pieces = quoted;
        Some(said)
    }

    /// The cells of a line of a table.
    fn row(&mut self, draft: &mut Draft<'_>, line: Line<'_>) {
        let cells = lines::cells(line);
        // Cells can stand on lines of their own, a blank line behind the last of the row.
        let before = self.at.checked_sub(1).map(|at| self.lines[at]);
        let goes_on = |before: Line<'_>| {
            before.text.starts_with('|') && !before.text.starts_with("|=") && lines::cells(before).len() == 1
        };
        if cells.len() != 1 || !before.is_some_and(goes_on) {
            draft.row(line.start);
        }
        self.at += 1;
        for cell in cells {
            self.write(draft, BlockKind::Cell, &one(cell), None);
        }
    }

    fn inline(&mut self, draft: &mut Draft<'_>, pieces: &[Range<usize>]) {
        std::mem::swap(&mut self.gathered.attributes, &mut self.attributes);
        inline::write(draft, &mut self.gathered, pieces);
        std::mem::swap(&mut self.gathered.attributes, &mut self.attributes);
    }

    fn write(
        &mut self,
        draft: &mut Draft<'_>,
        kind: BlockKind,
        pieces: &[Range<usize>],
        quotation: Option<usize>,
    ) -> Range<usize> {
        let start = draft.begin();
        self.inline(draft, pieces);
        let range = start..draft.prose.len();
        draft.block(kind, range.clone(), quotation);
        range
    }
}

/// A range without the white space around its words.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}

/// The id of the note that a value is, `footnote:id[words]`; leaves its words in the pieces.
fn note_in(text: &str, pieces: &mut [Range<usize>]) -> Option<String> {
    let first = pieces.first()?;
    let inner = text[first.clone()].strip_prefix("footnote:")?;
    let open = inner.find('[').filter(|&open| !inner[..open].contains(' '))?;
    let id = inner[..open].to_owned();
    let last = pieces.last().filter(|last| text[(*last).clone()].ends_with(']'))?.end - 1;
    pieces.first_mut()?.start += "footnote:".len() + open + 1;
    let end = pieces.last_mut()?;
    end.end = last.max(end.start);
    Some(id)
}

/// A line without the anchor, `[[name]]`, that it begins with.
fn without_anchor(words: &str) -> &str {
    let inner = words.strip_prefix("[[").filter(|inner| !inner.starts_with('['));
    inner.and_then(|inner| inner.split_once("]]")).map_or(words, |(_, behind)| behind.trim_start())
}

fn one(piece: Range<usize>) -> [Range<usize>; 1] {
    [piece]
}

#[cfg(test)]
mod tests;
