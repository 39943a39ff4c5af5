//! Words that two countries, or two printers, spell in two ways: organise and organize, colour and color, tyre and tire.

use unicode_normalization::UnicodeNormalization;

use super::doubled::doubles_to_another;
use super::words::is_guarded;
use crate::quote_match::languages::confusable::are_confused;
use crate::quote_match::languages::language::{Language, Languages};

/// Beginnings of words, whatever comes behind them. The first of two is taken for the second.
const BEGINNINGS: &[(&str, &str)] = &[
    ("abridgement", "abridgment"),
    ("acknowledgement", "acknowledgment"),
    ("adaptor", "adapter"),
    ("advisor", "adviser"),
    ("aeroplane", "airplane"),
    ("ageing", "aging"),
    ("aluminium", "aluminum"),
    ("amongst", "among"),
    ("annexe", "annex"),
    ("artefact", "artifact"),
    ("barbeque", "barbecue"),
    ("burnt", "burned"),
    ("carcase", "carcass"),
    ("caviare", "caviar"),
    ("cheque", "check"),
    ("convertor", "converter"),
    ("cosier", "cozier"),
    ("cosy", "cozy"),
    ("curtsey", "curtsy"),
    ("cypher", "cipher"),
    ("despatch", "dispatch"),
    ("disc", "disk"),
    ("doughnut", "donut"),
    ("draught", "draft"),
    ("dreamt", "dreamed"),
    ("enquir", "inquir"),
    ("gaol", "jail"),
    ("gelatine", "gelatin"),
    ("gipsies", "gypsies"),
    ("gipsy", "gypsy"),
    ("grey", "gray"),
    ("hallo", "hello"),
    ("hiccough", "hiccup"),
    ("imposter", "impostor"),
    ("judgement", "judgment"),
    ("kerb", "curb"),
    ("leant", "leaned"),
    ("leapt", "leaped"),
    ("learnt", "learned"),
    ("liquorice", "licorice"),
    ("lodgement", "lodgment"),
    ("mollusc", "mollusk"),
    ("mould", "mold"),
    ("moult", "molt"),
    ("moustache", "mustache"),
    ("nought", "naught"),
    ("omelette", "omelet"),
    ("phoney", "phony"),
    ("plough", "plow"),
    ("practis", "practic"),
    ("pricey", "pricy"),
    ("protestor", "protester"),
    ("pyjama", "pajama"),
    ("racquet", "racket"),
    ("sceptic", "skeptic"),
    ("smelt", "smelled"),
    ("smoulder", "smolder"),
    ("specialit", "specialt"),
    ("spelt", "spelled"),
    ("spilt", "spilled"),
    ("spoilt", "spoiled"),
    ("storeys", "stories"),
    ("storey", "story"),
    ("sulph", "sulf"),
    ("titbit", "tidbit"),
    ("tsar", "czar"),
    ("tyre", "tire"),
    ("vender", "vendor"),
    ("whilst", "while"),
    ("whiskey", "whisky"),
    ("yoghurt", "yogurt"),
];

/// Letters anywhere in a word.
const LETTERS: &[(&str, &str)] = &[
    ("isab", "izab"),
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("ysing", "yzing"),
    ("xion", "ction"),
    ("our", "or"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("ae", "e"),
    ("oe", "e"),
    ("ll", "l"),
    ("mme", "m"),
];

/// Ends of words, behind one of the letters of `centre`, `fibre`, `ogre`, `louvre` where they begin with an `r`.
const ENDS: &[(&str, &str)] = &[
    ("re", "er"),
    ("res", "ers"),
    ("red", "ered"),
    ("ring", "ering"),
    ("eable", "able"),
    ("ellery", "elry"),
    ("elery", "elry"),
    ("wards", "ward"),
];

/// A shorter word is spelled in one way, unless it stands in [`BEGINNINGS`]: `four` is not `for`.
const SHORTEST: usize = 5;

/// Whether two folded words are two spellings of one.
pub(crate) fn is_regional(one: &str, other: &str, languages: Languages) -> bool {
    let german = || languages & Language::German.bit() != 0 && without_umlauts(one) == without_umlauts(other);
    !is_guarded(one, languages)
        && !is_guarded(other, languages)
        && (common(one) == common(other) && !doubles_to_another(one, other) && !are_confused(one, other)
            || german()
            || languages & Language::Portuguese.bit() != 0 && are_reformed(one, other))
}

/// Whether two words are one of Portuguese with and without the letter that nobody speaks, which the reform of its spelling took away:
/// `direcção` and `direção`, `óptimo` and `ótimo`.
fn are_reformed(one: &str, other: &str) -> bool {
    const OTHERS: [&str; 4] = ["cata", "pato", "rato", "seto"];
    const SILENT: [(&str, &str); 4] = [("cc", "c"), ("pc", "c"), ("ct", "t"), ("pt", "t")];
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let without = |(from, to): &(&str, &str)| long.contains(from) && long.replace(from, to) == short;
    let another = OTHERS.iter().any(|other| short.starts_with(other) && short.len() <= other.len() + 1);
    short.len() >= SHORTEST - 1 && !another && SILENT.iter().any(without)
}

/// A German word as it is with and without umlauts: `Zuerich` is what is left of `Zürich` where there are none.
fn without_umlauts(word: &str) -> String {
    word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

/// Whether one of two words is the other without the letters that some keyboards lack: `Aarhus` for `Århus`, `Zuerich` for
/// `Zürich`, `Tromsoe` for `Tromsø`.
pub(crate) fn is_plain_spelling(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let without = |word: &str| PLAIN.iter().fold(word.to_owned(), |word, (letter, plain)| word.replace(*letter, plain));
    let lettered = |word: &str| PLAIN.iter().any(|(letter, _)| word.contains(*letter));
    one != other && lettered(&one) != lettered(&other) && without(&one) == without(&other)
}

/// Whether two words are one of Hindi or its neighbours with and without the dots that many leave out.
pub(crate) fn differ_in_dots(one: &str, other: &str) -> bool {
    one.contains(is_indic) && without_dots(one) == without_dots(other)
}

fn is_indic(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{aff}')
}

/// A word of Hindi, Bengali, Panjabi or Gujarati without the dots below its letters, which many leave out, and with one dot above
/// for both that make a vowel nasal: `फैसला` for `फ़ैसला`, `पांच` for `पाँच`.
fn without_dots(word: &str) -> String {
    const BELOW: [char; 4] = ['\u{93c}', '\u{9bc}', '\u{a3c}', '\u{abc}'];
    let bare = word.nfd().filter(|c| !BELOW.contains(c));
    bare.map(|c| if c == '\u{901}' { '\u{902}' } else { c }).collect()
}

/// Letters, and what is written where there are none.
const PLAIN: [(char, &str); 6] = [('å', "aa"), ('ä', "ae"), ('ö', "oe"), ('ø', "oe"), ('ü', "ue"), ('ß', "ss")];

/// The other spellings that a folded word can have.
pub(crate) fn variants(word: &str) -> impl Iterator<Item = String> + '_ {
    let turned = |pairs: &'static [(&str, &str)]| pairs.iter().flat_map(|&(one, other)| [(one, other), (other, one)]);
    let long = word.len() >= SHORTEST;
    let beginning =
        turned(BEGINNINGS).filter_map(move |(from, to)| word.strip_prefix(from).map(|rest| format!("{to}{rest}")));
    let letters = turned(LETTERS)
        .filter(move |(from, _)| long && from.len() > 1 && word.contains(from))
        .map(move |(from, to)| word.replace(from, to));
    let end = turned(ENDS).filter(move |_| long).filter_map(move |(from, to)| {
        word.strip_suffix(from).filter(|stem| is_stem_of(stem, from.min(to))).map(|stem| format!("{stem}{to}"))
    });
    // `Aarhus` for `Århus`, whose ring folding takes away.
    let ring = word.contains("aa").then(|| word.replace("aa", "a"));
    let ringed = word.starts_with('a').then(|| format!("a{word}"));
    beginning.chain(letters).chain(end).chain(ring).chain(ringed)
}

/// A word as it is spelled in one of its countries, whichever it was; not always a word.
fn common(word: &str) -> String {
    let mut word = BEGINNINGS
        .iter()
        .find_map(|(from, to)| word.strip_prefix(from).map(|rest| format!("{to}{rest}")))
        .unwrap_or_else(|| word.to_owned());
    if word.len() < SHORTEST {
        return word;
    }
    for (from, to) in LETTERS {
        if let Some(at) = word.find(from).filter(|at| is_spelled(&word[..*at], from, &word[at + from.len()..])) {
            word = format!("{}{}", &word[..at], word[at..].replace(from, to));
        }
    }
    let ended = ENDS.iter().find_map(|(from, to)| {
        word.strip_suffix(from).filter(|stem| is_stem_of(stem, from)).map(|stem| format!("{stem}{to}"))
    });
    ended.unwrap_or(word)
}

/// Whether letters are those that are spelled in two ways, by what stands before and behind them: `colour` and not `mourn`,
/// `realise` and not `prise`, `foetus` and not `canoes`.
fn is_spelled(before: &str, letters: &str, behind: &str) -> bool {
    match letters {
        "our" | "ise" | "ising" => before.contains(['a', 'e', 'i', 'o', 'u', 'y']),
        "ae" | "oe" => behind.len() > 1,
        _ => true,
    }
}

/// Whether an ending can stand behind `stem`.
fn is_stem_of(stem: &str, ending: &str) -> bool {
    !ending.starts_with('r') || stem.ends_with(['t', 'b', 'g', 'v'])
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPELLINGS: [(&str, &str); 42] = [
        ("organise", "organize"),
        ("organisations", "organizations"),
        ("recognisable", "recognizable"),
        ("analysed", "analyzed"),
        ("colourful", "colorful"),
        ("neighbours", "neighbors"),
        ("dialogues", "dialogs"),
        ("defence", "defense"),
        ("anaesthetic", "anesthetic"),
        ("foetus", "fetus"),
        ("oestrogen", "estrogen"),
        ("travelled", "traveled"),
        ("fulfil", "fulfill"),
        ("programmes", "programs"),
        ("centre", "center"),
        ("centres", "centers"),
        ("centred", "centered"),
        ("centring", "centering"),
        ("fibres", "fibers"),
        ("manoeuvre", "maneuver"),
        ("likeable", "likable"),
        ("towards", "toward"),
        ("jewellery", "jewelry"),
        ("connexion", "connection"),
        ("grey", "gray"),
        ("greyish", "grayish"),
        ("tyres", "tires"),
        ("kerb", "curb"),
        ("cosy", "cozy"),
        ("cheques", "checks"),
        ("practised", "practiced"),
        ("aluminium", "aluminum"),
        ("sceptical", "skeptical"),
        ("ploughed", "plowed"),
        ("moulds", "molds"),
        ("smouldering", "smoldering"),
        ("draughts", "drafts"),
        ("judgement", "judgment"),
        ("enquiry", "inquiry"),
        ("sulphur", "sulfur"),
        ("storey", "story"),
        ("storeys", "stories"),
    ];

    #[test]
    fn two_spellings_are_one_word() {
        for (one, other) in SPELLINGS {
            assert!(is_regional(one, other, Language::English.bit()), "{one} {other}");
            assert!(is_regional(other, one, Language::English.bit()), "{other} {one}");
        }
    }

    #[test]
    fn letters_that_a_keyboard_lacks_are_written_as_two() {
        for (one, other) in [("Aarhus", "Århus"), ("paa", "på"), ("Zuerich", "Zürich"), ("Tromsø", "Tromsoe")] {
            assert!(is_plain_spelling(one, other) && is_plain_spelling(other, one), "{one} {other}");
        }
        for (one, other) in [("Arhus", "Århus"), ("Aarhus", "Aarhus"), ("saa", "sa"), ("Måar", "Maå")] {
            assert!(!is_plain_spelling(one, other), "{one} {other}");
        }
    }

    #[test]
    fn other_words_are_not_spellings() {
        for (one, other) in [
            ("for", "four"),
            ("fourth", "forth"),
            ("tonne", "ton"),
            ("advice", "advise"),
            ("ensure", "insure"),
            ("there", "three"),
            ("dying", "dyeing"),
            ("ore", "oer"),
            ("mourning", "morning"),
            ("prise", "prize"),
            ("filled", "filed"),
            ("canoes", "canes"),
            ("timbre", "timber"),
        ] {
            assert!(!is_regional(one, other, Language::English.bit()), "{one} {other}");
        }
    }

    #[test]
    fn of_two_spellings_one_is_made_from_the_other() {
        let made = |one: &str, other: &str| variants(one).any(|variant| variant == other);
        for (one, other) in SPELLINGS.into_iter().filter(|(one, _)| *one != "manoeuvre") {
            assert!(made(one, other) || made(other, one), "{one} {other}");
        }
    }
}
