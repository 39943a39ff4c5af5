//! Citations by key, quotations, and the environments that hold them.

use std::ops::Range;

use memchr::memmem;

use crate::document::{BlockKind, light, records};
use crate::span::Span;

use super::argument::{self, end_of_off, group, option, skip_option, skip_parentheses};
use super::command;
use super::environment::{self, Environment};
use super::writer::Writer;

impl Writer<'_, '_> {
    /// `\cite[see][p. 3]{key1,key2}`; of the plural forms as many as there are.
    pub(super) fn cite(&mut self, at: usize, behind: usize, end: usize, most: usize) -> usize {
        let mut next = if most > 1 { skip_parentheses(self.text, behind, end) } else { behind };
        let mut keys = Vec::new();
        for _ in 0..most {
            self.options(next, end);
            let from = skip_option(self.text, next, end);
            let Some((inner, behind)) = group(self.text, from, end) else { break };
            keys.extend(keys_of(&self.text[inner]));
            // `\cite{key}*{Thm.~2}`, as `amsrefs` has it.
            let place = self.text[behind..end].starts_with("*{").then(|| group(self.text, behind + 1, end)).flatten();
            next = place.map_or(behind, |(_, behind)| behind);
        }
        if keys.is_empty() {
            return next;
        }
        let narrative = light::is_narrative(&self.text[at..behind]) || self.follows_name(&self.text[at..behind]);
        let place = if narrative || self.follows_author(&keys) {
            self.draft.narrative.push(at);
            self.begin_words();
            self.draft.prose.len()
        } else {
            self.mark_place()
        };
        self.named = narrative.then(|| (keys.clone(), place));
        self.gathered.cite(keys, place..place, Span::new(at, next));
        next
    }

    /// Whether the author of the same work was named right before, of whom this is the year: `\citeauthor{a} \citeyearpar{a}`.
    fn follows_author(&self, keys: &[String]) -> bool {
        let Some((named, place)) = &self.named else { return false };
        let between = self.draft.prose.text().get(*place..).unwrap_or_default();
        let bare = between.trim_matches(|c: char| c.is_whitespace() || "(~".contains(c));
        named == keys && matches!(bare, "" | "’s" | "'s" | "’" | "'") && !between.contains('\n')
    }

    /// Whether a command that shows a year alone stands behind a name that is part of the sentence: `Fry (\citeyear{fry19})`,
    /// `Fry \citeyearpar{fry19}`, `Fry \parencite*{fry19}`.
    fn follows_name(&self, command: &str) -> bool {
        const YEARS: &[&str] =
            &["citeyear", "citeyearpar", "citeyearnp", "citedate", "citedatepar", "parencite*", "autocite*", "cite*"];
        const LEADS: &[&str] = &[
            "See", "In", "Cf", "Compare", "Vgl", "Siehe", "Nach", "Voir", "Dans", "Véase", "En", "Vedi", "Veja", "Zie",
        ];
        let name = command.trim_start_matches('\\');
        let prose = self.draft.prose.text();
        let line = prose.rsplit('\n').next().unwrap_or_default().trim_end();
        let before = line.strip_suffix(['(', '[']).unwrap_or(line).trim_end();
        let in_brackets = before.rfind(['(', '[']).is_some_and(|open| !before[open..].contains([')', ']']));
        let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let word = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
        let is_name = word.starts_with(char::is_uppercase)
            && word.chars().nth(1).is_some()
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\'' | '‐'))
            && !LEADS.contains(&word);
        YEARS.iter().any(|own| name == *own || name.strip_suffix('*') == Some(own))
            && !in_brackets
            && (is_name || word == "al.")
    }

    /// `\nocite{…}` shows nothing, and its keys are in use.
    pub(super) fn list_alone(&mut self, at: usize, end: usize) -> usize {
        let keys = group(self.text, at, end).map_or("", |(inner, _)| &self.text[inner]);
        let every = (keys.trim() == "*").then(|| keys.trim().to_owned());
        self.gathered.listed_alone(keys_of(keys).into_iter().chain(every));
        self.hidden(at, end, 1)
    }

    /// What a citation says besides its keys is left out, unless it holds an address.
    fn options(&mut self, at: usize, end: usize) {
        let mut next = at;
        while let Some((inner, behind)) = option(self.text, next, end) {
            let words = &self.text[inner.clone()];
            if words.contains("\\url") || words.contains("\\href") {
                self.nested(inner);
            }
            next = behind;
        }
    }

    /// `\enquote{…}`, with the citation that follows it.
    pub(super) fn quote(&mut self, at: usize, behind: usize, end: usize, cited: Option<Range<usize>>) -> usize {
        let Some((inner, behind)) = group(self.text, behind, end) else { return behind };
        self.sign("“", at, inner.start);
        self.nested(inner.clone());
        self.sign("”", inner.end, behind);
        if let Some(cited) = cited {
            self.nested(cited);
        }
        behind
    }

    pub(super) fn quote_of(&mut self, at: usize, behind: usize, end: usize) -> usize {
        let cited = option(self.text, behind, end);
        let from = skip_option(self.text, behind, end);
        self.quote(at, from, end, cited.map(|(inner, _)| inner))
    }

    pub(super) fn quote_from(&mut self, at: usize, behind: usize, end: usize) -> usize {
        let from = skip_option(self.text, behind, end);
        let Some((keys, next)) = group(self.text, from, end) else { return from };
        let span = Span::new(keys.start, keys.end);
        let behind = self.quote(at, skip_option(self.text, next, end), end, None);
        let place = self.draft.prose.len();
        self.gathered.cite(keys_of(&self.text[keys]), place..place, span);
        behind
    }

    /// `\textelp{}` is shown as `[…]`, `\textelp{x}` as `[… x]`, `\textelp*{x}` as `[x …]`, and `\textins{x}` as `[x]`.
    pub(super) fn altered(&mut self, at: usize, behind: (usize, usize), end: usize, left_out: bool) -> usize {
        let (behind, starred) = behind;
        let Some((inner, next)) = group(self.text, starred, end) else { return starred };
        let is_first = behind == starred;
        let (open, close) = match (left_out, self.text[inner.clone()].trim().is_empty()) {
            (true, true) => return self.sign("[…]", at, next),
            (true, false) if is_first => ("[… ", "]"),
            (true, false) => ("[", " …]"),
            (false, _) => ("[", "]"),
        };
        self.sign(open, at, inner.start);
        self.nested(inner.clone());
        self.sign(close, inner.end, next)
    }

    pub(super) fn begin(&mut self, behind: usize, end: usize) -> usize {
        let Some((inner, behind)) = group(self.text, behind, end) else { return behind };
        let name = &self.text[inner];
        let in_language = command::in_language(name);
        let behind = if in_language.is_some() { self.behind_group(behind, end) } else { behind };
        match environment::of(in_language.unwrap_or(name)) {
            Environment::Silent => {
                self.end_block();
                let close = format!("\\end{{{name}}}");
                let found = memmem::find(&self.text.as_bytes()[behind..end], close.as_bytes());
                let inner = found.map_or(end, |found| behind + found);
                let closed = found.map_or(end, |found| behind + found + close.len());
                if name == "comment" {
                    let begun = self.text[..behind].rfind("\\begin").unwrap_or(behind);
                    self.draft.comment_lines(&self.text[behind..inner], &(begun..closed));
                }
                closed
            }
            Environment::Quotation => self.begin_quotation(name, behind, end, 0),
            Environment::QuotationFrom => self.begin_quotation(name, behind, end, 1),
            Environment::Bibliography => {
                self.end_block();
                self.bibliography(self.hidden(behind, end, 1), end)
            }
            Environment::Table(count) => {
                self.end_block();
                self.tables += 1;
                self.draft.row(behind);
                self.kind = BlockKind::Cell;
                self.hidden(behind, end, count)
            }
            Environment::Other(count) => {
                self.end_block();
                self.hidden(behind, end, count)
            }
        }
    }

    /// The place behind an argument, if there is one.
    pub(super) fn behind_group(&self, at: usize, end: usize) -> usize {
        group(self.text, at, end).map_or(at, |(_, behind)| behind)
    }

    /// Skips what `\iffalse` switches off; what has no end is read.
    pub(super) fn skip_off(&mut self, behind: usize, end: usize) -> usize {
        if self.off_is_open {
            return behind;
        }
        let found = end_of_off(self.text, behind, end);
        self.off_is_open = found.is_none();
        found.unwrap_or(behind)
    }

    /// What a quotation environment cites stands in its arguments and is shown at its end.
    fn begin_quotation(&mut self, name: &str, behind: usize, end: usize, keys: usize) -> usize {
        self.end_block();
        let cited = option(self.text, behind, end).map(|(inner, _)| inner);
        let mut next = skip_option(self.text, behind, end);
        let mut place = cited;
        for _ in 0..keys {
            let Some((inner, behind)) = group(self.text, next, end) else { break };
            place = Some(inner);
            next = skip_option(self.text, behind, end);
        }
        self.open.push((name.to_owned(), place));
        self.quotation = Some(self.quotations);
        self.quotations += 1;
        next
    }

    pub(super) fn end(&mut self, behind: usize, end: usize) -> usize {
        let Some((inner, behind)) = group(self.text, behind, end) else { return behind };
        let name = &self.text[inner];
        let plain = command::in_language(name).unwrap_or(name);
        match environment::of(plain) {
            Environment::Quotation | Environment::QuotationFrom => {
                if let Some((_, cited)) = self.open.pop_if(|(own, _)| own == name) {
                    match (environment::of(plain), cited) {
                        (Environment::QuotationFrom, Some(keys)) => {
                            let place = self.mark_place();
                            let span = Span::new(keys.start, keys.end);
                            self.gathered.cite(keys_of(&self.text[keys]), place..place, span);
                        }
                        (_, Some(cited)) => self.nested(cited),
                        _ => {}
                    }
                    self.end_block();
                    self.quotation = None;
                }
            }
            Environment::Table(_) => {
                self.end_block();
                self.tables = self.tables.saturating_sub(1);
                self.kind = BlockKind::Paragraph;
            }
            _ => self.end_block(),
        }
        behind
    }

    /// `\bibitem[label]{key} words`, up to the end of the environment.
    fn bibliography(&mut self, at: usize, end: usize) -> usize {
        const CLOSE: &str = "\\end{thebibliography}";
        let rest = &self.text.as_bytes()[at..end];
        let close = memmem::find(rest, CLOSE.as_bytes()).map_or(end, |close| at + close);
        let marks = memmem::find_iter(&self.text.as_bytes()[at..close], b"\\bibitem").map(|mark| at + mark);
        let marks: Vec<usize> = marks.filter(|&mark| !argument::is_off(self.text, mark)).collect();
        for (index, &mark) in marks.iter().enumerate() {
            let last = marks.get(index + 1).copied().unwrap_or(close);
            let behind = mark + "\\bibitem".len();
            let label = option(self.text, behind, last);
            let from = label.as_ref().map_or(behind, |(_, behind)| *behind);
            let Some((key, body)) = group(self.text, from, last) else { continue };
            let shown = label.map(|(inner, _)| records::tex_words(&self.text[inner]));
            let shown = shown.filter(|shown| !shown.is_empty()).unwrap_or_else(|| (index + 1).to_string());
            let words = &self.text[body..last];
            let start = body + words.len() - words.trim_start().len();
            let piece = start..start + words.trim().len();
            self.gathered.anchored(self.text[key].trim(), &shown, vec![piece], mark);
        }
        (close + CLOSE.len()).min(end)
    }
}

pub(super) fn keys_of(written: &str) -> Vec<String> {
    let keys = written.split(',').map(str::trim).filter(|key| !key.is_empty() && *key != "*");
    keys.map(str::to_owned).collect()
}
