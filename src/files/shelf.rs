//! What a long run holds and does not need for now, in a file without a name: it is gone when the process ends, however it
//! ends.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::packed::{self, Shelf};

/// A file never grows beyond so many bytes; the rest stays in memory.
const MOST: u64 = 16 << 30;

/// Packets are of a kilobyte or so: many are written together.
const WRITTEN_AT_ONCE: usize = 64 << 10;

/// From now on what a long run does not need lies in a file: in `folder`, where one can be made there, else among the
/// temporary files of the system.
pub(crate) fn set_up(folder: Option<&Path>) {
    // A name alone is one of the working folder.
    let folder = folder.map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder }.to_owned());
    let failed = AtomicBool::new(false);
    packed::shelve_with(Box::new(move || {
        if failed.load(Ordering::Relaxed) {
            return None;
        }
        let made = FileShelf::new(folder.as_deref());
        let told = |why: &io::Error| {
            tracing::warn!("failed to make a temporary file for what this run holds: {why}; it stays in memory");
            failed.store(true, Ordering::Relaxed);
        };
        Some(Arc::new(made.inspect_err(told).ok()?))
    }));
}

/// See the module.
struct FileShelf {
    /// Looked into and left at once.
    open: Mutex<Open>,
}

struct Open {
    file: File,
    /// So many bytes are in the file.
    end: u64,
    /// What follows them.
    pending: Vec<u8>,
    /// No byte more goes into it.
    full: bool,
}

impl FileShelf {
    fn new(folder: Option<&Path>) -> io::Result<Self> {
        let near = folder.and_then(|folder| tempfile::tempfile_in(folder).ok());
        Ok(Self::in_file(near.map_or_else(tempfile::tempfile, Ok)?))
    }

    fn in_file(file: File) -> Self {
        Self { open: Mutex::new(Open { file, end: 0, pending: Vec::new(), full: false }) }
    }
}

impl Open {
    /// Writes what is pending; where the disk has no room for it, it stays in memory, and nothing more is taken.
    fn flush(&mut self) {
        let written = self.file.seek(SeekFrom::Start(self.end)).and_then(|_| self.file.write_all(&self.pending));
        match written {
            Ok(()) => {
                self.end += self.pending.len() as u64;
                self.pending.clear();
                self.full = self.end >= MOST;
            }
            Err(why) => {
                tracing::warn!("failed to write what this run holds to a temporary file: {why}; it stays in memory");
                self.full = true;
            }
        }
    }
}

impl Shelf for FileShelf {
    fn put(&self, bytes: &[u8]) -> Option<u64> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.full {
            return None;
        }
        let at = open.end + open.pending.len() as u64;
        open.pending.extend_from_slice(bytes);
        if open.pending.len() >= WRITTEN_AT_ONCE {
            open.flush();
        }
        Some(at)
    }

    fn get(&self, at: u64, length: usize) -> Vec<u8> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(from) = at.checked_sub(open.end) {
            let from = usize::try_from(from).expect("what is in memory can be counted");
            return open.pending[from..from + length].to_vec();
        }
        let mut bytes = vec![0; length];
        let read = open.file.seek(SeekFrom::Start(at)).and_then(|_| open.file.read_exact(&mut bytes));
        // It was written by this process, and nobody else can open it: the disk is broken.
        read.expect("what was written to a temporary file can be read back");
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_into_a_file_is_read_back_and_nobody_sees_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = FileShelf::new(Some(folder.path())).unwrap();
        let (words, length) = (0_u8..9, WRITTEN_AT_ONCE / 4 + 1);
        let places: Vec<u64> = words.clone().map(|word| shelf.put(&vec![word; length]).unwrap()).collect();
        for (word, at) in words.zip(places).rev() {
            assert_eq!(shelf.get(at, length), vec![word; length]);
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_folder_that_is_not_there_leaves_that_of_the_system() {
        let shelf = FileShelf::new(Some(Path::new("/none/of/them"))).unwrap();
        assert_eq!(shelf.put(b"tides"), Some(0));
        assert_eq!(shelf.get(0, 5), b"tides");
    }

    #[cfg(unix)]
    #[test]
    fn what_no_disk_has_room_for_stays_in_memory() {
        let full = File::options().read(true).write(true).open("/dev/full").unwrap();
        let shelf = FileShelf::in_file(full);
        let much = vec![7; WRITTEN_AT_ONCE];
        assert_eq!((shelf.put(&much), shelf.put(b"ebb")), (Some(0), None));
        assert_eq!(shelf.get(0, WRITTEN_AT_ONCE), much);
    }
}
