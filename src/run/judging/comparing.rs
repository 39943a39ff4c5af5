//! Which captures the page of a citation is held against, and of which sources more of the past is wanted for it.

use std::collections::BTreeSet;

use super::{Archives, Judging};
use crate::citation::Citation;
use crate::observation::Observation;
use crate::run::work::CitationRef;
use crate::verdict::{CapturedPage, changed};

impl Judging<'_> {
    /// The captures that a citation's page is held against; a capture that is cited is held against none.
    pub(super) fn captured<'a>(
        &self,
        at: CitationRef,
        citation: &Citation,
        archived: &'a Archives,
    ) -> &'a [CapturedPage] {
        if archived.is_empty() || citation.original_url.is_some() {
            return &[];
        }
        self.asked_for(at, citation).and_then(|asked| archived.get(&asked)).map_or(&[], |archived| &archived.pages)
    }

    /// The sources of some citations whose last look says other things than their capture.
    pub(crate) fn changed<'c>(
        &self,
        cited: impl Iterator<Item = (CitationRef, &'c Citation)>,
        archived: &Archives,
        last: impl Fn(usize) -> Option<&'c Observation>,
    ) -> BTreeSet<usize> {
        let differs = |(at, citation): (CitationRef, &Citation)| {
            let source = self.source_of(at)?;
            let capture = self.captured(at, citation, archived).first()?;
            changed::differs(last(source)?, capture).then_some(source)
        };
        cited.filter_map(differs).collect()
    }
}
