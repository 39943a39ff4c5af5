//! Arguments in, exit code out.

mod args;
mod check;
mod documents;
mod exit;
mod extract;
mod logging;
mod network;
mod output;
mod progress;
mod settings;
mod signals;
mod small;
mod verify;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};
use exit::Exit;

/// Runs the command line.
pub(crate) fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error).into(),
    };
    logging::start(arguments.shared.verbose);
    dispatch(arguments).unwrap_or_else(|error| failed(&error)).into()
}

/// `--help` and `--version` come here too: they are printed to standard output and are no failure.
fn usage(error: &clap::Error) -> Exit {
    let printed = error.print();
    if error.use_stderr() || printed.is_err() { Exit::Failed } else { Exit::Fine }
}

/// The one place where a failure of ours is told.
fn failed(error: &anyhow::Error) -> Exit {
    let told = writeln!(anstream::stderr(), "citewatch: {error:#}");
    tracing::debug!(told = told.is_ok(), "command failed");
    Exit::Failed
}

fn dispatch(arguments: Arguments) -> anyhow::Result<Exit> {
    let shared = &arguments.shared;
    match arguments.command {
        Command::Check(check) => on_runtime(check::run(shared, check)),
        Command::Extract(extract) => extract::run(shared, &extract),
        Command::Verify(verify) => on_runtime(verify::run(shared, verify)),
        Command::Report(report) => on_runtime(small::report(shared, report)),
        Command::History(history) => on_runtime(small::history(shared, history)),
        Command::Explain(explain) => small::explain(shared, &explain),
        Command::Init(init) => small::init(shared, &init),
    }
}

fn on_runtime(work: impl Future<Output = anyhow::Result<Exit>>) -> anyhow::Result<Exit> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}
