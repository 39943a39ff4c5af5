//! What is wrong with a page of a wiki, and what is not.

use super::tests::found;
use crate::document::Format;

#[test]
fn what_stands_in_a_cell_and_what_a_note_calls_by_name_is_used() {
    for text in [
        "A.<ref>{{harvnb|Doe|1999}}</ref>\n{|\n|-\n| 2000 || calm || {{cite web|url=https://b.test|title=Calm}}\n|}\n\
         * {{cite book|last=Doe|date=1999|title=Walls|url=https://a.test}}",
        "A.<ref>{{harvnb|Roe|2001}}</ref> B.<ref>Doe 1999, p. 4.</ref>\n\n== Books ==\n\
         * {{cite book|last=Doe|date=1999|title=Walls|url=https://a.test}}\n* {{cite book|last=Roe|date=2001|title=Sea|url=https://b.test}}",
    ] {
        assert_eq!(found(text, Format::Wikitext), [], "{text}");
    }
    let text = "A.<ref>{{harvnb|Roe|2001}}</ref>\n\n== Books ==\n\
                * {{cite book|last=Doe|date=1999|title=Walls|url=https://a.test}}\n* {{cite book|last=Roe|date=2001|title=Sea|url=https://b.test}}";
    assert_eq!(found(text, Format::Wikitext), [("unused-reference", 4)]);
}

#[test]
fn escapes_for_signs_that_a_format_cannot_have_make_no_other_page() {
    let wiki = |page: &str, captured: &str| {
        let capture = format!("https://web.archive.org/web/20200101000001/https://a.test/{captured}");
        let text = format!(
            "A.<ref>{{{{cite web|url=https://a.test/{page}|title=A|archive-url={capture}|archive-date=2020-01-01}}}}</ref>"
        );
        found(&text, Format::Wikitext)
    };
    for (page, captured) in [("b{{!}}c", "b%7Cc"), ("?q=a{{!}}b", "?q=a%7Cb"), ("b'c", "b%27c"), ("b%7Cc", "b{{!}}c")] {
        assert_eq!(wiki(page, captured), [], "{page} {captured}");
    }
    assert_eq!(wiki("b{{!}}c", "b%7Cd"), [("archive-of-another-page", 1)]);
}
