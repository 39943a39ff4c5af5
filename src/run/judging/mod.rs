//! Joins what was seen with what was claimed, and has it judged: sources and citations here, quotes beside it.

mod copies;
pub(crate) mod comparing;
pub(crate) mod missing;
pub(crate) mod quotes;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::archive;
use crate::citation::{self, Citation, Quote, QuoteKind};
use crate::config::{Config, Expect, SourceRule};
use crate::finding::Finding;
use crate::locator::archive_url;
use crate::observation::capture::Capture;
use crate::observation::{Observation, Outcome, Skip};
use crate::plan::{Plan, Target, anchor};
use crate::quote_match::MatchClass;
use crate::report::CitationReport;
use crate::run::beyond::captures::{Archived, Asked, Need};
use crate::run::beyond::earlier::Earlier;
use crate::run::beyond::linked::{Linked, LinkedPage};
use crate::run::beyond::rendered::{Came, Rendered};
use crate::run::facts::{Facts, PageFacts};
use crate::run::past::History;
use crate::run::shared::{self, Shared};
use crate::run::work::{CitationRef, QuoteRef, ReadDocument};
use crate::span::Place;
use crate::verdict::few_words::{self, CitedAs};
use crate::verdict::source::{self, Quotes, SourceFacts, Weighed};
use crate::verdict::{CapturedPage, Confirmation, SourceVerdict, TitleVerdict, Unreadable, title};

/// All that judging needs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Judging<'a> {
    pub(crate) documents: &'a [ReadDocument],
    pub(crate) config: &'a Config,
    pub(crate) plan: &'a Plan,
    /// In the order of the plan's sources.
    pub(crate) facts: &'a Facts,
    /// Documents that the pages of the sources link, as far as they were looked at.
    pub(crate) linked: Option<&'a Linked>,
    /// What pages of the sources became after their scripts ran, as far as a browser showed them.
    pub(crate) rendered: Option<&'a Rendered>,
    /// Sources that led to one address, where that is known.
    pub(crate) shared: Option<&'a Shared>,
    /// What pages of the sources said before, as far as it was looked up.
    pub(crate) earlier: Option<&'a Earlier>,
    pub(crate) confirmation: Confirmation,
    pub(crate) now: Timestamp,
}

/// Quotes that a page of few words is compared with, of those that are bound to it.
const QUOTES_COMPARED: usize = 64;

/// What is known of the sources before anything is judged, in the order of the plan.
#[derive(Debug)]
pub(crate) struct Survey {
    pub(crate) live: Vec<bool>,
    /// Whether each stands for an address of this network, of which no archive is told.
    pub(crate) private: Vec<bool>,
    /// When each was last looked at.
    pub(crate) seen_at: Vec<Option<Timestamp>>,
    /// When the first of them is due again.
    pub(crate) next: Option<Timestamp>,
    /// Those of which it is known only once their captures are.
    pub(crate) compared: Vec<usize>,
}

/// The same of one of them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Surveyed {
    pub(crate) is_live: bool,
    pub(crate) is_private: bool,
    pub(crate) seen_at: Option<Timestamp>,
    /// When it is due again, if its captures say nothing of that.
    pub(crate) next: Option<Timestamp>,
    pub(crate) is_compared: bool,
}

impl Survey {
    /// Of all sources, in the order of the plan.
    pub(crate) fn of(all: &[Surveyed]) -> Self {
        let compared = all.iter().enumerate().filter(|(_, one)| one.is_compared).map(|(source, _)| source);
        Self {
            live: all.iter().map(|one| one.is_live).collect(),
            private: all.iter().map(|one| one.is_private).collect(),
            seen_at: all.iter().map(|one| one.seen_at).collect(),
            next: all.iter().filter_map(|one| one.next).min(),
            compared: compared.collect(),
        }
    }
}

/// What archives told, by what they were asked.
pub(crate) type Archives = HashMap<Asked, Archived>;

impl Judging<'_> {
    /// What archives are to be asked, and why. Where only the store is, it knows of nothing but the `searched` sources and the
    /// captures that entries name.
    pub(crate) fn asked(&self, survey: &Survey, searched: Option<HashSet<String>>) -> BTreeMap<Asked, Need> {
        let known = searched.map(|searched| self.with_those_named(searched));
        let is_known = |asked: &Asked| known.as_ref().is_none_or(|known| known.contains(&asked.url));
        let mut all: BTreeMap<Asked, Need> = BTreeMap::new();
        let all_missing = self.missing();
        for (document, read) in self.documents.iter().enumerate() {
            for (at, cited) in read.citations.iter().enumerate() {
                let at = CitationRef { document, citation: at };
                let asked = self.asked_for(at, &cited).filter(is_known);
                let (Some(asked), Some(source)) = (asked, self.source_of(at)) else { continue };
                let need = all.entry(asked).or_default();
                let missing = all_missing.of_one(at);
                let is_silent = !missing.is_empty() || !survey.live[source];
                let named = cited.archive_url.as_deref().filter(|_| is_silent && cited.original_url.is_none());
                let is_new = |capture: &Capture| !need.named.iter().any(|known| known.url == capture.url);
                let named = named.and_then(archive::named).filter(is_new);
                need.named.extend(named);
                need.search = !self.config.archives.is_empty() && !survey.private[source];
                need.thorough |= !missing.is_empty() || !survey.live[source];
                let is_capture = cited.original_url.is_some();
                need.compare |= self.config.archiving.compare && survey.live[source] && !is_capture;
                need.seen_at = need.seen_at.max(survey.seen_at[source]);
                need.quotes.extend(missing);
                if !missing.is_empty() {
                    need.missing.insert(at, missing.to_vec());
                }
            }
        }
        all.retain(|_, need| need.search || !need.named.is_empty());
        for need in all.values_mut() {
            need.quotes.sort_unstable();
            need.quotes.dedup();
        }
        all
    }

    fn with_those_named(&self, mut searched: HashSet<String>) -> HashSet<String> {
        for (document, read) in self.documents.iter().enumerate() {
            for (at, cited) in read.citations.iter().enumerate().filter(|(_, cited)| cited.archive_url.is_some()) {
                let asked = self.asked_for(CitationRef { document, citation: at }, &cited);
                searched.extend(asked.map(|asked| asked.url));
            }
        }
        searched
    }

    /// Whether every quote that is bound stands on a live page that it is bound to, as far as these were read.
    pub(crate) fn all_stand(&self) -> bool {
        self.documents.iter().enumerate().all(|(document, read)| {
            let mut quotes = (0..read.quotes.len()).map(|quote| QuoteRef { document, quote });
            quotes.all(|at| self.cites(at).next().is_none() || self.stands_live(at))
        })
    }

    pub(super) fn claim(&self, at: QuoteRef) -> Quote {
        crate::run::work::quote(self.documents, at)
    }

    /// The citations that a quote is bound to.
    pub(super) fn cites(&self, at: QuoteRef) -> impl Iterator<Item = CitationRef> {
        let document = at.document;
        self.documents[document].quotes.cites(at.quote).map(move |citation| CitationRef { document, citation })
    }

    pub(super) fn is_term(&self, at: QuoteRef) -> bool {
        self.documents[at.document].quotes.kind(at.quote) == QuoteKind::Term
    }

    fn target(&self, at: CitationRef) -> Target<'_> {
        self.plan.targets.of(at.document, at.citation)
    }

    /// The place in the plan of the source of a citation, if it is looked at.
    pub(crate) fn source_of(&self, at: CitationRef) -> Option<usize> {
        self.plan.targets.source(at.document, at.citation)
    }

    fn rule(&self, at: CitationRef) -> Option<&SourceRule> {
        match self.target(at) {
            Target::Source(source) => self.plan.sources.rule(source),
            Target::Skipped(skipped) => skipped.rule.as_ref(),
        }
    }

    pub(super) fn facts(&self, at: CitationRef) -> Option<Arc<PageFacts>> {
        self.facts.get(self.source_of(at)?)
    }

    pub(super) fn stands_live(&self, at: QuoteRef) -> bool {
        self.cites(at).any(|citation| {
            let own = self.source_of(citation).and_then(|source| self.facts.class(source, at));
            let linked = self.linked_of(citation).iter().map(|linked| &*linked.facts);
            let rendered = self.rendered_of(citation).and_then(Came::page).map(|page| &*page.facts);
            let onward = linked.chain(rendered).filter_map(|facts| facts.class(at));
            own.into_iter().chain(onward).any(MatchClass::is_sound)
        })
    }

    fn linked_of(&self, at: CitationRef) -> &[LinkedPage] {
        let of = |source| self.linked?.get(&source).map(Vec::as_slice);
        self.source_of(at).and_then(of).unwrap_or_default()
    }

    fn rendered_of(&self, at: CitationRef) -> Option<&Came> {
        self.rendered?.get(&self.source_of(at)?)
    }

    /// What is thought of a source of the plan with this history.
    pub(crate) fn source(&self, source: usize, history: &[Observation]) -> SourceVerdict {
        self.source_against(source, history, None, &[])
    }

    /// The same with captures of the page at hand.
    fn source_against(
        &self,
        source: usize,
        history: &[Observation],
        weighed: Option<&Weighed>,
        captured: &[CapturedPage],
    ) -> SourceVerdict {
        let page = self.facts.get(source);
        let expect = self.plan.sources.expect(source);
        let page = page.map(|page| page.page());
        let facts = SourceFacts {
            history,
            page: page.as_ref(),
            quotes: if page.is_some() { self.quotes(source) } else { Quotes::Unasked },
            shared: shared::of(self.shared, source),
            expect,
            confirmation: self.confirmation,
            now: self.now,
        };
        source::judge_weighed(&facts, captured, weighed)
    }

    /// What became of the quotes that are bound to a source.
    fn quotes(&self, source: usize) -> Quotes {
        let rendered = self.rendered.and_then(|rendered| rendered.get(&source)?.page());
        match self.facts.proves_life(source) || rendered.is_some_and(|page| page.facts.proves_life()) {
            true => Quotes::Found,
            false if self.claimed(source).next().is_some() => Quotes::Absent,
            false => Quotes::Unasked,
        }
    }

    /// The quotes that are bound to a source and were looked for on its page; a term says nothing.
    fn claimed(&self, source: usize) -> impl Iterator<Item = QuoteRef> {
        let is_bound = move |at: QuoteRef| self.cites(at).any(|citation| self.source_of(citation) == Some(source));
        self.facts.searched(source).filter(move |at| !self.is_term(*at) && is_bound(*at))
    }

    /// Whether a page that lacks the quotes of a citation shows a few words that have nothing to do with it.
    fn may_be_stood_in_for(&self, at: CitationRef, citation: &Citation, history: &[Observation]) -> bool {
        let source = self.source_of(at).filter(|source| self.facts.has(*source));
        let (Some(last), Some(source)) = (history.last(), source) else { return false };
        if !few_words::shows_few(last) || self.quotes(source) != Quotes::Absent {
            return false;
        }
        let quotes = self.claimed(source).map(|at| self.claim(at).text).take(QUOTES_COMPARED);
        let quotes: Vec<String> = quotes.collect();
        let quotes: Vec<&str> = quotes.iter().map(String::as_str).collect();
        let cited = CitedAs { title: citation.title.as_deref(), authors: &citation.authors, quotes: &quotes };
        few_words::may_stand_in(last, &cited)
    }

    /// What is thought of a citation that is not looked at.
    fn skipped(&self, look: &Observation, expect: Option<Expect>) -> SourceVerdict {
        source::judge(&SourceFacts {
            history: std::slice::from_ref(look),
            page: None,
            quotes: Quotes::Unasked,
            shared: None,
            expect,
            confirmation: self.confirmation,
            now: self.now,
        })
    }

    /// What archives are asked for a citation, if anything: what the cited capture was made of, else the source.
    pub(super) fn asked_for(&self, at: CitationRef, citation: &Citation) -> Option<Asked> {
        let url = self.plan.sources.url(self.source_of(at)?);
        let url = match &citation.original_url {
            Some(original) => original.as_str(),
            None if archive_url::read(url).is_some() => return None,
            None => url,
        };
        Some(Asked { url: url.to_owned(), anchor: anchor::anchor(citation) })
    }

    /// Judges a citation whose source has this history.
    pub(crate) fn citation(
        &self,
        at: CitationRef,
        citation: Citation,
        history: &History,
        archived: &Archives,
    ) -> CitationReport {
        let held_against = self.captured(at, &citation, archived);
        let mut source = match self.target(at) {
            Target::Source(source) => self.source_against(source, history, history.weighed(), held_against),
            Target::Skipped(skipped) => {
                let look = not_looked_at(&skipped.url, &skipped.why, self.now);
                self.skipped(&look, skipped.rule.as_ref().and_then(|rule| rule.expect))
            }
        };
        let page = self.facts(at).filter(|_| source.is_live()).map(|facts| facts.page());
        let title = title::check(citation.title.as_deref(), page.as_ref(), &citation.authors);
        if source.is_live() && title.verdict != TitleVerdict::Match && self.may_be_stood_in_for(at, &citation, history)
        {
            source.doubt = Some(Unreadable::FewWords);
        }
        let asked = self.asked_for(at, &citation);
        let anchor = asked.as_ref().and_then(|asked| asked.anchor);
        let captures = asked.as_ref().and_then(|asked| archived.get(asked)).map(|archived| archived.search.clone());
        let mut findings = source.findings.clone();
        findings.extend(title::finding(citation.title.as_deref(), &title));
        findings.extend(self.rendered_of(at).and_then(Came::finding));
        findings.extend(citation::on_the_day(&citation, TimeZone::UTC.to_datetime(self.now).date()));
        CitationReport {
            observation: history.last().map(Observation::as_told),
            standing: title::standing(source.standing, &title),
            read: self.captures_read(at, &citation, archived),
            captures: captures.unwrap_or_default(),
            anchor,
            note: self.rule(at).and_then(|rule| rule.note.clone()),
            findings: placed(findings, citation.place),
            source,
            title,
            citation,
        }
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
        cut_off: false,
        replayed: false,
    }
}

fn placed(findings: Vec<Finding>, place: Place) -> Vec<Finding> {
    findings.into_iter().map(|finding| Finding { place: finding.place.or(Some(place)), ..finding }).collect()
}
