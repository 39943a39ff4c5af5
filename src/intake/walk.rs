//! Which files a path, a folder or a pattern means, in an order that does not depend on the file system.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use ignore::{DirEntry, WalkBuilder};

use super::{IntakeProblem, Place, project};
use crate::config::Watch;
use crate::document::Format;

/// Files, and what could not be looked into.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub places: Vec<Place>,
    pub problems: Vec<IntakeProblem>,
}

/// Where the files that a pattern fits can be, so that no other folder is looked into.
#[derive(Debug, Clone, Copy)]
struct Reach<'a> {
    /// The last folder that it names in full, with its `/`; empty for the working folder.
    base: &'a str,
    /// Whether folders below that can hold some.
    deep: bool,
}

impl<'a> Reach<'a> {
    fn of(pattern: &'a str) -> Self {
        let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
        let wild = pattern.find(['*', '?', '[', '{', '\\']).unwrap_or(pattern.len());
        let base = pattern[..wild].rfind('/').map_or("", |slash| &pattern[..=slash]);
        let rest = &pattern[base.len()..];
        Self { base, deep: rest.contains('/') || rest.contains("**") }
    }

    fn holds(self, folder: &str) -> bool {
        self.base.starts_with(folder) || (self.deep && folder.starts_with(self.base))
    }
}

/// What a path of the command line means: a file as it is, the documents of a folder, or the files of a pattern.
pub(super) fn named(path: &str, reports: Option<&Path>) -> Result<Found, IntakeProblem> {
    let shown = slashes(path);
    match fs::metadata(path) {
        Ok(about) if about.is_dir() => {
            let prefix = prefix(&shown);
            let fits = |path: &Path| Format::of_path(&path.to_string_lossy()).is_some();
            Ok(below(Path::new(path), &prefix, &[Reach { base: &prefix, deep: true }], fits, reports))
        }
        Ok(_) => {
            let place = Place { name: shown, path: PathBuf::from(path) };
            Ok(Found { places: vec![place], ..Found::default() }.with_parts())
        }
        Err(why) if why.kind() == io::ErrorKind::NotFound && is_pattern(path) => fitting(&shown, reports),
        Err(why) => Err(IntakeProblem::Unreadable { path: shown, why }),
    }
}

/// A report, as any of them is named.
const INDEX: &str = "index.md";

/// The files that the configuration watches.
pub(super) fn watched(watch: &Watch, reports: Option<&Path>) -> Result<Found, IntakeProblem> {
    let (documents, exclude) = (patterns(&watch.documents)?, patterns(&watch.exclude)?);
    let is_root = |reports: &Path| {
        watch.root.canonicalize().is_ok_and(|root| reports.canonicalize().is_ok_and(|own| own == root))
    };
    let would_be_read = documents.is_match(INDEX) && !exclude.is_match(INDEX);
    if would_be_read && reports.is_some_and(is_root) {
        return Err(IntakeProblem::ReportsAmongDocuments);
    }
    let reaches: Vec<Reach<'_>> = watch.documents.iter().map(|pattern| Reach::of(pattern)).collect();
    let mut found = below(&watch.root, "", &reaches, |path| documents.is_match(path), reports);
    // What is named in full is meant, even where git leaves it out.
    for name in watch.documents.iter().map(|name| name.strip_prefix("./").unwrap_or(name)) {
        let path = watch.root.join(name);
        let known = found.places.iter().any(|place| place.name == name);
        match fs::metadata(&path) {
            Ok(about) if about.is_file() && !known => found.places.push(Place { name: name.to_owned(), path }),
            // A document that has got another name must not drop out of a build unseen.
            Err(why) if !is_pattern(name) => {
                found.problems.push(IntakeProblem::NotThere { path: name.to_owned(), why });
            }
            _ => {}
        }
    }
    found = found.with_parts();
    found.places.retain(|place| !exclude.is_match(&place.name));
    found.places.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// The files that a pattern of the command line fits, below the last folder that it names in full.
fn fitting(pattern: &str, reports: Option<&Path>) -> Result<Found, IntakeProblem> {
    let reach = Reach::of(pattern);
    let set = patterns(std::slice::from_ref(&pattern.to_owned()))?;
    let folder = Path::new(if reach.base.is_empty() { "." } else { reach.base });
    let found = below(folder, reach.base, &[reach], |path| set.is_match(path), reports);
    if found.places.is_empty() && found.problems.is_empty() {
        return Err(IntakeProblem::NothingFits { path: pattern.to_owned() });
    }
    Ok(found.with_parts())
}

fn is_pattern(path: &str) -> bool {
    path.contains(['*', '?', '[', '{'])
}

/// `*` stays within a folder and `**` does not, as in the configuration of most tools.
fn patterns(patterns: &[String]) -> Result<GlobSet, IntakeProblem> {
    let bad = |path: &str, why| IntakeProblem::Pattern { path: path.to_owned(), why };
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let glob = GlobBuilder::new(pattern.strip_prefix("./").unwrap_or(pattern)).literal_separator(true).build();
        set.add(glob.map_err(|why| bad(pattern, why))?);
    }
    set.build().map_err(|why| bad(&patterns.join(", "), why))
}

/// Every file below `folder` that fits and that a pattern can reach, sorted by name. Left out are hidden files, `reports`, and what
/// `.gitignore` and `.ignore` name, whether or not git is there.
fn below(
    folder: &Path,
    prefix: &str,
    reaches: &[Reach<'_>],
    fits: impl Fn(&Path) -> bool,
    reports: Option<&Path>,
) -> Found {
    let reports = reports.and_then(|reports| reports.canonicalize().ok());
    // A folder that is the reports folder itself was asked for by name.
    let reports = reports.filter(|reports| folder.canonicalize().ok().as_ref() != Some(reports));
    let owned: Vec<(String, bool)> = reaches.iter().map(|reach| (reach.base.to_owned(), reach.deep)).collect();
    let (root, before) = (folder.to_owned(), prefix.to_owned());
    let enters = move |entry: &DirEntry| {
        if entry.depth() == 0 || !entry.file_type().is_some_and(|kind| kind.is_dir()) {
            return true;
        }
        let name = format!("{}/", named_below(entry.path(), &root, &before));
        owned.iter().any(|(base, deep)| Reach { base, deep: *deep }.holds(&name))
            && reports.as_deref().is_none_or(|reports| entry.path().canonicalize().ok().as_deref() != Some(reports))
    };
    // Links to folders are not followed: they can lead in circles. Links to files are.
    let walk = WalkBuilder::new(folder).require_git(false).git_global(false).filter_entry(enters).build();
    let mut found = Found::default();
    for entry in walk {
        match entry {
            Ok(entry) => found.add(&entry, folder, prefix, &fits),
            Err(why) => found.problems.push(unreadable(why, folder, prefix)),
        }
    }
    found.places.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

impl Found {
    /// With what each document of LaTeX takes in behind it: who names a book means its chapters.
    fn with_parts(mut self) -> Self {
        let mut known: HashSet<PathBuf> = self.places.iter().map(|place| place.path.clone()).collect();
        let mut all = Vec::with_capacity(self.places.len());
        for place in std::mem::take(&mut self.places) {
            let is_tex = Format::of_path(&place.name) == Some(Format::Latex);
            let parts = if is_tex { project::parts(&place.path) } else { Vec::new() };
            let (folder, before) = (place.path.parent().map(Path::to_owned).unwrap_or_default(), place.name.clone());
            all.push(place);
            for part in parts {
                let path = folder.join(&part);
                if known.insert(path.clone()) {
                    let name = format!("{}{}", &before[..before.rfind('/').map_or(0, |at| at + 1)], part.display());
                    all.push(Place { name: slashes(&name), path });
                }
            }
        }
        self.places = all;
        self
    }

    fn add(&mut self, entry: &DirEntry, folder: &Path, prefix: &str, fits: impl Fn(&Path) -> bool) {
        let path = entry.path();
        let Some(kind) = entry.file_type().filter(|_| entry.depth() > 0) else { return };
        let is_file = kind.is_file() || kind.is_symlink() && path.is_file();
        let mut below = OsString::from(prefix);
        below.push(path.strip_prefix(folder).unwrap_or(path));
        let broken = if kind.is_symlink() { fs::metadata(path).err() } else { None };
        if !(is_file || broken.is_some()) || !fits(Path::new(&below)) {
            return;
        }
        let name = named_below(path, folder, prefix);
        if let Some(why) = broken {
            self.problems.push(IntakeProblem::Unreadable { path: name, why });
            return;
        }
        if path.to_str().is_none() {
            let why = io::Error::new(io::ErrorKind::InvalidFilename, "its name is not UTF-8; rename it");
            self.problems.push(IntakeProblem::Unreadable { path: name, why });
        } else {
            self.places.push(Place { name, path: path.to_owned() });
        }
    }
}

/// How a file below `folder` is called.
fn named_below(path: &Path, folder: &Path, prefix: &str) -> String {
    let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy();
    format!("{prefix}{}", slashes(&name))
}

fn unreadable(why: ignore::Error, folder: &Path, prefix: &str) -> IntakeProblem {
    let path = match &why {
        ignore::Error::WithPath { path, .. } => named_below(path, folder, prefix),
        ignore::Error::WithDepth { err, .. } => match &**err {
            ignore::Error::WithPath { path, .. } => named_below(path, folder, prefix),
            _ => prefix.to_owned(),
        },
        _ => prefix.to_owned(),
    };
    let path = if path.is_empty() { folder.display().to_string() } else { path };
    let said = why.to_string();
    IntakeProblem::Unreadable { path, why: why.into_io_error().unwrap_or_else(|| io::Error::other(said)) }
}

fn slashes(path: &str) -> String {
    if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() }
}

/// What stands before the names of the files of a folder; nothing for the working folder.
fn prefix(folder: &str) -> String {
    match folder.trim_end_matches('/') {
        "" if folder.starts_with('/') => "/".to_owned(),
        "" | "." => String::new(),
        folder => format!("{folder}/"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_no_pattern_reaches_is_not_looked_into() {
        for (pattern, folder, expected) in [
            ("docs/*.md", "docs/", true),
            ("docs/*.md", "docs/deep/", false),
            ("docs/a/*.md", "docs/", true),
            ("docs/**/*.md", "docs/deep/", true),
            ("docs/**/*.md", "target/", false),
            ("README.md", "target/", false),
            ("**/*.md", "target/", true),
            ("*/a.md", "target/", true),
        ] {
            assert_eq!(Reach::of(pattern).holds(folder), expected, "{pattern} {folder}");
        }
    }
}
