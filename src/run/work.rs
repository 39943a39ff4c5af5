//! What a run works on: documents with their claims, sources with the quotes that lean on them, and what became of each.

use std::collections::HashMap;

use url::Url;

use crate::citation::{Claims, Quote};
use crate::document::Format;
use crate::observation::Observation;
use crate::page::Page;
use crate::plan::{Plan, Target};
use crate::quote_match::QuoteMatch;
use crate::reader::Passage;
use crate::verdict::TitleVerdict;
use crate::verdict::quote::Trust;

/// A document as read.
#[derive(Debug)]
pub(crate) struct ReadDocument {
    /// As given, with `/` between folders.
    pub(crate) path: String,
    /// What it was read as.
    pub(crate) format: Format,
    /// Its title, if it has one.
    pub(crate) title: Option<String>,
    /// Its text, for the lines that the terminal shows.
    pub(crate) text: String,
    /// What it cites and quotes.
    pub(crate) claims: Claims,
}

/// One quote of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct QuoteRef {
    /// Index of the document.
    pub(crate) document: usize,
    /// Index of the quote in it.
    pub(crate) quote: usize,
}

/// One citation of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct CitationRef {
    /// Index of the document.
    pub(crate) document: usize,
    /// Index of the citation in it.
    pub(crate) citation: usize,
}

/// A source that is looked at, with the quotes that are bound to it.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    /// The URL as fetched: no fragment.
    pub(crate) url: Url,
    /// Bound to a citation of this source, in the order of the documents.
    pub(crate) quotes: Vec<QuoteRef>,
}

/// The sources of a plan, in its order, with the quotes that are bound to each.
pub(crate) fn sources(documents: &[ReadDocument], plan: &Plan) -> Vec<Source> {
    let mut sources: Vec<Source> =
        plan.sources.iter().map(|source| Source { url: source.url.clone(), quotes: Vec::new() }).collect();
    for (index, document) in documents.iter().enumerate() {
        for (quote, claim) in document.claims.quotes.iter().enumerate() {
            for citation in &claim.cites {
                if let Target::Source(source) = plan.targets[index][*citation] {
                    sources[source].quotes.push(QuoteRef { document: index, quote });
                }
            }
        }
    }
    for source in &mut sources {
        source.quotes.dedup();
    }
    sources
}

/// What a page was read to be, its texts left out.
#[derive(Debug, Clone)]
pub(crate) struct PageFacts {
    /// Titles, dates and the rest; `texts` is empty.
    pub(crate) page: Page,
    /// How far its texts can be trusted, titles aside.
    pub(crate) trust: Trust,
    /// What quotes were found to be in its texts.
    pub(crate) matches: HashMap<QuoteRef, QuoteMatch>,
}

/// What became of a source.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen {
    /// The latest observations, oldest first.
    pub(crate) history: Vec<Observation>,
    /// The page of the last observation, where it gave one.
    pub(crate) facts: Option<PageFacts>,
}

impl PageFacts {
    /// Keeps what is needed of a page that was read, and drops its texts.
    pub(crate) fn keep(mut page: Page, quotes: &[QuoteRef], matches: Vec<QuoteMatch>) -> Self {
        let trust = Trust::of(&page, page.script_only(), TitleVerdict::Unknown);
        page.texts = Vec::new();
        Self { page, trust, matches: quotes.iter().copied().zip(matches).collect() }
    }
}

/// The quote that `at` names.
pub(crate) fn quote(documents: &[ReadDocument], at: QuoteRef) -> &Quote {
    &documents[at.document].claims.quotes[at.quote]
}

/// The passages to look for, in the order of `quotes`.
pub(crate) fn passages(documents: &[ReadDocument], quotes: &[QuoteRef]) -> Vec<Passage> {
    let passage = |at: &QuoteRef| {
        let quote = quote(documents, *at);
        Passage { text: quote.text.clone(), kind: quote.kind }
    };
    quotes.iter().map(passage).collect()
}
