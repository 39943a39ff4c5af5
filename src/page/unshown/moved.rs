//! Notices that a page has moved, and where to.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use url::Url;

use super::{LONGEST_NOTICE, NEXT_TO_NOTHING, Seen, Unshown, UnshownKind, phrases, stand_in};

/// What such notices say that do not know for sure where to, in the languages of most old pages.
const MAY_KNOW: &[&str] = &[
    "has moved",
    "have moved",
    "has been moved",
    "have been moved",
    "moved to",
    "be redirected",
    "being redirected",
    "not redirected",
    "redirecting",
    "be taken there",
    "can now be found",
    "has relocated",
    "ist umgezogen",
    "sind umgezogen",
    "weitergeleitet",
    "wurde verschoben",
    "a déménagé",
    "avons déménagé",
    "a été déplacé",
    "être redirigé",
    "se ha movido",
    "se ha trasladado",
    "será redirigid",
    "será redireccionad",
    "si è trasferit",
    "stata spostata",
    "reindirizzat",
    "mudou de endereço",
    "será redirecionad",
    "foi movid",
    "is verhuisd",
    "zijn verhuisd",
    "doorgestuurd",
    "har flyttat",
    "er flyttet",
    "została przeniesiona",
    "przekierowan",
    "переехал",
    "移転しました",
    "移動しました",
];

/// What a notice says that knows the new address, whatever else it says.
const KNOWS: &[&str] = &[
    "has moved to",
    "have moved to",
    "been moved to",
    "moved permanently",
    "we have moved",
    "we moved",
    "we've moved",
    "new address",
    "new home",
    "new location",
    "new url",
    "new site",
    "new website",
    "new web site",
    "update your bookmark",
    "is now at",
    "are now at",
    "is now located",
    "neue adresse",
    "neuer adresse",
    "neuen adresse",
    "nouvelle adresse",
    "nueva dirección",
    "nuovo indirizzo",
    "novo endereço",
    "nieuw adres",
    "ny adress",
    "nowy adres",
    "новый адрес",
    "новому адресу",
    "新地址",
    "新网址",
];

static MOVED: LazyLock<AhoCorasick> = LazyLock::new(|| phrases(&[MAY_KNOW, KNOWS].concat()));
static KNOWN: LazyLock<AhoCorasick> = LazyLock::new(|| phrases(KNOWS));

/// What a notice says that a page is not there any more, and knows no other address.
static LOST: LazyLock<AhoCorasick> = LazyLock::new(|| {
    phrases(&[
        "not found",
        "404",
        "may have",
        "might have",
        "could have",
        "possible",
        "possibly",
        "perhaps",
        "or deleted",
        "or removed",
        "or renamed",
        "deleted or",
        "removed or",
        "no longer exist",
        "does not exist",
        "doesn't exist",
        "can't find",
        "cannot find",
        "couldn't find",
        "can't seem to find",
        "cant seem to find",
        "moved or",
        "nicht gefunden",
        "introuvable",
        "no encontrad",
        "non trovata",
        "peut-être",
        "ou supprim",
        "oder gelöscht",
        "möglicherweise",
        "vielleicht",
        "o eliminad",
        "o ha sido",
        "o rimoss",
        "o stata rimoss",
        "ou removid",
        "ou exclu",
        "of verwijderd",
        "mogelijk",
        "eller tagits",
        "eller slette",
        "kanske",
        "lub usunięt",
        "или удал",
        "возможно",
        "veya",
        "nebo",
        "vagy",
        "删除",
        "不存在",
        "削除",
        "見つかり",
        "삭제",
    ])
});

/// Where a page that says little leads its reader: by a refresh of any delay, or by a notice. An error page that sends its
/// reader on, mostly to the first page, knows no other address.
pub(super) fn onward(seen: &Seen<'_>) -> Option<Unshown> {
    if seen.said > LONGEST_NOTICE {
        return None;
    }
    let notice = seen.says(&MOVED);
    let sent = seen.known.refresh.filter(|_| notice || seen.said <= NEXT_TO_NOTHING);
    let sent = sent.and_then(|to| seen.other(to)).filter(|to| !is_itself(seen, to));
    let is_lost = seen.says(&LOST);
    let sent = sent.filter(|to| !(is_lost || is_first_page(seen, to)) || seen.says(&KNOWN));
    let to = sent.or_else(|| if notice && !is_lost { named(seen) } else { None })?;
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

/// The address that the line of the notice names, by a link or in its words. The first page of the site is where every
/// notice leads.
fn named(seen: &Seen<'_>) -> Option<Url> {
    let lines: Vec<&String> = seen.lines.iter().filter(|line| stand_in(line, &MOVED).next().is_some()).collect();
    let by_link = seen
        .gathered
        .links
        .iter()
        .filter(|(words, _)| !words.is_empty() && lines.iter().any(|line| line.contains(words.as_str())));
    let linked = by_link.filter_map(|(_, href)| seen.other(href)).find(|url| !is_first_page(seen, url));
    let written = || {
        // As it is written: the lines are in lower case.
        let in_line = |word: &&str| lines.iter().any(|line| line.contains(&word.to_lowercase()));
        let words = seen.known.visible.split_whitespace().filter(|word| word.starts_with("http")).filter(in_line);
        words
            .filter_map(|word| seen.other(word.trim_end_matches(['.', ',', ')', ';', '!'])))
            .find(|url| !is_first_page(seen, url))
    };
    linked.or_else(written)
}
