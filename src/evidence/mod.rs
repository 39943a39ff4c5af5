//! Exchanges written as WARC, and read back.
//!
//! [`EvidenceWriter`] keeps every exchange of a run in WARC 1.1 files that any web archive can serve; [`Replay`] reads
//! those, or anybody's WARC and WACZ files, and answers requests from them instead of the network.

mod as_of;
mod container;
mod damage;
mod export;
mod failure;
mod head;
mod index;
mod link;
mod message;
mod recorder;
mod replay;
mod scan;
mod surt;
mod warc;
mod writer;
mod zip;
mod zip_writer;

pub(crate) use as_of::AsOf;
pub(crate) use export::{Exported, export};
pub(crate) use link::http_date;
pub(crate) use recorder::Recorder;
pub(crate) use replay::{Replay, Thread};
pub(crate) use writer::{EvidenceError, EvidenceWriter};

use std::io;
use std::path::PathBuf;

/// Why recorded files cannot answer requests.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReplayError {
    /// The file system said no.
    #[error("read {}: {source}", .file.display())]
    Io {
        /// The file or folder.
        file: PathBuf,
        /// What was said.
        source: io::Error,
    },
    /// It is neither WARC nor WACZ.
    #[error("read {}: neither a WARC nor a WACZ file", .file.display())]
    OtherFormat {
        /// The file.
        file: PathBuf,
    },
    /// A folder without any such file.
    #[error("find a WARC or WACZ file in {}", .folder.display())]
    Empty {
        /// The folder.
        folder: PathBuf,
    },
    /// No record in it that can be read.
    #[error("read {file} at byte {offset}: {what}")]
    Corrupt {
        /// The file; for a member of a WACZ, `file!member`.
        file: String,
        /// Where the record, or its gzip member, begins.
        offset: u64,
        /// What is wrong.
        what: String,
    },
}

#[cfg(test)]
mod peers_tests;
#[cfg(test)]
mod rendered_tests;
