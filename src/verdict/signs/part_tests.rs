//! The words of a notice over a part of a page, in an item of a list, in a story of a lost leaf, beside a form: what else stands there
//! says what they are. And notices that look like that.

use super::tests::seen;

/// A page of a site with its name and its navigation.
pub(in crate::verdict::signs) fn page(title: &str, main: &str) -> String {
    format!(
        "<title>{title}</title><header><p><a href=/>Sound</a></p><nav><a href=/n>News</a> <a href=/c>Contact</a></nav></header>\
         <main>{main}</main><footer>© 2026 Sound</footer>"
    )
}

pub(in crate::verdict::signs) fn check(expected: &str, pages: &[(&str, &str)]) {
    let told = |(title, main): &(&str, &str)| (seen(200, &page(title, main)).told(), format!("{title}: {main}"));
    let wrong: Vec<_> = pages.iter().map(told).filter(|(told, _)| !told.starts_with(expected)).collect();
    assert!(wrong.is_empty(), "{expected}: {wrong:#?}");
}

const GONE: &str = "gone soft-404 unknown";

#[test]
fn a_question_that_is_answered_is_no_notice() {
    check(
        "live - sound",
        &[
            (
                "FAQ - Ferries",
                "<h1>Questions</h1><h2>The page does not exist?</h2><p>All timetables have had one address since May.</p>\
                 <h2>My booking was not found?</h2><p>Bookings are kept for thirty days.</p>",
            ),
            (
                "Help",
                "<h1>Help</h1><h2>Page not found?</h2><p>In May the timetables got new addresses.</p><h2>May the dog come along?</h2>\
                 <p>It may, on deck and on a lead.</p>",
            ),
            (
                "Häufige Fragen – Bücherei",
                "<h1>Häufige Fragen</h1><h2>Seite nicht gefunden?</h2><p>Seit dem Umzug im Mai haben viele neue Adressen. Oben hilft \
                 die Suche.</p><h2>Ausweis verloren?</h2><p>Am Schalter gibt es einen neuen.</p>",
            ),
            (
                "Questions – Bac",
                "<h1>Questions fréquentes</h1><h2>Page introuvable ?</h2><p>Les horaires sont tous à une adresse depuis mai.</p>\
                 <h2>Et les chiens ?</h2><p>Ils voyagent sur le pont, en laisse.</p>",
            ),
            (
                "Preguntas",
                "<h1>Preguntas frecuentes</h1><h2>¿Página no encontrada?</h2><p>En mayo cambiaron los horarios de lugar.</p>\
                 <h2>¿Y el perro?</h2><p>Viaja en cubierta y con correa.</p>",
            ),
            (
                "Domande",
                "<h1>Domande frequenti</h1><h2>Pagina non trovata?</h2><p>A maggio gli orari sono cambiati tutti.</p>\
                 <h2>E il cane?</h2><p>Viaggia sul ponte e al guinzaglio.</p>",
            ),
            (
                "Vanliga frågor",
                "<h1>Vanliga frågor</h1><h2>Sidan hittades inte?</h2><p>Adresserna byttes i maj.</p><h2>Får hunden åka med?</h2>\
                 <p>Ja, på däck och i koppel.</p>",
            ),
            (
                "Pytania",
                "<h1>Pytania</h1><h2>Nie znaleziono strony?</h2><p>W maju adresy się zmieniły.</p><h2>Czy pies może płynąć?</h2>\
                 <p>Tak, na pokładzie i na smyczy.</p>",
            ),
            (
                "よくある質問 - 渡し船",
                "<h1>よくある質問</h1><h2>ページが見つかりません</h2><p>五月に時刻表の場所を改めました。</p><h2>犬は乗れますか</h2>\
                 <p>甲板なら無料です。客室では紐が要ります。</p>",
            ),
            (
                "常见问题",
                "<h1>常见问题</h1><h2>页面不存在？</h2><p>五月起时刻表都在一处。</p><h2>可以带狗吗？</h2><p>可以，在甲板上，系好绳子。</p>",
            ),
            (
                "Вопросы",
                "<h1>Вопросы и ответы</h1><h2>Страница не найдена?</h2><p>В мае все адреса поменялись.</p><h2>Можно ли с собакой?</h2>\
                 <p>Да, на палубе и на поводке.</p>",
            ),
            (
                "Perguntas",
                "<h1>Perguntas frequentes</h1><h2>Página não encontrada</h2><p>Em maio os horários mudaram de lugar.</p>\
                 <h2>E o cão?</h2><p>Viaja no convés e com trela.</p>",
            ),
            (
                "Sorular",
                "<h1>Sık sorulan sorular</h1><h2>Sayfa bulunamadı mı?</h2><p>Mayıs ayında adresler değişti.</p><h2>Köpek binebilir mi?</h2>\
                 <p>Evet, güvertede ve tasmayla biner.</p>",
            ),
            (
                "Ερωτήσεις",
                "<h1>Συχνές ερωτήσεις</h1><h2>Η σελίδα δεν βρέθηκε;</h2><p>Τον Μάιο άλλαξαν όλες οι διευθύνσεις.</p><h2>Ο σκύλος;</h2>\
                 <p>Ταξιδεύει στο κατάστρωμα με λουρί.</p>",
            ),
            (
                "Questions - Ferries",
                "<h1>Frequently asked questions</h1><h2>Why do accounts end?</h2><p>Those that owe more than 50 euros do.</p>\
                 <h2>Is the website down for maintenance?</h2><p>Every first Sunday of the month, from two to four.</p>",
            ),
        ],
    );
}

#[test]
fn an_error_page_that_asks_is_a_notice() {
    check(
        GONE,
        &[
            ("Page not found?", "<h1>Page not found?</h1><p>Try the search, or go home.</p>"),
            ("Sound", "<h1>Page not found?</h1><p>Try the search, or go home.</p>"),
            (
                "Sound Ferries",
                "<h1>Sound Ferries</h1><h2>Page not found?</h2><p>Sorry, the page you were looking for does not exist.</p>\
                 <h2>Looking for something?</h2><p>Try the search.</p>",
            ),
            (
                "Page not found - Questions",
                "<h1>Page not found</h1><p>The page does not exist.</p><h2>Any questions?</h2><p>Our staff is at the desk all day long.</p>",
            ),
            (
                "FAQ - Sound",
                "<h1>FAQ</h1><h2>Page not found</h2><p>The page that you asked for is not here any more.</p><h2>Tickets</h2>\
                 <p>They are sold at the quay and on board.</p>",
            ),
            (
                "Mühle",
                "<h1>Mühle</h1><h2>Seite nicht gefunden</h2><h2>Fragen?</h2><p>Am Schalter sitzt immer jemand.</p>",
            ),
            (
                "Moulin",
                "<h1>Moulin</h1><h2>Page introuvable ?</h2><p>La page demandée n’existe pas.</p><h2>Une question ?</h2>\
                 <p>Le comptoir est ouvert tous les jours.</p>",
            ),
            (
                "よくある質問",
                "<h1>よくある質問</h1><h2>ページが見つかりません</h2><p>お探しのページは削除されました。</p>",
            ),
        ],
    );
}

#[test]
fn an_item_of_a_list_is_no_notice() {
    check(
        "live",
        &[
            (
                "Support",
                "<h1>Support topics</h1><ul><li>404 Page not found<li>Login problems<li>Payment declined</ul><p>Call us on weekdays \
                 from 9 to 16; a person answers.</p>",
            ),
            (
                "Release notes 3.1",
                "<h1>3.1</h1><ul><li>Login page no longer shows twice<li>Error 404 has its own template<li>Maintenance page in French</ul>",
            ),
            (
                "Hilfe",
                "<h1>Hilfe zu Themen</h1><ul><li>Seite nicht gefunden<li>Passwort vergessen<li>Rechnung bezahlen</ul><p>Von neun bis vier \
                 hebt hier jemand ab.</p>",
            ),
        ],
    );
    check(
        GONE,
        &[
            (
                "Sound",
                "<h1>Oops</h1><ul><li>Home<li>404 Page not found</ul><p>The page that you asked for is not here.</p>",
            ),
            ("Support", "<h1>Page not found</h1><ul><li>Login problems<li>Payment declined</ul>"),
        ],
    );
}

#[test]
fn a_leaf_of_a_book_is_lost_and_its_page_is_not() {
    check(
        "live",
        &[
            (
                "消えたページ",
                "<h1>消えたページ</h1><p>一八一二年の帳簿から一枚が失われている。誰が切り取ったのかは分かっていない。</p>",
            ),
            ("页面丢失的航海日志", "<h1>缺页的航海日志</h1><p>这本1812年的航海日志缺了第四页，至今没有找到。</p>"),
            (
                "Kayıp sayfa",
                "<h1>Kayıp sayfa</h1><p>1744 tarihli defterin bir sayfası bulunamadı. Kimin kopardığı bilinmiyor.</p>",
            ),
            (
                "La página perdida",
                "<h1>La página perdida</h1><p>Falta la hoja de 1744 en el registro. No se ha encontrado nunca.</p>",
            ),
            ("De verdwenen pagina", "<h1>De verdwenen pagina</h1><p>De bladzijde van 1744 is nooit gevonden.</p>"),
            (
                "사라진 페이지",
                "<h1>사라진 페이지</h1><p>1744년의 장부 한 페이지를 찾을 수 없다. 누가 잘랐는지 모른다.</p>",
            ),
            (
                "La page perdue",
                "<h1>La page perdue</h1><p>La feuille de 1744 manque au registre. Personne ne l’a jamais retrouvée.</p>",
            ),
            (
                "A página perdida",
                "<h1>A página perdida</h1><p>Falta a folha de 1744 no livro. Nunca foi encontrada.</p>",
            ),
        ],
    );
    check(
        GONE,
        &[
            ("消えたページ", "<h1>消えたページ</h1><p>お探しのページは見つかりませんでした。</p>"),
            (
                "Northfen University",
                "<h1>We can’t find that page</h1><p>Our website was rebuilt in 2023 and many addresses changed. Try the search.</p>",
            ),
            ("Kayıp sayfa", "<h1>Kayıp sayfa</h1><p>Aradığınız sayfa bulunamadı.</p>"),
            ("La página perdida", "<h1>La página perdida</h1><p>La página que buscas no existe. Vuelve al inicio.</p>"),
            ("De verdwenen pagina", "<h1>De verdwenen pagina</h1><p>Deze pagina bestaat niet (meer).</p>"),
            (
                "Produkt nicht verfügbar | Lampen",
                "<h1>Dieses Produkt ist nicht mehr verfügbar</h1><p>Aus dem Sortiment von 2026:</p><a href=/1>Stehlampe – 129 €</a>",
            ),
            ("사라진 페이지", "<h1>사라진 페이지</h1><p>요청하신 페이지를 찾을 수 없습니다.</p>"),
        ],
    );
}

#[test]
fn land_that_is_for_sale_is_no_name() {
    check(
        "live",
        &[
            (
                "Domain of the Kist family",
                "<h1>The domain is for sale</h1><p>The family sells its domain north of Ostrup: 40 hectares of meadow and a house.</p>",
            ),
            (
                "Domaine à vendre",
                "<h1>Ce domaine est à vendre</h1><p>Douze hectares de vignes et un chai, près de Bergerac.</p><p>12 ha</p>",
            ),
            ("Weingut", "<h1>Diese Domain steht zum Verkauf</h1><p>Die Domäne bei Husum hat 40 Hektar Wiese.</p>"),
        ],
    );
    check(
        "gone parked",
        &[(
            "The domain is for sale",
            "<h1>This domain is for sale</h1><p>Price: € 890. Make an offer for this domain.</p>",
        )],
    );
}

#[test]
fn a_reason_beside_it_says_that_a_page_is_not_gone() {
    for (html, told) in [
        (
            "<title>Доступ запрещён</title><h1>Доступ запрещён</h1><p>У вас нет прав для просмотра этой страницы.</p>",
            "withheld forbidden unknown",
        ),
        (
            "<title>Replay</title><p>Cette vidéo n’est pas disponible depuis votre position géographique.</p>",
            "withheld region unknown",
        ),
        (
            "<title>Tele</title><p>Conteúdo indisponível no seu território por razões de direitos.</p>",
            "withheld region unknown",
        ),
    ] {
        seen(200, html).check(told);
    }
    seen(
        200,
        "<title>Störung</title><h1>Leider ist unsere Seite gerade nicht erreichbar</h1><p>Unsere Technik ist bereits informiert und arbeitet \
         an der Behebung des Problems.</p>",
    )
    .check("failing server-error unknown");
    for html in [
        "<title>Störung</title><h1>Leider ist unsere Seite gerade nicht erreichbar</h1><p>Unsere Technik arbeitet an der Behebung.</p>",
        "<title>Panne</title><h1>La page n’est pas disponible</h1><p>En raison d’un problème technique. Nos techniciens y travaillent.</p>",
        "<title>Avería</title><h1>La página no está disponible</h1><p>Hay un problema técnico.</p>",
        "<title>Video</title><p>Questo video non è disponibile nella tua posizione geografica.</p>",
        "<title>視聴</title><p>この動画は権利の都合により表示できません。</p>",
        "<title>视频</title><p>因版权限制，该视频页面失效。</p>",
        "<title>Hata</title><p>Bu sayfayı görüntülemek için yetkiniz yok.</p>",
        "<title>Brak</title><p>Nie ma tu treści: brak praw do tej strony.</p>",
    ] {
        let told = seen(200, html).told();
        assert!(!told.starts_with("gone"), "{html}: {told}");
    }
    for html in [
        // What sites say of their rights is no reason.
        "<title>Σφάλμα</title><h1>Η σελίδα δεν είναι διαθέσιμη</h1><p>Η σελίδα δεν είναι διαθέσιμη.</p><p>Πνευματικά δικαιώματα 2026</p>",
        "<title>Siden findes ikke</title><h1>Siden findes ikke</h1><p>Alle rettigheder forbeholdes</p>",
        "<title>Страница не найдена</title><p>Такой страницы нет. Возможно, у вас нет прав.</p>",
        "<title>Page introuvable</title><p>La page demandée n’existe pas. Vérifiez l’adresse.</p>",
        "<title>Fehler</title><h1>Seite nicht gefunden</h1><p>Die Seite existiert nicht. Bei technischen Fragen hilft unsere Technik.</p>",
    ] {
        seen(200, html).check(GONE);
    }
}

#[test]
fn a_form_that_is_there_for_its_own_sake_is_no_wall() {
    let letter = "<form><label>Name</label><input name=n><textarea name=t></textarea><button>Send</button></form>";
    for (title, said) in [
        ("Contact", "Quay 3. Please confirm that you are not a robot."),
        ("Kontakt", "Telefon 0123. Bitte bestätigen Sie, dass Sie kein Roboter sind."),
        ("Contact", "3, quai Nord. Cochez la case pour confirmer que vous n’êtes pas un robot, puis envoyez."),
        ("Contacto", "Muelle 3. Confirme que no es un robot antes de enviar."),
        ("お問い合わせ", "電話は平日九時から。ロボットではないことを確認してください。"),
        ("Kontakt", "Nabrzeże 3. Potwierdź, że nie jesteś robotem."),
        ("Контакты", "Набережная, 3. Подтвердите, что вы не робот"),
        ("联系我们", "北码头3号。请完成验证，确认您不是机器人"),
        ("İletişim", "Kuzey Rıhtımı 3. Robot olmadığınızı doğrulayın"),
    ] {
        let told = seen(200, &page(title, &format!("<h1>{title}</h1><p>{said}</p>{letter}"))).told();
        assert!(told.starts_with("live"), "{said}: {told}");
    }
    check(
        "live",
        &[(
            "Order - Lamps",
            "<h1>Order a spare glass</h1><p>€ 9 and the post. Please verify you are human.</p><form><input><button>Order</button></form>",
        )],
    );
    check(
        "withheld bot-wall",
        &[
            (
                "Sound",
                "<h1>One more step</h1><p>Please confirm that you are not a robot.</p><form><textarea name=g-recaptcha-response></textarea>\
                 <button>Go on</button></form>",
            ),
            (
                "Sound",
                "<h1>Are you a robot?</h1><p>Please confirm that you are not a robot.</p><form><input name=captcha><button>OK</button></form>",
            ),
            (
                "Are you human?",
                &format!("<h1>Please verify you are human</h1><p>Confirm that you are not a robot.</p>{letter}"),
            ),
        ],
    );
}

#[test]
fn what_a_title_asks_and_its_text_answers_withholds_nothing() {
    check(
        "live",
        &[
            (
                "Age",
                "<h1>Are you over 18?</h1><p>Then you may steer the motor boat, after two lessons. Those who are younger row the old one.</p>",
            ),
            (
                "Session",
                "<h1>Your session has expired</h1><p>Poem by Mara Toll, from “Letters to a Machine” (Hallow, 2017), p. 12.</p>",
            ),
        ],
    );
    check(
        "live - sound",
        &[(
            "Transparency report - Quay",
            "<h1>Takedown requests in 2025</h1><p>We received nine notices under the DMCA and removed content in four cases.</p>",
        )],
    );
    check(
        "withheld legal",
        &[("Quay", "<h1>Removed</h1><p>We received a notice under the DMCA and removed this content.</p>")],
    );
    check("withheld consent", &[("Brewery", "<h1>Are you over 18?</h1><button>Yes</button> <button>No</button>")]);
    check(
        "withheld login",
        &[("Catalogue", "<h1>Your session has expired</h1><p>Please start a new search from the first page.</p>")],
    );
}

#[test]
fn a_notice_says_whose_it_is() {
    for (html, told) in [
        (
            "<title>An Error Has Occurred!</title><h3>An Error Has Occurred!</h3><p>The topic or board you are looking for appears to be \
             either missing or off limits to you.</p><a href=/>Back</a>",
            GONE,
        ),
        (
            "<title>Gesperrt</title><h1>Diese Website wurde gesperrt</h1><p>Bitte wenden Sie sich an den Support Ihres Providers.</p>",
            "gone suspended unknown",
        ),
    ] {
        seen(200, html).check(told);
    }
}
