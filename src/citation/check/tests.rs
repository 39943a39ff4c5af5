//! What is wrong with a document, seen without a network.

use crate::citation::claims;
use crate::document::{Format, Limits, parse};

/// The codes of the findings of a document, with their lines.
pub(super) fn found(text: &str, format: Format) -> Vec<(&'static str, usize)> {
    let findings = claims(&parse(text, format, Limits::default()), text).findings;
    findings.iter().map(|finding| (finding.code.as_str(), finding.place.map_or(0, |place| place.line))).collect()
}

#[track_caller]
fn check(text: &str, format: Format, expected: &[(&str, usize)]) {
    assert_eq!(found(text, format), expected, "{text}");
}

fn plain(text: &str, expected: &[(&str, usize)]) {
    check(text, Format::Plain, expected);
}

fn markdown(text: &str, expected: &[(&str, usize)]) {
    check(text, Format::Markdown, expected);
}

#[test]
fn markers_without_an_entry_are_orphans() {
    markdown("So it is.[^x]", &[("orphan-marker", 1)]);
    markdown("So.[^a][^x]\n\n[^a]: https://a.test\n", &[("orphan-marker", 1)]);
    markdown("So it is:contentReference[oaicite:0]{index=0}.", &[("orphan-marker", 1)]);
    markdown("So.<sup>[7](/notes.html)</sup>", &[("orphan-marker", 1)]);
    plain("One.[1] Two.[9]\nReferences\n1. https://a.test\n", &[("orphan-marker", 1)]);
    plain("One. 1\nTwo. 2\nReferences\n- https://a.test\n", &[("orphan-marker", 2)]);
}

#[test]
fn entries_without_a_marker_are_unused_where_others_have_one() {
    markdown("So.[^a]\n\n[^a]: https://a.test\n[^b]: https://b.test\n", &[("unused-reference", 4)]);
    markdown("So [a].\n\n[a]: https://a.test\n[b]: https://b.test\n", &[("unused-reference", 4)]);
    plain("One.[1]\nReferences\n1. https://a.test\n2. https://b.test\n", &[("unused-reference", 4)]);
    plain("One.\nReferences\n1. https://a.test\n2. https://b.test\n", &[]);
}

#[test]
fn numbers_that_do_not_fit_an_unnumbered_list_are_reported() {
    let list = "References\n- https://a.test\n- https://b.test\n- https://c.test\n";
    plain(&format!("One. 1\nTwo. 2\nThree. 3\nOne again. 1\n{list}"), &[]);
    plain(&format!("One. 1\nThree. 3\nTwo. 2\n{list}"), &[("reference-order", 2)]);
    plain(&format!("One. 1\nTwo. 2\n{list}"), &[("reference-order", 4), ("unused-reference", 6)]);
}

#[test]
fn addresses_that_are_missing_broken_or_hold_a_password_are_reported() {
    markdown("So.[^a]\n\n[^a]: “Sea.” Post, 2020.\n", &[("entry-without-url", 3)]);
    markdown("So.[^a]\n\n[^a]: “Sea.” Post, 2020. doi:10.1234/abc\n", &[]);
    markdown("So.[^a]\n\n[^a]: “Sea.” Post, 2020. http//a.test/b\n", &[("url-invalid", 3)]);
    markdown("[a](https://[1/b)", &[("url-invalid", 1)]);
    markdown("[a](https://ann:secret@a.test/b)", &[("credentials-in-url", 1)]);
    markdown("[a](https://a.test/?u=https%3A%2F%2Fann%3Asecret%40b.test%2F)", &[("credentials-in-url", 1)]);
}

#[test]
fn dates_that_contradict_each_other_are_reported() {
    let note = |words: &str| format!("So.[^a]\n\n[^a]: {words} https://a.test\n");
    markdown(&note("“Sea.” Post, June 2024. Accessed May 1, 2024."), &[("accessed-before-published", 3)]);
    markdown(&note("“Sea.” Post, 2024. Accessed May 1, 2024."), &[]);
    markdown(&note("“Sea.” Post. Accessed June 31, 2024."), &[("date-impossible", 3)]);
    markdown(&note("“Sea.” Post. Accessed 06/07/2024."), &[("date-ambiguous", 3)]);
}

#[test]
fn archives_are_looked_at_closely() {
    let capture = |stamp: &str| format!("https://web.archive.org/web/{stamp}/https://a.test/b");
    let note = |words: &str, url: &str| format!("So.[^a]\n\n[^a]: “Sea.” Post. https://a.test/b. {words} {url}\n");
    markdown(&note("Archived June 30, 2024.", &capture("20240630120000")), &[]);
    markdown(&note("Archived July 1, 2024.", &capture("20240630120000")), &[]);
    markdown(&note("Archived July 5, 2024.", &capture("20240630120000")), &[("archive-date-mismatch", 3)]);
    markdown(&note("Archived.", &capture("*")), &[("archive-calendar", 3)]);
    markdown(&note("Archived at", "https://archive.ph/AbCdE"), &[("archive-untrusted", 3)]);
    markdown("[a](https://archive.today/20240630/https://a.test/b)", &[("archive-untrusted", 1)]);
}

#[test]
fn an_archive_of_another_page_is_reported_by_how_far_it_differs() {
    let entry = |page: &str, captured: &str| {
        let text = format!(
            "So.[^a]\n\n[^a]: “Sea.” Post. {page}. Archived at https://web.archive.org/web/20240630120000/{captured}\n"
        );
        let document = parse(&text, Format::Markdown, Limits::default());
        let found = claims(&document, &text).findings;
        let of_archive = found.iter().filter(|finding| finding.code.as_str().starts_with("archive-"));
        of_archive.map(|finding| format!("{} {}", finding.code, finding.level)).collect::<Vec<_>>()
    };
    let (other, spelling) = ("archive-of-another-page warning", "archive-of-another-page note");
    for (page, captured, expected) in [
        ("https://a.test/b", "http://www.a.test:80/b/#part", &[][..]),
        ("https://a.test/b?x=1&utm_source=mail", "https://a.test/b?x=1", &[]),
        ("https://www.google.com/url?q=https://a.test/b&sa=D", "https://a.test/b", &[]),
        ("https://www.google.com/url?q=https://a.test/b&sa=D", "https://a.test/c", &[other]),
        ("https://a.test/b", "https://a.test/c", &[other]),
        ("https://a.test/b", "https://b.test/b", &[other]),
        ("https://a.test/b?id=1", "https://a.test/b", &[other]),
        ("https://a.test/B+c", "https://a.test/B%2Bc", &[spelling]),
        ("https://a.test/StatBase", "https://a.test/statbase", &[spelling]),
    ] {
        assert_eq!(entry(page, captured), expected, "{page} {captured}");
    }
}

#[test]
fn moments_that_are_nobody_s_capture_are_reported() {
    let link = |moment: &str| format!("[a](https://web.archive.org/web/{moment}/https://a.test/b)");
    for moment in ["20240101000000", "20240230101500", "19940630101500"] {
        markdown(&link(moment), &[("archive-date-invented", 1)]);
    }
    for moment in ["20240101000001", "20240630000000", "20240630101500", "20240630101500if_"] {
        markdown(&link(moment), &[]);
    }
    // Which capture it leads to is another one from time to time.
    for moment in ["20240101", "2024", "20240630101500abc", "20240630101500i_"] {
        markdown(&link(moment), &[("archive-url-malformed", 1)]);
    }
    let claims_of = |text: &str| claims(&parse(text, Format::Markdown, Limits::default()), text);
    let claims = claims_of(&link("20290630101500"));
    let on = |day: &str| {
        let found = crate::citation::on_the_day(&claims.citations[0], day.parse().unwrap());
        found.map(|finding| finding.code.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(on("2029-06-28"), ["archive-date-invented"]);
    assert_eq!(on("2029-06-29"), [""; 0]);
}

#[test]
fn archive_addresses_that_are_written_wrongly_are_reported() {
    let capture = "https://web.archive.org/web/20240630101500";
    let malformed = [("archive-url-malformed", 1)];
    let itself =
        "It.<ref>{{cite web|title=T|url=https://a.test/b|archive-url=http://a.test/b|archive-date=2024-06-30}}</ref>";
    check(itself, Format::Wikitext, &malformed);
    markdown(&format!("[a]({capture}/https%3A%2F%2Fa.test%2Fb)"), &malformed);
    markdown(&format!("[a]({capture}/https:///a.test/b)"), &malformed);
    markdown(&format!("[a]({capture}/{capture}/https://a.test/b)"), &malformed);
    markdown(&format!("[a]({capture}/https://a.test/b?next=https%3A%2F%2Fc.test)"), &[]);
    markdown(&format!("[a]({capture}/https://archive.ph/AbCdE)"), &[]);
    let escaped = "https://www.webcitation.org/5zHfNdAbc?url=https%3A%2F%2Fa.test%2Fb";
    markdown(&format!("[a]({escaped})"), &[("archive-closed", 1)]);
    let newest = "[a](https://web.archive.org/web/https://a.test/b)";
    markdown(newest, &[("archive-calendar", 1)]);
}

#[test]
fn in_fields_the_page_and_its_archive_have_their_places() {
    let capture = "https://web.archive.org/web/20240630101500/https://a.test/b";
    let note = |fields: &str| format!("So.<ref>{{{{cite web |title=Sea {fields}}}}}</ref>");
    let wiki = |fields: &str, expected: &[(&str, usize)]| check(&note(fields), Format::Wikitext, expected);
    wiki(&format!("|url=https://a.test/b |archive-url={capture}"), &[]);
    wiki(&format!("|url={capture}"), &[("archive-as-source", 1)]);
    wiki(&format!("|url={capture} |archive-url=https://a.test/b"), &[("archive-url-malformed", 1)]);
    check(&format!("@online{{a, title={{Sea}}, url={{{capture}}}}}"), Format::Bibtex, &[("archive-as-source", 1)]);
    check(&format!("TY  - ELEC\nTI  - Sea\nUR  - {capture}\nER  - \n"), Format::Ris, &[("archive-as-source", 3)]);
    let csl = format!("[{{\"id\": \"a\", \"title\": \"Sea\", \"URL\": \"{capture}\"}}]");
    check(&csl, Format::CslJson, &[("archive-as-source", 1)]);
    let archived = |url: &str, archive: &str| {
        format!("[{{\"id\":\"a\",\"title\":\"Sea\",\"URL\":\"{url}\",\"archive_location\":\"{archive}\"}}]")
    };
    let [page, other] = ["https://a.test/b", "https://a.test/box/7"];
    check(&archived(page, capture), Format::CslJson, &[]);
    check(&archived(page, page), Format::CslJson, &[("archive-url-malformed", 1)]);
    check(&archived(page, "http://a.test/b/"), Format::CslJson, &[("archive-url-malformed", 1)]);
    check(&archived(page, other), Format::CslJson, &[]);
    check("[{\"id\":\"a\",\"title\":\"Sea\",\"archive_location\":\"https://a.test/b\"}]", Format::CslJson, &[]);
    check(&format!("So [{capture} the sea] is."), Format::Wikitext, &[]);
}

#[test]
fn a_flag_that_no_archive_knows_is_told() {
    for (flag, expected) in [("", 0), ("id_", 0), ("js_", 0), ("im_", 0), ("xx_", 1), ("i_d", 1), ("if", 1)] {
        let text = format!(
            "So.[^1]\n\n[^1]: “Sea.” <https://a.test/b>. [Archived](https://web.archive.org/web/20190605000102{flag}/https://a.test/b).\n"
        );
        let expected = [("archive-url-malformed", 3)].repeat(expected);
        check(&text, Format::Markdown, &expected);
    }
}

#[test]
fn a_publisher_spelled_in_two_ways_is_reported_at_the_rarer_one() {
    let entry = |name: &str, n: u8| format!("{n}. “Sea {n}.” {name}. https://a.test/{n}\n");
    let (usual, slip) = ("Harbour Workers Reading Circle", "Harbor Workers Reading Circle");
    let text = format!("References\n{}{}{}", entry(slip, 1), entry(usual, 2), entry(usual, 3));
    plain(&text, &[("publisher-spelling", 2)]);
}

#[test]
fn numbers_of_a_list_that_fall_or_come_twice_are_reported() {
    let list = |numbers: &[u8]| {
        let entries = numbers.iter().map(|n| format!("[{n}] “Sea {n}.” Post. https://a.test/{n}{}\n", numbers.len()));
        format!("References\n{}", entries.collect::<Vec<_>>().concat())
    };
    plain(&list(&[1, 2, 3, 4]), &[]);
    plain(&list(&[1, 2, 4, 5]), &[]);
    plain(&list(&[1, 2, 4, 3]), &[("number-order", 5)]);
    let twice =
        "References\n[1] “A sea.” https://a.test/1\n[2] “B sea.” https://a.test/2\n[2] “C sea.” https://a.test/3\n";
    plain(twice, &[("number-order", 4)]);
}

#[test]
fn a_number_that_is_first_used_behind_a_higher_one_is_reported_where_the_rest_is_in_order() {
    let text = |used: &[u8]| {
        let uses = used.iter().map(|n| format!("It is so.[{n}] ")).collect::<Vec<_>>().concat();
        let list = (1..=6).map(|n| format!("[{n}] “Sea {n}.” https://a.test/{n}\n")).collect::<Vec<_>>().concat();
        format!("{uses}\n\nReferences\n{list}")
    };
    plain(&text(&[1, 2, 3, 1, 4, 5, 6]), &[]);
    plain(&text(&[1, 2, 3, 4, 6, 5]), &[("number-order", 1)]);
    // In the order of the alphabet, numbers come as they come.
    plain(&text(&[3, 1, 6, 2, 5, 4]), &[]);
    let by_name = ["Adler", "Brook", "Crane", "Dunn", "Ellis", "Frost"];
    let named = by_name.iter().zip(1..).fold(text(&[1, 2, 3, 4, 6, 5]), |text, (name, n)| {
        text.replace(&format!("[{n}] “"), &format!("[{n}] {name}, A. “"))
    });
    plain(&named, &[]);
}

#[test]
fn a_short_list_is_in_the_order_of_first_use_or_of_the_alphabet() {
    let text = |used: &[u8], names: &[&str]| {
        let uses = used.iter().map(|n| format!("It is so.[{n}] ")).collect::<Vec<_>>().concat();
        let list = names.iter().zip(1..).map(|(name, n)| format!("[{n}] {name}, A. “Sea {n}.” https://a.test/{n}\n"));
        format!("{uses}\n\nReferences\n{}", list.collect::<String>())
    };
    plain(&text(&[1, 2], &["Roe", "Doe"]), &[]);
    plain(&text(&[2, 1], &["Roe", "Doe"]), &[("number-order", 1)]);
    plain(&text(&[5, 4, 3, 2, 1], &["Roe", "Doe", "Poe", "Lee", "Orr"]), &[("number-order", 1)]);
    plain(&text(&[2, 1, 3], &["Doe", "Lee", "Roe"]), &[]);
}

#[test]
fn entries_that_say_the_same_are_reported_and_other_pages_of_a_source_are_not() {
    let notes = |one: &str, other: &str| format!("So.[^a] And so.[^b]\n\n[^a]: {one}\n[^b]: {other}\n");
    let entry = "“Sea.” Post, 2020. https://a.test/sea.";
    markdown(&notes(entry, entry), &[("duplicate-entry", 4)]);
    markdown(&notes(entry, "“Sea.” *Post*, 2020. <https://a.test/sea>"), &[("duplicate-entry", 4)]);
    markdown(&notes(entry, "“Sea.” Post, 2020, p. 4. https://a.test/sea."), &[]);
    markdown(&notes("Ibid.", "Ibid."), &[("entry-without-url", 3), ("entry-without-url", 4)]);
    markdown(&notes("https://a.test", "https://a.test"), &[]);
    let wiki = |other: &str| {
        format!("So.<ref>{{{{cite web|url=https://a.test/sea|title=Sea|page=4}}}}</ref> So.<ref name=b>{other}</ref>")
    };
    check(
        &wiki("{{cite web |url=https://a.test/sea |title=Sea |page=4}}"),
        Format::Wikitext,
        &[("duplicate-entry", 1)],
    );
    check(&wiki("{{cite web|url=https://a.test/sea|title=Sea|page=5}}"), Format::Wikitext, &[]);
    let bib = |title: &str| {
        format!(
            "@misc{{a, title={{Sea}}, url={{https://a.test/b}}}}\n@misc{{b, title={{{title}}}, url={{https://a.test/b}}}}\n"
        )
    };
    check(&bib("Sea"), Format::Bibtex, &[("duplicate-entry", 2)]);
    let keys = |one: &str, other: &str| {
        format!("@book{{{one}, title={{Sea}}, doi={{10.1000/a}}}}\n@book{{{other}, title={{Fire}}, doi={{10.1000/b}}}}")
    };
    check(&keys("a", "a"), Format::Bibtex, &[("duplicate-entry", 2)]);
    check(&keys("a", "b"), Format::Bibtex, &[]);
    markdown(
        "So.[^a]\n\n[^a]: https://a.test/b\n[^a]: https://a.test/c\n",
        &[("unused-reference", 4), ("duplicate-entry", 4)],
    );
    let book = |year: u16| format!("Doe, J. “The tides of the northern sea.” Post, {year}.");
    let (one, other) = (book(2020), book(2021));
    let url: &[(&str, usize)] = &[("entry-without-url", 3), ("entry-without-url", 4)];
    markdown(&notes(&one, &one), &[url[0], ("duplicate-entry", 4), url[1]]);
    markdown(&notes(&one, &other), url);
}

#[test]
fn an_identifier_and_its_address_name_one_source() {
    let notes = |one: &str, other: &str| format!("So.[^a] And so.[^b]\n\n[^a]: {one}\n[^b]: {other}\n");
    let twice: &[(&str, usize)] = &[("duplicate-entry", 4)];
    for (one, other) in [
        ("“Sea.” Post. https://doi.org/10.5555/abc", "“Sea.” Post. doi:10.5555/ABC"),
        ("“Sea.” Post. DOI 10.5555/abc.", "“Sea.” Post. https://dx.doi.org/10.5555/abc."),
        ("“Sea.” arXiv:2401.01234.", "“Sea.” https://arxiv.org/abs/2401.01234."),
        ("“Sea.” Post. PMID: 12345678.", "“Sea.” Post. https://pubmed.ncbi.nlm.nih.gov/12345678/."),
    ] {
        markdown(&notes(one, other), twice);
        markdown(&notes(other, one), twice);
    }
    for (one, other) in [
        ("“Sea.” Post, p. 4. https://doi.org/10.5555/abc", "“Sea.” Post, p. 9. doi:10.5555/abc"),
        ("“Sea.” Post. https://doi.org/10.5555/abc", "“Sea.” Post. doi:10.5555/abd"),
        ("“Sea.” Post. PMID: 12345678.", "“Sea.” Post. https://pubmed.ncbi.nlm.nih.gov/12345679/."),
    ] {
        markdown(&notes(one, other), &[]);
    }
    let titles = notes("“Ropes of the quay.” Post. https://doi.org/10.5555/abc", "“A stone.” Post. doi:10.5555/abc");
    markdown(&titles, &[("metadata-differs", 4)]);
    let bib = "@misc{a, title={Sea}, url={https://doi.org/10.1000/a}}\n@misc{b, title={Sea}, doi={10.1000/A}}\n";
    check(bib, Format::Bibtex, &[("duplicate-entry", 2)]);
    check(&bib.replacen("Sea", "A stone", 1), Format::Bibtex, &[("metadata-differs", 2)]);
}

#[test]
fn one_address_with_another_title_or_date_is_reported() {
    let notes = |one: &str, other: &str| {
        format!("So.[^a] And so.[^b]\n\n[^a]: {one} https://a.test/b\n[^b]: {other} https://a.test/b\n")
    };
    let differs: &[(&str, usize)] = &[("metadata-differs", 4)];
    markdown(&notes("“The tide comes in.” Post, 2020.", "“Winter fires.” Post, 2020."), differs);
    markdown(&notes("“The tide comes in.” Post, May 2020.", "“The tide comes in.” Post, June 3, 2020."), differs);
    for other in [
        "“The tide comes in: a report.” Post, 2020.",
        "“The Tide Comes In.” Post, May 2020.",
        "“The tide come in.” Post, 2020.",
        "Ibid.",
    ] {
        markdown(&notes("“The tide comes in.” Post, 2020.", other), &[]);
    }
    // The chapters of one file.
    let chapters = ["One sea", "Two fires", "Three winds"]
        .iter()
        .enumerate()
        .map(|(at, title)| format!("[^{at}]: “{title}.” https://a.test/book.pdf\n"))
        .collect::<Vec<_>>()
        .concat();
    markdown(&format!("So.[^0] [^1] [^2]\n\n{chapters}"), &[]);
}

#[test]
fn tracking_parameters_are_reported_and_parameters_of_the_page_are_not() {
    markdown("[a](https://a.test/b?utm_source=chatgpt.com&id=4)", &[("tracking-parameters", 1)]);
    check("<p><a href='https://a.test/b?id=4&amp;fbclid=x'>a</a>", Format::Html, &[("tracking-parameters", 1)]);
    markdown("[a](https://a.test/b?id=4&source=utm_source)", &[]);
    markdown("[a](https://a.test/b#?utm_source=x)", &[]);
    markdown("[a](https://web.archive.org/web/20240630120000/https://a.test/b?utm_source=x)", &[]);
}

#[test]
fn a_link_that_shows_another_address_is_reported() {
    markdown("[https://a.test/b](https://c.test/b)", &[("link-text-differs", 1)]);
    markdown("[https://a.test/b](https://a.test/b?utm_source=x)", &[("tracking-parameters", 1)]);
    markdown("So.[^a]\n\n[^a]: “Sea.” Post. [https://a.test/b](https://c.test/b)\n", &[("link-text-differs", 3)]);
    markdown("1. [The report](https://c.test/b)", &[]);
    check("<p><a href='https://c.test/b'>https://a.test/b</a>", Format::Html, &[("link-text-differs", 1)]);
    check("`https://a.test/b <https://c.test/b>`_", Format::Rst, &[("link-text-differs", 1)]);
    check("[https://c.test/b https://a.test/b]", Format::Wikitext, &[("link-text-differs", 1)]);
}

#[test]
fn an_access_date_that_is_yet_to_come_is_reported_on_every_day_before_it() {
    let text = "So.[^a]\n\n[^a]: “Sea.” Post. Accessed June 30, 2024. https://a.test\n";
    let claims = claims(&parse(text, Format::Markdown, Limits::default()), text);
    let on = |day: &str| crate::citation::on_the_day(&claims.citations[0], day.parse().unwrap()).next();
    assert_eq!(on("2024-06-28").map(|finding| finding.code.as_str()), Some("accessed-in-future"));
    // Where the day begins earlier, it is there already.
    assert_eq!((on("2024-06-29"), on("2024-06-30"), on("2026-01-01")), (None, None, None));
}

#[test]
fn a_mark_silences_what_it_names_on_its_line_or_the_next_in_every_format() {
    let silenced = |text: &str, format: Format, expected: &[&str], count: usize| {
        let claims = claims(&parse(text, format, Limits::default()), text);
        let found: Vec<&str> = claims.findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!((&found[..], claims.silenced), (expected, count), "{text}");
        claims.citations.len()
    };
    let mark = "citewatch: ignore tracking-parameters";
    let url = "https://a.test/b?utm_source=x";
    for (text, format) in [
        (format!("[a]({url}) <!-- {mark} -->"), Format::Markdown),
        (format!("<!-- {mark} -->\n[a]({url})"), Format::Markdown),
        (format!("So.[^a]\n\n<!-- {mark} -->\n[^a]: “Sea.”\n    {url}\n"), Format::Markdown),
        (format!("<p>\n<!-- {mark} -->\n<a href='{url}'>a</a>"), Format::Html),
        (format!("<!-- {mark} -->\n[{url} a]"), Format::Wikitext),
        (format!("[{url} a] {{{{cbignore}}}}"), Format::Wikitext),
        (format!("<ref>{{{{cite web|url={url}|title=A}}}}{{{{cbignore}}}}</ref>"), Format::Wikitext),
        (format!(".. {mark}\n\nSee {url}"), Format::Rst),
        (format!("% {mark}\n@misc{{a, url={{{url}}}}}"), Format::Bibtex),
        (format!(r#"[{{"id":"a","URL":"{url}","note":"{mark}"}}]"#), Format::CslJson),
        (format!("TY  - ELEC\nUR  - {url}\nN1  - {mark}\nER  - \n"), Format::Ris),
        (format!("// {mark}\n{url}[a]\n"), Format::Asciidoc),
        (format!("# {mark}\n[[{url}][a]]\n"), Format::Org),
        (format!("See \\url{{{url}}} % {mark}\n"), Format::Latex),
        (
            format!(r#"{{"cells": [{{"cell_type": "markdown", "source": "[a]({url}) <!-- {mark} -->"}}]}}"#),
            Format::Jupyter,
        ),
        (format!("It is at {url} ({mark})\n"), Format::Plain),
        (format!("References\n# {mark}\n1. “Sea.” {url}\n"), Format::Plain),
        (format!("{mark}\nIt is at {url}\n"), Format::Plain),
    ] {
        assert_eq!(silenced(&text, format, &[], 1), 1, "{text}");
    }
    let other = "citewatch: ignore date-ambiguous";
    silenced(&format!("[a]({url}) <!-- {other} -->"), Format::Markdown, &["tracking-parameters"], 0);
    silenced(&format!("<!-- {mark} -->\n\nA.\n\n[a]({url})"), Format::Markdown, &["tracking-parameters"], 0);
    silenced(&format!("[{url} a]\n\n[{url} b] {{{{cbignore}}}}"), Format::Wikitext, &["tracking-parameters"], 1);
    silenced("A. <!-- citewatch: ignore source-gone -->", Format::Markdown, &["ignore-unknown"], 0);
}

#[test]
fn a_mark_without_codes_leaves_the_line_out_in_every_format() {
    for (text, format) in [
        ("[a](https://a.test) <!-- citewatch: ignore -->", Format::Markdown),
        ("<!-- citewatch: ignore -->\n[https://a.test a]", Format::Wikitext),
        ("<!-- citewatch: ignore -->\n<a href=https://a.test>a</a>", Format::Html),
        (".. citewatch: ignore\n\nSee https://a.test", Format::Rst),
        ("% citewatch: ignore\n@misc{a,\n url={https://a.test}}", Format::Bibtex),
        (r#"[{"id":"a","URL":"https://a.test","note":"citewatch: ignore"}]"#, Format::CslJson),
        ("TY  - ELEC\nUR  - https://a.test\nN1  - citewatch: ignore\nER  - \n", Format::Ris),
        ("// citewatch: ignore\nhttps://a.test[a]\n", Format::Asciidoc),
        ("# citewatch: ignore\n[[https://a.test][a]]\n", Format::Org),
        ("% citewatch: ignore\nSee \\url{https://a.test}\n", Format::Latex),
        ("See https://a.test [citewatch: ignore]\n", Format::Plain),
    ] {
        let claims = claims(&parse(text, format, Limits::default()), text);
        assert_eq!((claims.citations.len(), claims.findings.len()), (0, 0), "{text}");
    }
}

#[test]
fn many_marks_and_many_entries_of_one_source_cost_no_more_than_their_length() {
    let marks = "[https://a.test/b?utm_source=x a] {{cbignore}}\n\n".repeat(4_000);
    let found = claims(&parse(&marks, Format::Wikitext, Limits::default()), &marks);
    assert_eq!((found.findings.len(), found.silenced), (0, 4_000));
    let entries: String =
        (0..4_000).map(|at| format!("[^{at}]: “Title {at} of it.” https://a.test/b\n")).collect::<Vec<_>>().concat();
    claims(&parse(&entries, Format::Markdown, Limits::default()), &entries);
}

#[test]
fn a_note_that_links_by_label_lacks_no_address_and_repeats_none() {
    markdown(
        "So.[^a] And.[^b]\n\n[^a]: [Post][p]\n[^b]: Doe, “Tides,” [Post][p], 2019.\n\n[p]: https://a.test/p\n",
        &[],
    );
    markdown(
        "So [1], and [2].\n\n## References\n\n1. [Star][]\n2. Roe, “Ropes,” [Post][q], 2020.\n\n[q]: https://a.test/q\n[star]: https://a.test/s\n",
        &[],
    );
}

#[test]
fn marks_that_show_no_numbers_have_no_order() {
    use crate::text::laid::{Laid, LaidCitation};
    let text = "It rose (Quay 2021). It fell (Byrd 2020).\n\nReferences\n\nByrd, H. 2020. “The Log.” https://a.test/log.\n\nQuay, A. 2021. “Ropes.” https://b.test/ropes.";
    let cited = |words: &str, url: &str, title: &str, year: u16| {
        let at = text.find(words).unwrap();
        let item = format!(
            "{{\"id\":\"{title}\",\"title\":\"{title}\",\"URL\":\"{url}\",\"issued\":{{\"date-parts\":[[{year}]]}}}}"
        );
        LaidCitation { range: at..at + words.len(), items: vec![item] }
    };
    let told = |cited: Vec<LaidCitation>| {
        let laid = Laid { text: text.to_owned(), body: text.len(), cited, ..Laid::default() };
        let document = crate::document::parse_laid(text, &laid, Format::Docx);
        let findings = claims(&document, text).findings;
        findings.iter().map(|finding| finding.code.as_str()).collect::<Vec<_>>()
    };
    let (ropes, log) = (
        cited("(Quay 2021)", "https://b.test/ropes", "Ropes", 2021),
        cited("(Byrd 2020)", "https://a.test/log", "The Log", 2020),
    );
    assert_eq!(told(vec![ropes, log]), Vec::<&str>::new());
}

#[test]
fn what_is_written_so_by_custom_is_no_fault() {
    let quiet = |line: &str| markdown(line, &[]);
    for link in [
        "[a.test](https://a.test/)",
        "[www.b.test/path](https://b.test/path/)",
        "[https://b.test/very/long…](https://b.test/very/long/path)",
        "[http://c.test](https://c.test)",
        "[HTTPS://D.test/x](https://d.test/x)",
        "[doi:10.1000/x](https://doi.org/10.1000/X)",
        "[https://dx.doi.org/10.1000/x](https://doi.org/10.1000/x)",
        "[arXiv:2101.00001](https://arxiv.org/abs/2101.00001v2)",
        "[https://e.test/A%20B](<https://e.test/A B>)",
    ] {
        quiet(&format!("See {link}."));
    }
    quiet("So it is [sic] and [...] and [emphasis added] and [4] and Array[1] and `[^3]`.");
    let two = |first: &str, second: &str| {
        plain(&format!("One. 1 Two. 2\n\nReferences\n1. {first}\n2. {second}\n"), &[]);
    };
    two("Smith, “One,” https://a.test/1?ref=home", "Smith, “Two,” https://a.test/1?ref=back");
    two(
        "Smith, “One,” May 2020. Accessed May 2020. https://a.test/1",
        "Smith, “Two,” 2020. Accessed 1 May 2020. https://a.test/2",
    );
    two(
        "Smith, “One,” https://a.test/1, archived 3 May 2020 at https://web.archive.org/web/20200502235959/https://a.test/1",
        "Jones, “Two,” https://a.test/2#part",
    );
    two("Smith, “One,” Summer 2020. Accessed 13/5/2020. https://a.test/1", "Jones, “Two,” 1/1/2020. https://b.test/2");
}
