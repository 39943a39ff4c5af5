//! `<meta http-equiv=refresh>` and the `Refresh` header: a page that sends its reader on.

use url::Url;

/// Seconds after which a page that sends its reader on is meant to stay. Notices that a page has moved take up to twenty;
/// pages that stay refresh themselves once a minute or more rarely.
const SOON: u32 = 30;

/// Where `content` sends the reader soon, as written.
pub(super) fn target(content: &str) -> Option<&str> {
    parted(content).filter(|(seconds, _)| *seconds <= SOON).map(|(_, url)| url)
}

/// Where `content` sends the reader, however late, as written.
pub(super) fn at_last(content: &str) -> Option<&str> {
    parted(content).map(|(_, url)| url)
}

/// Where `to`, as it is written in the page at `url`, leads by the page's `<base href>`; as written where that makes no address.
pub(super) fn from_base(to: &str, base: &str, url: &str) -> String {
    let base = Url::parse(url).ok().and_then(|url| url.join(base).ok());
    // Browsers take no `data:` and no script for a base.
    let base = base.filter(|base| matches!(base.scheme(), "http" | "https"));
    base.and_then(|base| base.join(to).ok()).map_or_else(|| to.to_owned(), String::from)
}

/// Whether `to`, as it is written in the page at `url`, is another page of the web. One that loads itself again shows no more.
pub(super) fn leads_on(to: &str, url: &str) -> bool {
    let Ok(page) = Url::parse(url) else { return true };
    let Ok(next) = page.join(to.trim()) else { return false };
    let is_itself = next[..url::Position::AfterQuery] == page[..url::Position::AfterQuery];
    matches!(next.scheme(), "http" | "https") && !is_itself
}

/// After how many seconds, and where to. Read as the HTML standard has it (4.2.5.3, "shared
/// declarative refresh steps"); a page that only loads itself again sends nobody anywhere.
fn parted(content: &str) -> Option<(u32, &str)> {
    let content = content.trim_start();
    let digits = content.find(|c: char| !c.is_ascii_digit()).unwrap_or(content.len());
    let (seconds, rest) = content.split_at(digits);
    if seconds.is_empty() && !rest.starts_with('.') {
        return None;
    }
    let seconds = if seconds.is_empty() { 0 } else { seconds.parse().unwrap_or(u32::MAX) };
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let after = rest.trim_start();
    let after_comma = after.strip_prefix([';', ',']).unwrap_or(after);
    if after_comma.len() == rest.len() && !rest.is_empty() {
        return None;
    }
    let named = after_comma.trim_start();
    Some((seconds, unquoted(without_name(named)))).filter(|(_, url)| !url.is_empty())
}

/// `url = …` without its name; a bare address as it is.
fn without_name(text: &str) -> &str {
    let Some((name, rest)) = text.split_at_checked(3) else { return text };
    let value = rest.trim_start().strip_prefix('=').filter(|_| name.eq_ignore_ascii_case("url"));
    value.map_or(text, str::trim_start)
}

fn unquoted(text: &str) -> &str {
    let Some(quote) = text.chars().next().filter(|first| matches!(first, '"' | '\'')) else { return text.trim_end() };
    let inner = &text[1..];
    inner.split(quote).next().unwrap_or(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(content: &str, expected: Option<&str>) {
        assert_eq!(target(content), expected, "{content}");
    }

    #[test]
    fn a_page_that_sends_on_soon_says_where() {
        for content in [
            "0; url=/b",
            "0;url=/b",
            " 5 ; URL = /b ",
            "0, url='/b'",
            "0;URL=\"/b\" and more",
            "0 url=/b",
            "0;/b",
            "0.9; url=/b",
            ".5; url=/b",
            "00003;url=/b",
            "15;url=/b",
        ] {
            check(content, Some("/b"));
        }
        check("0; url=https://b.example/?url=x;y", Some("https://b.example/?url=x;y"));
        check("1;url.html", Some("url.html"));
        check("0;url='/b c", Some("/b c"));
    }

    #[test]
    fn an_address_is_relative_to_the_base_of_its_page() {
        let url = "https://a.example/dir/page";
        for (to, base, led) in [
            ("ok", "https://b.example/sub/", "https://b.example/sub/ok"),
            ("/ok", "https://b.example/sub/", "https://b.example/ok"),
            ("ok", "/other/", "https://a.example/other/ok"),
            ("https://c.example/", "https://b.example/", "https://c.example/"),
            ("ok", "data:text/html,x", "ok"),
            ("ok", "https://", "ok"),
        ] {
            assert_eq!(from_base(to, base, url), led, "{to} {base}");
        }
    }

    #[test]
    fn a_page_that_stays_or_loads_itself_again_sends_nobody_on() {
        for content in [
            "",
            "0",
            "0;",
            "0; url=",
            "31; url=/b",
            "60",
            "300;url=/b",
            "soon; url=/b",
            "-1;url=/b",
            "0url=/b",
            "99999999999;url=/b",
        ] {
            check(content, None);
        }
    }

    #[test]
    fn a_page_that_sends_on_late_says_where_as_well() {
        assert_eq!(at_last("600; url=/b"), Some("/b"));
        assert_eq!(at_last("99999999999;url=/b"), Some("/b"));
        assert_eq!(at_last("600"), None);
    }
}
