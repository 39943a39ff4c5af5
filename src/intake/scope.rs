//! Which documents of earlier runs have left: the ones that are not there, or that nothing watches any more.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{STANDARD_INPUT, walk};
use crate::config::Watch;
use crate::report::changes::FoundBy;

/// What a run looks for its documents in.
#[derive(Debug)]
pub(crate) struct Scope {
    /// How its documents were found.
    pub(crate) found_by: FoundBy,
    /// What their paths are relative to.
    root: PathBuf,
    /// All that is watched, whether or not it could be read; none where that is not known.
    watched: Option<BTreeSet<String>>,
}

impl Scope {
    /// The scope of a run that is given `paths` or, where there are none, what the configuration watches.
    pub(crate) fn of(paths: &[String], watch: &Watch, reports: Option<&Path>) -> Self {
        if !paths.is_empty() {
            return Self { found_by: FoundBy::Name, root: PathBuf::new(), watched: None };
        }
        let found = walk::watched(watch, reports).ok().filter(|found| found.problems.is_empty());
        let watched = found.map(|found| found.places.into_iter().map(|place| place.name).collect());
        Self { found_by: FoundBy::Watch, root: watch.root.clone(), watched }
    }

    /// Whether a document of an earlier run, which this run did not read, has left. What was only named is there until its
    /// file is not; what was watched goes with its pattern as well. What cannot be looked into has not left.
    pub(crate) fn has_left(&self, path: &str, found_by: FoundBy) -> bool {
        if path == STANDARD_INPUT {
            return false;
        }
        if let (Some(watched), FoundBy::Watch) = (&self.watched, found_by) {
            return !watched.contains(path);
        }
        let about = self.root.join(path).symlink_metadata();
        about.is_err_and(|why| matches!(why.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_leaves_with_its_file_or_with_the_pattern_that_watched_it() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.md", "b.txt"] {
            std::fs::write(folder.path().join(name), "words").unwrap();
        }
        let watch = |documents: &[&str]| Watch {
            root: folder.path().to_owned(),
            documents: documents.iter().map(|&pattern| pattern.to_owned()).collect(),
            exclude: Vec::new(),
        };
        let scope = Scope::of(&[], &watch(&["*.md"]), None);
        assert!(!scope.has_left("a.md", FoundBy::Watch));
        assert!(scope.has_left("b.txt", FoundBy::Watch), "nothing watches it");
        assert!(!scope.has_left("b.txt", FoundBy::Name), "it was named, and is there");
        assert!(scope.has_left("c.md", FoundBy::Watch) && scope.has_left("c.md", FoundBy::Name));
        assert!(scope.has_left("a.md/d.md", FoundBy::Name), "its folder is a file now");
        assert!(!scope.has_left("-", FoundBy::Name));
        // Where the watch cannot be looked through, only what is surely not there has left.
        let scope = Scope::of(&[], &watch(&["*.md", "named.md"]), None);
        assert!(!scope.has_left("b.txt", FoundBy::Watch) && scope.has_left("named.md", FoundBy::Watch));
    }

    #[test]
    fn a_run_over_named_documents_tells_only_what_is_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join("a.md").to_string_lossy().into_owned();
        std::fs::write(&there, "words").unwrap();
        let watch = Watch { root: PathBuf::from("."), documents: Vec::new(), exclude: Vec::new() };
        let scope = Scope::of(&["other.md".to_owned()], &watch, None);
        assert!(!scope.has_left(&there, FoundBy::Watch));
        std::fs::remove_file(&there).unwrap();
        assert!(scope.has_left(&there, FoundBy::Watch));
    }
}
