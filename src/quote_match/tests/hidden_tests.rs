//! What an ellipsis may not hide in one language or another: that it was lacking, almost so, meant, of another figure; and what brackets
//! may not put in.

use super::{CRITICAL, check, class, page};
use crate::quote_match::*;

/// The class on a page that names its language.
pub(super) fn declared(language: &str, text: &str, quote: &str) -> MatchClass {
    let page = Page { language: Some(language.to_owned()), ..page(&[(TextName::Visible, text)]) };
    FoldedPage::new(&page).find(quote, QuoteKind::Sentence).class
}

#[test]
fn a_negation_is_known_on_a_short_page_that_names_its_language() {
    for (language, text, quote) in [
        ("id", "Wali kota tidak mengambil uang dari kas.", "Wali kota … mengambil uang dari kas"),
        ("id", "Sekretaris belum menandatangani surat itu.", "Sekretaris … menandatangani surat itu"),
        ("vi", "Thị trưởng không lấy tiền từ quỹ của thành phố.", "Thị trưởng … lấy tiền từ quỹ của thành phố"),
        ("vi", "Thư ký chưa từng ký bức thư đó.", "Thư ký … ký bức thư đó"),
        ("ro", "Primarul nu a luat banii din casa orașului.", "Primarul … a luat banii din casa orașului"),
        ("cs", "Starosta nikdy vzal peníze z městské pokladny.", "Starosta … vzal peníze z městské pokladny"),
        ("de", "Der Bürgermeister hat beinahe das Geld genommen.", "Der Bürgermeister hat … das Geld genommen"),
        ("fr", "Le maire a presque pris l’argent de la caisse.", "Le maire a … pris l’argent de la caisse"),
        ("es", "El alcalde casi tomó el dinero de la caja.", "El alcalde … tomó el dinero de la caja"),
        ("uk", "Мер майже втопив човен.", "Мер … втопив човен"),
        ("cs", "Starosta málem utopil člun.", "Starosta … utopil člun"),
        ("cs", "Jeho zástupce prý vzal peníze.", "Jeho zástupce … vzal peníze"),
        ("pl", "Burmistrz podobno wziął pieniądze z kasy.", "Burmistrz … wziął pieniądze z kasy"),
        ("hu", "A polgármester majdnem elsüllyesztette a hajót.", "A polgármester … elsüllyesztette a hajót"),
        ("fi", "Pormestari melkein upotti veneen.", "Pormestari … upotti veneen"),
        ("tr", "Başkan az kalsın tekneyi batırdı.", "Başkan … tekneyi batırdı"),
        ("ru", "Мэр едва читал доклад.", "Мэр … читал доклад"),
        ("zh", "市长几乎毁掉了大桥。", "市长……毁掉了大桥"),
        ("zh", "副市长据说拿走了市里的钱。", "副市长……拿走了市里的钱"),
        ("tr", "Davacı davalıyı değil, davalı davacıyı tehdit etti.", "Davacı davalıyı … tehdit etti"),
    ] {
        assert_eq!(declared(language, text, quote), CRITICAL, "{quote}");
    }
    for (language, text, quote) in [
        ("id", "Wali kota kemarin mengambil uang dari kas.", "Wali kota … mengambil uang dari kas"),
        ("ro", "Primarul ieri a luat banii din casa orașului.", "Primarul … a luat banii din casa orașului"),
        ("nl", "De haven is nu open voor iedereen.", "De haven is … open voor iedereen"),
        ("en", "The harbour is now open to everybody.", "The harbour is … open to everybody"),
    ] {
        assert_eq!(declared(language, text, quote), MatchClass::Edited, "{quote}");
    }
}

#[test]
fn what_is_lacking_meant_or_all_but_done_is_not_hidden() {
    for (text, quote) in [
        ("The plan lacks the support of the board.", "The plan … the support of the board"),
        ("The water is free of lead.", "The water is … lead"),
        ("He is too old to drive a bus.", "He is … to drive a bus"),
        ("The tank ran out of fuel.", "The tank … fuel"),
        ("The plan was meant to save money; it lost $3 million.", "The plan … save money"),
        ("The committee considered whether to ban cars.", "The committee … ban cars"),
        ("She all but admitted it.", "She … admitted it"),
        ("The bill was designed to cut taxes.", "The bill … cut taxes"),
        ("The firm agreed in principle to pay.", "The firm agreed … to pay"),
        ("The army was ordered to leave the town.", "The army … leave the town"),
        ("They might well have to close the school.", "They … close the school"),
        ("The company expects to sell up to 250,000 units.", "The company expects to sell … 250,000 units"),
        ("It employs at least 300 people.", "It employs … 300 people"),
        ("The hotel has fewer than 20 rooms.", "The hotel has … 20 rooms"),
        ("Das Hotel hat weniger als 20 Zimmer.", "Das Hotel hat … 20 Zimmer"),
        ("В гостинице менее 20 номеров.", "В гостинице … 20 номеров"),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("The plan, which lacks detail, has the support of the board.", "The plan … has the support of the board"),
        ("He is too old, they say, and drives a bus.", "He is … old"),
        ("The hotel on the quay has 20 rooms.", "The hotel … has 20 rooms"),
        ("The mayor came to the hall to vote.", "The mayor came … to vote"),
        ("It runs a program designed to provide work for miners.", "It runs a program … provide work for miners"),
        ("The minister lost the patience of his party.", "The minister … the patience of his party"),
    ] {
        let class = class(text, quote);
        assert!(class.is_sound() || quote.ends_with("old"), "{quote}: {class:?}");
    }
}

#[test]
fn a_negation_before_a_small_word_belongs_to_what_is_kept() {
    for (text, quote) in [
        (
            "She said that he was guilty of fraud, theft and arson, but not of murder or treason.",
            "he was guilty of fraud … murder or treason",
        ),
        ("The law applies to cars and lorries, but never to bicycles.", "The law applies to cars … bicycles"),
        ("The hall is open on Mondays and Fridays, not on Sundays.", "The hall is open on … Sundays"),
        ("Das Gesetz gilt für Autos und Lastwagen, aber nicht für Fahrräder.", "Das Gesetz gilt für Autos … Fahrräder"),
        (
            "La ley se aplica a los coches y a los camiones, pero no a las bicicletas.",
            "La ley se aplica a los coches … bicicletas",
        ),
        (
            "Закон относится к автомобилям и грузовикам, но не к велосипедам.",
            "Закон относится к автомобилям … велосипедам",
        ),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("The law applies not only to cars and lorries but to bicycles.", "The law applies … to bicycles"),
        ("He came, though not on the Monday, to the hall.", "He came … to the hall"),
    ] {
        let class = class(text, quote);
        assert!(class.is_sound(), "{quote}: {class:?}");
    }
}

#[test]
fn a_figure_belongs_to_the_place_that_it_stands_with() {
    for (text, quote) in [
        ("Norway won 12 medals and Sweden 9.", "Norway won … 9."),
        ("Norwegen gewann 12 Medaillen und Schweden 9.", "Norwegen gewann … 9."),
        ("La Norvège a gagné 12 médailles et la Suède 9.", "La Norvège a gagné … 9."),
        ("Turnout was 61% in Leeds, 54% in Hull.", "Turnout was 61% in … Hull"),
        (
            "Prices rose by 4% in the north and by 9% in the south of the country.",
            "Prices rose by 4% in … the south of the country",
        ),
        (
            "Die Beteiligung lag in Bonn bei 61 Prozent, in Jena bei 54 Prozent.",
            "Die Beteiligung lag in Bonn bei … 54 Prozent.",
        ),
        ("He was born in 1931 in Leeds and died in 2004 in Hull.", "He was born in … 2004"),
        ("He was born in 1931 in Leeds and died in 2004 in Hull.", "He was born … in Hull"),
        ("Dr Hale said that the drug works. Dr Crane disagreed and said it kills.", "Dr Hale said … it kills."),
        (
            "The mayor said that taxes would fall. The bishop said that the mayor was lying.",
            "The mayor said that … the mayor was lying.",
        ),
        ("Until 2019 the firm made guns. After the fire it made toys.", "Until 2019 the firm made … toys"),
        ("He was born in 1931 in Leeds and died in 2004 in Hull.", "He was born in 1931 in … Hull"),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("Prices rose by 4% in the north and by 9% in the south.", "Prices rose … by 9% in the south"),
        ("They sold 5 boats and, in May, 12 cars.", "They sold … 12 cars"),
        ("She lived in Leeds and in Hull.", "She lived in … Hull"),
        (
            "The mayor said that taxes would fall. She said that the bridge is safe.",
            "The mayor said that … the bridge is safe.",
        ),
        ("The bridge, built in 1884 by Hale, was closed in 1990.", "The bridge … was closed in 1990"),
    ] {
        let class = class(text, quote);
        assert!(class.is_sound(), "{quote}: {class:?}");
    }
}

#[test]
fn brackets_claim_nothing_in_other_languages_either() {
    for (language, text, quote) in [
        ("de", "Der Bürgermeister hat das Geld genommen.", "Der Bürgermeister hat [zweimal] das Geld genommen"),
        ("de", "Der Bürgermeister hat das Geld genommen.", "Der Bürgermeister hat [widerrechtlich] das Geld genommen"),
        ("de", "Der Bürgermeister hat das Geld genommen.", "Der Bürgermeister hat [die Hälfte von] das Geld genommen"),
        ("fr", "Le maire a pris l’argent de la caisse.", "Le maire a [secrètement] pris l’argent de la caisse"),
        ("es", "El alcalde tomó el dinero de la caja.", "El alcalde [en secreto] tomó el dinero de la caja"),
        ("es", "El alcalde tomó el dinero de la caja.", "El alcalde tomó [dos veces] el dinero de la caja"),
        ("ru", "Мэр взял деньги из городской кассы.", "Мэр [умышленно] взял деньги из городской кассы"),
        ("ru", "Мэр взял деньги из городской кассы.", "Мэр [дважды] взял деньги из городской кассы"),
        ("cs", "Starosta vzal peníze z městské pokladny.", "Starosta [prý] vzal peníze z městské pokladny"),
        (
            "hu",
            "A polgármester elvitte a pénzt a pénztárból.",
            "A polgármester [állítólag] elvitte a pénzt a pénztárból",
        ),
        ("fi", "Pormestari otti rahat kaupungin kassasta.", "Pormestari [melkein] otti rahat kaupungin kassasta"),
        ("zh", "市长拿走了市里的钱。", "市长[故意]拿走了市里的钱"),
        ("en", "The mayor took the money from the fund.", "The mayor took [less than half of] the money from the fund"),
    ] {
        let class = declared(language, text, quote);
        assert!(!class.is_sound(), "{quote}: {class:?}");
    }
    for (language, text, quote) in [
        ("de", "Der Bürgermeister hat das Geld genommen.", "Der Bürgermeister [Brandt] hat das Geld genommen"),
        ("fr", "Le maire a pris l’argent de la caisse.", "Le maire [de Lyon] a pris l’argent de la caisse"),
        ("ru", "Мэр взял деньги из городской кассы.", "Мэр [Белов] взял деньги из городской кассы"),
    ] {
        let class = declared(language, text, quote);
        assert!(class.is_sound(), "{quote}: {class:?}");
    }
}

#[test]
fn a_sentence_that_begins_with_two_words_of_denial_is_not_begun_behind_them() {
    for (text, quote) in [
        ("Wywiad z reżyserką. Nigdy nie chciałam kręcić filmów o wojnie.", "Chciałam kręcić filmów o wojnie."),
        ("Это было интервью. Никогда не мечтала я стать врачом.", "Мечтала я стать врачом."),
        ("Das Gespräch fand im Mai statt. Nicht einmal der Arzt wusste davon.", "Der Arzt wusste davon."),
        ("The interview was in May. Not even the doctor knew of the letter.", "The doctor knew of the letter."),
        ("La entrevista fue en mayo. Ni siquiera el médico sabía de la carta.", "El médico sabía de la carta."),
        ("L’entretien eut lieu en mai. Pas même le médecin ne savait rien.", "Le médecin ne savait rien."),
        (
            "It was so. Nothing in this Act prevents a person from appealing.",
            "This Act prevents a person from appealing.",
        ),
        ("It was so. None of the above applies to charities.", "The above applies to charities."),
        ("It was so. In no case may the fine exceed $50.", "May the fine exceed $50."),
        ("It was so. Not one of the boats sank.", "The boats sank."),
        (
            "El pleno se reunió. Ninguno de los médicos fue avisado de la visita.",
            "Los médicos fue avisado de la visita.",
        ),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("No, the mayor did it.", "The mayor did it."),
        ("It was so. Not only the mayor came to the hall.", "The mayor came to the hall."),
        ("It was so. No doubt the mayor came to the hall.", "The mayor came to the hall."),
        ("It was so. Nobody knew the mayor had left the hall.", "The mayor had left the hall."),
        ("They say that no evidence was found in the house.", "Evidence was found in the house"),
    ] {
        assert!(class(text, quote).is_sound(), "{quote}");
    }
}

#[test]
fn a_list_leads_into_no_other_row_and_no_other_sentence() {
    let list = |text: &str, quote: &str| super::found(text, quote, QuoteKind::List).class;
    let table = "Year\tDeaths\tBirths\n2019\t412\t388\n2020\t530\t401";
    let sentences =
        "In 1999 the mayor, Ann Brook, opened the harbour. In 2004 the bishop, John Hale, closed the school.";
    for (text, quote) in [
        (table, "2019, 412, 401"),
        (table, "2019, 530, 401"),
        (sentences, "In 1999, the bishop, closed the school."),
        (sentences, "In 1999, John Hale, closed the school."),
        (sentences, "The mayor, in 2004, closed the school."),
        (
            "The nurses, who were tired, left. The doctors stayed, and the porters were dismissed for theft.",
            "The nurses; the doctors; the porters were dismissed for theft.",
        ),
    ] {
        assert!(!list(text, quote).is_sound(), "{quote}");
    }
    for (text, quote) in [(table, "2019, 412, 388"), (table, "412, 530"), (table, "deaths, 412, 530")] {
        assert!(list(text, quote).is_sound() || quote == "412, 530", "{quote}");
    }
}
