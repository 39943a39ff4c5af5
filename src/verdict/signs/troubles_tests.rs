//! Sites that are worked on and servers that fail, in many languages and in the words of platforms; and pages that only speak so.

use crate::verdict::signs::tests::{seen, seen_as};

const TROUBLE: &str = "failing server-error unknown";
const SUSPENDED: &str = "gone suspended unknown";
const GONE: &str = "gone soft-404 unknown";
const LIVE: &str = "live - sound";

/// A language, a sentence of a site that is worked on, a title and a sentence of a server that fails, and what its reader is asked for.
#[rustfmt::skip]
const TONGUES: &[(&str, [&str; 4])] = &[
    ("en", ["Our website is being upgraded.", "Server error", "Our server has a problem.", "Please come back in a few minutes."]),
    ("de", ["Unsere Webseite wird zurzeit überarbeitet und ist am Nachmittag wieder erreichbar.", "Serverproblem", "Auf unserem Server ist ein Fehler aufgetreten.", "Bitte versuchen Sie es in einigen Minuten noch einmal."]),
    ("fr", ["Notre site est en cours de maintenance.", "Problème de serveur", "Notre serveur rencontre un problème.", "Merci de réessayer dans quelques instants."]),
    ("es", ["Estamos haciendo mejoras en nuestra web.", "Error en el servidor", "Nuestro servidor tiene problemas.", "Por favor, vuelva a intentarlo en unos minutos."]),
    ("pt", ["Estamos fazendo melhorias no nosso site.", "Erro no servidor", "O nosso servidor está com problemas.", "Tente novamente em alguns minutos."]),
    ("it", ["Stiamo migliorando il nostro sito.", "Errore del server", "Il nostro server ha un problema.", "Riprova tra qualche minuto."]),
    ("ca", ["Estem fent millores al nostre web.", "Error del servidor", "El nostre servidor té problemes.", "Torneu-ho a provar d’aquí a uns minuts."]),
    ("gl", ["A nosa web está en mantemento.", "Erro do servidor", "O noso servidor ten problemas.", "Téntao de novo nuns minutos."]),
    ("eu", ["Gure webgunea mantentze-lanetan dago.", "Zerbitzariaren errorea", "Gure zerbitzariak arazo bat du.", "Saiatu berriro minutu batzuk barru."]),
    ("nl", ["Onze website is in onderhoud.", "Serverfout", "Er is een probleem met onze server.", "Probeer het over enkele minuten opnieuw."]),
    ("sv", ["Vår webbplats är under underhåll.", "Serverfel", "Vår server har problem.", "Försök igen om några minuter."]),
    ("da", ["Vores hjemmeside er under vedligeholdelse.", "Serverfejl", "Vores server har problemer.", "Prøv igen om et par minutter."]),
    ("no", ["Nettstedet vårt er under vedlikehold.", "Serverfeil", "Serveren vår har problemer.", "Prøv igjen om noen minutter."]),
    ("fi", ["Sivustomme on huollossa.", "Palvelinvirhe", "Palvelimessamme on ongelma.", "Yritä uudelleen muutaman minuutin kuluttua."]),
    ("is", ["Vefurinn er í viðhaldi.", "Villa á vefþjóni", "Vefþjónninn á í vandræðum.", "Reyndu aftur eftir nokkrar mínútur."]),
    ("pl", ["Nasza strona jest w trakcie konserwacji.", "Błąd serwera", "Nasz serwer ma problem.", "Spróbuj ponownie za kilka minut."]),
    ("cs", ["Na našem webu právě probíhá údržba.", "Chyba serveru", "Náš server má potíže.", "Zkuste to znovu za pár minut."]),
    ("sk", ["Na našej stránke práve prebieha údržba.", "Chyba servera", "Náš server má problém.", "Skúste to znova o pár minút."]),
    ("hu", ["Weboldalunk karbantartás alatt áll.", "Szerverhiba", "Szerverünk hibába ütközött.", "Kérjük, próbálja újra néhány perc múlva."]),
    ("ro", ["Site-ul nostru este în mentenanță.", "Eroare de server", "Serverul nostru are probleme.", "Încercați din nou peste câteva minute."]),
    ("hr", ["Naša stranica je u održavanju.", "Greška poslužitelja", "Naš poslužitelj ima problema.", "Pokušajte ponovno za nekoliko minuta."]),
    ("sl", ["Naša spletna stran je v vzdrževanju.", "Napaka strežnika", "Naš strežnik ima težave.", "Poskusite znova čez nekaj minut."]),
    ("sr", ["Наш сајт је у фази одржавања.", "Грешка на серверу", "Наш сервер има проблем.", "Покушајте поново за неколико минута."]),
    ("bg", ["Нашият сайт е в поддръжка.", "Грешка в сървъра", "Нашият сървър има проблем.", "Моля, опитайте отново след няколко минути."]),
    ("mk", ["Нашата веб-страница е во фаза на одржување.", "Грешка на серверот", "Нашиот сервер има проблем.", "Обидете се повторно за неколку минути."]),
    ("ru", ["На нашем сайте проводятся технические работы.", "Ошибка сервера", "На нашем сервере произошёл сбой.", "Попробуйте ещё раз через несколько минут."]),
    ("uk", ["На нашому сайті проводяться технічні роботи.", "Помилка сервера", "На нашому сервері стався збій.", "Спробуйте ще раз за кілька хвилин."]),
    ("be", ["На нашым сайце вядуцца тэхнічныя работы.", "Памылка сервера", "На нашым серверы адбыўся збой.", "Паспрабуйце яшчэ раз праз некалькі хвілін."]),
    ("el", ["Ο ιστότοπός μας είναι υπό συντήρηση.", "Σφάλμα διακομιστή", "Ο διακομιστής μας αντιμετωπίζει πρόβλημα.", "Δοκιμάστε ξανά σε λίγα λεπτά."]),
    ("tr", ["Web sitemiz şu anda bakımda.", "Sunucu hatası", "Sunucumuzda bir sorun oluştu.", "Lütfen birkaç dakika sonra tekrar deneyin."]),
    ("az", ["Saytımızda texniki işlər aparılır.", "Server xətası", "Serverimizdə problem yarandı.", "Bir neçə dəqiqədən sonra yenidən cəhd edin."]),
    ("id", ["Situs kami sedang dalam pemeliharaan.", "Kesalahan server", "Server kami sedang bermasalah.", "Silakan coba lagi beberapa menit lagi."]),
    ("ms", ["Laman web kami sedang diselenggara.", "Ralat pelayan", "Pelayan kami mengalami masalah.", "Sila cuba lagi."]),
    ("vi", ["Trang web của chúng tôi đang được bảo trì.", "Lỗi máy chủ", "Máy chủ của chúng tôi gặp sự cố.", "Vui lòng thử lại sau vài phút."]),
    ("ja", ["当サイトはメンテナンス中です。", "サーバーエラー", "当サーバーに問題が発生しました。", "数分後にもう一度お試しください。"]),
    ("zh", ["我们的网站正在升级维护。", "服务器错误", "我们的服务器出现故障。", "请几分钟后重试。"]),
    ("tw", ["我們的網站正在維護。", "伺服器錯誤", "我們的伺服器發生問題。", "請於幾分鐘後再試一次。"]),
    ("ko", ["저희 사이트는 점검 중입니다.", "서버 오류", "저희 서버에 문제가 생겼습니다.", "몇 분 후 다시 시도해 주세요."]),
    ("ar", ["موقعنا قيد الصيانة.", "خطأ في الخادم", "خادمنا يواجه مشكلة.", "يرجى المحاولة بعد بضع دقائق."]),
    ("fa", ["وب‌سایت ما در دست تعمیر است.", "خطای سرور", "سرور ما با مشکل روبه‌رو شده است.", "لطفاً چند دقیقه دیگر دوباره تلاش کنید."]),
    ("he", ["האתר שלנו בתחזוקה כעת.", "שגיאת שרת", "השרת שלנו נתקל בבעיה.", "אנא נסו שוב בעוד כמה דקות."]),
    ("hi", ["हमारी वेबसाइट का रखरखाव चल रहा है।", "सर्वर त्रुटि", "हमारे सर्वर में समस्या आ गई है।", "कृपया कुछ मिनट बाद फिर प्रयास करें।"]),
    ("bn", ["আমাদের ওয়েবসাইটে রক্ষণাবেক্ষণের কাজ চলছে।", "সার্ভার ত্রুটি", "আমাদের সার্ভারে সমস্যা হয়েছে।", "কয়েক মিনিট পরে আবার চেষ্টা করুন।"]),
    ("ta", ["எங்கள் இணையதளம் பராமரிப்பில் உள்ளது.", "சேவையகப் பிழை", "எங்கள் சேவையகத்தில் சிக்கல் ஏற்பட்டுள்ளது.", "சில நிமிடங்களில் மீண்டும் முயற்சிக்கவும்."]),
    ("lt", ["Mūsų svetainėje vykdomi techniniai darbai.", "Serverio klaida", "Mūsų serveryje įvyko klaida.", "Bandykite dar kartą po kelių minučių."]),
    ("lv", ["Mūsu vietnē notiek apkopes darbi.", "Servera kļūda", "Mūsu serverim radās problēma.", "Lūdzu, mēģiniet vēlreiz pēc dažām minūtēm."]),
    ("et", ["Meie veebilehel käivad hooldustööd.", "Serveri viga", "Meie serveris tekkis viga.", "Proovige uuesti mõne minuti pärast."]),
    ("sq", ["Faqja jonë është në mirëmbajtje.", "Gabim serveri", "Serveri ynë ka një problem.", "Provoni përsëri pas disa minutash."]),
    ("ka", ["ჩვენს საიტზე მიმდინარეობს ტექნიკური სამუშაოები.", "სერვერის შეცდომა", "ჩვენს სერვერზე მოხდა შეცდომა.", "სცადეთ რამდენიმე წუთში."]),
    ("hy", ["Մեր կայքում իրականացվում են տեխնիկական աշխատանքներ։", "Սերվերի սխալ", "Մեր սերվերում խնդիր է առաջացել։", "Փորձեք մի քանի րոպեից։"]),
    ("kk", ["Сайтымызда техникалық жұмыстар жүріп жатыр.", "Сервер қатесі", "Серверімізде қате пайда болды.", "Бірнеше минуттан кейін қайталап көріңіз."]),
    ("af", ["Ons webwerf is tans onder onderhoud.", "Bedienerfout", "Ons bediener het ’n probleem.", "Probeer asseblief weer oor ’n paar minute."]),
    ("sw", ["Tovuti yetu iko kwenye matengenezo.", "Hitilafu ya seva", "Seva yetu ina tatizo.", "Tafadhali jaribu tena baada ya dakika chache."]),
];
/// What platforms show in the place of a page that is not served today, or not any more.
#[rustfmt::skip]
const PLATFORMS: &[(&str, &str, &str)] = &[
    (TROUBLE, "Web App - Unavailable", "<h1>Error 403 - This web app is stopped.</h1><p>The web app you have attempted to reach is currently stopped and does not accept any requests. Please try to reload the page or visit it again soon.</p><p>If you are the web app administrator, please find the common 403 error scenarios and resolution <a href=/h>here</a>. For further troubleshooting tools and recommendations, please visit <a href=/p>Azure Portal</a>.</p>"),
    (TROUBLE, "", "<h2>Our services aren't available right now</h2><p>We're working to restore all services as soon as possible. Please check back soon.</p>0q7c"),
    (TROUBLE, "Application error", "<h1>Application error</h1><p>An error occurred in the application and your page could not be served. If you are the application owner, check your logs for details. You can do this from the Heroku CLI with the command <code>heroku logs --tail</code></p>"),
    (TROUBLE, "DNS resolution error | quay.example | Cloudflare", "<div id=\"cf-error-details\"><h1>Error 1001</h1><h2>DNS resolution error</h2><h3>What happened?</h3><p>You've requested a page on a website (quay.example) that is on the Cloudflare network. Cloudflare is currently unable to resolve your requested domain (quay.example).</p></div>"),
    (TROUBLE, "Streamlit", "<h1>Zzzz</h1><p>This app has gone to sleep due to inactivity. Would you like to wake it back up?</p><button>Yes, get this app back up!</button>"),
    (TROUBLE, "", "<p>could not find a good candidate within 40 attempts at load balancing</p>"),
    (SUSPENDED, "Site not available", "<h1>Site not available</h1><p>This site was paused as it reached its usage limits. Please contact the site owner for more information.</p>"),
    (SUSPENDED, "Service Suspended", "<h1>Service Suspended</h1><p>This service has been suspended by its owner.</p>"),
    (SUSPENDED, "402: DEPLOYMENT_DISABLED", "<h1>Deployment Disabled</h1><p>402: PAYMENT_REQUIRED</p><p>Code: DEPLOYMENT_DISABLED</p><p>ID: fra1::x</p>"),
    (SUSPENDED, "Site frozen", "<h1>This site has been frozen</h1><p>The site you are looking for has been frozen for lack of activity. If you are the owner, log in to your dashboard to reactivate.</p>"),
    (SUSPENDED, "quay.wordpress.example", "<h1>quay.wordpress.example is no longer available.</h1><p>This site has been archived or suspended for a violation of our Terms of Service.</p><p>For more information and to contact us please read this support document.</p>"),
    (GONE, "Not Found", "<h1>Not Found</h1><p>The train has not arrived at the station.</p><p>Please check your network settings to confirm that your domain has provisioned.</p><p>If you are a visitor, please let the owner know you're stuck at the station.</p>"),
    (GONE, "Microsoft Azure App Service - Welcome", "<h1>Your web app is running and waiting for your content</h1><p>Your web app is live, but we don't have your content yet. If you've already deployed, it could take up to 5 minutes for your content to show up, so come back soon.</p>"),
    (GONE, "Welcome to Firebase Hosting", "<h2>Welcome</h2><h1>Firebase Hosting Setup Complete</h1><p>You're seeing this because you've successfully setup Firebase Hosting. Now it's time to go build something extraordinary!</p>"),
    (GONE, "quay.wordpress.example", "<h1>quay.wordpress.example doesn’t exist</h1><p>Do you want to register quay.wordpress.example?</p>"),
];

/// Of servers, sites and things that only have such words.
#[rustfmt::skip]
const PAGES: &[(&str, &str)] = &[
    ("Our servers", "<h1>Our servers</h1><p>The servers of the club stand in the cellar of the mill. The oldest has a problem with its fan, and is from 2009.</p>"),
    ("News of the site", "<h1>News of the site</h1><p>Our website is being updated each week with pictures of the regatta. Members send them to Ann.</p>"),
    ("Sourdough starter maintenance", "<h1>Sourdough starter maintenance</h1><p>Feed it every day with 50 g of flour. In a few minutes it is done. We will be back with rye next week.</p>"),
    ("Maintenance of teak decks", "<h1>Maintenance of teak decks</h1><p>Wash with salt water, once a month, and never with a machine.</p><p>In a few minutes the wood is dry again.</p>"),
    ("Wartung der Heizung", "<h1>Wartung der Heizung</h1><p>Das System wird einmal im Jahr gewartet, am besten im Herbst. Die Wartung kostet 120 Euro und dauert eine Stunde.</p>"),
    ("Mantenimiento de barcos", "<h1>Mantenimiento de barcos</h1><p>El sistema de frenos necesita mantenimiento cada año. Tarifas desde 90 euros.</p>"),
    ("Техническое обслуживание лодок", "<h1>Техническое обслуживание лодок</h1><p>Система охлаждения требует промывки раз в год. Работы проводятся в мае, цена 3000 рублей.</p>"),
    ("Bakım", "<h1>Bakım</h1><p>Cilt bakımı için zeytinyağı ve bal kullanılır. Haftada iki kez, on dakika.</p>"),
    ("系统维护工程师", "<h1>系统维护工程师</h1><p>负责公司服务器与网络的日常维护，三年以上经验，月薪一万二。</p>"),
    ("サーバーの歴史", "<h1>サーバーの歴史</h1><p>1990年に最初のサーバーが大学に置かれた。問題が発生するたびに学生が夜通し直した。</p>"),
    ("점검", "<h1>점검</h1><p>보일러 점검은 매년 가을에 받는 것이 좋다. 비용은 3만원이다.</p>"),
    ("The site of the mill", "<h1>The site of the mill</h1><p>The site is being repaired by volunteers. Come on Saturdays.</p>"),
    ("Le site archéologique", "<h1>Le site archéologique</h1><p>Le site est en travaux depuis 2019 ; de retour en mai, les visiteurs verront la porte romaine.</p>"),
    ("Status", "<h1>Status</h1><p>All systems are working. Last trouble: 12 May, when the server was overloaded for an hour.</p>"),
    ("The maintenance man", "<h1>The maintenance man</h1><p>He fixed the server of the parish, and the organ too. In a few minutes all was well.</p>"),
    ("This web app is stopped – Forum", "<h1>This web app is stopped</h1><p>Since yesterday our app on Azure shows “This web app is stopped”, though nobody has stopped it. We have looked at the quota, and at the plan, and both are all right.</p><p>Has anybody seen that? How do I start it again?</p>"),
    ("Over ons", "<h1>Over ons</h1><p>Wij werken aan de website van de molen en zoeken foto’s van vroeger. Straks weer online met een kaart.</p>"),
    ("Cap of wool", "<h1>Cap of wool</h1><p>29.90 €</p><p>Currently unavailable. Please try again later or ask us for other colours.</p>"),
    ("Sold out", "<h1>Blue enamel mug</h1><p>350 ml, made in Husum, 14 euros.</p><p>Sold out. We will be back with more in May.</p>"),
    ("Quoting paused", "<h1>Quoting paused</h1><p>The exchange has stopped quoting the price of herring since noon.</p>"),
    ("Paywalled", "<h1>Paywalled</h1><p>How newspapers learned to ask for money, and what their readers said: a history in five chapters.</p>"),
    ("Paywalled: how the press lost its readers", "<h1>Paywalled: how the press lost its readers</h1><p>Subscribers only, says the sign at the door of the Gazette. Since 2011 it has been so.</p>"),
];

fn page(title: &str, body: &str) -> String {
    format!("<html><head><title>{title}</title></head><body>{body}</body></html>")
}

fn check<'a>(pages: impl IntoIterator<Item = (&'a str, String)>) {
    let told = |(expected, html): (&str, String)| {
        let told = seen(200, &html).told();
        (told != expected).then(|| format!("{told}, not {expected}: {html}"))
    };
    let wrong: Vec<String> = pages.into_iter().filter_map(told).collect();
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_site_that_is_worked_on_and_a_server_that_fails_say_so_in_many_languages() {
    let all = TONGUES.iter().flat_map(|(_, [worked_on, error, fails, again])| {
        [
            page("Quay", &format!("<h1>Quay</h1><p>{worked_on} {again}</p>")),
            page("Quay", &format!("<p>{fails} {again}</p>")),
            page(error, &format!("<h1>{error}</h1><p>{fails}</p>")),
        ]
    });
    check(all.map(|html| (TROUBLE, html)));
}

#[test]
fn what_a_text_says_of_its_site_or_its_server_alone_decides_nothing() {
    let all = TONGUES.iter().flat_map(|(_, [worked_on, _, fails, again])| {
        [
            page("Quay", &format!("<h1>Quay</h1><p>{worked_on}</p>")),
            page("Quay", &format!("<h1>Quay</h1><p>{fails} {worked_on}</p>")),
            page("Quay", &format!("<h1>Quay</h1><p>{again}</p>")),
        ]
    });
    check(all.map(|html| (LIVE, html)));
}

#[test]
fn a_title_that_says_of_a_site_that_it_is_worked_on_is_enough() {
    for title in [
        "System in maintenance mode",
        "Seite in Wartung",
        "Website wird überarbeitet",
        "Sito web in manutenzione",
        "Portail en cours de maintenance",
        "Página web en mantenimiento",
        "Bakım modundayız",
        "网站维护中",
        "システムメンテナンス中",
        "Sistem sedang diperbaiki",
    ] {
        seen(200, &page(title, &format!("<h1>{title}</h1>"))).check(TROUBLE);
    }
}

#[test]
fn what_platforms_show_is_told_as_what_it_is() {
    check(PLATFORMS.iter().map(|(expected, title, body)| (*expected, page(title, body))));
    let disabled = r#"<?xml version="1.0"?><Error><Code>AccountIsDisabled</Code><Message>The specified account is disabled.</Message></Error>"#;
    seen_as("application/xml", 200, disabled).check(SUSPENDED);
}

#[test]
fn a_page_that_speaks_of_servers_and_upkeep_is_there() {
    check(PAGES.iter().map(|(title, body)| (LIVE, page(title, body))));
}

/// What programs show of a site that is worked on, in the words of who keeps it, and a word about them.
#[rustfmt::skip]
const IN_UPKEEP: &[(&str, &str)] = &[
    ("<body><div id=\"frame\" class=\"outline\"><h1>Molo Vecchio</h1><p>Torniamo presto.</p><form id=\"form-login\"><p><label>Nome utente</label><input name=username></p><p><label>Password</label><input type=password name=password></p><input type=hidden name=task value=\"user.login\"><input type=submit value=Accedi></form></div>", TROUBLE),
    ("<body class=\"site\"><div class=\"outer\"><div class=\"offline-card\"><div class=\"header\"><h1>Hamnen</h1><p>Vi bygger om.</p></div><div class=\"login\"><form id=\"form-login\"><label>Användarnamn</label><input name=username><label>Lösenord</label><input type=password name=password><button>Logga in</button></form></div></div></div>", TROUBLE),
    ("<body class=\"page elementor-maintenance-mode elementor-page\"><h1>Nous revenons</h1><p>Encore un peu de peinture.</p>", TROUBLE),
    ("<body class=\"maintenance-page in-maintenance no-sidebars\"><h1>Port of Quay</h1><p>Tilbake på mandag.</p>", TROUBLE),
    ("<body><section id=\"content\" class=\"page-content page-maintenance\"><p>Do zobaczenia wkrótce.</p></section>", TROUBLE),
    ("<body id=\"page-maintenance-message\" class=\"pagelayout-maintenance\"><h2>Campus</h2><p>Até segunda-feira.</p>", TROUBLE),
    ("<body><div class=\"wrap\"><h1>Boatyard</h1><h2>Tot maandag</h2></div><script>var wpmm_vars = {\"ajax_url\": \"/a\"};</script>", TROUBLE),
    // Their names in styles, scripts' addresses, texts and other boxes.
    ("<head><style>body.elementor-maintenance-mode a { color: red }</style><link rel=stylesheet href=/c/elementor-maintenance-mode.css></head><body><h1>Bateaux</h1><p>Trois barques à rames et un canot.</p>", LIVE),
    ("<head><link rel=stylesheet href=/wp-content/plugins/coming-soon/seedprod.css></head><body><h1>Boote</h1><p>Drei Ruderboote und ein Kahn liegen am Steg.</p>", LIVE),
    ("<body><h1>Template</h1><p>The box of the page is this one:</p><pre>&lt;body class=\"maintenance-page in-maintenance\"&gt;</pre>", LIVE),
    ("<body><div id=\"frame\" class=\"outline\"><h1>Quadri</h1><p>Tre cornici di noce, del 1902.</p></div>", LIVE),
    ("<body class=\"offline\"><div class=\"offline-card\"><h1>Maps to take along</h1><p>Sheet 4: the harbour and the island, on paper.</p></div>", LIVE),
];

#[test]
fn a_site_that_is_worked_on_is_told_by_what_shows_it() {
    for (html, expected) in IN_UPKEEP {
        seen(200, &format!("<!DOCTYPE html><html><title>Quay</title>{html}")).check(expected);
    }
}

#[test]
fn a_tunnel_asks_before_it_shows_the_page() {
    let sentence = "You are about to visit quay.ngrok.example, served by 192.0.2.7. This website is served for free through ngrok.com. \
                    You should only visit this website if you trust whoever sent the link to you.";
    for html in [
        format!(
            "<html class=h-full><head><noscript>{sentence} (ERR_NGROK_6024)</noscript><script src=/e.js></script></head><body id=ngrok><div id=root></div></body></html>"
        ),
        format!(
            "<title>ngrok</title><h1>You are about to visit: quay.ngrok.example</h1><p>{sentence}</p><button>Visit Site</button>"
        ),
    ] {
        seen(200, &html).check("withheld consent unknown");
    }
    for html in [
        format!("<title>Tunnels</title><h1>Tunnels</h1><p>Whoever comes is shown “{sentence}” first, and the lamp on our pier behind it, which was lit in 1902.</p>"),
        "<title>Leaving</title><h1>You are about to visit the island</h1><p>The ferry sails at nine, and the crossing takes an hour in fair weather.</p>".to_owned(),
    ] {
        seen(200, &html).check(LIVE);
    }
}

#[test]
fn a_tunnel_that_is_offline_is_in_trouble() {
    for html in [
        "<title>ngrok</title><p>The endpoint boats.ngrok.example is offline.</p><p>ERR_NGROK_3200</p>",
        "<html><head><noscript>The endpoint boats.ngrok.example is offline. (ERR_NGROK_3200)</noscript><script src=/e.js></script></head><body><div id=root></div>",
    ] {
        seen(200, html).check(TROUBLE);
    }
    for html in [
        "<title>ERR_NGROK_3200</title><h1>ERR_NGROK_3200</h1><h2>Message</h2><p>The endpoint is offline.</p><p>It is shown where nobody serves the tunnel.</p>",
        "<title>Feu de port</title><h1>Le feu du port</h1><p>The endpoint of the pier is offline, says the board of the harbour in its yearly report.</p>",
    ] {
        seen(200, html).check(LIVE);
    }
}

#[test]
fn a_line_of_rights_keeps_no_notice_from_being_one() {
    seen(200, "<title>Page introuvable</title><h1>Page introuvable</h1><p>La page n’existe plus.</p><p>© 2026 Quai. Tous droits réservés.</p>").check(GONE);
    seen(200, "<title>Le Quai</title><h1>Cette page n’est pas disponible</h1><p>Elle est réservée aux abonnés.</p>")
        .check("withheld paywall unknown");
}

#[test]
fn a_korean_notice_of_upkeep_is_one() {
    for html in [
        "<title>서비스 점검 안내</title><h1>서비스 점검 중</h1><p>더 나은 서비스를 위해 서버를 점검하고 있습니다.</p>",
        "<title>시스템 점검</title><h1>시스템 점검</h1><p>현재 시스템 점검 중입니다. 잠시 후 다시 접속해 주세요.</p>",
        "<title>긴급 점검</title><h1>긴급 점검 안내</h1><p>더 빠른 이용을 위해 현재 서버 점검 중입니다.</p>",
        "<title>점검 안내</title><h2>정기 점검 중입니다</h2><p>이용에 불편을 드려 죄송합니다.</p>",
    ] {
        seen(200, html).check(TROUBLE);
    }
    for html in [
        "<title>정기 점검 안내</title><h1>정기 점검 안내</h1><p>5월 3일 새벽 두 시부터 네 시까지 부두 크레인의 정기 점검을 실시합니다.</p>",
        "<title>항구 설비 점검</title><h1>항구 설비 점검</h1><p>시는 월요일에 부두의 등대와 기중기를 점검했다고 밝혔다.</p>",
        "<title>자동차 점검 요령</title><h1>자동차 점검 요령</h1><p>겨울이 오기 전에 타이어와 배터리를 살핀다.</p>",
    ] {
        seen(200, html).check(LIVE);
    }
}

#[test]
fn an_italian_site_under_seizure_is_seized() {
    for html in [
        "<title>Avviso</title><h1>Sito web sottoposto a sequestro</h1><p>Polizia Postale – provvedimento della Procura della Repubblica</p>",
        "<title>Sequestro preventivo</title><h1>Dominio sottoposto a sequestro</h1><p>Decreto del Tribunale, eseguito dalla Guardia di Finanza.</p>",
    ] {
        seen(200, html).check("gone seized unknown");
    }
    for html in [
        "<title>Peschereccio sottoposto a sequestro</title><h1>Peschereccio sottoposto a sequestro</h1><p>La Guardia Costiera ha fermato la barca davanti al molo lunedì.</p>",
        "<title>Cronaca</title><h1>Villa sul mare sequestrata</h1><p>L’immobile, sottoposto a sequestro nel 2019, torna al comune di Valdarena.</p>",
    ] {
        seen(200, html).check(LIVE);
    }
}

#[test]
fn a_board_that_refuses_asks_for_a_login() {
    let reasons = "<ol><li>You are not logged in. Fill in the form at the bottom of this page and try again.</li>\
                   <li>You may not have sufficient privileges to access this page.</li></ol>";
    let html = format!(
        "<title>Boats</title><p>You are not logged in or you do not have permission to access this page. This could be due to one of \
         several reasons:</p>{reasons}<form><input name=vb_login_username><input type=password name=vb_login_password></form>"
    );
    seen(200, &html).check("withheld login unknown");
    let bare = html.split("<form>").next().unwrap();
    seen(200, bare).check("withheld login unknown");
}
