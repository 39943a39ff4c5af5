//! Short pages of all kinds, which have words of notices, of platforms and of logins, and are there.

use crate::verdict::signs::tests::seen;

const LIVE: &str = "live - sound";
const SEARCH: &str = "<form action=/s><input type=search name=q><button>Search</button></form>";
const BOX: &str =
    "<form><label>Username</label><input><label>Password</label><input type=password><button>Log in</button></form>";
/// The names of firms at the foot of any page.
const FOOT: &str = "<p>Facebook Twitter</p>";

/// Pages of which a sentence has words of a site or a server, and of what may be done to one.
#[rustfmt::skip]
const WORKED_ON: &[(&str, &str)] = &[
    ("Boilers", "Our system is being upgraded to pumps that take heat from the harbour."),
    ("The hall of the guild", "The portal is being repaired. Meetings are in the mill."),
    ("Lime kiln", "This site is being updated each Friday with pictures."),
    ("Rowing club", "This site is being updated after every race of the league."),
    ("Liman Sitesi", "Bu site 1987 yılında kuruldu, bakım gideri 30 dairece ödenir."),
    ("Çınar Evleri", "Sitemiz 30 dairedir, bakım ve temizlik aidata dahildir."),
    ("Dənizçi", "Saytımız hər ay yenilənir."),
    ("Hallenbad", "Unser System wird jedes Jahr vom Prüfer gewartet."),
    ("Kessel und Rohr", "Unser Portal hilft, wenn der Kessel gewartet werden muss."),
    ("Om föreningen", "Vår sida arbetar med unga i hela länet."),
    ("Bladet", "Vår sida uppdateras varje tisdag."),
    ("Foreningen", "Vores side opdateres hver måned med nye billeder."),
    ("De sluis", "Onze site gaat over onderhoud van sluizen."),
    ("Hoveniersbedrijf", "Op deze website leest u alles over onderhoud van heggen."),
    ("Rowery u Jana", "Nasz serwis oferuje naprawy i konserwacje rowerów."),
    ("Chłodnie", "Nasz serwis: montaż, konserwacja i czyszczenie chłodni."),
    ("Наш клуб", "Наш сайт обновляется каждый месяц."),
    ("Дом детства", "На нашем сайте проводятся конкурсы рассказов."),
    ("Le phare", "Ce site est mis à jour chaque mois par des bénévoles."),
    ("Camping du lac", "Ce site est de retour aux sources, au bord de l’eau."),
    ("Ricette del porto", "Questo sito è in aggiornamento continuo, con nuove ricette."),
    ("写真帖", "このサイトは毎日更新中です。"),
    ("建站服务", "我们提供网站设计、服务器托管、系统维护等服务。"),
    ("서버 관리", "서버 점검을 대행합니다. 월 8만원부터."),
    ("복지관", "장애인을 위한 사이트입니다."),
    ("Kertészet", "Oldalunk frissítése havonta történik."),
    ("شركة الميناء", "يقدم موقعنا خدمات صيانة المكيفات في المدينة."),
    ("บ้านและสวน", "เว็บไซต์ของเรา รับปรับปรุงบ้านและสวน"),
    ("Taman Laut", "Website kami melayani jasa pemeliharaan taman."),
    ("Thang máy Biển", "Website của chúng tôi cung cấp dịch vụ bảo trì thang máy."),
    ("یخچال", "وب سایت ما خدمات تعمیر یخچال ارائه می‌دهد."),
    ("בניינים", "האתר שלנו מציע שירותי תחזוקה לבניינים."),
    ("Spolek", "Naše stránky pravidelně aktualizujeme."),
    ("Klub mora", "Naša stranica se redovito ažurira."),
    ("Клуб", "Нашият сайт обновяваме всеки месец."),
    ("Σύλλογος", "Η ιστοσελίδα μας ενημερώνεται κάθε Τρίτη."),
    ("Choir", "This website is temporarily in English only."),
    ("Radio Quay", "Our platform will be back at the fair in June."),
    ("Údržba zeleně", "Naše stránky ukazují, kde probíhá údržba zeleně ve městě. V červnu sečeme znovu park u řeky."),
    ("Statement of the Guild", "Something went wrong in our systems, and 200 members paid twice. We apologise for the inconvenience, and pay it back by June."),
    ("Speech", "Our system has problems, the minister said on Friday. Our schools have too few rooms."),
    ("Letters", "Our systems are overloaded with thanks. Thank you for your patience, and for 30 years of letters."),
    ("Pharmacy", "Our system had problems last month. Thank you for your understanding. All of May is ready at the counter."),
    ("Maintenance | Quay Hoists", "The system is serviced once a year, and while this system is under maintenance a second crane takes the load. Call 040 55501."),
    ("Maintenance | Ascenseurs du Port", "Notre plateforme suit vos ascenseurs en maintenance. De retour chez vous sous une heure en cas de panne."),
    ("Mantenimiento | Grúas del Mar", "Nuestro portal muestra cada grúa en mantenimiento. Volveremos a llamarle en una hora."),
    ("メンテナンス | 港エレベーター", "当サイトでは、エレベーターのメンテナンスを実施した実績を紹介しています。お電話は011-555-0101まで。"),
    ("점검 | 항구엘리베이터", "저희 사이트에서 승강기 점검을 신청하세요. 문의하신 뒤 한 시간 안에 연락드립니다."),
    ("系统维护 | 海港电梯", "本站介绍电梯系统维护业务。电话024-5550101，欢迎来电。"),
    ("Поддръжка | Софтуер Пристан", "Чрез нашия сайт получавате поддръжка от понеделник до петък, 9–18 часа."),
    ("Gangguan tidur", "Website ini membahas gangguan tidur pada anak."),
    ("キャンプ場", "フリーサイト1500円、オートサイト3500円。第二サイトは冬のあいだ停止しています。夏の営業は五月から再開。"),
    ("Концерт", "На наш сајт стиже вест: одржавање концерта је у суботу."),
    ("Dig diary", "This site is being worked on by nine students with spades until 28 May, and we will be back in 2027."),
    ("Trench 6", "This site has problems with ground water. We will be back in August with pumps."),
    ("Books by the quay", "This website has problems with German names, so I write Gruss. In a few minutes I leave with 30 books."),
    ("Program", "På vår sida: musik och underhållning varje lördag."),
    ("Prix du port", "Notre plateforme a rencontré 200 jeunes en mai."),
    ("Match", "Felet är på vår sida, sade tränaren, som har problem med målvakten."),
    ("Spiel 5", "Auf unserer Seite ein Problem: der Torwart fehlt."),
    ("Tekma", "Na naši strani so težave z vratarjem, pravi trener."),
    ("Sklep rowerowy", "Nasz sklep: pracujemy nad nową ofertą."),
    ("Tienda del puerto", "Nuestra tienda ha sufrido un robo el 2 de junio."),
    ("Boutique du port", "Notre boutique est en travaux jusqu’au 2 juin."),
    ("Le site romain", "Ce site est en travaux depuis 2018 ; de retour au musée, les vases sont lavés."),
    ("Laden", "Unser Shop wurde 2018 umgebaut."),
    ("水サーバー", "ウォーターサーバーのメンテナンスを実施する社員が月に一度うかがいます。"),
    ("映画", "『パラサイト』で問題が発生する家の前。132分。"),
    ("赛车", "F1日本站的赛道正在升级，明年四月完工。"),
    ("뉴스", "옵서버 2명, 문제가 발생하자 떠나다"),
    ("医学", "サイトカインの障害が発生する仕組み。"),
    ("求人", "サーバーに障害が発生した際の対応。月給24万円。"),
    ("Jedes Jahr", "Diese Website wird von 4 Freiwilligen aktualisiert. Noch einmal danke an alle."),
    ("The fair", "Our website is under maintenance."),
];

/// Pages with what platforms say as well, and anybody else.
#[rustfmt::skip]
const AS_PLATFORMS: &[(&str, &str)] = &[
    ("Search for a chair", "We could not find a good candidate within the guild, so the board asks its members once more."),
    ("Delays", "The train has not arrived at the station. Take bus 7 to the mill."),
    ("Winter in the yard", "This site has been frozen since January. The builders come back in March."),
    ("Record of a site", "This site has been archived or suspended by its owner in 2014; the library keeps 212 pages of it."),
    ("Library of old sites", "This website is sleeping in our library. Ask at the desk to read its pages."),
    ("First steps", "You have rented a server. All you have to do now is upload your website files with a program of your own."),
    ("Lesson 3", "Make sure that the filename case matches the URL. Exercise: rename 5 of them."),
    ("Tea and talk", "Our services aren't available right now in Welsh, but the choir sings in Welsh each Sunday."),
    ("Release 5.1", "An unknown error occurred while rendering the page of a chart; fixed. Charts are faster by a tenth."),
    ("How to open a shop", "Enter store password in the box, then choose a theme. Themes cost 30 to 80 euros."),
    ("Rowing course", "Do you want to register? The course begins on 4 May, and costs 80 euros for six evenings."),
];

/// Pages that are called as logins are, or have a box for their members. SEARCH and BOX stand for such forms.
#[rustfmt::skip]
const NO_LOGINS: &[(&str, &str)] = &[
    ("Anmeldung zum Chor | Hafen", "<p>Proben dienstags, 18 Uhr</p><form><label>Name</label><input><label>E-Mail</label><input><button>Anmelden</button></form>"),
    ("Anmeldung | Kurs", "<p>Telefon 040 55501, dienstags 9 bis 12 Uhr</p><p>Google Maps</p>"),
    ("Prijava na natječaj | Muzej", "<p>Rok: 2. lipnja. Obrazac šaljite poštom.</p>SEARCH"),
    ("Acceso | Museo del puerto", "<p>Metro 3, autobús 14. Parking gratuito.</p>SEARCH"),
    ("Giriş | Liman tarihi", "<p>Birinci bölüm: 1299</p>SEARCH"),
    ("Identification | Gulls of the quay", "<p>Herring gull: pink legs. Common gull: green legs.</p>SEARCH"),
    ("Είσοδος | Μουσείο", "<p>Γενική 7 ευρώ, παιδιά δωρεάν</p>"),
    ("Вход | Музей", "<p>Взрослые 200 рублей, дети бесплатно</p>"),
    ("Vpis | Gimnazija", "<p>Rok za vpis v prvi letnik: 2. april</p>"),
    ("Hyrje | Historia", "<p>Kapitulli i parë: 1443</p>"),
    ("Најава | Театар", "<p>Премиера во сабота во 20 часот</p>"),
    ("Ingreso | Facultad", "<p>Requisitos: título, documento, dos fotos</p>"),
    ("Kirish | Tarix", "<p>Birinchi bob: 1370</p>"),
    ("כניסה | מוזיאון", "<p>מבוגר 30 שקל, ילדים חינם</p>"),
    ("Connexion | Métro", "<p>Lignes 1 et 2 à la gare</p>"),
    ("Accesso | Museo", "<p>Tram 4, fermata Molo.</p>"),
    ("Belépés | Múzeum", "<p>Felnőtt 800 Ft, gyerek ingyenes</p>"),
    ("Single sign-on", "<p>SAML, LDAP, OpenID: 30 euros a month</p><p>Shibboleth, Keycloak, Okta</p>"),
    ("Google sign in", "<p>SDK 4.3, June: changes for Android and iOS</p>"),
    ("Autenticación | Glosario", "<p>Contraseña, passkey, SAML, LDAP</p>"),
    ("Log on | Sawmill", "<p>Oak 80 euros, larch 50 euros a metre</p>"),
    ("Σύνδεση με το δίκτυο", "<p>Κόστος 200 ευρώ</p>"),
    ("Conectare la rețea", "<p>Taxa 200 lei</p>"),
    ("Acesso livre", "<p>Concerto 2 de junho, 19 h</p>"),
    ("Sign in the window", "<p>Oil on wood, 1936, 30 by 50 cm</p><p>Google</p>"),
    ("Sign in the door", "<p>Oil on wood, 1936, 30 by 50 cm</p>SEARCHBOX"),
    ("ログインボーナス一覧", "<p>1日目 100個、2日目 200個</p>"),
    ("ورود به موزه", "<p>بزرگسال ۳۰ هزار تومان</p>"),
    ("Entra nel coro", "<p>Prove il martedì alle 18</p>"),
    ("Acceso abierto", "<p>Revista del Puerto, vol. 11 (2018)</p><p>ORCID</p>"),
    ("Вход", "<p>Взрослые 200 рублей, дети бесплатно</p>SEARCHBOX"),
    ("Find your institution", "<ul><li>Quay University</li><li>Mill College</li></ul>SEARCH"),
    ("Rowing club", "<p>Quay 2, Mill 4; next: 14 May, at seven</p>SEARCHBOX"),
    ("Bus 7", "<table><tr><td>Quay 8:00</td><td>Mill 9:20</td></tr></table>SEARCHBOX"),
];

fn check(pages: impl Iterator<Item = (&'static str, String)>) {
    let told = |(title, body): (&str, String)| {
        let heading = title.split(" | ").next().unwrap_or_default();
        let told = seen(
            200,
            &format!("<html><head><title>{title}</title></head><body><h1>{heading}</h1>{body}</body></html>"),
        )
        .told();
        (told != LIVE).then(|| format!("{title}: {told}"))
    };
    let wrong: Vec<String> = pages.filter_map(told).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn words_of_sites_and_of_work_in_one_sentence_are_no_notice() {
    check(WORKED_ON.iter().map(|(title, text)| (*title, format!("<p>{text}</p>"))));
}

#[test]
fn what_platforms_say_is_said_of_trains_and_yards_as_well() {
    check(AS_PLATFORMS.iter().map(|(title, text)| (*title, format!("<p>{text}</p>"))));
}

#[test]
fn a_page_that_is_called_as_a_login_is_or_has_a_box_for_members_is_there() {
    let all = NO_LOGINS.iter().map(|(title, body)| (*title, body.replace("SEARCH", SEARCH).replace("BOX", BOX) + FOOT));
    check(all);
}

#[test]
fn a_record_of_a_site_tells_when_that_was_suspended() {
    let text = "This site has been archived or suspended by its owner in 2013; our library keeps 212 pages of it, from 2002 to 2013.";
    let body = format!("<h1>Record 7: Harbour blog</h1><p>{text}</p>");
    seen(200, &format!("<html><head><title>Record of the site</title></head><body>{body}</body></html>")).check(LIVE);
}
