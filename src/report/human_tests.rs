//! The report as a terminal shows it.

use super::*;
use crate::finding::Code;
use crate::report::sample;
use crate::report::sample::Whole;
use crate::span::Lines;

fn printed(report: &Whole, texts: &HashMap<&str, &str>, colour: Colour) -> String {
    let mut to = Vec::new();
    print(&report.drawn_up(), texts, colour, &mut to).unwrap();
    String::from_utf8(to).unwrap()
}

#[test]
fn the_report_on_everything() {
    insta::assert_snapshot!("report.txt", printed(&sample::report(), &sample::texts(), Colour::Never));
}

#[test]
fn colours_are_added_and_nothing_else() {
    let plain = printed(&sample::report(), &sample::texts(), Colour::Never);
    let styled = printed(&sample::report(), &sample::texts(), Colour::Always);
    assert!(!plain.contains('\u{1b}') && styled.contains('\u{1b}'));
    assert_eq!(anstream::adapter::strip_str(&styled).to_string(), plain);
}

#[test]
fn without_the_text_the_place_is_still_told() {
    let printed = printed(&sample::report(), &HashMap::new(), Colour::Never);
    assert!(printed.contains("docs/harbour.md:3:61"), "{printed}");
}

#[test]
fn a_long_line_is_cut_around_what_is_meant_and_its_column_is_that_of_the_file() {
    let mut report = sample::report();
    let text = format!("first\n{}“the words” {}\nlast", "before ".repeat(60), "after ".repeat(60));
    let start = text.find("the words").unwrap();
    let place = Lines::new(&text).place(Span::new(start, start + 9));
    report.documents[0].findings = vec![Finding::new(Code::OrphanMarker, "Here.", Some(place))];
    report.documents[0].citations.clear();
    report.documents[0].quotes.clear();
    let printed = printed(&report, &HashMap::from([("docs/harbour.md", text.as_str())]), Colour::Never);
    assert!(printed.contains("--> docs/harbour.md:2:422\n"), "{printed}");
    assert!(printed.contains("before “the words” after"), "{printed}");
    assert!(printed.lines().all(|line| line.chars().count() <= WIDTH), "{printed}");
}

#[test]
fn a_span_over_lines_ends_with_its_first_line_and_controls_do_not_come_through() {
    let text = "a\u{1b}[2J“one\ntwo” b";
    let start = text.find("one").unwrap();
    let line = Line::around(text, Span::new(start, start + 7)).unwrap();
    assert_eq!((line.shown.as_str(), &line.shown[line.meant.range()]), ("a [2J“one", "one"));
    assert!(Line::around("é", Span::new(1, 2)).is_none());
    assert!(Line::around("", Span::new(9, 12)).is_none());
    assert!(Line::around(&"x".repeat(LONGEST_LINE + 1), Span::new(9, 12)).is_none());
}

#[test]
fn what_is_to_be_done_is_what_the_report_says() {
    let report = sample::report().drawn_up();
    let mut written = Vec::new();
    crate::report::markdown::document(&report.documents[0], &report.run, &mut written).unwrap();
    let written = String::from_utf8(written).unwrap();
    let to_do = report.documents[0].to_do();
    assert!(to_do.len() > 5, "{to_do:?}");
    for (finding, told) in &to_do {
        // Links are written in another way.
        let start = told.split("source").next().and_then(|start| start.split("http").next()).unwrap_or_default();
        let start: String = start.chars().take(50).collect();
        let as_written = format!("**To do:** {}", super::super::escape::markdown(&start).trim_end());
        let is_another_page = finding.code == Code::TitleDiffers || finding.code == Code::QuoteAbsent;
        assert!(is_another_page || written.contains(&as_written), "{finding:?}: {told}");
        let on_terminal = printed(&sample::report(), &sample::texts(), Colour::Never);
        assert!(on_terminal.contains(&format!("= help: {}", start.trim_end())), "{told}\n{on_terminal}");
    }
}
