//! What is asked for on the command line.

use std::fmt;
use std::path::PathBuf;

use crate::convert::Source;

pub const USAGE: &str = "usage: cargo bench --bench accuracy -- --pages FOLDER [--seed N] [--part tuning|held-out|all]
         [--set NAME] [--a-page N] [--only WORD] [--show N]
       cargo bench --bench accuracy -- --from scrapinghub|readability|trafilatura|daniel|pairs|pages SOURCE --to FOLDER
       cargo bench --bench accuracy -- --languages FOLDER [--seed N]";

/// What is to be done.
pub enum Job {
    /// Measure.
    Measure(Options),
    /// Make a folder of pages from a public set.
    Convert { kind: Source, source: PathBuf, to: PathBuf },
    /// Hold one text in many languages against itself.
    Languages { folder: PathBuf, seed: u64 },
}

/// How to measure.
pub struct Options {
    pub pages: PathBuf,
    pub seed: u64,
    pub part: Part,
    /// Pages of sets whose names begin with this.
    pub set: String,
    /// Samples of each row that are tried on each page.
    pub a_page: usize,
    /// Rows whose names hold this.
    pub only: String,
    /// Misses of each row that are printed.
    pub show: usize,
}

/// Which of the pages: two in five, by a hash of their names, are held out and not looked at while rules are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Tuning,
    HeldOut,
    All,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Tuning => "tuning",
            Self::HeldOut => "held-out",
            Self::All => "all",
        })
    }
}

/// Reads the arguments.
pub fn read(arguments: &[String]) -> Result<Job, String> {
    let mut options = Options {
        pages: PathBuf::new(),
        seed: 1,
        part: Part::Tuning,
        set: String::new(),
        a_page: 2,
        only: String::new(),
        show: 0,
    };
    let (mut from, mut to, mut languages) = (None, None, None);
    let mut rest = arguments.iter();
    while let Some(name) = rest.next() {
        let mut value = || rest.next().cloned().ok_or_else(|| format!("{name} wants a value"));
        match name.as_str() {
            "--pages" => options.pages = value()?.into(),
            "--seed" => options.seed = number(name, &value()?)?,
            "--a-page" => options.a_page = number(name, &value()?)?,
            "--show" => options.show = number(name, &value()?)?,
            "--set" => options.set = value()?,
            "--only" => options.only = value()?,
            "--languages" => languages = Some(PathBuf::from(value()?)),
            "--to" => to = Some(PathBuf::from(value()?)),
            "--part" => options.part = part(&value()?)?,
            "--from" => {
                let kind = value()?;
                let kind =
                    Source::parse(&kind).ok_or_else(|| format!("{kind} is no kind of set that is known here"))?;
                from = Some((kind, PathBuf::from(value()?)));
            }
            _ => return Err(format!("{name} is no option")),
        }
    }
    if let Some(folder) = languages {
        return Ok(Job::Languages { folder, seed: options.seed });
    }
    match (from, to) {
        (Some((kind, source)), Some(to)) => Ok(Job::Convert { kind, source, to }),
        (Some(_), None) => Err("--from wants --to FOLDER".to_owned()),
        _ if options.pages.as_os_str().is_empty() => Err("--pages FOLDER is missing".to_owned()),
        _ if options.part == Part::HeldOut && options.show > 0 => {
            Err("pages that are held out are not shown".to_owned())
        }
        _ => Ok(Job::Measure(options)),
    }
}

fn number<N: std::str::FromStr>(name: &str, value: &str) -> Result<N, String> {
    value.parse().map_err(|_| format!("{name} wants a number, not {value}"))
}

fn part(word: &str) -> Result<Part, String> {
    [Part::Tuning, Part::HeldOut, Part::All]
        .into_iter()
        .find(|part| part.to_string() == word)
        .ok_or_else(|| format!("{word} is no part"))
}
