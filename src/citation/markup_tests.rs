//! What formats show of a quotation and its source, from the text to the citation.

use crate::document::{self, Format, Limits};

/// Every quote with the addresses that it is bound to.
fn bound(text: &str, format: Format) -> Vec<String> {
    let claims = super::claims(&document::parse(text, format, Limits::default()), text);
    let shown = claims.quotes.iter().map(|quote| {
        let urls = quote.cites.iter().map(|&cited| claims.citations[cited].url.clone().unwrap_or_default());
        format!("{} > {}", quote.text, urls.collect::<Vec<_>>().join(" "))
    });
    shown.collect()
}

fn check(text: &str, format: Format, expected: &[&str]) {
    assert_eq!(bound(text, format), expected, "{text}");
}

#[test]
fn a_quotation_of_a_wiki_is_its_words_and_what_stands_behind_it_is_its_note() {
    let note = "<ref>{{cite web|url=https://a.test|title=A}}</ref>";
    let words = "We saw no lights at all.";
    for text in [
        format!("{{{{quote|{words}|Hazel Byrd|''The Log''}}}}{note}"),
        format!("{{{{Blockquote|text={words}|author=Hazel Byrd|source=''The Log''{note}}}}}"),
        format!("{{{{cquote|{words}|20px|20px|Hazel Byrd|The Log}}}}{note}\n\nLater it sank."),
        format!("{{{{rquote|right|{words}|Hazel Byrd|The Log}}}}{note}"),
        format!("{{{{Quote\n| 1 = {words}\n| 2 = Hazel Byrd\n}}}}{note}"),
        format!("* She wrote: {{{{poemquote|{words}}}}}{note}\n* Late."),
        format!("She wrote {{{{tq|{words}}}}}{note}"),
        format!("She wrote: {{{{\"|{words}|Autor=Hazel Byrd|ref={note}}}}}\n\nLater it sank."),
        format!("{{{{Zitat |Text={words} |Autor=Hazel Byrd |ref={note}}}}}"),
    ] {
        check(&text, Format::Wikitext, &["We saw no lights at all. > https://a.test"]);
    }
}

#[test]
fn a_line_with_dashes_below_a_quotation_says_whose_it_is() {
    let expected = ["We saw no lights at all. > https://a.test"];
    for below in ["\n--- Byrd, /The Log/ [fn:1]", "--- Byrd [fn:1]", "-- Byrd [fn:1]", "\n— Byrd [fn:1]"] {
        let text = format!("#+begin_quote\nWe saw no lights at all.\n{below}\n#+end_quote\n\n[fn:1] https://a.test\n");
        check(&text, Format::Org, &expected);
    }
    check("> We saw no lights at all.\n>\n> --- [Byrd](https://a.test)\n", Format::Markdown, &expected);
}

#[test]
fn a_reference_list_needs_no_blank_line_behind_its_heading() {
    for heading in
        ["Sources:", "**Sources:**", "Citations:", "References", "## 📚 Sources", "Sources used:", "## المراجع"]
    {
        let text = format!(
            "It “grew at a record pace” [1] and “shrank a lot later” [2].\n\n{heading}\n[1] https://a.test\n[2] https://b.test\n"
        );
        check(
            &text,
            Format::Markdown,
            &["grew at a record pace > https://a.test", "shrank a lot later > https://b.test"],
        );
    }
}

#[test]
fn a_link_is_no_heading_of_a_reference_list() {
    let text = "[Source](https://src.test)\n\nThen these voices came:\n\n- “The best boat that I have seen.” — [Ann](https://a.test)\n\
                - “Nothing comes close to this boat.” — [Bob](https://b.test)\n";
    let expected =
        ["The best boat that I have seen. > https://a.test", "Nothing comes close to this boat. > https://b.test"];
    check(text, Format::Markdown, &expected);
}

#[test]
fn what_stands_above_a_quotation_says_whose_it_is() {
    let words = "We saw no lights at all.";
    for (text, format) in [
        (format!("> [!quote] [Byrd 2020](https://a.test)\n> {words}\n"), Format::Markdown),
        (format!("> [!cite]+ From <https://a.test>\n>\n> {words}\n"), Format::Markdown),
        (
            format!(
                "<figure><figcaption><p>From <a href=https://a.test>A</a>:</p></figcaption><blockquote><p>{words}</blockquote></figure>"
            ),
            Format::Html,
        ),
    ] {
        check(&text, format, &["We saw no lights at all. > https://a.test"]);
    }
    let text = format!("> [!tip] [Byrd](https://a.test)\n> More.\n\nSo.\n\n> {words}\n");
    check(&text, Format::Markdown, &["We saw no lights at all. > "]);
}

#[test]
fn the_title_of_a_callout_is_no_part_of_a_quotation() {
    let text = "> [!quote] Byrd 2020\n> We saw no lights at all.\n> — [Byrd](https://a.test)\n";
    check(text, Format::Markdown, &["We saw no lights at all. > https://a.test"]);
    let text = "> [!cite]- Byrd 2020\n>\n> We saw no lights at all.\n>\n> — [Byrd](https://a.test)\n";
    check(text, Format::Markdown, &["We saw no lights at all. > https://a.test"]);
    check("> [!tip] Title here\n> See [the docs](https://a.test) for more of this.\n", Format::Markdown, &[]);
    check(
        "> [!Note] Title\n> She said “we saw no lights” ([Byrd](https://a.test)).\n",
        Format::Markdown,
        &["we saw no lights > https://a.test"],
    );
    check(
        "> [1] said that we saw no lights.\n\n[1]: https://a.test\n",
        Format::Markdown,
        &["said that we saw no lights. > https://a.test"],
    );
}

#[test]
fn the_caption_of_a_figure_says_whose_a_quotation_is() {
    for caption in [
        "<a href=https://a.test>The Log</a>",
        "Byrd, <cite><a href=https://a.test>The Log</a></cite>",
        "— <a href=https://a.test>Byrd</a>",
    ] {
        let text = format!(
            "<figure><blockquote>We saw no lights at all.</blockquote><figcaption>{caption}</figcaption></figure><p>Later.</p>"
        );
        check(&text, Format::Html, &["We saw no lights at all. > https://a.test"]);
    }
    let text = "<figure><img src=a.png><figcaption><a href=https://a.test>A</a></figcaption></figure><blockquote>We saw no lights at all.</blockquote>";
    check(text, Format::Html, &["We saw no lights at all. > "]);
}

#[test]
fn an_attribute_says_whose_a_quotation_is_however_it_is_written() {
    for style in [
        "quote, Hazel O'Byrd, https://a.test[The Log]",
        "quote, Hazel Byrd, \"https://a.test[The Log]\"",
        "quote, Hazel Byrd, 'link:https://a.test[The Log, of a ferry]'",
        "quote,attribution=Hazel,citetitle=https://a.test[X]",
        "quote#id.role,attribution=\"Hazel Byrd, mate\", citetitle='https://a.test[X]'",
    ] {
        let text = format!("[{style}]\n____\nWe saw no lights at all.\n____\n\nLater.\n");
        check(&text, Format::Asciidoc, &["We saw no lights at all. > https://a.test"]);
    }
}

#[test]
fn a_quotation_with_a_note_that_cites_belongs_to_what_that_cites() {
    let text = "It was ``dark all night long''\\footnote{See \\cite[12]{byrd}.}.\n\\begin{thebibliography}{9}\\bibitem{byrd} https://a.test\\end{thebibliography}";
    check(text, Format::Latex, &["dark all night long > https://a.test"]);
}

#[test]
fn an_article_in_xml_goes_on_behind_an_empty_element() {
    let text = "<?xml version=\"1.0\"?>\n<html><head><script src=\"a.js\"/></head><body><p>She said “no lights at all” <a href=\"https://a.test\">x</a>.</p></body></html>";
    check(text, Format::Html, &["no lights at all > https://a.test"]);
}

#[test]
fn citations_by_key_that_lead_nowhere_end_the_search_for_a_source() {
    let expected = ["It sank at dawn > ", "it was a cold night > https://a.test"];
    let said = "He said “It sank at dawn”";
    let she = "She said “it was a cold night”";
    check(&format!("{said} :cite:`doe20`. {she} [1]_.\n\n.. [1] https://a.test\n"), Format::Rst, &expected);
    check(&format!("{said} cite:[doe20]. {she} footnote:[https://a.test].\n"), Format::Asciidoc, &expected);
    check(&format!("{said} [@doe20, p. 3]. {she}.[^1]\n\n[^1]: <https://a.test>\n"), Format::Markdown, &expected);
    check(&format!("{said} {{cite}}`doe20`. {she}.[^1]\n\n[^1]: <https://a.test>\n"), Format::Markdown, &expected);
}

#[test]
fn a_passage_whose_source_is_wanting_is_not_the_next_notes() {
    let text = "\"Alpha words one two\".{{citation needed|date=May 2020}} \"Beta words one two\".<ref>https://b.test</ref> \
                \"Gamma words one two\"{{by whom}} and more.<ref>https://c.test</ref>\n";
    let expected =
        ["Alpha words one two > ", "Beta words one two > https://b.test", "Gamma words one two > https://c.test"];
    check(text, Format::Wikitext, &expected);
    let claims = super::claims(&document::parse(text, Format::Wikitext, Limits::default()), text);
    assert_eq!((claims.markers.len(), claims.findings), (2, Vec::new()));
}

#[test]
fn what_a_chat_program_leaves_is_no_part_of_a_quote() {
    let text = "[cite_start]The board said “the tide rose” in May[cite: 1]. It said “a wall is[web:2] built”. He said “so it was citeturn0search1 there”.\n";
    for format in [Format::Markdown, Format::Plain, Format::Wikitext, Format::Org, Format::Rst, Format::Asciidoc] {
        check(text, format, &["the tide rose > ", "a wall is built > ", "so it was there > "]);
    }
    let list = "\n## References\n\n1. Board. “Tide.” https://a.test/1\n2. Town. “Wall.” https://a.test/2\n";
    check(
        &format!("{text}{list}"),
        Format::Markdown,
        &["the tide rose > https://a.test/1", "a wall is built > https://a.test/2", "so it was there > "],
    );
}

#[test]
fn a_name_in_brackets_binds_what_stands_before_it() {
    let list = "\n## Works Cited\n\nByrd, Ann. “The Tide.” *Post*, 3 May 2019, https://a.test/byrd. Accessed 3 May 2024.\n\n\
                Cole, Max, and Pia Roe. “The Wall.” *Post*, 2020, https://a.test/cole.\n";
    let text = "It “rose by three feet” (Byrd 4). “A wall is built” there, it says (Cole and Roe). Byrd says “it was so cold” (15). “It sank so low” (Byrd, “Tide” 5).\n";
    check(
        &format!("{text}{list}"),
        Format::Markdown,
        &[
            "rose by three feet > https://a.test/byrd",
            "A wall is built > https://a.test/cole",
            "it was so cold > https://a.test/byrd",
            "It sank so low > https://a.test/byrd",
        ],
    );
}

#[test]
fn a_link_without_words_behind_a_quote_is_its_source() {
    check(
        "Dues “rose by four percent.”[](https://a.test)\n\nSo [it](https://b.test) is.\n",
        Format::Markdown,
        &["rose by four percent. > https://a.test"],
    );
}

#[test]
fn a_quotation_is_set_apart_in_every_language() {
    let note = "<ref>[https://a.test/1 The sea log]</ref>";
    for (open, close) in [
        ("{{Début citation bloc}}", "{{Fin citation bloc|Roche{N}}}"),
        ("{{Début de citation}}", "{{Fin de citation|Roche{N}}}"),
        ("{{Початок цитати}}", "{{Кінець цитати|джерело=Roche{N}}}"),
        ("{{начало цитаты}}", "{{конец цитаты|источник=Roche{N}}}"),
        ("{{Bloc citation|", "{N}}}"),
        ("{{인용문|", "|Roche{N}}}"),
        ("{{گفتاورد|", "|Roche{N}}}"),
        ("{{CytatD|", "{N}}}"),
        ("{{Quote1|", "|Roche{N}}}"),
        ("{{Blok alıntı|", "|kaynak=Roche{N}}}"),
        ("{{ציטוט|תוכן=", "|מקור=Roche{N}}}"),
    ] {
        let text = format!("So it was.\n\n{open}The sea was cold, and we went in.{close}\n").replace("{N}", note);
        check(&text, Format::Wikitext, &["The sea was cold, and we went in. > https://a.test/1"]);
    }
    // Marks within a line, and words that are none.
    let inline = "He said {{Début citation}}the sea was cold{{Fin citation}}.";
    check(inline, Format::Wikitext, &["the sea was cold > "]);
    check("{{Infobox|The sea was cold, and we went in.}}", Format::Wikitext, &[]);
}

#[test]
fn a_note_that_cites_by_key_quotes_what_the_key_means() {
    let both = ["gates speak at night > https://b.test", "Walls speak by day > https://b.test"];
    check(
        "Gates. [#]_ Walls. [#]_\n\n.. [#] But see [p]_: \"gates speak at night\".\n.. [#] \"Walls speak by day\" [p]_.\n\
         .. [m] Minutes. https://a.test\n.. [p] Post. https://b.test\n",
        Format::Rst,
        &both,
    );
    check(
        "\\documentclass{article}\\begin{document}Gates.\\footnote{But see \\textcite[3]{p}: ``gates speak at night''.} \
         Walls.\\footnote{``Walls speak by day'' \\cite[4]{p}.} Doors.\\footnote{Dale, ``Doors that speak at noon'', \\cite[4]{p}.}\n\
         \\begin{thebibliography}{9}\n\\bibitem{m} A. Minister, 2001. \\url{https://a.test}\n\
         \\bibitem{p} B. Post, 2002. \\url{https://b.test}\n\\end{thebibliography}\\end{document}",
        Format::Latex,
        &both,
    );
    let list = "\n* {{cite book|last=Post|first=B.|year=2002|title=Posts|url=https://b.test}}\n";
    check(
        &format!(
            "Gates.<ref>{{{{harvnb|Post|2002|p=3}}}}: \"gates speak at night\".</ref> Walls.<ref>\"Walls speak by day\", \
             {{{{harvnb|Post|2002|p=4}}}}.</ref> Doors.<ref>Dale, \"Doors that speak at noon\", {{{{harvnb|Post|2002}}}}.</ref>{list}"
        ),
        Format::Wikitext,
        &both,
    );
}

#[test]
fn what_a_note_quotes_behind_a_template_is_of_its_source() {
    let cite = "{{cite web|title=Doors of May|url=https://a.test}}";
    let words = "doors speak at noon";
    for behind in [
        format!(": \"{words}\"."),
        format!(" Quote: \"{words}\""),
        format!(" (\"{words}\")"),
        format!(" The author says \"{words}\"."),
        format!(", p. 4: “{words}”"),
        format!(" Zitat: „{words}“"),
    ] {
        let text = format!("Doors.<ref>{cite}{behind}</ref>");
        check(&text, Format::Wikitext, &["doors speak at noon > https://a.test"]);
    }
    let two = format!("Doors.<ref>{cite}; {{{{cite web|title=B|url=https://b.test}}}}: \"{words}\"</ref>");
    check(&two, Format::Wikitext, &["doors speak at noon > https://b.test"]);
    let link = format!("Doors.<ref>{cite}; [https://b.test The Post]: \"{words}\"</ref>");
    check(&link, Format::Wikitext, &["doors speak at noon > https://b.test"]);
    let own = "{{cite web|title=B|url=https://b.test|quote=He said: \"doors speak at noon\", and so.}}";
    check(
        &format!("Doors.<ref>{own}</ref>"),
        Format::Wikitext,
        &["He said: \"doors speak at noon\", and so. > https://b.test"],
    );
    // Titles of what has no template, and of what the template is a part of.
    for none in [
        format!("Doors.<ref>{cite} Dale, \"Doors that speak at noon\", Star, 2003.</ref>"),
        format!("Doors.<ref>\"Doors that speak at noon\". {cite}</ref>"),
    ] {
        check(&none, Format::Wikitext, &[]);
    }
}

#[test]
fn a_cell_of_two_rows_is_the_source_of_both() {
    let expected = [
        "services to hinges > https://b.test",
        "a life in brick > https://b.test",
        "a life in mortar > https://c.test",
        "a life in sand > ",
    ];
    check(
        "{| class=\"wikitable\"\n! Year !! Award !! Ref.\n|-\n| 2001 || For \"services to hinges\" || rowspan=2 | \
         <ref>[https://b.test Two pages there]</ref>\n|-\n| 2002 || For \"a life in brick\"\n|-\n\
         | 2003 || \"a life in mortar\" || <ref>[https://c.test Three pages there]</ref>\n|-\n| 2004 || \"a life in sand\"\n|}\n",
        Format::Wikitext,
        &expected,
    );
    check(
        "<p>So.</p><table><tr><th>Y</th><th>W</th><th>R</th></tr><tr><td>2001</td><td>“services to hinges”</td>\
         <td rowspan=\"2\"><a href=\"https://b.test\">Two</a></td></tr><tr><td>2002</td><td>“a life in brick”</td></tr>\
         <tr><td>2003</td><td>“a life in mortar”</td><td><a href=\"https://c.test\">Three</a></td></tr>\
         <tr><td>2004</td><td>“a life in sand”</td></tr></table>",
        Format::Html,
        &expected,
    );
    // A cell that says something is no source, and spans into no other table.
    check(
        "<table><tr><td rowspan=\"2\">The old board of the harbour, in <a href=\"https://b.test\">Two</a></td><td>One</td></tr>\
         <tr><td>“a life in brick”</td></tr></table>",
        Format::Html,
        &["a life in brick > "],
    );
}

#[test]
fn a_quotation_is_its_words_without_what_sets_its_lines_apart() {
    check(
        "Salt\n====\n\n| \"Come in, the tide replied,\n| and wipe your feet.\" [1]_\n\n.. [1] Verses. https://a.test\n",
        Format::Rst,
        &["Come in, the tide replied, and wipe your feet. > https://a.test"],
    );
    check(
        "\\documentclass{article}\\begin{document}Ode écrit \\frquote{une porte sans mur} \\cite{a}.\n\
         \\begin{thebibliography}{9}\\bibitem{a} A. Ode, 2018. \\url{https://a.test}\\end{thebibliography}\\end{document}",
        Format::Latex,
        &["une porte sans mur > https://a.test"],
    );
    for (open, close) in [("```{epigraph}", "```"), ("~~~~{pull-quote}", "~~~~")] {
        let text =
            format!("# Gates\n\n{open}\nGates are walls with manners.\n\n-- [Ode](https://a.test)\n{close}\n\nSo.\n");
        check(&text, Format::Markdown, &["Gates are walls with manners. > https://a.test"]);
    }
    check("```{note}\nGates are walls with manners.\n```\n", Format::Markdown, &[]);
}
