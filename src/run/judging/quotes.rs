//! The quotes of a document: each held against what was read of the sources that it is bound to, and judged.

use std::collections::{HashMap, HashSet};
use std::iter::Peekable;
use std::ops::Range;

use super::{Archives, Judging};
use crate::report::draft::Draft;
use crate::report::{CitationReport, QuoteReport};
use crate::run::beyond::rendered::Came;
use crate::run::work::{CitationRef, QuoteRef};
use crate::verdict::quote::{self as quote_verdict, QuoteFacts, State, Tried, Trust};
use crate::verdict::{ReadFrom, Reason, TitleVerdict, Unreadable};

/// A quote of fewer words may stand on another page of its site, too.
const WORDS_OF_A_PROOF: usize = 6;
/// Quotes of a source that are asked for that.
const MOST_PROOFS: usize = 100;

impl Judging<'_> {
    /// Judges the next quotes of a document whose citations and `searched` ones are all in the draft: while those are still
    /// at hand there.
    pub(crate) fn ready_quotes(
        &self,
        document: usize,
        quotes: &mut Peekable<Range<usize>>,
        searched: &HashMap<usize, Vec<usize>>,
        draft: &mut Draft,
        archived: &Archives,
    ) {
        let others = |quote: usize| searched.get(&quote).map_or(&[][..], Vec::as_slice);
        let judged = draft.citations();
        let is_ready = |quote: &usize| {
            let cites = self.documents[document].quotes.cites(*quote);
            cites.chain(others(*quote).iter().copied()).all(|citation| citation < judged)
        };
        while let Some(quote) = quotes.next_if(is_ready) {
            draft.quote(self.quote(QuoteRef { document, quote }, others(quote), draft, archived));
        }
    }

    /// Judges a quote; what it is bound to and what else was searched for it is in the draft.
    fn quote(&self, at: QuoteRef, searched: &[usize], draft: &Draft, archived: &Archives) -> QuoteReport {
        let quote = self.claim(at);
        let of = |citation: usize| CitationRef { document: at.document, citation };
        let cited: Vec<Tried> = quote.cites.iter().map(|index| self.tried(at, of(*index), draft)).collect();
        let captures: Vec<Tried> =
            quote.cites.iter().flat_map(|index| self.tried_captures(at, of(*index), draft, archived)).collect();
        let earlier: Vec<Tried> =
            quote.cites.iter().filter_map(|index| self.tried_earlier(at, of(*index), draft)).collect();
        let elsewhere: Vec<Tried> = searched.iter().map(|other| self.tried(at, of(*other), draft)).collect();
        let linked: Vec<Tried> =
            quote.cites.iter().flat_map(|index| self.tried_onward(at, of(*index), draft)).collect();
        let facts = QuoteFacts {
            quote: &quote,
            cited: &cited,
            linked: &linked,
            elsewhere: &elsewhere,
            captures: &captures,
            earlier: &earlier,
            min_quote_words: self.config.policy.min_quote_words,
        };
        let verdict = quote_verdict::judge(&facts);
        QuoteReport { quote, verdict, hushed: None }
    }

    /// For each quote of a document the citations that it is not bound to and whose pages were searched for it, one a
    /// source.
    pub(crate) fn searched(&self, document: usize) -> HashMap<usize, Vec<usize>> {
        let mut searched: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut sources = HashSet::new();
        for citation in 0..self.documents[document].citations.len() {
            let at = CitationRef { document, citation };
            let Some(source) = self.source_of(at).filter(|source| self.facts.has(*source)) else { continue };
            if sources.insert(source) {
                for quote in self.facts.searched(source).filter(|quote| quote.document == document) {
                    if !self.cites(quote).any(|cited| self.source_of(cited) == Some(source)) {
                        searched.entry(quote.quote).or_default().push(citation);
                    }
                }
            }
        }
        searched
    }

    /// The quote held against the live page of one citation.
    fn tried(&self, quote: QuoteRef, at: CitationRef, draft: &Draft) -> Tried {
        let report = draft.cited(at.citation).expect("citations are judged before the quotes that are bound to them");
        let live = report.source.is_live();
        let facts = self.facts(at);
        let state = match facts.as_ref().and_then(|facts| Some((facts, facts.found(quote)?))) {
            Some((facts, found)) if live => {
                let title = report.title.verdict == TitleVerdict::Differs && !self.is_what_was_cited(at);
                State::Readable { found, trust: trusted(facts.trust, &report, title) }
            }
            _ if live => State::Unreadable(Unreadable::NoText),
            _ if report.source.reason == Some(Reason::ScriptOnly) => State::Unreadable(Unreadable::ScriptOnly),
            _ if report.source.reason == Some(Reason::EmptyPage) => State::Unreadable(Unreadable::NoText),
            _ => State::Unreadable(Unreadable::NotLive),
        };
        let answer = report.observation.and_then(|look| look.answer().map(|answer| answer.final_url.clone()));
        Tried {
            label: report.citation.label,
            read_from: ReadFrom::Live,
            url: answer.or(report.citation.url).unwrap_or_default(),
            captured_at: None,
            linked_from: None,
            unread_at: facts.and_then(|facts| facts.unread_at().map(str::to_owned)),
            state,
        }
    }

    /// Whether a quote that is bound to the source of a citation stands on its page in so many words that this is the page,
    /// whatever it is called.
    fn is_what_was_cited(&self, at: CitationRef) -> bool {
        let Some(source) = self.source_of(at) else { return false };
        let is_of_it = |quote: &QuoteRef| self.cites(*quote).any(|cited| self.source_of(cited) == Some(source));
        let mut proofs = self.facts.proofs(source).take(MOST_PROOFS).filter(is_of_it);
        proofs.any(|quote| quote_verdict::words(&self.claim(quote).text) >= WORDS_OF_A_PROOF)
    }

    /// The quote held against the documents that the page of one citation links, and against what that became after its
    /// scripts ran.
    fn tried_onward(&self, quote: QuoteRef, at: CitationRef, draft: &Draft) -> Vec<Tried> {
        let (linked, rendered) = (self.linked_of(at), self.rendered_of(at).and_then(Came::page));
        if linked.is_empty() && rendered.is_none() {
            return Vec::new();
        }
        let label = draft.cited(at.citation).map(|report| report.citation.label).unwrap_or_default();
        let tried = linked.iter().filter_map(|linked| {
            Some(Tried {
                label: label.clone(),
                read_from: ReadFrom::Live,
                url: linked.url.clone(),
                captured_at: None,
                linked_from: Some(linked.page.clone()),
                unread_at: None,
                state: State::Readable { found: linked.facts.found(quote)?, trust: linked.facts.trust },
            })
        });
        tried.chain(rendered.and_then(|page| page.tried(quote, &label))).collect()
    }

    /// The quote in what the page of one citation said before.
    fn tried_earlier(&self, quote: QuoteRef, at: CitationRef, draft: &Draft) -> Option<Tried> {
        let source = self.source_of(at)?;
        let copy = self.earlier?.get(&(source, quote))?;
        Some(Tried {
            label: draft.cited(at.citation)?.citation.label,
            read_from: ReadFrom::Evidence,
            url: self.plan.sources.url(source).to_owned(),
            captured_at: Some(copy.read_at),
            linked_from: None,
            unread_at: None,
            state: State::Readable { found: copy.found.clone(), trust: Trust::Whole },
        })
    }
}

fn trusted(trust: Trust, report: &CitationReport, title_differs: bool) -> Trust {
    let differs = title_differs.then_some(Unreadable::TitleDiffers);
    // Another title says more than that the page says little.
    let little = |why: &Unreadable| matches!(why, Unreadable::MayBeNotice | Unreadable::FewWords);
    let doubt = report.source.doubt.filter(|why| differs.is_none() || !little(why));
    match (trust, doubt.or(differs)) {
        (Trust::Whole, Some(why)) => Trust::Doubtful(why),
        (trust, _) => trust,
    }
}
