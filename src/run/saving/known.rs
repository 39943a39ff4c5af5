//! What archives have of a source that is to be saved.

use jiff::Timestamp;
use url::Url;

use super::{Save, Want};
use crate::archive::choose;
use crate::clock;
use crate::observation::capture::{Capture, CaptureSearch, Depth};
use crate::run::looking::enrolment;
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
        let asked = self.archives.captures(&self.fetcher, url, anchor, Depth::Nearest);
        let search = tokio::select! {
            biased;
            _ = self.stop.wait() => CaptureSearch::Unknown("the run was stopped before the archives had answered".to_owned()),
            captures = asked => {
                self.recorder.keep(captures.exchanges).await?;
                captures.search
            }
        };
        if matches!(search, CaptureSearch::Found(_) | CaptureSearch::None) {
            self.keep_search(url, anchor, Depth::Nearest, &search).await?;
        }
        Ok(search)
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
