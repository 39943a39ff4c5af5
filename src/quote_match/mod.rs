//! Do the words still stand: a quote held against the texts of a page.
//!
//! Every text of the page is folded once. A quote is then searched for exactly, piece by piece between the writer's own
//! marks, item by item where it is a list, and last by likeness. The class never comes from the likeness: the words as
//! they are written decide it.
//!
//! ```
//! use citewatch::citation::QuoteKind;
//! use citewatch::page::{Page, PageText, TextName};
//! use citewatch::quote_match::{Difference, FoldedPage, MatchClass};
//!
//! let text = "The mayor did not sign the “harbour bill” last week.".to_owned();
//! let page = Page { texts: vec![PageText { name: TextName::Visible, text }], ..Page::default() };
//! let folded = FoldedPage::new(&page);
//!
//! let found = folded.find("did not sign the 'harbour bill'", QuoteKind::Phrase);
//! assert_eq!(found.class, MatchClass::Typographic);
//! assert_eq!(found.hit.unwrap().matched, "did not sign the “harbour bill”");
//!
//! let found = folded.find("The mayor did sign the harbour bill last week", QuoteKind::Sentence);
//! assert_eq!(found.class, MatchClass::Altered(Difference::Critical));
//! ```

mod languages;
mod folding;
mod weighing;
mod exact;
mod around;
mod marked;
mod article;
mod fragment;
mod search;
pub mod title;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use self::exact::Beginnings;
use self::folding::fold::{Folded, Spaces, mended};
pub(crate) use self::languages::language::Language;
use self::languages::language::{POINTED_THOUSANDS, Profile};
use self::search::seeds::Index;
use crate::citation::QuoteKind;
use crate::page::{Content, Ends, Page, PageText, Sight, TextName};
use crate::span::Span;

/// The language that most of a text is written in.
pub(crate) fn language(text: &str) -> Option<Language> {
    Profile::of(&Folded::new(text, Spaces::Written)).language()
}

/// A page whose texts are folded, ready for any number of quotes.
#[derive(Debug)]
pub struct FoldedPage<'p> {
    /// In the order of the search.
    texts: Vec<FoldedText<'p>>,
    /// Of what a reader sees.
    profile: Profile,
    /// The same without lines in other languages; made for the first quote that does not stand there.
    article: OnceLock<Option<Profile>>,
    /// The language that the page says it has.
    declared: Option<&'p str>,
    sight: &'p Sight,
    /// What a browser searches besides the visible text, folded; made for the first passage in that.
    besides: OnceLock<String>,
    /// Whether it numbers its references anywhere; looked for once, for the first quote that asks.
    numbered: OnceLock<bool>,
}

/// A folded text of a page.
#[derive(Debug)]
struct FoldedText<'p> {
    name: TextName,
    folded: Folded<'p>,
    /// Parts that stand around what the page says.
    margins: &'p [Span],
    /// With marks of notes as digits on the line, where it has any: the text as who copies it gets it.
    copied: Option<Folded<'p>>,
    /// Without the marks of notes that stand in it as digits on the line, where it has any and the page has no text without them.
    unnoted: Option<Folded<'p>>,
    /// Made for the first quote that does not stand in the text as it is.
    index: OnceLock<Index>,
    /// Made for the first quote behind that one.
    beginnings: OnceLock<Beginnings>,
    /// How many characters begin before each [`STRIDE`]th byte; made for the first passage.
    counted: OnceLock<Vec<usize>>,
}

/// Bytes between two character counts: at most this much text is counted again for one passage.
const STRIDE: usize = 4096;

/// What holding a quote against a page gave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuoteMatch {
    /// How close the best passage is.
    pub class: MatchClass,
    /// 1 for the same words, 0 for nothing alike; a measure for people, never the verdict.
    pub similarity: f64,
    /// The best passage: always there but for [`MatchClass::Absent`], where it is the nearest miss if there is one.
    pub hit: Option<Hit>,
    /// The quote turned into the passage, word by word; empty where the words are the same, and where only words in brackets
    /// stand for others that are no words of content. Words that tell who says the passage, and that the quote leaves out, are in it.
    pub diff: Vec<Change>,
    /// Nothing close stands there, and the page is in another language than the quote.
    #[serde(default)]
    pub other_language: bool,
}

/// How close a passage is to a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MatchClass {
    /// Character for character, after white space.
    Verbatim,
    /// The same words in other typography.
    Typographic,
    /// The same words once the writer's own marks are honoured.
    Edited,
    /// A list whose items are each found whole, in order, not contiguous.
    Parts,
    /// Close, with words that differ and no mark of the writer's.
    Altered(Difference),
    /// Nothing close.
    Absent,
}

/// How much a difference can change the meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difference {
    /// Function words or spelling only.
    Minor,
    /// Anything that can change the meaning.
    Critical,
}

/// A passage of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// The text of the page that holds it.
    pub text: TextName,
    /// Bytes of that text.
    pub span: Span,
    /// Characters of that text.
    pub chars: Span,
    /// The passage as it stands there.
    pub matched: String,
    /// Up to 80 characters before it.
    pub before: String,
    /// Up to 80 characters after it.
    pub after: String,
    /// How often the same words stand in that text.
    pub occurrences: usize,
    /// Whether the passage stands in the navigation or the footer of the page, and nowhere else.
    #[serde(default)]
    pub in_margin: bool,
    /// `#:~:text=…` or `#page=…` that a browser scrolls to; none where the passage is in no text that it shows.
    pub fragment: Option<String>,
    /// The page of a PDF that the passage begins on, from 1.
    #[serde(default)]
    pub page: Option<usize>,
    /// What turns the passage from beside it, in its sentence: the words that its clause is governed by (`denied that`, `if`), or
    /// a negation within three words. What is quoted may be the half of a denial. Where nothing does, a condition, a negation or a guess
    /// that an ellipsis of the quote passes over beside what it keeps.
    #[serde(default)]
    pub negation_beside: Option<Box<str>>,
}

/// A piece of a word diff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What to do with the piece.
    pub op: ChangeOp,
    /// The words, with the white space after them; the quote's own where both sides have them.
    pub text: String,
    /// The same words as the page has them, where it writes them otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
}

/// What turns the quote into the passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeOp {
    /// In both.
    Equal,
    /// In the quote only.
    Delete,
    /// On the page only.
    Insert,
}

impl<'p> FoldedPage<'p> {
    /// Folds every text of `page`, once.
    pub fn new(page: &'p Page) -> Self {
        let spaces = if page.content == Content::Pdf { Spaces::Guessed } else { Spaces::Written };
        let margins = |name: TextName| if name == TextName::Visible { &page.sight.margins[..] } else { &[] };
        let ends = |name: TextName| match name {
            TextName::Visible => Some(&page.sight.blocks.visible),
            TextName::NoMarks => Some(&page.sight.blocks.unmarked),
            _ => None,
        };
        let text = |text: &'p PageText| FoldedText::new(text, spaces, margins(text.name), ends(text.name));
        let mut texts: Vec<FoldedText<'p>> = page.texts.iter().map(text).collect();
        texts.sort_by_key(|text| text.name);
        let declared = page.language.as_deref();
        let (telling, mut profile) = article::telling(&texts, declared);
        let points = |text: &FoldedText<'_>| {
            article::has_pointed_thousands(text.folded.original, text.margins, &profile, declared)
        };
        if texts.get(telling).is_some_and(points) {
            profile.languages |= POINTED_THOUSANDS;
        }
        let has_unmarked = texts.iter().any(|text| text.name == TextName::NoMarks);
        for text in &mut texts {
            text.folded.languages = profile.languages;
            let has_own = has_unmarked && text.name != TextName::NoMarks;
            text.unnoted = if has_own { None } else { text.without_notes() };
            text.copied = text.copied.take().map(|copied| copied.in_languages(profile.languages));
        }
        Self {
            texts,
            profile,
            article: OnceLock::new(),
            declared,
            sight: &page.sight,
            besides: OnceLock::new(),
            numbered: OnceLock::new(),
        }
    }

    /// The best passage for `quote` on the page.
    pub fn find(&self, quote: &str, kind: QuoteKind) -> QuoteMatch {
        let found = search::tiers::find(self, quote, kind);
        if !found.class.is_sound()
            && let Cow::Owned(meant) = mended(quote)
        {
            return self.find(&meant, kind).typographic();
        }
        let quoted = || Folded::new(quote, Spaces::Written);
        let foreign = || {
            self.profile.is_foreign(&quoted()) || self.article().is_some_and(|article| article.is_foreign(&quoted()))
        };
        QuoteMatch { other_language: found.class == MatchClass::Absent && foreign(), ..found }
    }

    /// The best passage for `quote`, if it is sound: for a page that the quote is not bound to, where nothing else counts.
    pub(crate) fn find_sound(&self, quote: &str, kind: QuoteKind) -> Option<QuoteMatch> {
        let meant = || match mended(quote) {
            Cow::Owned(meant) => self.find_sound(&meant, kind).map(QuoteMatch::typographic),
            Cow::Borrowed(_) => None,
        };
        search::tiers::find_sound(self, quote, kind).or_else(meant)
    }

    /// Of what the page says in its own language.
    fn article(&self) -> Option<&Profile> {
        let article = self.article.get_or_init(|| {
            let text = self.texts.first()?;
            article::profile(text.folded.original, text.margins, &self.profile, self.declared)
        });
        article.as_ref()
    }

    /// The visible text as a browser searches it.
    fn view(&self) -> Option<fragment::View<'_>> {
        let visible = self.texts.iter().find(|text| text.name == TextName::Visible)?;
        let besides = self.besides.get_or_init(|| {
            let texts = self.sight.breaks.iter().map(|known| known.text.as_str()).filter(|text| !text.is_empty());
            texts.map(|text| Folded::new(text, Spaces::Written).text).collect::<Vec<_>>().join("\n")
        });
        Some(fragment::View { text: &visible.folded, sight: self.sight, besides })
    }
}

impl QuoteMatch {
    /// The same for a quote whose letters were read wrongly, and that was looked for as it was meant.
    fn typographic(self) -> Self {
        Self { class: self.class.max(MatchClass::Typographic), ..self }
    }
}

/// Whether a word of `text` negates in any language.
pub(crate) fn negates(text: &str) -> bool {
    let folded = Folded::new(text, Spaces::Written);
    folded.all().any(|index| folded.negates(index))
}

impl<'p> FoldedText<'p> {
    fn new(text: &'p PageText, spaces: Spaces, margins: &'p [Span], ends: Option<&'p Ends>) -> Self {
        let (name, text) = (text.name, text.text.as_str());
        let folded = Folded::new(text, spaces).with_ends(ends);
        let copied = folded.has_marks.then(|| Folded::with_marks_on_the_line(text, spaces).with_ends(ends));
        Self {
            name,
            folded,
            margins,
            copied,
            unnoted: None,
            index: OnceLock::new(),
            beginnings: OnceLock::new(),
            counted: OnceLock::new(),
        }
    }

    /// The text without the marks of notes on its lines, if it has any.
    fn without_notes(&self) -> Option<Folded<'p>> {
        let marks: Vec<Span> = weighing::notes::marks(self.folded.original).into_iter().map(|mark| mark.span).collect();
        let unnoted = || Folded::without(self.folded.original, self.folded.spaces, &marks).with_ends(self.folded.ends);
        (!marks.is_empty()).then(|| unnoted().in_languages(self.folded.languages))
    }

    /// How many characters begin before byte `at` of the text.
    fn chars_before(&self, at: usize) -> usize {
        let bytes = self.folded.original.as_bytes();
        let begin = |bytes: &[u8]| bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        let counted = self.counted.get_or_init(|| {
            let counts = bytes.chunks(STRIDE).scan(0, |before, chunk| {
                let count = *before;
                *before += begin(chunk);
                Some(count)
            });
            counts.collect()
        });
        let stride = at / STRIDE;
        counted.get(stride).map_or_else(|| begin(bytes), |count| count + begin(&bytes[stride * STRIDE..at]))
    }

    /// Whether a passage stands in the navigation or the footer of the page.
    fn is_in_margin(&self, span: Span) -> bool {
        self.margins.iter().any(|margin| margin.start() <= span.start() && span.end() <= margin.end())
    }

    /// Whether folded `letters` can stand in the text from the start of a word.
    fn may_hold(&self, letters: &str) -> bool {
        let known = self.index.get().map(|_| self.beginnings.get_or_init(|| Beginnings::new(&self.folded)));
        known.is_none_or(|beginnings| beginnings.may_begin(letters))
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.folded))
    }
}

impl MatchClass {
    /// The same words, as the contract counts them.
    pub fn is_sound(self) -> bool {
        self <= Self::Parts
    }

    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Typographic => "typographic",
            Self::Edited => "edited",
            Self::Parts => "parts",
            Self::Altered(_) => "altered",
            Self::Absent => "absent",
        }
    }

    /// What the difference can change, where the words differ.
    pub fn difference(self) -> Option<Difference> {
        match self {
            Self::Altered(difference) => Some(difference),
            Self::Verbatim | Self::Typographic | Self::Edited | Self::Parts | Self::Absent => None,
        }
    }
}

impl Difference {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Minor => "minor",
            Self::Critical => "critical",
        }
    }
}

impl Change {
    /// A piece that the page has not in other words.
    pub fn new(op: ChangeOp, text: impl Into<String>) -> Self {
        Self { op, text: text.into(), page: None }
    }

    /// The words as the page has them; none that stand in the quote only.
    pub fn on_page(&self) -> &str {
        match self.op {
            ChangeOp::Delete => "",
            ChangeOp::Equal | ChangeOp::Insert => self.page.as_deref().unwrap_or(&self.text),
        }
    }
}

impl ChangeOp {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Delete => "delete",
            Self::Insert => "insert",
        }
    }
}
