//! How a browser that looks for words sees a page: not quite as a reader does, and not quite as the visible text has it.
//!
//! Measured in Chromium 156 (`tests/browser`): it looks within one block at a time; boxes of their own, drawings and
//! formulas in a line end a search like a block does; what is struck out, folded away in `<details>` or typed into a form
//! is searched as well; frames are not.

use scraper::ElementRef;
use scraper::node::Element;
use serde::{Deserialize, Serialize};

use super::Place;
use super::attribute::Attribute;
use super::signature::{self, Class, Hit};
use crate::page::walk::blocks::Blocks;
use crate::span::Span;

/// Where a browser's search and the visible text differ. Bytes of the visible text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sight {
    /// In the order of the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Break>,
    /// Where a character that nobody sees stands between letters of a script without spaces: context ends there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seams: Vec<usize>,
    /// Parts that are not searched: frames.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unsearched: Vec<Span>,
    /// Parts that stand around what the page says: its navigation and its footer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub margins: Vec<Span>,
    /// Parts that are called navigation or a footer and are not marked as one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named_margins: Vec<Span>,
    /// Questions for consent that stand on a page, in the boxes of those who make such questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub banners: Vec<Span>,
    /// Where its blocks end, and those of the text without marks of notes.
    #[serde(default, skip_serializing_if = "Blocks::is_empty")]
    pub blocks: Box<Blocks>,
}

/// A place in the visible text over which no search goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Break {
    /// Where.
    pub at: usize,
    /// What is searched there and is no visible text; mostly nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// Elements in a line that a search does not go over, whatever their style.
const APART: [&str; 7] = ["button", "input", "textarea", "select", "canvas", "svg", "math"];

/// Whether browsers search what is in `element` although a reader does not see it, or sees it struck out.
pub(super) fn is_searched(element: ElementRef<'_>) -> bool {
    let value = element.value();
    let is_kept_away = value.attribute("hidden").is_some_and(|how| !how.eq_ignore_ascii_case("until-found"))
        || value.name() == "dialog"
        || value.attribute("style").is_some_and(|style| {
            let style = style.to_ascii_lowercase();
            style.contains("display") && style.contains("none") || style.contains("visibility")
        });
    value.name() == "svg" || !is_kept_away
}

/// Whether a search ends at the edges of `element`, though text goes on in its line.
pub(super) fn is_apart(element: &Element) -> bool {
    APART.contains(&element.name()) || element.attribute("style").is_some_and(is_styled_apart)
}

fn is_styled_apart(style: &str) -> bool {
    style.split(';').filter_map(|declaration| declaration.split_once(':')).any(|(property, value)| {
        let value = value.split('!').next().unwrap_or_default().trim().to_ascii_lowercase();
        match property.trim().to_ascii_lowercase().as_str() {
            "display" => value.starts_with("inline-"),
            "float" => value != "none",
            "position" => value == "absolute" || value == "fixed",
            "visibility" => value == "hidden" || value == "collapse",
            _ => false,
        }
    })
}

/// What a form shows of the values of `element`, which a browser searches.
pub(super) fn form_text(element: &Element) -> Option<String> {
    let shown = element.name() == "input"
        && !["hidden", "checkbox", "radio"].iter().any(|kind| element.attribute("type") == Some(*kind));
    let values = [element.attribute("value"), element.attribute("placeholder")];
    (shown || element.name() == "textarea").then(|| values.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// Whether `element` stands around what the page says. The footer of an article or of a quotation belongs to it.
pub(super) fn is_margin(element: &Element, in_article: bool) -> bool {
    let role = element.attribute("role").unwrap_or_default().trim();
    let is = |name: &str| role.eq_ignore_ascii_case(name);
    element.name() == "nav" || is("navigation") || !in_article && (element.name() == "footer" || is("contentinfo"))
}

/// What an element is called, by its classes or its name, where it stands around what a page says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Called {
    /// Links, by which it is told from a text of that name.
    Navigation,
    Footer,
    /// A question for consent, beside what the page says.
    Banner,
}

/// Footers of things on a page.
const FOOTERS_OF: [&str; 14] = [
    "card",
    "modal",
    "panel",
    "entry",
    "post",
    "article",
    "comment",
    "table",
    "quote",
    "blockquote",
    "content",
    "dialog",
    "box",
    "item",
];

/// Words of names of navigation.
const NAVIGATION: [&str; 8] = ["nav", "navbar", "navigation", "menu", "topnav", "sidenav", "breadcrumb", "breadcrumbs"];

/// Words of names of boxes that ask for consent: those of their makers, and two that say it together.
const BANNERS: [&str; 24] = [
    "onetrust",
    "didomi",
    "usercentrics",
    "cmp2",
    "iubenda",
    "cookiebot",
    "cybotcookiebotdialog",
    "cookiebanner",
    "cookienotice",
    "cookieconsent",
    "cookiebar",
    "cookielaw",
    "borlabs",
    "borlabscookie",
    "cmplz",
    "complianz",
    "klaro",
    "osano",
    "termly",
    "axeptio",
    "truste",
    "trustarc",
    "tarteaucitron",
    "cmpbox",
];
const OF_CONSENT: [&str; 6] = ["cookie", "cookies", "consent", "gdpr", "rgpd", "dsgvo"];
/// Words of names of dialogs that ask for consent; what is no dialog is called so as well.
const DIALOGS: [&str; 5] = ["cmp", "cky", "privacy", "privacymanager", "datenschutz"];
/// Classes of frameworks of styles that hide an element at every width.
const HIDING: [&str; 6] = ["d-none", "hidden", "is-hidden", "ng-hide", "uk-hidden", "u-hidden"];
/// Parts of classes beside those that may show it all the same.
const SHOWING: [&str; 9] = ["visible", "show", "shown", "open", "opened", "active", "current", "selected", "expanded"];
/// Bytes of what is hidden so and may be a notice, and pieces of text that they are in.
const MOST_KEPT: usize = 600;
const MOST_KEPT_PIECES: usize = 200;
const BOXES: [&str; 13] = [
    "banner",
    "notice",
    "bar",
    "popup",
    "law",
    "message",
    "modal",
    "dialog",
    "box",
    "info",
    "overlay",
    "alert",
    "container",
];

/// Whether a class of a framework hides `element` until a script shows it, and none may show it: `d-none d-md-block`,
/// `hidden lg:flex`, `hidden is-active`.
pub(super) fn is_kept(element: &Element) -> bool {
    let classes = || element.attribute("class").unwrap_or_default().split_ascii_whitespace();
    let shows = |class: &str| {
        let of_width = class.contains([':', '@']) && !class.starts_with("print:")
            || class.starts_with("d-") && class != "d-none" && !class.starts_with("d-print");
        of_width || class.split(['-', '_']).any(|part| SHOWING.iter().any(|word| part.eq_ignore_ascii_case(word)))
    };
    !matches!(element.name(), "html" | "body") && classes().any(|it| HIDING.contains(&it)) && !classes().any(shows)
}

/// Whether what is kept so says what a notice says; an article that waits for its styles says something else.
pub(super) fn is_notice(said: &str) -> bool {
    let counts = |hits: Vec<Hit>| hits.iter().any(|hit| hit.signature.class != Class::About);
    let in_lines = |line: &str| counts(signature::in_words(Place::Heading, line)) || counts(signature::in_line(line));
    said.len() <= MOST_KEPT && (counts(signature::in_words(Place::Text, said)) || said.lines().any(in_lines))
}

/// Whether a class hides an element that holds no more than a notice.
pub(super) fn is_kept_notice(element: ElementRef<'_>) -> bool {
    let mut said = 0;
    let mut pieces = element.text().enumerate().map(|(at, text)| {
        said += text.trim().len();
        at < MOST_KEPT_PIECES && said <= MOST_KEPT
    });
    is_kept(element.value()) && pieces.all(|fits| fits)
}

/// What `element` is called, where it may be a margin that is not marked as one.
pub(super) fn called(element: &Element) -> Option<Called> {
    if !matches!(element.name(), "div" | "section" | "header" | "aside" | "ul" | "table" | "td") {
        return None;
    }
    let is_dialog = element.attribute("role").is_some_and(|role| matches!(role.trim(), "dialog" | "alertdialog"));
    let names = element.attribute("class").into_iter().chain(element.attribute("id"));
    names.flat_map(str::split_ascii_whitespace).find_map(|name| {
        let has = |known: &[&str]| {
            name.split(['-', '_']).any(|part| known.iter().any(|word| part.eq_ignore_ascii_case(word)))
        };
        if has(&BANNERS) || has(&OF_CONSENT) && (is_dialog || has(&BOXES)) || is_dialog && has(&DIALOGS) {
            Some(Called::Banner)
        } else if has(&["footer", "sitefooter", "pagefooter", "colophon"]) && !has(&FOOTERS_OF) {
            Some(Called::Footer)
        } else {
            has(&NAVIGATION).then_some(Called::Navigation)
        }
    })
}

/// Elements whose footer is their own.
pub(super) fn is_article(element: &Element) -> bool {
    matches!(element.name(), "article" | "blockquote" | "figure" | "main")
}

impl Sight {
    /// Notes a break in a line. What is searched at one place is one text.
    pub(super) fn break_at(&mut self, at: usize, text: &str) {
        match self.breaks.last_mut().filter(|last| last.at == at) {
            Some(last) if text.is_empty() || last.text.is_empty() => last.text.push_str(text),
            Some(last) => last.text.extend([" ", text]),
            None => self.breaks.push(Break { at, text: text.to_owned() }),
        }
    }

    /// Leaves out what says nothing new: a line of `visible` ends there anyway.
    pub(super) fn finish(mut self, visible: &str, wide: Vec<usize>) -> Self {
        let bytes = visible.as_bytes();
        let is_new = |at: usize| at > 0 && bytes.get(at).is_some_and(|byte| !matches!(byte, b'\n' | b'\t'));
        self.breaks.extend(wide.into_iter().map(|at| Break { at, text: String::new() }));
        self.breaks.retain(|known| !known.text.is_empty() || is_new(known.at));
        self.breaks.sort_by_key(|known| known.at);
        self.margins.retain(|margin| margin.start() < margin.end());
        self.named_margins.retain(|margin| margin.start() < margin.end());
        self.banners.retain(|banner| banner.start() < banner.end());
        self
    }
}
