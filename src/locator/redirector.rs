//! Addresses that a program put around the one that a writer gave it: it leads there, and shows a page of its own at most.

use url::Url;

use super::host;

/// Hosts, without `www.`, the path and the parameters of which the first there is names the page.
const KNOWN: &[(&str, &str, &[&str])] = &[
    // Google Docs wraps every link of a page that it exports, Google Mail those of a mail.
    ("google.com", "/url", &["q", "url"]),
    ("l.facebook.com", "/l.php", &["u"]),
    ("lm.facebook.com", "/l.php", &["u"]),
    ("l.instagram.com", "/", &["u"]),
    ("l.messenger.com", "/l.php", &["u"]),
    ("slack-redir.net", "/link", &["url"]),
    ("youtube.com", "/redirect", &["q"]),
    ("out.reddit.com", "/", &["url"]),
    ("linkedin.com", "/redir/redirect", &["url"]),
    ("vk.com", "/away.php", &["to"]),
];
/// The end of the hosts of Outlook's Safe Links, each of a region.
const SAFE_LINKS: &str = ".safelinks.protection.outlook.com";
/// Redirectors around one another: a link of a mail that was pasted into a document has two.
const MOST_LAYERS: usize = 4;

/// The page that an address leads to through such programs; none if it is no address of one.
pub fn target(url: &str) -> Option<String> {
    let mut led = inner(url)?;
    for _ in 1..MOST_LAYERS {
        match inner(&led) {
            Some(next) => led = next,
            None => break,
        }
    }
    Some(led)
}

fn inner(url: &str) -> Option<String> {
    if host::as_written(url).is_some_and(|host| !is_known(host)) {
        return None;
    }
    let parsed = Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let host = parsed.host_str()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let names = match KNOWN.iter().find(|(own, path, _)| *own == host && *path == parsed.path()) {
        Some((_, _, names)) => *names,
        None if host.ends_with(SAFE_LINKS) => &["url"],
        None => return None,
    };
    let led = names.iter().find_map(|name| parsed.query_pairs().find(|(own, _)| own == name))?.1.into_owned();
    let is_page = Url::parse(&led).is_ok_and(|led| matches!(led.scheme(), "http" | "https") && led.has_host());
    is_page.then_some(led)
}

fn is_known(host: &str) -> bool {
    let bare = host.strip_prefix("www.").unwrap_or(host);
    bare.ends_with(SAFE_LINKS) || KNOWN.iter().any(|(own, ..)| *own == bare)
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn the_page_is_the_one_that_the_address_of_a_redirector_names() {
        let check = |url: &str, expected: Option<&str>| assert_eq!(target(url).as_deref(), expected, "{url}");
        check(
            "https://www.google.com/url?q=https://a.test/2&sa=D&source=editors&ust=1&usg=A",
            Some("https://a.test/2"),
        );
        check("https://www.google.com/url?q=https://a.test/x%3Fa%3D1%26b%3D2&sa=D", Some("https://a.test/x?a=1&b=2"));
        check("http://google.com/url?sa=t&url=https%3A%2F%2Fa.test%2Fb%2520c", Some("https://a.test/b%20c"));
        check("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.test%2F&h=AT0", Some("https://a.test/"));
        check(
            "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.test%2F1&data=05",
            Some("https://a.test/1"),
        );
        check("https://slack-redir.net/link?url=https%3A%2F%2Fa.test", Some("https://a.test"));
        check(
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Fa.test%2F1",
            Some("https://a.test/1"),
        );
        check("https://www.google.com/search?q=https://a.test", None);
        check("https://www.google.com/url?q=tides", None);
        check("https://www.google.com/url?q=javascript:alert(1)", None);
        check("https://search.test/url?q=https://a.test/b", None);
    }
}
