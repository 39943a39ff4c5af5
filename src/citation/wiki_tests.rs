//! What the templates of wikis show of a quotation and its source, in the words of each wiki.

use crate::document::{self, Format, Limits};

fn bound(text: &str) -> Vec<String> {
    super::bound_tests::bound(text, Format::Wikitext)
}

const NOTE: &str = "<ref>[https://a.test/own A diary of the sea]</ref>";

#[test]
fn a_note_in_any_parameter_of_a_quotation_is_its_note() {
    let words = "We saw no lights at all.";
    let before = "It is known.<ref>[https://b.test/other The other sea]</ref>\n\n";
    for quotation in [
        "{{цитата|W|Бойко|джерело=N}}",
        "{{цитата|W|Бойко|источник=N}}",
        "{{Quote|W|Boyko|note=N}}",
        "{{Quote|W|Boyko|ref=N}}",
        "{{Quote|text=W|anything=N}}",
        "{{گفتاورد|W|N}}",
        "{{گفتاورد|متن=W|منبع=N}}",
        "{{인용문|W|이영희N}}",
        "{{Bloc citation|W|Roche N}}",
        "{{Zitat-fr|W|Quelle=N}}",
        "{{ציטוט|תוכן=W|מקור=N}}",
        "{{Trích dẫn|W|nguồn=N}}",
        "{{Début citation bloc}}W{{Fin citation bloc|RocheN}}",
        "{{Début citation bloc}}W{{Fin citation bloc|whoever=N}}",
        "{{Початок цитати}}W{{Кінець цитати|джерело=N}}",
        "{{tq|W|ref=N}}",
    ] {
        let text = format!("{before}{}\n\nLater it sank.", quotation.replace('N', NOTE).replace('W', words));
        assert_eq!(bound(&text), ["We saw no lights at all. > own"], "{quotation}");
    }
}

#[test]
fn a_template_that_is_none_of_a_quotation_quotes_nothing() {
    for template in
        ["{{Citation needed|W}}", "{{citation style|W}}", "{{цитата без источника|W}}", "{{Zitatnachweis|W}}"]
    {
        assert_eq!(bound(&template.replace('W', "We saw no lights at all.")), [""; 0], "{template}");
    }
}

const SOURCES: &str = "\n\n== Sources ==\n* {{cite book|last=Vane|first=T.|year=1988|title=Ash|url=https://a.test/vane}}\n\
                       * {{cite book|last=Moss|first=T.|year=1990|title=Moor|url=https://a.test/moss}}";

#[test]
fn a_short_note_without_brackets_is_part_of_the_sentence_that_goes_on_behind_it() {
    for (text, expected) in [
        (
            "One wrote “other words of the row”.{{sfn|Moss|1990}} {{harvnb|Vane|1988}} says “fourth words of the row”.",
            &["other words of the row > moss", "fourth words of the row > vane"][..],
        ),
        (
            "One wrote “other words of the row”.<ref>[https://a.test/post The Post]</ref> {{harvcol|Vane|1988|p=4}} says “fourth words of the row”.",
            &["other words of the row > post", "fourth words of the row > vane"],
        ),
        (
            "One wrote “other words of the row”.{{sfn|Moss|1990}} {{harvtxt|Vane|1988}} says “fourth words of the row”.",
            &["other words of the row > moss", "fourth words of the row > vane"],
        ),
        // As a mark behind what is quoted they are none.
        ("One wrote “other words of the row” ({{harvnb|Vane|1988}}). It is so.", &["other words of the row > vane"]),
        ("One wrote “other words of the row” {{harvnb|Vane|1988}} and left.", &["other words of the row > vane"]),
        ("One wrote “other words of the row”. {{harvnb|Vane|1988}}\n\nIt is so.", &["other words of the row > vane"]),
        (
            "One wrote “other words of the row”.{{sfn|Moss|1990}}{{sfn|Vane|1988}} It is so.",
            &["other words of the row > moss vane"],
        ),
    ] {
        assert_eq!(bound(&format!("{text}{SOURCES}")), expected, "{text}");
    }
}

#[test]
fn a_citation_template_right_behind_a_quote_is_its_mark() {
    let rest = "The rest is silence.<ref>[https://a.test/star The Star on gates]</ref>";
    let book = "{{cite book|title=Gates|year=2003|url=https://a.test/gates}}";
    for text in [
        format!("The mayor said “it is a decent gate” (see {book}). {rest}"),
        format!("The mayor said “it is a decent gate”, {book}. {rest}"),
        format!("The mayor said “it is a decent gate.” {book} {rest}"),
        format!("* The mayor said “it is a decent gate” ({book})\n\n{rest}"),
    ] {
        let own = bound(&text);
        assert!(own.len() == 1 && own[0].ends_with("> gates"), "{text}: {own:?}");
    }
    // In a list it is an entry.
    let text = format!("The mayor said “it is a decent gate”. {rest}\n\n== Sources ==\n* {book}\n");
    assert_eq!(bound(&text), ["it is a decent gate > star"]);
    let document = document::parse(&format!("It “is”, {book}. {rest}"), Format::Wikitext, Limits::default());
    let labels: std::collections::HashSet<&str> = document.entries.iter().map(|entry| entry.label.as_str()).collect();
    assert_eq!((labels.len(), document.entries.len()), (2, 2), "{labels:?}");
}

#[test]
fn a_note_is_pointed_to_by_name_in_the_way_of_each_wiki() {
    let note = "<ref name=\"Kiss 2001\">[https://a.test/kiss A kapu titka]</ref>";
    let text = format!(
        "A krónika: „soha sincs zárva”.{{{{refhely|Kiss 2001}}}} A polgármester: „mindig nyitva van”.{note} Máshol: „néha zárva”.{{{{refhely|Kiss 2001|5. o.}}}} \
         A Post szerint „soha sincs nyitva”.<ref>[https://a.test/post A kapu a Postban]</ref>"
    );
    assert_eq!(
        bound(&text),
        ["soha sincs zárva > kiss", "mindig nyitva van > kiss", "néha zárva > kiss", "soha sincs nyitva > post"]
    );
}

#[test]
fn short_notes_lead_to_what_the_entry_is_called() {
    let sources = "\n\n== Bibliografia ==\n* {{Cita libro|cognome=Lund|nome=Eva|titolo=Decreti|anno=2005|url=https://a.test/lund}}\n\
                   * {{Cita libro|cognome=Gil|nome=Eva|titolo=Mercati|anno=2001|url=https://a.test/gil|cid=Gil2001}}\n\
                   * {{Cita libro|cognome=Lund|nome=Otto|titolo=Lune|anno=1999|url=https://a.test/lune|cid=Lund}}\n";
    for (note, expected) in [
        ("{{Cita|Lund 2005|p. 4}}", "lund"),
        ("{{Cita|Lund|p. 5|Lund}}", "lune"),
        ("{{Cita|Il Gil|p. 5|Gil2001|harv=s}}", "gil"),
        ("{{Cita|Il Gil||Gil2001}}", "gil"),
        ("{{sfn|Gil|2001|p=3}}", "gil"),
    ] {
        let noted = if note.starts_with("{{sfn") { note.to_owned() } else { format!("<ref>{note}.</ref>") };
        let text = format!("Si legge: «nessun mercato di lunedì».{noted}{sources}");
        assert_eq!(bound(&text), [format!("nessun mercato di lunedì > {expected}")], "{note}");
    }
    for anchor in
        ["ref={{sfnref|Rhymes|1911}}", "ref={{harvid|Rhymes|1911}}", "ref=CITEREFRhymes1911", "id=CITEREFRhymes1911"]
    {
        let text = format!(
            "A poem has “the wall is long” in it.{{{{sfn|Rhymes|1911}}}}\n\n== Sources ==\n\
             * {{{{wikicite|{anchor}|reference=''Rhymes of Arden''. 1911. [https://a.test/rhymes Scan of it].}}}}\n"
        );
        assert_eq!(bound(&text), ["the wall is long > rhymes"], "{anchor}");
    }
}

#[test]
fn what_a_short_note_quotes_is_of_its_citation() {
    for words in [": “third words of the row.”", ". \"third words of the row.\"", " («third words of the row.»)"]
    {
        let text = format!("One has the row.{{{{sfn|Moss|1990|p=3|ps={words}}}}} It is so.{SOURCES}");
        assert_eq!(bound(&text), ["third words of the row. > moss"], "{text}");
    }
    assert_eq!(bound(&format!("One has the row.{{{{sfn|Moss|1990|ps=.}}}} It is so.{SOURCES}")), [""; 0]);
}

#[test]
fn what_a_template_says_to_editors_is_no_mark() {
    let note = "<ref>[https://a.test/poort De poort]</ref>";
    for template in ["{{Citefout}}", "{{cite check|date=May 2020}}"] {
        assert_eq!(
            bound(&format!("He: “altijd open en nooit dicht”.{template}{note}")),
            ["altijd open en nooit dicht > poort"]
        );
    }
    // An explanation that has a note of its own is read like the text, in every script.
    let text = "塩は税であった{{Refnest|group=注|ただし「銀ほど高くない」とする説もある<ref>[https://a.test/shio 塩の本]</ref>。}}。";
    assert_eq!(bound(text), ["銀ほど高くない > shio"]);
    let text = format!(
        "塩は税であった{{{{Refnest|group=注|ただし「銀ほど高くない」とする説もある{{{{Sfn|Moss|1990|p=9}}}}。}}}}。{SOURCES}"
    );
    assert_eq!(bound(&text), ["銀ほど高くない > moss"]);
}

#[test]
fn a_citation_template_in_a_cell_is_the_source_of_its_row() {
    let text = "{| class=\"wikitable\"\n! Year !! Claim !! Source\n|-\n\
                | 1999 || “never was there such a flood” || {{cite web|url=https://a.test/flood|title=Flood}}\n|-\n\
                | 2000 || “it was a calm year for us all” || {{cite web|url=https://a.test/calm|title=Calm}}\n|}\n";
    assert_eq!(bound(text), ["never was there such a flood > flood", "it was a calm year for us all > calm"]);
}
