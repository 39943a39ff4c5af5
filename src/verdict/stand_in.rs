//! What stands at an address that nobody serves a page at, told by the address itself: a domain that is offered or has run
//! out, a folder with nothing in it.

use url::Url;

use crate::locator::host;
use crate::page::signature::{self, Class};
use crate::page::vocabulary::known;
use crate::page::{Place, Signs};

/// Bytes behind the name of a domain in which it is said what becomes of it.
const BEHIND: usize = 80;
/// A page that offers its domain names it in its heading, and again where it says what becomes of it.
const MOST_NAMED: usize = 4;
/// How servers title the list of a folder.
const LIST: &str = "Index of /";
/// Characters of such a list that lists nothing, at most.
const NOTHING_LISTED: usize = 300;

/// Where a title, a heading or the text offers the domain of the page itself, or says that it has run out: “The domain name
/// site.example is for sale”.
pub(super) fn offered(signs: &Signs, url: &str) -> Option<(Place, String)> {
    let titles = signs.title.iter().map(|text| (Place::Title, text.as_str()));
    let headings = signs.headings.iter().map(|text| (Place::Heading, text.as_str()));
    let said = titles.chain(headings).chain([(Place::Text, signs.opening.as_str())]);
    let mut said = said.filter(|(_, text)| text.contains('.')).peekable();
    said.peek()?;
    let domain = host::lane(&Url::parse(url).ok()?).to_string();
    let mut found = said.filter_map(|(place, text)| Some((place, offers(text, &domain)?)));
    found.next()
}

/// The part of `text` in which something becomes of `domain`. Whoever sells domains has several.
fn offers(text: &str, domain: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let offered = |at: usize| {
        let behind = &lower[at + domain.len()..];
        let behind = &behind[..crate::span::floor_char_boundary(behind, BEHIND)];
        let ends = !behind.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '/');
        let says = |hit: &signature::Hit| {
            hit.signature.class == Class::Parked && hit.start <= 1 && !hit.phrase.contains("domains")
        };
        let is_said = ends && signature::in_words(Place::Title, behind).iter().any(says);
        is_said.then(|| lower[at..at + domain.len() + behind.len()].to_owned())
    };
    lower.match_indices(domain).take(MOST_NAMED).find_map(|(at, _)| offered(at))
}

/// Whether a page is the list of a folder with nothing in it, as servers send it.
pub(super) fn lists_nothing(signs: &Signs) -> bool {
    let Some(title) = signs.title.as_deref().filter(|title| title.starts_with(LIST)) else { return false };
    let is_of_server =
        |line: &str| line.contains("Server at ") || line.starts_with("Apache/") || line.starts_with("nginx/");
    let is_of_list = |word: &str| known().of_folders.has(&word.to_lowercase());
    let mut lines = signs.opening.lines().map(str::trim).filter(|line| *line != title && !is_of_server(line));
    signs.said <= NOTHING_LISTED && lines.all(|line| line.split_whitespace().all(is_of_list))
}

#[cfg(test)]
mod tests {
    use crate::verdict::signs::tests::seen;

    #[test]
    fn a_list_of_nothing_is_no_page() {
        for html in [
            "<title>Index of /</title><h1>Index of /</h1><table><tr><th>Name<th>Last modified<th>Size<th>Description</table>\
             <address>Apache/2.4.57 (Debian) Server at site.example Port 443</address>",
            "<title>Index of /</title><h1>Index of /</h1><ul><li><a href=cgi-bin/>cgi-bin/</a></ul>",
            "<title>Index of /a/tides</title><h1>Index of /a/tides</h1><pre><a href='../'>../</a></pre>",
        ] {
            seen(200, html).check("gone soft-404 unknown");
        }
        for html in [
            "<title>Index of /</title><h1>Index of /</h1><ul><li><a href=tides.pdf>tides.pdf</a></ul>",
            "<title>Index of /pub</title><h1>Index of /pub</h1><pre><a href='../'>../</a> <a href='up/'>1998/</a></pre>",
            "<title>Index of names</title><h1>Index of names</h1><p>Name</p>",
        ] {
            seen(200, html).check("live - sound");
        }
    }

    #[test]
    fn a_domain_that_is_offered_where_it_stands_is_parked() {
        for html in [
            "<title>site.example is for sale | HugeDomains</title><h1>Site.example</h1><p>is for sale</p><p>Buy now: $2,395</p>",
            "<title>site.example</title><h1>site.example has expired</h1><p>Is this your domain? Renew now.</p>",
            "<title>site.example</title><h1>site.example</h1><p>The domain name site.example is for sale</p><p>Buy now, or make an offer.</p>",
            "<title>site.example steht zum Verkauf</title><h1>Angebot abgeben</h1>",
        ] {
            seen(200, html).check("gone parked unknown");
        }
        for html in [
            "<title>voice.example is for sale</title><h1>voice.example</h1><p>What it cost, and who asked for it.</p>",
            "<title>site.example domains for sale</title><h1>Our list</h1><p>lamplight.test, ferry.test, harbour.test</p>",
            "<title>Boats</title><h1>A boat is for sale</h1><p>Write to office@site.example of the harbour.</p>",
        ] {
            seen(200, html).check("live - sound");
        }
    }
}
