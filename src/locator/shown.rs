//! Whether an address that a reader sees is another one than that to which its link leads.

use std::ops::Range;

use url::Url;

use super::{archive_url, doi, host, key, redirector, scan};

/// Whether `words`, those of a link to `url`, are an address, and that of another page.
///
/// A part of the address, the bare host of it, the page of a capture and another spelling of the same page are no other
/// page.
pub fn is_another(words: &str, url: &str) -> bool {
    if words.trim() == url {
        return false;
    }
    // Escapes of LaTeX are none of the address, and where that ends a scanner knows better than its brackets say.
    let words = words.replace("\\%", "%").replace("\\_", "_").replace("\\#", "#").replace("\\&", "&");
    let scanned = scan::scan(&words).into_iter().next();
    if lost_signs(words.trim(), url) {
        return false;
    }
    if shows_another_doi(words.trim(), url) {
        return true;
    }
    let bare = words.trim().trim_matches(['<', '>', '(', ')', '[', ']', '“', '”', '"', '\'']);
    let differs = |url: &str| {
        differs(bare, url) && scanned.as_ref().is_none_or(|found| differs(&words[found.range.clone()], url))
    };
    // Who shows the page and links it through a redirector shows no other, nor does who shows the redirector itself.
    differs(url) && redirector::target(url).is_none_or(|page| differs(&page))
}

/// Whether words are a DOI, and the link resolves another one.
fn shows_another_doi(words: &str, url: &str) -> bool {
    let mut found = doi::find(words).into_iter();
    let whole = |(range, shown): (Range<usize>, String)| {
        let apart = |text: &str| text.trim().is_empty();
        (apart(&words[..range.start]) && apart(words[range.end..].trim_matches(['.', ',', ')']))).then_some(shown)
    };
    let shown = found.next().and_then(whole).filter(|_| found.next().is_none());
    shown.zip(doi::of_address(url)).is_some_and(|(shown, led)| {
        let shown = shown.to_lowercase();
        // A line has no place for the end of it.
        let cut = words.ends_with(['…', '-', '/']) || led.starts_with(&shown);
        shown != led && !cut
    })
}

/// Whether words are an address without the signs of emphasis that stand in it by twos: `/Tides/` for `/_Tides_/`. Nobody has
/// written these words; whoever read the text took the signs out.
fn lost_signs(words: &str, url: &str) -> bool {
    const SIGNS: &[char] = &['_', '*', '~'];
    let mut lost = [0_usize; 3];
    let mut shown = words.chars().peekable();
    for c in url.chars() {
        if shown.next_if_eq(&c).is_some() {
            continue;
        }
        let Some(sign) = SIGNS.iter().position(|sign| *sign == c) else { return false };
        lost[sign] += 1;
    }
    shown.next().is_none() && lost.iter().any(|count| *count > 0) && lost.iter().all(|count| count % 2 == 0)
}

/// Whether `words` are the beginning of an address, as a line has it that the address is too long for.
pub fn begins(words: &str, url: &str) -> bool {
    let bare = |text: &str| -> String {
        let text = text.split_once("://").map_or(text, |(_, rest)| rest);
        text.strip_prefix("www.").unwrap_or(text).to_owned()
    };
    let shown = bare(words.trim().trim_start_matches(['(', '<', '[', '“', '"']));
    !shown.is_empty() && bare(url).starts_with(&shown)
}

fn differs(words: &str, url: &str) -> bool {
    let words: String =
        words.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')).collect();
    let words = words.trim();
    // Signs that end a sentence can be part of an address, where the link has them, too.
    if words == url {
        return false;
    }
    let cut = words.ends_with(['…', '.']);
    let words = words.trim_end_matches(['.', ',', ';', ':', '…']);
    let lower = words.to_ascii_lowercase();
    let with_scheme = lower.starts_with("http://") || lower.starts_with("https://");
    if words.contains(char::is_whitespace) || words.contains('…') {
        return false;
    }
    if !(with_scheme || lower.starts_with("www.")) {
        return names_another_site(words, url);
    }
    let address = if with_scheme { words.to_owned() } else { format!("http://{words}") };
    let (Ok(shown), Ok(led)) = (Url::parse(&address), Url::parse(url)) else { return false };
    if !shown.host_str().is_some_and(|host| host.strip_prefix("www.").unwrap_or(host).contains('.')) {
        return false;
    }
    let (shown, led) = (spaced(renamed(shown)), spaced(renamed(led)));
    let same = |one: &Url, other: &Url| {
        let (one_key, other_key) = (key::key(one).to_string(), key::key(other).to_string());
        let begins = cut && (other_key.starts_with(&one_key) || behind_scheme(other).starts_with(behind_scheme(one)));
        let bare = one.path().trim_matches('/').is_empty() && one.query().is_none();
        one_key == other_key || begins || bare && host::lane(one) == host::lane(other) || is_of_doi(one, other)
    };
    let page = |url: &Url| archive_url::unwrap_all(url.as_str()).and_then(|page| Url::parse(&page).ok());
    let of_capture = page(&led).is_some_and(|page| same(&shown, &page));
    let of_shown = page(&shown).is_some_and(|page| same(&page, &led));
    !same(&shown, &led) && !of_capture && !of_shown
}

/// Endings of hosts that are no words of programs and no endings of files: `asyncio.run/gather`, `main.tf/variables.tf` and
/// `logger.info/warn` are no addresses.
const ENDINGS: &[&str] = &[
    "com", "org", "net", "gov", "edu", "eu", "uk", "de", "fr", "es", "it", "nl", "ch", "at", "se", "dk", "fi", "cz",
    "sk", "hu", "ro", "gr", "ie", "pt", "ru", "ua", "ca", "jp", "cn", "kr", "br", "mx", "ar", "au", "nz",
];
/// Names of programs that are written as hosts are.
const PROGRAMS: &[&str] = &["asp.net", "vb.net", "ado.net"];

/// Whether words are an address without its scheme, a host and a path, and the link leads to another site. A host alone is the
/// name of a firm as often (`Example.com`).
fn names_another_site(words: &str, url: &str) -> bool {
    let Some((host, path)) = words.split_once('/') else { return false };
    let is_host = |c: char| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-');
    let labels: Vec<&str> = host.split('.').collect();
    if path.is_empty() || labels.len() < 2 || labels.iter().any(|label| label.is_empty()) || !host.chars().all(is_host)
    {
        return false;
    }
    // `co.uk` and `gov.au` are of no files either.
    let is_known = psl::suffix(host.as_bytes()).is_some_and(|suffix| {
        let own = suffix.as_bytes();
        let common = labels.last().is_some_and(|ending| ENDINGS.contains(ending)) || own.contains(&b'.');
        suffix.is_known() && suffix.typ() == Some(psl::Type::Icann) && common && own.len() < host.len()
    });
    let (Ok(shown), Ok(led)) = (Url::parse(&format!("http://{words}")), Url::parse(url)) else { return false };
    let lane = |url: Url| host::lane(&renamed(url));
    let page = archive_url::unwrap_all(url).and_then(|page| Url::parse(&page).ok());
    let own = lane(shown.clone());
    is_known
        && !PROGRAMS.contains(&host)
        && own != lane(led.clone())
        && page.is_none_or(|page| own != lane(page))
        && !is_of_doi(&shown, &led)
}

/// Hosts of one site: what one shows the other shows under the same path.
const RENAMED: &[(&str, &str)] = &[
    ("twitter.com", "x.com"),
    ("mobile.twitter.com", "x.com"),
    ("telegram.me", "t.me"),
    ("m.youtube.com", "youtube.com"),
    ("fb.com", "facebook.com"),
    ("m.facebook.com", "facebook.com"),
    ("old.reddit.com", "reddit.com"),
];

/// The address with the last name of a site that has had another, or has a short one for each of its pages.
fn renamed(url: Url) -> Url {
    let host = url.host_str().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host).to_owned();
    if host == "youtu.be" {
        let video = url.path().trim_matches('/').to_owned();
        let more =
            url.query().filter(|query| !query.starts_with("si=")).map_or(String::new(), |query| format!("&{query}"));
        let long = Url::parse(&format!("https://youtube.com/watch?v={video}{more}"));
        return long.ok().filter(|_| !video.is_empty()).unwrap_or(url);
    }
    let Some((_, own)) = RENAMED.iter().find(|(name, _)| *name == host) else { return url };
    let mut renamed = url.clone();
    match renamed.set_host(Some(own)) {
        Ok(()) => renamed,
        // A host that cannot be set stays as it is.
        Err(_) => url,
    }
}

/// Whether one is the address of a DOI, and the other one has that in its own.
fn is_of_doi(one: &Url, other: &Url) -> bool {
    let of = |url: &Url| doi::of_address(url.as_str()).filter(|doi| doi.contains('/'));
    let holds = |doi: &str, url: &Url| url.as_str().to_lowercase().replace("%2f", "/").contains(doi);
    of(one).is_some_and(|doi| holds(&doi, other)) || of(other).is_some_and(|doi| holds(&doi, one))
}

fn behind_scheme(url: &Url) -> &str {
    let rest = url.as_str().split_once("://").map_or(url.as_str(), |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest)
}

/// The address with the spaces of its query written in one way: as forms do, `+`, or as everything else does.
fn spaced(mut url: Url) -> Url {
    let query = url.query().filter(|query| query.contains('+')).map(|query| query.replace('+', "%20"));
    if query.is_some() {
        url.set_query(query.as_deref());
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_emphasis_make_no_other_address() {
        let url = "https://a.test/_Tides_of_the_harbour_/4";
        assert!(!is_another("https://a.test/Tides_of_the_harbour/4", url));
        assert!(!is_another("https://a.test/Tides/4", "https://a.test/**Tides**/4"));
        assert!(!is_another("https://a.test/Tides/4", "https://a.test/~~Tides~~/4"));
        assert!(is_another("https://a.test/Tidesof_the_harbour/4", url));
        assert!(is_another("https://a.test/Tides/4", "https://a.test/_Tides/4"));
        assert!(is_another("https://a.test/_Tides_/4", "https://a.test/Tides/4"));
        assert!(is_another("https://a.test/Tides/4", "https://a.test/Tides/5"));
    }

    #[test]
    fn a_line_can_hold_the_beginning_of_an_address() {
        let url = "https://www.a.test/annual-report/2023?id=1";
        for words in ["https://www.a.test/annual-", "(https://a.test/annual-report/2023?", "<a.test/an", "www.a.test"] {
            assert!(begins(words, url), "{words}");
        }
        for words in [
            "https://a.test/other",
            "https://b.test/annual-",
            "https://a.test/annual-report/2023?id=1&b=2",
            "the report",
            "",
        ] {
            assert!(!begins(words, url), "{words}");
        }
    }

    #[test]
    fn words_that_are_another_address_are_told_from_another_spelling_of_the_same() {
        let check =
            |words: &str, url: &str, expected: bool| assert_eq!(is_another(words, url), expected, "{words} {url}");
        check("https://a.test/b", "https://c.test/b", true);
        check("https://a.test/b?q=so%20it", "https://a.test/b?q=so+it", false);
        check("https://a.test/so%20it", "https://a.test/so+it", true);
        check("https://a.test/b", "https://a.test/c", true);
        check("www.a.test/b", "https://b.test/b", true);
        check("<https://a.test/b?x=1>", "https://a.test/b?x=2", true);
        check("https://a.test/b", "https://www.search.test/url?q=https://a.test/b", true);
        check("https://a.test/b", "https://www.google.com/url?q=https://a.test/b&sa=D", false);
        check("https://a.test/b", "https://www.google.com/url?q=https://b.test/b&sa=D", true);
        let wrapped = "https://www.google.com/url?q=https://b.test/b&sa=D";
        check(wrapped, wrapped, false);
        check("https://www.google.com/url?q=https://c.test/b&sa=D", wrapped, true);
        check("https://www.google.com/url?q=https://a.test/b&sa=D", "https://c.test/b", true);
        let safe = "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.test%2Fb&data=05";
        check(&format!("<{safe}>"), safe, false);
        check("http://www.a.test/b/", "https://a.test/b?utm_source=x#part", false);
        check("https://a.test/b.", "https://a.test/b", false);
        check("(http://a.test).", "http://a.test", false);
        check("https://a.test/b_(c)", "https://a.test/b_(c)", false);
        check("<http://a.test/1.0/>.", "http://a.test/1.0", false);
        check("https://a.test/b\\%20c", "https://a.test/b%20c", false);
        check("https://a.test/long…", "https://a.test/long/way", false);
        check("https://a.test/lo...", "https://a.test/long/way", false);
        check("http://a.test/s?q=é&a=1&form=X&q...", "https://a.test/s?q=%C3%A9&a=1&form=X&qs=n", false);
        check("https://a.test/b;", "https://a.test/b;", false);
        check("https://a.test/b;", "https://a.test/c;", true);
        check("https://a.test/x...", "https://a.test/long/way", true);
        check("www.a.test", "https://news.a.test/long/way", false);
        check("https://a.test/ä", "https://a.test/%C3%A4", false);
        check("https://a.\u{200b}test/b", "https://a.test/b", false);
        check("https://a.test/b", "https://web.archive.org/web/20240101000000/https://a.test/b", false);
        check("https://web.archive.org/web/20240101000000/https://a.test/b", "https://a.test/b", false);
        check("https://a.test/b", "https://web.archive.org/web/20240101000000/https://c.test/b", true);
        check("https://youtu.be/abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk", false);
        check("https://youtu.be/abcdefghijk?si=x", "https://www.youtube.com/watch?v=abcdefghijk", false);
        check("https://youtu.be/abcdefghijk", "https://www.youtube.com/watch?v=lmnopqrstuv", true);
        check("https://twitter.com/a/status/1", "https://x.com/a/status/1", false);
        check("https://twitter.com/a/status/1", "https://x.com/a/status/2", true);
        check("https://t.me/a", "https://telegram.me/a", false);
        check("https://doi.org/10.1234/abc", "https://press.test/doi/full/10.1234/ABC", false);
        check("https://doi.org/10.1234/abc", "https://press.test/doi/full/10.1234/xyz", true);
        check("https://doi.org/10.1234/abc", "https://dx.doi.org/10.1234/abc", false);
        check("doi:10.1234/abc", "https://doi.org/10.1234/xyz", true);
        check("10.1234/abc", "https://dx.doi.org/10.1234/xyz", true);
        check("DOI: 10.1234/ABC.", "https://doi.org/10.1234/abc", false);
        check("10.1234/abc…", "https://doi.org/10.1234/abcdef", false);
        check("10.1234/abc", "https://press.test/10.1234/xyz", false);
        check("bank.com/login", "https://evil.net/a", true);
        check("bank.co.uk/login", "https://bank.co.uk/sign-in", false);
        check("news.bank.com/login", "https://bank.com/a", false);
        check("bank.com/login", "https://web.archive.org/web/20200101000000/https://bank.com/login", false);
        check("press.com/10.1234/abc", "https://doi.org/10.1234/abc", false);
        check("bank.com", "https://encyclopedia.test/wiki/Bank.com", false);
        check("bank.gov.au/login", "https://evil.net/a", true);
        for words in [
            "asyncio.run/gather",
            "System.in/out",
            "window.open/close",
            "M.Sc/Ph.D",
            "main.tf/variables.tf",
            "Makefile.am/Makefile.in",
            "run.pl/test",
            "user.name/email",
            "ASP.NET/MVC",
            "logger.info/warn",
            "Bank.com/login",
            "co.uk/a",
        ] {
            check(words, "https://code.test/a", false);
        }
        check("main.rs/parse", "https://code.test/main.rs#parse", false);
        check("and/or", "https://words.test/and-or", false);
        check("v1.2/3", "https://code.test/releases", false);
        check("https://a.test/w?x=\\&y", "https://a.test/w?x=\\&y", false);
        check("Doe, 10.1234/abc", "https://doi.org/10.1234/xyz", false);
        for words in ["A report", "https", "http://", "see https://a.test/b", "node.js", "https://a.test/…/b", "www.x"]
        {
            check(words, "https://b.test/", false);
        }
    }
}
