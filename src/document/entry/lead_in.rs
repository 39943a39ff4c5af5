//! Words that only lead to a source, `See`, `Available at:`, `here`, in the languages that documents come in: never its
//! title, and no part of its authors.

mod words;

use url::Url;

use crate::date::{self, DayMonth};
use crate::locator::identifier;

use super::names;

use self::words::{
    BEFORE_SITES, BY, KINDS, LABELS, LAST, LEADS, LOCATORS, ORIGINALS, QUOTED_IN, SIGNALS, WHERE, WITH, WORKS,
};

/// Most words that say where a source is.
const WHERE_WORDS: usize = 8;

/// Most words of a site's name.
const SITE_WORDS: usize = 3;

/// Bytes of the signals and labels that `text` begins with, with the marks and the white space around them.
pub(in crate::document) fn signal(text: &str) -> usize {
    let mut at = 0;
    // `See also: Source:`: there are never more than a few.
    for _ in 0..4 {
        let rest = &text[at..];
        let start = rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || ";([".contains(c)).len();
        let Some(length) = signal_at(&rest[start..]) else { break };
        let behind = &rest[start + length..];
        at +=
            start + length + behind.len() - behind.trim_start_matches(|c: char| c.is_whitespace() || is_mark(c)).len();
    }
    at
}

/// Bytes of the brackets that a text begins with whose number was a link.
pub(super) fn emptied(text: &str) -> usize {
    let rest = text.trim_start();
    let pair = ["[]", "()", "[ ]"].iter().find(|pair| rest.starts_with(**pair));
    pair.map_or(0, |pair| text.len() - rest.len() + pair.len())
}

/// Bytes of what leads back to the marks of a note at its beginning: `↑ 4.0 4.1 4.2`, `^ a b c`.
pub(super) fn back_links(text: &str) -> usize {
    let bare = text.trim_start_matches([' ', '\u{a0}']);
    let arrow = bare.starts_with(['↑', '^']);
    let mut rest = bare.trim_start_matches(['↑', '^', '\u{fe0e}', ' ', '\u{a0}']);
    let (mut count, mut end) = (0, None);
    while let Some((word, behind)) = rest.split_once([' ', '\u{a0}']) {
        let numbered = word.split_once('.').is_some_and(|(note, use_of)| {
            note.parse::<u16>().is_ok() && use_of.parse::<usize>().is_ok_and(|own| own == count)
        });
        let letter = u8::try_from(count).ok().and_then(|count| b'a'.checked_add(count));
        let lettered = arrow && letter.is_some_and(|letter| word.as_bytes() == [letter]);
        if !numbered && !lettered {
            break;
        }
        (count, rest, end) = (count + 1, behind.trim_start_matches([' ', '\u{a0}']), Some(behind));
    }
    end.filter(|_| count > 1).map_or(0, |_| text.len() - rest.len())
}

/// Where an identifier stands that a mark parts from the words before it: `Title. arXiv:2405.10799.`
pub(super) fn identifier_apart(text: &str) -> Option<usize> {
    let apart = |at: usize| text[..at].trim_end().ends_with(['.', ',', ';', '?', '!', '(', '[', '”', '"']);
    identifier::find(text).into_iter().map(|found| found.range.start).find(|&at| apart(at))
}

/// What stands behind the last signal within `text`, which leads to another source than the words before it:
/// `note 1 above; see also Roe`, `For an overview, see Roe`. A capital letter can begin a name, `Doe, Ver Eecke`.
pub(super) fn behind_last(text: &str) -> &str {
    let marks = text.match_indices([';', ',', ':']).rev();
    let behind = marks.filter_map(|(at, mark)| {
        let rest = text[at + mark.len()..].trim_start();
        let length = signal(rest);
        (length > 0 && !rest.starts_with(char::is_uppercase)).then(|| &rest[length..])
    });
    behind.take(1).next().unwrap_or(text)
}

/// Names without the kind of work before them: `Speech by Jane Doe`, `Speech, Jane Doe`; of whom an interview is with has
/// not written it.
pub(super) fn without_kind(names: &str) -> &str {
    let names = names.trim_start();
    let rest = KINDS.split(" | ").find_map(|kind| Some(&names[super::dates::begins(names, kind)?..]));
    let Some(rest) = rest else { return names };
    let rest = rest.trim_end_matches([',', ':', '.', ' ']);
    let parted = rest.starts_with([',', ':']);
    let Some(rest) = rest.strip_prefix([',', ':', ' ']).map(str::trim_start) else {
        return if rest.is_empty() { "" } else { names };
    };
    let behind = |words: &str| words.split(" | ").find_map(|word| rest.strip_prefix(word)?.strip_prefix(' '));
    match behind(BY) {
        Some(name) => name,
        None if behind(WITH).is_some() => "",
        None if parted => rest,
        None => names,
    }
}

fn signal_at(text: &str) -> Option<usize> {
    let behind = |word: &str| {
        let length = super::dates::begins(text, word)?;
        Some((length, text[length..].chars().next()))
    };
    let signals = SIGNALS.split(" | ").filter_map(|word| {
        let (length, next) = behind(word)?;
        let sure = word.ends_with('.') || word.contains(' ');
        let apart = match next {
            None | Some(':' | '：') => true,
            Some(',' | '،' | '，') => sure,
            Some(c) => c.is_whitespace() || word.ends_with('.') || !c.is_ascii() && is_unspaced(word),
        };
        apart.then_some(length)
    });
    let labels = LABELS.split(" | ").filter_map(|word| {
        let (length, _) = behind(word)?;
        text[length..].trim_start().starts_with([':', '：']).then_some(length)
    });
    signals.chain(labels).max()
}

/// Whether a word is of a script that has no spaces.
fn is_unspaced(word: &str) -> bool {
    word.chars().all(|c| ('\u{3040}'..='\u{9fff}').contains(&c))
}

fn is_mark(c: char) -> bool {
    ":：,，،、;.".contains(c)
}

/// Whether `text` says nothing but that a source follows or where in it to look.
pub(super) fn leads(text: &str) -> bool {
    let rest = text[signal(text)..].trim_matches(|c: char| !c.is_alphanumeric() && c != '§');
    let lower = rest.to_lowercase();
    let last = lower.rsplit(char::is_whitespace).next().unwrap_or(&lower);
    // `Frühstück auf See`, which is the sea.
    // `What They Are`: in capitals it ends a title.
    let noun = ["See", "Is", "Are", "Was"].iter().filter_map(|end| rest.strip_suffix(end));
    let noun = noun.take(1).any(|before| before.trim_end().ends_with(char::is_alphabetic));
    !rest.contains(char::is_alphabetic) || holds(LAST, last) && !noun || lower.split([',', ';', ':']).all(says_nothing)
}

/// Whether words are the name of a kind of work, and can be the title of one: `Statement`.
pub(super) fn is_work(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    bare.starts_with(char::is_uppercase) && holds(WORKS, &bare.to_lowercase())
}

/// Whether `text`, which stands before an address, only says that the source is there: `available at`.
pub(super) fn says_where(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| c.is_whitespace() || ",.([–—-".contains(c));
    let lower = bare.to_lowercase();
    let begins =
        |text: &str, word: &str| text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    // `available lists are at` says more than that.
    let goes_on = |rest: &str| {
        let rest = rest.trim_start();
        !rest.starts_with(char::is_alphanumeric)
            || LAST.split(" | ").chain(WHERE.split(" | ")).any(|word| begins(rest, word))
    };
    let first = |word: &str| begins(&lower, word) && goes_on(&lower[word.len()..]);
    WHERE.split(" | ").any(first) && leads(bare) && bare.split_whitespace().count() <= WHERE_WORDS
}

/// Bytes of the words before a title that name who is quoted in the work: `Max Dale, quoted in`.
pub(super) fn quoted_in(text: &str) -> Option<usize> {
    let text = text.trim_end();
    let known = QUOTED_IN.split(" | ").filter_map(|words| {
        let at = text.len().checked_sub(words.len())?;
        let apart = text.get(..at)?.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        (apart && text[at..].to_lowercase() == words).then_some(at)
    });
    known.min()
}

/// Whether words lead to the title of a work in which somebody is quoted.
pub(in crate::document) fn leads_into_work(text: &str) -> bool {
    quoted_in(text).is_some()
}

fn says_nothing(part: &str) -> bool {
    let part = part.trim_matches(|c: char| !c.is_alphanumeric() && c != '§');
    let whole = |words: &str| words.split(" | ").any(|word| word.trim_end_matches('.') == part);
    part.is_empty() || whole(LEADS) || whole(SIGNALS) || whole(LABELS) || is_place(part)
}

fn holds(words: &str, word: &str) -> bool {
    words.split(" | ").any(|known| known == word)
}

/// `p. 12`, `Vol. 3, pp. 12–14`, `at 256`.
fn is_place(lower: &str) -> bool {
    let words = || lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let number = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 6 || word.chars().all(|c| "ivxlc".contains(c))
    };
    let told = words().any(|word| word.starts_with(|c: char| c.is_ascii_digit()) || holds(LOCATORS, word));
    told && words().any(number) && words().all(|word| number(word) || holds(LOCATORS, word))
}

/// Whether the words of a link to `url`, behind `before`, are no name of what is there: they lead to it, or they name
/// the site.
pub(super) fn is_nameless(words: &str, before: &str, url: &str) -> bool {
    let small = !words.contains(char::is_whitespace) && words.starts_with(|c: char| c.is_ascii_lowercase());
    let last = before.split_whitespace().next_back().unwrap_or("").to_lowercase();
    let behind_via =
        holds(BEFORE_SITES, &last) && words.split_whitespace().count() <= SITE_WORDS && names::is_proper(words);
    small
        || behind_via
        || leads(words)
        || is_identifier(words)
        || is_date(words)
        || is_publication(words)
        || names_the_host(words, url)
}

/// Whether the words of a link only say that it leads to the page of which the link before it is a capture.
pub(super) fn is_original(words: &str) -> bool {
    holds(ORIGINALS, &words.to_lowercase())
}

/// Whether words are an identifier and nothing else: `10.1234/tides.5`, `doi:10.1234/tides.5`, `arXiv:2401.01234`.
fn is_identifier(words: &str) -> bool {
    let words = words.trim_matches(|c: char| c.is_whitespace() || "()[].,".contains(c));
    let bare = words.get(..4).filter(|label| label.eq_ignore_ascii_case("doi:")).map_or(words, |_| words[4..].trim());
    identifier::find(bare).first().is_some_and(|found| found.range == (0..bare.len()))
}

/// Whether words are a date and nothing else: `2 February 2023`.
fn is_date(words: &str) -> bool {
    let words = words.trim_matches(|c: char| c.is_whitespace() || "()[].,".contains(c));
    date::read(words, DayMonth::Unknown).is_some_and(|date| date.range == (0..words.len()))
}

/// `the Post`: an article in small letters before a proper name of a few words.
fn is_publication(words: &str) -> bool {
    let article = ["the ", "der ", "die ", "das ", "le ", "la ", "el ", "il "];
    let name = article.iter().find_map(|article| words.trim().strip_prefix(article));
    name.is_some_and(|name| name.split_whitespace().count() <= SITE_WORDS && names::is_proper(name))
}

/// Whether words are no more than the host of an address, with or without `www.`.
pub(super) fn is_host(words: &str, url: &str) -> bool {
    let bare = |host: &str| host.strip_prefix("www.").unwrap_or(host).to_owned();
    let words = words.trim().trim_end_matches(['/', ',', '.']).to_ascii_lowercase();
    let host = Url::parse(url).ok().and_then(|url| url.host_str().map(bare));
    words.contains('.') && host.is_some_and(|host| host == bare(&words))
}

/// `Twitter` for `twitter.com`, `a.net` for `https://www.a.net/b`.
pub(in crate::document) fn names_the_host(words: &str, url: &str) -> bool {
    let squeezed = |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let words = squeezed(words);
    let Some(host) = Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)) else { return false };
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let bare = words.strip_prefix("the").filter(|bare| bare.chars().count() >= 2).unwrap_or(&words);
    let named = |label: &str| {
        let label = squeezed(label);
        label == words || label == bare
    };
    words.chars().count() >= 2 && (squeezed(host) == words || host.split('.').any(named))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_lead_to_a_source_are_known_in_many_languages() {
        for text in [
            "See",
            "See:",
            "See also",
            "See, e.g.,",
            "See generally",
            "Cf.",
            "Source:",
            "Available at:",
            "Via",
            "More info:",
            "Read more here:",
            "URL:",
            "here",
            "PDF",
            "[PDF]",
            "p. 12,",
            "pp. 3–4",
            "Vol. 3, p. 12",
            "at 256",
            "§ 12",
            "Ibid.",
            "Ibid., p. 12",
            "op. cit.",
            "Quoted in",
            "As reported at",
            "Retrieved from",
            "The full report is at",
            "For details see",
            "Siehe",
            "Vgl.",
            "Vgl. auch",
            "Quelle:",
            "Online verfügbar unter:",
            "Voir",
            "Disponible à l’adresse :",
            "Source :",
            "Véase",
            "Ver",
            "Fuente:",
            "Disponible en:",
            "Vedi",
            "Fonte:",
            "Zie",
            "Bron:",
            "См.",
            "См. также",
            "Режим доступа:",
            "出典：",
            "参见",
            "来源：",
            "انظر",
            "المصدر:",
            "출처:",
        ] {
            assert!(leads(text), "{text}");
        }
        for text in [
            "High Tides",
            "About",
            "The Sea",
            "Seen from the Harbour",
            "Vision",
            "Open Source",
            "Sources of the Nile",
            "In the Harbour",
            "川は眠らない",
            "السد",
            "Плотина",
            "The Report of 1890",
        ] {
            assert!(!leads(text), "{text}");
        }
    }

    #[test]
    fn a_signal_is_parted_from_what_it_leads_to() {
        let check = |text: &str, rest: &str| assert_eq!(&text[signal(text)..], rest, "{text}");
        check("See Byrd, Ann. High Tides.", "Byrd, Ann. High Tides.");
        check("See, e.g., Ann Byrd, “High Tides”", "Ann Byrd, “High Tides”");
        check("Source: Harbour Post", "Harbour Post");
        check("Vgl. auch Müller, Hans: Gezeiten", "Müller, Hans: Gezeiten");
        check("参见李四，《河流》", "李四，《河流》");
        check("См.: Иванов И. И.", "Иванов И. И.");
        check("See, John. High Tides.", "See, John. High Tides.");
        check("Seeing the Tides", "Seeing the Tides");
        check("Source Code of the Sea", "Source Code of the Sea");
    }

    #[test]
    fn a_host_is_told_from_a_name() {
        assert!(is_host("www.a.test", "https://a.test/b") && is_host("A.test,", "https://www.a.test/b"));
        assert!(!is_host("a.test/b", "https://a.test/b") && !is_host("Post", "https://post.test"));
    }

    #[test]
    fn the_words_of_a_link_can_name_the_site_only() {
        assert!(is_nameless("Twitter", "via", "https://twitter.com/a/status/1"));
        assert!(is_nameless("Harbour Post", "from the archive, via", "https://a.test/b"));
        assert!(is_nameless("a.test", "", "https://www.a.test/b"));
        assert!(is_nameless("and", "", "https://a.test/b"));
        assert!(!is_nameless("High Tides", "See", "https://a.test/b"));
        assert!(!is_nameless("About", "", "https://a.test/about"));
    }
}
