//! A link to a capture right behind the link to its page, which names the archive of that page and cites nothing else.

use crate::document::entry::archived::{same_page, says_archive};
use crate::document::{Entry, Role};
use crate::locator::archive_url;

use super::Draft;

/// Bytes of prose between a link and its capture: a bracket, and a few words and a date.
const BESIDE: usize = 48;

impl Draft<'_> {
    /// Makes captures that stand beside links their archives. The entries are in order.
    pub(super) fn join_captures(&mut self) {
        let mut gone = Vec::new();
        let mut page = 0;
        for at in 1..self.entries.len() {
            if self.is_archive_of(&self.entries[page], &self.entries[at]) {
                let capture = self.entries[at].source.url.take();
                self.entries[page].source.archive_url = capture;
                gone.push(at);
            } else {
                page = at;
            }
        }
        if !gone.is_empty() {
            self.take_out(&gone);
        }
    }

    fn is_archive_of(&self, link: &Entry, capture: &Entry) -> bool {
        let are_links = link.role == Role::Link && capture.role == Role::Link && capture.label.is_empty();
        let (Some(before), Some(own)) = (link.range(), capture.range()) else { return false };
        let text = self.prose.text();
        let gap = text.get(before.end..own.start).filter(|gap| are_links && gap.len() <= BESIDE);
        // What another sentence says of a capture is said of the capture.
        let Some(gap) = gap.filter(|gap| !gap.contains(['.', '!', '?', '\n', '。'])) else { return false };
        let own = text.get(own).filter(|words| !words.contains("://")).unwrap_or_default();
        let announced = gap.contains(['(', '[', '（']) || says_archive(own);
        (says_archive(gap) || announced && !gap.contains(char::is_alphanumeric)) && is_capture_of(capture, link)
    }

    /// Takes out entries, by their numbers in order, and the links that are nothing else.
    fn take_out(&mut self, gone: &[usize]) {
        let is_gone = |entry: &usize| gone.binary_search(entry).is_ok();
        self.links.retain(|link| link.entries.is_empty() || !link.entries.iter().all(is_gone));
        for link in &mut self.links {
            let kept = link.entries.iter().filter(|entry| !is_gone(entry));
            link.entries = kept.map(|entry| entry - gone.partition_point(|other| other < entry)).collect();
        }
        let mut at = 0;
        self.entries.retain(|_| {
            at += 1;
            !is_gone(&(at - 1))
        });
    }
}

/// Whether one address is a capture of what the other leads to, which has no archive yet and is none.
fn is_capture_of(capture: &Entry, page: &Entry) -> bool {
    let (Some(own), Some(url)) = (&capture.source.url, &page.source.url) else { return false };
    let Some(original) = archive_url::read(own).and_then(|own| own.original) else { return false };
    let is_page = page.source.archive_url.is_none() && archive_url::read(url).is_none_or(|own| own.original.is_none());
    let wanted = same_page(&original);
    is_page && wanted.is_some() && same_page(url) == wanted
}

#[cfg(test)]
#[path = "captures_tests.rs"]
mod tests;
