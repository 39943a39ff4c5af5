//! For each finding that shows without a look: documents that have it, and documents that nearly do.

use std::fmt::Write as _;

use super::tests::found;
use crate::document::Format::{self, Asciidoc, Bibtex, CslJson, Html, Latex, Markdown, Org, Plain, Ris, Rst, Wikitext};

/// Documents with what is found in them; all that is not as it should be is told at once.
#[derive(Default)]
struct Checks {
    wrong: String,
}

impl Checks {
    fn check(&mut self, text: &str, format: Format, expected: &[(&str, usize)]) {
        let found = found(text, format);
        if found != expected {
            writeln!(self.wrong, "{found:?} and not {expected:?}: {text}").unwrap();
        }
    }

    #[track_caller]
    fn done(self) {
        assert!(self.wrong.is_empty(), "{}", self.wrong);
    }

    /// Documents without a finding.
    fn silent(&mut self, cases: &[(Format, &str)]) {
        for (format, text) in cases {
            self.check(text, *format, &[]);
        }
    }

    /// Documents with one finding, by the line that it stands on.
    fn hits(&mut self, code: &str, cases: &[(Format, &str, usize)]) {
        for (format, text, line) in cases {
            self.check(text, *format, &[(code, *line)]);
        }
    }

    /// Notes of Markdown with these words.
    fn notes(&mut self, expected: &[&str], cases: &[&str]) {
        let lines: Vec<(&str, usize)> = expected.iter().map(|code| (*code, 3)).collect();
        for words in cases {
            self.check(&format!("So.[^a]\n\n[^a]: {words}\n"), Markdown, &lines);
        }
    }

    /// Two notes of Markdown, the second on line 4.
    fn pairs(&mut self, expected: &[&str], cases: &[(&str, &str)]) {
        let lines: Vec<(&str, usize)> = expected.iter().map(|code| (*code, 4)).collect();
        for (one, other) in cases {
            self.check(&format!("So.[^a] And so.[^b]\n\n[^a]: {one}\n[^b]: {other}\n"), Markdown, &lines);
        }
    }
}

#[test]
fn markers_that_lead_somewhere_and_words_that_look_like_markers_are_no_orphans() {
    let mut checks = Checks::default();
    checks.silent(&[
        (Markdown, "Use `[^x]`, or \\[^x].\n\n```\n[^x]\n```\n\n<!-- [^x] -->\n"),
        (Markdown, "So.[^Note A]\n\n[^note a]: https://a.test\n"),
        (Markdown, "> So.[^a]\n\n- [^a]: https://a.test\n"),
        (Markdown, "The year [2019], [sic], a [box], and f[0].\n\n- [ ] to do\n- [x] done\n"),
        (Plain, "It was so [12] and then [sic]. See [Smith].\n"),
        (Plain, "In [2019] it sank.[1]\n\nReferences\n1. https://a.test\n"),
        (Wikitext, "So.<ref name=\"a\" /> And.<ref name = 'a'>https://a.test</ref>\n"),
        (Wikitext, "So.<ref name=a/>\n\n{{reflist|refs=\n<ref name=a>https://a.test</ref>\n}}\n"),
        (Wikitext, "<nowiki><ref name=x/></nowiki> and <!-- <ref name=x/> --> so.\n"),
        (Html, "<p>See <a href=\"#top\">1</a> and <a href=\"#x\">the part</a>.</p>"),
        (Rst, "So [1]_ and [#b]_, not ``[9]_`` nor \\[9]_.\n\n.. [1] https://a.test\n.. [#b] https://b.test\n"),
        (Latex, "So \\cite{a}. % \\cite{x}\n\\begin{verbatim}\\cite{x}\\end{verbatim}\n\\begin{thebibliography}{9}\\bibitem{a} https://a.test\\end{thebibliography}\n"),
        (Org, "So[fn:1] and =[fn:9]=.\n\n[fn:1] https://a.test\n"),
        (Asciidoc, "So.footnote:a[https://a.test] And.footnote:a[] `footnote:x[]`\n"),
    ]);
    checks.hits(
        "orphan-marker",
        &[
            (Markdown, "So.[^a] [^x]\n\n[^a]: https://a.test\n", 1),
            (Wikitext, "So.<ref name=a/> <ref name=b>https://a.test</ref>\n", 1),
            (Rst, "So [9]_.\n", 1),
            (Org, "So[fn:9].\n", 1),
            (Latex, "So \\cite{x} \\cite{a}.\n\\begin{thebibliography}{9}\\bibitem{a} https://a.test\\end{thebibliography}\n", 1),
        ],
    );
    checks.done();
}

#[test]
fn entries_that_are_pointed_to_from_anywhere_are_used() {
    let mut checks = Checks::default();
    checks.silent(&[
        (Markdown, "# So[^a]\n\n| b |\n| - |\n| c[^b] |\n\n> d[^c]\n\n[^a]: https://a.test\n[^b]: https://b.test\n[^c]: https://c.test and [^d].\n[^d]: https://d.test\n"),
        (Markdown, "![Map][m] and [a][A b].\n\n[m]: https://a.test/m.png\n[a B]: https://b.test\n"),
        (Plain, "So.[1-3]\n\nReferences\n1. https://a.test\n2. https://b.test\n3. https://c.test\n"),
        (Latex, "So \\citep[see][p. 2]{a,b}. \\nocite{c}\n\\begin{thebibliography}{9}\\bibitem{a} https://a.test\n\\bibitem{b} https://b.test\n\\bibitem{c} https://c.test\\end{thebibliography}\n"),
        (Bibtex, "@misc{a, url={https://a.test}}\n@misc{b, url={https://b.test}}\n"),
        (Wikitext, "{| class=x\n| a<ref name=a/>\n|}\n<references><ref name=a>https://a.test</ref></references>\n"),
        (Rst, "So a_ and `b c`_.\n\n.. _a: https://a.test\n.. _B c: https://b.test\n"),
        (Org, "* So[fn:a]\n\n[fn:a] https://a.test\n"),
    ]);
    checks.hits(
        "unused-reference",
        &[
            (Markdown, "So.[^a] `[^b]`\n\n[^a]: https://a.test\n[^b]: https://b.test\n", 4),
            (Rst, "So [1]_.\n\n.. [1] https://a.test\n.. [2] https://b.test\n", 4),
            (Org, "So[fn:1]\n\n[fn:1] https://a.test\n\n[fn:2] https://b.test\n", 5),
        ],
    );
    checks.done();
}

#[test]
fn numbers_that_rise_in_every_part_are_in_order() {
    let mut checks = Checks::default();
    let list = |head: &str, numbers: &[u8]| {
        let site = head.len();
        let entries = numbers
            .iter()
            .zip('a'..)
            .map(|(n, at)| format!("{n}. “Sea {at} {head}.” Post. https://a{site}.test/{at}\n"));
        format!("{head}\n\n{}\n", entries.collect::<Vec<_>>().concat())
    };
    let two = list("References", &[1, 2, 3]) + &list("Further reading", &[1, 2]);
    checks.check(&two, Plain, &[]);
    checks.check(&list("References", &[8, 9, 10, 11]), Plain, &[]);
    checks.check(&list("References", &[1, 3, 5]), Plain, &[]);
    checks.check(&list("References", &[1, 2, 2, 3]), Plain, &[("number-order", 5)]);
    checks.done();
}

#[test]
fn entries_of_one_page_that_say_something_else_are_two() {
    let mut checks = Checks::default();
    checks.pairs(
        &[],
        &[
            ("“Sea.” Post, p. 4. https://a.test/sea", "“Sea.” Post, p. 5. https://a.test/sea"),
            ("“Sea.” Post. https://a.test/sea#one", "“Sea.” Post. https://a.test/sea#two"),
            ("“Sea.” Post. https://a.test/sea?id=1", "“Sea.” Post. https://a.test/sea?id=2"),
            ("“Sea.” Post. https://a.test/", "“Fire.” Post. https://a.test"),
            (
                "“Sea.” Post. https://a.test/sea",
                "“The Sea.” The Post. https://web.archive.org/web/20240630101500/https://a.test/sea",
            ),
        ],
    );
    checks.pairs(
        &["duplicate-entry"],
        &[
            ("“Sea.” Post, p. 4. https://a.test/sea", "“Sea.” *Post*, p. 4. <https://a.test/sea>"),
            ("“Sea.” Post. http://a.test/sea/", "“Sea.” Post. http://a.test/sea/"),
            ("“Sea.” Post. http://a.test/sea", "“Sea.” Post. https://www.a.test/sea/"),
            ("http://a.test/sea", "<https://a.test/sea>"),
        ],
    );
    checks.done();
}

#[test]
fn titles_and_dates_that_can_be_of_one_page_do_not_differ() {
    let mut checks = Checks::default();
    let url = "https://a.test/b";
    for (one, other) in [
        ("“The tide comes in.” Post, 2020.", "“The tide comes in | The Harbour Post.” 2020."),
        ("“The tide comes in.” Post, 2020.", "“The Tide Comes in — A Report.” Post, May 3, 2020."),
        ("“The tide comes in.” Post, May 2020.", "“The tide comes in.” Post, May 31, 2020."),
        ("“The tide comes in.” Post, 2020.", "Byrd, H. The tide comes in, p. 12."),
    ] {
        checks.pairs(&[], &[(&format!("{one} {url}"), &format!("{other} {url}"))]);
    }
    for (one, other) in [
        ("“The tide comes in.” Post, 2020.", "“The tide comes in.” Post, 2021."),
        ("“The tide comes in.” Post, May 31, 2020.", "“The tide comes in.” Post, June 1, 2020."),
    ] {
        checks.pairs(&["metadata-differs"], &[(&format!("{one} {url}"), &format!("{other} {url}"))]);
    }
    checks.done();
}

#[test]
fn dates_that_exist_and_have_one_reading_are_dates() {
    let mut checks = Checks::default();
    checks.notes(
        &[],
        &[
            "“Sea.” Post, February 29, 2024. https://a.test",
            "“Sea.” Post, 31 May 2020, sect. 31.06.2. https://a.test",
            "“Sea.” Post. Accessed 13/07/2024. https://a.test",
            "“Sea.” Post. Accessed 07/07/2024. https://a.test",
            "“Sea.” Post. Accessed 2024-07-06. https://a.test",
            "“Sea.” Post, vol. 6/7/24. https://a.test",
            "“Sea.” Post, n.d. https://a.test",
            "“Sea.” Post, July–August 2004. https://a.test",
        ],
    );
    checks.notes(
        &["date-impossible"],
        &[
            "“Sea.” Post, February 29, 2023. https://a.test",
            "“Sea.” Post. Accessed 2024-02-30. https://a.test",
            "“Sea.” Post. Accessed 31 June 2024. https://a.test",
        ],
    );
    checks.notes(&["date-ambiguous"], &["“Sea.” Post. Accessed 06/07/2024. https://a.test"]);
    // Another date of the document says which comes first.
    let text = "So.[^a] And.[^b]\n\n[^a]: “Sea.” Post. Accessed 06/07/2024. https://a.test/a\n[^b]: “Fire.” Post. Accessed 30/07/2024. https://a.test/b\n";
    checks.check(text, Markdown, &[]);
    checks.done();
}

#[test]
fn a_look_on_the_day_of_publication_or_in_its_month_is_not_before_it() {
    let mut checks = Checks::default();
    checks.notes(
        &[],
        &[
            "“Sea.” Post, May 3, 2020. Accessed May 3, 2020. https://a.test",
            "“Sea.” Post, May 2020. Accessed May 1, 2020. https://a.test",
            "“Sea.” Post, 2020. Accessed May 2020. https://a.test",
            "“Sea.” Post, December 31, 2020. Accessed 2020. https://a.test",
            "“Sea.” Post, March 2, 1921. Accessed May 3, 2020. https://a.test",
        ],
    );
    checks.notes(
        &["accessed-before-published"],
        &[
            "“Sea.” Post, May 4, 2020. Accessed May 3, 2020. https://a.test",
            "“Sea.” Post, 2021. Accessed May 3, 2020. https://a.test",
        ],
    );
    checks.silent(&[
        (Bibtex, "@misc{a, url={https://a.test}, year=2020, urldate={2020-01-01}}\n"),
        (CslJson, r#"[{"id":"a","URL":"https://a.test","issued":{"date-parts":[[2020,5]]},"accessed":{"date-parts":[[2020,5,1]]}}]"#),
        (Ris, "TY  - ELEC\nUR  - https://a.test\nPY  - 2020\nY2  - 2020/01/01/\nER  - \n"),
    ]);
    checks.hits(
        "accessed-before-published",
        &[
            (Bibtex, "@misc{a, url={https://a.test}, year=2020, urldate={2019-12-31}}\n", 1),
            (CslJson, r#"[{"id":"a","URL":"https://a.test","issued":{"date-parts":[[2020,5]]},"accessed":{"date-parts":[[2020,4,1]]}}]"#, 1),
            (Ris, "TY  - ELEC\nUR  - https://a.test\nPY  - 2020\nY2  - 2019/12/31/\nER  - \n", 1),
        ],
    );
    checks.done();
}

#[test]
fn addresses_that_are_whole_are_valid_and_without_secrets() {
    let mut checks = Checks::default();
    checks.notes(
        &[],
        &[
            "“HTTP/2 today.” Post. https://a.test/http://b.test",
            "“Sea.” Post. https://a.test/@ann:1/b",
            "“Sea.” Post. https://a.test/b?to=ann:secret@b.test",
            "“Sea.” Post. <https://a.test/b?utm=1&source=x&ref=y>",
            "“Sea.” Post. https://a.test/utm_source=x/b",
            "“Sea.” Post, doi:10.1234/abc.",
            "“Sea.” Post, arXiv:2401.01234.",
        ],
    );
    checks.notes(&["credentials-in-url"], &["“Sea.” Post. https://ann:secret@a.test/b"]);
    checks.notes(
        &["tracking-parameters"],
        &["“Sea.” Post. https://a.test/b?x=1&UTM_source=x", "“Sea.” Post. https://a.test/b?gclid=x#part"],
    );
    checks.notes(&["url-invalid"], &["“Sea.” Post. https//a.test/b", "“Sea.” Post. http:/a.test/b"]);
    checks.done();
}

#[test]
fn a_link_that_shows_its_address_in_short_shows_no_other() {
    let mut checks = Checks::default();
    for shown in [
        "https://a.test/b",
        "http://www.a.test/b/",
        "a.test/b",
        "www.a.test/b",
        "https://A.test/b",
        "https://a.test/b…",
        "https://a.test/…",
        "https://a.test/...",
        "a.test",
        "https://a.test/b.",
    ] {
        checks.check(&format!("See [{shown}](https://a.test/b)."), Markdown, &[]);
    }
    for (shown, url) in [
        ("https://a.test/%C3%BC", "https://a.test/ü"),
        ("https://a.test/ü", "https://a.test/%C3%BC"),
        ("https://a.test/b", "https://web.archive.org/web/20240630101500/https://a.test/b"),
        ("https://doi.org/10.1234/abc", "https://dx.doi.org/10.1234/ABC"),
        ("https://a.test/long/path/that-goes-on", "https://a.test/long/path/that-goes-on/and-on"),
    ] {
        let expected: &[(&str, usize)] = if shown.ends_with("goes-on") { &[("link-text-differs", 1)] } else { &[] };
        checks.check(&format!("See [{shown}]({url})."), Markdown, expected);
    }
    for shown in ["https://a.test/c", "https://b.test/b", "https://a.test.b.test/b"] {
        checks.check(&format!("See [{shown}](https://a.test/b)."), Markdown, &[("link-text-differs", 1)]);
    }
    checks.done();
}

#[test]
fn captures_of_the_page_on_the_day_are_told_of_by_nothing() {
    let mut checks = Checks::default();
    let entry = |page: &str, words: &str, capture: &str| format!("“Sea.” Post. {page}. Archived {words} {capture}");
    let capture = "https://web.archive.org/web/20240630101500/https://a.test/b";
    for words in ["June 30, 2024.", "June 2024.", "2024.", "29 June 2024.", "1 July 2024.", "at"] {
        checks.notes(&[], &[&entry("https://a.test/b", words, capture)]);
    }
    for words in ["June 28, 2024.", "May 2024.", "30 June 2023."] {
        checks.notes(&["archive-date-mismatch"], &[&entry("https://a.test/b", words, capture)]);
    }
    for page in
        ["http://a.test/b", "https://www.a.test/b/", "https://a.test:443/b#part", "https://a.test/b?utm_source=x"]
    {
        let expected: &[&str] = if page.contains("utm") { &["tracking-parameters"] } else { &[] };
        checks.notes(expected, &[&entry(page, "at", capture)]);
    }
    for page in ["https://b.test/b", "https://a.test/b/c", "https://a.test/b?id=2"] {
        checks.notes(&["archive-of-another-page"], &[&entry(page, "at", capture)]);
    }
    checks.done();
}

#[test]
fn publishers_that_are_two_are_not_one_spelled_twice() {
    let mut checks = Checks::default();
    let mut told = |one: &str, other: &str, expected: bool| {
        let entry = |n: usize, name: &str| format!("{n}. “Tides {n}.” {name}, May 1, 2020. https://a.test/{n}.\n");
        let text = format!("So.[1-3]\n\nReferences\n\n{}{}{}", entry(1, one), entry(2, one), entry(3, other));
        checks.check(&text, Plain, if expected { &[("publisher-spelling", 7)] } else { &[] });
    };
    for (one, other) in [
        ("Harbour Post", "The Harbour Post"),
        ("Harbour Post", "Harbour Pilot"),
        ("Harbour Post", "Harbour Post Weekend"),
        ("Tide Review 12", "Tide Review 13"),
        ("Northern Post", "Southern Post"),
        ("University of Northport", "University of Southport"),
        ("Journal of Tides A", "Journal of Tides B"),
        ("Harbour Post", "HARBOUR POST"),
    ] {
        told(one, other, false);
    }
    for (one, other) in [
        ("Harbour Workers Circle", "Harbor Workers Circle"),
        ("Northern Tide Gazette", "Northern Tide Gazete"),
        ("Tide Watch Weekly", "Tidewatch Weekly"),
    ] {
        told(one, other, true);
    }
    checks.done();
}

#[test]
fn a_note_that_names_no_source_needs_no_address() {
    let mut checks = Checks::default();
    checks.notes(
        &[],
        &[
            "It is a joke among sailors.",
            "The words “high tide” are meant in the sense of the harbour office here.",
            "See [the other page](/tides).",
            "<Source id=\"a1\">Byrd, H. (2020). The Log.</Source>",
        ],
    );
    checks.notes(
        &["entry-without-url"],
        &[
            "Byrd, H. “The Log.” Post, 2020.",
            "“The Log.” Harbour Press.",
            "*The Log*, p. 40.",
            "The Log. ISBN 978-0-00-000000-2.",
            "Ibid., p. 3",
        ],
    );
    checks.silent(&[
        (Latex, "So.\\footnote{It is what sailors say.} Or.\\footnote{It is what sailors say.}\n"),
        (Rst, "So [#a]_.\n\n.. [#a] Only in winter.\n"),
        (Wikitext, "So.<ref name=n>[[Northland]] only.</ref>\n"),
        (Html, "<p>So<sup><a href=\"#n1\" id=\"r1\">1</a></sup></p><ol><li id=\"n1\">Only in winter. <a href=\"#r1\">↩</a></li></ol>"),
    ]);
    checks.hits("entry-without-url", &[(Wikitext, "So.<ref>{{cite book|title=The Log|publisher=Post}}</ref>\n", 1)]);
    checks.notes(&[], &["HTTP/1.1, the protocol of pages"]);
    checks.notes(&["url-invalid"], &["Post, 2020. http/a.test/b"]);
    checks.done();
}

#[test]
fn two_names_of_one_page_are_no_other_title() {
    let mut checks = Checks::default();
    let pair = |one: &str, other: &str| {
        (format!("“{one}.” https://www.tides.test/a"), format!("“{other}.” https://www.tides.test/a"))
    };
    let told = |checks: &mut Checks, one: &str, other: &str, expected: &[&str]| {
        let (one, other) = pair(one, other);
        checks.pairs(expected, &[(&one, &other)]);
    };
    for (one, other) in [
        ("The Treaty (act) of the Harbours 1706", "Treaty of Harbours, 1706"),
        ("Harbour Pledge - Ann Byrd and Carl Roe", "Harbour Pledge Profile"),
        ("Tides.test", "The winter storms of the north"),
    ] {
        told(&mut checks, one, other, &[]);
    }
    for (one, other) in [
        ("The rise of winter storms", "The fall of summer fishing"),
        ("Report on the harbour 2020", "Report on the harbour 2021"),
        ("The northern harbour and its ships", "The southern lamps and their keepers"),
    ] {
        told(&mut checks, one, other, &["metadata-differs"]);
    }
    checks.done();
}

#[test]
fn what_other_files_point_to_and_what_stands_twice_is_used() {
    let mut checks = Checks::default();
    let list = "\\begin{thebibliography}{9}\n\\bibitem{a} https://a.test\n\\bibitem{b} https://b.test\n\\end{thebibliography}\n";
    checks.silent(&[
        (Latex, &format!("So \\cite{{a}}. \\input{{more}}\n{list}")),
        (Rst, "So a_ and again a_.\n\n.. _a: https://a.test\n\nMore.\n\n.. _a: https://a.test\n"),
        (Rst, "So |a|_ it is.\n\n.. |a| replace:: ``a.h``\n.. _a: https://a.test\n"),
        (Rst, "So `it is <the log_>`__ and `was <the  Log_>`_.\n\n.. _the log: https://a.test\n"),
        (Rst, "A backtick (`````) is `a sign`_.\n\n.. _a sign: https://a.test\n"),
        (Rst, "So `it`__ and `so`__.\n\n__ https://a.test/b\n__ https://a.test/b\n"),
    ]);
    checks.hits("unused-reference", &[(Latex, &format!("So \\cite{{a}}. % \\input{{more}}\n{list}"), 4)]);
    checks.done();
}

#[test]
fn raised_numbers_of_authors_and_of_formulas_are_no_marks() {
    let mut checks = Checks::default();
    checks.silent(&[
        (Markdown, "Ann Byrd <sup>2</sup>, Carl Roe <sup>1</sup>\n\nIt sank, says [the log](https://a.test).\n"),
        (Markdown, "So it is 4 × d_model².\n\n## References\n\n- https://a.test\n- https://b.test\n"),
    ]);
    checks.hits("orphan-marker", &[(Markdown, "It sank.<sup>7</sup>\n", 1)]);
    checks.notes(&["entry-without-url"], &["Byrd, J. Phys. A: Math. Gen. 37, 9923 (2004)."]);
    checks.done();
}

#[test]
fn an_entry_that_takes_its_address_from_another_lacks_none() {
    const GIVEN: &str = "@proceedings{conf, title={C}, url={https://conf.test/a}}\n@xdata{base, url = {https://base.test/x}}\n\
                         @online{a, title={A}, url={https://a.test/a}}\n@online{b, title={B}, doi={10.1234/b}}\n";
    let told = |text: &str| -> usize {
        let text = format!("{GIVEN}{text}");
        found(&text, Bibtex).iter().filter(|(code, _)| *code == "entry-without-url").count()
    };
    for text in [
        "@set{both, entryset = {a,b}}",
        "@inproceedings{i, title={I}, crossref={conf}}",
        "@inproceedings{i, title={I}, crossref = \"conf\", year=2020}",
        "@InProceedings{i, title={I}, CrossRef = {Conf}}",
        "@inproceedings{i,\n  title={I},\n  crossref = conf\n}",
        "@online{x, title={X}, xdata={base}}",
        "@online{x, title={X}, xdata={other, base}}",
        "@inbook{i, title={I}, crossref={b}}",
        "@xdata{more, publisher={P}}",
        "@xdata{more, xdata={base}}\n@online{x, title={X}, xdata={more}}",
    ] {
        assert_eq!(told(text), 0, "{text}");
    }
    for text in [
        "@inproceedings{i, title={I}, crossref={elsewhere}}",
        "@online{x, title={X}}",
        "@online{x, title={The crossref = {conf} trick}}",
        "@online{x, title={X}, related={a}}",
        "@book{k, title={K}}\n",
        "@xdata{more, publisher={P}}\n@online{x, title={X}, xdata={more}}",
    ] {
        assert_eq!(told(text), 1, "{text}");
    }
}
