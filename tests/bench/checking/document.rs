//! The documents that link the pages, and the commands that check them.

use std::fmt::Write;
use std::io;
use std::path::{Path, PathBuf};

use super::web::{Web, phrase};

/// What a document holds beside its links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Links alone.
    Links,
    /// A quoted phrase before each link.
    Quotes,
    /// The same as a second run over pages that have not changed.
    Again,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Links => "links",
            Self::Quotes | Self::Again => "quotes",
        }
    }

    /// What the peer does that is nearest to it.
    pub fn peer_name(self) -> &'static str {
        match self {
            Self::Links => "links",
            Self::Quotes | Self::Again => "text fragments",
        }
    }
}

pub fn write(folder: &Path, kind: Kind, web: &Web, links: usize) -> io::Result<PathBuf> {
    let mut text = String::from("# The almanac\n\n");
    for page in 0..links {
        let url = web.url(page, links);
        let done = match kind {
            Kind::Links => writeln!(text, "- [Page {page}]({url})"),
            Kind::Quotes | Kind::Again => writeln!(text, "[Page {page}]({url}) says that “{}”.\n", phrase(page)),
        };
        done.map_err(io::Error::other)?;
    }
    save(folder, &format!("{}.md", kind.name()), &text)
}

/// The same for a checker that reads quotes from text fragments only.
pub fn write_fragments(folder: &Path, kind: Kind, web: &Web, links: usize) -> io::Result<PathBuf> {
    let mut text = String::from("# The almanac\n\n");
    for page in 0..links {
        let url = web.url(page, links);
        let fragment = match kind {
            Kind::Links => String::new(),
            Kind::Quotes | Kind::Again => format!("#:~:text={}", phrase(page).replace(' ', "%20")),
        };
        writeln!(text, "- [Page {page}]({url}{fragment})").map_err(io::Error::other)?;
    }
    save(folder, &format!("{}-fragments.md", kind.name()), &text)
}

/// A check at no pace: the servers are ours.
pub fn citewatch(program: &str, folder: &Path, document: &Path, name: &str) -> io::Result<Vec<String>> {
    let config = format!(
        "[fetch]\nconcurrency = 64\nper_host = {{ requests_per_second = 1000, concurrency = 4 }}\n\
         [archive]\nlookup = []\n[store]\nurl = \"sqlite:{name}.db\"\n"
    );
    let config = save(folder, &format!("{name}.toml"), &config)?;
    Ok(strings(&[
        program,
        "check",
        "--config",
        &config.to_string_lossy(),
        "--no-reports",
        "--fail-on",
        "none",
        "--allow-private",
        "127.0.0.0/8",
        "--quiet",
        &document.to_string_lossy(),
    ]))
}

pub fn lychee(document: &Path, kind: Kind) -> Vec<String> {
    let mut command =
        strings(&["lychee", "--no-progress", "--max-concurrency", "64", "--host-request-interval", "1ms"]);
    if kind == Kind::Quotes {
        command.extend(strings(&["--include-fragments=text-only"]));
    }
    command.push(document.to_string_lossy().into_owned());
    command
}

fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn save(folder: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    let path = folder.join(name);
    std::fs::write(&path, text)?;
    Ok(path)
}
