//! What is said of a quote, by the public way: read, find, judge.

use std::cell::OnceCell;

use citewatch::citation::{Basis, Quote, kind};
use citewatch::page::{self, ContentHead, Page, SaidBy, TextName};
use citewatch::quote_match::{Difference, FoldedPage, Hit};
use citewatch::span::{Place, Span};
use citewatch::standing::Standing;
use citewatch::verdict::quote::{QuoteFacts, State, Tried, Trust, judge};
use citewatch::verdict::{ReadFrom, TitleVerdict, Verdict};

use crate::passage::{is_unspaced, letters, letters_and_signs, tokens};

/// The address that every page has here.
const ADDRESS: &str = "https://set.example/page";

/// Words of a term, which never fails; the default of the configuration.
const MIN_QUOTE_WORDS: usize = 3;

/// Words in a row that no two pages have by chance.
const RUN: usize = 6;

/// A page with all that is asked of it more than once.
pub struct Read<'p> {
    pub page: &'p Page,
    folded: FoldedPage<'p>,
    letters: OnceCell<String>,
    signs: OnceCell<String>,
}

/// What was said.
#[derive(Debug, Clone)]
pub struct Said {
    pub verdict: Verdict,
    pub difference: Option<Difference>,
    pub accepted: bool,
    pub hit: Option<Hit>,
}

/// Reads a page.
pub fn read(bytes: &[u8], content_type: Option<&str>) -> Page {
    let head = ContentHead { content_type, said_by: SaidBy::Server, url: ADDRESS };
    page::read(bytes, &head, &mut || true)
}

impl<'p> Read<'p> {
    pub fn new(page: &'p Page) -> Self {
        Self { page, folded: FoldedPage::new(page), letters: OnceCell::new(), signs: OnceCell::new() }
    }

    /// What a reader sees.
    pub fn visible(&self) -> &'p str {
        self.page.text(TextName::Visible).unwrap_or_default()
    }

    /// Whether some text of the page has these letters and digits in this order, whatever stands between.
    pub fn holds(&self, quote: &str) -> bool {
        self.letters.get_or_init(|| self.all(letters)).contains(&letters(quote))
    }

    /// Whether the page has a run of it: a template, or a wire story that many pages tell.
    pub fn shares(&self, quote: &str) -> bool {
        let words = tokens(quote);
        let run = RUN.min(words.len() * 3 / 5).max(1) * if quote.contains(is_unspaced) { 2 } else { 1 };
        words.windows(run.min(words.len()).max(1)).any(|run| self.holds(&quote[run[0].start..run[run.len() - 1].end]))
    }

    /// The same with the signs of numbers.
    pub fn holds_with_signs(&self, quote: &str) -> bool {
        self.signs.get_or_init(|| self.all(letters_and_signs)).contains(&letters_and_signs(quote))
    }

    fn all(&self, of: fn(&str) -> String) -> String {
        let texts: Vec<String> = self.page.texts.iter().map(|text| of(&text.text)).collect();
        texts.join("\n")
    }

    /// Looks for a quote and judges it, as if it were cited to this page and nothing else.
    pub fn judge(&self, text: &str) -> Said {
        let kind = kind(text);
        let found = self.folded.find(text, kind);
        let place = Place { span: Span::new(0, text.len()), line: 1, column: 1 };
        let quote =
            Quote { text: text.to_owned(), kind, cites: vec![0], basis: Basis::Explicit, place, unread: Vec::new() };
        let trust = Trust::of(self.page, self.page.script_only(), TitleVerdict::Unknown);
        let cited = [Tried {
            label: "1".to_owned(),
            read_from: ReadFrom::Live,
            url: ADDRESS.to_owned(),
            captured_at: None,
            linked_from: None,
            unread_at: None,
            state: State::Readable { found, trust },
        }];
        let facts = QuoteFacts {
            quote: &quote,
            cited: &cited,
            linked: &[],
            elsewhere: &[],
            captures: &[],
            earlier: &[],
            min_quote_words: MIN_QUOTE_WORDS,
        };
        let verdict = judge(&facts);
        let matched = verdict.matched.filter(|_| verdict.verdict != Verdict::Absent);
        Said {
            verdict: verdict.verdict,
            difference: matched.as_ref().and_then(|found| found.class.difference()),
            accepted: verdict.standing == Some(Standing::Sound),
            hit: matched.and_then(|found| found.hit),
        }
    }
}
