//! A report in numbers, and whether it fails a build.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::{CitationReport, DocumentReport, QuoteReport, Report};
use crate::config::FailOn;
use crate::finding::Finding;
use crate::plan;
use crate::span::Span;
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
    /// Findings that are not told, since the configuration or a mark in the document says so.
    pub(crate) silenced: usize,
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
}

/// What is counted so far. A source is known by the hash of its address: among a million of them two share one with a
/// chance of one in thirty million.
#[derive(Debug, Default)]
pub(super) struct Counting {
    summary: Summary,
    sources: HashMap<u64, (Availability, Standing)>,
}

impl Counting {
    pub(super) fn document(&mut self) {
        self.summary.documents += 1;
    }

    /// Counts a citation of the document that is the `at`th.
    pub(super) fn citation(&mut self, at: usize, citation: &CitationReport) {
        self.summary.citations += 1;
        let name = citation.source_url().map_or_else(|| hash(&(at, &citation.citation.id)), |url| hash(&url));
        let seen = self.sources.entry(name).or_insert((citation.source.availability, citation.standing));
        seen.1 = seen.1.max(citation.standing);
    }

    pub(super) fn quote(&mut self, quote: &QuoteReport) {
        *self.summary.verdicts.entry(quote.verdict.verdict).or_default() += 1;
        match quote.verdict.standing {
            Some(standing) => self.summary.quotes.add(standing),
            None => self.summary.unbound += 1,
        }
    }

    pub(super) fn summary(&self) -> Summary {
        let mut summary = self.summary.clone();
        for (availability, standing) in self.sources.values() {
            summary.sources.add(*standing);
            *summary.availability.entry(*availability).or_default() += 1;
        }
        summary
    }

    /// Adds what was counted in the documents that follow.
    pub(super) fn add(&mut self, next: Self) {
        let Self { summary, sources } = next;
        self.summary.documents += summary.documents;
        self.summary.citations += summary.citations;
        self.summary.quotes = self.summary.quotes + summary.quotes;
        self.summary.unbound += summary.unbound;
        for (verdict, count) in summary.verdicts {
            *self.summary.verdicts.entry(verdict).or_default() += count;
        }
        if self.sources.is_empty() {
            self.sources = sources;
            return;
        }
        for (name, (availability, standing)) in sources {
            let seen = self.sources.entry(name).or_insert((availability, standing));
            seen.1 = seen.1.max(standing);
        }
    }
}

/// The same in every process.
pub(in crate::report) fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

impl Report {
    /// The worst standing of all; none where nothing is cited.
    pub(crate) fn standing(&self) -> Option<Standing> {
        self.documents.iter().filter_map(|document| document.worst).max()
    }

    /// Whether anything in it is what a run is to fail on.
    pub(crate) fn fails(&self, fail_on: &[FailOn]) -> bool {
        fail_on.iter().any(|fail| match fail {
            FailOn::Standing(level) => self.standing() >= Some(*level),
            FailOn::Finding(code) => self.documents.iter().any(|document| document.codes.contains(code)),
        })
    }
}

impl DocumentReport {
    /// Every finding once, with the bytes that it means, in the order of the text; those without a place first, those in other files last. Of a
    /// citation its address is meant rather than the whole entry.
    pub(crate) fn findings(&self) -> Vec<(Finding, Option<Span>)> {
        let mut all = self.head.findings.clone();
        let mut addresses: BTreeMap<Finding, Option<Span>> = BTreeMap::new();
        for CitationReport { citation, findings, .. } in self.citations.iter() {
            for finding in findings.iter().filter(|own| own.file.is_none() && own.place == Some(citation.place)) {
                addresses.entry(finding.clone()).or_insert_with(|| citation.url_spans.first().copied());
            }
            all.extend(findings);
        }
        all.extend(self.quotes.iter().flat_map(|quote| quote.verdict.findings));
        let at = |finding: &Finding| finding.place.map(|place| place.span.start());
        all.sort_by(|one, other| (&one.file, at(one)).cmp(&(&other.file, at(other))));
        let mut seen = BTreeSet::new();
        all.retain(|finding| seen.insert(finding.clone()));
        let meant = |finding: Finding| {
            let address = addresses.get(&finding).copied().flatten();
            let span = finding.place.map(|place| address.unwrap_or(place.span));
            (finding, span)
        };
        all.into_iter().map(meant).collect()
    }
}

impl CitationReport {
    /// Whether nothing could be read of it.
    pub(crate) fn is_unreadable(&self) -> bool {
        !self.source.is_live()
    }

    /// The address that was looked at, or would be.
    pub(crate) fn source_url(&self) -> Option<String> {
        let looked_at =
            self.observation.as_ref().map(|observation| observation.url.clone()).filter(|url| !url.is_empty());
        let doi = || self.citation.doi.as_ref().map(|doi| format!("https://doi.org/{doi}"));
        // As those that are looked at are written: one source has one address, whatever its case, its port and its fragment.
        let cited = || {
            let written = self.citation.url.as_deref()?;
            Some(plan::fetchable(written).map_or_else(|_| written.to_owned(), Into::into))
        };
        looked_at.or_else(cited).or_else(doi)
    }
}

#[cfg(test)]
mod tests {
    use crate::config::FailOn;
    use crate::finding::{Code, Level};
    use crate::report::sample;
    use crate::standing::Standing;

    #[test]
    fn a_source_of_several_citations_counts_once_with_its_worst_standing() {
        let mut report = sample::report();
        let mut again = report.documents[0].citations[0].clone();
        again.standing = Standing::Unknown;
        report.documents[1].citations.push(again);
        let summary = report.drawn_up().summary;
        assert_eq!((summary.citations, summary.sources.total()), (11, 9));
        assert_eq!((summary.sources.sound, summary.sources.unknown, summary.sources.broken), (1, 7, 1));
        assert_eq!(summary.availability.values().sum::<usize>(), summary.sources.total());
        assert_eq!(summary.verdicts.values().sum::<usize>(), summary.quotes.total() + summary.unbound);
    }

    #[test]
    fn what_the_configuration_expects_fails_no_run() {
        let mut report = sample::report();
        let gone = |report: &sample::Whole| report.drawn_up().fails(&[FailOn::Finding(Code::SourceGone)]);
        assert!(gone(&report));
        for finding in report.documents.iter_mut().flat_map(|it| &mut it.citations).flat_map(|it| &mut it.findings) {
            if finding.code == Code::SourceGone {
                finding.level = Level::Note;
            }
        }
        assert!(!gone(&report));
        assert!(report.drawn_up().fails(&[FailOn::Finding(Code::SourceWithheld)]), "a note by its kind counts");
    }

    #[test]
    fn a_run_fails_on_a_standing_or_worse_or_on_a_code() {
        let mut report = sample::report();
        let fails = |report: &sample::Whole, on| report.drawn_up().fails(&[on]);
        assert!(fails(&report, FailOn::Standing(Standing::Broken)));
        assert!(fails(&report, FailOn::Finding(Code::SourceWithheld)));
        assert!(!report.drawn_up().fails(&[]));
        report.documents.remove(0);
        assert!(!fails(&report, FailOn::Standing(Standing::Unknown)));
        assert!(fails(&report, FailOn::Standing(Standing::Sound)));
        assert!(!fails(&report, FailOn::Finding(Code::SourceWithheld)));
        report.documents.clear();
        assert!(!fails(&report, FailOn::Standing(Standing::Sound)));
        assert_eq!(report.drawn_up().standing(), None);
    }
}
