//! No text from outside opens markup, adds a line or moves a cursor, wherever it is printed.

use proptest::prelude::*;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag};

use super::*;

/// Every extension but the one that only changes typography.
fn options() -> Options {
    Options::all().difference(Options::ENABLE_SMART_PUNCTUATION)
}

/// What Markdown makes of a text: every event but text by its shape, and the text.
fn read(markdown: &str) -> (Vec<String>, String) {
    let (mut shape, mut text) = (Vec::new(), String::new());
    let mut add = |piece: &CowStr<'_>| text.push_str(piece);
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(piece) => add(&piece),
            Event::Start(Tag::Heading { .. }) => shape.push("heading".to_owned()),
            other => shape.push(format!("{other:?}")),
        }
    }
    (shape, text)
}

/// Places of a report, as the report writes them; `@` stands for the words from outside.
const PLACES: &[&str] = &[
    "¤",
    "Some words ¤ and more",
    "- ¤",
    "1. ¤",
    "> ¤",
    "### Line 4: ¤",
    "### ¤",
    "| a | b |\n| --- | --- |\n| ¤ | c |\n| d | ¤ |",
    "**Words:** “¤”",
    "[¤](<https://site.example/>)",
    "[x ¤ y](<https://site.example/>) and ¤",
    "<details>\n<summary>more</summary>\n\n¤\n\n</details>",
];

fn check_places(outside: &str) {
    let escaped = markdown(outside);
    let plain: String = escaped.chars().filter(|c| *c != JOINER).collect();
    assert!(!escaped.contains('\n'), "{escaped:?}");
    if plain.is_empty() {
        return;
    }
    for place in PLACES {
        let (shape, text) = read(&place.replace('¤', &escaped));
        let (harmless_shape, harmless_text) = read(&place.replace('¤', "XqX"));
        assert_eq!(shape, harmless_shape, "{outside:?} as {escaped:?} in {place:?}");
        let text: String = text.chars().filter(|c| *c != JOINER).collect();
        assert_eq!(text, harmless_text.replace("XqX", &one_line(outside)), "{outside:?} as {escaped:?} in {place:?}");
    }
}

#[test]
fn the_usual_attacks_are_text() {
    for attack in [
        "# heading",
        "- item",
        "+ item",
        "* item",
        "1. item",
        "12) item",
        "> quote",
        "---",
        "===",
        "```rust",
        "~~~",
        "<script>alert(1)</script>",
        "<!-- comment",
        "</details>",
        "![x](https://evil.example/x.png)",
        "[x](javascript:alert(1))",
        "[x]: https://evil.example",
        "[^1]: note",
        "**bold** _it_ ~~gone~~ `code` ^up^ $x$ ~down~",
        "a | b | c",
        "| --- |",
        "&lt;b&gt; &copy; &#64;team",
        "\\",
        "\\\\*",
        "a\n\n# b",
        "a  \nb\\\nc",
        "a\u{2028}# b\u{85}c\u{b}d",
        "\u{202e}evil\u{2066}",
        "    code",
        "\tcode",
        ": definition",
        "{#id .class}",
        "{{ site.secret }} {% include x %}",
        "https://evil.example www.evil.example me@evil.example mailto:me@evil.example",
        "- [ ] task",
        "[x]",
        "[[wiki]]",
        "> [!NOTE]",
        "+++",
        ":::",
    ] {
        check_places(attack);
    }
}

#[test]
fn what_becomes_a_link_or_a_mention_after_markdown_is_broken_up() {
    for (outside, expected) in [
        ("@team", "@\u{2060}team"),
        ("#123", "\\#\u{2060}123"),
        ("GH-12", "GH-\u{2060}12"),
        ("me@site.example", "me@\u{2060}site.example"),
        ("me@.example", "me@\u{2060}.example"),
        ("https://x.example", "https\\://x.example"),
        ("www.x.example", "www\\.x.example"),
        ("{{ a }} {% b %}", "\\{\\{ a \\}\\} \\{\\% b %\\}"),
        ("a @ b, no. 3: 10:30", "a @ b, no. 3: 10:30"),
        ("1984. It was", "1984\\. It was"),
        ("it’s “fine” – (really), 50% of 3.5!", "it’s “fine” – (really), 50% of 3.5!"),
    ] {
        assert_eq!(markdown(outside), expected);
    }
}

#[test]
fn only_web_addresses_are_linked_and_their_characters_cannot_end_the_link() {
    for (url, expected) in [
        ("https://a.example/x_(y)?a=1&copy=2#:~:text=b,c", "[t](<https://a.example/x_(y)?a=1\\&copy=2#:~:text=b,c>)"),
        ("https://user:secret@a.example/", "[t](<https://a.example/>)"),
        ("https://a.example/?q=a|b`c\\d>e", "[t](<https://a.example/?q=a%7Cb%60c%5Cd%3Ee>)"),
        ("javascript:alert(1)", "t"),
        ("data:text/html,<b>", "t"),
        ("not an address", "t"),
    ] {
        assert_eq!(link("t", url), expected);
    }
    assert_eq!(bare_link("javascript:alert(1)"), "javascript:alert(1)");
    assert_eq!(link("", "https://a.example/"), "[link](<https://a.example/>)");
}

#[test]
fn a_log_holds_no_command_to_who_reads_it() {
    let check = |text: &str, expected: &str| assert_eq!(terminal(text), expected);
    check("a ##vso[task.setvariable variable=P]b ##VSO[x]", "a #.vso[task.setvariable variable=P]b #.VSO[x]");
    check("###[error] ## Heading #12 ##vso", "##.[error] ## Heading #12 ##vso");
}

#[test]
fn a_terminal_sees_no_control() {
    assert_eq!(terminal("a\u{1b}[31mred\u{1b}]0;title\u{7}\u{9b}2J\r\nb\u{202e}c\u{200b}d"), "a[31mred]0;title2J bcd");
}

/// Texts that are mostly made of what markup is made of.
fn outside() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[-#*_`~<>|\\[\\]()!&;:=+.$^{}%@/\\\\\"' \\n\\t0-9a-z]{1,6}",
        1 => "\\PC{1,4}",
        1 => prop::sample::select(vec!["http://", "www.", "&amp;", "<b>", "<!--", "\r\n\r\n", "]: x", "](", "1. ", "\u{202e}"])
            .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_text_opens_markup_and_all_of_it_comes_out(outside in outside()) {
        check_places(&outside);
    }

    #[test]
    fn no_address_breaks_out_of_its_link(tail in outside(), text in outside()) {
        let url = format!("https://site.example/{tail}");
        let linked = link(&text, &url);
        for place in ["¤", "- ¤ x", "| a |\n| --- |\n| ¤ |"] {
            let markdown = place.replace('¤', &linked);
            let links: Vec<String> = Parser::new_ext(&markdown, options())
                .filter_map(|event| match event {
                    Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
                    Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) => Some("markup".to_owned()),
                    _ => None,
                })
                .collect();
            let expected = web_address(&url).map(|url| destination(&url).replace("\\&", "&"));
            prop_assert_eq!(links, expected.into_iter().collect::<Vec<_>>(), "{}", markdown);
        }
    }

    #[test]
    fn no_text_for_a_terminal_holds_a_control(outside in outside()) {
        prop_assert!(!terminal(&outside).chars().any(is_unseen));
    }
}
