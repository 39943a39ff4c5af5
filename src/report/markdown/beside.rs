//! The words of the document and the words of the source, side by side, what differs marked on both.

use crate::quote_match::{Change, ChangeOp, Hit};
use crate::report::escape::markdown;
use crate::verdict::excerpt;

/// The two sides, as Markdown of one line.
pub(super) struct Beside {
    /// The quote; words that the source does not have are struck out.
    pub(super) quote: String,
    /// The passage; words that the quote does not have are bold.
    pub(super) passage: String,
    /// Whether words that both have were left out.
    pub(super) cut: bool,
}

/// Words in common that are shown on each side of a difference.
const AROUND: usize = 8;

/// More characters than this in one difference are cut in their middle.
const DIFFERENCE: usize = 400;

/// Sets a difference side by side. Long stretches that both have are cut to the words around what differs.
pub(super) fn beside(diff: &[Change]) -> Beside {
    let mut both = Beside { quote: String::new(), passage: String::new(), cut: false };
    for (at, change) in diff.iter().enumerate() {
        match change.op {
            ChangeOp::Equal => {
                let (first, last) = (at == 0, at + 1 == diff.len());
                let words = shortened(&change.text, first, last);
                both.cut |= words.len() < change.text.trim().len();
                add(&mut both.quote, &markdown(&words), "");
                add(&mut both.passage, &markdown(&shortened(change.on_page(), first, last)), "");
            }
            ChangeOp::Delete => add(&mut both.quote, &markdown(&excerpt(&change.text, DIFFERENCE)), "~~"),
            ChangeOp::Insert => add(&mut both.passage, &markdown(&excerpt(&change.text, DIFFERENCE)), "**"),
        }
    }
    both
}

/// The passage in bold with the words before and after it.
pub(super) fn in_context(hit: &Hit) -> String {
    /// The table above it has the passage; this is for finding it.
    const PASSAGE: usize = 160;
    let passage = excerpt(&hit.matched, PASSAGE);
    let (before, after) = (markdown(&hit.before), markdown(&hit.after));
    let left = gap(hit.before.ends_with(char::is_whitespace) || before.is_empty(), passage.chars().next());
    let right = gap(hit.after.starts_with(char::is_whitespace) || after.is_empty(), passage.chars().next_back());
    let line = format!("… {before}{left}**{}**{right}{after} …", markdown(&passage));
    line.replacen("…  ", "… ", 1)
}

/// What stands between the mark of the passage and its neighbour: where the mark touches a letter outside and
/// punctuation inside, it would be read as text.
fn gap(space_there: bool, edge: Option<char>) -> &'static str {
    if space_there || !edge.is_some_and(char::is_alphanumeric) { " " } else { "" }
}

/// Adds words in their mark. A space stands around marks always: where they touch a letter and a full stop at once,
/// they would be read as text.
fn add(line: &mut String, words: &str, mark: &str) {
    if words.is_empty() {
        return;
    }
    if !line.is_empty() {
        line.push(' ');
    }
    line.push_str(mark);
    line.push_str(words);
    line.push_str(mark);
}

fn shortened(text: &str, first: bool, last: bool) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (head, tail) = (if first { 0 } else { AROUND }, if last { 0 } else { AROUND });
    // Cutting fewer than three words would leave a line that is no shorter.
    if words.len() <= head + tail + 2 {
        return words.join(" ");
    }
    let (before, after) = (words[..head].join(" "), words[words.len() - tail..].join(" "));
    format!("{before} … {after}").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(op: ChangeOp, text: &str) -> Change {
        Change::new(op, text)
    }

    fn check(diff: &[Change], quote: &str, passage: &str) {
        let both = beside(diff);
        assert_eq!((both.quote.as_str(), both.passage.as_str()), (quote, passage));
    }

    #[test]
    fn what_differs_is_marked_on_both_sides() {
        use ChangeOp::{Delete, Equal, Insert};
        check(
            &[change(Equal, "we "), change(Delete, "may "), change(Insert, "must "), change(Equal, "go *now*")],
            "we ~~may~~ go \\*now\\*",
            "we **must** go \\*now\\*",
        );
        check(&[change(Delete, "“No”,"), change(Equal, "x")], "~~“No”,~~ x", "x");
        check(&[], "", "");
    }

    #[test]
    fn each_side_has_its_own_typography_where_the_words_are_the_same() {
        use ChangeOp::{Delete, Equal, Insert};
        let common = Change { page: Some("the “20” ".into()), ..change(Equal, "the 'twenty' ") };
        check(&[common, change(Delete, "may"), change(Insert, "must")], "the 'twenty' ~~may~~", "the “20” **must**");
    }

    #[test]
    fn long_stretches_in_common_are_cut_to_the_words_around() {
        use ChangeOp::{Delete, Equal};
        let many = (1..=40).map(|n| format!("w{n} ")).collect::<Vec<_>>().concat();
        let both = beside(&[change(Equal, &many), change(Delete, "not "), change(Equal, &many)]);
        assert!(both.cut);
        assert_eq!(both.quote, "… w33 w34 w35 w36 w37 w38 w39 w40 ~~not~~ w1 w2 w3 w4 w5 w6 w7 w8 …");
    }
}
