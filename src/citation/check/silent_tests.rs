//! What must not be told: for each finding of a document, cases that look like one and are none.

use super::tests::found;
use crate::document::Format::{self, *};

/// None of these documents has the finding `code`.
fn silent(code: &str, cases: &[(Format, &str)]) {
    let told = cases.iter().filter(|(format, text)| found(text, *format).iter().any(|(own, _)| *own == code));
    let told: Vec<String> = told.map(|(format, text)| format!("{format:?}: {text}")).collect();
    assert!(told.is_empty(), "{code} is told of\n{}", told.join("\n---\n"));
}

#[test]
fn orphan_marker() {
    silent(
        "orphan-marker",
        &[
            (Markdown, "An array `a[^x]` and a class `[^/]+`.\n"),
            (Markdown, "The pattern [^abc]+ matches. So.[^1]\n\n[^1]: https://a.test\n\n```\n[^2]\n```\n"),
            (Markdown, "Call f[0] and a[1][2], see https://a.test.\n"),
            (Markdown, "It rose [sic] and [he] fell [1984], see [a](https://a.test).\n"),
            (Markdown, "- [x] Done [a](https://a.test)\n- [ ] Open\n"),
            (Markdown, "It is [emphasis added] here; see [Ann 2020] or [a](https://a.test).\n"),
            (Markdown, "Area 5 m² and 10³ kg, E = mc², see [a](https://a.test).\n"),
            (Markdown, "The 1<sup>st</sup> and 2<sup>nd</sup> of 10<sup>6</sup>, see [a](https://a.test).\n"),
            (Plain, "See section [4.2] and clause [3(a)], at https://a.test.\n"),
            (Plain, "The interval [0, 1] is closed, see https://a.test.\n"),
            (Plain, "Version 2.0 and 3 of 4 came. 12 men left.\n\nReferences\n- A, https://a.test\n"),
            (Wikitext, "A.<ref name=\"a\">https://a.test</ref> B.<ref name=a />\n"),
            (Wikitext, "A.<ref name=a/> B.\n<references><ref name=a>https://a.test</ref></references>\n"),
            (Wikitext, "A.<ref group=\"note\" name=\"n\">See https://a.test</ref> B.<ref group=note name='n'/>\n"),
            (
                Html,
                "<p>x<sup>2</sup> + y<sup>2</sup>, <a href='https://a.test'>a</a> and <a href='#top'>1</a></p><div id=top></div>",
            ),
            (
                Markdown,
                "So [[1](https://a.test)], so [[2](https://b.test)].\n\n## References\n\nDoe. A. https://a.test\n\nRoe. B. https://b.test\n",
            ),
            (Rst, "See `a <https://a.test>`_ and index[1] and ``[2]_``.\n"),
            (Latex, "\\begin{document}See $a_{[1]}$ and x[2], \\url{https://a.test}.\\end{document}"),
            (Org, "See a[1] and [2020-01-01], [50%], [[https://a.test][a]].\n"),
            (Asciidoc, "See array[1] and <<part>>, https://a.test[a].\n\n[[part]]\n== Part\n"),
        ],
    );
}

#[test]
fn unused_reference() {
    silent(
        "unused-reference",
        &[
            (Markdown, "# Reading\n\n## References\n\n- Doe, [A](https://a.test)\n- Roe, [B](https://b.test)\n"),
            (Markdown, "So.[^a]\n\nAnd.[^A]\n\n[^a]: https://a.test\n"),
            (
                Html,
                "<p>It froze.<sup id=r1><a href='#n1'>[a]</a></sup> It thawed.<sup id=r2><a href='#n2'>[1]</a></sup></p><h2>Notes</h2>\
                 <ol><li id=n1><a href='#r1'>^</a> As the list has it.<sup id=r3><a href='#n3'>[2]</a></sup></li></ol><h2>References</h2>\
                 <ol><li id=n2><a href='#r2'>^</a> <a href='https://a.test'>A</a></li><li id=n3><a href='#r3'>^</a> <a href='https://b.test'>B</a></li></ol>",
            ),
            (Markdown, "See [a] and ![pic].\n\n[a]: https://a.test\n[pic]: https://b.test/x.png\n"),
            (Markdown, "Text.\n\n## Further reading\n\n1. [A](https://a.test)\n2. [B](https://b.test)\n"),
            (
                Markdown,
                "So [1, 2] and [3–5].\n\n## References\n\n1. https://a.test/1\n2. https://a.test/2\n3. https://a.test/3\n4. https://a.test/4\n5. https://a.test/5\n",
            ),
            (
                Markdown,
                "So [1] to [3].\n\n## References\n\n[1] https://a.test/1\n\n[2] https://a.test/2\n\n[3] https://a.test/3\n",
            ),
            (Markdown, "[A][a] [B][b]\n\n[a]: https://a.test\n[b]: https://b.test\n"),
            (
                Plain,
                "As Doe (2019) says and (Roe 2020) too.\n\nReferences\nDoe, J. (2019). Sea. https://a.test\nRoe, K. (2020). Tide. https://b.test\n",
            ),
            (Plain, "So.[1–3]\n\nReferences\n[1] https://a.test/1\n[2] https://a.test/2\n[3] https://a.test/3\n"),
            (
                Wikitext,
                "A.<ref name=a>https://a.test</ref>\n\n== Further reading ==\n* [https://b.test B]\n\n== External links ==\n* [https://c.test C]\n",
            ),
            (Html, "<p>A.</p><h2>References</h2><ul><li><a href='https://a.test'>A</a></li></ul>"),
            (Rst, "So [#a]_ and [#]_.\n\n.. [#a] https://a.test\n.. [#] https://b.test\n"),
            (
                Latex,
                "\\begin{document}So \\cite{a}. \\nocite{*}\\begin{thebibliography}{9}\\bibitem{a} \\url{https://a.test}\\bibitem{b} \\url{https://b.test}\\end{thebibliography}\\end{document}",
            ),
            (Bibtex, "@misc{a, title={A}, url={https://a.test}}\n@misc{b, title={B}, url={https://b.test}}\n"),
        ],
    );
}

#[test]
fn order_of_numbers() {
    let lists = "References\n\n1. https://a.test/1\n2. https://a.test/2\n3. https://a.test/3\n";
    let markdown = |body: &str| {
        format!("{body}\n\n## References\n\n1. https://a.test/1\n2. https://a.test/2\n3. https://a.test/3\n")
    };
    let plain = format!("A.[1] B.[2] C.[1] D.[3] E.[2]\n\n{lists}");
    let texts = [
        markdown("A [1]. B [2]. C [1, 3]. D [2]."),
        markdown("A [1–3]. B [2]."),
        markdown("A [1][2]. B [3]. C [1]."),
        markdown("| a | b |\n|---|---|\n| A [1] | B [2] |\n| C [3] | D |\n"),
        // A list in the order of names has its numbers from there.
        "B [2]. A [1]. C [3].\n\n## References\n\n1. Ames, A. (2019). Sea. https://a.test/1\n2. Byrd, B. (2020). Tide. https://a.test/2\n3. Cole, C. (2021). Wave. https://a.test/3\n".to_owned(),
    ];
    let mut cases: Vec<(Format, &str)> = texts.iter().map(|text| (Markdown, text.as_str())).collect();
    cases.push((Plain, &plain));
    cases.push((Markdown, "So.[^b] And.[^a]\n\n[^a]: https://a.test/1\n[^b]: https://b.test/2\n"));
    silent("number-order", &cases);
    silent("reference-order", &cases);
    silent(
        "reference-order",
        &[
            (Plain, "One. 1 Two. 2 One. 1\n\nReferences\n- https://a.test/1\n- https://a.test/2\n"),
            (Plain, "In 2 of 3 cases it rose. It fell in 1.\n\nReferences\n- https://a.test/1\n- https://a.test/2\n"),
            (Plain, "No marks at all.\n\nReferences\n- https://a.test/1\n- https://a.test/2\n"),
            (
                Plain,
                "Chapter 3 says so. Figure 2 too. Table 1 also.\n\nReferences\n- https://a.test/1\n- https://a.test/2\n",
            ),
            (Markdown, "Step 2 first. Then step 1.\n\n## Sources\n\n- https://a.test/1\n- https://a.test/2\n"),
        ],
    );
}

#[test]
fn duplicate_entry_and_metadata_differs() {
    let note = |first: &str, second: &str| format!("A.[^1] B.[^2]\n\n[^1]: {first}\n[^2]: {second}\n");
    let texts = [
        note("“Sea.” Post, 3 May 2020, p. 4. https://a.test/b", "“Sea.” Post, 3 May 2020, p. 9. https://a.test/b"),
        note("“Sea.” Post, https://a.test/b#one", "“Tide.” Post, https://a.test/b#two"),
        note("Doe, “Sea,” Post, https://a.test/b?page=1", "Doe, “Sea,” Post, https://a.test/b?page=2"),
        note("Doe, “Sea,” Post, 3 May 2020, https://a.test/b", "Ibid."),
        note("Doe, “Sea,” Post, 3 May 2020, https://a.test/b", "Doe, “Sea,” https://a.test/b, at 7."),
        note("“Sea: A History.” Post, https://a.test/b", "“Sea.” Post, https://a.test/b"),
        note("“The Sea.” Post, May 2020, https://a.test/b", "“The sea”. Post, 3 May 2020, https://a.test/b"),
        note(
            "“Sea.” Post. Accessed 3 May 2020. https://a.test/b",
            "“Sea.” Post. Accessed 9 June 2021. https://a.test/b",
        ),
        note("“Home.” Post, https://a.test/", "“Archive of tides.” Post, https://a.test/tides"),
        note("“Sea”, Post, https://a.test/en/b", "“Meer”, Post, https://a.test/de/b"),
    ];
    let cases: Vec<(Format, &str)> = texts.iter().map(|text| (Markdown, text.as_str())).collect();
    silent("metadata-differs", &cases);
    // A part has the address of its whole.
    let part = "@incollection{a, author={Plato}, title={Cratylus}, crossref={b}}\n\
        @collection{b, title={Complete Works}, editor={John Cooper}, date={1997-05}, url={https://a.test/plato}}\n";
    silent("metadata-differs", &[(Bibtex, part)]);
    let texts = [
        note("“Sea.” Post, 3 May 2020, p. 4. https://a.test/b", "“Tide.” Post, 3 May 2020. https://a.test/c"),
        note("Doe, “Sea,” Post, https://a.test/b?page=1", "Doe, “Sea,” Post, https://a.test/b?page=2"),
        note("“Sea”, Post, https://a.test/b#!/one", "“Sea”, Post, https://a.test/b#!/two"),
        "See [a](https://a.test/b) and [a](https://a.test/b) again.\n".to_owned(),
        "See https://a.test/b, https://a.test/b and https://a.test/b.\n".to_owned(),
    ];
    let mut cases: Vec<(Format, &str)> = texts.iter().map(|text| (Markdown, text.as_str())).collect();
    cases.push((Bibtex, "@misc{a, title={Sea, part 1}, author={Doe}, year=2020, url={https://a.test/1}}\n@misc{b, title={Sea, part 2}, author={Doe}, year=2020, url={https://a.test/2}}\n"));
    cases.push((Bibtex, "@book{a, title={Sea}, author={Doe}, year=2020, isbn={1}}\n@book{b, title={Sea}, author={Doe}, year=2021, isbn={2}}\n"));
    cases.push((Wikitext, "A.<ref>{{cite web|url=https://a.test/b|title=Sea|page=4}}</ref> B.<ref>{{cite web|url=https://a.test/c|title=Tide}}</ref>\n"));
    silent("duplicate-entry", &cases);
}

#[test]
fn entry_without_url_and_url_invalid() {
    let note = |words: &str| format!("A.[^1]\n\n[^1]: {words}\n");
    let texts = [
        note("Doe, *Sea*, doi:10.1234/abc."),
        note("Doe, *Sea*, arXiv:2401.01234."),
        note("Doe, “Sea,” www.a.test/b."),
        note("Doe, “Sea,” [Post](https://a.test/b)."),
        note("That is, of the upper basin alone."),
        note("Ibid., p. 7. https://a.test/b"),
        note("See https://a.test/b."),
        note("Doe v. Roe, 347 U.S. 483 (1954)."),
        note("ISBN 978-0-306-40615-7. https://a.test/b"),
    ];
    let mut cases: Vec<(Format, &str)> = texts.iter().map(|text| (Markdown, text.as_str())).collect();
    cases.truncate(5);
    cases.push((Wikitext, "A.<ref>{{cite book|title=Sea|isbn=978-0-306-40615-7}}</ref> <ref>{{cite web|url=https://a.test|title=B}}</ref>\n"));
    cases.push((Wikitext, "A.<ref>{{cite journal|title=Sea|doi=10.1234/abc}}</ref>\n"));
    cases.push((Wikitext, "A.{{efn|That is, the upper basin.}} <ref>https://a.test</ref>\n"));
    silent("entry-without-url", &cases);
    let cases: Vec<(Format, &str)> = texts.iter().map(|text| (Markdown, text.as_str())).collect();
    silent("url-invalid", &cases);
    silent(
        "url-invalid",
        &[
            (Markdown, "[a](https://a.test/a_(b)) and <https://a.test/ü/ß?q=a|b>.\n"),
            (Markdown, "[a](http://[2001:db8::1]/b) and [b](https://a.test:8443/x).\n"),
            (
                Markdown,
                "[a](mailto:a@a.test), [b](#part), [c](../c.md), [d](tel:+49123), [e](https://xn--bcher-kva.test/)\n",
            ),
            (Markdown, "[a](https://bücher.test/) and [b](https://a.test/%E2%82%AC)\n"),
            (Plain, "Write http or https before it, as in https://a.test.\n"),
            (Plain, "Use https:// for all, e.g. https://a.test/x.\n"),
            (Bibtex, "@misc{a, title={A}, url={https://a.test/{\\~}doe}}\n"),
            (Bibtex, "@misc{a, title={A}, url={}, doi={10.1234/abc}}\n"),
        ],
    );
}

#[test]
fn link_text_differs() {
    silent(
        "link-text-differs",
        &[
            (Markdown, "[a.test](https://a.test/b) and [www.a.test](https://a.test)\n"),
            (Markdown, "[https://a.test/b](https://a.test/b/) and [http://a.test](https://www.a.test/)\n"),
            (Markdown, "[https://a.test/long/pa…](https://a.test/long/path/to)\n"),
            (Markdown, "[https://a.test/a%20b](https://a.test/a b)\n"),
            (Markdown, "[a.test/b](https://a.test/b?utm_source=x)\n"),
            (
                Markdown,
                "[doi.org/10.1234/abc](https://dx.doi.org/10.1234/abc) [10.1234/abc](https://doi.org/10.1234/abc)\n",
            ),
            (Markdown, "[https://a.test/b](https://web.archive.org/web/20200101000001/https://a.test/b)\n"),
            (Markdown, "[https://doi.org/10.1234/abc](https://publisher.test/article/10.1234/abc)\n"),
            (
                Markdown,
                "[Node.js](https://nodejs.test/) and [setup.py](https://a.test/blob/main/setup.py) and [README.md](https://a.test/readme)\n",
            ),
            (Markdown, "[v1.2.3](https://a.test/releases) and [e.g.](https://a.test) and [U.S.](https://b.test)\n"),
            (Markdown, "[https://a.test/b](https://l.facebook.com/l.php?u=https%3A%2F%2Fa.test%2Fb)\n"),
            (Markdown, "[@doe](https://social.test/@doe) and [doe@a.test](mailto:doe@a.test)\n"),
            (
                Html,
                "<p><a href='https://a.test/b?x=1&amp;y=2'>https://a.test/b?x=1&amp;y=2</a> <a href='//a.test/c'>a.test/c</a></p>",
            ),
            (
                Html,
                "<p><a href='https://a.test/very/long/path'>a.test/very/<wbr>long/path</a> <a href='https://a.test/'>A.TEST</a></p>",
            ),
            (
                Latex,
                "\\begin{document}\\href{https://a.test/b_c}{\\nolinkurl{a.test/b_c}} \\href{https://a.test/x\\%20y}{https://a.test/x\\%20y}\\end{document}",
            ),
            (Org, "[[https://a.test/b][a.test/b]]\n"),
        ],
    );
}

#[test]
fn parameters_and_credentials() {
    silent(
        "tracking-parameters",
        &[
            (Markdown, "[a](https://a.test/?source=x&ref=main&id=3)\n"),
            (Markdown, "[a](https://a.test/?campaign=7&medium=oil)\n"),
            (Markdown, "[a](https://a.test/utm_source=x/b)\n"),
            (Markdown, "[a](https://a.test/b#utm_source)\n"),
            (Markdown, "`https://a.test/?utm_source=x` and [a](https://a.test/)\n"),
            (Markdown, "[a](https://a.test/search?q=utm_source)\n"),
            (Markdown, "[a](https://a.test/?si=3&t=42&v=abc)\n"),
        ],
    );
    silent(
        "credentials-in-url",
        &[
            (Markdown, "[a](https://a.test/@doe/post) and [b](https://social.test/@doe@b.test/1)\n"),
            (Markdown, "[a](https://a.test/?mail=doe@b.test)\n"),
            (Markdown, "[a](https://a.test/maps/@52.5,13.4,12z)\n"),
            (Markdown, "[a](mailto:doe@a.test) [b](https://a.test/)\n"),
            (Markdown, "[a](https://a.test/x:y@z)\n"),
            (Markdown, "`https://ann:secret@a.test/` [a](https://a.test/)\n"),
            (Plain, "Clone git@a.test:doe/x.git or https://a.test/doe/x.\n"),
        ],
    );
}

#[test]
fn dates() {
    let note = |words: &str| format!("A.[^1]\n\n[^1]: “Sea.” Post. {words} https://a.test/b\n");
    let texts: Vec<String> = [
        "29 February 2024.",
        "Published 31 May 2020. Accessed 30 June 2020.",
        "No. 31/2021, 3 May 2021.",
        "Resolution 30/02.",
        "Vol. 32, no. 13, May 2020.",
        "pp. 31-32, 2020.",
        "A/RES/70/1, 25 September 2015.",
        "Accessed 2020-05-03.",
        "13/05/2020.",
        "05/13/2020.",
        "5/5/2020.",
        "Accessed 3.5.2020.",
        "ISO 8601-2019-2.",
        "Accessed 03 May 2020, 10:15.",
        "Spring 2020. Accessed 1 June 2020.",
        "2020. Accessed 1 January 2020.",
        "3 May 2020 (updated 9 June 2021). Accessed 4 May 2020.",
        "May 3–5, 2020. Accessed 4 May 2020.",
        "First published 1998; this edition 2020. Accessed 2 February 2019.",
        "Forthcoming 2030. Accessed 3 May 2020.",
        "n.d. Accessed 3 May 2020.",
    ]
    .iter()
    .map(|words| note(words))
    .collect();
    let cases: Vec<(Format, &str)> = texts.iter().map(|text| (Markdown, text.as_str())).collect();
    silent("date-impossible", &cases);
    let mut plain = cases.clone();
    plain.push((Markdown, "A.[^1]\n\n[^1]: “Sea.” Post. Accessed 13/05/2020. https://a.test/b\n\nB.[^2]\n\n[^2]: “Sea.” Post. Accessed 06/05/2020. https://a.test/c\n"));
    plain.push((Markdown, "A.[^1]\n\n[^1]: „Meer“. Post. Abgerufen am 06.05.2020. https://a.test/b\n"));
    plain.push((Markdown, "A.[^1]\n\n[^1]: « Mer ». Poste. Consulté le 06/05/2020. https://a.test/b\n"));
    silent("date-ambiguous", &plain);
    silent("accessed-before-published", &cases[..16]);
    silent("accessed-before-published", &cases[16..18]);
    silent("accessed-before-published", &cases[20..]);
    silent("accessed-in-future", &cases);
}

#[test]
fn spellings_of_publishers() {
    let list = |names: &[&str]| {
        let entries: Vec<String> = names
            .iter()
            .zip(1..)
            .map(|(name, at)| format!("{at}. Doe, J. “Sea {at}.” {name}, 3 May 202{at}. https://a.test/{at}\n"))
            .collect();
        let marks: Vec<String> = (1..=names.len()).map(|at| format!("[{at}]")).collect();
        format!("A {}.\n\n## References\n\n{}", marks.join(" "), entries.concat())
    };
    let texts = [
        list(&["The Times", "The Timer", "The Tides"]),
        list(&["Nature", "Nature Communications", "Nature Climate Change"]),
        list(&["Journal of Physics A", "Journal of Physics B"]),
        list(&["University of York", "University of Cork"]),
        list(&["Channel 4", "Channel 5"]),
        list(&["BBC", "BBC News", "BBC Sport"]),
        list(&["Die Welt", "Die Zeit"]),
        list(&["New York Times", "The New York Times"]),
        list(&["Reuters", "Reuters.com"]),
        list(&["North Dakota Tribune", "South Dakota Tribune"]),
        list(&["Ministry of Health, Austria", "Ministry of Health, Australia"]),
        list(&["ABC", "ABS"]),
    ];
    let cases: Vec<(Format, &str)> = texts.iter().map(|text| (Markdown, text.as_str())).collect();
    silent("publisher-spelling", &cases);
}

#[test]
fn archives() {
    let wayback = "https://web.archive.org/web/20240630101500/https://a.test/b";
    let note = |words: &str| format!("A.[^1]\n\n[^1]: {words}\n");
    let texts = [
        note(&format!("“Sea.” Post. https://a.test/b. Archived 30 June 2024. {wayback}")),
        note(&format!("“Sea.” Post. http://www.a.test/b/. Archived from the original on 30 June 2024. {wayback}")),
        note(&format!("“Sea.” Post. https://a.test/b#part. Archived June 29, 2024. {wayback}")),
        note(&format!("“Sea.” Post. https://a.test/b?utm_source=x. [Archived]({wayback}).")),
        note("“Sea.” Post. https://a.test/b. Archived at https://perma.cc/AB12-CD34"),
        note("“Sea.” Post. https://a.test/b. Archived at https://www.webcitation.org/6AbCdEfGh"),
        note(
            "“Sea.” Post. https://a.test/b. https://webarchive.nationalarchives.gov.uk/ukgwa/20140402150130/https://a.test/b",
        ),
        note("“Sea.” Post. https://a.test/b. https://arquivo.pt/wayback/20140402150130/https://a.test/b"),
        note("“About the archive.” https://web.archive.org/ and https://archive.org/details/sea"),
        note("“Saved pages.” https://archive.org/about/ https://a.test/web/2020/x"),
        note("“Sea.” Post. https://a.test/b. https://web.archive.org/web/20240630101500id_/https://a.test/b"),
    ];
    let mut cases: Vec<(Format, &str)> = texts.iter().map(|text| (Markdown, text.as_str())).collect();
    cases.push((Wikitext, "A.<ref>{{cite web|url=https://a.test/b|title=Sea|archive-url=https://web.archive.org/web/20240630101500/https://a.test/b|archive-date=30 June 2024|access-date=1 July 2024}}</ref>\n"));
    cases.push((Wikitext, "A.<ref>{{cite web|url=https://a.test/b?x=1&y=2|title=Sea|archive-url=https://web.archive.org/web/20240630101500/https://a.test/b?x=1&amp;y=2|archive-date=2024-06-30}}</ref>\n"));
    for code in [
        "archive-untrusted",
        "archive-calendar",
        "archive-date-mismatch",
        "archive-of-another-page",
        "archive-date-invented",
        "archive-url-malformed",
        "archive-as-source",
    ] {
        silent(code, &cases);
    }
    silent(
        "archive-as-source",
        &[
            (Markdown, "[the old page](https://web.archive.org/web/20240630101500/https://a.test/b)\n"),
            (Wikitext, "A.<ref>[https://web.archive.org/web/20240630101500/https://a.test/b Sea]</ref>\n"),
            (Wikitext, "A.<ref>{{cite web|url=https://archive.org/details/sea|title=Sea}}</ref>\n"),
            (Bibtex, "@misc{a, title={Sea}, url={https://archive.org/details/sea}}\n"),
            (
                Bibtex,
                "@misc{a, title={Sea}, url={https://a.test/b}, note={Archived at \\url{https://web.archive.org/web/20240630101500/https://a.test/b}}}\n",
            ),
        ],
    );
    silent(
        "archive-untrusted",
        &[
            (
                Markdown,
                "[a](https://archive.org/details/x) [b](https://archives.test/today) [c](https://a.test/archive.today)\n",
            ),
            (Markdown, "archive.today is a site; see [a](https://a.test).\n"),
            (Markdown, "[a](https://today.archive.test/ph)\n"),
            (Markdown, "`https://archive.today/x` and [a](https://a.test)\n"),
            (Markdown, "[a](https://a.test/?u=https://archive.ph.a.test)\n"),
        ],
    );
}

#[test]
fn entry_broken_and_ignore_unknown() {
    silent(
        "entry-broken",
        &[
            (
                Bibtex,
                "@comment{x}\n@preamble{\"a\"}\n@string{p = \"Post\"}\n@misc{a, title = p # \" of Sea\", url={https://a.test}}\n",
            ),
            (Bibtex, "@article(a, title={Sea}, url={https://a.test})\n"),
            (Bibtex, "Words before.\n@misc{a, title={Sea @ night}, url={https://a.test},}\n\n"),
            (Bibtex, "@misc{a:b/c+d, title={{S}ea {\\\"u}ber}, year=2020, month=may, url={https://a.test}}\n"),
            (Bibtex, "@MISC {a ,\n title = \"Sea \\\"{u}ber {\"x\"}\",\n url = \"https://a.test\"\n}\n"),
            (Bibtex, "@misc{, title={Sea}, url={https://a.test}}\n"),
            (Bibtex, "@misc{a, title={Sea}, url={https://a.test/%20b}} % a } remark\n"),
            (
                Bibtex,
                "\u{feff}@misc{a,title={Sea},url={https://a.test},abstract={It says @misc{x} and 50\\% {more}}}\r\n",
            ),
            (Ris, "TY  - ELEC\nTI  - Sea\nUR  - https://a.test\nER  - \n\nTY  - JOUR\nUR  - https://b.test\nER  -\n"),
            (CslJson, "[{\"id\":\"a\",\"type\":\"webpage\",\"URL\":\"https://a.test\"}]"),
            (
                Jupyter,
                "{\"cells\":[{\"cell_type\":\"markdown\",\"metadata\":{},\"source\":\"[a](https://a.test)\"}],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":5}",
            ),
        ],
    );
    silent(
        "ignore-unknown",
        &[
            (Markdown, "[a](https://a.test) <!-- citewatch: ignore -->\n"),
            (Markdown, "[a](https://a.test) <!-- citewatch: ignore tracking-parameters -->\n"),
            (Markdown, "Write `<!-- citewatch: ignore foo -->` there. [a](https://a.test)\n"),
            (Markdown, "<!-- citewatch is a tool; ignore this --> [a](https://a.test)\n"),
            (Markdown, "<!-- markdownlint-disable MD013 --> [a](https://a.test)\n"),
            (Markdown, "```\n<!-- citewatch: ignore foo -->\n```\n\n[a](https://a.test)\n"),
            (Latex, "\\begin{document}\\url{https://a.test} % citewatch: ignore orphan-marker\n\\end{document}"),
            (Rst, "`a <https://a.test>`_\n\n.. citewatch: ignore date-ambiguous\n"),
        ],
    );
}

#[test]
fn ranges_of_marks_in_words_name_all_between() {
    let text = |between: &str| {
        let list = (1..=4).map(|at| format!("[{at}] https://a.test/{at}\n\n")).collect::<Vec<_>>().concat();
        format!("It rose [1]{between}[3]. It fell [4].\n\n## References\n\n{list}")
    };
    let unused = |between: &str| {
        let found = found(&text(between), Markdown);
        found.iter().filter(|(code, _)| *code == "unused-reference").count()
    };
    for between in [" to ", " – ", " through ", " bis ", " à ", "–", " - ", "\u{a0}to\u{a0}"] {
        assert_eq!(unused(between), 0, "{between}");
    }
    for between in [" and ", " or ", ", ", " says to ", " to the "] {
        assert_eq!(unused(between), 1, "{between}");
    }
}

#[test]
fn a_day_of_numbers_behind_words_of_another_language_is_no_riddle() {
    for (words, told) in [
        ("Consulté le 06/05/2020", 0),
        ("Consultado el 06/05/2020", 0),
        ("Consultato il 06/05/2020", 0),
        ("Acesso em 06/05/2020", 0),
        ("Abgerufen am 06/05/2020", 0),
        ("Geraadpleegd op 06/05/2020", 0),
        ("Accessed 06/05/2020", 1),
        ("Last retrieved 06/05/2020", 1),
        ("Date accessed: 06/05/2020", 1),
        ("Retrieved on 06/05/2020", 1),
    ] {
        let text = format!("A.[^1]\n\n[^1]: “Sea.” Post. {words}. https://a.test/b\n");
        let found = found(&text, Markdown);
        assert_eq!(found.iter().filter(|(code, _)| *code == "date-ambiguous").count(), told, "{words}: {found:?}");
    }
}
