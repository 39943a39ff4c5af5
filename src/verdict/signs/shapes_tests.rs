//! Error pages in the shapes that platforms and designs give them, and ordinary pages in like shapes.

use super::tests::{paragraphs, seen};

/// What a site has around its pages without marking it as that.
fn framed(main: &str) -> String {
    let menu = "<div class='main-menu'><ul><li><a href=/shop>Ropes and sails</a><li><a href=/about>About us</a>\
                <li><a href=/journal>Journal of the loft</a><li><a href=/contact>Contact</a></ul></div>";
    let footer = "<div class='site-footer'><h4>Letters</h4><p>Sign up for our letters and read every month what was made in \
                  the loft and what is still on the bench.</p><h4>Hours</h4><p>Monday to Friday from nine in the morning \
                  until five in the afternoon, on Saturdays as agreed.</p><p>Copyright 2024 Harbour Ropes. All rights \
                  reserved. Drawn with care by a small office in the old town by the river.</p></div>";
    format!("<title>Harbour Ropes</title>{menu}{main}{footer}")
}

#[test]
fn what_platforms_say_of_a_page_that_is_not_there_is_told() {
    for html in [
        "<title>Shop</title><h2>Product no longer available</h2><p>This item has been discontinued.</p>Continue shopping",
        "<title>Jobs</title><h1>This job has expired</h1><p>This position is no longer available.</p>",
        "<title>Profile</title><h1>This account doesn’t exist</h1><p>Try searching for another.</p>",
        "<title>Videos</title><h1>Video unavailable</h1><p>This video has been removed by the uploader</p>",
        "<title>Board</title><h2>Information</h2><p>The requested topic does not exist.</p>",
        "<title>Board Message</title><p>Invalid Thread specified. If you followed a valid link, please notify us</p>",
        "<title>Oops! We ran into some problems. | Board</title><h1>Oops! We ran into some problems.</h1>\
         <p>The requested thread could not be found.</p>",
        "<title>Files</title><h1>Something went wrong</h1><p>File not found</p>",
        "<title>Wiki</title><h2>Page Not Found</h2><p>We can't find that page. You may not have access, or it may have been \
         deleted.</p>",
        "<title>Sites</title><h1>Error</h1><p>This domain isn't connected to a website yet.</p>",
        "<p>{\"message\":\"Not Found\"}",
        "<title>Error</title><pre>Cannot GET /a/page.html</pre>",
        "<h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error, so you are seeing this as a \
         fallback.</p><div>There was an unexpected error (type=Not Found, status=404).</div>",
    ] {
        seen(200, html).check("gone soft-404 unknown");
    }
}

#[test]
fn what_stands_around_a_notice_without_being_marked_leaves_it_a_notice() {
    for main in [
        "<h1>4<span>0</span>4</h1><p>It seems that you got lost.</p><a href=/>Home</a>",
        "<div>4</div><div>0</div><div>4</div><h2>Page is on vacation</h2><a href=/>Home</a>",
        "<h3>Nic tu nie ma</h3><p>Nie znaleziono takiej strony</p>",
        "<h2>পৃষ্ঠাটি খুঁজে পাওয়া যায়নি</h2><p>হোমপেজে ফিরে যান</p>",
        "<h2>Бет табылмады</h2>",
        "<h2>Ni chafwyd hyd i’r dudalen</h2>",
    ] {
        seen(200, &framed(main)).check("gone soft-404 unknown");
    }
    let said = "<p>The loft has made ropes since 1903, and some of its tools are as old. Hemp came by sea.</p>";
    seen(200, &framed(&format!("<h1>Our loft</h1>{said}"))).check("live - sound");
    let only = format!("<title>Harbour Ropes</title><div class=footer>{}</div>", paragraphs(4));
    assert!(seen(200, &only).0.answer().unwrap().signs.as_ref().unwrap().said > 300, "a footer and nothing else");
    let text = format!("<title>Harbour Ropes</title><div id=navbar>{}</div><h1>404</h1>", paragraphs(12));
    seen(200, &text).check("live - sound");
}

#[test]
fn a_long_menu_leaves_a_title_that_is_the_notice() {
    let link = |at| format!("<a href=/{at}>Ropes of the harbour number {at}</a> ");
    let menu: String = (0..200).map(link).collect();
    let page = |title: &str, more: &str| format!("<title>{title}</title><h1>{title}</h1>{menu}{more}");
    seen(200, &page("Page not found", "<p>Please choose from these.")).check("gone soft-404 unknown");
    seen(200, &page("Page not found", &paragraphs(60))).check("live - sound");
    seen(200, &page("All ropes", "<p>Please choose from these.")).check("live - sound");
}

#[test]
fn what_a_page_says_of_itself_in_its_data_is_told() {
    let page = |head: &str| format!("<title>Harbour</title>{head}<h3>Nothing on this shelf</h3>");
    for head in [
        "<meta property='og:url' content='https://site.example/404'>",
        "<link rel=canonical href='https://site.example/en/404.html'>",
        "<script id=__NEXT_DATA__ type='application/json'>{\"page\":\"/404\"}</script><p>Go back home</p><p>404</p>",
    ] {
        seen(200, &page(head)).check("gone soft-404 unknown");
    }
    for head in [
        "<meta property='og:url' content='https://site.example/ropes/404'>",
        "<link rel=canonical href='https://site.example/a/page.html'>",
    ] {
        seen(200, &page(head)).check("live - sound");
    }
}

#[test]
fn an_error_page_that_sends_its_reader_on_has_not_moved() {
    let page = |to: &str, said: &str| {
        format!("<title>File not found</title><meta http-equiv=refresh content='3; url={to}'><p>{said}")
    };
    for said in [
        "I cannot seem to find that file. It's possible that it has been relocated or removed. You will be redirected in 3 seconds.",
        "You will be redirected to our front page.",
    ] {
        seen(200, &page("/", said)).check("gone soft-404 unknown");
        seen(200, &page("/error", "Not found. You will be redirected.")).check("gone soft-404 unknown");
    }
    let moved = "<title>The tides</title><meta http-equiv=refresh content='3; url=/tides'><p>This page has moved to a new \
                 address. You will be redirected.";
    seen(200, moved).check("live - sound");
}

#[test]
fn a_title_that_a_page_was_not_found_outranks_a_notice_of_a_move_that_names_no_address() {
    for html in [
        "<title>Page not found</title><main><p>This page has moved. Please update your bookmarks.</p></main>",
        "<title>Page not found</title><h1>We moved</h1><main><p>This page has moved, please update your bookmarks or use \
         the <a href=/search>search</a>.</p></main>",
        "<title>Harbour office</title><h1>Page not found</h1><p>The page has moved. Please update your bookmarks. \
         <a href=/sitemap>Map of the site</a></p>",
        "<title>404 Not Found</title><p>This page has moved. <a href=/all-pages>Please update your bookmarks</a></p>",
        "<title>Seite nicht gefunden</title><h1>Hafenamt</h1><p>Diese Seite ist umgezogen. Bitte aktualisieren Sie Ihre \
         Lesezeichen: <a href=/uebersicht>Übersicht</a></p>",
        "<title>Page not found</title><p>We have a new website: <a href=https://new.example/>start there</a>. Please update \
         your bookmarks.</p>",
    ] {
        seen(200, html).check("gone soft-404 unknown");
    }
    for html in [
        "<title>Page not found</title><p>This page has moved to <a href=/new/tides>a new address</a>. Please update your \
         bookmarks.</p>",
        "<title>Page moved</title><h1>Page moved</h1><p>The page has moved. <a href=/new/tides>Click here</a> and update \
         your bookmarks.</p>",
        "<title>The tides</title><p>We have moved: <a href=/new/tides>the tides</a>. Please update your bookmarks.</p>",
    ] {
        seen(200, html).check("live - sound");
    }
}

#[test]
fn a_page_that_is_nothing_but_a_refresh_to_itself_shows_nothing() {
    for refresh in ["0", "5", "0; url=", "0; url=page.html", "3; url=#top", "0; url=javascript:start()"] {
        let html = format!("<title>Tides</title><meta http-equiv=refresh content='{refresh}'>");
        assert_eq!(seen(200, &html).told(), "failing empty-page unknown", "{refresh}");
        let shown = format!("{html}<p>High water at six, and low water at noon.</p>");
        assert_eq!(seen(200, &shown).told(), "live - sound", "{refresh}");
    }
    // What leads on has shown what it has, and what a picture or a script shows is not known.
    for html in [
        "<meta http-equiv=refresh content='0; url=/a/other.html'>",
        "<meta http-equiv=refresh content='5'><img src=tides.png alt=''>",
        "<meta http-equiv=refresh content='5'><script src=a.js></script>",
    ] {
        assert_eq!(seen(200, html).told(), "live - sound", "{html}");
    }
}

#[test]
fn numbers_and_words_of_loss_in_sentences_are_no_notice() {
    for html in [
        "<title>404 harbour – hospital</title><h1>Route 404</h1><p>Bus 404 runs from the harbour to the hospital every \
         twenty minutes.",
        "<title>404 - Almanac</title><h1>404</h1><p>The year 404 was a leap year that began on a Friday. The consuls were \
         Honorius and Aristaenetus.",
        "<title>Missing</title><h1>Missing</h1><p>A woman went missing in the hills on Tuesday. Police are looking for \
         anyone who saw her near the station.",
        "<title>Verlaufen</title><h1>Verlaufen</h1><p>Ein Gedicht über einen Weg im Nebel, 1923 zuerst gedruckt.",
        "<title>List of status codes</title><h1>Codes</h1><ul><li>401 Unauthorized<li>404 Not Found<li>410 Gone</ul>",
        "<title>Why films are not available in your country</title><h1>Is this page unavailable in your country?</h1>\
         <p>Some pages are not available in your country because nobody has bought the rights there.",
        "<title>Domain seized by police</title><h1>Domain seized by police</h1><p>Police in five countries seized the domain \
         of a market on Tuesday. A banner now stands there. Two men were arrested, officials said.",
        "<title>HTTP 451</title><h1>451</h1><p>HTTP 451 Unavailable For Legal Reasons is an error status code, displayed when \
         what is asked for cannot be served for legal reasons.",
        "<title>Error 404 (album)</title><h1>Error 404</h1><p>Error 404 is an album by the Lost Links, released in 2011.</p>\
         <ol><li>Page not found<li>Broken link</ol>",
    ] {
        seen(200, html).check("live - sound");
    }
}

#[test]
fn a_wall_is_told_by_what_its_vendor_writes_where_the_status_refuses_and_not_by_a_sensor() {
    for html in [
        "<title>Site</title><div id=\"challenge-spinner\"></div>",
        "<title>Site</title><script>window._pxAppId = 'PXabc';</script><p>Please wait",
        "<title>Access Denied</title><h1>Access Denied</h1><p>Reference&#32;&#35;18&#46;2f9e4317&#46;1700000000&#46;1a2b3c4",
    ] {
        seen(403, html).check("withheld bot-wall unknown");
    }
    let article = |head: &str| format!("<title>The lamp</title>{head}<h1>The lamp</h1>{}", paragraphs(8));
    seen(200, &article("<script>window._pxAppId = 'PXabc';</script>")).check("live - sound");
    let line = "<title>Waiting Room</title><h1>You are now in line.</h1><p>Your estimated wait time is 4 minutes.";
    seen(200, line).check("withheld rate-limited unknown");
    seen(200, "<title>Park</title><h1>The big wheel</h1><p>The estimated wait time is ten minutes at noon.")
        .check("live - sound");
}

#[test]
fn a_notice_about_a_region_or_the_law_is_told_and_so_is_what_only_speaks_of_it() {
    for html in [
        "<title>Niet beschikbaar</title><h1>Toegang niet mogelijk vanuit jouw regio</h1><p>Ons archief is uitsluitend \
         toegankelijk vanuit Europa. Jouw verbinding komt van buiten dit gebied, waardoor de pagina niet geladen kan worden.",
        "<title>Films</title><h1>Zugriff aus deinem Land nicht möglich</h1>",
    ] {
        seen(200, html).check("withheld region unknown");
    }
    let legal = "<title>451 Unavailable For Legal Reasons</title><h1>451</h1><p>The office cannot show what you have asked \
                 for today. Write to the office and name the number of the file. An answer takes the office up to four weeks.";
    seen(200, legal).check("withheld legal unknown");
}

#[test]
fn a_page_that_led_to_a_list_of_its_folder_is_settled_by_its_host() {
    let html = format!("<title>News</title><h1>News</h1>{}", paragraphs(20));
    let led = |to: &str| seen(200, &html).led_to(to);
    let folder = "https://site.example/a/";
    led(folder).check("live - sound");
    assert!(led(folder).is_doubtful());
    led(folder).probed(200, folder, Some(100)).check("gone soft-404 unknown");
    led(folder).probed(404, "https://site.example/a/xyz.html", None).check("live - sound");
    for other in [
        "https://site.example/a/page",
        "https://site.example/b/",
        "https://site.example/a/?id=7",
        "https://other.example/a/",
    ] {
        assert!(!led(other).is_doubtful(), "{other}");
    }
}
