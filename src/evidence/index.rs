//! The index of a folder of evidence: one line a capture, sorted, in the form that pywb reads (CDXJ).
//!
//! Lines are appended to a journal before the object that they speak of is in place; the journal is merged into the
//! sorted file when a writer opens the folder or is done. A line whose object is not there yet stays in the journal: another
//! writer may be about to bring it. One whose object never came is dropped by who opens the folder while nobody else writes,
//! so a run that is killed leaves neither an object without a line nor a line without an object.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::surt;
use super::warc::Earlier;

const INDEX: &str = "index.cdxj";
const JOURNAL: &str = "index.journal";
const LOCK: &str = "index.lock";

/// One capture, as a line of the index has it after its key and its timestamp.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Row {
    pub(super) url: String,
    /// The content type, or `warc/revisit`.
    pub(super) mime: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<String>,
    /// SHA-1 of the payload, Base32.
    pub(super) digest: String,
    /// Of the gzip member.
    pub(super) length: String,
    pub(super) offset: String,
    /// The object, relative to the folder.
    pub(super) filename: String,
    /// The date of the record with its fraction, which the timestamp of the line leaves out.
    pub(super) date: Timestamp,
}

pub(super) const REVISIT: &str = "warc/revisit";

impl Row {
    pub(super) fn line(&self) -> String {
        let json = serde_json::to_string(self).expect("strings are JSON");
        format!("{} {} {json}", surt::key(&self.url), self.date.strftime("%Y%m%d%H%M%S"))
    }

    pub(super) fn parse(line: &str) -> Option<Self> {
        let json = line.find('{').map(|at| &line[at..])?;
        serde_json::from_str(json).ok()
    }

    fn earlier(&self) -> Earlier {
        Earlier { url: self.url.clone(), at: self.date, digest: self.digest.clone() }
    }
}

/// The captures of a folder.
#[derive(Debug)]
pub(super) struct Index {
    folder: PathBuf,
    /// Lines of this writer that are not yet in the sorted file.
    session: BTreeSet<String>,
}

/// What becomes of lines whose objects are not there yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Early {
    Kept,
    Dropped,
}

impl Index {
    /// Opens the index of a folder; what an earlier writer left in the journal is merged.
    pub(super) fn open(folder: &Path) -> io::Result<Self> {
        let mut index = Self { folder: folder.to_owned(), session: BTreeSet::new() };
        index.merge()?;
        Ok(index)
    }

    /// Drops lines whose objects never came. Nobody may be writing to the folder.
    pub(super) fn clear(folder: &Path) -> io::Result<()> {
        Self { folder: folder.to_owned(), session: BTreeSet::new() }.merge_and(Early::Dropped)
    }

    /// Lines that wait to be merged.
    pub(super) fn waiting(&self) -> usize {
        self.session.len()
    }

    /// The first capture of exactly this address with this payload.
    pub(super) fn same_payload(&self, url: &str, digest: &str) -> io::Result<Option<Earlier>> {
        let rows = self.rows(url)?;
        let same = rows.iter().filter(|row| row.mime != REVISIT && row.digest == digest);
        Ok(same.min_by_key(|row| row.date).map(Row::earlier))
    }

    /// The newest capture of exactly this address with status 200 that holds its payload.
    pub(super) fn newest_good(&self, url: &str) -> io::Result<Option<Earlier>> {
        let rows = self.rows(url)?;
        let good = |row: &&Row| row.status.as_deref() == Some("200");
        let Some(newest) = rows.iter().filter(good).max_by_key(|row| row.date) else { return Ok(None) };
        let holds = |row: &&Row| row.mime != REVISIT && row.digest == newest.digest;
        Ok(rows.iter().filter(holds).min_by_key(|row| row.date).map(Row::earlier))
    }

    /// When the newest capture of exactly this address with status 200 was made.
    pub(super) fn newest_at(&self, url: &str) -> io::Result<Option<Timestamp>> {
        let rows = self.rows(url)?;
        Ok(rows.iter().filter(|row| row.status.as_deref() == Some("200")).map(|row| row.date).max())
    }

    /// Writes lines to the journal, whole or not at all for whoever reads it.
    pub(super) fn append(&mut self, rows: &[Row]) -> io::Result<()> {
        let lines: Vec<String> = rows.iter().map(Row::line).collect();
        let lock = self.lock()?;
        let mut journal = OpenOptions::new().create(true).read(true).append(true).open(self.folder.join(JOURNAL))?;
        // A writer that was killed may have left half a line.
        let mut text = if ends_in_line_end(&mut journal)? { String::new() } else { "\n".to_owned() };
        for line in &lines {
            text.push_str(line);
            text.push('\n');
        }
        journal.write_all(text.as_bytes())?;
        lock.unlock()?;
        self.session.extend(lines);
        Ok(())
    }

    /// Merges the journal into the sorted file, which is replaced whole.
    pub(super) fn merge(&mut self) -> io::Result<()> {
        self.merge_and(Early::Kept)
    }

    fn merge_and(&mut self, early: Early) -> io::Result<()> {
        let lock = self.lock()?;
        let journal = self.folder.join(JOURNAL);
        let in_place = |line: &String| Row::parse(line).is_some_and(|row| self.folder.join(row.filename).is_file());
        let (lines, waiting): (BTreeSet<String>, BTreeSet<String>) =
            journal_lines(&journal)?.into_iter().partition(in_place);
        if !lines.is_empty() {
            let new = self.folder.join(format!("{INDEX}.new"));
            let mut output = BufWriter::new(File::create(&new)?);
            merge_sorted(self.sorted()?.as_ref(), &lines, &mut output)?;
            output.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
            fs::rename(&new, self.folder.join(INDEX))?;
            File::open(&self.folder)?.sync_all()?;
        }
        if early == Early::Kept && !waiting.is_empty() {
            let new = self.folder.join(format!("{JOURNAL}.new"));
            fs::write(&new, waiting.into_iter().map(|line| line + "\n").collect::<String>())?;
            fs::rename(&new, &journal)?;
        } else if journal.exists() {
            fs::remove_file(&journal)?;
        }
        self.session.clear();
        lock.unlock()
    }

    fn lock(&self) -> io::Result<File> {
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(self.folder.join(LOCK))?;
        file.lock()?;
        Ok(file)
    }

    fn sorted(&self) -> io::Result<Option<File>> {
        Self::file(&self.folder)
    }

    /// The sorted file of a folder.
    pub(super) fn file(folder: &Path) -> io::Result<Option<File>> {
        open_if_there(&folder.join(INDEX))
    }

    /// Every row of exactly this address whose object is there: somebody may have removed old ones, and an answer must
    /// not refer to what is gone.
    fn rows(&self, url: &str) -> io::Result<Vec<Row>> {
        let prefix = format!("{} ", surt::key(url));
        let mut lines = match self.sorted()? {
            Some(file) => lines_with(file, &prefix)?,
            None => vec![],
        };
        let own = self.session.range(prefix.clone()..).take_while(|line| line.starts_with(&prefix));
        lines.extend(own.cloned());
        let rows = lines.iter().filter_map(|line| Row::parse(line)).filter(|row| row.url == url);
        Ok(rows.filter(|row| self.folder.join(&row.filename).is_file()).collect())
    }
}

/// The whole lines of the journal.
fn journal_lines(journal: &Path) -> io::Result<BTreeSet<String>> {
    let Some(file) = open_if_there(journal)? else { return Ok(BTreeSet::new()) };
    let mut lines = BTreeSet::new();
    for line in BufReader::new(file).split(b'\n') {
        let Ok(line) = String::from_utf8(line?) else { continue };
        if Row::parse(&line).is_some() {
            lines.insert(line);
        }
    }
    Ok(lines)
}

fn open_if_there(path: &Path) -> io::Result<Option<File>> {
    match File::open(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn ends_in_line_end(file: &mut File) -> io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(true);
    }
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last == [b'\n'])
}

/// Writes the lines of both in order, equal ones once.
fn merge_sorted(sorted: Option<&File>, new: &BTreeSet<String>, output: &mut impl io::Write) -> io::Result<()> {
    let mut new = new.iter().peekable();
    if let Some(sorted) = sorted {
        for line in BufReader::new(sorted).lines() {
            let line = line?;
            while let Some(before) = new.next_if(|before| **before < line) {
                writeln!(output, "{before}")?;
            }
            new.next_if(|same| **same == line);
            writeln!(output, "{line}")?;
        }
    }
    for line in new {
        writeln!(output, "{line}")?;
    }
    output.flush()
}

/// The lines of a sorted file that begin with `prefix`, by bisection.
fn lines_with(mut file: File, prefix: &str) -> io::Result<Vec<String>> {
    let (mut low, mut high) = (0, file.metadata()?.len());
    // The first line that is not before the prefix begins in low..=high.
    while low < high {
        let middle = low + (high - low) / 2;
        match line_after(&mut file, middle)? {
            Some((start, line)) if line.as_bytes() < prefix.as_bytes() => low = start + line.len() as u64,
            _ => high = middle,
        }
    }
    file.seek(SeekFrom::Start(low))?;
    let mut found = Vec::new();
    for line in BufReader::new(file).lines() {
        let line = line?;
        if line.as_str() >= prefix && !line.starts_with(prefix) {
            break;
        }
        if line.starts_with(prefix) {
            found.push(line);
        }
    }
    Ok(found)
}

/// The first line that begins at or after `at`, and where.
fn line_after(file: &mut File, at: u64) -> io::Result<Option<(u64, String)>> {
    file.seek(SeekFrom::Start(at.saturating_sub(1)))?;
    let mut reader = BufReader::with_capacity(4096, file);
    let mut start = at;
    if at > 0 {
        let mut skipped = Vec::new();
        reader.read_until(b'\n', &mut skipped)?;
        start = at - 1 + skipped.len() as u64;
    }
    let mut line = String::new();
    Ok((reader.read_line(&mut line)? > 0).then_some((start, line)))
}

#[cfg(test)]
#[path = "index_tests.rs"]
mod tests;
