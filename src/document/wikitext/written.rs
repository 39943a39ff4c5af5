//! The templates of a page as they are written, for whoever edits them.

use std::ops::Range;

use super::call::{self, Call};
use super::field::{self, Field};
use super::names::{self, Sort};
use super::token::{self, Kind, Token};
use super::writer::trimmed_bytes;

/// The templates of a page.
#[derive(Debug)]
pub(crate) struct Templates<'t> {
    text: &'t str,
    tokens: Vec<Token>,
}

/// A template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Template {
    /// Lower case.
    pub(crate) name: String,
    /// It names a source.
    pub(crate) cites: bool,
    /// In their order.
    pub(crate) parameters: Vec<Parameter>,
}

/// A parameter of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parameter {
    /// Lower case.
    pub(crate) name: String,
    /// What it says of a source, of what is edited.
    pub(crate) says: Option<Says>,
    /// From behind its bar to the next one.
    pub(crate) bytes: Range<usize>,
    pub(crate) behind_equals: usize,
}

/// What a parameter says of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    Url,
    /// Of a chapter or a part.
    PartUrl,
    Accessed,
    ArchiveUrl,
    ArchiveDate,
}

impl<'t> Templates<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        Self { text, tokens: token::tokens(text) }
    }

    /// The innermost template that holds the byte `at`.
    pub(crate) fn around(&self, at: usize) -> Option<Template> {
        let opener = (0..self.tokens.len()).rev().find(|&index| {
            let token = &self.tokens[index];
            let end = token.partner.filter(|&close| close > index).map(|close| self.tokens[close].range.end);
            token.kind == Kind::Template && token.range.start <= at && end.is_some_and(|end| at < end)
        })?;
        let call = Call::read(self.text, &self.tokens, opener)?;
        let runs = call::parts(&self.tokens, opener)?;
        let named = call.parameters.into_iter().filter(|parameter| parameter.name != "0");
        let parameters = named.zip(runs.into_iter().skip(1)).map(|(parameter, run)| Parameter {
            says: field::field(&parameter.name).and_then(Says::of),
            name: parameter.name,
            behind_equals: parameter.value.bytes.start,
            bytes: run.bytes,
        });
        let cites = names::sort(&call.name) == Sort::Cite;
        Some(Template { parameters: parameters.collect(), name: call.name, cites })
    }
}

impl Parameter {
    /// Where its value stands, without the white space around it.
    pub(crate) fn value(&self, text: &str) -> Range<usize> {
        trimmed_bytes(text, self.behind_equals..self.bytes.end)
    }
}

impl Says {
    fn of(field: Field) -> Option<Self> {
        match field {
            Field::Url => Some(Self::Url),
            Field::PartUrl => Some(Self::PartUrl),
            Field::Accessed => Some(Self::Accessed),
            Field::ArchiveUrl => Some(Self::ArchiveUrl),
            Field::ArchiveDate => Some(Self::ArchiveDate),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_found_around_its_address() {
        let text = "a {{b|c={{cite web |url = https://a.test |accessdate=}} }} d";
        let templates = Templates::of(text);
        let template = templates.around(text.find("https").unwrap()).unwrap();
        assert_eq!((template.name.as_str(), template.cites), ("cite web", true));
        let shown: Vec<(&str, Option<Says>, &str)> = template
            .parameters
            .iter()
            .map(|own| (&text[own.bytes.clone()], own.says, &text[own.value(text)]))
            .collect();
        let url = "url = https://a.test ";
        assert_eq!(shown, [(url, Some(Says::Url), "https://a.test"), ("accessdate=", Some(Says::Accessed), "")]);
        assert!(!templates.around(text.find("c=").unwrap()).unwrap().cites);
        assert!(templates.around(0).is_none() && templates.around(text.len()).is_none());
    }
}
