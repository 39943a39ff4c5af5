//! How well PDFs are read: a folder of them through the process that reads one, beside what two other programs read in
//! them, and damaged in several ways.
//!
//! `cargo bench --bench pdf -- FOLDER` prints what became of the files, what it cost, and, where `pdftotext` and
//! `mutool` are on the path, how many of the words and phrases that both agree on are read here as well.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints its table")]

mod damage;
mod oracle;
mod score;
mod trial;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "usage: cargo bench --bench pdf -- FOLDER [--seed N] [--only readable|words|damage] [--list] \
                     [--kept FOLDER]
  --seed   of what is drawn by lot (1)
  --list   the files behind the figures
  --kept   where the texts of the other programs are kept for the next time";

/// What is asked for.
struct Options {
    folder: PathBuf,
    seed: u64,
    only: String,
    list: bool,
    kept: Option<PathBuf>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let Some(options) = options(&arguments) else {
        eprintln!("{USAGE}");
        // Without a folder there is nothing to measure: `cargo bench` alone runs the other benchmarks.
        return if arguments.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) };
    };
    match bench(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("failed to measure {}: {error}", options.folder.display());
            ExitCode::FAILURE
        }
    }
}

fn options(arguments: &[String]) -> Option<Options> {
    let (folder, mut rest) = arguments.split_first()?;
    let mut options = Options { folder: folder.into(), seed: 1, only: String::new(), list: false, kept: None };
    while let Some((name, more)) = rest.split_first() {
        rest = more;
        if name == "--list" {
            options.list = true;
            continue;
        }
        let (value, more) = rest.split_first()?;
        rest = more;
        match name.as_str() {
            "--seed" => options.seed = value.parse().ok()?,
            "--only" => options.only.clone_from(value),
            "--kept" => options.kept = Some(value.into()),
            _ => return None,
        }
    }
    Some(options)
}

fn bench(options: &Options) -> std::io::Result<()> {
    let files = files(&options.folder)?;
    println!("{} files of {}", files.len(), options.folder.display());
    let is_wanted = |part: &str| options.only.is_empty() || options.only == part;
    if is_wanted("readable") {
        trial::print("as they are", &trial::files(&files), options.list);
    }
    if is_wanted("damage") {
        for way in damage::Way::ALL {
            trial::print(way.name(), &trial::damaged(&files, way, options.seed), options.list);
        }
    }
    if is_wanted("words") {
        match oracle::Oracle::find(options.kept.as_deref()) {
            Some(oracle) => score::print(&files, &oracle, options.list),
            None => {
                println!("pdftotext (poppler-utils) and mutool (mupdf-tools) are not both here: no words to compare");
            }
        }
    }
    Ok(())
}

/// The PDFs of a folder, in the order of their names.
fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf")) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
