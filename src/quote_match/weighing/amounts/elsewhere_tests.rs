//! Parts, places and ratios on pages whose language is known: each form is the same, and nothing else is.

use crate::quote_match::MatchClass;
use crate::quote_match::tests::{check, class};

const GERMAN: &str = "Der erste Absatz handelt vom Wetter und von der Ernte, die in diesem Jahr spät war. Die Bäume an der Straße wurden geschnitten.";
const DUTCH: &str = "De eerste alinea gaat over het weer en over de oogst die dit jaar laat was. De bomen langs de straat werden gesnoeid.";
const FRENCH: &str = "Un premier paragraphe parle des travaux de la mairie et du budget qui a été voté en séance par les élus de la ville.";
const SPANISH: &str = "El primer párrafo habla de la plaza y de las obras que el municipio ha iniciado en el centro de la ciudad para todos.";
const ITALIAN: &str =
    "Un primo paragrafo parla della piazza e dei lavori che il comune ha avviato nel centro della città per la gente.";
const PORTUGUESE: &str =
    "O primeiro parágrafo fala da praça e das obras que o município iniciou no centro da cidade para as pessoas.";
const SWEDISH: &str =
    "Det första stycket handlar om vädret och om skörden som var sen det här året. Träden vid gatan har klippts.";
const DANISH: &str =
    "Det første afsnit handler om vejret og om høsten, som var sen i år. Træerne ved gaden er blevet klippet.";
const POLISH: &str = "Pierwszy akapit mówi o pogodzie i o żniwach, które w tym roku były późno. Drzewa przy ulicy zostały przycięte, a plac jest zamknięty.";
const CZECH: &str = "První odstavec mluví o počasí a o sklizni, která byla v tomto roce pozdě. Stromy u ulice byly ořezány a náměstí je uzavřeno.";
const RUSSIAN: &str = "Первый абзац говорит о погоде и об урожае, который в этом году был поздним. Деревья на улице подстригли, а площадь закрыта.";
const UKRAINIAN: &str = "Перший абзац говорить про погоду і про врожай, який у цьому році був пізнім. Дерева на вулиці підстригли, а площа закрита.";
const GREEK: &str =
    "Η πρώτη παράγραφος μιλά για τον καιρό και για τη συγκομιδή που ήταν αργά φέτος. Τα δέντρα στον δρόμο κλαδεύτηκαν.";
const TURKISH: &str = "İlk paragraf havadan ve bu yıl geç olan hasattan söz ediyor. Sokaktaki ağaçlar budandı ve meydan için yeni bir plan var.";
const FINNISH: &str = "Ensimmäinen kappale kertoo säästä ja sadosta, joka oli tänä vuonna myöhässä. Kadun puut on leikattu ja tori on suljettu, mutta se ei ole uusi.";
const ENGLISH: &str =
    "An opening paragraph tells of the weather and of the harvest in the hills, which was late in this year of rain.";

/// What stands before, sentences with `{}` where the amount stands, then the forms of one amount, and amounts that are others.
const AMOUNTS: &[(&str, &str, &[&str], &[&str])] = &[
    (
        GERMAN,
        "Davon ist {} der Wege gesperrt worden.",
        &["ein Drittel", "1/3", "⅓"],
        &["zwei Drittel", "ein Viertel", "1/4"],
    ),
    (
        GERMAN,
        "Sie haben {} der Steuer bezahlt.",
        &["drei Viertel", "3/4", "¾"],
        &["ein Viertel", "drei Fünftel", "1/4"],
    ),
    (GERMAN, "Der Fall kam vor den {} Senat der Stadt.", &["2.", "zweiten"], &["3.", "dritten"]),
    (
        GERMAN,
        "Die Karte im Maßstab {} zeigt alle Wege.",
        &["1:25.000", "1:25 000", "1:25000", "1 : 25.000", "1 : 25 000"],
        &["1:2.500", "1:250.000", "1:25"],
    ),
    (DUTCH, "Toen was {} van de ruiten weg.", &["een derde", "1/3"], &["twee derde", "een vierde", "1/4"]),
    (DUTCH, "Zij woonden op de {} verdieping van het huis.", &["derde", "3e", "3de"], &["vierde", "4e", "2de"]),
    (FRENCH, "Il a vendu {} des terres de la commune.", &["un tiers", "1/3"], &["deux tiers", "2/3", "un quart"]),
    (FRENCH, "Il a vendu {} des terres de la commune.", &["trois quarts", "3/4"], &["un quart", "trois cinquièmes"]),
    (SPANISH, "Se perdió {} de la cosecha del valle.", &["un tercio", "1/3"], &["dos tercios", "un cuarto", "1/4"]),
    (SPANISH, "La oficina está en el {} piso de la casa.", &["segundo", "2.º", "2º"], &["tercer", "3.º"]),
    (SPANISH, "La oficina está en la {} planta de la casa.", &["tercera", "3.ª", "3ª"], &["segunda", "2.ª"]),
    (SPANISH, "Ganó el {} premio de la feria.", &["primer", "1.er", "1er"], &["segundo", "2.º", "tercer"]),
    (ITALIAN, "Il {} volume della storia è uscito in ritardo.", &["secondo", "2º", "2°"], &["terzo", "3º"]),
    (ITALIAN, "Hanno perso {} del raccolto di quella valle.", &["due terzi", "2/3"], &["un terzo", "due quinti"]),
    (PORTUGUESE, "Ficou sem luz {} das casas da cidade.", &["um terço", "1/3"], &["dois terços", "um quarto"]),
    (PORTUGUESE, "A sala fica no {} andar do prédio.", &["terceiro", "3º", "3.º"], &["quarto", "4º"]),
    (SWEDISH, "De åt fisk var {} dag i veckan.", &["tredje", "3:e"], &["fjärde", "4:e"]),
    (SWEDISH, "Sedan betalade {} av dem inte hyran.", &["en tredjedel", "1/3"], &["två tredjedelar", "en fjärdedel"]),
    (
        SWEDISH,
        "Det kostade {} att laga båten.",
        &["1 200 kr", "1200 kronor", "1 200 kronor"],
        &["1 200 euro", "1 300 kr"],
    ),
    (DANISH, "Så betalte {} af dem ikke huslejen.", &["en tredjedel", "1/3"], &["to tredjedele", "en fjerdedel"]),
    (POLISH, "Wydano {} pieniędzy miasta na most.", &["jedną trzecią", "1/3"], &["dwie trzecie", "jedną czwartą"]),
    (POLISH, "Wydano {} pieniędzy miasta na most.", &["dwie trzecie", "2/3"], &["jedną trzecią", "trzy czwarte"]),
    (POLISH, "To jest {} tom tej historii.", &["drugi", "2."], &["trzeci", "3."]),
    (CZECH, "Na schůzi přišla {} členů ze všech měst.", &["třetina", "1/3"], &["čtvrtina", "2/3"]),
    (CZECH, "Na schůzi přišli v {} a potom šli domů.", &["19.30 hod.", "19:30 hod."], &["18.30 hod.", "19:03"]),
    (CZECH, "Před {} lety se do města vrátili první rybáři.", &["patnácti", "15"], &["padesáti", "16"]),
    (CZECH, "Na schůzi přišel s {} dětmi a se psem.", &["dvěma", "2"], &["třemi", "12"]),
    (CZECH, "Oprava dosáhla {} milionů korun už v zimě.", &["čtyřiceti", "40"], &["čtyř", "14"]),
    (POLISH, "Przyszedł na zebranie z {} dziećmi i z psem.", &["dwoma", "2"], &["trzema", "12"]),
    (RUSSIAN, "Он пришёл на собрание с {} детьми и с собакой.", &["двумя", "2"], &["тремя", "12"]),
    (ITALIAN, "La nave è arrivata alle {} dopo la cena.", &["19:29", "19.29"], &["19.28", "19:92"]),
    (SPANISH, "El tren sale a las {} de la vieja estación.", &["19:29", "19.29"], &["19.28", "18:29"]),
    (RUSSIAN, "Без света осталась {} жителей старого города.", &["одна треть", "1/3"], &["две трети", "одна четверть"]),
    (RUSSIAN, "Это был {} том старой истории города.", &["второй", "2-й"], &["третий", "3-й"]),
    (RUSSIAN, "Без света осталась {} жителей старого города.", &["одна пятая", "1/5"], &["две пятых", "одна шестая"]),
    (UKRAINIAN, "Без світла залишилася {} жителів міста.", &["одна третина", "1/3"], &["дві третини", "одна чверть"]),
    (
        GREEK,
        "Χωρίς ρεύμα έμεινε {} των κατοίκων της πόλης.",
        &["το ένα τρίτο", "το 1/3"],
        &["το ένα τέταρτο", "το 1/4"],
    ),
    (TURKISH, "Şehrin {} köprüsü yıllar önce açıldı.", &["3.", "üçüncü"], &["4.", "dördüncü"]),
    (TURKISH, "Yolcuların {} indirim aldı.", &["üçte biri", "1/3"], &["üçte ikisi", "dörtte biri"]),
    (TURKISH, "Yolcular geçen yıl {} indirim aldı.", &["yüzde 5", "% 5", "%5"], &["yüzde 6", "% 50"]),
    (
        TURKISH,
        "Yolcuların {} geçen yıl indirim aldı.",
        &["yüzde on beşi", "yüzde 15'i", "%15'i", "%15’i"],
        &["yüzde on altısı", "%16'sı", "yüzde beşi", "%5'i", "%15'inden", "yüzde ellisi"],
    ),
    (TURKISH, "Yolcuların {} geçen yıl indirim aldı.", &["yüzde yirmisi", "%20'si"], &["yüzde ikisi", "%22'si"]),
    (TURKISH, "Yolcuların {} geçen yıl indirim aldı.", &["yüzde otuz dördü", "%34'ü"], &["yüzde dördü", "%30'u"]),
    (
        FINNISH,
        "Silta maksaa {} euroa ja valmistuu ensi vuonna.",
        &["4,2 milj.", "4,2 miljoonaa"],
        &["4,2 mrd.", "4,2 miljardia", "4,3 milj."],
    ),
    (
        SWEDISH,
        "Bron kostar {} kronor och blir klar nästa år.",
        &["4,2 milj.", "4,2 miljoner"],
        &["4,2 miljarder", "4,3 milj."],
    ),
    (
        ENGLISH,
        "The rate of the bank stood at {} in May.",
        &["4.0%", "4%", "4.00 percent", "four per cent"],
        &["4.1%", "40%", "0.4%", "4.000%", "4.01%"],
    ),
    (ENGLISH, "The rate of the bank stood at {} in May.", &["4.50%", "4.5%"], &["4.05%", "45%", "4.500%"]),
    (ENGLISH, "The path to the mill is {} long.", &["3.0 km", "3 km", "three kilometres"], &["30 km", "3.1 km", "3"]),
    (ENGLISH, "The path to the mill is {} long.", &["1.250 km"], &["1.25 km", "1250 km"]),
    (GERMAN, "Der Satz der Bank lag im Mai bei {}.", &["4,0 %", "4 %", "4,0 Prozent"], &["40 %", "4,1 %", "4,000 %"]),
    (
        CZECH,
        "Spolek vznikl {} v domě u mostu.",
        &["9. listopadu 1987", "9. 11. 1987", "9.11.1987"],
        &["9. 10. 1987", "11. 9. 1987", "9. 11. 1978"],
    ),
    (
        GERMAN,
        "Die Halle brannte am {} bis auf den Grund.",
        &["30. Dezember 1999", "30. 12. 1999", "30.12.1999"],
        &["30. 11. 1999", "12. 12. 1999", "30. 12. 2999"],
    ),
    (FINNISH, "Asukkaista {} jäi ilman valoa.", &["kolmasosa", "1/3"], &["neljäsosa", "1/4"]),
    (
        ENGLISH,
        "The map has a scale of {} and shows all paths.",
        &["1:25,000", "1 : 25,000", "1:25.000", "1:25 000", "1:25000"],
        &["1:2,500", "1:25", "1:250,000"],
    ),
    (ENGLISH, "The desk is open {} in the old harbour.", &["24/7", "24 / 7"], &["24/6", "247"]),
    (
        ENGLISH,
        "About {} of the crew was saved that day.",
        &["3\u{202f}/\u{202f}4", "3/4", "three quarters", "¾", "3 / 4"],
        &["3/5", "1/4", "three fifths"],
    ),
    (ENGLISH, "The home side won the game by {} in the end.", &["3:1", "3 : 1"], &["1:3", "3:2", "31"]),
];

#[test]
fn each_form_is_the_same_and_nothing_else_is() {
    for (page, sentence, forms, others) in AMOUNTS {
        for one in *forms {
            let text = format!("{page} {}", sentence.replace("{}", one));
            for form in *forms {
                let quote = sentence.replace("{}", form);
                assert!(class(&text, &quote).is_sound(), "{quote} of {text}");
            }
            for other in *others {
                let quote = sentence.replace("{}", other);
                assert!(!class(&text, &quote).is_sound(), "{quote} of {text}");
                let (text, quote) = (format!("{page} {quote}"), sentence.replace("{}", one));
                assert!(!class(&text, &quote).is_sound(), "{quote} of {text}");
            }
        }
    }
}

#[test]
fn a_day_is_the_same_with_the_ending_of_a_place() {
    for (page, text, quote) in [
        (RUSSIAN, "Совет собрался 2-го мая в старой ратуше.", "Совет собрался 2 мая в старой ратуше."),
        (SWEDISH, "Rådet möttes den 3:e maj i hamnen.", "Rådet möttes den 3 maj i hamnen."),
        (SWEDISH, "Rådet möttes den tredje maj i hamnen.", "Rådet möttes den 3 maj i hamnen."),
        (GERMAN, "Der Rat traf sich am dritten Mai im Hafen.", "Der Rat traf sich am 3. Mai im Hafen."),
        (POLISH, "Rada spotkała się 3. maja w porcie.", "Rada spotkała się 3 maja w porcie."),
    ] {
        assert!(class(&format!("{page} {text}"), quote).is_sound(), "{quote}");
        assert!(class(&format!("{page} {quote}"), text).is_sound(), "{text}");
    }
    for (page, text, quote) in [
        (RUSSIAN, "Совет собрался 2-го мая в старой ратуше.", "Совет собрался 3 мая в старой ратуше."),
        (SWEDISH, "Rådet möttes den tredje maj i hamnen.", "Rådet möttes den 3 mars i hamnen."),
        (GERMAN, "Der Rat traf sich am dritten Mai im Hafen.", "Der Rat traf sich am 4. Mai im Hafen."),
    ] {
        assert!(!class(&format!("{page} {text}"), quote).is_sound(), "{quote}");
    }
}

#[test]
fn what_looks_like_a_part_or_a_place_and_is_none_stays_itself() {
    for (page, text, quote) in [
        (GERMAN, "Das Viertel der Stadt war alt und schön.", "Das 4 der Stadt war alt und schön."),
        (SPANISH, "Espera un segundo en la puerta de la casa.", "Espera un 2 en la puerta de la casa."),
        (
            ITALIAN,
            "L'acqua della vasca era a 20° C in quel mese.",
            "L'acqua della vasca era a ventesimo C in quel mese.",
        ),
        (RUSSIAN, "Пять домов старого города остались без света.", "Пятая домов старого города остались без света."),
        (DUTCH, "Het derde huis in de straat is van hem.", "Het 1/3 huis in de straat is van hem."),
    ] {
        assert!(!class(&format!("{page} {text}"), quote).is_sound(), "{quote}");
    }
    check(&format!("{GERMAN} Das war im Kapitel 2. Der Senat tagte."), "Das war im Kapitel 2", MatchClass::Verbatim);
}
