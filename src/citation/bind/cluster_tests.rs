//! Marks behind one another are one cluster, whatever leaves no word between them: a quote passes if any source has it.

use super::tests::told;
use crate::citation::Basis;
use crate::document::Format;

const WORDS: &str = "a lamp that burns all night long";

/// A text with two marks, each of these put between them: the quote belongs to both sources, or to the first alone.
fn with(format: Format, text: &str, between: &[&str], entries: &str) {
    let told = |between: &&&str| {
        let text = text.replace("WORDS", WORDS).replace("SEP", between);
        told(&text, format) != [(WORDS.to_owned(), Basis::Adjacent, entries.to_owned())]
    };
    let others: Vec<&&str> = between.iter().filter(told).collect();
    assert!(others.is_empty(), "{format:?} not {entries}: {others:?}");
}

#[test]
fn page_marks_remarks_and_separators_part_no_cluster() {
    let wiki = "It has “WORDS”<ref>{{cite web|url=https://a.test/1|title=A}}</ref>SEP\
        <ref>{{cite web|url=https://b.test/2|title=B}}</ref>. More.\n";
    let wiki_between = [
        "",
        "{{rp|3}}",
        "{{rp|3–4}} ",
        "{{,}}",
        "<sup>,</sup>",
        "<sup>:3</sup>",
        "<!-- x -->",
        "&nbsp;",
        "{{nbsp}}",
        "{{dead link|date=May 2020}}",
        "{{better source needed|date=May 2020}}",
        "{{failed verification|date=May 2020}}",
        "{{page needed|date=May 2020}}",
        "{{cbignore}}",
        "{{verify source}}",
        "{{efn|Note text.}}",
    ];
    with(Format::Wikitext, wiki, &wiki_between, "1+2");
    with(Format::Wikitext, &wiki.replace(". More", "{{rp|5}}. More"), &["{{rp|3}}"], "1+2");
    let markdown = "It has “WORDS”[^1]SEP[^2]\n\n[^1]: A. <https://a.test>\n[^2]: B. <https://b.test>\n";
    let markdown_between =
        ["", "<sup>,</sup>", "&nbsp;", "\u{202f}", "\u{200b}", " ; ", "^,^", "<!-- -->", "<wbr>", ", ", ": 3, "];
    with(Format::Markdown, markdown, &markdown_between, "1+2");
    let html = "<p>It has “WORDS”<sup id=r1><a href='#n1'>[1]</a></sup>SEP<sup id=r2><a href='#n2'>[2]</a></sup>. More.</p>\
        <h2>References</h2><ol><li id=n1><a href='#r1'>^</a> <a href='https://a.test'>A title</a></li>\
        <li id=n2><a href='#r2'>^</a> <a href='https://b.test'>B title</a></li></ol>";
    let html_between = [
        "",
        "<sup>: 3 </sup>",
        "<sup class=cite_virgule>,</sup>",
        "&nbsp;",
        "&#8239;",
        "<!-- -->",
        "<span>,</span>",
        "<sup>[<i>better source needed</i>]</sup>",
    ];
    with(Format::Html, html, &html_between, "1+2");
    let latex = "\\documentclass{article}\\begin{document}\nIt has ``WORDS''\\footnote{A, \\url{https://a.test}}SEP\
        \\footnote{B, \\url{https://b.test}}. More.\n\\end{document}\n";
    let latex_between =
        ["", "\\textsuperscript{,}", "$^,$", "\\,", "\\textsuperscript{, }", "~", "%\n", "\\fnsep ", "\\multfootsep"];
    with(Format::Latex, latex, &latex_between, "1+2");
    let rst = "It has “WORDS” [1]_SEP[2]_. More.\n\n.. [1] A. https://a.test\n.. [2] B. https://b.test\n";
    with(Format::Rst, rst, &[" ", "\\ ", ", ", "\\ ,\\ ", " , "], "1+2");
    let asciidoc =
        "= T\n\nIt has \"`WORDS`\"footnote:[A. https://a.test[A]]SEPfootnote:[B. https://b.test[B]]. More.\n";
    with(Format::Asciidoc, asciidoc, &["", "^,^ ", "{empty}", ", ", "^, ^"], "1+2");
    let org = "It has “WORDS”[fn:1]SEP[fn:2]. More.\n\n[fn:1] A. https://a.test\n[fn:2] B. https://b.test\n";
    with(Format::Org, org, &["", "^,", "^{,}", " ", ", "], "1+2");
    let plain = "It has “WORDS”[1]SEP[2] More.\n\nReferences\n[1] A. https://a.test\n[2] B. https://b.test\n";
    with(Format::Plain, plain, &["", ",", ", ", "; ", "\u{2009}", ": 3, ", " and "], "1+2");
}

#[test]
fn words_and_what_is_not_known_part_marks() {
    let markdown = "It has “WORDS”[^1]SEP[^2]\n\n[^1]: A. <https://a.test>\n[^2]: B. <https://b.test>\n";
    with(Format::Markdown, markdown, &[" More.", " and more", " (so 3)", " [3 more]", "\n\nMore:"], "1");
    let wiki = "It has “WORDS”<ref>{{cite web|url=https://a.test/1|title=A}}</ref>SEP\
        <ref>{{cite web|url=https://b.test/2|title=B}}</ref>. More.\n";
    with(Format::Wikitext, wiki, &["{{convert|5|km}}", "{{unknown words|a}}", "\n\n", "<math>x</math>"], "1");
}
