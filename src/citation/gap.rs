//! Words within a quote that the document does not have itself, but a template or a formula shows: an ellipsis stands for
//! them.

use std::ops::Range;

use crate::document::Document;

/// Names of what shows words that are not known which are kept of a quote.
pub(super) const MOST: usize = 16;

/// What stands for words that are not known; it can stand for none as well.
const ELLIPSIS: &str = "[…]";

/// Where in the prose words of a passage are not known, in order, and what shows them.
pub(super) fn within(document: &Document, range: &Range<usize>) -> Vec<(usize, String)> {
    let prose = document.prose.text();
    // What stands right behind the opening mark, or right before the closing one, is part of the passage.
    let start = prose[..range.start].trim_end_matches(' ').len();
    let end = prose.len() - prose[range.end..].trim_start_matches(' ').len();
    let first = document.gaps.partition_point(|gap| gap.at < start);
    let own = document.gaps[first..].iter().take_while(|gap| gap.at <= end);
    own.map(|gap| (gap.at.clamp(range.start, range.end), gap.name.clone())).collect()
}

/// The words of a passage that stands in one piece, and what shows words in it that are not known.
pub(super) fn text(document: &Document, range: &Range<usize>) -> (String, Vec<String>) {
    let gaps = within(document, range);
    let mut text = String::new();
    push(&mut text, document, range.clone(), &gaps);
    let mut unread: Vec<String> = gaps.into_iter().map(|(_, name)| name).take(MOST).collect();
    unread.dedup();
    (text, unread)
}

/// Appends the words of `range`, with an ellipsis at each gap in it that none stands at yet.
pub(super) fn push(text: &mut String, document: &Document, range: Range<usize>, gaps: &[(usize, String)]) {
    let prose = document.prose.text();
    let mut at = range.start;
    let first = gaps.partition_point(|(gap, _)| *gap < range.start);
    for (gap, _) in gaps[first..].iter().take_while(|(gap, _)| *gap <= range.end) {
        text.push_str(&prose[at..*gap]);
        at = *gap;
        if text.trim_end().ends_with(ELLIPSIS) {
            continue;
        }
        if text.ends_with(char::is_alphanumeric) {
            text.push(' ');
        }
        text.push_str(ELLIPSIS);
        if prose[at..range.end].starts_with(char::is_alphanumeric) {
            text.push(' ');
        }
    }
    text.push_str(&prose[at..range.end]);
}
