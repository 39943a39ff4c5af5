//! Plain text, shape by shape.

use crate::document::shown::entries;
use crate::document::{Document, Format, Limits, Role, parse};

fn read(text: &str) -> Document {
    parse(text, Format::Plain, Limits::default())
}

/// What a list of two entries says, whatever its shape.
fn check_list(text: &str) {
    let document = read(text);
    let found: Vec<(&str, Option<&str>)> =
        document.entries.iter().map(|entry| (entry.label.as_str(), entry.source.url.as_deref())).collect();
    assert_eq!(found, [("1", Some("https://a.test/x")), ("2", Some("https://b.test/y"))], "{text:?}");
    let markers: Vec<(&str, usize)> =
        document.markers.iter().map(|marker| (&text[marker.span.range()], marker.entries[0])).collect();
    let numbers: Vec<(String, usize)> = markers
        .iter()
        .map(|(mark, entry)| (mark.trim_matches(['[', ']']).replace('¹', "1").replace('²', "2"), *entry))
        .collect();
    assert_eq!(numbers, [("1".to_owned(), 0), ("2".to_owned(), 1)], "{text:?}");
}

const BODY: &str = "The sea rose. 1\nThe moon “drew it up.” 2\n";
const ONE: &str = "“Sea.” Post. Accessed May 1, 2020. https://a.test/x.";
const TWO: &str = "“Moon.” Post, May 2019. Accessed May 2, 2020. https://b.test/y.";

#[test]
fn a_list_is_read_whatever_opens_its_entries() {
    for (one, two) in [
        ("- ", "- "),
        ("– ", "– "),
        ("*\t", "*\t"),
        ("• ", "• "),
        ("1. ", "2. "),
        ("1) ", "2) "),
        ("[1] ", "[2] "),
        ("[1]: ", "[2]: "),
        ("(1) ", "(2) "),
        ("1 ", "2 "),
        ("1.\t", "2.\t"),
        ("1.\u{200b} ", "2.\u{200b} "),
        ("\u{200b}1.\u{2003}", "\u{200b}2.\u{2003}"),
        ("", ""),
        ("  - ", "  - "),
    ] {
        for heading in ["References", "NOTES:", "Works Cited\n===========", "Sources\n", "Bibliography"] {
            check_list(&format!("{BODY}{heading}\n{one}{ONE}\n{two}{TWO}"));
            check_list(&format!("{BODY}\n{heading}\n\n{one}{ONE}\n\n{two}{TWO}\n"));
            check_list(&format!("\u{feff}{BODY}\n{heading}\n{one}{ONE}\n{two}{TWO}\n").replace('\n', "\r\n"));
        }
    }
}

#[test]
fn lines_beside_numbered_entries_are_not_counted() {
    for (lead, between) in [
        ("Introduction", ""),
        ("Selected works\n", "Other works\n"),
        ("Page 1 of 3", "Page 2 of 3"),
        ("3. The Third Chapter", ""),
        ("", "HARBOUR REPORT"),
        ("Annual Report 2020\nHarbour Board", "Annual Report\n\n- 12 -"),
    ] {
        for (one, two) in [("1. ", "2. "), ("[1] ", "[2] "), ("1) ", "2) "), ("¹ ", "² ")] {
            check_list(&format!("{BODY}\nNotes\n{lead}\n{one}{ONE}\n{between}\n{two}{TWO}\n"));
            check_list(&format!("{BODY}\nReferences\n\n{lead}\n\n{one}{ONE}\n\n{between}\n{two}{TWO}\n"));
        }
    }
}

#[test]
fn a_list_without_a_heading_is_known_at_the_end() {
    check_list(&format!("{BODY}\n1. {ONE}\n2. {TWO}\n"));
    check_list(&format!("{BODY}\n[1] {ONE}\n[2] {TWO}"));
    check_list(&format!("{BODY}\n- {ONE}\n- {TWO}\n"));
}

#[test]
fn a_list_in_the_middle_ends_at_the_next_heading() {
    let text = format!("The sea rose. 1\nReferences\n- {ONE}\n- {TWO}\nLater\nThe moon “drew it up.” 2\n");
    check_list(&text);
    let text = format!("The sea rose. 1\n\nReferences\n\n{ONE}\n\n{TWO}\n\nLater\n\nThe moon “drew it up.” 2\n");
    check_list(&text);
}

#[test]
fn markers_come_in_many_shapes() {
    for body in [
        "The sea rose. 1 The moon drew it up. 2",
        "The sea rose.1 The moon drew it up.2",
        "The sea rose.[1] The moon drew it up.[2]",
        "The sea rose [1]. The moon drew it up [2].",
        "The sea rose.¹ The moon drew it up.²",
        "The sea rose¹. The moon drew it up².",
        "The “sea”1 rose, and \"the moon\".2",
        "The sea,1 and the moon (it is said)2 drew.",
    ] {
        check_list(&format!("{body}\n\nReferences\n\n1. {ONE}\n2. {TWO}\n"));
    }
}

#[test]
fn numbers_that_are_no_markers_stay_words() {
    let text = format!(
        "In June 2024 some 2 of 46 members met on 1 May. 2 people left. About 1. 5 percent stayed in No. 2 Hall, \
         at $2, in 1 room. May 1, 2020 was 2% better; version 1.2 of Part 2.\nReferences\n- {ONE}\n- {TWO}\n"
    );
    assert_eq!(read(&text).markers, []);
}

#[test]
fn numbers_side_by_side_are_one_marker() {
    let text = format!("The sea rose. 1 2\nReferences\n- {ONE}\n- {TWO}\n");
    let document = read(&text);
    assert_eq!((document.markers.len(), document.markers[0].labels.len()), (1, 2));
    let text = format!("The sea rose.[1, 2] It fell.[1–2]\nReferences\n1. {ONE}\n2. {TWO}\n");
    let labels: Vec<usize> = read(&text).markers.iter().map(|marker| marker.entries.len()).collect();
    assert_eq!(labels, [2, 2]);
}

#[test]
fn entries_out_of_order_keep_their_numbers() {
    let text = format!("The sea rose.[2] It fell.[1]\nReferences\n[2] {TWO}\n[1] {ONE}\n");
    let document = read(&text);
    let led: Vec<Option<&str>> =
        document.markers.iter().map(|marker| document.entries[marker.entries[0]].source.url.as_deref()).collect();
    assert_eq!(led, [Some("https://b.test/y"), Some("https://a.test/x")]);
}

#[test]
fn addresses_without_a_list_are_citations_themselves() {
    let text = "He said “so it is” (https://a.test/x). See https://b.test/y.";
    let document = read(text);
    let labels: Vec<&str> = document.entries.iter().map(|entry| entry.label.as_str()).collect();
    assert_eq!(labels, ["1", "2"]);
    assert_eq!(&text[document.markers[1].span.range()], "https://b.test/y");
}

#[test]
fn an_address_broken_over_lines_has_two_pieces() {
    let text = "The sea rose.1\n\nNOTES\n1. “Sea,” Post, 2019, https://a.test/reports/\nsea-level.html.\n95\n2. “Moon,” Post, 2020.\n";
    let document = read(text);
    let source = &document.entries[0].source;
    assert_eq!(source.url.as_deref(), Some("https://a.test/reports/sea-level.html"));
    let pieces: Vec<&str> = source.url_spans.iter().map(|span| &text[span.range()]).collect();
    assert_eq!(pieces, ["https://a.test/reports/", "sea-level.html"]);
    assert_eq!((source.title.as_deref(), document.entries.len()), (Some("Sea"), 2));
}

#[test]
fn an_address_of_an_entry_goes_on_in_its_next_line() {
    for (lines, expected) in [
        ("https://a.test/b/\ncounting-twice.", "https://a.test/b/counting-twice"),
        ("https://a.test/b/\n12345.", "https://a.test/b/12345"),
        ("https://a.test/b/\naccessed May 1, 2020.", "https://a.test/b/"),
        ("https://a.test/b/\nAccessed May 1, 2020.", "https://a.test/b/"),
    ] {
        let document = read(&format!("The sea rose.1\n\nReferences\n1. “Sea.” Post. {lines}\n"));
        assert_eq!(document.entries[0].source.url.as_deref(), Some(expected), "{lines}");
    }
}

#[test]
fn paragraphs_of_wrapped_lines_are_one_text() {
    let text = "He said “it is\nso” to them.\r\n\r\nAnd left.";
    let document = read(text);
    assert_eq!(document.prose.text(), "He said “it is so” to them.\nAnd left.");
    assert_eq!(document.quoted.len(), 1);
}

#[test]
fn a_document_past_the_limit_is_cut_and_says_so() {
    let document = parse("“é” https://a.test", Format::Plain, Limits { bytes: 4 });
    assert_eq!(document.prose.text(), "“");
    assert_eq!(document.findings[0].code.as_str(), "document-cut");
}

#[test]
fn prose_under_a_heading_of_a_list_is_prose() {
    let remarks = "These figures were compiled by hand; they are “as good as any”, as https://a.test/data says of its own.\n\n\
                   It was all written in 2020 and it says “nothing is new” to those who read it.\n";
    for heading in ["Notes", "Sources", "References"] {
        let document = read(&format!("About tides\nThe tide “rose very far” then.\n\n{heading}\n{remarks}"));
        let roles: Vec<_> = document.entries.iter().map(|entry| entry.role).collect();
        assert_eq!(roles, [crate::document::Role::Link], "{heading}");
        assert_eq!(document.quoted.len(), 3, "{heading}");
    }
}

#[test]
fn remarks_before_and_behind_the_entries_are_none_of_them() {
    let remark = "These were collected by hand; they are “not complete”, and we are sorry for it.";
    check_list(&format!("{BODY}\nReferences\n\n{ONE}\n\n{TWO}\n\n{remark}\n"));
    check_list(&format!("{BODY}\nSources\n\n{ONE}\n\n{TWO}\n\n{remark}\n"));
    check_list(&format!("{BODY}\nReferences\n\n1. {ONE}\n2. {TWO}\n\n{remark}\n"));
    check_list(&format!("{BODY}\nSources\n\n{remark}\n\n- {ONE}\n- {TWO}\n"));
    check_list(&format!("{BODY}\nSources\nThe following were used:\n- {ONE}\n- {TWO}\n"));
}

#[test]
fn notes_at_the_end_need_no_heading_and_no_full_stop() {
    let one = "Byrd, “Sea,” Post, June 3, 2021, https://a.test/x";
    let two = "Cole, “Moon,” Star, May 4, 2022, https://b.test/y";
    check_list(&format!("{BODY}\n1 {one}\n2 {two}\n"));
    check_list(&format!("{BODY}\n1 {one}\n\n2 {two}"));
    check_list(&format!("{BODY}\n1\t{one}\n2\t{two}\n"));
    check_list(&format!(
        "{BODY}\n1 Byrd, “Sea,” Post, June 3, 2021,\nhttps://a.test/x\n2 Cole, “Moon,” Star,\nhttps://b.test/y\n"
    ));
    for text in [
        "We met.\n\n1 boat came in 2020.\n2 boats left “in haste” then.\n",
        "1 Byrd, “Sea,” 2021\n3 Cole, “Moon,” https://b.test\n",
    ] {
        assert!(read(text).entries.iter().all(|entry| entry.role == crate::document::Role::Link), "{text}");
    }
}

#[test]
fn notes_below_a_printed_page_are_notes_whatever_stands_under_them() {
    let text = "Tides\n\nHe wrote “the bridge fell at night.”¹ And https://c.test. “A second passage of\nwords,” she said.²\n\n";
    let notes =
        "1. Byrd. “Sea.” Post, 3 May 2019. https://a.test/x.\nAccessed 4 June 2019.↩︎\n2. A book, Oxford 2001.↩︎\n";
    for foot in ["", "\n11/27/26, 8:31 AM Tides\nfile:///home/tides.html 1/1\n", "\n1 of 1\n"] {
        for notes in [notes.to_owned(), notes.replace("↩︎", "")] {
            let document = read(&format!("{text}{notes}{foot}"));
            let listed: Vec<&str> = document
                .entries
                .iter()
                .filter(|entry| entry.role != crate::document::Role::Link)
                .map(|entry| entry.label.as_str())
                .collect();
            assert_eq!(listed, ["1", "2"], "{notes}{foot}");
            assert_eq!(document.entries[1].source.url.as_deref(), Some("https://a.test/x"), "{notes}{foot}");
        }
    }
    for steps in [
        "He went.¹\n\n1. Open it.\n2. Read https://a.test/x.\n3. Wait.\n",
        "Two boats² came¹.\n\n1. Open the box https://a.test.\n2. Close it.\n\nThen go home, and tell nobody of it.\n",
    ] {
        assert!(read(steps).entries.iter().all(|entry| entry.role == crate::document::Role::Link), "{steps}");
    }
}

#[test]
fn a_remark_on_a_list_is_no_entry() {
    for text in [
        "Tides are high.\n\nSources\n\n“Sea.” Post, 2020. https://a.test/x\n\nAll links were checked in May.\n",
        "Tides are high.\n\nSources\n“Sea.” Post, 2020. https://a.test/x\nAll links were checked in May 2021.\n",
        "Tides are high.\n\nSources\n- “Sea.” Post, 2020. https://a.test/x\n\nAll links were checked in May.\n",
    ] {
        let document = read(text);
        assert_eq!(document.entries.len(), 1, "{text}");
        assert_eq!(document.entries[0].source.title.as_deref(), Some("Sea"), "{text}");
    }
}

#[test]
fn an_entry_can_begin_with_the_particle_of_a_name() {
    let text = "The sea rose (Byrd, 2024).\n\nReferences\n\nByrd, A. (2024). The tide has turned. Harbour Post. https://a.test/x\n\
                van der Berg, P. H., O’Neill, M., & de la Cruz, J. (2020). High tides of it. Sea, 12(3), 45–67. https://b.test/y\n\
                Cole, M. (2020). Low tides. Harbour Post. https://c.test/z\n";
    let document = read(text);
    let titles: Vec<Option<&str>> = document.entries.iter().map(|entry| entry.source.title.as_deref()).collect();
    assert_eq!(titles, [Some("The tide has turned"), Some("High tides of it"), Some("Low tides")]);
}

#[test]
fn a_list_in_brackets_goes_on_behind_what_stands_between_its_pages() {
    let list = "The sea rose [1], [2] and [3].\n\nReferences\n[1] H. Byrd. The log. 2019.\nTime (s)\nTide ratio\n\
                [2] S. Oduya. The tide. Sea Notes, vol. 1974,\n2000.\n\nSea Notes\n\n[3] K. Lind. The moon. https://c.test.\n";
    let document = read(list);
    let found: Vec<_> = document
        .entries
        .iter()
        .map(|entry| (entry.label.as_str(), entry.source.published.map(|date| date.to_string()).unwrap_or_default()))
        .collect();
    assert_eq!(found, [("1", "2019".into()), ("2", "2000".into()), ("3", String::new())]);
}

#[test]
fn a_raised_number_before_a_letter_is_an_isotope() {
    let text = "The water has δ¹³C of 2 and ¹³C/¹⁸O as told.¹ It rose.²\n\nReferences\n\n1. https://a.test\n2. https://b.test\n";
    let list: String =
        (3..=18).map(|number| format!("{number}. https://c.test/{number}\n")).collect::<Vec<_>>().concat();
    let text = format!("{text}{list}");
    let labels: Vec<_> = read(&text)
        .markers
        .into_iter()
        .filter(|marker| marker.shape.is_note())
        .map(|marker| marker.labels.join(","))
        .collect();
    assert_eq!(labels, ["1", "2"]);
}

#[test]
fn a_number_that_does_not_come_next_begins_no_entry() {
    let text = "The format “has been adopted” in practice [3].\n\nReferences\n1. Byrd, A.: Of Tides. Thesis (2017)\n\
                2. Kopp, O.: Decision\nRecords: Format. In: Sea Letters, vol.\n2072. Post.org (2018)\n\
                3. Hill, A.: Guidelines. https://a.test/3\n4. Zorn, U.: Decisions that ended in the year\n\
                2013. https://a.test/4\n5. Last, F.: Five, vol.\n7. Press\n6. Six, F.: Seven. https://a.test/6\n";
    let labels: Vec<_> = read(text).entries.into_iter().map(|entry| entry.label).collect();
    assert_eq!(labels, ["1", "2", "3", "4", "5", "6"]);
    let gap =
        "It rose.\n\nReferences\n1. Byrd. https://a.test/1\n2. Hill. https://a.test/2\n4. Zorn. https://a.test/4\n";
    let labels: Vec<_> = read(gap).entries.into_iter().map(|entry| entry.label).collect();
    assert_eq!(labels, ["1", "2", "4"]);
}

#[test]
fn what_is_left_of_an_entry_without_a_space_is_the_rest_of_its_address() {
    for (broken, whole) in [
        ("https://a.test/news/EECSNews16.pd\n   f", "https://a.test/news/EECSNews16.pdf"),
        ("https://a.test/files/11384_56\n   880.pdf.", "https://a.test/files/11384_56880.pdf"),
        ("https://a.test/about\n   print.", "https://a.test/about"),
    ] {
        let text = format!(
            "He said “so it was”.[1]\n\nREFERENCES\n\n[1] Byrd, “The Log,” {broken}\n[2] Oduya, https://b.test\n"
        );
        let document = parse(&text, Format::Plain, Limits::default());
        assert_eq!(document.entries[0].source.url.as_deref(), Some(whole));
    }
}

#[test]
fn a_paragraph_of_a_script_without_spaces_is_no_heading() {
    let list = "[1] Doe. One. https://a.test/x\n[2] Roe. Two. https://b.test/y\n";
    for line in [
        "委員会は「氷が来るとき、一隻の船も残されない」と述べた[1]。霧が出た[2]。",
        "委員會說：「冰來時一艘船也不會留下」[1]。市長笑了[2]。",
        "委員会は「氷が来るとき」と述べた[1]！",
        "彼は『氷が来るとき』と述べた[1]",
    ] {
        let document = read(&format!("{line}\n\n{list}"));
        assert_eq!(document.quoted.len(), 1, "{line}");
    }
    let document = read(&format!("参考\n\n委員会は氷が来るときに述べた「一隻の船も残されない」[1]。\n\n{list}"));
    assert_eq!(document.quoted.len(), 1);
}

#[test]
fn notes_at_the_foot_of_pages_count_on_from_one_to_the_next() {
    let labelled = |text: &str| {
        let document = parse(text, Format::Plain, Limits::default());
        let entries = document.entries.iter().filter(|entry| entry.role != Role::Link);
        let labels: Vec<String> = entries.map(|entry| entry.label.clone()).collect();
        let marks = document.markers.iter().filter(|marker| marker.shape.is_note());
        let led = marks.flat_map(|marker| marker.entries.to_vec()).collect::<Vec<_>>();
        (labels.join(" "), led)
    };
    let first = "The board promised “a quay for every boat” in its plan.1 The paper called it “a dream of docks.”2\n\n\
                 1 Harbour Board, “Plan for the Quay,” May 3, 2019, https://board.test/plan.\n\
                 2 Hazel Byrd, “A Dream of Docks,” Harbour Post, May 4, 2019, https://post.test/dream.\n\n";
    let body = "Nobody asked the sailors, who had “no word in it at all.”3 They wrote of it in a letter.4\n\n";
    for (second, expected) in [
        (
            "3 Sam Oduya, “No Word,” Lamp, May 5, 2019, https://lamp.test/word.\n4 “Letter,” May 6, 2019, https://lamp.test/letter.\n",
            "1 2 3 4",
        ),
        // A book has no address, and a page its number.
        ("3 Sam Oduya, No Word (London: Quay Press, 2019), 4.\n4 Ruth Hale, Lamps (Oslo, 2001), 9.\n\n5\n", "1 2 3 4"),
        // Quantities are none.
        ("3 ropes were bought for the quay and\n4 lamps were bought as well.\n", ""),
    ] {
        let (labels, led) = labelled(&format!("{first}{body}{second}"));
        assert_eq!(labels, expected, "{second}");
        assert!(expected.is_empty() || led == [0, 1, 2, 3], "{led:?}");
        let paged = format!("{first}\x0c{body}{second}\x0cAnd so it ended, as all of it ends, with a quay.\n");
        assert_eq!(labelled(&paged).0, expected, "{paged}");
    }
}

#[test]
fn a_note_goes_on_at_the_foot_of_the_next_page() {
    let text = |rest: &str| {
        format!(
            "The council said “the new quay will open” so.1 Others said “there is no crane,”2 and so on.\n\n\
             1 Harbour Council, “The New Quay,” 4 March 2021, https://a.test/quay.\n2 The Gazette, “Low Roofs: A Story of the\n\n12\n\n\
             The mayor wrote that “we shall build it,” says the\nlog at https://x.test/log. The others left.3\n\n{rest}3 The Mayor, “Letter,” 2019, https://c.test/letter.\n"
        )
    };
    let expected = [
        "1: https://a.test/quay The New Quay",
        "2: https://b.test/roofs Low Roofs: A Story of the Town and Its People",
        "3: https://c.test/letter Letter",
    ];
    for rest in [
        "Town and Its People,” 4 June 2020,\nhttps://b.test/roofs.\n",
        "Town and Its People,” 4 June 2020, https://b.test/roofs.\n\n",
        "Town and Its People,” 4 June 2020,\n   https://b.test/roofs.\n",
    ] {
        let mut all = entries(&read(&text(rest)));
        all.sort();
        assert_eq!(all[..3], expected, "{rest}");
        assert_eq!(all.len(), 4);
    }
    // What is no rest of it stays a paragraph.
    for other in ["Nobody else said a word about it.\n", "Nobody else said a word.\n\n", ""] {
        let document = read(&text(other));
        let second = document.entries.iter().find(|entry| entry.label == "2").unwrap();
        assert_eq!(second.source.url, None, "{other}");
    }
}

#[test]
fn a_line_of_an_entry_that_ends_within_its_date_is_no_heading() {
    for (one, two) in [
        ("Coast Journal, June 10, 2019. Accessed July", "10, 2020."),
        ("Coast Journal, June 10, 2019. Accessed", "10 July 2020."),
        ("Harbour Post, June 2019, Retrieved May", "3, 2020."),
    ] {
        let text = format!(
            "It came.1 It went.2\n\nReferences\n\n1. Byrd, H. “A Long Night on the Sea.”\n{one}\n{two}\n\
             https://a.test/x\n2. Oduya, S. “Ropes.”\n{one}\n{two}\nhttps://b.test/y\n"
        );
        let document = read(&text);
        let found: Vec<(&str, Option<&str>)> =
            document.entries.iter().map(|entry| (entry.label.as_str(), entry.source.url.as_deref())).collect();
        assert_eq!(found, [("1", Some("https://a.test/x")), ("2", Some("https://b.test/y"))], "{text}");
        assert!(document.entries.iter().all(|entry| entry.source.accessed.is_some()), "{text}");
        assert_eq!(document.markers.len(), 2, "{text}");
    }
    // What follows a list is still told from it.
    for heading in ["Appendix", "About the Author", "The Year 2019", "Notes on the Text"] {
        let text = format!("It came.1 It went.2\n\nReferences\n1. {ONE}\n2. {TWO}\n{heading}\nHe was a sailor.\n");
        assert_eq!(read(&text).entries.len(), 2, "{heading}");
    }
}

#[test]
fn a_mark_that_comes_first_in_a_wrapped_line_is_a_mark() {
    for body in [
        "The sea rose [1] and the moon, so it is told in the log, “drew it up”\n[2]. Nobody saw it then, or after.",
        "The sea rose in the night and fell as the log says, and “nobody saw it”\n[1], but the moon drew it up\n[2] in the end.",
        "The sea rose in the night and fell as the log of the harbour\n[1] says. The moon drew it up.\n[2]. So it is told.",
        "The sea rose in the night and fell as the log says\n¹ and nobody saw it but the moon that drew it up\n² in the end.",
    ] {
        let text = format!("{body}\n\nReferences\n\n1. {ONE}\n2. {TWO}\n");
        let document = read(&text);
        assert_eq!(document.markers.len(), 2, "{text}");
        assert_eq!(
            document.blocks.iter().filter(|block| block.kind == crate::document::BlockKind::Item).count(),
            0,
            "{text}"
        );
    }
    // Items of a list are none, whatever stands before.
    for text in [
        "What was said of the sea and the moon in the log of that year\n[1] The sea rose.\n[2] The moon drew it up.\n",
        "[1] The sea rose in the night, and nobody\nsaw it.\n[2] The moon drew it up.\n",
        "It is told in the log.\n\n[5] The sea rose in the night, and nobody\nsaw it.\n[6] The moon drew it up.\n",
    ] {
        let document = read(text);
        assert_eq!(
            document.blocks.iter().filter(|block| block.kind == crate::document::BlockKind::Item).count(),
            2,
            "{text}"
        );
    }
}

#[test]
fn a_note_goes_on_at_the_top_of_the_next_page() {
    let pages = |note: &str, top: &str| {
        format!(
            "THE HARBOUR REPORT   1\n\nThe tower was built in 1901, and it stood for many years.1 It fell.2\n\n\
             1 A. Miller, “The Light,” Post, May 3, 1901, https://a.test/x.\n{note}\n\n\x0cTHE HARBOUR REPORT   2\n\n{top}\n\n\
             It was built again in 1955, as the office\nsaid.3 So it was.\n\n3 C. Birch, “Stone,” Post, 1955, https://c.test/z.\n"
        )
    };
    let urls = |text: &str| -> Vec<(String, Option<String>)> {
        let document = read(text);
        document.entries.iter().map(|entry| (entry.label.clone(), entry.source.url.clone())).collect()
    };
    let expected = |second: Option<&str>| {
        [("1", Some("https://a.test/x")), ("2", second), ("3", Some("https://c.test/z"))]
            .map(|(label, url)| (label.to_owned(), url.map(str::to_owned)))
            .to_vec()
    };
    for (note, top) in [
        ("2 B. Alder, “The Pride of the Sea in", "the Years before the War,” Times, 1911,\nhttps://b.test/y."),
        ("2 B. Alder, “The Pride of", "All Who Lived by the Sea,” Times, 1911, https://b.test/y."),
        ("2 B. Alder, \"The Pride of the", "Council,\" Times, 1911, https://b.test/y."),
    ] {
        assert_eq!(urls(&pages(note, top)), expected(Some("https://b.test/y")), "{note}");
    }
    // The text goes on, whatever it cites, behind a note that is whole or not.
    for (note, top) in [
        ("2 B. Alder, “Pride,” Times, 1911.", "the years before the war were good, and so was the sea."),
        ("2 B. Alder, Pride, 1911, in", "the years before the war, “so it is told,” were good."),
        ("2 B. Alder, “Pride,” Times", "It is told in “The Log” of 1911."),
    ] {
        assert_eq!(urls(&pages(note, top)), expected(None), "{top}");
    }
}
