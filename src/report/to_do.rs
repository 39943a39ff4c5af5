//! What is to be done: said once, and the same in the report and on a terminal.

pub(in crate::report) mod quote;
pub(in crate::report) mod source;

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;

use super::{DocumentReport, escape};
use crate::finding::{Code, Finding, Level};
use crate::locator::user_info;
use crate::standing::Standing;
use crate::verdict::Verdict;

/// What the words are printed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Way {
    /// A report.
    Markdown,
    /// Text that whoever prints it makes harmless.
    Plain,
}

impl Way {
    /// Words from outside.
    fn words(self, text: &str) -> String {
        match self {
            Self::Markdown => escape::markdown(text),
            Self::Plain => text.to_owned(),
        }
    }

    /// A link that shows `text`; both are from outside.
    fn link(self, text: &str, url: &str) -> String {
        match self {
            Self::Markdown => escape::link(text, url),
            Self::Plain if text == url => self.address(url),
            Self::Plain => format!("{text} ({})", self.address(url)),
        }
    }

    /// An address as a link to itself.
    fn address(self, url: &str) -> String {
        match self {
            Self::Markdown => escape::bare_link(url),
            Self::Plain => user_info::starred(url),
        }
    }
}

impl DocumentReport {
    /// What is to be done about what its findings tell, where that is more than their codes say: of those that are loud
    /// enough to need a person, in plain text.
    pub(in crate::report) fn to_do(&self) -> BTreeMap<Finding, String> {
        let mut to_do = BTreeMap::new();
        // When each quote that waits for a source was last seen to stand there.
        let mut waiting: HashMap<usize, Vec<Option<Timestamp>>> = HashMap::new();
        for report in self.quotes.iter() {
            let verdict = &report.verdict;
            if verdict.verdict == Verdict::Unverifiable && verdict.matched.is_none() {
                report.quote.cites.iter().for_each(|at| waiting.entry(*at).or_default().push(verdict.stood_on));
            }
            let Some(said) = verdict.findings.first().filter(|said| said.level > Level::Note) else { continue };
            if matches!(verdict.standing, Some(Standing::Unknown | Standing::Broken)) {
                let told = quote::of(Way::Plain, &report, &self.cited(&report));
                to_do.insert(said.clone(), told);
            }
        }
        for (at, report) in self.citations.iter().enumerate() {
            let state = report.source.findings.first().filter(|_| report.is_unreadable()).map(|said| said.code);
            let is_state = |said: &&Finding| said.code == state.unwrap_or(Code::TitleDiffers);
            let Some(said) = report.findings.iter().find(is_state).filter(|said| said.level > Level::Note) else {
                continue;
            };
            let stood_on =
                waiting.remove(&at).and_then(|stood| stood.into_iter().collect::<Option<Vec<_>>>()?.into_iter().min());
            to_do.insert(said.clone(), source::of(Way::Plain, &report, stood_on));
        }
        to_do
    }
}
