//! Sentences that independent judges found on the pages: how many are found, set by set, and none on another page.
//! Those that no reading of the bytes holds (see `oracle.rs`) are counted apart.

use std::collections::BTreeMap;

use citewatch::verdict::Verdict;

use crate::folder::Folder;
use crate::judged::Read;
use crate::matrix::share;
use crate::options::Options;
use crate::oracle::Oracle;
use crate::pool::Pool;

/// Sentences looked for on the next page of the set, for one page.
const STRANGERS: usize = 10;

/// What was found, set by set.
pub struct Spoken {
    pub sets: BTreeMap<String, Found>,
    misses: Vec<String>,
}

/// Sentences of a set.
#[derive(Default)]
pub struct Found {
    pages: usize,
    /// On the page, as far as the bytes tell; so are all that are counted below.
    pub sentences: usize,
    /// No reading of the bytes holds them; how many of them are found all the same.
    elsewhere: usize,
    elsewhere_met: usize,
    pub accepted: usize,
    /// Not accepted, though the page has their letters in one piece: cut inside of a word, or glued to another.
    lettered: usize,
    altered: usize,
    pub strangers: usize,
    pub strangers_met: usize,
    pub strangers_accepted: usize,
    /// Unverifiable, because they are in another language.
    pub strangers_foreign: usize,
}

impl Spoken {
    /// Looks for every sentence on its page, and for some on the next page.
    pub fn measure(folder: &Folder, pool: &Pool, options: &Options) -> Self {
        let mut spoken = Self { sets: BTreeMap::new(), misses: Vec::new() };
        if !options.only.is_empty() && !"sentences".contains(&options.only) {
            return spoken;
        }
        for (index, held) in pool.pages.iter().enumerate() {
            let entry = &held.entry;
            let page = Read::new(&held.page);
            let found = spoken.sets.entry(entry.set.clone()).or_default();
            found.pages += usize::from(!entry.present.is_empty());
            let bytes = if entry.present.is_empty() { Vec::new() } else { folder.bytes(entry).unwrap_or_default() };
            let oracle = Oracle::new(&bytes, entry.content_type.as_deref());
            for sentence in &entry.present {
                let said = page.judge(sentence);
                if !oracle.holds(sentence) {
                    let is_found = said.accepted || page.holds(sentence);
                    found.elsewhere += 1;
                    found.elsewhere_met += usize::from(is_found);
                    if !is_found {
                        spoken.misses.push(format!("{} not on the page {sentence:?}", entry.page));
                    }
                    continue;
                }
                found.sentences += 1;
                found.accepted += usize::from(said.accepted);
                found.altered += usize::from(said.verdict == Verdict::Altered);
                let lettered = !said.accepted && page.holds(sentence);
                found.lettered += usize::from(lettered);
                if !said.accepted {
                    let hit = said.hit.as_ref().map_or("", |hit| hit.matched.as_str());
                    let letters = if lettered { "letters" } else { "" };
                    let line = format!("{} {:?} {letters} {sentence:?}\n      found {hit:?}", entry.page, said.verdict);
                    spoken.misses.push(line);
                }
            }
            // The next page of a set is often one of the same site, with the same lines and other dates.
            let of_set: Vec<usize> =
                (0..pool.pages.len()).filter(|&at| pool.pages[at].entry.set == entry.set).collect();
            let own = of_set.iter().position(|at| *at == index).unwrap_or(0);
            let next = &pool.pages[of_set[(own + of_set.len() / 2) % of_set.len()]].entry;
            let strangers =
                next.present.iter().filter(|_| next.set == entry.set && next.page != entry.page).take(STRANGERS);
            for sentence in entry.absent.iter().chain(strangers) {
                if page.shares(sentence) {
                    continue;
                }
                let said = page.judge(sentence);
                let above = !matches!(said.verdict, Verdict::Absent | Verdict::Unverifiable);
                found.strangers += 1;
                found.strangers_met += usize::from(above);
                found.strangers_accepted += usize::from(said.accepted);
                found.strangers_foreign += usize::from(said.verdict == Verdict::Unverifiable);
                if above {
                    spoken.misses.push(format!("{} stranger {:?} {sentence:?}", entry.page, said.verdict));
                }
            }
        }
        spoken.misses.truncate(options.show);
        spoken
    }

    /// Prints it.
    pub fn print(&self) {
        println!(
            "\n{:<48}{:>6}{:>10}{:>10}{:>9}{:>9}{:>11}{:>8}{:>9}{:>12}{:>8}",
            "sentences of",
            "pages",
            "sentences",
            "accepted",
            "letters",
            "altered",
            "strangers",
            "found",
            "language",
            "not on them",
            "found"
        );
        for (set, found) in self.sets.iter().filter(|(_, found)| found.all() + found.strangers > 0) {
            println!(
                "{set:<48}{:>6}{:>10}{:>10}{:>9}{:>9}{:>11}{:>8}{:>9}{:>12}{:>8}",
                found.pages,
                found.sentences,
                share(found.accepted, found.sentences),
                share(found.lettered, found.sentences),
                share(found.altered, found.sentences),
                found.strangers,
                share(found.strangers_met, found.strangers),
                share(found.strangers_foreign, found.strangers),
                found.elsewhere,
                found.elsewhere_met
            );
        }
        for miss in &self.misses {
            println!("    {miss}");
        }
    }
}

impl Found {
    fn all(&self) -> usize {
        self.sentences + self.elsewhere
    }

    /// Sentences whose letters the texts of the page have.
    pub fn read(&self) -> usize {
        self.accepted + self.lettered
    }
}
