//! Keeps exchanges: one object a look, named by its digest, and a line of the index for each answer.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::index::{Index, REVISIT, Row};
use super::warc::{Earlier, Record, RecordId, payload_digest};
use crate::observation::exchange::{Exchange, ExchangeAnswer, PayloadEnd, Response};

/// Lines kept in memory before the journal is merged: some megabytes.
const MERGE_AFTER: usize = 20_000;

/// Where objects are written before they are renamed into place.
const WRITING: &str = "writing";

/// Why evidence could not be kept.
#[derive(Debug, thiserror::Error)]
#[error("write evidence to {}: {source}", .folder.display())]
pub(crate) struct EvidenceError {
    /// The folder of the evidence.
    folder: PathBuf,
    /// What the file system said.
    source: io::Error,
}

/// Writes evidence to a folder. Several may write to one folder at once.
#[derive(Debug)]
pub(crate) struct EvidenceWriter {
    folder: PathBuf,
    index: Index,
    /// Held, shared, for as long as this writes; who holds it alone may clear what a killed writer left.
    _writing: File,
    written: u64,
}

impl EvidenceWriter {
    /// Opens a folder, which is made where it is missing.
    pub(crate) fn open(folder: &Path) -> Result<Self, EvidenceError> {
        let error = |source| EvidenceError { folder: folder.to_owned(), source };
        let writing = start_writing(folder).map_err(error)?;
        let index = Index::open(folder).map_err(error)?;
        Ok(Self { folder: folder.to_owned(), index, _writing: writing, written: 0 })
    }

    /// Writes what was exchanged in one look and returns the ids of the answers, in order. It is on disk when this
    /// returns.
    pub(crate) fn write(&mut self, exchanges: &[Exchange]) -> Result<Vec<RecordId>, EvidenceError> {
        self.write_object(exchanges).map_err(|source| EvidenceError { folder: self.folder.clone(), source })
    }

    /// When the page was last recorded whole, if it was.
    pub(crate) fn newest(&self, url: &str) -> Result<Option<Timestamp>, EvidenceError> {
        self.index.newest_at(url).map_err(|source| EvidenceError { folder: self.folder.clone(), source })
    }

    /// Brings the sorted index up to date. The next writer does it where this was not called.
    pub(crate) fn finish(mut self) -> Result<(), EvidenceError> {
        self.index.merge().map_err(|source| EvidenceError { folder: self.folder.clone(), source })
    }

    fn write_object(&mut self, exchanges: &[Exchange]) -> io::Result<Vec<RecordId>> {
        let Some(first) = exchanges.first() else { return Ok(vec![]) };
        let mut object = Object::default();
        object.add(&Record::info(first.sent_at));
        let mut ids = Vec::new();
        for exchange in exchanges {
            let earlier = self.earlier(exchange)?;
            ids.push(object.exchange(exchange, earlier.as_ref()));
        }
        let name = object.name();
        let place = self.folder.join(&name);
        if !place.is_file() {
            for row in &mut object.rows {
                row.filename.clone_from(&name);
            }
            self.index.append(&object.rows)?;
            self.put(&place, &object.bytes)?;
        }
        if self.index.waiting() > MERGE_AFTER {
            self.index.merge()?;
        }
        Ok(ids)
    }

    /// What an answer repeats. A part of a payload repeats nothing, and an empty one is cheaper written again.
    fn earlier(&self, exchange: &Exchange) -> io::Result<Option<Earlier>> {
        match &exchange.answer {
            ExchangeAnswer::Response(response) if response.status == 304 => self.index.newest_good(&exchange.url),
            ExchangeAnswer::Response(Response { end: PayloadEnd::Whole, payload, .. }) if !payload.is_empty() => {
                self.index.same_payload(&exchange.url, &payload_digest(payload))
            }
            _ => Ok(None),
        }
    }

    fn put(&mut self, place: &Path, bytes: &[u8]) -> io::Result<()> {
        self.written += 1;
        let name = place.file_name().expect("an object has a name").to_string_lossy();
        let beside = self.folder.join(WRITING).join(format!("{name}.{}-{}", std::process::id(), self.written));
        let mut file = OpenOptions::new().create_new(true).write(true).open(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        let home = place.parent().expect("an object stands in a folder");
        fs::create_dir_all(home)?;
        fs::rename(&beside, place)?;
        for folder in home.ancestors().take(3) {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    }
}

/// Makes the folders, and clears what a killed writer left where nobody else writes.
fn start_writing(folder: &Path) -> io::Result<File> {
    let beside = folder.join(WRITING);
    fs::create_dir_all(&beside)?;
    let lock = OpenOptions::new().create(true).truncate(false).write(true).open(folder.join("writing.lock"))?;
    if lock.try_lock().is_ok() {
        for entry in fs::read_dir(&beside)? {
            fs::remove_file(entry?.path())?;
        }
        lock.unlock()?;
    }
    lock.lock_shared()?;
    Ok(lock)
}

/// The bytes of one object and the lines that its answers will have in the index.
#[derive(Debug, Default)]
struct Object {
    bytes: Vec<u8>,
    rows: Vec<Row>,
    records: usize,
}

impl Object {
    fn exchange(&mut self, exchange: &Exchange, earlier: Option<&Earlier>) -> RecordId {
        let (mut answer, mut request) = (Record::answer(exchange, earlier), Record::request(exchange));
        if let ExchangeAnswer::Skipped(_) = exchange.answer {
            // No request was made.
            self.add(&answer);
            return answer.id(self.records - 1);
        }
        let (answer_id, request_id) = (answer.id(self.records), request.id(self.records + 1));
        answer.concurrent_to(&request_id);
        request.concurrent_to(&answer_id);
        let start = self.bytes.len();
        self.add(&answer);
        if let ExchangeAnswer::Response(response) = &exchange.answer {
            self.rows.push(row(exchange, response, earlier, start, self.bytes.len() - start));
        }
        self.add(&request);
        answer_id
    }

    fn add(&mut self, record: &Record) {
        self.bytes.extend_from_slice(&record.member(&record.id(self.records)));
        self.records += 1;
    }

    /// The digest of the bytes, spread over two levels of folders.
    fn name(&self) -> String {
        let digest = HEXLOWER.encode(&Sha256::digest(&self.bytes));
        format!("{}/{}/{digest}.warc.gz", &digest[..2], &digest[2..4])
    }
}

fn row(exchange: &Exchange, response: &Response, earlier: Option<&Earlier>, offset: usize, length: usize) -> Row {
    let content_type = response.header("content-type").unwrap_or_default();
    let mime = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    Row {
        url: exchange.url.clone(),
        mime: if earlier.is_some() { REVISIT.to_owned() } else { mime },
        status: Some(response.status.to_string()),
        digest: earlier.map_or_else(|| payload_digest(&response.payload), |earlier| earlier.digest.clone()),
        length: length.to_string(),
        offset: offset.to_string(),
        filename: String::new(),
        date: exchange.sent_at,
    }
}

#[cfg(test)]
#[path = "writer_tests.rs"]
mod tests;
