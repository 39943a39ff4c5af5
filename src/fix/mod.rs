//! What can be mended in a document with what is known of its sources: edits of byte ranges, and nothing outside of them.
//!
//! Addresses, and the archives and access dates beside them, are all that is ever edited: no prose, no quote, no title.
//! What is withheld, unknown or not confirmed is left alone, and so is what its writer has marked.

pub(crate) mod diff;
pub(crate) mod edit;
mod address;
mod archive;
mod capture_template;
mod records;
mod dates;
mod dead_link;
mod fields;
mod guard;
mod html;
mod languages;
mod layout;
mod light;
mod reading;
mod shown;
mod spelling;
mod table;
mod tex;
mod width;
mod wikitext;
#[cfg(test)]
pub(crate) mod tests;

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::citation::Citation;
use crate::date::PartialDate;
use crate::document::{Document, Entry, raw_html};
use crate::finding::Code;
use crate::span::Span;

use edit::Edit;
use guard::{Guard, Offer};

/// What an edit does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// Adds a capture to a source that is dead.
    Archive,
    /// Follows a source that has moved for good.
    Redirect,
    /// Asks for the same page over https.
    Https,
    /// Takes out parameters that follow the reader.
    Tracking,
    /// Sets the access date to the day on which the quotes were last found.
    Accessed,
}

/// What to do, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) kinds: BTreeSet<Kind>,
    /// In Markdown, the capture takes the place of the dead address.
    pub(crate) replace: bool,
    /// In HTML, the capture is a link that readers see, and not an attribute.
    pub(crate) visible: bool,
}

/// A capture of a source that is dead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Capture {
    pub(crate) url: String,
    pub(crate) captured_at: Timestamp,
    /// Who keeps it.
    pub(crate) keeper: String,
}

/// What says that a source is dead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Death {
    pub(crate) code: Code,
    pub(crate) why: String,
}

/// What is known of the source of one citation, as far as it bears on edits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Known {
    /// It is dead, confirmed by the policy.
    pub(crate) dead: Option<Death>,
    /// A good capture of it.
    pub(crate) capture: Option<Capture>,
    /// Why the captures that are known are none to write in.
    pub(crate) unfit: Option<String>,
    /// It stands, so that its address can be written otherwise.
    pub(crate) sound: bool,
    /// Where it has moved for good, on the same site, with the same content.
    pub(crate) moved_to: Option<String>,
    /// It answers over https, and over http by leading there.
    pub(crate) over_https: bool,
    /// The day on which every quote that is bound to it was last found.
    pub(crate) verified: Option<PartialDate>,
}

impl Known {
    /// Whether it stays where it was cited: the citation has a capture of that page, and not of the one it has moved to.
    fn is_kept_by_archive(&self, citation: &Citation) -> bool {
        self.sound && self.moved_to.as_deref().is_some_and(|to| archive::is_of_old(citation, to))
    }
}

/// What to do to a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Sorted, none overlapping another.
    pub(crate) edits: Vec<Edit>,
    /// What could not be mended.
    pub(crate) left: Vec<Left>,
}

/// A source that is left as it is, by its citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Left {
    pub(crate) citation: usize,
    pub(crate) why: String,
}

/// A document with its text, as the planners read it.
struct Page<'a> {
    text: &'a str,
    document: &'a Document,
    dates: dates::Style,
    options: &'a Options,
    templates: Option<crate::document::Templates<'a>>,
    /// Where HTML stands in Markdown; found when it is first asked for.
    raw_html: OnceCell<Vec<Range<usize>>>,
}

/// Replaces the bytes of a span with a text.
type Swap = (Span, String);

/// Plans the edits of a document; `known` is in the order of its citations, which is that of its entries.
pub(crate) fn plan(
    text: &str,
    document: &Document,
    citations: &[Citation],
    known: &[Known],
    options: &Options,
) -> Plan {
    let templates = wikitext::templates(text, document.format);
    let page = Page {
        text,
        document,
        dates: dates::of_document(text, document),
        options,
        templates,
        raw_html: OnceCell::new(),
    };
    let (mut offers, mut left) = (Vec::new(), Vec::new());
    for (index, (citation, known)) in citations.iter().zip(known).enumerate() {
        let entry = &document.entries[index];
        let wants = known.dead.is_some() || known.sound || known.verified.is_some();
        // A note that stands for an earlier one has what that one is given.
        if !wants || entry.again {
            continue;
        }
        if light::is_in_code(text, document.format, entry) {
            left.extend(
                known.dead.as_ref().map(|_| Left { citation: index, why: "it stands in a command".to_owned() }),
            );
            continue;
        }
        let spared = [Some(entry.span), entry.source.url_spans.first().copied()];
        if spared.into_iter().flatten().any(|span| document.silence.spares(span.start())) {
            left.extend(
                known.dead.as_ref().map(|_| Left { citation: index, why: "a mark asks to leave it alone".to_owned() }),
            );
            continue;
        }
        if options.kinds.contains(&Kind::Redirect) && known.is_kept_by_archive(citation) {
            left.push(Left {
                citation: index,
                why: "its archive is one of the address that it has moved from".to_owned(),
            });
        }
        match page.offer(index, citation, known) {
            Ok(found) => offers.extend(found),
            Err(why) => left.push(Left { citation: index, why }),
        }
        if page.new_date(citation, known).is_some_and(|day| fields::accessed(&page, index, day).is_none()) {
            let why = match document.kept_in(entry) {
                Some(file) => format!("its access date stands in {file}"),
                None => "its access date is not written as a day that can be set".to_owned(),
            };
            left.push(Left { citation: index, why });
        }
    }
    if offers.is_empty() {
        return Plan { edits: Vec::new(), left };
    }
    let (edits, refused) = Guard::new(text, document, citations).settle(&offers);
    left.extend(refused);
    left.sort_by_key(|left| left.citation);
    Plan { edits, left }
}

impl Page<'_> {
    /// What can be done about a citation, if anything.
    fn offer(&self, index: usize, citation: &Citation, known: &Known) -> Result<Option<Offer>, String> {
        let mut forms = Vec::new();
        if let Some(death) = known.dead.as_ref().filter(|_| self.options.kinds.contains(&Kind::Archive)) {
            let edit = |(span, text): Swap| Edit {
                span,
                text,
                kind: Kind::Archive,
                citation: index,
                code: Some(death.code),
                why: death.why.clone(),
            };
            let found = self.archive(index, citation, known)?;
            forms.extend(found.into_iter().map(|swaps| swaps.into_iter().map(edit).collect::<Vec<_>>()));
        }
        let others = self.edits(index, citation, known);
        if !others.is_empty() {
            forms.push(others);
        }
        Ok((!forms.is_empty()).then_some(Offer { citation: index, forms }))
    }

    /// What can be done to a source that stands.
    fn edits(&self, index: usize, citation: &Citation, known: &Known) -> Vec<Edit> {
        let does = |kind: Kind| self.options.kinds.contains(&kind);
        let edit = |kind: Kind, code: Option<Code>, why: &str| {
            let why = why.to_owned();
            move |(span, text): Swap| Edit { span, text, kind, citation: index, code, why: why.clone() }
        };
        let mut edits: Vec<Edit> = Vec::new();
        let entry = self.entry(index);
        let stays = does(Kind::Redirect) && known.is_kept_by_archive(citation);
        if known.sound && !stays {
            let moved = known.moved_to.as_deref().filter(|_| does(Kind::Redirect));
            if let Some(to) = moved {
                let to = &if does(Kind::Tracking) { address::without_tracking(to) } else { to.to_owned() };
                let why = format!("it has moved to {to} for good");
                edits.extend(address::moved(self, entry, to).into_iter().map(edit(
                    Kind::Redirect,
                    Some(Code::SourceMoved),
                    &why,
                )));
            } else {
                let over_https = known.over_https && does(Kind::Https);
                let why = "the site leads from http to https";
                let https = if over_https { address::over_https(self, entry) } else { Vec::new() };
                let secure = !https.is_empty();
                edits.extend(https.into_iter().map(edit(Kind::Https, Some(Code::SourceMoved), why)));
                let why = "the parameter follows the reader and says nothing about the page";
                let tracking = if does(Kind::Tracking) { address::tracking(self, entry) } else { Vec::new() };
                let words = address::words(self, entry, secure, !tracking.is_empty());
                let (kind, code) =
                    if secure { (Kind::Https, Code::SourceMoved) } else { (Kind::Tracking, Code::TrackingParameters) };
                edits.extend(tracking.into_iter().map(edit(Kind::Tracking, Some(Code::TrackingParameters), why)));
                let why = "the words of the link show its address";
                edits.extend(words.into_iter().map(edit(kind, Some(code), why)));
            }
        }
        if let Some(day) = self.new_date(citation, known) {
            let why = format!("every quote of it was found on {day}");
            let swaps = fields::accessed(self, index, day).unwrap_or_default();
            edits.extend(swaps.into_iter().map(edit(Kind::Accessed, None, &why)));
        }
        edits
    }

    /// The day to which the access date of a citation is set, if it has an older one and that is wanted.
    fn new_date(&self, citation: &Citation, known: &Known) -> Option<PartialDate> {
        let day = known.verified.filter(|_| self.options.kinds.contains(&Kind::Accessed))?;
        citation.accessed.filter(|accessed| accessed.last_day() < day.first_day()).map(|_| day)
    }

    /// The forms in which the capture can be added, the one that is wanted first.
    fn archive(&self, index: usize, citation: &Citation, known: &Known) -> Result<Vec<Vec<Swap>>, String> {
        if citation.original_url.is_some() {
            return Ok(Vec::new());
        }
        if citation.archive_url.is_some() {
            let Some(swaps) = dead_link::said_alive(self, index) else { return Ok(Vec::new()) };
            return known.unfit.clone().map_or(Ok(vec![swaps]), Err);
        }
        let Some(capture) = known.capture.as_ref() else {
            let unknown = || "no good capture of it is known".to_owned();
            return Err(known.unfit.clone().unwrap_or_else(unknown));
        };
        archive::add(self, index, capture).map_err(str::to_owned)
    }

    fn entry(&self, index: usize) -> &Entry {
        &self.document.entries[index]
    }

    /// Whether the byte `at` stands in HTML in which Markdown is not read.
    fn is_raw_html(&self, at: usize) -> bool {
        let blocks = self.raw_html.get_or_init(|| raw_html(self.text, self.document.format));
        let next = blocks.partition_point(|block| block.end <= at);
        blocks.get(next).is_some_and(|block| block.start <= at)
    }

    /// Whether an entry names several sources.
    fn has_several(&self, entry: &Entry) -> bool {
        self.document.entries.iter().filter(|other| other.span == entry.span).nth(1).is_some()
    }
}

impl Kind {
    /// Every kind, in the order in which they are told.
    pub(crate) const ALL: [Self; 5] = [Self::Archive, Self::Redirect, Self::Https, Self::Tracking, Self::Accessed];

    /// The word of the command line.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Archive => "archive",
            Self::Redirect => "redirect",
            Self::Https => "https",
            Self::Tracking => "tracking",
            Self::Accessed => "accessed",
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self { kinds: BTreeSet::from([Kind::Archive]), replace: false, visible: false }
    }
}
