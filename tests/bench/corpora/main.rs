//! A folder of real documents, held against the counts of other readers.
//!
//! `cargo bench --bench corpora -- FOLDER` reads `manifest.json` of the folder, a list of `{ "file", "format", "counts" }`,
//! and prints each count beside ours; it fails where one differs or is not counted here, and where a build for release takes
//! longer than a second for all documents. Every document is also read from copies that are cut at
//! every 997th byte, every `url_span` is decoded and held against its URL, and the time to read all of them is told.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints its table")]

mod held;

use std::path::Path;
use std::process::ExitCode;

/// Bytes between two cuts.
const CUT: usize = 997;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().skip(1).find(|argument| argument != "--bench") else {
        eprintln!("usage: cargo bench --bench corpora -- FOLDER");
        return ExitCode::from(2);
    };
    match held::held(Path::new(&folder), CUT, &mut |line| println!("{line}")) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("failed to read {folder}: {error}");
            ExitCode::from(2)
        }
    }
}
