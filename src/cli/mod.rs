//! Arguments in, exit code out.

mod archive;
mod args;
mod check;
mod documents;
mod exit;
mod extract;
mod fix;
mod logging;
mod network;
mod output;
mod progress;
mod serve;
mod settings;
mod signals;
mod small;
mod verify;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use args::{Arguments, Command};
use exit::Exit;
use tracing::Level;

use crate::locator::user_info;
use crate::reader;
use crate::report::escape;

/// Runs the command line.
pub(crate) fn main() -> ExitCode {
    if std::env::args_os().nth(1).is_some_and(|first| first == reader::READS_PDF) {
        return reader::read_pdf_apart();
    }
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage(error).into(),
    };
    // A service tells of each pass; a command that a person waits for tells of trouble only.
    let louder = u8::from(matches!(arguments.command, Command::Serve(_)) && !arguments.shared.quiet);
    logging::start(arguments.shared.verbose + louder, arguments.shared.log_format);
    dispatch(arguments).unwrap_or_else(|error| failed(&error)).into()
}

/// `--help` and `--version` come here too: they are printed to standard output and are no failure.
fn usage(mut error: clap::Error) -> Exit {
    if !error.use_stderr() {
        return if error.print().is_err() { Exit::Failed } else { Exit::Fine };
    }
    // The usage of what was typed would show the very options that exclude each other.
    if error.kind() == ErrorKind::ArgumentConflict {
        error.remove(ContextKind::Usage);
    }
    // A proxy as curl takes it has no scheme, by which its password would be found.
    if let Some(ContextValue::String(value)) = error.get(ContextKind::InvalidValue)
        && let Some((secret, host)) = value.rsplit_once('@')
        && secret.contains(':')
        && !secret.contains("://")
    {
        let hidden = ContextValue::String(format!("***@{host}"));
        error.insert(ContextKind::InvalidValue, hidden);
    }
    // What was typed is told back: a password in it would stand in the log of whoever runs this.
    let mut to = anstream::stderr().lock();
    for line in user_info::starred(&error.render().to_string()).lines() {
        let indent = &line[..line.len() - line.trim_start_matches(' ').len()];
        if writeln!(to, "{indent}{}", escape::terminal(line)).is_err() {
            // Standard error is closed; there is nobody left to tell.
            break;
        }
    }
    Exit::Failed
}

fn failed(error: &anyhow::Error) -> Exit {
    logging::tell(&format!("{error:#}"), Level::ERROR);
    Exit::Failed
}

/// Tells what whoever runs this should know: on standard error, escaped, whatever the level of the logs.
fn tell(message: &str) {
    logging::tell(message, Level::INFO);
}

fn dispatch(arguments: Arguments) -> anyhow::Result<Exit> {
    let shared = &arguments.shared;
    match arguments.command {
        Command::Check(check) => on_runtime(check::run(shared, check)),
        Command::Serve(serve) => on_runtime(serve::run(shared, serve)),
        Command::Extract(extract) => extract::run(shared, &extract),
        Command::Fix(fix) => on_runtime(fix::run(shared, fix)),
        Command::Verify(verify) => on_runtime(verify::run(shared, verify)),
        Command::Report(report) => on_runtime(small::report(shared, report)),
        Command::History(history) => on_runtime(small::history(shared, history)),
        Command::Archive(archive) => on_runtime(archive::run(shared, archive)),
        Command::Explain(explain) => small::explain(shared, &explain),
        Command::Init(init) => small::init(shared, &init),
    }
}

fn on_runtime(work: impl Future<Output = anyhow::Result<Exit>>) -> anyhow::Result<Exit> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}
