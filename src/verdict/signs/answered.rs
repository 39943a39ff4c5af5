//! Headings of parts of a page that are questions, answered below: “Page not found?”, and then that the addresses have changed.
//! A notice that asks is the title of its page, or answers with a notice.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::notices::{NOTICES, is_told};
use crate::page::signature::{self, Class, plain, sentences};
use crate::page::vocabulary::known;
use crate::page::{Place, Signs};

/// Marks behind a question; Greek has that of a stop in other languages.
const ASKING: [char; 4] = ['?', '？', '؟', '\u{37e}'];
const GREEK: char = ';';
/// What says so much of a notice says it by itself.
const TELLING: u32 = 50;
/// Questions beside one that names a notice, on a page that is not called after them.
const SEVERAL: usize = 2;

/// Titles of pages of questions.
static QUESTIONS: LazyLock<Vec<String>> = LazyLock::new(|| known().questions.all().map(signature::as_words).collect());

/// A part of a page.
struct Part<'a> {
    heading: &'a str,
    is_notice: bool,
    /// Whether it answers: it has a sentence, and none of a notice.
    is_answered: bool,
    /// Whether a sentence in it tells of the world.
    is_told: bool,
}

/// The headings that name a notice, ask and are answered, in plain words. The page has a title and a first heading of no notice, and
/// is called after its questions, or asks something else as well.
pub(super) fn headings(signs: &Signs) -> Vec<String> {
    let mut all = signs.headings.iter().chain(&signs.lesser);
    let Some(first) = all.next() else { return Vec::new() };
    let named: Vec<&String> = all.clone().filter(|heading| names_a_notice(heading)).collect();
    if named.is_empty() || signs.title.iter().chain([first]).any(|title| names_a_notice(title)) {
        return Vec::new();
    }
    let parts = parts(signs, first);
    let others = || parts.iter().filter(|part| !part.is_notice && part.is_answered);
    let asked = others().filter(|part| is_asked(part.heading) && part.is_told).count();
    let is_of_questions = signs.title.iter().chain([first]).any(|title| is_called_after_questions(title))
        && parts.iter().filter(|part| part.is_answered).count() > 1;
    let is_meant = |part: &&Part<'_>| {
        let is_among = is_of_questions || asked >= SEVERAL || asked > 0 && is_asked(part.heading);
        part.is_notice && part.is_answered && is_among
    };
    parts.iter().filter(is_meant).map(|part| plain(part.heading)).collect()
}

/// The text without the lines that are those headings.
pub(super) fn without<'t>(text: &'t str, headings: &[String]) -> Cow<'t, str> {
    if headings.is_empty() {
        return text.into();
    }
    let lines: Vec<&str> = text.lines().filter(|line| !headings.contains(&plain(line))).collect();
    lines.join("\n").into()
}

/// The parts below the first heading, as far as they are kept.
fn parts<'a>(signs: &'a Signs, first: &str) -> Vec<Part<'a>> {
    let headings: Vec<String> = signs.headings.iter().chain(&signs.lesser).map(|it| plain(it)).collect();
    let first = plain(first);
    let mut lines = signs.opening.lines().filter(|line| !line.trim().is_empty()).peekable();
    let mut parts = Vec::new();
    while let Some(heading) = lines.next() {
        let name = plain(heading);
        if name == first || !headings.contains(&name) {
            continue;
        }
        let mut below: Vec<&str> = Vec::new();
        while let Some(line) = lines.next_if(|line| !headings.contains(&plain(line))) {
            below.extend(sentences(line).filter(|it| ends(it)));
        }
        parts.push(Part {
            heading,
            is_notice: names_a_notice(heading),
            is_answered: !below.is_empty() && !below.iter().any(|it| says_a_notice(it)),
            is_told: below.iter().any(|it| is_told(it)),
        });
    }
    parts
}

fn ends(sentence: &str) -> bool {
    sentence.trim_end().ends_with(['.', '!', '?', '。', '！', '？', '।', '؟'])
}

/// Whether a heading is a question.
fn is_asked(heading: &str) -> bool {
    let heading = heading.trim_end();
    let is_greek = || heading.chars().any(|c| matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}'));
    heading.ends_with(ASKING) || heading.ends_with(GREEK) && is_greek()
}

fn is_called_after_questions(title: &str) -> bool {
    let plain = plain(title);
    QUESTIONS.iter().any(|phrase| plain.contains(phrase.as_str()))
}

fn is_of_notices(hit: &signature::Hit) -> bool {
    NOTICES.contains(&hit.signature.class) || matches!(hit.signature.class, Class::Login | Class::Paywall)
}

/// Whether a heading names a notice.
fn names_a_notice(heading: &str) -> bool {
    let hits =
        signature::in_words(Place::Title, heading).into_iter().chain(signature::in_words(Place::Heading, heading));
    let lines = signature::in_line(heading);
    hits.chain(lines).any(|hit| is_of_notices(&hit))
}

/// Whether a sentence says by itself what a notice says.
fn says_a_notice(sentence: &str) -> bool {
    signature::in_words(Place::Text, sentence).iter().any(|hit| is_of_notices(hit) && hit.signature.points >= TELLING)
}
