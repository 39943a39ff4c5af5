//! Slips of the pen in words of other languages than English, of which no words are known: what is typical of slips is one,
//! and what is left is another word.

use crate::quote_match::folding::words::is_without_vowels;
use crate::quote_match::languages::language::Language::{
    self, Czech, Dutch, Finnish, French, German, Greek, Hindi, Hungarian, Italian, Polish, Portuguese, Romanian,
    Russian, Spanish, Turkish, Ukrainian,
};
use crate::quote_match::languages::language::Languages;

/// Letters of a word in which a letter that is doubled, or sounds as another does, makes no other word, at least.
const DOUBLED: usize = 8;
const HEARD: usize = 7;

/// Words of so many letters have hardly a neighbour that is not one of their own forms.
const LONG: usize = 13;

/// Letters that sound alike, or are not heard at all, by language.
const ALIKE: [(Language, &str); 12] = [
    (Spanish, "b/v s/z s/c c/z c/sc g/j ll/y h/ x/s mb/nb mp/np"),
    (Portuguese, "s/z s/c ss/c ss/s ss/sc g/j x/ch h/ e/i"),
    (Italian, "h/ q/c cq/q ci/c gi/g gni/gn sci/sc"),
    (French, "c/s c/ss c/k c/qu k/qu s/z s/ss an/en am/em ph/f th/t rh/r h/ i/y g/j"),
    (German, "d/t f/v i/ie h/ s/ss z/tz k/ck dt/t"),
    (Dutch, "d/t d/dt ei/ij c/k g/ch s/z f/v k/ck n/"),
    (Polish, "rz/z h/ch u/o s/z w/f ja/ia je/ie jo/io ju/iu"),
    (Russian, "о/а е/и и/ы е/э т/д с/з ъ/ь ться/тся ст/стн ст/ств"),
    (Ukrainian, "е/и о/у т/д с/з"),
    (Czech, "y/i s/z"),
    (Greek, "ο/ω η/ι υ/ι υ/η ει/ι οι/ι αι/ε"),
    (Hindi, "\u{93f}/\u{940} \u{941}/\u{942} श/ष न/ण"),
];

/// Letters of a word that is another without a vowel, or without a consonant, hardly ever.
const VOWEL_LEFT_OUT: usize = 8;
const CONSONANT_LEFT_OUT: usize = 10;

/// What makes two words of one beginning or ending, however long they are.
const CONFUSED: &str = "absol/absor abraz/abras asimil/disimil collis/collus компан/кампан concel/consel conject/conjonct descri/discri \
    discri/descri emigra/imigra encauz/encaus infra/effra inflig/infring mandad/mandat percep/precep perju/preju pecad/pescad pedra/perda \
    prescr/proscr ratific/retific schliess/schiess schloss/schoss sterb/streb trafeg/trafic perpetr/perpetu destit/restit emigr/immigr";

/// Whether two words that are as close as a slip of the pen are one.
pub(crate) fn is_slip(one: &str, other: &str, languages: Languages) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if a.first().copied().is_some_and(is_without_vowels) {
        return true;
    }
    if are_confused(one, other) {
        return false;
    }
    are_turned(&a, &b)
        || leaves_out(&a, &b, languages)
        || doubles(&a, &b, languages)
        || sound_alike(one, other, languages)
        || is_misfitted(one, other, languages)
        || cannot_be_word(&a, languages) != cannot_be_word(&b, languages)
        || is_long(&a, &b, languages)
}

fn is_in(languages: Languages, language: Language) -> bool {
    languages & language.bit() != 0
}

/// Whether two neighbouring letters of one word are turned round in the other.
pub(crate) fn are_turned(one: &[char], other: &[char]) -> bool {
    let differs: Vec<usize> = (0..one.len().min(other.len())).filter(|&at| one[at] != other[at]).collect();
    one.len() == other.len() && matches!(differs[..], [a, b] if a + 1 == b && one[a] == other[b] && one[b] == other[a])
}

fn are_confused(one: &str, other: &str) -> bool {
    CONFUSED.split_ascii_whitespace().filter_map(|pair| pair.split_once('/')).any(|(left, right)| {
        one.contains(left) && one.replacen(left, right, 1) == other
            || other.contains(left) && other.replacen(left, right, 1) == one
    })
}

/// Whether one word is the other without a letter that is not its last. Where endings say much, or a vowel more is another
/// form, that tells nothing.
fn leaves_out(one: &[char], other: &[char], languages: Languages) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let inner = long.len() == short.len() + 1 && same + 1 < long.len() && short[same..] == long[same + 1..];
    let Some(left_out) = long.get(same).filter(|_| inner && !is_glued(languages)) else { return false };
    let doubled = long[..same].last() == Some(left_out) || long.get(same + 1) == Some(left_out);
    long.len() >= if is_vowel(*left_out) { VOWEL_LEFT_OUT } else { CONSONANT_LEFT_OUT } && !doubled
}

fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'a' | 'e'
            | 'i'
            | 'o'
            | 'u'
            | 'y'
            | 'а'
            | 'е'
            | 'и'
            | 'і'
            | 'о'
            | 'у'
            | 'ы'
            | 'э'
            | 'ю'
            | 'я'
            | 'є'
            | 'α'
            | 'ε'
            | 'η'
            | 'ι'
            | 'ο'
            | 'υ'
            | 'ω'
    )
}

/// Whether words of a language are put together of many endings, each of which says something.
fn is_glued(languages: Languages) -> bool {
    [Turkish, Finnish, Hungarian].into_iter().any(|language| is_in(languages, language))
}

/// Whether one word is the other with a letter doubled, or with one for the third time. In Finnish a letter more is
/// another form, or another word.
fn doubles(one: &[char], other: &[char], languages: Languages) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let more = long.len() == short.len() + 1 && same > 0 && long[same - 1] == long[same];
    let doubled = more && short[same..] == long[same + 1..];
    let thrice = same > 1 && long[same - 2] == long[same - 1];
    doubled && (thrice || short.len() >= DOUBLED && !is_in(languages, Finnish))
}

/// Whether one word is the other but for letters that sound alike.
fn sound_alike(one: &str, other: &str, languages: Languages) -> bool {
    let put = |word: &str, from: &str, to: &str, into: &str| {
        let edges = word.char_indices().map(|(at, _)| at).skip(1);
        let mut places = edges.filter(|&at| word[at..].starts_with(from));
        places.any(|at| format!("{}{to}{}", &word[..at], &word[at + from.len()..]) == into)
    };
    let alike = |pair: &str| {
        let (from, to) = pair.split_once('/').unwrap_or((pair, ""));
        put(one, from, to, other) || put(other, from, to, one)
    };
    let letters = one.chars().count().min(other.chars().count());
    letters >= HEARD && ALIKE.iter().any(|(language, pairs)| is_in(languages, *language) && pairs.split(' ').any(alike))
}

/// Whether two words differ in an ending that only fits an adjective to its noun, or a verb to its subject: German `neuen` and
/// `neues`, Dutch `nieuw` and `nieuwe`, French `venu` and `venue`.
fn is_misfitted(one: &str, other: &str, languages: Languages) -> bool {
    const STEM: usize = 4;
    const FITTED: [(Language, &str); 2] = [(German, "e en em es er"), (French, "ee ees e")];
    // Shorter stems are those of nouns, too: `Lage` and `Lager`.
    const SHORT: [&str; 8] = ["alt", "arm", "eng", "gut", "neu", "roh", "rot", "zah"];
    // Adjectives that tell themselves, and may lack their ending: `in den vergangen Jahren`.
    const FORMED: [&str; 5] = ["en", "end", "ig", "isch", "lich"];
    const WHOLE: usize = 6;
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let dutch = is_in(languages, Dutch) && long.strip_suffix('e') == Some(short);
    let silent =
        is_in(languages, French) && [one, other].iter().any(|word| word.ends_with("ee") || word.ends_with("ees"));
    let fitted = |(language, endings): &(Language, &str)| {
        let stem = |word: &'_ str| -> Vec<String> {
            let stems = endings.split(' ').filter_map(|ending| word.strip_suffix(ending));
            stems.filter(|stem| stem.chars().count() >= STEM || SHORT.contains(stem)).map(str::to_owned).collect()
        };
        let others = stem(other);
        is_in(languages, *language)
            && (*language != French || silent)
            && stem(one).iter().any(|stem| others.contains(stem))
    };
    let unbent = || {
        let ending = long.strip_prefix(short).is_some_and(|ending| ["e", "em", "en", "er", "es"].contains(&ending));
        let formed = short.chars().count() >= WHOLE && FORMED.iter().any(|end| short.ends_with(end));
        is_in(languages, German) && ending && formed
    };
    dutch || FITTED.iter().any(fitted) || unbent()
}

/// Whether a word has three consonants side by side as none has that Romance languages speak (`presidnte`), or Turkish, where
/// no stem ends in the second of them (`bildirdler`).
fn cannot_be_word(word: &[char], languages: Languages) -> bool {
    let romance =
        [Spanish, Italian, Portuguese, French, Romanian].into_iter().any(|language| is_in(languages, language));
    let turkish = is_in(languages, Turkish);
    let odd = |three: &[char]| {
        let [first, inner, last] = *three else { return false };
        let spoken = matches!(last, 'l' | 'r' | 'q')
            || first == 's'
            || inner == 's'
            || matches!((inner, last), ('c' | 'p', 't'))
            || first == inner;
        let voiced = matches!(inner, 'b' | 'd' | 'g');
        !three.iter().any(|c| is_vowel(*c) || *c == 'h') && (romance && !spoken || turkish && voiced)
    };
    (romance || turkish) && word.windows(3).any(odd)
}

/// Whether two words are so long that what differs before their ending is a slip. What is put together of many endings
/// says much within.
fn is_long(one: &[char], other: &[char], languages: Languages) -> bool {
    const ENDING: usize = 2;
    let same = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    !is_glued(languages) && one.len().min(other.len()) >= LONG && same >= ENDING
}
