//! References that a project keeps for all of its documents: the files that its configuration names, those of the main
//! file that a chapter of LaTeX is part of, and what lies beside a document that is given them on the command line.

use std::fs::{self, File};
use std::path::{Component, Path, PathBuf};

use crate::document::{Format, MOST_FILES, TexFiles, tex_files_of};

/// Folders above that of a document that can be its project's.
const FOLDERS_ABOVE: usize = 8;
/// Bytes of the largest configuration that is read.
const LARGEST: u64 = 1_000_000;
/// Files of LaTeX of one folder that are looked at for one that takes in a chapter, and parts of one.
const MOST_TEX: usize = 256;
/// Parts within parts.
const DEEPEST: usize = 4;

/// What projects name their references in: Quarto, bookdown, Jupyter Book, `MyST`, Sphinx, `MkDocs`.
const CONFIGURATIONS: &[&str] = &[
    "_quarto.yml",
    "_quarto.yaml",
    "_bookdown.yml",
    "_output.yml",
    "_config.yml",
    "myst.yml",
    "conf.py",
    "mkdocs.yml",
    "metadata.yml",
    "metadata.yaml",
];
/// What names them in its front matter.
const FIRST_PAGES: &[&str] = &["index.Rmd", "index.rmd", "index.qmd", "index.md"];

/// The files of references for the document at `place`, the nearest first.
pub(super) fn references(place: &Path, format: Format) -> Vec<PathBuf> {
    let Ok(place) = std::path::absolute(place) else { return Vec::new() };
    for folder in place.ancestors().skip(1).take(FOLDERS_ABOVE) {
        let named = if format == Format::Latex { of_main(folder, &place) } else { configured(folder) };
        if !named.is_empty() {
            return named;
        }
        // What stands above a repository is none of it.
        if folder.join(".git").exists() {
            break;
        }
    }
    place.parent().map(lying).unwrap_or_default()
}

/// The files that a file of LaTeX takes in, and those that they take in, that are there and stand in its own folder or
/// below: each as it is called from there.
pub(super) fn parts(main: &Path) -> Vec<PathBuf> {
    let Some(files) = tex(main).filter(|files| files.is_main) else { return Vec::new() };
    main.parent().map(|folder| parts_in(folder, files)).unwrap_or_default()
}

fn parts_in(folder: &Path, files: TexFiles) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    let mut next = files.parts;
    for _ in 0..DEEPEST {
        let mut deeper = Vec::new();
        for name in next {
            let relative: PathBuf = Path::new(&name).components().filter(|part| *part != Component::CurDir).collect();
            let below = relative.components().all(|part| matches!(part, Component::Normal(_)));
            let is_tex = Format::of_path(&name) == Some(Format::Latex);
            let new = below && is_tex && found.len() < MOST_TEX && !found.contains(&relative);
            if let Some(own) = new.then(|| tex(&folder.join(&relative))).flatten() {
                deeper.extend(own.parts);
                found.push(relative);
            }
        }
        next = deeper;
    }
    found
}

fn tex(path: &Path) -> Option<TexFiles> {
    read(path).map(|text| tex_files_of(&text))
}

/// The list that BibTeX has made for the LaTeX document at `place`, where it lies beside it.
pub(super) fn typeset(place: &Path) -> Option<PathBuf> {
    let is_tex = Format::of_path(&place.to_string_lossy()) == Some(Format::Latex);
    let made = place.with_extension("bbl");
    (is_tex && tex(&made).is_some_and(|files| files.has_list)).then_some(made)
}

/// The text of a small file.
fn read(path: &Path) -> Option<String> {
    let about = fs::metadata(path).ok().filter(|about| about.is_file() && about.len() <= LARGEST)?;
    debug_assert!(about.is_file(), "a pipe would wait for a writer");
    super::read_text(&path.to_string_lossy(), &mut File::open(path).ok()?).ok()
}

/// What the main file in `folder` names that takes in the chapter at `place`, and the lists that it and its other chapters
/// have; for the main file itself those of its chapters.
fn of_main(folder: &Path, place: &Path) -> Vec<PathBuf> {
    let chapter = place.strip_prefix(folder).unwrap_or(place);
    for main in files_of(folder, |path| Format::of_path(&path.to_string_lossy()) == Some(Format::Latex)) {
        let Some(files) = tex(&main).filter(|files| files.is_main) else { continue };
        let is_own = main == place;
        let mut found = if is_own { Vec::new() } else { there(folder, &files.references) };
        found.extend(found.is_empty().then(|| typeset(&main)).flatten());
        found.extend((files.has_list && !is_own).then_some(main));
        let parts = parts_in(folder, files);
        if !is_own && parts.iter().all(|part| part != chapter) {
            continue;
        }
        let others = parts.iter().filter(|part| *part != chapter).map(|part| folder.join(part));
        found.extend(others.filter(|part| tex(part).is_some_and(|files| files.has_list)));
        if !found.is_empty() {
            found.truncate(MOST_FILES);
            return found;
        }
    }
    Vec::new()
}

/// What the configuration in `folder` names.
fn configured(folder: &Path) -> Vec<PathBuf> {
    let whole = CONFIGURATIONS.iter().filter_map(|name| read(&folder.join(name)));
    let front = FIRST_PAGES.iter().filter_map(|name| front_matter(&read(&folder.join(name))?));
    let names: Vec<String> = whole.chain(front).flat_map(|text| named_in(&text)).collect();
    there(folder, &names)
}

fn front_matter(text: &str) -> Option<String> {
    let rest = text.trim_start_matches('\u{feff}').strip_prefix("---")?;
    Some(rest[..rest.find("\n---")?].to_owned())
}

/// Words that are names of files of references, outside of comments. In a line about a bibliography one of JSON is.
fn named_in(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
    let words = lines.flat_map(|line| {
        let about = line.contains("bibliography");
        let parts = |c: char| c.is_whitespace() || "[](){}\"',=".contains(c);
        let names = line.split(parts).map(|word| word.trim_end_matches([',', ':']));
        names.filter(move |word| {
            let ending = word.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
            match ending.as_deref() {
                Some("bib" | "bibtex" | "ris" | "csljson") => true,
                Some("json") => about,
                _ => false,
            }
        })
    });
    words.map(str::to_owned).collect()
}

/// Those of `names` that are files, relative to `folder`.
fn there(folder: &Path, names: &[String]) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for name in names.iter().filter(|name| !name.contains("://") && Path::new(name).is_relative()) {
        let path = folder.join(name);
        if found.len() < MOST_FILES && path.is_file() && !found.contains(&path) {
            found.push(path);
        }
    }
    found
}

/// The files of `BibTeX` of a folder.
fn lying(folder: &Path) -> Vec<PathBuf> {
    let mut found = files_of(folder, |path| Format::of_path(&path.to_string_lossy()) == Some(Format::Bibtex));
    found.truncate(MOST_FILES);
    found
}

/// The first files of a folder that fit, by name.
fn files_of(folder: &Path, fits: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| fits(path)).collect();
    found.sort();
    found.truncate(MOST_TEX);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_references_are_named_in_every_way_that_projects_have() {
        for (text, expected) in [
            ("project:\n  type: book\nbibliography: refs.bib\n", vec!["refs.bib"]),
            ("bibliography: [a.bib, \"b/c.json\"]\n# bibliography: no.bib\n", vec!["a.bib", "b/c.json"]),
            ("bibtex_bibfiles = [\"refs.bib\", 'two.bib']\nhtml = 'x.json'\n", vec!["refs.bib", "two.bib"]),
            ("sphinx:\n  config:\n    bibtex_bibfiles:\n      - refs.bib\n", vec!["refs.bib"]),
        ] {
            assert_eq!(named_in(text), expected, "{text}");
        }
    }
}
