//! What the index of an archive knows: its CDX interface, else its `TimeMap`.

use std::collections::HashSet;

use jiff::Timestamp;
use url::Url;

use super::cdx::{self, Rows, Window};
use super::timemap::{self, TimeMap};
use super::told::Told;
use super::{Inquiry, rows};

/// Parts of one `TimeMap`, or of one index, that are asked for; each costs as much as any look in an index.
const MAX_PARTS: usize = 5;

impl Inquiry<'_> {
    /// None where the archive has no index.
    pub(super) async fn index(&mut self) -> Option<Told> {
        let server = &self.archive.server;
        match (&server.cdx, &server.timemap) {
            (Some(cdx), _) => Some(self.cdx(cdx).await),
            (None, Some(timemap)) => Some(self.timemap(timemap).await),
            (None, None) => None,
        }
    }

    async fn cdx(&mut self, cdx: &str) -> Told {
        let window = self.anchor.map_or(Window::Newest, Window::Around);
        let rows = match self.rows(cdx, &window).await {
            Ok(rows) => rows,
            Err(told) => return told,
        };
        let sorted = self.anchor.is_none_or(|anchor| rows.nearest_first(anchor));
        match self.anchor {
            Some(anchor) if !sorted => self.windows(cdx, anchor).await,
            _ => self.told(cdx, rows).await,
        }
    }

    /// A server that does not sort by distance: what stands before the date, and after it where nothing does.
    async fn windows(&mut self, cdx: &str, anchor: Timestamp) -> Told {
        for window in [Window::Until(anchor), Window::Since(anchor)] {
            match self.rows(cdx, &window).await {
                Ok(rows) if rows.captures.is_empty() && !rows.full => {}
                Ok(rows) => return self.told(cdx, rows).await,
                Err(told) => return told,
            }
        }
        Told::None
    }

    /// What rows come to. Rows that are all of other pages, which share a sort key with this one, say nothing of what
    /// stands behind them.
    async fn told(&mut self, cdx: &str, rows: Rows) -> Told {
        match (rows.captures.is_empty(), rows.full) {
            (false, _) => Told::Captures(rows.captures),
            (true, false) => Told::None,
            (true, true) => self.all_rows(cdx).await,
        }
    }

    /// The whole index of the page, part after part.
    async fn all_rows(&mut self, cdx: &str) -> Told {
        let (mut captures, mut resume) = (Vec::new(), None);
        for _ in 0..MAX_PARTS {
            let rows = match self.rows(cdx, &Window::Part(resume.clone())).await {
                Ok(rows) => rows,
                Err(told) if captures.is_empty() => return told,
                Err(_) => break,
            };
            captures.extend(rows.captures);
            if rows.resume.is_none() {
                return if captures.is_empty() { Told::None } else { Told::Captures(captures) };
            }
            if rows.resume == resume {
                break;
            }
            resume = rows.resume;
        }
        if captures.is_empty() {
            return Told::Unclear("has an index whose rows are of other pages, as far as it was read".to_owned());
        }
        Told::Captures(captures)
    }

    async fn rows(&mut self, cdx: &str, window: &Window) -> Result<Rows, Told> {
        let server = &self.archive.server;
        let Some(url) = cdx::query(cdx, server.dialect, self.original, window) else {
            return Err(Told::Unclear("has an index whose address is none".to_owned()));
        };
        let heard = self.hear_index(url).await?;
        if heard.excludes() {
            return Err(Told::Excluded);
        }
        if heard.status != 200 {
            return Err(Told::Unclear(format!("has an index that answers with status {}", heard.status)));
        }
        let rows = rows::read(&heard.body, server, self.original, heard.asked_at);
        rows.ok_or_else(|| Told::Unclear("has an index that cannot be read".to_owned()))
    }

    async fn timemap(&mut self, timemap: &str) -> Told {
        let Ok(first) = Url::parse(&format!("{timemap}{}", self.original)) else {
            return Told::Unclear("has a TimeMap whose address is none".to_owned());
        };
        let mut known = HashSet::from([first.clone()]);
        let (mut captures, mut waiting, mut asked, mut trouble) = (Vec::new(), vec![first], 0, None);
        while let Some(url) = (asked < MAX_PARTS).then(|| waiting.pop()).flatten() {
            asked += 1;
            match self.part(url).await {
                Ok(part) => {
                    captures.extend(part.captures);
                    let new = |url: &Url| known.insert(url.clone());
                    let further: Vec<Url> = part.further.into_iter().filter(new).collect();
                    waiting.extend(further.into_iter().rev());
                }
                Err(told) => trouble = Some(told),
            }
        }
        match (captures.is_empty(), trouble, waiting.is_empty()) {
            (false, ..) => Told::Captures(captures),
            (true, Some(told), _) => told,
            (true, None, true) => Told::None,
            (true, None, false) => Told::Unclear("has a TimeMap in more parts than are read".to_owned()),
        }
    }

    async fn part(&mut self, url: Url) -> Result<TimeMap, Told> {
        let heard = self.hear_index(url).await?;
        match heard.status {
            _ if heard.excludes() => Err(Told::Excluded),
            404 => Err(Told::None),
            200 => timemap::read(&self.archive.server, self.original, &heard, self.anchor)
                .ok_or_else(|| Told::Unclear("has a TimeMap that cannot be read".to_owned())),
            status => Err(Told::Unclear(format!("has a TimeMap that answers with status {status}"))),
        }
    }
}
