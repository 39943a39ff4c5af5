//! The links of an article, the marks of its notes, and what its quotations name as their source.

use std::ops::Range;

use crate::document::entity;
use crate::document::entry::{Link, Words};
use crate::locator::archive_url::{self, Service};
use crate::locator::relative;
use crate::span::Span;

use super::card;
use super::described::Part;
use super::seen::{Cite, LinkSeen, Seen, Shown};
use super::tree::{Event, Tree};
use super::writer::Writer;

/// Elements between a sign and the heading that it stands in, and bytes of it that are looked at.
const AROUND: usize = 4;
const SIGN: usize = 16;

impl Writer<'_, '_> {
    /// The mark of a note in the file, with the raising around it.
    pub(super) fn mark_span(&self, element: usize) -> Span {
        let raised = self.tree.around(element, 3).skip(1).find(|&own| self.tree.elements[own].name == "sup");
        let outer = raised.map_or(element, |sup| {
            let inner = &self.tree.events[self.tree.elements[sup].events.clone()];
            let marks =
                inner.iter().filter(|event| matches!(event, Event::Open(own) if self.tree.elements[*own].name == "a"));
            if marks.count() == 1 { sup } else { element }
        });
        Span::new(self.tree.elements[outer].tag.start, self.tree.elements[outer].end)
    }

    /// The element is a mark within a note; whether it is one, and not the number of the note itself.
    pub(super) fn marks_in_note(&mut self, element: usize) -> bool {
        let number = self.footnotes.notes.iter().any(|note| note.number == Some(element));
        let is_mark = self.in_note && !number && !self.footnotes.behind.contains(&element);
        if is_mark {
            self.mark(element);
        }
        is_mark
    }

    /// Whether an element is there to be pressed and says nothing: what edits a section of a wiki, and the sign at a heading
    /// that leads to it.
    pub(super) fn is_for_the_hand(&self, element: usize) -> bool {
        let own = &self.tree.elements[element];
        if own.name == "span" && self.tree.is_called(element, &["mw-editsection"]) {
            return true;
        }
        let is_heading = |name: &str| matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
        own.name == "a"
            && self.tree.around(element, AROUND).any(|own| is_heading(&self.tree.elements[own].name))
            && self.tree.value(element, "href").is_some_and(|href| href.contains('#') && !href.contains("://"))
            && !self.tree.words_in(&own.events, SIGN).contains(char::is_alphanumeric)
    }

    /// A quotation that names its source.
    pub(super) fn leave_cite(&mut self, element: usize, range: Range<usize>) {
        let Some(place) = self.tree.value_place(element, "cite").filter(|place| !place.is_empty()) else { return };
        let own = &self.tree.elements[element];
        let url = entity::decoded(&self.tree.text[place.clone()]);
        let url = if url.starts_with("//") { format!("https:{url}") } else { url };
        let whole = Span::new(own.tag.start, own.end);
        let original = rewritten(&url).or(out_of_today(&url)).map(str::to_owned);
        let start = original.as_ref().map_or(place.start, |url| start_of(url, &place, self.tree.text));
        let (url, place) = (original.unwrap_or(url), start..place.end);
        self.seen.cites.push(Cite { range, url, url_span: Span::new(place.start, place.end), whole });
    }

    pub(super) fn leave_link(&mut self, element: usize, range: Range<usize>) {
        let Some(place) = self.tree.value_place(element, "href") else { return };
        let url = relative::without_breaks(entity::decoded(&self.tree.text[place.clone()]));
        let url = if url.starts_with("//") { format!("https:{url}") } else { url };
        let of_today = out_of_today(&url).map(str::to_owned);
        if of_today.is_none() && self.of_today && is_today(&url) {
            return;
        }
        let (url, place) = match rewritten(&url).map(str::to_owned).or(of_today.clone()) {
            Some(original) => {
                self.seen.rewritten += usize::from(of_today.is_none());
                let start = start_of(&original, &place, self.tree.text);
                (original, start..place.end)
            }
            None => (url, place),
        };
        let words = self.draft.prose.text()[range.clone()].trim();
        let is_address = words.starts_with("http://") || words.starts_with("https://") || words.is_empty();
        let words = if is_address { Words::Address } else { Words::Names };
        let own = &self.tree.elements[element];
        let value = |name| self.tree.value(element, name).filter(|value| !value.is_empty());
        let version = value("data-versionurl").and_then(|named| version(&named, value("data-versiondate")));
        if !self.in_note && (self.is_of_the_site() || is_action(&url) || self.is_to_edit(element, &range)) {
            return;
        }
        let card = card::parts(self.tree, element, self.draft.prose.text(), &range, &url);
        let titled = card.iter().find(|(part, _)| *part == Part::Title).map(|(_, title)| title.clone());
        self.seen.parts.extend(card);
        // The number that wikis show for a link without words is none of a list.
        let shown = if self.tree.is_called(element, &["autonumber"]) { Shown::AsNumber } else { Shown::AsWords };
        if shown == Shown::AsNumber {
            self.draft.masked.push(range.clone());
        }
        let spans = vec![Span::new(place.start, place.end)];
        let link = Link { range, url, spans, words };
        self.seen.links.push(LinkSeen { link, titled, shown, whole: Span::new(own.tag.start, own.end), version });
    }
}

/// The first capture that a link names, each perhaps with the moment behind it, and when it was made.
fn version(named: &str, date: Option<String>) -> Option<(String, String)> {
    let mut words = named.split_whitespace();
    let url = words.next()?.to_owned();
    let own = words.next().filter(|word| !word.contains("://")).map(str::to_owned);
    Some((url, own.or(date).unwrap_or_default()))
}

/// Where in `place` an address begins that stands at its end.
fn start_of(url: &str, place: &Range<usize>, text: &str) -> usize {
    if text[place.clone()].ends_with(url) { place.end - url.len() } else { place.start }
}

/// Whether a page in an archive is `mailto:…` or its like.
fn asks_for_a_program(url: &str) -> bool {
    const SCHEMES: &[&str] = &["mailto:", "javascript:", "tel:", "data:", "about:"];
    let Some((_, rest)) = url.split_once("/web/").filter(|_| archive_url::read(url).is_some()) else { return false };
    let inner = rest.split_once('/').map_or("", |(_, inner)| inner);
    SCHEMES.iter().any(|scheme| inner.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// Where readers send a page to others, and where its buttons lead: host and path.
const SHARING: &[(&str, &str)] = &[
    ("twitter.com", "/intent/"),
    ("twitter.com", "/share"),
    ("x.com", "/intent/"),
    ("x.com", "/share"),
    ("facebook.com", "/sharer"),
    ("facebook.com", "/share.php"),
    ("facebook.com", "/dialog/"),
    ("linkedin.com", "/shareArticle"),
    ("linkedin.com", "/sharing/"),
    ("linkedin.com", "/cws/share"),
    ("reddit.com", "/submit"),
    ("pinterest.com", "/pin/create"),
    ("tumblr.com", "/share"),
    ("tumblr.com", "/widgets/share"),
    ("news.ycombinator.com", "/submitlink"),
    ("getpocket.com", "/save"),
    ("getpocket.com", "/edit"),
    ("t.me", "/share"),
    ("telegram.me", "/share"),
    ("wa.me", "/?text="),
    ("api.whatsapp.com", "/send"),
    ("web.whatsapp.com", "/send"),
    ("vk.com", "/share.php"),
    ("vkontakte.ru", "/share.php"),
    ("connect.ok.ru", "/offer"),
    ("xing.com", "/spi/shares"),
    ("bsky.app", "/intent/"),
    ("threads.net", "/intent/"),
    ("mastodonshare.com", "/"),
    ("flipboard.com", "/share"),
    ("share.flipboard.com", "/"),
    ("instapaper.com", "/edit"),
    ("digg.com", "/submit"),
    ("delicious.com", "/save"),
    ("stumbleupon.com", "/submit"),
    ("plus.google.com", "/share"),
    ("line.me", "/R/msg"),
    ("social-plugins.line.me", "/lineit/share"),
    ("b.hatena.ne.jp", "/add"),
    ("service.weibo.com", "/share"),
    ("addtoany.com", "/share"),
    ("addthis.com", "/bookmark"),
];

/// Whether a link does something with a page, and cites nothing: it sends it to others, or opens it to be changed.
fn is_action(url: &str) -> bool {
    let Some((_, rest)) = url.split_once("://") else { return false };
    let (host, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    let host = host.to_ascii_lowercase();
    let is_at = |name: &str| host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let shares = SHARING.iter().any(|(name, start)| path.starts_with(start) && is_at(name));
    shares
        || path.contains(['?', '&'])
            && ["action=edit", "action=history", "veaction=edit"]
                .iter()
                .any(|action| path.split(['?', '&', '#']).skip(1).any(|pair| pair == *action))
}

/// The page in an address as archives write it into the pages that they show, without a host: `/web/20240630101500/https://…`.
fn rewritten(url: &str) -> Option<&str> {
    let (moment, original) = url.strip_prefix("/web/")?.split_once('/')?;
    let digits = moment.bytes().take_while(u8::is_ascii_digit).count();
    let flag = &moment[digits..];
    let is_flag = flag.is_empty() || flag.len() == 3 && flag.ends_with('_');
    let over_http = ["http://", "https://"].iter().any(|scheme| original.starts_with(scheme));
    (digits == 14 && is_flag && over_http).then_some(original)
}

/// The page in an address as archive.today writes it into the pages that it shows: `https://archive.ph/o/AbCd1/https://…`.
fn out_of_today(url: &str) -> Option<&str> {
    let (_, path) = url.split_once("://")?.1.split_once('/')?;
    let (_, original) = path.strip_prefix("o/")?.split_once('/')?;
    let over_http = ["http://", "https://"].iter().any(|scheme| original.starts_with(scheme));
    (over_http && is_today(url)).then_some(original)
}

fn is_today(url: &str) -> bool {
    archive_url::is_at(url, Service::ArchiveToday)
}

/// Whether archive.today says in the head of a page that it shows it; what else leads to it there is its toolbar.
pub(super) fn is_of_today(tree: &Tree<'_>) -> bool {
    tree.elements.iter().enumerate().any(|(element, own)| {
        let says = |rel: &str| ["canonical", "bookmark"].iter().any(|name| rel.eq_ignore_ascii_case(name));
        own.name == "link"
            && tree.value(element, "rel").is_some_and(|rel| says(&rel))
            && tree.value(element, "href").is_some_and(|href| is_today(&href))
    })
}

/// Whether an archive says in a page that it made it: behind it, in its head, or in the toolbar above it.
pub(super) fn is_saved(text: &str) -> bool {
    const SIGNS: [&str; 5] =
        ["FILE ARCHIVED ON", "__wm.wombat(", "BEGIN WAYBACK TOOLBAR INSERT", "_static/js/wombat.js", "wbinfo.is_live"];
    SIGNS.iter().any(|sign| memchr::memmem::find(text.as_bytes(), sign.as_bytes()).is_some())
}

/// Where a page was saved from a web archive, every link leads into it: each is turned back into what the writer wrote.
///
/// What asks for a program there, as `mailto:` does, cites nothing; `already` is how many links were turned back before.
pub(super) fn unwrap_saved(seen: &mut Seen, text: &str, already: usize) {
    const FEWEST: usize = 5;
    let Seen { links, cites, .. } = seen;
    links.retain(|seen| !asks_for_a_program(&seen.link.url));
    let over_http = |url: &str| url.starts_with("http://") || url.starts_with("https://");
    let originals: Vec<Option<String>> =
        links.iter().map(|seen| archive_url::read(&seen.link.url).and_then(|capture| capture.original)).collect();
    let all = links.iter().filter(|seen| over_http(&seen.link.url)).count();
    let wrapped = originals.iter().flatten().count() + already;
    if wrapped < FEWEST && !is_saved(text) || wrapped * 10 < all * 8 {
        return;
    }
    for (seen, original) in links.iter_mut().zip(originals) {
        let Some(original) = original else { continue };
        if let Some(span) = seen.link.spans.first_mut().filter(|_| seen.link.url.ends_with(&original)) {
            *span = of_original(text, *span, &seen.link.url, &original);
        }
        seen.link.url = original;
    }
    // What a quotation names as its source leads there as well.
    for cite in cites {
        let Some(original) = archive_url::read(&cite.url).and_then(|capture| capture.original) else { continue };
        if cite.url.ends_with(&original) {
            cite.url_span = of_original(text, cite.url_span, &cite.url, &original);
        }
        cite.url = original;
    }
}

/// Where the address of the page begins in that of its capture, whose own part stands before it as it is; what follows may be
/// written with entities.
fn of_original(text: &str, span: Span, url: &str, original: &str) -> Span {
    let archive = &url[..url.len() - original.len()];
    let start = match text[span.range()].strip_prefix(archive) {
        Some(_) => span.start() + archive.len(),
        None => span.end().saturating_sub(original.len()).max(span.start()),
    };
    Span::new(start, span.end())
}
