//! What pages add to a text that was taken from print: running heads and feet, page numbers, and the break between.
//!
//! It is no part of what the text says, so it becomes blank, every byte at its place. Where a sentence or an address goes on
//! from one page to the next, the two lines then follow each other.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use crate::document::list::label;

/// What a gap between two lines that belong together is filled with.
const GAP: u8 = b'\x0c';

/// Lines at the edge of a page that can be furniture.
const MOST_LINES: usize = 3;

/// Bytes of the longest line of furniture.
const LONGEST: usize = 160;

/// Bytes of the longest line that numbers a page by a word, and of the word between its numbers.
const LONGEST_NUMBER: usize = 40;
const LONGEST_OF: usize = 3;

/// A line that is not blank: its bytes, without white space at its ends.
type Row = Range<usize>;

/// The text without what its pages add to it.
pub(super) fn without_furniture(text: &str) -> Cow<'_, str> {
    let sheets = sheets(text);
    if sheets.len() < 2 {
        return without_numbers(text);
    }
    let rows: Vec<Vec<Row>> = sheets.iter().map(|sheet| rows(text, sheet)).filter(|rows| !rows.is_empty()).collect();
    let (heads, feet) = (furniture(text, &rows, Edge::Head), furniture(text, &rows, Edge::Foot));
    let mut made = text.as_bytes().to_vec();
    for (rows, (head, foot)) in rows.iter().zip(heads.iter().zip(&feet)) {
        let foot = (*foot).min(rows.len() - head);
        for row in rows[..*head].iter().chain(&rows[rows.len() - foot..]) {
            made[row.clone()].fill(b' ');
        }
    }
    for page in 1..rows.len() {
        let (above, below) = (&rows[page - 1], &rows[page]);
        let foot = feet[page - 1].min(above.len() - heads[page - 1]);
        let (own, next) = (&above[heads[page - 1]..above.len() - foot], &below[heads[page].min(below.len())..]);
        if let Some(gap) = goes_on(text, own, next) {
            close(&mut made, &gap);
        }
    }
    String::from_utf8(made).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Lets the line behind a gap follow the one before it.
fn close(made: &mut [u8], gap: &Range<usize>) {
    let end = gap.end - 1;
    made[gap.start..end].fill(GAP);
    made[end] = b'\n';
}

/// White space before the number of a page that stands in the middle of its line.
const MIDDLE: usize = 8;

/// The text without the numbers of pages that stand alone between the two halves of a sentence: in the middle of a line, or
/// where they count on from one to the next.
fn without_numbers(text: &str) -> Cow<'_, str> {
    let rows = rows(text, &(0..text.len()));
    let alone: Vec<(usize, u32)> = (1..rows.len().saturating_sub(1))
        .filter_map(|at| {
            let stands_apart = text[rows[at - 1].end..rows[at].start].matches('\n').count() > 1
                && text[rows[at].end..rows[at + 1].start].matches('\n').count() > 1;
            let bare = text[rows[at].clone()].trim_matches(['-', '–', '—', ' ']);
            let is_number = stands_apart && bare.len() <= 4 && bare.bytes().all(|byte| byte.is_ascii_digit());
            Some((at, bare.parse().ok().filter(|_| is_number)?))
        })
        .collect();
    let mut made: Option<Vec<u8>> = None;
    for (index, (at, number)) in alone.iter().enumerate() {
        let next = alone.get(index + 1).is_some_and(|(_, next)| *next == number + 1);
        let last = index.checked_sub(1).is_some_and(|last| alone[last].1 + 1 == *number);
        let line = text[..rows[*at].start].rfind('\n').map_or(0, |end| end + 1);
        let in_the_middle = rows[*at].start - line >= MIDDLE;
        let gap = (next || last || in_the_middle).then(|| goes_on(text, &rows[..*at], &rows[at + 1..])).flatten();
        if let Some(gap) = gap {
            close(made.get_or_insert_with(|| text.as_bytes().to_vec()), &gap);
        }
    }
    made.and_then(|made| String::from_utf8(made).ok()).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The pages of a text: between form feeds, else behind lines that say which page ends or begins with them.
fn sheets(text: &str) -> Vec<Range<usize>> {
    let mut ends: Vec<usize> = memchr::memchr_iter(b'\x0c', text.as_bytes()).map(|at| at + 1).collect();
    if ends.is_empty() {
        ends = numbered(text);
    }
    let mut start = 0;
    ends.push(text.len());
    let sheet = |end: usize| std::mem::replace(&mut start, end)..end;
    ends.into_iter().map(sheet).collect()
}

/// Behind each line that numbers a page by a word, `Page 3 of 10`, where they count on from one to the next.
fn numbered(text: &str) -> Vec<usize> {
    const WORDS: &[&str] = &[
        "page",
        "seite",
        "página",
        "pagina",
        "pàgina",
        "side",
        "sida",
        "strana",
        "strona",
        "страница",
        "стр",
        "sivu",
        "oldal",
        "sayfa",
        "trang",
        "halaman",
    ];
    let number = |line: &str| -> Option<u32> {
        let line = line.trim_matches(|c: char| !c.is_alphanumeric());
        let line = Some(line).filter(|line| line.len() <= LONGEST_NUMBER)?.to_lowercase();
        let rest = WORDS.iter().find_map(|word| line.strip_prefix(word))?.trim_start_matches(['.', ' ']);
        let words: Vec<&str> = rest.split_whitespace().collect();
        let counted = matches!(words.as_slice(), [_] | [_, _, _]);
        let is_plain =
            |word: &&str| word.len() <= LONGEST_OF || word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/');
        let own = rest.split(|c: char| !c.is_ascii_digit()).next()?;
        own.parse().ok().filter(|_| counted && words.iter().all(is_plain))
    };
    let mut at = 0;
    let found: Vec<(usize, u32)> = text
        .split_inclusive('\n')
        .filter_map(|line| {
            at += line.len();
            Some((at, number(line)?))
        })
        .collect();
    let counts = found.len() >= 2 && found.windows(2).all(|pair| pair[1].1 == pair[0].1 + 1);
    if counts { found.into_iter().map(|(end, _)| end).collect() } else { Vec::new() }
}

fn rows(text: &str, sheet: &Range<usize>) -> Vec<Row> {
    let mut at = sheet.start;
    let mut rows = Vec::new();
    for line in text[sheet.clone()].split_inclusive(['\n', '\r', '\x0c']) {
        let start = at + line.len() - line.trim_start_matches(label::is_gap).len();
        let words = line.trim_matches(label::is_gap);
        at += line.len();
        if !words.is_empty() {
            rows.push(start..start + words.len());
        }
    }
    rows
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Head,
    Foot,
}

/// For each page how many lines at its edge are furniture: those that stand there on others as well, word for word or but
/// for a number that counts the pages.
fn furniture(text: &str, pages: &[Vec<Row>], edge: Edge) -> Vec<usize> {
    let at_edge = |rows: &[Row]| -> Vec<Row> {
        let most = MOST_LINES.min(rows.len());
        match edge {
            Edge::Head => rows[..most].to_vec(),
            Edge::Foot => rows[rows.len() - most..].iter().rev().cloned().collect(),
        }
    };
    let edges: Vec<Vec<Row>> = pages.iter().map(|rows| at_edge(rows)).collect();
    let mut count: HashMap<String, usize> = HashMap::new();
    for (page, rows) in edges.iter().enumerate() {
        let mut own: Vec<String> = rows.iter().flat_map(|row| keys(&text[row.clone()], page)).collect();
        own.sort_unstable();
        own.dedup();
        for key in own {
            *count.entry(key).or_default() += 1;
        }
    }
    // Heads of left and of right pages differ.
    let enough = pages.len().div_ceil(3).max(2);
    let is_furniture = |row: &Row, page: usize| {
        keys(&text[row.clone()], page).iter().any(|key| count.get(key).is_some_and(|own| *own >= enough))
    };
    edges.iter().enumerate().map(|(page, rows)| rows.iter().take_while(|row| is_furniture(row, page)).count()).collect()
}

/// What a line has in common with those of other pages, if it is furniture: its words; and these with each number that
/// could count the pages as its distance from the number of the page.
fn keys(line: &str, page: usize) -> Vec<String> {
    if line.len() > LONGEST {
        return Vec::new();
    }
    let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut keys = Vec::new();
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    // A note begins with its number, and the same note can stand at the foot of many pages.
    let is_note = label::prefix(&words).is_some() || matches!(digits, 1..=3) && words[digits..].starts_with([' ', '.']);
    if !is_note && words.contains(char::is_alphabetic) {
        keys.push(words.clone());
    }
    if is_note && words.ends_with('.') && words.contains(char::is_alphabetic) {
        return keys;
    }
    let mut at = 0;
    while let Some(start) = words[at..].find(|c: char| c.is_ascii_digit()).map(|next| at + next) {
        let length = words[start..].bytes().take_while(u8::is_ascii_digit).count();
        at = start + length;
        let is_edge =
            words[..start].chars().all(|c| !c.is_alphanumeric()) || words[at..].chars().all(|c| !c.is_alphanumeric());
        let is_counted = is_edge || words[..start].trim_end().ends_with(char::is_alphabetic);
        if let (true, Ok(number)) = (is_counted && length <= 4, words[start..at].parse::<i64>()) {
            let distance = number - i64::try_from(page).unwrap_or(i64::MAX);
            keys.push(format!("{}#{distance}#{}", &words[..start], &words[at..]));
        }
    }
    keys
}

/// The bytes between the last line of a page and the first of the next, where the one goes on in the other.
fn goes_on(text: &str, above: &[Row], below: &[Row]) -> Option<Range<usize>> {
    let (last, first) = (above.last()?, below.first()?);
    let (line, next) = (&text[last.clone()], &text[first.clone()]);
    let word = next.split_whitespace().next()?;
    let token = line.rsplit(char::is_whitespace).next()?;
    let breaks = token.ends_with(['/', '-', '_', '=', '&', '?', '.', '%', '#']);
    let is_rest = word.contains(|c: char| c.is_ascii_digit() || "-_/.=%&?".contains(c)) && !word.contains("://");
    let address = token.contains("://") && breaks && is_rest && word.starts_with(|c: char| c.is_ascii_alphanumeric());
    // The first line of the paragraph that ends the page.
    let parted = above.windows(2).rposition(|pair| text[pair[0].end..pair[1].start].matches('\n').count() > 1);
    let paragraph = &above[parted.map_or(0, |at| at + 1)..];
    let is_note = paragraph.iter().any(|row| label::prefix(&text[row.clone()]).is_some());
    let ends = line.trim_end_matches(|c: char| c.is_ascii_digit() || "\"”’')]»".contains(c));
    let open = !ends.ends_with(['.', '!', '?', ':', ';', '…', '。', '！', '？']);
    let sentence =
        !is_note && open && next.starts_with(char::is_lowercase) && line.split_whitespace().count() > MOST_LINES;
    (address || sentence).then_some(last.end..first.start).filter(|gap| !gap.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Format, Limits, parse};

    fn read(text: &str) -> Document {
        parse(text, Format::Plain, Limits::default())
    }

    /// Pages with a head, a body, a foot.
    fn printed(bodies: &[&str], head: impl Fn(usize) -> String, foot: impl Fn(usize) -> String) -> String {
        let page = |(at, body): (usize, &&str)| format!("{}\n\n{body}\n\n{}\n", head(at + 1), foot(at + 1));
        bodies.iter().enumerate().map(page).collect::<Vec<_>>().join("\x0c")
    }

    const BODIES: [&str; 4] = [
        "The tide came in over the wall of the old harbour, where “nobody had seen",
        "such a tide for a hundred years”, as the log says at https://a.test/the/path/of/",
        "the-log.html on its first page, and the council said nothing about it for many",
        "weeks. It was forgotten then.",
    ];

    fn check(text: &str) {
        let document = read(text);
        let urls: Vec<&str> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
        assert_eq!(urls, ["https://a.test/the/path/of/the-log.html"], "{text}");
        let spans = &document.entries[0].source.url_spans;
        let written: Vec<&str> = spans.iter().map(|span| &text[span.range()]).collect();
        assert_eq!(written, ["https://a.test/the/path/of/", "the-log.html"]);
        assert_eq!(document.blocks.len(), 1, "{:?}", document.prose.text());
        let quoted: Vec<&str> = document.quoted.iter().map(|quoted| document.text(&quoted.parts[0].range())).collect();
        assert_eq!(quoted, ["nobody had seen such a tide for a hundred years"]);
    }

    #[test]
    fn heads_feet_and_page_numbers_are_no_part_of_the_text() {
        let none = |_: usize| String::new();
        check(&printed(&BODIES, none, |page| format!("{page}")));
        check(&printed(&BODIES, none, |page| format!("- {} -", page + 16)));
        check(&printed(&BODIES, |page| format!("HARBOUR REPORT 2024      {page}"), none));
        check(&printed(&BODIES, |_| "Harbour Report".to_owned(), |page| format!("Page {page} of 4")));
        check(&printed(
            &BODIES,
            |_| "5/3/24, 10:11 AM      Harbour".to_owned(),
            |page| format!("https://foot.test/report   {page}/4"),
        ));
        check(&printed(&BODIES, none, |page| format!("Page {page} of 4\nwww.harbour.test | 3 May 2024")));
        check(&printed(&BODIES, |_| "Überschwemmung — Бюллетень".to_owned(), |page| format!("Seite {page} von 4")));
        // Left and right pages.
        let sides = |page: usize| {
            if page.is_multiple_of(2) { format!("{page}  The Harbour") } else { format!("The Tide  {page}") }
        };
        check(&printed(&BODIES, sides, none));
        check(&printed(&BODIES, none, |page| format!("{page}")).replace('\n', "\r\n"));
    }

    #[test]
    fn pages_without_a_form_feed_are_parted_by_lines_that_number_them() {
        for foot in ["Page {} of 4", "Seite {}", "— page {} —", "Página {} de 4", "Page {}/4"] {
            let text = printed(&BODIES, |_| "Harbour Report".to_owned(), |page| foot.replace("{}", &page.to_string()));
            check(&text.replace('\x0c', "\n"));
        }
    }

    #[test]
    fn what_merely_stands_at_the_edge_of_a_page_stays() {
        // Notes that begin anew on each page, and say the same.
        let text = printed(
            &["It rose.1 It fell.2", "It stood.1 It left.2", "It came.1 It went.2"],
            |_| "The Tide".to_owned(),
            |page| format!("1 A. Miller, “Log”, https://a.test/{page}.\n2 Ibid."),
        );
        let document = read(&text);
        let urls: Vec<&str> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
        assert_eq!(&urls[..1], ["https://a.test/1"], "{urls:?}");
        assert!(document.prose.text().contains("Ibid"), "{}", document.prose.text());
        for text in [
            // One page.
            "Head\n\nIt came in, see https://a.test/x\n\n1\n",
            // Sections, which are no pages.
            "Step 1\n\nGo to https://a.test/x.\n\nStep 2\n\nCome back.\n\nStep 3\n\nSit down.\n",
            "Page 1 says so, and https://a.test/x too.\n\nPage 2 does not.\n",
            "Page 4\n\nhttps://a.test/x\n\nPage 9\n",
        ] {
            assert_eq!(without_furniture(text), text);
        }
    }

    #[test]
    fn a_sentence_goes_on_behind_the_number_of_a_page() {
        let check = |text: &str, expected: &[&str]| {
            let document = read(text);
            let quoted: Vec<&str> =
                document.quoted.iter().map(|quoted| document.text(&quoted.parts[0].range())).collect();
            assert_eq!(quoted, expected, "{text}");
        };
        let whole = &["If people use less water, the price per gallon goes up,"];
        let text = "THE PRICE\n\nThe contract was kept. “If people use less water, the price per\n\nNUMBER\n\n\
                    gallon goes up,” the lawyer conceded in testimony.1\n\nNOTES\n\n1. Board, “The Price,” 2016, https://a.test/c.\n";
        for number in ["                2", "\t\t   - 2 -", "                — 114 —"] {
            check(&text.replace("NUMBER", &number.replace('\t', "    ")), whole);
        }
        let second = "And so it was for a whole\n\n3\n\nyear, until it rained.\n\nNOTES";
        check(&text.replace("NUMBER", "2").replace("NOTES", second), whole);
        // A number that counts nothing, a sentence that is at its end, and one that begins anew.
        check(&text.replace("NUMBER", "2"), &[]);
        check(&text.replace("NUMBER", "          20 km"), &[]);
        check(&text.replace("NUMBER", "          2").replace("gallon goes", "Gallons go"), &[]);
        for text in
            ["It was the year\n\n1880\n\nwhen it rose.\n", "There are many of these:\n\n          42\n\nships.\n"]
        {
            assert_eq!(without_furniture(text), text);
        }
    }

    #[test]
    fn a_note_at_the_foot_does_not_go_on_in_the_next_page() {
        let text = "The tide came in over the wall.1 It was high and it\n\n1 A. Miller, Log, https://a.test/x\n\n1\n\x0crose for days.1 So it was.\n\n1 B. Smith, Tide, https://b.test/y\n\n2\n";
        let document = read(text);
        let urls: Vec<&str> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
        assert_eq!(urls, ["https://a.test/x", "https://b.test/y"]);
    }
}
