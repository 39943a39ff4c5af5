//! Words that say something near each other: a word for what is looked for, and one that says that it is not there. A notice
//! of one's own words has both in one sentence, in any order and with anything between. A word that is another one in another
//! language has its languages behind it (`hier@de,nl`), and is near only what is of one of them or of any.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::plain::{Plain, as_words, words};

/// Two lists of words.
pub(super) struct Pairs {
    things: AhoCorasick,
    others: AhoCorasick,
    /// The words of the second list, as they are looked for.
    phrases: Vec<String>,
    /// The languages of the words of both lists.
    thing_languages: Vec<Languages>,
    other_languages: Vec<Languages>,
}

/// The languages that a word is held for; of any where there are none.
type Languages = Vec<String>;

/// Of which of some pairs of lists something stands in a text: one bit for each. Most texts have nothing of both lists of any,
/// and need no closer look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sides {
    pub(super) things: u64,
    pub(super) others: u64,
}

impl Sides {
    /// The first, or else the second list of the pair with that number.
    pub(super) fn of(pair: usize, is_thing: bool) -> Self {
        let bit = 1 << pair;
        if is_thing { Self { things: bit, others: 0 } } else { Self { things: 0, others: bit } }
    }

    /// With what another has.
    pub(super) fn with(self, other: Self) -> Self {
        Self { things: self.things | other.things, others: self.others | other.others }
    }

    /// Whether something of both lists of a pair is there.
    pub(super) fn has_both(self, pair: usize) -> bool {
        self.things & self.others & 1 << pair != 0
    }
}

/// Two words near each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    /// Which of the second list, and which of the first.
    pub(super) phrase: usize,
    thing_phrase: usize,
    /// Where the word of the first list begins.
    pub(super) thing: usize,
    /// Where both begin and end.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Words that may stand between: “the page that you have been looking for could not be found”.
const BETWEEN: usize = 7;

impl Pairs {
    pub(super) fn of(things: &[String], others: &[String]) -> Self {
        let (phrases, other_languages): (Vec<_>, Vec<_>) = others.iter().map(|phrase| parted(phrase)).unzip();
        let (things, thing_languages): (Vec<_>, Vec<_>) = things.iter().map(|phrase| parted(phrase)).unzip();
        let finder = |phrases: &[String]| {
            let kind = Some(AhoCorasickKind::ContiguousNFA);
            let found = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).kind(kind).build(phrases);
            found.expect("a test builds it")
        };
        let (things, others) = (finder(&things), finder(&phrases));
        Self { things, others, phrases, thing_languages, other_languages }
    }

    /// The words of the second list, by [`Pair::phrase`].
    pub(super) fn phrase(&self, number: usize) -> &str {
        &self.phrases[number]
    }

    /// The languages that both words of a pair are of; none where neither is of any.
    pub(super) fn languages(&self, pair: &Pair) -> Vec<&str> {
        let (one, other) = (&self.thing_languages[pair.thing_phrase], &self.other_languages[pair.phrase]);
        let both = one.iter().chain(other).map(String::as_str);
        both.filter(|it| [one, other].iter().all(|of| of.is_empty() || of.iter().any(|known| known == it))).collect()
    }

    /// Every word of the second list that stands near one of the first, with the nearest of those.
    pub(super) fn in_words(&self, plain: &Plain) -> Vec<Pair> {
        // Words share the space between them.
        let things: Vec<(usize, usize, usize)> = find(&self.things, &plain.text).collect();
        let pair = |(phrase, start, end): (usize, usize, usize)| {
            let of_one = things.iter().filter(|(thing, ..)| self.share_a_language(*thing, phrase));
            let near = of_one.filter_map(|(thing, from, to)| {
                Some((between(plain, (*from, *to), (start, end))?, *from, *to, *thing))
            });
            let (_, from, to, thing_phrase) = near.min()?;
            Some(Pair { phrase, thing_phrase, thing: from, start: start.min(from), end: end.max(to) })
        };
        if things.is_empty() { Vec::new() } else { find(&self.others, &plain.text).filter_map(pair).collect() }
    }

    fn share_a_language(&self, thing: usize, other: usize) -> bool {
        let (of_thing, of_other) = (&self.thing_languages[thing], &self.other_languages[other]);
        of_thing.is_empty() || of_other.is_empty() || of_thing.iter().any(|language| of_other.contains(language))
    }
}

/// A phrase as it is looked for, and its languages.
fn parted(phrase: &str) -> (String, Languages) {
    let (words, languages) = phrase.split_once('@').unwrap_or((phrase, ""));
    let languages = languages.split(',').filter(|language| !language.is_empty()).map(str::to_owned).collect();
    (as_words(words), languages)
}

/// A phrase as it is looked for.
pub(super) fn of_any_language(phrase: &str) -> String {
    parted(phrase).0
}

/// What stands in `text`; the space at the end of one may be the one before the next.
fn find<'t>(finder: &'t AhoCorasick, text: &'t str) -> impl Iterator<Item = (usize, usize, usize)> + 't {
    let mut at = 0;
    std::iter::from_fn(move || {
        let found = finder.find(aho_corasick::Input::new(text).range(at..))?;
        let glued = usize::from(text[..found.end()].ends_with(' '));
        at = (found.end() - glued).max(found.start() + 1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
        Some((found.pattern().as_usize(), found.start(), found.end()))
    })
}

/// Words between two places of one sentence; none where they are too far apart, or one is in the other.
fn between(plain: &Plain, one: (usize, usize), other: (usize, usize)) -> Option<usize> {
    let (first, second) = if one.0 <= other.0 { (one, other) } else { (other, one) };
    let between = plain.text.get(first.1..second.0).or_else(|| (first.1 == second.0 + 1).then_some(""))?;
    let count = words(between);
    (count <= BETWEEN && !plain.is_parted(first.0, second.0)).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let pairs = Pairs::of(&list(&["page", "сторінк*", "页面"]), &list(&["not there", "не існує", "找不到"]));
        let plain = Plain::of(text);
        pairs.in_words(&plain).iter().map(|pair| plain.text[pair.start..pair.end].trim().to_owned()).collect()
    }

    #[test]
    fn words_near_each_other_are_found_in_any_order_within_a_sentence() {
        assert_eq!(found("Sorry: the page you want is not there."), ["page you want is not there"]);
        assert_eq!(found("It is not there, your page"), ["not there your page"]);
        assert_eq!(found("Page not there"), ["page not there"]);
        assert_eq!(found("Вибачте, але такої сторінки не існує!"), ["сторінки не існує"]);
        assert_eq!(found("抱歉，您要的页面找不到了"), ["页面找不到"]);
        for text in ["A page. It is not there", "Pages not there", "page", "not there"] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
        assert_eq!(found("the page that I and you and they and all of us saw is not there"), [""; 0]);
    }

    #[test]
    fn words_are_near_those_of_their_language_and_of_any() {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let pairs =
            Pairs::of(&list(&["nichts@de", "niets@nl", "rien@fr", "leer"]), &list(&["hier@de,nl", "ici@fr", "da"]));
        let is_found = |text: &str| !pairs.in_words(&Plain::of(text)).is_empty();
        for text in ["Hier ist nichts", "Hier is niets", "Rien ici", "Hier leer", "Nichts da", "leer da"] {
            assert!(is_found(text), "{text}");
        }
        for text in ["Rien hier", "Nichts ici"] {
            assert!(!is_found(text), "{text}");
        }
        for (text, languages) in [("Hier ist nichts", &["de", "de"][..]), ("Nichts da", &["de"]), ("leer da", &[])] {
            let found = pairs.in_words(&Plain::of(text));
            assert_eq!(found.iter().map(|pair| pairs.languages(pair)).next().unwrap_or_default(), languages, "{text}");
        }
        let nearest = pairs.in_words(&Plain::of("rien, nichts, hier"));
        assert_eq!(nearest.len(), 1);
    }
}
