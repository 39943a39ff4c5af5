//! Shares, measures and years of other languages: each form is the same, and nothing else is.

use crate::quote_match::tests::{CRITICAL, check, class};

/// Sentences with `{}` where the amount stands, then the forms of one amount, and amounts that are others.
const AMOUNTS: &[(&str, &[&str], &[&str])] = &[
    (
        "失業率は{}上昇したと市の報告書で発表された。",
        &["5パーセント", "5%", "５％", "五パーセント"],
        &["5", "5パーセントポイント"],
    ),
    (
        "報告書によると、回答した市民の{}が橋の建設に賛成した。",
        &["6割", "六割", "60%", "60パーセント"],
        &["6%", "7割", "16%", "6割5分"],
    ),
    ("調査では回答した市民の{}が橋の建設に賛成したという。", &["6割5分", "65%", "六割五分"], &["6割", "60.5%"]),
    (
        "报告指出全市养老机构的入住率超过{}，较去年有所提高。",
        &["六成", "60%", "百分之六十", "6成"],
        &["六成五", "6%", "70%"],
    ),
    (
        "报告指出全市养老机构的入住率超过{}，较去年有所提高。",
        &["七成五", "75%", "百分之七十五"],
        &["七成", "七点五成员"],
    ),
    ("道路の長さは{}で、費用は3億円だったと発表された。", &["100メートル", "100m"], &["100km", "100センチメートル"]),
    ("실업률은 지난해 시의 보고서에서 {} 상승했다고 발표되었다.", &["5퍼센트", "5%"], &["6%", "5퍼센트포인트"]),
    ("실업률은 지난해 시의 보고서에서 {} 상승했다고 발표되었다.", &["5퍼센트로", "5%로"], &["5%를", "6퍼센트로"]),
    (
        "Безработица в старом городе выросла на {} за десять лет.",
        &["12 процентов", "12%", "12 %"],
        &["12", "12 тысяч", "13 %"],
    ),
    ("Мост был построен в {} и не закрывался.", &["1998 году", "1998 г."], &["1999 г.", "1998 гг."]),
    (
        "Договор подписали {} в старой ратуше.",
        &["3 мая 2019 года", "3 мая 2019 г.", "03.05.2019"],
        &["3 мая 2018 г.", "4 мая 2019 года"],
    ),
    (
        "Это произошло в {} на берегу старой реки.",
        &["XIX веке", "XIX в.", "19 веке", "19 в."],
        &["XX веке", "XIX году"],
    ),
    ("Там всегда жили {} человек у реки.", &["5 тысяч", "5 тыс.", "5000"], &["5 миллионов", "50 тыс."]),
    ("Длина реки составляет {} от истока до моря.", &["250 километров", "250 км", "250км"], &["250 метров", "25 км"]),
    ("बेरोज़गारी {} बढ़ी और सरकार साल भर चुप रही।", &["5 प्रतिशत", "5%", "५ फ़ीसदी"], &["5", "6%"]),
    ("सरकार ने पिछले साल {} लोगों को नए घर दिए।", &["5 लाख", "500000", "5,00,000"], &["5 करोड़", "50000"]),
    (
        "Le bateau de la mairie a coulé le {} près du vieux port, et ceux qui habitent dans la rue ne l’ont pas vu avec les autres.",
        &["3 mai 1998", "03/05/1998", "3/5/1998", "03-05-1998", "3.5.1998"],
        &["5 mars 1998", "04/05/1998", "05/03/1998"],
    ),
    (
        "Le pont du vieux port a coûté {} à la ville, et ceux qui habitent dans la rue ne l’ont pas su avec les autres.",
        &["5 millions d’euros", "cinq millions d’euros", "5 millions €", "cinq millions €"],
        &["5 milliards d’euros", "6 millions d’euros", "5 millions de francs", "cinq milliards d’euros"],
    ),
    (
        "Le terrain de la ville mesure {} et se trouve près du port.",
        &["300 m²", "300 mètres carrés", "300m²", "300 m2"],
        &["300 m", "300 m³", "300 km²", "30 m²"],
    ),
    (
        "Das Haus am alten Hafen hat {} und wurde nicht verkauft.",
        &["120 m²", "120 Quadratmeter", "120 qm", "120㎡"],
        &["120 Meter", "120 Quadratkilometer", "120 Kubikmeter", "12 m²"],
    ),
    (
        "その家の広さは{}で、港の近くに建っている。",
        &["120平方メートル", "120㎡", "120平米"],
        &["120メートル", "120平方キロメートル", "12㎡", "120㎢", "120㎞", "120"],
    ),
    (
        "Площадь старого дома у реки составляет {} по данным города.",
        &["300 м²", "300 кв. м", "300 квадратных метров"],
        &["300 м", "300 км²", "30 м²"],
    ),
    (
        "The train to the old harbour leaves at {} on every other day.",
        &["5:30 p.m.", "17:30", "5.30pm"],
        &["5:30", "5:30 a.m.", "17:03", "18:30"],
    ),
    (
        "The land by the old harbour measures {} in all.",
        &["3,000 square miles", "3000 sq mi", "3,000 sq. miles"],
        &["3,000 miles", "3,000 cubic miles", "3,000 square kilometres"],
    ),
    (
        "The bridge at the old harbour cost {} in all.",
        &["€5 million", "EUR 5 million", "5 million euros", "5 million EUR", "€5m"],
        &["£5 million", "EUR 5 billion", "USD 5 million", "5 million"],
    ),
    (
        "Bu köprü için geçen yıl {} ödendi ama belediye bir şey demedi ve orada yaşayanlar da daha çok şey bilmiyor.",
        &["315 bin lira", "üç yüz on beş bin lira", "315.000 lira"],
        &["315 lira", "üç yüz elli bin lira", "315 milyon lira"],
    ),
    (
        "Η πόλη πλήρωσε για τη γέφυρα {} και ο δήμαρχος δεν μίλησε.",
        &["3000 μάρκα", "τρεις χιλιάδες μάρκα", "3.000 μάρκα"],
        &["4000 μάρκα", "300 μάρκα", "δύο χιλιάδες μάρκα"],
    ),
    (
        "Там завжди жили {} осіб біля старої річки, і вони це знали.",
        &["25 тисяч", "двадцять п’ять тисяч", "25 тис."],
        &["25 мільйонів", "двадцять шість тисяч"],
    ),
    ("İşsizlik geçen yıl {} arttı ve hükümet sustu.", &["yüzde 5", "%5", "5%"], &["yüzde 6", "%6"]),
    ("ارتفعت البطالة بنسبة {} خلال العام الماضي كله.", &["5 في المئة", "5٪"], &["6٪", "5 في"]),
    ("האבטלה עלתה {} בשנה האחרונה לפי הדוח.", &["5 אחוזים", "5%"], &["6%", "5 שקלים"]),
    ("Η ανεργία αυξήθηκε κατά {} τον τελευταίο χρόνο.", &["5 τοις εκατό", "5%"], &["6%", "5"]),
    ("อัตราการว่างงานเพิ่มขึ้น{}ในปีที่ผ่านมา", &["ร้อยละ 5", " 5 เปอร์เซ็นต์", " 5%"], &[" 6%"]),
    ("بیکاری در سال گذشته {} افزایش یافت و دولت ساکت ماند.", &["۵ درصد", "5٪", "5%"], &["6٪"]),
    (
        "Most kosztował {} i nigdy go nie zamknięto.",
        &["3,5 mln zł", "3,5 miliona złotych"],
        &["3,5 mld zł", "3,5 miliona euro"],
    ),
    (
        "Мост стоил {} за десять лет работы.",
        &["5 трлн руб.", "5 трлн рублей", "5 триллионов рублей"],
        &["5 млрд руб.", "5 трлн долларов"],
    ),
    (
        "La città del porto ha adesso {}abitanti, e la sua gente vive del mare da molto tempo con le barche che sono al molo della città.",
        &["1,5 milioni di ", "1.500.000 ", "1.5 milioni di "],
        &["15 milioni di ", "1,5 miliardi di ", "1.500 "],
    ),
    (
        "La ciudad del puerto tiene ahora {}habitantes, y su gente vive del mar desde hace mucho tiempo con los barcos que son de la ciudad.",
        &["2,5 millones de ", "2 500 000 ", "2,5 millones "],
        &["25 millones de ", "2,5 ", "2500 "],
    ),
    ("Most zbudowano w {} i nigdy go nie zamknięto.", &["1998 roku", "1998 r."], &["1989 r.", "1998 roki"]),
    (
        "작년 이 다리를 건넌 사람은 {} 명이라고 시가 밝혔다.",
        &["1만 2천", "1만2천", "12,000", "12000", "1만 2000"],
        &["12", "1만 3천", "1만", "2천", "12만"],
    ),
    (
        "그 공사에는 모두 {} 원이 들었다고 시가 밝혔다.",
        &["3억 5천만", "3억5천만", "350,000,000", "3억 5000만", "삼억 오천만"],
        &["3억 5천", "35억", "3억 6천만"],
    ),
    (
        "그 공사에는 모두 {}원이 들었다고 시가 밝혔다.",
        &["5천", "5000", "5,000", "오천", "5천 "],
        &["5만", "5백", "오백", "5천만"],
    ),
    ("그 마을에는 {}명이 산다고 시가 밝혔다.", &["2백50", "250", "이백오십"], &["2천50", "25", "이백"]),
    (
        "昨年この橋を渡った人は{}人だったと市が発表した。",
        &["1万2千", "12000", "12,000", "1万2000", "一万二千", "1萬2千"],
        &["1万3千", "1万", "2千", "12万"],
    ),
    (
        "昨年の工事には{}円がかかったと市が発表した。",
        &["3億5千万", "3億5000万", "350000000", "三億五千万"],
        &["3億5千", "35億", "3億"],
    ),
    ("去年有{}人走过这座桥，市政府说。", &["5千万", "5000万", "50000000", "五千万"], &["5千", "5万", "5亿"]),
    (
        "Geçen yıl bu köprüden {} kişi geçti ama belediye bir şey demedi ve orada yaşayanlar da bunun için daha çok şey bilmiyor.",
        &["2 milyon 500 bin", "2,5 milyon", "2.500.000", "iki buçuk milyon"],
        &["2 milyon", "25 milyon", "2,5 milyar", "2 milyon 500"],
    ),
    (
        "Geçen yıl bu köprüden {} kişi geçti ama belediye bir şey demedi ve orada yaşayanlar da bunun için daha çok şey bilmiyor.",
        &["12 bin 500", "12.500", "12500"],
        &["12 bin", "500", "12 bin 5"],
    ),
    (
        "Geçen yıl bu köprüden {} kişi geçti ama belediye bir şey demedi ve orada yaşayanlar da bunun için daha çok şey bilmiyor.",
        &["bin 315", "1.315", "1315"],
        &["bin", "315", "bin 31", "2 bin 315"],
    ),
    (
        "عبر الجسر في العام الماضي {} شخص وقالت المدينة إنها لا تعرف شيئا.",
        &["5 ملايين", "5 مليون", "5000000", "خمسة ملايين"],
        &["5 مليارات", "6 ملايين", "خمسة آلاف"],
    ),
    (
        "عبر الجسر في العام الماضي {} شخص وقالت المدينة إنها لا تعرف شيئا.",
        &["12 ألف", "12 ألفا", "12,000"],
        &["12 مليونا", "12"],
    ),
    (
        "सरकार ने पिछले साल {} लोगों को नए घर दिए।",
        &["2 करोड़ 50 लाख", "2.5 करोड़", "ढाई करोड़", "25000000"],
        &["2 करोड़ 5 लाख", "2 करोड़", "डेढ़ करोड़"],
    ),
    ("सरकार ने पिछले साल {} लोगों को नए घर दिए।", &["12 हज़ार", "12 हजार", "12,000", "बारह हज़ार"], &["12 लाख", "तेरह हज़ार"]),
    (
        "Năm ngoái có {} người đi qua cây cầu này và thành phố không nói gì về những người đã ở đó.",
        &["12 nghìn", "12 ngàn", "12.000", "mười hai nghìn"],
        &["12 triệu", "13 nghìn", "12", "mười ba nghìn"],
    ),
    (
        "Năm ngoái có {} đồng được chi cho cây cầu này và thành phố không nói gì về những người đã ở đó.",
        &["2 tỷ 500 triệu", "2,5 tỉ", "2.500.000.000"],
        &["2 tỷ", "2,5 triệu", "25 tỷ"],
    ),
    (
        "Tahun lalu ada {} orang yang melewati jembatan itu dan kota ini tidak berkata apa-apa tentang mereka yang ada di sana pada hari itu.",
        &["2 juta 500 ribu", "2,5 juta", "2.500.000"],
        &["2 juta", "25 juta", "2,5 miliar"],
    ),
    (
        "Tahun lalu ada {} orang yang melewati jembatan itu dan kota ini tidak berkata apa-apa tentang mereka yang ada di sana pada hari itu.",
        &["12 ribu", "12000", "dua belas ribu"],
        &["12 juta", "13 ribu", "dua puluh ribu"],
    ),
    (
        "В прошлом году по мосту прошли {} человек, и город ничего не сказал.",
        &["2 миллиона 500 тысяч", "2,5 миллиона", "2 500 000"],
        &["2 миллиона", "25 миллионов"],
    ),
    (
        "В прошлом году мост стоил {} рублей, и город ничего не сказал.",
        &["полтора миллиона", "1,5 миллиона", "1 500 000"],
        &["полтора миллиарда", "миллион", "15 миллионов"],
    ),
    (
        "Die Brücke am alten Hafen hat {} Euro gekostet, und die Stadt hat nichts davon gesagt.",
        &["anderthalb Millionen", "1,5 Millionen", "1.500.000", "eineinhalb Millionen"],
        &["anderthalb Milliarden", "15 Millionen", "zweieinhalb Millionen"],
    ),
    (
        "Die Brücke am alten Hafen hat {} Euro gekostet, und die Stadt hat nichts davon gesagt, weil es nicht für alle war.",
        &["2 Billionen", "2.000 Milliarden", "2000 Milliarden"],
        &["2 Milliarden", "2 Millionen", "2 Trillionen"],
    ),
    (
        "Le pont du vieux port a coûté {} à la ville, et ceux qui habitent dans la rue ne l’ont pas su avec les autres.",
        &["un million et demi d’euros", "1,5 million d’euros"],
        &["un million d’euros", "15 millions d’euros", "un milliard et demi d’euros"],
    ),
    (
        "The bridge at the old harbour cost {} pounds in all.",
        &["2 million 500 thousand", "2.5 million", "2,500,000"],
        &["2 million", "25 million", "2 million 50 thousand"],
    ),
];

#[test]
fn amounts_of_other_languages_are_the_same_in_their_forms() {
    for (sentence, forms, _) in AMOUNTS {
        for (one, other) in forms.iter().flat_map(|one| forms.iter().map(move |other| (one, other))) {
            let (page, quote) = (sentence.replace("{}", one), sentence.replace("{}", other));
            assert!(class(&page, &quote).is_sound(), "{quote} of {page}: {:?}", class(&page, &quote));
        }
    }
}

#[test]
fn other_amounts_are_not() {
    for (sentence, forms, others) in AMOUNTS {
        for (form, other) in forms.iter().flat_map(|form| others.iter().map(move |other| (form, other))) {
            let (one, other) = (sentence.replace("{}", form), sentence.replace("{}", other));
            assert!(!class(&one, &other).is_sound(), "{other} of {one}");
            assert!(!class(&other, &one).is_sound(), "{one} of {other}");
        }
    }
}

#[test]
fn what_a_number_goes_on_with_is_not_cut_off() {
    let page = "去年约 300 万人参观了这座桥，收入为 8.13 亿元，今年更多。";
    assert!(!class(page, "去年约 300").is_sound());
    assert!(!class(page, "参观了这座桥，收入为 8.13").is_sound());
    assert!(class(page, "去年约300万人参观了这座桥").is_sound());
    let spaced = "失 竊 的 電 腦 價 值 一 萬 幾 元 ， 另 外 損 失 6 千 多 元 現 金 。";
    assert!(!class(spaced, "另 外 損 失 6").is_sound());
    assert!(class(spaced, "另 外 損 失 6 千 多 元").is_sound());
    let korean = "작년 수입은 8억 1300만 원이었고 관객은 3만 5000명이었다고 시는 밝혔다.";
    assert!(!class(korean, "작년 수입은 8억").is_sound());
    assert!(!class(korean, "관객은 3만").is_sound());
    assert!(class(korean, "작년 수입은 8억 1300만 원이었고").is_sound());
    assert!(!class(page, "去年约 300 亿人参观了这座桥").is_sound());
    let compound =
        "Geçen yıl bu köprüden 2 milyon 500 bin kişi geçti ama belediye bir şey demedi ve orada daha çok şey var.";
    assert!(!class(compound, "Geçen yıl bu köprüden 2 milyon").is_sound());
    assert!(class(compound, "Geçen yıl bu köprüden 2 milyon 500 bin kişi").is_sound());
    let korean = "작년 이 다리를 건넌 사람은 1만 2천 명이라고 시가 밝혔다.";
    assert!(!class(korean, "작년 이 다리를 건넌 사람은 1만").is_sound());
    let page = "Безработица в старом городе выросла на 12 процентов в мае и на 3 процента в июне.";
    assert!(!class(page, "Безработица в старом городе выросла на 12").is_sound());
    assert!(!class("失業率は去年より5パーセント上昇した。", "失業率は去年より5").is_sound());
}

#[test]
fn two_forms_of_a_year_in_full_are_two() {
    assert!(!class("Мост был построен к 1998 году и открыт.", "Мост был построен к 1998 годом и открыт").is_sound());
    check("Он жил в г. Москве на берегу реки.", "Он жил в году Москве на берегу реки", CRITICAL);
}

#[test]
fn numbers_of_any_length_are_read_as_they_are() {
    let (most, zeros) = (u128::MAX, "0".repeat(37));
    for number in [
        format!("{most} buçuk milyon"),
        format!("{most} milyon buçuk"),
        format!("un million {most} et demi"),
        format!("{most} millions et demi"),
        format!("{most}억 {most}만"),
        format!("{most}만 9천"),
        format!("9천1.{zeros}만"),
        "34028236692093846346337460743천 9억".to_owned(),
        format!("{most} करोड़ {most} लाख"),
        format!("{most} nghìn {most}"),
    ] {
        let sentence = format!("작년 Geçen yıl l'an {number} personnes ont passé le pont.");
        assert!(class(&sentence, &sentence).is_sound(), "{number}");
        assert!(!class(&sentence, &sentence.replace("personnes", "hommes")).is_sound(), "{number}");
    }
}
