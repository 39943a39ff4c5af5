//! Measures: `5 km`, `5km` and `five kilometres`; `50°` and `50 degrees`.

use std::sync::OnceLock;

use super::{Amount, Said, in_digits, is_close, measured, with_value};
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::folding::words::joined;
use crate::quote_match::languages::letters::is_unspaced;

/// Units: how they are written as signs, where case tells, and their names, folded. Letters that are words, or that stand for
/// millions, are no signs here.
const UNITS: [(&str, &[&str], &[&str]); 34] = [
    (
        "km",
        &["km", "км"],
        &[
            "kilometer",
            "kilometers",
            "kilometre",
            "kilometres",
            "kilometern",
            "kilometro",
            "kilometros",
            "chilometro",
            "chilometri",
            "quilometro",
            "quilometros",
            "километр",
            "километра",
            "километров",
            "кілометр",
            "кілометра",
            "кілометрів",
            "kilometrow",
        ],
    ),
    (
        "m",
        &["m", "м"],
        &[
            "meter",
            "meters",
            "metre",
            "metres",
            "metern",
            "metro",
            "metros",
            "metri",
            "метр",
            "метра",
            "метров",
            "метрів",
            "metrow",
        ],
    ),
    (
        "cm",
        &["cm", "см"],
        &[
            "centimeter",
            "centimeters",
            "centimetre",
            "centimetres",
            "zentimeter",
            "zentimetern",
            "centimetros",
            "centimetri",
            "сантиметр",
            "сантиметра",
            "сантиметров",
        ],
    ),
    (
        "mm",
        &["mm", "мм"],
        &[
            "millimeter",
            "millimeters",
            "millimetre",
            "millimetres",
            "millimetern",
            "milimetros",
            "millimetri",
            "миллиметр",
            "миллиметра",
            "миллиметров",
        ],
    ),
    (
        "kg",
        &["kg", "кг"],
        &[
            "kilogram",
            "kilograms",
            "kilogramme",
            "kilogrammes",
            "kilogramm",
            "kilo",
            "kilos",
            "kilogramo",
            "kilogramos",
            "chilogrammi",
            "chili",
            "quilogramas",
            "quilos",
            "килограмм",
            "килограмма",
            "килограммов",
            "кілограмів",
            "kilogramow",
        ],
    ),
    ("g", &["g"], &["gram", "grams", "gramme", "grammes", "gramm", "gramo", "gramos", "grammi", "gramas"]),
    (
        "mg",
        &["mg"],
        &["milligram", "milligrams", "milligramme", "milligrammes", "milligramm", "miligramos", "milligrammi"],
    ),
    ("t", &["t", "т"], &["tonne", "tonnes", "tonnen", "toneladas", "tonnellate", "тонна", "тонны", "тонн"]),
    ("lb", &["lb", "lbs"], &["pound", "pounds"]),
    ("oz", &["oz"], &["ounce", "ounces"]),
    ("ft", &["ft"], &["foot", "feet"]),
    ("yd", &["yd", "yds"], &["yard", "yards"]),
    ("mi", &["mi"], &["mile", "miles"]),
    ("mph", &["mph"], &[]),
    ("km/h", &["kmh", "kph"], &["stundenkilometer", "stundenkilometern"]),
    (
        "ha",
        &["ha", "га"],
        &[
            "hectare",
            "hectares",
            "hektar",
            "hectarea",
            "hectareas",
            "ettari",
            "hectares",
            "гектар",
            "гектара",
            "гектаров",
            "гектарів",
            "hektarow",
        ],
    ),
    (
        "l",
        &["l", "L", "л"],
        &[
            "liter",
            "liters",
            "litre",
            "litres",
            "litern",
            "litro",
            "litros",
            "litri",
            "литр",
            "литра",
            "литров",
            "літрів",
            "litrow",
        ],
    ),
    ("ml", &["ml", "mL"], &["milliliter", "milliliters", "millilitre", "millilitres", "mililitros", "millilitri"]),
    ("p", &["p"], &["pence"]),
    ("bp", &["bp", "bps"], &["basispunkt", "basispunkte", "basispunkten"]),
    ("basis", &[], &["basis"]),
    ("V", &["V"], &["volt", "volts"]),
    ("Hz", &["Hz"], &["hertz"]),
    ("W", &["W"], &["watt", "watts"]),
    ("kW", &["kW", "KW"], &["kilowatt", "kilowatts"]),
    ("MW", &["MW"], &["megawatt", "megawatts"]),
    ("GW", &["GW"], &["gigawatt", "gigawatts"]),
    ("MB", &["MB"], &["megabyte", "megabytes"]),
    ("GB", &["GB"], &["gigabyte", "gigabytes"]),
    ("TB", &["TB"], &["terabyte", "terabytes"]),
    (
        "min",
        &["min", "mins", "мин"],
        &["minute", "minutes", "minuten", "minuto", "minutos", "minuti", "минута", "минуты", "минут"],
    ),
    ("hr", &["h", "hr", "hrs"], &["hour", "hours"]),
    ("sec", &["sec", "secs"], &["second", "seconds"]),
    ("°", &["°"], &["degree", "degrees", "grad", "degre", "degres", "grado", "grados", "gradi", "graus", "graden"]),
];

/// Units of areas and of volumes, behind that of the side.
const POWERS: [(&str, &str, &str); 8] = [
    ("km", "km²", "km³"),
    ("m", "m²", "m³"),
    ("cm", "cm²", "cm³"),
    ("mm", "mm²", "mm³"),
    ("mi", "mi²", "mi³"),
    ("ft", "ft²", "ft³"),
    ("in", "in²", "in³"),
    ("yd", "yd²", "yd³"),
];

/// What makes an area or a volume of a unit: what stands before it, what begins its word, and what stands behind it.
const SQUARE: [&[&str]; 3] = [
    &["square", "sq", "vierkante", "квадратных", "квадратный", "квадратного", "кв", "kvadrat"],
    &["quadrat"],
    &["carre", "carres", "cuadrado", "cuadrados", "quadrado", "quadrados", "quadrato", "quadrati", "kwadratowych"],
];
const CUBIC: [&[&str]; 3] = [
    &["cubic", "cu", "kubieke", "кубических", "куб"],
    &["kubik"],
    &["cube", "cubes", "cubico", "cubicos", "cubo", "cubi"],
];

/// Their names in scripts without spaces.
const UNSPACED: [(&str, &[&str]); 10] = [
    ("m²", &["平方メートル", "平方米", "平方公尺", "平米", "ตารางเมตร"]),
    ("km²", &["平方キロメートル", "平方公里", "平方千米", "ตารางกิโลเมตร"]),
    ("km", &["キロメートル", "公里", "千米", "กิโลเมตร"]),
    ("m", &["メートル", "เมตร"]),
    ("cm", &["センチメートル", "厘米", "เซนติเมตร"]),
    ("mm", &["ミリメートル", "毫米"]),
    ("kg", &["キログラム", "公斤", "千克", "กิโลกรัม"]),
    ("g", &["グラム"]),
    ("t", &["トン", "吨"]),
    ("ha", &["ヘクタール", "公顷"]),
];

/// What follows a unit and makes another of it.
const BEHIND: [(&str, &[&[&str]], &str); 5] = [
    ("basis", &[&["points"], &["point"]], "bp"),
    ("°", &[&["c"], &["celsius"], &["centigrade"]], "°C"),
    ("°", &[&["f"], &["fahrenheit"]], "°F"),
    (
        "km",
        &[&["h"], &["per", "hour"], &["an", "hour"], &["pro", "stunde"], &["por", "hora"], &["par", "heure"]],
        "km/h",
    ),
    ("mi", &[&["per", "hour"], &["an", "hour"]], "mph"),
];

/// The measures that begin at word `from`, where `number` is: with all that belongs to their unit, and without.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize, number: Option<&Said>) -> Vec<Said> {
    if from >= end {
        return Vec::new();
    }
    let Some((behind, unit, amount)) = glued(text, from).or_else(|| apart(text, end, number?)) else {
        return Vec::new();
    };
    let amount = measured(amount);
    let measure = |behind: usize, unit| (from..behind, Amount::Money(unit, Box::new(amount.clone())));
    let longer = BEHIND.iter().filter(|(first, ..)| *first == unit).find_map(|(_, ends, whole)| {
        let end_of = |words: &&[&str]| {
            let all = words.iter().enumerate().all(|(at, word)| {
                behind + at < end && is_near(text, behind + at - 1) && text.word(behind + at) == *word
            });
            all.then_some(behind + words.len())
        };
        ends.iter().find_map(end_of).map(|behind| measure(behind, *whole))
    });
    longer.into_iter().chain([measure(behind, unit)]).collect()
}

/// `5km`. A `5m` may count millions, but in `5mの`.
fn glued(text: &Folded<'_>, from: usize) -> Option<(usize, &'static str, Amount)> {
    let (word, written) = (text.word(from), text.written(from..from + 1));
    let digits = word.find(char::is_alphabetic).filter(|digits| *digits > 0)?;
    let letters = written.trim_start_matches(|c: char| !(c.is_alphabetic() || matches!(c, '㎡' | '㎢' | '㎥')));
    let unit = named_by_sign(letters).filter(|unit| *unit != "m" || is_followed_closely(text, from));
    let unit = unit.or_else(|| raised(letters))?;
    let value = in_digits(&word[..digits])?;
    Some((from + 1, unit, with_value(value, &word[..digits])))
}

/// Whether a letter of a script without spaces stands right behind word `index`.
fn is_followed_closely(text: &Folded<'_>, index: usize) -> bool {
    index + 1 < text.words.len() && text.between(index).is_empty() && text.word(index + 1).starts_with(is_unspaced)
}

fn apart(text: &Folded<'_>, end: usize, number: &Said) -> Option<(usize, &'static str, Amount)> {
    let (words, amount) = number.clone();
    let at = words.end;
    if at >= end || !(is_near(text, at - 1) || joined(text, at - 1)) {
        return None;
    }
    if let Some((behind, unit)) = unspaced(text, at) {
        return (behind <= end).then_some((behind, unit, amount));
    }
    let (behind, unit) = area(text, at, end).or_else(|| Some((at + 1, named(text, at)?)))?;
    Some((behind, unit, amount))
}

fn named(text: &Folded<'_>, at: usize) -> Option<&'static str> {
    let named = UNITS.iter().find(|(.., names)| names.contains(&text.word(at))).map(|(unit, ..)| *unit);
    named.or_else(|| named_by_sign(text.written(at..at + 1)))
}

/// `km²`, `square kilometres`, `Quadratkilometer`, `kilomètres carrés`: the word behind the unit that begins at word `at`.
fn area(text: &Folded<'_>, at: usize, end: usize) -> Option<(usize, &'static str)> {
    let spaced = |index: usize| joined(text, index) || text.between(index) == ". ";
    for (power, [before, begins, behind]) in [(2, SQUARE), (3, CUBIC)] {
        let raise = |unit: &str| raised_to(unit, power);
        if before.contains(&text.word(at)) && at + 1 < end && spaced(at) {
            return Some((at + 2, raise(named(text, at + 1)?)?));
        }
        let rest = begins.iter().find_map(|begin| text.word(at).strip_prefix(begin));
        let whole = rest.and_then(|rest| UNITS.iter().find(|(.., names)| names.contains(&rest)));
        if let Some((unit, ..)) = whole {
            return Some((at + 1, raise(unit)?));
        }
        if at + 1 < end && joined(text, at) && behind.contains(&text.word(at + 1)) {
            return Some((at + 2, raise(named(text, at)?)?));
        }
    }
    let written = text.written(at..at + 1);
    if written == "qm" { Some((at + 1, "m²")) } else { raised(written).map(|unit| (at + 1, unit)) }
}

/// `km²`, `km2`, `㎢`.
fn raised(written: &str) -> Option<&'static str> {
    let (sign, power) = match written {
        "㎡" => ("m", 2),
        "㎢" => ("km", 2),
        "㎥" => ("m", 3),
        _ => {
            let sign = written.strip_suffix(['²', '2']).map(|sign| (sign, 2));
            sign.or_else(|| written.strip_suffix(['³', '3']).map(|sign| (sign, 3)))?
        }
    };
    raised_to(named_by_sign(sign)?, power)
}

fn raised_to(unit: &str, power: u8) -> Option<&'static str> {
    let (_, square, cubic) = POWERS.iter().find(|(side, ..)| *side == unit)?;
    Some(if power == 2 { *square } else { *cubic })
}

/// The unit that is written from word `at` on without spaces, and the word behind it.
fn unspaced(text: &Folded<'_>, at: usize) -> Option<(usize, &'static str)> {
    static FOLDED: OnceLock<Vec<(&str, String)>> = OnceLock::new();
    let folded = FOLDED.get_or_init(|| {
        let all = UNSPACED.iter().flat_map(|(unit, names)| names.iter().map(move |name| (*unit, *name)));
        all.map(|(unit, name)| (unit, Folded::new(name, Spaces::Written).text)).collect()
    });
    let (start, rest) = (text.at(at), &text.text[text.at(at)..]);
    let (unit, name) = folded.iter().find(|(_, name)| rest.starts_with(name.as_str()))?;
    let behind = text.index_at(start + name.len());
    let whole = text.is_edge(start + name.len()) && (at..behind - 1).all(|index| text.between(index).is_empty());
    whole.then_some((behind, *unit))
}

fn named_by_sign(written: &str) -> Option<&'static str> {
    UNITS.iter().find(|(_, signs, _)| signs.contains(&written)).map(|(unit, ..)| *unit)
}

fn is_near(text: &Folded<'_>, index: usize) -> bool {
    is_close(text, index) || text.between(index) == "/"
}
