//! What stands in the place of a page for a while or for some: maintenance, questions, the beginnings of articles.

use jiff::Timestamp;

use crate::verdict::signs::tests::{Seen, paragraphs, seen};
use crate::verdict::source::{self, Quotes, SourceFacts};
use crate::verdict::{Confirmation, Unreadable};

#[test]
fn what_a_person_gets_past_is_withheld() {
    let login = "<title>Log in | Forum</title><form><input name=u><input type=password></form>";
    seen(200, login).check("withheld login unknown");
    seen(200, "<p>x</p>").led_to("https://www.linkedin.example/authwall?x=1").check("withheld login unknown");
    seen(200, &format!("{}<form><input type=password></form>", paragraphs(20))).check("live - sound");
    let teaser =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script>";
    seen(200, &format!("<title>A</title>{teaser}{}", paragraphs(3))).check("withheld paywall unknown");
    seen(200, &format!("<title>A</title>{teaser}{}", paragraphs(40))).check("live - sound");
    seen(200, "<title>A</title><p>This post is for paid subscribers</p>").check("withheld paywall unknown");
    seen(200, "<p>x</p>").led_to("https://consent.yahoo.com/v2/collect").check("withheld consent unknown");
    seen(200, "<p>x</p>").led_to("https://site.example/action/cookieAbsent").check("withheld consent unknown");
    seen(200, "<h1>This content is not available in your country</h1>").check("withheld region unknown");
    seen(200, "<h1>451: Unavailable due to legal reasons</h1>").check("withheld legal unknown");
    seen(403, "<h1>Unavailable for legal reasons</h1>").check("withheld legal unknown");
}

#[test]
fn a_redirect_to_a_gate_that_knows_the_way_back_is_withheld() {
    let page = || seen(200, &paragraphs(3));
    for (to, expected) in [
        ("https://site.example/consent?return=%2Fa%2Fpage.html", "withheld consent unknown"),
        ("https://cmp.other.example/cookie-wall/?next=https://site.example/a/page.html", "withheld consent unknown"),
        ("https://site.example/age-gate.php?dest=/a/page.html", "withheld consent unknown"),
        ("https://site.example/captcha/?back=/a/page.html", "withheld bot-wall unknown"),
        ("https://site.example/subscribe?from=/a/page.html", "withheld paywall unknown"),
        ("https://site.example/users/sign-in?return_to=/a/page.html", "withheld login unknown"),
        ("https://site.example/consent?next=%2Fa%2F", "withheld consent unknown"),
        ("https://site.example/consent?next=%2Fa", "withheld consent unknown"),
        // No way back, or none of these.
        ("https://site.example/consent?next=%2Fab", "live - sound"),
        ("https://site.example/consent?next=%2F", "live - sound"),
        ("https://site.example/consent", "live - sound"),
        ("https://site.example/news/consent-in-medicine?from=/a/page.html", "live - sound"),
        ("https://site.example/subscribe?from=newsletter", "live - sound"),
    ] {
        page().led_to(to).check(expected);
    }
}

#[test]
fn a_site_that_is_being_maintained_fails_whatever_its_status_says() {
    for html in [
        "<title>Down for maintenance</title><p>We are currently performing scheduled maintenance. Back shortly.</p>",
        "<title>The Gazette</title><h1>We’ll be back soon!</h1><p>Sorry for the inconvenience.</p>",
        "<title>Gazette</title><p>Our site is undergoing scheduled maintenance. Please check back soon.</p>",
        "<title>Wartungsarbeiten</title><p>Wir sind bald wieder für Sie da.</p>",
        "<title>Site en maintenance</title><p>Nous revenons bientôt.</p>",
        "<title>En mantenimiento | Diario</title><p>Volveremos en breve.</p>",
        "<title>Технические работы</title><p>Приносим извинения.</p>",
        "<title>メンテナンス中</title><p>しばらくお待ちください。</p>",
        "<title>Maintenance</title><p>The website is temporarily unavailable.</p>",
        "<p>Error establishing a database connection</p>",
        "<title>502 Bad Gateway</title><h1>502 Bad Gateway</h1><hr>nginx",
    ] {
        seen(200, html).check("failing server-error unknown");
    }
    for html in [
        format!("<title>Maintenance mode</title><h1>Maintenance mode</h1>{}", paragraphs(20)),
        "<title>Maintenance</title><p>We mow lawns and paint fences in the whole county, in any weather.</p>"
            .to_owned(),
        "<title>Status</title><p>The next maintenance is planned for the first Sunday of May.</p>".to_owned(),
        "<title>Contact</title><p>No answer? Please try again later. Sorry for the inconvenience.</p>".to_owned(),
    ] {
        seen(200, &html).check("live - sound");
    }
}

#[test]
fn a_question_for_an_age_withholds_the_page() {
    for html in [
        "<title>Age verification</title><p>You must be 18 or older to enter. Please confirm your age.</p>",
        "<title>Wines of the valley</title><h1>Are you of legal drinking age?</h1><p>Enter your date of birth.</p>",
        "<title>Weingut</title><h1>Altersabfrage</h1><p>Sie müssen mindestens 18 Jahre alt sein.</p>",
        "<title>Vins</title><h1>Êtes-vous majeur ?</h1><p>J’ai plus de 18 ans</p>",
        "<title>Вино</title><h1>Вам исполнилось 18 лет?</h1><p>Мне исполнилось 18</p>",
    ] {
        seen(200, html).check("withheld consent unknown");
    }
    let shop =
        "<title>Delivery</title><p>Wine goes to adults: you must be 18 or older to order it from us by mail.</p>";
    seen(200, shop).check("live - sound");
    seen(200, &format!("<title>Age verification</title>{}", paragraphs(20))).check("live - sound");
}

#[test]
fn the_beginning_of_an_article_that_is_for_subscribers_is_withheld() {
    for html in [
        "<p>The commission met on Tuesday to hear a report.</p><p>To read the full story</p><p>Subscribe</p><p>Sign in</p>",
        "<p>Der Rat tagte am Dienstag.</p><p>Um weiterzulesen, jetzt abonnieren.</p>",
        "<p>Le conseil s’est réuni mardi.</p><p>La suite est réservée</p><p>Déjà abonné ? Abonnez-vous</p>",
    ] {
        seen(200, &format!("<title>A report</title>{html}")).check("withheld paywall unknown");
    }
    for html in [
        "<p>The commission met on Tuesday. Click here and you are led on to read the full story.</p><p>Subscribe</p>",
        "<p>The commission met on Tuesday to hear a report.</p><p>Subscribe</p><p>Subscription</p><p>Sign in</p>",
    ] {
        seen(200, &format!("<title>A report</title>{html}")).check("live - sound");
    }
}

#[test]
fn what_may_be_a_notice_leaves_a_doubt_about_what_it_lacks() {
    let doubt = |seen: Seen| {
        let facts = SourceFacts {
            history: std::slice::from_ref(&seen.0),
            page: None,
            quotes: Quotes::Absent,
            shared: None,
            expect: None,
            confirmation: Confirmation::OneLook,
            now: Timestamp::UNIX_EPOCH,
        };
        source::judge(&facts).doubt
    };
    let notice = Some(Unreadable::MayBeNotice);
    for html in [
        "<title>Gazette</title><h1>Maintenance</h1>",
        "<title>Gazette</title><p>Read on.</p><p>To continue reading, come in.</p>",
        "<title>Gazette</title><p>Sorry! It has been removed from our pages, we regret to say.</p>",
    ] {
        assert_eq!(doubt(seen(200, html)), notice, "{html}");
    }
    let removed =
        || seen(200, "<title>Gazette</title><p>Sorry! It has been removed from our pages, we regret to say.</p>");
    let other = "https://site.example/a/xyz.html";
    assert_eq!(doubt(removed().probed(404, other, None)), None, "its host has settled it");
    assert_eq!(doubt(removed().probed(200, other, Some(40))), None);
    let sorry = seen(200, "<title>Sorry</title><h1>We are sorry</h1><p>A hat of blue felt, for the lady of the house.");
    assert_eq!(doubt(sorry.probed(200, other, Some(100))), notice, "its host says so of every address");
    assert_eq!(doubt(seen(200, &paragraphs(3))), None);
    assert_eq!(doubt(seen(200, &format!("<h1>Maintenance</h1>{}", paragraphs(20)))), None);
}

#[test]
fn the_page_of_a_provider_that_blocks_a_site_withholds_it() {
    for html in [
        "<title>Site blocked</title><p>This site has been blocked as per the instructions of the ministry.</p>",
        "<h1>Website gesperrt</h1><p>Auf gerichtliche Anordnung musste der Zugang gesperrt werden.</p>",
        "<title>Доступ ограничен</title><p>Страница внесена в единый реестр.</p>",
        "<title>Blokeret</title><p>Vi er pålagt en spærring af adgangen til denne hjemmeside.</p>",
        "<p>Bu siteye erişim, idari tedbir ve mahkeme kararı ile engellenmiştir.</p>",
    ] {
        seen(200, html).check("withheld legal unknown");
    }
    let news =
        "<title>Court</title><p>The court ruled that the bridge stays. It violates the national law, said some.</p>";
    seen(200, news).check("live - sound");
    seen(200, &format!("<title>Access blocked</title>{}", paragraphs(20))).check("live - sound");
}

#[test]
fn a_wall_against_robots_that_is_sent_as_an_error_is_a_wall() {
    for status in [404, 410] {
        for html in [
            "<title>Robot check</title><h1>Are you a human?</h1><p>Please verify you are a human to continue.</p>",
            "<title>Just a moment...</title><script>window._cf_chl_opt={cvId:'3'}</script><p>Checking your browser.</p>",
            "<title>Access denied</title><h1>Access denied</h1><p>Automated access to this page has been blocked. Please enable \
             JavaScript and complete the CAPTCHA.</p>",
        ] {
            seen(status, html).check("withheld bot-wall unknown");
        }
    }
    let gone = "gone not-found broken";
    for html in [
        "<title>Not found</title><p>Nothing here. Please verify you are a human to write to us.</p>",
        "<title>Harbour</title><p>We could not find that page.</p><form><div class=g-recaptcha></div></form>",
        "<title>Access denied</title><p>You do not have permission to read this.</p>",
        "<title>404</title>",
        "",
    ] {
        seen(404, html).check(gone);
    }
}
