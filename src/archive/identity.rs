//! Whether what an archive gives is a capture of the page that was asked for.
//!
//! Archives fold scheme, letters, `www.`, port and the order of parameters into the keys of their indexes, so what stands
//! under the key of a page may be another page, and what they negotiate comes from there.

use jiff::{SignedDuration, Timestamp};
use percent_encoding::percent_decode_str;
use url::Url;

use super::heard::Heard;
use super::table::{digits, untrusted};
use crate::locator::key::key;
use crate::observation::capture::Capture;

/// How far the clocks of an archive and ours may lie apart.
const CLOCKS_APART: SignedDuration = SignedDuration::from_hours(24);

/// Whether an address in an index is the page that was asked for: the letters of a path and of parameters count.
pub(super) fn same_page(found: &str, asked: &Url) -> bool {
    let Some(found) = address(found) else { return false };
    // The indexes of old keep the port of http in https addresses, too.
    let plain = |url: &Url| {
        let mut url = url.clone();
        if matches!(url.port(), Some(80 | 443)) {
            url.set_port(None).expect("an address with a port has a host");
        }
        key(&url)
    };
    plain(&found) == plain(asked)
}

/// Behind a date some archives write an address without its scheme, or escaped.
fn address(written: &str) -> Option<Url> {
    // With a user name or a password it is what somebody saw who had logged in, and nobody's to be shown.
    let open = |url: &Url| url.username().is_empty() && url.password().is_none();
    let web = |url: &Url| url.has_host() && url.scheme().starts_with("http") && open(url);
    let parsed = |text: &str| Url::parse(text).ok().filter(web);
    let unescaped = || percent_decode_str(written).decode_utf8().ok().and_then(|text| parsed(&text));
    let bare = || parsed(&format!("http://{written}"));
    let without_scheme = || Some(written).filter(|written| !written.contains("://")).and_then(|_| bare());
    parsed(written).or_else(unescaped).or_else(without_scheme)
}

/// The page that the address of a capture names; none where it names none.
pub(super) fn page_of(capture: &Url) -> Option<&str> {
    digits(capture.as_str()).map(|(_, page)| &capture.as_str()[page..])
}

/// Whether an address says that what stands there is a capture of another page.
pub(super) fn is_of_another(capture: &Url, asked: &Url) -> bool {
    page_of(capture).is_some_and(|page| !same_page(page, asked))
}

/// Whether an answer says that what it is, or leads to, is of another page.
pub(super) fn tells_of_another(heard: &Heard, asked: &Url) -> bool {
    let mut originals = heard.links.iter().filter(|link| link.is("original")).peekable();
    originals.peek().is_some() && !originals.any(|link| same_page(link.target.as_str(), asked))
}

/// Whether a moment had not come when an answer was heard: nothing can have been captured then.
pub(super) fn is_to_come(moment: Timestamp, heard_at: Timestamp) -> bool {
    moment.duration_since(heard_at) > CLOCKS_APART
}

/// Leaves of captures those that can be of the page, of an archive that is trusted.
pub(crate) fn keep_own(captures: &mut Vec<Capture>, asked: &Url, heard_at: Timestamp) {
    let is_of_another = |capture: &Capture| Url::parse(&capture.url).is_ok_and(|url| is_of_another(&url, asked));
    captures.retain(|capture| {
        !untrusted(&capture.url) && !is_of_another(capture) && !is_to_come(capture.captured_at, heard_at)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_archives_fold_is_one_page_and_letters_are_not() {
        let asked = Url::parse("http://www.a.example/Watch/Ab?v=Cd&x=1").unwrap();
        for same in [
            "https://a.example/Watch/Ab?x=1&v=Cd",
            "http://a.example:80/Watch/Ab/?v=Cd&x=1#top",
            "https://A.example:443/Watch/%41b?v=Cd&x=1",
            "a.example/Watch/Ab?v=Cd&x=1",
            "http:/a.example/Watch/Ab?v=Cd&x=1",
            "http%3A%2F%2Fa.example%2FWatch%2FAb%3Fv%3DCd%26x%3D1",
        ] {
            assert!(same_page(same, &asked), "{same}");
        }
        for other in [
            "http://a.example/watch/Ab?v=Cd&x=1",
            "http://a.example/Watch/Ab?v=cD&x=1",
            "http://a.example/Watch/Ab?v=Cd",
            "http://b.example/Watch/Ab?v=Cd&x=1",
            "http://me:word@a.example/Watch/Ab?v=Cd&x=1",
            "http%3A%2F%2Fme%3Aword%40a.example%2FWatch%2FAb%3Fv%3DCd%26x%3D1",
            "http://mailto:a@b.example/Watch/Ab?v=Cd&x=1",
            "data:text/plain,x",
            "",
        ] {
            assert!(!same_page(other, &asked), "{other}");
        }
        assert!(!same_page("mailto:a@a.example", &Url::parse("http://a.example/").unwrap()));
    }
}
