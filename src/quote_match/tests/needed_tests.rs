//! What a word that is kept needs, and an ellipsis may not leave out.

use super::harmless_tests::{CS, DE, EN, ES, FR, IT, NL, PL, PT, RU, SV, check_all};
use super::hidden_tests::declared;
use super::{CRITICAL, page};
use crate::quote_match::*;

#[test]
fn what_a_negation_denies_in_part_only_is_not_left_out() {
    check_all(
        [
            (EN, "The quay is not always safe in winter, the men say.", "The quay is not … safe in winter"),
            (EN, "The clerk is not entirely honest about the debt.", "The clerk is not … honest about the debt"),
            (EN, "Not all ferries are insured against fire at sea.", "Not … ferries are insured against fire"),
            (EN, "The quay is not that safe in winter, the men say.", "The quay is not … safe in winter"),
            (EN, "He did not always pay the rent of the house.", "He did not … pay the rent of the house"),
            (DE, "Die Fähre ist nicht immer sicher, sagt der Rat der Stadt.", "Die Fähre ist nicht … sicher"),
            (
                DE,
                "Nicht alle Fähren der Stadt sind versichert, sagt der Rat.",
                "Nicht … Fähren der Stadt sind versichert",
            ),
            (FR, "Le quai n’est pas toujours sûr en hiver pour les gens.", "Le quai n’est pas … sûr en hiver"),
            (FR, "Le plan n’est pas tout à fait faux pour les gens.", "Le plan n’est pas … faux pour les gens"),
            (ES, "El muelle no es siempre seguro en la ciudad.", "El muelle no es … seguro en la ciudad"),
            (IT, "Il molo non è sempre sicuro in inverno per la città.", "Il molo non è … sicuro in inverno"),
            (PT, "O cais não é sempre seguro no inverno da cidade.", "O cais não é … seguro no inverno"),
            (NL, "De kade is niet altijd veilig in de winter voor de boten.", "De kade is niet … veilig in de winter"),
            (SV, "Kajen är inte alltid säker på vintern för båtarna.", "Kajen är inte … säker på vintern"),
            (PL, "Nie zawsze most jest bezpieczny dla ludzi w mieście.", "Nie … most jest bezpieczny dla ludzi"),
            (CS, "Ne vždy je most bezpečný pro lidi ve městě.", "Ne … je most bezpečný pro lidi"),
            (RU, "Мост не всегда безопасен для людей в городе.", "Мост не … безопасен для людей"),
        ],
        CRITICAL,
    );
    check_all(
        [
            (EN, "The quay is not always safe in winter, the men say.", "The quay is not always … in winter"),
            (EN, "They had no idea that it could be the mayor, she said.", "They had no idea … it could be the mayor"),
            (
                EN,
                "The clerk could not find that exact shade of blue.",
                "The clerk could not find … exact shade of blue",
            ),
            (EN, "The clerk is always honest about the debt of the town.", "The clerk is … honest about the debt"),
            (
                EN,
                "They did not come to the town. All ferries are insured.",
                "did not come to the town. … ferries are insured",
            ),
            (DE, "Die Fähre ist immer sicher, sagt der Rat der Stadt.", "Die Fähre ist … sicher, sagt der Rat"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn one_of_many_is_not_made_each() {
    check_all(
        [
            (EN, "Nearly every second shop of the street is empty.", "every … shop of the street is empty"),
            (EN, "Every third child in the town is hungry.", "Every … child in the town is hungry"),
            (EN, "The bus runs every other day in the winter.", "The bus runs every … day in the winter"),
            (DE, "Fast jeder zweite Laden der Stadt steht leer.", "jeder … Laden der Stadt steht leer"),
            (FR, "Chaque deuxième maison de la rue est vide.", "Chaque … maison de la rue est vide"),
            (ES, "Cada segunda casa de la calle está vacía.", "Cada … casa de la calle está vacía"),
            (RU, "Каждый третий житель города остался без работы.", "Каждый … житель города остался"),
        ],
        CRITICAL,
    );
    check_all(
        [
            (EN, "Every small child in the town is hungry.", "Every … child in the town is hungry"),
            (EN, "He sold the second shop of the street in May.", "He sold the … shop of the street in May"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn what_is_so_behind_a_denial_is_not_denied() {
    check_all(
        [
            (
                EN,
                "The pill had no effect on the heart, but a marked effect on the liver.",
                "The pill had no effect on the … liver",
            ),
            (
                EN,
                "The law did not apply to lorries, but to cars of the town.",
                "The law did not apply to … cars of the town",
            ),
            (EN, "The smith was not a thief but a hero of the war.", "The smith was not … a hero of the war"),
            (DE, "Der Wirt war kein Dieb, sondern ein Held des Krieges.", "Der Wirt war kein … Held des Krieges"),
            (
                FR,
                "Le patron n’était pas un voleur, mais un héros de la guerre.",
                "Le patron n’était pas … un héros de la guerre",
            ),
            (ES, "El dueño no era un ladrón, sino un héroe de la guerra.", "El dueño no era … un héroe de la guerra"),
            (RU, "Хозяин был не вором, а героем этой войны.", "Хозяин был не … героем этой войны"),
        ],
        CRITICAL,
    );
    check_all(
        [
            (
                EN,
                "They did not come to the fair, but they sent a cart of flour.",
                "They did not come … they sent a cart of flour",
            ),
            (
                EN,
                "The smith was not only a thief but a liar in the town.",
                "The smith was not only … a liar in the town",
            ),
            (EN, "The smith was poor, but a hero of the war.", "The smith was … a hero of the war"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn an_aside_that_somebody_only_thinks_so_is_not_left_out() {
    check_all(
        [
            (EN, "It was, I think, a Monday in the spring.", "It was … a Monday in the spring"),
            (EN, "The dock is, they say, empty in the winter.", "The dock is … empty in the winter"),
            (EN, "The king was – it seems – ill in the spring.", "The king was … ill in the spring"),
            (DE, "Es war, glaube ich, ein Montag in diesem Jahr.", "Es war … ein Montag in diesem Jahr"),
            (FR, "C’était, je crois, un lundi de la même année.", "C’était … un lundi de la même année"),
            (ES, "Era, creo, un lunes de la misma semana.", "Era … un lunes de la misma semana"),
            (IT, "Era, credo, un lunedì della stessa settimana.", "Era … un lunedì della stessa settimana"),
            (RU, "Это был, я думаю, понедельник той же недели.", "Это был … понедельник той же недели"),
        ],
        CRITICAL,
    );
    check_all(
        [
            (EN, "It was, of course, a Monday in the spring.", "It was … a Monday in the spring"),
            (EN, "It was, I know, a Monday in the spring.", "It was … a Monday in the spring"),
            (EN, "The mayor, she said, was home by ten.", "The mayor, she said, was … by ten"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn what_somebody_is_freed_of_or_charged_with_is_not_said_of_him() {
    check_all(
        [
            (EN, "Cole was cleared of taking the money of the club.", "Cole was … taking the money of the club"),
            (EN, "Lane was acquitted of burning the mill in May.", "Lane was … burning the mill in May"),
            (EN, "He was arrested and charged with stealing the ring.", "He was … stealing the ring"),
            (FR, "Cole a été acquitté du vol de l’argent par le juge.", "Cole a été … vol de l’argent"),
            (ES, "Cole fue absuelto del robo del dinero por el juez.", "Cole fue … robo del dinero"),
        ],
        CRITICAL,
    );
    check_all(
        [
            (EN, "Cole was paid for taking the money to the bank.", "Cole was … taking the money to the bank"),
            (
                EN,
                "Lane was charged with theft in May and left the town.",
                "Lane was charged … in May and left the town",
            ),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn until_when_something_was_not_so_is_not_left_out() {
    check_all(
        [
            (
                EN,
                "The Danes did not return to the island until 1769 when the captain drew the coast.",
                "The Danes did not return to the island … when the captain drew the coast",
            ),
            (
                EN,
                "The mill was not rebuilt until 1850 because the owner had died.",
                "The mill was not rebuilt … because the owner had died",
            ),
        ],
        CRITICAL,
    );
    check_all(
        [(
            EN,
            "The mill was rented until 1850 because the owner had died.",
            "The mill was rented … because the owner had died",
        )],
        MatchClass::Edited,
    );
}

#[test]
fn the_subject_of_the_next_sentence_is_no_object() {
    check_all(
        [
            (EN, "She killed the fox. Her husband fled to the hills.", "She killed … her husband"),
            (EN, "We sold the ferry. The pier belongs to the town.", "We sold … the pier"),
            (DE, "Sie tötete den Fuchs. Ihr Mann floh in die Berge.", "Sie tötete … ihr Mann"),
        ],
        CRITICAL,
    );
    check_all(
        [
            (
                EN,
                "She killed the fox. Her husband fled to the hills.",
                "She killed the fox. … husband fled to the hills",
            ),
            (EN, "She killed the fox, and then her husband fled.", "She killed the fox … her husband fled"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn one_of_the_largest_is_not_made_the_largest() {
    check_all(
        [
            (EN, "Selby is the second largest town of the shire.", "Selby is the … largest town of the shire"),
            (EN, "The mill is one of the oldest in the land.", "The mill is … the oldest in the land"),
            (EN, "The mill is one of the oldest in the land.", "The mill is … oldest in the land"),
            (FR, "Le port est le deuxième plus grand de la côte.", "Le port est le … plus grand de la côte"),
            (ES, "El puerto es el segundo más grande de la costa.", "El puerto es el … más grande de la costa"),
        ],
        CRITICAL,
    );
    check_all(
        [
            (EN, "Selby is the very largest town of the shire.", "Selby is the … largest town of the shire"),
            (EN, "The second mill of the town is the oldest in the land.", "The … mill of the town is the oldest"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn the_figure_of_another_thing_is_not_given_to_the_first() {
    check_all(
        [
            (EN, "Prices went up by 12 per cent, wages by 4 per cent in May.", "Prices went up … by 4 per cent in May"),
            (EN, "Exports fell to 5 tons, imports to 2 tons in the war.", "Exports fell … to 2 tons in the war"),
            (
                EN,
                "The town sold 35 boats in 2019, 21 in 2020 and 29 in 2021 to the fishers.",
                "The town sold 35 boats … in 2021 to the fishers",
            ),
            (
                DE,
                "Die Preise stiegen um 12 Prozent, die Löhne um 4 Prozent in der Stadt.",
                "Die Preise stiegen … um 4 Prozent in der Stadt",
            ),
        ],
        CRITICAL,
    );
    check_all(
        [
            (
                EN,
                "Prices went up by 12 per cent and then by 4 per cent in May.",
                "Prices went up … by 4 per cent in May",
            ),
            (EN, "Prices went up by 12 per cent, later by 4 per cent in May.", "Prices went up … by 4 per cent in May"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn a_bracket_behind_an_ellipsis_makes_no_fact_of_a_guess() {
    check_all(
        [
            (EN, "The bishop may be poor, the people of the town say.", "The bishop … [is] poor"),
            (EN, "The mayor used to be a smoker in his youth.", "The mayor … [is] a smoker"),
            (EN, "The king pretends to be ill in the winter.", "The king … [is] ill in the winter"),
        ],
        CRITICAL,
    );
    check_all(
        [
            (EN, "The bishop was often poor, the people of the town say.", "The bishop … [is] poor"),
            (EN, "The mayor had been a smoker in his youth.", "The mayor … [was] a smoker"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn so_much_that_something_follows_is_not_left_out() {
    check_all(
        [
            (EN, "It was not so bad that they left, the mayor said.", "It was not … that they left"),
            (DE, "Es war nicht so schlimm, dass sie gingen, sagt der Rat.", "Es war nicht … dass sie gingen"),
        ],
        CRITICAL,
    );
    check_all(
        [
            (EN, "It was not known so soon that they left.", "It was not known … that they left"),
            (DE, "Es war nicht gut, so dass sie gingen, sagt der Rat.", "Es war nicht gut, … dass sie gingen"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn what_is_said_besides_may_be_left_out_and_an_exception_not() {
    for (language, text, quote) in [
        ("en", "She is, apart from being the mayor, a fine cook.", "She is … a fine cook"),
        ("de", "Sie ist, abgesehen von ihrem Amt, eine gute Köchin.", "Sie ist … eine gute Köchin"),
        ("fr", "Elle est, mis à part son métier, une bonne cuisinière.", "Elle est … une bonne cuisinière"),
        ("da", "Hun er, bortset fra sit arbejde, en god kok.", "Hun er … en god kok"),
    ] {
        assert_eq!(declared(language, text, quote), MatchClass::Edited, "{quote}");
    }
    for (language, text, quote) in [
        ("en", "The shops are, with the exception of the bakery, closed.", "The shops are … closed"),
        ("en", "Nobody apart from the mayor left the town.", "Nobody … left the town"),
        ("en", "All the men, apart from the mayor, left the town.", "All the men … left the town"),
        ("de", "Alle Läden waren, abgesehen vom Bäcker, heute geschlossen.", "Alle Läden waren … heute geschlossen"),
        ("de", "Die Läden sind, mit Ausnahme der Bäckerei, heute geschlossen.", "Die Läden sind … heute geschlossen"),
        ("fr", "Les magasins sont, à l’exception du café, fermés.", "Les magasins sont … fermés"),
        ("da", "Butikkerne er, med undtagelse af bageren, lukkede.", "Butikkerne er … lukkede"),
    ] {
        assert_eq!(declared(language, text, quote), CRITICAL, "{quote}");
    }
}

#[test]
fn what_says_only_behind_a_negation_alone_may_be_left_out() {
    for (language, text, quote) in [
        ("fa", "شهردار شهر تنها در خانه زندگی می‌کند.", "شهردار شهر … در خانه زندگی می‌کند"),
        ("en", "The reasons of the strike were purely economic.", "The reasons of the strike were … economic"),
    ] {
        let page = Page { language: Some(language.to_owned()), ..page(&[(TextName::Visible, text)]) };
        let found = FoldedPage::new(&page).find(quote, QuoteKind::Sentence);
        assert_eq!(found.class, MatchClass::Edited, "{quote}");
        assert!(found.hit.is_some_and(|hit| hit.negation_beside.is_none()), "{quote}");
    }
    assert_eq!(declared("en", "It is not purely a matter of money.", "It is not … a matter of money"), CRITICAL);
}
