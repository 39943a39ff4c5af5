//! Pages of PDFs laid out for reading: lines that are too long, columns, notes at their feet, entries that hang.

use super::*;

/// Lines of words ten points high, each at its place.
fn page(lines: &[(f32, f32, &str)]) -> PdfPage {
    PdfPage {
        height: 800.0,
        lines: lines.iter().map(|&(x, y, text)| line(x, y, text, 10.0)).collect(),
        ..PdfPage::default()
    }
}

#[expect(clippy::cast_precision_loss, reason = "letters of a line")]
fn line(x: f32, y: f32, text: &str, size: f32) -> PdfLine {
    let marks =
        text.char_indices().filter(|(_, c)| "¹²³⁴⁵".contains(*c)).map(|(at, c)| Span::new(at, at + c.len_utf8()));
    let width = text.chars().count() as f32 * size / 2.0;
    PdfLine { text: text.to_owned(), marks: marks.collect(), x: [x, x + width], y, size, aside: false }
}

fn paragraphs(pages: &[PdfPage]) -> Vec<String> {
    laid(pages).text.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect()
}

#[test]
fn entries_whose_first_line_stands_out_are_parted() {
    let list = [
        (50.0, 100.0, "The keepers left it at that, and so did all others."),
        (50.0, 124.0, "References"),
        (50.0, 148.0, "Alder, A. 2001. The Lamp in the Tower. Harbour Press."),
        (60.0, 160.0, "https://alder.example/reports/lamp"),
        (50.0, 172.0, "Birch, B. 2002. Of the Night on the Coast, and what"),
        (60.0, 184.0, "came of it. Harbour Press."),
        (50.0, 196.0, "Cedar, C. 2003. Short."),
        (50.0, 208.0, "Dorn, D. 2004. The Keeper who came back to the tower"),
        (60.0, 220.0, "and left it for good, and never said why he"),
    ];
    let next = [
        (300.0, 100.0, "had come. Harbour Press."),
        (290.0, 112.0, "Elm, E. 2005. The Wall. Coast Office. Fifth edition,"),
        (300.0, 124.0, "Northport."),
        (290.0, 136.0, "Fir, F. 2006. The Rope."),
    ];
    let all: Vec<(f32, f32, &str)> = list.iter().chain(&next).copied().collect();
    assert_eq!(
        paragraphs(&[page(&all)])[2..],
        [
            "Alder, A. 2001. The Lamp in the Tower. Harbour Press. https://alder.example/reports/lamp",
            "Birch, B. 2002. Of the Night on the Coast, and what came of it. Harbour Press.",
            "Cedar, C. 2003. Short.",
            "Dorn, D. 2004. The Keeper who came back to the tower and left it for good, and never said why he had come. \
             Harbour Press.",
            "Elm, E. 2005. The Wall. Coast Office. Fifth edition, Northport.",
            "Fir, F. 2006. The Rope.",
        ]
    );
}

#[test]
fn lines_that_stand_in_for_another_reason_part_nothing() {
    for lines in [
        // Paragraphs whose first line stands in.
        &[
            (60.0, 100.0, "The keeper of the tower had left it in the night, and"),
            (50.0, 112.0, "nobody knew where he went."),
            (60.0, 124.0, "The boat was gone, and so were the oil and the lamp, as"),
            (50.0, 136.0, "the log of the harbour office says."),
            (60.0, 148.0, "Nobody was sent to look for him until the"),
            (50.0, 160.0, "winter, when Miller came."),
        ][..],
        // A quotation.
        &[
            (50.0, 100.0, "It says in the log of the harbour that is kept there:"),
            (60.0, 112.0, "The lamp was out at nine, and nobody was in the tower"),
            (60.0, 124.0, "when the boat came by."),
            (50.0, 136.0, "So it was, and Miller says the same of the day after"),
            (50.0, 148.0, "that, when the storm"),
            (50.0, 160.0, "had come and gone."),
        ],
    ] {
        assert_eq!(paragraphs(&[page(lines)]).len(), 1, "{:?}", paragraphs(&[page(lines)]));
    }
}

/// A page with a body and, below it, small lines.
fn footed(body: &[(f32, f32, &str)], foot: &[(f32, f32, &str)]) -> PdfPage {
    const MORE: &str = "It is told in the log of the harbour office, which is kept there to this day.";
    let more = [(50.0, 150.0, MORE), (50.0, 162.0, MORE), (50.0, 174.0, MORE)];
    let mut page = page(&[body, &more[..]].concat());
    page.lines.extend(foot.iter().map(|&(x, y, text)| line(x, y, text, 8.0)));
    page
}

fn notes(pages: &[PdfPage]) -> Vec<(String, String)> {
    let laid = laid(pages);
    let words = |note: &LaidNote| laid.text[note.words.clone().unwrap_or_default()].replace('\n', " ");
    laid.notes.iter().map(|note| (note.label.clone(), words(note))).collect()
}

fn check_notes(pages: &[PdfPage], expected: &[(&str, &str)]) {
    let found = notes(pages);
    let found: Vec<(&str, &str)> = found.iter().map(|(label, words)| (label.as_str(), words.as_str())).collect();
    assert_eq!(found, expected);
}

const FIRST: &[(f32, f32, &str)] = &[(50.0, 100.0, "The keeper of the tower had left it in the night.¹ Gone.²")];
const SECOND: &[(f32, f32, &str)] = &[(50.0, 100.0, "The boat was found upon the coast in May of that year.³")];

#[test]
fn a_note_goes_on_at_the_foot_of_the_next_page() {
    let open = [(50.0, 700.0, "¹ A. Miller, “Log”, 2001."), (50.0, 710.0, "² B. Alder, “Tower”, Coast Jour-")];
    let rest = (50.0, 700.0, "nal, May 2002, https://alder.example/tower");
    let expected = [
        ("1", "A. Miller, “Log”, 2001."),
        ("2", "B. Alder, “Tower”, Coast Jour- nal, May 2002, https://alder.example/tower"),
    ];
    let third = (50.0, 710.0, "³ C. Birch, “Boat”, 2003.");
    check_notes(
        &[footed(FIRST, &open), footed(SECOND, &[rest, third])],
        &[&expected[..], &[("3", "C. Birch, “Boat”, 2003.")]].concat(),
    );
    let bare = [(50.0, 100.0, "The boat was found upon the coast in May of that year.")];
    check_notes(&[footed(FIRST, &open), footed(&bare, &[rest])], &expected);
    // What is whole takes nothing.
    let whole = [(50.0, 700.0, "¹ A. Miller, “Log”, 2001."), (50.0, 710.0, "² B. Alder, “Tower”, 2002.")];
    let source = (50.0, 700.0, "Source: the harbour office, May 2002");
    check_notes(
        &[footed(FIRST, &whole), footed(SECOND, &[source, third])],
        &[("1", "A. Miller, “Log”, 2001."), ("2", "B. Alder, “Tower”, 2002."), ("3", "C. Birch, “Boat”, 2003.")],
    );
}

#[test]
fn the_end_of_an_address_is_no_number_of_a_note() {
    let foot = [
        (50.0, 700.0, "¹ A. Miller, https://miller.example/reports/"),
        (50.0, 710.0, "2.html"),
        (50.0, 720.0, "² B. Alder, 2002."),
    ];
    check_notes(
        &[footed(FIRST, &foot)],
        &[("1", "A. Miller, https://miller.example/reports/ 2.html"), ("2", "B. Alder, 2002.")],
    );
}

#[test]
fn a_note_that_says_the_same_on_many_pages_is_no_running_foot() {
    let bodies = ["one¹ of them", "two² of them", "three³ of them", "four⁴ of them"];
    let pages: Vec<PdfPage> = bodies
        .iter()
        .zip(["¹ Ibid.", "² Ibid.", "³ Ibid.", "⁴ Ibid."])
        .map(|(body, note)| {
            let body = format!("The keeper of the tower says so of {body}.");
            footed(&[(50.0, 100.0, &body)], &[(50.0, 760.0, note)])
        })
        .collect();
    check_notes(&pages, &[("1", "Ibid."), ("2", "Ibid."), ("3", "Ibid."), ("4", "Ibid.")]);
}

fn links(mut page: PdfPage, links: &[(f32, f32, f32, &str)]) -> Vec<(String, String)> {
    let link = |&(from, to, y, url): &(f32, f32, f32, &str)| PdfLink {
        url: url.to_owned(),
        x: [from, to],
        y: [y - 9.0, y + 2.0],
    };
    page.links = links.iter().map(link).collect();
    let laid = laid(&[page]);
    let of = |link: &LaidLink| (laid.text[link.range.clone()].replace('\n', " "), link.url.clone());
    laid.links.iter().map(of).collect()
}

#[test]
fn a_link_stays_in_its_column() {
    const LEFT: &str = "https://left.example/a";
    const RIGHT: &str = "https://right.example/b";
    // The first line of the left column reaches into the right one.
    let page = || {
        page(&[
            (50.0, 100.0, "keeper-of-the-tower-and-all-who-came-with-him-in-the-night/"),
            (50.0, 112.0, "a.html"),
            (320.0, 100.0, "of-the-boat-and-the-wall"),
            (320.0, 112.0, "and-more"),
        ])
    };
    let left = ("keeper-of-the-tower-and-all-who-came-with-him-in-the-night/", LEFT);
    let right = ("of-the-boat-and-the-wall", RIGHT);
    for (rectangles, expected) in [
        (&[(49.0, 346.0, 100.0, LEFT)][..], &[left][..]),
        (&[(319.0, 441.0, 100.0, RIGHT)], &[right]),
        (&[(49.0, 301.0, 100.0, LEFT), (319.0, 441.0, 100.0, RIGHT)], &[left, right]),
        // Two links, of both columns.
        (&[(49.0, 81.0, 112.0, LEFT), (319.0, 361.0, 112.0, RIGHT)], &[("a.html", LEFT), ("and-more", RIGHT)]),
    ] {
        let found = links(page(), rectangles);
        let found: Vec<(&str, &str)> = found.iter().map(|(words, url)| (words.as_str(), url.as_str())).collect();
        assert_eq!(found, expected, "{rectangles:?}");
    }
}

#[test]
fn a_link_that_was_laid_over_a_column_is_none() {
    let rows: Vec<f32> = (0_u8..12).map(|row| 100.0 + 12.0 * f32::from(row)).collect();
    let lines: Vec<(f32, f32, &str)> = rows.iter().map(|&y| (50.0, y, "The keeper of the tower left it")).collect();
    let all: Vec<(f32, f32, f32, &str)> = rows.iter().map(|&y| (49.0, 206.0, y, "https://a.example/x")).collect();
    assert_eq!(links(page(&lines), &all), []);
    let three = links(page(&lines), &all[..3]);
    assert_eq!(three.len(), 1);
}

/// A page of few words and, below them, notes that say more.
fn noted(body: &[(f32, f32, &str)], foot: &[(f32, f32, &str)]) -> PdfPage {
    let mut page = page(body);
    page.lines.extend(foot.iter().map(|&(x, y, text)| line(x, y, text, 8.0)));
    page
}

const LONG: [(f32, f32, &str); 4] = [
    (
        50.0,
        700.0,
        "1. A. Miller, “Log of the Harbour Office, with the letters that were found in it,” 2001, in which it is told",
    ),
    (
        50.0,
        710.0,
        "that the lamp was out at nine and that nobody was in the tower when the boat of the office came by to look.",
    ),
    (
        50.0,
        720.0,
        "2. B. Alder, “Tower,” Coast Journal, May 2002, https://alder.example/tower, says that of another night, and of",
    ),
    (50.0, 730.0, "another boat, which was lost as well."),
];

#[test]
fn notes_that_say_more_than_the_text_are_notes() {
    let found = notes(&[noted(FIRST, &LONG)]);
    let labels: Vec<&str> = found.iter().map(|(label, _)| label.as_str()).collect();
    assert_eq!(labels, ["1", "2"], "{found:?}");
    assert!(found[1].1.ends_with("which was lost as well."), "{found:?}");
    // Where a title has a mark its text is no note, though a number stands in it.
    let mut title = noted(&[], &LONG);
    title.lines.insert(0, line(50.0, 100.0, "The tower and the boat that went by in the night¹", 20.0));
    title
        .lines
        .insert(1, line(50.0, 140.0, "The keeper of the tower had left it when the boat came by in the night.", 8.0));
    assert_eq!(notes(&[title]), []);
    // A list behind a text in larger letters that has no marks.
    let bare = [(50.0, 100.0, "The keeper of the tower had left it in the night. Gone.")];
    assert_eq!(notes(&[noted(&bare, &LONG)]), []);
}

#[test]
fn a_note_can_stand_on_the_page_behind_its_mark() {
    let one = footed(FIRST, &[(50.0, 700.0, "¹ A. Miller, “Log”, 2001.")]);
    let two =
        footed(SECOND, &[(50.0, 700.0, "² B. Alder, “Tower”, 2002."), (50.0, 710.0, "³ C. Birch, “Boat”, 2003.")]);
    let pages = [one, two];
    check_notes(
        &pages,
        &[("1", "A. Miller, “Log”, 2001."), ("2", "B. Alder, “Tower”, 2002."), ("3", "C. Birch, “Boat”, 2003.")],
    );
    let laid = laid(&pages);
    let before = |note: &LaidNote| note.marks.iter().map(|&at| laid.text[..at].len()).collect::<Vec<_>>();
    let gone = laid.text.find(" Gone.").map(|at| at + " Gone.".len());
    assert_eq!(before(&laid.notes[1]), Vec::from_iter(gone));
    // Not behind a note of its own page, nor where its number is of a page further back.
    let late = [(50.0, 700.0, "³ C. Birch, “Boat”, 2003, and"), (50.0, 710.0, "2 boats more.")];
    check_notes(
        &[footed(FIRST, &[(50.0, 700.0, "¹ A. Miller, “Log”, 2001.")]), footed(SECOND, &late)],
        &[("1", "A. Miller, “Log”, 2001."), ("3", "C. Birch, “Boat”, 2003, and 2 boats more.")],
    );
}

#[test]
fn notes_at_the_end_can_have_roman_numerals() {
    let marked = |x: f32, y: f32, text: &str, mark: &str| {
        let mut line = line(x, y, text, 10.0);
        line.marks = text.match_indices(mark).map(|(at, mark)| Span::new(at, at + mark.len())).collect();
        line
    };
    let made = |second: &str| {
        let mut page = PdfPage { height: 800.0, ..PdfPage::default() };
        page.lines = vec![
            line(50.0, 100.0, "The keeper “left it in the night.”i Nobody was there.", 10.0),
            marked(50.0, 112.0, "The boat “was found upon the coast.”ii", "ii"),
            line(50.0, 160.0, "i. A. Miller, “Log”, 2001, which is the book of the", 10.0),
            line(50.0, 172.0, "harbour office.", 10.0),
            line(50.0, 190.0, second, 10.0),
        ];
        page.lines[0].marks =
            vec![Span::new("The keeper “left it in the night.”".len(), "The keeper “left it in the night.”i".len())];
        page
    };
    let pages = [made("ii. B. Alder, “Tower”, 2002.")];
    let expected =
        [("i", "A. Miller, “Log”, 2001, which is the book of the harbour office."), ("ii", "B. Alder, “Tower”, 2002.")];
    check_notes(&pages, &expected);
    assert!(paragraphs(&pages)[0].ends_with("in the night.” Nobody was there. The boat “was found upon the coast.”"));
    // A mark without a note, and a list to which nothing points.
    check_notes(&[made("B. Alder, “Tower”, 2002.")], &[]);
    let mut bare = made("ii. B. Alder, “Tower”, 2002.");
    bare.lines.iter_mut().for_each(|line| line.marks.clear());
    check_notes(&[bare], &[]);
}

#[test]
fn a_line_that_its_mark_pushes_down_begins_no_paragraph() {
    let mut lines = vec![
        (50.0, 100.0, "The keeper of the tower left it in the night, as it is"),
        (50.0, 112.0, "told in the log of the harbour office, which is kept"),
        (50.0, 129.0, "there to this day¹, and nobody was sent to look for him"),
        (50.0, 141.0, "until the winter came."),
    ];
    assert_eq!(paragraphs(&[page(&lines)]).len(), 1);
    lines[1].2 = "told in the log of the harbour office, which is kept.";
    assert_eq!(paragraphs(&[page(&lines)]).len(), 2);
    lines[1].2 = "told in the log of the harbour office, which is kept";
    lines[2].2 = "there to this day, and nobody was sent to look for him";
    assert_eq!(paragraphs(&[page(&lines)]).len(), 2);
}

#[test]
fn lines_of_the_text_that_differ_in_their_numbers_are_no_heads() {
    #[expect(clippy::cast_precision_loss, reason = "lines of a page")]
    let text = |number: usize, from: f32| -> Vec<(f32, f32, String)> {
        let row = |row: usize| {
            let words = format!("The boat number {} came in at noon and left at night.", 7 * number + row);
            (50.0, from + 12.0 * row as f32, words)
        };
        (0..7).map(row).collect()
    };
    let made = |head: Option<&str>, from: f32| -> Vec<PdfPage> {
        let of = |number: usize| {
            let mut lines = text(number, from);
            lines.extend(head.map(|head| (50.0, 40.0, head.replace('#', &(5 * number + 3).to_string()))));
            page(&lines.iter().map(|(x, y, words)| (*x, *y, words.as_str())).collect::<Vec<_>>())
        };
        (0..4).map(of).collect()
    };
    let count = |pages: &[PdfPage]| laid(pages).text.matches("came in at noon").count();
    assert_eq!(count(&made(None, 40.0)), 28);
    // A head stands apart, whatever its number is.
    let headed = made(Some("Register, sheet # of the year"), 80.0);
    assert_eq!((count(&headed), laid(&headed).text.matches("Register").count()), (28, 0));
    let close = made(Some("Register, the year"), 52.0);
    assert_eq!((count(&close), laid(&close).text.matches("Register").count()), (28, 0));
}

#[test]
fn the_numbers_of_lines_are_left_out() {
    let words = [
        "The keeper of the tower left it in the night, as",
        "it is told in the log of the harbour office that",
        "is kept there. Nobody was sent to look for him",
        "until the winter, when Miller came.",
        "The boat was gone, and so were the oil and the",
        "lamp.",
    ];
    let made = |words: &[&str], first: usize, step: usize| {
        #[expect(clippy::cast_precision_loss, reason = "lines of a page")]
        let at = |row: usize| 100.0 + 12.0 * row as f32;
        let mut page = PdfPage { height: 800.0, ..PdfPage::default() };
        for (row, words) in words.iter().enumerate() {
            page.lines.push(line(20.0, at(row), &(first + step * row).to_string(), 10.0));
            page.lines.push(line(50.0, at(row), words, 10.0));
        }
        page
    };
    assert_eq!(paragraphs(&[made(&words, 8, 1)]), [words.join(" ")]);
    // They do not count on; entries of a list.
    assert!(paragraphs(&[made(&words, 1900, 0)])[0].starts_with("1900 The keeper"));
    let entries = ["Alder, The Lamp.", "Birch, The Night.", "Cedar, The Day.", "Dorn, The Keeper.", "Elm, The Wall."];
    assert!(paragraphs(&[made(&entries, 1, 1)]).join(" ").starts_with("1 Alder, The Lamp. 2 Birch"));
}
