//! What is changed and says the same is `altered`, minor; what looks like it and says something else is not.

use super::{CRITICAL, MINOR, found};
use crate::citation::QuoteKind;
use crate::quote_match::MatchClass;

// What tells the language of a page.
pub(super) const CS: &str = "První odstavec mluví o počasí a o sklizni, která byla v tomto roce pozdě. Stromy u ulice byly ořezány a náměstí je uzavřeno.";
pub(super) const DE: &str = "Der erste Absatz handelt vom Wetter und von der Ernte, die in diesem Jahr spät war. Die Bäume an der Straße wurden geschnitten, und der Platz ist gesperrt.";
pub(super) const EN: &str = "An opening paragraph tells of the weather and of the harvest in the hills, which was late. The trees of the street were cut, and the market has been closed.";
pub(super) const ES: &str = "El primer párrafo habla de la plaza y de las obras que el municipio ha iniciado en el centro de la ciudad. Los árboles fueron podados y la calle está cerrada.";
pub(super) const FI: &str = "Ensimmäinen kappale kertoo säästä ja sadosta, joka oli tänä vuonna myöhässä. Kadun puut on leikattu ja tori on suljettu.";
pub(super) const FR: &str = "Un premier paragraphe parle des travaux de la mairie et du budget qui a été voté en séance par les élus. Il est suivi de quelques notes sur la rue et les arbres qui la bordent.";
pub(super) const HU: &str = "Az első bekezdés az időjárásról és a termésről szól, amely idén késett. Az utca fáit megnyírták, és a tér le van zárva.";
pub(super) const NL: &str = "De eerste alinea gaat over het weer en over de oogst die dit jaar laat was. De bomen langs de straat werden gesnoeid en het plein is afgesloten.";
pub(super) const PL: &str = "Pierwszy akapit mówi o pogodzie i o żniwach, które w tym roku były późno. Drzewa przy ulicy zostały przycięte, a plac jest zamknięty.";
pub(super) const PT: &str = "O primeiro parágrafo fala da praça e das obras que o município iniciou no centro da cidade. As árvores foram podadas e a rua está fechada.";
pub(super) const RO: &str = "Primul paragraf vorbește despre vreme și despre recolta care a fost târzie în acest an. Copacii de pe stradă au fost tăiați și piața este închisă.";
pub(super) const RU: &str = "Первый абзац говорит о погоде и об урожае, который в этом году был поздним. Деревья на улице подстригли, а площадь закрыта.";
pub(super) const SV: &str = "Det första stycket handlar om vädret och om skörden som var sen det här året. Träden vid gatan har klippts och torget är avstängt.";
pub(super) const TR: &str = "İlk paragraf havadan ve bu yıl geç olan hasattan söz ediyor. Sokaktaki ağaçlar budandı ve meydan için yeni bir plan var.";
pub(super) const IT: &str = "Un primo paragrafo parla della piazza e dei lavori che il comune ha avviato nel centro della città. Gli alberi sono stati potati e la strada è stata chiusa.";
pub(super) const ZH: &str = "第一段讲的是天气和今年较晚的收成。街上的树已经修剪,广场关闭了。";

/// All of `pairs` are of one class; those that are not are shown together.
pub(super) fn check_all<'p>(pairs: impl IntoIterator<Item = (&'p str, &'p str, &'p str)>, expected: MatchClass) {
    let wrong = pairs.into_iter().filter_map(|(page, text, quote)| {
        let class = found(&format!("{text}\n{page}"), quote, QuoteKind::Sentence).class;
        let critical = expected == CRITICAL && class == MatchClass::Absent;
        (class != expected && !critical).then(|| format!("{class:?}: {quote}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{expected:?}\n{}", wrong.join("\n"));
}

#[test]
fn a_spoken_sentence_may_be_tidied() {
    check_all(
        [
            (
                EN,
                "We never thought that it would, um, come to this in the town.",
                "We never thought that it would come to this",
            ),
            (
                EN,
                "But we, we never thought that it would come to this in the town.",
                "But we never thought that it would come to this",
            ),
            (EN, "It was the, uh, last of the boats in the harbour.", "It was the last of the boats in the harbour"),
            (
                EN,
                "We’re gonna close the old school by the end of June.",
                "We’re going to close the old school by the end",
            ),
            (
                EN,
                "We’re going to close the old school by the end of June.",
                "We are going to close the old school by the end",
            ),
            (
                EN,
                "We’d close the old school by the end of June if we could.",
                "We would close the old school by the end",
            ),
            (
                DE,
                "Das ist, äh, nicht der Grund für die Sperrung der Brücke.",
                "Das ist nicht der Grund für die Sperrung",
            ),
            (
                FR,
                "C’est pas la première fois que le maire de la ville est là.",
                "Ce n’est pas la première fois que le maire",
            ),
            (FR, "On a jamais vu le maire de la ville dans les rues.", "On n’a jamais vu le maire de la ville"),
            (FR, "Je ne sais pas qui est le maire de la ville.", "Je sais pas qui est le maire de la ville"),
        ],
        MINOR,
    );
    check_all(
        [
            (
                DE,
                "Er sagt, um ihn sei es still, und das ist nicht der Grund.",
                "Er sagt, ihn sei es still, und das ist nicht",
            ),
            (FR, "Le maire de la ville ne vend plus la maison de la rue.", "Le maire de la ville vend plus la maison"),
            (
                FR,
                "Le maire de la ville n’ouvre que le samedi dans les rues.",
                "Le maire de la ville ouvre que le samedi",
            ),
            (
                FR,
                "Le maire de la ville ne vend pas la maison de la rue.",
                "Le maire de la ville vend la maison de la rue",
            ),
            (
                EN,
                "We’re going to close the old school by the end of June.",
                "We were going to close the old school by the end",
            ),
        ],
        CRITICAL,
    );
}

#[test]
fn two_words_for_one_thing_say_the_same() {
    check_all(
        [
            (
                EN,
                "It sold fewer than 900 of the boats in that year.",
                "It sold less than 900 of the boats in that year",
            ),
            (
                EN,
                "The clinic by the road treats 400 patients a week.",
                "The clinic by the road treats 400 patients per week",
            ),
            (EN, "The road closed until the end of the long war.", "The road closed till the end of the long war"),
            (
                EN,
                "The tower leans owing to an earthquake in the north.",
                "The tower leans due to an earthquake in the north",
            ),
            (EN, "The clinic treats between 300 and 400 patients in all.", "The clinic treats 300–400 patients in all"),
            (
                EN,
                "The clinic treats 300-400 patients in all of its rooms.",
                "The clinic treats between 300 and 400 patients in all",
            ),
            (
                EN,
                "The US Department of Energy pays for the trial.",
                "The United States Department of Energy pays for the trial",
            ),
            (
                EN,
                "The old Prime Minister of the country spoke to the men at the harbour on Monday.",
                "The old PM of the country spoke to the men at the harbour on Monday",
            ),
            (
                SV,
                "Han sa att ingen av dem hade betalat hyran för huset.",
                "Han sade att ingen av dem hade betalat hyran",
            ),
            (
                PT,
                "A acção directa do projecto foi boa para a região e não para o mar.",
                "A ação direta do projeto foi boa para a região",
            ),
        ],
        MINOR,
    );
    check_all(
        [
            (
                EN,
                "It sold fewer than 900 of the boats in that year.",
                "It sold more than 900 of the boats in that year",
            ),
            (
                EN,
                "The clinic by the road treats 400 patients a week.",
                "The clinic by the road treats 400 patients a month",
            ),
            (
                EN,
                "The clinic opened between 1990 and 1995 in the old town.",
                "The clinic opened 1990 and 1995 in the old town",
            ),
            (
                EN,
                "The US Department of Energy pays for the trial.",
                "The United Kingdom Department of Energy pays for the trial",
            ),
            (
                EN,
                "The UN Department of Energy pays for the trial.",
                "The United States Department of Energy pays for the trial",
            ),
            (EN, "The rent is due on the first day of the month.", "The rent is owing on the first day of the month"),
            (
                PT,
                "O pacto foi assinado na cidade e não na região do mar.",
                "O pato foi assinado na cidade e não na região",
            ),
        ],
        CRITICAL,
    );
}

#[test]
fn numbers_are_the_same_in_more_forms() {
    check_all(
        [
            (
                DE,
                "Der Bau der Brücke kostete 4,97 Millionen Euro und ist fertig.",
                "Der Bau der Brücke kostete 4,97 Mio. € und ist fertig",
            ),
            (
                DE,
                "Der Bau der Brücke kostete 3 Milliarden Euro und ist fertig.",
                "Der Bau der Brücke kostete 3 Mrd. € und ist fertig",
            ),
            (
                FR,
                "Le pont de la ville a coûté 3 millions d’euros et du temps.",
                "Le pont de la ville a coûté 3 M€ et du temps",
            ),
            (
                FR,
                "Le pont de la ville a coûté 1,5 M€ et du temps.",
                "Le pont de la ville a coûté 1,5 million d’euros et du temps",
            ),
            (
                FR,
                "Le pont de la ville a coûté 2 milliards d’euros et du temps.",
                "Le pont de la ville a coûté 2 Md€ et du temps",
            ),
            (
                SV,
                "Bron till staden kostade 3 miljoner kronor och är klar.",
                "Bron till staden kostade 3 mkr och är klar",
            ),
            (
                PL,
                "Most w mieście zamknięto 12 marca 1997 roku po powodzi.",
                "Most w mieście zamknięto 12.03.1997 roku po powodzi",
            ),
            (
                PL,
                "Most w mieście zamknięto 12 marca 1997 roku po powodzi.",
                "Most w mieście zamknięto 12.03.1997 r. po powodzi",
            ),
            (
                RU,
                "Мост в городе закрыли 12 марта 1997 года после паводка.",
                "Мост в городе закрыли 12.03.1997 г. после паводка",
            ),
            (
                TR,
                "Öğrencilerin yüzde 15’i bu okula yürüyerek gidiyor ve.",
                "Öğrencilerin %15’i bu okula yürüyerek gidiyor",
            ),
            (
                TR,
                "Fiyatlar bu yıl yüzde 15,5’lik bir artış gösterdi ve.",
                "Fiyatlar bu yıl %15,5’lik bir artış gösterdi",
            ),
            (
                HU,
                "A híd két hónapig zárva marad, mert a város nem fizet.",
                "A híd 2 hónapig zárva marad, mert a város nem fizet",
            ),
            (
                CS,
                "Most zůstane tři měsíce zavřený, protože město neplatí.",
                "Most zůstane 3 měsíce zavřený, protože město neplatí",
            ),
            (
                FI,
                "Silta on kolme kuukautta suljettu, koska kaupunki ei maksa.",
                "Silta on 3 kuukautta suljettu, koska kaupunki ei maksa",
            ),
            (
                RO,
                "Podul este închis trei luni, spune primarul, și nu se știe.",
                "Podul este închis 3 luni, spune primarul",
            ),
            (
                NL,
                "Eén derde van de boeren heeft geen opvolger in het dorp.",
                "Een derde van de boeren heeft geen opvolger",
            ),
            (
                ES,
                "Casi 40.000 personas de la ciudad perdieron su casa.",
                "Casi 40 000 personas de la ciudad perdieron su casa",
            ),
        ],
        MatchClass::Typographic,
    );
}

#[test]
fn numbers_that_look_like_one_in_another_form_are_others() {
    check_all(
        [
            (
                DE,
                "Der Bau der Brücke kostete 3 Milliarden Euro und ist fertig.",
                "Der Bau der Brücke kostete 3 Mio. € und ist fertig",
            ),
            (
                FR,
                "Le pont de la ville a coûté 3 millions d’euros et du temps.",
                "Le pont de la ville a coûté 3 Md€ et du temps",
            ),
            (
                FR,
                "Le pont de la ville a coûté 3 millions d’euros et du temps.",
                "Le pont de la ville a coûté 3 M$ et du temps",
            ),
            (
                SV,
                "Bron till staden kostade 3 miljoner kronor och är klar.",
                "Bron till staden kostade 3 tkr och är klar",
            ),
            (
                PL,
                "Most w mieście zamknięto 12 marca 1997 roku po powodzi.",
                "Most w mieście zamknięto 12.04.1997 roku po powodzi",
            ),
            (
                TR,
                "Öğrencilerin yüzde 15’i bu okula yürüyerek gidiyor ve.",
                "Öğrencilerin %51’i bu okula yürüyerek gidiyor",
            ),
            (
                HU,
                "A híd két hónapig zárva marad, mert a város nem fizet.",
                "A híd 3 hónapig zárva marad, mert a város nem fizet",
            ),
            (
                ES,
                "Casi 40.000 personas de la ciudad perdieron su casa.",
                "Casi 4 000 personas de la ciudad perdieron su casa",
            ),
            (
                EN,
                "The match on Sunday ended 3 : 1 for the men of the town.",
                "The match on Sunday ended 3 1 for the men of the town",
            ),
        ],
        CRITICAL,
    );
}

#[test]
fn the_letters_of_points_articles_in_prepositions_and_short_streets_are_minor() {
    check_all(
        [
            (
                EN,
                "The panel may (a) issue a warning, (b) suspend the licence, or (c) refer the case to a court.",
                "The panel may issue a warning, suspend the licence, or refer the case",
            ),
            (
                EN,
                "The panel may (i) issue a warning, (ii) suspend the licence, or (iii) refer the case to a court.",
                "issue a warning, suspend the licence, or refer the case to a court",
            ),
            (
                EN,
                "The panel may 1) issue a warning, 2) suspend the licence, or 3) refer the case to a court.",
                "The panel may issue a warning, suspend the licence, or refer the case",
            ),
            (
                DE,
                "Das Gremium kann (a) eine Warnung aussprechen oder (b) die Lizenz entziehen.",
                "Das Gremium kann eine Warnung aussprechen oder die Lizenz entziehen",
            ),
            (
                EN,
                "She had rented two rooms above a bakery on Harbour Street in 1901.",
                "two rooms above a bakery on Harbour St. in 1901",
            ),
            (
                PT,
                "Três milhões de pessoas passaram a viver abaixo da linha de pobreza no ano passado.",
                "pessoas passaram a viver abaixo da linha da pobreza no ano",
            ),
            (
                PT,
                "O aumento de preços de alimentos atingiu as famílias mais pobres.",
                "O aumento dos preços de alimentos atingiu as famílias",
            ),
            (
                IT,
                "L’aumento di prezzi alimentari ha colpito le famiglie più povere.",
                "L’aumento dei prezzi alimentari ha colpito le famiglie",
            ),
            (
                ES,
                "La subida de precios de los alimentos golpeó a las familias más pobres.",
                "La subida del precios de los alimentos golpeó a las familias",
            ),
        ],
        MINOR,
    );
    check_all(
        [
            (
                EN,
                "Under section 4(b) the panel may suspend the licence of any vendor.",
                "Under section 4 the panel may suspend the licence",
            ),
            (
                EN,
                "Under section 4(b) the panel may suspend the licence of any vendor.",
                "Under section 4(c) the panel may suspend the licence",
            ),
            (
                EN,
                "The panel may (a) issue a warning, (b) suspend the licence, or (c) refer the case to a court.",
                "The panel may (b) issue a warning, (c) suspend the licence",
            ),
            (
                EN,
                "The panel may 1) issue a warning, 2) suspend the licence, or 3) refer the case to a court.",
                "The panel may issue a warning, 4) suspend the licence, or refer the case",
            ),
            (
                EN,
                "The panel may issue a warning, suspend the licence, or refer the case to a court.",
                "The panel may 1) issue a warning, 2) suspend the licence, or refer the case",
            ),
            (
                EN,
                "The vitamins (A) and (K) are lost in the boiling of the greens.",
                "The vitamins and are lost in the boiling of the greens",
            ),
            (
                IT,
                "L’aumento di prezzi alimentari viene da fornitori della città.",
                "L’aumento da prezzi alimentari viene di fornitori della città",
            ),
            (
                PT,
                "O aumento de preços de alimentos atingiu as famílias mais pobres.",
                "O aumento nos preços de alimentos atingiu as famílias",
            ),
        ],
        CRITICAL,
    );
}
