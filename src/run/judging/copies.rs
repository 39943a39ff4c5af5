//! What captures of sources hold of what is cited.

use super::{Archives, Judging};
use crate::citation::Citation;
use crate::observation::capture::Capture;
use crate::quote_match::MatchClass;
use crate::report::draft::Draft;
use crate::run::beyond::captures::Archived;
use crate::run::facts::PageFacts;
use crate::run::work::{CitationRef, QuoteRef};
use crate::verdict::quote::{State, Tried, Trust};
use crate::verdict::{CaptureRead, ReadFrom, TitleCheck, TitleVerdict, Unreadable, title};

impl Judging<'_> {
    /// The captures of a citation that were read, and what they say of it.
    pub(super) fn captures_read(&self, at: CitationRef, citation: &Citation, archived: &Archives) -> Vec<CaptureRead> {
        if archived.is_empty() {
            return Vec::new();
        }
        let asked = self.asked_for(at, citation);
        let Some(archived) = asked.and_then(|asked| archived.get(&asked)) else { return Vec::new() };
        let missing = archived.missing.get(&at).map_or(&[][..], Vec::as_slice);
        let read = |(capture, facts): &(Capture, PageFacts)| {
            let title = titled(citation, facts);
            let trust = trusted(archived, capture, facts, &title);
            let is_open = matches!(trust, Trust::Doubtful(why) if why != Unreadable::TitleDiffers);
            let (mut holds, mut lacks) = (0, 0);
            for quote in missing.iter().filter(|quote| !self.is_term(**quote)) {
                match facts.found(*quote) {
                    Some(found) if found.class == MatchClass::Absent => {
                        lacks += usize::from(!found.other_language && !is_open);
                    }
                    Some(_) => holds += 1,
                    None => {}
                }
            }
            CaptureRead { url: capture.url.clone(), captured_at: capture.captured_at, holds, lacks, title }
        };
        archived.read.iter().map(read).collect()
    }

    /// The quote held against the captures of one citation.
    pub(super) fn tried_captures(
        &self,
        quote: QuoteRef,
        at: CitationRef,
        draft: &Draft,
        archived: &Archives,
    ) -> Vec<Tried> {
        let Some(report) = draft.cited(at.citation).filter(|_| !archived.is_empty()) else { return Vec::new() };
        let asked = self.asked_for(at, &report.citation);
        let Some(archived) = asked.and_then(|asked| archived.get(&asked)) else { return Vec::new() };
        let tried = archived.read.iter().filter_map(|(capture, facts)| {
            let is_named = report.names_capture(&capture.url, Some(capture.captured_at));
            let title = titled(&report.citation, facts);
            Some(Tried {
                label: report.citation.label.clone(),
                read_from: if is_named { ReadFrom::NamedArchive } else { ReadFrom::Archive },
                url: capture.url.clone(),
                captured_at: Some(capture.captured_at),
                linked_from: None,
                unread_at: None,
                state: State::Readable { found: facts.found(quote)?, trust: trusted(archived, capture, facts, &title) },
            })
        });
        tried.collect()
    }
}

fn titled(citation: &Citation, facts: &PageFacts) -> TitleCheck {
    title::check(citation.title.as_deref(), Some(&facts.page()), &citation.authors)
}

/// How far the text of a capture can be trusted to be what was cited; one that shows a wall or an error is none.
fn trusted(archived: &Archived, capture: &Capture, facts: &PageFacts, title: &TitleCheck) -> Trust {
    let shows_the_page = archived.pages.iter().any(|page| page.url == capture.url);
    match facts.trust {
        Trust::Whole if !shows_the_page => Trust::Doubtful(Unreadable::MayBeNotice),
        Trust::Whole if title.verdict == TitleVerdict::Differs => Trust::Doubtful(Unreadable::TitleDiffers),
        trust => trust,
    }
}
