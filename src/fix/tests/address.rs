//! Addresses and access dates written otherwise, by table.

use std::collections::BTreeSet;

use super::planned;
use crate::date::PartialDate;
use crate::document::Format;
use crate::fix::{Kind, Known, Options, edit};

#[track_caller]
fn with(kind: Kind, format: Format, known: &Known, before: &str, after: &str) {
    let options = Options { kinds: BTreeSet::from([kind]), ..Options::default() };
    let made = planned(before, format, &options, |_| known.clone());
    assert_eq!(edit::applied(before, &made.edits), after);
}

#[test]
fn tracking_parameters_are_taken_out_as_they_are_written() {
    let sound = Known { sound: true, ..Known::default() };
    let check = |format: Format, before: &str, after: &str| with(Kind::Tracking, format, &sound, before, after);
    check(Format::Markdown, "[a](https://a.test/b?utm_source=x)", "[a](https://a.test/b)");
    check(Format::Markdown, "[a](https://a.test/b?utm_source=x&id=1#c)", "[a](https://a.test/b?id=1#c)");
    check(Format::Markdown, "[a](https://a.test/b?id=1&utm\\_source=x&utm\\_medium=y)", "[a](https://a.test/b?id=1)");
    check(Format::Markdown, "[a](https://a.test/b?utm_a=1&id=1&utm_b=2&z=3)", "[a](https://a.test/b?id=1&z=3)");
    check(
        Format::Html,
        "<a href=\"https://a.test/b?id=1&amp;fbclid=x&amp;z=2\">a</a>",
        "<a href=\"https://a.test/b?id=1&amp;z=2\">a</a>",
    );
    check(Format::Markdown, "[a](https://a.test/b?id=1)", "[a](https://a.test/b?id=1)");
    with(
        Kind::Tracking,
        Format::Markdown,
        &Known::default(),
        "[a](https://a.test/b?utm_a=1)",
        "[a](https://a.test/b?utm_a=1)",
    );
}

#[test]
fn the_words_of_a_link_that_show_its_address_change_with_it() {
    let known = Known { sound: true, over_https: true, ..Known::default() };
    let https = |format, before: &str, after: &str| with(Kind::Https, format, &known, before, after);
    https(Format::Markdown, "[http://a.test/b](http://a.test/b)", "[https://a.test/b](https://a.test/b)");
    https(Format::Markdown, "[a.test/b](http://a.test/b)", "[a.test/b](https://a.test/b)");
    https(
        Format::Html,
        "<a href='http://a.test/b'>http://a.test/b</a>",
        "<a href='https://a.test/b'>https://a.test/b</a>",
    );
    let moved = Known { sound: true, moved_to: Some("https://a.test/new_c?x=1&y=2".to_owned()), ..Known::default() };
    let moved = |format, before: &str, after: &str| with(Kind::Redirect, format, &moved, before, after);
    moved(
        Format::Markdown,
        "[https://a.test/a\\_b?x=1&y=2](https://a.test/a_b?x=1&y=2)",
        "[https://a.test/new\\_c?x=1&y=2](https://a.test/new_c?x=1&y=2)",
    );
    moved(
        Format::Markdown,
        "[`https://a.test/2`](https://a.test/2)",
        "[`https://a.test/new_c?x=1&y=2`](https://a.test/new_c?x=1&y=2)",
    );
    moved(Format::Markdown, "[a.test/2](https://a.test/2)", "[a.test/new_c?x=1&y=2](https://a.test/new_c?x=1&y=2)");
    moved(
        Format::Markdown,
        "[https://a.test/2&amp;z](https://a.test/2&z)",
        "[https://a.test/new_c?x=1&amp;y=2](https://a.test/new_c?x=1&y=2)",
    );
    moved(
        Format::Html,
        "<a class=x href=\"https://a.test/2\" title='T'><code>a.test/2</code></a>",
        "<a class=x href=\"https://a.test/new_c?x=1&amp;y=2\" title='T'><code>a.test/new_c?x=1&amp;y=2</code></a>",
    );
    let other = "[https://a.test/other](https://a.test/2)";
    moved(Format::Markdown, other, "[https://a.test/other](https://a.test/new_c?x=1&y=2)");
    moved(Format::Markdown, "[the page](https://a.test/2)", "[the page](https://a.test/new_c?x=1&y=2)");
    let sound = Known { sound: true, ..Known::default() };
    let tracking = |before: &str, after: &str| with(Kind::Tracking, Format::Markdown, &sound, before, after);
    tracking("[https://a.test/2?utm_source=x](https://a.test/2?utm_source=x)", "[https://a.test/2](https://a.test/2)");
    tracking("[https://a.test/2](https://a.test/2?utm_source=x)", "[https://a.test/2](https://a.test/2)");
    let notebook = |words: &str, url: &str| {
        format!(
            "{{\"cells\":[{{\"cell_type\":\"markdown\",\"metadata\":{{}},\"source\":[\"[{words}]({url})\"]}}],\"metadata\":{{}},\"nbformat\":4,\"nbformat_minor\":5}}"
        )
    };
    moved(
        Format::Jupyter,
        &notebook("https://a.test/a\\\\_b", "https://a.test/a_b"),
        &notebook("https://a.test/new\\\\_c?x=1&y=2", "https://a.test/new_c?x=1&y=2"),
    );
}

#[test]
fn words_that_show_an_address_in_parts_or_in_another_way_change_where_it_changes() {
    let known = Known {
        sound: true,
        over_https: true,
        moved_to: Some("http://a.test/new/b?x=1&y=2".to_owned()),
        ..Known::default()
    };
    let link = |url: &str, words: &str| format!("<a href=\"{url}\" title='a > b'>{words}</a>");
    let moved = |before: &str, after: &str| {
        let [from, to] = ["http://a.test/old/b?x=1&amp;y=2", "http://a.test/new/b?x=1&amp;y=2"];
        for format in [Format::Html, Format::Markdown] {
            with(Kind::Redirect, format, &known, &link(from, before), &link(to, after));
        }
    };
    moved("http://a.test/<wbr>old/b?x=1&#38;y=2", "http://a.test/<wbr>new/b?x=1&#38;y=2");
    moved(" <b>http://</b>a.test/o<wbr />ld/b?x=1&amp;y=2\n", " <b>http://</b>a.test/new<wbr />/b?x=1&amp;y=2\n");
    moved("a.test/&#8203;o&shy;ld/b?x=1&y=2", "a.test/&#8203;new&shy;/b?x=1&y=2");
    moved("HTTP://A.test/old/b?x=1&amp;y=2", "http://a.test/new/b?x=1&amp;y=2");
    for other in [
        "http://a.test/old/b2?x=1&amp;y=2",
        "http://a.test/old/b?x=1&amp;y=2 and more",
        "http://a.test/old/…",
        "http://a.test/OLD/b?x=1&amp;y=2",
        "http://a.test/old<br>/b?x=1&amp;y=2",
        "<img src='a.png'>http://a.test/old/b?x=1&amp;y=2",
    ] {
        moved(other, other);
    }
    let https = |before: &str, after: &str| with(Kind::Https, Format::Html, &known, before, after);
    https(&link("http://a.test", "<i>http</i>://a.test/"), &link("https://a.test", "<i>https</i>://a.test/"));
    let markdown = |before: &str, after: &str| with(Kind::Redirect, Format::Markdown, &known, before, after);
    markdown("[HTTP://A.test/old](http://a.test/old)", "[http://a.test/new/b?x=1&y=2](http://a.test/new/b?x=1&y=2)");
    markdown("[**a.test/old**](http://a.test/old)", "[**a.test/new/b?x=1&y=2**](http://a.test/new/b?x=1&y=2)");
    markdown("[http://a.test/Old](http://a.test/old)", "[http://a.test/Old](http://a.test/new/b?x=1&y=2)");
    let sound = Known { sound: true, ..Known::default() };
    let tracking = |before: &str, after: &str| with(Kind::Tracking, Format::Html, &sound, before, after);
    let [long, short] = ["http://a.test/b?a=1&amp;utm_source=x", "http://a.test/b?a=1"];
    tracking(&link(long, "a.test/b?a=1&#38;<wbr>utm_source=x"), &link(short, "a.test/b?a=1<wbr>"));
}

#[test]
fn an_address_is_written_over_https_or_as_it_is_now() {
    let known = Known { sound: true, over_https: true, ..Known::default() };
    with(Kind::Https, Format::Markdown, &known, "[a](http://a.test/b)", "[a](https://a.test/b)");
    with(
        Kind::Https,
        Format::Wikitext,
        &known,
        "<ref>{{cite web|url=http://a.test/b}}</ref>",
        "<ref>{{cite web|url=https://a.test/b}}</ref>",
    );
    let known = Known { sound: true, moved_to: Some("https://a.test/c?x=1&y=(2)".to_owned()), ..Known::default() };
    let moved = |format: Format, before: &str, after: &str| with(Kind::Redirect, format, &known, before, after);
    moved(Format::Markdown, "[a](https://a.test/b#part)", "[a](https://a.test/c?x=1&y=\\(2\\)#part)");
    moved(
        Format::Markdown,
        "See [https://a.test/b](https://a.test/b).",
        "See [https://a.test/c?x=1&y=(2)](https://a.test/c?x=1&y=\\(2\\)).",
    );
    moved(Format::Html, "<a href='https://a.test/b'>a</a>", "<a href='https://a.test/c?x=1&amp;y=(2)'>a</a>");
    moved(Format::Bibtex, "@misc{a, url={https://a.test/b}}", "@misc{a, url={https://a.test/c?x=1&y=(2)}}");
    moved(
        Format::Html,
        "<a href='https://a.test/b' class=x>https://a.test/b</a>, <a href='https://a.test/b'>https://a.test/b2</a>",
        "<a href='https://a.test/c?x=1&amp;y=(2)' class=x>https://a.test/c?x=1&amp;y=(2)</a>, \
         <a href='https://a.test/c?x=1&amp;y=(2)'>https://a.test/b2</a>",
    );
}

#[test]
fn an_address_that_is_passed_through_stays_as_it_is() {
    let known = Known { sound: true, moved_to: Some("https://a.test/c__d".to_owned()), ..Known::default() };
    let moved = |before: &str, after: &str| with(Kind::Redirect, Format::Asciidoc, &known, before, after);
    moved("See link:++https://a.test/a__b++[it].", "See link:++https://a.test/c__d++[it].");
    moved("See https://a.test/b[it].", "See https://a.test/c%5F%5Fd[it].");
}

#[test]
fn an_address_that_led_on_with_parameters_that_follow_the_reader_loses_them_where_that_is_asked_for() {
    for (url, expected) in [
        ("https://a.test/c?utm_source=x", "https://a.test/c"),
        ("https://a.test/c?a=1&fbclid=2&b=3#part", "https://a.test/c?a=1&b=3#part"),
        ("https://a.test/c#a?utm_source=x", "https://a.test/c#a?utm_source=x"),
        ("https://a.test/c", "https://a.test/c"),
    ] {
        assert_eq!(crate::fix::address::without_tracking(url), expected);
    }
}

#[test]
fn an_access_date_is_written_as_it_was() {
    let day = PartialDate::parse_iso("2026-11-20").ok();
    let known = Known { sound: true, verified: day, ..Known::default() };
    let check = |format: Format, before: &str, after: &str| with(Kind::Accessed, format, &known, before, after);
    check(
        Format::Plain,
        "So. 1\n\nReferences\n- “Sea.” Post, May 1, 2020. Accessed June 29, 2024. https://a.test/b.",
        "So. 1\n\nReferences\n- “Sea.” Post, May 1, 2020. Accessed November 20, 2026. https://a.test/b.",
    );
    check(
        Format::Wikitext,
        "<ref>{{cite web|url=https://a.test/b|access-date=29 June 2024}}</ref>",
        "<ref>{{cite web|url=https://a.test/b|access-date=20 November 2026}}</ref>",
    );
    check(
        Format::Wikitext,
        "<ref>{{cite web|url=https://a.test/b|access-date= June 29, 2024<!-- by a bot, 3 May 2020 --> }}</ref>",
        "<ref>{{cite web|url=https://a.test/b|access-date= November 20, 2026<!-- by a bot, 3 May 2020 --> }}</ref>",
    );
    check(
        Format::Bibtex,
        "@misc{a, url={https://a.test/b}, urldate={2024-06-29}}",
        "@misc{a, url={https://a.test/b}, urldate={2026-11-20}}",
    );
    for (before, after) in [
        ("{\"date-parts\": [[2024, 6, 29]]}", "{\"date-parts\": [[2026, 11, 20]]}"),
        ("{\"date-parts\":[[\"2024\",\"06\",\"29\"]]}", "{\"date-parts\":[[\"2026\",\"11\",\"20\"]]}"),
        ("{\"raw\": \"June 29, 2024\"}", "{\"raw\": \"November 20, 2026\"}"),
        ("\"2024-06-29\"", "\"2026-11-20\""),
        ("{\"date-parts\": [[2024, 6]]}", "{\"date-parts\": [[2024, 6]]}"),
        ("{\"date-parts\": [[2024, 6, 1], [2024, 6, 29]]}", "{\"date-parts\": [[2024, 6, 1], [2024, 6, 29]]}"),
    ] {
        let item = |accessed: &str| format!("[{{\"accessed\": {accessed}, \"URL\": \"https://a.test/2024-06-29\"}}]");
        check(Format::CslJson, &item(before), &item(after));
    }
    for (before, after) in
        [("2024/06/29/", "2026/11/20/"), ("2024-06-29", "2026-11-20"), ("2024/06/29/spring", "2024/06/29/spring")]
    {
        let record = |day: &str| format!("TY  - ELEC\r\nUR  - https://a.test/b\r\nY2  - {day}\r\nER  - \r\n");
        check(Format::Ris, &record(before), &record(after));
    }
    let later = "[^1]\n\n[^1]: “Sea.” Accessed 21 November 2026. https://a.test/b\n";
    check(Format::Markdown, later, later);
    let numbers = "[^1]\n\n[^1]: “Sea.” Accessed 6/5/14. https://a.test/b\n";
    check(Format::Markdown, numbers, numbers);
}

#[test]
fn a_time_of_day_goes_with_the_access_date_that_it_belongs_to() {
    let day = PartialDate::parse_iso("2026-11-20").ok();
    let known = Known { sound: true, verified: day, ..Known::default() };
    let check = |format: Format, before: &str, after: &str| with(Kind::Accessed, format, &known, before, after);
    for time in
        ["T10:15:00Z", "T10:15", " 10:15", " 10:15:07 UTC", "T10:15:00.123+02:00", ", 10:15 a.m.", " 9:05 PM", ""]
    {
        let item = |day: &str| format!("[{{\"accessed\": {{\"raw\": \"{day}\"}}, \"URL\": \"https://a.test/b\"}}]");
        check(Format::CslJson, &item(&format!("2024-06-29{time}")), &item("2026-11-20"));
        let item = |day: &str| format!("@online{{a, url={{https://a.test/b}}, urldate={{{day}}}}}");
        check(Format::Bibtex, &item(&format!("2024-06-29{time}")), &item("2026-11-20"));
        let record = |day: &str| format!("TY  - ELEC\nUR  - https://a.test/b\nY2  - {day}\nER  - \n");
        check(Format::Ris, &record(&format!("2024-06-29{time}")), &record("2026-11-20"));
        let note = |day: &str| format!("<ref>{{{{cite web|url=https://a.test/b|access-date={day}}}}}</ref>");
        check(Format::Wikitext, &note(&format!("2024-06-29{time}")), &note("2026-11-20"));
    }
    let record = |day: &str| format!("TY  - ELEC\nUR  - https://a.test/b\nY2  - {day}\nER  - \n");
    check(Format::Ris, &record("2024/06/29/10:15:07"), &record("2026/11/20/"));
    check(Format::Ris, &record("2024/06/29/"), &record("2026/11/20/"));
    check(Format::Ris, &record("2024/06/29"), &record("2026/11/20"));
    check(Format::Ris, &record("2024/06/29/10:15, in the hall"), &record("2024/06/29/10:15, in the hall"));
}

#[test]
fn an_access_date_is_one_edit_in_every_format() {
    let day = PartialDate::parse_iso("2026-11-20").ok();
    let known = Known { sound: true, verified: day, ..Known::default() };
    let options = Options { kinds: BTreeSet::from([Kind::Accessed]), ..Options::default() };
    for (format, text) in [
        (Format::CslJson, "[{\"accessed\": {\"date-parts\": [[2024, 6, 29]]}, \"URL\": \"https://a.test/b\"}]"),
        (Format::Ris, "TY  - ELEC\nUR  - https://a.test/b\nY2  - 2024/06/29/10:15:07\nER  - \n"),
    ] {
        let plan = super::planned(text, format, &options, |_| known.clone());
        assert_eq!(plan.edits.len(), 1, "{text}");
    }
}

/// A record of BibTeX and one of CSL-JSON with an address in `url` and another in a note.
fn records(url: &str, note: &str) -> [(Format, String); 4] {
    let bibtex =
        |field: &str| format!("@misc{{one,\n  {field},\n  abstract = {{See {url}}},\n  url = {{{url}}},\n}}\n");
    [
        (Format::Bibtex, bibtex(&format!("note = {{Available at \\url{{{note}}}, accessed 2024-06-29}}"))),
        (Format::Bibtex, bibtex(&format!("howpublished = {{\\url{{{note}}}}}"))),
        (Format::Bibtex, bibtex(&format!("howpublished = \"{note}\""))),
        (Format::CslJson, format!("[{{\"abstract\": \"{url}\", \"URL\": \"{url}\", \"note\": \"See {note}.\"}}]")),
    ]
}

#[test]
fn an_address_that_stands_twice_in_a_record_is_written_otherwise_in_both_places() {
    let sound = Known { sound: true, ..Known::default() };
    let moved = Known { moved_to: Some("https://a.test/new?y=1".to_owned()), ..sound.clone() };
    let https = Known { over_https: true, ..sound.clone() };
    for (kind, known, [url, note], [new_url, new_note]) in [
        (Kind::Redirect, &moved, ["http://a.test/b"; 2], ["https://a.test/new?y=1"; 2]),
        (Kind::Redirect, &moved, ["http://a.test/b", "http://a.test/b/"], ["https://a.test/new?y=1"; 2]),
        (Kind::Redirect, &moved, ["http://a.test/b/", "https://a.test/b"], ["https://a.test/new?y=1"; 2]),
        (Kind::Redirect, &moved, ["http://a.test/b#c", "https://a.test/b#c"], ["https://a.test/new?y=1#c"; 2]),
        (Kind::Https, &https, ["http://a.test/b"; 2], ["https://a.test/b"; 2]),
        (Kind::Https, &https, ["http://a.test/b", "http://a.test/b/"], ["https://a.test/b", "https://a.test/b/"]),
        (Kind::Https, &https, ["http://a.test/b", "https://a.test/b"], ["https://a.test/b"; 2]),
        (Kind::Tracking, &sound, ["https://a.test/b?fbclid=1", "https://a.test/b"], ["https://a.test/b"; 2]),
        (Kind::Tracking, &sound, ["https://a.test/b?fbclid=1"; 2], ["https://a.test/b"; 2]),
    ] {
        for ((format, before), (_, after)) in records(url, note).into_iter().zip(records(new_url, new_note)) {
            // What a record says of its work is left as it is.
            let after = after.replacen(&format!("See {new_url}}}"), &format!("See {url}}}"), 1);
            let after = after.replacen(&format!("abstract\": \"{new_url}"), &format!("abstract\": \"{url}"), 1);
            with(kind, format, known, &before, &after);
        }
    }
}

#[test]
fn another_address_of_a_record_stays_where_one_has_moved() {
    let one_moved = |citation: &crate::citation::Citation| match citation.url.as_deref() {
        Some("http://a.test/b") => {
            Known { sound: true, moved_to: Some("https://a.test/new".to_owned()), ..Known::default() }
        }
        _ => Known::default(),
    };
    let options = Options { kinds: BTreeSet::from([Kind::Redirect]), ..Options::default() };
    for other in ["http://a.test/b/c", "http://a.test/b#part", "http://a.test/b?x=1", "http://b.test/b"] {
        for ((format, before), (_, after)) in
            records("http://a.test/b", other).into_iter().zip(records("https://a.test/new", other))
        {
            let after = after.replacen("See https://a.test/new}", "See http://a.test/b}", 1);
            let after = after.replacen("abstract\": \"https://a.test/new", "abstract\": \"http://a.test/b", 1);
            let made = planned(&before, format, &options, one_moved);
            assert_eq!(edit::applied(&before, &made.edits), after);
        }
    }
}

#[test]
fn an_address_amid_words_of_bibtex_has_the_escapes_of_tex() {
    let moved = Known { sound: true, moved_to: Some("https://a.test/c_d?x=1&y=2".to_owned()), ..Known::default() };
    with(
        Kind::Redirect,
        Format::Bibtex,
        &moved,
        "@misc{one, url = {http://a.test/b}, note = {See http://a.test/b, and \\url{http://a.test/b}}}",
        "@misc{one, url = {https://a.test/c_d?x=1&y=2}, note = {See https://a.test/c\\_d?x=1\\&y=2, and \\url{https://a.test/c_d?x=1&y=2}}}",
    );
}

#[test]
fn signs_that_stand_without_an_escape_in_an_address_of_bibtex_stay_without_one() {
    let moved = Known { sound: true, moved_to: Some("https://a.test/c_d?x_z=1&y=2".to_owned()), ..Known::default() };
    let redirected = |before: &str, after: &str| with(Kind::Redirect, Format::Bibtex, &moved, before, after);
    redirected("@misc{a, url = {http://a.test/a_b\\&c}}", "@misc{a, url = {https://a.test/c_d?x_z=1\\&y=2}}");
    redirected("@misc{a, url = {http://a.test/a\\_b&c}}", "@misc{a, url = {https://a.test/c\\_d?x\\_z=1&y=2}}");
}

#[test]
fn an_address_over_https_does_not_keep_the_port_of_http() {
    let known = Known { sound: true, over_https: true, ..Known::default() };
    let https = |format, before: &str, after: &str| with(Kind::Https, format, &known, before, after);
    https(Format::Markdown, "“One.” <http://a.test:80/b>.", "“One.” <https://a.test/b>.");
    https(Format::Markdown, "[http://a.test:80/b](http://a.test:80/b)", "[https://a.test/b](https://a.test/b)");
    https(Format::Plain, "See http://a.test:80?x=1:80 there", "See https://a.test?x=1:80 there");
    https(Format::Bibtex, "@misc{a, url={http://a.test:80}}", "@misc{a, url={https://a.test}}");
    // Another port is where the site itself leads, and a number elsewhere is none.
    https(Format::Markdown, "<http://a.test:8080/b>", "<https://a.test:8080/b>");
    https(Format::Markdown, "<http://a.test/b:80>", "<https://a.test/b:80>");
    https(Format::Markdown, "<http://a80.test/b>", "<https://a80.test/b>");
}

#[test]
fn an_address_whose_capture_stands_beside_it_does_not_move_away_from_it() {
    let to = |to: &str| Known { sound: true, moved_to: Some(to.to_owned()), ..Known::default() };
    let cite = |url: &str, old: &str| {
        format!(
            "So.<ref>{{{{cite web |title=Sea |url={url} |archive-url=https://web.archive.org/web/20210615124501/{old} |archive-date=15 June 2021}}}}</ref>\n"
        )
    };
    let (old, new) = ("https://a.test/b", "https://a.test/c");
    with(Kind::Redirect, Format::Wikitext, &to(new), &cite(old, old), &cite(old, old));
    let options = Options { kinds: BTreeSet::from([Kind::Redirect]), ..Options::default() };
    assert_eq!(planned(&cite(old, old), Format::Wikitext, &options, |_| to(new)).left.len(), 1);
    // A capture of the new address, and the same page over https.
    with(Kind::Redirect, Format::Wikitext, &to(new), &cite(old, new), &cite(new, new));
    let plain = "http://a.test/b";
    with(Kind::Redirect, Format::Wikitext, &to(old), &cite(plain, plain), &cite(old, plain));
}
