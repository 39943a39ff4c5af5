//! Cookies of one look: kept while a chain of redirects is followed, dropped after it.

use cookie_store::{CookieStore, RawCookie};
use url::Url;

/// Cookies taken in one look; browsers keep 180 for a domain, a chain of redirects needs three.
const MAX_COOKIES: usize = 50;

/// One `Set-Cookie`, the size that browsers stop at (RFC 6265, 6.1).
const MAX_COOKIE: usize = 4096;

/// Bytes of a `Cookie` header; servers refuse more.
const MAX_HEADER: usize = 8 * 1024;

/// The cookies of one look.
#[derive(Debug, Default)]
pub(super) struct Jar {
    store: CookieStore,
    taken: usize,
}

impl Jar {
    /// Takes a `Set-Cookie` of an answer of `url`. What is malformed, too much or for another domain is left out.
    pub(super) fn take(&mut self, value: &[u8], url: &Url) {
        let Ok(text) = std::str::from_utf8(value) else { return };
        if text.len() > MAX_COOKIE || self.taken >= MAX_COOKIES {
            return;
        }
        let Ok(mut cookie) = RawCookie::parse(text) else { return };
        if let Some(domain) = cookie.domain().map(bare).filter(|domain| is_public_suffix(domain)) {
            // A site that is a suffix itself keeps its cookie to itself (RFC 6265, 5.3).
            if url.domain() != Some(domain.as_str()) {
                return;
            }
            cookie.unset_domain();
        }
        if self.store.insert_raw(&cookie, url).is_ok() {
            self.taken += 1;
        }
    }

    /// The `Cookie` header for a request of `url`; empty if there is none.
    pub(super) fn header(&self, url: &Url) -> String {
        if self.taken == 0 {
            return String::new();
        }
        let mut pairs: Vec<(&str, &str)> = self.store.get_request_values(url).collect();
        // The store is a hash map, and the same look sends the same bytes.
        pairs.sort_unstable();
        let mut header = String::new();
        for (name, value) in pairs {
            if header.len() + name.len() + value.len() + 3 > MAX_HEADER {
                break;
            }
            let between = if header.is_empty() { "" } else { "; " };
            header = header + between + name + "=" + value;
        }
        header
    }
}

/// Whether sites of strangers share the domain, so that a cookie for it would reach them all.
fn is_public_suffix(domain: &str) -> bool {
    psl::suffix_str(domain) == Some(domain)
}

/// A domain as hosts are written: in lower case, without a dot at either end.
fn bare(domain: &str) -> String {
    domain.trim().trim_matches('.').to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    #[test]
    fn a_cookie_goes_back_to_its_own_domain_and_to_no_other() {
        let mut jar = Jar::default();
        jar.take(b"b=2; Path=/", &url("https://news.example/a"));
        jar.take(b"a=1; Path=/; HttpOnly", &url("https://news.example/a"));
        jar.take(b"stolen=1; Domain=other.example", &url("https://news.example/a"));
        assert_eq!(jar.header(&url("https://news.example/x")), "a=1; b=2");
        assert_eq!(jar.header(&url("https://other.example/")), "");
    }

    #[test]
    fn a_cookie_for_a_public_suffix_reaches_nobody_else() {
        for domain in ["co.uk", ".co.uk", "CO.UK", "uk"] {
            let mut jar = Jar::default();
            jar.take(format!("a=1; Path=/; Domain={domain}").as_bytes(), &url("http://bad.co.uk/"));
            assert_eq!(jar.header(&url("http://victim.co.uk/")), "", "{domain}");
            assert_eq!(jar.header(&url("http://bad.co.uk/")), "", "{domain}");
        }
        let mut jar = Jar::default();
        jar.take(b"a=1; Path=/; Domain=github.io", &url("https://github.io/"));
        assert_eq!(jar.header(&url("https://github.io/")), "a=1");
        assert_eq!(jar.header(&url("https://other.github.io/")), "");
        jar.take(b"b=2; Path=/; Domain=news.test", &url("https://www.news.test/"));
        assert_eq!(jar.header(&url("https://m.news.test/")), "b=2");
    }

    #[test]
    fn a_secure_cookie_is_not_sent_in_the_clear() {
        let mut jar = Jar::default();
        jar.take(b"a=1; Secure", &url("https://news.example/"));
        assert_eq!(jar.header(&url("http://news.example/")), "");
        assert_eq!(jar.header(&url("https://news.example/")), "a=1");
    }

    #[test]
    fn a_flood_of_cookies_is_bounded() {
        let mut jar = Jar::default();
        let home = url("https://news.example/");
        jar.take(format!("big={}", "x".repeat(5000)).as_bytes(), &home);
        assert_eq!(jar.header(&home), "");
        for number in 0..500 {
            jar.take(format!("c{number}={}", "x".repeat(1000)).as_bytes(), &home);
        }
        assert!(jar.header(&home).len() <= MAX_HEADER);
    }
}
