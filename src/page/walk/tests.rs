//! What is read of a page and shown to nobody.

use scraper::Html;

use super::texts;

#[test]
fn what_is_there_and_not_shown_as_text_is_hidden() {
    for name in ["template", "object", "applet", "canvas", "audio", "video", "textarea"] {
        let html = Html::parse_document(&format!("<p>in<{name}>out<script>no</script></{name}>side"));
        let found = texts(html.root_element());
        let expected = if name == "textarea" { "out<script>no</script>" } else { "out" };
        assert_eq!((found.visible.trim(), found.hidden.trim()), ("inside", expected), "{name}");
    }
    let html = Html::parse_document("<p>in<select><option>one<option>two</select>side<datalist><option>no</datalist>");
    let found = texts(html.root_element());
    assert_eq!((found.visible.trim(), found.hidden.trim()), ("inside", "one\ntwo"));
}

#[test]
fn a_button_that_is_glued_to_a_word_is_no_part_of_its_sentence() {
    for (html, visible, no_marks) in [
        ("<p>The gauge<button>Copy</button> reads zero", "The gauge Copy reads zero", "The gauge reads zero"),
        ("<p>The gauge <button>Copy</button> reads zero", "The gauge Copy reads zero", ""),
        ("<p>Two lamp<button>s</button> burn", "Two lamps burn", ""),
        ("<p><button>Subscribe</button><span>You can cancel it", "Subscribe You can cancel it", "You can cancel it"),
        ("<p><button>subscribe</button><b><i>You</i></b> can", "subscribe You can", "You can"),
        ("<p><span><button>Subscribe</button></span><!-- x --><em>You can</em>", "Subscribe You can", "You can"),
        ("<form><button>Subscribe</button><span>You can", "Subscribe You can", "You can"),
        ("<p>You can <b>cancel</b><a role=button>Share</a>", "You can cancel Share", "You can cancel"),
        ("<p>You can <a class='btn big'>Share</a>cancel", "You can Share cancel", "You can cancel"),
        ("<p><button>اشترك</button><span>يمكنك</span>", "اشترك يمكنك", "يمكنك"),
        ("<p><button>Press</button> <span>you can", "Press you can", ""),
        ("<p>Two <button>lamp</button><span>s</span> burn", "Two lamps burn", ""),
        ("<p>An <button>i</button>Phone, a <a href=x>Share</a>d one", "An iPhone, a Shared one", ""),
        ("<p><button>購読</button><span>市長</span>", "購読市長", ""),
        ("<p>Two lamp<button>s</button><b>hade</b> burn", "Two lampshade burn", ""),
        (
            "<p><span><button>jetzt abonnieren</button></span><b>Sie</b> können",
            "jetzt abonnieren Sie können",
            "Sie können",
        ),
        ("<p><button>Subscribe</button> <span>You can</span>", "Subscribe You can", ""),
        ("<p><button>Subscribe</button></p><p>You can</p>", "Subscribe\nYou can", ""),
    ] {
        let found = texts(Html::parse_document(html).root_element());
        assert_eq!((found.visible.trim(), found.no_marks.trim()), (visible, no_marks), "{html}");
    }
}

#[test]
fn what_is_hidden_is_read_without_marks_of_notes_and_readings() {
    for (html, hidden) in [
        (
            "<details><summary>橋</summary><p>市長は<ruby>報告書<rt>ほうこくしょ</rt></ruby>を見た。</p></details>",
            "市長は報告書を見た。",
        ),
        (
            "<details><summary>Bridge</summary><p>It was built<sup>[4]</sup> in 1884<sup>[12]</sup> by the county,<sup>7</sup> and \
             closed<sup>[citation needed]</sup> in May.</p></details>",
            "It was built in 1884 by the county, and closed in May.",
        ),
        (
            "<div style='display:none'><p>It was built<sup class=reference>[4]</sup> in 1884.</p></div>",
            "It was built in 1884.",
        ),
        // Powers and what else is raised stay.
        (
            "<div hidden><p>It has 10<sup>3</sup> stones, the 2<sup>nd</sup> of its kind.</p></div>",
            "It has 10³ stones, the 2nd of its kind.",
        ),
    ] {
        assert_eq!(texts(Html::parse_document(html).root_element()).hidden.trim(), hidden, "{html}");
    }
    // A note that is hidden in the mark of a note is there all the same.
    let found = texts(
        Html::parse_document("<p>So<span class=sidenote>see the notes <span hidden>of 1884</span></span> it is")
            .root_element(),
    );
    assert_eq!(found.hidden.trim(), "of 1884");
}

#[test]
fn a_raised_letter_behind_a_year_or_a_large_number_is_a_mark() {
    let no_marks = |html: &str| texts(Html::parse_document(html).root_element()).no_marks;
    for (html, expected) in [
        ("<p>He resigned in 2019<sup>b</sup>, and left in May.", "He resigned in 2019, and left in May."),
        ("<p>It had 4,120<sup>a</sup> people in 1990<sup>c,d</sup> and more.", "It had 4,120 people in 1990 and more."),
        ("<p>Es hatte 4.120<sup>a</sup> Einwohner.", "Es hatte 4.120 Einwohner."),
    ] {
        assert_eq!(no_marks(html).trim(), expected, "{html}");
    }
    for html in [
        "<p>la 1<sup>a</sup> volta",
        "<p>the 3<sup>d</sup> of May",
        "<p>la 2000<sup>e</sup> fois",
        "<p>10<sup>n</sup> of them",
        "<p>1000<sup>x</sup> of them",
        "<p>No. 2019 <sup>b</sup> is",
    ] {
        assert_eq!(no_marks(html), "", "{html}");
    }
}
