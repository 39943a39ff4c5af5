//! What templates put into the prose, and what they put aside.

use crate::document::entry::{Words, is_unspaced};
use crate::document::{BlockKind, Role, Shape};
use crate::locator::archive_url;
use crate::span::Span;

use super::aside::{Capture, Listed, Point};
use super::call::{self, Call, Parameter, Run};
use super::cite;
use super::field::{self, Field};
use super::names::{self, Sort};
use super::token::Kind;
use super::writer::{Into, Later, Writer, trimmed_bytes};

/// Bytes between a link and the template that names its capture: more lie between no two that belong together.
const BESIDE: usize = 200;
/// Parameters that keep notes which the text points to.
const KEEPERS: &[&str] = &["refs", "références", "fontes", "referencias"];
/// Parameters that say when a page was captured, where the address is its own, with what the archive puts before them.
const MOMENTS: &[(&str, &str)] = &[
    ("wayback", "https://web.archive.org/web/"),
    ("horodatage archive", "https://web.archive.org/web/"),
    ("archive-is", "https://archive.today/"),
    ("archive-today", "https://archive.today/"),
    ("archive.is", "https://archive.today/"),
];
/// Parameters that say the date of a capture.
const DATES: &[&str] = &["date", "archive-date", "archivedate", "datum", "data", "fecha", "дата", "2"];
/// Parameters that say the title of a page.
const TITLES: &[&str] =
    &["title", "titel", "titre", "título", "titulo", "titolo", "text", "texto", "testo", "tekst", "tytuł", "заглавие"];
/// Parameters of a note that hold its text, its name and its group.
const NOTED: &[&str] = &["1", "content", "text", "texte", "texto", "contenu"];
const NAMES: &[&str] = &["name", "nom", "nome", "nombre", "nazwa", "שם", "نام", "اسم"];
const GROUPS: &[&str] = &["group", "groupe", "grupo"];
/// Words of its own with which a note explains something, and is no reference.
const EXPLAINING: usize = 4;
/// Characters of a word in a script without spaces.
const CHARACTERS: usize = 2;

impl Writer<'_, '_> {
    pub(super) fn template(&mut self, at: usize) {
        let Some(call) = Call::read(self.text, self.tokens, at) else { return };
        let span = Span::new(call.bytes.start, call.bytes.end);
        match names::sort(&call.name) {
            Sort::Cite if is_of_words(&call) => self.marked(&call),
            Sort::Cite if call.name == "wikicite" && self.into == Into::Note => {
                if let Some(words) = call.any(cite::REFERENCE).cloned() {
                    self.run(&words);
                }
            }
            Sort::Cite => self.cite(call),
            sort @ (Sort::Short | Sort::ShortMany) => self.short(&call, sort),
            Sort::Note => self.note_template(&call, span),
            Sort::ByFirst => {
                if let Some(name) = call.value("1").cloned() {
                    let name = self.value(&name);
                    self.note(Some(name).filter(|name| !name.is_empty()), None, None, span);
                }
            }
            Sort::ByName => {
                let named = call.parameters.iter().filter(|own| own.name.bytes().all(|byte| byte.is_ascii_digit()));
                let named: Vec<Run> = named.map(|parameter| parameter.value.clone()).collect();
                for run in named {
                    let name = self.value(&run);
                    self.note(Some(name).filter(|name| !name.is_empty()), None, None, span);
                }
            }
            Sort::Capture => self.capture(&call),
            Sort::Quotation if self.is_short_note(&call) => self.short(&call, Sort::Short),
            Sort::Quotation => self.quotation_template(&call),
            Sort::Words(position) => {
                if let Some(words) = call.value(position) {
                    self.run(&words.clone());
                }
            }
            Sort::LastWords => {
                let words = call.parameters.iter().rev().find(|own| own.name.bytes().all(|byte| byte.is_ascii_digit()));
                if let Some(words) = words {
                    self.run(&words.value.clone());
                }
            }
            Sort::Marked => self.marked(&call),
            Sort::Opens => self.open_quotation(),
            Sort::Closes => self.close_quotation(&call),
            Sort::Characters(characters) => self.write_as(characters, call.bytes),
            Sort::Address => self.address_template(&call, span),
            Sort::Dead => self.dead_link(&call, span),
            Sort::Linked => self.linked_template(&call, span),
            Sort::Shown(shown) => self.shown(&call, shown),
            Sort::Frame => {
                self.gap(&call.name);
                self.frame(&call);
            }
            Sort::Spares => self.draft.spared.push(call.bytes.start),
            sort @ (Sort::Wanting | Sort::Unnamed) => {
                let goes_on = || self.text[call.bytes.end..].trim_start().starts_with(char::is_lowercase);
                if self.into == Into::Prose && !(sort == Sort::Unnamed && goes_on()) {
                    let place = self.mark_place();
                    self.draft.point(Vec::new(), Vec::new(), Shape::Wanting, place..place, span);
                }
            }
            Sort::Silent => {}
        }
    }

    /// `{{efn|…}}` and `<ref>` by another name: a note where it names a source, else a paragraph of its own.
    fn note_template(&mut self, call: &Call, span: Span) {
        if call.name == "#tag" && call.value("0").is_none_or(|tag| self.text[tag.bytes.clone()].trim() != "ref") {
            return;
        }
        // `name="a"` is what `<ref>` would have, and the marks are no part of it.
        let [name, group] = [NAMES, GROUPS].map(|own| {
            let value = call.any(own).cloned().map(|run| self.value(&run));
            value.map(|value| value.trim_matches(['"', '\'']).to_owned())
        });
        let name = name.filter(|name| !name.is_empty());
        let Some(content) = call.any(NOTED).cloned() else {
            if let Some(name) = name.filter(|_| self.into == Into::Prose) {
                let place = self.mark_place();
                self.aside.point_to_remark(&name, group.as_deref(), place, span);
            }
            return;
        };
        let written = &self.text[content.bytes.clone()];
        let cites = written.contains("://")
            || self.tokens[content.tokens.clone()].iter().enumerate().any(|(at, token)| {
                let cite = || Call::read(self.text, self.tokens, content.tokens.start + at);
                token.kind == Kind::Template
                    && token.partner.is_some()
                    && cite().is_some_and(|call| matches!(names::sort(&call.name), Sort::Cite | Sort::Short))
            });
        if cites && !self.explains(&content) {
            self.note(name, group, Some(content), span);
        } else {
            if let Some(name) = name {
                self.aside.explain(&name, group.as_deref(), content.bytes.clone());
            }
            self.put_off(Later::of(content, BlockKind::Paragraph));
        }
    }

    /// Whether a note has notes of its own: an explanation, whose words are read like other text.
    fn explains(&self, content: &Run) -> bool {
        if self.text[content.bytes.clone()].contains("<ref") {
            return true;
        }
        let (mut at, mut words, mut noted) = (content.tokens.start, 0, false);
        while at < content.tokens.end {
            let token = &self.tokens[at];
            match token.kind {
                Kind::Text => {
                    let range = token.range.start.max(content.bytes.start)..token.range.end.min(content.bytes.end);
                    let own = self.text.get(range).unwrap_or_default();
                    words += own.split_whitespace().count();
                    words += own.chars().filter(|c| is_unspaced(*c)).count() / CHARACTERS;
                }
                Kind::Template => {
                    noted |= Call::read(self.text, self.tokens, at).is_some_and(|call| names::is_raised(&call.name));
                }
                _ => {}
            }
            at = call::next(self.tokens, at);
        }
        noted && words >= EXPLAINING
    }

    /// A template that nothing is known of: its values that hold notes, citations or links are parts of the page.
    pub(super) fn frame(&mut self, call: &Call) {
        if self.into == Into::Note && self.text[call.bytes.clone()].contains("://") {
            return self.unknown_in_note(call);
        }
        for parameter in &call.parameters {
            let written = &self.text[parameter.value.bytes.clone()];
            if written.contains("<ref") || written.contains("{{") || written.contains("://") || written.contains("“")
            {
                let keeps = KEEPERS.contains(&parameter.name.as_str());
                self.put_off(Later { keeps, ..Later::of(parameter.value.clone(), BlockKind::Cell) });
            }
        }
    }

    /// A template within a note of which only its parameters are known: a citation of another wiki, or words with a link.
    fn unknown_in_note(&mut self, call: &Call) {
        let has_address = |own: &Parameter| self.text[own.value.bytes.clone()].trim_start().starts_with("http");
        let addressed = |own: &Parameter| matches!(field::field(&own.name), Some(Field::Url)) && has_address(own);
        if call.parameters.iter().any(addressed) {
            return self.cite(call.clone());
        }
        let own = |own: &&Parameter| self.text[own.value.bytes.clone()].contains("://");
        let linked: Vec<Run> = call.parameters.iter().filter(own).map(|own| own.value.clone()).collect();
        for run in linked {
            self.run(&run);
        }
    }

    /// `{{toter link|url=…|text=…}}`, `{{enlace roto|1=[…]}}`; behind a link it says nothing more.
    fn dead_link(&mut self, call: &Call, span: Span) {
        let address = |run: &Run| self.text[run.bytes.clone()].contains("://");
        let Some(run) = call.any(&["url", "1"]).cloned().filter(address) else { return };
        if self.text[run.bytes.clone()].trim_start().starts_with('[') {
            return self.run(&run);
        }
        let words = call.any(TITLES).cloned();
        self.linked_words(run, words, span);
    }

    /// `{{Link|pt|https://a.test|words}}`: an address, and behind it the words that it has.
    fn linked_template(&mut self, call: &Call, span: Span) {
        let address = |own: &&Parameter| self.text[own.value.bytes.clone()].trim_start().starts_with("http");
        let Some(own) = call.parameters.iter().find(address) else { return self.frame(call) };
        let next = own.name.parse::<usize>().ok().and_then(|at| call.value(&(at + 1).to_string()));
        let says = |run: &&Run| !self.text[run.bytes.clone()].trim().is_empty();
        let words = next.filter(says).or_else(|| call.any(TITLES)).cloned();
        self.linked_words(own.value.clone(), words, span);
    }

    /// A link to what `run` says, shown as `words`.
    fn linked_words(&mut self, run: Run, words: Option<Run>, span: Span) {
        let url = self.value(&run);
        let written = trimmed_bytes(self.text, run.bytes);
        let start = self.draft.prose.len();
        let shown = if words.is_some() { Words::Names } else { Words::Address };
        match words {
            Some(words) => self.run(&words),
            None => self.write_as(&url, written.clone()),
        }
        let place = start..self.draft.prose.len();
        self.address(url, vec![Span::new(written.start, written.end)], span, place, shown);
    }

    fn address_template(&mut self, call: &Call, span: Span) {
        let Some(run) = call.any(&["1", "url"]).cloned() else { return };
        let url = self.value(&run);
        if url.is_empty() {
            return;
        }
        let url = if url.contains("://") { url } else { format!("http://{url}") };
        let written = trimmed_bytes(self.text, run.bytes);
        let place = self.draft.prose.len();
        self.address(url, vec![Span::new(written.start, written.end)], span, place..place, Words::Address);
    }

    fn cite(&mut self, call: Call) {
        match self.into {
            Into::Value => {}
            Into::Note => {
                let cited = cite::read(self, &call);
                self.aside.points.push(Point::Cite(Box::new(cited), self.draft.prose.len()));
            }
            // `{{Citefout}}` says something to editors.
            Into::Prose if call.parameters.is_empty() => {}
            Into::Prose => {
                // What stands in a cell is the source of its row, and none of a list.
                let in_text = self.says_whose || self.tables > 0 || self.is_behind_quotation();
                let place = in_text.then(|| self.mark_place());
                self.aside.listed.push(Listed { call, section: self.aside.section, place });
            }
        }
    }

    /// Whether what is written next stands right behind a quotation, or in a bracket behind one, as a mark does: `“…” (see
    /// {{cite book|…}})`.
    fn is_behind_quotation(&self) -> bool {
        const LEADING: usize = 3;
        let closed = |text: &str| {
            text.trim_end_matches([' ', '\u{a0}', ',', '.', ';', ':', '–', '—', '-'])
                .ends_with(['”', '"', '»', '“', '」', '』'])
        };
        let prose = self.draft.prose.text();
        let line = &prose[prose.rfind('\n').map_or(0, |end| end + 1)..];
        let in_bracket = line.rfind(['(', '[']).is_some_and(|open| {
            let lead = &line[open + 1..];
            !lead.contains([')', ']']) && lead.split_whitespace().count() <= LEADING && closed(&line[..open])
        });
        in_bracket || closed(line)
    }

    /// What a template says of a capture.
    pub(super) fn captured(&mut self, call: &Call) -> Option<Capture> {
        let run = call.any(&["url", "1"]).cloned()?;
        let [date, title] = [DATES, TITLES].map(|names| call.any(names).cloned());
        let [date, title] = [date, title].map(|run| run.map(|run| self.value(&run)).unwrap_or_default());
        let mut url = self.value(&run);
        // The page itself, and the moment at which an archive has kept it.
        let is_page = archive_url::read(&url).is_none();
        let moments = MOMENTS.iter().filter(|_| is_page);
        let moment = moments.into_iter().find_map(|(name, archive)| Some((call.value(name).cloned()?, *archive)));
        let moment = moment.map(|(run, archive)| (self.value(&run), archive)).filter(|(moment, _)| !moment.is_empty());
        let moment = moment.or_else(|| {
            let own = call.name == "wayback" && is_page;
            own.then(|| (if date.is_empty() { "*".to_owned() } else { date.clone() }, MOMENTS[0].1))
        });
        let original = moment.is_some().then(|| url.clone());
        if let Some((moment, archive)) = moment {
            url = format!("{archive}{moment}/{url}");
        }
        let written = trimmed_bytes(self.text, run.bytes);
        let url_span = Span::new(written.start, written.end);
        url.contains("://").then_some(Capture { url, original, title, date, url_span })
    }

    /// The words of a capture that stands for its page, which name it as those of a link do.
    fn name_page(&mut self, call: &Call, capture: &Capture) {
        let first = self.links.is_empty() && self.aside.points.is_empty() && !capture.title.is_empty();
        let Some(words) = call.any(TITLES).cloned().filter(|_| first) else { return };
        let start = self.draft.prose.len();
        self.run(&words);
        let place = start..self.draft.prose.len();
        let whole = Span::new(call.bytes.start, call.bytes.end);
        let url = capture.original.clone().unwrap_or_else(|| capture.url.clone());
        self.address(url, vec![capture.url_span], whole, place, Words::Names);
    }

    /// A capture of the source before it.
    fn capture(&mut self, call: &Call) {
        let Some(capture) = self.captured(call) else { return };
        match self.into {
            Into::Value => {}
            Into::Note => {
                self.name_page(call, &capture);
                self.aside.points.push(Point::Capture(capture));
            }
            Into::Prose => {
                let Capture { url, original, url_span, .. } = capture;
                let start = call.bytes.start;
                let text = self.text;
                let line = |end: usize| !text.get(end..start).unwrap_or_default().contains('\n');
                let beside = |end: usize| end <= start && start - end <= BESIDE && line(end);
                let last = self.draft.entries.last_mut();
                if let Some(link) = last.filter(|last| last.role == Role::Link && beside(last.span.end())) {
                    link.source.archive_url = Some(url);
                    return;
                }
                let place = self.draft.prose.len();
                let whole = Span::new(call.bytes.start, call.bytes.end);
                let page = original.is_some().then(|| url.clone());
                self.address(original.unwrap_or(url), vec![url_span], whole, place..place, Words::Address);
                if let Some((entry, capture)) = self.draft.entries.last_mut().zip(page) {
                    entry.source.archive_url = Some(capture);
                }
            }
        }
    }
}

/// Whether `{{citation|…}}` holds words and names no source: on French wikis it is a pair of quotation marks.
fn is_of_words(call: &Call) -> bool {
    call.name == "citation"
        && call.value("1").is_some()
        && call
            .parameters
            .iter()
            .all(|own| matches!(own.name.as_str(), "1" | "2" | "texte" | "text" | "lang" | "langue" | "sens" | "bloc"))
}
