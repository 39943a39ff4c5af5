//! What stands beside the words of a notice, and on no notice of some kind: a poem, a report, a thing that is out of order.

use std::sync::LazyLock;

use super::subject::{has_any, is_told, phrases, told_in_short};
use super::{Class, SENTENCE, facts, is_of_sites, is_own, naming, speaks_to_reader};
use crate::page::signature::{self, plain, sentences, words};
use crate::page::vocabulary::{List, known};
use crate::page::{Place, Signs, Written};

/// What a text has that no notice of some kind has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::verdict::signs) enum Trait {
    /// It speaks nowhere to its reader, nor of what was asked for, and tells a year of something else than its site.
    ForNobody,
    /// It measures land.
    Land,
    /// It is all sentences, one of which tells of the world: it offers nothing to choose.
    Prose,
    /// It has a form that is there for its own sake: to write, to order.
    Form,
    /// What is out of order is a thing that a heading names, and no site.
    BrokenThing,
    /// Lines of a few words tell of anything else than pages and who asks for them.
    Verse,
    /// Its title says that it is of a help page, and it has a sentence of some length.
    Help,
    /// A sentence says how things mostly are, and the page goes on in another part.
    General,
    /// Its title is a headline, and a sentence says on which day it was, or who says so.
    Report,
    /// A sentence tells from which work its number is.
    OfItsNumber,
    /// What says that something is not there only supposes it.
    Supposed,
}

/// Words of a heading that is a headline, of a line of a poem, and lines of one.
const HEADLINE: usize = 4;
const LINE: usize = 3;
const LINES: usize = 2;
/// Letters of a word that names a thing.
const NAMING: usize = 4;
/// The signature of what the reader of a trouble is asked for.
const AROUND: &str = "trouble-around";

static GENERAL: LazyLock<Vec<String>> = LazyLock::new(|| phrases(&known().in_general));

/// What a page has that no notice of some kind has.
pub(super) fn traits(signs: &Signs) -> Vec<Trait> {
    let has_form = match signs.written {
        Written::Nothing => false,
        // A question to robots takes a line as well, and tells no price.
        Written::Line => sentences(&signs.opening).any(|it| !speaks_to_reader(it) && facts::tells(it)),
        Written::Letter => true,
    };
    let all = [
        (Trait::ForNobody, sentences(&signs.opening).any(dates_a_loss) && naming::is_for_nobody(signs)),
        (Trait::Land, facts::measures_land(signs)),
        (Trait::Prose, is_prose(signs)),
        (Trait::Form, has_form),
        (Trait::BrokenThing, is_trouble_of_a_thing(signs)),
        (Trait::Verse, is_verse(signs)),
        (Trait::Help, naming::is_help(signs) && sentences(&signs.opening).any(|it| words(it) >= SENTENCE)),
        (Trait::General, is_general(signs)),
        (Trait::Report, is_report(signs)),
        (Trait::OfItsNumber, sentences(&signs.opening).any(tells_of_its_number)),
        (Trait::Supposed, is_supposed(signs)),
    ];
    all.into_iter().filter_map(|(of, is)| is.then_some(of)).collect()
}

/// Whether a sentence tells a year, and what was lost or something of the world: who keeps a site says when it was rebuilt.
fn dates_a_loss(sentence: &str) -> bool {
    let is_loss = |hit: &signature::Hit| hit.signature.class == Class::Soft404;
    let is_kept = || plain(sentence).split(' ').any(|word| known().keepers.has(word));
    let tells_it = || signature::in_words(Place::Text, sentence).iter().any(is_loss) && !is_kept();
    facts::tells_a_year(sentence) && (!is_of_sites(sentence) || tells_it())
}

/// Whether all that a page says below its titles are sentences, one of which tells of the world.
fn is_prose(signs: &Signs) -> bool {
    let titles: Vec<String> = signs.title.iter().flat_map(|title| signature::parts(title)).map(plain).collect();
    let headings: Vec<String> = signs.headings.iter().chain(&signs.lesser).map(|it| plain(it)).collect();
    let is_below = |line: &&str| {
        let plain = plain(line);
        !line.trim().is_empty() && !titles.contains(&plain) && !headings.contains(&plain)
    };
    let mut lines = signs.opening.lines().filter(is_below);
    let ends = |line: &str| line.trim_end().ends_with(['.', '!', '。', '！', '।']);
    lines.clone().flat_map(sentences).any(is_told) && lines.all(ends)
}

/// Whether what is out of order is a thing that a heading names, and no site: “The crane is down for maintenance until May”. Beside
/// it the page says something else, unless no site is called so: “The lift is out of order”.
fn is_trouble_of_a_thing(signs: &Signs) -> bool {
    let is_trouble = |hit: &signature::Hit| hit.signature.class == Class::Trouble && hit.signature.id != AROUND;
    let hits =
        |sentence: &str| signature::in_words(Place::Text, sentence).into_iter().filter(is_trouble).collect::<Vec<_>>();
    let titles = || signs.title.iter().chain(&signs.headings).map(|title| plain(title));
    let is_title = |sentence: &str| titles().any(|title| title.starts_with(plain(sentence).trim_end()));
    let named: Vec<String> = signs.headings.iter().map(|heading| plain(heading)).collect();
    let names_it = |sentence: &str| {
        let text = plain(sentence);
        let is_within = |at: usize| hits(sentence).iter().any(|hit| (hit.start..hit.end).contains(&at));
        let mut at = 0;
        text.split(' ').any(|word| {
            let start = at;
            at += word.len() + 1;
            let is_word = word.chars().count() >= NAMING && !is_within(start);
            is_word && named.iter().any(|heading| heading.split(' ').any(|it| it == word))
        })
    };
    let mut said = sentences(&signs.opening).filter(|it| !is_title(it) && !hits(it).is_empty()).peekable();
    said.peek().is_some()
        && said.all(|it| {
            let is_facility = || names_a_facility(it) && signs.headings.iter().any(|heading| names_a_facility(heading));
            let is_told = told_in_short(signs) > 0 && names_it(it);
            !is_of_sites(it) && !speaks_to_reader(it) && (is_told || is_facility())
        })
}

/// Whether a text names a thing that is out of order at times, and after which no site is called.
pub(in crate::verdict::signs) fn names_a_facility(text: &str) -> bool {
    has_word(&known().facilities, text) || known().facilities_unspaced.stands_in(text)
}

fn has_word(list: &List, text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).any(|word| list.has(word))
}

/// Whether lines of a few words stand below the title, and none of them is of sites or says what a notice says.
fn is_verse(signs: &Signs) -> bool {
    let text = signs.beside_links.as_deref().unwrap_or(&signs.opening);
    let titles: Vec<String> = signs.title.iter().flat_map(|title| signature::parts(title)).map(plain).collect();
    let headings: Vec<String> = signs.headings.iter().chain(&signs.lesser).map(|it| plain(it)).collect();
    let is_below = |line: &&str| {
        let plain = plain(line);
        !titles.contains(&plain) && !headings.contains(&plain)
    };
    let is_notice = |line: &str| {
        let hits = signature::in_words(Place::Text, line).into_iter().chain(signature::in_words(Place::Heading, line));
        hits.chain(signature::in_line(line)).any(|hit| !matches!(hit.signature.class, Class::Shell | Class::About))
    };
    let is_line = |line: &&str| {
        let is_of_signs = line.contains(['©', '|', '@', '»', '›', '→', '/', ':']);
        words(line) >= LINE && !is_of_signs && !speaks_to_reader(line) && !is_of_sites(line) && !is_notice(line)
    };
    text.lines().filter(is_below).filter(is_line).count() >= LINES
}

/// Whether a sentence tells from which work a number is: “The number is a nod to a novel.”
fn tells_of_its_number(sentence: &str) -> bool {
    is_own(sentence) && has_word(&known().numbers, sentence) && has_word(&known().things, sentence)
}

/// Whether a sentence that speaks to nobody says how things mostly are, and another heading stands below, of no notice: a notice says
/// how it is.
fn is_general(signs: &Signs) -> bool {
    let is_said = |sentence: &str| {
        let is_kept = || has_word(&known().keepers, sentence);
        words(sentence) >= SENTENCE && has_any(&GENERAL, &plain(sentence)) && !speaks_to_reader(sentence) && !is_kept()
    };
    let is_of_none = |heading: &String| {
        let hits =
            signature::in_words(Place::Title, heading).into_iter().chain(signature::in_words(Place::Heading, heading));
        hits.into_iter().all(|hit| hit.signature.class == Class::About)
            && !heading.bytes().all(|it| it.is_ascii_digit())
    };
    let mut others = signs.headings.iter().chain(&signs.lesser).skip(1);
    others.any(is_of_none) && sentences(&signs.opening).any(is_said)
}

/// Whether a heading of several words is the title without the name of the site, and a sentence below says on which day it was or
/// who says so.
fn is_report(signs: &Signs) -> bool {
    let title = signs.title.as_deref().map(plain).unwrap_or_default();
    let is_headline = |heading: &&String| {
        let plain = plain(heading);
        words(heading) >= HEADLINE && title.starts_with(plain.trim_end()) && title.len() > plain.len()
    };
    let Some(headline) = signs.headings.iter().find(is_headline) else { return false };
    let is_told = |sentence: &str| has_word(&known().reports, sentence) || known().reports_unspaced.stands_in(sentence);
    let below = sentences(&signs.opening).filter(|sentence| plain(sentence) != plain(headline));
    below.into_iter().any(|sentence| !speaks_to_reader(sentence) && is_told(sentence))
}

/// Whether every sentence that says that something is not there supposes it: “If you cannot find what you are looking for, ring us.”
fn is_supposed(signs: &Signs) -> bool {
    let is_loss = |hit: &signature::Hit| hit.signature.class == Class::Soft404 && !hit.signature.vague;
    let says = |sentence: &&str| signature::in_words(Place::Text, sentence).iter().any(is_loss);
    let mut said = sentences(&signs.opening).filter(says).peekable();
    said.peek().is_some() && said.all(supposes)
}

/// Whether a sentence begins with a condition, or has one in a script without spaces.
pub(in crate::verdict::signs) fn supposes(sentence: &str) -> bool {
    static PHRASES: LazyLock<Vec<String>> = LazyLock::new(|| phrases(&known().conditional));
    let plain = plain(sentence);
    PHRASES
        .iter()
        .any(|phrase| plain.starts_with(phrase.as_str()) || plain.trim_start().starts_with(phrase.trim_start()))
        || known().conditional_unspaced.stands_in(sentence)
}

#[cfg(test)]
#[path = "beside_tests.rs"]
mod tests;
