//! Whether a look was led elsewhere in the place of the page that was cited: to the first page of a site, to a list, a search
//! or an error page.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use url::Url;

use super::Evidence;
use super::words::excerpt;
use crate::locator::host;
use crate::observation::{Answer, Observation};
use crate::page::Place;
use crate::page::vocabulary::known;

/// What a reader is shown of the address.
const SHOWN: usize = 160;

/// Where a look was led from a page to the first page of its site, or of the one that its site became.
pub(super) fn led_home(observation: &Observation, answer: &Answer) -> Option<Evidence> {
    if observation.hops.is_empty() {
        return None;
    }
    let (cited, landed) = (Url::parse(&observation.url).ok()?, Url::parse(&answer.final_url).ok()?);
    leads_home(&cited, &landed).then(|| Evidence {
        sign: "led-home".to_owned(),
        place: Place::Redirect,
        text: excerpt(&answer.final_url, SHOWN),
    })
}

fn leads_home(cited: &Url, landed: &Url) -> bool {
    let is_page = if host::lane(cited) == host::lane(landed) { is_within(cited) } else { is_deep(cited) };
    is_page && is_home(landed)
}

/// Whether who is led from `cited` to `landed` finds no page of its own there: the first page of a site, a list, what a search
/// finds, an error page. Of a capture nothing else is known.
pub(crate) fn is_led_astray(cited: &Url, landed: &Url) -> bool {
    leads_home(cited, landed)
        || leads_to(cited, landed).is_some()
        || is_of_error_page(landed.as_str()) && !is_of_error_page(cited.as_str())
}

/// Whether an address is that of an error page by its code, of a site or of a language of it: `/404`, `/en/404`. Deeper, it is
/// the number of a page.
pub(super) fn is_named_by_code(url: &str) -> bool {
    let Ok(url) = Url::parse(url) else { return false };
    let path = url.path().trim_matches('/');
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (name, ending) = name.split_once('.').unwrap_or((name, "html"));
    name == "404" && matches!(ending, "html" | "htm" | "shtml" | "php" | "asp" | "aspx") && is_first_path(folder)
}

/// Whether a page has that code among the words of its name, as the list of what is filed under it (`/tags/404`), an area code
/// or a firm has. Where a site or a language of it begins, that is the address of its error page.
pub(super) fn is_called_by_code(url: &str) -> bool {
    let Ok(url) = Url::parse(url) else { return false };
    let is_code = |word: &str| matches!(word, "404" | "410");
    let segments = of_first_part(&url);
    let is_named = |(name, folders): (&String, &[String])| {
        name.split(['-', '_', '.']).any(is_code) && !is_first_path(&folders.join("/"))
    };
    segments.split_last().is_some_and(is_named)
        || url.query_pairs().any(|(name, value)| is_code(&value) && !is_of_errors(&name))
}

/// Whether a parameter says which error a page is of.
fn is_of_errors(name: &str) -> bool {
    matches!(name, "error" | "err" | "status" | "statuscode" | "errorcode" | "code")
}

/// The words under which pages are filed that an address lists: `/tags/page-not-found/`, `/?tag=page-not-found`. A number is
/// told by what else is said of it.
pub(super) fn filed_under(url: &str) -> Option<String> {
    let url = Url::parse(url).ok()?;
    let decoded = |text: &str| percent_decode_str(text).decode_utf8().map(|it| it.to_lowercase()).unwrap_or_default();
    let is_list = |name: &str| known().filed.has(&decoded(name));
    let by_name = || {
        let segments = of_first_part(&url);
        let [.., list, name] = segments.as_slice() else { return None };
        is_list(list).then(|| decoded(without_ending(name)))
    };
    let asked = || url.query_pairs().find(|(name, _)| is_list(name)).map(|(_, value)| value.to_lowercase());
    let name = by_name().or_else(asked)?.replace(['-', '_', '+'], " ");
    name.contains(char::is_alphabetic).then_some(name)
}

/// The segments of an address without what tells the parts of a list from each other: `/tags/404/page/2/`.
fn of_first_part(url: &Url) -> Vec<String> {
    let mut segments = segments(url);
    let is_number = |part: &String| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if let [_, .., page, number] = segments.as_slice()
        && known().parts_of_lists.has(page)
        && is_number(number)
    {
        segments.truncate(segments.len() - 2);
    } else if segments.len() > 2 && segments.last().is_some_and(|last| known().first_pages.has(without_ending(last))) {
        segments.pop();
    }
    segments
}

/// The name of a file without `.html` or the like.
fn without_ending(name: &str) -> &str {
    if is_file(name) { name.rsplit_once('.').map_or(name, |(name, _)| name) } else { name }
}

/// What a look was led to in the place of a page of its site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Elsewhere {
    /// The folder that it stood in.
    Folder,
    /// Another list of pages: news, an archive, a category.
    List,
    /// What a search finds.
    Search,
}

impl Elsewhere {
    /// The name of the sign.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Folder => "led-to-folder",
            Self::List => "led-to-list",
            Self::Search => "led-to-search",
        }
    }
}

/// Where a look was led from a page to a list of pages, on the same site. What has a number or a name of several words is a
/// page still, and so is what has a word of the page's name: pages are given new names.
pub(super) fn led_elsewhere(observation: &Observation, answer: &Answer) -> Option<Elsewhere> {
    let (cited, landed) = (Url::parse(&observation.url).ok()?, Url::parse(&answer.final_url).ok()?);
    if observation.hops.is_empty() { None } else { leads_to(&cited, &landed) }
}

fn leads_to(cited: &Url, landed: &Url) -> Option<Elsewhere> {
    if host::lane(cited) != host::lane(landed) {
        return None;
    }
    let (page, folder) = (segments(cited), segments(landed));
    let (name, of) = (page.last()?, folder.last()?);
    let is_named = (is_file(name) || words(name).count() >= 3 || is_numbered(name)) && !is_first_path(name);
    if !is_named || is_search(cited) {
        return None;
    }
    if is_search(landed) {
        return Some(Elsewhere::Search);
    }
    let is_list = !is_numbered(of) && words(of).count() <= 2 && !is_file(of) && landed.query().is_none();
    if !is_list || folder.len() > page.len() {
        return None;
    }
    let shares = words(of).any(|word| word.len() > 3 && words(name).any(|other| other == word));
    let is_known = folder.iter().any(|segment| known().lists.has(segment));
    if folder.len() < page.len() && page.starts_with(&folder) {
        return Some(Elsewhere::Folder);
    }
    (is_known && !shares && !folder.iter().any(|segment| is_numbered(segment))).then_some(Elsewhere::List)
}

/// Whether an address is that of what a search finds, by its name or by what was looked for.
fn is_search(url: &Url) -> bool {
    let segments = segments(url);
    let by_name = segments.last().is_some_and(|last| known().searches.has(last.split('.').next().unwrap_or(last)));
    let asks = |(name, value): (Cow<'_, str>, Cow<'_, str>)| !value.is_empty() && known().looked_for.has(&name);
    by_name || url.query_pairs().any(asks)
}

fn segments(url: &Url) -> Vec<String> {
    url.path().split('/').filter(|segment| !segment.is_empty()).map(str::to_ascii_lowercase).collect()
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(['-', '_', '.']).filter(|word| word.len() > 1)
}

fn is_numbered(name: &str) -> bool {
    name.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether an address is, as a whole, that of an error page: by its last name, or by a parameter that is its code. An article
/// about error pages has more in its name.
pub(super) fn is_of_error_page(url: &str) -> bool {
    let Ok(url) = Url::parse(url) else { return false };
    let last = segments(&url).pop().unwrap_or_default();
    let (name, ending) = last.split_once('.').unwrap_or((&last, "html"));
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let is_page = ["html", "htm", "shtml", "php", "asp", "aspx", "jsp", "cfm", "do"].contains(&ending);
    let is_code = |(name, value): (Cow<'_, str>, Cow<'_, str>)| is_of_errors(&name) && value == "404";
    is_page && known().error_pages.has(&name) || is_named_by_code(url.as_str()) || url.query_pairs().any(is_code)
}

/// Whether a look was led, for now and not for good, to an address that is, as a whole, that of a page that says that its site is
/// being maintained.
pub(super) fn is_led_to_upkeep(observation: &Observation, answer: &Answer) -> bool {
    let is_of_upkeep = |url: &str| {
        let name = Url::parse(url).ok().and_then(|url| segments(&url).pop()).unwrap_or_default();
        let name = name.split('.').next().unwrap_or_default();
        let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        known().upkeep_pages.has(&name)
    };
    let is_for_now = observation.hops.last().is_some_and(|hop| matches!(hop.status, 302 | 303 | 307));
    is_for_now && is_of_upkeep(&answer.final_url) && !is_of_upkeep(&observation.url)
}

/// Whether an address is one of the pages of its site, and not the first.
fn is_within(url: &Url) -> bool {
    !is_first_path(url.path()) || names_a_page(url)
}

/// The same where another site answers. Short addresses and identifiers lead to first pages that are meant: a page has a
/// folder, and a name with an ending or of several words, or it stands under its month (`/2019/05/dredging`), or has its
/// number in a list (`/news/12345`).
fn is_deep(url: &Url) -> bool {
    let segments: Vec<&str> = url.path().split('/').filter(|segment| !segment.is_empty()).collect();
    let Some((name, folders)) = segments.split_last() else { return false };
    let is_worded = name.split(['-', '_']).filter(|word| word.len() > 1).count() >= 3;
    let is_kept = is_month(folders) || is_counted(name, folders);
    !is_first_path(url.path()) && (is_file(name) || is_worded && !folders.is_empty() || is_kept)
}

/// Folders that are those of a month, perhaps of a day in it.
fn is_month(folders: &[&str]) -> bool {
    let number = |text: &str, digits: usize| {
        let is_number = text.len() <= digits && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<u16>().ok()).flatten()
    };
    let is_year = |text: &str| text.len() == 4 && number(text, 4).is_some_and(|year| (1990..2100).contains(&year));
    let is_part = |text: &str, most: u16| number(text, 2).is_some_and(|part| (1..=most).contains(&part));
    match folders {
        [.., year, month, day] if is_year(year) => is_part(month, 12) && is_part(day, 31),
        [.., year, month] => is_year(year) && is_part(month, 12),
        _ => false,
    }
}

/// The number of a page in a list of such, and no year.
fn is_counted(name: &str, folders: &[&str]) -> bool {
    let is_number = name.len() >= 5 && name.bytes().all(|byte| byte.is_ascii_digit());
    is_number && folders.last().is_some_and(|list| known().lists.has(&list.to_ascii_lowercase()))
}

fn is_file(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".html", ".htm", ".php", ".asp", ".aspx", ".jsp", ".shtml", ".pdf"].iter().any(|ending| name.ends_with(ending))
}

/// Whether this is where a site begins: nothing in it names one of its pages.
fn is_home(url: &Url) -> bool {
    is_first_path(url.path()) && !names_a_page(url)
}

/// Parameters by which scripts that make all pages of a site know them.
fn names_a_page(url: &Url) -> bool {
    let names = |name: &str, value: &str| !value.is_empty() && known().page_parameters.has(&name.to_ascii_lowercase());
    url.query_pairs().any(|(name, value)| names(&name, &value))
}

/// `/`, `/index.php`, `/en/`, `/de-at/home`: what sites call their first page.
fn is_first_path(path: &str) -> bool {
    let segments: Vec<String> =
        path.split('/').filter(|segment| !segment.is_empty()).map(str::to_ascii_lowercase).collect();
    let is_language = |word: &str| {
        let (language, region) = word.split_once(['-', '_']).unwrap_or((word, "xx"));
        let is_region = region.len() == 2 && region.bytes().all(|byte| byte.is_ascii_alphabetic());
        is_region && known().languages.has(language)
    };
    let is_first = |word: &str| known().first_pages.has(word.split('.').next().unwrap_or(word));
    match segments.as_slice() {
        [] => true,
        [one] => is_language(one) || is_first(one),
        [one, two] => is_language(one) && is_first(two),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(url: &str) -> Url {
        Url::parse(url).expect("an address")
    }

    #[test]
    fn first_pages_are_told_from_the_pages_of_a_site() {
        for url in [
            "https://site.example/",
            "https://site.example",
            "https://site.example/index.html",
            "https://site.example/Default.aspx",
            "https://site.example/en/",
            "https://site.example/pt-br",
            "https://site.example/de_AT/home",
            "https://site.example/?utm_source=x",
            "https://site.example/?lang=en",
            "https://site.example/?p=",
        ] {
            assert!(is_home(&at(url)) && !is_within(&at(url)), "{url}");
        }
        for url in [
            "https://site.example/a",
            "https://site.example/?p=123",
            "https://site.example/index.php?id=42",
            "https://site.example/en/news",
            "https://site.example/english/",
            "https://site.example/in/", // India, and no language
        ] {
            assert!(!is_home(&at(url)) && is_within(&at(url)), "{url}");
        }
    }

    #[test]
    fn what_may_be_a_short_address_leads_to_first_pages_that_are_meant() {
        for url in [
            "https://old.example/news/2019/bridge.html",
            "https://old.example/paper.pdf",
            "https://old.example/news/the-old-bridge-closes",
            "https://old.example/2019/05/dredging",
            "https://old.example/2019/5/17/dredging/",
            "https://old.example/blog/2008/11/tides",
            "https://old.example/news/12345",
            "https://old.example/de/nachrichten/220417",
        ] {
            assert!(is_deep(&at(url)), "{url}");
        }
        for url in [
            "https://sho.example/3xYz9",
            "https://sho.example/tide-tables-2024",
            "https://doi.example/10.1000/182",
            "https://w3id.example/tides/vocab",
            "https://old.example/about",
            "https://old.example/news",
            "https://old.example/news/2019",
            "https://old.example/2019/05/",
            "https://sho.example/2019/tides",
            "https://sho.example/2019/77/tides",
            "https://sho.example/go/12345",
            "https://sho.example/12345",
            "https://doi.example/10.12345/67890",
            "https://old.example/campaign/spring",
            "https://old.example/en/index.html",
        ] {
            assert!(!is_deep(&at(url)), "{url}");
        }
    }

    #[test]
    fn who_is_led_to_the_first_page_a_list_or_an_error_page_finds_no_page_of_its_own() {
        for (cited, landed) in [
            ("https://site.example/news/tides", "https://site.example/"),
            ("http://site.example/?p=123", "https://www.site.example/en/"),
            ("https://old.example/news/tides-of-2019.html", "https://new.example/"),
            ("https://site.example/news/the-old-pier.html", "https://site.example/news/"),
            ("https://site.example/news/the-old-pier.html", "https://site.example/search?q=pier"),
            ("https://site.example/news/tides", "https://site.example/404"),
        ] {
            assert!(is_led_astray(&at(cited), &at(landed)), "{cited} {landed}");
        }
        for (cited, landed) in [
            ("http://site.example/news/tides", "https://www.site.example/news/tides/"),
            ("https://site.example/news/tides", "https://site.example/2019/tides-of-the-year"),
            ("https://old.example/news/tides", "https://new.example/archive/2019/tides"),
            ("http://site.example/", "https://site.example/en/"),
            ("https://sho.example/3xYz9", "https://site.example/"),
        ] {
            assert!(!is_led_astray(&at(cited), &at(landed)), "{cited} {landed}");
        }
    }
}
