//! Pages that their host gives for any address, in words that nobody knows, beside the first page of their site.

use crate::verdict::signs::tests::{paragraphs, seen};

/// Error pages that say nothing that a notice says.
const WORDLESS: [&str; 4] = [
    "<title>Gazette</title><p>Shi lapinja neeksiste</p><a href=/>sakums</a>",
    "<title>Trabalhando!</title><p>Seremos breves....!</p>",
    "<title>BILD</title><nav>Home</nav><article>Article</article><script src=jquery.js></script>",
    "<h1>Ka pai, e hoa</h1><p>Kei te ngaro tenei mea i a matou.</p>",
];

#[test]
fn what_a_host_gives_for_any_address_but_the_first_is_no_page() {
    for html in WORDLESS {
        let page = || seen(200, html);
        assert!(page().is_doubtful(), "{html}");
        page().check("live - sound");
        page().probed(404, "https://site.example/a/xyz.html", None).check("live - sound");
        let same = || page().probed(200, "https://site.example/a/xyz.html", Some(100));
        assert!(same().is_open_at_home(), "{html}");
        same().check("live - sound");
        page().probed_beside(100, 10).check("gone soft-404 unknown");
        page().probed_beside(100, 100).check("live - sound");
        page().probed_beside(80, 10).check("live - sound");
    }
}

#[test]
fn what_asks_for_something_or_is_filled_by_scripts_may_be_a_wall_or_a_shell() {
    for html in [
        "<title>Portal</title><form action=/in><input name=kad></form><p>Kei te ngaro tenei mea.</p>",
        "<title>Portal</title><p>Kei te ngaro tenei mea.</p><div id=root></div><script src=a.js></script>",
        "<title>Portal</title><p>Kei te ngaro.</p><div id=letters></div><script src=a.js></script>",
        "<title>Portal</title><p>Kei te ngaro {{ name }}.</p><script src=a.js></script>",
    ] {
        assert!(!seen(200, html).is_doubtful(), "{html}");
        seen(200, html).probed_beside(100, 10).check("live - sound");
    }
}

#[test]
fn an_error_page_that_says_so_vaguely_may_have_a_place_for_stars() {
    let page = |place: &str| {
        let html = format!("<title>!!!Hiba!!!</title><h1>Kei te ngaro</h1>{place}<script src=stars.js></script>");
        seen(200, &html)
    };
    page("<div id=stars></div>").probed_beside(100, 10).check("gone soft-404 unknown");
    page("<div id=stars></div>").probed_beside(100, 100).check("live - sound");
    page("<div id=root></div>").probed_beside(100, 10).check("live - sound");
}

#[test]
fn what_was_led_to_a_page_is_not_asked_about_at_home() {
    let page = || seen(200, WORDLESS[0]).led_to("https://site.example/portal");
    let led = page().probed(200, "https://site.example/portal", Some(100));
    assert!(!led.is_open_at_home());
    led.check("live - sound");
}

#[test]
fn what_says_something_is_not_asked_about_for_its_shape() {
    assert!(!seen(200, &paragraphs(4)).is_doubtful());
    assert!(!seen(200, "<img src=a.png>").is_doubtful());
    let long = format!("<title>Tides</title><p>{}</p>", "Kei te ngaro tenei mea i a matou. ".repeat(20));
    assert!(!seen(200, &long).is_doubtful());
}

#[test]
fn a_wall_that_is_known_is_one_whatever_the_first_page_says() {
    let wall = "<title>Gazette</title><h1>Oops</h1><p>Please subscribe to read on.</p>";
    let told = seen(200, wall).probed_beside(100, 10).told();
    assert!(!told.starts_with("gone"), "{told}");
}

/// A text that goes on behind a notice is asked about: an error page may joke, and a story has an address of its own.
#[test]
fn a_notice_that_tells_more_is_asked_about() {
    let joke = "<title>404: Waduh, halaman tidak ditemukan</title><h1>404: Waduh, halaman tidak ditemukan</h1>\
                <p>Sambil menunggu kapal dari pulau seberang ayo main ular tangga di bawah pohon kelapa yang tinggi ini.</p>\
                <p>Angin laut bertiup kencang dan para nelayan pulang membawa ikan yang besar dari teluk di utara.</p>\
                <script src=game.js></script>";
    let page = || seen(200, joke);
    if page().told().starts_with("live") {
        assert!(page().is_doubtful());
    }
    page().probed(200, "https://site.example/a/xyz.html", Some(100)).check("gone soft-404 unknown");
    page().probed(404, "https://site.example/a/xyz.html", None);
}
