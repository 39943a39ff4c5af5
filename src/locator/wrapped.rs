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
    let mut next = 0;
    while let Some(start) = scan::next_start(text, next) {
        let whole = match (joined(text, start), scan::look(text, start)) {
            (Some(joined), _) => Ok(joined),
            (None, Ok(end)) => Ok(WrappedUrl::whole(text, start..end)),
            (None, Err(on)) => Err(on),
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
    let behind = text[end..].trim_start_matches(PAGE);
    let line_end = behind.strip_prefix("\r\n").or_else(|| behind.strip_prefix('\n'))?;
    // Lines that stand apart from the margin alike are lines of one paragraph.
    let line_end = match indent(line_end) {
        0 => line_end,
        width => {
            let line = text[..end].rfind('\n').map_or(0, |at| at + 1);
            &line_end[if indent(&text[line..end]) == width { width } else { 0 }..]
        }
    };
    let start = text.len() - line_end.len();
    let length = line_end.find(characters::ends).unwrap_or(line_end.len());
    let word = &line_end[..length];
    let begins = word.chars().next().is_some_and(|c| c.is_alphanumeric() || matches!(c, '?' | '#' | '%' | '~'));
    let begins = begins || is_broken_before(url, word);
    let goes_on = match url.chars().next_back()? {
        '/' if url.ends_with("://") => word.contains('.'),
        // An address can end here, so that the next line has to look like the rest of one.
        '/' => evidence(word) >= ENOUGH && !is_date(word),
        '-' | '_' | '=' | '&' | '?' => true,
        '.' if is_rest_of_host(url, word) => true,
        // A host has a dot within it.
        '.' if url.split_once("://").is_some_and(|(_, host)| host.matches('.').count() == 1) => word.contains('.'),
        '.' => is_broken_behind_stop(url, word),
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

/// Spaces at the beginning of a line.
fn indent(line: &str) -> usize {
    line.bytes().take_while(|byte| *byte == b' ').count()
}

/// Whether `url` can be broken before the sign that `word` begins with: where print follows the manuals of style, the
/// sign stands on the next line, so that nobody takes a hyphen for one of the typesetter's.
pub(crate) fn is_broken_before(url: &str, word: &str) -> bool {
    let rest = word.strip_prefix(['-', '_', '~', '=', '&', '?', '#', '%', '/', '.']);
    let rest = rest.filter(|_| url.ends_with(|c: char| c.is_ascii_alphanumeric()) && url.matches('/').count() > 2);
    rest.is_some_and(|rest| rest.len() > 1 && rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
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
        let is_name = name.is_some_and(|name| name.len() > 1 && !name.contains(['.', '?', '#']));
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
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = scan_wrapped(text).into_iter().map(|found| found.url).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn an_address_broken_at_the_end_of_a_line_is_put_together() {
        check("1. https://\nwww.e.example/a.html.", &["https://www.e.example/a.html"]);
        check("https://e.example/content/\npub/pdf/report.pdf, 12", &["https://e.example/content/pub/pdf/report.pdf"]);
        check("https://e.example/magnitude-and-\r\ntrends. Next", &["https://e.example/magnitude-and-trends"]);
        check("https://e.example/magnitude\n-and-trends.html. Next", &["https://e.example/magnitude-and-trends.html"]);
        check("https://e.example/magnitude\r\n?id=4, Next", &["https://e.example/magnitude?id=4"]);
        check("https://e.example/magnitude\n-v is an option", &["https://e.example/magnitude"]);
        check("https://e.example\n-and-trends.html", &["https://e.example"]);
        check("at http://www.\ne.example/a/b. So", &["http://www.e.example/a/b"]);
        check("at http://e.example.\nf.example is", &["http://e.example"]);
        check(
            "    at https://e.example/event/1256948/\n    1855957/talk.pdf and",
            &["https://e.example/event/1256948/1855957/talk.pdf"],
        );
        check("https://e.example/a?b=\nc&\nd=e)", &["https://e.example/a?b=c&d=e"]);
        check(
            "(https://e.example/news/\n2019/06/how-it-began/) and",
            &["https://e.example/news/2019/06/how-it-began/"],
        );
    }

    #[test]
    fn an_address_that_cannot_end_in_a_full_stop_goes_on_behind_it() {
        check("https://doi.org/10.\n1234/abc, and", &["https://doi.org/10.1234/abc"]);
        check("(http://dx.doi.org/10.\r\n1000.10/x-1). So", &["http://dx.doi.org/10.1000.10/x-1"]);
        check("https://doi.org/10.1016/j.\njoule.2020.05.001. Next", &["https://doi.org/10.1016/j.joule.2020.05.001"]);
        check("https://doi.org/10.5281/zenodo.\n1234567.\nNext", &["https://doi.org/10.5281/zenodo.1234567"]);
        check("https://e.example/a/report.\npdf. Next", &["https://e.example/a/report.pdf"]);
        check("    https://e.example/a/report.\n    html, and", &["https://e.example/a/report.html"]);
    }

    #[test]
    fn the_next_item_of_a_list_is_no_rest_of_an_address() {
        let both = &["https://e.example/a-", "https://f.example/b"];
        check("1. Doe, https://e.example/a-\n2. Roe, https://f.example/b", both);
        check("[1] Doe,\nhttps://e.example/a-\n[2] Roe, https://f.example/b", both);
        check("1 Doe, https://e.example/a-\n2 Roe, https://f.example/b", both);
        check("Doe, https://e.example/a-\n2. Roe", &["https://e.example/a-2"]);
        check("1. Doe, https://e.example/a-\n2-b.html, Post", &["https://e.example/a-2-b.html"]);
        check("1. Doe, https://e.example/a?b=\n17", &["https://e.example/a?b=17"]);
    }

    #[test]
    fn a_host_and_a_doi_that_are_broken_behind_a_dot_go_on() {
        check("https://library.e.\ngov/records/b1", &["https://library.e.gov/records/b1"]);
        check("https://doi.org/10.1016/j.jcp.\n2020.109876.", &["https://doi.org/10.1016/j.jcp.2020.109876"]);
        check("https://www.e.example.\norg charts are", &["https://www.e.example"]);
        check("https://doi.org/10.1016/j.jcp.\n2020.05 was", &["https://doi.org/10.1016/j.jcp"]);
    }

    #[test]
    fn the_name_of_a_host_that_cannot_end_in_its_stop_goes_on_behind_it() {
        check(
            "https://star.quay.\ntest/reports/wall-2019.html. So",
            &["https://star.quay.test/reports/wall-2019.html"],
        );
        check("https://quay.\ntest/wall, and", &["https://quay.test/wall"]);
        check("https://www.\nquay.test/wall, and", &["https://www.quay.test/wall"]);
        check("https://e.test/quay_a.\nhtml?id=7&page=2. So", &["https://e.test/quay_a.html?id=7&page=2"]);
        for next in ["src/lib/main.rs is", "test/wall is", "test it", "Test/wall.html is", "other.test/wall"] {
            check(&format!("https://star.quay.test.\n{next}"), &["https://star.quay.test"]);
        }
        check("https://star.quay.\ntest it", &["https://star.quay"]);
        check("https://star.quay.\nsrc/lib/main.rs is", &["https://star.quay"]);
    }

    #[test]
    fn a_sentence_behind_an_address_and_its_full_stop_is_none_of_it() {
        for next in [
            "2020 was dry.",
            "1234 boats/ships",
            "3.5 million",
            "Joule.2020.05.001",
            "it rose",
            "pdf",
            "12345",
            "v1.2 is",
        ] {
            let address = "https://doi.org/10.1016/j.joule.2020.05.001";
            check(&format!("{address}.\n{next}"), &[address]);
        }
        for next in ["2020 was dry.", "3.5 million", "Joule.2020 is", "it rose", "In 2020", "2020.05.01 was"] {
            check(&format!("https://doi.org/10.1016/river.\n{next}"), &["https://doi.org/10.1016/river"]);
        }
        for next in ["Pdf", "pdfs are", "PDF files", "1234/abc", "joule.2020.05.001", "html.erb"] {
            check(&format!("https://e.example/report.\n{next}"), &["https://e.example/report"]);
        }
        check("https://e.example/report.pdf.\nhtml is", &["https://e.example/report.pdf"]);
        check("https://e.example.\npdf is", &["https://e.example"]);
        check("https://doi.org/10.\n1234 boats", &["https://doi.org/10"]);
    }

    #[test]
    fn the_rest_of_an_address_that_was_broken_within_a_word_is_none_of_a_sentence() {
        for (url, word, ends) in [
            ("https://e.test/20", "20/05/wall-falls", true),
            ("https://e.test/2020/05/wal", "l-falls", true),
            ("https://e.test/rep", "orts/wall-2019.html", false),
            ("https://www.harbo", "ur.test/a?id=7", true),
            ("https://e.te", "st/wall-2019.html", false),
        ] {
            assert!(is_rest_of(url, word, ends), "{url}|{word}");
        }
        for (url, word, ends) in [
            ("https://e.test/wall", "state-of-the-art", false),
            ("https://e.test/wall", "l-falls", false),
            ("https://e.test/wall", "online", true),
            ("https://e.test/wall", "2019-05-03", true),
            ("https://e.test/wall", "12-15", true),
            ("https://e.test/wall.pdf", "20/05/wall-falls", true),
            ("https://e.test", "other.test/a?id=7", true),
            ("https://e.test", "and/or", true),
            ("https://e.test/wall", "https://f.test/a-b/c", true),
            ("https://e.test/wall", "Wall-2019.html", true),
        ] {
            assert!(!is_rest_of(url, word, ends), "{url}|{word}");
        }
        assert!(is_path_of("https://e.test", "/reports/wall-2019.html"));
        assert!(!is_path_of("https://e.test", "/usr") && !is_path_of("https://e.test/a", "/reports/wall-2019.html"));
    }

    #[test]
    fn the_number_of_a_page_stands_in_no_address() {
        check(
            "https://e.example/cranes-and-\n14\ngulls-of-the-north. So",
            &["https://e.example/cranes-and-gulls-of-the-north"],
        );
        check(
            "https://e.example/the-new-\n\n 17\n\nquay-of-town.pdf and",
            &["https://e.example/the-new-quay-of-town.pdf"],
        );
        check("https://e.example/2020/\r\n\r\n15\r\nlow-roofs.html.", &["https://e.example/2020/low-roofs.html"]);
        check("https://e.example/a?b=\n3\nc=1&d=2 x", &["https://e.example/a?b=c=1&d=2"]);
        check("https://e.example/cranes-\n14\nThe next", &["https://e.example/cranes-14"]);
        check("https://e.example/cranes-\n14\nand so on", &["https://e.example/cranes-14"]);
        check("https://e.example/bay/\n\n18\n\nIn 2019 it froze", &["https://e.example/bay/"]);
        check("https://e.example/bay/\n\n18\n\nstate-of-the-art boats", &["https://e.example/bay/"]);
        check(
            "https://e.example/bay/\n\n18\n\nhttps://e.example/next-page.html",
            &["https://e.example/bay/", "https://e.example/next-page.html"],
        );
        check("https://e.example/bay\n18\nlow-roofs.html", &["https://e.example/bay"]);
        check("https://e.example/bay/\n\n\n\n18\nlow-roofs.html", &["https://e.example/bay/"]);
    }

    #[test]
    fn a_line_after_a_whole_address_is_left_alone() {
        for next in [
            "The next sentence.",
            "",
            "\nA paragraph",
            "  indented/a/b",
            "- item",
            "2. https://f.example/",
            "and/or",
            "state-of-the-art work",
            "29/06/2024",
            "2024-06-29",
            "https://f.example/x",
            "U.S. policy",
        ] {
            let text = format!("https://e.example/about/\n{next}");
            assert_eq!(scan_wrapped(&text)[0].url, "https://e.example/about/", "{text:?}");
        }
        check("https://e.example/about.\nnext/a/b", &["https://e.example/about"]);
    }

    #[test]
    fn the_pieces_are_where_the_address_stands() {
        let text = "see https://e.example/content/\npub/pdf/x.pdf.";
        let found = &scan_wrapped(text)[0];
        assert_eq!(found.pieces.iter().map(|piece| &text[piece.clone()]).collect::<String>(), found.url);
        assert_eq!(found.pieces, [4..30, 31..44]);
    }

    proptest! {
        #[test]
        fn no_text_panics_and_pieces_make_the_address(text in "(https?://|e\\.example|[/_=&?.()*-]|\n|\r\n|\\PC|a/b/c){0,24}") {
            for found in scan_wrapped(&text) {
                let pieces: String = found.pieces.iter().map(|piece| &text[piece.clone()]).collect();
                prop_assert_eq!(&pieces, &found.url);
                prop_assert!(url::Url::parse(&found.url).is_ok());
            }
        }
    }
}
