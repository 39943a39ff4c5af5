//! What archives have of a source that is to be saved.

use jiff::Timestamp;
use url::Url;

use super::{Save, Want};
use crate::archive::{Fallen, Raw, Shown, choose, leads_astray};
use crate::clock;
use crate::observation::capture::{Capture, CaptureSearch, Depth};
use crate::reader::Reading;
use crate::run::beyond::captures::{CAPTURES_READ, FALLEN, is_page, shows_no_page};
use crate::run::event::Event;
use crate::run::looking::{enrolment, refresh};
use crate::run::work::PageRead;
use crate::store::KeptSearch;

/// What archives have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Known {
    /// A capture near every day that is wanted.
    Near(Capture),
    /// None near the day, and one of these days: another one would be no nearer.
    Recent(Capture),
    /// None.
    Lacking,
    /// They do not show the site.
    Excluded,
    /// They could not say; why.
    Open(String),
}

/// What archives told of a page.
#[derive(Debug)]
enum Told {
    /// This; what they found begins with a capture that shows the page.
    All(CaptureSearch),
    /// Nothing but captures that say of themselves that they are no page.
    Fallen,
    /// The archive that saves has none, and another gave no answer; why.
    NoneThere(String),
}

impl Save {
    /// What archives have, and the day near which they lack a capture, if they do; else the day of the one that they have.
    pub(super) async fn known(&self, want: &Want) -> anyhow::Result<(Known, Option<Timestamp>)> {
        let mut near = None;
        let now = clock::now();
        for anchor in &want.anchors {
            match self.search(&want.url, *anchor).await? {
                CaptureSearch::Found(captures) => match captures.into_iter().next() {
                    Some(first) if anchor.is_none_or(|anchor| self.is_near(anchor, first.captured_at)) => {
                        near.get_or_insert((first, *anchor));
                    }
                    // Of a day that is not long past, the capture may be from after it.
                    Some(first) if self.is_near(now, first.captured_at) => return Ok((Known::Recent(first), *anchor)),
                    _ => return Ok((self.newest(&want.url).await?, *anchor)),
                },
                // The archives could say what they have, and it is not the page.
                CaptureSearch::None | CaptureSearch::OnlyErrors(_) => return Ok((Known::Lacking, *anchor)),
                CaptureSearch::Excluded => return Ok((Known::Excluded, *anchor)),
                CaptureSearch::Unknown(why) => return Ok((Known::Open(why), *anchor)),
                CaptureSearch::NotAsked => return Ok((Known::Open("no archive is asked".to_owned()), *anchor)),
            }
        }
        Ok(near.map_or((Known::Lacking, None), |(capture, anchor)| (Known::Near(capture), anchor)))
    }

    /// Whether the newest capture is recent.
    async fn newest(&self, url: &Url) -> anyhow::Result<Known> {
        Ok(match self.search(url, None).await? {
            CaptureSearch::Found(captures) => match captures.into_iter().next() {
                Some(first) if self.is_near(clock::now(), first.captured_at) => Known::Recent(first),
                _ => Known::Lacking,
            },
            CaptureSearch::Unknown(why) => Known::Open(why),
            CaptureSearch::OnlyErrors(_) | CaptureSearch::None | CaptureSearch::Excluded | CaptureSearch::NotAsked => {
                Known::Lacking
            }
        })
    }

    /// Asks archives, unless it is known already that they have what is wanted: captures stay where they are.
    pub(super) async fn search(&self, url: &Url, anchor: Option<Timestamp>) -> anyhow::Result<CaptureSearch> {
        if let (Some(anchor), Some(kept)) = (anchor, self.store.captures(url.as_str(), anchor).await?)
            && let CaptureSearch::Found(captures) = &kept.search
            && captures.first().is_some_and(|first| self.is_near(anchor, first.captured_at))
        {
            return Ok(kept.search);
        }
        let (mut depth, mut told) = (Depth::Nearest, self.ask(url, anchor, Depth::Nearest).await?);
        if matches!(told, Told::Fallen) {
            // All that a TimeGate named is no page; the index may list one that is.
            (depth, told) = (Depth::Thorough, self.ask(url, anchor, Depth::Thorough).await?);
        }
        let search = match told {
            Told::All(search) => search,
            Told::Fallen => CaptureSearch::OnlyErrors(FALLEN.to_owned()),
            Told::NoneThere(why) => return Ok(CaptureSearch::OnlyErrors(why)),
        };
        if matches!(search, CaptureSearch::Found(_) | CaptureSearch::None) {
            self.keep_search(url, anchor, depth, &search).await?;
        }
        Ok(search)
    }

    async fn ask(&self, url: &Url, anchor: Option<Timestamp>, depth: Depth) -> anyhow::Result<Told> {
        if self.archives.are_asked_about(url) {
            self.events.tell(Event::AsksArchive { url: url.to_string() });
        }
        let Some(found) = self.stop.or(self.archives.captures(&self.fetcher, url, anchor, depth)).await else {
            let stopped = "the run was stopped before the archives had answered";
            return Ok(Told::All(CaptureSearch::Unknown(stopped.to_owned())));
        };
        self.recorder.keep(found.exchanges).await?;
        self.holds.note(&self.archives, &self.fetcher, &self.store).await?;
        let (mut fetched, fallen) = (found.read, Fallen::default());
        let mut captures = match found.search {
            CaptureSearch::Found(captures) => captures,
            CaptureSearch::Unknown(why) if found.lacking.contains(&self.archive) => return Ok(Told::NoneThere(why)),
            search => return Ok(Told::All(search)),
        };
        for _ in 0..CAPTURES_READ {
            let Some(first) = captures.first().cloned() else { break };
            let raw = fetched.take().filter(|(of, _)| *of == first).map(|(_, raw)| raw);
            if Box::pin(self.shows_the_page(&first, raw, &fallen)).await? {
                return Ok(Told::All(CaptureSearch::Found(captures)));
            }
            captures.retain(|other| *other != first && !fallen.has(other));
        }
        Ok(Told::Fallen)
    }

    /// Whether a capture shows a page, as far as it says of itself that it is none. What cannot be read now may be one.
    async fn shows_the_page(&self, capture: &Capture, raw: Option<Raw>, fallen: &Fallen) -> anyhow::Result<bool> {
        let address = capture.raw_url.as_deref().unwrap_or(&capture.url);
        if let Some(seen) = self.store.seen(address).await?.filter(is_page) {
            return Ok(!shows_no_page(&seen.last) && !leads_astray(capture, &seen.last));
        }
        let raw = match raw {
            Some(raw) => Some(raw),
            None => self.stop.or(self.archives.raw(&self.fetcher, capture)).await.flatten(),
        };
        let Some(raw) = raw else { return Ok(true) };
        let (shown, is_listed, mut look) = (raw.shown(), raw.is_payload_of(capture), raw.look);
        let read = refresh::read(Some(&self.fetcher), &self.reader, &mut look, &[]).await;
        if let Some(Reading { page, matches }) = read {
            PageRead::part(page, &[], matches).0.note(&mut look.observation);
        }
        self.recorder.keep(look.exchanges).await?;
        let is_none = shown == Shown::Page && shows_no_page(&look.observation);
        if is_none && is_listed {
            fallen.add(capture);
        }
        Ok(shown != Shown::Other && !is_none)
    }

    /// Keeps a new capture beside those that are known, so that the next report names it where it is the nearest.
    pub(super) async fn keep_capture(&self, want: &Want, capture: &Capture) -> anyhow::Result<()> {
        for anchor in &want.anchors {
            let before = self.store.captures(want.url.as_str(), *anchor).await?;
            let (depth, mut captures) = match before {
                Some(KeptSearch { depth, search: CaptureSearch::Found(captures), .. }) => (depth, captures),
                _ => (Depth::Nearest, Vec::new()),
            };
            captures.push(capture.clone());
            let search = CaptureSearch::Found(choose(captures, *anchor));
            self.keep_search(&want.url, *anchor, depth, &search).await?;
        }
        Ok(())
    }

    async fn keep_search(
        &self,
        url: &Url,
        anchor: Option<Timestamp>,
        depth: Depth,
        search: &CaptureSearch,
    ) -> anyhow::Result<()> {
        let source = self.store.know([enrolment(url.as_str())]).await?[0];
        Ok(self.store.keep_captures(source, anchor, clock::now(), depth, search).await?)
    }
}
