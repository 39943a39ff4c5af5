//! What a page says: its texts, its titles and its dates, read from the bytes that a server sent.

mod asked;
mod attribute;
mod content;
mod laid;
mod led;
mod linked;
mod metadata;
mod owner;
mod parse;
mod pdf;
mod read;
mod refresh;
mod sight;
pub(crate) mod signature;
mod signs;
mod sketch;
mod structured;
mod telling;
mod tongues;
mod unshown;
mod walk;
mod unmarked;
pub(crate) mod vocabulary;
mod work;

use serde::{Deserialize, Serialize};

pub use self::asked::{Asked, LONGEST_PAGE as ASKED_OF};
pub use self::linked::{LinkedBy, LinkedDocument};
pub use self::owner::Owner;
pub(crate) use self::pdf::{PAGE_BREAK, Pieces};
pub(crate) use self::read::is_pdf;
pub use self::read::{ContentHead, SaidBy, read};
pub use self::sight::{Break, Sight};
pub use self::signature::Place;
pub(crate) use self::signs::NOTICE;
pub use self::signs::{Mount, Seen, Signs, Voice, Written};
pub use self::sketch::{Overlap, Sketch};
pub use self::unshown::{Unshown, UnshownKind};
use self::walk::beside::Parts;
pub(crate) use self::walk::between::SEAM;
pub use self::walk::blocks::{Blocks, Ends};
pub use crate::text::charset::{CharsetBy, CharsetUse};

/// A page as read. Owned data: it can be sent to another thread and kept in the store.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Every title that the page gives itself, best first: heading, `<title>`, `og:title`, JSON-LD headline.
    pub titles: Vec<String>,
    /// `<meta name=description>` or `og:description`.
    pub description: Option<String>,
    /// `<link rel=canonical>`, as written.
    pub canonical: Option<String>,
    /// The date of publication that the page claims, ISO 8601 as far as it could be read.
    pub published: Option<String>,
    /// `<html lang>`, as written.
    pub language: Option<String>,
    /// Searched in this order.
    pub texts: Vec<PageText>,
    /// How a browser that looks for words sees the visible text.
    #[serde(default)]
    pub sight: Sight,
    /// The name of the charset that the bytes were read in, and how it was decided.
    pub charset: CharsetUse,
    /// Replacement characters in the visible text: bytes that the charset has no meaning for.
    pub replaced: usize,
    /// Why the texts are not the whole page, where they are not.
    pub cut_short: Option<CutShort>,
    /// What kind of content was read.
    pub content: Content,
    /// Why words may stand in it that could not be read.
    #[serde(default)]
    pub unread: Option<Unread>,
    /// Whether the page is made to be filled in by scripts.
    #[serde(default)]
    pub script_shell: bool,
    /// The documents that the page links as its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<LinkedDocument>,
    /// What of it was not read although all of it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unshown: Option<Unshown>,
    /// Where the page sends its reader on to soon, as written.
    #[serde(default)]
    pub refresh: Option<String>,
    /// What it shows of itself to whoever wonders whether it is the page.
    #[serde(default)]
    pub signs: Signs,
    /// How what it says begins beside its navigation, its footer, its asides and its links, which change from look to look. Not
    /// kept: empty for a page that comes out of the store.
    #[serde(skip)]
    pub own: String,
}

/// One text of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageText {
    /// Which one.
    pub name: TextName,
    /// Blocks end in a newline, table cells in a tab; white space is collapsed otherwise.
    pub text: String,
}

/// The name of a text of a page, as reports print it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextName {
    /// What a reader sees.
    Visible,
    /// The text of a PDF, a line of it a line and a form feed before each page but the first.
    Pdf,
    /// The same without footnote marks and ruby; of a PDF, without running heads, page numbers and footnotes, too.
    NoMarks,
    /// Parts that are there but not shown.
    Hidden,
    /// Text of structured data: JSON-LD `articleBody`, `description`, `headline`; the state that program libraries send
    /// along.
    Structured,
    /// Titles and descriptions of the head.
    Meta,
    /// Sentences that stand as strings in scripts, their markup and escapes taken out: the last resort.
    Script,
}

/// What the bytes turned out to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// An HTML page.
    #[default]
    Html,
    /// Plain text.
    Text,
    /// A PDF.
    Pdf,
    /// Something that has no text here: an image, an archive, an unknown type.
    NoText,
}

/// Why words may stand in a PDF that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unread {
    /// It is a scan, or many of its pages are: pictures without a text.
    Scan,
    /// Its fonts do not say which letters their glyphs are.
    Fonts,
    /// It opens with a password only.
    Encrypted,
    /// Its structure is broken.
    Damaged,
}

/// Why the texts of a page are not the whole page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CutShort {
    /// The body was larger than the cap, or ended early.
    Body,
    /// The parser ran out of its time, or of the work that one tag is allowed to make.
    Deadline,
    /// Elements are nested deeper than the limit.
    Depth,
    /// It has more elements and texts than the limit.
    Elements,
    /// It has more pages, or more on them, than the limit.
    Length,
    /// A part of it is damaged.
    Damage,
}

impl TextName {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Visible => "visible",
            Self::NoMarks => "no-marks",
            Self::Hidden => "hidden",
            Self::Structured => "structured",
            Self::Meta => "meta",
            Self::Pdf => "pdf",
            Self::Script => "script",
        }
    }

    /// The text that the contract names `word`.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.as_str() == word)
    }

    /// Every text, in the order in which they are searched.
    pub const ALL: [Self; 7] =
        [Self::Visible, Self::Pdf, Self::NoMarks, Self::Hidden, Self::Structured, Self::Meta, Self::Script];

    /// Whether a reader of the page sees it.
    pub fn is_shown(self) -> bool {
        match self {
            Self::Visible | Self::NoMarks | Self::Pdf => true,
            Self::Hidden | Self::Structured | Self::Meta | Self::Script => false,
        }
    }
}

impl Unread {
    /// What is the matter, in a sentence.
    pub fn told(self) -> &'static str {
        match self {
            Self::Scan => "It is a scan: pages of it are pictures without a text.",
            Self::Fonts => "Its fonts do not say which letters they show.",
            Self::Encrypted => "It opens with a password only.",
            Self::Damaged => "It is damaged, and nothing in it could be read.",
        }
    }
}

/// Where a `Refresh` header sends the reader of its page on soon, as written in it.
pub(crate) fn sent_on_by(header: &str) -> Option<&str> {
    refresh::target(header)
}

/// Whether a `Refresh` header sends the reader of the page at `url` to another page, however late.
pub(crate) fn leads_on_by(header: &str, url: &str) -> bool {
    refresh::at_last(header).is_some_and(|to| refresh::leads_on(to, url))
}

/// A page with more visible characters than that has been read, whatever stands in for the rest: a menu and a notice
/// have fewer.
const LONGEST_SHELL: usize = 200;

/// Whether a page that shows only that has next to nothing to read.
fn is_little(visible: &str) -> bool {
    visible.chars().nth(LONGEST_SHELL).is_none()
}

impl Page {
    /// Whether there is nothing to read before scripts have run, so that a quote that is not found proves nothing.
    pub fn script_only(&self) -> bool {
        self.script_shell && self.says_little()
    }

    /// Where the page sends its reader on to, where it has next to nothing else to read: as a redirect does. An error page
    /// sends on whoever comes, and has said what it is.
    pub fn leads_to(&self) -> Option<&str> {
        self.refresh.as_deref().filter(|_| self.says_little() && !self.signs.is_titled_not_found())
    }

    /// Completes the signs, when all else is known; `leads_on` is whether it sends its reader to another page.
    fn show_signs(&mut self, markup: &str, parts: &Parts, leads_on: bool) {
        let mut signs = std::mem::take(&mut self.signs);
        let visible = self.text(TextName::Visible).unwrap_or_default();
        let around = signs.read(visible, &self.sight, parts);
        signs.read_beside(visible, &around, &parts.links);
        signs.read_beside_lists(visible, &around, &parts.listed);
        let own = Signs::own(visible, &around, parts);
        signs.script_only = self.script_only();
        if visible.chars().any(char::is_alphanumeric) {
            signs.voice = Voice::Heard;
        }
        signs.empty &= !leads_on && !self.says_anything();
        signs.look_through(markup);
        self.own = own;
        self.signs = signs;
    }

    fn says_anything(&self) -> bool {
        let texts = [TextName::Visible, TextName::Hidden].map(|name| self.text(name).unwrap_or_default());
        texts.iter().any(|text| !text.trim().is_empty())
    }

    fn says_little(&self) -> bool {
        is_little(self.text(TextName::Visible).unwrap_or_default())
    }

    /// The text named `name`, if the page has one.
    pub fn text(&self, name: TextName) -> Option<&str> {
        self.texts.iter().find(|text| text.name == name).map(|text| text.text.as_str())
    }
}
