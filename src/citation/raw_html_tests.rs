//! HTML that documents of light markup hand through: what is read of it, and what its quotes belong to.

use crate::document::{Format, Limits, parse};

const HTML: &str = "<p>It “was shut for two winters” <a href=\"https://a.test/1?a=1&amp;b=2\">Port</a>.</p>\n\
    <blockquote>No ship may pass.</blockquote>\n<script>var a = \"https://b.test/2\";</script>\n\
    <iframe src=\"https://c.test/3\"></iframe>";

#[test]
fn html_that_is_handed_through_is_read() {
    let indented = HTML.replace('\n', "\n   ");
    for (format, text) in [
        (Format::Rst, format!("Words.\n\n.. raw:: html\n\n   {indented}\n\nEnd.\n")),
        (
            Format::Rst,
            format!(
                "Words.\n\n.. only:: html\n\n   .. raw:: html\n      :class: a\n\n      {}\n\nEnd.\n",
                HTML.replace('\n', "\n      ")
            ),
        ),
        (Format::Asciidoc, format!("Words.\n\n++++\n{HTML}\n++++\n\nEnd.\n")),
        (Format::Org, format!("Words.\n\n#+begin_export html\n{HTML}\n#+end_export\n\nEnd.\n")),
        (Format::Org, format!("Words.\n\n#+BEGIN_HTML\n{HTML}\n#+END_HTML\n\nEnd.\n")),
    ] {
        let document = parse(&text, format, Limits::default());
        let claims = crate::citation::claims(&document, &text);
        let urls: Vec<_> = claims.citations.iter().filter_map(|citation| citation.url.as_deref()).collect();
        assert_eq!(urls, ["https://a.test/1?a=1&b=2"], "{text}");
        let span = claims.citations[0].url_spans[0];
        assert_eq!(&text[span.range()], "https://a.test/1?a=1&amp;b=2");
        let quotes: Vec<_> = claims.quotes.iter().map(|quote| (quote.text.as_str(), quote.cites.len())).collect();
        assert_eq!(quotes, [("was shut for two winters", 1), ("No ship may pass.", 0)], "{text}");
    }
}

#[test]
fn what_is_handed_through_to_other_programs_is_not_read() {
    for (format, text) in [
        (Format::Rst, "W.\n\n.. raw:: latex\n\n   \\href{https://a.test/1}{a}\n\nEnd.\n"),
        (Format::Rst, "W.\n\n.. code-block:: html\n\n   <a href=\"https://a.test/1\">a</a>\n\nEnd.\n"),
        (Format::Org, "W.\n\n#+begin_export latex\n\\href{https://a.test/1}{a}\n#+end_export\n"),
        (Format::Org, "W.\n\n#+begin_src html\n<a href=\"https://a.test/1\">a</a>\n#+end_src\n"),
        (Format::Asciidoc, "W.\n\n----\n<a href=\"https://a.test/1\">a</a>\n----\n"),
        (Format::Asciidoc, "W.\n\n[stem]\n++++\na < b\n++++\n"),
    ] {
        assert!(parse(text, format, Limits::default()).entries.is_empty(), "{text}");
    }
}
