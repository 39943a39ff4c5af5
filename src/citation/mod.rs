//! What a document claims: its citations, its markers, and its quotes with the citations that each belongs to.

mod archive_links;
mod attribution;
mod author_year;
mod bind;
mod check;
mod cited;
mod fragment;
mod gap;
mod order;
mod publishers;
mod quote;
mod quotes;
mod remark;
mod sentence;
mod trailing;
mod twice;

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
pub use quote::kind;
pub(crate) use quotes::Quotes;
use serde::{Deserialize, Serialize};

use crate::date::PartialDate;
use crate::document::{Document, Entry, Shape, freed_on_the_way};
use crate::finding::{Code, Finding};
use crate::locator::user_info;
use crate::span::{Lines, Place, Span};

/// Everything that a document cites and quotes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// In the order of the text; one citation per URL of an entry.
    pub citations: Vec<Citation>,
    /// In the order of the text.
    pub markers: Vec<Marker>,
    /// In the order of the text.
    pub quotes: Vec<Quote>,
    /// What is wrong with the document itself.
    pub findings: Vec<Finding>,
    /// How many findings its writer has asked not to be told of.
    pub silenced: usize,
}

/// One entry of a document that points to a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// Unique within the document: the label, with `-2`, `-3` … where a label comes again.
    pub id: String,
    /// As written, else the ordinal.
    pub label: String,
    /// The URL cited, archive or not, with the escapes of the format taken out.
    pub url: Option<String>,
    /// What `url` wraps, where it is an archive's.
    pub original_url: Option<String>,
    /// A DOI of the entry, lower case, without `https://doi.org/`.
    pub doi: Option<String>,
    /// The title, without its closing full stop.
    pub title: Option<String>,
    /// `Family, Given` as written.
    pub authors: Vec<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// When the author read it.
    pub accessed: Option<PartialDate>,
    /// A capture that the entry names beside its URL.
    pub archive_url: Option<String>,
    /// The date of that capture, as the entry or the capture's address says.
    pub archive_date: Option<PartialDate>,
    /// A passage that the entry itself quotes.
    pub quote: Option<String>,
    /// The whole entry.
    pub place: Place,
    /// The URL as written; more than one piece where it is broken over lines, none for a bare DOI.
    pub url_spans: Vec<Span>,
    /// Where the entry is written, where that is another file than the document, in which `place` is the first marker then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Box<Kept>>,
}

/// Where an entry is written that another file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The path of the file.
    pub file: String,
    /// The whole entry.
    pub place: Place,
    /// The URL as written there.
    pub url_spans: Vec<Span>,
}

/// The place in the text that points to one or more citations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marker {
    /// The labels as written.
    pub labels: Vec<String>,
    /// Indices into [`Claims::citations`]; empty for an orphan.
    pub cites: Vec<usize>,
    /// Where it stands.
    pub place: Place,
}

/// A passage that the document puts in quotation marks, a block quote, or a `quote=` field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Without its quotation marks and without markup.
    pub text: String,
    /// What sort of passage.
    pub kind: QuoteKind,
    /// Indices into [`Claims::citations`].
    pub cites: Vec<usize>,
    /// The rule that bound it.
    pub basis: Basis,
    /// The text between the marks.
    pub place: Place,
    /// Templates and the like in it of which it is not known which words they show; `[…]` stands for these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<String>,
}

/// What sort of passage a quote is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuoteKind {
    /// One or two words.
    Term,
    /// Part of a sentence.
    Phrase,
    /// A whole sentence or more.
    Sentence,
    /// A run of items.
    List,
    /// A block quote.
    Block,
}

/// The rule that bound a quote to its citations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// By structure: a `quote=` field, a text fragment, a block quote with its attribution.
    Explicit,
    /// The marker follows the closing mark at once.
    Adjacent,
    /// The marker is later in the same sentence, or a link stands in it.
    SameSentence,
    /// The marker is in a later sentence of the paragraph.
    LaterSentence,
    /// The only marker of the sentence stands before it.
    Before,
    /// No citation belongs to it.
    Unbound,
}

/// What `document`, read from `text`, claims. Every entry becomes one citation, in the same order.
///
/// ```
/// use citewatch::citation::{Basis, claims};
/// use citewatch::document::{Format, Limits, parse};
///
/// let text = "The [Harbour Post](https://post.test/ferry) called it “a very long night”.";
/// let document = parse(text, Format::Markdown, Limits::default());
/// let claims = claims(&document, text);
/// assert_eq!(claims.citations[0].url.as_deref(), Some("https://post.test/ferry"));
/// assert_eq!(claims.quotes[0].text, "a very long night");
/// assert_eq!((claims.quotes[0].basis, &claims.quotes[0].cites[..]), (Basis::SameSentence, &[0][..]));
/// ```
pub fn claims(document: &Document, text: &str) -> Claims {
    let lines = document.lines(text);
    let pointing = document.markers.iter().filter(|marker| marker.shape != Shape::Wanting);
    let markers = pointing.map(|marker| Marker {
        labels: document.labels(marker),
        cites: marker.entries.to_vec(),
        place: lines.place(marker.span),
    });
    let markers = markers.collect();
    let mut citations = Vec::with_capacity(document.entries.len());
    let known = Known::new(document);
    let entries = document.entries.iter().cloned();
    let found = check::of_markers(document, text, &lines);
    let said = said(document, entries, found, (text, &lines), |citation| citations.push(citation));
    let Others { quotes, findings, silenced } = said.with_passages(document, &known, &lines);
    Claims { citations, markers, quotes: quotes.iter().collect(), findings, silenced }
}

/// What a document claims beside its citations and markers.
#[derive(Debug)]
pub(crate) struct Others {
    /// In the order of the text.
    pub(crate) quotes: Quotes,
    /// What is wrong with the document itself.
    pub(crate) findings: Vec<Finding>,
    /// How many findings its writer has asked not to be told of.
    pub(crate) silenced: usize,
}

/// The same, each citation handed over as soon as it is made: a document of links alone has more of them than should be in
/// memory at once. Its entries go as their citations are made, and its markers, one for each, are left out.
pub(crate) fn each_citation(document: &mut Document, text: &str, take: impl FnMut(Citation)) -> Others {
    let lines = document.lines(text);
    let known = Known::new(document);
    let found = check::of_markers(document, text, &lines);
    let entries = freed_on_the_way(std::mem::take(&mut document.entries));
    said(document, entries, found, (text, &lines), take).with_passages(document, &known, &lines)
}

/// What passages are told by that only the entries know.
struct Known {
    titles: HashSet<String>,
    /// Links to a capture of the page that stands before them, by their entries.
    captures: Vec<usize>,
    /// Links that say who somebody is.
    who: HashMap<usize, bind::who::Who>,
}

impl Known {
    fn new(document: &Document) -> Self {
        Self {
            titles: quote::titles(document),
            captures: cited::captures_beside(document),
            who: bind::who::of_links(document),
        }
    }
}

/// What entries say beside their citations.
struct Said {
    /// What they quote themselves.
    quotes: Quotes,
    /// What is wrong with them, and with the markers.
    findings: Vec<Finding>,
}

/// What `entries` say, those of the document in order; `found` is what is wrong with its markers.
fn said(
    document: &Document,
    entries: impl Iterator<Item = Entry>,
    found: Vec<Finding>,
    (text, lines): (&str, &Lines<'_>),
    mut take: impl FnMut(Citation),
) -> Said {
    let mut quotes = Quotes::default();
    let mut checks = check::Checks::new(document, text, lines, found);
    for (index, (entry, mut citation)) in cited::Citations::new(entries, lines, &document.beside).enumerate() {
        for quote in own_quotes(document, (index, &entry), &mut citation, text, lines) {
            quotes.push(quote);
        }
        checks.citation(&entry, &citation);
        take(citation);
    }
    Said { quotes, findings: checks.finish() }
}

impl Said {
    /// The same with what the prose quotes.
    fn with_passages(self, document: &Document, known: &Known, lines: &Lines<'_>) -> Others {
        let mut findings = document.findings.clone();
        findings.extend(self.findings);
        findings.sort_by(|one, other| one.order().cmp(&other.order()));
        let silenced = document.silence.hush(&mut findings);
        Others { quotes: passages(document, known, lines).with(&self.quotes), findings, silenced }
    }
}

/// What is wrong with a citation on the day `today`, and can be right later on.
pub fn on_the_day(citation: &Citation, today: Date) -> impl Iterator<Item = Finding> {
    [check::in_future(citation, today), archive_links::in_future(citation, today)].into_iter().flatten()
}

/// Passages of the prose.
fn passages(document: &Document, known: &Known, lines: &Lines<'_>) -> Quotes {
    // Where nothing is quoted, nobody asks for it.
    let mut binder = None;
    let bound = quote::passages(document, &known.titles).map(|passage| {
        let binder = binder.get_or_insert_with(|| bind::Binder::new(document, &known.captures, &known.who));
        let (cites, basis) = binder.bind(&passage);
        let place = lines.place(document.prose.span(&passage.range));
        let text = user_info::starred(&passage.text);
        Quote { text, kind: passage.kind, cites, basis, place, unread: passage.unread }
    });
    bound.collect()
}

/// What an entry or its address quotes itself; the first of it is noted in the citation.
fn own_quotes(
    document: &Document,
    (index, entry): (usize, &Entry),
    citation: &mut Citation,
    text: &str,
    lines: &Lines<'_>,
) -> Vec<Quote> {
    let own = cited::own_quotes(document, entry, citation, text);
    citation.quote = own.first().map(|(words, ..)| words.clone());
    let quote = |(words, span, unread): cited::OwnQuote| Quote {
        kind: quote::kind(&words),
        text: words,
        cites: vec![index],
        basis: Basis::Explicit,
        place: lines.place(span),
        unread,
    };
    own.into_iter().map(quote).collect()
}

impl Claims {
    /// Moves every place, where the bytes that were read are not those of the file.
    pub(crate) fn lead(&mut self, to: impl Fn(Span) -> Span) {
        self.citations.iter_mut().for_each(|citation| citation.lead(&to));
        self.markers.iter_mut().for_each(|marker| marker.place.span = to(marker.place.span));
        self.quotes.iter_mut().for_each(|quote| quote.place.span = to(quote.place.span));
        lead_findings(&mut self.findings, to);
    }
}

impl Others {
    /// As [`Claims::lead`].
    pub(crate) fn lead(&mut self, to: impl Fn(Span) -> Span) {
        let led = |quote: Quote| {
            let place = Place { span: to(quote.place.span), ..quote.place };
            Quote { place, ..quote }
        };
        self.quotes = self.quotes.iter().map(led).collect();
        lead_findings(&mut self.findings, to);
    }
}

impl Citation {
    /// Something about its entry, where that is written.
    fn finding(&self, code: Code, message: impl Into<String>) -> Finding {
        let (file, place) = self.written();
        Finding::new(code, message, Some(place)).in_file(file)
    }

    /// The other file that its entry is written in, if one is, and where.
    fn written(&self) -> (Option<&str>, Place) {
        self.kept.as_ref().map_or((None, self.place), |kept| (Some(kept.file.as_str()), kept.place))
    }

    /// As [`Claims::lead`].
    pub(crate) fn lead(&mut self, to: impl Fn(Span) -> Span) {
        self.place.span = to(self.place.span);
        self.url_spans.iter_mut().for_each(|span| *span = to(*span));
    }
}

fn lead_findings(findings: &mut [Finding], to: impl Fn(Span) -> Span) {
    let own = findings.iter_mut().filter(|finding| finding.file.is_none());
    let places = own.filter_map(|finding| finding.place.as_mut());
    places.for_each(|place| place.span = to(place.span));
}

impl QuoteKind {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Phrase => "phrase",
            Self::Sentence => "sentence",
            Self::List => "list",
            Self::Block => "block",
        }
    }
}

impl Basis {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::Adjacent => "adjacent",
            Self::SameSentence => "same-sentence",
            Self::LaterSentence => "later-sentence",
            Self::Before => "before",
            Self::Unbound => "unbound",
        }
    }
}

#[cfg(test)]
mod addressed_tests;
#[cfg(test)]
mod bound_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod gap_tests;
#[cfg(test)]
mod generated_tests;
#[cfg(test)]
mod indented_tests;
#[cfg(test)]
mod markup_tests;
#[cfg(test)]
mod raw_html_tests;
#[cfg(test)]
mod shown_tests;
#[cfg(test)]
mod short_code_tests;
#[cfg(test)]
mod vault_tests;
#[cfg(test)]
mod wiki_tests;
