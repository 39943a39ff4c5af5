//! `citewatch fix`: edits to the documents by what the store knows; no network.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};
use jiff::Timestamp;

use super::args::{Fix, OutputFormat, REPORTS, Shared};
use super::exit::Exit;
use super::output::Output;
use super::{documents, settings};
use crate::clock;
use crate::config::Config;
use crate::evidence::Recorder;
use crate::files::{LONGEST_WRITE, rewritten, written};
use crate::finding::Finding;
use crate::fix::{self, Kind, Options, diff, edit};
use crate::intake::Input;
use crate::report::fix::Fixed;
use crate::report::{self, Mode, escape};
use crate::run;
use crate::run::due::Which;
use crate::run::event::Events;
use crate::run::fixing;
use crate::run::stop::Stop;
use crate::run::work::Texts;
use crate::store::{Checked, Store};

/// Runs the command.
pub(crate) async fn run(shared: &Shared, options: Fix) -> anyhow::Result<Exit> {
    if shared.format == OutputFormat::Markdown {
        bail!("failed to print: fix prints a diff, or json");
    }
    if options.documents.paths.iter().any(|path| path == "-") {
        bail!("failed to fix standard input: fix edits files; name one");
    }
    let config = settings::load(shared)?;
    let output = Output::new(shared);
    let (inputs, mut unread) = documents::inputs(&options.documents, &config, Path::new(REPORTS), &output)?;
    let (store, copy) = settings::kept_store(&settings::store(options.store.as_deref(), &config)?).await?.apart();
    if options.write && copy.is_some() {
        bail!("failed to fix: the store cannot be written to, and what is edited is noted there");
    }
    let parsed: Vec<(Input, bool, Vec<Finding>)> = documents::understood(inputs, &mut unread, |input| {
        let (_, claims) = run::parse(&input, &config)?;
        Ok((input, !claims.citations.is_empty(), claims.findings))
    });
    let cites = parsed.iter().any(|(_, cites, _)| *cites);
    let found = parsed.iter().map(|(input, _, findings)| (input.path.as_str(), &findings[..]));
    documents::expect_citations(cites, found, &options.documents, unread.exit())?;
    let mut exit = unread.exit();
    let mut checked = Vec::new();
    for (input, ..) in parsed {
        if input.laid.is_some() {
            if !shared.quiet {
                super::tell(&format!("{} is left: files of its kind are never edited", input.path));
            }
            continue;
        }
        match as_checked(&store, &input).await? {
            Ok(at) => checked.push((input, at)),
            Err(problem) => {
                super::tell(&format!("failed to {problem}"));
                exit = exit.or_worse(Exit::Failed);
            }
        }
    }
    let (mut fixed, unconfirmed, store) = planned(&checked, &config, store, &wanted(&options)).await?;
    if options.write {
        for (document, (input, at)) in fixed.iter_mut().zip(&checked) {
            exit = exit.or_worse(write(&store, document, input, *at).await?);
        }
    }
    print(shared, &output, &fixed, options.write)?;
    let is_nothing = fixed.iter().all(|document| document.plan.edits.is_empty());
    if is_nothing && unconfirmed > 0 && !shared.quiet {
        super::tell(&waits_for_the_policy(unconfirmed));
    }
    let open = fixed.iter().any(|document| !document.written && !document.plan.edits.is_empty());
    store.close().await;
    drop(copy);
    Ok(if open && !options.write { exit.or_worse(Exit::Broken) } else { exit })
}

fn wanted(options: &Fix) -> Options {
    let kinds: BTreeSet<Kind> = options.only.iter().map(|kind| kind.0).collect();
    let kinds = if kinds.is_empty() { Options::default().kinds } else { kinds };
    Options { kinds, replace: options.replace, visible: options.visible }
}

/// When the document was checked as it stands, or why it is not edited.
async fn as_checked(store: &Store, input: &Input) -> anyhow::Result<Result<Timestamp, String>> {
    let path = &input.path;
    let bytes = input.place.as_deref().map(std::fs::read);
    if !matches!(bytes, Some(Ok(bytes)) if bytes == input.text.as_bytes()) {
        return Ok(Err(format!("fix {path}: it is not UTF-8, or is being written to; only UTF-8 is edited")));
    }
    let known =
        store.checked(path, &run::digest(&input.text)).await.map_err(|error| anyhow::anyhow!("failed to {error}"))?;
    Ok(match known {
        Checked::AsItIs(at) => Ok(at),
        Checked::Before(at) => Err(format!(
            "fix {path}: it has changed since it was checked at {}; run `citewatch check` again",
            at.strftime("%Y-%m-%dT%H:%M:%SZ")
        )),
        Checked::Never => Err(format!("fix {path}: it was never checked with this store; run `citewatch check` first")),
    })
}

/// What to do to each document, by the policy of the schedule.
async fn planned(
    checked: &[(Input, Timestamp)],
    config: &Config,
    store: Store,
    options: &Options,
) -> anyhow::Result<(Vec<Fixed>, usize, Store)> {
    let read = |(input, _): &(Input, Timestamp)| run::read(input.clone(), Texts::Dropped, config);
    let documents =
        checked.iter().map(read).collect::<Result<_, _>>().map_err(|problem| anyhow!("failed to {problem}"))?;
    let (_sender, stop) = Stop::channel();
    let check = run::Check {
        documents,
        config: config.clone(),
        mode: Mode::Offline,
        which: Which::Due,
        fetcher: None,
        store,
        recorder: Recorder::off(),
        events: Events::default(),
        stop,
        watcher: Vec::new(),
    };
    let (report, store) = run::judged(check).await?;
    let citations = report.documents.iter().flat_map(|document| document.citations.iter());
    let unconfirmed = citations.filter(|citation| citation.source.suspect).count();
    let mut fixed = Vec::new();
    for ((input, _), known) in checked.iter().zip(fixing::known(&report.documents)) {
        let (document, claims) = run::parse(input, config).map_err(|problem| anyhow!("failed to {problem}"))?;
        let plan = fix::plan(&input.text, &document, &claims.citations, &known, options);
        fixed.push(Fixed {
            path: input.path.clone(),
            place: from_here(input),
            format: input.format.as_str(),
            text: input.text.clone(),
            citations: claims.citations,
            plan,
            written: false,
        });
    }
    Ok((fixed, unconfirmed, store))
}

/// A check takes a source for gone after two looks, and a document is edited only when the policy does: who comes from the one
/// must not think that there is nothing to do.
fn waits_for_the_policy(unconfirmed: usize) -> String {
    let (sources, seem) = if unconfirmed == 1 { ("source", "seems") } else { ("sources", "seem") };
    format!(
        "nothing to edit: {unconfirmed} {sources} {seem} gone, which `confirm` of [schedule] has not confirmed yet; a later check does"
    )
}

/// The file of a document from the folder in which citewatch runs, where it stands below it, as a diff names it. Neither
/// `patch` nor `git apply` follows links.
fn from_here(input: &Input) -> Vec<u8> {
    let place = input.place.as_deref().and_then(|place| place.canonicalize().ok());
    let here = std::env::current_dir().and_then(|here| here.canonicalize()).ok();
    let below = place.as_deref().zip(here).map(|(place, here)| place.strip_prefix(here).unwrap_or(place));
    below.map_or_else(|| input.path.clone().into_bytes(), |below| below.as_os_str().as_encoded_bytes().to_vec())
}

/// Writes the edits; what the file is then says nothing that was not checked.
async fn write(store: &Store, document: &mut Fixed, input: &Input, at: Timestamp) -> anyhow::Result<Exit> {
    if document.plan.edits.is_empty() {
        return Ok(Exit::Fine);
    }
    let Some(place): Option<PathBuf> = input.place.clone() else { return Ok(Exit::Failed) };
    let edited = edit::applied(&document.text, &document.plan.edits);
    if let Some(folder) = place.parent() {
        written::sweep(folder, clock::now() - LONGEST_WRITE);
    }
    // Noted first: a file that is written and not noted would be refused as one that has changed.
    let noted = store.keep_checked(&input.path, &run::digest(&edited), at).await;
    noted.map_err(|error| anyhow::anyhow!("failed to {error}"))?;
    if let Err(problem) = rewritten::rewrite(&place, document.text.as_bytes(), edited.as_bytes()) {
        super::tell(&format!("failed to {problem}"));
        return Ok(Exit::Failed);
    }
    document.written = true;
    Ok(Exit::Fine)
}

fn print(shared: &Shared, output: &Output, fixed: &[Fixed], write: bool) -> anyhow::Result<()> {
    if shared.format == OutputFormat::Json {
        return output.print(&report::fix::print(fixed));
    }
    let mut text = String::new();
    for Fixed { path, place, text: before, plan, written, .. } in fixed {
        if *written {
            text.extend([&*escape::terminal(path), ": ", &counted(plan.edits.len()), " written\n"]);
        } else if !write {
            text += &diff::unified(place, before, &plan.edits);
        }
    }
    if output.is_terminal() {
        text = text.lines().map(|line| shown(line) + "\n").collect();
    }
    output.print(&text)?;
    if !shared.quiet {
        for Fixed { path, citations, plan, .. } in fixed {
            for left in &plan.left {
                let citation = &citations[left.citation];
                let (line, url) = (citation.place.line, citation.url.as_deref().unwrap_or("its source"));
                super::tell(&format!("{path}:{line}: {url} is left: {}", left.why));
            }
        }
    }
    Ok(())
}

/// A line with nothing in it that a terminal obeys; tabs and spaces at its beginning stay.
fn shown(line: &str) -> String {
    let indent = &line[..line.len() - line.trim_start_matches([' ', '\t', '+', '-']).len()];
    indent.to_owned() + &escape::terminal(&line[indent.len()..])
}

fn counted(edits: usize) -> String {
    format!("{edits} edit{}", if edits == 1 { "" } else { "s" })
}
