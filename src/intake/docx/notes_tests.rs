//! Marks of notes that point to them once more, how notes are numbered, quotations over paragraphs, parts in UTF-16: files
//! that we have made up.

use super::tests::{document, field, laid_of, packed_bytes, run};
use super::*;
use crate::citation::{Basis, Claims, claims};
use crate::document::{Document, Format, parse_laid};

fn note(id: usize, words: &str) -> String {
    format!("<w:footnote w:id=\"{id}\"><w:p>{}</w:p></w:footnote>", run(words))
}

fn mark(id: usize) -> String {
    format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>")
}

fn raised(words: &str) -> String {
    format!("<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>{words}</w:t></w:r>")
}

fn styled(style: &str, inner: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{inner}</w:p>")
}

fn plain(inner: &str) -> String {
    format!("<w:p>{inner}</w:p>")
}

fn feet() -> String {
    let notes = note(2, "Doe, “Wall,” https://a.test/1.") + &note(3, "Hale, “Quay,” https://b.test/2.");
    format!("<w:footnotes>{notes}</w:footnotes>")
}

fn read_body(body: &str) -> (Document, Claims) {
    let (laid, document) = laid_of(&[("word/document.xml", &document(body)), ("word/footnotes.xml", &feet())]);
    let claims = claims(&document, &laid.text);
    (document, claims)
}

/// The words of each quote with the labels that it is bound to.
fn bound(claims: &Claims) -> Vec<(String, String)> {
    let labels =
        |cites: &[usize]| cites.iter().map(|&cite| claims.citations[cite].label.clone()).collect::<Vec<_>>().join(" ");
    claims.quotes.iter().map(|quote| (quote.text.clone(), labels(&quote.cites))).collect()
}

#[test]
fn a_raised_number_right_behind_a_quote_is_one_more_mark_of_its_note() {
    let marked =
        |name: &str| format!("<w:bookmarkStart w:id=\"4\" w:name=\"{name}\"/>{}<w:bookmarkEnd w:id=\"4\"/>", mark(2));
    let labels = |again: &str| -> String {
        let body = [
            run("It held that “the wall was cracked for years.”"),
            marked("_Ref1"),
            run(" It said that “tides do not wait for us.”"),
            again.to_owned(),
            run(" The Star said “nobody was asked to look at it.”"),
            mark(3),
        ];
        let (_, claims) = read_body(&plain(&body.concat()));
        bound(&claims).into_iter().map(|(_, labels)| labels).collect::<Vec<_>>().join(",")
    };
    assert_eq!(labels(&field("NOTEREF _Ref1 \\f \\h", &run("1"))), "1,1,2");
    assert_eq!(labels(&field("NOTEREF _Ref1 \\h", &raised("1"))), "1,1,2");
    assert_eq!(labels(&raised("1")), "1,1,2");
    let characters = "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:t>1</w:t></w:r>";
    assert_eq!(labels(characters), "1,1,2");
    // A cross reference in running words is none, nor is what leads to no note or no bookmark.
    for none in [
        run(" As said in note ") + &field("NOTEREF _Ref1 \\h", &run("1")) + &run(" above."),
        raised("7"),
        raised("th"),
        run("1"),
        field("NOTEREF _Ref9 \\f \\h", &run("9")),
    ] {
        assert_eq!(labels(&none), "1,2,2", "{none}");
    }
    // A power stands behind a letter.
    let body = [
        run("It held that “the wall stood on 5 m"),
        raised("2"),
        run(" of ground”"),
        mark(2),
        run("."),
        run(" b"),
        mark(3),
    ];
    let (document, claims) = read_body(&plain(&body.concat()));
    assert_eq!((bound(&claims)[0].1.as_str(), document.markers.len()), ("1", 2));
}

#[test]
fn paragraphs_of_a_quotation_next_to_each_other_are_one() {
    let (first, second) = ("The wall had been cracked for years.", "Later it was mended by the town.");
    let quotes = |paragraphs: &[String]| -> Vec<(String, String)> {
        let body = [plain(&run("The paper wrote:")), paragraphs.concat(), plain(&run("Then nothing happened at all."))];
        bound(&read_body(&body.concat()).1)
    };
    let both = format!("{first} {second}");
    for style in ["Quote", "IntenseQuote", "IntensivesZitat", "Zitat"] {
        let own = quotes(&[styled(style, &run(first)), styled(style, &(run(second) + &mark(2)))]);
        assert_eq!(own, [(both.clone(), "1".to_owned())], "{style}");
    }
    let spaced =
        quotes(&[styled("Quote", &run(first)), styled("Quote", ""), styled("Quote", &(run(second) + &mark(2)))]);
    assert_eq!(spaced, [(both.clone(), "1".to_owned())]);
    // Each with a mark of its own, or with text between, they are two.
    let two = [(first.to_owned(), "1".to_owned()), (second.to_owned(), "2".to_owned())];
    let own = [styled("Quote", &(run(first) + &mark(2))), styled("Quote", &(run(second) + &mark(3)))];
    assert_eq!(quotes(&own), two);
    let [one, other] = own;
    assert_eq!(quotes(&[one, plain(&run("And it went on:")), other]), two);
}

#[test]
fn a_line_with_a_dash_says_whose_a_quotation_is() {
    let said = "The wall had been cracked for years, and nobody was asked to look.";
    let signed = |style: &str, line: &str| {
        let link = format!("<w:hyperlink r:id=\"rId1\">{}</w:hyperlink>", run("Harbour Post"));
        let below = run(line) + &link + &run(", 2020");
        let body = [
            plain(&run("The paper wrote:")),
            styled("Quote", &run(said)),
            styled(style, &below),
            plain(&run("Then nothing happened.")),
        ];
        let relations = "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/hyperlink\" Target=\"https://log.test/w\"/></Relationships>";
        let (laid, document) =
            laid_of(&[("word/document.xml", &document(&body.concat())), ("word/_rels/document.xml.rels", relations)]);
        claims(&document, &laid.text)
    };
    for style in ["Quote", "Normal"] {
        let claims = signed(style, "— Jane Doe, ");
        let told: Vec<(&str, Basis)> =
            claims.quotes.iter().map(|quote| (quote.text.as_str(), quote.basis)).collect::<Vec<_>>();
        assert_eq!(told, [(said, Basis::Explicit)], "{style}");
        assert_eq!(claims.quotes[0].cites, [0]);
    }
    // A sentence below is none.
    assert_eq!(signed("Normal", "Nobody had told that to the ").quotes[0].basis, Basis::Unbound);
}

#[test]
fn notes_have_the_numbers_that_their_section_gives_them() {
    let section = |inner: &str| format!("<w:sectPr><w:footnotePr>{inner}</w:footnotePr></w:sectPr>");
    let labels = |first: &str, last: &str, settings: &str| -> Vec<String> {
        let own = if first.is_empty() { String::new() } else { format!("<w:pPr>{first}</w:pPr>") };
        let body = format!(
            "<w:p>{own}{}{}</w:p><w:p>{}{}</w:p>{last}",
            run("It was “a long dark night”."),
            mark(2),
            run("It was “a short bright day”."),
            mark(3),
        );
        let settings = format!("<w:settings><w:footnotePr>{settings}</w:footnotePr></w:settings>");
        let (_, document) = laid_of(&[
            ("word/document.xml", &document(&body)),
            ("word/footnotes.xml", &feet()),
            ("word/settings.xml", &settings),
        ]);
        assert!(document.markers.iter().all(|marker| marker.entries.len() == 1), "{:?}", document.markers);
        document.entries.iter().map(|entry| entry.label.clone()).collect()
    };
    let letters = section("<w:numFmt w:val=\"lowerLetter\"/>");
    assert_eq!(labels("", &letters, ""), ["a", "b"]);
    assert_eq!(labels("", &section("<w:numStart w:val=\"5\"/>"), ""), ["5", "6"]);
    assert_eq!(labels(&letters, "<w:sectPr/>", ""), ["a", "2"]);
    assert_eq!(labels("", "<w:sectPr/>", "<w:numFmt w:val=\"upperRoman\"/>"), ["I", "II"]);
    let anew = section("<w:numRestart w:val=\"eachSect\"/>");
    assert_eq!(labels(&anew, &anew, ""), ["1", "1"]);
    assert_eq!(labels("", "", ""), ["1", "2"]);
}

#[test]
fn a_part_can_be_in_utf_16() {
    let body = plain(&(run("Es hieß, „die Mauer war seit Jahren gerissen“.") + &mark(2)));
    let text = format!("<?xml version=\"1.0\" encoding=\"UTF-16\"?>{}", document(&body));
    let wide = |order: fn(u16) -> [u8; 2], marked: bool| -> Vec<u8> {
        let marked = marked.then_some(0xfeff_u16);
        marked.into_iter().chain(text.encode_utf16()).flat_map(order).collect()
    };
    let feet = feet();
    for (order, marked) in [
        (u16::to_le_bytes as fn(u16) -> [u8; 2], true),
        (u16::to_be_bytes, true),
        (u16::to_le_bytes, false),
        (u16::to_be_bytes, false),
    ] {
        let part = wide(order, marked);
        let laid =
            read(&packed_bytes(&[("word/document.xml", &part), ("word/footnotes.xml", feet.as_bytes())])).unwrap();
        let document = parse_laid(&laid.text, &laid, Format::Docx);
        let claims = claims(&document, &laid.text);
        assert_eq!(bound(&claims), [("die Mauer war seit Jahren gerissen".to_owned(), "1".to_owned())]);
        assert!(laid.broken.is_empty());
    }
}
