//! Pairs of pages: how much of the one stands in the other, by their sketches. A page against itself with sentences taken
//! out, against another page of its host, and against one of another host.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use citewatch::observation::{Answer, BodyEnd, Observation, Outcome};
use citewatch::page::{self, ContentHead, Overlap, SaidBy, Signs, Sketch, TextName};
use citewatch::verdict::source::{Quotes, SourceFacts, judge_against};
use citewatch::verdict::{CapturedPage, Confirmation, Reason};
use jiff::Timestamp;

/// A page, and what is known of it.
struct Read {
    host: Option<String>,
    text: String,
    sketch: Sketch,
    signs: Signs,
}

/// Of a hundred lines so many are taken out.
const TAKEN_OUT: [usize; 6] = [5, 10, 20, 30, 50, 80];

/// Prints the table for the pages below a folder. The host of a page is the part of its name that has a dot:
/// `20111101_www.site.example_3.html`, `site.example--3.html`, `site.example3.html`.
pub fn measure(folder: &Path) -> io::Result<()> {
    let mut files = Vec::new();
    below(folder, &mut files)?;
    files.sort();
    let pages: Vec<Read> = files.iter().filter_map(|file| read(file).transpose()).collect::<io::Result<_>>()?;
    println!("{} files, {} pages that say enough", files.len(), pages.len());
    println!(
        "{:34} {:>5} {:>6} {:>5} {:>5} {:>5} {:>6}",
        "kept, of a hundred runs", "n", "none", "min", "median", "max", "< 80"
    );
    for taken in TAKEN_OUT {
        let of = |read: &Read| {
            let edited = without(&read.text, taken);
            let (whole, edited_sketch) = (of_text(&read.text)?, of_text(&edited)?);
            Some(whole.overlap(&edited_sketch).map(Overlap::kept))
        };
        row(&format!("itself without {taken} % of its lines"), pages.iter().filter_map(of));
    }
    let near: Vec<_> = neighbours(&pages).collect();
    let far = pages.iter().zip(pages.iter().cycle().skip(pages.len() / 2));
    let far: Vec<_> = far.filter(|(one, other)| one.host != other.host || one.host.is_none()).collect();
    row("another page of its host", near.iter().copied().map(kept));
    row("a page of another host", far.iter().copied().map(kept));
    for (name, pairs) in [("of the same host", &near), ("of another host", &far)] {
        let told = pairs.iter().filter(|(one, other)| is_usurped(one, other)).count();
        println!("usurped, where a page {name} stands in the place: {told} of {}", pairs.len());
    }
    Ok(())
}

fn below(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            below(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "html") {
            files.push(path);
        }
    }
    Ok(())
}

fn read(file: &Path) -> io::Result<Option<Read>> {
    let bytes = std::fs::read(file)?;
    let head = ContentHead { content_type: Some("text/html"), said_by: SaidBy::Server, url: "https://site.example/" };
    let page = page::read(&bytes, &head, &mut || true);
    let text = page.text(TextName::Visible).unwrap_or_default().to_owned();
    let host = file.file_stem().and_then(|name| host(&name.to_string_lossy()));
    let signs = page.signs;
    Ok(signs.sketch.clone().map(|sketch| Read { host, text, sketch, signs }))
}

fn host(name: &str) -> Option<String> {
    let part = name.split('_').flat_map(|part| part.split("--")).find(|part| part.contains('.'))?;
    Some(part.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned())
}

/// Each page with the next of its host.
fn neighbours(pages: &[Read]) -> impl Iterator<Item = (&Read, &Read)> {
    let mut hosts: BTreeMap<&str, Vec<&Read>> = BTreeMap::new();
    for page in pages {
        if let Some(host) = &page.host {
            hosts.entry(host).or_default().push(page);
        }
    }
    let mut pairs = Vec::new();
    for pages in hosts.into_values() {
        // A page that is there twice is no other page.
        pairs.extend(pages.windows(2).map(|pair| (pair[0], pair[1])).filter(|(one, other)| one.text != other.text));
    }
    pairs.into_iter()
}

fn kept((one, other): (&Read, &Read)) -> Option<u8> {
    one.sketch.overlap(&other.sketch).map(Overlap::kept)
}

/// Whether a page is told as taken over where the other was captured at its address.
fn is_usurped(then: &Read, now: &Read) -> bool {
    let url = format!("https://{}/page", then.host.as_deref().unwrap_or("site.example"));
    let answer = Answer {
        final_url: url.clone(),
        status: 200,
        content_type: None,
        headers: Vec::new(),
        bytes: now.text.len() as u64,
        sha256: String::new(),
        body: BodyEnd::Whole,
        peer: None,
        unchanged_since: None,
        signs: Some(Box::new(now.signs.clone())),
        quote_found: false,
        probe: None,
        shared: None,
    };
    let (hops, retried, outcome) = (Vec::new(), Vec::new(), Outcome::Answered(answer));
    let look = Observation {
        url: url.clone(),
        observed_at: Timestamp::UNIX_EPOCH,
        hops,
        retried,
        outcome,
        elapsed_ms: 0,
        cut_off: false,
        replayed: false,
    };
    let capture = CapturedPage { url, captured_at: Timestamp::UNIX_EPOCH, signs: then.signs.clone() };
    let facts = SourceFacts {
        history: &[look],
        page: None,
        quotes: Quotes::Unasked,
        shared: None,
        expect: None,
        confirmation: Confirmation::OneLook,
        now: Timestamp::UNIX_EPOCH,
    };
    judge_against(&facts, &[capture]).reason == Some(Reason::Usurped)
}

fn of_text(text: &str) -> Option<Sketch> {
    let head = ContentHead { content_type: Some("text/plain"), said_by: SaidBy::User, url: "https://site.example/" };
    page::read(text.as_bytes(), &head, &mut || true).signs.sketch
}

/// The text without so many of a hundred lines, spread over it.
fn without(text: &str, taken: usize) -> String {
    let keeps = |(at, _): &(usize, &str)| (at * 37 + 11) % 100 >= taken;
    text.lines().enumerate().filter(keeps).flat_map(|(_, line)| [line, "\n"]).collect()
}

fn row(name: &str, kept: impl Iterator<Item = Option<u8>>) {
    let all: Vec<Option<u8>> = kept.collect();
    let mut known: Vec<u8> = all.iter().flatten().copied().collect();
    known.sort_unstable();
    let (Some(least), Some(most)) = (known.first(), known.last()) else { return };
    let (none, median) = (all.len() - known.len(), known[known.len() / 2]);
    let told = known.iter().filter(|kept| **kept < 80).count();
    println!("{name:34} {:>5} {none:>6} {least:>5} {median:>5} {most:>5} {told:>6}", all.len());
    let percentiles: Vec<String> =
        [1, 5, 95, 99].iter().map(|at| format!("{at} %: {}", known[(known.len() - 1) * at / 100])).collect();
    println!("{:34} {}", "", percentiles.join(", "));
}
