//! The numbers of verses, which stand before each in one paragraph, whatever the page calls them: they count on by one.

use scraper::{ElementRef, Node};

/// No chapter has more verses than fit three digits.
const MOST_DIGITS: usize = 3;
/// A number is a link and a space.
const MOST_NODES: usize = 6;
/// Nodes beside a number among which the next is looked for: a verse has a few notes and names in italics.
const NEIGHBOURS: usize = 40;
/// Numbers in a row that count on, of raised ones and of others: `14C and 15N` are two, too, but no words begin behind them.
const RAISED: usize = 2;
const OTHERS: usize = 3;
/// Words of a verse, at least.
const WORDS: usize = 3;

/// The chapter and the verse that lines began with so far: `7:12 And he rose up`.
#[derive(Debug, Default)]
pub(super) struct References {
    last: Option<(u16, u16)>,
}

impl References {
    /// What stands behind the reference that the line `text` begins with, where it goes on counting from the one before.
    pub(super) fn behind<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        let line = text.trim_start();
        if !line.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let (reference, rest) = line.split_once(char::is_whitespace)?;
        let (chapter, verse) = reference.split_once(':')?;
        let value = |digits: &str| {
            let plain = (1..=MOST_DIGITS).contains(&digits.len()) && !digits.starts_with('0');
            if plain { digits.parse::<u16>().ok() } else { None }
        };
        let own = (value(chapter)?, value(verse)?);
        let goes_on = self.last.is_some_and(|(chapter, verse)| own == (chapter, verse + 1) || own == (chapter + 1, 1));
        self.last = Some(own);
        (goes_on && rest.trim_start().starts_with(char::is_alphabetic)).then_some(rest)
    }
}

/// Whether `element` holds the number of a verse that begins behind it; `before` is the character in front of it.
pub(super) fn is_number(element: ElementRef<'_>, before: Option<char>) -> bool {
    let Some(number) = number(element) else { return false };
    let raised = element.value().name() == "sup";
    let opens = before
        .is_none_or(|c| c.is_whitespace() || (!c.is_alphanumeric() && !matches!(c, '(' | '-' | '−' | '$' | '€' | '£')));
    if !opens {
        return false;
    }
    let name = element.value().name();
    let run = |forward: bool| count(element, name, number, forward);
    run(true) + run(false) + 1 >= if raised { RAISED } else { OTHERS }
}

/// The number that is all that `element` holds.
fn number(element: ElementRef<'_>) -> Option<u16> {
    if element.descendants().nth(MOST_NODES).is_some() {
        return None;
    }
    let mut nodes = element.descendants().skip(1);
    let text = nodes.find_map(|node| node.value().as_text().map(|text| text.trim()).filter(|text| !text.is_empty()))?;
    let digits = (1..=MOST_DIGITS).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let alone = digits && nodes.all(|node| node.value().as_text().is_none_or(|text| text.trim().is_empty()));
    if alone { text.parse().ok() } else { None }
}

/// How many elements of the same name go on counting before `element`, or behind it, each before words; two at most.
fn count(element: ElementRef<'_>, name: &str, number: u16, forward: bool) -> usize {
    let (mut found, mut last, mut words) = (0, number, 0);
    let mut at = *element;
    for _ in 0..NEIGHBOURS {
        let Some(next) = (if forward { at.next_sibling() } else { at.prev_sibling() }) else { break };
        at = next;
        if let Node::Text(text) = next.value() {
            words += text.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic)).take(WORDS).count();
        }
        let Some(other) = ElementRef::wrap(next).filter(|other| other.value().name() == name) else { continue };
        let Some(value) = self::number(other) else { continue };
        let goes_on = if forward { value.checked_sub(1) == Some(last) } else { value + 1 == last };
        if !goes_on || words < WORDS {
            break;
        }
        (found, last, words) = (found + 1, value, 0);
        if found == OTHERS - 1 {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::page::{ContentHead, SaidBy, TextName, read};

    fn no_marks(html: &str) -> Option<String> {
        let head = ContentHead { content_type: Some("text/html"), said_by: SaidBy::Server, url: "https://e.example/" };
        read(html.as_bytes(), &head, &mut || true).text(TextName::NoMarks).map(str::to_owned)
    }

    #[test]
    fn numbers_of_verses_that_count_on_are_left_out_of_one_of_the_texts() {
        for html in [
            "<p><sup>1</sup>And he rose up, <sup>2</sup>and took his sons, <sup>3</sup>and came.</p>",
            "<p><sup>12</sup> And he rose up, <sup>13</sup> and took his sons, and came.</p>",
            "<p><b>2</b> And he rose up, <b>3</b> and took his sons, <b>4</b> and came.</p>",
            "<p><span class=v>2</span>And he rose up, <span class=v>3</span>and took his sons, <span class=v>4</span>and came.</p>",
            "<p><b>2&nbsp;</b>And he <i>rose</i> up, <b>3&nbsp;</b>and took his sons, <b>4&nbsp;</b>and came.</p>",
            "<p><sup id=v1><a href=/1/1>1</a></sup>And he rose up, <sup id=v2><a href=/1/2>2</a></sup>and took his sons, and came.</p>",
        ] {
            assert_eq!(no_marks(html).as_deref(), Some("And he rose up, and took his sons, and came."), "{html}");
        }
    }

    #[test]
    fn references_at_the_beginning_of_lines_are_left_out_where_they_count_on() {
        let html = "<p>1:1 In the morning he went.</p><p>1:2 And the field was dry.</p><p>2:1 And he slept.</p>";
        let expected = "1:1 In the morning he went.\nAnd the field was dry.\nAnd he slept.";
        assert_eq!(no_marks(html).as_deref(), Some(expected));
        for html in [
            "<p>9:30 Coffee in the hall.</p><p>10:15 The first talk.</p>",
            "<p>1:1 They drew at home.</p><p>1:2 1 goal was enough.</p>",
            "<p>The ratio was</p><p>1:2 in the end.</p>",
        ] {
            assert_eq!(no_marks(html), None, "{html}");
        }
    }

    #[test]
    fn other_numbers_stay() {
        for html in [
            "<p>They won <b>2</b> games and <b>3</b> cups in the year.</p>",
            "<p>It holds <sup>12</sup>C and <sup>13</sup>C in equal parts.</p>",
            "<p>In all <b>1</b>, <b>2</b>, <b>3</b> they lost the game.</p>",
            "<p>It covers 10<sup>2</sup> acres of land and 10<sup>3</sup> acres of sea.</p>",
            "<p><b>7</b> And he rose up, <b>9</b> and took his sons, <b>12</b> and came.</p>",
            "<p>In the year <b>1</b> there was a flood.</p>",
        ] {
            assert_eq!(no_marks(html), None, "{html}");
        }
    }
}
