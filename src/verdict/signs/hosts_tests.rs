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
            "<title>vBulletin Message</title><h2>vBulletin Message</h2><p>Invalid Thread specified. If you followed a valid link, please \
             notify the administrator</p>",
            "<title>Tide mill - Wiki</title><h1>Tide mill</h1><p>There is currently no text in this page. You can search for it, but you \
             do not have permission to create this page.</p>",
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
            "<title>x</title><h1>x.example</h1><p>This Web page is parked for FREE, courtesy of GoDaddy.</p>",
            "<title>Parkerad domän - Registrar</title><h1>x</h1><p>Domänen är parkerad hos oss.</p>",
            "<title>Your next name</title><h1>This domain is available to buy</h1><p>This domain can be purchased. Minimum offer: \
             900 euros.</p>",
            "<title>Этот домен доступен к покупке</title><h1>Этот домен доступен к покупке</h1><p>Цена этого домена: 90 000.</p>",
            "<title>Ein Name</title><h1>Diese Domain ist zu erwerben</h1><p>Diese Domain steht zum Verkauf. Ihr Gebot bitte per Post.</p>",
            "<title>Ten adres</title><h1>Ta domena jest do kupienia</h1><p>Ta domena jest na sprzedaż. Złóż ofertę.</p>",
            "<title>site</title><h1>このドメインは販売中です</h1><p>ドメインの購入をご希望の方は、下記のフォームよりお問い合わせください。</p>",
            "<title>x</title><h1>quay.example steht zum Verkauf</h1><p>Diese Domain kaufen</p><p>Diese Webseite wurde vom Domain \
             Inhaber dynamisch generiert, der das Sedo Domain Parking Programm nutzt.</p>",
            "<title>x</title><p>Inquire about this domain</p><a href='https://sedo.com/search/details/?domain=x.test'>Sedo</a>",
            "<title>x</title><script>window.park = \"eyJ1dWlkIjoiMSJ9\";</script>",
            "<title>x</title><h1>Este dominio está en venta</h1><script src='https://c.parkingcrew.net/scripts/a.js'></script>",
        ],
    ),
    (
        "gone suspended unknown",
        &[
            "<title>Website Expired</title><h1>Website Expired</h1><p>If you are the site owner, click below to log in.</p>",
            "<title>Hosting</title><h1>Hosting for this website has expired</h1><p>The hosting plan of this site has not been renewed.</p>",
            "<title>Hinweis</title><h1>Ihr Hosting-Paket ist abgelaufen</h1><p>Das Hosting dieser Website wurde nicht verlängert.</p>",
            "<title>Avis</title><h1>L'hébergement de ce site a expiré</h1><p>L'hébergement de ce site n'a pas été renouvelé.</p>",
            "<title>Хостинг</title><p>Срок действия хостинга истёк.</p>",
            "<title>提示</title><p>该网站的主机已到期。</p>",
            "<title>Strona zablokowana</title><h1>Usługa hostingowa została zablokowana</h1><p>Przyczyną jest nieopłacona faktura.</p>",
            "<title>Website is unavailable</title><h1>This site is currently unavailable.</h1><p>Owners, please contact your hosting \
             provider. The subscription has been suspended.</p>",
            "<title>boards</title><h1>This community has been banned</h1><p>It was banned for violating the rules.</p>",
        ],
    ),
    (
        "withheld consent unknown",
        &[
            "<title>Le Rivage</title><p>Pour accéder à ce site gratuitement, acceptez les cookies de nos partenaires ou abonnez-vous.</p>\
             <button>Accepter et fermer</button><a>Paramétrer mes choix</a>",
            "<title>La Riva</title><p>Per continuare a leggere senza abbonarti, accetta i cookie.</p><button>Accetta e continua</button>\
             <button>Rifiuta e abbonati</button>",
        ],
    ),
    (
        "failing server-error unknown",
        &[
            "<title>WordPress › Fout</title><p>Er heeft zich een kritieke fout voorgedaan op deze site.</p>",
            "<title>WordPress › Błąd</title><p>W witrynie wystąpił błąd krytyczny.</p>",
            "<title>WordPress</title><p>このサイトで重大なエラーが発生しました。</p>",
        ],
    ),
    (
        "withheld login unknown",
        &[
            "<title>Protected: Minutes</title><h1>Protected: Minutes</h1><form><p>This content is password protected. To view it please \
             enter your password below:</p><input type=password></form><form><input name=s></form>",
            "<title>Anmeldung erforderlich - Wiki</title><h1>Anmeldung erforderlich</h1><p>Du musst dich anmelden, um andere Seiten \
             betrachten zu können.</p>",
            "<title>Geschützt: Protokoll</title><h1>Protokoll</h1><p>Dieser Inhalt ist passwortgeschützt.</p><input name=s>",
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
        "<title>Selling a domain</title><h1>Selling a domain</h1><p>A domain is for sale once its owner says so in the panel. Our \
         fee is nine per cent of the price. The name moves within five days.</p>",
        "<title>The dispute over lamplight</title><h1>The dispute over lamplight</h1><p>The panel found that the domain name was for \
         sale from the first day, and gave it to the maker of the lamps.</p>",
        "<title>Hosting an exchange student</title><h1>Hosting an exchange student</h1><p>The hosting period has ended for most \
         families by June. Photographs of the farewell hang in the hall of the school.</p>",
        "<title>Autumn exchange</title><h1>Autumn exchange</h1><p>The hosting period has ended for this year. We thank the 14 host \
         families. If you would like to host a pupil, write to the office.</p>",
        "<title>Hosting has ended</title><h1>Hosting has ended</h1><p>Our families hosted 31 pupils.</p>",
        "<title>Gastfamilien</title><h1>Gastfamilien</h1><p>Die Zeit bei den Gastfamilien ist abgelaufen.</p>",
        "<title>Refuge du col</title><h1>L'hébergement est terminé</h1><p>La saison d'hébergement a expiré le 30 septembre.</p>",
        "<title>Alojamiento</title><h1>Alojamiento rural</h1><p>La oferta de alojamiento ha vencido. Vuelva en primavera.</p>",
        "<title>What to do next</title><h1>Your passport has expired</h1><p>Bring it with two photographs and 40 euros.</p>",
        "<title>Das Quartier</title><h1>Der Mietvertrag ist abgelaufen</h1><p>Die Halle am Hafen sucht einen neuen Mieter.</p>",
        "<title>Panel</title><h1>Open invoices</h1><p>If your account has been suspended, pay here. When this site is suspended its \
         mail still arrives.</p>",
        "<title>Rechnungen</title><h1>Rechnungen</h1><p>Wenn Ihr Konto gesperrt ist, wenden Sie sich an die Kasse.</p>",
        "<title>The morning our shop vanished | Loom</title><h1>The morning our shop vanished</h1><p>I opened the laptop and there it \
         was: This Account has been suspended. Contact your hosting provider for more information. It was an unpaid invoice.</p>",
        "<title>Joomla 404 Article not found - Quay Forum</title><p>Hi all, since the move to the new host every article gives 404 \
         Article not found. Any ideas?</p><p>Switch off the rewriting of addresses, then on again.</p>",
        "<title>404 page templates</title><h1>404 page templates</h1><p>Twelve free pages for those who are lost.</p><p>Lost in \
         space</p><p>Robot</p>",
        "<title>Password advice</title><h1>Password advice</h1><p>Is your content password protected? Choose a long phrase.</p>",
        "<title>410 Gone - HTTP</title><h1>410 Gone</h1><p>The 410 status says that the resource is no longer available at this \
         address.</p><p>See also: 404 Not Found</p>",
        "<title>Was your website seized? | Law clinic</title><h1>Was your website seized?</h1><p>Lawyers meet on Tuesdays at six.</p>",
        "<title>Kritischer Fehler</title><p>Hallo zusammen, seit dem Update steht da: Es gab einen kritischen Fehler auf deiner Website. \
         Woran liegt das?</p><p>Plugins abschalten.</p>",
        "<title>Anmeldung erforderlich</title><h1>Anmeldung erforderlich</h1><p>Für den Kurs bitte bis Mai im Büro anmelden.</p>",
        "<title>Bilen</title><h1>Bilen är parkerad</h1><p>Domänen är parkerad i skogen, sa han.</p>",
        "<title>Renewals</title><h1>Renewals</h1><p>We write 30 days before your hosting plan has expired.</p>",
        "<title>Renovación</title><h1>Renovación</h1><p>Cuando su plan de hosting ha caducado puede renovarlo en el panel.</p>",
        "<title>Council news</title><h1>Hosting contract has expired</h1><p>The town's hosting contract has expired, and the council \
         asks three firms for offers. The site stays where it is until May.</p>",
        "<title>When a plan ends</title><h1>When a plan ends</h1><p>Once your hosting plan has expired we keep its files for thirty \
         days. Renew it in the panel, and the site is back within the hour.</p>",
        "<title>Domaine viticole à vendre</title><h1>Domaine viticole à vendre</h1><p>Ce domaine de 12 hectares est à vendre avec sa \
         cave et ses vignes.</p>",
        "<title>Appartements à vendre</title><h1>Appartements à vendre</h1><p>Deux pièces, 180 000 €. Faites une offre.</p>",
        "<title>Maison à vendre</title><h1>Maison à vendre</h1><p>Trois pièces au port. L'agence attend votre appel.</p>",
        "<title>The shop is for sale</title><h1>The shop is for sale</h1><p>The business, its stock and its name are for sale. Make us \
         an offer.</p>",
        "<title>We lost our name</title><h1>We lost our name</h1><p>In May the old address had a page with “This domain is for sale” \
         and a price of 4,000 dollars. Nobody had read the letters of the registrar.</p>",
        "<title>Quay status</title><h1>All systems operational</h1><p>12 November: the hosting of two customers was suspended by \
         mistake for four minutes.</p>",
        "<title>Quay: hosting</title><h1>Hosting that stays up</h1><p>Plans from 3 a month.</p><h2>Is your account suspended \
         elsewhere?</h2><p>We move your site for free.</p>",
        "<title>Compte suspendu ?</title><h1>Votre compte est suspendu ?</h1><p>Réglez la facture, et tout revient dans l'heure.</p>",
        "<title>Account Suspended: Season 2</title><h1>Account Suspended</h1><p>Season 2, episode 4. Comedy, 24 min, 2019. Maya loses \
         her name and her temper.</p>",
        "<title>Impressum</title><h1>Impressum</h1><p>Diese Webseite wurde vom Verein der Ruderer gestaltet.</p>",
        "<title>Error establishing a database connection: 5 fixes</title><h1>Error establishing a database connection: 5 fixes</h1>\
         <p>Start with the file of settings: name, user and host have to be those of the server.</p>",
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

#[test]
fn pages_of_registrars_and_boards_are_told_by_their_own_words() {
    let mut missed = Vec::new();
    for (told, html) in [
        (
            "gone parked unknown",
            "<title>site.example</title><p>site.example – This website is for sale! – dredging Resources and Information.</p>",
        ),
        (
            "gone parked unknown",
            "<title>Parked Domain name on Hostinger DNS system</title><h1>This is a Parked domain</h1><p>site.example</p>",
        ),
        (
            "gone parked unknown",
            "<title>Domena site.example jest utrzymywana na serwerach nazwa.pl</title><h1>Domena site.example jest utrzymywana na serwerach nazwa.pl</h1>",
        ),
        (
            "gone suspended unknown",
            "<title>site.example</title><p>The domain site.example is pending ICANN verification.</p><h1>Verify your contact information</h1><p>This domain has been suspended because the contact details of its registrant were not verified.</p>",
        ),
        (
            "withheld login unknown",
            "<title>User Control Panel - Login</title><h1>Board</h1><h2>Login</h2><p>The board requires you to be registered and logged in to view this forum.</p>",
        ),
        (
            "withheld login unknown",
            "<title>vBulletin Message</title><p>You are not logged in or you do not have permission to access this page. This could be due to one of several reasons:</p>",
        ),
        (
            "withheld legal unknown",
            "<title>Engelli</title><p>Bu internet sitesi hakkında 5651 sayılı kanun uyarınca erişim engelleme kararı uygulanmaktadır.</p>",
        ),
        (
            "gone soft-404 unknown",
            "<title>Dieser Artikel wurde depubliziert – Bote</title><h1>Dieser Artikel wurde depubliziert</h1><p>Dieser Beitrag wurde nach Ablauf der Frist aus dem Angebot entfernt.</p>",
        ),
        (
            "gone soft-404 unknown",
            "<title>Articolo non più disponibile</title><h1>Articolo non più disponibile</h1><p>L’articolo che stai cercando è stato rimosso.</p>",
        ),
        ("gone soft-404 unknown", "<title>Account deleted</title><h1>This user has deleted their account.</h1>"),
        (
            "gone soft-404 unknown",
            "<title>Annonsen har gått ut</title><h1>Annonsen har gått ut</h1><p>Jobbet går inte längre att söka.</p>",
        ),
        (
            "failing server-error unknown",
            "<title>Błąd serwera</title><h1>Błąd serwera</h1><p>Wystąpił błąd serwera. Spróbuj ponownie później.</p>",
        ),
    ] {
        let page = seen(200, html).told();
        if page != told {
            missed.push(format!("{html}: {page}"));
        }
    }
    for html in [
        "<title>Boats</title><h1>Boats</h1><p>Resources and information for owners of boats. A list of yards and of sails.</p>",
        "<title>Domains</title><h1>How domains are suspended</h1><p>ICANN verification is asked of each owner. Whoever does not answer within a fortnight loses the name for a while.</p>",
        "<title>Annonsen 1911</title><h1>Annonsen 1911</h1><p>Kvarnens annons stod i tidningen i maj och bar numret 404 i marginalen.</p>",
    ] {
        let page = seen(200, html).told();
        if page != "live - sound" {
            missed.push(format!("{html}: {page}"));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}
