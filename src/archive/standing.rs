//! Which of the captures that an archive names stands: what it names need not be one, and may be that of an error.

use jiff::Timestamp;
use url::Url;

use super::cdx::timestamp;
use super::choice::{choose, good, redirect};
use super::heard::{Heard, Silence};
use super::identity::{page_of, same_page};
use super::raw::{self, Flag, ONE_PAGE, Raw, Shown};
use super::table::{digits, raw_url};
use super::told::{Bad, Told};
use super::{Inquiry, budget::Spent};
use crate::observation::capture::Capture;

/// Captures of one page that are fetched to see whether they stand.
const MAX_CHECKED: usize = 5;

pub(super) const SPENT: &str = "the run's budget of requests for captures is spent";
const NO_CAPTURE: &str = "names captures near that date that are none";

/// Why a capture is not the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fall {
    /// It is one of an error, or of a redirect to one.
    Error,
    /// It is one of a redirect that leads to no page of its own.
    Led,
    /// It is none.
    NoCapture,
}

impl Bad {
    /// Those that an index lists as none of a page.
    fn listed(named: &[Capture]) -> Self {
        let count = |such: fn(u16) -> bool| named.iter().filter(|capture| capture.status.is_some_and(such)).count();
        Self { errors: count(|status| status >= 400), led: count(|status| (300..400).contains(&status)) }
    }
}

/// What fetching a capture showed.
enum Checked {
    /// It is the page, or an archived redirect that leads to one.
    Stands(Capture),
    /// It is not.
    Falls(Fall),
    /// It is none, and in its place the archive gave this capture of the page, of another day, which stands.
    Gives(Capture),
    /// It could not be seen.
    Hidden(Told),
}

impl Inquiry<'_> {
    /// The captures of `named` from the first that stands on; else what the archive said where its index was asked, or
    /// why none of them stands.
    pub(super) async fn standing(&mut self, named: Vec<Capture>, index: Option<Told>) -> Told {
        let mut bad = Bad::listed(&named);
        let mut redirected = redirect(&named, self.anchor);
        let all = named.into_iter().chain(self.given.iter().cloned()).collect();
        let (mut left, mut why) = (choose(all, self.anchor), None);
        for _ in 0..MAX_CHECKED {
            let Some(capture) = (!left.is_empty()).then(|| left.remove(0)).or_else(|| redirected.take()) else { break };
            let checked = match self.check(&capture).await {
                // It was not seen, and the index lists it as a page.
                Checked::Hidden(Told::Unclear(_) | Told::Refused(_)) if capture.status.is_some_and(good) => {
                    Checked::Stands(capture.clone())
                }
                other => other,
            };
            match checked {
                Checked::Stands(first) => return Told::Captures(std::iter::once(first).chain(left).collect()),
                Checked::Hidden(told @ (Told::Refused(_) | Told::Excluded)) => return told,
                Checked::Hidden(told) => why = Some(told),
                Checked::Gives(other) => left.push(other),
                Checked::Falls(Fall::NoCapture) => why = why.or_else(|| Some(Told::Unclear(NO_CAPTURE.to_owned()))),
                // What an index lists as an error or a redirect is counted.
                Checked::Falls(_) if capture.status.is_some_and(|status| !good(status)) => {}
                Checked::Falls(Fall::Error) => bad.errors += 1,
                Checked::Falls(Fall::Led) => bad.led += 1,
            }
            left.retain(|other| other.digest.as_ref().is_none_or(|digest| !self.fallen_payloads.contains(digest)));
            // The nearest before the date comes first, and what fell was that.
            left = choose(left, self.anchor);
        }
        match index {
            // They were left by others that were to be tried before them.
            _ if !self.given.is_empty() => Told::Captures(choose(self.given.clone(), self.anchor)),
            Some(told) if told != Told::None => told,
            _ => why.unwrap_or(Told::OnlyErrors(bad)),
        }
    }

    /// Fetches a capture: what an index tells of it need not be so.
    async fn check(&mut self, capture: &Capture) -> Checked {
        if let Some((_, why)) = self.fallen.iter().find(|(at, _)| *at == capture.captured_at) {
            return Checked::Falls(*why);
        }
        if let Some((read, _)) = self.read.as_mut().filter(|(read, _)| read.captured_at == capture.captured_at) {
            *read = Capture { status: read.status, ..capture.clone() };
            return Checked::Stands(read.clone());
        }
        if let Some(told) = self.closed() {
            return Checked::Hidden(told);
        }
        if let Err(Spent) = self.archive.budget.capture(self.fetcher) {
            return Checked::Hidden(Told::Unclear(SPENT.to_owned()));
        }
        let flag = Flag::of(self.archive.server.dialect);
        let Some(mut raw) = raw::fetch(self.fetcher, capture, Some(self.original), flag).await else {
            return Checked::Falls(Fall::NoCapture);
        };
        self.exchanges.append(&mut raw.look.exchanges);
        let checked = match self.heard(&raw.look) {
            Ok(heard) => judged(capture, &raw, &heard, self.original),
            Err(silence) => Checked::Hidden(self.silent(&silence)),
        };
        match &checked {
            Checked::Stands(capture) => self.read = Some((capture.clone(), raw)),
            Checked::Gives(other) => {
                self.fallen.push((capture.captured_at, Fall::NoCapture));
                self.given.push(other.clone());
                self.read = Some((other.clone(), raw));
            }
            Checked::Falls(why) => {
                self.fallen.push((capture.captured_at, *why));
                // What fell is what was captured, and not how the archive shows this capture of it.
                if *why != Fall::NoCapture && raw.is_payload_of(capture) {
                    self.fallen_payloads.extend(capture.digest.clone());
                }
            }
            Checked::Hidden(_) => {}
        }
        checked
    }

    /// The last request of a look at an archive that said nothing.
    pub(super) fn silent(&self, silence: &Silence) -> Told {
        self.archive.budget.note(silence);
        match silence {
            // What waited in the lane for a name that leads nowhere was not refused.
            Silence::TooMany | Silence::LeftAlone => {
                Told::Refused(self.archive.budget.not_found().unwrap_or(silence).to_string())
            }
            Silence::Closed | Silence::NotFound | Silence::NotLookedUp => Told::Refused(silence.to_string()),
            Silence::Other(why) => Told::Unclear(why.clone()),
        }
    }
}

fn judged(capture: &Capture, raw: &Raw, heard: &Heard, original: &Url) -> Checked {
    let near = |at: Timestamp| at.duration_since(capture.captured_at).abs() <= ONE_PAGE;
    match (raw.shown(), raw.captured_at) {
        _ if raw.strays => Checked::Falls(Fall::NoCapture),
        _ if raw.led => Checked::Falls(Fall::Led),
        (Shown::Page, Some(at)) if !near(at) => {
            given(capture, heard, at, original).map_or(Checked::Falls(Fall::NoCapture), Checked::Gives)
        }
        (_, Some(at)) if !near(at) => Checked::Falls(Fall::NoCapture),
        (Shown::Page, _) => {
            // What an index lists of a redirect is the digest of nothing, and not that of the page that it leads to.
            let digest = capture.digest.clone().filter(|_| capture.status.is_none_or(good));
            Checked::Stands(Capture { status: Some(heard.status), digest, ..capture.clone() })
        }
        (Shown::Nothing, _) => Checked::Hidden(Told::Unclear(format!("answers with status {}", heard.status))),
        (Shown::Other, _) if heard.excludes() => Checked::Hidden(Told::Excluded),
        (Shown::Other, _) if heard.memento.is_some() => Checked::Falls(Fall::Error),
        (Shown::Other, _) => Checked::Falls(Fall::NoCapture),
    }
}

/// The capture of the page, of the moment `at`, to which an archive led in the place of one that it cannot show: one that
/// was made lately, as a rule. None where its address does not say whose it is.
fn given(asked: &Capture, heard: &Heard, at: Timestamp, original: &Url) -> Option<Capture> {
    let page = page_of(&heard.url).filter(|page| same_page(page, original))?;
    let (start, _) = digits(heard.url.as_str())?;
    // Under the address of another moment it is no address of this capture.
    timestamp(&heard.url.as_str()[start..start + 14]).filter(|own| *own == at)?;
    Some(Capture {
        archive: asked.archive.clone(),
        url: format!("{}/{page}", &heard.url.as_str()[..start + 14]),
        raw_url: raw_url(heard.url.as_str()),
        captured_at: at,
        status: Some(heard.status),
        digest: None,
    })
}
