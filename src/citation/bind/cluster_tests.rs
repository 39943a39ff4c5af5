//! Marks behind one another are one cluster, whatever leaves no word between them: a quote passes if any source has it.

use super::tests::{markdown, told};
use crate::citation::Basis;
use crate::document::Format;

/// What each of the texts about two sources in one bracket says of its quote.
fn of_bracket(format: Format, behind: &str, entries: &str) {
    let found = told(&format!("It has “{WORDS}” {behind}"), format);
    let bound = found.iter().map(|(_, _, cites)| cites.as_str()).filter(|cites| !cites.is_empty());
    assert_eq!(bound.collect::<Vec<_>>(), [entries], "{format:?}: {behind}");
}

const WORDS: &str = "a lamp that burns all night long";

/// A text with two marks, each of these put between them: the quote belongs to both sources, or to the first alone.
fn with(format: Format, text: &str, between: &[&str], entries: &str) {
    let told = |between: &&&str| {
        let text = text.replace("WORDS", WORDS).replace("SEP", between);
        told(&text, format) != [(WORDS.to_owned(), Basis::Adjacent, entries.to_owned())]
    };
    let others: Vec<&&str> = between.iter().filter(told).collect();
    assert!(others.is_empty(), "{format:?} not {entries}: {others:?}");
}

#[test]
fn page_marks_remarks_and_separators_part_no_cluster() {
    let wiki = "It has “WORDS”<ref>{{cite web|url=https://a.test/1|title=A}}</ref>SEP\
        <ref>{{cite web|url=https://b.test/2|title=B}}</ref>. More.\n";
    let wiki_between = [
        "",
        "{{rp|3}}",
        "{{rp|3–4}} ",
        "{{,}}",
        "<sup>,</sup>",
        "<sup>:3</sup>",
        "<!-- x -->",
        "&nbsp;",
        "{{nbsp}}",
        "{{dead link|date=May 2020}}",
        "{{better source needed|date=May 2020}}",
        "{{failed verification|date=May 2020}}",
        "{{page needed|date=May 2020}}",
        "{{cbignore}}",
        "{{verify source}}",
        "{{efn|Note text.}}",
    ];
    with(Format::Wikitext, wiki, &wiki_between, "1+2");
    with(Format::Wikitext, &wiki.replace(". More", "{{rp|5}}. More"), &["{{rp|3}}"], "1+2");
    let markdown = "It has “WORDS”[^1]SEP[^2]\n\n[^1]: A. <https://a.test>\n[^2]: B. <https://b.test>\n";
    let markdown_between =
        ["", "<sup>,</sup>", "&nbsp;", "\u{202f}", "\u{200b}", " ; ", "^,^", "<!-- -->", "<wbr>", ", ", ": 3, "];
    with(Format::Markdown, markdown, &markdown_between, "1+2");
    let html = "<p>It has “WORDS”<sup id=r1><a href='#n1'>[1]</a></sup>SEP<sup id=r2><a href='#n2'>[2]</a></sup>. More.</p>\
        <h2>References</h2><ol><li id=n1><a href='#r1'>^</a> <a href='https://a.test'>A title</a></li>\
        <li id=n2><a href='#r2'>^</a> <a href='https://b.test'>B title</a></li></ol>";
    let html_between = [
        "",
        "<sup>: 3 </sup>",
        "<sup class=cite_virgule>,</sup>",
        "&nbsp;",
        "&#8239;",
        "<!-- -->",
        "<span>,</span>",
        "<sup>[<i>better source needed</i>]</sup>",
    ];
    with(Format::Html, html, &html_between, "1+2");
    let latex = "\\documentclass{article}\\begin{document}\nIt has ``WORDS''\\footnote{A, \\url{https://a.test}}SEP\
        \\footnote{B, \\url{https://b.test}}. More.\n\\end{document}\n";
    let latex_between =
        ["", "\\textsuperscript{,}", "$^,$", "\\,", "\\textsuperscript{, }", "~", "%\n", "\\fnsep ", "\\multfootsep"];
    with(Format::Latex, latex, &latex_between, "1+2");
    let rst = "It has “WORDS” [1]_SEP[2]_. More.\n\n.. [1] A. https://a.test\n.. [2] B. https://b.test\n";
    with(Format::Rst, rst, &[" ", "\\ ", ", ", "\\ ,\\ ", " , "], "1+2");
    let asciidoc =
        "= T\n\nIt has \"`WORDS`\"footnote:[A. https://a.test[A]]SEPfootnote:[B. https://b.test[B]]. More.\n";
    with(Format::Asciidoc, asciidoc, &["", "^,^ ", "{empty}", ", ", "^, ^"], "1+2");
    let org = "It has “WORDS”[fn:1]SEP[fn:2]. More.\n\n[fn:1] A. https://a.test\n[fn:2] B. https://b.test\n";
    with(Format::Org, org, &["", "^,", "^{,}", " ", ", "], "1+2");
    let plain = "It has “WORDS”[1]SEP[2] More.\n\nReferences\n[1] A. https://a.test\n[2] B. https://b.test\n";
    with(Format::Plain, plain, &["", ",", ", ", "; ", "\u{2009}", ": 3, ", " and "], "1+2");
}

#[test]
fn words_and_what_is_not_known_part_marks() {
    let markdown = "It has “WORDS”[^1]SEP[^2]\n\n[^1]: A. <https://a.test>\n[^2]: B. <https://b.test>\n";
    with(Format::Markdown, markdown, &[" More.", " and more", " (so 3)", " [3 more]", "\n\nMore:"], "1");
    let wiki = "It has “WORDS”<ref>{{cite web|url=https://a.test/1|title=A}}</ref>SEP\
        <ref>{{cite web|url=https://b.test/2|title=B}}</ref>. More.\n";
    with(Format::Wikitext, wiki, &["{{convert|5|km}}", "{{unknown words|a}}", "\n\n", "<math>x</math>"], "1");
}

#[test]
fn names_before_the_addresses_of_one_bracket_part_no_cluster() {
    for behind in [
        "(Port Authority, https://a.test; Coast Guard, https://b.test).",
        "(see Port Authority 2019, https://a.test; Coast Guard 2020, https://b.test).",
        "(Doe, 3 May 2020, https://a.test, accessed 4 May 2020; Roe, “The Lights,” https://b.test).",
        "(Port Authority: https://a.test; Coast Guard: https://b.test) and so on.",
        "(https://a.test, p. 4; Coast Guard, https://b.test, p. 5).",
        "[Port Authority, https://a.test; Coast Guard, https://b.test].",
        "(Port Authority, https://a.test; see also Coast Guard, https://b.test).",
        "(Hafenamt, https://a.test; Küstenwache, abgerufen am 3. Mai 2020, https://b.test).",
        "(Autorité du port, https://a.test ; Garde côtière, https://b.test).",
        "（港务局，https://a.test；海岸警卫队，https://b.test）。",
        "(Port Authority, https://a.test, and Coast Guard, https://b.test).",
        "(Port Authority, https://a.test, Coast Guard, https://b.test).",
        "(local radio, https://a.test; report of the guard, https://b.test).",
        "(Port (2019), https://a.test; Guard (2020), https://b.test).",
    ] {
        of_bracket(Format::Plain, behind, "1+2");
    }
    for behind in [
        "([Port](https://a.test), 2019; Coast Guard, [report](https://b.test)).",
        "(Port Authority, <https://a.test>; Coast Guard, <https://b.test>).",
        "(Port, [2019](https://a.test), p. 3; Guard, [2020](https://b.test), p. 4).",
    ] {
        of_bracket(Format::Markdown, behind, "1+2");
    }
    of_bracket(Format::Plain, "(A, https://a.test; B, https://b.test; C, https://c.test).", "1+2+3");
}

#[test]
fn what_one_bracket_says_of_another_source_is_none_of_the_quote() {
    for behind in [
        "(Port Authority, https://a.test; but see Coast Guard, https://b.test).",
        "(Port Authority, https://a.test; the guard denied it, https://b.test).",
        "(Port Authority, https://a.test; contrast Coast Guard, https://b.test).",
        "(Port Authority, https://a.test; photograph by Roe, https://b.test).",
        "(Port Authority, https://a.test), and the guard (Coast Guard, https://b.test).",
        "(Port Authority, https://a.test). It closed; so did the guard, https://b.test.",
        "(Port Authority, https://a.test; anders die Küstenwache, https://b.test).",
        "(Port Authority, https://a.test; contra Garde, https://b.test).",
        "(Port Authority, https://a.test; which the guard had not seen before then, https://b.test).",
        "(Port Authority, https://a.test, a body that the guard, https://b.test, knew).",
    ] {
        of_bracket(Format::Plain, behind, "1");
    }
}

#[test]
fn a_title_in_the_reference_of_a_bracket_is_no_quote_of_it() {
    let check = |bracket: &str, bound: bool| {
        let found = told(&format!("The lamp failed ({bracket})."), Format::Plain);
        assert_eq!(found.iter().any(|(_, _, cites)| !cites.is_empty()), bound, "{bracket}");
    };
    for bracket in [
        "Doe, “The lights that failed at night,” https://a.test",
        "see Jane Doe, “The lights that failed at night”, Harbour Post, 3 May 2020, https://a.test",
        "Coast Guard (2019), “The lights that failed at night”. https://a.test",
        "https://a.test; Roe, “The lights that failed at night,” https://b.test",
        "vgl. Doe, „Die Lichter der langen Nacht“, https://a.test",
        "Doe 2019, “The lights that failed at night”: https://a.test",
    ] {
        check(bracket, false);
    }
    for bracket in [
        "“the lights have failed at night,” https://a.test",
        "Doe: “the lights have failed at night”, https://a.test",
        "in her words, “the lights have failed at night”, https://a.test",
        "as Doe wrote, “the lights have failed at night”, https://a.test",
        "or “lights that fail at night”, https://a.test",
    ] {
        check(bracket, true);
    }
}

#[test]
fn names_behind_a_dash_and_an_address_sign_a_quote() {
    let check = |behind: &str, bound: bool| {
        let text = format!("- “The pilots were paid twice”{behind}\n");
        for format in [Format::Plain, Format::Markdown] {
            let found = told(&text, format);
            assert_eq!(found.iter().any(|(_, _, cites)| cites == "1"), bound, "{format:?} {behind}");
        }
    };
    for behind in [
        " — Pilot board, https://a.test",
        " – Jane Doe, Harbour Post, https://a.test",
        ", writes the board: <https://a.test>",
        " - Doe, https://a.test/x",
        " — Doe and Roe, https://a.test",
        " — Hafenamt der Stadt, https://a.test",
    ] {
        check(behind, true);
    }
    for behind in [
        " — and so on, https://a.test",
        " — Doe went to the sea and stayed there for many years of his life, https://a.test",
        " or not, https://a.test",
    ] {
        check(behind, false);
    }
}

#[test]
fn notes_of_one_bracket_are_one_cluster_whatever_names_stand_in_it() {
    const DEFINED: &str = "\n\n[1]: https://a.test \"A\"\n[2]: https://b.test \"B\"\n";
    let bound = |behind: &str| {
        let found = told(&format!("It has “{WORDS}” {behind} More of it.{DEFINED}"), Format::Markdown);
        found.into_iter().map(|(_, _, cites)| cites).collect::<Vec<_>>().join(" ")
    };
    for behind in [
        "([Post][1], [Star][2]).",
        "([Post][1]; [Star][2]).",
        "([Post][1] and [Star][2]).",
        "([the Post][1], [the Star][2])!",
        "([Post][1]; see also [Star][2]).",
        "in May ([Post][1], [Star][2]).",
        "on nine of its ten quays ([Post][1]; [Star][2]).",
        "([Doe 2019][1]; [Roe 2020][2]).",
        "（[Post][1]、[Star][2]）。",
    ] {
        assert!(matches!(bound(behind).as_str(), "1+2" | "2+1"), "{behind}: {}", bound(behind));
    }
    for behind in [
        "([Post][1]). It sank ([Star][2]).",
        "([Post][1]), and it sank ([Star][2]).",
        "([Post][1]; but compare [Star][2]).",
        "([Post][1], which was read by nobody but [Star][2]).",
    ] {
        assert_eq!(bound(behind), "1", "{behind}");
    }
    let html = "<p>It has “WORDS” (<cite>Doe, <a href='#n1'>2019</a>; Roe and Kim, <a href='#n2'>2020</a></cite>).</p>\
        <h2>References</h2><ul><li id=n1>Doe 2019. <a href='https://a.test'>A title</a></li>\
        <li id=n2>Roe and Kim 2020. <a href='https://b.test'>B title</a></li></ul>";
    let found = told(&html.replace("WORDS", WORDS), Format::Html);
    assert_eq!(found.iter().map(|(_, _, cites)| cites.matches('+').count()).collect::<Vec<_>>(), [1], "{found:?}");
}

#[test]
fn notes_that_a_dash_joins_are_a_range() {
    let notes = (1..=7).map(|n| format!("[^{n}]: https://a.test/{n}\n")).collect::<Vec<_>>().concat();
    for dash in ["-", "–", "—", "−"] {
        let text =
            format!("So “five states have standards”.[^1]{dash}[^4] Some say “a few do not” (see [^5]{dash}[^7]).");
        let quotes = [
            ("five states have standards", Basis::Adjacent, "1+2+3+4"),
            ("a few do not", Basis::SameSentence, "5+6+7"),
        ];
        markdown(&format!("{text}\n\n{notes}"), &quotes);
    }
    for gap in [" – so ", "\n\n–"] {
        let text = format!("So “five states have standards”.[^1]{gap}[^4] Some do not.");
        markdown(&format!("{text}\n\n{notes}"), &[("five states have standards", Basis::Adjacent, "1")]);
    }
}

#[test]
fn a_note_that_ends_a_sentence_within_a_quote_is_that_of_the_quote() {
    let notes = "\n\n[^1]: https://a.test/1\n[^2]: https://b.test/2\n[^3]: https://c.test/3\n";
    let same = |cites: &str| [("WORDS".to_owned(), Basis::SameSentence, cites.to_owned())];
    let check = |body: &str, words: &str, cites: &str, basis: Basis| {
        let mut expected = same(cites);
        (expected[0].0, expected[0].1) = (words.to_owned(), basis);
        for (text, format) in [
            (format!("{body}{notes}"), Format::Markdown),
            (
                format!(
                    "{}{}",
                    body.replace('^', ""),
                    notes.replace("\n\n[^1]:", "\n\nReferences\n[^1]:").replace('^', "").replace("]:", "]")
                ),
                Format::Plain,
            ),
        ] {
            assert_eq!(told(&text, format), expected, "{text}");
        }
    };
    let words = "All was fine. Then it was calm.";
    check("“All was fine.[^1] Then it was calm.” He left.[^2]", words, "1", Basis::SameSentence);
    check("“All was fine[^1]. Then it was calm.” He left.[^2]", words, "1", Basis::SameSentence);
    check("He wrote: “All was fine.[^1] Then it was calm.” He left.", words, "1", Basis::SameSentence);
    // Of several each, and of the one behind in the same sentence besides.
    check(
        "“All was fine.[^1] Then it was calm.[^3] So it stayed.” He left.[^2]",
        "All was fine. Then it was calm. So it stayed.",
        "1+3",
        Basis::SameSentence,
    );
    check(
        "“All was fine.[^1] Then it was calm,” he said.[^2]",
        "All was fine. Then it was calm,",
        "1+2",
        Basis::SameSentence,
    );
    // One that has its own mark, and notes that end no sentence.
    check("“All was fine.[^1] Then it was calm.”[^2] He left.", words, "2", Basis::Adjacent);
    check("“All was fine[^1] and then calm.” He left.[^2]", "All was fine and then calm.", "2", Basis::LaterSentence);
    check("“All was Mr.[^1] and then calm.” He left.[^2]", "All was Mr. and then calm.", "2", Basis::LaterSentence);
}

#[test]
fn a_note_amid_the_words_of_a_quote_is_its_source_where_no_other_stands_behind() {
    let list = "\n\n[^1]: A <https://a.test/1>\n[^2]: B <https://a.test/2>\n[^3]: C <https://a.test/3>\n";
    let check = |text: &str, expected: &[(&str, Basis, &str)]| {
        super::tests::check(&format!("{text}{list}"), Format::Markdown, expected);
    };
    let amid = ("All was fine and calm", Basis::SameSentence, "2");
    check("He wrote “All was fine[^2] and calm” then.", &[amid]);
    // The marks of other quotes are theirs.
    check(
        "He wrote “so it was”[^1] and “All was fine[^2] and calm”. She wrote “so it is”.[^3]",
        &[("so it was", Basis::Adjacent, "1"), amid, ("so it is", Basis::Adjacent, "3")],
    );
    // One of its own, in its sentence or behind it.
    check("He wrote “All was fine[^2] and calm”.[^3]", &[("All was fine and calm", Basis::Adjacent, "3")]);
    check("He wrote “All was fine[^2] and calm” then.[^3]", &[("All was fine and calm", Basis::SameSentence, "3")]);
    check(
        "He wrote “All was fine[^2] and calm” then. So.[^3]",
        &[("All was fine and calm", Basis::LaterSentence, "3")],
    );
    // One whose own mark leads nowhere.
    check("He wrote “All was fine[^2] and calm”.[^9]", &[("All was fine and calm", Basis::Unbound, "")]);
}

#[test]
fn names_in_a_bracket_behind_a_note_are_of_its_cluster() {
    let list = "\n\n[^1]: A <https://a.test/1>\n\n# References\n\nVane, T. (1988). *Ash*. Coal House. https://coal.test/ash\n\n\
                Lund, E. (1990). *Stones*. https://lund.test/a\n";
    let check = |behind: &str, entries: &str| {
        let found = told(&format!("They say “{WORDS}”{behind}.{list}"), Format::Markdown);
        assert_eq!(found, [(WORDS.to_owned(), Basis::Adjacent, entries.to_owned())], "{behind}");
    };
    check("[^1] (Lund 1990)", "1+4");
    check("[^1] (see Vane 1988; Lund 1990, p. 3)", "1+3+4");
    check("[^1]", "1");
    check(" (Lund 1990).[^1]", "4");
    check("[^1], as Lund (1990) has it", "1");
}

#[test]
fn a_bracket_that_ends_a_clause_is_of_what_it_quotes() {
    let (one, two) = ("ongoing and coastal", "unfair harbour practices");
    for behind in [
        ".",
        " (High confidence: it is read).",
        " (a paper of the north) (old). Others did not.",
        "; others did not say so.",
        ", and others did not say so.",
        ", but others did not say so.",
    ] {
        let text =
            format!("The court alleged “{one}” errors and “{two}” for many years ([Post](https://a.test)){behind}");
        markdown(&text, &[(one, Basis::SameSentence, "1"), (two, Basis::SameSentence, "1")]);
    }
    // Amid a clause it is of what stands before it there, and another one ends the sentence.
    let text = format!(
        "The “{one}” wall, which was old ([Post](https://a.test)) in the north, is closed ([Star](https://b.test))."
    );
    markdown(&text, &[(one, Basis::SameSentence, "2")]);
    let text = format!("The “{one}” wall ([Post](https://a.test)) in the north is closed to all boats of the coast");
    markdown(&text, &[(one, Basis::Unbound, "")]);
}

#[test]
fn what_stands_in_marks_in_the_words_of_a_link_in_a_bracket_is_part_of_a_title() {
    markdown(
        "It runs in little memory ([The Harbour’s “1-bit wall” runs on a tide](https://a.test)).",
        &[("1-bit wall", Basis::Unbound, "")],
    );
    markdown(
        "He adds that ([the Post says “no boat is left”](https://a.test)).",
        &[("no boat is left", Basis::SameSentence, "1")],
    );
    markdown(
        "It is [the “very old wall” of the town](https://a.test) there.",
        &[("very old wall", Basis::SameSentence, "1")],
    );
}
