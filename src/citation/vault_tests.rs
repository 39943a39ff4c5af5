//! What quotes belong to in notes of a vault, and in texts whose reference lists have parts.

use crate::document::{Format, Limits, parse};

#[test]
fn what_is_quoted_or_bound_through_links_of_a_vault_is_as_it_is_read() {
    let text =
        "It said “the [[harbour]] was shut for [[Winter|two winters]]” ([[Port Authority]], https://a.test/1).\n";
    let document = parse(text, Format::Markdown, Limits::default());
    let claims = crate::citation::claims(&document, text);
    assert_eq!(claims.quotes[0].text, "the harbour was shut for two winters");
    assert_eq!(claims.quotes[0].cites, [0]);
    assert_eq!(&text[claims.quotes[0].place.span.range()], "the [[harbour]] was shut for [[Winter|two winters");
}

#[test]
fn lists_with_keys_in_parts_under_headings_of_their_own_are_read() {
    let text = "Ice Signals\n\n   As [RFC9119] puts it, \"the words must be read as they are\" [RFC9119].  See [Frost]\n   and [I-D.ietf-harbour-frost-signals].\n\n\
        2.  References\n\n2.1.  Normative References\n\n   [RFC9119]  Bradner, S., \"Key words for use in RFCs\", RFC 9119, March 1997,\n              \
        <https://a.test/1>.\n\n2.2.  Informative References\n\n   [Frost]    Guard, C., \"The frost\", 3 May 2021,\n              <https://b.test/2>.\n\n   \
        [I-D.ietf-harbour-frost-signals]\n              Roe, K., \"Signals\", Work in Progress, 3 May 2021,\n              <https://c.test/3>.\n";
    let document = parse(text, Format::Plain, Limits::default());
    let entries: Vec<_> = document.entries.iter().map(|own| (own.label.as_str(), own.source.url.as_deref())).collect();
    let (one, two, three) = ("https://a.test/1", "https://b.test/2", "https://c.test/3");
    let key = "I-D.ietf-harbour-frost-signals";
    assert_eq!(entries, [("RFC9119", Some(one)), ("Frost", Some(two)), (key, Some(three))]);
    let claims = crate::citation::claims(&document, text);
    let quotes: Vec<_> = claims.quotes.iter().map(|quote| (quote.text.as_str(), &quote.cites[..])).collect();
    assert_eq!(quotes, [("the words must be read as they are", &[0][..])]);
}
