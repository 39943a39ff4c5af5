//! The documents that the command line or the configuration names.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::Documents;
use super::exit::Exit;
use super::output::Output;
use crate::config::Config;
use crate::finding::Finding;
use crate::intake::{self, Input, Intake, IntakeProblem};
use crate::report::Illness;
use crate::run;
use crate::run::work::{ReadDocument, Texts};

/// What could not be read: told, and left out.
#[derive(Debug, Default)]
pub(crate) struct Unread(Vec<String>);

impl Unread {
    fn note(&mut self, problem: &IntakeProblem) {
        let message = format!("failed to {problem}");
        super::tell(&message);
        self.0.push(message);
    }

    /// The exit code of a command that did the rest.
    pub(crate) fn exit(&self) -> Exit {
        if self.0.is_empty() { Exit::Fine } else { Exit::Failed }
    }

    /// What a report says of it.
    pub(crate) fn illnesses(&self) -> Vec<Illness> {
        self.0.iter().cloned().map(Illness::UnreadDocument).collect()
    }
}

/// Reads the documents and what they claim. A file that cannot be read is told and leaves the rest to be done; the exit code is then 2.
/// That no document cites anything is an error, unless it is allowed.
pub(crate) fn read(
    options: &Documents,
    config: &Config,
    reports: &Path,
    output: &Output,
    texts: Texts,
) -> anyhow::Result<(Vec<ReadDocument>, Unread)> {
    let (inputs, mut unread) = inputs(options, config, reports, output)?;
    let documents: Vec<ReadDocument> = understood(inputs, &mut unread, |input| run::read(input, texts, config));
    let cites = documents.iter().any(|document| document.citations.len() > 0);
    let found = documents.iter().map(|document| (document.path.as_str(), &document.findings[..]));
    expect_citations(cites, found, options, unread.exit())?;
    Ok((documents, unread))
}

/// Reads the texts of the documents, which `output` must not be written over.
pub(crate) fn inputs(
    options: &Documents,
    config: &Config,
    reports: &Path,
    output: &Output,
) -> anyhow::Result<(Vec<Input>, Unread)> {
    let Intake { documents, problems } = if options.paths.is_empty() {
        if config.watch.documents.is_empty() {
            bail!("failed to find documents: {}", intake::none_found(&options.paths, &config.watch));
        }
        intake::watched(&config.watch, options.input_format, Some(reports))
    } else {
        intake::read(&options.paths, &mut std::io::stdin().lock(), options.input_format, Some(reports))
    };
    if documents.is_empty() && problems.is_empty() && options.paths.is_empty() && !options.allow_empty {
        bail!("failed to find documents: {}", intake::none_found(&options.paths, &config.watch));
    }
    let root = if options.paths.is_empty() { config.watch.root.as_path() } else { Path::new("") };
    let places: Vec<PathBuf> = documents.iter().map(|document| root.join(&document.path)).collect();
    output.spares(&places.iter().map(PathBuf::as_path).collect::<Vec<_>>())?;
    let mut unread = Unread::default();
    for problem in &problems {
        unread.note(problem);
    }
    Ok((documents, unread))
}

/// What is read of each document; one that cannot be is told and left out.
pub(crate) fn understood<D, T>(
    documents: impl IntoIterator<Item = D>,
    unread: &mut Unread,
    read: impl Fn(D) -> Result<T, IntakeProblem>,
) -> Vec<T> {
    documents
        .into_iter()
        .filter_map(|document| read(document).inspect_err(|problem| unread.note(problem)).ok())
        .collect()
}

/// Nothing to check is an error, unless it is allowed: a green build that checked nothing is worse than a red one.
pub(crate) fn expect_citations<'a>(
    found: bool,
    documents: impl IntoIterator<Item = (&'a str, &'a [Finding])>,
    options: &Documents,
    read: Exit,
) -> anyhow::Result<()> {
    if found || options.allow_empty {
        return Ok(());
    }
    let documents: Vec<(&str, &[Finding])> = documents.into_iter().collect();
    // What is wrong with them is often the reason.
    for (path, finding) in documents.iter().flat_map(|(path, own)| own.iter().map(move |finding| (path, finding))) {
        let line = finding.place.map_or(1, |place| place.line);
        let path = finding.file.as_deref().unwrap_or(path);
        super::tell(&format!("{path}:{line}: {}: {}", finding.code, finding.message));
    }
    let paths: Vec<&str> = documents.iter().map(|(path, _)| *path).collect();
    let what = match (&paths[..], read) {
        ([], Exit::Failed) => "no document could be read".to_owned(),
        ([], _) => "no document was found".to_owned(),
        ([path], _) => format!("{path} cites nothing"),
        (paths, _) => format!("none of {} documents cites anything", paths.len()),
    };
    bail!("failed to find a citation: {what} (--allow-empty makes that no error)")
}
