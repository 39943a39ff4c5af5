//! Files that a document keeps notes and references in, found beside it.

use std::fs::File;
use std::path::{Component, Path, PathBuf};

use crate::document::{ANOTHER, Beside, Document, Format, Limits};

use super::project;

/// Folders above that of the document in which a page is looked for whose address begins at the root of a site.
const FOLDERS_ABOVE: usize = 8;

/// Reads the files that `document`, which stands at `place`, leads to, and joins what they hold. What is not there, or
/// cannot be read, stays a note of the document.
///
/// `path` is how messages call the document.
pub(super) fn join(document: &mut Document, place: &Path, path: &str) {
    let names: Vec<String> = document.named_files().into_iter().map(str::to_owned).collect();
    let own = document.format;
    let found = names.iter().flat_map(|name| {
        let found = if name == ANOTHER { of_project(place, own) } else { found(name, place).into_iter().collect() };
        found.into_iter().map(move |found| (name, found))
    });
    let files = found.filter_map(|(name, (found, format))| {
        let text = super::read_text(name, &mut File::open(&found).ok()?).ok()?;
        tracing::debug!(name, path = %found.display(), "notes are read from another file");
        Some(Beside::read(name, &text, format, Limits::default()).called(called(&found, place, path)))
    });
    let files: Vec<Beside> = files.collect();
    if !files.is_empty() {
        document.join(&files);
    }
}

/// How messages call the file at `found`: from where they call the document from, which stands at `place`.
fn called(found: &Path, place: &Path, path: &str) -> String {
    let folders = place
        .parent()
        .into_iter()
        .flat_map(Path::ancestors)
        .zip(Path::new(path).parent().into_iter().flat_map(Path::ancestors));
    let mut beside = folders.filter_map(|(folder, shown)| Some(shown.join(found.strip_prefix(folder).ok()?)));
    let shown = beside.next().unwrap_or_else(|| found.to_owned());
    let mut plain = PathBuf::new();
    for part in shown.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if plain.file_name().is_some() => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

/// The files that the project of the document holds references in.
fn of_project(place: &Path, format: Format) -> Vec<(PathBuf, Format)> {
    // A pipe would be waited for without end.
    let found = project::references(place, format).into_iter().filter(|path| path.is_file());
    found
        .filter_map(|path| {
            let typeset = || path.extension().filter(|ending| *ending == "bbl").map(|_| Format::Latex);
            Some((path.clone(), Format::of_path(path.to_str()?).or_else(|| of_items(&path)).or_else(typeset)?))
        })
        .collect()
}

/// The file that a document means by `name`: relative to its folder, or, where it is the address of a page of the same
/// site, relative to a folder above. Only files of a format that is read; a page stands for the text it is made from.
fn found(name: &str, place: &Path) -> Option<(PathBuf, Format)> {
    let name = name.split(['?', '#']).next().unwrap_or(name);
    if name.contains("://") || name.starts_with("//") {
        return None;
    }
    let folder = place.parent()?;
    let rooted = name.starts_with('/');
    let relative = Path::new(name.trim_start_matches('/'));
    let plain = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    if rooted && !relative.components().all(plain) || relative.is_absolute() {
        return None;
    }
    let folders = folder.ancestors().take(if rooted { FOLDERS_ABOVE } else { 1 });
    let mut candidates = folders.flat_map(|folder| made_from(relative).map(|own| folder.join(own)).collect::<Vec<_>>());
    let there = candidates.find_map(|path| {
        let format = Format::of_path(path.to_str()?).or_else(|| of_items(&path))?;
        (path.is_file() && !same(&path, place)).then_some((path, format))
    });
    // What BibTeX has made of it is sent along where it is not.
    let made = || project::typeset(place).map(|path| (path, Format::Latex));
    let is_bib = Format::of_path(name) == Some(Format::Bibtex);
    there.or_else(|| is_bib.then(made).flatten())
}

/// A file of JSON that a document keeps its references in is one of items, whatever else its name says.
fn of_items(path: &Path) -> Option<Format> {
    path.extension().filter(|ending| ending.eq_ignore_ascii_case("json")).map(|_| Format::CslJson)
}

/// What a page can be made from, and the page itself last.
fn made_from(page: &Path) -> impl Iterator<Item = PathBuf> + '_ {
    let ending = page.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    let texts: &[&str] = if ending == "html" || ending == "htm" { &["md", "rst", "adoc", "org"] } else { &[] };
    texts.iter().map(|ending| page.with_extension(ending)).chain(std::iter::once(page.to_owned()))
}

fn same(path: &Path, other: &Path) -> bool {
    path.canonicalize().ok().is_some_and(|path| other.canonicalize().ok() == Some(path))
}
