//! The words, phrases and retyped quotes that two other programs agree on, looked for in what is read here.

use std::path::{Path, PathBuf};

use citewatch::citation::QuoteKind;
use citewatch::page::{self, ContentHead, SaidBy, TextName};
use citewatch::quote_match::FoldedPage;

use super::oracle::{Agreed, Oracle, PHRASE, fold};

/// Words of a file that make it worth counting.
const ENOUGH: usize = 20;

/// Phrases and quotes of one file, so that a book does not outweigh the rest.
const MOST_PHRASES: usize = 100;
const MOST_QUOTES: usize = 25;

/// Missed quotes of a file that are shown.
const MOST_SHOWN: usize = 6;

/// Words of a retyped quote.
const QUOTE: usize = 10;

/// Looked for and found.
#[derive(Default, Clone, Copy)]
struct Count {
    all: usize,
    found: usize,
}

/// One file.
struct Score {
    name: String,
    words: Count,
    phrases: Count,
    quotes: Count,
    /// Those with a digit in them.
    numbered: Count,
    missed: Vec<String>,
}

/// Scores the files and prints the sums, and with `list` the files behind what is missing.
pub(crate) fn print(files: &[PathBuf], oracle: &Oracle, list: bool) {
    let scores: Vec<Score> = files.iter().filter_map(|file| score(file, oracle)).collect();
    let sum = |of: fn(&Score) -> Count| {
        scores
            .iter()
            .map(of)
            .fold(Count::default(), |sum, count| Count { all: sum.all + count.all, found: sum.found + count.found })
    };
    let half = |score: &&Score| score.words.found * 2 < score.words.all;
    println!(
        "words: {} files of {ENOUGH} agreed words and more · words {} · phrases of {PHRASE} words {} · retyped quotes \
         of {QUOTE} words {}, those with digits {} (where the other programs glue the marks of notes to words) · files \
         below half of their words: {}",
        scores.len(),
        sum(|score| score.words),
        sum(|score| score.phrases),
        sum(|score| score.quotes),
        sum(|score| score.numbered),
        scores.iter().filter(half).count()
    );
    for score in scores.iter().filter(|score| list && score.is_lacking()) {
        println!(
            "  {}: words {}, phrases {}, quotes {}, with digits {}",
            score.name, score.words, score.phrases, score.quotes, score.numbered
        );
        for quote in score.missed.iter().take(MOST_SHOWN) {
            println!("    {quote}");
        }
    }
}

fn score(file: &Path, oracle: &Oracle) -> Option<Score> {
    let agreed = oracle.read(file);
    if agreed.words.len() < ENOUGH {
        return None;
    }
    let bytes = std::fs::read(file).ok()?;
    let head = ContentHead { content_type: Some("application/pdf"), said_by: SaidBy::User, url: "" };
    let started = std::time::Instant::now();
    let page = page::read(&bytes, &head, &mut || started.elapsed().as_secs() < 20);
    let texts: Vec<String> = page.texts.iter().map(|text| fold(&text.text)).collect();
    let printed = page.text(TextName::Pdf).map(fold).unwrap_or_default();
    let words = count(agreed.words.iter().map(|word| printed.contains(word.as_str())));
    let places = agreed.places(PHRASE, MOST_PHRASES);
    let phrases = places.iter().map(|at| {
        let phrase = agreed.phrase(*at, PHRASE);
        texts.iter().any(|text| text.contains(&phrase))
    });
    let phrases = count(phrases);
    let (quotes, numbered, missed) = quotes(&agreed, &FoldedPage::new(&page));
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Some(Score { name, words, phrases, quotes, numbered, missed })
}

/// Quotes without digits, quotes with them, and what was not found.
fn quotes(agreed: &Agreed, page: &FoldedPage<'_>) -> (Count, Count, Vec<String>) {
    let (mut quotes, mut numbered, mut missed) = (Count::default(), Count::default(), Vec::new());
    for at in agreed.places(QUOTE, MOST_QUOTES) {
        let quote = agreed.typed(at, QUOTE);
        let count = if quote.contains(char::is_numeric) { &mut numbered } else { &mut quotes };
        let found = page.find(&quote, QuoteKind::Sentence);
        let sound = found.class.is_sound();
        (count.all, count.found) = (count.all + 1, count.found + usize::from(sound));
        if !sound {
            let hit = found.hit.map(|hit| hit.matched).unwrap_or_default();
            missed.push(format!("{}: {quote:?} / {hit:?}", found.class.as_str()));
        }
    }
    (quotes, numbered, missed)
}

fn count(found: impl Iterator<Item = bool>) -> Count {
    found.fold(Count::default(), |count, found| Count { all: count.all + 1, found: count.found + usize::from(found) })
}

impl Score {
    fn is_lacking(&self) -> bool {
        let lacks = |count: Count| count.found * 100 < count.all * 97;
        [self.words, self.phrases, self.quotes, self.numbered].into_iter().any(lacks)
    }
}

impl std::fmt::Display for Count {
    #[expect(clippy::cast_precision_loss, reason = "shares of small counts")]
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = if self.all == 0 { 1.0 } else { self.found as f64 / self.all as f64 };
        write!(to, "{share:.4} ({} of {})", self.found, self.all)
    }
}
