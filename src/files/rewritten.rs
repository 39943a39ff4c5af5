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
    /// It has several names, and a file that is renamed into its place would take one of them.
    #[error(
        "write {}: it has {names} names (hard links), and writing would part them; copy it to a file of its own first",
        path.display()
    )]
    Linked {
        /// As given.
        path: PathBuf,
        /// How many names.
        names: u64,
    },
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
    let names = names(&about);
    if names > 1 {
        return Err(RewriteProblem::Linked { path: path.to_owned(), names });
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
    keep_attributes(&place, file.as_file());
    file.as_file().sync_all().map_err(system)?;
    if fs::read(&place).map_err(system)? != old {
        return Err(RewriteProblem::Changed(path.to_owned()));
    }
    file.persist(&place).map_err(|error| system(error.error))?;
    Ok(())
}

/// Only the superuser can give a file away; whoever else edits a document of another has made it his, and may still leave
/// it to its group.
#[cfg(unix)]
fn keep_owner(file: &fs::File, about: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let (owner, group) = (Some(about.uid()), Some(about.gid()));
    if let Err(why) = fchown(file, owner, group).or_else(|_| fchown(file, None, group)) {
        tracing::debug!(%why, "the group of a document could not be kept");
    }
}

#[cfg(not(unix))]
fn keep_owner(_file: &fs::File, _about: &fs::Metadata) {}

#[cfg(unix)]
fn names(about: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(about)
}

#[cfg(not(unix))]
fn names(_about: &fs::Metadata) -> u64 {
    1
}

/// The largest list of names, and the largest value, that Linux has of the attributes of a file.
#[cfg(any(target_os = "linux", target_os = "macos"))]
const MOST_OF_ATTRIBUTES: usize = 65_536;

/// Extended attributes, which lists of rights are kept in too.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn keep_attributes(from: &Path, to: &fs::File) {
    use rustix::fs::{XattrFlags, fgetxattr, flistxattr, fsetxattr};
    let Ok(from) = fs::File::open(from) else { return };
    let mut names = vec![0; MOST_OF_ATTRIBUTES];
    let Ok(length) = flistxattr(&from, &mut names[..]) else { return };
    for name in names[..length].split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        let mut value = vec![0; MOST_OF_ATTRIBUTES];
        let kept = fgetxattr(&from, name, &mut value[..])
            .and_then(|length| fsetxattr(to, name, &value[..length], XattrFlags::empty()));
        if let Err(why) = kept {
            tracing::warn!(%why, name = %String::from_utf8_lossy(name), "an attribute of a document could not be kept");
        }
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn keep_attributes(_from: &Path, _to: &fs::File) {}

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
    fn a_document_with_two_names_is_not_parted_in_silence() {
        let folder = tempfile::tempdir().unwrap();
        let (file, other) = (folder.path().join("a.md"), folder.path().join("b.md"));
        fs::write(&file, "one").unwrap();
        fs::hard_link(&file, &other).unwrap();
        let told = rewrite(&file, b"one", b"two").unwrap_err().to_string();
        assert!(told.contains("2 names (hard links)"), "{told}");
        assert_eq!(fs::read(&other).unwrap(), b"one");
        fs::remove_file(&other).unwrap();
        rewrite(&file, b"one", b"two").unwrap();
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_document_keeps_its_attributes() {
        use rustix::fs::{XattrFlags, getxattr, setxattr};
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        fs::write(&file, "one").unwrap();
        // Not every file system has them.
        if setxattr(&file, "user.tag", b"blue", XattrFlags::empty()).is_err() {
            return;
        }
        rewrite(&file, b"one", b"two").unwrap();
        let mut value = [0; 16];
        let length = getxattr(&file, "user.tag", &mut value[..]).unwrap();
        assert_eq!(&value[..length], b"blue");
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
