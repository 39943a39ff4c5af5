//! Short pages that speak about notices, walls and logins, and are none.

use crate::verdict::signs::tests::seen;

/// Title, heading, text.
type Page = (&'static str, &'static str, &'static str);

/// Help, documentation, glossaries and news, in the words of what they are about.
const ABOUT_NOTICES: &[Page] = &[
    (
        "How to fix “Just a moment…” on Cloudflare sites | Webcare",
        "How to fix “Just a moment…”",
        "<p>Visitors sometimes get stuck on a page that says “Checking your browser before accessing the site”. It is the challenge of a security service.</p> <p>Clear the cookies of the site first, then switch off extensions that change what your browser sends. If the loop goes on, try another network.</p> <p>Owners of a site can lower the security level in their dashboard.</p>",
    ),
    (
        "Error 1020: Access denied – Help center",
        "Error 1020: Access denied",
        "<p>You see this error when a firewall rule of the website has refused your request. Only the owner of the website can change the rule.</p> <p>Send the owner the Ray ID from the bottom of the page, and tell them what you were doing when you have been blocked.</p>",
    ),
    (
        "404 Not Found - HTTP | Web Docs",
        "404 Not Found",
        "<p>The HTTP 404 Not Found client error response status code indicates that the server cannot find the requested resource.</p> <p>Links that lead to a 404 page are often called broken or dead links.</p> <p>If a resource was removed for good, servers should send 410 instead.</p>",
    ),
    (
        "404 | Glossary",
        "404",
        "<p>A 404 is a standard response code meaning that the server cannot find a requested resource.</p>",
    ),
    (
        "Soft 404 – SEO glossary",
        "Soft 404",
        "<p>A page that tells its reader “page not found” but is sent with the status 200. Search engines try to find such pages and leave them out.</p>",
    ),
    (
        "What is a parked domain? | Registrar help",
        "What is a parked domain?",
        "<p>A parked domain is a name that is registered and has no site yet. Its visitors see a page such as “This domain is parked” or “Buy this domain”, often with advertisements.</p> <p>You can park a domain in your account under Domains. It stays yours, and mail goes on working.</p>",
    ),
    (
        "Domain is for sale: how to word a landing page",
        "Domain is for sale: how to word a landing page",
        "<p>Sellers put a short page at the address. “This domain is for sale” and a form to make an offer are enough.</p> <p>Name a price if you know it; buyers trust pages that do.</p>",
    ),
    (
        "How to log in – Library help",
        "How to log in",
        "<p>Open the catalogue and choose Log in at the top right. Enter the number of your card and your PIN.</p> <p>If you forgot the PIN, ask at the desk or choose “Forgot PIN?” and we send you a new one.</p>",
    ),
    (
        "Log in | Help",
        "Log in",
        "<p>To log in, enter your address and your password on the start page. Readers without an account can sign up there for free.</p> <p>Your account is locked for an hour after five wrong passwords.</p>",
    ),
    (
        "Why was my account suspended? - Support",
        "Why was my account suspended?",
        "<p>Accounts are suspended when an invoice is overdue or when they send spam. Visitors then see “This account has been suspended” in place of your site.</p> <p>Pay the invoice or write to the billing support department, and the site is back within an hour.</p>",
    ),
    (
        "Account suspended: what it means",
        "Account suspended",
        "<p>A host shows this notice when it has switched a site off. Contact your hosting provider for more information if the site is yours.</p> <p>If it is not yours, the page may be kept in a web archive. Look there for a copy from before the suspension, and cite that.</p>",
    ),
    (
        "Metered paywalls explained",
        "Metered paywalls explained",
        "<p>A metered paywall lets readers open a few articles each month and then asks them to subscribe to continue reading.</p> <p>The New Town Gazette began with ten articles in 2011 and went down to two. Its editor says that readers who subscribe stay for four years.</p>",
    ),
    (
        "Paywall – Media glossary",
        "Paywall",
        "<p>A barrier that keeps articles for those who pay. It often says “subscribe to read” or “This article is for subscribers only”.</p>",
    ),
    (
        "“Not available in your country”: geo-blocking explained",
        "Geo-blocking",
        "<p>Video sites show “This content is not available in your country” where they hold no licence. They tell the country from the address of the reader.</p> <p>The European Union forbids some kinds of geo-blocking since 2018. Services that sell goods may not turn customers of other member states away.</p>",
    ),
    (
        "451 Unavailable For Legal Reasons",
        "451 Unavailable For Legal Reasons",
        "<p>This status code was proposed by Tim Bray in 2012 and standardised in 2015. Its number alludes to the novel of Ray Bradbury.</p> <p>A server sends it when it may not show a page, and names the party that asked for the block in a link.</p>",
    ),
    (
        "“Before you continue to Google”: what the page asks",
        "What “Before you continue to Google” asks",
        "<p>Readers in Europe see this question when they have no cookies. They can accept all cookies, reject all, or open more options.</p> <p>Google changed the page in 2022, after a French authority fined it because refusing took more clicks than accepting.</p>",
    ),
    (
        "This domain has been seized: what the banner means",
        "What a seizure banner means",
        "<p>“This domain has been seized” is what police forces put on a site that they have taken over. The banner names the warrant and the agencies.</p> <p>Security researchers keep a list of such banners, because criminals have faked them.</p>",
    ),
    (
        "CAPTCHA",
        "CAPTCHA",
        "<p>A test that tells people from programs: “verify you are human”, it says, and asks for the letters of a distorted picture. The word was coined in 2003.</p>",
    ),
    (
        "Press and hold",
        "Press and hold",
        "<p>On a touch screen, press and hold an icon until a menu opens. Then drag it to where you want it and let go.</p>",
    ),
    (
        "How to write a good 404 page",
        "How to write a good 404 page",
        "<p>Say plainly that the page was not found and that it may have been moved. Offer a search box and a link to the homepage.</p> <p>Do not blame the reader. A little humour helps, but a way out helps more.</p>",
    ),
    (
        "Broken links",
        "Broken links",
        "<p>When a page no longer exists, a link to it leads to a 404 error. Our members report broken links with the form on the left.</p> <p>We check every link twice a year and put a copy from a web archive in its place.</p>",
    ),
    (
        "Unusual traffic from your computer network – help",
        "“Unusual traffic from your computer network”",
        "<p>Google shows this message when it sees many searches from one address. Wait a few minutes and solve the puzzle if one is shown.</p> <p>Programs that search by themselves, and shared networks, are the usual cause.</p>",
    ),
    (
        "So beheben Sie „Seite nicht gefunden“ in TYPO3",
        "„Seite nicht gefunden“ in TYPO3 beheben",
        "<p>Die Meldung „Seite nicht gefunden“ erscheint, wenn der Pfad einer Seite geändert wurde. Leeren Sie zuerst den Zwischenspeicher.</p> <p>Legen Sie danach unter Seiten eine Weiterleitung vom alten auf den neuen Pfad an.</p>",
    ),
    (
        "Erreur 404 : définition",
        "Erreur 404",
        "<p>L’erreur 404 est un code de réponse qui indique que la page demandée n'existe pas ou n'existe plus sur le serveur.</p> <p>Elle survient quand un lien est mal écrit ou qu'une page a été déplacée sans redirection.</p>",
    ),
    (
        "Qué es el error 404 y cómo solucionarlo",
        "Qué es el error 404",
        "<p>El error 404 aparece cuando la página que buscas no existe en el servidor. Suele deberse a un enlace mal escrito.</p> <p>Para solucionarlo, el dueño del sitio debe crear una redirección hacia la página nueva.</p>",
    ),
    (
        "404エラーとは",
        "404エラーとは",
        "<p>404エラーは、指定されたページが見つかりませんというときにサーバーが返す番号です。リンク先の綴りを確かめ、元のページに戻ってください。</p> <p>サイトの持ち主は、移した先のページへ転送を設定するとよいでしょう。</p>",
    ),
    (
        "Ошибка 404: что это такое",
        "Ошибка 404: что это такое",
        "<p>Ошибка 404 означает, что сервер не нашёл страницу по этому адресу. Чаще всего страница была удалена или адрес набран с опечаткой.</p> <p>Владелец сайта может настроить перенаправление на новый адрес.</p>",
    ),
    (
        "Lost",
        "Lost",
        "<p>Lost is an American television series about the survivors of a plane crash on an island. It ran for six seasons, from 2004 to 2010.</p> <p>Its creators wrote the first episode in eleven weeks.</p>",
    ),
    (
        "Missing",
        "Missing",
        "<p>Missing is a film by Costa-Gavras from 1982. It won the Palme d'Or at Cannes. Jack Lemmon plays a father who looks for his son in Chile.</p>",
    ),
    (
        "Gone",
        "Gone",
        "<p>A poem by Mary Coleridge, printed in 1896. About the little chambers of my heart friends have been coming, going, many a year.</p> <p>The doors stand open, and the last of them has gone.</p>",
    ),
    (
        "Peugeot 404",
        "Peugeot 404",
        "<p>The Peugeot 404 is a large family car that was built from 1960 to 1975. Pininfarina drew its body. It was sold as a saloon, an estate and a pickup.</p>",
    ),
    (
        "Flight 404",
        "Flight 404",
        "<p>The flight from Milan crashed on approach to Zurich on 14 November 1990. All aboard died. A faulty receiver was found to be the cause.</p>",
    ),
    (
        "Are you a robot?",
        "Are you a robot?",
        "<p>The band from Leeds released its second record in May. Ten songs in thirty minutes, most of them about machines and the people who feed them.</p> <p>It was recorded in a chapel on the moor.</p>",
    ),
    (
        "Security check",
        "Security check",
        "<p>Travellers should be at the gate an hour before departure. The security check opens at five in the morning.</p> <p>Liquids go into a clear bag of one litre. Belts and watches go into the tray.</p>",
    ),
    (
        "It works",
        "It works",
        "<p>The pump has been running for three weeks now without a leak. We measured forty litres a minute at the upper well.</p> <p>Thanks to everyone who helped to dig the trench in the rain.</p>",
    ),
    (
        "Members only",
        "Members only",
        "<p>The members' garden is open from April to October. Guests pay two pounds and are asked to keep to the paths.</p> <p>Members can bring a picnic. Dogs are welcome on a lead.</p>",
    ),
    (
        "Sign in sheets | Office templates",
        "Sign in",
        "<p>Use a sign in sheet for visitors. It has columns for the name, the company, the host and the time.</p> <p>Print it once a week and keep it for a year.</p>",
    ),
    (
        "Looking for something?",
        "Looking for something?",
        "<p>The lost property office is at the north gate. It is open on weekdays from nine to five, and keeps what was found for three months.</p>",
    ),
    (
        "European Economic Area",
        "European Economic Area",
        "<p>The European Economic Area joins the member states of the European Union with Iceland, Liechtenstein and Norway. Its agreement came into force in 1994.</p>",
    ),
    (
        "DMCA takedown notices",
        "DMCA takedown notices",
        "<p>Anyone who holds a copyright can send a DMCA takedown to a host. The host removes the work and tells its user, who may object.</p> <p>A court decides if both insist.</p>",
    ),
    (
        "Related links",
        "Related links",
        "<p>The harbour office keeps the tide tables. The domain owner of tides.example is the town council, which updates them each January.</p>",
    ),
    (
        "HTTP 403 Forbidden",
        "HTTP 403 Forbidden",
        "<p>The server understood the request and refuses it: you don't have permission to access the page, it says. Signing in does not help, unlike with 401.</p>",
    ),
];

/// The same, written once the rules were, and pages whose titles only sound like a notice.
const WRITTEN_LATER: &[Page] = &[
    (
        "Cloudflare error 1015 explained",
        "You are being rate limited: error 1015",
        "<p>A site sends this page when one address asks for too much in a short time. Readers can do nothing but wait for some minutes.</p> <p>The owner sets the limit under Security. Ten requests in ten seconds is a common rule.</p>",
    ),
    (
        "Under attack mode | Knowledge base",
        "Under attack mode",
        "<p>In this mode every visitor sees a page that says Checking your browser for about five seconds. Turn it on while an attack goes on, and off again afterwards.</p> <p>Search engines and feeds do not get past it, so your pages may fall out of the index.</p>",
    ),
    (
        "Human verification pages",
        "Human verification pages",
        "<p>Shops ask buyers to verify you are human with a puzzle when an order looks odd. People with poor sight often fail, and a sound puzzle is no help to the deaf.</p> <p>Write to the shop if it keeps asking.</p>",
    ),
    (
        "Blocked by a website? What to do",
        "Blocked by a website? What to do",
        "<p>Some sites answer with a note that your IP address has been blocked. Restart the router first, since many providers then give a new address.</p> <p>If that does not help, ask the owner through another channel.</p>",
    ),
    (
        "Sign in problems - Mail help",
        "Sign in problems",
        "<p>Most problems come from an old password that is kept in the browser. Delete it there, type the new one and try once more.</p> <p>Is caps lock on? The field shows an arrow then.</p>",
    ),
    (
        "Two-step login",
        "Two-step login",
        "<p>With two-step login a code on your telephone is asked for after the password. Print the ten spare codes and keep them somewhere safe.</p> <p>You can turn it off again under Account.</p>",
    ),
    (
        "Suspension policy | Northern Hosting",
        "Suspension policy",
        "<p>We write to you three times before an account is suspended. The site is then replaced by a notice that this account has been suspended, and its files are kept for thirty days.</p> <p>Mail goes on working for a week.</p>",
    ),
    (
        "Parking a domain name",
        "Parking a domain name",
        "<p>Names that are kept for later can be parked. Advertisers pay a few cents for each click on related links, which pays for the renewal of good names and of no others.</p> <p>Choose a design under Parking.</p>",
    ),
    (
        "Buying an expired domain",
        "Buying an expired domain",
        "<p>After a domain name has expired its owner has thirty days to renew it. Brokers then offer it, and a page tells that the domain is for sale.</p> <p>Look at old captures of the site before you bid: some names were used for spam.</p>",
    ),
    (
        "Seized domains since 2010",
        "Seized domains since 2010",
        "<p>American agencies have taken more than a thousand names from shops with fake goods. A visitor sees that this domain has been seized and three seals.</p> <p>Some owners went to court, and two got their names back.</p>",
    ),
    (
        "HTTP status 410",
        "410 Gone",
        "<p>A server answers with 410 when a resource was there and will not come back. Crawlers then forget the address sooner than after a 404.</p> <p>Few servers are set up to send it.</p>",
    ),
    (
        "Custom error pages in Apache",
        "Custom error pages in Apache",
        "<p>Put ErrorDocument 404 /missing.html into the configuration. The path is from the root of the site, and the file must exist, or the server shows page not found in its own words.</p> <p>Check with curl that the status is still 404.</p>",
    ),
    (
        "Our policy on dead links",
        "Our policy on dead links",
        "<p>Members tell us of links that no longer work, and editors look for the page elsewhere. If it cannot be found, a copy from an archive takes its place.</p> <p>We never delete a reference because of its link.</p>",
    ),
    (
        "Link rot",
        "Link rot",
        "<p>Links die: a quarter of the pages of 2013 no longer exists today. Libraries keep copies of what is cited, and courts have begun to do the same.</p> <p>The word has been used since about 1995.</p>",
    ),
    (
        "E-books and countries",
        "E-books and countries",
        "<p>Publishers sell rights by country. A title that you see in one catalogue may be not available in your country, and the library cannot lend it to you.</p> <p>Ask for another edition at the desk.</p>",
    ),
    (
        "US newspapers and European readers",
        "US newspapers and European readers",
        "<p>Since May 2018 some papers have been unavailable in most European countries. They say that they have too few readers there to comply with the law.</p> <p>A few have come back since.</p>",
    ),
    (
        "Cookie walls",
        "Cookie walls",
        "<p>A cookie wall lets nobody in who does not choose accept all. Regulators in several countries hold that consent is not free then.</p> <p>Publishers answer that readers may pay instead.</p>",
    ),
    (
        "Members' area: frequent questions",
        "Members' area: frequent questions",
        "<p>Why is this content for members only? The recordings are paid for by the members, who may pass a link on to two friends a month.</p> <p>Joining costs twelve pounds a year.</p>",
    ),
    (
        "Fehler 403 verstehen",
        "Fehler 403 verstehen",
        "<p>Der Server hat die Anfrage verstanden und verweigert sie. Meist fehlen Leserechte für den Ordner, seltener sperrt eine Regel Ihre Adresse.</p> <p>Setzen Sie die Rechte der Dateien auf 644.</p>",
    ),
    (
        "Se connecter : mode d’emploi",
        "Se connecter : mode d’emploi",
        "<p>Ouvrez le catalogue et choisissez Se connecter en haut à droite. Saisissez le numéro de votre carte, puis votre date de naissance.</p> <p>En cas d’oubli, demandez à l’accueil.</p>",
    ),
    (
        "Páginas de error en WordPress",
        "Páginas de error en WordPress",
        "<p>El tema decide qué ve el lector cuando la página no existe. Copia el archivo 404.php en tu tema hijo y cambia el texto.</p> <p>Añade un buscador y tres enlaces a lo más leído.</p>",
    ),
    (
        "域名停放是什么",
        "域名停放是什么",
        "<p>域名停放是指把暂时不用的域名指向一个广告页面。访客会看到该域名正在出售的说明，所有者按点击获得收入。</p> <p>续费前请先看看去年的收入。</p>",
    ),
    (
        "Wartungsmodus",
        "Wartungsmodus",
        "<p>Im Wartungsmodus sehen Besucher eine Seite, die auf später vertröstet. Angemeldete Redakteure arbeiten weiter wie sonst.</p> <p>Schalten Sie ihn nach der Aktualisierung wieder aus.</p>",
    ),
    (
        "Why you are asked to subscribe",
        "Why you are asked to subscribe",
        "<p>The council no longer pays for the paper, so since March readers have been asked to subscribe. Half of them did within a month.</p> <p>Schools read it for free.</p>",
    ),
    (
        "The ship that was not found",
        "The ship that was not found",
        "<p>In 1872 a search for the brig began and ended in fog. She was not found, and her crew of nine is remembered on a stone in the churchyard.</p> <p>A model hangs in the church.</p>",
    ),
    (
        "Account",
        "Account",
        "<p>An account of the flood of 1824 by the pastor of the village. The mill was gone by morning, and the bridge has disappeared as well.</p> <p>The manuscript lies in the archive of the town.</p>",
    ),
    (
        "Access denied: a history of locks",
        "Access denied",
        "<p>The exhibition shows locks from Egypt to the present. Visitors may pick three of them, and the record stands at eleven seconds.</p> <p>Open daily except Mondays.</p>",
    ),
    (
        "Error",
        "Error",
        "<p>An error of four minutes in the almanac sent the fleet onto the reef. The printer was never named, and the page was removed from later editions.</p> <p>A facsimile can be seen in the reading room.</p>",
    ),
    (
        "Verify your sources",
        "Verify your sources",
        "<p>Please verify each quotation before you send in a chapter. Give the page, the edition and the day on which you read it.</p> <p>Our checklist is two pages long.</p>",
    ),
    (
        "Reiseinformationen: Sicherheitskontrolle",
        "Sicherheitskontrolle",
        "<p>Planen Sie für die Kontrolle eine halbe Stunde ein. Flüssigkeiten gehören in einen durchsichtigen Beutel von einem Liter.</p> <p>Gürtel und Uhren legen Sie bitte in die Wanne.</p>",
    ),
];

fn check(pages: &[Page]) {
    let mut taken = Vec::new();
    for (title, heading, text) in pages {
        let menu = "<nav><a href=/>Home</a> <a href=/guides>Guides</a> <a href=/login>Log in</a></nav>";
        let box_for_members = "<header><form><input name=user><input type=password></form></header>";
        for around in [menu.to_owned(), menu.to_owned() + box_for_members] {
            let html = format!("<title>{title}</title>{around}<main><h1>{heading}</h1>{text}</main>");
            let told = seen(200, &html).told();
            if told != "live - sound" {
                taken.push(format!("{title}: {told}"));
            }
        }
    }
    assert!(taken.is_empty(), "{taken:#?}");
}

#[test]
fn a_short_page_that_speaks_about_notices_is_none() {
    check(ABOUT_NOTICES);
}

#[test]
fn neither_is_one_that_was_written_once_the_rules_were() {
    check(WRITTEN_LATER);
}

#[test]
fn the_notices_themselves_are_told_all_the_same() {
    for (html, expected) in [
        (
            "<title>Just a moment...</title><p>Checking your browser before accessing the site.</p>",
            "withheld bot-wall unknown",
        ),
        (
            "<title>404 Not Found</title><h1>Not Found</h1><p>The requested URL was not found on this server.</p>",
            "gone soft-404 unknown",
        ),
        (
            "<title>This domain has been seized</title><h1>This domain has been seized</h1><p>The warrant was issued by the \
             district court for the northern part of the state. Agencies of five countries took part in the operation. \
             Whoever visits the site is asked to report what was bought there.</p>",
            "gone seized unknown",
        ),
        (
            "<title>Page not found | Gazette</title><h1>Page not found</h1><p>The mayor opened the new bridge on Sunday in \
             front of a large crowd. A survey of the old mill begins next week, as the council decided. The ferry will not \
             run in January while its engine is repaired.</p>",
            "gone soft-404 unknown",
        ),
        (
            "<title>Before you continue to Search</title><p>We use cookies and data to deliver services and to keep them \
             safe. You can change your mind at any time in your settings.</p><button>Reject all</button> \
             <button>Accept all</button> <a>More options</a>",
            "withheld consent unknown",
        ),
        (
            "<title>Before you continue</title><h1>Before you continue</h1><p>We use cookies.</p><button>Accept all</button> \
             <button>Reject all</button>",
            "withheld consent unknown",
        ),
        (
            "<title>A mill on the river</title><h1>A mill on the river</h1><p>The mill was built in 1744 by two brothers from \
             the valley. It ground the corn of eleven villages.</p><p>Subscribe to continue reading.</p>",
            "withheld paywall unknown",
        ),
        ("<title>Pagina no encontrada</title><p>La pagina que buscas no existe.</p>", "gone soft-404 unknown"),
    ] {
        assert_eq!(seen(200, html).told(), expected, "{html}");
    }
}

#[test]
fn what_is_only_spoken_about_is_suspicious_and_a_sibling_settles_it() {
    let html = "<title>How to write a good 404 page</title><h1>How to write a good 404 page</h1><p>Say that the page was not \
                found and that it may have been moved. Offer a way to the homepage.</p>";
    assert_eq!(seen(200, html).told(), "live - sound");
    assert!(seen(200, html).is_doubtful());
    let probed = seen(200, html).probed(200, "https://site.example/a/xyz.html", Some(100));
    assert_eq!(probed.told(), "gone soft-404 unknown");
}
