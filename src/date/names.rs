//! The words that stand in dates: months, weekdays and seasons in the languages that are read.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::months::{self, MORE};

/// Month names and their abbreviations without the dot, lower case: English, German, French, Spanish, Italian,
/// Portuguese, Dutch, the Scandinavian spellings that differ, Chinese, Russian, Polish, Czech, Ukrainian, Turkish,
/// Greek, Romanian, Finnish, Arabic, Hungarian, Slovak, Croatian, Serbian, Bulgarian, Slovene, Estonian, Catalan, Hindi,
/// Lithuanian, Latvian, Icelandic, Basque, Hebrew, Thai, Persian, Bengali, Urdu; with and without accents.
const MONTHS: [&str; 12] = [
    "january ژانویه ژانویهٔ জানু\u{9df}ারি জানুয়ারি জানু\u{9df}ারী জানুয়ারী جنوری \
     มกราคม jan januar jänner janvier janv enero ene gennaio gen janeiro xaneiro januari 一月 января январь янв \
     stycznia styczeń sty ledna leden січня ocak ιανουαρίου ianuarie tammikuuta يناير január januára siječnja \
     јануар јануара януари januarja jaanuar jaanuaril gener जनवरी jän sausio \
     janvāris janvāra janvārī janúar urtarrilaren urtarrilean urtarrilak იანვარს ינואר בינואר",
    "february فوریه فوریهٔ ফেব্রু\u{9df}ারি ফেব্রুয়ারি ফেব্রু\u{9df}ারী ফেব্রুয়ারী فروری \
     กุมภาพันธ์ feb februar feber février fevrier févr fevr fév febrero febbraio fevereiro febreiro fev februari 二月 \
     февраля февраль фев февр lutego luty lut února únor лютого şubat φεβρουαρίου februarie helmikuuta فبراير \
     február februára veljače фебруар фебруара февруари februarja veebruar veebruaril febrer फरवरी फ़रवरी \
     vasario \
     februāris februāra februārī febrúar otsailaren otsailean otsailak თებერვალს פברואר בפברואר",
    "march মার্চ مارچ \
     มีนาคม mar märz marz mär mars marzo março marco maart mrt marts 三月 марта март marca marzec března březen \
     березня mart μαρτίου martie maret maaliskuuta مارس március ožujka märts märtsil marec març मार्च kovo \
     martā martxoaren martxoan martxoak მარტს מרץ במרץ",
    "april آوریل এপ্রিল اپریل \
     เมษายน apr avril avr abril abr aprile 四月 апреля апрель апр kwietnia kwiecień kwi dubna duben квітня nisan \
     απριλίου aprilie huhtikuuta أبريل ابريل إبريل április apríla travnja април априла aprila aprill aprillil \
     अप्रैल balandžio \
     aprīlis aprīļa aprīlī apríl apirilaren apirilean apirilak აპრილს אפריל באפריל",
    "may مه می মে مئی \
     พฤษภาคม mai mayo maggio mag maio mei maj 五月 мая май maja května květen травня mayıs μαΐου μαίου toukokuuta \
     مايو május mája svibnja мај маја maig मई gegužės \
     maijs maijā maí maiatzaren maiatzean maiatzak მაისს במאי",
    "june ژوئن জুন جون \
     มิถุนายน jun juni juin junio giugno giu junho xuño 六月 июня июнь июн czerwca czerwiec cze června červen червня \
     haziran ιουνίου iunie kesäkuuta يونيو június júna lipnja јун јуна юни junija juuni juunil junij juny जून \
     birželio \
     jūnijs jūnija jūnijā júní ekainaren ekainean ekainak ივნისს יוני ביוני",
    "july ژوئیه ژوئیهٔ جولای জুলাই جولائی \
     กรกฎาคม jul juli juillet juil julio luglio lug julho xullo 七月 июля июль июл lipca lipiec lip července červenec \
     липня temmuz ιουλίου iulie heinäkuuta يوليو július júla srpnja јул јула юли julija juuli juulil julij juliol \
     जुलाई liepos \
     jūlijs jūlija jūlijā júlí uztailaren uztailean uztailak ივლისს יולי ביולי",
    "august اوت آگوست আগস্ট আগষ্ট اگست \
     สิงหาคม aug août aout agosto ago augustus augusti 八月 августа август авг sierpnia sierpień sie srpna srpen \
     серпня ağustos αυγούστου agustus elokuuta أغسطس augusztus augusta kolovoza avgusta augustil avgust agost अगस्त \
     rugpjūčio \
     augusts augustā ágúst abuztuaren abuztuan abuztuak აგვისტოს אוגוסט באוגוסט",
    "september سپتامبر সেপ্টেম্বর ستمبر \
     กันยายน sep sept septembre septiembre setiembre settembre set setembro 九月 сентября сентябрь сен сент \
     września wrzesień wrz září вересня eylül σεπτεμβρίου septembrie syyskuuta سبتمبر szeptember septembra \
     rujna септембар септембра септември septembril setembre सितंबर सितम्बर rugsėjo \
     septembris septembrī irailaren irailean irailak სექტემბერს ספטמבר בספטמבר",
    "october اکتبر অক্টোবর اکتوبر \
     ตุลาคม oct oktober okt octobre octubre ottobre ott outubro out 十月 октября октябрь окт października \
     październik paź října říjen жовтня ekim οκτωβρίου octombrie lokakuuta أكتوبر október októbra oktobra \
     октобар октобра октомври oktoober oktoobril अक्टूबर अक्तूबर spalio \
     oktobris oktobrī urriaren urrian urriak ოქტომბერს אוקטובר באוקטובר",
    "november نوامبر নভেম্বর نومبر \
     พฤศจิกายน nov novembre noviembre novembro 十一月 ноября ноябрь ноя нояб listopada listopad lis listopadu \
     листопада kasım νοεμβρίου noiembrie marraskuuta نوفمبر novembra studenoga studenog новембар новембра \
     ноември novembril नवंबर नवम्बर lapkričio \
     novembris novembrī nóvember azaroaren azaroan azaroak ნოემბერს נובמבר בנובמבר",
    "december دسامبر ডিসেম্বর دسمبر \
     ธันวาคม dec dezember dez décembre decembre déc diciembre dic dicembre dezembro decembro desember des 十二月 декабря \
     декабрь дек grudnia grudzień gru prosince prosinec грудня aralık δεκεμβρίου decembrie joulukuuta ديسمبر \
     decembra prosinca децембар децембра декември detsember detsembril desembre दिसंबर दिसम्बर gruodžio \
     decembris decembrī abenduaren abenduan abenduak დეკემბერს דצמבר בדצמבר",
];

/// Weekdays, abbreviations without the dot, lower case. Some are months as well (`mar`); months are tried first.
const WEEKDAYS: &[&str] = &[
    "monday",
    "mon",
    "tuesday",
    "tue",
    "tues",
    "wednesday",
    "wed",
    "thursday",
    "thu",
    "thur",
    "thurs",
    "friday",
    "fri",
    "saturday",
    "sat",
    "sunday",
    "sun", // English
    "montag",
    "mo",
    "dienstag",
    "di",
    "mittwoch",
    "mi",
    "donnerstag",
    "do",
    "freitag",
    "fr",
    "samstag",
    "sa",
    "sonnabend",
    "sonntag",
    "so", // German
    "lundi",
    "lun",
    "mardi",
    "mar",
    "mercredi",
    "mer",
    "jeudi",
    "jeu",
    "vendredi",
    "ven",
    "samedi",
    "sam",
    "dimanche",
    "dim", // French
    "lunes",
    "martes",
    "miércoles",
    "mié",
    "jueves",
    "jue",
    "viernes",
    "vie",
    "sábado",
    "sáb",
    "domingo",
    "dom", // Spanish
    "lunedì",
    "martedì",
    "mercoledì",
    "giovedì",
    "gio",
    "venerdì",
    "sabato",
    "sab",
    "domenica", // Italian
    "segunda",
    "terça",
    "quarta",
    "quinta",
    "sexta", // Portuguese, before "-feira"
    "maandag",
    "ma",
    "dinsdag",
    "woensdag",
    "wo",
    "donderdag",
    "vrijdag",
    "vr",
    "zaterdag",
    "za",
    "zondag",
    "zo", // Dutch
];

/// Seasons, which say no more than the year beside them.
const SEASONS: &[&str] = &[
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "frühling",
    "frühjahr",
    "sommer",
    "herbst",
    "printemps",
    "été",
    "automne",
    "hiver",
];

/// Words between the parts of a date: `29th of June`, `29 de junio de 2024`.
const LINKS: &[&str] = &["of", "de", "del", "di", "da", "năm"];

/// Words, or endings, that name the number before a date as its year, each with what stands behind its day: `2024 m. birželio
/// 29 d.`, `2024. gada 29. jūnijā`, `2024ko ekainaren 29an`, `2024 թ. հունիսի 29`, `2024 წლის 29 ივნისი`, `2024 жылғы 29 маусым`.
const YEARS: &[(&str, &[&str])] = &[
    ("m", &["d"]),
    ("gada", &[""]),
    ("ж", &[""]),
    ("жылғы", &[""]),
    ("жылдың", &[""]),
    ("жылдын", &[""]),
    ("елның", &[""]),
    ("йылдың", &[""]),
    ("yil", &[""]),
    ("թ", &[""]),
    ("թվականի", &[""]),
    ("წლის", &[""]),
    ("ko", BASQUE),
    ("eko", BASQUE),
];

/// Endings of a day in Basque; in lists and tables it has none.
const BASQUE: &[&str] = &["an", "ean", "a", "ea", "ko", "eko", ""];

/// Endings that make a number an ordinal: `29th`, `1er`, `2e`, `1º`.
const ORDINALS: &[&str] = &["st", "nd", "rd", "th", "er", "ère", "e", "º", "ª"];

/// The same behind a hyphen: `3-го мая`, `3-a de majo`, `3-ти май`.
const HYPHENED: &[&str] = &["a", "го", "ого", "е", "є", "ти", "ви", "ри", "ми", "ни", "ші"];

/// The month that `word`, in lower case, names: 1 to 12.
pub(crate) fn month(word: &str) -> Option<i8> {
    static NUMBERS: LazyLock<HashMap<&str, i8>> = LazyLock::new(|| numbered(&MONTHS).chain(numbered(&MORE)).collect());
    // Hebrew writes “in” on to it: `באפריל`, `באפר׳`.
    let known = |word: &str| NUMBERS.get(word).copied();
    known(word).or_else(|| word.strip_prefix('ב').and_then(known))
}

fn numbered(months: &'static [&'static str; 12]) -> impl Iterator<Item = (&'static str, i8)> {
    (1..).zip(months).flat_map(|(number, names)| names.split_ascii_whitespace().map(move |name| (name, number)))
}

/// Whether `word`, in lower case, is a month only beside a day: `16 Mac 2021` in Malay, and not `Mac 2021`.
pub(super) fn is_month_of_day(word: &str) -> bool {
    const SHORT: usize = 4;
    let known =
        |months: &[&str; 12]| months.iter().any(|names| names.split_ascii_whitespace().any(|name| name == word));
    word.len() <= SHORT && word.is_ascii() && known(&MORE) && !known(&MONTHS)
}

/// What a month of Croatian is where Polish and Czech have another of that name; behind the point of its day.
pub(super) fn croatian_month(word: &str) -> Option<i8> {
    match word {
        "lip" => Some(6),
        "srp" => Some(7),
        "lis" | "listopada" => Some(10),
        _ => None,
    }
}

/// Eras of Japan that sources are dated in, with the year before their first.
const ERAS: &[(&str, i16)] = &[("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867)];

/// The era that `text` begins with, and the year before its first.
pub(super) fn era(text: &str) -> Option<(&'static str, i16)> {
    ERAS.iter().copied().find(|(name, _)| text.starts_with(name))
}

/// Months of Thai and of Lao cut short, whose points are part of them.
const POINTED: [[&str; 12]; 2] = [
    ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."],
    ["ມ.ກ.", "ກ.ພ.", "ມ.ນ.", "ມ.ສ.", "ພ.ພ.", "ມິ.ຖ.", "ກ.ລ.", "ສ.ຫ.", "ກ.ຍ.", "ຕ.ລ.", "ພ.ຈ.", "ທ.ວ."],
];

/// The month that `text` begins with in points, and its bytes.
pub(super) fn pointed_month(text: &str) -> Option<(i8, usize)> {
    let known = POINTED.iter().filter(|_| text.starts_with(counts_from_buddha));
    let mut months = known.flat_map(|names| (1..).zip(names));
    months.find(|(_, name)| text.starts_with(**name)).map(|(month, name)| (month, name.len()))
}

/// Whether a letter is of a language whose years can be counted from the Buddha: Thai, Lao, Khmer.
pub(super) fn counts_from_buddha(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1780}'..='\u{17ff}')
}

/// Words before a year that say what it is, or which it is counted by: since the Buddha, since Christ.
pub(super) const COUNTED: &[&str] = &["พ.ศ.", "ค.ศ.", "ปี", "ພ.ສ.", "ຄ.ສ.", "ປີ", "ព.ស.", "គ.ស.", "ឆ្នាំ"];

/// Words before a day and before a month that say what these are, glued to them or not.
pub(super) const DAYS: &[&str] = &["วันที่", "ວັນທີ", "ថ្ងៃទី", "ngày", "Ngày"];
pub(super) const NAMED_MONTHS: &[&str] = &["เดือน", "ເດືອນ", "ខែ"];

/// Whether `word`, in lower case, is a weekday.
pub(super) fn is_weekday(word: &str) -> bool {
    static KNOWN: LazyLock<HashSet<&str>> =
        LazyLock::new(|| WEEKDAYS.iter().copied().chain(months::WEEKDAYS.split_ascii_whitespace()).collect());
    KNOWN.contains(word)
}

/// Whether `word`, in lower case, is a season.
pub(super) fn is_season(word: &str) -> bool {
    SEASONS.contains(&word)
}

/// Whether `word`, in lower case, only ties the parts of a date together.
pub(super) fn is_link(word: &str) -> bool {
    LINKS.contains(&word)
}

/// What stands behind the day of a date whose year `word`, in lower case, names.
pub(super) fn behind_day(word: &str) -> Option<&'static [&'static str]> {
    YEARS.iter().find(|(own, _)| *own == word).map(|(_, behind)| *behind)
}

/// Whether `word`, in lower case, makes the number before it an ordinal.
pub(super) fn is_ordinal(word: &str) -> bool {
    ORDINALS.contains(&word)
}

/// The same of a word that a hyphen parts from the number.
pub(super) fn is_hyphened(word: &str) -> bool {
    HYPHENED.contains(&word)
}
