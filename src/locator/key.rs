//! One spelling for a page: what tells whether two citations name the same source. Never fetched, never written back.

use std::borrow::Cow;
use std::fmt;

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};
use url::Url;

use super::doi;

/// The same for every spelling of one page: `https://e.example/a?b=1`, or `doi:10.1000/x`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SourceKey(String);

/// A query parameter that follows the reader and not the page.
#[derive(Debug, Clone, Copy)]
enum Tracking {
    Name(&'static str),
    Prefix(&'static str),
}

/// What mail, search, advertising and chat tools add to an address.
const TRACKING: &[Tracking] = &[
    Tracking::Prefix("utm_"),
    Tracking::Prefix("mtm_"),
    Tracking::Prefix("hsa_"),
    Tracking::Name("_ga"),
    Tracking::Name("_gl"),
    Tracking::Name("_hsenc"),
    Tracking::Name("_hsmi"),
    Tracking::Name("at_campaign"),
    Tracking::Name("at_medium"),
    Tracking::Name("cmpid"),
    Tracking::Name("dclid"),
    Tracking::Name("fbclid"),
    Tracking::Name("gbraid"),
    Tracking::Name("gclid"),
    Tracking::Name("gclsrc"),
    Tracking::Name("igsh"),
    Tracking::Name("igshid"),
    Tracking::Name("mc_cid"),
    Tracking::Name("mc_eid"),
    Tracking::Name("mkt_tok"),
    Tracking::Name("msclkid"),
    Tracking::Name("pk_campaign"),
    Tracking::Name("pk_kwd"),
    Tracking::Name("ref_src"),
    Tracking::Name("ref_url"),
    Tracking::Name("smid"),
    Tracking::Name("srsltid"),
    Tracking::Name("ttclid"),
    Tracking::Name("twclid"),
    Tracking::Name("vero_id"),
    Tracking::Name("wbraid"),
    Tracking::Name("yclid"),
];

/// Hosts for small screens that show the pages of another: the mobile label, and the domain that it stands in.
const MOBILE: &[(&str, &str)] = &[
    ("m.", "wikipedia.org"),
    ("m.", "wiktionary.org"),
    ("m.", "wikiquote.org"),
    ("m.", "wikisource.org"),
    ("m.", "wikinews.org"),
    ("m.", "wikibooks.org"),
    ("m.", "wikimedia.org"),
    ("m.", "wikidata.org"),
    ("m.", "youtube.com"),
    ("m.", "facebook.com"),
    ("mobile.", "twitter.com"),
    ("mobile.", "x.com"),
];

impl SourceKey {
    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SourceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The key of the page that `url` names.
///
/// The scheme, `www.`, a fragment that is not a route, tracking parameters, the order of the other parameters, the
/// slash at the end and needless escapes make no difference; nor do credentials, which never enter a key.
pub fn key(url: &Url) -> SourceKey {
    let host = host(url);
    let path = decoded(url.path());
    let resolver = if url.scheme() == "doi" { "doi.org" } else { &host };
    if let Some(doi) = doi::of_resolver(resolver, &percent_decode_str(url.path()).decode_utf8_lossy()) {
        return SourceKey(format!("doi:{doi}"));
    }
    let scheme = if url.scheme() == "http" { "https" } else { url.scheme() };
    let slashes = if url.has_host() { "//" } else { "" };
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let bare = path.trim_end_matches('/');
    let path = if bare.is_empty() { &path[..path.len().min(1)] } else { bare };
    let query = query(url);
    let route = url.fragment().filter(|part| part.starts_with(['!', '/'])).map(|part| format!("#{}", decoded(part)));
    SourceKey(format!("{scheme}:{slashes}{host}{port}{path}{query}{}", route.unwrap_or_default()))
}

/// Whether a query parameter of that name follows the reader and not the page.
pub fn is_tracking(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    TRACKING.iter().any(|tracking| match tracking {
        Tracking::Name(known) => name == *known,
        Tracking::Prefix(start) => name.starts_with(start),
    })
}

fn host(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default().trim_end_matches('.');
    let host = host.strip_prefix("www.").filter(|rest| rest.contains('.')).unwrap_or(host);
    for (mobile, domain) in MOBILE {
        let Some(language) = host.strip_suffix(domain).and_then(|rest| rest.strip_suffix(mobile)) else { continue };
        if language.is_empty() || language.ends_with('.') {
            return format!("{language}{domain}");
        }
    }
    host.to_owned()
}

fn query(url: &Url) -> String {
    let mut pairs: Vec<Cow<'_, str>> = url
        .query()
        .unwrap_or_default()
        .split('&')
        .map(decoded)
        .filter(|pair| !pair.is_empty() && !is_tracking(name(pair)))
        .collect();
    // By name only: the order of values under one name can mean something.
    pairs.sort_by(|one, other| name(one).cmp(name(other)));
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

fn name(pair: &str) -> &str {
    pair.split_once('=').map_or(pair, |(name, _)| name)
}

/// With the escapes of unreserved characters taken out and the others in upper case (RFC 3986 §6.2.2).
fn decoded(part: &str) -> Cow<'_, str> {
    if !part.contains('%') {
        return Cow::Borrowed(part);
    }
    let mut out = String::with_capacity(part.len());
    let mut rest = part;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let escape = rest.get(..3).filter(|escape| escape[1..].bytes().all(|byte| byte.is_ascii_hexdigit()));
        let Some(escape) = escape else {
            out.push('%');
            rest = &rest[1..];
            continue;
        };
        match u8::from_str_radix(&escape[1..], 16).map(char::from) {
            Ok(c) if c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~') => out.push(c),
            _ => out.push_str(&escape.to_ascii_uppercase()),
        }
        rest = &rest[3..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(url: &str, expected: &str) {
        assert_eq!(key(&Url::parse(url).unwrap()).as_str(), expected, "{url}");
    }

    #[test]
    fn spellings_of_one_page_have_one_key() {
        for url in [
            "http://www.E.example:80/a/b/?utm_source=x&y=2&x=1#top",
            "https://e.example./%61/b?x=1&y=2",
            "https://user:word@e.example/a/./c/../b?&y=2&x=1&FBCLID=q",
        ] {
            check(url, "https://e.example/a/b?x=1&y=2");
        }
        check("http://e.example", "https://e.example/");
        check("https://e.example/%c3%a9%2f", "https://e.example/%C3%A9%2F");
        check("https://e.example/%zz%4", "https://e.example/%zz%4");
        check("https://en.m.wikipedia.org/wiki/X", "https://en.wikipedia.org/wiki/X");
        check("https://m.youtube.com/watch?v=1", "https://youtube.com/watch?v=1");
        check("http://e.example:8080/?", "https://e.example:8080/");
    }

    #[test]
    fn spellings_of_other_pages_have_other_keys() {
        check("https://e.example/A", "https://e.example/A");
        check("https://e.example/index.html", "https://e.example/index.html");
        check("https://e.example/#!/route", "https://e.example/#!/route");
        check("https://e.example/#/route", "https://e.example/#/route");
        check("https://e.example/?a=2&a=1", "https://e.example/?a=2&a=1");
        check("ftp://e.example/", "ftp://e.example/");
        check("https://www.example/", "https://www.example/");
        check("https://arxiv.org/abs/2401.01234v2", "https://arxiv.org/abs/2401.01234v2");
        check("https://team.wikipedia.org/", "https://team.wikipedia.org/");
        check("mailto:a@e.example", "mailto:a@e.example");
    }

    #[test]
    fn a_doi_is_its_own_key() {
        for url in [
            "https://doi.org/10.1000/Xy",
            "http://dx.doi.org/10.1000%2fxY",
            "https://www.doi.org/10.1000/xy?utm_source=a",
        ] {
            check(url, "doi:10.1000/xy");
        }
        check("https://doi.org/about", "https://doi.org/about");
    }

    proptest! {
        #[test]
        fn a_key_is_its_own_key(path in "(/|%[0-9a-fA-F]{2}|[a-zA-Z.~=&?#!]|é){0,20}") {
            if let Ok(url) = Url::parse(&format!("http://www.e.example/{path}")) {
                let once = key(&url);
                prop_assert_eq!(&key(&Url::parse(once.as_str()).unwrap()), &once);
            }
        }
    }
}
