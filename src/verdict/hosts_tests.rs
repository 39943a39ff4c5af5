//! What hosts, platforms and filters show in the place of a page, and short pages in their words that are pages.

use super::tests::{paragraphs, seen};

/// What each is told as.
const SHOWN: &[(&str, &[&str])] = &[
    (
        "gone soft-404 unknown",
        &[
            // What servers and panels show where nobody has put a page.
            "<title>Test Page for the HTTP Server on Fedora</title><h1>Fedora Test Page</h1><p>This page is used to test the \
             proper operation of the HTTP server after it has been installed. If you can read this page, it means that the \
             web server installed at this site is working properly, but has not yet been configured.</p>",
            "<title>Caddy works!</title><h1>Caddy works!</h1><p>Your web server is working. Caddy is serving this page.</p>",
            "<title>IIS7</title><img src=welcome.png alt=IIS7>",
            "<title>Welcome!</title><h1>Welcome</h1><p>This is the default index page of your website.</p><p>This file may be \
             deleted or overwritten without any difficulty.</p>",
            "<title>恭喜，站点创建成功！</title><h1>恭喜, 站点创建成功！</h1><p>本页面由系统自动生成</p>",
            // What platforms say of what was there.
            "<title>Tapes</title><h1>Video unavailable</h1><p>This video has been removed by the uploader</p>",
            "<title>Drive</title><p>The file you have requested has been deleted.</p>",
            "<title>Boards</title><p>Sorry, this post was deleted by the person who originally posted it.</p>",
            "<title>Sites</title><h1>This site is not published</h1><p>The owner has not published it yet.</p>",
            "<title>Blog</title><h1>Blog introuvable</h1><p>Ce blog n'existe pas ou a été supprimé par son auteur.</p>",
            "<title>Share</title><h2>Transfer expired</h2><p>Sorry, this transfer has expired.</p>",
        ],
    ),
    (
        "gone parked unknown",
        &[
            "<title>Domain expired</title><h1>This domain has expired</h1><p>Is this your domain? Renew now.</p>",
            "<title>Domaine expiré</title><h1>Ce nom de domaine a expiré</h1><p>Si vous en êtes le titulaire, renouvelez-le.</p>",
            "<title>域名已过期</title><h1>该域名已过期</h1><p>如果您是域名所有者，请尽快续费。</p>",
            "<title>x</title><p>Inquire about this domain</p><a href='https://sedo.com/search/details/?domain=x.test'>Sedo</a>",
            "<title>x</title><script>window.park = \"eyJ1dWlkIjoiMSJ9\";</script>",
            "<title>x</title><h1>Este dominio está en venta</h1><script src='https://c.parkingcrew.net/scripts/a.js'></script>",
        ],
    ),
    (
        "gone suspended unknown",
        &[
            "<title>Website Expired</title><h1>Website Expired</h1><p>If you are the site owner, click below to log in.</p>",
            "<title>boards</title><h1>This community has been banned</h1><p>It was banned for violating the rules.</p>",
        ],
    ),
    (
        "withheld forbidden unknown",
        &[
            // It is there for others.
            "<title>Drive: Sign-in</title><h1>You need access</h1><p>Ask for access, or switch to an account with access.</p>",
            "<title>Letters</title><p>These posts are protected</p><p>Only approved followers can see them. To request access, \
             click Follow.</p>",
            // It may be, or it is gone.
            "<title>Notes</title><h1>This page couldn’t be found</h1><p>You may not have access, or it might have been deleted \
             or moved. Check the link.</p>",
            "<title>Faces</title><h1>This content isn't available right now</h1><p>Usually the owner only shared it with a \
             small group of people, or it's been deleted.</p>",
            // Filters of networks.
            "<title>Web Page Blocked</title><h1>Web Page Blocked</h1><p>Access has been blocked in accordance with company \
             policy. Category: gambling</p>",
            "<title>Filter</title><h1>This website is blocked</h1><p>It is blocked by your school district’s web filter.</p>",
        ],
    ),
    (
        "withheld legal unknown",
        &[
            "<title>Sito non raggiungibile</title><h1>Sito non raggiungibile</h1><p>Il sito è stato inibito a seguito di un \
             provvedimento dell’AGCOM.</p>",
            "<title>Zugang</title><h1>Zugang gesperrt</h1><p>Diese Website wurde aufgrund einer behördlichen Anordnung \
             gesperrt.</p>",
        ],
    ),
    (
        "withheld bot-wall unknown",
        &[
            "<title>One moment, please...</title>",
            "<title>site</title><div id=cf-challenge-running></div>",
            "<title>Shop</title><p>Sorry, we just need to make sure you're not a robot.</p>",
            "<title>安全验证</title><p>请完成安全验证以继续访问</p>",
        ],
    ),
    (
        "withheld login unknown",
        &[
            "<title>Hotspot Login</title><h1>Wi-Fi</h1><p>To access the internet you must enter your room number.</p>",
            "<title>Login required</title><h1>Login required</h1><p>Please log in to view other pages.</p>",
        ],
    ),
    (
        "withheld paywall unknown",
        &[
            "<title>Kade</title><h1>De kade</h1><p>Dit artikel is alleen voor abonnees. Neem een abonnement om verder te lezen.",
        ],
    ),
];

#[test]
fn what_hosts_show_in_the_place_of_a_page_is_told_as_what_it_is() {
    let mut missed = Vec::new();
    for (expected, pages) in SHOWN {
        for html in *pages {
            let told = seen(200, html).told();
            if told != *expected {
                missed.push(format!("{html}: {told}, not {expected}"));
            }
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn pages_in_the_words_of_hosts_are_there() {
    let mut taken = Vec::new();
    for html in [
        &format!("<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>{}", paragraphs(5)),
        "<title>How to install nginx</title><h1>How to install nginx</h1><p>Open your server: “Welcome to nginx!” means that it \
         works.</p>",
        "<title>It Works!</title><h1>It Works!</h1><p>Album by The Lamps, released in 1987. Nine songs, recorded in a barn near \
         Hull over one winter.</p>",
        "<title>Domain names</title><h1>Expired domain names</h1><p>When a domain name has expired, the registry keeps it for \
         thirty days. The former owner can renew it. After that anybody may register it.</p>",
        "<title>The mill is for sale</title><h1>The mill is for sale</h1><p>Stone, 1763. Make an offer to the council.</p>",
        "<title>Domains for sale – Names</title><h1>Premium domains</h1><p>Our list has 340 names. Choose one and buy this \
         domain today with a single payment.</p>",
        "<title>Web filter</title><h1>Web filter</h1><p>Our school uses a web filter. Ask the office if a page you need for a \
         lesson is blocked by your administrator. The list is reviewed each term by two parents and the board.</p>",
        "<title>You need access</title><h1>You need access to water</h1><p>Farmers need access to the canal in May.</p>",
        "<title>Varn</title><h1>Varn is a private community</h1><p>Behind the wall live nine hundred people.</p>",
        "<title>Wi-Fi in the library</title><h1>Wi-Fi in the library</h1><p>Log in with the number on your card.</p>",
        "<title>Lock</title><h1>Under construction</h1><p>The new lock is under construction since 2019.</p>",
        "<title>Harbour</title><h1>Harbour festival</h1><p>The festival opened on Monday with a parade of forty old boats and a \
         band from Hull.</p><p>This video is no longer available.</p>",
    ] {
        let told = seen(200, html).told();
        if told != "live - sound" {
            taken.push(format!("{html}: {told}"));
        }
    }
    assert!(taken.is_empty(), "{taken:#?}");
}

/// What stands under words of absence and says several things more is asked about, and never told by its words alone.
#[test]
fn a_page_with_things_of_its_own_to_say_is_not_gone_by_its_words() {
    let more = paragraphs(3);
    for html in [
        format!(
            "<title>Page Not Found (song)</title><h1>Page Not Found</h1><p>The second single of their third record.</p>{more}"
        ),
        format!("<title>Page not found after upgrade · Issue #88</title><h1>Page not found after upgrade</h1>{more}"),
        "<title>Kettle K200</title><h1>Kettle K200</h1><p>This product is no longer available. See the K300 for its \
         successor.</p><p>It held 1.7 litres and boiled them in three minutes.</p>"
            .to_owned(),
    ] {
        let look = seen(200, &html);
        look.check("live - sound");
        assert!(look.is_doubtful(), "{html}");
        seen(200, &html).probed(200, "https://site.example/a/xyz.html", Some(100)).check("gone soft-404 unknown");
    }
}

#[test]
fn where_a_redirect_led_tells_an_error_page_and_makes_a_list_doubtful() {
    let page = || {
        seen(200, "<title>Quay Press</title><h1>Quay Press</h1><p>News of the harbour and of the town behind it.</p>")
    };
    for to in [
        "/404",
        "/404.html",
        "/en/404.php",
        "/notfound",
        "/pageNotFound.jsp",
        "/error?error=404",
        "/no-longer-available",
    ] {
        page().led_to(&format!("https://site.example{to}")).check("gone soft-404 unknown");
    }
    for (to, is_doubtful) in [
        ("/news/", true),
        ("/search?q=page", true),
        ("/category/harbour/", true),
        // An article may have such an address.
        ("/blog/404-page-not-found-explained", true),
        // Pages still.
        ("/2020/page", false),
        ("/harbour-guide/", false),
    ] {
        let look = page().led_to(&format!("https://site.example{to}"));
        look.check("live - sound");
        assert_eq!(look.is_doubtful(), is_doubtful, "{to}");
    }
}
