//! Words that an ellipsis leaves out where what is kept needs them: until when a “not” holds, who claims it, which number is bound.

use super::{CRITICAL, class};

fn are_altered(pages: &[(&str, &[&str])]) {
    let all = pages.iter().flat_map(|(page, quotes)| quotes.iter().map(move |quote| (page, quote)));
    let accepted: Vec<_> = all.filter(|(page, quote)| class(page, quote) != CRITICAL).map(|(_, quote)| quote).collect();
    assert!(accepted.is_empty(), "{accepted:#?}");
}

fn are_accepted(pages: &[(&str, &[&str])]) {
    let all = pages.iter().flat_map(|(page, quotes)| quotes.iter().map(move |quote| (page, quote)));
    let refused: Vec<_> = all.filter(|(page, quote)| !class(page, quote).is_sound()).map(|(_, quote)| quote).collect();
    assert!(refused.is_empty(), "{refused:#?}");
}

const TOWN: &str = "The council met on Tuesday. The police did not search the station until October, one month after the report. The paper was \
    not printed until June. Nobody crossed the bridge before 1950. The shop stayed open until June. It was not the mayor, who stayed until \
    June. She did not sell the house by the river for a long time and she moved before June. The letter was not sent to the owners of the \
    mill until the mayor had read it.";

#[test]
fn until_when_a_negation_holds_is_not_hidden() {
    are_altered(&[
        (
            TOWN,
            &[
                "The police did not search the station … October, one month after the report",
                "The police did not search … October",
                "The paper was not printed … June",
                "Nobody crossed the bridge … 1950",
                "The letter was not sent … the mayor had read it",
            ],
        ),
        (
            "Die Polizei hat das Haus nicht bis Oktober durchsucht. Die Zeitung wurde nicht vor 1950 gedruckt, und das ist der Stadt bekannt.",
            &["Die Zeitung wurde nicht … 1950 gedruckt", "Die Polizei hat das Haus nicht … Oktober durchsucht"],
        ),
        (
            "La policía no registró la estación hasta octubre. El periódico no se imprimió antes de 1950, y los vecinos de la ciudad lo saben.",
            &["La policía no registró la estación … octubre", "El periódico no se imprimió … 1950"],
        ),
        (
            "La police n’a pas fouillé la gare avant 1950, et les gens de la ville ne sont pas contents de ce qui s’est passé.",
            &["La police n’a pas fouillé la gare … 1950"],
        ),
        (
            "Polisen genomsökte inte stationen förrän i oktober, och det är något som alla i staden känner till och inte har glömt.",
            &["Polisen genomsökte inte stationen … oktober"],
        ),
        (
            "Полиция не обыскивала вокзал до 1950 года, и об этом знают все, кто живет в этом городе у реки.",
            &["Полиция не обыскивала вокзал … 1950 года"],
        ),
    ]);
    are_accepted(&[
        (
            TOWN,
            &[
                "The shop stayed … June",
                "The police did not search … until October",
                "It was not the mayor, who stayed … June",
                "The police did not … until October, one month after the report",
            ],
        ),
        (
            "La tienda estuvo abierta hasta octubre. El periódico no se imprimió nunca en la ciudad, y los vecinos lo saben.",
            &["La tienda estuvo abierta … octubre"],
        ),
    ]);
}

const CLAIMS: &str = "The council met on Tuesday. The villagers claim Marsh has failed to build the school. The owner alleged that the bridge \
    was unsafe. The firm claims it paid the fine. She believes the mayor was right. The tenants claimed the deposit in May. The village, \
    as the owner claims, was sold. The reports that were lost were found.";

#[test]
fn that_somebody_only_claims_it_is_not_hidden() {
    are_altered(&[
        (
            CLAIMS,
            &[
                "The villagers … Marsh has failed to build the school",
                "The owner … the bridge was unsafe",
                "The firm … it paid the fine",
                "The council met on Tuesday. The villagers … Marsh has failed to build the school",
            ],
        ),
        (
            "Die Bewohner behaupten, dass Marsch die Schule nicht gebaut hat. Der Besitzer behauptet, die Brücke sei nicht sicher, und das ist neu.",
            &["Die Bewohner … Marsch die Schule", "Der Besitzer … die Brücke sei nicht sicher"],
        ),
        (
            "Los vecinos alegan que el alcalde vendió la escuela y que nadie lo sabía en la ciudad, según la prensa.",
            &["Los vecinos … el alcalde vendió la escuela"],
        ),
        (
            "Жители утверждают, что мэр продал школу, и об этом знают все, кто живет в этом городе у реки.",
            &["Жители … мэр продал школу"],
        ),
    ]);
    are_accepted(&[(
        CLAIMS,
        &[
            "Marsh has failed … the school",
            "The owner … that the bridge was unsafe",
            "The tenants … in May",
            "The tenants … the deposit in May",
        ],
    )]);
}

#[test]
fn the_number_that_is_bound_is_not_hidden() {
    are_altered(&[
        (
            "Rådet möttes på tisdagen om den gamla bron över ån. Åtminstone fem personer dog och mer än 30 skadades, bara i huvudstaden.",
            &["Åtminstone fem personer dog och mer än … i huvudstaden"],
        ),
        (
            "The road will cost at least 40 million pounds, of which 12 are paid, and more than 30 of the 500 men were hurt in the city.",
            &[
                "and more than … 500 men were hurt",
                "and more than … in the city",
                "The road will cost at least … pounds",
            ],
        ),
        (
            "Plus de 30 personnes ont été blessées dans la ville, et les gens ne sont pas contents de ce qui s’est passé.",
            &["Plus de … personnes ont été blessées"],
        ),
    ]);
    are_accepted(&[(
        "The road will cost at least 40 million pounds, of which 12 are paid, and more than 30 of the 500 men were hurt in the city. She was more \
         than happy to see it.",
        &["and more than 30 … men were hurt", "The road will cost … 12 are paid", "She was more than … to see it"],
    )]);
}

#[test]
fn a_number_in_words_is_not_cut_off_before_the_rest_of_it() {
    const ARABIC: &str = "قال رئيس البلدية إن الشركة دفعت ألف ومئتي دينار لكل شجرة وإن أحدا لم يعرف ذلك في المدينة، وحضر 15 ألف شخص الاجتماع، \
        ودفعت ألف دينار لكل بيت وحضر خمسون وعشرون رجلا.";
    const VIETNAMESE: &str = "Ủy ban nhân dân thành phố cho biết công trình sẽ được sửa chữa trong sáu tháng tới, với kinh phí một nghìn hai \
        trăm tỷ đồng lấy từ ngân sách của tỉnh, và 15 nghìn người sẽ đi đường khác.";
    are_altered(&[
        (ARABIC, &["إن الشركة دفعت ألف", "إن الشركة دفعت ألف … لكل شجرة", "ومئتي دينار لكل شجرة"]),
        (VIETNAMESE, &["với kinh phí một nghìn hai trăm", "với kinh phí một nghìn hai trăm … của tỉnh"]),
        (
            "La empresa pagó doscientos millones de pesos por la obra, y los vecinos de la ciudad no lo sabían.",
            &["La empresa pagó doscientos"],
        ),
        (
            "Компания заплатила двести миллионов рублей за мост, и об этом знают все, кто живет в городе.",
            &["Компания заплатила двести"],
        ),
    ]);
    are_accepted(&[
        (ARABIC, &["إن الشركة دفعت ألف ومئتي دينار", "ودفعت ألف دينار لكل بيت", "إن الشركة دفعت ألف ومئتي … لكل شجرة"]),
        (VIETNAMESE, &["với kinh phí một nghìn hai trăm tỷ đồng", "trong sáu tháng tới"]),
    ]);
}

#[test]
fn what_is_contrasted_between_commas_may_be_left_out_in_slavic_languages() {
    const CZECH: &str = "Rada města se sešla v úterý kvůli starému mostu. Starosta, ne rada, podepsal zákon v květnu. Kněz, který ne vždy mluví \
        pravdu, nebyl doma. Řekl, ne všichni lidé, kteří přišli, zaplatili.";
    const POLISH: &str = "Rada miasta spotkała się we wtorek w sprawie starego mostu. Burmistrz, a nie rada, podpisał ustawę w maju. Biskup, nie \
        zapłacił rachunku, i uciekł z miasta.";
    const RUSSIAN: &str = "Совет города собрался во вторник из-за старого моста. Мэр, а не совет города, подписал закон в мае. Епископ, не \
        заплатив долга, уехал из города.";
    are_accepted(&[
        (CZECH, &["Starosta … podepsal zákon v květnu"]),
        (POLISH, &["Burmistrz … podpisał ustawę w maju"]),
        (RUSSIAN, &["Мэр … подписал закон в мае"]),
    ]);
    are_altered(&[(CZECH, &["Řekl … kteří přišli, zaplatili"]), (POLISH, &["Biskup … zapłacił rachunku"])]);
}

#[test]
fn how_much_of_it_is_not_put_before_a_thing_in_brackets() {
    const SHOP: &str = "The council met on Tuesday about the old bridge over the river. The mayor bought bread and wine for the guests. The firm sold \
        the land in May. They sold 40 acres of it.";
    are_altered(&[(
        SHOP,
        &[
            "bought [$50 of] bread and wine",
            "bought [two loaves of] bread and wine",
            "The mayor [of 3 towns] bought [12 kilos of] bread",
        ],
    )]);
    are_accepted(&[(
        SHOP,
        &[
            "The mayor [of Selby] bought bread",
            "[The members of] the council met",
            "[In the spring of 1998,] the firm sold the land",
        ],
    )]);
}
