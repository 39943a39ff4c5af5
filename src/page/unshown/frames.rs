//! Documents and pages that stand in a page: in a frame, an `<embed>` or an `<object>`.

use scraper::ElementRef;
use url::Url;

use super::super::attribute::Attribute;
use super::{LONGEST_BESIDE_DOCUMENT, LONGEST_BESIDE_FRAME, NEXT_TO_NOTHING, Seen, Unshown, UnshownKind};
use crate::locator::host;

/// A frame, or what is like one.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) address: String,
    is_pdf: bool,
    /// The words of its address, names and classes.
    words: Vec<String>,
    /// Whether its size is that of a strip or a box beside a text.
    small: bool,
}

/// Services that show documents.
const SHOWS_DOCUMENTS: [&str; 12] = [
    "docs.google.com",
    "drive.google.com",
    "view.officeapps.live.com",
    "issuu.com",
    "scribd.com",
    "slideshare.net",
    "documentcloud.org",
    "yumpu.com",
    "calameo.com",
    "archive.org",
    "onedrive.live.com",
    "read.amazon.com",
];
/// Services that play films and recordings.
pub(super) const PLAYS: [&str; 16] = [
    "youtube.com",
    "youtube-nocookie.com",
    "youtu.be",
    "vimeo.com",
    "dailymotion.com",
    "twitch.tv",
    "soundcloud.com",
    "spotify.com",
    "podcasts.apple.com",
    "buzzsprout.com",
    "libsyn.com",
    "podbean.com",
    "brightcove.net",
    "jwplatform.com",
    "rumble.com",
    "odysee.com",
];
/// What stands in the names of frames that are no part of what a page says.
const ASIDE: [&str; 46] = [
    "ad",
    "ads",
    "adframe",
    "adserver",
    "advert",
    "advertisement",
    "adsense",
    "banner",
    "sponsor",
    "doubleclick",
    "googlesyndication",
    "googletagmanager",
    "gtm",
    "analytics",
    "tracking",
    "tracker",
    "pixel",
    "recaptcha",
    "captcha",
    "hcaptcha",
    "consent",
    "cookie",
    "cookies",
    "gdpr",
    "newsletter",
    "subscribe",
    "signup",
    "login",
    "signin",
    "auth",
    "chat",
    "chatbot",
    "share",
    "sharing",
    "like",
    "facebook",
    "twitter",
    "disqus",
    "comments",
    "comment",
    "widget",
    "map",
    "maps",
    "donate",
    "search",
    "sync",
];
/// A frame that is lower is a strip.
const LOWEST: u32 = 300;

impl Frame {
    /// What is shown in `element`, if it has an address and is seen.
    pub(super) fn of(element: ElementRef<'_>) -> Option<Self> {
        let value = element.value();
        let named = ["src", "data", "data-src"].into_iter().find_map(|name| value.attribute(name));
        let address = named.map(str::trim).filter(|address| !address.is_empty() && !address.starts_with("about:"))?;
        if value.attribute("srcdoc").is_some() || is_unseen(element) {
            return None;
        }
        let kind = value.attribute("type").unwrap_or_default().trim().to_ascii_lowercase();
        let called = ["id", "class", "name", "title"].into_iter().filter_map(|name| value.attribute(name));
        let mut words: Vec<String> = called.flat_map(parted).collect();
        words.extend(parted(address.split('?').next().unwrap_or_default()));
        let of =
            |name: &str| value.attribute(name).and_then(|size| size.trim().trim_end_matches("px").parse::<u32>().ok());
        let small =
            of("height").is_some_and(|height| height < LOWEST) || of("width").is_some_and(|width| width < LOWEST);
        Some(Self { address: address.to_owned(), is_pdf: kind == "application/pdf", words, small })
    }

    /// Where the document is that it shows, if it shows one.
    fn document(&self, seen: &Seen<'_>) -> Option<String> {
        let url = seen.other(&self.address)?;
        if self.is_pdf || is_pdf(url.path()) {
            return Some(url.into());
        }
        if let Some(file) = shown_file(&url) {
            return Some(file.into());
        }
        is_of(&url, &SHOWS_DOCUMENTS).then(|| url.into())
    }

    fn is_aside(&self) -> bool {
        self.words.iter().any(|word| ASIDE.contains(&word.as_str()))
    }

    /// Whether a service plays a film or a recording in it.
    pub(super) fn plays(&self, seen: &Seen<'_>) -> bool {
        seen.other(&self.address).is_some_and(|url| is_of(&url, &PLAYS))
    }
}

/// A document that stands in a page whose own text is short.
pub(super) fn document(seen: &Seen<'_>) -> Option<Unshown> {
    let document = || seen.gathered.frames.iter().find_map(|frame| frame.document(seen));
    let at = (seen.said <= LONGEST_BESIDE_DOCUMENT).then(document)??;
    Some(Unshown::new(UnshownKind::Embedded, Some(at)))
}

/// Another page that stands in one that says next to nothing, or one of the same site in one that says little. What others
/// put into pages (advertisements, films, maps, posts) stands beside a text.
pub(super) fn frame(seen: &Seen<'_>) -> Option<Unshown> {
    let page = seen.known.url.filter(|_| seen.said <= LONGEST_BESIDE_FRAME)?;
    let is_content = |frame: &Frame, url: &Url| {
        let own = || host::lane(url) == host::lane(page) && !frame.small;
        !frame.is_aside() && !is_of(url, &PLAYS) && (seen.said <= NEXT_TO_NOTHING || own())
    };
    let mut shown = seen.gathered.frames.iter().filter_map(|frame| Some((frame, seen.other(&frame.address)?)));
    let (_, at) = shown.find(|(frame, url)| is_content(frame, url))?;
    Some(Unshown::new(UnshownKind::Embedded, Some(at.into())))
}

/// The document that a viewer is told to show: `viewer.html?file=/report.pdf`.
fn shown_file(viewer: &Url) -> Option<Url> {
    let (_, file) =
        viewer.query_pairs().find(|(_, value)| is_pdf(value.split(['?', '#']).next().unwrap_or_default()))?;
    viewer.join(&file).ok()
}

pub(super) fn is_pdf(path: &str) -> bool {
    path.len() > 4 && path.get(path.len() - 4..).is_some_and(|end| end.eq_ignore_ascii_case(".pdf"))
}

fn is_of(url: &Url, hosts: &[&str]) -> bool {
    let Some(host) = url.host_str() else { return false };
    let within =
        |known: &str| host.strip_suffix(known).is_some_and(|before| before.is_empty() || before.ends_with('.'));
    hosts.iter().any(|known| within(known))
}

fn parted(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect()
}

/// Whether a reader does not see it: those that measure are a dot, or not shown.
fn is_unseen(element: ElementRef<'_>) -> bool {
    let dot = |name: &str| {
        element.attribute(name).is_some_and(|size| matches!(size.trim().trim_end_matches("px"), "0" | "1"))
    };
    let hidden = |element: ElementRef<'_>| {
        let style: String = element.attribute("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
        element.attribute("hidden").is_some()
            || element.attribute("aria-hidden").is_some_and(|value| value.trim().eq_ignore_ascii_case("true"))
            || ["display:none", "visibility:hidden"].iter().any(|word| style.contains(word))
            || element.value().name() == "noscript"
    };
    dot("width") || dot("height") || hidden(element) || element.ancestors().filter_map(ElementRef::wrap).any(hidden)
}
