//! What a page says in its own language, without the lines of another that stand around it: a notice about cookies, the links of
//! a navigation in English.

use super::FoldedText;
use super::folding::fold::{Folded, Spaces};
use super::languages::language::{Language, Profile, is_of_others, points_thousands};
use crate::page::TextName;
use crate::span::Span;

/// The lines of the page's own language must be so much more than those of others: a page in two languages can hold quotes
/// in both. Where the page says itself which one is its own, less will do.
const OWN: usize = 4;
const OWN_DECLARED: usize = 2;

/// Lines of others may be so much more than an article in the declared language whose numbers are read.
const BESIDE_DECLARED: usize = 2;

/// Languages by the tag that a page says its language with. Norwegian has the small words of Danish.
const TAGS: &[(&str, Language)] = &[
    ("en", Language::English),
    ("de", Language::German),
    ("fr", Language::French),
    ("es", Language::Spanish),
    ("it", Language::Italian),
    ("pt", Language::Portuguese),
    ("nl", Language::Dutch),
    ("pl", Language::Polish),
    ("cs", Language::Czech),
    ("sv", Language::Swedish),
    ("da", Language::Danish),
    ("no", Language::Danish),
    ("nb", Language::Danish),
    ("nn", Language::Danish),
    ("fi", Language::Finnish),
    ("hu", Language::Hungarian),
    ("ro", Language::Romanian),
    ("tr", Language::Turkish),
    ("vi", Language::Vietnamese),
    ("id", Language::Indonesian),
    ("ru", Language::Russian),
    ("uk", Language::Ukrainian),
    ("bg", Language::Bulgarian),
    ("el", Language::Greek),
    ("ar", Language::Arabic),
    ("fa", Language::Persian),
    ("he", Language::Hebrew),
    ("hi", Language::Hindi),
];

/// The profile of what `text` says in its own language; none where nothing else stands in it, or too much. What stands in
/// `margins` says nothing of the language of the article; `declared` is the language that the page says it has.
pub(super) fn profile(text: &str, margins: &[Span], whole: &Profile, declared: Option<&str>) -> Option<Profile> {
    let own = Own::of(text, margins, whole.language());
    let declared = declared.and_then(tagged).filter(|language| whole.is_in(*language));
    let most = if declared.is_some() { OWN_DECLARED } else { OWN };
    let is_part = own.kept.len() < text.len() && own.left_out * most <= own.kept.len();
    is_part.then(|| {
        let mut profile = own.profile();
        if let Some(language) = declared {
            profile.settle(language);
        }
        profile
    })
}

/// Whether what `text` says in its own language surely parts thousands by points, `1.000`, where lines of another language around
/// it leave that open for the whole. A number is written in one way or the other, so there may be more of those lines than of
/// the article where the page says what language that is in.
pub(super) fn has_pointed_thousands(text: &str, margins: &[Span], whole: &Profile, declared: Option<&str>) -> bool {
    let points = |language: &Language| points_thousands(*language);
    if declared.and_then(tagged).or(whole.language()) == Some(Language::Spanish) && whole.is_in(Language::Spanish) {
        return parts_by_points_in_spanish(text, declared.unwrap_or_default());
    }
    let declared = declared.and_then(tagged).filter(points);
    let Some(language) = declared.or(whole.language()).filter(points) else { return false };
    if whole.has_pointed_thousands() {
        return true;
    }
    let own = Own::of(text, margins, Some(language));
    let is_much = match declared {
        Some(_) => own.left_out <= own.kept.len() * BESIDE_DECLARED,
        None => own.left_out * OWN <= own.kept.len(),
    };
    is_much && own.profile().has_pointed_thousands()
}

/// Whether a page in Spanish parts thousands by points, as half of the countries do: by the country that it names, else by the
/// commas that it puts before decimals where no point stands in such a place.
fn parts_by_points_in_spanish(text: &str, declared: &str) -> bool {
    const POINTS: [&str; 9] = ["ar", "bo", "cl", "co", "ec", "es", "py", "uy", "ve"];
    const COMMAS: [&str; 10] = ["do", "gt", "hn", "mx", "ni", "pa", "pe", "pr", "sv", "us"];
    let country = declared.split(['-', '_']).next_back().unwrap_or_default().to_ascii_lowercase();
    let named = declared.contains(['-', '_']);
    if named && (POINTS.contains(&country.as_str()) || COMMAS.contains(&country.as_str())) {
        return POINTS.contains(&country.as_str());
    }
    let decimals = text.contains(',') && has_decimals(text, b',');
    (decimals || has_round_thousands(text, b'.') && !has_round_thousands(text, b',')) && !has_decimals(text, b'.')
}

/// Whether a number of thousands with `mark` before its last three digits stands in `text` that is no number with decimals, which
/// nobody ends in noughts: `40.000`, `1.500`.
fn has_round_thousands(text: &str, mark: u8) -> bool {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_round = |at: usize| {
        let round = digit(at + 1) && bytes.get(at + 2..at + 4) == Some(b"00") && !digit(at + 4);
        let whole = bytes[..at].iter().rev().take(4).take_while(|byte| byte.is_ascii_digit()).count();
        let before = at.checked_sub(whole + 1).map(|before| bytes[before]);
        let goes_on = matches!(bytes.get(at + 4), Some(b'.' | b',')) && digit(at + 5);
        let dated = before.is_some_and(|before| matches!(before, b'.' | b',' | b'/' | b':'));
        round && (1..=3).contains(&whole) && bytes[at - whole] != b'0' && !goes_on && !dated
    };
    (0..bytes.len()).any(|at| bytes[at] == mark && is_round(at))
}

/// Whether a number with `mark` before one decimal or two stands in `text`; those of dates have more marks.
fn has_decimals(text: &str, mark: u8) -> bool {
    const DIGITS: usize = 3;
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_decimal = |at: usize| {
        let end = at + 1 + (at + 1..=at + DIGITS).take_while(|&at| digit(at)).count();
        let whole = bytes[..at].iter().rev().take(DIGITS).take_while(|byte| byte.is_ascii_digit()).count();
        let before = at.checked_sub(whole + 1).map(|before| bytes[before]);
        let goes_on = matches!(bytes.get(end), Some(b'.' | b',' | b':' | b'/')) && digit(end + 1);
        let dated = before.is_some_and(|before| before == mark || matches!(before, b'/' | b':'));
        whole > 0 && matches!(end - at, 2 | 3) && !goes_on && !dated
    };
    (0..bytes.len()).any(|at| bytes[at] == mark && is_decimal(at))
}

/// What a text says in its own language.
struct Own {
    kept: String,
    /// Bytes of lines in others.
    left_out: usize,
}

impl Own {
    fn of(text: &str, margins: &[Span], language: Option<Language>) -> Self {
        let mut kept = String::with_capacity(text.len());
        let is_other = |line: &str| language.is_some_and(|own| is_of_others(&Folded::new(line, Spaces::Written), own));
        let (mut left_out, mut at, mut margins) = (0, 0, margins.iter().peekable());
        for line in text.split_inclusive('\n') {
            let start = at;
            at += line.len();
            while margins.next_if(|margin| margin.end() <= start).is_some() {}
            let in_margin = margins.peek().is_some_and(|margin| margin.start() <= start && at <= margin.end() + 1);
            if in_margin || is_other(line) {
                left_out += if in_margin { 0 } else { line.len() };
            } else {
                kept.push_str(line);
            }
        }
        Self { kept, left_out }
    }

    fn profile(&self) -> Profile {
        Profile::of(&Folded::new(&self.kept, Spaces::Written))
    }
}

/// The profile of the text that tells the language of the page, and its place among `texts`: what a reader sees, and where that says
/// next to nothing the one that has the article, in closed details or in data. What is `declared` counts where little is written.
pub(super) fn telling(texts: &[FoldedText<'_>], declared: Option<&str>) -> (usize, Profile) {
    let is_another = declared.is_some_and(|tag| tagged(tag).is_none() && is_tag(tag));
    let declared = declared.and_then(tagged);
    let of = |text: &FoldedText<'_>| {
        let mut profile = Profile::of(&text.folded);
        profile.is_another = is_another;
        if let Some(language) = declared {
            profile.declare(language, text.folded.words.len());
        }
        profile
    };
    let first = texts.first().map_or_else(|| Profile::of(&Folded::new("", Spaces::Written)), of);
    if first.language().is_some() {
        return (0, first);
    }
    let besides = texts
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(_, text)| matches!(text.name, TextName::Hidden | TextName::Structured | TextName::Script));
    let told = besides.map(|(at, text)| (at, of(text))).find(|(_, profile)| {
        let agrees = |language| declared.map_or_else(|| first.agrees_with(language), |declared| declared == language);
        profile.language().is_some_and(agrees)
    });
    told.unwrap_or((0, first))
}

/// Whether it is the tag of a language: `sl`, and none of `und`, `x-default`.
fn is_tag(tag: &str) -> bool {
    let tag = tag.split(['-', '_']).next().unwrap_or_default();
    tag.len() == 2 && tag.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// `de` of `de-AT`.
pub(super) fn tagged(tag: &str) -> Option<Language> {
    let tag = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    TAGS.iter().find(|(own, _)| *own == tag).map(|(_, language)| *language)
}
