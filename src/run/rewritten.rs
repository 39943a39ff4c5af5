//! A document written anew: beside its place, with its rights, and only where it is still what was read.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::written::PREFIX;

/// Why a document was not written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RewriteProblem {
    /// It may not be written to.
    #[error("write {}: it is read-only; make it writable first", .0.display())]
    ReadOnly(PathBuf),
    /// Nothing may be made beside it, and it is never half written.
    #[error("write {}: its folder is read-only, and a document is written beside its place first", .0.display())]
    ReadOnlyFolder(PathBuf),
    /// Somebody else has written to it.
    #[error("write {}: it has changed while it was read; nothing is lost, try again", .0.display())]
    Changed(PathBuf),
    /// The system says no.
    #[error("write {}: {why}", path.display())]
    System {
        /// As given.
        path: PathBuf,
        /// What the system said.
        why: io::Error,
    },
}

/// Puts `new` in the place of `old`. A link keeps leading where it leads, and rights and owner stay.
pub(crate) fn rewrite(path: &Path, old: &[u8], new: &[u8]) -> Result<(), RewriteProblem> {
    let system = |why| RewriteProblem::System { path: path.to_owned(), why };
    let place = fs::canonicalize(path).map_err(system)?;
    let about = fs::metadata(&place).map_err(system)?;
    if about.permissions().readonly() {
        return Err(RewriteProblem::ReadOnly(path.to_owned()));
    }
    match OpenOptions::new().append(true).open(&place) {
        Err(why) if why.kind() == io::ErrorKind::PermissionDenied => {
            return Err(RewriteProblem::ReadOnly(path.to_owned()));
        }
        opened => drop(opened.map_err(system)?),
    }
    let folder = place.parent().unwrap_or_else(|| Path::new("."));
    if fs::metadata(folder).map_err(system)?.permissions().readonly() {
        return Err(RewriteProblem::ReadOnlyFolder(path.to_owned()));
    }
    let file = tempfile::Builder::new().prefix(PREFIX).tempfile_in(folder).map_err(|why| match why.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            RewriteProblem::ReadOnlyFolder(path.to_owned())
        }
        _ => system(why),
    })?;
    file.as_file().write_all(new).map_err(system)?;
    keep_owner(file.as_file(), &about);
    file.as_file().set_permissions(about.permissions()).map_err(system)?;
    file.as_file().sync_all().map_err(system)?;
    if fs::read(&place).map_err(system)? != old {
        return Err(RewriteProblem::Changed(path.to_owned()));
    }
    file.persist(&place).map_err(|error| system(error.error))?;
    Ok(())
}

/// Only the superuser can give a file away; whoever else edits a document of another has made it his.
#[cfg(unix)]
fn keep_owner(file: &fs::File, about: &fs::Metadata) {
    use std::os::unix::fs::MetadataExt;
    if let Err(why) = std::os::unix::fs::fchown(file, Some(about.uid()), Some(about.gid())) {
        tracing::debug!(%why, "the owner of a document could not be kept");
    }
}

#[cfg(not(unix))]
fn keep_owner(_file: &fs::File, _about: &fs::Metadata) {}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_document_is_written_behind_its_link_with_the_rights_it_has() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a.md"), folder.path().join("link.md"));
        fs::write(&file, "one").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("a.md", &link).unwrap();
        rewrite(&link, b"one", b"two").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"two");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_document_that_has_changed_or_must_not_be_written_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        fs::write(&file, "other").unwrap();
        let check = |expected: &str| {
            let told = rewrite(&file, b"one", b"two").unwrap_err().to_string();
            assert!(told.contains(expected), "{told}");
            assert_eq!(fs::read(&file).unwrap(), b"other");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        };
        check("it has changed");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
        check("its folder is read-only");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
        check("it is read-only");
    }
}
