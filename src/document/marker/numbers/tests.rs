//! Bare numbers, and everything that looks like one.

use crate::document::{Format, Limits, parse};

/// The markers of `body` above an unnumbered list of nine entries.
pub(super) fn check(body: &str, expected: &[&str]) {
    let list = (1..=9).map(|n| format!("- “Sea {n}.” Post. https://a.test/{n}.\n")).collect::<Vec<_>>().concat();
    let text = format!("{body}\n\nReferences\n{list}");
    let document = parse(&text, Format::Plain, Limits::default());
    let found: Vec<&str> = document.markers.iter().map(|marker| &text[marker.span.range()]).collect();
    assert_eq!(found, expected, "{body}");
}

#[test]
fn numbers_that_are_glued_before_their_stops_are_no_items() {
    let marks = ["1", "2", "3"];
    check("He says “the wall must fall”1. Then “the sea must rise”2. She adds that “nothing is done”3.", &marks);
    check("He says \"the wall must fall\"1. Then \"the sea rises\"2. She adds \"nothing is done\"3.", &marks);
    check("Er sagt „die Mauer muss weg“1. Dann „steigt das Meer“2. Sie meint, „nichts geschieht“3.", &marks);
    check("Il dit « le mur tombe »1. Puis « la mer monte »2. Elle dit que « rien n’est fait »3.", &marks);
    check("He says: 1. The wall must fall. 2. The sea must rise. 3. Nothing is done.", &[]);
}

#[test]
fn numbers_behind_the_end_of_a_sentence_are_markers() {
    check("The sea rose. 1", &["1"]);
    check("The sea rose. 1 It fell. 2 It stayed! 3", &["1", "2", "3"]);
    check("The sea “rose.” 1 It “fell”. 2", &["1", "2"]);
    check("The sea rose (they say). 1 2", &["1 2"]);
    check("The sea rose.1 It fell,2 and rose.3, 4 So.", &["1", "2", "3, 4"]);
    check("It was “high”.1 It was \"low.\"2 So the sea1 rose.", &["1", "2"]);
    check("It rose in 1990. 1 It fell in 2001.2 So.", &["1", "2"]);
}

#[test]
fn numbers_before_the_stops_of_sentences_are_markers_where_they_count_up() {
    check(
        "The sea rose in the north 1. It fell in the town 2. Then it stayed (they say) 3. So the tide of the Baltic 4. It was “wide” 5. \
         The sea of the north 1.",
        &["1", "2", "3", "4", "5", "1"],
    );
    check("The sea rose at home 1. It fell in the town 2. They lived in room 7. The sea stayed at page 3.", &[]);
    check("He slept in room 1. He woke in room 5. He ate in room 9.", &[]);
    check(
        "The sea rose at home 1. It fell in the town 2. It stayed there 3. In all there were 3 of them, in phase 4.",
        &["1", "2", "3"],
    );
}

#[test]
fn three_marks_before_their_stops_are_no_list_that_runs_on() {
    check(
        "He says “the wall must fall”1. Then “the sea must rise”2. She adds that “nothing is done”3.",
        &["1", "2", "3"],
    );
    check("Er sagt „die Mauer muss weg“1. Dann „steigt das Meer“2. Sie meint, „nichts geschieht“3.", &["1", "2", "3"]);
    check(
        "Il dit « le mur doit tomber »1. Puis « la mer monte »2. Elle dit que « rien n’est fait »3.",
        &["1", "2", "3"],
    );
    // The items of a list stand apart from what is before them.
    check("They had three: 1. The sea of old 2. The land of old 3. The sky of old.", &[]);
}

#[test]
fn a_word_before_the_full_stop_does_not_reach_across_it() {
    for word in ["year", "page", "section", "of", "the U.S", "at 5 p.m", "Smith et al", "a Ph.D", "first", "line"] {
        check(&format!("The sea rose {word}. 1 It fell. 2"), &["1", "2"]);
        check(&format!("The sea rose {word}. 1"), &["1"]);
    }
    check("The sea rose last year.1 It fell.2", &["1", "2"]);
}

#[test]
fn a_number_behind_a_closing_mark_is_a_marker_in_mid_sentence() {
    check("He said “words go here” 1 and then “other words” 2 in town. 3", &["1", "2", "3"]);
    check("He said “words go here,” 1 and “other.” 2 So.", &["1", "2"]);
    check("He said “words go here” 1. It (so “deep” 2) is \"wide\" 3, but.", &["1", "2", "3"]);
    check("The “Apollo” 8 crew and “Rule” 1.5 there.", &[]);
}

#[test]
fn numbers_in_quotation_marks_count_only_at_their_end() {
    check("It is “the end of leaders. 1”", &["1"]);
    check("It is “the end. 1 Of leaders” there.", &[]);
}

#[test]
fn order_decides_what_position_leaves_open() {
    check("The tide1 and the moon2 and the sun5.", &["1", "2"]);
    check("So. 1 And so. 9", &["1"]);
    check("So. 1 And so. 7", &["1", "7"]);
    check("Nothing. 8 People.", &[]);
}

#[test]
fn quantities_dates_and_references_to_parts_are_not_markers() {
    for body in [
        "In all there were 3 of them. 2 percent stayed.",
        "It was on May 1. 2 June was next.",
        "See No. 4 and p. 5 and Fig. 3 and vol. 2 of it.",
        "It cost $1. 5 more came at €2.",
        "It rose 1.5 m. 2 km further it fell 3%.",
        "Version 1.2 and Part 3 of J. 4 Hall.",
        "The room 5 and 6 rooms more in 7.",
        "1. One\n2. Two",
        "Rule 1: no. Rule 2: yes.",
    ] {
        check(body, &[]);
    }
}

#[test]
fn the_next_number_is_a_marker_where_no_other_would_be() {
    check("It fell in 2003.1 It cost 239,000.2 The rate was 1.94.3", &["1", "2", "3"]);
    check("It had 1,223;1 they stayed. In 2003,2 and so on.", &["1", "2"]);
    check("So it is:1", &["1"]);
    check("In many Territories1 and in Brazil2 3 it rose.", &["1", "2 3"]);
    check("It rose. 1 It fell, 2 and rose; 3 but it stayed, 9 of them.", &["1", "2", "3"]);
    check("The total.1 84 ships came. The rest.2 5.5% came.", &["1", "2"]);
    check("The poor’s. 1 In the 2010s. 2 So.", &["1", "2"]);
    check("It rose 1.5 m, and 1,200 ships.", &[]);
}

#[test]
fn two_numbers_that_agree_take_up_a_count_that_was_lost() {
    let list = (1..=40).map(|n| format!("- “Sea {n}.” Post. https://a.test/{n}.\n")).collect::<Vec<_>>().concat();
    let found = |body: &str| -> Vec<String> {
        let document = parse(&format!("{body}\n\nReferences\n{list}"), Format::Plain, Limits::default());
        document.markers.iter().flat_map(|marker| marker.labels.to_vec()).collect()
    };
    assert_eq!(found("The sea rose. 1 It fell. 20 It stayed. 21 It left. 23 So."), ["1", "20", "21", "23"]);
    assert_eq!(found("The sea rose. 1 It fell. 20 Ships came. 2 So."), ["1", "2"]);
    assert_eq!(found("The sea rose. 1 It sank. 2 It fell. 20 Ships came. 35 So."), ["1", "2"]);
}

#[test]
fn the_next_number_is_a_marker_amid_a_sentence_that_goes_on() {
    let list = (1..=9).map(|n| format!("- “Sea {n}.” Post. https://a.test/{n}.\n")).collect::<Vec<_>>().concat();
    let found = |body: &str| -> Vec<String> {
        let document = parse(&format!("{body}\n\nReferences\n{list}"), Format::Plain, Limits::default());
        document.markers.iter().flat_map(|marker| marker.labels.to_vec()).collect()
    };
    assert_eq!(
        found("The sea rose. 1 He justified 2 it by the need. The games 3 through which it came."),
        ["1", "2", "3"]
    );
    assert_eq!(found("The sea rose. 1 She bought 2 apples. He has another 2 which are red."), ["1"]);
    assert_eq!(
        found("It rose.1 It fell.2 It stayed.3 In 20024 the ships and about 15,0005 people came, 20067 in all."),
        ["1", "2", "3", "4", "5"]
    );
    assert_eq!(
        found("It rose.1 It fell.2 It stayed.3 The flat lands of the Territories5 and Formula4 grew."),
        ["1", "2", "3", "5"]
    );
    assert_eq!(found("It rose.1 About 20022 ships came."), ["1"]);
}

#[test]
fn the_order_of_the_others_tells_a_mark_that_its_place_does_not() {
    check(
        "The sea rose. 1 It fell. 2 It stayed. 3 The tall tower 4 reflects what Kepler 5 finally saw. 6 So. 7",
        &["1", "2", "3", "4", "5", "6", "7"],
    );
    check(
        "It rose.1 It fell.2 It stayed.3 NetBSD4 and OpenBSD5 had it.6 It cost $5007 to build.8 So.9",
        &["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    );
    check(
        "Ships came to Portugal. 1 They left. 2 It rose. 3 In May 2014 4 it fell, 5 so they say. 6",
        &["1", "2", "3", "4", "5", "6"],
    );
}

#[test]
fn the_order_of_the_others_makes_no_mark_of_one_number_of_two() {
    check("The sea rose. 1 It fell. 2 It stayed. 3 She saw 4 boats and 4 men. 5 So. 6", &["1", "2", "3", "5", "6"]);
    check("It rose. 1 It fell. 2 It stayed. 3 On 4 May of that year. 5 So. 6", &["1", "2", "3", "5", "6"]);
    check("It rose. 1 It fell. 2 It stayed. 3 See page 4 of it. 5 It was 4% more. 6", &["1", "2", "3", "5", "6"]);
    check("It rose. 1 It fell. 2 It stayed. 3 It won. 4 She saw 5 boats there.", &["1", "2", "3", "4"]);
}

#[test]
fn a_day_before_a_month_of_any_language_is_no_mark() {
    check("In “Die Zeitung” 7 Julie 1995 and “Die Post” 4. Juuni 2001 it stood.", &[]);
    check("The total.1 84 ships came. The rest.4 3 ships came.", &["1", "4"]);
    check("It rose.1 It fell.2 It was a third of all.3 2 ships came.", &["1", "2", "3"]);
}

#[test]
fn a_mark_that_stood_before_is_one_where_nothing_else_can_be_meant() {
    check(
        "It rose.1 It fell.2 It stayed.3 It drew 13,612.2 Records fell (so they said1), and in 2004–05,2 which passed, it \
         grew in 2007,3 ships say, and since March 20252 when it ended:3",
        &["1", "2", "3", "2", "1", "2", "3", "2", "3"],
    );
    check(
        "The sea rose. 1 It fell. 2 It stayed. 3 In the last season, 2 which was short, it fell in 2002 1 when the tower that \
         they had built reflected 3 the light.",
        &["1", "2", "3", "2", "1", "3"],
    );
    check(
        "The sea rose. 1 It fell. 2 It stayed. 3\n\nIt came to the towns that have harbours in Portugal 4 5",
        &["1", "2", "3", "4 5"],
    );
}

#[test]
fn what_is_counted_again_is_no_mark_that_stood_before() {
    check(
        "It rose. 1 It fell. 2 It stayed. 3 She saw ten boats, 2 of them red, and 1 and a half men. In rooms 1, 2 and 3 it was 2 \
         percent; 3 were lost. There were 2 who stayed.",
        &["1", "2", "3"],
    );
    check("It rose.1 It fell.2 It stayed.3 It cost $13,612.2 Then 1.2 of it, and 1,200.2 metres.", &["1", "2", "3"]);
}

#[test]
fn versions_decimals_parts_and_dates_with_points_are_no_marks() {
    for body in [
        "It rose.1 The new Tide 2.2 came, and Moon 2.2",
        "Tide 1.1",
        "They pinned tidelib 1.4.1 and tidelib 1.4.2",
        "They pinned tidelib 0.1\n\nThey pinned tidelib 1.4.1",
        "Definition 1.1 The sea is wide.",
        "1.1 Of tides",
        "It is v1.1 Then so (§1.1) it is.",
        "截至 2025.1 已备案",
        "Um 2,1 Prozent stieg sie.",
        "The latest version is 3.1 The sea.",
    ] {
        let marks: &[&str] = if body.starts_with("It rose.1") { &["1"] } else { &[] };
        check(body, marks);
    }
    check("It rose.1 The rate was 30.2 The rest left.", &["1", "2"]);
}

#[test]
fn one_number_makes_no_notes_of_a_long_list_without_numbers() {
    let list = (1..=30).map(|n| format!("- “Sea {n}.” Post. https://a.test/{n}.\n")).collect::<Vec<_>>().concat();
    let marks = |body: &str| {
        let document = parse(&format!("{body}\n\nReferences\n{list}"), Format::Plain, Limits::default());
        document.markers.into_iter().filter(|marker| marker.shape.is_note()).count()
    };
    assert_eq!(marks("The federal H.R. 1 (2025 reform) came."), 0);
    assert_eq!(marks("The sea rose. 1 It fell. 2 So."), 2);
    check("It is a 501(c)3 and so on.", &[]);
}

#[test]
fn a_mark_stands_before_the_full_stop_of_a_script_without_spaces() {
    check("该模型表现优异1。它还“支持多种语言的输入”2。", &["1", "2"]);
    check("见图1。第1章，第1。", &[]);
}

#[test]
fn the_signs_of_formulas_are_no_emphasis_that_a_mark_follows() {
    check("So c_1, c_2 and I(R_1) are it. D_1", &[]);
    check("So the _Tide_1 rose and the *moon*2 too.", &["1", "2"]);
    check("It is $x.1$ and $D_2.1$ there.", &[]);
}

#[test]
fn a_mark_behind_a_picture_is_one() {
    let list = (1..=9)
        .map(|n| format!("{n}. Sea {n} \\- Post, accessed May 3, 2025, [https://a.test/{n}](https://a.test/{n})\n"))
        .collect::<Vec<String>>()
        .concat();
    let text = format!(
        "The tuple ![][image3].1 Within ![][image4]2 of it lies ![a formula](a.png), 3 boats.\n\n#### **Works cited**\n\n{list}\n[image3]: <data:image/png;base64,AA>\n[image4]: <data:image/png;base64,AA>\n"
    );
    let document = parse(&text, Format::Markdown, Limits::default());
    let found: Vec<&str> = document
        .markers
        .iter()
        .filter(|marker| marker.shape.is_note())
        .map(|marker| &text[marker.span.range()])
        .collect();
    assert_eq!(found, ["1", "2"]);
}

#[test]
fn a_range_behind_a_sentence_or_a_quotation_is_a_marker() {
    for range in ["2–4", "2-4", "2—4", "2,3–4", "2–4,5"] {
        check(&format!("One.1 He said “no boat is left.”{range} The mayor left.6 End."), &["1", range, "6"]);
        check(&format!("One.1 No boat is left.{range} The mayor left.6 End."), &["1", range, "6"]);
    }
    check("One. 1 He said “no boat is left.” 2–4 The mayor left. 6 End.", &["1", "2–4", "6"]);
    check("He said “no boat is left.”1–3 The mayor left.4", &["1–3", "4"]);
    check("One.1 It “rose” 2–4 metres and fell.2", &["1", "2"]);
    check("One.1 They won 2–4 in town.2", &["1", "2"]);
    check("One. 1 It was late. 2–4 people came. 2", &["1", "2"]);
    check("One. 1 It rained. 7–4 The mayor left. 2", &["1", "2"]);
    check("One.1 See p.2–4 of it.2", &["1", "2"]);
}

#[test]
fn two_numbers_before_a_stop_and_one_at_the_end_of_a_block_count_with_the_others() {
    check(
        "The sea rose in the north 1 2. It fell in the town 3 4. Then it stayed for years\n\nIt was wide at the bridge 5 6\n\nSo it went: 7",
        &["1 2", "3 4", "5 6", "7"],
    );
    check(
        "The keeper lit the big lamp 1\n\nThe boats came to the harbour 2\n\nNobody slept in the town 3\n\nThe boats left it again 2",
        &["1", "2", "3", "2"],
    );
    check("The sea has a harbour 4\n\nThe land has a harbour 9\n\nThe lake has a harbour 2", &[]);
    check("Boats 1\n\nShips 2\n\nRafts 3", &[]);
}

#[test]
fn numbers_that_are_glued_to_words_need_not_be_the_next_where_most_are() {
    check(
        "An analysis1 is known. The studies2 say so. As the research4 shows it. The survey5 says so. Its scope6 is wide. Jackson9 was there.",
        &["1", "2", "4", "5", "6"],
    );
    check("He has protobuf3 and python2 and postgres9 at home.", &[]);
}

#[test]
fn the_numbers_of_a_list_that_runs_on_are_no_marks() {
    check(
        "The sea rose in the north 1. It fell in the town 2. Then it stayed for years 3.\n\nThere are rules: 1. The sea is wide and deep 2. The land is \
         small and dry 3. The sky is high",
        &["1", "2", "3"],
    );
    check("1. The sea is wide and deep 2. The land is small and dry 3. The sky is high 4. The moon is far away", &[]);
}

#[test]
fn a_number_behind_hundredths_a_date_or_a_colon_is_a_marker_where_others_are_glued() {
    let first = "The sea rose.1 It fell.2 It stayed.3";
    let found = |rest: &str, marks: &[&str]| {
        let all: Vec<&str> = ["1", "2", "3"].into_iter().chain(marks.iter().copied()).collect();
        check(&format!("{first} {rest}"), &all);
    };
    found("It rose by 80%4 and more. It was crushed in 1796.5 After that it fell.", &["4", "5"]);
    found("The tide came (it is said here6) and went. It was so in March 2010,2 Germany says.", &["6", "2"]);
    found("These are the tides of 2025:4 5", &["4 5"]);
    found("It had come to that by the end of 20252", &["2"]);
    found("It is of version 1796.5 After that 20%20 in the name.", &[]);
    found("There were 12002 of them. Row:90", &[]);
    check("The row has colspan=\"2\" style and colspan=\"1\" too.", &[]);
}

/// A list of twenty entries without numbers below a text.
pub(super) fn below_twenty(body: &str) -> Vec<String> {
    let list = (1..=20).map(|n| format!("- “Sea {n}.” Post. https://a.test/{n}.\n")).collect::<Vec<_>>().concat();
    let text = format!("{body}\n\nReferences\n{list}");
    let document = parse(&text, Format::Plain, Limits::default());
    document.markers.iter().map(|marker| text[marker.span.range()].to_owned()).collect()
}

#[test]
fn numbers_amid_sentences_are_markers_where_they_count_through_the_whole_list() {
    const NAMES: [&str; 5] = ["Ansty", "Baltic", "Corran", "Dover", "Ennis"];
    let counted = |word: &dyn Fn(usize) -> String, last: usize| {
        (1..=last).map(|n| format!("The tide of {} {n} came late that year.\n\n", word(n))).collect::<Vec<_>>().concat()
    };
    let name = |n: usize| NAMES[n % NAMES.len()].to_owned();
    let all: Vec<String> = (1..=20).map(|n| n.to_string()).collect();
    assert_eq!(below_twenty(&counted(&name, 20)), all);
    // One word is counted, and a part of the list is not the whole.
    assert!(below_twenty(&counted(&|_| "Harbour".to_owned(), 20)).is_empty());
    assert!(below_twenty(&counted(&name, 12)).is_empty());
}

#[test]
fn figures_in_brackets_keep_no_marks_without_brackets_from_being_found() {
    let body = (1..=18).map(|n| format!("The sea rose in the {n}th year again.{n} ")).collect::<Vec<_>>().concat();
    let chart = "The bars are [15, 20, 6] and [240, 467].";
    let expected: Vec<String> = (1..=18).map(|n| n.to_string()).collect();
    assert_eq!(below_twenty(&format!("{chart}\n\n{body}")), expected);
    // Where most of the list is pointed to in brackets, those are the marks.
    let brackets = (1..=18).map(|n| format!("The sea rose again [{n}]. ")).collect::<Vec<_>>().concat();
    assert_eq!(below_twenty(&format!("{brackets} It fell in phase.3 So.")).len(), 18);
}

#[test]
fn an_item_ends_where_the_number_of_the_next_one_stands() {
    check("1. The sea rose in 2024.1 2. The sea fell for long.2 3. The sea stayed away.3", &["1", "2", "3"]);
}

#[test]
fn a_number_behind_the_name_of_its_entry_is_its_mark_where_that_says_something() {
    let named = |body: &str, expected: &[&str]| {
        let lead = "The sea rose.1 It fell.2 It stayed.3 So it was.4 All saw it.5";
        let list = "1. Sea Post. https://a.test/1\n2. Carnegie Endowment, “Sea.” https://a.test/2\n3. Channel 3 News. https://a.test/3\n\
            4. Doe, Jane. “Apollo.” May 2020. https://a.test/4\n5. Ministry of War. https://a.test/5\n";
        let text = format!("{lead}\n\n{body}\n\nReferences\n{list}");
        let document = parse(&text, Format::Plain, Limits::default());
        let found: Vec<&str> = document.markers.iter().map(|marker| &text[marker.span.range()]).collect();
        assert_eq!(found[5..], *expected, "{body}");
    };
    named("The Carnegie Endowment 2 notes that it rose.", &["2"]);
    named("In May, Doe 4 wrote that it rose, and the Ministry of War 5 denied it.", &["4", "5"]);
    named("The Endowment 2 says so, and Jane Doe 4 said so.", &["2", "4"]);
    named("The Carnegie Endowment 3 notes that it rose.", &[]);
    named("The Carnegie Endowment 2 times rose.", &[]);
    named("The Carnegie Endowment counted 2 notes.", &[]);
    named("The Carnegie 2 Endowment notes it.", &[]);
    named("On May 4 reports came in, and so did they.", &[]);
    named("Channel 3 said so.", &[]);
    named("Apollo 5 reported a fault, Article 4 says.", &[]);
    named("It says “the Endowment 2 notes it” there.", &[]);
}

#[test]
fn a_point_behind_a_number_ends_a_sentence_where_the_next_one_opens_behind_it() {
    let found = |body: &str| below_twenty(&format!("It rose.1 It fell.2 It stayed.3 {body}"));
    assert_eq!(found("The ground holds a top 785.4 As well as this it has a roof."), ["1", "2", "3", "4"]);
    assert_eq!(found("They rank in the top 200.4 The others do not."), ["1", "2", "3", "4"]);
    assert_eq!(found("Es steht auf Platz 7.4 Die anderen nicht."), ["1", "2", "3", "4"]);
    assert_eq!(found("The cost is 220,000.2 It fell later."), ["1", "2", "3", "2"]);
    assert_eq!(found("It ended on December 11, 20253 when the sea rose."), ["1", "2", "3", "3"]);
    assert_eq!(found("It grew in Q3 20252"), ["1", "2", "3", "2"]);
    for body in [
        "They use Python 3.4 Some do not.",
        "See section 2.4 The sea.",
        "They tried GPT-3.4 Turbo there.",
        "A mill weighs 7.4 Germans.",
        "It runs on v2.4 The next does not.",
        "Read No. 12.4 There it stands.",
    ] {
        assert_eq!(found(body), ["1", "2", "3"], "{body}");
    }
}

#[test]
fn a_mark_at_a_name_that_stands_elsewhere_without_a_number_comes_again() {
    let found =
        |body: &str| below_twenty(&format!("The Harbour Fund pays.1 The Fund of Rotor.2 So xMill does.3 {body}"));
    assert_eq!(
        found("The boats are paid by the Harbour Fund1\n\nThe sails are made by xMill3"),
        ["1", "2", "3", "1", "3"]
    );
    assert_eq!(found("It was lent to the Fund2, as they say."), ["1", "2", "3", "2"]);
    assert_eq!(found("They tried Rotor 5 and Rotor2 there."), ["1", "2", "3"]);
    assert_eq!(found("They tried Claude3 there. They met Lens2 often."), ["1", "2", "3"]);
    assert_eq!(found("They like the Fund7 there."), ["1", "2", "3"]);
}

#[test]
fn marks_before_commas_and_brackets_count_with_those_before_stops() {
    check(
        "I know what the sea is like 1, and how cold it is there. The tide is a fallacy 2. Nobody says what they mean 3. But the mill (of the \
         old town 4), so to speak, turns.",
        &["1", "2", "3", "4"],
    );
    check(
        "The sea rose at home 1. It fell in the town 2. It stayed there 3. They tried Rotor 4, which came on May 4, with sails.",
        &["1", "2", "3"],
    );
}

#[test]
fn a_short_list_is_counted_through_whole_or_not_at_all() {
    let found = |n: usize, body: &str| -> Vec<String> {
        let list = (1..=n).map(|n| format!("- “Sea {n}.” Post. https://a.test/{n}.\n")).collect::<Vec<_>>().concat();
        let document = parse(&format!("{body}\n\nReferences\n{list}"), Format::Plain, Limits::default());
        document.markers.iter().flat_map(|marker| marker.labels.to_vec()).collect()
    };
    let body = "A new initiative 1 under the purview of the team began.\n\nThe post 2 describes what happens, and we cannot just \
                infer them 3 from what is said.\n\nThe old mill 4 is shared by both.";
    assert_eq!(found(4, body), ["1", "2", "3", "4"]);
    assert_eq!(found(6, body), Vec::<String>::new());
    let games = "The team won 1 game, drew 2 matches, lost 3 others and took 4 points.\n\nNobody had seen that before.";
    assert_eq!(found(4, games), Vec::<String>::new());
    let steps = "Step 1 is easy.\n\nStep 2 is easy.\n\nStep 3 is hard.\n\nStep 4 is over.";
    assert_eq!(found(4, steps), Vec::<String>::new());
}

#[test]
fn marks_stand_before_the_stops_of_scripts_without_spaces() {
    check("港は二年間閉鎖された 1。警備隊は「凍結が起きた」と述べた 2。議会はこれを否定した 3。", &["1", "2", "3"]);
    check("港口关闭了两个冬天 1。警卫队称“冰冻” 2。议会予以否认 3。", &["1", "2", "3"]);
    check("港は二年間閉鎖された。人口は 3。", &[]);
}

#[test]
fn what_was_marked_comes_again_before_the_stops_of_scripts_without_spaces() {
    let marks = "港は開いた1。海は広いと言う2。空は高い3。";
    check(&format!("{marks}港は閉じた1。「誰も来ない」と彼は言う2！"), &["1", "2", "3", "1", "2"]);
    check("港口关闭了1。海很广阔了2。天空很高3。他们又关闭了1。", &["1", "2", "3", "1"]);
    check(&format!("{marks}人口は1。段階2。見表1。残りは3。値が2、高いサービス1。"), &["1", "2", "3"]);
    check("港は開いた1。海は広い2。港は閉じた1。", &["1", "2"]);
}

#[test]
fn a_mark_is_glued_to_a_closing_mark_with_a_space_before_it_where_that_closes() {
    check("Il dit « la mer est haute »1 et « la mer est basse. »2 Puis il part.", &["1", "2"]);
    check("Er sagt »das Meer« und »1 Mann« und so »2 Frauen« dazu.", &[]);
    check("Er sagt »das Meer « und »1 Mann« dazu.", &[]);
}
