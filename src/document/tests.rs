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

#[test]
fn a_line_of_hundreds_of_thousands_of_bytes_is_read_in_time_that_grows_with_it() {
    for (format, link) in [
        (Format::Markdown, "[Post](https://post.test/ferry)"),
        (Format::Plain, "https://post.test/ferry"),
        (Format::Html, "<a href=\"https://post.test/ferry\">Post</a>"),
        (Format::Wikitext, "[https://post.test/ferry Post]"),
        (Format::Rst, "`Post <https://post.test/ferry>`__"),
        (Format::Asciidoc, "https://post.test/ferry[Post]"),
        (Format::Org, "[[https://post.test/ferry][Post]]"),
        (Format::Latex, "\\href{https://post.test/ferry}{Post}"),
    ] {
        let part = format!("It was “a very long night”, says the {link} of the week. ");
        shown::grows_from(50_000, &part, |text| {
            let document = parse(text, format, Limits::default());
            assert_eq!(document.entries.len(), text.len() / part.len(), "{format:?}");
        });
    }
}

#[test]
fn what_is_nothing_but_one_sign_is_read_in_time_that_grows_with_it() {
    for (format, part) in [
        (Format::Markdown, "1. "),
        (Format::Markdown, "citewatch: ignore "),
        (Format::Plain, "(citewatch: ignore)\n"),
        (Format::Plain, "citewatch: ignore "),
        (Format::Html, "<span class=\"Z3988\" title=\""),
    ] {
        shown::grows_from(30_000, part, |text| {
            let document = parse(text, format, Limits::default());
            assert_eq!(document.entries.len(), 0, "{format:?}");
        });
    }
}

#[test]
fn links_that_overlap_in_an_entry_end_where_the_next_one_begins() {
    for (format, text) in [
        (
            Format::Html,
            "<p>x<sup><a href='#n1'>1</a></sup></p><ol><li id='n1'>Byrd, <a href='https://a.test/x'>The Ferry, 2020. <a href='https://b.test/y'>The Bar</a>.</li></ol>",
        ),
        (Format::Html, "<h2>Footnotes</h2><ol><li><a href='http://a.test'>A, <a href='http://b.test'>r</li></ol>"),
        (Format::Asciidoc, "x footnote:[See http://a.test/x[a http://b.test/y[d] b] and so.]\n"),
    ] {
        let document = parse(text, format, Limits::default());
        let urls: Vec<&str> =
            document.entries.iter().map(|entry| &entry.source).filter_map(|source| source.url.as_deref()).collect();
        assert!(urls.iter().any(|url| url.contains("a.test")), "{text}: {urls:?}");
    }
}

#[test]
fn lines_that_end_in_a_carriage_return_alone_are_lines() {
    let text = "# Title\n\nThe quay “stays open to everyone”.[^1]\n\n> “And it is free of charge.”\n\n[^1]: Post. http://post.test/a\n";
    for format in [Format::Markdown, Format::Org, Format::Rst, Format::Asciidoc, Format::Plain, Format::Wikitext] {
        let (plain, old) =
            (parse(text, format, Limits::default()), parse(&text.replace('\n', "\r"), format, Limits::default()));
        assert_eq!(old, plain, "{format:?}");
    }
}

#[test]
fn emphasis_in_an_entry_shows_its_title() {
    let latex = |entry: &str| {
        format!(
            "\\begin{{document}}So \\cite{{a}}.\n\\begin{{thebibliography}}{{9}}\n\\bibitem{{a}} {entry}\n\\end{{thebibliography}}\n"
        )
    };
    let org = |entry: &str| format!("So it was [fn:1].\n\n* Footnotes\n[fn:1] {entry}\n");
    let rst = |entry: &str| format!("So it was [1]_.\n\n.. [1] {entry}\n");
    let asciidoc = |entry: &str| format!("So it was <<a>>.\n\n[bibliography]\n== References\n* [[[a]]] {entry}\n");
    let entries = [
        (
            Format::Latex,
            latex("Harbour Office. \\emph{Ports of the North}. \\url{https://a.test}. Accessed 4 May 2020."),
        ),
        (Format::Latex, latex("A.~Smith, {\\it Ports of the North}, Port Press, 2001. \\url{https://a.test}")),
        (Format::Latex, latex("A.~Smith, {\\em Ports of the {North}}, Port Press, 2001. \\url{https://a.test}")),
        (
            Format::Latex,
            latex("C. Ng, \\textit{Ports of the North}, 2nd ed. Oxford, 2003. \\href{https://a.test}{link}"),
        ),
        (Format::Latex, latex("Smith, Ann. {\\itshape Ports of the North.} Port Press. https://a.test")),
        (
            Format::Latex,
            latex("A. Smith. ``Ports of the North.'' \\newblock \\emph{Sea Journal}, 2001. \\url{https://a.test}"),
        ),
        (
            Format::Latex,
            latex("A. Smith. \\newblock Ports of the North. \\newblock \\emph{Sea Journal}, 2001. https://a.test"),
        ),
        (Format::Org, org("Jane Doe, /Ports of the North/, 2019, https://a.test")),
        (Format::Org, org("Ann Smith. \"Ports of the North\". /Sea Journal/, 2001. [[https://a.test]]")),
        (Format::Rst, rst("Jane Doe. *Ports of the North*. https://a.test")),
        (Format::Rst, rst("Jane Doe, *Ports of the North*, 2019, https://a.test")),
        (Format::Asciidoc, asciidoc("Jane Doe. _Ports of the North_. https://a.test")),
        (Format::Asciidoc, asciidoc("Jane Doe. __Ports of the North__. https://a.test/p")),
        (Format::Asciidoc, asciidoc("Ann Smith. \"`Ports of the North`\". _Sea Journal_, 2001. https://a.test")),
    ];
    for (format, text) in entries {
        let document = parse(&text, format, Limits::default());
        assert_eq!(document.entries[0].source.title.as_deref(), Some("Ports of the North"), "{text}");
    }
    let bare = [
        (Format::Latex, latex("This is \\emph{not} where it was said first. \\url{https://a.test}")),
        (Format::Org, org("This is /not/ where it was said first. https://a.test")),
        (Format::Asciidoc, asciidoc("*Jane Doe* said so in a letter to the board. https://a.test")),
    ];
    for (format, text) in bare {
        let document = parse(&text, format, Limits::default());
        assert_eq!(document.entries[0].source.title, None, "{text}");
    }
}

#[test]
fn an_index_in_brackets_is_no_mark_where_names_and_years_are() {
    const LIST: &str = "References\n\nDiaz, M., & Ruiz, P. (2021). Promises in systems. Systems Review, 4(2), 10-20. https://a.test/diaz\n\
                        Kim, J., & Park, S. (2020, May 3). Keeping files. Retrieved June 1, 2020, from https://a.test/kim\n\
                        Lee, A. (2019). The promise. File Press. https://a.test/lee\n";
    let marks = |prose: &str| -> Vec<Vec<String>> {
        let document = parse(&format!("{prose}\n\n{LIST}"), Format::Plain, Limits::default());
        document.markers.iter().filter(|own| own.shape != Shape::Link).map(|own| own.labels.to_vec()).collect()
    };
    let names = "As Lee (2019) puts it, \"files are promises that somebody keeps\". Others agree (Kim & Park, 2020; Diaz & Ruiz, 2021).";
    assert_eq!(marks(names), [vec!["3"], vec!["2", "1"]]);
    for index in ["The value array[2] is read first.", "We read x[1] first.", "It is in the interval [1] of the table."]
    {
        assert_eq!(marks(&format!("{index}\n\n{names}")), [vec!["3"], vec!["2", "1"]], "{index}");
    }
    // A document has one style.
    let numbers = "Files are kept [1]. Others agree [2], and some do not [3]. As Lee (2019) puts it, \"files are promises that somebody keeps\".";
    assert_eq!(marks(numbers), [vec!["1"], vec!["2"], vec!["3"]]);
    assert_eq!(marks("Files are kept [1]. Others agree [2]."), [vec!["1"], vec!["2"]]);
}

#[test]
fn an_address_that_leaves_its_scheme_out_is_one_of_another_host() {
    for (format, text) in [
        (Format::Markdown, "See [the pier](//www.pier.test/a) and so.\n"),
        (Format::Markdown, "See [the pier][p].\n\n[p]: //www.pier.test/a\n"),
        (Format::Markdown, "See <a href=\"//www.pier.test/a\">the pier</a>.\n"),
        (Format::Markdown, "So.[^1]\n\n[^1]: Roe, “[The pier](//www.pier.test/a).” *News*, 2021.\n"),
        (Format::Markdown, "> It rose.\n\n<blockquote cite=\"//www.pier.test/a\">It rose.</blockquote>\n"),
        (Format::Html, "<p>See <a href=\"//www.pier.test/a\">the pier</a>.</p>"),
        (Format::Wikitext, "See [//www.pier.test/a the pier]."),
        (Format::Rst, "See `the pier <//www.pier.test/a>`__.\n"),
        (Format::Rst, "See `the pier`_.\n\n.. _the pier: //www.pier.test/a\n"),
        (Format::Asciidoc, "See link://www.pier.test/a[the pier].\n"),
        (Format::Latex, "See \\href{//www.pier.test/a}{the pier}."),
        (Format::CslJson, "[{\"id\": \"a\", \"title\": \"Pier\", \"URL\": \"//www.pier.test/a\"}]"),
        (Format::Bibtex, "@misc{a, title = {Pier}, url = {//www.pier.test/a}}"),
        (Format::Ris, "TY  - WEB\nTI  - Pier\nUR  - //www.pier.test/a\nER  - \n"),
    ] {
        let document = parse(text, format, Limits::default());
        let urls: Vec<_> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
        assert_eq!(urls, ["https://www.pier.test/a"], "{text}");
        assert_eq!(&text[document.entries[0].source.url_spans[0].range()], "//www.pier.test/a", "{text}");
    }
    for (format, text) in [
        (Format::Markdown, "See [the pier](//docs/pier.md), [it](/docs/pier) and [so](//README.md).\n"),
        (Format::Markdown, "The path //www.pier.test/a stands in the text.\n"),
        (Format::Rst, "See `the pier <//docs/pier.rst>`__.\n"),
        (Format::Asciidoc, "See link:/docs/pier[the pier].\n"),
    ] {
        assert_eq!(parse(text, format, Limits::default()).entries.len(), 0, "{text}");
    }
}

#[test]
fn the_ends_of_lines_make_no_difference_to_html_in_markdown() {
    let block = "<p id=\"usage\">\n<video\n  controls\n  width=\"100%\"\n  alt=\"Screen recording of the tide\"\n  poster=\"https://f.test/1\"\n>\n  \
                 <source\n    src=\"https://f.test/v.mp4\"\n    type=\"video/mp4\"\n  >\n</video>\n**The tide.**\n";
    for (text, urls, quotes) in [
        (format!("See [the wall](https://a.test/1).\n\n{block}"), &["https://a.test/1"][..], 0),
        (
            format!("<!-- \"one\nhttps://c.test\" -->\n\n{block}\nSo “it is” ([wall](https://a.test/1)).\n"),
            &["https://a.test/1"],
            1,
        ),
        (
            "<div>\n<a\n  href=\"https://a.test/1\"\n>the wall</a> says “so it is”\n</div>\n".to_owned(),
            &["https://a.test/1"],
            1,
        ),
        (
            "<blockquote\n  cite=\"https://a.test/1\">\nSo it is, and so it stays.\n</blockquote>\n".to_owned(),
            &["https://a.test/1"],
            0,
        ),
    ] {
        for text in [text.clone(), text.replace('\n', "\r\n")] {
            let document = parse(&text, Format::Markdown, Limits::default());
            let found: Vec<_> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
            assert_eq!((found, document.quoted.len()), (urls.to_vec(), quotes), "{text:?}");
        }
    }
}

#[test]
fn what_lets_a_line_end_within_an_address_is_none_of_it() {
    let (url, other) = ("https://www.sheffield.test/psychology", "https://www.pier.test/a");
    for sign in ['\u{200b}', '\u{2060}', '\u{feff}', '\u{ad}'] {
        let broken = format!("https://www.shef{sign}field.test/psych{sign}ology");
        for (format, text) in [
            (Format::Markdown, format!("See {broken} for the wall.\n")),
            (Format::Markdown, format!("See [the wall]({broken}).\n")),
            (Format::Markdown, format!("So.[^1]\n\n[^1]: Doe, “Wall.” {broken}.\n")),
            (Format::Plain, format!("See {broken} for the wall.\n")),
            (Format::Html, format!("<p>See <a href=\"{broken}\">the wall</a>.</p>")),
            (Format::Rst, format!("See {broken} for the wall.\n")),
            (Format::Org, format!("See {broken} for the wall.\n")),
            (Format::Asciidoc, format!("See {broken}[the wall].\n")),
        ] {
            let document = parse(&text, format, Limits::default());
            let urls: Vec<_> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
            assert_eq!(urls, [url], "{text:?} {format:?}");
        }
    }
    for (text, expected) in [
        (format!("See {url}\u{200b}{other} here.\n"), &[url, other][..]),
        (format!("See {url}\u{200b}, and so.\n"), &[url]),
        (format!("See {url}\u{200b}。\n"), &[url]),
        (format!("See {url}\u{200b} and so.\n"), &[url]),
    ] {
        let document = parse(&text, Format::Markdown, Limits::default());
        let urls: Vec<_> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
        assert_eq!(urls, expected, "{text:?}");
    }
}
