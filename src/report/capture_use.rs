//! Which capture of a source is told of, and which can be cited.

use jiff::Timestamp;

use super::CitationReport;
use crate::citation::Citation;
use crate::locator::archive_url;
use crate::observation::capture::{Capture, CaptureSearch};
use crate::verdict::CaptureRead;

impl CitationReport {
    /// The capture that is told of first, where there is one.
    pub(crate) fn capture(&self) -> Option<&Capture> {
        self.captures.captures().first()
    }

    /// The capture to cite: one that was read and is something else than what was cited is none, and where nothing but such
    /// ones were read, nothing is known of the others.
    pub(crate) fn good_capture(&self) -> Option<&Capture> {
        if self.unfit_capture().is_some() {
            return None;
        }
        self.captures.captures().iter().find(|capture| !self.is_unfit(&capture.url))
    }

    /// Whether every archive that was asked says that it has no capture of the page: none at all, or of errors only.
    pub(crate) fn has_no_capture(&self) -> bool {
        match &self.captures {
            CaptureSearch::Found(captures) => captures.is_empty(),
            CaptureSearch::None | CaptureSearch::OnlyErrors(_) => true,
            CaptureSearch::Excluded | CaptureSearch::Unknown(_) | CaptureSearch::NotAsked => false,
        }
    }

    /// The first capture that was read, where each that was read is something else than what was cited.
    pub(crate) fn unfit_capture(&self) -> Option<&CaptureRead> {
        self.read.first().filter(|_| self.read.iter().all(CaptureRead::is_unfit))
    }

    /// Whether a capture was read and is something else than what was cited.
    pub(crate) fn is_unfit(&self, capture: &str) -> bool {
        self.read.iter().any(|read| read.url == capture && read.is_unfit())
    }

    /// The capture that the entry names itself, where archives tell of it.
    pub(crate) fn named_capture(&self) -> Option<&Capture> {
        self.captures.captures().iter().find(|capture| self.names_capture(&capture.url, Some(capture.captured_at)))
    }

    /// Whether the entry names this capture: by its address, or by that of the same moment in another form.
    pub(crate) fn names_capture(&self, url: &str, captured_at: Option<Timestamp>) -> bool {
        let Citation { archive_url, url: cited, .. } = &self.citation;
        let mut named = archive_url.iter().chain(cited);
        named.any(|named| {
            let made_at = archive_url::read(named).and_then(|named| named.captured_at);
            named == url || made_at.is_some() && made_at == captured_at
        })
    }

    /// Whether the page is not there any more and the entry has a capture of it, which is not known to be something else.
    pub(crate) fn is_settled(&self) -> bool {
        self.is_lost() && self.named_capture().is_some_and(|named| !self.is_unfit(&named.url))
    }

    /// Whether the page is confirmed not to be there any more.
    pub(crate) fn is_lost(&self) -> bool {
        self.is_unreadable() && self.standing == crate::standing::Standing::Broken
    }
}
