//! The mark `citewatch: ignore` in the comments of every format, before a line and on it.

use crate::citation::claims;
use crate::document::Format::{
    self, Asciidoc, Bibtex, CslJson, Html, Jupyter, Latex, Markdown, Org, Plain, Ris, Rst, Wikitext,
};
use crate::document::{Limits, parse};

/// Documents of which a mark leaves the source `https://a.test/b` out, and what is said of it; `{M}` is the mark.
const MARKED: &[(Format, &str)] = &[
    (Markdown, "[a]({U}) <!-- {M} -->\n"),
    (Markdown, "<!-- {M} -->\n[a]({U})\n"),
    (Markdown, "<!-- {M} -->\n\n[a]({U})\n"),
    (Markdown, "- <!-- {M} --> [a]({U})\n- b\n"),
    (Markdown, "- [a]({U}) <!-- {M} -->\n- b\n"),
    (Markdown, "> It is “so very dark” ({U}). <!-- {M} -->\n"),
    (Markdown, "| [a]({U}) <!-- {M} --> | b |\n| - | - |\n"),
    (Markdown, "<!--\n{M}\n-->\n[a]({U})\n"),
    (Markdown, "[//]: # ({M})\n[a]({U})\n"),
    (Markdown, "{/* {M} */}\n\n[a]({U})\n"),
    (Markdown, "[a]({U}) {/* {M} */}\n"),
    (Markdown, "<p>\n<!-- {M} -->\n<a href=\"{U}\">a</a></p>\n"),
    (Html, "<p><a href=\"{U}\">a</a> <!-- {M} --></p>"),
    (Html, "<!-- {M} -->\n<p><a href=\"{U}\">a</a></p>"),
    (Html, "<ul>\n<!-- {M} -->\n<li><a href=\"{U}\">a</a></li>\n</ul>"),
    (Wikitext, "[{U} a] <!-- {M} -->\n"),
    (Wikitext, "<!-- {M} -->\n[{U} a]\n"),
    (Wikitext, "* <!-- {M} -->[{U} a]\n"),
    (Rst, ".. {M}\n\nSee {U}\n"),
    (Rst, ".. {M}\nSee {U}\n"),
    (Rst, "..\n   {M}\n\nSee {U}\n"),
    (Asciidoc, "// {M}\nSee {U}[a]\n"),
    (Asciidoc, "//{M}\n{U}[a]\n"),
    (Asciidoc, "////\n{M}\n////\nSee {U}[a]\n"),
    (Asciidoc, "* a\n// {M}\n* {U}[a]\n"),
    (Org, "# {M}\n[[{U}][a]]\n"),
    (Org, "- a\n# {M}\n- [[{U}][a]]\n"),
    (Org, "#+begin_comment\n{M}\n#+end_comment\n[[{U}][a]]\n"),
    (Org, "[[{U}][a]] @@comment: {M}@@\n"),
    (Latex, "% {M}\nSee \\url{{U}}\n"),
    (Latex, "%%% {M}\nSee \\url{{U}}\n"),
    (Latex, "See \\url{{U}} % {M}\n"),
    (Latex, "\\begin{comment}\n{M}\n\\end{comment}\nSee \\url{{U}}\n"),
    (Bibtex, "% {M}\n@misc{a, url={{U}}}\n"),
    (Bibtex, "{M}\n@misc{a, url={{U}}}\n"),
    (Bibtex, "@comment{{M}}\n@misc{a, url={{U}}}\n"),
    (Bibtex, "@misc{a,\n  url={{U}}, % {M}\n}\n"),
    (Bibtex, "@misc{a, url={{U}}} % {M}\n"),
    (CslJson, "[{\"id\":\"a\",\"URL\":\"{U}\",\"note\":\"{M}\"}]"),
    (CslJson, "[{\"id\":\"a\",\"URL\":\"{U}\",\"note\":\"tex.x: 1\\n{M}\"}]"),
    (Ris, "TY  - ELEC\nUR  - {U}\nN1  - {M}\nER  - \n"),
    (Jupyter, "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"<!-- {M} -->\\n\", \"[a]({U})\"]}]}"),
    (Jupyter, "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"[a]({U}) <!-- {M} -->\"}]}"),
    (Plain, "It is at {U} ({M})\n"),
    (Plain, "# {M}\nIt is at {U}\n"),
    (Plain, "References\n\n; {M}\n1. “Sea.” {U}\n"),
];

fn filled(text: &str, mark: &str, url: &str) -> String {
    text.replace("{M}", mark).replace("{U}", url)
}

#[test]
fn a_mark_leaves_its_line_or_the_next_out() {
    let left_out = |(format, text): &&(Format, &str)| {
        let text = filled(text, "citewatch: ignore", "https://a.test/b");
        let claims = claims(&parse(&text, *format, Limits::default()), &text);
        claims.citations.is_empty() && claims.quotes.is_empty() && claims.findings.is_empty()
    };
    let wrong: Vec<&(Format, &str)> = MARKED.iter().filter(|case| !left_out(case)).collect();
    assert_eq!(wrong, Vec::<&(Format, &str)>::new());
}

#[test]
fn a_mark_with_codes_is_silent_about_these_only() {
    let silent = |(format, text): &&(Format, &str)| {
        let text = filled(text, "citewatch: ignore tracking-parameters", "https://a.test/b?utm_source=x");
        let claims = claims(&parse(&text, *format, Limits::default()), &text);
        (claims.citations.len(), claims.findings.len(), claims.silenced) == (1, 0, 1)
    };
    let wrong: Vec<&(Format, &str)> = MARKED.iter().filter(|case| !silent(case)).collect();
    assert_eq!(wrong, Vec::<&(Format, &str)>::new());
}

#[test]
fn a_mark_is_no_word_of_the_document() {
    // Comments of MDX are code, which stays in the text and is not read.
    let cases = MARKED.iter().filter(|(_, text)| !text.contains("{/*"));
    let is_silent = |(format, text): &&(Format, &str)| {
        let text = filled(text, "citewatch: ignore tracking-parameters", "https://a.test/b");
        let document = parse(&text, *format, Limits::default());
        let said = document.entries.iter().any(|entry| format!("{:?}", entry.source).contains("citewatch"));
        !said && !document.prose.text().contains("citewatch")
    };
    let wrong: Vec<&(Format, &str)> = cases.filter(|case| !is_silent(case)).collect();
    assert_eq!(wrong, Vec::<&(Format, &str)>::new());
}

#[test]
fn a_mark_further_away_or_in_code_is_about_nothing_here() {
    for (format, text) in [
        (Markdown, "<!-- {M} -->\nA.\n\n[a]({U})\n"),
        (Markdown, "`<!-- {M} -->` [a]({U})\n"),
        (Markdown, "```\n<!-- {M} -->\n```\n[a]({U})\n"),
        (Html, "<p><!-- {M} -->\n\n\nA.</p>\n<p>B.</p>\n<p><a href=\"{U}\">a</a></p>"),
        (Rst, ".. {M}\n\nA.\n\nSee {U}\n"),
        (Rst, "::\n\n    .. {M}\n\nSee {U}\n"),
        (Asciidoc, "----\n// {M}\n----\nSee {U}[a]\n"),
        (Org, "#+begin_src sh\n# {M}\n#+end_src\n[[{U}][a]]\n"),
        (Latex, "\\begin{verbatim}\n% {M}\n\\end{verbatim}\nSee \\url{{U}}\n"),
        (Bibtex, "% {M}\n@misc{z, title={Z}, url={https://z.test}}\n@misc{a, url={{U}}}\n"),
        (Plain, "We write {M} there. It is at {U}\n"),
    ] {
        let text = filled(text, "citewatch: ignore", "https://a.test/b");
        let claims = claims(&parse(&text, format, Limits::default()), &text);
        let cited = claims.citations.iter().any(|citation| citation.url.as_deref() == Some("https://a.test/b"));
        assert!(cited, "{text}");
    }
}

#[test]
fn what_a_mark_that_is_left_out_points_to_is_used() {
    let sets = [
        (
            Format::Markdown,
            "One stands here.[^1]\n\nTwo stands here.[^2] <!-- citewatch: ignore -->\n\n[^1]: <https://a-site.test>\n\
             [^2]: <https://b-site.test>\n[^3]: <https://c-site.test>\n",
        ),
        (
            Format::Plain,
            "One stands here.[1]\n\nTwo stands here.[2] # citewatch: ignore\n\nReferences\n\n1. https://a-site.test\n\
             2. https://b-site.test\n3. https://c-site.test\n",
        ),
    ];
    for (format, text) in sets {
        let document = parse(text, format, Limits::default());
        let claims = claims(&document, text);
        let told: Vec<&str> = claims.findings.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(told, ["nothing in the text points to entry 3"], "{text}");
    }
}

#[test]
fn a_quote_of_a_source_that_is_left_out_is_none_of_the_next_mark() {
    let quote = "They say that “the harbour is as wide as ever”";
    let next = "It says that “nobody came to the harbour”";
    for (format, text) in [
        (
            Format::Markdown,
            format!(
                "{quote}.[^2] {next}.[^1]\n\n[^1]: <https://a-site.test>\n\n[^2]: <https://b-site.test> <!-- citewatch: ignore -->\n"
            ),
        ),
        (
            Format::Plain,
            format!(
                "{quote}.[2] {next}.[1]\n\nReferences\n\n1. https://a-site.test\n2. https://b-site.test # citewatch: ignore\n"
            ),
        ),
        (
            Format::Html,
            format!(
                "<p>{quote}.<sup><a href=\"#n2\">2</a></sup> {next}.<sup><a href=\"#n1\">1</a></sup></p><ol>\n\
                 <li id=\"n1\"><a href=\"https://a-site.test\">A</a></li>\n\
                 <li id=\"n2\"><a href=\"https://b-site.test\">B</a> <!-- citewatch: ignore --></li>\n</ol>"
            ),
        ),
    ] {
        let claims = claims(&parse(&text, format, Limits::default()), &text);
        let cited: Vec<usize> = claims.quotes.iter().map(|quote| quote.cites.len()).collect();
        assert_eq!((cited.as_slice(), claims.citations.len()), ([0, 1].as_slice(), 1), "{text}");
        assert!(claims.findings.is_empty(), "{text}: {:?}", claims.findings);
        assert_eq!(claims.markers.len(), 1, "{text}");
    }
}

#[test]
fn a_quote_beside_a_link_that_is_left_out_is_none_of_the_next_link() {
    let definitions = "\n\n[a]: https://a-site.test\n\n<!-- citewatch: ignore -->\n[b]: https://b-site.test\n";
    let quote = "“the harbour is as wide as ever”";
    let other = "“nobody came to the harbour”";
    for (words, expected) in [
        (format!("They say {quote} ([Board][b]), and it says {other} ([Herald][a])."), &[0, 1][..]),
        (format!("[Board][b] says {quote}, and [Herald][a] says {other}."), &[0, 1]),
        (format!("They say {quote}, [Board][b] writes, and [Herald][a] agrees."), &[0]),
        (format!("They say {quote} ([Herald][a]) and {other} ([Board][b])."), &[1, 0]),
        (format!("They say {quote} ([Board][b]). It says {other} ([Herald][a])."), &[0, 1]),
        // Who is told to say it is another source than the one behind it.
        (format!("[Herald][a] reports that {quote} ([Board][b])."), &[1]),
    ] {
        let text = format!("{words}{definitions}");
        let claims = claims(&parse(&text, Format::Markdown, Limits::default()), &text);
        let cited: Vec<usize> = claims.quotes.iter().map(|quote| quote.cites.len()).collect();
        assert_eq!((cited.as_slice(), claims.citations.len()), (expected, 1), "{text}");
        assert!(claims.findings.is_empty() && claims.markers.len() == 1, "{text}: {claims:?}");
    }
}
