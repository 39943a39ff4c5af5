//! The matrix: for each kind of change, how often each verdict is given, and how often at the right place.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use citewatch::page::TextName;
use citewatch::quote_match::Difference;
use citewatch::verdict::Verdict;

use crate::chance::Chance;
use crate::folder::Folder;
use crate::judged::{Read, Said, read};
use crate::options::Options;
use crate::passage::{cut, letters, tokens};
use crate::pool::{Held, Pool};
use crate::rows::{Does, Made, ROWS, Row, Sample, Where};

/// Passages that are cut for one sample before a page is given up on for a row.
const TRIES: usize = 30;

/// Fewer samples are told as counts.
pub const ENOUGH: usize = 100;

/// All rows, counted.
pub struct Matrix {
    pub rows: Vec<Counted>,
}

/// What was said of the quotes of one row.
#[derive(Clone, Default)]
pub struct Counted {
    pub samples: usize,
    pub accepted: usize,
    /// Accepted at the right place.
    pub placed: usize,
    /// Said to be anything but absent or unverifiable.
    pub found: usize,
    /// A negation beside the passage was pointed out.
    pub pointed_out: usize,
    by_verdict: [usize; COLUMNS.len()],
    /// The first misses, by page.
    misses: Vec<(usize, String)>,
}

const COLUMNS: [&str; 8] = ["verb", "typo", "edit", "part", "minor", "crit", "absent", "unver"];

fn column(said: &Said) -> usize {
    match (said.verdict, said.difference) {
        (Verdict::Verbatim, _) => 0,
        (Verdict::Typographic, _) => 1,
        (Verdict::Edited, _) => 2,
        (Verdict::Parts, _) => 3,
        (Verdict::Altered, Some(Difference::Minor)) => 4,
        (Verdict::Altered, _) => 5,
        (Verdict::Unverifiable, _) => 7,
        _ => 6,
    }
}

impl Matrix {
    /// Tries every row on every page, two at a time.
    pub fn fill(_: &Folder, pool: &Pool, options: &Options) -> Self {
        let next = AtomicUsize::new(0);
        let work = || {
            let mut rows = vec![Counted::default(); ROWS.len()];
            loop {
                let own = next.fetch_add(1, Ordering::Relaxed);
                let Some(held) = pool.pages.get(own) else { break rows };
                try_page(&mut rows, pool, own, held, options);
            }
        };
        let threads = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        let mut rows = vec![Counted::default(); ROWS.len()];
        std::thread::scope(|scope| {
            let handles: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            for handle in handles {
                let part = handle.join().expect("a page could not be measured");
                rows.iter_mut().zip(part).for_each(|(row, part)| row.add(part));
            }
        });
        for row in &mut rows {
            row.shorten(options.show);
        }
        Self { rows }
    }

    /// Prints it.
    pub fn print(&self) {
        let columns = COLUMNS.map(|column| format!("{column:>8}")).concat();
        println!("\n{:<38}{:>7}{columns}{:>9}{:>8}", "change", "n", "accepted", "place");
        for (row, counted) in ROWS.iter().zip(&self.rows).filter(|(_, counted)| counted.samples > 0) {
            counted.print(row);
        }
    }
}

fn try_page(rows: &mut [Counted], pool: &Pool, own: usize, held: &Held, options: &Options) {
    let read = Read::new(&held.page);
    let tokens = tokens(read.visible());
    for (row, counted) in ROWS.iter().zip(rows).filter(|(row, _)| row.name.contains(&options.only)) {
        let mut chance = Chance::new(options.seed, &format!("{}{}", held.entry.page, row.name));
        for _ in 0..options.a_page {
            if let Some((made, said)) = sample(&mut chance, row, pool, own, held, &read, &tokens) {
                counted.count(row, own, held, &read, &made, &said);
            }
        }
    }
}

/// A quote of one row from a page, and what is said of it.
fn sample(
    chance: &mut Chance,
    row: &Row,
    pool: &Pool,
    own: usize,
    held: &Held,
    page: &Read<'_>,
    tokens: &[Range<usize>],
) -> Option<(Made, Said)> {
    let made = (0..TRIES).find_map(|_| {
        let passage = cut(chance, page.visible(), tokens, row.cut)?;
        let sample = Sample { passage, read: page, tokens, lexicon: held.lexicon, pool, own };
        let made = (row.make)(chance, &sample)?;
        // By chance the page can have the changed words as well.
        let kept = matches!(row.does, Does::Keep | Does::Truncate | Does::Cut | Does::Disturb);
        (kept || !page.holds_with_signs(&made.quote)).then_some(made)
    })?;
    let said = match &made.page {
        None => page.judge(&made.quote),
        Some(html) => Read::new(&read(html.as_bytes(), Some("text/html; charset=utf-8"))).judge(&made.quote),
    };
    Some((made, said))
}

/// Whether the passage that was found is the one that the quote was made of, or the same words elsewhere.
fn is_placed(made: &Made, page: &Read<'_>, said: &Said) -> bool {
    let Some(hit) = &said.hit else { return false };
    match &made.place {
        Where::Unknown => true,
        Where::Letters(expected) => *expected == letters(&hit.matched),
        Where::At(range) => {
            let text = page.visible();
            let trimmed = |range: Range<usize>| {
                let own = &text[range.clone()];
                let start = range.start + own.find(char::is_alphanumeric).unwrap_or(0);
                let end = range.start + own.rfind(char::is_alphanumeric).unwrap_or(own.len());
                start..end
            };
            let exact = hit.text == TextName::Visible && trimmed(hit.span.range()) == trimmed(range.clone());
            exact || letters(&hit.matched) == letters(&text[range.clone()])
        }
    }
}

impl Counted {
    fn count(&mut self, row: &Row, own: usize, held: &Held, page: &Read<'_>, made: &Made, said: &Said) {
        let placed = is_placed(made, page, said);
        self.samples += 1;
        self.by_verdict[column(said)] += 1;
        self.accepted += usize::from(said.accepted);
        self.placed += usize::from(said.accepted && placed);
        self.found += usize::from(!matches!(said.verdict, Verdict::Absent | Verdict::Unverifiable));
        self.pointed_out += usize::from(said.hit.as_ref().is_some_and(|hit| hit.negation_beside.is_some()));
        let missed = match row.does {
            Does::Keep | Does::Truncate => !said.accepted || !placed,
            Does::Turn | Does::Cut | Does::TurnDigit => said.accepted,
            Does::Another => said.verdict != Verdict::Absent,
            Does::Foreign => said.verdict != Verdict::Unverifiable,
            Does::Disturb => false,
        };
        if missed {
            let hit = said.hit.as_ref().map_or("", |hit| hit.matched.as_str());
            let language = held.lexicon.map_or("?", |lexicon| lexicon.code);
            let line = format!(
                "{} [{language}] {} {:?}\n      quote {:?}\n      found {hit:?}",
                held.entry.page,
                said.verdict_words(),
                said.hit.as_ref().map(|hit| hit.text),
                made.quote
            );
            self.misses.push((own, line));
        }
    }

    fn add(&mut self, other: Self) {
        self.samples += other.samples;
        self.accepted += other.accepted;
        self.placed += other.placed;
        self.found += other.found;
        self.pointed_out += other.pointed_out;
        self.by_verdict.iter_mut().zip(other.by_verdict).for_each(|(own, more)| *own += more);
        self.misses.extend(other.misses);
    }

    fn shorten(&mut self, show: usize) {
        self.misses.sort();
        self.misses.truncate(show);
    }

    fn print(&self, row: &Row) {
        let shares = self.by_verdict.map(|count| format!("{:>8}", share(count, self.samples))).concat();
        let place = if matches!(row.does, Does::Keep | Does::Truncate) {
            share(self.placed, self.accepted)
        } else {
            String::new()
        };
        println!("{:<38}{:>7}{shares}{:>9}{place:>8}", row.name, self.samples, share(self.accepted, self.samples));
        if row.does == Does::Truncate {
            println!("{:<38}{:>7} the negation beside it was pointed out", "", share(self.pointed_out, self.samples));
        }
        for (_, miss) in &self.misses {
            println!("    {miss}");
        }
    }
}

impl Said {
    fn verdict_words(&self) -> String {
        let difference = self.difference.map(Difference::as_str).unwrap_or_default();
        format!("{:?} {difference}", self.verdict)
    }
}

/// A percentage where there are enough samples for one, else the count.
#[expect(clippy::cast_precision_loss, reason = "counts of samples are far below 2^52")]
pub fn share(count: usize, samples: usize) -> String {
    match (count, samples) {
        (0, _) => "–".to_owned(),
        _ if samples < ENOUGH => count.to_string(),
        _ => format!("{:.2}%", count as f64 * 100.0 / samples as f64),
    }
}
