//! Pages with the words of a notice beside what no notice says: poems, reports, things out of order, help, references. And notices
//! that look like them.

use crate::verdict::signs::part_tests::{check, page};
use crate::verdict::signs::tests::seen;

const LIVE: &str = "live - sound";
const GONE: &str = "gone soft-404 unknown";
const LEGAL: &str = "withheld legal unknown";
const TROUBLE: &str = "failing server-error unknown";
const SUSPENDED: &str = "gone suspended unknown";

#[test]
fn a_poem_that_is_called_like_a_loss_is_asked_about() {
    let poems = [
        (
            "Nicht gefunden",
            "<h1>Nicht gefunden</h1><p>am Morgen lag der Garten weiß<br>die Amsel fror im Apfelbaum<br>niemand kam</p>",
        ),
        (
            "Introuvable",
            "<h1>Introuvable</h1><p>la mer avait pris le phare<br>et le phare ne disait rien<br>il neigeait</p>",
        ),
        (
            "No encontrado",
            "<h1>No encontrado</h1><p>la noche dejó una barca<br>en la orilla de los juncos<br>nadie vino</p>",
        ),
        (
            "Nie znaleziono",
            "<h1>Nie znaleziono</h1><p>śnieg zasypał cały ogród<br>kos zamarzł na starej jabłoni<br>nikt nie przyszedł</p>",
        ),
        (
            "Ничего не найдено",
            "<h1>Ничего не найдено</h1><p>снег засыпал старый сад<br>дрозд замёрз на яблоне ночью<br>никто не пришёл</p>",
        ),
        (
            "Hittades inte",
            "<h1>Hittades inte</h1><p>snön låg tung på trädgården<br>trasten frös i äppelträdet<br>ingen kom</p>",
        ),
        (
            "Ikke fundet",
            "<h1>Ikke fundet</h1><p>sneen lå tungt over haven<br>solsorten frøs i æbletræet<br>ingen kom</p>",
        ),
    ];
    check(LIVE, &poems);
    for (title, main) in poems {
        // Its host gives the same for any address, and another first page.
        let look = seen(200, &page(title, main)).probed_beside(100, 10);
        assert!(!look.is_open_at_home(), "{title}");
        look.check(GONE);
    }
    check(
        GONE,
        &[
            (
                "Nicht gefunden",
                "<h1>Nicht gefunden</h1><p>Die gesuchte Seite gibt es nicht.<br>Zurück zur Startseite</p>",
            ),
            (
                "Introuvable",
                "<h1>Introuvable</h1><p>Cette page n’existe pas ou plus.<br>Retour à l’accueil du site</p>",
            ),
            (
                "Nie znaleziono",
                "<h1>Nie znaleziono</h1><p>Strona, której szukasz, nie istnieje.<br>Wróć na stronę główną</p>",
            ),
            ("Not found", "<h1>Not found</h1><p>We could not find that page.<br>Go back to the homepage</p>"),
        ],
    );
}

#[test]
fn a_thing_that_is_out_of_order_is_no_site() {
    check(
        LIVE,
        &[
            (
                "Escalator | Holm Station",
                "<h1>Escalator out of order</h1><p>The escalator is temporarily unavailable because of maintenance. We apologise for the inconvenience.</p>",
            ),
            (
                "Rolltreppe | Bahnhof",
                "<h1>Rolltreppe gesperrt</h1><p>Die Rolltreppe ist wegen Wartungsarbeiten vorübergehend nicht verfügbar. Wir bitten um Verständnis.</p>",
            ),
            (
                "Ascenseur | Médiathèque",
                "<h1>Ascenseur en panne</h1><p>L’ascenseur est temporairement indisponible pour cause de maintenance. Veuillez nous excuser pour la gêne occasionnée.</p>",
            ),
            (
                "Piscina | Deportes",
                "<h1>Piscina cerrada</h1><p>La piscina no está disponible temporalmente por mantenimiento. Disculpen las molestias.</p>",
            ),
            (
                "Kładka | Zarząd Dróg",
                "<h1>Kładka zamknięta</h1><p>Kładka jest tymczasowo niedostępna z powodu prac konserwacyjnych. Przepraszamy za utrudnienia.</p>",
            ),
            (
                "Лифт | Библиотека",
                "<h1>Лифт</h1><p>Лифт временно недоступен из-за технических работ. Приносим извинения за неудобства.</p>",
            ),
        ],
    );
    check(
        TROUBLE,
        &[
            (
                "Bridge Post",
                "<h1>We’ll be back soon</h1><p>Our website is temporarily unavailable because of maintenance. We apologise for any inconvenience.</p>",
            ),
            (
                "Wartung",
                "<h1>Wartungsarbeiten</h1><p>Unsere Website ist wegen Wartungsarbeiten vorübergehend nicht verfügbar. Wir bitten um Verständnis.</p>",
            ),
            (
                "Przerwa techniczna",
                "<h1>Przerwa techniczna</h1><p>Strona jest tymczasowo niedostępna z powodu prac konserwacyjnych. Przepraszamy za utrudnienia.</p>",
            ),
            ("Lift Club", "<h1>Lift Club</h1><p>This site is down for maintenance. Please check back soon.</p>"),
        ],
    );
}

#[test]
fn a_report_of_a_site_that_was_blocked_withholds_nothing() {
    check(
        LIVE,
        &[
            (
                "Суд заблокировал сайт с рецептами | Вестник",
                "<h1>Суд заблокировал сайт с рецептами</h1><p>Доступ к сайту закрыт по решению суда, сообщила пресс-служба. Владелец намерен спорить.</p>",
            ),
            (
                "Mahkeme film sitesini kapattı | Haber",
                "<h1>Mahkeme film sitesini kapattı</h1><p>Siteye erişim perşembe günü mahkeme kararıyla engellendi. Avukatlar itiraz edecek.</p>",
            ),
            (
                "La justicia ordena bloquear un portal de cine | Diario",
                "<h1>La justicia ordena bloquear un portal de cine</h1><p>El acceso a la página fue bloqueado el jueves por orden judicial. La empresa no responde.</p>",
            ),
            (
                "Provedores bloqueiam portal de filmes por ordem judicial | Folha",
                "<h1>Provedores bloqueiam portal de filmes por ordem judicial</h1><p>O acesso ao site foi bloqueado na quinta por decisão da Justiça.</p>",
            ),
            (
                "Gericht lässt Wettseite sperren | Bote",
                "<h1>Gericht lässt Wettseite sperren</h1><p>Der Zugang wurde am Dienstag auf gerichtliche Anordnung gesperrt.</p>",
            ),
            (
                "Il giudice fa oscurare un sito di scommesse | Gazzetta",
                "<h1>Il giudice fa oscurare un sito di scommesse</h1><p>L’accesso al sito è stato bloccato martedì per ordine dell’autorità giudiziaria.</p>",
            ),
        ],
    );
    check(
        LEGAL,
        &[
            ("Доступ ограничен", "<h1>Доступ ограничен</h1><p>Доступ к сайту заблокирован по решению суда.</p>"),
            (
                "Erişim engellendi",
                "<h1>Erişim engellendi</h1><p>Bu siteye erişim mahkeme kararıyla engellenmiştir.</p>",
            ),
            (
                "Sitio bloqueado",
                "<h1>Sitio bloqueado</h1><p>El acceso a esta página ha sido bloqueado por orden judicial.</p>",
            ),
            (
                "Site bloqueado por ordem judicial | Operadora",
                "<h1>Site bloqueado por ordem judicial</h1><p>O acesso a este site foi bloqueado por decisão da Justiça.</p>",
            ),
            ("Unavailable For Legal Reasons", "<h1>451</h1><p>This page is not available due to legal reasons.</p>"),
        ],
    );
}

#[test]
fn what_a_page_tells_of_a_code_is_no_notice() {
    check(
        LIVE,
        &[
            (
                "451 Unavailable For Legal Reasons | Codecraft",
                "<h1>451 Unavailable For Legal Reasons</h1><p>The server refuses because of a legal demand. Its number was taken from a novel by Ray Bradbury.</p>",
            ),
            (
                "Error 500 | Serverschool",
                "<h1>Error 500</h1><p>An internal server error usually comes from a wrong line in the configuration. The log names the line.</p><h2>What visitors can do</h2><p>Reload the page after a few minutes.</p>",
            ),
            (
                "Fehler 500 | Kurs",
                "<h1>Fehler 500</h1><p>Ein interner Serverfehler kommt in der Regel von einer falschen Zeile in der Konfiguration.</p><h2>Für Besucher</h2><p>Die Seite nach einigen Minuten neu laden.</p>",
            ),
            (
                "Ошибка 500 | Уроки",
                "<h1>Ошибка 500</h1><p>Внутренняя ошибка сервера обычно связана с неверной строкой в настройках. Номер строки есть в журнале.</p><h2>Посетителю</h2><p>Обновить страницу через несколько минут.</p>",
            ),
            (
                "not_found | Tide API",
                "<h1>not_found</h1><p>The object does not exist or was deleted by its owner. The answer names its id.</p>",
            ),
            (
                "Errors | Tide API",
                "<h1>Errors</h1><h2>page_not_found</h2><p>The page does not exist.</p><h2>no_scope</h2><p>The key lacks a scope.</p>",
            ),
            ("שגיאה 404 | מילון", "<h1>שגיאה 404</h1><p>שגיאה 404 מופיעה כאשר השרת לא מצא את הדף המבוקש.</p>"),
            ("خطأ 404 | معجم", "<h1>خطأ 404</h1><p>يظهر الخطأ 404 عندما لا يجد الخادم الصفحة المطلوبة.</p>"),
            (
                "Wartungsmodus | Plank Handbuch",
                "<h1>Wartungsmodus</h1><p>Der Befehl versetzt die Anwendung in den Wartungsmodus. Besucher sehen dann eine Seite, auf der steht: Wir sind bald wieder da.</p>",
            ),
            (
                "Maintenance mode | Reed docs",
                "<h1>Maintenance mode</h1><p>The command puts the application into maintenance mode. Visitors see a page that says We will be back soon, with the status 503.</p><h2>Letting yourself in</h2><p>Give a secret while the site is down.</p>",
            ),
        ],
    );
    check(
        TROUBLE,
        &[
            ("Error 500", "<h1>Error 500</h1><p>Internal server error. Please try again in a few minutes.</p>"),
            (
                "Fehler 500 | Bote",
                "<h1>Fehler 500</h1><p>Interner Serverfehler. Bitte versuchen Sie es in einigen Minuten erneut.</p>",
            ),
            (
                "Ошибка 500 | Вестник",
                "<h1>Ошибка 500</h1><p>Внутренняя ошибка сервера. Попробуйте обновить страницу через несколько минут.</p>",
            ),
            ("Maintenance mode", "<h1>Maintenance mode</h1><p>We’ll be back soon.</p>"),
        ],
    );
    check(
        GONE,
        &[
            ("Not found | Tide API", "<h1>Not found</h1><p>The page does not exist or was deleted by its owner.</p>"),
            ("שגיאה 404 | מילון", "<h1>שגיאה 404</h1><p>הדף המבוקש לא נמצא.</p>"),
            ("خطأ 404 | معجم", "<h1>خطأ 404</h1><p>الصفحة المطلوبة غير موجودة.</p>"),
            ("404", "<h1>page_not_found</h1><p>The page does not exist.</p>"),
        ],
    );
}

#[test]
fn help_on_a_notice_is_none() {
    check(
        LIVE,
        &[
            (
                "Account suspended | Mill help",
                "<h1>Account suspended</h1><p>We suspend accounts that send bulk mail or are not paid for in time.</p>",
            ),
            (
                "Konto gesperrt | Hilfe",
                "<h1>Konto gesperrt</h1><p>Wir sperren Konten, die Werbung verschicken oder seit drei Monaten nicht zahlen.</p>",
            ),
            (
                "Cuenta suspendida | Ayuda",
                "<h1>Cuenta suspendida</h1><p>Suspendemos las cuentas que envían correo basura o que no pagan a tiempo.</p>",
            ),
            (
                "Parked domain | Reed help",
                "<h1>Parked domain</h1><p>A domain without a site shows our parking page, which says that the domain is parked.</p>",
            ),
        ],
    );
    check(
        SUSPENDED,
        &[
            (
                "Account suspended",
                "<h1>Account suspended</h1><p>This account has been suspended. Contact the hosting provider.</p>",
            ),
            (
                "Account suspended | Support",
                "<h1>Account suspended</h1><p>This account has been suspended. Please contact support.</p>",
            ),
            ("Cuenta suspendida", "<h1>Cuenta suspendida</h1><p>Esta cuenta ha sido suspendida.</p>"),
        ],
    );
}

#[test]
fn what_is_only_supposed_to_be_lost_is_asked_about() {
    let list = "<ul><li><a href=/a>Home</a><li><a href=/b>News</a><li><a href=/c>Log in</a><li><a href=/404>Page not found</a></ul>";
    check(
        LIVE,
        &[
            (
                "Site map | Holm Council",
                &format!(
                    "<h1>Site map</h1>{list}<p>If you cannot find what you are looking for, ring us on 01999 44.</p>"
                ),
            ),
            ("Site map | Holm Council", &format!("<h1>Site map</h1>{list}")),
            (
                "忘れ物 | 鉄道",
                "<h1>忘れ物</h1><p>お探しの品が見つからない場合は、駅の窓口までお越しください。忘れ物は三か月間保管いたします。</p>",
            ),
            (
                "Lost property | Rail",
                "<h1>Lost property</h1><p>If you cannot find what you are looking for, ask at the desk. Things are kept for three months.</p>",
            ),
        ],
    );
    check(
        GONE,
        &[
            (
                "Page not found | Holm Council",
                "<h1>Page not found</h1><p>If you cannot find what you are looking for, ring us on 01999 44.</p>",
            ),
            (
                "エラー | 鉄道",
                "<h1>ページが見つかりません</h1><p>お探しのページが見つからない場合は、検索してください。</p>",
            ),
            (
                "Holm Council",
                "<h1>Sorry</h1><p>We cannot find the page that you are looking for. If it was here before, it has been removed.</p>",
            ),
        ],
    );
}

#[test]
fn games_and_rehearsals_tell_their_price_in_any_money() {
    check(
        LIVE,
        &[
            (
                "Chyba 404 – desková hra | Hry",
                "<h1>Chyba 404 – desková hra</h1><p>Pro 2–4 hráče od 8 let, 590 Kč</p><p>V knihovně chybí stránky.</p>",
            ),
            ("Błąd 404 – gra karciana | Gry", "<h1>Błąd 404 – gra karciana</h1><p>Dla 2–6 graczy od lat 10, 49 zł</p>"),
            (
                "Subscribers only | Orchestra",
                "<h1>Subscribers only</h1><p>The rehearsal on 9 June is for subscribers only. Doors open at 18:30. Subscribe at the desk for £30 a year.</p>",
            ),
            (
                "Nur für Abonnenten | Oper",
                "<h1>Nur für Abonnenten</h1><p>Die Probe am 9. Juni ist nur für Abonnenten offen. Einlass ist um 18 Uhr, das Abo kostet 30 Euro.</p>",
            ),
        ],
    );
    check(
        "withheld paywall unknown",
        &[
            (
                "Subscribers only | Tide Post",
                "<h1>Subscribers only</h1><p>This article is for subscribers only. Subscribe for £4 a month to continue reading.</p>",
            ),
            (
                "Nur für Abonnenten | Bote",
                "<h1>Nur für Abonnenten</h1><p>Dieser Artikel ist nur für Abonnenten. Jetzt abonnieren und weiterlesen.</p>",
            ),
            (
                "Subscribe to read | Tide Post",
                "<h1>Subscribe to unlock this article</h1><ul><li>Digital £39 per month<li>Print edition from £10</ul><p>Try it for £1 for \
                 4 weeks. Every edition of the paper, on any device.</p>",
            ),
        ],
    );
}
