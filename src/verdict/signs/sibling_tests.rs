//! Pages that their host gives for any address, in words that say next to nothing, beside the first page of their site.

use crate::verdict::signs::tests::seen;

/// Error pages that say vaguely that something is the matter.
const VAGUE: [&str; 3] = [
    "<title>Gazette</title><p>Oops! Kei te ngaro tenei mea i a matou.</p>",
    "<title>Gazette</title><p>Sorry about that. Take me home</p>",
    "<title>Gazette</title><div id=stars></div><p>Oops! Kei te ngaro tenei mea.</p><script src=stars.js></script>",
];

#[test]
fn what_a_host_gives_anywhere_but_on_its_first_page_is_no_page() {
    for html in VAGUE {
        let page = || seen(200, html);
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
fn a_page_in_words_of_no_kind_is_not_asked_about() {
    for html in [
        "<title>Gazette</title><p>Kei te ngaro tenei mea i a matou.</p>",
        "<title>Stjórn</title><p>Aðeins fyrir áskrifendur.</p>",
        "<title>Heron</title><figure><img src=a.jpg></figure><p>Photograph: Ada Vale</p>",
    ] {
        assert!(!seen(200, html).is_doubtful(), "{html}");
    }
}

#[test]
fn what_asks_for_something_or_is_filled_by_scripts_may_be_a_wall_or_a_shell() {
    for beside in [
        "<form action=/in><input name=kad></form>",
        "<a href='/login?next=/a/page.html'>Kei roto</a>",
        "<a href=/auth/saml>Kei roto</a>",
        "<div id=root></div><script src=a.js></script>",
        "{{ name }}<script src=a.js></script>",
    ] {
        let page = || seen(200, &format!("<title>Portal</title><p>Oops! Kei te ngaro tenei mea.</p>{beside}"));
        assert!(!page().probed(200, "https://site.example/a/xyz.html", Some(100)).is_open_at_home(), "{beside}");
        page().probed_beside(100, 10).check("live - sound");
    }
    let search = "<title>Portal</title><p>Oops! Kei te ngaro tenei mea.</p><form><input type=search name=q></form>";
    seen(200, search).probed_beside(100, 10).check("gone soft-404 unknown");
}

#[test]
fn what_was_led_to_a_page_is_not_asked_about_at_home() {
    let page = || seen(200, VAGUE[0]).led_to("https://site.example/portal");
    let led = page().probed(200, "https://site.example/portal", Some(100));
    assert!(!led.is_open_at_home());
    led.check("live - sound");
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
    let story = "<title>Page not found: what a lost harbour says</title><h1>Page not found: what a lost harbour says</h1>\
                 <p>The old harbour of Varn was drawn on every chart until the great storm took the mole in the autumn.</p>\
                 <p>Fishermen still tie their boats to the stones that stand out of the water when the tide is low.</p>\
                 <p>Nobody has built there since, and herons nest on what is left of the customs house by the road.</p>\
                 <script src=a.js></script>";
    let page = || seen(200, story);
    page().check("live - sound");
    assert!(page().is_doubtful());
    page().probed(200, "https://site.example/a/xyz.html", Some(100)).check("gone soft-404 unknown");
    page().probed(404, "https://site.example/a/xyz.html", None).check("live - sound");
}
