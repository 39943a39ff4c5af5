//! Formats.

use super::*;

#[test]
fn a_format_is_known_by_the_ending_of_a_path() {
    for (path, expected) in [
        ("a/b.md", Some(Format::Markdown)),
        ("a.b/c.MDX", Some(Format::Markdown)),
        ("profile.txt", Some(Format::Plain)),
        ("a.md/b", None),
        (".md", None),
        ("a.html", Some(Format::Html)),
        ("a.docx", Some(Format::Docx)),
        ("a.odt", None),
        ("a.CSL.json", Some(Format::CslJson)),
        ("a.json", None),
        ("refs.bib", Some(Format::Bibtex)),
        ("Page.wiki", Some(Format::Wikitext)),
    ] {
        assert_eq!(Format::of_path(path), expected, "{path}");
    }
    assert_eq!((Format::parse("plain"), Format::parse("wikitext")), (Some(Format::Plain), Some(Format::Wikitext)));
}
