//! Articles that we have made up.

use super::super::shown::grows_with_the_text;
use super::super::{Document, Format, Limits, parse};

fn article(text: &str) -> Document {
    let document = parse(text, Format::Html, Limits::default());
    for entry in &document.entries {
        for span in &entry.source.url_spans {
            assert!(text.get(span.range()).is_some(), "{text}");
        }
    }
    document
}

/// Every entry as `label: url | title | authors | published | accessed | archive`.
fn entries(document: &Document) -> Vec<String> {
    let date = |date: Option<crate::date::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let shown = document.entries.iter().map(|entry| {
        let source = &entry.source;
        let parts = [
            source.url.clone().unwrap_or_default(),
            source.title.clone().unwrap_or_default(),
            source.authors.join("; "),
            date(source.published),
            date(source.accessed),
            source.archive_url.clone().unwrap_or_default(),
        ];
        format!("{}: {}", entry.label, parts.join(" | ").trim_end_matches([' ', '|']))
    });
    shown.collect()
}

fn markers(document: &Document) -> Vec<String> {
    let shown = document.markers.iter().filter(|marker| marker.shape.is_note()).map(|marker| {
        let to: Vec<&str> = marker.entries.iter().map(|&entry| document.entries[entry].label.as_str()).collect();
        format!("{} > {}", marker.labels.join(","), to.join(","))
    });
    shown.collect()
}

fn blocks(document: &Document) -> Vec<String> {
    document.blocks.iter().map(|block| format!("{:?}: {}", block.kind, document.text(&block.range()))).collect()
}

#[test]
fn notes_of_an_encyclopedia_are_citations() {
    let document = article(
        "<!DOCTYPE html><title>Dawn - Pedia</title><h1>Dawn</h1><p>It sank.<sup id=\"cite_ref-a_1-0\" class=\"reference\"><a href=\"#cite_note-a-1\">\
         [1]</a></sup> “Nobody drowned.”<sup id=cite_ref-2><a href='#cite_note-2'>[2]</a></sup><sup><a href=\"#cite_note-a-1\">[1]</a></sup></p>\
         <h2>References</h2><ol class=references><li id=cite_note-a-1><span class=mw-cite-backlink>^ <a href=\"#cite_ref-a_1-0\">a</a></span> \
         <span class=reference-text><cite><a rel=nofollow class=external href=\"https://post.test/a?x=1&amp;y=2\">\"A Long Night\"</a>. Post. \
         <span class=reference-accessdate>Retrieved 29 June 2024</span>. <q>no ferry sank</q>.</cite><span class=Z3988 \
         title=\"rft.btitle=A+Long+Night&amp;rft.aulast=Byrd&amp;rft.aufirst=Hazel&amp;rft.date=2021-05-03&amp;rft_id=https%3A%2F%2Fpost.test%2Fa%3Fx%3D1%26y%3D2\">\
         </span></span></li><li id=cite_note-2><b><a href=\"#cite_ref-2\">^</a></b> Oduya, Sam. <i>Tides</i>, 1999. <a href=\"https://b.test\">Link</a>.</li></ol>",
    );
    assert_eq!(document.title.as_deref(), Some("Dawn"));
    assert_eq!(
        entries(&document),
        [
            "1: https://post.test/a?x=1&y=2 | A Long Night | Byrd, Hazel | 2021-05-03 | 2024-06-29",
            "2: https://b.test | Tides | Oduya, Sam | 1999"
        ]
    );
    assert_eq!(markers(&document), ["1 > 1", "2,1 > 2,1"]);
    let quotes: Vec<&str> = document.entries[0].quotes.iter().map(|range| document.text(range)).collect();
    assert_eq!(quotes, ["no ferry sank"]);
    assert_eq!(blocks(&document)[1], "Paragraph: It sank. “Nobody drowned.”");
}

#[test]
fn links_to_places_that_are_no_notes_are_no_marks() {
    let document = article(
        "<p>See <a href=#s4>4</a>.<span><a href=#s5>5</a></span> A<sup><a href=#aff1>1</a></sup></p><p id=s4>4. A step.</p><p id=s5>A step.</p><p id=aff1>1 The harbour</p><p>By (<a href=#eq1>1</a>) and <a href=#s2>2</a>.</p><h3><a name=eq1></a>Theorem 1</h3><p>For all x.</p><ul><li><a name=s2></a>Exercise 2.</li></ul>",
    );
    assert!(document.markers.is_empty() && document.entries.is_empty(), "{:?}", document.markers);
}

#[test]
fn notes_of_other_shapes_are_found() {
    let check = |text: &str, expected: &[&str], marked: &[&str]| {
        let document = article(text);
        assert_eq!(entries(&document), expected, "{text}");
        assert_eq!(markers(&document), marked, "{text}");
    };
    let (note, marks): (&[&str], &[&str]) = (&["1: https://a.test | The log"], &["1 > 1"]);
    check(
        "<p>A.<a href=#_ftn1 name=_ftnref1><sup>[1]</sup></a></p><hr><div id=ftn1><p><a href=#_ftnref1 name=_ftn1>[1]</a> <a href=https://a.test>The log</a></p></div>",
        note,
        marks,
    );
    check(
        "<p>A.<a href=#r1>[1]</a></p><h4>References and notes</h4><ol><li><a id=r1></a><a href=https://a.test>The log</a></li></ol>",
        note,
        marks,
    );
    check("<p>A.<sup>1</sup></p><p><b><sup>1</sup></b> <a href=https://a.test>The log</a></p>", note, marks);
    check(
        "<p>A.<span class=sidenote-number>1</span><span class=sidenote><sup>1</sup> <a href=https://a.test>The log</a></span> B.</p>",
        note,
        marks,
    );
    check(
        "<p>A.(<a id=DOCF1 href=#FOOT1>1</a>)</p><h5><a id=FOOT1 href=#DOCF1>(1)</a></h5><p><a href=https://a.test>The log</a></p>",
        note,
        marks,
    );
    check(
        "<p>A.<span class=fn><a href=#a1>1</a></span> B.</p><div><p>Notes</p><p id=a1>1. <a href=https://a.test>The log</a></p></div>",
        note,
        marks,
    );
    check(
        "<p>A.<sup><a href=#a1>1</a></sup></p><ol><li id=a1><a href=https://a.test>The log</a></li></ol>",
        note,
        marks,
    );
    check("<p>A [1].</p><h2>Sources</h2><ol><li><a href=https://a.test>The log</a></ol>", note, marks);
    check(
        "<p>A.<sup><a href=#fn-1 id=fnref-1>1</a></sup></p><section class=footnotes><ol><li id=fn-1><p><a href=https://a.test>The log</a> <a href=#fnref-1 class=backref>↩</a></p></ol></section>",
        note,
        marks,
    );
}

#[test]
fn a_comment_of_an_editor_is_no_note() {
    for name in ["cmnt", "_msocom_"] {
        let page = article(&format!(
            "<p>It is “deep”<sup><a href=\"#ftnt1\" id=\"ftnt_ref1\">[1]</a></sup> and “wide”.<sup><a href=\"#{name}1\" \
             id=\"{name}ref1\">[a]</a></sup></p><hr><div><p><a href=\"#ftnt_ref1\" id=\"ftnt1\">[1]</a> \
             <a href=\"https://a.test/2\">Two</a></p></div><div><p><a href=\"#{name}ref1\" id=\"{name}1\">[a]</a> \
             <span>Is this so?</span></p></div>"
        ));
        assert_eq!(markers(&page), ["1 > 1"], "{name}");
        assert_eq!(page.entries.len(), 1, "{name}");
    }
}

#[test]
fn quotations_that_name_their_source_are_bound_to_it() {
    let document = article(
        "<p>She said <q cite=https://a.test>no lights</q>.</p><blockquote cite=\"https://b.test/x\"><p>It was dark.</p></blockquote>",
    );
    assert_eq!(entries(&document), ["1: https://a.test", "2: https://b.test/x"]);
    let cites = document.markers.iter().filter(|marker| marker.shape == super::super::Shape::Cite);
    let bound: Vec<(&str, &[usize])> =
        cites.map(|marker| (document.text(&marker.range()).trim(), &marker.entries[..])).collect();
    assert_eq!(bound, [("no lights", &[0][..]), ("It was dark.", &[1][..])]);
}

#[test]
fn addresses_in_code_cite_nothing_and_links_there_do() {
    let code = ["code", "kbd", "samp", "pre", "var"].map(|name| {
        format!("<p>So <{name}>get <b>https://{name}.test</b> https://{name}.test/?a=1&amp;b=2</{name}></p>")
    });
    let document =
        article(&format!("{}<pre><a href=https://a.test>The log</a></pre><p>https://b.test</p>", code.concat()));
    assert_eq!(entries(&document), ["1: https://a.test", "2: https://b.test"]);
}

#[test]
fn a_link_can_name_its_capture_or_several() {
    let capture = "https://web.archive.org/web/2024/https://a.test";
    let several = format!("{capture} 2024-06-30T10:15:00Z https://b.test/20240701000000/https://a.test 2024-07-01");
    for (version, day) in [(capture, "2024-06-30"), (several.as_str(), "2024-07-05")] {
        let link = format!("<p><a href=https://a.test data-versionurl=\"{version}\" data-versiondate={day}>A</a></p>");
        let document = article(&link);
        assert_eq!(entries(&document), [format!("1: https://a.test |  |  |  |  | {capture}")]);
        assert_eq!(document.entries[0].source.archive_date.map(|date| date.to_string()).as_deref(), Some("2024-06-30"));
    }
}

#[test]
fn a_page_saved_from_an_archive_cites_what_its_writer_cited() {
    let link =
        |n: usize| format!("<p><a href=\"http://web.archive.org/web/20150101000000/http://a{n}.test/x\">a{n}</a></p>");
    let links = (1..7).map(link).collect::<Vec<_>>().concat();
    let document = article(&links);
    let urls: Vec<&str> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
    assert_eq!(urls[..2], ["http://a1.test/x", "http://a2.test/x"]);
    let span = document.entries[0].source.url_spans[0];
    assert_eq!(&links[span.range()], "http://a1.test/x");
    // Where an address is written with entities it is longer there than it is.
    let links = links.replace("/x\"", "/x?a=1&amp;b=2&amp;c=3\"");
    let source = &article(&links).entries[0].source;
    assert_eq!(source.url.as_deref(), Some("http://a1.test/x?a=1&b=2&c=3"));
    assert_eq!(&links[source.url_spans[0].range()], "http://a1.test/x?a=1&amp;b=2&amp;c=3");
}

#[test]
fn a_note_shown_twice_is_one_and_the_foot_of_the_site_cites_nothing() {
    let document = article(
        "<body><p>A.<label>1</label><span class=sidenote><sup>1</sup> The log.</span></p><footer><h1>Notes</h1><div class=footdef><a id=fn1 href=#fnr1>1</a> \
         The log.</div></footer><div id=footer><a href=https://a.test>Terms</a></div>",
    );
    assert_eq!(entries(&document), ["1:  | The log"]);
}

#[test]
fn what_a_reader_does_not_see_is_no_prose() {
    let document = article(
        "<head><title>T</title><style>a{}</style></head><nav><a href=https://n.test>n</a></nav><script>var a='<p>“no”</p>'</script>\
         <p hidden>x</p><p>One&nbsp;two <b>thr</b><del>y</del>ee<br>four&shy;teen</p><!-- citewatch: ignore --><table><tr><td>a<td>b</table>",
    );
    assert_eq!(blocks(&document), ["Paragraph: One\u{a0}two three four\u{ad}teen", "Cell: a", "Cell: b"]);
    assert!(document.entries.is_empty());
}

#[test]
fn broken_articles_are_read_in_linear_time() {
    for part in [
        "<div>",
        "<p>",
        "<a href=#a>1</a>",
        "<li id=a>",
        "</p>",
        "<ul><li>",
        "<!--",
        "<script>",
        "<sup>1</sup>",
        "<p><sup>1</sup>",
        "<span class=sidenote>1",
        "<a id=x href=#x>[1]</a>",
        "<h2>Notes</h2>",
        "<q>",
        "<blockquote>",
        "&amp;",
        "<td>",
    ] {
        grows_with_the_text(part, |text| {
            let document = article(text);
            assert!(document.prose.len() <= 4 * text.len(), "{part}");
        });
    }
}

#[test]
fn every_beginning_of_an_article_is_read() {
    let text = "<p>é<sup id=a><a href='#b'>1</a></sup> “q” &eacute;</p><ol><li id=b>é <a href=#a>↩</a> <q cite=x>é</q><span class=Z3988 title=\"rft.au=%C3%A9\"></span>";
    for (end, _) in text.char_indices() {
        article(&text[..end]);
    }
}

#[test]
fn a_link_deeper_than_any_page_goes_is_kept() {
    let text =
        format!("{}<p>See <a href=\"https://a.test\">it</a> there.</p>{}", "<div>".repeat(600), "</div>".repeat(600));
    let document = crate::document::parse(&text, crate::document::Format::Html, crate::document::Limits::default());
    assert_eq!(document.entries[0].source.url.as_deref(), Some("https://a.test"));
}

#[test]
fn names_with_years_and_keys_mark_the_entries_that_they_lead_to() {
    let shown = |text: &str| {
        let document = article(text);
        let marks = document.markers.iter().filter(|marker| marker.shape.is_note());
        let led = |marker: &crate::document::Marker| {
            let urls = marker.entries.iter().filter_map(|&entry| document.entries[entry].source.url.clone());
            format!("{} {}", marker.labels.join(","), urls.collect::<String>())
        };
        marks.map(led).collect::<Vec<_>>()
    };
    let pandoc = "<p>He said “the river forgets nothing” <span class=\"citation\">(<a href=\"#ref-a\" role=\"doc-biblioref\">Smith 2020</a>)</span>. \
                  And Doe <span class=\"citation\">(<a href=\"#ref-b\" role=\"doc-biblioref\">2021, 5</a>)</span> said “it was a cold night”.</p>\
                  <div id=\"refs\" class=\"references csl-bib-body\" role=\"list\"><div id=\"ref-b\" class=\"csl-entry\" role=\"listitem\">Doe, John. 2021. \
                  <span>“Two.”</span> <a href=\"https://a.test/2\">https://a.test/2</a>.</div><div id=\"ref-a\" class=\"csl-entry\" role=\"listitem\">Smith, Jane. 2020. \
                  <span>“Title.”</span> <a href=\"https://a.test/1\">https://a.test/1</a>.</div></div>";
    assert_eq!(shown(pandoc), ["Smith 2020 https://a.test/1", "2021, 5 https://a.test/2"]);
    let journal = "<p>He said “the river forgets nothing” (<a href=\"#B1\">Smith, 2020</a>). And “it was cold”<sup><a href=\"#R2\">2</a></sup>.</p>\
                   <h2>References</h2><ul><li id=\"B1\">Smith J. (2020). Title. <a href=\"https://a.test/1\">doi</a></li>\
                   <li id=\"R2\">2. Doe. <a href=\"https://a.test/2\">Two</a></li></ul>";
    assert_eq!(shown(journal), ["Smith, 2020 https://a.test/1", "2 https://a.test/2"]);
    let lettered = "<p>It is “so”<sup><a href=\"#na\">a</a></sup>.</p><hr><p id=\"na\"><sup>a</sup> Smith, <a href=\"https://a.test/1\">Title</a></p>";
    assert_eq!(shown(lettered), ["a https://a.test/1"]);
    let menu = "<nav><a href=\"#y\">Reports 2020</a></nav><p>See <a href=\"#y\">the Reports of 2020</a>.</p><p id=\"y\">Words <a href=\"https://a.test/1\">Title</a></p>";
    assert!(shown(menu).is_empty());
}

#[test]
fn an_article_whose_class_speaks_of_sidenotes_is_none() {
    let text = "<body><main><div class=\"post has-sidenotes\"><h2>One</h2><p>It sank.<span class=\"sidenote\"><sup>1</sup> See <a href=\"https://a.test/1\">one</a></span> Then so.</p>\
                <p>More 2 of it.</p></div></main></body>";
    let document = article(text);
    assert_eq!(document.entries.len(), 1);
    assert!(document.prose.text().contains("More 2 of it"));
}

#[test]
fn a_capture_is_cited_where_nothing_else_is() {
    let text = "<p>It sank<sup><a href=\"#n1\" id=\"r1\">[1]</a></sup>.</p><ol><li id=\"n1\"><a href=\"#r1\">^</a> \
                <cite><a href=\"https://web.archive.org/web/20200101000000/post.test/a\">The Log</a>. Archived.</cite>\
                <span class=\"Z3988\" title=\"rft.btitle=The+Log\"></span></li></ol>";
    let document = article(text);
    let source = &document.entries[0].source;
    assert_eq!(source.url.as_deref(), Some("https://web.archive.org/web/20200101000000/post.test/a"));
    assert_eq!((source.archive_url.clone(), source.url_spans.len()), (None, 1));
}

#[test]
fn notes_of_one_paragraph_are_told_apart_by_its_breaks() {
    let document = article(
        "<p>It “sank”<a href=\"#one\"><sup>1</sup></a> and “rose”<a href=\"#two\"><sup>2</sup></a>.</p>\
         <p id=\"footnote\"><a name=\"one\"><sup>1</sup></a> Byrd. https://a.test<br><br><a name=\"two\"><sup>2</sup></a> Oduya. <a href=\"https://b.test\">Log</a></p>",
    );
    assert_eq!(
        entries(&document).iter().map(|entry| &entry[..17]).collect::<Vec<_>>(),
        ["1: https://a.test", "2: https://b.test"]
    );
    assert_eq!(markers(&document), ["1 > 1", "2 > 2"]);
}

#[test]
fn paragraphs_that_number_themselves_are_entries_of_a_list() {
    let document = article(
        "<p>It “sank at dawn” [1], so [2].</p><h2>References</h2><p>[1] Byrd. <a href=\"https://a.test\">Log</a></p><p>[2] <a href=\"https://b.test\">Tides</a></p>",
    );
    assert_eq!(markers(&document), ["1 > 1", "2 > 2"]);
    assert_eq!(document.entries.len(), 2);
}

#[test]
fn marks_without_a_note_and_notes_without_a_mark_are_told_where_links_lead_to_notes() {
    let list = |back: &str| {
        format!(
            "<ol><li id=\"fn1\">Byrd, <a href=\"https://a.test/1\">A</a> <a href=\"#r1\">{back}</a></li>\
             <li id=\"fn2\">Cole, <a href=\"https://a.test/2\">B</a> <a href=\"#r2\">{back}</a></li></ol>"
        )
    };
    let text = "<p>A.<sup><a href=\"#fn1\" id=\"r1\">1</a></sup> B.<sup><a href=\"#fn9\" id=\"r9\">9</a></sup> <a href=\"#top\">3</a></p>";
    for (head, back) in [("<h2>Notes</h2>", "^"), ("<section class=\"footnotes\" role=\"doc-endnotes\">", "↩")] {
        let document = article(&format!("{text}{head}{}", list(back)));
        assert_eq!(markers(&document), ["1 > 1", "9 > "], "{head}");
        assert_eq!(entries(&document).len(), 2, "{head}");
        assert!(document.entries.iter().all(|entry| entry.role == crate::document::Role::Footnote), "{head}");
    }
    // What a list of contents leads to is no note.
    let contents = "<ol><li id=\"part1\"><a href=\"https://a.test/3\">One</a></li></ol>";
    let document = article(&format!("{text}{contents}<h2>Notes</h2>{}", list("^")));
    assert_eq!(document.entries.len(), 3);
    let notes = document.entries.iter().filter(|entry| entry.role == crate::document::Role::Footnote);
    assert_eq!(notes.count(), 2);
}

#[test]
fn links_of_a_saved_page_to_itself_are_marks_of_its_notes() {
    let body = "<p>It “sank”<a id=\"fa1\" href=\"https://post.test/p/a#fn1\">1</a>.</p><div class=\"footnote\" id=\"fn1\">\
                <a href=\"https://post.test/p/a#fa1\">1</a><p>Byrd. <a href=\"https://a.test/x\">Log</a></p></div>";
    for head in [
        "<link rel=canonical href=\"https://post.test/p/a/\">",
        "<meta property=\"og:url\" content=\"https://post.test/p/a\">",
        "<!-- saved from url=(0021)https://post.test/p/a -->",
        "<!-- Page saved with SingleFile url: https://post.test/p/a saved date: x -->",
    ] {
        let document = article(&format!("{head}{body}"));
        assert_eq!(markers(&document), ["1 > 1"], "{head}");
        assert_eq!(document.entries.len(), 1, "{head}");
    }
    assert_eq!(markers(&article(body)), Vec::<String>::new());
}

#[test]
fn what_sends_a_page_on_or_opens_it_to_be_changed_cites_nothing() {
    let document = article(
        "<p><a href=\"https://twitter.com/intent/tweet?url=https://a.test\">Share</a> <a href=\"https://www.facebook.com/sharer/sharer.php?u=x\">f</a> \
         <a href=\"https://pedia.test/w/index.php?title=A&amp;action=edit&amp;section=1\">edit</a> <a href=\"https://twitter.com/byrd/status/1\">said</a>\
         <a href=\"https://web.archive.org/web/20210916140120/mailto:a@b.test\">mail</a></p>",
    );
    assert_eq!(entries(&document), ["1: https://twitter.com/byrd/status/1"]);
}

#[test]
fn a_page_that_an_archive_says_it_made_has_its_own_addresses_however_few() {
    let capture = "https://web.archive.org/web/20110106023242";
    let document = article(&format!(
        "<p><a href=\"{capture}/http://a.test/x\">x</a></p><!--\n FILE ARCHIVED ON 02:32:42 Jan 06, 2011 -->"
    ));
    assert_eq!(entries(&document), ["1: http://a.test/x"]);
}

#[test]
fn a_page_that_was_saved_from_an_archive_as_it_was_sent_has_its_own_addresses() {
    let head = "<head><script>__wm.wombat(\"https://me.test/p\",\"20190605000100\");</script></head>";
    let bar = "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id=\"wm-ipp-base\"><a href=\"https://web.archive.org/web/20190101000000*/https://me.test/p\">12 captures</a></div>";
    let body = "<p>It “rose by feet” <a href=\"/web/20190605000100/http://b.test/2\">y</a>, \
                <a href=\"http://web.archive.org/web/20190605000100/http://b.test/3\">z</a>, \
                <a href=\"/web/20190605000100mp_/http://b.test/4\">z</a>.</p>";
    let text = format!("<html>{head}<body>{bar}{body}</body></html>");
    let document = parse(&text, Format::Html, Limits::default());
    assert_eq!(entries(&document), ["1: http://b.test/2", "2: http://b.test/3", "3: http://b.test/4"]);
    for entry in &document.entries {
        let written: String = entry.source.url_spans.iter().map(|span| &text[span.range()]).collect();
        assert_eq!(Some(written), entry.source.url);
    }
}

#[test]
fn what_parsoid_writes_has_notes_short_notes_and_links_with_numbers() {
    let text = r#"<body><p>It “rose by feet”.<sup id="cite_ref-byrd_1-0" typeof="mw:Extension/ref"><a href="./Tide#cite_note-byrd-1"><span>[1]</span></a></sup>
        It “sank by feet”.<sup id="cite_ref-2" typeof="mw:Extension/ref"><a href="./Tide#cite_note-2"><span>[2]</span></a></sup>
        It “stood so still” <a class="external autonumber" href="https://a.test/auto1"></a>, “so very still” <a class="external autonumber" href="https://a.test/auto2">[1]</a>.
        It is as <a href="./Other#cite_note-9">elsewhere</a>.</p>
        <h2>References</h2><ol><li id="cite_note-byrd-1"><span class="mw-cite-backlink"><a href="./Tide#cite_ref-byrd_1-0">↑ </a></span> <span><cite id="CITEREFByrd2019">Byrd, Ann (2019). <a href="https://a.test/byrd">"The Tide"</a>.</cite></span></li>
        <li id="cite_note-2"><span class="mw-cite-backlink"><a href="./Tide#cite_ref-2">↑ </a></span> <a href="./Tide#CITEREFDoe2019">Doe 2019</a>, p. 12.</li></ol>
        <h2>Works</h2><ul><li><cite id="CITEREFDoe2019">Doe, Jane (2019). <a href="https://a.test/doe">The Wall</a>.</cite></li></ul></body>"#;
    let document = parse(text, Format::Html, Limits::default());
    let led: Vec<String> = document
        .markers
        .iter()
        .map(|marker| {
            let ends =
                marker.entries.iter().filter_map(|&at| document.entries[at].source.url.as_deref()?.rsplit('/').next());
            format!("{:?} {}", marker.shape, ends.collect::<Vec<_>>().join(" "))
        })
        .collect();
    assert_eq!(led, ["Note byrd", "Note doe", "Link auto1", "Link auto2", "Link doe"]);
    assert_eq!(document.entries.iter().filter(|entry| entry.again).count(), 1);
}

#[test]
fn raised_numbers_point_to_lists_and_linked_ranges_to_all_between() {
    let list = |number: usize| {
        format!(
            "<h3>Notes</h3><ol><li>Byrd, <a href=\"https://a.test/{number}1\">One</a></li><li>Cole, <a href=\"https://a.test/{number}2\">Two</a></li></ol>"
        )
    };
    let chapter = |number: usize| {
        format!(
            "<h2>Of {number}</h2><p>It “rose by feet”<sup>1</sup> and “fell by feet”.<sup>2</sup> It is 4 m<sup>2</sup>.</p>{}",
            list(number)
        )
    };
    let led = |text: &str| -> Vec<String> {
        let document = parse(text, Format::Html, Limits::default());
        let notes = document.markers.iter().filter(|marker| marker.shape.is_note());
        let shown = notes.map(|marker| {
            let ends =
                marker.entries.iter().filter_map(|&at| document.entries[at].source.url.as_deref()?.rsplit('/').next());
            ends.collect::<Vec<_>>().join(" ")
        });
        shown.collect()
    };
    assert_eq!(led(&format!("<body>{}{}</body>", chapter(1), chapter(2))), ["11", "12", "21", "22"]);
    let ranges = "<body><p>It “rose” <a href=\"#r1\">[1]</a>–<a href=\"#r3\">[3]</a>, “fell” [<a href=\"#r1\">1</a>–<a href=\"#r2\">2</a>].</p>\
                  <h2>References</h2><ol><li id=\"r1\">A. <a href=\"https://a.test/1\">One</a></li><li id=\"r2\">B. <a href=\"https://a.test/2\">Two</a></li>\
                  <li id=\"r3\">C. <a href=\"https://a.test/3\">Three</a></li></ol></body>";
    assert_eq!(led(ranges), ["1 2 3", "1 2"]);
}

#[test]
fn a_part_that_is_sent_behind_the_page_is_read_and_one_that_is_hidden_is_not() {
    let document = article(
        "<template id=\"B:1\"></template><div hidden id=\"S:1\"><p>The <a href=\"https://a.test\">log</a>.</p></div>\
         <div hidden id=\"S:2\"><a href=\"https://b.test\">x</a></div><div hidden><a href=\"https://c.test\">x</a></div>",
    );
    assert_eq!(entries(&document), ["1: https://a.test"]);
}

#[test]
fn lists_at_the_foot_of_a_site_are_none_of_the_article() {
    let document = article(
        "<body><p>So.<sup><a href=\"#n1\">1</a></sup></p><h2>References</h2><ol><li id=\"n1\">Byrd. <a href=\"https://a.test\">The log</a></li></ol>\
         <h2>Further reading</h2><ul><li>Roe. <a href=\"https://b.test\">Tides</a>, 2020.</li></ul>\
         <div id=\"catlinks\"><ul><li><a href=\"/wiki/Category:Ships\">Ships</a></li></ul></div>\
         <footer id=\"footer\"><ul><li><a href=\"/about\">About</a></li></ul></footer></body>",
    );
    let urls: Vec<String> = document.entries.iter().map(|entry| entry.source.url.clone().unwrap_or_default()).collect();
    assert_eq!(urls, ["https://a.test", "https://b.test"]);
}

#[test]
fn the_term_of_a_note_that_a_link_leads_to_is_no_mark() {
    let text = "<p>It “rose high there” <a href=#r1>[1]</a> and “fell low here” <a href=#r2>[2]</a>.</p><h2>References</h2>\
                <dl><dt id=r1>[1]</dt><dd>Byrd. https://a.test/1</dd><dt id=r2>[2]</dt><dd>Lee. https://a.test/2</dd></dl>";
    let document = parse(text, Format::Html, Limits::default());
    assert!(document.markers.iter().all(|marker| !marker.entries.is_empty()), "{:?}", document.markers);
    assert_eq!(document.markers.len(), 2);
}

#[test]
fn what_edits_a_section_or_leads_to_a_heading_is_no_word_of_it() {
    let edit = "<span class='mw-editsection'>[<a href='/w/index.php?action=edit'>edit</a>]</span>";
    let list = "<ol><li><a href='https://a.test'>A</a></li></ol>";
    let document =
        article(&format!("<h1>Tides<a class=headerlink href='#t'>¶</a></h1><div><h2>Notes</h2>{edit}</div>{list}"));
    assert_eq!(document.title.as_deref(), Some("Tides"));
    assert_eq!(entries(&document), ["1: https://a.test"]);
    for sign in ["#", "🔗", "", "\u{200b}", "§"] {
        let document =
            article(&format!("<h1><a href='#t'>{sign}</a>Tides</h1><h2>Notes <a href='#n'>{sign}</a></h2>{list}"));
        assert_eq!((document.title.as_deref(), document.entries.len()), (Some("Tides"), 1), "{sign}");
    }
    let document = article("<h1><a href='#t'>Tides</a> <a href='https://b.test'>*</a></h1>");
    assert_eq!(document.title.as_deref(), Some("Tides *"));
}
