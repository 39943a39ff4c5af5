//! Captures in wikitext: the parameters of the template that cites, in the names of its own family, or a template behind
//! the link.

use std::fmt::Write as _;

use super::archive::{Place, Why, insert};
use super::{Swap, capture_template, dead_link, layout};
use crate::document::{Format, Parameter, Role, Says, Template, Templates};
use crate::span::Span;

/// The names that a citation template has for a capture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Family {
    url: &'static str,
    date: &'static str,
    /// What says that the page is dead, and how.
    dead: Option<(&'static str, &'static str)>,
}

const HYPHENATED: Family = Family { url: "archive-url", date: "archive-date", dead: Some(("url-status", "dead")) };
const JOINED: Family = Family { url: "archiveurl", date: "archivedate", dead: Some(("deadurl", "yes")) };

/// The family of a template by the name of its access date.
const FAMILIES: &[(&[&str], Family)] = &[
    (&["access-date"], HYPHENATED),
    (&["accessdate"], JOINED),
    (&["abruf", "zugriff"], Family { url: "archiv-url", date: "archiv-datum", dead: Some(("offline", "1")) }),
    (&["consulté le", "consulté"], Family { url: "archive-url", date: "archive-date", dead: None }),
    (&["fechaacceso"], Family { url: "urlarchivo", date: "fechaarchivo", dead: None }),
    (&["fecha-acceso"], Family { url: "url-archivo", date: "fecha-archivo", dead: None }),
    (&["acesso-data"], Family { url: "arquivo-url", date: "arquivo-data", dead: Some(("urlmorta", "sim")) }),
    (&["acessodata", "acesso"], Family { url: "arquivourl", date: "arquivodata", dead: Some(("urlmorta", "sim")) }),
    (&["accesso"], Family { url: "urlarchivio", date: "dataarchivio", dead: Some(("urlmorto", "sì")) }),
    (&["data dostępu", "data-dostępu"], Family { url: "archiwum", date: "zarchiwizowano", dead: None }),
    (&["hämtdatum"], Family { url: "arkivurl", date: "arkivdatum", dead: None }),
    (
        &["besøksdato", "besøgsdato", "hentet", "hentningsdato"],
        Family { url: "arkivurl", date: "arkivdato", dead: None },
    ),
    (&["consulta", "dataaccés"], Family { url: "arxiuurl", date: "arxiudata", dead: None }),
    (&["bezochtdatum"], Family { url: "archiefurl", date: "archiefdatum", dead: None }),
    (&["تاريخ الوصول"], Family { url: "مسار أرشيف", date: "تاريخ أرشيف", dead: None }),
    (&["erişimtarihi"], Family { url: "arşivurl", date: "arşivtarihi", dead: None }),
    (&["erişim-tarihi"], Family { url: "arşiv-url", date: "arşiv-tarihi", dead: None }),
    (&["datum přístupu"], Family { url: "url archivu", date: "datum archivace", dead: Some(("nedostupné", "ano")) }),
    (&["viitattu", "luettu"], Family { url: "Arkisto", date: "Arkistoitu", dead: None }),
    (&["확인날짜"], Family { url: "보존url", date: "보존날짜", dead: None }),
    (&["дата-доступу"], Family { url: "url-архіву", date: "дата-архіву", dead: None }),
    (&["дата-доступа"], Family { url: "архив-url", date: "архив-дата", dead: None }),
    (&["ngày truy cập"], Family { url: "url lưu trữ", date: "ngày lưu trữ", dead: None }),
    (&["достъп_дата"], Family { url: "архив_уеб_адрес", date: "архив_дата", dead: None }),
    (&["تاریخ بازبینی"], Family { url: "پیوند بایگانی", date: "تاریخ بایگانی", dead: None }),
];

/// The access date of the family of templates whose names begin so, with the parameter that tells it from those of other
/// languages.
const NAMES: &[(&str, &str, &str)] = &[
    ("internetquelle", "", "abruf"),
    ("cita ", "título", "fechaacceso"),
    ("cita ", "titulo", "fechaacceso"),
    ("cita ", "titolo", "accesso"),
    ("citar ", "título", "acessodata"),
    ("citar ", "titulo", "acessodata"),
    ("cytuj", "", "data dostępu"),
    ("lien web", "", "consulté le"),
    ("citeer ", "", "bezochtdatum"),
    ("webbref", "", "hämtdatum"),
    ("tidningsref", "", "hämtdatum"),
    ("tidskriftsref", "", "hämtdatum"),
    ("kilde ", "", "besøksdato"),
    ("ref-web", "", "consulta"),
    ("lehtiviite", "", "viitattu"),
    ("استشهاد", "", "تاريخ الوصول"),
    ("web kaynağı", "", "erişimtarihi"),
    ("citace elektronické monografie", "", "datum přístupu"),
    ("verkkoviite", "", "viitattu"),
    ("웹 인용", "", "확인날짜"),
    ("chú thích web", "", "ngày truy cập"),
];

/// The templates of a page of a wiki.
pub(super) fn templates(text: &str, format: Format) -> Option<Templates<'_>> {
    (format == Format::Wikitext).then(|| Templates::of(text))
}

/// Adds the parameters, or a template behind the link.
pub(super) fn wikitext(at: &Place<'_>) -> Result<Vec<Swap>, Why> {
    // Where a note names several sources, a template would be that of the last.
    if !at.is_link() && at.page.has_several(at.entry) && !is_in_citation(at) {
        return Ok(vec![insert(note_end(at), format!(" ([{} archived{}])", escaped(at.url()), at.which()))]);
    }
    let own = at.page.templates.as_ref().and_then(|templates| templates.around(at.address.start()));
    if at.text()[..at.address.start()].ends_with('[') {
        return Ok(behind(at, link_end(at)));
    }
    let Some(template) = own else { return Ok(behind(at, at.address.end())) };
    let holds = template.parameters.iter().find(|parameter| parameter.bytes.contains(&at.address.start()));
    let whole = holds.is_some_and(|parameter| parameter.value(at.text()).start == at.address.start());
    match holds.and_then(|parameter| parameter.says) {
        Some(Says::Url | Says::PartUrl) if template.cites && whole => in_template(at, &template),
        _ if template.cites || whole => Err("its template has no place for an archive"),
        _ => Ok(behind(at, at.address.end())),
    }
}

/// A template at the end of the note.
pub(super) fn at_end(at: &Place<'_>) -> Vec<Swap> {
    vec![insert(note_end(at), capture_template::written(at))]
}

fn note_end(at: &Place<'_>) -> usize {
    let end = at.end();
    end - if at.text()[..end].ends_with("</ref>") { "</ref>".len() } else { 0 }
}

fn is_in_citation(at: &Place<'_>) -> bool {
    let around = at.page.templates.as_ref().and_then(|templates| templates.around(at.address.start()));
    around.is_some_and(|template| template.cites)
}

/// The capture behind what ends at `end`. A tag that says that no archive has the page goes.
fn behind(at: &Place<'_>, end: usize) -> Vec<Swap> {
    match dead_link::tag(at.text(), end) {
        Some(tag) if tag.start == end => vec![(Span::new(end, tag.end), capture_template::written(at))],
        tag => {
            let tag = tag.or_else(|| tag_of_note(at, end));
            [
                Some(insert(end, capture_template::written(at))),
                tag.map(|tag| (Span::new(tag.start, tag.end), String::new())),
            ]
            .into_iter()
            .flatten()
            .collect()
        }
    }
}

/// The tag at the end of a note that names one source, wherever in it the link stands.
fn tag_of_note(at: &Place<'_>, end: usize) -> Option<std::ops::Range<usize>> {
    let rest = at.text().get(end..note_end(at)).filter(|_| !at.is_link() && !at.page.has_several(at.entry))?;
    let words = rest[..rest.rfind("{{")?].trim_end();
    dead_link::tag(at.text(), end + words.len()).filter(|tag| tag.end == end + rest.trim_end().len())
}

/// The end of the link in brackets.
fn link_end(at: &Place<'_>) -> usize {
    let rest = &at.text()[at.address.end()..];
    let mut depth = 0_usize;
    let close = rest.char_indices().find(|&(_, c)| {
        match c {
            '[' => depth += 1,
            ']' if depth == 0 => return true,
            ']' => depth -= 1,
            _ => {}
        }
        false
    });
    close.map_or(at.address.end(), |(offset, _)| at.address.end() + offset + 1)
}

fn in_template(at: &Place<'_>, template: &Template) -> Result<Vec<Swap>, Why> {
    // It shows no archive, and readers of the page would never see it.
    if template.name == "literatur" {
        return Err("its template has no place for an archive");
    }
    let text = at.text();
    let says = |says: Says| template.parameters.iter().find(|own| own.says == Some(says));
    // Of two addresses the archive is that of the page, and nothing tells of which.
    if says(Says::Url).is_some_and(|url| !url.value(text).is_empty() && !url.bytes.contains(&at.address.start())) {
        return Err("its template has the archive of another address");
    }
    let filled = |parameter: &Parameter| !parameter.value(text).is_empty();
    if says(Says::ArchiveUrl).is_some_and(filled) {
        return Err("the field for its archive says something else");
    }
    let Some(family) = family(at, template) else { return Err("its template is of a wiki whose names are not known") };
    let accessed = says(Says::Accessed).filter(|parameter| filled(parameter));
    let holds = template.parameters.iter().find(|own| own.bytes.contains(&at.address.start()));
    let Some(like) = accessed.or(holds) else { return Err("its template cannot be read") };
    let style =
        accessed.and_then(|parameter| at.page.dates.as_in(&text[parameter.value(text)])).unwrap_or(at.page.dates);
    let values = [
        (says(Says::ArchiveUrl), family.url, escaped(at.url())),
        (says(Says::ArchiveDate), family.date, style.write(at.day())),
    ];
    let (mut swaps, mut added) = (Vec::new(), String::new());
    let layout = Layout::of(text, template, like);
    for (there, name, value) in values {
        match there {
            Some(parameter) => swaps.push(fill(text, parameter, &value, &layout)),
            None => added.push_str(&layout.parameter(name, &value)),
        }
    }
    if let Some((name, value)) = family.dead {
        let named = |own: &&Parameter| ["url-status", "deadurl", "dead-url", name].contains(&own.name.as_str());
        match template.parameters.iter().find(named) {
            Some(parameter) => {
                let word = match parameter.name.as_str() {
                    "url-status" => "dead",
                    "deadurl" | "dead-url" => "yes",
                    _ => value,
                };
                let says_alive = ["", "no", "live"].contains(&text[parameter.value(text)].trim());
                swaps.extend(says_alive.then(|| fill(text, parameter, word, &layout)));
            }
            None => added.push_str(&layout.parameter(name, value)),
        }
    }
    if !added.is_empty() {
        swaps.push(insert(layout.at, added));
    }
    let end = template.parameters.last().map(|last| last.bytes.end).filter(|end| text[*end..].starts_with("}}"));
    let tag = end.and_then(|end| dead_link::tag(text, end + "}}".len()));
    swaps.extend(tag.map(|tag| (Span::new(tag.start, tag.end), String::new())));
    Ok(swaps)
}

/// The names of the template's own family: by what it has, else by what the page has.
fn family(at: &Place<'_>, template: &Template) -> Option<Family> {
    let named = |names: &[&str]| template.parameters.iter().any(|own| names.contains(&own.name.as_str()));
    let english = template.name.starts_with("cite") || template.name.starts_with("citation");
    let own = FAMILIES.iter().find(|(names, _)| named(names)).map(|(_, family)| *family);
    let joined = at.text().matches("accessdate").count() + at.text().matches("archiveurl").count();
    let apart = at.text().matches("access-date").count() + at.text().matches("archive-url").count();
    let by_access =
        |access: &str| FAMILIES.iter().find(|(names, _)| names.contains(&access)).map(|(_, family)| *family);
    let of_page = || {
        let by_name = NAMES
            .iter()
            .find(|(start, title, _)| template.name.starts_with(start) && (title.is_empty() || named(&[*title])));
        match by_name {
            Some((_, _, access)) => by_access(access),
            None if english && joined > apart => Some(JOINED),
            None => english.then_some(HYPHENATED),
        }
    };
    let mut family = own.or_else(of_page)?;
    if family == HYPHENATED || family == JOINED {
        // As the page says it elsewhere, in words that are joined alike.
        let used = [("url-status", "dead"), ("dead-url", "yes"), ("deadurl", "yes")];
        let alike = used.into_iter().filter(|own| family == JOINED || own.0 != "deadurl");
        let usual = alike.map(|own| (at.text().matches(own.0).count(), own)).max_by_key(|(count, _)| *count);
        if let Some((count, dead)) = usual
            && count > 0
        {
            family.dead = Some(dead);
        }
    }
    Some(family)
}

/// A value for a parameter that has none, or another one.
fn fill(text: &str, parameter: &Parameter, value: &str, layout: &Layout<'_>) -> Swap {
    let there = parameter.value(text);
    if !there.is_empty() {
        return (Span::new(there.start, there.end), value.to_owned());
    }
    let from = parameter.behind_equals;
    let space = &text[from..parameter.bytes.end];
    if space.starts_with(layout.before) {
        return insert(from + layout.before.len(), value.to_owned());
    }
    insert(from, format!("{}{value}", layout.before))
}

/// The white space of a parameter, where others follow it: before its name, before and behind the sign, and at its end.
struct Layout<'a> {
    lead: &'a str,
    equals: &'a str,
    /// The characters of a name and the white space behind it, where the signs of the template stand below each other.
    aligned: Option<usize>,
    before: &'a str,
    trail: &'a str,
    /// Where others follow.
    at: usize,
    /// It is the last of its template, so that what ends the template stays behind them.
    last: bool,
}

impl<'a> Layout<'a> {
    fn of(text: &'a str, template: &Template, like: &Parameter) -> Self {
        let written = &text[like.bytes.clone()];
        let space = |text: &'a str| &text[..text.len() - text.trim_start().len()];
        let end = |text: &'a str| &text[text.trim_end().len()..];
        let (name, value) = written.split_once('=').unwrap_or((written, ""));
        let own = end(value);
        let value = value.strip_suffix(own).unwrap_or(value);
        let place = template.parameters.iter().position(|other| other == like).unwrap_or_default();
        let last = place + 1 == template.parameters.len();
        let before_it = place.checked_sub(1).map(|place| template.parameters[place].bytes.clone());
        let trail = if last { before_it.map_or(own, |bytes| end(&text[bytes])) } else { own };
        let at = if last { like.bytes.end - own.len() } else { like.bytes.end };
        let equals = end(name);
        let aligned = layout::aligned(template.parameters.iter().filter_map(|own| {
            let written = &text[own.bytes.clone()];
            let begins = text[..own.bytes.start].trim_end_matches('|').trim_end_matches([' ', '\t']).ends_with('\n')
                || written.starts_with('\n');
            let name = written.split_once('=')?.0.trim_start();
            begins.then(|| (name.trim_end().chars().count(), name.chars().count()))
        }));
        Self { lead: space(name), equals, aligned, before: space(value), trail, at, last }
    }

    fn parameter(&self, name: &str, value: &str) -> String {
        let Self { lead, before, trail, .. } = self;
        let equals = layout::behind_name(name, self.equals, self.aligned);
        if self.last {
            format!("{trail}|{lead}{name}{equals}={before}{value}")
        } else {
            format!("|{lead}{name}{equals}={before}{value}{trail}")
        }
    }
}

/// An address that a template or a link in brackets holds.
pub(super) fn escaped(url: &str) -> String {
    let mut escaped = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '|' | '[' | ']' | '{' | '}' | '<' | '>' | '"' | ' ' => {
                write!(escaped, "%{:02X}", u32::from(c)).expect("a string takes it");
            }
            c => escaped.push(c),
        }
    }
    escaped.replace("''", "%27%27")
}

/// Whether the entry is a template or holds one.
pub(super) fn access_date(at: &super::Page<'_>, index: usize) -> Option<Span> {
    let entry = at.entry(index);
    let address = entry.source.url_spans.first().filter(|_| entry.role != Role::Link)?;
    let template = at.templates.as_ref()?.around(address.start()).filter(|template| template.cites)?;
    let accessed = template.parameters.iter().find(|own| own.says == Some(Says::Accessed))?;
    let value = accessed.value(at.text);
    Some(Span::new(value.start, value.end))
}
