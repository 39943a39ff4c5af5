//! Marks of notes that were marked before, amid a sentence.
//!
//! Their order says nothing: the mark of note 7 may stand anywhere behind its first. So they count only where nothing else
//! can be meant: what stands before them is whole, and what follows counts nothing.

use std::cell::RefCell;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::words::{announces_a_number, begins_clause, measures};
use super::{
    DIGITS, Found, begins_with_month, chained, digits, ends_block, ends_in_dated_year, ends_in_year, groups_thousands,
    is_closing, is_digit, is_masked, is_outside_words, is_point_of_sentence, last_word, numbers, unspaced,
};
use crate::document::draft::Draft;
use crate::document::{Block, Quoted};

/// A shorter word with a number glued to it is a name: `MP3`.
const SHORTEST_WORD: usize = 4;
/// The same of a name.
const SHORTEST_NAME: usize = 3;
/// Names that a text is searched for.
const MOST_NAMES: usize = 100;
/// A shorter block that ends in a number is a line of a table.
const SHORTEST_LINE: usize = 8;
/// A shorter word in -ing is rather a thing than what somebody does.
const SHORTEST_DOING: usize = 6;
/// Digits of a year.
const YEAR: usize = 4;
/// Blanks before a number that still belongs to the words before it.
const MOST_BLANKS: usize = 2;

/// How the marks of a list stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Glued to what they follow.
    Glued,
    /// With a space before them.
    Apart,
    /// Behind a word of a script without spaces, before a stop; true where that is the custom.
    Unspaced(bool),
}

/// The marks in `blocks` that `found`, the marks of one list, leaves out and that repeat some of those before them.
pub(super) fn fill(
    draft: &Draft<'_>,
    quoted: &[Quoted],
    blocks: &[&Block],
    found: &[Found],
    style: Style,
) -> Vec<Range<usize>> {
    let mut marked: Vec<(usize, usize)> = found
        .iter()
        .flat_map(|own| numbers(&draft.prose.text()[own.range.clone()]).map(|number| (number, own.range.start)))
        .collect();
    marked.sort_unstable();
    let is_known = |number: usize, at: usize| {
        let first = marked.partition_point(|(own, _)| *own < number);
        marked.get(first).is_some_and(|(own, start)| *own == number && *start < at)
    };
    let is_free = |range: &Range<usize>| {
        let next = found.partition_point(|own| own.range.end <= range.start);
        !is_masked(&draft.masked, range)
            && is_outside_words(quoted, range)
            && found.get(next).is_none_or(|own| own.range.start >= range.end)
    };
    let names = Names::of(draft.prose.text());
    let mut repeated = Vec::new();
    for block in blocks {
        let (text, offset) = (&draft.prose.text()[block.range()], block.range().start);
        let mut at = 0;
        while let Some(start) = text[at..].find(is_digit).map(|next| at + next) {
            at = start + digits(&text[start..]);
            let marks = [chained(text, at), at].into_iter().find_map(|end| {
                let run = mark(text, start..end, at, style, &names)?;
                let known = numbers(&text[run.clone()]).all(|number| is_known(number, offset + run.start));
                let range = offset + run.start..offset + run.end;
                (known && is_free(&range)).then_some(range)
            });
            if let Some(range) = marks {
                at = range.end - offset;
                repeated.push(range);
            }
        }
    }
    repeated
}

/// The names of a text, and whether they stand there without a number: that of `Fund1` is its mark, that of `Covid19` and
/// `Grok4` none.
pub(super) struct Names<'t> {
    prose: &'t str,
    /// Those that were asked for.
    bare: RefCell<HashMap<&'t str, bool>>,
}

impl<'t> Names<'t> {
    pub(super) fn of(prose: &'t str) -> Self {
        Self { prose, bare: RefCell::default() }
    }

    /// Whether a text ends in a name that stands elsewhere as well, and nowhere with a number of its own.
    fn end(&self, text: &'t str) -> bool {
        self.ask(text, stands_bare)
    }

    /// The same where a number with a space before it ends a block behind the name.
    pub(super) fn are_bare_at_end(&self, text: &'t str) -> bool {
        self.ask(text, stands_bare_amid)
    }

    fn ask(&self, text: &'t str, stands: fn(&str, &str) -> bool) -> bool {
        let name = last_word(text);
        let before = text[..text.len() - name.len()].chars().next_back();
        let is_name = name.chars().count() >= SHORTEST_NAME && name.chars().any(char::is_uppercase);
        let whole = before.is_none_or(|c| c.is_whitespace() || "“\"(".contains(c));
        if !is_name || !whole {
            return false;
        }
        let mut bare = self.bare.borrow_mut();
        let asked = bare.len();
        match bare.entry(name) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => asked < MOST_NAMES && *new.insert(stands(self.prose, name)),
        }
    }
}

/// Whether a name stands somewhere in a text as a word, and nowhere before a number, `Grok 4`, `GPT-5`.
fn stands_bare(prose: &str, name: &str) -> bool {
    let (mut bare, mut numbered) = (false, false);
    // What is written in capitals has its own number if it comes again with the same: `HTML5`.
    let capitals = name.chars().all(char::is_uppercase);
    let mut glued: HashSet<&str> = HashSet::new();
    for (at, _) in prose.match_indices(name) {
        let behind = &prose[at + name.len()..];
        if prose[..at].ends_with(char::is_alphanumeric) || behind.starts_with(char::is_alphabetic) {
            continue;
        }
        let number = &behind[..digits(behind)];
        bare |= number.is_empty();
        numbered |= capitals && !number.is_empty() && !glued.insert(number);
        numbered |= behind.strip_prefix([' ', '-', '–', '\u{a0}']).is_some_and(|behind| behind.starts_with(is_digit));
    }
    bare && !numbered
}

/// The same of a name before a number that does not end its block.
fn stands_bare_amid(prose: &str, name: &str) -> bool {
    let (mut bare, mut numbered) = (false, false);
    for (at, _) in prose.match_indices(name) {
        let behind = &prose[at + name.len()..];
        if prose[..at].ends_with(char::is_alphanumeric) || behind.starts_with(char::is_alphanumeric) {
            continue;
        }
        match behind.strip_prefix([' ', '-', '–', '\u{a0}']).filter(|behind| behind.starts_with(is_digit)) {
            Some(behind) => numbered |= !behind.trim_start_matches(|c: char| is_digit(c) || c == ' ').starts_with('\n'),
            None => bare = true,
        }
    }
    bare && !numbered
}

/// The digits of `run` that can be nothing but marks; its first number ends at `first`.
fn mark<'t>(text: &'t str, run: Range<usize>, first: usize, style: Style, names: &Names<'t>) -> Option<Range<usize>> {
    if text[run.clone()].starts_with('0') {
        return None;
    }
    let (before, length, end) = (&text[..run.start], first - run.start, run.end);
    let ends = ends_block(text, end);
    match style {
        Style::Glued if length > DIGITS => {
            let behind_year = length > YEAR && ends_in_dated_year(&text[..run.start + YEAR]);
            let alone = length <= YEAR + DIGITS && (stands_alone(text, end) || text[end..].starts_with(" ("));
            (behind_year && alone).then_some(run.start + YEAR..end)
        }
        Style::Glued => {
            let closed = closes_number(before, length);
            let is_mark = match before.chars().next_back()? {
                // Behind a point decimals may go on with what they count.
                '.' => {
                    closed && (ends || begins_sentence(text, end))
                        || is_point_of_sentence(text, run.start) && !is_sum(&before[..before.len() - 1])
                }
                ':' => {
                    let inner = &before[..before.len() - 1];
                    ends && (!inner.ends_with(is_digit) || ends_in_year(inner))
                }
                '%' => before[..before.len() - 1].ends_with(is_digit) && stands_alone(text, end),
                // Behind the comma of a date nothing goes on in digits, and a name may follow.
                ',' if closed => stands_alone(text, end) || begins_sentence(text, end),
                _ => stands_alone(text, end) && (closed || ends_small_word(before) || names.end(before)),
            };
            is_mark.then_some(run)
        }
        Style::Apart => {
            let words = before.trim_end();
            let near = (1..=MOST_BLANKS).contains(&before[words.len()..].chars().count());
            let line = ends && text.split_whitespace().nth(SHORTEST_LINE).is_some();
            let is_mark = follows(words) && goes_on_with_clause(text, words, end)
                || line && (ends_small_word(words) || words.ends_with(':'));
            (near && is_mark).then_some(run)
        }
        Style::Unspaced(usual) => {
            let words = before.strip_suffix(' ').unwrap_or(before);
            let stops = text[end..].starts_with(['。', '！', '？', '；']);
            let custom = usual && unspaced::can_follow(&text[end..]) && unspaced::can_precede_again(words);
            (length <= DIGITS && (custom || stops && ends_whole(before))).then_some(run)
        }
    }
}

/// Whether `text` ends in a word of Chinese or Japanese behind which a sentence can end, and no number of its own follows:
/// behind a particle, a name or a thing that is counted one does, `人口は3`, `段階2`.
fn ends_whole(text: &str) -> bool {
    const ENDS: &str = "たるいだすんうくつぬぶむ了过過";
    text.ends_with(|c: char| ENDS.contains(c))
}

/// Whether a number that is glued to the end of `before` is none of the digits of the number that stands there: a point behind
/// thousands (`13,612.7`), a date (`in 1796.23`) or the end of a span of years (`2004–05.38`), a comma behind a year (`2007,7`) or behind thousands
/// (`2,762,22`).
fn closes_number(before: &str, behind: usize) -> bool {
    let Some(mark) = before.chars().next_back().filter(|mark| matches!(mark, '.' | ',')) else { return false };
    let inner = &before[..before.len() - 1];
    let own = inner.len() - inner.trim_end_matches(is_digit).len();
    let rest = &inner[..inner.len() - own];
    let thousands = own == 3 && groups_thousands(rest, own) && !is_sum(rest);
    let span = own == 2 && rest.strip_suffix(['–', '-']).is_some_and(ends_in_year);
    let year = own == YEAR && ends_in_dated_year(inner);
    match mark {
        '.' => thousands || span || year,
        _ => year || span || thousands && behind != 3,
    }
}

/// Whether a sum of money ends here, which may have decimals behind its thousands.
fn is_sum(text: &str) -> bool {
    text.trim_end_matches(|c: char| is_digit(c) || c == ',').ends_with(['$', '€', '£', '¥'])
}

/// Whether a new sentence begins behind the digits that end at `end`.
fn begins_sentence(text: &str, end: usize) -> bool {
    let follows = text[end..].trim_start();
    let word: String = follows.chars().take_while(|c| c.is_alphabetic()).collect();
    text[end..].starts_with(' ')
        && follows.starts_with(char::is_uppercase)
        && (word.chars().count() == 1 || word.chars().skip(1).any(char::is_lowercase))
        && !begins_with_month(follows)
}

/// Whether nothing follows the digits that end at `end` but the end of a block or a closing mark, or a space and a word.
fn stands_alone(text: &str, end: usize) -> bool {
    let rest = &text[end..];
    let Some(next) = rest.chars().next() else { return true };
    if ends_block(text, end) {
        return true;
    }
    if is_closing(next) || ",;.:".contains(next) {
        return rest[next.len_utf8()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    }
    let follows = rest.trim_start();
    next.is_whitespace() && follows.starts_with(char::is_lowercase) && !begins_with_month(follows)
}

/// Whether `text` ends in a word without a capital, to which no number belongs and which announces none.
pub(super) fn ends_small_word(text: &str) -> bool {
    let word = last_word(text);
    let before = text[..text.len() - word.len()].chars().next_back();
    word.chars().count() >= SHORTEST_WORD
        && word.chars().all(char::is_lowercase)
        && before.is_none_or(|c| c.is_whitespace() || "“\"(—–-‘’'".contains(c))
        && !announces_a_number(word)
}

/// Whether a mark can follow `words` with a space between: a word, a year, or a comma behind one of them.
fn follows(words: &str) -> bool {
    let bare = words.trim_end_matches([',', ';']);
    let quoted = bare.trim_end_matches(is_closing);
    let name = last_word(quoted);
    ends_small_word(quoted)
        || ends_in_year(bare)
            && !bare[..bare.len() - YEAR].ends_with(|c: char| c.is_alphanumeric() || ",.$€£".contains(c))
        || bare.len() < words.len()
            && (name.chars().count() >= SHORTEST_WORD && !announces_a_number(name)
                || bare.ends_with(')')
                || bare.strip_suffix('%').is_some_and(|share| share.ends_with(is_digit)))
}

/// Whether a clause goes on behind the digits that end at `end` with a word that nobody counts.
fn goes_on_with_clause(text: &str, before: &str, end: usize) -> bool {
    let rest = &text[end..];
    let mut words = rest.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let comma = before.ends_with([',', ';']);
    let parted = comma || ends_in_year(before);
    let joins = match first {
        "and" | "but" if parted => !second.starts_with(is_digit),
        // `the right to vote 40 and in 1894`
        "and" => is_no_measure(last_word(before)) && leads_on(second),
        _ => false,
    };
    // `of its output, 131 making it the third`
    let does = comma && first.ends_with("ing") && first.len() >= SHORTEST_DOING && is_object(second);
    // `in January 2010, 2 Germany is`: of two there would be more than one.
    let one = comma && first.starts_with(char::is_uppercase) && !first.ends_with('s') && is_said_of_one(second);
    rest.starts_with(' ') && (begins_clause(first) || joins || does || one)
}

/// Whether a word is none that says how much there is of something: `won 40 and the others 3`.
fn is_no_measure(word: &str) -> bool {
    const HOW_MANY: [&str; 12] =
        ["won", "lost", "sold", "held", "made", "took", "gave", "paid", "spent", "left", "kept", "drew"];
    !word.is_empty() && !measures(word) && !word.ends_with("ed") && !HOW_MANY.contains(&word)
}

/// Whether a word leads on with what a number does not count.
fn leads_on(word: &str) -> bool {
    const WORDS: [&str; 9] = ["in", "on", "at", "to", "by", "for", "from", "has", "is"];
    begins_clause(word) || WORDS.contains(&word)
}

/// Whether a word is a verb of one thing.
fn is_said_of_one(word: &str) -> bool {
    matches!(word, "is" | "was" | "has" | "does" | "remains" | "ranks" | "ranked" | "became" | "becomes")
}

/// Whether a word can be what somebody does something to: a name, a pronoun, an article.
fn is_object(word: &str) -> bool {
    const WORDS: [&str; 10] = ["it", "its", "him", "her", "his", "them", "their", "the", "a", "an"];
    word.starts_with(char::is_uppercase) || WORDS.contains(&word)
}
