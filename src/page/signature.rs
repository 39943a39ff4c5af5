//! The signatures of pages that are not the page, read once from their data file, and what looks for them in one go.

mod known;
mod pairs;
pub(super) mod plain;
mod taken;
mod whole;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use self::known::KNOWN;
use self::pairs::{Pairs, Sides};
use self::plain::Plain;
pub(crate) use self::plain::{as_words, plain, sentences, unquoted, words};
pub(crate) use self::taken::{is_either, is_taken_away};
pub(crate) use self::whole::parts;
use self::whole::with_code_apart;
use crate::span::floor_char_boundary;

/// What a signature speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Class {
    BotWall,
    Login,
    Consent,
    Region,
    Legal,
    Paywall,
    /// Whoever comes less often is shown it.
    RateLimit,
    /// The page is there for others.
    Refusal,
    /// It may be there for others, or not at all: the notice does not say which.
    Unshared,
    /// Whoever keeps the network that was asked through keeps the page from it.
    Filter,
    Suspended,
    Seized,
    Parked,
    /// The site is not working for now, whatever its status says.
    Trouble,
    Shell,
    #[serde(rename = "soft-404")]
    Soft404,
    /// What a server or a host shows where nobody has put a page.
    Placeholder,
    /// It speaks about pages of the other classes.
    About,
}

/// Where something was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// In the head of the answer.
    Header,
    /// In the address that a redirect led to.
    Redirect,
    /// In the data of the page: JSON-LD, microdata.
    Data,
    /// In its markup.
    Markup,
    /// In a script of it.
    Script,
    /// In its `<title>`.
    Title,
    /// In a heading.
    Heading,
    /// In what it says.
    Text,
    /// In the answer to a question about another address.
    Probe,
    /// In what differs from a capture of the page.
    Capture,
}

/// How a phrase is held against a title, a heading, a text or a header.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Matched {
    #[default]
    Within,
    Whole,
    /// A line of a text, as a whole.
    Line,
    Start,
    Sentence,
    /// In a sentence of few words.
    Short,
}

/// One signature.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Signature {
    /// Its name in reports.
    pub(crate) id: String,
    /// What it speaks for.
    pub(crate) class: Class,
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "for whoever reads the file"))]
    vendor: Option<String>,
    #[serde(rename = "in")]
    places: Vec<Place>,
    #[serde(default)]
    header: Option<String>,
    #[serde(default)]
    any: Vec<String>,
    #[serde(default)]
    phrases: Option<String>,
    /// Another list, of which something stands near.
    #[serde(default)]
    near: Option<String>,
    #[serde(default, rename = "match")]
    matched: Matched,
    /// 100 decide.
    pub(crate) points: u32,
    /// Whether it counts with a status that refuses.
    #[serde(default)]
    pub(crate) refusing: bool,
    /// Whether notices of other classes have it as well: by itself it does not say what is wrong.
    #[serde(default)]
    pub(crate) vague: bool,
    /// It counts on a page with at most so many visible characters.
    #[serde(default)]
    pub(crate) most: Option<usize>,
    /// What it counts for on a longer one.
    #[serde(default)]
    pub(crate) points_beyond: u32,
    #[cfg_attr(not(test), expect(dead_code, reason = "for whoever reads the file"))]
    source: String,
    #[cfg_attr(not(test), expect(dead_code, reason = "for whoever reads the file"))]
    false_alarms: String,
}

/// Something that was seen, and where in the text that was searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) signature: &'static Signature,
    /// The phrase; empty where the whole was compared.
    pub(crate) phrase: &'static str,
    /// Whether its sentence has said much else before.
    pub(crate) is_late: bool,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Hit {
    /// Whether the whole text is the phrase.
    pub(crate) fn is_whole(&self) -> bool {
        self.phrase.is_empty()
    }

    /// Whether it says that nothing is at a place, and its sentence what is there all the same.
    fn is_excepted(&self, plain: &Plain, languages: &[&str]) -> bool {
        self.signature.id.starts_with(NOTHING) && plain.is_excepted(self.end, languages)
    }
}

impl PartialEq for Signature {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Signature {}

impl Place {
    /// The word of reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Redirect => "redirect",
            Self::Data => "data",
            Self::Markup => "markup",
            Self::Script => "script",
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Text => "text",
            Self::Probe => "probe",
            Self::Capture => "capture",
        }
    }
}

impl Matched {
    fn is_whole(self) -> bool {
        matches!(self, Self::Whole | Self::Line)
    }
}

/// The signatures whose phrases stand in a title, a heading or a text.
pub(crate) fn in_words(place: Place, text: &str) -> Vec<Hit> {
    let known = &*KNOWN;
    let parted = if place == Place::Text { Cow::Borrowed(text) } else { with_code_apart(text) };
    let text = parted.as_ref();
    let plain = Plain::of(text);
    let mut sides = Sides::default();
    let within = known.hits(&known.words, &plain.text, |of| sides = sides.with(of.sides));
    let within: Vec<Hit> = within.filter(|hit| hit.signature.fits(&plain, hit.start)).collect();
    let (near, excepted) = known.near(&plain, sides);
    let is_within = |hit: &Hit| {
        hit.signature.class == Class::Soft404 && excepted.iter().any(|it| it.start <= hit.start && hit.end <= it.end)
    };
    let within = within.into_iter().filter(|hit| !is_within(hit));
    let meant = within.chain(near).filter(|hit| hit.signature.counts_in(place));
    let mut hits: Vec<Hit> =
        meant.map(|hit| Hit { is_late: plain.words_before(hit.start) > WORDS_BEFORE_LATE, ..hit }).collect();
    if place != Place::Text || text.len() <= FEW_WORDS {
        hits.extend(known.whole(text, Matched::Whole).into_iter().filter(|hit| hit.signature.counts_in(place)));
    }
    hits
}

/// Whether a text says why what was asked for is not shown, where it says that it is not, and nowhere that it is gone for sure:
/// it is for members, for another country, or for another hour.
pub(crate) fn holds_back(text: &str) -> bool {
    let plain = Plain::of(text);
    if KNOWN.surely.is_match(&plain.text) {
        return false;
    }
    let mut of_loss = in_words(Place::Text, text).into_iter().filter(|hit| hit.signature.class == Class::Soft404);
    of_loss.any(|hit| KNOWN.otherwise.is_match(plain.around(hit.start)))
}

/// Whether a text says of any page that it is not there.
pub(crate) fn speaks_of_any(text: &str) -> bool {
    let known = &*KNOWN;
    let plain = Plain::of(text);
    let mut sides = Sides::default();
    let within: Vec<Hit> = known.hits(&known.words, &plain.text, |of| sides = sides.with(of.sides)).collect();
    let is_of_loss = |at: &usize| known.signatures[*at].class == Class::Soft404;
    let near = |(at, (pairs, of)): (usize, &(Pairs, Vec<usize>))| {
        sides.has_both(at)
            && of.iter().any(is_of_loss)
            && pairs.in_words(&plain).iter().any(|it| plain.is_any(it.thing))
    };
    within.iter().any(|hit| hit.signature.class == Class::Soft404 && plain.is_any(hit.start))
        || known.pairs.iter().enumerate().any(near)
}

/// The signatures that a line of a text is as a whole.
pub(crate) fn in_line(line: &str) -> Vec<Hit> {
    KNOWN.whole(line, Matched::Line)
}

/// A text of no more bytes can be a notice as a whole, as a title is.
const FEW_WORDS: usize = 120;

/// Words of a title that say something by themselves: neither numbers nor what error pages are filled with.
pub(crate) fn telling_words(title: &str) -> usize {
    let plain = plain(title);
    let is_telling = |word: &&str| !KNOWN.is_filler(word) && !word.bytes().all(|byte| byte.is_ascii_digit());
    plain.split_whitespace().filter(is_telling).map(words).sum()
}

/// The signatures of markup and scripts that stand in `html`, each once.
pub(crate) fn in_markup(html: &str) -> Vec<(Place, Hit)> {
    let known = &*KNOWN;
    let mut found: Vec<(Place, Hit)> = Vec::new();
    for hit in known.hits(&known.markup, html, |_| {}) {
        if found.iter().any(|(_, other)| other.signature == hit.signature) {
            continue;
        }
        let place = if in_script(&html[..hit.start]) { Place::Script } else { Place::Markup };
        let is_of_page = place == Place::Script
            || match hit.signature.class {
                Class::Soft404 => is_of_page(html, hit),
                Class::Trouble | Class::Login => is_in_tag(html, hit),
                _ => true,
            };
        if hit.signature.counts_in(place) && is_of_page {
            found.push((place, hit));
        }
    }
    found
}

/// The signatures of an address that a redirect led to.
pub(crate) fn in_address(url: &str) -> Vec<&'static Signature> {
    let url = url.to_ascii_lowercase();
    let holds = |signature: &&Signature| {
        signature.counts_in(Place::Redirect) && signature.any.iter().any(|it| url.contains(&it.to_ascii_lowercase()))
    };
    KNOWN.signatures.iter().filter(holds).collect()
}

/// The signatures of headers, asked for by lower-case name; with the value.
pub(crate) fn in_headers<'h>(header: impl Fn(&str) -> Option<&'h str>) -> Vec<(&'static Signature, &'h str)> {
    let of = |signature: &'static Signature| {
        let value = header(signature.header.as_deref()?)?;
        let said = value.trim().to_ascii_lowercase();
        let is =
            |word: &String| if signature.matched == Matched::Start { said.starts_with(word) } else { said == *word };
        (signature.any.is_empty() || signature.any.iter().any(is)).then_some((signature, value))
    };
    KNOWN.headers.iter().filter_map(|at| of(&KNOWN.signatures[*at])).collect()
}

/// The signature named `id`; one that an earlier file had may be gone.
pub(crate) fn named(id: &str) -> Option<&'static Signature> {
    KNOWN.signatures.iter().find(|signature| signature.id == id)
}

impl Signature {
    pub(crate) fn counts_in(&self, place: Place) -> bool {
        self.places.contains(&place)
    }

    /// The header in which it is looked for.
    pub(crate) fn header_name(&self) -> &str {
        self.header.as_deref().unwrap_or_default()
    }

    /// Whether a phrase that begins at a place of a text is meant. A notice speaks of the page that was asked for, and never
    /// of any page.
    fn fits(&self, plain: &Plain, start: usize) -> bool {
        let in_place = match self.matched {
            // Before a word stands a space, where its script writes any.
            Matched::Start => start <= 1,
            Matched::Sentence => plain.words_before(start) <= WORDS_BEFORE,
            Matched::Short => plain.words_of_sentence(start) <= WORDS_OF_SHORT,
            Matched::Within | Matched::Whole | Matched::Line => true,
        };
        let is_supposed = match self.class {
            Class::Suspended => plain.is_supposed(start),
            Class::Region | Class::Legal => plain.is_conditional(start),
            Class::Login => plain.is_of_answers(start),
            _ => false,
        };
        in_place && !is_supposed && (self.class == Class::About || !plain.is_any(start))
    }
}

/// How the signatures begin that say that there is nothing at a place.
pub(crate) const NOTHING: &str = "nothing-here";
/// A notice comes to the point: “Sorry, this page is not available in your country.”
const WORDS_BEFORE_LATE: usize = 6;
/// Words that may stand before what begins a sentence: “To continue, please”.
const WORDS_BEFORE: usize = 2;
/// “Sorry, but it looks as if there is nothing here to read.”
const WORDS_OF_SHORT: usize = 12;

/// What stands around a hit of [`in_words`] in the text that was searched, from word to word.
pub(crate) fn around(text: &str, hit: Hit) -> String {
    let (mut searched, mut start, mut end) = (Plain::default(), 0, text.len());
    for (at, c) in text.char_indices() {
        if searched.text.len() <= hit.start + 1 {
            start = at;
        }
        searched.push(c);
        if searched.text.len() >= hit.end {
            end = at + c.len_utf8();
            break;
        }
    }
    let before = floor_char_boundary(text, start.saturating_sub(AROUND));
    let after = floor_char_boundary(text, (end + AROUND).min(text.len()));
    let first =
        if before == 0 { 0 } else { text[before..start].find(char::is_whitespace).map_or(start, |at| before + at) };
    let last = if after == text.len() {
        after
    } else {
        text[end..after].rfind(char::is_whitespace).map_or(end, |at| end + at)
    };
    text[first..last].trim().to_owned()
}

/// Bytes that are shown before and behind what was seen.
const AROUND: usize = 30;

/// Whether what stands in markup is said of the page: in a tag or a style, and not in the address that a link leads to.
fn is_of_page(html: &str, hit: Hit) -> bool {
    let from = floor_char_boundary(html, hit.start.saturating_sub(LONGEST_TAG));
    let Some(tag) = html[from..hit.start].rfind('<').map(|at| &html[from + at..hit.start]) else { return true };
    let lower = tag.to_ascii_lowercase();
    let is_in_text = lower.contains('>') && !lower.starts_with("<style") && !hit.phrase.starts_with('<');
    let is_link = ["<a ", "<a\n", "<a\t", "<area "].iter().any(|name| lower.starts_with(name));
    let last = |name: &str| lower.rfind(name);
    let is_address = last("href").is_some_and(|at| ["class=", "id=", "src="].iter().all(|it| last(it) < Some(at)));
    // What begins with an attribute is one of its own.
    let is_own = hit.phrase.contains("=\"");
    !(is_in_text || is_link && is_address && !is_own)
}

/// Whether what stands in markup is an attribute of an element, and not of what a page shows as code, nor of a style.
fn is_in_tag(html: &str, hit: Hit) -> bool {
    let from = floor_char_boundary(html, hit.start.saturating_sub(LONGEST_TAG));
    html[from..hit.start].rfind('<').is_some_and(|at| {
        let tag = html[from + at..hit.start].to_ascii_lowercase();
        // What ends a tag itself stands between two.
        let is_open = !tag.contains('>') || hit.phrase.contains('<');
        is_open && !["<link", "<style", "<!--"].iter().any(|name| tag.starts_with(name))
    })
}

/// Bytes between where a tag begins and what is looked for in it.
const LONGEST_TAG: usize = 2_000;

/// Whether what follows stands in a script.
fn in_script(before: &str) -> bool {
    let last = |tag: &str| memchr::memmem::rfind(before.as_bytes(), tag.as_bytes());
    last("<script") > last("</script")
}

#[cfg(test)]
mod tests;
