//! Keeps exchanges: one object a look, named by its digest, and a line of the index for each answer.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use tempfile::TempPath;

use super::index::{Index, REVISIT, Row};
use super::warc::{Earlier, Record, RecordId, is_rendered, payload_digest};
use crate::observation::exchange::{Exchange, ExchangeAnswer, PayloadEnd, Response};

/// Lines kept in memory before the journal is merged: some megabytes.
const MERGE_AFTER: usize = 20_000;

/// Where objects are written before they are renamed into place.
const WRITING: &str = "writing";

/// Why evidence could not be kept.
#[derive(Debug, thiserror::Error)]
#[error("write evidence to {}: {source}{}", .folder.display(), to_do(.source))]
pub(crate) struct EvidenceError {
    /// The folder of the evidence.
    folder: PathBuf,
    /// What the file system said.
    source: io::Error,
}

fn to_do(source: &io::Error) -> &'static str {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "; make room and run again, or name another folder with --record"
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "; name another folder with --record",
        _ => "",
    }
}

/// Writes evidence to a folder. Several may write to one folder at once.
#[derive(Debug)]
pub(crate) struct EvidenceWriter {
    folder: PathBuf,
    index: Index,
    /// Held, shared, for as long as this writes; who holds it alone may clear what a killed writer left.
    _writing: File,
}

impl EvidenceWriter {
    /// Opens a folder, which is made where it is missing.
    pub(crate) fn open(folder: &Path) -> Result<Self, EvidenceError> {
        let error = |source| EvidenceError { folder: folder.to_owned(), source };
        let writing = start_writing(folder).map_err(error)?;
        let index = Index::open(folder).map_err(error)?;
        Ok(Self { folder: folder.to_owned(), index, _writing: writing })
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

    /// Writes the object beside its place, because it is named by what it holds, and puts it there.
    fn write_object(&mut self, exchanges: &[Exchange]) -> io::Result<Vec<RecordId>> {
        let Some(first) = exchanges.first() else { return Ok(vec![]) };
        let create = |path: &Path| OpenOptions::new().create_new(true).write(true).open(path);
        let (file, beside) = tempfile::Builder::new().make_in(self.folder.join(WRITING), create)?.into_parts();
        let mut object = Object::new(file);
        object.add_info(first.sent_at)?;
        let mut ids = Vec::new();
        for exchange in exchanges {
            let earlier = self.earlier(exchange)?;
            ids.push(object.exchange(exchange, earlier.as_ref())?);
        }
        let (file, name, mut rows) = object.done()?;
        let place = self.folder.join(&name);
        if !place.is_file() {
            for row in &mut rows {
                row.filename.clone_from(&name);
            }
            self.index.append(&rows)?;
            file.sync_all()?;
            put(beside, &place)?;
        }
        if self.index.waiting() > MERGE_AFTER {
            self.index.merge()?;
        }
        Ok(ids)
    }

    /// What an answer repeats. A part of a payload repeats nothing, and an empty one is cheaper written again.
    fn earlier(&self, exchange: &Exchange) -> io::Result<Option<Earlier>> {
        if is_rendered(exchange) {
            return Ok(None);
        }
        match &exchange.answer {
            ExchangeAnswer::Response(response) if response.status == 304 => self.index.newest_good(&exchange.url),
            ExchangeAnswer::Response(Response { end: PayloadEnd::Whole, payload, .. }) if !payload.is_empty() => {
                self.index.same_payload(&exchange.url, &payload_digest(payload))
            }
            _ => Ok(None),
        }
    }
}

/// Moves a file that is on disk to its place.
fn put(beside: TempPath, place: &Path) -> io::Result<()> {
    let home = place.parent().expect("an object stands in a folder");
    fs::create_dir_all(home)?;
    beside.persist(place).map_err(|error| error.error)?;
    for folder in home.ancestors().take(3) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
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
        Index::clear(folder)?;
        lock.unlock()?;
    }
    lock.lock_shared()?;
    Ok(lock)
}

/// An object that is being written, and the lines that its answers will have in the index. Its bytes may be many, and
/// are never held.
#[derive(Debug)]
struct Object {
    out: Hashed<BufWriter<File>>,
    rows: Vec<Row>,
    records: usize,
}

impl Object {
    fn new(file: File) -> Self {
        let out = Hashed { out: BufWriter::new(file), digest: Sha256::new(), length: 0 };
        Self { out, rows: Vec::new(), records: 0 }
    }

    fn add_info(&mut self, at: Timestamp) -> io::Result<()> {
        let info = Record::info(at);
        self.add(&info, &info.id(self.records))
    }

    fn exchange(&mut self, exchange: &Exchange, earlier: Option<&Earlier>) -> io::Result<RecordId> {
        let (mut answer, mut request) = (Record::answer(exchange, earlier), Record::request(exchange));
        let answer_id = answer.id(self.records);
        if matches!(exchange.answer, ExchangeAnswer::Skipped(_)) || is_rendered(exchange) {
            // No request was made, or a browser made many.
            self.add(&answer, &answer_id)?;
            return Ok(answer_id);
        }
        let request_id = request.id(self.records + 1);
        answer.concurrent_to(&request_id);
        request.concurrent_to(&answer_id);
        let start = self.out.length;
        self.add(&answer, &answer_id)?;
        if let ExchangeAnswer::Response(response) = &exchange.answer {
            self.rows.push(row(exchange, response, earlier, start, self.out.length - start));
        }
        self.add(&request, &request_id)?;
        Ok(answer_id)
    }

    fn add(&mut self, record: &Record<'_>, id: &RecordId) -> io::Result<()> {
        self.records += 1;
        record.write(id, &mut self.out)
    }

    /// The file, its name, which is the digest of its bytes, spread over two levels of folders, and its lines.
    fn done(self) -> io::Result<(File, String, Vec<Row>)> {
        let digest = HEXLOWER.encode(&self.out.digest.finalize());
        let file = self.out.out.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        Ok((file, format!("{}/{}/{digest}.warc.gz", &digest[..2], &digest[2..4]), self.rows))
    }
}

/// Counts and digests what goes through.
#[derive(Debug)]
struct Hashed<W> {
    out: W,
    digest: Sha256,
    length: usize,
}

impl<W: io::Write> io::Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.digest.update(&bytes[..written]);
        self.length += written;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
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
