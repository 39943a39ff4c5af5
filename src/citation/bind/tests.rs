//! Which citation a quote belongs to, by where it stands.

use crate::citation::{Basis, QuoteKind, claims};
use crate::document::{Format, Limits, parse};

pub(super) type Told = (String, Basis, String);

pub(super) fn told(text: &str, format: Format) -> Vec<Told> {
    let document = parse(text, format, Limits::default());
    let claims = claims(&document, text);
    let label = |&index: &usize| claims.citations[index].label.clone();
    let quote = |quote: &crate::citation::Quote| {
        (quote.text.clone(), quote.basis, quote.cites.iter().map(label).collect::<Vec<_>>().join("+"))
    };
    claims.quotes.iter().map(quote).collect()
}

pub(super) fn check(text: &str, format: Format, expected: &[(&str, Basis, &str)]) {
    let found = told(text, format);
    let found: Vec<(&str, Basis, &str)> =
        found.iter().map(|(words, basis, cites)| (words.as_str(), *basis, cites.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

fn plain(body: &str, expected: &[(&str, Basis, &str)]) {
    let list = "\nReferences\n1. “Sea.” Post. https://a.test\n2. “Moon.” Post. https://b.test\n3. “Sun.” Post. https://c.test\n";
    check(&format!("{body}\n{list}"), Format::Plain, expected);
}

pub(super) fn markdown(text: &str, expected: &[(&str, Basis, &str)]) {
    check(text, Format::Markdown, expected);
}

#[test]
fn a_quote_belongs_to_the_next_marker_of_its_paragraph() {
    plain("It is “very deep”.[1]", &[("very deep", Basis::Adjacent, "1")]);
    plain("It is “very deep” (so they say).[1]", &[("very deep", Basis::SameSentence, "1")]);
    plain("It is “very deep.” They say so.[1]", &[("very deep.", Basis::LaterSentence, "1")]);
    plain("Old news.[2] It is “very deep.” They say so.[1]", &[("very deep.", Basis::LaterSentence, "1")]);
    plain("It is “very deep”.[1][3] So.[2]", &[("very deep", Basis::Adjacent, "1+3")]);
    plain("It is “very deep”.\n\nThey say so.[1]", &[("very deep", Basis::Unbound, "")]);
    plain("- It is “very deep”.\n- They say so.[1]", &[("very deep", Basis::Unbound, "")]);
}

#[test]
fn a_written_label_leads_to_the_entry_that_is_written_so() {
    let links = "External links\n- “Ext.” Post. https://x.test\n- “Far.” Post. https://y.test\n";
    let list = "References\n[1] “Sea.” Post. https://a.test\n[2] “Moon.” Post. https://b.test\n";
    for text in [format!("It is “so deep”.[1]\n\n{links}\n{list}"), format!("It is “so deep”.[1]\n\n{list}\n{links}")]
    {
        let claims = claims(&parse(&text, Format::Plain, Limits::default()), &text);
        let cited = |index: &usize| claims.citations[*index].url.as_deref();
        assert_eq!(claims.quotes[0].cites.iter().map(cited).collect::<Vec<_>>(), [Some("https://a.test")], "{text}");
        let mut labels: Vec<&str> = claims.citations.iter().map(|citation| citation.label.as_str()).collect();
        labels.sort_unstable();
        assert_eq!(labels, ["1", "2", "3", "4"], "{text}");
    }
    let text = "It is “so deep”.[^1]\n\n## Further reading\n\n- [Far](https://y.test)\n\n[^1]: https://a.test\n";
    markdown(text, &[("so deep", Basis::Adjacent, "1")]);
    let claims = claims(&parse(text, Format::Markdown, Limits::default()), text);
    let labels: Vec<&str> = claims.citations.iter().map(|citation| citation.label.as_str()).collect();
    assert_eq!(labels, ["2", "1"]);
    let bare = list.replace("[1] ", "1. ").replace("[2] ", "2. ");
    let text = format!("It is “so deep”. 1 It is “so wide”. 2\n\n{links}\n{bare}");
    check(&text, Format::Plain, &[("so deep", Basis::Adjacent, "1"), ("so wide", Basis::Adjacent, "2")]);
}

#[test]
fn a_marker_before_counts_only_if_it_is_the_only_one_of_the_sentence() {
    plain("The Post [1] calls it “very deep”.", &[("very deep", Basis::Before, "1")]);
    // In the plural both say it.
    plain("The Post [1] and the Star [2] call it “very deep”.", &[("very deep", Basis::Before, "1+2")]);
    plain("It rose [1] and fell [2]. It is “very deep”.", &[("very deep", Basis::Unbound, "")]);
    plain("The Post said so.[1] Others call it “very deep”.", &[("very deep", Basis::Unbound, "")]);
}

#[test]
fn a_marker_within_the_marks_is_no_part_of_the_words() {
    plain("It is “a very deep sea.[1]”", &[("a very deep sea.", Basis::Adjacent, "1")]);
    plain("It is “a very deep sea[1] and wide” there.", &[("a very deep sea and wide", Basis::SameSentence, "1")]);
}

#[test]
fn a_marker_before_the_stop_that_ends_the_words_is_that_of_the_quote() {
    let quote = |words: &'static str, cites: &'static str| [(words, Basis::Adjacent, cites)];
    plain("It said: “the water is bad[1]!” He left.[2]", &quote("the water is bad!", "1"));
    plain("“The water is bad[1],” he said, and left.[2]", &quote("The water is bad,", "1"));
    plain("It said: “the water is bad[1]…” He left. [2]", &quote("the water is bad…", "1"));
    plain("It said: “the water is bad[1][3].” He left.[2]", &quote("the water is bad.", "1+3"));
    plain("It said: “the water is bad[1].”[3] He left.[2]", &quote("the water is bad.", "1+3"));
    let notes = "\n\n[^1]: https://a.test\n[^2]: https://b.test\n";
    let left = " He left.[^2]";
    markdown(&format!("It said: \"the water is bad[^1].\"{left}{notes}"), &quote("the water is bad.", "1"));
    markdown(&format!("Il dit : « l’eau est mauvaise[^1]. »{left}{notes}"), &quote("l’eau est mauvaise.", "1"));
    let (one, two) = ("<ref>https://a.test</ref>", "<ref>https://b.test</ref>");
    check(
        &format!("Il dit « l’eau est mauvaise{one}. » So.{two}"),
        Format::Wikitext,
        &quote("l’eau est mauvaise.", "1"),
    );
    let foot = |n| format!("\\footnote{{\\url{{https://a.test/{n}}}}}");
    let text = format!("It said ``the water is bad{}.'' He left.{}\n", foot(1), foot(2));
    check(&text, Format::Latex, &quote("the water is bad.", "1"));
}

#[test]
fn a_linked_year_behind_the_name_of_who_says_it_goes_before_a_note_at_the_end() {
    let page = |said: &str| {
        format!(
            "<!doctype html><title>x</title><p>{said} “one out of five articles” suffers.<a href=\"#fn1\" class=\"footnote-ref\" \
             role=\"doc-noteref\"><sup>1</sup></a></p><div id=\"refs\" class=\"references\"><div id=\"ref-doe\" class=\"csl-entry\">Doe, \
             Martin, and Ann Roe. 2014. “Of Links.” <em>Post</em>. <a href=\"https://a.test/doe\">https://a.test/doe</a>.</div></div>\
             <section class=\"footnotes\" role=\"doc-endnotes\"><ol><li id=\"fn1\"><p>See <a href=\"https://b.test/far\">\
             https://b.test/far</a>.</p></li></ol></section>"
        )
    };
    let year = "(<a href=\"#ref-doe\" role=\"doc-biblioref\">2014</a>)";
    let bound = |basis, label| [("one out of five articles", basis, label)];
    for name in ["Doe et al.", "Doe and Roe", "As Doe"] {
        check(&page(&format!("{name} {year} write that")), Format::Html, &bound(Basis::Before, "2014"));
    }
    for text in ["In other fields the report", "In the north,", "Others have it."] {
        check(&page(&format!("{text} {year} and that")), Format::Html, &bound(Basis::SameSentence, "1"));
    }
}

#[test]
fn a_marker_amid_the_words_is_not_that_of_the_quote() {
    let later = |words: &'static str, cites: &'static str| [(words, Basis::LaterSentence, cites)];
    plain("It is “a deep sea[1] and wide.” They say so.[2]", &later("a deep sea and wide.", "2"));
    plain("It is “a deep sea[9].” They say so.[2]", &[("a deep sea.", Basis::Unbound, "")]);
    // The one within another quote is that one's.
    plain(
        "It is “a deep sea[1],” while the Star[3] has “no water at all”.",
        &[("a deep sea,", Basis::Adjacent, "1"), ("no water at all", Basis::Before, "3")],
    );
}

#[test]
fn a_quote_belongs_to_the_last_link_before_it_in_its_sentence() {
    let links = "[a](https://a.test) and [b](https://b.test)";
    markdown(&format!("By {links} it is “very deep there”."), &[("very deep there", Basis::SameSentence, "2")]);
    markdown(&format!("By {links}. It is “very deep there”."), &[("very deep there", Basis::Unbound, "")]);
    markdown("It is “a [very](https://a.test) deep sea”.", &[("a very deep sea", Basis::SameSentence, "1")]);
    markdown("It is “very deep there” ([Post](https://a.test)).", &[("very deep there", Basis::Adjacent, "1")]);
    markdown("It is “very deep there”, [said Ann](https://a.test).", &[("very deep there", Basis::Adjacent, "1")]);
    let far = "and nobody who has been there in all the many years since then";
    markdown(
        &format!("It is “very deep there” {far}, says [a](https://a.test)."),
        &[("very deep there", Basis::Unbound, "")],
    );
    markdown("He said “we are lost” https://a.test/x and left.", &[("we are lost", Basis::Adjacent, "1")]);
}

#[test]
fn a_link_behind_a_quote_counts_where_none_stands_before() {
    let (a, b, c) = ("[A](https://a.test)", "[B](https://b.test)", "[C](https://c.test)");
    let two = |first, second| {
        [("one words here", Basis::SameSentence, first), ("two words here", Basis::SameSentence, second)]
    };
    markdown(&format!("{a} wrote “one words here”, {b} wrote “two words here”."), &two("1", "2"));
    markdown(&format!("By {a}, “one words here”. {b}, however, says “two words here”. {c} agrees."), &two("1", "2"));
    markdown(&format!("{a} wrote “one words here”. ({b} denies it.)"), &two("1", "")[..1]);
    markdown(
        &format!("It is “one words here” ({a}) and “two words here” ({b})."),
        &[("one words here", Basis::Adjacent, "1"), ("two words here", Basis::Adjacent, "2")],
    );
}

#[test]
fn a_quote_that_is_or_holds_a_link_belongs_to_it() {
    let quote = |words| [(words, Basis::SameSentence, "2")];
    markdown("The [old](https://a.test) and “[so very deep](https://b.test)”.", &quote("so very deep"));
    markdown("The [old](https://a.test) and [“so very deep”](https://b.test).", &quote("so very deep"));
    markdown("The [old](https://a.test) and “so [very](https://b.test) deep”.", &quote("so very deep"));
}

#[test]
fn footnotes_bind_as_other_markers_do() {
    let notes = "\n\n[^a]: https://a.test\n[^b]: https://b.test\n";
    markdown(
        &format!("It is *“very **deep** there”*.[^a] More.[^b]{notes}"),
        &[("very deep there", Basis::Adjacent, "a")],
    );
    markdown(
        &format!("It is “very deep there” now.[^a][^b]{notes}"),
        &[("very deep there", Basis::SameSentence, "a+b")],
    );
    markdown(
        &format!("| “very deep there” | x[^a] |\n|--|--|\n| “deep down there”[^b] | y |{notes}"),
        &[("very deep there", Basis::Unbound, ""), ("deep down there", Basis::Adjacent, "b")],
    );
}

#[test]
fn a_block_quote_is_bound_by_its_attribution_or_the_line_above() {
    let words = "It is deep and wide.";
    let quote = |basis, cites| [(words, basis, cites)];
    markdown(&format!("> {words}\n>\n> — [Ann](https://a.test)"), &quote(Basis::Explicit, "1"));
    markdown(&format!("> {words} — [Ann](https://a.test)"), &quote(Basis::Explicit, "1"));
    markdown(&format!("> {words}\n\n— [Ann](https://a.test)"), &quote(Basis::Explicit, "1"));
    markdown(&format!("> “{words}” [said Ann](https://a.test)."), &quote(Basis::Explicit, "1"));
    for attribution in [
        "[Source](https://a.test)",
        "([Src](https://a.test))",
        "([Src](https://a.test)).",
        "<cite>https://a.test/6</cite>",
        "<cite><a href=\"https://a.test\">Jane</a></cite>",
    ] {
        markdown(&format!("> {words} {attribution}"), &quote(Basis::Explicit, "1"));
    }
    markdown("> It is deep. [It is wide](https://a.test).", &[("It is deep. It is wide.", Basis::Explicit, "1")]);
    markdown(&format!("> {words}[^a]\n\n[^a]: https://a.test"), &quote(Basis::Explicit, "a"));
    markdown(&format!("So says [Ann](https://a.test):\n\n> {words}"), &quote(Basis::SameSentence, "1"));
    markdown(&format!("So says [Ann](https://a.test). She wrote.\n\n> {words}"), &quote(Basis::Unbound, ""));
    markdown("> **Note**: do it [so](https://a.test).", &[]);
    markdown("> [!NOTE]\n> Do it so and no other way.", &[]);
    markdown("> [Ann and all](https://a.test), [Max](https://b.test)", &[]);
}

#[test]
fn block_quotes_of_raw_html_and_of_several_paragraphs_are_block_quotes() {
    markdown(
        "<blockquote>\n<p>It is deep and wide.</p>\n<cite><a href=\"https://a.test\">Post</a></cite>\n</blockquote>",
        &[("It is deep and wide.", Basis::Explicit, "1")],
    );
    markdown(
        "> “It is deep.\n>\n> “And wide.”\n>\n> — [Ann](https://a.test)",
        &[("It is deep. And wide.", Basis::Explicit, "1")],
    );
    markdown(
        "<blockquote>\n\nIt is “deep and so wide”.\n\n# Next\n\nIt is “not so deep”.",
        &[("It is “deep and so wide”.", Basis::Unbound, ""), ("not so deep", Basis::Unbound, "")],
    );
}

#[test]
fn a_block_quote_is_one_quote_whatever_it_quotes() {
    markdown("> One “two” three.\n>\n> Four\n> five.", &[("One “two” three. Four five.", Basis::Unbound, "")]);
    let document = parse("> One two three.", Format::Markdown, Limits::default());
    assert_eq!(claims(&document, "> One two three.").quotes[0].kind, QuoteKind::Block);
}

#[test]
fn a_text_fragment_is_a_quote_of_its_own() {
    let text = "See [a](https://a.test/#:~:text=so%20it%20is).";
    markdown(text, &[("so it is", Basis::Explicit, "1")]);
    let document = parse(text, Format::Markdown, Limits::default());
    let claims = claims(&document, text);
    assert_eq!(claims.citations[0].quote.as_deref(), Some("so it is"));
    assert_eq!(&text[claims.quotes[0].place.span.range()], "so%20it%20is");
}

#[test]
fn titles_headings_and_code_are_no_quotes() {
    let notes = "[^a]: “A History of the Deep Sea.” Post. https://a.test\n";
    markdown(
        &format!("## The “deep sea”\n\nIn “A History of the Deep Sea” `“code”` it is “so deep”.[^a]\n\n{notes}"),
        &[("so deep", Basis::Adjacent, "a")],
    );
}

#[test]
fn a_note_that_quotes_its_source_is_bound_to_it() {
    let text = "So.[^a]\n\n[^a]: [Sea](https://a.test), Post, 2020. It says “nobody was ever there”.\n";
    markdown(text, &[("nobody was ever there", Basis::Explicit, "a")]);
}

#[test]
fn a_quotation_that_names_its_source_is_bound_to_it() {
    markdown(
        "Text.\n\n<blockquote cite=\"https://a.test/x\">\n<p>We are all in it.</p>\n</blockquote>\n\nMore.\n",
        &[("We are all in it.", Basis::Explicit, "1")],
    );
    markdown(
        "It says <q cite='https://a.test'>the words of it</q> and <q>no more than this</q>.\n",
        &[("the words of it", Basis::Explicit, "1"), ("no more than this", Basis::Unbound, "")],
    );
    markdown(
        "<blockquote cite=\"/local\">We are all in it.</blockquote>\n",
        &[("We are all in it.", Basis::Unbound, "")],
    );
}

#[test]
fn an_address_between_marks_is_no_quote() {
    markdown("Open \"https://a.test/x\", “www.a.test”, \"./a/b.md\" or “a@b.test”.", &[]);
    markdown("It is “and/or” there.", &[("and/or", Basis::Unbound, "")]);
}

#[test]
fn links_of_one_bracket_are_a_cluster() {
    let check = |behind: &str, cites: &str| {
        let text = format!("“Six seven eight nine ten” {behind}.\n");
        markdown(&text, &[("Six seven eight nine ten", Basis::Adjacent, cites)]);
    };
    check("([Smith](https://a.test/1); [Jones](https://a.test/2))", "1+2");
    check("([Smith](https://a.test/1), [Jones](https://a.test/2), and [Lee](https://a.test/3))", "1+2+3");
    check("([Smith](https://a.test/1)) as in [Jones](https://a.test/2)", "1");
    check("([Smith](https://a.test/1), who read [Jones](https://a.test/2))", "1");
    check("[Smith](https://a.test/1), [Jones](https://a.test/2)", "1");
}

#[test]
fn a_quote_whose_own_marker_leads_nowhere_is_not_the_next_ones() {
    let note = "\n\n[^1]: https://a.test\n";
    let check = |body: &str, expected: &[(&str, Basis, &str)]| markdown(&format!("{body}{note}"), expected);
    let lost = ("so deep", Basis::Unbound, "");
    let bound = ("as wide", Basis::Adjacent, "1");
    check("It is “so deep”[^9] and “as wide”.[^1]", &[lost, bound]);
    check("It is “so deep”, they say.[^9] It is “as wide”.[^1]", &[lost, bound]);
    check("Old.[^1] It is “so deep”.[^9]", &[lost]);
    // Of markers in a row the one that leads somewhere counts.
    check("It is “so deep”.[^9][^1]", &[("so deep", Basis::Adjacent, "1")]);
    check("It is “so deep”, they say.[^9] [^1]", &[("so deep", Basis::SameSentence, "1")]);
    check("It is [“so deep”](https://b.test)[^9] here.", &[("so deep", Basis::SameSentence, "2")]);
}

#[test]
fn a_name_that_is_part_of_the_sentence_is_the_source_of_what_follows_it_there() {
    let list = "\n\n## References\n\nHorne, J. (2016). *Sea*. <https://a.test>\n\nWalker, M. (2017). *Moon*. <https://b.test>\n";
    let check = |text: &str, expected: &[(&str, Basis, &str)]| markdown(&format!("{text}{list}"), expected);
    let (deep, wide) = ("very deep.", "as wide");
    check(
        "Walker (2017) says it is “very deep.” Others say “as wide” (Horne, 2016, p. 14).",
        &[(deep, Basis::Before, "2"), (wide, Basis::Adjacent, "1")],
    );
    check(
        "According to Walker (2017), “very deep.” Horne (2016) says “as wide”, while Walker (2017: 3) says “so low”.",
        &[(deep, Basis::Before, "2"), (wide, Basis::Before, "1"), ("so low", Basis::Before, "2")],
    );
    check("As Walker (2017, p. 3) says, “as wide”.", &[(wide, Basis::Before, "2")]);
    check("It is “as wide”, as Walker (2017) says (Horne, 2016).", &[(wide, Basis::SameSentence, "2")]);
    check("As Walker (2017) says, it is “as wide” (Horne, 2016).", &[(wide, Basis::Adjacent, "1")]);
    check("It is “very deep.” Walker (2017) came. It sank (Horne, 2016).", &[(deep, Basis::Unbound, "")]);
    check("Walker (2017) came. He says “very deep.” It sank (Horne, 2016).", &[(deep, Basis::Unbound, "")]);
    check("It is “very deep.” It sank (Horne, 2016). Walker (2017).", &[(deep, Basis::LaterSentence, "1")]);
    let block = "Walker (2017) writes:\n\n> It is deep and wide.\n\nIt sank (Horne, 2016).";
    check(block, &[("It is deep and wide.", Basis::SameSentence, "2")]);
}

#[test]
fn a_work_that_is_not_listed_ends_the_search() {
    let list = "\n\n## References\n\nHorne, J. (2016). *Sea*. <https://a.test>\n";
    let check = |text: &str, expected: &[(&str, Basis, &str)]| markdown(&format!("{text}{list}"), expected);
    let unbound = ("as wide", Basis::Unbound, "");
    check("Miller (2003) says “as wide”. It sank (Horne, 2016).", &[unbound]);
    check("It is “as wide” (Jones 1999). It sank (see Horne 2016, p. 3).", &[unbound]);
    check("It is “as wide” (Jones 1999; Horne 2016).", &[("as wide", Basis::Adjacent, "1")]);
    check("It was “as wide” (in May 2020). It sank (Horne, 2016).", &[("as wide", Basis::LaterSentence, "1")]);
}

#[test]
fn words_that_say_that_a_source_is_wanting_end_the_search() {
    let lost = ("so very deep", Basis::Unbound, "");
    for mark in
        ["[citation needed]", "<sup>[*[citation needed](https://en.wiki.test/wiki/Wikipedia:Citation_needed)*]</sup>"]
    {
        markdown(&format!("It is “so very deep”.{mark} It sank.[^1]\n\n[^1]: https://a.test\n"), &[lost]);
    }
    let page = "<p>It is “so very deep”.<sup>[<i><a href=\"https://en.wiki.test/wiki/Wikipedia:Citation_needed\">citation needed</a></i>]</sup> \
                It sank <a href=\"https://a.test\">here</a>.</p>";
    check(page, Format::Html, &[lost]);
    for name in ["by whom|date=May 2020", "according to whom?", "who?", "нет АИ|1|1|2010", "quote without source"]
    {
        check(
            &format!("It is “so very deep”.{{{{{name}}}}} It sank.<ref>https://a.test</ref>"),
            Format::Wikitext,
            &[lost],
        );
    }
}

#[test]
fn a_key_that_is_part_of_the_sentence_is_the_source_of_what_follows_it_there() {
    let expected =
        [("so deep", Basis::Before, "doe"), ("as wide", Basis::Adjacent, "lee"), ("so low", Basis::Before, "doe")];
    let front = "---\nreferences:\n- id: doe\n  URL: https://a.test\n- id: lee\n  URL: https://b.test\n---\n\n";
    markdown(&format!("{front}@doe says “so deep”. It is “as wide” [@lee]. @doe [p. 4] says “so low”.\n"), &expected);
    markdown(
        &format!(
            "{front}{{cite:t}}`doe` says “so deep”. It is “as wide” {{cite:p}}`lee`. {{cite:t}}`doe` says “so low”.\n"
        ),
        &expected,
    );
    let notes = ".. [doe] https://a.test\n.. [lee] https://b.test\n";
    check(
        &format!(
            ":cite:t:`doe` says “so deep”. It is “as wide” :cite:p:`lee`. :cite:t:`doe` says “so low”.\n\n{notes}"
        ),
        Format::Rst,
        &expected,
    );
    let list = "\\begin{thebibliography}{9}\\bibitem[doe]{doe} \\url{https://a.test}\n\\bibitem[lee]{lee} \\url{https://b.test}\\end{thebibliography}";
    for name in ["textcite", "citet", "Citet*", "citeauthor"] {
        let text = format!(
            "\\{name}{{doe}} says ``so deep''. It is ``as wide'' \\parencite{{lee}}. \\{name}[4]{{doe}} says \\enquote{{so low}}.\n\n{list}\n"
        );
        check(&text, Format::Latex, &expected);
    }
}

#[test]
fn a_block_quote_of_a_page_is_bound_by_its_caption() {
    let words = "It is deep and wide.";
    let quote = [(words, Basis::Explicit, "1")];
    let link = "<a href=\"https://a.test\">The Sea</a>";
    for source in [
        format!(
            "<figure><blockquote><p>{words}</p></blockquote><figcaption>— Ann, <cite>{link}</cite></figcaption></figure>"
        ),
        format!("<blockquote><p>{words}</p><footer>— Ann, <cite>{link}</cite></footer></blockquote>"),
        format!("<blockquote><p>{words}</p><cite>{link}</cite></blockquote>"),
        format!("<blockquote><p>It is <em>deep</em> and <strong>wide</strong>.</p><p>— {link}</p></blockquote>"),
        format!("<blockquote cite=\"https://a.test\"><p>{words}</p></blockquote>"),
    ] {
        let page = format!("<!doctype html><title>x</title><p>Before it.</p>\n{source}\n<p>After it.</p>");
        check(&page, Format::Html, &quote);
        markdown(&format!("Before it.\n\n{source}\n\nAfter it.\n"), &quote);
    }
}

#[test]
fn emphasis_within_a_quote_is_no_part_of_its_words() {
    let quote = |words| [(words, Basis::Adjacent, "a")];
    let notes = "\n\n[^a]: https://a.test\n";
    markdown(&format!("It is “very *deep* and __wide__ there”.[^a]{notes}"), &quote("very deep and wide there"));
    markdown(&format!("It is “very **“deep”** there”.[^a]{notes}"), &quote("very “deep” there"));
    markdown(&format!("It is **“very deep there”**.[^a]{notes}"), &quote("very deep there"));
}

#[test]
fn a_quotation_over_paragraphs_belongs_to_the_marker_behind_its_last() {
    let notes = "\n\n[^a]: https://a.test\n[^b]: https://b.test\n";
    for (open, close) in [("“", "”"), ("\"", "\""), ("„", "“"), ("«", "»"), ("»", "«")] {
        markdown(
            &format!("Old news.[^b]\n\nShe said: {open}It is deep.\n\n{open}It is wide.{close}[^a] So.{notes}"),
            &[("It is deep. It is wide.", Basis::Adjacent, "a")],
        );
    }
}

#[test]
fn a_quotation_of_a_page_whose_source_stands_in_brackets_below_is_bound() {
    let quote = |basis, cites| [("It is deep and wide.", basis, cites)];
    let words = "> It is deep and wide.\n\n";
    markdown(&format!("{words}([Ann](https://a.test), section 2)\n"), &quote(Basis::Explicit, "1"));
    markdown(&format!("{words}(Ann went to [Rome](https://a.test).) It rained.\n"), &quote(Basis::Unbound, ""));
    markdown("> **Note**\n> It is deep, see [Ann](https://a.test).\n", &[]);
}

#[test]
fn a_stop_of_another_script_stands_between_a_quote_and_its_mark() {
    for stop in ["।", "॥", "۔", "؟", "،", "።", "։", "。", "!"] {
        plain(&format!("It is “very deep”{stop}[1]"), &[("very deep", Basis::Adjacent, "1")]);
    }
}

#[test]
fn a_note_at_the_name_of_who_says_it_is_told_from_that_of_another_quote() {
    let list = "\n\n[^1]: https://a.test\n[^2]: https://b.test\n[^3]: https://c.test\n";
    let one = "“very deep and cold”";
    let two = "“very high and warm”";
    let check = |body: &str, expected: [&str; 2]| {
        let found = told(&format!("{body}{list}"), Format::Markdown);
        let cites: Vec<&str> = found.iter().map(|(_, _, cites)| cites.as_str()).collect();
        assert_eq!(cites, expected, "{body}");
    };
    check(&format!("The Post says it is {one}[^1], while the Star[^3] held that it is {two}."), ["1", "3"]);
    check(&format!("The Post says it is {one}[^1], but to the Star[^3] it is {two}."), ["1", "3"]);
    check(&format!("The Post says it is {one}[^1], and the Star[^3] believes that it is {two}."), ["1", "3"]);
    check(&format!("The Post[^1] and the Star[^3] wrote that it is {one}. It is {two}.[^2]"), ["1+3", "2"]);
    check(&format!("The Post[^1] and, later, the Star[^3] agreed that it is {one}. It is {two}.[^2]"), ["1+3", "2"]);
    check(&format!("The Post[^1] said no, and the Star[^3] wrote that it is {one}. It is {two}.[^2]"), ["3", "2"]);
    check(&format!("It is {one}[^1] and the Star[^3] wrote that it is {two}."), ["1", "3"]);
    check(
        &format!("Two meetings were held in May,[^1] and in June,[^3] and it is {one}. It is {two}.[^2]"),
        ["2", "2"],
    );
}

#[test]
fn the_note_at_the_name_in_a_row_is_the_source_of_what_the_row_quotes() {
    let list = "\n\n[^1]: https://a.test\n[^2]: https://b.test\n[^3]: https://c.test\n";
    let check = |row: &str, cites: &str| {
        let found = told(&format!("| Who | What | More |\n| --- | --- | --- |\n{row}\n{list}"), Format::Markdown);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].2, cites, "{row}");
    };
    check("| Board of Trade[^1] | “very deep and cold” | yes |", "1");
    check("| Jane Doe [^1] | “very deep and cold” | yes |", "1");
    check("| Jane Doe | “very deep and cold” | The Star[^3] |", "3");
    check("| Jane Doe[^1] | “very deep and cold”[^2] | yes |", "2");
    check("| Jane Doe[^1] | “very deep and cold” | [^2] |", "2");
    check("| Jane Doe[^1] | “very deep and cold” | The Star[^3] |", "");
    check("| In 1990[^1] | “very deep and cold” | yes |", "");
    check("| Jane Doe | “very deep and cold” | It sank in the sea near Lund that year[^3] |", "");
    check("| Jane[^1] Doe | “very deep and cold” | yes |", "");
}
