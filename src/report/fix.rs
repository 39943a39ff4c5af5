//! What `citewatch fix` prints as JSON: every edit by its bytes, with what it is about and why; and what was left.

use serde::Serialize;

use super::json_text;
use crate::citation::Citation;
use crate::finding::Code;
use crate::fix::edit::Edit;
use crate::fix::{Kind, Left, Plan};
use crate::span::{Lines, Span};

/// A document with its edits.
#[derive(Debug)]
pub(crate) struct Fixed {
    pub(crate) path: String,
    /// Its file, as a diff names it.
    pub(crate) place: Vec<u8>,
    pub(crate) format: &'static str,
    pub(crate) text: String,
    pub(crate) citations: Vec<Citation>,
    pub(crate) plan: Plan,
    /// The edits are in the file.
    pub(crate) written: bool,
}

#[derive(Serialize)]
struct FixWire<'a> {
    schema: &'static str,
    documents: Vec<DocumentWire<'a>>,
}

#[derive(Serialize)]
struct DocumentWire<'a> {
    path: &'a str,
    format: &'static str,
    written: bool,
    edits: Vec<EditWire<'a>>,
    left: Vec<LeftWire<'a>>,
}

#[derive(Serialize)]
struct EditWire<'a> {
    kind: Kind,
    /// Of the file as it was.
    span: Span,
    line: usize,
    column: usize,
    text: &'a str,
    /// The code that it mends.
    finding: Option<Code>,
    why: &'a str,
    id: &'a str,
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct LeftWire<'a> {
    id: &'a str,
    url: Option<&'a str>,
    line: usize,
    column: usize,
    why: &'a str,
}

/// The JSON, with a line end.
pub(crate) fn print(documents: &[Fixed]) -> String {
    let wire = FixWire { schema: "citewatch.fix/1", documents: documents.iter().map(document).collect() };
    json_text::pretty(&wire)
}

fn document(fixed: &Fixed) -> DocumentWire<'_> {
    let lines = Lines::new(&fixed.text);
    let edit = |edit: &'_ Edit| lines.place(edit.span);
    DocumentWire {
        path: &fixed.path,
        format: fixed.format,
        written: fixed.written,
        edits: fixed.plan.edits.iter().map(|own| edit_wire(own, edit(own), &fixed.citations)).collect(),
        left: fixed.plan.left.iter().map(|left| left_wire(left, &fixed.citations)).collect(),
    }
}

fn edit_wire<'a>(edit: &'a Edit, place: crate::span::Place, citations: &'a [Citation]) -> EditWire<'a> {
    let citation = &citations[edit.citation];
    EditWire {
        kind: edit.kind,
        span: edit.span,
        line: place.line,
        column: place.column,
        text: &edit.text,
        finding: edit.code,
        why: &edit.why,
        id: &citation.id,
        url: citation.url.as_deref(),
    }
}

fn left_wire<'a>(left: &'a Left, citations: &'a [Citation]) -> LeftWire<'a> {
    let citation = &citations[left.citation];
    LeftWire {
        id: &citation.id,
        url: citation.url.as_deref(),
        line: citation.place.line,
        column: citation.place.column,
        why: &left.why,
    }
}
