//! How often a verdict on a quote is right: a confusion matrix over a folder of real pages.
//!
//! `cargo bench --bench accuracy -- --pages FOLDER --seed N` cuts passages out of the texts of the pages, changes them in
//! many ways, and tells what is said of each: a share of every verdict, and how often the place is exactly right. All goes
//! the public way: the bytes of a page are read, quotes are looked for, and judged. What a folder holds is told by its
//! `manifest.jsonl` (see `folder.rs`); `--from KIND SOURCE --to FOLDER` makes one of a public set.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints its table")]

mod chance;
mod convert;
mod counting;
mod declaration;
mod folder;
mod goals;
mod hiding;
mod judged;
mod keep;
mod keep_marks;
mod languages;
mod leaving;
mod made;
mod matrix;
mod options;
mod oracle;
mod passage;
mod pool;
mod rows;
mod scramble;
mod spoken;
mod turn;
mod turn_words;
mod turning;
mod words;

use std::process::ExitCode;

use options::{Job, Options};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let done = match options::read(&arguments) {
        Ok(Job::Measure(options)) => measure(&options),
        Ok(Job::Convert { kind, source, to }) => convert::convert(kind, &source, &to).map(|pages| {
            println!("{pages} pages in {}", to.display());
            true
        }),
        Ok(Job::Languages { folder, seed }) => declaration::measure(&folder, seed).map(|table| {
            print!("{table}");
            true
        }),
        Err(message) => {
            eprintln!("{message}\n{}", options::USAGE);
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("failed to measure: {error}");
            ExitCode::from(2)
        }
    }
}

/// Prints the tables; whether every goal is met.
fn measure(options: &Options) -> std::io::Result<bool> {
    let folder = folder::Folder::open(&options.pages, options.part, &options.set)?;
    println!(
        "{} pages of {}, part {}, seed {}",
        folder.entries.len(),
        options.pages.display(),
        options.part,
        options.seed
    );
    let pool = pool::Pool::fill(&folder, options);
    let matrix = matrix::Matrix::fill(&folder, &pool, options);
    matrix.print();
    let spoken = spoken::Spoken::measure(&folder, &pool, options);
    spoken.print();
    Ok(goals::check(&matrix, &spoken, options.part))
}
