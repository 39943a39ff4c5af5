//! Files that are complete or absent: written beside their place, synced, and renamed.

use std::fs::{self, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use jiff::Timestamp;

/// How files are called until they are complete.
pub(crate) const PREFIX: &str = ".citewatch-";

/// Replaces `path` with what `write` writes. The folder must be there. A link keeps leading where it leads; what is no file
/// at its end (a terminal, a pipe) is written to as it is.
pub(crate) fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(there) if there.is_file() => whole(&fs::canonicalize(path)?, write),
        Ok(there) if there.is_dir() => Err(io::Error::from(io::ErrorKind::IsADirectory)),
        Ok(_) => buffered(&OpenOptions::new().write(true).open(path)?, write),
        Err(error) if error.kind() == io::ErrorKind::NotFound => whole(path, write),
        Err(error) => Err(error),
    }
}

/// Puts a file of ours at `path`, in the place of whatever stands there: a link is replaced and not followed, since it may come with
/// the documents, and lead anywhere.
pub(crate) fn put(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(there) if there.is_dir() => Err(io::Error::from(io::ErrorKind::IsADirectory)),
        Ok(_) => whole(path, write),
        Err(error) if error.kind() == io::ErrorKind::NotFound => whole(path, write),
        Err(error) => Err(error),
    }
}

/// Removes from `folder` what processes that were killed while they wrote have left: files of ours from before `before`.
pub(crate) fn sweep(folder: &Path, before: Timestamp) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(PREFIX));
        let modified = entry.metadata().and_then(|about| about.modified()).ok();
        let old = modified.and_then(|at| Timestamp::try_from(at).ok()).is_some_and(|at| at < before);
        if ours
            && old
            && let Err(why) = fs::remove_file(entry.path())
        {
            tracing::debug!(%why, path = %entry.path().display(), "a file that was never finished is left behind");
        }
    }
}

fn whole(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let file = unnamed(folder)?;
    buffered(file.as_file(), write)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

fn buffered(file: &fs::File, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut to = BufWriter::new(file);
    write(&mut to)?;
    to.flush()
}

/// A file in `folder` that has no name of its own yet, for whom the process writes its files: others are not private either.
pub(crate) fn unnamed(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(bytes: &[u8]) -> impl FnOnce(&mut dyn Write) -> io::Result<()> {
        |to| to.write_all(bytes)
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.md");
        replace(&path, bytes(b"one")).unwrap();
        replace(&path, bytes(b"two")).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_was_never_finished_is_swept_away_once_it_is_old() {
        let folder = tempfile::tempdir().unwrap();
        for name in [".citewatch-abc", "index.md", ".other"] {
            std::fs::write(folder.path().join(name), "half").unwrap();
        }
        sweep(folder.path(), Timestamp::UNIX_EPOCH);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
        sweep(folder.path(), Timestamp::MAX);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
        assert!(!folder.path().join(".citewatch-abc").exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_still_leads_to_its_file_and_a_device_stays_one() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link, device) = (folder.path().join("file"), folder.path().join("link"), folder.path().join("null"));
        fs::write(&file, "one").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        std::os::unix::fs::symlink("/dev/null", &device).unwrap();
        replace(&link, bytes(b"two")).unwrap();
        replace(&device, bytes(b"three")).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"two");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert!(fs::symlink_metadata(&device).unwrap().is_symlink());
        assert!(replace(folder.path(), bytes(b"four")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_report_takes_the_place_of_a_link_and_follows_none() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("index.md"));
        fs::write(&file, "one").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        put(&link, bytes(b"two")).unwrap();
        assert_eq!((fs::read(&file).unwrap(), fs::read(&link).unwrap()), (b"one".to_vec(), b"two".to_vec()));
        assert!(!fs::symlink_metadata(&link).unwrap().is_symlink());
        assert!(put(folder.path(), bytes(b"three")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_for_whom_the_files_of_the_process_are() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (ours, plain) = (folder.path().join("ours"), folder.path().join("plain"));
        replace(&ours, bytes(b"one")).unwrap();
        fs::write(&plain, "one").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&ours), mode(&plain));
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        assert!(replace(&folder.path().join("none/report.md"), bytes(b"x")).is_err());
    }
}
