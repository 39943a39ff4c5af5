//! Reference lists below a line that stands for a heading.

use crate::document::Format;
use crate::document::shown::{entries, markers, read};

fn labels(text: &str) -> (Vec<String>, Vec<String>) {
    let document = read(text, Format::Markdown);
    (entries(&document), markers(&document))
}

#[test]
fn a_list_in_brackets_is_one_without_any_address() {
    let text = "It “rose” [1], “fell” [2] and “stood” [3].";
    let led = ["1 > 1", "2 > 2", "3 > 3"];
    for heading in ["## References", "**References**", "References"] {
        for list in [
            "[1] Smith J. Walls. J Walls. 2019;4:1-9. PMID: 12345678\n\n[2] Roe K. Seas. Lancet. 2020;395:10. PMCID: PMC7234567\n\n[3] WHO. Guidelines for walls. Geneva: WHO; 2018.",
            "[1] J. Smith. Walls and water. MIT Press, 2017.\n\n[2] K. Roe. Seas. MIT Press, 2018.\n\n[3] L. Poe. Ice. MIT Press, 2019.",
        ] {
            let (entries, markers) = labels(&format!("{text}\n\n{heading}\n\n{list}\n"));
            assert_eq!(entries.len(), 3, "{heading} {list} {entries:?}");
            assert_eq!(markers, led, "{heading} {list}");
        }
    }
    // Remarks that nothing numbers, and numbers that do not count.
    for list in [
        "The walls are old. They were built in 1990.\n\nThe sea was high in 2001.",
        "[3] was said in 1990.\n\n[7] was said in 2001.",
    ] {
        let (entries, _) = labels(&format!("It “rose”.\n\n**Notes**\n\n{list}\n"));
        assert!(entries.is_empty(), "{list} {entries:?}");
    }
}
