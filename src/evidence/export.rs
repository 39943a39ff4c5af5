//! Evidence as one file that other tools open: a WACZ (version 1.1.1), which is a ZIP of WARC files, their index, a list of
//! pages, and the digests of all.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Read as _, Seek, Write};
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::ReplayError;
use super::container;
use super::damage::Damage;
use super::index::{Index, Row};
use super::scan::scan;
use super::zip_writer::{Written, ZipWriter};

/// Objects are put together into WARC files of about so many bytes, which a ZIP member holds with ease.
const WARC_FILE: u64 = 1 << 30;

/// The index, and how many of its lines are packed together: what the tools of others do.
const INDEX: &str = "index.cdx.gz";
const LINES_OF_BLOCK: usize = 3000;

/// What is a page to whoever opens the file: documents, and not what they are made of.
const PAGES: &[&str] = &["text/html", "application/xhtml+xml", "application/pdf", "text/plain"];

/// Why evidence could not be exported.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ExportError {
    /// The file system said no.
    #[error("export the evidence of {}: {source}", .folder.display())]
    Io {
        /// The folder of the evidence.
        folder: PathBuf,
        /// What was said.
        source: io::Error,
    },
    /// There is nothing to export.
    #[error("find evidence in {}: `citewatch check --record DIR` writes it", .folder.display())]
    Empty {
        /// The folder.
        folder: PathBuf,
    },
}

/// What was exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Exported {
    pub(crate) captures: usize,
    pub(crate) pages: usize,
    pub(crate) bytes: u64,
    /// What could not be read of it, and was left out.
    pub(crate) damage: Vec<Damage>,
}

/// Where an object has come to stand.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// In which WARC file.
    file: usize,
    /// At which byte of it.
    start: u64,
    /// So many of its bytes.
    length: u64,
}

type Places = HashMap<String, Place>;

/// Writes the evidence of a folder to `out`. Of what is a page by its kind, `is_page` says which addresses are pages that
/// were cited. The same evidence gives the same bytes.
pub(crate) fn export(
    folder: &Path,
    out: impl Write + Seek,
    is_page: &dyn Fn(&str) -> bool,
) -> Result<Exported, ExportError> {
    let io = |source| ExportError::Io { folder: folder.to_owned(), source };
    if objects(folder).map_err(io)?.is_empty() {
        return Err(ExportError::Empty { folder: folder.to_owned() });
    }
    // What a writer left beside the index is brought into it; whatever has a line there has its object in place.
    Index::open(folder).map_err(io)?;
    write(folder, &objects(folder).map_err(io)?, out, is_page).map_err(io)
}

fn write(
    folder: &Path,
    objects: &[String],
    out: impl Write + Seek,
    is_page: &dyn Fn(&str) -> bool,
) -> io::Result<Exported> {
    let mut newest = Timestamp::UNIX_EPOCH;
    rows(folder, |row| {
        newest = newest.max(row.date);
        Ok(())
    })?;
    let mut zip = ZipWriter::new(out, newest);
    let mut damage = Vec::new();
    let (places, mut written) = warc_files(folder, objects, &mut zip, &mut damage)?;
    let (lists, captures) = index(folder, &places, &mut zip)?;
    written.extend(lists);
    let (list, pages) = pages(folder, &places, is_page, &mut zip)?;
    written.push(list);
    let package = package(&written, newest);
    let digest = json!({
        "path": "datapackage.json",
        "hash": format!("sha256:{}", HEXLOWER.encode(&Sha256::digest(&package))),
    });
    zip.member("datapackage.json", &package)?;
    zip.member("datapackage-digest.json", format!("{digest:#}\n").as_bytes())?;
    let (_, bytes) = zip.finish()?;
    Ok(Exported { captures, pages, bytes, damage })
}

/// The objects of the folder, in the order of their names.
fn objects(folder: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    for first in fs::read_dir(folder)? {
        let first = first?;
        if !first.file_type()?.is_dir() {
            continue;
        }
        for second in fs::read_dir(first.path())? {
            let second = second?;
            if !second.file_type()?.is_dir() {
                continue;
            }
            for object in fs::read_dir(second.path())? {
                let name = object?.file_name().to_string_lossy().into_owned();
                if name.ends_with(".warc.gz") {
                    let part = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
                    found.push(format!("{}/{}/{name}", part(&first), part(&second)));
                }
            }
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// The bytes of an object up to where it cannot be read, and what is wrong there: whoever goes through a file of many stops
/// at the first.
fn whole(object: &Path) -> io::Result<(u64, Option<Damage>)> {
    let length = fs::metadata(object)?.len();
    let scanned = container::find(object).and_then(|found| {
        let scanned = found.containers.iter().map(|container| scan(container, &mut |_, _, _| Ok(None::<()>)));
        scanned.map(|scanned| scanned.map(|(_, damage)| damage)).find_map(Result::transpose).transpose()
    });
    let damage = match scanned {
        Ok(damage) => damage,
        Err(ReplayError::Io { source, .. }) => return Err(source),
        Err(why) => Damage::of(why),
    };
    Ok((damage.as_ref().map_or(length, |damage| damage.offset), damage))
}

/// Gzip members follow each other in a file as they do in an object, so that objects are only put one behind the other.
fn warc_files(
    folder: &Path,
    objects: &[String],
    zip: &mut ZipWriter<impl Write + Seek>,
    damage: &mut Vec<Damage>,
) -> io::Result<(Places, Vec<Written>)> {
    let (mut places, mut written, mut at) = (Places::with_capacity(objects.len()), Vec::new(), 0);
    zip.begin(&format!("archive/{}", file_name(0)))?;
    for object in objects {
        if at >= WARC_FILE {
            written.push(zip.end()?);
            zip.begin(&format!("archive/{}", file_name(written.len())))?;
            at = 0;
        }
        let (length, damaged) = whole(&folder.join(object))?;
        damage.extend(damaged);
        places.insert(object.clone(), Place { file: written.len(), start: at, length });
        at += io::copy(&mut File::open(folder.join(object))?.take(length), zip)?;
    }
    written.push(zip.end()?);
    Ok((places, written))
}

fn file_name(at: usize) -> String {
    format!("data-{:04}.warc.gz", at + 1)
}

/// Every line of the index whose object is there.
fn rows(folder: &Path, mut each: impl FnMut(Row) -> io::Result<()>) -> io::Result<()> {
    let Some(file) = Index::file(folder)? else { return Ok(()) };
    for line in BufReader::new(file).lines() {
        if let Some(row) = Row::parse(&line?) {
            each(row)?;
        }
    }
    Ok(())
}

/// The same lines at their new places, packed in blocks, and the list of the blocks. They stay in order up to the moment;
/// those of one moment are put in order again.
fn index(folder: &Path, places: &Places, zip: &mut ZipWriter<impl Write + Seek>) -> io::Result<([Written; 2], usize)> {
    zip.begin(&format!("indexes/{INDEX}"))?;
    let mut blocks = Blocks { out: zip, at: 0, lines: Vec::new(), list: String::new() };
    writeln!(blocks.list, "!meta 0 {}", json!({ "format": "cdxj-gzip-1.0", "filename": INDEX })).expect("a string");
    let (mut same, mut count): (Vec<String>, _) = (Vec::new(), 0);
    rows(folder, |mut row| {
        let Some((Place { file, start, .. }, offset)) = place(places, &row) else { return Ok(()) };
        count += 1;
        row.filename = file_name(file);
        row.offset = (start + offset).to_string();
        let line = row.line();
        if same.first().is_some_and(|first| moment(first) != moment(&line)) {
            blocks.take(&mut same)?;
        }
        same.push(line);
        Ok(())
    })?;
    blocks.take(&mut same)?;
    blocks.end_block()?;
    let list = blocks.list;
    Ok(([zip.end()?, zip.member("indexes/index.idx", list.as_bytes())?], count))
}

/// Where what a line of the index names has come to stand: its object, and the byte of that; none where it was left out.
fn place(places: &Places, row: &Row) -> Option<(Place, u64)> {
    let place = *places.get(&row.filename)?;
    let offset = row.offset.parse().ok().filter(|offset| *offset < place.length)?;
    Some((place, offset))
}

/// Lines of an index on their way into gzip members of some thousand lines each, which can be read one by one.
struct Blocks<'a, W> {
    out: &'a mut ZipWriter<W>,
    at: u64,
    lines: Vec<String>,
    list: String,
}

impl<W: Write + Seek> Blocks<'_, W> {
    /// Takes lines of one moment.
    fn take(&mut self, lines: &mut Vec<String>) -> io::Result<()> {
        lines.sort_unstable();
        self.lines.append(lines);
        if self.lines.len() >= LINES_OF_BLOCK { self.end_block() } else { Ok(()) }
    }

    fn end_block(&mut self) -> io::Result<()> {
        let Some(first) = self.lines.first() else { return Ok(()) };
        let start = moment(first).trim_end().to_owned();
        let mut block = GzEncoder::new(Vec::new(), Compression::default());
        for line in self.lines.drain(..) {
            writeln!(block, "{line}")?;
        }
        let block = block.finish()?;
        let digest = format!("sha256:{}", HEXLOWER.encode(&Sha256::digest(&block)));
        let place = json!({ "offset": self.at, "length": block.len(), "digest": digest, "filename": INDEX });
        writeln!(self.list, "{start} {place}").expect("a string takes what is written to it");
        self.at += block.len() as u64;
        self.out.write_all(&block)
    }
}

/// A line up to its JSON.
fn moment(line: &str) -> &str {
    line.split_once('{').map_or(line, |(before, _)| before)
}

/// The pages that somebody would open, each with the moment of its capture.
fn pages(
    folder: &Path,
    places: &Places,
    is_page: &dyn Fn(&str) -> bool,
    zip: &mut ZipWriter<impl Write + Seek>,
) -> io::Result<(Written, usize)> {
    zip.begin("pages/pages.jsonl")?;
    let head = json!({ "format": "json-pages-1.0", "id": "pages", "title": "Cited pages", "hasText": false });
    writeln!(zip, "{head}")?;
    let mut count = 0;
    rows(folder, |row| {
        let is_document = PAGES.contains(&row.mime.as_str()) && row.status.as_deref().is_some_and(comes_with_page);
        if is_document && is_page(&row.url) && place(places, &row).is_some() {
            count += 1;
            writeln!(zip, "{}", json!({ "id": format!("page-{count}"), "url": row.url, "ts": row.date }))?;
        }
        Ok(())
    })?;
    Ok((zip.end()?, count))
}

/// Successes that come with a page: all but those that say that they have none.
fn comes_with_page(status: &str) -> bool {
    status.len() == 3 && status.starts_with('2') && !matches!(status, "204" | "205")
}

fn package(written: &[Written], at: Timestamp) -> Vec<u8> {
    let resource = |one: &Written| {
        json!({
            "name": one.name.rsplit('/').next().unwrap_or(&one.name),
            "path": one.name,
            "hash": format!("sha256:{}", one.sha256),
            "bytes": one.bytes,
        })
    };
    let package = json!({
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": "Evidence of cited pages",
        "software": format!("citewatch {}", env!("CARGO_PKG_VERSION")),
        "created": at,
        "resources": written.iter().map(resource).collect::<Vec<_>>(),
    });
    format!("{package:#}\n").into_bytes()
}

#[cfg(test)]
#[path = "export_tests.rs"]
mod tests;
