//! Joins what was seen with what was claimed, and has it judged.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use jiff::Timestamp;

use super::captures::{Archived, Asked, Need};
use super::linked::{Linked, LinkedPage};
use super::work::{CitationRef, PageFacts, QuoteRef, ReadDocument, Seen};
use crate::citation::Citation;
use crate::config::{Config, SourceRule};
use crate::finding::Finding;
use crate::locator::archive_url;
use crate::observation::{Observation, Outcome, Skip};
use crate::plan::{Plan, Target, anchor};
use crate::quote_match::QuoteMatch;
use crate::report::{CitationReport, DocumentReport, QuoteReport};
use crate::span::Place;
use crate::verdict::quote::{self as quote_verdict, QuoteFacts, State, Tried, Trust};
use crate::verdict::source::{self, SourceFacts};
use crate::verdict::{
    Availability, Confirmation, ReadFrom, SourceVerdict, TitleCheck, TitleVerdict, Unreadable, title,
};

/// A passage of fewer words proves nothing about the page that has it.
const WORDS_THAT_PROVE_LIFE: usize = 3;

/// All that judging needs.
#[derive(Debug)]
pub(crate) struct Judging<'a> {
    pub(crate) documents: &'a [ReadDocument],
    pub(crate) config: &'a Config,
    pub(crate) plan: &'a Plan,
    /// In the order of the plan's sources.
    pub(crate) seen: &'a [Seen],
    /// Documents that the pages of the sources link, as far as they were looked at.
    pub(crate) linked: &'a Linked,
    pub(crate) confirmation: Confirmation,
    pub(crate) now: Timestamp,
}

/// What archives told, by what they were asked.
type Archives = HashMap<Asked, Archived>;

/// Whether a match shows that the page is what was cited, and not a notice that it is gone.
pub(crate) fn proves_life(found: &QuoteMatch) -> bool {
    let words = found.hit.as_ref().map_or(0, |hit| hit.matched.split_whitespace().count());
    found.class.is_sound() && words >= WORDS_THAT_PROVE_LIFE
}

impl Judging<'_> {
    /// What archives are to be asked, and why.
    pub(crate) fn asked(&self) -> BTreeMap<Asked, Need> {
        let mut all: BTreeMap<Asked, Need> = BTreeMap::new();
        let mut missing = self.missing();
        for at in self.citations() {
            let Some(asked) = self.asked_for(at) else { continue };
            let need = all.entry(asked).or_default();
            let missing = missing.remove(&at).unwrap_or_default();
            need.thorough |= !missing.is_empty() || !is_live(&self.source(at));
            let last = self.seen_of(at).and_then(|seen| seen.history.last());
            need.seen_at = need.seen_at.max(last.map(|look| look.observed_at));
            need.quotes.extend(missing);
        }
        for need in all.values_mut() {
            need.quotes.sort_unstable();
            need.quotes.dedup();
        }
        all
    }

    /// For each source that could be read: the quotes of its documents that are bound to others and stand in none of
    /// them. In the order of the plan.
    pub(crate) fn missing_elsewhere(&self) -> BTreeMap<usize, Vec<QuoteRef>> {
        let mut wanted: BTreeMap<usize, Vec<QuoteRef>> = BTreeMap::new();
        for (index, document) in self.documents.iter().enumerate() {
            let quotes = (0..document.claims.quotes.len()).map(|quote| QuoteRef { document: index, quote });
            let missing: Vec<QuoteRef> =
                quotes.filter(|at| !self.claim(*at).cites.is_empty() && !self.stands_live(*at)).collect();
            if missing.is_empty() {
                continue;
            }
            for citation in 0..document.claims.citations.len() {
                let at = CitationRef { document: index, citation };
                if let (Target::Source(source), Some(facts)) = (self.target(at), self.facts(at))
                    && is_live(&self.source(at))
                {
                    let unknown = missing.iter().filter(|quote| !facts.matches.contains_key(quote));
                    wanted.entry(*source).or_default().extend(unknown);
                }
            }
        }
        for quotes in wanted.values_mut() {
            quotes.sort_unstable();
            quotes.dedup();
        }
        wanted.retain(|_, quotes| !quotes.is_empty());
        wanted
    }

    /// For each source whose page could be read: the quotes that are bound to it and stand in none of their sources.
    pub(crate) fn missing_on_pages(&self) -> BTreeMap<usize, BTreeSet<QuoteRef>> {
        let mut missing: BTreeMap<usize, BTreeSet<QuoteRef>> = BTreeMap::new();
        for (at, quotes) in self.missing() {
            if let Target::Source(source) = self.target(at)
                && is_live(&self.source(at))
            {
                missing.entry(*source).or_default().extend(quotes);
            }
        }
        missing
    }

    /// The report on one document.
    pub(crate) fn document(&self, index: usize, archived: &Archives) -> DocumentReport {
        let document = &self.documents[index];
        let citations: Vec<CitationReport> = (0..document.claims.citations.len())
            .map(|citation| self.citation(CitationRef { document: index, citation }, archived))
            .collect();
        let searched = self.searched(index);
        let quotes = (0..document.claims.quotes.len())
            .map(|quote| self.quote(QuoteRef { document: index, quote }, &searched[quote], &citations, archived))
            .collect();
        DocumentReport {
            path: document.path.clone(),
            format: document.format,
            title: document.title.clone(),
            citations,
            markers: document.claims.markers.clone(),
            quotes,
            findings: document.claims.findings.clone(),
        }
    }

    fn citations(&self) -> impl Iterator<Item = CitationRef> {
        self.documents.iter().enumerate().flat_map(|(document, read)| {
            (0..read.claims.citations.len()).map(move |citation| CitationRef { document, citation })
        })
    }

    fn cited(&self, at: CitationRef) -> &Citation {
        &self.documents[at.document].claims.citations[at.citation]
    }

    fn claim(&self, at: QuoteRef) -> &crate::citation::Quote {
        super::work::quote(self.documents, at)
    }

    fn target(&self, at: CitationRef) -> &Target {
        &self.plan.targets[at.document][at.citation]
    }

    fn rule(&self, at: CitationRef) -> Option<&SourceRule> {
        match self.target(at) {
            Target::Source(source) => self.plan.sources[*source].rule.as_ref(),
            Target::Skipped { rule, .. } => rule.as_ref(),
        }
    }

    fn seen_of(&self, at: CitationRef) -> Option<&Seen> {
        match self.target(at) {
            Target::Source(source) => self.seen.get(*source),
            Target::Skipped { .. } => None,
        }
    }

    fn facts(&self, at: CitationRef) -> Option<&PageFacts> {
        self.seen_of(at)?.facts.as_ref()
    }

    /// For each citation the quotes bound to it that none of their sources holds on its live page.
    fn missing(&self) -> HashMap<CitationRef, Vec<QuoteRef>> {
        let mut missing: HashMap<CitationRef, Vec<QuoteRef>> = HashMap::new();
        for (document, read) in self.documents.iter().enumerate() {
            for (quote, claim) in read.claims.quotes.iter().enumerate() {
                let at = QuoteRef { document, quote };
                if !self.stands_live(at) {
                    for citation in &claim.cites {
                        missing.entry(CitationRef { document, citation: *citation }).or_default().push(at);
                    }
                }
            }
        }
        missing
    }

    fn stands_live(&self, at: QuoteRef) -> bool {
        self.claim(at).cites.iter().any(|citation| {
            let citation = CitationRef { document: at.document, citation: *citation };
            let linked = self.linked_of(citation).iter().map(|linked| &linked.facts);
            let mut read = self.facts(citation).into_iter().chain(linked);
            read.any(|facts| facts.matches.get(&at).is_some_and(|found| found.class.is_sound()))
        })
    }

    fn linked_of(&self, at: CitationRef) -> &[LinkedPage] {
        match self.target(at) {
            Target::Source(source) => self.linked.get(source).map_or(&[], Vec::as_slice),
            Target::Skipped { .. } => &[],
        }
    }

    fn source(&self, at: CitationRef) -> SourceVerdict {
        let skipped;
        let (history, facts): (&[Observation], Option<&PageFacts>) = match self.target(at) {
            Target::Skipped { url, why, .. } => {
                skipped = [not_looked_at(url, why, self.now)];
                (&skipped, None)
            }
            Target::Source(source) => match self.seen.get(*source) {
                Some(seen) => (&seen.history, seen.facts.as_ref()),
                None => (&[], None),
            },
        };
        source::judge(&SourceFacts {
            history,
            page: facts.map(|facts| &facts.page),
            quote_found: facts.is_some_and(|facts| facts.matches.values().any(proves_life)),
            expect: self.rule(at).and_then(|rule| rule.expect),
            confirmation: self.confirmation,
            now: self.now,
        })
    }

    /// What archives are asked for a citation, if anything: what the cited capture was made of, else the source.
    fn asked_for(&self, at: CitationRef) -> Option<Asked> {
        let Target::Source(source) = self.target(at) else { return None };
        let citation = self.cited(at);
        let url = self.plan.sources[*source].url.as_str();
        let url = match &citation.original_url {
            Some(original) => original.as_str(),
            None if archive_url::read(url).is_some() => return None,
            None => url,
        };
        Some(Asked { url: url.to_owned(), anchor: anchor::anchor(citation) })
    }

    fn citation(&self, at: CitationRef, archived: &Archives) -> CitationReport {
        let citation = self.cited(at);
        let source = self.source(at);
        let page = self.facts(at).filter(|_| is_live(&source)).map(|facts| &facts.page);
        let title = title::check(citation.title.as_deref(), page, &citation.authors);
        let asked = self.asked_for(at);
        let captures = asked.as_ref().and_then(|asked| archived.get(asked)).map(|archived| archived.search.clone());
        let mut findings = source.findings.clone();
        findings.extend(title::finding(citation.title.as_deref(), &title));
        CitationReport {
            citation: citation.clone(),
            observation: self.seen_of(at).and_then(|seen| seen.history.last().cloned()),
            standing: title::standing(source.standing, &title),
            captures: captures.unwrap_or_default(),
            anchor: asked.and_then(|asked| asked.anchor),
            note: self.rule(at).and_then(|rule| rule.note.clone()),
            findings: placed(findings, citation.place),
            source,
            title,
        }
    }

    fn quote(
        &self,
        at: QuoteRef,
        searched: &[usize],
        citations: &[CitationReport],
        archived: &Archives,
    ) -> QuoteReport {
        let quote = self.claim(at);
        let of = |citation: usize| CitationRef { document: at.document, citation };
        let cited: Vec<Tried> =
            quote.cites.iter().map(|index| self.tried(at, of(*index), &citations[*index])).collect();
        let captures: Vec<Tried> =
            quote.cites.iter().flat_map(|index| self.tried_captures(at, of(*index), archived)).collect();
        let linked: Vec<Tried> = quote.cites.iter().flat_map(|index| self.tried_linked(at, of(*index))).collect();
        let elsewhere = self.tried_elsewhere(at, searched, citations);
        let facts = QuoteFacts {
            quote,
            cited: &cited,
            linked: &linked,
            elsewhere: &elsewhere,
            captures: &captures,
            min_quote_words: self.config.policy.min_quote_words,
        };
        QuoteReport { quote: quote.clone(), verdict: quote_verdict::judge(&facts) }
    }

    /// For each quote of a document the citations whose pages were searched for it, one a source.
    fn searched(&self, document: usize) -> Vec<Vec<usize>> {
        let claims = &self.documents[document].claims;
        let mut searched = vec![Vec::new(); claims.quotes.len()];
        let mut sources = HashSet::new();
        for citation in 0..claims.citations.len() {
            let at = CitationRef { document, citation };
            let (Target::Source(source), Some(facts)) = (self.target(at), self.facts(at)) else { continue };
            if sources.insert(*source) {
                for quote in facts.matches.keys().filter(|quote| quote.document == document) {
                    searched[quote.quote].push(citation);
                }
            }
        }
        searched
    }

    /// The quote held against the live pages of the sources that it is not bound to.
    fn tried_elsewhere(&self, at: QuoteRef, searched: &[usize], citations: &[CitationReport]) -> Vec<Tried> {
        let of = |citation: usize| CitationRef { document: at.document, citation };
        let own: Vec<&Target> = self.claim(at).cites.iter().map(|index| self.target(of(*index))).collect();
        let others = searched.iter().filter(|other| !own.contains(&self.target(of(**other))));
        others.map(|other| self.tried(at, of(*other), &citations[*other])).collect()
    }

    /// The quote held against the live page of one citation.
    fn tried(&self, quote: QuoteRef, at: CitationRef, report: &CitationReport) -> Tried {
        let live = is_live(&report.source);
        let seen = self.seen_of(at);
        let facts = seen.and_then(|seen| seen.facts.as_ref());
        let state = match facts.and_then(|facts| Some((facts, facts.matches.get(&quote)?))) {
            Some((facts, found)) if live => {
                State::Readable { found: found.clone(), trust: trusted(facts.trust, &report.title) }
            }
            _ if live => State::Unreadable(Unreadable::NoText),
            _ => State::Unreadable(Unreadable::NotLive),
        };
        Tried {
            label: report.citation.label.clone(),
            read_from: ReadFrom::Live,
            url: final_url(seen).or_else(|| report.citation.url.clone()).unwrap_or_default(),
            captured_at: None,
            linked_from: None,
            state,
        }
    }

    /// The quote held against the documents that the page of one citation links.
    fn tried_linked(&self, quote: QuoteRef, at: CitationRef) -> Vec<Tried> {
        let tried = self.linked_of(at).iter().filter_map(|linked| {
            Some(Tried {
                label: self.cited(at).label.clone(),
                read_from: ReadFrom::Live,
                url: linked.url.clone(),
                captured_at: None,
                linked_from: Some(linked.page.clone()),
                state: State::Readable { found: linked.facts.matches.get(&quote)?.clone(), trust: linked.facts.trust },
            })
        });
        tried.collect()
    }

    /// The quote held against the captures of one citation.
    fn tried_captures(&self, quote: QuoteRef, at: CitationRef, archived: &Archives) -> Vec<Tried> {
        let asked = self.asked_for(at);
        let read = asked.and_then(|asked| archived.get(&asked)).map_or(&[][..], |archived| &archived.read);
        let tried = read.iter().filter_map(|(capture, facts)| {
            Some(Tried {
                label: self.cited(at).label.clone(),
                read_from: ReadFrom::Archive,
                url: capture.url.clone(),
                captured_at: Some(capture.captured_at),
                linked_from: None,
                state: State::Readable { found: facts.matches.get(&quote)?.clone(), trust: facts.trust },
            })
        });
        tried.collect()
    }
}

/// A citation that is not looked at is judged like one that is: by an observation, which is not recorded.
fn not_looked_at(url: &str, why: &Skip, now: Timestamp) -> Observation {
    Observation {
        url: url.to_owned(),
        observed_at: now,
        hops: Vec::new(),
        retried: Vec::new(),
        outcome: Outcome::Skipped(why.clone()),
        elapsed_ms: 0,
    }
}

fn trusted(trust: Trust, title: &TitleCheck) -> Trust {
    match (trust, title.verdict) {
        (Trust::Whole, TitleVerdict::Differs) => Trust::Doubtful(Unreadable::TitleDiffers),
        (trust, _) => trust,
    }
}

pub(super) fn is_live(verdict: &SourceVerdict) -> bool {
    matches!(verdict.availability, Availability::Live | Availability::Moved)
}

fn final_url(seen: Option<&Seen>) -> Option<String> {
    match &seen?.history.last()?.outcome {
        Outcome::Answered(answer) => Some(answer.final_url.clone()),
        Outcome::NoAnswer(_) | Outcome::Skipped(_) => None,
    }
}

fn placed(findings: Vec<Finding>, place: Place) -> Vec<Finding> {
    findings.into_iter().map(|finding| Finding { place: finding.place.or(Some(place)), ..finding }).collect()
}
