//! Files that we have made up.

use std::io::Write as _;

use zip::write::SimpleFileOptions;

use super::*;
use crate::document::{Document, Format, parse_laid};

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    packed_bytes(&parts)
}

pub(super) fn packed_bytes(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored)).unwrap();
        zip.write_all(text).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(super) fn document(body: &str) -> String {
    format!("<w:document xmlns:w=\"w\" xmlns:r=\"r\"><w:body>{body}</w:body></w:document>")
}

pub(super) fn run(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

pub(super) fn laid_of(parts: &[(&str, &str)]) -> (Laid, Document) {
    let laid = read(&packed(parts)).unwrap();
    let document = parse_laid(&laid.text, &laid, Format::Docx);
    (laid, document)
}

#[test]
fn notes_links_and_styles_are_read() {
    let body = [
        "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>", &run("The Dawn."), "</w:p>",
        "<w:p>", &run("It was “a long"), &run(" &amp; dark night”."), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>", &run(" Late."),
        "<w:r><w:endnoteReference w:id=\"2\"/></w:r><w:hyperlink r:id=\"rId7\">", &run("the log"), "</w:hyperlink></w:p>",
        "<w:p><w:pPr><w:pStyle w:val=\"Quote\"/></w:pPr>", &run("We saw no lights."), "</w:p>",
        "<w:p><w:del><w:r><w:t>gone https://no.test</w:t></w:r></w:del>",
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://f.test/a\" </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", &run("a field"), "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
    ]
    .concat();
    let feet = format!(
        "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\"><w:p>{}<w:hyperlink r:id=\"rId1\">{}</w:hyperlink></w:p></w:footnote></w:footnotes>",
        run("Byrd, H. “A Long Night.” "),
        run("Post")
    );
    let ends =
        format!("<w:endnotes><w:endnote w:id=\"2\"><w:p>{}</w:p></w:endnote></w:endnotes>", run("https://end.test"));
    let relation = |id: &str, to: &str| {
        format!(
            "<Relationships><Relationship Id=\"{id}\" Type=\"http://x/hyperlink\" Target=\"{to}\" TargetMode=\"External\"/></Relationships>"
        )
    };
    let (laid, document) = laid_of(&[
        ("word/document.xml", &document(&body)),
        ("word/footnotes.xml", &feet),
        ("word/endnotes.xml", &ends),
        ("word/_rels/document.xml.rels", &relation("rId7", "https://log.test/?a=1&amp;b=2")),
        ("word/_rels/footnotes.xml.rels", &relation("rId1", "https://post.test")),
    ]);
    assert!(
        laid.text
            .starts_with("The Dawn.\n\nIt was “a long & dark night”. Late.the log\n\nWe saw no lights.\n\na field"),
        "{}",
        laid.text
    );
    assert_eq!(document.title.as_deref(), Some("The Dawn."));
    let entries: Vec<String> = document
        .entries
        .iter()
        .map(|entry| {
            format!(
                "{} {} {}",
                entry.label,
                entry.source.url.as_deref().unwrap_or_default(),
                entry.source.title.as_deref().unwrap_or_default()
            )
        })
        .collect();
    assert_eq!(entries.len(), 4, "{entries:?}");
    for expected in [
        "1 https://post.test A Long Night",
        "i https://end.test ",
        "2 https://log.test/?a=1&b=2 ",
        "3 https://f.test/a ",
    ] {
        assert!(entries.iter().any(|entry| entry == expected), "{expected} in {entries:?}");
    }
    let markers: Vec<String> = document.markers.iter().flat_map(|marker| document.labels(marker)).collect();
    assert_eq!(markers, ["1", "i", "2", "3"]);
    let quoted = &document.quoted[0].parts[0].range();
    assert_eq!(document.text(quoted), "a long & dark night");
    let place = document.lines(&laid.text).place(document.prose.span(quoted));
    assert_eq!((place.line, place.column), (2, 9), "the second paragraph");
    assert!(
        document
            .blocks
            .iter()
            .any(|block| block.quotation().is_some() && document.text(&block.range()) == "We saw no lights.")
    );
}

#[test]
fn citations_of_reference_managers_are_entries() {
    let items = r#"{"citationItems":[{"id":7,"itemData":{"id":"byrd2024","type":"webpage","title":"The Log","URL":"https://a.test","accessed":{"date-parts":[[2024,6,1]]}}}]}"#;
    let field = |shown: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> ADDIN ZOTERO_ITEM CSL_CITATION {} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            items.replace('"', "&quot;"),
            run(shown)
        )
    };
    let body = format!(
        "<w:p>{}{}{}{}</w:p>",
        run("It sank "),
        field("(Byrd 2024)"),
        run(". Late "),
        field("(Byrd 2024, p. 3)")
    );
    let (_, document) = laid_of(&[("word/document.xml", &document(&body))]);
    assert_eq!(document.entries.len(), 1);
    assert_eq!(
        (document.entries[0].label.as_str(), document.entries[0].source.url.as_deref()),
        ("byrd2024", Some("https://a.test"))
    );
    assert_eq!(document.markers.iter().map(|marker| marker.entries.to_vec()).collect::<Vec<_>>(), [vec![0], vec![0]]);
}

#[test]
fn a_short_paragraph_keeps_its_links_and_its_last_mark() {
    let link = |words: &str| format!("<w:hyperlink r:id=\"rId7\">{}</w:hyperlink>", run(words));
    let body = [
        "<w:p>",
        &run("See "),
        &link("the report"),
        "</w:p>",
        "<w:p>",
        &run("Noted that “the budget of the port authority”"),
        "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
        "<w:p>",
        &run("It ended there and nobody has told of it since then."),
        "</w:p>",
    ]
    .concat();
    let feet = format!(
        "<w:footnotes><w:footnote w:id=\"2\"><w:p>{}</w:p></w:footnote></w:footnotes>",
        run("https://note.test")
    );
    let relations = "<Relationships><Relationship Id=\"rId7\" Type=\"http://x/hyperlink\" Target=\"https://log.test\"/></Relationships>";
    let parts = [
        ("word/document.xml", document(&body)),
        ("word/footnotes.xml", feet),
        ("word/_rels/document.xml.rels", relations.to_owned()),
    ];
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let (laid, document) = laid_of(&parts);
    let urls: Vec<&str> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
    assert_eq!(urls, ["https://log.test", "https://note.test"]);
    let claims = crate::citation::claims(&document, &laid.text);
    assert_eq!(claims.quotes[0].cites.len(), 1, "{:?}", claims.quotes);
    assert_eq!(claims.citations[claims.quotes[0].cites[0]].label, "1");
}

#[test]
fn what_is_no_docx_says_so() {
    assert!(read(b"PK\x03\x04 nothing").is_err());
    assert!(matches!(read(&packed(&[("a.txt", "a")])), Err(DocxProblem::NoDocument)));
    let whole = packed(&[("word/document.xml", &document(&run("words")))]);
    for end in 0..whole.len() {
        assert!(read(&whole[..end]).is_err(), "{end}");
    }
    let text = document(
        "<w:p><w:hyperlink><w:fldSimple><w:r><w:t>é</w:t></w:r></w:hyperlink></w:fldSimple></w:p><w:footnote w:id=\"1\">&#x41;&bad;",
    );
    for (end, _) in text.char_indices() {
        laid_of(&[("word/document.xml", &text[..end])]);
    }
}

#[test]
fn a_mark_without_its_note_is_an_orphan() {
    let body = format!("<w:p>{}<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>", run("It was “a long dark night”."));
    let (laid, document) = laid_of(&[("word/document.xml", &super::tests::document(&body))]);
    assert_eq!((document.entries.len(), laid.starts.len(), laid.broken.len()), (0, 1, 0));
    let markers: Vec<(&[String], usize)> =
        document.markers.iter().map(|marker| (&marker.labels[..], marker.entries.len())).collect();
    assert_eq!(markers, [(&["1".to_owned()][..], 0)]);
}

#[test]
fn a_mark_outside_of_every_paragraph_stands_behind_the_one_before_it() {
    let stray = "<w:r><w:t>A stray run</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>";
    for body in [
        stray.to_owned(),
        format!("<w:p>{}</w:p>{stray}", run("Words.")),
        format!("<w:p>{}</w:p>{stray}<w:p>{}</w:p>", run("Worte."), run("über")),
    ] {
        let (_, document) = laid_of(&[("word/document.xml", &super::tests::document(&body))]);
        assert_eq!(document.markers.len(), 1, "{body}");
    }
}

#[test]
fn a_part_that_breaks_off_is_told() {
    let whole = document(&format!("<w:p>{}</w:p>", run("It was dark. https://a.test")));
    for end in [whole.len() - 12, whole.len() - 25] {
        let (laid, document) = laid_of(&[("word/document.xml", &whole[..end])]);
        assert_eq!(laid.broken, ["word/document.xml"]);
        let codes: Vec<&str> = document.findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(codes, ["document-cut"]);
    }
}

/// A field of a reference manager that cites these items and shows these words.
fn cited(items: &[&str], shown: &str) -> String {
    let items: Vec<String> = items.iter().map(|item| format!("{{\"itemData\":{item}}}")).collect();
    let code = format!("ADDIN ZOTERO_ITEM CSL_CITATION {{\"citationItems\":[{}]}}", items.join(","));
    field(&code, &run(shown))
}

pub(super) fn field(code: &str, shown: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{shown}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        code.replace('"', "&quot;")
    )
}

/// Label, address and title of each entry, and where it stands for another.
fn told(document: &Document) -> Vec<String> {
    let shown = document.entries.iter().map(|entry| {
        let source = &entry.source;
        let again = if entry.again { "!" } else { "" };
        let (url, title) = (source.url.as_deref().unwrap_or("-"), source.title.as_deref().unwrap_or("-"));
        format!("{} {url} {title}{again}", entry.label)
    });
    shown.collect()
}

const TIDES: &str = r#"{"id":1,"type":"article","title":"Tides of the Harbour","author":[{"family":"Byrd","given":"Hazel"}],"issued":{"date-parts":[[2019]]},"URL":"https://a.test/tides"}"#;
const ROPES: &str = r#"{"id":2,"type":"book","title":"Ropes","author":[{"family":"Oduya","given":"Sam"}],"issued":{"date-parts":[[2020]]},"DOI":"10.1000/ropes"}"#;
const ALONE: &str = r#"{"id":3,"type":"webpage","title":"Not Listed","URL":"https://c.test/alone"}"#;

#[test]
fn citations_lead_to_the_bibliography_of_their_program() {
    let lines = [
        "Byrd, Hazel. 2019. “Tides of the Harbour.” Harbour Post, May 3, 2019.",
        "Hale, Ruth. 2001. “Lamps.” Post. https://lamps.test.",
        "Oduya, Sam. 2020. Ropes. London: Quay Press.",
    ];
    let shown = lines.map(run).join("</w:p><w:p>");
    let control = |name: &str, shown: &str| {
        format!("<w:sdt><w:sdtPr><w:tag w:val=\"{name}\"/></w:sdtPr><w:sdtContent>{shown}</w:sdtContent></w:sdt>")
    };
    for heading in ["References", "What was read"] {
        for list in [
            format!("<w:p>{}</w:p>", field("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", &shown)),
            control("MENDELEY_BIBLIOGRAPHY", &format!("<w:p>{shown}</w:p>")),
        ] {
            let body = [
                "<w:p>",
                &run("It “rose so high” "),
                &cited(&[TIDES, ROPES], "(Byrd 2019; Oduya 2020)"),
                &run(". It “fell so low” "),
                &cited(&[ROPES, ALONE], "(Oduya 2020)"),
                &run("."),
                "</w:p>",
                "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>",
                &run(heading),
                "</w:p>",
                &list,
            ]
            .concat();
            let (laid, document) = laid_of(&[("word/document.xml", &document(&body))]);
            let expected = [
                "3 https://c.test/alone Not Listed",
                "1 https://a.test/tides Tides of the Harbour",
                "2 https://lamps.test/ Lamps",
                "3 - Ropes",
            ];
            let told: Vec<String> =
                told(&document).iter().map(|own| own.replace("lamps.test L", "lamps.test/ L")).collect();
            assert_eq!(told, expected, "{heading}");
            assert_eq!(document.entries[3].source.doi.as_deref(), Some("10.1000/ropes"));
            let led: Vec<Vec<usize>> = document.markers.iter().map(|marker| marker.entries.to_vec()).collect();
            assert_eq!(led, [vec![1, 3], vec![3, 0]]);
            let claims = crate::citation::claims(&document, &laid.text);
            assert!(claims.findings.is_empty(), "{:?}", claims.findings);
        }
    }
}

#[test]
fn citations_of_endnote_and_of_word_itself_are_entries() {
    let record = "<EndNote><Cite><record><rec-number>4</rec-number><titles><title>Tides of the Harbour</title></titles>\
        <urls><related-urls><url>https://a.test/tides</url></related-urls></urls></record></Cite></EndNote>";
    let beside = data_encoding::BASE64.encode(record.as_bytes());
    let escaped = record.replace('<', "&lt;").replace('>', "&gt;");
    let data = format!("<w:fldData xml:space=\"preserve\">{beside}</w:fldData>");
    let begin = format!("<w:r><w:fldChar w:fldCharType=\"begin\">{data}</w:fldChar></w:r>");
    let nested = format!(
        "{begin}<w:r><w:instrText> ADDIN EN.CITE </w:instrText></w:r>{begin}<w:r><w:instrText> ADDIN EN.CITE.DATA </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        run("(Byrd 2019)")
    );
    let body = [
        "<w:p>",
        &run("It “rose so high” "),
        &field(&format!("ADDIN EN.CITE {escaped}"), &run("(Byrd 2019)")),
        &run(". It “fell so low” "),
        &nested,
        &run(". It “lay still” "),
        &field("CITATION Odu20 \\l 1033", &run("(Oduya 2020)")),
        &run("."),
        "</w:p>",
    ]
    .concat();
    let sources = "<b:Sources xmlns:b=\"b\"><b:Source><b:Tag>Odu20</b:Tag><b:Title>Ropes</b:Title><b:URL>https://b.test/ropes</b:URL>\
        <b:Year>2020</b:Year></b:Source></b:Sources>";
    let (_, document) = laid_of(&[("word/document.xml", &document(&body)), ("customXml/item1.xml", sources)]);
    assert_eq!(told(&document), ["4 https://a.test/tides Tides of the Harbour", "Odu20 https://b.test/ropes Ropes"]);
    assert_eq!(document.entries[1].source.published.map(|date| date.to_string()).as_deref(), Some("2020"));
    let led: Vec<Vec<usize>> = document.markers.iter().map(|marker| marker.entries.to_vec()).collect();
    assert_eq!(led, [vec![0], vec![0], vec![1]]);
}

#[test]
fn notes_have_the_addresses_of_the_items_that_they_cite() {
    let note = |id: usize, words: &str| format!("<w:footnote w:id=\"{id}\"><w:p>{words}</w:p></w:footnote>");
    let mark = |id: usize| format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>");
    let feet = [
        note(2, &cited(&[TIDES], "Hazel Byrd, “Tides of the Harbour,” Harbour Post, May 3, 2019.")),
        note(3, &cited(&[TIDES, ROPES], "Byrd, “Tides of the Harbour”; Sam Oduya, Ropes (London, 2020).")),
        note(4, &cited(&[ROPES], "Oduya, Ropes.")),
        note(5, &run("Only words, and no source.")),
    ]
    .concat();
    let text =
        [run("It “rose so high”"), mark(2), run(" and “fell so low”"), mark(3), run(" a"), mark(4), run(" b"), mark(5)];
    let text = text.concat();
    let body = document(&format!("<w:p>{text}</w:p>"));
    let feet = format!("<w:footnotes>{feet}</w:footnotes>");
    let (_, document) = laid_of(&[("word/document.xml", &body), ("word/footnotes.xml", &feet)]);
    let expected = [
        "1 https://a.test/tides Tides of the Harbour",
        "2 https://a.test/tides Tides of the Harbour!",
        "2 - Ropes",
        "3 - Ropes!",
    ];
    assert_eq!(told(&document)[..4], expected);
    assert_eq!(document.entries[2].source.doi.as_deref(), Some("10.1000/ropes"));
    let led: Vec<Vec<usize>> = document.markers.iter().map(|marker| marker.entries.to_vec()).collect();
    assert_eq!(led, [vec![0], vec![1, 2], vec![3], vec![4]]);
}

#[test]
fn citations_are_kept_for_bookmarks_too() {
    let mark = |id: usize, name: &str, words: &str| {
        format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{}<w:bookmarkEnd w:id=\"{id}\"/>", run(words))
    };
    let body = [
        "<w:p>".to_owned(),
        run("It “rose so high in the night” "),
        mark(1, "ZOTERO_BREF_a", "(Byrd 2019)"),
        run(". "),
        mark(2, "Other", "So it did"),
        run("</w:p>").replace("<w:r><w:t xml:space=\"preserve\">", "").replace("</w:t></w:r>", ""),
    ]
    .concat();
    let code = format!("ZOTERO_ITEM CSL_CITATION {{\"citationItems\":[{{\"itemData\":{TIDES}}}]}}");
    let code = code.replace('"', "&quot;");
    let (first, second) = code.split_at(code.find(';').unwrap() + 1);
    let property = |part: usize, value: &str| {
        format!("<property name=\"ZOTERO_BREF_a_{part}\"><vt:lpwstr>{value}</vt:lpwstr></property>")
    };
    let kept = format!("<Properties xmlns:vt=\"vt\">{}{}</Properties>", property(2, second), property(1, first));
    let (_, document) =
        laid_of(&[("word/document.xml", &super::tests::document(&body)), ("docProps/custom.xml", &kept)]);
    assert_eq!(told(&document), ["1 https://a.test/tides Tides of the Harbour"]);
    assert_eq!(document.markers.len(), 1);
}

#[test]
fn styles_have_their_names_in_a_part_of_their_own() {
    let paragraph =
        |style: &str, words: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", run(words));
    let body = [paragraph("1", "The Dawn"), paragraph("Cita", "We saw no lights.")].concat();
    let style = |id: &str, name: &str| format!("<w:style w:styleId=\"{id}\"><w:name w:val=\"{name}\"/></w:style>");
    let styles = format!("<w:styles xmlns:w=\"w\">{}{}</w:styles>", style("1", "heading 1"), style("Cita", "Quote"));
    let (laid, document) = laid_of(&[("word/document.xml", &document(&body)), ("word/styles.xml", &styles)]);
    assert_eq!((laid.headings.len(), laid.quotations.len()), (1, 1));
    assert_eq!(document.title.as_deref(), Some("The Dawn"));
}

#[test]
fn a_quote_belongs_to_the_source_in_the_next_cell() {
    let cell = |inner: &str| format!("<w:tc><w:p>{inner}</w:p></w:tc>");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let link = format!("<w:hyperlink r:id=\"rId1\">{}</w:hyperlink>", run("Source"));
    let relations = "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/hyperlink\" Target=\"https://a.test/1\"/></Relationships>";
    let table = [
        row(&[cell(&run("Who")), cell(&run("What")), cell(&run("Source"))]),
        row(&[cell(&run("Byrd")), cell(&run("“the lamp was out at nine”")), cell(&link)]),
        row(&[cell(&run("Hale")), cell(&run("“nobody saw the boat come by”")), cell(&run("https://b.test/2"))]),
        row(&[cell(&run("Oduya")), cell(&run("“and so it was told to all”")), cell("")]),
    ];
    let body =
        format!("<w:p>{}</w:p><w:tbl>{}</w:tbl><w:p>{}</w:p>", run("It is told."), table.concat(), run("So it was."));
    let (laid, document) =
        laid_of(&[("word/document.xml", &document(&body)), ("word/_rels/document.xml.rels", relations)]);
    let urls: Vec<_> = document.entries.iter().map(|entry| entry.source.url.as_deref().unwrap_or_default()).collect();
    assert_eq!(urls, ["https://a.test/1", "https://b.test/2"]);
    assert!(document.entries.iter().all(|entry| entry.role == crate::document::Role::Link));
    let claims = crate::citation::claims(&document, &laid.text);
    let cites: Vec<_> = claims.quotes.iter().map(|quote| quote.cites.clone()).collect();
    assert_eq!(cites, [vec![0], vec![1], vec![]]);
}

#[test]
fn a_list_of_references_can_be_a_table() {
    let row = |number: &str, words: &str| {
        format!("<w:tr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr>", run(number), run(words))
    };
    let rows = row("[1]", "Byrd, H. “Sea.” https://a.test/1") + &row("[2]", "Hale, R. “Moon.” https://b.test/2");
    let body = format!("<w:p>{}</w:p><w:tbl>{rows}</w:tbl>", run("References"));
    let (_, document) = laid_of(&[("word/document.xml", &document(&body))]);
    let urls: Vec<_> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
    assert_eq!(urls, ["https://a.test/1", "https://b.test/2"]);
    assert!(document.blocks.iter().all(|block| block.kind != crate::document::BlockKind::Cell));
}

#[test]
fn italics_in_a_note_mark_a_title_as_anywhere() {
    let italic = |words: &str, value: &str| {
        format!("<w:r><w:rPr><w:i{value}/><w:iCs/></w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
    };
    let title = |note: &str| {
        let body = ["<w:p>", &run("It was so."), "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"].concat();
        let feet = format!(
            "<w:footnotes><w:footnote w:id=\"2\"><w:p><w:pPr><w:rPr><w:i/></w:rPr></w:pPr>{note}</w:p></w:footnote></w:footnotes>"
        );
        let (_, document) = laid_of(&[("word/document.xml", &document(&body)), ("word/footnotes.xml", &feet)]);
        let source = &document.entries[0].source;
        (source.title.clone().unwrap_or_default(), source.authors.join("; "))
    };
    let (name, rest) = (run(" Jane Lee, "), run(" (2001), https://a.test"));
    let expected = ("Iron Piers of Wales".to_owned(), "Jane Lee".to_owned());
    assert_eq!(title(&[name.as_str(), &italic("Iron Piers of Wales", ""), &rest].concat()), expected);
    let parted = [name.as_str(), &italic("Iron Piers", ""), &italic(" of Wales", " w:val=\"1\""), &rest].concat();
    assert_eq!(title(&parted), expected);
    // Upright words have no such mark, nor what takes the style back.
    for upright in [run("Iron Piers of Wales"), italic("Iron Piers of Wales", " w:val=\"0\"")] {
        assert_eq!(title(&[name.as_str(), &upright, &rest].concat()).0, "");
    }
}
