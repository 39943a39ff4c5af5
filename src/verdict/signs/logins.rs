//! Pages that are a login and nothing else, with a password or before one is asked for: what they are called, and how little stands
//! there that no login says.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Input, MatchKind};

use super::notices::{is_of_sites, speaks_to_reader};
use crate::page::Signs;
use crate::page::signature::{self, as_words, plain, sentences};
use crate::page::vocabulary::{List, known};

/// Characters of a login, with the list of those who let its readers in.
const LONGEST: usize = 600;
/// Letters and digits that no login says: of a page that is called one, of one that asks for a password as well, and of one that only does
/// that.
const OF_ANOTHER_MATTER: usize = 100;
const NAMED_WITH_A_PASSWORD: usize = 200;
const BESIDE_A_PASSWORD: usize = 160;
/// Different words of logins that make one, one of which no other form has.
const WORDS: usize = 2;
/// Words of a title beside what calls it a login: “Sign in to the Quay portal”, “Quay Library login”.
const BEHIND: usize = 4;
const BEFORE: usize = 3;
/// The same of scripts without spaces, in characters.
const AROUND: usize = 20;
/// The scripts of Thailand, China, Japan and others around them begin here.
const UNSPACED: char = '\u{e00}';
/// Letters and digits of a sentence that tells something, where no login says them.
const TOLD: usize = 30;
const STOPS: [char; 7] = ['.', '!', '?', '。', '！', '？', '।'];

/// What a word of a login is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Asks,
    Label,
    Field,
    Filler,
    Way,
}

/// The words of logins, to be looked for in one go.
struct Words {
    finder: AhoCorasick,
    kinds: Vec<Kind>,
    /// What calls a page a login, in plain letters, and how many words that is.
    asks: Vec<(String, usize)>,
}

static WORDS_OF_LOGINS: LazyLock<Words> = LazyLock::new(|| {
    let all = known();
    let lists: [(&List, Kind); 5] = [
        (&all.login_ways, Kind::Way),
        (&all.login_asks, Kind::Asks),
        (&all.login_labels, Kind::Label),
        (&all.login_fields, Kind::Field),
        (&all.login_fillers, Kind::Filler),
    ];
    let words = lists.into_iter().flat_map(|(list, kind)| list.all().map(move |word| (as_words(word), kind)));
    let (phrases, kinds): (Vec<String>, Vec<Kind>) = words.unzip();
    let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(phrases);
    let asks = all.login_asks.all().map(|word| (plain(word).trim().to_owned(), count_of(word))).collect();
    Words { finder: finder.expect("a test builds it"), kinds, asks }
});

/// A word of a login, and where it stands.
struct Found {
    phrase: usize,
    kind: Kind,
    at: Range<usize>,
}

/// What stands in a text as [`plain`] gives it; the space at the end of one may be the one before the next.
fn find(text: &str) -> Vec<Found> {
    let (mut at, mut all) = (0, Vec::new());
    while let Some(found) = WORDS_OF_LOGINS.finder.find(Input::new(text).range(at..)) {
        let phrase = found.pattern().as_usize();
        all.push(Found { phrase, kind: WORDS_OF_LOGINS.kinds[phrase], at: found.range() });
        let glued = usize::from(text[..found.end()].ends_with(' '));
        at = (found.end() - glued).max(found.start() + 1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    all
}

/// What calls a page that is a login and nothing else so, or what asks for its password.
pub(super) fn told(signs: &Signs) -> Option<String> {
    if signs.said > LONGEST || signs.passwords + signs.forms == 0 && signs.visible > LONGEST {
        return None;
    }
    // A heading below another is that of a box.
    let first = signs.headings.first().or(signs.lesser.first());
    let name = signs.title.iter().chain(first).find(|title| signature::parts(title).into_iter().any(is_called_a_login));
    if name.is_none() && signs.passwords != 1 {
        return None;
    }
    let said = plain(&signs.opening);
    let found = find(&said);
    let is_there = |kind: Kind| found.iter().any(|it| it.kind == kind);
    let count = |kinds: &[Kind]| {
        let mut phrases: Vec<usize> = found.iter().filter(|it| kinds.contains(&it.kind)).map(|it| it.phrase).collect();
        phrases.sort_unstable();
        phrases.dedup();
        phrases.len()
    };
    let of_logins = count(&[Kind::Label, Kind::Way]);
    let has_words = of_logins > 0 && of_logins + count(&[Kind::Field]) >= WORDS;
    let others = of_another_matter(&said, &found, signs);
    let tells = |sentence: &str| {
        let plain = plain(sentence);
        let count = of_another_matter(&plain, &find(&plain), signs);
        count > TOLD && sentence.trim_end().ends_with(STOPS) && !speaks_to_reader(sentence) && !is_of_sites(sentence)
    };
    if others > TOLD && sentences(&signs.opening).any(tells) {
        return None;
    }
    let is_named = || {
        let is_led = name.is_some_and(|name| find(&plain(name)).iter().any(|it| it.kind == Kind::Way));
        let is_form = signs.forms > 0 || is_there(Kind::Way);
        let most = if signs.passwords > 0 { NAMED_WITH_A_PASSWORD } else { OF_ANOTHER_MATTER };
        others <= most && is_form && (has_words || is_led)
    };
    let asks_for_password = || {
        signs.passwords == 1
            && others <= BESIDE_A_PASSWORD
            && has_words
            && (is_there(Kind::Asks) || is_there(Kind::Way))
    };
    match name {
        Some(name) if is_named() => Some(name.clone()),
        _ => asks_for_password().then(|| "all that the page says is of a login".to_owned()),
    }
}

/// Words between spaces: the marks of many scripts are none of the letters that are compared.
fn count_of(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Whether a part of a title calls what it heads a login, perhaps with what that is of.
fn is_called_a_login(part: &str) -> bool {
    let plain = plain(part);
    let name = plain.trim();
    let count = count_of(part);
    let is_one = count == 1 && part.chars().any(|c| c >= UNSPACED);
    let is_few = |rest: &str, most: usize| {
        rest.is_empty()
            || count <= most && (rest.starts_with(' ') || rest.ends_with(' '))
            || is_one && rest.chars().count() <= AROUND
    };
    let is_name = |(ask, words): &(String, usize)| {
        let (behind, before) = (name.strip_prefix(ask.as_str()), name.strip_suffix(ask.as_str()));
        behind.is_some_and(|rest| is_few(rest, words + BEHIND))
            || before.is_some_and(|rest| is_few(rest, words + BEFORE))
    };
    WORDS_OF_LOGINS.asks.iter().any(is_name)
}

/// Letters and digits of a text that are neither of a login nor the name of the site.
fn of_another_matter(said: &str, found: &[Found], signs: &Signs) -> usize {
    let mut known: Vec<Range<usize>> = found.iter().map(|it| it.at.clone()).collect();
    for name in signs.title.iter().flat_map(|title| signature::parts(title)) {
        let name = plain(name);
        if !name.trim().is_empty() {
            known.extend(said.match_indices(name.as_str()).map(|(at, it)| at..at + it.len()));
        }
    }
    let is_known = |at: usize| known.iter().any(|range| range.contains(&at));
    said.char_indices().filter(|(at, c)| !c.is_whitespace() && !is_known(*at)).count()
}

#[cfg(test)]
#[path = "logins_tests.rs"]
mod tests;
