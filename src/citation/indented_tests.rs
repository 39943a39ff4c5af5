//! Paragraphs of plain text that stand in from the margin, and what they are quoted from.

use super::claims;
use crate::document::{Format, Limits, parse};

/// The passages of a text that are block quotes, with the labels of their sources.
fn bound(text: &str) -> Vec<String> {
    let document = parse(text, Format::Plain, Limits::default());
    let found = claims(&document, text);
    let blocks = found.quotes.iter().filter(|quote| quote.text.starts_with("It was never"));
    blocks
        .map(|quote| {
            let cited = quote.cites.iter().map(|&at| found.citations[at].label.as_str());
            format!("{} → {}", quote.text, cited.collect::<Vec<_>>().join(", "))
        })
        .collect()
}

const NUMBERED: &str = "\nReferences\n\n[1] Lee, Anna. Lamps. Port Press, 2016. https://a.test/1\n[2] Roe, Karl. Money. Port Press, 2018. https://a.test/2\n";
const DATED: &str = "\nReferences\n\nLee, Anna. 2016. Lamps of the North. Port Press. https://a.test/1\n\nRoe, Karl. 2018. Money. Port Press. https://a.test/2\n";

#[test]
fn what_stands_in_is_of_the_mark_at_its_end_or_behind_the_colon_above() {
    let said = "It was never meant to be built. The council wanted the money, and the money came.";
    let block = "    It was never meant to be built. The council wanted the money,\n    and the money came.";
    for (lead, mark, list, label) in [
        ("Many others wrote more about this in the years that followed:", " [2]", NUMBERED, "2"),
        ("Many others wrote more about this in the years that followed:[2]", "", NUMBERED, "2"),
        ("Many others wrote more about this in the years that followed [2]:", "", NUMBERED, "2"),
        ("Many others wrote more about this in the years that followed.", " (Roe 2018, 44)", DATED, "2"),
        ("Many others wrote more about this in the years that followed:", " (Roe 2018: 44)", DATED, "2"),
        ("Roe (2018) wrote:", "", DATED, "2"),
        ("Roe (2018) wrote more about this in the years that followed:", "", DATED, "2"),
    ] {
        let text = format!(
            "On the Quay\n\nThe quay is old, and nobody knows who built it.\n\n{lead}\n\n{block}{mark}\n\nThat is all that they had to say of it.\n{list}"
        );
        assert_eq!(bound(&text), [format!("{said} → {label}")], "{lead} {mark}");
    }
}

#[test]
fn what_ends_with_a_mark_and_stands_in_for_another_reason_is_not_quoted() {
    let lead = "On the Quay\n\nThe quay is old, and nobody knows who built it.\n\nThey have\nmore.";
    for own in [
        // A mark and no other sign, nothing at its end, a line alone, a table, an address, code.
        "    It was never meant to be built. The council wanted the money,\n    and the money came. [2]",
        "    It was never meant to be built. The council wanted the money,\n    and the money came.",
        "    It was never meant to be built. The council wanted the money. [2]",
        "    It was never   in the   house of the town [1]\n    The money      in the   house of the board [2]",
        "    It was never\n    Quay Street 4\n    Nordhaven [2]",
        "    It was never = the {quay}; return <money> + [2];\n    and = the $money; print(`it`); [2]",
        "    - It was never meant to be built, and everybody knew that. [1]\n    - The money came in the end, and nobody asked for it. [2]",
    ] {
        let text = format!("{lead}\n\n{own}\n\nThat is all that they had to say of it.\n{NUMBERED}");
        assert!(bound(&text).is_empty(), "{own} {:?}", bound(&text));
    }
    // All paragraphs stand in below their headings, as in standards.
    let text = format!(
        "1. Quays\n\n   It was never meant to be built. The council wanted the\n   money, and the money came. [2]\n\n2. Walls\n\n   It was never meant to be built. The council wanted the\n   money, and the money came. [1]\n{NUMBERED}"
    );
    assert!(bound(&text).is_empty(), "{:?}", bound(&text));
}
