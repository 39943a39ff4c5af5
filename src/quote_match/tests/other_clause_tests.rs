//! What an ellipsis may not lead to within a sentence: what is said of another, in a part that is built alike.

use super::harmless_tests::{DE, EN, ES, FR, IT, NL, PL, RU, SV, check_all};
use super::{CRITICAL, MINOR, found};
use crate::quote_match::{MatchClass, QuoteKind};

#[test]
fn the_second_of_two_parts_is_not_given_to_the_verb_of_the_first() {
    check_all(
        [
            (
                EN,
                "The rent rose 9 per cent on Monday before falling 12 per cent on Friday.",
                "The rent rose 9 per cent … on Friday",
            ),
            (
                EN,
                "The rent rose 9 per cent on Monday before falling 12 per cent on Friday.",
                "The rent rose … 12 per cent on Friday",
            ),
            (EN, "The pill works better in the young than in the old.", "The pill works … in the old"),
            (EN, "The fever was mild in most men but severe in nine.", "The fever was mild … in nine"),
            (EN, "She was born in Ely in 1860, studied law at Leeds and became a judge.", "She was born … at Leeds"),
            (EN, "He sold the mill in May, bought a boat in June and burned it in July.", "He sold the mill … in July"),
            (EN, "The ring was found in Ely in June but stolen in Leeds in July.", "The ring was found … in July"),
            (
                DE,
                "Das Gesetz wurde am 3. Mai vom Rat beschlossen und am 5. Mai vom Gericht aufgehoben.",
                "Das Gesetz wurde … am 5. Mai",
            ),
            (RU, "Закон был принят 3 мая и отклонён 5 мая в том же году.", "Закон был принят … 5 мая"),
        ],
        CRITICAL,
    );
    check_all(
        [
            (
                EN,
                "The men lived in towns and villages in the north of the shire.",
                "The men lived … in the north of the shire",
            ),
            (
                EN,
                "The fever was mild in most men but severe in nine.",
                "The fever was mild in most men … severe in nine",
            ),
            (
                EN,
                "He sold the mill in May, a cold month, in the north of the shire.",
                "He sold the mill … in the north of the shire",
            ),
            (EN, "The mill was built in Ely in stone and in brick in 1860.", "The mill was built … in brick in 1860"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn what_something_is_compared_with_does_not_get_its_figure() {
    check_all(
        [
            (
                EN,
                "Of those on the pill 12% had a stroke, compared with 18% of the others.",
                "Of those on the pill … 18% of the others",
            ),
            (
                EN,
                "The boats landed 40 tons, as compared with 30 tons of the trawlers.",
                "The boats landed … 30 tons of the trawlers",
            ),
            (
                DE,
                "Die Boote fingen 40 Tonnen, verglichen mit 30 Tonnen der anderen.",
                "Die Boote fingen … 30 Tonnen der anderen",
            ),
            (
                FR,
                "La ville compte 40 bateaux, par rapport à 30 bateaux il y a dix ans.",
                "La ville compte … 30 bateaux il y a dix ans",
            ),
            (
                EN,
                "The girls scored 60 points, the boys 55 points in the final.",
                "The girls scored … 55 points in the final",
            ),
            (
                EN,
                "The bus takes 40 minutes, the train 12 minutes from the gate.",
                "The bus takes … 12 minutes from the gate",
            ),
            (
                EN,
                "Nine of 12 clubs took part in it; three withdrew from the cup.",
                "Nine of 12 clubs … withdrew from the cup",
            ),
            (
                EN,
                "The town sold 35 boats in 2019, 21 in 2020 to the fishers.",
                "The town sold 35 boats … in 2020 to the fishers",
            ),
        ],
        CRITICAL,
    );
    check_all(
        [
            (
                EN,
                "The boats landed 40 tons in May, compared with 30 tons in June.",
                "The boats landed 40 tons … compared with 30 tons in June",
            ),
            (
                EN,
                "The boats landed 40 tons in May, when it rained, and 30 tons in June.",
                "The boats landed 40 tons … and 30 tons in June",
            ),
            (
                EN,
                "The girls scored 60 points and then 55 points in the final.",
                "The girls scored … 55 points in the final",
            ),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn one_in_three_is_not_made_one_and_an_exception_not_made_the_rule() {
    check_all(
        [
            (EN, "One in three boats of the town leaks in winter.", "One … boats of the town leaks in winter"),
            (FR, "Un enfant sur trois a faim dans la ville.", "Un enfant … a faim dans la ville"),
            (ES, "Una de cada dos tiendas está vacía en la calle.", "Una … tiendas está vacía en la calle"),
            (DE, "Einer von drei Booten der Stadt ist undicht.", "Einer … Booten der Stadt ist undicht"),
            (
                EN,
                "Dogs are allowed on the pier, other than on Sundays in May.",
                "Dogs are allowed on the pier … on Sundays in May",
            ),
            (EN, "Dogs are allowed on the pier, except on Sundays in May.", "Dogs are allowed … on Sundays in May"),
            (
                DE,
                "Hunde sind auf dem Platz erlaubt, außer an den Tagen im Mai.",
                "Hunde sind auf dem Platz … an den Tagen im Mai",
            ),
            (
                IT,
                "I cani sono ammessi sul molo, tranne la domenica di maggio.",
                "I cani sono ammessi … la domenica di maggio",
            ),
            (
                EN,
                "The word boat includes a raft but does not include a canoe here.",
                "The word boat includes … a canoe here",
            ),
        ],
        CRITICAL,
    );
    check_all(
        [
            (EN, "One of the boats in three weeks sank in the bay.", "One of the boats … sank in the bay"),
            (EN, "Dogs are allowed on the pier, other than on Sundays in May.", "Dogs are allowed on the pier …"),
            (
                EN,
                "The word boat includes a raft but does not include a canoe here.",
                "The word boat … does not include a canoe here",
            ),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn a_clause_about_somebody_else_is_not_given_to_the_first() {
    check_all(
        [
            (EN, "Every owner who fails to pay the rent is liable to a fine.", "Every owner … is liable to a fine"),
            (NL, "Elke eigenaar die niet op tijd betaalt is de boot kwijt.", "Elke eigenaar … is de boot kwijt"),
            (
                EN,
                "Karl Brandt was replaced by his daughter, Anna, who had run the mill for years.",
                "Karl Brandt … had run the mill for years",
            ),
            (
                EN,
                "The rebels said they had taken the town; the army said it had driven them back.",
                "The rebels … had driven them back",
            ),
            (
                EN,
                "The smith looked calm, but the captain was afraid, because the mast was rotten.",
                "The smith looked calm … because the mast was rotten",
            ),
            (EN, "The mayor dined with Mr Cole, a convicted thief, in May.", "The mayor … a convicted thief"),
            (EN, "She was born in Ely. Her second husband, the painter Carl Lane, died in 1911.", "She … died in 1911"),
            (
                EN,
                "The list of what is banned:\nfires\ntents\nThe list of what is allowed:\ndogs\nkites\nboats",
                "The list of what is banned: … kites",
            ),
        ],
        CRITICAL,
    );
    check_all(
        [
            (EN, "The owner who had failed to pay the rent is liable to a fine.", "The owner … is liable to a fine"),
            (EN, "Every owner, who may live elsewhere, is liable to a fine.", "Every owner … is liable to a fine"),
            (
                EN,
                "Karl Brandt, the founder, who had run the mill for years, left.",
                "Karl Brandt … had run the mill for years",
            ),
            (
                EN,
                "The smith looked calm because, as he said, the mast was new.",
                "The smith looked calm because … the mast was new",
            ),
            (EN, "The mayor dined with Mr Cole, a convicted thief, in May.", "The mayor dined with Mr Cole … in May"),
            (EN, "She was born in Ely. Later, a widow, she died in 1911.", "She was born in Ely. … she died in 1911"),
            (
                EN,
                "The list of what is banned:\nfires\ntents\nkites\nand much of what burns",
                "The list of what is banned: … kites",
            ),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn what_makes_another_one_of_somebody_is_not_left_out() {
    check_all(
        [
            (EN, "The acting mayor opened the fair in May.", "The … mayor opened the fair in May"),
            (EN, "The self-styled doctor gave the men pills.", "The … doctor gave the men pills"),
            (EN, "The would-be king fled to the hills of the north.", "The … king fled to the hills of the north"),
            (DE, "Der ehemalige Bürgermeister nahm das Geld der Stadt.", "Der … Bürgermeister nahm das Geld der Stadt"),
            (DE, "Der kommissarische Leiter nahm das Geld der Stadt.", "Der … Leiter nahm das Geld der Stadt"),
            (FR, "L’ancien maire a pris le budget de la ville.", "L’… maire a pris le budget de la ville"),
            (FR, "Le maire adjoint a pris le budget de la ville.", "Le maire … a pris le budget de la ville"),
            (ES, "El alcalde en funciones tomó el dinero de la ciudad.", "El alcalde … tomó el dinero de la ciudad"),
            (SV, "Den tidigare borgmästaren tog pengarna i staden.", "Den … borgmästaren tog pengarna i staden"),
            (PL, "Sąd skazał byłego burmistrza miasta na rok.", "Sąd skazał … burmistrza miasta na rok"),
            (RU, "Суд осудил бывшего мэра города на три года.", "Суд осудил … мэра города на три года"),
            (EN, "He posed as a priest of the town for years.", "He … a priest of the town for years"),
            (EN, "She was mistaken for the nurse of the prison.", "She was … the nurse of the prison"),
            (PL, "Kucharz uchodzi za złodzieja w całym mieście.", "Kucharz … złodzieja w całym mieście"),
            (
                SV,
                "De fann kläder som kan tillhöra flickan från byn.",
                "De fann kläder som … tillhör[de] flickan från byn",
            ),
        ],
        CRITICAL,
    );
    check_all(
        [
            (EN, "The old mayor opened the fair in May.", "The … mayor opened the fair in May"),
            (EN, "The former mayor opened the fair in May.", "The former mayor … in May"),
            (DE, "Der alte Bürgermeister nahm das Geld der Stadt.", "Der … Bürgermeister nahm das Geld der Stadt"),
            (FR, "Le maire de la ville a pris le budget en séance.", "Le maire … a pris le budget en séance"),
            (SV, "Det hade tidigare regnat mycket i staden det året.", "Det hade … regnat mycket i staden det året"),
            (EN, "He spoke as a priest of the town for years.", "He spoke … for years"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn a_bracket_does_not_turn_what_somebody_is_freed_of() {
    check_all(
        [
            (EN, "Cole was acquitted of the theft of the ring.", "Cole was … [guilty] of the theft of the ring"),
            (EN, "Cole was cleared of taking the ring of the queen.", "Cole … [took] the ring of the queen"),
            (ES, "Cole fue absuelto del robo del dinero de la ciudad.", "Cole … [culpable] del robo del dinero"),
            (FR, "Cole a été acquitté du vol de la mairie.", "Cole a été … [coupable] du vol de la mairie"),
        ],
        CRITICAL,
    );
    check_all(
        [
            (
                EN,
                "Cole was at last acquitted of the theft of the ring.",
                "Cole was … [acquitted] of the theft of the ring",
            ),
            (EN, "Cole was convicted of the theft of the ring.", "Cole was … [guilty] of the theft of the ring"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn an_income_is_no_income_per_head_and_who_is_next_to_somebody_is_not_he() {
    check_all(
        [
            (PL, "Kapitan miał według świadków ukraść wino w mieście.", "Kapitan … ukraść wino w mieście"),
            (EN, "Income per head rose by a third in the town.", "Income … rose by a third in the town"),
            (
                DE,
                "Das Einkommen pro Kopf stieg in der Stadt um zehn Mark.",
                "Das Einkommen … stieg in der Stadt um zehn Mark",
            ),
            (EN, "She is married to a judge of the high court.", "She is … a judge of the high court"),
            (EN, "He spoke not of war but of peace in the hall.", "He spoke not … of peace in the hall"),
            (
                ES,
                "El remedio no tuvo efecto en el corazón, pero sí en el hígado.",
                "El remedio no tuvo efecto … en el hígado",
            ),
            (
                DE,
                "Der Lotse weigerte sich, nach langem Streit, das Papier zu unterschreiben.",
                "Der Lotse … das Papier zu unterschreiben",
            ),
        ],
        CRITICAL,
    );
    check_all(
        [
            (PL, "Kapitan miał w domu stary plac i wino.", "Kapitan … plac i wino"),
            (EN, "Income of all kinds rose by a third in the town.", "Income … rose by a third in the town"),
            (EN, "She is, by the way, a judge of the high court.", "She is … a judge of the high court"),
            (
                DE,
                "Der Lotse weigerte sich, nach langem Streit, und ging heim.",
                "Der Lotse weigerte sich … und ging heim",
            ),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn a_bracket_names_who_is_meant_and_not_one_of_two() {
    check_all(
        [
            (EN, "Both sides blamed each other for the fire.", "Both sides blamed [the rebels] for the fire"),
            (DE, "Beide Seiten und der Rat hassten einander sehr.", "Beide Seiten und der Rat hassten [die Rebellen]"),
            (
                EN,
                "Norway sells 40 tons of the European Union’s natural gas.",
                "Norway sells 40 tons of the [US]’s natural gas",
            ),
        ],
        CRITICAL,
    );
    check_all(
        [
            (
                EN,
                "Norway sells 40 tons of the European Union’s natural gas.",
                "Norway sells 40 tons of the [EU]’s natural gas",
            ),
            (
                EN,
                "Norway sells 40 tons of the European Union’s natural gas.",
                "Norway sells 40 tons of [the EU’s] natural gas",
            ),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn what_two_say_is_not_said_by_one() {
    for (text, quote) in [
        (
            "“I stole the ring,” said Lane. “I never saw it,” said Hart. “I was in Ely.”",
            "I stole the ring … I was in Ely.",
        ),
        (
            "“The pump broke,” said Mr Lane. “Nobody came to help us,” she added.",
            "The pump broke. Nobody came to help us.",
        ),
        ("“The roof fell in,” the old man said. “I heard it,” she recalled.", "The roof fell in. I heard it."),
        ("«La bomba se rompió», dijo el señor Lang. «Nadie vino», añadió ella.", "La bomba se rompió. Nadie vino."),
    ] {
        let class = super::class(text, quote);
        assert!(!class.is_sound(), "{quote}: {class:?}");
    }
    for (text, quote) in [
        ("“I stole the ring,” said Lane. “I sold it,” said Lane. “I was in Ely.”", "I stole the ring … I was in Ely."),
        (
            "“The pump broke,” said Mr Lane. “Nobody came to help us,” he added.",
            "The pump broke. Nobody came to help us.",
        ),
        ("“The roof fell in,” the man’s wife said. “I heard it,” she recalled.", "The roof fell in. I heard it."),
    ] {
        let class = super::class(text, quote);
        assert!(class.is_sound(), "{quote}: {class:?}");
    }
}

#[test]
fn a_list_hides_nothing_that_takes_from_an_item() {
    let class = |text: &str, quote: &str| found(&format!("{text}\n{EN}"), quote, QuoteKind::List).class;
    for (text, quote) in [
        ("The fund paid for a school, half a bridge and a church.", "a school, a bridge, a church"),
        ("He read law, failed at medicine and taught music.", "law, medicine, music"),
        ("The club has men from Ely, Leeds and York; it bars those from Bath.", "Ely; York; Bath"),
        ("Its rivals are Green, Lane, Cole and, in Ely only, Hart.", "Green, Cole, Hart"),
    ] {
        assert_eq!(class(text, quote), CRITICAL, "{quote}");
    }
    for (text, quote) in [
        ("The fund paid for a school, a bridge and half the church.", "a school, a bridge"),
        ("He read law, then medicine and taught music.", "law, medicine, music"),
        ("The club has men from Ely, Leeds and York; it has women from Bath.", "Ely; York; Bath"),
        ("The plan is to close cafes, bars and shops in the town.", "cafes; shops"),
    ] {
        assert_ne!(class(text, quote), CRITICAL, "{quote}");
    }
}

#[test]
fn another_spelling_of_a_word_is_minor() {
    check_all(
        [
            (
                EN,
                "The house has a second storey and a tall chimney.",
                "The house has a second story and a tall chimney",
            ),
            (DE, "Sie hat das Brot selbst gebacken und verkauft.", "Sie hat das Brot selber gebacken und verkauft"),
            (NL, "Zij zag het huis van de oude man in het dorp.", "Zij zag ’t huis van de oude man in ’t dorp"),
        ],
        MINOR,
    );
    check_all(
        [
            (
                EN,
                "The house has a second storey and a tall chimney.",
                "The house has a second store and a tall chimney",
            ),
            (DE, "Sie hat das Brot selbst gebacken und verkauft.", "Sie hat das Brot selten gebacken und verkauft"),
        ],
        CRITICAL,
    );
}
