//! Numbers at the ends of items, and of what stands before the first mark that shows how marks stand.

use super::tests::{below_twenty, check};

/// Three marks with a space before them, and a text behind them.
fn behind_three(text: &str, expected: &[&str]) {
    let whole = format!("The sea rose. 1 It fell. 2 It stayed. 3\n\n{text}");
    check(&whole, &[&["1", "2", "3"], expected].concat());
}

#[test]
fn numbers_at_the_ends_of_items_are_marks_where_they_are_usual() {
    let items = "- The harbour has a wall of old stone 2\n- The town has been there for a thousand years 2\n\
                 - The mill turns by the water of the brook 4\n- Its wheel was made again in March 2019 5\n";
    behind_three(items, &["2", "2", "4", "5"]);
    // A row, and what opens a list.
    behind_three("- The harbour has a wall of old stone 2 3\n- The town has these houses: 4 5 1\n", &["2 3", "4 5 1"]);
}

#[test]
fn a_name_before_the_number_of_an_item_may_have_one_of_its_own() {
    let items = |last: &str| {
        format!(
            "- The harbour has a wall of old stone 2\n- The town has been there for a thousand years 2\n\
             - The mill turns by the water of the brook 1\n- A new gate was made by {last}\n"
        )
    };
    behind_three(&format!("Vardal has a mill.\n\n{}", items("the people of Vardal 3")), &["2", "2", "1", "3"]);
    behind_three(&format!("Pier 2 has a mill.\n\n{}", items("the crew of Pier 3")), &["2", "2", "1"]);
    behind_three(&items("those who live on level 3"), &["2", "2", "1"]);
}

#[test]
fn quantities_at_the_ends_of_items_are_no_marks() {
    let counted = "- The number of houses in the town 88\n- The number of mills by the brook 340\n\
                   - The number of boats in the harbour 12\n- The number of walls that they have 2\n";
    behind_three(counted, &[]);
    let announced = "- The people of the wall live on level 2\n- The people of the gate live on level 3\n\
                     - The people of the mill live on level 2\n- The people of the town live on level 1\n";
    behind_three(announced, &[]);
    let same = "- The wall was made again in season 3\n- The gate was made again in season 1\n\
                - The mill was made again in season 2\n- The town was made again in season 1\n";
    behind_three(same, &[]);
    behind_three("- Houses 2\n- Mills 3\n- Boats in harbour 1\n- Walls 4\n", &[]);
}

#[test]
fn a_mark_before_the_first_that_shows_how_they_stand_is_one() {
    check("In the north, 1 which was cold, it rose. 2 It fell. 3 It stayed. 4", &["1", "2", "3", "4"]);
    check("In all there were 1 of them. It rose. 2 It fell. 3 It stayed. 4", &["2", "3", "4"]);
}

#[test]
fn a_number_opens_the_sentence_behind_a_mark() {
    check("It rose. 1 It fell. 2 12 boats were lost. It stayed. 3", &["1", "2", "3"]);
    check("It rose. 1 It fell. 2 There were many. 12 boats were lost. 3", &["1", "2", "3"]);
}

#[test]
fn a_letter_with_a_point_ends_a_sentence_where_the_next_one_opens_behind_the_next_mark() {
    check("It rose. 1 It fell in World War I. 2 The tide stayed. 3", &["1", "2", "3"]);
    check("It rose. 1 It fell, says J. 2 Tides stayed. 3", &["1", "3"]);
}

#[test]
fn a_mark_stands_before_a_remark_in_brackets_and_behind_one() {
    check("It rose. 1[n 7] It fell.[n 8] 2 It stayed (as it was told. 3) It sank. 4", &["1", "2", "3", "4"]);
    check("It rose. 1 It fell. 2: 207 It stayed. 3", &["1", "2", "3"]);
    check("It rose. 1 Two of the boats. 2: 207 to 3. It stayed. 3", &["1", "3"]);
}

#[test]
fn a_mark_that_stood_before_is_one_before_what_counts_nothing() {
    let again = "They gave all women the right to vote 2 and in 1894 the land. Of its output, 3 making it the third, by 99%, 1 and over half, \
                 much was sold. In 2010, 2 Vardal is the first. In 2007 3 and then more. It has mills, 2 of which are wide.";
    check(&format!("It rose. 1 It fell. 2 It stayed. 3 {again}"), &["1", "2", "3", "2", "3", "1", "2", "3"]);
    let counted = "They won 2 and the others 3. It has a mill, 2 swimming pools and a wall. In 2010, 3 Danes were lost. \
                   In 2011, 2 Vardals is too few.";
    check(&format!("It rose. 1 It fell. 2 It stayed. 3 {counted}"), &["1", "2", "3"]);
}

#[test]
fn a_first_mark_is_filled_in_where_the_next_stands_before_another_of_its_number() {
    let told = (3..=12).map(|number| format!("It fell. {number}")).collect::<Vec<_>>().join(" ");
    let found =
        below_twenty(&format!("It rose. 1 The coast 2 and a wide land are there. {told} So it was. 2 It sank. 13"));
    let expected: Vec<String> = (1..=12).chain([2, 13]).map(|number| number.to_string()).collect();
    assert_eq!(found, expected);
}

#[test]
fn two_numbers_that_count_on_are_marks_before_a_clause() {
    check("It was often multiplied by others, 1 2 which makes it wide. It fell. 3", &["1 2", "3"]);
    check("It was often multiplied by others, 1 2 boats. It fell. 3", &["3"]);
}

#[test]
fn a_number_that_capitals_have_more_than_once_is_their_own() {
    let text = "The sea1 rose and the tide2 fell, and the moon3 stayed. The SKRV was new. The SKRV1 was old. ";
    let more = "The SKRV1 was sold.";
    check(text, &["1", "2", "3", "1"]);
    check(&format!("{text}{more}"), &["1", "2", "3"]);
}
