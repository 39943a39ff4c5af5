//! Measures: `5 km`, `5km` and `five kilometres`; `50°` and `50 degrees`.

use std::ops::Range;

use super::{Amount, in_digits, joined, money, whole_number, with_value};
use crate::quote_match::fold::Folded;

/// Units: how they are written as signs, where case tells, and their names, folded. Letters that are words, or that stand for
/// millions, are no signs here.
const UNITS: [(&str, &[&str], &[&str]); 31] = [
    (
        "km",
        &["km"],
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
        ],
    ),
    ("m", &["m"], &["meter", "meters", "metre", "metres", "metern", "metro", "metros", "metri"]),
    (
        "cm",
        &["cm"],
        &[
            "centimeter",
            "centimeters",
            "centimetre",
            "centimetres",
            "zentimeter",
            "zentimetern",
            "centimetros",
            "centimetri",
        ],
    ),
    (
        "mm",
        &["mm"],
        &["millimeter", "millimeters", "millimetre", "millimetres", "millimetern", "milimetros", "millimetri"],
    ),
    (
        "kg",
        &["kg"],
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
        ],
    ),
    ("g", &["g"], &["gram", "grams", "gramme", "grammes", "gramm", "gramo", "gramos", "grammi", "gramas"]),
    (
        "mg",
        &["mg"],
        &["milligram", "milligrams", "milligramme", "milligrammes", "milligramm", "miligramos", "milligrammi"],
    ),
    ("t", &["t"], &["tonne", "tonnes", "tonnen", "toneladas", "tonnellate"]),
    ("lb", &["lb", "lbs"], &["pound", "pounds"]),
    ("oz", &["oz"], &["ounce", "ounces"]),
    ("ft", &["ft"], &["foot", "feet"]),
    ("yd", &["yd", "yds"], &["yard", "yards"]),
    ("mi", &["mi"], &["mile", "miles"]),
    ("mph", &["mph"], &[]),
    ("km/h", &["kmh", "kph"], &["stundenkilometer", "stundenkilometern"]),
    ("ha", &["ha"], &["hectare", "hectares", "hektar", "hectarea", "hectareas", "ettari", "hectares"]),
    ("l", &["l", "L"], &["liter", "liters", "litre", "litres", "litern", "litro", "litros", "litri"]),
    ("ml", &["ml", "mL"], &["milliliter", "milliliters", "millilitre", "millilitres", "mililitros", "millilitri"]),
    ("V", &["V"], &["volt", "volts"]),
    ("Hz", &["Hz"], &["hertz"]),
    ("W", &["W"], &["watt", "watts"]),
    ("kW", &["kW", "KW"], &["kilowatt", "kilowatts"]),
    ("MW", &["MW"], &["megawatt", "megawatts"]),
    ("GW", &["GW"], &["gigawatt", "gigawatts"]),
    ("MB", &["MB"], &["megabyte", "megabytes"]),
    ("GB", &["GB"], &["gigabyte", "gigabytes"]),
    ("TB", &["TB"], &["terabyte", "terabytes"]),
    ("min", &["min", "mins"], &["minute", "minutes", "minuten", "minuto", "minutos", "minuti"]),
    ("hr", &["h", "hr", "hrs"], &["hour", "hours"]),
    ("sec", &["sec", "secs"], &["second", "seconds"]),
    ("°", &["°"], &["degree", "degrees", "grad", "degre", "degres", "grado", "grados", "gradi", "graus", "graden"]),
];

/// What follows a unit and makes another of it.
const BEHIND: [(&str, &[&[&str]], &str); 4] = [
    ("°", &[&["c"], &["celsius"], &["centigrade"]], "°C"),
    ("°", &[&["f"], &["fahrenheit"]], "°F"),
    (
        "km",
        &[&["h"], &["per", "hour"], &["an", "hour"], &["pro", "stunde"], &["por", "hora"], &["par", "heure"]],
        "km/h",
    ),
    ("mi", &[&["per", "hour"], &["an", "hour"]], "mph"),
];

/// The measures that begin at word `from`: with all that belongs to their unit, and without.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize) -> Vec<(Range<usize>, Amount)> {
    if from >= end {
        return Vec::new();
    }
    let Some((behind, unit, amount)) = glued(text, from).or_else(|| apart(text, from, end)) else { return Vec::new() };
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

/// `5km`. A `5m` may count millions.
fn glued(text: &Folded<'_>, from: usize) -> Option<(usize, &'static str, Amount)> {
    let (word, written) = (text.word(from), text.written(from..from + 1));
    let digits = word.find(char::is_alphabetic).filter(|digits| *digits > 0)?;
    let letters = written.trim_start_matches(|c: char| !c.is_alphabetic());
    let unit = named_by_sign(letters).filter(|unit| *unit != "m")?;
    let value = in_digits(&word[..digits])?;
    Some((from + 1, unit, with_value(value, &word[..digits])))
}

fn apart(text: &Folded<'_>, from: usize, end: usize) -> Option<(usize, &'static str, Amount)> {
    let (words, amount) = whole_number(text, from, end)?;
    let at = words.end;
    if at >= end || !(is_near(text, at - 1) || joined(text, at - 1)) {
        return None;
    }
    let named = UNITS.iter().find(|(.., names)| names.contains(&text.word(at))).map(|(unit, ..)| *unit);
    let unit = named.or_else(|| named_by_sign(text.written(at..at + 1)))?;
    Some((at + 1, unit, amount))
}

fn named_by_sign(written: &str) -> Option<&'static str> {
    UNITS.iter().find(|(_, signs, _)| signs.contains(&written)).map(|(unit, ..)| *unit)
}

fn is_near(text: &Folded<'_>, index: usize) -> bool {
    money::is_close(text, index) || text.between(index) == "/"
}
