//! Logs: to standard error, never to standard output.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Starts logging at the level of `CITEWATCH_LOG`, else of `-v`.
pub(crate) fn start(verbose: u8) {
    let default = match verbose {
        0 => "citewatch=warn",
        1 => "citewatch=info",
        2 => "citewatch=debug",
        _ => "debug",
    };
    let filter = EnvFilter::try_from_env("CITEWATCH_LOG").unwrap_or_else(|_| EnvFilter::new(default));
    let colour = std::io::stderr().is_terminal() && !super::output::no_color();
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(colour).with_writer(std::io::stderr);
    // What cannot be written would be told on the same standard error, with a panic where nobody reads it any more.
    logs.log_internal_errors(false).init();
}
