//! Short phrases on pages of every length, counted: how many that are not there come out as a near hit, and how many that
//! are there but for one word do not.

use super::page;
use crate::quote_match::*;

/// The words that hold made-up sentences together; nearly half of what is written.
const SMALL: [&str; 16] =
    ["the", "of", "and", "to", "in", "a", "was", "for", "it", "with", "as", "on", "at", "by", "from", "that"];

/// Phrases of each length that are looked for on each page.
const PHRASES: usize = 200;

/// Words in the order of an everlasting die.
struct Die(u64);

impl Die {
    /// A number below `sides`.
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }
}

/// How the words of a page are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writing {
    /// Every word of a vocabulary alike.
    Random(usize),
    /// Small words in between, and some words of content far oftener than others, as in any prose.
    Prose(usize),
}

/// Words of three syllables that are in no list.
fn vocabulary(words: usize) -> Vec<String> {
    let (consonants, vowels) = (b"bdfgklmnprstvz", b"aeiou");
    let syllable =
        |at: usize| [consonants[at % consonants.len()], vowels[at / consonants.len() % vowels.len()]].map(char::from);
    let spelled = |at: usize| [syllable(at), syllable(at / 70), syllable(at / 4_900)].concat();
    (0..words).map(|at| spelled(at).into_iter().chain(['x']).collect()).collect()
}

impl Writing {
    fn vocabulary(self) -> Vec<String> {
        let (Self::Random(words) | Self::Prose(words)) = self;
        vocabulary(words)
    }

    fn word<'v>(self, die: &mut Die, content: &'v [String]) -> &'v str {
        let all = content.len();
        match self {
            Self::Random(_) => &content[die.throw(all)],
            Self::Prose(_) if die.throw(100) < 45 => SMALL[die.throw(SMALL.len()).min(die.throw(SMALL.len()))],
            // The product of throws is small far oftener than large.
            Self::Prose(_) => &content[die.throw(all) * die.throw(all) / all * die.throw(all) / all],
        }
    }
}

fn written<'v>(die: &mut Die, writing: Writing, content: &'v [String], length: usize) -> Vec<&'v str> {
    (0..length).map(|_| writing.word(die, content)).collect()
}

/// What is looked for on a page.
struct Looked<'a> {
    writing: Writing,
    vocabulary: &'a [String],
    words: &'a [&'a str],
    folded: &'a FoldedPage<'a>,
}

impl Looked<'_> {
    /// The phrases of `length` words that come out as `altered`: of those that are not on the page, and of those that are
    /// there but for one of their three words of content or more.
    fn near_hits(&self, die: &mut Die, length: usize) -> [usize; 2] {
        let is_altered = |phrase: &[&str]| {
            let class = self.folded.find(&phrase.join(" "), QuoteKind::Phrase).class;
            usize::from(matches!(class, MatchClass::Altered(_)))
        };
        let (mut by_chance, mut changed) = (0, 0);
        for _ in 0..PHRASES {
            by_chance += is_altered(&written(die, self.writing, self.vocabulary, length));
            let (mut phrase, content) = loop {
                let at = die.throw(self.words.len() - length);
                let phrase = self.words[at..at + length].to_vec();
                let content: Vec<usize> = (0..length).filter(|&at| !SMALL.contains(&phrase[at])).collect();
                if content.len() >= 3 {
                    break (phrase, content);
                }
            };
            phrase[content[die.throw(content.len())]] = "zeppelin";
            changed += is_altered(&phrase);
        }
        [by_chance, changed]
    }
}

fn table(pages: &[(Writing, &[usize])]) -> String {
    let mut lines = vec![
        format!("of {PHRASES} phrases: altered by chance / altered with one other word"),
        format!("{:<16}{:>8}{:>12}{:>12}", "", "words", "3 words", "4 words"),
    ];
    for &(writing, lengths) in pages {
        let vocabulary = writing.vocabulary();
        for &length in lengths {
            let mut die = Die(2026);
            let words = written(&mut die, writing, &vocabulary, length);
            let page = page(&[(TextName::Visible, &words.join(" "))]);
            let folded = FoldedPage::new(&page);
            let looked = Looked { writing, vocabulary: &vocabulary, words: &words, folded: &folded };
            let counts = (3..=4).map(|length| looked.near_hits(&mut die, length));
            let counts: Vec<String> =
                counts.map(|[one, other]| format!("{:>12}", format!("{one} / {other}"))).collect();
            lines.push(format!("{:<16}{length:>8}{}", format!("{writing:?}"), counts.concat()));
        }
    }
    lines.join("\n")
}

#[test]
fn a_short_phrase_is_held_to_more_the_longer_the_page_is() {
    let pages = [
        (Writing::Random(7_000), &[1_000, 25_000, 400_000][..]),
        (Writing::Prose(20_000), &[300, 1_000, 5_000, 50_000]),
    ];
    insta::assert_snapshot!(table(&pages));
}
