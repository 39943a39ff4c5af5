//! Where results go: standard output or a file, with colour or without.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use anyhow::Context;

use super::args::{Shared, When};
use crate::report::human::Colour;
use crate::run::written;

/// Where results go.
#[derive(Debug)]
pub(crate) struct Output {
    file: Option<PathBuf>,
    colour: Colour,
}

impl Output {
    /// As the options say; colour only to a terminal unless asked for, never where `NO_COLOR` is set and it is not.
    pub(crate) fn new(shared: &Shared) -> Self {
        let wanted = match shared.color {
            When::Always => true,
            When::Never => false,
            When::Auto => shared.output.is_none() && std::io::stdout().is_terminal() && !no_color(),
        };
        let colour = if wanted { Colour::Always } else { Colour::Never };
        Self { file: shared.output.clone(), colour }
    }

    /// Whether to colour what is printed.
    pub(crate) fn colour(&self) -> Colour {
        self.colour
    }

    /// Prints `text`, or writes the file whole. A reader that has gone away is no failure.
    pub(crate) fn print(&self, text: &str) -> anyhow::Result<()> {
        if let Some(file) = &self.file {
            return written::replace(file, text.as_bytes())
                .with_context(|| format!("failed to write {}", file.display()));
        }
        let mut out = std::io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
            other => other.context("failed to write to standard output"),
        }
    }
}

/// Whether `NO_COLOR` is set, to anything.
pub(super) fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}
