//! What a block quote belongs to, and which of its lines says so.

use super::tests::{check, markdown};
use crate::citation::Basis;
use crate::citation::bound_tests::bound;
use crate::document::Format;

const WORDS: &str = "It is like threading a needle, and the needle is moving.";

#[test]
fn a_bare_number_behind_the_closing_mark_of_a_block_quote_is_its_note() {
    let list = "\n\n#### **Sources**\n\n1. Un - Sénat, [https://a.test/x](https://a.test/x)\n2. Deux - Sénat, [https://b.test/x](https://b.test/x)\n";
    let body = "Le Conseil parle de « mesures insuffisantes ».1 Le ministre parle d’un « mauvais signal ».2\n\n";
    for (quote, words) in [
        ("« Une politique qui exclut les pauvres. »1", "Une politique qui exclut les pauvres."),
        ("«\u{a0}Une politique qui exclut les pauvres\u{a0}»1", "Une politique qui exclut les pauvres"),
        ("“A policy that drives the poor out.”1", "A policy that drives the poor out."),
    ] {
        let quotes = [
            ("mesures insuffisantes", Basis::Adjacent, "1"),
            ("mauvais signal", Basis::Adjacent, "2"),
            (words, Basis::Explicit, "1"),
        ];
        markdown(&format!("{body}> {quote}{list}"), &quotes);
    }
}

#[test]
fn a_last_line_that_says_where_the_words_are_from_is_none_of_them() {
    for line in [
        "Source: [Post](https://a.test)",
        "*Source: [Post](https://a.test)*",
        "(Source: [Post](https://a.test))",
        "**Source:** [Post](https://a.test)",
        "Source: <https://a.test>",
        "Source: Post, https://a.test",
        "Quelle: [Post](https://a.test)",
        "来源：[Post](https://a.test)",
        "From: [Post](https://a.test)",
        "via [Post](https://a.test)",
        "Ref: [Post](https://a.test)",
        "See: [Post](https://a.test)",
        "Retrieved from [Post](https://a.test)",
        "Jonas Reed, [Post](https://a.test)",
        "**Jonas Reed**, [Post](https://a.test)",
        "*Jonas Reed, [Post](https://a.test)*",
        "- Jonas Reed, [Post](https://a.test)",
        "([Source](https://a.test))",
        "Page 4, [Post](https://a.test)",
        "Jonas Reed (2023), [Post](https://a.test)",
        "Jonas Reed, [Post](https://a.test), 12 May 2023",
        "[Post](https://a.test), 12 May 2023",
        "J. P. Reed of the Harbour Board, [Post](https://a.test)",
    ] {
        for gap in ["\n> ", "\n>\n> ", "  \n> "] {
            if gap == "\n> " && line.starts_with("- ") {
                continue;
            }
            markdown(&format!("> {WORDS}{gap}{line}"), &[(WORDS, Basis::Explicit, "1")]);
        }
    }
    for front in ["**[Post](https://a.test):** ", "[Post](https://a.test): ", "**[Post:](https://a.test)** "] {
        markdown(&format!("> {front}{WORDS}"), &[(WORDS, Basis::Explicit, "1")]);
    }
}

#[test]
fn words_that_end_in_no_stop_are_quoted_without_the_line_that_says_where_they_are_from() {
    const HALF: &str = "It is like threading a needle and the needle is moving";
    for line in [
        "— [Post](https://a.test)",
        "— Jane Doe, *[Post](https://a.test)*, 2021, p. 4",
        "— Doe, https://a.test",
        "(Doe, https://a.test)",
        "([Post](https://a.test))",
        "Source: [Post](https://a.test)",
        "[Post](https://a.test)",
        "Jane Doe, [Post](https://a.test)",
        "~ [Post](https://a.test)",
        "→ [Post](https://a.test)",
        "h/t [Post](https://a.test)",
        "as quoted in [Post](https://a.test)",
        "Jane Doe in the [Post](https://a.test)",
        "Jane Doe, speaking to [the Post](https://a.test) on 3 May 2021",
        "Read more: [Post](https://a.test)",
        "ジェーン・ドウ、[Post](https://a.test)",
        "—— 陈建国，[新闻](https://a.test)",
    ] {
        for (words, gap) in [(HALF, "\n> "), (HALF, "  \n> "), (WORDS, "\n> "), (WORDS, "\n>\n> ")] {
            markdown(&format!("> {words}{gap}{line}"), &[(words, Basis::Explicit, "1")]);
        }
    }
    for text in [
        "> It is like the boats of the bay and\n> [the whole bay](https://a.test) is wide",
        "> It is like threading a needle — and the [needle](https://a.test) is moving",
        "> It is like the sea — as [Doe](https://a.test) never tired of saying",
    ] {
        let plain = text.replace("](https://a.test)", "").replace(['[', '>'], "").replace("\n ", " ");
        markdown(text, &[(plain.trim(), Basis::Explicit, "1")]);
    }
}

#[test]
fn a_last_sentence_with_a_link_that_says_more_is_one_of_the_words() {
    for line in [
        "The [whole bay](https://a.test) is wide.",
        "See how the [whole bay](https://a.test) goes out.",
        "Nobody at the [Harbour Board](https://a.test) knew.",
        "From [here](https://a.test) it is a mile to the shore.",
        "Reed asked the Board, [and was told no](https://a.test).",
        "The [whole bay](https://a.test)",
    ] {
        let all = format!("{WORDS} {}", line.replace("](https://a.test)", "").replace('[', ""));
        markdown(&format!("> {WORDS} {line}"), &[(&all, Basis::Explicit, "1")]);
    }
    markdown(
        &format!("> {WORDS} New York.[^a]\n\n[^a]: https://a.test"),
        &[(&format!("{WORDS} New York."), Basis::Explicit, "a")],
    );
}

#[test]
fn names_with_a_note_say_whose_words_they_are_in_every_markup() {
    let html = |inner: &str| {
        format!("<html><body><p>He said so.</p><blockquote>{inner}</blockquote><p>More.</p></body></html>")
    };
    for inner in [
        format!("<p>{WORDS}</p><p>Jonas Reed, <a href=\"https://a.test\">Post</a></p>"),
        format!("<p>{WORDS}</p><p>(<a href=\"https://a.test\">Post</a>)</p>"),
        format!("{WORDS}<br>Source: <a href=\"https://a.test\">Post</a>"),
    ] {
        check(&html(&inner), Format::Html, &[(WORDS, Basis::Explicit, "1")]);
    }
    let wiki = "\n\nMore.\n";
    for quote in [
        format!("<blockquote>{WORDS}<br>Source: [https://a.test Post]</blockquote>"),
        format!("<blockquote>{WORDS} Jonas Reed<ref>https://a.test</ref></blockquote>"),
        format!("<blockquote>{WORDS}</blockquote><ref>https://a.test</ref>"),
        format!("<blockquote>{WORDS}</blockquote>\n<ref>https://a.test</ref>"),
        format!("{{{{Blockquote|text={WORDS}|source=<ref>https://a.test</ref>}}}}"),
        format!("{{{{Blockquote|{WORDS}|Doe|<ref>https://a.test</ref>}}}}"),
        format!("{{{{Blockquote|{WORDS}|author=<ref>https://a.test</ref>}}}}"),
    ] {
        check(&format!("{quote}{wiki}"), Format::Wikitext, &[(WORDS, Basis::Explicit, "1")]);
    }
    let tex = |quote: &str| {
        format!("\\documentclass{{article}}\\begin{{document}}\nHe said so.\n{quote}\n\nMore.\n\\end{{document}}\n")
    };
    for quote in [
        format!("\\begin{{quote}}\n{WORDS}\n\\end{{quote}}\\footnote{{\\url{{https://a.test}}}}"),
        format!("\\begin{{quote}}\n{WORDS}\n\\footnote{{\\url{{https://a.test}}}}\n\\end{{quote}}"),
        format!("\\begin{{quote}}\n{WORDS}\\\\ (Jonas Reed, \\url{{https://a.test}})\n\\end{{quote}}"),
        format!(
            "\\begin{{quote}}\n{WORDS}\n\n\\raggedleft Jonas Reed\\footnote{{\\url{{https://a.test}}}}\n\\end{{quote}}"
        ),
    ] {
        check(&tex(&quote), Format::Latex, &[(WORDS, Basis::Explicit, "1")]);
    }
}

#[test]
fn what_stands_alone_beside_a_block_quote_is_its_source() {
    let note = "\n\n[^1]: https://a.test\n";
    markdown(&format!("> {WORDS}\n\n[^1]{note}"), &[(WORDS, Basis::Explicit, "1")]);
    markdown(&format!("> {WORDS}\n\n[Post](https://a.test)\n\nMore."), &[(WORDS, Basis::Explicit, "1")]);
    markdown(&format!("### [Post](https://a.test)\n\n> {WORDS}\n\nMore."), &[(WORDS, Basis::Before, "1")]);
    markdown(&format!("Source: [Post](https://a.test)\n\n> {WORDS}"), &[(WORDS, Basis::Before, "1")]);
    for other in [
        format!("### The [Post](https://a.test) of today\n\n> {WORDS}"),
        format!("> {WORDS}\n\nMore of the [Post](https://a.test)."),
        format!("> {WORDS}\n\nMore.[^1]{note}"),
    ] {
        markdown(&other, &[(WORDS, Basis::Unbound, "")]);
    }
}

#[test]
fn a_mark_alone_in_its_cell_is_the_source_of_its_row() {
    let list = "\n\n## Sources\n\n1. A. https://a.test\n2. B. https://b.test\n";
    for (cell, cites) in [("[2]", "2"), ("[1], [2]", "1+2"), ("[1][2]", "1+2")] {
        let table = format!(
            "It rose.[1] It fell.[2]\n\n| Claim | Evidence | Source |\n| --- | --- | --- |\n| Low | \"spent within fifteen months\" | {cell} |"
        );
        markdown(&format!("{table}{list}"), &[("spent within fifteen months", Basis::SameSentence, cites)]);
    }
}

#[test]
fn templates_that_are_quotation_marks_are_read_as_such() {
    for template in [
        "{{citation|une promesse que personne ne tiendra}}",
        "{{Citation étrangère|langue=fr|une promesse que personne ne tiendra}}",
        "{{Guil|une promesse que personne ne tiendra}}",
        "{{Début citation}}une promesse que personne ne tiendra{{Fin citation}}",
    ] {
        let text = format!("Il parle d’{template}<ref>https://a.test</ref>.\n");
        check(&text, Format::Wikitext, &[("une promesse que personne ne tiendra", Basis::Adjacent, "1")]);
    }
    check("{{citation|title=Tides|url=https://a.test|last=Reed}}\n", Format::Wikitext, &[]);
    let text = format!("{{{{Citazione|{WORDS}|Jonas Reed<ref>https://a.test</ref>}}}}\n\nPoi.\n");
    check(&text, Format::Wikitext, &[(WORDS, Basis::Explicit, "1")]);
}

#[test]
fn a_list_of_quotes_belongs_to_the_line_that_leads_to_it() {
    let items = "- “It is deep and wide.”\n- “And it goes out.”\n";
    let both = |basis, cites| [("It is deep and wide.", basis, cites), ("And it goes out.", basis, cites)];
    markdown(&format!("The [Post](https://a.test) says two things:\n\n{items}"), &both(Basis::Before, "1"));
    markdown(&format!("The report says[^1]:\n\n{items}\n[^1]: https://a.test"), &both(Basis::Before, "1"));
    markdown(&format!("## [The Post](https://a.test)\n\n{items}"), &both(Basis::Before, "1"));
    markdown(&format!("Two quotes:\n\n{items}\nSource: [Post](https://a.test)"), &both(Basis::Explicit, "1"));
    markdown(
        "**Quote:** “It is deep.”\n\n**Source:** [Post](https://a.test)",
        &[("It is deep.", Basis::Explicit, "1")],
    );
    for other in [
        format!("We looked at the [Post](https://a.test) for terms such as:\n\n{items}"),
        format!("The [Post](https://a.test) says two things.\n\n{items}"),
        format!("{items}\nMore in the [Post](https://a.test)."),
    ] {
        markdown(&other, &both(Basis::Unbound, ""));
    }
    let long = "- What he meant by “it is deep” nobody knows to this day\n";
    markdown(&format!("The [Post](https://a.test) says it:\n\n{long}"), &[("it is deep", Basis::Unbound, "")]);
}

#[test]
fn a_quote_in_a_paragraph_of_its_own_belongs_to_what_stands_right_beside_it() {
    let quote = "No boat will be left behind when the ice comes";
    let bound = |basis| [(quote, basis, "1")];
    for text in [
        "**Quote:** “{Q}”\n**Source:** [Post](https://a.test)",
        "Quote: “{Q}”\nSource: https://a.test",
        "“{Q}”\n— Roe, [Post](https://a.test)",
        "“{Q}”\n— Roe, https://a.test",
        "“{Q}”  \nSource: https://a.test",
        "“{Q}”\n\n[^1]\n\n[^1]: https://a.test",
        "“{Q}”\n\n([Post](https://a.test))",
    ] {
        markdown(&text.replace("{Q}", quote), &bound(Basis::Explicit));
    }
    for text in [
        "As Doe put it in [the Post](https://a.test):\n\n“{Q}”",
        "The board wrote:[^1]\n\n“{Q}”\n\n[^1]: https://a.test",
        "[The Post](https://a.test) reported:\n\n“{Q}” the board said.",
    ] {
        markdown(&text.replace("{Q}", quote), &bound(Basis::Before));
    }
    check(&format!("\"{quote}\"\n-- Roe, https://a.test\n"), Format::Plain, &bound(Basis::Explicit));
    for text in [
        "“{Q}”\n\nMore of it.[^1]\n\n[^1]: https://a.test",
        "“{Q}” Then came the others. Source: they said so.\nSee [the Post](https://a.test) and others.",
        "“{Q}”\nThe board met in the old hall, and [the Post](https://a.test) had a page on it.",
        "We read [the Post](https://a.test) for terms:\n\n“{Q}”",
        "“{Q}”\n\n[^1] is a note.\n\n[^1]: https://a.test",
    ] {
        markdown(&text.replace("{Q}", quote), &[(quote, Basis::Unbound, "")]);
    }
}

#[test]
fn all_quotes_of_an_item_belong_to_the_link_that_it_begins_with() {
    let quotes = |cites: &'static str, basis| {
        [("It is deep and wide.", Basis::SameSentence, "1"), ("And it goes out.", basis, cites)]
    };
    markdown("- [Post](https://a.test): “It is deep and wide.” “And it goes out.”", &quotes("1", Basis::Before));
    markdown(
        "- [Post](https://a.test): “It is deep and wide.” “And it goes out.” More is in [the Star](https://b.test).",
        &quotes("", Basis::Unbound),
    );
}

#[test]
fn a_link_below_with_a_page_or_a_day_behind_it_is_the_source() {
    for behind in [", p. 3.", " (pp. 4–5)", ", S. 7 f.", ", 3 May 1910", " (12 mai 2020)", ", с. 4", "."] {
        markdown(&format!("> {WORDS}\n\n[Post](https://a.test){behind}"), &[(WORDS, Basis::Explicit, "1")]);
    }
    for behind in [" says more.", ", as always", ", p. 3, says more", " 1910"] {
        let text = format!("> {WORDS}\n\n[Post](https://a.test){behind}");
        markdown(&text, &[(WORDS, Basis::Unbound, "")]);
    }
}

#[test]
fn what_signs_a_quotation_in_a_page_is_none_of_its_words() {
    for sign in [
        "<cite><a href='https://a.test'>Slow Water Trust</a>, 2020</cite>",
        "<cite>Iris Holm, <a href='https://a.test'>Moor Diary</a></cite>",
        "<footer><a href='https://a.test'>Moor Diary</a> of 3 May, read in 2020</footer>",
        "<footer>— <cite><a href='https://a.test'>Moor Diary</a></cite> (2020)</footer>",
        "<cite>as <a href='https://a.test'>the diary</a> has it</cite>",
    ] {
        for (open, close) in [("<p>", "</p>"), ("", "<br>"), ("<div><p>", "</p></div>")] {
            let text = format!("<blockquote>{open}{WORDS}{close}{sign}</blockquote><p>Nobody came.</p>");
            check(&text, Format::Html, &[(WORDS, Basis::Explicit, "1")]);
        }
    }
    // What is no last part of it stays among its words.
    let text = "<blockquote><p>Nobody had read <cite>Tides</cite> by then, as far as she knew.</p></blockquote>";
    check(text, Format::Html, &[("Nobody had read Tides by then, as far as she knew.", Basis::Unbound, "")]);
}

#[test]
fn the_bracket_around_a_mark_is_no_word_of_a_quotation() {
    let list = "<div id=refs class='references csl-bib-body' role=list><div id=ref-doe class=csl-entry role=listitem>Doe, Jane. 2020. “On Needles.” <a href='https://a.test'>https://a.test</a>.</div></div>";
    for mark in [
        "(<a href='#ref-doe' role='doc-biblioref'>Doe 2020</a>)",
        "<span>[<a href='#ref-doe' role='doc-biblioref'>Doe 2020</a>]</span>",
        "( <a href='#ref-doe' role='doc-biblioref'>Doe 2020</a> )",
    ] {
        let found = super::tests::told(&format!("<blockquote><p>{WORDS} {mark}</p></blockquote>{list}"), Format::Html);
        assert_eq!(found.iter().map(|(text, ..)| text.as_str()).collect::<Vec<_>>(), [WORDS], "{mark}");
    }
    let kept = "Call it (as ever) with f() and g[] where x () fails not.";
    let found = super::tests::told(&format!("<blockquote><p>{kept}</p></blockquote>"), Format::Html);
    assert_eq!(found[0].0, "Call it (as ever) with f() and g[] where x fails not.");
}

#[test]
fn a_note_behind_words_that_are_not_known_is_theirs() {
    let wiki = |between: &str, expected: (Basis, &str)| {
        let text = format!("{{{{Quote|{WORDS}}}}}\n{between}<ref>[https://a.test Post]</ref>\n\nNobody came.");
        check(&text, Format::Wikitext, &[(WORDS, expected.0, expected.1)]);
    };
    wiki("", (Basis::Explicit, "1"));
    wiki("{{clear}}", (Basis::Explicit, "1"));
    wiki("{{zigzag|It was a long way.}}", (Basis::Unbound, ""));
    wiki("{{zigzag}}", (Basis::Unbound, ""));
    // What is not known in the words of the quotation itself is no matter of its note.
    let within =
        "{{Quote|It is like {{zigzag|a}} a needle, and it is moving.}}<ref>[https://a.test Post]</ref>\n\nNobody came.";
    assert_eq!(super::tests::told(within, Format::Wikitext)[0].1, Basis::Explicit);
}

#[test]
fn a_button_below_a_block_quote_is_not_where_the_words_are_from() {
    let page = |link: &str, expected: (Basis, &str)| {
        let text = format!("<blockquote>{WORDS}</blockquote>{link}<p>Nobody came.</p>");
        check(&text, Format::Html, &[(WORDS, expected.0, expected.1)]);
    };
    for class in ["button primary", "kg-btn kg-btn-accent", "wp-block-button__link"] {
        for (open, close) in [("<p>", "</p>"), ("<div>", "</div>"), ("<p> ", " </p>")] {
            let link = format!("{open}<a class='{class}' href='https://a.test'>Our marsh letter</a>{close}");
            page(&link, (Basis::Unbound, ""));
        }
    }
    page("<p><a class='buttonless' href='https://a.test'>Our marsh letter</a></p>", (Basis::Explicit, "1"));
    page("<p>— <a class='button' href='https://a.test'>Jane Doe, Marsh letter</a></p>", (Basis::Explicit, "1"));
}

#[test]
fn a_quote_in_a_remark_belongs_to_the_mark_behind_it() {
    let page = |remark: &str, expected: &[(&str, Basis, &str)]| {
        let text = format!(
            "<p>Sie sprach von „Fehlern in der Tat“.<sup id=c1><a href='#n1'>[1]</a></sup><sup id=c2><a href='#n2'>[Anm. 1]</a></sup></p>\
             <ol class=references><li id=n2><a href='#c2'>↑</a> {remark}</li></ol>\
             <ol class=references><li id=n1><a href='#c1'>↑</a> <a href='https://a.test/b'>Bericht.</a> Amt, 2018.</li></ol>"
        );
        check(&text, Format::Html, expected);
    };
    let mark = "<sup><a href='#n1'>[1]</a></sup>";
    let first = ("Fehlern in der Tat", Basis::Adjacent, "1+Anm. 1");
    let remark = format!("So auch der Landkreis: „es war zu spät und zu wenig“.{mark}");
    page(&remark, &[first, ("es war zu spät und zu wenig", Basis::Adjacent, "1")]);
    // Without a mark behind it, and where the note has its own source, it is no remark of that kind.
    page(&format!("So auch der Landkreis, {mark} „es war zu spät und zu wenig“."), &[first]);
}

#[test]
fn a_line_with_a_dash_below_a_quotation_of_plain_text_says_whose_that_is() {
    let words = "It was never meant to be built, and the council wanted the money.";
    let check_below = |below: &str, basis: Basis, cites: &str| {
        let text = format!(
            "Byrd wrote in her report on the quay and the town, which everybody knows by now:\n\n    {words}\n\n{below}\n\nThen nothing happened at all.\n"
        );
        check(&text, Format::Plain, &[(words, basis, cites)]);
    };
    check_below("— Jane Doe, Harbour Post, 2020, https://post.test/wall", Basis::Explicit, "1");
    // Items of a list are items.
    check_below("— a rope for the boat\n— a lamp, https://post.test/wall", Basis::Unbound, "");
}

#[test]
fn a_block_quote_within_an_item_is_of_the_source_of_the_item() {
    let words = "The wall was built in a single summer.";
    let item =
        |lead: &str| format!("- {lead}\n\n  > {words}\n\n- Nothing else stands here.\n\n- [Star](https://b.test)\n");
    for lead in [
        "[Post](https://a.test)",
        "[Post](https://a.test), 3 May 2020",
        "[Post](https://a.test) on the wall",
        "Doe in the Post. [Link](https://a.test)",
        "Doe, “The gate”, Post, 3 May 2020, https://a.test",
        "Doe on the gate. Source: [Post](https://a.test)",
    ] {
        let found: Vec<String> =
            bound(&item(lead), Format::Markdown).into_iter().filter(|own| own.starts_with(words)).collect();
        assert_eq!(found, [format!("{words} > a.test")], "{lead}");
    }
    for lead in [
        "Nothing is named here",
        "What [Doe](https://a.test) built",
        "First put it on [the wall](https://a.test).",
        "[The wall](https://a.test) must be wet first.",
        "[Post](https://a.test) and [Roe](https://c.test)",
        "*The Gate*, Anna Doe – [buy](https://a.test)",
        "*The Gate*, Anna Doe: [a shop](https://a.test)",
        "*The Gate*, Anna Doe. [Buy](https://a.test)",
        "Letter of my mother, 1962 (photo: [album](https://a.test))",
        "Letter of my mother, 1962 ([photo](https://a.test))",
    ] {
        let found: Vec<String> =
            bound(&item(lead), Format::Markdown).into_iter().filter(|own| own.starts_with(words)).collect();
        assert_eq!(found, [format!("{words} > ")], "{lead}");
    }
    // One behind the list is of no item.
    let behind = format!("- [Post](https://a.test)\n- [Star](https://b.test)\n\n> {words}\n");
    assert_eq!(bound(&behind, Format::Markdown), [format!("{words} > ")]);
    // What stands in the item within belongs there.
    let nested = format!("- [Post](https://a.test)\n  - [Star](https://b.test)\n    > {words}\n\n  > {words}\n");
    assert_eq!(bound(&nested, Format::Markdown), [format!("{words} > b.test"), format!("{words} > a.test")]);
    let html = format!(
        "<ul><li><a href='https://a.test'>Post</a> on it:<blockquote>{words}</blockquote></li><li><p><a href='https://b.test'>Star</a></p>\
         <blockquote><p>{words}</p></blockquote></li><li><p><a href='https://c.test'>Herald</a></p></li></ul>"
    );
    assert_eq!(bound(&html, Format::Html), [format!("{words} > a.test"), format!("{words} > b.test")]);
}

#[test]
fn a_block_quote_within_a_note_is_of_the_source_of_the_note() {
    let words = "The wall was built in a single summer.";
    let note = |note: &str| bound(&format!("It fell.[^1]\n\n[^1]: {note}\n\n    > {words}\n"), Format::Markdown);
    assert_eq!(note("[Post](https://a.test):"), [format!("{words} > a.test")]);
    assert_eq!(note("Doe, *Post*, <https://a.test>. She writes:"), [format!("{words} > a.test")]);
    assert!(note("[Post](https://a.test) and [Star](https://b.test).").is_empty());
    assert!(note("So says Doe.").is_empty());
    // What is named behind it is another source.
    let reply = "For the reply of the board see";
    let behind = format!("It fell.[^1]\n\n[^1]: Doe wrote:\n\n    > {words}\n\n    {reply} <https://a.test>.\n");
    assert!(bound(&behind, Format::Markdown).is_empty());
    let behind = format!(
        "<p>It fell.<sup><a href='#n1' id='r1'>1</a></sup></p><ol><li id='n1'>Doe wrote: <blockquote>{words}</blockquote> {reply} \
         <a href='https://a.test'>its page</a>. <a href='#r1'>↩</a></li></ol>"
    );
    assert!(bound(&behind, Format::Html).is_empty());
    let html = format!(
        "<p>It fell.<sup><a href='#n1' id='r1'>1</a></sup></p><ol><li id='n1'><p><a href='https://a.test'>Post</a>:</p>\
         <blockquote><p>{words}</p></blockquote> <a href='#r1'>↩</a></li></ol>"
    );
    assert_eq!(bound(&html, Format::Html), [format!("{words} > a.test")]);
}
