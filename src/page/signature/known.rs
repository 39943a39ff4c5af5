//! Every signature of the data file, read once and ready to be looked for in one go.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use serde::Deserialize;

use super::pairs::{Pairs, Sides, of_any_language};
use super::plain::{Plain, as_words, plain};
use super::whole::{turned, wholes, with_code_apart};
use super::{Hit, Matched, Place, Signature};
use crate::text::hashed::Quickly;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[cfg_attr(not(test), expect(dead_code, reason = "for whoever reads the file"))]
    pub(super) dated: String,
    pub(super) fillers: Vec<String>,
    pub(super) phrases: BTreeMap<String, Vec<String>>,
    pub(super) sign: Vec<Signature>,
}

/// Every signature, ready to be looked for.
pub(super) struct Known {
    pub(super) signatures: Vec<Signature>,
    fillers: HashSet<String, Quickly>,
    /// Titles and headings as wholes.
    wholes: HashMap<String, Vec<usize>, Quickly>,
    pub(super) words: Automaton,
    pub(super) pairs: Vec<(Pairs, Vec<usize>)>,
    pub(super) markup: Automaton,
    /// Why something is not shown that may well be there.
    pub(super) otherwise: AhoCorasick,
    /// What says for sure that it is not there.
    pub(super) surely: AhoCorasick,
    /// Those of headers.
    pub(super) headers: Vec<usize>,
}

/// Many phrases, looked for in one go, each with the signatures that it is of, and the lists of words near each other.
pub(super) struct Automaton {
    finder: AhoCorasick,
    phrases: Vec<String>,
    of: Vec<Of>,
}

/// What a phrase is of.
#[derive(Debug, Clone, Default)]
pub(super) struct Of {
    signatures: Vec<usize>,
    pub(super) sides: Sides,
}

pub(super) static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let file: File =
        toml::from_str(include_str!("../signatures.toml")).expect("a test reads the file that is compiled in");
    Known::of(file)
});

impl Known {
    fn of(file: File) -> Self {
        let File { fillers, mut phrases, sign: mut signatures, .. } = file;
        let mut near: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
        for (at, signature) in signatures.iter_mut().enumerate() {
            match (&signature.phrases, &signature.near) {
                (Some(name), Some(other)) => near.entry((name.clone(), other.clone())).or_default().push(at),
                (Some(name), None) => signature.any.extend(phrases.get(name).cloned().unwrap_or_default()),
                (None, _) => {}
            }
        }
        let list = |name: &String| phrases.get(name).map_or(&[][..], Vec::as_slice);
        let mut sides: Vec<(String, Of)> = Vec::new();
        for (pair, (one, other)) in near.keys().enumerate() {
            let side = |words: &String, is_thing| {
                let of = Of { signatures: Vec::new(), sides: Sides::of(pair, is_thing) };
                list(words).iter().map(move |phrase| (of_any_language(phrase), of.clone()))
            };
            sides.extend(side(one, true).chain(side(other, false)));
        }
        let pairs = near.into_iter().map(|((one, other), of)| (Pairs::of(list(&one), list(&other)), of)).collect();
        let words = |name: &str| list(&name.to_owned()).iter().map(|phrase| of_any_language(phrase));
        let held: HashSet<String> = words(HELD).collect();
        let surely = any_of(words(GONE).filter(|phrase| !held.contains(phrase)).chain(words(SURELY)));
        let otherwise = any_of(words(OTHERWISE));
        phrases.clear();
        let mut wholes: HashMap<String, Vec<usize>, Quickly> = HashMap::default();
        for (at, signature) in signatures.iter().enumerate().filter(|(_, it)| it.matched.is_whole()) {
            for phrase in &signature.any {
                let phrase = plain(phrase).trim().to_owned();
                for whole in turned(&phrase).into_iter().chain([phrase]) {
                    let of = wholes.entry(whole).or_default();
                    if !of.contains(&at) {
                        of.push(at);
                    }
                }
            }
        }
        let is_of_words = |place: &Place| matches!(place, Place::Title | Place::Heading | Place::Text);
        let is_of_markup = |place: &Place| matches!(place, Place::Markup | Place::Script);
        let words =
            signatures.iter().enumerate().filter(|(_, it)| it.places.iter().any(is_of_words) && !it.matched.is_whole());
        // Many phrases for short texts, in little room; few phrases for the markup of every page, fast.
        let words = Automaton::of(
            AhoCorasickKind::ContiguousNFA,
            words
                .flat_map(|(at, it)| it.any.iter().map(move |phrase| (as_words(phrase), Of::signature(at))))
                .chain(sides),
        );
        let markup = signatures.iter().enumerate().filter(|(_, it)| it.places.iter().any(is_of_markup));
        let markup = Automaton::of(
            AhoCorasickKind::DFA,
            markup.flat_map(|(at, it)| it.any.iter().map(move |phrase| (phrase.clone(), Of::signature(at)))),
        );
        let fillers = fillers.iter().map(|word| plain(word).trim().to_owned()).collect();
        let headers = (0..signatures.len()).filter(|at| signatures[*at].header.is_some()).collect();
        Self { signatures, fillers, wholes, words, pairs, markup, otherwise, surely, headers }
    }

    /// Whether a plain word says nothing by itself in the title of an error page.
    pub(super) fn is_filler(&self, word: &str) -> bool {
        self.fillers.contains(word)
    }

    /// The signatures of words near each other, among the pairs of lists of which a text has something, and where such words say
    /// that there is nothing and their sentence what there is.
    pub(super) fn near(&'static self, plain: &Plain, sides: Sides) -> (Vec<Hit>, Vec<Range<usize>>) {
        let (mut hits, mut excepted) = (Vec::new(), Vec::new());
        for (_, (pairs, of)) in self.pairs.iter().enumerate().filter(|(pair, _)| sides.has_both(*pair)) {
            for pair in pairs.in_words(plain).into_iter().filter(|pair| !plain.is_any(pair.thing)) {
                let languages = pairs.languages(&pair);
                for at in of {
                    let hit = Hit {
                        signature: &self.signatures[*at],
                        phrase: pairs.phrase(pair.phrase),
                        is_late: false,
                        start: pair.start,
                        end: pair.end,
                    };
                    if hit.is_excepted(plain, &languages) {
                        excepted.push(hit.start..hit.end);
                    } else if hit.signature.fits(plain, hit.start) {
                        hits.push(hit);
                    }
                }
            }
        }
        (hits, excepted)
    }

    /// The signatures that a text is as a whole.
    pub(super) fn whole(&'static self, text: &str, matched: Matched) -> Vec<Hit> {
        let is_meant = move |at: &usize| Some(&self.signatures[*at]).filter(|it| it.matched == matched);
        let of =
            |whole: String| self.wholes.get(whole.trim()).map_or(&[][..], Vec::as_slice).iter().filter_map(is_meant);
        let hit = |signature| Hit { signature, phrase: "", is_late: false, start: 0, end: text.len() };
        wholes(&self.fillers, &with_code_apart(text)).into_iter().flat_map(of).map(hit).collect()
    }

    /// The signatures whose phrases stand in a text; each phrase that does is told to `seen`.
    pub(super) fn hits(
        &'static self,
        automaton: &'static Automaton,
        text: &str,
        mut seen: impl FnMut(&Of),
    ) -> impl Iterator<Item = Hit> {
        automaton.finder.find_overlapping_iter(text).flat_map(move |found| {
            let pattern = found.pattern().as_usize();
            let (of, phrase) = (&automaton.of[pattern], automaton.phrases[pattern].as_str());
            seen(of);
            let hit = move |at: &usize| {
                let signature = &self.signatures[*at];
                Hit { signature, phrase, is_late: false, start: found.start(), end: found.end() }
            };
            of.signatures.iter().map(hit)
        })
    }
}

/// The lists of words that say why a page is not shown, and that it is not there.
const OTHERWISE: &str = "said-otherwise";
const HELD: &str = "not-there-for-you";
const SURELY: &str = "not-there-for-sure";
const GONE: &str = "not-there";

/// What finds any of some phrases.
fn any_of(phrases: impl Iterator<Item = String>) -> AhoCorasick {
    AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).build(phrases).expect("a test builds it")
}

impl Of {
    fn signature(at: usize) -> Self {
        Self { signatures: vec![at], sides: Sides::default() }
    }
}

impl Automaton {
    fn of(kind: AhoCorasickKind, phrases: impl Iterator<Item = (String, Of)>) -> Self {
        let mut all: BTreeMap<String, Of> = BTreeMap::new();
        for (phrase, new) in phrases {
            let of = all.entry(phrase).or_default();
            of.signatures.extend(new.signatures);
            of.sides = of.sides.with(new.sides);
        }
        let (phrases, of): (Vec<String>, Vec<Of>) = all.into_iter().unzip();
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(kind))
            .build(&phrases)
            .expect("a test builds it");
        Self { finder, phrases, of }
    }
}
