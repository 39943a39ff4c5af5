//! Which lines go on with an address of an entry, and which notes are read where no heading names them.

use crate::document::{Format, Limits, parse};

/// The labels and addresses of the entries.
fn check(text: &str, format: Format, expected: &[(&str, &str)]) {
    let document = parse(text, format, Limits::default());
    let own = document.entries.iter().map(|entry| {
        let url = entry.source.url.as_deref().unwrap_or_default();
        (entry.label.as_str(), url.trim_start_matches("https://"))
    });
    assert_eq!(own.collect::<Vec<_>>(), expected, "{text}");
    assert!(document.findings.iter().all(|finding| finding.code.as_str() != "link-text-differs"), "{text}");
}

fn plain(list: &str, expected: &[(&str, &str)]) {
    check(&format!("It “rose so high”.[1] It fell.[2]\n\n{list}\n"), Format::Plain, expected);
}

#[test]
fn another_address_a_year_or_a_page_below_an_address_is_none_of_it() {
    plain(
        "References\n\n[1] Doe, https://a.test/x/\nhttps://doi.org/10.1000/abc\n[2] Roe, https://b.test/y?q=\nhttps://c.test/z",
        &[("1", "a.test/x/"), ("1", "doi.org/10.1000/abc"), ("2", "b.test/y?q="), ("2", "c.test/z")],
    );
    let both = &[("1", "a.test/x/"), ("2", "b.test/other/path")];
    for line in ["2020.", "12", "\u{c}12\nReport"] {
        plain(&format!("[1] Doe, https://a.test/x/\n[2] Roe, https://b.test/other/path\n{line}"), both);
    }
    plain("References\n\n[1] Doe, https://a.test/x/\n2019\n[2] Roe, https://b.test/other/path", both);
}

#[test]
fn an_address_at_the_head_of_the_next_page_is_of_no_note() {
    let notes = "References\n\n[1] Doe, https://a.test/1\n[2] Roe, https://b.test/2";
    plain(
        &format!("{notes}\n\u{c}12\nhttps://c.test/report"),
        &[("1", "a.test/1"), ("2", "b.test/2"), ("3", "c.test/report")],
    );
    plain(&format!("{notes}\nhttps://c.test/report"), &[("1", "a.test/1"), ("2", "b.test/2"), ("2", "c.test/report")]);
}

#[test]
fn what_is_left_of_an_address_goes_on_with_it() {
    plain(
        "References\n\n[1] Doe, https://a.test/entry?no=\n17\n[2] Roe, https://b.test/other-\n2020-wall",
        &[("1", "a.test/entry?no=17"), ("2", "b.test/other-2020-wall")],
    );
    plain(
        "References\n\n[1] Doe, https://a.test/entry-\n12345-tide\n[2] Roe, https://b.test/x",
        &[("1", "a.test/entry-12345-tide"), ("2", "b.test/x")],
    );
}

#[test]
fn notes_in_brackets_behind_other_items_or_a_rule_are_a_list() {
    let both = &[("1", "a.test/1"), ("2", "b.test/2")];
    for above in [
        "- It is small[1]\n- It is short[2]",
        "Rules:\n\n1. Register each.\n2. Plant some.\n3. Report it.",
        "1. the sample is small\n2. the period is short\n\n---",
        "* * *",
        "1. Register each.\n2. Plant some.\n\nThat is all there is to say about it.",
    ] {
        for format in [Format::Plain, Format::Markdown] {
            let text = format!(
                "It rose.[1] It “fell so low”.[2]\n\n{above}\n\n[1] Doe, https://a.test/1\n[2] Roe, https://b.test/2\n"
            );
            check(&text, format, both);
        }
    }
}

#[test]
fn the_foot_of_a_letter_behind_a_rule_is_no_note() {
    plain(
        "[1] https://a.test/1\n[2] https://b.test/2\n\n____________\nlist mailing list\nhttps://l.test/info",
        &[("1", "a.test/1"), ("2", "b.test/2"), ("3", "l.test/info")],
    );
}

#[test]
fn what_chat_programs_call_their_list_is_read() {
    let both = &[("1", "a.test/1"), ("2", "b.test/2")];
    for format in [Format::Plain, Format::Markdown] {
        let text = "It rose¹. It “fell so low”².\n\nSource: Conversation with Bing, 12/3/2023\n(1) Tide. https://a.test/1.\n(2) Wall. https://b.test/2.\n";
        check(text, format, both);
    }
}

#[test]
fn a_list_for_further_reading_is_not_what_marks_lead_to() {
    let others = "Further reading\n\n1. Extra, https://x.test/1\n2. More, https://y.test/2\n";
    let meant = "References\n\n1. Doe, https://a.test/1\n2. Roe, https://b.test/2\n";
    for (format, sign) in [(Format::Plain, ""), (Format::Markdown, "## ")] {
        for list in [format!("{sign}{others}\n{sign}{meant}"), format!("{sign}{meant}\n{sign}{others}")] {
            let document = parse(&format!("It rose.[1] It fell.[2]\n\n{list}"), format, Limits::default());
            let notes = document.markers.iter().filter(|marker| marker.shape.is_note());
            let led = notes.map(|marker| document.entries[marker.entries[0]].source.url.as_deref().unwrap_or_default());
            assert_eq!(led.collect::<Vec<_>>(), ["https://a.test/1", "https://b.test/2"], "{list}");
        }
    }
}
