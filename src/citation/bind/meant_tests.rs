//! Which links and marks of its sentence a quote is said to be from, where several could be meant or none is.

use super::tests::{check, markdown};
use crate::citation::Basis::{Adjacent, Before, Explicit, LaterSentence, SameSentence, Unbound};
use crate::document::Format;

const NOTES: &str = "\n\n[^1]: https://a.test\n[^2]: https://b.test\n";

#[test]
fn a_mark_at_the_name_of_who_speaks_goes_before_one_of_a_later_sentence() {
    let bound = |basis, cites| [("we saw no lights", basis, cites)];
    let later = "It was changed.[^2]";
    for text in [
        "According to the Post,[^1] \"we saw no lights\".",
        "The Post[^1] writes: \"we saw no lights\".",
        "In its log[^1] the Post wrote that \"we saw no lights\" there.",
        "Laut der Post[^1] „we saw no lights“.",
    ] {
        markdown(&format!("{text} {later}{NOTES}"), &bound(Before, "1"));
        markdown(&format!("{text}{NOTES}"), &bound(Before, "1"));
    }
    markdown(&format!("It sank in May,[^1] to them \"we saw no lights\". {later}{NOTES}"), &bound(Before, "1+2"));
    markdown(&format!("It sank.[^1] The Post says \"we saw no lights\". {later}{NOTES}"), &bound(LaterSentence, "2"));
    markdown(&format!("The Post[^1] says \"we saw no lights\" in May.[^2]{NOTES}"), &bound(SameSentence, "2+1"));
    markdown(
        &format!("The Post[^1] says \"we saw no lights\", and the Star[^2] says \"we saw them all\".{NOTES}"),
        &[("we saw no lights", Before, "1"), ("we saw them all", Before, "2")],
    );
    markdown(
        &format!("\"We saw no lights\",[^1] she said, \"and no ships at all\". {later}{NOTES}"),
        &[("We saw no lights", Adjacent, "1"), ("and no ships at all", Before, "1+2")],
    );
}

#[test]
fn a_link_that_speaks_and_a_mark_behind_the_quote_both_belong_to_it() {
    let link = "[Survey](https://c.test)";
    markdown(
        &format!("According to the {link}, \"six of ten\" and \"only nine regret it\". [^1]{NOTES}"),
        &[("six of ten", SameSentence, "1+3"), ("only nine regret it", Adjacent, "1+3")],
    );
    markdown(
        &format!("On {link} stands a ship, \"six of ten\" of it.[^1]{NOTES}"),
        &[("six of ten", SameSentence, "1")],
    );
}

#[test]
fn what_only_leads_to_a_link_behind_a_quote_makes_it_its_source() {
    let link = "[report](https://a.test)";
    for text in [
        format!("\"We saw no lights at the end of it\" (see the {link} for more)."),
        format!("\"We saw no lights at the end of it\", Post, 3 May 2020, {link}."),
        format!("\"We saw no lights at the end of it\", Ann Byrd, Harbour Post, May 3, 2020, {link}."),
        format!("\"We saw no lights at the end of it.\" Post, 3 May 2020, {link}."),
        format!("\"We saw no lights at the end of it.\" See {link}."),
    ] {
        let document = crate::document::parse(&text, Format::Markdown, crate::document::Limits::default());
        let claims = crate::citation::claims(&document, &text);
        assert!(claims.quotes[0].cites == [0], "{text} {:?}", claims.quotes);
    }
    for text in [
        format!("\"We saw no lights at all there\", Ann Byrd, 34, a {link}."),
        format!("\"We saw no lights\" was painted. See {link} for the tides."),
        format!("\"We saw no lights at the end of it.\" See {link} for details of the tides."),
    ] {
        let document = crate::document::parse(&text, Format::Markdown, crate::document::Limits::default());
        let claims = crate::citation::claims(&document, &text);
        assert!(claims.quotes[0].basis == Unbound, "{text} {:?}", claims.quotes);
    }
}

#[test]
fn a_translation_is_quoted_from_nowhere() {
    for text in [
        "The name *Y Seiren Fawr* (literally \"the great siren of the town\") was used.[^1]",
        "The name *Y Seiren Fawr*, meaning \"the great siren of the town\", was used.[^1]",
        "The name *Y Seiren Fawr* (\"the great siren of the town\") was used.[^1]",
        "Y Seiren Fawr is Welsh for \"the great siren of the town\".[^1]",
    ] {
        markdown(&format!("{text}{NOTES}"), &[("the great siren of the town", Unbound, "")]);
    }
    markdown(
        &format!("The mayor said, literally, \"the great siren of the town\".[^1]{NOTES}"),
        &[("the great siren of the town", Adjacent, "1")],
    );
}

#[test]
fn a_link_in_a_bracket_right_behind_a_quote_is_its_source_whatever_it_is_called() {
    for label in ["page", "the page", "link", "message", "guide", "Post"] {
        for text in ["It is", "It says", "The message", "They named it", "On the sign you see"] {
            let text = format!("{text} “we saw no lights” ([{label}](https://a.test)). See [more](https://b.test).");
            markdown(&text, &[("we saw no lights", Adjacent, "1")]);
        }
        markdown(
            &format!("It is “we saw no lights” [{label}](https://a.test)."),
            &[("we saw no lights", Adjacent, "1")],
        );
    }
}

#[test]
fn a_link_that_only_stands_behind_words_in_marks_is_no_source_of_them() {
    let link = "[the Plan](https://a.test)";
    for (text, words) in [
        ("Set `name` to \"a name of yours\", and read", "a name of yours"),
        ("The error `E42` (\"no such file here\") is told in", "no such file here"),
        ("Run the job named \"build and test\" and look at", "build and test"),
        ("The message you see is \"you are not in\"; what to do tells", "you are not in"),
        ("Search for \"ships with small pools\" or ask", "ships with small pools"),
        ("The song “Never Look at the Sea” plays in", "Never Look at the Sea"),
        ("He said, “I’ll never sail again,” and then bought", "I’ll never sail again,"),
        ("Translate \"guten Morgen allerseits\" with", "guten Morgen allerseits"),
        ("“A ship of no importance” (photo:", "A ship of no importance"),
    ] {
        markdown(&format!("{text} {link}."), &[(words, Unbound, "")]);
    }
    for text in [
        "- Fix \"no such file here\" on start ([#12](https://a.test))",
        "- \"no such file here\" [#12](https://a.test)",
    ] {
        markdown(text, &[("no such file here", Unbound, "")]);
    }
}

#[test]
fn a_link_behind_a_quote_is_its_source_where_the_writer_says_so() {
    let link = "[the Post](https://a.test)";
    for text in [
        format!("It was “a long dark night”, says {link}."),
        format!("It was “a long dark night”, {link} reported."),
        format!("It was “a long dark night” in {link}."),
        format!("It was “a long dark night”, according to {link}."),
        format!("Es war „a long dark night“, so {link}."),
        "It was “a long dark night”, [she wrote](https://a.test) in May.".to_owned(),
    ] {
        let document = crate::document::parse(&text, Format::Markdown, crate::document::Limits::default());
        let claims = crate::citation::claims(&document, &text);
        assert_eq!(claims.quotes[0].cites, [0], "{text}");
    }
    let long = "“The ship went down before anybody on the shore could see a light.”";
    let text = format!("{long} Now see {link}.");
    markdown(&text, &[(&long[3..long.len() - 3], Unbound, "")]);
}

#[test]
fn a_bracket_that_ends_the_sentence_is_the_note_of_all_of_it() {
    let far = "as a rule for families with small children who travel in winter, when the sea is rough and all are sick";
    let link = "([Post](https://a.test))";
    let bound = |basis| [("a long dark night", basis, "1")];
    markdown(&format!("She says “a long dark night” {far} {link}."), &bound(SameSentence));
    markdown(&format!("She says “a long dark night” {far}. {link}"), &bound(SameSentence));
    markdown("She says “a long dark night” so. (see [Post](https://a.test), p. 3)", &bound(SameSentence));
    markdown("She says “a long dark night”. Source: [Post](https://a.test)", &bound(SameSentence));
    markdown("- “a long dark night”\n  - Source: [Post](https://a.test)", &bound(Explicit));
    markdown(
        &format!("She says “a long dark night” {far} ([Post](https://a.test) denies it)."),
        &[("a long dark night", Unbound, "")],
    );
    markdown(
        &format!("She saw “a long dark night” and “no lights from here to there” {link}."),
        &[("a long dark night", SameSentence, "1"), ("no lights from here to there", Adjacent, "1")],
    );
}

#[test]
fn a_title_that_is_the_label_of_a_link_is_no_quotation() {
    markdown("See [“How to Sail With Children”](https://a.test).", &[("How to Sail With Children", Unbound, "")]);
    markdown("- [“Our ten best ships”](https://a.test)", &[("Our ten best ships", Unbound, "")]);
    markdown("- [Ships ‘cannot be saved’ now](https://a.test)", &[("cannot be saved", Unbound, "")]);
    markdown("She said [“How to sail with them”](https://a.test).", &[("How to sail with them", SameSentence, "1")]);
    check(
        "== External links ==\n* [https://a.test \"Newsreel of the hearing\"]\n",
        Format::Wikitext,
        &[("Newsreel of the hearing", Unbound, "")],
    );
}

#[test]
fn the_source_in_the_next_cell_belongs_to_the_quotes_of_the_row() {
    let bound = |basis, label| [("so deep down there", basis, label)];
    let head = "| Claim | Source |\n|---|---|\n";
    markdown(&format!("{head}| \"so deep down there\" | [A](https://a.test) |\n"), &bound(SameSentence, "1"));
    markdown(&format!("{head}| \"so deep down there\" | [^1] |{NOTES}"), &bound(SameSentence, "1"));
    markdown(&format!("{head}| [A](https://a.test) | \"so deep down there\" |\n"), &bound(Before, "1"));
    markdown(
        &format!("{head}| \"so deep down there\" | It is not what [A](https://a.test) says |\n"),
        &bound(Unbound, ""),
    );
    let two = "| \"so deep down there\" | [A](https://a.test) | [B](https://b.test) |\n";
    markdown(&format!("| a | b | c |\n|--|--|--|\n{two}"), &bound(Unbound, ""));
    markdown(&format!("{head}| \"so deep down there\" | |\n| So | [A](https://a.test) |\n"), &bound(Unbound, ""));
    let wiki = "{|\n! Claim !! Source\n|-\n| \"so deep down there\" || <ref>https://a.test</ref>\n|-\n| x || y\n|}";
    check(wiki, Format::Wikitext, &bound(SameSentence, "1"));
    let html = "<p>x</p><table><tr><td>“so deep down there”</td><td><a href=\"https://a.test\">A</a></td></tr></table>";
    check(html, Format::Html, &bound(SameSentence, "1"));
    check(
        "|===\n|\"so deep down there\"\n|https://a.test[A]\n\n|x\n|y\n|===\n",
        Format::Asciidoc,
        &bound(SameSentence, "1"),
    );
    check("| \"so deep down there\" | [[https://a.test][A]] |\n", Format::Org, &bound(SameSentence, "1"));
    let noted = "So it sank[fn::https://b.test].\n\n| \"so deep down there\" | [[https://a.test][A]] |\n";
    check(noted, Format::Org, &bound(SameSentence, "2"));
    check(
        ".. list-table::\n\n   * - \"so deep down there\"\n     - `A <https://a.test>`_\n",
        Format::Rst,
        &bound(SameSentence, "1"),
    );
    check(
        "\\begin{tabular}{ll} ``so deep down there'' & \\url{https://a.test} \\\\ x & y \\end{tabular}",
        Format::Latex,
        &bound(SameSentence, "1"),
    );
}

#[test]
fn what_a_note_quotes_before_its_address_is_no_title() {
    let check = |note: &str, words: &str| markdown(&format!("So.[^1]\n\n[^1]: {note}\n"), &[(words, Explicit, "1")]);
    check(
        "The Post warns: \"The engines are near and the pool is far.\" <https://a.test>",
        "The engines are near and the pool is far.",
    );
    check("See <https://a.test>: \"The waiters forget who tips.\"", "The waiters forget who tips.");
    check("The Post says that “the engines are near” (<https://a.test>).", "the engines are near");
    markdown("So.[^1]\n\n[^1]: Consumer Reports, \"The best ships of the year,\" <https://a.test>\n", &[]);
}

#[test]
fn words_in_another_language_belong_to_the_note_behind_them() {
    let note = "<ref>https://a.test</ref>";
    for name in ["langx|de", "lang-de", "lang|de"] {
        let text = format!("It was ({{{{{name}|„Niemand war je dort“}}}}).{note}");
        check(&text, Format::Wikitext, &[("Niemand war je dort", Adjacent, "1")]);
    }
}

#[test]
fn a_note_that_numbers_itself_leaves_out_what_is_written() {
    let text = "It sank [#]_. \"We saw no lights at all.\" [1]_\n\n.. [#] https://b.test\n.. [1] https://a.test\n";
    check(text, Format::Rst, &[("We saw no lights at all.", Adjacent, "1")]);
    let claims =
        crate::citation::claims(&crate::document::parse(text, Format::Rst, crate::document::Limits::default()), text);
    assert_eq!(claims.citations.iter().map(|citation| citation.label.as_str()).collect::<Vec<_>>(), ["2", "1"]);
}

#[test]
fn verses_belong_to_the_note_in_them_or_behind_them() {
    let (note, lines) = ("<ref>https://a.test</ref>", "We saw no lights\nand heard no bell.");
    for text in [format!("It runs:\n<poem>\n{lines}{note}\n</poem>\nSo."), format!("<poem>{lines}</poem>{note}")] {
        check(&text, Format::Wikitext, &[("We saw no lights and heard no bell.", Explicit, "1")]);
    }
}

#[test]
fn a_mark_that_begins_a_paragraph_can_speak() {
    let list = "\n\n## References\n\n1. https://a.test\n2. https://b.test\n3. https://c.test\n";
    let said = "found “a long dark night” there";
    markdown(&format!("[1]-[3] {said}.{list}"), &[("a long dark night", Before, "1+2+3")]);
    markdown(&format!("[2] {said}.{list}"), &[("a long dark night", Before, "2")]);
    markdown(&format!("[2] The “a long dark night” of it.{list}"), &[("a long dark night", Unbound, "")]);
    for text in ["It sank.\n\n[1]–[3]", "It sank.\n\n[1], [2], [3]", "It sank.\n\n[1][2][3]"] {
        let text =
            format!("{text} {said}.\n\nReferences\n\n[1] https://a.test\n[2] https://b.test\n[3] https://c.test\n");
        let document = crate::document::parse(&text, Format::Plain, crate::document::Limits::default());
        let claims = crate::citation::claims(&document, &text);
        assert!(claims.quotes[0].cites.contains(&2), "{text} {:?}", claims.quotes[0]);
        assert_eq!(claims.citations.len(), 3, "{text}");
    }
}

#[test]
fn an_issue_in_a_bracket_and_a_link_to_be_seen_are_sources_where_somebody_speaks() {
    let issue = "([issue 301](https://a.test))";
    markdown(&format!("She wrote “a long dark night” {issue}."), &[("a long dark night", Adjacent, "1")]);
    markdown(&format!("The error is \"no such file here\" {issue}."), &[("no such file here", Unbound, "")]);
    let bound = |basis, cites| [("a long dark night", basis, cites)];
    for gap in ["; see", ", see", " – source:", "; siehe"] {
        markdown(
            &format!("The log has “a long dark night”{gap} [Gazette](https://a.test)."),
            &bound(SameSentence, "1"),
        );
    }
    for gap in ["; see also", "; for ships see", "; and then"] {
        markdown(&format!("The log has “a long dark night”{gap} [Gazette](https://a.test)."), &bound(Unbound, ""));
    }
}

#[test]
fn the_cells_of_a_row_in_html_within_markdown_are_a_row() {
    let row = |quote: &str, link: &str| format!("<tr><td>“{quote}”</td><td><a href=\"{link}\">Post</a></td></tr>\n");
    let rows = row("a long dark night", "https://a.test") + &row("no ship was seen", "https://b.test");
    let head = "<tr><th>Quote</th><th>Source</th></tr>\n";
    let bound = [("a long dark night", SameSentence, "1"), ("no ship was seen", SameSentence, "2")];
    markdown(&format!("So.\n\n<table>\n{head}{rows}</table>\n\nIt sank.\n"), &bound);
    markdown(&format!("<table>\n{rows}</table>\n"), &bound);
    let table = "| “a long dark night” | [Post](https://a.test) |\n| --- | --- |\n| “no ship was seen” | [Star](https://b.test) |\n";
    markdown(table, &bound);
}

#[test]
fn a_link_behind_the_stop_of_a_sentence_is_none_of_the_next() {
    for (first, second) in [
        ("[](https://a.test/1)", "[](https://b.test/2)"),
        (" ([Post](https://a.test/1))", " ([Roe](https://b.test/2))"),
        (" [post.test](https://a.test/1)", " [roe.test](https://b.test/2)"),
        (" <https://a.test/1>", " <https://b.test/2>"),
    ] {
        for (text, basis) in [
            (format!("It was long.{first} Another writes \"so it was in May\".{second} And so on."), Adjacent),
            (format!("It was long.{first} Another writes \"so it was in May\"{second}. And so on."), Adjacent),
        ] {
            markdown(&text, &[("so it was in May", basis, "2")]);
        }
    }
    let text = "It was long. ([Post](https://a.test/1)) \"So it was in May,\" wrote another ([Roe](https://b.test/2)).";
    markdown(text, &[("So it was in May,", SameSentence, "2")]);
    // Who speaks stands at the beginning of the sentence.
    markdown(
        "It was long. [Post](https://a.test/1) says \"so it was in May\".",
        &[("so it was in May", SameSentence, "1")],
    );
    markdown(
        "The town \"was empty within a year\". See [Post](https://a.test/1).",
        &[("was empty within a year", SameSentence, "1")],
    );
    markdown("The \"old town\". See [Post](https://a.test/1).", &[("old town", Unbound, "")]);
}

#[test]
fn what_two_say_together_is_in_the_works_of_both() {
    let list = "\n\n## References\n\nDoe, J. (2019). *Rivers*. <https://a.test/one>\n\nRoe, A. (2020). *Lakes*. <https://a.test/two>\n";
    let words = "the lake was deep and cold there";
    for (names, cites) in [
        ("Doe (2019) and Roe (2020) agree that", "1+2"),
        ("Doe (2019), and later also Roe (2020), say", "1+2"),
        ("Doe (2019) says the sea fell, and Roe (2020) that", "2"),
        ("Doe (2019) writes of it. And Roe (2020) says", "2"),
    ] {
        markdown(&format!("{names} “{words}”.{list}"), &[(words, Before, cites)]);
    }
}

#[test]
fn who_speaks_behind_a_link_and_leads_nowhere_is_not_that_link() {
    let said =
        |name: &str| format!("The \\href{{https://a.test/1}}{{Post}} and \\{name}{{no}} said ``we saw no lights''.\n");
    for name in ["textcite", "citet"] {
        check(&said(name), Format::Latex, &[("we saw no lights", Unbound, "")]);
    }
    check(
        "As \\textcite{no} has it, the \\href{https://a.test/1}{Post} said ``we saw no lights''.\n",
        Format::Latex,
        &[("we saw no lights", SameSentence, "1")],
    );
}

#[test]
fn a_bracket_right_behind_a_quote_goes_before_a_mark_that_a_joiner_follows() {
    let quote = "*“we saw no lights”*";
    let roe = "([Roe](https://r.test))";
    for (first, label) in [("in May [[1]](https://c.test)", "3"), ("in the [Post](https://c.test),", "4")] {
        markdown(&format!("It sank {first} and {quote} {roe}.{NOTES}"), &[("we saw no lights", Adjacent, label)]);
    }
    let see = "(see [Roe](https://r.test))";
    markdown(
        &format!("The board says it sank[^1] and Roe says {quote} {see}.{NOTES}"),
        &[("we saw no lights", SameSentence, "3")],
    );
    markdown(
        &format!("The [Post](https://c.test/1) says {quote} {roe}.{NOTES}"),
        &[("we saw no lights", Adjacent, "4+3")],
    );
}

#[test]
fn links_in_a_row_behind_a_quote_are_a_cluster() {
    let (one, other) = ("https://a.test/1", "https://a.test/2");
    let quote = "“we saw no lights”";
    let both = |basis| [("we saw no lights", basis, "1+2")];
    for row in [
        format!("{quote}.[]({one})[]({other})"),
        format!("{quote} [Post]({one}) [Star]({other})."),
        format!("“we saw no lights”. [Post]({one}) [Star]({other})"),
        format!("{quote} ([Post]({one})) ([Star]({other})). So it was."),
    ] {
        markdown(&format!("It sank, {row}\n"), &both(Adjacent));
    }
    markdown(&format!("It sank, {quote} [Post]({one}) [Star]({other}) say.\n"), &[("we saw no lights", Adjacent, "1")]);
    markdown(&format!("It sank, {quote} 【[Post]({one})】.\n"), &[("we saw no lights", Adjacent, "1")]);
}

#[test]
fn a_space_of_a_page_ends_no_line() {
    let link = |n: usize| format!("<a href=\"https://a.test/{n}\">[{n}]</a>");
    for space in [" ", "", "\n"] {
        let page = format!(
            "<!doctype html><title>x</title><p>It sank, “we saw no lights”{space}{} and “no ships at all”{space}{}.</p>",
            link(1),
            link(2)
        );
        check(&page, Format::Html, &[("we saw no lights", Adjacent, "1"), ("no ships at all", Adjacent, "2")]);
    }
    let page = format!(
        "<!doctype html><title>x</title><p>“We saw no lights”{}<sup>{}</sup> and “no ships”<sup>{}</sup>.</p>",
        link(1),
        link(2),
        link(3)
    );
    check(&page, Format::Html, &[("We saw no lights", Adjacent, "1+2"), ("no ships", Adjacent, "3")]);
    let quote = [("We saw no lights", Explicit, "1")];
    let page = "<!doctype html><title>x</title><p>“We saw no lights”<br>— <a href=\"https://a.test\">Post</a></p>";
    check(page, Format::Html, &quote);
}

#[test]
fn a_linked_year_behind_names_says_what_they_write() {
    let note = "\n\n[^1]: https://b.test/note\n";
    let year = "([2014](https://a.test/klein))";
    let check_said = |said: &str, cites: &str, basis| {
        let text = format!("{said} “the harbour was closed in winter”.[^1]{note}");
        markdown(&text, &[("the harbour was closed in winter", basis, cites)]);
    };
    for verb in ["write that", "report", "also note that", "writes that", "found that"] {
        for names in ["Klein et al.", "Klein and Roe"] {
            check_said(&format!("{names} {year} {verb}"), "1+2", Adjacent);
        }
    }
    check_said("Klein et al. ([2014a](https://a.test/klein)) write that", "1+2", Adjacent);
    // A command, a noun, and words of a link that are no year.
    check_said("In the north ([2014](https://a.test/klein)) there was a report, and", "1", Adjacent);
    check_said("[Klein et al.](https://a.test/klein) write code;", "1", Adjacent);
    check_said("Go [there](https://a.test/klein), and write", "1", Adjacent);
}

#[test]
fn a_source_in_a_bracket_behind_a_quote_is_its_only_one_unless_a_link_before_says_it() {
    let words = "close to impossible to enter this harbour at night";
    for lead in ["- **[Decoder](https://a.test)** (stone) - *\"Q\"*", "- [Decoder](https://a.test) – \"Q\""] {
        let lead = lead.replace('Q', words);
        markdown(&format!("{lead} ([Guide](https://b.test))\n"), &[(words, Adjacent, "2")]);
        markdown(
            &format!("{lead}\n  (\"Red Pier Guide\", [section 2](https://b.test#s2))\n"),
            &[(words, Adjacent, "2"), ("Red Pier Guide", Unbound, "")],
        );
    }
    markdown(
        &format!("The [Post](https://a.test/1) says it is \"{words}\" ([Guide](https://b.test)).\n"),
        &[(words, Adjacent, "2+1")],
    );
}
