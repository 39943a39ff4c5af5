//! Words cut short, numbers with a sign or a case, and the numbers before the items of a list.

use super::{CRITICAL, MINOR, check, class};
use crate::quote_match::*;

const FRENCH: &str = "La ville du port se trouve sur la côte nord, et ses habitants vivent de la mer depuis très longtemps. Au XIXe siècle \
    vivaient ici 900 pêcheurs, y compris M. Dubois, qui dirigeait la maison avec Madame Petit.";
const SPANISH: &str = "La ciudad del puerto está en la costa norte, y su gente vive del mar desde hace mucho tiempo. El señor Gómez dijo que \
    en el siglo XIX vivían aquí unos 900 pescadores.";
const GERMAN: &str = "Die Stadt am Hafen liegt an der Küste im Norden, und ihre Leute leben seit langer Zeit vom Meer. Im 19. Jahrhundert \
    lebten hier etwa 900 Fischer, sagte Frau Weber.";
const POLISH: &str = "Miasto portowe leży na północnym wybrzeżu, a jego mieszkańcy od dawna żyją z morza. W XIX wieku mieszkało tu ok. 900 \
    rybaków, którzy nie mieli łodzi.";
const CZECH: &str = "Přístavní město leží na severním pobřeží a jeho obyvatelé žijí z moře už velmi dlouho. Město zaplatilo 5 mil. korun za \
    opravu mostu, který byl zavřen, a dalších 300 tis. korun za silnici.";
const FINNISH: &str = "Satamakaupunki on pohjoisrannikolla, ja sen asukkaat ovat eläneet merestä jo hyvin kauan. Vuokrat nousivat 5 %:lla \
    vuonna 2021, ja palkat nousivat 2 prosentilla.";
const HUNGARIAN: &str = "A kikötőváros az északi parton fekszik, és lakói már nagyon régóta a tengerből élnek. A bérleti díjak 5%-kal nőttek \
    2021-ben, a bérek pedig 2 százalékkal.";

#[test]
fn a_word_cut_short_beside_what_tells_it_is_minor() {
    for (page, quote) in [
        (FRENCH, "y compris Monsieur Dubois, qui dirigeait la maison"),
        (FRENCH, "qui dirigeait la maison avec Mme Petit"),
        (FRENCH, "Au XIXe s. vivaient ici 900 pêcheurs"),
        (SPANISH, "El Sr. Gómez dijo que en el siglo XIX"),
        (SPANISH, "en el s. XIX vivían aquí unos 900 pescadores"),
        (GERMAN, "Im 19. Jh. lebten hier etwa 900 Fischer"),
        (GERMAN, "etwa 900 Fischer, sagte Fr. Weber"),
        (POLISH, "mieszkało tu około 900 rybaków"),
        ("Then Mr. Hale spoke to the board about it.", "Then Mister Hale spoke to the board about it"),
        ("In the 19th c. some fishermen lived here.", "In the 19th century some fishermen lived here"),
        ("Y compris M. Dubois, qui dirige.", "Y compris Monsieur Dubois, qui dirige"),
        ("It was −5 °C at dawn on Monday.", "It was minus 5 °C at dawn on Monday"),
        ("It was minus 5 °C at dawn on Monday.", "It was -5 °C at dawn on Monday"),
    ] {
        check(page, quote, MINOR);
    }
}

#[test]
fn another_word_in_its_place_is_another_word() {
    for (page, quote) in [
        (FRENCH, "y compris Madame Dubois, qui dirigeait la maison"),
        (FRENCH, "avec Mlle Petit"),
        (FRENCH, "Au XVIIIe s. vivaient ici 900 pêcheurs"),
        (SPANISH, "El Sr. Gomis dijo que en el siglo XIX"),
        (GERMAN, "Im 18. Jh. lebten hier etwa 900 Fischer"),
        (POLISH, "mieszkało tu około 800 rybaków"),
        ("It was −5 °C at dawn on Monday.", "It was plus 5 °C at dawn on Monday"),
        ("It was −5 °C at dawn on Monday.", "It was minus 6 °C at dawn on Monday"),
        ("It was 5 °C at dawn on Monday.", "It was minus 5 °C at dawn on Monday"),
        ("The value of c. 1140 is known here.", "The value of century 1140 is known here"),
    ] {
        let class = class(page, quote);
        assert!(class == CRITICAL || class == MatchClass::Absent, "{quote}: {class:?}");
    }
}

#[test]
fn scales_and_shares_of_more_languages_are_typography() {
    for (page, quote) in [
        (CZECH, "Město zaplatilo 5 milionů korun za opravu mostu"),
        (CZECH, "a dalších 300 tisíc korun za silnici"),
        (FINNISH, "Vuokrat nousivat 5 prosentilla vuonna 2021"),
        (FINNISH, "palkat nousivat 2 %:lla"),
        (HUNGARIAN, "A bérleti díjak 5 százalékkal nőttek 2021-ben"),
        (HUNGARIAN, "a bérek pedig 2%-kal"),
        ("Imports fell by a third to €410m.", "Imports fell by 1/3 to €410m"),
        ("Imports fell by one-third to €410m.", "Imports fell by a third to €410m"),
        ("He owned 3¹/2 acres of land here.", "He owned 3½ acres of land here"),
        ("He owned 3¹⁄₂ acres of land here.", "He owned 3½ acres of land here"),
    ] {
        check(page, quote, MatchClass::Typographic);
    }
    for (page, quote) in [
        (CZECH, "Město zaplatilo 5 miliard korun za opravu mostu"),
        (CZECH, "a dalších 300 milionů korun za silnici"),
        (FINNISH, "Vuokrat nousivat 6 prosentilla vuonna 2021"),
        (FINNISH, "Vuokrat nousivat 5 prosentista vuonna 2021"),
        (HUNGARIAN, "A bérleti díjak 5 százalékról nőttek 2021-ben"),
        ("He owned 3¹/2 acres of land here.", "He owned 3¼ acres of land here"),
        ("Imports fell by a third to €410m.", "Imports fell by 2/3 to €410m"),
    ] {
        let class = class(page, quote);
        assert!(class == CRITICAL || class == MatchClass::Absent, "{quote}: {class:?}");
    }
    assert!(!class("He bought a third house here in May.", "He bought 1/3 house here in May").is_sound());
}

#[test]
fn the_number_before_an_item_of_a_list_may_be_left_out() {
    let list = "The report found:\n1. The bridge was unsafe.\n2. The report was withheld.\n3. The mayor had been warned.\nIt ends.";
    check(list, "The bridge was unsafe. The report was withheld. The mayor had been warned", MINOR);
    check(list, "The bridge was unsafe. The mayor had been warned", CRITICAL);
    let scores = "The home side scored 1. The guests scored 2. Nobody scored 3. The rest was silence.";
    check(scores, "The home side scored. The guests scored. Nobody scored. The rest", CRITICAL);
}

#[test]
fn stars_with_spaces_between_are_an_ellipsis() {
    let page = "The new law, passed on Friday, bans smoking in cars. The mayor denied that he took money.\n* * *\nAll was quiet.";
    check(page, "The new law * * * bans smoking in cars", MatchClass::Edited);
    check(page, "The new law * * * * bans smoking in cars", MatchClass::Edited);
    check(page, "The mayor * * * took money", CRITICAL);
    check(page, "he took money. * * * All was quiet", MatchClass::Verbatim);
    check("Rated * * * by the guide of 2020.", "Rated * * * by the guide", MatchClass::Verbatim);
}

#[test]
fn what_would_be_is_not_what_is() {
    let page = "The would-be mayor took a bribe from builders, the court heard. It would be a mayor.";
    check(page, "The mayor took a bribe from builders", CRITICAL);
    check(page, "mayor took a bribe from builders", CRITICAL);
    check(page, "The would-be mayor took a bribe from builders", MatchClass::Verbatim);
    check(page, "It would be a mayor", MatchClass::Verbatim);
    check(page, "a mayor", MatchClass::Verbatim);
}
