//! Addresses in running text, and what is none.

use proptest::prelude::*;

use super::*;

fn found(text: &str) -> Vec<&str> {
    scan(text).into_iter().map(|found| &text[found.range]).collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(found(text), expected, "{text:?}");
}

#[test]
fn an_address_ends_where_the_sentence_goes_on() {
    for after in [
        ".", ",", "!", "?", ";", ":", "...", "…", ").", "”", "’", "»", " ", "」", "。次", "、", "，", "！", "？",
        "｜次", "—then", "\"", "'", "`", ">", "|x", "}}", "\n", "\u{a0}", "\u{200b}", "**", "**.", ")*", "](x)", "）",
        "\u{feff}", "،", "؛", "؟", "۔", "।", "॥", "։", "՝", "။", "၊", "፣", "።", "។", "༎", "،).", "· ",
    ] {
        check(&format!("See https://e.example/x{after}"), &["https://e.example/x"]);
    }
    check("هيئة، https://e.example، ثم https://e.example/2022؛", &["https://e.example", "https://e.example/2022"]);
    check("_https://e.example/x_", &["https://e.example/x"]);
    check("https://e.example/x_", &["https://e.example/x_"]);
    check("[https](https://a.example)[mail](mailto:b@a.example)", &["https://a.example"]);
    check("https://例え.example/パス。次", &["https://例え.example/パス"]);
}

#[test]
fn an_address_keeps_what_belongs_to_it() {
    for address in [
        "https://e.example/wiki/A_(b)",
        "https://e.example/a?b[]=1&c=2,3",
        "http://e.example#foo=bar",
        "http://e.example/#/route/!x",
        "https://[2001:db8::1]/x",
        "http://127.0.0.1:8080/",
        "ftp://e.example/pub",
        "HTTP://E.EXAMPLE",
        "https://user:word@e.example/",
        "https://e.example/Israel–x_war",
        "https://e.example/time=9..&x",
        "https://e.example/it's-here",
        "https://web.archive.example/web/20200101000000/https://e.example/a",
        "https://web.archive.example/web/*/https://e.example/*",
        "https://e.example/inc-",
        "https://e.example/wiki/بيروت،_لبنان",
        "https://e.example/wiki/Col·legi",
        "https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
        "http://localhost:8000",
        "https://e.example/നിന്നെ-പോലൊരാള്\u{200d}.html",
    ] {
        check(&format!("({address}),"), &[address]);
        check(&format!("<{address}>"), &[address]);
        check(&format!("text:{address}"), &[address]);
    }
    check("<a href=https://doi.org/10.1000/x>3.0", &["https://doi.org/10.1000/x"]);
    check("https://doi.org/10.1000/x</a>", &["https://doi.org/10.1000/x"]);
    check("1https://e.example/x 2https://f.example", &["https://e.example/x", "https://f.example"]);
}

#[test]
fn what_has_no_scheme_or_no_host_is_no_address() {
    for text in [
        "node.js",
        "image.jpg",
        "www.e.example",
        "http://",
        "http://.",
        "http://..",
        "http://#",
        "http://?",
        "http:// x",
        "http://.e.example",
        "http://-e.example",
        "http://e.example_",
        "hppt://e.example",
        "//e.example",
        "mailto:a@e.example",
        "git+https://e.example",
        "xhttps://e.example",
        "https:///e.example",
        "http://e.example:500000",
        "a:b://c",
        "https://[::1",
        "https://%zz/",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_long_text_without_an_address_is_read_in_linear_time() {
    for piece in ["http://.", "http://", "1", "://", "http://a.example,", "10.1000/"] {
        let text = piece.repeat(1_000_000 / piece.len());
        let count = scan(&text).len();
        assert!(count <= text.len());
    }
    assert_eq!(scan(&format!("https://e.example/{} https://f.example", "a".repeat(100_000))).len(), 1);
}

proptest! {
    #[test]
    fn no_text_panics_and_what_is_found_can_be_parsed(
        text in "\\PC{0,60}|(https?://|e\\.example|[a-z0-9/_=&?.,()\\[\\]*<>'#:@%-]|[“”…。\u{200b}é]| |\n){0,40}",
    ) {
        let mut last = 0;
        for FoundUrl { range } in scan(&text) {
            prop_assert!(range.start >= last);
            last = range.end;
            let address = text.get(range.clone());
            prop_assert!(address.is_some_and(|address| Url::parse(address).is_ok()), "{:?}", address);
            prop_assert_eq!(at(&text, range.start), Some(range.end));
        }
    }
}
