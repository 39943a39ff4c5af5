//! The program under test, in a place of its own.

use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

/// The project's folder.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The program, deaf to the settings of whoever runs the tests.
pub fn citewatch() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_citewatch"));
    for name in ["CITEWATCH_LOG", "NO_COLOR", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"] {
        command.env_remove(name);
    }
    command
}

/// Says what a test leaves out, and why. Written past the harness, which keeps what a passing test prints to itself.
pub fn left_out(why: &str) {
    writeln!(std::io::stderr(), "left out: {why}").expect("standard error can be written to");
}
