//! Pages as servers send them, and what is read of them.

use proptest::prelude::*;

use super::*;
use crate::page::CharsetBy;

fn page(html: &str) -> Page {
    let head = ContentHead {
        content_type: Some("text/html; charset=utf-8"),
        said_by: SaidBy::Server,
        url: "https://e.example/",
    };
    read(html.as_bytes(), &head, &mut || true)
}

fn check(name: TextName, html: &str, expected: &str) {
    assert_eq!(page(html).text(name).unwrap_or_default(), expected, "{html}");
}

fn visible(html: &str, expected: &str) {
    check(TextName::Visible, html, expected);
}

#[test]
fn nothing_is_glued_and_nothing_is_split() {
    visible("<p>one<p>two<div>three</div>four", "one\ntwo\nthree\nfour");
    visible("wo<b>r</b>d <i> and</i> <span>more</span>", "word and more");
    visible("H<sub>2</sub>O, m<sup>2</sup>", "H2O, m²");
    visible("one<br>two<hr>three", "one\ntwo\nthree");
    visible("<ul><li>one<li>two</ul><dl><dt>a<dd>b</dl>", "one\ntwo\na\nb");
    visible("<table><tr><th>a</th><td>b</td></tr><tr><td><p>c</p></td><td>d</td></tr></table>", "a\tb\nc\nd");
    visible("<pre>one\n  two</pre>three\nfour", "one\ntwo\nthree four");
    visible("<i style='white-space: pre-wrap'>one\n  two </i>three\nfour", "one\ntwo three four");
    visible("a&nbsp;b &amp; c &#8220;d&#8221;", "a b & c “d”");
    visible("ge\u{ad}nutzt, zero\u{200b}width, \u{feff}mark", "genutzt, zerowidth, mark");
    visible("<span style='display: block'>one</span>two<wbr>three", "one\ntwothree");
    visible("<a href=x>link</a>, text", "link, text");
}

#[test]
fn boxes_side_by_side_are_not_glued() {
    visible(
        "<div style='display:flex'><span>the keeper lit</span><span>the lamp</span></div>",
        "the keeper lit the lamp",
    );
    visible("<p style='display: inline-grid'>one <b>two</b><i>three</i>four</p>", "one two three four");
    visible("<div class='m-2 flex'><span>Harbour</span><span>Post</span></div>", "Harbour Post");
    visible("<p style='display:flex'><span>T</span>he lamp</p>", "The lamp");
    visible("<p class=flexible><b>th</b><i>em</i></p>", "them");
    visible("saw <button>Share</button>forty lamps", "saw Share forty lamps");
    check(TextName::NoMarks, "saw <button>Share</button>forty lamps", "saw forty lamps");
    visible("saw <button>lamp</button>s, press <button>Go</button> now", "saw lamps, press Go now");
}

#[test]
fn what_is_not_shown_is_kept_apart() {
    visible("a<script>x</script><style>y</style><svg><text>z</text></svg><textarea>t</textarea>b", "ab");
    visible("a <select><option>x</select><iframe>y</iframe><template>z</template>b", "a b");
    visible("<div aria-hidden=true>shown</div>", "shown");
    visible("<div><template shadowrootmode=open><p>shadow</p></template></div>", "shadow");
    for html in [
        "in<span hidden>out</span>side",
        "in<span style='color:red; DISPLAY : none !important'>out</span>side",
        "in<span style=visibility:hidden>out</span>side",
        "in<dialog>out</dialog>side",
        "in<noscript><b>o</b>ut</noscript>side",
    ] {
        visible(html, "inside");
        check(TextName::Hidden, html, "out");
    }
    let html = "<details><summary>head</summary>body <p>more</p></details><details open>shown</details>";
    visible(html, "head\nshown");
    check(TextName::Hidden, html, "body\nmore");
    check(TextName::Hidden, "<p hidden>one<i>two</i><p hidden>three", "onetwo\nthree");
    visible("<p hidden=until-found>shown", "shown");
}

#[test]
fn what_is_struck_out_is_not_what_the_page_says() {
    for html in [
        "in<del>out</del>side",
        "in<s>out</s>side",
        "in<strike>o<b>u</b>t</strike>side",
        "in<span style='text-decoration: line-through'>out</span>side",
        "in<span style='Text-Decoration-Line: underline Line-Through'>out</span>side",
    ] {
        visible(html, "inside");
        check(TextName::NoMarks, html, "");
        check(TextName::Hidden, html, "out");
    }
    visible("<p>We will <del>never</del> <ins>soon</ins> sell.</p><del><p>Not so.</p></del>", "We will soon sell.");
    visible(
        "a <u>plain</u> <span style='text-decoration: underline'>line</span> <small>stays</small>",
        "a plain line stays",
    );
}

#[test]
fn note_marks_are_left_out_of_one_of_the_texts() {
    for html in [
        "A fact<sup class=reference><a href='#cite-1'>[1]</a></sup> stands.",
        "A fact<sup>[citation needed]</sup> stands.",
        "A fact<a href='#n1'><sup>1</sup></a> stands.",
        "A fact<a href='https://e.example/x#n1'>[12]</a> stands.",
        "A fact<sup>†</sup> stands.",
        "A fact<sup class=reference>[1]</sup><sup class='reference nowrap'><span>:\u{200a}12–14\u{200a}</span></sup> stands.",
        "A fact<sup>[1]</sup><sup>:45</sup><sup>: xii</sup> stands.",
        "A fact<sup>pp. 33–35</sup> stands.",
        "A fact<sup class=reference>Smith 3</sup> stands.",
        "A fact <sup class=versenum>4&nbsp;</sup>stands.",
        "A fact <b class='bold VNum'>4</b> stands.",
        "A fact <span class=line-number>15</span>stands.",
        "A <ruby>fact<rp>(</rp><rt>fäkt</rt><rp>)</rp></ruby> stands.",
    ] {
        check(TextName::NoMarks, html, "A fact stands.");
    }
    check(TextName::NoMarks, "It ended.<sup>3</sup> Then", "It ended. Then");
    check(TextName::NoMarks, "such lamps<sup>a,b</sup> burn", "such lamps burn");
    check(TextName::NoMarks, "It was 4.5%<sup>13</sup> then", "It was 4.5% then");
    for html in [
        "10<sup>6</sup> m<sup>2</sup>",
        "the 1<sup>st</sup>",
        "x<sup>a</sup> M<sup>r</sup>",
        "<a href='#top'>Up there</a>",
        "plain",
    ] {
        assert_eq!(page(html).text(TextName::NoMarks), None, "{html}");
    }
}

#[test]
fn numbers_of_notes_in_brackets_are_left_out_of_one_of_the_texts() {
    for (html, expected) in [
        ("as shown before [12].", "as shown before."),
        ("as shown.[1][2] Then [3, 4]", "as shown. Then"),
        ("as shown.[n 11][283] Then [nb 2]", "as shown. Then"),
        ("as shown.[a][12] Then[citation needed]", "as shown. Then"),
        ("as shown [3–5] and [6]", "as shown and"),
        ("as shown[1], he", "as shown, he"),
        ("one [12] <i>two [13]</i> three", "one two three"),
    ] {
        visible(html, &html.replace("<i>", "").replace("</i>", ""));
        check(TextName::NoMarks, html, expected);
    }
    for html in [
        "in x[12] = 5",
        "call list[1](y)",
        "in [2020] he",
        "he [sic] said",
        "[1] The first",
        "<pre>list[1]</pre>",
        "one [",
        "a [1",
        "x []",
    ] {
        check(TextName::NoMarks, html, "");
    }
    let head = ContentHead { content_type: Some("text/plain"), said_by: SaidBy::Server, url: "" };
    let plain = read(b"as shown [12],\nand then", &head, &mut || true);
    assert_eq!(plain.text(TextName::NoMarks), Some("as shown,\nand then"));
}

#[test]
fn what_is_only_read_out_is_left_out_of_one_of_the_texts() {
    let html = "the <a href=x>river<span class='link u-sr-only'> (opens in a new tab)</span></a> rose";
    visible(html, "the river (opens in a new tab) rose");
    check(TextName::NoMarks, html, "the river rose");
    let html = "<span aria-hidden=true>T</span><span class=visually-hidden>T</span>he river";
    check(TextName::NoMarks, html, "The river");
    check(TextName::NoMarks, "the <span class=sr-only-focusable>river</span>", "");
}

#[test]
fn words_in_place_of_images_and_in_drawings_are_hidden_texts() {
    let html = "a<img alt='A mill at dusk'>b <img alt=''> c <input type=image alt=Go> <svg><title>Chart</title><text>five boats</text><style>x</style></svg>";
    visible(html, "ab c");
    check(TextName::Hidden, html, "A mill at dusk\nGo\nChart\nfive boats");
}

#[test]
fn a_first_letter_that_floats_begins_its_word() {
    visible("<span style='float:left; display: block'>T</span>he river", "The river");
    visible("<div style='float:left'>T</div>he river", "T\nhe river");
}

#[test]
fn characters_that_nobody_sees_are_no_part_of_a_word() {
    visible("ri\u{7f}ver \u{202a}ro\u{7f}se\u{202c} \u{2066}again\u{2069}", "river rose again");
    let head = ContentHead { content_type: Some("text/plain"), said_by: SaidBy::Server, url: "" };
    let plain = read(b"ri\0ver rose and the people of the town went home again", &head, &mut || true);
    assert!(plain.text(TextName::Visible).is_some_and(|text| text.starts_with("river rose")));
}

#[test]
fn what_is_nested_without_end_in_data_or_noscript_is_cut_short() {
    let nested = "<div>".repeat(10_000);
    let data = format!("<script type='application/ld+json'>{{\"articleBody\": \"{nested}\"}}</script>x");
    assert_eq!(page(&data).cut_short, Some(CutShort::Depth));
    assert_eq!(page(&format!("<p>x<noscript>{nested}</noscript>")).cut_short, Some(CutShort::Depth));
    let twice = "<script type='application/ld+json'>{\"articleBody\": \"&lt;p&gt;The river&lt;/p&gt; rose\"}</script>";
    check(TextName::Structured, twice, "The river\nrose");
}

#[test]
fn a_raised_number_is_no_part_of_the_number_before_it() {
    visible("10<sup>6</sup>, 10<sup>-6</sup>, 10<sup>−12</sup>, m<sup><i>2</i></sup>", "10⁶, 10⁻⁶, 10⁻¹², m²");
    visible("the boats<sup>3</sup> came", "the boats³ came");
    visible("the boats<a href='#n3'><sup>3</sup></a> came", "the boats³ came");
    visible(
        "the boats<sup>[3]</sup> came.<sup>4</sup> The 1<sup>st</sup> <sup>5</sup>",
        "the boats[3] came.4 The 1st 5",
    );
    visible("10<sup>6</sup>7, a<sup>é</sup>, a<sup>––1</sup>", "10⁶7, aé, a––1");
    check(TextName::Hidden, "<p hidden>10<sup>6</sup>", "10⁶");
    check(TextName::NoMarks, "the boats<a href='#n3'><sup>3</sup></a> came", "the boats came");
}

#[test]
fn a_page_tells_its_titles_best_first() {
    let page = page(
        "<html lang=de-AT><head><title> The \n Title | Site</title><meta property=og:title content='OG'>
         <meta name='twitter:title' content='OG'><meta name=citation_title content='Cited'>
         <meta name=description content='About it.'><meta property='og:description' content='More.'>
         <link rel='shortlink canonical' href='/a'><meta property='article:published_time' content='2024-06-16T09:00:00-04:00'>
         <script type='application/ld+json'>{\"@graph\":[{\"headline\":\"LD &amp; more\",\"datePublished\":\"2020\"}]}</script>
         </head><body><svg><title>icon</title></svg><h1>The <b>Head</b>line<sup>[1]</sup></h1><h1></h1>",
    );
    assert_eq!(
        page.titles,
        ["The Headline[1]".trim_end_matches("[1]"), "The Title | Site", "OG", "Cited", "LD & more"]
    );
    assert_eq!(page.description.as_deref(), Some("About it."));
    assert_eq!(page.canonical.as_deref(), Some("/a"));
    assert_eq!(page.published.as_deref(), Some("2024-06-16"));
    assert_eq!(page.language.as_deref(), Some("de-AT"));
    assert_eq!(page.text(TextName::Meta), Some("The Title | Site\nOG\nCited\nAbout it.\nMore."));
}

#[test]
fn the_date_of_publication_is_read_where_it_stands() {
    let published = |html: &str| page(html).published;
    for html in [
        "<meta name=citation_publication_date content='2024/06/16'>",
        "<meta itemprop=datePublished content='June 16, 2024'>",
        "<time class=entry-date datetime='2024-06-16'>then</time>",
        "<span itemprop=datePublished content='2024-06-16'>",
        "<script type='application/ld+json'>[{\"datePublished\":\"2024-06-16T00:00Z\"}]</script>",
    ] {
        assert_eq!(published(html).as_deref(), Some("2024-06-16"), "{html}");
    }
    assert_eq!(published("<time datetime='2024-06-16'>an event</time><meta name=date content='6/7/2024'>"), None);
}

#[test]
fn the_data_of_a_page_is_a_text_of_its_own() {
    let data = |html: &str, expected: &str| check(TextName::Structured, html, expected);
    data(
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Person\",\"name\":\"No\"},{\"headline\":\"Head\",
         \"articleBody\":\"<p>One</p><p>two &ldquo;x&rdquo;</p>\",\"mainEntity\":[{\"acceptedAnswer\":{\"text\":\"Yes.\"}}]}]}</script>",
        "One\ntwo “x”\nHead\nYes.",
    );
    data("<script type='application/ld+json'>{\"headline\": \"broken</script>", "{\"headline\": \"broken");
    data("<script type='application/ld+json'><!-- {\"description\":\"a\nb\"}; --></script>", "a b");
    data(
        "<script id=__NEXT_DATA__ type='application/json'>{\"a\":[\"short\",{\"b\":\"A sentence that is long enough.\"}]}</script>",
        "A sentence that is long enough.",
    );
    data("<script>var x = 'A sentence that is long enough.'</script>", "");
}

#[test]
fn the_state_of_a_program_is_data_however_it_is_written() {
    for html in [
        "<script>window.__APOLLO_STATE__ = {\"a\":{\"body\":\"<p>A sentence that is long enough.</p>\"}};</script>",
        "<script>window.__NUXT__=(function(a){return {b:a}}('A sentence that is long enough.'))</script>",
        "<script>window.__INITIAL_STATE__ = JSON.parse('{\"b\":\"A sentence that is long enough.\"}')</script>",
        "<script>self.__next_f.push([1,\"\\u003cp\\u003eA sentence that is long enough.\"])</script>",
        "<script type='application/json'>{\"b\":\"A sentence that is long enough.\"}</script>",
    ] {
        check(TextName::Structured, html, "A sentence that is long enough.");
        assert_eq!(page(html).text(TextName::Script), None, "{html}");
    }
}

#[test]
fn sentences_in_scripts_are_the_last_resort_and_named_so() {
    for (html, expected) in [
        ("<script>show('A sentence that is long enough.')</script>", "A sentence that is long enough."),
        (
            "<script>x = \"&lt;p&gt;One that is escaped &lt;b&gt;twice\\u003c/b\\u003e over here&lt;/p&gt;\"</script>",
            "One that is escaped twice over here",
        ),
        (
            "<script type=module>x(`\\x3cp>It isn\\'t short, it has six words.\\x3c/p>`)</script>",
            "It isn't short, it has six words.",
        ),
        (
            "<script>f('新华社北京六月三十日电，记者今天从会议上了解到这些情况。')</script>",
            "新华社北京六月三十日电，记者今天从会议上了解到这些情况。",
        ),
        ("<script>f('too short to be one')</script>", ""),
        ("<script type='text/template'>'A sentence that is long enough.'</script>", ""),
        ("<script src=x></script>", ""),
    ] {
        check(TextName::Script, html, expected);
    }
    let all = page("<p>a<script>show('A sentence that is long enough.')</script>");
    assert_eq!(all.texts.last().map(|text| text.name), Some(TextName::Script));
}

#[test]
fn frames_that_hold_their_page_and_formulas_are_read() {
    let html = "<p>one<iframe srcdoc='&lt;p&gt;two &lt;b&gt;words&lt;/b&gt;'></iframe><p>three";
    visible(html, "one\nthree\ntwo words");
    assert_eq!(page(html).sight.unsearched, [crate::span::Span::new(10, 19)]);
    visible("<iframe srcdoc='<p>alone'></iframe>", "alone");
    check(TextName::NoMarks, "a<sup>†</sup> b<iframe srcdoc='c'></iframe>", "a b\nc");
    let formula = "where <math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>x = 2</annotation></math> holds";
    visible(formula, "where x=2 holds");
    check(TextName::NoMarks, formula, "where holds");
}

#[test]
fn where_a_browser_sees_otherwise_is_told() {
    let breaks = |html: &str| -> Vec<(usize, String)> {
        page(html).sight.breaks.into_iter().map(|known| (known.at, known.text)).collect()
    };
    let at = |at: usize, text: &str| (at, text.to_owned());
    assert_eq!(breaks("<p>one <b>two</b> <i>three</i><p>four <img src=x alt=a> five"), []);
    assert_eq!(breaks("a <span style='display: inline-block'>b</span> c"), [at(1, ""), at(3, "")]);
    assert_eq!(breaks("<span style='float:left'>T</span>he"), [at(1, "")]);
    assert_eq!(breaks("a <button>b</button>"), [at(1, "")]);
    assert_eq!(breaks("a &nbsp;b c&nbsp;d <b> e</b>"), [at(1, "")]);
    assert_eq!(breaks("<pre>a  b c</pre>"), [at(1, "")]);
    assert_eq!(breaks("<p>a <span style='white-space: pre'>b  c</span>  d"), [at(3, "")]);
    assert_eq!(breaks("<p style='color: red; WHITE-SPACE:pre-wrap !important'>a  b <i>c</i>"), [at(1, "")]);
    assert_eq!(breaks("<p style='white-space: pre; white-space: normal'>a  b c"), []);
    assert_eq!(breaks("a <del>not <b>so</b></del> b"), [at(1, "not so")]);
    assert_eq!(breaks("<details><summary>a</summary>b<p>c</p></details>d"), [at(1, "b c")]);
    assert_eq!(breaks("<details><summary>a</summary><p hidden>c</p></details>d"), []);
    assert_eq!(breaks("a<input value=x placeholder=y>b<input type=hidden value=z>"), [at(1, "x y")]);
    assert_eq!(breaks("a<select><option>x<option>y</select>b"), [at(1, "xy")]);
    assert_eq!(breaks("a <del>not <i hidden>x</i> so</del> b"), [at(1, "not so")]);
    assert_eq!(breaks("a<p hidden>b</p>c"), []);
}

#[test]
fn where_an_invisible_character_parts_letters_without_spaces_is_told() {
    assert_eq!(page("<p>ภาษา&#8203;ไทย, so&shy;ft").sight.seams, ["ภาษา".len()]);
}

#[test]
fn navigation_and_footers_are_the_margins_of_a_page() {
    let margins = |html: &str| -> Vec<String> {
        let page = page(html);
        let text = page.text(TextName::Visible).unwrap_or_default();
        page.sight.margins.iter().map(|margin| text[margin.range()].trim().to_owned()).collect()
    };
    assert_eq!(margins("<nav>one</nav><p>two<footer>three<nav>four</nav></footer>"), ["one", "three\nfour"]);
    assert_eq!(margins("<div role=navigation>one</div><article><footer>two</footer></article>"), ["one"]);
    assert_eq!(margins("<blockquote>a<footer>b</footer></blockquote><nav></nav><p>c"), [""; 0]);
}

#[test]
fn a_shell_for_scripts_is_told_from_a_short_page() {
    assert!(page("<div id=root></div><script src=a.js></script>").script_only());
    for root in
        ["<div id=q-app></div>", "<div id=___gatsby></div>", "<section id=mount></section>", "<my-site></my-site>"]
    {
        assert!(page(&format!("{root}<script type=module src=a.js></script>")).script_only(), "{root}");
    }
    assert!(page("<html id=__next_error__><script src=a.js></script>").script_only());
    // An empty place for notes beside something that is said.
    assert!(!page("<p>Short</p><div id=notes></div><script></script>").script_only());
    assert!(!page("<div id=notes></div>").script_only());
    assert!(page("<p>Loading</p><noscript>You need to enable JavaScript.</noscript><script></script>").script_only());
    assert!(!page("<p>Short</p><script></script>").script_only());
    assert!(!page(&format!("<div id=root></div><p>{}<script></script>", "word ".repeat(60))).script_only());
}

#[test]
fn plain_text_is_one_text_and_a_picture_is_none() {
    let read = |bytes: &[u8], content_type| {
        read(bytes, &ContentHead { content_type, said_by: SaidBy::Server, url: "" }, &mut || true)
    };
    let page = read("one\r\ntwo \u{ad}<b>\r".as_bytes(), Some("text/plain"));
    assert_eq!((page.content, page.text(TextName::Visible)), (Content::Text, Some("one\ntwo <b>\n")));
    let page = read(b"\x89PNG\r\n", Some("image/png"));
    assert_eq!((page.content, page.texts.len()), (Content::NoText, 0));
    let page = read(b"%PDF-1.7", Some("application/pdf"));
    assert_eq!((page.content, page.texts.len(), page.unread), (Content::Pdf, 0, Some(crate::page::Unread::Damaged)));
    let page = read(b"<title>\xe4</title>", Some("text/html; charset=latin1"));
    assert_eq!((page.titles[0].as_str(), page.charset.by), ("ä", CharsetBy::Header));
}

#[test]
fn a_page_in_utf_16_is_read_where_only_the_header_says_so() {
    let html = "<p>Die Größe “so”";
    let little: Vec<u8> = html.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = html.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (bytes, header) in [(little, "text/html; charset=utf-16le"), (big, "text/html; charset=utf-16be")] {
        let page =
            read(&bytes, &ContentHead { content_type: Some(header), said_by: SaidBy::Server, url: "" }, &mut || true);
        assert_eq!(page.text(TextName::Visible), Some("Die Größe “so”"), "{header}");
    }
}

#[test]
fn replacement_characters_of_the_visible_text_are_counted() {
    let bytes = [b"<p>words \xff\xff".as_slice(), &b"x".repeat(800)].concat();
    let head = ContentHead { content_type: Some("text/html; charset=utf-8"), said_by: SaidBy::Server, url: "" };
    assert_eq!(read(&bytes, &head, &mut || true).replaced, 2);
}

#[test]
fn elements_nested_without_end_are_cut_short() {
    for piece in ["<div>", "<b>", "<ul><li>", "<svg><g>"] {
        let page = page(&format!("<p>first{}", piece.repeat(1_000_000 / piece.len())));
        assert_eq!(page.cut_short, Some(CutShort::Depth), "{piece}");
        assert!(page.text(TextName::Visible).is_some_and(|text| text.starts_with("first")));
    }
    let wide = page(&"<div>word</div>".repeat(50_000));
    assert_eq!(wide.cut_short, None);
}

#[test]
fn a_tag_with_attributes_without_end_is_cut_short_and_a_long_one_is_not() {
    let flood: Vec<String> = (0..40_000).map(|n| format!("a{n}")).collect();
    let flood = flood.join(" ");
    let page = page(&format!("<p>first</p><p {flood}>last"));
    assert_eq!((page.cut_short, page.text(TextName::Visible)), (Some(CutShort::Deadline), Some("first")));
    for long in [
        format!("<p>first</p><img src='data:{}'>", "x".repeat(500_000)),
        format!("<p>first</p><!-- {} -->", "word ".repeat(20_000)),
        format!("<p>first</p><script>{}</script>", "word ".repeat(200_000)),
    ] {
        assert_eq!(self::page(&long).cut_short, None);
    }
}

#[test]
fn a_deadline_keeps_what_was_read() {
    let mut looks = 0;
    let html = format!("<p>first{}", "<p>word".repeat(100_000));
    let head = ContentHead { content_type: Some("text/html"), said_by: SaidBy::Server, url: "" };
    let page = read(html.as_bytes(), &head, &mut || {
        looks += 1;
        looks <= 2
    });
    assert_eq!(page.cut_short, Some(CutShort::Deadline));
    let length = page.text(TextName::Visible).map_or(0, str::len);
    assert!((1_000..40_000).contains(&length), "{length}");
}

#[test]
fn elements_attributes_and_texts_are_read_up_to_a_limit() {
    let flood = |unit: &str| page(&format!("<p>first<p>{}", unit.repeat(200_000))).cut_short;
    assert_eq!(flood("<p a b c d e f>x"), Some(CutShort::Elements));
    assert_eq!(flood("<p>x"), None);
}

proptest! {
    #![proptest_config(ProptestConfig { max_local_rejects: 1, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), content_type in proptest::option::of("text/(html|plain|x)|[a-z/;=]{0,12}|\\PC{0,9}"), url in "https://e\\.example|\\PC{0,9}") {
        let page = read(&bytes, &ContentHead { content_type: content_type.as_deref(), said_by: SaidBy::Server, url: &url }, &mut || true);
        prop_assert!(page.texts.iter().all(|text| !text.text.is_empty()));
    }

    #[test]
    fn no_markup_panics(html in "(</?(p|b|sup|a|table|td|tr|template|details|summary|ruby|rt|noscript|script|svg|pre|select|frameset|h1|title|math|ul|li|body|html|head|form)( hidden| href='#x'| style='display:none'| shadowrootmode=open)?>|word|[1\\[\\]]| |<!--|&amp;|<!doctype html>){0,40}") {
        let page = page(&html);
        prop_assert!(page.cut_short.is_none());
        prop_assert!(!page.script_only() || page.script_shell);
    }

    #[test]
    fn no_data_panics(data in "([\\[\\]{}:,\"]|headline|articleBody|<p>|&lt;|\\\\u00e9|x y){0,30}") {
        page(&format!("<script type='application/ld+json'>{data}</script>"));
    }
}

#[test]
fn an_empty_element_of_xhtml_ends_where_it_is_written() {
    let text =
        "<html><head><title>T</title><script src=\"a.js\"/></head><body><p>One.</p><iframe/><p>Two.</p></body></html>";
    let visible = |content_type: &str, url: &str| {
        let head = ContentHead { content_type: Some(content_type), said_by: SaidBy::Server, url };
        read(text.as_bytes(), &head, &mut || true).text(TextName::Visible).map(str::to_owned)
    };
    assert_eq!(visible("application/xhtml+xml", "https://e.example/").as_deref(), Some("One.\nTwo."));
    assert_eq!(visible("text/html", "https://e.example/a.xhtml").as_deref(), Some("One.\nTwo."));
    assert_ne!(
        visible("text/html", "https://e.example/a.html").as_deref(),
        Some("One.\nTwo."),
        "HTML has no such tags"
    );
}
