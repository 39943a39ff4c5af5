//! Where results go: standard output or a file, with colour or without.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::args::{Shared, When};
use crate::document::Format;
use crate::files::written;
use crate::report::human::Colour;

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

    /// Refuses to write over what is read, and over a file that is there in a format that documents, references, evidence and
    /// stores have and results never: references may be read beside a document without being named.
    pub(crate) fn spares(&self, read: &[&Path]) -> anyhow::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        // Told before anything is asked for, and not when all is done.
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        if folder.is_some_and(|folder| !folder.is_dir()) {
            bail!("failed to write {}: its folder is not there", file.display());
        }
        if file.is_dir() {
            bail!("failed to write {}: it is a folder; name a file", file.display());
        }
        let Ok(place) = file.canonicalize() else { return Ok(()) };
        if read.iter().any(|path| path.canonicalize().is_ok_and(|path| path == place)) {
            bail!("failed to write {}: it is read here, and --output would replace it", file.display());
        }
        if place.is_file() && is_never_written(&place) {
            bail!("failed to write {}: no result has this format, and --output would replace the file", file.display());
        }
        Ok(())
    }

    /// Whether what is printed goes to a terminal.
    pub(crate) fn is_terminal(&self) -> bool {
        self.file.is_none() && std::io::stdout().is_terminal()
    }

    /// Whether to colour what is printed.
    pub(crate) fn colour(&self) -> Colour {
        self.colour
    }

    /// Prints `text`, or writes the file whole. A reader that has gone away is no failure.
    pub(crate) fn print(&self, text: &str) -> anyhow::Result<()> {
        self.write(|to| to.write_all(text.as_bytes()))
    }

    /// The same for what is written piece by piece.
    pub(crate) fn write(&self, text: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
        if let Some(file) = &self.file {
            return written::replace(file, text).with_context(|| format!("failed to write {}", file.display()));
        }
        let mut out = BufWriter::new(std::io::stdout().lock());
        match text(&mut out).and_then(|()| out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other.context("failed to write to standard output"),
        }
    }
}

/// Whether a file has a name that results of this program do not have.
fn is_never_written(file: &Path) -> bool {
    const OTHERS: [&str; 8] = ["warc", "gz", "wacz", "cdx", "cdxj", "db", "sqlite", "toml"];
    let format = file.to_str().and_then(Format::of_path);
    let ending = file.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    format.is_some_and(|format| !matches!(format, Format::Plain | Format::Markdown))
        || ending.is_some_and(|ending| OTHERS.contains(&ending.as_str()))
}

/// Whether `NO_COLOR` is set, to anything but nothing.
pub(super) fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}
