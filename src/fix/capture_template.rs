//! The template by which a wiki names the capture of a link: large ones have one of their own.

use super::archive::Place;
use super::wikitext::escaped;
use crate::document::Document;
use crate::locator::archive_url::{self, Service};
use crate::quote_match::{Language, language};

/// How a wiki names a capture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `{{Webarchive|url=CAPTURE|date=DAY}}`, of English and of most.
    Webarchive,
    /// `{{Webarchiv|url=PAGE|wayback=MOMENT|text=WORDS}}`, of German.
    Webarchiv,
    /// `{{Lien archive|url=PAGE|horodatage archive=MOMENT|titre=WORDS}}`, of French.
    LienArchive,
    /// `{{Wayback|url=PAGE|date=MOMENT}}`, of Spanish.
    Wayback,
}

/// The templates, by their names in lower case.
const NAMES: &[(&str, Kind)] = &[
    ("webarchive", Kind::Webarchive),
    ("webarchiv", Kind::Webarchiv),
    ("lien archive", Kind::LienArchive),
    ("wayback", Kind::Wayback),
];

/// What pages of a wiki have in its own language: names of templates, of namespaces and of sections.
const OWN: &[(&str, Kind)] = &[
    ("{{internetquelle", Kind::Webarchiv),
    ("{{literatur", Kind::Webarchiv),
    ("{{toter link", Kind::Webarchiv),
    ("[[kategorie:", Kind::Webarchiv),
    ("[[datei:", Kind::Webarchiv),
    ("== einzelnachweise ==", Kind::Webarchiv),
    ("{{lien web", Kind::LienArchive),
    ("{{ouvrage", Kind::LienArchive),
    ("{{lien brisé", Kind::LienArchive),
    ("[[catégorie:", Kind::LienArchive),
    ("[[fichier:", Kind::LienArchive),
    ("{{références", Kind::LienArchive),
    ("== notes et références ==", Kind::LienArchive),
    ("{{listaref", Kind::Wayback),
    ("{{enlace roto", Kind::Wayback),
    ("[[categoría:", Kind::Wayback),
    ("[[archivo:", Kind::Wayback),
    ("{{cite web", Kind::Webarchive),
    ("{{cite news", Kind::Webarchive),
    ("[[category:", Kind::Webarchive),
    ("{{reflist", Kind::Webarchive),
];

/// ` {{Webarchive|url=…|date=…}}`, or what the wiki has for it.
pub(super) fn written(at: &Place<'_>) -> String {
    let (text, url) = (at.text(), at.url());
    let lower = text.to_lowercase();
    let used =
        NAMES.iter().filter_map(|(name, kind)| Some((used(&lower, name)?, *name, *kind))).max_by_key(|used| used.0);
    let kind = used.map_or_else(|| of_page(&lower, at.page.document), |(.., kind)| kind);
    let name = used.map_or_else(
        || kind.name().to_owned(),
        |(_, name, _)| as_spelled(text, name).unwrap_or(kind.name()).to_owned(),
    );
    if kind == Kind::Webarchive {
        return format!(" {{{{{name}|url={}|date={}}}}}", escaped(url), at.date());
    }
    // The others name the page and the moment, which not every archive has in its addresses.
    let Some((page, moment)) = of_wayback(url) else { return format!(" ([{} {}])", escaped(url), kind.archived()) };
    let page = escaped(page);
    match kind {
        Kind::Webarchiv => format!(" {{{{{name}|url={page}|wayback={moment}|text=Archivierte Kopie}}}}"),
        Kind::LienArchive => format!(" {{{{{name}|url={page}|horodatage archive={moment}|titre=Copie archivée}}}}"),
        Kind::Wayback | Kind::Webarchive => format!(" {{{{{name}|url={page}|date={moment}}}}}"),
    }
}

/// How often a page has a template, where it has it.
fn used(lower: &str, name: &str) -> Option<usize> {
    let opened = format!("{{{{{name}");
    let ends = |rest: &str| rest.trim_start().starts_with(['|', '}']);
    let count = lower.match_indices(&opened).filter(|(at, _)| ends(&lower[at + opened.len()..])).count();
    (count > 0).then_some(count)
}

/// The name as the page writes it first.
fn as_spelled<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let spelled = text.match_indices("{{").filter_map(|(at, _)| text.get(at + 2..at + 2 + name.len()));
    spelled.into_iter().find(|own| own.to_lowercase() == name)
}

/// That of the wiki that the page is one of.
fn of_page(lower: &str, document: &Document) -> Kind {
    let own = OWN.iter().map(|(mark, kind)| (lower.matches(mark).count(), *kind)).max_by_key(|(count, _)| *count);
    match own.filter(|(count, _)| *count > 0) {
        Some((_, kind)) => kind,
        None => match language(document.prose.text()) {
            Some(Language::German) => Kind::Webarchiv,
            Some(Language::French) => Kind::LienArchive,
            Some(Language::Spanish) => Kind::Wayback,
            _ => Kind::Webarchive,
        },
    }
}

/// The page of a capture of the Wayback Machine, with the digits of its moment.
fn of_wayback(url: &str) -> Option<(&str, &str)> {
    let capture = archive_url::read(url).filter(|capture| capture.service == Service::Wayback)?;
    let moment = capture.timestamp.filter(|moment| moment.len() == 14)?;
    let (before, page) = url.split_once(&format!("/{moment}/"))?;
    let start = before.len() + 1;
    page.contains("://").then(|| (page, &url[start..start + moment.len()]))
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Webarchive => "Webarchive",
            Self::Webarchiv => "Webarchiv",
            Self::LienArchive => "Lien archive",
            Self::Wayback => "Wayback",
        }
    }

    /// The word for a link to a capture.
    fn archived(self) -> &'static str {
        match self {
            Self::Webarchive => "archived",
            Self::Webarchiv => "archiviert",
            Self::LienArchive => "archivé",
            Self::Wayback => "archivado",
        }
    }
}
