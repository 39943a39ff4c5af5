//! Notices in words and languages that no list has as a whole, told by what stands near each other in them; and pages that
//! speak of such things, of works and of places.

use super::tests::{paragraphs, seen};
use crate::verdict::source;

#[test]
fn a_programme_that_is_shown_elsewhere_only_is_withheld() {
    for html in [
        "<title>Mediathek</title><h1>Dieses Video darf aus rechtlichen Gründen nur in Deutschland gezeigt werden</h1><p>Ihr Standort liegt außerhalb des Sendegebiets.</p><a href=/x>Zur Startseite</a><a href=/x>Hilfe</a>",
        "<title>Radio Lac</title><p>Pour des raisons de droits, ce contenu ne peut pas être diffusé dans la zone où vous vous trouvez.</p><p>Code : GEO-12</p>",
        "<title>Canal Sierra a la carta</title><h1>Contenido no disponible en tu zona</h1><p>Por derechos de emisión, este vídeo solo puede verse desde España.</p><a href=/x>Volver</a>",
        "<title>Kustkanalen Play</title><h1>Programmet kan bara ses i Sverige</h1><p>Det verkar som att du befinner dig utomlands. På grund av rättigheter får vi inte visa det där.</p>",
        "<title>Sundet TV</title><h1>Du kan kun se programmet i Danmark</h1><p>Det ser ud til, at du er i udlandet. Af rettighedsmæssige årsager kan vi ikke vise det.</p>",
        "<title>Järvi Areena</title><h1>Ohjelma on katsottavissa vain Suomessa</h1><p>Käyttöoikeussyistä emme voi näyttää ohjelmaa sijainnissasi.</p>",
        "<title>Labe TV</title><h1>Video nelze ve vaší zemi přehrát</h1><p>Z licenčních důvodů je pořad dostupný pouze na území České republiky.</p>",
        "<title>Duna Média</title><h1>Ez a tartalom az Ön országában nem érhető el</h1><p>A műsor jogi okokból csak Magyarország területéről nézhető meg.</p>",
        "<title>Канал «Волга»</title><h1>Видео недоступно в вашем регионе</h1><p>По требованию правообладателя просмотр возможен только на территории России.</p>",
        "<title>Дніпро ТБ</title><h1>Цей матеріал недоступний у вашій країні</h1><p>Через обмеження правовласників перегляд можливий лише в Україні.</p>",
        "<title>Dere TV</title><h1>Bu içerik bulunduğunuz bölgede izlenemiyor</h1><p>Yayın hakları nedeniyle yalnızca Türkiye'den izlenebilir.</p>",
        "<title>Αιγαίο TV</title><h1>Το περιεχόμενο δεν είναι διαθέσιμο στη χώρα σας</h1><p>Για λόγους δικαιωμάτων η προβολή επιτρέπεται μόνο εντός Ελλάδας.</p>",
        "<title>ערוץ הגליל</title><h1>התוכן אינו זמין לצפייה באזורך</h1><p>מטעמי זכויות יוצרים ניתן לצפות בו מישראל בלבד.</p>",
        "<title>江畔视频</title><h1>抱歉，该视频在您所在的地区无法观看</h1><p>因版权方要求，本节目仅限中国大陆地区播放。</p>",
        "<title>Situs tidak tersedia</title><h1>Layanan ini belum tersedia di negara Anda</h1><p>Karena hak siar, tayangan ini hanya dapat ditonton di Indonesia.</p>",
    ] {
        seen(200, html).check("withheld region unknown");
    }
}

#[test]
fn a_question_for_consent_is_one_in_many_words() {
    for html in [
        "<title>Before you go on to Harbour</title><h1>Before you go on to Harbour Search</h1><p>We use cookies and data to deliver and maintain our services, track outages and measure engagement.</p><button>Reject all</button><button>Accept all</button><a href=/x>More options</a>",
        "<title>The Borough Post</title><h1>Read with ads or pay</h1><p>Accept advertising and tracking to read for free, or subscribe without ads for £3 a month.</p><button>Accept and continue</button><button>Subscribe ad-free</button>",
        "<title>Zustimmung erforderlich</title><h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie bote.example wie gewohnt mit Werbung und Tracking. Ihre Zustimmung können Sie jederzeit widerrufen.</p><h2>oder Pur-Abo</h2><button>Akzeptieren und weiter</button><button>Pur abonnieren</button>",
        "<title>Weingut am Hang</title><h1>Sind Sie mindestens 18 Jahre alt?</h1><p>Der Zugang ist nur volljährigen Personen gestattet.</p><button>Ja, ich bin 18</button><button>Nein</button>",
        "<title>Domaine du Lac</title><p>Vous devez avoir l'âge légal pour consommer de l'alcool pour entrer sur ce site.</p><button>J'ai plus de 18 ans</button><button>Sortir</button>",
        "<title>El Diario del Valle</title><h1>Tu privacidad es importante</h1><p>Para seguir navegando gratis, acepta las cookies o suscríbete.</p><button>Aceptar y continuar</button><button>Rechazar y suscribirse</button>",
        "<title>Corriere del Lago</title><h1>Il rispetto della tua privacy</h1><p>Per leggere gratis accetta i cookie di profilazione, oppure abbonati.</p><button>Accetta e continua</button><button>Abbonati</button>",
        "<title>Kustbladet</title><h1>Innan du fortsätter</h1><p>Vi använder cookies och data för att leverera våra tjänster.</p><button>Godkänn alla</button><button>Avvisa alla</button>",
        "<title>Dunai Hírlap</title><h1>Mielőtt továbblépne</h1><p>Cookie-kat és adatokat használunk szolgáltatásaink biztosításához.</p><button>Az összes elfogadása</button><button>Az összes elutasítása</button>",
        "<title>Ziarul Văii</title><h1>Înainte de a continua</h1><p>Folosim cookie-uri și date pentru a furniza serviciile.</p><button>Acceptă tot</button><button>Respinge tot</button>",
        "<title>Вино</title><h1>Подтвердите ваш возраст</h1><p>Сайт содержит информацию, не предназначенную для лиц младше 18 лет.</p><button>Мне есть 18</button><button>Нет</button>",
        "<title>Dere</title><h1>Devam etmeden önce</h1><p>Hizmetlerimizi sunmak için çerezleri ve verileri kullanıyoruz.</p><button>Tümünü kabul et</button><button>Tümünü reddet</button>",
        "<title>酒蔵</title><h1>年齢確認</h1><p>あなたは20歳以上ですか？</p><button>はい</button><button>いいえ</button>",
        "<title>한강주류</title><h1>성인 인증</h1><p>19세 이상만 이용할 수 있습니다.</p><button>예</button><button>아니오</button>",
    ] {
        seen(200, html).check("withheld consent unknown");
    }
}

#[test]
fn what_is_left_of_an_article_says_for_whom_the_rest_is() {
    for html in [
        "<title>Die Brücke</title><h1>Die Brücke</h1><p>Ein Jahr lang war sie gesperrt.</p><h2>Dieser Artikel ist Abonnentinnen und Abonnenten vorbehalten</h2><p>Zugang freischalten: 4 Wochen kostenlos lesen</p><button>Jetzt abonnieren</button>",
        "<title>Contenu abonnés</title><h1>Cet article est réservé à nos abonnés</h1><p>Profitez d'un accès illimité, sans engagement.</p><button>Je m'abonne</button>",
        "<title>A barragem | Jornal do Vale</title><h1>A barragem</h1><p>Foram três invernos.</p><h2>Este conteúdo é exclusivo para assinantes</h2><p>Assine por R$ 1,90 no primeiro mês.</p><a href=/x>Já é assinante? Entre</a>",
        "<title>Dammen | Kustbladet</title><h1>Dammen</h1><p>Det tog tre vintrar.</p><h2>Den här artikeln är för prenumeranter</h2><p>Läs vidare för 1 kr första månaden.</p><a href=/x>Redan prenumerant? Logga in</a>",
        "<title>Broen | Fjordavisen</title><h1>Broen</h1><p>Det tok tre vintre.</p><h2>Denne saken er for abonnenter</h2><p>Kjøp tilgang for 1 krone.</p><a href=/x>Er du allerede abonnent? Logg inn</a>",
        "<title>Pato | Järven Sanomat</title><h1>Pato</h1><p>Siihen meni kolme talvea.</p><h2>Tämä juttu on vain tilaajille</h2><p>Tilaa ja jatka lukemista, 1 € ensimmäinen kuukausi.</p><a href=/x>Oletko jo tilaaja? Kirjaudu</a>",
        "<title>Tama | Gazeta Nadwiślańska</title><h1>Tama</h1><p>Trwało to trzy zimy.</p><h2>Dalsza część artykułu dostępna tylko dla subskrybentów</h2><p>Wykup dostęp za 1 zł.</p><a href=/x>Masz już konto? Zaloguj się</a>",
        "<title>Přehrada | Labské listy</title><h1>Přehrada</h1><p>Trvalo to tři zimy.</p><h2>Článek je určen jen pro předplatitele</h2><p>Předplaťte si nás a čtěte dál.</p><a href=/x>Už máte předplatné? Přihlaste se</a>",
        "<title>Плотина | Волжский вестник</title><h1>Плотина</h1><p>На это ушло три зимы.</p><h2>Материал доступен только подписчикам</h2><p>Оформите подписку за 1 ₽ в первый месяц.</p><a href=/x>Уже подписаны? Войти</a>",
        "<title>Baraj | Dere Gazetesi</title><h1>Baraj</h1><p>Üç kış sürdü.</p><h2>Bu içerik yalnızca abonelere özeldir</h2><p>Okumaya devam etmek için abone olun.</p><a href=/x>Zaten abone misiniz? Giriş yapın</a>",
        "<title>水坝 | 江畔日报</title><h1>水坝</h1><p>三个冬天过去了。</p><h2>本文仅限订阅用户阅读</h2><p>立即订阅，首月一元，继续阅读全文。</p><a href=/x>已订阅？请登录</a>",
        "<title>댐 | 한강일보</title><h1>댐</h1><p>세 번의 겨울이 걸렸다.</p><h2>이 기사는 구독자 전용입니다</h2><p>구독하고 계속 읽어보세요.</p><a href=/x>이미 구독 중이신가요? 로그인</a>",
        "<title>A gát | Dunai Hírlap</title><h1>A gát</h1><p>Három tél kellett hozzá.</p><h2>Ez a cikk csak előfizetőinknek érhető el</h2><p>Fizessen elő és olvassa tovább.</p><a href=/x>Már előfizető? Jelentkezzen be</a>",
    ] {
        seen(200, html).check("withheld paywall unknown");
    }
}

#[test]
fn what_was_taken_down_says_by_whose_order() {
    for html in [
        "<title>Content removed</title><h1>This content has been removed due to a legal complaint</h1><p>A court order requires us not to show it.</p>",
        "<title>DMCA takedown</title><h1>Unavailable due to a DMCA notice</h1><p>This repository was disabled after a takedown notice by the rights holder. See the notice.</p>",
        "<title>Item withheld</title><p>This judgment is not available online because of a court order restricting publication.</p>",
        "<title>CUII</title><h1>Diese Webseite ist aus urheberrechtlichen Gründen nicht verfügbar</h1><p>Zu den Hintergründen informieren Sie sich bitte bei der Clearingstelle.</p>",
        "<title>Contenido no disponible</title><h1>No disponible por motivos legales</h1><p>Este contenido se ha retirado a petición de un juzgado.</p>",
        "<title>Conteúdo indisponível</title><h1>Indisponível por razões legais</h1><p>Retirado por ordem do tribunal.</p>",
        "<title>Blockerad webbplats</title><p>Åtkomsten till webbplatsen har spärrats efter beslut av domstol.</p>",
        "<title>Sperret</title><p>Nettstedet er sperret etter pålegg fra tingretten.</p>",
        "<title>Web zablokován</title><p>Přístup na tuto stránku byl zablokován na základě rozhodnutí Ministerstva financí o hazardních hrách.</p>",
        "<title>Αποκλεισμός</title><p>Η πρόσβαση στον ιστότοπο αυτόν έχει διακοπεί με απόφαση της αρμόδιας επιτροπής.</p>",
    ] {
        seen(200, html).check("withheld legal unknown");
    }
}

#[test]
fn a_wall_asks_for_a_human_in_many_languages() {
    for html in [
        "<title>Security verification</title><p>Performing security verification. This website uses a security service to protect against malicious bots. This page is displayed while the website verifies you are not a bot.</p>",
        "<title>Sind Sie ein Roboter?</title><p>Bitte bestätigen Sie, dass Sie kein Roboter sind.</p>",
        "<title>Comprobación de seguridad</title><p>Confirma que no eres un robot para continuar.</p>",
        "<title>Verificação</title><h1>Confirme que não é um robô</h1><p>Resolva o desafio para continuar.</p>",
        "<title>Een ogenblik geduld…</title><p>We controleren of u een mens bent. Dit kan enkele seconden duren.</p>",
        "<title>Ett ögonblick…</title><p>Kontrollerar att du är en människa.</p>",
        "<title>Okamžik…</title><p>Ověřujeme, zda jste člověk. Může to trvat několik sekund.</p>",
        "<title>しばらくお待ちください...</title><p>あなたが人間であることを確認しています。これには数秒かかる場合があります。</p>",
        "<title>لحظة…</title><p>جارٍ التحقق من أنك إنسان. قد يستغرق هذا بضع ثوان.</p>",
    ] {
        seen(200, html).check("withheld bot-wall unknown");
    }
}

#[test]
fn a_page_that_is_shown_to_who_has_logged_in_is_withheld() {
    for html in [
        "<title>Zaloguj się</title><h1>Zaloguj się</h1><p>Musisz być zalogowany, aby zobaczyć tę stronę.</p><form><label>Login <input></label><label>Hasło <input type=password></label><button>Zaloguj</button></form>",
        "<title>Přihlášení</title><h1>Přihlášení</h1><p>Pro zobrazení této stránky se musíte přihlásit.</p><form><label>Uživatelské jméno <input></label><label>Heslo <input type=password></label><button>Přihlásit se</button></form>",
        "<title>Bejelentkezés</title><p>Az oldal megtekintéséhez be kell jelentkeznie.</p><form><label>Felhasználónév <input></label><label>Jelszó <input type=password></label><button>Belépés</button></form>",
        "<title>Autentificare</title><p>Trebuie să fiți autentificat pentru a vedea această pagină.</p><form><label>Utilizator <input></label><label>Parolă <input type=password></label><button>Intră în cont</button></form>",
        "<title>Logga in</title><h1>Logga in</h1><p>Du måste vara inloggad för att se den här sidan.</p><form><label>Användarnamn <input></label><label>Lösenord <input type=password></label><button>Logga in</button></form>",
        "<title>ログイン</title><h1>ログイン</h1><p>このページを表示するにはログインが必要です。</p><form><label>ユーザーID <input></label><label>パスワード <input type=password></label><button>ログイン</button></form>",
    ] {
        seen(200, html).check("withheld login unknown");
    }
}

#[test]
fn a_site_that_is_down_says_so_in_many_languages() {
    for html in [
        "<title>Harbour Library</title><h1>We're making some improvements</h1><p>The catalogue is offline while we upgrade. Please check back soon.</p>",
        "<title>Onderhoud</title><h1>We zijn even offline</h1><p>Er wordt onderhoud gepleegd aan de website. Probeer het later opnieuw.</p>",
        "<title>Vedlikehold</title><h1>Vi utfører vedlikehold</h1><p>Nettstedet er snart tilbake.</p>",
        "<title>Prace techniczne</title><h1>Trwają prace techniczne</h1><p>Serwis jest chwilowo niedostępny. Wrócimy wkrótce.</p>",
        "<title>Error del servidor</title><h1>Error interno del servidor</h1><p>Se ha producido un error. Inténtelo de nuevo más tarde.</p>",
        "<title>Συντήρηση</title><h1>Εργασίες συντήρησης</h1><p>Ο ιστότοπος θα είναι σύντομα διαθέσιμος.</p>",
        "<title>Bakım</title><h1>Sitemiz bakımda</h1><p>Kısa süre sonra tekrar hizmetinizdeyiz.</p>",
    ] {
        seen(200, html).check("failing server-error unknown");
    }
}

#[test]
fn an_error_page_in_words_that_nobody_listed_is_one() {
    for html in [
        "<title>Der Bote</title><h1>Ups, hier ist nichts</h1><p>Die gesuchte Seite hat sich in Luft aufgelöst.</p><a href=/x>Zurück zur Startseite</a>",
        "<title>Mairie</title><h1>Rien à cette adresse</h1><p>Le lien que vous avez suivi est peut-être rompu.</p>",
        "<title>Ayuntamiento</title><h1>No hay nada por aquí</h1><p>Puede que el enlace esté roto o que hayamos quitado la página.</p>",
        "<title>Jornal</title><h1>Eita, sumiu!</h1><p>A página que você queria abrir foi embora.</p><a href=/x>Voltar ao começo</a>",
        "<title>Corriere</title><h1>Ci siamo persi</h1><p>La pagina che volevi leggere non c'è più.</p><a href=/x>Torna alla home</a>",
        "<title>Krant</title><h1>Helaas, hier is niets</h1><p>De pagina waar u naar op zoek was, is verdwenen.</p><a href=/x>Naar de voorpagina</a>",
        "<title>Sanomat</title><h1>Hups, eksyit</h1><p>Hakemaasi sisältöä ei enää ole.</p>",
        "<title>Gazeta</title><h1>Ups, pusto tu</h1><p>Strona, której szukasz, zniknęła.</p>",
        "<title>Listy</title><h1>Tady nic není</h1><p>Stránka, kterou hledáte, byla zrušena.</p>",
        "<title>Вестник</title><h1>Упс, тут пусто</h1><p>Страница, которую вы искали, пропала.</p>",
        "<title>Item view</title><p>No item with this identifier exists.</p>",
        "<title>Repository</title><h1>Invalid identifier</h1><p>The identifier you supplied does not correspond to any item in this repository.</p>",
        "<title>Museum</title><h1>File Not Found</h1><p>Through continuous improvement of our site some pages have moved. Bookmarks or links from other sites may have become outdated.</p><p>Please use the menu above, or write to the webmaster.</p>",
        "<title>Archive</title><h1>Page not available</h1><p>We have redesigned our website and many addresses have changed. If you have reached this page from a bookmark, please update it.</p><p>You may find what you need through our search, the map of the site or the list of departments. We are sorry for the trouble.</p>",
        "<title>Portfolio</title><h1>4😢4</h1><p>Seems you're lost, friend.</p><a href=/x>Take me home</a>",
    ] {
        seen(200, html).check("gone soft-404 unknown");
    }
}

#[test]
fn that_there_is_nothing_here_is_a_notice_in_a_short_sentence_of_one_language() {
    let is_notice = |text: &str| {
        let look = seen(200, &format!("<title>The keeper</title><p>{text}</p>")).0;
        source::weighed(&look).iter().any(|(_, evidence)| evidence.sign == "nothing-here")
    };
    for text in [
        "There is nothing here.",
        "It looks like there is nothing at this address.",
        "Hier gibt es nichts zu sehen.",
        "Il n'y a rien ici.",
        "Qui non c'è niente.",
        "Her er der intet.",
        "Tu nic nie ma.",
        "Det är tomt här.",
    ] {
        assert!(is_notice(text), "{text}");
    }
    for text in [
        "Nothing of the sort stands here of the keeper, as every reader of it can see.",
        "When he came to the island there was nothing, and here he built the house that his son lives in.",
        "Nothing could stop her.",
        "Rien qui vaille, dit le gardien.",
        "Il ne s'est rien passé hier au phare.",
        "Niente, tu lo sai.",
        "Kjøp en tomt her ved fyret.",
    ] {
        assert!(!is_notice(text), "{text}");
    }
}

#[test]
fn a_word_that_is_another_in_another_language_is_not_near_what_is_of_none_of_its_own() {
    let is_notice = |text: &str| {
        let look = seen(200, &format!("<title>The keeper</title><p>{text}</p>")).0;
        source::weighed(&look).iter().any(|(_, evidence)| evidence.sign == "not-found-near-text")
    };
    for text in ["Siden blev slettet.", "Strona została usunięta.", "This page is gone.", "Sidan finns inte."] {
        assert!(is_notice(text), "{text}");
    }
    for text in ["The strong wind is gone.", "On the other side was lost a boy.", "A tang of sisu no more."] {
        assert!(!is_notice(text), "{text}");
    }
}

#[test]
fn pages_that_speak_of_walls_are_pages() {
    for html in [
        "<title>Geo-blocking – Glossary of the Film Institute</title><h1>Geo-blocking</h1><p>Geo-blocking restricts what viewers can watch by where they are. Broadcasters tell them that a programme is not available in their country.</p>",
        "<title>The Long Weir (2014)</title><h1>The Long Weir</h1><p>Documentary, 54 minutes, directed by A. Miller. Available to watch in the United Kingdom only until 3 May.</p>",
        "<title>Sendetermine</title><h1>Das Wehr</h1><p>Dokumentarfilm, 2014, 54 Minuten. In der Mediathek nur in Deutschland, Österreich und der Schweiz abrufbar.</p>",
        "<title>Le barrage (film, 2014)</title><h1>Le barrage</h1><p>Documentaire de 54 minutes. Diffusion en France uniquement, les droits n'ayant pas été acquis pour d'autres pays.</p>",
        "<title>Дамба (фильм)</title><h1>Дамба</h1><p>Документальный фильм 2014 года, 54 минуты. Показ ограничен территорией России и Беларуси.</p>",
        "<title>地域制限とは</title><h1>地域制限とは</h1><p>動画がお住まいの地域では視聴できないと表示されることがあります。権利者が国ごとに契約するためです。</p>",
        "<title>How to add a paywall to your site</title><h1>How to add a paywall to your site</h1><p>Choose how many articles are free, and which words readers see, such as Subscribe to continue reading. Then turn it on.</p>",
        "<title>Abonnement – FAQ</title><h1>Fragen zum Abo</h1><p>Was ist Bote+? Artikel mit dem Zeichen + sind Abonnenten vorbehalten. Wie kündige ich? Mit einem Monat Frist.</p>",
        "<title>Nota de la redacción</title><h1>Nota de la redacción</h1><p>Desde el 3 de mayo algunos artículos serán exclusivos para suscriptores. Los demás seguirán abiertos.</p>",
        "<title>Abstract: Bees in walls</title><h1>Bees in walls</h1><p>We counted bees in 214 walls of five parishes. Walls of lime held four times as many as walls of cement.</p><p>Full text: PDF (subscription required)</p><a href=/x>Cite</a>",
        "<title>Open day for subscribers</title><h1>Open day for subscribers</h1><p>On 3 May subscribers of the paper may see the press in Mill Lane. Doors open at ten. Tea is free.</p>",
        "<title>Reply to post 3</title><p>The wheel has 24 buckets, not 22. I counted them on Sunday with my son.</p><p>Log in to reply</p>",
        "<title>Wie melde ich mich an?</title><h1>Wie melde ich mich an?</h1><p>Gehen Sie auf Anmelden und geben Sie Ihren Benutzernamen und Ihr Passwort ein. Sie müssen angemeldet sein, um Bücher vorzumerken.</p>",
        "<title>ログイン方法</title><h1>ログイン方法</h1><p>右上の「ログイン」を押し、会員番号とパスワードを入力します。忘れたときは窓口へどうぞ。</p>",
        "<title>Cookies</title><h1>Butter cookies</h1><p>Cream 200 g of butter with the sugar, add flour, chill for an hour and bake for twelve minutes.</p>",
        "<title>Cookie policy</title><h1>Cookie policy</h1><p>We use two cookies: one keeps your basket for a day, the other your language for a year. Neither is shared with partners.</p>",
        "<title>Jugendschutz</title><h1>Jugendschutz</h1><p>Bier und Wein verkaufen wir ab 16, Schnaps ab 18 Jahren. Bringen Sie einen Ausweis mit.</p>",
        "<title>HTTP 451</title><h1>451</h1><p>Status code 451 is sent when a resource is unavailable for legal reasons. It was proposed by Tim Bray in 2012.</p>",
        "<title>Court orders block of betting site</title><h1>Court orders block of betting site</h1><p>Ansty, 3 May. The county court has ordered providers to block access to a betting site, the clerk said. The owner will appeal.</p>",
        "<title>Gericht: Sperre rechtens</title><h1>Gericht: Sperre rechtens</h1><p>Das Landgericht hat am Dienstag entschieden, dass Anbieter eine Seite sperren durften. Die Klägerin geht in Berufung.</p>",
        "<title>Konto gesperrt – was tun?</title><h1>Konto gesperrt – was tun?</h1><p>Rufen Sie die Bank an. Nach drei falschen Eingaben wird das Konto gesperrt und nach einer Prüfung wieder freigegeben.</p>",
        "<title>Lift out of order</title><h1>Lift out of order</h1><p>The lift in Mill House is closed for maintenance from 3 to 9 May. Use the stairs by the shop.</p>",
        "<title>CAPTCHA</title><h1>CAPTCHA</h1><p>A CAPTCHA is a test that tells people from robots. Users are asked to confirm that they are human by picking pictures.</p>",
        "<title>Are you a robot?</title><h1>Are you a robot?</h1><p>Play by D. Ito in one act, for three players. First shown in Ansty on 3 May 2014. Tickets £5.</p>",
        "<title>Security check at the airport</title><h1>Security check</h1><p>Put coats and bags in the trays. Liquids of more than 100 ml stay behind. Allow half an hour.</p>",
        "<title>Queue times</title><h1>Queue times</h1><p>On Sundays you wait about twenty minutes at the mill, on other days five. Tickets bought ahead skip the line.</p>",
        "<title>Kein Zutritt</title><h1>Kein Zutritt für Unbefugte</h1><p>Das Schild hing von 1931 bis 1994 am Tor der Mühle. Emaille, 30 × 20 cm. Inventar 404.</p>",
        "<title>Obituary: Ben Miller</title><h1>Ben Miller</h1><p>Ben Miller, who has died at 91, kept the mill for forty years. He is gone, the wheel turns on.</p><div>To continue reading our obituaries, sign up for the letter</div>",
    ] {
        seen(200, html).check("live - sound");
    }
}

#[test]
fn a_banner_of_a_seizure_may_tell_of_the_operation() {
    let told = "<p>The service was run from three countries. Its servers stood in a cellar in Ansty. Two men were held on \
                Tuesday morning. The keys of nine thousand customers were found with them. Officers took eleven disks.</p>";
    for title in ["This domain has been seized", "Diese Website wurde beschlagnahmt", "Ce site a été saisi"] {
        seen(200, &format!("<title>{title}</title>{told}")).check("gone seized unknown");
    }
}

#[test]
fn labels_of_buttons_side_by_side_are_apart() {
    let wall = "<title>Gazette</title><h1>Your privacy</h1><p>We and our partners keep information on your device.</p>";
    let buttons = "<button>Reject all</button><button>Accept all</button><button>Settings</button>";
    seen(200, &format!("{wall}{buttons}")).check("withheld consent unknown");
    seen(200, &format!("<title>Gazette</title>{}{buttons}", paragraphs(6))).check("live - sound");
}

#[test]
fn a_few_words_that_trail_off_wait_for_scripts() {
    let waits = |text: &str| format!("<title>Mill</title><p>{text}</p><script src=a.js></script>");
    for text in ["Warming the millstones…", "Einen Augenblick, das Rad dreht sich an ...", "準備しています…"]
    {
        let look = seen(200, &waits(text));
        look.check("live - sound");
        assert!(look.0.answer().unwrap().signs.as_ref().unwrap().script_only, "{text}");
    }
    for text in ["Warming the millstones.", "Page not found…"] {
        assert!(!seen(200, &waits(text)).0.answer().unwrap().signs.as_ref().unwrap().script_only, "{text}");
    }
}

#[test]
fn a_notice_of_a_host_says_whom_to_write_to() {
    for html in [
        "<title>Site Suspended</title><h1>Site Suspended</h1><p>For more information please contact support@mill.example.</p>",
        "<title>Molino | Sitio web suspendido</title><h1>Sitio web suspendido</h1><p>Para más detalles por favor póngase en contacto con el administrador al correo admin@molino.example.</p>",
        "<title>Strona nieaktywna</title><h1>Strona nieaktywna</h1><p>Konto hostingowe, na którym jest ta strona, zostało zawieszone.</p>",
    ] {
        seen(200, html).check("gone suspended unknown");
    }
    seen(200, "<title>Service suspended</title><h1>Service suspended</h1><p>The ferry from Ansty did not sail on Tuesday, since ice lay on the river from bank to bank.</p>")
        .check("live - sound");
}

#[test]
fn a_notice_of_code_451_may_say_what_that_is() {
    let means = "This status code indicates that the server is denying access to the resource as a consequence of a legal demand.";
    let page = |title: &str, told: &str| seen(200, &format!("<title>{title}</title><h1>{title}</h1><p>{told}</p>"));
    page("Error 451 - Unavailable For Legal Reasons", means).check("withheld legal unknown");
    let article =
        "It was proposed by a software developer in 2012, and is named after a novel about books that are burnt.";
    page("451 Unavailable For Legal Reasons", &format!("{means} {article}")).check("live - sound");
}

#[test]
fn a_page_that_went_astray_is_not_there() {
    for (title, heading, text) in [
        ("Gazette", "This page has been mislaid", "Somebody put it away too well."),
        ("Gazette", "We have misplaced this page", "It may turn up again one day."),
        ("Gazette", "This page has gone astray", "Perhaps it took a wrong turn."),
        ("Gazette", "This page wandered off", "Nobody saw where it went."),
        ("Blatt", "Diese Seite ist abhandengekommen", "Wir haben überall nachgesehen."),
        ("Blatt", "Diese Seite ist verschollen", "Zuletzt wurde sie im Archiv gesehen."),
        ("Blatt", "Die Seite ist uns verloren gegangen", "Das tut uns leid."),
        ("Feuille", "Cette page s'est égarée", "Elle a pris un autre chemin."),
        ("Feuille", "Cette page s'est envolée", "Elle est partie sans laisser d'adresse."),
        ("Feuille", "Vous vous êtes égaré", "Ce chemin ne mène nulle part."),
        ("Hoja", "Esta página se ha extraviado", "Quizá tomó otro camino."),
        ("Hoja", "La página se perdió por el camino", "Nadie sabe dónde está."),
        ("Foglio", "Questa pagina è stata smarrita", "Forse ha preso un'altra strada."),
        ("Foglio", "La pagina si è persa per strada", "Nessuno sa dove sia."),
        ("Folha", "Esta página extraviou-se", "Talvez tenha tomado outro caminho."),
        ("Folha", "Esta página perdeu-se pelo caminho", "Ninguém sabe onde está."),
        ("Blad", "Deze pagina is zoekgeraakt", "Misschien nam ze een andere weg."),
        ("Tidning", "Sidan har kommit bort", "Kanske tog den en annan väg."),
        ("Tidning", "Sidan har gått vilse", "Ingen vet var den är."),
        ("Blad", "Siden er blevet væk", "Måske tog den en anden vej."),
        ("Avis", "Siden har kommet bort", "Kanskje tok den en annen vei."),
        ("Lehti", "Sivu on kadonnut", "Ehkä se valitsi toisen tien."),
        ("Lehti", "Sivu on hukassa", "Kukaan ei tiedä missä."),
        ("Gazeta", "Ta strona się zgubiła", "Może poszła inną drogą."),
        ("Gazeta", "Strona zaginęła", "Nikt nie wie, gdzie jest."),
        ("Noviny", "Stránka se ztratila", "Možná šla jinou cestou."),
        ("Noviny", "Stránka sa stratila", "Možno išla inou cestou."),
        ("Lap", "Az oldal elveszett", "Talán más utat választott."),
        ("Lap", "Ez az oldal eltévedt", "Senki sem tudja, hol van."),
        ("Ziar", "Pagina s-a rătăcit", "Poate a luat alt drum."),
        ("Ziar", "Pagina s-a pierdut", "Nimeni nu știe unde este."),
        ("List", "Stranica se izgubila", "Možda je otišla drugim putem."),
        ("Gazete", "Bu sayfa kaybolmuş", "Belki başka bir yola saptı."),
        ("Gazete", "Sayfa kayıp", "Nerede olduğunu kimse bilmiyor."),
        ("Газета", "Страница затерялась", "Возможно, она пошла другой дорогой."),
        ("Газета", "Эта страница куда-то пропала", "Никто не знает, где она."),
        ("Газета", "Сторінка загубилася", "Можливо, вона пішла іншим шляхом."),
        ("Вестник", "Страницата се изгуби", "Може би е тръгнала по друг път."),
        ("Εφημερίδα", "Η σελίδα χάθηκε", "Ίσως πήρε άλλο δρόμο."),
        ("עיתון", "הדף הלך לאיבוד", "אולי הוא פנה בדרך אחרת."),
        ("صحيفة", "لقد ضاعت هذه الصفحة", "ربما سلكت طريقا آخر."),
        ("新聞", "ページが行方不明です", "どこへ行ったか誰も知りません。"),
        ("报纸", "页面走丢了", "也许它走了另一条路。"),
        ("報紙", "頁面走失了", "也許它走了另一條路。"),
        ("신문", "페이지가 길을 잃었습니다", "다른 길로 간 것 같습니다."),
        ("신문", "페이지가 사라졌습니다", "어디로 갔는지 아무도 모릅니다."),
        ("Báo", "Trang này đã thất lạc", "Có lẽ nó đi đường khác."),
        ("Koran", "Halaman ini tersesat", "Mungkin mengambil jalan lain."),
        ("روزنامه", "این صفحه گم شده است", "شاید راه دیگری رفته باشد."),
        ("Gazette", "You have lost your way", "This path leads nowhere."),
        ("Blatt", "Sie haben sich verirrt", "Dieser Weg führt nirgendwohin."),
        ("Hoja", "Te has extraviado", "Este camino no lleva a ninguna parte."),
        ("Foglio", "Ti sei smarrito", "Questa strada non porta da nessuna parte."),
        ("Blad", "U bent verdwaald", "Dit pad leidt nergens heen."),
        ("Tidning", "Du har gått vilse", "Den här vägen leder ingenstans."),
        ("Gazeta", "Zbłądziłeś", "Ta ścieżka donikąd nie prowadzi."),
        ("Газета", "Вы заблудились", "Эта дорога никуда не ведёт."),
        ("Tidning", "Fel adress", "Här fanns kanske något en gång."),
        ("Blatt", "Falsche Adresse", "Hier gab es vielleicht einmal etwas."),
        ("Hoja", "Dirección equivocada", "Quizá aquí hubo algo alguna vez."),
    ] {
        let html = format!("<title>{title}</title><h1>{heading}</h1><p>{text}</p>");
        seen(200, &html).check("gone soft-404 unknown");
    }
}

#[test]
fn a_site_that_is_worked_on_and_will_be_back_is_in_trouble() {
    for (title, heading, text) in [
        ("Pause", "Kurze Pause", "Wir spielen gerade ein Update ein und sind gleich zurück."),
        (
            "CyVerse Maintenance",
            "Sorry, this service is under maintenance right now.",
            "Take a break, you deserve it! Your projects will be here when we come back online.",
        ),
        ("Gazette", "A short break", "We are installing an update and will be back shortly."),
        ("Feuille", "Petite pause", "Nous mettons à jour le site et revenons dans quelques minutes."),
        ("Hoja", "Una pausa", "Estamos actualizando el sitio y volveremos en breve."),
        ("Foglio", "Una pausa", "Stiamo aggiornando il sito e torneremo online tra poco."),
        ("Folha", "Uma pausa", "Estamos atualizando o site e voltaremos em breve."),
        ("Blad", "Even pauze", "We werken aan de website en zijn snel terug."),
        ("Tidning", "En paus", "Vi uppdaterar webbplatsen och är snart tillbaka."),
        ("Blad", "En pause", "Vi opdaterer siden og er snart tilbage."),
        ("Avis", "En pause", "Vi oppdaterer nettstedet og er snart tilbake."),
        ("Lehti", "Pieni tauko", "Päivitämme sivustoa ja palaamme pian."),
        ("Gazeta", "Krótka przerwa", "Aktualizujemy stronę i wrócimy wkrótce."),
        ("Noviny", "Krátká pauza", "Aktualizujeme web a brzy se vrátíme."),
        ("Lap", "Rövid szünet", "Frissítjük az oldalt, hamarosan visszatérünk."),
        ("Газета", "Небольшой перерыв", "Мы обновляем сайт и скоро вернёмся."),
        ("Gazete", "Kısa bir ara", "Sitemizi güncelliyoruz, kısa süre sonra buradayız."),
        ("报纸", "稍事休息", "我们正在更新网站，请稍后再试。"),
    ] {
        let html = format!("<title>{title}</title><h1>{heading}</h1><p>{text}</p>");
        seen(200, &html).check("failing server-error unknown");
    }
}

#[test]
fn what_is_lost_or_updated_elsewhere_is_a_page() {
    for (title, heading, text) in [
        (
            "Die verlegte Seite",
            "Wie eine Seite verlegt wird",
            "Der Verlag hat das Buch 1921 verlegt; auf Seite vier steht, wer es verlegt hat.",
        ),
        (
            "Lost pages",
            "The lost page of the diary",
            "One page of the diary went astray in 1921 and was found in a box in the attic, where the family had kept it.",
        ),
        (
            "Hiking notes",
            "We lost our way above the dam",
            "The path leads nowhere in fog. We turned round at noon and had soup.",
        ),
        (
            "Carnet",
            "Une page égarée du manuscrit",
            "La page avait été égarée en 1921. Elle est revenue à la bibliothèque, qui l'expose cet été.",
        ),
        (
            "Correos",
            "Paquete extraviado",
            "Si su paquete se ha extraviado, escriba a la oficina con el número de envío.",
        ),
        (
            "Ufficio",
            "Oggetti smarriti",
            "Chi ha smarrito un ombrello lo trova allo sportello due, dalle nove alle dodici.",
        ),
        ("Розыск", "Пропала собака", "Пропала рыжая собака, отзывается на имя Буран. Позвоните по телефону."),
        ("Ogłoszenia", "Zaginął kot", "Zaginął szary kot. Prosimy o telefon."),
        ("Gevonden", "Zoekgeraakt: een sleutel", "Een sleutel is zoekgeraakt bij de brug. Bel ons."),
        ("お知らせ", "迷子の犬を探しています", "茶色の犬が行方不明です。見かけた方はお電話ください。"),
        ("Address change", "Wrong address on your bill?", "Write to us and we correct it. Nothing else changes."),
        ("Kundtjänst", "Fel adress på fakturan", "Skriv till oss så rättar vi den. Inget annat ändras."),
        (
            "Tour",
            "Kurze Pause",
            "Wir sind gleich zurück: die Band legt eine Pause ein und spielt dann ihr neues Album.",
        ),
        (
            "Diary",
            "An update from the farm",
            "We are installing a new pump and will be back at the market on Saturday.",
        ),
        ("Journal", "Petite pause", "Le club met à jour la liste des membres. Réunion mardi, dans la salle."),
        ("Changelog", "Version 4", "We fixed the login page. Under maintenance windows the job now waits."),
        (
            "Der Autor",
            "Verlegt bei Suhrkamp",
            "Seine Bücher sind seit 1970 bei Suhrkamp verlegt. Die Lesung wurde verlegt, auf Freitag.",
        ),
        (
            "Bookshop",
            "Not found in stores",
            "This title is not found in stores. Order it here for twelve pounds, we post it on Monday.",
        ),
        (
            "Press",
            "Books that this house mislaid",
            "The editor mislaid the page proofs twice. The book came out in May all the same.",
        ),
        ("Amt", "Die Veranstaltung wurde verlegt", "Das Konzert wurde in die Halle verlegt. Die Karten gelten weiter."),
        (
            "Diario",
            "Se perdió la cosecha",
            "La cosecha se perdió por el granizo. La página del ayuntamiento explica las ayudas.",
        ),
        (
            "Diario",
            "Un gatto smarrito",
            "Smarrito un gatto grigio vicino al ponte. Chi lo trova chiami il numero qui sotto.",
        ),
        ("Club", "Back soon", "The club is updating its list of members. The hall is open on Tuesday."),
        ("Circolo", "Aggiornamento", "Stiamo aggiornando il calendario delle gite. La sede apre il martedì."),
        ("Клуб", "Обновление", "Мы обновляем список членов клуба. Собрание во вторник."),
        (
            "Shop",
            "New on our site",
            "We have updated the site: orders now leave the same day, and returns are free for a month.",
        ),
        ("Blog", "Over ons", "Wij werken aan de website van de molen en zoeken vrijwilligers. Kom op zaterdag langs."),
        ("会社", "サイトを更新しました", "新しい製品を追加しました。詳しくは製品一覧をご覧ください。"),
    ] {
        let html = format!("<title>{title}</title><h1>{heading}</h1><p>{text}</p>");
        seen(200, &html).check("live - sound");
    }
}
