//! How numbers are written goes by the article, whatever stands around it.

use super::{CRITICAL, page};
use crate::page::PageText;
use crate::quote_match::*;

const DUTCH: &str = "De raad heeft de wet niet aangenomen, en de minister heeft nooit met de pers gesproken. Er is geen twijfel over. Zij \
    ging zonder haar man naar de stad, waar niemand iets van de zaak wist. Er zijn 1.250 mensen bij betrokken.";
const GERMAN: &str = "Der Vorstand hat die Dividende nicht erhöht, weil das Geld fehlte. Die Leute haben kaum etwas davon gewusst. Sie \
    ging ohne ihren Mann in die Stadt. Weder der Müller noch der Bäcker war da. Rund 1.250 Mitarbeiter sind betroffen, und das sind \
    12,5 Prozent der Belegschaft.";
const NOTICE: &str = "We value your privacy. We and our partners store and access information on a device. You can manage your choices at \
    any time. Accept all of them or read more about the use of cookies on this site.";
const LINKS: &str = "Home of the news\nAbout us and the team\nThe latest from our desk";

fn class(text: &str, declared: Option<&str>, quote: &str) -> MatchClass {
    let texts = vec![PageText { name: TextName::Visible, text: text.to_owned() }];
    let page = Page { texts, language: declared.map(str::to_owned), ..Page::default() };
    FoldedPage::new(&page).find(quote, QuoteKind::Sentence).class
}

#[test]
fn lines_of_another_language_around_an_article_leave_its_numbers_as_they_are() {
    for around in [NOTICE, LINKS, "The state of the company and of its people"] {
        for (article, declared, quote) in [
            (GERMAN, "de", "Rund 1250 Mitarbeiter sind betroffen"),
            (GERMAN, "de-CH", "Rund 1 250 Mitarbeiter sind betroffen"),
            (DUTCH, "nl", "Er zijn 1250 mensen bij betrokken"),
        ] {
            let text = format!("{around}\n{article}");
            assert_eq!(class(&text, Some(declared), quote), MatchClass::Typographic, "{declared} {around}");
        }
    }
    let long = [GERMAN; 4].join("\n");
    let quote = "Rund 1250 Mitarbeiter sind betroffen";
    assert_eq!(class(&format!("{NOTICE}\n{long}"), None, quote), MatchClass::Typographic);
    let other = class(&format!("{NOTICE}\n{GERMAN}"), Some("de"), "Rund 1520 Mitarbeiter sind betroffen");
    assert_eq!(other, MatchClass::Altered(Difference::Critical));
}

#[test]
fn an_article_in_a_language_of_decimal_points_keeps_them_whatever_its_page_is_around_it() {
    let article = "The pipe is 1.250 metres long, and that is all that there is to say of it, because nobody has measured it since \
        the mill was built. They have been asked to do so by the council, but there was no money for it in any of the years.";
    let german = "Startseite der Zeitung\nÜber uns und das Team\nDie Themen der Woche\nImpressum";
    let quote = "The pipe is 1250 metres long";
    for declared in [None, Some("en"), Some("de")] {
        let class = class(&format!("{german}\n{article}"), declared, quote);
        assert_eq!(class, MatchClass::Altered(Difference::Critical), "{declared:?}");
    }
}

#[test]
fn spanish_parts_thousands_as_the_country_or_the_decimals_of_the_page_do() {
    let article = "La alcaldesa no quiso decir nada de la ley, y nadie en el pueblo sabe lo que va a pasar con las casas. Unas 1.250 \
        personas viven allí, pero no hay dinero para ellas desde que el molino se cerró hace más de diez años.";
    let quote = "Unas 1250 personas viven allí";
    for (more, declared) in [
        ("", Some("es-ES")),
        ("", Some("es_AR")),
        ("Los costes subieron un 12,5 % en mayo.", Some("es")),
        ("Los costes subieron hasta 3.412,50 euros el 3.5.2021.", None),
    ] {
        assert_eq!(
            class(&format!("{article} {more}"), declared, quote),
            MatchClass::Typographic,
            "{declared:?} {more}"
        );
    }
    for (more, declared) in [
        ("", None),
        ("", Some("es")),
        ("Los costes subieron un 12,5 % en mayo.", Some("es-MX")),
        ("Los costes subieron un 12.5 % en mayo.", Some("es")),
        ("Los costes subieron un 12,5 % y luego un 3.5 % en mayo.", None),
        ("El 3,5,2021 no es una fecha, y a las 12:30,5 tampoco.", None),
    ] {
        let found = class(&format!("{article} {more}"), declared, quote);
        assert_eq!(found, MatchClass::Altered(Difference::Critical), "{declared:?} {more}");
    }
    let found = class(article, Some("es-ES"), "Unas 1.520 personas viven allí");
    assert_eq!(found, MatchClass::Altered(Difference::Critical));
}

#[test]
fn words_of_every_language_count_where_only_the_way_of_its_numbers_is_known() {
    // Half of it in English, which it does not call its own: it is told in no language, and its numbers are German.
    let text = format!(
        "{}\nThe wind turned at night. Nobody slept, and the water couldn't be stopped.\n{GERMAN}",
        [NOTICE; 2].join("\n")
    );
    for quote in ["Der Vorstand hat die Dividende erhöht, weil das Geld fehlte", "and the water could be stopped"] {
        assert_eq!(class(&text, Some("de"), quote), MatchClass::Altered(Difference::Critical), "{quote}");
    }
}

/// The class of `quote` on a page that says its language.
fn declared(language: &str, texts: &[(TextName, &str)], quote: &str) -> QuoteMatch {
    let page = Page { language: Some(language.to_owned()), ..page(texts) };
    FoldedPage::new(&page).find(quote, QuoteKind::Sentence)
}

#[test]
fn a_short_page_is_in_the_language_that_it_says_where_its_words_agree() {
    let turkish = "Kiracı konutu başkasına kiralayamaz. Kira artışı yüzde 25’i geçemez. Belediye 1.250 konutun yarısını denetledi. Bu \
                   madde, üç aydan kısa sözleşmelere uygulanmaz. Davacı davalıyı değil, davalı davacıyı tehdit etti.";
    let german = "Das Sommerfest beginnt am Montag und dauert anderthalb Stunden, sagte der Leiter.";
    for (language, text, quote) in [
        ("tr", turkish, "Kira artışı %25’i geçemez."),
        ("tr", turkish, "Belediye 1250 konutun yarısını denetledi."),
        ("de", german, "dauert 1,5 Stunden"),
    ] {
        let found = declared(language, &[(TextName::Visible, text)], quote);
        assert_eq!(found.class, MatchClass::Typographic, "{quote}: {found:#?}");
    }
    // It says one language and is written in another.
    let english = "The board of the bank sold 1.250 of the shares in May, and it was not told why.";
    let found = declared("tr", &[(TextName::Visible, english)], "The board of the bank sold 1250 of the shares");
    assert_eq!(found.class, CRITICAL, "{found:#?}");
}

#[test]
fn the_language_is_told_where_the_article_stands() {
    let indonesian = "Dewan kota pada hari Selasa memutuskan untuk menunda perbaikan jembatan tua hingga 2027. Wali kota mengatakan bahwa \
                      dia tidak pernah melihat laporan itu, dan dia akan bertanya kepada dewan.\n\nTidak ada yang terluka dalam kecelakaan \
                      pada 9 Oktober.";
    let german = "Der Verein zählte am Jahresende 12.480 Mitglieder, davon zwei Drittel Frauen. Die zweite Mannschaft gewann, und die \
                  dritte verlor. Der Beitrag stieg von 48 auf 54 Euro, und das ist nicht wenig für die Kinder.";
    for name in [TextName::Hidden, TextName::Structured] {
        let on = |language: &str, heading: &str, text: &str, quote: &str| {
            declared(language, &[(TextName::Visible, heading), (name, text)], quote)
        };
        let cut = on("id", "Pertanyaan\nJembatan", indonesian, "Ada yang terluka dalam kecelakaan pada 9 Oktober.");
        assert_eq!(cut.class, CRITICAL, "{cut:#?}");
        for quote in ["davon 2/3 Frauen", "Die 2. Mannschaft gewann", "12 480 Mitglieder"] {
            let found = on("de", "Fragen\nVerein", german, quote);
            assert_eq!(found.class, MatchClass::Typographic, "{quote}: {found:#?}");
        }
        let english = "The club had 12,480 members at the end of the year and two thirds were women";
        assert!(on("de", "Fragen\nVerein", german, english).other_language);
        // What a reader sees is another language, and says too little to be told.
        let seen = "The board did not sign the treaty of the harbour.";
        let found = on("en", seen, german, "The board did sign the treaty of the harbour.");
        assert_eq!(found.class, CRITICAL, "{found:#?}");
    }
}
