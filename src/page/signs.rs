//! What a page shows of itself to whoever wonders whether it is the page: neutral facts, small enough to be kept with
//! every look, so that opinions can be computed again.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::asked::{self, Asked};
use super::owner::Owner;
use super::sight::{Break, Sight};
use super::signature::{self, Place};
use super::sketch::Sketch;
use super::walk::MOST_LINKS;
use crate::page::walk::beside::Parts;
use crate::span::{Span, floor_char_boundary};

/// Whether a page says anything before its scripts have run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    /// A word, a picture; or it has no scripts.
    #[default]
    Heard,
    /// Neither a word nor a picture.
    Mute,
}

/// An empty place that scripts may fill.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mount {
    /// There is none.
    #[default]
    None,
    /// Under a name that no library is known for.
    Named,
    /// Under that of a well-known library, or in words that ask for scripts.
    Known,
}

/// What somebody writes into a form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Written {
    /// Nothing.
    #[default]
    Nothing,
    /// One line.
    Line,
    /// Several lines, or a text.
    Letter,
}

/// What a page shows of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signs {
    /// Its `<title>`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its first headings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<String>,
    /// Headings behind those, of a page that says little.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lesser: Vec<String>,
    /// What its pictures and drawings say to those who do not see them, where there is next to nothing else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictured: Vec<String>,
    /// Characters that a reader sees.
    pub visible: usize,
    /// Those of them outside of navigation and footers.
    pub said: usize,
    /// Languages in which it says the same, where its markup names several.
    #[serde(default, skip_serializing_if = "is_one")]
    pub languages: u8,
    /// How they begin: of a short page more, of a long one a line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub opening: String,
    /// Characters of that beside its links; none where it has more links than are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<usize>,
    /// What it says beside its links, where it says more than a notice does and that is no more: templates are links.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside_links: Option<String>,
    /// What it says beside its lists and tables, where it has some and says little enough to be a notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside_lists: Option<String>,
    /// Inputs for passwords.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub passwords: usize,
    /// Forms.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub forms: usize,
    /// What a form of it takes beside passwords and answers to questions to robots.
    #[serde(default, skip_serializing_if = "Written::is_nothing")]
    pub written: Written,
    /// What it asks and lets its reader choose, where it says little.
    #[serde(default, skip_serializing_if = "Asked::is_nothing")]
    pub asked: Box<Asked>,
    /// What the page says of `isAccessibleForFree`; false where any part of it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free: Option<bool>,
    /// `<link rel=canonical>`, else `og:url`, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub canonical: Option<String>,
    /// Where it says that it has moved to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub onward: Option<String>,
    /// Where it sends its reader on to soon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh: Option<String>,
    /// Whether there is nothing to read before its scripts have run.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub script_only: bool,
    /// Whether there is nothing to see on it at all: no text, shown or hidden, no script, no picture, no field.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub empty: bool,
    /// Whether it has scripts at all.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub scripted: bool,
    /// Whether it has an empty place that they may fill.
    #[serde(default, skip_serializing_if = "Mount::is_none")]
    pub mount: Mount,
    /// What it says by itself.
    #[serde(default, skip_serializing_if = "Voice::is_heard")]
    pub voice: Voice,
    /// Signatures of the data file in its markup and scripts. Those of words can be looked for again in the rest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<Seen>,
    /// A sketch of what it says outside of navigation and footers; none of a page that says next to nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sketch: Option<Sketch>,
    /// What it says of its owner.
    #[serde(default, skip_serializing_if = "Owner::is_unknown")]
    pub owner: Owner,
    /// Which work it is of: identifiers, its journal, its authors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub work: Vec<String>,
}

/// A signature that was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// Its name in the data file.
    pub sign: String,
    /// Where.
    #[serde(rename = "where")]
    pub place: Place,
    /// What stands there.
    pub text: String,
}

/// Characters of a notice.
pub(crate) const NOTICE: usize = 450;
/// Bytes of markup that are searched: walls and parked pages have a few kilobytes.
const SEARCHED: usize = 256 * 1024;
/// A title or heading is kept up to so many bytes.
const LONGEST: usize = 300;
/// Headings that are kept.
const HEADINGS: usize = 3;
/// A page that says no more characters than that may be a notice or a wall: more of it is kept, and its markup is
/// searched.
const SHORT: usize = 4_000;
/// A page that says no more characters than that may be a picture.
const BARE: usize = 300;
/// Bytes of a short page that are kept.
const OPENING: usize = 1_200;
/// Bytes of a long page that are kept.
const OPENING_OF_LONG: usize = 160;
/// The signature of words that stand on a page until its scripts have run.
const WAITING: &str = "waits-for-scripts";
/// The signature of titles that are the notice as a whole.
const NOT_FOUND: &str = "not-found";
/// Characters of a page that says nothing else.
const LONGEST_WAITING: usize = 60;
/// The signatures of lines that are the code of an answer.
const OF_CODES: [&str; 4] = ["trouble-code-line", "refused-code-line", "login-code-line", "too-many-requests-line"];
/// Bytes of such a line.
const LONGEST_NAME: usize = 80;
/// Words of a sentence that a page says beside a question for consent.
const SAID: usize = 3;
/// The signature of questions for consent or for money: what stands beside those is what they keep back.
const CONSENT_OR_PAY: &str = "consent-or-pay";
/// A text of so many bytes beside its links is more than the frame of a page.
const MAIN: usize = 300;
/// Bytes of markup that are kept around what was seen.
const AROUND: usize = 60;

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_one(languages: &u8) -> bool {
    *languages <= 1
}

/// Whether all that a page says is that its scripts are at work.
pub(super) fn waits(visible: &str) -> bool {
    let is_waiting = |hit: &signature::Hit| hit.signature.id == WAITING;
    is_brief(visible) && signature::in_words(Place::Text, visible.trim()).iter().any(is_waiting)
}

/// Whether all that a page says are a few words that no notice has, and that trail off.
pub(super) fn trails_off(visible: &str) -> bool {
    let said = visible.trim();
    let is_open = said.ends_with(['…', '⋯']) || said.ends_with("...");
    is_open && is_brief(said) && signature::in_words(Place::Text, said).is_empty()
}

fn is_brief(visible: &str) -> bool {
    visible.trim().chars().count() <= LONGEST_WAITING
}

/// The part of the markup of a page that is searched.
pub(super) fn searched(mut html: String) -> String {
    html.truncate(floor_char_boundary(&html, SEARCHED));
    html.shrink_to_fit();
    html
}

/// The signatures of the data file in `html`.
fn seen(html: &str) -> Vec<Seen> {
    let seen = signature::in_markup(html).into_iter().map(|(place, hit)| {
        let before = floor_char_boundary(html, hit.start.saturating_sub(AROUND));
        let tag = html[before..hit.start].rfind('<').map(|at| before + at);
        let start = tag.filter(|at| !html[*at..hit.start].contains('>')).unwrap_or(hit.start);
        let end = floor_char_boundary(html, (hit.end + AROUND).min(html.len()));
        let text = html[start..end].split_whitespace().collect::<Vec<_>>().join(" ");
        Seen { sign: hit.signature.id.clone(), place, text }
    });
    seen.collect()
}

/// The parts of `visible` outside of `margins`, which begin one after the other.
fn outside<'a>(visible: &'a str, margins: &[Span]) -> Vec<&'a str> {
    placed_outside(visible, margins).into_iter().map(|(_, part)| part).collect()
}

/// The same with where each begins.
fn placed_outside<'a>(visible: &'a str, margins: &[Span]) -> Vec<(usize, &'a str)> {
    let (mut at, mut said) = (0, Vec::new());
    for margin in margins {
        said.extend(visible.get(at..margin.start()).map(|part| (at, part)));
        at = at.max(margin.end());
    }
    said.extend(visible.get(at..).map(|part| (at, part)));
    said
}

/// A part of a text that begins at `start`, with labels of buttons that stand side by side without a space on lines of their
/// own: those begin with a capital.
fn with_labels_apart<'a>(part: &'a str, start: usize, breaks: &[Break]) -> Cow<'a, str> {
    let is_seam = |at: &usize| {
        let Some((before, behind)) = part.split_at_checked(*at) else { return false };
        before.ends_with(|c: char| c.is_lowercase() || c.is_numeric() || c.is_ascii_punctuation())
            && behind.starts_with(char::is_uppercase)
    };
    let seams = breaks.iter().filter_map(|known| known.at.checked_sub(start)).filter(|at| *at > 0 && is_seam(at));
    let (mut apart, mut done) = (String::new(), 0);
    for seam in seams {
        apart.push_str(&part[done..seam]);
        apart.push('\n');
        done = seam;
    }
    if done == 0 {
        return Cow::Borrowed(part);
    }
    apart.push_str(&part[done..]);
    Cow::Owned(apart)
}

/// Whether questions for consent stand beside what a page says: it says a sentence besides, and they do not ask for money instead.
fn is_beside(visible: &str, around: &[Span], banners: &[Span]) -> bool {
    let asks_for_money = |banner: &Span| {
        let said = &visible[banner.start()..banner.end()];
        signature::in_words(Place::Text, said).iter().any(|hit| hit.signature.id == CONSENT_OR_PAY)
    };
    let is_said = |sentence: &str| {
        sentence.trim_end().ends_with(['.', '!', '?', ':', '。', '！', '？', '।']) && signature::words(sentence) >= SAID
    };
    let says = || outside(visible, around).into_iter().flat_map(signature::sentences).any(is_said);
    !banners.is_empty() && says() && !banners.iter().any(asks_for_money)
}

/// Whether a line of what is called a margin is the code of an answer with its name: “Error 502 Bad Gateway” is said of the page.
fn names_an_answer(visible: &str, margin: Span) -> bool {
    let is_name = |line: &str| {
        let is_code = |hit: &signature::Hit| OF_CODES.contains(&hit.signature.id.as_str());
        line.len() <= LONGEST_NAME
            && line.bytes().any(|byte| byte.is_ascii_digit())
            && line.bytes().any(|byte| byte.is_ascii_alphabetic())
            && signature::in_line(line).iter().any(is_code)
    };
    margin.end() - margin.start() <= NOTICE && visible[margin.start()..margin.end()].lines().any(is_name)
}

fn in_order(spans: &[&[Span]]) -> Vec<Span> {
    let mut all = spans.concat();
    all.sort_unstable_by_key(|span| span.start());
    all
}

/// The sketch of the main text, where what stands beside it can be told from it: lists are the text where there is more of
/// them, and so is what is called its comments where there is next to nothing else.
fn main_text(visible: &str, margins: &[Span], parts: &Parts) -> Option<Sketch> {
    let length = |pieces: &[&str]| pieces.iter().map(|piece| piece.len()).sum::<usize>();
    let without = |others: &[&[Span]]| outside(visible, &in_order(&[&[margins][..], others].concat()));
    let is_text = |others: &[&[Span]]| {
        let left = length(&without(others));
        let beside_links = || length(&without(&[others, &[&parts.links[..]][..]].concat()));
        4 * left >= length(&outside(visible, margins)) || beside_links() >= MAIN
    };
    let listed: usize = parts.lists.iter().map(|list| list.end() - list.start()).sum();
    let (beside, all) = (&[&parts.beside[..]][..], &[&parts.beside[..], &parts.lists[..]][..]);
    let are_lists_left_out = listed > 0 && 2 * listed < length(&without(beside)) && is_text(all);
    if are_lists_left_out {
        return Sketch::of(&without(all));
    }
    (!parts.beside.is_empty() && is_text(beside)).then(|| Sketch::of(&without(beside))).flatten()
}

impl Mount {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    fn is_none(&self) -> bool {
        *self == Self::None
    }
}

impl Voice {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    fn is_heard(&self) -> bool {
        *self == Self::Heard
    }
}

impl Written {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    fn is_nothing(&self) -> bool {
        *self == Self::Nothing
    }
}

impl Signs {
    /// Characters that are said in one language.
    pub(crate) fn said_once(&self) -> usize {
        self.said / usize::from(self.languages.max(1))
    }

    /// Adds what a reader sees, without the margins; gives those back. What is only called a margin is one for who wonders
    /// whether this is the page, as long as something else is left.
    pub(super) fn read(&mut self, visible: &str, sight: &Sight, parts: &Parts) -> Vec<Span> {
        self.visible = visible.chars().count();
        self.sketch =
            main_text(visible, &sight.margins, parts).or_else(|| Sketch::of(&outside(visible, &sight.margins)));
        let beside = |margins: &[Span]| -> Vec<Span> {
            margins.iter().copied().filter(|margin| !names_an_answer(visible, *margin)).collect()
        };
        let (marked, named) = (beside(&sight.margins), beside(&sight.named_margins));
        let without_banners = in_order(&[&marked, &named, &sight.banners]);
        let around = if is_beside(visible, &without_banners, &sight.banners) {
            without_banners
        } else {
            in_order(&[&marked, &named])
        };
        self.owner.read(visible, &around);
        self.owner.bound();
        let narrow = placed_outside(visible, &around);
        let says_something = narrow.iter().any(|(_, part)| part.chars().any(char::is_alphanumeric));
        let (said, around) = if says_something {
            (narrow, around)
        } else {
            (placed_outside(visible, &sight.margins), sight.margins.clone())
        };
        self.said = said.iter().map(|(_, part)| part.chars().count()).sum();
        let most = if self.said <= SHORT { OPENING } else { OPENING_OF_LONG };
        for (start, part) in said {
            let part = with_labels_apart(part, start, &sight.breaks);
            let part = part.trim();
            let left = most.saturating_sub(self.opening.len());
            if !self.opening.is_empty() && !part.is_empty() && left > 0 {
                self.opening.push('\n');
            }
            self.opening.push_str(&part[..floor_char_boundary(part, left)]);
        }
        around
    }

    /// Whether its title is, as a whole, that the page is not there.
    pub(super) fn is_titled_not_found(&self) -> bool {
        let is_notice = |hit: &signature::Hit| hit.is_whole() && hit.signature.id == NOT_FOUND;
        self.title.as_deref().is_some_and(|title| signature::in_words(Place::Title, title).iter().any(is_notice))
    }

    /// The same of its title or its first heading.
    pub(super) fn is_not_found(&self) -> bool {
        let is_notice = |hit: &signature::Hit| hit.is_whole() && hit.signature.id == NOT_FOUND;
        let heading = || self.headings.first();
        self.is_titled_not_found()
            || heading().is_some_and(|said| signature::in_words(Place::Heading, said).iter().any(is_notice))
    }

    /// Whether its title or a heading asks for a login.
    pub(super) fn is_called_login(&self) -> bool {
        let asks = |hits: Vec<signature::Hit>| hits.iter().any(|hit| hit.signature.class == signature::Class::Login);
        self.title.as_deref().is_some_and(|title| asks(signature::in_words(Place::Title, title)))
            || self.headings.iter().any(|heading| asks(signature::in_words(Place::Heading, heading)))
    }

    /// Adds what a reader sees beside `margins` and `links`: how much, and what where only that is little.
    pub(super) fn read_beside(&mut self, visible: &str, margins: &[Span], links: &[Span]) {
        if self.said <= NOTICE || links.len() >= MOST_LINKS {
            return;
        }
        let around = in_order(&[margins, links]);
        let pieces: Vec<&str> =
            outside(visible, &around).into_iter().map(str::trim).filter(|it| !it.is_empty()).collect();
        let length = pieces.iter().map(|piece| piece.chars().count() + 1).sum();
        self.beside = Some(length);
        self.beside_links = (self.said <= SHORT && length <= NOTICE).then(|| pieces.join("\n") + "\n");
    }

    /// How what a reader sees begins beside `margins`, asides and links; nothing where there are more links than are counted.
    pub(super) fn own(visible: &str, margins: &[Span], parts: &Parts) -> String {
        if parts.links.len() >= MOST_LINKS {
            return String::new();
        }
        let pieces = outside(visible, &in_order(&[margins, &parts.links, &parts.beside]));
        let mut own = pieces.into_iter().map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n");
        own.truncate(floor_char_boundary(&own, SHORT));
        own
    }

    /// Adds what a reader of a short page sees beside `margins`, lists and tables.
    pub(super) fn read_beside_lists(&mut self, visible: &str, margins: &[Span], listed: &[Span]) {
        if self.said > SHORT || listed.is_empty() {
            return;
        }
        let pieces = outside(visible, &in_order(&[margins, listed]));
        let mut said = pieces.into_iter().map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n");
        said.truncate(floor_char_boundary(&said, OPENING));
        self.beside_lists = Some(said);
    }

    /// Adds the signatures in the markup of a page that says little; one that says more shows what it has.
    pub(super) fn look_through(&mut self, markup: &str) {
        if self.said <= SHORT {
            self.seen = seen(markup);
        } else {
            self.lesser.clear();
        }
        if self.said > BARE {
            self.pictured.clear();
        }
        if self.said > asked::LONGEST_PAGE {
            *self.asked = Asked::default();
        }
    }

    /// Bounds what was gathered from the head of the page.
    pub(super) fn bounded(mut self) -> Self {
        let cut = |text: &mut String| text.truncate(floor_char_boundary(text, LONGEST));
        self.headings.truncate(HEADINGS);
        let lesser = self.lesser.iter_mut().chain(&mut self.pictured);
        self.title.iter_mut().chain(&mut self.headings).chain(lesser).for_each(cut);
        self.canonical.iter_mut().chain(&mut self.refresh).for_each(cut);
        self
    }
}
