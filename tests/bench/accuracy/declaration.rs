//! Whether a quote is in another language than its page: one text in many languages, half of each as a page.
//!
//! `--languages FOLDER` takes a file a language (`.html`), every other paragraph of each as a page, and cuts quotes of 5 to 15
//! words (12 to 24 characters) out of the rest, and out of that of the others.

use std::io;
use std::path::{Path, PathBuf};

use citewatch::citation::QuoteKind;
use citewatch::page::{ContentHead, Page, SaidBy, read};
use citewatch::quote_match::FoldedPage;
use scraper::{Html, Selector};

use crate::chance::Chance;

/// Quotes of each language that are held against its own page, and such of the others.
const OWN: usize = 8;
const OTHERS: usize = 31;

/// Languages whose small words are known, as `lang` names them.
const KNOWN: [&str; 29] = [
    "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "da", "fi", "hu", "ro", "tr", "vi", "id", "ru", "uk",
    "bg", "el", "ar", "fa", "he", "hi", "zh", "ja", "ko", "th",
];

/// A text in a language.
struct Declaration {
    page: Page,
    rest: Vec<String>,
    is_known: bool,
}

/// Counts of quotes, and of those that are told to be in another language.
#[derive(Default)]
struct Row {
    quotes: usize,
    told: usize,
}

/// The table, over the files of `folder`.
pub fn measure(folder: &Path, seed: u64) -> io::Result<String> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "html"));
    files.sort();
    let texts: Vec<String> = files.iter().map(std::fs::read_to_string).collect::<io::Result<_>>()?;
    let all: Vec<Declaration> = texts.iter().filter_map(|text| Declaration::read(text)).collect();
    let mut chance = Chance::new(seed, "languages");
    let (mut own, mut others, mut known, mut known_own) =
        (Row::default(), Row::default(), Row::default(), Row::default());
    for (at, declaration) in all.iter().enumerate() {
        let page = FoldedPage::new(&declaration.page);
        for quote in (0..OWN).filter_map(|_| passage(&declaration.rest, &mut chance)) {
            let told = is_foreign(&page, &quote);
            own.count(told);
            if declaration.is_known {
                known_own.count(told);
            }
        }
        for _ in 0..OTHERS {
            let other = chance.below(all.len());
            let quote = if other == at { None } else { passage(&all[other].rest, &mut chance) };
            let Some(told) = quote.map(|quote| is_foreign(&page, &quote)) else { continue };
            others.count(told);
            if declaration.is_known {
                known.count(told);
            }
        }
    }
    Ok(format!(
        "{} languages\n\n| quotes | n | told to be in another language |\n| --- | --- | --- |\n{}{}{}{}",
        all.len(),
        own.line("in the language of the page, not on it (a false alarm)"),
        known_own.line("… of pages in one of the languages whose words are known"),
        others.line("in another language"),
        known.line("… of pages in one of the languages whose words are known"),
    ))
}

impl Declaration {
    fn read(html: &str) -> Option<Self> {
        let parsed = Html::parse_document(html);
        let language = parsed.root_element().attr("lang").unwrap_or_default();
        let code = language.split('-').next().unwrap_or_default();
        let is_known = KNOWN.contains(&code);
        let paragraphs = Selector::parse("p").ok()?;
        let all: Vec<String> = parsed.select(&paragraphs).map(|p| p.text().collect::<String>()).collect();
        let every = |which: usize| all.iter().skip(which).step_by(2).cloned().collect::<Vec<_>>();
        let head = ContentHead { content_type: Some("text/plain; charset=utf-8"), said_by: SaidBy::Server, url: "" };
        let page = read(every(0).join("\n\n").as_bytes(), &head, &mut || true);
        let rest = every(1);
        (!rest.is_empty()).then_some(Self { page, rest, is_known })
    }
}

fn is_foreign(page: &FoldedPage<'_>, quote: &str) -> bool {
    page.find(quote, QuoteKind::Phrase).other_language
}

/// Some words of a paragraph; characters where it has no spaces.
fn passage(paragraphs: &[String], chance: &mut Chance) -> Option<String> {
    const WORDS: (usize, usize) = (5, 15);
    const CHARACTERS: (usize, usize) = (12, 24);
    const LONGEST_WORD: usize = 20;
    let paragraph = chance.one_of(paragraphs)?;
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let characters: Vec<char> = paragraph.chars().filter(|c| !c.is_whitespace()).collect();
    if characters.len() > words.len() * LONGEST_WORD {
        return cut(&characters, CHARACTERS, chance).map(|cut| cut.iter().collect());
    }
    cut(&words, WORDS, chance).map(|cut| cut.join(" "))
}

fn cut<'a, T>(all: &'a [T], (least, most): (usize, usize), chance: &mut Chance) -> Option<&'a [T]> {
    let length = least + chance.below(most - least + 1);
    let room = all.len().checked_sub(length)?;
    let start = chance.below(room + 1);
    Some(&all[start..start + length])
}

impl Row {
    fn count(&mut self, told: bool) {
        self.quotes += 1;
        self.told += usize::from(told);
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of a benchmark")]
    fn line(&self, name: &str) -> String {
        let share = self.told as f64 * 100.0 / self.quotes.max(1) as f64;
        format!("| {name} | {} | {} ({share:.2} %) |\n", self.quotes, self.told)
    }
}
