//! Block quotes that begin with `[!type] Title`: what they are, and where the title ends.

use std::ops::Range;

use super::writer::Writer;
use crate::document::BlockKind;
use crate::span::floor_char_boundary;

/// What a block quote is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Callout {
    /// A quotation, without a title.
    Plain,
    /// A quotation behind a title: `[!quote] Title`.
    Said,
    /// A remark of the writer's: `[!tip] Title`.
    Remark,
    /// The same without a title: `**Note** It rains.`
    Aside,
}

/// Bytes of the longest type.
const LONGEST: usize = 40;

/// Bytes in which the type has to stand, behind marks of quotes within quotes.
const REACH: usize = 3 * LONGEST;

/// What the block quote `text` is, which begins with its mark.
fn of(text: &str) -> Callout {
    let words = text[..floor_char_boundary(text, REACH)].trim_start_matches(['>', ' ', '\t']);
    if is_aside(words) {
        return Callout::Aside;
    }
    let named = words.strip_prefix("[!").and_then(|rest| rest.split_once(']')).map(|(named, _)| named);
    let plain = |named: &&str| {
        (1..=LONGEST).contains(&named.len()) && named.chars().all(|c| c.is_alphanumeric() || "-_|".contains(c))
    };
    let Some(named) = named.filter(plain) else { return Callout::Plain };
    let name = named.split('|').next().unwrap_or_default().to_lowercase();
    if matches!(name.as_str(), "quote" | "cite") { Callout::Said } else { Callout::Remark }
}

/// Words in bold that older notes on code hosts begin with.
const ASIDES: &[&str] = &[
    "note",
    "warning",
    "tip",
    "important",
    "caution",
    "info",
    "hint",
    "danger",
    "attention",
    "disclaimer",
    "hinweis",
    "achtung",
    "warnung",
    "wichtig",
    "tipp",
    "nota",
    "remarque",
    "importante",
    "atención",
    "attenzione",
    "внимание",
    "примечание",
    "注意",
];

/// Whether words begin with one of these in bold.
fn is_aside(words: &str) -> bool {
    let bold = ["**", "__"].iter().find_map(|mark| words.strip_prefix(mark)?.split_once(mark)).map(|(bold, _)| bold);
    let bold = bold.map(|bold| bold.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    bold.is_some_and(|bold| ASIDES.contains(&bold.as_str()))
}

impl Writer<'_, '_> {
    /// A block quote begins.
    pub(super) fn open_callout(&mut self, range: &Range<usize>) {
        let callout = of(&self.draft.text[range.clone()]);
        self.callouts.push(callout);
        match callout {
            Callout::Plain => self.open_quotation(),
            Callout::Said | Callout::Remark => self.in_title = true,
            Callout::Aside => {}
        }
    }

    /// The title, if one is being read, has ended.
    pub(super) fn end_title(&mut self) {
        if std::mem::take(&mut self.in_title) && self.callouts.last() == Some(&Callout::Said) {
            self.open_quotation();
        }
    }

    pub(super) fn kind_of_title(&self) -> BlockKind {
        if self.callouts.last() == Some(&Callout::Said) { BlockKind::Caption } else { BlockKind::Heading }
    }

    /// A block quote ends.
    pub(super) fn close_callout(&mut self) {
        self.end_title();
        if !matches!(self.callouts.pop(), Some(Callout::Remark | Callout::Aside)) {
            self.close_quotation();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_tells_what_a_block_quote_is() {
        for text in ["> [!quote] Byrd", ">[!CITE]-", "> > [!quote|left] a"] {
            assert_eq!(of(text), Callout::Said, "{text}");
        }
        for text in ["> [!tip] Title", "> [!my-own]+ Title", "> [!NOTE]"] {
            assert_eq!(of(text), Callout::Remark, "{text}");
        }
        for text in
            ["> **Note**\n> It rains.", "> **Warning** It rains.", "> __Note:__ It rains.", "> **⚠️ Warning**: so"]
        {
            assert_eq!(of(text), Callout::Aside, "{text}");
        }
        assert_eq!(of("> **Notes of a ship** sold well."), Callout::Plain);
        for text in ["> Words", "> [1] said", "> [!] said", "> [!not a type] said", "> ![a](b.png)", ">"] {
            assert_eq!(of(text), Callout::Plain, "{text}");
        }
    }
}
