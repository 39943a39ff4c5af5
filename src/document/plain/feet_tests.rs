//! Notes at the foot of pages.

use crate::document::{Document, Format, Limits, Role, parse};

fn read(text: &str) -> Document {
    parse(text, Format::Plain, Limits::default())
}

#[test]
fn notes_at_the_foot_of_pages_that_stand_for_earlier_ones_are_notes() {
    let first = "The board promised “a quay for every boat” in its plan.1 The paper called it “a dream of docks.”2\n\n\
                 RULE1 Harbour Board, “Plan for the Quay,” May 3, 2019, https://board.test/plan.\n\
                 2 Hazel Byrd, “A Dream of Docks,” Harbour Post, May 4, 2019, https://post.test/dream.\n\n";
    let body = "Nobody asked the sailors, who had “no word in it at all.”3 They wrote of it in a letter.4\n\n";
    let (board, post) = ("https://board.test/plan", "https://post.test/dream");
    for (notes, expected) in [
        ("3 Ibid.\n4 Ibid., 12.\n", [post, post]),
        ("3 Ibid., p. 4.\n4 Harbour Board, supra note 1, at 9.\n", [post, board]),
        ("3 Byrd, op. cit., p. 3.\n4 See note 1 above.\n", [post, board]),
        ("3 Ebd., S. 4.\n4 Siehe Anm. 1.\n", [post, board]),
        ("3 Harbour Board, “Plan for the Quay,” 7.\n4 Ibid., 9.\n", [board, board]),
    ] {
        for rule in ["", "______________\n", "--------\n", "⸻\n"] {
            for page in ["", "\x0c", "\n4\n\n\x0c"] {
                let text = format!("{}{page}{body}{rule}{notes}", first.replace("RULE", rule));
                let document = read(&text);
                let own: Vec<_> = document.entries.iter().filter(|entry| entry.role != Role::Link).collect();
                let labels: Vec<&str> = own.iter().map(|entry| entry.label.as_str()).collect();
                assert_eq!(labels, ["1", "2", "3", "4"], "{text}");
                let urls: Vec<&str> = own[2..].iter().filter_map(|entry| entry.source.url.as_deref()).collect();
                assert_eq!(urls, expected, "{text}");
            }
        }
    }
    // Steps that only look like them.
    let text = format!("{}{body}3 ropes, ibid.\n5 lamps were bought as well.\n", first.replace("RULE", ""));
    assert!(read(&text).entries.iter().all(|entry| entry.label != "5"), "{text}");
}
