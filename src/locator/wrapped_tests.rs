//! Addresses that are broken at the ends of lines.

use proptest::prelude::*;

use super::*;

fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = scan_wrapped(text).into_iter().map(|found| found.url).collect();
    assert_eq!(found, expected, "{text:?}");
}

#[test]
fn an_address_broken_at_the_end_of_a_line_is_put_together() {
    check("1. https://\nwww.e.example/a.html.", &["https://www.e.example/a.html"]);
    check("https://e.example/content/\npub/pdf/report.pdf, 12", &["https://e.example/content/pub/pdf/report.pdf"]);
    check("https://e.example/magnitude-and-\r\ntrends. Next", &["https://e.example/magnitude-and-trends"]);
    check("https://e.example/magnitude\n-and-trends.html. Next", &["https://e.example/magnitude-and-trends.html"]);
    check("https://e.example/magnitude\r\n?id=4, Next", &["https://e.example/magnitude?id=4"]);
    check("https://e.example/magnitude\n-v is an option", &["https://e.example/magnitude"]);
    check("https://e.example\n-and-trends.html", &["https://e.example"]);
    check("at http://www.\ne.example/a/b. So", &["http://www.e.example/a/b"]);
    check("at http://e.example.\nf.example is", &["http://e.example"]);
    check(
        "    at https://e.example/event/1256948/\n    1855957/talk.pdf and",
        &["https://e.example/event/1256948/1855957/talk.pdf"],
    );
    check("https://e.example/a?b=\nc&\nd=e)", &["https://e.example/a?b=c&d=e"]);
    for mark in ["*  ", "o  ", "-  ", "1. ", "a) ", "[1]   ", "[RFC9110]  ", "(b)  ", "•  "] {
        let below = " ".repeat(mark.chars().count());
        let text = format!("   {mark}Reference: https://e.example/a/api-\n   {below}tides/\n\n   More");
        check(&text, &["https://e.example/a/api-tides/"]);
        let text = format!("{mark}See https://e.example/a/\r\n{below}how-it-came-to-be/. So");
        check(&text, &["https://e.example/a/how-it-came-to-be/"]);
        let text = format!("   {mark}See https://e.example/a/api-\n   {below} tides/");
        check(&text, &["https://e.example/a/api-"]);
    }
    check("   See https://e.example/a/api-\n      tides/", &["https://e.example/a/api-"]);
    check("   *  See https://e.example/a/\n      tides rise", &["https://e.example/a/"]);
    check("(https://e.example/news/\n2019/06/how-it-began/) and", &["https://e.example/news/2019/06/how-it-began/"]);
}

#[test]
fn an_address_that_cannot_end_in_a_full_stop_goes_on_behind_it() {
    check("https://doi.org/10.\n1234/abc, and", &["https://doi.org/10.1234/abc"]);
    check("(http://dx.doi.org/10.\r\n1000.10/x-1). So", &["http://dx.doi.org/10.1000.10/x-1"]);
    check("https://doi.org/10.1016/j.\njoule.2020.05.001. Next", &["https://doi.org/10.1016/j.joule.2020.05.001"]);
    check("https://doi.org/10.5281/zenodo.\n1234567.\nNext", &["https://doi.org/10.5281/zenodo.1234567"]);
    check("https://e.example/a/report.\npdf. Next", &["https://e.example/a/report.pdf"]);
    check("    https://e.example/a/report.\n    html, and", &["https://e.example/a/report.html"]);
}

#[test]
fn the_next_item_of_a_list_is_no_rest_of_an_address() {
    let both = &["https://e.example/a-", "https://f.example/b"];
    check("1. Doe, https://e.example/a-\n2. Roe, https://f.example/b", both);
    check("[1] Doe,\nhttps://e.example/a-\n[2] Roe, https://f.example/b", both);
    check("1 Doe, https://e.example/a-\n2 Roe, https://f.example/b", both);
    check("Doe, https://e.example/a-\n2. Roe", &["https://e.example/a-2"]);
    check("1. Doe, https://e.example/a-\n2-b.html, Post", &["https://e.example/a-2-b.html"]);
    check("1. Doe, https://e.example/a?b=\n17", &["https://e.example/a?b=17"]);
}

#[test]
fn a_host_and_a_doi_that_are_broken_behind_a_dot_go_on() {
    check("https://library.e.\ngov/records/b1", &["https://library.e.gov/records/b1"]);
    check("https://doi.org/10.1016/j.jcp.\n2020.109876.", &["https://doi.org/10.1016/j.jcp.2020.109876"]);
    check("https://www.e.example.\norg charts are", &["https://www.e.example"]);
    check("https://doi.org/10.1016/j.jcp.\n2020.05 was", &["https://doi.org/10.1016/j.jcp"]);
}

#[test]
fn the_name_of_a_host_that_cannot_end_in_its_stop_goes_on_behind_it() {
    check("https://star.quay.\ntest/reports/wall-2019.html. So", &["https://star.quay.test/reports/wall-2019.html"]);
    check("https://quay.\ntest/wall, and", &["https://quay.test/wall"]);
    check("https://www.\nquay.test/wall, and", &["https://www.quay.test/wall"]);
    check("https://e.test/quay_a.\nhtml?id=7&page=2. So", &["https://e.test/quay_a.html?id=7&page=2"]);
    for next in ["src/lib/main.rs is", "test/wall is", "test it", "Test/wall.html is", "other.test/wall"] {
        check(&format!("https://star.quay.test.\n{next}"), &["https://star.quay.test"]);
    }
    check("https://star.quay.\ntest it", &["https://star.quay"]);
    check("https://star.quay.\nsrc/lib/main.rs is", &["https://star.quay"]);
}

#[test]
fn what_cannot_end_where_its_line_does_goes_on_in_the_next() {
    check("https://www.quay\n.test/2016/a. So", &["https://www.quay.test/2016/a"]);
    check("from https:\n//quay.test/a, and", &["https://quay.test/a"]);
    check("from https:\r\n   //quay.test/a, and", &["https://quay.test/a"]);
    check("(from https://\n   quay.test/a), and", &["https://quay.test/a"]);
    check("https://quay.test/a%\n20b. So", &["https://quay.test/a%20b"]);
    check("https://quay.test/a.\nhtml. So", &["https://quay.test/a.html"]);
    check("It is https:\n// a remark", &[]);
    check("It is https:\n//nothing at all", &[]);
    check("https:\n\n//quay.test/a", &[]);
    check(
        "https:\n//quay.test/a https:\n//quay.test/b https://c.test/",
        &["https://quay.test/a", "https://quay.test/b", "https://c.test/"],
    );
    check("https://quay.test/a%\nof it", &["https://quay.test/a%"]);
    check("http://localhost\n.test is", &["http://localhost"]);
    check("https://quay.test\n.example/a", &["https://quay.test"]);
    check("https://quay.test/a\n.NET is", &["https://quay.test/a"]);
    check("from https://\n   nothing is", &[]);
}

#[test]
fn a_sentence_behind_an_address_and_its_full_stop_is_none_of_it() {
    for next in
        ["2020 was dry.", "1234 boats/ships", "3.5 million", "Joule.2020.05.001", "it rose", "pdf", "12345", "v1.2 is"]
    {
        let address = "https://doi.org/10.1016/j.joule.2020.05.001";
        check(&format!("{address}.\n{next}"), &[address]);
    }
    for next in ["2020 was dry.", "3.5 million", "Joule.2020 is", "it rose", "In 2020", "2020.05.01 was"] {
        check(&format!("https://doi.org/10.1016/river.\n{next}"), &["https://doi.org/10.1016/river"]);
    }
    for next in ["Pdf", "pdfs are", "PDF files", "1234/abc", "joule.2020.05.001", "html.erb"] {
        check(&format!("https://e.example/report.\n{next}"), &["https://e.example/report"]);
    }
    check("https://e.example/report.pdf.\nhtml is", &["https://e.example/report.pdf"]);
    check("https://e.example.\npdf is", &["https://e.example"]);
    check("https://doi.org/10.\n1234 boats", &["https://doi.org/10"]);
}

#[test]
fn the_rest_of_an_address_that_was_broken_within_a_word_is_none_of_a_sentence() {
    for (url, word, ends) in [
        ("https://e.test/20", "20/05/wall-falls", true),
        ("https://e.test/2020/05/wal", "l-falls", true),
        ("https://e.test/rep", "orts/wall-2019.html", false),
        ("https://www.harbo", "ur.test/a?id=7", true),
        ("https://e.te", "st/wall-2019.html", false),
    ] {
        assert!(is_rest_of(url, word, ends), "{url}|{word}");
    }
    for (url, word, ends) in [
        ("https://e.test/wall", "state-of-the-art", false),
        ("https://e.test/wall", "l-falls", false),
        ("https://e.test/wall", "online", true),
        ("https://e.test/wall", "2019-05-03", true),
        ("https://e.test/wall", "12-15", true),
        ("https://e.test/wall.pdf", "20/05/wall-falls", true),
        ("https://e.test", "other.test/a?id=7", true),
        ("https://e.test", "and/or", true),
        ("https://e.test/wall", "https://f.test/a-b/c", true),
        ("https://e.test/wall", "Wall-2019.html", true),
    ] {
        assert!(!is_rest_of(url, word, ends), "{url}|{word}");
    }
    assert!(is_path_of("https://e.test", "/reports/wall-2019.html"));
    assert!(!is_path_of("https://e.test", "/usr") && !is_path_of("https://e.test/a", "/reports/wall-2019.html"));
}

#[test]
fn the_number_of_a_page_stands_in_no_address() {
    check(
        "https://e.example/cranes-and-\n14\ngulls-of-the-north. So",
        &["https://e.example/cranes-and-gulls-of-the-north"],
    );
    check("https://e.example/the-new-\n\n 17\n\nquay-of-town.pdf and", &["https://e.example/the-new-quay-of-town.pdf"]);
    check("https://e.example/2020/\r\n\r\n15\r\nlow-roofs.html.", &["https://e.example/2020/low-roofs.html"]);
    check("https://e.example/a?b=\n3\nc=1&d=2 x", &["https://e.example/a?b=c=1&d=2"]);
    check("https://e.example/cranes-\n14\nThe next", &["https://e.example/cranes-14"]);
    check("https://e.example/cranes-\n14\nand so on", &["https://e.example/cranes-14"]);
    check("https://e.example/bay/\n\n18\n\nIn 2019 it froze", &["https://e.example/bay/"]);
    check("https://e.example/bay/\n\n18\n\nstate-of-the-art boats", &["https://e.example/bay/"]);
    check(
        "https://e.example/bay/\n\n18\n\nhttps://e.example/next-page.html",
        &["https://e.example/bay/", "https://e.example/next-page.html"],
    );
    check("https://e.example/bay\n18\nlow-roofs.html", &["https://e.example/bay"]);
    check("https://e.example/bay/\n\n\n\n18\nlow-roofs.html", &["https://e.example/bay/"]);
}

#[test]
fn a_line_after_a_whole_address_is_left_alone() {
    for next in [
        "The next sentence.",
        "",
        "\nA paragraph",
        "  indented/a/b",
        "- item",
        "2. https://f.example/",
        "and/or",
        "state-of-the-art work",
        "29/06/2024",
        "2024-06-29",
        "https://f.example/x",
        "U.S. policy",
    ] {
        let text = format!("https://e.example/about/\n{next}");
        assert_eq!(scan_wrapped(&text)[0].url, "https://e.example/about/", "{text:?}");
    }
    check("https://e.example/about.\nnext/a/b", &["https://e.example/about"]);
}

#[test]
fn the_pieces_are_where_the_address_stands() {
    let text = "see https://e.example/content/\npub/pdf/x.pdf.";
    let found = &scan_wrapped(text)[0];
    assert_eq!(found.pieces.iter().map(|piece| &text[piece.clone()]).collect::<String>(), found.url);
    assert_eq!(found.pieces, [4..30, 31..44]);
}

proptest! {
    #[test]
    fn no_text_panics_and_pieces_make_the_address(text in "(https?://|e\\.example|[/_=&?.()*-]|\n|\r\n|\\PC|a/b/c){0,24}") {
        for found in scan_wrapped(&text) {
            let pieces: String = found.pieces.iter().map(|piece| &text[piece.clone()]).collect();
            prop_assert_eq!(&pieces, &found.url);
            prop_assert!(url::Url::parse(&found.url).is_ok());
        }
    }
}
