//! How far the absence of words from the texts of a page can be trusted.

use serde::{Deserialize, Serialize};

use crate::page::{CharsetBy, Content, Page, TextName, Unread, UnshownKind};
use crate::quote_match::QuoteMatch;
use crate::verdict::{TitleVerdict, Unreadable};

/// Whether the absence of words from a text means that the source does not have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trust {
    /// The text is the whole page, and the page is the one that was cited.
    Whole,
    /// It may not be, and why.
    Doubtful(Unreadable),
}

/// Of the characters of a text, one replacement character in so many is a small share: 11 of 990 real pages have any,
/// mostly one or two in a whole page.
const CHARACTERS_A_REPLACEMENT: usize = 500;

impl Trust {
    /// How far the texts of `page` can be trusted to be what was cited. `script_only` is [`Page::script_only`].
    pub fn of(page: &Page, script_only: bool, title: TitleVerdict) -> Self {
        let visible = page.text(TextName::Visible).or_else(|| page.text(TextName::Pdf)).unwrap_or_default();
        let characters = || visible.chars().filter(|c| !c.is_whitespace()).count();
        let is_garbled = || page.replaced > 0 && page.replaced * CHARACTERS_A_REPLACEMENT > characters();
        if page.cut_short.is_some() {
            Self::Doubtful(Unreadable::CutShort)
        } else if let Some(unread) = page.unread {
            Self::Doubtful(match unread {
                Unread::Scan => Unreadable::Scan,
                Unread::Fonts => Unreadable::Fonts,
                Unread::Encrypted => Unreadable::Encrypted,
                Unread::Damaged => Unreadable::Damaged,
            })
        } else if script_only {
            Self::Doubtful(Unreadable::ScriptOnly)
        } else if visible.trim().is_empty() || page.leads_to().is_some() {
            Self::Doubtful(Unreadable::NoText)
        } else if page.content != Content::Pdf && is_garbled() {
            Self::Doubtful(Unreadable::Charset)
        } else if let Some(unshown) = &page.unshown {
            Self::Doubtful(match unshown.what {
                UnshownKind::Rest => Unreadable::PartShown,
                UnshownKind::Work => Unreadable::AbstractOnly,
                UnshownKind::Embedded => Unreadable::Embedded,
                UnshownKind::Spoken => Unreadable::Spoken,
                UnshownKind::Onward => Unreadable::SentOn,
            })
        } else if title == TitleVerdict::Differs {
            Self::Doubtful(Unreadable::TitleDiffers)
        } else {
            Self::Whole
        }
    }

    /// The same after words were looked for: a page whose charset was guessed may be in their language all the same.
    pub(crate) fn after<'a>(self, page: &Page, found: impl IntoIterator<Item = &'a QuoteMatch>) -> Self {
        let is_guessed = page.content != Content::Pdf && page.charset.by == CharsetBy::Detection;
        match self {
            Self::Whole if is_guessed && found.into_iter().any(|found| found.other_language) => {
                Self::Doubtful(Unreadable::Charset)
            }
            trust => trust,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CharsetUse, PageText};
    use crate::quote_match::MatchClass;

    #[test]
    fn a_page_is_trusted_where_it_was_read_whole_in_its_charset_under_its_title() {
        let text = "word ".repeat(200);
        let page = Page { texts: vec![PageText { name: TextName::Visible, text }], ..Page::default() };
        let of = |page: &Page, title| Trust::of(page, false, title);
        assert_eq!(of(&page, TitleVerdict::Unknown), Trust::Whole);
        assert_eq!(of(&page, TitleVerdict::Differs), Trust::Doubtful(Unreadable::TitleDiffers));
        assert_eq!(Trust::of(&page, true, TitleVerdict::Match), Trust::Doubtful(Unreadable::ScriptOnly));
        let garbled = Page { replaced: 9, ..page.clone() };
        assert_eq!(of(&garbled, TitleVerdict::Match), Trust::Doubtful(Unreadable::Charset));
        assert_eq!(of(&Page { replaced: 1, ..page }, TitleVerdict::Match), Trust::Whole);
        assert_eq!(of(&Page::default(), TitleVerdict::Match), Trust::Doubtful(Unreadable::NoText));
    }

    #[test]
    fn a_guessed_charset_may_hide_words_in_another_script() {
        let charset = |by| CharsetUse { name: "windows-1251".to_owned(), by };
        let page = |by| Page { charset: charset(by), ..Page::default() };
        let found = |other_language| QuoteMatch {
            class: MatchClass::Absent,
            similarity: 0.0,
            hit: None,
            diff: Vec::new(),
            other_language,
        };
        let after = |by, other| Trust::Whole.after(&page(by), &[found(false), found(other)]);
        assert_eq!(after(CharsetBy::Detection, true), Trust::Doubtful(Unreadable::Charset));
        assert_eq!(after(CharsetBy::Detection, false), Trust::Whole);
        assert_eq!(after(CharsetBy::Header, true), Trust::Whole);
    }
}
