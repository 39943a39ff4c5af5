//! The text of a PDF: glyphs with their places, put together to lines and the lines to reading order, page by page.
//!
//! Nothing here bounds memory, and content can be made that takes for ever to come to the next drawing operation: who
//! reads what came from outside does so in a process that can be ended (`reader`).

mod accents;
mod collections;
mod columns;
mod device;
mod direction;
mod fragments;
mod glyph;
mod information;
mod initials;
mod linked;
mod lines;
mod meanings;
mod order;
mod raised;
mod scripts;
mod stacked;
mod unsaid;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf, page};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};
use serde::{Deserialize, Serialize};

use self::device::{Drawn, GlyphDevice};
use self::meanings::Meanings;
use crate::span::Span;

/// Pages of a document that are read: the longest books have fewer.
const MAX_PAGES: usize = 5_000;

/// Bytes of text of a document that are read: ten times a long book.
const MAX_TEXT: usize = 16 * 1024 * 1024;

/// Points of the side of a page: the largest that the format knows is 14,400.
const LARGEST: f32 = 100_000.0;

/// What a whole file ends with, and how far from the end it may stand: 3 of 1,788 files have it nowhere there.
const END: &[u8] = b"%%EOF";
const NEAR_END: usize = 16 * 1024;

/// What a PDF gives, in this order: its head, each page, the end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum Piece {
    /// What it says of itself.
    Head(Head),
    /// One page.
    Page(PdfPage),
    /// There is no more.
    End(End),
}

/// What a document says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Head {
    /// Titles of its metadata.
    pub titles: Vec<String>,
    /// The language that it says it is in.
    pub language: Option<String>,
}

/// The text of one page, its lines in reading order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct PdfPage {
    /// As a reader turns it.
    pub height: f32,
    /// In reading order.
    pub lines: Vec<PdfLine>,
    /// Most of it is a picture.
    pub picture: bool,
    /// It was not read to its end.
    pub cut: Option<Cut>,
    /// Parts of it that lead somewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<PdfLink>,
}

/// A part of a page that leads somewhere.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct PdfLink {
    /// As written.
    pub url: String,
    /// Left and right edge, in points.
    pub x: [f32; 2],
    /// Upper and lower edge, from the top.
    pub y: [f32; 2],
}

/// A line, or the part of it that stands together.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct PdfLine {
    /// Without a line break. Raised digits are superscript characters.
    pub text: String,
    /// Raised pieces of the text that can be marks of notes.
    pub marks: Vec<Span>,
    /// Left and right edge, in points.
    pub x: [f32; 2],
    /// The baseline, from the top.
    pub y: f32,
    /// Of most of its letters.
    pub size: f32,
    /// It runs in another direction than most of the page.
    pub aside: bool,
}

/// How the reading ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum End {
    /// All pages were read.
    Whole,
    /// They were not.
    Cut(Cut),
    /// No page could be read.
    Unreadable(Trouble),
}

/// Why a text is not the whole text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Cut {
    /// Time ran out.
    Deadline,
    /// There are more pages, glyphs or letters than the limit.
    Limit,
    /// The engine failed on it.
    Failure,
}

/// Why nothing could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Trouble {
    /// It opens with a password only.
    Encrypted,
    /// Its structure is broken.
    Damaged,
}

/// Reads a document and hands out its pieces as they come, until `emit` or `keep_going` says no.
pub(crate) fn read(bytes: Vec<u8>, keep_going: &mut dyn FnMut() -> bool, emit: &mut dyn FnMut(Piece) -> bool) {
    let has_end = memchr::memmem::find(&bytes[bytes.len().saturating_sub(NEAR_END)..], END).is_some();
    let end = match catch_unwind(AssertUnwindSafe(|| Pdf::new(bytes))) {
        Ok(Ok(pdf)) => match pages(&pdf, keep_going, emit) {
            // The engine mends what was cut off, as far as it goes.
            End::Whole if !has_end => End::Cut(Cut::Failure),
            end => end,
        },
        Ok(Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected))) => End::Unreadable(Trouble::Encrypted),
        Ok(Err(LoadPdfError::Decryption(_) | LoadPdfError::Invalid)) | Err(_) => End::Unreadable(Trouble::Damaged),
    };
    emit(Piece::End(end));
}

fn pages(pdf: &Pdf, keep_going: &mut dyn FnMut() -> bool, emit: &mut dyn FnMut(Piece) -> bool) -> End {
    let head = catch_unwind(AssertUnwindSafe(|| information::head(pdf))).unwrap_or_default();
    if !emit(Piece::Head(head)) {
        return End::Cut(Cut::Limit);
    }
    let mut cache = InterpreterCache::new();
    let mut meanings = Meanings::new(pdf);
    let (mut left, mut cut) = (MAX_TEXT, None);
    for page in pdf.pages().iter().take(MAX_PAGES) {
        if !keep_going() {
            return End::Cut(Cut::Deadline);
        }
        let read = one_page(pdf, page, &cache, &mut meanings, keep_going);
        if read.cut == Some(Cut::Failure) {
            // What the engine remembers may be half made.
            cache = InterpreterCache::new();
        }
        cut = cut.or(read.cut);
        let Some(rest) = left.checked_sub(read.lines.iter().map(|line| line.text.len() + 1).sum()) else {
            return End::Cut(Cut::Limit);
        };
        left = rest;
        if !emit(Piece::Page(read)) {
            return End::Cut(Cut::Limit);
        }
    }
    if pdf.pages().len() > MAX_PAGES {
        return End::Cut(Cut::Limit);
    }
    cut.map_or(End::Whole, End::Cut)
}

fn one_page<'a>(
    pdf: &'a Pdf,
    page: &page::Page<'a>,
    cache: &InterpreterCache<'a>,
    meanings: &mut Meanings<'_>,
    keep_going: &mut dyn FnMut() -> bool,
) -> PdfPage {
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, f64::from(width.min(LARGEST)), f64::from(height.min(LARGEST)));
    let mut device = GlyphDevice::new(bounds, meanings, keep_going);
    let interpreted = catch_unwind(AssertUnwindSafe(|| {
        let transform = Affine::new(page.initial_transform(true).as_coeffs());
        let settings = InterpreterSettings::default();
        let mut context = Context::new(transform, bounds, cache, pdf.xref(), settings);
        interpret_page(page, &mut context, &mut device);
    }));
    let Drawn { glyphs, picture, stopped } = device.into_drawn();
    let cut = stopped.or(interpreted.is_err().then_some(Cut::Failure));
    let (lines, height) = lines::read(glyphs, bounds);
    let linked = catch_unwind(AssertUnwindSafe(|| linked::links(page))).unwrap_or_default();
    PdfPage { height, lines, picture, cut, links: linked }
}
