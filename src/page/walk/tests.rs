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
    ] {
        let found = texts(Html::parse_document(html).root_element());
        assert_eq!((found.visible.trim(), found.no_marks.trim()), (visible, no_marks), "{html}");
    }
}
