//! Addresses of plain text that were broken at the end of a line, as text taken from a PDF has them.

use std::ops::Range;

use super::{characters, scan};
use crate::date::{self, DayMonth};

/// An address in plain text, in one piece or in several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrappedUrl {
    /// The bytes of each piece, in order; line ends lie between them.
    pub pieces: Vec<Range<usize>>,
    /// The pieces put together.
    pub url: String,
}

/// What stands for the end of a page before the line end that parts it from the next one.
const PAGE: char = '\u{c}';
/// Past this the lines are a list of words, not one address.
const MOST_PIECES: usize = 8;
/// How much [`evidence`] makes a word at the start of a line the rest of an address: more than `and/or` or
/// `state-of-the-art` has, as much as `index.html` or a slug of five words.
const ENOUGH: usize = 4;

/// Every address of plain text, those that are broken over lines put together again.
pub fn scan_wrapped(text: &str) -> Vec<WrappedUrl> {
    let mut found: Vec<WrappedUrl> = Vec::new();
    let (mut next, mut whole_start) = (0, scan::next_start(text, 0));
    loop {
        if whole_start.is_some_and(|start| start < next) {
            whole_start = scan::next_start(text, next);
        }
        let parted = parted_scheme(text, next..whole_start.unwrap_or(text.len()));
        let Some(start) = parted.or(whole_start) else { break };
        let whole = match joined(text, start) {
            Some(joined) => Ok(joined),
            None if parted.is_some() => Err(start + 1),
            None => scan::look(text, start).map(|end| WrappedUrl::whole(text, start..end)),
        };
        next = whole.as_ref().map_or_else(|on| *on, |url| url.pieces.last().map_or(text.len(), |last| last.end));
        found.extend(whole);
    }
    found
}

impl WrappedUrl {
    fn whole(text: &str, range: Range<usize>) -> Self {
        Self { url: text[range.clone()].to_owned(), pieces: Vec::from([range]) }
    }
}

/// Where a scheme stands in `range` that ends its line, and its host begins the next one: `https:` and `//a.example/b`.
fn parted_scheme(text: &str, range: Range<usize>) -> Option<usize> {
    let mut colons = memchr::memchr_iter(b':', &text.as_bytes()[range.clone()]).map(|at| range.start + at);
    colons.find_map(|colon| {
        let start = scheme_before(text, colon).filter(|start| *start >= range.start)?;
        behind_scheme(text, colon + 1).map(|_| start)
    })
}

/// The start of the scheme that a colon ends.
fn scheme_before(text: &str, colon: usize) -> Option<usize> {
    let before = &text[..colon];
    let rest = before.strip_suffix("https").or_else(|| before.strip_suffix("http"))?;
    (!rest.ends_with(char::is_alphanumeric)).then_some(rest.len())
}

/// The word with which the line behind a scheme begins, where it is the slashes and a host.
fn behind_scheme(text: &str, end: usize) -> Option<Range<usize>> {
    let rest = &text[end..];
    let line = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?;
    let line = &line[indent(line)..];
    let host = line.strip_prefix("//")?;
    let host = &host[..host.find(|c: char| characters::ends(c) || "/?#:".contains(c)).unwrap_or(host.len())];
    let start = text.len() - line.len();
    let length = line.find(characters::ends).unwrap_or(line.len());
    is_host(host.trim_end_matches(['.', ',', ';', ')'])).then(|| start..start + length)
}

/// The address at `start`, if it goes on in the next lines.
fn joined(text: &str, start: usize) -> Option<WrappedUrl> {
    let mut end = start + scan::whole_end(&text[start..]);
    if !text[end..].starts_with(['\r', '\n', PAGE]) {
        return None;
    }
    let WrappedUrl { mut pieces, mut url } = WrappedUrl::whole(text, start..end);
    while pieces.len() < MOST_PIECES
        && let Some(piece) = continuation(text, end, &url)
    {
        url.push_str(&text[piece.clone()]);
        end = piece.end;
        pieces.push(piece);
    }
    let kept = scan::at(&url, 0)?;
    let cut = url.len() - kept;
    let last = pieces.last_mut().filter(|last| last.len() > cut)?;
    last.end -= cut;
    url.truncate(kept);
    (pieces.len() > 1).then_some(WrappedUrl { pieces, url })
}

/// Blank lines before or behind the number of a page.
const BLANK_LINES: usize = 2;
/// The same as [`ENOUGH`] behind the number of a page, where the address cannot end before it.
const ENOUGH_BEHIND_PAGE: usize = 2;

/// The word that goes on with `url`, which ends at `end`, where the number of a page stands between, alone on its line.
fn behind_page(text: &str, end: usize, url: &str) -> Option<Range<usize>> {
    let mut lines = text[end..].split_inclusive('\n');
    let mut at = end + lines.next()?.len();
    let (mut blank, mut page) = (0, false);
    for line in lines {
        let words = line.trim();
        if words.is_empty() {
            blank += 1;
            if blank > BLANK_LINES {
                return None;
            }
        } else if !page && words.len() <= 4 && words.bytes().all(|byte| byte.is_ascii_digit()) {
            (page, blank) = (true, 0);
        } else {
            let start = at + line.len() - line.trim_start().len();
            let word = &text[start..];
            let word = &word[..word.find(characters::ends).unwrap_or(word.len())];
            let open = url.ends_with(['-', '_', '=', '&', '?']);
            let enough = evidence(word) >= if open { ENOUGH_BEHIND_PAGE } else { ENOUGH };
            let begins = word.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
            let goes_on = page && begins && enough && (open || url.ends_with('/') && !url.ends_with("://"));
            return (goes_on && !word.contains("://") && !is_date(word)).then(|| start..start + word.len());
        }
        at += line.len();
    }
    None
}

/// The word at the start of the next line that goes on with `url`, which ends at `end`.
fn continuation(text: &str, end: usize, url: &str) -> Option<Range<usize>> {
    if let Some(found) = behind_page(text, end, url) {
        return Some(found);
    }
    if url.ends_with(':') {
        return behind_scheme(text, end);
    }
    let behind = text[end..].trim_start_matches(PAGE);
    let line_end = behind.strip_prefix("\r\n").or_else(|| behind.strip_prefix('\n'))?;
    // Lines that stand apart from the margin alike are lines of one paragraph.
    let line_end = match indent(line_end) {
        0 => line_end,
        width => {
            let line = text[..end].rfind('\n').map_or(0, |at| at + 1);
            let own = &text[line..end];
            // Nothing can end behind its scheme.
            let same = indent(own) == width || item_text(own) == Some(width);
            let open = url.ends_with("://") && host_begins(&line_end[width..]);
            &line_end[if same || open { width } else { 0 }..]
        }
    };
    let start = text.len() - line_end.len();
    let length = line_end.find(characters::ends).unwrap_or(line_end.len());
    let word = &line_end[..length];
    let begins = word.chars().next().is_some_and(|c| c.is_alphanumeric() || matches!(c, '?' | '#' | '%' | '~'));
    let begins = begins || is_broken_before(url, word) || is_end_of_host(url, word);
    let goes_on = match url.chars().next_back()? {
        '/' if url.ends_with("://") => word.contains('.'),
        // An address can end here, so that the next line has to look like the rest of one.
        '/' => evidence(word) >= ENOUGH && !is_date(word),
        '-' | '_' | '=' | '&' | '?' => true,
        '.' if is_rest_of_host(url, word) => true,
        // A host has a dot within it.
        '.' if url.split_once("://").is_some_and(|(_, host)| host.matches('.').count() == 1) => word.contains('.'),
        '.' => is_broken_behind_stop(url, word),
        // Two digits or letters stand behind it in every address.
        '%' => is_escape(word),
        c if c.is_alphanumeric() && is_end_of_host(url, word) => word.contains('/'),
        c if c.is_alphanumeric() => is_broken_before(url, word) && evidence(word) >= ENOUGH,
        _ => false,
    };
    let is_rest = begins && goes_on && !word.contains("://") && !begins_next_item(text, end, line_end);
    is_rest.then(|| start..start + length)
}

/// Lines of an item before the address that ends it.
const ITEM_LINES: usize = 6;

/// Whether `line`, behind an address that ends at `end`, begins the next item of a list: the item before has the number
/// before, `1. Doe, https://…/a-` and `2. Roe`.
fn begins_next_item(text: &str, end: usize, line: &str) -> bool {
    let number = |line: &str| {
        let line = line.trim_start_matches([' ', '\t', '[', '(']);
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let behind = line[digits..].trim_start_matches(['.', ')', ']', ':']);
        let parted = behind.starts_with([' ', '\t']) && behind.trim_start().starts_with(|c: char| !c.is_lowercase());
        line[..digits].parse::<usize>().ok().filter(|_| digits < 4 && parted)
    };
    let mut before = text[..end].rsplit('\n').take(ITEM_LINES);
    number(line).is_some_and(|own| before.find_map(number).is_some_and(|before| before + 1 == own))
}

/// Where the text of an item begins in its line: behind `*`, `o`, `1.`, `(a)`, `[RFC9110]` and the spaces there.
fn item_text(line: &str) -> Option<usize> {
    const LONGEST_MARK: usize = 16;
    let words = &line[indent(line)..];
    let mark = words.split(' ').next().filter(|mark| mark.len() <= LONGEST_MARK)?;
    let counted =
        |inner: &str| !inner.is_empty() && inner.len() <= 3 && inner.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_mark = matches!(mark, "*" | "-" | "+" | "o" | "•" | "·" | "–" | "—" | "‣" | "▪")
        || mark.strip_suffix(['.', ')', ':']).is_some_and(|inner| counted(inner.trim_start_matches('(')))
        || mark.starts_with('[') && mark.ends_with(']') && mark.len() > 2;
    let behind = &words[mark.len()..];
    // As a reader sees it, for that is how the lines below are indented.
    is_mark.then(|| indent(line) + mark.chars().count() + indent(behind)).filter(|_| behind.starts_with(' '))
}

/// Spaces at the beginning of a line.
fn indent(line: &str) -> usize {
    line.bytes().take_while(|byte| *byte == b' ').count()
}

/// Whether `url` can be broken before the sign that `word` begins with: where print follows the manuals of style, the
/// sign stands on the next line, so that nobody takes a hyphen for one of the typesetter's.
pub(crate) fn is_broken_before(url: &str, word: &str) -> bool {
    let rest = word.strip_prefix(['-', '_', '~', '=', '&', '?', '#', '%', '/', '.']);
    let rest = rest.filter(|_| url.ends_with(|c: char| c.is_ascii_alphanumeric()) && url.matches('/').count() > 2);
    // `.NET` is a name.
    let rest = rest.filter(|rest| !word.starts_with('.') || !rest.starts_with(char::is_uppercase));
    rest.is_some_and(|rest| rest.len() > 1 && rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// The same of a last piece that is a single sign and a character: `https://a.example/2016` and `/a`.
pub(crate) fn is_broken_before_last(url: &str, word: &str) -> bool {
    let rest = word.strip_prefix(['_', '~', '=', '&', '?', '#', '%', '/']);
    rest.is_some_and(|rest| rest.len() == 1 && rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
        && is_broken_before(url, &format!("{word}{}", rest.unwrap_or_default()))
}

/// Whether `word` begins with the stop of a file's or a host's ending, which a name with a stop before it, `.NET`, does too.
pub(crate) fn is_doubtful(word: &str) -> bool {
    let ending = word.strip_prefix('.').map(|rest| rest.split(['?', '#', '/']).next().unwrap_or_default());
    ending.is_some_and(|ending| !ENDINGS.contains(&ending) && evidence(word) < ENOUGH)
}

/// Whether `word` begins with the ending of the host that `url` is the name of: `https://www.harbour` and `.example/a`.
pub(crate) fn is_end_of_host(url: &str, word: &str) -> bool {
    let Some((host, rest)) = host_alone(url).zip(word.strip_prefix('.')) else { return false };
    let ending = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    let ending = ending.trim_end_matches(['.', ',', ';', ')']);
    !is_host(host) && rest.starts_with(|c: char| c.is_ascii_lowercase()) && is_host(&format!("{host}.{ending}"))
}

/// Whether the line `next` begins with what goes on with the address that ends the line `before`: a sign of addresses that
/// no space follows, or what its last sign cannot be without.
pub(crate) fn goes_on(before: &str, next: &str) -> bool {
    let token = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = next.split(char::is_whitespace).next().unwrap_or_default();
    if matches!(token.trim_start_matches(['(', '<', '[']), "https:" | "http:") {
        return word.starts_with("//");
    }
    let sign = word.starts_with(['-', '_', '~', '=', '&', '?', '#', '%', '/', '.'])
        && word[1..].starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
    token.contains("://")
        && (sign && token.ends_with(|c: char| c.is_ascii_alphanumeric()) || token.ends_with('%') && is_escape(word))
}

/// Whether a word begins with the two signs of a byte in hexadecimal.
fn is_escape(word: &str) -> bool {
    word.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2
}

/// Whether a line begins with the name of a host.
fn host_begins(line: &str) -> bool {
    let name = &line[..line.find(|c: char| characters::ends(c) || "/?#:".contains(c)).unwrap_or(line.len())];
    is_host(name.trim_end_matches(['.', ',', ';', ')']))
}

/// Whether `word` is the path of `url`, which is no more than the name of a host.
pub(crate) fn is_path_of(url: &str, word: &str) -> bool {
    let path = word.strip_prefix('/').filter(|path| path.starts_with(|c: char| c.is_ascii_alphanumeric()));
    path.is_some() && host_alone(url).is_some_and(is_host) && evidence(word) >= ENOUGH
}

/// Whether `word`, with which the next line of an entry begins, is the rest of `url`, which was broken within a word; it `ends`
/// there where no word of a sentence follows.
pub(crate) fn is_rest_of(url: &str, word: &str, ends: bool) -> bool {
    let begins = word.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
    let within = begins && url.ends_with(|c: char| c.is_ascii_alphanumeric());
    let figures = word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if !within || figures || word.contains("://") || is_date(word) || is_file(url) {
        return false;
    }
    let looks = evidence(word) >= ENOUGH || ends && evidence(word) > 0;
    match host_alone(url) {
        // What begins with a host of its own is another address, unless this one has none yet.
        Some(host) => {
            let other = word.split(['/', '?', '#']).next().unwrap_or_default();
            let whole = format!("{host}{other}");
            is_host(&whole) && (!is_host(host) || !is_host(other)) && (evidence(word) >= ENOUGH || !is_host(host))
        }
        None => looks,
    }
}

/// The name of the host, where `url` has nothing else.
fn host_alone(url: &str) -> Option<&str> {
    url.split_once("://").map(|(_, rest)| rest).filter(|rest| !rest.contains(['/', '?', '#', ':']))
}

/// Whether a name ends as those of hosts do, or as those that are kept for examples.
fn is_host(name: &str) -> bool {
    const KEPT: &[&str] = &["test", "example", "invalid"];
    let kept = || name.rsplit_once('.').is_some_and(|(_, top)| KEPT.contains(&top));
    let known = |suffix: psl::Suffix<'_>| suffix.is_known() && suffix.as_bytes() != name.as_bytes();
    name.contains('.') && (kept() || psl::suffix(name.as_bytes()).is_some_and(known))
}

/// Endings of the names of files.
const ENDINGS: &[&str] = &["pdf", "html", "htm", "shtml", "php", "aspx", "asp", "jsp", "cfm"];

/// Whether an address ends with the name of a file.
fn is_file(url: &str) -> bool {
    url.rsplit_once('.').is_some_and(|(before, ending)| ENDINGS.contains(&ending) && before.matches('/').count() > 2)
}

/// Whether `word` goes on with an address that ends in a full stop: where it cannot end there, and the word begins no sentence.
fn is_broken_behind_stop(url: &str, word: &str) -> bool {
    /// Digits of the numbers that archives give, which no year has.
    const LONG_NUMBER: usize = 5;
    let bare = characters::trimmed(word, None);
    let (_, path) = url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).unwrap_or_default();
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let Some((_, doi)) = url.split_once("doi.org/").filter(|(_, doi)| doi.starts_with("10.")) else {
        let name = path.strip_suffix('.').and_then(|path| path.rsplit('/').next());
        let is_name = name.is_some_and(|name| !name.is_empty() && !name.contains(['.', '?', '#']));
        let ending = bare.split(['?', '#']).next().unwrap_or_default();
        return is_name && ENDINGS.contains(&ending) || is_rest_of_host(url, bare);
    };
    match doi.split_once('/') {
        // `10.` and the number of who gives it.
        None => {
            doi == "10." && (4..=9).contains(&digits(bare)) && bare[digits(bare)..].starts_with(['/', '.']) && {
                bare.split_once('/').is_some_and(|(_, own)| !own.is_empty())
            }
        }
        // `10.1016/j.`, `10.5281/zenodo.`: no name of a work is without a digit.
        Some((_, own)) if own.len() > 1 && !own.contains(|c: char| c.is_ascii_digit()) => {
            let numbered = bare.match_indices('.').any(|(at, _)| digits(&bare[at + 1..]) > 0);
            let all = digits(bare) == bare.len() && bare.len() >= LONG_NUMBER;
            // `j.jcp.` and `2020.109876`
            let dated = digits(bare) == 4 && bare.get(5..).is_some_and(|own| digits(own) == own.len());
            all || dated && bare.len() >= 5 + LONG_NUMBER && bare[4..].starts_with('.')
                || bare.starts_with(|c: char| c.is_ascii_lowercase()) && numbered
        }
        Some(_) => false,
    }
}

/// Whether `word` goes on with the name of a host that cannot end before its last stop, `https://quay.` and `test/wall.html`,
/// or that goes on with one of the oldest endings: `https://library.town.` and `gov/records`, though `town` is an ending.
fn is_rest_of_host(url: &str, word: &str) -> bool {
    const OLDEST: &[&str] = &["com", "org", "net", "gov", "edu", "int", "mil", "info"];
    let host = host_alone(url).and_then(|host| host.strip_suffix('.'));
    let (own, path) = word.split_at(word.find(['/', '?', '#']).unwrap_or(word.len()));
    let lower = own.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
    let open = host.filter(|host| lower && (!is_host(host) || OLDEST.contains(&own)));
    open.is_some_and(|host| is_host(&format!("{host}.{own}")) && (path.len() > 1 || own.contains('.')))
}

/// How much `word` looks like a part of an address rather than a word of a sentence.
fn evidence(word: &str) -> usize {
    let bare = characters::trimmed(word, None);
    let marks: usize = bare
        .chars()
        .map(|c| match c {
            '_' | '=' | '%' | '?' | '&' | '#' | '~' => ENOUGH,
            '/' => 2,
            '-' => 1,
            _ => 0,
        })
        .sum();
    let file = bare.rsplit_once('.').is_some_and(|(stem, ending)| {
        stem.chars().filter(|c| c.is_alphabetic()).count() > 1
            && (2..=5).contains(&ending.len())
            && ending.starts_with(|c: char| c.is_ascii_lowercase())
    });
    marks
        + if file { ENOUGH } else { 0 }
        + if bare.ends_with('/') { 2 } else { 0 }
        + usize::from(bare.contains(|c: char| c.is_ascii_digit()))
}

fn is_date(word: &str) -> bool {
    let bare = characters::trimmed(word, None);
    date::read(bare, DayMonth::Unknown).is_some_and(|found| found.range == (0..bare.len()))
}

#[cfg(test)]
#[path = "wrapped_tests.rs"]
mod tests;
