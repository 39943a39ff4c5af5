//! How well note numbers are told from other numbers once an article is plain text, and titles from other titles.
//!
//! `cargo bench --bench binding -- markers FOLDER` takes articles whose notes are marked up (`.html`, `.wikitext` or
//! `.txt` in wikitext, `.md`), flattens them to text with bare digits, and compares what `document::parse` finds with
//! what the markup says. `titles FILE` takes lines of a page and its title, tab between, and holds each title against its
//! own page and against others. Files are parted by a hash of their names: rules are made on one half, and the other,
//! `--part held-out`, is looked at for the report only.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints its table")]

mod article;
mod html;
mod markdown;
mod markers;
mod rule;
mod titles;
mod wikitext;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str =
    "usage: cargo bench --bench binding -- (markers FOLDER | titles FILE) [--part tuning|held-out|all] [--show]";

/// Which half of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Tuning,
    HeldOut,
    All,
}

/// What is asked for.
#[derive(Debug, Clone, Copy)]
struct Options {
    part: Part,
    /// Whether each miss is printed.
    show: bool,
}

impl Options {
    /// Whether a file of this name is looked at.
    fn takes(self, name: &str) -> bool {
        let own = if hash(name).is_multiple_of(2) { Part::Tuning } else { Part::HeldOut };
        self.part == Part::All || self.part == own
    }
}

/// FNV-1a, the same on every machine.
fn hash(name: &str) -> u64 {
    let folded = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    folded >> 32
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let Some((what, path, options)) = options(&arguments) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let done = match what {
        "markers" => markers::measure(Path::new(path), options),
        _ => titles::measure(Path::new(path), options),
    };
    match done {
        Ok(table) => {
            print!("{table}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("failed to measure: {path}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn options(arguments: &[String]) -> Option<(&str, &str, Options)> {
    let [what, path, rest @ ..] = arguments else { return None };
    let mut options = Options { part: Part::Tuning, show: false };
    let mut rest = rest.iter();
    while let Some(option) = rest.next() {
        match option.as_str() {
            "--show" => options.show = true,
            "--part" => {
                options.part = match rest.next()?.as_str() {
                    "tuning" => Part::Tuning,
                    "held-out" => Part::HeldOut,
                    "all" => Part::All,
                    _ => return None,
                };
            }
            _ => return None,
        }
    }
    matches!(what.as_str(), "markers" | "titles").then_some((what, path, options))
}

/// `97.3 %`, or a bare count below a hundred.
#[expect(clippy::cast_precision_loss, reason = "counts of a benchmark")]
fn share(part: usize, whole: usize) -> String {
    if whole < 100 { format!("{part} of {whole}") } else { format!("{:.2} %", part as f64 * 100.0 / whole as f64) }
}
