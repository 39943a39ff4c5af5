//! A report in numbers, and whether it fails a build.

use std::collections::{BTreeMap, BTreeSet};

use super::{CitationReport, DocumentReport, Report};
use crate::config::FailOn;
use crate::finding::Finding;
use crate::observation::capture::{Capture, CaptureSearch};
use crate::standing::Standing;
use crate::verdict::{Availability, Verdict};

/// How many of what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Summary {
    /// Documents read.
    pub(crate) documents: usize,
    /// Citations in them.
    pub(crate) citations: usize,
    /// Sources that they locate; a citation without an address counts as a source of its own.
    pub(crate) sources: Standings,
    /// Quotes that are bound to a citation.
    pub(crate) quotes: Standings,
    /// Quotes without a citation.
    pub(crate) unbound: usize,
    /// Sources by availability.
    pub(crate) availability: BTreeMap<Availability, usize>,
    /// All quotes by verdict.
    pub(crate) verdicts: BTreeMap<Verdict, usize>,
}

/// How many stand and how many do not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Standings {
    pub(crate) sound: usize,
    pub(crate) unknown: usize,
    pub(crate) broken: usize,
}

impl Standings {
    /// All of them.
    pub(crate) fn total(self) -> usize {
        self.sound + self.unknown + self.broken
    }

    fn add(&mut self, standing: Standing) {
        match standing {
            Standing::Sound => self.sound += 1,
            Standing::Unknown => self.unknown += 1,
            Standing::Broken => self.broken += 1,
        }
    }
}

impl std::ops::Add for Standings {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            sound: self.sound + other.sound,
            unknown: self.unknown + other.unknown,
            broken: self.broken + other.broken,
        }
    }
}

impl Summary {
    /// Sources and quotes together.
    pub(crate) fn all(&self) -> Standings {
        self.sources + self.quotes
    }

    /// Of some documents.
    pub(crate) fn of<'a>(documents: impl IntoIterator<Item = &'a DocumentReport>) -> Self {
        let mut summary = Self::default();
        let mut sources: BTreeMap<String, (Availability, Standing)> = BTreeMap::new();
        for (at, document) in documents.into_iter().enumerate() {
            summary.documents += 1;
            summary.citations += document.citations.len();
            for citation in &document.citations {
                let name = citation.source_url().unwrap_or_else(|| format!("{at} {}", citation.citation.id));
                let seen = sources.entry(name).or_insert((citation.source.availability, citation.standing));
                seen.1 = seen.1.max(citation.standing);
            }
            summary.count_quotes(document);
        }
        for (availability, standing) in sources.into_values() {
            summary.sources.add(standing);
            *summary.availability.entry(availability).or_default() += 1;
        }
        summary
    }

    fn count_quotes(&mut self, document: &DocumentReport) {
        for quote in &document.quotes {
            *self.verdicts.entry(quote.verdict.verdict).or_default() += 1;
            match quote.verdict.standing {
                Some(standing) => self.quotes.add(standing),
                None => self.unbound += 1,
            }
        }
    }
}

impl Report {
    /// The report in numbers.
    pub(crate) fn summary(&self) -> Summary {
        Summary::of(&self.documents)
    }

    /// The worst standing of all; none where nothing is cited.
    pub(crate) fn standing(&self) -> Option<Standing> {
        self.documents.iter().filter_map(DocumentReport::worst).max()
    }

    /// Whether anything in it is what a run is to fail on.
    pub(crate) fn fails(&self, fail_on: &[FailOn]) -> bool {
        fail_on.iter().any(|fail| match fail {
            FailOn::Standing(level) => self.standing() >= Some(*level),
            FailOn::Finding(code) => {
                self.documents.iter().flat_map(DocumentReport::findings).any(|it| it.code == *code)
            }
        })
    }
}

impl DocumentReport {
    /// The worst standing of its sources and quotes; none where it cites nothing.
    pub(crate) fn worst(&self) -> Option<Standing> {
        let sources = self.citations.iter().map(|citation| citation.standing);
        let quotes = self.quotes.iter().filter_map(|quote| quote.verdict.standing);
        sources.chain(quotes).max()
    }

    /// Every finding once, in the order of the text; those without a place first.
    pub(crate) fn findings(&self) -> impl Iterator<Item = &Finding> {
        let citations = self.citations.iter().flat_map(|citation| &citation.findings);
        let quotes = self.quotes.iter().flat_map(|quote| &quote.verdict.findings);
        let mut all: Vec<&Finding> = self.findings.iter().chain(citations).chain(quotes).collect();
        all.sort_by_key(|finding| finding.place.map(|place| place.span.start));
        let mut seen = BTreeSet::new();
        all.retain(|finding| seen.insert(*finding));
        all.into_iter()
    }

    /// The labels of the citations that a quote is bound to.
    pub(crate) fn labels<'a>(&'a self, cites: &'a [usize]) -> impl Iterator<Item = &'a str> {
        cites.iter().filter_map(|at| self.citations.get(*at)).map(|citation| citation.citation.label.as_str())
    }

    /// The ids of the citations that a quote is bound to.
    pub(crate) fn ids<'a>(&'a self, cites: &'a [usize]) -> impl Iterator<Item = &'a str> {
        cites.iter().filter_map(|at| self.citations.get(*at)).map(|citation| citation.citation.id.as_str())
    }
}

impl CitationReport {
    /// The capture to use, where there is one.
    pub(crate) fn capture(&self) -> Option<&Capture> {
        match &self.captures {
            CaptureSearch::Found(captures) => captures.first(),
            CaptureSearch::None | CaptureSearch::Excluded | CaptureSearch::Unknown(_) | CaptureSearch::NotAsked => None,
        }
    }

    /// Whether nothing could be read of it.
    pub(crate) fn is_unreadable(&self) -> bool {
        !matches!(self.source.availability, Availability::Live | Availability::Moved)
    }

    /// The address that was looked at, or would be.
    pub(crate) fn source_url(&self) -> Option<String> {
        let looked_at =
            self.observation.as_ref().map(|observation| observation.url.clone()).filter(|url| !url.is_empty());
        let doi = || self.citation.doi.as_ref().map(|doi| format!("https://doi.org/{doi}"));
        looked_at.or_else(|| self.citation.url.clone()).or_else(doi)
    }
}

#[cfg(test)]
mod tests {
    use crate::config::FailOn;
    use crate::finding::Code;
    use crate::report::sample;
    use crate::standing::Standing;

    #[test]
    fn a_source_of_several_citations_counts_once_with_its_worst_standing() {
        let mut report = sample::report();
        let mut again = report.documents[0].citations[0].clone();
        again.standing = Standing::Unknown;
        report.documents[1].citations.push(again);
        let summary = report.summary();
        assert_eq!((summary.citations, summary.sources.total()), (11, 9));
        assert_eq!((summary.sources.sound, summary.sources.unknown, summary.sources.broken), (1, 7, 1));
        assert_eq!(summary.availability.values().sum::<usize>(), summary.sources.total());
        assert_eq!(summary.verdicts.values().sum::<usize>(), summary.quotes.total() + summary.unbound);
    }

    #[test]
    fn a_run_fails_on_a_standing_or_worse_or_on_a_code() {
        let mut report = sample::report();
        let fails = |report: &crate::report::Report, on| report.fails(&[on]);
        assert!(fails(&report, FailOn::Standing(Standing::Broken)));
        assert!(fails(&report, FailOn::Finding(Code::SourceWithheld)));
        assert!(!report.fails(&[]));
        report.documents.remove(0);
        assert!(!fails(&report, FailOn::Standing(Standing::Unknown)));
        assert!(fails(&report, FailOn::Standing(Standing::Sound)));
        assert!(!fails(&report, FailOn::Finding(Code::SourceWithheld)));
        report.documents.clear();
        assert!(!fails(&report, FailOn::Standing(Standing::Sound)));
        assert_eq!(report.standing(), None);
    }
}
