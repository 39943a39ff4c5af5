//! Changes of words that change nothing of what is said: a sound of hesitation that was tidied away, `per week` for `a week`, `less` for
//! `fewer`, a French `ne` beside its `pas`, a dash for `between … and`, initials in full.

mod short_forms;

use std::ops::Range;

use crate::quote_match::folding::align::{Passage, Step};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_function, is_pronoun};
use crate::quote_match::languages::language::Language::{
    self, Danish, Dutch, English, French, German, Italian, Portuguese, Russian, Spanish, Swedish,
};
use crate::quote_match::languages::language::{Languages, are_told};
use crate::quote_match::languages::letters::{is_apostrophe, is_dash};

/// Sounds that people make while they look for a word, folded. Where another language of the text has them as words, they are those.
const HESITATIONS: [(Language, &str, Languages); 7] = [
    (English, "ah eh er erm hm hmm mm uh uhm um umm", German.bit() | Portuguese.bit() | Danish.bit() | Dutch.bit()),
    (German, "ah ahm hm hmm oh ohm", 0),
    (French, "ben euh heu hum", 0),
    (Spanish, "eh ehm mm", 0),
    (Italian, "eh ehm mah", 0),
    (Dutch, "eh ehm euh uh uhm", 0),
    (Swedish, "eh ehm oh", 0),
];

/// Two words for one thing, by language: two forms that come to the same, or that only the next word tells apart.
const PAIRS: [(Language, &str); 8] = [
    (
        English,
        "fewer/less till/until farther/further owing/due bc/bce ad/ce approx/approximately st/street ave/avenue rd/road \
            blvd/boulevard sq/square",
    ),
    (German, "gern/gerne allein/alleine selber/selbst in/im an/am von/vom zu/zum zu/zur bei/beim"),
    (Dutch, "t/het n/een k/ik zn/zijn mn/mijn"),
    (Swedish, "sa/sade la/lade ska/skall nan/nagon nat/nagot"),
    (
        Italian,
        "a/ad e/ed o/od di/del di/dello di/della di/dei di/degli di/delle a/al a/allo a/alla a/ai a/agli a/alle da/dal \
            da/dallo da/dalla da/dai da/dagli da/dalle in/nel in/nello in/nella in/nei in/negli in/nelle su/sul su/sullo \
            su/sulla su/sui su/sugli su/sulle",
    ),
    (
        Portuguese,
        "de/do de/da de/dos de/das em/no em/na em/nos em/nas em/num em/numa a/ao a/aos a/as por/pelo por/pela por/pelos \
            por/pelas",
    ),
    (Spanish, "e/y o/u de/del a/al"),
    (Russian, "в/во к/ко о/об с/со чтоб/чтобы"),
];

/// What is counted by, in `40 a week`.
const COUNTED_BY: &str = "annum barrel century child day decade dozen gallon head hectare hour household kilo kilogram kilometer \
    kilometre kg km liter litre mile minute month night ounce person piece pound quarter second share ton tonne visit week year";

/// `between`, and the `and` that belongs to it.
const BETWEEN: [(&str, &str); 8] = [
    ("between", "and"),
    ("zwischen", "und"),
    ("entre", "et"),
    ("entre", "y"),
    ("entre", "e"),
    ("tra", "e"),
    ("tussen", "en"),
    ("mellan", "och"),
];

/// What stands between the two numbers of a range, folded.
const TO: [&str; 12] = ["to", "bis", "a", "al", "hasta", "ate", "tot", "till", "til", "do", "до", "εωσ"];

/// Words between a `between` and its `and`, at most, and between a `ne` and its `pas`.
const NEAR: usize = 4;

/// Whether the words of a step say the same on both sides, or nothing.
pub(crate) fn says_the_same(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    let sides = [(quote, &step.quote, page, &step.page), (page, &step.page, quote, &step.quote)];
    let languages = page.folded.languages;
    if are_pair(quote, page, step, languages)
        || short_forms::is_cut_short(quote, page, step)
        || step.quote.is_empty() && are_letters_of_points(page.folded, &step.page)
    {
        return true;
    }
    sides.into_iter().any(|(own, words, other, others)| {
        let added = others.is_empty()
            && (is_hesitation(own.folded, words, languages)
                || is_said_twice(own.folded, words)
                || is_per_a_stroke(own.folded, words, other.folded, others.start)
                || is_of_a_range(own.folded, words, other.folded, others.start));
        added
            || is_ne_beside_its_negation(own.folded, words, other.folded, others, languages)
            || is_in_full(own.folded, words, other.folded, others)
    })
}

/// `um`, `euh`, with a pause beside it.
fn is_hesitation(text: &Folded<'_>, words: &Range<usize>, languages: Languages) -> bool {
    let sound = |index: usize| {
        HESITATIONS.iter().any(|(language, sounds, others)| {
            let told = languages & language.bit() != 0 && languages & others == 0;
            told && sounds.split(' ').any(|sound| sound == text.word(index))
        })
    };
    let pause = |index: usize| text.between(index).contains([',', '.', '…', '–', '—', '-']);
    !words.is_empty() && words.clone().all(sound) && (words.start > 0 && pause(words.start - 1) || pause(words.end - 1))
}

/// `we, we`: words that are said once more right away.
fn is_said_twice(text: &Folded<'_>, words: &Range<usize>) -> bool {
    const LONGEST: usize = 3;
    let length = words.len();
    let plain = |index: usize| {
        let small = !text.written(index..index + 1).starts_with(char::is_uppercase);
        !text.is_guarded(index) && (small || is_pronoun(text.word(index)))
    };
    let paused = |index: usize| text.between(index).trim_start().starts_with([',', '–', '—', '-', '…', '.']);
    let again = |from: usize| {
        from + length <= text.words.len() && (0..length).all(|at| text.word(from + at) == text.word(words.start + at))
    };
    let before = || words.start >= length && again(words.start - length) && paused(words.start - 1);
    let behind = || again(words.end) && paused(words.end - 1);
    (1..=LONGEST).contains(&length) && words.clone().all(plain) && (before() || behind())
}

/// A French `ne` that only goes with the `pas` behind it, which speech leaves out (`ce n’est pas`, `c’est pas`). `ne … plus` and `ne … que` say by it what they say.
fn is_ne_beside_its_negation(
    text: &Folded<'_>,
    words: &Range<usize>,
    other: &Folded<'_>,
    others: &Range<usize>,
    languages: Languages,
) -> bool {
    let denies = |index: usize| matches!(other.word(index), "pas" | "jamais" | "rien" | "guere" | "aucun" | "aucune");
    let stops = |index: usize| matches!(other.word(index), "que" | "qu" | "ni" | "plus");
    let ne = |at: usize| match text.word(at) {
        "ne" => true,
        "n" => text.between(at).starts_with(is_apostrophe),
        _ => false,
    };
    let elided = |at: usize| text.word(at).starts_with(other.word(others.start)) && other.word(others.start).len() == 1;
    let added = match (words.len(), others.len()) {
        (1, 0) => ne(words.start),
        (2, 1) => ne(words.start + 1) && elided(words.start),
        _ => false,
    };
    let clause = others.end..other.words.len().min(others.end + NEAR);
    languages & French.bit() != 0 && added && clause.take_while(|&index| !stops(index)).any(denies)
}

/// `between` or its `and`, where the other side has a dash between the two numbers.
fn is_of_a_range(text: &Folded<'_>, words: &Range<usize>, other: &Folded<'_>, at: usize) -> bool {
    let number = |text: &Folded<'_>, index: usize| index < text.words.len() && text.is_number(index);
    let dashed = |index: usize| {
        number(other, index) && number(other, index + 1) && other.between(index).trim().chars().all(is_dash)
    };
    let dashed = |index: usize| dashed(index) && !other.between(index).trim().is_empty();
    if words.len() != 1 {
        return false;
    }
    let word = text.word(words.start);
    let begins = BETWEEN.iter().any(|(between, _)| *between == word) && number(text, words.end) && dashed(at);
    let begun = |index: usize| BETWEEN.iter().any(|(between, and)| *between == text.word(index) && *and == word);
    let joins = || {
        let before = words.start.saturating_sub(NEAR)..words.start;
        let to = TO.contains(&word) && words.start > 0 && number(text, words.start - 1);
        number(text, words.end) && at > 0 && dashed(at - 1) && (to || before.clone().any(begun))
    };
    begins || joins()
}

/// The `(a)`, `ii)` or `3)` before each of several points in a row, which a quote of them may do without.
fn are_letters_of_points(text: &Folded<'_>, words: &Range<usize>) -> bool {
    const FAR: usize = 60;
    let near = words.start.saturating_sub(FAR)..text.words.len().min(words.end + FAR);
    words.len() == 1
        && letter_of_point(text, words.start).is_some_and(|own| {
            let beside = |other: &usize| {
                own.contains(&(other + 1)) || other.checked_sub(1).is_some_and(|last| own.contains(&last))
            };
            near.filter_map(|index| letter_of_point(text, index)).any(|others| others.iter().any(beside))
        })
}

/// Which point word `index` may be before: `(i)` is the first of some and the ninth of others.
fn letter_of_point(text: &Folded<'_>, index: usize) -> Option<Vec<usize>> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let word = text.word(index);
    let before = index.checked_sub(1).map_or("", |last| text.between(last));
    let opened = index == 0 || before.trim_end_matches('(').ends_with(char::is_whitespace);
    // `1. Boil the water`, where that begins a line.
    let begins = index == 0 || before.contains('\n');
    let behind = text.between(index);
    let pointed = begins && word.bytes().all(|byte| byte.is_ascii_digit()) && behind.starts_with(". ");
    if !opened || !(pointed || behind.starts_with(") ")) || text.written(index..index + 1).len() != word.len() {
        return None;
    }
    let letter = (word.len() == 1).then(|| word.bytes().next()).flatten().filter(u8::is_ascii_lowercase);
    let mut found: Vec<usize> = letter.map(|letter| usize::from(letter - b'a')).into_iter().collect();
    found.extend(ROMAN.iter().position(|roman| *roman == word));
    found.extend(word.parse::<usize>().ok().filter(|number| (1..100).contains(number)));
    (!found.is_empty()).then_some(found)
}

/// The `per` of `5 mg per kg`, where the other side has `5 mg/kg`.
fn is_per_a_stroke(text: &Folded<'_>, words: &Range<usize>, other: &Folded<'_>, at: usize) -> bool {
    words.len() == 1
        && matches!(text.word(words.start), "per" | "pro" | "par" | "por")
        && at.checked_sub(1).is_some_and(|before| other.between(before).trim() == "/")
}

/// `US` and `United States`, `EU’s` and `European Union’s`: initials on one side, and words that begin with them on the other.
pub(crate) fn is_in_full(short: &Folded<'_>, word: &Range<usize>, long: &Folded<'_>, words: &Range<usize>) -> bool {
    const FEWEST: usize = 2;
    if word.len() != 1 || words.len() < FEWEST {
        return false;
    }
    let written = short.written(word.clone());
    let own = written.strip_suffix('s').and_then(|own| own.strip_suffix(is_apostrophe)).unwrap_or(written);
    let initials: String = own.chars().filter(|c| *c != '.').collect();
    let named = |index: &usize| long.written(*index..*index + 1).starts_with(char::is_uppercase);
    let small = |index: usize| is_function(long.word(index));
    let begun: String =
        words.clone().filter(named).filter_map(|index| long.written(index..index + 1).chars().next()).collect();
    initials.chars().all(char::is_uppercase)
        && initials.chars().count() >= FEWEST
        && begun == initials
        && words.clone().all(|index| named(&index) || small(index))
}

/// `fewer` and `less`, `sa` and `sade`; `a` and `per` before what is counted by.
fn are_pair(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step, languages: Languages) -> bool {
    if step.quote.len() != 1 || step.page.len() != 1 {
        return false;
    }
    let (one, other) = (quote.folded.word(step.quote.start), page.folded.word(step.page.start));
    let next = |side: &Passage<'_, '_>, at: usize| {
        if at < side.folded.words.len() { side.folded.word(at).to_owned() } else { String::new() }
    };
    let (behind, theirs) = (next(quote, step.quote.end), next(page, step.page.end));
    let english = !are_told(languages) || languages & English.bit() != 0;
    let per = |one: &str, other: &str| matches!(one, "a" | "an") && other == "per";
    let counted = behind == theirs && COUNTED_BY.split_ascii_whitespace().any(|unit| unit == behind);
    if english && counted && (per(one, other) || per(other, one)) {
        return true;
    }
    // `c. 1140`, `circa 1140`
    let circa = |word: &str| matches!(word, "c" | "ca" | "cca" | "circa" | "zirka");
    let numbers =
        || step.quote.end < quote.folded.words.len() && quote.folded.is_number(step.quote.end) && behind == theirs;
    if circa(one) && circa(other) && numbers() {
        return true;
    }
    // `minus 5 °C`, `−5 °C`
    let signed = |one: &str, other: &str| one == "minus" && other == "−";
    let digits = behind.starts_with(|c: char| c.is_ascii_digit()) && behind == theirs;
    if digits && (signed(one, other) || signed(other, one)) {
        return true;
    }
    // `due to`, and no `due date`.
    let lone = |word: &str| word != "due" && word != "owing" || behind == "to" && theirs == "to";
    let told = |language: Language| languages & language.bit() != 0 || language == English && english;
    PAIRS.iter().filter(|(language, _)| told(*language)).any(|(_, pairs)| {
        let mut pairs = pairs.split(' ').filter_map(|pair| pair.split_once('/'));
        pairs.any(|pair| (pair == (one, other) || pair == (other, one)) && lone(one))
    })
}
