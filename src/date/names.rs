//! The words that stand in dates: months, weekdays and seasons in the languages that are read.

/// Month names and their abbreviations without the dot, lower case: English, German, French, Spanish, Italian,
/// Portuguese, Dutch, the Scandinavian spellings that differ, Chinese; with and without accents.
const MONTHS: [&[&str]; 12] = [
    &[
        "january", "jan", "januar", "jänner", "janvier", "janv", "enero", "ene", "gennaio", "gen", "janeiro",
        "januari", "一月",
    ],
    &[
        "february",
        "feb",
        "februar",
        "feber",
        "février",
        "fevrier",
        "févr",
        "fevr",
        "fév",
        "febrero",
        "febbraio",
        "fevereiro",
        "fev",
        "februari",
        "二月",
    ],
    &["march", "mar", "märz", "marz", "mär", "mars", "marzo", "março", "marco", "maart", "mrt", "marts", "三月"],
    &["april", "apr", "avril", "avr", "abril", "abr", "aprile", "四月"],
    &["may", "mai", "mayo", "maggio", "mag", "maio", "mei", "maj", "五月"],
    &["june", "jun", "juni", "juin", "junio", "giugno", "giu", "junho", "六月"],
    &["july", "jul", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho", "七月"],
    &["august", "aug", "août", "aout", "agosto", "ago", "augustus", "augusti", "八月"],
    &["september", "sep", "sept", "septembre", "septiembre", "setiembre", "settembre", "set", "setembro", "九月"],
    &["october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out", "十月"],
    &["november", "nov", "novembre", "noviembre", "novembro", "十一月"],
    &[
        "december",
        "dec",
        "dezember",
        "dez",
        "décembre",
        "decembre",
        "déc",
        "diciembre",
        "dic",
        "dicembre",
        "dezembro",
        "desember",
        "des",
        "十二月",
    ],
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
const LINKS: &[&str] = &["of", "de", "del", "di"];

/// Endings that make a number an ordinal: `29th`, `1er`, `2e`, `1º`.
const ORDINALS: &[&str] = &["st", "nd", "rd", "th", "er", "ère", "e", "º", "ª"];

/// The month that `word`, in lower case, names: 1 to 12.
pub(crate) fn month(word: &str) -> Option<i8> {
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word)).map(|(number, _)| number)
}

/// Whether `word`, in lower case, is a weekday.
pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word)
}

/// Whether `word`, in lower case, is a season.
pub(super) fn is_season(word: &str) -> bool {
    SEASONS.contains(&word)
}

/// Whether `word`, in lower case, only ties the parts of a date together.
pub(super) fn is_link(word: &str) -> bool {
    LINKS.contains(&word)
}

/// Whether `word`, in lower case, makes the number before it an ordinal.
pub(super) fn is_ordinal(word: &str) -> bool {
    ORDINALS.contains(&word)
}
