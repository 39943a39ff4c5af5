//! Links that say who somebody is, and are no source of what he or she says: the article of an encyclopedia that has the name, the
//! page of an account.

use std::collections::HashMap;

use percent_encoding::percent_decode_str;
use url::Url;

use crate::document::saying::{holds, says, words};
use crate::document::{Document, Shape};

/// What a link leads to that says who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::citation) enum Who {
    /// The page of an account.
    Account,
    /// The article of an encyclopedia.
    Article,
}

/// Such links of a document, by where they begin in its prose: its entries may be gone when a quote is bound.
pub(in crate::citation) fn of_links(document: &Document) -> HashMap<usize, Who> {
    let who = |marker: &crate::document::Marker| {
        let entry = document.entries.get(*marker.entries.first()?)?;
        let address = entry.source.url.as_deref().filter(|address| may_tell(address))?;
        let label = document.prose.text().get(marker.range())?;
        let article = || is_described(address, label).then_some(Who::Article);
        let account = has_account(address, label).then_some(Who::Account);
        account.or_else(article).map(|who| (marker.range().start, who))
    };
    document.markers.iter().filter(|marker| marker.shape == Shape::Link).filter_map(who).collect()
}

/// Whether an address is worth reading for that.
fn may_tell(address: &str) -> bool {
    let names = ENCYCLOPEDIAS.iter().copied().chain(ACCOUNTS.iter().map(|(name, _)| *name)).chain(["/@"]);
    let address = address.to_ascii_lowercase();
    names.into_iter().any(|name| address.contains(name))
}

/// Words of the longest name or office.
const NAME: usize = 6;
/// Letters of the shortest word that tells an article.
const WORD: usize = 3;
/// Words that name an encyclopedia, or a part of it, as a source.
const WORKS: &str = "wikipedia wiki encyclopedia encyclopaedia britannica article page entry artikel eintrag enzyklopädie encyclopédie artículo voce \
    статья википедия";
/// Where the encyclopedias are whose articles are called after what they describe.
const ENCYCLOPEDIAS: &[&str] = &["wikipedia.org", "wikidata.org", "britannica.com", "imdb.com"];
/// Where people have accounts, and what stands before the name of one in the path.
const ACCOUNTS: &[(&str, &str)] = &[
    ("twitter.com", ""),
    ("x.com", ""),
    ("instagram.com", ""),
    ("facebook.com", ""),
    ("github.com", ""),
    ("threads.net", ""),
    ("threads.com", ""),
    ("tiktok.com", ""),
    ("bsky.app", "profile"),
    ("linkedin.com", "in"),
];

/// Whether a link with these words leads to the article of an encyclopedia on whom or what they name.
fn is_described(address: &str, label: &str) -> bool {
    let (Some(own), Ok(url)) = (name(label), Url::parse(address)) else { return false };
    if !ENCYCLOPEDIAS.iter().any(|name| is_at(&url, name)) {
        return false;
    }
    let last = url.path().rsplit('/').find(|part| !part.is_empty()).unwrap_or_default();
    let title = percent_decode_str(last).decode_utf8_lossy().replace('_', " ");
    words(&title).any(|word| word.chars().count() >= WORD && own.contains(&word))
}

/// Whether a link with these words leads to the page of an account, and to nothing that was said there.
fn has_account(address: &str, label: &str) -> bool {
    let (Some(_), Ok(url)) = (name(label), Url::parse(address)) else { return false };
    let path: Vec<&str> = url.path().split('/').filter(|part| !part.is_empty()).collect();
    // Also those of other servers: `https://mastodon.example/@doe`.
    let known = ACCOUNTS.iter().any(|(name, before)| {
        let own = match path[..] {
            [_] => before.is_empty(),
            [first, _] => first == *before,
            _ => false,
        };
        own && is_at(&url, name)
    });
    known || matches!(path[..], [only] if only.starts_with('@'))
}

/// The words of a link that can be those of a name or an office.
fn name(label: &str) -> Option<Vec<String>> {
    let own: Vec<String> = words(label).take(NAME + 1).collect();
    let is_name = (1..=NAME).contains(&own.len()) && !says(label) && !own.iter().any(|word| holds(WORKS, word));
    is_name.then_some(own)
}

fn is_at(url: &Url, name: &str) -> bool {
    let host = url.host_str().unwrap_or_default();
    host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_somebody_is_is_told_from_what_somebody_says() {
        let check = |address: &str, label: &str, expected: bool| {
            assert_eq!(is_described(address, label) || has_account(address, label), expected, "{address} {label}");
        };
        check("https://en.wikipedia.org/wiki/Ann_Byrd", "Ann Byrd", true);
        check("https://en.wikipedia.org/wiki/Ann_Byrd_(mayor)", "Mayor Byrd", true);
        check("https://en.m.wikipedia.org/wiki/Mayor", "mayor", true);
        check("https://de.wikipedia.org/wiki/B%C3%BCrgermeister", "Bürgermeister", true);
        check("https://twitter.com/annbyrd", "Ann Byrd", true);
        check("https://www.linkedin.com/in/annbyrd/", "Ann Byrd", true);
        check("https://sea.test/@annbyrd", "Ann Byrd", true);
        check("https://bsky.app/profile/annbyrd.test", "Ann", true);

        check("https://en.wikipedia.org/wiki/Ann_Byrd", "Wikipedia", false);
        check("https://en.wikipedia.org/wiki/Ann_Byrd", "the article on Byrd", false);
        check("https://en.wikipedia.org/wiki/Ann_Byrd", "she said", false);
        check("https://en.wikipedia.org/wiki/Ann_Byrd", "a speech in May", false);
        check("https://twitter.com/annbyrd/status/12", "Ann Byrd", false);
        check("https://twitter.com/annbyrd", "tweeted Ann Byrd", false);
        check("https://twitter.com/annbyrd", "", false);
        check("https://bsky.app/profile/annbyrd.test/post/3k", "Ann", false);
        check("https://wikipedia.org.test/wiki/Ann_Byrd", "Ann Byrd", false);
        check("https://post.test/annbyrd", "Ann Byrd", false);
        check("https://github.com/annbyrd/nets", "Ann Byrd", false);
    }
}
