//! Plain texts with markup and without.

use super::super::{ContentHead, SaidBy, TextName, read};

fn no_marks(text: &str, content_type: &str, url: &str) -> Option<String> {
    let head = ContentHead { content_type: Some(content_type), said_by: SaidBy::Server, url };
    let page = read(text.as_bytes(), &head, &mut || true);
    assert_eq!(page.text(TextName::Visible), Some(text), "as it stands");
    page.text(TextName::NoMarks).map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn a_plain_text_is_also_read_without_its_markup() {
    for (text, content_type, url) in [
        ("The lamp had [burned](http://x.test/y) for *nine* nights.\n", "text/markdown", "http://a.test/"),
        ("The lamp had [burned](http://x.test/y) for **nine** nights.[^1]\n", "text/plain", "http://a.test/"),
        (
            "The lamp had [burned][b] for\nnine nights.\n\n[b]: http://x.test/y\n",
            "text/plain",
            "http://a.test/README.md",
        ),
        ("The lamp had `burned <http://x.test/y>`_ for *nine* nights.\n", "text/plain", "http://a.test/"),
        ("The :term:`lamp` had `burned`_ for *nine* nights.\n", "text/plain", "http://a.test/a.rst?raw=1"),
        ("The \\emph{lamp} had burned for nine~nights.\n", "text/plain", "http://a.test/"),
        (
            "<?xml version=\"1.0\"?>\n<rss><channel><item><description><![CDATA[<p>The <b>lamp</b> had burned for nine \
             nights.</p>]]></description></item></channel></rss>",
            "application/rss+xml",
            "http://a.test/",
        ),
        (
            "<feed><entry><content type=\"html\">&lt;p&gt;The &lt;b&gt;lamp&lt;/b&gt; had burned for nine \
             nights.&lt;/p&gt;</content></entry></feed>",
            "application/atom+xml",
            "http://a.test/",
        ),
        (
            "{\"a\": {\"b\": [\"The l\\u0061mp had <b>burned</b> for\", \"nine nights.\"]}, \"c\": 12}",
            "application/json; charset=utf-8",
            "http://a.test/",
        ),
    ] {
        assert_eq!(
            no_marks(text, content_type, url).as_deref(),
            Some("The lamp had burned for nine nights."),
            "{text}"
        );
    }
}

#[test]
fn a_plain_text_without_markup_has_one_text() {
    for text in [
        "The lamp had burned for nine nights.\n\nIt *was* seen.\n",
        "name,words\nkeeper,\"the lamp\"\n",
        "for (i = 0; i < n; i++) { a[i] = b(i); }\n",
    ] {
        assert_eq!(no_marks(text, "text/plain", "http://a.test/a.txt"), None, "{text}");
    }
}

#[test]
fn what_stands_in_a_section_of_xhtml_is_read() {
    let text = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p><![CDATA[The lamp & the oar.]]> Burned.</p></body></html>";
    let head =
        ContentHead { content_type: Some("application/xhtml+xml"), said_by: SaidBy::Server, url: "https://a.test/" };
    let page = read(text.as_bytes(), &head, &mut || true);
    assert_eq!(page.text(TextName::Visible), Some("The lamp & the oar. Burned."));
}
