//! What words do in a sentence: negate, count, qualify, or only hold it together. All in folded spelling, where `don't`
//! is `dont`. A word in none of the lists carries content.

use super::fold::Folded;
use crate::date::month_named;
use crate::quote_match::languages::confusable::are_confused;
use crate::quote_match::languages::denial::{is_denial, is_hangul};
use crate::quote_match::languages::language::{Language, Languages};
use crate::quote_match::languages::number_words::is_compound;
use crate::quote_match::languages::tenses::is_other_time;
use crate::quote_match::languages::vocabulary::{counts, negates, qualifies};

/// Articles, prepositions, conjunctions and auxiliaries whose coming and going is a slip of the pen. Left out where the
/// same letters are a word of content in another of the languages (`die`, `son`, `pour`).
const FUNCTION: &[&str] = &[
    "a", "al", "am", "an", "and", "are", "as", "at", "au", "aux", "be", "been", "being", "but", "by", "das", "de",
    "del", "dem", "den", "der", "des", "did", "do", "does", "du", "een", "ein", "eine", "einem", "einen", "einer",
    "eines", "el", "en", "est", "et", "for", "from", "had", "has", "have", "having", "he", "het", "im", "in", "into",
    "is", "ist", "la", "las", "le", "les", "los", "of", "on", "onto", "que", "qui", "sind", "so", "that", "the",
    "these", "this", "those", "to", "un", "una", "und", "une", "unos", "upon", "van", "vom", "von", "was", "were",
    "which", "who", "whom", "with", "within", "y", "zu", "zum", "zur",
];

/// Prepositions that point: one in place of another turns the sentence round (`from` for `to`).
const POINTING: &[&str] = &["by", "for", "from", "to", "with"];

/// Beginnings that make opposites, or another thing, of words that are otherwise spelled alike.
const RIVAL_PREFIXES: &[(&str, &str)] = &[
    ("hypo", "hyper"),
    ("inter", "intra"),
    ("macro", "micro"),
    ("ante", "anti"),
    ("pre", "pro"),
    ("de", "dis"),
    ("in", "un"),
    ("over", "under"),
    ("ex", "in"),
    ("ad", "ab"),
    ("per", "pro"),
    ("para", "peri"),
    ("", "a"),
    ("", "an"),
    ("", "anti"),
    ("", "de"),
    ("", "dis"),
    ("", "il"),
    ("", "im"),
    ("", "in"),
    ("", "ir"),
    ("", "mis"),
    ("", "non"),
    ("", "re"),
    ("", "un"),
];

/// Endings that change who does what to whom, or how much: `safe` and `safer`.
const RIVAL_SUFFIXES: &[(&str, &str)] = &[
    ("er", "ee"),
    ("or", "ee"),
    ("ful", "less"),
    ("", "less"),
    ("able", "ed"),
    ("ide", "ate"),
    ("ite", "ate"),
    ("", "er"),
    ("e", "er"),
    ("", "est"),
    ("e", "est"),
];

/// Whether a folded word negates.
pub(crate) fn is_negation(word: &str, languages: Languages) -> bool {
    negates(word, languages)
}

/// Whether a folded word says how much, how many, how sure, or not: such a word is never a misspelling of another.
pub(crate) fn is_guarded(word: &str, languages: Languages) -> bool {
    negates(word, languages) || qualifies(word, languages) || is_number(word, languages)
}

/// Whether a folded word is a number, in digits or letters, or holds one.
pub(crate) fn is_number(word: &str, languages: Languages) -> bool {
    word.contains(char::is_numeric)
        || matches!(word, "percent" | "permille")
        || counts(word, languages)
        || is_compound(word, languages)
}

/// Whether a folded word only holds the sentence together.
pub(crate) fn is_function(word: &str) -> bool {
    FUNCTION.binary_search(&word).is_ok()
}

/// Articles that are other words where their language is not written.
const ARTICLES: &[(Language, &str)] = &[
    (Language::German, "die"),
    (Language::Italian, "gli i il lo uno"),
    (Language::Portuguese, "o os as um uma uns umas"),
];

/// Whether a folded word is an article of one of the languages of a text, and in no other language.
pub(crate) fn is_article(word: &str, languages: Languages) -> bool {
    let known = |(language, articles): &(Language, &str)| {
        languages & language.bit() != 0 && articles.split_ascii_whitespace().any(|own| own == word)
    };
    ARTICLES.iter().any(known)
}

/// Whether a folded word is a preposition that points.
pub(crate) fn is_pointing(word: &str) -> bool {
    POINTING.contains(&word)
}

/// Whether two folded words differ as slips of spelling do, and not as two words do.
pub(crate) fn is_misspelling(one: &str, other: &str, languages: Languages) -> bool {
    let letters = one.chars().count().max(other.chars().count());
    let same_start = one.chars().next() == other.chars().next();
    let guarded = |word: &str| is_guarded(word, languages) || month_named(word).is_some();
    let rival = || {
        is_rival(one, other)
            || is_denial(one, other, languages)
            || are_confused(one, other)
            || is_other_gender(one, other, languages)
    };
    if letters < 5 || !same_start || guarded(one) || guarded(other) || rival() {
        return false;
    }
    if one.starts_with(is_without_vowels) {
        return are_abjad_slips(one, other);
    }
    // Two letters of a shorter word make another: convicted and convinced. In Korean two are a syllable, and a tense.
    let most = if letters < 10 || is_hangul(one) { 1 } else { 2 };
    strsim::osa_distance(one, other) <= most && !is_other_time(one, other, languages)
}

/// Whether a letter is of a script that writes hardly a vowel, where a letter makes another word: `محمد` and `محمود`.
pub(crate) fn is_without_vowels(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{6ff}' | '\u{750}'..='\u{77f}')
}

/// Whether two Arabic or Hebrew words are alike but for two letters that are turned round, or for endings that many write one
/// for the other: `ة` and `ه`, `ى` and `ي`.
fn are_abjad_slips(one: &str, other: &str) -> bool {
    let plain = |word: &str| word.replace('ة', "ه").replace(['ى', 'ی'], "ي");
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    plain(one) == plain(other) || strsim::osa_distance(one, other) == 1 && sorted(one) == sorted(other)
}

/// Whether two folded words are one for men and for women: `niños` and `niñas`.
fn is_other_gender(one: &str, other: &str, languages: Languages) -> bool {
    let romance = [Language::Spanish, Language::Portuguese, Language::Italian];
    let stem = |word: &str| {
        word.trim_end_matches('s').strip_suffix(['a', 'o']).map(|stem| (stem.to_owned(), word.ends_with('s')))
    };
    romance.iter().any(|language| languages & language.bit() != 0)
        && one != other
        && stem(one).is_some()
        && stem(one) == stem(other)
}

/// Whether word `at` is a `but` that takes something out of all that stands before it in its clause: `all 27 states but Ohio`.
pub(crate) fn is_but_of_all(text: &Folded<'_>, at: usize) -> bool {
    const ALL: [&str; 9] = ["all", "any", "anything", "every", "everyone", "everything", "no", "none", "nothing"];
    const NEAR: usize = 5;
    let mut before = (at.saturating_sub(NEAR)..at).rev().take_while(|&index| text.between(index).trim().is_empty());
    // `all the problems, but nothing`
    let denies = at + 1 < text.words.len() && text.negates(at + 1);
    text.word(at) == "but" && !denies && before.any(|index| ALL.contains(&text.word(index)))
}

/// Whether a folded word stands for a name that was given before.
pub(crate) fn is_pronoun(word: &str) -> bool {
    const PRONOUNS: [&str; 22] = [
        "elle", "er", "es", "he", "her", "here", "him", "his", "i", "il", "it", "its", "my", "our", "she", "sie",
        "their", "then", "there", "they", "we", "you",
    ];
    PRONOUNS.binary_search(&word).is_ok()
}

/// What people are called by what they are or do, in the singular. At the beginning of a sentence such a word looks like a
/// name and is none.
const ROLES: &str = "academic activist actor adult adviser advisor advocate aide ally analyst artist athlete attorney \
    author authority backer banker board boss boy candidate captain centre ceo chair chairman chairwoman chancellor chief \
    child citizen coach colleague commander commentator commission commissioner committee company congress consumer \
    council councillor counsel court critic customer dealer defendant defender delegate democrat deputy designer \
    detective developer diplomat director doctor driver economist editor employee employer engineer executive expert \
    family fan farmer father firefighter fisherman friend girl government governor guard historian host hunter \
    industry inspector inventor investigator investor journalist judge jury king lawmaker lawyer leader lecturer librarian \
    local manager mayor medic member merchant minister ministry monk mother musician negotiator neighbour neighbor nurse \
    observer officer official operator opponent organiser organizer owner pair panel parent parliament participant \
    passenger patient people pilot player police politician president priest prime prosecutor protester queen regulator \
    rebel republican reporter representative rescuer researcher resident reviewer rival sailor scholar scientist secretary \
    senator senior sheriff shopkeeper skeptic sceptic skipper society soldier source speaker spectator spokesman \
    spokesperson spokeswoman spy staff student subject suspect supporter surgeon survivor teacher team technician tenant \
    trader translator traveller union victim visitor volunteer voter witness worker writer";

/// Whether a folded word says what people are or do, one of them or many.
pub(crate) fn is_role(word: &str) -> bool {
    let singular = match word {
        "men" | "women" | "children" | "man" | "woman" => return true,
        _ if word.ends_with("ies") => format!("{}y", &word[..word.len() - 3]),
        _ if word.ends_with("sses") => word[..word.len() - 2].to_owned(),
        _ if word.ends_with("men") => format!("{}man", &word[..word.len() - 3]),
        _ => word.strip_suffix('s').unwrap_or(word).to_owned(),
    };
    ROLES.split_ascii_whitespace().any(|role| role == singular || role == word)
}

/// Whether a folded word says that the next is a name.
pub(crate) fn is_title(word: &str) -> bool {
    matches!(word, "mr" | "mrs" | "ms" | "mx" | "dr" | "prof" | "professor" | "sir" | "dame" | "herr" | "frau" | "mme")
}

/// Whether a folded word, with a space after it, may be the negating beginning of the next: `a typical`, `in complete`.
pub(crate) fn may_be_prefix(word: &str) -> bool {
    matches!(word, "a" | "an" | "in")
}

/// Whether two folded words differ in a beginning or an ending that makes another thing of the same stem.
pub(crate) fn is_rival(one: &str, other: &str) -> bool {
    let parts = |pairs: &[(&str, &str)], strip: fn(&str, &str) -> Option<String>| {
        pairs.iter().any(|(left, right)| {
            let (a, b) = (strip(one, left), strip(other, right));
            let (c, d) = (strip(one, right), strip(other, left));
            (a.is_some() && a == b) || (c.is_some() && c == d)
        })
    };
    parts(RIVAL_PREFIXES, |word, prefix| word.strip_prefix(prefix).map(str::to_owned))
        || parts(RIVAL_SUFFIXES, |word, suffix| word.strip_suffix(suffix).map(str::to_owned))
}

/// Titles and their short forms, which have a capital.
const TITLES: &[(&str, &str)] = &[
    ("capt", "captain"),
    ("dr", "doctor"),
    ("fri", "friday"),
    ("gen", "general"),
    ("gov", "governor"),
    ("jr", "junior"),
    ("lt", "lieutenant"),
    ("mon", "monday"),
    ("prof", "professor"),
    ("rev", "reverend"),
    ("sen", "senator"),
    ("sgt", "sergeant"),
    ("sr", "senior"),
    ("st", "saint"),
    ("thu", "thursday"),
    ("thur", "thursday"),
    ("thurs", "thursday"),
    ("tue", "tuesday"),
    ("tues", "tuesday"),
    ("wed", "wednesday"),
    ("weds", "wednesday"),
];

/// A word as it is written, in full: `didn't` is `did not`, `we'll` is `we will`. Folded.
pub(crate) fn spelled_in_full(folded: &str, written: &str) -> Vec<String> {
    const ENDINGS: &[(&str, &str)] =
        &[("s", "is"), ("re", "are"), ("ve", "have"), ("ll", "will"), ("d", "would"), ("m", "am")];
    let pair = |first: &str, second: &str| vec![first.to_owned(), second.to_owned()];
    match folded {
        "cannot" | "cant" => return pair("can", "not"),
        "wont" => return pair("will", "not"),
        "shant" => return pair("shall", "not"),
        "alright" => return pair("all", "right"),
        "alot" => return pair("a", "lot"),
        "gonna" => return pair("going", "to"),
        "gotta" => return pair("got", "to"),
        "wanna" => return pair("want", "to"),
        _ if is_negation(folded, Language::English.bit()) && folded.ends_with("nt") => {
            return pair(&folded[..folded.len() - 2], "not");
        }
        _ => {}
    }
    let ending = written
        .rsplit_once(crate::quote_match::languages::letters::is_apostrophe)
        .map(|(_, ending)| ending.to_lowercase());
    let titled = written.starts_with(char::is_uppercase) && ending.is_none();
    if let Some((_, title)) = TITLES.iter().find(|(short, _)| *short == folded && titled) {
        return vec![(*title).to_owned()];
    }
    let full = ENDINGS.iter().find(|(short, _)| ending.as_deref() == Some(short));
    match full.and_then(|(short, long)| Some((folded.strip_suffix(short)?, long))) {
        Some((stem, long)) if !stem.is_empty() => pair(stem, long),
        _ => vec![folded.to_owned()],
    }
}

/// Whether a space or a hyphen stands behind word `index`, and no more.
pub(crate) fn joined(text: &Folded<'_>, index: usize) -> bool {
    matches!(text.between(index), " " | "\u{a0}" | "\u{202f}" | "\n" | "-" | "‐" | "‑")
}

/// Whether a word is in a list of words with spaces between.
pub(crate) fn is_one_of(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|own| own == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_that_is_searched_by_halves_is_in_order() {
        assert!(FUNCTION.is_sorted(), "{:?}", FUNCTION.windows(2).find(|pair| pair[0] > pair[1]));
    }

    #[test]
    fn a_misspelling_is_not_another_word() {
        for (one, other) in [("recieve", "receive"), ("goverment", "government"), ("attack", "attacks")] {
            assert!(is_misspelling(one, other, Language::English.bit()), "{one} {other}");
        }
        for (one, other) in [
            ("million", "billion"),
            ("increase", "decrease"),
            ("likely", "unlikely"),
            ("moral", "immoral"),
            ("employer", "employee"),
            ("hypotension", "hypertension"),
            ("fire", "hire"),
            ("could", "would"),
            ("interstate", "intrastate"),
            ("prescribe", "proscribe"),
            ("without", "within"),
            ("convicted", "convinced"),
            ("casual", "causal"),
            ("qualitative", "quantitative"),
            ("inimitable", "imitable"),
            ("safe", "safer"),
            ("strong", "stronger"),
        ] {
            assert!(!is_misspelling(one, other, Language::English.bit()), "{one} {other}");
        }
    }

    #[test]
    fn contractions_are_spelled_in_full() {
        assert_eq!(spelled_in_full("didnt", "didn’t"), ["did", "not"]);
        assert_eq!(spelled_in_full("well", "we'll"), ["we", "will"]);
        assert_eq!(spelled_in_full("well", "well"), ["well"]);
        assert_eq!(spelled_in_full("wed", "We’d"), ["we", "would"]);
        assert_eq!(spelled_in_full("wed", "Wed"), ["wednesday"]);
        assert_eq!(spelled_in_full("gonna", "gonna"), ["going", "to"]);
    }
}
