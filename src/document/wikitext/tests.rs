//! Pages of wikis that we have made up.

use super::super::shown::grows_with_the_text;
use super::super::{BlockKind, Document, Format, Limits, parse};

fn page(text: &str) -> Document {
    let document = parse(text, Format::Wikitext, Limits::default());
    for entry in &document.entries {
        for span in &entry.source.url_spans {
            assert!(text.get(span.range()).is_some(), "{text}");
        }
    }
    document
}

/// Every entry as `label: url | title | authors | publisher | published | accessed | archive | archive date`.
fn entries(document: &Document) -> Vec<String> {
    let date = |date: Option<crate::date::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let shown = document.entries.iter().map(|entry| {
        let source = &entry.source;
        let parts = [
            source.url.clone().unwrap_or_default(),
            source.title.clone().unwrap_or_default(),
            source.authors.join("; "),
            source.publisher.clone().unwrap_or_default(),
            date(source.published),
            date(source.accessed),
            source.archive_url.clone().unwrap_or_default(),
            date(source.archive_date),
        ];
        format!("{}: {}", entry.label, parts.join(" | ").trim_end_matches([' ', '|']))
    });
    shown.collect()
}

fn markers(document: &Document) -> Vec<String> {
    let shown = document.markers.iter().map(|marker| {
        let to: Vec<&str> = marker.entries.iter().map(|&entry| document.entries[entry].label.as_str()).collect();
        format!("{} > {}", document.labels(marker).join(","), to.join(","))
    });
    shown.collect()
}

fn quoted(document: &Document) -> Vec<String> {
    let text = |quoted: &super::super::Quoted| {
        quoted.parts.iter().map(|part| document.text(&part.range())).collect::<Vec<_>>().join(" / ")
    };
    document.quoted.iter().map(text).collect()
}

#[test]
fn a_note_with_a_template_is_a_citation() {
    let text = "The ferry sank.<ref>{{cite news |last1=Byrd |first1=Hazel |last2=Oduya |first2=Sam |title=\"A Long Night.\" \
                |url=https://post.test/ferry?a=1&amp;b=2 |newspaper=[[The Harbour Post|Harbour Post]] |date=3 May 2021 \
                |accessdate=June 29, 2024 |archiveurl=https://web.archive.org/web/20240630000000/https://post.test/ferry \
                |archivedate=30 June 2024 |deadurl=yes}}</ref>\n";
    let document = page(text);
    assert_eq!(
        entries(&document),
        ["1: https://post.test/ferry?a=1&b=2 | A Long Night | Byrd, Hazel; Oduya, Sam | Harbour Post | 2021-05-03 \
          | 2024-06-29 | https://web.archive.org/web/20240630000000/https://post.test/ferry | 2024-06-30"]
    );
    assert_eq!(markers(&document), ["1 > 1"]);
    let url = document.entries[0].source.url_spans[0];
    assert_eq!(&text[url.range()], "https://post.test/ferry?a=1&amp;b=2");
}

#[test]
fn notes_are_called_by_their_names_else_by_the_number_that_a_reader_sees() {
    let document = page(
        "A.<ref name=\"log\">[https://a.test The log]</ref> B.<ref>[https://b.test B]</ref> C.<ref name=log /> \
         D.<ref group=note>[https://c.test C]</ref>{{r|log|none}}",
    );
    let labels: Vec<&str> = document.entries.iter().map(|entry| entry.label.as_str()).collect();
    assert_eq!(labels, ["log", "2", "note 1"]);
    assert_eq!(markers(&document), ["log > log", "2 > 2", "log > log", "note 1,log,none > note 1,log"]);
}

#[test]
fn notes_that_are_kept_apart_are_no_markers() {
    let document = page(
        "A.<ref name=a /> B.<ref name=b/>\n== Notes ==\n{{reflist|refs=\n<ref name=a>{{cite web|url=https://a.test|title=A}}</ref>\n\
         <ref name=b>https://b.test</ref>}}\n<references>\n<ref name=c>https://c.test</ref>\n</references>",
    );
    assert_eq!(entries(&document), ["a: https://a.test | A", "b: https://b.test", "c: https://c.test"]);
    assert_eq!(markers(&document), ["a > a", "b > b"]);
}

#[test]
fn short_notes_lead_to_their_books() {
    let document = page(
        "A.{{sfn|Byrd|Oduya|2001|p=5}} B.<ref>{{harvnb|Hale|1999a|p=7}}</ref> C.{{sfnm|1a1=Byrd|1a2=Oduya|1y=2001|2a1=Hale|2y=1999a}} \
         D.{{sfn|Nobody|1900}}\n== Books ==\n* {{cite book|last=Byrd|first=H.|last2=Oduya|title=Tides|year=2001|url=https://a.test}}\n\
         * {{cite book|author=Hale|title=Ropes|date=1999a}}\n* {{cite book|title=Knots|ref={{sfnref|Knots|2003}}|url=https://c.test}}",
    );
    assert_eq!(
        entries(&document),
        [
            "Byrd 2001: https://a.test | Tides | Byrd, H.; Oduya |  | 2001",
            "Hale 1999a:  | Ropes | Hale |  | 1999",
            "3: https://c.test | Knots"
        ]
    );
    assert_eq!(
        markers(&document),
        [
            "Byrd 2001 > Byrd 2001",
            "Hale 1999a > Hale 1999a",
            "Byrd 2001,Hale 1999a > Byrd 2001,Hale 1999a",
            "Nobody 1900 > "
        ]
    );
}

#[test]
fn the_quote_of_a_template_is_the_citations_own() {
    let document =
        page("A.<ref>{{cite web|url=https://a.test|title=A|quote=“no ''ferry'' sank &amp; nobody drowned”}}</ref>");
    let quotes: Vec<&str> = document.entries[0].quotes.iter().map(|range| document.text(range)).collect();
    assert_eq!(quotes, ["no ferry sank & nobody drowned"]);
}

#[test]
fn the_prose_is_what_a_reader_sees() {
    let document = page(
        "{{Infobox ship|name=Dawn|caption=The ''Dawn''<ref>https://c.test</ref>}}\n'''Dawn''' was a [[ferry]] of the \
         [[Harbour Line|line]]{{spaced ndash}}the\nfirst &ndash; of {{convert|3|km}}.<!-- not this -->\n\n== Loss ==\n* One {{nowrap|two three}}\n\
         # <nowiki>[[four]]</nowiki> <math>x^2</math>\n{| class=a\n! Year\n|-\n| style=\"x\" | 1999 || sank\n|}\n[[File:a.jpg|thumb|Her “last berth”]]\n\
         [[Category:Ferries]] [[de:Dawn]] __NOTOC__",
    );
    let blocks: Vec<String> =
        document.blocks.iter().map(|block| format!("{:?}: {}", block.kind, document.text(&block.range()))).collect();
    assert_eq!(
        blocks,
        [
            "Paragraph: Dawn was a ferry of the line – the first – of 3.",
            "Cell: The Dawn",
            "Heading: Loss",
            "Item: One two three",
            "Item: [[four]]",
            "Cell: Year",
            "Cell: 1999",
            "Cell: sank",
            "Paragraph: Her “last berth”",
            "Entry: https://c.test"
        ]
    );
    assert_eq!(quoted(&document), ["last berth"]);
}

#[test]
fn attributes_of_tables_are_none_of_the_prose_however_the_table_is_indented() {
    for (open, row) in [("{|", ""), (":{|", ""), ("::{|", ""), (" {|", " "), (": {|", "  "), ("{|", "   ")] {
        let document = page(&format!(
            "Text.\n{open} class=\"wikitable\" style=\"text-align: center;\"\n{row}|+ style=\"font-size: 9pt\" | Ranks\n{row}|-\n\
             {row}! style=\"width: 65%;\" | Index !! scope=\"col\" | Rank\n{row}|- style=\"background: red\"\n\
             {row}| style=\"text-align: left\" | “Free”<ref>https://a.test</ref>\n{row}| align=\"left\" | 7 || style=\"x: y\" | 8\n{row}|}}\n\
             It has “ended | here”."
        ));
        assert_eq!(quoted(&document), ["Free", "ended | here"], "{open:?} {row:?}");
        assert_eq!(markers(&document).len(), 1, "{open:?} {row:?}");
        let cells: Vec<&str> = document
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Cell)
            .map(|block| document.text(&block.range()).trim())
            .collect();
        assert_eq!(cells, ["Ranks", "Index", "Rank", "“Free”", "7", "8"], "{open:?} {row:?}");
    }
}

#[test]
fn quotations_set_apart_are_block_quotes() {
    let document = page(
        "He wrote:\n{{Quote|We saw no lights.<ref>https://a.test</ref>|Hazel Byrd}}\n<blockquote>It was ''dark''.</blockquote>\nThen he left.",
    );
    let blocks: Vec<String> = document
        .blocks
        .iter()
        .map(|block| {
            format!(
                "{}{}",
                document.text(&block.range()),
                block.quotation().map_or(String::new(), |n| format!(" ({n})"))
            )
        })
        .collect();
    let expected = [
        "He wrote:",
        "We saw no lights. (0)",
        "— Hazel Byrd (0)",
        "It was dark. (1)",
        "Then he left.",
        "https://a.test",
    ];
    assert_eq!(blocks, expected);
}

#[test]
fn an_explanation_that_is_used_again_points_to_what_its_notes_do() {
    let document = page(
        "So it was.{{efn|name=rt|\"Fresh\", as of May.<ref>[https://a.test A]</ref>}} And so.{{efn|name=rt}} \
         Then.{{efn|name=k|[https://b.test B]}} Then again.{{efn|name=k}} No source.{{efn|name=x|Some words of it.}} \
         None.{{efn|name=x}} Nothing.{{efn|name=nobody}}",
    );
    assert_eq!(markers(&document), ["2 > 2", "2 > 2", "k > k", "k > k"]);
}

#[test]
fn short_notes_of_other_wikis_lead_to_their_books() {
    let spanish = "A.{{Harvnp|Byrd|1984|p=12}}\n* {{cita libro |apellido=Byrd |título=Mar |año=1984 |url=https://a.test |ref=harv}}";
    assert_eq!(markers(&page(spanish)), ["Byrd 1984 > Byrd 1984"]);
    let italian = page(
        "A.<ref>{{cita|Byrd|p. 3}}.</ref> B.{{sfn|Byrd|p. 7}} C.<ref>{{cita|Rossi|1990|pp. 3-4}}</ref>\n\
         * {{cita libro|autore=Ann Byrd|titolo=Il porto|anno=1895|url=https://a.test|cid=Byrd}}\n\
         * {{cita libro|nome=Carlo|cognome=Rossi|titolo=Il faro|anno=1990|url=https://b.test}}",
    );
    assert_eq!(markers(&italian), ["1 > 1", "1 > 1", "Rossi 1990 > Rossi 1990"]);
    assert!(italian.blocks.iter().all(|block| block.quotation().is_none()));
    let french = page(
        "A.{{Sfn|Byrd|2004|p=8}} B.{{Sfn|Hale|1999}}\n* {{Ouvrage|auteur=Ann Byrd|titre=Phares|année=2004|lire en ligne=https://a.test|id=Byrd2004}}\n\
         * {{Ouvrage|prénom1=C.|nom1=Hale|titre=Mer|année=1999|lire en ligne=https://b.test|id=ISBN1999}}",
    );
    assert_eq!(markers(&french), ["1 > 1", "Hale 1999 > Hale 1999"]);
    // In Spanish it is a quotation.
    let quotation = page("A.\n{{cita|Nadie vio la luz aquella noche.|Ann Byrd|1990}}\nB.");
    assert!(quotation.blocks.iter().any(|block| block.quotation().is_some()));
}

#[test]
fn a_note_that_has_short_notes_of_its_own_explains() {
    let document = page(
        "“First words of hers”.{{sfn|Byrd|1999}}{{efn|A note says “inner words of hers”.{{sfn|Oduya|2002}}}} \
         “Second words of hers”.{{efn|{{sfn|Oduya|2002}}}}\n* {{cite book|last=Byrd|year=1999|title=One|url=https://a.test}}\n\
         * {{cite book|editor-last=Oduya|year=2002|title=Two|url=https://b.test}}",
    );
    assert_eq!(markers(&document), ["Byrd 1999 > Byrd 1999", "Oduya 2002 > Oduya 2002", "Oduya 2002 > Oduya 2002"]);
    assert_eq!(quoted(&document), ["First words of hers", "Second words of hers", "inner words of hers"]);
}

#[test]
fn links_of_the_prose_cite_too() {
    let document = page(
        "See [https://a.test/x the log], [//b.test], https://c.test/y.\n* [https://d.test D] {{webarchive|url=https://web.archive.org/web/2020/https://d.test}}\n\
         {{Official website|https://e.test}}",
    );
    assert_eq!(
        entries(&document),
        [
            "1: https://a.test/x",
            "2: https://b.test",
            "3: https://c.test/y",
            "4: https://d.test |  |  |  |  |  | https://web.archive.org/web/2020/https://d.test",
            "5: https://e.test"
        ]
    );
}

#[test]
fn a_note_of_words_is_read_like_every_entry() {
    let document = page(
        "A.<ref>Byrd, Hazel. [https://a.test “A Long Night”]. ''Harbour Post'', 3 May 2021. Retrieved 4 May 2021.</ref> \
         B.<ref>{{cite web|url=https://b.test|title=B}} See also [https://c.test C] and \
         [https://web.archive.org/web/2020/https://b.test archived].</ref> C.<ref>[https://d.test D] {{webarchive|url=https://web.archive.org/web/20200101000000/https://d.test|date=1 January 2020}}</ref>",
    );
    assert_eq!(
        entries(&document),
        [
            "1: https://a.test | A Long Night | Byrd, Hazel | Harbour Post | 2021-05-03 | 2021-05-04",
            "2: https://b.test | B |  |  |  |  | https://web.archive.org/web/2020/https://b.test",
            "2: https://c.test | C",
            "3: https://d.test | D |  |  |  |  | https://web.archive.org/web/20200101000000/https://d.test | 2020-01-01"
        ]
    );
}

#[test]
fn templates_of_other_languages_are_citations() {
    let document = page(
        "A.<ref>{{Internetquelle |autor=Hazel Byrd |url=https://a.test |titel=Die Nacht |werk=Hafenpost |datum=2021-05-03 |abruf=2024-06-29}}</ref>\
         B.<ref>{{Lien web |nom=Byrd |prénom=Hazel |titre=La nuit |url=https://b.test |site=La Poste |consulté le=29 juin 2024}}</ref>\
         C.<ref>{{استشهاد ويب|مسار=https://c.test|عنوان=ليلة|تاريخ الوصول=2024-06-29}}</ref>",
    );
    assert_eq!(
        entries(&document),
        [
            "1: https://a.test | Die Nacht | Hazel Byrd | Hafenpost | 2021-05-03 | 2024-06-29",
            "2: https://b.test | La nuit | Byrd, Hazel | La Poste |  | 2024-06-29",
            "3: https://c.test | ليلة |  |  |  | 2024-06-29"
        ]
    );
}

#[test]
fn a_line_can_be_left_alone() {
    let document = page("<!-- citewatch: ignore -->\n[https://a.test a]\n[https://b.test b]\n");
    assert_eq!(entries(&document), ["1: https://b.test"]);
}

#[test]
fn comments_beside_an_address_are_no_part_of_it() {
    let text = "A.<ref>{{cite web|url= <!-- own --> https://a.test/x <!-- dead --><!-- so --> |title=A}}</ref>";
    let document = page(text);
    assert_eq!(entries(&document), ["1: https://a.test/x | A"]);
    assert_eq!(&text[document.entries[0].source.url_spans[0].range()], "https://a.test/x");
}

#[test]
fn dates_that_do_not_exist_are_told() {
    let document = page("A.<ref>{{cite web|url=https://a.test|title=A|date=30 February 2019|access-date=2024}}</ref>");
    let codes: Vec<&str> = document.findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, ["date-impossible"]);
}

#[test]
fn broken_pages_are_read_in_linear_time() {
    let parts = [
        "{{",
        "[[",
        "<ref>a ",
        "{|\n|",
        "{{a|b=",
        "''",
        "*#:",
        "<i>",
        "[http://a ",
        "==\n",
        "<!--",
        "}}",
        "]]",
        "{{cite web|url=",
        "<ref name=a>{{cite|",
        "<ref/>",
        "|",
        "&amp;",
        "__A__",
        "</ref>",
        "{{{",
        "{{quote|",
        "[[File:a|",
    ];
    for part in parts {
        grows_with_the_text(part, |text| {
            let document = page(text);
            assert!(document.prose.len() <= 3 * text.len() + 100, "{part}");
        });
    }
}

#[test]
fn of_a_parameter_that_comes_twice_the_last_counts_if_it_says_something() {
    let note = |fields: &str| format!("So.<ref>{{{{cite web |{fields}}}}}</ref>");
    let check = |fields: &str, expected: &str| assert_eq!(entries(&page(&note(fields))), [expected], "{fields}");
    check("url=https://a.test |title=A |url=https://b.test", "1: https://b.test | A");
    check("url=https://a.test |title=A |url= |title=B", "1: https://a.test | B");
}

#[test]
fn a_post_is_found_by_its_number_and_a_note_by_its_name_between_marks() {
    let text = "A.<ref>{{cite tweet|user=@byrd|number=1234567890|title=T}}</ref> B.{{#tag:ref|[https://a.test x]|name=\"t\"}} C.<ref name=t />";
    let document = page(text);
    assert_eq!(entries(&document), ["1: https://twitter.com/byrd/status/1234567890 | T", "t: https://a.test"]);
    assert_eq!(markers(&document), ["1 > 1", "t > t", "t > t"]);
}

#[test]
fn the_last_link_of_a_note_can_end_in_white_space() {
    let note = |words: &str| entries(&page(&format!("So.<ref>[https://a.test/b {words}]</ref>")));
    for words in ["« Ships » ", "Ships ", "\"Ships\" "] {
        assert_eq!(note(words), ["1: https://a.test/b | Ships"], "{words}");
    }
}

#[test]
fn capitals_between_underscores_are_part_of_an_address() {
    let text = "__NOTOC__So.<ref>{{cite web|url=https://a.test/12__GDP__2010__PR.html|title=Sea}}</ref> [https://a.test/__HB__S x]";
    let urls: Vec<String> = page(text).entries.iter().filter_map(|entry| entry.source.url.clone()).collect();
    assert_eq!(urls, ["https://a.test/12__GDP__2010__PR.html", "https://a.test/__HB__S"]);
}

#[test]
fn a_name_that_is_part_of_its_sentence_is_no_note_of_the_one_before() {
    let document = page(
        "It \"rose\".{{sfn|Byrd|2001}} {{harvtxt|Hale|1999}} denied it.\n== Books ==\n\
         * {{cite book|last=Byrd|title=Tides|year=2001}}\n* {{cite book|last=Hale|title=Ropes|date=1999}}",
    );
    assert_eq!(markers(&document), ["Byrd 2001 > Byrd 2001", "Hale 1999 > Hale 1999"]);
}

#[test]
fn nothing_is_quoted_in_code() {
    let text = "It prints <code>\"eleven lamps were lit\"</code><ref>https://a.test</ref>, and “no boat is left”<ref>https://b.test</ref> <code>x.";
    let document = parse(text, Format::Wikitext, Limits::default());
    let quoted: Vec<&str> = document.quoted.iter().map(|quoted| document.text(&quoted.parts[0].range())).collect();
    assert_eq!(quoted, ["no boat is left"]);
}

#[test]
fn a_citation_that_is_called_by_an_identifier_leads_to_what_has_it() {
    let check = |cited: &str, expected: &str| {
        let document = page(&format!("So.<ref>{cited}</ref>"));
        let source = &document.entries[0].source;
        let found = source.url.clone().or_else(|| source.doi.clone());
        assert_eq!(found.as_deref(), Some(expected).filter(|expected| !expected.is_empty()), "{cited}");
    };
    check("{{cite doi|10.1000/A.1}}", "10.1000/a.1");
    check("{{Cite PMID|12345678}}", "https://pubmed.ncbi.nlm.nih.gov/12345678/");
    check("{{cite pmc|1234567}}", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/");
    check("{{cite arXiv|2101.00001}}", "https://arxiv.org/abs/2101.00001");
    check("{{cite jstor|2345678}}", "https://www.jstor.org/stable/2345678");
    check("{{cite bioRxiv|10.1101/2020.01.01.1}}", "10.1101/2020.01.01.1");
    check("{{cite SSRN|999}}", "10.2139/ssrn.999");
    check("{{cite hdl|2027/abc}}", "https://hdl.handle.net/2027/abc");
    check("{{cite journal|title=A|pmid=12345678|pmc=1234567}}", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/");
    check("{{cite journal|title=A|doi=10.1000/a|pmid=12345678}}", "10.1000/a");
    check("{{cite journal|title=A|jstor=2345678|pmid=12345678}}", "https://www.jstor.org/stable/2345678");
    check("{{cite journal|title=A|url=https://a.test|pmc=1234567}}", "https://a.test");
    check("Byrd. ''Tides''. {{doi|10.1000/a}}", "10.1000/a");
    check("Byrd. ''Tides''. {{PMID|12345678}}", "https://pubmed.ncbi.nlm.nih.gov/12345678/");
    // What the item of a knowledge base says is not the words of what it describes.
    check("{{cite Q|Q42}}", "");
    check("{{cite web|Tides}}", "");
    check("{{cite book|title=A|isbn=978-3-16-148410-0}}", "");
}

#[test]
fn short_notes_of_russian_wikis_call_a_book_by_the_name_in_its_parameter() {
    let text = "Так{{sfn|Эллери|1954|с=12}} и так{{sfn|Берд|2001}}.\n== Литература ==\n\
                * {{книга|автор=Эллери М.|заглавие=Пролив|год=1954|ссылка=https://a.test/1|ref=Эллери}}\n\
                * {{книга|автор=Берд Х.|заглавие=Лёд|год=2001|ссылка=https://a.test/2|ref=harv}}\n";
    let led: Vec<usize> = page(text).markers.iter().map(|marker| marker.entries.len()).collect();
    assert_eq!(led, [1, 0]);
}

#[test]
fn a_capture_on_a_line_of_its_own_is_none_of_the_link_above_it() {
    let text = "== Weblinks ==\n* [https://a.test/ Site]\n* {{Webarchiv|url=http://b.test/x|wayback=20100203040506|text=Alt}}\n\
                * [https://c.test/ C] {{Webarchiv|url=https://c.test/|wayback=20100203040506}}\n";
    let document = page(text);
    let found: Vec<(Option<&str>, bool)> = document
        .entries
        .iter()
        .map(|entry| (entry.source.url.as_deref(), entry.source.archive_url.is_some()))
        .collect();
    assert_eq!(
        found,
        [(Some("https://a.test/"), false), (Some("http://b.test/x"), true), (Some("https://c.test/"), true)]
    );
}

#[test]
fn short_notes_of_polish_wikis_are_marks() {
    let text = "„Nie ma na to pieniędzy”{{odn|Lis|2009|s=3}}. „Jest wiatr”<ref>{{odn|Lis|2009|s=4}}</ref>.\n== Bibliografia ==\n\
                * {{Cytuj książkę |nazwisko = Lis |imię = Ewa |tytuł = Młyny |rok = 2009 |url = https://a.test/m |odn = tak}}\n";
    let document = page(text);
    let led: Vec<Vec<Option<&str>>> = document
        .markers
        .iter()
        .map(|marker| marker.entries.iter().map(|entry| document.entries[*entry].source.url.as_deref()).collect())
        .collect();
    assert_eq!(led, [[Some("https://a.test/m")], [Some("https://a.test/m")]]);
}

#[test]
fn what_is_set_as_it_is_written_quotes_nothing() {
    let words = "    \"\"\"Raises the wall of the harbour.\"\"\"\n    return tagged(\"wall_of_the_harbour_tag\", a)";
    for tag in ["pre", "syntaxhighlight", "source"] {
        let document = page(&format!("It “rose at night”.\n\n<{tag}>\n{words}\n</{tag}>\nIt fell.\n"));
        assert_eq!(document.quoted.len(), 1, "{tag}");
    }
}

#[test]
fn lines_can_end_in_two_signs() {
    let text = "The wall fell.<ref>\"Origin of WALL\nMedieval Latin wallum\" [http://a.test/wall \"Wall\" at Post]</ref>\n\n== A ==\n* It “rose”.\n";
    let title = |text: &str| page(text).entries[0].source.title.clone();
    assert_eq!(title(text), title(&text.replace('\n', "\r\n")));
    assert_eq!(page(text).blocks.len(), page(&text.replace('\n', "\r\n")).blocks.len());
}
