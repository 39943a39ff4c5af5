//! Where an answer leads: the redirect rules of the Fetch standard, with a name for everything that goes wrong.

use std::collections::HashSet;

use url::Url;

use super::guard::MAX_URL;
use crate::observation::NoAnswer;

/// Hops in one look; browsers stop at 20, and no honest chain that was met had more than seven.
pub(super) const MAX_HOPS: usize = 10;

/// What to do with an answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// It is the last.
    Stay,
    /// It leads here.
    Go {
        /// The next URL, with the fragment carried along.
        next: Url,
        /// `Location` as sent.
        location: String,
    },
    /// It leads nowhere.
    Stop(NoAnswer),
}

/// The addresses visited, with the cookies that were sent to them: a page that sets a cookie and sends the reader back
/// to itself is no loop.
#[derive(Debug, Default)]
pub(super) struct Visited(HashSet<(String, String)>);

impl Visited {
    /// Whether this was visited before with the same cookies.
    pub(super) fn again(&mut self, url: &Url, cookies: &str) -> bool {
        let mut url = url.clone();
        url.set_fragment(None);
        !self.0.insert((url.into(), cookies.to_owned()))
    }
}

/// The statuses that are followed. 300 is a page with choices, 304 answers a question that was not asked.
pub(super) fn leads_elsewhere(status: u16) -> bool {
    matches!(status, 301 | 302 | 303 | 307 | 308)
}

/// Reads an answer of `url`, with so many hops left. One that names two places leads to neither, as in browsers: one of
/// them was smuggled in.
pub(super) fn step(url: &Url, status: u16, locations: &[&[u8]], left: usize) -> Step {
    if !leads_elsewhere(status) {
        return Step::Stay;
    }
    let Some(first) = locations.first() else { return Step::Stop(NoAnswer::BadRedirect(None)) };
    if locations.iter().any(|other| other != first) {
        return Step::Stop(NoAnswer::BadRedirect(Some(written(locations))));
    }
    let location = text(first);
    match target(url, &location) {
        Some(_) if left == 0 => Step::Stop(NoAnswer::TooManyRedirects),
        Some(next) if is_too_long(&next) => Step::Stop(NoAnswer::LongRedirect(next.as_str().len())),
        Some(next) => Step::Go { next, location },
        None => Step::Stop(NoAnswer::BadRedirect(Some(location))),
    }
}

/// What the head says of where it leads to, as sent.
pub(super) fn written(locations: &[&[u8]]) -> String {
    locations.iter().map(|location| text(location)).collect::<Vec<_>>().join(", ")
}

/// UTF-8 where it is, else Latin-1, as browsers read it.
fn text(location: &[u8]) -> String {
    match std::str::from_utf8(location) {
        Ok(text) => text.to_owned(),
        Err(_) => location.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// `location` as it is kept: without the user name and the password that it may hold, and that are nobody's business.
pub(super) fn kept(from: &Url, location: String) -> String {
    match from.join(&location) {
        Ok(mut url) if !url.username().is_empty() || url.password().is_some() => {
            let hidden = url.set_username("***").and_then(|()| url.set_password(None));
            if hidden.is_ok() { url.into() } else { "***".to_owned() }
        }
        _ => location,
    }
}

/// Where `location` leads from `url`, as far as that can be followed.
pub(super) fn target(url: &Url, location: &str) -> Option<Url> {
    let mut next = url.join(location).ok()?;
    if !matches!(next.scheme(), "http" | "https") || !next.has_host() {
        return None;
    }
    if next.fragment().is_none() {
        next.set_fragment(url.fragment());
    }
    Some(next)
}

/// Whether an address is longer than any that is asked for.
pub(super) fn is_too_long(url: &Url) -> bool {
    url.as_str().len() > MAX_URL
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(from: &str, location: &str, expected: Option<&str>) {
        let found = match step(&Url::parse(from).unwrap(), 302, &[location.as_bytes()], 1) {
            Step::Go { next, location: sent } => {
                assert_eq!(sent, location);
                Some(next.to_string())
            }
            Step::Stop(NoAnswer::BadRedirect(Some(sent))) => {
                assert_eq!(sent, location);
                None
            }
            other => panic!("{location}: {other:?}"),
        };
        assert_eq!(found.as_deref(), expected, "{location}");
    }

    #[test]
    fn a_location_is_resolved_as_browsers_do() {
        const FROM: &str = "https://news.example/a/b?q=1";
        check(FROM, "https://other.example/x", Some("https://other.example/x"));
        check(FROM, "/c", Some("https://news.example/c"));
        check(FROM, "c", Some("https://news.example/a/c"));
        check(FROM, "?page=2", Some("https://news.example/a/b?page=2"));
        check(FROM, "//cdn.example/x", Some("https://cdn.example/x"));
        check(FROM, "/a b", Some("https://news.example/a%20b"));
        check(FROM, "/søk", Some("https://news.example/s%C3%B8k"));
        check(FROM, "http:\\\\evil.example\\x", Some("http://evil.example/x"));
        check(FROM, "", Some(FROM));
        check(FROM, "  /padded  ", Some("https://news.example/padded"));
    }

    #[test]
    fn a_fragment_is_carried_unless_the_location_has_its_own() {
        check("https://news.example/a#:~:text=word", "/b", Some("https://news.example/b#:~:text=word"));
        check("https://news.example/a#one", "/b#two", Some("https://news.example/b#two"));
    }

    #[test]
    fn what_cannot_be_followed_is_a_bad_redirect() {
        for location in ["javascript:alert(1)", "ftp://files.example/x", "file:///etc/passwd", "mailto:a@b.example"] {
            check("https://news.example/a", location, None);
        }
        for location in ["http://", "http://[::1", "https://exa mple/", "data:text/html,x", "about:blank"] {
            check("https://news.example/a", location, None);
        }
    }

    #[test]
    fn a_password_that_a_redirect_names_is_not_kept() {
        let from = Url::parse("https://news.example/a").unwrap();
        let kept = |location: &str| kept(&from, location.to_owned());
        assert_eq!(kept("https://who:secret@news.example/b"), "https://***@news.example/b");
        assert_eq!(kept("//who:secret@news.example/b"), "https://***@news.example/b");
        assert_eq!(kept("https://:secret@news.example/b"), "https://***@news.example/b");
        assert_eq!(kept("ftp://who:secret@files.example/b"), "ftp://***@files.example/b");
        assert_eq!(kept("/b?at=user:word@x"), "/b?at=user:word@x");
    }

    #[test]
    fn a_redirect_without_location_leads_nowhere() {
        let url = Url::parse("https://news.example/a").unwrap();
        assert_eq!(step(&url, 301, &[], 0), Step::Stop(NoAnswer::BadRedirect(None)));
    }

    #[test]
    fn an_address_that_is_too_long_has_a_name_and_its_length() {
        let url = Url::parse("https://news.example/a").unwrap();
        let path = |length: usize| format!("/{}", "b".repeat(length - "https://news.example/".len()));
        assert!(matches!(step(&url, 301, &[path(MAX_URL).as_bytes()], 1), Step::Go { .. }));
        let long = step(&url, 301, &[path(MAX_URL + 1).as_bytes()], 1);
        assert_eq!(long, Step::Stop(NoAnswer::LongRedirect(MAX_URL + 1)));
    }

    #[test]
    fn two_places_to_go_to_are_none_and_one_that_is_told_twice_is_one() {
        let url = Url::parse("https://news.example/a").unwrap();
        assert!(matches!(step(&url, 301, &[b"/b", b"/b"], 1), Step::Go { .. }));
        let both = Step::Stop(NoAnswer::BadRedirect(Some("/b, /c".to_owned())));
        assert_eq!(step(&url, 301, &[b"/b", b"/c"], 1), both);
    }

    #[test]
    fn only_five_statuses_lead_elsewhere() {
        let url = Url::parse("https://news.example/a").unwrap();
        for status in (100..1000).filter(|status| !leads_elsewhere(*status)) {
            assert_eq!(step(&url, status, &[b"/b"], 1), Step::Stay);
        }
        assert_eq!((100..1000).filter(|status| leads_elsewhere(*status)).count(), 5);
    }

    #[test]
    fn a_hop_beyond_the_last_is_one_too_many() {
        let url = Url::parse("https://news.example/a").unwrap();
        assert!(matches!(step(&url, 302, &[b"/b"], 1), Step::Go { .. }));
        assert_eq!(step(&url, 302, &[b"/b"], 0), Step::Stop(NoAnswer::TooManyRedirects));
    }

    #[test]
    fn the_same_address_with_other_cookies_is_no_loop() {
        let mut visited = Visited::default();
        let url = |text: &str| Url::parse(text).unwrap();
        assert!(!visited.again(&url("https://news.example/a"), ""));
        assert!(!visited.again(&url("https://news.example/a"), "seen=1"));
        assert!(visited.again(&url("https://news.example/a#part"), "seen=1"));
    }

    proptest! {
        #[test]
        fn no_location_panics_or_leaves_the_web(location in proptest::collection::vec(any::<u8>(), 0..80)) {
            let url = Url::parse("https://news.example/a/b#part").unwrap();
            if let Step::Go { next, .. } = step(&url, 302, &[&location], 1) {
                prop_assert!(matches!(next.scheme(), "http" | "https"));
                prop_assert!(next.has_host());
            }
        }
    }
}
