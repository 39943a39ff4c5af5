//! PDFs and DOCX files as documents: what they cite, told by paragraph and by page.

use std::io::Write as _;

use serde_json::{Value, json};

use crate::pdfs::{Writer, line};
use crate::place::{Place, QUICK};

/// A page with a link, a raised mark and the note that it points to.
fn printed() -> Vec<u8> {
    let mut writer = Writer::new();
    let annotation = writer.object(
        "<< /Type /Annot /Subtype /Link /Rect [70 666 160 680] /A << /S /URI /URI (https://log.test/a_b) >> >>",
    );
    let body = [
        line(72.0, 700.0, 12.0, "The lamp was \"lit at dusk by him\" for years"),
        line(298.0, 705.0, 7.0, "1"),
        line(72.0, 670.0, 12.0, "See the log of it for more of the same words on this line."),
        line(72.0, 640.0, 12.0, "It stands on the hill above the harbour and it is lit to this day."),
        line(72.0, 80.0, 8.0, "1 Byrd, H. \"A Long Night.\" https://post.test/"),
        line(72.0, 70.0, 8.0, "long-night. Accessed June 1, 2024."),
    ];
    writer.page("").page_with(&format!("/Annots [{annotation} 0 R]"), &body.concat());
    writer.finish()
}

fn extracted(place: &Place, file: &str) -> Value {
    let told = place.run(&["extract", file, "--format", "json"]).expect(0, &[]).json();
    told["documents"][0].clone()
}

#[test]
fn a_pdf_is_read_with_its_links_and_notes() {
    let place = Place::new(QUICK);
    place.write("printed.pdf", printed());
    let document = extracted(&place, "printed.pdf");
    assert_eq!(document["format"], "pdf");
    let citations = document["citations"].as_array().expect("a list");
    let told: Vec<(&Value, &Value, &Value)> =
        citations.iter().map(|one| (&one["label"], &one["url"], &one["location"])).collect();
    let page = json!({ "page": 2 });
    assert_eq!(
        told,
        [
            (&json!("2"), &json!("https://log.test/a_b"), &page),
            (&json!("1"), &json!("https://post.test/long-night"), &page)
        ]
    );
    assert_eq!((&citations[1]["title"], &citations[1]["accessed"]), (&json!("A Long Night"), &json!("2024-06-01")));
    assert!(citations.iter().all(|one| one["span"].is_null() && one["url_span"].is_null()), "{citations:?}");
    let quote = &document["quotes"][0];
    assert_eq!(
        (&quote["text"], &quote["cites"], &quote["line"]),
        (&json!("lit at dusk by him"), &json!(["1"]), &json!(2))
    );
}

#[test]
fn a_pdf_without_words_says_why() {
    let place = Place::new(QUICK);
    let mut writer = Writer::new();
    writer.page("");
    place.write("empty.pdf", writer.finish());
    place.write("broken.pdf", b"%PDF-1.7\n\xe2\xe3 nothing");
    place.run(&["extract", "empty.pdf"]).expect(2, &["failed to read empty.pdf: it shows no words"]);
    place.run(&["extract", "broken.pdf"]).expect(2, &["failed to read broken.pdf: it is damaged, or no PDF"]);
}

#[test]
fn a_docx_is_known_by_its_bytes() {
    let place = Place::new(QUICK);
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(
        "word/document.xml",
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored),
    )
    .expect("memory");
    zip.write_all(b"<w:document><w:body><w:p><w:r><w:t>First.</w:t></w:r></w:p><w:p><w:r><w:t>See https://a.test/b.</w:t></w:r></w:p></w:body></w:document>").expect("memory");
    place.write("thesis", zip.finish().expect("memory").into_inner());
    let document = extracted(&place, "thesis");
    assert_eq!(document["format"], "docx");
    let citation = &document["citations"][0];
    assert_eq!(
        (&citation["url"], &citation["location"], &citation["line"]),
        (&json!("https://a.test/b"), &json!({ "paragraph": 2 }), &json!(2))
    );
    place.write("b.docx", b"PK\x03\x04");
    place.run(&["extract", "b.docx"]).expect(2, &["failed to read b.docx: it is no DOCX"]);
}
