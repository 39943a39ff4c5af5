//! Pages that say that one thing was taken away, and what is told of such things elsewhere.

use crate::verdict::signs::tests::seen;

const OTHER: &str = "https://site.example/a/xyz.html";

/// What stands below a notice on a site of news, in links.
const NEWS: &str = "<section><h2>More</h2><ul><li><a href=/1>Library extends its opening hours over the summer</a><li><a href=/2>Twelve \
     apprentices start at the boatyard</a><li><a href=/3>Council approves the budget for the river path</a><li><a href=/4>Choir looks \
     for tenors before the spring concert</a><li><a href=/5>Old mill opens its doors to visitors for the first time in ten years</a>\
     <li><a href=/6>Ferry runs again after the repair of its engine</a></ul></section><script src=/a.js></script>";

#[test]
fn the_host_of_a_page_that_says_that_a_thing_was_taken_away_is_asked() {
    for (site, heading, text) in [
        ("Evening Post", "That report has been pulled", "Have a look at these."),
        ("Dale Museum", "This exhibit was taken down", "See what is on now."),
        ("Kreisbote", "Hoppla", "Die Meldung, die Sie lesen möchten, ist bei uns nicht mehr online."),
        ("Vidéaste", "Ce film n’est plus en ligne", "Regardez plutôt :"),
        ("Videoteca", "Vaya", "Su autora lo ha borrado."),
        ("Folha do Vale", "Esse vídeo sumiu", "Veja os mais vistos."),
        ("Cronaca", "La notizia è stata ritirata", "Leggi anche:"),
        ("Dorpskrant", "Dit bericht staat niet meer online", "Lees verder:"),
        ("Torget", "Annonsen är raderad", "Säljaren har tagit bort den."),
        ("Markedet", "Annoncen er slettet", "Se lignende:"),
        ("Bygdebladet", "Saken er avpublisert", "Mest lest:"),
        ("Kotiseutu", "Uutinen on poistettu", "Luetuimmat:"),
        ("Kurier", "Tekst wycofano", "Zobacz też:"),
        ("Zpravodaj", "Zpráva byla stažena", "Nejčtenější:"),
        ("Bazoš", "Inzerát už neplatí", "Predajca ho vymazal."),
        ("Hírlap", "A hírt visszavonták", "Legolvasottabb:"),
        ("Gazeta", "Știrea nu mai este", "Cele mai citite:"),
        ("Novosti", "Vijest je uklonjena", "Najčitanije:"),
        ("Новости", "Заметка снята с публикации", "Читайте также:"),
        ("Вісник", "Статті вже немає", "Читайте також:"),
        ("Вестник", "Обявата е свалена", "Още:"),
        ("Εφημερίδα", "Η είδηση αποσύρθηκε", "Δείτε ακόμη:"),
        ("Gazete", "Bu haber artık yok", "Çok okunanlar:"),
        ("Žinios", "Skelbimo nebėra", "Skaitykite:"),
        ("Ziņas", "Ziņa vairs nav pieejama", "Lasiet:"),
        ("Uudised", "Uudis on eemaldatud", "Loe ka:"),
        ("ידיעות", "הידיעה הוסרה", "עוד:"),
        ("الأخبار", "لم يعد هذا الخبر متاحا", "اقرأ أيضا:"),
        ("اخبار", "این مطلب حذف شده", "بخوانید:"),
        ("नगर समाचार", "यह खबर हटा दी गई", "और पढ़ें:"),
        ("新聞", "この記事は取り下げられました", "関連:"),
        ("日报", "稿件已撤回", "更多:"),
        ("신문", "기사가 삭제되었습니다", "더 보기:"),
        ("Báo Làng", "Bài báo này đã bị gỡ", "Đọc thêm:"),
        ("Kabar", "Berita ini telah ditarik", "Baca juga:"),
        ("ข่าวเมือง", "ข่าวนี้ถูกลบ", "อ่านต่อ:"),
    ] {
        let page = seen(200, &format!("<title>{site}</title><h1>{heading}</h1><p>{text}</p>{NEWS}"));
        assert!(page.is_doubtful() || page.told().starts_with("gone"), "{heading}: {}", page.told());
        page.probed_beside(98, 10).check("gone soft-404 unknown");
        // A host that has no other page of that kind has this one.
        let page = seen(200, &format!("<title>{site}</title><h1>{heading}</h1><p>{text}</p>{NEWS}"));
        let told = page.probed(404, OTHER, None).told();
        assert!(told.starts_with("live") || told.starts_with("gone"), "{heading}: {told}");
    }
}

#[test]
fn news_of_what_was_taken_away_is_a_page() {
    for (title, heading, text) in [
        (
            "Exhibit taken down | Dale Museum",
            "Exhibit taken down",
            "The crane came at six in the morning, and by noon the hall was empty.",
        ),
        (
            "Poster withdrawn after protest | Post",
            "Poster withdrawn after protest",
            "The council took the picture off its walls on Monday.",
        ),
        (
            "Ausstellung abgebaut | Museum",
            "Ausstellung abgebaut",
            "Die Ausstellung wurde am Montag nach einem Streit um die Miete entfernt.",
        ),
        (
            "Inzerát stažen | Zpravodaj",
            "Inzerát stažen",
            "Obchod stáhl v pondělí inzerát na letní boty po stížnosti sousedů.",
        ),
        (
            "Artykuł wycofano ze sprzedaży | Kurier",
            "Artykuł wycofano ze sprzedaży",
            "Sklep wycofał w poniedziałek serek z powodu szkła.",
        ),
        (
            "Annonsen togs bort | Bladet",
            "Annonsen togs bort",
            "Kommunen tog i måndags bort skylten vid bron efter klagomål.",
        ),
        ("展示終了 | 博物館", "展示終了", "船の模型の展示は月曜日に終わり、来年から隣の町で見られます。"),
        (
            "Filme sumiu do cofre | Jornal",
            "Filme sumiu do cofre",
            "A cinemateca deu pela falta da fita na segunda-feira e chamou a polícia.",
        ),
    ] {
        let html = format!("<title>{title}</title><h1>{heading}</h1><p>{text}</p>");
        seen(200, &html).probed(404, OTHER, None).check("live - sound");
        seen(200, &html).check("live - sound");
    }
    // Whose title is that of its site, and that tells of it below.
    for (site, heading, text) in [
        (
            "Dale Museum",
            "The exhibit was taken down",
            "The crane came at six in the morning, and by noon the hall was empty. It goes to the town of Holm, whose sailors built the ship that is shown in it.",
        ),
        (
            "Dorfladen",
            "Der Artikel ist nicht mehr da",
            "Wir haben den letzten Käse am Samstag verkauft, und der Bauer macht keinen neuen. Ab Mai gibt es Quark aus dem Nachbardorf.",
        ),
        ("Club", "Project", "Our new project begins in May with a walk along the river and a song at the mill."),
    ] {
        seen(200, &format!("<title>{site}</title><h1>{heading}</h1><p>{text}</p>")).check("live - sound");
    }
}

#[test]
fn what_was_removed_by_its_author_or_by_law_is_gone() {
    for (title, text) in [
        ("Видео удалено", "Запись удалена владельцем либо заблокирована по требованию правообладателя."),
        ("Video gelöscht", "Der Film wurde vom Nutzer gelöscht oder aus rechtlichen Gründen gesperrt."),
        ("Vidéo supprimée", "Elle a été supprimée par son auteur ou retirée pour des raisons légales."),
    ] {
        let html = format!("<title>{title}</title><h1>Hm</h1><p>{text}</p>");
        let told = seen(200, &html).probed(200, OTHER, Some(98)).told();
        assert_eq!(told, "gone soft-404 unknown", "{title}");
    }
    seen(200, "<title>Видео недоступно</title><h1>Видео недоступно</h1><p>Ролик заблокирован по требованию правообладателя.</p>")
        .check("withheld legal unknown");
    seen(200, "<title>Video</title><h1>Gesperrt</h1><p>Der Film wurde aus rechtlichen Gründen entfernt.</p>")
        .check("withheld legal unknown");
}

#[test]
fn a_page_of_a_few_words_of_its_own_is_held_against_the_first_of_its_site() {
    let page = || seen(200, "<title>Dale Museum</title><h1>Hm</h1><p>Not today, dear guest.</p>");
    assert!(page().probed(200, OTHER, Some(99)).is_open_at_home());
    page().probed_beside(99, 10).check("gone soft-404 unknown");
    page().probed_beside(99, 90).check("live - sound");
}
