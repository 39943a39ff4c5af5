//! The address itself, written otherwise: after a redirect, over https, without tracking parameters.

use std::ops::Range;

use super::spelling::{self, inner_json};
use super::{Page, Swap, html, light, shown, wikitext};
use crate::document::{Entry, Format, places_again};
use crate::locator::key;
use crate::span::Span;

/// The address that it has moved to, and the same in the words of a link that are the address.
pub(super) fn moved(page: &Page<'_>, entry: &Entry, to: &str) -> Vec<Swap> {
    let Some(span) = light::whole(&entry.source.url_spans) else { return Vec::new() };
    let url = entry.source.url.as_deref().unwrap_or_default();
    let to = with_fragment(to, url);
    let new = spelled(page, span, &to);
    let words = shown::swaps(page, span, url, |_| spelling::plain(&to));
    let again = places_again(page.text, page.document.format, entry).into_iter();
    let again = again.map(|(own, place)| (place, spelled(page, place, &with_fragment(&to, &own))));
    [(span, new)].into_iter().chain(words).chain(again).collect()
}

/// The words of a link that show its address, over https and without tracking parameters where the address becomes so.
pub(super) fn words(page: &Page<'_>, entry: &Entry, secure: bool, clean: bool) -> Vec<Swap> {
    let span = light::whole(&entry.source.url_spans).filter(|_| secure || clean);
    let (Some(span), Some(url)) = (span, entry.source.url.as_deref()) else { return Vec::new() };
    shown::swaps(page, span, url, |shown| {
        let plain = shown.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http:"));
        let shown = match plain_port(shown) {
            _ if !secure || !plain => shown.to_owned(),
            Some(port) => format!("https:{}{}", &shown[5..port.start], &shown[port.end..]),
            None => format!("https:{}", &shown[5..]),
        };
        if clean { without_tracking(&shown) } else { shown }
    })
}

/// `https` for `http`, wherever the record has the address, and without the port of http, at which https never answers.
pub(super) fn over_https(page: &Page<'_>, entry: &Entry) -> Vec<Swap> {
    let secure = |place: Span| {
        let written = &page.text[place.range()];
        let plain = written.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http:"));
        let at = place.start() + "http".len();
        let letter = if written.starts_with("HTTP") { "S" } else { "s" };
        let port = plain_port(written).map(|port| Span::new(place.start() + port.start, place.start() + port.end));
        let port = port.map(|port| (port, String::new()));
        if plain { [(Span::new(at, at), letter.to_owned())].into_iter().chain(port).collect() } else { Vec::new() }
    };
    let own = entry.source.url_spans.first().map_or_else(Vec::new, |first| secure(*first));
    if own.is_empty() {
        return own;
    }
    let again = places_again(page.text, page.document.format, entry).into_iter();
    own.into_iter().chain(again.flat_map(|(_, place)| secure(place))).collect()
}

/// The port of http, `:80`, where an address names it.
fn plain_port(written: &str) -> Option<Range<usize>> {
    let start = written.find("://")? + 3;
    let ends = |c: char| matches!(c, '/' | '?' | '#' | '\\') || c.is_whitespace();
    let end = written[start..].find(ends).map_or(written.len(), |end| start + end);
    let host = written[start..end].trim_end_matches(|c: char| c.is_ascii_digit());
    let port = written[start + host.len()..end].parse().is_ok_and(|port: u16| port == 80);
    (port && host.ends_with(':')).then(|| start + host.len() - 1..end)
}

/// Takes parameters out that follow the reader, as they are written, wherever the record has the address.
pub(super) fn tracking(page: &Page<'_>, entry: &Entry) -> Vec<Swap> {
    let Some(span) = light::whole(&entry.source.url_spans) else { return Vec::new() };
    let again = places_again(page.text, page.document.format, entry).into_iter().map(|(_, place)| place);
    [span].into_iter().chain(again).flat_map(|place| tracking_at(page.text, place)).collect()
}

fn tracking_at(text: &str, span: Span) -> Vec<Swap> {
    let written = &text[span.range()];
    let query_end = written.find('#').filter(|at| !written[..*at].ends_with('&')).unwrap_or(written.len());
    let Some(start) = written[..query_end].find('?').map(|at| at + 1) else { return Vec::new() };
    let pairs = pairs(&written[start..query_end]);
    let is_tracking = |pair: &Pair| {
        let name =
            written[start + pair.start..start + pair.end].split('=').next().unwrap_or_default().replace('\\', "");
        key::is_tracking(&name)
    };
    let kept = pairs.iter().filter(|pair| !is_tracking(pair)).count();
    if kept == pairs.len() {
        return Vec::new();
    }
    if kept == 0 {
        // The question mark goes as well, with the sign of escaping before it.
        let mark = start - 1 - usize::from(written[..start - 1].ends_with('\\'));
        return vec![(Span::new(span.start() + mark, span.start() + query_end), String::new())];
    }
    let mut swaps = Vec::new();
    let first_kept = pairs.iter().position(|pair| !is_tracking(pair)).unwrap_or_default();
    for (at, pair) in pairs.iter().enumerate().filter(|(_, pair)| is_tracking(pair)) {
        // With the sign behind it before the first that stays, and with the one before it elsewhere.
        let range = if at < first_kept { pair.start..pairs[at + 1].start } else { pairs[at - 1].end..pair.end };
        swaps.push((Span::new(span.start() + start + range.start, span.start() + start + range.end), String::new()));
    }
    joined(swaps)
}

/// An address, as it is asked for, without parameters that follow the reader.
pub(super) fn without_tracking(url: &str) -> String {
    let (page, fragment) = url.find('#').map_or((url, ""), |at| url.split_at(at));
    let Some((path, query)) = page.split_once('?') else { return url.to_owned() };
    let kept: Vec<&str> =
        query.split('&').filter(|pair| !key::is_tracking(pair.split('=').next().unwrap_or_default())).collect();
    let mark = if kept.is_empty() { "" } else { "?" };
    format!("{path}{mark}{}{fragment}", kept.join("&"))
}

/// A parameter within the query.
struct Pair {
    start: usize,
    end: usize,
}

/// The parameters of a query as written: parted at `&`, which can be escaped.
fn pairs(query: &str) -> Vec<Pair> {
    const SIGNS: &[&str] = &["\\u0026", "&amp;", "\\&", "&"];
    let (mut pairs, mut start, mut at) = (Vec::new(), 0, 0);
    while at < query.len() {
        if let Some(sign) = SIGNS.iter().find(|sign| query[at..].starts_with(**sign)) {
            pairs.push(Pair { start, end: at });
            at += sign.len();
            start = at;
        } else {
            at += query[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    pairs.push(Pair { start, end: query.len() });
    pairs
}

/// Ranges that touch each other made one.
fn joined(swaps: Vec<Swap>) -> Vec<Swap> {
    let mut joined: Vec<Swap> = Vec::new();
    for (span, text) in swaps {
        match joined.last_mut() {
            Some((last, _)) if last.end() >= span.start() => {
                *last = Span::new(last.start(), span.end().max(last.end()));
            }
            _ => joined.push((span, text)),
        }
    }
    joined
}

/// The part of the page that was cited is cited still.
pub(super) fn with_fragment(to: &str, cited: &str) -> String {
    match cited.split_once('#') {
        Some((_, part)) if !to.contains('#') => format!("{to}#{part}"),
        _ => to.to_owned(),
    }
}

/// An address with the signs escaped that TeX takes as its own, but for those that stand unescaped in what was `written`.
fn escaped_as(written: &str, to: &str) -> String {
    let is_bare = |sign: char| written.match_indices(sign).any(|(at, _)| !written[..at].ends_with('\\'));
    let escapes = |c: char| "%#_&".contains(c) && !is_bare(c);
    to.chars().flat_map(|c| ["\\"].into_iter().filter(move |_| escapes(c)).flat_map(str::chars).chain([c])).collect()
}

/// An address as it is spelled in the place of `span`.
pub(super) fn spelled(page: &Page<'_>, span: Span, to: &str) -> String {
    let before = &page.text[..span.start()];
    let to = &spelling::plain(to);
    let to = &if is_set_apart(page.document.format, before) { to.clone() } else { spelling::bare(to) };
    match page.document.format {
        Format::Html => html::escaped(to),
        // In HTML within Markdown it is HTML.
        Format::Markdown if is_value(before) && html::in_tag(page.text, span.start()) => html::escaped(to),
        Format::Wikitext => wikitext::escaped(to),
        Format::CslJson => inner_json(to),
        Format::Bibtex if page.text[span.range()].contains('\\') || is_amid_words(before) => {
            escaped_as(&page.text[span.range()], to)
        }
        Format::Markdown | Format::Jupyter => {
            let bracketed = is_bracketed(before);
            let to = if bracketed {
                to.replace('(', "\\(").replace(')', "\\)")
            } else if before.ends_with('<') {
                to.to_owned()
            } else {
                spelling::markdown_bare(to)
            };
            if page.document.format == Format::Jupyter { inner_json(&to) } else { to }
        }
        Format::Org => spelling::org_address(to),
        // `link:++https://a.test/b__c++[words]`
        Format::Asciidoc if before.ends_with("++") && !to.contains("++") => to.to_owned(),
        Format::Asciidoc => spelling::asciidoc_address(to),
        Format::Rst => spelling::rst_address(to),
        Format::Latex => spelling::latex_address(to),
        _ => to.to_owned(),
    }
}

/// Whether signs of the format tell where an address ends that stands behind `before`. Fields are searched as texts are.
fn is_set_apart(format: Format, before: &str) -> bool {
    match format {
        Format::Bibtex | Format::CslJson | Format::Ris | Format::Plain => false,
        // These write the end of an address in a way of their own.
        Format::Rst | Format::Asciidoc => true,
        _ => is_bracketed(before) || before.trim_end().ends_with(['<', '"', '\'', '{', '[', '=']),
    }
}

/// Whether an address of BibTeX that stands behind `before` is not all of a value or of an argument.
fn is_amid_words(before: &str) -> bool {
    !before.trim_end().ends_with(['{', '"', '=', '<'])
}

/// `href="`
fn is_value(before: &str) -> bool {
    before.trim_end_matches(['"', '\'']).ends_with('=')
}

/// `[words](`, `[label]: `
fn is_bracketed(before: &str) -> bool {
    ["](", "]:"].iter().any(|mark| before.trim_end().ends_with(mark))
}
