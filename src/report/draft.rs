//! A report while it is put together: each citation and each quote is counted, kept in brief for the next run to compare
//! with, and packed, so that none of them stays in memory as it is.

use super::changes::{DocumentSnapshot, QuoteSnapshot, SourceSnapshot};
use super::summary::{Counting, Summary};
use super::{CitationReport, DocumentReport, Head, Illness, QuoteReport, Report, RunInfo};
use crate::finding::silence::Silence;
use crate::finding::{Code, Finding, Level};
use crate::packed::Parts;
use crate::standing::Standing;
use crate::verdict::TitleVerdict;

/// See the module.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    documents: Vec<DocumentReport>,
    /// Of all documents but the last.
    all: Counting,
    /// Of the last document, which is under way.
    own: Counting,
    /// What is not told of it.
    silence: Silence,
}

impl Draft {
    /// Begins a document; the one before has come to its end. `silence` says which findings of its citations and quotes
    /// are not told; those of the document itself have gone through it.
    pub(crate) fn begin(&mut self, head: Head, silence: Silence) {
        self.end();
        self.silence = silence;
        let codes = head.findings.iter().map(|finding| finding.code).collect();
        self.own.document();
        self.documents.push(DocumentReport {
            head,
            citations: Parts::default(),
            quotes: Parts::default(),
            summary: Summary::default(),
            worst: None,
            codes,
            snapshot: DocumentSnapshot::default(),
        });
    }

    /// Adds a citation to the document under way, in the order of its text.
    pub(crate) fn citation(&mut self, mut citation: CitationReport) {
        let silenced = self.silence.hush(&mut citation.findings);
        let told = citation.findings.iter().any(|finding| finding.code == Code::TitleDiffers);
        if citation.title.verdict == TitleVerdict::Differs && !told {
            // Whoever wants to hear nothing of another title says that this is the page.
            citation.title.verdict = TitleVerdict::Unknown;
            citation.standing = citation.source.standing;
        }
        let at = self.documents.len();
        self.own.citation(at, &citation);
        let document = self.documents.last_mut().expect("a document has begun");
        document.head.silenced += silenced;
        document.stands(Some(citation.standing));
        document.codes.extend(citation.findings.iter().filter(|it| !is_expected(it)).map(|finding| finding.code));
        document.snapshot.sources.push(SourceSnapshot::of(&citation));
        document.citations.push(citation);
    }

    /// Adds a quote to the document under way, behind all that it is bound to, in the order of its text.
    pub(crate) fn quote(&mut self, mut quote: QuoteReport) {
        // A miss of a later sentence is broken and only warned of; what fails a build is told all the same.
        let broken = quote.verdict.standing == Some(Standing::Broken);
        let said =
            quote.verdict.findings.first().filter(|_| quote.verdict.standing == Some(Standing::Unknown)).cloned();
        let silenced = if broken { 0 } else { self.silence.hush(&mut quote.verdict.findings) };
        quote.hushed = said.filter(|said| !quote.verdict.findings.contains(said));
        self.own.quote(&quote);
        let document = self.documents.last_mut().expect("a document has begun");
        document.head.silenced += silenced;
        document.stands(quote.verdict.standing);
        document.codes.extend(quote.verdict.findings.iter().map(|finding| finding.code));
        let snapshot = QuoteSnapshot::of(&quote, &document.cited(&quote));
        document.snapshot.quotes.push(snapshot);
        document.quotes.push(quote);
    }

    /// How many citations the document under way has so far.
    pub(crate) fn citations(&self) -> usize {
        self.documents.last().map_or(0, |document| document.citations.len())
    }

    /// A citation of the document under way.
    pub(crate) fn cited(&self, at: usize) -> Option<CitationReport> {
        self.documents.last()?.citations.get(at)
    }

    /// The report, when every document is in it.
    pub(crate) fn finish(mut self, run: RunInfo, watcher: Vec<Illness>) -> Report {
        self.end();
        let silenced = self.documents.iter().map(|document| document.head.silenced).sum();
        Report { run, documents: self.documents, watcher, summary: Summary { silenced, ..self.all.summary() } }
    }

    fn end(&mut self) {
        if let Some(document) = self.documents.last_mut() {
            let silenced = document.head.silenced;
            let own = std::mem::take(&mut self.own);
            document.summary = Summary { silenced, ..own.summary() };
            self.all.add(own);
        }
    }
}

/// Whether the configuration expects it: an error that is only noted. No build fails for it.
fn is_expected(finding: &Finding) -> bool {
    finding.level == Level::Note && finding.code.level() == Level::Error
}

impl DocumentReport {
    fn stands(&mut self, standing: Option<Standing>) {
        self.worst = self.worst.max(standing);
    }

    /// The citations that a quote is bound to.
    pub(crate) fn cited(&self, quote: &QuoteReport) -> Vec<CitationReport> {
        quote.quote.cites.iter().filter_map(|at| self.citations.get(*at)).collect()
    }
}
