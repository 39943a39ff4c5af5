//! Pages that are a login and nothing else, with a password or before one is asked for: what they are called, and how little stands
//! there that no login says.

mod gates;

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Input, MatchKind};

use super::notices::{is_of_sites, speaks_to_reader};
use crate::page::signature::{self, as_words, plain, sentences};
use crate::page::vocabulary::{List, known};
use crate::page::{Signs, Written};

/// Characters of a login, with the list of those who let its readers in.
const LONGEST: usize = 600;
/// Letters and digits that no login says: of a page that is called one and asks for a password, of one that asks for none yet, and of one
/// that asks for a password under the name of its site, or under words that head much else.
const WITH_A_PASSWORD: usize = 200;
const WITHOUT: usize = 100;
const LITTLE: usize = 12;
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
/// The same of what stands beside a login in its name: “at”, “via”.
const SMALL: usize = 6;
/// Other accounts to log in with that make a login.
const OTHERS: usize = 2;
/// Parts of the names of fields that take an account.
const ACCOUNTS: [&str; 5] = ["email", "user", "login", "account", "identifier"];
const STOPS: [char; 7] = ['.', '!', '?', '。', '！', '？', '।'];

/// What a word of a login is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Asks,
    Entry,
    Label,
    Field,
    Way,
    Step,
    Scheme,
    Filler,
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
    let lists: [(&List, Kind); 8] = [
        (&all.login_ways, Kind::Way),
        (&all.login_asks, Kind::Asks),
        (&all.login_entries, Kind::Entry),
        (&all.login_labels, Kind::Label),
        (&all.login_fields, Kind::Field),
        (&all.login_steps, Kind::Step),
        (&all.login_schemes, Kind::Scheme),
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

/// What calls a page that is a login and nothing else so, what asks for its password, or by what its form is known.
pub(super) fn told(signs: &Signs) -> Option<String> {
    told_by_words(signs).or_else(|| gates::told(signs))
}

fn told_by_words(signs: &Signs) -> Option<String> {
    if signs.said > LONGEST || signs.passwords + signs.forms == 0 && signs.visible > LONGEST {
        return None;
    }
    let name = |is: &dyn Fn(&str) -> bool| named(signs, is);
    let whole = name(&|part| Name::of(part) == Name::Login || Name::of(part) == Name::WithAnAccount);
    if whole.is_none() && signs.passwords != 1 {
        return None;
    }
    let said = plain(&signs.opening);
    let found = find(&said);
    let others = of_another_matter(&said, &found, signs);
    if others > TOLD && sentences(&signs.opening).any(|sentence| tells(sentence, signs)) {
        return None;
    }
    let count = |kinds: &[Kind]| {
        let mut phrases: Vec<usize> = found.iter().filter(|it| kinds.contains(&it.kind)).map(|it| it.phrase).collect();
        phrases.sort_unstable();
        phrases.dedup();
        phrases.len()
    };
    let has_labels = count(&[Kind::Label]) > 0 && count(&[Kind::Label, Kind::Field]) >= WORDS;
    if signs.passwords == 0 {
        let (ways, buttons) = below(signs);
        let is_for_accounts =
            ways >= OTHERS || signs.forms > 0 && name(&|part| Name::of(part) == Name::WithAnAccount).is_some();
        let is_form = signs.forms > 0
            && (has_labels || is_account_first(signs, others, count(&[Kind::Label]) > 0))
            && buttons > 0;
        return whole.filter(|_| others <= WITHOUT && (is_form || is_for_accounts)).cloned();
    }
    if !has_labels {
        return None;
    }
    if let Some(name) = whole.filter(|_| others <= WITH_A_PASSWORD) {
        return Some(name.clone());
    }
    let asks = |kinds: &[Kind]| found.iter().any(|it| kinds.contains(&it.kind));
    if signs.passwords != 1 || others > LITTLE || !asks(&[Kind::Asks, Kind::Entry, Kind::Way]) {
        return None;
    }
    // A box for members stands beside what a page is of.
    let is_login = |text: &&String| is_called_a_login(text) || Name::of(text) != Name::Other;
    let called = name(&|part| is_called_a_login(part) || Name::of(part) == Name::Entry);
    let is_all = signs.headings.iter().chain(&signs.lesser).all(|text| is_login(&text));
    called.cloned().or_else(|| is_all.then(|| "all that the page says is of a login".to_owned()))
}

/// Whether a form takes one line, which is called an account or stands beside the label of a login, and the page says next to nothing else and has a further step for a
/// button: letters of news are sent, and courses booked, at once.
fn is_account_first(signs: &Signs, others: usize, has_label: bool) -> bool {
    let is_account = |name: &String| ACCOUNTS.iter().any(|it| name.contains(it));
    let is_step = |label: &String| {
        let plain = plain(label);
        let found = find(&plain);
        found.len() == 1 && found[0].kind == Kind::Step && found[0].at.len() >= plain.trim().len()
    };
    let shown = || signs.asked.fields.iter().filter(|name| is_account(name));
    signs.forms == 1
        && signs.written == Written::Line
        && others <= LITTLE
        && (has_label || shown().count() == 1)
        && signs.asked.choices.iter().any(is_step)
}

/// The title or the first heading, where a part of it is so. A heading below another is that of a box.
fn named<'a>(signs: &'a Signs, is: &dyn Fn(&str) -> bool) -> Option<&'a String> {
    let first = signs.headings.first().or(signs.lesser.first());
    let mut names = signs.title.iter().chain(first);
    names.find(|title| signature::parts(title).into_iter().any(is))
}

/// Whether a sentence tells something that no login says.
fn tells(sentence: &str, signs: &Signs) -> bool {
    let plain = plain(sentence);
    let count = of_another_matter(&plain, &find(&plain), signs);
    count > TOLD && sentence.trim_end().ends_with(STOPS) && !speaks_to_reader(sentence) && !is_of_sites(sentence)
}

/// How many accounts from elsewhere the lines of a page offer, and how many buttons of logins there are; its headings are none.
fn below(signs: &Signs) -> (usize, usize) {
    let headings: Vec<String> = signs.headings.iter().chain(&signs.lesser).map(|it| plain(it)).collect();
    let lines = signs.opening.lines().map(plain).filter(|line| !headings.contains(line));
    let kinds: Vec<Kind> = lines.flat_map(|line| find(&line)).map(|it| it.kind).collect();
    let count = |of: &[Kind]| kinds.iter().filter(|kind| of.contains(kind)).count();
    (count(&[Kind::Way]), count(&[Kind::Asks, Kind::Step, Kind::Way]))
}

/// What a part of a title is as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    Login,
    /// “Sign in with your institution”.
    WithAnAccount,
    /// What heads a login as well as the way into a museum.
    Entry,
    Other,
}

impl Name {
    fn of(part: &str) -> Self {
        let plain = plain(part);
        let found = find(&plain);
        let is_beside = |at: usize| !found.iter().any(|it| it.at.contains(&at));
        let beside = plain.char_indices().filter(|(at, c)| !c.is_whitespace() && is_beside(*at)).count();
        let count = |kind: Kind| found.iter().filter(|it| it.kind == kind).count();
        let (asks, ways) = (count(Kind::Asks), count(Kind::Way));
        if beside > SMALL || count(Kind::Label) + count(Kind::Field) > 0 {
            Self::Other
        } else if ways > 0 && asks + ways + count(Kind::Entry) > 1 {
            Self::WithAnAccount
        } else if asks > 0 {
            Self::Login
        } else if count(Kind::Entry) > 0 {
            Self::Entry
        } else {
            Self::Other
        }
    }
}

/// Words between spaces: the marks of many scripts are none of the letters that are compared.
fn count_of(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Whether a part of a title calls what it heads a login, perhaps with what that is of: “Quay Library login”.
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
