//! Public sets of real pages, made into a folder of pages with a manifest.
//!
//! | kind | repository | the true sentences |
//! | --- | --- | --- |
//! | `scrapinghub` | scrapinghub/article-extraction-benchmark | of `articleBody` in `ground-truth.json` |
//! | `readability` | mozilla/readability | of each `test/test-pages/*/expected.html` |
//! | `trafilatura` | adbar/trafilatura | the segments `with` of `tests/evaldata.json` |
//! | `daniel` | rundimeco/waddle, `corpora/Corpus_daniel_v2.1` | of the files in `reference/`, as far as the file of the page has them |
//! | `pairs` | any folder | of `x.txt` beside `x.html`, or of `../txt` and `../text` |
//! | `pages` | any folder of `.html` files | none |

mod sets;
mod text;

use std::io;
use std::path::{Path, PathBuf};

use crate::folder::Entry;

/// What a source looks like.
#[derive(Debug, Clone, Copy)]
pub enum Source {
    Scrapinghub,
    Readability,
    Trafilatura,
    Daniel,
    Pairs,
    Pages,
}

/// A page of a set, before it is written.
struct Found {
    bytes: Vec<u8>,
    name: String,
    language: Option<String>,
    present: Vec<String>,
}

impl Source {
    /// The kind that is called `word`.
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "scrapinghub" => Self::Scrapinghub,
            "readability" => Self::Readability,
            "trafilatura" => Self::Trafilatura,
            "daniel" => Self::Daniel,
            "pairs" => Self::Pairs,
            "pages" => Self::Pages,
            _ => return None,
        })
    }
}

/// Adds the pages of `source` to the folder `to`, in a folder of their own below it; how many there are.
pub fn convert(kind: Source, source: &Path, to: &Path) -> io::Result<usize> {
    let pages = match kind {
        Source::Scrapinghub => sets::scrapinghub(source)?,
        Source::Readability => sets::readability(source)?,
        Source::Trafilatura => sets::trafilatura(source)?,
        Source::Daniel => sets::daniel(source)?,
        Source::Pairs => sets::pairs(source)?,
        Source::Pages => sets::pages(source)?,
    };
    let set = set_name(source);
    std::fs::create_dir_all(to.join(&set))?;
    let manifest = to.join("manifest.jsonl");
    let known = std::fs::read_to_string(&manifest).unwrap_or_default();
    let of_another = |line: &&str| Entry::read(line).is_some_and(|entry| entry.set != set);
    let mut lines: Vec<String> = known.lines().filter(of_another).map(str::to_owned).collect();
    let count = pages.len();
    for found in pages {
        let page = format!("{set}/{}", found.name);
        std::fs::write(to.join(&page), &found.bytes)?;
        let entry = Entry {
            page,
            set: set.clone(),
            language: found.language,
            content_type: Some("text/html".to_owned()),
            present: found.present,
            absent: Vec::new(),
        };
        lines.push(entry.line());
    }
    std::fs::write(&manifest, lines.join("\n") + "\n")?;
    Ok(count)
}

/// The last two parts of the path say which set it is.
fn set_name(source: &Path) -> String {
    let parts: Vec<String> = source.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    let name = parts[parts.len().saturating_sub(2)..].join("-");
    name.chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '.') { c } else { '-' }).collect()
}

/// The files below `folder` whose names end in `ending`, in order.
fn files(folder: &Path, ending: &str) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
