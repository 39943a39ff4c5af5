//! Notices that a page has moved, and where to.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use url::Url;

use super::{LONGEST_NOTICE, NEXT_TO_NOTHING, Seen, Unshown, UnshownKind, phrases, stand_in};
use crate::page::vocabulary::known;

/// What a notice says, whether it knows the new address or not.
static MOVED: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let sure = known().moved_for_sure.all().chain(known().moved_at_all.all());
    phrases(&known().moved.all().chain(sure).collect::<Vec<_>>())
});
static KNOWN: LazyLock<AhoCorasick> =
    LazyLock::new(|| phrases(&known().moved_for_sure.all().chain(known().moved_at_all.all()).collect::<Vec<_>>()));
/// What it says where it names the address.
static NAMED: LazyLock<AhoCorasick> = LazyLock::new(|| phrases(&known().moved_for_sure.all().collect::<Vec<_>>()));

/// What another line says beside one, where it names the address.
static NOW_AT: LazyLock<AhoCorasick> = LazyLock::new(|| phrases(&known().now_at.all().collect::<Vec<_>>()));

/// What a notice says that a page is not there any more, and knows no other address.
static LOST: LazyLock<AhoCorasick> = LazyLock::new(|| phrases(&known().lost.all().collect::<Vec<_>>()));

/// Where a page that says little leads its reader: by a refresh of any delay, or by a notice. An error page that sends its
/// reader on, mostly to the first page, knows no other address; a notice on one has to name it.
pub(super) fn onward(seen: &Seen<'_>) -> Option<Unshown> {
    if seen.said > LONGEST_NOTICE {
        return None;
    }
    let notice = notices(seen).next().is_some();
    let sent = seen.known.refresh.filter(|_| notice || seen.said <= NEXT_TO_NOTHING);
    let sent = sent.and_then(|to| seen.other(to)).filter(|to| !is_itself(seen, to));
    let is_lost = seen.known.not_found || seen.says(&LOST);
    let sent = sent.filter(|to| !(is_lost || is_first_page(seen, to)) || seen.says(&KNOWN));
    let to = sent.or_else(|| named(seen, is_lost))?;
    Some(Unshown::new(UnshownKind::Onward, Some(to.into())))
}

/// A page that loads itself again, perhaps with a parameter.
fn is_itself(seen: &Seen<'_>, to: &Url) -> bool {
    seen.known.url.is_some_and(|page| page.host_str() == to.host_str() && page.path() == to.path())
}

/// The first page of the same site.
fn is_first_page(seen: &Seen<'_>, url: &Url) -> bool {
    url.path().len() <= 1
        && url.query().is_none()
        && seen.known.url.is_some_and(|page| page.host_str() == url.host_str())
}

/// The lines that are notices. The title of another page, as a list of posts has it, speaks of something else.
fn notices<'s>(seen: &'s Seen<'_>) -> impl Iterator<Item = &'s String> {
    let is_title = |line: &str| seen.gathered.others.iter().any(|(words, _)| words == line);
    seen.lines.iter().filter(move |line| stand_in(line, &MOVED).next().is_some() && !is_title(line))
}

/// The address that the line of the notice names, by a link or in its words. The first page of the site is where every
/// notice leads; where the page `is_lost`, that of another site is as well.
fn named(seen: &Seen<'_>, is_lost: bool) -> Option<Url> {
    let says = |line: &str, phrases| stand_in(line, phrases).next().is_some();
    let is_titled = notices(seen).next().is_some();
    let below = seen.lines.iter().filter(|line| is_titled && says(line, &NOW_AT));
    let is_named = |line: &str| says(line, &NAMED) || says(line, &NOW_AT);
    let lines: Vec<&String> =
        notices(seen).chain(below).filter(|line| !is_lost || is_named(line) && !says(line, &LOST)).collect();
    let is_there = |url: &Url| !(is_first_page(seen, url) || is_lost && url.path().len() <= 1);
    let by_link = seen
        .gathered
        .links
        .iter()
        .filter(|link| !seen.gathered.others.contains(*link))
        .filter(|(words, _)| !words.is_empty() && lines.iter().any(|line| line.contains(words.as_str())));
    let linked = by_link.filter_map(|(_, href)| seen.other(href)).find(is_there);
    let written = || {
        // As it is written: the lines are in lower case.
        let in_line = |word: &&str| lines.iter().any(|line| line.contains(&word.to_lowercase()));
        let words = seen.known.visible.split_whitespace().filter(|word| word.starts_with("http")).filter(in_line);
        words.filter_map(|word| seen.other(word.trim_end_matches(['.', ',', ')', ';', '!']))).find(is_there)
    };
    linked.or_else(written)
}
