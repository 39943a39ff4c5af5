//! HTML to a tree, with an end: a few hostile bytes can keep a parser busy for minutes.

use html5ever::driver;
use html5ever::tendril::{StrTendril, TendrilSink};
use scraper::{Html, HtmlTreeSink};

use super::CutShort;
use crate::span::floor_char_boundary;

/// How much is parsed between two looks at the limits. At that size the worst known input takes a tenth of a second.
const CHUNK: usize = 16_384;
/// Elements within elements; browsers stop at 512 as well.
const DEEPEST: usize = 512;

/// White space within one tag or comment, counted in runs. Every attribute of a tag is compared with those before it,
/// so that 200,000 take ten seconds; that many take a third of one.
const MOST_IN_ONE_TAG: usize = 30_000;

/// Elements, attributes and texts of one tree: some 200 MiB. An ordinary page has that many in 20 MB.
const MOST_NODES: usize = 1_500_000;

/// The tree of `text`, and why it is not the whole of it.
pub(super) fn parse(text: &str, keep_going: &mut dyn FnMut() -> bool) -> (Html, Option<CutShort>) {
    let mut parser = driver::parse_document(HtmlTreeSink::new(Html::new_document()), driver::ParseOpts::default());
    let mut rest = text;
    let mut cut_short = None;
    let (mut grown, mut in_one_tag, mut nodes) = ((0, 0), 0, 0);
    while !rest.is_empty() && cut_short.is_none() {
        // The beginning is always read: the time may have gone into decoding the bytes.
        if rest.len() < text.len() && !keep_going() {
            cut_short = Some(CutShort::Deadline);
            break;
        }
        let (chunk, after) = rest.split_at(floor_char_boundary(rest, CHUNK));
        parser.process(StrTendril::from_slice(chunk));
        rest = after;
        let html = parser.tokenizer.sink.sink.0.borrow();
        let size = size(&html);
        nodes += newest(&html, size.0.saturating_sub(grown.0));
        in_one_tag = if size == grown { in_one_tag + chunk.split_ascii_whitespace().count() } else { 0 };
        grown = size;
        if is_too_deep(&html) {
            cut_short = Some(CutShort::Depth);
        } else if nodes > MOST_NODES {
            cut_short = Some(CutShort::Elements);
        } else if in_one_tag > MOST_IN_ONE_TAG {
            cut_short = Some(CutShort::Deadline);
        }
    }
    (parser.finish(), cut_short)
}

/// How far the tree has grown: its nodes, and the text in its last leaf.
fn size(html: &Html) -> (usize, usize) {
    let leaf = html.tree.root().last_children().last();
    let text = leaf.and_then(|leaf| leaf.value().as_text().map(|text| text.len()));
    (html.tree.nodes().len(), text.unwrap_or_default())
}

/// How many the newest nodes are, with their attributes.
fn newest(html: &Html, nodes: usize) -> usize {
    let newest = html.tree.nodes().rev().take(nodes);
    newest.map(|node| 1 + node.value().as_element().map_or(0, |element| element.attrs.len())).sum()
}

/// Whether the place where the parser stands lies too deep: that of the last node made, or the last leaf.
fn is_too_deep(html: &Html) -> bool {
    let newest = html.tree.nodes().next_back().map_or(0, |node| node.ancestors().take(DEEPEST + 1).count());
    let last = html.tree.root().last_children().take(DEEPEST + 1).count();
    newest.max(last) > DEEPEST
}
