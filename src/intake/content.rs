//! From the bytes of a document to its words: text as it stands, or what a DOCX or a PDF shows.

use super::{IntakeProblem, decode, docx};
use crate::document::Format;
use crate::reader;
use crate::text::charset::Sniff;
use crate::text::laid::Laid;
use crate::text::wide::OnDisk;

/// The words of a document.
#[derive(Debug)]
pub(super) struct Content {
    /// What it was named to be, else what it shows itself to be.
    pub(super) format: Option<Format>,
    pub(super) text: String,
    pub(super) laid: Option<Laid>,
    pub(super) on_disk: OnDisk,
}

/// What the files of office programs and PDFs begin with.
const ZIP: &[u8] = b"PK\x03\x04";
const PDF: &[u8] = b"%PDF-";
/// Bytes before the head of a PDF: some servers and mail programs leave a line there.
const PDF_WITHIN: usize = 1_024;
/// The part of a DOCX that no other ZIP holds, whose name stands in the file as it is.
const DOCX_PART: &[u8] = b"word/document.xml";

impl Content {
    /// Takes the words out of `bytes`, of the format `named` if there is one.
    pub(super) fn of(path: &str, bytes: Vec<u8>, named: Option<Format>) -> Result<Self, IntakeProblem> {
        let format = named.or_else(|| shown(&bytes));
        let no_words = |why: String| IntakeProblem::NoWords { path: path.to_owned(), why };
        let laid = match format {
            Some(Format::Docx) => docx::read(&bytes).map_err(|why| no_words(why.to_string()))?,
            Some(Format::Pdf) => reader::read_pdf_document(&bytes).map_err(|why| no_words(why.to_string()))?,
            _ => {
                let page = format == Some(Format::Html) || format.is_none() && begins_as_page(&bytes);
                let (text, on_disk) = decode(path, bytes, if page { Sniff::Html } else { Sniff::Plain })?;
                let format = format.or_else(|| Format::of_content(&text)).or_else(|| Format::of_light(&text));
                return Ok(Self { format, text, laid: None, on_disk });
            }
        };
        let mut laid = laid;
        if laid.text.trim().is_empty() {
            return Err(no_words("it shows no words".to_owned()));
        }
        let text = std::mem::take(&mut laid.text);
        Ok(Self { format, text, laid: Some(laid), on_disk: OnDisk::AsRead })
    }
}

/// Names of files without an ending that hold plain text where they show nothing else.
const USUAL: &[&str] = &[
    "readme",
    "license",
    "licence",
    "copying",
    "notice",
    "authors",
    "contributors",
    "credits",
    "acknowledgements",
    "acknowledgments",
    "references",
    "bibliography",
    "changelog",
    "changes",
    "history",
    "news",
    "notes",
    "todo",
    "faq",
    "install",
    "contributing",
    "security",
];

/// What a file of this name is that shows no format.
pub(super) fn of_usual_name(path: &str) -> Option<Format> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path).to_lowercase();
    USUAL.contains(&name.as_str()).then_some(Format::Plain)
}

/// Whether bytes begin as a page does, whatever their charset.
fn begins_as_page(bytes: &[u8]) -> bool {
    let start = bytes.trim_ascii_start();
    let begins = |with: &[u8]| start.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    begins(b"<!doctype html") || begins(b"<html")
}

/// The format that bytes show which are no text.
fn shown(bytes: &[u8]) -> Option<Format> {
    let start = &bytes[..bytes.len().min(PDF_WITHIN)];
    if bytes.starts_with(ZIP) && memchr::memmem::find(bytes, DOCX_PART).is_some() {
        Some(Format::Docx)
    } else if memchr::memmem::find(start, PDF).is_some() && !bytes.is_ascii() {
        Some(Format::Pdf)
    } else {
        None
    }
}
