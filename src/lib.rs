//! Does the source still stand, and does it still say what you say it says?
//!
//! One way through:
//!
//! ```text
//! documents → citations and quotes → plan → observations → verdicts → store → reports
//! ```
//!
//! No stage holds a later one, and no stage changes an earlier value. The only circle is through time: yesterday's
//! observations, read from the store as plain values, are an input of today's plan. A module uses only modules that
//! stand before it in the list below; those above the line have no clock, files, sockets, environment, async or logging.

pub mod span;
pub mod date;
pub mod standing;
pub mod finding;
pub(crate) mod packed;
pub(crate) mod text;
pub mod locator;
pub mod document;
pub mod citation;
pub mod page;
pub mod observation;
pub(crate) mod config;
pub mod quote_match;
pub mod verdict;
pub(crate) mod fix;
pub(crate) mod plan;
pub(crate) mod report;
// ── core above, shell below ──
pub(crate) mod clock;
pub(crate) mod files;
pub(crate) mod evidence;
pub(crate) mod fetch;
#[cfg(feature = "render")]
pub(crate) mod render;
pub(crate) mod reader;
pub(crate) mod intake;
pub(crate) mod archive;
pub(crate) mod store;
pub(crate) mod run;
pub(crate) mod schedule;
pub(crate) mod cli;

/// The loopback web of the integration tests, for the tests of single rooms.
#[cfg(test)]
#[expect(dead_code, reason = "the integration tests use the rest of it")]
#[path = "../tests/web/servers/mod.rs"]
mod web;

/// Runs the command line and returns its exit code.
pub fn main() -> std::process::ExitCode {
    cli::main()
}
