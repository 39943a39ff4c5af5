//! What of a document does not stand, or was not checked, at a glance; and where each is told.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::source_item;
use crate::finding::Code;
use crate::report::summary::hash;
use crate::report::{CitationReport, DocumentReport, QuoteReport};
use crate::standing::Standing;
use crate::verdict::{Availability, ReadFrom, TitleVerdict, Unreadable, Verdict};

/// What does not stand, or was not checked, at a glance; and how much does.
pub(super) struct Open {
    /// In the order of the text.
    pub(super) sources: Vec<OpenSource>,
    pub(super) quotes: Vec<OpenQuote>,
    pub(super) sound_sources: usize,
    pub(super) sound_quotes: usize,
}

/// A source that does not stand.
pub(super) struct OpenSource {
    /// Its place among the citations.
    pub(super) at: usize,
    pub(super) start: usize,
    pub(super) standing: Standing,
    pub(super) told_as: ToldAs,
    /// The places of the quotes that are told with it.
    pub(super) resting: Vec<usize>,
    /// The places of other citations of it, of which the same is to be said.
    pub(super) again: Vec<usize>,
}

/// How a source is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ToldAs {
    /// In an item of its own.
    Item,
    /// As another page than the one cited, which lacks what is quoted from it.
    AnotherPage,
    /// As one that is gone, and of which the document has a capture.
    Settled,
    /// Among those that were not looked at.
    Unlooked,
    /// With an earlier citation of the same source.
    Again,
    /// Among those of which the writer wants to hear nothing.
    Hushed,
}

/// A quote that does not stand, or that a person should read once more.
pub(super) struct OpenQuote {
    /// Its place among the quotes.
    pub(super) at: usize,
    pub(super) start: usize,
    pub(super) told: Told,
}

/// Where a quote is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// In an item of its own.
    Alone(Standing),
    /// It could only not be compared, and a source that it rests on has an item or a line of its own.
    WithASource,
    /// It stands in the capture that its entry names.
    InItsCapture,
    /// It stands, and beside a denial.
    BesideADenial,
    /// Among those of which the writer wants to hear nothing.
    Hushed,
    /// Among the terms.
    Term,
    /// Among what no citation belongs to.
    Unbound,
}

impl Open {
    pub(super) fn of(document: &DocumentReport) -> Self {
        let mut sources: Vec<OpenSource> = Vec::new();
        let mut unreadable: HashMap<usize, usize> = HashMap::new();
        // A source that is cited several times is one; what names no address is one of its own.
        let mut sound: HashSet<u64> = HashSet::new();
        for (at, citation) in document.citations.iter().enumerate() {
            if citation.standing == Standing::Sound {
                let url = citation.source_url();
                sound.insert(hash(&(url.is_none().then_some(at), url)));
            } else {
                // What waits for a source that nobody wants to hear of is told for itself.
                if citation.is_unreadable() && citation.hushed().is_none() {
                    unreadable.insert(at, sources.len());
                }
                sources.push(OpenSource::of(at, &citation));
            }
        }
        let others = other_pages_of(document, &sources);
        for at in &others {
            sources[*at].told_as = ToldAs::AnotherPage;
            unreadable.insert(sources[*at].at, *at);
        }
        let mut quotes = Vec::new();
        let mut sound_quotes = 0;
        for (at, report) in document.quotes.iter().enumerate() {
            let cites: BTreeSet<usize> = report.quote.cites.iter().copied().collect();
            let rests_on: Vec<usize> = cites.iter().filter_map(|at| unreadable.get(at)).copied().collect();
            let missing_there = rests_on.len() == cites.len() && rests_on.iter().all(|at| others.contains(at));
            let told = Told::of(&report, !rests_on.is_empty(), missing_there && !rests_on.is_empty());
            let Some(told) = told else {
                sound_quotes += 1;
                continue;
            };
            if told == Told::WithASource {
                for source in &rests_on {
                    sources[*source].resting.push(at);
                }
            }
            quotes.push(OpenQuote { at, start: report.quote.place.span.start(), told });
        }
        tell_once(document, &mut sources);
        Self { sound_sources: sound.len(), sound_quotes, sources, quotes }
    }

    /// The quotes that are told so.
    pub(super) fn quotes(&self, document: &DocumentReport, told: Told) -> Vec<QuoteReport> {
        self.told(told).filter_map(|at| document.quotes.get(at)).collect()
    }

    /// The sources that are gone and of which the document has a capture, each with what waits for it.
    pub(super) fn settled(&self, document: &DocumentReport) -> Vec<(CitationReport, Vec<QuoteReport>)> {
        let settled = self.sources.iter().filter(|source| source.told_as == ToldAs::Settled);
        settled.filter_map(|source| Some((document.citations.get(source.at)?, source.resting(document)))).collect()
    }

    /// The places of the quotes that are told so.
    pub(super) fn told(&self, told: Told) -> impl Iterator<Item = usize> {
        self.quotes.iter().filter(move |quote| quote.told == told).map(|quote| quote.at)
    }
}

impl OpenSource {
    pub(super) fn of(at: usize, report: &CitationReport) -> Self {
        let told_as = match report.source.availability {
            _ if report.hushed().is_some() => ToldAs::Hushed,
            Availability::Skipped | Availability::Unseen => ToldAs::Unlooked,
            _ if report.is_settled() => ToldAs::Settled,
            _ => ToldAs::Item,
        };
        let (start, standing) = (report.citation.place.span.start(), report.standing);
        Self { at, start, standing, told_as, resting: Vec::new(), again: Vec::new() }
    }

    /// Where else it is cited, and by which label.
    pub(super) fn cited_again(&self, document: &DocumentReport) -> Vec<(usize, String)> {
        let again = self.again.iter().filter_map(|at| document.citations.get(*at));
        again.map(|report| (report.citation.place.line, report.citation.label)).collect()
    }

    /// The quotes that are told with it.
    pub(super) fn resting(&self, document: &DocumentReport) -> Vec<QuoteReport> {
        self.resting.iter().filter_map(|at| document.quotes.get(*at)).collect()
    }
}

impl Told {
    /// None where it stands and nothing is to be read once more.
    pub(super) fn of(report: &QuoteReport, rests_on_unreadable: bool, is_missing_on_others: bool) -> Option<Self> {
        let verdict = &report.verdict;
        let has = |code: Code| verdict.findings.iter().any(|finding| finding.code == code);
        let unread = verdict.matched.is_none() && verdict.not_in_capture.is_none() && rests_on_unreadable;
        let in_its_capture = verdict.found_in.as_ref().is_some_and(|found| found.place == ReadFrom::NamedArchive);
        Some(match (verdict.verdict, verdict.standing) {
            (_, Some(Standing::Sound)) if has(Code::NegationBeside) => Self::BesideADenial,
            (_, Some(Standing::Sound)) => return None,
            (Verdict::Unverifiable, _) if unread => Self::WithASource,
            (Verdict::Absent, _) if is_missing_on_others && !report.is_term() => Self::WithASource,
            _ if report.hushed.is_some() => Self::Hushed,
            (Verdict::Archived, _) if in_its_capture => Self::InItsCapture,
            _ if has(Code::TermAbsent) => Self::Term,
            (_, Some(standing)) => Self::Alone(standing),
            (_, None) => Self::Unbound,
        })
    }
}

impl QuoteReport {
    /// Whether it is a term that its source does not have, told or not.
    fn is_term(&self) -> bool {
        self.verdict.findings.iter().chain(&self.hushed).any(|finding| finding.code == Code::TermAbsent)
    }
}

/// The places among `sources` of pages that are there under another title and lack all that is quoted from them: each of the
/// two makes the other likely.
fn other_pages_of(document: &DocumentReport, sources: &[OpenSource]) -> BTreeSet<usize> {
    /// Quotes of a source, terms aside.
    #[derive(Default)]
    struct Count {
        missing: usize,
        others: usize,
    }
    let is_another = |source: &&OpenSource| {
        let report = document.citations.get(source.at);
        let differs = |report: &CitationReport| report.title.verdict == TitleVerdict::Differs;
        report.is_some_and(|report| !report.is_unreadable() && differs(&report))
    };
    let mut counts: HashMap<usize, Count> =
        sources.iter().filter(is_another).map(|source| (source.at, Count::default())).collect();
    if counts.is_empty() {
        return BTreeSet::new();
    }
    for report in document.quotes.iter() {
        let verdict = &report.verdict;
        if report.is_term() {
            continue;
        }
        for at in &report.quote.cites {
            let Some(count) = counts.get_mut(at) else { continue };
            match (verdict.verdict, verdict.reason) {
                (Verdict::Absent, Some(Unreadable::TitleDiffers | Unreadable::MayBeNotice)) => count.missing += 1,
                _ => count.others += 1,
            }
        }
    }
    let lacks_all =
        |source: &OpenSource| counts.get(&source.at).is_some_and(|count| count.missing > 0 && count.others == 0);
    (0..sources.len()).filter(|at| lacks_all(&sources[*at])).collect()
}

/// What is cited several times, and of which the same is to be said each time, is told where it is cited first, with the quotes
/// that rest on any of its citations.
fn tell_once(document: &DocumentReport, sources: &mut [OpenSource]) {
    let mut first: HashMap<u64, usize> = HashMap::new();
    for at in 0..sources.len() {
        if sources[at].told_as != ToldAs::Item {
            continue;
        }
        let Some(report) = document.citations.get(sources[at].at) else { continue };
        let said = hash(&(report.source_url(), report.standing, source_item::body(&report, &[])));
        let Some(first) = first.get(&said).copied() else {
            first.insert(said, at);
            continue;
        };
        sources[at].told_as = ToldAs::Again;
        let (resting, again) = (std::mem::take(&mut sources[at].resting), sources[at].at);
        sources[first].again.push(again);
        sources[first].resting.extend(resting);
    }
    for source in sources.iter_mut().filter(|source| !source.again.is_empty()) {
        source.resting.sort_unstable();
        source.resting.dedup();
    }
}
