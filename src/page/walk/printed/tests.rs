//! Numbers of pages and notes of the margin, and numbers and words that are none.

use crate::page::{ContentHead, SaidBy, TextName, read};

fn no_marks(html: &str) -> Option<String> {
    let head = ContentHead { content_type: Some("text/html"), said_by: SaidBy::Server, url: "https://e.example/" };
    read(html.as_bytes(), &head, &mut || true).text(TextName::NoMarks).map(str::to_owned)
}

#[test]
fn what_an_edition_puts_amid_a_sentence_is_left_out_of_it() {
    for mark in [
        "<span class=pagenum><a name=Page_42 id=Page_42>[Pg 42]</a></span>",
        "<span class=pageno id=p42>42</span>",
        "<span class=pagenum>{42}</span>",
        "<span class=pgnum>xlii</span>",
        "<span class=pagenum>[Page 42]</span>",
        "<span class=pagenum>p. 42</span>",
        "<span class=pb title=42>[42]</span>",
        "<span class=tei-pb>[p. 42]</span>",
        "<span class=page-number>*1042</span>",
        "<a class=page-label data-label=42>*42</a>",
        "<b>*42</b>",
        "[*42]",
        "[Pg 42]",
        "<span epub:type=pagebreak role=doc-pagebreak title=42>42</span>",
        "<span class=paranum>12.</span>",
        "<span class=tooltiptext>A vessel of the sea</span>",
        "<span class=tip role=tooltip>A vessel of the sea</span>",
        "<span class=mw-editsection>[<a>edit</a>]</span>",
        "<label class='margin-toggle sidenote-number'></label><input type=checkbox><span class=sidenote>A note in the margin.</span>",
        "<small class=marginnote>A note in the margin.</small>",
        "<span class=footnote>The note itself stands here.</span>",
        "<a class=tweet-this href=x>Tweet this</a>",
        "[applause]",
        "[LAUGHTER.]",
        "(laughter)",
        "(Cheers and applause.)",
        "<i>(crosstalk)</i>",
        "<em>[cross talk]</em>",
        "[inaudible 00:12:03]",
        "(unintelligible)",
        "(ph)",
        "(Beifall)",
    ] {
        let text = no_marks(&format!("<p>He wrote that no ship {mark} was lost.</p>"));
        let words = text.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
        assert_eq!(words.as_deref(), Some("He wrote that no ship was lost."), "{mark}");
    }
    for between in ["<div class=pagenum>42</div>", "<p class=pagenum>[Pg 42]</p>", "<hr><p>- 42 -</p>"] {
        let text = no_marks(&format!("<p>No ship was lost</p>{between}<p>in that winter.</p>"));
        assert_eq!(text.as_deref(), Some("No ship was lost\nin that winter."), "{between}");
    }
}

#[test]
fn the_times_of_a_transcript_are_no_part_of_what_is_said() {
    let html = "<p><b>00:12</b> The thing about the sea is</p><p><b>00:15</b> that it never stops.</p>";
    assert_eq!(no_marks(html).as_deref(), Some("The thing about the sea is\nthat it never stops."));
    let html = "<div><span>[01:02:03]</span> We built it</div><div><span>[01:02:09]</span> twice.</div>";
    assert_eq!(no_marks(html).as_deref(), Some("We built it\ntwice."));
    let html = "<p><b>ANN:</b> (Laughter) We built it.</p><p>(APPLAUSE)</p><p>(inaudible) Twice.</p>";
    assert_eq!(no_marks(html).as_deref(), Some("ANN: We built it.\nTwice."));
}

#[test]
fn numbers_and_words_of_the_sentence_stay() {
    for html in [
        "<p>It rose by <b>42</b> feet.</p>",
        "<p>It leaves at <b>12:30</b> and arrives late.</p>",
        "<p><b>12:30</b></p>",
        "<p>He was <span class=footnote>never</span> there.</p>",
        "<p>He was <span class=sidenote>not always</span> there.</p>",
        "<p>He paid <span class=pagenum>all of it</span> there.</p>",
        "<p>He <span class=tooltip>paid all of it</span> there.</p>",
        "<p>He [laughing loudly] paid.</p>",
        "<p>He heard (music) in the hall.</p>",
        "<p>He heard (with some laughter) of it.</p>",
        "<p>He spoke (inaudible to the guests) of it.</p>",
        "<p>He took the (not small) money.</p>",
        "<p>He was (allegedly) there.</p>",
        "<p>He calls laugh(laughter) twice.</p>",
        "<p>See [Figure 4] for it.</p>",
        "<p>42</p>",
    ] {
        assert_eq!(no_marks(html), None, "{html}");
    }
}
