//! What interrupts a text, and what is a part of it.

use crate::page::{ContentHead, SaidBy, TextName, read};

const BEFORE: &str = "The lamp had burned for years.";
const BEHIND: &str = "Then it went out.";

/// The text without what interrupts it, of two paragraphs with `between` between them.
fn no_marks(between: &str) -> Option<String> {
    of(&format!("<article><p>{BEFORE}</p>{between}<p>{BEHIND}</p></article>"))
}

fn of(html: &str) -> Option<String> {
    let head = ContentHead { content_type: Some("text/html"), said_by: SaidBy::Server, url: "https://e.example/" };
    read(html.as_bytes(), &head, &mut || true).text(TextName::NoMarks).map(str::to_owned)
}

#[test]
fn paragraphs_stand_once_more_without_what_is_between_them() {
    for (between, kept) in [
        (
            "<figure><img src=a><figcaption>The lamp[3]. Photograph: J. Doe</figcaption></figure>",
            "The lamp. Photograph: J. Doe",
        ),
        ("<aside><h3>Related</h3><ul><li><a href=x>Lamps</a></li></ul></aside>", "Related\nLamps"),
        ("<div class='top ad-slot'><span>Advertisement</span></div>", "Advertisement"),
        (
            "<div class=AD><p>Advertisement</p></div><p>Story continues below</p>",
            "Advertisement\nStory continues below",
        ),
        (
            "<div><h4>Our letter</h4><p>Each day.</p><form><input type=email><button>Go</button></form></div>",
            "Our letter\nEach day.\nGo",
        ),
        ("<div class=newsletter_signup><p>Sign up.</p></div>", "Sign up."),
        ("<p><strong>READ MORE: <a href=x>Lamps of the coast</a></strong></p>", "READ MORE: Lamps of the coast"),
        ("<p><a href=x>Lamps of the coast</a></p>", "Lamps of the coast"),
        ("<blockquote class='pull-quote'>“It went out”</blockquote>", "“It went out”"),
        ("<nav>Share Print</nav>", "Share Print"),
        ("<button>Listen</button>", "Listen"),
        ("<p>Article continues after sponsor message</p>", "Article continues after sponsor message"),
        ("<p>Listen to this article (4 min)</p>", "Listen to this article (4 min)"),
        ("<p>Image caption: The lamp at dusk</p>", "Image caption: The lamp at dusk"),
        ("<p>Image caption, The lamp at dusk</p>", "Image caption, The lamp at dusk"),
        ("<div class=infobox><h4>Facts</h4><p>It has 40,000 candles.</p></div>", "Facts\nIt has 40,000 candles."),
        ("<p class=timestamp>12:34</p>", "12:34"),
        (
            "<blockquote class=twitter-tweet><p>The lamp is lit</p>— Doe <a href=x>May 3</a></blockquote>",
            "The lamp is lit\n— Doe May 3",
        ),
        ("<div role=complementary><p>More lamps</p></div>", "More lamps"),
        ("<div class=video><video src=x></video><p class=caption>The lamp at dusk</p></div>", "The lamp at dusk"),
        ("<div><div><figure><figcaption>The lamp</figcaption></figure></div></div>", "The lamp"),
    ] {
        let whole = format!("{BEFORE}\n{kept}\n{BEHIND}\n∎\n{BEFORE}\n{BEHIND}");
        assert_eq!(no_marks(between), Some(whole), "{between}");
    }
}

#[test]
fn what_is_a_part_of_the_text_is_not_left_out() {
    for between in [
        "<h2>The dark</h2>",
        "<p>Nobody saw it.</p>",
        "<p>Listen to this article of his faith.</p>",
        "<p>Image captions are no text.</p>",
        "<p><a href=x>Nobody had seen it go out.</a></p>",
        "<p>She said: <a href=x>We saw it</a></p>",
        "<blockquote><p>We saw it</p></blockquote>",
        "<ul><li>a lamp</li></ul>",
        "<table><tr><td>a lamp</td></tr></table>",
        "<p>Press <button>Go</button> now.</p>",
        "<div><p>Nobody saw it.</p></div>",
        "<p class=lead>Nobody saw it.</p>",
    ] {
        assert_eq!(no_marks(between), None, "{between}");
    }
    let long = format!("<aside>{}</aside>", "Nobody saw it. ".repeat(200));
    assert_eq!(no_marks(&long), None, "as long as a text of its own");
    assert_eq!(of(&format!("<form><p>{BEFORE}</p><p>{BEHIND}</p></form>")), None, "around the whole text");
    assert_eq!(
        of(&format!("<nav>Home</nav><p>{BEFORE}</p><p>{BEHIND}</p><aside>More</aside>")),
        None,
        "around the text"
    );
}

#[test]
fn passages_that_do_not_follow_each_other_are_parted() {
    let long = "Nobody saw it. ".repeat(400);
    let figure = "<figure><figcaption>A lamp</figcaption></figure>";
    let text = of(&format!("<p>One.</p>{figure}<p>{long}</p><p>Two.</p>{figure}<p>Three.</p>")).unwrap_or_default();
    let flow = &text[text.find('∎').unwrap_or_default()..];
    assert!(flow.starts_with("∎\nOne.\nNobody saw it."), "{flow}");
    assert!(flow.ends_with("saw it.\nTwo.\nThree."), "{flow}");
    assert_eq!(flow.matches('∎').count(), 2, "{flow}");
}
