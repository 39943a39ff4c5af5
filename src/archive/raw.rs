//! The bytes of a capture as they were captured.

use data_encoding::BASE32;
use jiff::{SignedDuration, Timestamp};
use sha1::{Digest, Sha1};
use url::Url;

use super::choice::good;
use super::heard::Heard;
use super::identity::{is_of_another, is_to_come, page_of, tells_of_another};
use super::table::{digits, raw_url};
use crate::config::Dialect;
use crate::fetch::{Fetcher, Follow, Look, LookRequest, Purpose};
use crate::observation::Observation;
use crate::observation::capture::Capture;
use crate::verdict;

/// Redirects on the way to the bytes, the archive's own and archived ones.
const MAX_HOPS: usize = 5;

/// A redirect and its target were captured as one page if not more than this lies between them, as researchers of the
/// Wayback Machine's captures have it.
pub(super) const ONE_PAGE: SignedDuration = SignedDuration::from_hours(24);

/// Whether an archive serves the bytes of a capture under the flag `id_`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flag {
    /// It does: what is not there under it is nowhere.
    Known,
    /// Perhaps: where it shows no capture so, it is asked for the capture as it names it.
    Perhaps,
}

impl Flag {
    /// What the dialect of an archive says of it.
    pub(super) fn of(dialect: Dialect) -> Self {
        match dialect {
            Dialect::Wayback | Dialect::Pywb => Self::Known,
            Dialect::Memento | Dialect::Aggregator => Self::Perhaps,
        }
    }
}

/// What fetching a capture gave.
#[derive(Debug)]
pub(crate) struct Raw {
    /// The last look, with the exchanges of every look on the way.
    pub(crate) look: Look,
    /// When what was read was captured; it need not be the date that was asked for. None where the answer is no
    /// capture at all, and nothing in it may be taken for the page.
    pub(crate) captured_at: Option<Timestamp>,
    /// Whether the archive gave another page, or a day that has not come, for what was asked.
    pub(super) strays: bool,
    /// Whether what was captured only leads on, and to no page of its own: the first page of a site, a list, a search.
    pub(super) led: bool,
}

/// What fetching a capture showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// A page as captured, with a status that pages come with.
    Page,
    /// An archived error or redirect, or an answer of the archive that is no capture.
    Other,
    /// The archive did not show it this time.
    Nothing,
}

impl Raw {
    /// Whether the bytes that came are those that the index lists: indexes are wrong at times, and then what else they list
    /// under that digest need not be the same. False where either is not known.
    pub(crate) fn is_payload_of(&self, capture: &Capture) -> bool {
        let listed = capture.digest.as_deref().map(|digest| digest.strip_prefix("sha1:").unwrap_or(digest));
        let body = self.look.body.as_ref();
        listed.zip(body).is_some_and(|(listed, body)| BASE32.encode(&Sha1::digest(&body.bytes)) == listed)
    }

    /// What it shows.
    pub(crate) fn shown(&self) -> Shown {
        let Ok(heard) = Heard::of(&self.look) else { return Shown::Nothing };
        match self.captured_at {
            Some(_) if good(heard.status) && !self.led => Shown::Page,
            None if heard.memento.is_none() && heard.status >= 500 => Shown::Nothing,
            Some(_) | None => Shown::Other,
        }
    }
}

/// `original` is the page that it is to be of, where its address does not say so. None where the capture has no address
/// that can be asked for.
pub(super) async fn fetch(fetcher: &Fetcher, capture: &Capture, original: Option<&Url>, flag: Flag) -> Option<Raw> {
    let mut url = Url::parse(capture.raw_url.as_deref().unwrap_or(&capture.url)).ok()?;
    let named = page_of(&url).and_then(|page| Url::parse(page).ok());
    let original = original.or(named.as_ref());
    // As the archive names the capture, and what it leads to: asked for where the flag leads nowhere.
    let mut as_named: Vec<Url> = Url::parse(&capture.url).into_iter().collect();
    let (mut exchanges, mut visited, mut redirected_at, mut strays) = (Vec::new(), Vec::new(), None, false);
    loop {
        visited.push(url.clone());
        let request =
            LookRequest { url, accept_datetime: None, follow: Follow::None, purpose: Purpose::Archive, known: None };
        let mut look = fetcher.look(&request).await;
        exchanges.append(&mut look.exchanges);
        let heard = Heard::of(&look).ok();
        let memento = heard.as_ref().and_then(|heard| heard.memento);
        if flag == Flag::Known || memento.is_some() {
            as_named.clear();
        }
        // Behind an archived redirect it is another page that stands for this one.
        let of_another =
            |heard: &Heard| redirected_at.is_none() && original.is_some_and(|asked| leads_off(heard, asked));
        strays |= heard.as_ref().is_some_and(|heard| of_another(heard) || is_of_no_day(heard));
        let next = heard.as_ref().filter(|heard| heard.is_redirect()).and_then(target);
        if let Some(next) = next.filter(|next| !strays && visited.len() <= MAX_HOPS && !visited.contains(next)) {
            as_named.extend(heard.and_then(|heard| heard.location));
            url = next;
            redirected_at = redirected_at.or(memento);
            continue;
        }
        as_named.retain(|named| !visited.contains(named));
        // Nor does what it leads to outside of it say anything of the capture.
        if let Some(named) = as_named.pop_if(|_| heard.as_ref().map_or(visited.len() > 1, is_no_capture)) {
            (url, strays) = (named, false);
            continue;
        }
        let one_page = |at: &Timestamp| redirected_at.is_none_or(|from| apart(from, *at) <= ONE_PAGE);
        let captured_at = memento.filter(|at| !strays && one_page(at));
        let led = redirected_at.is_some() && original.is_some_and(|asked| is_astray(&look.observation, asked));
        return Some(Raw { look: Look { exchanges, ..look }, captured_at, strays, led });
    }
}

/// Whether what an archive gave for a capture, as it was kept, says that it is one of another page than `asked`, or of a day
/// that had not come. Behind an archived redirect it is another page that stands for the one that was asked for.
pub(crate) fn strays(capture: &Capture, kept: &Observation, asked: &Url) -> bool {
    let Some(heard) = kept.answer().and_then(|answer| Heard::of_answer(answer, kept.observed_at, String::new()).ok())
    else {
        return false;
    };
    let is_its_own = kept.url == capture.url || Some(&kept.url) == capture.raw_url.as_ref();
    is_of_no_day(&heard) || is_its_own && leads_off(&heard, asked)
}

/// Whether what was kept of a capture is of an address to which the page only led, and that is none of its own.
pub(crate) fn leads_astray(capture: &Capture, kept: &Observation) -> bool {
    let page = Url::parse(&capture.url).ok();
    let page = page.as_ref().and_then(page_of).and_then(|page| Url::parse(page).ok());
    page.is_some_and(|page| is_astray(kept, &page))
}

/// Whether a look ended at a capture of an address at which nobody finds the page that was asked for.
fn is_astray(look: &Observation, asked: &Url) -> bool {
    let landed = look.answer().and_then(|answer| Url::parse(&answer.final_url).ok());
    let landed = landed.as_ref().and_then(page_of).and_then(|page| Url::parse(page).ok());
    landed.is_some_and(|landed| verdict::is_led_astray(asked, &landed))
}

/// Whether the archive itself leads to a capture of another page, or shows one.
fn leads_off(heard: &Heard, asked: &Url) -> bool {
    let leads_there = heard.location.as_ref().is_some_and(|location| is_of_another(location, asked));
    tells_of_another(heard, asked) || heard.memento.is_none() && leads_there
}

/// Whether an archive answered, and with no capture: it need not know the flag.
fn is_no_capture(heard: &Heard) -> bool {
    heard.memento.is_none() && !matches!(heard.status, 429 | 502..=504)
}

fn is_of_no_day(heard: &Heard) -> bool {
    heard.memento.is_some_and(|at| is_to_come(at, heard.asked_at))
}

fn apart(one: Timestamp, other: Timestamp) -> SignedDuration {
    one.duration_since(other).abs()
}

/// Where a redirect leads within the archive. An archived redirect may lead to another capture, in any form of
/// address, or name the page's own target, whose capture then is the one of the same moment.
fn target(heard: &Heard) -> Option<Url> {
    let location = heard.location.as_ref()?;
    if digits(location.as_str()).is_some() && location.host() == heard.url.host() {
        return Url::parse(&raw_url(location.as_str())?).ok();
    }
    if heard.memento.is_none() {
        return Some(location.clone());
    }
    let (start, page) = digits(heard.url.as_str())?;
    // Some archives give the words of the page, which may be a path on its host and not on theirs.
    let location = if location.origin() == heard.url.origin() {
        Url::parse(&heard.url.as_str()[page..]).ok()?.join(&location[url::Position::BeforePath..]).ok()?
    } else {
        location.clone()
    };
    Url::parse(&format!("{}id_/{location}", &heard.url.as_str()[..start + 14])).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archived_redirect_leads_to_a_capture_in_every_form() {
        const AT: &str = "https://web.archive.test/web/20220101000000id_/https://a.example/moved";
        let capture = "https://web.archive.test/web/20220101000005id_/https://a.example/new";
        for (location, expected) in [
            ("https://web.archive.test/web/20220101000005id_/https://a.example/new", capture),
            ("/web/20220101000005id_/https://a.example/new", capture),
            ("//web.archive.test/web/20220101000005/https://a.example/new", capture),
            ("https://a.example/new", "https://web.archive.test/web/20220101000000id_/https://a.example/new"),
            ("/new?a=b", "https://web.archive.test/web/20220101000000id_/https://a.example/new?a=b"),
            ("new", "https://web.archive.test/web/20220101000000id_/https://a.example/new"),
        ] {
            let url = Url::parse(AT).unwrap();
            let heard = Heard {
                status: 302,
                memento: Some(Timestamp::UNIX_EPOCH),
                location: url.join(location).ok(),
                content_location: None,
                links: vec![],
                fault: None,
                body: String::new(),
                asked_at: Timestamp::UNIX_EPOCH,
                url,
            };
            assert_eq!(target(&heard).unwrap().as_str(), expected, "{location}");
        }
    }
}
