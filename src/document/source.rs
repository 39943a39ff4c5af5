//! What an entry says about its source. Links say no more than an address, and a document can have a million of them: what
//! else there is to say stands apart.

use std::ops::{Deref, DerefMut};

use crate::date::PartialDate;
use crate::locator::{doi, relative};
use crate::span::Span;

use super::Few;

/// What an entry says about its source: its address, and, behind [`Deref`], what else it says.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// The URL cited, with the escapes of the format taken out.
    pub url: Option<String>,
    /// The URL as written, in pieces where it is broken over lines.
    pub url_spans: Few<Span>,
    said: Option<Box<Said>>,
}

/// What an entry says about its source beside an address.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Said {
    /// A DOI, lower case.
    pub doi: Option<String>,
    /// The title, without its closing full stop.
    pub title: Option<String>,
    /// As written.
    pub authors: Vec<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// When the author read it.
    pub accessed: Option<PartialDate>,
    /// A capture named beside the URL.
    pub archive_url: Option<String>,
    /// The date of that capture, as written.
    pub archive_date: Option<PartialDate>,
}

static NOTHING: Said = Said {
    doi: None,
    title: None,
    authors: Vec::new(),
    publisher: None,
    published: None,
    accessed: None,
    archive_url: None,
    archive_date: None,
};

impl Source {
    /// An address alone.
    pub fn at(url: String, url_spans: impl Into<Few<Span>>) -> Self {
        Self { url: Some(relative::without_breaks(url)), url_spans: url_spans.into(), said: None }
    }

    /// The same, with the DOI that the address may be of.
    pub(super) fn of_address(url: String, url_spans: impl Into<Few<Span>>) -> Self {
        let doi = doi::of_address(&url);
        let mut source = Self::at(url, url_spans);
        if doi.is_some() {
            source.doi = doi;
        }
        source
    }

    /// Stands at an address that its entry has apart from its words.
    pub(super) fn is_at(&mut self, url: String, url_spans: impl Into<Few<Span>>) {
        let Self { url, url_spans, said } = Self::of_address(url, url_spans);
        if let Some(doi) = said.and_then(|said| said.doi) {
            self.doi = Some(doi);
        }
        (self.url, self.url_spans) = (url, url_spans);
    }
}

impl From<Said> for Source {
    /// A source without an address.
    fn from(said: Said) -> Self {
        Self { url: None, url_spans: Few::None, said: Some(Box::new(said)) }
    }
}

impl Deref for Source {
    type Target = Said;

    fn deref(&self) -> &Said {
        self.said.as_deref().unwrap_or(&NOTHING)
    }
}

impl DerefMut for Source {
    fn deref_mut(&mut self) -> &mut Said {
        self.said.get_or_insert_default()
    }
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        self.url == other.url && self.url_spans == other.url_spans && **self == **other
    }
}
