//! Lists whose entries begin with raised numbers.

use crate::document::{Format, Limits, parse};

#[test]
fn a_raised_number_that_an_entry_begins_with_is_its_label() {
    let said = |list: &str| -> Vec<String> {
        let text = format!("It “rose”.<sup>1</sup> It “fell”.<sup>2</sup>\n\n## Notes\n\n{list}");
        let document = parse(&text, Format::Markdown, Limits::default());
        let shown = document.entries.iter().map(|entry| {
            let title = entry.source.title.as_deref().unwrap_or_default();
            format!("{}: {title} | {}", entry.label, entry.source.authors.join("; "))
        });
        shown.collect()
    };
    let expected = ["1: The Water Trade | Gavin Doe", "2: The Ice King | "];
    let notes = [
        "Gavin Doe, *The Water Trade* (New York: Harbour, 2003), 12, https://a.test.",
        "\"The Ice King,\" *Boston Courier*, 3 May 1833, 2. https://b.test/ice",
    ];
    for gap in [" ", "", "\u{a0}"] {
        let list = format!("<sup>1</sup>{gap}{}\n\n<sup>2</sup>{gap}{}\n", notes[0], notes[1]);
        assert_eq!(said(&list), expected, "{list}");
    }
    // A number that is not raised can be a word of the entry.
    let list = format!("1984 {}\n\n2001 {}\n", notes[0], notes[1]);
    assert!(said(&list).iter().all(|own| !own.starts_with("1984") && !own.starts_with("2001")));
}
