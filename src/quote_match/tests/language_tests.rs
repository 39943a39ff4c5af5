//! Quotes in another language than the page, of one family and in one script too; and those that decide nothing.

use super::found;
use crate::citation::QuoteKind;
use crate::page::{Page, TextName};
use crate::quote_match::FoldedPage;

/// Of each language a page, and two sentences that do not stand on it.
const LANGUAGES: &[(&str, &str, [&str; 2])] = &[
    (
        "English",
        "The harbour town lies on the northern coast, and its people have lived from the sea for as long as anyone can tell. In the \
         summer many visitors come by train, because the old line was opened again a few years ago.",
        [
            "The council decided last week that the road would be closed to all",
            "Nobody had asked them what they wanted from this",
        ],
    ),
    (
        "German",
        "Die Stadt am Hafen liegt an der Küste im Norden, und ihre Leute leben seit langer Zeit vom Meer. Im Sommer kommen viele \
         Gäste mit der Bahn, weil die alte Strecke vor einigen Jahren wieder eröffnet wurde.",
        [
            "Der Rat hat beschlossen, dass die Brücke gesperrt wird",
            "Niemand hatte sie gefragt, was sie von der Schule wollten",
        ],
    ),
    (
        "French",
        "La ville du port se trouve sur la côte nord, et ses habitants vivent de la mer depuis très longtemps. En été, beaucoup de \
         visiteurs viennent par le train, parce que l’ancienne ligne a été rouverte il y a quelques années.",
        [
            "Le conseil a décidé que le pont serait fermé à la circulation",
            "Personne ne leur avait demandé ce qu’ils voulaient",
        ],
    ),
    (
        "Spanish",
        "La ciudad del puerto está en la costa norte, y su gente vive del mar desde hace mucho tiempo. En verano llegan muchos \
         visitantes en tren, porque la antigua línea se abrió de nuevo hace unos años.",
        [
            "El consejo decidió que el puente se cerraría al tráfico",
            "Nadie les había preguntado qué querían de la escuela",
        ],
    ),
    (
        "Italian",
        "La città del porto si trova sulla costa settentrionale, e la sua gente vive del mare da molto tempo. In estate arrivano \
         molti visitatori con il treno, perché la vecchia linea è stata riaperta alcuni anni fa.",
        [
            "Il consiglio ha deciso che il ponte sarà chiuso al traffico",
            "Nessuno aveva chiesto loro che cosa volevano della scuola",
        ],
    ),
    (
        "Portuguese",
        "A cidade do porto fica na costa norte, e a sua gente vive do mar há muito tempo. No verão chegam muitos visitantes de \
         comboio, porque a antiga linha foi reaberta há alguns anos.",
        [
            "O conselho decidiu que a ponte seria fechada ao trânsito",
            "Ninguém lhes tinha perguntado o que queriam da escola",
        ],
    ),
    (
        "Dutch",
        "De havenstad ligt aan de noordelijke kust, en haar mensen leven al heel lang van de zee. In de zomer komen er veel bezoekers \
         met de trein, omdat de oude lijn een paar jaar geleden weer werd geopend.",
        [
            "De raad heeft besloten dat de brug voor het verkeer wordt gesloten",
            "Niemand had hun gevraagd wat zij van de school wilden",
        ],
    ),
    (
        "Danish",
        "Havnebyen ligger på den nordlige kyst, og dens folk har levet af havet i meget lang tid. Om sommeren kommer der mange gæster \
         med toget, fordi den gamle linje blev åbnet igen for nogle år siden.",
        [
            "Rådet besluttede i sidste uge, at broen skal lukkes for alle",
            "Ingen havde spurgt dem, hvad de ville have af skolen",
        ],
    ),
    (
        "Russian",
        "Портовый город лежит на северном побережье, и его жители уже очень давно живут морем. Летом сюда приезжает много гостей на \
         поезде, потому что старая линия была снова открыта несколько лет назад.",
        ["Совет решил, что этот мост будет закрыт для всех", "Никто не спросил их, чего они хотели бы от школы"],
    ),
    (
        "Ukrainian",
        "Портове місто лежить на північному узбережжі, і його мешканці вже дуже давно живуть із моря. Влітку сюди приїжджає багато \
         гостей потягом, бо стару лінію знову відкрили кілька років тому.",
        ["Рада вирішила, що цей міст буде закрито для всіх", "Ніхто не запитав їх, чого вони хотіли б від школи"],
    ),
    (
        "Turkish",
        "Liman kenti kuzey kıyısında yer alır ve insanları çok uzun zamandır denizden geçinir. Yazın birçok ziyaretçi trenle gelir, \
         çünkü eski hat birkaç yıl önce yeniden açıldı. Rıhtım boyunca yürürler ve teknelere bakarlar.",
        [
            "Meclis bu köprünün trafiğe kapatılmasına ve bir yıl sonra açılmasına karar verdi",
            "Hiç kimse onlara ne istediklerini bu kadar açık sormadı",
        ],
    ),
    (
        "Japanese",
        "この港町は北の海岸にあり、人々は昔から海で暮らしてきた。夏には古い路線が再開されたので、多くの観光客が列車でやって来る。",
        ["評議会は先週、橋を閉鎖することを決めた", "新しい学校に何を望むのか誰も尋ねなかった"],
    ),
    (
        "Chinese",
        "这座港口城市位于北部海岸，居民世代靠海为生。夏天有许多游客乘火车来，因为那条旧铁路几年前重新开通了。",
        ["委员会上周决定关闭那座桥，禁止车辆通行", "没有人问过他们想从新学校得到什么"],
    ),
];

fn is_foreign(text: &str, quote: &str) -> bool {
    found(text, quote, QuoteKind::Sentence).other_language
}

#[test]
fn a_quote_in_a_language_of_the_same_family_is_in_another_one() {
    let mut missed = Vec::new();
    for (page, text, _) in LANGUAGES {
        for (language, _, quotes) in LANGUAGES.iter().filter(|(language, ..)| language != page) {
            missed.extend(quotes.iter().filter(|quote| !is_foreign(text, quote)).map(|quote| (page, language, quote)));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn a_quote_in_the_language_of_the_page_is_absent_and_no_more() {
    for (language, text, quotes) in LANGUAGES {
        for quote in quotes {
            assert!(!is_foreign(text, quote), "{language}: {quote}");
        }
    }
}

#[test]
fn a_short_page_that_says_its_language_is_not_in_that_of_a_neighbour() {
    let foreign = |declared: &str, text: &str, quote: &str| {
        let page = Page { language: Some(declared.to_owned()), ..super::page(&[(TextName::Visible, text)]) };
        FoldedPage::new(&page).find(quote, QuoteKind::Sentence).other_language
    };
    let polish = "Mgła\nRano mgła zakryła rzekę aż po drugi brzeg. Słychać było wiosła, ale nikogo nie było widać.\nZapiski znad rzeki\nO nas";
    let slovene = "Sklep\nSvet sklene zapreti most za tovornjake do preklica. Zapisnika prejšnje seje ni bilo mogoče najti.\nObčina\nO nas";
    for (declared, text, quote) in [
        ("pl", polish, "Most zamknięto dla wozów wiosną 1871 roku po wielkiej powodzi na rzece"),
        ("pl-PL", polish, "Większość plonów przepadła tamtego roku z powodu późnych przymrozków w maju"),
        ("sl", slovene, "Most so spomladi leta 1871 po poplavi zaprli za vse vozove"),
        ("sl", slovene, "Večina pridelka je tistega leta propadla zaradi pozne pozebe v maju"),
        ("sl", slovene, "Študenti so med poskusom spali povprečno štirideset minut dlje kot prej"),
    ] {
        assert!(!foreign(declared, text, quote), "{declared}: {quote}");
    }
    // So where only its article is looked at.
    let whole = format!("{polish}\nRead more posts\nPowered by the people of the press and all the others");
    assert!(!foreign("pl", &whole, "Most zamknięto dla wozów wiosną 1871 roku po wielkiej powodzi na rzece"));
    for (declared, text) in [("pl", polish), ("pl", LANGUAGES[1].1), ("sl", LANGUAGES[1].1)] {
        assert!(
            foreign(declared, text, "The council decided last week that the road would be closed to all of them"),
            "{text}"
        );
    }
}

#[test]
fn a_page_in_two_languages_is_in_no_other() {
    for (one, other) in [(1, 6), (3, 5), (2, 0), (8, 9), (4, 3), (11, 12), (0, 10)] {
        let text = format!("{}\n{}", LANGUAGES[one].1, LANGUAGES[other].1);
        for quote in LANGUAGES[one].2.iter().chain(&LANGUAGES[other].2) {
            assert!(!is_foreign(&text, quote), "{quote}");
        }
    }
}

#[test]
fn names_titles_and_loans_are_no_language() {
    let text = |language: &str| LANGUAGES.iter().find(|(own, ..)| *own == language).unwrap().1;
    for (page, quote) in [
        ("Spanish", "Universidade do Porto"),
        ("Spanish", "São Paulo e Belo Horizonte, Brasil"),
        ("French", "Real Madrid contra Atlético de Bilbao"),
        ("Italian", "Castilla-La Mancha, Extremadura y León"),
        ("German", "Amsterdam, Rotterdam, Den Haag, Utrecht"),
        ("Japanese", "東京都千代田区永田町国会議事堂前駅"),
        ("Japanese", "独立行政法人日本学術振興会特別研究員"),
        ("Russian", "Верховна Рада України"),
        ("Turkish", "Windows Server Standard Edition Setup"),
        ("Danish", "Göteborg, Malmö, Västerås, Örebro"),
    ] {
        assert!(!is_foreign(text(page), quote), "{quote} on a page in {page}");
    }
}

#[test]
fn a_short_page_lacks_letters_of_its_own_language_and_is_in_it_all_the_same() {
    for (page, quotes) in [
        (
            "Hội đồng thành phố đã họp vào sáng thứ ba để bàn về cây cầu cũ bắc qua sông, và một số người dân không đồng ý với việc đóng \
             cầu trong mùa mưa. Cây cầu được xây từ năm 1932 và mỗi ngày có rất nhiều xe đi qua.",
            [
                "Bác sĩ nói rằng bệnh nhân sẽ khỏe lại trong hai tuần.",
                "Con tàu rời cảng lúc nửa đêm và chìm trước bình minh",
            ],
        ),
        (
            "Le conseil de la ville se trouve dans le vieux port, et les habitants vivent de la mer depuis longtemps. On y voit des \
             bateaux, mais plus aucun train.",
            ["Les élèves français naïvement reçus à l’hôpital", "Son frère aîné déçu brûle des forêts là-bas"],
        ),
        (
            "Rada miasta leży nad morzem, a ludzie od dawna nie mają tam pracy, ale w lecie jest tam dużo gości i nikt nie wie, czy \
             tak będzie też po nowym roku.",
            ["Sędzia rzekł, źle usłyszano świadków", "Późną nocą koń spadł z źródlanej góry"],
        ),
    ] {
        for quote in quotes {
            assert!(!is_foreign(page, quote), "{quote}");
        }
    }
}
