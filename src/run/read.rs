//! A document is read: what it claims, what is wrong with it, and what the run keeps of it.

use std::path::Path;

use data_encoding::HEXLOWER;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};

use super::work::{ReadDocument, Texts};
use crate::citation::{self, Claims, Others};
use crate::clock;
use crate::config::Config;
use crate::document::Document;
use crate::finding::silence::Silence;
use crate::intake::{self, Input, IntakeProblem};
use crate::locator::user_info;
use crate::packed::Parts;
use crate::text::wide::OnDisk;

/// Reads a document and what it claims; what is wrong with it is said as of the day of the clock.
pub(crate) fn parse(input: &Input, config: &Config) -> Result<(Document, Claims), IntakeProblem> {
    intake::contained(&input.path, || parsed(input, config))
}

fn parsed(input: &Input, config: &Config) -> (Document, Claims) {
    let document = intake::parsed(input);
    let mut claims = citation::claims(&document, &input.text);
    let today = TimeZone::UTC.to_datetime(clock::now()).date();
    claims.findings.extend(claims.citations.iter().flat_map(|citation| citation::on_the_day(citation, today)));
    claims.findings.sort_by(|one, other| one.order().cmp(&other.order()));
    claims.silenced += silence(&document, input, config).hush(&mut claims.findings);
    if let Some(lead) = input.on_disk.leads(&input.text) {
        claims.lead(lead);
    }
    (document, claims)
}

/// What the writer of a document and the configuration want to be silent about.
fn silence(document: &Document, input: &Input, config: &Config) -> Silence {
    let mut silence = document.silence.clone();
    let ignored = |path: &str| {
        let beside = if config.ignores.is_empty() { None } else { below(&config.watch.root, path) };
        config.ignored_in(path, beside.as_deref())
    };
    for which in ignored(&input.path) {
        silence.add(which);
    }
    for file in &document.beside {
        let mut own = Silence::default();
        for which in ignored(file.path()) {
            own.add(which);
        }
        silence.add_file(file.path(), own);
    }
    silence
}

/// The path of a file that is named from the working folder, from `root`, if it stands below it.
fn below(root: &Path, path: &str) -> Option<String> {
    let folder = Path::new(path).parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = folder.canonicalize().ok()?.strip_prefix(root.canonicalize().ok()?).ok()?.to_owned();
    folder.join(Path::new(path).file_name()?).to_str().map(str::to_owned)
}

/// Reads a document, and keeps of it what a check needs.
pub(crate) fn read(input: Input, texts: Texts, config: &Config) -> Result<ReadDocument, IntakeProblem> {
    let path = input.path.clone();
    intake::contained(&path, || kept(input, texts, config))
}

fn kept(input: Input, texts: Texts, config: &Config) -> ReadDocument {
    let mut document = intake::parsed(&input);
    let lead = input.on_disk.leads(&input.text);
    let mut citations = Parts::default();
    let mut others = citation::each_citation(&mut document, &input.text, |mut citation| {
        if let Some(lead) = &lead {
            citation.lead(lead);
        }
        citations.push(citation);
    });
    let mut silence = silence(&document, &input, config);
    others.silenced += silence.hush(&mut others.findings);
    if let Some(lead) = &lead {
        others.lead(lead);
        silence.lead(lead);
    }
    drop(lead);
    let title = document.title.take().map(|title| user_info::starred(&title));
    drop(document);
    let sha256 = digest(&input.text);
    // A place is not underlined in a text whose bytes are not those of the file.
    let text = (texts == Texts::Kept && input.on_disk == OnDisk::AsRead).then_some(input.text);
    let Others { quotes, findings, silenced } = others;
    tracing::debug!(path = input.path, citations = citations.len(), quotes = quotes.len(), "a document is read");
    let path = input.path;
    ReadDocument { path, sha256, format: input.format, title, text, citations, quotes, findings, silence, silenced }
}

/// SHA-256 of a text, lower-case hexadecimal.
pub(crate) fn digest(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}
