//! Files of reference managers that we have made up.

use super::super::shown::grows_with_the_text;
use super::super::{Document, Format, Limits, parse};

fn entries(document: &Document, text: &str) -> Vec<String> {
    let date = |date: Option<crate::date::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let shown = document.entries.iter().map(|entry| {
        let source = &entry.source;
        for span in &source.url_spans {
            assert!(text[span.range()].starts_with("http"), "{}", &text[span.range()]);
        }
        let parts = [
            source.url.clone().unwrap_or_default(),
            source.doi.clone().unwrap_or_default(),
            source.title.clone().unwrap_or_default(),
            source.authors.join("; "),
            source.publisher.clone().unwrap_or_default(),
            date(source.published),
            date(source.accessed),
            source.archive_url.clone().unwrap_or_default(),
        ];
        format!("{}: {}", entry.label, parts.join(" | ").trim_end_matches([' ', '|']))
    });
    shown.collect()
}

fn check(format: Format, text: &str, expected: &[&str]) {
    let document = parse(text, format, Limits::default());
    assert_eq!(entries(&document, text), expected, "{text}");
}

fn codes(format: Format, text: &str) -> Vec<&'static str> {
    parse(text, format, Limits::default()).findings.iter().map(|finding| finding.code.as_str()).collect()
}

#[test]
fn entries_of_bibtex_are_citations() {
    let text = "% a comment\n@string{hp = \"Harbour Post\"}\n@online{byrd21,\n  author = {Byrd, Hazel and {The Ferry Board} and others},\n  \
                title = {A {Long} Night.},\n  url = {https://post.test/a\\_b?x=1},\n  date = {2021-05-03},\n  urldate = {2024-06-29},\n  \
                organization = hp,\n  addendum = {Archived at \\url{https://web.archive.org/web/20240630000000/https://post.test/a_b}}\n}\n\
                @article(hale99, author = \"Ruth Hale\", title = \"Ropes\", journal = {J. Knots}, year = 1999, month = mar, doi = {https://doi.org/10.1234/AB.c})\n\
                @misc{oduya, title={Tides}, howpublished={\\url{https://tides.test/}}, note={[Online; accessed 19. Nov. 2020]}}\n\
                @misc{pre, title={P}, eprint={2401.01234}, archivePrefix={arXiv}}\n@comment{no}\n@preamble{\"x\"}\n";
    check(
        Format::Bibtex,
        text,
        &[
            "byrd21: https://post.test/a_b?x=1 |  | A Long Night | Byrd, Hazel; The Ferry Board | Harbour Post | 2021-05-03 | 2024-06-29 \
             | https://web.archive.org/web/20240630000000/https://post.test/a_b",
            "hale99:  | 10.1234/ab.c | Ropes | Ruth Hale | J. Knots | 1999-03",
            "oduya: https://tides.test/ |  | Tides |  |  |  | 2020-11-19",
            "pre: https://arxiv.org/abs/2401.01234 |  | P",
        ],
    );
}

#[test]
fn a_day_of_reading_is_read_from_every_field_that_has_one() {
    let text = "@misc{a, title={A}, url={https://a.test}, note={Accessed: 2021-02-30}}\n\
                @misc{b, title={B}, url={https://b.test}, lastvisited={2021-02-28}}\n\
                @misc{c, title={C}, url={https://c.test}, accessdate={3 May 2020}}\n\
                @misc{d, title={D}, howpublished={\\url{https://d.test}, accessed 31 June 2020}}\n\
                @misc{e, title={E}, url={https://e.test}, note={Published 2021-02-30}}\n";
    check(
        Format::Bibtex,
        text,
        &[
            "a: https://a.test |  | A",
            "b: https://b.test |  | B |  |  |  | 2021-02-28",
            "c: https://c.test |  | C |  |  |  | 2020-05-03",
            "d: https://d.test |  | D",
            "e: https://e.test |  | E",
        ],
    );
    assert_eq!(codes(Format::Bibtex, text), ["date-impossible", "date-impossible"]);
    let text = "TY  - ELEC\nTI  - A\nUR  - https://a.test\nN1  - Accessed: 2021-02-30\nER  - \n";
    assert_eq!(codes(Format::Ris, text), ["date-impossible"]);
}

#[test]
fn a_broken_entry_costs_no_other() {
    let text = "@misc{a, title={A}, url={https://a.test}}\n@misc{b, title={B, url={https://b.test}\n\n@misc{c, title={C}, url={https://c.test}}\n\
                @misc{d, url=https://d.test}\n@misc{a, title={E}, url={https://e.test}}\n@misc{f, month={13}, date={2019-02-30}, ids={}, url={https://f.test}}";
    check(
        Format::Bibtex,
        text,
        &[
            "a: https://a.test |  | A",
            "b: https://b.test",
            "c: https://c.test |  | C",
            "d: https://d.test",
            "a: https://e.test |  | E",
            "f: https://f.test",
        ],
    );
    assert_eq!(codes(Format::Bibtex, text), ["entry-broken", "date-impossible"]);
}

#[test]
fn items_of_csl_json_are_citations() {
    let text = "[{\"id\": \"byrd21\", \"type\": \"webpage\", \"title\": \"A \\u00c9 Night\", \"URL\": \"https:\\/\\/post.test\\/a\", \
                \"author\": [{\"family\": \"Byrd\", \"given\": \"Hazel\"}, {\"literal\": \"The Board\"}], \"container-title\": \"Post\", \
                \"issued\": {\"date-parts\": [[\"2021\", 5, 3]]}, \"accessed\": {\"date-parts\": [[2024, 6]]}},\n \
                {\"id\": 7, \"DOI\": \"10.1234/AB\", \"issued\": {\"raw\": \"3 May 2021\"}}, {\"id\": \"s\", \"issued\": {\"date-parts\": [[2017, 21]]}}]";
    let document = parse(text, Format::CslJson, Limits::default());
    assert_eq!(&text[document.entries[0].source.url_spans[0].range()], "https:\\/\\/post.test\\/a");
    check(
        Format::CslJson,
        text,
        &[
            "byrd21: https://post.test/a |  | A É Night | Byrd, Hazel; The Board | Post | 2021-05-03 | 2024-06",
            "7:  | 10.1234/ab |  |  |  | 2021-05-03",
            "s:  |  |  |  |  | 2017",
        ],
    );
}

#[test]
fn a_file_that_is_no_json_keeps_its_addresses() {
    let text = "[{\"id\": \"a\", \"URL\": \"https://a.test/x\"},\n {\"id\": \"b\", \"URL\": \"https://b.test/";
    check(Format::CslJson, text, &["1: https://a.test/x", "2: https://b.test/"]);
    assert_eq!(codes(Format::CslJson, text), ["entry-broken"]);
    assert_eq!(codes(Format::CslJson, "[1, {\"id\": \"a\"}]"), ["entry-broken"]);
}

#[test]
fn records_of_ris_are_citations() {
    let text = "TY  - WEB\r\nID  - byrd21\r\nTI  - A Long Night\r\nAU  - Byrd, Hazel\r\nAU  - Oduya, Sam\r\nPY  - 2021\r\nDA  - 2021/05/03/\r\n\
                Y2  - 2024/06/29/\r\nUR  - https://post.test/a\r\nL1  - https://web.archive.org/web/2024/https://post.test/a\r\nPB  - Harbour Post\r\nER  - \r\n\r\n\
                TY  - JOUR\nT1  - Ropes\nDO  - 10.1234/AB\nY1  - 1999///Spring\nUR  - not an address\nTY  - GEN\nUR  - https://c.test\n";
    check(
        Format::Ris,
        text,
        &[
            "byrd21: https://post.test/a |  | A Long Night | Byrd, Hazel; Oduya, Sam | Harbour Post | 2021-05-03 | 2024-06-29 \
             | https://web.archive.org/web/2024/https://post.test/a",
            "2:  | 10.1234/ab | Ropes |  |  | 1999",
            "3: https://c.test",
        ],
    );
    assert_eq!(codes(Format::Ris, text), ["entry-broken", "entry-broken"]);
}

#[test]
fn records_of_ris_without_a_type_are_read() {
    let record = |n: usize| {
        format!(
            "C1  - 100{n}\nAU  - Doe, Jane\nTI  - A review of tides {n}\nPY  - 2021\nDO  - 10.1000/tide.{n}\nER  - \n\n"
        )
    };
    let expected = |n: usize| format!("{n}:  | 10.1000/tide.{n} | A review of tides {n} | Doe, Jane |  | 2021");
    check(Format::Ris, &format!("{}{}", record(1), record(2)), &[&expected(1), &expected(2)]);
    check(Format::Ris, &format!("TY  - JOUR\n{}{}", record(1), record(2)), &[&expected(1), &expected(2)]);
    // What stands before the first record is the head of the file.
    let headed = format!("DB  - Tides\n\nTY  - JOUR\n{}", record(1));
    check(Format::Ris, &headed, &[&expected(1)]);
}

#[test]
fn every_beginning_of_a_file_is_read() {
    let texts = [
        (
            Format::Bibtex,
            "@string{a = \"b\"}\n@misc{k, author = a # {x\\\"{u}} and \"y\", title={$x$ \\'{e} -- \\emph{z}}, url={https://a.test/\\_}}\n",
        ),
        (
            Format::CslJson,
            "{\"items\": [{\"id\": \"é\", \"URL\": \"https://a.test\", \"issued\": {\"date-parts\": [[]]}}]}",
        ),
        (Format::Ris, "TY  - WEB\nUR  - https://é.test\nER  - \n"),
    ];
    for (format, text) in texts {
        for (end, _) in text.char_indices() {
            parse(&text[..end], format, Limits::default());
        }
    }
}

#[test]
fn commands_within_commands_without_end_are_read() {
    for part in ["\\a{", "{", "\\\"{", "$", "\\emph{\\'", "{\\"] {
        for (open, close) in [("title", "}"), ("author", "}"), ("note", "")] {
            let inner = part.repeat(50_000);
            let closing = close.repeat(inner.matches('{').count());
            let text = format!("@misc{{k, {open}={{{inner}x{closing}}}}}\n@misc{{l, url={{https://a.test}}}}");
            parse(&text, Format::Bibtex, Limits::default());
        }
    }
}

#[test]
fn broken_files_are_read_in_linear_time() {
    for part in ["@a{", "@a(", "@a{k,\n", "\n@a{b, t={", "{", "@", "[{", "{\"items\":", "TY  - \n", "\"", "\\"] {
        for format in [Format::Bibtex, Format::CslJson, Format::Ris] {
            grows_with_the_text(part, |text| drop(parse(text, format, Limits::default())));
        }
    }
}

proptest::proptest! {
    #[test]
    fn whatever_stands_in_an_entry_is_read(inner in r#"([{}"\\$=,#~%@()a1é \n-]|\\[a-z]|title=|url=|\{\\["'`^~=.uvHtcdbk]|author=| and |date=\{|https://a\.test/){0,40}"#) {
        let text = format!("@misc{{k, title={{T}}, {inner}}}\n@misc{{l, url={{https://a.test}}}}\n");
        let document = parse(&text, Format::Bibtex, Limits::default());
        for entry in &document.entries {
            for span in &entry.source.url_spans {
                proptest::prop_assert!(text.get(span.range()).is_some());
            }
        }
    }
}

#[test]
fn months_of_bibtex_are_names_numbers_and_days() {
    for (fields, date) in [
        ("month=5", "1999-05"),
        ("month={05}", "1999-05"),
        ("month=5, day=3", "1999-05-03"),
        ("month=may, day={3}", "1999-05-03"),
        ("month=\"May\"", "1999-05"),
        ("month=may # \"~3\"", "1999-05-03"),
        ("month={May 3}", "1999-05-03"),
        ("month={13}", "1999"),
        ("month={Spring}", "1999"),
    ] {
        let text = format!("@misc{{a, title={{A}}, year=1999, {fields}, url={{https://a.test}}}}");
        check(Format::Bibtex, &text, &[&format!("a: https://a.test |  | A |  |  | {date}")]);
    }
}

#[test]
fn an_address_without_its_scheme_is_one_and_other_words_are_told_of() {
    let records = |url: &str| {
        [
            (Format::Bibtex, format!("@misc{{a, title={{A}}, url={{{url}}}}}")),
            (Format::CslJson, format!("[{{\"id\":\"a\",\"title\":\"A\",\"URL\":\"{url}\"}}]")),
            (Format::Ris, format!("TY  - WEB\nID  - a\nTI  - A\nUR  - {url}\nER  - \n")),
        ]
    };
    for (format, text) in records("www.a.test/x") {
        let document = parse(&text, format, Limits::default());
        let source = &document.entries[0].source;
        assert_eq!(source.url.as_deref(), Some("http://www.a.test/x"), "{text}");
        assert_eq!(&text[source.url_spans[0].range()], "www.a.test/x");
    }
    for (format, text) in records("not an address at all") {
        assert_eq!(codes(format, &text), ["url-invalid"], "{text}");
        assert_eq!(parse(&text, format, Limits::default()).entries[0].source.url, None);
    }
    let text = "@misc{a, title={A}, howpublished={www.a.test/x}}";
    assert_eq!(
        parse(text, Format::Bibtex, Limits::default()).entries[0].source.url.as_deref(),
        Some("http://www.a.test/x")
    );
}

#[test]
fn a_line_that_is_no_address_beside_one_that_is_costs_nothing() {
    let text = "TY  - WEB\nID  - a\nTI  - A\nUR  - <Go to ISI>://000123\nUR  - https://a.test/x\nER  - \n";
    check(Format::Ris, text, &["a: https://a.test/x |  | A"]);
    assert!(codes(Format::Ris, text).is_empty());
}

#[test]
fn markup_is_no_part_of_a_title_of_csl_json() {
    let text = r#"[{"id":"a","title":"The <i>Deep</i> <span class=\"nocase\">Sea</span> &amp; a < b","URL":"https://a.test"}]"#;
    check(Format::CslJson, text, &["a: https://a.test |  | The Deep Sea & a < b"]);
}

#[test]
fn an_address_can_be_put_together_of_parts() {
    let text = "@string{home = \"https://a.test/\"}\n@misc{k, title={A}, url = home # \"log\"}\n\
                @misc{l, title={B}, url = \"https://b.test/18\" # \"/x\\_y\"}\n";
    check(Format::Bibtex, text, &["k: https://a.test/log |  | A", "l: https://b.test/18/x_y |  | B"]);
}

#[test]
fn a_value_of_ris_goes_on_in_the_next_line() {
    let text = "TY  - WEB\nID  - a\nTI  - Two lines\n of a title.\nUR  - https://a.test/x\nER  - \n";
    check(Format::Ris, text, &["a: https://a.test/x |  | Two lines of a title"]);
}

#[test]
fn an_address_can_be_named_by_a_string() {
    let text =
        "@string{home = {https://a.test/log}}\n@misc{k, title={The Log}, url = home}\n@misc{l, url = https://b.test}\n";
    let document = super::super::parse(text, Format::Bibtex, super::super::Limits::default());
    let found: Vec<_> =
        document.entries.iter().map(|entry| (entry.source.url.as_deref(), entry.source.url_spans.len())).collect();
    assert_eq!(found, [(Some("https://a.test/log"), 0), (Some("https://b.test"), 1)]);
}

#[test]
fn an_address_whose_scheme_lacks_a_letter_is_none() {
    let text = "@misc{a, title={T}, url={htp:/bad}}\n@misc{b, title={U}, url={hhtps://b.test/x}}\n@misc{c, title={V}, url={ftp://c.test/x}}\n";
    let document = parse(text, Format::Bibtex, Limits::default());
    let urls: Vec<Option<&str>> = document.entries.iter().map(|entry| entry.source.url.as_deref()).collect();
    assert_eq!(urls, [None, None, Some("ftp://c.test/x")]);
    let told: Vec<(&str, &str)> = document
        .findings
        .iter()
        .map(|finding| (finding.message.as_str(), &text[finding.place.unwrap().span.range()]))
        .collect();
    let expected = [
        ("htp:/bad is no address: there is no htp", "htp:/bad"),
        ("hhtps://b.test/x is no address: there is no hhtps", "hhtps://b.test/x"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_page_without_its_scheme_stands_beside_its_archive() {
    let archive = "https://web.archive.org/web/20210101120000/http://www.a.test/x";
    let text = format!(r#"[{{"id":"a","title":"X","URL":"www.a.test/x","archive_location":"{archive}"}}]"#);
    let document = parse(&text, Format::CslJson, Limits::default());
    let source = &document.entries[0].source;
    assert_eq!((source.url.as_deref(), source.archive_url.as_deref()), (Some("http://www.a.test/x"), Some(archive)));
    assert_eq!(&text[source.url_spans.first().unwrap().range()], "www.a.test/x");
    assert_eq!((document.entries.len(), document.findings.len()), (1, 0));
}

#[test]
fn braces_hold_quotation_marks() {
    let text = "@misc{a, title = \"The {\"Old\"} Log\", url = \"https://a.test\"}\n@misc{b, title = {A \"B\" {\"c\"}}, note = \"{\"}\"}\n\
                @misc(c, title = \"x \\\" y\", url = {https://c.test})\n";
    let document = parse(text, Format::Bibtex, Limits::default());
    assert_eq!(entries(&document, text)[0], "a: https://a.test |  | The \"Old\" Log");
    assert_eq!(entries(&document, text)[1], "b:  |  | A \"B\" \"c\"");
    assert!(!codes(Format::Bibtex, text).contains(&"entry-broken"));
}

#[test]
fn what_has_no_address_is_known_by_where_it_is_kept() {
    let check = |fields: &str, expected: &str| {
        let text = format!("@misc{{a, title={{T}}, {fields}}}");
        let document = parse(&text, Format::Bibtex, Limits::default());
        let own = document.entries[0].source.url.clone().unwrap_or_default();
        assert_eq!((own.as_str(), document.entries.len()), (expected, 1), "{fields}");
    };
    check("journal={arXiv preprint arXiv:1706.03762}", "https://arxiv.org/abs/1706.03762");
    check("journal={CoRR}, volume={abs/1706.03762}", "https://arxiv.org/abs/1706.03762");
    check("howpublished={arXiv:1706.03762 [cs.CL]}", "https://arxiv.org/abs/1706.03762");
    check("eprint={1234567}, eprinttype={jstor}", "https://www.jstor.org/stable/1234567");
    check("eprint={1234567}, eprinttype={pubmed}", "https://pubmed.ncbi.nlm.nih.gov/1234567/");
    check("eprint={a b}, eprinttype={jstor}", "");
    check("journal={The arXiv}, volume={12}", "");
    check("journal={arXiv preprint arXiv:1706.03762}, doi={10.1000/x}", "");
    check("journal={arXiv preprint arXiv:1706.03762}, url={https://a.test}", "https://a.test");
}

#[test]
fn the_link_of_a_title_is_its_address() {
    let text = "@misc{a, title={\\href{https://a.test/b\\_c}{The Log} of \\href{https://b.test}{boats}}}\n@misc{b, title={\\href{https://c.test}{D}}, url={https://d.test}}\n";
    check(
        Format::Bibtex,
        text,
        &["a: https://a.test/b_c |  | The Log of boats", "a: https://b.test", "b: https://d.test |  | D"],
    );
}

#[test]
fn an_address_without_its_scheme_is_the_first_of_a_record() {
    let url = |text: &str| {
        let document = parse(text, Format::Ris, Limits::default());
        document.entries.iter().filter_map(|entry| entry.source.url.clone()).collect::<Vec<_>>().join(" ")
    };
    let urls = url("TY  - ELEC\nTI  - T\nUR  - www.a.test/x\nL2  - https://b.test/full\nER  - \n");
    assert_eq!(urls, "http://www.a.test/x https://b.test/full");
    assert_eq!(url("TY  - ELEC\nTI  - T\nUR  - none\nL2  - https://b.test/full\nER  - \n"), "https://b.test/full");
}

#[test]
fn the_address_of_an_entry_that_cannot_be_read_is_whole() {
    let text = "@online{d, title=2019-06-04, url = {http://a.test/p?x=1\\&id=3\\#k}}\n";
    let document = crate::document::parse(text, Format::Bibtex, crate::document::Limits::default());
    assert_eq!(document.entries[0].source.url.as_deref(), Some("http://a.test/p?x=1&id=3#k"));
    assert_eq!(document.findings[0].code.as_str(), "entry-broken");
}

#[test]
fn an_entry_has_what_it_does_not_say_from_the_one_that_it_refers_to() {
    let text = "@incollection{a, author={Plato}, title={A}, crossref={Whole}}\n\
                @inbook{b, author={Plato}, title={B}, xdata={web}}\n\
                @inbook{c, author={Plato}, title={C}, url={https://c.test}, year={1990}, publisher={Own}, crossref=whole}\n\
                @article{d, title={D}, xdata={nobody, web}, crossref={d}}\n\
                @xdata{web, url={https://web.test}, publisher=hp, xdata={more}}\n\
                @xdata{more, date={2001-02-03}, urldate={2021-02-30}}\n\
                @xdata{idle, url={https://idle.test}}\n\
                @collection{whole, title={Works}, editor={Ann Cole}, publisher={Harbour}, date={1997-05}, note={See https://n.test}, \
                url={https://whole.test}, doi={10.1234/w}, urldate={2020-02-03}}\n";
    check(
        Format::Bibtex,
        text,
        &[
            "a: https://whole.test | 10.1234/w | A | Plato | Harbour | 1997-05 | 2020-02-03",
            "a: https://n.test",
            "b: https://web.test |  | B | Plato | hp | 2001-02-03",
            "c: https://c.test |  | C | Plato | Own | 1990",
            "d: https://web.test |  | D |  | hp | 2001-02-03",
            "idle: https://idle.test",
            "whole: https://n.test",
            "whole: https://whole.test | 10.1234/w | Works | Ann Cole | Harbour | 1997-05 | 2020-02-03",
        ],
    );
    let document = parse(text, Format::Bibtex, Limits::default());
    assert!(document.entries[0].source.url_spans.is_empty(), "it is written in another entry");
    assert_eq!(codes(Format::Bibtex, text), ["date-impossible"], "told once, where it stands");
    let broken = "@book{a, crossref={b}}\n@book{b, title={B}, crossref={a}, url={https://b.test}, date={2021-02-30}}";
    check(Format::Bibtex, broken, &["a: https://b.test |  | B", "b: https://b.test |  | B"]);
    assert_eq!(codes(Format::Bibtex, broken), ["date-impossible"]);
}

#[test]
fn what_many_entries_have_from_one_grows_with_the_text() {
    for whole in [
        "@book{whole, title={A long way}, abstract={many words of it}}\n",
        "@book{whole, title={A}, crossref={next}}\n@book{next, title={A}, crossref={whole}}\n",
    ] {
        grows_with_the_text("@inbook{a, crossref={whole}}\n", |text| {
            // One that is as long as all that have something from it.
            let long = format!("{whole}@xdata{{x, note={{{text}}}}}\n@book{{y, xdata={{x}}}}\n");
            let many = text.replace("whole", "y");
            drop(parse(&format!("{long}{text}{many}"), Format::Bibtex, Limits::default()));
        });
    }
}

#[test]
fn a_day_of_three_fields_that_does_not_exist_is_told_of() {
    let told = |fields: &str| -> Vec<(crate::finding::Code, String)> {
        let text = format!("@misc{{a, title={{A}}, url={{https://a.test}}, {fields}}}\n");
        let findings = parse(&text, Format::Bibtex, Limits::default()).findings.into_iter();
        findings.map(|finding| (finding.code, text[finding.place.unwrap().span.range()].to_owned())).collect()
    };
    let impossible = [(crate::finding::Code::DateImpossible, "30".to_owned())];
    assert_eq!(told("year=2019, month=2, day=30"), impossible);
    assert_eq!(told("year=2019, month=feb, day={30}"), impossible);
    for right in ["year=2019, month=2, day=28", "year=2019, month=feb", "year=2019, month={Summer}", "year={in press}"]
    {
        assert_eq!(told(right), [], "{right}");
    }
}

#[test]
fn escapes_in_braces_are_part_of_an_address() {
    let urls = |text: &str| -> Vec<String> {
        let document = parse(text, Format::Bibtex, Limits::default());
        document.entries.iter().filter_map(|entry| entry.source.url.clone()).collect()
    };
    for (field, expected) in [
        (
            r"url = {https://a.test/m{\_}w http://b.test/m{\_}w?x=1{\&}y=2}",
            &["https://a.test/m_w", "http://b.test/m_w?x=1&y=2"][..],
        ),
        (r"howpublished = {Available at https://d.test/m{\_}w}", &["https://d.test/m_w"]),
        (r"note = {https://e.test/m{\_}w{\%}20b, accessed 3 May 2010}", &["https://e.test/m_w%20b"]),
        (r"note = {See \url{https://f.test/m{\_}w{\#}c}}", &["https://f.test/m_w#c"]),
        (
            r"eprint = {https://arxiv.org/abs/2001.00001v2}, eprinttype = {arxiv}",
            &["https://arxiv.org/abs/2001.00001v2"],
        ),
        (r"eprint = {2001.00002}, eprinttype = {arxiv}", &["https://arxiv.org/abs/2001.00002"]),
    ] {
        assert_eq!(urls(&format!("@misc{{a, title = {{A}}, {field}}}")), expected, "{field}");
    }
}

#[test]
fn of_two_publishers_of_ris_the_first_counts() {
    for (lines, expected) in [
        ("CY  - Netherlands\nPB  - Harbour Science\nPB  - Netherlands\n", "Harbour Science"),
        ("T2  - Tides\nPB  - Harbour Science\nPB  - Netherlands\nand more\n", "Harbour Science"),
        ("PB  - Harbour\n  Science\nPB  - Netherlands\n", "Harbour Science"),
        ("PB  - \nPB  - Harbour Science\n", "Harbour Science"),
        ("T2  - Tides\n", "Tides"),
    ] {
        let text = format!("TY  - JOUR\nTI  - The tide\n{lines}UR  - https://a.test/1\nER  - \n");
        check(Format::Ris, &text, &[&format!("1: https://a.test/1 |  | The tide |  | {expected}")]);
    }
}
