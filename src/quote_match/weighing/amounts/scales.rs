//! Words that put zeros to a number: `million`, `Mrd.`, `млн`, `mil`.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::Amount;
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::folding::words::joined;
use crate::quote_match::languages::language::Language::{
    Danish, English, French, German, Hungarian, Indonesian, Italian, Portuguese, Romanian, Spanish, Turkish, Vietnamese,
};
use crate::quote_match::languages::language::{Language, Languages, are_told};
use crate::text::hashed::Quickly;

/// What each word puts to a number in whatever language, folded: no other language has it as another word behind a number.
const ZEROS: [(i32, &str); 9] = [
    (2, "hundred"),
    (
        3,
        "thousand thousands tausend tsd duizend tusen tusind tys tysiac tysiace tysiecy tisic tisice tisicu tuhat tuhatta хиляда хиляди тыс тысяча тысячи тысяч тис тисяча \
         тисячі тисяч χιλιάδες हज़ार हजार هزار ہزار ألف ألفا آلاف אלף אלפים হাজার",
    ),
    (5, "lakh lakhs लाख لاکھ লাখ লক্ষ"),
    (7, "crore crores करोड़ کروڑ কোটি"),
    (
        6,
        "million millions mn mln milj mio millionen millones millon milioni milione milhoes milhao miljoen miljoner miljoonaa miljoonan milyon millio \
         millioner milioane miliona miliony milionow milionu juta trieu млн миллион миллиона миллионов мільйон мільйона мільйони мільйонів εκατ \
         εκατομμυρια εκατομμυριο مليون مليونا ملايين میلیون מיליון",
    ),
    (
        9,
        "billion billions bn mrd mld mdr milliarde milliarden milliard milliards milliarder miliardi miliardo miliarde miliardy \
         miliardow miliarda miliard miliar miljard miljarder miljardia miljardin milyar bilhoes bilhao млрд миллиард миллиарда миллиардов мільярд \
         мільярда мільярди мільярдів δισ δισεκατομμυρια مليار مليارا مليارات میلیارد מיליארד अरब",
    ),
    (11, "खरब"),
    (
        12,
        "trillion trillions tn billionen billones biljoen biljoner trilyon triliun trilhoes trilhao трлн триллион триллиона \
         триллионов трильион трильиони трильионів تريليون",
    ),
    (18, "trillionen trillones triljoen triljoner"),
];

/// Words that are other words elsewhere, or count otherwise.
const SOMEWHERE: [(&str, i32, &[Language]); 19] = [
    ("mia", 9, &[Danish]),
    ("mila", 3, &[Italian]),
    ("mil", 3, &[Spanish, Portuguese]),
    ("mil", 6, &[Language::Czech]),
    ("tis", 3, &[Language::Czech]),
    ("bin", 3, &[Turkish]),
    ("mii", 3, &[Romanian]),
    ("ezer", 3, &[Hungarian]),
    ("ribu", 3, &[Indonesian]),
    ("nghin", 3, &[Vietnamese]),
    ("ngan", 3, &[Vietnamese]),
    ("ty", 9, &[Vietnamese]),
    ("ti", 9, &[Vietnamese]),
    ("billion", 12, &[German, French, Danish]),
    ("billions", 12, &[French]),
    ("billioner", 12, &[Danish]),
    ("billon", 12, &[Spanish]),
    ("trillion", 18, &[German, French, Danish]),
    ("trillions", 18, &[French]),
];

/// How many zeros a word puts to a number.
pub(super) fn scale(word: &str) -> Option<i32> {
    static KNOWN: OnceLock<HashMap<String, i32, Quickly>> = OnceLock::new();
    let folded = |word: &str| Folded::new(word, Spaces::Written).text;
    let all =
        || ZEROS.iter().flat_map(|(zeros, words)| words.split_ascii_whitespace().map(|word| (folded(word), *zeros)));
    KNOWN.get_or_init(|| all().collect()).get(word).copied()
}

/// Whether the word at `at` is one of these in a plural that English seldom counts: `two millions` is another word than `two million`.
/// In French there is no other.
pub(super) fn is_plural(text: &Folded<'_>, at: usize) -> bool {
    text.languages & French.bit() == 0 && matches!(text.word(at), "thousands" | "millions" | "billions" | "trillions")
}

/// How many zeros the word at `at` of a text puts to a number, in the language that it is written in.
pub(super) fn scale_at(text: &Folded<'_>, at: usize) -> Option<i32> {
    let word = text.word(at);
    // A page that is in English as well may count as English does.
    let english = !are_told(text.languages) || text.languages & English.bit() != 0;
    let own = |languages: &[Language]| languages.iter().any(|one| one.bit() & text.languages != 0);
    let somewhere = SOMEWHERE.iter().find(|(other, _, languages)| *other == word && own(languages));
    let long = somewhere.filter(|_| !english || scale(word).is_none()).map(|(_, zeros, _)| *zeros);
    long.or_else(|| scale(word))
}

/// Languages that have a small word between a million and what it counts.
const WITH_OF: Languages = French.bit() | Spanish.bit() | Language::Italian.bit() | Portuguese.bit() | Romanian.bit();

/// The same number with the small word behind it: `1,5 milioni di abitanti` are `1.500.000 abitanti`.
pub(super) fn with_of(
    text: &Folded<'_>,
    (words, amount): (Range<usize>, Amount),
    end: usize,
) -> Option<(Range<usize>, Amount)> {
    const OF: [&str; 3] = ["d", "de", "di"];
    const LARGE: i32 = 6;
    let at = words.end;
    let half = || matches!(text.word(at - 1), "demi" | "medio" | "mezzo" | "meio");
    let large = words.len() > 1 && (scale(text.word(at - 1)).is_some_and(|zeros| zeros >= LARGE) || half());
    let counts = large && at < end && OF.contains(&text.word(at)) && joined(text, at - 1);
    (counts && text.languages & WITH_OF != 0).then(|| (words.start..at + 1, amount))
}
