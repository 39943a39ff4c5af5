//! Documents of servers, frameworks and platforms beside those of `servers_tests`, sent with the status of a page, in the words of
//! their sources; and pages that speak of them.

use crate::verdict::signs::tests::{seen, seen_as};

const LOGIN: &str = "withheld login unknown";
const REFUSED: &str = "withheld forbidden unknown";
const TROUBLE: &str = "failing server-error unknown";
const TOO_MANY: &str = "withheld rate-limited unknown";
const LIVE: &str = "live - sound";

/// A server, the class, the title and the body of its document.
#[rustfmt::skip]
const DOCUMENTS: &[(&str, &str, &str, &str)] = &[
    // Servers
    ("hiawatha", REFUSED, "403 - Forbidden", "<div class=card><h1>403 - Forbidden</h1><p>Access to this URL is forbidden.</p></div><div>Powered by Hiawatha</div>"),
    ("cherokee", TROUBLE, "500 Internal Server Error", "<h1>500 Internal Server Error</h1>The server encountered an internal error or misconfiguration and was unable to complete your request.<p><hr>Cherokee web server"),
    ("thttpd", REFUSED, "403 Forbidden", "<h2>403 Forbidden</h2>You do not have permission to get URL '/a' from this server.<hr><address>thttpd/2.29</address>"),
    ("yaws", TROUBLE, "", "<h1>Internal error, yaws code crashed</h1><br><hr>ERROR erlang code crashed"),
    ("cowboy", TROUBLE, "Error 502 Bad Gateway", "<h1>502 Bad Gateway</h1><p>ranch</p>"),
    ("tengine", TROUBLE, "502 Bad Gateway", "<h1>502 Bad Gateway</h1><p>The proxy server received an invalid response from an upstream server. Sorry for the inconvenience.<br>Please report this message and include the following information to us.<br>Thank you very much!</p><table><tr><td>URL:</td><td>http://quay.example/a</td></tr><tr><td>Server:</td><td>cache12</td></tr><tr><td>Date:</td><td>2026/11/30 09:12:01</td></tr></table><hr>Powered by Tengine"),
    ("pound", TROUBLE, "", "<h1>The service is not available. Please try again later.</h1>"),
    ("squid", TROUBLE, "ERROR: The requested URL could not be retrieved", "<h1>ERROR</h1><h2>The requested URL could not be retrieved</h2><p>The following error was encountered while trying to retrieve the URL: <a href=/a>http://quay.example/a</a></p><blockquote><p><b>Connection to 192.0.2.7 failed.</b></p></blockquote><p>The system returned: (111) Connection refused</p><p>The remote host or network may be down. Please try the request again.</p><p>Your cache administrator is webmaster.</p>"),
    ("weblogic", REFUSED, "Error 403--Forbidden", "<h2>Error 403--Forbidden</h2><h3>From RFC 2068 Hypertext Transfer Protocol -- HTTP/1.1:</h3><h4>10.4.4 403 Forbidden</h4><p>The server understood the request, but is refusing to fulfill it. Authorization will not help and the request SHOULD NOT be repeated.</p>"),
    ("weblogic", TROUBLE, "Error 503--Service Unavailable", "<h2>Error 503--Service Unavailable</h2><h3>From RFC 2068 Hypertext Transfer Protocol -- HTTP/1.1:</h3><h4>10.5.4 503 Service Unavailable</h4><p>The server is currently unable to handle the request due to a temporary overloading or maintenance of the server.</p>"),
    ("glassfish", REFUSED, "Payara Server - Error report", "<h1>HTTP Status 403 - Forbidden</h1><hr><p><b>type</b> Status report</p><p><b>message</b>Forbidden</p><p><b>description</b>Access to the specified resource has been forbidden.</p><hr><h3>Payara Server</h3>"),
    ("glassfish", TROUBLE, "GlassFish Server - Error report", "<h1>HTTP Status 503 - Service Unavailable</h1><hr><p><b>type</b> Status report</p><p><b>message</b>Service Unavailable</p><p><b>description</b>The requested service is not currently available.</p><hr><h3>GlassFish Server</h3>"),
    ("undertow", TROUBLE, "ERROR", "<h1>Error processing request</h1><div>Error processing request</div><dl><dt>Context Path:</dt><dd>/a</dd><dt>Error Code:</dt><dd>500</dd><dt>Exception Type:</dt><dd>java.lang.IllegalStateException</dd></dl>"),
    ("undertow", REFUSED, "Error", "Forbidden"),
    ("resin", TROUBLE, "503 Service Temporarily Unavailable", "<h1>503 Service Temporarily Unavailable</h1><p><hr><small>Resin/4.0.66</small>"),
    // Frameworks
    ("play", TROUBLE, "Error", "<h1>Oops, an error occurred</h1><p id=detail>This exception has been logged with id <strong>7k0l2m9n</strong>.</p>"),
    ("play", LOGIN, "Unauthorized", "<h1>Unauthorized</h1><p id=detail>You must be authenticated to access this page.</p>"),
    ("phoenix", TROUBLE, "", "Internal Server Error"),
    ("symfony", REFUSED, "An Error Occurred: Forbidden", "<h1>Oops! An Error Occurred</h1><h2>The server returned a &quot;403 Forbidden&quot;.</h2><p>Something is broken. Please let us know what you were doing when this error occurred. We will fix it as soon as possible. Sorry for any inconvenience caused.</p>"),
    ("symfony", LOGIN, "An Error Occurred: Unauthorized", "<h1>Oops! An Error Occurred</h1><h2>The server returned a &quot;401 Unauthorized&quot;.</h2><p>Something is broken. Please let us know what you were doing when this error occurred. We will fix it as soon as possible. Sorry for any inconvenience caused.</p>"),
    ("cakephp", TROUBLE, "An Internal Error Has Occurred.", "<h2>An Internal Error Has Occurred.</h2><p class=error><strong>Error: </strong>An Internal Error Has Occurred.</p>"),
    ("yii", REFUSED, "Forbidden (#403)", "<h1>Forbidden (#403)</h1><div>You are not allowed to perform this action.</div><p>The above error occurred while the Web server was processing your request.</p><p>Please contact us if you think this is a server error. Thank you.</p>"),
    ("codeigniter", TROUBLE, "Whoops!", "<h1 class=headline>Whoops!</h1><p class=lead>We seem to have hit a snag. Please try again later...</p>"),
    ("slim", TROUBLE, "Slim Application Error", "<h1>Slim Application Error</h1><p>A website error has occurred. Sorry for the temporary inconvenience.</p>"),
    ("spring", REFUSED, "", "<h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error, so you are seeing this as a fallback.</p><div>Mon Nov 30 09:12:01 UTC 2026</div><div>There was an unexpected error (type=Forbidden, status=403).</div><div>Access Denied</div>"),
    ("sveltekit", TROUBLE, "Internal Error", "<div class=error><span class=status>500</span><div class=message><h1>Internal Error</h1></div></div>"),
    ("nuxt", TROUBLE, "500 - Server error | Nuxt", "<h1>500</h1><h2>Server error</h2><p>This page is temporarily unavailable.</p>"),
    ("zope", TROUBLE, "Site Error", "<h2>Site Error</h2><p>An error was encountered while publishing this resource.</p><p><strong>Error Type: AttributeError</strong></p><p>Troubleshooting Suggestions</p>"),
    ("bottle", TROUBLE, "Error: 500 Internal Server Error", "<h1>Error: 500 Internal Server Error</h1><p>Sorry, the requested URL <tt>'http://quay.example/a'</tt> caused an error:</p><pre>Internal Server Error</pre>"),
    ("mojolicious", TROUBLE, "Server error", "<h1>Server error</h1><p>Something on the server broke. Error 500.</p>"),
    // Platforms and proxies
    ("openshift", TROUBLE, "Application is not available", "<h1>Application is not available</h1><p>The application is currently not serving requests at this endpoint. It may not have been started or is still starting.</p>"),
    ("heroku", TROUBLE, "Application error", "<h1>Application error</h1><p>An error occurred in the application and your page could not be served. If you are the application owner, check your logs for details.</p>"),
    ("railway", TROUBLE, "", "<h1>Application failed to respond</h1><p>This error appears to be caused by the application.</p><p>If this is your project, check out your deploy logs.</p>"),
    ("azure", TROUBLE, "Microsoft Azure Web App - Error 403", "<h1>Error 403 - This web app is stopped.</h1><p>The web app you have attempted to reach is currently stopped and does not accept any requests. Please try to reload the page or visit it again soon.</p>"),
    ("cloudflare", TROUBLE, "quay.example | 522: Connection timed out", "<h1>Connection timed out <span>Error code 522</span></h1><div>Visit cloudflare.com for more information.</div><h2>What happened?</h2><p>The initial connection between Cloudflare's network and the origin web server timed out. As a result, the web page can not be displayed.</p>"),
    ("cloudflare", TROUBLE, "quay.example | 502: Bad gateway", "<h1>Bad gateway <span>Error code 502</span></h1><div>Visit cloudflare.com for more information.</div><h2>What happened?</h2><p>The web server reported a bad gateway error.</p><h2>What can I do?</h2><p>Please try again in a few minutes.</p>"),
    ("akamai", "withheld bot-wall unknown", "Access Denied", "<h1>Access Denied</h1>You don't have permission to access \"http://quay.example/a\" on this server.<p>Reference #18.2d351ab8.1717.1f2b<p>https://errors.edgesuite.net/18.2d351ab8.1717.1f2b"),
    ("google", TROUBLE, "Error 500 (Server Error)!!1", "<p><b>500.</b> <ins>That’s an error.</ins><p>The server encountered an error and could not complete your request.<p>If the problem persists, please report your problem. <ins>That’s all we know.</ins>"),
    ("varnish", TROUBLE, "503 Backend is unhealthy", "<h1>Error 503 Backend is unhealthy</h1><p>Backend is unhealthy</p><h3>Guru Meditation:</h3><p>XID: 7</p><hr><p>Varnish cache server</p>"),
    ("wiki farm", TROUBLE, "Something went wrong", "<h1><b>Something went wrong</b></h1><p>If this keeps happening, <a href=/help>let us know</a>.</p><a href='javascript:location.reload()'>Try this action again</a><div class=footer><p>When reporting this, please include the information below:</p>Error 504 Gateway Timeout<br></div>"),
    ("wiki farm", TROUBLE, "Etwas ist schiefgelaufen", "<h1>Etwas ist schiefgelaufen</h1><p>Wenn das Problem weiterhin besteht, sagen Sie es uns.</p><a href=/>Seite neu laden</a>"),
    ("wiki farm", TOO_MANY, "Something went wrong", "<h1>Something went wrong</h1><p>You're going too fast! Wait a little.</p><footer><p>Include this:</p><p>Error 429 Too Many Requests</p></footer>"),
    ("wiki farm", REFUSED, "Something went wrong", "<h1>Something went wrong</h1><p>You are restricted from accessing Quaywiki. There are several reasons for which that may be.</p>"),
    ("error pages", TROUBLE, "Not today | 505 - HTTP Version Not Supported", "<h1>HTTP Version Not Supported <small>505</small></h1><p>The web server does not speak that version.</p>"),
    ("error pages", REFUSED, "Sorry | 403 - Verboten", "<h1>Verboten <small>403</small></h1><p>Der Webserver gibt diese Seite nicht heraus.</p>"),
    ("error pages", TROUBLE, "Passerelle", "<h1>Erreur de passerelle</h1><div>502</div><p>Actualisez la page dans un instant, ou revenez à l’accueil du site pour continuer.</p>"),
];

/// The same sent as data or as a text.
#[rustfmt::skip]
const DATA: &[(&str, &str, &str)] = &[
    ("application/json", TROUBLE, r#"{"message":"failure to get a peer from the ring-balancer"}"#),
    ("application/json", TROUBLE, r#"{"message":"An invalid response was received from the upstream server"}"#),
    ("application/json", TROUBLE, r#"{"message": "Internal server error"}"#),
    ("application/json", TROUBLE, r#"{"message": "Endpoint request timed out"}"#),
    ("application/json", REFUSED, r#"{"message":"Forbidden"}"#),
    ("application/json", REFUSED, r#"{"message":"Missing Authentication Token"}"#),
    ("application/json", LOGIN, r#"{"detail":"Not authenticated"}"#),
    ("application/json", LOGIN, r#"{"message":"Unauthorized"}"#),
    ("application/json", TOO_MANY, r#"{"message":"API rate limit exceeded"}"#),
    ("application/json", TROUBLE, r#"{"timestamp":"2026-11-30T09:12:01.000+00:00","status":500,"error":"Internal Server Error","path":"/a"}"#),
    ("application/json", REFUSED, r#"{"timestamp":"2026-11-30T09:12:01.000+00:00","status":403,"error":"Forbidden","path":"/a"}"#),
    ("application/json", TROUBLE, r#"{"statusCode":503,"error":"Service Unavailable","message":"Service Unavailable"}"#),
    ("application/json", "gone soft-404 unknown", r#"{"statusCode":404,"message":"Cannot GET /a","error":"Not Found"}"#),
    ("application/json", TOO_MANY, r#"{"success":false,"error":{"code":429,"message":"Slow down"}}"#),
    ("application/json", LOGIN, r#"{"code":"401","message":"Token fehlt"}"#),
    ("application/problem+json", TROUBLE, r#"{"type":"about:blank","title":"An error occurred while processing your request.","status":500}"#),
    ("application/problem+json", "withheld legal unknown", r#"{"type":"about:blank","title":"Fahrenheit","status":451}"#),
    ("application/json", "gone soft-404 unknown", r#"{"success":false,"status":404,"code":200,"message":"berth free"}"#),
    ("application/json", "gone soft-404 unknown", r#"{"ok":false,"code":404,"message":"berth free"}"#),
    ("application/json", TROUBLE, r#"{"status":1,"code":"500","message":"berth free"}"#),
    ("application/json", TROUBLE, r#"{"errors":{"detail":"Internal Server Error"}}"#),
    ("application/xml", REFUSED, r#"<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>5C1E</RequestId><HostId>q/1=</HostId></Error>"#),
    ("application/xml", TROUBLE, r#"<?xml version="1.0" encoding="UTF-8"?><Error><Code>InternalError</Code><Message>We encountered an internal error. Please try again.</Message><RequestId>5C1E</RequestId></Error>"#),
    ("application/xml", TROUBLE, r#"<?xml version="1.0" encoding="UTF-8"?><Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message><RequestId>5C1E</RequestId></Error>"#),
    ("text/plain", TROUBLE, "Bad Gateway"),
    ("text/plain", TROUBLE, "upstream connect error or disconnect/reset before headers. retried and the latest reset reason: connection timeout"),
    ("text/plain", TROUBLE, "The page cannot be displayed because an internal server error has occurred."),
    ("text/plain", TOO_MANY, "Too Many Requests"),
    ("text/plain", TOO_MANY, "local_rate_limited"),
    ("text/plain", REFUSED, "Jwt is missing"),
];

/// Told of no document, where they speak of one or of something else.
#[rustfmt::skip]
const PAGES: &[(&str, &str)] = &[
    ("Something went wrong", "<h1>Something went wrong</h1><p>A novel by Ann Tide of a ferry that does not arrive, 312 pages, 2019.</p>"),
    ("Something went wrong", "<h1>Something went wrong</h1><p>The baker of Quay has told how the great cake of 1911 fell into the harbour.</p><div class=footer>Quay Gazette · 12 May</div>"),
    ("Gateway error – Quay Bridge blog", "<h1>Gateway error</h1><p>The old city gateway was built a metre too narrow in 1742, and carts had to be carried through it.</p>"),
    ("The 502 to the harbour", "<h1>The 502 to the harbour</h1><p>502</p><p>The bus leaves the mill every 20 minutes until eleven at night.</p><p>Please try again later when it snows.</p>"),
    ("Kong: failure to get a peer | Forum", "<h1>Kong: failure to get a peer</h1><p>Since the upgrade our gateway answers with “failure to get a peer from the ring-balancer” for one of the routes.</p><p>We have found that the targets were marked unhealthy by a check of the wrong port.</p>"),
    ("Error codes of the gateway", "<h1>Error codes of the gateway</h1><ul><li>401 Unauthorized</li><li>403 Forbidden</li><li>502 Bad Gateway</li><li>504 Gateway Timeout</li></ul>"),
    ("How to fix 502 Bad Gateway", "<h1>How to fix 502 Bad Gateway</h1><p>The proxy got no answer that it could use. Restart the application first, and refresh the page.</p>"),
    ("522: Connection timed out – Help centre", "<h1>522: Connection timed out</h1><p>This error means that our network could not reach the server of your site in time.</p><p>It appears when a firewall drops packets from our addresses, or when the server is overloaded.</p>"),
    ("Proverbs of the coast", "<p lang=de>Wer im Hafen liegt, fürchtet den Sturm nicht.</p><p lang=en>Who lies in the harbour does not fear the storm.</p><p lang=de>Der Fehler liegt beim Steuermann, nicht beim Wind.</p><p lang=en>The error is the helmsman’s and not the wind’s.</p>"),
    ("Letter to the members", "<h1>Letter to the members</h1><p>Since the spring nobody under twelve swims alone. Whoever breaks that rule is told: you have been restricted from accessing the pool, by order of the board of 3 May.</p>"),
    ("Letter of May", "<h1>Letter of May</h1><p>You have been restricted from accessing the pool until the first of June.</p>"),
    ("Maintenance", "<h1>Maintenance</h1><p>Grease the chain of the windlass each spring with the fat of the seal, as the old masters of Brest have taught.</p>"),
    ("The archive", "<h1>The archive</h1><p>Photographs of the pier from 1890 to 1930.</p><footer><p>Shelf 502 · Room 403</p><p>500 pictures</p></footer>"),
    ("Wartungsarbeiten am Leuchtturm", "<h1>Wartungsarbeiten am Leuchtturm</h1><p>Die Linse von 1883 wurde im Sommer ausgebaut und nach Husum gebracht, wo sie geschliffen wird.</p>"),
];

#[test]
fn documents_of_other_servers_are_what_they_say_at_any_status() {
    let told = |(server, expected, title, body): &(&str, &str, &str, &str)| {
        let html = format!("<html><head><title>{title}</title></head><body>{body}</body></html>");
        let told = seen(200, &html).told();
        (told != *expected).then(|| format!("{server}: {title}: {body:.90}: {told}, not {expected}"))
    };
    let wrong: Vec<String> = DOCUMENTS.iter().filter_map(told).collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), DOCUMENTS.len(), wrong.join("\n"));
}

#[test]
fn errors_sent_as_data_are_what_they_say() {
    let told = |(content_type, expected, body): &(&str, &str, &str)| {
        let told = seen_as(content_type, 200, body).told();
        (told != *expected).then(|| format!("{content_type}: {body}: {told}, not {expected}"))
    };
    let wrong: Vec<String> = DATA.iter().filter_map(told).collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), DATA.len(), wrong.join("\n"));
}

#[test]
fn pages_that_speak_of_other_documents_are_there() {
    let told = |(title, body): &(&str, &str)| {
        let told = seen(200, &format!("<html><head><title>{title}</title></head><body>{body}</body></html>")).told();
        (told != LIVE).then(|| format!("{title}: {body:.60}: {told}"))
    };
    let mut wrong: Vec<String> = PAGES.iter().filter_map(told).collect();
    for (content_type, body) in [
        (
            "application/json",
            r#"{"name":"quay","status":500,"berths":[{"id":1,"depth":4},{"id":2,"depth":6},{"id":3,"depth":5}]}"#,
        ),
        ("application/json", r#"{"title":"Forbidden","author":"Ann Tide","year":2018}"#),
        ("application/json", r#"{"code":502,"name":"Bad Gateway","since":1996}"#),
        ("application/json", r#"{"status":200,"message":"moored","error":null}"#),
        ("application/json", r#"{"title":"Fahrenheit","code":"451","type":"book"}"#),
        ("application/json", r#"{"type":"room","title":"Harbour room","code":"500"}"#),
        ("application/json", r#"{"type":"room","title":"Harbour room","status":"500"}"#),
        ("application/json", r#"{"success":true,"status":200,"code":404,"message":"berth free"}"#),
        ("application/json", r#"{"status":200,"code":404,"message":"berth free"}"#),
        ("application/json", r#"{"ok":true,"code":404,"message":"berth free"}"#),
        ("application/json", r#"{"success":true,"error":{"code":404,"message":"berth free"}}"#),
        ("application/json", r#"{"code":500,"message":"berths free in the harbour","depth":4}"#),
        (
            "text/plain",
            "Release notes of the gateway\n\n1.2: a bad gateway is retried once\n1.3: too many requests are told as such\n",
        ),
        ("text/csv", "code,name\n502,Bad Gateway\n"),
    ] {
        let told = seen_as(content_type, 200, body).told();
        wrong.extend((told != LIVE).then(|| format!("{content_type}: {body}: {told}")));
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), PAGES.len(), wrong.join("\n"));
}

/// A notice in several languages at once, each part marked with its own.
fn in_languages(title: &str, code: &str, said: [&str; 4], mark: impl Fn(&str) -> String) -> String {
    let parts = |text: fn(&str) -> &str| -> String {
        let languages = ["en", "de", "hu", "ru"].into_iter().zip(said);
        let parts: Vec<String> =
            languages.map(|(language, said)| format!("<span {}>{}</span>", mark(language), text(said))).collect();
        parts.join("\n")
    };
    let heading = parts(|said| said.split('|').next().unwrap_or_default());
    let told = parts(|said| said.split('|').nth(1).unwrap_or_default());
    let steps = parts(|said| said.split('|').nth(2).unwrap_or_default());
    format!(
        "<html><head><title>{title}</title></head><body><h1>{heading}</h1><div>{code}</div><div>{told}</div><p>{steps}</p></body></html>"
    )
}

#[rustfmt::skip]
const TROUBLES: [&str; 4] = [
    "Internal Server Error|Our machine has met with an error from which it cannot recover by itself. Should this go on for long, write to those who look after it.|Go back to where you came from and try again, or begin at the first page of this site.",
    "Interner Serverfehler|Unsere Maschine ist auf einen Fehler gestoßen, von dem sie sich allein nicht erholt. Wenn der Fehler weiterhin besteht, schreiben Sie denen, die sich um sie kümmern.|Gehen Sie dorthin zurück, woher Sie kamen, oder beginnen Sie auf der ersten Seite.",
    "Belső szerverhiba|A gépünk olyan hibába ütközött, amelyből magától nem tud kijönni. Ha a hiba továbbra is fennáll, írjon azoknak, akik gondozzák.|Menjen vissza oda, ahonnan jött, és próbálja újra, vagy kezdje az első oldalon.",
    "Внутренняя ошибка сервера|Наша машина столкнулась с ошибкой, от которой сама не оправится. Если ошибка повторится, напишите тем, кто за ней смотрит.|Вернитесь туда, откуда пришли, и попытайтесь снова, или начните с первой страницы.",
];

#[test]
fn a_notice_in_several_languages_is_as_short_as_in_one() {
    let marked = |language: &str| format!("class={language}");
    let tagged = |language: &str| format!("lang={language}");
    let page = in_languages("Internal Server Error", "500", TROUBLES, marked);
    assert!(page.chars().count() > 1_000);
    seen(200, &page).check(TROUBLE);
    seen(200, &in_languages("Internal Server Error", "500", TROUBLES, tagged)).check(TROUBLE);
    // Four texts of a collection are not, whatever the first is called.
    #[rustfmt::skip]
    let tales = [
        "Wind|The error of the helmsman cost the town its only ship in the winter of 1742, and nobody has sailed from there again.|The bell of the ship hangs in the church of the village to this day, and rings when it storms.",
        "Wind|Der Fehler des Steuermanns kostete die Stadt im Winter 1742 ihr einziges Schiff, und niemand fuhr von dort je wieder aus.|Die Glocke des Schiffes hängt bis heute in der Kirche des Dorfes, und sie läutet bei Sturm.",
        "Szél|A kormányos hibája 1742 telén a város egyetlen hajójába került, és onnan azóta senki sem szállt tengerre.|A hajó harangja máig ott függ a falu templomában, és viharban megszólal.",
        "Ветер|Ошибка рулевого стоила городу зимой 1742 года единственного корабля, и с тех пор никто оттуда не выходил в море.|Колокол корабля по сей день висит в церкви деревни и звонит в бурю.",
    ];
    seen(200, &in_languages("Wind", "500", tales, marked)).check(LIVE);
}
