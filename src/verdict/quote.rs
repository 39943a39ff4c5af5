//! Whether a source still says what is quoted: what was found where, judged.

mod trust;
pub(super) mod words;

use jiff::Timestamp;

pub use self::trust::Trust;
use super::{FoundIn, QuoteVerdict, ReadFrom, Unreadable, Verdict};
use crate::citation::{Basis, Quote, QuoteKind};
use crate::page::TextName;
use crate::quote_match::{Difference, MatchClass, QuoteMatch};
use crate::span::{Place, Span};
use crate::standing::Standing;

/// All that is known of a quote.
#[derive(Debug, Clone, Copy)]
pub struct QuoteFacts<'a> {
    /// The quote as the document has it.
    pub quote: &'a Quote,
    /// The sources that it is bound to, in the order of its marker.
    pub cited: &'a [Tried],
    /// Documents that those link as their own, and what those became after their scripts ran.
    pub linked: &'a [Tried],
    /// The other sources of the document.
    pub elsewhere: &'a [Tried],
    /// Captures of the sources that it is bound to, near the anchor of each; the one to use first.
    pub captures: &'a [Tried],
    /// What the pages of the sources that it is bound to said when they were read before, where that holds it.
    pub earlier: &'a [Tried],
    /// A quote of fewer words is a term: looked up, never failed.
    pub min_quote_words: usize,
}

/// One text that the quote was held against.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    /// The label of the citation.
    pub label: String,
    /// What was read.
    pub read_from: ReadFrom,
    /// Its address.
    pub url: String,
    /// When the copy was made, for a capture or evidence.
    pub captured_at: Option<Timestamp>,
    /// The cited page, where this is a document that it links.
    pub linked_from: Option<String>,
    /// Where stands what of it was not read, where it names that.
    pub unread_at: Option<String>,
    /// What came of it.
    pub state: State,
}

/// What came of holding a quote against a text.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    /// There was a text.
    Readable {
        /// What was found in it.
        found: QuoteMatch,
        /// Whether not finding something means anything.
        trust: Trust,
    },
    /// There was none, and why.
    Unreadable(Unreadable),
}

/// What a rule settles on, before it is put in words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Judged<'a> {
    pub(super) verdict: Verdict,
    pub(super) standing: Standing,
    pub(super) reason: Option<Unreadable>,
    /// The text that shows it: where the passage stands, or the nearest miss.
    pub(super) shown: Option<(&'a Tried, &'a QuoteMatch)>,
}

/// The first that has something to say decides; the last always has.
const RULES: &[for<'a> fn(&QuoteFacts<'a>) -> Option<Judged<'a>>] = &[
    in_its_source,
    in_a_linked_document,
    in_a_capture,
    altered,
    altered_in_the_named_capture,
    in_another_source,
    altered_in_a_document,
    not_read,
];

/// Judges a quote by what was found where.
pub fn judge(facts: &QuoteFacts<'_>) -> QuoteVerdict {
    if facts.quote.basis == Basis::Unbound {
        return unbound();
    }
    let mut judged = RULES.iter().find_map(|rule| rule(facts)).unwrap_or_else(|| absent(facts));
    // What a template shows, and nobody knows, can be what is missing or differs.
    if judged.standing == Standing::Broken && !facts.quote.unread.is_empty() {
        judged.standing = Standing::Unknown;
    }
    let place = judged.shown.map(|(tried, found)| found_in(tried, found));
    let stands = judged.shown.is_some_and(|(_, found)| found.class != MatchClass::Absent)
        && !matches!(judged.verdict, Verdict::Absent | Verdict::Unverifiable);
    let (found_in, nearest) = if stands { (place, None) } else { (None, place) };
    QuoteVerdict {
        verdict: judged.verdict,
        reason: judged.reason,
        matched: judged.shown.map(|(_, found)| found.clone()),
        found_in,
        nearest,
        standing: Some(judged.standing),
        stood_on: stood_on(facts, judged.verdict),
        stands_in: stands_in(facts, judged.verdict),
        not_in_capture: not_in_capture(facts, judged).and_then(|capture| capture.captured_at),
        findings: words::findings(facts, judged),
    }
}

/// When a page of its own that does not hold the quote any more held it last.
pub(super) fn stood_on(facts: &QuoteFacts<'_>, verdict: Verdict) -> Option<Timestamp> {
    let missing = matches!(
        verdict,
        Verdict::Altered | Verdict::Absent | Verdict::Elsewhere | Verdict::Archived | Verdict::Unverifiable
    );
    let (tried, _) = best_sound(facts.earlier).filter(|_| missing && !is_term(facts))?;
    tried.captured_at
}

/// The other source of the document that has the words of a quote which its own could not be read for.
fn stands_in(facts: &QuoteFacts<'_>, verdict: Verdict) -> Option<String> {
    let open = matches!(verdict, Verdict::Altered | Verdict::Absent | Verdict::Unverifiable) && !is_term(facts);
    best_elsewhere(facts.elsewhere).filter(|_| open).map(|(other, _)| other.label.clone())
}

/// The capture that was read whole, or under another title, and that does not have a quote whose page says nothing. A term
/// says too little, and where any capture has something close that is told instead.
pub(super) fn not_in_capture<'a>(facts: &QuoteFacts<'a>, judged: Judged<'_>) -> Option<&'a Tried> {
    let silent = judged.verdict == Verdict::Unverifiable && !is_term(facts);
    if !silent || best_altered(facts.captures).is_some() {
        return None;
    }
    facts.captures.iter().find(|tried| tried.lacks())
}

/// Judges a passage that was held against one page alone, with no document around it: by the same rules.
pub(crate) fn of_one_page(text: &str, kind: QuoteKind, state: State, min_quote_words: usize) -> QuoteVerdict {
    let place = Place { span: Span::new(0, text.len()), line: 1, column: 1 };
    let quote =
        Quote { text: text.to_owned(), kind, cites: Vec::new(), basis: Basis::Explicit, place, unread: Vec::new() };
    let page = Tried {
        label: String::new(),
        read_from: ReadFrom::Live,
        url: String::new(),
        captured_at: None,
        linked_from: None,
        unread_at: None,
        state,
    };
    let cited = [page];
    judge(&QuoteFacts {
        quote: &quote,
        cited: &cited,
        linked: &[],
        elsewhere: &[],
        captures: &[],
        earlier: &[],
        min_quote_words,
    })
}

/// Whether the quote has too few words to be more than a term.
pub(super) fn is_term(facts: &QuoteFacts<'_>) -> bool {
    words(&facts.quote.text) < facts.min_quote_words
}

impl Tried {
    fn found(&self) -> Option<&QuoteMatch> {
        match &self.state {
            State::Readable { found, .. } => Some(found),
            State::Unreadable(_) => None,
        }
    }

    /// Whether the quote was looked for here and is not there: another title takes nothing back.
    pub(super) fn lacks(&self) -> bool {
        self.found().is_some_and(|found| found.class == MatchClass::Absent && !found.other_language)
            && matches!(self.doubt(), None | Some(Unreadable::TitleDiffers))
    }

    /// Why the quote may stand here although it was not found, if it may.
    pub(super) fn doubt(&self) -> Option<Unreadable> {
        match self.state {
            State::Readable { ref found, trust: Trust::Whole } => found.other_language.then_some(Unreadable::Language),
            State::Readable { trust: Trust::Doubtful(why), .. } | State::Unreadable(why) => Some(why),
        }
    }
}

/// Why the quote may stand in one of its sources although it was not found there.
fn doubts(facts: &QuoteFacts<'_>) -> impl Iterator<Item = Unreadable> {
    facts.cited.iter().filter(move |tried| !is_settled(facts, tried)).filter_map(Tried::doubt)
}

/// Whether what a page does not show itself was read as a document that it links, whole.
fn is_settled(facts: &QuoteFacts<'_>, tried: &Tried) -> bool {
    let open = matches!(tried.doubt(), Some(Unreadable::AbstractOnly | Unreadable::Embedded));
    let read = |linked: &Tried| tried.unread_at.as_ref() == Some(&linked.url) && linked.doubt().is_none();
    open && facts.linked.iter().any(read)
}

/// Any of the sources that a quote is bound to is enough.
fn in_its_source<'a>(facts: &QuoteFacts<'a>) -> Option<Judged<'a>> {
    let (tried, found) = best_sound(facts.cited)?;
    let verdict = sound(found.class)?;
    Some(Judged { verdict, standing: Standing::Sound, reason: None, shown: Some((tried, found)) })
}

/// A document that the cited page links as its own is what was cited, one step on: the quote stands, and the address
/// could be better. The page after its scripts ran is the page itself.
fn in_a_linked_document<'a>(facts: &QuoteFacts<'a>) -> Option<Judged<'a>> {
    let counts = |tried: &Tried| tried.read_from == ReadFrom::Rendered || !is_term(facts);
    let (tried, found) = best_sound(facts.linked).filter(|(tried, _)| counts(tried))?;
    let verdict = sound(found.class)?;
    Some(Judged { verdict, standing: Standing::Sound, reason: None, shown: Some((tried, found)) })
}

/// A copy near the date of its citation that has the words shows that the quote was right and that the page changed, so this
/// comes before what the page says today.
fn in_a_capture<'a>(facts: &QuoteFacts<'a>) -> Option<Judged<'a>> {
    let shown = best_sound(facts.captures)?;
    let reason = facts.cited.first().and_then(Tried::doubt);
    Some(Judged { verdict: Verdict::Archived, standing: Standing::Unknown, reason, shown: Some(shown) })
}

/// A close passage in other words. It is broken only where nothing else of what is cited can have the exact words: not
/// an unread source, not the unread rest of a page, not bytes read in the wrong charset.
fn altered<'a>(facts: &QuoteFacts<'a>) -> Option<Judged<'a>> {
    let (tried, found) = best_altered(facts.cited)?;
    // A close passage shows that the page is the one that was cited, and that it stands in the part that it shows.
    let of_page = |why: &Unreadable| {
        use Unreadable::{FewWords, MayBeNotice, PartShown, TitleDiffers, Walled};
        matches!(why, TitleDiffers | MayBeNotice | FewWords | PartShown | Walled)
    };
    let reason = doubts(facts).find(|why| !of_page(why));
    let critical = found.class == MatchClass::Altered(Difference::Critical);
    let broken = critical && reason.is_none() && !is_term(facts);
    let standing = if broken { Standing::Broken } else { Standing::Unknown };
    Some(Judged { verdict: Verdict::Altered, standing, reason, shown: Some((tried, found)) })
}

/// The page says nothing, but the entry names its capture, which is what a reader is sent to: what that says instead counts
/// like the page. It is broken only where every other source is known as well.
fn altered_in_the_named_capture<'a>(facts: &QuoteFacts<'a>) -> Option<Judged<'a>> {
    let named = |tried: &Tried| tried.read_from == ReadFrom::NamedArchive;
    let close = |tried: &Tried, found: &QuoteMatch| named(tried) && matches!(found.class, MatchClass::Altered(_));
    let (capture, found) = most_similar_of(facts.captures, close)?;
    let is_silent = |tried: &Tried| tried.label == capture.label && matches!(tried.state, State::Unreadable(_));
    if is_term(facts) || !facts.cited.iter().any(is_silent) {
        return None;
    }
    let mut others = facts.cited.iter().filter(|tried| !is_silent(tried) && !is_settled(facts, tried));
    let cut = capture.doubt().filter(|why| *why != Unreadable::TitleDiffers);
    let reason = cut.or_else(|| others.find_map(Tried::doubt));
    let broken = found.class == MatchClass::Altered(Difference::Critical) && reason.is_none();
    let standing = if broken { Standing::Broken } else { Standing::Unknown };
    Some(Judged { verdict: Verdict::Altered, standing, reason, shown: Some((capture, found)) })
}

/// The marker points to the wrong source, where every source that it points to was read whole.
fn in_another_source<'a>(facts: &QuoteFacts<'a>) -> Option<Judged<'a>> {
    // A quote in another language than its source, and word for word in another one, was cited to the wrong one.
    let unread = |tried: &Tried| tried.doubt().is_some_and(|why| why != Unreadable::Language);
    if is_term(facts)
        || facts.cited.is_empty()
        || facts.cited.iter().any(|tried| !is_settled(facts, tried) && unread(tried))
    {
        return None;
    }
    let shown = best_elsewhere(facts.elsewhere)?;
    Some(Judged { verdict: Verdict::Elsewhere, standing: Standing::Broken, reason: None, shown: Some(shown) })
}

/// Nothing close stands on the cited pages, but other words do in a document that one of them links.
fn altered_in_a_document<'a>(facts: &QuoteFacts<'a>) -> Option<Judged<'a>> {
    let (tried, found) = best_altered(facts.linked).filter(|_| !is_term(facts))?;
    // A page of few words that leads to a close passage is no notice.
    let mut all = doubts(facts).chain(facts.linked.iter().filter_map(Tried::doubt));
    let reason = all.find(|why| *why != Unreadable::FewWords);
    let broken = found.class == MatchClass::Altered(Difference::Critical) && reason.is_none();
    let standing = if broken { Standing::Broken } else { Standing::Unknown };
    Some(Judged { verdict: Verdict::Altered, standing, reason, shown: Some((tried, found)) })
}

/// Nothing was found, and a text that may have the words was not read, or not to its end.
fn not_read<'a>(facts: &QuoteFacts<'a>) -> Option<Judged<'a>> {
    let unread = doubts(facts).find(|why| match why {
        Unreadable::NotLive
        | Unreadable::CutShort
        | Unreadable::ScriptOnly
        | Unreadable::NoText
        | Unreadable::Scan
        | Unreadable::Fonts
        | Unreadable::Encrypted
        | Unreadable::Damaged
        | Unreadable::Language
        | Unreadable::PartShown
        | Unreadable::Walled
        | Unreadable::AbstractOnly
        | Unreadable::Embedded
        | Unreadable::Spoken
        | Unreadable::SentOn
        | Unreadable::FewWords => true,
        Unreadable::Charset | Unreadable::TitleDiffers | Unreadable::MayBeNotice => false,
    });
    let reason = if facts.cited.is_empty() { Some(Unreadable::NotLive) } else { unread };
    reason.map(|why| Judged {
        verdict: Verdict::Unverifiable,
        standing: Standing::Unknown,
        reason: Some(why),
        shown: best_altered(facts.captures),
    })
}

/// Read whole, and nothing close. Where the text or the page itself is in doubt, that is not held against the quote.
fn absent<'a>(facts: &QuoteFacts<'a>) -> Judged<'a> {
    let reason = doubts(facts).next();
    let broken = reason.is_none() && !is_term(facts);
    Judged {
        verdict: Verdict::Absent,
        standing: if broken { Standing::Broken } else { Standing::Unknown },
        reason,
        shown: best_altered(facts.captures).or_else(|| nearest_miss(facts.cited)),
    }
}

fn unbound() -> QuoteVerdict {
    QuoteVerdict {
        verdict: Verdict::Unbound,
        reason: None,
        matched: None,
        found_in: None,
        nearest: None,
        standing: None,
        stood_on: None,
        stands_in: None,
        not_in_capture: None,
        findings: Vec::new(),
    }
}

/// The verdict on a quote whose words stand in a text of its own source.
fn sound(class: MatchClass) -> Option<Verdict> {
    match class {
        MatchClass::Verbatim => Some(Verdict::Verbatim),
        MatchClass::Typographic => Some(Verdict::Typographic),
        MatchClass::Edited => Some(Verdict::Edited),
        MatchClass::Parts => Some(Verdict::Parts),
        MatchClass::Altered(_) | MatchClass::Absent => None,
    }
}

/// The first of the closest matches in which the words stand.
pub(super) fn best_sound(tried: &[Tried]) -> Option<(&Tried, &QuoteMatch)> {
    let standing = tried.iter().filter_map(|tried| Some((tried, tried.found()?)));
    standing.filter(|(_, found)| sound(found.class).is_some()).min_by_key(|(_, found)| sound(found.class))
}

/// The same of sources that are not cited for the words: that a script of theirs has them says too little.
pub(super) fn best_elsewhere(tried: &[Tried]) -> Option<(&Tried, &QuoteMatch)> {
    let in_script = |found: &QuoteMatch| found.hit.as_ref().is_some_and(|hit| hit.text == TextName::Script);
    best_sound(tried).filter(|(_, found)| !in_script(found))
}

pub(super) fn best_altered(tried: &[Tried]) -> Option<(&Tried, &QuoteMatch)> {
    most_similar(tried, |found| matches!(found.class, MatchClass::Altered(_)))
}

fn nearest_miss(tried: &[Tried]) -> Option<(&Tried, &QuoteMatch)> {
    most_similar(tried, |found| found.hit.is_some())
}

/// The first of the most similar.
fn most_similar(tried: &[Tried], counts: impl Fn(&QuoteMatch) -> bool) -> Option<(&Tried, &QuoteMatch)> {
    most_similar_of(tried, |_, found| counts(found))
}

fn most_similar_of(tried: &[Tried], counts: impl Fn(&Tried, &QuoteMatch) -> bool) -> Option<(&Tried, &QuoteMatch)> {
    let found = tried.iter().filter_map(|tried| Some((tried, tried.found()?)));
    found
        .filter(|(tried, found)| counts(tried, found))
        .reduce(|best, next| if next.1.similarity > best.1.similarity { next } else { best })
}

fn found_in(tried: &Tried, found: &QuoteMatch) -> FoundIn {
    let fragment = found.hit.as_ref().and_then(|hit| hit.fragment.as_deref());
    let url = match (tried.read_from, fragment) {
        (ReadFrom::Live | ReadFrom::Rendered, Some(fragment)) => scroll_to(&tried.url, fragment),
        _ => tried.url.clone(),
    };
    FoundIn {
        label: tried.label.clone(),
        place: tried.read_from,
        url,
        captured_at: tried.captured_at,
        linked_from: tried.linked_from.clone(),
    }
}

/// `url` with a text fragment (`#:~:text=…`): its own fragment stays, another text directive does not. A page of a PDF
/// (`#page=…`) takes the place of it.
pub(crate) fn scroll_to(url: &str, fragment: &str) -> String {
    if fragment.starts_with("#page=") {
        return format!("{}{fragment}", url.split('#').next().unwrap_or(url));
    }
    let url = url.split(":~:").next().unwrap_or(url);
    if url.contains('#') { format!("{url}{}", fragment.trim_start_matches('#')) } else { format!("{url}{fragment}") }
}

/// Words as a reader counts them; scripts without spaces count two characters a word.
pub(crate) fn words(text: &str) -> usize {
    text.split_whitespace()
        .map(|run| {
            let unspaced = run.chars().filter(|c| is_unspaced(*c)).count();
            let spaced = run.chars().any(|c| c.is_alphanumeric() && !is_unspaced(c));
            unspaced.div_ceil(2) + usize::from(spaced)
        })
        .sum()
}

/// Thai and its neighbours, kana and Han: written without spaces between words.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3134f}')
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod copies_tests;
