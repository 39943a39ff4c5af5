//! How often a page that is not the page is told, and how often one that is the page is mistaken: precision and recall by
//! class over a folder of labelled pages.
//!
//! `cargo bench --bench pages -- FOLDER [--part tuning|held-out] [--show N]` reads `FOLDER/PART/CLASS/NAME.http`, each an
//! answer as a server sent it (see `sample.rs`), and judges each by itself, without quotes and without a question to its
//! host; the last column of the table is with that question, answered as such hosts answer it. With `--hosts` that column is
//! what the program says, which looks at each page on a host of its own and asks that host (see `hosts.rs`). With `--pairs`
//! every `.html` below FOLDER is read instead, and it is told how much of one page stands in another (see `pairs.rs`).
//! `CLASS` is the reason that is right, or `ordinary`. `--show` names mistakes, of the tuning part only.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints its table")]

mod hosts;
mod pairs;
mod sample;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str =
    "usage: cargo bench --bench pages -- FOLDER [--part tuning|held-out] [--show N] [--hosts] [--pairs]";

/// What is asked for.
struct Options {
    folder: PathBuf,
    part: Option<String>,
    show: usize,
    hosts: bool,
    pairs: bool,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let options = match options(&arguments) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("{message}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match measure(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("failed to measure: {error}");
            ExitCode::from(2)
        }
    }
}

fn options(arguments: &[String]) -> Result<Options, String> {
    let mut options = Options { folder: PathBuf::new(), part: None, show: 0, hosts: false, pairs: false };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().cloned().ok_or_else(|| format!("{argument} wants a value"));
        match argument.as_str() {
            "--hosts" => options.hosts = true,
            "--pairs" => options.pairs = true,
            "--part" => options.part = Some(value()?),
            "--show" => options.show = value()?.parse().map_err(|_| "--show wants a number".to_owned())?,
            name if name.starts_with('-') => return Err(format!("{name} is no option")),
            folder => options.folder = folder.into(),
        }
    }
    if options.folder.as_os_str().is_empty() {
        return Err("FOLDER is missing".to_owned());
    }
    Ok(options)
}

fn measure(options: &Options) -> std::io::Result<()> {
    if options.pairs {
        return pairs::measure(&options.folder);
    }
    for part in ["tuning", "held-out"] {
        if options.part.as_deref().is_some_and(|only| only != part) {
            continue;
        }
        let samples = sample::all(&options.folder.join(part))?;
        println!("{part}: {} pages", samples.len());
        let mut judged: Vec<table::Judged> = samples.iter().map(sample::judge).collect::<std::io::Result<_>>()?;
        if options.hosts && !samples.is_empty() {
            for (judged, looked) in judged.iter_mut().zip(hosts::look(&samples)?) {
                judged.ask(looked);
            }
        }
        table::print(&judged);
        // Whoever sees a page that is held out makes rules for it.
        let shown = if part == "tuning" { options.show } else { 0 };
        for mistake in
            judged.iter().filter(|judged| !judged.is_right() || judged.class != judged.told_after).take(shown)
        {
            let table::Judged { name, class, told, told_after, signs, .. } = mistake;
            println!("  {name} is {class}, told as {told}, its host asked as {told_after} {signs:?}");
        }
    }
    Ok(())
}
