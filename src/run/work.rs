//! What a run works on: documents with their claims, sources with the quotes that lean on them, and what became of each.

use serde::{Deserialize, Serialize};

use crate::citation::{Citation, Quote, Quotes};
use crate::document::Format;
use crate::finding::Finding;
use crate::finding::silence::Silence;
use crate::observation::Observation;
use crate::packed::Parts;
use crate::page::{Page, PageText};
use crate::plan::Plan;
use crate::quote_match::QuoteMatch;
use crate::reader::Passage;
use crate::verdict::TitleVerdict;
use crate::verdict::quote::{Trust, is_unspaced};
use crate::verdict::source;

/// A document as read.
#[derive(Debug)]
pub(crate) struct ReadDocument {
    /// As given, with `/` between folders.
    pub(crate) path: String,
    /// SHA-256 of the text as it was read, lower-case hexadecimal.
    pub(crate) sha256: String,
    /// What it was read as.
    pub(crate) format: Format,
    /// Its title, if it has one.
    pub(crate) title: Option<String>,
    /// Its text, where the terminal shows lines of it.
    pub(crate) text: Option<String>,
    /// In the order of the text.
    pub(crate) citations: Parts<Citation>,
    /// In the order of the text.
    pub(crate) quotes: Quotes,
    /// What is wrong with the document itself.
    pub(crate) findings: Vec<Finding>,
    /// Which findings are not told.
    pub(crate) silence: Silence,
    /// How many of the document itself are not.
    pub(crate) silenced: usize,
}

/// Whether the texts of documents are needed once they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Texts {
    Kept,
    Dropped,
}

/// One quote of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

/// Quotes by what lacks them, in order: of a document that nobody could look at these are all that it has.
#[derive(Debug)]
pub(crate) struct Missing<K> {
    /// What lacks some, and where those begin.
    lacking: Vec<(K, u32)>,
    quotes: Vec<QuoteRef>,
}

impl<K: Copy + Ord> Missing<K> {
    /// Quotes with what lacks each.
    pub(crate) fn of(pairs: impl Iterator<Item = (K, QuoteRef)>) -> Self {
        let mut pairs: Vec<(K, QuoteRef)> = pairs.collect();
        pairs.sort_unstable();
        pairs.dedup();
        let mut lacking: Vec<(K, u32)> = Vec::new();
        for (at, (key, _)) in pairs.iter().enumerate() {
            if lacking.last().is_none_or(|(last, _)| last != key) {
                lacking.push((*key, u32::try_from(at).expect("a document is far smaller than four gigabytes")));
            }
        }
        Self { lacking, quotes: pairs.into_iter().map(|(_, quote)| quote).collect() }
    }

    /// What lacks some.
    pub(crate) fn keys(&self) -> impl Iterator<Item = K> {
        self.lacking.iter().map(|(key, _)| *key)
    }

    /// What it lacks.
    pub(crate) fn of_one(&self, key: K) -> &[QuoteRef] {
        self.lacking.binary_search_by_key(&key, |(key, _)| *key).map_or(&[], |at| self.at(at))
    }

    /// All of them, each with what it lacks.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (K, &[QuoteRef])> {
        self.lacking.iter().enumerate().map(|(at, (key, _))| (*key, self.at(at)))
    }

    fn at(&self, at: usize) -> &[QuoteRef] {
        let end = self.lacking.get(at + 1).map_or(self.quotes.len(), |(_, next)| *next as usize);
        &self.quotes[self.lacking[at].1 as usize..end]
    }
}

/// For each source of a plan the quotes that are bound to it, in the order of the documents.
#[derive(Debug)]
pub(crate) struct Bound {
    /// Where the quotes of each source end.
    ends: Vec<u32>,
    quotes: Vec<QuoteRef>,
}

impl Bound {
    pub(crate) fn of(documents: &[ReadDocument], plan: &Plan) -> Self {
        let mut bound: Vec<(usize, QuoteRef)> = Vec::new();
        for (index, document) in documents.iter().enumerate() {
            for quote in 0..document.quotes.len() {
                for citation in document.quotes.cites(quote) {
                    if let Some(source) = plan.targets.source(index, citation) {
                        bound.push((source, QuoteRef { document: index, quote }));
                    }
                }
            }
        }
        Self::from(bound, plan.sources.len())
    }

    /// Quotes by the source that each belongs to, one of `sources`.
    pub(crate) fn from(mut bound: Vec<(usize, QuoteRef)>, sources: usize) -> Self {
        bound.sort_unstable();
        bound.dedup();
        let mut ends = vec![0; sources];
        for (source, _) in &bound {
            ends[*source] += 1;
        }
        let mut end = 0;
        for count in &mut ends {
            end += *count;
            *count = end;
        }
        let quotes = bound.iter().map(|(_, quote)| *quote).collect();
        Self { ends, quotes }
    }

    /// The quotes that are bound to a source.
    pub(crate) fn to(&self, source: usize) -> &[QuoteRef] {
        let start = source.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.quotes[start as usize..self.ends[source] as usize]
    }
}

/// What a page was read to be, its texts left out.
#[derive(Debug, Clone)]
pub(crate) struct PageRead {
    /// Titles, dates and the rest; `texts` is empty.
    pub(crate) page: Page,
    /// How far its texts can be trusted, titles aside.
    pub(crate) trust: Trust,
    /// What quotes were found to be in its texts.
    pub(crate) matches: Vec<(QuoteRef, QuoteMatch)>,
    /// Where redirects led, if they did.
    pub(super) led_to: Option<Box<str>>,
    /// Whether a page that cannot be there led there as well.
    pub(super) is_led_as_any: bool,
}

impl PageRead {
    /// Keeps what is needed of a page that was read, and drops its texts.
    pub(crate) fn keep(page: Page, quotes: &[QuoteRef], matches: Vec<QuoteMatch>) -> Self {
        Self::part(page, quotes, matches).0
    }

    /// The same, and the texts.
    pub(crate) fn part(mut page: Page, quotes: &[QuoteRef], matches: Vec<QuoteMatch>) -> (Self, Vec<PageText>) {
        let trust = Trust::of(&page, page.script_only(), TitleVerdict::Unknown).after(&page, &matches);
        let texts = std::mem::take(&mut page.texts);
        (
            Self {
                page,
                trust,
                matches: quotes.iter().copied().zip(matches).collect(),
                led_to: None,
                is_led_as_any: false,
            },
            texts,
        )
    }

    /// The page with its texts, to be kept beside the look, which has the sketch.
    pub(crate) fn beside(&mut self, texts: Vec<PageText>) -> Page {
        let sketch = self.page.signs.sketch.take();
        let page = Page { texts, ..self.page.clone() };
        self.page.signs.sketch = sketch;
        page
    }

    /// One of a page that is as it was.
    pub(crate) fn again(page: Page, trust: Trust, matches: Vec<(QuoteRef, QuoteMatch)>) -> Self {
        Self { page, trust, matches, led_to: None, is_led_as_any: false }
    }

    /// Adds what is known of the way to the page, and to the observation what the page showed.
    pub(crate) fn note(&mut self, look: &mut Observation) {
        let found = self.proves_life();
        self.came_by(look);
        if let Some(answer) = look.answer_mut() {
            answer.signs = Some(Box::new(self.page.signs.clone()));
            answer.quote_found = found;
        }
    }

    /// Adds what is known of the way to the page.
    pub(crate) fn came_by(&mut self, look: &Observation) {
        self.led_to = source::landed(look).map(Box::from);
        self.is_led_as_any = source::is_led_as_any(look);
    }

    /// Whether a quote was found that shows the page to be what was cited.
    pub(crate) fn proves_life(&self) -> bool {
        self.matches.iter().any(|(_, found)| proves_life(found))
    }
}

/// A passage of fewer words proves nothing about the page that has it.
const WORDS_THAT_PROVE_LIFE: usize = 3;
/// Characters that count as one, in scripts without spaces between words.
const CHARACTERS_A_WORD: usize = 3;

/// Whether a match shows that the page is what was cited, and not a notice that it is gone.
pub(crate) fn proves_life(found: &QuoteMatch) -> bool {
    found.class.is_sound() && found.hit.as_ref().is_some_and(|hit| is_long_enough(&hit.matched))
}

/// Whether a passage says enough to stand on no other page: some words, or as many characters as those have where a script parts
/// no words.
fn is_long_enough(passage: &str) -> bool {
    let unspaced = passage.chars().filter(|c| is_unspaced(*c)).count();
    let is_of_a_word = |c: char| c.is_alphanumeric() && !is_unspaced(c);
    let is_spaced = |run: &&str| !run.contains(is_unspaced) || run.contains(is_of_a_word);
    passage.split_whitespace().filter(is_spaced).count() + unspaced / CHARACTERS_A_WORD >= WORDS_THAT_PROVE_LIFE
}

/// The quote that `at` names.
pub(crate) fn quote(documents: &[ReadDocument], at: QuoteRef) -> Quote {
    documents[at.document].quotes.get(at.quote)
}

/// The passages to look for, in the order of `quotes`.
pub(crate) fn passages(documents: &[ReadDocument], quotes: &[QuoteRef]) -> Vec<Passage> {
    let passage = |at: &QuoteRef| {
        let Quote { text, kind, .. } = quote(documents, *at);
        Passage { text, kind }
    };
    quotes.iter().map(passage).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_proves_life_in_every_script() {
        for passage in [
            "It was always raining",
            "그것은 언제나 비였다",
            "平日は九時から五時まで開いています",
            "图书管理员发现所有的书都缺同一页",
            "圖書館員發現所有的書都缺同一頁",
            "บรรณารักษ์พบว่าหนังสือทุกเล่มขาดหน้าเดียวกัน",
            "ຫໍສະໝຸດເປີດທຸກມື້ຕອນເຊົ້າ",
            "បណ្ណាល័យបើករាល់ព្រឹក",
            "စာကြည့်တိုက်ကိုမနက်တိုင်းဖွင့်သည်",
            "ABC の 窓口は二階にあります",
            "窓口は、二階、ABC 駅",
        ] {
            assert!(is_long_enough(passage), "{passage}");
        }
        for passage in [
            "Not found",
            "찾을 수",
            "忘れ物",
            "見つかりません",
            "川辺鉄道",
            "页面不存在",
            "图书馆",
            "ไม่พบ",
            "駅 ABC",
            "",
        ] {
            assert!(!is_long_enough(passage), "{passage}");
        }
    }
}
