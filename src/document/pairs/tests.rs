//! What counts as a quotation, by its marks.

use super::*;

pub(super) fn quoted(paragraphs: &[&str]) -> Vec<String> {
    let prose = paragraphs.join("\n");
    let mut pairing = Pairing::default();
    let mut at = 0;
    for paragraph in paragraphs {
        pairing.read(&prose, at..at + paragraph.len(), &[]);
        at += paragraph.len() + 1;
    }
    let text = |quoted: &Quoted| quoted.parts.iter().map(|part| &prose[part.range()]).collect::<Vec<_>>().join(" ");
    pairing.finish().iter().map(text).collect()
}

fn check(paragraph: &str, expected: &[&str]) {
    assert_eq!(quoted(&[paragraph]), expected, "{paragraph}");
}

#[test]
fn a_straight_mark_behind_the_end_of_a_quotation_within_closes() {
    check("\"“river”\".1 More.", &["“river”"]);
    check("\"„Fluss“\".1 Mehr.", &["„Fluss“"]);
}

#[test]
fn a_single_mark_closes_before_the_number_of_a_note() {
    check("It says ‘we make inroads.’1 He left.", &["we make inroads."]);
    check("It says ‘the old won’t pay the toll!’2 He left.", &["the old won’t pay the toll!"]);
    check("It says ‘we make inroads’¹² and left.", &["we make inroads"]);
    check("It says 'we make inroads.'1 He left.", &["we make inroads."]);
    check("Es hei\u{df}t ‚alles war leer.‘1 Er ging.", &["alles war leer."]);
    // What stands for a century is none of it.
    check("They sang ‘of the summer of ’69 and so on’ there.", &["of the summer of ’69 and so on"]);
    check("They sang of rock’n’roll and of the ’90s.", &[]);
}

#[test]
fn a_mark_that_could_open_closes_where_nothing_is_left_to_quote() {
    check("“„so:“”", &["„so:“"]);
    check("“„so:“…”", &["„so:“…"]);
    check("«„so:“…» Ende.", &["„so:“…"]);
    check("\"'river' so:\".1 More.", &["'river' so:"]);
    check("It is \".5 percent\" of it.", &[".5 percent"]);
    check("Er rief: „Ja: “… und so” weiter“", &["Ja: “… und so” weiter"]);
}

#[test]
fn every_language_has_its_marks() {
    check("She said “never again” twice.", &["never again"]);
    check("She said \"never again\" twice.", &["never again"]);
    check("Er rief „nie wieder“ und ging.", &["nie wieder"]);
    check("Er rief „nie wieder” und ging.", &["nie wieder"]);
    check("Er rief »nie wieder« und ging.", &["nie wieder"]);
    check("Elle dit « plus jamais » et «jamais».", &["plus jamais", "jamais"]);
    check("Elle dit «\u{a0}plus jamais\u{a0}».", &["plus jamais"]);
    check("Hon sa ”aldrig mer” och gick.", &["aldrig mer"]);
    check("She said ‘never again’ twice.", &["never again"]);
    check("She said 'never again' twice.", &["never again"]);
    check("彼は「二度と」と言った。", &["二度と"]);
    check("\"'never again'\".1 More.", &["'never again'"]);
    check("彼は〝二度と〟と言った。", &["二度と"]);
    check("她说〝不再〞。", &["不再"]);
    check("It was ❝never meant to last❞, he said; ❛so it was❜.", &["never meant to last", "so it was"]);
    check("❝It was never meant to last, ❛as they say❜.❞", &["It was never meant to last, ❛as they say❜."]);
    check("It was ❞ never ❜ meant to last.", &[]);
    check("그는 ‘다시는 없다’이라고 말했다.", &["다시는 없다"]);
    check("She said \"never again” twice.", &["never again"]);
    check("She said \"never “again” and\" twice.", &["never “again” and"]);
    check("Hon sa \"så ”aldrig” mer\" och gick.", &["så ”aldrig” mer"]);
}

#[test]
fn apostrophes_inches_and_minutes_are_not_quotation_marks() {
    check("The group’s team said we’re not done.", &[]);
    check("It's the dogs' bowl, not the cats'.", &[]);
    check("In the ’90s and the '80s, rock 'n' roll.", &[]);
    check("A 27\" screen, 5'10\" tall, 40° 26′ 46″.", &[]);
    check("A 27\" screen is \"too big\" for it.", &["too big"]);
    check("‘The workers’ rights are lost’, he said.", &["The workers’ rights are lost"]);
    check("“we’re not countering”", &["we’re not countering"]);
}

#[test]
fn a_year_without_its_century_opens_nothing() {
    for mark in ["'", "‘"] {
        let close = if mark == "'" { "'" } else { "’" };
        let check = |text: &str, expected: &[&str]| check(&text.replace('[', mark).replace(']', close), expected);
        check("Kjær wrote in [98 that these were [the lost years of us].", &["the lost years of us"]);
        check("He moved there in [04, when [nothing at all worked].", &["nothing at all worked"]);
        check("In the summer of [69 we saw [the end of it all].", &["the end of it all"]);
        check("The class of [69-70 saw [the end of it all].", &["the end of it all"]);
        check("In [98 he read the workers] diary.", &[]);
        check("Nel [68 fu [la fine di tutto].", &["la fine di tutto"]);
        check("Gli anni [60 furono [la fine di tutto].", &["la fine di tutto"]);
        check("Depuis [98 c’est [la fin de tout].", &["la fin de tout"]);
        // What begins with a number.
        check("He said [14 people waited] and left.", &["14 people waited"]);
        check("The film [69] and the book [42].", &["69", "42"]);
        check("He says [98 of them were lost], and [none was found].", &["98 of them were lost", "none was found"]);
        check("In [1998 all was lost], she said.", &["1998 all was lost"]);
        // What is closed is a quotation, also behind a word that years follow.
        check("He told it in [12 years of the sea] last night.", &["12 years of the sea"]);
    }
}

#[test]
fn only_the_outermost_pair_counts() {
    check("“He said ‘no’ to me.”", &["He said ‘no’ to me."]);
    check("‘He said “no” to me.’", &["He said “no” to me."]);
    check("\"He said 'no' to me.\"", &["He said 'no' to me."]);
    check("\"He said \"no\" to me.\"", &["He said \"no\" to me."]);
    check("„Er sagte ‚nein‘ zu mir.“", &["Er sagte ‚nein‘ zu mir."]);
    check("« Il a dit “non” hier »", &["Il a dit “non” hier"]);
}

#[test]
fn punctuation_may_touch_either_side_of_a_mark() {
    check("(“one”), “two;” —“three”: “four.”", &["one", "two;", "three", "four."]);
    check("the \"Explainability Imperative,\" driven", &["Explainability Imperative,"]);
    check("said \"it\".1 Then \"that\"2 more.", &["it", "that"]);
    check("calls it \"funded,\"7 although \"late,\" he said.", &["funded,", "late,"]);
    check("a/“b”/c and “”, and “…”.", &["b"]);
}

#[test]
fn a_mark_that_is_never_closed_is_no_quote() {
    check("He said “never and left.", &[]);
    check("He said never” and left.", &[]);
    check("A \"stray mark and a \"good one\" follow.", &["good one"]);
    check("A “stray mark and a “good one” follow.", &["good one"]);
}

#[test]
fn a_quotation_may_run_over_paragraphs_that_each_open_it_again() {
    assert_eq!(quoted(&["“One.", "“Two.", "“Three.” End."]), ["One. Two. Three."]);
    assert_eq!(quoted(&["\"One and two.", "\"Three,\" she said. \"Four.\""]), ["One and two. Three,", "Four."]);
    assert_eq!(quoted(&["“One.", "Two.” End."]), [] as [&str; 0]);
    assert_eq!(quoted(&["“One.", "“Two.", "Three “four.”"]), ["four."]);
}

#[test]
fn a_straight_mark_closes_whatever_is_left_beside_it() {
    // A template, a comment, a line break, that left nothing but its white space.
    check("He said \"all of \" and then \"none of it\".", &["all of", "none of it"]);
    check("He said \"all of \". Then \"none of \", he said.", &["all of", "none of"]);
    // A link or a word that follows at once.
    check("He said \"all of it\"Smith and then \"none of it\"Jones.", &["all of it", "none of it"]);
    check("\"All of it\"and \"none of it\".", &["All of it", "none of it"]);
    check("He said\"all of it\". Then \"none of it\" there.", &["none of it"]);
    // What opens goes on opening.
    check("He said \"...and none of it\" there.", &["...and none of it"]);
    check("He said \"a (small) thing\" there.", &["a (small) thing"]);
    check("A 5\" pipe, a 3\" hose and \"one thing\" more.", &["one thing"]);
}

#[test]
fn a_quotation_within_another_may_run_on_with_it() {
    assert_eq!(
        quoted(&["“He said: ‘One is deep.", "“‘Two is wide,’ and he left.” End."]),
        ["He said: ‘One is deep. ‘Two is wide,’ and he left."]
    );
    assert_eq!(quoted(&["“One ‘two’ three.", "“Four ‘five’ six.”"]), ["One ‘two’ three. Four ‘five’ six."]);
    assert_eq!(quoted(&["“One ‘two’ three.", "“Four “five” six.” End."]), ["One ‘two’ three. Four “five” six."]);
}

#[test]
fn french_paragraphs_may_go_on_with_the_closing_mark() {
    assert_eq!(quoted(&["Elle dit : « Un jour.", "» Deux jours.", "» Trois. » Fin."]), ["Un jour. Deux jours. Trois."]);
    assert_eq!(quoted(&["« Un jour.", "« Deux jours. » Fin."]), ["Un jour. Deux jours."]);
    assert_eq!(quoted(&["Er rief: »Eins.", "»Zwei.« Ende."]), ["Eins. Zwei."]);
}

#[test]
fn marks_beside_marks_are_told_apart() {
    check("He said, “She said, ‘I am lost.’”", &["She said, ‘I am lost.’"]);
    check("He said, \"She said, 'I am lost.'\"", &["She said, 'I am lost.'"]);
    check("“‘I am lost,’ she said,” he wrote.", &["‘I am lost,’ she said,"]);
    check("\"'I am lost,' she said,\" he wrote.", &["'I am lost,' she said,"]);
    check("„‚Ich bin da‘, sagte sie“, schrieb er.", &["‚Ich bin da‘, sagte sie"]);
    check("«‹Je suis là›, dit-elle», écrit-il.", &["‹Je suis là›, dit-elle"]);
    check("»›Ich bin da‹, sagte sie«, schrieb er.", &["›Ich bin da‹, sagte sie"]);
    check("“One”“two” and “three”—“four”.", &["One", "two", "three", "four"]);
    check("She said “the dogs’ bowl is the cats’” then.", &["the dogs’ bowl is the cats’"]);
    check("‘It’s the dogs’ bowl’, she said, ‘and it’s ours’.", &["It’s the dogs’ bowl", "and it’s ours"]);
}

#[test]
fn a_curly_mark_closes_a_straight_one() {
    check("He wrote \"no boat is left” and \"no lamp\".", &["no boat is left", "no lamp"]);
    check("“He says \"yes, I do” and leaves.", &["He says \"yes, I do"]);
    check("A \"b “c d” e\" f.", &["b “c d” e"]);
    check("A 5\" pipe and ”so long” it is.", &["so long"]);
    check("He said \"so” did I\".", &["so"]);
}

#[test]
fn what_scripts_glue_to_a_closing_mark_keeps_it_from_being_an_apostrophe() {
    check("그는 ‘배가 남지 않는다’고 말했다.", &["배가 남지 않는다"]);
    check("그는 '배가 남지 않는다'이라고 했다.", &["배가 남지 않는다"]);
    check("他说‘没有船’了。", &["没有船"]);
    check("It’s the boys’ own ‘rock’n’roll’ song.", &["rock’n’roll"]);
    check("報告は〝船は残らない〞と書く。〝冬〟だ。", &["船は残らない", "冬"]);
}
