//! Titles of references against the titles of pages: their own, and others.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::path::Path;

use citewatch::page::{ContentHead, Page, SaidBy, read};
use citewatch::verdict::TitleVerdict;
use citewatch::verdict::title::check;

use crate::{Options, hash, share};

/// Other pages that each title is held against.
const OTHERS: usize = 10;

#[derive(Debug, Default)]
struct Counts {
    own: usize,
    matched: usize,
    unknown: usize,
    others: usize,
    wrong: usize,
}

struct Known {
    name: String,
    title: String,
    page: Page,
}

pub fn measure(list: &Path, options: Options) -> io::Result<String> {
    let folder = list.parent().unwrap_or(Path::new("."));
    let mut all = Vec::new();
    for line in std::fs::read_to_string(list)?.lines() {
        let Some((name, title)) = line.split_once('\t') else { continue };
        if options.takes(name) {
            let bytes = std::fs::read(folder.join("pages").join(name))?;
            let head = ContentHead { content_type: Some("text/html"), said_by: SaidBy::Server, url: "" };
            let page = Page { texts: Vec::new(), ..read(&bytes, &head, &mut || true) };
            all.push(Known { name: name.to_owned(), title: title.to_owned(), page });
        }
    }
    let mut sets: BTreeMap<&str, Counts> = BTreeMap::new();
    for (index, known) in all.iter().enumerate() {
        let set = known.name.split_once('-').map_or("", |(set, _)| set);
        for counts in [set, "all"] {
            sets.entry(counts).or_default();
        }
        let own = check(Some(&known.title), Some(&known.page), &[]);
        if options.show && own.verdict != TitleVerdict::Match {
            eprintln!("{:?} {}: {:?} is none of {:?}", own.verdict, known.name, known.title, known.page.titles);
        }
        let mut others = (0, 0);
        for step in 1..=OTHERS {
            let other = &all[(index
                + 1
                + usize::try_from(hash(&format!("{}{step}", known.name))).unwrap_or(0) % (all.len() - 1))
                % all.len()];
            if other.title == known.title || other.name == known.name {
                continue;
            }
            others.0 += 1;
            let told = check(Some(&known.title), Some(&other.page), &[]);
            if told.verdict == TitleVerdict::Match {
                others.1 += 1;
                if options.show {
                    eprintln!("wrong {}: {:?} on {:?}", known.name, known.title, other.page.titles);
                }
            }
        }
        for name in [set, "all"] {
            let counts = sets.entry(name).or_default();
            counts.own += 1;
            counts.matched += usize::from(own.verdict == TitleVerdict::Match);
            counts.unknown += usize::from(own.verdict == TitleVerdict::Unknown);
            counts.others += others.0;
            counts.wrong += others.1;
        }
    }
    let mut table = String::from(
        "| set | pages | own title matches | page has none | other pages | their title matches |\n|---|---|---|---|---|---|\n",
    );
    for (set, counts) in sets {
        let Counts { own, matched, unknown, others, wrong } = counts;
        let (matched, wrong) = (share(matched, own), share(wrong, others));
        writeln!(table, "| {set} | {own} | {matched} | {unknown} | {others} | {wrong} |")
            .expect("a string can be written to");
    }
    Ok(table)
}
