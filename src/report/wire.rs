//! The parts that `extract` and `check` write alike: a citation, a marker, a quote, a finding, as JSON has them.

use std::borrow::Cow;

use jiff::Timestamp;
use serde::Serialize;

use crate::citation::{Citation, Kept, Marker, Quote};
use crate::date::PartialDate;
use crate::document::{Format, Unit};
use crate::finding::{Code, Finding, Level};
use crate::locator::redirector;
use crate::span::{Place, Span};
use crate::verdict::Changed;

/// What became of a page since it was captured.
#[derive(Debug, Serialize)]
pub(super) struct ChangedWire<'a> {
    verdict: &'static str,
    similarity: f64,
    kept: f64,
    new: f64,
    capture: &'a str,
    captured_at: Timestamp,
    still_so: Option<Timestamp>,
    changed_by: Option<Timestamp>,
}

impl<'a> ChangedWire<'a> {
    pub(super) fn of(changed: &'a Changed) -> Self {
        let Changed { verdict, similarity, kept, new, capture, captured_at, still_so, changed_by } = changed;
        let share = |hundredths: &u8| f64::from(*hundredths) / 100.0;
        Self {
            verdict: verdict.as_str(),
            similarity: share(similarity),
            kept: share(kept),
            new: share(new),
            capture,
            captured_at: *captured_at,
            still_so: *still_so,
            changed_by: *changed_by,
        }
    }
}

/// A citation.
#[derive(Debug, Serialize)]
pub(super) struct CitationWire<'a> {
    label: &'a str,
    url: Option<&'a str>,
    doi: Option<&'a str>,
    title: Option<&'a str>,
    authors: &'a [String],
    publisher: Option<&'a str>,
    published: Option<PartialDate>,
    accessed: Option<PartialDate>,
    archive_url: Option<&'a str>,
    archive_date: Option<PartialDate>,
    quote: Option<&'a str>,
    span: Option<Span>,
    url_span: UrlSpan<'a>,
    line: usize,
    column: usize,
    id: &'a str,
    original_url: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Location>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<KeptWire<'a>>,
}

/// Where an entry is written that another file holds.
#[derive(Debug, Serialize)]
struct KeptWire<'a> {
    file: &'a str,
    span: Span,
    url_span: UrlSpan<'a>,
    line: usize,
    column: usize,
}

impl<'a> KeptWire<'a> {
    fn of(kept: &'a Kept) -> Self {
        let Kept { file, place: Place { span, line, column }, url_spans } = kept;
        Self { file, span: *span, url_span: UrlSpan::of(url_spans), line: *line, column: *column }
    }
}

/// Where something stands in a file that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Location {
    /// From 1.
    Paragraph(usize),
    /// From 1.
    Page(usize),
}

impl Location {
    /// None where the bytes of the file say it.
    fn of(format: Format, place: Place) -> Option<Self> {
        match format.unit() {
            Unit::Line => None,
            Unit::Paragraph => Some(Self::Paragraph(place.line)),
            Unit::Page => Some(Self::Page(place.line)),
        }
    }
}

/// The bytes of a place; none in a file that is no text.
fn span_in(format: Format, span: Span) -> Option<Span> {
    (format.unit() == Unit::Line).then_some(span)
}

/// Where a URL is written: nowhere, in one piece, or in several.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum UrlSpan<'a> {
    Nowhere(Option<Span>),
    Whole(Span),
    Pieces(&'a [Span]),
}

/// A marker.
#[derive(Debug, Serialize)]
pub(super) struct MarkerWire<'a> {
    labels: &'a [String],
    /// The ids of the citations that it points to; labels can come twice.
    cite_ids: Vec<&'a str>,
    span: Option<Span>,
    line: usize,
    column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Location>,
}

/// A quote, with the labels of the citations that it is bound to.
#[derive(Debug, Serialize)]
pub(super) struct QuoteWire<'a> {
    text: &'a str,
    kind: &'static str,
    cites: Vec<&'a str>,
    cite_ids: Vec<&'a str>,
    basis: &'static str,
    span: Option<Span>,
    line: usize,
    column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Location>,
    /// Templates in it whose words are not known; `[…]` stands for these.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    unread: &'a [String],
}

/// A finding.
#[derive(Debug, Serialize)]
pub(super) struct FindingWire<'a> {
    code: Code,
    level: Level,
    message: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    span: Option<Span>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Location>,
    /// The other file that the place is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

impl<'a> CitationWire<'a> {
    pub(super) fn of(citation: &'a Citation, format: Format) -> Self {
        let Place { span, line, column } = citation.place;
        Self {
            label: &citation.label,
            url: citation.url.as_deref(),
            doi: citation.doi.as_deref(),
            title: citation.title.as_deref(),
            authors: &citation.authors,
            publisher: citation.publisher.as_deref(),
            published: citation.published,
            accessed: citation.accessed,
            archive_url: citation.archive_url.as_deref(),
            archive_date: citation.archive_date,
            quote: citation.quote.as_deref(),
            span: span_in(format, span),
            url_span: UrlSpan::of(if format.unit() == Unit::Line { &citation.url_spans } else { &[] }),
            line,
            column,
            id: &citation.id,
            original_url: citation.original_url.as_deref().map(Cow::Borrowed).or_else(|| led_to(citation)),
            location: Location::of(format, citation.place),
            kept: citation.kept.as_deref().map(KeptWire::of),
        }
    }
}

/// The page that the address of a redirector names.
fn led_to(citation: &Citation) -> Option<Cow<'_, str>> {
    citation.url.as_deref().and_then(redirector::target).map(Cow::Owned)
}

impl<'a> UrlSpan<'a> {
    fn of(pieces: &'a [Span]) -> Self {
        match pieces {
            [] => Self::Nowhere(None),
            [span] => Self::Whole(*span),
            pieces => Self::Pieces(pieces),
        }
    }
}

impl<'a> MarkerWire<'a> {
    pub(super) fn of(marker: &'a Marker, cite_ids: Vec<&'a str>, format: Format) -> Self {
        let Place { span, line, column } = marker.place;
        let (span, location) = (span_in(format, span), Location::of(format, marker.place));
        Self { labels: &marker.labels, cite_ids, span, line, column, location }
    }
}

impl<'a> QuoteWire<'a> {
    pub(super) fn of(quote: &'a Quote, cites: Vec<&'a str>, cite_ids: Vec<&'a str>, format: Format) -> Self {
        let Place { span, line, column } = quote.place;
        let (kind, basis) = (quote.kind.as_str(), quote.basis.as_str());
        let (span, location) = (span_in(format, span), Location::of(format, quote.place));
        let unread = &quote.unread;
        Self { text: &quote.text, kind, cites, cite_ids, basis, span, line, column, location, unread }
    }
}

impl<'a> FindingWire<'a> {
    pub(super) fn of(finding: &'a Finding, format: Format) -> Self {
        Self {
            code: finding.code,
            level: finding.level,
            message: &finding.message,
            line: finding.place.map(|place| place.line),
            column: finding.place.map(|place| place.column),
            span: finding.place.and_then(|place| span_in(format, place.span)),
            location: finding.place.and_then(|place| Location::of(format, place)),
            file: finding.file.as_deref(),
        }
    }

    pub(super) fn all(findings: &'a [Finding], format: Format) -> Vec<Self> {
        findings.iter().map(|finding| Self::of(finding, format)).collect()
    }
}
