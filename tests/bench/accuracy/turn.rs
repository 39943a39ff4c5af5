//! Changes of meaning by signs, digits and small English words.

use crate::chance::Chance;
use crate::passage::is_part_of_number;
use crate::rows::{Made, Sample};
use crate::words::has;

/// The quote with word `index` changed, if it is changed.
fn with(sample: &Sample<'_>, index: usize, core: &str) -> Option<Made> {
    (core != sample.passage.core(index)).then(|| Made::anywhere(sample.passage.with(index, core).text()))
}

fn has_digit(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit())
}

/// Digits only, so that a digit more is another number and no other name.
fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

pub fn digit(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let index = sample.passage.any(chance, has_digit)?;
    let core = sample.passage.core(index);
    let digits = core.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at);
    let places: Vec<usize> = digits.filter(|&at| !is_note(&core[..at])).collect();
    let at = *chance.one_of(&places)?;
    let value = usize::from(core.as_bytes()[at] - b'0');
    let other = (value + 1 + chance.below(9)) % 10;
    with(sample, index, &format!("{}{other}{}", &core[..at], &core[at + 1..]))
}

/// Whether a digit behind `before` is that of a note: `text)31`.
fn is_note(before: &str) -> bool {
    let closing = before.trim_end_matches(|c: char| c.is_ascii_digit());
    closing.ends_with([')', ']', '”', '"', '»', '」', '』'])
}

pub fn digit_more(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let index = sample.passage.any(chance, is_number)?;
    let core = sample.passage.core(index);
    with(sample, index, &format!("{core}{}", chance.below(10)))
}

pub fn decimal(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let is_decimal = |word: &str| {
        word.split_once('.').is_some_and(|(one, other)| is_number(one) && is_number(other) && other.len() < 3)
    };
    let index = sample.passage.any(chance, is_decimal)?;
    with(sample, index, &sample.passage.core(index).replace('.', ""))
}

/// A minus before a number that follows a space.
pub fn sign(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let index = sample.passage.any(chance, is_number)?;
    let plain = index > 0 && sample.passage.words[index].starts_with(|c: char| c.is_ascii_digit());
    let word = sample.passage.words[index].clone();
    let mut other = sample.passage.clone();
    other.words[index] = format!("{}{word}", chance.one_of(&["−", "-", "<", ">"])?);
    let signed = index > 0 && sample.passage.words[index - 1].ends_with(['<', '>', '=', '-', '−']);
    (plain && !signed && sample.passage.gaps[index - 1] == " ").then(|| Made::anywhere(other.text()))
}

pub fn ordinal(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let is_ordinal = |word: &str| {
        let digits = word.trim_end_matches(char::is_alphabetic);
        is_number(digits) && ["st", "nd", "rd", "th"].contains(&&word[digits.len()..])
    };
    let index = sample.passage.any(chance, is_ordinal)?;
    let core = sample.passage.core(index);
    let digits = core.trim_end_matches(char::is_alphabetic);
    let other = digits.parse::<u64>().ok()? + 1;
    let ending = match (other % 10, other % 100) {
        (1, last) if last != 11 => "st",
        (2, last) if last != 12 => "nd",
        (3, last) if last != 13 => "rd",
        _ => "th",
    };
    with(sample, index, &format!("{other}{ending}"))
}

pub fn percent_dropped(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let index = sample.passage.words.iter().position(|word| has_digit(word) && word.contains('%'))?;
    let mut other = sample.passage.clone();
    other.words[index] = other.words[index].replace('%', "");
    // At the end it is a quote that was cut short.
    let follows = (index + 1..other.words.len()).any(|later| other.core(later).contains(char::is_alphanumeric));
    follows.then(|| Made::anywhere(other.text()))
}

pub fn percent_added(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let index = sample.passage.any(chance, is_number)?;
    let last = index + 1 == sample.passage.words.len();
    let said = !last && sample.passage.core(index + 1).to_lowercase().starts_with("per");
    let bare = !sample.passage.words[index].contains('%') && !said && !last;
    bare.then(|| with(sample, index, &format!("{}%", sample.passage.core(index))))?
}

pub fn currency(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let text = sample.passage.text();
    let other = text.chars().find_map(|c| match c {
        '$' => Some(('$', "€")),
        '€' => Some(('€', "$")),
        '£' => Some(('£', "$")),
        '¥' => Some(('¥', "$")),
        _ => None,
    });
    let (one, other) = other.filter(|_| has_digit(&text))?;
    Some(Made::anywhere(text.replacen(one, other, 1)))
}

/// A passage that ends within a number: `rose by 30` of “rose by 30%”, `最高300` of `最高300萬`.
pub fn cut_off(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    const SHORTEST: usize = 3;
    let words = &sample.passage.words;
    let counts = |at: &usize| is_part_of_number(&words[*at], &words[*at + 1]);
    let all: Vec<usize> = (SHORTEST..words.len().saturating_sub(1)).filter(counts).collect();
    let end = *chance.one_of(&all)? + 1;
    let mut shorter = sample.passage.clone();
    shorter.words.truncate(end);
    shorter.gaps.truncate(end);
    Some(Made::anywhere(shorter.text().trim_end().to_owned()))
}

/// Pairs of words one of which is put for the other.
fn swapped(chance: &mut Chance, sample: &Sample<'_>, pairs: &[(&str, &str)]) -> Option<Made> {
    let of = |word: &str| {
        pairs.iter().find_map(|(one, other)| match word {
            _ if word == *one => Some((*other).to_owned()),
            _ if word == *other => Some((*one).to_owned()),
            _ => None,
        })
    };
    let index = sample.passage.any(chance, |word| of(word).is_some())?;
    with(sample, index, &of(sample.passage.core(index))?)
}

pub fn unit(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    const UNITS: &[(&str, &str)] = &[
        ("km", "miles"),
        ("kilometers", "miles"),
        ("kilometres", "miles"),
        ("meters", "feet"),
        ("metres", "feet"),
        ("kg", "lb"),
        ("MB", "GB"),
        ("GB", "TB"),
        ("hours", "days"),
        ("minutes", "hours"),
        ("days", "weeks"),
        ("months", "years"),
        ("seconds", "minutes"),
        ("inches", "cm"),
        ("grams", "ounces"),
        ("mm", "cm"),
        ("hour", "day"),
        ("week", "month"),
        ("Stunden", "Tage"),
        ("Minuten", "Stunden"),
        ("Jahre", "Monate"),
        ("heures", "jours"),
        ("mois", "ans"),
        ("Euro", "Dollar"),
        ("euros", "dollars"),
        ("horas", "días"),
        ("años", "meses"),
        ("часов", "дней"),
    ];
    swapped(chance, sample, UNITS)
}

/// A word that is denied by its beginning.
pub fn prefix(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let plain = |word: &str| word.chars().count() >= 5 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let index = sample.passage.any(chance, plain)?;
    let core = sample.passage.core(index);
    let small = sample.lexicon.is_some_and(|lexicon| has(lexicon.small, core));
    let prefix = *chance.one_of(&["un", "non-", "dis", "in", "anti", "non", "anti-", "mis"])?;
    (!small).then(|| with(sample, index, &format!("{prefix}{core}")))?
}

/// One part of a word with a hyphen.
pub fn compound(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let is_compound = |word: &str| {
        word.split_once('-').is_some_and(|(one, other)| {
            let plain = |part: &str| part.chars().count() >= 3 && part.chars().all(char::is_alphabetic);
            plain(one) && plain(other)
        })
    };
    let index = sample.passage.any(chance, is_compound)?;
    let (one, other) = sample.passage.core(index).split_once('-')?;
    let word = sample.pool.word(chance, sample.lexicon)?;
    if word == one || word == other {
        return None;
    }
    let changed = if chance.percent(50) { format!("{word}-{other}") } else { format!("{one}-{word}") };
    with(sample, index, &changed)
}

pub fn tense(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    const TENSES: &[(&str, &str)] = &[
        ("is", "was"),
        ("are", "were"),
        ("has", "had"),
        ("have", "had"),
        ("says", "said"),
        ("ist", "war"),
        ("sind", "waren"),
        ("hat", "hatte"),
        ("est", "était"),
        ("sont", "étaient"),
        ("es", "era"),
        ("son", "eran"),
        ("è", "era"),
        ("é", "era"),
    ];
    swapped(chance, sample, TENSES)
}

/// An `s` more or less.
pub fn plural(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let english = sample.lexicon.is_some_and(|lexicon| lexicon.code == "en");
    let plain = |word: &str| word.len() >= 5 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let index = sample.passage.any(chance, plain).filter(|_| english)?;
    let core = sample.passage.core(index);
    let other = core.strip_suffix('s').map_or_else(|| format!("{core}s"), str::to_owned);
    with(sample, index, &other)
}

pub fn and_or(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    const JOINERS: &[(&str, &str)] =
        &[("and", "or"), ("und", "oder"), ("et", "ou"), ("y", "o"), ("и", "или"), ("και", "ή")];
    swapped(chance, sample, JOINERS)
}

pub fn pronoun(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    const PRONOUNS: &[(&str, &str)] = &[
        ("he", "she"),
        ("his", "her"),
        ("him", "them"),
        ("they", "we"),
        ("their", "our"),
        ("my", "your"),
        ("er", "sie"),
        ("il", "elle"),
        ("sein", "ihr"),
        ("ihre", "seine"),
    ];
    swapped(chance, sample, PRONOUNS)
}

pub fn preposition(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    const TURNED: &[(&str, &str)] = &[
        ("from", "to"),
        ("before", "after"),
        ("above", "below"),
        ("with", "without"),
        ("for", "against"),
        ("up", "down"),
        ("inside", "outside"),
        ("because", "although"),
        ("vor", "nach"),
        ("avant", "après"),
        ("antes", "después"),
        ("между", "против"),
        ("после", "до"),
        ("increased", "decreased"),
        ("rose", "fell"),
        ("higher", "lower"),
    ];
    swapped(chance, sample, TURNED)
}

/// A note mark that a copy glues to the number before it.
pub fn glued(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let index = sample.passage.any(chance, |word| is_number(word) && word.len() >= 2)?;
    let core = sample.passage.core(index);
    with(sample, index, &format!("{core}{}", 1 + chance.below(30)))
}
