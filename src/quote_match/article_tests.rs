//! How numbers are written goes by the article, whatever stands around it.

use super::*;
use crate::page::PageText;

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
