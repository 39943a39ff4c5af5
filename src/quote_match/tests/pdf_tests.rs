//! PDFs made for one feature each, and what is read in them.

use crate::citation::QuoteKind;
use crate::page::{ContentHead, CutShort, Page, SaidBy, TextName, Unread, read};
use crate::quote_match::{FoldedPage, MatchClass};

#[expect(dead_code, reason = "other tests use the rest of it")]
#[path = "../../../tests/pdfs/mod.rs"]
mod pdfs;

use pdfs::{Writer, line, lines, wide};

fn page_of(bytes: &[u8]) -> Page {
    let head =
        ContentHead { content_type: Some("application/pdf"), said_by: SaidBy::Server, url: "https://e.example/" };
    read(bytes, &head, &mut || true)
}

/// A page with one content stream.
fn page(content: &str) -> Page {
    page_of(&Writer::new().page(content).finish())
}

fn printed(page: &Page) -> &str {
    page.text(TextName::Pdf).unwrap_or_default()
}

fn found(page: &Page, quote: &str) -> (MatchClass, Option<usize>) {
    let found = FoldedPage::new(page).find(quote, QuoteKind::Sentence);
    let page = found.hit.and_then(|hit| hit.page);
    (found.class, page)
}

/// Characters one by one, from `x` on in steps.
fn spread(font: &str, mut x: f32, step: f32, text: &str) -> String {
    let mut content = String::new();
    for c in text.chars() {
        content += &wide(font, x, 700.0, 12.0, &c.to_string());
        x += step;
    }
    content
}

/// Whether the quote stands in the page, as typed or in other typography.
fn stands(page: &Page, quote: &str) {
    assert!(found(page, quote).0 <= MatchClass::Typographic, "{quote:?} in {:?}", page.texts);
}

#[test]
fn lines_are_lines_and_gaps_are_spaces() {
    let page = page(
        "BT /F1 12 Tf 72 700 Td [(The)-300(ri)20(ver)-280(rose)] TJ 0 -14 Td (all night) Tj ET \
         BT /F1 12 Tf 72 650 Td (One ) Tj 40 0 Td (word) Tj ET",
    );
    assert_eq!(printed(&page), "The river rose\nall night\nOne word");
    assert_eq!(found(&page, "The river rose all night"), (MatchClass::Verbatim, Some(1)));
}

#[test]
fn letters_that_are_set_apart_are_one_word() {
    let page =
        page("BT /F1 12 Tf 3 Tc 72 700 Td [(FLOOD)-250(REPORT)] TJ ET BT /F1 12 Tf 0 Tc 72 600 Td (of the year) Tj ET");
    assert_eq!(printed(&page), "FLOOD REPORT\nof the year");
}

#[test]
fn ligatures_and_forms_of_letters_are_the_letters() {
    let page = page(&(wide("F2", 72.0, 700.0, 12.0, "the ﬁrst oﬃce") + &wide("F2", 72.0, 680.0, 12.0, "plain")));
    assert_eq!(printed(&page), "the first office\nplain");
    assert_eq!(found(&page, "the first office").0, MatchClass::Verbatim);
}

#[test]
fn accents_drawn_over_letters_are_put_on_them() {
    let page = page("BT /F1 12 Tf 72 700 Td [(Schr)-110(\\250)443(odinger wrote)] TJ ET");
    assert_eq!(printed(&page), "Schrödinger wrote");
}

#[test]
fn a_word_that_a_hyphen_breaks_is_found_whole() {
    let mut writer = Writer::new();
    writer.page(&lines(72.0, 700.0, 12.0, &["The council will pub-", "lish the num-"]));
    writer.page(&lines(72.0, 700.0, 12.0, &["bers of the flood", "in spring."]));
    let page = page_of(&writer.finish());
    stands(&page, "will publish the numbers of the flood in spring");
    assert_eq!(found(&page, "of the flood in spring").1, Some(2));
}

#[test]
fn a_sign_at_the_end_of_a_line_is_the_sign() {
    let page = page(&lines(72.0, 700.0, 12.0, &["in the order of mink >", "bald eagle"]));
    stands(&page, "the order of mink > bald eagle");
}

#[test]
fn columns_are_read_one_after_the_other_whatever_order_they_were_drawn_in() {
    let left = [
        "The river rose in the night and",
        "nobody had seen it come, so the",
        "council met at dawn and closed",
        "the old bridge to everyone who",
        "came on foot or in a cart, for",
        "the water stood at the arches",
        "and the pillars began to shake",
    ];
    let right = [
        "Seven families were taken to",
        "the school on the hill, where",
        "they were given soup and bread",
        "by the sisters, and the smaller",
        "children slept in the hall on",
        "straw that the farmers brought",
        "before the rain began again",
    ];
    let by_columns = lines(72.0, 700.0, 10.0, &left) + &lines(320.0, 700.0, 10.0, &right);
    let heights = [700.0, 688.0, 676.0, 664.0, 652.0, 640.0, 628.0];
    let row = |((y, left), right): ((f32, &str), &str)| line(72.0, y, 10.0, left) + &line(320.0, y, 10.0, right);
    let rows = || heights.into_iter().zip(left).zip(right);
    let by_rows: String = rows().map(row).collect();
    let backwards: String = rows().rev().map(row).collect();
    let expected = [&left[..], &right[..]].concat().join("\n");
    for content in [by_columns, by_rows, backwards] {
        assert_eq!(printed(&page(&content)), expected);
    }
}

#[test]
fn a_table_is_read_row_by_row() {
    let row = |y: f32, cells: [&str; 3]| {
        line(72.0, y, 10.0, cells[0]) + &line(200.0, y, 10.0, cells[1]) + &line(300.0, y, 10.0, cells[2])
    };
    let content = row(700.0, ["Year", "Level", "Dead"])
        + &row(680.0, ["1953", "4.2 m", "12"])
        + &row(660.0, ["1962", "5.1 m", "0"]);
    assert_eq!(printed(&page(&content)), "Year Level Dead\n1953 4.2 m 12\n1962 5.1 m 0");
}

#[test]
fn marks_of_notes_neither_glue_nor_split_words_and_powers_stay() {
    let raised = |text: &str| format!("4 Ts /F1 7 Tf ({text}) Tj 0 Ts /F1 12 Tf");
    let marked = page(&format!("BT /F1 12 Tf 72 700 Td (The river rose) Tj {} ( by night.) Tj ET", raised("12")));
    assert_eq!(printed(&marked), "The river rose¹² by night.");
    assert_eq!(marked.text(TextName::NoMarks), Some("The river rose by night."));
    stands(&marked, "The river rose by night.");
    let short =
        page(&format!("BT /F1 12 Tf 72 700 Td (Nobody saw it) Tj {} (, or 9 in) Tj {} ET", raised("12"), raised("2")));
    assert_eq!(short.text(TextName::NoMarks), Some("Nobody saw it, or 9 in²"));
    let content = format!("BT /F1 12 Tf 72 700 Td (30 km) Tj {} ( and 10) Tj {} ET", raised("2"), raised("6"));
    let power = page(&content);
    assert_eq!(printed(&power), "30 km² and 10⁶");
    assert!(!found(&power, "30 km2 and 106").0.is_sound());
}

#[test]
fn a_raised_mark_that_is_hardly_smaller_stands_in_its_line() {
    let raised = |by: &str, text: &str| format!("{by} Ts /F1 10.7 Tf ({text}) Tj 0 Ts /F1 11 Tf");
    let marked = page(&format!(
        "BT /F1 11 Tf 72 700 Td (Cracked for eleven years) Tj {} (, and the council) Tj 0 -17.2 Td (knew it) Tj {} (.) Tj ET",
        raised("5.3", "1"),
        raised("5.3", "2, 3")
    ));
    assert_eq!(
        printed(&marked),
        "Cracked for eleven years¹, and the council\nknew it²,\u{a0}³.".replace('\u{a0}', " ")
    );
    assert_eq!(marked.text(TextName::NoMarks), Some("Cracked for eleven years, and the council\nknew it."));
    let power = page(&format!("BT /F1 11 Tf 72 700 Td (It was 30 km) Tj {} ( wide.) Tj ET", raised("5.3", "2")));
    assert_eq!(printed(&power), "It was 30 km² wide.");
    assert!(!found(&power, "It was 30 km wide.").0.is_sound());
    // Words are no mark.
    let word = page(&format!("BT /F1 11 Tf 72 700 Td (It was ) Tj {} ( wide.) Tj ET", raised("5.3", "over")));
    assert!(printed(&word).lines().count() > 1, "{}", printed(&word));
}

#[test]
fn a_mark_in_brackets_that_begins_a_line_is_left_out() {
    let road =
        page(&lines(72.0, 700.0, 11.0, &["Since the road was blocked, the letters", "[4] were carried over it."]));
    stands(&road, "Since the road was blocked, the letters were carried over it.");
    let end = page(&lines(72.0, 700.0, 11.0, &["the road was blocked, and the letters lost", "[12]. The mule"]));
    stands(&end, "and the letters lost. The mule");
    let list = page(&lines(72.0, 700.0, 11.0, &["[3] The letters of the road", "[4] The mule", "[5] The road"]));
    assert_eq!(list.text(TextName::NoMarks).unwrap_or(printed(&list)).matches('[').count(), 3);
}

/// Pages with a running head, a number and a note at the foot.
fn report() -> Vec<u8> {
    let mut writer = Writer::new();
    let body = [
        ["The committee heard from forty", "witnesses and found that the"],
        ["barrier had not been tested in", "the year before the flood, and"],
        ["that nobody had been told of", "the leak in the northern wall."],
    ];
    for (index, words) in body.iter().enumerate() {
        let number = (index + 11).to_string();
        let content = line(72.0, 760.0, 9.0, "Report on the Flood")
            + &lines(72.0, 700.0, 11.0, words)
            + &line(72.0, 60.0, 8.0, "7 See the minutes of the council.")
            + &line(300.0, 30.0, 9.0, &number);
        writer.page(&content);
    }
    writer.finish()
}

#[test]
fn a_sentence_goes_on_over_running_heads_numbers_and_notes() {
    let page = page_of(&report());
    let quote = "witnesses and found that the barrier had not been tested in the year before the flood, and that nobody had \
                 been told of the leak";
    assert_eq!(found(&page, quote), (MatchClass::Verbatim, Some(1)));
    assert_eq!(found(&page, "See the minutes of the council.").1, Some(1));
    assert_eq!(found(&page, "the leak in the northern wall").1, Some(3));
    let printed = printed(&page);
    assert!(
        printed.contains("Report on the Flood\nThe committee") && printed.contains("\n12\n\u{c}Report"),
        "{printed}"
    );
}

#[test]
fn turned_pages_and_turned_text_are_read() {
    let words = lines(72.0, 700.0, 12.0, &["The page was turned", "by the scanner."]);
    for rotate in [0, 90, 180, 270] {
        let page = page_of(&Writer::new().page_with(&format!("/Rotate {rotate}"), &words).finish());
        assert_eq!(printed(&page), "The page was turned\nby the scanner.", "{rotate}");
    }
    let turned = "BT /F1 12 Tf 0 1 -1 0 100 100 Tm (Set from below) Tj 0 -14 Td (and on) Tj ET\n";
    assert_eq!(printed(&page(turned)), "Set from below\nand on");
    let both = page(&(words + turned));
    assert_eq!(printed(&both), "The page was turned\nby the scanner.\nSet from below\nand on");
    assert_eq!(both.text(TextName::NoMarks), Some("The page was turned\nby the scanner."));
}

#[test]
fn what_runs_from_the_right_is_read_in_the_order_of_its_words() {
    // As it is seen from the left.
    let seen: String = "שלום עולם 2024".chars().rev().collect::<String>().replace("4202", "2024");
    let page = page(&wide("F2", 72.0, 700.0, 12.0, &seen));
    assert_eq!(printed(&page), "שלום עולם 2024");
    // The same drawn letter by letter from the right.
    let single: String = spread("F2", 300.0, -6.0, "שלום עולם");
    assert_eq!(printed(&super::pdf_tests::page(&single)), "שלום עולם");
}

#[test]
fn no_space_stands_between_characters_of_chinese_and_japanese() {
    let page = page(&spread("F3", 72.0, 15.0, "川の水位が再び上がった"));
    assert_eq!(printed(&page), "川の水位が再び上がった");
    let down = wide("F4", 500.0, 700.0, 12.0, "川の水位が") + &wide("F4", 480.0, 700.0, 12.0, "再び上がった");
    let down = super::pdf_tests::page(&down);
    assert_eq!(printed(&down), "川の水位が\n再び上がった");
    stands(&down, "水位が再び上がった");
}

#[test]
fn the_invisible_text_over_a_scan_is_read() {
    let words =
        "the words that the machine saw in the picture of the page and wrote behind it, unseen by any reader of it";
    let mut writer = Writer::new();
    let scan = writer.scanner();
    let page = page_of(&writer.page(&format!("{scan} BT 3 Tr /F1 9 Tf 30 700 Td ({words}) Tj ET")).finish());
    assert_eq!((printed(&page), page.unread), (words, None));
}

#[test]
fn a_scan_without_text_says_that_it_is_one() {
    let mut writer = Writer::new();
    let scan = writer.scanner();
    let page = page_of(&writer.page(scan).finish());
    assert_eq!((page.unread, page.texts.len()), (Some(Unread::Scan), 0));
    let mut writer = Writer::new();
    let scan = writer.scanner();
    let text = lines(72.0, 700.0, 12.0, &["Words enough for a page that nobody takes for a picture of words."]);
    writer.page(scan).page(&text).page(&text).page(scan);
    assert_eq!(page_of(&writer.finish()).unread, None, "covers are pictures");
    let mut writer = Writer::new();
    let scan = writer.scanner();
    writer.page(&text).page(scan).page(&text).page(&text);
    assert_eq!(page_of(&writer.finish()).unread, Some(Unread::Scan));
}

#[test]
fn what_stands_in_for_a_drawing_is_its_text() {
    let page = page(
        "BT /F1 12 Tf 72 700 Td (The ) Tj /Span << /ActualText (council) >> BDC (@@@) Tj EMC ( met) Tj \
         0 -14 Td (pub) Tj /Span << /ActualText <feff00ad> >> BDC (-) Tj EMC 0 -14 Td (lic) Tj ET",
    );
    assert_eq!(printed(&page), "The council met\npub\u{ad}\nlic");
    stands(&page, "met public");
}

#[test]
fn glyphs_without_a_meaning_are_a_text_that_cannot_be_read() {
    let page = page(&wide("F2", 72.0, 700.0, 12.0, "\u{e001}\u{e002}\u{e003} plain words"));
    assert_eq!(page.unread, Some(Unread::Fonts));
    let fine = super::pdf_tests::page(&wide(
        "F2",
        72.0,
        700.0,
        12.0,
        "\u{e001} and many plain words after one sign of a font",
    ));
    assert_eq!(fine.unread, None);
}

#[test]
fn a_font_that_is_silent_is_read_by_its_file_or_its_collection() {
    let read = |ordering: &str, codes: &str| {
        let mut writer = Writer::new();
        writer.silent_font(ordering);
        let page = page_of(&writer.page(&format!("BT /F5 12 Tf 72 700 Td <{codes}> Tj ET")).finish());
        printed(&page).to_owned()
    };
    assert_eq!(read("Identity", "000300010002"), "CAB");
    // In the collection of Japanese the glyphs 842 and 843 are the first two of hiragana.
    assert_eq!(read("Japan1", "034a034b"), "ぁあ");
}

#[test]
fn text_that_is_drawn_twice_to_look_bold_is_read_once() {
    let content = line(72.0, 700.0, 12.0, "Bold words")
        + &line(72.4, 700.0, 12.0, "Bold words")
        + "BT 2 Tr /F1 12 Tf 72 600 Td (outlined) Tj ET";
    assert_eq!(printed(&page(&content)), "Bold words\noutlined");
}

#[test]
fn titles_come_from_the_metadata_and_from_the_largest_line() {
    let content = line(72.0, 700.0, 24.0, "The Flood of the")
        + &line(72.0, 672.0, 24.0, "Northern River")
        + &line(72.0, 600.0, 11.0, "A report to the council");
    let page = page_of(&Writer::new().page(&content).title("Microsoft Word - draft 7.doc").finish());
    assert_eq!(page.titles, ["The Flood of the Northern River", "A report to the council"]);
    let named = page_of(&Writer::new().page(&content).title("Some other name").finish());
    assert_eq!(named.titles, ["The Flood of the Northern River", "A report to the council", "Some other name"]);
    let borne_out = page_of(&Writer::new().page(&content).title("A Report to the Council").finish());
    assert_eq!(borne_out.titles[0], "A Report to the Council");
}

#[test]
fn what_is_damaged_is_read_as_far_as_it_can_be() {
    let whole = report();
    let mended = page_of(&whole[..whole.len() - 200]);
    assert!(printed(&mended).contains("The committee heard"), "{mended:?}");
    let nothing = page_of(b"%PDF-1.7 and then nothing");
    assert_eq!((nothing.unread, nothing.texts.len()), (Some(Unread::Damaged), 0));
    assert_eq!(page_of(b"").unread, Some(Unread::Damaged));
}

#[test]
fn a_reading_that_is_told_to_stop_keeps_what_it_has() {
    let mut questions = 0;
    let head = ContentHead { content_type: Some("application/pdf"), said_by: SaidBy::Server, url: "" };
    let page = read(&report(), &head, &mut || {
        questions += 1;
        questions < 3
    });
    assert_eq!(page.cut_short, Some(CutShort::Deadline));
    assert!(printed(&page).contains("The committee heard"));
}

#[test]
fn no_damage_makes_the_reader_fail() {
    let whole = report();
    let mut lot: u32 = 2026;
    let mut next = |below: usize| {
        lot = lot.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (lot >> 8) as usize % below
    };
    for _ in 0..60 {
        let mut bytes = whole.clone();
        for _ in 0..=next(20) {
            let at = next(bytes.len());
            bytes[at] = next(256).to_le_bytes()[0];
        }
        bytes.truncate(bytes.len() - next(2) * next(bytes.len() / 2));
        let page = page_of(&bytes);
        assert!(page.texts.len() <= 2);
    }
}
