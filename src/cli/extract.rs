//! `citewatch extract`: what documents cite and quote; no network.

use std::path::Path;

use anyhow::bail;

use super::args::{Extract, OutputFormat, REPORTS, Shared};
use super::exit::Exit;
use super::output::Output;
use super::{documents, settings};
use crate::citation::Claims;
use crate::document::Document;
use crate::report::extract;
use crate::run;

/// Runs the command.
pub(crate) fn run(shared: &Shared, options: &Extract) -> anyhow::Result<Exit> {
    let config = settings::load(shared)?;
    let output = Output::new(shared);
    let (inputs, mut unread) = documents::inputs(&options.documents, &config, Path::new(REPORTS), &output)?;
    let parsed: Vec<(&str, Document, Claims)> = documents::understood(&inputs, &mut unread, |input| {
        run::parse(input, &config).map(|(document, claims)| (input.path.as_str(), document, claims))
    });
    let cites = parsed.iter().any(|(_, _, claims)| !claims.citations.is_empty());
    let found = parsed.iter().map(|(path, _, claims)| (*path, &claims.findings[..]));
    documents::expect_citations(cites, found, &options.documents, unread.exit())?;
    let extracted: Vec<extract::Extracted<'_>> =
        parsed.iter().map(|(path, document, claims)| (*path, document, claims)).collect();
    match shared.format {
        OutputFormat::Json => output.write(|to| extract::print(&extracted, to))?,
        OutputFormat::Human if shared.quiet => output.print(&extract::counts(&extracted))?,
        OutputFormat::Human => output.print(&extract::list(&extracted))?,
        OutputFormat::Markdown => bail!("failed to print: extract prints human or json"),
    }
    Ok(unread.exit())
}
