//! Pages that say why they do not show what was asked for, and error pages in nearly the same words.

use crate::verdict::signs::tests::{paragraphs, seen, seen_as};

fn page(title: &str, heading: &str, text: &str) -> String {
    format!("<html><head><title>{title}</title></head><body><main><h1>{heading}</h1><p>{text}</p></main></body></html>")
}

#[test]
fn who_says_why_a_page_is_not_shown_does_not_say_that_it_is_gone() {
    for (title, text) in [
        ("The Lantern", "The page you requested is for members. Please log in to read it."),
        ("Harbour Archive", "The page you requested is temporarily unavailable. Try again in an hour."),
        ("Tide TV", "The page you requested is not available in your country."),
        ("Library", "The page you requested will open as a PDF in a new window."),
        ("Bote", "Die angeforderte Seite ist nur für Abonnenten. Bitte melden Sie sich an."),
        ("Courrier", "La page demandée est réservée aux abonnés. Veuillez vous connecter."),
        ("Diario", "La página solicitada no está disponible en su país."),
        ("Corriere", "La pagina richiesta non è al momento disponibile. Riprova più tardi."),
        ("Bode", "De gevraagde pagina is momenteel niet beschikbaar."),
        ("Вестник", "Запрошенная страница временно недоступна. Зайдите позже."),
        ("海の新聞", "お探しのページは会員専用です。ログインしてください。"),
    ] {
        let told = seen(200, &page(title, title, text)).told();
        assert!(!told.starts_with("gone"), "{text}: {told}");
    }
}

#[test]
fn an_error_page_may_say_what_to_try_next() {
    for (title, text) in [
        ("Page not found", "The page you requested could not be found. Please log in or try again."),
        ("Not found", "This page does not exist. Check the address and try again, or sign in."),
        ("The Lantern", "Sorry, the page you are looking for no longer exists. Members can log in here."),
        ("404", "The page you requested is not available. Try again or go home."),
        (
            "Seite nicht gefunden",
            "Die gesuchte Seite existiert nicht. Bitte melden Sie sich an oder gehen Sie zur Startseite.",
        ),
        ("Page introuvable", "La page demandée n'existe pas ou plus. Connectez-vous ou revenez à l'accueil."),
        ("Página no encontrada", "La página que busca no existe. Inténtelo más tarde o vuelva al inicio."),
        ("Страница не найдена", "Такой страницы нет. Войдите или вернитесь на главную."),
        ("ページが見つかりません", "お探しのページは見つかりませんでした。ログインするかトップへお戻りください。"),
    ] {
        let told = seen(200, &page(title, title, text)).told();
        assert!(told.starts_with("gone"), "{text}: {told}");
    }
}

#[test]
fn a_headline_over_an_article_is_no_notice() {
    for headline in ["Page not found: what a lost web says", "404 Not Found – a history of three digits"] {
        let html = format!(
            "<html><head><title>{headline} | The Lantern</title></head><body><main><h1>{headline}</h1>{}</main></body></html>",
            paragraphs(6)
        );
        assert!(seen(200, &html).told().starts_with("live"), "{headline}");
    }
    let titled =
        page("Page not found: The Lantern", "Page not found", "The page you are looking for could not be found.");
    assert!(seen(200, &titled).told().starts_with("gone"));
}

#[test]
fn what_is_no_page_is_a_notice_only_where_it_is_nothing_else() {
    let table = "host;answer;seconds\n".to_owned() + &"lamp.test;404 page not found;0.2\n".repeat(30);
    for (content_type, body, expected) in [
        ("text/plain", "404 page not found\n", "gone"),
        ("text/plain", "12:01 GET /a 404 page not found\n12:02 GET /b 200\n12:03 GET /c 404 page not found\n", "live"),
        ("text/csv", table.as_str(), "live"),
        ("application/json", r#"{"error":{"code":404,"message":"Page not found"}}"#, "gone"),
        ("application/json", r#"[{"a":"page not found"},{"a":"no"},{"a":"yes"},{"a":"late"}]"#, "live"),
        ("application/javascript", "export const missing = \"Page not found\";\n", "live"),
    ] {
        let told = seen_as(content_type, 200, body).told();
        assert!(told.starts_with(expected), "{content_type} {body}: {told}");
    }
}
