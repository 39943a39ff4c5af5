//! One thing that a reader should know, with a stable code: the only source of the codes.

pub mod silence;

use serde::{Deserialize, Serialize};

use crate::span::Place;

/// How loud a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Good to know.
    Note,
    /// Somebody should look.
    Warning,
    /// Something does not stand.
    Error,
}

/// One thing that a reader should know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Finding {
    /// Which kind of thing.
    pub code: Code,
    /// How loud.
    pub level: Level,
    /// One sentence in plain text; may hold words from outside, so every printer escapes it.
    pub message: String,
    /// Where in the document, where it has a place.
    pub place: Option<Place>,
    /// The other file that the place is in, where the document keeps what this is about there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

impl Level {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl Finding {
    /// A finding at the level that its code has by default.
    pub fn new(code: Code, message: impl Into<String>, place: Option<Place>) -> Self {
        Self { code, level: code.level(), message: message.into(), place, file: None }
    }

    /// The same, with its place in another file.
    #[must_use]
    pub fn in_file(mut self, file: Option<&str>) -> Self {
        self.file = file.map(str::to_owned);
        self
    }

    /// What findings are told in the order of: those of the document itself first, each file from its beginning on.
    pub fn order(&self) -> (Option<&str>, Option<Place>, Code) {
        (self.file.as_deref(), self.place, self.code)
    }

    /// The same at another level.
    #[must_use]
    pub fn at_level(mut self, level: Level) -> Self {
        self.level = level;
        self
    }
}

macro_rules! codes {
    ($($variant:ident $word:literal $level:ident $meaning:literal $advice:literal)*) => {
        /// The stable code of a finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code {
            $(#[doc = $meaning] #[serde(rename = $word)] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the explanations.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The code as reports and configuration write it.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// How loud it is where nothing else is said.
            pub fn level(self) -> Level {
                match self { $(Self::$variant => Level::$level,)* }
            }

            /// What it means.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)* }
            }

            /// What to do about it.
            pub fn advice(self) -> &'static str {
                match self { $(Self::$variant => $advice,)* }
            }
        }
    };
}

codes! {
    OrphanMarker "orphan-marker" Warning
        "A marker in the text points to no entry of the reference list."
        "Add the missing entry, or correct the marker."
    UnusedReference "unused-reference" Note
        "An entry of the reference list is never pointed to from the text."
        "Cite it where it is used, or remove it."
    ReferenceOrder "reference-order" Warning
        "Bare numbers are tied to an unnumbered list by order of first use, and that order does not fit the list."
        "Check which number means which entry; number the list to make it certain."
    NumberOrder "number-order" Note
        "The numbers of a reference list do not rise from entry to entry, or one is first used before a lower one is."
        "Renumber the list or the markers; a number that comes twice may lead a reader to the wrong entry."
    DuplicateEntry "duplicate-entry" Note
        "Two entries of the document say the same of the same source, or have the same name."
        "Point all markers to one of them and remove the other; give another source a name of its own."
    MetadataDiffers "metadata-differs" Warning
        "Two entries name the same address with another title, or another date of publication."
        "Check which of the two is right, or whether one of them has the wrong address."
    EntryWithoutUrl "entry-without-url" Note
        "An entry of the reference list names no address, so nothing can be looked at."
        "Add the address of the source, where it has one."
    EntryBroken "entry-broken" Warning
        "An entry of a bibliography file is not well formed; what could be read of it was, its addresses at least."
        "Correct the entry; a bracket, a quotation mark or a comma is often what is missing."
    UrlInvalid "url-invalid" Warning
        "What stands where an address belongs cannot be read as one."
        "Correct the address."
    LinkTextDiffers "link-text-differs" Warning
        "The words of a link are an address, and the link leads to another one; or they are one without its scheme (bank.com/login), and it leads to another site."
        "Make both the same; a reader who copies what is shown gets another page than one who follows it."
    TrackingParameters "tracking-parameters" Note
        "The address holds parameters that follow the reader and say nothing about the page."
        "Take them out of the address."
    CredentialsInUrl "credentials-in-url" Warning
        "The address holds a user name or a password; it was not looked at."
        "Take the credentials out of the address."
    DateImpossible "date-impossible" Warning
        "A date does not exist, such as 30 February."
        "Correct the date."
    DateAmbiguous "date-ambiguous" Note
        "A date of numbers only can be read with the day first or the month first."
        "Write the month as a word, or the date as 2024-06-29."
    AccessedBeforePublished "accessed-before-published" Warning
        "The access date lies before the date of publication."
        "Check both dates."
    AccessedInFuture "accessed-in-future" Warning
        "The access date lies in the future."
        "Correct the date; the year is often what is wrong."
    PublisherSpelling "publisher-spelling" Note
        "A publisher is spelled in two ways that are nearly alike."
        "Check which spelling is right."
    ArchiveUntrusted "archive-untrusted" Warning
        "The citation leans on archive.today, whose captures have been altered; it is never fetched."
        "Point to a capture in another web archive."
    ArchiveClosed "archive-closed" Note
        "The citation leans on webcitation.org, which has captured nothing since 2019 and is often out of reach."
        "Point to a capture in another web archive as well; one of about the same day, where there is one."
    ArchiveCalendar "archive-calendar" Warning
        "An archive address names a calendar page, asks the archive to capture the page, or names whichever capture is the newest, and not one capture."
        "Choose one capture and cite its address."
    ArchiveDateMismatch "archive-date-mismatch" Note
        "The archive date written in the entry is not the date of the capture that it links."
        "Correct the archive date."
    ArchiveOfAnotherPage "archive-of-another-page" Warning
        "The archive address is a capture of another page than the one cited; a note where only the spelling differs."
        "Open the capture; point to one of the page that is cited, or cite the page that was captured."
    ArchiveDateInvented "archive-date-invented" Note
        "The moment in an archive address is none at which a page was captured: it does not exist, lies before the first archives or is yet to come, or is the first second of a year, as made-up ones are."
        "Open it, and cite the address of the capture that it leads to."
    ArchiveUrlMalformed "archive-url-malformed" Warning
        "An archive address is written so that it may not lead to the capture: percent-encoded as a whole, wrapped twice, with slashes too many, a moment of fewer than 14 digits or a flag that no archive knows, or one address stands in the place of the other."
        "Open the capture, and cite its address as the archive gives it."
    ArchiveAsSource "archive-as-source" Note
        "The capture stands in the field of the page's own address, so the entry does not say which page it cites."
        "Give the page its own address, and the capture the field for archives."
    IgnoreUnknown "ignore-unknown" Warning
        "A mark `citewatch: ignore` names something that is no code of a finding, or that of an error."
        "See `citewatch explain` for the codes; for an error leave the codes out, which leaves the whole line out."
    DocumentCut "document-cut" Warning
        "The document is larger than the limit and was not read to its end."
        "Split the document."
    SourceGone "source-gone" Error
        "The source is gone: the server, the name system or the page itself says so, and later looks, or a missing quote, agreed."
        "Cite an archived capture of it, or another source; what is known to be gone can be set to `expect = \"gone\"`."
    SourceBack "source-back" Note
        "The source is there, though the configuration expects it to be gone."
        "Take `expect = \"gone\"` out, if the page is the one that was cited."
    SourceSuspect "source-suspect" Warning
        "The source looks gone, but that is not confirmed: one answer may be an accident, and what a page says of itself is believed only with a missing quote or with time."
        "Wait for the next look, or open it yourself."
    SourceFailing "source-failing" Warning
        "The source could not be reached or did not answer properly; it is broken only once that lasts."
        "Look again later; where it stays so, cite an archived capture."
    RedirectedToHome "redirected-to-home" Error
        "The address leads to the first page of its site, and not to the page that was cited any more; a warning until that is confirmed."
        "Find out where the page is now and cite that, or cite an archived capture of it."
    EmptyPage "empty-page" Warning
        "The server says that all is well, and sends a page with nothing in it: no text, no script, no picture; it is broken only once that lasts."
        "Look again later, or open it yourself; where it stays so, cite an archived capture."
    SourceWithheld "source-withheld" Note
        "The source does not show itself to programs: a wall against robots, a robots.txt, a login, a paywall, a question for consent, a region, scripts; a person may read it."
        "Open it yourself; nothing is known to be wrong with the citation."
    SourceSkipped "source-skipped" Note
        "The source was not looked at, for the reason given."
        "See the reason; an address that is missing or cannot be fetched is for the document to mend."
    SourceMoved "source-moved" Note
        "The source has moved for good: the old address still leads there, or a notice at it says where; or the address leads to a list or a search of its site."
        "Cite the address it has moved to before the old one stops leading there."
    PageChanged "page-changed" Note
        "The page says other things than in the capture nearest to the day on which it was read; a warning where most of it went, and a quote with it."
        "Read the page again; where what you cite it for is gone, cite the capture."
    TitleDiffers "title-differs" Warning
        "The title in the reference is not a title of the page: this may not be the page that was cited."
        "Open the page and compare; correct the title, or the address."
    QuoteAltered "quote-altered" Error
        "A passage close to the quote stands in the source, but the words differ without a mark of the writer's."
        "Correct the quote, or mark the change with brackets or an ellipsis."
    QuoteAbsent "quote-absent" Error
        "The source was read and the words of the quote do not stand in it."
        "Correct the quote, cite the source that has the words or a capture that had them, or remove the quotation marks."
    QuoteElsewhere "quote-elsewhere" Error
        "The quote does not stand in the source it is bound to, but in another source of the document."
        "Point the marker to the source that has the words."
    QuoteArchived "quote-archived" Warning
        "The quote was not found on the page as it is, but stands in a capture near the date that its citation gives."
        "Cite the capture, so that a reader finds the words."
    QuoteUnverifiable "quote-unverifiable" Note
        "The text of the source could not be read, or not to its end, so the quote could not be compared."
        "Compare it yourself, with the page or with the capture where one is named."
    TermAbsent "term-absent" Note
        "A term in quotation marks does not stand in the source; terms are often the writer's own."
        "Nothing, where the term is the writer's own."
    NegationBeside "negation-beside" Note
        "The quote stands in the source, but a word like “not” stands within three words of it there, or words that deny or suppose what it says (“denied that”, “if”) govern it, or an ellipsis of the quote passes over such a word."
        "Read the whole sentence: make sure that the quote does not turn its meaning round."
    BracketReplaces "bracket-replaces" Note
        "The quote stands in the source, but words in its brackets take the place of other words of content there."
        "Make sure that the words in brackets say what the source says; where they do not, quote the words themselves."
    WordsNotKnown "words-not-known" Note
        "A template or a formula stands in the quote of which it is not known what it shows; `[…]` stands for it, and what was there was not compared."
        "Compare the words in its place yourself, or write them out."
    SpeakerLeftOut "speaker-left-out" Note
        "All that is quoted stands in the source, but the source closes its quotation marks amid it to tell who speaks, and the quote leaves that out without a mark."
        "Nothing, or an ellipsis or marks of your own at the place."
    InLinkedDocument "in-linked-document" Warning
        "The quote does not stand on the page that is cited, but in a document that the page links as its own."
        "Cite the document itself, so that a reader finds the words."
    AfterScripts "after-scripts" Note
        "The quote stands on the page only after its scripts ran in a browser, not in what its server sends."
        "Nothing; who reads the page without scripts, and most archives, do not see the words."
    ScriptsNotRun "scripts-not-run" Note
        "The page says nothing, or lacks a quote, before its scripts have run, and a browser that was to run them gave no page."
        "Open it yourself; where it is only slow, a longer `timeout` in `[render]` may help."
    OutsideText "outside-text" Note
        "The quote stands in the source, but not in the text that a reader of the page sees: in a part that is not shown, in its data or scripts, or in its navigation or footer."
        "Make sure that a reader finds the words; what is only in the data of a page may be gone from its text."
    CutShort "cut-short" Note
        "The page was not read to its end: it is larger than a limit, or it did not come whole."
        "Read the rest yourself where a quote was not found."
}

impl Code {
    /// Whether a finding of this kind may be kept from being told: one that is an error fails a build, which must say why.
    pub fn can_be_silenced(self) -> bool {
        self.level() != Level::Error
    }

    /// The code written as `word`.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == word)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_kebab_case_distinct_and_read_back() {
        for code in Code::ALL {
            let word = code.as_str();
            assert!(word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{word}");
            assert_eq!(Code::parse(word), Some(*code));
            assert_eq!(serde_json::to_value(code).ok(), Some(word.into()));
        }
    }
}
